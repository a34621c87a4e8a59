//! What the canvas promises, by itself.
#![expect(
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a test fails by panicking; small numbers"
)]

mod any_input;
mod changes;
mod pixels;
mod scene;
