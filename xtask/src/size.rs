//! What `dist/` weighs, and whether that is within the budget.

use anyhow::{Context, Result, bail};

use crate::bundle::{self, SINGLE_FILE, TAGGER};
use crate::config::Config;
use crate::run::{command, output, run};
use crate::{target_dir, tools};

/// Ends the name of a wasm file where only the code in it is meant.
const CODE: &str = "#code";

/// When a file is loaded.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    /// For the first marks: the engine, and the page, which is `index.html` alone.
    Engine,
    Page,
    /// After them: what the tagger needs, and the parts of the page that are loaded on first use.
    Tagger,
    Later,
    /// Not by the page: the page in one file, the glue that its worker has inside, and parts of files.
    Never,
}

/// One published file with its sizes in bytes.
struct Weight {
    file: String,
    when: When,
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
    let weights = weigh(&config)?;
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
    for (name, whens) in [
        ("first visit", &[When::Engine, When::Page][..]),
        ("for the tagger", &[When::Tagger]),
        ("on first use", &[When::Later]),
    ] {
        let of = || weights.iter().filter(|w| whens.contains(&w.when));
        line(
            name,
            of().map(|w| w.raw).sum(),
            of().map(|w| w.gzip).sum(),
            of().map(|w| w.brotli).sum(),
        );
    }
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
    within_budget(config, &weigh(config)?)
}

fn within_budget(config: &Config, weights: &[Weight]) -> Result<()> {
    let of = |when: When| -> u64 {
        let those = weights.iter().filter(|w| w.when == when);
        those.map(|w| w.gzip).sum()
    };
    let code = weights.iter().filter(|w| w.file.ends_with(CODE));
    let (in_engine, in_page) = (of(When::Engine), of(When::Page));
    let mut over = Vec::new();
    for (name, bytes, limit) in [
        ("engine", in_engine, config.budget.engine),
        (
            "engine's code",
            code.map(|w| w.gzip).sum(),
            config.budget.code,
        ),
        ("page", in_page, config.budget.page),
        ("on first use", of(When::Later), config.budget.later),
        ("tagger", of(When::Tagger), config.budget.tagger),
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

fn weigh(config: &Config) -> Result<Vec<Weight>> {
    let dist = config.dist();
    let files = bundle::files(&dist).context("nothing is built yet: run `cargo xtask build`")?;
    let table = output(
        command("node")
            .arg("xtask/sizes.mjs")
            .arg(&dist)
            .args(&files),
    )?;
    let rows = table.lines().map(|row| {
        let mut cells = row.split('\t');
        let mut number = || cells.next()?.parse().ok();
        let (raw, gzip, brotli) = (number()?, number()?, number()?);
        let file = cells.next()?.to_string();
        Some(Weight {
            when: when(&file, config),
            file,
            raw,
            gzip,
            brotli,
        })
    });
    rows.collect::<Option<_>>()
        .context("xtask/sizes.mjs printed something else than sizes")
}

/// When `file` is loaded; tests/page/visit.test.mjs holds the page to it.
fn when(file: &str, config: &Config) -> When {
    if file == SINGLE_FILE || file == bundle::glue(config) || file.ends_with(CODE) {
        When::Never
    } else if file.ends_with(TAGGER) {
        When::Tagger
    } else if file.starts_with(&format!("{}/", config.engine())) {
        When::Engine
    } else if file == "index.html" {
        When::Page
    } else {
        When::Later
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_page_has_not_inside_is_loaded_later() {
        let config = Config::load().unwrap();
        for (file, expected) in [
            ("index.html", When::Page),
            ("parts/help-1.js", When::Later),
            ("sw.js", When::Later),
            ("engine/mitjul_bg.wasm", When::Engine),
            ("engine/mitjul_bg.wasm#code", When::Never),
            ("engine/mitjul.js", When::Never),
            ("engine/tagger.gz", When::Tagger),
            ("mitjul.html", When::Never),
        ] {
            assert!(when(file, &config) == expected, "{file}");
        }
    }
}
