//! Indirect speech without marks: …다고 밝혔다.
use super::Article;
use crate::model::Quote;
pub fn add(_article: &Article, _quotes: &mut Vec<Quote>) {}
