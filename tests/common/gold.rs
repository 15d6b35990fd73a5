//! Gold articles: plain text with inline tags. The format is described in tests/gold/README.md.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Company,
    Executive,
    Person,
    Quote,
    Caption,
    Headline,
    Deck,
    Furniture,
}

impl Kind {
    pub const ALL: [Kind; 8] = [
        Kind::Company,
        Kind::Executive,
        Kind::Person,
        Kind::Quote,
        Kind::Caption,
        Kind::Headline,
        Kind::Deck,
        Kind::Furniture,
    ];

    pub fn from_tag(tag: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|k| k.tag() == tag)
    }

    pub fn tag(self) -> &'static str {
        match self {
            Kind::Company => "co",
            Kind::Executive => "ex",
            Kind::Person => "pe",
            Kind::Quote => "q",
            Kind::Caption => "cap",
            Kind::Headline => "h",
            Kind::Deck => "d",
            Kind::Furniture => "f",
        }
    }

    /// The name in the engine's output.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Company => "company",
            Kind::Executive => "executive",
            Kind::Person => "person",
            Kind::Quote => "quote",
            Kind::Caption => "caption",
            Kind::Headline => "headline",
            Kind::Deck => "deck",
            Kind::Furniture => "furniture",
        }
    }

    pub fn is_person(self) -> bool {
        matches!(self, Kind::Executive | Kind::Person)
    }

    pub fn is_block(self) -> bool {
        matches!(self, Kind::Headline | Kind::Deck | Kind::Furniture)
    }

    fn attributes(self) -> &'static [&'static str] {
        match self {
            Kind::Company => &["is"],
            Kind::Executive | Kind::Person => &["n", "is", "t", "org"],
            Kind::Quote => &["by"],
            Kind::Caption => &["credit"],
            Kind::Headline | Kind::Deck | Kind::Furniture => &[],
        }
    }
}

/// One mark; `start` and `end` are byte offsets into the plain text.
#[derive(Clone, Debug)]
pub struct Mark {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
    pub attributes: BTreeMap<String, String>,
    /// Where `n` stands (people only).
    pub name: Option<(usize, usize)>,
}

impl Mark {
    pub fn get(&self, key: &str) -> &str {
        self.attributes.get(key).map_or("", String::as_str)
    }

    pub fn has(&self, key: &str) -> bool {
        self.attributes.contains_key(key)
    }

    /// Canonical name of a company or a person.
    pub fn canonical(&self, text: &str) -> String {
        let written = if self.kind.is_person() {
            self.get("n")
        } else {
            &text[self.start..self.end]
        };
        nfc(self.attributes.get("is").map_or(written, String::as_str))
    }

    /// Canonical names in `org`.
    pub fn organisations(&self) -> impl Iterator<Item = String> {
        self.get("org")
            .split(';')
            .filter(|o| !o.is_empty())
            .map(nfc)
    }
}

#[derive(Clone, Debug)]
pub struct Gold {
    pub name: String,
    pub text: String,
    /// Sorted by start, then by descending end.
    pub marks: Vec<Mark>,
}

impl Gold {
    pub fn of<'a>(&'a self, kinds: &'a [Kind]) -> impl Iterator<Item = &'a Mark> {
        self.marks.iter().filter(|m| kinds.contains(&m.kind))
    }

    pub fn slice(&self, mark: &Mark) -> &str {
        &self.text[mark.start..mark.end]
    }
}

#[derive(Debug)]
pub struct Error {
    /// Line in the tagged text, from 1.
    pub line: usize,
    pub message: String,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

/// Tagged text to plain text and marks.
pub fn parse(name: &str, raw: &str) -> Result<Gold, Error> {
    let mut text = String::with_capacity(raw.len());
    let mut marks: Vec<Mark> = Vec::new();
    let mut open: Vec<(Kind, BTreeMap<String, String>, usize)> = Vec::new();
    let mut at = 0;
    let fail = |at: usize, message: String| Error {
        line: raw[..at].matches('\n').count() + 1,
        message,
    };
    while let Some(less) = raw[at..].find('<').map(|i| at + i) {
        text.push_str(&raw[at..less]);
        let Some((tag, end)) = read_tag(raw, less).map_err(|m| fail(less, m))? else {
            text.push('<');
            at = less + 1;
            continue;
        };
        at = end;
        if !tag.closing {
            for key in tag.attributes.keys() {
                if !tag.kind.attributes().contains(&key.as_str()) {
                    return Err(fail(
                        less,
                        format!("<{}> has no attribute {key}", tag.kind.tag()),
                    ));
                }
            }
            open.push((tag.kind, tag.attributes, text.len()));
            continue;
        }
        let Some((kind, attributes, start)) = open.pop().filter(|(kind, ..)| *kind == tag.kind)
        else {
            return Err(fail(
                less,
                format!("</{}> does not close the last open tag", tag.kind.tag()),
            ));
        };
        let mut mark = Mark {
            kind,
            start,
            end: text.len(),
            attributes,
            name: None,
        };
        let written = &text[mark.start..mark.end];
        if written.is_empty() {
            return Err(fail(less, format!("<{}> is empty", kind.tag())));
        }
        if kind.is_person() {
            let name = mark.get("n");
            let Some((from, to)) = (!name.is_empty())
                .then(|| find_nfc(written, name))
                .flatten()
            else {
                return Err(fail(less, format!("n={name:?} is not in {written:?}")));
            };
            mark.name = Some((start + from, start + to));
        }
        marks.push(mark);
    }
    text.push_str(&raw[at..]);
    if let Some((kind, ..)) = open.last() {
        return Err(fail(raw.len(), format!("<{}> is never closed", kind.tag())));
    }
    marks.sort_by_key(|m| (m.start, std::cmp::Reverse(m.end)));
    Ok(Gold {
        name: name.to_owned(),
        text,
        marks,
    })
}

struct Tag {
    kind: Kind,
    closing: bool,
    attributes: BTreeMap<String, String>,
}

/// The tag at `less` and where it ends; none when `<` is an ordinary character there.
fn read_tag(raw: &str, less: usize) -> Result<Option<(Tag, usize)>, String> {
    let rest = &raw[less + 1..];
    let (closing, rest) = rest.strip_prefix('/').map_or((false, rest), |r| (true, r));
    let word = &rest[..rest.bytes().take_while(u8::is_ascii_lowercase).count()];
    let Some(kind) = Kind::from_tag(word) else {
        return Ok(None);
    };
    let mut rest = &rest[word.len()..];
    let mut attributes = BTreeMap::new();
    loop {
        let trimmed = rest.trim_start();
        if let Some(after) = trimmed.strip_prefix('>') {
            return Ok(Some((
                Tag {
                    kind,
                    closing,
                    attributes,
                },
                raw.len() - after.len(),
            )));
        }
        let broken = || format!("<{word} … is not a tag");
        let key = &trimmed[..trimmed.bytes().take_while(u8::is_ascii_lowercase).count()];
        let value = trimmed[key.len()..]
            .strip_prefix("=\"")
            .ok_or_else(broken)?;
        let close = value.find('"').ok_or_else(broken)?;
        if closing || key.is_empty() {
            return Err(broken());
        }
        attributes.insert(key.to_owned(), value[..close].to_owned());
        rest = &value[close + 1..];
    }
}

/// Where `needle` stands in `hay`, comparing under NFC and with NBSP as a space.
fn find_nfc(hay: &str, needle: &str) -> Option<(usize, usize)> {
    let plain = |s: &str| nfc(s).replace('\u{a0}', " ");
    let goal = plain(needle);
    let edges: Vec<usize> = hay
        .char_indices()
        .map(|(i, _)| i)
        .chain([hay.len()])
        .collect();
    for (i, &from) in edges.iter().enumerate() {
        if !plain(&hay[from..]).starts_with(&goal) {
            continue;
        }
        if let Some(&to) = edges[i + 1..]
            .iter()
            .find(|&&to| plain(&hay[from..to]) == goal)
        {
            return Some((from, to));
        }
    }
    None
}

pub fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// The articles of a folder, by name. Panics with file and line where one is malformed.
pub fn load(dir: &Path) -> Vec<Gold> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(dir)
        .unwrap_or_else(|e| panic!("{}: {e}", dir.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "gold"))
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let raw =
                std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            let name = path.file_stem().unwrap().to_string_lossy();
            parse(&name, &raw).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
        })
        .collect()
}
