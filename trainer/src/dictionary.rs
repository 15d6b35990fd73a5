//! Facts by number: what the learner counts in instead of hashes.

use mitjul::tagger::{COUNT, Gazetteer, Known, LISTED, Line, Words};

use rustc_hash::FxHashMap;

use crate::corpus::Example;
use crate::crf::Sequence;

/// The number of a fact that is not in the dictionary.
pub const UNKNOWN: u32 = u32::MAX;

/// Every fact that was seen, and how often.
#[derive(Default)]
pub struct Dictionary {
    ids: FxHashMap<u32, u32>,
    pub hashes: Vec<u32>,
    pub counts: Vec<u32>,
}

/// An example read both with the lists of companies and people and without them.
pub struct Reading {
    pub sequence: Sequence,
    /// For every character the facts of [`LISTED`] as they are without the lists.
    unlisted: Vec<u32>,
}

impl Dictionary {
    /// Forgets the facts seen less than `rare` times, and renumbers the others; gives the new
    /// number of each.
    pub fn keep(&mut self, rare: u32) -> Vec<u32> {
        let mut fresh = 0;
        let kept: Vec<u32> = self
            .counts
            .iter()
            .map(|&count| {
                let number = if count >= rare { fresh } else { UNKNOWN };
                fresh += u32::from(count >= rare);
                number
            })
            .collect();
        let stay = |i: usize| kept[i] != UNKNOWN;
        let hashes = self.hashes.iter().enumerate();
        self.hashes = hashes.filter(|(i, _)| stay(*i)).map(|(_, &h)| h).collect();
        let counts = self.counts.iter().enumerate();
        self.counts = counts.filter(|(i, _)| stay(*i)).map(|(_, &c)| c).collect();
        self.ids = (0u32..)
            .zip(&self.hashes)
            .map(|(id, &hash)| (hash, id))
            .collect();
        kept
    }

    /// Reads `example`; facts that are new stay unknown.
    pub fn read(&self, example: &Example, known: &Known, partial: bool) -> Reading {
        read(example, known, partial, |hash| {
            self.ids.get(&hash).copied().unwrap_or(UNKNOWN)
        })
    }

    /// Reads `example`; facts that are new are added.
    pub fn learn(&mut self, example: &Example, known: &Known, partial: bool) -> Reading {
        read(example, known, partial, |hash| {
            let fresh = self.hashes.len() as u32;
            let id = *self.ids.entry(hash).or_insert(fresh);
            if id == fresh {
                self.hashes.push(hash);
                self.counts.push(0);
            }
            self.counts[id as usize] += 1;
            id
        })
    }
}

fn read(
    example: &Example,
    known: &Known,
    partial: bool,
    mut id: impl FnMut(u32) -> u32,
) -> Reading {
    let line = |i: usize, names| {
        Line::new(
            &example.text,
            Gazetteer { names },
            known,
            &example.rule_hits[i],
            &mut Words::default(),
            // It learns from all places, also from those that the engine reads over.
            false,
        )
    };
    let (full, bare) = (line(0, true), line(1, false));
    let mut facts = Vec::with_capacity(full.chars.len() * COUNT);
    let mut unlisted = Vec::with_capacity(full.chars.len() * LISTED.len());
    let mut out = [0; COUNT];
    for i in 0..full.chars.len() {
        full.features(i, &mut out);
        facts.extend(out.iter().map(|&hash| id(hash)));
        bare.features(i, &mut out);
        unlisted.extend(LISTED.iter().map(|&k| id(out[k])));
    }
    Reading {
        sequence: Sequence {
            facts,
            labels: example.labels.clone(),
            weight: example.weight,
            partial,
        },
        unlisted,
    }
}

impl Reading {
    /// Changes between the reading with the lists and the one without.
    pub fn turn(&mut self) {
        let characters = self.sequence.facts.chunks_exact_mut(COUNT);
        for (facts, other) in characters.zip(self.unlisted.chunks_exact_mut(LISTED.len())) {
            for (&k, o) in LISTED.iter().zip(other) {
                std::mem::swap(&mut facts[k], o);
            }
        }
    }

    /// Puts `to(id)` for every fact.
    pub fn renumber(&mut self, to: impl Fn(u32) -> u32) {
        for fact in self.sequence.facts.iter_mut().chain(&mut self.unlisted) {
            if *fact != UNKNOWN {
                *fact = to(*fact);
            }
        }
    }
}
