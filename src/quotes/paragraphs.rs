//! Quotes that run over several paragraphs.

use super::marks::Pair;
use super::signs::{self, Family, Sign};
use crate::document::Language;
use crate::model::{Block, BlockKind};
use crate::span::Span;

/// How many paragraphs a quote may run over.
const MOST: usize = 8;

/// The pair that `open`, never closed in block `at`, forms with a mark of a later paragraph.
///
/// A later paragraph continues the quote when it has no mark of the family, or opens with one
/// (the English habit), and the first closing mark ends it. Looks at a bounded number of blocks.
pub fn close_later(
    text: &str,
    blocks: &[Block],
    at: usize,
    open: &Sign,
    language: Language,
) -> Option<Pair> {
    if open.family == Family::Single && language == Language::Korean
        || !runs_to_end(text, open, blocks[at].span)
    {
        return None;
    }
    for (next, block) in blocks.iter().enumerate().skip(at + 1).take(MOST) {
        if block.kind != BlockKind::Body {
            return None;
        }
        let mut nested: Option<Family> = None;
        for sign in signs::signs(text, block.span, &block.furniture, language) {
            if sign.family != open.family {
                if sign.can_open && !sign.can_close {
                    nested = Some(sign.family);
                } else if nested == Some(sign.family) {
                    nested = None;
                }
                continue;
            }
            if nested.is_some() && sign.can_close {
                return None;
            }
            if sign.can_close && (!sign.can_open || sign.shape_closes) {
                return Some(Pair {
                    span: Span::new(open.span.from(), sign.span.to()),
                    inner: Span::new(open.span.to(), sign.span.from()),
                    family: open.family,
                    double: open.family == Family::Double,
                    repairs: Vec::new(),
                    block: at,
                    last_block: next,
                });
            }
            if sign.span.from() != block.span.from() {
                return None;
            }
        }
    }
    None
}

/// Whether the paragraph from `open` on reads as speech that goes on: it ends in a full stop and
/// no reporting verb closes it.
fn runs_to_end(text: &str, open: &Sign, block: Span) -> bool {
    let rest = text[open.span.to()..block.to()].trim_end();
    rest.ends_with(['.', '?', '!', '…', ','])
        && !rest
            .split_inclusive(". ")
            .any(super::endings::ends_in_report)
}
