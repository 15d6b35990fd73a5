//! People in English articles, by titles before and behind a name, verbs of saying and list.

use super::chain::company_over;
use super::english::{bare, capital, possessive};
use super::scan::Scan;
use super::{Found, Person, What};
use crate::english::{
    ENDS, EXECUTIVE_TITLES, FIRM_KINDS, FORMS, HOLDS, LEADS, LED_BY, NOT_NAMES, OTHER_TITLES,
    PLACES, PUBLIC_BODIES, SURNAMES,
};
use crate::korean::words::Gap;
use crate::lexicon::{self, TitleClass};
use crate::model::Confidence;
use crate::span::Span;
use std::sync::OnceLock;

/// The title that begins at byte `at`: its length and class, case aside.
#[inline(never)]
pub fn title_at(text: &str, at: usize) -> Option<(usize, TitleClass)> {
    let rest = &text[at..];
    let first = usize::from(rest.as_bytes().first()?.to_ascii_lowercase()).checked_sub(A)?;
    let titles = by_letter().get(first)?;
    let found = titles.iter().filter(|(title, _)| {
        let head = rest.get(..title.len());
        head.is_some_and(|r| r.eq_ignore_ascii_case(title))
            && !rest[title.len()..].starts_with(|c: char| c.is_alphanumeric())
    });
    let longest = found.max_by_key(|(title, _)| title.len())?;
    Some((longest.0.len(), longest.1))
}

const A: usize = b'a' as usize;

/// All titles by their first letter: they are asked for at every word.
fn by_letter() -> &'static [Vec<(&'static str, TitleClass)>; 26] {
    static TITLES: OnceLock<[Vec<(&str, TitleClass)>; 26]> = OnceLock::new();
    TITLES.get_or_init(|| {
        let mut all = [const { Vec::new() }; 26];
        let classes = [
            (EXECUTIVE_TITLES, TitleClass::Executive),
            (OTHER_TITLES, TitleClass::Other),
        ];
        for (titles, class) in classes {
            for title in titles {
                let letter = usize::from(title.as_bytes()[0].to_ascii_lowercase()) - A;
                all[letter].push((*title, class));
            }
        }
        all
    })
}

/// People by the titles beside them, by verbs of saying, by list.
pub fn people(scan: &Scan, companies: &[Found]) -> Vec<Found> {
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
        // Nothing but a space; PartnerInes holds the end of the title and the name's beginning.
        let between = scan.text.get(title.to()..name.from());
        // Its chief executive, Colm Sweeney, said
        let set_off = between == Some(", ")
            && scan.at(name).contains(' ')
            && scan.text[name.to()..].starts_with(',');
        if !set_off && between.is_none_or(|b| b.trim() != "" || b.contains('\n')) {
            continue;
        }
        let short = !scan.at(name).contains(' ');
        let mut person = Person {
            short,
            ..Person::default()
        };
        let mut span = name;
        // Of co-founders A, left, and B neither has the title to himself.
        let plural = scan.at(title).ends_with(['s', 'S']);
        let shared = plural && !scan.after(name).starts_with(" and ");
        if !honorific {
            // A title of staff may be another's: the chairman's secretary, …
            person.class = Some(class).filter(|c| !set_off || *c == TitleClass::Executive);
        }
        if !honorific && !set_off && !shared {
            person.title = Some(title);
            span = Span::new(title.from(), name.to());
            if let Some(company) = company_just_before(scan, title.from(), companies) {
                person.companies.push(company);
            }
        }
        i = scan.word_at(name.to()).max(i);
        out.push(titled(span, name, person, title));
        // Co-founders Seo Dong-won and Baek Ye-rin
        if plural
            && let Some(n) = scan
                .next(scan.word_at(name.to()))
                .filter(|_| scan.after(name).starts_with(" and "))
            && let Some(other) = person_name(scan, n, companies)
        {
            let person = Person {
                class: Some(class),
                ..Person::default()
            };
            i = scan.word_at(other.to()).max(i);
            out.push(titled(other, other, person, title));
        }
    }
    for f in &mut out {
        let leads = leads(scan, f.name);
        if let What::Person(person) = &mut f.what
            && person.class.is_none()
            && leads
        {
            person.class = Some(TitleClass::Executive);
        }
    }
    out
}

fn titled(span: Span, name: Span, person: Person, title: Span) -> Found {
    Found {
        span,
        name,
        what: What::Person(person),
        confidence: Confidence::Likely,
        rule: "title-name",
        evidence: vec![title],
    }
}

/// Whether the sentence says of a name that its bearer leads a firm: is now chief executive, heads research, led by.
fn leads(scan: &Scan, name: Span) -> bool {
    const REACH: usize = 12;
    let first = scan.word_at(name.from());
    if led_by(scan, first) {
        return true;
    }
    let mut at = scan.word_at(name.to() - 1);
    if scan.next(at).is_some_and(|n| LEADS.contains(&scan.word(n))) {
        return true;
    }
    for _ in 0..REACH {
        at = match scan.next(at) {
            Some(n) if !SAYS.contains(&scan.word(n)) => n,
            _ => return false,
        };
        if HOLDS.contains(&scan.word(at - 1))
            && let Some((_, class)) = title_at(scan.text, scan.words[at].span.from())
        {
            return class == TitleClass::Executive;
        }
    }
    false
}

/// The fund run by Ines Duarte; Corran, led by Ines Duarte; but no round led by a firm.
fn led_by(scan: &Scan, first: usize) -> bool {
    let Some(by) = scan
        .previous(first)
        .filter(|&p| matches!(scan.word(p), "by" | "with"))
    else {
        return false;
    };
    let Some(led) = scan
        .previous(by)
        .filter(|&p| LED_BY.contains(&scan.word(p)))
    else {
        return false;
    };
    // she co-founded with Ben Castellan
    if scan.word(by) == "with" {
        return scan.word(led) == "co-founded";
    }
    match scan.words[led].gap {
        Gap::Space => {
            led > 0 && (FIRM_KINDS.contains(&scan.word(led - 1)) || scan.word(led - 1) == "fund")
        }
        Gap::Sign(sign) => sign == ',',
        Gap::Start => false,
    }
}

/// Verbs of saying.
const SAYS: &[&str] = &[
    "said", "says", "told", "added", "asked", "wrote", "who", "argued", "replied", "warned",
    "noted",
];

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
        let free = company_over(companies, scan.words[k].span.from()).is_none();
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
    Some(Span::new(
        scan.words[i].span.from(),
        scan.words[last].span.from() + bare(scan.word(last)).len(),
    ))
}

/// Tara Whitfield, a transport analyst at …; Astrid Halvorsen, chief executive of …
fn before_comma(scan: &Scan, i: usize, companies: &[Found]) -> Option<Found> {
    let name = person_name(scan, i, companies)?;
    let rest = scan.text[name.to()..].strip_prefix(", ")?;
    let short = !scan.at(name).contains(' ');
    if short && !in_office(scan.after(name)) {
        return None;
    }
    let mut hit = leads_it(rest).then_some(TitleClass::Executive);
    let clause_at = name.to() + 2;
    let clause = rest
        .split([',', '.', '\n', '"', '”', ';'])
        .next()
        .unwrap_or("");
    let (mut at, mut before) = (0, "");
    for word in clause.split(' ').take(14) {
        // A former engineer who is now chief executive: the later office counts.
        let later = || matches!(before, "is" | "now");
        if (hit.is_none() || later())
            && let Some((_, class)) = title_at(scan.text, clause_at + at)
            && (hit.is_none() || class == TitleClass::Executive)
        {
            hit = Some(class);
        }
        // Head of a riders' union, of the union's local branch; chair of the Senate Banking Committee
        let owner = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"));
        let noun = owner.unwrap_or(word);
        let whole = word != "Board" && clause.ends_with(word);
        let body = |b: &&str| {
            noun.eq_ignore_ascii_case(b) && (whole || noun.starts_with(char::is_lowercase))
        };
        if hit == Some(TitleClass::Executive) && PUBLIC_BODIES.iter().any(body) {
            hit = Some(TitleClass::Other);
        }
        at += word.len() + 1;
        before = word;
    }
    let class = hit?;
    let person = Person {
        class: Some(class),
        short,
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

/// Who founded the chain, behind a name and a comma.
fn leads_it(clause: &str) -> bool {
    let verb = clause
        .strip_prefix("who ")
        .and_then(|r| r.split(' ').next());
    verb.is_some_and(|verb| LEADS.contains(&verb))
}

/// Whether `after`, behind a name, begins with an office that only a person holds: , Tidewell's chief executive
pub fn in_office(after: &str) -> bool {
    let clause = |r: &str| {
        let title = title_at(r, 0).map(|(len, _)| &r[..len]);
        title.is_some_and(|t| !["owner", "partner", "head"].contains(&t))
    };
    let Some(rest) = after.strip_prefix(", ") else {
        return false;
    };
    // The firm whose office it is has three words at most.
    let starts = rest.match_indices(' ').take(4).map(|(at, _)| at + 1);
    let of_firm = |at: &usize| *at == 4 && rest.starts_with("the ") || possessive(&rest[..at - 1]);
    clause(rest) || leads_it(rest) || starts.filter(of_firm).any(|at| clause(&rest[at..]))
}

/// Kwon Tae-il: a Korean family name and two syllables with a hyphen.
pub fn romanized(name: &str) -> bool {
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

/// Whether a word ends the names of firms, bodies and places.
fn ordinary(w: &str) -> bool {
    ENDS.contains(&w) || PUBLIC_BODIES.contains(&w) || PLACES.contains(&w) || FORMS.contains(&w)
}

/// Whether the article goes on to call `name` by its last word, as it does with people; firms keep the first.
fn family(scan: &Scan, name: Span) -> bool {
    let words = scan.at(name);
    let (Some((first, _)), Some((_, last))) = (words.split_once(' '), words.rsplit_once(' '))
    else {
        return false;
    };
    let word = scan.word_at(name.from());
    let free = |k: Option<usize>| {
        k.is_none_or(|k| {
            (!capital(scan, k) || NOT_NAMES.contains(&scan.word(k)))
                && !NO_FAMILY.contains(&scan.word(k))
        })
    };
    last.len() > 2
        && (scan.acts(last) && !scan.acts(first) || scan.in_office(last))
        && !ordinary(last)
        && !ordinary(first)
        && !first.ends_with("ing")
        && free(scan.previous(word))
        && scan
            .next(scan.word_at(name.to() - 1))
            .is_none_or(|n| !capital(scan, n))
}

/// Castellano, 51,
fn aged(scan: &Scan, name: Span) -> bool {
    let rest = scan.after(name).strip_prefix(", ").unwrap_or("");
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    digits == 2 && rest[digits..].starts_with(',')
}

/// Words that a family name does not follow.
const NO_FAMILY: &[&str] = &["the", "The", "a", "in", "In", "at", "of", "from", "to"];

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
    let says = |at: usize| {
        let next = scan.next(scan.word_at(at - 1));
        next.is_some_and(|n| SAYS.contains(&scan.word(n)))
    };
    // Tara Whitfield of Halden Securities warned, … of brokerage Halden Securities warned
    let firm = scan.after(name).strip_prefix(" of ").and_then(|rest| {
        let kind = rest
            .split(' ')
            .next()
            .filter(|word| FIRM_KINDS.contains(word));
        let at = name.to() + " of ".len() + kind.map_or(0, |word| word.len() + 1);
        company_over(companies, at)
    });
    let after = says(name.to()) || firm.is_some_and(|firm| says(firm.to()));
    // said Tara Whitfield, wrote Halden's Tara Whitfield
    let of = scan.previous(i).map(|p| scan.words[p].span);
    let of =
        of.and_then(|word| company_over(companies, word.from()).filter(|f| f.to() < word.to()));
    let first = of.map_or(i, |firm| scan.word_at(firm.from()));
    let before = scan
        .previous(first)
        .is_some_and(|p| SAYS.contains(&scan.word(p)));
    let korean = romanized(scan.at(name));
    let led = led_by(scan, i);
    // Theo Marsh, who left last year
    let place = i > 0 && matches!(scan.word(i - 1), "at" | "of" | "from" | "in");
    let person = scan.after(name).starts_with(", who ") || aged(scan, name);
    let last = scan.at(name).rsplit(' ').next();
    // The Fair Trade Commission said
    if last.is_some_and(|w| PUBLIC_BODIES.contains(&w)) {
        return None;
    }
    let body = last.is_some_and(ordinary);
    let after = after || person && !place && !body;
    if !listed && !after && !before && !korean && !led && !family(scan, name) {
        return None;
    }
    let person = Person {
        famous: listed,
        class: led.then_some(TitleClass::Executive),
        ..Person::default()
    };
    let rule = match (listed, after || before || !korean) {
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
