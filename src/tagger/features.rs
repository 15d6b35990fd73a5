//! What the tagger looks at: for every character a fixed number of facts, each hashed to 32 bits.
//!
//! The facts are those a Korean reader uses: the characters around, the rest of the eojeol (a
//! particle? 씨?), the words before and after (a title? 대표, 측은), whether the beginning of the
//! word looks like a personal name, and whether a list knows it. Trainer and engine share this
//! file, so that they can never disagree.

use super::facts::{Closer, Facts, Gazetteer, TITLE_INSIDE};
use super::known::{Known, Match, Sort};
use super::labels::Kind;
use super::prune::is_behind;
use crate::span::Span;

/// Facts per character.
pub const COUNT: usize = 49;

/// The facts that depend on the lists.
pub const LISTED: [usize; 10] = [35, 36, 38, 39, 40, 41, 42, 43, 44, 45];

/// What kind of character it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Class {
    Space,
    Hangul,
    Upper,
    Lower,
    Digit,
    Hanja,
    Sign,
}

/// One character of a line.
#[derive(Clone, Copy)]
pub struct Char {
    /// Its first byte in the line.
    pub at: u32,
    /// The character, folded: digits are one, Latin letters small.
    pub symbol: u32,
    pub class: Class,
    /// The token it belongs to; `NONE` for a space.
    pub token: u32,
    /// The hash of the token up to here.
    head: u32,
}

/// What a rule found: a name, of which kind, and which rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RuleHit {
    /// Bytes.
    pub span: Span,
    code: u32,
}

impl RuleHit {
    pub fn new(span: Span, kind: Kind, rule: &str) -> Self {
        let code = hash(rule) << 2 | kind as u32;
        Self { span, code }
    }

    /// The same in a text that begins at byte `start` of this one.
    pub fn back(self, start: usize) -> Self {
        let span = Span::new(self.span.from() - start, self.span.to() - start);
        Self { span, ..self }
    }
}

/// What words say of themselves, by word.
pub type Words<'a> = crate::map::Map<&'a str, Facts>;

const NONE: u32 = u32::MAX;
const EDGE: u32 = 1;
const HEAD: u32 = 7;

/// A run of letters and digits, or one sign.
#[derive(Clone, Copy)]
pub struct Token {
    /// Its first character.
    pub first: usize,
    /// The character after its last.
    pub end: usize,
    whole: u32,
    facts: Facts,
    closer: Closer,
    /// Whether a space stands before it.
    spaced: bool,
}

/// A line of text (a paragraph, a headline), read once.
pub struct Line<'a> {
    pub text: &'a str,
    pub chars: Vec<Char>,
    pub tokens: Vec<Token>,
    gazetteer: Vec<u8>,
    /// What names that the model knows stand there.
    known: Vec<u8>,
    /// For every token the last word of its sentence.
    closings: Vec<u32>,
    rule_hits: Vec<u32>,
    /// Where no name can stand; the facts of these characters are not complete.
    pub pruned: Vec<bool>,
}

impl<'a> Line<'a> {
    /// Reads `text`; `rule_hits` are what rules found in it. Linear.
    /// `words` keeps what words say of themselves from one line to the next. With `prune` the
    /// characters where no name can stand are told from the others.
    pub fn new(
        text: &'a str,
        lists: Gazetteer,
        known: &Known,
        rule_hits: &[RuleHit],
        words: &mut Words<'a>,
        prune: bool,
    ) -> Self {
        let mut chars: Vec<Char> = Vec::with_capacity(text.len() / 2);
        let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 8);
        let mut spaced = true;
        for (at, c) in text.char_indices() {
            let class = class(c);
            let symbol = symbol(c, class);
            let i = chars.len();
            if class == Class::Space {
                spaced = true;
                chars.push(Char {
                    at: at as u32,
                    symbol,
                    class,
                    token: NONE,
                    head: HEAD,
                });
                continue;
            }
            let joins = class != Class::Sign
                && chars
                    .last()
                    .is_some_and(|l| l.token != NONE && l.class != Class::Sign);
            let mut head = HEAD;
            if joins && let (Some(last), Some(before)) = (tokens.last_mut(), chars.last()) {
                last.end = i + 1;
                head = mix(before.head, before.symbol);
            } else {
                tokens.push(Token {
                    first: i,
                    end: i + 1,
                    whole: 0,
                    facts: Facts::default(),
                    closer: Closer::default(),
                    spaced,
                });
            }
            spaced = false;
            chars.push(Char {
                at: at as u32,
                symbol,
                class,
                token: tokens.len() as u32 - 1,
                head,
            });
        }
        let mut line = Self {
            text,
            gazetteer: vec![0; chars.len()],
            known: vec![0; chars.len()],
            closings: Vec::new(),
            rule_hits: vec![0; chars.len()],
            pruned: vec![false; chars.len()],
            chars,
            tokens,
        };
        let known = lists.names.then_some(known);
        line.learn(lists, known, words);
        if let Some(known) = known {
            line.know(known);
        }
        line.close();
        for hit in rule_hits {
            let from = line.char_at(hit.span.from());
            let to = line.char_at(hit.span.to()).min(line.chars.len());
            for (k, cell) in line.rule_hits[from..to.max(from)].iter_mut().enumerate() {
                *cell = mix(hit.code, 1 + u32::from(k == 0));
            }
        }
        if prune {
            line.prune();
        }
        line.look_closer(words);
        line
    }

    /// Fills in what the words themselves say.
    fn learn(&mut self, lists: Gazetteer, known: Option<&Known>, words: &mut Words<'a>) {
        for t in 0..self.tokens.len() {
            let (first, end) = (self.tokens[t].first, self.tokens[t].end);
            let chars = &self.chars[first..end];
            self.tokens[t].whole = hash_of(chars);
            if chars[0].class == Class::Sign || chars.len() > 24 {
                continue;
            }
            let text: &'a str = self.text;
            let (_, from) = text.split_at(chars[0].at as usize);
            let word = match self.chars.get(end) {
                Some(next) => &from[..(next.at - chars[0].at) as usize],
                None => from,
            };
            let facts = || Facts::of(word, chars, known);
            self.tokens[t].facts = *words.or_insert_with(word, facts);
            lists.mark(from, &mut self.gazetteer[first..]);
        }
    }

    /// Marks the names that the model knows, of one word or up to three.
    fn know(&mut self, known: &Known) {
        let mut done = 0;
        for t in 0..self.tokens.len() {
            let Token { first, facts, .. } = self.tokens[t];
            if first < done {
                continue;
            }
            let longer = facts.part.then(|| self.longer(t, known)).flatten();
            let Some(Match { sort, len }) = longer.or(facts.known) else {
                continue;
            };
            let end = self.char_at(self.chars[first].at as usize + len as usize);
            let code = 1 + 2 * sort as u8;
            self.known[first..end].fill(code + 1);
            self.known[first] = code;
            // What only may be part of a name hides none that begins inside.
            if sort != Sort::Part {
                done = end;
            }
        }
    }

    /// The known name of three words or two that begins with token `t`.
    fn longer(&self, t: usize, known: &Known) -> Option<Match> {
        let start = self.chars[self.tokens[t].first].at as usize;
        let next = |t: usize| {
            let after = self.tokens.get(t + 1)?;
            let word = self.chars[after.first].class != Class::Sign;
            (word && after.first == self.tokens[t].end + 1).then_some(t + 1)
        };
        let name = |t: usize| {
            let end = self.span(0, self.tokens[t].end).to();
            known.find(&self.text[start..end])
        };
        let second = next(t)?;
        next(second).and_then(name).or_else(|| name(second))
    }

    /// Looks up how each sentence ends: 말했다, 열린다.
    fn close(&mut self) {
        self.closings = vec![EDGE; self.tokens.len()];
        let mut closing = EDGE;
        for (t, token) in self.tokens.iter().enumerate().rev() {
            let last = &self.chars[token.end - 1];
            let after = self.tokens.get(t + 1);
            let stops = after.is_none_or(|a| self.chars[a.first].symbol == '.' as u32);
            if stops && last.class == Class::Hangul {
                closing = token.facts.tail;
            }
            self.closings[t] = closing;
        }
    }

    /// Whether a quotation or a bracket ends before character `i`.
    fn closes(&self, i: usize) -> bool {
        let before = i.checked_sub(1).map(|k| self.chars[k].symbol);
        before
            .and_then(char::from_u32)
            .is_some_and(|c| matches!(c, '"' | '\'' | ')' | ']' | '>'))
    }

    /// Tells where no name can stand.
    fn prune(&mut self) {
        let mut out = std::mem::take(&mut self.pruned);
        for (t, token) in self.tokens.iter().enumerate() {
            let chars = token.first..token.end;
            // 이안감독, 황 시장
            let titled = token.facts.title >= TITLE_INSIDE
                || self
                    .tokens
                    .get(t + 1)
                    .is_some_and(|t| (1..TITLE_INSIDE).contains(&t.facts.title));
            let spoken_for =
                |k: usize| self.rule_hits[k] != 0 || self.gazetteer[k] != 0 || self.known[k] != 0;
            let number = self.chars[token.first].class == Class::Digit;
            let behind = !token.spaced
                && self.closes(token.first)
                && is_behind(self.span(token.first, token.end).of(self.text));
            if (number || behind || token.facts.nameless && !titled)
                && !chars.clone().any(spoken_for)
            {
                out[chars].fill(true);
            }
        }
        // A space or a sign is inside a name only between two words that may be of one.
        let is_word = |k: usize| !matches!(self.chars[k].class, Class::Space | Class::Sign);
        for i in 0..out.len() {
            if is_word(i) || self.rule_hits[i] != 0 || self.gazetteer[i] != 0 {
                continue;
            }
            let may = |k: usize| self.chars.get(k).is_some() && is_word(k) && !out[k];
            out[i] = i == 0 || !may(i - 1) || !may(i + 1);
        }
        self.pruned = out;
    }

    /// Fills in what is said of the words that are weighed.
    fn look_closer(&mut self, words: &mut Words<'a>) {
        for t in 0..self.tokens.len() {
            let Token { first, end, .. } = self.tokens[t];
            if self.pruned[first] {
                continue;
            }
            let text: &'a str = self.text;
            let word = &text[self.span(first, end).range()];
            if let Some(facts) = words.get_mut(word) {
                self.tokens[t].closer = facts.closer(word, &self.chars[first..end]);
            }
        }
    }

    /// The bytes from character `from` up to character `to`.
    pub fn span(&self, from: usize, to: usize) -> Span {
        let at = |i: usize| self.chars.get(i).map_or(self.text.len(), |c| c.at as usize);
        Span::new(at(from), at(to))
    }

    /// The character that begins at byte `at`, or the first after it.
    pub fn char_at(&self, at: usize) -> usize {
        self.chars.partition_point(|c| (c.at as usize) < at)
    }

    /// The facts of character `i`, hashed, each with its own template.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub fn features(&self, i: usize, out: &mut [u32; COUNT]) {
        let symbol = |d: isize| -> u32 {
            i.checked_add_signed(d)
                .and_then(|k| self.chars.get(k))
                .map_or(EDGE, |c| c.symbol)
        };
        let (b2, b1, c, a1, a2) = (symbol(-2), symbol(-1), symbol(0), symbol(1), symbol(2));
        let mut put = Put { out, n: 0 };
        put.one(c);
        put.one(b1);
        put.one(b2);
        put.one(a1);
        put.one(a2);
        put.two(b2, b1);
        put.two(b1, c);
        put.two(c, a1);
        put.two(a1, a2);
        put.three(b2, b1, c);
        put.three(b1, c, a1);
        put.three(c, a1, a2);
        put.two(mix(b1, c), mix(a1, a2));
        let token = self.chars[i].token;
        // A space takes the word before as its own, at a place no character has.
        let space = token == NONE;
        let at = if space {
            match self.chars.get(i + 1).map_or(NONE, |c| c.token) {
                NONE => self.tokens.partition_point(|t| t.first < i),
                next => next as usize,
            }
        } else {
            token as usize
        };
        let nothing = Token {
            first: i,
            end: i,
            whole: EDGE,
            facts: Facts::default(),
            closer: Closer::default(),
            spaced: true,
        };
        let token = |d: isize| -> &Token {
            at.checked_add_signed(d)
                .and_then(|k| self.tokens.get(k))
                .unwrap_or(&nothing)
        };
        let (before2, before, own, after, after2) = if space {
            (token(-2), token(-1), &nothing, token(0), token(1))
        } else {
            (token(-2), token(-1), token(0), token(1), token(2))
        };
        let p = if space {
            9
        } else {
            ((i - own.first) as u32).min(5)
        };
        let left = (own.end.saturating_sub(i + 1) as u32).min(5);
        let glued = u32::from(!own.spaced) * 2 + u32::from(!after.spaced);
        // The word so far, the rest of it, and all of it.
        let head = self.chars[i].head;
        let mut tail = 9;
        for c in &self.chars[(i + 1).min(own.end)..own.end.min(i + 9)] {
            tail = mix(tail, c.symbol);
        }
        put.two(mix(head, c), 0);
        put.two(tail, p);
        put.two(tail, c);
        put.two(own.whole, p);
        let (facts, closer) = (&own.facts, &own.closer);
        put.two(closer.stem, p);
        put.three(closer.particle, p, left);
        put.two(after.whole, p);
        put.three(after.whole, own.end as u32 - own.first as u32, p);
        put.three(after.whole, tail, 0);
        put.two(after.facts.head, p);
        put.two(after2.whole, p);
        put.two(before.whole, p);
        put.two(before.facts.tail, p);
        put.two(before2.whole, p);
        put.three(closer.shape, p, glued);
        put.three(closer.name, p, 0);
        put.three(closer.name, mix(after.facts.title, glued), p);
        put.three(closer.name, before.facts.title, p);
        put.three(
            facts.foreign,
            mix(before.facts.foreign, after.facts.foreign),
            p,
        );
        put.three(after.facts.title, after2.facts.title, p);
        put.three(facts.title, facts.title_at, p);
        put.three(before.facts.title, mix(glued, closer.particle), p);
        let list = u32::from(self.gazetteer[i]);
        let hit = self.rule_hits[i];
        put.two(list, 1);
        put.three(list, facts.common, p);
        put.three(facts.common, after.facts.common, p);
        put.three(facts.common, hit, p);
        let next = self.rule_hits.get(i + 1).copied().unwrap_or(0);
        put.two(hit, p);
        put.three(hit, next, tail);
        put.three(hit, own.whole, p);
        let known = |i: usize| self.known.get(i).copied().map_or(0, u32::from);
        let (here, next) = (known(i), known(i + 1));
        put.three(here, next, closer.name);
        put.three(here, hit, p);
        put.three(
            known(own.first),
            mix(known(after.first), known(before.first)),
            p,
        );
        put.three(here, after.facts.title, facts.common);
        put.two(closer.stem_tail, p);
        put.two(facts.head, p);
        let closing = self.closings.get(at).copied().unwrap_or(EDGE);
        put.three(closing, closer.particle, p);
        debug_assert_eq!(put.n, COUNT);
        // All at once: several fit one instruction.
        for fact in out {
            *fact = finish(*fact);
        }
    }
}

/// Writes down one fact after another, each hashed but not yet spread by [`finish`].
struct Put<'a> {
    out: &'a mut [u32; COUNT],
    n: usize,
}

impl Put<'_> {
    #[inline]
    fn one(&mut self, a: u32) {
        self.out[self.n] = mix(self.n as u32 + 1, a);
        self.n += 1;
    }

    #[inline]
    fn two(&mut self, a: u32, b: u32) {
        self.out[self.n] = mix(mix(self.n as u32 + 1, a), b);
        self.n += 1;
    }

    #[inline]
    fn three(&mut self, a: u32, b: u32, c: u32) {
        self.out[self.n] = mix(mix(mix(self.n as u32 + 1, a), b), c);
        self.n += 1;
    }
}

/// One step of the hash: cheap, and good enough before [`finish`].
pub fn mix(hash: u32, value: u32) -> u32 {
    (hash ^ value).wrapping_mul(0x9e37_79b1).rotate_left(15)
}

/// Spreads every bit (the finaliser of MurmurHash3, public domain).
fn finish(mut h: u32) -> u32 {
    h ^= h >> 16;
    h = h.wrapping_mul(0x85eb_ca6b);
    h ^= h >> 13;
    h = h.wrapping_mul(0xc2b2_ae35);
    h ^ (h >> 16)
}

/// The hash of the word of these characters.
pub fn hash_of(chars: &[Char]) -> u32 {
    chars.iter().fold(0, |hash, c| mix(hash, c.symbol))
}

/// The hash of a word, as tokens are hashed.
pub fn hash(word: &str) -> u32 {
    word.chars()
        .fold(0, |hash, c| mix(hash, symbol(c, class(c))))
}

fn class(c: char) -> Class {
    match c {
        '가'..='힣' => Class::Hangul,
        'A'..='Z' => Class::Upper,
        'a'..='z' => Class::Lower,
        '0'..='9' => Class::Digit,
        '\u{4e00}'..='\u{9fff}' => Class::Hanja,
        '\u{2010}'..='\u{2027}' => Class::Sign,
        _ if c.is_whitespace() => Class::Space,
        _ if c.is_alphabetic() => Class::Lower,
        _ if c.is_numeric() => Class::Digit,
        _ => Class::Sign,
    }
}

/// The character as features see it.
fn symbol(c: char, class: Class) -> u32 {
    match class {
        Class::Space => ' ' as u32,
        Class::Digit => '0' as u32,
        Class::Hanja => '\u{4e00}' as u32,
        Class::Sign => match c {
            '“' | '”' | '"' | '″' | '＂' | '「' | '」' | '『' | '』' | '«' | '»' => {
                '"' as u32
            }
            '‘' | '’' | '\'' | '′' => '\'' as u32,
            '·' | 'ㆍ' | '∙' | '・' => '·' as u32,
            '…' => '.' as u32,
            _ => c as u32,
        },
        _ => c as u32,
    }
}
