//! What the side panel shows: who and what matters most, who speaks, who is only mentioned.

use crate::map::Set;
use crate::model::{Block, BlockKind, Caption, Entity, EntityId, EntityKind, Mention, Quote};

/// The summary of an article.
#[derive(Debug, Default)]
pub struct Summary {
    /// Companies, the most salient first.
    pub companies: Vec<EntityId>,
    /// Executives and other people, the most salient first.
    pub people: Vec<EntityId>,
    /// Entities to which at least one quote belongs, in order of their first words.
    pub speaking: Vec<EntityId>,
    /// Entities that are named and never quoted.
    pub mentioned: Vec<EntityId>,
    /// Unnamed sources as written, each once.
    pub unnamed: Vec<String>,
    pub executives: usize,
    pub persons: usize,
    pub quotes: usize,
    pub statements: usize,
    pub captions: usize,
}

/// Salience is the number of mentions, where one in the headline counts four and one in a deck
/// two; ties keep the order of the text.
pub fn of(
    blocks: &[Block],
    mentions: &[Mention],
    entities: &[Entity],
    quotes: &[Quote],
    captions: &[Caption],
) -> Summary {
    let mut weight = vec![0usize; entities.len()];
    let mut block = 0;
    for m in mentions {
        while block + 1 < blocks.len() && blocks[block].span.end <= m.span.start {
            block += 1;
        }
        weight[m.entity.0 as usize] += match blocks.get(block).map(|b| b.kind) {
            Some(BlockKind::Headline) => 4,
            Some(BlockKind::Deck) => 2,
            _ => 1,
        };
    }
    let ranked = |kinds: &[EntityKind]| {
        let mut ids: Vec<EntityId> = (0..entities.len() as u32)
            .map(EntityId)
            .filter(|id| kinds.contains(&entities[id.0 as usize].kind) && weight[id.0 as usize] > 0)
            .collect();
        crate::order::by(&mut ids, |id| {
            let first = entities[id.0 as usize].mentions.first();
            [
                !(weight[id.0 as usize] as u32),
                first.map_or(0, |&m| m as u32),
                0,
            ]
        });
        ids
    };
    let mut summary = Summary {
        companies: ranked(&[EntityKind::Company]),
        people: ranked(&[EntityKind::Executive, EntityKind::Person]),
        captions: captions.len(),
        ..Summary::default()
    };
    let (mut heard, mut unnamed, mut statements) = (Set::default(), Set::default(), Set::default());
    for quote in quotes.iter().filter(|q| q.direct) {
        summary.quotes += 1;
        // A headline repeats what the text has; it makes no statement of its own.
        let at = blocks.partition_point(|b| b.span.end <= quote.span.start);
        let above = blocks
            .get(at)
            .is_some_and(|b| matches!(b.kind, BlockKind::Headline | BlockKind::Deck));
        if !above {
            statements.insert(quote.statement);
        }
        let Some(speaker) = &quote.speaker else {
            continue;
        };
        match speaker.entity {
            Some(id) if heard.insert(id) => summary.speaking.push(id),
            None if unnamed.insert(speaker.text.as_str()) => {
                summary.unnamed.push(speaker.text.clone())
            }
            _ => {}
        }
    }
    summary.statements = statements.len();
    let all = summary.companies.iter().chain(&summary.people);
    summary.mentioned = all.copied().filter(|id| !heard.contains(id)).collect();
    let count = |kind| {
        summary
            .people
            .iter()
            .filter(|id| entities[id.0 as usize].kind == kind)
            .count()
    };
    (summary.executives, summary.persons) =
        (count(EntityKind::Executive), count(EntityKind::Person));
    summary
}
