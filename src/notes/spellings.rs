//! One name spelled in two ways: LG트윈타워 and LG 트윈타워, SM엔터테인먼트 and SM 엔터테인먼트.

use super::Seen;
use crate::korean::particles::stems;
use crate::korean::words::is_letter;
use crate::map::{Map, Set};
use crate::model::{BlockKind, MentionKind, Note};
use crate::span::Span;

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
    let mut first: Map<String, (Option<Span>, Option<Span>)> = Map::default();
    for name in companies {
        let words = name.of(text);
        let joined: String = words.chars().filter(|c| !c.is_whitespace()).collect();
        let known = first.or_default(joined);
        let slot = if words.contains(' ') {
            &mut known.1
        } else {
            &mut known.0
        };
        slot.get_or_insert(*name);
    }
    let mut out: Vec<_> = first.into_values().filter_map(|(a, b)| a.zip(b)).collect();
    crate::order::by(&mut out, |(a, b)| [a.start, b.start, 0]);
    out
}

/// A company's name with the noun behind it, joined here and apart there. One pass over the words.
fn after_names(text: &str, seen: &Seen, companies: &[Span]) -> Vec<(Span, Span)> {
    let names: Set<&str> = companies.iter().map(|c| c.of(text)).collect();
    if names.is_empty() {
        return Vec::new();
    }
    let longest = names.iter().map(|n| n.len()).max().unwrap_or(0);
    let firsts: Set<char> = names.iter().filter_map(|n| n.chars().next()).collect();
    let mut joined: Map<&str, Span> = Map::default();
    let prose = seen
        .blocks
        .iter()
        .filter(|b| b.kind != BlockKind::Furniture);
    for block in prose {
        for word in words(text, block.span) {
            let here = word.of(text);
            if !here.starts_with(|c| firsts.contains(&c)) {
                continue;
            }
            let opens = here
                .char_indices()
                .skip(1)
                .map(|(i, _)| i)
                .take_while(|i| *i <= longest)
                .any(|i| names.contains(&here[..i]));
            if opens && here.chars().count() >= LETTERS {
                for stem in stems(here) {
                    let span = Span::new(word.from(), word.from() + stem.len());
                    joined.or_insert(stem, span);
                }
            }
        }
    }
    let mut out = Vec::new();
    for name in companies {
        let rest = &text[name.to()..];
        let Some(after) = rest.strip_prefix(' ') else {
            continue;
        };
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

fn words(text: &str, range: Span) -> impl Iterator<Item = Span> + '_ {
    let base = range.from();
    let whole = range.of(text);
    whole
        .split(|c: char| !is_letter(c))
        .filter(|w| !w.is_empty())
        .map(move |w| {
            let at = base + (w.as_ptr() as usize - whole.as_ptr() as usize);
            Span::new(at, at + w.len())
        })
}
