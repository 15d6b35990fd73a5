//! The least that marks names in a text: a list, looked up at every character. It tells no company
//! from a word, no person from a place, knows no quotes and no speakers.

use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;
use wasm_bindgen::prelude::*;

/// The names, and the lengths of those that begin with a character, longest first.
type Lists = (FxHashSet<&'static str>, FxHashMap<char, Vec<usize>>);

static NAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/names.txt"));

fn lists() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| {
        let names: FxHashSet<&str> = NAMES.lines().collect();
        let mut lengths: FxHashMap<char, Vec<usize>> = FxHashMap::default();
        for name in &names {
            let some = lengths
                .entry(name.chars().next().unwrap_or(' '))
                .or_default();
            let at = some.partition_point(|&len| len > name.len());
            if some.get(at) != Some(&name.len()) {
                some.insert(at, name.len());
            }
        }
        (names, lengths)
    })
}

/// Starts and ends of all names, in UTF-16 units.
#[wasm_bindgen]
pub fn find(text: &str) -> Vec<u32> {
    let (names, lengths) = lists();
    let (mut out, mut until, mut units) = (Vec::new(), 0, 0);
    for (at, c) in text.char_indices() {
        let found = lengths.get(&c).filter(|_| at >= until).and_then(|some| {
            some.iter()
                .find(|&&len| text.get(at..at + len).is_some_and(|s| names.contains(s)))
        });
        if let Some(&len) = found {
            until = at + len;
            out.extend([units, units + text[at..until].encode_utf16().count() as u32]);
        }
        units += c.len_utf16() as u32;
    }
    out
}
