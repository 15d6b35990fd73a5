//! Press agencies, newspapers, broadcasters and other sources of a credit.

use super::dict::Dict;
use super::packed::section;

static SURFACES: Dict = Dict::new(section::PRESS);

/// What kind of source it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PressType {
    Agency,
    Newspaper,
    Broadcast,
    Magazine,
    Online,
    Photo,
    Pool,
    Pr,
    /// Made by a machine.
    Generated,
    /// A credit that names no outlet: 독자 제공.
    Credit,
}

/// One outlet or source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Press {
    pub class: PressType,
    /// An ordinary word as well.
    pub ambiguous: bool,
}

/// All names and joint credits (로이터=연합뉴스); the value goes to [`press_entry`].
pub fn press() -> &'static Dict {
    &SURFACES
}

/// The outlet behind a value of [`press`].
pub fn press_entry(value: u32) -> Press {
    let class = match value & 255 {
        0 => PressType::Agency,
        1 => PressType::Newspaper,
        2 => PressType::Broadcast,
        3 => PressType::Magazine,
        4 => PressType::Online,
        5 => PressType::Photo,
        6 => PressType::Pool,
        7 => PressType::Pr,
        8 => PressType::Generated,
        _ => PressType::Credit,
    };
    Press {
        class,
        ambiguous: value >> 8 == 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits() {
        let entry = |s: &str| press_entry(press().get(s).unwrap_or_else(|| panic!("{s}")));
        assert_eq!(entry("연합뉴스").class, PressType::Agency);
        assert_eq!(entry("로이터=연합뉴스").class, PressType::Agency);
        assert_eq!(entry("Yonhap"), entry("연합뉴스"));
        assert!(entry("로이터") == entry("로이터=연합뉴스"));
    }
}
