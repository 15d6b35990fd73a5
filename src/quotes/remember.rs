//! What a reader keeps in mind from one sentence to the next.

use std::cell::RefCell;

use super::Article;
use super::alone::QUOTE_SIGNS;
use super::attribution::ends_in_saying;
use super::attribution::{WRITINGS, owner, owner_named};
use super::cast::Who;
use super::context::is_reporter;
use super::endings;
use super::subjects::{self, Kind, Mark, Subject};
use super::tables::SPEECH_NOUNS;
use crate::korean::names::{DOUBTFUL_SURNAMES, is_surname};
use crate::model::MentionKind;
use crate::span::Span;
use crate::table::{Ends, Starts, ends, starts};

/// What the reader remembers from one sentence to the next. Most quotations name their speaker; so what
/// stands between them is kept, and read when one asks whom it speaks of.
#[derive(Default)]
pub struct Memory {
    /// Whose answers follow: 김 대표에게 물었다.
    pub asked: Option<Who>,
    mind: RefCell<Mind>,
}

#[derive(Clone, Default)]
struct Mind {
    /// The person whom 그는 means.
    person: Option<Who>,
    /// Who spoke last or was last spoken of: an omitted subject.
    topic: Option<Who>,
    /// An unnamed person whom the sentence just before speaks of.
    beside: Option<Who>,
    /// What came after that, in order.
    unread: Vec<Kept>,
}

#[derive(Clone)]
enum Kept {
    /// A stretch of text, and whether it is a full sentence without quotes.
    Words(Span, bool),
    /// Who spoke, and is no person.
    Speaker(Who),
}

impl Memory {
    /// Keeps a stretch of text; `whole` when it is a full sentence without quotes.
    pub fn keep(&mut self, article: &Article, range: Span, whole: bool) {
        if let Some(who) = questioned(article, range) {
            self.asked = Some(who);
        }
        self.mind.get_mut().unread.push(Kept::Words(range, whole));
    }

    /// The same memory, for something that is read aside. What is kept is read before it grows, so that no copy is large.
    pub fn aside(&self, article: &Article) -> Memory {
        const MUCH: usize = 8;
        let mut mind = self.mind.borrow_mut();
        if mind.unread.len() > MUCH {
            mind.recall(article);
        }
        Memory {
            asked: self.asked.clone(),
            mind: RefCell::new(mind.clone()),
        }
    }

    /// Remembers who spoke a quotation.
    pub fn hear(&mut self, who: &Who) {
        let mind = self.mind.get_mut();
        if who.person {
            *mind = Mind {
                person: Some(who.clone()),
                topic: Some(who.clone()),
                ..Mind::default()
            };
        } else {
            mind.unread.push(Kept::Speaker(who.clone()));
        }
    }

    pub fn person(&self, article: &Article) -> Option<Who> {
        let mut mind = self.mind.borrow_mut();
        mind.recall(article);
        mind.person.clone()
    }

    pub fn topic(&self, article: &Article) -> Option<Who> {
        let mut mind = self.mind.borrow_mut();
        mind.recall(article);
        mind.topic.clone()
    }

    pub fn beside(&self, article: &Article) -> Option<Who> {
        let mut mind = self.mind.borrow_mut();
        mind.recall(article);
        mind.beside.clone()
    }
}

impl Mind {
    /// Reads what was kept, from its end back to the sentence that names a person: what stands before
    /// that one no longer counts.
    fn recall(&mut self, article: &Article) {
        let (mut again, mut topic) = (false, None);
        let mut beside = Some(&mut self.beside);
        while let Some(kept) = self.unread.pop() {
            let change = match kept {
                Kept::Speaker(who) => Change::Topic(who),
                Kept::Words(range, whole) => {
                    let mut unnamed = None;
                    let change = change(article, range, whole, &mut unnamed);
                    if let Some(beside) = beside.take() {
                        *beside = unnamed;
                    }
                    change
                }
            };
            let first = !again && topic.is_none();
            match change {
                Change::Person(who) => {
                    if first {
                        topic = Some(who.clone());
                    }
                    self.person = Some(who);
                    self.unread.clear();
                }
                Change::Topic(who) if first => topic = Some(who),
                Change::Again if first => again = true,
                _ => {}
            }
        }
        if again {
            self.topic.clone_from(&self.person);
        } else if topic.is_some() {
            self.topic = topic;
        }
    }
}

/// Ends of a sentence after which answers follow.
static ASKING: Ends = ends![
    "물었다",
    "물어봤다",
    "들어봤다",
    "일문일답",
    "일문일답이다",
    "문답",
    "문답이다",
];

/// 옥동녘 과장에게 물었다; 김 대표와의 일문일답: the one whose answers follow.
fn questioned(article: &Article, range: Span) -> Option<Who> {
    let text = article.text;
    let words = range.of(text);
    if !ASKING.any(words.trim_end_matches(['.', ' '])) || words.contains(QUOTE_SIGNS) {
        return None;
    }
    let cast = &article.cast;
    cast.within(range)
        .iter()
        .rfind(|m| {
            m.kind != MentionKind::Company
                && ["에게", "와", "과", "께", "한테"]
                    .iter()
                    .any(|p| text[m.span.to()..].starts_with(p))
        })
        .map(|m| cast.speaker(m))
}

/// 김 회장
fn surname_and_title(subject: &Subject) -> bool {
    subject.kind == Kind::Unnamed
        && subject.who.as_ref().is_some_and(|w| {
            w.speaker.text.split_once(' ').is_some_and(|(name, title)| {
                is_surname(name) && !DOUBTFUL_SURNAMES.contains(&name) && !title.contains(' ')
            })
        })
}

/// 이런 문자를 보냈다, 이렇게 시작한다: words follow.
fn announces(words: &str) -> bool {
    words.split("이런 ").skip(1).any(|w| SPEECH_NOUNS.any(w)) || words.contains("이렇게 ")
}

/// What a stretch of text changes in the mind of its reader.
enum Change {
    Nothing,
    /// The person in mind, who is spoken of as well.
    Person(Who),
    /// Who is spoken of.
    Topic(Who),
    /// 그는: the person in mind is spoken of again.
    Again,
}

/// Whom a stretch of text speaks of, and the unnamed person `beside` it.
fn change(article: &Article, range: Span, whole: bool, beside: &mut Option<Who>) -> Change {
    let found = subjects::subjects(article, range);
    let people = || found.iter().filter(|s| s.kind == Kind::Person);
    // 김 회장은: a person whom no mention covers.
    let subject = people()
        .rfind(|s| s.mark == Mark::Topic)
        .or_else(|| people().next_back())
        .or_else(|| {
            found
                .iter()
                .rfind(|s| s.mark == Mark::Topic && surname_and_title(s))
        });
    if let Some(who) = subject.and_then(|s| s.who.clone()) {
        return Change::Person(who);
    }
    if !whole {
        return Change::Nothing;
    }
    if let Some(s) = found
        .iter()
        .next_back()
        .filter(|s| s.kind == Kind::Unnamed && s.who.as_ref().is_some_and(|w| w.person))
    {
        beside.clone_from(&s.who);
    }
    let pronoun = found.iter().any(|s| s.kind == Kind::Pronoun);
    if let Some(last) = article
        .cast
        .within(range)
        .iter()
        .rfind(|m| m.kind != MentionKind::Company)
        && !pronoun
    {
        return Change::Person(article.cast.speaker(last));
    }
    if pronoun {
        return Change::Again;
    }
    // 숲쌤이 묻는다. “…”; 그가 내세운 이유도 비슷했다. “…”
    let text = article.text;
    let words = range.of(text);
    let last = |fits: &dyn Fn(&Subject) -> bool| {
        let who = found.iter().rfind(|s| fits(s)).and_then(|s| s.who.clone());
        who.filter(|who| !is_reporter(who))
    };
    if found.iter().any(is_marked) {
        let leads = ends_in_saying(text, range) || announces(words);
        let who = if leads {
            last(&is_marked)
        } else {
            last(&|s| s.mark == Mark::Nominative && s.kind != Kind::Other)
        };
        if let Some(who) = who.filter(|_| leads || names_words(text, range)) {
            return Change::Topic(who);
        }
    }
    let tells = |w: &Span| {
        let word = w.of(text);
        word.ends_with(['은', '는', '도', '이']) && SPEECH_NOUNS.any(word)
    };
    let mut told = super::phrases::words(text, range).filter(tells);
    if let Some(thing) = told.next_back() {
        // 현직 간부의 설명은 솔직했다. “…”
        if let Some(who) = owner(article, range, thing) {
            return Change::Topic(who);
        }
        // 가람전자의 답은 짧았다. “…”
        let first = told.next().unwrap_or(thing);
        if let Some(who) = owner_named(article, range.from(), first.from()) {
            return Change::Topic(who);
        }
    }
    // 진로는 코웃음을 쳤다고 한다. “…”
    // 가람전자는 입장문을 냈다. “…”
    if let Some(who) = last(&|s| s.kind == Kind::Company && s.mark == Mark::Topic)
        && (WRITINGS.iter().any(|w| words.contains(w))
            || words.trim_end_matches('.').ends_with("고 한다")
            || endings::ends_in_report(words))
    {
        return Change::Topic(who);
    }
    Change::Nothing
}

fn is_marked(subject: &Subject) -> bool {
    matches!(subject.mark, Mark::Topic | Mark::Nominative)
}

/// 그의 말은, 내세운 이유도: the next quotation is what somebody says.
fn names_words(text: &str, range: Span) -> bool {
    static NAMES: Starts = starts![
        "말은",
        "말이",
        "말씀",
        "한마디",
        "이유도",
        "이유는",
        "답은",
        "말도",
    ];
    super::phrases::words(text, range)
        .skip(1)
        .any(|w| NAMES.any(w.of(text)))
}
