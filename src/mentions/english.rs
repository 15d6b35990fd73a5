//! Companies and people in English articles.

use super::scan::Scan;
use super::{Found, Person, What};
use crate::english::{ENDS, EXECUTIVE_TITLES, FORMS, NOT_NAMES, OTHER_TITLES};
use crate::korean::words::Gap;
use crate::lexicon::{self, Strength, TitleClass};
use crate::model::Confidence;
use crate::span::Span;

/// Companies by list and form, people by titles.
pub fn find(scan: &Scan) -> Vec<Found> {
    let mut companies = listed(scan);
    companies.extend(by_form(scan));
    let mut all = super::overlap::settle(companies);
    let people = people(scan, &all);
    all.extend(people);
    all
}

fn company(
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
            if word || (surface.strength == Strength::Weak && name.len() < 4) {
                break;
            }
            // The next capitalised word makes it another company's name: Samsung Heavy.
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

/// `span` with the corporate forms after it: Inc., Co., Ltd.
fn with_form(scan: &Scan, mut span: Span) -> Span {
    loop {
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
}

fn capital(scan: &Scan, i: usize) -> bool {
    scan.word(i).starts_with(char::is_uppercase)
}

/// Runs of capitalised words that end in a corporate form or in a word that firms end in.
fn by_form(scan: &Scan) -> Vec<Found> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < scan.words.len() {
        if !capital(scan, i) || NOT_NAMES.contains(&scan.word(i)) {
            i += 1;
            continue;
        }
        let mut last = i;
        while let Some(n) = scan.next(last) {
            if capital(scan, n) && n - i < 5 && !NOT_NAMES.contains(&scan.word(last)) {
                last = n;
            } else {
                break;
            }
        }
        for end in (i..=last).rev() {
            let word = scan.word(end).trim_end_matches("'s").trim_end_matches("’s");
            let span = Span::new(
                scan.words[i].span.from(),
                scan.words[end].span.from() + word.len(),
            );
            let formed = with_form(scan, span);
            let strong = formed != span || FORMS.contains(&word);
            if end > i && ENDS.contains(&word) || strong && (end > i || formed != span) {
                out.push(company(
                    formed,
                    None,
                    if strong {
                        Confidence::Sure
                    } else {
                        Confidence::Likely
                    },
                    "company-end",
                ));
                break;
            }
        }
        i = last + 1;
    }
    out
}

/// The title that begins at byte `at`: its length and class, case aside.
fn title_at(text: &str, at: usize) -> Option<(usize, TitleClass)> {
    let rest = &text[at..];
    let longest = |list: &[&str], class: TitleClass| {
        list.iter()
            .filter(|t| {
                rest.get(..t.len())
                    .is_some_and(|r| r.eq_ignore_ascii_case(t))
                    && !rest[t.len()..].starts_with(|c: char| c.is_alphanumeric())
            })
            .map(|t| (t.len(), class))
            .max_by_key(|t| t.0)
    };
    let found = [
        longest(EXECUTIVE_TITLES, TitleClass::Executive),
        longest(OTHER_TITLES, TitleClass::Other),
    ];
    found.into_iter().flatten().max_by_key(|t| t.0)
}

fn people(scan: &Scan, companies: &[Found]) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    let mut i = 0;
    while i < scan.words.len() {
        let word = scan.words[i].span;
        let Some((mut len, class)) = title_at(scan.text, word.from()) else {
            if let Some(found) =
                before_comma(scan, i, companies).or_else(|| famous(scan, i, companies))
            {
                i = scan.word_at(found.span.to()).max(i + 1);
                out.push(found);
            } else {
                i += 1;
            }
            continue;
        };
        // founder and CEO
        while let Some((more, _)) = scan.text[word.from() + len..]
            .strip_prefix(" and ")
            .and_then(|_| title_at(scan.text, word.from() + len + 5))
        {
            len += 5 + more;
        }
        let title = Span::new(word.from(), word.from() + len);
        let next = scan.word_at(title.to());
        i = next.max(i + 1);
        let honorific = scan.at(title).ends_with('.');
        let Some(name) = person_name(scan, next, companies) else {
            continue;
        };
        if scan.text[title.to()..name.from()].trim() != "" {
            continue;
        }
        let short = !scan.at(name).contains(' ');
        let mut person = Person {
            short,
            ..Person::default()
        };
        let mut span = name;
        if !honorific {
            person.title = Some(title);
            person.class = Some(class);
            span = Span::new(title.from(), name.to());
            if let Some(company) = company_just_before(scan, title.from(), companies) {
                person.companies.push(company);
            }
        }
        i = scan.word_at(name.to()).max(i);
        out.push(Found {
            span,
            name,
            what: What::Person(person),
            confidence: Confidence::Likely,
            rule: "title-name",
            evidence: vec![title],
        });
    }
    out
}

fn company_just_before(scan: &Scan, at: usize, companies: &[Found]) -> Option<Span> {
    let k = companies
        .partition_point(|f| f.span.to() <= at)
        .checked_sub(1)?;
    let company = companies[k].span;
    matches!(&scan.text[company.to()..at], " " | "'s " | "’s ").then_some(company)
}

/// One to four capitalised words that begin with word `i` and are no company.
fn person_name(scan: &Scan, i: usize, companies: &[Found]) -> Option<Span> {
    let part = |k: usize| {
        let w = scan.word(k);
        let free = super::chain::company_over(companies, scan.words[k].span.from()).is_none();
        let capital = w.starts_with(char::is_uppercase) && w.chars().any(char::is_lowercase);
        free && capital
            && !NOT_NAMES.contains(&w)
            && title_at(scan.text, scan.words[k].span.from()).is_none()
    };
    if i >= scan.words.len() || !part(i) {
        return None;
    }
    let mut last = i;
    while last - i < 3
        && scan
            .word(last)
            .chars()
            .all(|c| c.is_alphabetic() || c == '-')
    {
        let Some(n) = scan.next(last) else { break };
        let particle = matches!(
            scan.word(n),
            "de" | "van" | "von" | "der" | "al" | "bin" | "da" | "di"
        );
        if part(n) || particle && n + 1 < scan.words.len() && part(n + 1) {
            last = n;
        } else {
            break;
        }
    }
    let word = scan.word(last);
    let bare = word.trim_end_matches("'s").trim_end_matches("’s");
    Some(Span::new(
        scan.words[i].span.from(),
        scan.words[last].span.from() + bare.len(),
    ))
}

/// Tara Whitfield, a transport analyst at …; Astrid Halvorsen, chief executive of …
fn before_comma(scan: &Scan, i: usize, companies: &[Found]) -> Option<Found> {
    let name = person_name(scan, i, companies)?;
    if !scan.at(name).contains(' ') {
        return None;
    }
    let rest = scan.text[name.to()..].strip_prefix(", ")?;
    let clause_at = name.to() + 2;
    let clause = rest
        .split([',', '.', '\n', '"', '”', ';'])
        .next()
        .unwrap_or("");
    let mut at = 0;
    let mut hit = None;
    for word in clause.split(' ').take(14) {
        if let Some((_, class)) = title_at(scan.text, clause_at + at) {
            hit = Some(class);
            break;
        }
        at += word.len() + 1;
    }
    let class = hit?;
    let person = Person {
        class: Some(class),
        ..Person::default()
    };
    Some(Found {
        span: name,
        name,
        what: What::Person(person),
        confidence: Confidence::Likely,
        rule: "name-comma-title",
        evidence: vec![Span::new(clause_at, clause_at + clause.len())],
    })
}

/// A famous person without a title, or anyone whom a verb of saying follows.
fn famous(scan: &Scan, i: usize, companies: &[Found]) -> Option<Found> {
    let name = person_name(scan, i, companies)?;
    if !scan.at(name).contains(' ') {
        return None;
    }
    let listed = scan.options.gazetteer
        && lexicon::executives()
            .get(scan.at(name))
            .is_some_and(|v| lexicon::executive(v).famous);
    let says = [
        "said", "says", "told", "added", "asked", "wrote", "who", "argued", "replied",
    ];
    let after = scan
        .next(scan.word_at(name.to() - 1))
        .is_some_and(|n| says.contains(&scan.word(n)));
    let before =
        i > 0 && matches!(scan.words[i].gap, Gap::Space) && says.contains(&scan.word(i - 1));
    if !listed && !after && !before {
        return None;
    }
    let person = Person {
        famous: listed,
        ..Person::default()
    };
    let rule = if listed { "person-list" } else { "name-says" };
    Some(Found {
        span: name,
        name,
        what: What::Person(person),
        confidence: Confidence::Likely,
        rule,
        evidence: vec![name],
    })
}
