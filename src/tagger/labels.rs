//! What a character can be: outside of names, or the first or a later one of a name.

/// What the tagger tells apart. Other organisations and places are only there so that they are
/// not taken for companies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Person,
    Company,
    /// Another organisation, or a place.
    Other,
}

/// O, then the first and a later character of each kind.
pub const LABELS: usize = 7;
/// Labels that have weights of their own: all but O, which is the measure of the others.
pub const WEIGHED: usize = LABELS - 1;
pub const OUTSIDE: usize = 0;

/// The label of the first character of a name.
pub fn first(kind: Kind) -> usize {
    match kind {
        Kind::Person => 1,
        Kind::Company => 3,
        Kind::Other => 5,
    }
}

/// The label of its later characters.
pub fn later(kind: Kind) -> usize {
    first(kind) + 1
}

/// The kind that a label belongs to.
pub fn kind(label: usize) -> Option<Kind> {
    match label {
        1 | 2 => Some(Kind::Person),
        3 | 4 => Some(Kind::Company),
        5 | 6 => Some(Kind::Other),
        _ => None,
    }
}

/// Whether `label` begins a name.
pub fn begins(label: usize) -> bool {
    label % 2 == 1
}

/// Whether `to` may stand right after `from`: a later character only in its own name.
pub fn allowed(from: usize, to: usize) -> bool {
    to == OUTSIDE || begins(to) || from == to || from + 1 == to
}
