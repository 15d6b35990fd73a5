//! Quotations that stand alone: as a paragraph, or after a sentence that lets somebody speak.

use super::attribution::{attributed, ends_in_saying, ends_in_speech_noun, signs};
use super::cast::Who;
use super::cues;
use super::remember::Memory;
use super::resolve::{Asked, Place, settle};
use super::subjects::{self, Kind, Mark, Subject};
use super::{Article, between};
use crate::model::{BlockKind, MentionKind};
use crate::span::Span;

/// Whether the quotation is its whole paragraph, or paragraphs.
pub fn whole_block(place: &Place, asked: &Asked) -> bool {
    let block = place.article.blocks[place.block].span;
    let last = place.article.blocks[asked.pair.last_block].span;
    block.from() == asked.pair.span.from() && last.to() <= asked.pair.span.to() + 1
}

/// A quotation that is a paragraph of its own: whoever the next paragraph says, or the sentence
/// before lets speak, else the person whom the article is about.
pub fn lone(place: &Place, asked: &Asked, memory: &Memory) -> Option<Who> {
    let article = place.article;
    let text = article.text;
    let body = |i: usize| {
        article
            .blocks
            .get(i)
            .filter(|b| b.kind == BlockKind::Body)
            .map(|b| b.span)
    };
    let next = body(asked.pair.last_block + 1).map(|b| first_sentence(text, b));
    if let Some(next) = next
        && let Some(who) = told_after(place, next, memory)
    {
        return Some(who);
    }
    let before = place.block.checked_sub(1).and_then(body);
    if before.is_some_and(|b| lets_speak(text, b) || brings_in(article, b))
        && memory.topic(article).is_some()
    {
        return None;
    }
    // “…” ⏎ 김 대표는 “…”고 했다: after a paragraph that tells of something else.
    let free = before.is_none_or(|b| !last_sentence(text, b).of(text).contains(QUOTE_SIGNS));
    if free && let Some(who) = next.and_then(|n| opens_with_speaker(place, n, memory)) {
        return Some(who);
    }
    article
        .cast
        .main_person
        .map(|id| article.cast.entity(id, None, true))
}

pub const QUOTE_SIGNS: [char; 5] = ['“', '"', '‘', '「', '\''];

fn first_sentence(text: &str, block: Span) -> Span {
    let words = block.of(text);
    let end = words.find(". ").map_or(words.len(), |i| i + 1);
    between(block.from(), block.from() + end)
}

fn last_sentence(text: &str, block: Span) -> Span {
    let words = block.of(text);
    let body = words.trim_end_matches(['.', ' ', '\n']);
    let from = body.rfind(". ").map_or(0, |i| i + 2);
    between(block.from() + from, block.to())
}

/// Whom the sentence after a quotation tells: 김 대표의 말이다, 김 대표가 웃었다, 이렇게 말하면서.
fn told_after(place: &Place, next: Span, memory: &Memory) -> Option<Who> {
    if let Some(who) = signs(place.article, next) {
        return Some(who);
    }
    let text = place.article.text;
    let whole = next.of(text);
    let ahead = &whole[..whole.find(QUOTE_SIGNS).unwrap_or(whole.len())];
    let thus = ["이렇게 ", "이같이 ", "이처럼 "]
        .iter()
        .filter_map(|w| ahead.split(w).nth(1))
        .any(|after| cues::verb_length(after).is_some());
    let quoted = ahead.len() < whole.len();
    let noun = ends_in_speech_noun(text, next) && !whole.contains(['“', '"', '「']);
    if !thus && !noun && (quoted || !ends_in_saying(text, next)) {
        return None;
    }
    let found = subjects::subjects(
        place.article,
        between(next.from(), next.from() + ahead.len()),
    );
    let speaks = |s: &&Subject| s.kind != Kind::Other && s.mark != Mark::Source;
    // 김 대표가 내린 진단이다: the last subject; 김 대표는 …고 말했다: the first.
    let subject = if noun {
        found.iter().rev().find(speaks)
    } else {
        found.iter().find(speaks)
    };
    match subject {
        Some(s) => settle(place, s, memory),
        None => attributed(place, next, memory),
    }
}

/// Whether a paragraph ends in words that let somebody speak: 마이크를 잡았다, 이렇게 말했다.
fn lets_speak(text: &str, block: Span) -> bool {
    let last = last_sentence(text, block);
    let words = last.of(text);
    !words.contains(QUOTE_SIGNS) && ends_in_saying(text, last)
}

/// 보다 못한 김 부사장이 나섰다: whether a paragraph ends in a sentence, without quotes, of a person.
fn brings_in(article: &Article, block: Span) -> bool {
    let last = last_sentence(article.text, block);
    let named = article.cast.within(last).last();
    named.is_some_and(|m| m.kind != MentionKind::Company)
        && !last.of(article.text).contains(QUOTE_SIGNS)
}

/// Whether a quotation opens its sentence and the one before it lets somebody speak.
pub fn led_in(place: &Place, asked: &Asked) -> bool {
    let text = place.article.text;
    asked.before.of(text).trim().is_empty()
        && place
            .index
            .checked_sub(1)
            .and_then(|i| place.units.get(i))
            .is_some_and(|u| !u.of(text).contains(QUOTE_SIGNS) && ends_in_saying(text, *u))
}

/// The person with whose name a sentence opens, where its words are quoted.
fn opens_with_speaker(place: &Place, next: Span, memory: &Memory) -> Option<Who> {
    let text = place.article.text;
    let whole = next.of(text);
    let ahead = whole.find(QUOTE_SIGNS)?;
    let found = subjects::subjects(place.article, between(next.from(), next.from() + ahead));
    let first = found
        .iter()
        .find(|s| matches!(s.kind, Kind::Person | Kind::Unnamed) && s.mark == Mark::Topic)?;
    (first.span.from() <= next.from() + 1)
        .then(|| settle(place, first, memory))?
        .filter(|who| who.person)
}
