//! From a title leftwards: department, company, Korean name. `이재용 삼성전자 회장` and all its orders.

use super::Found;
use super::affiliation::{Organization, organization};
use super::names::name_ending_at;
use super::scan::Scan;
use super::title_run::{TitleRun, open_bracket};
use super::titles::{is_title, title_in};
use crate::korean::names::{DOUBTFUL_SURNAMES, is_hangul, is_hanja, korean_name, may_be_foreign};
use crate::korean::offices::{adnominal, department, looks_like_clause};
use crate::korean::particles::stems;
use crate::korean::words::{Gap, is_letter};
use crate::lexicon::{self, TitleClass};
use crate::span::Span;

/// A name with its title, and what stands between.
#[derive(Clone, Debug)]
pub struct Chain {
    pub span: Span,
    pub name: Span,
    pub title: Span,
    pub class: TitleClass,
    pub companies: Vec<Span>,
    /// An affiliation that no list knows.
    pub unknown: Option<Span>,
    pub short: bool,
    /// A foreign name, so that what stands behind it may be foreign as well.
    pub foreign: bool,
    pub rule: &'static str,
}

/// Words between a name and its title, at most.
const REACH: usize = 7;

/// The company that the title's own word holds, and where the title then begins: 이환주
/// KB국민은행장, 설도웅 서해은행장.
pub fn fused_company(scan: &Scan, run: &TitleRun, companies: &[Found]) -> (Option<Span>, usize) {
    let from = run.span.from();
    // The title eats the bank's last syllables.
    if let Some(company) = company_over(companies, from)
        && company.from() == from
        && company.end < run.span.end
    {
        let bank = scan.at(company).rfind("은행").map(|i| company.from() + i);
        let title_from = match bank {
            Some(b) if scan.text[company.to()..].starts_with('장') => b,
            _ => scan.text[company.to()..]
                .find(|c: char| !c.is_whitespace())
                .map_or(company.to(), |i| company.to() + i),
        };
        return (Some(company), title_from);
    }
    // A bank that no list has.
    let word = scan.at(run.span);
    if word.ends_with("은행장") && word.chars().count() > 3 && !word.contains(' ') {
        let company = Span::new(from, run.span.to() - "장".len());
        if company_over(companies, from).is_none_or(|c| c == company) {
            return (Some(company), run.span.to() - "은행장".len());
        }
    }
    (None, from)
}

/// The chain that ends in the title of `run`, if a Korean name begins it.
pub fn before_title(scan: &Scan, run: &TitleRun, companies: &[Found]) -> Option<Chain> {
    let (fused_company, mut title_from) = fused_company(scan, run, companies);
    let mut found: Vec<Span> = Vec::from_iter(fused_company);
    let mut at = run.first_word;
    let mut unknown: Option<Span> = None;
    // 이재용회장
    if run.fused && fused_company.is_none() {
        let head = Span::new(run.span.from(), run.core);
        if korean_name(scan.at(head)).is_some_and(|s| s >= 2)
            && head.to() - head.from() == 9
            && scan.count(scan.at(head)) > 0
        {
            return Some(Chain {
                span: run.span,
                name: head,
                title: Span::new(run.core, run.span.to()),
                class: run.class,
                companies: found,
                unknown,
                short: false,
                foreign: false,
                rule: "name-title-fused",
            });
        }
    }
    for step in 0..REACH {
        if at == 0 {
            return None;
        }
        let gap = scan.words[at].gap;
        let mut k = at - 1;
        let mut abbreviated = false;
        match gap {
            Gap::Space => {}
            // A(67) 회장, 저커버그(왼쪽) CEO, 한국개발연구원(KDI) 원장: step over the bracket.
            Gap::Sign(')') => {
                let close = scan.words[at].span.from();
                let open = open_bracket(scan.text, close)?;
                let inner = scan.text[open + 1..close].trim_end().strip_suffix(')')?;
                k = scan.word_at(open.checked_sub(1)?);
                if close - open > 60 || k >= at || scan.words[k].span.to() != open {
                    return None;
                }
                abbreviated = !aside(inner);
                // 비바리퍼블리카(토스) 대표
                let brand = || {
                    let firm = company_over(companies, scan.words[k].span.from());
                    firm.is_some_and(|c| c.to() == open) && inner.chars().all(is_letter)
                };
                if abbreviated && !abbreviates(inner, scan.word(k)) && !brand() {
                    return None;
                }
            }
            // 감태리(리플렉트 대표): the bracket holds affiliation and title.
            Gap::Sign('(') => {
                let open = open_bracket(scan.text, scan.words[at].span.from())?;
                let k = scan.word_at(open.checked_sub(1)?);
                if k >= at
                    || scan.words[k].span.to() != open
                    || !scan.text[run.span.to()..].starts_with(')')
                {
                    return None;
                }
                let (name, short) = name_ending_at(scan, k, companies, true)?;
                let span = Span::new(name.from(), run.span.to() + 1);
                return Some(Chain {
                    span,
                    name,
                    title: Span::new(title_from, run.span.to()),
                    class: run.class,
                    companies: found,
                    unknown,
                    short,
                    foreign: false,
                    rule: "name-bracket-title",
                });
            }
            Gap::Sign('·') => {
                let near = scan.words[at].span;
                let covers = |k: usize| company_over(companies, scan.words[k].span.from());
                let charge = at < run.first_word && matches!(scan.word(at + 1), "담당" | "총괄");
                let bare = unknown == Some(near) || title_from == near.from();
                if charge && bare && covers(k).is_none() {
                    // 대외협력·커뮤니케이션 담당 부사장
                    (unknown, title_from, at) = (None, scan.words[k].span.from(), k);
                    continue;
                }
                // 구글·알파벳 CEO
                let firms = found.last().is_some_and(|c| c.from() == near.from());
                if !firms || covers(k).is_none() {
                    return None;
                }
            }
            _ => return None,
        }
        let word = scan.words[k].span;
        // A company that ends here belongs to the chain.
        if let Some(company) = company_over(companies, word.from()).filter(|c| c.end == word.end) {
            let whole_name = korean_name(scan.word(k)).is_some_and(|s| s > 4) && !found.is_empty();
            if !whole_name {
                found.push(company);
                at = scan.word_at(company.from());
                // A form marker's bracket ((주)LG) stands before the company's first word.
                if at > 0 && company.from() < scan.words[at].span.from() {
                    at = first_word_from(scan, company);
                }
                if company.from() == 0 {
                    return None;
                }
                // 김해솔(가람전자 전무): the bracket opens before the company.
                if scan.text[..company.from()].ends_with('(') {
                    continue;
                }
                if scan.text[..company.from()].ends_with(' ') && at > 0 {
                    let previous = previous_word(scan, company.from())?;
                    if let Some(chain) =
                        finish(scan, previous, run, title_from, &found, unknown, companies)
                    {
                        return Some(chain);
                    }
                    at = previous + 1;
                    if step > 4 {
                        return None;
                    }
                    continue;
                }
                return None;
            }
        }
        // 대표(오른쪽)와: a particle behind a bracket.
        if scan.words[k].gap == Gap::Sign(')') && scan.before(word).ends_with(')') {
            return None;
        }
        if !abbreviated
            && let Some(chain) = finish(scan, k, run, title_from, &found, unknown, companies)
        {
            return Some(chain);
        }
        // Department or unknown affiliation: a bare noun.
        let text = scan.word(k);
        if matches!(text, "전" | "현" | "옛" | "前" | "現") && found.is_empty() && unknown.is_none()
        {
            at = k;
            continue;
        }
        // 윤서준 신임 새벽정공 대표; but 신임 대표 is a title.
        let newly = matches!(text, "신임" | "초대" | "차기") && !found.is_empty();
        if newly
            || matches!(
                text,
                "전" | "현" | "옛" | "前" | "現" | "겸" | "및" | "당시"
            )
        {
            at = k;
            continue;
        }
        // 곳이 이미 참여 의사: a noun phrase closed by its particle.
        let closed = text.ends_with(['이', '가']) && stems(text).count() > 1 && !department(text);
        // A title with a particle closes what stands before it: 사장과, 대표는.
        if closed || text == "측" || title_in(text).is_some_and(|t| t.end < text.len()) {
            return None;
        }
        // 한은 총재: the particle's syllable is the bank's.
        let listed = || scan.options.gazetteer && lexicon::others().get(text).is_some();
        let particled = text.ends_with(['은', '고', '며', '로', '와', '과', '도'])
            && stems(text).count() > 1
            && !department(text)
            && !listed();
        if looks_like_clause(text) || particled || text.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        if !found.is_empty() {
            return None;
        }
        if department(text)
            || is_title(text)
            || title_in(text).is_some_and(|t| t.end == text.len() && t.start == 0)
        {
            if unknown.is_none() {
                title_from = word.from();
            }
        } else {
            // The words farther left are the affiliation, the nearer ones go to the title.
            if let Some(u) = unknown {
                unknown = Some(Span::new(word.from(), u.to()));
            } else {
                unknown = Some(word);
            }
        }
        at = k;
    }
    None
}

fn first_word_from(scan: &Scan, company: Span) -> usize {
    scan.word_at(company.from())
}

fn previous_word(scan: &Scan, at: usize) -> Option<usize> {
    // 김해솔(오른쪽) 가람전자 대표
    let before = scan.text[..at].trim_end();
    if before.ends_with(')')
        && let Some(open) = open_bracket(scan.text, before.len() - 1)
        && aside(&scan.text[open + 1..before.len() - 1])
    {
        let k = scan.word_at(open.checked_sub(1)?);
        return (k < scan.words.len() && scan.words[k].span.to() == open).then_some(k);
    }
    let next = scan.words.partition_point(|w| w.span.to() <= at);
    let k = next.checked_sub(1)?;
    (scan.text[scan.words[k].span.to()..at]
        .chars()
        .all(|c| c == ' ' || c == ')' || c == '(' || is_letter(c) || is_hanja(c)))
    .then_some(k)
}

/// The chain whose name ends with word `k`.
fn finish(
    scan: &Scan,
    k: usize,
    run: &TitleRun,
    title_from: usize,
    found: &[Span],
    unknown: Option<Span>,
    companies: &[Found],
) -> Option<Chain> {
    let direct = found.is_empty() && unknown.is_none() && title_from == run.span.from();
    let trusted = !direct || run.class == TitleClass::Executive || !run.ambiguous;
    // 국민대 교수, 한강대 총장: the university, not a person called 국민대.
    let text = scan.word(k);
    if run.class == TitleClass::Academic && text.ends_with('대') && text.chars().count() >= 3 {
        return None;
    }
    // 신안군 부군수, 기재부 국장
    let public = matches!(run.class, TitleClass::Official | TitleClass::Politician);
    let seat = text.ends_with(['군', '구', '시', '청', '처', '부']) && text.chars().count() >= 3;
    if public
        && seat
        && scan
            .previous(k)
            .is_some_and(|p| scan.word(p).chars().count() <= 4)
    {
        return None;
    }
    // 김해솔(오른쪽) 포크원 대표: of two that look like names the one before the bracket.
    if scan.words[k].gap == Gap::Sign(')')
        && let Some(p) = previous_word(scan, scan.words[k].span.from())
        && let Some(other) = korean_name(scan.word(p))
        && other > korean_name(text).unwrap_or(-20) + 2
    {
        return None;
    }
    // 탁월 전무는, 방울 창원지청 감독관은; but 김치 대표 브랜드, 김치 공장 대표.
    let placed = !scan.particle(run.span.to()).is_empty()
        && unknown
            .is_none_or(|u| organization(scan.at(u), scan.at(run.span)) != Organization::Unknown);
    let (name, short) = match name_ending_at(scan, k, companies, trusted) {
        None if placed && scan.bears_surname(text) => (scan.words[k].span, false),
        other => other?,
    };
    // 전 가람전자 부사장: 전 is no surname here.
    let doubtful = !found.is_empty() && DOUBTFUL_SURNAMES.contains(&scan.at(name));
    if short && (unknown.is_some() || doubtful) {
        return None;
    }
    // 길을 선택한 테레지아 데게너 대표, 전문가 서리대 박사: no name stands so far from its title.
    let ordinary = |w: &str| {
        let rare = korean_name(w).is_none_or(|score| score < 0);
        adnominal(w) || lexicon::is_entry(w) && rare && run.class != TitleClass::Executive
    };
    if unknown.is_some() && ordinary(scan.at(name)) {
        return None;
    }
    // 기무라 나오토 이사: an unlikely Korean name before an unknown word is a foreign one.
    if let Some(u) = unknown {
        let score = korean_name(scan.at(name)).unwrap_or(0);
        if score < -5
            && scan.count(scan.at(u)) < 2
            && may_be_foreign(scan.at(name))
            && may_be_foreign(scan.at(u))
            && !scan.at(u).contains(' ')
            && !super::forms::firm_like(scan.at(u))
        {
            return None;
        }
    }
    let span = Span::new(name.from(), run.span.to());
    let rule = match (found.is_empty() && unknown.is_none(), short) {
        (_, true) => "surname-title",
        (true, false) => "name-title",
        (false, false) => "name-company-title",
    };
    Some(Chain {
        span,
        name,
        title: Span::new(title_from, run.span.to()),
        class: run.class,
        companies: found.to_vec(),
        unknown,
        short,
        foreign: false,
        rule,
    })
}
/// The company mention that covers byte `at`.
#[inline(never)]
pub fn company_over(companies: &[Found], at: usize) -> Option<Span> {
    let i = companies.partition_point(|f| f.span.to() <= at);
    companies.get(i).map(|f| f.span).filter(|s| s.from() <= at)
}

/// Whether a bracket holds a short form of the `word` before it: 한국개발연구원(KDI), 금융감독원(금감원),
/// 연방준비제도(Fed·연준).
pub fn abbreviates(inner: &str, word: &str) -> bool {
    let capitals = |part: &str| {
        let fits = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || "&-".contains(c);
        part.starts_with(|c: char| c.is_ascii_uppercase()) && part.chars().all(fits)
    };
    // Some of its syllables, in their order.
    let syllables = |part: &str| {
        let mut rest = word.chars();
        part.chars().all(|c| is_hangul(c) && rest.any(|w| w == c))
    };
    let short = |part: &str| {
        (2..=8).contains(&part.chars().count())
            && word.chars().count() > 3
            && (capitals(part) || syllables(part))
    };
    inner.split(['·', '/', ',']).map(str::trim).any(short)
}

/// Whether a bracket after a name is an aside: age, hanja, place in the picture, Latin spelling.
pub fn aside(inner: &str) -> bool {
    const PLACES: &[&str] = &[
        "왼쪽",
        "오른쪽",
        "가운데",
        "맨",
        "앞줄",
        "뒷줄",
        "사진",
        "중앙",
        "위",
        "아래",
        "첫째",
        "셋째",
        "둘째",
    ];
    // 고(故) 김해솔 회장: what stands before the bracket is no name.
    if inner == "故" {
        return false;
    }
    // 손정의(일본명 손 마사요시) 회장
    const NAMED: &[&str] = &[
        "일본명",
        "한국명",
        "영어명",
        "영문명",
        "본명",
        "예명",
        "필명",
        "별칭",
        "개명",
    ];
    if NAMED.iter().any(|n| inner.starts_with(n)) {
        return true;
    }
    // 김해솔(54·사진) 대표
    if let Some((one, more)) = inner.split_once(['·', ',']) {
        return aside(one) && aside(more.trim_start());
    }
    let digits = inner.chars().all(|c| c.is_ascii_digit() || c == '세');
    let hanja = inner.chars().all(|c| is_hanja(c) || c == ' ');
    let latin = inner
        .chars()
        .all(|c| c.is_ascii_alphabetic() || " .-'’".contains(c))
        && inner.chars().any(|c| c.is_ascii_lowercase());
    !inner.is_empty() && (digits || hanja || latin || PLACES.iter().any(|p| inner.starts_with(p)))
        || inner.chars().all(is_hangul) && inner.chars().count() <= 3 && inner.ends_with('쪽')
}
