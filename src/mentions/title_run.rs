//! A title and all that belongs to it: 대표이사 사장 겸 CEO, HE사업본부장(사장).

use super::scan::Scan;
use super::titles::{TitleWord, title_in};
use crate::korean::names::korean_name;
use crate::korean::words::{Gap, is_letter};
use crate::lexicon::TitleClass;
use crate::span::Span;

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
    /// An ordinary word as well: 시장, 의사.
    pub ambiguous: bool,
}

/// More titles than these nobody bears at once. It bounds what 회장 회장 회장 … costs.
const MOST: usize = 8;

/// The title at word `t`, extended: 대표이사 사장, 회장 겸 CEO, 최고경영자(CEO), 부문장(사장).
pub fn title_run(scan: &Scan, t: usize) -> Option<TitleRun> {
    let word = scan.words[t].span;
    let TitleWord {
        start,
        end,
        mut class,
        ambiguous,
    } = scan.title(t)?;
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
    // 이사회 의장
    let board = scan
        .previous(t)
        .filter(|&p| start == 0 && scan.word(t).starts_with("의장") && scan.word(p) == "이사회");
    if let Some(p) = board {
        (first_word, from) = (p, scan.words[p].span.from());
    }
    let mut to = word.from() + end;
    let mut last_word = t;
    let mut bare = to == word.to();
    for _ in 0..MOST {
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
        let Some(more) = scan.title(next).filter(|m| m.class != TitleClass::Other) else {
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
        fused: core > from && board.is_none(),
        core,
        ambiguous,
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
pub fn open_bracket(text: &str, at: usize) -> Option<usize> {
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
