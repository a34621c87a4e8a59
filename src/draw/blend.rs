//! Colours as the display takes them, alpha, red, green and blue in a number, and what becomes of one
//! under another. As everywhere in egui, colours are multiplied by their alpha, and are mixed as they are
//! written, without regard to how bright they look.

use egui::Color32;

pub(crate) const OPAQUE: u32 = 0xff00_0000;

/// Every other channel, so that two are worked on at a time with room between them.
const EVEN: u32 = 0x00ff_00ff;

pub(crate) fn packed(color: Color32) -> u32 {
    let [red, green, blue, alpha] = color.to_array();
    u32::from_be_bytes([alpha, red, green, blue])
}

/// The number whose channels are all `level`.
#[inline]
pub(crate) fn grey(level: u8) -> u32 {
    u32::from(level) * 0x0101_0101
}

/// All channels times `level` / 255, rounded.
#[inline]
pub(crate) fn faded(color: u32, level: u32) -> u32 {
    let even = (color & EVEN) * level + 0x0080_0080;
    let odd = (color >> 8 & EVEN) * level + 0x0080_0080;
    let even = (even + (even >> 8 & EVEN)) >> 8 & EVEN;
    let odd = (odd + (odd >> 8 & EVEN)) & !EVEN;
    even | odd
}

/// Each channel times that of the other / 255, rounded.
#[inline]
pub(crate) fn tinted(color: u32, tint: u32) -> u32 {
    if tint == u32::MAX {
        return color;
    }
    let (color, tint) = (color.to_be_bytes(), tint.to_be_bytes());
    u32::from_be_bytes([0, 1, 2, 3].map(|channel| {
        let product = u32::from(color[channel]) * u32::from(tint[channel]) + 128;
        // Below 256: the product of two bytes.
        ((product + (product >> 8)) >> 8) as u8
    }))
}

/// From one colour to the other by `part` / 256.
#[inline]
pub(crate) fn between(one: u32, other: u32, part: u32) -> u32 {
    let rest = 256 - part;
    let even = ((one & EVEN) * rest + (other & EVEN) * part + 0x0080_0080) >> 8 & EVEN;
    let odd = ((one >> 8 & EVEN) * rest + (other >> 8 & EVEN) * part + 0x0080_0080) & !EVEN;
    even | odd
}

/// Lays `over` onto a pixel.
#[inline]
pub(crate) fn lay(pixel: &mut u32, over: u32) {
    let under = faded(*pixel, 255 - (over >> 24));
    // A light that adds to what is there may exceed what a channel holds.
    let even = full((over & EVEN) + (under & EVEN));
    let odd = full((over >> 8 & EVEN) + (under >> 8 & EVEN));
    *pixel = even | odd << 8;
}

/// Two sums, each no more than a channel holds.
#[inline]
fn full(sums: u32) -> u32 {
    let beyond = sums >> 8 & 0x0001_0001;
    (sums | (beyond * 0xff)) & EVEN
}

/// Lays one colour onto a row of pixels.
#[inline]
pub(crate) fn lay_row(row: &mut [u32], color: u32) {
    match color {
        0 => {}
        OPAQUE.. => row.fill(color),
        _ => row.iter_mut().for_each(|pixel| lay(pixel, color)),
    }
}
