//! Who is in focus where no words tell the speaker of a Korean quotation.

use super::attribution::{attributed, ends_in_saying, ends_in_speech_noun};
use super::between;
use super::cast::Who;
use super::cues;
use super::endings;
use super::korean::Memory;
use super::resolve::{Asked, Place, settle};
use super::subjects::{self, Kind, Mark, Subject};
use crate::korean::names::{DOUBTFUL_SURNAMES, is_surname};
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
    if alone && memory.beside.as_ref().is_some_and(|who| !answered(who)) {
        return memory.beside.clone();
    }
    memory.topic.clone().or_else(|| {
        let id = place.article.cast.main_person?;
        Some(place.article.cast.entity(id, None, true))
    })
}

fn is_reporter(who: &Who) -> bool {
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

/// A quotation that is a paragraph of its own: whoever the next paragraph says, or the sentence
/// before lets speak, else the person whom the article is about.
pub(super) fn lone(place: &Place, asked: &Asked, memory: &Memory) -> Option<Who> {
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
    if memory.topic.is_some() && before.is_some_and(|b| lets_speak(text, b)) {
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

const QUOTE_SIGNS: [char; 5] = ['“', '"', '‘', '「', '\''];

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
    let bare = words.trim_end_matches(['.', ':', ' ']);
    !words.contains(QUOTE_SIGNS) && ends_in_saying(text, last)
        || [
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
        .any(|e| bare.ends_with(e))
}

/// Whether a quotation opens its sentence and the one before it lets somebody speak.
pub(super) fn led_in(place: &Place, asked: &Asked) -> bool {
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

/// 옥동녘 과장에게 물었다; 김 대표와의 일문일답: the one whose answers follow.
fn questioned(place: &Place, range: Span) -> Option<Who> {
    let text = place.article.text;
    let words = range.of(text);
    let bare = words.trim_end_matches(['.', ' ']);
    let asks = [
        "물었다",
        "물어봤다",
        "들어봤다",
        "일문일답",
        "일문일답이다",
        "문답",
        "문답이다",
    ]
    .iter()
    .any(|e| bare.ends_with(e));
    if !asks || words.contains(QUOTE_SIGNS) {
        return None;
    }
    let cast = &place.article.cast;
    cast.within(range)
        .iter()
        .rfind(|m| {
            m.kind != MentionKind::Company
                && ["에게", "와", "과", "께", "한테"]
                    .iter()
                    .any(|p| text[m.span.to()..].starts_with(p))
        })
        .map(|m| cast.speaker(m))
}

/// 김 회장
fn surname_and_title(subject: &Subject) -> bool {
    subject.kind == Kind::Unnamed
        && subject.who.as_ref().is_some_and(|w| {
            w.speaker.text.split_once(' ').is_some_and(|(name, title)| {
                is_surname(name) && !DOUBTFUL_SURNAMES.contains(&name) && !title.contains(' ')
            })
        })
}

/// 새벽정공은 공장을 열었다. 회사 측은 “…”: the topic that no mention covers, where none is known.
fn unknown_company(place: &Place) -> Option<Who> {
    place.units[..place.index.min(place.units.len())]
        .iter()
        .rev()
        .take(4)
        .find_map(|unit| {
            let found = subjects::subjects(place.article, *unit);
            subjects::any_topic(&found)
                .and_then(|s| s.who.clone())
                .map(super::resolve::named_or_not)
        })
}

/// Remembers the people named as subjects between two quotations.
pub(super) fn remember_before(place: &Place, range: Span, memory: &mut Memory) {
    remember(place, range, false, memory);
}

/// Remembers whom a stretch of text speaks of; `whole` when it is a full sentence without quotes.
pub(super) fn remember(place: &Place, range: Span, whole: bool, memory: &mut Memory) {
    let article = place.article;
    let found = subjects::subjects(article, range);
    memory.beside = None;
    if let Some(who) = questioned(place, range) {
        memory.asked = Some(who);
    }
    let people = || found.iter().filter(|s| s.kind == Kind::Person);
    let subject = people()
        .rfind(|s| s.mark == Mark::Topic)
        .or_else(|| people().next_back());
    if let Some(subject) = subject {
        memory.person.clone_from(&subject.who);
        memory.topic.clone_from(&subject.who);
        return;
    }
    // 김 회장은: a person whom no mention covers.
    if let Some(s) = found
        .iter()
        .rfind(|s| s.mark == Mark::Topic && surname_and_title(s))
    {
        memory.person.clone_from(&s.who);
        memory.topic.clone_from(&s.who);
        return;
    }
    if !whole {
        return;
    }
    if let Some(s) = found
        .iter()
        .next_back()
        .filter(|s| s.kind == Kind::Unnamed && s.who.as_ref().is_some_and(|w| w.person))
    {
        memory.beside.clone_from(&s.who);
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
        if let Some(s) = found
            .iter()
            .rfind(speaks)
            .filter(|s| s.who.as_ref().is_some_and(|who| !is_reporter(who)))
        {
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
