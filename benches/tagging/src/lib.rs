//! The tagger by itself: facts, scores and labels of the lines of a text whose rule hits are
//! known. The glue has the engine's own `load_tagger` besides.

use mitjul::tagger::{Gazetteer, RuleHit, Tagging, Words, builtin, rule_hits};
use wasm_bindgen::prelude::*;

const LISTS: Gazetteer = Gazetteer { names: true };

/// A text with what the rules find in each of its lines.
#[wasm_bindgen]
pub struct Text {
    text: String,
    rule_hits: Vec<Vec<RuleHit>>,
}

#[wasm_bindgen]
impl Text {
    /// Asks the rules once; that is not measured.
    #[wasm_bindgen(constructor)]
    pub fn new(text: String) -> Self {
        let all = rule_hits(&text, LISTS);
        let mut start = 0;
        let mut of_line = |line: &str| {
            let end = start + line.len();
            let inside = |h: &&RuleHit| start <= h.span.from() && h.span.to() <= end;
            let hits = all.iter().filter(inside).map(|h| h.back(start)).collect();
            start = end;
            hits
        };
        let rule_hits = text.split_inclusive('\n').map(&mut of_line).collect();
        Self { text, rule_hits }
    }

    /// Tags every line, nothing kept from an earlier call; gives the number of names.
    #[must_use]
    pub fn tag(&self) -> usize {
        let Some(model) = builtin() else { return 0 };
        let mut words = Words::default();
        let lines = self.text.split_inclusive('\n').zip(&self.rule_hits);
        lines
            .map(|(line, hits)| {
                Tagging::new(model, line, LISTS, hits, &mut words)
                    .names()
                    .count()
            })
            .sum()
    }
}
