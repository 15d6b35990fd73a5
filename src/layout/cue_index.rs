//! Cues by their first character, so that one pass over a line finds all of them.

use super::cues::{At, Group};
use crate::table::{first_key, group};

/// Builds [`Cues`] from groups.
macro_rules! cues {
    ($groups:ident) => {{
        const COUNT: usize = $crate::layout::cue_index::count($groups);
        const CUES: [$crate::layout::cue_index::Cue; COUNT] =
            $crate::layout::cue_index::flat($groups);
        const CHAINS: ([u16; $crate::layout::cue_index::HEADS], [u16; COUNT]) =
            $crate::layout::cue_index::chains(&CUES);
        $crate::layout::cue_index::Cues::new(&CUES, CHAINS.0, &CHAINS.1)
    }};
}

pub(super) use cues;

/// Where the words stand, what they weigh, and the words.
pub type Cue = (At, i32, &'static str);

/// Chains of cues that begin with the same character.
pub const HEADS: usize = 128;

/// A table of cues.
pub struct Cues {
    cues: &'static [Cue],
    heads: [u16; HEADS],
    next: &'static [u16],
}

impl Cues {
    pub const fn new(cues: &'static [Cue], heads: [u16; HEADS], next: &'static [u16]) -> Self {
        Cues { cues, heads, next }
    }

    /// The most that one of the cues in `lower` weighs; 0 without one. `bare` is the part of
    /// the line between its marks.
    pub fn weight(&self, lower: &str, bare: std::ops::Range<usize>) -> i32 {
        let mut most = 0;
        for (i, _) in lower.char_indices() {
            let rest = &lower[i..];
            let mut at = self.heads[group(first_key(rest.as_bytes()).unwrap_or(0))];
            while let Some(n) = usize::from(at).checked_sub(1) {
                at = self.next[n];
                let (place, weight, words) = self.cues[n];
                if weight <= most || !rest.starts_with(words) {
                    continue;
                }
                let (whole, end) = (words.len() == rest.len(), i + words.len());
                let fits = match place {
                    At::Any => true,
                    At::End => whole,
                    At::Start => i == 0 || i == bare.start && end <= bare.end && words.len() > 6,
                    At::Whole => i == 0 && whole || i == bare.start && end == bare.end,
                };
                if fits {
                    most = weight;
                }
            }
        }
        most
    }
}

pub const fn count(groups: &[Group]) -> usize {
    let (mut i, mut sum) = (0, 0);
    while i < groups.len() {
        sum += groups[i].2.len();
        i += 1;
    }
    sum
}

pub const fn flat<const N: usize>(groups: &[Group]) -> [Cue; N] {
    let mut out = [(At::Any, 0, ""); N];
    let (mut i, mut n) = (0, 0);
    while i < groups.len() {
        let (at, weight, words) = groups[i];
        let mut k = 0;
        while k < words.len() {
            out[n] = (at, weight, words[k]);
            n += 1;
            k += 1;
        }
        i += 1;
    }
    out
}

/// The first cue of each chain, counted from 1, and the next one of each cue.
pub const fn chains<const N: usize>(cues: &[Cue; N]) -> ([u16; HEADS], [u16; N]) {
    let (mut heads, mut next) = ([0; HEADS], [0; N]);
    let mut i = N;
    while i > 0 {
        let group = match first_key(cues[i - 1].2.as_bytes()) {
            Some(key) => group(key) % HEADS,
            None => panic!("an empty cue"),
        };
        next[i - 1] = heads[group];
        heads[group] = i as u16;
        i -= 1;
    }
    (heads, next)
}
