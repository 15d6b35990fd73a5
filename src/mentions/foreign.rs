//! Foreign names before a title: 마야 엥스트룀 노르스크라프트 창업자. Their form tells little, so all
//! ways to cut the words before the title into name, affiliation and department are weighed.

use super::Found;
use super::affiliation::in_charge;
use super::chain::{Chain, fused_company};
use super::foreign_words::{Kind, Token, kind, tokens};
use super::forms::{bare_end, firm_like};
use super::scan::Scan;
use super::title_run::TitleRun;
use crate::korean::foreign::{VIETNAMESE, chinese};
use crate::korean::names::{
    DOUBTFUL_SURNAMES, foreign_score, is_surname, korean_name, may_be_foreign,
};
use crate::korean::offices::name_particle;
use crate::lexicon::TitleClass;
use crate::map::Set;
use crate::span::Span;

/// The best cut of the words before the title of `run` that begins with a foreign name.
pub fn before_title(
    scan: &Scan,
    run: &TitleRun,
    companies: &[Found],
    addressed: &Set<&str>,
) -> Option<Chain> {
    let (fused, title_from) = fused_company(scan, run, companies);
    let (tokens, bar) = tokens(scan, run, companies, addressed);
    let doubtful = run.class != TitleClass::Executive;
    let n = tokens.len();
    // 나이로비 지사장: the place he heads.
    let local = ["지사장", "법인장", "공장장", "지점장", "특파원"]
        .iter()
        .any(|t| scan.at(run.span).starts_with(t));
    let mut best: Option<(i32, usize, usize, usize)> = None;
    for b in 0..n {
        for c in b + 1..=n.min(b + 4) {
            if bar.is_some_and(|bar| bar != c) {
                continue;
            }
            let Some(name) = name_score(scan, &tokens[b..c], addressed, doubtful)
                .filter(|_| !local || c > b + 1)
            else {
                continue;
            };
            for d in c..=n.min(c + 3) {
                // 첸 왕 대표: behind one word a short one is the family name.
                if c == b + 1
                    && d == c + 1
                    && tokens[c].kind == Kind::Part
                    && short(scan, &tokens[c])
                {
                    continue;
                }
                let Some(rest) = affiliation_score(scan, &tokens[c..d], run, bar.is_some())
                    .zip(department_score(&tokens[d..], d > c || fused.is_some()))
                else {
                    continue;
                };
                let left = match tokens.get(b.wrapping_sub(1)).map(|t| t.kind) {
                    None | Some(Kind::Company) => 1,
                    Some(Kind::Part | Kind::Weak | Kind::Syllable) => -3,
                    Some(_) => -1,
                };
                let score = name + rest.0 + rest.1 + left;
                if best.is_none_or(|(s, ..)| score > s) {
                    best = Some((score, b, c, d));
                }
            }
        }
    }
    let (_, b, c, d) = best.filter(|(score, ..)| *score >= 3)?;
    let name = Span::new(tokens[b].span.from(), tokens[c - 1].span.to());
    let mut companies = Vec::from_iter(fused);
    let mut unknown = None;
    if d > c {
        let span = Span::new(tokens[c].span.from(), tokens[d - 1].span.to());
        if d == c + 1 && tokens[c].kind == Kind::Company {
            companies.push(span);
        } else {
            unknown = Some(span);
        }
    }
    let title = Span::new(
        tokens.get(d).map_or(title_from, |t| t.span.from()),
        run.span.to(),
    );
    let rule = match (bar.is_some(), companies.is_empty() && unknown.is_none()) {
        (true, _) => "name-bracket-title",
        (false, true) => "name-title",
        (false, false) => "name-company-title",
    };
    Some(Chain {
        span: Span::new(name.from(), run.span.to() + usize::from(bar.is_some())),
        name,
        title,
        class: run.class,
        companies,
        unknown,
        short: false,
        foreign: true,
        rule,
    })
}

fn short(scan: &Scan, token: &Token) -> bool {
    scan.at(token.span).chars().count() < 3
}

/// Whether a chain with a Korean name may rather be one with a foreign name.
pub fn doubts(scan: &Scan, chain: &Chain, companies: &[Found], addressed: &Set<&str>) -> bool {
    let name = scan.at(chain.name);
    if chain.short || !may_be_foreign(name) {
        return false;
    }
    let score = korean_name(name).unwrap_or(-20);
    let k = scan.word_at(chain.name.from());
    let after = scan.previous(k).is_some_and(|p| {
        let before = scan.word(p);
        let fits = matches!(kind(scan, p, companies), Some(Kind::Part | Kind::Weak));
        fits && before.chars().count() >= 2 && !firm_like(before)
    });
    // 호시노 하루카 대표, 고든 백 노들플라자 상무: what seems the firm is the family name.
    let behind = chain
        .unknown
        .map_or("", |u| scan.at(u).split(' ').next().unwrap_or(""));
    let alone = scan.count(behind) < 2 && !firm_like(behind) && foreign_score(name) >= 20;
    // 호세 무뇨스 현대차 사장
    let two = may_be_foreign(behind) && chain.unknown.is_some_and(|u| scan.at(u).contains(' '));
    match behind.chars().count() {
        _ if two && score < 6 => true,
        0 => score < -5 || after && score < 4,
        1 => true,
        _ if addressed.contains(behind) => true,
        _ => score < -5 || after && score < 4 || alone && score < 0,
    }
}

/// A part that shows a foreign name by itself: well-formed, or long.
fn sure(scan: &Scan, token: &Token) -> bool {
    let text = scan.at(token.span);
    token.kind == Kind::Part
        || chinese(text)
        || token.kind == Kind::Weak && text.chars().count() >= 4 && foreign_score(text) > -8
}

/// How well `tokens` make one name; `None` when they cannot.
fn name_score(scan: &Scan, tokens: &[Token], addressed: &Set<&str>, doubtful: bool) -> Option<i32> {
    let fits = |t: &Token| matches!(t.kind, Kind::Part | Kind::Weak | Kind::Syllable);
    let first = scan.at(tokens[0].span);
    if !tokens.iter().all(fits) || !tokens.iter().any(|t| sure(scan, t)) {
        return None;
    }
    if DOUBTFUL_SURNAMES.contains(&first) {
        return None;
    }
    let weak = tokens.iter().filter(|t| t.kind == Kind::Weak).count() as i32;
    let last = tokens.last()?;
    if tokens.len() == 1 {
        let count = first.chars().count();
        return match count {
            _ if chinese(first) => Some(6),
            // 가르친 강사: an ambiguous title wants a surer name.
            3.. if doubtful && foreign_score(first) < 12 => None,
            3.. => Some(2),
            _ if scan.count(first) > 1 => Some(2),
            _ => None,
        };
    }
    if name_particle(scan.at(last.span)) && !is_surname(scan.at(last.span)) {
        return None;
    }
    if VIETNAMESE.has(first) {
        return Some(if tokens.len() < 4 {
            5 + tokens.len() as i32
        } else {
            4
        });
    }
    // Single syllables and particles inside do not count: 고든 백, 요하네스 판 데르 메이르.
    let inner = &tokens[1..tokens.len() - 1];
    let plain = |t: &&Token| t.kind == Kind::Part && !name_particle(scan.at(t.span));
    let words = 2 + inner.iter().filter(plain).count();
    if inner
        .iter()
        .any(|t| t.kind == Kind::Syllable && !name_particle(scan.at(t.span)))
    {
        return None;
    }
    // 저커버그 CEO elsewhere: the family name, so the name ends here.
    let family = addressed.contains(scan.at(last.span)) && tokens.len() > 1;
    let score = match (words, tokens[0].kind) {
        _ if chinese(first) => 3,
        (2, Kind::Syllable) if !is_surname(first) => 4,
        (2, _) => 6,
        (3, Kind::Syllable) if !is_surname(first) => 6,
        (3, _) => 4,
        _ => 2,
    };
    Some(score - weak + if family { 2 } else { 0 })
}

/// How well `tokens` make the affiliation behind a name.
fn affiliation_score(scan: &Scan, tokens: &[Token], run: &TitleRun, bracket: bool) -> Option<i32> {
    let Some(last) = tokens.last() else {
        return Some(0);
    };
    let text = scan.at(last.span);
    if let [only] = tokens {
        return match only.kind {
            Kind::Company => Some(5),
            // 크리스티안 셰러 상용기 부문 대표: what the department deals in.
            _ if in_charge(scan, only.span) => None,
            Kind::Institution => Some(4),
            Kind::Capitals => Some(1),
            Kind::Part | Kind::Weak | Kind::Noun if firm_like(text) => Some(5),
            Kind::Part | Kind::Weak | Kind::Noun if bracket => Some(3),
            Kind::Part | Kind::Weak if text.chars().count() >= 2 => {
                // A professor's name is followed by a university.
                Some(if run.class == TitleClass::Academic {
                    -2
                } else {
                    1
                })
            }
            Kind::Noun => Some(1),
            _ => None,
        };
    }
    if tokens
        .iter()
        .any(|t| matches!(t.kind, Kind::Company | Kind::Department | Kind::Syllable))
    {
        return None;
    }
    let joined = tokens.len() as i32;
    match last.kind {
        Kind::Institution => Some(5 - joined),
        Kind::Capitals => Some(4 - joined),
        Kind::Part | Kind::Weak | Kind::Noun if firm_like(text) || bare_end(text) => {
            Some(5 - joined)
        }
        _ if bracket => Some(1),
        _ => None,
    }
}

/// How well `tokens` make a department before the title. A word that is no department stands
/// there only behind an affiliation.
fn department_score(tokens: &[Token], affiliated: bool) -> Option<i32> {
    let mut sum = 0;
    for (i, t) in tokens.iter().enumerate() {
        sum += match t.kind {
            Kind::Department | Kind::Capitals => 1,
            Kind::Part | Kind::Noun
                if affiliated || tokens[i + 1..].iter().any(|t| t.kind == Kind::Department) =>
            {
                -2
            }
            _ => return None,
        };
    }
    Some(sum)
}
