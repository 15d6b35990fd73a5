//! Reads the corpora: articles of our own, and sentences labelled by others.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use mitjul::tagger::{Gazetteer, Kind, OUTSIDE, RuleHit, first, later, rule_hits};

use crate::gold;

/// A line with one label a character.
#[derive(Clone)]
pub struct Example {
    pub text: String,
    pub labels: Vec<u8>,
    /// How much it counts.
    pub weight: f32,
    /// What the rules find in it, with the lists and without.
    pub rule_hits: [Vec<RuleHit>; 2],
}

/// A name in a line, in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name {
    pub from: usize,
    pub to: usize,
    pub kind: Kind,
}

impl Example {
    /// `names` must not overlap; of two that do the earlier stays.
    pub fn new(text: String, names: &[Name], weight: f32) -> Self {
        let mut labels = vec![OUTSIDE as u8; text.chars().count()];
        for name in names {
            if labels[name.from..name.to]
                .iter()
                .any(|&l| l != OUTSIDE as u8)
            {
                continue;
            }
            labels[name.from..name.to].fill(later(name.kind) as u8);
            labels[name.from] = first(name.kind) as u8;
        }
        Self {
            text,
            labels,
            weight,
            rule_hits: [Vec::new(), Vec::new()],
        }
    }

    /// Its names of one kind, in bytes of the text.
    pub fn spans(&self, kind: Kind) -> Vec<(usize, usize)> {
        let starts = self.text.char_indices().map(|(i, _)| i);
        let bytes: Vec<usize> = starts.chain([self.text.len()]).collect();
        let names = self.names().into_iter().filter(|n| n.kind == kind);
        names.map(|n| (bytes[n.from], bytes[n.to])).collect()
    }

    /// With what the rules find in the line alone.
    pub fn hinted(mut self) -> Self {
        self.rule_hits = [true, false].map(|names| rule_hits(&self.text, Gazetteer { names }));
        self
    }

    pub fn names(&self) -> Vec<Name> {
        mitjul::tagger::names(&self.labels)
            .map(|(from, to, kind)| Name { from, to, kind })
            .collect()
    }
}

/// A name in a line of an article of our own, with the name of whom or what it means.
pub struct Named {
    pub from: usize,
    pub to: usize,
    pub kind: Kind,
    pub canonical: String,
}

/// A line of an article of our own; `names` are sorted and do not overlap.
pub struct Row {
    pub text: String,
    pub names: Vec<Named>,
    /// Whether it is learned from: furniture is not.
    pub learn: bool,
}

/// An article of our own: its lines, the blank ones and furniture too, which are read by the
/// rules but not learned from.
pub struct Article {
    pub lines: Vec<Row>,
}

impl Article {
    pub fn examples(&self) -> Vec<Example> {
        self.lines_with(|line| {
            let plain = |n: &Named| Name {
                from: n.from,
                to: n.to,
                kind: n.kind,
            };
            (line.text.clone(), line.names.iter().map(plain).collect())
        })
    }

    /// The lines that `make` gives, told what the rules find in the article that they make up.
    pub fn lines_with(&self, mut make: impl FnMut(&Row) -> (String, Vec<Name>)) -> Vec<Example> {
        let made: Vec<(String, Vec<Name>)> = self.lines.iter().map(&mut make).collect();
        let text: String = made.iter().map(|(line, _)| format!("{line}\n")).collect();
        let found = [true, false].map(|names| rule_hits(&text, Gazetteer { names }));
        let mut out = Vec::new();
        let mut start = 0;
        for (row, (line, names)) in self.lines.iter().zip(made) {
            let end = start + line.len();
            if row.learn {
                let mut example = Example::new(line, &names, 1.0);
                let inside = |h: &&RuleHit| start <= h.span.from() && h.span.to() <= end;
                example.rule_hits = found
                    .each_ref()
                    .map(|all| all.iter().filter(inside).map(|h| h.back(start)).collect());
                out.push(example);
            }
            start = end + 1;
        }
        out
    }
}

/// Our own Korean articles, line by line, furniture left out. Other organisations that people
/// belong to (`org="경희대"`) are known by their name and marked where they stand.
pub fn articles(folder: &Path) -> Result<Vec<Article>> {
    let mut all = Vec::new();
    for article in gold::load(folder) {
        if !article.text.chars().any(|c| ('가'..='힣').contains(&c)) {
            continue;
        }
        let mut names: Vec<(usize, usize, Kind, String)> = Vec::new();
        let mut others: Vec<String> = Vec::new();
        for mark in &article.marks {
            let canonical = mark.canonical(&article.text);
            match mark.kind {
                gold::Kind::Company => names.push((mark.start, mark.end, Kind::Company, canonical)),
                kind if kind.is_person() => {
                    let (from, to) = mark.name.context("a person without a name")?;
                    names.push((from, to, Kind::Person, canonical));
                    others.extend(mark.organisations().filter(|o| o.chars().count() > 2));
                }
                _ => {}
            }
        }
        others.sort();
        others.dedup();
        for other in &others {
            for (at, found) in article.text.match_indices(other.as_str()) {
                let end = at + found.len();
                if names.iter().all(|n| n.1 <= at || end <= n.0) {
                    names.push((at, end, Kind::Other, other.clone()));
                }
            }
        }
        names.sort();
        let furniture: Vec<_> = article.of(&[gold::Kind::Furniture]).collect();
        let mut lines = Vec::new();
        let mut from = 0;
        for line in article.text.split_inclusive('\n') {
            let text = line.trim_end_matches(['\n', '\r']);
            let to = from + text.len();
            let inside = |n: &&(usize, usize, Kind, String)| from <= n.0 && n.1 <= to;
            let chars = |byte: usize| article.text[from..byte].chars().count();
            let learn =
                !text.trim().is_empty() && !furniture.iter().any(|f| f.start < to && from < f.end);
            let mut row = Row {
                text: text.to_owned(),
                names: Vec::new(),
                learn,
            };
            for n in names.iter().filter(inside) {
                if row.names.last().is_none_or(|l| l.to <= chars(n.0)) {
                    row.names.push(Named {
                        from: chars(n.0),
                        to: chars(n.1),
                        kind: n.2,
                        canonical: n.3.clone(),
                    });
                }
            }
            lines.push(row);
            from += line.len();
        }
        all.push(Article { lines });
    }
    Ok(all)
}

/// A labelled sentence of KLUE-NER with the fine labels of KONEC.
pub struct Sentence {
    pub news: bool,
    pub example: Example,
}

/// KLUE-NER's people and places, KONEC's companies, character by character. Sentences that the
/// two give different texts are left out.
pub fn klue(klue_file: &Path, konec_file: &Path) -> Result<Vec<Sentence>> {
    let konec = tsv(konec_file)?;
    let by_id: HashMap<&str, &Labelled> = konec.iter().map(|s| (s.id.as_str(), s)).collect();
    let klue = tsv(klue_file)?;
    let mut out = Vec::new();
    for sentence in &klue {
        let Some(fine) = by_id.get(sentence.id.as_str()) else {
            continue;
        };
        if fine.text != sentence.text {
            continue;
        }
        let chars: Vec<char> = sentence.text.chars().collect();
        let mut names: Vec<Name> = Vec::new();
        for (from, to, label) in spans(&fine.tags) {
            if matches!(label, "OGG_ECONOMY" | "OGG_FOOD" | "OGG_HOTEL") {
                names.push(Name {
                    from,
                    to,
                    kind: Kind::Company,
                });
            }
        }
        for (from, to, label) in spans(&sentence.tags) {
            let kind = match label {
                "PS" => Kind::Person,
                "OG" | "LC" => Kind::Other,
                _ => continue,
            };
            if names.iter().any(|n| n.from < to && from < n.to) {
                continue;
            }
            if kind == Kind::Person && (unnamed(&chars, from, to) || aside(&chars, from, to)) {
                continue;
            }
            names.push(Name { from, to, kind });
        }
        names.sort();
        out.push(Sentence {
            news: sentence.news,
            example: Example::new(sentence.text.clone(), &names, 1.0).hinted(),
        });
    }
    Ok(out)
}

/// Sentences without labels: a number, a tab, the sentence.
pub fn raw(path: &Path) -> Result<Vec<String>> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let sentence = |line: &str| Some(line.split_once('\t')?.1.to_owned());
    Ok(text.lines().filter_map(sentence).collect())
}

/// Whether a name is given once more, in Hanja: 시진핑(習近平). Ours is the name before it.
fn aside(chars: &[char], from: usize, to: usize) -> bool {
    from > 0 && chars[from - 1] == '(' && chars[from..to].iter().all(|&c| is_hanja(c))
}

fn is_hanja(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// By our guidelines nobody is named by `A씨` or `김모씨`.
pub fn unnamed(chars: &[char], from: usize, to: usize) -> bool {
    let letter = to - from == 1 && chars[from].is_ascii_alphabetic();
    let after: String = chars[to..].iter().take(2).collect();
    letter || to - from == 1 && (after.starts_with('모') || after == " 모")
}

struct Labelled {
    id: String,
    news: bool,
    text: String,
    tags: Vec<String>,
}

/// Names of a BIO sequence: first character, the one after the last, label.
fn spans(tags: &[String]) -> Vec<(usize, usize, &str)> {
    let mut out: Vec<(usize, usize, &str)> = Vec::new();
    for (i, tag) in tags.iter().enumerate() {
        if let Some(label) = tag.strip_prefix("B-") {
            out.push((i, i + 1, label));
        } else if let Some(label) = tag.strip_prefix("I-")
            && let Some(last) = out.last_mut()
            && last.1 == i
            && last.2 == label
        {
            last.1 = i + 1;
        }
    }
    out
}

fn tsv(path: &Path) -> Result<Vec<Labelled>> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut out: Vec<Labelled> = Vec::new();
    let mut open = false;
    for (number, line) in text.lines().enumerate() {
        if let Some(head) = line.strip_prefix("## klue-ner-v1_") {
            let id = head.split('\t').next().unwrap_or_default();
            let (id, source) = id.rsplit_once('-').unwrap_or((id, ""));
            out.push(Labelled {
                id: id.to_owned(),
                news: source == "wikitree",
                text: String::new(),
                tags: Vec::new(),
            });
            open = true;
        } else if line.starts_with("## ") || line.is_empty() {
            continue;
        } else if let (true, Some((c, tag))) = (open, line.split_once('\t'))
            && let Some(last) = out.last_mut()
        {
            last.text.push_str(c);
            last.tags.push(tag.to_owned());
        } else {
            bail!(
                "{}:{}: not a labelled character",
                path.display(),
                number + 1
            );
        }
    }
    Ok(out)
}
