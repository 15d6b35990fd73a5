//! The one place where overlaps are settled: marks nest, and no two of one type overlap.

use super::Found;
use crate::span::Span;

/// `found`, sorted, with every conflict decided: of two of one type the surer, then the longer,
/// then the earlier stays; of two that cross the surer stays. A company inside a person is kept.
/// n log n.
pub fn settle(mut found: Vec<Found>) -> Vec<Found> {
    crate::order::by_span(&mut found, |f| f.span);
    let stays = staying(&found.iter().collect::<Vec<_>>());
    let mut stays = stays.into_iter();
    found.retain(|_| stays.next() == Some(true));
    found
}

/// As [`settle`], of what stays where it is.
pub fn settled(mut found: Vec<&Found>) -> Vec<&Found> {
    crate::order::by_span(&mut found, |f| f.span);
    let mut stays = staying(&found).into_iter();
    found.retain(|_| stays.next() == Some(true));
    found
}

/// Which of `found`, sorted, stay.
#[inline(never)]
fn staying(found: &[&Found]) -> Vec<bool> {
    let mut stays = vec![true; found.len()];
    let mut kept: Vec<usize> = Vec::with_capacity(found.len());
    for (i, candidate) in found.iter().enumerate() {
        while let Some(at) = conflict(found, &kept, candidate) {
            if !stronger(candidate, found[kept[at]]) {
                stays[i] = false;
                break;
            }
            stays[kept.remove(at)] = false;
        }
        if stays[i] {
            kept.push(i);
        }
    }
    stays
}

/// The newest kept mention that cannot stand beside `candidate`. Only the last few can reach it.
fn conflict(found: &[&Found], kept: &[usize], candidate: &Found) -> Option<usize> {
    let from = kept.len().saturating_sub(8);
    (from..kept.len()).rev().find(|&i| {
        let other = found[kept[i]];
        if !other.span.overlaps(candidate.span) {
            return false;
        }
        let same = other.is_company() == candidate.is_company();
        let (company, person) = if other.is_company() {
            (other, candidate)
        } else {
            (candidate, other)
        };
        same || other.span.crosses(candidate.span)
            || company.span.contains(person.span)
            || company.span.overlaps(person.name)
    })
}

fn stronger(a: &Found, b: &Found) -> bool {
    let len = |s: Span| s.end - s.start;
    (a.confidence, len(a.span), std::cmp::Reverse(a.span.start))
        > (b.confidence, len(b.span), std::cmp::Reverse(b.span.start))
}
