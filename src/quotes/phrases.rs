//! Noun phrases that name an unnamed source: 한 자산운용사 임원, 국토교통부 고위 관계자.

use super::Article;
use super::tables::*;
use crate::korean::names::final_consonant;
use crate::korean::words::is_letter;
use crate::lexicon::{self, TitleClass};
use crate::span::Span;
use crate::table::{Ends, ends};
pub use crate::walk::words;

/// Whether a noun ends as a person or body that may speak; and whether it is a body.
pub fn source_noun(noun: &str) -> Option<bool> {
    let noun = noun
        .rsplit(['의', '('])
        .next()
        .filter(|n| !n.is_empty())
        .unwrap_or(noun);
    if ABSTRACT_NOUNS.has(noun) {
        return None;
    }
    // 직원 한 명
    if noun == "명" {
        return Some(false);
    }
    let long = noun.chars().count() > 2;
    if let Some((_, body)) = SOURCE_ENDS
        .places(noun)
        .map(|i| SOURCE_NOUNS[i])
        .find(|(n, _)| n.chars().count() > 1 || long || *n == noun)
    {
        return Some(body);
    }
    if let Some(one) = noun.strip_suffix('들').filter(|n| n.chars().count() > 1) {
        return source_noun(one);
    }
    titled(noun).then_some(false)
}

/// Whether a noun is or ends in a title of the list: 프로듀서, 수석경매사, 구매담당.
fn titled(noun: &str) -> bool {
    noun.char_indices().rev().skip(1).take(7).any(|(i, _)| {
        lexicon::titles()
            .get(&noun[i..])
            .is_some_and(|v| lexicon::title(v).class != TitleClass::Other)
    })
}

/// Whether a noun looks like a ministry, office or association.
pub fn institution(noun: &str) -> bool {
    noun.chars().count() >= 3 && INSTITUTION_ENDS.any(noun) && !ABSTRACT_NOUNS.has(noun)
}

/// Whether a word is a predicate that modifies what follows: 밝은, 만난, 가진, 하는.
pub fn modifies(word: &str) -> bool {
    let word = word.trim_end_matches(|c: char| !is_letter(c));
    if word.chars().count() < 2
        || KEPT_MODIFIERS.has(word)
        || word.starts_with(|c: char| c.is_ascii_digit())
    {
        return matches!(
            word,
            "건" | "쓴"
                | "낸"
                | "든"
                | "된"
                | "온"
                | "본"
                | "간"
                | "뺀"
                | "산"
                | "판"
                | "진"
                | "준"
                | "탄"
                | "큰"
                | "찬"
                | "딴"
                | "뗀"
                | "짠"
                | "싼"
                | "킨"
                | "맨"
                | "댄"
                | "꾼"
                | "뛴"
        );
    }
    if NOUN_ENDS.any(word) || CONNECTIVES.has(word) {
        return false;
    }
    static ENDS: Ends = ends![
        "는", "던", "은", "한", "된", "린", "친", "킨", "난", "낸", "든", "긴", "운", "쓴", "본",
        "진", "둔", "뺀", "힌", "온", "인", "할", "될",
    ];
    ENDS.any(word) && !word.ends_with("다른")
}

fn cuts(word: &str) -> bool {
    if word.ends_with([
        ',', '.', '·', '…', ':', ';', '!', '?', '”', '"', '―', '—', ')', ']', '▲', '△', '=',
    ]) {
        return true;
    }
    if UNCUT.any(word) {
        return false;
    }
    CONNECTIVES.has(word)
        || matches!(
            word,
            "무렵"
                | "직후"
                | "직전"
                | "내내"
                | "사이"
                | "게"
                | "것이"
                | "것은"
                | "건"
                | "때"
                | "뒤"
                | "후"
                | "중"
                | "끝에"
                | "동안"
                | "당시"
        )
        || word.chars().count() > 1 && CUTS.any(word)
}

/// How many words a source may have.
const MOST: usize = 6;

/// The noun phrase that ends at byte `head_end`, not before `start`: relative clauses dropped, noun
/// modifiers and 한 kept.
pub fn noun_phrase(article: &Article, start: usize, head_end: usize) -> Option<Span> {
    let text = article.text;
    let mut begin = None;
    for (i, word) in words(text, Span::new(start.min(head_end), head_end))
        .rev()
        .enumerate()
    {
        let here = word.of(text);
        let again = here == "또" && begin.is_some_and(|b: usize| text[b..].starts_with("다른"));
        if i >= MOST {
            break;
        }
        if i > 0 {
            let named = article
                .cast
                .covering(word.to() - 1)
                .is_some_and(|m| m.span.to() >= word.to());
            let possessive = here.ends_with('의') && here.chars().count() > 1;
            let number = here.starts_with(|c: char| c.is_ascii_digit())
                && here.ends_with([
                    '일', '년', '월', '시', '분', '개', '명', ')', '원', '대', '뒤',
                ])
                && !here.ends_with("세대")
                && !(here.ends_with('대') && here.chars().count() <= 3);
            if here.starts_with(['‘', '\'']) && here.ends_with(['’', '\'']) {
                begin = Some(word.from());
                continue;
            }
            let stop = !again
                && !named
                && !possessive
                && (number
                    || cuts(here)
                    || modifies(here) && !KEPT_MODIFIERS.has(here)
                    || subject_like(here));
            if stop {
                break;
            }
            if article
                .cast
                .covering(word.from())
                .is_some_and(|m| m.kind != crate::model::MentionKind::Company)
                && !possessive
            {
                break;
            }
        }
        begin = Some(word.from());
        // 부품사 브란트너의 구매 담당 임원: the company opens the phrase.
        if i > 0
            && article
                .cast
                .covering(word.from())
                .is_some_and(|m| m.span.from() == word.from())
        {
            let lead = text[start.min(word.from())..word.from()].trim_end();
            if lead.ends_with(" 한") {
                begin = Some(lead.len() - "한".len() + start);
            }
            break;
        }
    }
    let begin = past_apposition(text, begin?, head_end);
    let lead = text[begin..head_end]
        .find(|c: char| is_letter(c) || c == '‘' || c == '\'' || c == '㈜' || c == '(')?;
    // Signs before its first word are none of it.
    Some(Span::new(begin + lead, head_end)).filter(|s| s.start < s.end)
}

/// 전자책 업체 북소리닷컴 관계자: what kind of firm it is falls away before its name.
fn past_apposition(text: &str, begin: usize, head_end: usize) -> usize {
    const KINDS: &[&str] = &[
        "업체",
        "기업",
        "회사",
        "스타트업",
        "운영사",
        "개발사",
        "제조사",
        "계열사",
        "자회사",
        "평가사",
        "투자사",
        "자문사",
        "통신사",
        "항공사",
        "제약사",
        "건설사",
        "운용사",
    ];
    let mut rest = words(text, Span::new(begin, head_end)).peekable();
    let first = &text[begin..head_end];
    if first
        .split_once(' ')
        .is_some_and(|(word, _)| KEPT_MODIFIERS.has(word))
    {
        return begin;
    }
    while let Some(word) = rest.next() {
        let named = rest.peek().is_some_and(|next| {
            let noun = next.of(text);
            let head = next.to() >= head_end;
            !crate::lexicon::is_common_word(noun)
                && if head {
                    noun.chars().count() >= 3 && source_noun(noun).is_none()
                } else {
                    word.from() > begin
                }
        });
        if named && KINDS.iter().any(|k| word.of(text).ends_with(k)) {
            return rest.peek().map_or(begin, |next| next.from());
        }
    }
    begin
}

/// 쓰레기가, 회사가: an earlier subject, unless the noun itself ends so.
fn subject_like(word: &str) -> bool {
    let mut back = word.chars().rev();
    let (Some(last), Some(before)) = (back.next(), back.next()) else {
        return false;
    };
    let closed = final_consonant(before);
    match last {
        '이' => {
            closed.is_some_and(|f| f != 0)
                && !["종이", "아이", "나이", "차이"]
                    .iter()
                    .any(|n| word.ends_with(n))
        }
        '가' => {
            closed == Some(0)
                && ![
                    "전문가",
                    "투자가",
                    "사업가",
                    "물가",
                    "고가",
                    "저가",
                    "주가",
                    "평가",
                    "국가",
                    "증가",
                    "추가",
                    "작가",
                    "원가",
                    "단가",
                    "증권가",
                    "건축가",
                    "음악가",
                    "전략가",
                    "분석가",
                ]
                .iter()
                .any(|n| word.ends_with(n))
        }
        _ => false,
    }
}
