//! Furniture glued to a headline or to the text of a paste without line breaks.

use crate::span::Span;
use crate::table::{Starts, starts};

/// Labels of a board that a copy leaves at the end of its headline.
const SUFFIXES: &[&str] = &[
    "게시글 내용",
    "게시글 본문",
    "기사 본문",
    "본문 내용",
    "본문 바로가기",
    "본문 보기",
    "본문보기",
    "원문 보기",
    "원문보기",
    "기사 보기",
    "기사보기",
    "본문",
    "기사입력",
];
/// Labels before it.
const PREFIXES: &[&str] = &[
    "게시글 제목",
    "제목 :",
    "제목:",
    "제목 ",
    "기사제목",
    "글제목",
];

/// The furniture glued to a headline.
pub fn of_headline(text: &str, span: Span) -> Vec<Span> {
    let words = span.of(text);
    let mut out = Vec::new();
    if let Some(p) = PREFIXES
        .iter()
        .find(|p| words.starts_with(**p) && words.len() > p.len() + 24)
    {
        out.push(Span::new(span.from(), span.from() + p.len()));
    }
    if let Some(s) = SUFFIXES
        .iter()
        .find(|s| words.ends_with(**s) && words.len() > s.len() + 24)
    {
        out.push(Span::new(span.to() - s.len(), span.to()));
    }
    out
}

/// Words that show a copyright notice, a link or a byline behind the last sentence.
static BEHIND: Starts = starts![
    "무단전재",
    "무단 전재",
    "재배포",
    "기자 ",
    "@",
    "구독하기",
    "관련기사",
    "추천기사",
];

/// What follows the last sentence of a long line: `김가람 기자 garam@… 저작권자 ⓒ …`.
pub fn of_body(text: &str, span: Span) -> Vec<Span> {
    let words = span.of(text);
    let Some(end) = words.rfind("다. ").map(|i| i + "다. ".len()) else {
        return Vec::new();
    };
    let rest = &words[end..];
    // Behind nearly all lines stands nothing of a page.
    if !BEHIND.within(rest) {
        return Vec::new();
    }
    let signs = BEHIND.all().iter().filter(|b| rest.contains(**b)).count();
    let page = rest.chars().count() < 160 && (words.len() > 600 || signs > 2);
    if page {
        vec![Span::new(span.from() + end, span.to()).trim(text)]
    } else {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_at_a_headline() {
        let text = "가나전자, 평택에 새 공장게시글 내용";
        let found = of_headline(text, Span::new(0, text.len()));
        assert_eq!(found[0].of(text), "게시글 내용");
        assert!(of_headline("가나전자 본문", Span::new(0, 19)).is_empty());
    }
}
