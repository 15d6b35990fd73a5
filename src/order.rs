//! Sorting. What is sorted here is mostly two or three lists in order, one behind the other, which a merge of runs
//! leaves in one pass; the standard library's sort is made anew for every type, some five kilobytes each.

use crate::span::Span;

/// Puts `list` in the order of its keys; what has the same key stays as it is.
pub fn by<T>(list: &mut [T], key: impl Fn(&T) -> [u32; 3]) {
    let mut from = order(list.iter().map(key).collect());
    // Round by round each takes its place, and the first of the round the last one's.
    for first in 0..from.len() {
        let mut at = first;
        loop {
            let next = std::mem::replace(&mut from[at], at as u32) as usize;
            if next == first {
                break;
            }
            list.swap(at, next);
            at = next;
        }
    }
}

/// Puts `list` in the order of its spans, of several at one place the longest first.
pub fn by_span<T>(list: &mut [T], span: impl Fn(&T) -> Span) {
    by(list, |item| span_key(span(item)));
}

/// The key of that order.
pub fn span_key(span: Span) -> [u32; 3] {
    [span.start, !span.end, 0]
}

/// Puts `list` in the order of its texts, byte by byte: by their last dozen bytes first, then by the dozen before.
pub fn by_text<T>(list: &mut [T], text: impl Fn(&T) -> &str) {
    const DOZEN: usize = 12;
    let longest = list.iter().map(|item| text(item).len()).max();
    for dozen in (0..longest.unwrap_or(0).div_ceil(DOZEN)).rev() {
        by(list, |item| {
            let bytes = text(item).as_bytes();
            std::array::from_fn(|n| {
                let four = std::array::from_fn(|k| bytes.get(DOZEN * dozen + 4 * n + k).copied());
                u32::from_be_bytes(four.map(Option::unwrap_or_default))
            })
        });
    }
}

/// Where what is to stand at each place stands now, equal keys as they stood; nothing where all is in order. Runs that
/// are in order are merged, each with the next, until one is left. Linear for few runs, n log n at worst.
#[inline(never)]
pub fn order(keys: Vec<[u32; 3]>) -> Vec<u32> {
    if keys.is_sorted() {
        return Vec::new();
    }
    let mut out: Vec<u32> = (0..keys.len() as u32).collect();
    let key = |place: u32| keys[place as usize];
    loop {
        let run = |from: usize| {
            let pairs = out[from..].windows(2);
            let more = pairs.take_while(|pair| key(pair[0]) <= key(pair[1]));
            out.len().min(from + 1 + more.count())
        };
        let mut merged = Vec::with_capacity(out.len());
        let mut runs = 0;
        while merged.len() < out.len() {
            let mut a = merged.len();
            let middle = run(a);
            let mut b = middle;
            let end = if b < out.len() { run(b) } else { b };
            while a < middle && b < end {
                let second = key(out[b]) < key(out[a]);
                let next = if second { &mut b } else { &mut a };
                merged.push(out[*next]);
                *next += 1;
            }
            merged.extend_from_slice(&out[a..middle]);
            merged.extend_from_slice(&out[b..end]);
            runs += 1;
        }
        out = merged;
        if runs <= 1 {
            return out;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order() {
        let mut list = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (0, 'e')];
        by(&mut list, |item| [item.0, 0, 0]);
        let letters: String = list.iter().map(|item| item.1).collect();
        assert_eq!(letters, "ebdac");
    }

    #[test]
    fn any_keys_come_in_order() {
        let mut seed = 1_u32;
        for len in 0..200 {
            let next = |seed: &mut u32| {
                *seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                *seed >> 26
            };
            let mut list: Vec<(u32, u32)> = (0..len).map(|i| (next(&mut seed), i)).collect();
            let mut sorted = list.clone();
            sorted.sort();
            by(&mut list, |item| [item.0, 0, 0]);
            assert_eq!(list, sorted);
        }
    }

    #[test]
    fn texts_are_in_the_order_of_their_bytes() {
        let mut list = vec![
            "가람전자서비스",
            "b",
            "가람",
            "",
            "가람전자",
            "ab",
            "가람전기서비스",
            "a",
        ];
        let mut sorted = list.clone();
        sorted.sort_unstable();
        by_text(&mut list, |text| text);
        assert_eq!(list, sorted);
    }

    #[test]
    fn the_longest_span_comes_first() {
        let mut list = vec![Span::new(1, 2), Span::new(0, 1), Span::new(0, 3)];
        by_span(&mut list, |span| *span);
        assert_eq!(list, [Span::new(0, 3), Span::new(0, 1), Span::new(1, 2)]);
    }
}
