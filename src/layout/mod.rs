//! Blocks: headline, deck, body, caption, furniture.

mod cue_index;
mod cues;
mod dates;
mod flow;
mod furniture;
mod glued;
mod headline;
mod hints;
mod pictures;
mod rows;
mod tail;
mod wrap;
mod zones;

use crate::captions::credit;
use crate::document::Document;
use crate::model::{Block, BlockKind};
use crate::span::Span;
pub use flow::{Flow, flow};
pub use hints::{Hint, Markup};
use rows::Row;

/// The blocks of `doc`: they cover every non-blank line, in order. `hints` are what a pasted page's markup said, in
/// order. Linear.
pub fn blocks(doc: &Document, hints: &[Hint]) -> Vec<Block> {
    let units = wrap::units(doc, hints::has_paragraphs(doc, hints));
    let flowed = flow::spaced(&doc.text, units.iter().map(|(span, _)| *span));
    let rows: Vec<Row> = units
        .iter()
        .map(|(span, gap)| Row::new(&flowed, *span, *gap, doc.language))
        .collect();
    let spans: Vec<Span> = units.iter().map(|(span, _)| *span).collect();
    let told = hints::told(doc, &spans, hints);
    let mut out: Vec<Block> = Vec::new();
    for (i, kind) in zones::kinds(&rows, units.len() < doc.lines.len(), &told)
        .into_iter()
        .enumerate()
    {
        let span = rows[i].span;
        if let Some(last) = out.last_mut()
            && joins(&rows, i, last.kind, kind)
        {
            last.span.end = span.end;
            continue;
        }
        out.push(Block {
            kind,
            span,
            furniture: Vec::new(),
        });
    }
    for block in &mut out {
        block.furniture = match block.kind {
            BlockKind::Headline => glued::of_headline(&doc.text, block.span),
            BlockKind::Body => glued::of_body(&doc.text, block.span),
            _ => Vec::new(),
        };
    }
    out
}

/// Whether row `i` goes on with the block before it: a headline or deck over several lines.
fn joins(rows: &[Row], i: usize, before: BlockKind, kind: BlockKind) -> bool {
    if before != kind || rows[i].gap {
        return false;
    }
    match kind {
        BlockKind::Headline => true,
        BlockKind::Deck => headline::runs_on(rows[i - 1].text, rows[i].text),
        // The words of a picture, then its credit on a line of its own.
        BlockKind::Caption => {
            let credit = credit::trailing(rows[i].text).is_some_and(|c| c.start == 0);
            let twin = rows[i].text == rows[i - 1].text;
            twin && credit::trailing(rows[i].text).is_none()
                || credit
                    && rows[i].text.starts_with(['[', '(', '/', '<', '〈'])
                    && credit::trailing(rows[i - 1].text).is_none()
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests;
