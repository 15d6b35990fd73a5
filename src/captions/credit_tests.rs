//! Tests of `credit`.

use super::*;

/// Credit lines as they end, and the source each names.
const CASES: &[(&str, &str)] = &[
    ("직원이 공장을 둘러보고 있다. /뉴스1", "뉴스1"),
    (
        "직원이 공장을 둘러보고 있다./가나전자 제공",
        "가나전자 제공",
    ),
    ("본사 전경 (사진=연합뉴스)", "연합뉴스"),
    ("본사 전경 [사진 가나전자]", "가나전자"),
    ("본사 전경. 사진 제공=가나전자", "가나전자"),
    ("본사 전경. 사진제공 | 가나전자", "가나전자"),
    ("관람객이 줄을 서 있다. AP연합뉴스", "AP연합뉴스"),
    ("관람객이 줄을 서 있다. [AFP=연합뉴스]", "AFP=연합뉴스"),
    (
        "관람객이 줄을 서 있다. 부산=사진공동취재단",
        "사진공동취재단",
    ),
    ("지난해의 점포. 연합뉴스 자료사진", "연합뉴스"),
    ("지난해의 점포. (자료사진)", ""),
    ("협약을 맺은 모습. 2025.6.23/뉴스1", "뉴스1"),
    (
        "협약을 맺었다. 2026.01.08. photo@a.example 뉴시스",
        "뉴시스",
    ),
    (
        "A ship in Busan, June 3, 2025. REUTERS/Jin Ara",
        "REUTERS/Jin Ara",
    ),
    (
        "A ship in Busan. (AP Photo/Rosa Lee, File)",
        "AP Photo/Rosa Lee",
    ),
    ("A ship in Busan. (Courtesy of Gana Marine)", "Gana Marine"),
    (
        "대표가 인사하고 있다. (사진=가나전자 제공) 2026.01.08. photo@a.example *재판매 및 DB 금지",
        "가나전자 제공",
    ),
    ("본사 전경 (사진=가나전자) *재판매 및 DB 금지", "가나전자"),
    ("ⓒ로이터", "로이터"),
    ("게티이미지뱅크", "게티이미지뱅크"),
];

#[test]
fn every_notice_has_the_letter_that_is_asked_first() {
    assert!(NOTICES.all().iter().all(|notice| notice.contains('재')));
}

#[test]
fn trailing_credits() {
    for (line, name) in CASES {
        let credit = trailing(line).unwrap_or_else(|| panic!("{line}"));
        assert_eq!(&line[credit.name], *name, "{line}");
    }
}

#[test]
fn no_credit_in_sentences() {
    for line in [
        "연합뉴스는 이날 입장객이 3만 명을 넘었다고 전했다.",
        "회사는 공장을 짓고 있다.",
        "조 대표(왼쪽)",
        "매출/이익",
        "",
    ] {
        assert_eq!(trailing(line), None, "{line}");
    }
}
