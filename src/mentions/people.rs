//! People by their titles, and the unknown companies that their titles name.

use super::chain::{Chain, Names, before_title, company_over, department, title_run};
use super::scan::Scan;
use super::titles::title_in;
use super::{Found, Person, What};
use crate::korean::names::{korean_name, may_be_foreign};
use crate::korean::particles::{follows, stems};
use crate::korean::words::Gap;
use crate::lexicon::{self, TitleClass};
use crate::model::Confidence;
use crate::span::Span;
use crate::table::{Ends, ends};

/// Everyone whom a title names, and the companies that these titles bring to light.
pub fn find(scan: &Scan, companies: &[Found]) -> (Vec<Found>, Vec<Found>) {
    let (mut people, mut more) = (Vec::new(), Vec::new());
    let mut t = 0;
    while t < scan.words.len() {
        let Some(run) = title_run(scan, t) else {
            if let Some(found) = listed(scan, t, companies).or_else(|| plain(scan, t, companies)) {
                people.push(found);
            }
            t += 1;
            continue;
        };
        let korean = before_title(scan, &run, companies, Names::Korean);
        // 나루핀 사장 두성호: a Korean name behind the title before a foreign-looking one in front.
        if korean.is_none()
            && run.bare
            && let Some(person) = after_title(scan, &run, companies)
        {
            people.push(person);
            t = run.last_word.max(t) + 1;
            continue;
        }
        if let Some(chain) = korean.or_else(|| before_title(scan, &run, companies, Names::Foreign))
        {
            // 김해솔 기자: a byline, wherever it stands.
            if matches!(
                scan.at(Span::new(run.core, run.span.to())),
                "기자" | "특파원" | "인턴기자" | "선임기자" | "전문기자" | "객원기자"
            ) {
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
    (people, more)
}

/// What an organisation is, by the end of its name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Organization {
    Government,
    Academic,
    Association,
    Unknown,
}

fn organization(name: &str) -> Organization {
    const GOVERNMENT: &[&str] = &[
        "부",
        "처",
        "청",
        "위원회",
        "시",
        "도",
        "군청",
        "구청",
        "국회",
        "법원",
        "검찰",
        "경찰",
        "대통령실",
        "국",
        "감독원",
        "과",
        "공단",
        "진흥원",
        "개발원",
        "관리원",
        "정보원",
        "세무서",
        "군",
        "구",
    ];
    const ACADEMIC: &[&str] = &[
        "대",
        "대학교",
        "대학",
        "여대",
        "교대",
        "공대",
        "과학기술원",
        "학과",
        "대학원",
        "연구원",
        "학회",
        "카이스트",
        "KAIST",
        "포스텍",
        "연구소",
        "병원",
        "의대",
        "의료원",
        "고",
        "경제연구소",
    ];
    const ASSOCIATION: &[&str] = &[
        "협회",
        "연합회",
        "조합",
        "노조",
        "재단",
        "협의회",
        "연맹",
        "연대",
        "상의",
        "상공회의소",
        "경총",
        "전경련",
        "한경협",
        "당",
        "총연합회",
        "중앙회",
        "시민모임",
        "센터",
        "포럼",
        "본부",
        "지부",
        "연합",
        "기금",
    ];
    let ends = |list: &[&str]| list.iter().any(|e| name.ends_with(e));
    if ends(ASSOCIATION) {
        Organization::Association
    } else if ends(ACADEMIC) {
        Organization::Academic
    } else if ends(GOVERNMENT) && name.chars().count() >= 3 {
        Organization::Government
    } else {
        Organization::Unknown
    }
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
            let kind = organization(scan.at(name));
            let firm = match chain.class {
                TitleClass::Executive => kind == Organization::Unknown,
                TitleClass::Analyst | TitleClass::Staff => kind == Organization::Unknown,
                _ => false,
            };
            let listed_other = lexicon::others().get(scan.at(name)).is_some();
            if firm && !listed_other {
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
        before_name(scan, chain.name, known, &mut person);
    }
    // 서울시장, 은행연합회장: the office says whom it belongs to.
    let title = scan.at(person.title.unwrap_or(chain.title));
    if person.companies.is_empty()
        && person.class == Some(TitleClass::Executive)
        && public_office(title)
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

fn public_office(title: &str) -> bool {
    const ENDS: &[&str] = &[
        "협회장",
        "연합회장",
        "조합장",
        "위원장",
        "학회장",
        "노조위원장",
        "재단이사장",
        "협의회장",
        "상의회장",
        "총재",
        "장관",
        "지부장",
    ];
    ENDS.iter().any(|e| title.ends_with(e))
}

/// Splits unknown words into the affiliation and the department behind it.
fn split_affiliation(scan: &Scan, unknown: Span) -> (Option<Span>, Option<usize>) {
    let text = scan.at(unknown);
    let mut at = 0;
    for word in text.split(' ') {
        if at > 0 && department(word) {
            return (
                Some(Span::new(unknown.from(), unknown.from() + at - 1)),
                Some(unknown.from() + at),
            );
        }
        at += word.len() + 1;
    }
    (Some(unknown), None)
}

/// An affiliation before the name: 오픈AI의 샘 올트먼 CEO, 쇼플릿 김해솔 대표, 가람을 이끄는 김해솔 대표.
fn before_name(scan: &Scan, name: Span, known: &[Found], person: &mut Person) {
    let i = known.partition_point(|f| f.span.to() <= name.from());
    let Some(company) = i.checked_sub(1).map(|p| known[p].span) else {
        return;
    };
    let between = &scan.text[company.to()..name.from()];
    let between = between.trim_start_matches(['’', '‘', '\'', '”', '“', '"']);
    let joined = match between.trim_start() {
        "" => between.len() == 1,
        words => {
            let after = words
                .strip_prefix("의")
                .or_else(|| words.strip_prefix("을"))
                .or_else(|| words.strip_prefix("를"))
                .map(str::trim);
            matches!(
                after,
                Some(
                    "" | "이끄는"
                        | "이끌고 있는"
                        | "창업한"
                        | "세운"
                        | "키운"
                        | "총괄하는"
                        | "설립한"
                        | "경영하는"
                        | "운영하는"
                        | "공동 창업한"
                        | "새 수장"
                        | "신임"
                )
            ) || matches!(
                words.trim(),
                "창업자인" | "창업자" | "신임" | "설립자인" | "대표인" | "오너인" | "총수인"
            )
        }
    };
    if joined {
        person.companies.push(company);
    }
}

/// 대표이사 국승현, CEO 팀 쿡: the title stands first.
fn after_title(scan: &Scan, run: &super::chain::TitleRun, companies: &[Found]) -> Option<Found> {
    let n = scan.next(run.last_word)?;
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
        (foreign_after(scan, n)?, "title-name")
    };
    // A title of a following word would make the name its own: 대표 김해솔 사장.
    let last = scan.word_at(name.to() - 1);
    if last < scan.words.len()
        && scan.words[last].span.to() == name.to()
        && scan
            .next(last)
            .is_some_and(|k| title_in(scan.word(k)).is_some_and(|t| t.start == 0))
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

fn company_before(scan: &Scan, title: Span, companies: &[Found]) -> Option<Span> {
    let i = companies.partition_point(|f| f.span.to() <= title.from());
    let company = companies.get(i.checked_sub(1)?)?.span;
    let between = &scan.text[company.to()..title.from()];
    matches!(between, " " | "(" | "의 " | " (").then_some(company)
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
    let stem = stems(scan.word(second)).last()?;
    let fits = may_be_foreign(scan.word(n))
        && may_be_foreign(stem)
        && stem.chars().count() >= 2
        && title_in(scan.word(second)).is_none();
    let closed = stem.len() < scan.word(second).len()
        || second + 1 >= scan.words.len()
        || scan.words[second + 1].gap != Gap::Space;
    (fits && closed).then(|| Span::new(from, scan.words[second].span.from() + stem.len()))
}

/// Words after a name that say a person is meant: 김해솔 씨.
static HONORIFICS: Ends = ends!["씨", "님", "여사", "군", "양", "옹"];

/// A name without a title: before 씨 or an age.
fn plain(scan: &Scan, i: usize, companies: &[Found]) -> Option<Found> {
    let word = scan.words[i].span;
    let text = scan.word(i);
    if company_over(companies, word.from()).is_some() {
        return None;
    }
    let person = |name: Span, short: bool, rule: &'static str, evidence: Span| Found {
        span: name,
        name,
        what: What::Person(Person {
            short,
            ..Person::default()
        }),
        confidence: Confidence::Likely,
        rule,
        evidence: vec![evidence],
    };
    let whole = |s: &str| korean_name(s).is_some_and(|v| v >= -8) && s.chars().count() >= 3;
    // 김해솔씨는, 김해솔 씨는, 박 씨는, 박씨는
    let next = scan
        .next(i)
        .filter(|&n| stems(scan.word(n)).any(|s| HONORIFICS.has(s)));
    let honorifics = if next.is_some() || stems(text).any(|s| HONORIFICS.any(s)) {
        HONORIFICS.all()
    } else {
        &[]
    };
    for honorific in honorifics {
        let glued = stems(text).find_map(|s| s.strip_suffix(honorific));
        let apart = next
            .filter(|&n| stems(scan.word(n)).any(|s| s == *honorific))
            .map(|_| text);
        if let Some(name) = glued.or(apart) {
            let short = crate::korean::names::is_surname(name);
            if (short && *honorific == "씨") || whole(name) {
                let name = Span::new(word.from(), word.from() + name.len());
                return Some(person(name, short, "name-honorific", name));
            }
        }
    }
    // 김해솔(54)은
    if whole(text)
        && let Some((_, inner)) = super::chain::bracketed(scan, word.to())
    {
        let age = inner.trim_end_matches('세');
        if (1..=2).contains(&age.len()) && age.bytes().all(|b| b.is_ascii_digit()) {
            return Some(person(word, false, "name-age", word));
        }
    }
    None
}

/// A famous name without a title: 이재용, 일론 머스크.
fn listed(scan: &Scan, i: usize, companies: &[Found]) -> Option<Found> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::Options;
    use crate::model::{Block, BlockKind};

    #[test]
    fn a_title_names_its_person() {
        let text = "노태문 가람전자 사장은 말했다.";
        let block = Block {
            kind: BlockKind::Body,
            span: Span::new(0, text.len()),
            furniture: Vec::new(),
        };
        let scan = Scan::new(text, &[block], &[], Options::default());
        let run = title_run(&scan, 2).expect("a title");
        assert_eq!(scan.at(run.span), "사장");
        let (people, more) = find(&scan, &[]);
        assert_eq!(people.len(), 1, "{people:?}");
        assert_eq!(scan.at(people[0].span), "노태문 가람전자 사장");
        assert_eq!(more.len(), 1);
    }
}
