//! Mentions of companies and people: lists and rules propose, [`settle`](overlap::settle) decides.
//!
//! Order: companies from the list, companies from their form or neighbours, people from their
//! titles, then everything found is searched for through the rest of the article.

mod affiliation;
mod appointments;
mod chain;
pub mod english;
mod evidence;
mod foreign;
mod forms;
mod listed;
mod names;
mod orphans;
mod overlap;
mod people;
mod repeat;
mod scan;
mod title_run;
mod titles;
mod untitled;

use crate::annotate::Options;
use crate::document::Language;
use crate::lexicon::{CompanyId, TitleClass};
use crate::model::{Block, Confidence};
use crate::span::Span;

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
pub fn find(
    text: &str,
    language: Language,
    blocks: &[Block],
    closed: &[Span],
    options: Options,
) -> Vec<Found> {
    let scan = scan::Scan::new(text, blocks, closed, options);
    let mut found = match language {
        Language::Korean => korean(&scan),
        Language::English => english::find(&scan),
    };
    found = repeat::repeated(&scan, found, language);
    overlap::settle(found)
}

fn korean(scan: &scan::Scan) -> Vec<Found> {
    let mut companies = listed::find(scan);
    companies.extend(forms::find(scan, &companies));
    let mut companies = overlap::settle(companies);
    let titles = people::Titles::new(scan);
    let (mut people, mut more) = people::find(scan, &companies, &titles);
    let known = companies.iter().chain(&more).chain(&people).cloned();
    let shown = evidence::find(scan, &overlap::settle(known.collect()));
    if !shown.is_empty() {
        companies.extend(shown);
        companies = overlap::settle(companies);
        (people, more) = people::find(scan, &companies, &titles);
    }
    people.extend(appointments::find(scan, &companies));
    people.extend(orphans::bearers(scan, &people, &companies));
    let mut all = companies;
    all.extend(more);
    all.extend(people);
    all
}
