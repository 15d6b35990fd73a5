//! Facts of Korean: particles, words, what names look like. Tables and small tests, no policy.

pub mod companies;
mod foreign;
pub mod names;
pub mod particles;
pub mod words;
