//! How everything looks: colours, type, spacing and shapes, each under one name. The colours are in
//! `palette`.
//!
//! Screens name a token of the [`Palette`] and a [`Type`], never a literal colour or size. The
//! person's text size scales the whole picture (egui's zoom factor), so every length here is in
//! points at 100 %; what no longer fits beside one another then wraps or scrolls, as it does in a
//! small window.

mod contrast;
mod palette;

use std::sync::{Arc, OnceLock};

use eframe::egui::epaint::text::{FallbackRequest, FontInsert, FontProvider};
use eframe::egui::style::{
    HandleShape, ScrollAnimation, ScrollFadeStyle, ScrollStyle, WidgetVisuals,
};
use eframe::egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin,
    RichText, Stroke, Style, TextStyle, Theme, ThemePreference, Vec2, Visuals,
};
use egui_system_font_provider::SystemFontProvider;

pub use self::contrast::contrast;
pub use self::palette::{
    DARK, HIGH_CONTRAST_DARK, HIGH_CONTRAST_LIGHT, LIGHT, NIGHT, ON_NIGHT, Palette, palette,
};
use crate::settings::{self, Settings};

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
    /// And what is pressed beside others of its kind can be hit in this height, so that a finger need not
    /// aim.
    pub const TARGET: f32 = 44.0;
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
/// frame.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts());
    ctx.add_font_provider(Arc::new(SystemFonts::default()));
    set_styles(ctx, false);
    ctx.options_mut(|options| {
        // Text size is a setting of ours, and changes in one place.
        options.zoom_with_keyboard = false;
        options.fallback_theme = Theme::Light;
    });
}

/// Takes up what the person chose about colours. How large everything is shown is set by [`set_zoom`].
pub fn apply(ctx: &Context, settings: &Settings) {
    set_styles(ctx, settings.high_contrast);
    ctx.set_theme(match settings.theme {
        settings::Theme::System => ThemePreference::System,
        settings::Theme::Light => ThemePreference::Light,
        settings::Theme::Dark => ThemePreference::Dark,
    });
}

/// What the size that everything is shown in has to suit.
#[derive(Debug, Clone, Copy)]
pub struct Fit {
    /// Whether it is read from across the room.
    pub is_afar: bool,
    /// What is shown needs so much room, in points.
    pub least: Vec2,
    /// The part of it that the screen has room for: 1 or more where that is all of it.
    pub room: f32,
}

/// Sets how much larger than drawn everything is shown: as the person chose, and larger still in a
/// window far larger than usual, whose points are tiny. Read from across the room it is as large as
/// leaves room for all of it, and larger text adds nothing to that. Where text larger than usual
/// leaves less room than is needed, it is only so large that there is as much; smaller than usual only
/// where the screen has no room for that. Gives whether that is another size than before, in which lengths
/// are counted from the next drawing on.
pub fn set_zoom(ctx: &Context, settings: &Settings, fit: Fit) -> bool {
    // Rounded, so that a zoom never changes what it follows from.
    let window = (ctx.content_rect().size() * ctx.zoom_factor()).round();
    let zoom = zoom_for(window, zoom(settings), fit);
    ctx.set_zoom_factor(zoom);
    (zoom - ctx.zoom_factor()).abs() > f32::EPSILON
}

fn zoom_for(window: Vec2, chosen: f32, fit: Fit) -> f32 {
    let smallest = fit.room.clamp(SMALLEST, 1.0);
    let most = (window / fit.least).min_elem().max(smallest);
    let zoom = chosen.min(most);
    if !fit.is_afar {
        return zoom * enlargement(window, LARGE, 2.0);
    }
    match enlargement(window, AFAR, 4.0) {
        times if times > 1.0 => zoom.max(times),
        _ => zoom,
    }
}

/// Nothing is drawn smaller for want of room.
const SMALLEST: f32 = 0.75;
/// A window no larger than this is drawn as it is.
const LARGE: Vec2 = Vec2::new(1920.0, 1200.0);
/// And a screen that is read from across the room has at least so many points, in which buttons are as
/// large a part of it as of a small screen.
const AFAR: Vec2 = Vec2::new(1280.0, 760.0);

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

/// Sets the styles by day and by night, which the system may change between at any time.
fn set_styles(ctx: &Context, high_contrast: bool) {
    palette::set_contrast(ctx, high_contrast);
    for (theme, base) in [
        (Theme::Light, Visuals::light()),
        (Theme::Dark, Visuals::dark()),
    ] {
        let palette = palette::of(theme, high_contrast);
        ctx.set_style_of(theme, style(palette, base));
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
        // A bar that only shows under the pointer tells nobody that there is more.
        dormant_handle_opacity: 0.6,
        fade: ScrollFadeStyle {
            strength: 1.0,
            size: 28.0,
        },
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
        window_stroke: Stroke::new(palette.edge, palette.line),
        window_corner_radius: CornerRadius::same(radius::CARD),
        menu_corner_radius: CornerRadius::same(radius::BUTTON),
        panel_fill: palette.paper,
        slider_trailing_fill: true,
        handle_shape: HandleShape::Circle,
        ..base
    };
    // What can't be pressed now is still to be read.
    visuals.disabled_alpha = 0.75;
    visuals.text_cursor.blink = false;
    visuals.selection.bg_fill = palette.teal_fill;
    visuals.selection.stroke = Stroke::new(2.0, palette.on_teal);
    let control = |fill: Color32, edge: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(palette.edge, edge),
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

    #[test]
    fn the_fonts_of_the_system_are_looked_for_once_a_text_needs_one() {
        struct Shared(Arc<SystemFonts>);
        impl FontProvider for Shared {
            fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
                self.0.font_for(request)
            }
        }
        let system = Arc::new(SystemFonts::default());
        let ctx = Context::default();
        ctx.set_fonts(fonts());
        ctx.add_font_provider(Arc::new(Shared(Arc::clone(&system))));
        let draw = |text: &str| {
            let mut drawn = ctx.run_ui(eframe::egui::RawInput::default(), |ui| {
                ui.label(text);
            });
            drawn.textures_delta.clear();
            system.0.get().is_some()
        };
        assert!(!draw("Heute: Übungen für Żółć, čaj, Ωμός und Подъём"));
        assert!(draw("膝を胸に"));
    }

    /// On a screen with room for all.
    fn fit(is_afar: bool) -> Fit {
        Fit {
            is_afar,
            least: Vec2::new(240.0, 300.0),
            room: 2.0,
        }
    }

    #[test]
    fn text_is_only_so_large_that_the_window_has_room_for_the_essentials() {
        for ((width, height), chosen, room, expected) in [
            ((480.0, 600.0), 2.0, 2.0, 2.0),
            ((1280.0, 800.0), 2.0, 2.0, 2.0),
            ((800.0, 480.0), 2.0, 2.0, 1.6),
            ((400.0, 300.0), 2.0, 2.0, 1.0),
            ((400.0, 300.0), 0.8, 2.0, 0.8),
            // No smaller than usual, whatever size a window manager gives it.
            ((800.0, 150.0), 1.5, 2.0, 1.0),
            // 800x480 at a scale of 2, less its title bar: the screen has no more.
            ((400.0, 230.0), 1.0, 0.5, 230.0 / 300.0),
            // Not too small to be read.
            ((400.0, 130.0), 1.5, 0.3, SMALLEST),
        ] {
            for is_afar in [false, true] {
                let fit = Fit {
                    room,
                    ..fit(is_afar)
                };
                let zoom = zoom_for(Vec2::new(width, height), chosen, fit);
                let place = format!("{width} x {height} at {chosen}");
                assert!((zoom - expected).abs() < 1e-6, "{place}: {zoom}");
            }
        }
    }

    #[test]
    fn the_buttons_are_as_large_a_part_of_every_screen_that_is_filled() {
        let share = |width: f32, height: f32, text| {
            let zoom = zoom_for(Vec2::new(width, height), text, fit(true));
            space::CONTROL * zoom / height
        };
        let of_small = share(1280.0, 800.0, 1.0);
        for (width, height) in [(2560.0, 1440.0), (3840.0, 2160.0), (5120.0, 2880.0)] {
            let of_it = share(width, height, 1.0);
            assert!(of_it >= 0.9 * of_small, "{width} x {height}: {of_it}");
            // Larger text never makes anything smaller.
            assert!(share(width, height, 1.5) >= of_it, "{width} x {height}");
        }
    }

    #[test]
    fn only_a_window_far_larger_than_usual_is_drawn_larger() {
        for (width, height, times, afar) in [
            (240.0, 300.0, 1.0, 1.0),
            (1280.0, 800.0, 1.0, 1.0),
            (1920.0, 1080.0, 1.0, 1.25),
            (2560.0, 1440.0, 1.0, 1.75),
            (3840.0, 600.0, 1.0, 1.0),
            (3840.0, 2160.0, 1.75, 2.75),
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
}
