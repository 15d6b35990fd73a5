//! Who speaks a Korean quotation: the subject before it, the words after it, or context.

use super::Article;
use super::cast::{self, Who};
use super::cues::{self, After, Tail};
use super::korean::Memory;
use super::marks::Pair;
use super::phrases::{institution, noun_phrase, source_noun, words};
use super::subjects::{self, Kind, Mark, Subject};
use super::tables::*;
use super::between;
use crate::model::{BlockKind, MentionKind};
use crate::span::Span;

/// Where a sentence stands.
pub struct Place<'a> {
    pub article: &'a Article<'a>,
    pub block: usize,
    pub unit: Span,
    pub units: &'a [Span],
    pub index: usize,
}

/// A quotation whose speaker is sought.
pub struct Asked<'a> {
    pub pair: &'a Pair,
    pub after: &'a After,
    pub rule: &'static str,
    /// From the sentence's start, or the quotation before, to the opening mark.
    pub before: Span,
    /// Where the next pair of the sentence begins.
    pub until: usize,
    /// The speaker of the quotation before in this sentence, if there is one.
    pub earlier: Option<&'a Option<Who>>,
}

/// The speaker, and whether the quotation goes on with the statement before it.
pub fn speaker(place: &Place, asked: &Asked, memory: &Memory) -> (Option<Who>, bool) {
    let article = place.article;
    let rest = rest(place, asked);
    if let Some(who) = asked.after.bracket.and_then(|b| bracketed(article, b)) {
        return (Some(who), false);
    }
    if let Some(who) = attributed(place, between(asked.after.rest.clamp(rest.from(), rest.to()), rest.to()), memory) {
        return (Some(who), false);
    }
    let found = subjects::subjects(article, asked.before);
    if let Some(subject) = subjects::choose(article.text, &found, asked.before.to()) {
        return (settle(place, subject, memory), false);
    }
    if let Some(earlier) = asked.earlier {
        return (earlier.clone(), true);
    }
    if asked.rule == "glued-headline" || asked.rule == "speech-noun" && noun_is_subject(article.text, asked.after) {
        return (None, false);
    }
    if posted(article.text, asked, rest) {
        let written = WRITINGS.iter().any(|w| asked.before.of(article.text).contains(w));
        return (if written { memory.person.clone() } else { None }, false);
    }
    if let Some(who) = inverted(place, rest, memory) {
        return (Some(who), false);
    }
    let standalone = matches!(asked.after.tail, Tail::End | Tail::Words);
    if standalone && let Some(who) = next_sentence(place, asked, memory) {
        return (Some(who), false);
    }
    if asked.after.cue.is_some()
        && let Some(subject) = subjects::any_topic(&found)
    {
        return (subject.who.clone(), false);
    }
    if asked.rule == "standalone" && asked.before.of(article.text).trim().is_empty() && sign_before(place) {
        return (None, false);
    }
    if whole_block(place, asked) && !interview(place) && let Some(who) = lone(place, asked, memory) {
        return (Some(who), false);
    }
    (context(place, memory), false)
}

fn rest(place: &Place, asked: &Asked) -> Span {
    let end = place.unit.to().max(asked.pair.span.to());
    between(asked.pair.span.to(), end.min(asked.until).max(asked.pair.span.to()))
}

/// 편지, 사과문: whoever is spoken of has written it.
const WRITINGS: &[&str] = &["사과문", "편지", "입장문", "메모", "쪽지", "회고록", "일지", "유서", "서한"];

fn posted(text: &str, asked: &Asked, rest: Span) -> bool {
    let before = asked.before.of(text);
    let somewhere = words(text, asked.before).map(|w| w.of(text)).any(|w| {
        let w = w.trim_end_matches(',');
        ["에는", "에", "엔", "에서는", "에서", "서는"].iter().any(|p| w.ends_with(p)) && !["질문에", "질문에는", "지적에", "물음에", "데", "대해서는", "에게"].iter().any(|p| w.ends_with(p))
    });
    let hung = POSTED_WORDS.iter().any(|w| rest.of(text).contains(w));
    let comment = asked.after.cue.is_some_and(|c| ["댓글", "현수막", "대자보", "팻말"].iter().any(|n| c.of(text).starts_with(n)));
    comment || hung && (somewhere || before.trim().is_empty())
}

/// “…”(옥 대표)
fn bracketed(article: &Article, bracket: Span) -> Option<Who> {
    let mentions = article.cast.within(bracket);
    if let Some(m) = mentions.iter().find(|m| m.kind != MentionKind::Company).or(mentions.first()) {
        return Some(article.cast.speaker(m));
    }
    let words = bracket.of(article.text).trim();
    source_noun(words).filter(|_| words.chars().count() > 2).map(|body| cast::source(article.text, bracket.trim(article.text), body))
}

/// …는 게 김 대표의 말이다; …라는 회사 측 설명이다; “…” 한 심사역의 말이다.
fn attributed(place: &Place, range: Span, memory: &Memory) -> Option<Who> {
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
            return memory.person.clone();
        }
        if let Some(m) = place.article.cast.covering(head - 1).or_else(|| honoured(place.article, word)) {
            return Some(place.article.cast.speaker(m));
        }
        if THE_COMPANY.contains(&noun) {
            return the_company(place);
        }
        let Some(body) = source_noun(noun) else {
            continue;
        };
        let phrase = noun_phrase(place.article, range.from(), head)?;
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

/// The mention right before an honorific that ends in `word`: 위씨의.
fn honoured<'a>(article: &'a Article, word: Span) -> Option<&'a crate::model::Mention> {
    article.cast.within(Span::new(word.from(), word.to())).last().copied()
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
            if let Some(m) = bare.char_indices().next_back().and_then(|(i, _)| place.article.cast.covering(range.from() + i)) {
                return Some(place.article.cast.speaker(m));
            }
            if ["회사", "사", "업체", "본사"].iter().any(|c| bare.ends_with(c)) {
                return the_company(place);
            }
            let phrase = noun_phrase(place.article, range.from(), at.max(head))?;
            return Some(cast::source(text, Span::new(phrase.from(), pair[0].to()), false));
        }
    }
    None
}

fn speech_noun_ends(words: &str) -> bool {
    let word = words.split(|c: char| !c.is_alphanumeric()).next().unwrap_or(words);
    SPEECH_NOUNS.iter().any(|n| {
        word.strip_prefix(n)
            .is_some_and(|rest| ["", "이다", "다", "이었다", "였다", "입니다", "에", "처럼"].contains(&rest))
    })
}

/// …라고 김 대표는 말했다.
fn inverted(place: &Place, range: Span, memory: &Memory) -> Option<Who> {
    let found = subjects::subjects(place.article, range);
    let first = found.iter().find(|s| matches!(s.mark, Mark::Topic | Mark::Nominative) && s.kind != Kind::Other)?;
    let gap = first.span.from().saturating_sub(range.from());
    (gap <= 16 && cues::verb(place.article.text, first.span.to(), range.to()).is_some()).then(|| settle(place, first, memory))?
}

/// “…” The next sentence tells who: 위씨가 말했다; 그의 말이다; or, after a paragraph's opening
/// quotation, whoever it speaks of.
fn next_sentence(place: &Place, asked: &Asked, memory: &Memory) -> Option<Who> {
    let text = place.article.text;
    let next = *place.units.get(place.index + 1)?;
    let quoted = text[next.range()].contains(['“', '"', '”', '‘', '「']);
    if !quoted && let Some(who) = attributed(place, next, memory) {
        return Some(who);
    }
    let found = subjects::subjects(place.article, next);
    let first = found.iter().find(|s| s.kind != Kind::Other && s.mark != Mark::Source)?;
    let close = first.span.from() < next.from() + 2 || first.kind == Kind::Unnamed;
    let told = !quoted && ends_in_saying(text, next);
    let opens = asked.before.of(text).trim().is_empty() && place.index == 0 && first.kind == Kind::Person && first.mark == Mark::Topic;
    let lead = place.article.blocks[place.block].kind == BlockKind::Body;
    if close && (told || opens && lead) {
        return settle(place, first, memory);
    }
    None
}

/// 말했다, 웃었다, 덧붙였다 at the end of a sentence.
fn ends_in_saying(text: &str, unit: Span) -> bool {
    let words = unit.of(text).trim_end_matches(|c: char| !c.is_alphanumeric());
    let last = words.rsplit(' ').next().unwrap_or(words);
    cues::verb_length(last).is_some_and(|n| n == last.len())
}

/// …는 지적이 나온다, …는 말은 반복됐다: the words themselves are the subject.
fn noun_is_subject(text: &str, after: &After) -> bool {
    after.cue.is_some_and(|c| {
        let noun = c.of(text);
        ["이", "가", "은", "는", "도"].iter().any(|p| noun.ends_with(p)) && noun.chars().count() > 1 && text[c.to()..].starts_with(' ')
    })
}

/// Whether the quotation is its whole paragraph, or paragraphs.
fn whole_block(place: &Place, asked: &Asked) -> bool {
    let block = place.article.blocks[place.block].span;
    let last = place.article.blocks[asked.pair.last_block].span;
    block.from() == asked.pair.span.from() && last.to() <= asked.pair.span.to() + 1
}

/// A quotation that is a paragraph of its own: whoever the next paragraph or the sentence before
/// says, else the person whom the article is about.
fn lone(place: &Place, asked: &Asked, memory: &Memory) -> Option<Who> {
    let article = place.article;
    let text = article.text;
    if let Some(next) = article.blocks.get(asked.pair.last_block + 1).filter(|b| b.kind == BlockKind::Body) {
        let words = next.span.of(text);
        let end = words.find(". ").map_or(words.len(), |i| i + 1);
        let unit = between(next.span.from(), next.span.from() + end);
        let said = unit.of(text).trim_end_matches('.');
        if !unit.of(text).contains(['“', '"', '‘', '「']) && (ends_in_saying(text, unit) || ["말이다", "소감이다", "얘기다", "이야기다", "일성이다", "한마디다"].iter().any(|e| said.ends_with(e))) {
            let found = subjects::subjects(article, unit);
            if let Some(first) = found.iter().find(|s| s.kind != Kind::Other && s.mark != Mark::Source) {
                return settle(place, first, memory);
            }
            if let Some(who) = attributed(place, unit, memory) {
                return Some(who);
            }
        }
    }
    let said_before = place.block.checked_sub(1).and_then(|i| article.blocks.get(i)).is_some_and(|b| {
        let words = b.span.of(text).trim_end_matches(['.', ':', ' ']);
        b.kind == BlockKind::Body && ["말했다", "시작했다", "전했다", "밝혔다", "물었다", "같다", "덧붙였다", "이었다", "답했다", "이렇다", "썼다"].iter().any(|e| words.ends_with(e))
    });
    if said_before && memory.topic.is_some() {
        return None;
    }
    article.cast.main_person.map(|id| article.cast.entity(id, None, true))
}

/// 어느 주점 화장실에 붙어 있던 글귀로 맺는다. “…”
fn sign_before(place: &Place) -> bool {
    let Some(before) = place.index.checked_sub(1).and_then(|i| place.units.get(i)) else {
        return false;
    };
    let words = before.of(place.article.text);
    ["글귀", "표어", "낙서", "현수막", "안내문", "팻말", "문구가"].iter().any(|w| words.contains(w))
        && !words.contains("그가")
        && place.article.cast.within(*before).iter().all(|m| m.kind == MentionKind::Company)
}

/// Whoever is in focus: the last speaker or topic; in an interview or a lead, the article's person.
fn context(place: &Place, memory: &Memory) -> Option<Who> {
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
fn interview(place: &Place) -> bool {
    let text = place.article.text;
    let Some(before) = place.block.checked_sub(1).and_then(|i| place.article.blocks.get(i)) else {
        return false;
    };
    let words = before.span.of(text);
    place.index == 0 && (words.starts_with(['Q', '―', '▷', '—', '문']) || place.unit.of(text).starts_with(['A', '▶', '답']) && words.ends_with(['?', '.', '나', '가', '요']) && words.starts_with(['Q', '▷', '문', '―']))
        || place.index > 0 && place.units[place.index - 1].of(text).trim_end_matches('.').ends_with("말을 물었다")
}

/// The speaker that a subject stands for.
fn settle(place: &Place, subject: &Subject, memory: &Memory) -> Option<Who> {
    match subject.kind {
        Kind::Pronoun => memory.person.clone().or_else(|| context(place, memory)),
        Kind::TheCompany => the_company(place),
        Kind::Unnamed => back_reference(place, subject, memory).or_else(|| subject.who.clone()),
        _ => subject.who.clone(),
    }
}

/// 이 관계자는, 대표는: a source or a person spoken of before.
fn back_reference(place: &Place, subject: &Subject, memory: &Memory) -> Option<Who> {
    let words = subject.who.as_ref()?.speaker.text.as_str();
    if let Some(noun) = words.strip_prefix("이 ").filter(|n| !n.contains(' ')) {
        let same = memory.topic.iter().chain(&memory.person).find(|w| w.speaker.text.ends_with(noun));
        return same.cloned().or_else(|| place.article.cast.by_role(place.article.text, noun, place.unit.from()));
    }
    if words.contains(' ') {
        return None;
    }
    place.article.cast.by_role(place.article.text, words, place.unit.from())
}

/// The company that 회사 means: the article's own where the paragraph names it, else the nearest
/// one that the paragraph opened with, else the article's own.
pub fn the_company(place: &Place) -> Option<Who> {
    let article = place.article;
    let block = article.blocks[place.block].span;
    let before = between(block.from().min(place.unit.from()), place.unit.from());
    let named = article.cast.within(before);
    let companies: Vec<_> = named
        .iter()
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
pub fn remember_before(place: &Place, range: Span, memory: &mut Memory) {
    remember(place, range, false, memory);
}

/// Remembers whom a stretch of text speaks of; `whole` when it is a full sentence without quotes.
pub fn remember(place: &Place, range: Span, whole: bool, memory: &mut Memory) {
    let article = place.article;
    let found = subjects::subjects(article, range);
    let people = || found.iter().filter(|s| s.kind == Kind::Person);
    let subject = people().rfind(|s| s.mark == Mark::Topic).or_else(|| people().next_back());
    if let Some(subject) = subject {
        memory.person.clone_from(&subject.who);
        memory.topic.clone_from(&subject.who);
        return;
    }
    if !whole {
        return;
    }
    if let Some(last) = article.cast.within(range).iter().rfind(|m| m.kind != MentionKind::Company)
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
    let names_words = [" 말은", " 말이", " 말씀", " 한마디", " 이유도", " 이유는", " 답은", " 말도"].iter().any(|n| words.contains(n));
    if leads || names_words {
        let speaks = |s: &&Subject| if leads { matches!(s.mark, Mark::Topic | Mark::Nominative) } else { s.mark == Mark::Nominative && s.kind != Kind::Other };
        if let Some(s) = found.iter().rfind(speaks).filter(|s| s.who.is_some()) {
            memory.topic.clone_from(&s.who);
            return;
        }
    }
    // 진로는 코웃음을 쳤다고 한다. “…”
    let hearsay = range.of(article.text).trim_end_matches('.').ends_with("고 한다") || cues::ends_in_report(range.of(article.text));
    if hearsay && let Some(s) = found.iter().rfind(|s| matches!(s.kind, Kind::Company) && s.mark == Mark::Topic) {
        memory.topic.clone_from(&s.who);
    }
}

/// B에게 “…”: whom the words were said to.
pub fn addressee(place: &Place, before: Span, speaker: Option<&Who>) -> Option<Who> {
    let article = place.article;
    let text = article.text;
    for m in article.cast.within(before).iter().rev() {
        let at = subjects::past_honorific(text, m.span.to(), before.to());
        let rest = &text[at..before.to()];
        if ["에게", "한테", "께 "].iter().any(|p| rest.starts_with(p)) && !rest.starts_with("에게서") && !rest.starts_with("에게는") {
            let who = article.cast.speaker(m);
            let same = speaker.is_some_and(|s| s.speaker.entity.is_some() && s.speaker.entity == who.speaker.entity);
            return (!same).then_some(who);
        }
    }
    for word in words(text, before).rev() {
        let here = word.of(text);
        if let Some(noun) = here.strip_suffix("에게").or_else(|| here.strip_suffix("에게도"))
            && source_noun(noun.trim_end_matches('들')).is_some()
            && !institution(noun)
        {
            return Some(cast::source(text, Span::new(word.from(), word.from() + noun.len()), false));
        }
    }
    None
}
