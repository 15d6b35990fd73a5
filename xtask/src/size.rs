//! What `dist/` weighs, and whether that is within the budget.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::bundle::{self, SINGLE_FILE, TAGGER};
use crate::config::Config;
use crate::run::{command, output, run};
use crate::{target_dir, tools};

/// Ends the name of a wasm file where only the code in it is meant.
const CODE: &str = "#code";

/// One published file with its sizes in bytes.
struct Weight {
    file: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Prints every file of `dist/` with its sizes, and what a first visit loads.
///
/// # Errors
///
/// When nothing was built yet.
pub fn report() -> Result<()> {
    let config = Config::load()?;
    let weights = weigh(&config.dist())?;
    let width = weights
        .iter()
        .map(|w| w.file.len())
        .max()
        .unwrap_or(0)
        .max(20);
    println!(
        "{:width$} {:>10} {:>10} {:>10}",
        "bytes", "raw", "gzip", "brotli"
    );
    let line = |name: &str, raw: u64, gzip: u64, brotli: u64| {
        println!("{name:width$} {raw:>10} {gzip:>10} {brotli:>10}");
    };
    for w in &weights {
        line(&w.file, w.raw, w.gzip, w.brotli);
    }
    let late =
        |w: &&Weight| w.file != SINGLE_FILE && !w.file.ends_with(TAGGER) && !w.file.ends_with(CODE);
    let first = || weights.iter().filter(late);
    line(
        "first visit",
        first().map(|w| w.raw).sum(),
        first().map(|w| w.gzip).sum(),
        first().map(|w| w.brotli).sum(),
    );
    within_budget(&config, &weights)?;
    parts()
}

/// Prints what the engine's bytes are: by crate, by module, by list.
fn parts() -> Result<()> {
    let release = target_dir()?.join(tools::WASM).join("release");
    run(command("node")
        .arg("xtask/wasm-sizes.mjs")
        .args([release.join("mitjul.wasm"), bundle::packed("lexicon.bin")?]))
}

/// Prints the gzip sizes against the budget.
///
/// # Errors
///
/// When one is over it.
pub fn check(config: &Config) -> Result<()> {
    within_budget(config, &weigh(&config.dist())?)
}

fn within_budget(config: &Config, weights: &[Weight]) -> Result<()> {
    let engine = format!("{}/", config.engine());
    let (mut in_engine, mut in_page, mut in_tagger, mut in_code) = (0, 0, 0, 0);
    for weight in weights.iter().filter(|w| w.file != SINGLE_FILE) {
        if weight.file.ends_with(CODE) {
            in_code += weight.gzip;
        } else if weight.file.ends_with(TAGGER) {
            in_tagger += weight.gzip;
        } else if weight.file.starts_with(&engine) {
            in_engine += weight.gzip;
        } else {
            in_page += weight.gzip;
        }
    }
    let mut over = Vec::new();
    for (name, bytes, limit) in [
        ("engine", in_engine, config.budget.engine),
        ("engine's code", in_code, config.budget.code),
        ("page", in_page, config.budget.page),
        ("tagger", in_tagger, config.budget.tagger),
        (
            "first visit",
            in_engine + in_page,
            config.budget.first_visit,
        ),
    ] {
        let says = format!("{name}: {:.1} KB of {limit} KB gzip", bytes as f64 / 1000.0);
        println!("    {says}");
        if bytes > u64::from(limit) * 1000 {
            over.push(says);
        }
    }
    if over.is_empty() {
        return Ok(());
    }
    bail!(
        "over the size budget in wasm-pack.toml: {}",
        over.join("; ")
    )
}

fn weigh(dist: &Path) -> Result<Vec<Weight>> {
    let files = bundle::files(dist).context("nothing is built yet: run `cargo xtask build`")?;
    let table = output(
        command("node")
            .arg("xtask/sizes.mjs")
            .arg(dist)
            .args(&files),
    )?;
    let rows = table.lines().map(|row| {
        let mut cells = row.split('\t');
        let mut number = || cells.next()?.parse().ok();
        let (raw, gzip, brotli) = (number()?, number()?, number()?);
        let file = cells.next()?.to_string();
        Some(Weight {
            file,
            raw,
            gzip,
            brotli,
        })
    });
    rows.collect::<Option<_>>()
        .context("xtask/sizes.mjs printed something else than sizes")
}
