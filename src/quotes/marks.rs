//! Pairs of quotation marks: which opens, which closes, and what was wrong with them.
//!
//! A mark's surroundings count for more than its shape, since pasted articles use every shape at
//! either end. One pass over each block with a small stack of open marks: linear.

use super::signs::{self, Family, Sign};
use crate::document::Language;
use crate::model::{Block, BlockKind, Repair};
use crate::span::Span;

/// A pair of quotation marks that lies in no other pair.
#[derive(Clone, Debug)]
pub struct Pair {
    /// Marks included.
    pub span: Span,
    /// What stands between the marks.
    pub inner: Span,
    /// The family of the opening mark.
    pub family: Family,
    /// Whether either end is a double mark.
    pub double: bool,
    pub repairs: Vec<Repair>,
    /// The block it opens in.
    pub block: usize,
    /// The block it closes in.
    pub last_block: usize,
}

/// Whether a repair is beyond doubt: a single mark left open may be an apostrophe.
pub fn sure(pair: &Pair) -> bool {
    pair.family != Family::Single || !pair.repairs.contains(&Repair::Unclosed)
}

struct Open {
    sign: Sign,
    turned: bool,
}

/// The outermost pairs of all blocks but furniture, in order.
pub fn pairs(text: &str, blocks: &[Block], language: Language) -> Vec<Pair> {
    let mut out: Vec<Pair> = Vec::new();
    let mut from = 0; // first byte that no pair over several paragraphs has taken
    for (at, block) in blocks.iter().enumerate() {
        if block.kind == BlockKind::Furniture || block.span.from() < from && block.span.to() <= from
        {
            continue;
        }
        let start = block.span.from().max(from);
        let signs = signs::signs(
            text,
            Span::new(start, block.span.to()),
            &block.furniture,
            language,
        );
        let (mut found, open) = match_up(text, &signs, block.span.to(), at, language);
        if let Some(open) = open.first()
            && let Some(long) =
                super::paragraphs::close_later(text, blocks, at, &open.sign, language)
        {
            from = long.span.to();
            found.retain(|p| p.span.to() <= long.span.from());
            found.push(long);
        } else {
            found.extend(
                open.iter()
                    .filter_map(|o| unclosed(text, &o.sign, block.span.to(), at)),
            );
        }
        out.extend(outermost(found));
    }
    out
}

fn match_up(
    text: &str,
    signs: &[Sign],
    end: usize,
    block: usize,
    language: Language,
) -> (Vec<Pair>, Vec<Open>) {
    let mut stack: Vec<Open> = Vec::new();
    let mut out = Vec::new();
    for (i, sign) in signs.iter().enumerate() {
        if sign.prime && sign.after_digit && is_measure(&stack, &signs[i + 1..]) {
            continue;
        }
        let same = stack.iter().rposition(|o| o.sign.family == sign.family);
        let closes = if stack.is_empty() {
            None
        } else if sign.can_close && !sign.can_open {
            closing_target(&stack, same, sign, &signs[i + 1..], language)
        } else if sign.can_open && !sign.can_close {
            None
        } else if same.is_some() {
            same
        } else if sign.shape_opens && !signs::quotative_follows(text, sign.span.to()) {
            None
        } else {
            closing_target(&stack, same, sign, &signs[i + 1..], language)
        };
        if let Some(target) = closes {
            let open = stack.drain(target..).next();
            if let Some(open) = open {
                out.push(pair(open, sign, block));
            }
        } else if sign.can_open
            && (!sign.can_close || sign.shape_opens || !sign.shape_closes && stack.is_empty())
        {
            // A second opening of the same family means that the first was never closed.
            if let Some(old) = stack.iter().rposition(|o| o.sign.family == sign.family) {
                let limit = sign.span.from();
                let lost: Vec<Open> = stack.drain(old..).collect();
                out.extend(
                    lost.iter()
                        .filter_map(|o| unclosed(text, &o.sign, limit.min(end), block)),
                );
            }
            stack.push(Open {
                turned: sign.shape_closes && !sign.shape_opens,
                sign: sign.clone(),
            });
        }
    }
    (out, stack)
}

/// 6′2″: a prime after a digit, while an open mark of another shape awaits its own closing one.
fn is_measure(stack: &[Open], later: &[Sign]) -> bool {
    stack.last().is_some_and(|open| {
        !open.sign.prime
            && later
                .iter()
                .take(6)
                .take_while(|s| !(s.can_open && !s.can_close && s.family == open.sign.family))
                .any(|s| s.family == open.sign.family && s.can_close && !s.prime)
    })
}

/// Which open mark a closing one ends: the nearest of its family, else the outermost, unless the
/// right mark is still to come or an apostrophe is as likely.
fn closing_target(
    stack: &[Open],
    same: Option<usize>,
    sign: &Sign,
    later: &[Sign],
    language: Language,
) -> Option<usize> {
    if same.is_some() {
        return same;
    }
    let top = stack.len().checked_sub(1)?;
    let family = stack[top].sign.family;
    let awaited = |wait: usize| {
        later
            .iter()
            .take(wait)
            .take_while(|s| !(s.can_open && !s.can_close && s.family == family))
            .any(|s| s.family == family && s.can_close)
    };
    let weak = sign.family == Family::Single && family != Family::Single;
    if weak && language == Language::English {
        return None;
    }
    if (sign.prime && sign.after_digit || family == Family::Single && sign.family != Family::Single)
        && awaited(4)
    {
        return None;
    }
    if stack.len() > 1 && awaited(2) {
        return None;
    }
    Some(top)
}

fn pair(open: Open, close: &Sign, block: usize) -> Pair {
    let mut repairs = Vec::new();
    if open.turned || close.shape_opens && !close.shape_closes {
        repairs.push(Repair::Turned);
    }
    if !signs::matching(open.sign.mark, close.mark) && repairs.is_empty() {
        repairs.push(Repair::Mixed);
    }
    if open.sign.prime || close.prime {
        repairs.push(Repair::Prime);
    }
    Pair {
        span: Span::new(open.sign.span.from(), close.span.to()),
        inner: Span::new(open.sign.span.to(), close.span.from()),
        family: open.sign.family,
        double: open.sign.family == Family::Double || close.family == Family::Double,
        repairs,
        block,
        last_block: block,
    }
}

/// An opening mark without a closing one: up to the end of its sentence, else of the block.
fn unclosed(text: &str, sign: &Sign, end: usize, block: usize) -> Option<Pair> {
    let start = sign.span.to();
    if start >= end || sign.prime && sign.after_digit {
        return None;
    }
    let words = &text[start..end];
    let mut chars = words.char_indices().peekable();
    let mut stop = words.len();
    while let Some((i, c)) = chars.next() {
        if matches!(c, '.' | '!' | '?') && chars.peek().is_none_or(|&(_, n)| n.is_whitespace()) {
            stop = i + c.len_utf8();
            break;
        }
    }
    let span = Span::new(sign.span.from(), start + stop).trim(text);
    let inner = Span::new(start.min(span.to()), span.to());
    Some(Pair {
        span,
        inner,
        family: sign.family,
        double: sign.family == Family::Double,
        repairs: vec![Repair::Unclosed],
        block,
        last_block: block,
    })
}

fn outermost(mut found: Vec<Pair>) -> Vec<Pair> {
    crate::order::by_span(&mut found, |p| p.span);
    let mut out: Vec<Pair> = Vec::new();
    for p in found {
        if out.last().is_none_or(|last| last.span.end <= p.span.start) {
            out.push(p);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, Vec<Repair>)> {
        let block = Block {
            kind: BlockKind::Body,
            span: Span::new(0, text.len()),
            furniture: Vec::new(),
        };
        pairs(text, &[block], Language::Korean)
            .into_iter()
            .map(|p| (p.span.of(text).to_string(), p.repairs))
            .collect()
    }

    #[test]
    fn wrong_marks_are_repaired() {
        assert_eq!(
            found("”내일이 좌우한다”고 했다."),
            [("”내일이 좌우한다”".into(), vec![Repair::Turned])]
        );
        assert_eq!(
            found("그는 \"문이 열렸다‘며 웃었다."),
            [("\"문이 열렸다‘".into(), vec![Repair::Turned])]
        );
        assert_eq!(
            found("그는 ″됐다″고 했다."),
            [("″됐다″".into(), vec![Repair::Prime])]
        );
        assert_eq!(
            found("전시회 ‘나루 2031′에서"),
            [("‘나루 2031′".into(), vec![Repair::Mixed, Repair::Prime])]
        );
        assert_eq!(
            found("그는 “끝났다고 말했다. 비가 왔다."),
            [("“끝났다고 말했다.".into(), vec![Repair::Unclosed])]
        );
    }

    #[test]
    fn nested_pairs_stay_inside() {
        assert_eq!(
            found("\"'싸게'를 외치는 동안 '제대로'가 빠졌다'고"),
            [(
                "\"'싸게'를 외치는 동안 '제대로'가 빠졌다'".into(),
                vec![Repair::Mixed]
            )]
        );
        assert_eq!(
            found("“아직 ‘숨은 보석’”이라고"),
            [("“아직 ‘숨은 보석’”".into(), vec![])]
        );
    }

    #[test]
    fn apostrophes_and_primes_are_no_quotes() {
        assert!(found("화면은 55″ 크기, 각도는 5′ 이하다.").is_empty());
        assert!(found("KAIST's 연구, don't stop").is_empty());
        assert!(found("졸업은 ’24년이다.").is_empty());
    }

    #[test]
    fn any_text_is_taken() {
        for text in ["", "“", "”", "'", "\"\"", "“”", "‘“’”", "…“…", "“\u{300}”"]
        {
            found(text);
        }
    }
}
