//! The only place where bytes become UTF-16 units.

/// The UTF-16 offsets of a text at every so many bytes.
pub struct Utf16<'a> {
    bytes: &'a [u8],
    /// The units that begin before each multiple of `STEP` bytes.
    marks: Vec<u32>,
}

const STEP: usize = 32;

impl<'a> Utf16<'a> {
    /// One pass over `text`.
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut marks = Vec::with_capacity(bytes.len() / STEP + 1);
        let mut units = 0;
        for part in bytes.chunks(STEP) {
            marks.push(units);
            units += count(part);
        }
        if bytes.len().is_multiple_of(STEP) {
            marks.push(units);
        }
        Self { bytes, marks }
    }

    /// The UTF-16 offset of byte `at`, which must begin a character. Constant time.
    pub fn at(&self, at: u32) -> u32 {
        let at = at as usize;
        self.marks[at / STEP] + count(&self.bytes[at / STEP * STEP..at])
    }
}

/// The units of the characters that begin in `bytes`: two for those of four bytes.
fn count(bytes: &[u8]) -> u32 {
    let units = |&b: &u8| u32::from(b & 0xc0 != 0x80) + u32::from(b >= 0xf0);
    bytes.iter().map(units).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_a_plain_count() {
        let text = "밑줄 📰 ab’ 밑줄".repeat(30);
        let table = Utf16::new(&text);
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            assert_eq!(
                table.at(at as u32) as usize,
                text[..at].encode_utf16().count()
            );
        }
    }
}
