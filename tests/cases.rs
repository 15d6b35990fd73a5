//! One case a line: see tests/cases/README.md.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use common::gold::{Gold, Kind, Mark, parse};
use common::score::{Entities, Found, Utf16, entity_key, items, oracle, squash, string, trim};
use common::{engine, tests_dir};
use serde_json::Value;

struct Case {
    file: String,
    line: usize,
    /// As in the file, without the reason.
    source: String,
    gold: Gold,
    kinds: Vec<Kind>,
}

fn cases() -> Vec<Case> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(tests_dir().join("cases"))
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    paths.retain(|p| {
        p.extension().is_some_and(|e| e == "txt") && p.file_stem().unwrap() != "known_failures"
    });
    paths.sort();
    paths.iter().flat_map(read).collect()
}

fn read(path: &PathBuf) -> Vec<Case> {
    let file = path.file_stem().unwrap().to_string_lossy().into_owned();
    let mut kinds = vec![Kind::Company, Kind::Executive, Kind::Person];
    let mut out = Vec::new();
    for (i, line) in std::fs::read_to_string(path).unwrap().lines().enumerate() {
        let at = format!("tests/cases/{file}.txt:{}", i + 1);
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(list) = line.strip_prefix("kinds:") {
            let kind = |tag| Kind::from_tag(tag).unwrap_or_else(|| panic!("{at}: no kind {tag:?}"));
            kinds = list.split_whitespace().map(kind).collect();
            continue;
        }
        let (source, reason) = line
            .rsplit_once("  # ")
            .unwrap_or_else(|| panic!("{at}: no reason (two blanks, #, reason)"));
        assert!(!reason.trim().is_empty(), "{at}: no reason");
        let source = source.trim().to_owned();
        let gold = parse(&at, &source.replace("\\n", "\n"))
            .unwrap_or_else(|e| panic!("{at}: {}", e.message));
        for mark in &gold.marks {
            // A headline tag may be written to show what a line is.
            assert!(
                kinds.contains(&mark.kind) || mark.kind.is_block(),
                "{at}: <{}> is not checked here",
                mark.kind.tag()
            );
        }
        out.push(Case {
            file: file.clone(),
            line: i + 1,
            source,
            gold,
            kinds: kinds.clone(),
        });
    }
    out
}

/// What is wrong with the engine's output for a case; nothing when it is right.
fn check(case: &Case, doc: &Value) -> Vec<String> {
    let gold = &case.gold;
    let offsets = Utf16::new(&gold.text);
    let entities = Entities::of(doc);
    let mut wrong = Vec::new();
    for &kind in &case.kinds {
        let list = if kind.is_block() {
            "blocks"
        } else {
            "annotations"
        };
        let field = if kind.is_block() { "kind" } else { "type" };
        let mut got: BTreeMap<(usize, usize), Found> = BTreeMap::new();
        for item in items(doc, list).filter(|item| item[field] == kind.name()) {
            match Found::new(item, &gold.text, &offsets) {
                Some(f) => {
                    got.insert(edges(gold, kind, f.start, f.end), f);
                }
                None => wrong.push(format!("{item} does not slice the text")),
            }
        }
        for mark in gold.of(&[kind]) {
            match got.remove(&edges(gold, kind, mark.start, mark.end)) {
                Some(found) => {
                    check_attributes(gold, mark, &found, &entities, &offsets, &mut wrong)
                }
                None => wrong.push(format!("missed {} {:?}", kind.name(), gold.slice(mark))),
            }
        }
        for found in got.values() {
            wrong.push(format!(
                "wrong {} {:?}",
                kind.name(),
                &gold.text[found.start..found.end]
            ));
        }
    }
    wrong
}

/// The span that counts: a quote's without its marks, a block's and caption's without blanks.
fn edges(gold: &Gold, kind: Kind, start: usize, end: usize) -> (usize, usize) {
    if kind == Kind::Quote {
        return trim(&gold.text, start, end);
    }
    let s = &gold.text[start..end];
    (
        start + s.len() - s.trim_start().len(),
        start + s.trim_end().len(),
    )
}

fn check_attributes(
    gold: &Gold,
    mark: &Mark,
    found: &Found,
    entities: &Entities,
    offsets: &Utf16,
    wrong: &mut Vec<String>,
) {
    let a = &found.annotation;
    let mut expect = |what: &str, got: String, want: String| {
        if got != want {
            wrong.push(format!(
                "{what} of {:?}: {got:?}, not {want:?}",
                gold.slice(mark)
            ));
        }
    };
    let entity = || entity_key(&entities.name(&a["entity"]));
    match mark.kind {
        Kind::Company if mark.has("is") => {
            expect("canonical", entity(), entity_key(mark.get("is")))
        }
        Kind::Executive | Kind::Person => {
            let (from, to) = mark.name.unwrap();
            let (s, e) = offsets.span(&a["name"]).unwrap_or_default();
            expect(
                "name",
                gold.text[s..e].to_owned(),
                gold.text[from..to].to_owned(),
            );
            if mark.has("is") {
                expect("canonical", entity(), entity_key(mark.get("is")));
            }
            if mark.has("t") {
                expect(
                    "title",
                    squash(&string(&a["title"], "text")),
                    squash(mark.get("t")),
                );
            }
            if mark.has("org") {
                let mut got: Vec<String> = items(a, "affiliations")
                    .map(|id| entity_key(&entities.name_or_id(id)))
                    .collect();
                let mut want: Vec<String> = mark.organisations().map(|o| entity_key(&o)).collect();
                got.sort();
                want.sort();
                expect("affiliations", got.join(";"), want.join(";"));
            }
        }
        Kind::Quote if mark.has("by") => {
            let speaker = &a["speaker"];
            let named = entities.name(&speaker["entity"]);
            let got = if named.is_empty() {
                string(speaker, "text")
            } else {
                named
            };
            expect("speaker", entity_key(&got), entity_key(mark.get("by")));
        }
        Kind::Caption if mark.has("credit") => {
            expect(
                "credit",
                squash(&string(&a["credit"], "text")),
                squash(mark.get("credit")),
            );
        }
        _ => {}
    }
}

/// tests/cases/known_failures.txt: `file: text` as in the file.
fn known_failures() -> BTreeSet<(String, String)> {
    let list = std::fs::read_to_string(tests_dir().join("cases/known_failures.txt")).unwrap();
    list.lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|line| {
            line.split_once(": ")
                .unwrap_or_else(|| panic!("known_failures.txt: {line:?}"))
        })
        .map(|(file, source)| (file.to_owned(), source.trim().to_owned()))
        .collect()
}

#[test]
fn cases_hold() {
    let mut known = known_failures();
    let mut failed = Vec::new();
    let (mut passed, mut excused) = (0, 0);
    let mut accept = String::new();
    for case in cases() {
        let wrong = check(&case, &engine(&case.gold.text));
        let is_known = known.remove(&(case.file.clone(), case.source.clone()));
        let at = format!("tests/cases/{}.txt:{}", case.file, case.line);
        match (wrong.is_empty(), is_known) {
            (true, false) => passed += 1,
            (false, true) => excused += 1,
            (false, false) => failed.push(format!(
                "{at}\n    {}\n    {}",
                case.source,
                wrong.join("\n    ")
            )),
            (true, true) => failed.push(format!(
                "{at} passes: remove it from known_failures.txt\n    {}",
                case.source
            )),
        }
        if !wrong.is_empty() {
            accept.push_str(&format!("{}: {}\n", case.file, case.source));
            if std::env::var_os("CASES_ERRORS").is_some() && is_known {
                println!("{at}\n    {}\n    {}", case.source, wrong.join("\n    "));
            }
        }
    }
    for (file, source) in known {
        failed.push(format!(
            "known_failures.txt names a case that is not there\n    {file}: {source}"
        ));
    }
    println!("{passed} cases hold, {excused} fail as known");
    if std::env::var_os("CASES_ACCEPT").is_some() {
        let head = "# Cases that the engine still gets wrong. Written by CASES_ACCEPT=1 cargo test --test cases.\n";
        std::fs::write(
            tests_dir().join("cases/known_failures.txt"),
            head.to_owned() + &accept,
        )
        .unwrap();
        return;
    }
    assert!(
        failed.is_empty(),
        "{} of the cases:\n{}",
        failed.len(),
        failed.join("\n")
    );
}

/// The checks themselves: what a perfect engine gives passes, what an idle one gives fails.
#[test]
fn the_oracle_passes_every_case() {
    let mut marked = 0;
    for case in cases() {
        let wrong = check(&case, &oracle(&case.gold));
        assert!(
            wrong.is_empty(),
            "tests/cases/{}.txt:{}\n{}",
            case.file,
            case.line,
            wrong.join("\n")
        );
        let idle = check(&case, &serde_json::json!({}));
        let asks = case.gold.of(&case.kinds).count();
        assert_eq!(
            idle.len(),
            asks,
            "tests/cases/{}.txt:{}",
            case.file,
            case.line
        );
        marked += asks;
    }
    assert!(marked > 300, "only {marked} marks");
}

#[test]
fn no_case_is_there_twice() {
    let mut seen = BTreeSet::new();
    for case in cases() {
        assert!(
            seen.insert((case.file.clone(), case.source.clone())),
            "tests/cases/{}.txt:{}",
            case.file,
            case.line
        );
    }
}
