//! What is pressed to make something happen.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align, Color32, CornerRadius, Galley, Rect, Response, Sense, Stroke, StrokeKind, TextFormat,
    Ui, Vec2, Widget, WidgetInfo, pos2, vec2,
};

use super::{Icon, focus_ring};
use crate::ui::spoken;
use crate::ui::theme::{Palette, Type, palette, radius, space};

/// A button with a word or two and, where it has one, the key that does the same.
#[must_use = "a button is seen once it is added: `ui.add(button)`"]
#[derive(Debug)]
pub struct Button<'a> {
    text: &'a str,
    kind: Kind,
    key: Option<&'a str>,
    /// Whether the key is shown.
    shows_key: bool,
    name: Option<&'a str>,
    icon: Option<Icon>,
    room: Room,
    min_width: f32,
    takes_keyboard: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Primary,
    Secondary,
    Danger,
    Quiet,
}

/// How much room a button takes around its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Room {
    Usual,
    /// More, for larger words.
    Large,
    /// Little at its sides.
    Tight,
    /// None.
    Words,
}

impl<'a> Button<'a> {
    /// The one thing that a screen is for.
    pub fn primary(text: &'a str) -> Self {
        Self::of(Kind::Primary, text)
    }

    /// One of several things that can be done, each as likely as another.
    pub fn secondary(text: &'a str) -> Self {
        Self::of(Kind::Secondary, text)
    }

    /// Stops something, or gives something up.
    pub fn danger(text: &'a str) -> Self {
        Self::of(Kind::Danger, text)
    }

    /// A word alone, for what is seldom needed.
    pub fn quiet(text: &'a str) -> Self {
        Self::of(Kind::Quiet, text)
    }

    fn of(kind: Kind, text: &'a str) -> Self {
        Self {
            text,
            kind,
            key: None,
            shows_key: false,
            name: None,
            icon: None,
            room: Room::Usual,
            min_width: 0.0,
            takes_keyboard: false,
        }
    }

    /// Takes the keyboard, if it `comes` with what a person is to go on from.
    pub fn takes_keyboard(mut self, comes: bool) -> Self {
        self.takes_keyboard = comes;
        self
    }

    /// Shows the key that does the same as the button.
    pub fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self.shows_key = true;
        self
    }

    /// The same where there is no room to show it: for screen readers alone.
    pub fn hidden_key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self.shows_key = false;
        self
    }

    /// What screen readers call the button, where its text alone does not distinguish them.
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// With a picture before its words.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Higher and in larger type, for what is pressed from a distance or without a close look.
    pub fn large(mut self) -> Self {
        self.room = Room::Large;
        self
    }

    /// With little room at its sides.
    pub fn tight(mut self) -> Self {
        self.room = Room::Tight;
        self
    }

    /// No higher than its words, where all that is around it can be pressed as well.
    pub fn low(mut self) -> Self {
        self.room = Room::Words;
        self
    }

    /// At least so many points wide, for buttons that stand in columns.
    pub fn min_width(mut self, width: f32) -> Self {
        self.min_width = width;
        self
    }

    /// How large the button will be.
    pub fn size(&self, ui: &Ui) -> Vec2 {
        self.measure(ui).size
    }

    fn measure(&self, ui: &Ui) -> Measured {
        let (font, height, padding) = match (self.kind, self.room) {
            // In line with the words around it.
            (Kind::Quiet, _) => (Type::Strong.font(), space::CONTROL - 6.0, 0.0),
            (_, Room::Tight) => (Type::Strong.font(), space::CONTROL, space::M - 4.0),
            (_, Room::Usual | Room::Words) => (Type::Strong.font(), space::CONTROL, space::M + 2.0),
            (_, Room::Large) => (Type::Brand.font(), 52.0, space::XL),
        };
        let key = self.key.filter(|_| self.shows_key).map(|key| {
            let font = Type::Tiny.font();
            ui.painter()
                .layout_no_wrap(key.to_owned(), font, Color32::PLACEHOLDER)
        });
        let key_width = key.as_ref().map_or(0.0, |key| key.size().x + space::M);
        let icon_width = self.icon.map_or(0.0, |_| ICON + space::S);
        let widest = ui.max_rect().width() - 2.0 * padding - key_width - icon_width;
        let format = TextFormat::simple(font, Color32::PLACEHOLDER);
        let mut job = LayoutJob::single_section(self.text.to_owned(), format);
        job.wrap.max_width = widest.max(40.0);
        let mut text = ui.painter().layout_job(job.clone());
        // What stands among words begins where they do.
        if text.rows.len() > 1 && self.kind != Kind::Quiet {
            job.halign = Align::Center;
            text = ui.painter().layout_job(job);
        }
        let width = icon_width + text.size().x + key_width + 2.0 * padding;
        let (height, around) = if self.room == Room::Words {
            (0.0, 0.0)
        } else {
            (height, 2.0 * space::S)
        };
        let size = vec2(
            width.max(self.min_width),
            height.max(text.size().y + around),
        );
        Measured { text, key, size }
    }
}

struct Measured {
    text: Arc<Galley>,
    key: Option<Arc<Galley>>,
    size: Vec2,
}

/// The side of a picture before words.
const ICON: f32 = 16.0;

/// The colours of one kind of button.
struct Look {
    fill: Color32,
    edge: Color32,
    text: Color32,
    key: Color32,
}

impl Kind {
    fn look(self, palette: &Palette, hovered: bool) -> Look {
        match self {
            Self::Primary => Look {
                fill: if hovered {
                    palette.teal_fill_hovered
                } else {
                    palette.teal_fill
                },
                edge: Color32::TRANSPARENT,
                text: palette.on_teal,
                key: palette.on_teal,
            },
            Self::Secondary => Look {
                fill: if hovered {
                    palette.chip
                } else {
                    palette.surface
                },
                edge: palette.outline,
                text: palette.ink,
                key: palette.muted,
            },
            Self::Danger => Look {
                fill: if hovered {
                    palette.coral_soft
                } else {
                    Color32::TRANSPARENT
                },
                edge: palette.danger_line,
                text: palette.danger,
                key: palette.danger,
            },
            Self::Quiet => Look {
                fill: Color32::TRANSPARENT,
                edge: Color32::TRANSPARENT,
                text: palette.teal_ink,
                key: palette.muted,
            },
        }
    }
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let Measured { text, key, size } = self.measure(ui);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let name = self.name.unwrap_or(self.text);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
        if let Some(key) = self.key {
            spoken::key(&response, key);
        }
        if self.takes_keyboard {
            response.request_focus();
        }
        let palette = palette(ui);
        let (look, edge) = (self.kind.look(palette, response.hovered()), palette.edge);
        let painter = ui.painter();
        painter.rect(
            rect,
            CornerRadius::same(radius::BUTTON),
            look.fill,
            Stroke::new(edge, look.edge),
            StrokeKind::Inside,
        );
        let key_width = key.as_ref().map_or(0.0, |key| key.size().x + space::M);
        let icon_width = self.icon.map_or(0.0, |_| ICON + space::S);
        let left = rect.center().x - (icon_width + text.size().x + key_width) / 2.0;
        if let Some(icon) = self.icon {
            let at = pos2(left + ICON / 2.0, rect.center().y);
            let square = Rect::from_center_size(at, Vec2::splat(ICON));
            icon.draw(painter, square, look.text);
        }
        let left = left + icon_width;
        let middle = |galley: &Galley| rect.center().y - galley.size().y / 2.0;
        if let Some(key) = key {
            let at = pos2(left + text.size().x + space::M, middle(&key));
            painter.galley(at, key, look.key);
        }
        let at = pos2(left, middle(&text));
        if self.kind == Kind::Quiet && response.hovered() {
            let line = at.y + text.size().y - 1.0;
            painter.hline(
                at.x..=at.x + text.size().x,
                line,
                Stroke::new(1.0, look.text),
            );
        }
        // Lines that are centred lie around the place that they are painted at.
        let at = at - vec2(text.rect.left(), 0.0);
        painter.galley(at, text, look.text);
        focus_ring(ui, &response, radius::BUTTON);
        response
    }
}

/// An entry of the navigation: at the side with its name, in a bar with a picture, and its name
/// below where there is room.
#[must_use = "an entry is seen once it is added: `ui.add(item)`"]
#[derive(Debug)]
pub struct NavItem<'a> {
    pub text: &'a str,
    /// The keys that lead there as well, for screen readers.
    pub key: &'a str,
    pub icon: Icon,
    pub selected: bool,
    pub place: NavPlace,
}

/// Where an entry of the navigation is.
#[derive(Debug, Clone, Copy)]
pub enum NavPlace {
    Side,
    /// In a bar, this wide; with its name if all entries have room for theirs.
    Bar {
        width: f32,
        named: bool,
    },
}

impl Widget for NavItem<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let size = match self.place {
            NavPlace::Bar { width, .. } => vec2(width, 54.0),
            NavPlace::Side => vec2(ui.available_width(), 40.0),
        };
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Tab, ui.is_enabled(), self.text));
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_selected(self.selected));
        spoken::key(&response, self.key);
        let palette = palette(ui);
        let (fill, color) = match (self.selected, response.hovered()) {
            (true, _) => (palette.teal_soft, palette.teal_ink),
            (false, true) => (palette.chip, palette.ink),
            (false, false) => (
                Color32::TRANSPARENT,
                palette.ink.lerp_to_gamma(palette.muted, 0.5),
            ),
        };
        ui.painter()
            .rect_filled(rect, CornerRadius::same(radius::ROW), fill);
        match self.place {
            NavPlace::Bar { named, .. } => self.draw_in_bar(ui, rect, color, named),
            NavPlace::Side => self.draw_at_the_side(ui, rect, color),
        }
        focus_ring(ui, &response, radius::ROW);
        response
    }
}

impl NavItem<'_> {
    /// Whether the entry's name fits into so many points of a bar.
    pub fn name_fits(ui: &Ui, name: &str, width: f32) -> bool {
        let font = Type::Tiny.font();
        let name = ui
            .painter()
            .layout_no_wrap(name.to_owned(), font, Color32::PLACEHOLDER);
        name.size().x <= width
    }

    fn draw_at_the_side(&self, ui: &Ui, rect: Rect, color: Color32) {
        let kind = if self.selected {
            Type::Strong
        } else {
            Type::Body
        };
        let text = ui
            .painter()
            .layout_no_wrap(self.text.to_owned(), kind.font(), color);
        let at = pos2(
            rect.left() + space::M,
            rect.center().y - text.size().y / 2.0,
        );
        ui.painter().galley(at, text, color);
    }

    fn draw_in_bar(&self, ui: &Ui, rect: Rect, color: Color32, named: bool) {
        let icon_middle = if named {
            rect.top() + 19.0
        } else {
            rect.center().y
        };
        let icon = Rect::from_center_size(pos2(rect.center().x, icon_middle), Vec2::splat(22.0));
        self.icon.draw(ui.painter(), icon, color);
        if named {
            let font = Type::Tiny.font();
            let name = ui
                .painter()
                .layout_no_wrap(self.text.to_owned(), font, color);
            let at = pos2(
                rect.center().x - name.size().x / 2.0,
                rect.bottom() - name.size().y - 4.0,
            );
            ui.painter().galley(at, name, color);
        }
    }
}
