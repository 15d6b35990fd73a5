//! What comes after the engine in the page, in one file: the tagger's model, and the sets of words
//! that are asked only where the tagger is. The first marks need not wait for them.
//!
//! `build.rs` packs the file; change [`VERSION`] in both when the layout changes. All numbers are
//! little endian.
//!
//! ```text
//! "MITJULAT"  version u32  lengths of model, terms and places, u32 each  the three themselves
//! ```

use std::fmt;

const MAGIC: &[u8; 8] = b"MITJULAT";
const VERSION: u32 = 1;
const PARTS: usize = 3;
const HEADER: usize = MAGIC.len() + 4 + 4 * PARTS;

/// The parts of the file.
#[derive(Clone, Copy)]
pub struct Late<'a> {
    /// Weights of the tagger, for `Model::read`.
    pub model: &'a [u8],
    /// Sets of words, for `lexicon::is_term` and `lexicon::is_place`.
    pub terms: &'a [u8],
    pub places: &'a [u8],
}

/// Why bytes are not this file.
#[derive(Debug, PartialEq, Eq)]
pub enum LateError {
    Magic,
    Version(u32),
    Length { want: u64, have: usize },
}

impl fmt::Display for LateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LateError::Magic => write!(f, "not a file of what the tagger needs"),
            LateError::Version(version) => {
                write!(
                    f,
                    "what the tagger needs in version {version}, where {VERSION} was due"
                )
            }
            LateError::Length { want, have } => {
                write!(
                    f,
                    "{have} bytes of what the tagger needs, where {want} were due"
                )
            }
        }
    }
}

impl std::error::Error for LateError {}

impl<'a> Late<'a> {
    /// The parts of `bytes`.
    ///
    /// # Errors
    ///
    /// When the bytes are of another kind or version, or cut off.
    pub fn read(bytes: &'a [u8]) -> Result<Self, LateError> {
        if !bytes.starts_with(MAGIC) || bytes.len() < HEADER {
            return Err(LateError::Magic);
        }
        let number = |n: usize| {
            let at = MAGIC.len() + 4 * n;
            let four = bytes[at..at + 4].try_into();
            u32::from_le_bytes(four.unwrap_or_default())
        };
        if number(0) != VERSION {
            return Err(LateError::Version(number(0)));
        }
        let lengths: [u32; PARTS] = std::array::from_fn(|part| number(part + 1));
        let want = HEADER as u64 + lengths.map(u64::from).iter().sum::<u64>();
        if bytes.len() as u64 != want {
            let have = bytes.len();
            return Err(LateError::Length { want, have });
        }
        let mut rest = &bytes[HEADER..];
        let [model, terms, places] = lengths.map(|length| {
            let (part, others) = rest.split_at(length as usize);
            rest = others;
            part
        });
        Ok(Self {
            model,
            terms,
            places,
        })
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod held {
    use super::Late;
    use std::sync::LazyLock;

    /// What this build carries.
    pub fn late() -> Option<Late<'static>> {
        static LATE: LazyLock<Option<Late<'static>>> = LazyLock::new(|| {
            let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/late.bin"));
            Late::read(bytes).ok()
        });
        *LATE
    }

    pub fn terms() -> &'static [u8] {
        late().map_or(&[], |late| late.terms)
    }

    pub fn places() -> &'static [u8] {
        late().map_or(&[], |late| late.places)
    }
}

#[cfg(target_arch = "wasm32")]
mod held {
    use super::Late;
    use std::sync::OnceLock;

    static SETS: OnceLock<[Box<[u8]>; 2]> = OnceLock::new();

    /// Keeps the sets that [`terms`] and [`places`] give from now on; the first ones stay.
    pub fn keep(late: Late) {
        SETS.get_or_init(|| [late.terms.into(), late.places.into()]);
    }

    /// The set, or none before it was loaded.
    pub fn terms() -> &'static [u8] {
        SETS.get().map_or(&[], |[terms, _]| terms)
    }

    pub fn places() -> &'static [u8] {
        SETS.get().map_or(&[], |[_, places]| places)
    }
}

#[cfg(target_arch = "wasm32")]
pub use held::keep;
#[cfg(not(target_arch = "wasm32"))]
pub use held::late;
pub use held::{places, terms};

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/late.bin"));

    fn error(bytes: &[u8]) -> Option<LateError> {
        Late::read(bytes).err()
    }

    #[test]
    fn the_parts_are_what_was_packed() {
        let late = Late::read(FILE).unwrap();
        assert_eq!(late.model, include_bytes!("../models/tagger.bin"));
        assert!(!late.terms.is_empty() && !late.places.is_empty());
    }

    #[test]
    fn other_bytes_are_refused() {
        assert_eq!(error(b""), Some(LateError::Magic));
        assert_eq!(error(MAGIC), Some(LateError::Magic));
        assert_eq!(error(&[0; 100]), Some(LateError::Magic));
        let (want, have) = (FILE.len() as u64, FILE.len() - 1);
        let cut = error(&FILE[..have]);
        assert_eq!(cut, Some(LateError::Length { want, have }));
        let mut newer = FILE.to_vec();
        newer[MAGIC.len()] += 1;
        assert_eq!(error(&newer), Some(LateError::Version(VERSION + 1)));
        let mut longer = FILE[..HEADER].to_vec();
        longer[MAGIC.len() + 4..].fill(0xff);
        assert!(matches!(error(&longer), Some(LateError::Length { .. })));
    }
}
