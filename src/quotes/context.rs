//! Who is in focus where no words tell the speaker of a Korean quotation.

use super::attribution::{attributed, ends_in_saying};
use super::between;
use super::cast::Who;
use super::endings;
use super::korean::Memory;
use super::resolve::{Asked, Place, settle};
use super::subjects::{self, Kind, Mark, Subject};
use crate::model::{BlockKind, MentionKind};
use crate::span::Span;

/// 어느 주점 화장실에 붙어 있던 글귀로 맺는다. “…”
pub(super) fn sign_before(place: &Place) -> bool {
    let Some(before) = place.index.checked_sub(1).and_then(|i| place.units.get(i)) else {
        return false;
    };
    let words = before.of(place.article.text);
    ["글귀", "표어", "낙서", "현수막", "안내문", "팻말", "문구가"]
        .iter()
        .any(|w| words.contains(w))
        && !words.contains("그가")
        && place
            .article
            .cast
            .within(*before)
            .iter()
            .all(|m| m.kind == MentionKind::Company)
}

/// Whoever is in focus: the last speaker or topic; in an interview or a lead, the article's person.
pub(super) fn context(place: &Place, memory: &Memory) -> Option<Who> {
    if interview(place)
        && let Some(id) = place.article.cast.main_person
    {
        return Some(place.article.cast.entity(id, None, true));
    }
    memory.topic.clone().or_else(|| {
        let id = place.article.cast.main_person?;
        Some(place.article.cast.entity(id, None, true))
    })
}

/// Whether the sentence opens a paragraph that answers a question: Q., ―, ▷, or …을 물었다.
pub(super) fn interview(place: &Place) -> bool {
    let text = place.article.text;
    let Some(before) = place
        .block
        .checked_sub(1)
        .and_then(|i| place.article.blocks.get(i))
    else {
        return false;
    };
    let words = before.span.of(text);
    place.index == 0
        && (words.starts_with(['Q', '―', '▷', '—', '문'])
            || place.unit.of(text).starts_with(['A', '▶', '답'])
                && words.ends_with(['?', '.', '나', '가', '요'])
                && words.starts_with(['Q', '▷', '문', '―']))
        || place.index > 0
            && place.units[place.index - 1]
                .of(text)
                .trim_end_matches('.')
                .ends_with("말을 물었다")
}

/// Whether the quotation is its whole paragraph, or paragraphs.
pub(super) fn whole_block(place: &Place, asked: &Asked) -> bool {
    let block = place.article.blocks[place.block].span;
    let last = place.article.blocks[asked.pair.last_block].span;
    block.from() == asked.pair.span.from() && last.to() <= asked.pair.span.to() + 1
}

/// A quotation that is a paragraph of its own: whoever the next paragraph or the sentence before
/// says, else the person whom the article is about.
pub(super) fn lone(place: &Place, asked: &Asked, memory: &Memory) -> Option<Who> {
    let article = place.article;
    let text = article.text;
    if let Some(next) = article
        .blocks
        .get(asked.pair.last_block + 1)
        .filter(|b| b.kind == BlockKind::Body)
    {
        let words = next.span.of(text);
        let end = words.find(". ").map_or(words.len(), |i| i + 1);
        let unit = between(next.span.from(), next.span.from() + end);
        let said = unit.of(text).trim_end_matches('.');
        if !unit.of(text).contains(['“', '"', '‘', '「'])
            && (ends_in_saying(text, unit)
                || [
                    "말이다",
                    "소감이다",
                    "얘기다",
                    "이야기다",
                    "일성이다",
                    "한마디다",
                ]
                .iter()
                .any(|e| said.ends_with(e)))
        {
            let found = subjects::subjects(article, unit);
            if let Some(first) = found
                .iter()
                .find(|s| s.kind != Kind::Other && s.mark != Mark::Source)
            {
                return settle(place, first, memory);
            }
            if let Some(who) = attributed(place, unit, memory) {
                return Some(who);
            }
        }
    }
    let said_before = place
        .block
        .checked_sub(1)
        .and_then(|i| article.blocks.get(i))
        .is_some_and(|b| {
            let words = b.span.of(text).trim_end_matches(['.', ':', ' ']);
            b.kind == BlockKind::Body
                && [
                    "말했다",
                    "시작했다",
                    "전했다",
                    "밝혔다",
                    "물었다",
                    "같다",
                    "덧붙였다",
                    "이었다",
                    "답했다",
                    "이렇다",
                    "썼다",
                ]
                .iter()
                .any(|e| words.ends_with(e))
        });
    if said_before && memory.topic.is_some() {
        return None;
    }
    article
        .cast
        .main_person
        .map(|id| article.cast.entity(id, None, true))
}

/// 이 관계자는, 대표는: a source or a person spoken of before.
pub(super) fn back_reference(place: &Place, subject: &Subject, memory: &Memory) -> Option<Who> {
    let words = subject.who.as_ref()?.speaker.text.as_str();
    if let Some(noun) = words.strip_prefix("이 ").filter(|n| !n.contains(' ')) {
        let same = memory
            .topic
            .iter()
            .chain(&memory.person)
            .find(|w| w.speaker.text.ends_with(noun));
        return same.cloned().or_else(|| {
            place
                .article
                .cast
                .by_role(place.article.text, noun, place.unit.from())
        });
    }
    if words.contains(' ') {
        return None;
    }
    place
        .article
        .cast
        .by_role(place.article.text, words, place.unit.from())
}

/// The company that 회사 means: the article's own where the paragraph names it, else the nearest
/// one that the paragraph opened with, else the article's own.
pub(super) fn the_company(place: &Place) -> Option<Who> {
    let article = place.article;
    let block = article.blocks[place.block].span;
    let before = between(block.from().min(place.unit.from()), place.unit.from());
    let named = article.cast.within(before);
    let companies: Vec<_> = named
        .iter()
        .take(64)
        .filter_map(|m| match m.kind {
            MentionKind::Company => Some(m.entity),
            _ => m.affiliations.first().copied(),
        })
        .collect();
    let main = article.cast.main_company;
    let id = if companies.is_empty() || main.is_some_and(|m| companies.contains(&m)) {
        main
    } else {
        companies.first().copied()
    }?;
    Some(article.cast.entity(id, None, false))
}

/// Remembers the people named as subjects between two quotations.
pub(super) fn remember_before(place: &Place, range: Span, memory: &mut Memory) {
    remember(place, range, false, memory);
}

/// Remembers whom a stretch of text speaks of; `whole` when it is a full sentence without quotes.
pub(super) fn remember(place: &Place, range: Span, whole: bool, memory: &mut Memory) {
    let article = place.article;
    let found = subjects::subjects(article, range);
    let people = || found.iter().filter(|s| s.kind == Kind::Person);
    let subject = people()
        .rfind(|s| s.mark == Mark::Topic)
        .or_else(|| people().next_back());
    if let Some(subject) = subject {
        memory.person.clone_from(&subject.who);
        memory.topic.clone_from(&subject.who);
        return;
    }
    if !whole {
        return;
    }
    if let Some(last) = article
        .cast
        .within(range)
        .iter()
        .rfind(|m| m.kind != MentionKind::Company)
        && !found.iter().any(|s| s.kind == Kind::Pronoun)
    {
        let who = article.cast.speaker(last);
        memory.person = Some(who.clone());
        memory.topic = Some(who);
        return;
    }
    if found.iter().any(|s| s.kind == Kind::Pronoun) {
        memory.topic.clone_from(&memory.person);
        return;
    }
    // 숲쌤이 묻는다. “…”; 그가 내세운 이유도 비슷했다. “…”
    let words = range.of(article.text);
    let leads = ends_in_saying(article.text, range);
    let names_words = [
        " 말은",
        " 말이",
        " 말씀",
        " 한마디",
        " 이유도",
        " 이유는",
        " 답은",
        " 말도",
    ]
    .iter()
    .any(|n| words.contains(n));
    if leads || names_words {
        let speaks = |s: &&Subject| {
            if leads {
                matches!(s.mark, Mark::Topic | Mark::Nominative)
            } else {
                s.mark == Mark::Nominative && s.kind != Kind::Other
            }
        };
        if let Some(s) = found.iter().rfind(speaks).filter(|s| s.who.is_some()) {
            memory.topic.clone_from(&s.who);
            return;
        }
    }
    // 진로는 코웃음을 쳤다고 한다. “…”
    let hearsay = range
        .of(article.text)
        .trim_end_matches('.')
        .ends_with("고 한다")
        || endings::ends_in_report(range.of(article.text));
    if hearsay
        && let Some(s) = found
            .iter()
            .rfind(|s| matches!(s.kind, Kind::Company) && s.mark == Mark::Topic)
    {
        memory.topic.clone_from(&s.who);
    }
}
