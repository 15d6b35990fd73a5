//! From a large model to a small one: the facts that matter most get a cell each.

use mitjul::tagger::{CELLS, Known, LABELS, Parts, UNIT, allowed, bucket, tag};

use crate::crf::{Crf, Row};
use crate::dictionary::{Dictionary, UNKNOWN};

/// Which fact lies in which cell.
pub struct Cells {
    bits: u32,
    tags: Vec<u16>,
}

impl Cells {
    /// Gives the weightiest facts of `crf` a cell, until the buckets are full. What a fact
    /// weighs is its largest weight times the root of how often it was seen.
    pub fn choose(crf: &Crf, dictionary: &Dictionary, bits: u32, most: usize) -> Self {
        let mut order: Vec<(f32, u32)> = (0..dictionary.hashes.len())
            .filter_map(|i| {
                let weight = largest(&crf.row(i));
                let seen = dictionary.counts[i] as f32;
                (weight > 0.0).then_some((weight * seen.sqrt(), dictionary.hashes[i]))
            })
            .collect();
        order.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut tags = vec![0u16; CELLS << bits];
        let mut used = 0;
        for &(_, hash) in &order {
            if used == most {
                break;
            }
            let from = bucket(hash, bits) * CELLS;
            let cells = &mut tags[from..from + CELLS];
            if cells.contains(&tag(hash)) {
                continue;
            }
            if let Some(free) = cells.iter_mut().find(|t| **t == 0) {
                *free = tag(hash);
                used += 1;
            }
        }
        // In order, so that the same facts give the same bytes whatever their rank.
        for cells in tags.chunks_exact_mut(CELLS) {
            cells.sort_by_key(|&t| if t == 0 { u16::MAX } else { t });
        }
        Self { bits, tags }
    }

    pub fn used(&self) -> usize {
        self.tags.iter().filter(|&&t| t != 0).count()
    }

    pub fn len(&self) -> usize {
        self.tags.len()
    }

    /// The cell that the engine will look into for this fact.
    pub fn find(&self, hash: u32) -> u32 {
        let from = bucket(hash, self.bits) * CELLS;
        let at = self.tags[from..from + CELLS]
            .iter()
            .position(|&t| t == tag(hash));
        at.map_or(UNKNOWN, |k| (from + k) as u32)
    }

    /// The model, its weights rounded.
    pub fn parts(&self, crf: &Crf, known: &Known, temperature: f32) -> Parts {
        let round = |w: f32| (w * UNIT).round();
        let cells = self
            .tags
            .iter()
            .enumerate()
            .map(|(i, &tag)| {
                let row = crf.row(i).map(|w| round(w).clamp(-127.0, 127.0) as i8);
                // A cell whose weights all vanish is as good as empty.
                if row.iter().all(|&w| w == 0) {
                    (0, row)
                } else {
                    (tag, row)
                }
            })
            .collect();
        let mut transitions = [[0; LABELS]; LABELS];
        for (from, row) in transitions.iter_mut().enumerate() {
            for (to, t) in row.iter_mut().enumerate() {
                if allowed(from, to) {
                    *t = round(crf.transitions[from][to]).clamp(-3000.0, 3000.0) as i16;
                }
            }
        }
        Parts {
            bits: self.bits,
            cells,
            transitions,
            temperature,
            known: known.clone(),
        }
    }
}

fn largest(row: &Row) -> f32 {
    row.iter().fold(0.0, |top, w| w.abs().max(top))
}
