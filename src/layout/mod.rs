//! Blocks: headline, deck, body, caption, furniture.

use crate::document::Document;
use crate::model::{Block, BlockKind};

/// The blocks of `doc`: they cover every non-blank line, in order.
pub fn blocks(doc: &Document) -> Vec<Block> {
    doc.lines
        .iter()
        .map(|l| Block { kind: BlockKind::Body, span: l.span, furniture: Vec::new() })
        .collect()
}

/// The text with every line break inside a block turned into a space, byte for byte as long, so
/// that later stages read a hard-wrapped paragraph as one.
pub fn flow(doc: &Document, blocks: &[Block]) -> String {
    let mut bytes = doc.text.clone().into_bytes();
    for block in blocks {
        for byte in &mut bytes[block.span.range()] {
            if *byte == b'\n' {
                *byte = b' ';
            }
        }
    }
    String::from_utf8(bytes).expect("one ASCII byte replaces another")
}
