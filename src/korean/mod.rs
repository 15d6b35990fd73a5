//! Facts of Korean: particles, words, what names look like. Tables and small tests, no policy.

pub mod callings;
pub mod companies;
pub mod company_ends;
pub mod evidence;
pub mod firm_like;
pub mod foreign;
pub mod names;
mod native_names;
pub mod offices;
pub mod particles;
pub mod words;
pub mod works;
