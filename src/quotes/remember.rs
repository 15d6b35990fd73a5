//! What a reader keeps in mind from one sentence to the next.

use super::alone::QUOTE_SIGNS;
use super::attribution::ends_in_saying;
use super::attribution::{WRITINGS, owner, owner_named};
use super::cast::Who;
use super::context::is_reporter;
use super::endings;
use super::korean::Memory;
use super::resolve::Place;
use super::subjects::{self, Kind, Mark, Subject};
use super::tables::SPEECH_NOUNS;
use crate::korean::names::{DOUBTFUL_SURNAMES, is_surname};
use crate::model::MentionKind;
use crate::span::Span;

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

/// 이런 문자를 보냈다, 이렇게 시작한다: words follow.
fn announces(words: &str) -> bool {
    words.split("이런 ").skip(1).any(|w| SPEECH_NOUNS.any(w)) || words.contains("이렇게 ")
}

/// Remembers the people named as subjects between two quotations.
pub fn remember_before(place: &Place, range: Span, memory: &mut Memory) {
    remember(place, range, false, memory);
}

/// Remembers whom a stretch of text speaks of; `whole` when it is a full sentence without quotes.
pub fn remember(place: &Place, range: Span, whole: bool, memory: &mut Memory) {
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
    let leads = ends_in_saying(article.text, range) || announces(words);
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
    // 현직 간부의 설명은 솔직했다. “…”
    let tells = |w: &str| w.ends_with(['은', '는', '도', '이']) && SPEECH_NOUNS.any(w);
    if let Some(who) = owner(article, range, tells) {
        memory.topic = Some(who);
        return;
    }
    // 가람전자의 답은 짧았다. “…”
    let told = super::phrases::words(article.text, range).find(|w| tells(w.of(article.text)));
    if let Some(who) = told.and_then(|w| owner_named(article, range.from(), w.from())) {
        memory.topic = Some(who);
        return;
    }
    // 진로는 코웃음을 쳤다고 한다. “…”
    // 가람전자는 입장문을 냈다. “…”
    let hearsay = WRITINGS.iter().any(|w| words.contains(w))
        || range
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
