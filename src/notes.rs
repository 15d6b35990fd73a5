//! Editor's checks: what a careful reader would look at again.

use crate::korean::words::is_letter;
use crate::model::{Block, BlockKind, Caption, Entity, Mention, Note, Quote, Repair};

/// The notes on an article, in the order of the text.
pub fn find(
    text: &str,
    blocks: &[Block],
    mentions: &[Mention],
    entities: &[Entity],
    quotes: &[Quote],
    captions: &[Caption],
) -> Vec<Note> {
    let mut notes = Vec::new();
    quote_marks(quotes, &mut notes);
    verbatim(text, blocks, quotes, &mut notes);
    uncredited(captions, &mut notes);
    two_titles(text, mentions, entities, &mut notes);
    notes.sort_by_key(|n| (n.span.start, n.span.end));
    notes
}

fn quote_marks(quotes: &[Quote], notes: &mut Vec<Note>) {
    for quote in quotes {
        for repair in &quote.repairs {
            let (kind, message) = match repair {
                Repair::Turned => ("quote-mark", "따옴표 방향이 바뀌었습니다"),
                Repair::Mixed => ("quote-mark", "여는 따옴표와 닫는 따옴표가 다릅니다"),
                Repair::Prime => ("quote-mark", "따옴표 자리에 다른 부호가 있습니다"),
                Repair::Unclosed => ("quote-unclosed", "닫는 따옴표가 없습니다"),
            };
            notes.push(Note {
                kind,
                span: quote.span,
                message: message.to_owned(),
            });
        }
    }
}

/// A quote in the headline or a deck whose words the body does not contain.
fn verbatim(text: &str, blocks: &[Block], quotes: &[Quote], notes: &mut Vec<Note>) {
    let letters = |s: &str| -> String { s.chars().filter(|c| is_letter(*c)).collect() };
    let above = |k: BlockKind| matches!(k, BlockKind::Headline | BlockKind::Deck);
    let mut body: Option<String> = None;
    for quote in quotes.iter().filter(|q| q.direct) {
        let at = blocks.partition_point(|b| b.span.end <= quote.span.start);
        if !blocks.get(at).is_some_and(|b| above(b.kind)) {
            continue;
        }
        let body = body.get_or_insert_with(|| {
            let rest = blocks
                .iter()
                .filter(|b| matches!(b.kind, BlockKind::Body | BlockKind::Caption));
            rest.map(|b| letters(b.span.of(text))).collect()
        });
        let words = letters(quote.span.of(text));
        if !words.is_empty() && !body.is_empty() && !body.contains(&words) {
            let message = "본문에 같은 말이 없습니다".to_owned();
            notes.push(Note {
                kind: "quote-verbatim",
                span: quote.span,
                message,
            });
        }
    }
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

/// A person with two titles of which neither is part of the other.
fn two_titles(text: &str, mentions: &[Mention], entities: &[Entity], notes: &mut Vec<Note>) {
    let plain = |s: &str| -> String { s.chars().filter(|c| is_letter(*c)).collect() };
    for entity in entities {
        let mut seen: Vec<String> = Vec::new();
        for &i in &entity.mentions {
            let Some(title) = mentions[i].title else {
                continue;
            };
            let words = plain(title.of(text));
            let known = seen.iter().any(|s| {
                s.contains(&words) || words.contains(s.as_str()) || same_office(s, &words)
            });
            if !known && !seen.is_empty() {
                let message = "한 사람의 직함이 두 가지입니다".to_owned();
                notes.push(Note {
                    kind: "two-titles",
                    span: mentions[i].span,
                    message,
                });
                break;
            }
            seen.push(words);
        }
    }
}

/// 최고경영자(CEO) and CEO are one office.
fn same_office(a: &str, b: &str) -> bool {
    let latin = |s: &str| -> String { s.chars().filter(char::is_ascii_alphabetic).collect() };
    let (a, b) = (latin(a), latin(b));
    !a.is_empty() && a == b
}
