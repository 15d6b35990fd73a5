//! The text that the later stages read: line breaks inside a paragraph are gone.
//!
//! Most become a space. Columns set to a width (PDF, newspapers) break inside words as well:
//! `시⏎작했다`, `구매 담당 임원⏎은`. There the break falls out altogether, so that names and particles
//! are found; spans are carried back over it at the end.

use crate::document::{Document, Language};
use crate::korean::names::{is_hangul, korean_name};
use crate::korean::particles::{follows, stems};
use crate::korean::words::is_letter;
use crate::lexicon;
use crate::map::Set;
use crate::model::Block;
use crate::span::Span;

/// A text with its paragraphs in one line each, and the way back to the document.
pub struct Flow {
    pub text: String,
    /// Where breaks fell out, in offsets of `text`.
    cuts: Vec<u32>,
}

impl Flow {
    /// Where a span of the flow lies in the document.
    pub fn to_document(&self, span: Span) -> Span {
        let before = |at: u32, own: bool| {
            let n = self
                .cuts
                .partition_point(|c| if own { *c <= at } else { *c < at });
            n as u32
        };
        let start = span.start + before(span.start, true);
        let end = span.end + before(span.end, false);
        Span {
            start: start.min(end),
            end,
        }
    }
}

/// The flow of `doc`, whose `blocks` are moved over to it. Linear.
pub fn flow(doc: &Document, blocks: &mut [Block]) -> Flow {
    let mut text = spaced(&doc.text, blocks.iter().map(|b| b.span));
    let broken = broken(doc, blocks);
    if broken.is_empty() {
        return Flow {
            text,
            cuts: Vec::new(),
        };
    }
    let mut next = broken.iter().peekable();
    let mut at = 0;
    text.retain(|c| {
        let here = at;
        at += c.len_utf8();
        next.next_if(|b| **b == here).is_none()
    });
    let cuts: Vec<u32> = broken
        .iter()
        .enumerate()
        .map(|(i, b)| (*b - i) as u32)
        .collect();
    let moved = |at: u32| at - broken.partition_point(|b| (*b as u32) < at) as u32;
    for block in blocks {
        let spans = std::iter::once(&mut block.span).chain(&mut block.furniture);
        for span in spans {
            *span = Span {
                start: moved(span.start),
                end: moved(span.end),
            };
        }
    }
    Flow { text, cuts }
}

/// `text` with every line break inside one of `spans` turned into a space, byte for byte as long.
pub fn spaced(text: &str, spans: impl Iterator<Item = Span>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for span in spans {
        for (i, _) in span.of(text).match_indices('\n') {
            out.push_str(&text[from..span.from() + i]);
            out.push(' ');
            from = span.from() + i + 1;
        }
    }
    out.push_str(&text[from..]);
    out
}

/// From how many breaks that nothing else explains on a text is held to break inside words, and
/// of how many each such one must be.
const TELLING: usize = 3;
const OF: usize = 25;

/// The line breaks inside a block's words.
fn broken(doc: &Document, blocks: &[Block]) -> Vec<usize> {
    if doc.language != Language::Korean {
        return Vec::new();
    }
    let breaks: Vec<Break> = blocks
        .iter()
        .flat_map(|b| breaks(&doc.text, b.span))
        .collect();
    let telling = breaks
        .iter()
        .filter(|b| b.before_particle() || b.after_a_syllable())
        .count();
    if telling < TELLING || telling * OF < breaks.len() {
        return Vec::new();
    }
    let known = known_words(&doc.text, blocks);
    breaks
        .iter()
        .filter(|b| b.inside_a_word(&known))
        .map(|b| b.at)
        .collect()
}

/// A line break between two Hangul letters.
struct Break<'a> {
    at: usize,
    /// Whether white space stands before the letters on the left.
    alone: bool,
    left: &'a str,
    right: &'a str,
    /// The word after `right`, where only a space stands between.
    then: &'a str,
}

fn breaks(text: &str, span: Span) -> impl Iterator<Item = Break<'_>> {
    let words = span.of(text);
    words.match_indices('\n').filter_map(move |(i, _)| {
        let (before, after) = (&words[..i], &words[i + 1..]);
        let hangul = before.ends_with(is_hangul) && after.starts_with(is_hangul);
        let from = before.rfind(|c: char| !is_letter(c)).map_or(0, |j| {
            j + before[j..].chars().next().map_or(1, char::len_utf8)
        });
        let to = after.find(|c: char| !is_letter(c)).unwrap_or(after.len());
        // “…”고⏎말했다: a particle ends the line, not a piece of a word.
        let alone = before[..from].ends_with(char::is_whitespace) || from == 0;
        let then = after[to..].strip_prefix(' ').unwrap_or("");
        let then = &then[..then.find(|c: char| !is_letter(c)).unwrap_or(then.len())];
        hangul.then(|| Break {
            then,
            alone,
            at: span.from() + i,
            left: &before[from..],
            right: &after[..to],
        })
    })
}

/// Particles and endings that are no words of their own.
const BOUND: &[&str] = &[
    "은",
    "는",
    "을",
    "를",
    "의",
    "에",
    "와",
    "과",
    "으로",
    "에서",
    "에게",
    "까지",
    "부터",
    "다고",
    "다며",
    "다는",
    "라고",
    "라며",
    "이라고",
    "이라며",
    "들은",
    "들이",
    "들을",
    "들의",
    "였다",
    "이었다",
];

/// Endings of 하다 and 되다, which stand apart after 고, 도, 게 and the like.
const DOING: &[&str] = &[
    "다", "이다", "했다", "했고", "하고", "하며", "하는", "한다", "된다", "됐다", "되고", "됐고",
];

/// One syllable that stands as a word.
const LONE: &[&str] = &[
    "한", "이", "그", "저", "등", "및", "수", "것", "더", "또", "약", "총", "전", "현", "각", "제",
    "첫", "두", "세", "네", "본", "올", "잘", "못", "안", "큰", "새", "옛", "온", "단", "즉", "중",
    "때", "곳", "점", "일", "월", "년", "명", "개", "원", "건", "뒤", "후", "앞", "위", "속", "간",
    "내", "외", "씨", "말", "손", "눈", "돈", "길", "물", "빚", "값", "집", "차", "배", "해", "달",
    "날", "땅", "팀", "줄", "듯", "만", "채", "뿐", "데", "지", "바", "터", "적", "측", "쪽",
];

impl Break<'_> {
    fn before_particle(&self) -> bool {
        const WORDS: &[&str] = &[
            "보다", "이나", "하고", "이고", "이라", "이란", "이며", "나마",
        ];
        let chain = self.right.chars().count() >= 2
            && !WORDS.contains(&self.right)
            && follows(self.left, self.right);
        self.alone && (BOUND.contains(&self.right) || chain)
    }

    fn inside_a_word(&self, known: &Set<&str>) -> bool {
        let does = self.alone
            && DOING.contains(&self.right)
            && !self
                .left
                .ends_with(['고', '도', '게', '지', '려', '야', '면', '만', '을', '를']);
        if self.before_particle() || does {
            return true;
        }
        let whole = format!("{}{}", self.left, self.right);
        // 주은⏎결 부사장
        if self.alone
            && korean_name(&whole).is_some_and(|score| score >= -8)
            && whole.chars().count() == 3
            && stems(self.then).any(|s| lexicon::titles().get(s).is_some())
        {
            return true;
        }
        let apart = is_known(self.left, known) && is_known(self.right, known);
        if !apart && is_known(&whole, known) {
            return true;
        }
        self.after_a_syllable()
    }

    /// 시⏎작했다
    fn after_a_syllable(&self) -> bool {
        self.alone && self.left.chars().count() == 1 && !LONE.contains(&self.left)
    }
}

fn is_known(word: &str, known: &Set<&str>) -> bool {
    stems(word).any(|stem| {
        stem.chars().count() > 1
            && (known.contains(stem)
                || lexicon::is_common_word(stem)
                || lexicon::companies().get(stem).is_some()
                || lexicon::titles().get(stem).is_some())
    })
}

/// The words of the article that no line break touches, without their particles.
fn known_words<'a>(text: &'a str, blocks: &[Block]) -> Set<&'a str> {
    let mut out = Set::default();
    for block in blocks {
        for line in block.span.of(text).split('\n') {
            let mut words = line
                .split(|c: char| !is_letter(c))
                .filter(|w| w.chars().count() > 1);
            words.next();
            let mut last = None;
            for word in words {
                if let Some(before) = last.replace(word) {
                    out.extend(stems(before));
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;

    const COLUMN: &str = "가람전자 새 공장 가동\n\n변압기를 만드는 가람전자가 창원에 공\n장을 열었다. 회사는 내년 생산량을 두\n배로 늘린다. 업계 관계자는 가람전\n자의 납기가 짧다고 평가했다. 새 공장\n은 축구장 아홉 개 크기다. 김해솔 가람전자 부\n사장은 “주문이 밀렸다”고 말했다. 직원\n들은 이달부터 두 조로 나뉘어 일한다.";

    #[test]
    fn words_broken_at_a_width_are_whole() {
        let article = annotate(COLUMN);
        let names: Vec<&str> = article.mentions.iter().map(|m| m.span.of(COLUMN)).collect();
        assert!(names.contains(&"가람전\n자"), "{names:?}");
        assert!(names.contains(&"김해솔 가람전자 부\n사장"), "{names:?}");
        assert!(
            article
                .quotes
                .iter()
                .any(|q| q.span.of(COLUMN) == "“주문이 밀렸다”")
        );
    }

    #[test]
    fn a_text_broken_between_words_keeps_its_spaces() {
        let doc = Document::new(
            "제목\n\n가람전자가 공장을\n열었다. 이 공장\n생산량은 두 배로\n늘어난다.",
        );
        let mut blocks = [Block {
            kind: crate::model::BlockKind::Body,
            span: Span::new(0, doc.text.len()),
            furniture: Vec::new(),
        }];
        let flow = flow(&doc, &mut blocks);
        assert_eq!(flow.text, doc.text.replace('\n', " "));
    }
}
