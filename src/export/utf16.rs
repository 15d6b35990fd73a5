//! The only place where bytes become UTF-16 units.

/// Where a text's UTF-16 offset falls behind its byte offset, every so many bytes.
pub struct Utf16<'a> {
    text: &'a str,
    /// UTF-16 offset at each multiple of `STEP` bytes, rounded up to a character's start.
    marks: Vec<u32>,
}

const STEP: usize = 64;

impl<'a> Utf16<'a> {
    /// One pass over `text`.
    pub fn new(text: &'a str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let mut units = 0u32;
        for (at, c) in text.char_indices() {
            while marks.len() * STEP <= at {
                marks.push(units);
            }
            units += c.len_utf16() as u32;
        }
        while marks.len() * STEP <= text.len() {
            marks.push(units);
        }
        Self { text, marks }
    }

    /// The UTF-16 offset of byte `at`, which must begin a character. Constant time.
    pub fn at(&self, at: u32) -> u32 {
        let at = at as usize;
        let mut from = at / STEP * STEP;
        let mut units = self.marks[at / STEP];
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        if from > at {
            return units;
        }
        units += self.text[from..at]
            .chars()
            .map(|c| c.len_utf16() as u32)
            .sum::<u32>();
        units
    }
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
