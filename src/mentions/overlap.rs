//! The one place where overlaps are settled: marks nest, and no two of one type overlap.

use super::Found;
use crate::span::Span;

/// `found`, sorted, with every conflict decided: of two of one type the surer, then the longer,
/// then the earlier stays; of two that cross the surer stays. A company inside a person is kept.
/// n log n.
pub fn settle(mut found: Vec<Found>) -> Vec<Found> {
    crate::order::by_span(&mut found, |f| f.span);
    let mut out: Vec<Found> = Vec::with_capacity(found.len());
    for candidate in found {
        let mut keep = true;
        while let Some(at) = conflict(&out, &candidate) {
            if stronger(&candidate, &out[at]) {
                out.remove(at);
            } else {
                keep = false;
                break;
            }
        }
        if keep {
            out.push(candidate);
        }
    }
    out
}

/// The newest kept mention that cannot stand beside `candidate`. Only the last few can reach it.
fn conflict(kept: &[Found], candidate: &Found) -> Option<usize> {
    let from = kept.len().saturating_sub(8);
    (from..kept.len()).rev().find(|&i| {
        let other = &kept[i];
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
