//! Firms that bear a person's name, where the person is meant: 배우 해리슨 포드, 딸 티파니, 존슨은
//! 첫아이를 출산했다.

use super::listed::form_marker;
use super::scan::Scan;
use crate::korean::callings::{CALLINGS, KIN};
use crate::korean::companies::{APPOSITIONS, PERSONAL_NAMES};
use crate::korean::evidence::{CORPORATE, COUNTRIES, HOLDINGS, HUMAN};
use crate::korean::names::{foreign_score, may_be_foreign};
use crate::korean::words::Gap;
use crate::lexicon;
use crate::map::Map;
use crate::span::Span;
use crate::table::{Words, words};

/// Given names of one syllable: 빌 포드.
static SHORT_GIVEN: Words = words![
    "빌", "짐", "팀", "존", "톰", "밥", "잭", "댄", "론", "벤", "샘", "칼", "폴", "숀", "켄", "딕",
    "앤", "잰", "진",
];

/// What the places of one name say.
#[derive(Default)]
struct Signs {
    person: bool,
    firm: bool,
}

/// What the article says of the listed names that people bear too.
pub struct Namesakes<'a>(Map<&'a str, Signs>);

impl<'a> Namesakes<'a> {
    #[inline(never)]
    pub fn new(scan: &Scan<'a>, hits: impl Iterator<Item = Span>) -> Self {
        let mut names: Map<&str, Signs> = Map::default();
        for span in hits.filter(|&span| PERSONAL_NAMES.has(scan.at(span))) {
            let signs = names.or_default(scan.at(span));
            signs.person |= beside_a_person(scan, span) || lives(scan, span);
            signs.firm |= of_a_firm(scan, span);
        }
        Self(names)
    }

    /// Whether the person is meant here: the words right beside say so, or the article, which
    /// nowhere speaks of a firm.
    pub fn person(&self, scan: &Scan, span: Span) -> bool {
        let signs = self.0.get(scan.at(span)).filter(|s| s.person);
        signs.is_some_and(|s| !s.firm || beside_a_person(scan, span) || addressed(scan, span))
    }
}

/// Behind a relation, an occupation or a given name: 딸 티파니, 배우 포드, 해리슨 포드.
fn beside_a_person(scan: &Scan, span: Span) -> bool {
    let Some(p) = scan.previous(scan.word_at(span.from())) else {
        return false;
    };
    let before = scan.word(p);
    let calling = before.strip_suffix('인').unwrap_or(before);
    if KIN.has(calling) || CALLINGS.has(calling) {
        return true;
    }
    if SHORT_GIVEN.has(before) {
        return true;
    }
    may_be_foreign(before)
        && before.chars().count() >= 2
        && foreign_score(before) >= 8
        && !COUNTRIES.has(before)
        && !APPOSITIONS.any(before)
        && !lexicon::is_plain(before)
        && lexicon::companies().get(before).is_none()
        && lexicon::others().get(before).is_none()
}

/// Alone with a title that nobody's name follows: 포드 회장은, but 포드 회장 김해솔.
fn addressed(scan: &Scan, span: Span) -> bool {
    let next = scan.next(scan.word_at(span.from()));
    next.is_some_and(|n| {
        scan.title(n)
            .is_some_and(|t| t.start == 0 && t.end < scan.word(n).len())
    })
}

/// Whether it is the subject of what only people do: 데뷔했다, 딸을 출산했다.
fn lives(scan: &Scan, span: Span) -> bool {
    const REACH: usize = 12;
    if !matches!(scan.tail(span.to()), "은" | "는" | "이" | "가" | "도") {
        return false;
    }
    let word = scan.word_at(span.from());
    (word + 1..scan.words.len().min(word + REACH))
        .take_while(|&k| !matches!(scan.words[k].gap, Gap::Start | Gap::Sign('.' | '?' | '!')))
        .any(|k| HUMAN.any(scan.word(k)))
}

/// Whether the words beside speak for a firm.
fn of_a_firm(scan: &Scan, span: Span) -> bool {
    const REACH: usize = 12;
    if form_marker(scan, span) != span {
        return true;
    }
    let word = scan.word_at(span.from());
    let before = scan.previous(word).map(|p| scan.word(p));
    let next = scan.next(scan.word_at(span.to() - 1));
    before.is_some_and(|b| COUNTRIES.has(b) || APPOSITIONS.any(b))
        || next.is_some_and(|n| HOLDINGS.has(scan.noun_at(n)))
        || (word + 1..scan.words.len().min(word + REACH))
            .take_while(|&k| !matches!(scan.words[k].gap, Gap::Start | Gap::Sign('.' | '?' | '!')))
            .any(|k| CORPORATE.any(scan.word(k)))
}
