//! Positions in text.

use std::ops::Range;

/// A half-open range of bytes. Inside the engine it counts in the folded text of a
/// [`Document`](crate::document::Document); [`Annotated`](crate::Annotated) holds spans of the input.
///
/// Cost: eight bytes; four gigabytes of text is more than a page can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// The span from byte `start` up to, not including, byte `end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self {
            start: start as u32,
            end: end as u32,
        }
    }

    /// The first byte, as an index.
    pub fn from(self) -> usize {
        self.start as usize
    }

    /// The byte after the last, as an index.
    pub fn to(self) -> usize {
        self.end as usize
    }

    /// The range to slice with.
    pub fn range(self) -> Range<usize> {
        self.from()..self.to()
    }

    /// The words that the span covers in `text`.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Whether `other` lies inside, ends included.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether the two overlap without one lying inside the other.
    pub fn crosses(self, other: Span) -> bool {
        self.overlaps(other) && !self.contains(other) && !other.contains(self)
    }

    /// The same span without white space at its ends.
    pub fn trim(self, text: &str) -> Span {
        let words = self.of(text);
        let start = self.from() + (words.len() - words.trim_start().len());
        Span::new(start, (self.from() + words.trim_end().len()).max(start))
    }
}
