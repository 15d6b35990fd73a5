//! `wasm-pack.toml`: what is built, where it goes, how much it may weigh.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    pub build: Build,
    pub optimizer: Optimizer,
    pub budget: Budget,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Build {
    target: String,
    dist: String,
    engine: String,
    pub name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Optimizer {
    pub flags: Vec<String>,
}

/// Upper limits in KB (1000 bytes) after gzip.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Budget {
    pub first_visit: u32,
    pub engine: u32,
    pub code: u32,
    pub page: u32,
    pub later: u32,
    pub tagger: u32,
}

impl Config {
    /// Returns the project's configuration.
    ///
    /// # Errors
    ///
    /// When the file is missing, has an unknown or missing key, or names a target
    /// other than `web`.
    pub fn load() -> Result<Config> {
        let path = crate::root().join("wasm-pack.toml");
        let text = fs::read_to_string(&path).context("cannot read wasm-pack.toml")?;
        let config: Config = toml::from_str(&text).context("in wasm-pack.toml")?;
        if config.build.target != "web" {
            bail!(
                "wasm-pack.toml: target is {:?}, but the page can load only \"web\"",
                config.build.target
            );
        }
        Ok(config)
    }

    /// Returns the folder that is published.
    pub fn dist(&self) -> PathBuf {
        crate::root().join(&self.build.dist)
    }

    /// Returns the folder of the engine inside `dist`, without slashes at the ends.
    pub fn engine(&self) -> &str {
        self.build.engine.trim_matches('/')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_projects_own_file_is_valid_and_says_who_reads_it() {
        let config = Config::load().unwrap();
        assert_eq!(config.budget.first_visit, 550);
        let text = fs::read_to_string(crate::root().join("wasm-pack.toml")).unwrap();
        assert!(text.lines().next().unwrap().contains("cargo xtask build"));
    }
}
