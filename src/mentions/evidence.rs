//! Firms that no list has and no form shows, by what the whole article says of a word: beside a
//! known firm, behind a country, before 관계자, as the subject of 공시했다. Points are counted.

use super::forms::{bare_end, firm_like};
use super::scan::Scan;
use super::title_run::bracketed;
use super::titles::ends_in_title;
use super::{Found, What};
use crate::korean::companies::{APPOSITIONS, FOLLOWERS};
use crate::korean::company_ends::{COMMON_HEADS, STRONG_ENDS, WEAK_ENDS};
use crate::korean::evidence::{CAPITALS, CORPORATE, COUNTRIES, HOLDINGS, MANY_ENDS, PARTICLES};
use crate::korean::names::{foreign_score, foreign_sounds, is_hangul, korean_name, may_be_foreign};
use crate::korean::offices::{department, institution, looks_like_clause};
use crate::korean::words::Gap;
use crate::lexicon;
use crate::model::Confidence;
use crate::span::Span;
use rustc_hash::{FxHashMap, FxHashSet};

/// What speaks for a firm, each counted once a word.
#[derive(Clone, Copy)]
enum Sign {
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
struct Tally {
    signs: u16,
    points: u32,
    /// The last word of a foreign name somewhere.
    named: bool,
    evidence: Vec<Span>,
}

impl Tally {
    fn add(&mut self, sign: Sign, evidence: Span) {
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
pub fn find(scan: &Scan, known: &[Found]) -> Vec<Found> {
    let nouns = candidates(scan, known);
    let mut tallies: FxHashMap<&str, Tally> = FxHashMap::default();
    alone(scan, &nouns, &mut tallies);
    let mut firms: FxHashSet<&str> = known
        .iter()
        .filter(|f| f.is_company())
        .map(|f| scan.at(f.name))
        .collect();
    heads(scan, &nouns, known, &mut tallies);
    // A firm beside a firm beside a firm: a few rounds are enough.
    let mut ends: FxHashMap<usize, Span> = FxHashMap::default();
    for f in known.iter().filter(|f| f.is_company()) {
        ends.insert(f.span.to(), f.span);
    }
    let mut starts: FxHashSet<usize> = known
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
        let tally = &tallies[noun];
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

fn enough(tallies: &FxHashMap<&str, Tally>, noun: &str) -> bool {
    tallies
        .get(noun)
        .is_some_and(|t| t.points >= ENOUGH && !(t.named && t.points < PLENTY))
}

fn name_at(scan: &Scan, i: usize, noun: &str) -> Span {
    let from = scan.words[i].span.from();
    Span::new(from, from + noun.len())
}

/// For each word the noun that may be a firm's name.
fn candidates<'a>(scan: &Scan<'a>, known: &[Found]) -> Vec<Option<&'a str>> {
    let people: FxHashSet<&str> = known
        .iter()
        .filter(|f| !f.is_company())
        .flat_map(|f| {
            let name = scan.at(f.name);
            name.split(' ').chain([name])
        })
        .collect();
    let mut at = 0;
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
            let noun = scan.noun_at(i);
            let text = scan.word(i);
            let rest = &text[noun.len()..];
            // 했다, 줄었나: a verb in the past; 홋카이도: a word with its last syllable.
            let past = noun
                .chars()
                .rev()
                .take(2)
                .any(|c| (c as u32).wrapping_sub(0xac00) % 28 == 20);
            let fits =
                (rest.is_empty() || PARTICLES.has(rest) && !lexicon::is_entry(text)) && !past;
            (fits && proper(noun) && !people.contains(noun)).then_some(noun)
        })
        .collect()
}

/// Whether a word can be a firm's name at all.
fn proper(noun: &str) -> bool {
    let count = noun.chars().count();
    let hangul = noun.chars().filter(|c| is_hangul(*c)).count();
    let capitals = noun.chars().filter(char::is_ascii_uppercase).count();
    if !(2..=10).contains(&count) || hangul + capitals < 2 {
        return false;
    }
    if noun.starts_with(|c: char| c.is_ascii_digit())
        || !noun
            .chars()
            .all(|c| is_hangul(c) || c.is_ascii_alphanumeric() || c == '&')
    {
        return false;
    }
    if hangul == 0 && CAPITALS.has(noun) {
        return false;
    }
    // AI반도체, IT업계: letters before an ordinary word; but KB금융.
    let tail = noun.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '&');
    let head = &noun[..noun.len() - tail.len()];
    let firm = !CAPITALS.has(head) && (bare_end(tail) || tail == "금융");
    if !head.is_empty()
        && !tail.is_empty()
        && !firm
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
        || APPOSITIONS.any(noun)
        || FOLLOWERS.has(noun)
        || COUNTRIES.has(noun)
        || STRONG_ENDS.has(noun)
        || WEAK_ENDS.has(noun)
        || count == 3 && korean_name(noun).is_some_and(|v| v >= 4))
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

/// What the words right beside each candidate say.
fn alone<'a>(scan: &Scan<'a>, nouns: &[Option<&'a str>], tallies: &mut FxHashMap<&'a str, Tally>) {
    let mut seen: FxHashMap<&str, u32> = FxHashMap::default();
    let acting = acting(scan, nouns);
    for (i, noun) in nouns.iter().enumerate() {
        let Some(noun) = *noun else { continue };
        let word = scan.words[i].span;
        let rest = &scan.word(i)[noun.len()..];
        let tally = tallies.entry(noun).or_default();
        let often = seen.entry(noun).or_default();
        *often += 1;
        if *often == 3 {
            tally.add(Sign::Often, word);
        }
        if noun.chars().count() >= 3 && foreign_sounds(noun) && foreign_score(noun) >= 8 {
            tally.add(Sign::Foreign, word);
        }
        if rest.is_empty()
            && let Some((_, inner)) = bracketed(scan, word.to())
            && (2..=6).contains(&inner.len())
            && inner.chars().all(|c| c.is_ascii_uppercase())
        {
            tally.add(Sign::Bracket, word);
        }
        if mixed(noun) {
            tally.add(Sign::Mixed, word);
        }
        if let Some(p) = scan.previous(i) {
            let cue = scan.word(p);
            // 파티마 알수와이디는: a person's name.
            if may_be_foreign(cue)
                && foreign_sounds(noun)
                && !lexicon::is_plain(cue)
                && !APPOSITIONS.any(cue)
            {
                tally.named = true;
            }
            let foreign = foreign_sounds(noun) && foreign_score(noun) >= 0
                || noun.chars().all(|c| c.is_ascii_alphanumeric())
                || firm_like(noun);
            let country = cue.strip_suffix('계').unwrap_or(cue);
            let acts = acting.get(noun).is_some_and(|a| *a > 0);
            if COUNTRIES.has(country) && foreign && (acts || noun.is_ascii()) {
                let sign = if noun.is_ascii() {
                    Sign::Abroad
                } else {
                    Sign::Country
                };
                tally.add(sign, scan.words[p].span);
            }
            if APPOSITIONS.any(cue) || cue.strip_suffix('인').is_some_and(|c| APPOSITIONS.any(c)) {
                let sign = if rest.is_empty() {
                    Sign::Kind
                } else {
                    Sign::Apposition
                };
                tally.add(sign, scan.words[p].span);
            }
        }
        let next = scan.next(i);
        if rest.is_empty()
            && let Some(n) = next
            && HOLDINGS.has(scan.noun_at(n))
        {
            tally.add(Sign::Follower, scan.words[n].span);
        }
        if rest.starts_with('측') {
            tally.add(Sign::Follower, word);
        }
        // X의 김해솔 대표: only heads of firms are introduced so.
        if rest == "의"
            && let Some(n) = next
            && let Some(t) = scan.next(n)
            && korean_name(scan.word(n)).is_some_and(|v| v >= -6)
            && scan.word(n).chars().count() >= 3
            && heads_firm(scan.word(t))
        {
            tally.add(Sign::Owner, scan.words[t].span);
        }
        if matches!(rest, "은" | "는" | "이" | "가") {
            if let Some(sign) = scan.words.get(i + 1).map(|w| w.gap)
                && matches!(sign, Gap::Sign('“' | '"' | '‘' | '\'' | '「'))
            {
                tally.add(Sign::Speaks, word);
            }
            if let Some(k) = corporate_verb(scan, i) {
                tally.add(Sign::Subject, scan.words[k].span);
            }
        }
    }
}

/// How much more often each noun acts (가람은, 가람과) than it is a place (가람에서).
fn acting<'a>(scan: &Scan, nouns: &[Option<&'a str>]) -> FxHashMap<&'a str, i32> {
    let mut out: FxHashMap<&str, i32> = FxHashMap::default();
    for (i, noun) in nouns.iter().enumerate() {
        let Some(noun) = *noun else { continue };
        *out.entry(noun).or_default() += match &scan.word(i)[noun.len()..] {
            "은" | "는" | "이" | "가" | "와" | "과" | "도" | "측" | "측은" | "를" | "을"
            | "로부터" => 1,
            "에서" | "에서는" | "에서도" => -1,
            _ => 0,
        };
    }
    out
}

/// 했고, 줄었으며: an ending that no name in a list has.
fn verb(noun: &str) -> bool {
    noun.ends_with(['고', '며', '다', '서', '자', '면', '만', '데'])
}

/// SK온, HL만도: capitals and a name.
fn mixed(noun: &str) -> bool {
    let tail = noun.trim_start_matches(|c: char| c.is_ascii_uppercase() || c == '&');
    noun.len() >= tail.len() + 2 && tail.chars().count() >= 1 && tail.chars().all(is_hangul)
}

fn heads_firm(word: &str) -> bool {
    super::titles::title_in(word)
        .is_some_and(|t| t.class == lexicon::TitleClass::Executive && !word.starts_with("이사회"))
}

/// The word in the rest of the sentence that only firms do or have.
fn corporate_verb(scan: &Scan, i: usize) -> Option<usize> {
    for k in i + 1..scan.words.len().min(i + 25) {
        if matches!(scan.words[k].gap, Gap::Start | Gap::Sign('.' | '?' | '!'))
            || scan.text[scan.words[k - 1].span.to()..scan.words[k].span.from()].contains('\n')
        {
            return None;
        }
        if CORPORATE.any(scan.word(k)) {
            return Some(k);
        }
    }
    None
}

/// 가람 where 가람전자 is known: the head of a firm's name stands for it.
fn heads<'a>(
    scan: &Scan<'a>,
    nouns: &[Option<&'a str>],
    known: &[Found],
    tallies: &mut FxHashMap<&'a str, Tally>,
) {
    let mut heads: FxHashMap<&str, Span> = FxHashMap::default();
    let sure = |f: &&Found| {
        f.is_company() && (f.confidence >= Confidence::Likely || scan.count(scan.at(f.name)) >= 2)
    };
    for f in known.iter().filter(sure) {
        let name = scan
            .at(f.name)
            .trim_start_matches("(주)")
            .trim_start_matches('㈜');
        for end in STRONG_ENDS.of(name).chain(WEAK_ENDS.of(name)) {
            let head = name[..name.len() - end.len()].trim_end();
            if head.chars().count() >= 2 {
                heads.entry(head).or_insert(f.name);
            }
        }
    }
    let acting = acting(scan, nouns);
    for noun in nouns.iter().flatten() {
        if let Some(full) = heads.get(noun)
            && acting.get(noun).is_some_and(|a| *a > 0)
        {
            tallies.entry(noun).or_default().add(Sign::Head, *full);
        }
    }
}

/// Names in one list with a firm: A와 B, A·B, A, B는.
fn beside<'a>(
    scan: &Scan<'a>,
    nouns: &[Option<&'a str>],
    ends: &FxHashMap<usize, Span>,
    starts: &FxHashSet<usize>,
    tallies: &mut FxHashMap<&'a str, Tally>,
) {
    for (i, noun) in nouns.iter().enumerate() {
        let Some(noun) = *noun else { continue };
        let span = name_at(scan, i, noun);
        // 가람전자와 손잡고, 가람전자와 전구체 공급: what follows bare is no member of the list.
        let after = scan.after(span);
        let figure = after.trim_start().starts_with(|c: char| c.is_ascii_digit());
        let bare = after.is_empty() || after.starts_with([' ', '\n']) && !figure;
        if bare || verb(noun) && after.starts_with(',') {
            continue;
        }
        // The firm before: A와 B, A, B, A·B, A 및 B.
        let before = scan.before(span);
        let trimmed = before.trim_end_matches(' ');
        let listed = ["와", "과", ",", "·", "ㆍ", "/", " 및"]
            .iter()
            .filter_map(|s| trimmed.strip_suffix(s))
            .find_map(|b| {
                // 가람전자 42.9%, 누리텍 34.5%
                let figures = b.trim_end_matches(|c: char| c.is_ascii_digit() || ".%".contains(c));
                ends.get(&b.trim_end_matches(' ').len())
                    .or_else(|| ends.get(&figures.trim_end_matches(' ').len()))
            });
        let joined = i > 0 && !scan.text[scan.words[i - 1].span.to()..span.from()].contains('\n');
        if let Some(&firm) = listed.filter(|_| joined) {
            tallies.entry(noun).or_default().add(Sign::Beside, firm);
        }
        // The firm behind.
        let listed = ["와 ", "과 ", ", ", "·", "ㆍ", "/", " 및 "]
            .iter()
            .find(|s| after.starts_with(**s) && starts.contains(&(span.to() + s.len())));
        if let Some(sign) = listed {
            let at = span.to() + sign.len();
            tallies
                .entry(noun)
                .or_default()
                .add(Sign::Beside, Span::new(span.from(), at));
        }
    }
}
