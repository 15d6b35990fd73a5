//! What each row is, from its words, its neighbours and its place on the page.

use super::furniture::{self, ENOUGH};
use super::headline;
use super::hints::{self, Markup};
use super::pictures;
use super::rows::{Row, ends_sentence, is_chatty, is_separator};
use super::tail::{COMMENTS, Tail, next_tail, opens, resumes};
use crate::captions::source;
use crate::document::Language;
use crate::korean::words::lower;
use crate::model::BlockKind;

/// The kind of every row.
/// `wrapped` says whether paragraphs, and so headlines, were broken at a width; `told` what markup said of each row.
pub fn kinds(rows: &[Row], wrapped: bool, told: &[Option<Markup>]) -> Vec<BlockKind> {
    let mut furniture: Vec<i32> = rows.iter().map(weigh).collect();
    for (weight, told) in furniture.iter_mut().zip(told) {
        match told {
            Some(Markup::Furniture) => *weight = (*weight).max(ENOUGH),
            Some(Markup::Caption) => *weight = 0,
            _ => {}
        }
    }
    let mut captions = pictures::captions(rows, &furniture);
    for (caption, told) in captions.iter_mut().zip(told) {
        *caption |= *told == Some(Markup::Caption);
    }
    let headline = hints::headline(rows, told, &furniture);
    let open = |i: usize| furniture[i] < ENOUGH && !captions[i];
    let standfirst = |i: usize| is_standfirst(rows, i, &furniture, open);
    let lead = (headline.map_or(0, |i| i + 1)..rows.len())
        .find(|i| {
            open(*i)
                && rows[*i].prose
                && !standfirst(*i)
                && !headline::holds_speech(&rows[*i])
                && !headline::asks(rows, *i, &furniture)
        })
        .unwrap_or(rows.len());
    let mut kinds = vec![BlockKind::Body; rows.len()];
    if rows.len() < 2 {
        return kinds;
    }
    let mut body = lead;
    match headline.or_else(|| headline::find(&rows[..lead], wrapped, open)) {
        Some(first) => {
            body = (first + 1..lead)
                .find(|i| open(*i) && begins(rows, *i))
                .unwrap_or(lead);
            head(
                rows, first, body, wrapped, &furniture, &captions, &mut kinds,
            );
        }
        None => {
            for i in (0..lead).filter(|i| !is_separator(rows[*i].text)) {
                kinds[i] = if captions[i] {
                    BlockKind::Caption
                } else {
                    BlockKind::Furniture
                };
            }
            let after = &rows[lead.min(rows.len())..];
            if let Some(i) = headline::find_later(after, &furniture[lead..], |i| open(lead + i)) {
                let first = lead + i;
                let next = (first + 1..rows.len())
                    .find(|i| open(*i) && (rows[*i].prose || rows[*i].mark().is_some()))
                    .unwrap_or(rows.len());
                let mut sub = vec![BlockKind::Body; rows.len()];
                head(rows, first, next, wrapped, &furniture, &captions, &mut sub);
                kinds[first..next].copy_from_slice(&sub[first..next]);
                body = next;
            }
        }
    }
    text(rows, body, &furniture, &captions, &mut kinds);
    kinds
}

/// The rows before the text: furniture, the headline, its decks, captions.
fn head(
    rows: &[Row],
    first: usize,
    lead: usize,
    wrapped: bool,
    furniture: &[i32],
    captions: &[bool],
    kinds: &mut [BlockKind],
) {
    for (i, kind) in kinds[..first].iter_mut().enumerate() {
        *kind = if headline::is_remark(rows, i) {
            BlockKind::Body
        } else {
            BlockKind::Furniture
        };
    }
    kinds[first] = BlockKind::Headline;
    let mut in_headline = true;
    // Where blanks set headline and decks apart, the headline is all lines up to the blank.
    let end = (first + 1..lead).find(|i| rows[*i].gap).unwrap_or(first);
    let open = |i: usize| furniture[i] < ENOUGH && !captions[i];
    let group = if end <= first + 4 && (first..lead.min(end + 1)).all(open) {
        end
    } else {
        first
    };
    for i in first + 1..lead {
        let (row, previous) = (&rows[i], &rows[i - 1]);
        let together = wrapped
            && !row.gap
            && in_headline
            && (i < group || headline::runs_on(previous.text, row.text));
        kinds[i] = if captions[i] {
            BlockKind::Caption
        } else if furniture[i] >= ENOUGH || is_label(rows, i, kinds) {
            BlockKind::Furniture
        } else if together && !row.prose && previous.chars <= 40 {
            BlockKind::Headline
        } else {
            BlockKind::Deck
        };
        in_headline = kinds[i] == BlockKind::Headline;
    }
}

/// A deck that is a whole sentence: it stands between the headline and the byline or date.
fn is_standfirst(rows: &[Row], i: usize, furniture: &[i32], open: impl Fn(usize) -> bool) -> bool {
    let limit = if rows[i].language == Language::English {
        170
    } else {
        80
    };
    let byline = |r: &Row| {
        furniture::is_byline(r.text)
            || super::dates::has_date(&lower(r.text))
            || lower(r.text).starts_with("by ")
    };
    let below = rows
        .get(i + 1)
        .is_some_and(|r| furniture[i + 1] >= ENOUGH && !r.prose && byline(r));
    let above = (0..i).any(|j| open(j) && !rows[j].prose && headline::weight(&rows[j]) >= 3);
    i > 0
        && i < 12
        && rows[i].chars <= limit
        && below
        && above
        && !rows[i].text.contains(". ")
        && !is_chatty(rows[i].text.trim_end_matches('.'))
}

/// Whether the text begins with a row that is no running sentence: a list, a section, a remark.
fn begins(rows: &[Row], i: usize) -> bool {
    let row = &rows[i];
    let listed = row.mark().is_some_and(|m| match m {
        '□' | '○' | '▲' | '△' | '▷' | '•' | '▪' => true,
        '■' | '◆' | '◇' | '▶' | '●' | '①' => {
            rows.get(i + 1)
                .is_some_and(|n| n.text.starts_with(['-', 'ㆍ', '·', '•']))
                || row.gap
                || row.chars < 8
                || row.text.contains(['▲', '△', '▷', '○', '〈'])
        }
        _ => false,
    });
    listed
        || row.text.starts_with("Q.")
        || row.text.starts_with("Q ")
        || is_separator(row.text)
        || is_chatty(row.text)
        || row.chars > 110
}

/// The weight as furniture; a headline with a label glued to it has none.
fn weigh(row: &Row) -> i32 {
    let glued = super::glued::of_headline(row.text, crate::span::Span::new(0, row.text.len()));
    if !glued.is_empty() && row.chars >= 15 && headline::weight(row) >= 4 {
        return 0;
    }
    let weight = furniture::weight(row);
    // 댓글 조작 의혹…“사실무근”: one weak cue does not outweigh a headline.
    let headline = weight == ENOUGH
        && !row.prose
        && headline::weight(row) >= 6
        && row.text.contains(['…', '“', '"', '‘'])
        && !row.text.contains('|');
    if headline { 0 } else { weight }
}

/// A name alone under the headline: `[글로벌 브리핑]`, `MIRANDA KEYES`, a company after NEWS PROVIDED BY.
fn is_label(rows: &[Row], i: usize, kinds: &[BlockKind]) -> bool {
    let text = rows[i].text;
    let words = text.split(' ').count();
    let bracketed = text.starts_with('[') && text.ends_with(']') && !text.contains(['“', '"']);
    let capitals = words <= 4
        && text.chars().any(|c| c.is_ascii_uppercase())
        && !text.chars().any(|c| c.is_lowercase() || c.is_ascii_digit())
        && text.is_ascii();
    let provided = rows[i - 1].text.eq_ignore_ascii_case("news provided by");
    let weak = rows[i].mark().is_none()
        && rows[i].chars <= 12
        && words <= 2
        && kinds[i - 1] == BlockKind::Furniture
        && headline::weight(&rows[i]) < 2;
    // Kit Marlowe ⏎ 6:05 AM PST · November 4, 2026
    let signed = rows[i].language == Language::English
        && (2..=4).contains(&words)
        && text.split(' ').all(|w| w.starts_with(char::is_uppercase))
        && text
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '.' | '\''))
        && rows
            .get(i + 1)
            .is_some_and(|r| !r.prose && super::dates::has_date(&lower(r.text)));
    // The page's own name, which its notice says again.
    let owner = |r: &Row| r.text.contains(['ⓒ', '©', 'Ⓒ']) && r.text.contains(text);
    let named = words == 1 && i < 12 && rows[i + 1..].iter().any(owner);
    let outlet = signed || named || source::is_known(text);
    bracketed || outlet || capitals && rows[i].language == Language::English || provided || weak
}

/// The rows from `from` on: the text with its sections and captions, then what follows it.
fn text(rows: &[Row], from: usize, furniture: &[i32], captions: &[bool], kinds: &mut [BlockKind]) {
    let comments = (from..rows.len())
        .find(|i| furniture[*i] >= ENOUGH && opens(rows[*i].text, COMMENTS))
        .unwrap_or(rows.len());
    let last = (from..comments)
        .rev()
        .find(|i| rows[*i].prose && furniture[*i] < ENOUGH && !captions[*i])
        .unwrap_or(from);
    let more = |i: &usize| furniture[*i] < ENOUGH && !captions[*i] && is_content(&rows[*i]);
    let last_content = (from..rows.len()).rev().find(more).unwrap_or(from);
    let last_open = (from..rows.len())
        .rev()
        .find(|i| furniture[*i] < ENOUGH)
        .unwrap_or(from);
    let mut tail = Tail::None;
    let mut top = None;
    for i in from..rows.len() {
        let row = &rows[i];
        kinds[i] = if captions[i] && tail != Tail::Comments {
            BlockKind::Caption
        } else if furniture[i] >= ENOUGH || i > from && is_running_head(rows, i, &kinds[..from]) {
            tail = next_tail(row.text, tail);
            BlockKind::Furniture
        } else if tail == Tail::Notice
            && !row.gap
            && row.chars < 45
            && row.text.ends_with("니다.")
            && furniture::is_byline(rows[i - 1].text)
        {
            // 산업부에서 조선을 맡고 있습니다: the reporter, not the article.
            BlockKind::Furniture
        } else if resumes(row, tail, i > last) {
            tail = Tail::None;
            if i < last_open && headline::is_section(rows, i, &mut top) {
                BlockKind::Deck
            } else if i > last && i > last_content && row.chars <= 60 {
                BlockKind::Furniture
            } else {
                BlockKind::Body
            }
        } else {
            BlockKind::Furniture
        };
    }
}

/// Whether a short row behind the last running sentence still belongs to the text.
fn is_content(row: &Row) -> bool {
    row.prose
        || row.mark().is_some_and(|m| m != '※' && m != '☞')
        || row.text.starts_with(['“', '"', '「', '‘', '\'', '['])
        || row.text.starts_with("($1")
        || is_separator(row.text)
        || is_chatty(row.text)
        || row.gap && row.text.ends_with('?')
        || row.text.contains("  ") && row.text.contains(|c: char| c.is_ascii_digit())
        || ends_sentence(row.text) && row.chars >= 8
        || row.text.contains([':', '='])
}

/// A page's head or foot repeated inside the text.
fn is_running_head(rows: &[Row], i: usize, head: &[BlockKind]) -> bool {
    let row = &rows[i];
    let same =
        |r: &Row| r.chars >= 6 && (r.text.starts_with(row.text) || row.text.starts_with(r.text));
    !row.prose
        && row.chars >= 6
        && (0..head.len().min(6)).any(|j| head[j] == BlockKind::Furniture && same(&rows[j]))
}
