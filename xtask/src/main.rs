//! `cargo xtask`: builds the page, serves it, measures it, tests everything.
//!
//! Cargo alone cannot make the page: that also needs the wasm target, the glue of
//! wasm-bindgen, an optimiser and a bundler, and its tests need a browser. This
//! program fetches what is missing and runs the steps in order, so that Rust and
//! Node are all anyone has to install.

mod bench;
mod browser;
mod bundle;
mod config;
mod count;
mod run;
mod serve;
mod size;
mod test;
mod tools;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  build             make the page and the single-file page in dist/
  serve [--port N]  build if anything changed, then serve dist/ and print its address
  test              format, lints, tests of the engine, the wasm build and the page
  size              what dist/ weighs: raw, gzip, brotli
  train [CORPORA]   train the tagger from our articles, and from klue-ner/ and konec/ in CORPORA
  ablate [CORPORA]  what rules, lists and tagger are worth, alone and together
  bench             measure the page beside others in Chromium: benches/RESULTS.md
  bench tagger      measure the tagger by itself
  count [--accept]  compare the engine's instructions with those written down, or write them
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(args: &[String]) -> Result<()> {
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["build"] => bundle::build(),
        ["serve"] => serve::serve(None),
        ["serve", "--port", port] => match port.parse() {
            Ok(port) => serve::serve(Some(port)),
            Err(_) => bail!("--port takes a number from 0 to 65535, not {port:?}"),
        },
        ["test"] => test::test(),
        ["size"] => size::report(),
        ["train" | "ablate", ..] if args.len() <= 2 => trainer(&args),
        ["bench"] => bench::bench(),
        ["bench", "tagger"] => bench::tagger(),
        ["count"] => count::count(false),
        ["count", "--accept"] => count::count(true),
        [] | ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        _ => bail!("unknown command: {}\n\n{USAGE}", args.join(" ")),
    }
}

/// Runs the trainer, a program of its own so that building the page does not compile it.
fn trainer(args: &[&str]) -> Result<()> {
    let how = ["run", "--release", "--package", "trainer", "--"];
    run::run(run::cargo().args(how).args(args))
}

/// Returns the folder that holds the whole project.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask lies inside the project")
}

/// Returns cargo's target folder, wherever the user has put it: this program
/// was started from `TARGET/debug/xtask`.
fn target_dir() -> Result<PathBuf> {
    let program = std::env::current_exe()?;
    match program.ancestors().nth(2) {
        Some(dir) => Ok(dir.to_path_buf()),
        None => bail!("{} is not in a target folder", program.display()),
    }
}
