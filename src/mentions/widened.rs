//! Companies in two words of which only the first was found: 코랄베이 + LNG, 파빌리온 + 크레스트.

use super::scan::Scan;
use super::titles::ends_in_title;
use super::{Found, What};
use crate::korean::companies::FOLLOWERS;
use crate::korean::company_ends::APART_ENDS;
use crate::korean::names::{foreign_score, korean_name, may_be_foreign};
use crate::lexicon;
use crate::map::Map;

/// `found`, sorted and settled, with unlisted companies taken to the end of their names: over a word that foreign
/// firms bear behind their name (뷰티, LNG), or over one that stands behind it again and again. Linear but for a
/// logarithm.
pub fn widened(scan: &Scan, mut found: Vec<Found>) -> Vec<Found> {
    // How often each pair of a company and the word behind it stands in the article.
    let mut pairs: Map<(&str, &str), u32> = Map::default();
    let behind: Vec<Option<usize>> = (0..found.len())
        .map(|i| word_behind(scan, &found, i))
        .collect();
    for (f, word) in found.iter().zip(&behind) {
        if let Some(word) = *word {
            *pairs.or_default((scan.at(f.name), scan.noun_at(word))) += 1;
        }
    }
    for (f, word) in found.iter_mut().zip(behind) {
        let Some(word) = word else { continue };
        let noun = scan.noun_at(word);
        let again = || pairs.get(&(scan.at(f.name), noun)) > Some(&1) && belongs(scan, word);
        if APART_ENDS.has(noun) || again() {
            let end = scan.words[word].span.start + noun.len() as u32;
            (f.span.end, f.name.end) = (end, end);
        }
    }
    found
}

/// The word behind an unlisted foreign company of one word, where nothing else is marked.
fn word_behind(scan: &Scan, found: &[Found], i: usize) -> Option<usize> {
    let f = &found[i];
    let unlisted = matches!(f.what, What::Company { listed: None, .. });
    let name = scan.at(f.name);
    let word = scan.word_at(f.name.to() - 1);
    let whole = f.span == f.name && scan.words.get(word)?.span == f.span;
    if !unlisted || !whole || name.chars().count() < 3 || foreign_score(name) < 5 {
        return None;
    }
    let next = scan.next(word)?;
    let free = found
        .get(i + 1)
        .is_none_or(|other| other.span.start >= scan.words[next].span.end);
    free.then_some(next)
}

/// Whether a word may be the second of a foreign name: no ordinary word, no title, nobody's name.
fn belongs(scan: &Scan, word: usize) -> bool {
    let noun = scan.noun_at(word);
    let titled = |w: usize| scan.title(w).is_some();
    noun.chars().count() >= 2
        && may_be_foreign(noun)
        && !lexicon::is_plain(noun)
        && !FOLLOWERS.has(noun)
        && !ends_in_title(noun)
        && korean_name(noun).is_none_or(|score| score < 0)
        && !scan.next(word).is_some_and(titled)
}
