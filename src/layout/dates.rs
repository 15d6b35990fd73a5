//! Dates as pages stamp them.

/// Whether a whole date stands in the text: 2026.01.19, 2026-01-19, 2025년 9월, 25.07.18, Jan. 14, 2026,
/// 21 Nov 2026.
pub fn has_date(lower: &str) -> bool {
    let bytes = lower.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let run = bytes[at..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count();
        let number: u32 = if run <= 4 {
            lower[at..at + run].parse().unwrap_or(0)
        } else {
            0
        };
        let rest = &lower[at + run..];
        if run == 4 && (1950..2100).contains(&number) {
            let next = rest.trim_start_matches([' ', '.', '-', '/', '년']);
            let cut = rest.len() - next.len();
            let dotted =
                rest.starts_with(['.', '-', '/', ' ']) && !rest.trim_start().starts_with('년');
            let spelled =
                rest.trim_start().starts_with('년') && rest.contains('월') && rest.contains('일');
            if cut > 0
                && (dotted && rest.trim_start().starts_with(['.', '-', '/']) || spelled)
                && next.starts_with(|c: char| c.is_ascii_digit())
            {
                return true;
            }
            let before = lower[..at].trim_end();
            if before.ends_with(',') && MONTHS.iter().any(|m| before.contains(m)) {
                return true;
            }
            // 21 nov 2026
            let day = |m: &str| {
                before
                    .strip_suffix(m)
                    .is_some_and(|b| b.trim_end().ends_with(|c: char| c.is_ascii_digit()))
            };
            if MONTHS.iter().any(|m| day(m)) {
                return true;
            }
            if before.ends_with('.')
                && MONTHS
                    .iter()
                    .any(|m| before.trim_end_matches('.').ends_with(m))
            {
                return true;
            }
        }
        if run == 2 && rest.len() >= 6 && is_short_date(rest.as_bytes()) {
            return true;
        }
        at += run;
    }
    false
}

const MONTHS: &[&str] = &[
    "jan", "feb", "mar", "apr", "may", "june", "jun", "july", "jul", "aug", "sep", "oct", "nov",
    "dec",
];

/// `.07.18` after a year of two digits.
fn is_short_date(rest: &[u8]) -> bool {
    let digit = |i: usize| rest[i].is_ascii_digit();
    rest[0] == b'.' && digit(1) && digit(2) && rest[3] == b'.' && digit(4) && digit(5)
}
