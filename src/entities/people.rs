//! One entity for every way of naming a person: 최태원 SK그룹 회장, 최태원, 최 회장.

use super::blank;
use crate::korean::callings::KIN;
use crate::korean::names::given_name;
use crate::lexicon::TitleClass;
use crate::map::{Map, Set};
use crate::mentions::{Found, Person, shared_office};
use crate::model::{Entity, EntityId, EntityKind};

/// Surnames that before a title are words more often: 한 사외이사, 전 대표. 이 is a name there more often than not.
const DETERMINERS: &[&str] = &["한", "전", "현", "그", "저", "두", "각", "총", "옛"];

/// Mentions behind one that names their kin, among which the kin is.
const NEAR: usize = 3;

/// A person with a full name, as far as the article has been read.
struct Known<'a> {
    id: EntityId,
    name: &'a str,
    /// Without their spaces, each once.
    titles: Vec<String>,
    companies: Vec<&'a str>,
    class: Option<TitleClass>,
    last: usize,
}

/// For each found mention the person's entity; `None` for companies and for a surname that
/// belongs to nobody.
///
/// A short mention goes to the person with this surname or name part whose stated titles fit best;
/// of several the one named last before it. Headline and decks come before the full name, so a
/// second pass looks forward.
pub fn resolve(
    text: &str,
    found: &[Found],
    excerpt: bool,
    entities: &mut Vec<Entity>,
) -> Vec<Option<EntityId>> {
    let mut out = vec![None; found.len()];
    let mut by_name: Map<String, usize> = Map::default();
    let mut known: Vec<Known> = Vec::new();
    // 저커버그 CEO before 마크 저커버그 is a short form too, as is 만수 beside 봉만수.
    let parts: Set<&str> = found
        .iter()
        .filter(|f| f.person().is_some_and(|p| !p.short))
        .flat_map(|f| distinct_parts(f.name.of(text)))
        .collect();
    for (i, f) in found.iter().enumerate() {
        let Some(p) = f.person() else { continue };
        let name = f.name.of(text);
        if p.short || parts.contains(name) {
            continue;
        }
        let at = *by_name.or_insert_with(squash(name), || {
            entities.push(blank(EntityKind::Person, name.to_owned()));
            known.push(Known {
                id: EntityId(entities.len() as u32 - 1),
                name,
                titles: Vec::new(),
                companies: Vec::new(),
                class: None,
                last: i,
            });
            known.len() - 1
        });
        note(&mut known[at], p, text);
        if let Some(title) = shared_office(text, found, i).and_then(|other| other.title) {
            known[at].titles.push(squash(title.of(text)));
        }
        out[i] = Some(known[at].id);
    }
    // The people whom a part of a name may mean.
    let mut by_part: Map<&str, Vec<usize>> = Map::default();
    for (k, person) in known.iter().enumerate() {
        for part in distinct_parts(person.name) {
            by_part.or_default(part).push(k);
        }
        if !person.name.contains(' ')
            && let Some((len, _)) = crate::lexicon::surname(person.name)
        {
            by_part.or_default(&person.name[..len]).push(k);
            let first = person.name.chars().next().map_or(0, char::len_utf8);
            if first < len {
                by_part.or_default(&person.name[..first]).push(k);
            }
        }
    }
    // Short names that nobody's full name explains.
    let mut short_of: Map<&str, EntityId> = Map::default();
    let mut seen: Vec<Option<usize>> = vec![None; known.len()];
    let index: Map<EntityId, usize> = known.iter().enumerate().map(|(k, p)| (p.id, k)).collect();
    for (i, f) in found.iter().enumerate() {
        let Some(p) = f.person() else { continue };
        if let Some(id) = out[i] {
            if let Some(&k) = index.get(&id) {
                seen[k] = Some(i);
            }
            continue;
        }
        let name = f.name.of(text);
        let wanted = p.title.map(|t| squash(t.of(text)));
        let kin = has_kin(&text[f.span.to()..])
            .then(|| out[i + 1..].iter().take(NEAR).flatten().next().copied())
            .flatten();
        let best = by_part.get(name).and_then(|some| {
            let others = some.iter().copied().filter(|&k| Some(known[k].id) != kin);
            others.max_by_key(|&k| {
                let person = &known[k];
                let title = wanted.as_ref().map_or(0, |w| fit(&person.titles, w));
                let place = seen[k].map_or(-(person.last as i64) - 1_000_000, |s| s as i64);
                // 가람제지 이 부회장: the company before the surname decides between two.
                let before = text[..f.span.from()].trim_end();
                let beside = person.companies.iter().any(|c| before.ends_with(c));
                (
                    title,
                    beside,
                    p.class.is_some() && person.class == p.class,
                    place,
                )
            })
        });
        // 한 사외이사 is some director, unless somebody called 한 is one.
        let stated = |k: usize| {
            let titles = &known[k].titles;
            titles.is_empty() || wanted.as_ref().is_none_or(|w| fit(titles, w) > 0)
        };
        if DETERMINERS.contains(&name) && best.is_some_and(|k| !stated(k)) {
            continue;
        }
        if let Some(k) = best {
            out[i] = Some(known[k].id);
            seen[k] = Some(i);
        } else if excerpt
            || name.chars().count() >= 2
                && p.title.is_some()
                && !crate::korean::names::is_surname(name)
        {
            let fresh = || {
                entities.push(blank(EntityKind::Person, name.to_owned()));
                EntityId(entities.len() as u32 - 1)
            };
            out[i] = Some(*short_of.or_insert_with(name, fresh));
        }
    }
    out
}

/// Whether what follows a mention names somebody of theirs, who is somebody else: 신 회장의 장남인 신유열 부사장.
fn has_kin(rest: &str) -> bool {
    let word = rest.strip_prefix("의 ").and_then(|r| r.split(' ').next());
    word.is_some_and(|w| KIN.has(w) || w.strip_suffix('인').is_some_and(|kin| KIN.has(kin)))
}

/// The parts of a name that are nobody else's full name beside it: the words of 마크 저커버그, 만수 of 봉만수,
/// 자오 of 자오밍위안. A surname alone is none: 이 may begin another.
fn distinct_parts(name: &str) -> impl Iterator<Item = &str> {
    let syllables = name.chars().count();
    let words = name.split(' ').filter(|_| name.contains(' '));
    let whole = !name.contains(' ') && !name.is_ascii();
    let given = given_name(name);
    let family = (whole && syllables >= 4)
        .then(|| name.char_indices().nth(2))
        .flatten()
        .map(|(len, _)| &name[..len]);
    words.chain(given).chain(family)
}

fn note<'a>(known: &mut Known<'a>, p: &Person, text: &'a str) {
    for company in &p.companies {
        let name = company.of(text);
        if !known.companies.contains(&name) {
            known.companies.push(name);
        }
    }
    if let Some(title) = p.title {
        let title = squash(title.of(text));
        if !known.titles.contains(&title) {
            known.titles.push(title);
        }
    }
    if p.class == Some(TitleClass::Executive) || known.class.is_none() {
        known.class = p.class.or(known.class);
    }
}

/// How well a short mention's title fits those stated in full: the same, a part, or none.
fn fit(stated: &[String], wanted: &str) -> u8 {
    stated
        .iter()
        .map(|t| {
            if t == wanted {
                3
            } else if t.ends_with(wanted) || t.starts_with(wanted) {
                2
            } else {
                u8::from(t.contains(wanted) || wanted.contains(t.as_str()))
            }
        })
        .max()
        .unwrap_or(0)
}

fn squash(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).collect()
}
