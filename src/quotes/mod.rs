//! Quotes: marks, cues, speakers.

use crate::document::Language;
use crate::model::{Block, Entity, Mention, Quote};

/// The quotes of an article (and indirect statements, with `direct: false`), in order.
pub fn find(_text: &str, _language: Language, _blocks: &[Block], _mentions: &[Mention], _entities: &[Entity]) -> Vec<Quote> {
    Vec::new()
}
