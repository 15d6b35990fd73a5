//! What a word says of itself: the noun and its particle, whether it looks like a name, a title.

use super::features::{Char, Class, hash_of};
use super::known::{self, Known, Match};
use super::prune;
use crate::korean::names::{foreign_score, is_hangul, korean_name, uncommon_name};
use crate::korean::particles::{Cuts, follows};
use crate::korean::words::is_letter;
use crate::lexicon::{self, Beginning, TitleClass, filter::Key};

/// Small numbers and hashes; 0 says nothing.
#[derive(Clone, Copy, Default)]
pub struct Facts {
    /// The first two characters.
    pub head: u32,
    /// The last two.
    pub tail: u32,
    /// How much it looks transliterated, in steps.
    pub foreign: u32,
    /// The class of a title that begins the word, or ends its noun.
    pub title: u32,
    /// Where that title begins.
    pub title_at: u32,
    /// Whether the noun is an ordinary word.
    pub common: u32,
    /// The name that the model knows it for.
    pub known: Option<Match>,
    /// Whether it may be part of a transliterated name.
    pub part: bool,
    /// Whether the word holds no name unless a list or a rule says so.
    pub nameless: bool,
    /// Characters of the noun without its particles.
    stem: u32,
    /// What is said only of a word that may be a name, once it is asked.
    closer: Option<Closer>,
}

/// What is asked of a word that may be a name itself: its neighbours do not look at it.
#[derive(Clone, Copy, Default)]
pub struct Closer {
    /// The noun without its particles.
    pub stem: u32,
    pub particle: u32,
    /// The last two characters of the noun.
    pub stem_tail: u32,
    pub shape: u32,
    /// Length and likelihood of a personal name at the beginning, and what follows it.
    pub name: u32,
}

impl Facts {
    /// What `word`, which has these characters, says of itself, and what is `known` of it.
    pub fn of(word: &str, chars: &[Char], known: Option<&Known>) -> Self {
        let Some(beginning) = Beginning::of(word) else {
            return Self::default(); // no word is empty
        };
        let Nouns {
            shortest: stem,
            common,
            known,
            part,
            plain,
        } = Nouns::new(word, known, beginning);
        let (title, title_at) = title(word, stem, beginning);
        // Particles are of Hangul, three bytes each.
        let stem_chars = chars.len() - (word.len() - stem.len()) / 3;
        Self {
            head: hash_of(&chars[..chars.len().min(2)]),
            tail: hash_of(last_two(chars)),
            foreign: foreign(stem, &chars[..stem_chars]),
            title,
            title_at,
            common,
            known,
            part,
            nameless: plain && all_hangul(chars) || prune::is_small(word),
            stem: stem_chars as u32,
            closer: None,
        }
    }

    /// What is said of `word`, whose facts these are, if it may be a name.
    pub fn closer(&mut self, word: &str, chars: &[Char]) -> Closer {
        *self.closer.get_or_insert_with(|| {
            let (stem, particle) = chars.split_at(self.stem as usize);
            Closer {
                stem: hash_of(stem),
                particle: hash_of(particle),
                stem_tail: hash_of(last_two(stem)),
                shape: shape(word),
                name: name(word),
            }
        })
    }
}

fn all_hangul(chars: &[Char]) -> bool {
    chars.iter().all(|c| c.class == Class::Hangul)
}

fn last_two(chars: &[Char]) -> &[Char] {
    &chars[chars.len().saturating_sub(2)..]
}

/// Letters, digits and Hangul as a pattern; the length counts up to six.
fn shape(word: &str) -> u32 {
    let mut pattern = 0;
    let mut last = 0;
    for c in word.chars() {
        let kind = match c {
            'A'..='Z' => 1,
            'a'..='z' => 2,
            '0'..='9' => 3,
            c if is_hangul(c) => 4,
            _ => 5,
        };
        if kind != last {
            pattern = (pattern << 3 | kind) & 0xfff;
            last = kind;
        }
    }
    pattern << 3 | word.chars().count().min(6) as u32
}

fn name(word: &str) -> u32 {
    let mut best = 0;
    // Most words begin with no surname.
    if lexicon::surname(word).is_none() {
        return best;
    }
    for n in [3, 2, 4] {
        // What is not of Hangul is no such name.
        let Some((name, rest)) = word.split_at_checked(3 * n) else {
            continue;
        };
        let score = korean_name(name).or_else(|| uncommon_name(name).map(|s| s - 12));
        let Some(score) = score else { continue };
        let after = if rest.is_empty() {
            1
        } else if follows(name, rest) {
            2
        } else if rest.chars().next().is_some_and(is_hangul) && is_title(rest) {
            3
        } else {
            4
        };
        let step = (score.clamp(-24, 15) + 24) as u32 / 4;
        best = best << 10 | (step << 5 | (n as u32 - 1) << 3 | after);
        if n == 2 && best > 1024 {
            break;
        }
    }
    best
}

fn foreign(stem: &str, chars: &[Char]) -> u32 {
    if !all_hangul(chars) {
        return 15;
    }
    (foreign_score(stem).clamp(-60, 59) + 60) as u32 / 10 + 1
}

fn title_class(word: &str, beginning: Beginning) -> Option<u32> {
    // Most words begin like no title.
    let (len, value) = lexicon::titles().longest_of(word, beginning)?;
    let title = lexicon::title(value);
    let rest = &word[len..];
    (rest.is_empty() || follows(&word[..len], rest)).then(|| {
        let class = match title.class {
            TitleClass::Executive => 1,
            TitleClass::Staff => 2,
            TitleClass::Academic => 3,
            TitleClass::Official => 4,
            TitleClass::Politician => 5,
            TitleClass::Analyst => 6,
            TitleClass::Media => 7,
            TitleClass::Association => 8,
            TitleClass::Other => 9,
        };
        class * 2 + u32::from(title.ambiguous)
    })
}

fn is_title(word: &str) -> bool {
    Beginning::of(word).is_some_and(|b| title_class(word, b).is_some())
}

/// Added to the class of a title that does not begin its word.
pub const TITLE_INSIDE: u32 = 32;

/// The title that the word is, or that ends it: 대표, 부문장, 은행장.
fn title(word: &str, stem: &str, beginning: Beginning) -> (u32, u32) {
    if let Some(class) = title_class(word, beginning) {
        return (class, 1);
    }
    let titles = lexicon::titles();
    let mut chars = stem.char_indices().skip(1).peekable();
    let mut n = 1;
    while let Some((i, c)) = chars.next().filter(|_| n < 8) {
        n += 1;
        let beginning = Beginning::of_two(c, chars.peek().map(|next| next.1));
        if titles.may_begin(beginning)
            && let Some(class) = title_class(&stem[i..], beginning)
        {
            return (TITLE_INSIDE + class, n);
        }
    }
    (0, 0)
}

/// What is said of the nouns that a word may be, itself among them.
struct Nouns<'a> {
    shortest: &'a str,
    /// Whether one is an ordinary word, a term, or a place.
    common: u32,
    /// The longest that the model knows.
    known: Option<Match>,
    /// Whether one is part of a transliterated name.
    part: bool,
    /// Whether one is listed itself as an ordinary word or a term: made of two it may be a firm (산업은행).
    plain: bool,
}

impl<'a> Nouns<'a> {
    fn new(word: &'a str, known: Option<&Known>, beginning: Beginning) -> Self {
        let mut out = Self {
            shortest: word,
            common: 1,
            known: None,
            part: false,
            plain: false,
        };
        // No name is told from a word that long.
        let known = known.filter(|_| word.len() <= known::LONGEST);
        let cuts = Cuts::new(word);
        let (mut listed, mut entry, mut term, mut place) = (false, false, false, false);
        for stem in cuts.stems(word) {
            let key = Key::of(stem);
            let part = known.is_some_and(|k| k.is_part(key));
            out.part |= part;
            if stem.chars().nth(1).is_none() {
                continue;
            }
            out.shortest = stem;
            out.known = out.known.or_else(|| known?.name(stem, key, part));
            // Of two characters or more it begins as the word does.
            listed = listed || lexicon::is_common_word_of(stem, beginning);
            entry = entry || lexicon::is_entry_keyed(key);
            term = term || lexicon::is_term(key);
            place = place || lexicon::is_place(key);
        }
        out.plain = term || entry;
        let made = entry || cuts.stems(word).any(lexicon::is_made_of_plain);
        for (bit, is) in [(1, listed), (2, term), (3, place), (4, made)] {
            out.common |= u32::from(is) << bit;
        }
        out
    }
}

/// Which lists the tagger may look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gazetteer {
    /// Companies and executives.
    pub names: bool,
}

/// Codes in the row of list hits: what kind of hit, and whether it begins here.
const COMPANY: u8 = 2;
const WEAK: u8 = 4;
const OTHER: u8 = 6;
const PRESS: u8 = 8;
const PERSON: u8 = 10;
/// Added where the hit ends with the word or before a particle.
const WHOLE: u8 = 16;

impl Gazetteer {
    /// Marks in `row`, one cell a character of `text`, the hits that begin at its first character.
    pub fn mark(self, text: &str, row: &mut [u8]) {
        let mut put = |len: usize, code: u8| {
            let n = text[..len].chars().count().min(row.len());
            let rest = text[len..]
                .split(|c: char| !is_letter(c))
                .next()
                .unwrap_or_default();
            let whole = rest.len() <= 24 && follows(&text[..len], rest);
            let code = code + if whole { WHOLE } else { 0 };
            for (k, cell) in row[..n].iter_mut().enumerate() {
                if *cell == 0 || k == 0 {
                    *cell = code + u8::from(k == 0);
                }
            }
        };
        // Four lists are asked, and most words begin like nothing in any of them.
        let Some(beginning) = Beginning::of(text) else {
            return;
        };
        if let Some((len, _)) = lexicon::others().longest_of(text, beginning) {
            put(len, OTHER);
        }
        if let Some((len, _)) = lexicon::press().longest_of(text, beginning) {
            put(len, PRESS);
        }
        if !self.names {
            return;
        }
        if let Some((len, _)) = lexicon::executives().longest_of(text, beginning) {
            put(len, PERSON);
        }
        if let Some((len, value)) = lexicon::companies()
            .longest_of(text, beginning)
            .filter(|(len, _)| *len >= 4)
        {
            let weak = lexicon::is_unsure(value) || lexicon::is_ambiguous(&text[..len]);
            put(len, if weak { WEAK } else { COMPANY });
        }
    }
}
