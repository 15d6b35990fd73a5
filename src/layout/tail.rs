//! What follows the text on a page: notices, links, comments, and whether the text goes on.

use super::cues::HEADS_LINKS;
use super::rows::{Row, is_chatty};
use crate::korean::words::{is_letter, lower};

/// What stands behind the text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tail {
    /// Still in the text.
    None,
    /// After a byline, a source or a notice: running text may go on.
    Notice,
    /// After a heading of links or an advertisement: long paragraphs may go on.
    Links,
    /// Among comments and votes: nothing goes on.
    Comments,
}

/// Words that open the readers' part of a page.
pub const COMMENTS: &[&str] = &[
    "댓글",
    "등록순",
    "네티즌 의견",
    "찬성/반대",
    "운영배심원",
    "답글",
];
/// Words that open links to other pages.
const LINKS: &[&str] = &[
    "최신 기사",
    "다른 기사",
    "관련기사",
    "관련 기사",
    "관련뉴스",
    "관련 뉴스",
    "추천기사",
    "추천 기사",
    "인기기사",
    "인기뉴스",
    "인기 기사",
    "많이 본",
    "랭킹",
    "주요뉴스",
    "언론사",
    "이 블로그",
    "most popular",
    "most read",
    "more in ",
    "topics:",
    "카테고리 글",
    "핫이슈",
    "무단전재",
    "무단 전재",
    "copyright",
    "all rights",
];

pub fn opens(text: &str, words: &[&str]) -> bool {
    words.iter().any(|w| text.contains(w))
}

/// What stands behind the text once `text`, a line of furniture, has come.
pub fn next_tail(text: &str, tail: Tail) -> Tail {
    let lower = lower(text);
    let bare = lower.trim_matches(|c: char| !is_letter(c));
    if tail == Tail::Comments || opens(&lower, COMMENTS) && !lower.contains("이 댓글은") {
        Tail::Comments
    } else if tail == Tail::Links || opens(&lower, LINKS) || HEADS_LINKS.contains(&bare) {
        Tail::Links
    } else {
        Tail::Notice
    }
}

/// Whether the text goes on with `row` after what `tail` says came before it.
pub fn resumes(row: &Row, tail: Tail, is_last: bool) -> bool {
    match tail {
        Tail::None => true,
        Tail::Notice => row.prose && row.chars >= 24 || !is_last || is_chatty(row.text) && row.gap,
        Tail::Links => row.prose && (row.chars >= 60 || !is_last && row.chars >= 40),
        Tail::Comments => false,
    }
}
