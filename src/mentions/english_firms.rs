//! Firms in English articles that no list has and no form shows, by the words beside them: supplier Brightmere Cells,
//! chairman of Brightmere Cells, Brightmere declined to comment.

use super::Found;
use super::chain::company_over;
use super::english::{bare, before_names, capital, company, possessive};
use super::english_people::{romanized, title_at};
use super::scan::Scan;
use crate::english::{FIRM_ACTS, FIRM_KINDS, NATIONS, NOT_NAMES, PLACES, PUBLIC_BODIES, SURNAMES};
use crate::lexicon::{self, TitleClass};
use crate::model::Confidence;
use crate::span::Span;

/// A firm has at most so many words here; more is a headline in capitals.
const MOST: usize = 4;

/// Firms beside such words, where `known`, sorted, has none. Linear.
pub fn find(scan: &Scan, known: &[Found]) -> Vec<Found> {
    shown(scan, known, &|i, last, span| {
        introduced(scan, i)
            .or_else(|| acting(scan, span, last))
            .or_else(|| described(scan, span))
            .or_else(|| headed(scan, span))
    })
}

/// Firms that the `known` ones, sorted, are joined to: Gusto, Rippling and Deel. Linear.
pub fn joined(scan: &Scan, known: &[Found]) -> Vec<Found> {
    shown(scan, known, &|_, _, span| among(scan, span, known))
}

/// The names of which `evidence`, asked for their first and last word and their place, shows that they are firms'.
fn shown(
    scan: &Scan,
    known: &[Found],
    evidence: &dyn Fn(usize, usize, Span) -> Option<Span>,
) -> Vec<Found> {
    let mut out = Vec::new();
    let parts: Vec<bool> = (0..scan.words.len())
        .map(|k| part(scan, k, known))
        .collect();
    let mut i = 0;
    while i < scan.words.len() {
        let Some((span, last)) = run(scan, i, &parts) else {
            i += 1;
            continue;
        };
        if last - i < MOST
            && let Some(evidence) = evidence(i, last, span)
            && may_be_firm(scan.at(span))
        {
            let mut found = company(span, None, Confidence::Guess, "company-evidence");
            found.evidence = vec![evidence];
            out.push(found);
        }
        i = last + 1;
    }
    out
}

/// Whether word `k` may be part of a firm's name.
fn part(scan: &Scan, k: usize, known: &[Found]) -> bool {
    let from = scan.words[k].span.from();
    capital(scan, k)
        && bare(scan.word(k)).len() >= 2
        && company_over(known, from).is_none()
        && !before_names(bare(scan.word(k)))
        && title_at(scan.text, from).is_none()
}

/// The words from `i` on that may be a firm's name, and the last of them.
fn run(scan: &Scan, i: usize, parts: &[bool]) -> Option<(Span, usize)> {
    let before = || scan.previous(i).or_else(|| partner_before(scan, i));
    if !parts[i] || before().is_some_and(|p| parts[p]) {
        return None;
    }
    let mut last = i;
    // Morrow & Finch is one name.
    let partner = |k: usize| {
        let joined = k + 1 < scan.words.len() && partner_before(scan, k + 1).is_some();
        joined.then_some(k + 1)
    };
    while !possessive(scan.word(last))
        && let Some(n) = scan
            .next(last)
            .or_else(|| partner(last))
            .filter(|&n| parts[n])
    {
        last = n;
    }
    let to = scan.words[last].span.from() + bare(scan.word(last)).len();
    let span = Span::new(scan.words[i].span.from(), to);
    Some((span, last))
}

/// Whether a name may be a firm's: no place, no family, no body that is none.
fn may_be_firm(name: &str) -> bool {
    let first = name.split(' ').next().unwrap_or(name);
    let last = name.rsplit(' ').next().unwrap_or(name);
    !PLACES.contains(&name)
        && !PLACES.contains(&first)
        && !SURNAMES.contains(&name)
        && !NOT_NAMES.contains(&name)
        && !PUBLIC_BODIES.contains(&last)
        && lexicon::others().get(name).is_none()
}

/// The word before `i` where & stands between the two.
fn partner_before(scan: &Scan, i: usize) -> Option<usize> {
    let before = i.checked_sub(1)?;
    let between = &scan.text[scan.words[before].span.to()..scan.words[i].span.from()];
    (between == " & ").then_some(before)
}

/// The words before a name that only a firm follows: its kind, or the office of its head and “of”.
fn introduced(scan: &Scan, i: usize) -> Option<Span> {
    let before = scan.previous(i)?;
    let word = scan.word(before);
    if FIRM_KINDS.contains(&word) {
        return Some(scan.words[before].span);
    }
    if word != "of" && word != "at" {
        return None;
    }
    // The office may have several words: chief executive of, founder and chief executive of.
    let mut from = before;
    for _ in 0..4 {
        from = scan.previous(from)?;
        let at = scan.words[from].span.from();
        if let Some((len, class)) = title_at(scan.text, at)
            && (class == TitleClass::Executive || scan.text[at..].starts_with("analyst at"))
            && at + len == scan.words[before].span.from() - 1
        {
            // President of Mexico, chair of the Fed: offices of states too.
            let office = Span::new(at, at + len);
            let state = ["president", "chair", "chairman", "director", "head"];
            let plain = state
                .iter()
                .any(|t| scan.at(office).eq_ignore_ascii_case(t));
            let one = scan.next(i).is_none_or(|n| !capital(scan, n));
            let body = scan.at(office) == "head";
            return (!(plain && (one || body))).then_some(office);
        }
    }
    None
}

/// Kinds of firms that people are called by too.
const TRADES: &[&str] = &[
    "producer",
    "developer",
    "publisher",
    "broker",
    "builder",
    "brewer",
    "grocer",
    "contractor",
    "miner",
];

/// What a firm is, behind its name and a comma: Corran, a nuclear fusion start-up spun out of.
fn described(scan: &Scan, span: Span) -> Option<Span> {
    const REACH: usize = 6;
    const BY: &[&str] = &[
        ", led by ",
        ", backed by ",
        ", founded by ",
        ", owned by ",
        ", which ",
    ];
    if let Some(by) = BY.iter().find(|by| scan.after(span).starts_with(**by)) {
        return Some(Span::new(span.to() + 2, span.to() + by.len() - 1));
    }
    let article = |r: &'_ str| ["a ", "an ", "the "].iter().any(|a| r.starts_with(a));
    scan.after(span).strip_prefix(", ").filter(|r| article(r))?;
    let mut at = scan.word_at(span.to() + 2);
    let mut of = "";
    for _ in 0..REACH {
        let before = of;
        of = scan.word(at);
        let next = scan.next(at);
        if FIRM_KINDS.contains(&of) && !TRADES.contains(&of) {
            // a start-up founder, a former unit: somebody of a firm.
            let own = next.is_none_or(|n| title_at(scan.text, scan.words[n].span.from()).is_none());
            return (own && before != "former").then_some(scan.words[at].span);
        }
        at = next.filter(|_| !["of", "at", "for", "who", "in"].contains(&of))?;
    }
    None
}

/// The office of its head and a name right behind: Corran co-founder Ines Duarte.
fn headed(scan: &Scan, span: Span) -> Option<Span> {
    const OF_STATES: &[&str] = &[
        "president",
        "chair",
        "chairman",
        "director",
        "head",
        "vice president",
    ];
    let from = span.to() + scan.after(span).find(|c: char| c.is_alphabetic())?;
    let (len, class) = scan
        .after(span)
        .starts_with(' ')
        .then(|| title_at(scan.text, from))??;
    let office = Span::new(from, from + len);
    let state = OF_STATES
        .iter()
        .any(|t| scan.at(office).eq_ignore_ascii_case(t));
    let name = scan
        .next(scan.word_at(office.to() - 1))
        .is_some_and(|n| capital(scan, n));
    (class == TitleClass::Executive && !state && name).then_some(office)
}

/// A firm that “and” joins to the name, or a list that goes on with “and”.
fn among(scan: &Scan, span: Span, known: &[Found]) -> Option<Span> {
    let name = scan.at(span);
    let person = name.rsplit(' ').next().is_some_and(|last| scan.acts(last));
    // Nvidia and Norway's Tarn Robotics
    let owner = possessive(scan.word(scan.word_at(span.to() - 1)));
    if person || owner || romanized(name) || NATIONS.iter().any(|end| name.ends_with(end)) {
        return None;
    }
    let before = scan.before(span).strip_suffix(" and ");
    let behind = |by: &str| {
        scan.after(span).strip_prefix(by)?;
        company_over(known, span.to() + by.len())
    };
    let goes_on =
        |f: &Span| scan.after(*f).starts_with(" and ") || scan.after(*f).starts_with(", ");
    before
        .and_then(|before| company_over(known, before.len() - 1))
        .or_else(|| behind(" and "))
        .or_else(|| behind(", ").filter(goes_on))
}

/// What stands behind a name that only a firm does or has: declined to comment, shares.
fn acting(scan: &Scan, span: Span, last: usize) -> Option<Span> {
    let after = scan.after(Span::new(span.from(), scan.words[last].span.to()));
    let after = after.strip_prefix(' ')?;
    let act = FIRM_ACTS.iter().find(|act| {
        after
            .strip_prefix(**act)
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })?;
    let from = scan.words[last].span.to() + 1;
    // A person too may decline; two words without a sign of a firm are one.
    let one = !scan.at(span).contains(' ');
    (one || !act.starts_with("declined")).then_some(Span::new(from, from + act.len()))
}
