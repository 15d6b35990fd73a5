//! What page furniture says: words of menus, counters, bylines, copyright notices and links.

/// Where in a line the words of a cue stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum At {
    Start,
    End,
    Any,
    /// The line is nothing else.
    Whole,
}

use crate::table::{Ends, Words, ends, words};

use super::cue_index::{Cues, cues};
use At::{Any, End, Start, Whole};

/// Cues that stand in the same place and weigh the same.
pub type Group = (At, i32, &'static [&'static str]);

/// All cues of [`SHORT`], each found by its first character.
pub static SHORT_CUES: Cues = cues!(SHORT);
/// All cues of [`PROSE`].
pub static PROSE_CUES: Cues = cues!(PROSE);

/// Cues for a short line; 3 is enough by itself. Lower case for Latin letters.
#[rustfmt::skip]
const SHORT: &[Group] = &[
    // 저작권, 제보
    (Any, 4, &["무단전재", "무단 전재", "무단복제", "무단 복제", "저작권자", "all rights reserved"]),
    (Any, 3, &["재배포", "제보는", "기사제보", "okjebo"]),
    (Start, 4, &["copyright", "(끝)"]),
    (Start, 2, &["제보"]),
    (Whole, 4, &["(끝)", "끝."]),
    (Whole, 3, &["끝"]),
    // 단추
    (Any, 3, &["구독하기", "구독해지", "기자 구독", "원문 구독", "구독신청", "정기구독", "무료 구독", "글자크기",
        "글자 크기", "글씨크기", "글씨 크기", "본문듣기", "본문 듣기", "음성으로 듣기", "음성 변환", "음성재생",
        "요약봇", "요약보기", "본문 요약", "기사원문", "원문보기", "원문 보기", "url 복사", "url복사", "이웃추가",
        "공유하기", "기사공유", "sns 보내기", "인쇄하기", "번역 설정", "바로가기", "본문 기타 기능", "웹에서 보기",
        "가입하기", "로그인", "회원가입", "글쓰기", "댓글쓰기", "댓글 쓰기", "댓글달기", "더보기", "확대보기",
        "기사보기", "카페정보", "나의활동", "프롤로그", "목록열기", "pdf로 보기", "앱 다운", "채널 추가",
        "기사 모아보기", "추천하기", "후원하기"]),
    (Whole, 4, &["구독", "프린트", "스크랩", "공유", "신고", "목록", "신고하기", "목록으로", "목록보기", "목록 보기"]),
    (Any, 4, &["수신거부", "수신 거부", "unsubscribe", "본문 바로가기", "사진 확대", "사진확대",
        "이미지 크게보기", "이미지 크게 보기", "• 읽는 데 "]),
    (Any, 2, &["기사 요약", "다시보기", "앱에서", "친구에게", "전달하기"]),
    // 다른 기사
    (Any, 4, &["관련기사", "관련 기사", "관련뉴스", "관련 뉴스", "추천기사", "추천 기사", "인기기사", "인기 기사",
        "인기뉴스", "인기 뉴스", "많이 본", "많이 읽은", "랭킹 뉴스", "랭킹뉴스", "주요뉴스", "언론사가 직접",
        "언론사홈", "섹션 분류"]),
    (Any, 3, &["주요 뉴스", "핫이슈", "다른기사", "다른 기사", "최신 기사", "다른 글", "이전 기사", "다음 기사", "이전글",
        "다음글", "이전 화보", "이전 사진", "지난 호", "카테고리 글", "카테고리 이동", "오늘의 운세", "이 블로그",
        "이 장소의"]),
    (Any, 2, &["속보·단독"]),
    (Any, 1, &["체크인"]),
    (Start, 4, &["☞"]),
    (Start, 2, &["프로필"]),
    // 게시판
    (End, 3, &["correspondent", "게시판", ": 네이버 블로그", ": 네이버 카페", "| 다음뉴스", "- 네이버 뉴스", "티스토리",
        "님의 스토리"]),
    (Start, 3, &["게시판", "매니저 ", "번호 ", "댓글", "출처 ", "태그", "- 0"]),
    (Any, 3, &["게시판 ·", "게시판 >", "게시글", "전체글", "인기글", "우수회원", "이웃공개"]),
    (Any, 4, &["종목토론", "댓글목록", "전체댓글", "전체 댓글", "등록순", "네티즌 의견", "운영배심원", "운영원칙",
        "삭제된 댓글", "찬성/반대"]),
    (Start, 4, &["글쓴이", "작성자", "등록자", "작성일", "ㄴ ", "└", "↳", "┗", "[출처]", "출처:", "출처 :",
        "원문:", "원문 :"]),
    (Whole, 5, &["제목"]),
    (Whole, 4, &["내용", "본문"]),
    (Any, 1, &["갤러리"]),
    // 보도자료
    (Any, 4, &["보도자료", "보 도 자 료"]),
    (Start, 3, &["배포", "담당", "문의", "붙임"]),
    (Any, 3, &["보도 가능", "게재 문의"]),
    (Start, 4, &["[문의]", "보도일시"]),
    (Start, 2, &["※"]),
    (Any, 1, &["접수"]),
    // 광고
    (Whole, 5, &["광고", "ad", "advertisement", "sponsored"]),
    (Start, 5, &["[광고]"]),
    (Any, 4, &["pick 안내"]),
    (Start, 4, &["[ⓒ", "이 기사에 대해", "좋았어요"]),
    (Start, 3, &["ⓒ", "©", "이 기사를", "이 기사가", "이 기사는", "좋아요", "시세 |"]),
    (Any, 3, &["***", ".xxx", "어떠셨나요"]),
    (Start, 2, &["공감"]),
    (End, 3, &["발신 전용입니다."]),
    // 글쓴이
    (Start, 4, &["에디터 ", "글·사진", "사진·글", "정리=", "정리 =", "대담=", "편집 =", "편집=", "진행·정리",
        "진행="]),
    (Start, 1, &["글 "]),
    (Start, 2, &["번역 "]),
    (Any, 3, &[", 번역 "]),
    (Whole, 4, &["사진부"]),
    // English
    (Start, 3, &["by ", "trending", "조회수", "published", "updated", "source ", "listen to", "comments"]),
    (Any, 4, &["(reporting by", "our standards", "trust principles", "동의 없이 링크", "에디터스 픽", "클린뷰",
        "핫뉴스", "100자평", "최신기사", " min read", "to myft", "reuse this content", "contributed from",
        "contributed to this"]),
    (Start, 4, &["reporting by", "editing by", "(adds ", "read more", "related:", "sign up", "subscribe",
        "register now", "most popular", "most read", "topics:", "tags:", "more in ", "more galleries", "more from",
        "share this", "share |", "타임톡", "more stories", "interview by", "photo editor",
        "media contact", "contact:", "write to ", "follow us", "skip to"]),
    (Whole, 4, &["share", "서명", "save", "print"]),
    (Any, 3, &["조회 수", "제보하기", "작성 전 필독", "staff writer", "senior reporter"]),
    (Start, 5, &["촬영기자", "영상취재", "영상 취재", "영상편집", "영상 편집", "news provided by", "to write comments", "this interview has been"]),
    (Start, 2, &["follow ", "the monday interview"]),
    (Any, 2, &["in pictures", "newsletter"]),
];

/// Cues that hold for a running sentence as well.
#[rustfmt::skip]
const PROSE: &[Group] = &[
    (Any, 4, &["무단전재", "무단 전재", "무단복제", "무단 복제", "all rights reserved", "표출된 기사", "수신거부",
        "수신을 원", "unsubscribe", "발신 전용", "투자 참고용", "투자 권유를", "책임지지 않습니다",
        "책임을 지지 않습니다", "삭제되었습니다", "삭제하였습니다", "삭제된 댓글", "편집 방향과 다를",
        "호에 실렸습니다", "출처를 밝혀", "연락 바랍니다", "이 기사를 추천", "어떠셨나요?", "도움이 되었나요?", "도움이 되셨나요?", "유용했나요?", "블라인드 처리", "숨김 처리", "접힌 채로", "제보를 기다립니다",
        "제보해 주세요", "제보하기", "읽어주기 기능은", "전달해 주세요", "전달해주세요", "구독자에게 발송", "로그인 후", "의견을 나눠보세요", "해당 언론사로 이동",
        "직접 확인하세요", "동의 없이 링크", "쿠팡 파트너스 활동", "contributed from",
        "contributed to this report"]),
    (Start, 4, &["저작권자", "read more", "copyright", "sign up", "write to ", "register now", "media contact"]),
    (Any, 5, &["이 기사는 언론사에서", "선정하며 언론사 페이지", "댓글은 삭제", "운영배심원"]),
    (Any, 3, &["유료 페이지", "구독되었습니다", "메인 뉴스판", "외부 필자", "내려받을 수 있습니다", "홈페이지에서 확인할 수 있습니다",
        "바로 보세요"]),
    (Start, 4, &["본 자료는", "당사는 본", "본 조사자료", "본 조사분석자료", "본 보고서는", "동 자료"]),
    (Start, 5, &["이 메일은", "(reporting by", "reporting by", "our standards", "to write comments",
        "this interview has been"]),
    (Start, 3, &["붙임"]),
    (End, 3, &[". 끝."]),
    (Start, 2, &["ⓒ", "©"]),
    (Start, 1, &["source "]),
];

/// Ends of a link that a mark points to: `▶ 앱에서 시세 보기`.
#[rustfmt::skip]
pub const CALLS: &[&str] = &[
    "보기", "가기", "추가", "확인", "클릭", "신청", "다운로드", "만화", "하세요",
];

/// Counters: a number beside one of these is a page's tally.
#[rustfmt::skip]
pub static COUNTERS: Words = words![
    "추천", "비추천", "비추", "반대", "찬성", "조회", "조회수", "댓글", "공감", "비공감", "좋아요", "싫어요",
    "슬퍼요", "화나요", "훈훈해요", "응원해요", "감동이에요", "후속", "후속기사", "원해요", "추천해요", "스크랩",
    "답글", "이웃", "talk", "likes", "views", "comments", "좋음", "놀랐어요",
];

/// Words of menus; a line of these only is a menu.
#[rustfmt::skip]
pub static MENU: Words = words![
    "홈", "뉴스", "정치", "경제", "사회", "국제", "세계", "문화", "it", "생활", "생활/문화", "it/과학", "연예",
    "스포츠", "오피니언", "랭킹", "연재", "산업", "라이프", "증권", "부동산", "금융", "기업", "엔터", "프리미엄",
    "포토", "영상", "tv", "블로그", "카페", "메모", "지도", "서재", "안부", "naver", "naver뉴스", "daum",
    "다음뉴스", "인사", "부음", "동정", "피플", "리뷰", "인터뷰", "커뮤니티", "시세", "차트", "공시", "토론",
    "life", "travel", "people", "photo", "news", "opinion", "business", "startups", "tech", "market", "markets",
    "world", "이전", "다음", "top", "복사", "신고", "공유", "스크랩", "목록", "쇼핑", "메일", "검색", "메뉴",
    "전체메뉴", "페이스북", "트위터", "카카오톡", "카카오스토리", "밴드", "라인", "프린트", "인쇄", "가", "가가",
    "구독", "등록순", "최신순", "comments", "share", "save", "print", "home", "video", "politics", "pick",
    "언론사", "섹션", "본문", "답글", "글쓰기", "수정", "삭제", "댓글", "좋아요", "전국", "날씨", "지면", "유통",
    "자동차", "과학", "건강", "여행",
];

/// Words before a time stamp.
#[rustfmt::skip]
pub const STAMPS: &[&str] = &[
    "입력", "수정", "등록", "승인", "송고", "게재", "업데이트", "기사승인", "기사입력", "최종수정", "최종 수정",
    "기사등록", "작성", "발행", "published", "updated", "posted", "last updated", "지면",
];

/// Ends of a byline: whom the page names as its writer.
#[rustfmt::skip]
pub static WRITERS: Ends = ends![
    "기자", "특파원", "통신원", "논설위원", "칼럼니스트", "편집위원", "선임기자", "객원기자", "전문기자",
    "인턴기자", "논설주간", "논설실장", "금융부장", "산업부장", "경제부장", "리포터", "에디터", "앵커",
    "객원논설위원", "국제에너지팀", "편집국장", "편집장",
];

/// Desks of a newsroom, which sign in place of a writer.
#[rustfmt::skip]
pub static DESKS: Ends = ends![
    "정치부", "경제부", "산업부", "증권부", "금융부", "사회부", "국제부", "문화부", "체육부", "생활부", "편집부", "사진부", "유통부",
    "부동산부", "과학부", "지방부", "편집국", "취재팀", "뉴스팀", "기획팀", "데이터팀", "디지털팀", "부고팀", "법조팀",
];

/// Words of an advertisement's or a list of links' heading, after which headlines of others follow.
#[rustfmt::skip]
pub const HEADS_LINKS: &[&str] = &[
    "광고", "ad", "advertisement", "sponsored", "관련기사", "관련 기사", "추천기사", "많이 본",
];
