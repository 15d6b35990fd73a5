//! The article for a terminal: marks in the text, the summary below.

use crate::Annotated;
use crate::model::{EntityKind, MentionKind};
use crate::span::Span;

/// The article with `[기업 …]`-like marks, then its summary; with `explain`, a line per annotation
/// that names the rule or lexicon entry that made it.
pub fn to_text(article: &Annotated, explain: bool) -> String {
    let mut out = marked(article);
    if !out.ends_with('\n') {
        out.push('\n');
    }
    out.push_str(&summary(article));
    if explain {
        out.push_str(&reasons(article));
    }
    out
}

/// Every mark with its label.
fn marks(article: &Annotated) -> Vec<(Span, &'static str)> {
    let mut marks: Vec<(Span, &str)> = article
        .mentions
        .iter()
        .map(|m| {
            let label = match m.kind {
                MentionKind::Company => "기업",
                MentionKind::Executive => "경영인",
                MentionKind::Person => "인물",
            };
            (m.span, label)
        })
        .chain(
            article
                .quotes
                .iter()
                .filter(|q| q.direct)
                .map(|q| (q.span, "발언")),
        )
        .chain(article.captions.iter().map(|c| (c.span, "사진")))
        .collect();
    crate::order::by_span(&mut marks, |m| m.0);
    marks
}

fn marked(article: &Annotated) -> String {
    let text = &article.source;
    let mut out = String::with_capacity(text.len() * 2);
    let mut open: Vec<Span> = Vec::new();
    let mut at = 0;
    let close = |out: &mut String, at: &mut usize, open: &mut Vec<Span>, until: usize| {
        while open.last().is_some_and(|s| s.to() <= until) {
            let end = open.pop().expect("just seen").to();
            out.push_str(&text[*at..end]);
            out.push(']');
            *at = end;
        }
    };
    for (span, label) in marks(article) {
        close(&mut out, &mut at, &mut open, span.from());
        out.push_str(&text[at..span.from()]);
        out.push('[');
        out.push_str(label);
        out.push(' ');
        at = span.from();
        open.push(span);
    }
    close(&mut out, &mut at, &mut open, text.len());
    out.push_str(&text[at..]);
    out
}

fn summary(article: &Annotated) -> String {
    let s = &article.summary;
    let mut out = format!(
        "\n— 기업 {} · 경영인 {} · 인물 {} · 발언 {} · 사진 {}\n",
        s.companies.len(),
        s.executives,
        s.persons,
        s.quotes,
        s.captions
    );
    for id in s.companies.iter().chain(&s.people) {
        let e = &article.entities[id.0 as usize];
        let label = match e.kind {
            EntityKind::Company => "기업",
            EntityKind::Executive => "경영인",
            _ => "인물",
        };
        out.push_str(&format!(
            "{label} {} ({}) {}\n",
            e.name,
            e.mentions.len(),
            e.titles.join(", ")
        ));
    }
    for q in article.quotes.iter().filter(|q| q.direct) {
        let who = q
            .speaker
            .as_ref()
            .map_or("말한 이 없음", |s| s.text.as_str());
        out.push_str(&format!("발언 {who}: {}\n", q.span.of(&article.source)));
    }
    out
}

fn reasons(article: &Annotated) -> String {
    let text = &article.source;
    let all = article
        .mentions
        .iter()
        .map(|m| (m.span, &m.reason, m.confidence))
        .chain(
            article
                .quotes
                .iter()
                .map(|q| (q.span, &q.reason, q.confidence)),
        );
    let mut out = String::from("\n— 왜\n");
    for (span, reason, confidence) in all {
        let evidence: Vec<&str> = reason.evidence.iter().map(|s| s.of(text)).collect();
        out.push_str(&format!(
            "{} ← {} ({confidence:?}) {}\n",
            span.of(text),
            reason.rule,
            evidence.join(" · ")
        ));
    }
    out
}
