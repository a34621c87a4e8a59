//! Supple beside the working day.

pub mod call;
pub mod said;
