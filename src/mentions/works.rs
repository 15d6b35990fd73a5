//! Titles of works, names of papers and parts of actors, which end or sound like firms.

use super::scan::Scan;
use crate::korean::words::Gap;
use crate::korean::works::{BODIES, CASTING, ROLES, WORKS};
use crate::lexicon;
use crate::span::Span;

/// Signs that open a title, and how many words of it may stand before and behind a name.
const OPENING: [char; 8] = ['‘', '\'', '“', '"', '「', '『', '<', '《'];
const REACH: usize = 3;

/// Whether the words around show the title of a work (드라마 ‘가람그룹’), a paper (학술지 네이처) or
/// the part of an actor (아마존 역에 캐스팅됐다).
pub fn titled(scan: &Scan, span: Span) -> bool {
    let word = scan.word_at(span.from());
    let kind = |p: usize| WORKS.any(scan.word(p));
    // 월스트리트저널 애플: a paper of its own.
    if let Some(p) = scan.previous(word)
        && BODIES.any(scan.word(p))
        && lexicon::press().get(scan.word(p)).is_none()
    {
        return true;
    }
    // The first word of the title: behind the opening mark.
    let mut first = word;
    while word - first < REACH
        && let Some(p) = scan.previous(first)
    {
        first = p;
    }
    let Gap::Sign(sign) = scan.words[first].gap else {
        return part(scan, word, span);
    };
    let opened = OPENING.contains(&sign) && first > 0 && kind(first - 1) && {
        let between = &scan.text[scan.words[first - 1].span.to()..scan.words[first].span.from()];
        between.trim_start_matches(' ').chars().count() == 1 && !between.contains('\n')
    };
    opened && closes(scan, span) || part(scan, word, span)
}

/// Whether the title ends within a few words: what is quoted is no sentence.
fn closes(scan: &Scan, span: Span) -> bool {
    const CHARS: usize = 20;
    let end = |c: char| matches!(c, '’' | '\'' | '”' | '"' | '」' | '』' | '>' | '》');
    scan.after(span).chars().take(CHARS).any(end)
}

/// Whether it, from word `word` on, is a part that somebody plays.
fn part(scan: &Scan, word: usize, span: Span) -> bool {
    let Some(role) = scan.next(scan.word_near(word, span.to() - 1)) else {
        return false;
    };
    ROLES.has(scan.word(role))
        && (role + 1..scan.words.len().min(role + 1 + REACH)).any(|k| CASTING.any(scan.word(k)))
}
