//! The only place where bytes become UTF-16 units, or units bytes.

#[cfg(any(target_arch = "wasm32", test))]
use crate::layout::{Hint, Markup};

/// The UTF-16 offsets of a text at every so many bytes.
pub struct Utf16<'a> {
    bytes: &'a [u8],
    /// The units that begin before each multiple of `STEP` bytes.
    marks: Vec<u32>,
}

const STEP: usize = 8;

impl<'a> Utf16<'a> {
    /// One pass over `text`.
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut marks = Vec::with_capacity(bytes.len() / STEP + 1);
        let mut units = 0;
        for part in bytes.as_chunks().0 {
            marks.push(units);
            units += count_step(part);
        }
        marks.push(units);
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

/// As [`count`], of all bytes between two marks at once: each has its answer in the place of its own top bit.
fn count_step(bytes: &[u8; STEP]) -> u32 {
    let bytes = u64::from_le_bytes(*bytes);
    let tops = (u64::MAX / 255) << 7;
    let inside = bytes & !(bytes << 1) & tops;
    let four = bytes & bytes << 1 & bytes << 2 & bytes << 3 & tops;
    STEP as u32 - inside.count_ones() + four.count_ones()
}

/// Hints from triples of what, start and end, in units. Those out of order, out of the text or unknown are left out.
#[cfg(any(target_arch = "wasm32", test))]
pub fn hints(text: &str, triples: &[u32]) -> Vec<Hint> {
    let mut out: Vec<Hint> = Vec::new();
    let mut chars = text.char_indices();
    let (mut at, mut units) = (0usize, 0u32);
    let mut byte = |wanted: u32| {
        while units < wanted {
            let (start, c) = chars.next()?;
            units += c.len_utf16() as u32;
            at = start + c.len_utf8();
        }
        (units == wanted).then_some(at)
    };
    let mut last = 0;
    for triple in triples.chunks_exact(3) {
        let (what, start, end) = (triple[0], triple[1], triple[2]);
        let markup = match what {
            0 => Markup::Heading,
            1 => Markup::Paragraph,
            2 => Markup::Caption,
            3 => Markup::Furniture,
            _ => continue,
        };
        if start < last || end <= start {
            continue;
        }
        last = end;
        if let (Some(from), Some(to)) = (byte(start), byte(end)) {
            let span = crate::span::Span::new(from, to);
            out.push(Hint { markup, span });
        }
    }
    out
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

    #[test]
    fn hints_are_placed_in_bytes_and_odd_ones_are_left_out() {
        let text = "밑줄\n📰 그림\n글";
        let found = hints(text, &[0, 0, 2, 9, 3, 4, 2, 3, 8, 1, 2, 5, 1, 9, 99]);
        let words: Vec<&str> = found.iter().map(|h| h.span.of(text)).collect();
        assert_eq!(words, ["밑줄", "📰 그림"]);
        assert_eq!(found[1].markup, Markup::Caption);
    }
}
