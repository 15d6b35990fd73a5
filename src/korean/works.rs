//! Words before the titles of works, papers and bodies that are no firms: 드라마 ‘가람그룹’, 학술지 네이처.

use crate::table::{Ends, Starts, Words, ends, starts, words};

/// Kinds of works, whose titles stand in quotation marks.
pub static WORKS: Ends = ends![
    "드라마",
    "영화",
    "웹툰",
    "소설",
    "소설집",
    "시집",
    "동화",
    "예능",
    "프로그램",
    "주말극",
    "일일극",
    "아침극",
    "사극",
    "월화극",
    "수목극",
    "금토극",
    "단막극",
    "뮤지컬",
    "연극",
    "오페라",
    "만화",
    "시트콤",
    "다큐멘터리",
    "다큐",
    "애니메이션",
    "시리즈",
    "노래",
    "신곡",
    "타이틀곡",
    "수록곡",
    "앨범",
    "음반",
    "싱글",
    "게임",
    "게임인",
    "영화인",
    "드라마인",
    "저서",
    "자서전",
    "교과서",
    "특별전",
    "기획전",
    "개인전",
    "콘서트",
    "공연",
    "미드",
    "코너",
    "출연작",
    "데뷔작",
    "차기작",
    "전작",
    "작품",
];

/// What a name without quotation marks behind it belongs to: 국제학술지 네이처, 국제기구 유니세프. No
/// ships or things that firms build and sell: 차기 구축함 한화오션, 스마트밴드 샤오미.
pub static BODIES: Ends = ends![
    "학술지",
    "저널",
    "과학지",
    "의학지",
    "주간지",
    "월간지",
    "계간지",
    "문예지",
    "국제기구",
    "우주정거장",
    "탐사선",
    "탐사선인",
    "항공모함",
    "걸그룹",
    "보이그룹",
    "아이돌그룹",
];

/// What an actor plays: 아마존 역에. A firm may have a part as well: 한국의 구글 역할을 맡는다.
pub static ROLES: Words = words!["역", "역에", "역을", "역으로"];

/// How a part is given and taken.
pub static CASTING: Starts = starts![
    "캐스팅",
    "맡",
    "연기",
    "분한",
    "분해",
    "출연",
    "열연",
    "낙점"
];

/// Last words of what events, courses and lists are called: CEO 인베스터 데이 is nobody.
pub static EVENTS: Words = words![
    "데이",
    "서밋",
    "포럼",
    "콘퍼런스",
    "컨퍼런스",
    "세미나",
    "미팅",
    "브리핑",
    "라운드테이블",
    "아카데미",
    "프로그램",
    "클럽",
    "토크",
    "캠프",
    "어워드",
    "어워즈",
    "페스티벌",
    "네트워크",
    "리더십",
    "서베이",
    "스코어",
    "인덱스",
];
