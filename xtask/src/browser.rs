//! Finding a Chromium for the page tests, or installing one.

use std::path::Path;

use anyhow::{Result, bail};

use crate::run::{exists, step};
use crate::tools;

const NAMES: [&str; 8] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
];

/// Returns the path of a Chromium or Chrome: the one the variable `CHROMIUM`
/// names, one at a usual place, or one just installed (Debian, as root).
pub fn chromium() -> Result<String> {
    if let Ok(given) = std::env::var("CHROMIUM") {
        if exists(&given) {
            return Ok(given);
        }
        bail!("CHROMIUM is {given:?}, but that program does not start");
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    if !tools::can_install() {
        bail!(
            "The page tests need Chromium or Chrome, and none was found.\n\
             Debian, Ubuntu: sudo apt-get install chromium fonts-noto-cjk\n\
             macOS:          brew install --cask google-chrome\n\
             or set CHROMIUM to the path of one."
        );
    }
    step("Installing Chromium and a Korean font", || {
        tools::apt_get("chromium fonts-noto-cjk")
    })?;
    match find() {
        Some(found) => Ok(found),
        None => bail!("apt-get installed chromium, but it does not start"),
    }
}

fn find() -> Option<String> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    for name in NAMES {
        if Path::new(name).is_absolute() {
            if Path::new(name).exists() {
                return Some(name.to_string());
            }
            continue;
        }
        let found = std::env::split_paths(&path).map(|dir| dir.join(name));
        for file in found.filter(|file| file.is_file()) {
            let file = file.to_string_lossy().into_owned();
            if exists(&file) {
                return Some(file);
            }
        }
    }
    None
}
