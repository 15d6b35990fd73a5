//! Titles and ranks: 회장, 부문장, 연구원, CEO.

use super::dict::Dict;
use super::packed::section;

static TITLES: Dict = Dict::new(section::TITLES);

/// Whose title it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TitleClass {
    Executive,
    Staff,
    Academic,
    Official,
    Politician,
    Analyst,
    Media,
    Association,
    Other,
}

/// One title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Title {
    pub class: TitleClass,
    /// Several classes, or an ordinary word: 대표, 이사, 시장.
    pub ambiguous: bool,
    pub english: bool,
    /// The end of longer titles: …사업본부장.
    pub suffix: bool,
}

/// All titles; the value goes to [`title`].
pub fn titles() -> &'static Dict {
    &TITLES
}

/// The title behind a value of [`titles`].
pub fn title(value: u32) -> Title {
    let class = match value & 15 {
        0 => TitleClass::Executive,
        1 => TitleClass::Staff,
        2 => TitleClass::Academic,
        3 => TitleClass::Official,
        4 => TitleClass::Politician,
        5 => TitleClass::Analyst,
        6 => TitleClass::Media,
        7 => TitleClass::Association,
        _ => TitleClass::Other,
    };
    let flag = |bit: u32| value >> bit & 1 == 1;
    Title {
        class,
        ambiguous: flag(4),
        english: flag(5),
        suffix: flag(6),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn longest(text: &str) -> (usize, Title) {
        let (len, value) = titles().longest(text).expect("a title");
        (len, title(value))
    }

    #[test]
    fn classes() {
        assert_eq!(longest("부회장은").1.class, TitleClass::Executive);
        assert_eq!(longest("부회장은").0, "부회장".len());
        assert_eq!(longest("연구원은").1.class, TitleClass::Staff);
        assert_eq!(longest("교수는").1.class, TitleClass::Academic);
        assert!(longest("대표는").1.ambiguous);
        assert!(longest("Chief Executive Officer").1.english);
        assert!(longest("사업본부장").1.suffix);
        assert_eq!(
            titles().get("최고경영자(CEO)").map(title).unwrap().class,
            TitleClass::Executive
        );
    }
}
