//! Tests of `headline`.

use super::*;
use crate::span::Span;

fn row(text: &str) -> Row<'_> {
    Row::new(text, Span::new(0, text.len()), true, Language::Korean)
}

#[test]
fn headlines_weigh_more_than_mastheads() {
    for line in [
        "국수 한 그릇이 걸어온 길",
        "[인사·부고] 2월 26일",
        "가나전자, 평택에 새 공장…“시장 연다”",
    ] {
        assert!(weight(&row(line)) >= ENOUGH, "{line}");
    }
    for line in ["가나일보", "월간 담백 12월호", "=====", "숲지기의 경제노트"] {
        assert!(weight(&row(line)) < ENOUGH, "{line}");
    }
}

#[test]
fn speech_in_a_headline_is_no_running_text() {
    assert!(holds_speech(&row(
        "“미안하다. 다시 하겠다”…가나전자 대표의 눈물"
    )));
    assert!(!holds_speech(&row(
        "“미안하다. 다시 하겠다”라고 대표는 말했다."
    )));
}

#[test]
fn headlines_run_on() {
    assert!(runs_on("가나전자는 왜 은행을", "사지 않았나"));
    assert!(runs_on("가나전자, “새 시장", "열겠다”"));
    assert!(!runs_on("새 공장 짓는 가나전자", "직원 300명 뽑아"));
}
