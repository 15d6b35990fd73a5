//! From scores to names: the best labelling of a line, and how likely each name of it is.

use super::facts::Gazetteer;
use super::features::{COUNT, Char, Line, RuleHit, Words};
use super::labels::{Kind, LABELS, OUTSIDE, allowed, first, later};
use super::lanes::{self, Lanes};
use super::model::{Model, NEVER};
use super::names;
use crate::span::Span;

/// A name that the tagger proposes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tagged {
    /// Bytes of the line.
    pub span: Span,
    pub kind: Kind,
    /// How often such a proposal is right, 0 to 1; of other organisations it is not asked.
    pub probability: f32,
}

/// The scores where no name can stand: five hundred nats speak for that.
const NO_NAME: [i16; LABELS] = {
    let mut scores = [-8000; LABELS];
    scores[OUTSIDE] = 0;
    scores
};

/// What the tagger made of a line. It knows the line no more: it may be kept for the next text
/// that has the same one.
pub struct Tagging {
    /// Twice the place where each character begins, and one more where the one before it is of another word.
    places: Vec<u32>,
    scores: Vec<[i16; LABELS]>,
    best: Vec<u8>,
    names: Vec<Tagged>,
}

impl Tagging {
    /// Reads a line, told what rules found in it; `words` may serve for all lines of a text. Linear.
    pub fn new<'a>(
        model: &Model,
        text: &'a str,
        lists: Gazetteer,
        rule_hits: &[RuleHit],
        words: &mut Words<'a>,
    ) -> Self {
        let line = Line::new(text, lists, &model.known, rule_hits, words, true);
        let mut facts = [0; COUNT];
        let score = |(i, &pruned)| {
            if pruned {
                return NO_NAME;
            }
            line.features(i, &mut facts);
            model.score(&facts)
        };
        let scores: Vec<_> = line.pruned.iter().enumerate().map(score).collect();
        let mut tagging = Self {
            best: best(&scores, &line.pruned, &model.transitions),
            places: places(&line.chars),
            scores,
            names: Vec::new(),
        };
        let name = |(from, to, kind)| Tagged {
            span: line.span(from, to),
            kind,
            // Nobody asks how likely another organisation is.
            probability: match kind {
                Kind::Other => 1.0,
                _ => tagging.chance(model, from, to, kind),
            },
        };
        tagging.names = names(&tagging.best).map(name).collect();
        tagging
    }

    /// The names of the best labelling, in order.
    pub fn names(&self) -> impl Iterator<Item = Tagged> {
        self.names.iter().copied()
    }

    /// How likely it is that just the bytes `span` of the line are a name of this kind, by the
    /// model that has read the line.
    pub fn probability(&self, model: &Model, span: Span, kind: Kind) -> f32 {
        let char_at = |at: u32| self.places.partition_point(|place| place >> 1 < at);
        let (from, to) = (char_at(span.start), char_at(span.end));
        if from >= to || to > self.scores.len() {
            return 0.0;
        }
        self.chance(model, from, to, kind)
    }

    /// The share of all labellings around the name that have it, those further away as in the
    /// best one (forward algorithm).
    fn chance(&self, model: &Model, from: usize, to: usize, kind: Kind) -> f32 {
        let (start, end) = self.window(from, to);
        let here = |i: usize, label: usize| {
            if i < from || i > to {
                true
            } else if i == to {
                label != later(kind)
            } else if i == from {
                label == first(kind)
            } else {
                label == later(kind)
            }
        };
        let before = start
            .checked_sub(1)
            .map_or(OUTSIDE, |i| self.best[i].into());
        let mut all = [0.0; LABELS];
        all[before] = 1.0;
        let mut with = all;
        for i in start..end {
            let scores = &self.scores[i];
            let top = scores.iter().copied().max().unwrap_or(0);
            let (last_all, last_with) = (all, with);
            for label in 0..LABELS {
                let weight = model.odds(i32::from(top) - i32::from(scores[label]));
                let come = |last: &[f64; LABELS]| -> f64 {
                    if i == 0 {
                        // A line never begins inside a name.
                        return f64::from(u8::from(allowed(OUTSIDE, label)));
                    }
                    let steps = last.iter().zip(&model.steps);
                    steps.map(|(sum, step)| sum * step[label]).sum()
                };
                all[label] = weight * come(&last_all);
                with[label] = match here(i, label) {
                    // Before the name nothing is ruled out yet.
                    true if i < from => all[label],
                    true => weight * come(&last_with),
                    false => 0.0,
                };
            }
            // Only their ratio counts.
            let sum: f64 = all.iter().sum();
            all = all.map(|a| a / sum);
            with = with.map(|w| w / sum);
        }
        let after = self.best.get(end).map(|&label| usize::from(label));
        let total = |sums: [f64; LABELS]| -> f64 {
            let step = |label: usize| after.map_or(1.0, |to| model.steps[label][to]);
            sums.iter()
                .enumerate()
                .map(|(label, s)| s * step(label))
                .sum()
        };
        let all = total(all);
        if all > 0.0 {
            (total(with) / all).clamp(0.0, 1.0) as f32
        } else {
            0.0
        }
    }

    /// The characters of the words that the name touches, and one more on either side.
    fn window(&self, from: usize, to: usize) -> (usize, usize) {
        const REACH: usize = 12;
        let goes_on = |i: usize| self.places[i] & 1 == 0;
        let mut start = from;
        while start > 0 && from - start < REACH && goes_on(start) {
            start -= 1;
        }
        let mut end = to;
        while end < self.scores.len() && end - to < REACH && goes_on(end) {
            end += 1;
        }
        (start.saturating_sub(1), (end + 1).min(self.scores.len()))
    }
}

/// The places of [`Tagging`].
fn places(chars: &[Char]) -> Vec<u32> {
    let mut before = None;
    let place = |c: &Char| {
        let begins = before.replace(c.token) != Some(c.token);
        c.at << 1 | u32::from(begins)
    };
    chars.iter().map(place).collect()
}

/// The labelling of highest score. Where no name can stand it is O, so each run of characters
/// between two such places is labelled by itself.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn best(
    scores: &[[i16; LABELS]],
    pruned: &[bool],
    transitions: &[[i16; LABELS]; LABELS],
) -> Vec<u8> {
    let steps: [Lanes; LABELS] = std::array::from_fn(|from| lane_a_label(transitions[from]));
    let mut out = vec![OUTSIDE as u8; scores.len()];
    let mut back = Vec::new();
    let mut to = 0;
    for run in pruned.chunk_by(PartialEq::eq) {
        let from = to;
        to += run.len();
        if !run[0] {
            // At the edges of the line there is no O beside it.
            let beside = (from > 0, to < scores.len());
            label(
                &scores[from..to],
                beside,
                &steps,
                &mut back,
                &mut out[from..to],
            );
        }
    }
    out
}

/// The labelling of highest score of a run (Viterbi), where O stands before it or behind it if
/// `beside` says so; `back` is room for its work. Sums are kept beside that of O, so that no run is too long.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn label(
    scores: &[[i16; LABELS]],
    beside: (bool, bool),
    steps: &[Lanes; LABELS],
    back: &mut Vec<[i16; 8]>,
    out: &mut [u8],
) {
    back.clear();
    // A line never begins inside a name.
    let start = std::array::from_fn(|label| if allowed(OUTSIDE, label) { 0 } else { NEVER });
    let mut next = match beside.0 {
        true => steps[OUTSIDE],
        false => lane_a_label(start),
    };
    for (i, score) in scores.iter().enumerate() {
        let mut from_of = lanes::all(OUTSIDE as i16);
        if i > 0 {
            let sums = lanes::numbers(lanes::subtract(next, lanes::all(lanes::first(next))));
            next = lanes::add(lanes::all(sums[OUTSIDE]), steps[OUTSIDE]);
            for from in OUTSIDE + 1..LABELS {
                let sum = lanes::add(lanes::all(sums[from]), steps[from]);
                (next, from_of) = lanes::greater(sum, lanes::all(from as i16), next, from_of);
            }
        }
        next = lanes::add(next, lane_a_label(*score));
        back.push(lanes::numbers(from_of));
    }
    let sums = lanes::numbers(next);
    let end = |l: usize| match beside.1 {
        true => sums[l].saturating_add(lanes::first(steps[l])),
        false => sums[l],
    };
    let mut label = (0..LABELS)
        .max_by_key(|&l| (end(l), usize::MAX - l))
        .unwrap_or(OUTSIDE);
    for (place, from) in out.iter_mut().zip(&*back).rev() {
        *place = label as u8;
        label = from[label] as usize;
    }
}

#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn lane_a_label([a, b, c, d, e, f, g]: [i16; LABELS]) -> Lanes {
    lanes::of([a, b, c, d, e, f, g, NEVER])
}
