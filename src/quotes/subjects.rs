//! Who may be the subject of a stretch of text before a quotation.

use super::Article;
use super::cast::{self, Who};
use super::particles::{
    label_gap, particle, past_honorific, past_office, past_side, split_particle,
};
use super::phrases::{institution, noun_phrase, source_noun, words};
use super::signs;
use super::tables::*;
use crate::lexicon;
use crate::model::MentionKind;
use crate::span::Span;
use crate::table::{Starts, starts};

/// How a subject is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// 은, 는, 도, 역시
    Topic,
    /// 이, 가
    Nominative,
    /// 에 따르면, 를 인용해
    Source,
    /// Nothing: the name stands right before the quotation.
    Label,
}

/// What a subject is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Person,
    Company,
    /// 관계자, 재판부
    Unnamed,
    /// 그, 그녀
    Pronoun,
    /// 회사, 사측
    TheCompany,
    /// Any other noun.
    Other,
}

#[derive(Clone, Debug)]
pub struct Subject {
    pub span: Span,
    pub mark: Mark,
    pub kind: Kind,
    /// `None` for pronouns and 회사, which context resolves.
    pub who: Option<Who>,
}

/// All possible subjects of `range`, in order. Linear.
pub fn subjects(article: &Article, range: Span) -> Vec<Subject> {
    let mut out: Vec<Subject> = Vec::new();
    let text = article.text;
    let range = past_glued(text, range);
    for m in article.cast.within(range) {
        let at = past_office(text, m.span.to(), range.to());
        let at = past_honorific(text, at, range.to());
        let side = past_side(text, at, range.to());
        let kind = if m.kind == MentionKind::Company {
            Kind::Company
        } else {
            Kind::Person
        };
        if let Some((mark, end)) = particle(text, side, range.to()) {
            out.push(Subject {
                span: Span::new(m.span.from(), end),
                mark,
                kind,
                who: Some(article.cast.speaker(m)),
            });
        } else if bulleted(text, m.span.from(), range.from())
            && text[at..range.to()].starts_with(',')
        {
            // ▲황보 대표, 모교에 기부…“…”
            out.push(Subject {
                span: Span::new(m.span.from(), at),
                mark: Mark::Label,
                kind,
                who: Some(article.cast.speaker(m)),
            });
        } else if label_gap(&text[at..range.to()])
            && (kind == Kind::Person || text[at..range.to()].contains(':'))
        {
            out.push(Subject {
                span: Span::new(m.span.from(), at),
                mark: Mark::Label,
                kind,
                who: Some(article.cast.speaker(m)),
            });
        }
    }
    let named = out.len();
    let mut ahead = words(text, range).peekable();
    while let Some(word) = ahead.next() {
        let next = ahead.peek().map_or(range.to(), |w| w.from());
        if let Some(subject) = common(article, range, word, &text[next..range.to()])
            && !named_there(&out[..named], subject.span)
        {
            out.push(subject);
        }
    }
    crate::order::by(&mut out, |s| [s.span.end, 0, 0]);
    out
}

/// Without what is glued to the quotation before: “…”면서도 김 대표는.
fn past_glued(text: &str, range: Span) -> Span {
    let words = range.of(text);
    if !text[..range.from()].ends_with(signs::is_mark) {
        return range;
    }
    let glued = words.find(char::is_whitespace).unwrap_or(words.len());
    Span::new(range.from() + glued, range.to())
}

/// Whether a named subject covers the end of `span`; the ends of `named` rise.
fn named_there(named: &[Subject], span: Span) -> bool {
    named
        .get(named.partition_point(|s| s.span.end < span.end))
        .is_some_and(|s| s.span.overlaps(span))
}

fn bulleted(text: &str, at: usize, start: usize) -> bool {
    text[start..at]
        .trim_end()
        .ends_with(['▲', '△', '▷', '▶', '■', '◆', '●', '○'])
}

/// The subject that `word` is by its particle or by the words `next` to it.
fn common(article: &Article, range: Span, word: Span, next: &str) -> Option<Subject> {
    let text = article.text;
    let here = word.of(text).trim_end_matches([',', '.', ':']);
    let gap = &text[word.from() + here.len()..range.to()];
    // Most words are no subject by their last letter.
    let marked = here.ends_with(MARKED);
    if !marked && !next.starts_with(['왈', '曰', '역', '또']) && !label_gap(gap) {
        return None;
    }
    let (mut head, mut mark) = (0, Mark::Topic);
    let gathering = ["에서는", "에선", "에서"]
        .iter()
        .find_map(|p| here.strip_suffix(p))
        // 회사에서 “…”고 알려 왔다
        .filter(|b| {
            COLLECTIVES.iter().any(|c| b.ends_with(c))
                || THE_COMPANY.contains(b)
                    && (word.from() == range.from() || !here.ends_with("에서"))
                || b.ends_with("노조")
        });
    if let Some(bare) = gathering {
        head = word.from() + bare.len();
    } else if let Some((at, m)) = split_particle(here) {
        (head, mark) = (word.from() + at, m);
    } else if let Some(bare) = here
        .strip_suffix('에')
        .or_else(|| here.strip_suffix("에게"))
        .or_else(|| here.strip_suffix("한테"))
        .or_else(|| here.strip_suffix(['을', '를']))
    {
        if ASKED.any(next) {
            (head, mark) = (word.from() + bare.len(), Mark::Source);
        }
    } else if next.starts_with(['왈', '曰']) {
        // 측근 왈 “…”
        head = word.from() + here.len();
    } else if let Some(bare) = here.strip_suffix("로부터") {
        // 주주들로부터 “…”는 요구를 받았다
        head = word.from() + bare.trim_end_matches('으').len();
        mark = Mark::Source;
    } else if label_gap(gap) && source_noun(here).is_some() {
        (head, mark) = (word.from() + here.len(), Mark::Label);
    } else if let Some(bare) = here.strip_suffix('만')
        && source_noun(bare).is_some()
    {
        head = word.from() + bare.len();
    } else if (next.starts_with("역시 ") || next.starts_with("또한 "))
        && source_noun(here).is_some()
    {
        head = word.from() + here.len();
    }
    if head <= word.from() {
        return None;
    }
    if article
        .cast
        .covering(head - 1)
        .is_some_and(|m| m.span.to() >= head)
    {
        return None;
    }
    let span = Span::new(word.from(), word.to());
    let noun = &text[word.from()..head];
    if PRONOUNS.contains(&noun) {
        return Some(Subject {
            span,
            mark,
            kind: Kind::Pronoun,
            who: None,
        });
    }
    let source = source_noun(noun);
    // Nouns that stand for nobody, whatever stands before them.
    let nobody = || {
        let before = text[range.from()..word.from()].trim_end();
        mark == Mark::Label
            || noun.chars().count() < 2
            || ABSTRACT_NOUNS.has(noun)
            || adverbial(noun, here) && !before.ends_with(['한', '른'])
    };
    if source.is_none() && !noun.ends_with(COMPANY_ENDS) && nobody() {
        return None;
    }
    let phrase = noun_phrase(article, range.from(), head)?;
    // 김 회장 측 변호인: the side is whoever is named before it.
    let phrase = article
        .cast
        .covering(phrase.from().saturating_sub(2))
        .filter(|m| RELATED.any(phrase.of(text)) && m.span.to() + 1 == phrase.from())
        .map_or(phrase, |m| {
            Span::new(m.span.from().max(range.from()), phrase.to())
        });
    let words = phrase.of(text);
    let stripped = words.strip_prefix("이에 대해 ").unwrap_or(words);
    if THE_COMPANY.contains(&stripped)
        || THE_COMPANY.contains(&noun) && !words.starts_with("한 ") && noun != "업체"
    {
        return Some(Subject {
            span,
            mark,
            kind: Kind::TheCompany,
            who: None,
        });
    }
    if let Some(body) = source {
        if let Some(who) = named_before(article, range.from(), phrase) {
            return Some(Subject {
                span: Span::new(phrase.from(), word.to()),
                mark,
                kind: Kind::Person,
                who: Some(who),
            });
        }
        let who = match without_side(text, phrase) {
            Some(side) => article
                .cast
                .company_named(side.of(text))
                .unwrap_or_else(|| cast::source(text, side, true)),
            None => cast::source(text, phrase, body),
        };
        return Some(Subject {
            span: Span::new(phrase.from(), word.to()),
            mark,
            kind: Kind::Unnamed,
            who: Some(who),
        });
    }
    // 잉크업계의 한 원로: whoever it is, it is one of several.
    let one = words.starts_with("한 ")
        || words.contains(" 한 ")
        || words.starts_with("또 다른 ")
        || words.starts_with("다른 ");
    // 한 아버지는; but 한 입 드시고는
    let bare = words.rsplit_once(' ').map_or("", |(before, _)| before);
    let right_before = ["한", "다른"].iter().any(|w| bare.ends_with(w));
    if mark == Mark::Label
        || noun.chars().count() < 2
        || ABSTRACT_NOUNS.has(noun)
        || adverbial(noun, here) && !right_before
    {
        return None;
    }
    let body = institution(noun);
    // ‘숲쌤’이: the name without its marks.
    let bare = noun.trim_matches(['‘', '’', '\'', '“', '”', '"']);
    let phrase = if bare.len() < noun.len() && noun.starts_with(['‘', '\'', '“', '"']) {
        let at = word.from() + noun.find(bare).unwrap_or(0);
        Span::new(at, at + bare.len())
    } else {
        phrase
    };
    Some(Subject {
        span: Span::new(phrase.from(), word.to()),
        mark,
        kind: if body || one {
            Kind::Unnamed
        } else {
            Kind::Other
        },
        who: Some(cast::source(text, phrase, body)),
    })
}

/// 명노을 | 메디옵틱스 대표: the mark of a name may end before the title that goes with it.
pub fn named_before(article: &Article, start: usize, phrase: Span) -> Option<Who> {
    // 김 회장 측 변호인, 김 회장 측근 is another.
    if phrase.of(article.text).starts_with('측') || RELATED.any(phrase.of(article.text)) {
        return None;
    }
    let before = article.text[start.min(phrase.from())..phrase.from()].strip_suffix(' ')?;
    let end = start + before.len();
    let named = article.cast.covering(end.checked_sub(1)?)?;
    (named.kind != MentionKind::Company && named.span.to() == end)
        .then(|| article.cast.speaker(named))
}

/// What somebody is to the person named before: 김 회장 측근.
static RELATED: Starts = starts![
    "측 ",
    "측근",
    "지인",
    "가족",
    "유족",
    "변호인",
    "대리인",
    "법률대리인",
    "비서",
    "부인",
    "아내",
    "남편",
];

/// 우리찬 측: a proper name alone before 측 speaks as such.
fn without_side(text: &str, phrase: Span) -> Option<Span> {
    let bare = phrase.of(text).strip_suffix('측')?.trim_end();
    let proper = bare.chars().count() > 1
        && !bare.contains(' ')
        && !lexicon::is_common_word(bare)
        && source_noun(bare).is_none();
    proper.then(|| Span::new(phrase.from(), phrase.from() + bare.len()))
}

/// 지난해에는, 늘어난 데 대해서도: a particle or an ending stands before the topic mark.
fn adverbial(noun: &str, word: &str) -> bool {
    let both = word.ends_with(['는', '도']);
    // 아이메드라는: a long name may end as a verb does.
    if noun.ends_with('라') && !noun.ends_with("이라") && noun.chars().count() >= 4 {
        return false;
    }
    both && [
        "다고", "라고", "에서", "해서", "면서", "으로", "까지", "부터", "에게",
    ]
    .iter()
    .any(|e| noun.ends_with(e))
        || word.ends_with('는')
            && ["에", "로", "다", "라", "냐", "서", "지", "기", "고", "보다"]
                .iter()
                .any(|e| noun.ends_with(e))
}

/// What a word with the particle of a subject, or of whom is asked or cited, ends in.
const MARKED: [char; 14] = [
    '은', '는', '이', '가', '도', '만', '에', '게', '테', '을', '를', '서', '선', '터',
];

/// What the words of [`THE_COMPANY`] end in.
const COMPANY_ENDS: [char; 5] = ['사', '측', '체', '행', '업'];

/// After a noun with 에, 에게 or 를: whoever it is was asked, or is cited.
static ASKED: Starts = starts![
    "따르면",
    "의하면",
    "인용해",
    "물어봤더니",
    "물었더니",
    "물으니",
    "묻자",
    "문의하",
    "문의했더니",
    "물어보니",
    "전화했더니",
    "전화하자",
    "전화해",
    "연락했더니",
    "연락하자",
];

/// 말하는 무리: “…”는 평가가 나온다.
const COLLECTIVES: &[&str] = &[
    "업계",
    "증권가",
    "금융권",
    "은행권",
    "재계",
    "학계",
    "정치권",
    "시장",
    "노동계",
    "교육계",
    "의료계",
    "투자업계",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_subject_is_passed_over_by_its_last_letter() {
        assert!(THE_COMPANY.iter().all(|w| w.ends_with(COMPANY_ENDS)));
        for (noun, last) in ["관계자", "사람"]
            .iter()
            .flat_map(|noun| ('가'..='힣').map(move |c| (noun, c)))
        {
            let word = format!("{noun}{last}");
            assert!(
                word.ends_with(MARKED) || split_particle(&word).is_none(),
                "{word}"
            );
        }
    }
}
