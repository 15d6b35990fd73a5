//! Known executives, famous or registered with the disclosure system.

use super::companies::{CompanyId, company_name};
use super::dict::Dict;
use super::packed::{Section, section};

static SURFACES: Dict = Dict::new(section::EXECUTIVE_SURFACES);
const STARTS: Section = Section::new(section::EXECUTIVE_STARTS);
const LINKS: Section = Section::new(section::EXECUTIVE_LINKS);
const RECORDS: Section = Section::new(section::EXECUTIVES);
const CELLS: usize = 5;

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
    read(value, LINKS.u16(start(value)))
}

fn start(value: u32) -> usize {
    value as usize + usize::from(STARTS.column(value as usize, SURFACES.count()))
}

/// A famous person has five cells: name, English name, company, title, foreign. The
/// links after the last of them are companies, whose representative the surface names.
fn read(value: u32, link: u16) -> Executive {
    let famous_count = (RECORDS.len() / CELLS / 4) as u16;
    let i = link & 0x3fff;
    if let Some(id) = i.checked_sub(famous_count) {
        let name = SURFACES.surface(value as usize);
        return Executive {
            name,
            name_en: "",
            company: company_name(CompanyId(id)),
            title: "",
            aliases_only: false,
            foreign: !is_korean_shape(name),
            famous: false,
            registered: true,
        };
    }
    let at = usize::from(i) * CELLS;
    Executive {
        name: RECORDS.string(at),
        name_en: RECORDS.string(at + 1),
        company: RECORDS.string(at + 2),
        title: RECORDS.string(at + 3),
        aliases_only: link >> 14 & 1 == 1,
        foreign: RECORDS.u32(at + 4) == 1,
        famous: true,
        registered: false,
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
            assert!(!executive(value).name.is_empty(), "{surface}");
        }
    }
}
