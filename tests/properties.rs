//! What holds for any text, sensible or not.

mod common;

use std::collections::HashMap;
use std::time::{Duration, Instant};

use common::gold::{Gold, load, nfc};
use common::score::{Entities, Utf16, items, string};
use common::{engine, tests_dir};
use proptest::prelude::*;
use serde_json::Value;

/// Pieces that press articles, forum pastes and accidents are made of.
const FRAGMENTS: &[&str] = &[
    "삼성전자",
    "SK하이닉스",
    "새벽정공",
    "(주)한빛솔루션",
    "㈜",
    "주식회사 ",
    "LG",
    "CJ ENM",
    "한화",
    "다음",
    "하나",
    "우리",
    "금융그룹",
    "그룹",
    "이재용",
    "최태원",
    "남궁솔",
    "마크 저커버그",
    "윤서준",
    "이",
    "최",
    "김",
    "회장",
    " 부회장",
    "대표(CEO)",
    "대표이사 사장 겸 CEO",
    "최고경영자(CEO)",
    "은행장",
    "행장",
    "교수",
    "연구원",
    "관계자",
    "전 ",
    "씨",
    "는",
    "은",
    "이",
    "가",
    "을",
    "를",
    "과",
    "와",
    "의",
    "에서",
    "에게",
    "으로",
    "이라고",
    "라고 말했다.",
    "고 밝혔다.",
    "며 ",
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "'",
    "「",
    "」",
    "『",
    "』",
    "«",
    "»",
    "″",
    "′",
    "(",
    ")",
    "[",
    "]",
    "<",
    ">",
    "(왼쪽부터)",
    "▲",
    "△",
    "◀",
    "■ ",
    "◇",
    "※",
    "·",
    "ㆍ",
    ",",
    ". ",
    ".",
    "…",
    "...",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " ",
    "  ",
    "\t",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "\u{2028}",
    "\u{3000}",
    "\0",
    "/뉴스1",
    "[사진=셔터스톡]",
    "사진 제공=",
    "연합뉴스",
    "ⓒ",
    "기자",
    " = ",
    "abc@news.example",
    "조회 1,234 | 추천 5",
    "목록",
    "입력 2026-01-02 03:04",
    "하고 있다.",
    "모습",
    "ㅋㅋㅋ",
    "ㅠ",
    "ᄒ",
    "ᅡ",
    "ᆫ",
    "한",
    "각",
    "李在鎔",
    "獨",
    "中",
    "🙂",
    "👩‍💻",
    "🇰🇷",
    "e\u{301}",
    "Tim Cook",
    "CEO ",
    "Apple Inc.",
    " said ",
    "’s ",
    "Samsung Electronics",
    "Co., Ltd.",
    "1조2천억원",
    "12%",
    "3월 4일",
    "A",
    "z",
    "-",
    "&",
    "https://a.example/?b=1",
];

/// The outermost invariants of OUTPUT; `Err` says which one is broken.
fn check_output(text: &str, doc: &Value) -> Result<(), String> {
    let offsets = Utf16::new(text);
    let slice = |object: &Value, what: &str| -> Result<(usize, usize), String> {
        let (s, e) = offsets
            .span(object)
            .ok_or_else(|| format!("{what} {object} has no offsets"))?;
        let written = text
            .get(s..e)
            .ok_or_else(|| format!("{what} {object} is turned round"))?;
        if s == e {
            return Err(format!("{what} {object} is empty"));
        }
        match object["text"].as_str() {
            Some(stated) if stated != written => Err(format!("{what} {object} is not {written:?}")),
            _ => Ok((s, e)),
        }
    };

    let mut end = 0;
    let mut covered = vec![false; text.len()];
    for block in items(doc, "blocks") {
        let (s, e) = slice(block, "block")?;
        if s < end {
            return Err(format!("block {block} begins before the last one ends"));
        }
        let known = ["headline", "deck", "body", "caption", "furniture"];
        if !known.contains(&string(block, "kind").as_str()) {
            return Err(format!("block {block} is of no kind"));
        }
        for part in items(block, "furniture") {
            let (fs, fe) = slice(part, "furniture of a block")?;
            if fs < s || e < fe {
                return Err(format!("furniture {part} lies outside {block}"));
            }
        }
        covered[s..e].fill(true);
        end = e;
    }
    for (i, c) in text.char_indices() {
        let blank = c.is_whitespace()
            || c.is_control()
            || "\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}".contains(c);
        if !blank && !covered[i] {
            return Err(format!("no block covers {c:?} at {i}"));
        }
    }

    let mut ids = HashMap::new();
    for entity in items(doc, "entities") {
        let (id, kind, name) = (
            string(entity, "id"),
            string(entity, "type"),
            string(entity, "name"),
        );
        if name.trim().is_empty()
            || !["company", "executive", "person", "organization"].contains(&kind.as_str())
        {
            return Err(format!("entity {entity} has no name or type"));
        }
        if ids.insert(id, kind).is_some() {
            return Err(format!("two entities with the id of {entity}"));
        }
    }

    let mut annotation_ids = HashMap::new();
    let mut open: Vec<(usize, usize, String)> = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    let mut quotes = Vec::new();
    for a in items(doc, "annotations") {
        let kind = string(a, "type");
        let (s, e) = slice(a, "annotation")?;
        if last.is_some_and(|(ls, le)| (ls, std::cmp::Reverse(le)) > (s, std::cmp::Reverse(e))) {
            return Err(format!("{a} is out of order"));
        }
        last = Some((s, e));
        if annotation_ids
            .insert(string(a, "id"), string(a, "entity"))
            .is_some()
        {
            return Err(format!("two annotations with the id of {a}"));
        }
        open.retain(|(_, end, _)| *end > s);
        for (os, oe, okind) in &open {
            if e > *oe {
                return Err(format!("{a} crosses {okind} {os}..{oe}"));
            }
            // A direct quote may lie in reported speech, which is of another type.
            if *okind == kind {
                return Err(format!("{a} lies in another {kind}"));
            }
        }
        open.push((s, e, kind.clone()));
        for part in ["name", "title", "credit"] {
            if a[part].is_object() {
                let (ps, pe) = slice(&a[part], part)?;
                if ps < s || e < pe {
                    return Err(format!("{part} of {a} lies outside"));
                }
            }
        }
        let entity_is = |id: &Value, kinds: &[&str]| {
            ids.get(id.as_str().unwrap_or(""))
                .is_some_and(|k| kinds.contains(&k.as_str()))
        };
        match kind.as_str() {
            "company" if !entity_is(&a["entity"], &["company"]) => {
                return Err(format!("{a} is of no company"));
            }
            "executive" | "person" => {
                if !entity_is(&a["entity"], &[kind.as_str()]) {
                    return Err(format!("{a} is of no {kind}"));
                }
                if !a["name"].is_object() {
                    return Err(format!("{a} has no name"));
                }
                for id in items(a, "affiliations") {
                    if !ids.contains_key(id.as_str().unwrap_or("")) {
                        return Err(format!("an affiliation of {a} is no entity"));
                    }
                }
            }
            "quote" => quotes.push((s, e)),
            "company" | "caption" | "statement" => {}
            _ => return Err(format!("{a} is of no type")),
        }
        let speaker = &a["speaker"];
        if speaker.is_object() {
            if !speaker["start"].is_null() {
                // The words of an unnamed source may be tidied; a named speaker's are the text's.
                let (ss, se) = match speaker["entity"].is_null() {
                    true => offsets
                        .span(speaker)
                        .ok_or_else(|| format!("the speaker of {a} has no offsets"))?,
                    false => slice(speaker, "speaker")?,
                };
                if kind == "quote" && ss < e && s < se {
                    return Err(format!("the speaker of {a} overlaps the quote"));
                }
            }
            let id = &speaker["entity"];
            if id.is_string() && !entity_is(id, &["company", "executive", "person", "organization"])
            {
                return Err(format!("the speaker of {a} is no entity"));
            }
            if id.is_null() && string(speaker, "text").is_empty() {
                return Err(format!("the speaker of {a} is nobody"));
            }
        }
        if a["cue"].is_object() {
            slice(&a["cue"], "cue")?;
        }
        for id in items(a, "depicts") {
            let id = if id.is_object() { &id["entity"] } else { id };
            if !entity_is(id, &["company", "executive", "person"]) {
                return Err(format!("{a} depicts no entity"));
            }
        }
    }
    for entity in items(doc, "entities") {
        for id in items(entity, "mentions") {
            if annotation_ids.get(id.as_str().unwrap_or(""))
                != entity["id"].as_str().map(str::to_owned).as_ref()
            {
                return Err(format!("a mention of {entity} is not one"));
            }
        }
        for id in items(entity, "companies") {
            if !ids.contains_key(id.as_str().unwrap_or("")) {
                return Err(format!("a company of {entity} is no entity"));
            }
        }
    }
    for note in items(doc, "notes") {
        slice(note, "note")?;
    }
    Ok(())
}

fn fragments() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => prop::sample::select(FRAGMENTS).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[가-힣]{1,4}",
        1 => "[ㄱ-ㅣᄀ-ᇿ]{1,3}",
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn no_files() -> ProptestConfig {
    let cases = if cfg!(debug_assertions) { 64 } else { 1024 };
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(no_files())]

    #[test]
    fn any_text_gives_well_formed_output(text in any::<String>()) {
        check_output(&text, &engine(&text)).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn fragments_give_well_formed_output(text in fragments()) {
        check_output(&text, &engine(&text)).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn damaged_articles_give_well_formed_output(
        pick in any::<prop::sample::Index>(), from in any::<prop::sample::Index>(), length in 1usize..400,
        patch in fragments(),
    ) {
        let articles = train();
        let article = &articles[pick.index(articles.len())];
        let mut chars: Vec<char> = article.text.chars().collect();
        let from = from.index(chars.len());
        let to = (from + length).min(chars.len());
        chars.splice(from..to, patch.chars().take(20));
        let text: String = chars.into_iter().collect();
        check_output(&text, &engine(&text)).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn fragments_agree_under_every_disguise(text in fragments()) {
        // A lone \r or jamo that would join its neighbour is another text, not a disguise.
        let text: String = text.chars().filter(|c| !"\r\0\u{200b}\u{feff}".contains(*c) && !is_conjoining(*c)).collect();
        for disguise in DISGUISES {
            compare_disguised(&text, disguise).map_err(TestCaseError::fail)?;
        }
    }

    #[test]
    fn the_same_text_gives_the_same_output(text in fragments()) {
        prop_assert_eq!(engine(&text), engine(&text));
    }

    #[test]
    fn an_edited_text_is_marked_as_a_new_one(
        pick in any::<prop::sample::Index>(),
        edits in prop::collection::vec(
            (any::<prop::sample::Index>(), 0usize..60, "[가-힣 .\\n]{0,4}|\\PC{0,6}", any::<bool>()), 1..6,
        ),
    ) {
        let articles = train();
        let article = &articles[pick.index(articles.len())];
        let mut chars: Vec<char> = article.text.chars().collect();
        let mut memory = mitjul::Memory::default();
        for (from, length, words, gazetteer) in edits {
            let options = mitjul::Options { gazetteer, ..mitjul::Options::default() };
            let text: String = chars.iter().collect();
            let again = mitjul::annotate_again(&text, &[], options, &mut memory);
            let fresh = mitjul::annotate_with(&text, options);
            prop_assert_eq!(mitjul::to_json(&again), mitjul::to_json(&fresh));
            let from = from.index(chars.len() + 1);
            let to = (from + length).min(chars.len());
            chars.splice(from..to, words.chars());
        }
    }
}

fn is_conjoining(c: char) -> bool {
    ('\u{1100}'..='\u{11ff}').contains(&c) || c == '\u{301}'
}

fn train() -> &'static [Gold] {
    static ARTICLES: std::sync::OnceLock<Vec<Gold>> = std::sync::OnceLock::new();
    ARTICLES.get_or_init(|| load(&tests_dir().join("gold/train")))
}

/// The articles of every split.
fn all() -> &'static [Gold] {
    static ARTICLES: std::sync::OnceLock<Vec<Gold>> = std::sync::OnceLock::new();
    ARTICLES.get_or_init(|| {
        ["train", "dev", "test"]
            .iter()
            .flat_map(|split| load(&tests_dir().join("gold").join(split)))
            .collect()
    })
}

#[test]
fn every_single_character_and_pair_of_fragments_is_handled() {
    for one in [
        "", " ", "\n", "\r", "\u{feff}", "“", "”", "\"", "'", "(", ")", "가", "ᄀ", "ㄱ", "이",
        "🙂", "a", ".", "/", "ⓒ", "▲",
    ] {
        check_output(one, &engine(one)).unwrap_or_else(|e| panic!("{one:?}: {e}"));
    }
    for (i, a) in FRAGMENTS.iter().enumerate() {
        for b in FRAGMENTS.iter().skip(i % 3).step_by(3) {
            let text = format!("{a}{b}");
            check_output(&text, &engine(&text)).unwrap_or_else(|e| panic!("{text:?}: {e}"));
        }
    }
}

#[test]
fn articles_give_well_formed_output_twice_the_same() {
    for article in train() {
        let doc = engine(&article.text);
        check_output(&article.text, &doc).unwrap_or_else(|e| panic!("{}: {e}", article.name));
        assert_eq!(doc, engine(&article.text), "{}", article.name);
    }
}

#[test]
fn every_beginning_of_an_article_gives_well_formed_output() {
    for article in train().iter().step_by(16) {
        for (at, _) in article.text.char_indices().step_by(29) {
            let text = &article.text[..at];
            check_output(text, &engine(text))
                .unwrap_or_else(|e| panic!("{} up to {at}: {e}", article.name));
        }
    }
}

/// Characters of one to four bytes, marks that join and signs that pair.
const ODD: &[&str] = &[
    "1", "a", "é", "ß", "ᆫ", "ㄱ", "李", "㈜", "𝒜", "🙂", "\u{301}", "\u{a0}", "\u{200b}", "\r",
    "\t", "“", "”", "‘", "\"", "(", ")", "…", "모씨",
];

#[test]
fn an_odd_character_anywhere_in_an_article_gives_well_formed_output() {
    for (n, article) in train().iter().enumerate().step_by(12) {
        for (k, (at, _)) in article.text.char_indices().enumerate().step_by(31) {
            let (before, after) = article.text.split_at(at);
            let text = format!("{before}{}{after}", ODD[(n + k) % ODD.len()]);
            check_output(&text, &engine(&text))
                .unwrap_or_else(|e| panic!("{} changed at {at}: {e}", article.name));
        }
    }
}

#[test]
fn names_that_end_in_any_character_are_cut_at_one() {
    for name in ["김", "김하", "남궁", "새벽", "A", "삼성"] {
        for odd in ODD {
            for after in [
                "",
                "은 ",
                "씨는 ",
                "씨(41)는 ",
                " 대표는 ",
                "전자 회장은 ",
                "에게 ",
                " Inc. ",
            ] {
                let text = format!("{name}{odd}{after}“좋다”고 말했다. {odd}{name}{after}웃었다.");
                check_output(&text, &engine(&text)).unwrap_or_else(|e| panic!("{text:?}: {e}"));
            }
        }
    }
}

#[test]
fn a_title_may_end_inside_a_word() {
    for glue in ["", "’", "'", "-", "\u{200b}", "é", "가", ". ", "&"] {
        for title in [
            "CEO",
            "Managing Partner",
            "Chairman",
            "Mr.",
            "founder and CEO",
        ] {
            let text = format!(
                "Shares fell, said Larkfield {title}{glue}Ines Albers. {title}{glue}Kim said so."
            );
            check_output(&text, &engine(&text)).unwrap_or_else(|e| panic!("{text:?}: {e}"));
        }
    }
    for text in ["Chief Executive’P", "Chief Executive’P Park said."] {
        check_output(text, &engine(text)).unwrap_or_else(|e| panic!("{text:?}: {e}"));
    }
}

#[test]
fn no_speaker_stands_in_the_words_of_a_broken_quotation() {
    for text in [
        "”며 그는 웃었다. ”대표이사 사장 겸 CEO",
        "공장을 자랑한다. “종이를 만드는 기자이라고회장",
        "오간다. “충전에 8분, 『병원으로 옮겨졌다. 숨진 이웃...»김대표이사 사장 겸 CEO",
        "\u{201d}며z김\u{301}\u{ad}it of 사실을concern. \u{201d}대표이사 사장 겸 CEO",
        "\0성대를 다친 뒤\r\n″,i 자랑한다. “종이를 안shut one of기자이라고회장",
    ] {
        check_output(text, &engine(text)).unwrap_or_else(|e| panic!("{text:?}: {e}"));
    }
}

/// Another spelling of the same text. Gives what stands for a character (its number among those of its kind follows).
type Disguise = (&'static str, fn(char, usize) -> String);

const DISGUISES: &[Disguise] = &[
    ("decomposed (NFD)", |c, _| {
        let mut out = String::new();
        unicode_normalization::char::decompose_canonical(c, |d| out.push(d));
        out
    }),
    (
        "CRLF",
        |c, _| if c == '\n' { "\r\n".into() } else { c.into() },
    ),
    (
        "NBSP",
        |c, _| if c == ' ' { '\u{a0}'.into() } else { c.into() },
    ),
    ("some NBSP", |c, n| {
        if c == ' ' && n % 3 == 1 {
            '\u{a0}'.into()
        } else {
            c.into()
        }
    }),
    ("zero-width space after a comma", |c, _| {
        if c == ',' {
            ",\u{200b}".into()
        } else {
            c.into()
        }
    }),
];

fn articles_agree(disguise: &Disguise) {
    let wrong: Vec<String> = all()
        .iter()
        .filter(|a| !a.text.contains(['\r', '\u{200b}']) && nfc(&a.text) == a.text)
        .filter_map(|a| {
            compare_disguised(&a.text, disguise)
                .err()
                .map(|e| format!("{}: {e}", a.name))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} articles differ\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn decomposed_articles_agree() {
    articles_agree(&DISGUISES[0]);
}

#[test]
fn crlf_articles_agree() {
    articles_agree(&DISGUISES[1]);
}

#[test]
fn nbsp_articles_agree() {
    articles_agree(&DISGUISES[2]);
    articles_agree(&DISGUISES[3]);
}

#[test]
fn zero_width_articles_agree() {
    articles_agree(&DISGUISES[4]);
}

fn compare_disguised(text: &str, (name, disguise): &Disguise) -> Result<(), String> {
    let mut other = String::new();
    // Byte offset in `other` -> byte offset in `text`.
    let mut home = HashMap::from([(0, 0)]);
    let mut seen: HashMap<char, usize> = HashMap::new();
    for (at, c) in text.char_indices() {
        let n = seen.entry(c).or_default();
        let spelling = disguise(c, *n);
        *n += 1;
        home.insert(other.len(), at);
        other.push_str(&spelling);
        if spelling.starts_with(c) {
            // A mark may end before or after what was added.
            home.insert(
                other.len() - spelling.len() + c.len_utf8(),
                at + c.len_utf8(),
            );
        }
        home.insert(other.len(), at + c.len_utf8());
    }
    if other == text {
        return Ok(());
    }
    let same: HashMap<usize, usize> = text
        .char_indices()
        .map(|(i, _)| (i, i))
        .chain([(text.len(), text.len())])
        .collect();
    let want = portrait(text, &engine(text), &same);
    let doc = engine(&other);
    check_output(&other, &doc).map_err(|e| format!("{name}: {e}"))?;
    let got = portrait(&other, &doc, &home);
    if want == got {
        return Ok(());
    }
    let lines = |from: &[String], without: &[String], sign: &str| -> String {
        from.iter()
            .filter(|l| !without.contains(l))
            .map(|l| format!("\n    {sign} {l}"))
            .collect()
    };
    Err(format!(
        "{name} of {text:.40?}…{}{}",
        lines(&want, &got, "-"),
        lines(&got, &want, "+")
    ))
}

/// The output in words that do not depend on the spelling of the text.
fn portrait(text: &str, doc: &Value, home: &HashMap<usize, usize>) -> Vec<String> {
    let offsets = Utf16::new(text);
    let entities = Entities::of(doc);
    let span = |object: &Value| match offsets.span(object) {
        Some((s, e)) => match (home.get(&s), home.get(&e)) {
            (Some(s), Some(e)) => format!("{s}..{e}"),
            _ => format!("{s}..{e} within a character"),
        },
        None => "nowhere".to_owned(),
    };
    let plain = |words: &str| {
        nfc(words)
            .replace('\u{a0}', " ")
            .replace(['\u{200b}', '\r'], "")
    };
    let mut out = Vec::new();
    for block in items(doc, "blocks") {
        out.push(format!("{} {}", string(block, "kind"), span(block)));
    }
    for a in items(doc, "annotations") {
        let mut line = format!(
            "{} {} {:?}",
            string(a, "type"),
            span(a),
            plain(&string(a, "text"))
        );
        line += &format!(" {:?}", plain(&entities.name(&a["entity"])));
        for part in ["name", "title", "credit", "speaker"] {
            if a[part].is_object() {
                let who = plain(&entities.name(&a[part]["entity"]));
                line += &format!(
                    " {part} {} {:?} {who:?}",
                    span(&a[part]),
                    plain(&string(&a[part], "text"))
                );
            }
        }
        if a["addressee"].is_object() {
            line += &format!(" to {:?}", plain(&string(&a["addressee"], "text")));
        }
        line += &format!(" {} {}", a["statement"], a["repairs"]);
        for place in items(a, "positions") {
            line += &format!(" at {:?}", plain(place.as_str().unwrap_or("")));
        }
        for id in items(a, "depicts") {
            line += &format!(" shows {:?}", plain(&entities.name_or_id(id)));
        }
        for id in items(a, "affiliations") {
            line += &format!(" of {:?}", plain(&entities.name_or_id(id)));
        }
        line += &format!(" {}", string(a, "confidence"));
        out.push(line);
    }
    for note in items(doc, "notes") {
        let message = plain(&string(note, "message"));
        out.push(format!(
            "{} {} {message:?}",
            string(note, "kind"),
            span(note)
        ));
    }
    out
}

fn time(text: &str) -> Duration {
    let start = Instant::now();
    std::hint::black_box(mitjul::to_json(&mitjul::annotate(text)));
    start.elapsed()
}

fn filled(unit: &str, bytes: usize) -> String {
    let mut out = unit.repeat(bytes / unit.len() + 1);
    let mut end = bytes;
    while !out.is_char_boundary(end) {
        end -= 1;
    }
    out.truncate(end);
    out
}

/// Twice the text takes at most three times as long.
fn check_linear(what: &str, unit: &str, bytes: usize, limit: Duration) {
    let (short, long) = (filled(unit, bytes), filled(unit, 2 * bytes));
    let mut last = String::new();
    // A busy machine can spoil one measurement, not three.
    for _ in 0..3 {
        let (once, twice) = (time(&short), time(&long));
        let grows = twice < 3 * once.max(Duration::from_millis(20));
        if grows && once < limit {
            return;
        }
        last = format!("{what}: {once:?} for {bytes} bytes, {twice:?} for twice as many");
        if once > limit {
            break;
        }
    }
    panic!("{last} (limit {limit:?})");
}

const MEGABYTE: usize = 1 << 20;

#[test]
fn a_megabyte_of_articles_takes_linear_time() {
    let all: Vec<&str> = train().iter().map(|a| a.text.as_str()).collect();
    // Without optimisation a quarter of it says as much about growth.
    let (bytes, seconds) = if cfg!(debug_assertions) {
        (MEGABYTE / 4, 30)
    } else {
        (MEGABYTE, 5)
    };
    check_linear(
        "articles",
        &all.join("\n\n"),
        bytes,
        Duration::from_secs(seconds),
    );
}

#[test]
fn monotonous_texts_take_linear_time() {
    let bytes = if cfg!(debug_assertions) {
        MEGABYTE / 64
    } else {
        MEGABYTE / 8
    };
    let limit = Duration::from_secs(4);
    let units = [
        "a",
        "가",
        " ",
        "\n",
        "“",
        "”",
        "\"",
        "'",
        "(",
        "(왼쪽부터) ",
        "삼성전자",
        "삼성전자 ",
        "이 회장은 ",
        "A·",
        "가나다, ",
        "“네” ",
        "”고 말했다. ",
        "김하늘 새벽정공 대표는 “좋다”고 말했다. ",
        "▲\n",
        "/뉴스1\n",
        "ᄀ",
        "https://a.example/",
        "새벽정공(주)",
        "남궁솔 겸 ",
        "회장 ",
        "기자 ",
        "대표이사 사장 ",
        "Inc. ",
        "Co., Ltd. ",
        " = ",
        "관계자의 ",
        "김해솔 대표 민들레 ",
        "김해솔 가람전자 대표 민들레 씨는 민들레 이사 ",
    ];
    for unit in units {
        check_linear(&format!("{unit:?} again and again"), unit, bytes, limit);
    }
}

/// What each name looks back to must not be the same far company.
#[test]
fn many_people_behind_one_company_take_linear_time() {
    let many = "김해솔 대표가 왔다. ";
    let after = |first: &str, bytes: usize| format!("{first}{}", filled(many, bytes));
    let bytes = MEGABYTE / 2;
    for first in ["삼성전자가 왔다. ", "삼성전자(가 왔다. "] {
        let grows = |_| {
            let (once, twice) = (time(&after(first, bytes)), time(&after(first, 2 * bytes)));
            twice < 3 * once.max(Duration::from_millis(20))
        };
        assert!((0..3).any(grows), "{first:?} and {many:?} again and again");
    }
}
