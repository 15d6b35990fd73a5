//! Single quotation marks, and what their surroundings allow them to be.

use crate::document::Language;
use crate::span::Span;
use crate::walk::{find, length};

/// Marks that belong together whatever their shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    Double,
    Single,
    /// 「 」
    Corner,
    /// 『 』
    WhiteCorner,
    /// « »
    Guillemet,
}

/// One quotation mark in the text.
#[derive(Clone, Debug)]
pub struct Sign {
    pub span: Span,
    pub mark: char,
    pub family: Family,
    /// Whether its shape is that of an opening (or closing) mark; neither for straight ones.
    pub shape_opens: bool,
    pub shape_closes: bool,
    /// Whether its place allows it to open (or to close).
    pub can_open: bool,
    pub can_close: bool,
    pub prime: bool,
    pub after_digit: bool,
}

/// 표제의 따옴표와 그 쓰임: (부호, 갈래, 여는 꼴, 닫는 꼴, 프라임).
const MARKS: &[(char, Family, bool, bool, bool)] = &[
    ('“', Family::Double, true, false, false),
    ('”', Family::Double, false, true, false),
    ('„', Family::Double, true, false, false),
    ('‟', Family::Double, true, false, false),
    ('"', Family::Double, false, false, false),
    ('＂', Family::Double, false, false, false),
    ('″', Family::Double, false, false, true),
    ('‘', Family::Single, true, false, false),
    ('’', Family::Single, false, true, false),
    ('‛', Family::Single, true, false, false),
    ('\'', Family::Single, false, false, false),
    ('＇', Family::Single, false, false, false),
    ('′', Family::Single, false, false, true),
    ('`', Family::Single, false, false, true),
    ('´', Family::Single, false, false, true),
    ('「', Family::Corner, true, false, false),
    ('」', Family::Corner, false, true, false),
    ('『', Family::WhiteCorner, true, false, false),
    ('』', Family::WhiteCorner, false, true, false),
    ('«', Family::Guillemet, true, false, false),
    ('»', Family::Guillemet, false, true, false),
];

/// Whether `open` and `close` are the two ends of one style.
pub fn matching(open: char, close: char) -> bool {
    matches!(
        (open, close),
        ('“', '”')
            | ('„', '“')
            | ('„', '”')
            | ('‘', '’')
            | ('「', '」')
            | ('『', '』')
            | ('«', '»')
    ) || open == close && !matches!(open, '“' | '”' | '‘' | '’')
}

/// Whether `c` may be a quotation mark.
pub fn is_mark(c: char) -> bool {
    known(c).is_some()
}

fn known(c: char) -> Option<&'static (char, Family, bool, bool, bool)> {
    MARKS.iter().find(|m| m.0 == c)
}

/// The marks of `range` outside `skip`, without apostrophes and primes. Linear.
pub fn signs(text: &str, range: Span, skip: &[Span], language: Language) -> Vec<Sign> {
    let mut out: Vec<Sign> = Vec::new();
    let words = range.of(text);
    let bytes = words.as_bytes();
    let mut next = 0;
    // The first bytes of the marks.
    let may_be = |b| matches!(b, b'"' | b'\'' | b'`' | 0xc2 | 0xe2 | 0xe3 | 0xef);
    while let Some(i) = find(bytes, next, may_be) {
        next = i + length(bytes[i]);
        let Some(&(mark, family, shape_opens, shape_closes, prime)) =
            words[i..].chars().next().and_then(known)
        else {
            continue;
        };
        let at = range.from() + i;
        let before = words[..i].chars().next_back();
        let digit = before.is_some_and(|c| c.is_ascii_digit());
        let after = words[next..].chars().next();
        let span = Span::new(at, range.from() + next);
        if skip.iter().any(|s| s.overlaps(span))
            || family == Family::Single && apostrophe(text, at, before, after, language)
        {
            continue;
        }
        let touching = out.last().filter(|s| s.span.to() == at);
        let open_before = touching.is_some_and(|s| s.can_open && !s.can_close);
        let close_before = touching.is_some_and(|s| !s.can_open);
        let (can_open, can_close) = place(
            before,
            after,
            open_before,
            close_before,
            shape_opens,
            shape_closes,
        );
        out.push(Sign {
            span,
            mark,
            family,
            shape_opens,
            shape_closes,
            can_open,
            can_close,
            prime,
            after_digit: digit,
        });
    }
    out
}

/// What white space and punctuation around a mark allow: (open, close).
fn place(
    before: Option<char>,
    after: Option<char>,
    open_before: bool,
    close_before: bool,
    opens: bool,
    closes: bool,
) -> (bool, bool) {
    let outer =
        before.is_none_or(|c| c.is_whitespace() || "([{<〈《=·/―—–-:>▶▷▲△◆◇■□○●▣*•|ㅣ".contains(c));
    let soft = before.is_some_and(|c| "…,.!?)]}".contains(c));
    let ends = after.is_none_or(|c| c.is_whitespace() || ")]}>,.!?…·:;/~―—–-".contains(c));
    let left = outer || open_before;
    let right = ends || after.is_some_and(|c| known(c).is_some());
    match (left && !close_before, right) {
        (true, false) => (true, false),
        // The next character is itself a mark: a nested quote opens here.
        (true, true) if after.is_some_and(|c| known(c).is_some()) => (true, false),
        (true, true) if after.is_some_and(|c| "…·.~-".contains(c)) => (true, false),
        (true, true) => (opens || !closes, closes || !opens),
        (false, true) if ends => (soft && opens && after.is_some_and(|c| c == '…'), true),
        (false, _) => (!right, true),
    }
}

fn apostrophe(
    text: &str,
    at: usize,
    before: Option<char>,
    after: Option<char>,
    language: Language,
) -> bool {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    if latin(before) && latin(after) {
        return true;
    }
    let Some(mark) = text[at..].chars().next() else {
        return false;
    };
    let rest = &text[at + mark.len_utf8()..];
    // ’24년, '90s: 두 자리 해를 줄인 표시.
    let year = rest.bytes().take(2).filter(u8::is_ascii_digit).count() == 2
        && !rest.as_bytes().get(2).is_some_and(u8::is_ascii_digit);
    if year && !latin(before) {
        let tail = &rest[2..];
        let shortened = tail.starts_with("년") && !tail["년".len()..].starts_with(' ')
            || tail.starts_with("년") && !closes_soon(tail)
            || tail.starts_with("s ")
            || mark != '‘' && tail.starts_with(['.', '~', '-']) && !closes_soon(tail);
        if shortened && !closes_soon(tail) {
            return true;
        }
    }
    // workers' union
    language == Language::English
        && before == Some('s')
        && after == Some(' ')
        && mark != '″'
        && rest
            .trim_start()
            .starts_with(|c: char| c.is_ascii_lowercase())
        && !text[..at].chars().rev().take(80).any(|c| c == '‘')
}

fn closes_soon(tail: &str) -> bool {
    tail.chars()
        .take(40)
        .any(|c| known(c).is_some_and(|m| m.1 == Family::Single))
}

/// 인용 조사와 어미: 닫는 따옴표 바로 뒤에 온다.
const QUOTATIVES: &[&str] = &[
    "이라고",
    "라고",
    "고 ",
    "고도 ",
    "고만 ",
    "이라며",
    "라며",
    "며 ",
    "면서",
    "이라는",
    "라는",
    "는 ",
    "이라",
    "란 ",
    "던 ",
];

/// Whether a quotative particle stands right at `at`.
pub fn quotative_follows(text: &str, at: usize) -> bool {
    QUOTATIVES.iter().any(|q| text[at..].starts_with(q))
}
