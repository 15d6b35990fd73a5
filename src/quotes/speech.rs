//! Whether quotation marks hold speech, or a name, a term, a title, emphasis.

use super::cues::{self, After, Tail};
use super::endings;
use super::marks::Pair;
use super::signs::Family;
use crate::korean::words::is_letter;
use crate::model::Confidence;
use crate::span::Span;

/// Why a pair is held to be speech.
#[derive(Clone, Debug)]
pub struct Evidence {
    pub rule: &'static str,
    pub confidence: Confidence,
    pub cue: Option<Span>,
}

/// How an article writes speech.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    /// Single marks hold most of its speech.
    pub single: bool,
}

/// The style of an article, from the pairs that are surely speech.
pub fn style<'a>(text: &str, pairs: impl Iterator<Item = (&'a Pair, &'a After)>) -> Style {
    let (mut single, mut double) = (0usize, 0usize);
    for (pair, after) in pairs {
        if after.tail == Tail::Says && !short_term(pair.inner.of(text)) {
            *(if pair.double {
                &mut double
            } else {
                &mut single
            }) += usize::from(pair.double || pair.family == Family::Single);
        }
    }
    Style {
        single: single > double,
    }
}

fn short_term(words: &str) -> bool {
    !words.trim().contains(' ') && words.chars().count() <= 8
}

/// What surrounds a pair, as far as the decision needs it.
pub struct Place<'a> {
    pub text: &'a str,
    /// From the start of the sentence to the opening mark.
    pub before: Span,
    /// From the closing mark to the end of the sentence.
    pub rest: Span,
    pub after: &'a After,
    pub style: Style,
    /// A person is named right behind the particle.
    pub of_person: bool,
    /// A label or nothing stands between the start of the block and the pair.
    pub labelled: bool,
}

/// The evidence that `pair` is speech, if there is enough.
pub fn judge(pair: &Pair, place: &Place) -> Option<Evidence> {
    let words = pair.inner.of(place.text).trim();
    if words.chars().filter(|c| is_letter(*c)).count() < 2 && place.after.tail != Tail::Says {
        return None;
    }
    let found = |rule, confidence| {
        Some(Evidence {
            rule,
            confidence,
            cue: place.after.cue,
        })
    };
    let strong = pair.double
        || place.style.single
        || matches!(pair.family, Family::Corner | Family::Guillemet) && words.contains(' ');
    let term = short_term(words) && !endings::ends_as_sentence(words);
    match place.after.tail {
        // “그들은 프레너미”라고 불렀다
        Tail::Names
            if pair.double
                && words.contains(' ')
                && place.rest.of(place.text).contains("라고 불렀") =>
        {
            found("quotative", Confidence::Guess)
        }
        Tail::Names => None,
        Tail::Says if term && !strong => place
            .after
            .cue
            .filter(|c| c.from() <= place.after.rest + 12)
            .filter(|c| {
                !["적", "썼", "규정", "표현", "정의", "소개"]
                    .iter()
                    .any(|w| c.of(place.text).starts_with(w))
            })
            .and_then(|_| found("quotative-verb", Confidence::Likely)),
        Tail::Says => found(
            "quotative",
            if place.after.cue.is_some() {
                Confidence::Sure
            } else {
                Confidence::Likely
            },
        ),
        // ‘승자의 저주’라는 말
        Tail::SpeechNoun
            if !strong
                && (short_term(words)
                    || words.split(' ').count() <= 2 && !endings::ends_as_sentence(words)) =>
        {
            None
        }
        Tail::SpeechNoun if !strong && judged(place) => None,
        Tail::SpeechNoun => found("speech-noun", Confidence::Sure),
        // “사람이 먼저”라는 김 대표는
        Tail::Adnominal if pair.double && place.of_person && words.contains(' ') => {
            found("adnominal", Confidence::Likely)
        }
        Tail::Adnominal => (strong && endings::ends_as_sentence(words) && words.contains(' '))
            .then(|| found("adnominal", Confidence::Guess))
            .flatten(),
        Tail::Forecast if words.contains(' ') => found("forecast", Confidence::Sure),
        Tail::Uttered if strong => found("uttered", Confidence::Likely),
        Tail::Copula => (strong && answers(place.before.of(place.text)))
            .then(|| found("answer", Confidence::Likely))
            .flatten(),
        Tail::End => {
            standalone(pair, words, strong, place).and_then(|rule| found(rule, Confidence::Likely))
        }
        Tail::Words => {
            words_after(pair, words, strong, place).and_then(|rule| found(rule, Confidence::Guess))
        }
        Tail::Particle => {
            (pair.double && answer_noun_follows(place.rest.of(place.text)) && words.contains(' '))
                .then(|| found("answer", Confidence::Guess))
                .flatten()
        }
        Tail::Forecast | Tail::Uttered => None,
    }
}

/// ‘…’는 평가를 받는다: a verdict of nobody in particular.
fn judged(place: &Place) -> bool {
    place.after.cue.is_some_and(|c| {
        let after = &place.text[c.to()..place.rest.to().max(c.to())];
        c.of(place.text).ends_with(['을', '를'])
            && ["받", "듣", "얻"]
                .iter()
                .any(|v| after.trim_start().starts_with(v))
    })
}

/// “…” stands as its own sentence.
fn standalone(pair: &Pair, words: &str, strong: bool, place: &Place) -> Option<&'static str> {
    let sentence = endings::ends_as_sentence(words);
    let unclosed = pair.repairs.contains(&crate::model::Repair::Unclosed);
    if unclosed && !(pair.double && words.contains(' ')) {
        return None;
    }
    // A headline inside a text without line breaks: “…”…삼성전자, …
    if pair.double && place.rest.of(place.text).starts_with('…') && words.contains(' ') {
        return Some("glued-headline");
    }
    if sentence && strong && (words.contains(' ') || words.ends_with(['.', '?', '!'])) {
        return Some(if unclosed { "unclosed" } else { "standalone" });
    }
    if strong
        && place
            .before
            .of(place.text)
            .trim_end()
            .trim_end_matches(',')
            .ends_with(['왈', '曰'])
    {
        return Some("label");
    }
    // 회사는 “사실무근”
    if pair.double && after_topic(place) {
        return Some("label");
    }
    (strong && place.labelled && words.contains(' ')
        || sentence && place.labelled && words.contains(' ') && words.ends_with(['.', '?', '!']))
    .then_some("label")
}

/// “…” 김 대표의 말이다; “…” 김 대표가 외쳤다.
fn words_after(pair: &Pair, words: &str, strong: bool, place: &Place) -> Option<&'static str> {
    let rest = place
        .rest
        .of(place.text)
        .trim_end_matches(|c: char| !is_letter(c));
    let last = rest.rsplit(' ').next().unwrap_or(rest);
    let told = cues::verb_length(last).is_some_and(|n| n == last.len())
        || [
            "말이다",
            "설명이다",
            "얘기다",
            "이야기다",
            "지적이다",
            "주장이다",
            "입장이다",
            "전언이다",
            "조언이다",
            "귀띔이다",
            "분석이다",
            "전망이다",
            "하소연이다",
        ]
        .contains(&last);
    let beside = cues::verb_length(rest.trim_start()).is_some();
    if strong && told && (beside || endings::ends_as_sentence(words)) && words.contains(' ') {
        return Some("attributed");
    }
    let before = place.before.of(place.text).trim_end();
    // …“수요 못 따라가” 입력 2026-02-11: a page without line breaks goes on with its date.
    let stamped = ["입력", "기사입력", "등록", "승인", "송고", "수정"]
        .iter()
        .any(|s| rest.trim_start().starts_with(s));
    if pair.double && stamped && before.ends_with('…') && words.contains(' ') {
        return Some("glued-headline");
    }
    let unfinished = place.labelled && !before.is_empty()
        || before.ends_with('…') && endings::ends_as_sentence(words);
    (pair.double && unfinished && words.contains(' ')).then_some(if before.ends_with('…') {
        "glued-headline"
    } else {
        "label"
    })
}

/// Whether a topic's particle stands right before the quotation, and the line ends behind it.
fn after_topic(place: &Place) -> bool {
    let before = place.before.of(place.text);
    let word = before.trim_end().rsplit(' ').next().unwrap_or("");
    before.ends_with(' ')
        && place.rest.of(place.text).trim().is_empty()
        && super::particles::split_particle(word).is_some_and(|(at, mark)| {
            mark == super::subjects::Mark::Topic && !super::tables::ABSTRACT_NOUNS.has(&word[..at])
        })
}

/// 그의 대답은 “…”였다.
fn answers(before: &str) -> bool {
    let before = before.trim_end();
    if before.ends_with("빌리면") || before.ends_with("말마따나") || before.ends_with("말대로")
    {
        return true;
    }
    ["은", "는"].iter().any(|p| {
        before.strip_suffix(p).is_some_and(|b| {
            ["답", "대답", "답변", "한마디", "말", "일성", "반응", "설명"]
                .iter()
                .any(|n| b.ends_with(n))
        })
    })
}

/// “…”가 그의 대답이었다.
fn answer_noun_follows(rest: &str) -> bool {
    ["대답", "답변", "답이", "말이", "첫마디", "일성"]
        .iter()
        .any(|n| rest.contains(n))
        && ["이", "가", "는", "은"].iter().any(|p| rest.starts_with(p))
}

/// A headline or deck: double marks hold a quote, single ones only beside a speaker.
pub fn judge_headline(pair: &Pair, words: &str, speaker_beside: bool) -> Option<Evidence> {
    let made = |rule, confidence| {
        Some(Evidence {
            rule,
            confidence,
            cue: None,
        })
    };
    if words.trim().is_empty() {
        return None;
    }
    if pair.double || matches!(pair.family, Family::Corner | Family::Guillemet) {
        return made("headline", Confidence::Likely);
    }
    if speaker_beside
        && (words.contains(' ') || endings::ends_as_sentence(words))
        && pair.family == Family::Single
    {
        return made("headline-speaker", Confidence::Guess);
    }
    None
}
