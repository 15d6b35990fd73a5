//! Whether English quotation marks hold speech.

use super::between;
use super::english_subjects::{first_verb, modifies_noun};
use super::english_words::{CALLING, SIGNS};
use super::marks::Pair;
use super::phrases::words;
use super::speech::Evidence;
use crate::korean::words::lower;
use crate::model::{BlockKind, Confidence};
use crate::span::Span;

/// The evidence that `pair` is speech; `cue_before` is the first reporting verb before it in its
/// sentence, `rest` what follows it.
pub(super) fn judge(
    text: &str,
    kind: BlockKind,
    pair: &Pair,
    cue_before: Option<Span>,
    unit: Span,
    before: Span,
    rest: Span,
) -> Option<Evidence> {
    let words_in = pair.inner.of(text).trim();
    let found = |rule, confidence, cue| {
        Some(Evidence {
            rule,
            confidence,
            cue,
        })
    };
    if words_in.is_empty() {
        return None;
    }
    let cue_after = first_verb(text, rest)
        .filter(|v| words(text, between(rest.from(), v.from())).take(17).count() <= 16);
    let ends = words_in.ends_with([',', '?', '!', '.', '…', '—', '’', '\'']);
    if matches!(kind, BlockKind::Headline | BlockKind::Deck) {
        let single = !pair.double
            && cue_after.is_none()
            && cue_before.is_none()
            && words_in.split_whitespace().count() < 4;
        return if single {
            None
        } else {
            found("headline", Confidence::Likely, cue_after.or(cue_before))
        };
    }
    let lead = before.of(text).trim_end();
    if lead.ends_with("such as")
        || lead.ends_with("so-called")
        || lead.ends_with("known as")
        || (lead == "and" || lead.ends_with(" and"))
            && words_in.split_whitespace().count() < 2
            && cue_after.is_none()
    {
        return None;
    }
    if cue_after.is_some() && ends {
        return found("said-after", Confidence::Sure, cue_after);
    }
    let opens =
        words_in.starts_with(|c: char| c.is_uppercase() || c == '‘' || c == '\'' || c == '…');
    let label = lead.is_empty() || lead.ends_with(':') || matches!(lead, "A." | "A" | "A:");
    if pair.double && is_sign(lead) {
        return found("sign", Confidence::Likely, None);
    }
    if opens && label && words_in.ends_with(['.', '?', '!', '’', '\'', ',', '…']) {
        return found("standalone", Confidence::Likely, cue_before);
    }
    if lead.ends_with(':') && pair.double {
        return found("colon", Confidence::Likely, cue_before);
    }
    let told = cue_before.is_some() || text[unit.range()].starts_with("According to");
    let several = words_in.split_whitespace().count() >= 2;
    let beside = cue_before.is_some_and(|v| {
        CALLING.contains(&lower(v.of(text)).as_str())
            || words(text, between(v.to(), before.to())).take(4).count() <= 3
    });
    let named_so = beside
        && cue_before.is_some_and(|v| words(text, between(v.to(), before.to())).next().is_some())
        && !modifies_noun(text, pair.span.to());
    if told
        && (several || beside)
        && (ends
            || several && !modifies_noun(text, pair.span.to())
            || several && words_in.split_whitespace().count() > 3
            || named_so)
    {
        return found("said-before", Confidence::Likely, cue_before);
    }
    None
}

/// The sign above it reads, “Knock.”
pub(super) fn is_sign(lead: &str) -> bool {
    let lead = lead.trim_end_matches(',');
    SIGNS.iter().any(|s| lead.ends_with(s))
}

/// “…?” he asked: the attribution stands in what looks like the next sentence.
pub(super) fn attribution_ahead(text: &str, pair: &Pair, ahead: Option<Span>) -> bool {
    let asks = pair.inner.of(text).trim_end().ends_with(['?', '!']);
    asks && ahead.is_some_and(|a| {
        !a.of(text).contains(['“', '"'])
            && first_verb(text, a)
                .is_some_and(|v| words(text, between(a.from(), v.from())).count() <= 4)
    })
}
