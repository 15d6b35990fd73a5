//! The names that the model is told of: those that the corpus counts, and public figures and parts
//! of foreign names of our own lists.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use mitjul::tagger::{Known, SORTS};

use crate::distant::kind;
use crate::swap::{self, Pool};

/// Places in the sets of [`Known::of`].
const PERSON: usize = 0;
const PART: usize = 3;

/// How often the corpus has a name.
#[derive(Default)]
struct Count {
    /// By kind: people, companies, others.
    named: [u32; 3],
    all: u32,
}

/// Where the names come from.
#[derive(Default)]
pub struct Names {
    forms: BTreeMap<String, Count>,
    people: Vec<String>,
    parts: Vec<String>,
}

impl Names {
    /// Our own lists.
    pub fn read(lexicon: &Path) -> Result<Self> {
        let column = |name: &str| -> Result<Vec<String>> {
            let path = lexicon.join(name);
            let text = fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            let first = |line: &str| line.split('\t').next().unwrap_or_default().to_owned();
            Ok(text.lines().skip(1).map(first).collect())
        };
        Ok(Self {
            people: column("people.tsv")?,
            parts: column("name_parts.tsv")?,
            ..Self::default()
        })
    }

    /// Adds what the corpus counts: form, label, how often.
    pub fn count(&mut self, path: &Path) -> Result<()> {
        let text =
            fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        for line in text.lines().skip(1) {
            let mut cells = line.split('\t');
            let (Some(form), Some(label), Some(often)) = (cells.next(), cells.next(), cells.next())
            else {
                continue;
            };
            let often: u32 = often.parse().unwrap_or(0);
            let form = form.split('(').next().unwrap_or(form).trim();
            // 안 의사 is a surname and a title.
            let titled = form
                .split_once(' ')
                .is_some_and(|(a, _)| a.chars().count() == 1);
            if titled {
                continue;
            }
            let count = self.forms.entry(form.to_owned()).or_default();
            count.all += often;
            if let Some(kind) = kind(label) {
                count.named[kind as usize] += often;
            }
        }
        Ok(())
    }

    /// What is known to whoever has seen each name at least `often` times. The text that was
    /// counted is read with 2: a name that it has once is there what an unknown name will be.
    pub fn known(&self, often: u32, pool: &Pool) -> Known {
        let mut sets: [BTreeSet<String>; SORTS] = Default::default();
        let mut parts: BTreeMap<&str, u32> = BTreeMap::new();
        for (form, count) in &self.forms {
            for (kind, &named) in count.named.iter().enumerate() {
                if named * 2 <= count.all || form.chars().count() < 2 {
                    continue;
                }
                // 오웬 alone may be the end of a longer name, as 이순신 may not.
                let part = kind == PERSON && may_be_part(form, pool);
                if named >= often && !part {
                    sets[kind].insert(form.clone());
                }
                if part || kind == PERSON && form.contains(' ') {
                    for part in form.split(' ').filter(|p| p.chars().count() > 1) {
                        *parts.entry(part).or_default() += named;
                    }
                }
            }
        }
        let enough = parts.iter().filter(|(_, n)| **n >= often);
        sets[PART].extend(enough.map(|(part, _)| (*part).to_owned()));
        sets[PART].extend(self.parts.iter().cloned());
        sets[PERSON].extend(self.people.iter().cloned());
        Known::of(&sets.map(|set| set.into_iter().collect()))
    }
}

/// Whether a name of one word is built like part of a transliterated one.
fn may_be_part(name: &str, pool: &Pool) -> bool {
    swap::hangul(name) && !pool.is_korean(name)
}
