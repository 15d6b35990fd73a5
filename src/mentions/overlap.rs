//! The one place where overlaps are settled: marks nest, and no two of one type overlap.

use super::Found;
use crate::order::{order, span_key};
use crate::span::Span;

/// `found`, sorted, with every conflict decided: of two of one type the surer, then the longer,
/// then the earlier stays; of two that cross the surer stays. A company inside a person is kept.
/// n log n.
pub fn settle(found: Vec<Found>) -> Vec<Found> {
    let stay = staying(&found.iter().collect::<Vec<_>>());
    if stay.len() == found.len() && stay.is_sorted() {
        return found;
    }
    let mut found: Vec<Option<Found>> = found.into_iter().map(Some).collect();
    let mut out = Vec::with_capacity(stay.len());
    for i in stay {
        out.extend(found[i].take());
    }
    out
}

/// As [`settle`], of what stays where it is.
pub fn settled(found: Vec<&Found>) -> Vec<&Found> {
    staying(&found).iter().map(|&i| found[i]).collect()
}

/// Which of `found` stay, in their order.
#[inline(never)]
fn staying(found: &[&Found]) -> Vec<usize> {
    let keys = found.iter().map(|f| span_key(f.span));
    let order = order(keys.collect());
    let mut kept: Vec<usize> = Vec::with_capacity(found.len());
    for place in 0..found.len() {
        let i = order.get(place).map_or(place, |&i| i as usize);
        let mut keep = true;
        while let Some(at) = conflict(found, &kept, found[i]) {
            keep = stronger(found[i], found[kept[at]]);
            if !keep {
                break;
            }
            kept.remove(at);
        }
        if keep {
            kept.push(i);
        }
    }
    kept
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
