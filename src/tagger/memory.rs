//! What the tagger read last, for a text that is asked for again after an edit: most of its lines
//! are the same.

use super::decode::Tagging;
use super::facts::Gazetteer;
use super::features::{RuleHit, Words};
use super::model::Model;
use crate::map::Map;
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

/// Bytes of text whose reading is kept, some forty times as many in memory: more than any article
/// that is edited.
const MOST: usize = 300_000;

/// The lines of the last text with what the tagger made of them. Nothing depends on it but time:
/// a line is read again unless all that its reading depends on is the same.
#[derive(Default)]
pub struct Memory<'a> {
    /// Whose readings these are; while it is borrowed, no other stands at its place.
    model: Option<&'a Model>,
    last: Map<u64, Option<Line>>,
    next: Map<u64, Option<Line>>,
    /// The bytes of the lines in `next`.
    bytes: usize,
}

/// All that a reading depends on besides the model, and the reading.
struct Line {
    text: Box<str>,
    lists: Gazetteer,
    rule_hits: Box<[RuleHit]>,
    tagging: Rc<Tagging>,
}

impl<'a> Memory<'a> {
    /// Forgets what the last text did not have, and all that another model read: a new text begins.
    pub fn turn(&mut self, model: &'a Model) {
        self.last = std::mem::take(&mut self.next);
        self.bytes = 0;
        if !self.model.is_some_and(|last| std::ptr::eq(last, model)) {
            self.last = Map::default();
            self.model = Some(model);
        }
    }

    /// As [`Tagging::new`] by `model`, to which the last [`turn`](Self::turn) was.
    pub fn read<'t>(
        &mut self,
        model: &Model,
        text: &'t str,
        lists: Gazetteer,
        rule_hits: &[RuleHit],
        words: &mut Words<'t>,
    ) -> Rc<Tagging> {
        let mut hasher = FxHasher::default();
        (text, rule_hits).hash(&mut hasher);
        let key = hasher.finish();
        let same = |line: &Line| {
            *line.text == *text && line.lists == lists && *line.rule_hits == *rule_hits
        };
        let known = self.next.get(&key).and_then(Option::as_ref);
        if let Some(line) = known.filter(|line| same(line)) {
            return line.tagging.clone();
        }
        let last = self.last.get_mut(&key).and_then(Option::take);
        let line = last.filter(same).unwrap_or_else(|| Line {
            text: text.into(),
            lists,
            rule_hits: rule_hits.into(),
            tagging: Rc::new(Tagging::new(model, text, lists, rule_hits, words)),
        });
        let tagging = line.tagging.clone();
        if self.bytes + text.len() <= MOST {
            self.bytes += text.len();
            self.next.insert(key, Some(line));
        }
        tagging
    }
}
