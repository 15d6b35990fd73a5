//! A sorted set of surfaces, searched without allocation.

use super::letters::{self, BLOCK, LETTER};
use super::packed::{Section, section};
use std::sync::OnceLock;

/// A sorted set of surfaces with a number each.
///
/// Entries are sorted, and written as `letters` says: each as what it adds to the one before. All that are
/// prefixes of a text are in the block where the text itself would stand, and in the blocks
/// of the entries that its head goes on from (삼성 for 삼성전자).
#[derive(Debug)]
pub struct Dict {
    count: usize,
    entries: &'static [u8],
    /// For each block how many blocks back the longest entry is that is a proper prefix of its
    /// head; 0 without one in another block.
    parents: &'static [u8],
    values: Section,
    /// Filled when first asked.
    index: OnceLock<Index>,
}

/// Stands for the end of a text among its characters.
const END: u32 = 0;

/// The characters that entries are written with, as u16.
const ALPHABET: &[[u8; 2]] = Section::new(section::ALPHABET).bytes().as_chunks().0;

impl Dict {
    /// The dictionary whose three sections start with number `id`.
    pub(super) const fn new(id: usize) -> Dict {
        let entries = Section::new(id);
        Dict {
            count: entries.u32(0) as usize,
            entries: entries.from(4).bytes(),
            parents: Section::new(id + 1).bytes(),
            values: Section::new(id + 2),
            index: OnceLock::new(),
        }
    }

    /// The longest surface that is a prefix of `text`: byte length and value.
    pub fn longest(&self, text: &str) -> Option<(usize, u32)> {
        self.longest_of(text, Beginning::of(text)?)
    }

    /// As [`longest`](Self::longest), of a text whose beginning is at hand.
    #[inline]
    pub fn longest_of(&self, text: &str, beginning: Beginning) -> Option<(usize, u32)> {
        let may_be = self.may_begin(beginning);
        may_be.then(|| self.look_up(text)).flatten()
    }

    /// Whether a surface may be a prefix of a text that begins so; most texts are told by this.
    #[inline]
    pub fn may_begin(&self, beginning: Beginning) -> bool {
        self.index().beginnings.any_of(beginning)
    }

    #[inline(never)]
    fn look_up(&self, text: &str) -> Option<(usize, u32)> {
        let index = self.index();
        let mut block = index.block_of(self.entries, text)?;
        loop {
            let mut found = self.search(index.starts[block], block, text);
            if found.entries != 0 {
                let (entry, len) = found.pop();
                return Some((len, self.value(block * BLOCK + entry)));
            }
            let back = usize::from(self.parents[block]);
            block = block.checked_sub(back).filter(|_| back > 0)?;
        }
    }

    /// All surfaces that are prefixes of `text`, longest first: byte length and value.
    pub fn prefixes(&self, text: &str) -> impl Iterator<Item = (usize, u32)> {
        let index = self.index();
        let may_be = Beginning::of(text).is_some_and(|b| index.beginnings.any_of(b));
        let mut next = may_be.then(|| index.block_of(self.entries, text)).flatten();
        let mut block = 0;
        let mut found = Matches::default();
        std::iter::from_fn(move || {
            while found.entries == 0 {
                block = next?;
                let back = usize::from(self.parents[block]);
                next = (back > 0).then(|| block - back);
                found = self.search(index.starts[block], block, text);
            }
            let (entry, len) = found.pop();
            Some((len, self.value(block * BLOCK + entry)))
        })
    }

    /// The value of a surface, if it is in the set.
    pub fn get(&self, surface: &str) -> Option<u32> {
        self.get_of(surface, Beginning::of(surface)?)
    }

    /// As [`get`](Self::get), of a surface whose beginning is at hand.
    pub fn get_of(&self, surface: &str, beginning: Beginning) -> Option<u32> {
        let index = self.index();
        if !index.beginnings.has(beginning) {
            return None;
        }
        let block = index.block_of(self.entries, surface)?;
        let mut found = self.search(index.starts[block], block, surface);
        if found.entries == 0 {
            return None;
        }
        let (entry, len) = found.pop();
        (len == surface.len()).then(|| self.value(block * BLOCK + entry))
    }

    /// The last character of each surface.
    pub fn last_characters(&self) -> impl Iterator<Item = char> {
        let mut at = 0;
        (0..self.count).map(move |_| {
            at += 1; // an entry adds something to the one before
            let mut last = 0;
            while let Some(read) = letter(self.entries, at) {
                (last, at) = read;
            }
            char::from_u32(last).unwrap_or_default()
        })
    }

    /// Gives all surfaces in order, with their values.
    #[cfg(test)]
    pub fn for_each(&self, mut what: impl FnMut(&str, u32)) {
        let mut surface = String::new();
        let mut at = 0;
        for entry in 0..self.count {
            at = self.read(at, &mut surface);
            what(&surface, self.value(entry));
        }
    }

    /// The surface at place `entry` of the sorted set.
    pub(super) fn surface(&self, entry: usize) -> String {
        let mut surface = String::new();
        let mut at = self.index().starts[entry / BLOCK] as usize;
        for _ in 0..=entry % BLOCK {
            at = self.read(at, &mut surface);
        }
        surface
    }

    /// Makes of the surface before the one whose entry is at `at`. Returns where the next one is.
    fn read(&self, at: usize, surface: &mut String) -> usize {
        let shared = usize::from(self.entries[at]);
        let end = surface.char_indices().nth(shared).map(|(i, _)| i);
        surface.truncate(end.unwrap_or(surface.len()));
        let mut at = at + 1;
        while let Some((letter, next)) = letter(self.entries, at) {
            surface.push(char::from_u32(letter).unwrap_or_default());
            at = next;
        }
        at
    }

    /// The entries of a block, which begins at `start`, that are prefixes of `text`.
    fn search(&self, start: u32, block: usize, text: &str) -> Matches {
        let mut found = Matches::default();
        let mut at = start as usize;
        // What the entry before shares with the text, and the next character of that.
        let mut same = 0;
        let mut rest = text.chars();
        let mut wanted = rest.next().map_or(END, u32::from);
        let mut len = 0;
        for entry in 0..BLOCK.min(self.count - block * BLOCK) {
            let shared = usize::from(self.entries[at]);
            at += 1;
            if shared < same {
                break; // greater than the text, as all after it
            }
            while shared <= same {
                match read_letter(self.entries, at) {
                    None => {
                        found.push(entry, len);
                        break;
                    }
                    Some((letter, next)) if letter == wanted => {
                        at = next;
                        same += 1;
                        len = text.len() - rest.as_str().len();
                        wanted = rest.next().map_or(END, u32::from);
                    }
                    Some((letter, _)) if letter < wanted => break,
                    _ => return found,
                }
            }
            at = after(self.entries, at);
        }
        found
    }

    fn index(&self) -> &Index {
        self.index
            .get_or_init(|| Index::of(self.entries, self.count))
    }

    fn value(&self, entry: usize) -> u32 {
        if self.values.len() == 0 {
            entry as u32
        } else {
            u32::from(self.values.u16(entry))
        }
    }
}

/// The character at `at`, if an entry does not end there, and where the next one is.
#[inline(never)]
fn letter(entries: &[u8], at: usize) -> Option<(u32, usize)> {
    read_letter(entries, at)
}

/// As [`letter`], where most are read.
#[inline]
fn read_letter(entries: &[u8], at: usize) -> Option<(u32, usize)> {
    let (number, next) = letters::read(entries, at)?;
    Some((u16::from_le_bytes(ALPHABET[number]).into(), next))
}

/// Where the next entry begins: a few bytes on.
fn after(entries: &[u8], mut at: usize) -> usize {
    while entries.get(at).is_some_and(|&byte| byte >= LETTER) {
        at += 1;
    }
    at
}

/// Which of eight bytes begin an entry, by the top bit of each.
fn beginnings_in(eight: &[u8; 8]) -> u64 {
    const EACH: u64 = u64::MAX / 255;
    let bytes = u64::from_le_bytes(*eight);
    // The top bit of a byte becomes set from `LETTER` on, if it is not anyway.
    let letters = ((bytes & (EACH * 0x7f)) + EACH * (0x80 - LETTER as u64)) | bytes;
    !letters & EACH << 7
}

/// Entries of one block.
#[derive(Default)]
struct Matches {
    /// A bit for each.
    entries: u8,
    /// How many bytes each has.
    lengths: [u8; BLOCK],
}

impl Matches {
    fn push(&mut self, entry: usize, len: usize) {
        self.entries |= 1 << entry;
        self.lengths[entry] = len as u8;
    }

    /// Takes the last one, the longest.
    fn pop(&mut self) -> (usize, usize) {
        let last = self.entries.ilog2() as usize % BLOCK;
        self.entries ^= 1 << last;
        (last, usize::from(self.lengths[last]))
    }
}

/// Where to look in a dictionary.
#[derive(Debug)]
struct Index {
    beginnings: Beginnings,
    /// Where each block begins.
    starts: Vec<u32>,
    /// The first two characters of each block.
    heads: Vec<u32>,
    /// For each upper byte of a first character the first block whose head has it or a greater one.
    pages: Vec<u16>,
}

/// How many upper bytes a character of an entry can have.
const PAGES: usize = 256;

impl Index {
    /// One pass over all entries.
    fn of(entries: &[u8], count: usize) -> Self {
        let blocks = count.div_ceil(BLOCK);
        let mut beginnings = Beginnings::for_entries(count);
        let mut starts = Vec::with_capacity(blocks);
        let mut heads = Vec::with_capacity(blocks);
        let mut entry = 0;
        let mut first = 0;
        // What follows the last entry is cut off: it looks like one.
        let (eights, _) = entries.as_chunks();
        for (at, eight) in (0..).step_by(8).zip(eights) {
            let mut begins = beginnings_in(eight);
            while begins != 0 && entry < count {
                let byte = begins.trailing_zeros() as usize / 8;
                begins &= begins - 1;
                let shared = eight[byte % 8];
                if shared < 2 {
                    let mut next = at + byte + 1;
                    if shared == 0 {
                        (first, next) = letter(entries, next).unwrap_or((END, next));
                    }
                    let second = letter(entries, next).map_or(END, |read| read.0);
                    beginnings.add(first, second);
                    if entry % BLOCK == 0 {
                        starts.push((at + byte) as u32);
                        heads.push(first << 16 | second);
                    }
                }
                entry += 1;
            }
        }
        let mut pages = Vec::with_capacity(PAGES + 1);
        for (block, &head) in heads.iter().enumerate() {
            while pages.len() <= head as usize >> 24 {
                pages.push(block as u16);
            }
        }
        pages.resize(PAGES + 1, blocks as u16);
        Self {
            beginnings,
            starts,
            heads,
            pages,
        }
    }

    /// The last block whose head is not greater than `text`.
    fn block_of(&self, entries: &[u8], text: &str) -> Option<usize> {
        let mut rest = text.chars();
        let first = u32::from(rest.next()?);
        let second = rest.next().map_or(END, u32::from);
        // What needs more than 16 bits begins no entry, and is greater than any second character.
        let head = first.min(0xffff) << 16 | second.min(0xffff);
        let page = head as usize >> 24;
        let from = usize::from(self.pages[page]);
        let page = &self.heads[from..usize::from(self.pages[page + 1])];
        let smaller = page.partition_point(|&other| other < head);
        let same = page[smaller..].iter().take_while(|&&other| other == head);
        let low = from + smaller;
        let starts = &self.starts[low..low + same.count()];
        let smaller = starts.partition_point(|&start| is_up_to(entries, start, text));
        (low + smaller).checked_sub(1)
    }
}

/// Whether the head of the block at `start` is not greater than `text`.
fn is_up_to(entries: &[u8], start: u32, text: &str) -> bool {
    let mut at = start as usize + 1;
    let mut rest = text.chars();
    while let Some((letter, next)) = letter(entries, at) {
        match rest.next().map_or(END, u32::from) {
            c if c == letter => at = next,
            c => return letter < c,
        }
    }
    true
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
    fn for_entries(count: usize) -> Self {
        let bits = (8 * count).next_power_of_two().clamp(1 << 8, 1 << 16);
        Self {
            bits: vec![0; bits / 32],
            shift: 32 - bits.trailing_zeros(),
        }
    }

    fn add(&mut self, first: u32, second: u32) {
        let at = (Beginning::new(first, second).two >> self.shift) as usize;
        self.bits[at / 32] |= 1 << (at % 32);
    }

    fn holds(&self, hash: u32) -> bool {
        let at = (hash >> self.shift) as usize;
        self.bits[at / 32] >> (at % 32) & 1 == 1
    }

    /// Whether a text that begins so may be a surface.
    fn has(&self, beginning: Beginning) -> bool {
        self.holds(beginning.two)
    }

    /// Whether a surface may begin a text that begins so.
    fn any_of(&self, beginning: Beginning) -> bool {
        self.holds(beginning.two) || self.holds(beginning.one)
    }
}

/// Hashes of the first two characters of a text, as if it had but one, too; made once for all
/// dictionaries.
#[derive(Clone, Copy)]
pub struct Beginning {
    two: u32,
    one: u32,
}

impl Beginning {
    /// The beginning of a text of these characters, the second of which may be missing ([`END`]).
    fn new(first: u32, second: u32) -> Self {
        let first = first.wrapping_mul(0x85eb_ca6b);
        let [two, one] = [second, END].map(|second| (first ^ second).wrapping_mul(0x9e37_79b1));
        Self { two, one }
    }

    pub fn of(text: &str) -> Option<Self> {
        let mut chars = text.chars();
        Some(Self::of_two(chars.next()?, chars.next()))
    }

    /// The beginning of a text of these characters.
    pub fn of_two(first: char, second: Option<char>) -> Self {
        Self::new(first.into(), second.map_or(END, u32::from))
    }
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
            let mut before = String::new();
            let mut place = 0;
            dict.for_each(|surface, value| {
                assert!(before.as_str() < surface, "{before} {surface}");
                surface.clone_into(&mut before);
                assert_eq!(dict.surface(place), surface);
                place += 1;
                assert_eq!(dict.get(surface), Some(value), "{surface}");
                let text = format!("{surface}는");
                let ends = (1..=text.len()).rev().filter(|&i| text.is_char_boundary(i));
                let slow = ends.filter_map(|i| Some((i, dict.get(&text[..i])?)));
                assert_eq!(dict.longest(&text), slow.clone().next(), "{surface}");
                assert!(dict.prefixes(&text).eq(slow), "{surface}");
            });
        }
    }

    #[test]
    fn forms_are_trimmed_and_composed() {
        companies().for_each(|surface, _| {
            assert_eq!(surface, surface.trim());
            let jamo = surface
                .chars()
                .any(|c| ('\u{1100}'..='\u{11ff}').contains(&c));
            assert!(!jamo, "{surface} is decomposed");
        });
    }
}
