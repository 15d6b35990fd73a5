//! Quotes: marks, cues, speakers.
//!
//! `marks` pairs the quotation marks, `speech` tells speech from terms and titles; `korean`,
//! `english` and `headline` find who said it; `indirect` finds reported speech without marks.

mod alone;
mod attribution;
mod cast;
mod choice;
mod context;
mod cues;
mod endings;
mod english;
mod english_speech;
mod english_subjects;
mod english_words;
mod headline;
mod indirect;
mod korean;
mod marks;
mod paragraphs;
mod particles;
mod phrases;
mod remember;
mod resolve;
mod signs;
mod speech;
mod subjects;
#[rustfmt::skip]
mod tables;
#[cfg(test)]
mod tests;
mod turns;
mod units;

use crate::document::Language;
use crate::model::{Block, BlockKind, Confidence, Entity, MendedMarks, Mention, Quote, Reason};
use crate::span::Span;
use cast::{Cast, Who};
use marks::Pair;
use speech::Evidence;

/// What every part of this stage reads.
pub(crate) struct Article<'a> {
    pub text: &'a str,
    pub blocks: &'a [Block],
    pub cast: Cast<'a>,
}

/// A pair that is speech, with its speaker.
pub(crate) struct Said {
    pub pair: Pair,
    pub evidence: Evidence,
    pub who: Option<Who>,
    pub addressee: Option<Who>,
    /// Whether it goes on with the statement of the quote before.
    pub continues: bool,
}

/// The quotes of an article (and indirect statements, with `direct: false`), in order; and every
/// pair of marks, of speech or not, that needed a repair.
pub fn find(
    text: &str,
    language: Language,
    blocks: &[Block],
    mentions: &[Mention],
    entities: &[Entity],
) -> (Vec<Quote>, Vec<MendedMarks>) {
    let article = Article {
        text,
        blocks,
        cast: Cast::new(text, blocks, mentions, entities),
    };
    let pairs = marks::pairs(text, blocks, language);
    let mended = pairs
        .iter()
        .filter(|p| !p.repairs.is_empty() && marks::sure(p))
        .map(|p| MendedMarks {
            span: p.span,
            repairs: p.repairs.clone(),
        })
        .collect();
    let quotes = match language {
        Language::Korean => {
            let sentences = korean::sentences(&article, &pairs);
            let mut quotes = direct(korean::quotes(&article, &pairs, &sentences));
            indirect::add(&article, &pairs, &sentences, &mut quotes);
            quotes
        }
        Language::English => direct(english::quotes(&article, pairs)),
    };
    (quotes, mended)
}

fn direct(said: Vec<Said>) -> Vec<Quote> {
    let mut statement = 0u32;
    let mut out = Vec::with_capacity(said.len());
    for (i, s) in said.into_iter().enumerate() {
        if i > 0 && !s.continues {
            statement += 1;
        }
        let (speaker, anonymous) = match s.who.and_then(|who| outside(who, s.pair.span)) {
            Some(who) => (Some(who.speaker), who.anonymous),
            None => (None, false),
        };
        let confidence = if s.pair.repairs.is_empty() {
            s.evidence.confidence
        } else {
            s.evidence.confidence.min(Confidence::Likely)
        };
        out.push(Quote {
            span: s.pair.span,
            speaker,
            cue: s.evidence.cue,
            statement,
            addressee: s.addressee.map(|a| a.speaker),
            anonymous,
            direct: true,
            repairs: s.pair.repairs,
            confidence,
            reason: Reason {
                rule: s.evidence.rule,
                evidence: s.evidence.cue.into_iter().collect(),
            },
        });
    }
    out
}

/// Nobody stands in his own words: where marks are broken, an unnamed source that was read out of
/// the quotation is none, and a named speaker has no place there.
fn outside(mut who: Who, quote: Span) -> Option<Who> {
    if who.speaker.span.is_some_and(|s| s.overlaps(quote)) {
        who.speaker.entity?;
        who.speaker.span = None;
    }
    Some(who)
}

/// The pairs that open in block `at`, of pairs in order.
pub(crate) fn in_block(pairs: &[Pair], at: usize) -> &[Pair] {
    let from = pairs.partition_point(|p| p.block < at);
    let to = pairs.partition_point(|p| p.block <= at);
    &pairs[from..to]
}

/// Whether the block holds running text.
pub(crate) fn is_prose(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Body | BlockKind::Caption)
}

/// The span from `from` to `to`, empty where they are the wrong way round.
pub(crate) fn between(from: usize, to: usize) -> Span {
    Span::new(from.min(to), to)
}
