//! Where no name can stand: two thirds of the characters of an article, which then need no weighing.
//!
//! What a word says by itself is asked before anything dear is (coarse to fine; cf. Rush and Petrov, “Vine pruning for
//! efficient multi-pass dependency parsing”, NAACL 2012): ordinary words, verbs and numbers hold no name, nor do the spaces
//! and signs beside them. A word that a rule or a list speaks for is always weighed.

use crate::korean::names::final_consonant;
use crate::table::{Words, words};

/// Words that stand in every text and are neither surname nor part of a foreign name.
static SMALL: Words = words![
    "것",
    "등",
    "수",
    "때",
    "뒤",
    "더",
    "또",
    "첫",
    "그",
    "큰",
    "못",
    "잘",
    "두",
    "몇",
    "및",
    "게",
    "데",
    "번",
    "달",
    "날",
    "줄",
    "건",
    "왜",
    "내",
    "네",
    "채",
    "듯",
    "곳",
    "는",
    "를",
    "라고",
    "라며",
    "라는",
    "그는",
    "그가",
    "그의",
    "것은",
    "것이",
    "것을",
    "것으로",
    "것이다",
    "우리",
    "우리는",
    "우리가",
    "저는",
    "나는",
    "다시",
    "모든",
    "같은",
    "다른",
    "하는",
    "없는",
    "위해",
    "대해",
    "통해",
    "따라",
    "따르면",
    "이어",
    "함께",
    "특히",
    "대신",
    "만에",
    "앞에서",
    "말을",
];

/// What stands right behind a quotation or a bracket.
static BEHIND: Words = words![
    "고",
    "며",
    "이",
    "가",
    "은",
    "의",
    "을",
    "에",
    "와",
    "과",
    "로",
    "도",
    "다",
    "라",
    "이라고",
    "이라며",
    "이라는",
    "면서",
    "에서",
    "으로",
    "이다",
    "인",
];

/// Whether `word` is a small word or holds a verb: 밝혔다, 있었지만, 않은. Not 대표였다, which holds a noun.
pub fn is_small(word: &str) -> bool {
    SMALL.has(word) || is_verb(word)
}

/// Whether `word`, which stands right behind a sign, is but particles or an ending.
pub fn is_behind(word: &str) -> bool {
    BEHIND.has(word)
}

/// Only verbs have a syllable that ends in ㅆ, ㄶ or ㅀ. Inside a word that of the copula may follow a noun (대표였다,
/// 김해솔이었다), and so may 있다, 겠다.
fn is_verb(word: &str) -> bool {
    let mut before = None;
    word.chars().take(3).any(|c| {
        let ends = |closed: bool| before.is_none_or(|b| (final_consonant(b) > Some(0)) == closed);
        let verb = match (final_consonant(c), c) {
            (Some(NH | LH), _) | (Some(SS), '있' | '겠') => before.is_none(),
            // 높였다, 하지만 대표였다
            (Some(SS), '였') => ends(true),
            // 늘었다, 하지만 김해솔이었다
            (Some(SS), '었') => before != Some('이'),
            (consonant, _) => consonant == Some(SS),
        };
        before = Some(c);
        verb
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
