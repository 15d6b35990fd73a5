//! Quotations in headlines and decks: double marks always, single ones beside a speaker.

use super::cast::{self, Who};
use super::endings;
use super::marks::Pair;
use super::particles::split_particle;
use super::phrases::{institution, source_noun, words};
use super::speech::judge_headline;
use super::tables::THE_COMPANY;
use super::{Article, Said, between};
use crate::korean::words::is_letter;
use crate::lexicon;
use crate::model::{Confidence, Mention, MentionKind};
use crate::span::Span;

/// 한 글자로 줄여 쓴 기관: 法 “…”.
const HANJA: &[&str] = &[
    "法",
    "檢",
    "警",
    "政",
    "與",
    "野",
    "靑",
    "北",
    "軍",
    "靑瓦臺",
    "韓銀",
    "勞",
    "使",
];

/// The quotes of headline or deck block `at`.
pub fn quotes(article: &Article, at: usize, pairs: &[Pair]) -> Vec<Said> {
    let block = article.blocks[at].span;
    let mut out: Vec<Said> = Vec::new();
    for (i, pair) in pairs.iter().enumerate() {
        let from = i
            .checked_sub(1)
            .map_or(block.from(), |p| pairs[p].span.to())
            .min(pair.span.from());
        let to = pairs
            .get(i + 1)
            .map_or(block.to(), |n| n.span.from())
            .max(pair.span.to());
        let before = before(article, between(from, pair.span.from()));
        let tail = between(pair.span.to(), to);
        let whose = said_by_next(article, tail);
        let beside = whose.is_some()
            || before.as_ref().is_some_and(|w| {
                w.person || endings::ends_as_sentence(pair.inner.of(article.text))
            });
        let Some(mut evidence) = judge_headline(pair, pair.inner.of(article.text), beside) else {
            continue;
        };
        let who = whose.or(before).or_else(|| after(article, tail));
        if who.is_some() {
            evidence.confidence = Confidence::Sure;
        }
        out.push(Said {
            pair: pair.clone(),
            evidence,
            who,
            addressee: None,
            continues: false,
        });
    }
    out
}

/// 조사 없이, 또는 은/는/이/가를 달고 따옴표 바로 앞에 선 이.
fn before(article: &Article, range: Span) -> Option<Who> {
    let text = article.text;
    let words_before = range.of(text);
    let bare = words_before
        .trim_end()
        .trim_end_matches([':', ','])
        .trim_end();
    // A break between the name and the quotation.
    if bare.ends_with(['…', '.', ']', '-', '―', '—', '|', '!', '?', '·', '“', '”']) {
        return None;
    }
    // 김 대표의 한마디 ‘…’
    let bare = ["한마디", "일침", "일성", "호소", "경고"]
        .iter()
        .find_map(|n| bare.strip_suffix(n)?.trim_end().strip_suffix('의'))
        .unwrap_or(bare);
    // 김해솔 대표 인터뷰 “…”
    if let Some(name) = bare.strip_suffix("인터뷰") {
        return mention_before(article, range, range.from() + name.trim_end().len())
            .filter(|m| m.kind != MentionKind::Company)
            .map(|m| article.cast.speaker(m));
    }
    let end = range.from() + bare.len();
    if let Some(m) = mention_before(article, range, end) {
        return Some(article.cast.speaker(m));
    }
    let last = words(text, between(range.from(), end)).next_back()?;
    let here = last.of(text).trim_start_matches(|c: char| !is_letter(c));
    let here = here.rsplit(['…', '·', '|', ']']).next().unwrap_or(here);
    let noun = ["은", "는", "측", "도"]
        .iter()
        .find_map(|p| here.strip_suffix(p))
        .filter(|n| n.chars().count() > 1)
        .unwrap_or(here);
    if THE_COMPANY.contains(&noun) || here == "사측" {
        return article
            .cast
            .main_company
            .map(|id| article.cast.entity(id, None, false));
    }
    if noun == "측"
        && words(text, between(range.from(), last.from()))
            .next_back()
            .is_some_and(|w| THE_COMPANY.iter().any(|c| w.of(text).ends_with(c)))
    {
        return article
            .cast
            .main_company
            .map(|id| article.cast.entity(id, None, false));
    }
    if HANJA.contains(&here) {
        return Some(cast::source(text, Span::new(end - here.len(), end), true));
    }
    // 화주들 “…”: whoever they are, they are several.
    let several = noun.len() > "그들".len() && noun.ends_with("들");
    if let Some(body) = source_noun(noun)
        .or(several.then_some(false))
        .filter(|_| noun.chars().count() > 1)
    {
        let from = last.to().min(end) - here.len();
        let head = Span::new(from, from + noun.len());
        let span = modified(text, range, head).unwrap_or(head);
        return Some(cast::source(text, span, body));
    }
    // …에 약사회 “선 넘었다”
    if institution(noun)
        && !noun.contains(|c: char| c.is_ascii_digit())
        && !lexicon::is_common_word(noun)
    {
        let from = last.to().min(end) - here.len();
        return Some(cast::source(text, Span::new(from, from + noun.len()), true));
    }
    // 가람 “…” of 가람전자
    if noun.chars().count() > 1
        && let Some(who) = article.cast.company_named(noun)
    {
        return Some(who);
    }
    let first = range.of(text).trim_start_matches(|c: char| !is_letter(c));
    // 루멘오크, 금성산업에 “…” 서한: the subject stands before a comma.
    let head = article.cast.within(range).first().copied()?;
    let opens = head.span.from()
        == range.to() - first.len() - (range.to() - range.from() - words_before.len());
    (opens && text[head.span.to()..range.to()].starts_with(',') && bare.ends_with('에'))
        .then(|| article.cast.speaker(head))
}

/// 포장김치 업계: the noun before a collective belongs to it, where neither a break nor a particle
/// stands between.
fn modified(text: &str, range: Span, head: Span) -> Option<Span> {
    let word = words(text, between(range.from(), head.from())).next_back()?;
    let here = word.of(text);
    let from = here
        .rfind(['…', '·', '|', ']', ',', '"', '”', '’', '>'])
        .map_or(0, |i| {
            i + here[i..].chars().next().map_or(0, char::len_utf8)
        });
    let noun = &here[from..];
    (noun.chars().count() > 1
        && noun.chars().all(char::is_alphanumeric)
        && split_particle(noun).is_none()
        && !noun.eq_ignore_ascii_case("vs")
        && !noun.ends_with(['에', '로', '서', '을', '를', '의', '고', '다']))
    .then(|| Span::new(word.from() + from, head.to()))
}

fn mention_before<'a>(article: &'a Article, range: Span, end: usize) -> Option<&'a Mention> {
    let last = article
        .cast
        .within(between(range.from(), end))
        .last()
        .copied()?;
    let gap = &article.text[last.span.to()..end];
    let gap = gap
        .strip_prefix('(')
        .and_then(|g| g.find(')').map(|i| &g[i + 1..]))
        .unwrap_or(gap);
    matches!(
        gap.trim(),
        "" | "은" | "는" | "이" | "가" | "도" | "측" | "측은" | "씨" | "씨는"
    )
    .then_some(last)
}

/// ‘금 캔다’던 가람금속: whose words they are stands right behind.
fn said_by_next(article: &Article, range: Span) -> Option<Who> {
    let rest = range.of(article.text);
    let at = ["라던 ", "이라던 ", "던 ", "다던 "]
        .iter()
        .find_map(|p| rest.strip_prefix(p))
        .map(|after| range.to() - after.len())?;
    article
        .cast
        .within(between(at, range.to()))
        .first()
        .filter(|m| m.span.from() == at)
        .map(|m| article.cast.speaker(m))
}

/// “…” 하인스 회장의 도발: a person right after the quotation.
fn after(article: &Article, range: Span) -> Option<Who> {
    let text = article.text;
    let rest = range.of(text);
    let lead = rest.len() - rest.trim_start_matches([' ', '…', ',', '.']).len();
    let mentions = article.cast.within(range);
    let person = mentions.iter().find(|m| m.kind != MentionKind::Company)?;
    let between_words = text[range.from() + lead..person.span.from()].trim();
    let company = mentions
        .first()
        .filter(|m| m.kind == MentionKind::Company)
        .is_some_and(|m| m.span.of(text) == between_words);
    let tail = text[person.span.to()..range.to()].trim();
    let owns = tail.is_empty()
        || tail.starts_with('의')
        || tail.starts_with(['…', ','])
        || tail.starts_with("인터뷰");
    ((between_words.is_empty() || company) && owns && person.kind != MentionKind::Company)
        .then(|| article.cast.speaker(person))
}
