//! A sorted set of surfaces, searched without allocation.

use super::packed::Section;
use crate::table::first_key;
use std::ops::Range;
use std::sync::OnceLock;

/// A sorted set of surfaces with a number each.
///
/// Entries are sorted by bytes. Each knows its parent: the longest other entry that
/// is a prefix of it (삼성 for 삼성전자). All entries that are prefixes of a text lie
/// on the way from one entry, found by binary search among those that begin with the
/// same character, up through its parents.
#[derive(Debug)]
pub struct Dict {
    count: usize,
    /// Where the text of every [`BLOCK`]th surface begins, as u32.
    starts: Section,
    /// The length in bytes of each.
    lengths: &'static [u8],
    text: &'static [u8],
    parents: Section,
    values: Section,
    firsts: Section,
    /// Where in `firsts` each run of [`RUN`] Hangul syllables begins.
    runs: [u16; RUNS + 1],
    /// What the surfaces begin with; filled when first asked.
    beginnings: OnceLock<Beginnings>,
}

const BLOCK: usize = 16;
const RUN: u32 = 64;
const RUNS: usize = (0xd7a3 - 0xac00) / RUN as usize + 1;

impl Dict {
    /// The dictionary whose four sections start with number `id`.
    pub(super) const fn new(id: usize) -> Dict {
        let strings = Section::new(id);
        let count = strings.u32(0) as usize;
        let starts = strings.from(4);
        let rest = starts.from(4 * count.div_ceil(BLOCK)).bytes();
        let (lengths, text) = rest.split_at(count);
        Dict {
            count,
            starts,
            lengths,
            text,
            parents: Section::new(id + 1),
            values: Section::new(id + 2),
            firsts: Section::new(id + 3),
            runs: runs(Section::new(id + 3)),
            beginnings: OnceLock::new(),
        }
    }

    /// All surfaces that are prefixes of `text`, longest first: byte length and value.
    pub fn prefixes(&self, text: &str) -> impl Iterator<Item = (usize, u32)> {
        // An entry up the way is a prefix of the last one, so of `text` if it is no longer than
        // what the two share.
        let may_be = self.beginnings().any_of(text);
        let last = may_be.then(|| self.last_up_to(text)).flatten();
        let (last, shared) = last.unzip();
        std::iter::successors(last, |&i| self.parent(i))
            .map(|i| (self.length(i), i))
            .filter(move |&(len, _)| len <= shared.unwrap_or(0))
            .map(|(len, i)| (len, self.value(i)))
    }

    /// The value of a surface, if it is in the set.
    pub fn get(&self, surface: &str) -> Option<u32> {
        if !self.beginnings().has(surface) {
            return None;
        }
        let (run, first) = self.search(surface)?;
        let rest = &surface.as_bytes()[first..];
        let mut start = self.start(run.start);
        for (i, &len) in run.clone().zip(&self.lengths[run]) {
            let next = start + usize::from(len);
            if next - start == surface.len()
                && up_to(&self.text[start + first..next], rest) == Some(rest.len())
            {
                return Some(self.value(i));
            }
            start = next;
        }
        None
    }

    /// All surfaces in byte order, with their values.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, u32)> {
        (0..self.count).map(|i| (self.surface(i), self.value(i)))
    }

    /// The number of surfaces.
    pub(super) const fn count(&self) -> usize {
        self.count
    }

    /// The surface at place `i` of the sorted set.
    pub(super) fn surface(&self, i: usize) -> &'static str {
        // `build.rs` cuts at character boundaries; a test reads every string.
        str::from_utf8(self.bytes(i)).unwrap_or_default()
    }

    fn beginnings(&self) -> &Beginnings {
        let all = || {
            let mut rest = self.text;
            self.lengths.iter().map(move |&len| {
                let (surface, others) = rest.split_at(usize::from(len));
                rest = others;
                surface
            })
        };
        self.beginnings.get_or_init(|| Beginnings::of(all()))
    }

    /// The bytes of the surface at place `i`.
    fn bytes(&self, i: usize) -> &'static [u8] {
        let start = self.start(i);
        &self.text[start..start + self.length(i)]
    }

    /// Where the surface at place `i` begins: the start of every sixteenth is stored, and the
    /// length of each.
    fn start(&self, i: usize) -> usize {
        let block = i / BLOCK;
        let mut start = self.starts.u32(block) as usize;
        for &len in &self.lengths[block * BLOCK..i] {
            start += usize::from(len);
        }
        start
    }

    /// The length in bytes of the surface at place `i`.
    fn length(&self, i: usize) -> usize {
        usize::from(self.lengths[i])
    }

    /// The last entry that is not greater than `text` and begins with its first character, and
    /// how many bytes the two share.
    fn last_up_to(&self, text: &str) -> Option<(usize, usize)> {
        let (run, first) = self.search(text)?;
        let rest = &text.as_bytes()[first..];
        let mut start = self.start(run.start);
        let mut last = None;
        for (i, &len) in run.clone().zip(&self.lengths[run]) {
            let next = start + usize::from(len);
            let Some(shared) = up_to(&self.text[start + first..next], rest) else {
                break;
            };
            last = Some((i, first + shared));
            start = next;
        }
        last
    }

    /// The entries of one block that begin with the first character of `text`, and its bytes. The
    /// last entry that is not greater than `text` is among them, if there is one.
    fn search(&self, text: &str) -> Option<(Range<usize>, usize)> {
        let first = text.chars().next()?;
        let (begin, end) = self.beginning_with(first)?;
        let first = first.len_utf8();
        let rest = &text.as_bytes()[first..];
        let (mut low, mut high) = (begin / BLOCK, (end - 1) / BLOCK);
        while low < high {
            let middle = (low + high).div_ceil(2);
            let start = self.starts.u32(middle) as usize;
            let head = &self.text[start + first..start + self.length(middle * BLOCK)];
            if up_to(head, rest).is_some() {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        let run = begin.max(low * BLOCK)..end.min(low * BLOCK + BLOCK);
        Some((run, first))
    }

    /// Where the entries stand that begin with `first`.
    fn beginning_with(&self, first: char) -> Option<(usize, usize)> {
        let (firsts, starts) = self
            .firsts
            .bytes()
            .as_chunks()
            .0
            .split_at(self.firsts.len() / 4);
        let (mut low, mut high) = match u32::from(first).checked_sub(0xac00) {
            Some(n) if n <= 0xd7a3 - 0xac00 => {
                let run = (n / RUN) as usize;
                (usize::from(self.runs[run]), usize::from(self.runs[run + 1]))
            }
            _ => (0, firsts.len()),
        };
        let start = |i: usize| {
            starts
                .get(i)
                .map(|&start| usize::from(u16::from_le_bytes(start)))
        };
        while low < high {
            let middle = low.midpoint(high);
            match u32::from(u16::from_le_bytes(firsts[middle])).cmp(&u32::from(first)) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => {
                    return Some((start(middle)?, start(middle + 1).unwrap_or(self.count)));
                }
            }
        }
        None
    }

    fn parent(&self, i: usize) -> Option<usize> {
        let back = usize::from(self.parents.column(i, self.count));
        (back > 0).then(|| i - back)
    }

    fn value(&self, i: usize) -> u32 {
        if self.values.len() == 0 {
            i as u32
        } else {
            u32::from(self.values.u16(i))
        }
    }
}

/// The first two characters of all surfaces, a bit or so each: most texts are told by them from
/// every surface.
#[derive(Debug)]
struct Beginnings {
    bits: Vec<u32>,
    /// 32 less the logarithm of the number of bits.
    shift: u32,
}

impl Beginnings {
    fn of(surfaces: impl ExactSizeIterator<Item = &'static [u8]>) -> Self {
        let bits = (8 * surfaces.len())
            .next_power_of_two()
            .clamp(1 << 8, 1 << 16);
        let mut out = Self {
            bits: vec![0; bits / 32],
            shift: 32 - bits.trailing_zeros(),
        };
        let mut before = None;
        for surface in surfaces {
            // They are sorted, so most begin as the one before does.
            let head = surface.first_chunk::<6>();
            if head.is_some() && head == before {
                continue;
            }
            before = head;
            if let Some((first, second)) = beginning(surface) {
                let at = out.at(first, second);
                out.bits[at / 32] |= 1 << (at % 32);
            }
        }
        out
    }

    fn at(&self, first: u32, second: u32) -> usize {
        ((first.wrapping_mul(0x85eb_ca6b) ^ second).wrapping_mul(0x9e37_79b1) >> self.shift)
            as usize
    }

    fn holds(&self, first: u32, second: u32) -> bool {
        let at = self.at(first, second);
        self.bits[at / 32] >> (at % 32) & 1 == 1
    }

    /// Whether a surface may be `text`.
    fn has(&self, text: &str) -> bool {
        beginning(text.as_bytes()).is_some_and(|(first, second)| self.holds(first, second))
    }

    /// Whether a surface may begin `text`.
    fn any_of(&self, text: &str) -> bool {
        beginning(text.as_bytes())
            .is_some_and(|(first, second)| self.holds(first, second) || self.holds(first, 0))
    }
}

/// Numbers for the first two characters of `text`; 0 where it has but one.
fn beginning(text: &[u8]) -> Option<(u32, u32)> {
    let first = first_key(text)?;
    let width = match text[0] {
        0xf0.. => 4,
        0xe0.. => 3,
        0x80.. => 2,
        _ => 1,
    };
    Some((first, text.get(width..).and_then(first_key).unwrap_or(0)))
}

/// How many bytes `entry` shares with `text`, if it is not greater.
fn up_to(entry: &[u8], text: &[u8]) -> Option<usize> {
    let mut same = 0;
    for (a, b) in entry.iter().zip(text) {
        if a != b {
            return (a < b).then_some(same);
        }
        same += 1;
    }
    (same == entry.len()).then_some(same)
}

/// The places in a sorted list of characters where runs of syllables begin.
const fn runs(firsts: Section) -> [u16; RUNS + 1] {
    let mut out = [0; RUNS + 1];
    let count = firsts.len() / 4;
    let (mut i, mut run) = (0, 0);
    while run <= RUNS {
        let begin = 0xac00 + run as u32 * RUN;
        while i < count && (firsts.u16(i) as u32) < begin {
            i += 1;
        }
        out[run] = i as u16;
        run += 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::{companies, executives, press, titles};
    use super::*;

    fn found(dict: &Dict, text: &str) -> Vec<usize> {
        dict.prefixes(text).map(|(len, _)| len / 3).collect()
    }

    #[test]
    fn prefixes_come_longest_first() {
        assert_eq!(found(companies(), "삼성전자가 신제품을"), [4, 2]);
        assert_eq!(found(companies(), "삼성이 올해"), [2]);
        assert_eq!(found(companies(), "현대백화점그룹은"), [7, 5, 2]);
        assert!(found(companies(), "은하수").is_empty());
        assert!(found(companies(), "").is_empty());
        assert_eq!(found(titles(), "대표이사사장은")[..2], [6, 4]);
    }

    #[test]
    fn every_surface_finds_itself_and_its_prefixes() {
        for dict in [companies(), executives(), titles(), press()] {
            let mut before = "";
            for (surface, value) in dict.iter() {
                assert!(before < surface, "{before} {surface}");
                before = surface;
                assert_eq!(dict.get(surface), Some(value), "{surface}");
                let text = format!("{surface}는");
                let ends = (1..=text.len()).rev().filter(|&i| text.is_char_boundary(i));
                let slow = ends.filter_map(|i| Some((i, dict.get(&text[..i])?)));
                assert!(dict.prefixes(&text).eq(slow), "{surface}");
            }
        }
    }

    #[test]
    fn forms_are_trimmed_and_composed() {
        for (surface, _) in companies().iter() {
            assert_eq!(surface, surface.trim());
            let jamo = surface
                .chars()
                .any(|c| ('\u{1100}'..='\u{11ff}').contains(&c));
            assert!(!jamo, "{surface} is decomposed");
        }
    }
}
