//! The words of an article, block by block, with what later rules ask of them.

use super::cues::{Cue, WordCues};
use super::english_people::in_office;
use super::titles::TitleWord;
use crate::annotate::Options;
use crate::document::Language;
use crate::english::{ARTICLES, PERSONS_ACT};
use crate::korean::names::{DOUBTFUL_SURNAMES, is_hangul, is_surname};
use crate::korean::particles::Cuts;
use crate::korean::words::{Gap, Word, words};
use crate::map::{Map, Set};
use crate::model::{Block, BlockKind};
use crate::span::Span;
use crate::table::{Words, words as table};
use std::cell::OnceCell;
use std::ops::Range;

/// An article cut into words; furniture and credits left out.
pub struct Scan<'a> {
    pub text: &'a str,
    pub words: Vec<Word>,
    /// For each block that has words the first one.
    blocks: Vec<usize>,
    pub options: Options<'a>,
    /// Surnames of words that look like full names, of those that are asked for.
    surnames: OnceCell<Set<&'a str>>,
    /// Surnames that stand alone before a title: 탁 of 탁 전무.
    called: Set<&'a str>,
    /// Latin words that stand alone with a capital and act: Whitfield told.
    acting: Set<&'a str>,
    /// Those that an office follows: Whitfield, the chief executive.
    in_office: Set<&'a str>,
    /// How many words may be this stem, particles taken off.
    stems: Map<&'a str, u32>,
    /// The words as written, and the nouns that they most likely are.
    texts: Vec<&'a str>,
    nouns: Vec<&'a str>,
    /// Which of the article's words, each counted but once, they are.
    kinds: Vec<u32>,
    vocabulary: Vocabulary<'a>,
}

/// The words of an article, each but once: of a short article four fifths of the words, of a long text far fewer.
struct Vocabulary<'a> {
    words: Vec<&'a str>,
    /// Where particles may be cut off.
    cuts: Vec<Cuts>,
    /// What they lead to; in English nothing, no rule asks.
    cues: WordCues,
}

/// The vocabulary of a text, the place of each of `texts` in it, and how many of them may be each noun with particles.
#[inline(never)]
fn counted<'a>(texts: &[&'a str]) -> (Vocabulary<'a>, Vec<u32>, Map<&'a str, u32>) {
    // First come the words themselves, each with its place in the vocabulary.
    let mut stems: Map<&str, u32> = Map::with_room(texts.len().min(4096));
    let mut times: Vec<u32> = Vec::new();
    let mut kinds = Vec::with_capacity(texts.len());
    for text in texts {
        let kind = *stems.or_insert(*text, times.len() as u32) as usize;
        if kind == times.len() {
            times.push(0);
        }
        // No noun is so long.
        times[kind] += u32::from(text.len() <= 48);
        kinds.push(kind as u32);
    }
    stems
        .values_mut()
        .zip(&times)
        .for_each(|(count, times)| *count = *times);
    let words: Vec<&str> = stems.keys().copied().collect();
    let cuts: Vec<Cuts> = words.iter().map(|word| Cuts::new(word)).collect();
    for (i, word) in words.iter().enumerate() {
        for stem in cuts[i].stems(word).skip(1).filter(|_| times[i] > 0) {
            *stems.or_insert(stem, 0) += times[i];
        }
    }
    let cues = WordCues::default();
    (Vocabulary { words, cuts, cues }, kinds, stems)
}

#[inline(never)]
fn surname_of_name(word: &str) -> Option<&str> {
    let (len, _) = crate::lexicon::surname(word)?;
    let score = crate::korean::names::korean_name(word)?;
    (score >= -8).then_some(&word[..len])
}

impl<'a> Scan<'a> {
    pub fn new(
        text: &'a str,
        language: Language,
        blocks: &[Block],
        closed: &[Span],
        options: Options<'a>,
    ) -> Self {
        let (mut all, mut firsts) = (Vec::new(), Vec::new());
        for block in blocks.iter().filter(|b| b.kind != BlockKind::Furniture) {
            let open = |w: &Word| !block.furniture.iter().any(|f| f.overlaps(w.span));
            let before = all.len();
            all.extend(
                words(text, block.span)
                    .into_iter()
                    .filter(open)
                    .filter(|w| {
                        let at = closed.partition_point(|c| c.end <= w.span.start);
                        !closed.get(at).is_some_and(|c| c.overlaps(w.span))
                    }),
            );
            if all.len() > before {
                firsts.push(before);
            }
        }
        let texts: Vec<&str> = all.iter().map(|w| w.span.of(text)).collect();
        let (mut vocabulary, kinds, stems) = counted(&texts);
        if language == Language::Korean {
            vocabulary.cues = WordCues::new(&vocabulary.words, &vocabulary.cuts);
        }
        let mut scan = Self {
            text,
            blocks: firsts,
            options,
            surnames: OnceCell::new(),
            called: Set::default(),
            acting: Set::default(),
            in_office: Set::default(),
            stems,
            texts,
            nouns: Vec::new(),
            kinds,
            vocabulary,
            words: all,
        };
        let known = scan.vocabulary.words.iter().zip(&scan.vocabulary.cuts);
        let nouns = known.map(|(word, cuts)| scan.noun_of(word, *cuts));
        let nouns: Vec<&str> = nouns.collect();
        scan.nouns = scan.kinds.iter().map(|&k| nouns[k as usize]).collect();
        scan.called = scan.words_that(Self::is_called);
        scan.acting = scan.words_that(Self::is_acting);
        if language == Language::English {
            scan.in_office = scan.words_that(Self::is_in_office);
        }
        scan
    }

    /// The words of which `is` holds.
    #[inline(never)]
    fn words_that(&self, is: fn(&Self, usize) -> bool) -> Set<&'a str> {
        let all = (0..self.words.len()).filter(|&i| is(self, i));
        all.map(|i| self.word(i)).collect()
    }

    /// Whether word `i` is a surname that a title follows.
    fn is_called(&self, i: usize) -> bool {
        let word = self.word(i);
        word.len() == 3
            && word.starts_with(is_hangul)
            && is_surname(word)
            && !DOUBTFUL_SURNAMES.contains(&word)
            && self
                .next(i)
                .is_some_and(|n| self.title(n).is_some_and(|t| t.start == 0))
    }

    /// Whether word `i` is a Latin one that stands alone and does what persons do.
    fn is_acting(&self, i: usize) -> bool {
        let latin = |i: usize| self.word(i).starts_with(|c: char| c.is_ascii_uppercase());
        let acts = |n: usize| {
            !latin(n) && (PERSONS_ACT.contains(&self.word(n)) || self.word(n).ends_with("ed"))
        };
        latin(i)
            && self.next(i).is_some_and(acts)
            && self
                .previous(i)
                .is_none_or(|p| !latin(p) && !ARTICLES.contains(&self.word(p)))
    }

    /// Whether word `i` is a capitalised one that an office follows.
    fn is_in_office(&self, i: usize) -> bool {
        self.word(i).starts_with(char::is_uppercase) && in_office(self.after(self.words[i].span))
    }

    /// Whether an office follows a Latin word somewhere.
    pub fn in_office(&self, word: &str) -> bool {
        self.in_office.contains(word)
    }

    /// Whether a Latin word stands alone somewhere and acts.
    pub fn acts(&self, word: &str) -> bool {
        self.acting.contains(word)
    }

    /// Whether `word` of two syllables, or one that ends like a particle, is who the article calls by the surname
    /// alone, since no better name has it: 탁월 where 탁 전무 speaks, 홍정의 where 홍 의장 does.
    pub fn bears_surname(&self, word: &str) -> bool {
        let surname = word
            .get(..3)
            .filter(|_| word.len() == 6 || word.len() == 9 && word.ends_with('의'));
        surname.is_some_and(|s| self.called.contains(s) && !self.names_one(s))
    }

    /// Whether a word of the article looks like a full name with `surname`, which is one that somebody is called by or
    /// that is doubtful.
    pub fn names_one(&self, surname: &str) -> bool {
        let surnames = self.surnames.get_or_init(|| {
            let called = self.called.iter().chain(DOUBTFUL_SURNAMES);
            let asked: Set<&str> = called.copied().collect();
            let names = self.stems.keys().filter(|stem| stem.len() == 9);
            let names = names.filter(|name| name.get(..3).is_some_and(|s| asked.contains(s)));
            names.filter_map(|name| surname_of_name(name)).collect()
        });
        surnames.contains(surname)
    }

    /// Whether the article calls somebody by the surname of `name`: 주 of 주은결, where 주 대표 speaks.
    pub fn calls(&self, name: &str) -> bool {
        name.get(..3).is_some_and(|s| self.called.contains(s))
    }

    /// The words under `span`.
    pub fn at(&self, span: Span) -> &'a str {
        &self.text[span.range()]
    }

    /// The word with index `i`, as written.
    pub fn word(&self, i: usize) -> &'a str {
        self.texts[i]
    }

    /// Which of the article's words word `i` is: a number below that of its words, the same for the same word.
    pub fn kind(&self, i: usize) -> usize {
        self.kinds[i] as usize
    }

    /// The nouns that word `i` may be: see [`Cuts::stems`].
    pub fn stems(&self, i: usize) -> impl Iterator<Item = &'a str> {
        self.vocabulary.cuts[self.kind(i)].stems(self.word(i))
    }

    /// Whether word `i` leads to what `cue` says.
    pub fn cue(&self, i: usize, cue: Cue) -> bool {
        self.vocabulary.cues.has(self.kind(i), cue)
    }

    /// The title that word `i` ends in: [`title_in`](super::titles::title_in), asked once.
    pub fn title(&self, i: usize) -> Option<TitleWord> {
        self.vocabulary.cues.title(self.kind(i))
    }

    /// Whether a bracket opens right behind word `i`.
    pub fn opens_bracket(&self, i: usize) -> bool {
        self.after(self.words[i].span).starts_with('(')
    }

    /// Whether word `i` may end in a particle.
    pub fn particled(&self, i: usize) -> bool {
        self.vocabulary.cuts[self.kind(i)].any()
    }

    /// How many words of the article may be `stem` with particles.
    pub fn count(&self, stem: &str) -> u32 {
        self.stems.get(stem).copied().unwrap_or(0)
    }

    /// The words of each block.
    pub fn blocks(&self) -> impl Iterator<Item = Range<usize>> {
        let ends = self
            .blocks
            .iter()
            .skip(1)
            .copied()
            .chain([self.words.len()]);
        self.blocks.iter().zip(ends).map(|(&first, end)| first..end)
    }

    /// The text from the end of `span`.
    pub fn after(&self, span: Span) -> &'a str {
        &self.text[span.to()..]
    }

    /// The text up to the start of `span`.
    pub fn before(&self, span: Span) -> &'a str {
        &self.text[..span.from()]
    }

    /// The index of the first word that ends after `at`.
    pub fn word_at(&self, at: usize) -> usize {
        self.words.partition_point(|w| w.span.to() <= at)
    }

    /// As [`Scan::word_at`], where word `i` begins at most a few words before `at`: no search.
    pub fn word_near(&self, i: usize, at: usize) -> usize {
        let before = |w: &&Word| w.span.to() <= at;
        i + self.words[i..].iter().take_while(before).count()
    }

    /// What is left of the word that byte `end` cuts: particles, or nothing.
    pub fn tail(&self, end: usize) -> &'a str {
        self.tail_of(self.word_at(end), end)
    }

    /// As [`Scan::tail`], where the word is known: [`Scan::word_at`] or [`Scan::word_near`] of `end`.
    pub fn tail_of(&self, word: usize, end: usize) -> &'a str {
        let cut = self.words.get(word).map(|w| w.span);
        match cut.filter(|w| w.from() < end) {
            Some(word) => &self.text[end..word.to()],
            None => "",
        }
    }

    /// As [`Scan::tail`], also behind a bracket: 로 of 최고경영자(CEO)로.
    pub fn particle(&self, end: usize) -> &'a str {
        match self.words.get(self.word_at(end)).map(|w| w.span) {
            Some(word) if word.from() == end => self.at(word),
            _ => self.tail(end),
        }
    }

    /// The word after `i` when only a space parts the two.
    pub fn next(&self, i: usize) -> Option<usize> {
        (i + 1 < self.words.len() && self.words[i + 1].gap == Gap::Space).then_some(i + 1)
    }

    /// The word before `i` when only a space parts the two.
    pub fn previous(&self, i: usize) -> Option<usize> {
        (i > 0 && self.words[i].gap == Gap::Space).then(|| i - 1)
    }

    /// The noun that word `i` most likely is: see [`Scan::noun`].
    pub fn noun_at(&self, i: usize) -> &'a str {
        self.nouns[i]
    }

    /// The noun that `word` most likely is, its particles taken off: of the stems the one that
    /// the article uses most, a longer one on a tie unless the particle is a plain one.
    pub fn noun(&self, word: &'a str) -> &'a str {
        self.noun_of(word, Cuts::new(word))
    }

    #[inline(never)]
    fn noun_of(&self, word: &'a str, cuts: Cuts) -> &'a str {
        static PLAIN: Words = table![
            "은",
            "는",
            "을",
            "를",
            "의",
            "에",
            "에서",
            "과",
            "와",
            "으로",
            "로",
            "도",
            "이",
            "가",
            "에게",
            "한테",
            "까지",
            "부터",
            "으로부터",
            "로부터",
            "조차",
            "처럼",
            "엔",
            "에선",
            "에는",
            "에도",
            "에서는",
            "에서도",
            "이라는",
            "라는",
        ];
        if !cuts.any() {
            return word;
        }
        let mut best = word;
        let mut best_count = self.count(word);
        for stem in cuts.stems(word).skip(1) {
            if stem.chars().count() < 2 {
                break;
            }
            let count = self.count(stem);
            let plain = || best.len() == word.len() && PLAIN.has(&word[stem.len()..]);
            if count > best_count || count == best_count && plain() {
                best = stem;
                best_count = count;
            }
        }
        best
    }
}
