//! Who may be the subject of a stretch of text before a quotation.

use super::Article;
use super::cast::{self, Who};
use super::phrases::{final_consonant, institution, modifies, noun_phrase, source_noun, words};
use super::tables::*;
use crate::model::MentionKind;
use crate::span::Span;

/// How a subject is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// 은, 는, 도, 역시
    Topic,
    /// 이, 가
    Nominative,
    /// 에 따르면, 를 인용해
    Source,
    /// Nothing: the name stands right before the quotation.
    Label,
}

/// What a subject is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Person,
    Company,
    /// 관계자, 재판부
    Unnamed,
    /// 그, 그녀
    Pronoun,
    /// 회사, 사측
    TheCompany,
    /// Any other noun.
    Other,
}

#[derive(Clone, Debug)]
pub struct Subject {
    pub span: Span,
    pub mark: Mark,
    pub kind: Kind,
    /// `None` for pronouns and 회사, which context resolves.
    pub who: Option<Who>,
}

/// 조사: (꼴, 표지). 긴 것부터.
const PARTICLES: &[(&str, Mark)] = &[
    ("에 따르면", Mark::Source), ("에 의하면", Mark::Source), ("를 인용해", Mark::Source), ("을 인용해", Mark::Source), ("의 말을 인용해", Mark::Source),
    ("께서는", Mark::Topic), ("께서", Mark::Nominative), ("만이", Mark::Nominative), ("이나", Mark::Nominative), (" 역시", Mark::Topic), (" 또한", Mark::Topic), (" 왈", Mark::Topic), ("역시", Mark::Topic),
    ("은", Mark::Topic), ("는", Mark::Topic), ("도", Mark::Topic), ("만", Mark::Topic), ("이", Mark::Nominative), ("가", Mark::Nominative),
];

/// The subject particle at `at` and the byte after it.
pub fn particle(text: &str, at: usize, end: usize) -> Option<(Mark, usize)> {
    let rest = text.get(at..end)?;
    PARTICLES.iter().find_map(|(p, mark)| {
        let after = rest.strip_prefix(p)?;
        after.chars().next().is_none_or(|c| !c.is_alphanumeric()).then_some((*mark, at + p.len()))
    })
}

/// All possible subjects of `range`, in order. Linear.
pub fn subjects(article: &Article, range: Span) -> Vec<Subject> {
    let mut out: Vec<Subject> = Vec::new();
    let text = article.text;
    for m in article.cast.within(range) {
        let at = past_honorific(text, m.span.to(), range.to());
        let side = past_side(text, at, range.to());
        let kind = if m.kind == MentionKind::Company { Kind::Company } else { Kind::Person };
        if let Some((mark, end)) = particle(text, side, range.to()) {
            out.push(Subject {
                span: Span::new(m.span.from(), end),
                mark,
                kind,
                who: Some(article.cast.speaker(m)),
            });
        } else if bulleted(text, m.span.from(), range.from()) && text[at..range.to()].starts_with(',') {
            // ▲황보 대표, 모교에 기부…“…”
            out.push(Subject {
                span: Span::new(m.span.from(), at),
                mark: Mark::Label,
                kind,
                who: Some(article.cast.speaker(m)),
            });
        } else if label_gap(&text[at..range.to()]) && (kind == Kind::Person || text[at..range.to()].contains(':')) {
            out.push(Subject {
                span: Span::new(m.span.from(), at),
                mark: Mark::Label,
                kind,
                who: Some(article.cast.speaker(m)),
            });
        }
    }
    let named = out.len();
    for word in words(text, range) {
        if let Some(subject) = common(article, range, word)
            && !out[..named].iter().any(|s| s.span.overlaps(subject.span) && s.span.end >= subject.span.end)
        {
            out.push(subject);
        }
    }
    out.sort_by_key(|s| s.span.end);
    out
}

fn bulleted(text: &str, at: usize, start: usize) -> bool {
    text[start..at].trim_end().ends_with(['▲', '△', '▷', '▶', '■', '◆', '●', '○'])
}

fn label_gap(gap: &str) -> bool {
    gap.chars().all(|c| c.is_whitespace() || ":：=".contains(c))
}

/// Past `(52)`, ` 씨`, `님`.
pub fn past_honorific(text: &str, at: usize, end: usize) -> usize {
    let mut at = at;
    let rest = &text[at..end];
    if rest.starts_with('(')
        && let Some(close) = rest.find(')')
        && rest[..close].chars().count() <= 30
    {
        at += close + 1;
    }
    let rest = &text[at..end];
    let bare = rest.strip_prefix(' ').unwrap_or(rest);
    for h in HONORIFICS {
        if let Some(after) = bare.strip_prefix(h) {
            let after_at = end - after.len();
            if past_side(text, after_at, end) != after_at
                || particle(text, after_at, end).is_some()
                || after.starts_with("에게")
                || after.starts_with('의')
                || after.starts_with([' ', ':'])
            {
                return after_at;
            }
        }
    }
    at
}

fn past_side(text: &str, at: usize, end: usize) -> usize {
    let rest = &text[at..end];
    for side in [" 측", "측", " 쪽", "쪽"] {
        if let Some(after) = rest.strip_prefix(side)
            && particle(text, end - after.len(), end).is_some()
        {
            return end - after.len();
        }
    }
    at
}

/// 그 말이 명사와 조사로 나뉘는 자리.
fn split_particle(word: &str) -> Option<(usize, Mark)> {
    let mut back = word.char_indices().rev();
    let (at, last) = back.next()?;
    let (_, before) = back.next()?;
    let closed = final_consonant(before);
    let fits = match last {
        '은' | '이' => closed != Some(0),
        '는' | '가' => closed.is_none_or(|f| f == 0),
        '도' => true,
        _ => false,
    };
    if !fits || closed.is_none() && !before.is_alphanumeric() && !matches!(before, ')' | '’' | '\'' | '”') {
        return None;
    }
    Some((at, if matches!(last, '이' | '가') { Mark::Nominative } else { Mark::Topic }))
}

fn common(article: &Article, range: Span, word: Span) -> Option<Subject> {
    let text = article.text;
    let here = word.of(text).trim_end_matches([',', '.', ':']);
    let (mut head, mut mark) = (0, Mark::Topic);
    let gathering = ["에서는", "에선", "에서"].iter().find_map(|p| here.strip_suffix(p)).filter(|b| COLLECTIVES.iter().any(|c| b.ends_with(c)));
    if let Some(bare) = gathering {
        head = word.from() + bare.len();
    } else if let Some((at, m)) = split_particle(here) {
        (head, mark) = (word.from() + at, m);
    } else if let Some(bare) = here.strip_suffix('에').or_else(|| here.strip_suffix(['을', '를'])) {
        let next = text[word.to()..range.to()].trim_start();
        if ["따르면", "의하면", "인용해"].iter().any(|w| next.starts_with(w)) {
            (head, mark) = (word.from() + bare.len(), Mark::Source);
        }
    } else if label_gap(&text[word.from() + here.len()..range.to()]) && source_noun(here).is_some() {
        (head, mark) = (word.from() + here.len(), Mark::Label);
    }
    if head <= word.from() {
        return None;
    }
    if article.cast.covering(head - 1).is_some_and(|m| m.span.to() >= head) {
        return None;
    }
    let span = Span::new(word.from(), word.to());
    let noun = &text[word.from()..head];
    if PRONOUNS.contains(&noun) {
        return Some(Subject { span, mark, kind: Kind::Pronoun, who: None });
    }
    let phrase = noun_phrase(article, range.from(), head)?;
    let words = phrase.of(text);
    let stripped = words.strip_prefix("이에 대해 ").unwrap_or(words);
    if THE_COMPANY.contains(&stripped) || THE_COMPANY.contains(&noun) && !words.starts_with("한 ") && noun != "업체" {
        return Some(Subject { span, mark, kind: Kind::TheCompany, who: None });
    }
    if let Some(body) = source_noun(noun) {
        return Some(Subject {
            span: Span::new(phrase.from(), word.to()),
            mark,
            kind: Kind::Unnamed,
            who: Some(cast::source(text, phrase, body)),
        });
    }
    if mark == Mark::Label || noun.chars().count() < 2 || ABSTRACT_NOUNS.contains(&noun) || ["에", "에서", "으로", "로", "까지", "부터", "다", "라", "서", "지", "기", "하고", "두고", "보다", "에게"].iter().any(|e| noun.ends_with(e) && here.ends_with('는')) {
        return None;
    }
    let body = institution(noun);
    // ‘숲쌤’이: the name without its marks.
    let bare = noun.trim_matches(['‘', '’', '\'', '“', '”', '"']);
    let phrase = if bare.len() < noun.len() && noun.starts_with(['‘', '\'', '“', '"']) {
        let at = word.from() + noun.find(bare).unwrap_or(0);
        Span::new(at, at + bare.len())
    } else {
        phrase
    };
    let one = words.starts_with("한 ") || words.starts_with("또 다른 ") || words.starts_with("다른 ");
    Some(Subject {
        span: Span::new(phrase.from(), word.to()),
        mark,
        kind: if body || one { Kind::Unnamed } else { Kind::Other },
        who: Some(cast::source(text, phrase, body)),
    })
}

/// 말하는 무리: “…”는 평가가 나온다.
const COLLECTIVES: &[&str] = &["업계", "증권가", "금융권", "은행권", "재계", "학계", "정치권", "시장", "노동계", "교육계", "의료계", "투자업계"];

/// 글로 남긴다는 관형어: 앞의 주어가 쓴 이다.
const WRITING: &[&str] = &["쓴", "적은", "남긴", "보낸", "올린", "던진", "말한", "밝힌", "건넨", "전한"];

/// The subject of the quotation at the end of the stretch that `found` were found in.
pub fn choose<'s>(text: &str, found: &'s [Subject], end: usize) -> Option<&'s Subject> {
    let mut weak = None;
    for s in found.iter().rev() {
        if s.kind == Kind::Other {
            continue;
        }
        match s.mark {
            Mark::Topic | Mark::Source | Mark::Label => return Some(s),
            Mark::Nominative => {
                let between = Span::new(s.span.to().min(end), end);
                let mut modifiers = words(text, between).map(|w| w.of(text)).filter(|w| modifies(w));
                if clause_over(text, between) && found.iter().any(|t| t.mark == Mark::Topic && t.kind != Kind::Other && t.span.end <= s.span.start) {
                    continue;
                }
                match modifiers.next() {
                    None => return Some(s),
                    Some(w) if s.kind != Kind::Company && WRITING.contains(&w) && weak.is_none() => weak = Some(s),
                    Some(_) => {}
                }
            }
        }
    }
    weak
}

/// 기자가 이유를 묻자: the clause of a nominative ends before the quotation.
fn clause_over(text: &str, between: Span) -> bool {
    words(text, between).map(|w| w.of(text).trim_end_matches(',')).any(|w| {
        w.chars().count() > 1 && ["자", "자마자", "지만", "는데", "니까", "으면", "라면"].iter().any(|e| w.ends_with(e)) && source_noun(w).is_none()
    })
}

/// A noun with 은 or 는 that is neither named nor known to speak: the last resort.
pub fn any_topic(found: &[Subject]) -> Option<&Subject> {
    found.iter().rev().find(|s| s.kind == Kind::Other && s.mark == Mark::Topic)
}
