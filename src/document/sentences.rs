//! Sentence ends.

use crate::span::Span;

/// The sentences of `block` (a span of `text`), in order, trimmed, covering all its words.
///
/// A full stop ends a sentence when white space or a closing mark follows and it does not follow
/// a lone Latin letter or an abbreviation. Inside quotation marks a sentence does not end, so
/// that a reported utterance stays with its verb. Linear.
pub fn sentences(text: &str, block: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let words = block.of(text);
    let (mut start, mut depth) = (0usize, 0i32);
    let mut straight = false;
    let mut chars = words.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        match c {
            '“' | '「' | '『' | '«' => depth = 1,
            '”' | '」' | '』' | '»' => depth = 0,
            '"' => straight = !straight,
            '\n' => {}
            '.' | '!' | '?' | '。' if depth == 0 && !straight => {
                let ends = match chars.peek() {
                    None => true,
                    Some(&(_, n)) => n.is_whitespace(),
                };
                let before = words[..i].chars().next_back();
                let abbreviation = c == '.' && is_abbreviation(&words[start..i]);
                if ends && !abbreviation && before.is_some() {
                    push(
                        &mut out,
                        text,
                        block.from() + start,
                        block.from() + i + c.len_utf8(),
                    );
                    start = i + c.len_utf8();
                }
            }
            _ => {}
        }
    }
    push(&mut out, text, block.from() + start, block.to());
    out
}

fn push(out: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    let span = Span::new(start, end).trim(text);
    if span.start < span.end {
        out.push(span);
    }
}

fn is_abbreviation(before: &str) -> bool {
    let word = before
        .rsplit(|c: char| c.is_whitespace() || c == '(')
        .next()
        .unwrap_or("");
    let initial = word.chars().count() == 1 && word.chars().all(|c| c.is_ascii_uppercase());
    let spelled = word.len() >= 3
        && word.contains('.')
        && word.chars().all(|c| c.is_ascii_alphabetic() || c == '.');
    initial
        || spelled
        || matches!(
            word,
            "Mr" | "Mrs"
                | "Ms"
                | "Dr"
                | "Inc"
                | "Corp"
                | "Co"
                | "Ltd"
                | "St"
                | "Jr"
                | "Sr"
                | "No"
                | "vs"
                | "Prof"
        )
}
