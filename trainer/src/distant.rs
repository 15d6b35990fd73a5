//! Labels for sentences that come without: the corpus says how often each form bears each label,
//! but not where.
//!
//! The model reads every sentence, free to choose among the forms that are on the list and “no
//! name”; a bias for each form and label is moved until the model chooses it as often as the list
//! says. What comes out is close to the labels that the counts were taken from.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use mitjul::tagger::{COUNT, Kind, LABELS, first, later};

use crate::corpus::{Example, Name, unnamed};
use crate::crf::{Crf, Sequence};

/// How often a form bears a label that stands for `kind`.
struct Form {
    kind: Kind,
    often: f32,
    bias: f32,
}

/// Forms and their labels.
pub struct Forms {
    all: HashMap<String, Vec<Form>>,
    longest: usize,
}

/// A place where a form may stand.
struct Candidate {
    from: usize,
    to: usize,
    form: String,
    which: usize,
}

impl Forms {
    pub fn read(path: &Path) -> Result<Self> {
        let text =
            fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        let mut all: HashMap<String, Vec<Form>> = HashMap::new();
        for line in text.lines().skip(1) {
            let mut cells = line.split('\t');
            let (Some(form), Some(label), Some(often)) = (cells.next(), cells.next(), cells.next())
            else {
                continue;
            };
            let Some(kind) = kind(label) else { continue };
            let often: f32 = often.parse().unwrap_or(0.0);
            let some = all.entry(form.to_owned()).or_default();
            match some.iter_mut().find(|f| f.kind == kind) {
                Some(f) => f.often += often,
                None => some.push(Form {
                    kind,
                    often,
                    bias: 0.0,
                }),
            }
        }
        let longest = all.keys().map(|k| k.chars().count()).max().unwrap_or(0);
        Ok(Self { all, longest })
    }

    fn candidates(&self, text: &str) -> Vec<Candidate> {
        let chars: Vec<char> = text.chars().collect();
        let mut out = Vec::new();
        for from in 0..chars.len() {
            let starts = from == 0 || !chars[from - 1].is_alphanumeric();
            if !starts || chars[from].is_whitespace() {
                continue;
            }
            let mut form = String::new();
            for (to, &c) in chars.iter().enumerate().skip(from).take(self.longest) {
                form.push(c);
                if let Some(some) = self.all.get(&form) {
                    for which in 0..some.len() {
                        out.push(Candidate {
                            from,
                            to: to + 1,
                            form: form.clone(),
                            which,
                        });
                    }
                }
            }
        }
        out
    }
}

/// What a fine label stands for.
pub fn kind(label: &str) -> Option<Kind> {
    match label {
        "PS_NAME" | "PS_CHARACTER" => Some(Kind::Person),
        "OGG_ECONOMY" | "OGG_FOOD" | "OGG_HOTEL" => Some(Kind::Company),
        _ if label.starts_with("OGG_") || label.starts_with("LC") => Some(Kind::Other),
        _ => None,
    }
}

/// Labels `texts` (each with its facts, as read for learning) by what `crf` finds likely and
/// `forms` allows.
pub fn label(
    texts: &[String],
    sequences: &[&Sequence],
    crf: &Crf,
    forms: &mut Forms,
    rounds: usize,
) -> Vec<Example> {
    let candidates: Vec<Vec<Candidate>> = texts.iter().map(|t| forms.candidates(t)).collect();
    let emissions: Vec<Vec<[f32; LABELS]>> = sequences
        .iter()
        .map(|s| crf.emissions(&s.facts, COUNT))
        .collect();
    let mut chosen: Vec<Vec<Name>> = Vec::new();
    for round in 0..=rounds {
        chosen = Vec::with_capacity(texts.len());
        let mut counts: HashMap<(&str, usize), f32> = HashMap::new();
        for (some, e) in candidates.iter().zip(&emissions) {
            let path = choose(some, e, crf, forms);
            for &c in &path {
                *counts.entry((&some[c].form, some[c].which)).or_default() += 1.0;
            }
            chosen.push(
                path.iter()
                    .map(|&c| Name {
                        from: some[c].from,
                        to: some[c].to,
                        kind: forms.all[&some[c].form][some[c].which].kind,
                    })
                    .collect(),
            );
        }
        if round == rounds {
            break;
        }
        let moves: Vec<(String, usize, f32)> = forms
            .all
            .iter()
            .flat_map(|(form, some)| {
                let counts = &counts;
                some.iter().enumerate().map(move |(i, f)| {
                    let got = counts.get(&(form.as_str(), i)).copied().unwrap_or(0.0);
                    (form.clone(), i, ((f.often + 0.2) / (got + 0.2)).ln())
                })
            })
            .collect();
        for (form, i, step) in moves {
            if let Some(some) = forms.all.get_mut(&form) {
                some[i].bias = (some[i].bias + 1.5 * step).clamp(-12.0, 12.0);
            }
        }
    }
    texts
        .iter()
        .zip(chosen)
        .map(|(text, mut names)| {
            let chars: Vec<char> = text.chars().collect();
            names.retain(|n| n.kind != Kind::Person || !unnamed(&chars, n.from, n.to));
            for n in names.iter_mut().filter(|n| n.kind == Kind::Person) {
                // 시진핑(習近平) is one name there.
                let bracket = chars[n.from..n.to].iter().position(|&c| c == '(');
                n.to = bracket.filter(|&at| at > 0).map_or(n.to, |at| n.from + at);
            }
            Example::new(text.clone(), &names, 1.0)
        })
        .collect()
}

/// The best set of candidates: the labelling of highest score among those that mark only them.
fn choose(candidates: &[Candidate], e: &[[f32; LABELS]], crf: &Crf, forms: &Forms) -> Vec<usize> {
    if candidates.is_empty() {
        return Vec::new();
    }
    let t = &crf.transitions;
    let n = e.len();
    // best[i]: score of the best labelling of the first i characters that ends outside, or ends a name there.
    let mut best = vec![f32::MIN; n + 1];
    let mut last_label = vec![0usize; n + 1];
    let mut back: Vec<Option<usize>> = vec![None; n + 1];
    best[0] = 0.0;
    let mut by_end: Vec<Vec<usize>> = vec![Vec::new(); n + 1];
    for (k, c) in candidates.iter().enumerate() {
        by_end[c.to].push(k);
    }
    for i in 1..=n {
        let before = last_label[i - 1];
        best[i] = best[i - 1] + e[i - 1][0] + if i > 1 { t[before][0] } else { 0.0 };
        for &k in &by_end[i] {
            let c = &candidates[k];
            let form = &forms.all[&c.form][c.which];
            let (b, l) = (first(form.kind), later(form.kind));
            let mut score = best[c.from] + form.bias;
            if c.from > 0 {
                score += t[last_label[c.from]][b];
            }
            score += e[c.from][b];
            for j in c.from + 1..c.to {
                score += e[j][l] + t[if j == c.from + 1 { b } else { l }][l];
            }
            if score > best[i] {
                best[i] = score;
                back[i] = Some(k);
                last_label[i] = if c.to - c.from == 1 { b } else { l };
            }
        }
    }
    let mut out = Vec::new();
    let mut i = n;
    while i > 0 {
        match back[i] {
            Some(k) => {
                out.push(k);
                i = candidates[k].from;
            }
            None => i -= 1,
        }
    }
    out.reverse();
    out
}
