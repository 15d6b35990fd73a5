//! Cues by their first character, so that one pass over a line finds all of them.

use super::cues::{At, Group};
use crate::table::first_key;
use crate::walk::length;

/// Builds [`Cues`] from groups.
macro_rules! cues {
    ($groups:ident) => {{
        const COUNT: usize = $crate::layout::cue_index::count($groups);
        const CUES: [$crate::layout::cue_index::Cue; COUNT] =
            $crate::layout::cue_index::flat($groups);
        const NEXT: [u16; COUNT] = $crate::layout::cue_index::chains(&CUES).1;
        $crate::layout::cue_index::Cues::new(
            &CUES,
            $crate::layout::cue_index::chains(&CUES).0,
            &NEXT,
        )
    }};
}

pub(super) use cues;

/// Where the words stand, what they weigh, and the words.
pub type Cue = (At, i32, &'static str);

/// Chains of cues that begin with the same character; so many that most other characters have none.
pub const HEADS: usize = 512;

/// The first cue of each chain, counted from 1.
pub type Heads = [u16; HEADS];

/// A table of cues.
pub struct Cues {
    cues: &'static [Cue],
    /// The chains of cues that stand anywhere, and of those at the ends of a line.
    heads: [Heads; 2],
    next: &'static [u16],
}

impl Cues {
    pub const fn new(cues: &'static [Cue], heads: [Heads; 2], next: &'static [u16]) -> Self {
        Cues { cues, heads, next }
    }

    /// The most that one of the cues in `lower` weighs; 0 without one. `bare` is the part of
    /// the line between its marks.
    pub fn weight(&self, lower: &str, bare: std::ops::Range<usize>) -> i32 {
        let mut most = self.at(1, lower, 0, &bare);
        if bare.start > 0 && bare.start < lower.len() {
            most = most.max(self.at(1, lower, bare.start, &bare));
        }
        for (place, weight, words) in self.cues {
            if *place == At::End && *weight > most && lower.ends_with(words) {
                most = *weight;
            }
        }
        let bytes = lower.as_bytes();
        let mut i = 0;
        while i < bytes.len() {
            let key = first_key(&bytes[i..]).unwrap_or(0);
            if self.heads[0][group(key)] > 0 {
                most = most.max(self.at(0, lower, i, &bare));
            }
            i += length(bytes[i]);
        }
        most
    }

    /// The most that a cue at byte `i` weighs, of those anywhere (0) or at the ends (1).
    #[inline(never)]
    fn at(&self, chains: usize, lower: &str, i: usize, bare: &std::ops::Range<usize>) -> i32 {
        let rest = &lower.as_bytes()[i..];
        let mut most = 0;
        let mut at = self.heads[chains][group(first_key(rest).unwrap_or(0))];
        while let Some(n) = usize::from(at).checked_sub(1) {
            at = self.next[n];
            let (place, weight, words) = self.cues[n];
            let words = words.as_bytes();
            // The last byte tells nearly always; the chain knows the first.
            if weight <= most
                || rest.get(words.len() - 1) != words.last()
                || !rest.starts_with(words)
            {
                continue;
            }
            let end = i + words.len();
            let fits = match place {
                At::Any => true,
                At::End => false,
                At::Start => i == 0 || end <= bare.end && words.len() > 6,
                At::Whole => i == 0 && end == lower.len() || i == bare.start && end == bare.end,
            };
            if fits {
                most = weight;
            }
        }
        most
    }
}

const fn group(key: u32) -> usize {
    (key.wrapping_mul(0x9e37_79b1) >> 23) as usize % HEADS
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

/// The heads of the chains, anywhere and at the ends, and the next cue of each cue.
pub const fn chains<const N: usize>(cues: &[Cue; N]) -> ([Heads; 2], [u16; N]) {
    let (mut heads, mut next) = ([[0; HEADS]; 2], [0; N]);
    let mut i = N;
    while i > 0 {
        let group = match first_key(cues[i - 1].2.as_bytes()) {
            Some(key) => group(key),
            None => panic!("an empty cue"),
        };
        let heads = &mut heads[!matches!(cues[i - 1].0, At::Any) as usize];
        next[i - 1] = heads[group];
        heads[group] = i as u16;
        i -= 1;
    }
    (heads, next)
}
