//! Marks companies, executives, quotes with their speakers and captions in business news,
//! Korean first.

#![forbid(unsafe_code)]

mod annotate;
mod captions;
mod document;
mod english;
mod entities;
mod export;
mod korean;
mod late;
mod layout;
mod lexicon;
mod map;
mod mentions;
mod model;
mod notes;
mod order;
mod quotes;
mod span;
#[doc(hidden)]
pub mod stages;
mod summary;
mod table;
pub mod tagger;
mod walk;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use annotate::{Annotated, Options, annotate, annotate_again, annotate_hinted, annotate_with};
pub use export::json::{to_json, to_json_pretty};
pub use export::text::to_text;
pub use layout::{Hint, Markup};
pub use span::Span;
pub use tagger::Memory;
