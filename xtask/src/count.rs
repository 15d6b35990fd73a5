//! How many instructions the engine takes for fixed texts, against what is written down.
//!
//! Times differ from run to run on a busy machine; the number of instructions hardly
//! does. So this is what a change of the engine is held to.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::run::{cargo, command, output, run, step};
use crate::{root, target_dir, tools};

/// Texts of our own: a post of a board, an English article, the text of many articles.
const TEXTS: &str = "benches/texts";
/// What each took when it was last accepted.
const BASELINE: &str = "benches/instructions.tsv";
/// How much more a text may take, in percent.
const TOLERANCE: f64 = 3.0;

const HEAD: &str = "\
# Instructions of `annotate --format jsonl`, release build, by valgrind's callgrind.
# `cargo xtask count` compares, `cargo xtask count --accept` writes this file anew.
";

/// Counts and compares; `accept` writes the counts down instead.
///
/// # Errors
///
/// When a text takes more than the tolerance allows, or valgrind is missing where its
/// absence was not to be expected.
pub fn count(accept: bool) -> Result<()> {
    if !tools::valgrind() {
        println!(
            "SKIPPED: instructions are not counted, valgrind is missing (apt-get install valgrind)"
        );
        return Ok(());
    }
    step("Compiling the command", || {
        run(cargo().args([
            "build",
            "--release",
            "--package",
            "mitjul",
            "--bin",
            "annotate",
        ]))
    })?;
    let compiler = output(command("rustc").arg("--version"))?
        .trim()
        .to_string();
    let counts = step("Counting instructions", || {
        texts()?
            .iter()
            .map(|text| Ok((name(text), of(text)?)))
            .collect::<Result<Vec<_>>>()
    })?;
    let path = root().join(BASELINE);
    if accept {
        let mut file = format!("{HEAD}compiler\t{compiler}\n");
        for (name, count) in &counts {
            println!("    {name}: {count}");
            writeln!(file, "{name}\t{count}")?;
        }
        return fs::write(&path, file).with_context(|| format!("cannot write {BASELINE}"));
    }
    let file = fs::read_to_string(&path).with_context(|| format!("cannot read {BASELINE}"))?;
    let known = |key: &str| {
        let mut cells = file.lines().filter_map(|line| line.split_once('\t'));
        cells.find(|cell| cell.0 == key).map(|cell| cell.1.trim())
    };
    let mut over = Vec::new();
    for (name, count) in &counts {
        let Some(before) = known(name).and_then(|n| n.parse::<u64>().ok()) else {
            bail!("{BASELINE} has no count for {name}: run `cargo xtask count --accept`");
        };
        let change = (*count as f64 / before as f64 - 1.0) * 100.0;
        let says = format!("{name}: {count} instructions, {change:+.1} % of {before}");
        println!("    {says}");
        if change > TOLERANCE {
            over.push(says);
        }
    }
    // Another compiler makes other code of the same program: that is nobody's fault.
    if known("compiler") != Some(&compiler) {
        println!("NOT JUDGED: {BASELINE} is from another compiler than {compiler}");
        return Ok(());
    }
    if !over.is_empty() {
        bail!(
            "the engine takes over {TOLERANCE} % more instructions than before: {}\n\
             If the change is worth it, `cargo xtask count --accept` and say why in the commit.",
            over.join("; ")
        );
    }
    Ok(())
}

fn texts() -> Result<Vec<PathBuf>> {
    let folder = root().join(TEXTS);
    let mut found: Vec<PathBuf> = fs::read_dir(&folder)
        .with_context(|| format!("cannot read {TEXTS}"))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    found.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    found.sort();
    Ok(found)
}

fn name(text: &Path) -> String {
    text.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// The instructions that the command takes for one text.
fn of(text: &Path) -> Result<u64> {
    let out = target_dir()?.join("xtask/callgrind.out");
    fs::create_dir_all(out.parent().unwrap_or(Path::new(".")))?;
    let mut option = std::ffi::OsString::from("--callgrind-out-file=");
    option.push(&out);
    output(
        command("valgrind")
            .args(["--tool=callgrind", "--quiet"])
            .arg(option)
            .arg(target_dir()?.join("release/annotate"))
            .args(["--format", "jsonl"])
            .arg(text),
    )?;
    let profile = fs::read_to_string(&out).context("valgrind has written no profile")?;
    let total = profile.lines().find_map(|l| {
        l.strip_prefix("totals:")
            .or_else(|| l.strip_prefix("summary:"))
    });
    total
        .and_then(|t| t.split_whitespace().next()?.parse().ok())
        .context("valgrind's profile has no total")
}
