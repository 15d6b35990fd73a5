//! Korean quotations in reading order: which are speech, and who speaks.

use super::cast::Who;
use super::cues::{self, After, Tail};
use super::marks::Pair;
use super::remember::Memory;
use super::resolve::{self, Place};
use super::speech::{self, Evidence, Style};
use super::units::units;
use super::{Article, Said, between, headline, in_block, is_prose};
use crate::korean::words::is_letter;
use crate::model::{BlockKind, MentionKind};
use crate::span::Span;

/// A pair and what was found about it before speakers are sought.
struct Read {
    after: After,
    evidence: Option<Evidence>,
}

/// The quotes of a Korean article, in order.
pub fn quotes(article: &Article, pairs: &[Pair], sentences: &[Vec<Span>]) -> Vec<Said> {
    let read = read(article, pairs, sentences);
    let mut memory = Memory::default();
    let mut out = Vec::new();
    let mut taken = 0usize;
    for (at, block) in article.blocks.iter().enumerate() {
        let first = pairs.partition_point(|p| p.block < at);
        match block.kind {
            BlockKind::Furniture => {}
            BlockKind::Headline | BlockKind::Deck => {
                out.extend(headline::quotes(article, at, in_block(pairs, at)))
            }
            BlockKind::Body | BlockKind::Caption => {
                let mut own;
                let state = if block.kind == BlockKind::Body {
                    &mut memory
                } else {
                    own = memory.aside(article);
                    &mut own
                };
                for (i, unit) in sentences[at].iter().enumerate() {
                    let count = pairs[first.max(taken)..]
                        .iter()
                        .take_while(|p| p.block == at && p.span.from() < unit.to())
                        .count();
                    let here = first.max(taken)..first.max(taken) + count;
                    let place = Place {
                        article,
                        block: at,
                        unit: *unit,
                        units: &sentences[at],
                        index: i,
                    };
                    sentence(
                        &place,
                        &pairs[here.clone()],
                        &read[here.clone()],
                        state,
                        &mut out,
                    );
                    taken = here.end.max(taken);
                }
            }
        }
    }
    out
}

/// The sentences of every prose block, by block.
pub fn sentences(article: &Article, pairs: &[Pair]) -> Vec<Vec<Span>> {
    let mut from = 0;
    let mut next = 0; // the first pair that may still reach a block
    let mut out = Vec::with_capacity(article.blocks.len());
    for block in article.blocks {
        if !is_prose(block.kind) {
            out.push(Vec::new());
            continue;
        }
        while next < pairs.len() && pairs[next].span.to() <= block.span.from() {
            next += 1;
        }
        let range = between(
            block.span.from().max(from).min(block.span.to()),
            block.span.to(),
        );
        let until = pairs.partition_point(|p| p.span.from() < block.span.to());
        let found = units(article.text, range, &pairs[next.min(until)..until]);
        if let Some(last) = pairs[next.min(until)..until].last() {
            from = from.max(last.span.to());
        }
        out.push(found);
    }
    out
}

/// Where the sentence of a pair ends.
fn sentence_end(pair: &Pair, sentences: &[Vec<Span>]) -> usize {
    let list = sentences
        .get(pair.last_block)
        .map(Vec::as_slice)
        .unwrap_or(&[]);
    let i = list.partition_point(|u| u.to() < pair.span.to());
    match list.get(i) {
        Some(u) if u.from() <= pair.span.to() + 1 || pair.block == pair.last_block => {
            u.to().max(pair.span.to())
        }
        _ => pair.span.to(),
    }
}

fn read(article: &Article, pairs: &[Pair], sentences: &[Vec<Span>]) -> Vec<Read> {
    let text = article.text;
    let ends: Vec<usize> = pairs
        .iter()
        .enumerate()
        .map(|(i, p)| {
            let next = pairs.get(i + 1).map_or(text.len(), |n| n.span.from());
            sentence_end(p, sentences).min(next).max(p.span.to())
        })
        .collect();
    let afters: Vec<After> = pairs
        .iter()
        .zip(&ends)
        .map(|(p, end)| cues::after(text, p.span.to(), *end))
        .collect();
    let prose = |p: &Pair| is_prose(article.blocks[p.block].kind);
    let style = speech::style(text, pairs.iter().zip(&afters).filter(|(p, _)| prose(p)));
    let mut out: Vec<Read> = Vec::with_capacity(pairs.len());
    for (i, (pair, after)) in pairs.iter().zip(afters).enumerate() {
        let evidence = prose(pair)
            .then(|| decide(article, pairs, i, &after, ends[i], style, sentences))
            .flatten();
        out.push(Read { after, evidence });
    }
    // “가”, “나”라고 했다: the first goes with the second.
    for i in (0..out.len().saturating_sub(1)).rev() {
        let gap = between(pairs[i].span.to(), pairs[i + 1].span.from())
            .of(text)
            .trim();
        let joined = pairs[i].block == pairs[i + 1].block
            && matches!(
                gap,
                "," | "·" | "와" | "과" | "이나" | "나" | "…" | "또는" | "및"
            );
        if joined
            && pairs[i].double
            && is_prose(article.blocks[pairs[i].block].kind)
            && matches!(out[i].after.tail, Tail::Words | Tail::Particle | Tail::End)
        {
            out[i].evidence = out[i + 1].evidence.clone();
        }
    }
    out
}

fn decide(
    article: &Article,
    pairs: &[Pair],
    i: usize,
    after: &After,
    end: usize,
    style: Style,
    sentences: &[Vec<Span>],
) -> Option<Evidence> {
    let pair = &pairs[i];
    let block = &article.blocks[pair.block];
    let list = &sentences[pair.block];
    let unit = list.partition_point(|u| u.to() <= pair.span.from());
    let start = list
        .get(unit)
        .map_or(block.span.from(), |u| u.from())
        .min(pair.span.from());
    let start = pairs
        .get(i.wrapping_sub(1))
        .map_or(start, |p| start.max(p.span.to()))
        .min(pair.span.from());
    let before = between(start, pair.span.from());
    speech::judge(
        pair,
        &speech::Place {
            text: article.text,
            before,
            rest: between(pair.span.to(), end),
            after,
            style,
            labelled: labelled(article, before),
            of_person: article
                .cast
                .within(between(after.rest, end))
                .first()
                .is_some_and(|m| m.kind != MentionKind::Company && m.span.from() <= after.rest + 1),
        },
    )
}

/// Whether nothing but a name, a mark or a colon stands before a quotation.
fn labelled(article: &Article, before: Span) -> bool {
    let words = before
        .of(article.text)
        .trim_end_matches([':', '：', ' ', '=', '→', '-', '–']);
    let lead = words.trim_matches(|c: char| !is_letter(c) || c == 'A' || c == 'Q');
    if lead.is_empty() {
        return before.from() == before.to()
            || before
                .of(article.text)
                .contains(['▶', '―', '—', 'A', '◆', '△', '▲', ':'])
            || before.of(article.text).trim().is_empty();
    }
    let at = before.from() + words.len();
    at > before.from()
        && article
            .cast
            .covering(before.from() + words.char_indices().next_back().map_or(0, |(i, _)| i))
            .is_some()
}

/// Judges the pairs of one sentence, then remembers whom it speaks of.
fn sentence(
    place: &Place,
    pairs: &[Pair],
    read: &[Read],
    memory: &mut Memory,
    out: &mut Vec<Said>,
) {
    let mut previous: Option<(usize, Option<Who>)> = None;
    if read.iter().all(|r| r.evidence.is_none()) {
        memory.keep(place.article, place.unit, true);
        return;
    }
    let opening = (pairs.len() > 1).then(|| memory.aside(place.article));
    let lead = between(
        place.unit.from(),
        pairs.first().map_or(place.unit.from(), |p| p.span.from()),
    );
    for (i, (pair, read)) in pairs.iter().zip(read).enumerate() {
        let Some(evidence) = &read.evidence else {
            continue;
        };
        let from = previous
            .as_ref()
            .map_or(place.unit.from(), |(to, _)| *to)
            .min(pair.span.from());
        let until = pairs[i + 1..].first().map_or(usize::MAX, |n| n.span.from());
        let asked = resolve::Asked {
            pair,
            after: &read.after,
            rule: evidence.rule,
            before: between(from, pair.span.from()),
            until,
            earlier: previous.as_ref().map(|(_, who)| who),
            lead,
            turns: pairs.len() - i,
            opening: opening.as_ref().unwrap_or(memory),
        };
        let (who, continues) = resolve::speaker(place, &asked, memory);
        let addressee = resolve::addressee(place, asked.before, who.as_ref());
        memory.keep(place.article, asked.before, false);
        // A. 마 대표: “…” … A. “…”: he goes on answering.
        if who.is_some()
            && place.index == 0
            && place.unit.of(place.article.text).starts_with(['A', '답'])
        {
            memory.asked.clone_from(&who);
        }
        if let Some(who) = &who {
            memory.hear(who);
        }
        previous = Some((pair.span.to(), who.clone()));
        out.push(Said {
            pair: pair.clone(),
            evidence: evidence.clone(),
            who,
            addressee,
            continues,
        });
    }
    let from = previous.map_or(place.unit.from(), |(to, _)| to.min(place.unit.to()));
    let from = from.max(place.unit.from());
    memory.keep(
        place.article,
        between(from, place.unit.to()),
        from == place.unit.from(),
    );
}
