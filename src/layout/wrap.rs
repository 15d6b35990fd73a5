//! Hard wraps: texts whose paragraphs were broken at a width, as newsletters and PDFs are.

use super::furniture;
use super::rows::{ends_sentence, holds_sentence};
use crate::captions::credit;
use crate::document::{Document, Language, Line};
use crate::span::Span;

/// The widest line, in characters, of a text that was wrapped: Hangul takes two columns.
fn widest(language: Language) -> usize {
    match language {
        Language::Korean => 64,
        Language::English => 96,
    }
}

/// Marks that open a line of its own.
const OWN: &[char] = &[
    '▲', '△', '▶', '▷', '◇', '◆', '■', '□', '●', '○', '•', '▪', '※', '[', '【', '☞', 'ㄴ', '└',
    '↳', '#',
];

/// The spans of rows, with whether a blank line stands before each. `apart`: the lines are known to be paragraphs.
pub fn units(doc: &Document, apart: bool) -> Vec<(Span, bool)> {
    if apart || !is_wrapped(doc) {
        return doc.lines.iter().map(|l| (l.span, l.after_blank)).collect();
    }
    let mut out = Vec::new();
    let gaps = doc.lines.iter().filter(|l| l.after_blank).count();
    if gaps * 12 < doc.lines.len() {
        dense(doc, &mut out);
        return out;
    }
    let mut at = 0;
    while at < doc.lines.len() {
        let mut end = at + 1;
        while end < doc.lines.len() && !doc.lines[end].after_blank {
            end += 1;
        }
        paragraph(doc, &doc.lines[at..end], &mut out);
        at = end;
    }
    out
}

/// The rows of a wrapped text without blank lines: its head line by line, then paragraphs that end
/// with a sentence on a line well short of the width.
fn dense(doc: &Document, out: &mut Vec<(Span, bool)>) {
    let chars = |l: &Line| doc.at(l.span).chars().count();
    let mut widths: Vec<usize> = doc.lines.iter().map(chars).collect();
    crate::order::by(&mut widths, |width| [*width as u32, 0, 0]);
    let width = widths[widths.len() * 3 / 4];
    let alone = |l: &Line| {
        let text = doc.at(l.span);
        text.starts_with(OWN) || furniture::is_plain_furniture(text, doc.language)
    };
    let mut head = true;
    let mut start: Option<usize> = None;
    for (i, line) in doc.lines.iter().enumerate() {
        let text = doc.at(line.span);
        if start.is_none() && (alone(line) || head) {
            let next = doc.lines.get(i + 1).map_or("", |l| doc.at(l.span));
            head &= alone(line) || chars(line) < 10 || super::headline::runs_on(text, next);
            out.push((line.span, line.after_blank));
            continue;
        }
        let first = *start.get_or_insert(i);
        let closed = ends_sentence(text) && (chars(line) * 5 < width * 4);
        if closed
            || doc
                .lines
                .get(i + 1)
                .is_none_or(|l| alone(l) || l.after_blank)
        {
            let span = Span {
                start: doc.lines[first].span.start,
                end: line.span.end,
            };
            out.push((span, doc.lines[first].after_blank));
            start = None;
        }
    }
}

/// The rows of lines without a blank between them: one where they hold a sentence or a credit, else each its own.
fn paragraph(doc: &Document, all: &[Line], out: &mut Vec<(Span, bool)>) {
    if is_long_caption(doc, all) {
        let whole = Span {
            start: all[0].span.start,
            end: all[all.len() - 1].span.end,
        };
        out.push((whole, all[0].after_blank));
        return;
    }
    let mut lines = all;
    while let Some((first, rest)) = lines.split_first() {
        let text = doc.at(first.span);
        let own = text.starts_with(OWN) && !text.starts_with("[사진") && !text.starts_with("[그림");
        if !own && !furniture::is_plain_furniture(text, doc.language) {
            break;
        }
        out.push((first.span, first.after_blank));
        lines = rest;
    }
    let mut behind = 0;
    while let [before @ .., last] = lines {
        let ends = before.last().is_some_and(|l| ends_sentence(doc.at(l.span)));
        if !ends || !furniture::is_plain_furniture(doc.at(last.span), doc.language) {
            break;
        }
        lines = before;
        behind += 1;
    }
    let after = &all[all.len() - behind..];
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return;
    };
    let whole = Span {
        start: first.span.start,
        end: last.span.end,
    };
    let sentence = lines
        .iter()
        .any(|l| ends_sentence(doc.at(l.span)) || holds_sentence(doc.at(l.span)));
    let credited =
        || credit::trailing(&doc.at(whole).replace('\n', " ")).is_some_and(|c| c.weight >= 3);
    if sentence || credited() {
        out.push((whole, first.after_blank));
    } else {
        out.extend(lines.iter().map(|l| (l.span, l.after_blank)));
    }
    out.extend(after.iter().map(|l| (l.span, l.after_blank)));
}

/// ▲ 직원들이 배양기 가동 단추를 누⏎르고 있다. (사진=가람전자): one picture's words on several lines.
fn is_long_caption(doc: &Document, lines: &[Line]) -> bool {
    let [first, rest @ ..] = lines else {
        return false;
    };
    let whole = Span {
        start: first.span.start,
        end: lines[lines.len() - 1].span.end,
    };
    (1..=5).contains(&rest.len())
        && doc.at(first.span).starts_with(['▲', '△', '◀', '▼'])
        && !ends_sentence(doc.at(first.span))
        && rest.iter().all(|l| !doc.at(l.span).starts_with(OWN))
        && credit::trailing(&doc.at(whole).replace('\n', " ")).is_some_and(|c| c.weight >= 3)
}

/// Whether most lines run on into the next and none is wide.
fn is_wrapped(doc: &Document) -> bool {
    if doc.lines.len() < 8 {
        return false;
    }
    let width = widest(doc.language);
    let wide = doc
        .lines
        .iter()
        .filter(|l| doc.at(l.span).chars().count() > width)
        .count();
    let runs_on = |pair: &[Line]| {
        let (a, b) = (doc.at(pair[0].span), doc.at(pair[1].span));
        !pair[1].after_blank
            && !ends_sentence(a)
            && !a.starts_with(OWN)
            && !b.starts_with(OWN)
            && a.chars().count() * 4 >= width / 2
            && !furniture::is_short_furniture(a, doc.language)
    };
    let running = doc.lines.windows(2).filter(|p| runs_on(p)).count();
    wide * 20 <= doc.lines.len() && running >= 6 && running * 5 >= doc.lines.len() * 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_paragraphs_join() {
        let doc = Document::new(
            "새 공장 짓는 가나전자\n\n가나전자가 평택에 새로운 공장을\n짓는다. 회사는 이날 이사회에서\n투자 계획을 확정했다고\n밝혔다.\n\n김가람 대표는 “시장이 열리면\n가장 먼저 움직이겠다”며\n직원을 더 뽑겠다고 덧붙였다.\n업계는 내년 하반기를\n가동 시점으로 본다.",
        );
        assert_eq!(units(&doc, false).len(), 3);
        let plain = Document::new("제목\n\n가나전자가 공장을 짓는다.\n나다전자는 접는다.");
        assert_eq!(units(&plain, false).len(), 4 - 1);
    }
}
