//! Whole pages, invented.

use super::*;

fn kinds(source: &str) -> String {
    let doc = Document::new(source);
    blocks(&doc, &[])
        .iter()
        .map(|b| match b.kind {
            BlockKind::Headline => 'h',
            BlockKind::Deck => 'd',
            BlockKind::Body => 'b',
            BlockKind::Caption => 'c',
            BlockKind::Furniture => 'f',
        })
        .collect()
}

#[test]
fn a_portal_page() {
    let page = "NAVER 뉴스\n가나일보\n가나전자, 평택에 새 공장…“시장 연다”\n직원 300명 새로 뽑아\n입력2025.02.03. 오후 5:02\n김가람 기자\n\
        가나전자 직원들이 공장을 둘러보고 있다. /뉴스1\n가나전자가 평택에 공장을 짓는다고 3일 밝혔다.\n\n업계는 반긴다. 투자가 늘어서다.\n\
        김가람 기자 garam@gana.example\nCopyright ⓒ 가나일보. All rights reserved.\n가나일보 주요뉴스\n다나전자, 공장 접나";
    assert_eq!(kinds(page), "ffhdffcbbffff");
}

#[test]
fn a_board_post() {
    let page = "종목토론실\n제목\n가나전자 드디어 터졌다…영업익 두 배게시글 내용\n가나전자가 3분기 영업이익을 두 배로 늘렸다고 밝혔다.\n\
        저는 계속 들고 갑니다 여러분도 힘내세요.\n추천 12 반대 3\n댓글 2\nㄴ 가즈아\n언제 팔아야 하나요 저는 물렸습니다.";
    assert_eq!(kinds(page), "ffhbbffff");
    let doc = Document::new(page);
    let headline = &blocks(&doc, &[])[2];
    assert_eq!(headline.furniture[0].of(&doc.text), "게시글 내용");
}

#[test]
fn a_paste_without_breaks_is_body() {
    assert_eq!(kinds("가나전자가 공장을 짓는다. 업계는 반긴다."), "b");
    assert_eq!(kinds(""), "");
}
