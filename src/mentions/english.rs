//! Companies and people in English articles.

use super::scan::Scan;
use super::{Found, Person, What};
use crate::english::{ENDS, EXECUTIVE_TITLES, FORMS, NOT_NAMES, OTHER_TITLES, PLACES, SURNAMES};
use crate::korean::words::Gap;
use crate::lexicon::{self, Strength, TitleClass};
use crate::model::Confidence;
use crate::span::Span;
use rustc_hash::FxHashMap;

/// Companies by list and form, people by titles.
pub fn find(scan: &Scan) -> Vec<Found> {
    let mut companies = listed(scan);
    companies.extend(by_form(scan));
    let mut all = super::overlap::settle(companies);
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
            // “Snow is the real regulator”: capital because a sentence begins.
            let opens = !matches!(scan.words[i].gap, Gap::Space);
            let ordinary = (surface.ambiguous || lexicon::is_ambiguous(name))
                && !["Apple", "Amazon", "Meta", "Oracle", "Intel"].contains(&name)
                && scan.count(name) < 2;
            if word || opens && ordinary || (surface.strength == Strength::Weak && name.len() < 4) {
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

/// Whether a word stands before a name without being part of it: Rival, Incheon-based.
fn before_names(word: &str) -> bool {
    let made = |end: &str| word.ends_with(end) && word.len() > end.len();
    NOT_NAMES.contains(&word)
        || matches!(
            word,
            "Rival" | "Former" | "Fellow" | "Competitor" | "Startup"
        )
        || ["-based", "-backed", "-listed", "-owned", "-led", "-born"]
            .iter()
            .any(|e| made(e))
}

fn possessive(word: &str) -> bool {
    word.ends_with("'s") || word.ends_with("’s")
}

/// Runs of capitalised words that end in a corporate form or in a word that firms end in.
fn by_form(scan: &Scan) -> Vec<Found> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < scan.words.len() {
        if !capital(scan, i) || before_names(scan.word(i)) {
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
            let word = scan.word(end).trim_end_matches("'s").trim_end_matches("’s");
            let span = Span::new(
                scan.words[i].span.from(),
                scan.words[end].span.from() + word.len(),
            );
            let formed = with_form(scan, dotted(scan, span, word));
            let strong = formed != span || FORMS.contains(&word);
            if end > i && ENDS.contains(&word) || strong && (end > i || formed != span) {
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
    let mut names: FxHashMap<&str, (Span, Option<lexicon::CompanyId>, bool)> = FxHashMap::default();
    for f in companies {
        let What::Company { listed, .. } = f.what else {
            continue;
        };
        let bare = bare_name(scan.at(f.name));
        names.entry(bare).or_insert((f.name, listed, false));
        let first = bare.split(' ').next().unwrap_or(bare);
        if first.len() < bare.len()
            && first.len() >= 4
            && !before_names(first)
            && !PLACES.contains(&first)
            && first.bytes().all(|b| b.is_ascii_alphabetic())
        {
            names.entry(first).or_insert((f.name, listed, true));
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
            let word = scan
                .word(last)
                .trim_end_matches("'s")
                .trim_end_matches("’s");
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
        let between = &scan.text[title.to()..name.from()];
        if between.trim() != "" || between.contains('\n') {
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

/// Kwon Tae-il: a Korean family name and two syllables with a hyphen.
fn romanized(name: &str) -> bool {
    let Some((family, given)) = name.split_once(' ') else {
        return false;
    };
    let mut parts = given.split('-');
    let given = match (parts.next(), parts.next(), parts.next()) {
        (Some(a), Some(b), None) => {
            a.starts_with(char::is_uppercase)
                && (2..=6).contains(&a.len())
                && (1..=6).contains(&b.len())
                && b.chars().all(char::is_lowercase)
        }
        _ => false,
    };
    given && SURNAMES.contains(&family)
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
    let korean = romanized(scan.at(name));
    if !listed && !after && !before && !korean {
        return None;
    }
    let person = Person {
        famous: listed,
        ..Person::default()
    };
    let rule = match (listed, after || before) {
        (true, _) => "person-list",
        (false, true) => "name-says",
        (false, false) => "name-romanized",
    };
    Some(Found {
        span: name,
        name,
        what: What::Person(person),
        confidence: Confidence::Likely,
        rule,
        evidence: vec![name],
    })
}
