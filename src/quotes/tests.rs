//! Whole sentences, with mentions given.

use super::find;
use crate::document::Language;
use crate::model::{
    Block, BlockKind, Confidence, Entity, EntityId, EntityKind, Mention, MentionKind, Quote, Reason,
};
use crate::span::Span;

/// The quotes of `lines` (each a body block), where `people` and `companies` are named in full.
fn read(text: &str, people: &[&str], companies: &[&str]) -> Vec<Quote> {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        if !line.is_empty() {
            blocks.push(Block {
                kind: BlockKind::Body,
                span: Span::new(at, at + line.len()),
                furniture: Vec::new(),
            });
        }
        at += line.len() + 1;
    }
    let (mut mentions, mut entities) = (Vec::new(), Vec::new());
    for (name, company) in people
        .iter()
        .map(|n| (n, false))
        .chain(companies.iter().map(|n| (n, true)))
    {
        let id = EntityId(entities.len() as u32);
        entities.push(Entity {
            kind: if company {
                EntityKind::Company
            } else {
                EntityKind::Executive
            },
            name: name.to_string(),
            aliases: Vec::new(),
            titles: Vec::new(),
            companies: Vec::new(),
            mentions: Vec::new(),
            listed: None,
        });
        for (i, _) in text.match_indices(name) {
            let span = Span::new(i, i + name.len());
            mentions.push(Mention {
                kind: if company {
                    MentionKind::Company
                } else {
                    MentionKind::Executive
                },
                span,
                name: span,
                title: None,
                affiliations: Vec::new(),
                entity: id,
                confidence: Confidence::Sure,
                reason: Reason {
                    rule: "test",
                    evidence: Vec::new(),
                },
            });
        }
    }
    find(text, Language::Korean, &blocks, &mentions, &entities).0
}

fn speakers(text: &str, people: &[&str], companies: &[&str]) -> Vec<String> {
    read(text, people, companies)
        .into_iter()
        .filter(|q| q.direct)
        .map(|q| q.speaker.map(|s| s.text).unwrap_or_default())
        .collect()
}

#[test]
fn the_subject_before_speaks() {
    assert_eq!(
        speakers("나들샘 대표는 15일 “문을 연다”고 말했다.", &["나들샘"], &[]).len(),
        1
    );
    assert_eq!(
        speakers(
            "나들샘은 여울전자가 낸 자료를 두고 “틀렸다”고 말했다.",
            &["나들샘"],
            &["여울전자"]
        ),
        ["나들샘"]
    );
    assert_eq!(
        speakers(
            "나들샘은 기자가 이유를 묻자 “비밀”이라며 웃었다.",
            &["나들샘"],
            &[]
        ),
        ["나들샘"]
    );
}

#[test]
fn context_resolves_what_is_left_out() {
    let text = "나들샘은 공장을 찾았다. 그는 “감개무량하다”고 했다. 이어 “더 짓겠다”고 덧붙였다.";
    assert_eq!(speakers(text, &["나들샘"], &[]), ["나들샘", "나들샘"]);
    assert_eq!(
        speakers(
            "여울전자는 쉬었다. 회사 측은 “곧 연다”고 했다.",
            &[],
            &["여울전자"]
        ),
        ["여울전자"]
    );
}

#[test]
fn unnamed_sources_stay_as_written() {
    let text = "사안에 밝은 한 조선업계 관계자는 “배가 모자란다”고 귀띔했다.";
    let quotes = read(text, &[], &[]);
    assert_eq!(
        quotes[0].speaker.as_ref().unwrap().text,
        "한 조선업계 관계자"
    );
    assert!(quotes[0].anonymous);
    assert_eq!(
        speakers("국토교통부는 “위법은 없다”고 밝혔다.", &[], &[]),
        ["국토교통부"]
    );
    assert_eq!(
        speakers("업계에서는 “비싸다”는 지적이 나온다.", &[], &[]),
        ["업계"]
    );
    assert_eq!(
        speakers("그러나 “비싸기만 하다”는 지적이 나온다.", &[], &[]),
        [""]
    );
}

#[test]
fn parts_of_one_statement_share_its_number() {
    let quotes = read(
        "나들샘은 “늘린다”며 “뽑는다”고 했다. 나들샘은 “또 보자”고 했다.",
        &["나들샘"],
        &[],
    );
    let numbers: Vec<u32> = quotes.iter().map(|q| q.statement).collect();
    assert_eq!(numbers, [0, 0, 1]);
}

#[test]
fn names_and_terms_are_no_speech() {
    for text in [
        "회사는 ‘하늘다리’라는 이름의 라면을 낸다.",
        "두 회사는 이른바 ‘프레너미’다.",
        "나들샘은 ‘속도’를 강조했다.",
        "이들은 ‘사막의 여우’로 불린다.",
        "영화 ‘이제 시작’이 상을 받았다.",
    ] {
        assert!(
            read(text, &["나들샘"], &[]).iter().all(|q| !q.direct),
            "{text}"
        );
    }
}

#[test]
fn the_addressee_is_kept_apart() {
    let quotes = read(
        "나들샘은 물빛누리에게 “손을 잡자”고 제안했다.",
        &["나들샘", "물빛누리"],
        &[],
    );
    assert_eq!(quotes[0].speaker.as_ref().unwrap().text, "나들샘");
    assert_eq!(quotes[0].addressee.as_ref().unwrap().text, "물빛누리");
}

#[test]
fn quotes_run_over_paragraphs() {
    let text = "“문은 닫혔습니다.\n그러나 다시 열립니다.”\n나들샘이 개장식에서 말했다.";
    let quotes = read(text, &["나들샘"], &[]);
    assert_eq!(quotes.len(), 1);
    assert_eq!(
        quotes[0].span.of(text),
        "“문은 닫혔습니다.\n그러나 다시 열립니다.”"
    );
    assert_eq!(quotes[0].speaker.as_ref().unwrap().text, "나들샘");
}

#[test]
fn indirect_speech_is_marked_as_such() {
    let text = "여울전자는 새 공장을 짓는다고 밝혔다.";
    let quotes = read(text, &[], &["여울전자"]);
    assert_eq!(quotes.len(), 1);
    assert!(!quotes[0].direct);
    assert_eq!(quotes[0].span.of(text), "새 공장을 짓는다고");
}
