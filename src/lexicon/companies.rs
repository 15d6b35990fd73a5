//! Companies: their surfaces, who owns a surface, and what is known of the owner.

use super::dict::Dict;
use super::packed::{Section, section};
use std::sync::OnceLock;

static SURFACES: Dict = Dict::new(section::COMPANY_SURFACES);
static AMBIGUOUS: Dict = Dict::new(section::AMBIGUOUS);
static OTHERS: Dict = Dict::new(section::OTHERS);
const OWNER: Section = Section::new(section::SURFACE_OWNER);
const MORE: Section = Section::new(section::MORE_OWNERS);
const MORE_ENGLISH: Section = Section::new(section::MORE_ENGLISH);
const RECORDS: Section = Section::new(section::COMPANIES);
const TICKERS: Section = Section::new(section::TICKERS);
/// Bytes of a company, in columns: group, country, market and kind.
const RECORD: usize = 3;
const COUNT: usize = RECORDS.len() / RECORD;
/// Bytes of a surface, in columns: how far its owner is (two), its flags.
const SURFACE: usize = 3;
const SURFACE_COUNT: usize = OWNER.len() / SURFACE;
/// Flags of a surface above its strength: an ordinary word, of how many companies it is the name, its
/// owner's English name.
const ORDINARY: u8 = 1 << 2;
const NAMES: u8 = 3 << 3;
const ENGLISH: u8 = 1 << 5;

/// How many names stand before every so many surfaces. Companies are numbered by their names in
/// the order of the surfaces, so this leads from one to the other.
static NAMES_BEFORE: [u16; SURFACE_COUNT / STEP + 1] = {
    let mut out = [0; SURFACE_COUNT / STEP + 1];
    let (mut i, mut names) = (0, 0);
    while i < SURFACE_COUNT {
        if i % STEP == 0 {
            out[i / STEP] = names;
        }
        names += names_at(i);
        i += 1;
    }
    if SURFACE_COUNT.is_multiple_of(STEP) {
        out[SURFACE_COUNT / STEP] = names;
    }
    out
};
const STEP: usize = 64;

const fn flags(surface: usize) -> u8 {
    OWNER.u8(2 * SURFACE_COUNT + surface)
}

/// Of how many companies a surface is the name.
const fn names_at(surface: usize) -> u16 {
    ((flags(surface) & NAMES) >> 3) as u16
}

/// How many names stand before a surface.
fn names_before(surface: usize) -> u16 {
    let from = surface / STEP * STEP;
    let flags = OWNER.from(2 * SURFACE_COUNT).bytes();
    let names = |flags: &u8| u16::from((flags & NAMES) >> 3);
    NAMES_BEFORE[surface / STEP] + flags[from..surface].iter().map(names).sum::<u16>()
}

/// The surface that is the name of a company.
fn name_of(id: u16) -> usize {
    let block = NAMES_BEFORE.partition_point(|&before| before <= id) - 1;
    let mut names = NAMES_BEFORE[block];
    let mut rest = block * STEP..SURFACE_COUNT;
    let found = rest.find(|&i| {
        names += names_at(i);
        names > id
    });
    found.unwrap_or(0)
}

/// The surface that is the English name of a company; its name where none is known. The list is
/// made when an English article asks first.
fn english_of(id: u16) -> usize {
    static ALL: OnceLock<Vec<u16>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let mut all: Vec<u16> = vec![u16::MAX; COUNT];
        let mut names = 0;
        for i in 0..SURFACE_COUNT {
            if flags(i) & ENGLISH != 0 {
                all[usize::from(owner(i, names).0)] = i as u16;
            }
            names += names_at(i);
        }
        for i in 0..MORE_ENGLISH.len() / 4 {
            all[usize::from(MORE_ENGLISH.u16(2 * i + 1))] = MORE_ENGLISH.u16(2 * i);
        }
        all
    });
    match all[usize::from(id)] {
        u16::MAX => name_of(id),
        surface => usize::from(surface),
    }
}

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Company {
    /// The name the Korean press uses.
    pub name: String,
    /// The exchange code, "" if not listed.
    pub ticker: String,
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
    let surface = value as usize;
    let flags = flags(surface);
    CompanySurface {
        company: owner(surface, names_before(surface)),
        strength: strength(flags.into()),
        ambiguous: flags & ORDINARY != 0,
    }
}

/// Whether a surface may mean no company, or another than its owner. As [`company_surface`], for
/// whoever asks no more.
pub fn is_unsure(value: u32) -> bool {
    let flags = flags(value as usize);
    flags & ORDINARY != 0 || strength(flags.into()) == Strength::Weak
}

/// The best owner of a surface before which so many names stand.
fn owner(surface: usize, names_before: u16) -> CompanyId {
    let zigzag = OWNER.column(surface, SURFACE_COUNT);
    let distance = (zigzag >> 1) as i16 ^ -((zigzag & 1) as i16);
    CompanyId(names_before.wrapping_add_signed(distance))
}

/// All owners of a surface, best first: the first is [`company_surface`].
pub fn owners(value: u32) -> impl Iterator<Item = CompanySurface> {
    let first = std::iter::once(company_surface(value));
    let surface = |i: usize| u32::from(MORE.u16(2 * i));
    let count = MORE.len() / 4;
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low.midpoint(high);
        if surface(middle) < value {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    let more = (low..count).take_while(move |&i| surface(i) == value);
    first.chain(more.map(|i| unpack(MORE.u16(2 * i + 1))))
}

/// What is known of a company.
///
/// # Panics
///
/// If there is no such company.
pub fn company(id: CompanyId) -> Company {
    let i = usize::from(id.0);
    let small = |column: usize| RECORDS.u8(column * COUNT + i);
    let market = small(2);
    let cell = |section: usize, n: u8| Section::new(section).string(usize::from(n));
    Company {
        name: company_name(id),
        ticker: ticker(i),
        market: cell(section::MARKETS, market >> 3),
        country: cell(section::COUNTRIES, small(1)),
        kind: company_kind(id),
        group: cell(section::GROUPS, small(0)),
    }
}

/// The name of a company alone.
pub fn company_name(id: CompanyId) -> String {
    SURFACES.surface(name_of(id.0))
}

/// What kind of company it is: asked of every hit of the list.
pub fn company_kind(id: CompanyId) -> CompanyKind {
    kind(RECORDS.u8(2 * COUNT + usize::from(id.0)) & 7)
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
        strength: strength(cell >> 13),
        ambiguous: cell >> 15 == 1,
    }
}

fn strength(bits: u16) -> Strength {
    match bits & 3 {
        0 => Strength::Name,
        1 => Strength::Alias,
        2 => Strength::Former,
        _ => Strength::Weak,
    }
}

/// Whether a company is on a market.
const fn is_listed(i: usize) -> bool {
    RECORDS.u8(2 * COUNT + i) >> 3 > 0
}

/// How many companies on a market stand before every so many companies.
static LISTED_BEFORE: [u16; COUNT.div_ceil(STEP)] = {
    let mut out = [0; COUNT.div_ceil(STEP)];
    let (mut i, mut listed) = (0, 0);
    while i < COUNT {
        if i.is_multiple_of(STEP) {
            out[i / STEP] = listed;
        }
        listed += is_listed(i) as u16;
        i += 1;
    }
    out
};

/// The exchange code of a company; the table holds one for each company on a market.
fn ticker(i: usize) -> String {
    if !is_listed(i) {
        return String::new();
    }
    let from = i / STEP * STEP;
    let near = (from..i).filter(|&i| is_listed(i)).count();
    let place = usize::from(LISTED_BEFORE[i / STEP]) + near;
    let count = TICKERS.len() / 4;
    let mut out = String::new();
    for half in [TICKERS, TICKERS.from(2 * count)] {
        let number = half.column(place, count);
        match number.checked_sub(1000) {
            None => {
                for digit in [number / 100, number / 10 % 10, number % 10] {
                    out.push(char::from(b'0' + digit as u8));
                }
            }
            Some(letters) => {
                for sign in [letters / 1369, letters / 37 % 37, letters % 37] {
                    match sign as u8 {
                        0 => {}
                        sign @ 1..=10 => out.push(char::from(b'0' + sign - 1)),
                        sign => out.push(char::from(b'A' + sign - 11)),
                    }
                }
            }
        }
    }
    out
}

/// The name that the English press uses; the Korean one where none is known.
pub fn english_name(id: CompanyId) -> String {
    SURFACES.surface(english_of(id.0))
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

    fn named(surface: &str) -> (String, Strength) {
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
        assert_eq!(
            named("대우조선해양"),
            ("대우조선해양".to_owned(), Strength::Name)
        );
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
        companies().for_each(|surface, value| {
            let all: Vec<_> = owners(value).collect();
            assert_eq!(all[0], company_surface(value), "{surface}");
            assert!(all.is_sorted_by_key(|o| o.strength), "{surface}");
        });
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
        assert_eq!(
            english_name(company_surface(value).company),
            "Samsung Electronics"
        );
        let value = companies().get("엔비디아").unwrap();
        assert_eq!(
            company(company_surface(value).company).kind,
            CompanyKind::Foreign
        );
        for i in 0..COUNT {
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
