//! From scores to names: the best labelling of a line, and how likely each name of it is.

use super::facts::Gazetteer;
use super::features::{COUNT, Line, RuleHit};
use super::labels::{Kind, LABELS, OUTSIDE, allowed, first, later};
use super::model::{Model, UNIT};
use super::names;
use crate::span::Span;

/// A name that the tagger proposes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tagged {
    /// Bytes of the line.
    pub span: Span,
    pub kind: Kind,
    /// How often such a proposal is right, 0 to 1.
    pub probability: f32,
}

/// A line with its scores; names can be asked for.
pub struct Tagging<'a> {
    model: &'a Model,
    line: Line<'a>,
    scores: Vec<[i32; LABELS]>,
    best: Vec<usize>,
}

const NEVER: i32 = i32::MIN / 4;

impl<'a> Tagging<'a> {
    /// Reads a line, told what rules found in it; linear.
    pub fn new(model: &'a Model, text: &'a str, lists: Gazetteer, rule_hits: &[RuleHit]) -> Self {
        let line = Line::new(text, lists, rule_hits);
        let mut facts = [0; COUNT];
        let scores: Vec<[i32; LABELS]> = (0..line.chars.len())
            .map(|i| {
                line.features(i, &mut facts);
                model.score(&facts)
            })
            .collect();
        let best = best(&scores, &model.transitions);
        Self {
            model,
            line,
            scores,
            best,
        }
    }

    /// The names of the best labelling, in order.
    pub fn names(&self) -> impl Iterator<Item = Tagged> {
        names(&self.best).map(|(from, to, kind)| Tagged {
            span: self.line.span(from, to),
            kind,
            probability: self.chance(from, to, kind),
        })
    }

    /// How likely it is that just the bytes `span` of the line are a name of this kind.
    pub fn probability(&self, span: Span, kind: Kind) -> f32 {
        let (from, to) = (self.line.char_at(span.from()), self.line.char_at(span.to()));
        if from >= to || to > self.scores.len() {
            return 0.0;
        }
        self.chance(from, to, kind)
    }

    /// The share of all labellings around the name that have it, those further away as in the
    /// best one.
    fn chance(&self, from: usize, to: usize, kind: Kind) -> f32 {
        let (start, end) = self.window(from, to);
        let with = self.sum(start, end, |i, label| {
            if i < from || i > to {
                true
            } else if i == to {
                label != later(kind)
            } else if i == from {
                label == first(kind)
            } else {
                label == later(kind)
            }
        });
        let all = self.sum(start, end, |_, _| true);
        (with - all).exp().clamp(0.0, 1.0)
    }

    /// The characters of the words that the name touches, and one more on either side.
    fn window(&self, from: usize, to: usize) -> (usize, usize) {
        const REACH: usize = 12;
        let word = |i: usize| self.line.chars[i].token;
        let mut start = from;
        while start > 0 && from - start < REACH && word(start - 1) == word(from) {
            start -= 1;
        }
        let mut end = to;
        while end < self.scores.len() && end - to < REACH && word(end) == word(to - 1) {
            end += 1;
        }
        (start.saturating_sub(1), (end + 1).min(self.scores.len()))
    }

    /// The logarithm of the sum over all labellings of a window that pass.
    fn sum(&self, start: usize, end: usize, pass: impl Fn(usize, usize) -> bool) -> f32 {
        let scale = 1.0 / (UNIT * self.model.temperature);
        let before = start.checked_sub(1).map_or(OUTSIDE, |i| self.best[i]);
        let mut sums = [f32::NEG_INFINITY; LABELS];
        sums[before] = 0.0;
        for i in start..end {
            let mut next = [f32::NEG_INFINITY; LABELS];
            for (to, sum) in next.iter_mut().enumerate() {
                if !pass(i, to) {
                    continue;
                }
                let terms = sums
                    .iter()
                    .enumerate()
                    .filter(|(from, s)| s.is_finite() && allowed(*from, to));
                let all = terms.map(|(from, s)| {
                    let step = if i == 0 {
                        0
                    } else {
                        self.model.transitions[from][to]
                    };
                    s + step as f32 * scale
                });
                *sum = log_sum(all) + self.scores[i][to] as f32 * scale;
            }
            sums = next;
        }
        let after = self.best.get(end).copied();
        let last = sums
            .into_iter()
            .enumerate()
            .filter_map(|(from, s)| match after {
                Some(to) if !allowed(from, to) => None,
                Some(to) => Some(s + self.model.transitions[from][to] as f32 * scale),
                None => Some(s),
            });
        log_sum(last)
    }
}

fn log_sum(terms: impl Iterator<Item = f32>) -> f32 {
    let mut top = f32::NEG_INFINITY;
    let mut sum = 0.0f32;
    for term in terms.filter(|t| t.is_finite()) {
        if term > top {
            sum = sum * (top - term).exp() + 1.0;
            top = term;
        } else {
            sum += (term - top).exp();
        }
    }
    top + sum.ln()
}

/// The labelling of highest score (Viterbi).
fn best(scores: &[[i32; LABELS]], transitions: &[[i32; LABELS]; LABELS]) -> Vec<usize> {
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(scores.len());
    let mut sums = [NEVER; LABELS];
    sums[OUTSIDE] = 0;
    for (i, score) in scores.iter().enumerate() {
        let mut next = [NEVER; LABELS];
        let mut from_of = [0u8; LABELS];
        for to in 0..LABELS {
            for from in (0..LABELS).filter(|&from| allowed(from, to)) {
                let step = if i == 0 { 0 } else { transitions[from][to] };
                let sum = sums[from] + step;
                if sum > next[to] {
                    next[to] = sum;
                    from_of[to] = from as u8;
                }
            }
            next[to] += score[to];
        }
        // A long line must not overflow.
        let top = next.iter().copied().max().unwrap_or(0);
        sums = next.map(|n| (n - top).max(NEVER));
        back.push(from_of);
    }
    let mut label = (0..LABELS)
        .max_by_key(|&l| (sums[l], usize::MAX - l))
        .unwrap_or(OUTSIDE);
    let mut out = vec![OUTSIDE; scores.len()];
    for (place, from) in out.iter_mut().zip(&back).rev() {
        *place = label;
        label = usize::from(from[label]);
    }
    out
}
