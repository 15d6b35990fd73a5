//! Who is in focus where no words tell the speaker of a Korean quotation.

use super::between;
use super::cast::Who;
use super::choice;
use super::remember::Memory;
use super::resolve::{Asked, Place};
use super::subjects::{self, Subject};
use super::tables::PRONOUNS;
use crate::korean::names::is_surname;
use crate::model::MentionKind;
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
        && !has_pronoun(words, &["가", "이"])
        && place
            .article
            .cast
            .within(*before)
            .iter()
            .all(|m| m.kind == MentionKind::Company)
}

/// Whether a pronoun with one of `particles` stands in `words`: 그가 쓴 현수막, 그에게 물었다.
fn has_pronoun(words: &str, particles: &[&str]) -> bool {
    words.split_whitespace().any(|word| {
        PRONOUNS
            .iter()
            .filter_map(|p| word.strip_prefix(p))
            .any(|rest| particles.contains(&rest))
    })
}

/// Whoever is in focus: the last speaker or topic; in an interview or a lead, the article's person.
pub(super) fn context(place: &Place, asked: Option<&Asked>, memory: &Memory) -> Option<Who> {
    if interview(place) && memory.asked.is_some() {
        return memory.asked.clone();
    }
    if interview(place)
        && let Some(id) = place.article.cast.main_person
    {
        return Some(place.article.cast.entity(id, None, true));
    }
    // 직원이 울상을 지었다. “끊겼어요.”
    let alone = asked.is_some_and(|a| {
        a.rule == "standalone" && a.before.of(place.article.text).trim().is_empty()
    });
    // 기자들이 물었다. “상의하겠습니다.”: who asks does not answer.
    let answered = |who: &Who| {
        let asks = asked.is_some_and(|a| {
            a.pair
                .inner
                .of(place.article.text)
                .trim_end()
                .ends_with('?')
        });
        !asks && is_reporter(who)
    };
    if alone && let Some(who) = memory.beside(place.article).filter(|who| !answered(who)) {
        return Some(who);
    }
    memory.topic(place.article).or_else(|| {
        let id = place.article.cast.main_person?;
        Some(place.article.cast.entity(id, None, true))
    })
}

pub(super) fn is_reporter(who: &Who) -> bool {
    ["기자", "기자들", "취재진"].contains(&who.speaker.text.as_str())
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
        || place.index > 0 && writer_asks(place, place.units[place.index - 1])
}

/// 마지막으로 하고 싶은 말을 물었다: nobody is said to ask, so the writer does. 그에게 소감을 물었다 is of
/// whoever was spoken of last, not of the article's person.
fn writer_asks(place: &Place, sentence: Span) -> bool {
    let words = sentence.of(place.article.text).trim_end_matches('.');
    ["을 물었다", "를 물었다"]
        .iter()
        .any(|e| words.ends_with(e))
        && !has_pronoun(words, &["에게", "한테", "께"])
        && subjects::subjects(place.article, sentence).is_empty()
}

/// 이 관계자는, 대표는: a source or a person spoken of before.
pub(super) fn back_reference(place: &Place, subject: &Subject, memory: &Memory) -> Option<Who> {
    let words = subject.who.as_ref()?.speaker.text.as_str();
    if let Some(noun) = words.strip_prefix("이 ").filter(|n| !n.contains(' ')) {
        let article = place.article;
        let same = |w: &Who| w.speaker.text.ends_with(noun);
        let known = memory.topic(article).filter(same);
        let known = known.or_else(|| memory.person(article).filter(same));
        return known.or_else(|| {
            place
                .article
                .cast
                .by_role(place.article.text, noun, place.unit.from())
        });
    }
    if let Some((surname, title)) = words.split_once(' ') {
        return (is_surname(surname) && !title.contains(' '))
            .then(|| {
                let at = place.unit.from();
                place
                    .article
                    .cast
                    .by_surname(place.article.text, surname, title, at)
            })
            .flatten();
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
    if main.is_none() && companies.is_empty() {
        return unknown_company(place);
    }
    let id = if companies.is_empty() || main.is_some_and(|m| companies.contains(&m)) {
        main
    } else {
        companies.first().copied()
    }?;
    Some(article.cast.entity(id, None, false))
}

/// 새벽정공은 공장을 열었다. 회사 측은 “…”: the topic that no mention covers, where none is known.
fn unknown_company(place: &Place) -> Option<Who> {
    place.units[..place.index.min(place.units.len())]
        .iter()
        .rev()
        .take(4)
        .find_map(|unit| {
            let found = subjects::subjects(place.article, *unit);
            choice::any_topic(&found)
                .and_then(|s| s.who.clone())
                .map(super::resolve::named_or_not)
        })
}
