use crate::annotate::annotate;
use crate::model::{Block, BlockKind};
use crate::span::Span;

fn notes(text: &str) -> Vec<(&'static str, String)> {
    let article = annotate(text);
    article
        .notes
        .iter()
        .map(|n| (n.kind, n.span.of(text).to_owned()))
        .collect()
}

const BODY: &str = "큰여울전자가 시흥에 공장을 짓는다고 12일 밝혔다. 투자비는 1200억원이며 내년 3월부터 제품을 출하한다.";

#[test]
fn wrong_marks_are_noted_at_the_mark() {
    let found = notes(&format!(
        "{BODY} 전시회 ‘나루테크 2031′에서는 ’큰여울’ 로봇이 나왔다. 김해솔 큰여울전자 대표는 “문이 열렸다고 말했다."
    ));
    assert_eq!(
        found,
        [
            ("quote-mark", "2031′".to_owned()),
            ("quote-mark", "’큰여울’".to_owned()),
            ("quote-unclosed", "“문이".to_owned()),
        ]
    );
}

#[test]
fn well_set_marks_need_no_note() {
    let text = format!(
        "{BODY} 김해솔 큰여울전자 대표는 “‘빨리’보다 ‘제대로’가 먼저”라며 \"화면은 55″\"라고 했다. KAIST's '24년 조사다."
    );
    assert_eq!(notes(&text), []);
}

#[test]
fn a_headline_quote_is_looked_for_in_the_body() {
    let text = format!(
        "큰여울전자 “두 배로 늘린다”… 시흥에 새 공장\n김해솔 대표 “사람부터 뽑겠다”\n\n{BODY}\n\n김해솔 큰여울전자 대표는 “사람부터 뽑겠다”고 말했다."
    );
    assert_eq!(
        notes(&text),
        [("quote-verbatim", "“두 배로 늘린다”".to_owned())]
    );
}

#[test]
fn a_headline_quote_is_looked_for_in_its_own_article() {
    let block = |kind, from, to| Block {
        kind,
        span: Span::new(from, to),
        furniture: Vec::new(),
    };
    use BlockKind::{Body, Deck, Headline};
    let kinds = [Headline, Deck, Body, Deck, Body, Headline, Body];
    let blocks: Vec<Block> = (0..)
        .zip(kinds)
        .map(|(i, kind)| block(kind, i, i + 1))
        .collect();
    let ends: Vec<usize> = (0..blocks.len())
        .map(|at| super::next_article(&blocks, at))
        .collect();
    assert_eq!(ends, [5, 5, 5, 5, 5, 7, 7]);
}

#[test]
fn a_name_in_two_spellings_is_noted_once() {
    let text = format!(
        "{BODY} 발표는 LG트윈타워에서 했다. 기자들은 LG 트윈타워 앞에 모였다. LG 트윈타워는 높다."
    );
    assert_eq!(notes(&text), [("two-spellings", "LG 트윈타워".to_owned())]);
}

#[test]
fn a_speaker_with_two_titles_and_many_unnamed_sources_are_noted() {
    let text = format!(
        "{BODY} 김해솔 큰여울전자 대표는 “이제 시작”이라고 했다. 김해솔 전무는 자리를 떴다.\n\n업계 관계자는 “과열”이라고 했다. 한 증권사 임원은 “거품”이라고 했다."
    );
    assert_eq!(
        notes(&text),
        [
            ("two-titles", "김해솔 전무".to_owned()),
            ("unnamed-sources", "“과열”".to_owned()),
        ]
    );
}

#[test]
fn a_caption_without_credit_is_noted() {
    let text = format!("큰여울전자, 시흥에 공장\n\n▲ 큰여울전자 시흥 공장 조감도\n{BODY}");
    assert_eq!(
        notes(&text),
        [("caption-credit", "▲ 큰여울전자 시흥 공장 조감도".to_owned())]
    );
}
