//! Random numbers that are the same on every machine.

/// SplitMix64 (Steele, Lea and Flood 2014; public domain).
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    pub fn chance(&mut self, p: f64) -> bool {
        self.unit() < p
    }

    /// One of `some`, which must not be empty.
    pub fn pick<'a, T>(&mut self, some: &'a [T]) -> &'a T {
        &some[self.below(some.len())]
    }

    /// One of `some`, the likelier the heavier.
    pub fn weighed<'a, T>(&mut self, some: &'a [(T, f64)]) -> &'a T {
        let total: f64 = some.iter().map(|s| s.1).sum();
        let mut at = self.unit() * total;
        for (item, weight) in some {
            at -= weight;
            if at < 0.0 {
                return item;
            }
        }
        &some[some.len() - 1].0
    }

    pub fn shuffle<T>(&mut self, some: &mut [T]) {
        for i in (1..some.len()).rev() {
            some.swap(i, self.below(i + 1));
        }
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }
}
