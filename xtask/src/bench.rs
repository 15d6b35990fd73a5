//! `cargo xtask bench`: our page beside a plain one, a list of names, wink-nlp and compromise.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::config::Config;
use crate::run::{cargo, command, run, step};
use crate::{browser, bundle, root, target_dir, tools};

/// Builds all pages, measures them in turn and writes `benches/RESULTS.md`.
///
/// # Errors
///
/// When a build fails or a tool is missing that cannot be installed.
pub fn bench() -> Result<()> {
    let chromium = browser::chromium()?;
    bundle::build_if_changed()?;
    tools::npm_packages_of(&root().join("benches"))?;
    let floor = floor()?;
    let work = target_dir()?.join("xtask/bench/pages");
    step("Measuring in Chromium", || {
        run(command("node")
            .arg("benches/bench.mjs")
            .args([&Config::load()?.dist(), &floor, &work])
            .env("CHROMIUM", &chromium))
    })
}

/// Returns the folder with glue and wasm of the page that knows nothing but names.
fn floor() -> Result<PathBuf> {
    let target = target_dir()?;
    let out = target.join("xtask/bench/floor");
    step("Compiling the list of names to wasm", || {
        run(cargo()
            .args(["build", "--release", "--package", "mitjul-floor"])
            .args(["--target", tools::WASM]))
    })?;
    if out.exists() {
        fs::remove_dir_all(&out).context("cannot empty the folder of the floor page")?;
    }
    Bindgen::new()
        .input_path(target.join(tools::WASM).join("release/mitjul_floor.wasm"))
        .web(true)?
        .typescript(false)
        .omit_default_module_path(false)
        .out_name("mitjul_floor")
        .generate(&out)?;
    Ok(out)
}
