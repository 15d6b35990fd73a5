//! Firms that no list has and no form shows, by what the whole article says of a word: beside a
//! known firm, behind a country, before 관계자, as the subject of 공시했다. Points are counted.

use super::evidence_signs::{acting, alone, beside, heads};
use super::forms::bare_end;
use super::scan::Scan;
use super::titles::ends_in_title;
use super::{Found, What};
use crate::korean::companies::{APPOSITIONS, FOLLOWERS};
use crate::korean::company_ends::{COMMON_HEADS, STRONG_ENDS, WEAK_ENDS};
use crate::korean::evidence::{CAPITALS, COUNTRIES, MANY_ENDS, PARTICLES};
use crate::korean::names::{
    final_consonant, foreign_score, foreign_sounds, is_hangul, korean_name,
};
use crate::korean::offices::{department, institution, looks_like_clause};
use crate::korean::particles::follows;
use crate::korean::words::Gap;
use crate::lexicon;
use crate::map::{Map, Set};
use crate::model::Confidence;
use crate::span::Span;
use crate::table::{Ends, ends};

/// What speaks for a firm, each counted once a word.
#[derive(Clone, Copy)]
pub enum Sign {
    Beside,
    /// 대만 TSMC
    Abroad,
    Country,
    /// 자회사 가람은
    Apposition,
    /// 자회사 가람 대표
    Kind,
    Follower,
    Owner,
    Subject,
    Speaks,
    Head,
    Mixed,
    /// A word that sounds foreign.
    Foreign,
    /// 가람(GR)
    Bracket,
    Often,
}

impl Sign {
    fn points(self) -> u32 {
        match self {
            Sign::Beside | Sign::Abroad | Sign::Apposition | Sign::Owner | Sign::Head => 3,
            Sign::Country | Sign::Kind | Sign::Follower | Sign::Mixed => 2,
            Sign::Subject | Sign::Speaks | Sign::Foreign | Sign::Bracket | Sign::Often => 1,
        }
    }
}

/// What was counted for one word.
#[derive(Default)]
pub struct Tally {
    signs: u16,
    points: u32,
    /// The last word of a foreign name somewhere.
    pub named: bool,
    evidence: Vec<Span>,
}

impl Tally {
    pub fn add(&mut self, sign: Sign, evidence: Span) {
        let bit = 1 << sign as u16;
        if self.signs & bit == 0 {
            self.signs |= bit;
            self.points += sign.points();
            self.evidence.push(evidence);
        }
    }
}

/// Points from which a word is a firm, and from which it is likely one.
const ENOUGH: u32 = 3;
const PLENTY: u32 = 5;

/// Every mention of a word that the article shows to be a firm. `known` are the companies and
/// people found so far, sorted.
pub fn find(scan: &Scan, known: &[&Found]) -> Vec<Found> {
    let nouns = candidates(scan, known);
    let mut tallies: Map<&str, Tally> = Map::default();
    let acting = acting(scan, &nouns);
    alone(scan, &nouns, &acting, &mut tallies);
    let mut firms: Set<&str> = known
        .iter()
        .filter(|f| f.is_company())
        .map(|f| scan.at(f.name))
        .collect();
    heads(scan, &nouns, known, &acting, &mut tallies);
    // A firm beside a firm beside a firm: a few rounds are enough.
    let mut ends: Map<usize, Span> = Map::default();
    for f in known.iter().filter(|f| f.is_company()) {
        ends.insert(f.span.to(), f.span);
    }
    let mut starts: Set<usize> = known
        .iter()
        .filter(|f| f.is_company())
        .map(|f| f.span.from())
        .collect();
    for _ in 0..4 {
        beside(scan, &nouns, &ends, &starts, &mut tallies);
        let before = firms.len();
        for (i, noun) in nouns.iter().enumerate() {
            if let Some(noun) = noun
                && enough(&tallies, noun)
            {
                firms.insert(noun);
                let span = name_at(scan, i, noun);
                ends.insert(span.to(), span);
                starts.insert(span.from());
            }
        }
        if firms.len() == before {
            break;
        }
    }
    let mut out = Vec::new();
    for (i, noun) in nouns.iter().enumerate() {
        let Some(noun) = noun.filter(|n| enough(&tallies, n)) else {
            continue;
        };
        let Some(tally) = tallies.get(noun) else {
            continue;
        };
        let span = super::listed::form_marker(scan, name_at(scan, i, noun));
        out.push(Found {
            span,
            name: span,
            what: What::Company {
                listed: None,
                stands_for: None,
            },
            confidence: if tally.points >= PLENTY {
                Confidence::Likely
            } else {
                Confidence::Guess
            },
            rule: "company-evidence",
            evidence: tally.evidence.clone(),
        });
    }
    out
}

fn enough(tallies: &Map<&str, Tally>, noun: &str) -> bool {
    tallies
        .get(noun)
        .is_some_and(|t| t.points >= ENOUGH && !(t.named && t.points < PLENTY))
}

/// The noun at the beginning of word `i`.
pub fn name_at(scan: &Scan, i: usize, noun: &str) -> Span {
    let from = scan.words[i].span.from();
    Span::new(from, from + noun.len())
}

/// For each word the noun that may be a firm's name.
fn candidates<'a>(scan: &Scan<'a>, known: &[&Found]) -> Vec<Option<&'a str>> {
    let people: Set<&str> = known
        .iter()
        .filter(|f| !f.is_company())
        .flat_map(|f| {
            let name = scan.at(f.name);
            name.split(' ').chain([name])
        })
        .collect();
    let mut at = 0;
    let mut asked: Map<&str, bool> = Map::default();
    (0..scan.words.len())
        .map(|i| {
            let word = scan.words[i].span;
            while at < known.len() && known[at].span.end <= word.start {
                at += 1;
            }
            let taken = known[at..]
                .iter()
                .take_while(|f| f.span.start < word.end)
                .any(|f| {
                    f.is_company() && f.span.overlaps(word)
                        || f.name.overlaps(word)
                        || f.person()
                            .is_some_and(|p| p.title.is_some_and(|t| t.overlaps(word)))
                });
            // In quotation marks of its own: a product, a slogan.
            let quoted = matches!(
                scan.words[i].gap,
                Gap::Sign('‘' | '\'' | '「' | '『' | '<' | '《')
            ) && scan
                .before(word)
                .ends_with(['‘', '\'', '「', '『', '<', '《']);
            if taken || quoted {
                return None;
            }
            let noun = without_side(scan.noun_at(i));
            let text = scan.word(i);
            let rest = &text[noun.len()..];
            // 했다, 줄었나: a verb in the past; 홋카이도: a word with its last syllable.
            let past = noun
                .chars()
                .rev()
                .take(2)
                .any(|c| final_consonant(c) == Some(20));
            let fits = !past && (rest.is_empty() || allowed(rest) && !lexicon::is_entry(text));
            let mut proper = || *asked.or_insert_with(noun, || proper(noun));
            (fits && shaped(noun) && !people.contains(noun) && proper()).then_some(noun)
        })
        .collect()
}

/// 누리온측: what speaks for it stands outside the name. 관측 and 예측 are words, and so are those that end in them.
pub fn without_side(noun: &str) -> &str {
    static OWN: Ends = ends![
        "관측", "예측", "계측", "추측", "실측", "양측", "좌측", "우측", "억측"
    ];
    let name = noun.strip_suffix('측');
    name.filter(|n| n.chars().count() >= 2 && !OWN.any(noun))
        .unwrap_or(noun)
}

/// Whether `rest` may follow a firm's name in its word.
fn allowed(rest: &str) -> bool {
    let side = |particles| follows("측", particles);
    PARTICLES.has(rest) || rest.strip_prefix('측').is_some_and(side)
}

/// Whether a word has the length and the letters of a firm's name.
fn shaped(noun: &str) -> bool {
    let (mut count, mut strong) = (0, 0);
    for c in noun.chars() {
        let letter = is_hangul(c) || c.is_ascii_uppercase();
        if !letter && !c.is_ascii_alphanumeric() && c != '&' {
            return false;
        }
        count += 1;
        strong += u32::from(letter);
    }
    (2..=10).contains(&count) && strong >= 2 && !noun.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether such a word can be a firm's name at all.
#[inline(never)]
fn proper(noun: &str) -> bool {
    let hangul = noun.chars().any(is_hangul);
    if !hangul && CAPITALS.has(noun) {
        return false;
    }
    // AI반도체, IT업계: letters before an ordinary word; but KB금융.
    let tail = noun.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '&');
    let head = &noun[..noun.len() - tail.len()];
    let firm = || !CAPITALS.has(head) && (bare_end(tail) || tail == "금융");
    if !head.is_empty()
        && !tail.is_empty()
        && !firm()
        && (tail.chars().count() == 1 && tail != "온" || lexicon::is_plain(tail))
    {
        return false;
    }
    !(ordinary(noun)
        || lexicon::is_common_word(noun)
        || lexicon::others().get(noun).is_some()
        || lexicon::press().get(noun).is_some()
        || lexicon::titles().get(noun).is_some()
        || ends_in_title(noun)
        || department(noun) && !STRONG_ENDS.any(noun)
        || institution(noun)
        || looks_like_clause(noun)
        || MANY_ENDS.any(noun)
        || noun.ends_with('들')
        || APPOSITIONS.any(noun)
        || FOLLOWERS.has(noun)
        || COUNTRIES.has(noun)
        || STRONG_ENDS.has(noun)
        || WEAK_ENDS.has(noun)
        || noun.chars().count() == 3 && korean_name(noun).is_some_and(|v| v >= 4))
}

/// Whether a word is an ordinary one; with a firm's end only where its head makes it one.
fn ordinary(noun: &str) -> bool {
    match STRONG_ENDS
        .of(noun)
        .chain(WEAK_ENDS.of(noun))
        .max_by_key(|e| e.len())
    {
        Some(end) => {
            let head = &noun[..noun.len() - end.len()];
            lexicon::is_entry(noun) || COMMON_HEADS.has(head) || head.chars().count() < 2
        }
        None if foreign_sounds(noun) && foreign_score(noun) >= 5 => lexicon::is_entry(noun),
        None => lexicon::is_plain(noun),
    }
}
