//! `cargo xtask build`: from `src/` and `www/` to `dist/`.
//!
//! ```text
//! src/ --cargo--> wasm --wasm-bindgen--> glue + wasm --wasm-opt--> engine
//! www/ --esbuild--> index.html       the page, and files for what is loaded on first use
//! page + engine --> dist/            the published folder
//! www/ + engine --> dist/mitjul.html the same in one file, for opening from disk
//! ```

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use wasm_bindgen_cli_support::Bindgen;

use crate::config::Config;
use crate::run::{cargo, command, run, step};
use crate::{size, target_dir, tools};

/// The page in one file, left out of what a first visit loads.
pub const SINGLE_FILE: &str = "mitjul.html";

/// The service worker; it names all other files.
const SERVICE_WORKER: &str = "sw.js";

/// What the tagger needs, as `build.rs` packs it, and what it is called beside the engine. It travels
/// compressed, since hosts do not compress what they do not know.
const LATE: &str = "late.bin";
pub const TAGGER: &str = "tagger.gz";

/// Says in `dist/` which inputs it was built from. Files that start with a dot
/// are not published.
const STAMP: &str = ".built-from";

/// What `dist/` is made from.
const INPUTS: [&str; 11] = [
    "src",
    "models",
    "lexicon",
    "www",
    "xtask",
    "build.rs",
    "Cargo.toml",
    "Cargo.lock",
    "package.json",
    "package-lock.json",
    "wasm-pack.toml",
];

/// Builds everything in `dist/`.
///
/// # Errors
///
/// When a tool is missing and cannot be installed, a step fails, or the result
/// weighs more than the budget allows.
pub fn build() -> Result<()> {
    let config = Config::load()?;
    let inputs = fingerprint()?;
    tools::wasm_target()?;
    tools::npm_packages()?;
    let engine = engine(&config)?;
    let dist = config.dist();
    step("Putting the page together", || {
        if dist.exists() {
            fs::remove_dir_all(&dist).context("cannot empty dist/")?;
        }
        let www = crate::root().join("www");
        let version = engine_version(&www.join(config.engine()), &engine)?;
        run(command("node")
            .arg("xtask/page.mjs")
            .args([&www, &engine, &dist])
            .arg(&version))?;
        copy(&engine, &dist.join(config.engine()))?;
        fill_service_worker(&config, &version)
    })?;
    step("Writing the page as one file", || {
        run(command("node")
            .arg("xtask/single-file.mjs")
            .args([&crate::root().join("www"), &engine])
            .arg(&config.build.name)
            .arg(dist.join(SINGLE_FILE)))
    })?;
    size::check(&config)?;
    fs::write(dist.join(STAMP), inputs)?;
    Ok(())
}

/// Builds unless `dist/` was built from just what is there now.
pub fn build_if_changed() -> Result<()> {
    let stamp = Config::load()?.dist().join(STAMP);
    match fs::read_to_string(stamp) {
        Ok(built_from) if built_from == fingerprint()? => {
            println!("Nothing changed since the last build.");
            Ok(())
        }
        _ => build(),
    }
}

/// Returns a folder with the glue and the optimised wasm.
fn engine(config: &Config) -> Result<PathBuf> {
    step("Compiling the engine to wasm", || {
        run(cargo().args([
            "build",
            "--release",
            "--lib",
            "--package",
            "mitjul",
            "--target",
            tools::WASM,
        ]))
    })?;
    let target = target_dir()?;
    let compiled = target.join(tools::WASM).join("release/mitjul.wasm");
    let wasm =
        fs::read(&compiled).with_context(|| format!("cannot read {}", compiled.display()))?;
    let lock = fs::read(crate::root().join("package-lock.json"))?;
    let flags = config.optimizer.flags.join(" ");
    let late = packed(LATE)?;
    let tagger = fs::read(&late).with_context(|| format!("cannot read {}", late.display()))?;
    let how = include_bytes!("bundle.rs");
    let made_from = hash([&wasm[..], &tagger, &lock, flags.as_bytes(), how]);

    // Optimising is slow and most builds change only the page.
    let dir = target.join("xtask/engine");
    let stamp = target.join("xtask/engine-made-from");
    if fs::read_to_string(&stamp).is_ok_and(|known| known == made_from) {
        return Ok(dir);
    }
    step("Generating the glue", || {
        if dir.exists() {
            fs::remove_dir_all(&dir)?;
        }
        Bindgen::new()
            .input_path(&compiled)
            .web(true)?
            .typescript(false)
            // The page compiles the engine and hands it over.
            .omit_default_module_path(true)
            .out_name(&config.build.name)
            .generate(&dir)
    })?;
    step("Optimising the engine", || {
        let file = dir.join(format!("{}_bg.wasm", config.build.name));
        run(command("node")
            .arg("node_modules/binaryen/bin/wasm-opt")
            .args(&config.optimizer.flags)
            .arg(&file)
            .arg("-o")
            .arg(&file))
    })?;
    step("Compressing what the tagger needs", || {
        run(command("node")
            .arg("xtask/gzip.mjs")
            .args([&late, &dir.join(TAGGER)]))
    })?;
    fs::write(&stamp, made_from)?;
    Ok(dir)
}

/// Returns what `build.rs` last wrote for the page under that name.
///
/// # Errors
///
/// When the engine was not compiled yet.
pub fn packed(name: &str) -> Result<PathBuf> {
    fs::read_dir(target_dir()?.join(tools::WASM).join("release/build"))
        .context("the engine is not compiled here: run `cargo xtask build`")?
        .filter_map(|entry| Some(entry.ok()?.path().join("out").join(name)))
        .filter_map(|path| Some((path.metadata().ok()?.modified().ok()?, path)))
        .max()
        .map(|(_, path)| path)
        .with_context(|| format!("build.rs wrote no {name}"))
}

/// Returns what stands at the end of the addresses of worker and wasm, so that a browser
/// never joins a cached half to a fresh one.
fn engine_version(worker: &Path, engine: &Path) -> Result<String> {
    let of = |folder: &Path| hash_of(folder, &files(folder)?);
    Ok(hash([of(worker)?.as_bytes(), of(engine)?.as_bytes()]))
}

/// Tells the service worker the version of the whole page and which files it has.
fn fill_service_worker(config: &Config, engine_version: &str) -> Result<()> {
    let dist = config.dist();
    let path = dist.join(SERVICE_WORKER);
    let Ok(text) = fs::read_to_string(&path) else {
        return Ok(());
    };
    for mark in ["__VERSION__", "__PRECACHE__"] {
        if !text.contains(mark) {
            bail!("www/{SERVICE_WORKER} has no {mark} to fill in");
        }
    }
    let files = files(&dist)?;
    let version = hash_of(&dist, &files)?;
    let loads = loaded_files(config);
    let unused = [SERVICE_WORKER, SINGLE_FILE, &glue(config)];
    let addresses: Vec<String> = files
        .iter()
        .filter(|file| !unused.contains(&file.as_str()))
        .map(|file| match loads.contains(file) {
            true => format!("\"{file}?v={engine_version}\""),
            // A visit asks for the folder, not for the file in it.
            false if file == "index.html" => "\"./\"".to_string(),
            false => format!("\"{file}\""),
        })
        .collect();
    let text = text
        .replace("__VERSION__", &version)
        .replace("__PRECACHE__", &format!("[{}]", addresses.join(", ")));
    Ok(fs::write(&path, text)?)
}

/// Returns the files of the engine that are loaded at a pinned address.
fn loaded_files(config: &Config) -> [String; 3] {
    let (folder, name) = (config.engine(), &config.build.name);
    [
        format!("{folder}/worker.js"),
        format!("{folder}/{name}_bg.wasm"),
        format!("{folder}/{TAGGER}"),
    ]
}

/// Returns the glue as a module of its own: it is in the worker, and here for those who use the engine without the page.
pub fn glue(config: &Config) -> String {
    format!("{}/{}.js", config.engine(), config.build.name)
}

/// Returns the published files under a folder, sorted, with `/` between the parts.
///
/// # Errors
///
/// When the folder cannot be read.
pub fn files(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?
    {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        if entry.path().is_dir() {
            let inner = files(&entry.path())?;
            found.extend(inner.into_iter().map(|file| format!("{name}/{file}")));
        } else {
            found.push(name);
        }
    }
    found.sort();
    Ok(found)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in files(from)? {
        let target = to.join(&file);
        fs::create_dir_all(target.parent().unwrap_or(to))?;
        fs::copy(from.join(&file), &target)
            .with_context(|| format!("cannot write {}", target.display()))?;
    }
    Ok(())
}

/// Returns what changes whenever an input of the build changes: paths, sizes and times.
fn fingerprint() -> Result<String> {
    let mut seen = String::new();
    for input in INPUTS {
        let path = crate::root().join(input);
        let files = if path.is_dir() {
            files(&path)?
        } else {
            vec![String::new()]
        };
        for file in files {
            let about = fs::metadata(path.join(&file)).or_else(|_| fs::metadata(&path));
            let Ok(about) = about else { continue };
            writeln!(
                seen,
                "{input}/{file} {} {:?}",
                about.len(),
                about.modified()?
            )?;
        }
    }
    Ok(hash([seen.as_bytes()]))
}

fn hash_of(folder: &Path, files: &[String]) -> Result<String> {
    let mut parts = Vec::new();
    for file in files {
        parts.push(file.clone().into_bytes());
        parts.push(fs::read(folder.join(file))?);
    }
    Ok(hash(parts.iter().map(Vec::as_slice)))
}

/// Returns 16 hexadecimal digits that depend on every byte and on where parts end.
fn hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut state = Sha256::new();
    for part in parts {
        state.update((part.len() as u64).to_le_bytes());
        state.update(part);
    }
    state.finalize()[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_tells_where_parts_end() {
        assert_ne!(hash([&b"ab"[..], b"c"]), hash([&b"a"[..], b"bc"]));
    }
}
