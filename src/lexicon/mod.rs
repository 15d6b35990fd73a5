//! What the names are: companies, executives, titles, press.
//!
//! The hard part of a Korean name list is not size but doubt: 대상 is a food company
//! and the word for “object”, 쿡 is Tim Cook only after a full mention. So every
//! surface says how strong it is and whether it is an ordinary word as well, and
//! nothing here decides what a text means: that is `mentions`.
//!
//! People edit `lexicon/*.tsv`; `build.rs` packs them; [`Dict`] searches the packed
//! form in place. There is no start-up cost and no allocation.

mod companies;
mod dict;
mod executives;
pub mod filter;
#[allow(dead_code)] // only `build.rs` writes them
mod letters;
mod names;
mod packed;
mod plain;
mod press;
mod titles;

pub use companies::{
    CompanyId, CompanyKind, CompanySurface, Strength, companies, company, company_kind,
    company_name, company_surface, english_name, is_ambiguous, is_unsure, others, owners,
};
pub use dict::Beginning;
pub use executives::{executive, executives};
pub use names::{given_score, is_common_word, is_common_word_of, surname};
pub use plain::{
    is_entry, is_entry_keyed, is_made_of_plain, is_place, is_plain, is_plain_keyed, is_term,
};
pub use press::{PressType, press, press_entry};
pub use titles::{TitleClass, title, titles};
