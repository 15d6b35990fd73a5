//! Sentences that keep their quotations whole.

use super::marks::Pair;
use super::signs;
use crate::span::Span;
use crate::walk::find;

/// The sentences of `range`; no sentence ends inside one of `pairs`, whatever its marks. Linear.
pub fn units(text: &str, range: Span, pairs: &[Pair]) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = range.from();
    let mut at = range.from();
    let mut inside = pairs.iter().filter(|p| p.span.overlaps(range)).peekable();
    while at < range.to() {
        if let Some(pair) = inside.peek().filter(|p| p.span.from() <= at) {
            at = pair.span.to().clamp(at, range.to());
            let ended = pair.inner.of(text).trim_end().ends_with(['.', '?', '!']);
            inside.next();
            if ended && breaks_after(text, at, range.to()) {
                push(&mut out, text, start, at);
                start = at;
            }
            continue;
        }
        let stop = inside.peek().map_or(range.to(), |p| p.span.from());
        let stop = stop.min(range.to());
        let found = find(&text.as_bytes()[..stop], at, |b| {
            matches!(b, b'.' | b'!' | b'?')
        });
        at = found.unwrap_or(stop);
        if found.is_none() {
            continue;
        }
        if ends_here(text, start, at, at + 1, range.to()) {
            push(&mut out, text, start, at + 1);
            start = at + 1;
        }
        at += 1;
    }
    push(&mut out, text, start, range.to());
    out
}

fn push(out: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    let span = Span::new(start.min(end), end).trim(text);
    if span.start < span.end {
        out.push(span);
    }
}

fn breaks_after(text: &str, at: usize, end: usize) -> bool {
    let rest = &text[at..end];
    rest.starts_with(char::is_whitespace)
        && !signs::quotative_follows(text, at + (rest.len() - rest.trim_start().len()))
        && !rest.trim_start().starts_with("하고 ")
        // “…?” he asked
        && !rest.trim_start().starts_with(|c: char| c.is_ascii_lowercase())
}

/// 줄여 쓴 말: 뒤의 점은 문장 끝이 아니다.
const SHORT: &[&str] = &[
    "Mr", "Mrs", "Ms", "Dr", "Inc", "Corp", "Co", "Ltd", "St", "Jr", "Sr", "No", "vs", "Prof",
    "U.S", "U.K", "Gen", "Sen", "Gov", "Nov", "Dec", "Jan", "Feb", "Aug", "Sept", "Oct",
];

fn ends_here(text: &str, start: usize, at: usize, next: usize, end: usize) -> bool {
    let mut after = text[next..end].chars();
    let follows = match after.next() {
        None => true,
        Some(c) if c.is_whitespace() => true,
        // 붙여 쓴 다음 문장: 마쳤다.최대
        Some(c) => {
            text[start..at].ends_with('다') && ('가'..='힣').contains(&c)
                || ('①'..='⑳').contains(&c)
        }
    };
    // Only behind a Latin letter a full stop may shorten a word.
    let latin = text[start..at].ends_with(|c: char| c.is_ascii_alphabetic());
    if !follows || !latin {
        return follows;
    }
    let word = text[start..at]
        .rsplit(|c: char| c.is_whitespace() || c == '(')
        .next()
        .unwrap_or("");
    let initial = word.chars().count() == 1 && word.chars().all(|c| c.is_ascii_uppercase());
    !(text[at..].starts_with('.')
        && (initial || SHORT.contains(&word))
        && text[next..end].trim_start().chars().next().is_some())
}
