//! JSON for the page, the command and the tests. Ids such as `c1` exist only here.

use super::utf16::Utf16;
use super::write::{Json, indented, name, quoted};
use crate::Annotated;
use crate::document::Language;
use crate::lexicon::{self, CompanyKind};
use crate::model::{
    Block, BlockKind, Caption, Confidence, Entity, EntityId, EntityKind, Mention, MentionKind,
    Quote, Repair, Speaker,
};
use crate::order;
use crate::span::Span;

/// The article as one line of JSON, its keys sorted; offsets are UTF-16 units of the input. Linear.
pub fn to_json(article: &Annotated) -> String {
    let w = Writer {
        article,
        units: Utf16::new(&article.source),
        ids: entity_ids(&article.entities),
    };
    let (marks, numbers) = w.marks();
    let mut out = Json::with_capacity(article.source.len() * 6 + 512);
    let j = &mut out;
    j.object(|j| {
        j.key(name!("annotations")).list(|j| {
            for (n, mark) in (1..).zip(&marks) {
                w.mark(j, n, mark);
            }
        });
        j.key(name!("blocks"))
            .list(|j| article.blocks.iter().for_each(|b| w.block(j, b)));
        j.key(name!("entities")).list(|j| {
            for (i, entity) in article.entities.iter().enumerate() {
                w.entity(j, i, entity, &numbers);
            }
        });
        j.key(name!("language")).string(match article.language {
            Language::Korean => "ko",
            Language::English => "en",
        });
        j.key(name!("notes")).list(|j| {
            for note in &article.notes {
                j.object(|j| {
                    j.key(name!("end")).number(w.units.at(note.span.end));
                    j.key(name!("kind")).string(note.kind);
                    j.key(name!("message")).string(&note.message);
                    j.key(name!("start")).number(w.units.at(note.span.start));
                });
            }
        });
        j.key(name!("offsets")).string("utf-16");
        j.key(name!("summary")).object(|j| w.summary(j));
    });
    out.finish()
}

/// As [`to_json`], over many lines.
pub fn to_json_pretty(article: &Annotated) -> String {
    indented(&to_json(article))
}

/// One mark, whatever its kind: an index into its list.
#[derive(Clone, Copy)]
enum Mark {
    Caption(usize),
    Quote(usize),
    Mention(usize),
}

struct Writer<'a> {
    article: &'a Annotated,
    units: Utf16<'a>,
    ids: Vec<(char, u32)>,
}

/// c1, p1 and o1 count by themselves.
fn entity_ids(entities: &[Entity]) -> Vec<(char, u32)> {
    let mut counts = [0; 3];
    let id = |e: &Entity| {
        let (letter, slot) = match e.kind {
            EntityKind::Company => ('c', 0),
            EntityKind::Executive | EntityKind::Person => ('p', 1),
            EntityKind::Organization => ('o', 2),
        };
        counts[slot] += 1;
        (letter, counts[slot])
    };
    entities.iter().map(id).collect()
}

impl Writer<'_> {
    /// All marks in the order of the output, and the place of each mention in it.
    fn marks(&self) -> (Vec<Mark>, Vec<u32>) {
        let a = self.article;
        let mentions = a.mentions.iter().enumerate().map(|(i, m)| {
            let company = m.kind == MentionKind::Company;
            (m.span, if company { 3 } else { 2 }, Mark::Mention(i))
        });
        let quotes = a.quotes.iter().enumerate();
        let quotes = quotes.map(|(i, q)| (q.span, 1, Mark::Quote(i)));
        let captions = a.captions.iter().enumerate();
        let captions = captions.map(|(i, c)| (c.span, 0, Mark::Caption(i)));
        let mut marks: Vec<(Span, u32, Mark)> = mentions.chain(quotes).chain(captions).collect();
        order::by(&mut marks, |&(span, rank, _)| [span.start, !span.end, rank]);
        let mut numbers = vec![0; a.mentions.len()];
        for (n, &(.., mark)) in (1..).zip(&marks) {
            if let Mark::Mention(m) = mark {
                numbers[m] = n;
            }
        }
        (marks.into_iter().map(|m| m.2).collect(), numbers)
    }

    fn mark(&self, j: &mut Json, n: u32, mark: &Mark) {
        let a = self.article;
        j.object(|j| match *mark {
            Mark::Mention(i) => self.mention(j, n, &a.mentions[i]),
            Mark::Quote(i) => self.quote(j, n, &a.quotes[i]),
            Mark::Caption(i) => self.caption(j, n, &a.captions[i]),
        });
    }

    fn mention(&self, j: &mut Json, n: u32, m: &Mention) {
        let person = m.kind != MentionKind::Company;
        if person {
            j.key(name!("affiliations"));
            self.ids(j, &m.affiliations);
        }
        j.key(name!("confidence")).word(confidence(m.confidence));
        j.key(name!("end")).number(self.units.at(m.span.end));
        j.key(name!("entity"));
        self.id(j, m.entity);
        j.key(name!("id")).id('a', n);
        if person {
            j.key(name!("name"));
            self.words(j, m.name);
        }
        self.reason(j, m.reason.rule, &m.reason.evidence);
        self.start_and_text(j, m.span);
        if person {
            j.key(name!("title"));
            self.maybe(j, m.title);
        }
        j.key(name!("type")).word(match m.kind {
            MentionKind::Company => quoted!("company"),
            MentionKind::Executive => quoted!("executive"),
            MentionKind::Person => quoted!("person"),
        });
    }

    fn quote(&self, j: &mut Json, n: u32, q: &Quote) {
        j.key(name!("addressee"));
        self.speaker(j, &q.addressee);
        j.key(name!("anonymous")).word(boolean(q.anonymous));
        j.key(name!("confidence")).word(confidence(q.confidence));
        j.key(name!("cue"));
        self.maybe(j, q.cue);
        j.key(name!("direct")).word(boolean(q.direct));
        j.key(name!("end")).number(self.units.at(q.span.end));
        j.key(name!("id")).id('a', n);
        self.reason(j, q.reason.rule, &q.reason.evidence);
        j.key(name!("repairs"))
            .list(|j| q.repairs.iter().for_each(|&r| j.word(repair(r))));
        j.key(name!("speaker"));
        self.speaker(j, &q.speaker);
        j.key(name!("start")).number(self.units.at(q.span.start));
        j.key(name!("statement")).id('s', q.statement + 1);
        j.key(name!("text")).string(q.span.of(&self.article.source));
        j.key(name!("type")).word(if q.direct {
            quoted!("quote")
        } else {
            quoted!("statement")
        });
    }

    fn caption(&self, j: &mut Json, n: u32, c: &Caption) {
        let (sure, rule) = match c.credit {
            Some(_) => ("sure", "caption-credit"),
            None => ("likely", "caption-form"),
        };
        let evidence: Vec<Span> = c.credit.iter().chain(&c.positions).copied().collect();
        j.key(name!("confidence")).string(sure);
        j.key(name!("credit"));
        self.maybe(j, c.credit);
        j.key(name!("depicts"));
        self.ids(j, &c.depicts);
        j.key(name!("end")).number(self.units.at(c.span.end));
        j.key(name!("id")).id('a', n);
        j.key(name!("positions")).list(|j| {
            for position in &c.positions {
                j.string(position.of(&self.article.source));
            }
        });
        self.reason(j, rule, &evidence);
        self.start_and_text(j, c.span);
        j.key(name!("type")).string("caption");
    }

    fn start_and_text(&self, j: &mut Json, span: Span) {
        j.key(name!("start")).number(self.units.at(span.start));
        j.key(name!("text")).string(span.of(&self.article.source));
    }

    fn span(&self, j: &mut Json, span: Span) {
        j.object(|j| {
            j.key(name!("end")).number(self.units.at(span.end));
            j.key(name!("start")).number(self.units.at(span.start));
        });
    }

    fn words(&self, j: &mut Json, span: Span) {
        j.object(|j| {
            j.key(name!("end")).number(self.units.at(span.end));
            self.start_and_text(j, span);
        });
    }

    fn maybe(&self, j: &mut Json, span: Option<Span>) {
        match span {
            Some(span) => self.words(j, span),
            None => j.word("null"),
        }
    }

    fn id(&self, j: &mut Json, id: EntityId) {
        let (letter, number) = self.ids[id.0 as usize];
        j.id(letter, number);
    }

    fn ids(&self, j: &mut Json, ids: &[EntityId]) {
        j.list(|j| ids.iter().for_each(|&id| self.id(j, id)));
    }

    fn block(&self, j: &mut Json, block: &Block) {
        j.object(|j| {
            j.key(name!("end")).number(self.units.at(block.span.end));
            if !block.furniture.is_empty() {
                j.key(name!("furniture")).list(|j| {
                    for &span in &block.furniture {
                        self.span(j, span);
                    }
                });
            }
            j.key(name!("kind")).word(block_kind(block.kind));
            j.key(name!("start"))
                .number(self.units.at(block.span.start));
        });
    }

    fn reason(&self, j: &mut Json, rule: &str, evidence: &[Span]) {
        j.key(name!("reason")).object(|j| {
            j.key(name!("evidence"))
                .list(|j| evidence.iter().for_each(|&s| self.span(j, s)));
            j.key(name!("rule")).string(rule);
        });
    }

    fn speaker(&self, j: &mut Json, speaker: &Option<Speaker>) {
        let Some(speaker) = speaker else {
            j.word("null");
            return;
        };
        j.object(|j| {
            if let Some(span) = speaker.span {
                j.key(name!("end")).number(self.units.at(span.end));
            }
            j.key(name!("entity"));
            match speaker.entity {
                Some(id) => self.id(j, id),
                None => j.word("null"),
            }
            match speaker.span {
                Some(span) => self.start_and_text(j, span),
                None => j.key(name!("text")).string(&speaker.text),
            }
        });
    }

    fn entity(&self, j: &mut Json, i: usize, e: &Entity, numbers: &[u32]) {
        let (letter, number) = self.ids[i];
        let row = e.listed.map(lexicon::company);
        let row = row.as_ref();
        let listed = |j: &mut Json, key: &'static str, value: Option<&str>| match value {
            Some(value) if !value.is_empty() => j.key(key).string(value),
            _ => j.key(key).word("null"),
        };
        let company = e.kind == EntityKind::Company;
        j.object(|j| {
            j.key(name!("aliases"))
                .list(|j| e.aliases.iter().for_each(|a| j.string(a)));
            if company {
                listed(j, name!("country"), row.map(|r| r.country));
                listed(j, name!("group"), row.map(|r| r.group));
            } else {
                j.key(name!("companies"));
                self.ids(j, &e.companies);
            }
            j.key(name!("id")).id(letter, number);
            if company {
                j.key(name!("kind"))
                    .word(row.map_or(quoted!("unknown"), |r| company_kind(r.kind)));
                listed(j, name!("market"), row.map(|r| r.market));
            }
            j.key(name!("mentions"))
                .list(|j| e.mentions.iter().for_each(|&m| j.id('a', numbers[m])));
            j.key(name!("name")).string(&e.name);
            if company {
                listed(j, name!("ticker"), row.map(|r| r.ticker.as_str()));
            } else {
                j.key(name!("titles"))
                    .list(|j| e.titles.iter().for_each(|t| j.string(t)));
            }
            j.key(name!("type")).word(entity_kind(e.kind));
        });
    }

    fn summary(&self, j: &mut Json) {
        let s = &self.article.summary;
        j.key(name!("companies"));
        self.ids(j, &s.companies);
        j.key(name!("counts")).object(|j| {
            for (key, count) in [
                (name!("caption"), s.captions),
                (name!("company"), s.companies.len()),
                (name!("executive"), s.executives),
                (name!("person"), s.persons),
                (name!("quote"), s.quotes),
                (name!("statement"), s.statements),
            ] {
                j.key(key).number(count as u32);
            }
        });
        for (key, ids) in [
            (name!("mentioned"), &s.mentioned),
            (name!("people"), &s.people),
            (name!("speaking"), &s.speaking),
        ] {
            j.key(key);
            self.ids(j, ids);
        }
        j.key(name!("unnamed"))
            .list(|j| s.unnamed.iter().for_each(|u| j.string(u)));
    }
}

fn boolean(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

fn block_kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => quoted!("headline"),
        BlockKind::Deck => quoted!("deck"),
        BlockKind::Body => quoted!("body"),
        BlockKind::Caption => quoted!("caption"),
        BlockKind::Furniture => quoted!("furniture"),
    }
}

fn entity_kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Company => quoted!("company"),
        EntityKind::Executive => quoted!("executive"),
        EntityKind::Person => quoted!("person"),
        EntityKind::Organization => quoted!("organization"),
    }
}

fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Sure => quoted!("sure"),
        Confidence::Likely => quoted!("likely"),
        Confidence::Guess => quoted!("guess"),
    }
}

fn repair(repair: Repair) -> &'static str {
    match repair {
        Repair::Turned => quoted!("turned"),
        Repair::Mixed => quoted!("mixed"),
        Repair::Unclosed => quoted!("unclosed"),
        Repair::Prime => quoted!("prime"),
    }
}

fn company_kind(kind: CompanyKind) -> &'static str {
    match kind {
        CompanyKind::Listed => quoted!("listed"),
        CompanyKind::Foreign => quoted!("foreign"),
        CompanyKind::Group => quoted!("group"),
        CompanyKind::Unlisted | CompanyKind::Finance | CompanyKind::Firm | CompanyKind::State => {
            quoted!("unlisted")
        }
    }
}
