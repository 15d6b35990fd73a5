//! Known executives, famous or registered with the disclosure system.

use super::dict::Dict;
use super::packed::section;

static SURFACES: Dict = Dict::new(section::EXECUTIVES);

/// One executive, as one surface names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Executive {
    /// This surface is a single-word alias (쿡), safe only after a full mention.
    pub aliases_only: bool,
    pub foreign: bool,
    /// Every reader knows the name. Any other is that of a registered representative: evidence, no
    /// proof, since names repeat.
    pub famous: bool,
}

/// All surfaces of executives; the value goes to [`executive`].
pub fn executives() -> &'static Dict {
    &SURFACES
}

/// The best executive behind a value of [`executives`]: famous before registered.
pub fn executive(value: u32) -> Executive {
    let flag = |bit: u32| value >> bit & 1 == 1;
    Executive {
        famous: flag(0),
        aliases_only: flag(1),
        foreign: flag(2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(surface: &str) -> Executive {
        let value = executives().get(surface);
        executive(value.unwrap_or_else(|| panic!("{surface} is missing")))
    }

    #[test]
    fn famous() {
        for surface in ["이재용", "Lee Jae-yong"] {
            let lee = find(surface);
            assert!(lee.famous && !lee.foreign && !lee.aliases_only, "{surface}");
        }
        let cook = find("쿡");
        assert!(cook.famous && cook.aliases_only && cook.foreign);
        for surface in ["팀 쿡", "팀쿡", "Tim Cook"] {
            let cook = find(surface);
            assert!(
                cook.famous && cook.foreign && !cook.aliases_only,
                "{surface}"
            );
        }
    }

    #[test]
    fn registered() {
        let yu = find("유준하");
        assert!(!yu.famous && !yu.foreign && !yu.aliases_only);
    }
}
