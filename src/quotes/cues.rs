//! What follows a quotation: particles, reporting verbs and nouns.

use super::tables::*;
use crate::korean::words::is_letter;
use crate::span::Span;
use crate::table::{Starts, starts};

/// What a quotation is followed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tail {
    /// …라고, …며, …고: reported speech.
    Says,
    /// …라는 + a noun of speaking.
    SpeechNoun,
    /// …라고 부른다, …라는 이름.
    Names,
    /// …라는 with no telling noun.
    Adnominal,
    /// …으로 내다봤다.
    Forecast,
    /// …를 연발했다.
    Uttered,
    /// …이다.
    Copula,
    /// Nothing: the sentence or the block ends here.
    End,
    /// A space and other words.
    Words,
    /// A case particle.
    Particle,
}

/// The words after a quotation, read as far as they tell what it is.
#[derive(Clone, Debug)]
pub struct After {
    pub tail: Tail,
    /// The reporting verb or noun.
    pub cue: Option<Span>,
    /// Where the words after the particle begin.
    pub rest: usize,
    /// Words in brackets right after the quotation.
    pub bracket: Option<Span>,
}

/// 인용 조사: 긴 것부터.
static SAYS: Starts = starts![
    "이라고까지",
    "라고까지",
    "이라고도",
    "이라고만",
    "이라고는",
    "이라면서도",
    "라고도",
    "라고만",
    "라고는",
    "이라고",
    "이라면서",
    "라면서도",
    "라면서",
    "이라며",
    "라고",
    "라며",
    "면서도",
    "면서",
    "고까지",
    "고도",
    "고만",
    "고는",
    "이라던",
    "라던",
    "고",
    "며",
    "이라",
    "네요",
    "라네요",
    "이라네요",
    "랍니다",
    "이랍니다",
    "답니다",
    "래요",
    "이래요",
    "란다",
    "이란다",
    "래",
    "이래",
    "더라",
    "라더라",
    "이라더라",
];
static ADNOMINAL: Starts = starts!["이라는", "라는", "이란", "다는", "란", "는", "던"];

/// Reads what follows byte `at`, up to `end`, the end of the sentence.
pub fn after(text: &str, at: usize, end: usize) -> After {
    let mut at = at;
    let mut bracket = None;
    let words = &text[at..end];
    if words.starts_with('(')
        && let Some(close) = words.find(')')
        && words[..close].chars().count() <= 30
    {
        bracket = Some(Span::new(at + 1, at + close));
        at += close + 1;
    }
    let words = &text[at..end];
    let made = |tail, cue, rest| After {
        tail,
        cue,
        rest,
        bracket,
    };
    let trimmed = words.trim_start();
    let gap = words.len() - trimmed.len();
    if trimmed.is_empty()
        || trimmed.starts_with(['.', '…', 'ㅋ', 'ㅎ', 'ㅠ', '!', '?', '△', '▲', ')', ']'])
    {
        return made(Tail::End, None, at);
    }
    // “금융위기”이래 최대: since, where more follows.
    let says = |p: &&str| {
        let rest = &trimmed[p.len()..];
        word_ends(rest) && (*p != "이래" || !rest.trim_start().starts_with(is_letter))
    };
    if let Some(p) = SAYS.of(trimmed).find(says) {
        let loose = gap > 0
            && !matches!(
                p,
                "라고"
                    | "이라고"
                    | "라며"
                    | "이라며"
                    | "라면서"
                    | "이라면서"
                    | "고"
                    | "며"
                    | "면서"
            );
        if !loose {
            let rest = at + gap + p.len();
            if first_words(&text[rest..end], 3).any(|w| NAMING_VERBS.any(w)) {
                return made(Tail::Names, None, rest);
            }
            let cue = verb(text, rest, end);
            // 나라면 ‘숙취 40년’이라 쓰겠다
            let tail = if p == "이라" && cue.is_none() {
                Tail::Names
            } else {
                Tail::Says
            };
            return made(tail, cue, rest);
        }
    }
    if trimmed.starts_with("하고 ")
        || trimmed.starts_with("하며 ")
        || trimmed.starts_with("라 하자")
    {
        return made(Tail::Says, verb(text, at + gap, end), at + gap);
    }
    if gap == 0 && trimmed.starts_with("라 ") {
        if first_words(&text[at + "라".len()..end], 2).any(|w| NAMING_VERBS.any(w)) {
            return made(Tail::Names, None, at);
        }
        return made(Tail::Says, verb(text, at, end), at);
    }
    // ‘셀 코리아’는 옛말이다: 는 reports only after a sentence's end.
    let topic = trimmed.starts_with("는 ") && !ends_for_quoting(&text[..at]);
    if !topic
        && let Some(p) = ADNOMINAL
            .of(trimmed)
            .find(|p| word_ends(&trimmed[p.len()..]))
        && (gap == 0 || p.len() > 3)
    {
        let rest = at + gap + p.len();
        return match noun(text, rest, end) {
            Some((true, span)) => made(Tail::SpeechNoun, Some(span), rest),
            Some((false, _)) => made(Tail::Names, None, rest),
            None => made(Tail::Adnominal, None, rest),
        };
    }
    if gap == 0 {
        for p in ["으로", "로"] {
            if trimmed.starts_with(p) && word_ends(&trimmed[p.len()..]) {
                let rest = at + p.len();
                let tells = first_words(&text[rest..end], 2).any(|w| FORECAST_STEMS.any(w));
                return made(
                    if tells {
                        Tail::Forecast
                    } else {
                        Tail::Particle
                    },
                    verb(text, rest, end),
                    rest,
                );
            }
        }
        for p in ["을", "를"] {
            if trimmed.starts_with(p) && word_ends(&trimmed[p.len()..]) {
                let rest = at + p.len();
                let tells = first_words(&text[rest..end], 2).any(|w| UTTERING_STEMS.any(w));
                return made(
                    if tells { Tail::Uttered } else { Tail::Particle },
                    None,
                    rest,
                );
            }
        }
        if ["이다", "다.", "였다", "이었다", "입니다", "예요", "이에요"]
            .iter()
            .any(|p| trimmed.starts_with(p))
        {
            return made(Tail::Copula, None, at);
        }
        return made(Tail::Particle, None, at);
    }
    // “…” 같은 글이 쏟아졌다, “…” 등의 하소연이 이어졌다
    let example = trimmed.strip_prefix("같은 ");
    let rest = example.or_else(|| {
        let rest = trimmed.strip_prefix('등')?;
        rest.strip_prefix('의').unwrap_or(rest).strip_prefix(' ')
    });
    if let Some(rest) = rest
        && let Some((true, noun)) = noun(text, end - rest.len(), end)
        && noun.from() + rest.len() == end
    {
        // “가성비” 같은 말: a term may be the example.
        let tail = if example.is_some() {
            Tail::Adnominal
        } else {
            Tail::SpeechNoun
        };
        return made(tail, Some(noun), noun.from());
    }
    made(Tail::Words, verb(text, at, end), at)
}

/// Whether the words before a single closing mark end so that 는 may report them: …다, …라, …자.
fn ends_for_quoting(before: &str) -> bool {
    !before.ends_with(['’', '\''])
        || before
            .chars()
            .rev()
            .take(8)
            .find(|c| is_letter(*c))
            .is_none_or(|c| "다라자냐까요죠네".contains(c))
}

fn word_ends(rest: &str) -> bool {
    rest.chars().next().is_none_or(|c| !is_letter(c))
}

/// The first `n` places in `words` where a word starts, each to the end of `words`.
fn first_words(words: &str, n: usize) -> impl Iterator<Item = &str> {
    starts(words).take(n).map(move |i| &words[i..])
}

fn starts(words: &str) -> impl Iterator<Item = usize> + '_ {
    let mut fresh = true;
    words.char_indices().filter_map(move |(i, c)| {
        let letter = is_letter(c);
        let start = letter && fresh;
        fresh = !letter;
        start.then_some(i)
    })
}

/// How many words after a quotation its verb or noun may stand.
const REACH: usize = 9;

/// The first reporting verb after `at`.
pub fn verb(text: &str, at: usize, end: usize) -> Option<Span> {
    let words = &text[at..end];
    starts(words).take(REACH).find_map(|i| {
        let len = verb_length(&words[i..])?;
        Some(Span::new(at + i, at + i + len))
    })
}

/// The length of the reporting verb that `words` begin with, to the end of its word.
pub fn verb_length(words: &str) -> Option<usize> {
    let whole = |from: usize| {
        from + words[from..]
            .find(|c: char| !is_letter(c))
            .unwrap_or(words.len() - from)
    };
    if let Some(stem) = SAYING_STEMS.of(words).next() {
        return Some(whole(stem.len()));
    }
    let noun = SAYING_NOUNS.of(words).find(|n| {
        let rest = &words[n.len()..];
        DO_FORMS.any(rest) || rest.starts_with('.') || rest.is_empty()
    })?;
    Some(whole(noun.len()))
}

/// The first telling noun after `at`: whether it tells of speech, and where it is.
fn noun(text: &str, at: usize, end: usize) -> Option<(bool, Span)> {
    let words = &text[at..end];
    for i in starts(words).take(7) {
        let here = &words[i..];
        let word = here.split(|c: char| !is_letter(c)).next().unwrap_or(here);
        let span = Span::new(at + i, at + i + word.len());
        // …는 뜻을 밝혔다 reports; …는 뜻이다 explains.
        if word == "뜻을" || word == "의사를" {
            let told = verb(text, span.to(), end).is_some_and(|v| v.from() <= span.to() + 1);
            return Some((told, span));
        }
        // …는 게 회사의 설명이다
        if word == "게" {
            return Some((true, span));
        }
        if NAME_NOUNS.any(word) && !(word.starts_with("점") && word.chars().count() > 2) {
            return Some((false, span));
        }
        if noun_matches(word) {
            return Some((true, span));
        }
        if word.starts_with("것이") || word == "것" {
            return Some((true, span));
        }
    }
    None
}

fn noun_matches(word: &str) -> bool {
    SPEECH_NOUNS.of(word).any(|n| {
        let rest = &word[n.len()..];
        rest.is_empty()
            || n.chars().count() > 1
            || rest.starts_with([
                '이', '을', '은', '로', '과', '도', '만', '에', '들', '하', '다', '의', '뿐',
            ])
    })
}
