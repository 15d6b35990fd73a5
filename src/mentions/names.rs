//! The name that ends at a word, told by its form.

use super::Found;
use super::chain::company_over;
use super::scan::Scan;
use super::titles::is_title;
use crate::korean::callings::{CALLINGS, KIN};
use crate::korean::companies::PERSONAL_NAMES;
use crate::korean::evidence::COUNTRIES;
use crate::korean::names::{
    DOUBTFUL_SURNAMES, foreign_score, is_surname, korean_name, may_be_foreign, uncommon_name,
};
use crate::korean::offices::{NOT_PARTS, department, looks_like_clause};
use crate::lexicon;
use crate::span::Span;

/// The name whose last word is `k`, and whether it is only a surname. `trusted` when the words
/// to its right leave little doubt that a name stands here.
pub fn name_ending_at(
    scan: &Scan,
    k: usize,
    companies: &[Found],
    trusted: bool,
) -> Option<(Span, bool)> {
    let word = scan.words[k].span;
    let text = scan.word(k);
    if company_over(companies, word.from())
        .is_some_and(|c| c.end >= word.end && korean_name(text).is_none())
    {
        return None;
    }
    if scan.options.gazetteer
        && let Some(span) = listed_person(scan, k)
    {
        return Some((span, false));
    }
    // 장남 김해솔 부사장, 배우 김해솔 대표: what somebody is to others, and does.
    if KIN.has(text) || CALLINGS.has(text) {
        return None;
    }
    // 피부과, 인사부: a part of a house.
    // 민주당 대변인: a party.
    let party = text.ends_with('당') && text.chars().count() >= 3;
    let part = party || department(text) && text.ends_with(['과', '팀', '부', '실']);
    if text.chars().count() > 1 && NOT_PARTS.has(text) || part {
        return None;
    }
    let after_foreign = scan
        .previous(k)
        .is_some_and(|p| foreign_part(scan, p, companies) && scan.word(p).chars().count() >= 2);
    if let Some(score) =
        korean_name(text).or_else(|| if trusted { uncommon_name(text) } else { None })
    {
        // 홍인기 경희대 교수: of two that look like names the better one is the name.
        let other = scan
            .previous(k)
            .and_then(|p| Some((p, korean_name(scan.word(p))?)));
        let better = other.is_some_and(|(_, other)| other > score + 2);
        // 주은결 온새미 대표, where 주 대표 speaks
        let called = other.is_some_and(|(p, other)| {
            other >= score && scan.calls(scan.word(p)) && !scan.calls(text)
        });
        if better && score < 4 || called {
            return None;
        }
        let floor = if trusted { -16 } else { -6 };
        let plain = text.chars().count() > 2 || score >= -2 || trusted && scan.count(text) > 0;
        if score >= floor && plain && !(after_foreign && score < -4) {
            return Some((word, false));
        }
    }
    if is_surname(text) && !after_foreign && !looks_like_prefix(scan, text) {
        return Some((word, true));
    }
    None
}

/// 이 회장, 전 대표, 두 회장: a determiner more often than a surname, unless the article has a
/// person of that surname; that is settled with the entities.
fn looks_like_prefix(scan: &Scan, text: &str) -> bool {
    if !DOUBTFUL_SURNAMES.contains(&text) {
        return false;
    }
    !scan.names_one(text)
}

/// A listed person whose last word is `k`.
fn listed_person(scan: &Scan, k: usize) -> Option<Span> {
    let to = scan.words[k].span.to();
    let mut first = k;
    let mut best = None;
    for _ in 0..4 {
        let from = scan.words[first].span.from();
        if let Some(value) = lexicon::executives().get(&scan.text[from..to]) {
            let person = lexicon::executive(value);
            if (person.famous || first < k)
                && !person.aliases_only
                && !(first == k && person.foreign && scan.text[from..to].chars().count() < 2)
            {
                best = Some(Span::new(from, to));
            }
        }
        match scan.previous(first) {
            Some(p) => first = p,
            None => break,
        }
    }
    best
}

/// Whether a word may be part of a transliterated or Latin name, by its form.
pub fn foreign_part(scan: &Scan, k: usize, companies: &[Found]) -> bool {
    let text = scan.word(k);
    let word = scan.words[k].span;
    // 빌 포드: a word that people are called by, whatever else it is.
    let ordinary =
        || lexicon::is_common_word(text) || lexicon::is_entry(text) && foreign_score(text) < 15;
    if NOT_PARTS.has(text)
        || COUNTRIES.has(text)
        || !PERSONAL_NAMES.has(text) && ordinary()
        || company_over(companies, word.from()).is_some()
        || lexicon::others().get(text).is_some()
    {
        return false;
    }
    if text
        .chars()
        .all(|c| c.is_ascii_alphabetic() || c == '-' || c == '.')
    {
        return text.starts_with(|c: char| c.is_ascii_uppercase())
            && text.len() > 2
            && text.chars().any(|c| c.is_ascii_lowercase());
    }
    if !may_be_foreign(text) || is_title(text) || department(text) {
        return false;
    }
    let count = text.chars().count();
    // A particle at its end speaks against a part of a name.
    let particled = text.ends_with(['은', '는', '을', '를', '의', '에', '와', '과', '도'])
        && count > 1
        && scan.particled(k);
    let verbal = looks_like_clause(text);
    !(verbal || particled)
}
