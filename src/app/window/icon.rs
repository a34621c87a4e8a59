//! The window's picture.

use eframe::egui::{Color32, IconData, Vec2, vec2};

use crate::ui::theme;

/// A leg with a bent knee. Places are counted from the middle, which is one unit from each edge.
const LEG: [Vec2; 4] = [
    vec2(-0.62, 0.42),
    vec2(-0.06, 0.42),
    vec2(0.26, -0.44),
    vec2(0.58, 0.42),
];
const HALF_A_LEG: f32 = 0.15;
/// How round the corners of the square around it are.
const ROUNDING: f32 = 0.44;

/// The leg, white on teal, drawn here rather than read from a file.
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
    let to_bone = |from: Vec2, to: Vec2| {
        let bone = to - from;
        let along = ((at - from).dot(bone) / bone.length_sq()).clamp(0.0, 1.0);
        (at - from - bone * along).length()
    };
    let to_leg = LEG
        .windows(2)
        .map(|bone| to_bone(bone[0], bone[1]))
        .fold(f32::MAX, f32::min);
    // How far outside of the square that the corners are drawn around.
    let corner = (at.abs() - Vec2::splat(1.0 - ROUNDING))
        .max(Vec2::ZERO)
        .length();
    if corner > ROUNDING {
        Color32::TRANSPARENT
    } else if to_leg < HALF_A_LEG {
        theme::LIGHT.on_teal
    } else {
        theme::LIGHT.teal_fill
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icon_of_the_package_is_the_windows() {
        let points = LEG.map(|at| format!("{},{}", at.x, at.y)).join(" ");
        let color = |color: Color32| color.to_hex()[..7].to_owned();
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"128\" height=\"128\" viewBox=\"-1 -1 2 2\">\n  \
             <rect x=\"-1\" y=\"-1\" width=\"2\" height=\"2\" rx=\"{ROUNDING}\" fill=\"{}\"/>\n  \
             <polyline points=\"{points}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" \
             stroke-linecap=\"round\" stroke-linejoin=\"round\"/>\n</svg>\n",
            color(theme::LIGHT.teal_fill),
            color(theme::LIGHT.on_teal),
            2.0 * HALF_A_LEG,
        );
        let packaged = include_str!("../../../assets/package/supple.svg");
        assert_eq!(packaged.replace("\r\n", "\n"), svg);
    }
}
