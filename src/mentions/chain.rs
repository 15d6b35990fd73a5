//! From a title leftwards: department, company, name. `이재용 삼성전자 회장` and all its orders.

use super::Found;
use super::scan::Scan;
use super::titles::{TitleWord, is_title, title_in};
use crate::korean::names::{
    DOUBTFUL_SURNAMES, is_hangul, is_hanja, is_surname, korean_name, may_be_foreign, uncommon_name,
};
use crate::korean::particles::stems;
use crate::korean::words::Gap;
use crate::korean::words::is_letter;
use crate::lexicon::{self, TitleClass};
use crate::span::Span;
use crate::table::{Ends, Words, ends, words};

/// A name with its title, and what stands between.
#[derive(Clone, Debug)]
pub struct Chain {
    pub span: Span,
    pub name: Span,
    pub title: Span,
    pub class: TitleClass,
    pub companies: Vec<Span>,
    /// An affiliation that no list knows.
    pub unknown: Option<Span>,
    pub short: bool,
    pub rule: &'static str,
}

/// Words between a name and its title, at most.
const REACH: usize = 7;

/// The title that begins at or before word `t` and all that belongs to it, to the right too.
pub struct TitleRun {
    pub span: Span,
    pub class: TitleClass,
    pub first_word: usize,
    pub last_word: usize,
    /// Whether nothing of the last word is left behind the title: a name may follow.
    pub bare: bool,
    /// Whether the title's own word has more before it: HE사업+본부장.
    pub fused: bool,
    /// Where the dictionary's title begins.
    pub core: usize,
}

/// The title at word `t`, extended: 대표이사 사장, 회장 겸 CEO, 최고경영자(CEO), 부문장(사장).
pub fn title_run(scan: &Scan, t: usize) -> Option<TitleRun> {
    let word = scan.words[t].span;
    let TitleWord {
        start,
        end,
        mut class,
        ..
    } = title_in(scan.word(t))?;
    let core = word.from() + start;
    let mut first_word = t;
    let mut from = word.from();
    // 반도체(DS)부문장: the bracket is glued on both sides.
    if scan.words[t].gap == Gap::Sign(')')
        && scan.before(word).ends_with(')')
        && let Some(open) = open_bracket(scan.text, word.from())
        && word.from() - open < 40
    {
        let head = scan.word_at(open.saturating_sub(1));
        if head < t && scan.words[head].span.to() == open {
            first_word = head;
            from = scan.words[head].span.from();
        }
    }
    let mut to = word.from() + end;
    let mut last_word = t;
    let mut bare = to == word.to();
    loop {
        if let Some((close, inner)) = bracketed(scan, to)
            && titled(inner)
        {
            to = close;
            last_word = scan
                .word_at(close - 1)
                .min(scan.words.len() - 1)
                .max(last_word);
            while last_word > t && scan.words[last_word].span.from() >= close {
                last_word -= 1;
            }
            bare = !scan.text[to..].starts_with(|c: char| is_letter(c));
            continue;
        }
        if !bare {
            break;
        }
        let Some(mut next) = scan.next(last_word) else {
            break;
        };
        if scan.word(next) == "겸" {
            let Some(n) = scan.next(next) else { break };
            next = n;
        }
        // 사장 부회장 승진: the second is where he goes.
        if scan.next(next).is_some_and(|n| {
            ["승진", "선임", "내정", "취임", "임명", "발탁", "영입"]
                .iter()
                .any(|w| scan.word(n).starts_with(w))
        }) {
            break;
        }
        // 대표이사 사장; but not 사장 김해솔 부사장, nor the next sentence's title.
        let Some(more) = title_in(scan.word(next)).filter(|m| m.class != TitleClass::Other) else {
            break;
        };
        let joined = &scan.text[to..scan.words[next].span.from()];
        if joined.contains('\n') || (more.start > 0 && korean_name(scan.word(next)).is_some()) {
            break;
        }
        if more.class == TitleClass::Executive {
            class = TitleClass::Executive;
        }
        to = scan.words[next].span.from() + more.end;
        last_word = next;
        bare = to == scan.words[next].span.to();
    }
    if let Some((_, inner)) = bracketed(scan, to.min(scan.text.len()))
        && titled(inner)
    {
        class = executive_of(inner).unwrap_or(class);
    }
    if scan
        .at(Span::new(core, to))
        .split(['(', ')', ' '])
        .any(|p| executive_of(p) == Some(TitleClass::Executive))
        && class != TitleClass::Academic
    {
        class = TitleClass::Executive;
    }
    Some(TitleRun {
        span: Span::new(from, to),
        class,
        first_word,
        last_word,
        bare,
        fused: core > from,
        core,
    })
}

fn executive_of(words: &str) -> Option<TitleClass> {
    title_in(words).map(|t| t.class)
}

/// Whether a bracket's content is a title: (CEO), (사장), (바른AI연구센터장).
fn titled(inner: &str) -> bool {
    inner.chars().count() <= 24
        && inner.rsplit(' ').next().is_some_and(|w| {
            title_in(w).is_some_and(|t| t.end == w.len())
                || (w.len() >= 3
                    && w.len() <= 5
                    && w.starts_with('C')
                    && w.chars().all(|c| c.is_ascii_uppercase()))
        })
}

/// Where the nearest bracket before `at` opens, at most forty characters back.
fn open_bracket(text: &str, at: usize) -> Option<usize> {
    text[..at]
        .char_indices()
        .rev()
        .take(40)
        .find(|(_, c)| *c == '(')
        .map(|(i, _)| i)
}

/// The bracket that opens right at `at`: where it closes, and what is in it.
pub fn bracketed<'a>(scan: &Scan<'a>, at: usize) -> Option<(usize, &'a str)> {
    let rest = scan.text[at..].strip_prefix('(')?;
    let close = rest
        .char_indices()
        .take(40)
        .find(|(_, c)| matches!(c, ')' | '(' | '\n'))?;
    (close.1 == ')').then(|| (at + 1 + close.0 + 1, &rest[..close.0]))
}

/// Which names a walk to the left looks for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// Korean names, surnames and people of the list: told by their form.
    Korean,
    /// Transliterated and Latin names: told by their place only, so they are tried second.
    Foreign,
}

/// The chain that ends in the title of `run`, if a name begins it.
pub fn before_title(
    scan: &Scan,
    run: &TitleRun,
    companies: &[Found],
    names: Names,
) -> Option<Chain> {
    let mut title_from = run.span.from();
    let mut at = run.first_word;
    let mut found: Vec<Span> = Vec::new();
    let mut unknown: Option<Span> = None;
    let mut fused_company = None;
    // 이환주 KB국민은행장: the title eats the bank's last syllables.
    if let Some(company) = company_over(companies, run.span.from())
        && company.start as usize == run.span.from()
        && company.end < run.span.end
    {
        found.push(company);
        fused_company = Some(company);
        let bank = scan.at(company).rfind("은행").map(|i| company.from() + i);
        title_from = match bank {
            Some(b) if scan.text[company.to()..].starts_with('장') => b,
            _ => scan.text[company.to()..]
                .find(|c: char| !c.is_whitespace())
                .map_or(company.to(), |i| company.to() + i),
        };
    }
    // 설도웅 서해은행장, where no list has the bank.
    let title_word = &scan.text[run.span.from()..run.span.to()];
    if fused_company.is_none()
        && title_word.ends_with("은행장")
        && title_word.chars().count() > 3
        && !title_word.contains(' ')
    {
        let company = Span::new(run.span.from(), run.span.to() - "장".len());
        if company_over(companies, company.from()).is_none_or(|c| c == company) {
            found.push(company);
            fused_company = Some(company);
            title_from = run.span.to() - "은행장".len();
        }
    }
    // 이재용회장
    if names == Names::Korean && run.fused && fused_company.is_none() {
        let head = Span::new(run.span.from(), run.core);
        if korean_name(scan.at(head)).is_some_and(|s| s >= 2)
            && head.to() - head.from() == 9
            && scan.count(scan.at(head)) > 0
        {
            return Some(Chain {
                span: run.span,
                name: head,
                title: Span::new(run.core, run.span.to()),
                class: run.class,
                companies: found,
                unknown,
                short: false,
                rule: "name-title-fused",
            });
        }
    }
    for step in 0..REACH {
        if at == 0 {
            return None;
        }
        let gap = scan.words[at].gap;
        let mut k = at - 1;
        match gap {
            Gap::Space => {}
            // A(67) 회장, 저커버그(왼쪽) CEO: step over the bracket.
            Gap::Sign(')') => {
                let close = scan.words[at].span.from();
                let open = open_bracket(scan.text, close)?;
                let inner = scan.text[open + 1..close].trim_end().strip_suffix(')')?;
                if close - open > 60 || !aside(inner) {
                    return None;
                }
                k = scan.word_at(open.checked_sub(1)?);
                if k >= at || scan.words[k].span.to() != open {
                    return None;
                }
            }
            // 감태리(리플렉트 대표): the bracket holds affiliation and title.
            Gap::Sign('(') => {
                let open = open_bracket(scan.text, scan.words[at].span.from())?;
                let k = scan.word_at(open.checked_sub(1)?);
                if k >= at
                    || scan.words[k].span.to() != open
                    || !scan.text[run.span.to()..].starts_with(')')
                {
                    return None;
                }
                let (name, short) = name_ending_at(scan, k, companies, true, names)?;
                let span = Span::new(name.from(), run.span.to() + 1);
                return Some(Chain {
                    span,
                    name,
                    title: Span::new(title_from, run.span.to()),
                    class: run.class,
                    companies: found,
                    unknown,
                    short,
                    rule: "name-bracket-title",
                });
            }
            _ => return None,
        }
        let word = scan.words[k].span;
        // A company that ends here belongs to the chain.
        if let Some(company) = company_over(companies, word.from()).filter(|c| c.end == word.end) {
            let whole_name = korean_name(scan.word(k)).is_some_and(|s| s > 4) && !found.is_empty();
            if !whole_name {
                found.push(company);
                at = scan.word_at(company.from());
                // A form marker's bracket ((주)LG) stands before the company's first word.
                if at > 0 && company.from() < scan.words[at].span.from() {
                    at = first_word_from(scan, company);
                }
                if company.from() == 0 {
                    return None;
                }
                if scan.text[..company.from()].ends_with(' ') && at > 0 {
                    let previous = previous_word(scan, company.from())?;
                    if let Some(chain) = finish(
                        scan, previous, run, title_from, &found, unknown, companies, names,
                    ) {
                        return Some(chain);
                    }
                    at = previous + 1;
                    if step > 4 {
                        return None;
                    }
                    continue;
                }
                return None;
            }
        }
        if let Some(chain) = finish(scan, k, run, title_from, &found, unknown, companies, names) {
            return Some(chain);
        }
        // Department or unknown affiliation: a bare noun.
        let text = scan.word(k);
        if matches!(text, "전" | "현" | "옛" | "前" | "現") && found.is_empty() && unknown.is_none()
        {
            at = k;
            continue;
        }
        if matches!(text, "전" | "현" | "옛" | "前" | "現" | "겸" | "및") {
            at = k;
            continue;
        }
        let particled = text.ends_with(['은', '고', '며', '로', '와', '과', '도'])
            && stems(text).count() > 1
            && !department(text);
        if looks_like_clause(text) || particled || text.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        if !found.is_empty() {
            return None;
        }
        if department(text)
            || is_title(text)
            || title_in(text).is_some_and(|t| t.end == text.len() && t.start == 0)
        {
            if unknown.is_none() {
                title_from = word.from();
            }
        } else {
            // The words farther left are the affiliation, the nearer ones go to the title.
            if let Some(u) = unknown {
                unknown = Some(Span::new(word.from(), u.to()));
            } else {
                unknown = Some(word);
            }
        }
        at = k;
    }
    None
}

fn first_word_from(scan: &Scan, company: Span) -> usize {
    scan.word_at(company.from())
}

fn previous_word(scan: &Scan, at: usize) -> Option<usize> {
    let next = scan.words.partition_point(|w| w.span.to() <= at);
    let k = next.checked_sub(1)?;
    (scan.text[scan.words[k].span.to()..at]
        .chars()
        .all(|c| c == ' ' || c == ')' || c == '(' || is_letter(c) || is_hanja(c)))
    .then_some(k)
}

/// The chain whose name ends with word `k`.
#[allow(clippy::too_many_arguments)]
fn finish(
    scan: &Scan,
    k: usize,
    run: &TitleRun,
    title_from: usize,
    found: &[Span],
    mut unknown: Option<Span>,
    companies: &[Found],
    names: Names,
) -> Option<Chain> {
    let direct = found.is_empty() && unknown.is_none() && title_from == run.span.from();
    let (mut name, short) = name_ending_at(
        scan,
        k,
        companies,
        !direct || run.class == TitleClass::Executive,
        names,
    )?;
    if short && unknown.is_some() {
        return None;
    }
    // 기무라 나오토 이사: an unlikely Korean name before an unknown word is a foreign one.
    if names == Names::Korean
        && let Some(u) = unknown
    {
        let score = korean_name(scan.at(name)).unwrap_or(0);
        if score < 0
            && may_be_foreign(scan.at(name))
            && may_be_foreign(scan.at(u))
            && !scan.at(u).contains(' ')
            && !super::forms::firm_like(scan.at(u))
        {
            return None;
        }
    }
    // 올리비에 다르장 로제타보이스 최고경영자: of three words or more the last is the firm.
    if names == Names::Foreign && found.is_empty() && unknown.is_none() && k + 1 == run.first_word {
        let words: Vec<&str> = scan.at(name).split(' ').collect();
        let last = *words.last()?;
        let firm = words.len() >= 3 && last.chars().count() >= 3
            || words.len() == 2 && super::forms::firm_like(last);
        if firm
            && !words[words.len() - 2..]
                .iter()
                .any(|w| matches!(*w, "폰" | "판" | "데르" | "드" | "반" | "알" | "빈"))
        {
            let head = words[..words.len() - 1].join(" ").len();
            unknown = Some(Span::new(name.from() + head + 1, name.to()));
            name = Span::new(name.from(), name.from() + head);
        } else if words.len() == 1 && super::forms::firm_like(last) {
            return None;
        }
    }
    let span = Span::new(name.from(), run.span.to());
    let rule = match (found.is_empty() && unknown.is_none(), short) {
        (_, true) => "surname-title",
        (true, false) => "name-title",
        (false, false) => "name-company-title",
    };
    Some(Chain {
        span,
        name,
        title: Span::new(title_from, run.span.to()),
        class: run.class,
        companies: found.to_vec(),
        unknown,
        short,
        rule,
    })
}

/// The name whose last word is `k`, and whether it is only a surname. `trusted` when the words
/// to its right leave little doubt that a name stands here.
pub fn name_ending_at(
    scan: &Scan,
    k: usize,
    companies: &[Found],
    trusted: bool,
    names: Names,
) -> Option<(Span, bool)> {
    let word = scan.words[k].span;
    let text = scan.word(k);
    if names == Names::Foreign {
        return foreign(scan, k, companies).map(|name| (name, false));
    }
    if company_over(companies, word.from())
        .is_some_and(|c| c.end >= word.end && korean_name(text).is_none())
    {
        return None;
    }
    if scan.options.gazetteer
        && let Some(span) = listed_person(scan, k)
    {
        return Some((span, false));
    }
    let after_foreign = scan.previous(k).is_some_and(|p| {
        foreign_part(scan, p, companies, false) && scan.word(p).chars().count() >= 2
    });
    if let Some(score) =
        korean_name(text).or_else(|| if trusted { uncommon_name(text) } else { None })
    {
        // 홍인기 경희대 교수: of two that look like names the better one is the name.
        let better = scan
            .previous(k)
            .and_then(|p| korean_name(scan.word(p)))
            .is_some_and(|other| other > score + 2);
        if better && score < 4 {
            return None;
        }
        let floor = if trusted { -16 } else { -6 };
        let plain = text.chars().count() > 2 || score >= -2 || trusted && scan.count(text) > 0;
        if score >= floor && plain && !(after_foreign && score < -4) {
            return Some((word, false));
        }
    }
    if is_surname(text) && !after_foreign && !looks_like_prefix(scan, text) {
        return Some((word, true));
    }
    None
}

/// 이 회장, 전 대표, 두 회장: a determiner more often than a surname, unless the article has a
/// person of that surname; that is settled with the entities.
fn looks_like_prefix(scan: &Scan, text: &str) -> bool {
    if !DOUBTFUL_SURNAMES.contains(&text) {
        return false;
    }
    let someone = scan.surnames.contains(text);
    !someone
}

/// A listed person whose last word is `k`.
fn listed_person(scan: &Scan, k: usize) -> Option<Span> {
    let to = scan.words[k].span.to();
    let mut first = k;
    let mut best = None;
    for _ in 0..4 {
        let from = scan.words[first].span.from();
        if let Some(value) = lexicon::executives().get(&scan.text[from..to]) {
            let person = lexicon::executive(value);
            if (person.famous || first < k)
                && !person.aliases_only
                && !(first == k && person.foreign && scan.text[from..to].chars().count() < 2)
            {
                best = Some(Span::new(from, to));
            }
        }
        match scan.previous(first) {
            Some(p) => first = p,
            None => break,
        }
    }
    best
}

/// A transliterated or Latin name of one to four words that ends with word `k`.
fn foreign(scan: &Scan, k: usize, companies: &[Found]) -> Option<Span> {
    let mut first = k;
    if !foreign_part(scan, k, companies, true) {
        return None;
    }
    for _ in 0..3 {
        let Some(p) = scan.previous(first) else { break };
        if !foreign_part(scan, p, companies, false) {
            break;
        }
        first = p;
    }
    let span = Span::new(scan.words[first].span.from(), scan.words[k].span.to());
    let text = scan.at(span);
    let long = text.chars().count() >= 3 || text.chars().count() == 2 && scan.count(text) > 1;
    long.then_some(span)
}

/// Words that may stand before a foreign name and look like a part of one.
static NOT_PARTS: Words = words![
    "이날",
    "이어",
    "미국",
    "독일",
    "인도",
    "이들",
    "일본",
    "아울러",
    "그러나",
    "다만",
    "올해",
    "우리",
    "세계",
    "만난",
    "이에",
    "하나",
    "모두",
    "지난",
    "글로벌",
    "아시아",
    "유럽",
    "신임",
    "서울",
    "부산",
    "지난달",
    "이번",
    "오는",
    "가진",
    "다른",
    "같은",
    "모든",
    "여러",
    "그는",
    "그리고",
    "또한",
    "스타트업",
    "플랫폼",
    "서비스",
    "시리즈",
    "브랜드",
    "파운드리",
    "데이터",
    "배터리",
    "네덜란드",
    "프랑스",
    "싱가포르",
    "대만",
    "스위스",
    "스웨덴",
    "노르웨이",
    "덴마크",
    "핀란드",
    "이스라엘",
    "사우디",
    "베트남",
    "인도네시아",
    "태국",
    "말레이시아",
    "필리핀",
    "캐나다",
    "호주",
    "영국",
    "이탈리아",
    "스페인",
    "방한한",
    "출신",
    "출신인",
    "전",
    "현",
    "겸",
    "및",
    "등",
    "한",
    "두",
    "세",
    "이",
    "그",
    "저",
    "각",
    "온",
    "본",
    "팀",
    "바이오",
    "에너지",
    "미디어",
    "모빌리티",
    "솔루션",
    "디지털",
    "인사",
    "지주",
    "시장",
    "실리콘밸리",
    "온라인",
    "오프라인",
    "마케팅",
    "리테일",
    "테크",
    "로봇",
    "기자",
    "이사",
    "고위",
];

fn foreign_part(scan: &Scan, k: usize, companies: &[Found], last: bool) -> bool {
    let text = scan.word(k);
    let word = scan.words[k].span;
    if NOT_PARTS.has(text)
        || lexicon::is_common_word(text)
        || company_over(companies, word.from()).is_some()
        || lexicon::others().get(text).is_some()
    {
        return false;
    }
    if text
        .chars()
        .all(|c| c.is_ascii_alphabetic() || c == '-' || c == '.')
    {
        return text.starts_with(|c: char| c.is_ascii_uppercase())
            && text.len() > 2
            && text.chars().any(|c| c.is_ascii_lowercase());
    }
    if !may_be_foreign(text) || is_title(text) || department(text) {
        return false;
    }
    let count = text.chars().count();
    // A particle at its end speaks against a part of a name.
    let particled = text.ends_with(['은', '는', '을', '를', '의', '에', '와', '과', '도'])
        && count > 1
        && stems(text).count() > 1;
    let verbal = looks_like_clause(text);
    !(verbal || particled) && (count >= 2 || !last)
}

/// Endings of verbs and particles that no affiliation and no department ends in.
pub fn looks_like_clause(word: &str) -> bool {
    static ENDS: Ends = ends![
        "에서",
        "에게",
        "으로",
        "하는",
        "했던",
        "하던",
        "된",
        "되는",
        "이던",
        "라는",
        "다는",
        "었던",
        "았던",
        "했다",
        "한다",
        "하고",
        "하며",
        "면서",
        "지만",
        "에는",
        "에도",
        "이자",
        "출신",
        "출신인",
        "부터",
        "까지",
        "이끄는",
        "맡은",
        "만난",
        "찾은",
        "세운",
        "지낸",
        "밝힌",
        "따르면",
        "통해",
        "위해",
        "대한",
        "의한",
        "관련",
        "열린",
        "참석한",
        "방한한",
        "연임한",
        "선임된",
        "취임한",
        "인용",
        "하기",
        "같은",
        "들은",
        "들이",
        "들과",
        "에서는",
        "께서",
        "보다",
        "처럼",
        "이라",
        "이며",
        "이고",
    ];
    ENDS.any(word) || word.chars().count() > 1 && word.ends_with(['를', '을', '는', '의', '에'])
}

/// Whether a word names a part of a firm: MX부문, 마케팅, 재무담당, 전자공학과.
pub fn department(word: &str) -> bool {
    static ENDS: Ends = ends![
        "부문",
        "본부",
        "사업부",
        "사업본부",
        "사업",
        "부",
        "팀",
        "실",
        "센터",
        "담당",
        "총괄",
        "그룹",
        "연구소",
        "지역",
        "학과",
        "학부",
        "대학원",
        "공학과",
        "과",
        "국",
        "사업단",
        "사업그룹",
        "위원회",
        "이사회",
        "협의체",
        "부서",
        "전략",
        "기획",
        "마케팅",
        "재무",
        "기술",
        "운영",
        "영업",
        "개발",
        "디자인",
        "법무",
        "홍보",
        "인사",
        "경영",
        "생산",
        "구매",
        "품질",
        "정책",
        "서비스",
        "플랫폼",
        "리서치",
        "투자",
        "글로벌",
        "아시아",
        "아시아태평양",
        "아태",
        "북미",
        "유럽",
        "국내",
        "해외",
        "한국",
        "일본",
        "중국",
        "미국",
        "공동",
        "각자",
        "수석",
        "선임",
        "책임",
        "최고",
        "신임",
        "부설",
        "상근",
        "비상근",
        "상임",
        "사외",
        "사내",
        "대외",
        "언더라이팅",
        "리테일",
        "제품",
        "상품",
        "콘텐츠",
        "데이터",
        "클라우드",
        "모바일",
        "보안",
        "AI",
        "IT",
        "HR",
        "ESG",
        "R&D",
        "IR",
        "PR",
        "CIC",
        "지원",
        "관리",
        "혁신",
        "미래",
        "신사업",
        "대표",
        "원자재",
        "태평양",
        "법학전문대학원",
        "경영대",
        "병원",
        "피부과",
        "내과",
        "외과",
        "IB",
        "WM",
        "연금",
        "채권",
        "주식",
        "파생",
        "자산",
        "리스크",
        "준법",
    ];
    ENDS.any(word) && !word.ends_with("그룹") || word == "그룹"
}

/// The company mention that covers byte `at`.
pub fn company_over(companies: &[Found], at: usize) -> Option<Span> {
    let i = companies.partition_point(|f| f.span.to() <= at);
    companies.get(i).map(|f| f.span).filter(|s| s.from() <= at)
}

/// Whether a bracket after a name is an aside: age, hanja, place in the picture, Latin spelling.
fn aside(inner: &str) -> bool {
    const PLACES: &[&str] = &[
        "왼쪽",
        "오른쪽",
        "가운데",
        "맨",
        "앞줄",
        "뒷줄",
        "사진",
        "중앙",
        "위",
        "아래",
        "첫째",
        "셋째",
        "둘째",
    ];
    let digits = inner.chars().all(|c| c.is_ascii_digit() || c == '세');
    let hanja = inner.chars().all(|c| is_hanja(c) || c == ' ');
    let latin = inner
        .chars()
        .all(|c| c.is_ascii_alphabetic() || " .-".contains(c))
        && inner.chars().any(|c| c.is_ascii_lowercase());
    !inner.is_empty() && (digits || hanja || latin || PLACES.iter().any(|p| inner.starts_with(p)))
        || inner.chars().all(is_hangul) && inner.chars().count() <= 3 && inner.ends_with('쪽')
}
