//! What the test binaries share. Each uses a part of it.
#![allow(dead_code)]

pub mod gold;
pub mod score;

use std::path::{Path, PathBuf};

/// `tests/` of this package.
pub fn tests_dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// The engine's JSON for a text, as the page and the command line get it.
pub fn engine(text: &str) -> serde_json::Value {
    let json = mitjul::to_json(&mitjul::annotate(text));
    serde_json::from_str(&json)
        .unwrap_or_else(|e| panic!("to_json gives no JSON: {e}\n{json:.300}"))
}
