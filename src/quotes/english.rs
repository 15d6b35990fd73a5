//! English quotations: which are speech, and who speaks.

use super::cast::Who;
use super::english_speech::{attribution_ahead, is_sign, judge};
use super::english_subjects::{first_verb, possessive, someone, subject_after, subject_of, told};
use super::marks::Pair;
use super::phrases::words;
use super::units::units;
use super::{Article, Said, between, in_block, is_prose};
use crate::model::{BlockKind, MentionKind};
use crate::span::Span;

#[derive(Clone, Default)]
pub(super) struct Memory {
    pub person: Option<Who>,
    pub topic: Option<Who>,
    pub company: Option<Who>,
    /// The firm or body that the sentence just before speaks of: it said.
    pub it: Option<Who>,
}

/// The quotes of an English article, in order.
pub fn quotes(article: &Article, pairs: Vec<Pair>) -> Vec<Said> {
    let mut memory = Memory::default();
    let mut out = Vec::new();
    let mut from = 0;
    for (at, block) in article.blocks.iter().enumerate() {
        if block.kind == BlockKind::Furniture {
            continue;
        }
        let own = in_block(&pairs, at);
        let range = between(
            block.span.from().max(from).min(block.span.to()),
            block.span.to(),
        );
        let last = own.last().filter(|p| p.last_block > at);
        let sentences = units(article.text, range, own);
        let mut next = 0;
        let mut side = Memory::default();
        let state = if is_prose(block.kind) {
            &mut memory
        } else {
            &mut side
        };
        for (i, unit) in sentences.iter().enumerate() {
            let first = next;
            while next < own.len() && own[next].span.from() < unit.to() {
                next += 1;
            }
            let follow = last
                .filter(|_| next == own.len())
                .map(|p| tail_of(article, p));
            let ahead = sentences.get(i + 1).copied();
            sentence(
                article,
                block.kind,
                *unit,
                &own[first..next],
                follow.or(ahead),
                state,
                &mut out,
            );
        }
        if let Some(last) = last {
            from = last.span.to();
        }
    }
    out
}

/// The words after a quote of several paragraphs, in its last one.
fn tail_of(article: &Article, pair: &Pair) -> Span {
    let end = article.blocks[pair.last_block]
        .span
        .to()
        .max(pair.span.to());
    units(article.text, between(pair.span.to(), end), &[])
        .first()
        .copied()
        .unwrap_or(between(pair.span.to(), pair.span.to()))
}

fn sentence(
    article: &Article,
    kind: BlockKind,
    unit: Span,
    pairs: &[Pair],
    ahead: Option<Span>,
    memory: &mut Memory,
    out: &mut Vec<Said>,
) {
    let text = article.text;
    let mut earlier: Option<(usize, Option<Who>)> = None;
    let mut cue: Option<Span> = None;
    for (i, pair) in pairs.iter().enumerate() {
        let from = earlier
            .as_ref()
            .map_or(unit.from(), |e| e.0)
            .min(pair.span.from());
        let before = between(from, pair.span.from());
        let mut rest = between(
            pair.span.to(),
            pairs
                .get(i + 1)
                .map_or(unit.to(), |n| n.span.from())
                .max(pair.span.to()),
        );
        if pair.last_block > pair.block
            || rest.of(text).trim().is_empty() && attribution_ahead(text, pair, ahead)
        {
            rest = ahead.unwrap_or(rest);
        }
        cue = cue.or_else(|| {
            first_verb(
                text,
                between(
                    pairs[..i]
                        .last()
                        .map_or(unit.from(), |p| p.span.to())
                        .min(pair.span.from()),
                    pair.span.from(),
                ),
            )
        });
        let Some(evidence) = judge(text, kind, pair, cue, unit, before, rest) else {
            continue;
        };
        let (who, continues) = speaker(
            article,
            kind,
            unit,
            pair,
            before,
            rest,
            earlier.as_ref().map(|e| &e.1),
            memory,
        );
        let addressee = told(
            article,
            between(pair.span.to(), rest.to().max(pair.span.to())),
            who.as_ref(),
        )
        .or_else(|| told(article, before, who.as_ref()));
        if let Some(who) = &who {
            memory.topic = Some(who.clone());
            memory.it = Some(who.clone()).filter(|who| !who.person);
            if who.person {
                memory.person = Some(who.clone());
            }
        }
        earlier = Some((pair.span.to(), who.clone()));
        out.push(Said {
            pair: pair.clone(),
            evidence,
            who,
            addressee,
            continues,
        });
    }
    if earlier.is_none() {
        remember(article, unit, memory);
    }
}

#[allow(clippy::too_many_arguments)]
fn speaker(
    article: &Article,
    kind: BlockKind,
    unit: Span,
    pair: &Pair,
    before: Span,
    rest: Span,
    earlier: Option<&Option<Who>>,
    memory: &Memory,
) -> (Option<Who>, bool) {
    let text = article.text;
    let lead = before.of(text).trim_end();
    if is_sign(lead) {
        return (None, false);
    }
    let punctuated = pair
        .inner
        .of(text)
        .trim_end()
        .ends_with([',', '?', '!', '’', '\'', '—'])
        || pair.last_block > pair.block
        || is_headline(kind);
    if punctuated && let Some(verb) = first_verb(text, rest) {
        let subject = between(rest.from(), verb.from());
        let inverted = words(text, subject).next().is_none();
        let found = if inverted {
            subject_after(article, between(verb.to(), rest.to()))
        } else {
            subject_of(article, subject, memory)
        };
        if found.is_some() {
            return (found, false);
        }
    }
    let whole = between(unit.from(), before.to());
    if let Some(from) = whole.of(text).strip_prefix("According to ") {
        let start = before.to() - from.len();
        if let Some(m) = article
            .cast
            .within(between(start, before.to()))
            .first()
            .filter(|m| m.span.from() == start)
        {
            return (Some(article.cast.speaker(m)), false);
        }
        return (memory.person.clone(), false);
    }
    if lead.trim_end_matches(':').len() < lead.len()
        && let Some(m) = article
            .cast
            .within(before)
            .last()
            .filter(|m| text[m.span.to()..before.to()].trim() == ":")
    {
        return (Some(article.cast.speaker(m)), false);
    }
    // A banker in Seoul puts it bluntly: “…”
    if lead.ends_with(':')
        && let Some(who) = someone(article, whole)
    {
        return (Some(who), false);
    }
    // Asked whether …, Hollis Vane said “…”: the first verb that has a subject.
    let mut from = before.from();
    while let Some(verb) = first_verb(text, between(from, before.to())) {
        from = verb.to();
        let region = between(before.from(), verb.from());
        let region = region
            .of(text)
            .rfind("what ")
            .map_or(region, |i| between(region.from() + i + 5, region.to()));
        let found = subject_of(article, region, memory);
        if found.is_some() {
            return (found, false);
        }
    }
    if let Some(earlier) = earlier {
        return (earlier.clone(), true);
    }
    if is_headline(kind) {
        return (None, false);
    }
    if matches!(lead, "A." | "A" | "A:")
        && let Some(id) = article.cast.main_person
    {
        return (Some(article.cast.entity(id, None, true)), false);
    }
    let main = || {
        article
            .cast
            .main_person
            .map(|id| article.cast.entity(id, None, true))
    };
    (memory.topic.clone().or_else(main), false)
}

fn is_headline(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Headline | BlockKind::Deck)
}

fn remember(article: &Article, unit: Span, memory: &mut Memory) {
    let found = article.cast.within(unit);
    let people: Vec<_> = found
        .iter()
        .filter(|m| m.kind != MentionKind::Company)
        .collect();
    if let Some(m) = people
        .iter()
        .find(|m| !possessive(article.text, m, unit.to()))
        .or(people.first())
    {
        let who = article.cast.speaker(m);
        memory.person = Some(who.clone());
        memory.topic = Some(who);
    }
    memory.it = None;
    if let Some(m) = found.iter().find(|m| m.kind == MentionKind::Company) {
        memory.company = Some(article.cast.speaker(m));
        if people.is_empty() {
            memory.it.clone_from(&memory.company);
        }
    }
}
