//! One entity for every name of a company: 삼성전자 and 삼전, SK and SK그룹, (주)LG and LG.

use super::blank;
use crate::document::Language;
use crate::korean::words::lower;
use crate::lexicon::{self, CompanyId, Strength};
use crate::map::Map;
use crate::mentions::{Found, What, bare_end, english};
use crate::model::{Entity, EntityId, EntityKind};
use crate::span::Span;
use crate::table::{Words, words};
use std::borrow::Cow;

/// Which entity each company mention belongs to.
pub struct Companies {
    /// For each found mention.
    pub by_found: Vec<Option<EntityId>>,
    by_span: Map<Span, EntityId>,
}

impl Companies {
    /// Gives the mentions of one entity to another.
    fn join(&mut self, joined: &Map<EntityId, EntityId>) {
        let move_over = |id: &mut EntityId| {
            if let Some(full) = joined.get(id) {
                *id = *full;
            }
        };
        self.by_found.iter_mut().flatten().for_each(move_over);
        self.by_span.values_mut().for_each(move_over);
    }

    /// Gives mention `i` to an entity.
    fn put(&mut self, i: usize, f: &Found, id: EntityId) {
        self.by_found[i] = Some(id);
        self.by_span.insert(f.span, id);
        if f.name != f.span {
            self.by_span.insert(f.name, id);
        }
    }

    /// The entity of the mention that covers `span` as its mark or its name.
    pub fn at(&self, span: Span) -> Option<EntityId> {
        self.by_span.get(&span).copied()
    }
}

/// Ends that make another firm of a group: 가람 is not 가람캐피탈, nor 가람전자 if it is a group.
static OTHERS: Words = words![
    "코리아",
    "재팬",
    "차이나",
    "아메리카",
    "글로벌",
    "홀딩스",
    "홀딩",
    "지주",
    "금융지주",
    "금융그룹",
    "그룹",
    "캐피탈",
    "캐피털",
    "리테일",
    "증권",
    "투자증권",
    "카드",
    "은행",
    "저축은행",
    "생명",
    "생명보험",
    "화재",
    "손해보험",
    "자산운용",
    "자산신탁",
    "벤처투자",
    "인베스트",
    "로지스",
    "로지스틱스",
    "물류",
    "백화점",
    "면세점",
    "호텔",
    "리조트",
    "미디어",
    "전자",
    "화학",
    "물산",
    "중공업",
    "자동차",
    "디스플레이",
    "투어",
    "관광",
    "정공",
    "기공",
    "로봇",
    "랩",
    "신기술투자",
    "기술투자",
    "창업투자",
    "신기술금융",
];

/// Groups whose bare name is another company in use keep 그룹.
const KEEP_GROUP: &[&str] = &[
    "현대차그룹",
    "현대백화점그룹",
    "셀트리온그룹",
    "한진그룹",
    "현대자동차그룹",
];

pub fn resolve(
    text: &str,
    language: Language,
    found: &[Found],
    entities: &mut Vec<Entity>,
) -> Companies {
    let mut by_key: Map<String, EntityId> = Map::default();
    let mut by_listed: Map<CompanyId, EntityId> = Map::default();
    let mut out = Companies {
        by_found: vec![None; found.len()],
        by_span: Map::default(),
    };
    // The first mention of each name that stands for itself, and which mentions repeat one.
    let mut firsts: Map<&str, u32> = Map::default();
    let mut again = vec![false; found.len()];
    let law = language == Language::Korean && speaks_of_law_firms(text);
    // Names first, then the abbreviations and repeats that stand for them.
    for pass in [false, true] {
        for (i, f) in found.iter().enumerate() {
            let What::Company { listed, stands_for } = f.what else {
                continue;
            };
            if stands_for.is_some() != pass {
                continue;
            }
            let surface = f.name.of(text);
            let first = if pass {
                i
            } else {
                *firsts.or_insert(surface, i as u32) as usize
            };
            if first < i
                && matches!(found[first].what, What::Company { listed: same, .. } if same == listed)
                && let Some(id) = out.by_found[first]
            {
                again[i] = true;
                out.put(i, f, id);
                continue;
            }
            let own = stands_for.and_then(|s| out.by_span.get(&s).copied());
            let id = own.unwrap_or_else(|| {
                let asked = law || listed.is_some();
                let value = asked.then(|| lexicon::companies().get(surface)).flatten();
                let listed = value.filter(|_| law).and_then(law_firm).or(listed);
                let now = |row: &CompanyId| !value.is_some_and(|value| former(*row, value));
                if let Some(row) = listed.filter(now) {
                    *by_listed.or_insert_with(row, || {
                        add(entities, listed_name(row, language, surface), Some(row))
                    })
                } else {
                    let name = match language {
                        Language::English => english::bare_name(surface).to_owned(),
                        _ => canonical(surface).into_owned(),
                    };
                    let key = key(&name);
                    *by_key.or_insert_with(key, || add(entities, name, None))
                }
            });
            let bare = key(&canonical(surface));
            // 가람PE is 가람프라이빗에쿼티.
            if let Some(head) = bare.strip_suffix("프라이빗에쿼티") {
                by_key.or_insert(format!("{head}pe"), id);
            }
            by_key.or_insert(bare, id);
            out.put(i, f, id);
        }
    }
    if language == Language::Korean {
        as_written(text, found, &again, &out, entities);
        let places = Places::new(text, found, &out, entities.len());
        join_short(&by_key, entities, &places, &mut out);
    }
    if language == Language::English {
        join_english(text, found, &mut out);
    }
    out
}

/// Whether the article speaks of law firms, so that a name which others bear too (율촌, 광장) is one.
fn speaks_of_law_firms(text: &str) -> bool {
    ["로펌", "법무법인", "법률자문"]
        .iter()
        .any(|cue| text.contains(cue))
}

/// The law firm that a name, the list's `value`, is short for.
fn law_firm(value: u32) -> Option<CompanyId> {
    let short = lexicon::owners(value).filter(|o| o.strength != Strength::Name);
    short
        .map(|o| o.company)
        .find(|&id| lexicon::company_name(id).starts_with("법무법인"))
}

/// Whether a name, the list's `value`, is one that the company of `row` no longer has: an entity of its own.
fn former(row: CompanyId, value: u32) -> bool {
    lexicon::owners(value).any(|o| o.company == row && o.strength == Strength::Former)
}

/// Where the article never writes the list's name of a company but a full form of it (후지쯔,
/// 한국수출입은행), that form is its name. A shorter one (삼전) is not.
fn as_written(
    text: &str,
    found: &[Found],
    again: &[bool],
    out: &Companies,
    entities: &mut [Entity],
) {
    let mut forms: Map<EntityId, (bool, String)> = Map::default();
    for (i, f) in found.iter().enumerate() {
        let Some(id) = out.by_found[i].filter(|_| !again[i]) else {
            continue;
        };
        let entity = &entities[id.0 as usize];
        if entity.listed.is_none() {
            continue;
        }
        let form = canonical(f.name.of(text));
        let (named, longest) = forms.or_default(id);
        *named |= *form == entity.name;
        let full = lexicon::companies().get(&form).is_some_and(|value| {
            lexicon::owners(value)
                .any(|o| Some(o.company) == entity.listed && o.strength == Strength::Alias)
        });
        // 현대자동차 is the long form of 현대차, 김앤장 법률사무소 names what 김앤장 is.
        let mut rest = form.chars();
        let shortened = entity.name.chars().all(|c| rest.any(|f| f == c))
            && !form.contains(entity.name.as_str());
        let full = full && !shortened && !form.contains(' ');
        if full && form.chars().count() > longest.chars().count() {
            *longest = form.into_owned();
        }
    }
    for (id, (named, longest)) in forms {
        let entity = &mut entities[id.0 as usize];
        if !named && longest.chars().count() >= entity.name.chars().count() {
            entity.name = longest;
        }
    }
}

fn add(entities: &mut Vec<Entity>, name: String, listed: Option<CompanyId>) -> EntityId {
    let mut entity = blank(EntityKind::Company, name);
    entity.listed = listed;
    entities.push(entity);
    EntityId(entities.len() as u32 - 1)
}

fn listed_name(row: CompanyId, language: Language, surface: &str) -> String {
    match language {
        Language::English if surface.is_ascii() => lexicon::english_name(row),
        _ => lexicon::company_name(row),
    }
}

/// The name without corporate form and, unless it tells two companies apart, without 그룹.
fn canonical(surface: &str) -> Cow<'_, str> {
    // Most names have neither a form nor a space.
    let formed = |c: char| matches!(c, '(' | '㈜' | '식') || c.is_whitespace();
    if !surface.contains(formed) {
        return Cow::Borrowed(ungrouped(surface));
    }
    let bare = surface
        .replace("(주)", "")
        .replace('㈜', "")
        .replace("주식회사", "");
    let bare = bare.split_whitespace().collect::<Vec<_>>().join(" ");
    if bare.is_empty() {
        return Cow::Borrowed(surface);
    }
    Cow::Owned(ungrouped(&bare).to_owned())
}

fn ungrouped(name: &str) -> &str {
    let group = name.strip_suffix("그룹");
    group
        .filter(|b| b.chars().count() >= 2 && !KEEP_GROUP.contains(&name))
        .unwrap_or(name)
}

fn key(name: &str) -> String {
    let mut key = lower(name);
    key.retain(|c| !c.is_whitespace());
    key
}

/// Where each entity is named first, and whether it is called a group somewhere.
struct Places {
    first: Vec<usize>,
    group: Vec<bool>,
}

impl Places {
    fn new(text: &str, found: &[Found], out: &Companies, entities: usize) -> Self {
        let mut places = Places {
            first: vec![usize::MAX; entities],
            group: vec![false; entities],
        };
        for (i, (f, id)) in found.iter().zip(&out.by_found).enumerate() {
            let Some(id) = id.map(|id| id.0 as usize) else {
                continue;
            };
            places.first[id] = places.first[id].min(i);
            places.group[id] |= f.span.of(text).ends_with("그룹");
        }
        places
    }

    /// Whether the article says `full` before `short` and never calls that a group: then 가람 is
    /// 가람캐피탈, and no group that it belongs to.
    fn introduces(&self, full: EntityId, short: EntityId) -> bool {
        let (full, short) = (full.0 as usize, short.0 as usize);
        self.first[full] < self.first[short] && !self.group[short]
    }
}

/// 벨로카 after 벨로카 테크놀로지스, 동남조선 after 동남조선해양: an unlisted name is short for the one
/// name that has it as its head and goes on as firms do.
fn join_short(
    by_key: &Map<String, EntityId>,
    entities: &[Entity],
    places: &Places,
    out: &mut Companies,
) {
    // Ends that describe the firm itself; 코리아, 리테일, 캐피탈 make another firm of a group.
    const TAILS: &[&str] = &[
        "테크놀로지스",
        "테크놀로지",
        "해양",
        "엔터테인먼트",
        "엔터",
        "인베스트먼트",
        "벤처스",
        "파트너스",
        "인터랙티브",
        "시스템즈",
        "로보틱스",
        "파마슈티컬스",
        "테라퓨틱스",
        "프라이빗에쿼티",
        "어드바이저스",
        "매니지먼트",
        "인더스트리즈",
        "컴퍼니",
        "코퍼레이션",
        "pe",
        "프라이빗에쿼티",
    ];
    let mut keys: Vec<(&str, EntityId)> = by_key.iter().map(|(k, id)| (k.as_str(), *id)).collect();
    crate::order::by_text(&mut keys, |key| key.0);
    let mut joined: Map<EntityId, EntityId> = Map::default();
    for (i, &(short, id)) in keys.iter().enumerate() {
        let mut longer = keys[i + 1..]
            .iter()
            .take_while(|(k, _)| k.starts_with(short))
            .take(8)
            .filter(|(_, full)| *full != id);
        if let (Some(&(long, full)), None) = (longer.next(), longer.next())
            && entities[id.0 as usize].listed.is_none()
            && short.chars().count() >= 2
        {
            let tail = &long[short.len()..];
            let whole = &entities[full.0 as usize];
            // 포트그린 of 포트그린 딜리버리; 한화에어로 of 한화에어로스페이스, which the list has.
            let cut = whole.name.as_bytes().get(short.len()) == Some(&b' ')
                || whole.listed.is_some() && short.len() > 6;
            if !TAILS.contains(&tail)
                && !((cut || bare_end(tail)) && (!OTHERS.has(tail) || places.introduces(full, id)))
            {
                continue;
            }
            joined.insert(id, full);
        }
    }
    out.join(&joined);
}

/// A bare Samsung or Hanbada after the full name is that company.
fn join_english(text: &str, found: &[Found], out: &mut Companies) {
    let order: Vec<(usize, EntityId)> = out
        .by_found
        .iter()
        .enumerate()
        .filter_map(|(i, id)| id.map(|id| (i, id)))
        .collect();
    let mut heads: Map<&str, EntityId> = Map::default();
    let mut joined: Map<EntityId, EntityId> = Map::default();
    for &(i, id) in &order {
        let name = found[i].name.of(text);
        let first = name.split(' ').next().unwrap_or(name);
        if first.len() < name.len() {
            heads.or_insert(first, id);
            let two = name.split(' ').take(2).map(str::len).sum::<usize>() + 1;
            if two < name.len() && name.is_char_boundary(two) {
                heads.or_insert(&name[..two], id);
            }
        }
    }
    for &(i, id) in &order {
        let name = found[i].name.of(text);
        if let Some(&full) = heads.get(name)
            && full != id
        {
            joined.insert(id, full);
        }
    }
    out.join(&joined);
}
