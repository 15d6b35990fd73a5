//! Lists of appointments: `◇ 상무 승진 ▲비서실장 김해솔 ▲박가람(가람전자)`, `상무 : 김해솔, 박가람`, `▲상무 김해솔 박가람`.

use super::chain::company_over;
use super::scan::Scan;
use super::title_run::bracketed;
use super::titles::{ends_in_title, title_in};
use super::{Found, Person, What};
use crate::korean::names::{foreign_score, foreign_sounds, is_hangul, korean_name, may_be_foreign};
use crate::korean::offices::{department, institution};
use crate::korean::words::Gap;
use crate::lexicon::{self, TitleClass};
use crate::model::Confidence;
use crate::span::Span;

const BULLETS: &[char] = &['▲', '△', '▶', '▷', '◆'];
const HEADINGS: &[char] = &['◇', '◆', '■', '□', '○', '●', '〈', '<', '《', '['];

/// What happens to those who are listed.
const MOVES: &[&str] = &["승진", "내정", "선임", "신규", "전보", "위촉"];

/// What the last heading said.
#[derive(Default)]
struct Heading {
    /// The rank that people below it are given.
    class: Option<TitleClass>,
    /// A ministry, an association: nobody below is an executive.
    public: bool,
    /// Below a heading, until a line without bullets.
    open: bool,
}

/// Everyone in such lists. The rank of a heading tells whether its people are executives; it is
/// no title of theirs.
pub fn find(scan: &Scan, companies: &[Found]) -> Vec<Found> {
    let mut out = Vec::new();
    let mut heading = Heading::default();
    let mut colon = false;
    for i in 0..scan.words.len() {
        let from = scan.words[i].span.from();
        // A colon is one of its line.
        colon = colon && !scan.text[scan.words[i - 1].span.to()..from].contains('\n');
        let Gap::Sign(sign) = scan.words[i].gap else {
            continue;
        };
        if sign == ':'
            && !colon
            && let Some(class) = rank_line(scan, i)
        {
            heading.class = Some(class);
            colon = true;
        }
        if BULLETS.contains(&sign) || HEADINGS.contains(&sign) {
            let row = row(scan, i, &heading);
            if !row.is_empty() {
                heading.open = true;
                out.extend(row);
                continue;
            }
        }
        let listed = colon && matches!(sign, ':' | ',' | '·') || BULLETS.contains(&sign);
        if listed
            && (heading.open || colon || heading.class.is_some())
            && let Some(found) = item(scan, i, &heading, companies)
        {
            out.push(found);
            continue;
        }
        if HEADINGS.contains(&sign) || BULLETS.contains(&sign) {
            enter(scan, i, sign, &mut heading);
        }
    }
    out
}

/// Takes in what the heading at word `i` says: ◇ 전무 승진, ■ 가람전자, 〈상무〉.
#[inline(never)]
fn enter(scan: &Scan, i: usize, sign: char, heading: &mut Heading) {
    let words = phrase(scan, i, ITEM);
    let ranks = words
        .iter()
        .filter_map(|&k| title_in(scan.word(k).trim_end_matches('급')).map(|t| t.class));
    let rank = ranks.max_by_key(|c| *c == TitleClass::Executive);
    let officers = words.iter().any(|&k| scan.word(k).starts_with("임원"));
    let rank = rank.or(officers.then_some(TitleClass::Executive));
    let bullet = BULLETS.contains(&sign) && sign != '◆';
    if bullet && rank.is_none() {
        return;
    }
    let body = words.iter().map(|&k| scan.word(k)).find(|w| public_body(w));
    if matches!(sign, '◇' | '◆' | '■' | '□') {
        heading.public = body.is_some() || heading.public && rank.is_some();
    }
    heading.class = rank;
    heading.open = true;
}

fn public_body(word: &str) -> bool {
    const ENDS: &[&str] = &[
        "부",
        "처",
        "청",
        "원",
        "위원회",
        "진흥원",
        "연구소",
        "공단",
        "시",
        "도",
    ];
    institution(word) || word.chars().count() >= 3 && ENDS.iter().any(|e| word.ends_with(e))
}

/// The rank that stands before the colon at word `i`: 상무 : 김해솔, 대표이사 내정 : 김해솔.
#[inline(never)]
fn rank_line(scan: &Scan, i: usize) -> Option<TitleClass> {
    let line = scan.text[..scan.words[i].span.from()]
        .rfind('\n')
        .map_or(0, |n| n + 1);
    let mut class = None;
    for k in (0..i).rev() {
        if scan.words[k].span.from() < line {
            break;
        }
        let text = scan.word(k);
        let title = title_in(text).filter(|t| t.start == 0 && t.end == text.len());
        if title.is_none() && !MOVES.contains(&text) {
            return None;
        }
        class = title.map(|t| t.class).or(class);
    }
    class
}

/// Words of one item, and of a row of people, at most.
const ITEM: usize = 7;
const ROW: usize = 32;

/// The words from `i` on that only spaces part, at most `most`.
fn phrase(scan: &Scan, i: usize, most: usize) -> Vec<usize> {
    let mut out = vec![i];
    let mut last = i;
    while out.len() < most {
        // An office may be closed by a bracket: 최고안전책임자(CSO) 김해솔.
        let after = match bracketed(scan, scan.words[last].span.to()) {
            Some((close, inner)) if ends_in_title(scan.word(last)) && inner.len() < 24 => {
                let k = scan.word_at(close);
                (k < scan.words.len() && scan.text[close..].starts_with(' ')).then_some(k)
            }
            _ => scan.next(last),
        };
        match after {
            Some(k)
                if !scan.text[scan.words[last].span.to()..scan.words[k].span.from()]
                    .contains('\n') =>
            {
                out.push(k);
                last = k;
            }
            _ => break,
        }
    }
    out
}

/// Several people behind one rank: 상무 김해솔 박가람. To the first alone it stands beside the name.
fn row(scan: &Scan, i: usize, heading: &Heading) -> Vec<Found> {
    let mut words = phrase(scan, i, ROW);
    let rank = |&k: &usize| scan.title(k).is_some_and(|t| t.end == scan.word(k).len());
    let ranks = words.iter().take_while(|k| rank(k)).count();
    let moves = |&k: &usize| MOVES.contains(&scan.word(k));
    let moved = words[ranks..].iter().take_while(|k| moves(k)).count();
    let people = words.split_off(ranks + moved);
    let Some(people) = apart(scan, &people).filter(|all| ranks > 0 && all.len() > 1) else {
        return Vec::new();
    };
    let class = words[..ranks]
        .iter()
        .filter_map(|&k| scan.title(k).map(|t| t.class))
        .max_by_key(|c| *c == TitleClass::Executive)
        .map(|c| match c {
            TitleClass::Executive if heading.public => TitleClass::Association,
            other => other,
        });
    let office = Span::new(
        scan.words[words[0]].span.from(),
        scan.words[words[ranks - 1]].span.to(),
    );
    let person = |(n, name): (usize, Span)| {
        let title = Some(office).filter(|_| n == 0 && moved == 0);
        Found {
            span: title.map_or(name, |t| Span::new(t.from(), name.to())),
            name,
            what: What::Person(Person {
                title,
                class,
                ..Person::default()
            }),
            confidence: Confidence::Sure,
            rule: "appointment-list",
            evidence: vec![office],
        }
    };
    people.into_iter().enumerate().map(person).collect()
}

/// These words as names, Korean ones of a word and foreign ones of several; `None` where they are not all names.
fn apart(scan: &Scan, words: &[usize]) -> Option<Vec<Span>> {
    let own = |w: &str| korean(w) && !MOVES.contains(&w);
    let good = |w: &str| own(w) && (!may_be_foreign(w) || korean_name(w).is_some_and(|v| v >= 0));
    let part = |w: &str| w.chars().count() == 1 && w.chars().all(is_hangul) || may_be_foreign(w);
    let mut out = Vec::new();
    let mut i = 0;
    while i < words.len() {
        let text = |k: usize| scan.word(words[k]);
        let mut last = i;
        while !good(text(last)) && last + 1 < words.len() && last < i + 2 {
            if !part(text(last)) || !part(text(last + 1)) || good(text(last + 1)) {
                break;
            }
            last += 1;
        }
        if last == i && !own(text(i)) {
            return None;
        }
        let (first, end) = (scan.words[words[i]].span, scan.words[words[last]].span);
        out.push(Span::new(first.from(), end.to()));
        i = last + 1;
    }
    // 상무 승진자 명단 공개: of words like names at least half are better ones.
    let likely = |&&name: &&Span| {
        scan.at(name).contains(' ') || korean_name(scan.at(name)).is_some_and(|v| v >= -8)
    };
    (2 * out.iter().filter(likely).count() >= out.len()).then_some(out)
}

/// One item: a name, an office and a name, or a name and an office.
fn item(scan: &Scan, i: usize, heading: &Heading, companies: &[Found]) -> Option<Found> {
    let words = phrase(scan, i, ITEM);
    let word = |k: usize| scan.word(words[k]);
    let office = (0..words.len())
        .rev()
        .find(|&k| ends_in_title(word(k)) || k == 0 && words.len() > 1 && heads(word(0)));
    let mut given = heading.class;
    let (name, title) = match office {
        // 김해솔 홍보팀장
        Some(t) if t + 1 == words.len() => {
            let rest = words[1..].iter().all(|&k| {
                let text = scan.word(k);
                department(text) || ends_in_title(text)
            });
            if t == 0 || !rest || !korean(word(0)) {
                return None;
            }
            (0..1, Some(1..words.len()))
        }
        // 대표이사 사장 내정 김해솔: what parts the two leaves the office outside.
        Some(t) if t + 2 < words.len() && MOVES.contains(&word(t + 1)) => {
            given = title_in(word(t)).map(|t| t.class);
            (t + 2..words.len(), None)
        }
        Some(t) => (t + 1..words.len(), Some(0..t + 1)),
        // 인사부 김해솔
        None if words.len() == 2 && department(word(0)) => (1..2, None),
        None => (0..words.len(), None),
    };
    if !names(scan, &words[name.clone()]) || title.is_none() && given.is_none() {
        return None;
    }
    let span_of = |r: &std::ops::Range<usize>| {
        let (first, last) = (
            scan.words[words[r.start]].span,
            scan.words[words[r.end - 1]].span,
        );
        Span::new(first.from(), last.to())
    };
    let name_span = span_of(&name);
    if companies_hold(companies, name_span) {
        return None;
    }
    let mut title_span = title.as_ref().map(span_of);
    if let Some(t) = &mut title_span
        && let Some((close, _)) = bracketed(scan, t.to())
        && ends_in_title(scan.word(scan.word_at(t.to() - 1)))
    {
        t.end = close as u32;
    }
    let own = title.map(|t| title_in(word(t.end - 1)).map_or(TitleClass::Official, |t| t.class));
    let mut class = given.or(own)?;
    if heading.public && class == TitleClass::Executive {
        class = TitleClass::Association;
    }
    let mut span = title_span.map_or(name_span, |t| {
        Span::new(t.from().min(name_span.from()), t.to().max(name_span.to()))
    });
    let mut person = Person {
        title: title_span,
        class: Some(class),
        ..Person::default()
    };
    if let Some((close, inner)) = bracketed(scan, name_span.to()) {
        let at = companies.partition_point(|f| f.span.to() <= name_span.to());
        let company = companies
            .get(at)
            .filter(|f| f.span.from() == name_span.to() + 1 && f.span.to() == close - 1);
        if let Some(company) = company {
            person.companies.push(company.span);
        } else if title_span.is_none() && ends_in_title(inner.rsplit(' ').next().unwrap_or("")) {
            person.title = Some(Span::new(name_span.to() + 1, close - 1));
            span.end = close as u32;
        }
    }
    Some(Found {
        span,
        name: name_span,
        what: What::Person(person),
        confidence: Confidence::Sure,
        rule: "appointment-list",
        evidence: vec![name_span],
    })
}

fn companies_hold(companies: &[Found], name: Span) -> bool {
    company_over(companies, name.from()).is_some_and(|c| c.contains(name))
}

/// 심판장, 정책관, 협력담당관: an office by its last syllable, before a name.
fn heads(word: &str) -> bool {
    word.chars().count() >= 3
        && ["장", "관", "역", "총괄", "담당"]
            .iter()
            .any(|e| word.ends_with(e))
}

/// In this place nearly any word with a surname is a name.
fn korean(text: &str) -> bool {
    (2..=4).contains(&text.chars().count())
        && text.chars().all(is_hangul)
        && lexicon::surname(text).is_some_and(|(len, _)| len < text.len())
        && !ends_in_title(text)
        && !department(text)
}

/// Whether these words are one name: a Korean one, or a foreign one of one to three words.
fn names(scan: &Scan, words: &[usize]) -> bool {
    let text = |k: usize| scan.word(words[k]);
    match words.len() {
        1 => korean(text(0)) || may_be_foreign(text(0)) && text(0).chars().count() >= 3,
        2 | 3 => {
            let short = |w: &str| w.chars().count() == 1 && w.chars().all(is_hangul);
            let loose = |w: &str| foreign_sounds(w) && foreign_score(w) > -25;
            (0..words.len()).any(|k| may_be_foreign(text(k)) && text(k).chars().count() > 1)
                && (0..words.len()).all(|k| loose(text(k)) || short(text(k)))
                && !(0..words.len()).all(|k| korean_name(text(k)).is_some_and(|v| v >= 0))
        }
        _ => false,
    }
}
