//! A surname with a title that belongs to nobody yet calls for its bearer: 피 연구원 makes 피은정,
//! named earlier without a title, a person.

use super::chain::company_over;
use super::scan::Scan;
use super::{Found, Person, What};
use crate::korean::names::korean_name;
use crate::korean::particles::follows;
use crate::map::{Map, Set};
use crate::model::Confidence;

/// The bearers of surnames that `people` has only with a title, where the article holds one word
/// alone that may be it. Linear.
pub fn bearers(scan: &Scan, people: &[Found], companies: &[Found]) -> Vec<Found> {
    // What somebody bears who is named in full.
    let mut borne: Set<&str> = Set::default();
    for p in people
        .iter()
        .filter(|p| p.person().is_some_and(|p| !p.short))
    {
        let name = scan.at(p.name);
        let surname = surname_of(name).filter(|&len| len < name.len());
        borne.extend(surname.map(|len| &name[..len]));
        borne.extend(name.split(' '));
    }
    // Each surname in want of a bearer: the short mention, the only candidate, whether there are more.
    let mut wanted: Map<&str, (crate::span::Span, Option<usize>, bool)> = Map::default();
    for p in people
        .iter()
        .filter(|p| p.person().is_some_and(|p| p.short && p.title.is_some()))
    {
        let name = scan.at(p.name);
        if !borne.contains(name) {
            wanted.or_insert(name, (p.span, None, false));
        }
    }
    if wanted.is_empty() {
        return Vec::new();
    }
    let noun = |i: usize| bearer(scan, companies, i);
    for i in 0..scan.words.len() {
        let word = scan.word(i);
        if !surname_of(word).is_some_and(|len| wanted.contains_key(&word[..len])) {
            continue;
        }
        let Some((surname, name)) = noun(i) else {
            continue;
        };
        let Some(want) = wanted.get_mut(surname) else {
            continue;
        };
        match want.1.and_then(noun) {
            None => want.1 = Some(i),
            Some((_, other)) => want.2 |= other != name,
        }
    }
    let mut out = Vec::new();
    for (short, candidate, several) in wanted.into_values() {
        let (Some(i), false) = (candidate, several) else {
            continue;
        };
        let Some((_, name)) = noun(i) else { continue };
        let from = scan.words[i].span.from();
        let span = crate::span::Span::new(from, from + name.len());
        out.push(Found {
            span,
            name: span,
            what: What::Person(Person::default()),
            confidence: Confidence::Likely,
            rule: "name-of-surname",
            evidence: vec![short],
        });
    }
    out
}

/// The surname and the whole name that word `i` may be.
#[inline(never)]
fn bearer<'a>(scan: &Scan<'a>, companies: &[Found], i: usize) -> Option<(&'a str, &'a str)> {
    let text = scan.word(i);
    let len = surname_of(text)?;
    let name = text.get(..len + 6)?;
    let fits = follows(name, &text[name.len()..]) && korean_name(name).is_some_and(|v| v >= -4);
    (fits && company_over(companies, scan.words[i].span.from()).is_none())
        .then_some((&text[..len], name))
}

fn surname_of(name: &str) -> Option<usize> {
    crate::lexicon::surname(name).map(|(len, _)| len)
}
