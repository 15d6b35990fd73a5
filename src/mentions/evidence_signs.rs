//! What speaks for a firm: the words beside a candidate, a firm's name that it is the head of, and
//! the firms in one list with it.

use super::Found;
use super::cues::Cue;
use super::evidence::{Sign, Tally, name_at};
use super::forms::firm_like;
use super::scan::Scan;
use super::title_run::bracketed;
use super::titles::TitleWord;
use crate::korean::companies::APPOSITIONS;
use crate::korean::company_ends::{STRONG_ENDS, WEAK_ENDS};
use crate::korean::evidence::{CORPORATE, COUNTRIES, HOLDINGS};
use crate::korean::names::{foreign_score, foreign_sounds, is_hangul, korean_name, may_be_foreign};
use crate::korean::offices::looks_like_clause;
use crate::korean::words::Gap;
use crate::lexicon;
use crate::map::{Map, Set};
use crate::model::Confidence;
use crate::span::Span;

/// What the words right beside each candidate say.
pub fn alone<'a>(
    scan: &Scan<'a>,
    nouns: &[Option<&'a str>],
    acting: &Map<&str, i32>,
    tallies: &mut Map<&'a str, Tally>,
) {
    let mut seen: Map<&str, u32> = Map::default();
    for (i, noun) in nouns.iter().enumerate() {
        let Some(noun) = *noun else { continue };
        let word = scan.words[i].span;
        let rest = &scan.word(i)[noun.len()..];
        let tally = tallies.or_default(noun);
        let often = seen.or_default(noun);
        *often += 1;
        if *often == 3 {
            tally.add(Sign::Often, word);
        }
        let sounds = foreign_sounds(noun);
        if sounds && noun.chars().count() >= 3 && foreign_score(noun) >= 8 {
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
            if sounds && may_be_foreign(cue) && !lexicon::is_plain(cue) && !APPOSITIONS.any(cue) {
                tally.named = true;
            }
            let foreign = || {
                sounds && foreign_score(noun) >= 0
                    || noun.bytes().all(|c| c.is_ascii_alphanumeric())
                    || firm_like(noun)
            };
            let country = cue.strip_suffix('계').unwrap_or(cue);
            let acts = || acting.get(noun).is_some_and(|a| *a > 0);
            if COUNTRIES.has(country) && (noun.is_ascii() || acts()) && foreign() {
                let sign = if noun.is_ascii() {
                    Sign::Abroad
                } else {
                    Sign::Country
                };
                tally.add(sign, scan.words[p].span);
            }
            if scan.cue(p, Cue::Kind) {
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
        // 가람과 누리 같은 핀테크, 가람 등 국내 스타트업이
        if matches!(rest, "" | "등" | "등의")
            && let Some(k) = kind_behind(scan, i, rest)
        {
            tally.add(Sign::Apposition, scan.words[k].span);
        }
        if rest.starts_with('측') {
            tally.add(Sign::Follower, word);
        }
        // 가람 김해솔 대표
        if rest.is_empty()
            && let Some(n) = next
            && let Some(t) = scan.next(n)
            && scan.word(n).chars().count() == 3
            && korean_name(scan.word(n)).is_some_and(|v| v >= 0)
            && !(may_be_foreign(noun) && may_be_foreign(scan.word(n)))
            && heads_firm(scan, t)
        {
            tally.add(Sign::Follower, scan.words[t].span);
        }
        // X의 김해솔 대표: only heads of firms are introduced so.
        if rest == "의"
            && let Some(n) = next
            && let Some(t) = scan.next(n)
            && korean_name(scan.word(n)).is_some_and(|v| v >= -6)
            && scan.word(n).chars().count() >= 3
            && heads_firm(scan, t)
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

/// The kind of firm that the words behind word `i` count it among: 같은 핀테크, 등 국내 업체.
#[inline(never)]
fn kind_behind(scan: &Scan, i: usize, rest: &str) -> Option<usize> {
    let mut k = scan.next(i)?;
    if rest.is_empty() {
        if !matches!(scan.word(k), "등" | "등의" | "같은") {
            return None;
        }
        k = scan.next(k)?;
    }
    for _ in 0..3 {
        if APPOSITIONS.any(scan.noun_at(k)) {
            return Some(k);
        }
        if scan.particled(k) || looks_like_clause(scan.word(k)) {
            return None;
        }
        k = scan.next(k)?;
    }
    None
}

/// How much more often each noun acts (가람은, 가람과) than it is a place (가람에서).
#[inline(never)]
pub fn acting<'a>(scan: &Scan, nouns: &[Option<&'a str>]) -> Map<&'a str, i32> {
    let mut out: Map<&str, i32> = Map::default();
    for (i, noun) in nouns.iter().enumerate() {
        let Some(noun) = *noun else { continue };
        *out.or_default(noun) += match &scan.word(i)[noun.len()..] {
            "은" | "는" | "이" | "가" | "와" | "과" | "도" | "측" | "측은" | "를" | "을" | "의"
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
#[inline(never)]
fn mixed(noun: &str) -> bool {
    let tail = noun.trim_start_matches(|c: char| c.is_ascii_uppercase() || c == '&');
    noun.len() >= tail.len() + 2 && tail.chars().count() >= 1 && tail.chars().all(is_hangul)
}

fn heads_firm(scan: &Scan, i: usize) -> bool {
    let executive = |t: TitleWord| t.class == lexicon::TitleClass::Executive;
    scan.title(i).is_some_and(executive) && !scan.word(i).starts_with("이사회")
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
#[inline(never)]
pub fn heads<'a>(
    scan: &Scan<'a>,
    nouns: &[Option<&'a str>],
    known: &[&Found],
    acting: &Map<&str, i32>,
    tallies: &mut Map<&'a str, Tally>,
) {
    let mut heads: Map<&str, Span> = Map::default();
    let sure = |f: &&Found| {
        f.is_company() && (f.confidence >= Confidence::Likely || scan.count(scan.at(f.name)) >= 2)
    };
    for f in known.iter().copied().filter(sure) {
        let name = scan
            .at(f.name)
            .trim_start_matches("(주)")
            .trim_start_matches('㈜');
        for end in STRONG_ENDS.of(name).chain(WEAK_ENDS.of(name)) {
            let head = name[..name.len() - end.len()].trim_end();
            if head.chars().count() >= 2 {
                heads.or_insert(head, f.name);
            }
        }
    }
    for noun in nouns.iter().flatten() {
        if let Some(full) = heads.get(noun)
            && acting.get(noun).is_some_and(|a| *a > 0)
        {
            tallies.or_default(noun).add(Sign::Head, *full);
        }
    }
}

/// Names in one list with a firm: A와 B, A·B, A, B는.
#[inline(never)]
pub fn beside<'a>(
    scan: &Scan<'a>,
    nouns: &[Option<&'a str>],
    ends: &Map<usize, Span>,
    starts: &Set<usize>,
    tallies: &mut Map<&'a str, Tally>,
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
        let joins = match scan.words[i].gap {
            Gap::Sign(sign) => matches!(sign, ',' | '·' | '/'),
            Gap::Space => i > 0 && scan.word(i - 1).ends_with(['와', '과', '및']),
            Gap::Start => false,
        };
        let before = if joins { scan.before(span) } else { "" };
        let trimmed = before.trim_end_matches(' ');
        let listed = ["와", "과", ",", "·", "/", " 및"]
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
            tallies.or_default(noun).add(Sign::Beside, firm);
        }
        // The firm behind.
        let listed = ["와 ", "과 ", ", ", "·", "/", " 및 "]
            .iter()
            .find(|s| after.starts_with(**s) && starts.contains(&(span.to() + s.len())));
        if let Some(sign) = listed {
            let at = span.to() + sign.len();
            tallies
                .or_default(noun)
                .add(Sign::Beside, Span::new(span.from(), at));
        }
    }
}
