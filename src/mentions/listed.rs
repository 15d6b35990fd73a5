//! Companies that the list knows, and whether they are meant.

use super::cues::Cue;
use super::forms::bare_end;
use super::namesakes::Namesakes;
use super::scan::Scan;
use super::works::titled;
use super::{Found, What};
use crate::korean::companies::{
    APPOSITIONS, FOLLOWERS, GAME, MOSTLY_COMPANIES, NOT_BY_FOLLOWERS, NOT_THE_COMPANY,
    ORDINARY_NEAR, SERVICES, TEAM_OWNERS,
};
use crate::korean::names::{foreign_sounds, may_be_foreign};
use crate::korean::particles::follows;
use crate::korean::words::Gap;
use crate::korean::words::is_letter;
use crate::lexicon::{self, CompanyId, CompanyKind, CompanySurface, Strength};
use crate::map::Set;
use crate::model::Confidence;
use crate::span::Span;
use crate::table::{Ends, Starts, ends, starts};

/// A hit of the list, before its neighbours have spoken.
struct Hit {
    span: Span,
    word: usize,
    surface: CompanySurface,
    doubtful: bool,
}

/// Every company of the list in the article, ambiguous ones only where something speaks for them.
pub fn find(scan: &Scan) -> Vec<Found> {
    if !scan.options.gazetteer {
        return Vec::new();
    }
    let mut hits = Vec::new();
    let mut until = 0;
    for i in 0..scan.words.len() {
        if scan.words[i].span.from() < until {
            continue;
        }
        if let Some(hit) = spaced(scan, i).or_else(|| hit(scan, i)) {
            until = hit.span.to();
            hits.push(hit);
        }
    }
    let sure: Set<_> = hits
        .iter()
        .filter(|h| !h.doubtful)
        .map(|h| h.surface.company)
        .collect();
    let sports = sports(scan);
    let namesakes = Namesakes::new(scan, hits.iter().map(|h| h.span));
    let mut out = Vec::new();
    for (n, hit) in hits.iter().enumerate() {
        if ordinary(scan, hit)
            || namesakes.person(scan, hit.span)
            || titled(scan, hit.span)
            || sports && TEAM_OWNERS.has(scan.at(hit.span)) && !company_context(scan, hit)
        {
            continue;
        }
        let beside = |other: Option<&Hit>| {
            other.is_some_and(|o| !o.doubtful && listed_together(scan, hit.span, o.span))
        };
        let spoken_for = !hit.doubtful
            || sure.contains(&hit.surface.company) && scan.at(hit.span).chars().count() > 2
            || beside(n.checked_sub(1).and_then(|p| hits.get(p)))
            || beside(hits.get(n + 1))
            || company_context(scan, hit);
        // A guess, so that the word is not taken for the firm elsewhere.
        let among = !spoken_for && several(scan, &hits, n);
        if !spoken_for && !among {
            continue;
        }
        let mut span = form_marker(scan, hit.span);
        span.end += group_behind(scan, span, hit.surface.company);
        out.push(Found {
            span,
            name: span,
            what: What::Company {
                listed: Some(hit.surface.company),
                stands_for: None,
            },
            confidence: if among {
                Confidence::Guess
            } else if hit.doubtful {
                Confidence::Likely
            } else {
                Confidence::Sure
            },
            rule: if hit.doubtful {
                "company-list-context"
            } else {
                "company-list"
            },
            evidence: vec![hit.span],
        });
    }
    out
}

/// The length of 그룹 behind a name: 삼성그룹, and 삼성 그룹 where the name is a group's. SM 그룹 에스파 is none.
#[inline(never)]
fn group_behind(scan: &Scan, span: Span, company: CompanyId) -> u32 {
    let after = scan.after(span);
    if after.starts_with("그룹") {
        return "그룹".len() as u32;
    }
    let apart = " 그룹".len();
    if !after.starts_with(" 그룹") {
        return 0;
    }
    // A team of singers has its name behind the word; a group has particles there, or what firms have.
    let end = span.to() + apart;
    let tail = scan.tail(end);
    let next = scan.next(scan.word_at(end - 1));
    let closed = match next.filter(|_| tail.is_empty()) {
        Some(n) => FOLLOWERS.has(scan.noun_at(n)) || scan.title(n).is_some(),
        None => follows("그룹", tail),
    };
    let group = closed && lexicon::company_kind(company) == CompanyKind::Group;
    if group { apart as u32 } else { 0 }
}

/// A name of the list that is written with a space before the word that firms end in: 삼성 전자, 아시아나 항공.
#[inline(never)]
fn spaced(scan: &Scan, i: usize) -> Option<Hit> {
    let next = scan.next(i).filter(|&n| scan.cue(n, Cue::FirmEnd))?;
    let end = scan.noun_at(next);
    if !bare_end(end) || scan.particled(i) && scan.noun_at(i) != scan.word(i) {
        return None;
    }
    let joined = format!("{}{end}", scan.word(i));
    let surface = lexicon::company_surface(lexicon::companies().get(&joined)?);
    let doubtful = surface.ambiguous || surface.strength == Strength::Weak;
    let from = scan.words[i].span.from();
    let span = Span::new(from, scan.words[next].span.from() + end.len());
    (!doubtful && follows(end, scan.tail(span.to()))).then_some(Hit {
        span,
        word: i,
        surface,
        doubtful: false,
    })
}

/// The longest name of the list at word `i` that ends where a word or its noun ends.
fn hit(scan: &Scan, i: usize) -> Option<Hit> {
    let word = scan.words[i];
    let from = word.span.from();
    // A match that runs over a block's end would join two lines.
    for (len, value) in lexicon::companies().prefixes(&scan.text[from..]) {
        let span = Span::new(from, from + len);
        let name = scan.at(span);
        if name.contains('(')
            || name.chars().count() < 2
            || name.chars().all(|c| c.is_ascii_digit())
        {
            continue;
        }
        let last = scan.word_near(i, span.to() - 1);
        if last >= scan.words.len()
            || (i + 1..=last).any(|k| {
                scan.words[k].gap != Gap::Space && !name.contains('&') && !name.contains('.')
            })
        {
            continue;
        }
        let rest = scan.tail_of(scan.word_near(last, span.to()), span.to());
        let whole = rest.is_empty()
            || follows(name, rest)
            || rest == "그룹"
            || rest
                .strip_prefix("그룹")
                .is_some_and(|r| follows("그룹", r));
        let chief = rest.starts_with('장') && name.ends_with("은행");
        if !whole && !chief || model(name, scan.after(span)) {
            continue;
        }
        let mut surface = lexicon::company_surface(value);
        let group_marked = rest.starts_with("그룹");
        if group_marked
            && let Some(group) = lexicon::owners(value)
                .find(|o| lexicon::company_kind(o.company) == CompanyKind::Group)
        {
            surface = group;
        }
        let doubtful = !group_marked
            && ((surface.ambiguous || lexicon::is_ambiguous(name)) && !MOSTLY_COMPANIES.has(name)
                || (surface.strength == Strength::Weak
                    && name.chars().count() < 4
                    && !name.chars().any(|c| c.is_ascii_uppercase())));
        // A broadcaster or paper is a firm only where its business is spoken of.
        let outlet = !group_marked && lexicon::press().get(name).is_some();
        return Some(Hit {
            span,
            word: i,
            surface,
            doubtful: doubtful || outlet,
        });
    }
    None
}

/// Whether what stands behind makes a team or its park of the name: 한화 이글스.
pub fn team(scan: &Scan, span: Span) -> bool {
    let end = scan.word_at(span.to() - 1);
    let bare = scan.words.get(end).is_some_and(|w| w.span.end == span.end);
    bare && scan
        .next(end)
        .is_some_and(|n| NOT_THE_COMPANY.any(scan.word(n)))
}

/// Whether the article is about a game, so that the owners of teams are mostly the teams.
#[inline(never)]
fn sports(scan: &Scan) -> bool {
    const LEAGUES: &[&str] = &[
        "프로야구",
        "프로축구",
        "프로농구",
        "프로배구",
        "구단",
        "투수",
        "타자",
        "KBO",
        "K리그",
        "V리그",
    ];
    // What happens in a game, and hardly elsewhere.
    const PLAYS: &[&str] = &[
        "홈런",
        "만루포",
        "솔로포",
        "투런포",
        "끝내기",
        "타점",
        "안타",
        "이닝",
        "선발투수",
        "선두타자",
        "결승골",
        "동점골",
        "3점슛",
        "리바운드",
        "더블팀",
        "역전승",
        "완봉승",
    ];
    // 금융당국의 감독, 후원하는 선수: alone they make no game.
    const PLAYERS: &[&str] = &["선수", "감독"];
    let count = |words: &[&str]| words.iter().map(|w| scan.count(w)).sum::<u32>();
    let leagues = count(LEAGUES);
    leagues > 0 && leagues + count(PLAYERS) >= 3 || count(PLAYS) >= 2
}

/// SM-∥: letters that a product's number follows, of which the word knows nothing.
fn model(name: &str, after: &str) -> bool {
    let sign = after.strip_prefix('-').and_then(|r| r.chars().next());
    name.is_ascii() && sign.is_some_and(|c| !c.is_whitespace() && !"\"'“‘(<[".contains(c))
}

/// Whether the words around show an ordinary word, a team, or another proper name.
#[inline(never)]
fn ordinary(scan: &Scan, hit: &Hit) -> bool {
    let name = scan.at(hit.span);
    let end = scan.word_at(hit.span.to() - 1).min(scan.words.len() - 1);
    if team(scan, hit.span) {
        return true;
    }
    if surname(scan, hit.span) {
        return true;
    }
    // 다음 분기, 우리 회사, 마지막 사람인 그가: bare before a noun; but 하나·우리 등.
    let noun = |n: usize| !FOLLOWERS.has(scan.noun_at(n)) && !scan.word(n).starts_with('등');
    if NOT_BY_FOLLOWERS.has(name)
        && hit.span.to() == scan.words[end].span.to()
        && scan.words[hit.word].gap != Gap::Sign('·')
        && scan.next(end).is_some_and(noun)
    {
        return true;
    }
    // 페이스북에 올렸다, 롯데 투수: a service, a team.
    if SERVICES.has(name) && scan.tail(hit.span.to()).starts_with('에') {
        return true;
    }
    if TEAM_OWNERS.has(name) && GAME.within(window(scan.text, hit.span, 24)) {
        return true;
    }
    if name == "한화" {
        let after = scan.after(hit.span);
        let money = after.trim_start();
        if after.starts_with('로') && !after.starts_with("로부터")
            || money.starts_with(|c: char| c.is_ascii_digit())
            || money.starts_with("약 ")
        {
            return true;
        }
    }
    let Some((_, near)) = ORDINARY_NEAR.iter().find(|(n, _)| *n == name) else {
        return false;
    };
    let around = window(scan.text, hit.span, 24);
    near.iter().any(|w| around.contains(w))
}

/// Whether a firm's name is part of a person's: 노무라의 다케다 쇼 애널리스트, 알파코모디티의 헨리크 얀센 CEO. The
/// affiliation before the name tells; 헨리크 얀센 CEO alone may be one of 얀센.
fn surname(scan: &Scan, span: Span) -> bool {
    let word = scan.word_at(span.from());
    if scan.words[word].span != span || !foreign_sounds(scan.at(span)) {
        return false;
    }
    let titled = |w: usize| scan.title(w).is_some_and(|t| t.start == 0);
    let of = |w: Option<usize>| w.is_some_and(|w| scan.word(w).ends_with('의'));
    let part = |w: usize| {
        let words = scan.word(w);
        let single = words.chars().count() == 1 && foreign_sounds(words);
        (single || may_be_foreign(words)) && !lexicon::is_entry(words) && !titled(w)
    };
    let Some(next) = scan.next(word) else {
        return false;
    };
    let before = scan.previous(word);
    of(before) && part(next) && scan.next(next).is_some_and(titled)
        || titled(next) && before.is_some_and(|b| part(b) && of(scan.previous(b)))
}

/// The text within `chars` characters on either side.
pub fn window(text: &str, span: Span, chars: usize) -> &str {
    let from = text[..span.from()]
        .char_indices()
        .rev()
        .take(chars)
        .last()
        .map_or(span.from(), |(i, _)| i);
    let to = text[span.to()..]
        .char_indices()
        .nth(chars)
        .map_or(text.len(), |(i, _)| span.to() + i);
    &text[from..to]
}

/// Whether two names stand in one list: A·B, A, B.
#[inline(never)]
fn listed_together(scan: &Scan, a: Span, b: Span) -> bool {
    let (first, second) = if a.start < b.start { (a, b) } else { (b, a) };
    if second.start < first.end {
        return false;
    }
    match scan.text[first.to()..second.from()].trim() {
        "·" | "," | "/" | "및" | "∙" => true,
        // 대상과 가람식품이; but not 수사 대상과 가람식품.
        "과" | "와" => scan
            .previous(scan.word_at(first.from()))
            .is_none_or(|p| scan.particled(p)),
        _ => false,
    }
}

/// Whether a doubtful name is one of three or more in a list: KB·신한·하나·우리.
#[inline(never)]
fn several(scan: &Scan, hits: &[Hit], n: usize) -> bool {
    let joined = |pair: &&[Hit]| listed_together(scan, pair[0].span, pair[1].span);
    let after = hits[n..].windows(2).take(2).take_while(joined);
    let before = hits[..=n].windows(2).rev().take(2).take_while(joined);
    after.count() + before.count() >= 2
}

/// Whether the neighbours of a doubtful name speak for a company.
#[inline(never)]
fn company_context(scan: &Scan, hit: &Hit) -> bool {
    if form_marker(scan, hit.span) != hit.span {
        return true;
    }
    let after = scan.after(hit.span);
    // A ticker in brackets: 대상(001680).
    let ticker = after
        .strip_prefix(['(', '['])
        .is_some_and(|r| r.len() > 6 && r.as_bytes()[..6].iter().all(u8::is_ascii_digit));
    let end = scan.word_at(hit.span.to() - 1).min(scan.words.len() - 1);
    let bare = hit.span.to() == scan.words[end].span.to();
    // 우리 측, 다음 매출: a pronoun, a time.
    let followed = bare
        && !NOT_BY_FOLLOWERS.has(scan.at(hit.span))
        && scan
            .next(end)
            .is_some_and(|n| FOLLOWERS.has(scan.noun_at(n)));
    let introduced = scan
        .previous(hit.word)
        .is_some_and(|p| APPOSITIONS.any(scan.word(p)) && !NOT_BY_FOLLOWERS.has(scan.at(hit.span)));
    ticker || followed || introduced
}

/// Corporate forms right before a name, with a space between, and behind it: [`form_marker`].
static BEFORE: Ends = ends!["(주)", "㈜", "(유)"];
static BEFORE_SPACE: Ends = ends![
    "주식회사",
    "㈜",
    "(주)",
    "유한회사",
    "법무법인",
    "법무법인(유)",
    "법무법인(유한)",
    "특허법인",
    "세무법인",
    "노무법인",
    "관세법인",
    "회계법인",
];
static AFTER: Starts = starts!["(주)", "㈜", " 주식회사"];

/// What they end in and begin with, without the space: most words stand beside nothing like it.
const LASTS: [char; 4] = [')', '㈜', '사', '인'];
const FIRSTS: [char; 2] = ['(', '㈜'];

/// Whether such a form may touch word `i`.
pub fn may_have_form(scan: &Scan, i: usize) -> bool {
    let before = match scan.words[i].gap {
        Gap::Space => i > 0 && scan.word(i - 1).ends_with(LASTS),
        Gap::Sign(sign) => LASTS.contains(&sign),
        Gap::Start => true,
    };
    let next = scan.next(i);
    before
        || next.is_some_and(|n| scan.word(n).starts_with("주식회사"))
        || scan.after(scan.words[i].span).starts_with(FIRSTS)
}

/// `span` with the corporate form that belongs to it: (주)LG, ㈜카카오, 주식회사 쿠팡.
pub fn form_marker(scan: &Scan, span: Span) -> Span {
    let before = scan.before(span);
    let (markers, bare) = match before.strip_suffix(' ') {
        Some(bare) => (&BEFORE_SPACE, bare),
        None => (&BEFORE, before),
    };
    // 대상㈜은: the marker belongs to what stands before it.
    let owned = |m: &str| bare[..bare.len() - m.len()].ends_with(is_letter);
    if let Some(marker) = markers.of(bare).find(|m| !owned(m)) {
        return Span::new(bare.len() - marker.len(), span.to());
    }
    let after = scan.after(span);
    match AFTER.of(after).next() {
        Some(marker) => Span::new(span.from(), span.to() + marker.len()),
        None => span,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_form_is_passed_over() {
        let before = BEFORE.all().iter().chain(BEFORE_SPACE.all());
        assert!(before.into_iter().all(|form| form.ends_with(LASTS)));
        let after = |form: &&str| form.starts_with(FIRSTS) || *form == " 주식회사";
        assert!(AFTER.all().iter().all(after));
    }
}
