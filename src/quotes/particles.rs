//! Korean particles and honorifics after a name or noun that may be a subject.

use super::phrases::words;
use super::subjects::Mark;
use super::tables::HONORIFICS;
use crate::korean::names::final_consonant;
use crate::korean::words::is_letter;
use crate::lexicon;
use crate::span::Span;
use crate::table::{Starts, starts_of};

/// 조사: (꼴, 표지). 긴 것부터.
const PARTICLES: &[(&str, Mark)] = &[
    ("에 따르면", Mark::Source),
    ("에 의하면", Mark::Source),
    ("를 인용해", Mark::Source),
    ("을 인용해", Mark::Source),
    ("의 말을 인용해", Mark::Source),
    ("에게 묻자", Mark::Source),
    ("에게 물으니", Mark::Source),
    ("에게 물었더니", Mark::Source),
    ("에 묻자", Mark::Source),
    ("에 물으니", Mark::Source),
    ("에 물었더니", Mark::Source),
    ("에 물어봤더니", Mark::Source),
    ("에 문의하자", Mark::Source),
    ("에 문의했더니", Mark::Source),
    ("의 말을 빌리면", Mark::Source),
    ("의 표현을 빌리면", Mark::Source),
    ("의 말마따나", Mark::Source),
    ("의 말대로", Mark::Source),
    ("으로부터", Mark::Source),
    ("로부터", Mark::Source),
    ("에게서", Mark::Source),
    ("한테서", Mark::Source),
    (" 이름으로", Mark::Source),
    (" 명의로", Mark::Source),
    ("께서는", Mark::Topic),
    ("께서", Mark::Nominative),
    ("만이", Mark::Nominative),
    ("이나", Mark::Nominative),
    (" 역시", Mark::Topic),
    (" 또한", Mark::Topic),
    (" 왈", Mark::Topic),
    (" 曰", Mark::Topic),
    ("역시", Mark::Topic),
    ("에서는", Mark::Topic),
    ("에선", Mark::Topic),
    ("은", Mark::Topic),
    ("는", Mark::Topic),
    ("도", Mark::Topic),
    ("만", Mark::Topic),
    ("이", Mark::Nominative),
    ("가", Mark::Nominative),
];

/// [`PARTICLES`] by their beginnings.
static OPENINGS: Starts = starts_of!(PARTICLES);

/// The subject particle at `at` and the byte after it.
pub fn particle(text: &str, at: usize, end: usize) -> Option<(Mark, usize)> {
    let rest = text.get(at..end)?;
    let found = OPENINGS
        .of(rest)
        .find(|p| !rest[p.len()..].starts_with(is_letter))?;
    let (_, mark) = PARTICLES.iter().find(|(p, _)| *p == found)?;
    Some((*mark, at + found.len()))
}

/// Past `(52)`, ` 씨`, `님`.
pub fn past_honorific(text: &str, at: usize, end: usize) -> usize {
    let mut at = at;
    let rest = &text[at..end];
    if rest.starts_with('(')
        && let Some(close) = rest.find(')')
        && rest[..close].chars().count() <= 30
    {
        at += close + 1;
    }
    let rest = &text[at..end];
    let bare = rest.strip_prefix(' ').unwrap_or(rest);
    for h in HONORIFICS.of(bare) {
        let after = &bare[h.len()..];
        let after_at = end - after.len();
        if past_side(text, after_at, end) != after_at
            || particle(text, after_at, end).is_some()
            || after.starts_with("에게")
            || after.starts_with('의')
            || after.starts_with([' ', ':'])
        {
            return after_at;
        }
    }
    at
}

/// Past a second office: 가람전자 대표 겸 나루물류 이사회 의장.
pub(super) fn past_office(text: &str, at: usize, end: usize) -> usize {
    const WORDS: usize = 5;
    let Some(more) = text[at..end].strip_prefix(" 겸 ") else {
        return at;
    };
    let from = end - more.len();
    for word in words(text, Span::new(from, end)).take(WORDS) {
        let here = word.of(text);
        if let Some((split, _)) = split_particle(here)
            && lexicon::titles().get(&here[..split]).is_some()
        {
            return word.from() + split;
        }
        if here.ends_with([',', '.']) {
            break;
        }
    }
    at
}

pub(super) fn past_side(text: &str, at: usize, end: usize) -> usize {
    let rest = &text[at..end];
    for side in [" 측", "측", " 쪽", "쪽", " 본인", " 자신"] {
        if let Some(after) = rest.strip_prefix(side)
            && particle(text, end - after.len(), end).is_some()
        {
            return end - after.len();
        }
    }
    at
}

/// 그 말이 명사와 조사로 나뉘는 자리.
pub(super) fn split_particle(word: &str) -> Option<(usize, Mark)> {
    let mut back = word.char_indices().rev();
    let (at, last) = back.next()?;
    let (_, before) = back.next()?;
    let closed = final_consonant(before);
    let fits = match last {
        '은' | '이' => closed != Some(0),
        '는' | '가' => closed.is_none_or(|f| f == 0),
        '도' => true,
        _ => false,
    };
    if !fits || closed.is_none() && !is_letter(before) && !matches!(before, ')' | '’' | '\'' | '”')
    {
        return None;
    }
    Some((
        at,
        if matches!(last, '이' | '가') {
            Mark::Nominative
        } else {
            Mark::Topic
        },
    ))
}

/// Whether a label's sign is all that stands here. `gap` may reach to the end of a sentence, so
/// only a short one is read.
pub(super) fn label_gap(gap: &str) -> bool {
    gap.len() <= 24
        && gap
            .chars()
            .all(|c| matches!(c, ':' | '：' | '=' | '→' | '-' | '–') || c.is_whitespace())
}
