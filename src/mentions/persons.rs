//! People whom no title, no 씨 and no occupation shows, by what the whole article says of a word
//! that looks like a name: who speaks, acts and is called by the given name alone.

use super::scan::Scan;
use super::titles::{ends_in_title, title_in};
use super::{Found, Person, What};
use crate::korean::company_ends::{STRONG_ENDS, WEAK_ENDS};
use crate::korean::evidence::HOLDINGS;
use crate::korean::names::{is_hangul, korean_name, uncommon_name};
use crate::korean::offices::{department, institution, looks_like_clause};
use crate::korean::particles::follows;
use crate::korean::words::Gap;
use crate::lexicon;
use crate::map::Map;
use crate::model::Confidence;
use crate::span::Span;

/// What was counted for one name.
#[derive(Default)]
struct Tally {
    points: i32,
    acts: i32,
    /// Kinds of signs seen, so that each counts once.
    seen: u8,
    places: Vec<usize>,
    evidence: Vec<Span>,
}

impl Tally {
    fn add(&mut self, kind: u8, points: i32, evidence: Span) {
        if self.seen & 1 << kind == 0 {
            self.seen |= 1 << kind;
            self.points += points;
            self.evidence.push(evidence);
        }
    }
}

/// Points from which a word is a person's name.
const ENOUGH: i32 = 5;

/// Every mention of a word that the article shows to be a person. `known` are the companies and
/// people found so far, sorted. Linear.
pub fn find(scan: &Scan, known: &[&Found]) -> Vec<Found> {
    let mut tallies: Map<&str, Tally> = Map::default();
    // Given names and surnames that stand alone: 태경은, 지씨.
    let mut given: Map<&str, Span> = Map::default();
    let mut families: Map<&str, Span> = Map::default();
    for f in known {
        if f.person().is_some_and(|p| p.short) {
            families.or_insert(scan.at(f.name), f.name);
        }
    }
    let mut at = 0;
    // How long the name is that each of the article's words begins with, once it has been asked.
    const UNASKED: usize = usize::MAX;
    let mut names = vec![UNASKED; scan.words.len()];
    for i in 0..scan.words.len() {
        let word = scan.words[i].span;
        while at < known.len() && known[at].span.end <= word.start {
            at += 1;
        }
        let taken = known[at..]
            .iter()
            .take_while(|f| f.span.start < word.end)
            .any(|f| f.span.overlaps(word));
        if taken {
            continue;
        }
        let text = scan.word(i);
        let name = &mut names[scan.kind(i)];
        if *name == UNASKED {
            *name = name_in(text).map_or(0, str::len);
        }
        if *name > 0 {
            let name = &text[..*name];
            count(scan, i, name, tallies.or_default(name));
        } else {
            let noun = scan.noun_at(i);
            let rest = &text[noun.len()..];
            let two = noun.chars().count() == 2 && noun.chars().all(is_hangul);
            let acts = matches!(
                rest,
                "은" | "는" | "이" | "가" | "씨는" | "씨가" | "님은" | "님이" | "님" | "씨"
            );
            if two && acts && !lexicon::is_plain(noun) {
                given.or_insert(noun, word);
            }
        }
    }
    let mut out = Vec::new();
    for (name, tally) in tallies.iter_mut() {
        let Some((len, _)) = lexicon::surname(name) else {
            continue;
        };
        if let Some(&short) = families.get(&name[..len]) {
            tally.add(6, 2, short);
        }
        if let Some(&short) = given.get(&name[len..]) {
            tally.add(7, 3, short);
        }
        if tally.points < ENOUGH || tally.acts <= 0 {
            continue;
        }
        for &i in &tally.places {
            let from = scan.words[i].span.from();
            let span = Span::new(from, from + name.len());
            out.push(Found {
                span,
                name: span,
                what: What::Person(Person::default()),
                confidence: Confidence::Guess,
                rule: "person-evidence",
                evidence: tally.evidence.clone(),
            });
        }
    }
    out
}

/// The full name that `text` begins with, particles behind it.
fn name_in(text: &str) -> Option<&str> {
    let (len, _) = lexicon::surname(text)?;
    let name = text.get(..len + 6)?;
    // The cheapest first: most words that begin with a surname are words like any other.
    let fits = follows(name, &text[name.len()..])
        && !lexicon::is_entry(name)
        && !lexicon::is_entry(text)
        && !department(name)
        && !institution(name)
        && !looks_like_clause(name)
        && !STRONG_ENDS.any(name)
        && !WEAK_ENDS.any(name)
        && korean_name(name)
            .or_else(|| uncommon_name(name))
            .is_some_and(|v| v >= -14)
        && !ends_in_title(name)
        && lexicon::others().get(name).is_none()
        && lexicon::companies().get(name).is_none();
    // 조성하는, 시민들이, 손해라는: an ordinary word and an ending.
    let head = name
        .char_indices()
        .next_back()
        .map_or("", |(i, _)| &name[..i]);
    let ending = lexicon::is_entry(head)
        && name.ends_with([
            '하', '해', '들', '라', '다', '고', '며', '인', '된', '한', '할', '될', '적', '용',
            '형',
        ]);
    (fits && !ending).then_some(name)
}

/// What the words around word `i` say of the name in it.
fn count(scan: &Scan, i: usize, name: &str, tally: &mut Tally) {
    let word = scan.words[i].span;
    let rest = &scan.word(i)[name.len()..];
    let looks = korean_name(name)
        .or_else(|| uncommon_name(name))
        .unwrap_or(-20);
    if tally.places.is_empty() {
        tally.points += match looks {
            6.. => 3,
            0.. => 2,
            -8.. => 1,
            _ => 0,
        };
        // 남궁설, 황보은: few words begin so.
        if lexicon::surname(name).is_some_and(|(len, _)| len > 3) {
            tally.points += 3;
        }
    }
    tally.places.push(i);
    match rest {
        "은" | "는" | "이" | "가" => {
            tally.acts += 1;
            if tally.acts == 3 {
                tally.add(0, 1, word);
            }
            tally.add(1, 1, word);
            let speaks = scan
                .words
                .get(i + 1)
                .is_some_and(|w| matches!(w.gap, Gap::Sign('“' | '"' | '‘' | '\'' | '「' | '«')));
            if speaks {
                tally.add(2, 2, word);
            }
        }
        "에게" | "한테" | "께" | "께서" | "에게는" | "에게서" => tally.add(3, 3, word),
        "에서" | "에서는" | "으로" | "로" => tally.points -= 2,
        "의" | "과" | "와" | "도" | "을" | "를" | "다" | "이다" | "이었다" | "였다" => {
            tally.acts += 1
        }
        _ => {}
    }
    let after = &scan.text[word.from() + name.len()..];
    if ["(왼쪽", "(오른쪽", "(가운데", "(사진"]
        .iter()
        .any(|p| after.starts_with(p))
    {
        tally.acts += 1;
        tally.add(4, 3, word);
    }
    if rest.is_empty()
        && let Some(n) = scan.next(i)
    {
        let noun = scan.noun_at(n);
        if HOLDINGS.has(noun) && title_in(noun).is_none() {
            tally.points -= 3;
        }
    }
    // 진행을 맡은 김해솔은, 가게를 하는 김해솔의: a clause before a name.
    if let Some(p) = scan.previous(i)
        && !rest.is_empty()
        && scan
            .word(p)
            .ends_with(['은', '는', '던', '한', '인', '된', '온'])
        && scan.word(p).chars().count() >= 2
    {
        tally.add(5, 1, scan.words[p].span);
    }
}
