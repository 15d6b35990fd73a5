//! Rows: what the layout decides about, one line each, or one hard-wrapped paragraph.

use crate::document::Language;
use crate::korean::words::is_letter;
use crate::span::Span;

/// A line, or the lines of a paragraph that was wrapped at a width.
#[derive(Debug)]
pub struct Row<'a> {
    pub text: &'a str,
    pub span: Span,
    /// Blank lines stand before it.
    pub gap: bool,
    pub chars: usize,
    /// Running text: it ends a sentence, or is too long for anything else.
    pub prose: bool,
    pub language: Language,
}

impl<'a> Row<'a> {
    pub fn new(flowed: &'a str, span: Span, gap: bool, language: Language) -> Self {
        let text = span.of(flowed);
        let chars = text.chars().count();
        Row {
            text,
            span,
            gap,
            chars,
            prose: is_prose(text, chars, language),
            language,
        }
    }

    /// Whether it opens with a mark that lists or heads something.
    pub fn mark(&self) -> Option<char> {
        self.text.chars().next().filter(|c| MARKS.contains(c))
    }
}

/// Marks that open list items and section titles.
const MARKS: &[char] = &[
    '▲', '△', '▶', '▷', '▼', '▽', '◀', '◁', '◇', '◆', '■', '□', '●', '○', '◎', '★', '☆', '•', '·',
    'ㆍ', '▪', '※', '―', '–', '-', '*', '☞', '👉', '✔', '✓', '①', '②', '③', '④', '⑤', '⑥', '⑦',
    '⑧', '⑨', '⑩', '❶', '❷', '❸',
];

/// Endings of a Korean sentence, before its full stop.
const FINALS: &[char] = &[
    '다', '요', '죠', '까', '네', '지', '음', '임', '함', '됨', '오', '니', '라', '자', '군', '걸',
    '데', '듯',
];

fn is_prose(text: &str, chars: usize, language: Language) -> bool {
    match language {
        Language::Korean => {
            chars >= 90 || chars >= 10 && (ends_sentence(text) || holds_sentence(text))
        }
        Language::English => {
            let words = text.split_whitespace().count();
            words >= 26 || words >= 7 && ends_sentence(text) && !text.ends_with("..")
        }
    }
}

/// Whether the last words end a sentence with a full stop; closing marks and pictographs aside.
pub fn ends_sentence(text: &str) -> bool {
    let core = text.trim_end_matches(|c: char| {
        matches!(
            c,
            ' ' | '”' | '’' | '"' | '\'' | ')' | ']' | '」' | '』' | '»' | '″' | '′'
        ) || c > '\u{1f000}'
    });
    let Some(before) = core.strip_suffix('.') else {
        return false;
    };
    let dated = || {
        // 2026. 4. 24.
        let spaced = before.rsplit(' ').nth(1).is_some_and(|w| {
            w.strip_suffix('.')
                .is_some_and(|d| !d.is_empty() && d.bytes().all(|b| b.is_ascii_digit()))
        });
        spaced
            || before.rsplit(' ').next().is_some_and(|w| w.contains('.'))
            || before.ends_with(|c: char| c.is_ascii_digit()) && core.len() < text.len()
    };
    before.chars().next_back().is_some_and(|c| {
        c.is_alphabetic()
            || matches!(c, ')' | '”' | '"' | '’' | '\'' | '%' | ']' | '」')
            || c.is_ascii_digit() && !dated()
    })
}

/// Whether a Korean sentence ends inside the text.
pub fn holds_sentence(text: &str) -> bool {
    text.match_indices(['.', '?']).any(|(i, _)| {
        let before = text[..i].chars().next_back();
        let after = text[i + 1..].chars().next();
        before.is_some_and(|c| FINALS.contains(&c))
            && matches!(after, Some(' ' | '”' | '"' | '’' | '\'' | '」' | '″'))
    })
}

/// Whether the words close a chatty sentence that needs no full stop: …요, …ㅎㅎ, …~!
pub fn is_chatty(text: &str) -> bool {
    let core = text.trim_end_matches(|c: char| {
        matches!(c, ' ' | '!' | '~' | '?' | '^' | ')' | ':') || c > '\u{1f000}'
    });
    core.ends_with(['ㅋ', 'ㅎ', 'ㅠ', 'ㅜ', 'ㄷ', 'ㅇ'])
        || ["퍼옴", "긁어옴", "가져옴"]
            .iter()
            .any(|e| core.ends_with(e))
        || text.starts_with("안녕하세요")
        || core.ends_with("니다") && core.len() < text.len()
        || text.chars().count() >= 8 && core.ends_with(['요', '죠'])
}

/// A line of signs only: `=====`, `♡ ♡ ♡`, `----- 아래 기사 전문 -----`.
pub fn is_separator(text: &str) -> bool {
    let signs = |c: char| {
        (!is_letter(c) || c == 'ㅡ')
            && !c.is_whitespace()
            && !matches!(c, '(' | ')' | '[' | ']' | '#')
    };
    let count = text.chars().filter(|c| signs(*c)).count();
    let letters = text.chars().filter(|c| is_letter(*c) && *c != 'ㅡ').count();
    count >= 3
        && (letters == 0
            || count >= 8 && letters < count && text.starts_with(signs) && text.ends_with(signs))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_seen() {
        assert!(ends_sentence("공장을 짓는다고 밝혔다."));
        assert!(ends_sentence("“시장이 정할 일.”"));
        assert!(!ends_sentence("공장을 짓나..."));
        assert!(holds_sentence("샘플을 찔렀다. 투자를 정했다"));
        assert!(!holds_sentence("1. 가나전자, 목표 30% 채웠다"));
        assert!(is_separator("===== ====="));
        assert!(is_separator("---------- 아래 기사 전문 ----------"));
        assert!(!is_separator("가나전자…상장"));
    }
}
