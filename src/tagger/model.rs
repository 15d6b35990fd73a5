//! The model: which facts weigh how much, in one flat table that is searched as it lies.
//!
//! Four cells make a bucket. A fact's hash gives the bucket by its upper bits and is told from
//! the others there by a tag of twelve lower bits; a fact of no cell weighs nothing. On disk the
//! tags come first, then one column of small integers a label, which compresses well. Reading
//! puts tags and weights of a bucket side by side, where the processor fetches them at once;
//! nothing is parsed.

use super::known::{Known, SORTS};
use super::labels::{LABELS, OUTSIDE, WEIGHED, allowed};
use super::lanes;
use std::fmt;

const MAGIC: &[u8; 8] = b"mitjul\0\x02";
/// Cells in a bucket.
pub const CELLS: usize = 4;
/// Bytes of the tags of a bucket.
const TAGS: usize = 2 * CELLS;
/// Weights count in sixteenths of a nat.
pub const UNIT: f32 = 16.0;
const HEADER: usize = MAGIC.len() + 4 + 2 * LABELS * LABELS + 4 + 4 * SORTS;

/// Weights of facts and of neighbouring labels.
pub struct Model {
    /// 32 less the logarithm of the number of buckets.
    shift: u32,
    buckets: Vec<Bucket>,
    /// What each pair of neighbours adds to a score; [`NEVER`] where it may not be.
    pub(super) transitions: [[i16; LABELS]; LABELS],
    /// The same as factors of a probability.
    pub(super) steps: [[f64; LABELS]; LABELS],
    /// Factors of a probability by how far a score is below another.
    odds: Vec<f64>,
    /// Names it has been told of.
    pub(super) known: Known,
}

/// Four tags of two bytes, then the weights of each. It never lies across a line of the
/// processor's cache.
#[derive(Clone, Copy)]
#[repr(align(32))]
struct Bucket([u8; 32]);

/// Most scores of a character differ by less.
const ODDS: i32 = 1024;

/// Below every score, and so far that no sum of scores comes up again.
pub(super) const NEVER: i16 = i16::MIN;

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
            *cell = i16::from_le_bytes(take(2).try_into().unwrap_or_default());
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
        let columns: [&[u8]; WEIGHED] = std::array::from_fn(|_| take(cells));
        let known = Known::from_sets(lengths.map(|len| take(len).to_vec()));
        let mut buckets = vec![Bucket([0; 32]); buckets];
        for (bucket, six) in buckets.iter_mut().zip(packed.as_chunks::<6>().0) {
            // Two tags in three bytes.
            let pairs = bucket.0.as_chunks_mut().0;
            for (pair, [a, b, c]) in pairs.iter_mut().zip(six.as_chunks().0) {
                *pair = [*a, b & 15, b >> 4 | c << 4, c >> 4];
            }
        }
        for (label, column) in columns.into_iter().enumerate() {
            for (bucket, cells) in buckets.iter_mut().zip(column.as_chunks::<CELLS>().0) {
                for (k, &weight) in cells.iter().enumerate() {
                    bucket.0[TAGS + WEIGHED * k + label] = weight;
                }
            }
        }
        // What turns a score into the logarithm of a calibrated probability.
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
            odds: (0..ODDS)
                .map(|below| (-f64::from(below) * scale).exp())
                .collect(),
            known,
        })
    }

    /// How much less likely a label is whose score is by `below` under that of another; nothing
    /// comes of one that is sixty nats below.
    pub(super) fn odds(&self, below: i32) -> f64 {
        self.odds.get(below as usize).copied().unwrap_or_default()
    }

    /// The sum of the weights of `facts` for every label; 0 for O. Kept apart, its loop has all it
    /// needs in registers.
    #[inline(never)]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub(super) fn score(&self, facts: &[u32]) -> [i16; LABELS] {
        let mut sums = lanes::Sums::none();
        for &hash in facts {
            let Bucket(bucket) = &self.buckets[(hash >> self.shift) as usize];
            let place = lanes::place(word(bucket, 0), tag(hash));
            // Two bytes that are none of its weights come first, and are passed over below.
            let row = word(bucket, TAGS - 2 + WEIGHED * (place.unwrap_or(0) % CELLS));
            let row = if place.is_some() { row } else { 0 };
            sums = sums.with(row);
        }
        let sums = sums.numbers();
        std::array::from_fn(|label| if label == OUTSIDE { 0 } else { sums[label + 1] })
    }
}

/// The eight bytes at `at`.
fn word(bucket: &[u8; 32], at: usize) -> u64 {
    bucket[at..]
        .first_chunk()
        .map_or(0, |bytes| u64::from_le_bytes(*bytes))
}
