//! What the stages hand to one another: plain values, all spans in the folded text.

use crate::span::Span;

/// An index into the entities of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

/// What a block of lines is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    Headline,
    Deck,
    Body,
    Caption,
    Furniture,
}

/// One or more lines of one kind. Blocks cover every non-blank line, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub kind: BlockKind,
    pub span: Span,
    /// Furniture glued to a headline or a body line (`…경쟁게시글 내용`), inside `span`.
    pub furniture: Vec<Span>,
}

/// How far a reader may trust a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    Guess,
    Likely,
    Sure,
}

/// Why a mark was made: a rule's stable name and the words that spoke for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    pub rule: &'static str,
    pub evidence: Vec<Span>,
}

/// Whom or what a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionKind {
    Company,
    Executive,
    Person,
}

/// A company or a person named in the text, joined to its entity.
#[derive(Clone, Debug)]
pub struct Mention {
    pub kind: MentionKind,
    /// The whole mark: of a person, name to title.
    pub span: Span,
    /// The name alone; the whole span for a company.
    pub name: Span,
    pub title: Option<Span>,
    /// Companies or organisations stated with this mention.
    pub affiliations: Vec<EntityId>,
    pub entity: EntityId,
    pub confidence: Confidence,
    pub reason: Reason,
}

/// A company, a person, or an organisation that only affiliations point to.
#[derive(Clone, Debug)]
pub struct Entity {
    pub kind: EntityKind,
    /// The canonical name.
    pub name: String,
    /// Other forms used in this article.
    pub aliases: Vec<String>,
    pub titles: Vec<String>,
    /// Companies and organisations that the article states for a person.
    pub companies: Vec<EntityId>,
    /// Indices of its mentions, in order.
    pub mentions: Vec<usize>,
    /// The gazetteer's row, where the company is on the list.
    pub listed: Option<crate::lexicon::CompanyId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EntityKind {
    Company,
    Executive,
    Person,
    /// Named only as an affiliation (경희대, 산업통상자원부); carries no mark.
    Organization,
}

/// Who said a quote.
#[derive(Clone, Debug)]
pub struct Speaker {
    /// Where the speaker is named; never overlaps the quote. `None` when resolved from context only.
    pub span: Option<Span>,
    pub entity: Option<EntityId>,
    /// The canonical name, or the words for an unnamed source.
    pub text: String,
}

/// Words reported as said.
#[derive(Clone, Debug)]
pub struct Quote {
    /// From the opening to the closing mark, both included where present.
    pub span: Span,
    pub speaker: Option<Speaker>,
    /// The reporting verb or noun: 말했다, 설명이다.
    pub cue: Option<Span>,
    /// Parts of one utterance share it.
    pub statement: u32,
    pub addressee: Option<Speaker>,
    /// Whether the speaker is an unnamed source.
    pub anonymous: bool,
    /// `false` for indirect speech without marks.
    pub direct: bool,
    pub repairs: Vec<Repair>,
    pub confidence: Confidence,
    pub reason: Reason,
}

/// What was wrong with a pair of quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Repair {
    /// Opened with a closing mark, or the other way round.
    Turned,
    /// The two ends are of different kinds.
    Mixed,
    /// No closing mark.
    Unclosed,
    /// A prime or another sign stands for a quotation mark.
    Prime,
}

/// A pair of marks that was read with a repair, whatever it holds.
#[derive(Clone, Debug)]
pub struct MendedMarks {
    pub span: Span,
    pub repairs: Vec<Repair>,
}

/// A line or lines that describe or credit an image.
#[derive(Clone, Debug)]
pub struct Caption {
    pub span: Span,
    pub credit: Option<Span>,
    /// People, then companies, in the order of the picture.
    pub depicts: Vec<EntityId>,
    /// Position words as stated (왼쪽부터, 가운데).
    pub positions: Vec<Span>,
}

/// Something an editor would look at again.
#[derive(Clone, Debug)]
pub struct Note {
    pub kind: &'static str,
    pub span: Span,
    pub message: String,
}
