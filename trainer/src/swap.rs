//! New articles from old ones: the same sentences about other people and companies.
//!
//! A model that has seen 가람전자 forty times learns the name; one that has seen forty names there
//! learns the sentence. Names are drawn from the lists, or made up from their parts, and every
//! mention of one person or company in an article gets the same new name. A new name ends in the
//! same kind of sound as the old one, so that the particle behind it stays right (은/는, 과/와).

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use mitjul::tagger::Kind;

use crate::corpus::{Article, Example, Name};
use crate::random::Random;

/// What new names are made of.
pub struct Pool {
    companies: Vec<String>,
    surnames: Vec<(String, f64)>,
    first: Vec<(String, f64)>,
    last: Vec<(String, f64)>,
    /// Parts of transliterated names.
    foreign: Vec<String>,
}

impl Pool {
    /// Reads the tables of the lexicon.
    pub fn read(lexicon: &Path) -> Result<Self> {
        let table = |name: &str| -> Result<Vec<Vec<String>>> {
            let path = lexicon.join(name);
            let text = fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            let cells = |line: &str| line.split('\t').map(str::to_owned).collect();
            Ok(text.lines().skip(1).map(cells).collect())
        };
        let number = |cell: Option<&String>| cell.and_then(|c| c.parse().ok()).unwrap_or(0.0);
        let given = table("given.tsv")?;
        let column = |i: usize| -> Vec<(String, f64)> {
            given
                .iter()
                .map(|row| (row[0].clone(), number(row.get(i))))
                .filter(|(_, n)| *n > 0.0)
                .collect()
        };
        let executives = table("executives.tsv")?;
        let foreign = table("name_parts.tsv")?
            .into_iter()
            .map(|mut row| row.swap_remove(0));
        let foreign = executives
            .iter()
            .filter(|row| row.get(6).is_some_and(|o| o == "foreign"))
            .flat_map(|row| row[0].split(' ').map(str::to_owned).collect::<Vec<_>>())
            .filter(|part| part.chars().count() >= 2)
            .chain(foreign)
            .collect();
        Ok(Self {
            companies: table("companies.tsv")?
                .into_iter()
                .map(|mut row| row.swap_remove(0))
                .collect(),
            surnames: table("surnames.tsv")?
                .iter()
                .map(|row| (row[0].clone(), number(row.get(1)) + 0.002))
                .collect(),
            first: column(1),
            last: column(2),
            foreign,
        })
    }

    fn company(&self, random: &mut Random) -> String {
        let listed = random.pick(&self.companies).clone();
        if random.chance(0.4) {
            return listed;
        }
        // The front of one name and the end of another: 한미 + 테크.
        let chars = |s: &str| s.chars().collect::<Vec<char>>();
        let (a, b) = (
            chars(&listed),
            chars(random.pick::<String>(&self.companies)),
        );
        let (head, tail) = (2.min(a.len()), 2.min(b.len()));
        let cut = if random.chance(0.3) {
            3.min(a.len())
        } else {
            head
        };
        let end = if random.chance(0.3) {
            3.min(b.len())
        } else {
            tail
        };
        a[..cut].iter().chain(&b[b.len() - end..]).collect()
    }

    fn korean(&self, random: &mut Random, syllables: usize) -> String {
        let mut name = random.weighed(&self.surnames).clone();
        while name.chars().count() < syllables {
            let from: &[(String, f64)] = if name.chars().count() + 1 == syllables {
                &self.last
            } else {
                &self.first
            };
            name.push_str(random.weighed::<String>(from));
        }
        name
    }

    /// Another name of the same build.
    fn like(&self, kind: Kind, old: &str, random: &mut Random) -> Option<String> {
        let parts = old.split(' ').count();
        let count = old.chars().count();
        if kind == Kind::Other || !hangul(&old.replace(' ', "")) {
            return None;
        }
        (0..60).find_map(|_| {
            let fresh = match kind {
                Kind::Company => self.company(random),
                _ if count == 1 => random.weighed(&self.surnames).clone(),
                _ if self.is_korean(old) => self.korean(random, count),
                _ => self.foreign(random, parts),
            };
            (sound(&fresh) == sound(old)).then_some(fresh)
        })
    }

    /// Whether a name is a surname and one or two syllables of given names.
    pub fn is_korean(&self, name: &str) -> bool {
        let some = |table: &[(String, f64)], c: char| table.iter().any(|(s, _)| s.chars().eq([c]));
        let chars: Vec<char> = name.chars().collect();
        match chars[..] {
            [a, b] => some(&self.surnames, a) && some(&self.last, b),
            [a, b, c] => some(&self.surnames, a) && some(&self.first, b) && some(&self.last, c),
            _ => false,
        }
    }

    fn foreign(&self, random: &mut Random, parts: usize) -> String {
        let parts: Vec<&str> = (0..parts)
            .map(|_| random.pick::<String>(&self.foreign).as_str())
            .collect();
        parts.join(" ")
    }
}

/// `example`, a sentence labelled by others, with other names of people and companies; nothing if
/// it has none that could be changed.
pub fn renamed(example: &Example, pool: &Pool, random: &mut Random) -> Option<Example> {
    let chars: Vec<char> = example.text.chars().collect();
    let (mut text, mut names, mut at) = (Vec::<char>::new(), Vec::new(), 0);
    let mut new: HashMap<String, String> = HashMap::new();
    for name in example.names() {
        text.extend(&chars[at..name.from]);
        let old: String = chars[name.from..name.to].iter().collect();
        let fresh = new
            .get(&old)
            .cloned()
            .or_else(|| pool.like(name.kind, &old, random));
        if let Some(fresh) = &fresh {
            new.insert(old.clone(), fresh.clone());
        }
        let from = text.len();
        text.extend(fresh.unwrap_or(old).chars());
        names.push(Name {
            from,
            to: text.len(),
            ..name
        });
        at = name.to;
    }
    text.extend(&chars[at..]);
    let text = text.into_iter().collect();
    (!new.is_empty()).then(|| Example::new(text, &names, example.weight).hinted())
}

/// The sound that decides the particle: none, ㄹ, another consonant; Latin letters and digits as
/// one.
fn sound(name: &str) -> u8 {
    match name.chars().next_back() {
        Some(c) if ('가'..='힣').contains(&c) => match (c as u32 - 0xac00) % 28 {
            0 => 0,
            8 => 1,
            _ => 2,
        },
        _ => 3,
    }
}

/// Whether a word is of Hangul alone.
pub fn hangul(name: &str) -> bool {
    name.chars().all(|c| ('가'..='힣').contains(&c))
}

/// `article` with other names.
pub fn swapped(article: &Article, pool: &Pool, random: &mut Random) -> Vec<Example> {
    // Old words to new ones, over the whole article.
    let mut new: HashMap<(Kind, String), String> = HashMap::new();
    for name in article.lines.iter().flat_map(|l| &l.names) {
        let key = (name.kind, name.canonical.clone());
        if name.kind == Kind::Other || new.contains_key(&key) {
            continue;
        }
        let old = &name.canonical;
        let fresh = (0..60).find_map(|_| {
            let fresh = match name.kind {
                Kind::Company => pool.company(random),
                _ if old.contains(' ') && hangul(&old.replace(' ', "")) => {
                    pool.foreign(random, old.split(' ').count())
                }
                _ if hangul(old) && (2..=4).contains(&old.chars().count()) => {
                    pool.korean(random, old.chars().count().min(3))
                }
                _ => return None,
            };
            (sound(&fresh) == sound(old)).then_some(fresh)
        });
        if let Some(fresh) = fresh {
            new.insert(key, fresh);
        }
    }
    article.lines_with(|line| {
        let chars: Vec<char> = line.text.chars().collect();
        let (mut text, mut names, mut at) = (Vec::<char>::new(), Vec::new(), 0);
        for name in &line.names {
            text.extend(&chars[at..name.from]);
            let old: String = chars[name.from..name.to].iter().collect();
            let words = new
                .get(&(name.kind, name.canonical.clone()))
                .and_then(|fresh| form(&old, &name.canonical, fresh))
                .unwrap_or(old);
            let from = text.len();
            text.extend(words.chars());
            names.push(Name {
                from,
                to: text.len(),
                kind: name.kind,
            });
            at = name.to;
        }
        text.extend(&chars[at..]);
        (text.into_iter().collect(), names)
    })
}

/// The form of the new name that answers to `old`, a form of `canonical`: the whole, a surname, a
/// part. `None` keeps the old words (an abbreviation).
fn form(old: &str, canonical: &str, fresh: &str) -> Option<String> {
    if old == canonical {
        return Some(fresh.to_owned());
    }
    if let Some(rest) = old.strip_suffix(canonical) {
        // (주)가람, 주식회사 가람
        return Some(format!("{rest}{fresh}"));
    }
    if let Some(rest) = old.strip_prefix(canonical) {
        return Some(format!("{fresh}{rest}"));
    }
    let made = if canonical.contains(' ') {
        let at = canonical.split(' ').position(|part| part == old)?;
        fresh.split(' ').nth(at)?.to_owned()
    } else if canonical.starts_with(old) {
        let count = old.chars().count();
        let fresh: Vec<char> = fresh.chars().collect();
        fresh.get(..count)?.iter().collect()
    } else {
        return None;
    };
    (sound(&made) == sound(old)).then_some(made)
}
