//! Verbs and endings that report speech: 말했다, …다는 설명이다, said.

use super::dict::Dict;
use super::packed::{Section, section};

static FORMS: Dict = Dict::new(section::VERB_FORMS);
const RECORDS: Section = Section::new(section::VERBS);

/// A reporting verb or ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verb {
    /// The dictionary form: 말하다.
    pub lemma: &'static str,
    /// neutral, announcement, criticism, hearsay, …; see `lexicon/verbs.tsv`.
    pub class: &'static str,
    /// verb, ending, nominal, hearsay or attribution.
    pub form: &'static str,
    pub english: bool,
}

/// All forms; the value goes to [`verb`].
///
/// A form that begins with ㄴ or ㄹ stands for that final consonant of the syllable
/// before it.
pub fn verbs() -> &'static Dict {
    &FORMS
}

/// The verb behind a value of [`verbs`].
///
/// # Panics
///
/// If `value` does not come from [`verbs`].
pub fn verb(value: u32) -> Verb {
    let i = value as usize;
    let flags = RECORDS.u32(2 * i + 1);
    let cell = |section: usize, n: u32| Section::new(section).string(n as usize);
    Verb {
        lemma: RECORDS.string(2 * i),
        class: cell(section::VERB_CLASSES, flags & 255),
        form: cell(section::VERB_TYPES, flags >> 8 & 255),
        english: flags >> 16 == 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        let found = |s: &str| verb(verbs().get(s).unwrap_or_else(|| panic!("{s} is missing")));
        for form in ["말했다", "말했으며", "말하며", "말한", "말한다"] {
            assert_eq!(found(form).lemma, "말하다");
        }
        assert_eq!(found("발표했다").class, "announcement");
        assert_eq!(found("다는 설명이다").form, "nominal");
        assert_eq!(found("는 것으로 알려졌다").class, "hearsay");
        assert!(found("said").english);
        for (_, value) in verbs().iter() {
            assert!(!verb(value).lemma.is_empty());
        }
    }
}
