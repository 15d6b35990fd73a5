//! Tables of words that are asked for by their beginning or their end.
//!
//! Most questions (“does 반도체를 end in one of these 160 endings?”) have the answer no, and one
//! character tells. So a table is cut, when it is compiled, into short chains by that character.

/// Builds an [`Ends`] from words.
macro_rules! ends {
    ($($word:expr),* $(,)?) => {{
        const TABLE_WORDS: &[&str] = &[$($word),*];
        const TABLE_KEYS: [u32; TABLE_WORDS.len()] = $crate::table::last_keys(TABLE_WORDS);
        const TABLE_NEXT: [u8; TABLE_WORDS.len()] = $crate::table::chains(&TABLE_KEYS).1;
        $crate::table::Ends::new(TABLE_WORDS, $crate::table::chains(&TABLE_KEYS).0, &TABLE_NEXT)
    }};
}

/// Builds an [`Ends`] from a list of words, or of pairs that begin with one.
macro_rules! ends_of {
    ($list:ident) => {{
        const TABLE_WORDS: [&str; $list.len()] = $crate::table::Listed($list).words();
        const TABLE_KEYS: [u32; $list.len()] = $crate::table::last_keys(&TABLE_WORDS);
        const TABLE_NEXT: [u8; $list.len()] = $crate::table::chains(&TABLE_KEYS).1;
        $crate::table::Ends::new(
            &TABLE_WORDS,
            $crate::table::chains(&TABLE_KEYS).0,
            &TABLE_NEXT,
        )
    }};
}

/// Builds a [`Starts`] from a list of words, or of pairs that begin with one.
macro_rules! starts_of {
    ($list:ident) => {{
        const TABLE_WORDS: [&str; $list.len()] = $crate::table::Listed($list).words();
        const TABLE_KEYS: [u32; $list.len()] = $crate::table::first_keys(&TABLE_WORDS);
        const TABLE_NEXT: [u8; $list.len()] = $crate::table::chains(&TABLE_KEYS).1;
        $crate::table::Starts::new(
            &TABLE_WORDS,
            $crate::table::chains(&TABLE_KEYS).0,
            &TABLE_NEXT,
        )
    }};
}

/// Builds a [`Starts`] from words.
macro_rules! starts {
    ($($word:expr),* $(,)?) => {{
        const TABLE_WORDS: &[&str] = &[$($word),*];
        const TABLE_KEYS: [u32; TABLE_WORDS.len()] = $crate::table::first_keys(TABLE_WORDS);
        const TABLE_NEXT: [u8; TABLE_WORDS.len()] = $crate::table::chains(&TABLE_KEYS).1;
        $crate::table::Starts::new(TABLE_WORDS, $crate::table::chains(&TABLE_KEYS).0, &TABLE_NEXT)
    }};
}

/// Builds a [`Words`] from words.
macro_rules! words {
    ($($word:expr),* $(,)?) => {{
        const TABLE_WORDS: &[&str] = &[$($word),*];
        const TABLE_KEYS: [u32; TABLE_WORDS.len()] = $crate::table::whole_keys(TABLE_WORDS);
        const TABLE_NEXT: [u8; TABLE_WORDS.len()] = $crate::table::chains(&TABLE_KEYS).1;
        $crate::table::Words::new(TABLE_WORDS, $crate::table::chains(&TABLE_KEYS).0, &TABLE_NEXT)
    }};
}

pub(crate) use {ends, ends_of, starts, starts_of, words};

/// A list whose words a table is built from.
pub struct Listed<T: 'static>(pub &'static [T]);

impl Listed<&'static str> {
    pub const fn words<const N: usize>(self) -> [&'static str; N] {
        let mut out = [""; N];
        out.copy_from_slice(self.0);
        out
    }
}

impl<T: Copy> Listed<(&'static str, T)> {
    pub const fn words<const N: usize>(self) -> [&'static str; N] {
        let mut out = [""; N];
        let mut i = 0;
        while i < N {
            out[i] = self.0[i].0;
            i += 1;
        }
        out
    }
}

pub const HEADS: usize = 128;

/// For each of [`HEADS`] groups of keys the first word of its chain, counted from 1.
pub type Heads = [u8; HEADS];

/// The words that a text may end in.
pub struct Ends {
    words: &'static [&'static str],
    heads: Heads,
    next: &'static [u8],
}

/// The words that a text may begin with.
pub struct Starts {
    words: &'static [&'static str],
    heads: Heads,
    next: &'static [u8],
}

/// The words that a text may be.
pub struct Words {
    words: &'static [&'static str],
    /// Bytes of the longest: it tells most texts.
    longest: usize,
    heads: Heads,
    next: &'static [u8],
}

impl Ends {
    pub const fn new(words: &'static [&'static str], heads: Heads, next: &'static [u8]) -> Self {
        Ends { words, heads, next }
    }

    /// The places in the table of every word that `text` ends in, in order.
    pub fn places(&self, text: &str) -> impl Iterator<Item = usize> {
        let mut at = self.head(text);
        std::iter::from_fn(move || self.next_end(text, &mut at))
    }

    /// The head of the chain that the words are in which `text` may end in.
    fn head(&self, text: &str) -> u8 {
        last_key(text.as_bytes()).map_or(0, |key| self.heads[group(key)])
    }

    /// The next place of a word that `text` ends in, from `at` on in its chain.
    fn next_end(&self, text: &str, at: &mut u8) -> Option<usize> {
        while let Some(i) = usize::from(*at).checked_sub(1) {
            *at = self.next[i];
            let word = self.words[i].as_bytes();
            let end = text.len().checked_sub(word.len());
            if end.is_some_and(|end| same(&text.as_bytes()[end..], word)) {
                return Some(i);
            }
        }
        None
    }

    /// Every word that `text` ends in, in the order of the table.
    pub fn of(&self, text: &str) -> impl Iterator<Item = &'static str> {
        self.places(text).map(|i| self.words[i])
    }

    /// Whether `text` ends in one of them.
    pub fn any(&self, text: &str) -> bool {
        self.next_end(text, &mut self.head(text)).is_some()
    }

    /// All words in the order of the table.
    pub fn all(&self) -> &'static [&'static str] {
        self.words
    }

    /// Whether `word` itself is in the table.
    pub fn has(&self, word: &str) -> bool {
        self.of(word).any(|w| w.len() == word.len())
    }
}

/// Which of eight tables may hold an end of a text, by its last character: a bit for each table.
pub struct Lasts([u8; HEADS]);

impl Lasts {
    pub const fn new(tables: &[&Ends]) -> Self {
        assert!(tables.len() <= 8);
        let mut out = [0; HEADS];
        let mut i = 0;
        while i < tables.len() * HEADS {
            let (table, group) = (i / HEADS, i % HEADS);
            out[group] |= ((tables[table].heads[group] > 0) as u8) << table;
            i += 1;
        }
        Lasts(out)
    }

    /// The tables that have to be asked about `text`.
    pub fn of(&self, text: &str) -> u8 {
        last_key(text.as_bytes()).map_or(0, |key| self.0[group(key)])
    }
}

impl Starts {
    pub const fn new(words: &'static [&'static str], heads: Heads, next: &'static [u8]) -> Self {
        Starts { words, heads, next }
    }

    /// All words in the order of the table.
    pub fn all(&self) -> &'static [&'static str] {
        self.words
    }

    /// Every word that `text` begins with, in the order of the table.
    pub fn of(&self, text: &str) -> impl Iterator<Item = &'static str> {
        let key = first_key(text.as_bytes());
        let begins = move |i: &usize| text.starts_with(self.words[*i]);
        chain(&self.heads, self.next, key)
            .filter(begins)
            .map(|i| self.words[i])
    }

    /// Whether `text` begins with one of them.
    pub fn any(&self, text: &str) -> bool {
        self.of(text).next().is_some()
    }

    /// Whether one of them stands anywhere in `text`. One pass.
    pub fn within(&self, text: &str) -> bool {
        text.char_indices().any(|(i, _)| self.any(&text[i..]))
    }
}

impl Words {
    pub const fn new(words: &'static [&'static str], heads: Heads, next: &'static [u8]) -> Self {
        let (mut longest, mut i) = (0, 0);
        while i < words.len() {
            if words[i].len() > longest {
                longest = words[i].len();
            }
            i += 1;
        }
        Words {
            words,
            longest,
            heads,
            next,
        }
    }

    /// Whether `word` is in the table.
    pub fn has(&self, word: &str) -> bool {
        if word.len() > self.longest {
            return false;
        }
        let mut at = whole_key(word.as_bytes()).map_or(0, |key| self.heads[group(key)]);
        while let Some(i) = usize::from(at).checked_sub(1) {
            if self.words[i].len() == word.len() && same(self.words[i].as_bytes(), word.as_bytes())
            {
                return true;
            }
            at = self.next[i];
        }
        false
    }
}

/// The places of the words of the chain that `key` leads to.
fn chain(
    heads: &Heads,
    next: &'static [u8],
    key: Option<u32>,
) -> impl Iterator<Item = usize> + use<> {
    let mut at = key.map_or(0, |key| heads[group(key)]);
    std::iter::from_fn(move || {
        let i = usize::from(at).checked_sub(1)?;
        at = next[i];
        Some(i)
    })
}

/// Whether two texts of the same length are the same: most differ in the first character or are short,
/// and are told sooner by a loop than by a call.
#[inline]
fn same(a: &[u8], b: &[u8]) -> bool {
    a.iter().zip(b).all(|(a, b)| a == b)
}

pub const fn group(key: u32) -> usize {
    (key.wrapping_mul(0x9e37_79b1) >> 25) as usize % HEADS
}

/// A number that texts which begin with the same character share.
pub const fn first_key(text: &[u8]) -> Option<u32> {
    Some(match text {
        [] => return None,
        [a, b, c, ..] if *a >= 0xe0 => (*a as u32) << 12 ^ (*b as u32) << 6 ^ *c as u32,
        [a, b, ..] if *a >= 0x80 => (*a as u32) << 6 ^ *b as u32,
        [a, ..] => *a as u32,
    })
}

/// A number that texts which end in the same character share.
const fn last_key(text: &[u8]) -> Option<u32> {
    Some(match text {
        [] => return None,
        [.., a, b] if *b >= 0x80 => (*a as u32) << 6 ^ *b as u32,
        [.., a] => *a as u32,
    })
}

/// A number that equal texts share.
const fn whole_key(text: &[u8]) -> Option<u32> {
    match (first_key(text), last_key(text)) {
        (Some(a), Some(b)) => Some(a.wrapping_mul(31) ^ b << 3 ^ text.len() as u32),
        _ => None,
    }
}

macro_rules! keys {
    ($name:ident, $key:ident) => {
        pub const fn $name<const N: usize>(words: &[&str]) -> [u32; N] {
            let mut out = [0; N];
            let mut i = 0;
            while i < N {
                out[i] = match $key(words[i].as_bytes()) {
                    Some(key) => key,
                    None => panic!("an empty word in a table"),
                };
                i += 1;
            }
            out
        }
    };
}

keys!(first_keys, first_key);
keys!(last_keys, last_key);
keys!(whole_keys, whole_key);

/// The first word of each chain and, for each word, the next one; 0 ends a chain.
pub const fn chains<const N: usize>(keys: &[u32; N]) -> (Heads, [u8; N]) {
    assert!(N < 256, "too many words for one table");
    let (mut heads, mut next) = ([0; HEADS], [0; N]);
    let mut i = N;
    while i > 0 {
        let group = group(keys[i - 1]);
        next[i - 1] = heads[group];
        heads[group] = i as u8;
        i -= 1;
    }
    (heads, next)
}

#[cfg(test)]
mod tests {
    use super::*;

    static ENDS: Ends = ends!["전자", "반도체", "자", "AI", "é"];
    static STARTS: Starts = starts!["전자", "전", "A", "É", "👉"];
    static WORDS: Words = words!["전자", "전", "A", "É", "👉"];

    #[test]
    fn ends_are_found_in_the_order_of_the_table() {
        assert_eq!(ENDS.of("가람전자").collect::<Vec<_>>(), ["전자", "자"]);
        assert!(ENDS.any("오픈AI") && ENDS.any("café") && ENDS.has("자"));
        assert!(!ENDS.any("") && !ENDS.any("전") && !ENDS.has("가람전자"));
    }

    #[test]
    fn starts_are_found_anywhere() {
        assert_eq!(STARTS.of("전자는").collect::<Vec<_>>(), ["전자", "전"]);
        assert!(STARTS.any("A") && STARTS.any("👉 보기") && !STARTS.any("가전"));
        assert!(STARTS.within("가전") && !STARTS.within("가람"));
    }

    #[test]
    fn words_are_found_whole() {
        assert!(["전자", "전", "A", "É", "👉"].iter().all(|w| WORDS.has(w)));
        assert!(["", "전자는", "자", "AA"].iter().all(|w| !WORDS.has(w)));
    }
}
