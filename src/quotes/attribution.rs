//! Words after a Korean quotation that tell its speaker, or that nobody is told.

use super::Article;
use super::cast::{self, Who};
use super::context::the_company;
use super::cues::{self, After, Tail};
use super::particles::past_honorific;
use super::phrases::{noun_phrase, source_noun, words};
use super::remember::Memory;
use super::resolve::{Asked, Place, settle};
use super::subjects::{self, Kind, Mark};
use super::tables::*;
use crate::korean::words::is_letter;
use crate::model::{BlockKind, MentionKind};
use crate::span::Span;
use crate::table::{Starts, starts};

/// 편지, 사과문: whoever is spoken of has written it.
pub(super) const WRITINGS: &[&str] = &[
    "사과문",
    "편지",
    "입장문",
    "메모",
    "쪽지",
    "회고록",
    "일지",
    "유서",
    "서한",
    "담화문",
    "성명",
    "호소문",
    "보도자료",
];

/// 답이 돌아왔다, 회신이 왔다.
const ANSWERS: &[&str] = &["답", "대답", "회신"];

/// 그의 메시지에는: signed by whoever they are of.
pub(super) static MESSAGES: Starts = starts!["메시지", "문자", "메일", "게시글", "보고서", "카톡"];

pub(super) fn posted(text: &str, asked: &Asked, rest: Span) -> bool {
    let before = asked.before.of(text);
    let somewhere = words(text, asked.before).map(|w| w.of(text)).any(|w| {
        let w = w.trim_end_matches(',');
        ["에는", "에", "엔", "에서는", "에서", "서는"]
            .iter()
            .any(|p| w.ends_with(p))
            && ![
                "질문에",
                "질문에는",
                "지적에",
                "물음에",
                "데",
                "대해서는",
                "에게",
            ]
            .iter()
            .any(|p| w.ends_with(p))
    });
    let hung = POSTED_WORDS.within(rest.of(text));
    let comment = asked.after.cue.is_some_and(|c| {
        ["댓글", "현수막", "대자보", "팻말"]
            .iter()
            .any(|n| c.of(text).starts_with(n))
    });
    comment || inscribed(text, asked, rest) || hung && (somewhere || before.trim().is_empty())
}

/// “…”라고 쓴 트럭: the words stand on a thing.
fn inscribed(text: &str, asked: &Asked, rest: Span) -> bool {
    let after = Span::new(asked.after.rest.clamp(rest.from(), rest.to()), rest.to());
    words(text, after).next().is_some_and(|w| {
        [
            "쓴",
            "적은",
            "적힌",
            "쓰인",
            "새긴",
            "새겨진",
            "찍힌",
            "인쇄된",
        ]
        .contains(&w.of(text))
    })
}

/// …는 지적이 나온다, …는 말은 반복됐다: the words themselves are the subject; not in …는 말도 했다.
pub(super) fn noun_is_subject(text: &str, after: &After) -> bool {
    after.cue.is_some_and(|c| {
        let noun = c.of(text);
        let case = noun.ends_with(['이', '가']);
        (case || noun.ends_with(['은', '는', '도']))
            && noun.chars().count() > 1
            && text[c.to()..].strip_prefix(' ').is_some_and(|verb| {
                case || cues::verb_length(verb).is_none() && !verb.starts_with('잊')
            })
    })
}

/// …는 지적을 받았다, …는 호통만 들었다: another's words; but …는 이유를 들었다.
pub(super) fn is_received(text: &str, after: &After) -> bool {
    after.tail == Tail::SpeechNoun
        && after.cue.is_some_and(|noun| {
            let verb = text.get(noun.to() + 1..);
            verb.is_some_and(|v| RECEIVING.any(v)) && !noun.of(text).starts_with("이유")
        })
}

/// “…”는 답이 돌아왔다
pub(super) fn is_answer(text: &str, after: &After) -> bool {
    after
        .cue
        .is_some_and(|c| ANSWERS.iter().any(|a| c.of(text).starts_with(a)))
}

/// 현장 관리자의 메시지에는: the unnamed source to whom the word `thing` of `range` belongs.
pub(super) fn owner(article: &Article, range: Span, thing: Span) -> Option<Who> {
    let text = article.text;
    let before = text[range.from()..thing.from()].trim_end();
    let bare = before.strip_suffix('의')?;
    let body = source_noun(bare.rsplit(' ').next()?)?;
    let phrase = noun_phrase(article, range.from(), range.from() + bare.len())?;
    Some(cast::source(text, phrase, body))
}

/// 김 대표의 “…”는 발언이, “…”라는 김 대표의 약속은: whose the noun is that the quotation describes.
pub(super) fn whose_noun(article: &Article, asked: &Asked) -> Option<Who> {
    let noun = asked
        .after
        .cue
        .filter(|_| asked.after.tail == Tail::SpeechNoun)?;
    owner_named(article, asked.after.rest, noun.from())
        .or_else(|| owner_named(article, asked.before.from(), asked.pair.span.from()))
}

/// Whoever is named with 의 right before `at`.
pub(super) fn owner_named(article: &Article, from: usize, at: usize) -> Option<Who> {
    let lead = article.text.get(from..at)?.strip_suffix("의 ")?;
    let named = article.cast.covering((from + lead.len()).checked_sub(1)?)?;
    Some(article.cast.speaker(named))
}

/// “…”(옥 대표)
pub(super) fn bracketed(article: &Article, bracket: Span) -> Option<Who> {
    let mentions = article.cast.within(bracket);
    if let Some(m) = mentions
        .iter()
        .find(|m| m.kind != MentionKind::Company)
        .or(mentions.first())
    {
        return Some(article.cast.speaker(m));
    }
    let words = bracket.of(article.text).trim();
    source_noun(words)
        .filter(|_| words.chars().count() > 2)
        .map(|body| cast::source(article.text, bracket.trim(article.text), body))
}

/// …는 게 김 대표의 말이다; …라는 회사 측 설명이다; “…” 한 심사역의 말이다.
pub(super) fn attributed(place: &Place, range: Span, memory: &Memory) -> Option<Who> {
    let text = place.article.text;
    for word in words(text, range) {
        let here = word.of(text);
        let Some(noun) = here.strip_suffix('의').filter(|n| !n.is_empty()) else {
            continue;
        };
        let next = text[word.to()..range.to()].trim_start();
        if !speech_noun_ends(next) {
            continue;
        }
        let head = word.from() + noun.len();
        if PRONOUNS.contains(&noun) {
            return memory.person(place.article);
        }
        if let Some(m) = place
            .article
            .cast
            .covering(head - 1)
            .or_else(|| honoured(place.article, range, word))
        {
            return Some(place.article.cast.speaker(m));
        }
        if THE_COMPANY.contains(&noun) {
            return the_company(place);
        }
        // 연탄을 나르는 한 배달원의 말이다: whoever it is, where the sentence ends so.
        let whole = next.trim_end_matches('.').chars().all(is_letter);
        let Some(body) = source_noun(noun).or_else(|| {
            (whole && !ABSTRACT_NOUNS.has(noun) && next.contains("다")).then_some(false)
        }) else {
            continue;
        };
        let phrase = noun_phrase(place.article, range.from(), head)?;
        if let Some(who) = subjects::named_before(place.article, range.from(), phrase) {
            return Some(who);
        }
        if !phrase.of(text).contains(' ')
            && let Some(who) = place.article.cast.by_role(text, noun, place.unit.from())
        {
            return Some(who);
        }
        if THE_COMPANY.contains(&phrase.of(text)) {
            return the_company(place);
        }
        return Some(cast::source(text, phrase, body));
    }
    side_noun(place, range)
}

/// The mention right before an honorific that ends in `word`: 위씨의, 기세찬(61) 씨의.
fn honoured<'a>(
    article: &'a Article,
    range: Span,
    word: Span,
) -> Option<&'a crate::model::Mention> {
    let named = *article
        .cast
        .within(Span::new(range.from(), word.to()))
        .last()?;
    let past = past_honorific(article.text, named.span.to(), range.to());
    (named.span.from() >= word.from() || past + '의'.len_utf8() == word.to()).then_some(named)
}

/// 회사 측 설명이다
fn side_noun(place: &Place, range: Span) -> Option<Who> {
    let text = place.article.text;
    let words: Vec<Span> = words(text, range).take(12).collect();
    for pair in words.windows(2) {
        let (side, noun) = (pair[0].of(text), pair[1].of(text));
        if side.ends_with('측') && speech_noun_ends(noun) {
            let head = pair[0].to() - '측'.len_utf8();
            let bare = text[range.from()..head].trim_end();
            let at = range.from() + bare.len();
            if let Some(m) = bare
                .char_indices()
                .next_back()
                .and_then(|(i, _)| place.article.cast.covering(range.from() + i))
            {
                return Some(place.article.cast.speaker(m));
            }
            if ["회사", "사", "업체", "본사"]
                .iter()
                .any(|c| bare.ends_with(c))
            {
                return the_company(place);
            }
            let phrase = noun_phrase(place.article, range.from(), at.max(head))?;
            return Some(cast::source(
                text,
                Span::new(phrase.from(), pair[0].to()),
                false,
            ));
        }
    }
    None
}

fn speech_noun_ends(words: &str) -> bool {
    let word = words.split(|c: char| !is_letter(c)).next().unwrap_or(words);
    SPEECH_NOUNS.of(word).any(|n| {
        let rest = &word[n.len()..];
        ["", "이다", "다", "이었다", "였다", "입니다", "에", "처럼"].contains(&rest)
    })
}

/// …라고 김 대표는 말했다.
pub(super) fn inverted(place: &Place, range: Span, memory: &Memory) -> Option<Who> {
    let found = subjects::subjects(place.article, range);
    let first = found
        .iter()
        .find(|s| matches!(s.mark, Mark::Topic | Mark::Nominative) && s.kind != Kind::Other)?;
    let gap = first.span.from().saturating_sub(range.from());
    (gap <= 16 && cues::verb(place.article.text, first.span.to(), range.to()).is_some())
        .then(|| settle(place, first, memory))?
}

/// “…” The next sentence tells who: 위씨가 말했다; 그의 말이다; or, after a paragraph's opening
/// quotation, whoever it speaks of.
pub(super) fn next_sentence(place: &Place, asked: &Asked, memory: &Memory) -> Option<Who> {
    let text = place.article.text;
    let opens = asked.before.of(text).trim().is_empty() && place.index == 0;
    let mut next = *place.units.get(place.index + 1)?;
    // “…” 서울의 한 사무실. 임원이 팩스를 집어 들었다: the scene, then the one who speaks in it.
    if opens
        && !next
            .of(text)
            .trim_end_matches('.')
            .ends_with(['다', '요', '죠', '까'])
        && let Some(after) = place.units.get(place.index + 2)
    {
        next = *after;
    }
    if let Some(who) = signs(place.article, next) {
        return Some(who);
    }
    let quoted = text[next.range()].contains(['“', '"', '”', '‘', '「']);
    if !quoted && let Some(who) = attributed(place, next, memory) {
        return Some(who);
    }
    let found = subjects::subjects(place.article, next);
    let first = found
        .iter()
        .find(|s| s.kind != Kind::Other && s.mark != Mark::Source)?;
    let close = first.span.from() < next.from() + 2 || first.kind == Kind::Unnamed;
    let told = !quoted && (ends_in_saying(text, next) || ends_in_speech_noun(text, next));
    let opens = opens
        && (first.kind == Kind::Person && first.mark == Mark::Topic
            || close && first.who.as_ref().is_some_and(|w| w.person));
    let lead = place.article.blocks[place.block].kind == BlockKind::Body;
    if close && (told || opens && lead) {
        return settle(place, first, memory);
    }
    // 브루하임의 구본하 대표가 내린 진단이다: whose words they are stands right before the noun.
    if !quoted && ends_in_speech_noun(text, next) {
        let last = found
            .iter()
            .rfind(|s| s.kind != Kind::Other && s.mark == Mark::Nominative)?;
        return settle(place, last, memory);
    }
    None
}

/// - 김해솔 가람전자 대표, beside a quotation or on the line below: who signs it.
pub(super) fn signs(article: &Article, line: Span) -> Option<Who> {
    let words = line.of(article.text);
    let signer = article.cast.within(line).last()?;
    let end = article.text.as_bytes().get(signer.span.to());
    (signer.kind != MentionKind::Company
        && (words.starts_with('-') || words.starts_with("―") || words.starts_with("—"))
        && matches!(end, None | Some(b',' | b'(' | b'\n')))
    .then(|| article.cast.speaker(signer))
}

/// 말이다, 내린 진단이다 at the end of a sentence.
pub(super) fn ends_in_speech_noun(text: &str, unit: Span) -> bool {
    let words = unit.of(text).trim_end_matches(|c: char| !is_letter(c));
    let last = words.rsplit(' ').next().unwrap_or(words);
    SPEECH_NOUNS
        .of(last)
        .chain(["첫마디", "일성", "귀띔"])
        .any(|n| {
            last.strip_prefix(n)
                .is_some_and(|r| ["이다", "다", "이었다", "였다"].contains(&r))
        })
}

/// 말을 시작하거나 보탠다는 표현: 한마디 보탰다, 운을 뗐다.
static OPENERS: Starts = starts![
    "한마디",
    "마이크를",
    "입을 열",
    "입을 뗐",
    "말문을",
    "운을 뗐",
    "목소리를 높",
    "말을 꺼",
    "말을 보",
    "말을 건",
];

/// 말했다, 웃었다, 덧붙였다 at the end of a sentence.
pub(super) fn ends_in_saying(text: &str, unit: Span) -> bool {
    let all = unit.of(text);
    let tail = all.char_indices().rev().nth(11).map_or(0, |(i, _)| i);
    if all.trim_end_matches('.').ends_with('다') && OPENERS.within(&all[tail..]) {
        return true;
    }
    let words = unit.of(text).trim_end_matches(|c: char| !is_letter(c));
    let last = words.rsplit(' ').next().unwrap_or(words);
    cues::verb_length(last).is_some_and(|n| n == last.len())
}
