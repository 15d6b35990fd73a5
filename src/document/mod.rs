//! The text as pasted, the folded text that every later stage reads, and the way back.
//!
//! Pasted text comes decomposed (NFD), with no-break and zero-width spaces, CRLF and full-width
//! forms. The engine reads one folded form of it, so that no later stage has to know, and maps
//! spans back at the end. [`fold`] says exactly what is folded.

mod fold;

pub use fold::Folded;

use crate::korean::names::is_hangul;
use crate::span::Span;
use crate::walk::{find, length, plain_hangul};

/// The language an article is written in; decides which tables read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    Korean,
    English,
}

/// A line with something on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The line without white space at its ends and without its line break.
    pub span: Span,
    /// Whether one or more blank lines stand before it.
    pub after_blank: bool,
}

/// A text ready to be read: folded, cut into lines.
#[derive(Debug)]
pub struct Document {
    /// The folded text; all spans inside the engine count in it.
    pub text: String,
    /// Every non-blank line, in order.
    pub lines: Vec<Line>,
    pub language: Language,
    folded: Folded,
}

impl Document {
    /// Reads `source`; never fails. Linear in its length.
    pub fn new(source: &str) -> Self {
        let (text, folded) = fold::fold(source);
        let lines = lines(&text);
        let language = language(&text);
        Self {
            text,
            lines,
            language,
            folded,
        }
    }

    /// The words under `span`.
    pub fn at(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// Where a span of the folded text lies in the input.
    pub fn to_source(&self, span: Span) -> Span {
        self.folded.to_source(span)
    }
}

#[inline(never)]
fn lines(text: &str) -> Vec<Line> {
    let mut out = Vec::new();
    let (mut at, mut blank) = (0, false);
    let bytes = text.as_bytes();
    let may_be = |b| matches!(b, b'\n' | 0xe2);
    while at < text.len() {
        // Line and paragraph separators begin as many other signs do.
        let breaks =
            |i: &usize| bytes[*i] == b'\n' || text[*i..].starts_with(['\u{2028}', '\u{2029}']);
        let mut end = find(bytes, at, may_be);
        while let Some(i) = end.filter(|i| !breaks(i)) {
            end = find(bytes, i + 3, may_be);
        }
        let span = Span::new(at, end.unwrap_or(bytes.len())).trim(text);
        at = end.map_or(bytes.len(), |i| i + length(bytes[i]));
        if span.start == span.end {
            blank = true;
        } else {
            out.push(Line {
                span,
                after_blank: blank && !out.is_empty(),
            });
            blank = false;
        }
    }
    out
}

/// English when Latin letters outnumber Hangul by far: Korean business news is full of Latin
/// names, while English news has hardly any Hangul.
#[inline(never)]
fn language(text: &str) -> Language {
    let bytes = text.as_bytes();
    let (mut hangul, mut latin) = (0usize, 0usize);
    let (mut at, mut chars) = (0, 0);
    while at < bytes.len() && chars < 20_000 {
        chars += 1;
        at += match bytes[at] {
            0xea..=0xed => {
                let known = plain_hangul(bytes, at) || text[at..].starts_with(is_hangul);
                hangul += usize::from(known);
                3
            }
            first => {
                latin += usize::from(first.is_ascii_alphabetic());
                length(first)
            }
        };
    }
    if latin > hangul * 6 {
        Language::English
    } else {
        Language::Korean
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_skip_blanks() {
        let doc = Document::new("제목\r\n\r\n 본문이다. \n");
        let words: Vec<_> = doc.lines.iter().map(|l| doc.at(l.span)).collect();
        assert_eq!(words, ["제목", "본문이다."]);
        assert!(doc.lines[1].after_blank);
    }

    #[test]
    fn spans_map_back_to_decomposed_input() {
        // 삼성 decomposed, then a zero-width space, then a no-break space.
        let source = "\u{1109}\u{1161}\u{11b7}\u{1109}\u{1165}\u{11bc}\u{200b}\u{a0}전자";
        let doc = Document::new(source);
        assert_eq!(doc.text, "삼성 전자");
        assert_eq!(doc.to_source(Span::new(0, 6)).of(source).chars().count(), 6);
        assert_eq!(doc.to_source(Span::new(7, 13)).of(source), "전자");
    }

    #[test]
    fn english_is_told_from_korean() {
        assert_eq!(
            Document::new("Samsung said on Tuesday").language,
            Language::English
        );
        assert_eq!(
            Document::new("SK하이닉스는 HBM4를").language,
            Language::Korean
        );
    }
}
