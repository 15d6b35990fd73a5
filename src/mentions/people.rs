//! People by their titles, and the unknown companies that their titles name.

use super::affiliation::{
    Organization, before_name, company_before, organization, public_office, split_affiliation,
};
use super::chain::{Chain, before_title, company_over};
use super::foreign;
use super::forms::{bare_end, firm_like};
use super::names::foreign_part;
use super::roles::given;
use super::scan::Scan;
use super::title_run::{TitleRun, title_run};
use super::titles::{ends_in_title, reporter};
use super::untitled::{listed, plain};
use super::{Found, Person, What};
use crate::korean::companies::PERSONAL_NAMES;
use crate::korean::foreign::SYLLABLES;
use crate::korean::names::{foreign_score, foreign_sounds, korean_name, may_be_foreign};
use crate::korean::offices::{department, looks_like_clause};
use crate::korean::particles::{follows, stems};
use crate::korean::words::{Gap, Word};
use crate::korean::works::EVENTS;
use crate::lexicon::{self, TitleClass};
use crate::map::Set;
use crate::model::Confidence;
use crate::span::Span;
use std::ops::Range;

/// The titles of an article.
pub struct Titles<'a> {
    /// The words that a run begins with, and the runs.
    runs: Vec<(usize, TitleRun)>,
    /// For each word whether the name of a listed person begins with it.
    listed: Vec<bool>,
    /// Words that stand alone before a title somewhere.
    pub addressed: Set<&'a str>,
}

impl<'a> Titles<'a> {
    pub fn new(scan: &Scan<'a>) -> Self {
        let run = |t: usize| Some((t, title_run(scan, t)?));
        let runs: Vec<_> = (0..scan.words.len()).filter_map(run).collect();
        let listed = |word: &Word| {
            scan.options.gazetteer && {
                let text = &scan.text[word.span.from()..];
                lexicon::executives().longest(text).is_some()
            }
        };
        Titles {
            addressed: addressed(scan, &runs),
            listed: scan.words.iter().map(listed).collect(),
            runs,
        }
    }
}

/// Everyone of a block whom a title names or who stands without one, and the companies that these titles bring to light.
#[derive(Default)]
pub struct People {
    pub people: Vec<Found>,
    pub companies: Vec<Found>,
}

/// Where companies are: their marks and their names.
pub fn places(companies: &[Found]) -> Vec<(Span, Span)> {
    companies.iter().map(|f| (f.span, f.name)).collect()
}

/// Fills `found` with the people of each block. Nothing that stands in another block tells who they are: what was found
/// already, with companies at the places `before`, stays in blocks that still have these.
pub fn find(
    scan: &Scan,
    companies: &[Found],
    titles: &Titles,
    before: &[(Span, Span)],
    found: &mut Vec<People>,
) {
    let now = places(companies);
    let known = found.len();
    found.resize_with(scan.blocks().count(), People::default);
    for (k, words) in scan.blocks().enumerate() {
        let (first, last) = (scan.words[words.start].span, scan.words[words.end - 1].span);
        let inside = |all: &[(Span, Span)]| {
            let from = all.partition_point(|(span, _)| span.end <= first.start);
            from..all.partition_point(|(span, _)| span.start < last.end)
        };
        if k >= known || now[inside(&now)] != before[inside(before)] {
            found[k] = find_in(scan, words, companies, titles);
        }
    }
}

fn find_in(scan: &Scan, words: Range<usize>, companies: &[Found], titles: &Titles) -> People {
    let (mut people, mut more) = (Vec::new(), Vec::new());
    let addressed = &titles.addressed;
    let mut t = words.start;
    let first = titles.runs.partition_point(|(at, _)| *at < t);
    let mut runs = titles.runs[first..].iter().peekable();
    while t < words.end {
        while runs.next_if(|(at, _)| *at < t).is_some() {}
        let Some((_, run)) = runs.next_if(|(at, _)| *at == t) else {
            let known = titles.listed[t]
                .then(|| listed(scan, t, companies))
                .flatten();
            people.extend(known.or_else(|| plain(scan, t, companies)));
            t += 1;
            continue;
        };
        if let Some(person) = given_office(scan, run, companies) {
            people.push(person);
            t = run.last_word.max(t) + 1;
            continue;
        }
        let korean = before_title(scan, run, companies);
        // 이고르 벨스키 회장: a Korean reading of a foreign name gives way to the longer one.
        let korean = match korean {
            Some(chain) if foreign::doubts(scan, &chain, companies, addressed) => {
                foreign::before_title(scan, run, companies, addressed)
                    .filter(|other| scan.at(other.name).contains(' '))
                    .or(Some(chain))
            }
            other => other,
        };
        // 나루핀 사장 두성호: a Korean name behind the title before a foreign-looking one in front.
        if korean.is_none()
            && run.bare
            && let Some(person) = after_title(scan, run, companies)
        {
            people.push(person);
            t = run.last_word.max(t) + 1;
            continue;
        }
        if let Some(chain) =
            korean.or_else(|| foreign::before_title(scan, run, companies, addressed))
        {
            if reporter(scan.at(Span::new(run.core, run.span.to()))) {
                t = run.last_word.max(t) + 1;
                continue;
            }
            // The last title wins over an earlier one that it contains.
            if people
                .last()
                .is_some_and(|p: &Found| p.span.overlaps(chain.span) && p.span != chain.span)
            {
                people.pop();
            }
            let (person, company) = from_chain(scan, chain, companies);
            more.extend(company);
            people.push(person);
        }
        t = run.last_word.max(t) + 1;
    }
    People {
        people,
        companies: more,
    }
}

/// Words that stand alone before a title somewhere, as a family name does: 코발치크 CMO는.
fn addressed<'a>(scan: &Scan<'a>, runs: &[(usize, TitleRun)]) -> Set<&'a str> {
    let alone = |k: usize| match scan.previous(k) {
        None => true,
        Some(p) => looks_like_clause(scan.word(p)) || scan.particled(p),
    };
    runs.iter()
        .map(|(_, run)| run)
        .filter(|run| !run.fused)
        .filter_map(|run| scan.previous(run.first_word))
        .filter(|&k| alone(k) && foreign_sounds(scan.word(k)))
        .map(|k| scan.word(k))
        .collect()
}

fn from_chain(scan: &Scan, chain: Chain, known: &[Found]) -> (Found, Option<Found>) {
    let mut person = Person {
        title: Some(chain.title),
        class: Some(chain.class),
        companies: chain.companies,
        short: chain.short,
        ..Person::default()
    };
    let mut company = None;
    if let Some(unknown) = chain.unknown {
        let (affiliation, department_from) = split_affiliation(scan, unknown);
        if let Some(from) = department_from {
            person.title = Some(Span::new(from, chain.title.to()));
        }
        if let Some(name) = affiliation {
            let kind = organization(scan.at(name), scan.at(chain.title));
            let firm = match chain.class {
                TitleClass::Executive => kind == Organization::Unknown,
                TitleClass::Analyst | TitleClass::Staff => kind == Organization::Unknown,
                _ => false,
            };
            let text = scan.at(name);
            let listed_other = lexicon::others().get(text).is_some();
            // 음식점 대표, 종교단체 회장: a kind of house, no house.
            let last = text.rsplit(' ').next().unwrap_or(text);
            let sort = last == "당시"
                || lexicon::is_entry(last) && !bare_end(last) && scan.count(last) < 2;
            // 걸 느낀 이 팀장: several words are a firm only when their end says so.
            let loose =
                last.len() < text.len() && !chain.foreign && !firm_like(last) && !bare_end(last);
            if firm && !listed_other && !sort && !loose {
                person.companies.push(name);
                company = Some(Found {
                    span: super::listed::form_marker(scan, name),
                    name,
                    what: What::Company {
                        listed: None,
                        stands_for: None,
                    },
                    confidence: Confidence::Likely,
                    rule: "name-company-title",
                    evidence: vec![chain.name, chain.title],
                });
            } else {
                person.organization = Some(name);
                if kind != Organization::Unknown && person.class == Some(TitleClass::Executive) {
                    person.class = Some(TitleClass::Association);
                }
            }
        }
    }
    if person.companies.is_empty() && person.organization.is_none() && !chain.short {
        before_name(scan, chain.name.from(), known, &mut person);
    }
    // 전국상인연합회 함두진 부회장, 연대를 이끄는 편도현 대표: the body before the name; 연구개발본부 is none.
    if person.companies.is_empty()
        && person.organization.is_none()
        && person.class == Some(TitleClass::Executive)
        && let Some(p) = scan.previous(scan.word_at(chain.name.from()))
        && let Some((p, body)) = match scan.word(p) {
            "이끄는" => scan.previous(p).map(|b| (b, scan.noun_at(b))),
            word => Some((p, word)),
        }
        && !department(body)
        && organization(body, scan.at(chain.title)) == Organization::Association
    {
        let from = scan.words[p].span.from();
        person.organization = Some(Span::new(from, from + body.len()));
        person.class = Some(TitleClass::Association);
    }
    // 서울시장, 은행연합회장: the office says whom it belongs to.
    let title = scan.at(person.title.unwrap_or(chain.title));
    // 중소벤처기업부 실장
    let ministry = |w: &str| {
        w.ends_with(['부', '처', '청', '위', '회', '원']) && lexicon::others().get(w).is_some()
    };
    if person.companies.is_empty()
        && person.class == Some(TitleClass::Executive)
        && (public_office(title) || title.split(' ').any(ministry))
    {
        person.class = Some(TitleClass::Association);
    }
    let confidence = if chain.short || chain.rule == "name-company-title" {
        Confidence::Likely
    } else {
        Confidence::Sure
    };
    let found = Found {
        span: chain.span,
        name: chain.name,
        what: What::Person(person),
        confidence: if chain.rule == "name-company-title" {
            Confidence::Sure
        } else {
            confidence
        },
        rule: chain.rule,
        evidence: vec![chain.title],
    };
    (found, company)
}
/// 대표이사 국승현, CEO 팀 쿡: the title stands first.
fn after_title(scan: &Scan, run: &TitleRun, companies: &[Found]) -> Option<Found> {
    // 최고경영자(CEO) 김해솔
    let past_bracket = || {
        let n = run.last_word + 1;
        let gap = scan
            .text
            .get(run.span.to()..scan.words.get(n)?.span.from())?;
        (gap == " ").then_some(n)
    };
    let n = scan.next(run.last_word).or_else(past_bracket)?;
    let first = scan.words[n].span;
    let text = scan.word(n);
    if company_over(companies, first.from()).is_some() {
        return None;
    }
    let (name, rule) = if let Some(name) =
        stems(text).find(|s| korean_name(s).is_some_and(|v| v >= -4) && s.chars().count() == 3)
    {
        // 사장 김해솔은; but 대표 이사회는 is no name: what follows must be particles.
        if !follows(name, &text[name.len()..]) {
            return None;
        }
        (
            Span::new(first.from(), first.from() + name.len()),
            "title-name",
        )
    } else {
        (
            foreign_after(scan, n).filter(|_| !run.ambiguous)?,
            "title-name",
        )
    };
    // A title of a following word would make the name its own: 대표 김해솔 사장.
    let last = scan.word_at(name.to() - 1);
    if last < scan.words.len()
        && scan.words[last].span.to() == name.to()
        && scan
            .next(last)
            .is_some_and(|k| scan.title(k).is_some_and(|t| t.start == 0))
    {
        return None;
    }
    let mut person = Person {
        title: Some(run.span),
        class: Some(run.class),
        ..Person::default()
    };
    // 가람전자 대표이사 국승현; 가람전자(대표이사 국승현)
    if let Some(company) = company_before(scan, run.span, companies) {
        person.companies.push(company);
    }
    Some(Found {
        span: Span::new(run.span.from(), name.to()),
        name,
        what: What::Person(person),
        confidence: Confidence::Likely,
        rule,
        evidence: vec![run.span],
    })
}
/// Whom a sentence gives an office: 김해솔이 대표로, 앤드루 카이를 부사장으로. The particle parts the two, so the office
/// is no part of the mark.
fn given_office(scan: &Scan, run: &TitleRun, companies: &[Found]) -> Option<Found> {
    const OFFICE: &[&str] = &["로", "으로", "에", "로는", "으로는"];
    if !scan.text[run.span.to()..].starts_with(['로', '으', '에']) {
        return None;
    }
    let meant = !run.ambiguous
        || scan
            .next(run.last_word)
            .is_some_and(|n| given(scan.word(n)));
    if !meant || !OFFICE.contains(&scan.particle(run.span.to())) {
        return None;
    }
    let k = scan.previous(run.first_word)?;
    let word = scan.words[k].span;
    let noun = scan
        .stems(k)
        .skip(1)
        .find(|s| matches!(&scan.word(k)[s.len()..], "이" | "가" | "을" | "를"))?;
    if company_over(companies, word.from()).is_some() || ends_in_title(noun) {
        return None;
    }
    let foreign = || {
        let p = scan.previous(k)?;
        let both = foreign_part(scan, p, companies) && may_be_foreign(noun);
        let clear = SYLLABLES.has(noun) || !lexicon::is_entry(noun) && noun.chars().count() >= 2;
        (both && clear).then(|| scan.words[p].span.from())
    };
    let korean = || {
        let least = if noun.chars().count() == 2 { 0 } else { -4 };
        let looks = korean_name(noun).is_some_and(|v| v >= least);
        (looks || scan.bears_surname(noun)).then_some(word.from())
    };
    let from = foreign().or_else(korean)?;
    let name = Span::new(from, word.from() + noun.len());
    Some(Found {
        span: name,
        name,
        what: What::Person(Person::default()),
        confidence: Confidence::Likely,
        rule: "title-name",
        evidence: vec![run.span],
    })
}

/// A listed foreign name that stands after a title.
fn foreign_after(scan: &Scan, n: usize) -> Option<Span> {
    let from = scan.words[n].span.from();
    if scan.options.gazetteer {
        for (len, value) in lexicon::executives().prefixes(&scan.text[from..]) {
            let end = from + len;
            let rest = scan.tail(end);
            if lexicon::executive(value).famous && follows(&scan.text[from..end], rest) {
                return Some(Span::new(from, end));
            }
        }
    }
    // Two transliterated words, the last with a particle or before a sign.
    let second = scan.next(n)?;
    let stem = scan.noun_at(second);
    let likely =
        |w: &str| may_be_foreign(w) && (PERSONAL_NAMES.has(w) || !lexicon::is_common_word(w));
    let fits = likely(scan.word(n))
        && likely(stem)
        && foreign_score(scan.word(n)) + foreign_score(stem) >= 25
        && stem.chars().count() >= 2
        && !EVENTS.has(stem)
        && scan.title(second).is_none();
    let closed = stem.len() < scan.word(second).len()
        || second + 1 >= scan.words.len()
        || scan.words[second + 1].gap != Gap::Space;
    (fits && closed).then(|| Span::new(from, scan.words[second].span.from() + stem.len()))
}
#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::Options;
    use crate::document::Language;
    use crate::model::{Block, BlockKind};

    #[test]
    fn a_title_names_its_person() {
        let text = "노태문 가람전자 사장은 말했다.";
        let block = Block {
            kind: BlockKind::Body,
            span: Span::new(0, text.len()),
            furniture: Vec::new(),
        };
        let scan = Scan::new(text, Language::Korean, &[block], &[], Options::default());
        let run = title_run(&scan, 2).expect("a title");
        assert_eq!(scan.at(run.span), "사장");
        let mut found = Vec::new();
        find(&scan, &[], &Titles::new(&scan), &[], &mut found);
        let [People { people, companies }] = &found[..] else {
            panic!("one block");
        };
        assert_eq!(people.len(), 1, "{people:?}");
        assert_eq!(scan.at(people[0].span), "노태문 가람전자 사장");
        assert_eq!(companies.len(), 1);
    }
}
