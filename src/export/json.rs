//! JSON for the page, the command and the tests. Ids such as `c1` exist only here.

use super::utf16::Utf16;
use crate::Annotated;
use crate::document::Language;
use crate::lexicon::{self, CompanyKind};
use crate::model::{
    BlockKind, Confidence, Entity, EntityId, EntityKind, MentionKind, Reason, Repair, Speaker,
};
use crate::span::Span;
use serde_json::{Map, Value, json};

/// The article as one line of JSON; offsets are UTF-16 units of the input. Linear.
pub fn to_json(article: &Annotated) -> String {
    value(article).to_string()
}

struct Writer<'a> {
    article: &'a Annotated,
    units: Utf16<'a>,
    ids: Vec<String>,
}

/// One mark, whatever its kind, in the order of the output.
struct Mark {
    span: Span,
    rank: u8,
    mention: Option<usize>,
    value: Map<String, Value>,
}

fn value(article: &Annotated) -> Value {
    let w = Writer {
        article,
        units: Utf16::new(&article.source),
        ids: entity_ids(&article.entities),
    };
    let mut marks = w.marks();
    marks.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end), m.rank));
    let mut mention_ids = vec![String::new(); article.mentions.len()];
    let annotations: Vec<Value> = marks
        .into_iter()
        .enumerate()
        .map(|(i, mut mark)| {
            let id = format!("a{}", i + 1);
            mark.value.insert("id".into(), id.clone().into());
            if let Some(m) = mark.mention {
                mention_ids[m] = id;
            }
            Value::Object(mark.value)
        })
        .collect();
    json!({
        "offsets": "utf-16",
        "language": match article.language { Language::Korean => "ko", Language::English => "en" },
        "blocks": article.blocks.iter().map(|b| w.block(b)).collect::<Vec<_>>(),
        "annotations": annotations,
        "entities": (0..article.entities.len()).map(|i| w.entity(i, &mention_ids)).collect::<Vec<_>>(),
        "notes": article.notes.iter().map(|n| {
            let mut v = w.span(n.span);
            v.insert("kind".into(), n.kind.into());
            v.insert("message".into(), n.message.as_str().into());
            Value::Object(v)
        }).collect::<Vec<_>>(),
        "summary": w.summary(),
    })
}

fn entity_ids(entities: &[Entity]) -> Vec<String> {
    let mut counts = [0usize; 3];
    entities
        .iter()
        .map(|e| {
            let (letter, slot) = match e.kind {
                EntityKind::Company => ('c', 0),
                EntityKind::Executive | EntityKind::Person => ('p', 1),
                EntityKind::Organization => ('o', 2),
            };
            counts[slot] += 1;
            format!("{letter}{}", counts[slot])
        })
        .collect()
}

impl Writer<'_> {
    fn span(&self, span: Span) -> Map<String, Value> {
        let mut v = Map::new();
        v.insert("start".into(), self.units.at(span.start).into());
        v.insert("end".into(), self.units.at(span.end).into());
        v
    }

    fn words(&self, span: Span) -> Map<String, Value> {
        let mut v = self.span(span);
        v.insert("text".into(), span.of(&self.article.source).into());
        v
    }

    fn maybe(&self, span: Option<Span>) -> Value {
        span.map_or(Value::Null, |s| Value::Object(self.words(s)))
    }

    fn id(&self, id: EntityId) -> &str {
        &self.ids[id.0 as usize]
    }

    fn list(&self, ids: &[EntityId]) -> Vec<&str> {
        ids.iter().map(|&id| self.id(id)).collect()
    }

    fn block(&self, block: &crate::model::Block) -> Value {
        let mut v = self.span(block.span);
        v.insert("kind".into(), block_kind(block.kind).into());
        if !block.furniture.is_empty() {
            let spans: Vec<Value> = block
                .furniture
                .iter()
                .map(|&s| Value::Object(self.span(s)))
                .collect();
            v.insert("furniture".into(), spans.into());
        }
        Value::Object(v)
    }

    fn reason(&self, reason: &Reason) -> Value {
        let evidence: Vec<Value> = reason
            .evidence
            .iter()
            .map(|&s| Value::Object(self.span(s)))
            .collect();
        json!({"rule": reason.rule, "evidence": evidence})
    }

    fn speaker(&self, speaker: &Option<Speaker>) -> Value {
        let Some(speaker) = speaker else {
            return Value::Null;
        };
        let mut v = speaker.span.map_or_else(Map::new, |s| self.words(s));
        v.insert(
            "entity".into(),
            speaker.entity.map_or(Value::Null, |id| self.id(id).into()),
        );
        if speaker.span.is_none() {
            v.insert("text".into(), speaker.text.as_str().into());
        }
        Value::Object(v)
    }

    fn marks(&self) -> Vec<Mark> {
        let a = self.article;
        let mut marks = Vec::new();
        for (i, m) in a.mentions.iter().enumerate() {
            let mut v = self.words(m.span);
            let kind = match m.kind {
                MentionKind::Company => "company",
                MentionKind::Executive => "executive",
                MentionKind::Person => "person",
            };
            v.insert("type".into(), kind.into());
            v.insert("entity".into(), self.id(m.entity).into());
            if m.kind != MentionKind::Company {
                v.insert("name".into(), Value::Object(self.words(m.name)));
                v.insert("title".into(), self.maybe(m.title));
                v.insert("affiliations".into(), self.list(&m.affiliations).into());
            }
            v.insert("confidence".into(), confidence(m.confidence).into());
            v.insert("reason".into(), self.reason(&m.reason));
            let rank = if m.kind == MentionKind::Company { 3 } else { 2 };
            marks.push(Mark {
                span: m.span,
                rank,
                mention: Some(i),
                value: v,
            });
        }
        for q in &a.quotes {
            let mut v = self.words(q.span);
            v.insert(
                "type".into(),
                if q.direct { "quote" } else { "statement" }.into(),
            );
            v.insert("direct".into(), q.direct.into());
            v.insert("speaker".into(), self.speaker(&q.speaker));
            v.insert("addressee".into(), self.speaker(&q.addressee));
            v.insert("cue".into(), self.maybe(q.cue));
            v.insert("statement".into(), format!("s{}", q.statement + 1).into());
            v.insert("anonymous".into(), q.anonymous.into());
            let repairs: Vec<&str> = q.repairs.iter().map(|&r| repair(r)).collect();
            v.insert("repairs".into(), repairs.into());
            v.insert("confidence".into(), confidence(q.confidence).into());
            v.insert("reason".into(), self.reason(&q.reason));
            marks.push(Mark {
                span: q.span,
                rank: 1,
                mention: None,
                value: v,
            });
        }
        for c in &a.captions {
            let mut v = self.words(c.span);
            v.insert("type".into(), "caption".into());
            v.insert("credit".into(), self.maybe(c.credit));
            v.insert("depicts".into(), self.list(&c.depicts).into());
            let positions: Vec<&str> = c.positions.iter().map(|p| p.of(&a.source)).collect();
            v.insert("positions".into(), positions.into());
            v.insert(
                "confidence".into(),
                if c.credit.is_some() { "sure" } else { "likely" }.into(),
            );
            let evidence = c
                .credit
                .into_iter()
                .chain(c.positions.iter().copied())
                .collect();
            let rule = if c.credit.is_some() {
                "caption-credit"
            } else {
                "caption-form"
            };
            v.insert("reason".into(), self.reason(&Reason { rule, evidence }));
            marks.push(Mark {
                span: c.span,
                rank: 0,
                mention: None,
                value: v,
            });
        }
        marks
    }

    fn entity(&self, i: usize, mention_ids: &[String]) -> Value {
        let e = &self.article.entities[i];
        let mentions: Vec<&str> = e
            .mentions
            .iter()
            .map(|&m| mention_ids[m].as_str())
            .collect();
        let mut v = json!({
            "id": self.ids[i],
            "type": entity_kind(e.kind),
            "name": e.name,
            "aliases": e.aliases,
            "mentions": mentions,
        });
        let more = if e.kind == EntityKind::Company {
            let row = e.listed.map(lexicon::company);
            let text =
                |s: Option<&str>| s.filter(|s| !s.is_empty()).map_or(Value::Null, Value::from);
            json!({
                "ticker": text(row.map(|r| r.ticker)),
                "market": text(row.map(|r| r.market)),
                "country": text(row.map(|r| r.country)),
                "group": text(row.map(|r| r.group)),
                "kind": row.map_or("unknown", |r| company_kind(r.kind)),
            })
        } else {
            json!({"titles": e.titles, "companies": self.list(&e.companies)})
        };
        if let (Value::Object(v), Value::Object(more)) = (&mut v, more) {
            v.extend(more);
        }
        v
    }

    fn summary(&self) -> Value {
        let s = &self.article.summary;
        json!({
            "companies": self.list(&s.companies),
            "people": self.list(&s.people),
            "speaking": self.list(&s.speaking),
            "mentioned": self.list(&s.mentioned),
            "unnamed": s.unnamed,
            "counts": {
                "company": s.companies.len(), "executive": s.executives, "person": s.persons,
                "quote": s.quotes, "statement": s.statements, "caption": s.captions,
            },
        })
    }
}

fn block_kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Deck => "deck",
        BlockKind::Body => "body",
        BlockKind::Caption => "caption",
        BlockKind::Furniture => "furniture",
    }
}

fn entity_kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Company => "company",
        EntityKind::Executive => "executive",
        EntityKind::Person => "person",
        EntityKind::Organization => "organization",
    }
}

fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Sure => "sure",
        Confidence::Likely => "likely",
        Confidence::Guess => "guess",
    }
}

fn repair(repair: Repair) -> &'static str {
    match repair {
        Repair::Turned => "turned",
        Repair::Mixed => "mixed",
        Repair::Unclosed => "unclosed",
        Repair::Prime => "prime",
    }
}

fn company_kind(kind: CompanyKind) -> &'static str {
    match kind {
        CompanyKind::Listed => "listed",
        CompanyKind::Foreign => "foreign",
        CompanyKind::Group => "group",
        CompanyKind::Unlisted | CompanyKind::Finance | CompanyKind::Firm | CompanyKind::State => {
            "unlisted"
        }
    }
}
