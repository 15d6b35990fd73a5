//! The credit of a caption: what names its source, and how sure it is that this is one.

use std::ops::Range;

use super::looks::PICTURES;
use super::source::{Form, KEY_ENDS, KEYS, LONGEST, SEPARATORS, SIGNS, is_known, source, trimmed};
use crate::korean::words::is_letter;
use crate::table::{Ends, Starts, ends, starts};

/// A credit found in a line; all positions are bytes of that line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    /// The source as written; empty where only 자료사진 stands.
    pub name: Range<usize>,
    /// Where the words of the credit begin, its bracket or key included.
    pub start: usize,
    /// Where they end.
    pub end: usize,
    /// How strongly it speaks for a caption: 4 for an explicit or a known one.
    pub weight: i32,
}

/// The last part of an outlet's name that no list holds.
static OUTLETS: Ends = ends![
    "뉴스",
    "일보",
    "신문",
    "통신",
    "타임스",
    "연합",
    "TV",
    "닷컴",
    "포토",
    "미디어",
];

/// What agencies add to a credit.
static NOTICES: Starts = starts![
    ". 재판매 및 DB",
    ", 재판매 및 DB",
    ". 재판매",
    ".재판매",
    " 재판매 및 DB",
    ". DB 및 재판매",
    ". 무단 전재",
];

/// The credit at the end of `text`, in any of its forms. Looks at the last words only.
pub fn trailing(text: &str) -> Option<Credit> {
    let end = text.trim_end().len();
    let end = match text[..end].strip_suffix('.') {
        Some(cut) if cut.ends_with([')', ']', '〉', '>']) => cut.len(),
        _ => end,
    };
    let end = agency_tail(&text[..end]).unwrap_or(end);
    let text = &text[..end];
    // 재판매 및 DB 금지: a notice inside the bracket hides the credit before it.
    if let Some(cut) = notice(text)
        && let Some(open) = text[..cut].rfind(['[', '(', '<'])
    {
        let inner = open + 1..cut;
        let (name, weight) = source(text, inner, Form::Bracket)?;
        return Some(Credit {
            name,
            start: open,
            end: text.len(),
            weight,
        });
    }
    // No source ends as a sentence does: nearly all lines of an article.
    if text.ends_with("다.") {
        return last_word(text);
    }
    bracket(text)
        .or_else(|| rest(text))
        .or_else(|| sign(text))
        .or_else(|| keyed(text))
        .or_else(|| slash(text))
        .or_else(|| last_word(text))
}

/// Where that begins which agencies put behind a picture's words: `2026.01.08. photo@a.example *재판매 및 DB 금지`.
/// A mail address counts after a date, for writers sign with one alone; the notice counts by itself.
#[inline(never)]
pub fn agency_tail(text: &str) -> Option<usize> {
    let mut words = text.trim_end();
    let noticed = match words.rsplit_once('*') {
        Some((before, notice)) if notice.trim_start().starts_with("재판매") => {
            words = before.trim_end();
            true
        }
        _ => false,
    };
    let last = |words: &str| words.rfind(' ').map_or(0, |i| i + 1);
    let mut mailed = false;
    while words[last(words)..].contains('@') {
        words = words[..last(words)].trim_end();
        mailed = true;
    }
    let date = &words[last(words)..];
    let dated = date.contains('.') && date.chars().all(|c| c.is_ascii_digit() || c == '.');
    if dated {
        words = words[..last(words)].trim_end();
    }
    (noticed || mailed && dated).then_some(words.len())
}

/// Where a notice begins in the last words of `text`: of several kinds, the first of the table.
#[inline(never)]
fn notice(text: &str) -> Option<usize> {
    let mut from = text.len().saturating_sub(59);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let words = &text[from..];
    // Each of them has 재판매 or 전재.
    if !words.contains('재') {
        return None;
    }
    let found = NOTICES.within(words).then(|| NOTICES.all().iter());
    found?.find_map(|n| words.rfind(n)).map(|i| from + i)
}

/// The last characters of `text`, as many as a credit may have, and where they begin.
fn last_words(text: &str) -> (&str, usize) {
    let from = text.char_indices().rev().take(LONGEST + 8).last();
    let from = from.map_or(0, |(i, _)| i);
    (&text[from..], from)
}

/// The credit that opens a line: `[사진=X] …`, `[서울=뉴시스] …`.
pub fn leading(text: &str) -> Option<Credit> {
    let open = text.chars().next()?;
    let close = closing(open)?;
    let end = text.find(close)?;
    let inner = open.len_utf8()..end;
    let words = &text[inner.clone()];
    let end = end + close.len_utf8();
    if let Some((place, agency)) = words.split_once('=')
        && !KEYS.contains(&place.trim())
    {
        let known = is_known(agency.trim()) || OUTLETS.any(agency);
        return (known && !text[end..].trim_start().is_empty()).then(|| Credit {
            name: trimmed(text, inner.end - agency.len()..inner.end),
            start: 0,
            end,
            weight: 2,
        });
    }
    if !["사진", "제공", "출처", "자료", "ⓒ", "©"]
        .iter()
        .any(|k| words.contains(k))
    {
        return None;
    }
    let (name, weight) = source(text, inner, Form::Bracket)?;
    (weight >= 4 && !name.is_empty()).then_some(Credit {
        name,
        start: 0,
        end,
        weight,
    })
}

/// Brackets that a credit may stand in.
const BRACKETS: [(char, char); 7] = [
    ('(', ')'),
    ('[', ']'),
    ('〈', '〉'),
    ('<', '>'),
    ('【', '】'),
    ('（', '）'),
    ('［', '］'),
];

fn closing(open: char) -> Option<char> {
    let pair = BRACKETS.iter().find(|pair| pair.0 == open);
    pair.map(|pair| pair.1)
}

/// `… (사진=X)`, `… [X]`.
#[inline(never)]
fn bracket(text: &str) -> Option<Credit> {
    let close = text.chars().next_back()?;
    let (open, _) = BRACKETS.iter().find(|pair| pair.1 == close)?;
    let mut depth = 0;
    for (i, c) in text.char_indices().rev().take(LONGEST * 2) {
        if c == close {
            depth += 1;
        } else if c == *open {
            depth -= 1;
            if depth == 0 {
                let (name, mut weight) = source(
                    text,
                    i + c.len_utf8()..text.len() - close.len_utf8(),
                    Form::Bracket,
                )?;
                // 삼성전자 사장(왼쪽), 소문이다[연합]: a bracket that only names something needs a sentence before it.
                let before = text[..i].trim_end();
                if weight < 4 && !(before.is_empty() || ends_picture(before)) {
                    return None;
                }
                if before.is_empty() && weight < 4 {
                    weight = 1;
                }
                return Some(Credit {
                    name,
                    start: i,
                    end: text.len(),
                    weight,
                });
            }
        }
    }
    None
}

/// Whether `text` ends as the words of a caption do: a full stop, a mark, a digit of a date.
fn ends_picture(text: &str) -> bool {
    text.ends_with(['.', '!', '?', '”', '’', '"', '\''])
        || text.ends_with(|c: char| c.is_ascii_digit())
}

/// What follows the last sentence: `…있다. AP연합뉴스`; the whole of a line without one.
#[inline(never)]
fn rest(text: &str) -> Option<Credit> {
    let sentence = text.rmatch_indices(' ').find(|(i, _)| {
        let before = &text[..*i];
        before.ends_with(['.', '!', '?']) || before.ends_with(".”")
    });
    let start = skip_date(text, sentence.map_or(0, |(i, _)| i + 1));
    let (name, weight) = source(text, start..text.len(), Form::Bare)?;
    Some(Credit {
        name,
        start,
        end: text.len(),
        weight,
    })
}

/// Skips dates and mail addresses at the front: `2026.01.08. photo@newsis.example 뉴시스`.
fn skip_date(text: &str, mut at: usize) -> usize {
    loop {
        let rest = &text[at..];
        let rest = rest.trim_start();
        at = text.len() - rest.len();
        let (word, more) = rest.split_once(' ').unwrap_or((rest, ""));
        let dated = word.contains('.') && word.chars().all(|c| c.is_ascii_digit() || c == '.');
        if !more.is_empty() && (dated || word.contains('@')) {
            at = text.len() - more.len();
            continue;
        }
        // 2025.6.23/뉴스원
        let digits = rest.len()
            - rest
                .trim_start_matches(|c: char| c.is_ascii_digit() || c == '.')
                .len();
        if digits > 5 && rest[digits..].starts_with('/') {
            at += digits;
        }
        return at;
    }
}

/// `… ⓒ로이터`.
#[inline(never)]
fn sign(text: &str) -> Option<Credit> {
    let (words, from) = last_words(text);
    let start = from + words.rfind(SIGNS)?;
    let (name, weight) = source(text, start..text.len(), Form::Bare)?;
    Some(Credit {
        name,
        start,
        end: text.len(),
        weight,
    })
}

/// `… 사진 제공=X`, `… 제공 | X`.
#[inline(never)]
fn keyed(text: &str) -> Option<Credit> {
    let tail = text.char_indices().rev().take(LONGEST + 2);
    for (i, c) in tail.filter(|(_, c)| SEPARATORS.contains(c)) {
        let before = text[..i].trim_end();
        let Some(key) = KEY_ENDS.of(before).next() else {
            continue;
        };
        let mut start = before.len() - key.len();
        let boundary = before[..start].chars().next_back();
        if boundary.is_some_and(is_letter) {
            continue;
        }
        if before[..start].ends_with('/') {
            start -= 1;
        }
        let (name, _) = source(text, i + c.len_utf8()..text.len(), Form::Bracket)?;
        return Some(Credit {
            name,
            start,
            end: text.len(),
            weight: 4,
        });
    }
    None
}

/// `…있다./뉴스1`, `…조감도 / X 제공`.
#[inline(never)]
fn slash(text: &str) -> Option<Credit> {
    let (words, from) = last_words(text);
    let start = from + words.rfind(['/', '／'])?;
    let before = text[..start].trim_end();
    let (name, weight) = source(text, start..text.len(), Form::Slash)?;
    let fits = weight >= 4 || before.is_empty() || ends_picture(before);
    fits.then_some(Credit {
        name,
        start,
        end: text.len(),
        weight,
    })
}

/// `…하는 모습 연합뉴스`: a known agency after a noun of pictures.
#[inline(never)]
fn last_word(text: &str) -> Option<Credit> {
    let start = text.rfind(' ')? + 1;
    let before = text[..start].trim_end();
    let fits = PICTURES.any(before) && is_known(&text[start..]);
    fits.then_some(Credit {
        name: start..text.len(),
        start,
        end: text.len(),
        weight: 4,
    })
}

#[cfg(test)]
#[path = "credit_tests.rs"]
mod tests;
