//! Mentions of companies and people: lists and rules propose, [`settle`](overlap::settle) decides.
//!
//! Order: companies from the list, companies from their form or neighbours, these once more
//! wherever they stand, people from their titles, then everything found is searched for through the
//! rest of the article. The tagger reads with that as evidence, takes away and adds, and the
//! article is searched once more.

mod affiliation;
mod appointments;
mod beside;
mod chain;
mod cues;
pub mod english;
mod english_firms;
mod english_people;
mod evidence;
mod evidence_signs;
mod foreign;
mod foreign_words;
mod forms;
mod listed;
mod names;
mod namesakes;
mod orphans;
mod overlap;
mod people;
mod persons;
mod repeat;
mod roles;
mod scan;
mod tagged;
mod title_run;
mod titles;
mod untitled;
mod widened;
mod works;

pub use forms::bare_end;
pub use roles::shared_office;

use crate::annotate::Options;
use crate::document::Language;
use crate::lexicon::{CompanyId, TitleClass};
use crate::model::{Block, Confidence};
use crate::span::Span;
use crate::tagger::Memory;

/// A company or a person found in the text, not yet joined to an entity.
#[derive(Clone, Debug)]
pub struct Found {
    pub span: Span,
    /// The name alone.
    pub name: Span,
    pub what: What,
    pub confidence: Confidence,
    pub rule: &'static str,
    pub evidence: Vec<Span>,
}

/// What was found.
#[derive(Clone, Debug)]
pub enum What {
    Company {
        listed: Option<CompanyId>,
        /// For an abbreviation in brackets: the name it stands for.
        stands_for: Option<Span>,
    },
    Person(Person),
}

/// A person as this mention states it.
#[derive(Clone, Debug, Default)]
pub struct Person {
    pub title: Option<Span>,
    pub class: Option<TitleClass>,
    /// The companies stated with the mention, as spans of their own mentions.
    pub companies: Vec<Span>,
    /// Another organisation stated with it.
    pub organization: Option<Span>,
    /// Only a surname, or one part of a longer name.
    pub short: bool,
    /// A person whom every reader knows as an executive.
    pub famous: bool,
}

impl Found {
    pub fn is_company(&self) -> bool {
        matches!(self.what, What::Company { .. })
    }

    pub fn person(&self) -> Option<&Person> {
        match &self.what {
            What::Person(p) => Some(p),
            What::Company { .. } => None,
        }
    }
}

/// All mentions in the blocks that carry words of the article, sorted, settled. `closed` are
/// spans that nothing may be marked in (credits). Linear but for a logarithm.
pub fn find<'m>(
    text: &str,
    language: Language,
    blocks: &[Block],
    closed: &[Span],
    options: Options<'m>,
    memory: Option<&mut Memory<'m>>,
) -> Vec<Found> {
    let scan = scan::Scan::new(text, language, blocks, closed, options);
    let found = by_rules(&scan, language);
    if language == Language::English {
        return found;
    }
    let found = match options.tagger {
        Some(model) => {
            let reading = tagged::Reading::new(&scan, blocks, model, &found, memory);
            let found = overlap::settle(reading.resolve(&scan, found));
            let found = widened::widened(&scan, found);
            overlap::settle(repeat::repeated(&scan, found, language))
        }
        None => found,
    };
    roles::stated(&scan, beside::complete(&scan, found))
}

fn by_rules(scan: &scan::Scan, language: Language) -> Vec<Found> {
    let found = match language {
        Language::Korean => korean(scan),
        Language::English => english::find(scan),
    };
    overlap::settle(repeat::repeated(scan, found, language))
}

/// What the rules alone find, as the tagger is told: bytes of `text`.
pub fn rule_hits(text: &str, gazetteer: bool) -> Vec<crate::tagger::RuleHit> {
    let options = Options {
        gazetteer,
        tagger: None,
    };
    let doc = crate::document::Document::new(text);
    let mut blocks = crate::layout::blocks(&doc, &[]);
    let flow = crate::layout::flow(&doc, &mut blocks);
    let scan = scan::Scan::new(&flow.text, doc.language, &blocks, &[], options);
    let mut rule_hits = tagged::rule_hits(&by_rules(&scan, doc.language));
    for hit in &mut rule_hits {
        hit.span = doc.to_source(flow.to_document(hit.span));
    }
    rule_hits
}

fn korean(scan: &scan::Scan) -> Vec<Found> {
    let mut companies = listed::find(scan);
    companies.extend(forms::find(scan, &companies));
    let mut companies = widened::widened(scan, overlap::settle(companies));
    let titles = people::Titles::new(scan);
    companies.extend(repeat::companies(scan, &companies, &titles.addressed));
    companies = overlap::settle(companies);
    let mut blocks = Vec::new();
    people::find(scan, &companies, &titles, &[], &mut blocks);
    let mut known: Vec<&Found> = companies.iter().collect();
    for block in &blocks {
        known.extend(&block.companies);
        known.extend(&block.people);
    }
    let shown = evidence::find(scan, &overlap::settled(known));
    if !shown.is_empty() {
        let before = people::places(&companies);
        companies.extend(shown);
        companies = widened::widened(scan, overlap::settle(companies));
        people::find(scan, &companies, &titles, &before, &mut blocks);
    }
    let (mut people, mut more) = (Vec::new(), Vec::new());
    for mut block in blocks {
        people.append(&mut block.people);
        more.append(&mut block.companies);
    }
    people.extend(appointments::find(scan, &companies));
    people.extend(orphans::bearers(scan, &people, &companies));
    let mut known: Vec<&Found> = companies.iter().collect();
    known.extend(&more);
    known.extend(&people);
    let shown = persons::find(scan, &overlap::settled(known));
    people.extend(shown);
    let mut all = companies;
    all.extend(more);
    all.extend(people);
    all
}
