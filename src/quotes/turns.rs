//! Question and answer in one sentence: A가 “…”고 묻자 B는 “…”고 답했다.

use super::cast::Who;
use super::cues::Tail;
use super::phrases::{source_noun, words};
use super::resolve::{Asked, Place, settle};
use super::subjects::{self, Kind, Mark};
use crate::span::Span;

/// 남이 건넨 말을 가리키는 명사: “…”라는 질문에.
const PUT_WORDS: &[&str] = &[
    "질문", "물음", "지적", "비판", "우려", "비난", "의혹", "항의", "반론", "불만", "요구", "요청",
    "제안",
];

/// “…”라는 질문에: the words were put to the one whom the sentence speaks of.
pub fn put_to_someone(text: &str, asked: &Asked) -> bool {
    let Some(noun) = asked
        .after
        .cue
        .filter(|_| asked.after.tail == Tail::SpeechNoun)
    else {
        return false;
    };
    PUT_WORDS.iter().any(|n| {
        noun.of(text)
            .strip_prefix(n)
            .is_some_and(|p| ["에", "에는", "에도", "엔", "들에"].contains(&p))
    })
}

/// Where words are heard of nobody in particular.
const PLACES: &[&str] = &["사이에", "일각에", "안팎에", "내부에", "주변에"];

/// 전문가들 사이에서는 “…”는 지적과
pub fn nobody(text: &str, before: Span) -> bool {
    let heard = |w: Span| PLACES.iter().any(|p| w.of(text).contains(p));
    words(text, before)
        .filter(|w| w.of(text).contains(['서', '선']))
        .any(heard)
}

/// Whether the words between two quotations hand the turn to another: 묻자, 하자, 질문에.
pub fn changes(text: &str, between: Span) -> bool {
    words(text, between).any(|w| {
        let word = w.of(text).trim_end_matches(',');
        let clause = word.chars().count() > 1
            && (word.ends_with('자') || word.ends_with("자마자"))
            && source_noun(word).is_none();
        clause
            || PUT_WORDS.iter().any(|n| {
                word.strip_prefix(n)
                    .is_some_and(|p| ["에", "에는", "에도", "엔"].contains(&p))
            })
    })
}

/// The one who answers: the sentence's topic, or whoever was spoken of when it began.
pub fn other(place: &Place, asked: &Asked, first: Option<&Who>) -> Option<Who> {
    let differs = |who: &Who| {
        first.is_none_or(|f| match (f.speaker.entity, who.speaker.entity) {
            (Some(a), Some(b)) => a != b,
            _ => f.speaker.text != who.speaker.text,
        })
    };
    subjects::subjects(place.article, asked.lead)
        .iter()
        .rev()
        .filter(|s| s.mark == Mark::Topic && s.kind != Kind::Other)
        .find_map(|s| settle(place, s, asked.opening).filter(differs))
        .or_else(|| asked.opening.topic(place.article).filter(differs))
}
