//! The pipeline: text in, annotated article out.

use crate::document::{Document, Language};
use crate::layout::Hint;
use crate::model::{Block, BlockKind, Caption, Entity, Mention, Note, Quote};
use crate::span::Span;
use crate::summary::Summary;
use crate::tagger::{Memory, Model};
use crate::{captions, entities, layout, mentions, notes, quotes, summary};

/// An annotated article. All spans are bytes of the input.
#[derive(Debug)]
pub struct Annotated {
    pub(crate) source: String,
    pub(crate) language: Language,
    pub(crate) blocks: Vec<Block>,
    pub(crate) mentions: Vec<Mention>,
    pub(crate) entities: Vec<Entity>,
    pub(crate) quotes: Vec<Quote>,
    pub(crate) captions: Vec<Caption>,
    pub(crate) notes: Vec<Note>,
    pub(crate) summary: Summary,
}

/// What the engine may use.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The lists of companies and people. Without them only titles, surnames, particles and
    /// context speak: the measure of what the engine knows of language.
    pub gazetteer: bool,
    /// The learned tagger, which finds names that stand bare; without it rules and lists speak.
    pub tagger: Option<&'a Model>,
}

impl Default for Options<'_> {
    /// Everything that this build carries: the page's engine gets its tagger later.
    fn default() -> Self {
        Self {
            gazetteer: true,
            tagger: crate::tagger::builtin(),
        }
    }
}

/// Everything found in `text`. Never fails; linear in the length of the text.
///
/// ```
/// let article = mitjul::annotate("김해솔 가람전자 대표는 “올해가 고비”라고 말했다.");
/// let json = mitjul::to_json(&article);
/// assert!(json.contains("가람전자"));
/// ```
pub fn annotate(text: &str) -> Annotated {
    annotate_with(text, Options::default())
}

/// As [`annotate`], with a choice of what may be used.
pub fn annotate_with(text: &str, options: Options) -> Annotated {
    annotate_hinted(text, &[], options)
}

/// As [`annotate_with`], for a text that was cut from a page: `hints` are what its markup said of stretches of `text`,
/// in order and apart. A hint that does not fit the text is passed over.
pub fn annotate_hinted(text: &str, hints: &[Hint], options: Options) -> Annotated {
    annotated(text, hints, options, None)
}

/// As [`annotate_hinted`], and as [`annotate_hinted`] answers, but sooner for a text of which most
/// lines were in the last one that `memory` saw: after an edit.
///
/// ```
/// let (mut memory, options) = (mitjul::Memory::default(), mitjul::Options::default());
/// for text in ["김해솔 대표가 말했", "김해솔 대표가 말했다."] {
///     let article = mitjul::annotate_again(text, &[], options, &mut memory);
///     assert_eq!(mitjul::to_json(&article), mitjul::to_json(&mitjul::annotate(text)));
/// }
/// ```
pub fn annotate_again<'m>(
    text: &str,
    hints: &[Hint],
    options: Options<'m>,
    memory: &mut Memory<'m>,
) -> Annotated {
    annotated(text, hints, options, Some(memory))
}

fn annotated<'m>(
    text: &str,
    hints: &[Hint],
    options: Options<'m>,
    memory: Option<&mut Memory<'m>>,
) -> Annotated {
    let doc = Document::new(text);
    let mut blocks = layout::blocks(&doc, hints);
    let flowing = layout::flow(&doc, &mut blocks);
    let flow = flowing.text.as_str();
    // Nothing is marked inside a credit; whom a caption depicts is known only after the names.
    let credits: Vec<Span> = captions::find(flow, doc.language, &blocks, &[], &[])
        .iter()
        .filter_map(|c| c.credit)
        .collect();
    let found = mentions::find(flow, doc.language, &blocks, &credits, options, memory);
    let (mentions, entities) = entities::resolve(flow, doc.language, &blocks, found);
    let (quotes, marks) = quotes::find(flow, doc.language, &blocks, &mentions, &entities);
    let captions = captions::find(flow, doc.language, &blocks, &mentions, &entities);
    let quotes = placed(uncrossed(quotes, &mentions, &blocks), flow);
    let seen = notes::Seen {
        blocks: &blocks,
        mentions: &mentions,
        entities: &entities,
        quotes: &quotes,
        marks: &marks,
        captions: &captions,
    };
    let notes = notes::find(flow, &seen);
    let summary = summary::of(&blocks, &mentions, &entities, &quotes, &captions);
    let mut article = Annotated {
        source: text.to_owned(),
        language: doc.language,
        blocks,
        mentions,
        entities,
        quotes,
        captions,
        notes,
        summary,
    };
    article.map_spans(|span| doc.to_source(flowing.to_document(span)));
    article
}

/// The quotes that cross neither a mention nor a caption nor one another: marks nest.
fn uncrossed(quotes: Vec<Quote>, mentions: &[Mention], blocks: &[Block]) -> Vec<Quote> {
    let captions: Vec<Span> = blocks
        .iter()
        .filter(|b| b.kind == BlockKind::Caption)
        .map(|b| b.span)
        .collect();
    let mut out: Vec<Quote> = Vec::with_capacity(quotes.len());
    for quote in quotes {
        let first = mentions.partition_point(|m| m.span.end <= quote.span.start);
        let mut near = mentions[first..]
            .iter()
            .take_while(|m| m.span.start < quote.span.end)
            .map(|m| m.span);
        let from = captions.partition_point(|c| c.end <= quote.span.start);
        let mut around = captions[from..]
            .iter()
            .copied()
            .take_while(|c| c.start < quote.span.end);
        let free = out
            .last()
            .is_none_or(|last| !last.span.overlaps(quote.span));
        if quote.span.start < quote.span.end
            && free
            && !near.any(|s| s.crosses(quote.span))
            && !around.any(|s| s.crosses(quote.span))
        {
            out.push(quote);
        }
    }
    out
}

/// The words of an unnamed source may leave out what its span holds (a relative clause); then it
/// has no place of its own, since a span's words are those of the text.
fn placed(mut quotes: Vec<Quote>, text: &str) -> Vec<Quote> {
    for quote in &mut quotes {
        for who in [&mut quote.speaker, &mut quote.addressee]
            .into_iter()
            .flatten()
        {
            if who.entity.is_none() && who.span.is_some_and(|s| s.of(text) != who.text) {
                who.span = None;
            }
        }
    }
    quotes
}

impl Annotated {
    /// The names marked, in order: whether of a person, and where; of a person the name alone.
    pub fn names(&self) -> impl Iterator<Item = (bool, Span)> {
        let person = |m: &crate::model::Mention| m.kind != crate::model::MentionKind::Company;
        self.mentions.iter().map(move |m| (person(m), m.name))
    }

    /// Carries every span over to another text.
    fn map_spans(&mut self, map: impl Fn(Span) -> Span) {
        let each = |spans: &mut [Span]| spans.iter_mut().for_each(|s| *s = map(*s));
        for block in &mut self.blocks {
            block.span = map(block.span);
            each(&mut block.furniture);
        }
        for m in &mut self.mentions {
            m.span = map(m.span);
            m.name = map(m.name);
            m.title = m.title.map(&map);
            each(&mut m.reason.evidence);
        }
        for q in &mut self.quotes {
            q.span = map(q.span);
            q.cue = q.cue.map(&map);
            each(&mut q.reason.evidence);
            for who in [&mut q.speaker, &mut q.addressee].into_iter().flatten() {
                who.span = who.span.map(&map);
            }
        }
        for c in &mut self.captions {
            c.span = map(c.span);
            c.credit = c.credit.map(&map);
            each(&mut c.positions);
        }
        for n in &mut self.notes {
            n.span = map(n.span);
        }
    }
}
