//! How close the engine's JSON comes to gold articles.
//!
//! The same measure for every figure of the project: a mark counts when its span is right (a quote's without its marks, a
//! caption's without blanks at its ends, a person's by the name), attributes are counted over the marks that were found.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;

use serde_json::{Value, json};

use super::gold::{Gold, Kind, Mark, nfc};

pub const ROWS: [&str; 10] = [
    "company",
    "executive",
    "person",
    "quote",
    "quote+speaker",
    "caption",
    "headline",
    "deck",
    "furniture",
    "offsets",
];

/// The rows whose mean is the overall figure.
const OVERALL: [&str; 4] = ["company", "executive", "quote+speaker", "caption"];

#[derive(Clone, Debug, Default)]
pub struct Tally {
    pub hit: usize,
    pub miss: usize,
    pub extra: usize,
    /// Attribute: how often right, how often asked.
    pub attributes: BTreeMap<&'static str, (usize, usize)>,
}

impl Tally {
    pub fn precision(&self) -> f64 {
        match self.hit + self.extra {
            0 => f64::from(u8::from(self.miss == 0)),
            all => self.hit as f64 / all as f64,
        }
    }

    pub fn recall(&self) -> f64 {
        match self.hit + self.miss {
            0 => 1.0,
            all => self.hit as f64 / all as f64,
        }
    }

    pub fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 {
            2.0 * p * r / (p + r)
        } else {
            0.0
        }
    }
}

#[derive(Clone, Debug, Default)]
pub struct Score {
    pub articles: usize,
    tallies: BTreeMap<&'static str, Tally>,
    pub errors: Vec<String>,
}

impl Score {
    pub fn of<'a>(
        articles: impl IntoIterator<Item = &'a Gold>,
        engine: impl Fn(&Gold) -> Value,
    ) -> Score {
        let mut score = Score::default();
        for article in articles {
            score.add(article, &engine(article));
        }
        score
    }

    /// Every figure in percent: a row's F1 as `company`, an attribute as `company.canonical`, and `overall`.
    pub fn figures(&self) -> BTreeMap<String, f64> {
        let mut out = BTreeMap::new();
        for row in ROWS {
            let tally = self.row(row);
            out.insert(row.to_owned(), 100.0 * tally.f1());
            for (name, (right, asked)) in &tally.attributes {
                out.insert(
                    format!("{row}.{name}"),
                    100.0 * *right as f64 / *asked as f64,
                );
            }
        }
        let sum: f64 = OVERALL.iter().map(|row| self.row(row).f1()).sum();
        out.insert("overall".to_owned(), 100.0 * sum / OVERALL.len() as f64);
        out
    }

    pub fn row(&self, row: &str) -> Tally {
        self.tallies.get(row).cloned().unwrap_or_default()
    }

    fn tally(&mut self, row: &'static str) -> &mut Tally {
        self.tallies.entry(row).or_default()
    }

    pub fn add(&mut self, gold: &Gold, doc: &Value) {
        self.articles += 1;
        let text = &gold.text;
        let offsets = Utf16::new(text);
        let entities = Entities::of(doc);
        let mut found: BTreeMap<String, Vec<Found>> = BTreeMap::new();
        for annotation in items(doc, "annotations") {
            match Found::new(annotation, text, &offsets) {
                Some(f) => {
                    self.tally("offsets").hit += 1;
                    found.entry(string(annotation, "type")).or_default().push(f);
                }
                None => {
                    self.tally("offsets").extra += 1;
                    self.error(
                        gold,
                        format!("offsets of {annotation} do not give its text"),
                    );
                }
            }
        }
        let mut take = |kind: Kind| found.remove(kind.name()).unwrap_or_default();
        let (companies, executives, persons) = (
            take(Kind::Company),
            take(Kind::Executive),
            take(Kind::Person),
        );
        let (quotes, captions) = (take(Kind::Quote), take(Kind::Caption));

        let gold_of = |kinds: &[Kind]| -> Vec<Mark> { gold.of(kinds).cloned().collect() };

        let pairs = self.compare(
            gold,
            "company",
            gold_of(&[Kind::Company]),
            companies,
            |m| (m.start, m.end),
            |f| (f.start, f.end),
        );
        let names = accepted_names(&pairs, &entities, text);
        let resolve = |name: &str| {
            let key = entity_key(name);
            names.get(&key).cloned().unwrap_or(key)
        };
        for (m, f) in &pairs {
            let got = resolve(&entities.name(&f.annotation["entity"]));
            self.attribute(
                gold,
                "company",
                "canonical",
                m,
                got,
                entity_key(&m.canonical(text)),
            );
        }

        let guessed_executives = executives.len();
        let people = executives.into_iter().chain(persons).collect();
        let name_span = |f: &Found| {
            let name = &f.annotation["name"];
            if name.is_object() {
                offsets.span(name).unwrap_or((0, 0))
            } else {
                (f.start, f.end)
            }
        };
        let pairs = self.compare(
            gold,
            "person",
            gold_of(&[Kind::Executive, Kind::Person]),
            people,
            |m| m.name.unwrap(),
            name_span,
        );
        let mut hits = 0;
        for (m, f) in &pairs {
            let kind = string(&f.annotation, "type");
            if kind != m.kind.name() {
                self.error(
                    gold,
                    format!("{kind} should be {}: {:?}", m.kind.name(), gold.slice(m)),
                );
            } else if m.kind == Kind::Executive {
                hits += 1;
                self.attribute(
                    gold,
                    "executive",
                    "span",
                    m,
                    (f.start, f.end),
                    (m.start, m.end),
                );
                let title = squash(&string(&f.annotation["title"], "text"));
                self.attribute(gold, "executive", "title", m, title, squash(m.get("t")));
                let mut got: Vec<String> = items(&f.annotation, "affiliations")
                    .map(|id| resolve(&entities.name_or_id(id)))
                    .collect();
                let mut want: Vec<String> = m.organisations().map(|o| entity_key(&o)).collect();
                got.sort();
                want.sort();
                self.attribute(gold, "executive", "affiliation", m, got, want);
            }
            let got = entity_key(&entities.name(&f.annotation["entity"]));
            self.attribute(
                gold,
                "person",
                "canonical",
                m,
                got,
                entity_key(&m.canonical(text)),
            );
        }
        self.count(gold, "executive", hits, Kind::Executive, guessed_executives);

        let guessed_quotes = quotes.len();
        let trim_mark = |m: &Mark| trim(text, m.start, m.end);
        let pairs = self.compare(
            gold,
            "quote",
            gold_of(&[Kind::Quote]),
            quotes,
            trim_mark,
            |f| trim(text, f.start, f.end),
        );
        let mut hits = 0;
        for (m, f) in &pairs {
            let speaker = &f.annotation["speaker"];
            let named = entities.name(&speaker["entity"]);
            let got = resolve(&if named.is_empty() {
                string(speaker, "text")
            } else {
                named
            });
            let want = entity_key(m.get("by"));
            hits += usize::from(got == want);
            self.attribute(gold, "quote", "speaker", m, got, want);
        }
        self.count(gold, "quote+speaker", hits, Kind::Quote, guessed_quotes);

        let strip = |start: usize, end: usize| {
            let s = &text[start..end];
            (
                start + s.len() - s.trim_start().len(),
                end - (s.len() - s.trim_end().len()),
            )
        };
        let pairs = self.compare(
            gold,
            "caption",
            gold_of(&[Kind::Caption]),
            captions,
            |m| strip(m.start, m.end),
            |f| strip(f.start, f.end),
        );
        for (m, f) in &pairs {
            let got = squash(&string(&f.annotation["credit"], "text"));
            self.attribute(gold, "caption", "credit", m, got, squash(m.get("credit")));
        }

        let lines = lines(text);
        for kind in [Kind::Furniture, Kind::Headline, Kind::Deck] {
            let want = lines_in(&lines, gold.of(&[kind]).map(|m| (m.start, m.end)));
            let blocks = items(doc, "blocks").filter(|b| b["kind"] == kind.name());
            let got = lines_in(&lines, blocks.map(|b| offsets.span(b).unwrap_or((0, 0))));
            let tally = self.tally(kind.name());
            tally.hit += want.intersection(&got).count();
            tally.miss += want.difference(&got).count();
            tally.extra += got.difference(&want).count();
            for &i in want.symmetric_difference(&got) {
                let what = if want.contains(&i) { "missed" } else { "wrong" };
                self.error(
                    gold,
                    format!(
                        "{} {what} {:.60?}",
                        kind.name(),
                        &text[lines[i].0..lines[i].1]
                    ),
                );
            }
        }
    }

    fn compare<K: Ord>(
        &mut self,
        gold: &Gold,
        row: &'static str,
        want: Vec<Mark>,
        got: Vec<Found>,
        mark_key: impl Fn(&Mark) -> K,
        found_key: impl Fn(&Found) -> K,
    ) -> Vec<(Mark, Found)> {
        let mut left: BTreeMap<K, Vec<Found>> = BTreeMap::new();
        for f in got {
            left.entry(found_key(&f)).or_default().push(f);
        }
        let mut pairs = Vec::new();
        for m in want {
            match left.get_mut(&mark_key(&m)).and_then(Vec::pop) {
                Some(f) => pairs.push((m, f)),
                None => {
                    self.tally(row).miss += 1;
                    self.error(
                        gold,
                        format!("{row} missed {:?} at {}", gold.slice(&m), m.start),
                    );
                }
            }
        }
        let wrong: Vec<Found> = left.into_values().flatten().collect();
        let tally = self.tally(row);
        tally.hit += pairs.len();
        tally.extra += wrong.len();
        for f in wrong {
            self.error(
                gold,
                format!(
                    "{row} wrong {:?} at {}",
                    &gold.text[f.start..f.end],
                    f.start
                ),
            );
        }
        pairs
    }

    fn attribute<T: PartialEq + fmt::Debug>(
        &mut self,
        gold: &Gold,
        row: &'static str,
        name: &'static str,
        mark: &Mark,
        got: T,
        want: T,
    ) {
        let ok = got == want;
        let entry = self.tally(row).attributes.entry(name).or_default();
        entry.0 += usize::from(ok);
        entry.1 += 1;
        if !ok {
            self.error(
                gold,
                format!(
                    "{row} {name} of {:.60?}: {got:?}, not {want:?}",
                    gold.slice(mark)
                ),
            );
        }
    }

    fn count(&mut self, gold: &Gold, row: &'static str, hits: usize, kind: Kind, guessed: usize) {
        let asked = gold.of(&[kind]).count();
        let tally = self.tally(row);
        tally.hit += hits;
        tally.miss += asked - hits;
        tally.extra += guessed - hits;
    }

    fn error(&mut self, gold: &Gold, message: String) {
        self.errors.push(format!("{}: {message}", gold.name));
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:15}{:>7}{:>7}{:>7}{:>6}  attributes of what was found",
            "", "P", "R", "F1", "n"
        )?;
        for row in ROWS {
            let t = self.row(row);
            let n = t.hit + t.miss;
            let (p, r, f1) = (100.0 * t.precision(), 100.0 * t.recall(), 100.0 * t.f1());
            write!(f, "{row:15}{p:7.1}{r:7.1}{f1:7.1}{n:6} ")?;
            for (name, (right, asked)) in &t.attributes {
                write!(f, " {name} {:.1} ", 100.0 * *right as f64 / *asked as f64)?;
            }
            writeln!(f)?;
        }
        let overall = self.figures()["overall"];
        write!(
            f,
            "overall F1 ({}): {overall:.1} over {} articles",
            OVERALL.join(", "),
            self.articles
        )
    }
}

/// The output that a perfect engine would give.
pub fn oracle(gold: &Gold) -> Value {
    let offsets = Utf16::new(&gold.text);
    let span = |start: usize, end: usize| json!({"start": offsets.of_byte(start), "end": offsets.of_byte(end), "text": &gold.text[start..end]});
    let mut entities: Vec<Value> = Vec::new();
    let mut ids: HashMap<(bool, String), String> = HashMap::new();
    let mut entity = |kind: Kind, name: String| {
        ids.entry((kind == Kind::Company, name.clone()))
            .or_insert_with(|| {
                let id = format!("e{}", entities.len());
                entities.push(json!({"id": id, "type": kind.name(), "name": name}));
                id
            })
            .clone()
    };
    for m in gold.of(&[Kind::Company, Kind::Executive, Kind::Person]) {
        entity(m.kind, m.canonical(&gold.text));
    }
    let (mut annotations, mut blocks, mut quoted) = (Vec::new(), Vec::new(), Vec::new());
    for (i, m) in gold.marks.iter().enumerate() {
        let mut a = span(m.start, m.end);
        if m.kind.is_block() {
            a["kind"] = json!(m.kind.name());
            blocks.push(a);
            continue;
        }
        a["id"] = json!(format!("a{i}"));
        a["type"] = json!(m.kind.name());
        match m.kind {
            Kind::Company => a["entity"] = json!(entity(m.kind, m.canonical(&gold.text))),
            Kind::Executive | Kind::Person => {
                let (from, to) = m.name.unwrap();
                a["entity"] = json!(entity(m.kind, m.canonical(&gold.text)));
                a["name"] = span(from, to);
                a["title"] = if m.get("t").is_empty() {
                    Value::Null
                } else {
                    json!({"text": m.get("t")})
                };
                a["affiliations"] = m
                    .organisations()
                    .map(|o| entity(Kind::Company, o))
                    .collect();
            }
            Kind::Quote => quoted.push((annotations.len(), nfc(m.get("by")))),
            Kind::Caption => {
                a["credit"] = if m.get("credit").is_empty() {
                    Value::Null
                } else {
                    json!({"text": m.get("credit")})
                };
            }
            Kind::Headline | Kind::Deck | Kind::Furniture => unreachable!(),
        }
        annotations.push(a);
    }
    for (at, by) in quoted {
        let known = ids
            .get(&(false, by.clone()))
            .or_else(|| ids.get(&(true, by.clone())));
        annotations[at]["speaker"] = if by.is_empty() {
            Value::Null
        } else {
            json!({"entity": known, "text": by})
        };
    }
    json!({"offsets": "utf-16", "language": "ko", "blocks": blocks, "annotations": annotations, "entities": entities})
}

/// An annotation whose offsets give its text; byte offsets.
#[derive(Clone, Debug)]
pub struct Found {
    pub start: usize,
    pub end: usize,
    pub annotation: Value,
}

impl Found {
    pub fn new(annotation: &Value, text: &str, offsets: &Utf16) -> Option<Found> {
        let (start, end) = offsets.span(annotation)?;
        let written = text.get(start..end)?;
        let stated = annotation["text"].as_str();
        stated.is_none_or(|t| t == written).then(|| Found {
            start,
            end,
            annotation: annotation.clone(),
        })
    }
}

/// UTF-16 offsets and byte offsets of one text.
pub struct Utf16 {
    bytes: HashMap<usize, usize>,
    units: HashMap<usize, usize>,
}

impl Utf16 {
    pub fn new(text: &str) -> Utf16 {
        let (mut bytes, mut units, mut unit) = (HashMap::new(), HashMap::new(), 0);
        for (byte, c) in text.char_indices().chain([(text.len(), '\0')]) {
            bytes.insert(unit, byte);
            units.insert(byte, unit);
            unit += c.len_utf16();
        }
        Utf16 { bytes, units }
    }

    pub fn of_byte(&self, byte: usize) -> usize {
        self.units[&byte]
    }

    pub fn to_byte(&self, unit: &Value) -> Option<usize> {
        self.bytes
            .get(&usize::try_from(unit.as_u64()?).ok()?)
            .copied()
    }

    /// `start` and `end` of a JSON object, as bytes.
    pub fn span(&self, object: &Value) -> Option<(usize, usize)> {
        Some((
            self.to_byte(&object["start"])?,
            self.to_byte(&object["end"])?,
        ))
    }
}

/// Names of the engine's entities.
pub struct Entities(HashMap<String, String>);

impl Entities {
    pub fn of(doc: &Value) -> Entities {
        Entities(
            items(doc, "entities")
                .map(|e| (string(e, "id"), nfc(&string(e, "name"))))
                .collect(),
        )
    }

    pub fn name(&self, id: &Value) -> String {
        id.as_str()
            .and_then(|id| self.0.get(id))
            .cloned()
            .unwrap_or_default()
    }

    pub fn name_or_id(&self, id: &Value) -> String {
        let id = id.as_str().unwrap_or_default();
        self.0.get(id).cloned().unwrap_or_else(|| id.to_owned())
    }
}

/// Name that the engine gave an entity -> the gold canonical that it stands for.
///
/// Besides the canonical itself: where the article spells that canonical out, the one name that most of the entity's mentions
/// were given, if it is a form that the article uses for this entity alone.
fn accepted_names(
    pairs: &[(Mark, Found)],
    entities: &Entities,
    text: &str,
) -> HashMap<String, String> {
    let mut forms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    // In the order of the text: of two names given equally often, the first wins.
    let mut given: BTreeMap<String, Vec<(String, usize)>> = BTreeMap::new();
    for (m, f) in pairs {
        let key = entity_key(&m.canonical(text));
        forms
            .entry(key.clone())
            .or_default()
            .insert(entity_key(&text[m.start..m.end]));
        let got = entity_key(&entities.name(&f.annotation["entity"]));
        let counts = given.entry(key).or_default();
        match counts.iter_mut().find(|(name, _)| *name == got) {
            Some((_, n)) => *n += 1,
            None => counts.push((got, 1)),
        }
    }
    let mut accepted = HashMap::new();
    for (key, forms) in &forms {
        accepted.insert(key.clone(), key.clone());
        let mine = &given[key];
        let mut home = &mine[0];
        for other in &mine[1..] {
            if (other.1, other.0 == *key) > (home.1, home.0 == *key) {
                home = other;
            }
        }
        let elsewhere = given
            .iter()
            .any(|(k, names)| k != key && names.iter().any(|(n, _)| *n == home.0));
        if forms.contains(key)
            && forms.contains(&home.0)
            && !elsewhere
            && mine.iter().all(|(n, _)| n != key)
        {
            accepted.insert(home.0.clone(), key.clone());
        }
    }
    accepted
}

/// Names that differ by spaces, case or a trailing 그룹 are one.
pub fn entity_key(name: &str) -> String {
    let squashed = squash(name);
    squashed
        .strip_suffix("그룹")
        .unwrap_or(&squashed)
        .to_lowercase()
}

pub fn squash(text: &str) -> String {
    nfc(text).chars().filter(|c| !c.is_whitespace()).collect()
}

const MARKS: &str = " \t\n\r\u{a0}\u{200b}\"'“”‘’″′„‟‹›«»「」『』`´＂＇";

/// A span without the quotation marks and blanks at its ends.
pub fn trim(text: &str, start: usize, end: usize) -> (usize, usize) {
    let s = &text[start..end];
    let front = s.trim_start_matches(|c| MARKS.contains(c));
    let inner = front.trim_end_matches(|c| MARKS.contains(c));
    let start = end - front.len();
    (start, start + inner.len())
}

/// Non-blank lines without their end.
fn lines(text: &str) -> Vec<(usize, usize)> {
    let mut at = 0;
    let mut out = Vec::new();
    for line in text.split_inclusive('\n') {
        if !line.trim().is_empty() {
            out.push((at, at + line.trim_end().len()));
        }
        at += line.len();
    }
    out
}

fn lines_in(
    lines: &[(usize, usize)],
    spans: impl Iterator<Item = (usize, usize)>,
) -> BTreeSet<usize> {
    let spans: Vec<_> = spans.collect();
    let inside = |&(s, e): &(usize, usize)| {
        spans
            .iter()
            .any(|&(bs, be)| (bs <= s && s < be) || (s <= bs && bs < e))
    };
    (0..lines.len()).filter(|&i| inside(&lines[i])).collect()
}

pub fn items<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value[key].as_array().into_iter().flatten()
}

pub fn string(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}
