//! The words that name a source, freed of keys, signs and datelines: 사진 제공=X, ⓒX, 부산=X.

use std::ops::Range;

use super::positions;
use crate::lexicon;
use crate::table::{Ends, Starts, Words, ends, ends_of, starts, starts_of, words};

/// How the source is set off from the words before it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Bracket,
    Slash,
    Bare,
}

/// Words before the source, longest first: 사진 제공=X, 출처: X.
pub const KEYS: &[&str] = &[
    "사진 및 자료 제공",
    "사진·자료 제공",
    "사진 설명",
    "이미지 제공",
    "이미지 출처",
    "사진제공",
    "사진 제공",
    "사진출처",
    "사진 출처",
    "영상 제공",
    "자료사진",
    "자료 사진",
    "자료제공",
    "자료 제공",
    "자료출처",
    "자료 출처",
    "그래픽",
    "이미지",
    "일러스트",
    "사진",
    "제공",
    "출처",
    "자료",
    "Photograph",
    "Photo",
    "Image",
    "Source",
    "Image Credits",
    "Image credit",
    "Credit",
];

/// [`KEYS`] by their ends.
pub static KEY_ENDS: Ends = ends_of!(KEYS);
/// [`KEYS`] by their beginnings.
static KEY_STARTS: Starts = starts_of!(KEYS);

/// English openings of a credit.
static OPENINGS: Starts = starts![
    "Photo courtesy of ",
    "Photos courtesy of ",
    "Image courtesy of ",
    "Courtesy of ",
    "Courtesy: ",
    "Photo by ",
    "Photograph by ",
    "Photographs by ",
    "Photographer: ",
    "Image Credits: ",
    "Image credit: ",
    "Credit: ",
    "Provided by ",
    "courtesy of ",
];

/// Words at the end that make any name before them a source: 길해온 기자, 무역일보 DB.
static ROLES: Ends = ends![
    "기자",
    "특파원",
    "통신원",
    "선임기자",
    "객원기자",
    "작가",
    "DB",
    "제공",
    "캡처",
    "갈무리",
    "공동취재단",
    "공동취재사진",
    "사진기자단",
    "취재단",
    "사진부",
    "홈페이지",
    "공식 홈페이지",
    "유튜브",
    "인스타그램",
    "페이스북",
    "아카이브",
];

/// What stands in a credit's place and names nobody.
static NAMELESS: Words = words![
    "자료사진",
    "자료 사진",
    "File photo",
    "file photo",
    "FILE",
    "사진",
    "자료",
];

pub const SEPARATORS: &[char] = &['=', ':', '：', '|', '｜', '│', 'ㅣ', '＝'];

pub const SIGNS: &[char] = &['ⓒ', '©', 'Ⓒ'];

/// No source is longer, in characters.
pub const LONGEST: usize = 34;

pub fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let start = range.start + (words.len() - words.trim_start().len());
    start..(range.start + words.trim_end().len()).max(start)
}

/// The source that `range` names once keys and a dateline are taken off, and its weight.
pub fn source(text: &str, range: Range<usize>, mut form: Form) -> Option<(Range<usize>, i32)> {
    let mut range = trimmed(text, range);
    let mut explicit = false;
    loop {
        let words = &text[range.clone()];
        if words.chars().count() > LONGEST + 8 {
            return None;
        }
        let cut = if let Some(c) = words.chars().next().filter(|c| SIGNS.contains(c)) {
            explicit = true;
            c.len_utf8()
        } else if let Some(c) = words.chars().next().filter(|c| matches!(c, '/' | '／')) {
            form = Form::Slash;
            c.len_utf8()
        } else if let Some(open) = OPENINGS.of(words).next() {
            explicit = true;
            open.len()
        } else if let Some(len) = key(words, form) {
            explicit = true;
            len
        } else {
            break;
        };
        range = trimmed(text, range.start + cut..range.end);
    }
    let mut words = &text[range.clone()];
    if words.is_empty() || NAMELESS.has(words) {
        let nameless = explicit || words != "사진" && words != "자료" && !words.is_empty();
        return nameless.then_some((range.start..range.start, 3));
    }
    for suffix in [
        " 자료사진",
        " 자료 사진",
        "/File Photo",
        ", File",
        ", file",
        " via AP",
    ] {
        if let Some(cut) = words.strip_suffix(suffix) {
            explicit |= suffix.contains('자');
            words = cut.trim_end();
        }
    }
    range = range.start..range.start + words.len();
    // A place before the source: 라스베이거스=사진공동취재단, but AFP=연합뉴스 stays whole.
    if let Some((place, name)) = words.rsplit_once('=')
        && !is_known(place.trim())
    {
        range = trimmed(text, range.end - name.len()..range.end);
        words = &text[range.clone()];
    }
    if words.is_empty()
        || words.chars().count() > LONGEST
        || ends_sentence(words)
        || words.contains('@')
        || words.contains("다.")
    {
        return None;
    }
    if explicit || is_named(words) {
        return Some((range, 4));
    }
    // Letters only, few words: an outlet that no list holds.
    let short = words.chars().count() <= 16
        && words.split(' ').count() <= 3
        && words.chars().all(|c| c.is_alphabetic() || c == ' ');
    let place = positions::is_position(words) || matches!(words, "왼쪽" | "가운데" | "오른쪽");
    let weight = match form {
        Form::Bracket | Form::Bare if capitals(words) => 3,
        Form::Bracket if short && !place => 2,
        Form::Slash if short => 2,
        _ => return None,
    };
    Some((range, weight))
}

fn ends_sentence(words: &str) -> bool {
    words.ends_with("다.") || words.ends_with("다") && words.contains(' ')
}

/// The length of the key that opens `words`, its separator included.
fn key(words: &str, form: Form) -> Option<usize> {
    let key = KEY_STARTS.of(words).max_by_key(|k| k.len())?;
    let after = &words[key.len()..];
    let rest = after.trim_start();
    let spaces = after.len() - rest.len();
    if let Some(c) = rest.chars().next().filter(|c| SEPARATORS.contains(c)) {
        return Some(key.len() + spaces + c.len_utf8());
    }
    // (사진 방위사업청): a space is enough where a bracket or slash already sets it off.
    let joined = form != Form::Bare
        && spaces > 0
        && !rest.is_empty()
        && matches!(key, "사진" | "제공" | "사진제공" | "사진 제공" | "출처");
    joined.then_some(key.len() + spaces)
}

/// Whether the words say by themselves that they are a source.
fn is_named(words: &str) -> bool {
    let words = words.trim_end_matches('.');
    let role = |r: &str| {
        let before = &words[..words.len() - r.len()];
        let few = before.split(' ').filter(|w| !w.is_empty()).count() <= 4;
        few && !before.is_empty() || matches!(r, "공동취재단" | "공동취재사진")
    };
    is_known(words) || ROLES.of(words).any(role)
}

/// Whether `words` is an agency, an outlet or a photo library, or several of them joined.
pub fn is_known(words: &str) -> bool {
    let press = lexicon::press();
    let certain = |w: &str| {
        press
            .get(w)
            .is_some_and(|v| !lexicon::press_entry(v).ambiguous)
    };
    if certain(words) {
        return true;
    }
    if words
        .split([' ', '=', '·', '/', '-', '・'])
        .filter(|w| !w.is_empty())
        .any(|w| w.chars().count() < 2)
    {
        return false;
    }
    let parts: Vec<&str> = words.split(['=', '·', '/', '-']).map(str::trim).collect();
    if parts.len() > 1 && parts.len() <= 3 {
        let apart = words.contains(['/', '=']);
        return if apart {
            parts.iter().any(|p| certain(p))
        } else {
            parts.iter().all(|p| certain(p))
        };
    }
    press
        .prefixes(words)
        .any(|(len, _)| certain(&words[..len]) && certain(words[len..].trim_start()))
}

/// `THANH LONG GROUP`, `PENINSULA WIRE/Jin Ae-ra`: Latin names without a full stop, in capitals or with a slash.
fn capitals(words: &str) -> bool {
    let latin = words
        .chars()
        .all(|c| c.is_ascii_alphabetic() || matches!(c, ' ' | '/' | '-' | '.' | '&' | '\''));
    let upper = words.chars().filter(char::is_ascii_uppercase).count();
    let lower = words.chars().filter(char::is_ascii_lowercase).count();
    let names = words
        .split([' ', '/'])
        .all(|w| w.starts_with(|c: char| c.is_ascii_uppercase()));
    latin && names && !words.ends_with('.') && upper > 2 && (lower == 0 || words.contains('/'))
}
