//! How much a line looks like page furniture, from its words alone.

use super::cue_index::Cues;
use super::cues::{CALLS, COUNTERS, DESKS, MENU, PROSE_CUES, SHORT_CUES, STAMPS, WRITERS};
use super::dates::has_date;
use super::rows::Row;
use crate::document::Language;
use crate::korean::words::{is_letter, lower};

/// From here on a line is furniture by itself.
pub const ENOUGH: i32 = 3;

/// Ends of a sentence by which a page speaks to its reader.
const POLITE: &[&str] = &["니다.", "세요.", "바람.", "십시오."];

/// The weight of `row` as furniture.
pub fn weight(row: &Row) -> i32 {
    // A long paragraph that speaks of 재배포 is the article's.
    if row.prose && row.chars > 260 {
        return 0;
    }
    let lower = lower(row.text);
    if row.prose && !(row.chars < 60 && has_mail(&lower)) {
        // ※ …바뀔 수 있습니다: the page's polite voice, where news writes …다.
        if row.text.starts_with('※')
            && row.chars < 120
            && POLITE.iter().any(|p| row.text.ends_with(p))
        {
            return ENOUGH;
        }
        return table(&PROSE_CUES, &lower);
    }
    let mut sum = table(&SHORT_CUES, &lower).max(table(&PROSE_CUES, &lower));
    let words: Vec<&str> = lower
        .split([' ', '|', '│', '∥', '·', '›', '‖'])
        .filter(|w| !w.is_empty())
        .collect();
    sum += stamp(&lower, row.chars) + menu(&lower, &words, row.chars) + counters(&words, row.chars);
    if row.chars < 90 && has_mail(&lower) {
        sum += 4;
    }
    if row.chars < 60 && has_address(&lower) {
        sum += 3;
    }
    if words.iter().filter(|w| w.starts_with('#')).count() >= 2 {
        sum += 4;
    }
    if row.text.starts_with(['▶', '☞', '▷', '👉', '→', '►'])
        && CALLS.iter().any(|c| row.text.ends_with(c))
    {
        sum += 3;
    }
    if is_issue(&lower, row.chars) {
        sum += 3;
    }
    if is_byline(row.text) {
        sum += 3;
    }
    if is_paging(row.text) {
        sum += 4;
    }
    sum
}

/// Whether a line of a wrapped text is furniture, whatever stands around it.
pub fn is_short_furniture(text: &str, language: Language) -> bool {
    let row = Row::new(text, crate::span::Span::new(0, text.len()), false, language);
    !row.prose && weight(&row) >= ENOUGH
}

/// The same for the first line of a paragraph, where one word is not enough.
pub fn is_plain_furniture(text: &str, language: Language) -> bool {
    let row = Row::new(text, crate::span::Span::new(0, text.len()), false, language);
    !row.prose && weight(&row) > ENOUGH
}

fn table(cues: &Cues, lower: &str) -> i32 {
    const SIGNS: [char; 11] = ['[', ']', '<', '>', '〈', '〉', '■', '▶', '◆', ' ', '-'];
    let from = lower.len() - lower.trim_start_matches(SIGNS).len();
    let to = lower.trim_end_matches(SIGNS).len();
    cues.weight(lower, from..to)
}

/// A date or time: `입력 2026-01-19 05:31`, `2026.02.05 (목) | …`, `2025년 9월 3일`.
#[inline(never)]
fn stamp(lower: &str, chars: usize) -> i32 {
    if chars > 90 || !has_date(lower) {
        return 0;
    }
    let named = STAMPS.iter().any(|s| {
        lower.starts_with(s)
            || lower.contains(&format!("| {s}"))
            || lower.contains(&format!(" {s} "))
    });
    let digits = lower.chars().filter(char::is_ascii_digit).count();
    if named || digits >= 10 && chars <= 60 || digits * 3 >= chars {
        4
    } else if chars <= 48 {
        3
    } else {
        1
    }
}

/// Menus: parts between bars, or words of menus only.
#[inline(never)]
fn menu(lower: &str, words: &[&str], chars: usize) -> i32 {
    let known = words
        .iter()
        .filter(|w| MENU.has(w) || COUNTERS.has(w))
        .count();
    let mut sum = 0;
    if !words.is_empty() && known * 5 >= words.len() * 3 && chars < 120 {
        sum += if words.len() == 1 && chars > 6 { 2 } else { 3 };
    }
    let mut bars = lower.matches(['|', '│', '∥', '›', '‖']).count();
    if lower.contains('>') {
        bars += lower.matches(" > ").count();
    }
    if bars > 0 {
        let mean = chars / (bars + 1);
        sum += if mean <= 14 { 3 } else { 1 };
    }
    let columns = lower.split("  ").filter(|p| !p.trim().is_empty()).count();
    if columns >= 2 && chars / columns <= 14 {
        sum += if columns >= 3 { 3 } else { 2 };
    }
    sum
}

/// Tallies: `추천 17  댓글 42`, `- 0추천`.
#[inline(never)]
fn counters(words: &[&str], chars: usize) -> i32 {
    if chars > 60 {
        return 0;
    }
    let number = |w: &str| {
        let w =
            w.trim_matches(|c: char| matches!(c, ',' | '(' | ')' | ':' | '건' | '개' | '명' | '+'));
        !w.is_empty() && w.chars().all(|c| c.is_ascii_digit() || c == ',')
    };
    let mut found = 0;
    for (i, w) in words.iter().enumerate() {
        let tail = w.trim_start_matches(|c: char| c.is_ascii_digit());
        let head = w.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '(' | ')' | ','));
        let glued = tail.len() < w.len() && COUNTERS.has(tail)
            || head.len() < w.len() && COUNTERS.has(head.trim_end_matches('('));
        let apart =
            COUNTERS.has(w.trim_end_matches(':')) && words.get(i + 1).is_some_and(|n| number(n));
        found += i32::from(glued || apart);
    }
    if found == 0 { 0 } else { found + 2 }
}

#[inline(never)]
fn has_mail(lower: &str) -> bool {
    let mail = |w: &str| w.find('@').is_some_and(|i| i > 0 && w[i..].contains('.'));
    lower.contains('@') && lower.split(' ').any(mail)
}

#[inline(never)]
fn has_address(lower: &str) -> bool {
    lower.contains("www.")
        || lower.contains("http")
        || lower.contains("02-")
        || lower.contains(".com")
}

/// `편도윤 기자`, `[파리=목진아 특파원]`, `BY SUH MIN-JEE`.
#[inline(never)]
pub fn is_byline(text: &str) -> bool {
    if text.contains(". ") {
        return false;
    }
    let core = text.trim_matches(|c: char| {
        matches!(
            c,
            '[' | ']' | '(' | ')' | '/' | ' ' | '<' | '>' | '=' | '〈' | '〉'
        )
    });
    let words: Vec<&str> = core
        .split([' ', '=', '·', '|', '/', ','])
        .filter(|w| !w.is_empty())
        .collect();
    let writer = |w: &&str| {
        WRITERS
            .of(w)
            .any(|x| w.len() == x.len() || x.len() > 6 || w.chars().count() <= 6)
    };
    let ends = words.last().is_some_and(writer);
    // 글 차무결; 글·사진 온새봄
    let written = words.first().is_some_and(|w| *w == "글")
        && (2..=4).contains(&words.len())
        && words[words.len() - 1].chars().count() <= 4
        && core
            .chars()
            .all(|c| is_letter(c) || matches!(c, ' ' | '·' | '/'));
    // Harriet Moon in Incheon
    let name = |w: &&str| w.is_ascii() && w.starts_with(|c: char| c.is_ascii_uppercase());
    let filed = matches!(&words[..], [a, b, "in", place] if [a, b, place].into_iter().all(name));
    if written || filed {
        return true;
    }
    let inside = words.len() >= 2 && words[..words.len() - 1].iter().any(|w| WRITERS.has(w));
    let chars = core.chars().count();
    // 증권부 종합, 부고팀: a desk signs for its people.
    let desk = |w: &&str| {
        DESKS
            .of(w)
            .any(|d| w.chars().count() <= d.chars().count() + 2)
    };
    if chars <= 14 && words.len() <= 3 && words.first().is_some_and(desk) {
        return true;
    }
    // 파리=맹유나 특파원; 뉴욕 특파원 피세영
    let most = if core.contains('=') { 8 } else { 6 };
    chars <= 30 && words.len() <= most && ends && words.len() >= 2
        || chars <= 24
            && words.len() <= 6
            && inside
            && !core.contains(['“', '"', '‘', '…', '?', ','])
}

/// The number of an issue: `주간 가나 제88호`, `가나레터 vol. 318`.
#[inline(never)]
fn is_issue(lower: &str, chars: usize) -> bool {
    let digits = |s: &str| s.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let numbered = lower.match_indices('제').any(|(i, _)| {
        let rest = &lower[i + '제'.len_utf8()..];
        digits(rest)
            && rest
                .trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ')
                .starts_with('호')
    });
    let volume = lower
        .match_indices("vol.")
        .any(|(i, _)| digits(&lower[i + 4..]));
    chars <= 45
        && (numbered || volume || lower.contains("월호") || lower.contains("통권"))
        && !lower.contains(['…', '“', '"', ','])
}

/// `- 7 -`, `1/9`, `◀ 이전 | 1/14 | 다음 ▶`, `# # #`.
#[inline(never)]
fn is_paging(text: &str) -> bool {
    let pages = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '/' | '-' | '#');
    if !text.chars().all(pages) {
        return false;
    }
    let core: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let bare = core.strip_prefix('-').and_then(|s| s.strip_suffix('-'));
    let bare = bare.unwrap_or(&core);
    let all = |s: &str, fits: fn(u8) -> bool| !s.is_empty() && s.bytes().all(fits);
    all(bare, |b| b.is_ascii_digit() || b == b'/') || all(&core, |b| b == b'#')
}

#[cfg(test)]
#[path = "furniture_tests.rs"]
mod tests;
