//! Companies in English articles, by list and form; `english_people` finds the people.

use super::english_people::{people, title_at};
use super::scan::Scan;
use super::{Found, What, english_firms};
use crate::english::{BEFORE_NAMES, ENDS, FORMS, NOT_NAMES, PLACES, PUBLIC_BODIES};
use crate::korean::words::Gap;
use crate::lexicon::{self, Strength};
use crate::map::Map;
use crate::model::Confidence;
use crate::span::Span;

/// Companies by list and form, people by titles.
pub fn find(scan: &Scan) -> Vec<Found> {
    let mut companies = listed(scan);
    companies.extend(by_form(scan));
    let mut all = super::overlap::settle(companies);
    all.extend(english_firms::find(scan, &all));
    let mut all = super::overlap::settle(all);
    // A longer name takes the place of a listed one that it begins with: Hansae Marine. Both lists
    // are in the order of the text, so one place to look at suffices.
    let (mut at, mut more) = (0, Vec::<Found>::new());
    for short in short_forms(scan, &all) {
        while all.get(at).is_some_and(|f| f.span.end <= short.span.start) {
            at += 1;
        }
        match all.get_mut(at).filter(|f| f.span.overlaps(short.span)) {
            Some(f) if short.span.contains(f.span) && short.span != f.span => *f = short,
            Some(_) => {}
            None if more.last().is_some_and(|f| f.span.overlaps(short.span)) => {}
            None => more.push(short),
        }
    }
    all.extend(more);
    let mut all = super::overlap::settle(all);
    all.extend(english_firms::joined(scan, &all));
    let mut all = super::overlap::settle(all);
    let people = people(scan, &all);
    all.extend(people);
    all
}

pub fn company(
    span: Span,
    listed: Option<lexicon::CompanyId>,
    confidence: Confidence,
    rule: &'static str,
) -> Found {
    Found {
        span,
        name: span,
        what: What::Company {
            listed,
            stands_for: None,
        },
        confidence,
        rule,
        evidence: vec![span],
    }
}

fn listed(scan: &Scan) -> Vec<Found> {
    let mut out = Vec::new();
    if !scan.options.gazetteer {
        return out;
    }
    let mut until = 0;
    for i in 0..scan.words.len() {
        let from = scan.words[i].span.from();
        if from < until
            || !scan
                .word(i)
                .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        {
            continue;
        }
        for (len, value) in lexicon::companies().prefixes(&scan.text[from..]) {
            let span = Span::new(from, from + len);
            let name = scan.at(span);
            let rest = scan.tail(span.to());
            if !(rest.is_empty() || rest == "'s" || rest == "’s") || len < 2 || !name.is_ascii() {
                continue;
            }
            let surface = lexicon::company_surface(value);
            let word = name.chars().all(|c| c.is_ascii_lowercase()) || NOT_NAMES.contains(&name);
            // A common English word: Target, Block, Snap.
            // “Snow is the real regulator”: capital because a sentence begins.
            let opens = !matches!(scan.words[i].gap, Gap::Space);
            let ordinary = (surface.ambiguous || lexicon::is_ambiguous(name))
                && !["Apple", "Amazon", "Meta", "Oracle", "Intel"].contains(&name)
                && scan.count(name) < 2;
            if word || opens && ordinary || (surface.strength == Strength::Weak && name.len() < 4) {
                break;
            }
            // The next word makes it another firm's name, or somebody's: Salesforce Ventures, Rafael Ocampo.
            let next = scan.next(scan.word_near(i, span.to() - 1));
            if rest.is_empty()
                && next.is_some_and(|n| {
                    let word = bare(scan.word(n));
                    let end = ENDS.contains(&word)
                        && title_at(scan.text, scan.words[n].span.from()).is_none();
                    end || scan.acts(word) && !name.contains(' ')
                })
            {
                break;
            }
            let span = with_form(scan, span);
            out.push(company(
                span,
                Some(surface.company),
                Confidence::Sure,
                "company-list",
            ));
            until = span.to();
            break;
        }
    }
    out
}

/// `span` with the corporate forms after it: Inc., Co., Ltd. No company has more than a few.
fn with_form(scan: &Scan, mut span: Span) -> Span {
    for _ in 0..4 {
        let rest = &scan.text[span.to()..];
        let (skip, after) = match rest
            .strip_prefix(", ")
            .map(|r| (2, r))
            .or_else(|| rest.strip_prefix(' ').map(|r| (1, r)))
        {
            Some(found) => found,
            None => return span,
        };
        let Some(form) = FORMS.iter().find(|f| {
            after
                .strip_prefix(**f)
                .is_some_and(|r| !r.starts_with(|c: char| c.is_alphanumeric()))
        }) else {
            return span;
        };
        if skip == 2 && !form.ends_with('.') {
            return span;
        }
        span.end += (skip + form.len()) as u32;
    }
    span
}

#[inline(never)]
pub fn capital(scan: &Scan, i: usize) -> bool {
    scan.word(i).starts_with(char::is_uppercase)
}

/// Whether a word stands before a name without being part of it: Rival, Incheon-based.
#[inline(never)]
pub fn before_names(word: &str) -> bool {
    let made = |end: &str| word.ends_with(end) && word.len() > end.len();
    NOT_NAMES.contains(&word)
        || BEFORE_NAMES.contains(&word)
        || ["-based", "-backed", "-listed", "-owned", "-led", "-born"]
            .iter()
            .any(|e| made(e))
}

/// A word without the ’s behind it.
#[inline(never)]
pub fn bare(word: &str) -> &str {
    word.trim_end_matches("'s").trim_end_matches("’s")
}

#[inline(never)]
pub fn possessive(word: &str) -> bool {
    word.ends_with("'s") || word.ends_with("’s")
}

/// Runs of capitalised words that end in a corporate form or in a word that firms end in.
fn by_form(scan: &Scan) -> Vec<Found> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < scan.words.len() {
        if !capital(scan, i) || before_names(scan.word(i)) || of_body(scan, i) {
            i += 1;
            continue;
        }
        let mut last = i;
        while let Some(n) = scan.next(last) {
            if capital(scan, n)
                && n - i < 5
                && !before_names(scan.word(last))
                && !possessive(scan.word(last))
            {
                last = n;
            } else {
                break;
            }
        }
        for end in (i..=last).rev() {
            let word = bare(scan.word(end));
            let span = Span::new(
                scan.words[i].span.from(),
                scan.words[end].span.from() + word.len(),
            );
            let formed = with_form(scan, dotted(scan, span, word));
            let strong = formed != span || FORMS.contains(&word);
            if end > i && ENDS.contains(&word) && !of_workers(scan, end)
                || strong && (end > i || formed != span)
            {
                let confidence = if strong {
                    Confidence::Sure
                } else {
                    Confidence::Likely
                };
                out.push(company(formed, None, confidence, "company-end"));
                break;
            }
        }
        i = last + 1;
    }
    out
}

/// Whether the name of a body goes on behind word `i`: United Food and Commercial Workers union.
fn of_workers(scan: &Scan, i: usize) -> bool {
    let mut at = scan.next(i).filter(|&n| scan.word(n) == "and");
    for _ in 0..4 {
        at = at.and_then(|n| scan.next(n));
        let Some(n) = at else { return false };
        if PUBLIC_BODIES
            .iter()
            .any(|b| b.eq_ignore_ascii_case(scan.word(n)))
        {
            return true;
        }
        if !capital(scan, n) {
            return false;
        }
    }
    false
}

/// Whether word `i` goes on with the name of a body: Institute of Fusion Energy.
fn of_body(scan: &Scan, i: usize) -> bool {
    let of = scan.previous(i).filter(|&p| scan.word(p) == "of");
    of.and_then(|of| scan.previous(of))
        .is_some_and(|b| PUBLIC_BODIES.contains(&scan.word(b)))
}

/// `span` with the point of its last word, where that is a form that has one: Inc.
fn dotted(scan: &Scan, span: Span, word: &str) -> Span {
    let point = scan.after(span).starts_with('.')
        && FORMS
            .iter()
            .any(|f| f.strip_suffix('.').is_some_and(|f| f == word));
    Span::new(span.from(), span.to() + usize::from(point))
}

/// A firm's name without its corporate forms: Greypoint Metals Corp., Daeryuk Group.
pub fn bare_name(name: &str) -> &str {
    let mut bare = name;
    while let Some((head, _)) = bare
        .rsplit_once(' ')
        .filter(|(_, last)| FORMS.contains(last))
    {
        bare = head.trim_end_matches(',');
    }
    bare
}

/// Where the names of `companies` stand without their forms, or only with their first word:
/// Greypoint after Greypoint Metals Corp.
fn short_forms(scan: &Scan, companies: &[Found]) -> Vec<Found> {
    let mut names: Map<&str, (Span, Option<lexicon::CompanyId>, bool)> = Map::default();
    for f in companies {
        let What::Company { listed, .. } = f.what else {
            continue;
        };
        let bare = bare_name(scan.at(f.name));
        names.or_insert(bare, (f.name, listed, false));
        // LG Energy, of LG Energy Solution
        let two = bare.match_indices(' ').nth(1).map(|(at, _)| &bare[..at]);
        if let Some(two) = two.filter(|two| two.ends_with(|c: char| c.is_alphanumeric())) {
            names.or_insert(two, (f.name, listed, true));
        }
        let first = bare.split(' ').next().unwrap_or(bare);
        if first.len() < bare.len()
            && first.len() >= 4
            && !before_names(first)
            && !PLACES.contains(&first)
            && first.bytes().all(|b| b.is_ascii_alphabetic())
        {
            names.or_insert(first, (f.name, listed, true));
        }
    }
    let mut out = Vec::new();
    for i in 0..scan.words.len() {
        if !capital(scan, i) {
            continue;
        }
        let from = scan.words[i].span.from();
        // The longest of one to four words.
        let mut last = i;
        // Annika Lindqvist is a person where Lindqvist Capital is a firm.
        let in_name = scan.previous(i).is_some_and(|p| {
            capital(scan, p) && !before_names(scan.word(p)) && !possessive(scan.word(p))
        });
        let mut best = None;
        for _ in 0..4 {
            let word = bare(scan.word(last));
            let span = Span::new(from, scan.words[last].span.from() + word.len());
            let next = scan.next(last);
            if let Some(&(source, listed, head)) = names.get(scan.at(span)) {
                // Haneul Bank is another firm than Haneul Chemicals.
                let other = head
                    && !possessive(scan.word(last))
                    && next.is_some_and(|n| {
                        capital(scan, n)
                            && ENDS.contains(&scan.word(n))
                            && title_at(scan.text, scan.words[n].span.from()).is_none()
                    });
                if !(other || head && in_name) {
                    best = Some((span, source, listed));
                }
            }
            match next.filter(|_| !possessive(scan.word(last))) {
                Some(n) => last = n,
                None => break,
            }
        }
        if let Some((span, source, listed)) = best {
            let mut found = company(span, listed, Confidence::Likely, "company-again");
            if let What::Company { stands_for, .. } = &mut found.what {
                *stands_for = Some(source);
            }
            found.evidence = vec![source];
            out.push(found);
        }
    }
    out
}
