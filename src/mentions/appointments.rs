//! Lists of appointments: `◇ 상무 승진 ▲비서실장 김해솔 ▲박가람(가람전자)`.

use super::chain::{bracketed, company_over};
use super::scan::Scan;
use super::titles::title_in;
use super::{Found, Person, What};
use crate::korean::names::{korean_name, may_be_foreign, uncommon_name};
use crate::korean::words::Gap;
use crate::korean::words::is_letter;
use crate::lexicon::TitleClass;
use crate::model::Confidence;
use crate::span::Span;

const BULLETS: &[char] = &['▲', '△', '▶', '◆'];

/// Everyone in such lists. The rank before the first bullet of a line tells whether its people
/// are executives; it is no title of theirs.
pub fn find(scan: &Scan, companies: &[Found]) -> Vec<Found> {
    let mut out = Vec::new();
    let mut class = None;
    let mut line = usize::MAX;
    for i in 0..scan.words.len() {
        let Gap::Sign(sign) = scan.words[i].gap else {
            continue;
        };
        if !BULLETS.contains(&sign) {
            continue;
        }
        let at = scan.words[i].span.from();
        let begin = scan.text[..at].rfind('\n').map_or(0, |n| n + 1);
        if begin != line {
            line = begin;
            class = rank(&scan.text[begin..at]);
        }
        if let Some(class) = class
            && let Some(found) = item(scan, i, class, companies)
        {
            out.push(found);
        }
    }
    out
}

/// The rank that a line's heading names: ◇ 전무 승진.
fn rank(heading: &str) -> Option<TitleClass> {
    let words = heading
        .split(|c: char| !is_letter(c))
        .filter(|w| !w.is_empty());
    let ranks = words.filter_map(|w| title_in(w.trim_end_matches('급')).map(|t| t.class));
    let heading_mark = heading
        .trim_start()
        .starts_with(['◇', '◆', '■', '□', '○', '●', '<', '〈', '▶', '▲', '△']);
    let best = ranks.max_by_key(|c| *c == TitleClass::Executive);
    if heading_mark {
        best.or(heading.contains("임원").then_some(TitleClass::Executive))
    } else {
        None
    }
}

/// One item: a name, or an office and a name.
fn item(scan: &Scan, i: usize, class: TitleClass, companies: &[Found]) -> Option<Found> {
    let mut last = i;
    let mut title: Option<Span> = None;
    loop {
        let word = scan.words[last].span;
        let text = scan.word(last);
        let office = title_in(text).filter(|t| t.end == text.len());
        if office.is_some() {
            let mut to = word.to();
            if let Some((close, _)) = bracketed(scan, to) {
                to = close;
            }
            title = Some(Span::new(
                title.map_or(scan.words[i].span.from(), Span::from),
                to,
            ));
        } else if name(text) || title.is_none() && last > i && may_be_foreign(text) {
            break;
        }
        // The office may be closed by a bracket: 최고안전책임자(CSO) 김해솔.
        let next = last + 1;
        let closed = title.is_some_and(|t| t.to() > word.to());
        let follows = next < scan.words.len() && (scan.words[next].gap == Gap::Space || closed);
        let step = if closed {
            scan.word_at(title.map_or(0, Span::to))
        } else {
            next
        };
        if !follows
            || last - i > 5
            || step >= scan.words.len()
            || (title.is_none() && !may_be_foreign(text))
        {
            return None;
        }
        last = step;
    }
    let first = if title.is_some() { last } else { i };
    let mut end = scan.words[last].span.to();
    // A foreign name of more words.
    let mut k = last;
    while may_be_foreign(scan.word(k)) && korean_name(scan.word(k)).is_none() {
        let Some(n) = scan.next(k).filter(|&n| may_be_foreign(scan.word(n))) else {
            break;
        };
        k = n;
        end = scan.words[n].span.to();
    }
    let name = Span::new(scan.words[first].span.from(), end);
    if company_over(companies, name.from()).is_some_and(|c| c.contains(name)) {
        return None;
    }
    let mut span = Span::new(title.map_or(name.from(), Span::from), end);
    let mut person = Person {
        title,
        class: Some(class),
        ..Person::default()
    };
    if let Some((close, inner)) = bracketed(scan, end) {
        let company = companies
            .get(companies.partition_point(|f| f.span.from() <= end))
            .filter(|f| f.span.from() == end + 1 && f.span.to() == close - 1);
        if let Some(company) = company {
            person.companies.push(company.span);
        } else if inner
            .rsplit(' ')
            .next()
            .is_some_and(|w| title_in(w).is_some())
        {
            person.title = Some(Span::new(end + 1, close - 1));
            span = Span::new(span.from(), close);
        }
    }
    Some(Found {
        span,
        name,
        what: What::Person(person),
        confidence: Confidence::Sure,
        rule: "appointment-list",
        evidence: vec![name],
    })
}

/// In this place nearly any word with a surname is a name.
fn name(text: &str) -> bool {
    let count = text.chars().count();
    (2..=4).contains(&count) && (korean_name(text).is_some() || uncommon_name(text).is_some())
}
