//! Where no name can stand: half of the characters of an article, which then need no weighing.
//!
//! What a word says by itself is asked before anything dear is (coarse to fine; cf. Rush and Petrov, “Vine pruning for
//! efficient multi-pass dependency parsing”, NAACL 2012): ordinary words, verbs and numbers hold no name, nor do the spaces
//! and signs beside them. A word that a rule or a list speaks for is always weighed.

use crate::korean::names::final_consonant;
use crate::table::{Words, words};

/// Words that stand in every text and are neither surname nor part of a foreign name.
static SMALL: Words = words![
    "것", "등", "수", "때", "뒤", "더", "또", "첫", "그", "큰", "못", "잘", "두", "몇", "및", "게",
    "데", "는", "를", "라고", "라며", "그는", "것은", "것이", "우리", "다시", "모든", "같은",
    "다른", "위해", "대해", "통해", "따라", "이어", "함께", "특히",
];

/// Whether `word` is a small word or holds a verb: 밝혔다, 있었지만, 않은. Not 대표였다, which holds a noun.
pub fn is_small(word: &str) -> bool {
    SMALL.has(word)
        || word.char_indices().take(3).any(|(i, c)| {
            // Only verbs have a syllable that ends so: 했, 갔; inside a word it may be the copula's (였, 이었) or follow
            // a noun (대표로있는).
            match final_consonant(c) {
                Some(SS) => i == 0 || !matches!(c, '였' | '었' | '있' | '겠'),
                Some(NH | LH) => i == 0,
                _ => false,
            }
        })
}

/// ㄶ, ㅀ and ㅆ, as [`final_consonant`] numbers them.
const NH: u32 = 6;
const LH: u32 = 15;
const SS: u32 = 20;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_hold_no_name() {
        for word in [
            "밝혔다",
            "있는",
            "있었지만",
            "했다고",
            "않은",
            "잃었던",
            "등",
        ] {
            assert!(is_small(word), "{word}");
        }
        for word in [
            "대표였다",
            "김해솔이었다",
            "회장겠지",
            "마쓰다",
            "고",
            "한",
            "",
            "A했",
        ] {
            assert!(is_small(word) == (word == "A했"), "{word}");
        }
    }
}
