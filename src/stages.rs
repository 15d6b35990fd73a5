//! The stages of the pipeline one by one, for `cargo bench` alone: no face of the product calls this.

use std::hint::black_box;

use crate::annotate::Options;
use crate::document::Document;
use crate::layout::Flow;
use crate::mentions::Found;
use crate::model::{Block, Caption, Entity, MendedMarks, Mention, Quote};
use crate::span::Span;
use crate::{captions, entities, layout, mentions, notes, quotes, summary};

/// A text with what every stage gave for it, so that each can be run again by itself.
pub struct Stages<'a> {
    source: &'a str,
    options: Options<'a>,
    doc: Document,
    plain: Vec<Block>,
    blocks: Vec<Block>,
    flow: Flow,
    credits: Vec<Span>,
    found: Vec<Found>,
    mentions: Vec<Mention>,
    entities: Vec<Entity>,
    quotes: Vec<Quote>,
    marks: Vec<MendedMarks>,
    captions: Vec<Caption>,
}

/// A stage's name, and how to run it on what the earlier ones gave.
pub type Stage = (&'static str, fn(&Stages));

/// In the order in which the data flow, the whole at the end.
pub const STAGES: &[Stage] = &[
    ("document", |s| drop(black_box(Document::new(s.source)))),
    ("layout", |s| drop(black_box(layout::blocks(&s.doc, &[])))),
    ("flow", |s| {
        drop(black_box(layout::flow(&s.doc, &mut s.plain.clone())));
    }),
    ("rules and lists", |s| {
        let options = Options {
            tagger: None,
            ..s.options
        };
        drop(black_box(s.find(options)));
    }),
    ("rules, lists and tagger", |s| {
        drop(black_box(s.find(s.options)));
    }),
    ("entities", |s| {
        let found = s.found.clone();
        drop(black_box(entities::resolve(
            &s.flow.text,
            s.doc.language,
            &s.blocks,
            found,
        )));
    }),
    ("quotes", |s| drop(black_box(s.quotes()))),
    ("captions", |s| drop(black_box(s.captions()))),
    ("notes", |s| {
        let seen = notes::Seen {
            blocks: &s.blocks,
            mentions: &s.mentions,
            entities: &s.entities,
            quotes: &s.quotes,
            marks: &s.marks,
            captions: &s.captions,
        };
        drop(black_box(notes::find(&s.flow.text, &seen)));
    }),
    ("summary", |s| {
        drop(black_box(summary::of(
            &s.blocks,
            &s.mentions,
            &s.entities,
            &s.quotes,
            &s.captions,
        )));
    }),
    ("all, with export", |s| {
        let article = crate::annotate_with(s.source, s.options);
        drop(black_box(crate::to_json(&article)));
    }),
];

impl<'a> Stages<'a> {
    /// Runs everything once.
    pub fn new(source: &'a str, options: Options<'a>) -> Self {
        let doc = Document::new(source);
        let plain = layout::blocks(&doc, &[]);
        let mut blocks = plain.clone();
        let flow = layout::flow(&doc, &mut blocks);
        let credits = captions::find(&flow.text, doc.language, &blocks, &[], &[])
            .iter()
            .filter_map(|c| c.credit)
            .collect();
        let mut stages = Self {
            source,
            options,
            doc,
            plain,
            blocks,
            flow,
            credits,
            found: Vec::new(),
            mentions: Vec::new(),
            entities: Vec::new(),
            quotes: Vec::new(),
            marks: Vec::new(),
            captions: Vec::new(),
        };
        stages.found = stages.find(options);
        (stages.mentions, stages.entities) = entities::resolve(
            &stages.flow.text,
            stages.doc.language,
            &stages.blocks,
            stages.found.clone(),
        );
        (stages.quotes, stages.marks) = stages.quotes();
        stages.captions = stages.captions();
        stages
    }

    fn find(&self, options: Options) -> Vec<Found> {
        mentions::find(
            &self.flow.text,
            self.doc.language,
            &self.blocks,
            &self.credits,
            options,
            None,
        )
    }

    fn quotes(&self) -> (Vec<Quote>, Vec<MendedMarks>) {
        quotes::find(
            &self.flow.text,
            self.doc.language,
            &self.blocks,
            &self.mentions,
            &self.entities,
        )
    }

    fn captions(&self) -> Vec<Caption> {
        captions::find(
            &self.flow.text,
            self.doc.language,
            &self.blocks,
            &self.mentions,
            &self.entities,
        )
    }
}
