//! Who speaks a Korean quotation: the subject before it, the words after it, or context.

use super::Article;
use super::alone::{led_in, lone, whole_block};
use super::attribution::{
    MESSAGES, WRITINGS, attributed, bracketed, inverted, is_answer, is_received, next_sentence,
    noun_is_subject, owner, posted, whose_noun,
};
use super::between;
use super::cast::{self, Who};
use super::choice;
use super::context::{back_reference, context, interview, sign_before, the_company};
use super::cues::{After, Tail};
use super::marks::Pair;
use super::particles;
use super::phrases::{institution, source_noun, words};
use super::remember::Memory;
use super::subjects::{self, Kind, Mark, Subject};
use super::turns;
use crate::model::MentionKind;
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
    /// From the sentence's start to its first quotation.
    pub lead: Span,
    /// How many pairs of the sentence are left, this one included.
    pub turns: usize,
    /// What the reader remembered when the sentence began.
    pub opening: &'a Memory,
}

/// The speaker, and whether the quotation goes on with the statement before it.
pub fn speaker(place: &Place, asked: &Asked, memory: &Memory) -> (Option<Who>, bool) {
    let article = place.article;
    let rest = rest(place, asked);
    let behind = between(asked.after.rest.clamp(rest.from(), rest.to()), rest.to());
    let said = asked
        .after
        .bracket
        .and_then(|b| bracketed(article, b))
        .or_else(|| attributed(place, behind, memory))
        .or_else(|| whose_noun(article, asked))
        .or_else(|| captioned(place, asked))
        .or_else(|| in_turn(article, asked));
    if said.is_some() {
        return (said, false);
    }
    if turns::put_to_someone(article.text, asked) {
        return (None, false);
    }
    let found = subjects::subjects(article, asked.before);
    let received = is_received(article.text, asked.after);
    let told = asked.after.tail == Tail::Says;
    let chosen = choice::choose(article.text, &found, asked.before.to(), told);
    // 가람전자는 주주들로부터 “…”는 지적을 받았다: only whom they come from.
    if let Some(subject) = chosen.filter(|s| !received || s.mark == Mark::Source) {
        // 판사가 “…”고 묻자 그는: not the judge.
        let turned = asked.earlier.is_some() && turns::changes(article.text, asked.before);
        let known = if turned { asked.opening } else { memory };
        return (settle(place, subject, known), false);
    }
    let subject = matches!(asked.after.tail, Tail::SpeechNoun | Tail::Adnominal)
        && noun_is_subject(article.text, asked.after);
    let answer = is_answer(article.text, asked.after);
    if let Some(earlier) = asked.earlier {
        let turned = turns::changes(article.text, asked.before);
        // 김 대표가 “…”고 하자 곳곳에서 “…”는 고함이 나왔다
        if received || turned && subject && !answer {
            return (None, false);
        }
        if turned {
            return (turns::other(place, asked, earlier.as_ref()), false);
        }
        return (earlier.clone(), true);
    }
    // 김 대표의 서한에는 “…”
    let writer = article.cast.within(asked.before).iter().rfind(|m| {
        let rest = &article.text[m.span.to()..asked.before.to()];
        rest.starts_with('의') && WRITINGS.iter().any(|w| rest.contains(w))
    });
    let writer = writer.map(|m| article.cast.speaker(m)).or_else(|| {
        let thing =
            words(article.text, asked.before).rfind(|w| MESSAGES.any(w.of(article.text)))?;
        owner(article, asked.before, thing)
    });
    if writer.is_some() {
        return (writer, false);
    }
    // 김 대표에게 이 말을 옮기자 “…”는 답이 돌아왔다: of whoever was asked, else of the one in focus.
    if answer {
        let who = addressee(place, asked.before, None)
            .or_else(|| context(place, Some(asked), memory).filter(|_| subject));
        if who.is_some() {
            return (who, false);
        }
    }
    if asked.rule == "glued-headline"
        || subject
        || received
        || turns::nobody(article.text, asked.before)
    {
        return (None, false);
    }
    // “…”, “…” 같은 글이 쏟아졌다: whatever follows the last of them.
    let hung = if asked.after.tail == Tail::Says {
        rest
    } else {
        between(rest.from(), place.unit.to().max(rest.to()))
    };
    if posted(article.text, asked, hung) {
        let written = WRITINGS
            .iter()
            .any(|w| asked.before.of(article.text).contains(w));
        return (written.then(|| memory.person(article)).flatten(), false);
    }
    if let Some(who) = inverted(place, rest, memory) {
        return (Some(who), false);
    }
    let standalone = matches!(asked.after.tail, Tail::End | Tail::Words);
    // 할머니는 손을 잡고 물었다. “…”: the sentence before lets somebody speak.
    if standalone
        && led_in(place, asked)
        && (memory.topic(article).is_some() || memory.beside(article).is_some())
    {
        return (context(place, Some(asked), memory), false);
    }
    if standalone && let Some(who) = next_sentence(place, asked, memory) {
        return (Some(who), false);
    }
    if asked.after.cue.is_some()
        && let Some(subject) = choice::any_topic(&found)
    {
        return (settle(place, subject, memory), false);
    }
    if asked.rule == "standalone"
        && asked.before.of(article.text).trim().is_empty()
        && sign_before(place)
    {
        return (None, false);
    }
    if whole_block(place, asked)
        && !interview(place)
        && let Some(who) = lone(place, asked, memory)
    {
        return (Some(who), false);
    }
    (context(place, Some(asked), memory), false)
}

/// [김해솔/가람전자 대표 : “…”], or the same on the line before: a broadcast's title of who speaks.
fn captioned(place: &Place, asked: &Asked) -> Option<Who> {
    let article = place.article;
    let text = article.text;
    let own = asked.before.trim(text);
    let label = if !own.of(text).is_empty() {
        own.of(text).ends_with(':').then_some(own)?
    } else if place.index == 0 {
        let above = place.block.checked_sub(1)?;
        let above = article.blocks.get(above)?.span.trim(text);
        above.of(text).ends_with(']').then_some(above)?
    } else {
        return None;
    };
    let name = label.of(text).strip_prefix('[')?;
    let name = &name[..name.find(['/', ':', '(', ']']).unwrap_or(name.len())];
    let span = Span::new(label.from() + 1, label.from() + 1 + name.len()).trim(text);
    if let Some(m) = article.cast.covering(span.from()) {
        return Some(article.cast.speaker(m));
    }
    let person = label.of(text).contains('/') || source_noun(span.of(text)).is_some();
    person.then(|| cast::source(text, span, false))
}

/// A와 B는 각각 “…”, “…”라고 했다: whose turn it is, of as many names as there are quotations.
fn in_turn(article: &Article, asked: &Asked) -> Option<Who> {
    let text = article.text;
    if !asked.lead.of(text).ends_with("각각 ") {
        return None;
    }
    let mut left = asked.turns;
    for m in article.cast.within(asked.lead).iter().rev() {
        if m.kind != MentionKind::Company {
            left -= 1;
            if left == 0 {
                let behind = text.get(m.span.to()..).unwrap_or_default();
                return (asked.turns == 1 || behind.starts_with("와") || behind.starts_with("과"))
                    .then(|| article.cast.speaker(m));
            }
        }
    }
    None
}

fn rest(place: &Place, asked: &Asked) -> Span {
    let end = place.unit.to().max(asked.pair.span.to());
    between(
        asked.pair.span.to(),
        end.min(asked.until).max(asked.pair.span.to()),
    )
}

/// The speaker that a subject stands for.
pub(super) fn settle(place: &Place, subject: &Subject, memory: &Memory) -> Option<Who> {
    match subject.kind {
        Kind::Pronoun => memory
            .person(place.article)
            .or_else(|| context(place, None, memory)),
        Kind::TheCompany => the_company(place),
        Kind::Unnamed => back_reference(place, subject, memory).or_else(|| subject.who.clone()),
        Kind::Other => subject.who.clone().map(named_or_not),
        _ => subject.who.clone(),
    }
}

/// 세이프로: a noun that is no word for a person is a name, so its source is not unnamed.
pub(super) fn named_or_not(mut who: Who) -> Who {
    if !choice::ends_as_human(&who.speaker.text) {
        who.anonymous = false;
        who.person = false;
    }
    who
}

/// B에게 “…”: whom the words were said to.
pub fn addressee(place: &Place, before: Span, speaker: Option<&Who>) -> Option<Who> {
    let article = place.article;
    let text = article.text;
    for m in article.cast.within(before).iter().rev() {
        let at = particles::past_honorific(text, m.span.to(), before.to());
        let rest = &text[at..before.to()];
        if ["에게", "한테", "께 "].iter().any(|p| rest.starts_with(p))
            && !rest.starts_with("에게서")
            && !rest.starts_with("에게는")
        {
            let who = article.cast.speaker(m);
            let same = speaker.is_some_and(|s| {
                s.speaker.entity.is_some() && s.speaker.entity == who.speaker.entity
            });
            return (!same).then_some(who);
        }
    }
    for word in words(text, before).rev() {
        let here = word.of(text);
        if let Some(noun) = here
            .strip_suffix("에게")
            .or_else(|| here.strip_suffix("에게도"))
            && source_noun(noun.trim_end_matches('들')).is_some()
            && !institution(noun)
        {
            return Some(cast::source(
                text,
                Span::new(word.from(), word.from() + noun.len()),
                false,
            ));
        }
    }
    None
}
