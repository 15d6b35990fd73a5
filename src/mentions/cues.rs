//! What a word may lead to, asked once a word: the rules pass over the many words that lead to nothing.

use super::titles::{TitleWord, ends_in_title, title_of};
use super::untitled::HONORIFICS;
use crate::korean::callings::{CALLINGS, KIN};
use crate::korean::companies::APPOSITIONS;
use crate::korean::company_ends::{STRONG_ENDS, WEAK_ENDS};
use crate::korean::particles::Cuts;
use crate::table::Lasts;

#[derive(Clone, Copy)]
pub enum Cue {
    /// Its noun ends in a title: 회장은, HE사업본부장.
    Title,
    /// A noun that it may be ends as firms' names do, or is such an end: 가람전자는, 테크놀로지스.
    FirmEnd,
    /// It names a kind of firm, whose name may follow: 스타트업, 자회사인.
    Kind,
    /// A noun that it may be ends as words behind a name do: 씨는, 김해솔씨.
    Honorific,
    /// It says what somebody is, whose name may follow: 배우, 딸, 창업자인.
    Calling,
}

/// What the words of an article lead to, each counted but once.
#[derive(Default)]
pub struct WordCues {
    /// For each word a bit for each cue.
    cues: Vec<u8>,
    /// The words that end in a title, and the titles.
    titles: Vec<(usize, TitleWord)>,
}

impl WordCues {
    /// Of words and where particles may be cut off them.
    pub fn new(words: &[&str], cuts: &[Cuts]) -> Self {
        let mut out = Self::default();
        for (i, (word, &cuts)) in words.iter().zip(cuts).enumerate() {
            let title = title_of(word, cuts.stems(word));
            out.cues
                .push(cues_of(word, cuts) | bit(Cue::Title, title.is_some()));
            out.titles.extend(title.map(|title| (i, title)));
        }
        out
    }

    pub fn has(&self, i: usize, cue: Cue) -> bool {
        self.cues
            .get(i)
            .is_some_and(|cues| cues & bit(cue, true) != 0)
    }

    /// The title of word `i`. Logarithmic.
    pub fn title(&self, i: usize) -> Option<TitleWord> {
        if !self.has(i, Cue::Title) {
            return None;
        }
        let at = self.titles.partition_point(|(word, _)| *word < i);
        Some(self.titles.get(at)?.1)
    }
}

fn bit(cue: Cue, holds: bool) -> u8 {
    u8::from(holds) << cue as u8
}

/// Most words end in no character that a word of these tables ends in. A bit for each table, in their order.
static LASTS: Lasts = Lasts::new(&[&APPOSITIONS, &HONORIFICS, &STRONG_ENDS, &WEAK_ENDS]);
const KINDS: u8 = 1;
const HONOURS: u8 = 2;
const FIRMS: u8 = 4 | 8;

/// All but the title.
#[inline(never)]
fn cues_of(word: &str, cuts: Cuts) -> u8 {
    let kind = |w: &str| LASTS.of(w) & KINDS != 0 && APPOSITIONS.any(w);
    let calling = |w: &str| KIN.has(w) || CALLINGS.has(w);
    let (kind, calling) = match word.strip_suffix('인') {
        Some(bare) => (
            kind(word) || kind(bare),
            calling(bare) || ends_in_title(bare),
        ),
        None => (kind(word), calling(word)),
    };
    let stems = cuts.stems(word).map(|stem| {
        let lasts = LASTS.of(stem);
        let firm = lasts & FIRMS != 0 && (STRONG_ENDS.any(stem) || WEAK_ENDS.any(stem));
        let honour = lasts & HONOURS != 0 && HONORIFICS.any(stem);
        bit(Cue::FirmEnd, firm) | bit(Cue::Honorific, honour)
    });
    stems.fold(bit(Cue::Kind, kind) | bit(Cue::Calling, calling), |a, b| {
        a | b
    })
}
