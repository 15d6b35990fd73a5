//! Titles in words: 회장, HE사업본부장, KB국민은행장.

use crate::korean::particles::stems;
use crate::lexicon::{self, TitleClass};
use crate::table::{Ends, Words, ends, ends_of, words};
use std::sync::OnceLock;

/// A title at the end of a word's noun.
#[derive(Clone, Copy, Debug)]
pub struct TitleWord {
    /// Where in the word the title's dictionary form begins; 0 when the noun is the title.
    pub start: usize,
    /// Where the noun ends and particles begin.
    pub end: usize,
    pub class: TitleClass,
    /// An ordinary word as well: 시장, 의사.
    pub ambiguous: bool,
}

/// Titles that may end a longer word: 배터리전기전자과장, 재무팀장, 노조위원장.
static FUSED: Words = words![
    "장",
    "총괄",
    "담당",
    "연구원",
    "연구위원",
    "교수",
    "변호사",
    "회계사",
    "전문위원",
    "심사역",
    "책임자",
    "이사",
    "대표",
    "사장",
    "회장",
    "전무",
    "상무",
    "의장",
    "총재",
    "애널리스트",
    "매니저",
    "디렉터",
    "프로듀서",
    "창업자",
    "정책관",
    "담당관",
    "심의관",
    "기획관",
    "장관",
    "차관",
    "의원",
    "지사",
    "감독",
    "수석",
    "비서관",
    "보좌관",
    "참사관",
    "위원",
    "간사",
    "검사",
    "판사",
    "대변인",
    "리더",
    "파트너",
    "전략가",
    "분석가",
];

/// Words that end like a title and are none.
static NOT_TITLES: Words = words![
    "공장",
    "시장",
    "현장",
    "입장",
    "주장",
    "성장",
    "매장",
    "확장",
    "등장",
    "포장",
    "농장",
    "광장",
    "극장",
    "통장",
    "저장",
    "긴장",
    "인장",
    "신장",
    "연장",
    "무장",
    "상장",
    "비상장",
    "재상장",
    "전시장",
    "주차장",
    "행사장",
    "경기장",
    "사업장",
    "전시관",
    "영업장",
    "내장",
    "출장",
    "도장",
    "양장",
    "가장",
    "당장",
    "막장",
    "증시장",
    "훈련장",
    "골프장",
    "스키장",
    "공연장",
    "비행장",
    "회의장",
    "회견장",
    "세계시장",
    "발표장",
    "작업장",
    "야구장",
    "정류장",
    "승강장",
    "하역장",
    "만장",
    "권장",
    "보장",
    "위장",
    "고장",
    "파장",
    "책장",
    "간담회장",
    "총회장",
    "연회장",
    "박람회장",
    "상담장",
    "직장",
    "대장",
    "개장",
    "입학장",
    "폐장",
    "폐차장",
    "세차장",
    "국가대표",
    "퇴장",
    "추천장",
    "초대장",
    "상황",
    "신시장",
    "내수시장",
    "중국시장",
    "저성장",
    "역성장",
    "고성장",
    "경제성장",
    "사업담당",
];

/// Callings that stand behind a name as a title does: 김해솔 감독, 김해솔 셰프.
static CALLINGS: Words = words![
    "감독",
    "작가",
    "셰프",
    "선수",
    "교사",
    "교장",
    "목사",
    "스님",
    "사령관",
    "참모총장",
    "대령",
    "중령",
    "소령",
    "왕자",
    "소장",
];

/// The title that `word`, particles taken off, ends in. Logarithmic a position.
pub fn title_in(word: &str) -> Option<TitleWord> {
    title_of(word, stems(word))
}

/// As [`title_in`], of a word whose stems are known.
pub fn title_of<'a>(word: &str, stems: impl Iterator<Item = &'a str>) -> Option<TitleWord> {
    if word.len() > 96 {
        return None;
    }
    static NOBODY: Ends = ends![
        "임원",
        "간부",
        "관계자",
        "직원",
        "개발자",
        "임직원",
        "경영진",
        "총수",
        "오너",
        "당국자",
        "고인",
        "선배",
        "기술자",
        "담당자",
        "실무자",
    ];
    for stem in stems {
        if !ends_like_a_title(stem) {
            continue;
        }
        if NOBODY.any(stem) && !stem.ends_with("집행임원") {
            return None;
        }
        if NOT_TITLES.has(stem) {
            return None;
        }
        if let Some(found) = body_head(stem) {
            return Some(found);
        }
        let last = stem.char_indices().next_back().map_or(0, |(at, _)| at);
        for (at, _) in stem.char_indices() {
            let tail = &stem[at..];
            // One letter at the end of a word is no title: 장 in 결과장.
            if at > 0 && at == last {
                continue;
            }
            let Some(value) = lexicon::titles().get(tail) else {
                continue;
            };
            let title = lexicon::title(value);
            if at > 0 && !title.suffix && !FUSED.has(tail) && !tail.ends_with('장') {
                continue;
            }
            if title.class == TitleClass::Other && !CALLINGS.has(tail) {
                return None;
            }
            return Some(TitleWord {
                start: at,
                end: stem.len(),
                class: title.class,
                ambiguous: title.ambiguous,
            });
        }
        if let Some(found) = chief(stem) {
            return Some(found);
        }
    }
    None
}

/// 가맹점주협의회장: who heads a body that is no firm.
fn body_head(stem: &str) -> Option<TitleWord> {
    static BODIES: Ends = ends![
        "협의회",
        "연합회",
        "약사회",
        "의사회",
        "변호사회",
        "회계사회",
        "세무사회",
        "동문회",
        "동창회",
        "교우회",
        "상인회",
        "체육회",
        "노인회",
        "청년회",
        "부녀회",
        "학생회",
        "주민회",
        "향우회",
        "번영회",
        "후원회",
        "유족회",
    ];
    let body = BODIES
        .of(stem.strip_suffix('장')?)
        .max_by_key(|b| b.len())?;
    Some(TitleWord {
        start: stem.len() - '장'.len_utf8() - body.len(),
        end: stem.len(),
        class: TitleClass::Association,
        ambiguous: false,
    })
}

/// Whether the last letter of `stem` ends any title: spares most words the look-ups.
fn ends_like_a_title(stem: &str) -> bool {
    // A bit for each character.
    static LAST: OnceLock<Vec<u64>> = OnceLock::new();
    let last = LAST.get_or_init(|| {
        let mut bits = vec![0; 1024];
        for c in lexicon::titles().last_characters().map(u32::from) {
            bits[c as usize / 64 % 1024] |= 1 << (c % 64);
        }
        bits
    });
    let c = stem.chars().next_back().map_or(0, u32::from);
    last.get(c as usize / 64)
        .is_some_and(|bits| bits >> (c % 64) & 1 == 1)
}

/// A word in -장 that heads something: 은행장, 배터리전기전자과장.
fn chief(stem: &str) -> Option<TitleWord> {
    const HEADED: &[(&str, TitleClass)] = &[
        ("은행장", TitleClass::Executive),
        ("사업부장", TitleClass::Executive),
        ("부문장", TitleClass::Executive),
        ("본부장", TitleClass::Executive),
        ("그룹장", TitleClass::Executive),
        ("센터장", TitleClass::Executive),
        ("연구소장", TitleClass::Executive),
        ("사업단장", TitleClass::Executive),
        ("실장", TitleClass::Executive),
        ("법인장", TitleClass::Executive),
        ("지사장", TitleClass::Executive),
        ("공장장", TitleClass::Executive),
        ("팀장", TitleClass::Staff),
        ("부장", TitleClass::Staff),
        ("지점장", TitleClass::Staff),
        ("지부장", TitleClass::Association),
        ("위원장", TitleClass::Association),
        ("협회장", TitleClass::Association),
        ("조합장", TitleClass::Association),
        ("연합회장", TitleClass::Association),
        ("과장", TitleClass::Official),
        ("국장", TitleClass::Official),
        ("청장", TitleClass::Official),
        ("원장", TitleClass::Official),
        ("처장", TitleClass::Official),
        ("시장", TitleClass::Official),
        ("구청장", TitleClass::Official),
        ("군수", TitleClass::Official),
        ("총장", TitleClass::Academic),
        ("학장", TitleClass::Academic),
    ];
    static ENDS: Ends = ends_of!(HEADED);
    let places = ENDS.places(stem);
    let (tail, class) = places.map(|i| &HEADED[i]).max_by_key(|(t, _)| t.len())?;
    (stem.len() > tail.len()).then(|| TitleWord {
        start: stem.len() - tail.len(),
        end: stem.len(),
        class: *class,
        ambiguous: false,
    })
}

/// Whether a title is a reporter's: 김해솔 기자 is a byline, wherever it stands.
pub fn reporter(title: &str) -> bool {
    matches!(
        title,
        "기자" | "특파원" | "인턴기자" | "선임기자" | "전문기자" | "객원기자"
    )
}

/// Whether a noun is or ends in a title.
pub fn ends_in_title(noun: &str) -> bool {
    title_in(noun).is_some_and(|t| t.end == noun.len())
}

/// Whether a whole noun is a title: 대표이사, CEO.
pub fn is_title(noun: &str) -> bool {
    lexicon::titles()
        .get(noun)
        .is_some_and(|v| lexicon::title(v).class != TitleClass::Other || CALLINGS.has(noun))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_end_a_noun() {
        let of = |w: &str| title_in(w).map(|t| (w[t.start..t.end].to_owned(), t.start));
        assert_eq!(of("회장은"), Some(("회장".into(), 0)));
        assert_eq!(of("HE사업본부장"), Some(("사업본부장".into(), 2)));
        assert_eq!(of("CEO"), Some(("CEO".into(), 0)));
        assert_eq!(of("성장은"), None);
        assert_eq!(of("배터리전기전자과장"), Some(("과장".into(), 21)));
        assert!(is_title("부회장"));
    }
}
