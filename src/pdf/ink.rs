//! Colours as a PDF has them.

use krilla::color::rgb;
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, Paint};

/// One colour throughout.
pub(super) fn paint([red, green, blue]: [u8; 3]) -> Paint {
    rgb::Color::new(red, green, blue).into()
}

/// The inside of a shape.
pub(super) fn filled(colour: [u8; 3], opacity: f32) -> Fill {
    Fill {
        paint: paint(colour),
        opacity: share(opacity),
        ..Fill::default()
    }
}

/// A share from 0 to 1.
pub(super) fn share(share: f32) -> NormalizedF32 {
    NormalizedF32::new(share.clamp(0.0, 1.0)).unwrap_or(NormalizedF32::ONE)
}
