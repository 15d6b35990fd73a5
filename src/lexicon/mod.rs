//! What the names are: companies, executives, titles, press, reporting verbs.
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
mod names;
mod packed;
mod press;
mod titles;
mod verbs;

pub use companies::{
    Company, CompanyId, CompanyKind, CompanySurface, OtherKind, Strength, companies, company,
    company_surface, is_ambiguous, other_kind, others, owners,
};
pub use dict::Dict;
pub use executives::{Executive, executive, executives, namesakes};
pub use names::{given_score, is_common_word, surname};
pub use press::{Press, PressType, press, press_entry};
pub use titles::{Title, TitleClass, title, titles};
pub use verbs::{Verb, verb, verbs};
