//! How much a line looks like a caption, from its words alone.

use super::credit::{self, Credit};
use super::positions;
use crate::document::Language;
use crate::span::Span;
use crate::table::{Ends, Starts, ends, starts};

/// Nouns that a caption ends a sentence with.
pub static PICTURES: Ends = ends![
    "모습",
    "장면",
    "전경",
    "조감도",
    "투시도",
    "배치도",
    "이미지",
    "갈무리",
    "캡처",
    "내부",
    "외관",
    "포스터",
    "그래픽",
    "일러스트",
    "사옥",
    "현장",
    "현판",
    "화면",
    "사진",
    "로고",
    "포즈",
    "단체사진",
    "기념사진",
    "추이",
    "실내",
    "야경",
    "조형물",
];

/// Openings that announce a caption.
static LABELS: Starts = starts![
    "[사진]",
    "[사진 설명]",
    "[사진설명]",
    "사진설명",
    "사진 설명",
    "<사진>",
    "〈사진〉",
    "(사진)",
    "[그림",
    "[자료사진]",
];

/// Whether a line opens with such a label, numbered or not: [사진], [사진2], <사진 3>.
fn labelled(text: &str) -> bool {
    let numbered = ["[사진", "<사진", "〈사진", "(사진", "[그림"]
        .iter()
        .any(|l| {
            text.strip_prefix(l).is_some_and(|rest| {
                let after = rest
                    .trim_start()
                    .trim_start_matches(|c: char| c.is_ascii_digit());
                after.len() < rest.len() && after.starts_with([']', '>', '〉', ')'])
            })
        });
    numbered || LABELS.any(text)
}

/// Marks that point to a picture; ▲ and △ open lists as well.
const ARROWS: &[char] = &['▲', '△', '◀', '◁', '▼', '▽', '▶', '▷', '◇', '◆', '■'];
const POINTERS: &[char] = &['▲', '△', '◀', '◁', '▼', '▽'];

/// Endings of the present progressive and of a state.
static PROGRESSIVE: Ends = ends![
    "고 있다",
    "어 있다",
    "아 있다",
    "여 있다",
    "혀 있다",
    "려 있다",
    "해 있다",
    "져 있다",
    "춰 있다",
    "와 있다",
    "서 있다",
    "돼 있다",
];

/// Endings that report: no caption tells what somebody said.
static REPORTS: Ends = ends![
    "말했다",
    "밝혔다",
    "전했다",
    "설명했다",
    "덧붙였다",
    "강조했다",
    "했다고",
    "라고 했다",
    "고 했다",
    "보도했다",
];

/// Endings of the past tense: a picture shows what is.
static PAST: Ends = ends![
    "했다",
    "였다",
    "었다",
    "았다",
    "렸다",
    "졌다",
    "났다",
    "갔다",
    "왔다",
    "봤다",
    "됐다",
    "켰다",
    "췄다",
    "줬다",
    "넘는다",
];

/// What it weighs that a line says who stands where.
const POSITIONS: i32 = 2;

/// The weight of a line as a caption; 3 and more is one. `arrow` says whether a mark at its start may count.
/// `found` is the credit at its end.
pub fn weight(text: &str, language: Language, arrow: bool, found: Option<&Credit>) -> i32 {
    let chars = text.chars().count();
    if chars > 420 {
        return 0;
    }
    let mut sum = 0;
    let mut core = text;
    let mut credited = false;
    if let Some(found) = found {
        sum += found.weight;
        credited = true;
        core = text[..found.start].trim_end();
    } else if let Some(found) = credit::leading(text) {
        sum += found.weight;
        core = text[found.end..].trim();
        let tail = credit::agency_tail(core);
        if tail.is_none() && (core.contains("기자 =") || core.contains("기자=")) || tail == Some(0)
        {
            return 0;
        }
        sum += if tail.is_some() || core.contains("photo@") {
            3
        } else {
            0
        };
        core = &core[..tail.unwrap_or(core.len())];
    }
    if labelled(core) && core.len() > 20 {
        sum += 3;
    }
    if let Some(c) = core.chars().next()
        && arrow
        && ARROWS.contains(&c)
        && !core[c.len_utf8()..].contains(c)
    {
        sum += if POINTERS.contains(&c) { 2 } else { 1 };
        core = core[c.len_utf8()..].trim_start();
    }
    // The ends of the sentences are read soonest, and say of most lines that they tell, not show.
    let (ends, shows) = match language {
        Language::Korean => endings(core, credited),
        Language::English => (0, false),
    };
    if language == Language::Korean && sum + POSITIONS + ends + i32::from(shows) <= 0 {
        return 0;
    }
    if !positions::positions(text, Span::new(0, text.len()), language).is_empty() {
        sum += POSITIONS;
    }
    if language == Language::Korean {
        // By itself the progressive is no evidence: the body uses it too.
        sum += ends + i32::from(shows && sum > 0);
    } else if core.split(' ').count() < 60 && !core.is_empty() && core.contains("(File photo)") {
        sum += 3;
    }
    if sum <= 0 {
        return sum;
    }
    // A page pasted without line breaks, with a picture's words at its end.
    if chars > 200 && text.matches(['“', '”', '"']).count() >= 4 {
        return 0;
    }
    let sentences = core.matches("다. ").count();
    if chars > 200 {
        sum -= 2;
    }
    if chars > 300 || sentences >= 3 {
        sum -= 2;
    }
    sum
}

/// What the ends of the sentences say, and whether the last is in the progressive.
fn endings(core: &str, credited: bool) -> (i32, bool) {
    let last = core.trim_end_matches(['.', ' ', ')', ']']);
    let mut sum = 0;
    let nominal = |s: &str| {
        let s = s.trim_end_matches(['.', ' ', '’', '\'']);
        let s = s.split('(').next().unwrap_or(s).trim_end();
        PICTURES.any(s)
    };
    let mut pairs = core.as_bytes().windows(2);
    let first = pairs.position(|w| w[0] == b'.' && w[1] == b' ');
    let first = &core[..first.unwrap_or(core.len())];
    if nominal(last) || nominal(first) {
        sum += 2;
    } else if core.ends_with('.') && is_nominal(first) {
        sum += 1;
    }
    let past = PAST.any(last);
    if REPORTS.any(last) || !credited && past {
        sum -= 2;
    }
    (sum, PROGRESSIVE.any(last))
}

/// Whether a sentence ends without a verb.
fn is_nominal(sentence: &str) -> bool {
    let end = sentence.trim_end_matches(['.', ' ', ')', '’', '\'', '”', '"']);
    end.chars().count() > 8
        && !end.ends_with([
            '다', '요', '죠', '까', '나', '는', '은', '지', '네', '오', '라', '고', '며',
        ])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_caption(text: &str) -> bool {
        weight(
            text,
            Language::Korean,
            true,
            credit::trailing(text).as_ref(),
        ) >= 3
    }

    #[test]
    fn captions_and_body() {
        for line in [
            "김가람 가나전자 대표(왼쪽)와 이나래 부사장이 악수하는 모습.",
            "▲ 가나전자 평택 공장 조감도",
            "△ 관람객이 전시장에서 사진을 찍고 있다.",
            "[서울=뉴시스] 직원들이 선물을 나눠주고 있다. 2025.12.11. photo@newsis.example",
            "[사진=가나전자] 로봇이 빵을 굽는 모습",
        ] {
            assert!(is_caption(line), "{line}");
        }
        for line in [
            "현재 회사는 평택에 공장을 짓고 있다.",
            "로이터는 이번 행사를 “로봇들의 명절”이라고 표현했다.",
            "▲광고 ▲커머스 등 3대 부문 가운데 사진 공유가 컸다.",
            "[서울=뉴시스] 김가람 기자 = 가나전자가 공장을 짓고 있다.",
        ] {
            assert!(!is_caption(line), "{line}");
        }
    }
}
