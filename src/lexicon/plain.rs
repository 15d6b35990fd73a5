//! Ordinary words, nouns and stems of verbs: what a firm without a listed name is told apart from.

use super::filter::{Head, Key, holds};
use crate::late;

static SET: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/plain_words.bin"));

/// Bytes of a word that is worth a question.
const LONGEST: usize = 36;

/// Whether a syllable makes a noun of a noun: 협력+사, 매도+자.
fn is_suffix(c: char) -> bool {
    matches!(
        c,
        '사' | '자'
            | '들'
            | '측'
            | '계'
            | '권'
            | '층'
            | '업'
            | '율'
            | '률'
            | '량'
            | '금'
            | '비'
            | '세'
            | '값'
            | '장'
            | '점'
            | '품'
            | '력'
            | '성'
            | '형'
            | '식'
            | '용'
            | '국'
            | '기'
            | '단'
            | '부'
            | '회'
            | '원'
            | '인'
            | '군'
            | '류'
            | '급'
            | '발'
            | '행'
            | '제'
            | '판'
            | '학'
            | '론'
            | '법'
            | '별'
            | '간'
            | '시'
            | '집'
            | '방'
            | '실'
            | '상'
            | '주'
    )
}

/// Whether `word` is an ordinary word, alone (소비자), with a suffix (협력사) or of two
/// (물류센터). One word in some hundreds that is none seems to be one.
pub fn is_plain(word: &str) -> bool {
    word.len() <= LONGEST && is_plain_keyed(word, Key::of(word))
}

/// As [`is_plain`], of a word whose key is at hand.
pub fn is_plain_keyed(word: &str, key: Key) -> bool {
    word.len() <= LONGEST && holds(SET, key) || is_made_of_plain(word)
}

/// Whether `word` is an ordinary word and a suffix, or two ordinary words.
pub fn is_made_of_plain(word: &str) -> bool {
    if word.len() > LONGEST {
        return false;
    }
    let mut head = Head::default();
    for (n, (i, c)) in word.char_indices().enumerate() {
        let rest = &word[i..];
        let width = c.len_utf8();
        let last = rest.len() == width;
        if n >= 2 && (!last || is_suffix(c)) && holds(SET, head.key()) && (last || has(rest)) {
            return true;
        }
        head.extend(&rest[..width]);
    }
    false
}

/// As [`is_entry`], of a word whose key is at hand.
pub fn is_entry_keyed(key: Key) -> bool {
    holds(SET, key)
}

/// Whether `word` itself is in the set of ordinary words.
pub fn is_entry(word: &str) -> bool {
    has(word)
}

/// Whether `word`, without particles, is a word of business, technology, the market: 스타트업,
/// 코스피, LFP. As sure as [`is_entry`]. To be asked only where the tagger is: in the page the set comes with it.
pub fn is_term(word: Key) -> bool {
    holds(late::terms(), word)
}

/// Whether `word` is a country, a city, a river: 라스베이거스, 호르무즈해협. As [`is_term`].
pub fn is_place(word: Key) -> bool {
    holds(late::places(), word)
}

fn has(word: &str) -> bool {
    holds(SET, Key::of(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_are_told_from_names() {
        for word in ["정부", "소비자", "협력사", "업계", "물류센터", "투자자"] {
            assert!(is_plain(word), "{word}");
        }
        for word in ["누리텍", "베르크만", "솔뫼", "모란앤코"] {
            assert!(!is_plain(word), "{word}");
        }
    }
}
