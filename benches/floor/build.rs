//! Takes ten thousand names from the lists of companies and executives.

use std::{collections::BTreeSet, env, fs, path::Path};

const NAMES: usize = 10_000;

fn main() {
    let mut names = BTreeSet::new();
    for table in ["companies", "executives"] {
        let path = format!("../../lexicon/{table}.tsv");
        println!("cargo:rerun-if-changed={path}");
        let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
        let first = text
            .lines()
            .skip(1)
            .filter_map(|line| line.split('\t').next());
        names.extend(
            first
                .filter(|name| name.chars().count() >= 2)
                .map(String::from),
        );
    }
    let list: Vec<String> = names.into_iter().take(NAMES).collect();
    let out = Path::new(&env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join("names.txt");
    fs::write(out, list.join("\n")).expect("OUT_DIR is writable");
}
