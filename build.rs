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
//! A string in a record is a u32: its start in the pool in the upper 24 bits, its length
//! in bytes in the lower 8. The surfaces of a dictionary are stored side by side, see
//! [`sorted_strings`]. All numbers are little endian.

use std::collections::{BTreeMap, HashMap};
use std::{env, fs, path::Path};

const MAGIC: &[u8; 8] = b"MITJULEX";
const VERSION: u32 = 3;

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
    let ids = companies(&mut out);
    executives(&mut out, &ids);
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

/// Returns the numbers of the companies by name.
fn companies(out: &mut Packer) -> HashMap<String, u16> {
    let mut rows = table("companies");
    rows.sort_by_key(|r| r.get("name").to_owned()); // near their surfaces: packs better
    let ambiguous: Vec<Row> = table("ambiguous");
    let ambiguous_set: std::collections::HashSet<&str> =
        ambiguous.iter().map(|r| r.get("surface")).collect();

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
    (0u16..)
        .zip(&rows)
        .map(|(id, row)| (row.get("name").to_owned(), id))
        .collect()
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
fn is_ambiguous_surface(surface: &str, listed: &std::collections::HashSet<&str>) -> bool {
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

fn executives(out: &mut Packer, companies: &HashMap<String, u16>) {
    // A link is a famous person, or, after their numbers, a company: its registered
    // representative, whose name is the surface. Bit 14: weak. Bit 15: the last link.
    let rows = table("executives");
    let famous = rows.iter().filter(|r| r.get("source") == "famous");
    let mut links: BTreeMap<String, Vec<(bool, u16)>> = BTreeMap::new();
    let mut records = Vec::new();
    for (id, row) in (0u16..).zip(famous.clone()) {
        let full = [row.get("name"), row.get("name_en")]
            .into_iter()
            .chain(row.list("aliases"));
        let full = full.filter(|s| !s.is_empty()).map(|s| (s, false));
        for (surface, weak) in full.chain(row.list("weak").map(|s| (s, true))) {
            for form in [surface.to_owned(), unspaced(surface)] {
                let list = links.entry(form).or_default();
                if !list.iter().any(|l| l.1 == id) {
                    list.push((weak, id));
                }
            }
        }
        for column in ["name", "name_en", "company", "title"] {
            records.push(out.string(row.get(column)));
        }
        records.push(u32::from(row.get("origin") == "foreign"));
    }
    let first = famous.count() as u16;
    for row in rows.iter().filter(|r| r.get("source") == "registered") {
        let Some(company) = companies.get(row.get("company")) else {
            continue;
        };
        let list = links.entry(row.get("name").to_owned()).or_default();
        list.push((false, first + company));
    }
    let mut chain = Vec::new();
    let mut starts = Vec::new();
    for list in links.values_mut() {
        list.sort_unstable();
        starts.push(u16::try_from(chain.len()).expect("at most 65536 links"));
        let last = list.len() - 1;
        for (i, &mut (weak, link)) in list.iter_mut().enumerate() {
            assert!(link < 1 << 14, "too many executives and companies");
            chain.push(u16::from(i == last) << 15 | u16::from(weak) << 14 | link);
        }
    }
    let surfaces: Vec<String> = links.into_keys().collect();
    out.dict(&surfaces, None);
    // Most have one link: how many more there were before.
    let ahead: Vec<u16> = (0u16..).zip(&starts).map(|(i, s)| s - i).collect();
    out.section(columns(&ahead));
    out.u16s(&chain);
    out.u32s(&records);
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
    let mut records = Vec::new();
    for (id, row) in table("press").iter().enumerate() {
        let class = types.iter().position(|&t| t == row.get("type"));
        let class = class.unwrap_or_else(|| panic!("unknown press type {}", row.get("type")));
        let flag = u32::from(row.get("ambiguous") == "1");
        records.extend([out.string(row.get("name")), class as u32 | flag << 8]);
        map.insert(row.get("name").to_owned(), id as u16);
        let english = Some(row.get("name_en")).filter(|s| !s.is_empty());
        for alias in row.list("aliases").chain(english) {
            map.entry(alias.to_owned()).or_insert(id as u16);
        }
    }
    out.map(&map);
    out.u32s(&records);
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
    out.map(&surnames);

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

/// Sections in order; string cells are numbers of `strings` until [`Packer::finish`].
#[derive(Default)]
struct Packer {
    strings: Vec<String>,
    number: HashMap<String, u32>,
    sections: Vec<Section>,
}

enum Section {
    Bytes(Vec<u8>),
    /// Every u32 whose top bit is set is the number of a string.
    Words(Vec<u32>),
}

const STRING: u32 = 1 << 31;

impl Packer {
    fn string(&mut self, s: &str) -> u32 {
        if let Some(&n) = self.number.get(s) {
            return n;
        }
        assert!(s.len() < 256, "{s} is too long");
        let n = STRING | self.strings.len() as u32;
        self.strings.push(s.to_owned());
        self.number.insert(s.to_owned(), n);
        n
    }

    fn section(&mut self, bytes: Vec<u8>) {
        self.sections.push(Section::Bytes(bytes));
    }

    fn u16s(&mut self, list: &[u16]) {
        self.section(list.iter().flat_map(|n| n.to_le_bytes()).collect());
    }

    fn u32s(&mut self, list: &[u32]) {
        self.sections.push(Section::Words(list.to_vec()));
    }

    fn strings(&mut self, list: &[String]) {
        let cells = list.iter().map(|s| self.string(s)).collect();
        self.sections.push(Section::Words(cells));
    }

    fn map(&mut self, map: &BTreeMap<String, u16>) {
        let keys: Vec<String> = map.keys().cloned().collect();
        let values: Vec<u16> = map.values().copied().collect();
        self.dict(&keys, Some(&values));
    }

    /// Four sections: strings, parents (how far back the longest entry is that is a
    /// proper prefix, 0 without one), values (none: the index itself), the first characters with the
    /// place of the first entry of each.
    fn dict(&mut self, keys: &[String], values: Option<&[u16]>) {
        assert!(keys.len() < usize::from(u16::MAX), "too many entries");
        assert!(keys.is_sorted());
        let mut parents = Vec::with_capacity(keys.len());
        let mut open: Vec<usize> = Vec::new();
        for (i, key) in keys.iter().enumerate() {
            while open.last().is_some_and(|&p| !key.starts_with(&keys[p])) {
                open.pop();
            }
            parents.push(open.last().map_or(0, |&p| (i - p) as u16));
            open.push(i);
        }
        self.section(sorted_strings(keys));
        self.section(columns(&parents));
        self.u16s(values.unwrap_or_default());
        let (mut firsts, mut starts) = (Vec::new(), Vec::new());
        for (i, key) in keys.iter().enumerate() {
            let first = key.chars().next().expect("no entry is empty");
            let first = u16::try_from(first as u32).expect("no entry begins with a pictograph");
            if firsts.last() != Some(&first) {
                firsts.push(first);
                starts.push(i as u16);
            }
        }
        self.u16s(&[firsts, starts].concat());
    }

    fn finish(self) -> Vec<u8> {
        let (pool, place) = pool(&self.strings);
        let mut out = Vec::from(*MAGIC);
        out.extend(VERSION.to_le_bytes());
        let mut bodies = vec![pool];
        for section in self.sections {
            bodies.push(match section {
                Section::Bytes(bytes) => bytes,
                Section::Words(words) => words
                    .into_iter()
                    .map(|w| {
                        if w & STRING == 0 {
                            w
                        } else {
                            place[(w ^ STRING) as usize]
                        }
                    })
                    .flat_map(u32::to_le_bytes)
                    .collect(),
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

/// Strings side by side: their number, the start of every sixteenth, the length of each
/// as one byte, the text. Smaller than a reference each, above all when compressed.
fn sorted_strings(keys: &[String]) -> Vec<u8> {
    let mut out = Vec::from((keys.len() as u32).to_le_bytes());
    let mut at = 0u32;
    for (i, key) in keys.iter().enumerate() {
        if i % 16 == 0 {
            out.extend(at.to_le_bytes());
        }
        at += key.len() as u32;
    }
    for key in keys {
        out.push(u8::try_from(key.len()).unwrap_or_else(|_| panic!("{key} is too long")));
    }
    out.extend(keys.concat().bytes());
    out
}

/// All strings in one text, each stored once; a string found inside a longer one
/// costs nothing. Returns the text and the place of every string.
fn pool(strings: &[String]) -> (Vec<u8>, Vec<u32>) {
    let mut order: Vec<usize> = (0..strings.len()).collect();
    order.sort_by_key(|&i| (std::cmp::Reverse(strings[i].len()), &strings[i]));
    let mut known: HashMap<&str, u32> = HashMap::new();
    // Longest first decides what is inside what; the text itself is sorted.
    let mut whole: Vec<&str> = Vec::new();
    for &i in &order {
        let s = strings[i].as_str();
        if !known.contains_key(s) {
            whole.push(s);
            substrings(s).for_each(|(_, part)| _ = known.entry(part).or_default());
        }
    }
    whole.sort_unstable();
    let mut text = Vec::new();
    known.clear();
    for s in whole {
        for (at, part) in substrings(s) {
            known.entry(part).or_insert((text.len() + at) as u32);
        }
        text.extend(s.as_bytes());
    }
    assert!(text.len() < 1 << 23, "the string pool is too large");
    let place = |s: &String| known.get(s.as_str()).map_or(0, |at| at << 8) | s.len() as u32;
    (text, strings.iter().map(place).collect())
}

/// All parts of a short string, the prefixes of a long one, with their starts.
fn substrings(s: &str) -> impl Iterator<Item = (usize, &str)> {
    let ends: Vec<usize> = s.char_indices().map(|(i, _)| i).chain([s.len()]).collect();
    let starts = if ends.len() <= 14 { ends.len() - 1 } else { 1 };
    (0..starts.min(ends.len())).flat_map(move |a| {
        let ends = ends.clone();
        (a + 1..ends.len()).map(move |b| (ends[a], &s[ends[a]..ends[b]]))
    })
}
