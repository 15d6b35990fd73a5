//! The engine against the gold articles, and the gold articles against their own rules.

mod common;

use std::collections::BTreeMap;

use common::gold::{Gold, Kind, load, nfc};
use common::score::{Score, oracle};
use common::{engine, tests_dir};

const SPLITS: [&str; 3] = ["train", "dev", "test"];

fn split(name: &str) -> Vec<Gold> {
    let articles = load(&tests_dir().join("gold").join(name));
    assert!(!articles.is_empty(), "no articles in tests/gold/{name}");
    articles
}

/// tests/gold/floors.tsv: split, figure, floor.
fn floors(of: &str) -> BTreeMap<String, f64> {
    let path = tests_dir().join("gold/floors.tsv");
    let table = std::fs::read_to_string(&path).unwrap();
    let rows = table
        .lines()
        .filter(|l| !l.trim().is_empty() && !l.starts_with('#'));
    rows.map(|row| row.split('\t').collect::<Vec<_>>())
        .filter(|cells| cells[0] == of)
        .map(|cells| {
            (
                cells[1].to_owned(),
                cells[2].trim().parse().expect("a floor is a number"),
            )
        })
        .collect()
}

/// The articles that were there first, t001 to t096 and n001 to n012: their floors stay, whatever
/// harder ones come beside them.
fn first(name: &str) -> bool {
    name.starts_with('t') || name.strip_prefix('n').is_some_and(|n| n <= "012")
}

fn check_split(folder: &str) {
    check(folder, &split(folder));
    let mut early = split(folder);
    early.retain(|article| first(&article.name));
    check(&format!("{folder}-first"), &early);
}

fn check(name: &str, articles: &[Gold]) {
    let score = Score::of(articles, |article| engine(&article.text));
    println!("tests/gold/{name}\n{score}");
    if std::env::var_os("GOLD_ERRORS").is_some() {
        println!("{}", score.errors.join("\n"));
    }
    let figures = score.figures();
    if std::env::var_os("GOLD_FLOORS").is_some() {
        // The rows of floors.tsv: a point below what is measured.
        for (figure, value) in &figures {
            println!("{name}\t{figure}\t{}", (value - 1.0).floor().max(0.0));
        }
        return;
    }
    let below: Vec<String> = floors(name)
        .into_iter()
        .filter(|(figure, floor)| figures.get(figure).is_none_or(|got| got + 1e-9 < *floor))
        .map(|(figure, floor)| match figures.get(&figure) {
            Some(got) => format!("{name} {figure}: {got:.1} is below its floor of {floor}"),
            None => format!("{name} {figure}: no such figure (tests/gold/floors.tsv)"),
        })
        .collect();
    assert!(
        below.is_empty(),
        "{}\n(GOLD_ERRORS=1 lists every miss)",
        below.join("\n")
    );
}

#[test]
fn train_reaches_its_floors() {
    check_split("train");
}

#[test]
fn dev_reaches_its_floors() {
    check_split("dev");
}

#[test]
fn test_reaches_its_floors() {
    check_split("test");
}

#[test]
fn the_oracle_scores_100() {
    for name in SPLITS {
        let score = Score::of(&split(name), oracle);
        assert!(score.errors.is_empty(), "{}", score.errors.join("\n"));
        for (figure, value) in score.figures() {
            assert_eq!(value, 100.0, "{name} {figure}\n{score}");
        }
    }
}

/// A scorer that forgives everything would pass the oracle too.
#[test]
fn a_damaged_oracle_scores_less() {
    let articles = split("dev");
    let damaged = |key: &'static str, value: serde_json::Value| {
        Score::of(&articles, move |article| {
            let mut doc = oracle(article);
            for a in doc["annotations"].as_array_mut().unwrap() {
                if a.get(key).is_some() {
                    a[key] = value.clone();
                }
            }
            doc
        })
        .figures()
    };
    assert!(damaged("title", serde_json::Value::Null)["executive.title"] < 80.0);
    assert!(damaged("affiliations", serde_json::json!([]))["executive.affiliation"] < 80.0);
    assert!(damaged("speaker", serde_json::Value::Null)["quote+speaker"] < 40.0);
    assert!(damaged("credit", serde_json::Value::Null)["caption.credit"] < 40.0);
    assert!(damaged("entity", serde_json::json!("e0"))["company.canonical"] < 40.0);
    assert!(damaged("text", serde_json::json!("?"))["offsets"] < 1.0);
    let nothing = Score::of(&articles, |_| serde_json::json!({})).figures();
    assert!(nothing["overall"] < 1.0, "{nothing:?}");
}

#[test]
fn splits_follow_the_rule_of_the_readme() {
    let mut seen = Vec::new();
    for name in SPLITS {
        for article in split(name) {
            let number: usize = article.name[1..].parse().expect("a letter and a number");
            let home = match number % 6 {
                4 => "dev",
                5 => "test",
                _ => "train",
            };
            assert_eq!(
                home, name,
                "{} belongs into tests/gold/{home}",
                article.name
            );
            seen.push(article.text);
        }
    }
    let all = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), all, "an article is there twice");
}

/// What the guidelines say of every mark whatever the text.
#[test]
fn gold_articles_keep_the_rules_of_the_format() {
    let mut wrong = Vec::new();
    for name in SPLITS {
        for article in split(name) {
            check_article(&article, &mut |message| {
                wrong.push(format!("{name}/{}: {message}", article.name))
            });
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn check_article(gold: &Gold, wrong: &mut dyn FnMut(String)) {
    let text = &gold.text;
    let mut executives = BTreeMap::new();
    for (i, m) in gold.marks.iter().enumerate() {
        let written = gold.slice(m);
        if written != written.trim() {
            wrong(format!("blank at the end of {written:?}"));
        }
        let parents = gold.marks[..i].iter().filter(|p| p.end >= m.end);
        for parent in parents {
            if parent.kind == m.kind || (parent.kind == Kind::Furniture) {
                wrong(format!("{written:?} inside {:?}", gold.slice(parent)));
            }
        }
        if gold.marks[..i]
            .iter()
            .any(|p| p.start < m.start && m.start < p.end && p.end < m.end)
        {
            wrong(format!("{written:?} crosses another mark"));
        }
        if m.kind.is_block() || m.kind == Kind::Caption {
            let starts = m.start == 0 || text[..m.start].ends_with('\n');
            let ends = m.end == text.len() || text[m.end..].starts_with(['\n', '\r']);
            if !(starts && ends) {
                wrong(format!(
                    "<{}> is not whole lines: {written:?}",
                    m.kind.tag()
                ));
            }
        }
        if m.kind == Kind::Quote && !m.has("by") {
            wrong(format!("<q> without by: {written:?}"));
        }
        if m.kind == Kind::Caption {
            if !m.has("credit") {
                wrong(format!("<cap> without credit: {written:?}"));
            }
            if !nfc(written).contains(&nfc(m.get("credit"))) {
                wrong(format!(
                    "credit {:?} is not in {written:?}",
                    m.get("credit")
                ));
            }
        }
        if m.kind.is_person() {
            let canonical = m.canonical(text);
            if *executives.entry(canonical.clone()).or_insert(m.kind) != m.kind {
                wrong(format!("{canonical:?} is executive and person"));
            }
            if m.has("is") && nfc(m.get("is")) == nfc(m.get("n")) {
                wrong(format!("is repeats n: {written:?}"));
            }
            let title: String = m.get("t").split_whitespace().collect();
            let squashed: String = nfc(written).split_whitespace().collect();
            if !squashed.contains(&nfc(&title))
                && !title.starts_with('은')
                && !title.ends_with("행장")
            {
                wrong(format!("title {:?} is not in {written:?}", m.get("t")));
            }
        }
    }
    let known: Vec<String> = gold
        .of(&[Kind::Company, Kind::Executive, Kind::Person])
        .map(|m| m.canonical(text))
        .collect();
    for m in gold.of(&[Kind::Quote]) {
        let by = nfc(m.get("by"));
        let squashed: String = nfc(text).split_whitespace().collect();
        let by_squashed: String = by.split_whitespace().collect();
        if !by.is_empty() && !known.contains(&by) && !squashed.contains(&by_squashed) {
            wrong(format!(
                "speaker {by:?} is not in the article: {:?}",
                gold.slice(m)
            ));
        }
    }
}
