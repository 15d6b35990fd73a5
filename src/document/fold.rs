//! Folding: one form for what the eye cannot tell apart, with the way back.
//!
//! What is folded: conjoining jamo to syllables and letter + accent to one letter (NFC, for what
//! news holds), every kind of space to U+0020, the letter ㆍ and other
//! dots at half height to ·, zero-width characters and soft hyphens to nothing.
//! Quote marks are not folded: their kind is evidence for pairing.

use crate::span::Span;
use crate::walk::plain_hangul;

/// The way from the folded text back: where the two texts stop running in step.
#[derive(Debug, Default)]
pub struct Folded {
    steps: Vec<Step>,
}

/// From `folded` on, `len` bytes of folded text stand for `source_len` bytes from `source` on.
#[derive(Clone, Copy, Debug)]
struct Step {
    folded: u32,
    source: u32,
    len: u32,
    source_len: u32,
}

impl Folded {
    /// Where `span` lies in the input. The end is mapped from the last character covered, so
    /// that nothing that was dropped behind it is taken in. Logarithmic in the number of folds.
    pub fn to_source(&self, span: Span) -> Span {
        let start = self.position(span.start, false);
        let end = if span.end > span.start {
            self.position(span.end, true)
        } else {
            start
        };
        Span { start, end }
    }

    fn position(&self, at: u32, is_end: bool) -> u32 {
        let key = if is_end { at - 1 } else { at };
        let i = self.steps.partition_point(|s| s.folded <= key);
        let Some(step) = i.checked_sub(1).map(|i| self.steps[i]) else {
            return at;
        };
        let into = at - step.folded;
        if into >= step.len {
            step.source + step.source_len + (into - step.len)
        } else if step.len == step.source_len {
            step.source + into
        } else if is_end {
            step.source + step.source_len
        } else {
            step.source
        }
    }
}

/// The folded form of `source` and the way back. Linear.
#[inline(never)]
pub fn fold(source: &str) -> (String, Folded) {
    let mut text = String::with_capacity(source.len());
    let mut steps: Vec<Step> = Vec::new();
    let mut from = 0;
    while from < source.len() {
        // Plain runs, nearly all of any text, are copied as they are; but for a last letter that accents or
        // jamo (their first bytes) follow.
        let mut at = plain(source.as_bytes(), from);
        if at > from && matches!(source.as_bytes().get(at), Some(0xcc | 0xe1)) {
            at -= source[from..at]
                .chars()
                .next_back()
                .map_or(0, char::len_utf8);
        }
        text.push_str(&source[from..at]);
        let mut chars = source[at..].char_indices().peekable();
        let Some((_, c)) = chars.next() else {
            break;
        };
        let mut folded = match c {
            '\t'
            | '\u{a0}'
            | '\u{1680}'
            | '\u{2000}'..='\u{200a}'
            | '\u{202f}'
            | '\u{205f}'
            | '\u{3000}' => Some(' '),
            '\u{318d}' | '\u{119e}' | '\u{2027}' | '\u{30fb}' | '\u{ff65}' => Some('·'),
            '\r' if chars.peek().is_none_or(|&(_, n)| n != '\n') => Some('\n'),
            '\r' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => None,
            c => Some(c),
        };
        let mut end = at + c.len_utf8();
        if let Some(first) = folded {
            let mut whole = first;
            while let Some(&(next_at, next)) = chars.peek() {
                let Some(joined) = compose(whole, next) else {
                    break;
                };
                whole = joined;
                end = at + next_at + next.len_utf8();
                chars.next();
            }
            folded = Some(whole);
        }
        let before = text.len();
        if let Some(c) = folded {
            text.push(c);
        }
        let len = text.len() - before;
        if folded != Some(c) || len != end - at {
            steps.push(Step {
                folded: before as u32,
                source: at as u32,
                len: len as u32,
                source_len: (end - at) as u32,
            });
        }
        from = end;
    }
    // Dropped characters leave steps of no length; of several at one place the last counts.
    steps.dedup_by(|later, earlier| {
        let same = later.folded == earlier.folded;
        if same {
            *earlier = *later;
        }
        same
    });
    (text, Folded { steps })
}

/// The end of the run of ASCII and Hangul from byte `at` on that folding leaves as it is.
fn plain(bytes: &[u8], mut at: usize) -> usize {
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            b' '..=b'~' | b'\n' => 1,
            0xea..=0xed if plain_hangul(bytes, at) => 3,
            _ => break,
        };
    }
    at
}

/// The one character that canonical composition makes of two, for Hangul and for the Latin
/// letters of European names.
fn compose(first: char, second: char) -> Option<char> {
    const L: u32 = 0x1100;
    const V: u32 = 0x1161;
    const T: u32 = 0x11a7;
    const S: u32 = 0xac00;
    let (a, b) = (first as u32, second as u32);
    if (L..L + 19).contains(&a) && (V..V + 21).contains(&b) {
        return char::from_u32(S + ((a - L) * 21 + (b - V)) * 28);
    }
    if (S..S + 11172).contains(&a) && (a - S).is_multiple_of(28) && (T + 1..T + 28).contains(&b) {
        return char::from_u32(a + (b - T));
    }
    let accents = match second {
        '\u{300}' => "AÀEÈIÌOÒUÙaàeèiìoòuùNǸnǹ",
        '\u{301}' => "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćNŃnńSŚsśZŹzźLĹlĺRŔrŕ",
        '\u{302}' => "AÂEÊIÎOÔUÛaâeêiîoôuûWŴwŵYŶyŷ",
        '\u{303}' => "AÃNÑOÕaãnñoõ",
        '\u{304}' => "AĀEĒIĪOŌUŪaāeēiīoōuū",
        '\u{306}' => "AĂGĞaăgğ",
        '\u{307}' => "EĖIİZŻeėzż",
        '\u{308}' => "AÄEËIÏOÖUÜaäeëiïoöuüyÿ",
        '\u{30a}' => "AÅUŮaåuů",
        '\u{30b}' => "OŐUŰoőuű",
        '\u{30c}' => "CČDĎEĚNŇRŘSŠTŤZŽcčdďeěnňrřsštťzž",
        '\u{327}' => "CÇSŞTŢcçsştţ",
        '\u{328}' => "AĄEĘaąeę",
        _ => return None,
    };
    let mut pairs = accents.chars();
    while let (Some(base), Some(whole)) = (pairs.next(), pairs.next()) {
        if base == first {
            return Some(whole);
        }
    }
    None
}
