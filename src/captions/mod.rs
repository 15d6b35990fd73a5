//! Captions: their credit, who is depicted and where.

use crate::document::Language;
use crate::model::{Block, Caption, Entity, Mention};

/// The captions among `blocks`, with credit and depicted entities in the order of the picture.
pub fn find(_text: &str, _language: Language, _blocks: &[Block], _mentions: &[Mention], _entities: &[Entity]) -> Vec<Caption> {
    Vec::new()
}
