//! Packs `lexicon/*.tsv` into `OUT_DIR/lexicon.bin`, the words of `plain_words.tsv` into a set of bits
//! beside it, see [`filter()`], and the sets of `terms.tsv` and `places.tsv` with the tagger's model
//! into `OUT_DIR/late.bin`, see [`late`].
//!
//! People edit the tables; the program reads the packed form in place, without
//! parsing. The layout is read by `src/lexicon/packed.rs`; change [`VERSION`] in
//! both when it changes.
//!
//! ```text
//! "MITJULEX"  version u32  then for each section: offset u32, length u32
//! ```
//!
//! The first section is the alphabet that the surfaces of all dictionaries are written with, see
//! [`letters`]. All numbers are little endian. What the program never asks of a row is not packed.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::{env, fs, path::Path};

const MAGIC: &[u8; 8] = b"MITJULEX";
const VERSION: u32 = 5;

/// The tagger's weights.
const MODEL: &str = "models/tagger.bin";

/// Strength of a company surface, strongest first.
const NAME: u16 = 0;
const ALIAS: u16 = 1;
const FORMER: u16 = 2;
const WEAK: u16 = 3;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=lexicon");
    println!("cargo:rerun-if-changed={MODEL}");
    let mut out = Packer::default();
    companies(&mut out);
    executives(&mut out);
    titles(&mut out);
    press(&mut out);
    names(&mut out);
    write("lexicon.bin", &out.finish());
    write("plain_words.bin", &filter("plain_words", "word"));
    late();
}

fn write(name: &str, bytes: &[u8]) {
    let folder = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&folder).join(name), bytes).expect("OUT_DIR is writable");
}

#[path = "src/lexicon/filter.rs"]
#[allow(dead_code)] // only the program asks a set
mod filter;

#[path = "src/lexicon/letters.rs"]
#[allow(dead_code)] // only the program reads them
mod letters;

/// A set of the words in a table of which only membership is asked: what is in it is found in a few
/// bits each, see `src/lexicon/plain.rs`.
fn filter(name: &str, column: &str) -> Vec<u8> {
    filter::set(table(name).iter().map(|row| row.get(column)))
}

/// Writes what the page loads after the engine, as `src/late.rs` reads it.
fn late() {
    const MAGIC: &[u8; 8] = b"MITJULAT";
    const VERSION: u32 = 1;
    let model = fs::read(MODEL).unwrap_or_else(|e| panic!("{MODEL}: {e}"));
    let parts = [model, filter("terms", "term"), filter("places", "place")];
    let mut out = MAGIC.to_vec();
    out.extend(VERSION.to_le_bytes());
    for part in &parts {
        out.extend((part.len() as u32).to_le_bytes());
    }
    out.extend(parts.concat());
    write("late.bin", &out);
}

// ---------------------------------------------------------------- tables

/// One row of a table, read by column name.
struct Row {
    columns: std::rc::Rc<Vec<String>>,
    cells: Vec<String>,
}

impl Row {
    fn get(&self, column: &str) -> &str {
        let at = self.columns.iter().position(|c| c == column);
        &self.cells[at.unwrap_or_else(|| panic!("no column {column}"))]
    }

    fn list(&self, column: &str) -> impl Iterator<Item = &str> {
        self.get(column)
            .split(';')
            .map(str::trim)
            .filter(|s| !s.is_empty())
    }
}

fn table(name: &str) -> Vec<Row> {
    let path = format!("lexicon/{name}.tsv");
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let mut lines = text.lines();
    let head = lines.next().unwrap_or_else(|| panic!("{path} is empty"));
    let columns = std::rc::Rc::new(head.split('\t').map(String::from).collect::<Vec<_>>());
    let row = |(i, line): (usize, &str)| {
        let cells: Vec<String> = line.split('\t').map(|c| c.trim().to_owned()).collect();
        let (n, want) = (cells.len(), columns.len());
        assert!(n == want, "{path}:{}: {n} cells, {want} columns", i + 2);
        Row {
            columns: columns.clone(),
            cells,
        }
    };
    lines
        .enumerate()
        .filter(|(_, l)| !l.trim().is_empty())
        .map(row)
        .collect()
}

// ---------------------------------------------------------------- sections

fn companies(out: &mut Packer) {
    let mut rows = table("companies");
    rows.sort_by_key(|r| r.get("name").to_owned()); // near their surfaces: packs better
    let ambiguous: Vec<Row> = table("ambiguous");
    let ambiguous_set: HashSet<&str> = ambiguous.iter().map(|r| r.get("surface")).collect();

    // Every surface with its owners: (strength, kind rank, company).
    let mut owners: BTreeMap<String, Vec<(u16, usize, u16)>> = BTreeMap::new();
    for (id, row) in rows.iter().enumerate() {
        let id = u16::try_from(id)
            .ok()
            .filter(|&i| i < 1 << 13)
            .expect("too many companies");
        let rank = kind_rank(row.get("kind"));
        let mut add = |surface: &str, strength: u16| {
            for form in spellings(surface, strength) {
                let list = owners.entry(form).or_default();
                match list.iter_mut().find(|o| o.2 == id) {
                    Some(own) => own.0 = own.0.min(strength),
                    None => list.push((strength, rank, id)),
                }
            }
        };
        add(row.get("name"), NAME);
        if !row.get("name_en").is_empty() {
            add(row.get("name_en"), NAME);
        }
        row.list("aliases").for_each(|s| add(s, ALIAS));
        row.list("former").for_each(|s| add(s, FORMER));
        row.list("weak").for_each(|s| add(s, WEAK));
    }

    let surfaces: Vec<String> = owners.keys().cloned().collect();
    // Companies are sorted by name, so a surface that is one belongs to the next company; the
    // owner of any other is told by how far it is from there.
    let name = |id: u16| rows[usize::from(id)].get("name");
    let english = |id: u16| rows[usize::from(id)].get("name_en");
    let (mut distances, mut flags) = (Vec::new(), Vec::new());
    let (mut more, mut also_english) = (Vec::new(), Vec::new());
    let mut passed = 0u16;
    for (i, (surface, list)) in owners.iter_mut().enumerate() {
        list.sort_unstable();
        let ambiguous = u16::from(is_ambiguous_surface(surface, &ambiguous_set));
        let (strength, _, owner) = list[0];
        // 웨이브 is the name of two companies.
        let rest = (passed..rows.len() as u16).take_while(|&id| name(id) == surface);
        let names = rest.count() as u16;
        assert!(names <= 2, "{surface} is the name of {names} companies");
        let is_english = english(owner) == surface;
        let distance = owner as i16 - passed as i16;
        distances.push((distance << 1 ^ distance >> 15) as u16);
        let bits = strength | ambiguous << 2 | names << 3 | u16::from(is_english) << 5;
        flags.push(bits as u8);
        passed += names;
        for &(strength, _, owner) in &list[1..] {
            more.extend([i as u16, ambiguous << 15 | strength << 13 | owner]);
            if english(owner) == surface {
                also_english.extend([i as u16, owner]);
            }
        }
    }
    assert!(usize::from(passed) == rows.len(), "a name is no surface");
    out.dict(&surfaces, None);
    out.section([columns(&distances), flags].concat());
    out.u16s(&more);
    out.u16s(&also_english);

    // Columns: group, country, market and kind; the tickers of those on a market.
    let mut groups = Names::default();
    let mut countries = Names::default();
    let mut markets = Names::default();
    let mut cells: [Vec<u8>; 3] = Default::default();
    let mut tickers: [Vec<u16>; 2] = Default::default();
    for row in &rows {
        cells[0].push(groups.id(row.get("group")));
        cells[1].push(countries.id(row.get("country")));
        let market = markets.id(row.get("market"));
        assert!(market < 32, "too many markets");
        cells[2].push(market << 3 | kind(row.get("kind")));
        let ticker = row.get("ticker");
        assert!(
            market > 0 || ticker.is_empty(),
            "ticker {ticker} without a market"
        );
        if market > 0 {
            tickers[0].push(half_ticker(ticker.get(..3).unwrap_or(ticker)));
            tickers[1].push(half_ticker(ticker.get(3..).unwrap_or("")));
        }
    }
    out.section(cells.concat());
    out.section(tickers.map(|half| columns(&half)).concat());
    out.strings(&groups.list);
    out.strings(&countries.list);
    out.strings(&markets.list);
    let mut set: Vec<String> = ambiguous_set.iter().map(|s| s.to_string()).collect();
    set.sort();
    out.dict(&set, None);
    let brands: BTreeMap<String, u16> = table("brands")
        .iter()
        .map(|r| {
            (
                r.get("name").to_owned(),
                u16::from(other_kind(r.get("kind"))),
            )
        })
        .collect();
    out.map(&brands);
}

/// Three figures as their number, any three letters and figures as a number above.
fn half_ticker(half: &str) -> u16 {
    assert!(half.len() <= 3, "a ticker has at most six characters");
    if half.len() == 3 && half.bytes().all(|b| b.is_ascii_digit()) {
        return half.parse().expect("three figures");
    }
    let place = |b: u8| match b {
        b'0'..=b'9' => b - b'0' + 1,
        b'A'..=b'Z' => b - b'A' + 11,
        _ => panic!("{} in a ticker", char::from(b)),
    };
    let full = half.bytes().map(place).chain([0; 3]).take(3);
    1000 + full.fold(0, |sum, n| sum * 37 + u16::from(n))
}

/// The lower bytes of all numbers, then the upper ones: packs better.
fn columns(numbers: &[u16]) -> Vec<u8> {
    let lower = numbers.iter().map(|n| *n as u8);
    lower
        .chain(numbers.iter().map(|n| (n >> 8) as u8))
        .collect()
}

/// The same order as `CompanyKind`.
fn kind(name: &str) -> u8 {
    let kinds = [
        "listed", "unlisted", "foreign", "group", "finance", "firm", "state",
    ];
    let at = kinds.iter().position(|&k| k == name);
    at.unwrap_or_else(|| panic!("unknown kind of company {name:?}")) as u8
}

/// Which of two owners of a name a reader thinks of first.
fn kind_rank(name: &str) -> usize {
    let order = [
        "listed", "group", "state", "finance", "foreign", "unlisted", "firm",
    ];
    order.iter().position(|&k| k == name).unwrap_or(order.len())
}

/// The same order as `OtherKind`.
fn other_kind(name: &str) -> u8 {
    match name {
        "brand" => 0,
        "government" => 1,
        "agency" => 2,
        "association" | "foundation" => 3,
        _ => 4,
    }
}

/// A listed word, or a surface too short to stand alone (씨, 갭, X).
fn is_ambiguous_surface(surface: &str, listed: &HashSet<&str>) -> bool {
    listed.contains(surface) || surface.chars().count() < 2
}

/// The surface itself, without spaces, and SM 엔터테인먼트 for SM엔터테인먼트.
fn spellings(surface: &str, strength: u16) -> Vec<String> {
    let mut forms = vec![surface.to_owned()];
    let hangul = |c: char| ('가'..='힣').contains(&c);
    if surface.contains(' ') && surface.chars().any(hangul) {
        forms.push(surface.replace(' ', ""));
    } else if strength == NAME {
        let cut = surface.find(hangul).unwrap_or(0);
        let (latin, rest) = surface.split_at(cut);
        let spaced = [
            "SM", "YG", "JYP", "CJ", "SK", "LG", "GS", "KT", "KB", "NH", "HD",
        ];
        let short = spaced.contains(&latin);
        if short && rest.chars().count() >= 3 && rest.chars().all(hangul) {
            forms.push(format!("{latin} {rest}"));
        }
    }
    forms
}

fn executives(out: &mut Packer) {
    // Of those with the same surface the best counts: by its full name before an alias, famous before
    // registered, the first before later ones.
    let mut links: BTreeMap<String, (bool, usize, bool)> = BTreeMap::new();
    let mut link = |surface: &str, new: (bool, usize, bool)| {
        let old = links.entry(surface.to_owned()).or_insert(new);
        *old = new.min(*old);
    };
    let rows = table("executives");
    let famous = rows.iter().filter(|r| r.get("source") == "famous");
    let mut people = 0;
    for row in famous {
        let full = [row.get("name"), row.get("name_en")]
            .into_iter()
            .chain(row.list("aliases"));
        let full = full.filter(|s| !s.is_empty()).map(|s| (s, false));
        let foreign = row.get("origin") == "foreign";
        for (surface, weak) in full.chain(row.list("weak").map(|s| (s, true))) {
            link(surface, (weak, people, foreign));
            link(&unspaced(surface), (weak, people, foreign));
        }
        people += 1;
    }
    let companies = table("companies");
    let companies: HashSet<&str> = companies.iter().map(|r| r.get("name")).collect();
    let registered = rows.iter().filter(|r| r.get("source") == "registered");
    for row in registered.filter(|r| companies.contains(r.get("company"))) {
        let name = row.get("name");
        link(name, (false, people, !is_korean_shape(name)));
    }
    let flags = links.into_iter().map(|(surface, (weak, person, foreign))| {
        let famous = u16::from(person < people);
        let flags = famous | u16::from(weak) << 1 | u16::from(foreign) << 2;
        (surface, flags)
    });
    out.map(&flags.collect());
}

fn is_korean_shape(name: &str) -> bool {
    let hangul = name.chars().all(|c| ('가'..='힣').contains(&c));
    hangul && (2..=4).contains(&name.chars().count())
}

fn unspaced(s: &str) -> String {
    let hangul = s.chars().any(|c| ('가'..='힣').contains(&c));
    if hangul {
        s.replace(' ', "")
    } else {
        s.to_owned()
    }
}

fn titles(out: &mut Packer) {
    // The same order as `TitleClass`.
    let classes = [
        "executive",
        "staff",
        "academic",
        "official",
        "politician",
        "analyst",
        "media",
        "association",
        "other",
    ];
    let mut map: BTreeMap<String, u16> = BTreeMap::new();
    for row in table("titles") {
        let class = classes.iter().position(|&c| c == row.get("class"));
        let class = class.unwrap_or_else(|| panic!("unknown class {}", row.get("class"))) as u16;
        let ambiguous = u16::from(row.get("ambiguous") == "1") << 4;
        let english = u16::from(row.get("lang") == "en") << 5;
        let suffix = u16::from(row.get("surface").starts_with('…')) << 6;
        let surface = row.get("surface").trim_start_matches('…').trim();
        for form in [surface.to_owned(), unspaced(surface)] {
            match map.get_mut(&form) {
                Some(old) if *old & 15 != class => *old |= ambiguous | suffix | 1 << 4,
                Some(old) => *old |= ambiguous | suffix,
                None => _ = map.insert(form, class | ambiguous | english | suffix),
            }
        }
    }
    out.map(&map);
}

fn press(out: &mut Packer) {
    // The same order as `PressType`.
    let types = [
        "agency",
        "newspaper",
        "broadcast",
        "magazine",
        "online",
        "photo",
        "pool",
        "pr",
        "generated",
        "credit",
    ];
    let mut map: BTreeMap<String, u16> = BTreeMap::new();
    for row in table("press") {
        let class = types.iter().position(|&t| t == row.get("type"));
        let class = class.unwrap_or_else(|| panic!("unknown press type {}", row.get("type")));
        let entry = class as u16 | u16::from(row.get("ambiguous") == "1") << 8;
        map.insert(row.get("name").to_owned(), entry);
        let english = Some(row.get("name_en")).filter(|s| !s.is_empty());
        for alias in row.list("aliases").chain(english) {
            map.entry(alias.to_owned()).or_insert(entry);
        }
    }
    out.map(&map);
}

fn names(out: &mut Packer) {
    let surnames: BTreeMap<String, u16> = table("surnames")
        .iter()
        .map(|r| {
            let share: f64 = r.get("share").parse().unwrap_or(0.0);
            (
                r.get("surname").to_owned(),
                ((share * 10_000.0).round() as u16).max(1),
            )
        })
        .collect();
    // First syllable, second one or 0, share; 남궁 before 남.
    let mut cells: Vec<[u16; 3]> = Vec::new();
    for (surname, share) in &surnames {
        let mut syllables = surname.chars().map(|c| c as u32 as u16);
        let first = syllables.next().expect("a surname");
        cells.push([first, syllables.next().unwrap_or(0), *share]);
        assert!(syllables.next().is_none(), "{surname} is too long");
    }
    cells.sort_by_key(|&[first, second, _]| (first, second == 0));
    out.u16s(&cells.concat());

    // Per syllable: first of two, last of two, alone. Half bits over an even spread.
    let rows = table("given");
    let mut bytes = Vec::new();
    let columns = ["first", "last", "single"];
    let count = |r: &Row, c: &str| r.get(c).parse::<f64>().ok();
    let totals = columns.map(|c| {
        rows.iter()
            .filter_map(|r| count(r, c))
            .sum::<f64>()
            .max(1.0)
    });
    let mut sorted: Vec<&Row> = rows.iter().collect();
    sorted.sort_by_key(|r| r.get("syllable").to_owned());
    for row in sorted {
        let c = row.get("syllable").chars().next().expect("a syllable");
        bytes.extend((c as u32 as u16).to_le_bytes());
        for (column, total) in columns.into_iter().zip(totals) {
            let score = count(row, column).map_or(-8.0, |n| {
                (2.0 * ((n + 0.7) * 300.0 / total).log2()).clamp(-8.0, 20.0)
            });
            bytes.push(score.round() as i8 as u8);
        }
    }
    out.section(bytes);
    let mut words: Vec<String> = table("surname_words")
        .iter()
        .map(|r| r.get("word").to_owned())
        .collect();
    words.sort();
    words.dedup();
    out.dict(&words, None);
}

// ---------------------------------------------------------------- packing

/// A short list of repeated strings, numbered from 0 ("" first).
struct Names {
    list: Vec<String>,
}

impl Default for Names {
    fn default() -> Self {
        Names {
            list: vec![String::new()],
        }
    }
}

impl Names {
    fn id(&mut self, name: &str) -> u8 {
        let at = self.list.iter().position(|n| n == name).unwrap_or_else(|| {
            self.list.push(name.to_owned());
            self.list.len() - 1
        });
        u8::try_from(at).expect("at most 256 different values")
    }
}

/// Sections in order; dictionaries until [`Packer::finish`], when all characters are known.
#[derive(Default)]
struct Packer {
    sections: Vec<Section>,
}

enum Section {
    Bytes(Vec<u8>),
    Surfaces(Vec<Entry>),
}

/// A surface: how many characters it shares with the one before, and the others.
struct Entry {
    shared: u8,
    rest: String,
}

impl Packer {
    fn section(&mut self, bytes: Vec<u8>) {
        self.sections.push(Section::Bytes(bytes));
    }

    fn u16s(&mut self, list: &[u16]) {
        self.section(list.iter().flat_map(|n| n.to_le_bytes()).collect());
    }

    /// A short list: before each string its length in a byte.
    fn strings(&mut self, list: &[String]) {
        let length =
            |s: &String| u8::try_from(s.len()).unwrap_or_else(|_| panic!("{s} is too long"));
        let strings = list.iter().map(|s| [&[length(s)], s.as_bytes()].concat());
        self.section(strings.collect::<Vec<_>>().concat());
    }

    fn map(&mut self, map: &BTreeMap<String, u16>) {
        let keys: Vec<String> = map.keys().cloned().collect();
        let values: Vec<u16> = map.values().copied().collect();
        self.dict(&keys, Some(&values));
    }

    /// Three sections: the number of surfaces and themselves; for each block how many blocks
    /// back the longest surface is that is a proper prefix of its head; values (none: the index itself).
    fn dict(&mut self, keys: &[String], values: Option<&[u16]>) {
        assert!(keys.len() < usize::from(u16::MAX), "too many entries");
        assert!(keys.is_sorted());
        assert!(keys.iter().all(|key| key.len() < 256));
        let mut parents = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        for (i, key) in keys.iter().enumerate() {
            while open.last().is_some_and(|&p| !key.starts_with(&keys[p])) {
                open.pop();
            }
            if i % letters::BLOCK == 0 {
                let block = |i: usize| i / letters::BLOCK;
                let back = open.last().map_or(0, |&p| block(i) - block(p));
                parents.push(u8::try_from(back).expect("a prefix is at most 255 blocks back"));
            }
            open.push(i);
        }
        self.sections.push(Section::Surfaces(entries(keys)));
        self.section(parents);
        self.u16s(values.unwrap_or_default());
    }

    fn finish(self) -> Vec<u8> {
        let alphabet = alphabet(&self.sections);
        let mut out = Vec::from(*MAGIC);
        out.extend(VERSION.to_le_bytes());
        let mut bodies = vec![alphabet.iter().flat_map(|c| c.to_le_bytes()).collect()];
        for section in self.sections {
            bodies.push(match section {
                Section::Bytes(bytes) => bytes,
                Section::Surfaces(entries) => surfaces(&entries, &alphabet),
            });
        }
        let mut at = out.len() + bodies.len() * 8;
        for body in &bodies {
            out.extend((at as u32).to_le_bytes());
            out.extend((body.len() as u32).to_le_bytes());
            at += body.len();
        }
        bodies.iter().for_each(|b| out.extend(b));
        out
    }
}

fn entries(keys: &[String]) -> Vec<Entry> {
    let entry = |(i, key): (usize, &String)| {
        let before = match i % letters::BLOCK {
            0 => "",
            _ => keys[i - 1].as_str(),
        };
        let same = key.chars().zip(before.chars()).take_while(|(a, b)| a == b);
        let shared = same.count();
        assert!(shared < usize::from(letters::LETTER), "{key} is too long");
        Entry {
            shared: shared as u8,
            rest: key.chars().skip(shared).collect(),
        }
    };
    keys.iter().enumerate().map(entry).collect()
}

/// All characters of all surfaces: first the most frequent, which take one byte; both parts sorted.
fn alphabet(sections: &[Section]) -> Vec<u16> {
    let mut counts: BTreeMap<u16, usize> = BTreeMap::new();
    for section in sections {
        let Section::Surfaces(entries) = section else {
            continue;
        };
        for c in entries.iter().flat_map(|entry| entry.rest.chars()) {
            let c = u16::try_from(u32::from(c)).expect("no surface has a pictograph");
            *counts.entry(c).or_default() += 1;
        }
    }
    let mut all: Vec<u16> = counts.keys().copied().collect();
    assert!(all.len() <= letters::MOST, "too many characters");
    all.sort_by_key(|c| std::cmp::Reverse(counts[c]));
    let (frequent, others) = all.split_at_mut(letters::SINGLES);
    frequent.sort_unstable();
    others.sort_unstable();
    all
}

fn surfaces(entries: &[Entry], alphabet: &[u16]) -> Vec<u8> {
    let numbers: HashMap<char, usize> = alphabet
        .iter()
        .enumerate()
        .filter_map(|(i, &c)| Some((char::from_u32(c.into())?, i)))
        .collect();
    let mut out = Vec::from((entries.len() as u32).to_le_bytes());
    for entry in entries {
        out.push(entry.shared);
        for c in entry.rest.chars() {
            letters::write(&mut out, numbers[&c]);
        }
    }
    // Another entry ends the last one; the program looks at eight bytes at once.
    out.extend([0; 8]);
    out
}
