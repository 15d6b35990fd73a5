//! Which of the possible subjects before a quotation speaks it.

use super::phrases::{modifies, source_noun, words};
use super::subjects::{Kind, Mark, Subject};
use crate::span::Span;

/// 글로 남긴다는 관형어: 앞의 주어가 쓴 이다.
const WRITING: &[&str] = &[
    "쓴", "적은", "남긴", "보낸", "올린", "던진", "말한", "밝힌", "건넨", "전한",
];

/// How many possible subjects before a quotation are weighed.
const WEIGHED: usize = 24;

/// The subject of the quotation at the end of the stretch that `found` were found in; `told` when
/// a reporting verb follows the quotation.
pub fn choose<'s>(text: &str, found: &'s [Subject], end: usize, told: bool) -> Option<&'s Subject> {
    let mut weak = None;
    for (i, s) in found.iter().rev().take(WEIGHED).enumerate() {
        if s.kind == Kind::Other {
            // 판사가 “…”고 묻자: nothing stands between the subject and its words.
            let touches =
                told && i == 0 && may_speak(s) && text[s.span.to().min(end)..end].trim().is_empty();
            if touches {
                return Some(s);
            }
            continue;
        }
        match s.mark {
            Mark::Topic | Mark::Source | Mark::Label => return Some(s),
            Mark::Nominative => {
                let between = Span::new(s.span.to().min(end), end);
                let mut modifiers = words(text, between)
                    .map(|w| w.of(text))
                    .filter(|w| modifies(w));
                if clause_over(text, between)
                    && found.iter().any(|t| {
                        t.mark == Mark::Topic && t.kind != Kind::Other && t.span.end <= s.span.start
                    })
                {
                    continue;
                }
                match modifiers.next() {
                    None => return Some(s),
                    Some(w)
                        if s.kind != Kind::Company && WRITING.contains(&w) && weak.is_none() =>
                    {
                        weak = Some(s)
                    }
                    Some(_) => {}
                }
            }
        }
    }
    weak
}

/// 기자가 이유를 묻자: the clause of a nominative ends before the quotation.
fn clause_over(text: &str, between: Span) -> bool {
    words(text, between)
        .map(|w| w.of(text).trim_end_matches(','))
        .any(|w| {
            w.chars().count() > 1
                && ["자", "자마자", "지만", "는데", "니까", "으면", "라면"]
                    .iter()
                    .any(|e| w.ends_with(e))
                && source_noun(w).is_none()
        })
}

/// A noun with 은 or 는 that is neither named nor known to speak: the last resort.
pub fn any_topic(found: &[Subject]) -> Option<&Subject> {
    found
        .iter()
        .rev()
        .find(|s| s.kind == Kind::Other && s.mark == Mark::Topic && may_speak(s))
}

/// Ends of nouns for people.
const HUMAN_ENDS: [char; 20] = [
    '사', '자', '원', '인', '가', '장', '생', '민', '님', '꾼', '관', '부', '모', '녀', '객', '주',
    '진', '팀', '들', '씨',
];

/// Whether a noun is one for people: 판사, 주민들.
pub fn ends_as_human(words: &str) -> bool {
    words.ends_with(HUMAN_ENDS)
}

/// Ends of nouns for measures and plans: 거래량, 영업이익, 가격.
const THING_ENDS: [char; 17] = [
    '량', '익', '출', '격', '율', '률', '액', '력', '성', '권', '책', '안', '점', '표', '망', '적',
    '설',
];

/// Whether a noun that nothing is known of may speak: 판사, 세이프로; not GM과의 협력.
fn may_speak(subject: &Subject) -> bool {
    let Some(who) = &subject.who else {
        return false;
    };
    let words = who.speaker.text.as_str();
    let head = words.rsplit(' ').next().unwrap_or(words);
    let name = head.chars().count() >= 3 && !head.ends_with(THING_ENDS);
    subject.mark == Mark::Nominative || name || head.ends_with(HUMAN_ENDS)
}
