//! Known executives, famous or registered with the disclosure system.

use super::dict::Dict;
use super::packed::{Section, section};

static SURFACES: Dict = Dict::new(section::EXECUTIVE_SURFACES);
const LINKS: Section = Section::new(section::EXECUTIVE_LINKS);
const RECORDS: Section = Section::new(section::EXECUTIVES);

/// One executive, as one surface names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Executive {
    pub name: &'static str,
    /// The name in English, "" if unknown.
    pub name_en: &'static str,
    /// The company in the spelling of the company table.
    pub company: &'static str,
    /// The title when the table was made, "" if unknown.
    pub title: &'static str,
    /// This surface is a single-word alias (쿡), safe only after a full mention.
    pub aliases_only: bool,
    pub foreign: bool,
    /// Every reader knows the name.
    pub famous: bool,
    /// A registered representative: evidence, no proof, since names repeat.
    pub registered: bool,
}

/// All surfaces of executives; the value goes to [`executive`] and [`namesakes`].
pub fn executives() -> &'static Dict {
    &SURFACES
}

/// The best executive for a surface: famous before registered.
///
/// # Panics
///
/// If `value` does not come from [`executives`].
pub fn executive(value: u32) -> Executive {
    read(LINKS.u16(value as usize))
}

/// All executives with this surface, best first.
pub fn namesakes(value: u32) -> impl Iterator<Item = Executive> {
    let link = |i: usize| (i, LINKS.u16(i));
    let next = move |&(i, cell): &(usize, u16)| (cell >> 15 == 0).then(|| link(i + 1));
    std::iter::successors(Some(link(value as usize)), next).map(|(_, cell)| read(cell))
}

/// Famous ones have five cells (name, company, English name, title, foreign),
/// registered ones two.
fn read(link: u16) -> Executive {
    let famous_count = RECORDS.u32(0) as usize;
    let i = usize::from(link & 0x3fff);
    let famous = i < famous_count;
    let at = if famous {
        1 + 5 * i
    } else {
        1 + 3 * famous_count + 2 * i
    };
    let name = RECORDS.string(at);
    let foreign = if famous {
        RECORDS.u32(at + 4) == 1
    } else {
        !is_korean_shape(name)
    };
    Executive {
        name,
        company: RECORDS.string(at + 1),
        name_en: if famous { RECORDS.string(at + 2) } else { "" },
        title: if famous { RECORDS.string(at + 3) } else { "" },
        aliases_only: link >> 14 & 1 == 1,
        foreign,
        famous,
        registered: !famous,
    }
}

fn is_korean_shape(name: &str) -> bool {
    let hangul = name.chars().all(|c| ('가'..='힣').contains(&c));
    hangul && (2..=4).contains(&name.chars().count())
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
        let lee = find("이재용");
        assert_eq!(
            (lee.name, lee.company, lee.title),
            ("이재용", "삼성전자", "회장")
        );
        assert!(lee.famous && !lee.foreign && !lee.aliases_only);
        let cook = find("쿡");
        assert_eq!((cook.name, cook.company), ("팀 쿡", "애플"));
        assert!(cook.aliases_only && cook.foreign);
        assert!(!find("팀 쿡").aliases_only);
        assert_eq!(find("팀쿡").name, "팀 쿡");
        assert_eq!(find("Tim Cook").name, "팀 쿡");
    }

    #[test]
    fn registered() {
        let yu = find("유준하");
        assert_eq!((yu.name, yu.company), ("유준하", "동화약품"));
        assert!(yu.registered && !yu.famous);
    }

    #[test]
    fn every_link_reads() {
        for (surface, value) in executives().iter() {
            assert_eq!(namesakes(value).next(), Some(executive(value)));
            for one in namesakes(value) {
                assert!(!one.name.is_empty(), "{surface}");
            }
        }
    }
}
