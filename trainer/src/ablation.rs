//! What each part of the engine is worth: rules, lists and tagger, alone and together.

use std::path::Path;

use anyhow::Result;
use mitjul::tagger::{Gazetteer, Kind, Model, Tagging, Words, builtin};
use mitjul::{Options, annotate_with};

use crate::corpus::{self, Example};
use crate::evaluate::Count;
use crate::gold;

/// A text and where its people and companies are, in bytes.
struct Text {
    text: String,
    people: Vec<(usize, usize)>,
    companies: Vec<(usize, usize)>,
}

/// Prints F1 of people and companies on our test articles, and on the news sentences of KLUE and
/// KONEC where their folder is given.
pub fn report(root: &Path, outside: Option<&Path>) -> Result<()> {
    let mut sets = vec![("our test articles", articles(&root.join("tests/gold/test")))];
    if let Some(outside) = outside {
        let klue = outside.join("klue-ner/dev.tsv");
        let sentences = corpus::klue(&klue, &outside.join("konec/dev.tsv"))?;
        let news = sentences.into_iter().filter(|s| s.news);
        sets.push((
            "KLUE/KONEC dev",
            news.map(|s| sentence(s.example)).collect(),
        ));
    }
    let tagger = builtin();
    let parts: [(&str, bool, bool, bool); 6] = [
        ("rules", true, false, false),
        ("rules, lists", true, true, false),
        ("tagger", false, false, true),
        ("tagger, lists", false, true, true),
        ("rules, tagger", true, false, true),
        ("all", true, true, true),
    ];
    for (name, texts) in &sets {
        println!("{name} ({} texts)", texts.len());
        for (part, rules, gazetteer, tagged) in parts {
            let (mut people, mut companies) = (Count::default(), Count::default());
            for text in texts {
                let (p, c) = match (rules, tagger) {
                    (false, Some(model)) => alone(model, &text.text, gazetteer),
                    _ => engine(&text.text, gazetteer, tagger.filter(|_| tagged)),
                };
                people.add(&p, &text.people);
                companies.add(&c, &text.companies);
            }
            println!(
                "  {part:14} people {:4.1}  companies {:4.1}",
                people.f1(),
                companies.f1()
            );
        }
    }
    Ok(())
}

type Spans = Vec<(usize, usize)>;

fn engine(text: &str, gazetteer: bool, tagger: Option<&Model>) -> (Spans, Spans) {
    let options = Options { gazetteer, tagger };
    let found = annotate_with(text, options);
    let spans = |people: bool| {
        let names = found.names().filter(|(person, _)| *person == people);
        names.map(|(_, span)| (span.from(), span.to())).collect()
    };
    (spans(true), spans(false))
}

/// The tagger line by line, told nothing by the rules.
fn alone(model: &Model, text: &str, names: bool) -> (Spans, Spans) {
    let (mut people, mut companies) = (Vec::new(), Vec::new());
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let tagging = Tagging::new(model, line, Gazetteer { names }, &[], &mut Words::default());
        for name in tagging.names() {
            let span = (start + name.span.from(), start + name.span.to());
            match name.kind {
                Kind::Person => people.push(span),
                Kind::Company => companies.push(span),
                Kind::Other => {}
            }
        }
        start += line.len();
    }
    (people, companies)
}

fn articles(folder: &Path) -> Vec<Text> {
    let text = |article: gold::Gold| {
        let people = article.marks.iter().filter_map(|m| m.name).collect();
        let companies = article.of(&[gold::Kind::Company]).map(|m| (m.start, m.end));
        Text {
            people,
            companies: companies.collect(),
            text: article.text.clone(),
        }
    };
    gold::load(folder).into_iter().map(text).collect()
}

fn sentence(example: Example) -> Text {
    Text {
        people: example.spans(Kind::Person),
        companies: example.spans(Kind::Company),
        text: example.text,
    }
}
