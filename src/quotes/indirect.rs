//! Indirect speech without marks: A사는 공장을 늘린다고 밝혔다; …다는 입장이다.
//!
//! Kept conservative: a named or unnamed source with 은 or 는, a quotative ending, and a reporting
//! verb or noun at the very end of the sentence.

use super::cast::Who;
use super::context::the_company;
use super::marks::Pair;
use super::resolve::Place;
use super::subjects::{self, Kind, Mark, Subject};
use super::units::units;
use super::{Article, between, cues};
use crate::korean::words::is_letter;
use crate::model::{BlockKind, Confidence, Quote, Reason};
use crate::span::Span;
use crate::table::{Ends, ends};

/// 간접 인용의 어미: 뒤에 전달 동사가 온다.
static QUOTATIVE_ENDINGS: Ends = ends![
    "다고",
    "라고",
    "자고",
    "냐고",
    "다며",
    "라며",
    "다면서",
    "라면서",
    "다고도",
    "라고도",
];
/// 간접 인용의 관형형: 뒤에 ‘입장이다’ 따위가 온다.
const ADNOMINAL_ENDINGS: &[&str] = &["다는", "라는", "자는"];
/// 문장 끝에서 앞말이 누구의 말임을 알리는 명사.
const POSITIONS: &[&str] = &[
    "입장이다",
    "설명이다",
    "주장이다",
    "지적이다",
    "분석이다",
    "전망이다",
    "판단이다",
    "평가다",
    "관측이다",
    "반응이다",
    "방침이다",
    "계획이다",
];

/// Adds the indirect statements to the direct quotes, in order; `known` are the sentences of every block, which
/// none of `pairs` ends in. Linear.
pub fn add(article: &Article, pairs: &[Pair], known: &[Vec<Span>], quotes: &mut Vec<Quote>) {
    let mut statement = quotes.last().map_or(0, |q| q.statement + 1);
    let mut found = Vec::new();
    for (at, block) in article.blocks.iter().enumerate() {
        if block.kind != BlockKind::Body {
            continue;
        }
        let mut heard = Heard::default();
        let near = pairs.partition_point(|p| p.span.to() <= block.span.from());
        let own;
        let sentences = if pairs.get(near).is_some_and(|p| p.span.overlaps(block.span)) {
            own = units(article.text, block.span, &[]);
            &own
        } else {
            &known[at]
        };
        // What stands behind the last report tells nobody's words.
        let report = |unit: &Span| report_at_end(article.text, *unit);
        let reports: Vec<_> = sentences.iter().map(report).collect();
        let count = reports
            .iter()
            .rposition(Option::is_some)
            .map_or(0, |i| i + 1);
        for (index, unit) in sentences.iter().enumerate().take(count) {
            let near = quotes.partition_point(|q| q.span.to() <= unit.from());
            let quoted = quotes.get(near).is_some_and(|q| q.span.overlaps(*unit))
                || block.furniture.iter().any(|f| f.overlaps(*unit));
            let place = Place {
                article,
                block: at,
                unit: *unit,
                units: sentences,
                index,
            };
            if quoted {
                let spoken = quotes.partition_point(|q| q.span.from() < unit.to());
                heard.quoted(quotes[..spoken].last());
            } else if let Some(quote) = statement_in(&place, reports[index], &mut heard, statement)
            {
                found.push(quote);
                statement += 1;
            }
        }
    }
    quotes.extend(found);
    crate::order::by_span(quotes, |q| q.span);
}

/// Who was heard so far in a paragraph.
#[derive(Default)]
struct Heard {
    /// The person whom 그는 means.
    person: Option<Who>,
    /// Whoever the sentence just before quoted or reported.
    last: Option<Who>,
    /// The sentences since then that report nothing; they are read where one says 그는.
    unread: Vec<usize>,
}

impl Heard {
    fn quoted(&mut self, quote: Option<&Quote>) {
        self.last = quote.and_then(|q| {
            Some(Who {
                speaker: q.speaker.clone()?,
                anonymous: q.anonymous,
                person: true,
            })
        });
        if self.last.is_some() {
            self.person.clone_from(&self.last);
            self.unread.clear();
        }
    }

    /// The person last spoken of before the sentence at `place`.
    fn person(&mut self, place: &Place) -> Option<Who> {
        while let Some(index) = self.unread.pop() {
            let unit = place.units[index];
            let found = subjects::subjects(place.article, unit);
            let there = Place {
                unit,
                index,
                ..*place
            };
            let who = topic(&found).and_then(|s| match s.kind {
                Kind::Pronoun => None,
                Kind::TheCompany => the_company(&there),
                _ => s.who.clone(),
            });
            if let Some(who) = who.filter(|who| who.person) {
                self.person = Some(who);
                self.unread.clear();
            }
        }
        self.person.clone()
    }
}

/// Whom a sentence tells of.
fn topic(subjects: &[Subject]) -> Option<&Subject> {
    subjects
        .iter()
        .find(|s| s.mark == Mark::Topic && s.kind != Kind::Other)
}

fn statement_in(
    place: &Place,
    report: Option<(usize, Span)>,
    heard: &mut Heard,
    statement: u32,
) -> Option<Quote> {
    let text = place.article.text;
    let before = heard.last.take();
    let Some((clause_end, cue)) = report else {
        heard.unread.push(place.index);
        return None;
    };
    let subjects = subjects::subjects(place.article, place.unit);
    let subject = topic(&subjects);
    let who = subject.and_then(|s| match s.kind {
        Kind::Pronoun => heard.person(place),
        Kind::TheCompany => the_company(place),
        _ => s.who.clone(),
    });
    if let Some(who) = who.as_ref().filter(|w| w.person) {
        heard.person = Some(who.clone());
        heard.unread.clear();
    }
    // “…”고 했다. 부품이 없다고도 했다: the one quoted just before goes on.
    let topic = subjects.iter().any(|s| s.mark != Mark::Nominative);
    let (from, who) = match (subject, who) {
        (Some(s), Some(who)) => (s.span.to(), who),
        (None, _) if !topic => (place.unit.from(), before?),
        _ => return None,
    };
    heard.last = Some(who.clone());
    let clause = between(from, clause_end).trim(text);
    if from >= clause_end || clause.of(text).split_whitespace().count() < 2 {
        return None;
    }
    Some(Quote {
        span: clause,
        speaker: Some(who.speaker),
        cue: Some(cue),
        statement,
        addressee: None,
        anonymous: who.anonymous,
        direct: false,
        repairs: Vec::new(),
        confidence: Confidence::Likely,
        reason: Reason {
            rule: "indirect",
            evidence: vec![cue],
        },
    })
}

/// Where the reported clause ends, and the verb or noun that reports it.
fn report_at_end(text: &str, unit: Span) -> Option<(usize, Span)> {
    let mut back = super::phrases::words(text, unit).rev();
    let last = back.next()?;
    let bare = last.of(text).trim_end_matches(|c: char| !is_letter(c));
    let cue = Span::new(last.from(), last.from() + bare.len());
    let before = back.next()?;
    if POSITIONS.contains(&bare) {
        return ADNOMINAL_ENDINGS
            .iter()
            .any(|e| before.of(text).ends_with(e))
            .then_some((before.to(), cue));
    }
    if !bare.ends_with(['다', '요']) {
        return None;
    }
    // 재차 강조했다, 잘라 말했다: one adverb may stand between.
    let told = std::iter::once(before)
        .chain(back.next())
        .find(|w| QUOTATIVE_ENDINGS.any(w.of(text).trim_end_matches(',')))?;
    let reports = cues::verb_length(bare) == Some(bare.len())
        && bare != "한다"
        && !bare.ends_with("된다")
        && !bare.ends_with("됐다");
    reports.then_some((told.to(), cue))
}
