//! Who may speak in an article: its mentions by place, its main company and person.

use crate::model::{Block, BlockKind, Entity, EntityId, EntityKind, Mention, MentionKind, Speaker};
use crate::span::Span;

/// A speaker and whether the source is unnamed.
#[derive(Clone, Debug)]
pub struct Who {
    pub speaker: Speaker,
    pub anonymous: bool,
    /// A person or an unnamed source, to whom 그는 may point.
    pub person: bool,
}

/// The mentions of an article in order, and what follows from them.
pub struct Cast<'a> {
    /// Outermost mentions only: a company inside a person's span is left out.
    outer: Vec<&'a Mention>,
    entities: &'a [Entity],
    /// The company that the article is about.
    pub main_company: Option<EntityId>,
    /// The person whom the article is about.
    pub main_person: Option<EntityId>,
}

impl<'a> Cast<'a> {
    pub fn new(
        text: &str,
        blocks: &[Block],
        mentions: &'a [Mention],
        entities: &'a [Entity],
    ) -> Self {
        let mut sorted: Vec<&Mention> = mentions
            .iter()
            .filter(|m| m.span.to() <= text.len())
            .collect();
        crate::order::by_span(&mut sorted, |m| m.span);
        let mut outer: Vec<&Mention> = Vec::with_capacity(sorted.len());
        for m in sorted {
            if outer
                .last()
                .is_none_or(|last| last.span.end <= m.span.start)
            {
                outer.push(m);
            }
        }
        let mut weight = vec![0u32; entities.len()];
        for m in mentions {
            let place = blocks
                .partition_point(|b| b.span.start <= m.span.start)
                .checked_sub(1)
                .map(|i| blocks[i].kind);
            let points = match place {
                Some(BlockKind::Headline) => 3,
                Some(BlockKind::Deck) => 2,
                _ => 1,
            };
            if let Some(w) = weight.get_mut(m.entity.0 as usize) {
                *w += points;
            }
        }
        let best = |company: bool| {
            let mut found: Option<(u32, usize)> = None;
            for (i, e) in entities.iter().enumerate() {
                let fits = match e.kind {
                    EntityKind::Company => company,
                    EntityKind::Executive | EntityKind::Person => !company,
                    EntityKind::Organization => false,
                };
                if fits && weight[i] > 0 && found.is_none_or(|(w, _)| weight[i] > w) {
                    found = Some((weight[i], i));
                }
            }
            found.map(|(_, i)| EntityId(i as u32))
        };
        Self {
            main_company: best(true),
            main_person: best(false),
            outer,
            entities,
        }
    }

    /// The outermost mentions that lie in `range`, in order.
    pub fn within(&self, range: Span) -> &[&'a Mention] {
        let from = self.outer.partition_point(|m| m.span.start < range.start);
        let to = self.outer.partition_point(|m| m.span.end <= range.end);
        self.outer.get(from..to.max(from)).unwrap_or(&[])
    }

    /// The mention that covers byte `at`.
    pub fn covering(&self, at: usize) -> Option<&'a Mention> {
        let i = self
            .outer
            .partition_point(|m| m.span.from() <= at)
            .checked_sub(1)?;
        self.outer.get(i).copied().filter(|m| at < m.span.to())
    }

    /// The person last named before byte `at` with a title (or words after it) that is `role`.
    pub fn by_role(&self, text: &str, role: &str, at: usize) -> Option<Who> {
        let before = self.outer.partition_point(|m| m.span.from() < at);
        self.outer[..before]
            .iter()
            .rev()
            .take(40)
            .filter(|m| m.kind != MentionKind::Company)
            .find_map(|m| {
                let titled = m.title.is_some_and(|t| bears(t.of(text), role))
                    || bears(m.span.of(text), role);
                let follows = text[m.span.to()..]
                    .trim_start_matches(|c: char| {
                        c == '(' || c == ')' || c.is_ascii_digit() || c == ' '
                    })
                    .starts_with(role);
                (titled || follows).then(|| self.speaker(m))
            })
    }

    /// The person last named before byte `at` with this surname and title: 김 회장.
    pub fn by_surname(&self, text: &str, surname: &str, title: &str, at: usize) -> Option<Who> {
        let before = self.outer.partition_point(|m| m.span.from() < at);
        self.outer[..before]
            .iter()
            .rev()
            .take(200)
            .filter(|m| m.kind != MentionKind::Company)
            .find_map(|m| {
                let follows = || {
                    let behind = text[m.span.to()..].trim_start_matches(|c: char| {
                        matches!(c, '(' | ')' | ' ') || c.is_ascii_digit()
                    });
                    behind.starts_with(title)
                };
                let titled = m.title.is_some_and(|t| bears(t.of(text), title)) || follows();
                let named = self
                    .entities
                    .get(m.entity.0 as usize)
                    .is_some_and(|e| e.name.starts_with(surname) && !e.name.contains(' '));
                (titled && named).then(|| self.speaker(m))
            })
    }

    /// The one company whose name begins with `start`: 느티나무 of 느티나무인베스트.
    pub fn company_named(&self, start: &str) -> Option<Who> {
        let mut fits = self.entities.iter().enumerate().filter(|(_, e)| {
            e.kind == EntityKind::Company && !e.mentions.is_empty() && e.name.starts_with(start)
        });
        let (i, _) = fits.next()?;
        fits.next()
            .is_none()
            .then(|| self.entity(EntityId(i as u32), None, false))
    }

    /// The speaker that a mention makes.
    pub fn speaker(&self, mention: &Mention) -> Who {
        self.entity(
            mention.entity,
            Some(mention.span),
            mention.kind != MentionKind::Company,
        )
    }

    /// The speaker that an entity makes, named at `span` or known from context.
    pub fn entity(&self, id: EntityId, span: Option<Span>, person: bool) -> Who {
        Who {
            speaker: Speaker {
                span,
                entity: Some(id),
                text: self
                    .entities
                    .get(id.0 as usize)
                    .map(|e| e.name.clone())
                    .unwrap_or_default(),
            },
            anonymous: false,
            person,
        }
    }
}

/// Whether `title` is or ends in `role`; 부회장 is no 회장.
fn bears(title: &str, role: &str) -> bool {
    title
        .strip_suffix(role)
        .is_some_and(|before| !before.ends_with('부') || role.starts_with('부'))
}

/// An unnamed source, in the words of `span`.
pub fn source(text: &str, span: Span, institution: bool) -> Who {
    Who {
        speaker: Speaker {
            span: Some(span),
            entity: None,
            text: span.of(text).to_string(),
        },
        anonymous: !institution,
        person: !institution,
    }
}
