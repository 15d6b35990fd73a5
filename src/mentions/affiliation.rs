//! Whom a person belongs to: the words before the name, inside it, and what kind of body they name.

use super::Found;
use super::Person;
use super::forms::firm_like;
use super::scan::Scan;
use super::titles::title_in;
use crate::korean::offices::department;
use crate::lexicon::TitleClass;
use crate::span::Span;
use crate::table::{Ends, ends};

/// What an organisation is, by the end of its name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Organization {
    Government,
    Academic,
    Association,
    Unknown,
}

/// `title` is that of its head: one of a firm (대표, 사장) speaks against what a single last
/// syllable says, as in 메디네이처 대표.
pub fn organization(name: &str, title: &str) -> Organization {
    static OF_FIRMS: Ends = ends![
        "대표",
        "대표이사",
        "사장",
        "전무",
        "상무",
        "CEO",
        "최고경영자",
        "창업자",
        "창업주",
    ];
    const GOVERNMENT: &[&str] = &[
        "부",
        "처",
        "청",
        "위원회",
        "시",
        "도",
        "군청",
        "구청",
        "의회",
        "국회",
        "법원",
        "검찰",
        "경찰",
        "대통령실",
        "국",
        "감독원",
        "과",
        "공단",
        "진흥원",
        "개발원",
        "관리원",
        "정보원",
        "세무서",
        "경찰서",
        "소방서",
        "지구대",
        "파출소",
        "보건소",
        "교도소",
        "구치소",
        "지검",
        "고검",
        "세관",
        "대사관",
        "영사관",
        "군",
        "구",
    ];
    const ACADEMIC: &[&str] = &[
        "대",
        "대학교",
        "대학",
        "여대",
        "교대",
        "공대",
        "과학기술원",
        "학과",
        "대학원",
        "연구원",
        "학회",
        "카이스트",
        "KAIST",
        "포스텍",
        "연구소",
        "병원",
        "의대",
        "의료원",
        "고",
        "경제연구소",
    ];
    const ASSOCIATION: &[&str] = &[
        "협회",
        "연합회",
        "조합",
        "노조",
        "재단",
        "협의회",
        "연맹",
        "연대",
        "상의",
        "상공회의소",
        "경총",
        "전경련",
        "한경협",
        "총연합회",
        "중앙회",
        "모임",
        "단체",
        "대책위",
        "비대위",
        "센터",
        "포럼",
        "본부",
        "지부",
        "연합",
        "기금",
        "노총",
    ];
    static NO_SOCIETY: Ends = ends!["이사회", "상회", "위원회", "국회", "의회"];
    let least = if OF_FIRMS.any(title) { 2 } else { 1 };
    let ends = |list: &[&str]| {
        let long = |e: &&&str| e.chars().count() >= least;
        list.iter().filter(long).any(|e| name.ends_with(e))
    };
    // 민주당, 약사회
    let society = name.ends_with(['당', '회']) && name.chars().count() >= 3;
    if ends(ASSOCIATION) || society && !NO_SOCIETY.any(name) {
        Organization::Association
    } else if ends(ACADEMIC) {
        Organization::Academic
    } else if ends(GOVERNMENT) && name.chars().count() >= 3 {
        Organization::Government
    } else {
        Organization::Unknown
    }
}
pub fn public_office(title: &str) -> bool {
    const ENDS: &[&str] = &[
        "협회장",
        "연합회장",
        "조합장",
        "위원장",
        "학회장",
        "노조위원장",
        "재단이사장",
        "협의회장",
        "상의회장",
        "총재",
        "장관",
        "지부장",
    ];
    ENDS.iter().any(|e| title.ends_with(e))
}

/// Whether the next word says that the word before it names no firm but what somebody has charge of.
#[inline(never)]
pub fn in_charge(scan: &Scan, word: Span) -> bool {
    scan.text[word.to()..].starts_with(" 부문") && !firm_like(scan.at(word))
}

/// Splits unknown words into the affiliation and the department behind it.
pub fn split_affiliation(scan: &Scan, unknown: Span) -> (Option<Span>, Option<usize>) {
    let text = scan.at(unknown);
    // 배터리소재 부문 대표: what the department deals in.
    let last = text.rfind(' ').map_or(0, |i| i + 1);
    let deals = in_charge(scan, Span::new(unknown.from() + last, unknown.to()));
    let mut at = 0;
    for word in text.split(' ') {
        if at > 0 && department(word) || deals && at == last {
            let before = at
                .checked_sub(1)
                .map(|end| Span::new(unknown.from(), unknown.from() + end));
            return (before, Some(unknown.from() + at));
        }
        at += word.len() + 1;
    }
    (Some(unknown), None)
}

/// An affiliation before the name: 오픈AI의 샘 올트먼 CEO, 쇼플릿 김해솔 대표, 가람을 이끄는 김해솔 대표.
pub fn before_name(scan: &Scan, name: usize, known: &[Found], person: &mut Person) {
    let i = known.partition_point(|f| f.span.to() <= name);
    let Some(company) = i.checked_sub(1).map(|p| known[p].span) else {
        return;
    };
    // What may stand between the two is short; without this bound each name would look back to the last company.
    const REACH: usize = 96;
    if name - company.to() > REACH {
        return;
    }
    let between = &scan.text[company.to()..name];
    let between = between.trim_start_matches(['’', '‘', '\'', '”', '“', '"']);
    // 고토부키야(현 산토리)의 도리이 신지로
    let between = between
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(')'))
        .map_or(between, |(_, rest)| rest);
    let joined = match between.trim_start() {
        "" => between.len() == 1,
        words => {
            // 로스코트 서울사무소의
            let (words, office) = match words.split_once("의 ") {
                Some((office, rest)) if local_office(office) => (rest, true),
                _ => (words, false),
            };
            let after = Some(words)
                .filter(|_| office)
                .or_else(|| words.strip_prefix("의"))
                .or_else(|| words.strip_prefix("을"))
                .or_else(|| words.strip_prefix("를"))
                .map(str::trim);
            after.is_some_and(head_of)
                || head_of(words)
                || matches!(
                    after,
                    Some(
                        "" | "이끄는"
                            | "이끌고 있는"
                            | "창업한"
                            | "세운"
                            | "키운"
                            | "총괄하는"
                            | "설립한"
                            | "경영하는"
                            | "운영하는"
                            | "공동 창업한"
                            | "새 수장"
                            | "신임"
                    )
                )
                || matches!(words.trim(), "신임" | "오너인" | "총수인")
        }
    };
    if joined {
        person.companies.push(company);
    }
}

/// What the head of a firm is called before the name: 창업자, CEO인, 수장.
fn head_of(words: &str) -> bool {
    let words = words.trim();
    let bare = words.strip_suffix('인').unwrap_or(words);
    if bare.contains(' ') {
        return false;
    }
    matches!(bare, "수장" | "사령탑")
        || title_in(bare).is_some_and(|t| {
            (t.start, t.end) == (0, bare.len()) && t.class == TitleClass::Executive
        })
}

/// A company's own house somewhere: 서울사무소, 한국법인, 북미 지사.
fn local_office(words: &str) -> bool {
    const ENDS: &[&str] = &["사무소", "지사", "법인", "본사", "지점", "본점", "공장"];
    words.chars().count() <= 10 && ENDS.iter().any(|e| words.ends_with(e))
}

pub fn company_before(scan: &Scan, title: Span, companies: &[Found]) -> Option<Span> {
    let i = companies.partition_point(|f| f.span.to() <= title.from());
    let company = companies.get(i.checked_sub(1)?)?.span;
    let between = &scan.text[company.to()..title.from()];
    matches!(between, " " | "(" | "의 " | " (").then_some(company)
}
