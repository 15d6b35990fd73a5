//! The list of rules in `docs/RULES.md` is complete, and the page has words for each.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The pieces of `text` between the signs in `cut` that are names of rules for companies and people.
fn rules(text: &str, cut: &[char]) -> BTreeSet<String> {
    let kinds = [
        "company-",
        "name-",
        "person-",
        "surname-",
        "title-",
        "appointment-",
    ];
    text.split(cut)
        .map(|piece| piece.trim_start_matches("rule."))
        .filter(|name| kinds.iter().any(|k| name.starts_with(k)))
        .filter(|name| name.bytes().all(|b| b == b'-' || b.is_ascii_lowercase()))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_rule_is_documented_and_has_words() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/mentions");
    let mut source = String::new();
    for entry in fs::read_dir(folder).expect("the folder of mentions") {
        source += &fs::read_to_string(entry.expect("a file").path()).expect("a source file");
    }
    let in_source = rules(&source, &['"']);
    let documented = rules(&read("docs/RULES.md"), &['`']);
    assert_eq!(
        in_source, documented,
        "docs/RULES.md lists other rules than src/mentions has"
    );
    for page in ["www/i18n/ko.more.js", "www/i18n/en.more.js"] {
        let words = rules(&read(page), &['\'']);
        let without: Vec<_> = documented.difference(&words).collect();
        assert!(without.is_empty(), "{page} has no words for {without:?}");
    }
}
