//! The conditional random field while it learns: floating point, one row of weights a fact.
//!
//! Online learning with FTRL-Proximal (McMahan et al., “Ad click prediction: a view from the
//! trenches”, KDD 2013): per-weight learning rates, and an L1 term that keeps most weights at 0,
//! so that the model stays small.

use mitjul::tagger::{Kind, LABELS, WEIGHED, allowed, kind};

/// A row of weights: one for each label but O.
pub type Row = [f32; WEIGHED];

/// One line as the learner sees it: rows of facts by number.
pub struct Sequence {
    /// `width` numbers a character.
    pub facts: Vec<u32>,
    pub labels: Vec<u8>,
    pub weight: f32,
    /// Whether characters outside of names may be places or other organisations, which our own
    /// articles do not mark.
    pub partial: bool,
}

/// How fast and how sparse.
#[derive(Clone, Copy)]
pub struct Rates {
    pub alpha: f32,
    pub beta: f32,
    pub l1: f32,
    pub l2: f32,
}

/// Numbers of one row side by side: the labels, and two more that stay 0 so that a processor
/// takes all at once.
pub type Lanes = [f32; 8];

/// What is kept of a fact, in one line of the processor's cache.
#[derive(Clone, Copy, Default)]
#[repr(align(64))]
struct State {
    z: Lanes,
    n: Lanes,
}

pub struct Crf {
    rates: Rates,
    states: Vec<State>,
    /// The weights as they are now, which are read far more often than they change.
    weights: Vec<Lanes>,
    /// The weights once learning is over: the mean of those after the last epochs, which is
    /// steadier than the last ones.
    means: Vec<Lanes>,
    pub transitions: [[f32; LABELS]; LABELS],
    squares: [[f32; LABELS]; LABELS],
}

impl Crf {
    pub fn new(rows: usize, rates: Rates) -> Self {
        Self {
            rates,
            states: vec![State::default(); rows],
            weights: vec![[0.0; 8]; rows],
            means: Vec::new(),
            transitions: [[0.0; LABELS]; LABELS],
            squares: [[0.0; LABELS]; LABELS],
        }
    }

    /// The weights of row `i`.
    pub fn row(&self, i: usize) -> Row {
        let lanes = match self.means.get(i) {
            Some(mean) => *mean,
            None => self.weights[i],
        };
        let mut out = [0.0; WEIGHED];
        out.copy_from_slice(&lanes[..WEIGHED]);
        out
    }

    /// Adds the weights as they are now to `sums`.
    pub fn add_to(&self, sums: &mut Vec<Lanes>) {
        sums.resize(self.states.len(), [0.0; 8]);
        for (sum, weights) in sums.iter_mut().zip(&self.weights) {
            for (s, w) in sum.iter_mut().zip(weights) {
                *s += w;
            }
        }
    }

    /// Ends learning: from now on the weights are `sums` by `count`.
    pub fn settle(&mut self, mut sums: Vec<Lanes>, count: usize) {
        for s in sums.iter_mut().flatten() {
            *s /= count as f32;
        }
        self.means = sums;
    }

    #[inline]
    fn lanes(&self, state: &State) -> Lanes {
        let Rates {
            alpha,
            beta,
            l1,
            l2,
        } = self.rates;
        let mut out = [0.0; 8];
        for ((w, z), n) in out.iter_mut().zip(state.z).zip(state.n) {
            let rate = (beta + n.sqrt()) / alpha + l2;
            let over = (z.abs() - l1).max(0.0);
            *w = -over.copysign(z) / rate;
        }
        out
    }

    /// Scores of every label at every place.
    pub fn emissions(&self, facts: &[u32], width: usize) -> Vec<[f32; LABELS]> {
        facts
            .chunks_exact(width)
            .map(|some| {
                let mut sum: Lanes = [0.0; 8];
                for &f in some.iter().filter(|&&f| f != u32::MAX) {
                    for (s, w) in sum.iter_mut().zip(&self.weights[f as usize]) {
                        *s += w;
                    }
                }
                std::array::from_fn(|label| label.checked_sub(1).map_or(0.0, |k| sum[k]))
            })
            .collect()
    }

    /// One step on one line; gives the log-likelihood before it.
    pub fn learn(&mut self, sequence: &Sequence, width: usize) -> f64 {
        let emissions = self.emissions(&sequence.facts, width);
        let (expectations, pairs, log_z) = marginals(&emissions, &self.transitions);
        let mut score = 0.0;
        let mut before: Option<usize> = None;
        for (e, &label) in emissions.iter().zip(&sequence.labels) {
            let label = usize::from(label);
            score += e[label];
            if let Some(b) = before {
                score += self.transitions[b][label];
            }
            before = Some(label);
        }
        // What the labels ask for: one labelling, or all that agree with them.
        let asked = sequence.partial.then(|| {
            let allowed = |label: u8, k: usize| {
                usize::from(label) == k || label == 0 && kind(k) == Some(Kind::Other)
            };
            let masked: Vec<[f32; LABELS]> = emissions
                .iter()
                .zip(&sequence.labels)
                .map(|(e, &label)| {
                    std::array::from_fn(|k| if allowed(label, k) { e[k] } else { -1e4 })
                })
                .collect();
            marginals(&masked, &self.transitions)
        });
        for (i, (facts, marginal)) in sequence
            .facts
            .chunks_exact(width)
            .zip(&expectations)
            .enumerate()
        {
            let mut gradient: Lanes = [0.0; 8];
            for (k, g) in gradient.iter_mut().take(WEIGHED).enumerate() {
                let goal = match &asked {
                    Some((asked, ..)) => asked[i][k + 1],
                    None => f32::from(usize::from(sequence.labels[i]) == k + 1),
                };
                *g = (marginal[k + 1] - goal) * sequence.weight;
            }
            if gradient.iter().all(|g| g.abs() < 1e-4) {
                continue;
            }
            for &f in facts.iter().filter(|&&f| f != u32::MAX) {
                self.step(f as usize, &gradient);
            }
        }
        let mut expected = pairs;
        match &asked {
            Some((_, pairs, _)) => {
                for (e, p) in expected.iter_mut().flatten().zip(pairs.iter().flatten()) {
                    *e -= p;
                }
            }
            None => {
                for pair in sequence.labels.windows(2) {
                    expected[usize::from(pair[0])][usize::from(pair[1])] -= 1.0;
                }
            }
        }
        let Rates { alpha, beta, .. } = self.rates;
        for (from, row) in expected.iter().enumerate() {
            for (to, pair) in row.iter().enumerate().filter(|(to, _)| allowed(from, *to)) {
                let g = pair * sequence.weight;
                let squares = &mut self.squares[from][to];
                *squares += g * g;
                self.transitions[from][to] -= alpha * g / (beta + squares.sqrt());
            }
        }
        f64::from(score) - log_z
    }

    fn step(&mut self, i: usize, gradient: &Lanes) {
        let weights = self.weights[i];
        let State { z, n } = &mut self.states[i];
        for k in 0..8 {
            let g = gradient[k];
            let more = n[k] + g * g;
            let sigma = (more.sqrt() - n[k].sqrt()) / self.rates.alpha;
            z[k] += g - sigma * weights[k];
            n[k] = more;
        }
        self.weights[i] = self.lanes(&self.states[i]);
    }
}

/// Forward and backward in one: the probability of every label at every place, the expected
/// number of every pair of neighbours, and the logarithm of the sum over all labellings.
pub fn marginals(
    emissions: &[[f32; LABELS]],
    transitions: &[[f32; LABELS]; LABELS],
) -> (Vec<[f32; LABELS]>, [[f32; LABELS]; LABELS], f64) {
    let mut step = [[0.0f32; LABELS]; LABELS];
    for from in 0..LABELS {
        for to in (0..LABELS).filter(|&to| allowed(from, to)) {
            step[from][to] = transitions[from][to].exp();
        }
    }
    let mut log_z = 0.0f64;
    let exp = |e: &[f32; LABELS], log_z: &mut f64| -> [f32; LABELS] {
        let top = e.iter().copied().fold(f32::MIN, f32::max);
        *log_z += f64::from(top);
        e.map(|s| (s - top).exp())
    };
    let mut local: Vec<[f32; LABELS]> = Vec::with_capacity(emissions.len());
    let mut forward: Vec<[f32; LABELS]> = Vec::with_capacity(emissions.len());
    for (i, e) in emissions.iter().enumerate() {
        let here = exp(e, &mut log_z);
        let mut now = here;
        if i == 0 {
            // A line never begins inside a name.
            for (to, n) in now.iter_mut().enumerate() {
                if !allowed(0, to) {
                    *n = 0.0;
                }
            }
        } else {
            let last = &forward[i - 1];
            for to in 0..LABELS {
                let sum: f32 = (0..LABELS).map(|from| last[from] * step[from][to]).sum();
                now[to] *= sum;
            }
        }
        let sum: f32 = now.iter().sum();
        log_z += f64::from(sum.ln());
        forward.push(now.map(|n| n / sum));
        local.push(here);
    }
    let mut backward = [1.0f32; LABELS];
    let mut out = vec![[0.0; LABELS]; emissions.len()];
    let mut pairs = [[0.0f32; LABELS]; LABELS];
    for i in (0..emissions.len()).rev() {
        let mut both = [0.0; LABELS];
        for l in 0..LABELS {
            both[l] = forward[i][l] * backward[l];
        }
        let sum: f32 = both.iter().sum();
        out[i] = both.map(|b| b / sum);
        if i == 0 {
            break;
        }
        let mut before = [0.0f32; LABELS];
        let mut total = 0.0;
        let mut here = [[0.0f32; LABELS]; LABELS];
        for from in 0..LABELS {
            for to in 0..LABELS {
                let along = step[from][to] * local[i][to] * backward[to];
                before[from] += along;
                here[from][to] = forward[i - 1][from] * along;
                total += here[from][to];
            }
        }
        for from in 0..LABELS {
            for to in 0..LABELS {
                pairs[from][to] += here[from][to] / total;
            }
        }
        let top = before.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
        backward = before.map(|b| b / top);
    }
    (out, pairs, log_z)
}
