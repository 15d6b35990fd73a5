//! A set of words in a few bits each. What is in it is always found; of other words one in some
//! hundreds seems to be in it. `build.rs` fills it, the program asks it.

/// How many bits are asked for a word; `build.rs` gives each word half as many again.
pub const PROBES: u64 = 8;

/// The places of `word` in a set of `bits` bits.
pub fn places(word: &str, bits: usize) -> impl Iterator<Item = usize> {
    let hash = word.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| {
        (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3)
    });
    let (first, step) = (hash >> 32, hash & 0xffff_ffff | 1);
    (0..PROBES).map(move |i| (first.wrapping_add(i.wrapping_mul(step)) % bits as u64) as usize)
}
