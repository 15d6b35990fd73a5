//! What a Korean personal name looks like: surname, given name, and what it is not.

use super::dict::{Beginning, Dict};
use super::packed::{Section, section};

static SURNAMES: BySyllable<6> = BySyllable::new(Section::new(section::SURNAMES));
static GIVEN: BySyllable<5> = BySyllable::new(Section::new(section::GIVEN));
static WORDS: Dict = Dict::new(section::WORDS);
/// The score of a syllable that no given name of the table has.
const UNSEEN: i32 = -10;

/// Cells of so many bytes, sorted by the syllable that each begins with.
struct BySyllable<const CELL: usize> {
    cells: Section,
    /// Where each run of syllables begins: a run has few cells, so that no search is needed.
    runs: [u8; RUNS],
}

const FIRST: usize = '가' as usize;
/// Syllables in a run.
const RUN: usize = 64;
const RUNS: usize = ('힣' as usize - FIRST) / RUN + 1;

impl<const CELL: usize> BySyllable<CELL> {
    const fn new(cells: Section) -> Self {
        let mut runs = [0; RUNS];
        let bytes = cells.bytes();
        let (mut run, mut i) = (0, 0);
        while run < RUNS {
            while i * CELL < bytes.len()
                && (u16::from_le_bytes([bytes[i * CELL], bytes[i * CELL + 1]]) as usize)
                    < FIRST + run * RUN
            {
                i += 1;
            }
            assert!(i < 256, "too many cells");
            runs[run] = i as u8;
            run += 1;
        }
        Self { cells, runs }
    }

    /// The cells of `syllable`, in order.
    fn of(&self, syllable: char) -> impl Iterator<Item = &'static [u8; CELL]> {
        let run = (syllable as usize).wrapping_sub(FIRST) / RUN;
        let from = self.runs.get(run).map_or(usize::MAX, |&run| run.into());
        let of = move |cell: &[u8; CELL]| u32::from(u16::from_le_bytes([cell[0], cell[1]]));
        let cells: &'static [[u8; CELL]] = self.cells.bytes().as_chunks().0;
        let syllable = u32::from(syllable);
        let run = cells.get(from..).unwrap_or_default().iter();
        run.take_while(move |cell| of(cell) <= syllable)
            .filter(move |cell| of(cell) == syllable)
    }
}

/// The longest surname at the start of `text`: its bytes and its share in ten
/// thousand people, at least 1. 남궁 comes before 남.
pub fn surname(text: &str) -> Option<(usize, u16)> {
    let mut syllables = text.chars();
    let cells = SURNAMES.of(syllables.next()?);
    let second = syllables.next().map_or(0, u32::from);
    let mut surnames = cells.map(|&[_, _, a, b, c, d]| [[a, b], [c, d]].map(u16::from_le_bytes));
    let [two, share] = surnames.find(|&[two, _]| two == 0 || u32::from(two) == second)?;
    Some((if two == 0 { 3 } else { 6 }, share))
}

/// How much `name_after_surname` looks like a Korean given name.
///
/// The sum over its syllables of twice the binary logarithm of how much more often a
/// syllable stands at that place in given names than an average one. 재용 is well
/// above 0, 장비 below. Anything but one or two syllables is at most -20.
pub fn given_score(name_after_surname: &str) -> i32 {
    let mut syllables = name_after_surname.chars();
    match (syllables.next(), syllables.next(), syllables.next()) {
        (Some(a), None, None) => score(a, 2),
        (Some(a), Some(b), None) => score(a, 0) + score(b, 1),
        _ => 2 * UNSEEN,
    }
}

/// Whether `word` is an ordinary word that looks like a name: 이번, 정부, 장비.
pub fn is_common_word(word: &str) -> bool {
    WORDS.get(word).is_some()
}

/// As [`is_common_word`], of a word whose beginning is at hand.
pub fn is_common_word_of(word: &str, beginning: Beginning) -> bool {
    WORDS.get_of(word, beginning).is_some()
}

/// The score of a syllable as the first of two, the last of two, or the only one.
fn score(syllable: char, place: usize) -> i32 {
    let cell = GIVEN.of(syllable).next();
    cell.map_or(UNSEEN, |cell| i32::from(cell[2 + place].cast_signed()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surnames() {
        assert_eq!(surname("김앤장").map(|s| s.0), Some(3));
        assert_eq!(surname("남궁훈").map(|s| s.0), Some(6));
        assert_eq!(surname("남상진").map(|s| s.0), Some(3));
        for double in [
            "황보관",
            "선우영",
            "제갈량",
            "독고준",
            "사공일",
            "서문탁",
            "동방삭",
        ] {
            assert_eq!(surname(double).map(|s| s.0), Some(6), "{double}");
        }
        assert_eq!(surname("삼성전자"), None);
        assert!(surname("김").unwrap().1 > surname("피").unwrap().1);
    }

    #[test]
    fn given_names() {
        for name in [
            "재용", "태원", "정훈", "성호", "수연", "범수", "해진", "영섭",
        ] {
            assert!(given_score(name) > 0, "{name} {}", given_score(name));
        }
        for word in ["부는", "비를", "업계", "름길", ""] {
            assert!(given_score(word) < 0, "{word} {}", given_score(word));
        }
        assert!(given_score("재용") > given_score("장비"));
    }

    #[test]
    fn words() {
        for word in [
            "이번", "정부", "한국", "최근", "이후", "주요", "전체", "고객", "장비",
        ] {
            assert!(is_common_word(word), "{word}");
        }
        for name in ["이재용", "최태원", "정의선", "구광모", "신동빈", "김범수"] {
            assert!(!is_common_word(name), "{name}");
        }
    }
}
