//! Captions: their credit, who is depicted and where.

pub mod credit;
pub mod looks;
mod positions;
pub mod source;

use crate::document::Language;
use crate::model::{Block, BlockKind, Caption, Entity, EntityId, Mention, MentionKind};
use crate::span::Span;

/// The captions among `blocks`, with credit and depicted entities in the order of the picture.
/// `text` holds a caption of several lines as one. `mentions` stand in order; linear.
pub fn find(
    text: &str,
    language: Language,
    blocks: &[Block],
    mentions: &[Mention],
    _entities: &[Entity],
) -> Vec<Caption> {
    let mut rest = mentions;
    let mut out = Vec::new();
    for block in blocks.iter().filter(|b| b.kind == BlockKind::Caption) {
        let span = block.span.trim(text);
        let before = rest.partition_point(|m| m.span.start < span.start);
        rest = &rest[before..];
        let inside = &rest[..rest.partition_point(|m| m.span.start < span.end)];
        let credit = credit_of(text, span);
        out.push(Caption {
            span,
            credit,
            depicts: depicted(text, inside, credit),
            positions: positions::positions(text, span, language),
        });
    }
    out
}

fn credit_of(text: &str, span: Span) -> Option<Span> {
    let words = span.of(text);
    let named = |c: &credit::Credit| !c.name.is_empty();
    let found = credit::trailing(words)
        .filter(named)
        .or_else(|| credit::leading(words).filter(named))?;
    Some(Span::new(
        span.from() + found.name.start,
        span.from() + found.name.end,
    ))
}

/// People, then companies; a person on the left before, one on the right after the others.
fn depicted(text: &str, mentions: &[Mention], credit: Option<Span>) -> Vec<EntityId> {
    let outside = |m: &&Mention| credit.is_none_or(|c| !c.overlaps(m.span));
    let mut people: Vec<(i32, EntityId)> = Vec::new();
    let mut out: Vec<EntityId> = Vec::new();
    for m in mentions
        .iter()
        .filter(outside)
        .filter(|m| m.kind != MentionKind::Company)
    {
        if people.iter().all(|(_, e)| *e != m.entity) {
            people.push((side(&text[m.span.to()..]), m.entity));
        }
    }
    crate::order::by(&mut people, |(side, _)| [(side + 1) as u32, 0, 0]);
    out.extend(people.iter().map(|(_, e)| *e));
    for m in mentions
        .iter()
        .filter(outside)
        .filter(|m| m.kind == MentionKind::Company)
    {
        if !out.contains(&m.entity) {
            out.push(m.entity);
        }
    }
    out
}

/// The place that a bracket or comma after a name gives, from left (negative) to right; 0 for none.
fn side(after: &str) -> i32 {
    const FAR: i32 = 20;
    let Some(inner) = after.strip_prefix(['(', ',']) else {
        return 0;
    };
    let inner = inner.trim_start().trim_start_matches("맨 ");
    let inner = inner.split([')', ',']).next().unwrap_or(inner);
    if inner.starts_with("왼쪽부터") || inner.starts_with("오른쪽부터") {
        return 0;
    }
    // 왼쪽에서 두 번째 stands right of 왼쪽.
    let steps = positions::ordinal_in(inner).unwrap_or(1);
    if inner.starts_with("왼쪽") || inner.starts_with("left") {
        steps - FAR
    } else if inner.starts_with("오른쪽") || inner.starts_with("right") {
        FAR - steps
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_after_a_name_orders_it() {
        let order = [
            "(맨 왼쪽)",
            "(왼쪽 두 번째)",
            "(왼쪽에서 세 번째)",
            "(가운데)",
            "(오른쪽 두 번째)",
            "(오른쪽)",
        ];
        let sides: Vec<i32> = order.iter().map(|s| side(s)).collect();
        assert!(sides.is_sorted(), "{sides:?}");
        assert_eq!(side("(왼쪽부터)"), 0);
    }

    #[test]
    fn credit_and_positions_of_a_block() {
        let text = "본문이다.\n(왼쪽부터) 김가람 대표, 이나래 부사장. (사진=가나전자)";
        let start = text.find('(').unwrap();
        let blocks = [Block {
            kind: BlockKind::Caption,
            span: Span::new(start, text.len()),
            furniture: Vec::new(),
        }];
        let found = find(text, Language::Korean, &blocks, &[], &[]);
        assert_eq!(found[0].credit.unwrap().of(text), "가나전자");
        assert_eq!(found[0].positions[0].of(text), "왼쪽부터");
    }
}
