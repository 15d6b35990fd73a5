//! The model: which facts weigh how much, in one flat table that is searched as it lies.
//!
//! Four cells make a bucket. A fact's hash gives the bucket by its upper bits and is told from
//! the others there by a tag of twelve lower bits; a fact of no cell weighs nothing. On disk the
//! tags come first, then one column of small integers a label, which compresses well. Reading
//! puts the weights of a cell side by side; nothing is parsed.

use super::known::{Known, SORTS};
use super::labels::{LABELS, WEIGHED, allowed};
use std::fmt;

const MAGIC: &[u8; 8] = b"mitjul\0\x02";
/// Cells in a bucket.
pub const CELLS: usize = 4;
/// Weights count in sixteenths of a nat.
pub const UNIT: f32 = 16.0;
/// Added to every weight in memory, so that sums of weights never borrow from their neighbours:
/// its upper bit is turned.
const BIAS: i32 = 128;
/// Every second byte of a word.
const BYTES: u64 = 0x00ff_00ff_00ff_00ff;
/// A one in every lane of sixteen bits.
const ONES: u64 = 0x0001_0001_0001_0001;
const HEADER: usize = MAGIC.len() + 4 + 2 * LABELS * LABELS + 4 + 4 * SORTS;

/// Weights of facts and of neighbouring labels.
pub struct Model {
    /// 32 less the logarithm of the number of buckets.
    shift: u32,
    buckets: Vec<Bucket>,
    /// What each pair of neighbours adds to a score; [`NEVER`] where it may not be.
    pub(super) transitions: [[i32; LABELS]; LABELS],
    /// The same as factors of a probability.
    pub(super) steps: [[f64; LABELS]; LABELS],
    /// What turns a score into the logarithm of a calibrated probability.
    pub(super) scale: f64,
    /// Names it has been told of.
    pub(super) known: Known,
}

#[derive(Clone, Copy)]
struct Bucket {
    /// Its tags in one word, so that one comparison asks them all.
    tags: u64,
    /// For every cell a biased byte a label, and a one above them that counts. The last is for
    /// facts of no cell: all zero, so that nothing need be asked.
    rows: [u64; CELLS + 1],
}

/// Below every score; two of it still fit.
pub(super) const NEVER: i32 = i32::MIN / 4;

/// What a model looks like before it is written.
pub struct Parts {
    /// The number of buckets, as a power of two.
    pub bits: u32,
    /// For every cell its tag, 0 where it is empty, and its weights.
    pub cells: Vec<(u16, [i8; WEIGHED])>,
    pub transitions: [[i16; LABELS]; LABELS],
    pub temperature: f32,
    pub known: Known,
}

/// Why bytes are no model.
#[derive(Debug)]
pub struct ModelError(Kind);

#[derive(Debug)]
enum Kind {
    Magic,
    Length { want: usize, have: usize },
    Bits(u32),
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Kind::Magic => write!(f, "not a tagger model of this version"),
            Kind::Length { want, have } => {
                write!(f, "a tagger model of {have} bytes, where {want} were due")
            }
            Kind::Bits(bits) => {
                write!(f, "a tagger model of 2^{bits} buckets; 8 to 20 are allowed")
            }
        }
    }
}

impl std::error::Error for ModelError {}

/// The bucket of a fact.
pub fn bucket(hash: u32, bits: u32) -> usize {
    (hash >> (32 - bits)) as usize
}

/// The tag of a fact: twelve bits, never 0.
pub fn tag(hash: u32) -> u16 {
    ((hash & 0xfff) as u16).max(1)
}

impl Parts {
    /// The bytes of the model; [`Model::read`] takes them back.
    pub fn write(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.extend(self.bits.to_le_bytes());
        for t in self.transitions.iter().flatten() {
            out.extend(t.to_le_bytes());
        }
        out.extend(self.temperature.to_le_bytes());
        for set in self.known.sets() {
            out.extend((set.len() as u32).to_le_bytes());
        }
        // Two tags in three bytes.
        for pair in self.cells.chunks(2) {
            let (a, b) = (pair[0].0, pair.get(1).map_or(0, |p| p.0));
            out.extend([a as u8, (a >> 8) as u8 | (b << 4) as u8, (b >> 4) as u8]);
        }
        for label in 0..WEIGHED {
            out.extend(self.cells.iter().map(|c| c.1[label].cast_unsigned()));
        }
        out.extend(self.known.sets().iter().flatten());
        out
    }
}

impl Model {
    /// A model from the bytes of [`Parts::write`]. Linear, and quick: half a million cells a
    /// millisecond.
    ///
    /// # Errors
    ///
    /// When the bytes are of another kind or version, or cut off.
    pub fn read(bytes: &[u8]) -> Result<Self, ModelError> {
        if !bytes.starts_with(MAGIC) || bytes.len() < HEADER {
            return Err(ModelError(Kind::Magic));
        }
        let mut at = MAGIC.len();
        let mut take = |n: usize| {
            at += n;
            &bytes[at - n..at]
        };
        let bits = u32::from_le_bytes(take(4).try_into().unwrap_or_default());
        if !(8..=20).contains(&bits) {
            return Err(ModelError(Kind::Bits(bits)));
        }
        let buckets = 1usize << bits;
        let cells = buckets * CELLS;
        let mut transitions = [[0; LABELS]; LABELS];
        for cell in transitions.iter_mut().flatten() {
            *cell = i32::from(i16::from_le_bytes(take(2).try_into().unwrap_or_default()));
        }
        for (from, row) in transitions.iter_mut().enumerate() {
            for (to, cell) in row.iter_mut().enumerate() {
                if !allowed(from, to) {
                    *cell = NEVER;
                }
            }
        }
        let temperature = f32::from_le_bytes(take(4).try_into().unwrap_or_default());
        let lengths: [usize; SORTS] = std::array::from_fn(|_| {
            u32::from_le_bytes(take(4).try_into().unwrap_or_default()) as usize
        });
        let sets: usize = lengths.iter().sum();
        let want = HEADER + cells / 2 * 3 + cells * WEIGHED + sets;
        if bytes.len() != want {
            return Err(ModelError(Kind::Length {
                want,
                have: bytes.len(),
            }));
        }
        let packed = take(cells / 2 * 3);
        let tags = |six: &[u8]| {
            let p = |i: usize| u64::from(six[i]);
            let (a, b) = (p(0) | (p(1) & 15) << 8, p(1) >> 4 | p(2) << 4);
            let (c, d) = (p(3) | (p(4) & 15) << 8, p(4) >> 4 | p(5) << 4);
            a | b << 16 | c << 32 | d << 48
        };
        let columns: [&[u8]; WEIGHED] = std::array::from_fn(|_| take(cells));
        let known = Known::from_sets(lengths.map(|len| take(len).to_vec()));
        let row = |cell: usize| {
            let weights = columns.iter().rev();
            weights.fold(1, |row, column| {
                row << 8 | u64::from(column[cell] ^ BIAS as u8)
            })
        };
        let bucket = |(i, six)| Bucket {
            tags: tags(six),
            rows: std::array::from_fn(|k| if k < CELLS { row(CELLS * i + k) } else { 0 }),
        };
        let buckets = packed.chunks_exact(6).enumerate().map(bucket).collect();
        let scale = 1.0 / (f64::from(UNIT) * f64::from(temperature));
        let steps = std::array::from_fn(|from| {
            std::array::from_fn(|to| match allowed(from, to) {
                true => (f64::from(transitions[from][to]) * scale).exp(),
                false => 0.0,
            })
        });
        Ok(Self {
            shift: 32 - bits,
            buckets,
            transitions,
            steps,
            scale,
            known,
        })
    }

    /// The sum of the weights of `facts` for every label; 0 for O.
    pub(super) fn score(&self, facts: &[u32]) -> [i32; LABELS] {
        // The labels with an even and those with an odd number, sixteen bits each.
        let (mut even, mut odd) = (0, 0);
        for &hash in facts {
            let bucket = &self.buckets[(hash >> self.shift) as usize];
            // The lowest lane of zero is where the tag stands (Warren, “Hacker's Delight”, 6–1).
            let other = bucket.tags ^ (u64::from(tag(hash)) * ONES);
            let zero = other.wrapping_sub(ONES) & !other & (ONES << 15);
            let row = bucket.rows[zero.trailing_zeros() as usize / 16];
            even += row & BYTES;
            odd += row >> 8 & BYTES;
        }
        let found = (even >> 48) as i32;
        let mut out = [0; LABELS];
        for (label, score) in out[1..].iter_mut().enumerate() {
            let sums = if label % 2 == 0 { even } else { odd };
            let sum = sums >> (8 * (label & !1)) & 0xffff;
            *score = sum as i32 - BIAS * found;
        }
        out
    }
}
