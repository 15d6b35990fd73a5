//! One name spelled in two ways: LG트윈타워 and LG 트윈타워, SM엔터테인먼트 and SM 엔터테인먼트.

use super::Seen;
use crate::korean::particles::stems;
use crate::korean::words::is_letter;
use crate::map::{Map, Set};
use crate::model::{BlockKind, MentionKind, Note};
use crate::span::Span;
use crate::table::{HEADS, first_key, group};
use crate::walk::runs;

/// The letters that a joined name must have at least.
const LETTERS: usize = 4;

/// A note at the first place of the spelling that comes second.
pub fn check(text: &str, seen: &Seen, notes: &mut Vec<Note>) {
    let companies: Vec<Span> = seen
        .mentions
        .iter()
        .filter(|m| m.kind == MentionKind::Company)
        .map(|m| m.name)
        .collect();
    let mut told: Set<String> = Set::default();
    let mut note = |joined: Span, apart: Span| {
        if told.insert(joined.of(text).to_owned()) {
            notes.push(Note {
                kind: "two-spellings",
                span: Span {
                    start: joined.start.max(apart.start),
                    end: if joined.start > apart.start {
                        joined.end
                    } else {
                        apart.end
                    },
                },
                message: format!(
                    "같은 이름을 두 가지로 적었습니다: {} / {}",
                    joined.of(text),
                    apart.of(text)
                ),
            });
        }
    };
    for (joined, apart) in within_names(text, &companies) {
        note(joined, apart);
    }
    for (joined, apart) in after_names(text, seen, &companies) {
        note(joined, apart);
    }
}

/// Names that differ by spaces only.
fn within_names(text: &str, companies: &[Span]) -> Vec<(Span, Span)> {
    let (apart, whole): (Vec<Span>, Vec<Span>) = companies
        .iter()
        .partition(|name| name.of(text).contains(' '));
    if apart.is_empty() {
        return Vec::new();
    }
    let mut joined: Map<&str, Span> = Map::default();
    for name in whole {
        joined.or_insert(name.of(text), name);
    }
    let mut out = Vec::new();
    for name in apart {
        let letters: String = name.of(text).split_whitespace().collect();
        if let Some(found) = joined.get(letters.as_str()) {
            out.push((*found, name));
        }
    }
    crate::order::by(&mut out, |(a, b)| [a.start, b.start, 0]);
    out
}

/// A company's name with the noun behind it, joined here and apart there. One pass over the words.
fn after_names(text: &str, seen: &Seen, companies: &[Span]) -> Vec<(Span, Span)> {
    let spaced = || companies.iter().filter(|c| text[c.to()..].starts_with(' '));
    let names: Set<&str> = spaced().map(|c| c.of(text)).collect();
    if names.is_empty() {
        return Vec::new();
    }
    let longest = names.iter().map(|n| n.len()).max().unwrap_or(0);
    let mut firsts = [false; HEADS];
    for name in names.iter() {
        firsts[group(first_key(name.as_bytes()).unwrap_or(0))] = true;
    }
    let mut joined: Map<&str, Span> = Map::default();
    let prose = seen
        .blocks
        .iter()
        .filter(|b| b.kind != BlockKind::Furniture);
    for block in prose {
        for word in words(text, block.span, &firsts) {
            let here = word.of(text);
            if here.chars().count() < LETTERS {
                continue;
            }
            let opens = here
                .char_indices()
                .skip(1)
                .map(|(i, _)| i)
                .take_while(|i| *i <= longest)
                .any(|i| names.contains(&here[..i]));
            if opens {
                for stem in stems(here) {
                    let span = Span::new(word.from(), word.from() + stem.len());
                    joined.or_insert(stem, span);
                }
            }
        }
    }
    let mut out = Vec::new();
    for name in spaced() {
        let after = &text[name.to() + 1..];
        let end = after.find(|c: char| !is_letter(c)).unwrap_or(after.len());
        for stem in stems(&after[..end]).filter(|s| s.chars().count() >= 2) {
            let key = format!("{}{stem}", name.of(text));
            if let Some(found) = joined.get(key.as_str()) {
                let apart = Span::new(name.from(), name.to() + 1 + stem.len());
                out.push((*found, apart));
                break;
            }
        }
    }
    out
}

/// The words of `range` whose first letter is one of `firsts`.
fn words<'a>(
    text: &'a str,
    range: Span,
    firsts: &'a [bool; HEADS],
) -> impl Iterator<Item = Span> + 'a {
    let words = range.of(text);
    let first = |run: &Span| group(first_key(&words.as_bytes()[run.from()..]).unwrap_or(0));
    runs(words)
        .filter(move |run| firsts[first(run)])
        .map(move |run| Span::new(range.from() + run.from(), range.from() + run.to()))
}
