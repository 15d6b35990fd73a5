//! Companies that no list has: known by their form ((주)X, X인베스트먼트) or by their neighbours
//! (스타트업 X, X(대표 Y)).

use super::listed::form_marker;
use super::scan::Scan;
use super::{Found, What};
use crate::korean::companies::{APPOSITIONS, COMMON_HEADS, STRONG_ENDS, WEAK_ENDS};
use crate::korean::names::is_hangul;
use crate::lexicon;
use crate::model::Confidence;
use crate::span::Span;

/// Companies by form and by neighbours, where the list has found none.
pub fn find(scan: &Scan, known: &[Found]) -> Vec<Found> {
    let mut out = Vec::new();
    for i in 0..scan.words.len() {
        let word = scan.words[i].span;
        let at = known.partition_point(|f| f.span.end <= word.start);
        let taken = known.get(at).map(|f| f.span).filter(|s| s.overlaps(word));
        if let Some(taken) = taken {
            // A listed name that is only the head of a longer one: 삼성 + 벤처투자.
            if taken.contains(word) || taken.start < word.start {
                continue;
            }
        }
        if let Some(found) = marked(scan, i).or_else(|| by_end(scan, i)).or_else(|| introduced(scan, i)) {
            out.push(found);
        }
    }
    out
}

fn company(scan: &Scan, name: Span, confidence: Confidence, rule: &'static str, evidence: Vec<Span>) -> Found {
    let span = form_marker(scan, name);
    Found { span, name: span, what: What::Company { listed: None, stands_for: None }, confidence, rule, evidence }
}

/// (주)X, ㈜X, 주식회사 X, X㈜.
fn marked(scan: &Scan, i: usize) -> Option<Found> {
    let word = scan.words[i].span;
    let whole = form_marker(scan, word);
    if whole.start < word.start {
        let name = Span::new(word.from(), word.from() + scan.noun(scan.word(i)).len());
        return Some(company(scan, name, Confidence::Sure, "company-form", vec![Span { start: whole.start, end: word.start }]));
    }
    if whole.end > word.end && scan.word(i) != "농업회사법인" {
        return Some(company(scan, word, Confidence::Sure, "company-form", vec![Span { start: word.end, end: whole.end }]));
    }
    None
}

/// A word that ends as only firms do.
fn by_end(scan: &Scan, i: usize) -> Option<Found> {
    let word = scan.words[i].span;
    let text = scan.word(i);
    for stem in crate::korean::particles::stems(text) {
        let Some((end, strong)) = end_of(stem) else { continue };
        let head = &stem[..stem.len() - end.len()];
        let heads = head.chars().count();
        if heads == 0 || COMMON_HEADS.contains(&head) || lexicon::others().get(stem).is_some() || is_number(head) {
            return None;
        }
        let plausible = if strong { heads >= 2 } else { heads >= 2 && head.chars().all(|c| c.is_alphanumeric()) };
        if !plausible || common(head) || common(stem) {
            return None;
        }
        let name = Span::new(word.from(), word.from() + stem.len());
        let confidence = if strong { Confidence::Likely } else { Confidence::Guess };
        let evidence = vec![Span::new(name.to() - end.len(), name.to())];
        return Some(company(scan, name, confidence, "company-end", evidence));
    }
    None
}

/// The longest end of a company's name that `stem` has, and whether only firms have it.
fn end_of(stem: &str) -> Option<(&'static str, bool)> {
    let longest = |ends: &[&'static str]| ends.iter().copied().filter(|e| stem.ends_with(e) && stem.len() > e.len()).max_by_key(|e| e.len());
    longest(STRONG_ENDS).map(|e| (e, true)).or_else(|| longest(WEAK_ENDS).map(|e| (e, false)))
}

fn is_number(head: &str) -> bool {
    head.chars().all(|c| c.is_ascii_digit())
}

fn common(word: &str) -> bool {
    lexicon::is_common_word(word)
}

/// 스타트업 X, 자회사 X: a proper-looking word after a noun that names a kind of firm, where the
/// article names X more than once or X cannot be an ordinary word.
fn introduced(scan: &Scan, i: usize) -> Option<Found> {
    let before = scan.previous(i)?;
    let cue = scan.word(before);
    let fits = APPOSITIONS.iter().any(|a| cue.ends_with(a) || cue.strip_suffix('인').is_some_and(|c| c.ends_with(a)));
    if !fits {
        return None;
    }
    let text = scan.word(i);
    let noun = scan.noun(text);
    let length = noun.chars().count();
    let latin = noun.chars().any(|c| c.is_ascii_uppercase());
    let proper = (length >= 3 || latin && length >= 2) && !common(noun) && noun.chars().all(|c| is_hangul(c) || c.is_ascii_alphanumeric() || "&-.".contains(c));
    if !proper || is_number(noun) || super::titles::ends_in_title(noun) || lexicon::others().get(noun).is_some() {
        return None;
    }
    // The word must be used as a name: bare with a particle, more than once, or before brackets.
    let particle = noun.len() < text.len();
    let repeated = scan.count(noun) >= 2;
    if !repeated || !(particle || latin || repeated) || super::chain::looks_like_clause(noun) {
        return None;
    }
    let word = scan.words[i].span;
    let name = Span::new(word.from(), word.from() + noun.len());
    Some(company(scan, name, Confidence::Likely, "company-introduced", vec![scan.words[before].span]))
}

/// Whether a word ends as firms do: 시그마인텔 does not, 린드홀름에너지 does.
pub fn firm_like(word: &str) -> bool {
    end_of(word).is_some_and(|(end, _)| word.chars().count() > end.chars().count() + 1)
}
