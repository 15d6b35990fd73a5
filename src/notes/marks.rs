//! Wrong, mixed and missing quotation marks, whether the words are speech or a term.

use crate::model::{MendedMarks, Note, Repair};
use crate::span::Span;

/// One note for each pair, at the words beside its wrong mark.
pub fn check(text: &str, marks: &[MendedMarks], notes: &mut Vec<Note>) {
    for pair in marks {
        let has = |r: Repair| pair.repairs.contains(&r);
        let (kind, message) = if has(Repair::Unclosed) {
            ("quote-unclosed", "닫는 따옴표가 없습니다")
        } else if has(Repair::Prime) {
            ("quote-mark", "따옴표 자리에 다른 부호가 있습니다")
        } else if has(Repair::Turned) {
            ("quote-mark", "따옴표 방향이 바뀌었습니다")
        } else {
            ("quote-mark", "여는 따옴표와 닫는 따옴표가 다릅니다")
        };
        notes.push(Note {
            kind,
            span: beside(text, pair),
            message: message.to_owned(),
        });
    }
}

/// The wrong mark with the word that it touches.
fn beside(text: &str, pair: &MendedMarks) -> Span {
    let words = pair.span.of(text);
    let wrong_start = words.starts_with(['”', '’', '」', '』', '»', '′', '″', '`', '´']);
    if wrong_start || pair.repairs.contains(&Repair::Unclosed) {
        let end = words.find(char::is_whitespace).unwrap_or(words.len());
        Span::new(pair.span.from(), pair.span.from() + end)
    } else {
        let start = words.trim_end().rfind(char::is_whitespace).map_or(0, |i| {
            i + words[i..].chars().next().map_or(1, char::len_utf8)
        });
        Span::new(pair.span.from() + start, pair.span.to())
    }
}
