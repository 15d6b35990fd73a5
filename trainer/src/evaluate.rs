//! How good a model is, by itself: names found in lines that it has not learned from.

use mitjul::tagger::{Gazetteer, Kind, Model, Tagging, Words};

use crate::corpus::Example;

/// Right, wrong and missed names.
#[derive(Clone, Copy, Default)]
pub struct Count {
    pub right: usize,
    pub wrong: usize,
    pub missed: usize,
}

impl Count {
    /// Counts what was found beside what is there.
    pub fn add(&mut self, found: &[(usize, usize)], there: &[(usize, usize)]) {
        let right = found.iter().filter(|f| there.contains(f)).count();
        self.right += right;
        self.wrong += found.len() - right;
        self.missed += there.len() - right;
    }

    pub fn f1(self) -> f64 {
        let (hit, all) = (self.right as f64, 2 * self.right + self.wrong + self.missed);
        200.0 * hit / (all as f64).max(1.0)
    }

    fn show(self) -> String {
        let share = |n: usize| 100.0 * self.right as f64 / ((self.right + n) as f64).max(1.0);
        format!(
            "P {:4.1} R {:4.1} F1 {:4.1}",
            share(self.wrong),
            share(self.missed),
            self.f1()
        )
    }
}

/// A proposal's probability, and whether it was right.
pub type Guess = (f32, bool);

/// What `model` finds of `kind` in `examples`, and how sure it was.
pub fn run(
    model: &Model,
    examples: &[Example],
    lists: Gazetteer,
    kind: Kind,
) -> (Count, Vec<Guess>) {
    let mut count = Count::default();
    let mut guesses = Vec::new();
    for example in examples {
        let tagging = Tagging::new(
            model,
            &example.text,
            lists,
            &example.rule_hits[usize::from(!lists.names)],
            &mut Words::default(),
        );
        let want = example.spans(kind);
        let mut found = Vec::new();
        for name in tagging.names().filter(|n| n.kind == kind) {
            let span = (name.span.from(), name.span.to());
            guesses.push((name.probability, want.contains(&span)));
            found.push(span);
        }
        count.add(&found, &want);
    }
    (count, guesses)
}

/// Prints a line for people and companies, with and without the lists.
pub fn report(name: &str, model: &Model, examples: &[Example]) {
    for names in [true, false] {
        let lists = Gazetteer { names };
        let of = |kind| run(model, examples, lists, kind).0.show();
        println!(
            "  {name:16} {:13} people {}   companies {}",
            if names { "with lists" } else { "without lists" },
            of(Kind::Person),
            of(Kind::Company)
        );
    }
}

/// Proposals by probability: how many, how sure on average, how many right.
pub fn reliability(guesses: &[Guess]) -> Vec<(usize, f32, f32)> {
    const STEPS: [f32; 8] = [0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97];
    let mut out = Vec::new();
    for (i, &from) in STEPS.iter().enumerate() {
        let to = STEPS.get(i + 1).copied().unwrap_or(1.1);
        let some: Vec<&Guess> = guesses.iter().filter(|g| from <= g.0 && g.0 < to).collect();
        if some.is_empty() {
            continue;
        }
        let n = some.len() as f32;
        let mean = some.iter().map(|g| g.0).sum::<f32>() / n;
        let right = some.iter().filter(|g| g.1).count() as f32 / n;
        out.push((some.len(), mean, right));
    }
    out
}

/// The mean log loss of guesses: small when probabilities are frequencies.
pub fn loss(guesses: &[Guess]) -> f64 {
    let sum: f64 = guesses
        .iter()
        .map(|&(p, hit)| {
            let p = f64::from(p).clamp(0.001, 0.999);
            -if hit { p.ln() } else { (1.0 - p).ln() }
        })
        .sum();
    sum / guesses.len().max(1) as f64
}
