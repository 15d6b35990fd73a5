//! A learned tagger: reads a line character by character and proposes people and companies.
//!
//! A linear-chain conditional random field over characters (Lafferty, McCallum and Pereira,
//! “Conditional random fields”, ICML 2001) with small integer weights in one flat table. It sees
//! what rules do not: that a bare word stands where names stand. `cargo xtask train` makes the
//! model; `models/CARD.md` says from what, and how good it is.

mod decode;
mod facts;
mod features;
mod known;
mod labels;
mod lanes;
mod memory;
mod model;
mod prune;

pub use decode::{Tagged, Tagging};
pub use facts::Gazetteer;
pub use features::{COUNT, LISTED, Line, RuleHit, Words};
pub use known::{Known, SORTS};
pub use labels::{Kind, LABELS, OUTSIDE, WEIGHED, allowed, begins, first, kind, later};
pub use memory::Memory;
pub use model::{CELLS, Model, ModelError, Parts, UNIT, bucket, tag};

#[cfg(not(target_arch = "wasm32"))]
mod builtin {
    use super::Model;
    use std::sync::OnceLock;

    /// The model that this build carries.
    pub fn builtin() -> Option<&'static Model> {
        static MODEL: OnceLock<Option<Model>> = OnceLock::new();
        let read = || Model::read(crate::late::late()?.model).ok();
        MODEL.get_or_init(read).as_ref()
    }
}

/// In the page the model comes after the engine, so that the first marks need not wait for it.
#[cfg(target_arch = "wasm32")]
mod builtin {
    use super::Model;
    use crate::late::{self, Late};
    use std::error::Error;
    use std::sync::OnceLock;

    static MODEL: OnceLock<Model> = OnceLock::new();

    /// The model that was loaded.
    pub fn builtin() -> Option<&'static Model> {
        MODEL.get()
    }

    /// Reads the model that [`builtin`] gives from now on, and the sets of words that come with it;
    /// the first ones stay.
    pub fn load(bytes: &[u8]) -> Result<(), Box<dyn Error>> {
        let file = Late::read(bytes)?;
        let model = Model::read(file.model)?;
        late::keep(file);
        MODEL.get_or_init(|| model);
        Ok(())
    }
}

pub use builtin::builtin;
#[cfg(target_arch = "wasm32")]
pub use builtin::load;

/// What the rules find in an article, each with the span of its name in bytes of `text`: the
/// tagger takes them as evidence, so it learns from them too. Linear.
pub fn rule_hits(text: &str, lists: Gazetteer) -> Vec<RuleHit> {
    crate::mentions::rule_hits(text, lists.names)
}

/// The names in a row of labels: first character, the one after the last, kind.
pub fn names(labels: &[u8]) -> impl Iterator<Item = (usize, usize, Kind)> + '_ {
    labels.iter().enumerate().filter_map(|(from, &label)| {
        let kind = kind(label.into()).filter(|_| begins(label.into()))?;
        let more = labels[from + 1..]
            .iter()
            .take_while(|&&l| usize::from(l) == later(kind))
            .count();
        Some((from, from + 1 + more, kind))
    })
}
