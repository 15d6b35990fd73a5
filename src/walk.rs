//! Walking through a text by its bytes: what most characters are, their first byte tells.

use crate::korean::words::is_letter;
use crate::span::Span;

/// The words of `range` (split at white space), with their places.
pub fn words(text: &str, range: Span) -> Words<'_> {
    Words {
        text: &text[..range.to()],
        from: range.from(),
    }
}

/// The words that are left between byte `from` and the end of `text`.
pub struct Words<'a> {
    text: &'a str,
    from: usize,
}

/// Whether white space may begin with this byte: of the rare kinds, line and paragraph separators are in a text.
#[inline]
fn may_be_blank(first: u8) -> bool {
    matches!(first, 0..=b' ' | 0xc2 | 0xe1..=0xe3)
}

/// Whether white space stands at byte `at`, which begins a character.
fn is_blank(text: &str, at: usize) -> bool {
    let first = text.as_bytes()[at];
    may_be_blank(first) && (first == b' ' || text[at..].starts_with(char::is_whitespace))
}

/// Whether two bytes are enough to know a Hangul syllable at byte `at`, where a character of three bytes stands:
/// 가 to 흿, not 힌 and 힘.
#[inline]
pub fn plain_hangul(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        0xea => bytes[at + 1] >= 0xb0,
        0xeb | 0xec => true,
        first => first == 0xed && bytes[at + 1] < 0x9e,
    }
}

/// The length of the character whose first byte this is.
#[inline]
pub fn length(first: u8) -> usize {
    match first {
        0..0xc0 => 1,
        0xc0..0xe0 => 2,
        0xe0..0xf0 => 3,
        _ => 4,
    }
}

impl Iterator for Words<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let bytes = self.text.as_bytes();
        let mut from = self.from;
        while from < bytes.len() && is_blank(self.text, from) {
            from += length(bytes[from]);
        }
        let mut to = from;
        while to < bytes.len() && !(may_be_blank(bytes[to]) && is_blank(self.text, to)) {
            to += length(bytes[to]);
        }
        self.from = to;
        (from < to).then(|| Span::new(from, to))
    }
}

impl DoubleEndedIterator for Words<'_> {
    fn next_back(&mut self) -> Option<Span> {
        let bytes = self.text.as_bytes();
        let (mut from, mut to) = (bytes.len(), bytes.len());
        let mut at = to;
        while at > self.from {
            at -= 1;
            // Inside a character.
            if bytes[at] & 0xc0 == 0x80 {
                continue;
            }
            if may_be_blank(bytes[at]) && is_blank(self.text, at) {
                if from < to {
                    break;
                }
                to = at;
            }
            from = at;
        }
        self.text = &self.text[..from];
        (from < to).then(|| Span::new(from, to))
    }
}

/// The first byte from `at` on that is `wanted`, of those that begin a character.
pub fn find(bytes: &[u8], mut at: usize, wanted: impl Fn(u8) -> bool) -> Option<usize> {
    while !wanted(*bytes.get(at)?) {
        at += length(bytes[at]);
    }
    Some(at)
}

/// What the first byte of a character tells: of a letter or digit its length.
static FIRSTS: [u8; 256] = {
    let mut out = [UNSURE; 256];
    let mut first = 0;
    while first < 128 {
        out[first] = (first as u8).is_ascii_alphanumeric() as u8;
        first += 1;
    }
    // Hangul syllables.
    (out[0xeb], out[0xec]) = (3, 3);
    out
};
const SIGN: u8 = 0;
const UNSURE: u8 = u8::MAX;

/// The runs of letters and digits in a text.
pub fn runs(text: &str) -> impl Iterator<Item = Span> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let past = |mut at: usize, letters: bool| {
            while let Some(&first) = bytes.get(at) {
                let (letter, len) = match FIRSTS[usize::from(first)] {
                    SIGN => (false, 1),
                    UNSURE => {
                        let letter = plain_hangul(bytes, at) || text[at..].starts_with(is_letter);
                        (letter, length(first))
                    }
                    len => (true, len.into()),
                };
                if letter != letters {
                    break;
                }
                at += len;
            }
            at
        };
        let from = past(at, false);
        at = past(from, true);
        (from < at).then(|| Span::new(from, at))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = " 김해솔(52)\u{2028}가람전자\u{85}대표는 “좋다”고 했다. ";

    #[test]
    fn words_are_those_between_white_space() {
        for text in [TEXT, "", " ", "가", "é \u{3000}📰\u{a0}"] {
            let range = Span::new(0, text.len());
            let found: Vec<&str> = words(text, range).map(|w| w.of(text)).collect();
            assert_eq!(found, text.split_whitespace().collect::<Vec<_>>());
            let back: Vec<&str> = words(text, range).rev().map(|w| w.of(text)).collect();
            assert!(back.iter().eq(found.iter().rev()));
        }
    }

    #[test]
    fn runs_are_of_letters_and_digits() {
        let found: Vec<&str> = runs(TEXT).map(|run| run.of(TEXT)).collect();
        assert_eq!(
            found,
            ["김해솔", "52", "가람전자", "대표는", "좋다", "고", "했다"]
        );
    }
}
