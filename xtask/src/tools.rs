//! What the build needs beyond cargo: the wasm target and the npm packages.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::run::{cargo, command, exists, output, run, step};

pub const WASM: &str = "wasm32-unknown-unknown";

/// Node versions before this lack what the build's scripts use.
const OLDEST_NODE: u32 = 20;

/// Adds Rust's wasm target if it is not there.
pub fn wasm_target() -> Result<()> {
    let sysroot = output(command("rustc").args(["--print", "sysroot"]))?;
    let installed = Path::new(sysroot.trim()).join("lib/rustlib").join(WASM);
    if installed.join("lib").exists() {
        return Ok(());
    }
    if !exists("rustup") {
        bail!(
            "Rust's target {WASM} is missing, and there is no rustup to add it with.\n\
             Install Rust from https://rustup.rs, or the target by your system's package \
             manager (Debian: libstd-rust-dev-wasm32)."
        );
    }
    step("Adding the wasm target to Rust", || {
        run(command("rustup").args(["target", "add", WASM]))
    })
}

/// Adds rustfmt and clippy if they are not there.
pub fn lints() -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if output(cargo().args([subcommand, "--version"])).is_ok() {
            continue;
        }
        if !exists("rustup") {
            bail!("`cargo {subcommand}` is missing: install the Rust component {component}");
        }
        step(&format!("Adding {component} to Rust"), || {
            run(command("rustup").args(["component", "add", component]))
        })?;
    }
    Ok(())
}

/// Installs the npm packages that package-lock.json names, unless just those are there.
pub fn npm_packages() -> Result<()> {
    npm_packages_of(crate::root())
}

/// The same for another folder with a package-lock.json.
pub fn npm_packages_of(folder: &Path) -> Result<()> {
    node()?;
    let lock = fs::read(folder.join("package-lock.json"))
        .with_context(|| format!("cannot read package-lock.json in {}", folder.display()))?;
    let stamp = folder.join("node_modules/.installed-from");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    step("Installing the npm packages", || {
        run(npm()
            .current_dir(folder)
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))
    })?;
    fs::write(&stamp, lock).context("cannot write to node_modules")
}

/// Whether valgrind is there; Debian gets it as root. Its absence only spares a check, so that
/// failing to install it is no error.
pub fn valgrind() -> bool {
    if !exists("valgrind") && can_install() {
        let installed = step("Installing valgrind", || apt_get("valgrind"));
        if let Err(error) = installed {
            println!("    {error:#}");
        }
    }
    exists("valgrind")
}

/// Installs Debian packages.
pub fn apt_get(packages: &str) -> Result<()> {
    run(command("apt-get").args(["update", "-qq"]))?;
    run(command("apt-get")
        .env("DEBIAN_FRONTEND", "noninteractive")
        .args(["install", "-y", "-qq", "--no-install-recommends"])
        .args(packages.split(' ')))
}

/// Whether this is a Debian whose packages we may add to.
pub fn can_install() -> bool {
    let root = output(command("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    root && Path::new("/etc/debian_version").exists() && exists("apt-get")
}

fn node() -> Result<()> {
    if !exists("node") {
        bail!("Node.js is missing: install version {OLDEST_NODE} or later from https://nodejs.org");
    }
    let version = output(command("node").arg("--version"))?;
    let major = version.trim().trim_start_matches('v').split('.').next();
    match major.and_then(|major| major.parse::<u32>().ok()) {
        Some(major) if major < OLDEST_NODE => bail!(
            "Node.js is version {}, but the build needs {OLDEST_NODE} or later",
            version.trim()
        ),
        _ => Ok(()),
    }
}

fn npm() -> std::process::Command {
    if cfg!(windows) {
        command("npm.cmd")
    } else {
        command("npm")
    }
}
