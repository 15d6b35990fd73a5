//! Subjects of English reporting verbs.

use super::Article;
use super::between;
use super::cast::{self, Who};
use super::english::Memory;
use super::english_words::*;
use super::phrases::words;
use crate::korean::words::lower;
use crate::model::{Mention, MentionKind};
use crate::span::Span;

/// The first reporting verb of `range`.
pub(super) fn first_verb(text: &str, range: Span) -> Option<Span> {
    let mut previous = "";
    for word in words(text, range) {
        let here = word.of(text);
        let bare = here.trim_matches(|c: char| !c.is_alphanumeric());
        let lower = lower(bare);
        let at = word.from()
            + (here.len()
                - here
                    .trim_start_matches(|c: char| !c.is_alphanumeric())
                    .len());
        let participle = lower == "called"
            && text[word.to()..range.to()]
                .trim_start()
                .starts_with(|c: char| c.is_uppercase())
            && !previous.ends_with(',');
        if SAYING.has(&lower)
            && !participle
            && !matches!(previous, "the" | "a" | "an" | "this" | "its" | "is" | "be")
        {
            return Some(Span::new(at, at + bare.len()));
        }
        previous = here;
    }
    None
}

/// said Hollis Vane, …; said a person with direct knowledge of the talks.
pub(super) fn subject_after(article: &Article, range: Span) -> Option<Who> {
    let text = article.text;
    let words = range.of(text);
    let clause = words.find([',', '.', ';']).unwrap_or(words.len());
    let lead = range.from() + (words.len() - words.trim_start().len());
    let found = article.cast.within(range);
    if let Some(first) = found.first().filter(|m| m.span.from() <= lead + 1) {
        let person = found
            .iter()
            .find(|m| m.kind != MentionKind::Company && m.span.from() <= first.span.to() + 1);
        return Some(article.cast.speaker(person.unwrap_or(first)));
    }
    if let Some(person) = found
        .iter()
        .find(|m| m.kind != MentionKind::Company && m.span.from() < range.from() + clause)
        && !text[lead..person.span.from()].contains(" of ")
    {
        return Some(article.cast.speaker(person));
    }
    unnamed(
        article,
        between(lead, range.from() + clause.max(lead - range.from())),
    )
}

/// The subject in the words before a verb.
pub(super) fn subject_of(article: &Article, range: Span, memory: &Memory) -> Option<Who> {
    let text = article.text;
    let range = range.trim(text);
    let found = article.cast.within(range);
    let tail = last_clause(text, range);
    let last = words(text, tail).next_back().map(|w| lower(w.of(text)));
    if let Some(word) = &last
        && (PRONOUNS.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()))
            || words(text, tail).count() <= 2
                && words(text, tail).any(|w| matches!(lower(w.of(text)).as_str(), "he" | "she")))
    {
        // it said in a statement: the firm spoken of.
        if word == "it" && memory.it.is_some() {
            return memory.it.clone();
        }
        return memory.person.clone().or_else(|| memory.topic.clone());
    }
    let free = |m: &&&Mention| !possessive(text, m, range.to());
    let article_first = words(text, range)
        .next()
        .is_some_and(|w| ARTICLES.contains(&lower(w.of(text)).as_str()));
    let person = found
        .iter()
        .filter(|m| m.kind != MentionKind::Company)
        .find(free);
    if let Some(person) = person {
        return Some(article.cast.speaker(person));
    }
    if article_first && let Some(who) = the_company(article, range, memory) {
        return Some(who);
    }
    if article_first
        && found
            .first()
            .is_none_or(|m| words(text, between(range.from(), m.span.from())).count() > 2)
    {
        return unnamed(article, range);
    }
    if let Some(company) = found.iter().find(free) {
        return Some(article.cast.speaker(company));
    }
    let tail_first = words(text, tail)
        .next()
        .is_some_and(|w| ARTICLES.contains(&lower(w.of(text)).as_str()));
    if tail_first {
        return the_company(article, tail, memory).or_else(|| unnamed(article, tail));
    }
    None
}

fn last_clause(text: &str, range: Span) -> Span {
    let words = range.of(text);
    let cut = [", ", " and ", " but ", " while ", "; "]
        .iter()
        .filter_map(|c| words.trim_end_matches(',').rfind(c).map(|i| i + c.len()))
        .max()
        .unwrap_or(0);
    between(range.from() + cut, range.to())
}

pub(super) fn possessive(text: &str, m: &Mention, end: usize) -> bool {
    let rest = &text[m.span.to()..end.max(m.span.to())];
    rest.starts_with("'s")
        || rest.starts_with("’s")
        || rest.starts_with("' ")
        || rest.starts_with("’ ")
}

/// the automaker, the company
fn the_company(article: &Article, range: Span, memory: &Memory) -> Option<Who> {
    let words: Vec<&str> = range.of(article.text).split_whitespace().collect();
    let named = words.len() <= 3
        && words.first().is_some_and(|w| w.eq_ignore_ascii_case("the"))
        && words.last().is_some_and(|w| COMPANY_NOUNS.contains(w));
    if !named {
        return None;
    }
    memory.company.clone().or_else(|| {
        article
            .cast
            .main_company
            .map(|id| article.cast.entity(id, None, false))
    })
}

/// A source as written, without its article.
fn unnamed(article: &Article, range: Span) -> Option<Who> {
    let text = article.text;
    let span = range.trim(text);
    let words = span.of(text);
    let first = words.split_whitespace().next()?;
    let skip = if ["a", "an", "the"].contains(&lower(first).as_str()) {
        first.len() + 1
    } else {
        0
    };
    let end = words.find([',', ';']).unwrap_or(words.len());
    let end = [" who ", " which ", " that ", " told ", " speaking "]
        .iter()
        .filter_map(|w| words.find(w))
        .fold(end, usize::min);
    if skip >= end || end - skip < 3 {
        return None;
    }
    let span = Span::new(span.from() + skip, span.from() + end);
    let institution = span.of(text).starts_with(|c: char| c.is_uppercase()) && skip > 0;
    Some(cast::source(text, span, institution))
}

/// A banker in Seoul who …: one that a sentence opens with, up to its clause or verb.
pub(super) fn someone(article: &Article, range: Span) -> Option<Who> {
    const VERBS: &[&str] = &[
        " puts ", " put ", " has ", " had ", " is ", " was ", " sums ", " summed ",
    ];
    let text = article.text;
    let whole = range.of(text);
    if !["A ", "An ", "One ", "Another "]
        .iter()
        .any(|a| whole.starts_with(a))
    {
        return None;
    }
    let end = [" who ", ", "]
        .iter()
        .chain(VERBS)
        .filter_map(|v| whole.find(v))
        .min()?;
    unnamed(article, between(range.from(), range.from() + end))
}

/// told B
pub(super) fn told(article: &Article, range: Span, speaker: Option<&Who>) -> Option<Who> {
    let text = article.text;
    let verb = first_verb(text, range).filter(|v| matches!(v.of(text), "told" | "tells"))?;
    let start = verb.to() + 1;
    let m = article
        .cast
        .within(between(start, range.to()))
        .first()
        .copied()
        .filter(|m| m.span.from() == start)?;
    let who = article.cast.speaker(m);
    let same = speaker.is_some_and(|s| s.speaker.entity == who.speaker.entity);
    (!same).then_some(who)
}

/// “last-mile” business: the quotation stands before a noun, as a term does.
pub(super) fn modifies_noun(text: &str, at: usize) -> bool {
    let rest = &text[at..];
    if !rest.starts_with(' ') {
        return false;
    }
    let next = rest.split_whitespace().next().unwrap_or("");
    next.starts_with(|c: char| c.is_ascii_lowercase())
        && !LINKS.contains(&next.trim_end_matches(|c: char| !c.is_alphanumeric()))
}
