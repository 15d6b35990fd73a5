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
    ("엔", Any),
    ("에선", Any),
    ("에겐", Any),
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

/// The most syllables that a particle has.
const LONGEST: usize = 4;

/// A particle as words are searched for it: its syllables, last first, in sixteen bits each, and
/// how many.
#[derive(Clone, Copy)]
struct Reversed {
    syllables: u64,
    len: usize,
    after: After,
}

/// [`PARTICLES`] in the same order.
const REVERSED: [Reversed; PARTICLES.len()] = {
    let mut out = [Reversed {
        syllables: 0,
        len: 0,
        after: Any,
    }; PARTICLES.len()];
    let mut i = 0;
    while i < out.len() {
        let (words, after) = PARTICLES[i];
        let len = words.len() / 3;
        (out[i].len, out[i].after) = (len, after);
        let mut n = 0;
        while n < len {
            let syllable = syllable(words.as_bytes(), 3 * (len - 1 - n));
            out[i].syllables |= (syllable as u64) << (16 * n);
            n += 1;
        }
        i += 1;
    }
    out
};

/// For each group of last syllables the first particle of its chain, counted from 1, and for each
/// particle the next one.
const CHAINS: ([u8; 256], [u8; PARTICLES.len()]) = {
    let (mut heads, mut next) = ([0; 256], [0; PARTICLES.len()]);
    let mut i = PARTICLES.len();
    while i > 0 {
        let group = group(REVERSED[i - 1].syllables as u16);
        next[i - 1] = heads[group];
        heads[group] = i as u8;
        i -= 1;
    }
    (heads, next)
};

/// One of 256 groups of syllables.
const fn group(syllable: u16) -> usize {
    (syllable.wrapping_mul(0x9e37) >> 8) as usize
}

/// The most syllables that particles in a row may have, and how many particles.
const REACH: usize = 8;
const DEPTH: u8 = 3;

/// Noun suffixes that stay outside a name: 삼성전자 측, 엔비디아발, 미국행.
const SUFFIXES: &[char] = &[
    '측', '발', '표', '향', '행', '쪽', '들', '등', '판', '식', '형', '계', '제', '산', '사', '간',
    '급', '용',
];

/// Whether `rest`, which stands right after `stem` in an eojeol, is nothing but particles, after
/// at most one suffix. The sound at each seam must agree, so that 현대차는 splits and 크래프톤은
/// does not become 크래프톤은 + nothing.
pub fn follows(stem: &str, rest: &str) -> bool {
    if rest.is_empty() {
        return true;
    }
    let tail = Tail::new(rest);
    if tail.len * 3 != rest.len() {
        return false;
    }
    let before = stem.chars().next_back();
    let ends = tail.ends(before.map(|c| c as u32));
    let particles = |syllables: usize| ends >> syllables & 1 == 1;
    particles(tail.len) || particles(tail.len - 1) && rest.starts_with(SUFFIXES)
}

/// The nouns that `word` may be with its particles taken off: the whole word first, then ever
/// shorter ones.
pub fn stems(word: &str) -> impl Iterator<Item = &str> {
    Cuts::new(word).stems(word)
}

/// Where particles may be cut off a word: a bit for each number of syllables.
#[derive(Clone, Copy)]
pub struct Cuts(u8);

impl Cuts {
    pub fn new(word: &str) -> Cuts {
        // Half of all words end like no particle.
        let last = word
            .as_bytes()
            .last_chunk::<3>()
            .map_or(0, |last| syllable(last, 0));
        if CHAINS.0[group(last)] == 0 {
            return Cuts(0);
        }
        let tail = Tail::new(word);
        let whole = tail.len * 3 == word.len();
        let before = (!whole).then_some(0); // anything that is no syllable
        Cuts((tail.ends(before) >> 1) as u8)
    }

    /// As [`stems`], of the word that these are the cuts of.
    pub fn stems(self, word: &str) -> impl Iterator<Item = &str> {
        let mut left = self.0;
        let cut = std::iter::from_fn(move || {
            let k = left.trailing_zeros() as usize + 1;
            left &= left.checked_sub(1)?;
            Some(&word[..word.len() - 3 * k])
        });
        std::iter::once(word).chain(cut)
    }

    /// Whether there is anything to cut off.
    pub fn any(self) -> bool {
        self.0 != 0
    }
}

/// The syllables at the end of a word, last first: no more than matter.
struct Tail {
    syllables: [u16; REACH + 1],
    len: usize,
}

impl Tail {
    fn new(word: &str) -> Tail {
        let bytes = word.as_bytes();
        let mut syllables = [0; REACH + 1];
        let mut len = 0;
        while len <= REACH && bytes.len() >= 3 * len + 3 {
            let at = bytes.len() - 3 * len - 3;
            // A lead byte of three, which the char before it cannot hold.
            if bytes[at] & 0xf0 != 0xe0 {
                break;
            }
            let c = syllable(bytes, at);
            if !is_syllable(u32::from(c)) {
                break;
            }
            syllables[len] = c;
            len += 1;
        }
        Tail { syllables, len }
    }

    /// Whether the last 0, 1, 2 … syllables are particles, a bit each: at most [`DEPTH`], each
    /// agreeing with what stands before it. `before` stands before all of them, if anything.
    fn ends(&self, before: Option<u32>) -> u32 {
        let mut ends = 1;
        // How many particles they are.
        let mut needs = [DEPTH + 1; REACH + 1];
        needs[0] = 0;
        let most = REACH.min(self.len);
        // The syllables from the next one on, as those of particles.
        let mut next = (self.syllables.iter().take(LONGEST).rev())
            .fold(0, |all, &syllable| all << 16 | u64::from(syllable));
        for from in 0..most {
            let here = next;
            let fifth = self.syllables.get(from + LONGEST);
            next = next >> 16 | u64::from(fifth.copied().unwrap_or(0)) << 48;
            if ends >> from == 0 {
                break;
            }
            if needs[from] >= DEPTH {
                continue;
            }
            let mut at = CHAINS.0[group(self.syllables[from])];
            while let Some(i) = usize::from(at).checked_sub(1) {
                at = CHAINS.1[i];
                let particle = &REVERSED[i];
                let to = from + particle.len;
                if (here ^ particle.syllables) << (64 - 16 * particle.len) != 0
                    || to > most
                    || needs[to] <= needs[from] + 1
                {
                    continue;
                }
                let left = if to < self.len {
                    Some(u32::from(self.syllables[to]))
                } else {
                    before
                };
                if left.is_some_and(|left| agrees(left, particle.after)) {
                    needs[to] = needs[from] + 1;
                    ends |= 1 << to;
                }
            }
        }
        ends
    }
}

/// The number of the three-byte character at `at`.
const fn syllable(bytes: &[u8], at: usize) -> u16 {
    (bytes[at] as u16 & 15) << 12 | (bytes[at + 1] as u16 & 63) << 6 | bytes[at + 2] as u16 & 63
}

fn is_syllable(c: u32) -> bool {
    (0xac00..=0xd7a3).contains(&c)
}

/// Whether a particle that needs `after` may follow the character `left`. Latin letters and
/// digits are read aloud in more than one way, so both forms pass.
fn agrees(left: u32, after: After) -> bool {
    if !is_syllable(left) {
        return true;
    }
    let last = (left - 0xac00) % 28;
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
    fn every_particle_is_found() {
        assert!(PARTICLES.iter().all(|(p, _)| follows("A", p)));
        assert!(PARTICLES.iter().all(|(p, _)| p.len() <= 3 * LONGEST));
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
