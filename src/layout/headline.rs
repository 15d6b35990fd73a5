//! Which line is the headline, where it goes on, and what a section title looks like.

use super::furniture;
use super::rows::{Row, ends_sentence, is_chatty, is_separator};
use crate::document::Language;

/// From here on a line may be a headline.
const ENOUGH: i32 = 3;

/// How much a row looks like a headline by its words.
pub fn weight(row: &Row) -> i32 {
    weight_of(row.text, row.chars, row.language)
}

fn weight_of(text: &str, chars: usize, language: Language) -> i32 {
    if chars < 5 || is_separator(text) {
        return 0;
    }
    let words = text.split(' ').filter(|w| !w.is_empty()).count();
    let mut sum = match chars {
        0..=9 => 0,
        10..=15 => 1,
        16..=110 => 2,
        _ => 0,
    };
    sum += if words >= 4 { 1 } else { 0 };
    sum += if text.contains(['…', '“', '"', '‘', '「', '\'', '?', '”', '’', '→', '↑', '↓'])
        || text.contains("..")
    {
        2
    } else {
        0
    };
    sum += if text.contains([',', '·']) { 1 } else { 0 };
    if let Some(rest) = text
        .strip_prefix('[')
        .and_then(|t| t.split_once(']'))
        .map(|(_, r)| r)
    {
        sum += if rest.trim().chars().count() >= 4 {
            3
        } else {
            -1
        };
    }
    if language == Language::English {
        sum += if words >= 6 { 1 } else { 0 };
        // Business · Technology
        sum -= if words <= 4 && text.contains(" · ") {
            2
        } else {
            0
        };
    } else {
        sum += words_with_particles(text).min(2);
    }
    if MASTHEADS.iter().any(|m| text.ends_with(m)) && words <= 3 {
        sum -= 2;
    }
    if text.starts_with('【') && text.contains('】') && chars < 20 {
        sum -= 3;
    }
    if text.contains("  ") {
        sum -= 1;
    }
    sum
}

/// Ends of a name that a page carries at its top.
const MASTHEADS: &[&str] = &[
    "신문",
    "일보",
    "뉴스",
    "경제",
    "노트",
    "연구소",
    "레터",
    "브리핑",
    "NEWS",
    "PULSE",
    "리서치",
    "분석팀",
    "브런치",
];

/// Particles of the language of headlines: a menu has none.
const PARTICLES: &[&str] = &[
    "은", "는", "이", "가", "을", "를", "에", "의", "로", "서", "와", "과", "도", "만", "까지",
    "부터", "보다", "면", "고",
];

fn words_with_particles(text: &str) -> i32 {
    let words = text
        .split([' ', ',', '…'])
        .filter(|w| w.chars().count() >= 2);
    words
        .filter(|w| PARTICLES.iter().any(|p| w.ends_with(p)))
        .count() as i32
}

/// Whether a line reads as a headline though a sentence ends in it: `“미안하다. 다시 하겠다”…대표의 눈물`.
pub fn holds_speech(row: &Row) -> bool {
    let quoted = row.text.contains(['“', '"', '‘', '「', '\'']);
    let shape = row.chars <= 75 && !ends_sentence(row.text) && !is_chatty(row.text);
    row.language == Language::Korean
        && shape
        && quoted
        && (row.text.contains('…')
            || row.text.contains("..")
            || row.text.ends_with(['”', '"', '’', '」'])
            || row.text.starts_with(['“', '"', '[', '‘', '「']))
        && !is_open(row.text)
}

/// A blog's headline that is a question, under the page's head and over its date or byline.
pub fn asks(rows: &[Row], i: usize, furniture: &[i32]) -> bool {
    let row = &rows[i];
    let page = |j: Option<usize>| {
        j.and_then(|j| furniture.get(j))
            .is_some_and(|w| *w >= furniture::ENOUGH)
    };
    i < 4
        && row.chars <= 60
        && row.text.contains('?')
        && !row.text.ends_with('.')
        && page(Some(i + 1))
        && (i == 0 || page(i.checked_sub(1)))
}

/// The headline among the rows before the text: the first that looks like one.
/// `open` says which rows are neither furniture nor captions.
pub fn find(rows: &[Row], wrapped: bool, open: impl Fn(usize) -> bool) -> Option<usize> {
    let good = |i: &usize| {
        open(*i)
            && !is_remark(rows, *i)
            && (weight(&rows[*i]) >= ENOUGH || wrapped && group_weight(rows, *i, &open) >= ENOUGH)
    };
    let weak = |i: &usize| open(*i) && rows[*i].chars >= 8 && rows[*i].text.contains(' ');
    let best = || {
        (0..rows.len())
            .filter(weak)
            .max_by_key(|i| (weight(&rows[*i]), std::cmp::Reverse(*i)))
    };
    (0..rows.len())
        .find(good)
        .map(|i| past_label(rows, i, &open))
        .or_else(|| best().filter(|i| weight(&rows[*i]) >= 1))
}

/// The line after `i`, where that is the name of a column over a better headline: [인터뷰] 사람과 일.
fn past_label(rows: &[Row], i: usize, open: impl Fn(usize) -> bool) -> usize {
    const LONG: usize = 16;
    let row = &rows[i];
    let label = row.text.starts_with('[')
        && row.chars <= LONG
        && !row.text.contains(['…', '“', '"', '‘', ',', '?']);
    let better = rows
        .get(i + 1)
        .is_some_and(|n| !n.prose && !n.gap && weight(n) > weight(row) && n.chars > row.chars);
    if label && better && open(i + 1) {
        i + 1
    } else {
        i
    }
}

/// [전달] 아침 브리핑 공유드립니다~: who forwards speaks before the headline does.
pub fn is_remark(rows: &[Row], i: usize) -> bool {
    let text = rows[i].text;
    let polite = text
        .trim_end_matches(['~', '!', '^', ' ', '.', ')', ':'])
        .ends_with(['다', '요'])
        && is_chatty(text)
        && !text.contains(['“', '"', '…']);
    polite
        && rows
            .get(i + 1)
            .is_some_and(|next| !next.prose && !next.gap && weight(next) > 0)
}

/// The weight of the lines from `first` to the next blank, of which the first alone may be a word or two.
fn group_weight(rows: &[Row], first: usize, open: impl Fn(usize) -> bool) -> i32 {
    let end = (first + 1..rows.len())
        .find(|i| rows[*i].gap)
        .unwrap_or(rows.len());
    let starts = first == 0 || rows[first].gap;
    if !starts || !(2..=3).contains(&(end - first)) || end == rows.len() || !(first..end).all(open)
    {
        return 0;
    }
    let text: Vec<&str> = rows[first..end].iter().map(|r| r.text).collect();
    let text = text.join(" ");
    weight_of(&text, text.chars().count(), rows[first].language)
}

/// A headline that stands behind the poster's remark: a short line, then its page's byline or date.
pub fn find_later(rows: &[Row], furniture: &[i32], open: impl Fn(usize) -> bool) -> Option<usize> {
    (1..rows.len().min(8)).find(|&i| {
        let goes_on = (i + 1..rows.len()).any(|j| open(j) && rows[j].prose);
        let signed = furniture
            .get(i + 1)
            .is_some_and(|w| *w >= furniture::ENOUGH);
        // ----- ⏎ the article that the remark is about
        let ruled = rows[i].gap && is_separator(rows[i - 1].text) && weight(&rows[i]) > ENOUGH;
        // 받은글) … ⏎⏎ [속보] …
        let announced = rows[i].gap
            && ["[속보]", "[단독]", "[종합]"]
                .iter()
                .any(|l| rows[i].text.starts_with(l));
        open(i)
            && !rows[i].prose
            && goes_on
            && weight(&rows[i]) >= ENOUGH
            && (signed || ruled || announced)
    })
}

/// Whether a headline or deck runs on into the next line: an open quotation mark, a comma, a particle.
pub fn runs_on(text: &str, next: &str) -> bool {
    if is_open(text) || text.ends_with([',', '·', '、']) {
        return true;
    }
    // 마루택배 / “하루 41만 상자”: a speaker before a quotation.
    let quoted =
        next.starts_with(['“', '"']) && text.contains('…') && !text.ends_with(['”', '"', '…']);
    quoted || LINKS.iter().any(|l| text.ends_with(l))
}

/// Ends that leave a line of a headline unfinished.
const LINKS: &[&str] = &[
    "은", "는", "을", "를", "에", "으로", "에서", "이어", "위해", "따라", "에게", "스로", "보다",
    "까지",
];

/// Whether a quotation is open at the end of `text`.
pub fn is_open(text: &str) -> bool {
    let count = |c: char| text.matches(c).count();
    count('“') > count('”') || count('"') % 2 == 1 || count('「') > count('」')
}

/// Whether row `i`, in the text, titles a section. `top` is the mark of the first such title.
pub fn is_section(rows: &[Row], i: usize, top: &mut Option<char>) -> bool {
    let row = &rows[i];
    let Some(next) = rows.get(i + 1) else {
        return false;
    };
    let limit = if row.language == Language::English {
        70
    } else {
        48
    };
    let finished = row.text.ends_with(['.', ':', ',', '!', '=']) || ends_sentence(row.text);
    if row.prose
        || finished
        || row.chars > limit
        || row.chars < 3
        || is_separator(row.text)
        || row.text.contains('\t')
    {
        return false;
    }
    if let Some(mark) = row.mark() {
        let words = row.text[mark.len_utf8()..].trim_start();
        let list =
            words.contains(['▲', '△', '▷', '○', '〈', '=']) || words.contains(": ") && !next.prose;
        let numbered = ('①'..='⑳').contains(&mark);
        let circle =
            matches!(mark, '○' | '●' | '◎') && row.gap && row.chars <= 32 && next.gap && next.prose;
        let title = matches!(mark, '■' | '◆' | '◇' | '▶' | '★') || numbered || circle;
        // ◇ 일문일답 ⏎ -지분율은.
        let asks =
            next.text.starts_with('-') && next.text.ends_with(['.', '?']) && next.chars <= 60;
        if !title
            || list
            || next.text.starts_with(['-', 'ㆍ', '•']) && !asks
            || words.starts_with(['“', '"']) && matches!(mark, '▶')
        {
            return false;
        }
        let same = |j: usize| rows.get(j).is_some_and(|r| r.mark() == Some(mark));
        let mark = if numbered { '①' } else { mark };
        let ranks = top.is_none_or(|t| rank(mark) <= rank(t));
        if !ranks || same(i + 1) || i > 0 && rows[i - 1].mark() == Some(mark) {
            return false;
        }
        *top = Some(mark);
        return true;
    }
    if is_numbered(row.text) {
        let listed = i > 0 && !row.gap && is_numbered(rows[i - 1].text);
        return !listed && next.prose && (row.gap || next.chars >= 30);
    }
    let opens = row
        .text
        .starts_with(['[', '(', '<', '□', '〈', 'Q', 'q', 'A'])
        && !row.text.starts_with("Ab")
        || row.text.starts_with("문") && row.text.ends_with('?');
    let follows = next.prose && next.chars >= 40 || next.mark().is_some();
    let speaker = row.text.contains(": ") || row.text.contains(" : ");
    row.gap
        && i > 0
        && follows
        && !opens
        && !speaker
        && !is_open(row.text)
        && !is_chatty(row.text)
        && !row.text.ends_with('?')
}

/// The rank of a section mark: ◇ under ■ opens an entry, but ■ after ◇ opens a section.
fn rank(mark: char) -> u8 {
    match mark {
        '■' | '◆' | '★' => 0,
        '①' => 2,
        _ => 1,
    }
}

/// `1. …`, `2) …`.
fn is_numbered(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - rest.len();
    (1..=2).contains(&digits) && (rest.starts_with(". ") || rest.starts_with(") "))
}

#[cfg(test)]
#[path = "headline_tests.rs"]
mod tests;
