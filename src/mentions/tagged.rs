//! What the learned tagger adds: names that stand bare, where no rule has anything to hold on to,
//! and doubt where a rule holds on to the wrong word.
//!
//! The tagger reads one block at a time and sees what the rules found in it, which it has learned
//! to trust or not. Its proposals are then weighed over the whole article: a name that it takes
//! for a person in one place and for a company in another is what it is surer of, all places
//! added up.

use super::listed::{form_marker, team};
use super::scan::Scan;
use super::untitled::addressed;
use super::works::titled;
use super::{Found, Person, What};
use crate::korean::foreign::SYLLABLES;
use crate::korean::names::{DOUBTFUL_SURNAMES, DRUG_ENDS, is_surname, korean_name, may_be_foreign};
use crate::korean::particles::follows;
use crate::lexicon::{self, filter::Key};
use crate::map::{Map, Set};
use crate::model::{Block, BlockKind, Confidence};
use crate::span::Span;
use crate::tagger::{Gazetteer, Kind, Memory, Model, RuleHit, Tagged, Tagging, Words};
use std::rc::Rc;

/// Below this a proposal is not shown, even as a guess: a wrong mark costs more than a missed one.
const LEAST: f32 = 0.6;
/// From here on it is likely, from the second on sure.
const LIKELY: f32 = 0.75;
const SURE: f32 = 0.95;
/// By so much the tagger must be surer of another name than of the one that a rule found.
const MUCH: f32 = 0.3;

/// What the tagger says of an article.
pub struct Reading<'a> {
    model: &'a Model,
    /// Each block, and where it begins.
    blocks: Vec<(usize, Rc<Tagging>)>,
    /// The names it proposes outside of credits, in order.
    names: Vec<Tagged>,
}

impl<'a> Reading<'a> {
    /// Reads the blocks that carry words of the article; `rules`, sorted, are what the rules found.
    /// What `memory` has is not read again.
    pub fn new(
        scan: &Scan,
        blocks: &[Block],
        model: &'a Model,
        rules: &[Found],
        mut memory: Option<&mut Memory<'a>>,
    ) -> Self {
        let lists = Gazetteer {
            names: scan.options.gazetteer,
        };
        let rule_hits = rule_hits(rules);
        let shown = blocks.iter().filter(|b| b.kind != BlockKind::Furniture);
        let mut words = Words::default();
        if let Some(memory) = &mut memory {
            memory.turn(model);
        }
        let read = |block: &Block| {
            let from = rule_hits.partition_point(|h| h.span.start < block.span.start);
            let to = rule_hits.partition_point(|h| h.span.start < block.span.end);
            let start = block.span.from();
            let local: Vec<RuleHit> = rule_hits[from..to].iter().map(|h| h.back(start)).collect();
            let line = &scan.text[block.span.range()];
            let tagging = match &mut memory {
                Some(memory) => memory.read(model, line, lists, &local, &mut words),
                None => Rc::new(Tagging::new(model, line, lists, &local, &mut words)),
            };
            (start, tagging)
        };
        let blocks: Vec<_> = shown.map(read).collect();
        let open = |t: &Tagged| {
            let word = scan.words.get(scan.word_at(t.span.from()));
            word.is_some_and(|w| w.span.start <= t.span.start)
        };
        let of_block = |(start, tagging): &(usize, Rc<Tagging>)| {
            let place = |t: Tagged| {
                let span = Span::new(start + t.span.from(), start + t.span.to());
                let end = match t.kind {
                    Kind::Person => with_family(scan, span),
                    _ => span.end,
                };
                Tagged {
                    span: Span { end, ..span },
                    ..t
                }
            };
            tagging.names().map(place).filter(open).collect::<Vec<_>>()
        };
        let names = blocks.iter().flat_map(of_block).collect();
        Self {
            model,
            blocks,
            names,
        }
    }

    /// How likely just this is a name of this kind.
    fn chance(&self, span: Span, kind: Kind) -> f32 {
        let at = self.names.partition_point(|t| t.span.start < span.start);
        let same = |t: &&Tagged| t.span == span && t.kind == kind;
        if let Some(name) = self.names.get(at).filter(same) {
            return name.probability;
        }
        let at = self
            .blocks
            .partition_point(|(start, _)| *start <= span.from());
        let Some((start, tagging)) = at.checked_sub(1).and_then(|i| self.blocks.get(i)) else {
            return 0.0;
        };
        let local = Span::new(span.from() - start, span.to() - start);
        tagging.probability(self.model, local, kind)
    }

    /// How likely a name of the same kind begins with this one: 엔비디아향 for 엔비디아. The rule
    /// knows better where it ends.
    fn beginning(&self, f: &Found) -> f32 {
        let at = self.names.partition_point(|t| t.span.start < f.name.start);
        let same = |t: &&Tagged| t.span.start == f.name.start && t.kind == kind(f);
        self.names
            .get(at)
            .filter(same)
            .map_or(0.0, |t| t.probability)
    }

    /// `rules`, which is sorted, without what the tagger finds unlikely, and with what it adds.
    pub fn resolve(&self, scan: &Scan, rules: Vec<Found>) -> Vec<Found> {
        let mut out: Vec<Found> = rules;
        for f in &mut out {
            let known =
                scan.options.gazetteer && lexicon::executives().get(scan.at(f.name)).is_some();
            // In a list of appointments the rule has seen the whole row.
            if !known && f.rule != "appointment-list" {
                self.mend(scan, f);
            }
        }
        let elsewhere = self.companies(scan);
        let chances: Vec<f32> = out
            .iter()
            .map(|f| {
                let here = self.chance(f.name, kind(f)).max(self.beginning(f));
                let same = elsewhere.get(scan.at(f.name)).filter(|_| f.is_company());
                same.map_or(here, |chance| here.max(*chance))
            })
            .collect();
        // A company between a name and a title stands or falls with them.
        let stated: Set<Span> = out
            .iter()
            .zip(&chances)
            .filter(|(f, chance)| **chance >= least(f))
            .filter_map(|(f, _)| f.person())
            .flat_map(|p| p.companies.iter().copied())
            .collect();
        let mut chances = chances.into_iter();
        out.retain_mut(|f| {
            let chance = chances.next().unwrap_or(0.0);
            // What the list knows for a company is never shown as a guess.
            let floor = match f.rule {
                "company-list" => Confidence::Likely,
                _ => Confidence::Guess,
            };
            f.confidence = f.confidence.min(confidence(chance).max(floor));
            match f.is_company() {
                true => chance >= least(f) || stated.contains(&f.span),
                false => chance >= least(f) && !nameless(scan, f.name),
            }
        });
        let sums = self.sums(scan);
        let more: Vec<Found> = self
            .names
            .iter()
            .filter(|t| !touched(&out, t.span) && chosen(scan, t, &sums))
            .filter_map(|t| bare(scan, t))
            .collect();
        out.extend(more);
        out
    }

    /// Gives a person whose name the tagger sees end or begin elsewhere (빌 클린턴 전 대통령, 개러스
    /// 오웬 대표) the tagger's name; the title stays.
    fn mend(&self, scan: &Scan, f: &mut Found) {
        let What::Person(person) = &mut f.what else {
            return;
        };
        let at = self.names.partition_point(|t| t.span.end <= f.name.start);
        let other =
            |t: &&Tagged| t.kind == Kind::Person && t.span.overlaps(f.name) && t.span != f.name;
        let Some(t) = self.names.get(at).filter(other) else {
            return;
        };
        let clear = person.title.is_none_or(|title| {
            if title.start < f.name.start {
                title.end <= t.span.start
            } else {
                t.span.end <= title.start
            }
        });
        // Between a foreign name and its title stands the company: 호세 무뇨스 현대차 사장.
        let between = |c: &&Span| f.name.end <= c.start && c.overlaps(t.span);
        let swallows = person.companies.iter().any(|c| between(&c));
        // 앤디 최 대표: the family name behind a foreign one.
        let cut = Span::new(t.span.to().min(f.name.to()), f.name.to());
        // 루카 펠레티 CFO: a foreign given name is followed by a family name before it is by a firm.
        let family =
            |rest: &str| is_surname(rest) || !looks_korean(scan.at(t.span)) && may_be_foreign(rest);
        let swallows = swallows || scan.at(cut).strip_prefix(' ').is_some_and(family);
        // 제인 호 부사장: 호 alone is as likely.
        let longer = person.short && t.span.end == f.name.end;
        let surer = longer || t.probability >= LEAST.max(self.chance(f.name, Kind::Person) + MUCH);
        if !clear || swallows || !surer {
            return;
        }
        if f.span.start == f.name.start {
            f.span.start = t.span.start;
        }
        if f.span.end == f.name.end {
            f.span.end = t.span.end;
        }
        f.name = t.span;
        person.short = false;
    }

    /// For every name that it takes for a company somewhere in the article how sure it is at best:
    /// what a rule found elsewhere under the same name is as likely.
    fn companies<'t>(&self, scan: &Scan<'t>) -> Map<&'t str, f32> {
        let mut out: Map<&str, f32> = Map::default();
        for t in self.names.iter().filter(|t| t.kind == Kind::Company) {
            let best = out.or_default(scan.at(t.span));
            *best = best.max(t.probability);
        }
        out
    }

    /// For every proposed name the sum of what speaks for a person, and for a company.
    fn sums<'t>(&self, scan: &Scan<'t>) -> Map<&'t str, (f32, f32)> {
        let mut out: Map<&str, (f32, f32)> = Map::default();
        for t in &self.names {
            let sums = out.or_default(scan.at(t.span));
            match t.kind {
                Kind::Person => sums.0 += t.probability,
                Kind::Company => sums.1 += t.probability,
                Kind::Other => {}
            }
        }
        out
    }
}

fn kind(f: &Found) -> Kind {
    if f.is_company() {
        Kind::Company
    } else {
        Kind::Person
    }
}

/// What the rules found, as the tagger sees it.
pub fn rule_hits(rules: &[Found]) -> Vec<RuleHit> {
    let mut out: Vec<RuleHit> = rules
        .iter()
        .map(|f| RuleHit::new(f.name, kind(f), f.rule))
        .collect();
    crate::order::by(&mut out, |h| [h.span.start, 0, 0]);
    out
}

/// How likely the tagger must find a name that a rule found, or it is dropped. The list is trusted
/// unless the sentence is most clearly about something else.
fn least(f: &Found) -> f32 {
    match (&f.what, f.rule) {
        (
            What::Company {
                listed: Some(_), ..
            },
            "company-list",
        ) => 0.005,
        (
            What::Company {
                listed: Some(_), ..
            },
            _,
        ) => 0.1,
        (What::Company { .. }, _) => 0.3,
        (What::Person(_), _) => 0.2,
    }
}

fn confidence(probability: f32) -> Confidence {
    if probability >= SURE {
        Confidence::Sure
    } else if probability >= LIKELY {
        Confidence::Likely
    } else {
        Confidence::Guess
    }
}

/// Whether a proposal is likely enough, a name with clean edges, and of the kind that the article
/// as a whole speaks for.
fn chosen(scan: &Scan, tagged: &Tagged, sums: &Map<&str, (f32, f32)>) -> bool {
    let name = scan.at(tagged.span);
    let (person, company) = sums.get(name).copied().unwrap_or_default();
    let (same, other) = match tagged.kind {
        Kind::Person => (person, company),
        Kind::Company => (company, person),
        Kind::Other => return false,
    };
    // What stands in a credit or in furniture is no word of the article.
    let word = scan.words.get(scan.word_at(tagged.span.from()));
    let refused = || {
        tagged.kind == Kind::Company
            && (refused(scan, name, tagged.probability)
                || titled(scan, tagged.span)
                || team(scan, tagged.span))
    };
    tagged.probability >= LEAST
        && same >= other
        && word.is_some_and(|w| w.span.start == tagged.span.start)
        && follows(name, scan.tail(tagged.span.to()))
        && name.chars().any(char::is_alphabetic)
        && !refused()
}

/// Whether the lists speak against a company: 한국은행 is another organisation, 카카오 in 카카오
/// 열매 was given up by the rules of the list, 애플파이 is a word that begins like a company, 금융당국 is
/// a word of the news.
fn refused(scan: &Scan, name: &str, probability: f32) -> bool {
    if lexicon::others().get(name).is_some() {
        return true;
    }
    if !scan.options.gazetteer {
        return false;
    }
    // In both sets: one alone holds some words by chance.
    if lexicon::is_entry(name)
        && lexicon::is_term(Key::of(name))
        && lexicon::companies().get(name).is_none()
    {
        return true;
    }
    let ordinary = |word: &str| {
        let key = Key::of(word);
        lexicon::is_plain_keyed(word, key) || lexicon::is_term(key)
    };
    let known = lexicon::companies().prefixes(name);
    known.into_iter().any(|(len, _)| {
        let rest = name[len..].trim_start();
        let doubtful = lexicon::is_ambiguous(&name[..len]);
        let longer = !rest.is_empty();
        if doubtful && longer {
            return ordinary(rest) || probability < LIKELY;
        }
        (!longer || ordinary(rest)) && probability < SURE
    })
}

/// A proposal as a mention of its own.
fn bare(scan: &Scan, tagged: &Tagged) -> Option<Found> {
    let (what, span, rule) = match tagged.kind {
        Kind::Company => {
            let mut name = tagged.span;
            if scan.at(name).ends_with('측') && scan.at(name).chars().count() > 2 {
                name.end -= '측'.len_utf8() as u32;
            }
            let mut span = form_marker(scan, name);
            if scan.after(span).starts_with("그룹") {
                span.end += "그룹".len() as u32;
            }
            let what = What::Company {
                listed: None,
                stands_for: None,
            };
            (what, span, "company-tagger")
        }
        Kind::Person => {
            let short = scan.at(tagged.span).chars().count() == 1;
            let surname = || {
                let name = scan.at(tagged.span);
                let shown = !DOUBTFUL_SURNAMES.contains(&name) && addressed(scan, tagged.span);
                is_surname(name) && (shown || tagged.probability >= SURE)
            };
            if nameless(scan, tagged.span) || short && !surname() {
                return None;
            }
            let person = Person {
                short,
                ..Person::default()
            };
            (What::Person(person), tagged.span, "person-tagger")
        }
        Kind::Other => return None,
    };
    Some(Found {
        span,
        name: span,
        what,
        confidence: confidence(tagged.probability),
        rule,
        evidence: vec![tagged.span],
    })
}

fn looks_korean(name: &str) -> bool {
    // Of two syllables are many that sound so: 제인, 수전.
    name.len() > 6 && korean_name(name).is_some_and(|score| score >= 0)
}

/// Where a person's name ends, with the family name of one syllable that a title follows: 에디 청 전략가.
#[inline(never)]
fn with_family(scan: &Scan, name: Span) -> u32 {
    let family = || {
        let k = scan.word_at(name.to() - 1);
        let n = scan.next(k)?;
        scan.title(scan.next(n)?)?;
        let whole = scan.tail(name.to()).is_empty();
        let fits = whole && SYLLABLES.has(scan.word(n)) && !looks_korean(scan.at(name));
        fits.then_some(scan.words[n].span.end)
    };
    family().unwrap_or(name.end)
}

/// Whether nobody is named: 김모씨, 박모(52)씨, 루미닙 (a drug).
fn nameless(scan: &Scan, name: Span) -> bool {
    let words = scan.at(name);
    if DRUG_ENDS.any(words) {
        return true;
    }
    let words = words.strip_suffix('씨').unwrap_or(words);
    words.strip_suffix('모').is_some_and(is_surname)
}

/// Whether something is marked there already.
fn touched(known: &[Found], span: Span) -> bool {
    let at = known.partition_point(|f| f.span.start < span.start);
    let from = at.saturating_sub(4);
    known[from..]
        .iter()
        .take_while(|f| f.span.start < span.end)
        .any(|f| {
            f.span.overlaps(span)
                && (f.is_company() || f.name.overlaps(span) || f.span.crosses(span))
        })
}
