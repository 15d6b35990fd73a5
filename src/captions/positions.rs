//! Position words of a caption: 왼쪽부터, 앞줄 왼쪽 세 번째, from left.

use crate::document::Language;
use crate::span::Span;

/// Sides; a position is built around one.
const SIDES: &[&str] = &[
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
const BEFORE: &[&str] = &["맨", "앞줄", "뒷줄", "윗줄", "아랫줄", "가장", "사진"];
/// The ordinals of 번째.
const ORDINALS: &[&str] = &[
    "첫", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "2", "3", "4", "5", "6",
];
/// English positions, longest first.
const ENGLISH: &[&str] = &[
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
    let mut at = 0;
    while at < words.len() {
        let rest = &words[at..];
        let found = word_starts(words, at)
            .then(|| position_len(words[..at].trim_end(), rest))
            .flatten();
        if let Some(len) = found {
            out.push(Span::new(base + at, base + at + len));
            at += len;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
}

fn word_starts(words: &str, at: usize) -> bool {
    words[..at]
        .chars()
        .next_back()
        .is_none_or(|c| !c.is_alphanumeric())
}

/// The length of the position that opens `rest`, which follows `before`: (맨 | 앞줄)? side ((에서)? ordinal 번째 | 부터)?
fn position_len(before: &str, rest: &str) -> Option<usize> {
    let mut at = 0;
    for word in BEFORE {
        if let Some(more) = rest.strip_prefix(word)
            && SIDES.iter().any(|s| more.trim_start().starts_with(s))
        {
            at = rest.len() - more.trim_start().len();
            break;
        }
    }
    let side = SIDES.iter().find(|s| rest[at..].starts_with(**s))?;
    at += side.len();
    if let Some(len) = ordinal(&rest[at..]) {
        at += len;
    }
    if rest[at..].starts_with("부터") {
        at += "부터".len();
    }
    let after = rest[at..].chars().next();
    // 오른쪽에 선, 왼쪽으로: a side with a particle is told of, not stated.
    let stated = after.is_none_or(|c| !c.is_alphanumeric());
    // 활발한 가운데 …: a lone word counts in brackets only.
    let lone = at == side.len()
        && !before.ends_with(['(', ',', '·', '['])
        && after.is_some_and(|c| c != ')');
    (stated && !lone).then_some(at)
}

fn ordinal(rest: &str) -> Option<usize> {
    let more = rest.strip_prefix("에서").unwrap_or(rest).trim_start();
    let word = ORDINALS.iter().find(|o| more.starts_with(**o))?;
    let more = more[word.len()..].trim_start().strip_prefix("번째")?;
    Some(rest.len() - more.len())
}

fn english(words: &str, base: usize, out: &mut Vec<Span>) {
    let mut at = 0;
    while at < words.len() {
        let rest = &words[at..];
        let found = word_starts(words, at)
            .then(|| ENGLISH.iter().find(|e| rest.starts_with(**e)))
            .flatten()
            .filter(|e| {
                rest[e.len()..].starts_with([',', ')', ' ', ';', ':'])
                    && (e.contains(' ') || set_off(words, at, e.len()))
            });
        at += match found {
            Some(e) => {
                out.push(Span::new(base + at, base + at + e.len()));
                e.len()
            }
            None => rest.chars().next().map_or(1, char::len_utf8),
        };
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
