//! A set of words in a few bits each. What is in it is always found; of other words one in some
//! hundreds seems to be in it. `build.rs` and the trainer fill it, the program asks it.

/// How many bits are asked for a word; [`set`] gives each word half as many again.
const PROBES: u64 = 8;

/// The set of `words`.
pub fn set<'a>(words: impl ExactSizeIterator<Item = &'a str>) -> Vec<u8> {
    let mut set = vec![0u8; (words.len() * PROBES as usize * 3 / 2).div_ceil(8)];
    let bits = set.len() * 8;
    for at in words.flat_map(|word| places(word, bits)) {
        set[at / 8] |= 1 << (at % 8);
    }
    set
}

/// Whether `set` has `word`, or seems to.
pub fn holds(set: &[u8], word: &str) -> bool {
    !set.is_empty() && places(word, set.len() * 8).all(|at| set[at / 8] >> (at % 8) & 1 == 1)
}

/// The places of `word` in a set of `bits` bits.
fn places(word: &str, bits: usize) -> impl Iterator<Item = usize> {
    let hash = word.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| {
        (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3)
    });
    let (first, step) = (hash >> 32, hash & 0xffff_ffff | 1);
    (0..PROBES).map(move |i| (first.wrapping_add(i.wrapping_mul(step)) % bits as u64) as usize)
}
