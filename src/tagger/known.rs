//! Names that the model has been told of: people, parts of their names, companies, other
//! organisations and places, a few bits each.
//!
//! They come with the model, for they are drawn from what it learned from. A name that stands in
//! a thousand articles needs no weights of its own then; those are left for the sentences around
//! it. One word in some hundreds that is none of them seems to be one, as the model has learned.

use crate::korean::particles::stems;
use crate::lexicon::filter::{self, Key};

/// What a known word is; in this order they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Person,
    Company,
    /// Another organisation, or a place.
    Other,
    /// A given name or a family name in transliteration: 마이클, 로드리게스.
    Part,
}

/// How many sorts there are.
pub const SORTS: usize = 4;
/// Bytes of a name that is worth a question.
pub const LONGEST: usize = 60;

/// Sets of names.
#[derive(Clone, Default)]
pub struct Known {
    sets: [Vec<u8>; SORTS],
}

/// A known name at the beginning of a word: what it is, and its bytes.
#[derive(Clone, Copy)]
pub struct Match {
    pub sort: Sort,
    pub len: u16,
}

impl Known {
    /// Sets of these names, by [`Sort`].
    pub fn of(names: &[Vec<String>; SORTS]) -> Self {
        let sets = names.each_ref();
        Self {
            sets: sets.map(|names| filter::set(names.iter().map(String::as_str))),
        }
    }

    /// The sets as they lie in the model.
    pub(super) fn from_sets(sets: [Vec<u8>; SORTS]) -> Self {
        Self { sets }
    }

    pub(super) fn sets(&self) -> &[Vec<u8>; SORTS] {
        &self.sets
    }

    fn has(&self, sort: Sort, name: Key) -> bool {
        filter::holds(&self.sets[sort as usize], name)
    }

    /// The longest known name that `words` are, particles taken off.
    pub fn find(&self, words: &str) -> Option<Match> {
        if words.len() > LONGEST {
            return None;
        }
        let mut named = stems(words).filter(|s| s.chars().nth(1).is_some());
        named.find_map(|s| {
            let key = Key::of(s);
            self.name(s, key, self.is_part(key))
        })
    }

    /// What is known of `name`, whose key is `key` and which [`is_part`](Self::is_part) has been asked for.
    pub fn name(&self, name: &str, key: Key, part: bool) -> Option<Match> {
        let whole = [Sort::Person, Sort::Company, Sort::Other];
        let sort = whole.into_iter().find(|&sort| self.has(sort, key));
        let sort = sort.or(part.then_some(Sort::Part))?;
        let len = name.len() as u16;
        Some(Match { sort, len })
    }

    /// Whether the name of a key is part of a transliterated name.
    pub fn is_part(&self, name: Key) -> bool {
        self.has(Sort::Part, name)
    }
}
