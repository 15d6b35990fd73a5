//! What the markup of a pasted page said about its lines. The text decides what a line says; a hint only tells what
//! the page's author took it for, so it is followed where the words do not speak against it.

use super::rows::Row;
use crate::document::Document;
use crate::span::Span;

/// What the markup says a stretch of the input is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    /// A heading of the first rank.
    Heading,
    /// A paragraph of its own.
    Paragraph,
    /// The words under a picture.
    Caption,
    /// Navigation, a button, a footer.
    Furniture,
}

/// A hint: bytes of the input and what the markup says of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hint {
    pub markup: Markup,
    pub span: Span,
}

/// What is told of each of `spans`: the hint that covers most of it. `hints` stand in order; linear.
pub fn told(doc: &Document, spans: &[Span], hints: &[Hint]) -> Vec<Option<Markup>> {
    let mut next = 0;
    spans
        .iter()
        .map(|span| {
            let line = doc.to_source(*span);
            while next < hints.len() && hints[next].span.end <= line.start {
                next += 1;
            }
            let hint = hints.get(next)?;
            let from = hint.span.start.max(line.start);
            let to = hint.span.end.min(line.end);
            let covered = to.saturating_sub(from);
            (covered * 3 > (line.end - line.start) * 2).then_some(hint.markup)
        })
        .collect()
}

/// Whether lines are paragraphs of their own: then nothing was broken at a width.
pub fn has_paragraphs(doc: &Document, hints: &[Hint]) -> bool {
    if hints.is_empty() {
        return false;
    }
    let lines: Vec<Span> = doc.lines.iter().map(|l| l.span).collect();
    let told = told(doc, &lines, hints);
    told.iter()
        .filter(|t| **t == Some(Markup::Paragraph))
        .count()
        >= 3
}

/// The row that the page calls its headline: the only heading of the first rank, above the text, and no site's name.
pub fn headline(rows: &[Row], told: &[Option<Markup>], furniture: &[i32]) -> Option<usize> {
    let mut headings = (0..rows.len()).filter(|i| told[*i] == Some(Markup::Heading));
    let first = headings.next()?;
    let alone = headings.next().is_none();
    (alone && rows[first].chars >= 8 && furniture[first] < super::furniture::ENOUGH)
        .then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::BlockKind;

    fn kinds(lines: &[(&str, Option<Markup>)]) -> Vec<BlockKind> {
        let mut text = String::new();
        let mut hints = Vec::new();
        for (line, markup) in lines {
            let start = text.len();
            text.push_str(line);
            let span = Span::new(start, text.len());
            hints.extend(markup.map(|markup| Hint { markup, span }));
            text.push('\n');
        }
        let doc = Document::new(&text);
        crate::layout::blocks(&doc, &hints)
            .iter()
            .map(|b| b.kind)
            .collect()
    }

    const TEXT: &str = "가람전자는 다음 달 새 공장을 연다고 12일 밝혔다. 공장은 충주에 선다.";
    const MORE: &str = "회사는 올해 안에 직원 이백 명을 뽑는다. 공장은 내년 봄에 돌기 시작한다.";

    #[test]
    fn a_caption_without_any_sign_of_one_is_told_by_its_markup() {
        let caption = "지난봄 충주에서 터를 다지는 모습";
        let page = |markup| {
            kinds(&[
                ("가람전자, 충주에 새 공장 짓는다", None),
                (TEXT, None),
                (caption, markup),
                (MORE, None),
            ])
        };
        assert_eq!(page(Some(Markup::Caption))[2], BlockKind::Caption);
        assert_ne!(page(None)[2], BlockKind::Caption);
    }

    #[test]
    fn the_only_heading_is_the_headline_and_a_button_is_furniture() {
        let found = kinds(&[
            ("충주에 부는 바람", Some(Markup::Furniture)),
            ("가람전자 새 공장 이야기", Some(Markup::Heading)),
            (TEXT, Some(Markup::Paragraph)),
            (MORE, Some(Markup::Paragraph)),
        ]);
        let wanted = [
            BlockKind::Furniture,
            BlockKind::Headline,
            BlockKind::Body,
            BlockKind::Body,
        ];
        assert_eq!(found, wanted);
    }

    #[test]
    fn two_headings_tell_nothing() {
        let lines = [
            ("가람전자, 충주에 새 공장 짓는다", Some(Markup::Heading)),
            (TEXT, None),
            ("많이 읽은 소식 모음입니다", Some(Markup::Heading)),
            (MORE, None),
        ];
        let bare = lines.map(|(line, _)| (line, None));
        assert_eq!(kinds(&lines), kinds(&bare));
    }
}
