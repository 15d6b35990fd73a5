//! Which rows are captions: by their words, their neighbours and their place.

use super::furniture::{self, ENOUGH};
use super::rows::Row;
use crate::captions::credit::{self, Credit};
use crate::captions::{looks, source};
use crate::korean::words::{is_letter, lower};
use crate::lexicon::{self, PressType};
use crate::table::{Ends, Starts, ends, starts};

/// From here on a row is a caption.
const CAPTION: i32 = 3;

/// Words of a notice, whatever source it names.
static NOTICES: Starts = starts![
    "저작권자",
    "무단전재",
    "무단 전재",
    "무단복제",
    "재배포",
    "copyright",
    "all rights reserved",
];

fn is_notice(text: &str) -> bool {
    let lower = lower(text);
    NOTICES.within(&lower)
}

/// Which rows are captions.
pub fn captions(rows: &[Row], furniture: &[i32]) -> Vec<bool> {
    let gallery = rows.iter().take(8).any(|r| {
        !r.prose
            && [
                "포토",
                "화보",
                "PHOTO",
                "사진으로",
                "IN PICTURES",
                "in photos",
            ]
            .iter()
            .any(|w| r.text.contains(w))
    });
    let last = rows
        .iter()
        .rposition(|r| r.prose && r.chars >= 40)
        .unwrap_or(0);
    let credits: Vec<Option<Credit>> = rows.iter().map(|r| credit::trailing(r.text)).collect();
    let mut out = vec![false; rows.len()];
    for i in 0..rows.len() {
        let row = &rows[i];
        let found = credits[i].as_ref();
        if let Some(c) = found.filter(|c| c.start == 0) {
            let Some(above) = i.checked_sub(1) else {
                continue;
            };
            // A bare outlet under a byline is the page's.
            let plain = row.text.chars().all(|c| is_letter(c) || c == ' ');
            let signed = plain && !row.gap && furniture[above] >= ENOUGH && !out[above];
            out[i] =
                !signed && is_credit_line(row, &row.text[c.name.clone()], i > last && !out[above]);
            if out[i] {
                describe(rows, i, &credits, furniture, &mut out);
            }
            continue;
        }
        let page = furniture[i] >= ENOUGH
            && (row.prose || furniture[i] >= 5 || found.is_none_or(|c| c.weight < 4));
        let notice = furniture[i] >= ENOUGH
            && (is_notice(row.text)
                || found.is_some_and(|c| !row.text[..c.start].contains(char::is_alphabetic)));
        // 외신 종합 / 정리 김해솔 기자
        let edited = |c: &credit::Credit| {
            let name = &row.text[c.name.clone()];
            ["정리", "취재", "글", "편집"].iter().any(|w| {
                name.strip_prefix(w)
                    .is_some_and(|n| n.starts_with([' ', '=']))
            }) && name.contains("기자")
        };
        let writers =
            found.is_some_and(|c| furniture::is_byline(&row.text[..c.start]) || edited(c));
        if (page || notice || writers) && !is_pictures(row.text) {
            continue;
        }
        let twin = |j: Option<usize>| {
            j.is_some_and(|j| {
                rows.get(j)
                    .is_some_and(|r| r.mark() == row.mark() && credits[j].is_none())
            })
        };
        let arrow = !(twin(i.checked_sub(1)) || twin(Some(i + 1)));
        let mut sum = looks::weight(row.text, row.language, arrow, found);
        if sum > 0 {
            let beside = i > 0 && out[i - 1] && !row.gap;
            sum += i32::from(beside)
                + i32::from(gallery && row.prose && row.chars < 120)
                + i32::from(i > last && beside);
            let button = |j: usize| {
                rows.get(j).is_some_and(|r| {
                    !r.prose
                        && (r.text.contains("사진 확대")
                            || r.text.contains("크게보기")
                            || r.text.contains("사진확대"))
                })
            };
            sum += if button(i + 1) || i > 0 && button(i - 1) {
                2
            } else {
                0
            };
        }
        // A headline may tell of a picture; only its credit makes a line before the text a caption.
        let bare = !row.prose && found.is_none() && i < 3 && !(i > 0 && row.mark().is_some());
        out[i] = sum >= if bare { CAPTION + 2 } else { CAPTION } || is_plate(rows, i, furniture);
    }
    out
}

/// Whether a short line without a credit names what a picture shows: 가람전자 본사 전경 under the byline or between two
/// paragraphs, 김해솔 가람전자 대표 under the byline.
fn is_plate(rows: &[Row], i: usize, furniture: &[i32]) -> bool {
    static VIEWS: Ends = ends![
        "전경",
        "사옥",
        "조감도",
        "투시도",
        "배치도",
        "로고",
        "외관",
        "야경",
        "현판",
    ];
    const LONG: usize = 30;
    let row = &rows[i];
    let (Some(above), Some(next)) = (i.checked_sub(1), rows.get(i + 1)) else {
        return false;
    };
    if row.prose || row.chars > LONG {
        return false;
    }
    let signed = furniture[above] >= ENOUGH && !rows[above].prose;
    let apart = row.gap && next.gap && above > 0;
    let words = row.text.split(' ').count();
    let person = || {
        let last = row.text.rsplit(' ').next().unwrap_or_default();
        (2..=4).contains(&words) && lexicon::titles().get(last).is_some()
    };
    furniture[i] < ENOUGH
        && next.prose
        && row.text.chars().all(|c| is_letter(c) || c == ' ')
        && (VIEWS.any(row.text) && words > 1 && (signed || rows[above].prose || apart)
            || signed && person())
}

/// A picture's words on the lines above its credit, once or, as agencies do, twice.
fn describe(
    rows: &[Row],
    credit: usize,
    credits: &[Option<Credit>],
    furniture: &[i32],
    out: &mut [bool],
) {
    let row = &rows[credit];
    let Some(above) = credit.checked_sub(1) else {
        return;
    };
    if row.gap
        || !row.text.starts_with(['[', '(', '/', '<', '〈'])
        || out[above]
        || furniture[above] >= ENOUGH
    {
        return;
    }
    let twin = above > 0 && rows[above - 1].text == rows[above].text && !rows[above].gap;
    let first = if twin { above - 1 } else { above };
    let (words, found) = (&rows[above], credits[above].as_ref());
    let apart = words.gap || twin && rows[first].gap || first > 0 && furniture[first - 1] >= ENOUGH;
    if apart
        && first > 0
        && words.chars <= 120
        && !(words.prose && looks::weight(words.text, words.language, true, found) < 1)
    {
        out[first..credit].fill(true);
    }
}

/// No line that is a credit only has more characters.
const CREDIT: usize = 40;

/// Whether a line ends as those under agencies' pictures do.
fn is_pictures(text: &str) -> bool {
    text.contains("photo@") && text.starts_with('[') || credit::agency_tail(text).is_some()
}

/// Whether a line that is a credit and nothing else belongs to a picture, not to the page.
fn is_credit_line(row: &Row, name: &str, at_end: bool) -> bool {
    let text = row.text;
    if text.starts_with("출처")
        || text.starts_with("[출처]")
        || text.contains("기자")
            && !text.starts_with("[사진")
            && !text.starts_with("(사진")
            && !text.starts_with("사진")
    {
        return false;
    }
    let signed = text.contains(['ⓒ', '©', 'Ⓒ']);
    let keyed = text.contains("사진")
        || text.contains("제공")
        || text.contains("Credit")
        || text.contains("ourtesy")
        || text.starts_with("Photo");
    let class = lexicon::press()
        .get(name)
        .map(|v| lexicon::press_entry(v).class);
    let library = matches!(
        class,
        Some(PressType::Agency | PressType::Photo | PressType::Pool | PressType::Generated)
    );
    let joint = class.is_none() && source::is_known(name);
    (library || joint || (keyed || signed && class.is_some()) && row.chars <= CREDIT)
        && !(at_end && signed && !library)
        && name != "사진부"
}
