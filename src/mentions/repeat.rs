//! What was found once is searched for through the whole article: 가람 after 가람전자(이하 가람),
//! 저커버그 after 마크 저커버그.

use super::listed::form_marker;
use super::scan::Scan;
use super::title_run::bracketed;
use super::untitled::addressed;
use super::{Found, Person, What};
use crate::document::Language;
use crate::korean::names::given_name;
use crate::korean::particles::follows;
use crate::lexicon::{self, CompanyId};
use crate::map::{Map, Set};
use crate::model::Confidence;
use crate::order;
use crate::span::Span;

/// One name to look for.
#[derive(Clone, Copy)]
struct Known {
    company: bool,
    listed: Option<CompanyId>,
    /// A part of a longer name: needs a particle or a sign after it.
    short: bool,
    /// Such a part as is often a word too: needs 씨 or the like after it.
    given: bool,
    source: Span,
}

/// `found` and every further place where one of its names stands. Linear: one look-up a word
/// start for each length of name that begins with its first two characters.
pub fn repeated(scan: &Scan, mut found: Vec<Found>, language: Language) -> Vec<Found> {
    let mut names = names(scan, &found, language);
    let aliases = abbreviations(scan, &found);
    for (span, of) in &aliases {
        names.insert(
            scan.at(*span),
            Known {
                company: true,
                listed: None,
                short: false,
                given: false,
                source: *of,
            },
        );
    }
    // No name has less than two characters.
    let beginning = |text: &str| {
        let mut chars = text.chars();
        Some((chars.next()?, chars.next()?))
    };
    let mut lengths: Map<(char, char), Vec<usize>> = Map::default();
    for name in names.keys() {
        let Some(first) = beginning(name) else {
            continue;
        };
        let some = lengths.or_default(first);
        let at = some.partition_point(|&len| len > name.len());
        if some.get(at) != Some(&name.len()) {
            some.insert(at, name.len());
        }
    }
    found.extend(aliases.iter().map(|&(span, of)| Found {
        span,
        name: span,
        what: What::Company {
            listed: None,
            stands_for: Some(of),
        },
        confidence: Confidence::Sure,
        rule: "company-abbreviation",
        evidence: vec![of],
    }));
    stand_for(scan, &mut found, &aliases);
    // Where something stands already, that has more to say than a repeated name.
    order::by(&mut found, |f| [f.span.start, 0, 0]);
    let mut more = Vec::new();
    for i in 0..scan.words.len() {
        let from = scan.words[i].span.from();
        let rest = &scan.text[from..];
        let Some(first) = beginning(rest) else {
            continue;
        };
        for &len in lengths.get(&first).map_or(&[][..], Vec::as_slice) {
            let Some(name) = rest.get(..len) else {
                continue;
            };
            let Some(known) = names.get(name) else {
                continue;
            };
            let end = from + len;
            let tail = scan.tail_of(scan.word_near(i, end), end);
            let fits = match language {
                Language::Korean if known.given => addressed(scan, Span::new(from, from + len)),
                Language::Korean => follows(name, tail) || known.company && tail == "그룹",
                Language::English => tail.is_empty() || tail == "'s" || tail == "’s",
            };
            if !fits {
                continue;
            }
            let name = Span::new(from, end);
            if !taken(&found, name, known.company) {
                let again = again(scan, name, tail, known);
                // With its form it may touch more.
                if !taken(&found, again.span, known.company) {
                    more.push(again);
                }
            }
            break;
        }
    }
    found.extend(more);
    found
}

/// Whether a repeated name has no place at `span`, since one of `found`, sorted, is there. A company may stand inside a
/// person's mark, beside the name.
#[inline(never)]
fn taken(found: &[Found], span: Span, company: bool) -> bool {
    let from = found
        .partition_point(|f| f.span.start <= span.start)
        .saturating_sub(3);
    let near = found[from..].iter().take_while(|f| f.span.start < span.end);
    let mut over = near.filter(|f| f.span.overlaps(span));
    over.any(|f| !company || f.is_company() || !f.span.contains(span) || f.name.overlaps(span))
}

/// Unlisted companies named again, whole or by the first of two words (노바라인 for 노바라인 홀딩스), where nothing is
/// marked. They are wanted before people are looked for: 시플리 노바라인 CPO is of the firm, no second name. `people` are
/// the words that bear a title, as families do. Linear but for a logarithm.
pub fn companies(scan: &Scan, known: &[Found], people: &Set<&str>) -> Vec<Found> {
    let mut names: Map<&str, Known> = Map::default();
    for f in known {
        let What::Company { listed: None, .. } = f.what else {
            continue;
        };
        let name = scan.at(f.name);
        let first = name.split(' ').next().unwrap_or(name);
        let own = first.len() == name.len() || !lexicon::is_plain(first);
        // LNG: in a name, and no name.
        let long = first.len() > 4 && first.chars().count() >= 3;
        if own && long && f.confidence >= Confidence::Likely && !people.contains(first) {
            names.or_insert(
                first,
                Known {
                    company: true,
                    listed: None,
                    short: false,
                    given: false,
                    source: f.name,
                },
            );
        }
    }
    if names.is_empty() {
        return Vec::new();
    }
    let again = |i: usize| {
        let noun = scan.noun_at(i);
        let source = names.get(noun)?;
        let from = scan.words[i].span.from();
        let name = Span::new(from, from + noun.len());
        let at = known.partition_point(|f| f.span.end <= name.start);
        let free = known.get(at).is_none_or(|f| !f.span.overlaps(name));
        free.then(|| again(scan, name, "", source))
    };
    (0..scan.words.len()).filter_map(again).collect()
}

/// The names that are searched for, whole and in parts.
#[inline(never)]
fn names<'a>(scan: &Scan<'a>, found: &[Found], language: Language) -> Map<&'a str, Known> {
    let mut names: Map<&str, Known> = Map::default();
    for f in found {
        let name = scan.at(f.name);
        match &f.what {
            What::Company { listed, .. } => {
                if name.chars().count() >= 2 && f.confidence >= Confidence::Likely {
                    names.insert(
                        name,
                        Known {
                            company: true,
                            listed: *listed,
                            short: false,
                            given: false,
                            source: f.name,
                        },
                    );
                }
            }
            What::Person(p) => {
                if !p.short && name.chars().count() >= 2 {
                    let known = Known {
                        company: false,
                        listed: None,
                        short: false,
                        given: false,
                        source: f.name,
                    };
                    names.or_insert(name, known);
                    if let Some(given) = given_name(name) {
                        names.or_insert(
                            given,
                            Known {
                                short: true,
                                given: true,
                                ..known
                            },
                        );
                    }
                    for part in name
                        .split(' ')
                        .filter(|part| name.contains(' ') && part.chars().count() >= 2)
                    {
                        if language == Language::Korean && part.is_ascii() {
                            continue;
                        }
                        names.or_insert(
                            part,
                            Known {
                                short: true,
                                ..known
                            },
                        );
                    }
                }
            }
        }
    }
    names
}

/// A place where `known` is named once more; `tail` follows in its word.
#[inline(never)]
fn again(scan: &Scan, name: Span, tail: &str, known: &Known) -> Found {
    let mut span = name;
    if known.company {
        span = form_marker(scan, span);
        if tail == "그룹" {
            span.end += tail.len() as u32;
        }
    }
    let what = if known.company {
        What::Company {
            listed: known.listed,
            stands_for: Some(known.source),
        }
    } else {
        What::Person(Person {
            short: known.short,
            ..Person::default()
        })
    };
    let rule = if known.company {
        "company-again"
    } else {
        "person-again"
    };
    Found {
        span,
        name,
        what,
        confidence: Confidence::Likely,
        rule,
        evidence: vec![known.source],
    }
}

/// From an abbreviation on its words mean what it stands for, not a listed company of that name:
/// of several abbreviations with the same words the last one before a place counts.
fn stand_for(scan: &Scan, found: &mut [Found], aliases: &[(Span, Span)]) {
    // By words: where each begins, and the last of all that begin there or before.
    let mut known: Map<&str, Vec<(u32, usize)>> = Map::default();
    for (i, (span, _)) in aliases.iter().enumerate() {
        let all = known.or_default(scan.at(*span));
        all.push((span.start, i));
    }
    for all in known.values_mut() {
        order::by(all, |&(start, i)| [start, i as u32, 0]);
        let mut last = 0;
        for (_, i) in all {
            last = last.max(*i);
            *i = last;
        }
    }
    for f in found {
        let What::Company { stands_for, .. } = &mut f.what else {
            continue;
        };
        let Some(all) = known.get(scan.at(f.name)) else {
            continue;
        };
        let until = all.partition_point(|&(start, _)| start <= f.span.start);
        if let Some(last) = until.checked_sub(1) {
            *stands_for = Some(aliases[all[last].1].1);
        }
    }
}

/// Abbreviations in brackets right after a company: 마이크로소프트(MS), 카카오엔터테인먼트(카카오엔터).
fn abbreviations(scan: &Scan, found: &[Found]) -> Vec<(Span, Span)> {
    let mut out = Vec::new();
    for f in found.iter().filter(|f| f.is_company()) {
        let Some((close, inner)) = bracketed(scan, f.span.to()) else {
            continue;
        };
        let inner = inner.trim();
        let abbreviation = inner.strip_prefix("이하 ").unwrap_or(inner).trim();
        let latin = abbreviation.chars().count() <= 8
            && abbreviation
                .chars()
                .all(|c| c.is_ascii_uppercase() || "&-".contains(c))
            && abbreviation.len() >= 2;
        // 새벽에이아이(새벽AI)
        let spoken = abbreviation.trim_end_matches(|c: char| c.is_ascii_uppercase());
        let short = spoken.chars().count() >= 2
            && is_subsequence(spoken, scan.at(f.name))
            && abbreviation.len() < scan.at(f.name).len();
        let spelled = abbreviation.len() >= 3
            && abbreviation.starts_with(|c: char| c.is_ascii_uppercase())
            && abbreviation
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || " &.-".contains(c))
            && !super::titles::ends_in_title(abbreviation)
            && !quotation_code(abbreviation);
        if latin || short || spelled && !scan.at(f.name).is_ascii() {
            let to = close - 1 - (inner.len() - inner.trim_end().len());
            if let Some(at) = scan.text[f.span.to()..to].rfind(abbreviation) {
                let from = f.span.to() + at;
                out.push((Span::new(from, from + abbreviation.len()), f.name));
            }
        }
    }
    out
}

/// F.N, ASML.AS: the code of a share on its exchange, which is no name.
fn quotation_code(words: &str) -> bool {
    words.rsplit_once('.').is_some_and(|(code, exchange)| {
        let capitals = |w: &str| !w.is_empty() && w.chars().all(|c| c.is_ascii_uppercase());
        capitals(code) && capitals(exchange) && exchange.len() <= 2
    })
}

fn is_subsequence(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    short.chars().all(|c| rest.any(|l| l == c))
}
