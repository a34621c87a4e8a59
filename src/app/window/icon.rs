//! The window's picture.

use eframe::egui::{Color32, IconData, Vec2, vec2};

use crate::ui::theme;

/// A bent knee, white on teal, drawn here rather than read from a file.
pub(super) fn icon() -> IconData {
    const SIDE: u16 = 64;
    let mut rgba = Vec::with_capacity(usize::from(SIDE) * usize::from(SIDE) * 4);
    for y in 0..SIDE {
        for x in 0..SIDE {
            // From -1 to 1, at the pixel's middle.
            let place = |at: u16| (2.0 * f32::from(at) + 1.0) / f32::from(SIDE) - 1.0;
            rgba.extend(icon_color(vec2(place(x), place(y))).to_array());
        }
    }
    IconData {
        rgba,
        width: SIDE.into(),
        height: SIDE.into(),
    }
}

fn icon_color(at: Vec2) -> Color32 {
    const LEG: [Vec2; 4] = [
        vec2(-0.62, 0.42),
        vec2(-0.06, 0.42),
        vec2(0.26, -0.44),
        vec2(0.58, 0.42),
    ];
    let to_bone = |from: Vec2, to: Vec2| {
        let bone = to - from;
        let along = ((at - from).dot(bone) / bone.length_sq()).clamp(0.0, 1.0);
        (at - from - bone * along).length()
    };
    let to_leg = LEG
        .windows(2)
        .map(|bone| to_bone(bone[0], bone[1]))
        .fold(f32::MAX, f32::min);
    // How far outside of a square with round corners.
    let corner = (at.abs() - Vec2::splat(0.56)).max(Vec2::ZERO).length();
    if corner > 0.44 {
        Color32::TRANSPARENT
    } else if to_leg < 0.15 {
        theme::LIGHT.on_teal
    } else {
        theme::LIGHT.teal_fill
    }
}
