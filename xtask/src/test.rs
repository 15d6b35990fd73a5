//! `cargo xtask test`: everything that must hold, cheapest first, up to the first failure.

use std::env::consts::EXE_SUFFIX;
use std::path::Path;
use std::time::Instant;

use anyhow::{Result, bail};

use crate::run::{cargo, command, run, step};
use crate::{browser, bundle, count, target_dir, tools};

/// Runs all checks and tests.
///
/// # Errors
///
/// At the first check that fails, and when a tool is missing that cannot be installed.
pub fn test() -> Result<()> {
    let start = Instant::now();
    tools::lints()?;
    tools::wasm_target()?;
    tools::npm_packages()?;
    let chromium = browser::chromium()?;

    step("Checking the format", || {
        run(cargo().args(["fmt", "--all", "--check"]))
    })?;
    step("Linting", || {
        run(cargo()
            .args(["clippy", "--workspace", "--all-targets"])
            .args(["--", "-D", "warnings"]))
    })?;
    step("Linting the engine for wasm", || {
        run(cargo()
            .args([
                "clippy",
                "--package",
                "mitjul",
                "--lib",
                "--target",
                tools::WASM,
            ])
            .args(["--", "-D", "warnings"]))
    })?;
    // One package a run: together they would share features, and compile the
    // dependencies of this program once more.
    step("Testing the engine", || {
        run(cargo().args(["test", "--package", "mitjul"]))
    })?;
    step("Testing the trainer", || {
        run(cargo().args(["test", "--release", "--package", "trainer"]))
    })?;
    step("Testing the build", || {
        run(cargo().args(["test", "--package", "xtask"]))
    })?;
    count::count(false)?;
    bundle::build()?;
    // Cargo has built the command for the engine's tests.
    let annotate = target_dir()?
        .join("debug")
        .join(format!("annotate{EXE_SUFFIX}"));
    step("Testing the wasm build", || {
        run(node_tests("tests/wasm")?.env("ANNOTATE", annotate))
    })?;
    step(&format!("Testing the page in {chromium}"), || {
        run(node_tests("tests/page")?.env("CHROMIUM", &chromium))
    })?;
    println!("\nAll tests passed in {} s.", start.elapsed().as_secs());
    Ok(())
}

/// Returns Node's test runner for the files `*.test.js` and `*.test.mjs` in a folder.
fn node_tests(folder: &str) -> Result<std::process::Command> {
    let path = crate::root().join(folder);
    let mut files: Vec<String> = bundle::files(&path)?;
    files.retain(|file| {
        let name = Path::new(file).file_name().unwrap_or_default();
        let name = name.to_string_lossy();
        name.ends_with(".test.js") || name.ends_with(".test.mjs")
    });
    if files.is_empty() {
        bail!("{folder} has no file that ends in .test.js or .test.mjs");
    }
    let mut node = command("node");
    node.args(["--test", "--test-reporter=spec"]);
    node.args(files.iter().map(|file| format!("{folder}/{file}")));
    Ok(node)
}
