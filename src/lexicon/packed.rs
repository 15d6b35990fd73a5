//! The packed file and how its numbers and strings are read in place.
//!
//! Written by `build.rs`, which describes the layout. Nothing is parsed at the
//! start: a section is found in the header, a number by its index.

/// The packed tables.
static DATA: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

const MAGIC: &[u8; 8] = b"MITJULEX";
const VERSION: u32 = 5;

const _: () = {
    let mut i = 0;
    while i < MAGIC.len() {
        assert!(DATA[i] == MAGIC[i], "not a packed lexicon");
        i += 1;
    }
    assert!(number(8) == VERSION, "packed lexicon of another version");
};

/// Sections in the order in which `build.rs` writes them; a dictionary takes three.
pub(super) mod section {
    pub const ALPHABET: usize = 0;
    pub const COMPANY_SURFACES: usize = 1;
    pub const SURFACE_OWNER: usize = 4;
    pub const MORE_OWNERS: usize = 5;
    pub const MORE_ENGLISH: usize = 6;
    pub const COMPANIES: usize = 7;
    pub const TICKERS: usize = 8;
    pub const GROUPS: usize = 9;
    pub const COUNTRIES: usize = 10;
    pub const MARKETS: usize = 11;
    pub const AMBIGUOUS: usize = 12;
    pub const OTHERS: usize = 15;
    pub const EXECUTIVES: usize = 18;
    pub const TITLES: usize = 21;
    pub const PRESS: usize = 24;
    pub const SURNAMES: usize = 27;
    pub const GIVEN: usize = 28;
    pub const WORDS: usize = 29;
}

/// The little-endian u32 at byte `at` of the file.
const fn number(at: usize) -> u32 {
    u32::from_le_bytes([DATA[at], DATA[at + 1], DATA[at + 2], DATA[at + 3]])
}

/// A run of bytes in the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Section {
    start: usize,
    len: usize,
}

impl Section {
    /// The section with this number.
    pub const fn new(id: usize) -> Section {
        let at = 12 + id * 8;
        Section {
            start: number(at) as usize,
            len: number(at + 4) as usize,
        }
    }

    /// The length in bytes.
    pub const fn len(self) -> usize {
        self.len
    }

    /// The section without its first `bytes`.
    pub const fn from(self, bytes: usize) -> Section {
        Section {
            start: self.start + bytes,
            len: self.len - bytes,
        }
    }

    /// All bytes.
    pub const fn bytes(self) -> &'static [u8] {
        DATA.split_at(self.start).1.split_at(self.len).0
    }

    /// The `i`-th u16.
    pub const fn u16(self, i: usize) -> u16 {
        assert!(i * 2 + 1 < self.len);
        let at = self.start + i * 2;
        u16::from_le_bytes([DATA[at], DATA[at + 1]])
    }

    /// The `i`-th of `count` u16 in columns: all lower bytes, then all upper ones.
    pub const fn column(self, i: usize, count: usize) -> u16 {
        assert!(i < count && count * 2 <= self.len);
        let at = self.start + i;
        u16::from_le_bytes([DATA[at], DATA[at + count]])
    }

    /// The `i`-th byte.
    pub const fn u8(self, i: usize) -> u8 {
        assert!(i < self.len);
        DATA[self.start + i]
    }

    /// The `i`-th u32.
    pub const fn u32(self, i: usize) -> u32 {
        assert!(i * 4 + 3 < self.len);
        number(self.start + i * 4)
    }

    /// The `i`-th string of a short list: before each its length in a byte.
    pub fn string(self, i: usize) -> &'static str {
        let mut rest = self.bytes();
        for _ in 0..i {
            rest = &rest[1 + usize::from(rest[0])..];
        }
        // `build.rs` writes whole strings; a test reads them.
        str::from_utf8(&rest[1..=usize::from(rest[0])]).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_small() {
        assert!(DATA.len() < 340_000, "{} bytes", DATA.len());
    }

    #[test]
    fn sections_fill_the_file() {
        let mut at = Section::new(section::ALPHABET).start;
        for id in 0..section::WORDS + 3 {
            let section = Section::new(id);
            assert_eq!(section.start, at, "section {id}");
            at += section.len;
        }
        assert_eq!(at, DATA.len());
    }
}
