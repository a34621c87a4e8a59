//! The colours, each under the name of what it is for, by day and by night, at the usual contrast
//! and at a high one.

use eframe::egui::{Color32, Context, Id, Theme, Ui};

use crate::figure;

/// The named colours of one theme. What stands on what is listed below them, and measured: every
/// text holds WCAG AA, 4.5 to 1, and every shape that carries meaning 3 to 1; at high contrast every
/// text holds AAA, 7 to 1.
#[derive(Debug)]
pub struct Palette {
    /// Behind everything.
    pub paper: Color32,
    /// Cards and fields.
    pub surface: Color32,
    /// The panel behind a picture: between paper and surface.
    pub picture: Color32,
    /// Text.
    pub ink: Color32,
    /// Text that stands back.
    pub muted: Color32,
    /// Edges of cards, and separators. They group what words tell apart too.
    pub line: Color32,
    /// The edge of a control that has no other ground of its own.
    pub outline: Color32,
    /// What is left of a ring, a strip, a row of dots. Faint where words beside it say the same.
    pub track: Color32,
    /// The app's own colour, for shapes.
    pub teal: Color32,
    /// The ground of the main button.
    pub teal_fill: Color32,
    /// The same under the pointer.
    pub teal_fill_hovered: Color32,
    /// Text on `teal_fill`.
    pub on_teal: Color32,
    /// Teal for words, where `teal` is too faint to read.
    pub teal_ink: Color32,
    /// The ground of what is selected.
    pub teal_soft: Color32,
    /// Mats and other still parts of pictures.
    pub teal_pale: Color32,
    /// Now.
    pub coral: Color32,
    /// The ground of what is now, and of what hurts.
    pub coral_soft: Color32,
    /// Words about what hurts or went wrong.
    pub danger: Color32,
    /// The edge of what is now, and of a button that stops.
    pub danger_line: Color32,
    /// The ground of small facts.
    pub chip: Color32,
    /// Around what has the keyboard.
    pub focus: Color32,
    /// Laid over the screen behind a question.
    pub veil: Color32,
    /// The width of edges, in points.
    pub edge: f32,
    /// The colours of figures.
    pub figures: figure::Palette,
}

/// A dark room: the screen while a session is guided by ear, whatever the theme.
pub const NIGHT: Color32 = rgb(0x00_00_00);
/// Words on [`NIGHT`]: as faint as can be read by a person who looks for them.
pub const ON_NIGHT: Color32 = rgb(0x92_9b_a0);

/// By day.
pub static LIGHT: Palette = Palette {
    paper: rgb(0xf6_f4_ef),
    surface: rgb(0xff_ff_ff),
    picture: rgb(0xfc_fa_f6),
    ink: rgb(0x1f_2a_30),
    // Darker than the design's #6b7780, which has 4.2 to 1 on paper.
    muted: rgb(0x5f_6b_74),
    line: rgb(0xe5_e1_d8),
    outline: rgb(0x8d_8a_80),
    track: rgb(0xdc_d7_ca),
    teal: rgb(0x2f_7f_79),
    teal_fill: rgb(0x2f_7f_79),
    teal_fill_hovered: rgb(0x27_70_6a),
    on_teal: rgb(0xff_ff_ff),
    teal_ink: rgb(0x1f_5f_5a),
    teal_soft: rgb(0xe2_ef_ec),
    teal_pale: rgb(0xcf_e4_df),
    coral: rgb(0xff_8a_5b),
    coral_soft: rgb(0xff_e8_de),
    danger: rgb(0xb8_45_1f),
    danger_line: rgb(0xc9_5a_34),
    chip: rgb(0xef_eb_e1),
    focus: rgb(0x1f_5f_5a),
    veil: Color32::from_black_alpha(110),
    edge: 1.0,
    figures: figure::Palette::Light,
};

/// By night.
pub static DARK: Palette = Palette {
    paper: rgb(0x14_19_1c),
    surface: rgb(0x1b_22_26),
    picture: rgb(0x1c_23_27),
    ink: rgb(0xee_f1_ee),
    muted: rgb(0x94_a1_a8),
    line: rgb(0x2a_33_38),
    outline: rgb(0x5f_6d_74),
    track: rgb(0x34_3f_44),
    teal: rgb(0x3f_9a_93),
    // The day's teal: white on the night's has 3.4 to 1.
    teal_fill: rgb(0x2f_7f_79),
    teal_fill_hovered: rgb(0x2b_77_71),
    on_teal: rgb(0xff_ff_ff),
    teal_ink: rgb(0x8f_d3_cb),
    teal_soft: rgb(0x1d_35_33),
    teal_pale: rgb(0x27_41_3d),
    coral: rgb(0xff_8a_5b),
    coral_soft: rgb(0x4a_2a_1d),
    danger: rgb(0xff_b4_91),
    danger_line: rgb(0xb8_62_3f),
    chip: rgb(0x25_2e_33),
    focus: rgb(0x8f_d3_cb),
    veil: Color32::from_black_alpha(150),
    edge: 1.0,
    figures: figure::Palette::Dark,
};

/// By day, for eyes that need more contrast. What is left of a ring stands out from the paper, and
/// what is done from what is left.
pub static HIGH_CONTRAST_LIGHT: Palette = Palette {
    paper: rgb(0xff_ff_ff),
    surface: rgb(0xff_ff_ff),
    picture: rgb(0xff_ff_ff),
    ink: rgb(0x00_00_00),
    muted: rgb(0x36_3f_44),
    line: rgb(0x6b_6b_6b),
    outline: rgb(0x26_26_26),
    track: rgb(0x90_90_90),
    teal: rgb(0x00_42_3d),
    teal_fill: rgb(0x00_42_3d),
    teal_fill_hovered: rgb(0x00_2b_28),
    on_teal: rgb(0xff_ff_ff),
    teal_ink: rgb(0x00_42_3d),
    teal_soft: rgb(0xd2_ec_e8),
    teal_pale: rgb(0x6a_9a_93),
    coral: rgb(0xd9_4a_10),
    coral_soft: rgb(0xff_e2_d4),
    danger: rgb(0x7d_20_00),
    danger_line: rgb(0x7d_20_00),
    chip: rgb(0xeb_eb_eb),
    focus: rgb(0x0b_35_d0),
    veil: Color32::from_black_alpha(170),
    edge: 2.0,
    figures: figure::Palette::HighContrastLight,
};

/// By night, for eyes that need more contrast.
pub static HIGH_CONTRAST_DARK: Palette = Palette {
    paper: rgb(0x00_00_00),
    surface: rgb(0x00_00_00),
    picture: rgb(0x00_00_00),
    ink: rgb(0xff_ff_ff),
    muted: rgb(0xd2_d8_db),
    line: rgb(0x8a_8a_8a),
    outline: rgb(0xe0_e0_e0),
    track: rgb(0x60_60_60),
    teal: rgb(0x5e_e3_d6),
    teal_fill: rgb(0x5e_e3_d6),
    teal_fill_hovered: rgb(0x96_f2_e9),
    on_teal: rgb(0x00_00_00),
    teal_ink: rgb(0x7d_f0_e4),
    teal_soft: rgb(0x0c_38_35),
    teal_pale: rgb(0x3c_7a_75),
    coral: rgb(0xff_9b_70),
    coral_soft: rgb(0x46_1a_08),
    danger: rgb(0xff_c8_b0),
    danger_line: rgb(0xff_a3_7d),
    chip: rgb(0x2b_2b_2b),
    focus: rgb(0xff_e1_4d),
    veil: Color32::from_black_alpha(190),
    edge: 2.0,
    figures: figure::Palette::HighContrastDark,
};

/// A colour as it is written everywhere: two hexadecimal digits each for red, green and blue.
const fn rgb(rgb: u32) -> Color32 {
    let [_, red, green, blue] = rgb.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

/// The colours of the theme that is on.
pub fn palette(ui: &Ui) -> &'static Palette {
    let high_contrast = ui.data(|data| data.get_temp(contrast_id()).unwrap_or_default());
    of(Theme::from_dark_mode(ui.visuals().dark_mode), high_contrast)
}

/// The colours by day or by night, at the usual or at a high contrast.
pub(super) fn of(theme: Theme, high_contrast: bool) -> &'static Palette {
    match (theme, high_contrast) {
        (Theme::Light, false) => &LIGHT,
        (Theme::Dark, false) => &DARK,
        (Theme::Light, true) => &HIGH_CONTRAST_LIGHT,
        (Theme::Dark, true) => &HIGH_CONTRAST_DARK,
    }
}

/// Sets which of both contrasts [`palette`] has.
pub(super) fn set_contrast(ctx: &Context, high: bool) {
    ctx.data_mut(|data| data.insert_temp(contrast_id(), high));
}

fn contrast_id() -> Id {
    Id::unique("high contrast")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::contrast;

    const ALL: [(&str, &Palette, bool); 4] = [
        ("light", &LIGHT, false),
        ("dark", &DARK, false),
        ("high contrast, light", &HIGH_CONTRAST_LIGHT, true),
        ("high contrast, dark", &HIGH_CONTRAST_DARK, true),
    ];

    /// Names pairs of colours: `ink on paper, chip;`.
    macro_rules! pairs {
        ($palette:ident: $($color:ident on $($ground:ident),+;)*) => {
            vec![$($(
                (
                    concat!(stringify!($color), " on ", stringify!($ground)),
                    $palette.$color,
                    $palette.$ground,
                ),
            )+)*]
        };
    }

    /// A colour and what it stands on, with the names of both.
    type Pair = (&'static str, Color32, Color32);

    /// Every text on every ground that it is drawn on, in any state of a control. What the screens draw
    /// is measured beside this, in the tests of their pictures.
    fn texts(p: &Palette) -> Vec<Pair> {
        pairs! { p:
            ink on paper, surface, picture, chip, teal_soft, coral_soft;
            muted on paper, surface, picture, chip, teal_soft, coral_soft;
            danger on paper, surface, picture, coral_soft;
            teal_ink on paper, surface, picture, teal_soft;
            on_teal on teal_fill, teal_fill_hovered;
        }
    }

    /// Every shape that carries meaning, on every ground that it is drawn on.
    fn shapes(p: &Palette) -> Vec<Pair> {
        pairs! { p:
            teal on paper, surface, track;
            teal_fill on paper, surface;
            outline on paper, surface;
            danger_line on paper, surface;
            focus on paper, surface, picture, chip, teal_soft, coral_soft;
            // The ring while time stands still.
            muted on track;
            // The knob of a switch.
            on_teal on teal_fill;
        }
    }

    /// What else is to be distinguished at high contrast.
    fn shapes_at_high_contrast(p: &Palette) -> Vec<Pair> {
        pairs! { p:
            track on paper, surface;
            line on paper, surface;
            coral on paper;
            teal_pale on paper;
        }
    }

    fn each_holds(theme: &str, pairs: Vec<Pair>, least: f64) {
        for (pair, color, ground) in pairs {
            let ratio = contrast(color, ground);
            assert!(ratio >= least, "{theme}: {pair} has {ratio:.2} to 1");
        }
    }

    #[test]
    fn text_is_readable_on_every_ground_it_is_drawn_on() {
        for (theme, palette, high) in ALL {
            each_holds(theme, texts(palette), if high { 7.0 } else { 4.5 });
        }
    }

    #[test]
    fn shapes_that_carry_meaning_stand_out() {
        for (theme, palette, high) in ALL {
            each_holds(theme, shapes(palette), 3.0);
            if high {
                each_holds(theme, shapes_at_high_contrast(palette), 3.0);
            }
        }
    }
}
