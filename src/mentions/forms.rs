//! Companies that no list has: known by their form ((주)X, X인베스트먼트) or by their neighbours
//! (스타트업 X, X(대표 Y)).

use super::affiliation::{Organization, organization};
use super::cues::Cue;
use super::evidence::without_side;
use super::listed::{form_marker, may_have_form};
use super::scan::Scan;
use super::works::titled;
use super::{Found, What};
use crate::korean::companies::{APPOSITIONS, FOLLOWERS, INTRODUCING};
use crate::korean::company_ends::{COMMON_HEADS, STRONG_ENDS, WEAK_ENDS};
use crate::korean::evidence::BELONGINGS;
use crate::korean::firm_like::{BROKERS, NOT_FIRMS, PAPERS, THINGS};
use crate::korean::names::{final_consonant, is_hangul};
use crate::korean::offices::{department, looks_like_clause};
use crate::korean::particles::follows;
use crate::korean::words::{Gap, is_letter};
use crate::lexicon;
use crate::model::Confidence;
use crate::span::Span;
use crate::table::{Ends, ends};

/// Companies by form and by neighbours, where the list has found none.
pub fn find(scan: &Scan, known: &[Found]) -> Vec<Found> {
    let mut out = Vec::new();
    let mut at = 0;
    for i in 0..scan.words.len() {
        let word = scan.words[i].span;
        while known.get(at).is_some_and(|f| f.span.end <= word.start) {
            at += 1;
        }
        let taken = known.get(at).map(|f| f.span).filter(|s| s.overlaps(word));
        if let Some(taken) = taken {
            // A listed name that is only the head of a longer one: 삼성 + 벤처투자.
            if taken.contains(word) || taken.start < word.start {
                continue;
            }
        }
        if let Some(found) = at_word(scan, i)
            && !titled(scan, found.span)
        {
            out.push(found);
        }
    }
    out
}

/// The first rule that finds a company at word `i`; most words lead to none of them.
fn at_word(scan: &Scan, i: usize) -> Option<Found> {
    let kind = scan.previous(i).filter(|&p| scan.cue(p, Cue::Kind));
    let cue = scan.next(i).filter(|&n| BELONGINGS.has(scan.noun_at(n)));
    if may_have_form(scan, i)
        && let found @ Some(_) = marked(scan, i)
    {
        return found;
    }
    if scan.cue(i, Cue::FirmEnd)
        && let found @ Some(_) = by_end(scan, i).or_else(|| two_words(scan, i))
    {
        return found;
    }
    if scan.opens_bracket(i)
        && let found @ Some(_) = before_bracket(scan, i)
    {
        return found;
    }
    if let Some(p) = kind
        && let found @ Some(_) = behind_kind(scan, i, p)
    {
        return found;
    }
    if let Some(n) = cue
        && let found @ Some(_) = before_cue(scan, i, n)
    {
        return found;
    }
    if opened(scan, i) || scan.word(i).ends_with(['는', '란']) {
        return named(scan, i);
    }
    None
}

/// Whether a quotation mark opens right before word `i`.
fn opened(scan: &Scan, i: usize) -> bool {
    matches!(scan.words[i].gap, Gap::Sign('‘' | '\'' | '“' | '"'))
}

#[inline(never)]
fn company(
    scan: &Scan,
    name: Span,
    confidence: Confidence,
    rule: &'static str,
    evidence: Vec<Span>,
) -> Found {
    let span = form_marker(scan, name);
    Found {
        span,
        name: span,
        what: What::Company {
            listed: None,
            stands_for: None,
        },
        confidence,
        rule,
        evidence,
    }
}

/// (주)X, ㈜X, 주식회사 X, X㈜.
#[inline(never)]
fn marked(scan: &Scan, i: usize) -> Option<Found> {
    let word = scan.words[i].span;
    let whole = form_marker(scan, word);
    if whole == word {
        return None;
    }
    // 그 법무법인 측은, 이 법무법인 대표는: nobody's name.
    let nameless = FOLLOWERS.has(scan.noun_at(i)) || scan.word(i).starts_with('측');
    if whole.start < word.start && !nameless {
        let name = Span::new(word.from(), word.from() + scan.noun_at(i).len());
        return Some(company(
            scan,
            name,
            Confidence::Sure,
            "company-form",
            vec![Span {
                start: whole.start,
                end: word.start,
            }],
        ));
    }
    if whole.end > word.end && scan.word(i) != "농업회사법인" {
        return Some(company(
            scan,
            word,
            Confidence::Sure,
            "company-form",
            vec![Span {
                start: word.end,
                end: whole.end,
            }],
        ));
    }
    None
}

/// A word that ends as only firms do.
#[inline(never)]
fn by_end(scan: &Scan, i: usize) -> Option<Found> {
    let word = scan.words[i].span;
    for stem in scan.stems(i) {
        let Some((end, strong)) = end_of(stem) else {
            continue;
        };
        let head = &stem[..stem.len() - end.len()];
        let heads = head.chars().count();
        if NOT_FIRMS.any(stem) {
            return None;
        }
        if heads == 0
            || COMMON_HEADS.has(head)
            || lexicon::others().get(stem).is_some()
            || lexicon::press().get(stem).is_some()
            || is_number(head)
        {
            return None;
        }
        let plausible = if strong {
            heads >= 2
        } else {
            heads >= 2 && head.chars().all(is_letter)
        };
        // 적립카드, 댄스그룹: one mention of an ordinary word and such an end.
        let thing = THINGS.has(end);
        let ordinary = thing && (lexicon::is_entry(head) && scan.count(stem) < 2 || compound(head));
        // 한결금융지주: a word of everyday is as good a name before an end that only firms bear.
        let long = strong && (end.chars().count() >= 3 || BROKERS.has(end));
        let ordinary = ordinary || BROKERS.has(end) && PAPERS.has(head);
        if !plausible || ordinary || common(head) && !long || common(stem) {
            return None;
        }
        let name = Span::new(word.from(), word.from() + stem.len());
        let confidence = if strong {
            Confidence::Likely
        } else {
            Confidence::Guess
        };
        let evidence = vec![Span::new(name.to() - end.len(), name.to())];
        return Some(company(scan, name, confidence, "company-end", evidence));
    }
    None
}

/// The longest end of a company's name that `stem` has, and whether only firms have it.
fn end_of(stem: &str) -> Option<(&'static str, bool)> {
    let longest = |ends: &Ends| {
        ends.of(stem)
            .filter(|e| stem.len() > e.len())
            .max_by_key(|e| e.len())
    };
    longest(&STRONG_ENDS)
        .map(|e| (e, true))
        .or_else(|| longest(&WEAK_ENDS).map(|e| (e, false)))
}

/// Whether a word is made of ordinary words alone: 동물보호관리.
fn compound(word: &str) -> bool {
    // A longer one has no end of cuts.
    if word.chars().count() > 12 {
        return false;
    }
    let entry = |w: &str| w.chars().count() >= 2 && lexicon::is_entry(w);
    let mut cuts = word.char_indices().map(|(i, _)| i).skip(2);
    cuts.any(|i| entry(&word[..i]) && (entry(&word[i..]) || compound(&word[i..])))
}

fn is_number(head: &str) -> bool {
    head.chars().all(|c| c.is_ascii_digit())
}

fn common(word: &str) -> bool {
    lexicon::is_common_word(word)
}

/// 스타트업 X, 자회사 X: a proper-looking word after a noun that names a kind of firm, where the
/// article names X more than once or X cannot be an ordinary word.
#[inline(never)]
fn behind_kind(scan: &Scan, i: usize, before: usize) -> Option<Found> {
    let noun = scan.noun_at(i);
    let noun = without_side(noun);
    let length = noun.chars().count();
    let latin = noun.chars().any(|c| c.is_ascii_uppercase());
    let proper = (length >= 3 || latin && length >= 2)
        && !common(noun)
        && !lexicon::is_entry(noun)
        && !noun.ends_with('들')
        && noun
            .chars()
            .all(|c| is_hangul(c) || c.is_ascii_alphanumeric() || "&-.".contains(c));
    if !proper
        || is_number(noun)
        || super::titles::ends_in_title(noun)
        || lexicon::titles().get(noun).is_some()
        || lexicon::others().get(noun).is_some()
    {
        return None;
    }
    // A name is used more than once.
    if scan.count(noun) < 2 || looks_like_clause(noun) {
        return None;
    }
    let word = scan.words[i].span;
    let name = Span::new(word.from(), word.from() + noun.len());
    Some(company(
        scan,
        name,
        Confidence::Likely,
        "company-introduced",
        vec![scan.words[before].span],
    ))
}

/// 사회적기업 ‘가람’이, ‘가람’이라는 회사, 가람이라는 회사: a firm that the sentence names as one.
#[inline(never)]
fn named(scan: &Scan, i: usize) -> Option<Found> {
    let word = scan.words[i].span;
    let close = |c: char| matches!(c, '’' | '\'' | '”' | '"');
    let next = scan.words.get(i + 1)?;
    let closed = opened(scan, i) && matches!(next.gap, Gap::Sign(c) if close(c)) && {
        let between = &scan.text[word.to()..next.span.from()];
        between.chars().count() == 1
    };
    let calls = |rest: &str| matches!(rest, "라는" | "이라는" | "란" | "이란");
    // 가람이라는 is 가람, not 가람이.
    let called = |stem: &&str| {
        let rest = &scan.word(i)[stem.len()..];
        let consonant = stem.chars().next_back().and_then(final_consonant);
        calls(rest) && rest.starts_with('이') == consonant.is_some_and(|c| c > 0)
    };
    let noun = if closed {
        scan.word(i)
    } else {
        scan.stems(i).filter(called).last()?
    };
    let behind = if closed {
        calls(scan.word(i + 1)).then(|| scan.next(i + 1))
    } else {
        Some(scan.next(i))
    };
    let kind = behind
        .flatten()
        .filter(|&k| APPOSITIONS.any(scan.noun_at(k)));
    // 사회적기업 ‘가람’이: the kind stands right before the mark.
    let before = (closed && i > 0).then(|| i - 1).filter(|&p| {
        let between = &scan.text[scan.words[p].span.to()..word.from()];
        let joined =
            between.trim_start_matches(' ').chars().count() == 1 && !between.contains('\n');
        joined && INTRODUCING.any(scan.word(p)) && follows(noun, scan.word(i + 1))
    });
    let cue = kind.or(before)?;
    let length = noun.chars().count();
    let name = (2..=10).contains(&length)
        && noun
            .chars()
            .all(|c| is_hangul(c) || c.is_ascii_alphanumeric() || "&-.".contains(c))
        && !is_number(noun)
        && !common(noun)
        && !(lexicon::is_entry(noun) || !closed && lexicon::is_plain(noun))
        && !APPOSITIONS.any(noun)
        && !looks_like_clause(noun)
        && !super::titles::ends_in_title(noun)
        && lexicon::others().get(noun).is_none();
    name.then(|| {
        let span = Span::new(word.from(), word.from() + noun.len());
        let evidence = vec![scan.words[cue].span];
        company(
            scan,
            span,
            Confidence::Likely,
            "company-introduced",
            evidence,
        )
    })
}

/// 아르젠타 캐피털, 벨로카 테크놀로지스: the end that firms bear stands apart.
#[inline(never)]
fn two_words(scan: &Scan, i: usize) -> Option<Found> {
    let end = scan
        .stems(i)
        .find(|s| STRONG_ENDS.has(s) && s.chars().count() >= 2)?;
    if matches!(
        end,
        "그룹"
            | "반도체"
            | "배터리"
            | "네트워크"
            | "백화점"
            | "면세점"
            | "마트"
            | "글로벌"
            | "코리아"
            | "화장품"
            | "증권"
            | "모바일"
            | "클라우드"
            | "디스플레이"
            | "철강"
            | "제약"
            | "식품"
            | "소프트웨어"
    ) {
        return None;
    }
    let p = scan.previous(i)?;
    let head = scan.word(p);
    let latin = head.starts_with(|c: char| c.is_ascii_uppercase());
    if !(latin || crate::korean::names::may_be_foreign(head) && head.chars().count() >= 2)
        || common(head)
        || COMMON_HEADS.has(head)
        || looks_like_clause(head)
        || scan.particled(p) && scan.noun_at(p) != head
        || APPOSITIONS.has(head)
        || super::titles::ends_in_title(head)
        || lexicon::others().get(head).is_some()
    {
        return None;
    }
    let from = scan.words[i].span.from();
    let name = Span::new(scan.words[p].span.from(), from + end.len());
    Some(company(
        scan,
        name,
        Confidence::Likely,
        "company-end",
        vec![Span::new(from, from + end.len())],
    ))
}

/// X(대표 김해솔): only firms have their head in brackets.
#[inline(never)]
fn before_bracket(scan: &Scan, i: usize) -> Option<Found> {
    let word = scan.words[i].span;
    let (_, inner) = super::title_run::bracketed(scan, word.to())?;
    let head = [
        "대표이사 ",
        "대표 ",
        "회장 ",
        "사장 ",
        "CEO ",
        "대표이사 사장 ",
        "공동대표 ",
    ]
    .iter()
    .any(|t| inner.starts_with(t));
    // A ticker speaks for a firm as well.
    let ticker = inner.len() == 6 && inner.bytes().all(|b| b.is_ascii_digit());
    let text = scan.word(i);
    // 서울지방변호사회(회장 김한규): a body that is no firm has a head too.
    let body = head && organization(text, "") == Organization::Association;
    ((head || ticker)
        && !body
        && text.chars().count() >= 2
        && !common(text)
        && !super::titles::ends_in_title(text))
    .then(|| {
        company(
            scan,
            word,
            Confidence::Likely,
            "company-bracket",
            vec![Span::new(word.to() + 1, word.to() + 1 + inner.len())],
        )
    })
}

/// X 관계자, X 주가: a name that the article uses more than once before a word that firms have.
#[inline(never)]
fn before_cue(scan: &Scan, i: usize, n: usize) -> Option<Found> {
    static GENERIC: Ends = ends![
        "계",
        "사",
        "업체",
        "기업",
        "정부",
        "당국",
        "협회",
        "대학",
        "병원",
        "노조",
        "부",
        "청",
        "처",
        "원",
        "위",
        "단체",
        "기관",
        "상장",
        "그룹",
        "투자자",
        "행사",
        "학교",
        "연맹",
        "시",
        "군",
        "구",
        "도",
        "국",
        "부문",
        "본부",
    ];
    // 여운학 이사회 의장
    let chair = || {
        scan.next(n)
            .is_some_and(|c| scan.word(c).starts_with("의장"))
    };
    if chair() {
        return None;
    }
    let text = scan.word(i);
    let length = text.chars().count();
    let latin = text.chars().any(|c| c.is_ascii_uppercase());
    let fits = (length >= 3 || latin && length >= 2)
        && length <= 12
        && scan.count(text) >= 2
        && !common(text)
        && !lexicon::is_plain(text)
        && !is_number(text);
    let generic = GENERIC.any(text)
        || looks_like_clause(text)
        || super::titles::ends_in_title(text)
        || department(text)
        || crate::korean::names::korean_name(text).is_some_and(|v| v > 0)
        || lexicon::others().get(text).is_some();
    (fits && !generic && scan.noun_at(i) == text).then(|| {
        company(
            scan,
            scan.words[i].span,
            Confidence::Likely,
            "company-followed",
            vec![scan.words[n].span],
        )
    })
}

/// Whether a word ends as firms do: 시그마인텔 does not, 린드홀름에너지 does.
pub fn firm_like(word: &str) -> bool {
    end_of(word).is_some_and(|(end, _)| word.chars().count() > end.chars().count() + 1)
}

/// Whether a word is nothing but such an end: 에너지, 테크놀로지스.
pub fn bare_end(word: &str) -> bool {
    STRONG_ENDS.has(word) || WEAK_ENDS.has(word)
}
