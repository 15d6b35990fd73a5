//! The words before a title, and what each may be to a foreign name.

use super::Found;
use super::chain::{abbreviates, aside, company_over};
use super::forms::bare_end;
use super::names::foreign_part;
use super::scan::Scan;
use super::title_run::{TitleRun, open_bracket};
use super::titles::title_in;
use crate::korean::callings::{CALLINGS, KIN};
use crate::korean::companies::PERSONAL_NAMES;
use crate::korean::evidence::COUNTRIES;
use crate::korean::foreign::{GIVEN_WORDS, SYLLABLES, VIETNAMESE};
use crate::korean::names::{foreign_score, foreign_sounds, is_hangul, is_surname};
use crate::korean::offices::{
    NOT_PARTS, adnominal, department, institution, looks_like_clause, name_particle,
};
use crate::korean::particles::stems;
use crate::korean::words::Gap;
use crate::lexicon;
use crate::map::Set;
use crate::span::Span;

/// What a word before the title may be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A company found already, all its words.
    Company,
    /// A part of a transliterated or Latin name.
    Part,
    /// A word that may be such a part, beside a surer one.
    Weak,
    /// One syllable: 추, 티, 판.
    Syllable,
    Department,
    /// A university, a union, an office.
    Institution,
    /// A word in capitals: LNG.
    Capitals,
    Noun,
}

pub struct Token {
    pub kind: Kind,
    pub span: Span,
}

/// Words before a title that are looked at.
const REACH: usize = 8;

/// The words before the title, left to right, as far as they may belong to it; and before which
/// of them a bracket opens that the title closes: 안토니오 필로사(스텔란티스 CEO).
pub fn tokens(
    scan: &Scan,
    run: &TitleRun,
    companies: &[Found],
    addressed: &Set<&str>,
) -> (Vec<Token>, Option<usize>) {
    let mut out: Vec<Token> = Vec::new();
    let mut bar = None;
    let mut at = run.first_word;
    while at > 0 && out.len() < REACH {
        let mut k = at - 1;
        let mut abbreviated = false;
        match scan.words[at].gap {
            Gap::Space => {}
            Gap::Sign(sign @ (')' | '(')) => {
                let close = scan.words[at].span.from();
                let Some(open) = open_bracket(scan.text, close) else {
                    break;
                };
                let inside = scan.text[open + 1..close].trim_end();
                k = scan.word_at(open.saturating_sub(1));
                if k >= at || scan.words[k].span.to() != open {
                    break;
                }
                let stands = if sign == ')' {
                    let inner = inside.strip_suffix(')');
                    abbreviated = inner.is_some_and(|i| abbreviates(i, scan.word(k)));
                    abbreviated || inner.is_some_and(aside)
                } else {
                    inside.is_empty() && scan.text[run.span.to()..].starts_with(')')
                };
                if !stands {
                    break;
                }
                if sign == '(' {
                    if bar.is_some() {
                        break;
                    }
                    bar = Some(out.len());
                }
            }
            // 구글·알파벳 CEO: the nearer one stands for both.
            Gap::Sign('·') if out.last().is_some_and(|t| t.kind == Kind::Company) => {
                let far = scan.words[k].span;
                let firm = company_over(companies, far.from()).filter(|c| c.end == far.end);
                let Some(firm) = firm else { break };
                at = scan.word_at(firm.from());
                continue;
            }
            _ => break,
        }
        let word = scan.words[k].span;
        if let Some(company) = company_over(companies, word.from()) {
            // A name in a longer word is no company here.
            if company.end != word.end {
                break;
            }
            at = scan.word_at(company.from());
            // 아르준 메타 대표, where 메타 대표 speaks elsewhere: his name.
            let own = company == word
                && addressed.contains(scan.word(k))
                && scan
                    .previous(k)
                    .is_some_and(|p| foreign_part(scan, p, companies));
            out.push(Token {
                kind: if own { Kind::Part } else { Kind::Company },
                span: company,
            });
            continue;
        }
        // 폴 볼커 전 의장, 마이클 조 전 가람푸드 사장
        let house = |t: &Token| !matches!(t.kind, Kind::Part | Kind::Weak | Kind::Syllable);
        if out.iter().all(house)
            && matches!(scan.word(k), "전" | "현" | "옛" | "前" | "現" | "당시")
        {
            at = k;
            continue;
        }
        let kind = match kind(scan, k, companies) {
            Some(_) if abbreviated => Kind::Institution,
            Some(kind) => kind,
            None => break,
        };
        out.push(Token { kind, span: word });
        at = k;
    }
    let bar = bar.map(|b| out.len() - b);
    out.reverse();
    (out, bar)
}

/// What word `k` may be; `None` for a word that no name has beside it.
pub fn kind(scan: &Scan, k: usize, companies: &[Found]) -> Option<Kind> {
    let text = scan.word(k);
    let known = |w: &str| KIN.has(w) || CALLINGS.has(w);
    if known(text)
        || text
            .strip_suffix('인')
            .is_some_and(|s| known(s) || s.ends_with(['씨', '성']))
    {
        return None;
    }
    // A title with a particle closes what stands before it.
    if title_in(text).is_some_and(|t| t.end < text.len()) {
        return None;
    }
    if text.chars().count() == 1 {
        let fits =
            is_surname(text) || name_particle(text) || SYLLABLES.has(text) || VIETNAMESE.has(text);
        return fits.then_some(Kind::Syllable);
    }
    if department(text) {
        return Some(Kind::Department);
    }
    if GIVEN_WORDS.has(text) {
        return Some(Kind::Weak);
    }
    let placed = text.ends_with('에') && text.chars().count() >= 4 && foreign_score(text) >= 10;
    if bare_end(text) {
        return Some(Kind::Noun);
    }
    // 아웅 산 미얀마 대통령
    if COUNTRIES.has(text) {
        return Some(Kind::Institution);
    }
    if adnominal(text) {
        return None;
    }
    let ordinary = || lexicon::is_common_word(text) && !PERSONAL_NAMES.has(text);
    if NOT_PARTS.has(text) || ordinary() || looks_like_clause(text) && !placed {
        return None;
    }
    if institution(text) {
        return Some(Kind::Institution);
    }
    if text
        .chars()
        .all(|c| c.is_ascii_uppercase() || "&-".contains(c))
    {
        return Some(Kind::Capitals);
    }
    if foreign_part(scan, k, companies) {
        return Some(Kind::Part);
    }
    let ends = [
        '은', '는', '을', '를', '의', '에', '와', '과', '도', '로', '며', '고',
    ];
    // 올리비에, 이시구로: the end is no particle where the article has no such noun without it; but no name ends like
    // 가람제주개발의.
    let short = text.ends_with('의') || text.chars().count() < 4;
    let particled = text.ends_with(ends)
        && stems(text)
            .skip(1)
            .any(|s| short || scan.count(s) > scan.count(text));
    let clean = text
        .chars()
        .all(|c| is_hangul(c) || c.is_ascii_alphabetic());
    let foreign = text.chars().count() <= 6
        && foreign_sounds(text)
        && foreign_score(text) > -25
        && !lexicon::is_entry(text);
    (!particled && clean).then_some(if foreign { Kind::Weak } else { Kind::Noun })
}
