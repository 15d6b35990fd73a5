//! People without a title beside them: 김해솔 씨, 김해솔(54), 배우 김해솔, 이재용.

use super::chain::company_over;
use super::cues::Cue;
use super::names::foreign_part;
use super::scan::Scan;
use super::title_run::bracketed;
use super::{Found, Person, What};
use crate::korean::callings::KIN;
use crate::korean::names::{foreign_score, is_surname, korean_name, may_be_foreign, uncommon_name};
use crate::korean::particles::{follows, stems};
use crate::korean::words::Gap;
use crate::lexicon;
use crate::model::Confidence;
use crate::span::Span;
use crate::table::{Ends, ends};

/// Words after a name that say a person is meant: 김해솔 씨.
pub static HONORIFICS: Ends = ends!["씨", "님", "여사", "군", "양", "옹", "할머니", "할아버지"];

/// A name without a title: before 씨 or an age, after an occupation, before a firm in brackets.
pub fn plain(scan: &Scan, i: usize, companies: &[Found]) -> Option<Found> {
    let word = scan.words[i].span;
    let beside = |k: Option<usize>, cue| k.is_some_and(|k| scan.cue(k, cue));
    let honoured = scan.cue(i, Cue::Honorific) || beside(scan.next(i), Cue::Honorific);
    let called = beside(scan.previous(i), Cue::Calling);
    let bracket = scan.opens_bracket(i);
    if !(honoured || called || bracket) || company_over(companies, word.from()).is_some() {
        return None;
    }
    honorific(scan, i, companies)
        .or_else(|| bracket.then(|| aged(scan, i, companies)).flatten())
        .or_else(|| called.then(|| calling(scan, i, companies)).flatten())
        .or_else(|| bracket.then(|| from_firm(scan, i, companies)).flatten())
}

#[inline(never)]
fn person(name: Span, short: bool, rule: &'static str, evidence: Span) -> Found {
    Found {
        span: name,
        name,
        what: What::Person(Person {
            short,
            ..Person::default()
        }),
        confidence: Confidence::Likely,
        rule,
        evidence: vec![evidence],
    }
}

/// 김해솔씨는, 김해솔 씨는, 박 씨는, 박씨는, 사토 미나씨는.
#[inline(never)]
fn honorific(scan: &Scan, i: usize, companies: &[Found]) -> Option<Found> {
    let word = scan.words[i].span;
    let text = scan.word(i);
    let next = scan
        .next(i)
        .filter(|&n| scan.stems(n).any(|s| HONORIFICS.has(s)));
    if next.is_none() && !scan.cue(i, Cue::Honorific) {
        return None;
    }
    for honorific in HONORIFICS.all() {
        let glued = stems(text).find_map(|s| s.strip_suffix(honorific));
        let apart = next
            .filter(|&n| stems(scan.word(n)).any(|s| s == *honorific))
            .map(|_| text);
        let Some(name) = glued.or(apart) else {
            continue;
        };
        // 같은 이씨인, 두 변씨: a family, nobody of it.
        let family = scan.word_at(word.to()) > i
            && scan
                .previous(i)
                .is_some_and(|p| ["같은", "두", "세", "양"].contains(&scan.word(p)));
        // 김 모 씨
        let unnamed = name == "모" && scan.previous(i).is_some_and(|p| is_surname(scan.word(p)));
        let short = is_surname(name) && !family && !unnamed;
        // 장기요양, 말씀하신 님: weak where the syllable ends many words.
        let floor = match (*honorific, glued) {
            ("군" | "양" | "님", Some(_)) => 2,
            (_, Some(_)) if name.chars().count() == 2 => 0,
            _ => -18,
        };
        // 김슬옹은: the syllable is the name's own.
        let own = glued.is_some() && *honorific != "씨" && name.chars().count() == 2;
        let clause = name.ends_with(['는', '며', '면', '을', '를', '고']);
        let whole = !nobody(name)
            && !clause
            && !own
            && name.chars().count() >= 2
            && korean_name(name).is_some_and(|v| v >= floor);
        let span = Span::new(word.from(), word.from() + name.len());
        if short && matches!(*honorific, "씨" | "옹" | "여사" | "할머니" | "할아버지") || whole
        {
            return Some(person(span, short && !whole, "name-honorific", span));
        }
        if *honorific == "씨"
            && let Some(from) = foreign_from(scan, i, name, companies)
        {
            let span = Span::new(from, span.to());
            return Some(person(span, false, "name-honorific", span));
        }
    }
    None
}

/// Whether 씨 or a title follows a surname or a given name: 박씨, 박 교수, 다래 씨. Else it is a word like any other.
pub fn addressed(scan: &Scan, name: Span) -> bool {
    let tail = scan.tail(name.to());
    let word = scan.word_at(name.from());
    let next = scan.next(word).filter(|_| tail.is_empty());
    let honorific = |w: &str| w.strip_prefix('씨').is_some_and(|rest| follows("씨", rest));
    honorific(tail) || next.is_some_and(|n| honorific(scan.word(n)) || scan.title(n).is_some())
}

/// Where a foreign name of two words begins whose last is `name` in word `i`.
fn foreign_from(scan: &Scan, i: usize, name: &str, companies: &[Found]) -> Option<usize> {
    let p = scan.previous(i)?;
    let first = foreign_part(scan, p, companies) && scan.word(p).chars().count() >= 2;
    let last = name.chars().count() >= 2 && foreign_score(name) >= 0;
    (first && last).then(|| scan.words[p].span.from())
}

/// 김모씨: a surname and somebody.
fn nobody(name: &str) -> bool {
    name.strip_suffix('모').is_some_and(is_surname)
}

/// 김해솔(54)은
#[inline(never)]
fn aged(scan: &Scan, i: usize, companies: &[Found]) -> Option<Found> {
    let word = scan.words[i].span;
    let text = scan.word(i);
    let (_, inner) = bracketed(scan, word.to())?;
    let age = inner.trim_end_matches('세');
    if !(1..=2).contains(&age.len()) || !age.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let floor = if text.chars().count() == 2 { -10 } else { -18 };
    if nobody(text) {
        return None;
    }
    if korean_name(text)
        .or_else(|| uncommon_name(text))
        .is_some_and(|v| v >= floor)
    {
        return Some(person(word, false, "name-age", word));
    }
    let from = foreign_from(scan, i, text, companies)?;
    let span = Span::new(from, word.to());
    Some(person(span, false, "name-age", span))
}

/// 배우 김해솔은, 딸 엘레니가, 창업자인 김해솔은, 골퍼 앤 소피 할그렌이: word `i` behind such a word.
#[inline(never)]
fn calling(scan: &Scan, i: usize, companies: &[Found]) -> Option<Found> {
    let p = scan.previous(i)?;
    let cue = scan.word(p);
    let kin = KIN.has(cue.strip_suffix('인').unwrap_or(cue));
    let word = scan.words[i].span;
    let text = scan.word(i);
    let evidence = scan.words[p].span;
    // Behind the name the next title would make it its own; that is another rule's.
    let next_titled = |k: usize| scan.next(k).is_some_and(|n| scan.title(n).is_some());
    let korean = scan.stems(i).find(|s| {
        s.chars().count() >= 3
            && follows(s, &text[s.len()..])
            && korean_name(s)
                .or_else(|| uncommon_name(s))
                .is_some_and(|v| v >= -10)
    });
    if let Some(name) = korean {
        let span = Span::new(word.from(), word.from() + name.len());
        return (!next_titled(i)).then(|| person(span, false, "name-calling", evidence));
    }
    // One to three foreign words, the last with its particle.
    let mut last = i;
    let single = |w: &str| w.chars().count() == 1 && is_surname(w);
    while last - i < 2
        && (foreign_part(scan, last, companies) || single(scan.word(last)))
        && let Some(n) = scan.next(last)
        && scan.title(n).is_none()
    {
        let noun = scan.noun_at(n);
        if noun.chars().count() < 2 && !single(noun) || !(may_be_foreign(noun) || single(noun)) {
            break;
        }
        last = n;
        if noun.len() < scan.word(n).len() {
            break;
        }
    }
    let noun = scan.noun(scan.word(last));
    let closed = noun.len() < scan.word(last).len()
        || last + 1 >= scan.words.len()
        || scan.words[last + 1].gap != Gap::Space;
    let strong = if last == i {
        noun.chars().count() >= 3 && foreign_score(noun) >= if kin { 8 } else { 20 }
    } else {
        foreign_score(text) + foreign_score(noun) >= 10
    };
    let known = lexicon::is_common_word(noun) || lexicon::others().get(noun).is_some();
    (closed && strong && !known && may_be_foreign(scan.word(i).get(..noun.len()).unwrap_or(text)))
        .then(|| {
            let span = Span::new(word.from(), scan.words[last].span.from() + noun.len());
            person(span, false, "name-calling", evidence)
        })
}

/// ▶ 김해솔(가람증권): 질문 있습니다.
#[inline(never)]
fn from_firm(scan: &Scan, i: usize, companies: &[Found]) -> Option<Found> {
    let word = scan.words[i].span;
    let text = scan.word(i);
    let (close, _) = bracketed(scan, word.to())?;
    let at = companies.partition_point(|f| f.span.to() <= word.to());
    let company = companies
        .get(at)
        .filter(|f| f.span.from() == word.to() + 1 && f.span.to() == close - 1)?;
    let opens = |k: usize| match scan.words[k].gap {
        Gap::Start => true,
        Gap::Sign(c) => "▶▷▲△●○■-·,".contains(c),
        Gap::Space => false,
    };
    if opens(i) && text.chars().count() == 3 && korean_name(text).is_some_and(|v| v >= -10) {
        return Some(person(word, false, "name-firm", company.span));
    }
    let p = scan.previous(i).filter(|&p| opens(p))?;
    let from = foreign_from(scan, i, text, companies)?;
    debug_assert_eq!(from, scan.words[p].span.from());
    Some(person(
        Span::new(from, word.to()),
        false,
        "name-firm",
        company.span,
    ))
}

/// A famous name without a title: 이재용, 일론 머스크.
pub fn listed(scan: &Scan, i: usize, companies: &[Found]) -> Option<Found> {
    if !scan.options.gazetteer {
        return None;
    }
    let from = scan.words[i].span.from();
    for (len, value) in lexicon::executives().prefixes(&scan.text[from..]) {
        let person = lexicon::executive(value);
        let end = from + len;
        let last = scan.word_at(end - 1);
        if !person.famous
            || person.aliases_only
            || last >= scan.words.len()
            || company_over(companies, from).is_some()
        {
            continue;
        }
        let name = &scan.text[from..end];
        // One word of a foreign name, or two syllables, is not enough.
        if !name.contains(' ')
            && (person.foreign && name.chars().count() < 4 || name.chars().count() < 3)
        {
            continue;
        }
        if follows(name, scan.tail(end)) {
            let span = Span::new(from, end);
            let person = Person {
                famous: true,
                ..Person::default()
            };
            return Some(Found {
                span,
                name: span,
                what: What::Person(person),
                confidence: Confidence::Likely,
                rule: "person-list",
                evidence: vec![span],
            });
        }
    }
    None
}
