//! Particles (조사) and the endings that follow a noun, with the sound they need before them.

/// What a particle needs before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    /// A final consonant: 은, 이, 을, 과.
    Consonant,
    /// A vowel: 는, 가, 를, 와.
    Vowel,
    /// A vowel or ㄹ: 로.
    VowelOrL,
    Any,
}

use After::{Any, Consonant, Vowel, VowelOrL};

/// Every particle and noun ending that may close an eojeol, and stand before another.
const PARTICLES: &[(&str, After)] = &[
    ("은", Consonant),
    ("는", Vowel),
    ("이", Consonant),
    ("가", Vowel),
    ("을", Consonant),
    ("를", Vowel),
    ("과", Consonant),
    ("와", Vowel),
    ("의", Any),
    ("에", Any),
    ("에서", Any),
    ("에게", Any),
    ("에게서", Any),
    ("에게는", Any),
    ("께", Any),
    ("께서", Any),
    ("한테", Any),
    ("로", VowelOrL),
    ("으로", Consonant),
    ("로서", VowelOrL),
    ("으로서", Consonant),
    ("로써", VowelOrL),
    ("으로써", Consonant),
    ("로부터", VowelOrL),
    ("으로부터", Consonant),
    ("부터", Any),
    ("까지", Any),
    ("도", Any),
    ("만", Any),
    ("랑", Vowel),
    ("이랑", Consonant),
    ("하고", Any),
    ("조차", Any),
    ("마저", Any),
    ("마다", Any),
    ("밖에", Any),
    ("보다", Any),
    ("처럼", Any),
    ("같이", Any),
    ("만큼", Any),
    ("대로", Any),
    ("뿐", Any),
    ("나", Vowel),
    ("이나", Consonant),
    ("라도", Vowel),
    ("이라도", Consonant),
    ("든", Vowel),
    ("이든", Consonant),
    ("며", Vowel),
    ("이며", Any),
    ("고", Vowel),
    ("이고", Any),
    ("란", Vowel),
    ("이란", Any),
    ("라는", Vowel),
    ("이라는", Any),
    ("라고", Vowel),
    ("이라고", Any),
    ("라며", Vowel),
    ("이라며", Any),
    ("라면", Vowel),
    ("이라면", Any),
    ("인", Any),
    ("다", Vowel),
    ("이다", Any),
    ("였다", Vowel),
    ("이었다", Consonant),
    ("입니다", Any),
    ("자", Vowel),
    ("이자", Any),
    ("지만", Vowel),
    ("이지만", Any),
    ("인데", Any),
    ("이던", Any),
    ("이었던", Consonant),
    ("답게", Any),
    ("답지", Any),
    ("씨", Any),
    ("님", Any),
    ("야", Vowel),
    ("이야", Consonant),
    ("야말로", Vowel),
    ("이야말로", Consonant),
    ("치고", Any),
    ("더러", Any),
    ("보고", Any),
    ("서", Vowel),
];

/// The last syllables of all particles: a word that ends otherwise has none. A test holds it to the table.
const LAST: &str =
    "가게고과께나는님다던데도든란랑러럼로를만며면뿐서써씨야에와은을의이인자저지차큼터테";

/// Noun suffixes that stay outside a name: 삼성전자 측, 엔비디아발, 미국행.
const SUFFIXES: &[&str] = &[
    "측", "발", "표", "향", "행", "쪽", "들", "등", "판", "식", "형", "계", "제", "산", "사", "간",
    "급", "용",
];

/// Whether `rest`, which stands right after `stem` in an eojeol, is nothing but particles, after
/// at most one suffix. The sound at each seam must agree, so that 현대차는 splits and 크래프톤은
/// does not become 크래프톤은 + nothing.
pub fn follows(stem: &str, rest: &str) -> bool {
    if rest.is_empty() || chain(stem, rest, 3) {
        return true;
    }
    SUFFIXES.iter().any(|s| {
        rest.strip_prefix(s)
            .is_some_and(|after| after.is_empty() || chain(s, after, 3))
    })
}

/// Whether `rest` is up to `depth` particles, each agreeing with what stands before it.
pub fn chain(stem: &str, rest: &str, depth: u8) -> bool {
    if rest.is_empty() {
        return true;
    }
    if depth == 0 || rest.chars().count() > 8 {
        return false;
    }
    PARTICLES.iter().any(|(p, after)| {
        rest.strip_prefix(p)
            .is_some_and(|tail| agrees(stem, *after) && chain(p, tail, depth - 1))
    })
}

/// The nouns that `word` may be with its particles taken off: the whole word first, then ever
/// shorter ones.
pub fn stems(word: &str) -> impl Iterator<Item = &str> {
    // Most words end in no particle; looking at one syllable spares the search.
    let bare = !word.ends_with(|c| LAST.contains(c));
    let cuts = word
        .char_indices()
        .skip(if bare { word.len() } else { 1 })
        .map(|(i, _)| i);
    let cuts: Vec<usize> = cuts
        .filter(|&i| word.len() - i <= 24 && chain(&word[..i], &word[i..], 3))
        .collect();
    std::iter::once(word).chain(cuts.into_iter().rev().map(move |i| &word[..i]))
}

/// Whether a particle that needs `after` may follow `stem`. Latin letters and digits are read
/// aloud in more than one way, so both forms pass.
fn agrees(stem: &str, after: After) -> bool {
    let Some(c) = stem.chars().next_back() else {
        return false;
    };
    if !('가'..='힣').contains(&c) {
        return true;
    }
    let last = (c as u32 - 0xac00) % 28;
    match after {
        Any => true,
        Consonant => last != 0,
        Vowel => last == 0,
        VowelOrL => last == 0 || last == 8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_agree_with_the_sound_before_them() {
        assert!(follows("현대차", "는") && !follows("현대차", "은"));
        assert!(follows("가람", "에서만") && follows("서울", "로") && !follows("가람", "로"));
        assert!(follows("가람전자", "측은") && follows("SK", "는") && follows("SK", "은"));
        assert!(!follows("가람", "타워"));
    }

    #[test]
    fn every_particle_ends_in_a_listed_syllable() {
        assert!(
            PARTICLES
                .iter()
                .all(|(p, _)| p.ends_with(|c| LAST.contains(c)))
        );
    }

    #[test]
    fn stems_come_longest_first() {
        assert_eq!(stems("가람은").collect::<Vec<_>>(), ["가람은", "가람"]);
        assert_eq!(
            stems("대표이사는").collect::<Vec<_>>(),
            ["대표이사는", "대표이사"]
        );
    }
}
