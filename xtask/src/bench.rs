//! `cargo xtask bench`: our page beside a plain one, a list of names, wink-nlp and compromise; the
//! tagger by itself.

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
    })?;
    tagger()
}

/// How fast the tagger is by itself, with one thread of wasm.
///
/// # Errors
///
/// When the build fails or Node is missing.
pub fn tagger() -> Result<()> {
    tools::wasm_target()?;
    let mut node = Bindgen::new();
    let glue = glue("mitjul_tagging", node.nodejs(true)?)?;
    // Glue for Node is CommonJS, whatever the package around it is.
    fs::write(glue.join("package.json"), r#"{"type": "commonjs"}"#)?;
    step("Tagging in Node", || {
        run(command("node")
            .arg("benches/tagging.mjs")
            .arg(glue.join("mitjul_tagging.js"))
            .arg(bundle::packed("late.bin")?))
    })
}

/// Returns the folder with glue and wasm of the page that knows nothing but names.
fn floor() -> Result<PathBuf> {
    let mut web = Bindgen::new();
    glue(
        "mitjul_floor",
        web.web(true)?.omit_default_module_path(false),
    )
}

/// Compiles one of the packages in `benches/` and writes its glue.
fn glue(name: &str, bindgen: &mut Bindgen) -> Result<PathBuf> {
    let target = target_dir()?;
    let out = target.join("xtask/bench").join(name);
    step(&format!("Compiling {name} to wasm"), || {
        run(cargo()
            .args(["build", "--release", "--package"])
            .arg(name.replace('_', "-"))
            .args(["--target", tools::WASM]))
    })?;
    if out.exists() {
        fs::remove_dir_all(&out).with_context(|| format!("cannot empty {}", out.display()))?;
    }
    let wasm = format!("release/{name}.wasm");
    bindgen
        .input_path(target.join(tools::WASM).join(wasm))
        .typescript(false)
        .out_name(name)
        .generate(&out)?;
    Ok(out)
}
