//! Entities: which mentions are one company or one person (최 회장 → 최태원).

mod companies;
mod people;

use crate::document::Language;
use crate::lexicon::TitleClass;
use crate::map::Map;
use crate::mentions::{Found, What};
use crate::model::{Block, Entity, EntityId, EntityKind, Mention, MentionKind};

/// The mentions joined to their entities, and the entities. Short names that fit nobody are
/// dropped where they may be ordinary words. Linear in the number of mentions.
pub fn resolve(
    text: &str,
    language: Language,
    blocks: &[Block],
    found: Vec<Found>,
) -> (Vec<Mention>, Vec<Entity>) {
    let mut entities: Vec<Entity> = Vec::new();
    let company_of = companies::resolve(text, language, &found, &mut entities);
    // A sentence taken out of its article: who 박 씨 is stood before it.
    let excerpt = blocks.len() == 1;
    let person_of = people::resolve(text, &found, excerpt, &mut entities);
    // Organisations that are no companies, by their names.
    let mut organizations: Map<&str, EntityId> = Map::default();
    let mut mentions = Vec::with_capacity(found.len());
    for (i, f) in found.iter().enumerate() {
        let entity = match (&f.what, company_of.by_found[i], person_of[i]) {
            (What::Company { .. }, Some(id), _) => id,
            (What::Person(_), _, Some(id)) => id,
            _ => continue,
        };
        let mut mention = Mention {
            kind: MentionKind::Company,
            span: f.span,
            name: f.name,
            title: None,
            affiliations: Vec::new(),
            entity,
            confidence: f.confidence,
            reason: crate::model::Reason {
                rule: f.rule,
                evidence: f.evidence.clone(),
            },
        };
        if let What::Person(p) = &f.what {
            mention.kind = MentionKind::Person;
            mention.title = p.title;
            mention.affiliations = p
                .companies
                .iter()
                .filter_map(|&c| company_of.at(c))
                .collect();
            mention.affiliations.dedup();
            if let Some(o) = p.organization {
                let name = o.of(text);
                let id = *organizations.or_insert_with(name, || {
                    entities.push(blank(EntityKind::Organization, name.to_owned()));
                    EntityId(entities.len() as u32 - 1)
                });
                mention.affiliations.push(id);
            }
        }
        entities[entity.0 as usize].mentions.push(mentions.len());
        mentions.push(mention);
    }
    fill(text, &found, &person_of, &mut mentions, &mut entities);
    prune(&mut mentions, &mut entities);
    (mentions, entities)
}

/// Takes out entities that were joined to others, and renumbers.
fn prune(mentions: &mut [Mention], entities: &mut Vec<Entity>) {
    let mut kept = 0;
    let new: Vec<Option<EntityId>> = entities
        .iter()
        .map(|e| {
            let keep = !e.mentions.is_empty() || e.kind == EntityKind::Organization;
            keep.then(|| {
                kept += 1;
                EntityId(kept - 1)
            })
        })
        .collect();
    let renumber = |ids: &mut Vec<EntityId>| {
        *ids = ids.iter().filter_map(|id| new[id.0 as usize]).collect();
    };
    let mut index = 0;
    entities.retain(|_| {
        index += 1;
        new[index - 1].is_some()
    });
    entities.iter_mut().for_each(|e| renumber(&mut e.companies));
    for m in mentions {
        m.entity = new[m.entity.0 as usize].expect("a mention's entity has a mention");
        renumber(&mut m.affiliations);
    }
}

fn blank(kind: EntityKind, name: String) -> Entity {
    Entity {
        kind,
        name,
        aliases: Vec::new(),
        titles: Vec::new(),
        companies: Vec::new(),
        mentions: Vec::new(),
        listed: None,
    }
}

/// Decides executive or not for each person over the whole article, and gathers forms, titles,
/// companies.
fn fill(
    text: &str,
    found: &[Found],
    person_of: &[Option<EntityId>],
    mentions: &mut [Mention],
    entities: &mut [Entity],
) {
    let mut leads = vec![false; entities.len()];
    let mut other = vec![false; entities.len()];
    let mut heads_body = vec![false; entities.len()];
    for (f, id) in found.iter().zip(person_of) {
        let (Some(p), Some(id)) = (f.person(), id) else {
            continue;
        };
        let id = id.0 as usize;
        heads_body[id] |= !p.short && p.class == Some(TitleClass::Association);
        other[id] |= p.class.is_some_and(|c| c != TitleClass::Executive);
    }
    for (f, id) in found.iter().zip(person_of) {
        let (Some(p), Some(id)) = (f.person(), id) else {
            continue;
        };
        // 국 회장 of the 협의회장 국보람: the same office, said shorter.
        let id = id.0 as usize;
        leads[id] |= p.class == Some(TitleClass::Executive) && !(p.short && heads_body[id]);
    }
    for (f, id) in found.iter().zip(person_of) {
        let (Some(p), Some(id)) = (f.person(), id) else {
            continue;
        };
        let id = id.0 as usize;
        if p.famous && !other[id] {
            leads[id] = true;
        }
    }
    for (i, leads) in leads.iter().enumerate() {
        if *leads && entities[i].kind == EntityKind::Person {
            entities[i].kind = EntityKind::Executive;
        }
    }
    for m in mentions.iter_mut() {
        let entity = &mut entities[m.entity.0 as usize];
        if m.kind == MentionKind::Person && entity.kind == EntityKind::Executive {
            m.kind = MentionKind::Executive;
        }
        let form = m.name.of(text);
        if form != entity.name && !entity.aliases.iter().any(|a| a == form) {
            entity.aliases.push(form.to_owned());
        }
        if let Some(title) = m.title.map(|t| t.of(text))
            && !entity.titles.iter().any(|t| t == title)
        {
            entity.titles.push(title.to_owned());
        }
        for &c in &m.affiliations {
            if !entity.companies.contains(&c) {
                entity.companies.push(c);
            }
        }
    }
}
