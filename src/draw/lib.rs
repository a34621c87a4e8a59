//! Draws egui's shapes on plain memory, and only what changed.
//!
//! Shapes and textures go in, changed areas of pixels come out; there is no window and no clock. A
//! window does this for every frame:
//!
//! 1. [`Canvas::update`] takes the frame and tells which areas will differ from the last one. Where
//!    there are none, nothing is left to do.
//! 2. [`Canvas::draw`] draws them into the memory that is shown next.
//!
//! Drawing only what changed never shows: every pixel is the same as if the whole frame had been drawn.
//! For that, where a shape is drawn is taken from its triangles, not from an estimate; each shape is cut
//! into triangles for itself, so that none depends on its neighbours; and what a pixel gets is reckoned
//! from its place in the frame, not from where a changed area begins.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "pixels and colors go to and fro between parts and wholes; what a cast cuts off is said where it can be any"
)]
#![expect(
    clippy::float_cmp,
    reason = "alike is what is the same number; all else is drawn anew, which never shows"
)]

mod area;
mod blend;
mod canvas;
mod changes;
mod mesh;
mod polygon;
mod shapes;
mod texture;
mod triangle;

pub use area::Area;
pub use canvas::{Canvas, Frame};
