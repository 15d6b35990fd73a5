//! How the surfaces of a dictionary are written; shared by `build.rs`, which writes them, and `dict`,
//! which reads them in place.
//!
//! An entry is how many characters it shares with the one before, a byte below [`LETTER`], and the
//! other characters. Each is a number in the alphabet, all characters of all dictionaries: one byte
//! for the frequent ones, two for the rest. So an entry ends where a byte below [`LETTER`] stands.
//! The first of every [`BLOCK`] entries shares nothing: a search can start there.

/// Entries of a block.
pub const BLOCK: usize = 8;

/// Bytes from here on are part of a character.
pub const LETTER: u8 = 32;

/// Bytes from here on are the first of two.
const PAIR: u8 = 252;

/// How many characters take one byte: the first of the alphabet.
pub const SINGLES: usize = (PAIR - LETTER) as usize;

/// How many begin with the same byte of the others.
const SECONDS: usize = 256 - LETTER as usize;

/// How many characters the alphabet may have.
pub const MOST: usize = SINGLES + (256 - PAIR as usize) * SECONDS;

/// Writes the character with this number.
pub fn write(out: &mut Vec<u8>, number: usize) {
    match number.checked_sub(SINGLES) {
        None => out.push(LETTER + number as u8),
        Some(rest) => out.extend([
            PAIR + (rest / SECONDS) as u8,
            LETTER + (rest % SECONDS) as u8,
        ]),
    }
}

/// The number of the character at `at`, if an entry does not end there, and what comes after it.
#[inline]
pub fn read(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let first = *bytes.get(at).filter(|&&byte| byte >= LETTER)?;
    if first < PAIR {
        return Some((usize::from(first - LETTER), at + 1));
    }
    let second = bytes.get(at + 1)?.checked_sub(LETTER)?;
    let number = SINGLES + usize::from(first - PAIR) * SECONDS + usize::from(second);
    Some((number, at + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut out = Vec::new();
        (0..MOST).for_each(|number| write(&mut out, number));
        let mut at = 0;
        for number in 0..MOST {
            let (found, next) = read(&out, at).unwrap();
            assert_eq!(found, number);
            at = next;
        }
        assert_eq!(at, out.len());
        assert_eq!(read(&[LETTER - 1], 0), None);
    }
}
