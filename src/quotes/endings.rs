//! How a stretch of Korean ends: as a sentence, or in a reporting verb.

use super::cues::verb_length;
use crate::korean::words::is_letter;

/// Whether the last sentence of `words` ends in a reporting verb: 한 바 없다고 선을 그었다.
pub fn ends_in_report(words: &str) -> bool {
    let body = words.trim_end_matches(|c: char| !is_letter(c));
    let last = body.rsplit(['.', '?', '!']).next().unwrap_or(body);
    let mut tail = last.split_whitespace().rev();
    let (Some(end), Some(before)) = (tail.next(), tail.next()) else {
        return false;
    };
    verb_length(end).is_some()
        && (before.ends_with('고')
            || before.ends_with('며')
            || before.ends_with("을")
            || before.ends_with("를"))
}

/// Whether `words` end as a sentence does (…다, …요, …까) or with a full stop.
pub fn ends_as_sentence(words: &str) -> bool {
    let words = words.trim_end();
    let words = words
        .strip_suffix(')')
        .and_then(|w| w.rfind('(').map(|i| &w[..i]))
        .unwrap_or(words);
    if words.ends_with(['.', '?', '!', '~', '…']) {
        return true;
    }
    let bare = words.trim_end_matches(|c: char| !is_letter(c));
    bare.chars()
        .next_back()
        .is_some_and(|c| "다요죠까자냐라네나지오소군야걸데래어아해봐줘니고야텐".contains(c))
        && bare.contains(' ')
        || bare.ends_with("다")
        || bare.ends_with("요")
}
