//! Companies: their surfaces, who owns a surface, and what is known of the owner.

use super::dict::Dict;
use super::packed::{Section, section};

static SURFACES: Dict = Dict::new(section::COMPANY_SURFACES);
static AMBIGUOUS: Dict = Dict::new(section::AMBIGUOUS);
static OTHERS: Dict = Dict::new(section::OTHERS);
const OWNER: Section = Section::new(section::SURFACE_OWNER);
const MORE: Section = Section::new(section::MORE_OWNERS);
const RECORDS: Section = Section::new(section::COMPANIES);
const TICKERS: Section = Section::new(section::TICKERS);
/// Bytes of a company, in columns: name, English name, group, country, market and kind.
const RECORD: usize = 7;

/// A company of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CompanyId(pub u16);

/// How surely a surface means its owner, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// The name itself, Korean or English: 삼성전자, Samsung Electronics.
    Name,
    /// Another form that means only this company: 삼전, 현대자동차.
    Alias,
    /// A name it no longer has, an entity of its own in an article: 대우조선해양.
    Former,
    /// A form that needs context: 삼성 for 삼성전자, 국민 for KB국민은행.
    Weak,
}

/// What a surface means: one owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CompanySurface {
    pub company: CompanyId,
    pub strength: Strength,
    /// The surface is an ordinary word, a place or a team as well.
    pub ambiguous: bool,
}

/// What kind of company it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompanyKind {
    Listed,
    Unlisted,
    Foreign,
    Group,
    Finance,
    Firm,
    State,
}

/// One company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Company {
    /// The name the Korean press uses.
    pub name: &'static str,
    /// The name the English press uses; the Korean one where none is known.
    pub name_en: &'static str,
    /// The exchange code, "" if not listed.
    pub ticker: &'static str,
    pub market: &'static str,
    pub country: &'static str,
    pub kind: CompanyKind,
    /// The group it belongs to, "" if unknown.
    pub group: &'static str,
}

/// All surfaces of companies; the value goes to [`company_surface`] and [`owners`].
pub fn companies() -> &'static Dict {
    &SURFACES
}

/// The best owner of a surface.
///
/// # Panics
///
/// If `value` does not come from [`companies`].
pub fn company_surface(value: u32) -> CompanySurface {
    unpack(OWNER.u16(value as usize))
}

/// All owners of a surface, best first: the first is [`company_surface`].
pub fn owners(value: u32) -> impl Iterator<Item = CompanySurface> {
    let first = std::iter::once(company_surface(value));
    let pairs = (0..MORE.len() / 4).map(|i| (u32::from(MORE.u16(2 * i)), MORE.u16(2 * i + 1)));
    let more = pairs
        .skip_while(move |p| p.0 < value)
        .take_while(move |p| p.0 == value);
    first.chain(more.map(|p| unpack(p.1)))
}

/// What is known of a company.
///
/// # Panics
///
/// If there is no such company.
pub fn company(id: CompanyId) -> Company {
    let (i, n) = (usize::from(id.0), RECORDS.len() / RECORD);
    let surface = |column: usize| SURFACES.surface(usize::from(RECORDS.u16(column * n + i)));
    let small = |column: usize| RECORDS.bytes()[(4 + column) * n + i];
    let market = small(2);
    let cell = |section: usize, n: u8| Section::new(section).string(usize::from(n));
    Company {
        name: surface(0),
        name_en: surface(1),
        ticker: ticker(i),
        market: cell(section::MARKETS, market >> 3),
        country: cell(section::COUNTRIES, small(1)),
        kind: kind(market & 7),
        group: cell(section::GROUPS, small(0)),
    }
}

/// Whether a surface is also an ordinary word, a place or a team: 대상, 한화, 기아.
pub fn is_ambiguous(surface: &str) -> bool {
    AMBIGUOUS.get(surface).is_some()
}

/// Names that are no companies: brands, ministries, agencies, associations.
pub fn others() -> &'static Dict {
    &OTHERS
}

fn unpack(cell: u16) -> CompanySurface {
    CompanySurface {
        company: CompanyId(cell & 0x1fff),
        strength: match cell >> 13 & 3 {
            0 => Strength::Name,
            1 => Strength::Alias,
            2 => Strength::Former,
            _ => Strength::Weak,
        },
        ambiguous: cell >> 15 == 1,
    }
}

/// The table holds number and code of every listed company, sorted.
fn ticker(i: usize) -> &'static str {
    let (mut low, mut high) = (0, TICKERS.len() / 8);
    while low < high {
        let middle = low.midpoint(high);
        match usize::from(TICKERS.u16(middle * 4)).cmp(&i) {
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
            std::cmp::Ordering::Equal => {
                let cell = &TICKERS.bytes()[middle * 8 + 2..middle * 8 + 8];
                return str::from_utf8(cell)
                    .unwrap_or_default()
                    .trim_end_matches('\0');
            }
        }
    }
    ""
}

fn kind(n: u8) -> CompanyKind {
    match n {
        0 => CompanyKind::Listed,
        1 => CompanyKind::Unlisted,
        2 => CompanyKind::Foreign,
        3 => CompanyKind::Group,
        4 => CompanyKind::Finance,
        5 => CompanyKind::Firm,
        _ => CompanyKind::State,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(surface: &str) -> (&'static str, Strength) {
        let value = companies().get(surface);
        let found = company_surface(value.unwrap_or_else(|| panic!("{surface} is missing")));
        (company(found.company).name, found.strength)
    }

    #[test]
    fn names_are_those_of_the_press() {
        for (surface, name) in [
            ("삼성전자", "삼성전자"),
            ("삼전", "삼성전자"),
            ("NAVER", "네이버"),
            ("현대자동차", "현대차"),
            ("POSCO홀딩스", "포스코홀딩스"),
            ("SK 하이닉스", "SK하이닉스"),
            ("하닉", "SK하이닉스"),
            ("MS", "마이크로소프트"),
            ("OpenAI", "오픈AI"),
            ("삼성그룹", "삼성"),
            ("SK그룹", "SK"),
            ("현대차그룹", "현대차그룹"),
            ("셀트리온그룹", "셀트리온그룹"),
            ("SM 엔터테인먼트", "SM엔터테인먼트"),
            ("한전", "한국전력"),
            ("한국전력공사", "한국전력"),
            ("LH", "LH"),
            ("김앤장", "김앤장"),
            ("Samsung Electronics", "삼성전자"),
            ("SK hynix", "SK하이닉스"),
            ("Hyundai Motor", "현대차"),
        ] {
            assert_eq!(named(surface).0, name, "{surface}");
        }
    }

    #[test]
    fn strength_and_doubt() {
        assert_eq!(named("삼성전자").1, Strength::Name);
        assert_eq!(named("삼전").1, Strength::Alias);
        assert_eq!(named("대우조선해양"), ("대우조선해양", Strength::Name));
        for word in [
            "대상",
            "한화",
            "기아",
            "신세계",
            "다음",
            "애플",
            "아마존",
            "메타",
            "우리",
        ] {
            assert!(is_ambiguous(word), "{word}");
        }
        assert!(!is_ambiguous("삼성전자"));
        let value = companies().get("대상").unwrap();
        assert!(company_surface(value).ambiguous);
    }

    #[test]
    fn owners_start_with_the_best() {
        for (surface, value) in companies().iter() {
            let all: Vec<_> = owners(value).collect();
            assert_eq!(all[0], company_surface(value), "{surface}");
            assert!(all.is_sorted_by_key(|o| o.strength), "{surface}");
        }
        let samsung = companies().get("삼성").unwrap();
        let names: Vec<_> = owners(samsung).map(|o| company(o.company).name).collect();
        assert_eq!(names, ["삼성", "삼성전자"]);
    }

    #[test]
    fn records() {
        let value = companies().get("삼성전자").unwrap();
        let found = company(company_surface(value).company);
        assert_eq!(found.ticker, "005930");
        assert_eq!(found.market, "KOSPI");
        assert_eq!(found.group, "삼성");
        assert_eq!(found.kind, CompanyKind::Listed);
        assert_eq!(found.name_en, "Samsung Electronics");
        let value = companies().get("엔비디아").unwrap();
        assert_eq!(
            company(company_surface(value).company).kind,
            CompanyKind::Foreign
        );
        let count = RECORDS.len() / RECORD;
        for i in 0..count {
            assert!(!company(CompanyId(i as u16)).name.is_empty());
        }
    }

    #[test]
    fn no_company() {
        for name in ["유튜브", "금융감독원"] {
            assert!(others().get(name).is_some(), "{name}");
            assert_eq!(companies().get(name), None, "{name}");
        }
    }
}
