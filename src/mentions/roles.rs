//! Who leads a company without a title beside the name: 누운자리를 차린 봉한섭, 사도윤이 차린 느린트랙터, 봉만수는
//! 봉솜을 세웠다, 창업자인 추봄, 하네펠트는 서른셋의 대표다.

use super::affiliation::{Organization, organization};
use super::scan::Scan;
use super::title_run::bracketed;
use super::titles::title_in;
use super::{Found, Person, What};
use crate::korean::callings::KIN;
use crate::korean::words::Gap;
use crate::lexicon::TitleClass;
use crate::span::Span;

/// Verbs for what only a founder or a head does with a company, before a noun.
const LEADING: &[&str] = &[
    "세운",
    "설립한",
    "창업한",
    "차린",
    "일군",
    "이끄는",
    "이끌던",
    "경영하는",
    "경영해온",
];
/// The same as what a sentence says, without the ending of the tense.
const FOUNDED: &[&str] = &[
    "세웠",
    "설립했",
    "설립하고",
    "창업했",
    "창업하고",
    "차렸",
    "창립했",
];
/// Verbs for what is done with an office, before a noun: 대표를 지낸 김해솔.
const HELD: &[&str] = &[
    "지낸",
    "맡은",
    "맡았던",
    "맡아온",
    "역임한",
    "거친",
    "지냈던",
];
/// What happens to people who are given an office: 김해솔을 대표로 영입했다.
const GIVEN: &[&str] = &[
    "영입",
    "선임",
    "내정",
    "임명",
    "발탁",
    "취임",
    "승진",
    "합류",
    "추대",
    "선출",
    "지명",
    "기용",
    "위촉",
    "낙점",
    "오르",
    "올랐",
    "오른",
    "앉",
    "뽑",
    "온",
    "왔",
    "옮",
    "복귀",
    "세웠",
    "부임",
    "이동",
    "맡았",
    "맡고",
    "맡게",
    "맡는다",
];
/// Whether a verb is one of those.
pub fn given(verb: &str) -> bool {
    GIVEN.iter().any(|v| verb.starts_with(v))
}
/// What is founded, where its name is not said.
const FIRMS: &[&str] = &["회사", "기업", "업체", "스타트업", "법인"];
/// So many words after a name are looked at: the facts that one clause holds, and linear time.
const REACH: usize = 12;

/// `found`, sorted and settled, with everyone marked as an executive of whom the sentence says so. Linear but for a
/// logarithm.
pub fn stated(scan: &Scan, mut found: Vec<Found>) -> Vec<Found> {
    for i in 0..found.len() {
        let unknown = |f: &Found| {
            f.person()
                .is_some_and(|p| p.class.is_none() && p.title.is_none())
        };
        if !unknown(&found[i]) {
            continue;
        }
        let leads = in_a_row(scan, &found, i)
            || called_head(scan, &found[i])
            || founder_before(scan, &found, i)
            || founder_after(scan, &found, i)
            || office_before(scan, &found[i])
            || office_after(scan, &found, i)
            || head_in_the_end(scan, &found, i);
        if let What::Person(person) = &mut found[i].what
            && leads
        {
            person.class = Some(TitleClass::Executive);
        }
    }
    found
}

/// The title that all in a row share, behind the last: 김해솔·박새롬 가람전자 각자대표. A comma may stand between
/// those only who lead together.
pub fn shared_office<'a>(text: &str, found: &'a [Found], i: usize) -> Option<&'a Person> {
    let (last, comma) = row(text, found, i);
    let person = found[last].person().filter(|_| last > i)?;
    let title = person.title?.of(text);
    (!comma || title.starts_with(['공', '각'])).then_some(person)
}

/// The last of the untitled people in the row that begins with `found[i]`, or the titled one behind them, and whether
/// commas stand in it.
fn row(text: &str, found: &[Found], i: usize) -> (usize, bool) {
    const MOST: usize = 6;
    let (mut last, mut comma) = (i, false);
    while last < i + MOST && found[last].person().is_some_and(|p| p.title.is_none()) {
        let end = found[last].span.to();
        let sign = ["·", ", "].into_iter().find(|s| text[end..].starts_with(s));
        let Some(sign) = sign.filter(|s| {
            let next = found.get(last + 1);
            next.is_some_and(|f| f.person().is_some() && f.name.from() == end + s.len())
        }) else {
            break;
        };
        comma |= sign == ", ";
        last += 1;
    }
    (last, comma)
}

/// 김해솔·박새롬 각자대표; 김해솔·박새롬 2인 대표 체제
fn in_a_row(scan: &Scan, found: &[Found], i: usize) -> bool {
    if let Some(office) = shared_office(scan.text, found, i) {
        return office.class == Some(TitleClass::Executive);
    }
    let (last, _) = row(scan.text, found, i);
    let behind = scan.text[found[last].span.to()..].strip_prefix(' ');
    behind
        .and_then(|b| {
            b.trim_start_matches(|c: char| c.is_ascii_digit())
                .strip_prefix("인 ")
        })
        .is_some_and(|b| ["대표", "각자", "공동"].iter().any(|t| b.starts_with(t)))
}

/// 창업자인 추봄, 창업주인 아버지 조문식
fn called_head(scan: &Scan, f: &Found) -> bool {
    let word = scan.word_at(f.name.from());
    let kin = scan.previous(word).filter(|&p| KIN.has(scan.word(p)));
    let Some(cue) = scan.previous(kin.unwrap_or(word)) else {
        return false;
    };
    // 소액주주 모임 대표인: of no company.
    let firm = |p: usize| organization(scan.noun_at(p), "") == Organization::Unknown;
    scan.word(cue).strip_suffix('인').is_some_and(heads) && scan.previous(cue).is_none_or(firm)
}

/// Whether `title` is, to its last letter, one that heads a company.
fn heads(title: &str) -> bool {
    title_in(title).is_some_and(|t| t.end == title.len() && t.class == TitleClass::Executive)
}

/// Where the particle of an executive's title ends that begins with word `w`, if it is one of these; of no mere association.
fn office(scan: &Scan, w: usize, particles: &[&str]) -> Option<usize> {
    let firm = |p: usize| organization(scan.noun_at(p), "") == Organization::Unknown;
    // 회담 수석대표: who speaks for others.
    let word = scan.word(w);
    let closed = word.ends_with(['로', '에', '를', '을', '는']);
    if !closed && !scan.after(scan.words[w].span).starts_with('(') {
        return None;
    }
    let title = scan
        .title(w)
        .filter(|t| t.class == TitleClass::Executive && (t.start == 0 || !t.ambiguous))?;
    let end = scan.words[w].span.from() + title.end;
    let end = bracketed(scan, end).map_or(end, |(close, _)| close);
    let particle = scan.particle(end);
    (particles.contains(&particle) && scan.previous(w).is_none_or(firm))
        .then_some(end + particle.len())
}

/// 대표를 지낸 김해솔; 대표에 김해솔, 최고재무책임자로 가람전자 출신의 김해솔을.
fn office_before(scan: &Scan, f: &Found) -> bool {
    let Some(mut cue) = scan.previous(scan.word_at(f.name.from())) else {
        return false;
    };
    if HELD.contains(&scan.word(cue)) {
        return scan
            .previous(cue)
            .is_some_and(|o| office(scan, o, &["를", "을"]).is_some());
    }
    if matches!(scan.word(cue), "출신" | "출신의" | "출신인") {
        match scan.previous(cue).and_then(|firm| scan.previous(firm)) {
            Some(before) => cue = before,
            None => return false,
        }
    }
    // 학부모 대표로 김해솔이: who stands for others.
    let meant = scan.title(cue).is_some_and(|t| !t.ambiguous);
    office(scan, cue, &["에", "에는"]).is_some()
        || meant && office(scan, cue, &["로", "으로", "로는", "으로는"]).is_some()
}

/// 김해솔을 대표로 영입했다, 김해솔이 대표를 맡았다.
fn office_after(scan: &Scan, found: &[Found], i: usize) -> bool {
    let (particle, mut at) = particle(scan, found[i].name);
    if !matches!(particle, "이" | "가" | "은" | "는" | "을" | "를") {
        return false;
    }
    for _ in 0..REACH {
        at = match clause_goes_on(scan, at) {
            Some(next) if !names_a_person(found, scan.words[next].span) => next,
            _ => return false,
        };
        if let Some(end) = office(scan, at, &["로", "으로", "에", "를", "을", "직을", "직에"])
        {
            let verb = scan.word_at(end);
            return scan.text[end..].starts_with(' ')
                && verb < scan.words.len()
                && given(scan.word(verb));
        }
    }
    false
}

/// 누운자리를 차린 봉한섭: the company, its particle and the verb right before the name.
fn founder_before(scan: &Scan, found: &[Found], i: usize) -> bool {
    let word = scan.word_at(found[i].name.from());
    let Some(verb) = scan
        .previous(word)
        .filter(|&v| LEADING.contains(&scan.word(v)))
    else {
        return false;
    };
    scan.previous(verb)
        .is_some_and(|o| firm_as(scan, found, o, &["을", "를"]))
}

/// 사도윤이 차린 느린트랙터, 모해룡이 1971년 포항에 세운 회사; 봉만수는 이듬해 봉솜을 세웠다.
fn founder_after(scan: &Scan, found: &[Found], i: usize) -> bool {
    let (particle, mut at) = particle(scan, found[i].name);
    let subject = matches!(particle, "이" | "가");
    if !subject && !matches!(particle, "은" | "는") {
        return false;
    }
    for _ in 0..REACH {
        let before = at;
        at = match clause_goes_on(scan, at) {
            Some(next) if !names_a_person(found, scan.words[next].span) => next,
            _ => return false,
        };
        let word = scan.word(at);
        if subject && LEADING.contains(&word) {
            return scan.next(at).is_some_and(|n| firm_as(scan, found, n, &[]));
        }
        if FOUNDED.iter().any(|v| word.starts_with(v)) {
            return firm_as(scan, found, before, &["을", "를"]);
        }
    }
    false
}

/// 하네펠트는 서른셋의 대표다.
fn head_in_the_end(scan: &Scan, found: &[Found], i: usize) -> bool {
    let (particle, mut at) = particle(scan, found[i].name);
    if !matches!(particle, "은" | "는") {
        return false;
    }
    for _ in 0..REACH {
        at = match clause_goes_on(scan, at) {
            Some(next) if !names_a_person(found, scan.words[next].span) => next,
            _ => return false,
        };
        let ending = ["이었다", "였다", "이다", "다"]
            .iter()
            .find_map(|e| scan.word(at).strip_suffix(e));
        if let Some(title) = ending {
            return heads(title);
        }
    }
    false
}

/// The particle behind a name or behind its 씨, and the word that it ends.
fn particle<'a>(scan: &Scan<'a>, name: Span) -> (&'a str, usize) {
    let word = scan.word_at(name.to() - 1);
    let tail = scan.tail(name.to());
    let apart = scan.next(word).filter(|_| tail.is_empty());
    match apart.and_then(|n| Some((scan.word(n).strip_prefix('씨')?, n))) {
        Some((rest, n)) => (rest, n),
        None => (tail.strip_prefix('씨').unwrap_or(tail), word),
    }
}

/// The word after `at` in the same clause: at most a comma between the two.
fn clause_goes_on(scan: &Scan, at: usize) -> Option<usize> {
    let next = scan.words.get(at + 1)?;
    matches!(next.gap, Gap::Space | Gap::Sign(',')).then_some(at + 1)
}

fn names_a_person(found: &[Found], word: Span) -> bool {
    let at = found.partition_point(|f| f.span.end <= word.start);
    found[at..]
        .iter()
        .take_while(|f| f.span.start < word.end)
        .any(|f| f.person().is_some())
}

/// Whether word `w` names a company, or a firm as such, with one of these particles; with any where none is given.
fn firm_as(scan: &Scan, found: &[Found], w: usize, particles: &[&str]) -> bool {
    let word = scan.words[w].span;
    let fits = |rest: &str| particles.is_empty() || particles.contains(&rest);
    if particles.is_empty() && FIRMS.iter().any(|f| scan.word(w).starts_with(f))
        || FIRMS
            .iter()
            .any(|f| scan.word(w).strip_prefix(f).is_some_and(fits))
    {
        return true;
    }
    let at = found.partition_point(|f| f.span.end <= word.start);
    found[at..]
        .iter()
        .take_while(|f| f.span.start < word.end)
        .any(|f| f.is_company() && f.span.end <= word.end && fits(scan.tail(f.span.to())))
}
