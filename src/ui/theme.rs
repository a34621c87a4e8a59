//! How everything looks: colours, type, spacing and shapes, each under one name.
//!
//! Screens name a token of the [`Palette`] and a [`Type`], never a literal colour or size. The
//! person's text size scales the whole picture (egui's zoom factor), so every length here is in
//! points at 100 %; what no longer fits beside one another then wraps or scrolls, as it does in a
//! small window.

use std::sync::{Arc, OnceLock};

use eframe::egui::epaint::text::{FallbackRequest, FontInsert, FontProvider};
use eframe::egui::style::{HandleShape, ScrollAnimation, ScrollStyle, WidgetVisuals};
use eframe::egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin,
    RichText, Stroke, Style, TextStyle, Theme, ThemePreference, Ui, Vec2, Visuals,
};
use egui_system_font_provider::SystemFontProvider;

use crate::settings::{self, Settings};

/// The named colours of one theme. Every pair of text and background that is used holds WCAG AA,
/// 4.5 to 1, and every shape that carries meaning 3 to 1: a test measures them.
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
    /// Edges and separators.
    pub line: Color32,
    /// The edge of a control that has no other ground of its own.
    pub outline: Color32,
    /// What is left of a ring, a strip, a row of dots.
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
    /// The edge of a button that stops.
    pub danger_line: Color32,
    /// The ground of small facts.
    pub chip: Color32,
    /// Around what has the keyboard.
    pub focus: Color32,
    /// Laid over the screen behind a question.
    pub veil: Color32,
}

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
};

/// A colour as it is written everywhere: two hexadecimal digits each for red, green and blue.
const fn rgb(rgb: u32) -> Color32 {
    let [_, red, green, blue] = rgb.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

/// The colours of the theme that is on.
pub fn palette(ui: &Ui) -> &'static Palette {
    if ui.visuals().dark_mode {
        &DARK
    } else {
        &LIGHT
    }
}

/// The sizes and weights of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// The name of a screen.
    Title,
    /// The app's own name, and a large button.
    Brand,
    /// The name of a card or a section.
    Heading,
    /// What is to be read first.
    Strong,
    Body,
    /// Facts that stand back.
    Small,
    /// Key hints and labels of a control.
    Tiny,
}

impl Type {
    pub fn font(self) -> FontId {
        match self {
            Self::Title => FontId::new(26.0, bold()),
            Self::Brand => FontId::new(19.0, bold()),
            Self::Heading => FontId::new(17.0, bold()),
            Self::Strong => FontId::new(15.0, bold()),
            Self::Body => FontId::new(15.0, FontFamily::Proportional),
            Self::Small => FontId::new(13.5, FontFamily::Proportional),
            Self::Tiny => FontId::new(12.0, FontFamily::Proportional),
        }
    }

    /// `text` in this type and `color`.
    pub fn text(self, text: impl Into<String>, color: Color32) -> RichText {
        RichText::new(text).font(self.font()).color(color)
    }
}

/// The bold family; [`FontFamily::Proportional`] is the regular one.
pub fn bold() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// Distances, in points.
pub mod space {
    pub const XS: f32 = 4.0;
    pub const S: f32 = 8.0;
    pub const M: f32 = 14.0;
    pub const L: f32 = 18.0;
    pub const XL: f32 = 28.0;
    /// A control is at least this high, to be hit with a finger or a shaky hand.
    pub const CONTROL: f32 = 36.0;
}

/// Radii of corners, in points.
pub mod radius {
    pub const CARD: u8 = 16;
    pub const PICTURE: u8 = 12;
    pub const BUTTON: u8 = 11;
    pub const ROW: u8 = 9;
}

/// A window narrower than this many points has its navigation as a bar and its cards in one column.
pub const NARROW: f32 = 720.0;

/// Whether the window is narrow.
pub fn is_narrow(ctx: &Context) -> bool {
    ctx.content_rect().width() < NARROW
}

/// Sets the fonts, the styles of both themes and what egui does by itself. Once, before the first
/// picture.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts());
    ctx.add_font_provider(Arc::new(SystemFonts::default()));
    ctx.set_style_of(Theme::Light, style(&LIGHT, Visuals::light()));
    ctx.set_style_of(Theme::Dark, style(&DARK, Visuals::dark()));
    ctx.options_mut(|options| {
        // Text size is a setting of ours, and changes in one place.
        options.zoom_with_keyboard = false;
        options.fallback_theme = Theme::Light;
    });
}

/// Takes up what the person chose about the look.
pub fn apply(ctx: &Context, settings: &Settings) {
    ctx.set_theme(match settings.theme {
        settings::Theme::System => ThemePreference::System,
        settings::Theme::Light => ThemePreference::Light,
        settings::Theme::Dark => ThemePreference::Dark,
    });
    ctx.set_zoom_factor(zoom(settings));
}

/// Sets how much larger than drawn everything is shown: as the person chose, and larger still in a
/// window far larger than usual, whose points are tiny. Read from across the room it is as large as
/// leaves room for all of it, and larger text adds nothing to that.
pub fn fit(ctx: &Context, settings: &Settings, is_afar: bool) {
    // Rounded, so that a zoom never changes what it follows from.
    let window = (ctx.content_rect().size() * ctx.zoom_factor()).round();
    let zoom = zoom(settings);
    let times = if is_afar {
        enlargement(window / zoom, AFAR, 4.0)
    } else {
        enlargement(window, LARGE, 2.0)
    };
    ctx.set_zoom_factor(zoom * times);
}

/// A window no larger than this is drawn as it is.
const LARGE: Vec2 = Vec2::new(1920.0, 1200.0);
/// And a screen that is read from across the room has at least so many points.
const AFAR: Vec2 = Vec2::new(1440.0, 900.0);

/// How much larger than drawn everything is shown in a window of a usual size.
pub fn zoom(settings: &Settings) -> f32 {
    f32::from(settings.text_size_percent) / 100.0
}

/// In steps, since each has its letters drawn anew.
fn enlargement(window: Vec2, large: Vec2, most: f32) -> f32 {
    const STEP: f32 = 0.25;
    let times = (window / large).min_elem();
    ((times / STEP).floor() * STEP).clamp(1.0, most)
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in [
        ("regular", ttf_noto_sans::REGULAR),
        ("bold", ttf_noto_sans::BOLD),
    ] {
        let data = Arc::new(FontData::from_static(bytes));
        fonts.font_data.insert(name.to_owned(), data);
    }
    let chain = |name: &str| vec![name.to_owned()];
    fonts
        .families
        .insert(FontFamily::Proportional, chain("regular"));
    fonts
        .families
        .insert(FontFamily::Monospace, chain("regular"));
    fonts.families.insert(bold(), chain("bold"));
    fonts
}

/// The fonts of the system, for scripts that Noto Sans has not. They are looked for when a text
/// first needs one: it takes a tenth of a second and a thread that most people never need.
#[derive(Default)]
struct SystemFonts(OnceLock<SystemFontProvider>);

impl FontProvider for SystemFonts {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        self.0
            .get_or_init(SystemFontProvider::new)
            .font_for(request)
    }
}

fn style(palette: &Palette, base: Visuals) -> Style {
    let mut style = Style {
        visuals: visuals(palette, base),
        // Nothing moves but what has a meaning, so nothing is drawn between two states.
        animation_time: 0.0,
        ..Style::default()
    };
    style.text_styles = [
        (TextStyle::Small, Type::Small),
        (TextStyle::Body, Type::Body),
        (TextStyle::Button, Type::Strong),
        (TextStyle::Heading, Type::Title),
        (TextStyle::Monospace, Type::Body),
    ]
    .map(|(style, kind)| (style, kind.font()))
    .into();
    style.spacing.item_spacing = Vec2::new(space::S, space::S);
    style.spacing.interact_size = Vec2::splat(space::CONTROL);
    style.spacing.button_padding = Vec2::new(space::M, space::S);
    style.spacing.slider_width = 200.0;
    style.spacing.scroll = ScrollStyle {
        bar_width: 8.0,
        ..ScrollStyle::floating()
    };
    style.scroll_animation = ScrollAnimation::none();
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.6;
    style
}

fn visuals(palette: &Palette, base: Visuals) -> Visuals {
    let mut visuals = Visuals {
        override_text_color: None,
        weak_text_color: Some(palette.muted),
        hyperlink_color: palette.teal_ink,
        faint_bg_color: palette.chip,
        extreme_bg_color: palette.surface,
        text_edit_bg_color: Some(palette.surface),
        code_bg_color: palette.chip,
        warn_fg_color: palette.danger,
        error_fg_color: palette.danger,
        window_fill: palette.surface,
        window_stroke: Stroke::new(1.0, palette.line),
        window_corner_radius: CornerRadius::same(radius::CARD),
        menu_corner_radius: CornerRadius::same(radius::BUTTON),
        panel_fill: palette.paper,
        slider_trailing_fill: true,
        handle_shape: HandleShape::Circle,
        ..base
    };
    visuals.text_cursor.blink = false;
    visuals.selection.bg_fill = palette.teal_fill;
    visuals.selection.stroke = Stroke::new(2.0, palette.on_teal);
    let control = |fill: Color32, edge: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, edge),
        corner_radius: CornerRadius::same(radius::BUTTON),
        fg_stroke: Stroke::new(1.5, palette.ink),
        expansion: 0.0,
    };
    visuals.widgets.noninteractive = control(palette.surface, palette.line);
    visuals.widgets.inactive = control(palette.track, palette.outline);
    visuals.widgets.hovered = control(palette.track, palette.teal);
    visuals.widgets.active = control(palette.teal_soft, palette.focus);
    visuals.widgets.open = control(palette.teal_soft, palette.teal);
    visuals
}

/// The margin around the content of a screen.
pub fn page_margin(ctx: &Context) -> Margin {
    if is_narrow(ctx) {
        Margin::same(14)
    } else {
        Margin::symmetric(36, 28)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The contrast of two opaque colours after WCAG 2.2, from 1 to 21.
    fn contrast(one: Color32, other: Color32) -> f64 {
        let luminance = |color: Color32| {
            let [r, g, b] = [color.r(), color.g(), color.b()].map(|channel| {
                let channel = f64::from(channel) / 255.0;
                if channel <= 0.04045 {
                    channel / 12.92
                } else {
                    ((channel + 0.055) / 1.055).powf(2.4)
                }
            });
            0.2126 * r + 0.7152 * g + 0.0722 * b
        };
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn text_is_readable_on_every_ground_it_is_drawn_on() {
        for (name, p) in [("light", &LIGHT), ("dark", &DARK)] {
            let grounds = [
                p.paper,
                p.surface,
                p.picture,
                p.chip,
                p.teal_soft,
                p.coral_soft,
            ];
            let mut pairs: Vec<_> = grounds
                .into_iter()
                .flat_map(|ground| [("ink", p.ink, ground), ("muted", p.muted, ground)])
                .collect();
            for ground in [p.paper, p.surface, p.picture, p.coral_soft] {
                pairs.push(("danger", p.danger, ground));
            }
            for ground in [p.paper, p.surface, p.picture, p.teal_soft] {
                pairs.push(("teal_ink", p.teal_ink, ground));
            }
            for ground in [p.teal_fill, p.teal_fill_hovered] {
                pairs.push(("on_teal", p.on_teal, ground));
            }
            for (text, color, ground) in pairs {
                let ratio = contrast(color, ground);
                assert!(ratio >= 4.5, "{name} {text} on {ground:?}: {ratio:.2}");
            }
        }
    }

    #[test]
    fn only_a_window_far_larger_than_usual_is_drawn_larger() {
        for (width, height, times, afar) in [
            (240.0, 300.0, 1.0, 1.0),
            (1280.0, 800.0, 1.0, 1.0),
            (1920.0, 1080.0, 1.0, 1.0),
            (2560.0, 1440.0, 1.0, 1.5),
            (3840.0, 600.0, 1.0, 1.0),
            (3840.0, 2160.0, 1.75, 2.25),
            (7680.0, 4320.0, 2.0, 4.0),
        ] {
            for (expected, large, most) in [(times, LARGE, 2.0), (afar, AFAR, 4.0)] {
                let enlarged = enlargement(Vec2::new(width, height), large, most);
                assert!(
                    (enlarged - expected).abs() < 1e-6,
                    "{width} x {height}: {enlarged}"
                );
            }
        }
    }

    #[test]
    fn shapes_that_carry_meaning_stand_out() {
        for (name, p) in [("light", &LIGHT), ("dark", &DARK)] {
            for (shape, color, ground) in [
                ("teal", p.teal, p.paper),
                ("teal", p.teal, p.surface),
                ("teal against what is left", p.teal, p.track),
                ("focus", p.focus, p.paper),
                ("focus", p.focus, p.surface),
                ("edge of a control", p.outline, p.paper),
                ("edge of a control", p.outline, p.surface),
                ("edge of the stop button", p.danger_line, p.paper),
            ] {
                let ratio = contrast(color, ground);
                assert!(ratio >= 3.0, "{name} {shape} on {ground:?}: {ratio:.2}");
            }
        }
    }
}
