//! A set of words in a few bits each. What is in it is always found; of other words one in some
//! hundreds seems to be in it. `build.rs` and the trainer fill it, the program asks it.

/// How many bits are asked for a word; [`set`] gives each word half as many again.
const PROBES: usize = 8;

/// A word as sets are asked for it: hashed once, however many sets there are.
#[derive(Clone, Copy)]
pub struct Key {
    first: u32,
    step: u32,
}

impl Key {
    pub fn of(word: &str) -> Self {
        let mut head = Head::default();
        head.extend(word);
        head.key()
    }
}

/// The hash of a word up to some place in it.
pub struct Head(u64);

impl Default for Head {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Head {
    /// Goes on over `more` of the word.
    pub fn extend(&mut self, more: &str) {
        for b in more.bytes() {
            self.0 = (self.0 ^ u64::from(b)).wrapping_mul(0x100_0000_01b3);
        }
    }

    /// The key of the word that ends here.
    pub fn key(&self) -> Key {
        Key {
            first: (self.0 >> 32) as u32,
            step: self.0 as u32 | 1,
        }
    }
}

/// The set of `words`.
pub fn set<'a>(words: impl ExactSizeIterator<Item = &'a str>) -> Vec<u8> {
    let mut set = vec![0u8; (words.len() * PROBES * 3 / 2).div_ceil(8)];
    let bits = set.len() * 8;
    for word in words {
        all_places(Key::of(word), bits, |at| {
            set[at / 8] |= 1 << (at % 8);
            true
        });
    }
    set
}

/// Whether `set` has the word of `key`, or seems to.
pub fn holds(set: &[u8], key: Key) -> bool {
    !set.is_empty() && all_places(key, set.len() * 8, |at| set[at / 8] >> (at % 8) & 1 == 1)
}

/// Whether `is` says so of all places of a word in a set of `bits` bits: `first`, and on by `step`, around the
/// end. Only two divisions, which are slow, and the second only if the first place does not settle it.
#[inline]
fn all_places(key: Key, bits: usize, mut is: impl FnMut(usize) -> bool) -> bool {
    let bits = bits as u32;
    let mut at = key.first % bits;
    if !is(at as usize) {
        return false;
    }
    let step = key.step % bits;
    let back = bits - step;
    (1..PROBES).all(|_| {
        at = if at >= back { at - back } else { at + step };
        is(at as usize)
    })
}
