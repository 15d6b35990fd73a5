//! The title and the company that stand beside a person's name, for names that came to light after the rules of
//! titles had been asked: by the tagger, or by the rest of the article.

use super::affiliation::{before_name, company_before};
use super::scan::Scan;
use super::title_run::{TitleRun, title_run};
use super::titles::reporter;
use super::{Found, What};
use crate::lexicon::TitleClass;
use crate::order;
use crate::span::Span;

/// `found`, sorted and settled, with what stands beside each person taken to it: 배롱 이솔트 대표 where only the name
/// was known, the company in 두리콘의 연규호. No mark comes or goes, and none crosses another. n log n.
pub fn complete(scan: &Scan, mut found: Vec<Found>) -> Vec<Found> {
    let mut companies: Vec<Found> = found.iter().filter(|f| f.is_company()).cloned().collect();
    order::by(&mut companies, |f| [f.span.end, 0, 0]);
    // Where the marks before this one end.
    let mut reach = 0;
    for i in 0..found.len() {
        reach = i.checked_sub(1).map_or(0, |p| reach.max(found[p].span.end));
        let Some(person) = found[i].person() else {
            continue;
        };
        if person.title.is_none()
            && let Some((company, run)) = title_after(scan, &found, i)
                .or_else(|| title_before(scan, &found[i], reach, &companies))
        {
            let f = &mut found[i];
            f.span = Span::new(
                f.span.from().min(run.span.from()),
                f.span.to().max(run.span.to()),
            );
            if let What::Person(person) = &mut f.what {
                person.title = Some(run.span);
                person.class = Some(run.class);
                person.companies.extend(company);
            }
        }
        let from = found[i].span.from();
        if let What::Person(person) = &mut found[i].what
            && person.companies.is_empty()
            && person.organization.is_none()
            && !person.short
        {
            before_name(scan, from, &companies, person);
        }
    }
    found
}

/// The title behind the name of `found[i]`, and the company between the two if there is one.
fn title_after(scan: &Scan, found: &[Found], i: usize) -> Option<(Option<Span>, TitleRun)> {
    let f = &found[i];
    let word = word_ending(scan, f.name.to()).filter(|_| f.span.end == f.name.end)?;
    let mut at = scan.next(word)?;
    if matches!(scan.word(at), "전" | "현") {
        at = scan.next(at)?; // 맹정옥 전 대표
    }
    // Of marks behind this one, a company right here may stand inside; any other would be crossed.
    let mut behind = found[i + 1..]
        .iter()
        .skip_while(|o| f.span.contains(o.span))
        .peekable();
    let inside = |o: &&&Found| o.is_company() && o.span.start == scan.words[at].span.start;
    let company = behind.peek().filter(inside).map(|o| o.span);
    if let Some(company) = company {
        behind.next();
        at = scan.next(word_ending(scan, company.to())?)?;
    }
    let run = title_run(scan, at)?;
    let own = run.first_word == at && !run.fused;
    let free = behind.next().is_none_or(|o| o.span.start >= run.span.end);
    (own && free && !reporter(scan.at(run.span))).then_some((company, run))
}

/// An executive's title right before the name of `f`: 창업자 민들레. One in a mark before it, all of which end at
/// `reach`, stays another's.
fn title_before(
    scan: &Scan,
    f: &Found,
    reach: u32,
    companies: &[Found],
) -> Option<(Option<Span>, TitleRun)> {
    let word = scan.word_at(f.name.from());
    let own = f.span.start == f.name.start && scan.words.get(word)?.span.start == f.name.start;
    let run = title_run(scan, scan.previous(word).filter(|_| own)?)?;
    let whole = run.bare && !run.fused && run.last_word + 1 == word;
    // 국가 대표 is no title; 가람전자 대표 and 가람전자(대표 …) are.
    let company = company_before(scan, run.span, companies);
    let clear = run.span.start >= reach && (!run.ambiguous || company.is_some());
    (whole && clear && run.class == TitleClass::Executive).then_some((company, run))
}

/// The word that ends at `end`.
fn word_ending(scan: &Scan, end: usize) -> Option<usize> {
    let word = scan.word_at(end - 1);
    (scan.words.get(word)?.span.to() == end).then_some(word)
}
