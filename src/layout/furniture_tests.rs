//! Tests of `furniture`.

use super::*;
use crate::span::Span;

fn is_furniture(text: &str) -> bool {
    weight(&Row::new(
        text,
        Span::new(0, text.len()),
        false,
        Language::Korean,
    )) >= ENOUGH
}

#[test]
fn furniture_and_text() {
    for line in [
        "입력 2026-01-19 05:31 | 수정 2026-01-19 08:02",
        "김가람 기자 garam@gana.example",
        "작성자: 개미장인 (112.xxx) 조회 8,830 추천 97 비추 4",
        "홈 | 뉴스 | 리뷰 | 인터뷰",
        "저작권자 © 가나일보 무단전재 및 재배포 금지",
        "#반도체 #가나전자 #주식",
        "- 7 -",
        "[부산=이나래 기자]",
        "이 기사는 언론사에서 경제 섹션으로 분류했습니다.",
        "공감 57  비공감 12  신고",
        "좋아요 14 싫어요 3 후속기사원해요 8",
    ] {
        assert!(is_furniture(line), "{line}");
    }
    for line in [
        "가나전자, 2026년 3분기 영업익 7조원…댓글 조작 의혹도",
        "“시간은 우리 편 아니다” 위기감도",
        "가나전자가 2026년 1월 19일 공장을 짓는다고 밝혔다.",
        "■ 완성차도 계산기 다시 두드려",
    ] {
        assert!(!is_furniture(line), "{line}");
    }
}
