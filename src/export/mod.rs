//! The engine's output in the forms that others read.

pub mod json;
pub mod text;
pub mod utf16;
mod write;
