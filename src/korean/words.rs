//! Words: runs of letters and digits, as particles and names are made of them.

use crate::span::Span;

/// Whether `c` is a letter or a digit of any script: `char::is_alphanumeric`, which searches for
/// Hangul syllables and quotation marks in a long table.
pub fn is_letter(c: char) -> bool {
    match c {
        '가'..='힣' => true,
        '\u{2010}'..='\u{203e}' => false,
        _ => c.is_alphanumeric(),
    }
}

/// `text` in small letters, as `str::to_lowercase` gives them, which is four kilobytes of code and searches long tables
/// for every Hangul syllable. All letters are taken one by one but the sigma that ends a Greek word: ΑΣ, ας.
#[inline(never)]
pub fn lower(text: &str) -> String {
    let caseless = |c: char| {
        matches!(c,
            '가'..='힣' | '·' | '\u{2010}'..='\u{203f}' | '\u{25a0}'..='\u{25ff}'
            | '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}')
    };
    if text.chars().all(|c| c.is_ascii() || caseless(c)) {
        text.to_ascii_lowercase()
    } else {
        let mut out = String::new();
        let mut chars = text.chars().peekable();
        let mut inside = false;
        while let Some(c) = chars.next() {
            if c == 'Σ' && inside && !chars.peek().is_some_and(|next| next.is_alphabetic()) {
                out.push('ς');
            } else {
                c.to_lowercase().for_each(|small| out.push(small));
            }
            inside = c.is_alphabetic();
        }
        out
    }
}

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// The block begins.
    Start,
    /// Only white space.
    Space,
    /// Punctuation; the last sign before the word, white space aside, and whether the sign
    /// touches both words.
    Sign(char),
}

/// A run of letters and digits (with &, hyphen, point inside Latin names).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    pub span: Span,
    pub gap: Gap,
}

/// The words of `block`, a span of `text`. Linear.
pub fn words(text: &str, block: Span) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let mut gap = Gap::Start;
    let mut chars = block.of(text).char_indices().peekable();
    let base = block.from();
    while let Some((i, c)) = chars.next() {
        if !is_letter(c) {
            gap = match (gap, c.is_whitespace()) {
                (Gap::Start, true) if out.is_empty() => Gap::Start,
                (Gap::Sign(s), true) => Gap::Sign(s),
                (_, true) => Gap::Space,
                (_, false) => Gap::Sign(c),
            };
            continue;
        }
        let start = base + i;
        let mut end = start + c.len_utf8();
        let mut last = c;
        while let Some(&(j, n)) = chars.peek() {
            let inside = is_letter(n) || {
                let next = block.of(text)[j + n.len_utf8()..].chars().next();
                joins(last, n, next)
            };
            if !inside {
                break;
            }
            end = base + j + n.len_utf8();
            last = n;
            chars.next();
        }
        out.push(Word {
            span: Span::new(start, end),
            gap,
        });
        gap = Gap::Space;
    }
    out
}

/// Whether `sign` between two letters belongs to the word: KT&G, E&S, T-모바일, U.S.
fn joins(before: char, sign: char, after: Option<char>) -> bool {
    let Some(after) = after else { return false };
    match sign {
        '&' => is_letter(before) && is_letter(after),
        '-' => {
            before.is_ascii_alphanumeric() && is_letter(after)
                || before.is_alphabetic() && after.is_ascii_digit()
        }
        '.' => before.is_ascii_alphanumeric() && after.is_ascii_alphanumeric(),
        '\'' | '’' => before.is_ascii_alphabetic() && after.is_ascii_alphabetic(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_letters_are_those_of_the_standard_library() {
        for text in [
            "가람전자 CEO·CFO “말”",
            "ÉCOLE 가람",
            "ΑΣ",
            "ⓒ Ⓒ ① 韓 『가』 ● ▲ K㎏",
        ] {
            assert_eq!(lower(text), text.to_lowercase());
        }
        let all: String = ('\u{80}'..='\u{ffff}').collect();
        for c in all.chars() {
            let text = c.to_string();
            assert_eq!(lower(&text), text.to_lowercase(), "{c}");
        }
    }

    #[test]
    fn gaps_tell_what_stands_between() {
        let text = "“가람전자·KT&G 대표(CEO)";
        let words = words(text, Span::new(0, text.len()));
        let seen: Vec<_> = words.iter().map(|w| (w.span.of(text), w.gap)).collect();
        assert_eq!(
            seen,
            [
                ("가람전자", Gap::Sign('“')),
                ("KT&G", Gap::Sign('·')),
                ("대표", Gap::Space),
                ("CEO", Gap::Sign('('))
            ]
        );
    }
}
