//! What names of people look like in Hangul.

use super::callings::KIN;
use super::foreign::weights;
use super::native_names::{NATIVE, NATIVE_SCORE};
use crate::lexicon;
use crate::table::{Ends, Words, ends, words};

/// Words that stand where a name would and are none: 신임 대표, 전문 경영인.
static NOT_NAMES: Words = words![
    "신임",
    "전임",
    "공동",
    "단독",
    "현직",
    "국내",
    "해외",
    "한국",
    "미국",
    "중국",
    "일본",
    "각자",
    "초대",
    "차기",
    "전직",
    "전문",
    "최고",
    "선임",
    "수석",
    "책임",
    "총괄",
    "담당",
    "부문",
    "본부",
    "이사",
    "대표",
    "사장",
    "회장",
    "상무",
    "전무",
    "고위",
    "주요",
    "계열",
    "소속",
    "임원",
    "사내",
    "사외",
    "기타",
    "비상임",
    "상임",
    "상근",
    "명예",
    "창업",
    "경영",
    "재무",
    "기술",
    "전략",
    "홍보",
    "마케팅",
    "영업",
    "이번",
    "이날",
    "이후",
    "이어",
    "이에",
    "이와",
    "이런",
    "이미",
    "정부",
    "정책",
    "정도",
    "현재",
    "현장",
    "현지",
    "전체",
    "전국",
    "전날",
    "지난",
    "지금",
    "지역",
    "지원",
    "지주",
    "주식",
    "주주",
    "주가",
    "주로",
    "조사",
    "조직",
    "조선",
    "연구",
    "연구원",
    "연구소",
    "연합",
    "고객",
    "고위급",
    "공장",
    "공사",
    "공단",
    "공시",
    "국민",
    "국제",
    "국회",
    "금융",
    "금융권",
    "기업",
    "기관",
    "기존",
    "기술자",
    "남성",
    "여성",
    "여러",
    "노조",
    "노사",
    "노동",
    "동시",
    "동남아",
    "마지막",
    "모두",
    "모든",
    "문제",
    "반도체",
    "방송",
    "배터리",
    "사업",
    "사실",
    "산업",
    "상장",
    "서울",
    "서비스",
    "성장",
    "소비자",
    "신규",
    "신사업",
    "안전",
    "양사",
    "업계",
    "업체",
    "외국인",
    "우리",
    "원래",
    "유럽",
    "남유럽",
    "동유럽",
    "서유럽",
    "유통",
    "은행",
    "인수",
    "인공지능",
    "임직원",
    "임시",
    "자사",
    "자회사",
    "장기",
    "장비",
    "전기차",
    "전자",
    "제품",
    "차세대",
    "차관",
    "채권",
    "최근",
    "추가",
    "투자",
    "투자자",
    "하반기",
    "상반기",
    "하나",
    "하지만",
    "한편",
    "향후",
    "허가",
    "홍콩",
    "황금",
    "회사",
    "위원",
    "위원장",
    "부사장",
    "부회장",
    "사장단",
    "변호사",
    "변호인",
    "강남",
    "강북",
    "강조",
    "김포",
    "이천",
    "이사회",
    "이사장",
    "이사진",
    "박사",
    "정규",
    "정식",
    "정기",
    "정치권",
    "조합",
    "장관",
    "서초",
    "송파",
    "성남",
    "용인",
    "안양",
    "안산",
    "남양주",
    "고양",
    "구미",
    "여수",
    "여의도",
    "원주",
    "전주",
    "경주",
    "공주",
    "진주",
    "제주",
    "나주",
    "양주",
    "파주",
    "광주",
    "함께",
    "오히려",
    "오전",
    "오후",
    "가운데",
    "왼쪽",
    "오른쪽",
    "도중",
    "소식통",
    "신문",
    "기자",
    "여섯",
    "예닐곱",
    "제가",
    "내가",
    "네가",
    "부음",
    "부고",
    "동정",
    "인사",
    "모친상",
    "부친상",
    "유력한",
    "어떤",
    "주인",
    "아니라",
    "아니고",
    "여덟",
    "여전",
    "전속",
];

/// How surely a word is a Korean name, surname and given name together.
///
/// `None` when it has no surname, is an ordinary word, or has the wrong length; otherwise the
/// score of the given name, plus what a common surname adds. About 0 and above is a good name.
pub fn korean_name(word: &str) -> Option<i32> {
    // Most words have another length, or begin with no surname: 남, 남궁.
    if !matches!(word.len(), 6 | 9 | 12) {
        return None;
    }
    let (len, share) = lexicon::surname(word)?;
    let given = &word[len..];
    if !matches!(given.len(), 3 | 6)
        || !word.chars().all(is_hangul)
        || NOT_NAMES.has(word)
        || inflected(word)
        || lexicon::is_common_word(word)
    {
        return None;
    }
    let common = match share {
        300.. => 4,
        50.. => 2,
        5.. => 0,
        _ => -2,
    };
    Some(given_score(given) + common)
}

/// How much `given` looks like a given name; names of native words (하늘, 여울) are as good as
/// those of the usual syllables.
fn given_score(given: &str) -> i32 {
    let score = lexicon::given_score(given);
    if score < NATIVE_SCORE && NATIVE.has(given) {
        NATIVE_SCORE
    } else {
        score
    }
}

/// A word of three syllables that is an ordinary word of two with a particle or an ending:
/// 경영은, 추천한, 주총을, 유통군.
fn inflected(word: &str) -> bool {
    const ENDS: &[char] = &[
        '은', '는', '이', '가', '의', '에', '도', '과', '와', '로', '만', '한', '할', '된', '될',
        '해', '함', '인', '들', '군',
    ];
    let Some((at @ 6, last)) = word.char_indices().next_back() else {
        return false;
    };
    let stem = &word[..at];
    object(word)
        || matches!(last, '의' | '는')
        || last == '인' && KIN.has(stem)
        || ENDS.contains(&last) && (NOT_NAMES.has(stem) || lexicon::is_common_word(stem))
}

/// Whether a word ends in the particle of an object; in 표가을 it would be 를.
fn object(word: &str) -> bool {
    let mut last = word.chars().rev();
    match (last.next(), last.next().and_then(final_consonant)) {
        (Some('을'), closed) => closed != Some(0),
        (last, _) => last == Some('를'),
    }
}

/// As [`korean_name`] for a name that is an ordinary word as well (이루다), where its place leaves
/// no doubt. Three syllables only.
pub fn uncommon_name(word: &str) -> Option<i32> {
    let (len, _) = lexicon::surname(word).filter(|_| word.len() == 9)?;
    let score = given_score(&word[len..]);
    if score < -12
        || !word.chars().all(is_hangul)
        || NOT_NAMES.has(word)
        || object(word)
        || word.ends_with(['의', '는'])
    {
        return None;
    }
    // 한국에 온, 정부의: an ordinary word and its particle.
    if super::particles::stems(word)
        .skip(1)
        .any(|stem| NOT_NAMES.has(stem) || lexicon::is_common_word(stem))
    {
        return None;
    }
    Some(score)
}

/// Whether `word` is nothing but a surname: 최, 황보.
pub fn is_surname(word: &str) -> bool {
    lexicon::surname(word).is_some_and(|(len, _)| len == word.len())
}

/// Surnames that are words of their own before a title: 이 회사, 전 대표, 한 임원, 두 회장.
pub const DOUBTFUL_SURNAMES: &[&str] = &[
    "전", "현", "이", "두", "한", "양", "신", "그", "저", "원", "본", "옛", "각", "총", "주", "부",
    "당",
];

/// How the international names of drugs end, by their kind: 오시머티닙, 펨브롤리주맙, 세마글루타이드.
pub static DRUG_ENDS: Ends = ends![
    "닙",
    "맙",
    "글루타이드",
    "파타이드",
    "스타틴",
    "프라졸",
    "사르탄",
    "글립틴",
    "글리플로진",
    "시클로버",
];

/// How much `word` looks like one part of a transliterated name; 5 and above speaks for it.
/// 저커버그 is far above, 합류한 far below.
pub fn foreign_score(word: &str) -> i32 {
    let (mut sum, mut last) = (0, (0, 0));
    for c in word.chars() {
        sum += i32::from(last.0);
        last = weights(c).unwrap_or((-2, -2));
    }
    sum + i32::from(last.1)
}

/// Whether a Hangul word could be part of a transliterated name.
pub fn may_be_foreign(word: &str) -> bool {
    (1..=7).contains(&word.chars().count()) && foreign_sounds(word) && foreign_score(word) >= 5
}

/// Whether a word has only syllables that transliteration makes.
pub fn foreign_sounds(word: &str) -> bool {
    word.chars()
        .all(|c| final_consonant(c).is_some_and(|f| FOREIGN_FINALS.contains(&f)))
}

/// Final consonants of transliteration: none, ㄱ ㄴ ㄹ ㅁ ㅂ ㅅ ㅇ.
const FOREIGN_FINALS: &[u32] = &[0, 1, 4, 8, 16, 17, 19, 21];

pub fn is_hangul(c: char) -> bool {
    ('가'..='힣').contains(&c)
}

/// The number of a Hangul syllable's final consonant, 0 for none.
pub fn final_consonant(c: char) -> Option<u32> {
    is_hangul(c).then(|| (c as u32 - 0xac00) % 28)
}

/// Hanja, for a name's spelling in brackets.
pub fn is_hanja(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// The given name of a full name in three syllables: 다래 of 옥다래.
pub fn given_name(name: &str) -> Option<&str> {
    let full = name.len() == 9 && name.chars().all(is_hangul);
    let (3, _) = lexicon::surname(name).filter(|_| full)? else {
        return None;
    };
    Some(&name[3..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_words() {
        assert!(korean_name("권봉석").is_some_and(|s| s > 0));
        assert!(korean_name("황보단").is_some());
        assert_eq!(korean_name("정부"), None);
        assert_eq!(korean_name("튼튼한"), None);
    }

    #[test]
    fn foreign_names_are_told_from_words() {
        assert!(
            ["저커버그", "라지브", "베르크만"]
                .iter()
                .all(|w| may_be_foreign(w))
        );
        assert!(
            !["합류한", "이끌던", "국민대", "공장을"]
                .iter()
                .any(|w| may_be_foreign(w))
        );
    }
}
