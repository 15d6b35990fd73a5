//! Position words of a caption: 왼쪽부터, 앞줄 왼쪽 세 번째, from left.

use crate::document::Language;
use crate::korean::words::is_letter;
use crate::span::Span;
use crate::table::{Starts, starts};
use crate::walk::runs;

/// Sides; a position is built around one.
static SIDES: Starts = starts![
    "왼쪽",
    "오른쪽",
    "가운데",
    "중앙",
    "좌측",
    "우측",
    "앞줄",
    "뒷줄",
    "윗줄",
    "아랫줄",
    "맨 앞",
    "맨 뒤",
];
/// What may stand before a side.
static BEFORE: Starts = starts!["맨", "앞줄", "뒷줄", "윗줄", "아랫줄", "가장", "사진"];
/// The ordinals of 번째.
const ORDINALS: &[&str] = &[
    "첫", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "2", "3", "4", "5", "6",
];
/// English positions, longest first.
static ENGLISH: Starts = starts![
    "second from left",
    "second from right",
    "third from left",
    "third from right",
    "From left",
    "from left",
    "From right",
    "from right",
    "far left",
    "far right",
    "clockwise from top left",
    "clockwise",
    "front row",
    "back row",
    "center",
    "centre",
    "left",
    "right",
];

/// Whether all of `words` is one position.
pub fn is_position(words: &str) -> bool {
    let mut all = Vec::new();
    korean(words, 0, &mut all);
    all.first()
        .is_some_and(|s: &Span| s.start == 0 && s.to() == words.len())
}

/// The position words in `span` of `text`, in order.
pub fn positions(text: &str, span: Span, language: Language) -> Vec<Span> {
    let mut out = Vec::new();
    match language {
        Language::Korean => korean(span.of(text), span.from(), &mut out),
        Language::English => english(span.of(text), span.from(), &mut out),
    }
    out
}

fn korean(words: &str, base: usize, out: &mut Vec<Span>) {
    let mut until = 0; // where the last position ends
    for at in runs(words).map(Span::from) {
        if at >= until
            && words[at..].starts_with(opens)
            && let Some(len) = position_len(&words[..at], &words[at..])
        {
            until = at + len;
            out.push(Span::new(base + at, base + until));
        }
    }
}

/// Whether a position may begin with this letter.
fn opens(c: char) -> bool {
    matches!(
        c,
        '왼' | '오' | '가' | '중' | '좌' | '우' | '앞' | '뒷' | '윗' | '아' | '맨' | '사'
    )
}

/// The length of the position that opens `rest`, which follows `before`: (맨 | 앞줄)? side ((에서)? ordinal 번째 | 부터)?
fn position_len(before: &str, rest: &str) -> Option<usize> {
    let mut at = 0;
    for word in BEFORE.of(rest) {
        if let Some(more) = rest.strip_prefix(word)
            && SIDES.any(more.trim_start())
        {
            at = rest.len() - more.trim_start().len();
            break;
        }
    }
    let side = SIDES.of(&rest[at..]).next()?;
    at += side.len();
    if let Some(len) = ordinal(&rest[at..]) {
        at += len;
    }
    if rest[at..].starts_with("부터") {
        at += "부터".len();
    }
    let after = rest[at..].chars().next();
    // 오른쪽에 선, 왼쪽으로: a side with a particle is told of, not stated.
    let stated = after.is_none_or(|c| !is_letter(c));
    // 활발한 가운데 …: a lone word counts in brackets only.
    let lone = at == side.len()
        && !before.trim_end().ends_with(['(', ',', '·', '['])
        && after.is_some_and(|c| c != ')');
    (stated && !lone).then_some(at)
}

fn ordinal(rest: &str) -> Option<usize> {
    let more = rest.strip_prefix("에서").unwrap_or(rest).trim_start();
    let word = ORDINALS.iter().find(|o| more.starts_with(**o))?;
    let more = more[word.len()..].trim_start().strip_prefix("번째")?;
    Some(rest.len() - more.len())
}

/// The number of 번째 in a position: 2 of 왼쪽 두 번째.
pub fn ordinal_in(words: &str) -> Option<i32> {
    const NUMBERS: [i32; 13] = [1, 2, 3, 4, 5, 6, 7, 8, 2, 3, 4, 5, 6];
    let before = words[..words.find("번째")?].trim_end();
    let i = ORDINALS.iter().position(|o| before.ends_with(o))?;
    NUMBERS.get(i).copied()
}

fn english(words: &str, base: usize, out: &mut Vec<Span>) {
    let mut until = 0;
    for at in runs(words).map(Span::from) {
        let rest = &words[at..];
        let found = ENGLISH.of(rest).next().filter(|e| {
            rest[e.len()..].starts_with([',', ')', ' ', ';', ':'])
                && (e.contains(' ') || set_off(words, at, e.len()))
        });
        if at >= until
            && let Some(e) = found
        {
            until = at + e.len();
            out.push(Span::new(base + at, base + until));
        }
    }
}

/// `Pyo Ha-rin, left, and`: a lone side counts between commas or brackets.
fn set_off(words: &str, at: usize, len: usize) -> bool {
    let before = words[..at].trim_end().chars().next_back();
    let after = words[at + len..].chars().next();
    matches!(before, Some(',' | '(' | ';')) && matches!(after, None | Some(',' | ')' | ';'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str, language: Language) -> Vec<&str> {
        positions(text, Span::new(0, text.len()), language)
            .iter()
            .map(|s| s.of(text))
            .collect()
    }

    #[test]
    fn every_position_opens_with_a_known_letter() {
        let all = BEFORE.all().iter().chain(SIDES.all());
        assert!(all.into_iter().all(|word| word.starts_with(opens)));
    }

    #[test]
    fn korean_positions() {
        let k = Language::Korean;
        assert_eq!(all("(왼쪽부터) 김가람, 이나래", k), ["왼쪽부터"]);
        assert_eq!(
            all("김가람(앞줄 왼쪽 세 번째)과 이나래(맨 오른쪽)", k),
            ["앞줄 왼쪽 세 번째", "맨 오른쪽"]
        );
        assert_eq!(all("오른쪽으로 가는 로봇(가운데)", k), ["가운데"]);
        assert_eq!(all("왼쪽에서 두번째", k), ["왼쪽에서 두번째"]);
    }

    #[test]
    fn english_positions() {
        assert_eq!(
            all(
                "From left, Kim and Lee, right, on the left bank.",
                Language::English
            ),
            ["From left", "right"]
        );
    }
}
