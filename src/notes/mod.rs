//! Editor's checks: what a careful reader would look at again.

mod marks;
mod spellings;
#[cfg(test)]
mod tests;

use crate::map::Set;
use crate::model::{Block, BlockKind, Caption, Entity, MendedMarks, Mention, Note, Quote};
use crate::span::Span;
use crate::walk::runs;

/// What the stages before found.
pub struct Seen<'a> {
    pub blocks: &'a [Block],
    pub mentions: &'a [Mention],
    pub entities: &'a [Entity],
    pub quotes: &'a [Quote],
    pub marks: &'a [MendedMarks],
    pub captions: &'a [Caption],
}

/// The notes on an article, in the order of the text.
pub fn find(text: &str, seen: &Seen) -> Vec<Note> {
    let mut notes = Vec::new();
    marks::check(text, seen.marks, &mut notes);
    verbatim(text, seen.blocks, seen.quotes, &mut notes);
    uncredited(seen.captions, &mut notes);
    two_titles(text, seen, &mut notes);
    spellings::check(text, seen, &mut notes);
    unnamed_sources(seen, &mut notes);
    crate::order::by(&mut notes, |n| [n.span.start, n.span.end, 0]);
    notes
}

/// From how many statements on the share of unnamed sources tells something.
const FEW: usize = 3;

/// More than half of an article's statements come from sources without a name: noted at the first.
fn unnamed_sources(seen: &Seen, notes: &mut Vec<Note>) {
    let mut all = Set::default();
    let mut unnamed = Set::default();
    let mut first: Option<Span> = None;
    for quote in seen
        .quotes
        .iter()
        .filter(|q| q.direct && q.speaker.is_some())
    {
        all.insert(quote.statement);
        if quote.anonymous {
            unnamed.insert(quote.statement);
            first.get_or_insert(quote.span);
        }
    }
    if let Some(span) = first.filter(|_| all.len() >= FEW && unnamed.len() * 2 > all.len()) {
        notes.push(Note {
            kind: "unnamed-sources",
            span,
            message: format!(
                "발언 {}건 가운데 {}건이 이름 없는 취재원의 말입니다",
                all.len(),
                unnamed.len()
            ),
        });
    }
}

/// A quote in the headline or a deck whose words the body does not contain.
fn verbatim(text: &str, blocks: &[Block], quotes: &[Quote], notes: &mut Vec<Note>) {
    let above = |k: BlockKind| matches!(k, BlockKind::Headline | BlockKind::Deck);
    // Of several articles in one text each quote is looked for below its own headline. Where no article ends for longer
    // than one can be, they are not told apart, and no text is searched for the headlines of all of them.
    const LONGEST: usize = 100_000;
    let (mut article, mut body) = (0..0, String::new());
    for quote in quotes.iter().filter(|q| q.direct) {
        let at = blocks.partition_point(|b| b.span.end <= quote.span.start);
        if !blocks.get(at).is_some_and(|b| above(b.kind)) {
            continue;
        }
        if !article.contains(&at) {
            article = at..next_article(blocks, at);
            let rest = blocks[article.clone()]
                .iter()
                .filter(|b| matches!(b.kind, BlockKind::Body | BlockKind::Caption));
            body = rest.map(|b| letters(b.span.of(text))).collect();
        }
        if quote.speaker.is_none() && is_slogan(quote.span.of(text)) {
            continue;
        }
        let words = letters(quote.span.of(text));
        let told = (1..=LONGEST).contains(&body.len());
        if told && !words.is_empty() && !body.contains(&words) {
            let message = "본문에 같은 말이 없습니다".to_owned();
            notes.push(Note {
                kind: "quote-verbatim",
                span: quote.span,
                message,
            });
        }
    }
}

fn letters(words: &str) -> String {
    runs(words).map(|run| run.of(words)).collect()
}

/// The headline above another text than that of block `from`.
fn next_article(blocks: &[Block], from: usize) -> usize {
    let mut text = false;
    let next = blocks[from..].iter().position(|b| {
        text |= b.kind == BlockKind::Body;
        text && b.kind == BlockKind::Headline
    });
    next.map_or(blocks.len(), |n| from + n)
}

/// “동맹군 찾아라”, “가자, 세계로”: a call that nobody is said to have made.
fn is_slogan(quote: &str) -> bool {
    let words = quote.trim_matches(|c: char| !c.is_alphanumeric());
    words.chars().count() <= 20
        && ["아라", "어라", "여라", "해라", "하라", "마라", "자"]
            .iter()
            .any(|e| words.ends_with(e))
}

fn uncredited(captions: &[Caption], notes: &mut Vec<Note>) {
    for caption in captions.iter().filter(|c| c.credit.is_none()) {
        let message = "사진 설명에 출처가 없습니다".to_owned();
        notes.push(Note {
            kind: "caption-credit",
            span: caption.span,
            message,
        });
    }
}

/// A speaker with two titles of which neither is part of the other.
fn two_titles(text: &str, seen: &Seen, notes: &mut Vec<Note>) {
    let speakers: Set<_> = seen
        .quotes
        .iter()
        .filter_map(|q| q.speaker.as_ref()?.entity)
        .collect();
    for (i, entity) in seen.entities.iter().enumerate() {
        if !speakers.contains(&crate::model::EntityId(i as u32)) {
            continue;
        }
        let mut titles: Vec<String> = Vec::new();
        for &i in &entity.mentions {
            let mention = &seen.mentions[i];
            let Some(title) = mention.title else {
                continue;
            };
            let words = letters(title.of(text));
            let known = titles.iter().any(|s| {
                s.contains(&words) || words.contains(s.as_str()) || same_office(s, &words)
            });
            if !known && !titles.is_empty() {
                let message = "한 사람의 직함이 두 가지입니다".to_owned();
                notes.push(Note {
                    kind: "two-titles",
                    span: mention.span,
                    message,
                });
                break;
            }
            if !titles.contains(&words) {
                titles.push(words);
            }
        }
    }
}

/// 최고경영자(CEO) and CEO are one office.
fn same_office(a: &str, b: &str) -> bool {
    let latin = |s: &str| -> String { s.chars().filter(char::is_ascii_alphabetic).collect() };
    let (a, b) = (latin(a), latin(b));
    !a.is_empty() && a == b
}
