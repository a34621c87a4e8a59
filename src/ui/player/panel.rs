//! What stands at the ring's side: the figure, and the words below it. What to do, where it is felt,
//! what to mind; without a figure as large as there is room for all of them.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, CornerRadius, Label, Layout, Rect, ScrollArea, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
};

use super::paragraphs::{
    Beside, LEAST_SIZE, Paragraph, dose, due, easier_way, flowing, largest, lay_out, paragraphs,
};
use super::scene::Scene;
use super::view::View;
use crate::plan::StepKind;
use crate::ui::picture;
use crate::ui::text::said;
use crate::ui::theme::{palette, radius};
use crate::words::{Message, Words};

/// The figure has this share of the panel's height in every step, so that it never changes its size,
/// where the words fit into the rest.
const FIGURE_SHARE: f32 = 0.68;
/// And this share beside those words alone that are due in a hold.
const SHARE_IN_A_HOLD: f32 = 0.78;
/// Where there is no figure, somebody in the exercise's position has this share.
const POSITION_SHARE: f32 = 0.36;
/// A lower figure gives its place to the words.
const LEAST_FIGURE: f32 = 110.0;
/// And one lower than this to those that are due in a hold.
const LEAST_IN_A_HOLD: f32 = 60.0;
/// Above words that scroll the figure has this share.
const SHARE_ABOVE_MORE: f32 = 0.5;
/// And gives its place to them where it would be lower than this.
const LEAST_WITH_MORE: f32 = 80.0;
/// Beside words that scroll a figure is so many times as wide as it is high,
const WIDTH_BESIDE: f32 = 1.4;
/// where it leaves them this width.
const LEAST_WORDS_BESIDE: f32 = 180.0;
/// Where a movement's instructions have no room beside its figure, so many of the last of them may.
const LEAST_OF_A_MOVEMENT: usize = 2;

/// What stands at the ring's side.
pub(super) struct Panel<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) scene: Option<&'a Scene<'a>>,
    /// Whether it is read from across the room.
    pub(super) afar: bool,
}

/// What there is room for.
struct Content {
    picture: Place,
    paragraphs: Vec<Paragraph>,
}

/// Where the figure stands, or somebody in the exercise's position where there is no figure.
#[derive(Clone, Copy)]
enum Place {
    /// Above the words, with this share of the height and the gap below it.
    Above(f32),
    /// At the left of the words, with this share of the width and the gap beside it.
    Beside(f32),
    /// There is room for words alone.
    Nowhere,
}

impl Panel<'_> {
    /// Draws the figure and the words into `area`.
    pub(super) fn show(&self, ui: &mut Ui, words: &Words, area: Rect) {
        let palette = palette(ui);
        ui.painter().rect(
            area,
            CornerRadius::same(radius::CARD),
            palette.picture,
            Stroke::new(palette.edge, palette.line),
            StrokeKind::Inside,
        );
        let margin = (area.width() * 0.05)
            .clamp(12.0, 56.0)
            .min(area.height() * 0.14);
        let inner = area.shrink(margin);
        let content = self.content(ui, words, inner.size());
        let Content {
            picture,
            paragraphs,
        } = content;
        // The figure has room of its own around it.
        let around = area.shrink(margin / 4.0);
        let (stage, below) = match picture {
            Place::Above(_) if paragraphs.is_empty() => (around, inner),
            Place::Above(share) => {
                let top = inner.top() + inner.height() * share;
                (around.with_max_y(top - margin / 2.0), inner.with_min_y(top))
            }
            Place::Beside(share) => {
                let left = inner.left() + inner.width() * share;
                (
                    around.with_max_x(left - margin / 2.0),
                    inner.with_min_x(left),
                )
            }
            Place::Nowhere => (Rect::NOTHING, inner),
        };
        match (picture, self.scene) {
            (Place::Nowhere, _) => {}
            (_, Some(scene)) => show_figure(ui, words, self.view, scene, stage),
            (_, None) => {
                // At the left, where the words begin.
                let stage = stage.shrink(margin / 2.0);
                let stage = stage.with_max_x(stage.left() + 2.2 * stage.height());
                picture::somebody(ui, stage, self.view.exercise.position);
            }
        }
        let most = match (picture, self.scene) {
            (Place::Above(_) | Place::Beside(_), Some(_)) if !self.afar => 0.026,
            _ => 0.045,
        };
        let (galleys, height) = largest(ui, &paragraphs, below.size(), inner.width() * most);
        let builder = UiBuilder::new()
            .id_salt(("panel", &self.view.exercise.id))
            // What shows how far it is scrolled stands in the margin.
            .max_rect(below.with_max_x(below.right() + margin.min(10.0)))
            .layout(Layout::top_down(Align::Min));
        ui.scope_builder(builder, |ui| {
            // Where there is more than fits, the handle tells.
            ui.spacing_mut().scroll.dormant_handle_opacity = 0.5;
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(((below.height() - height) / 2.0).max(0.0));
                for (galley, gap) in galleys {
                    ui.add(Label::new(galley));
                    ui.add_space(gap);
                }
            });
        });
    }

    /// Figure and words where both have room. Where they have not, the words are scrolled below the
    /// figure or beside it before a hold, and in a hold only what is due stands with it. The smallest
    /// panel has words alone.
    fn content(&self, ui: &Ui, words: &Words, room: Vec2) -> Content {
        let height = |paragraphs: &[Paragraph]| lay_out(ui, paragraphs, LEAST_SIZE, room.x).1;
        if self.scene.is_none() {
            return self.without_a_figure(ui, words, room, height);
        }
        let beside = |most| {
            self.with_due(
                flowing(self.paragraphs(ui, words, Beside::Figure(most))),
                ui,
            )
        };
        let fits = |all: &[Paragraph]| room.y * (1.0 - FIGURE_SHARE) >= height(all);
        let mut all = beside(usize::MAX);
        if self.view.kind == StepKind::Reps && !fits(&all) {
            all = beside(LEAST_OF_A_MOVEMENT);
        }
        let has_room = room.y * FIGURE_SHARE >= LEAST_FIGURE && fits(&all);
        let in_a_hold = !self.view.instructs;
        if has_room && !(self.afar && in_a_hold) {
            return Content {
                picture: Place::Above(FIGURE_SHARE),
                paragraphs: all,
            };
        }
        let (paragraphs, least, most) = if in_a_hold {
            let easier = easier_way(words, self.view, palette(ui));
            let due = self.with_due(easier.into_iter().collect(), ui);
            // Words that come later don't move the figure.
            let most = if speaks(self.view) {
                SHARE_IN_A_HOLD
            } else {
                1.0
            };
            (due, LEAST_IN_A_HOLD, most)
        } else {
            (all, LEAST_FIGURE, 1.0)
        };
        let left = room.y - height(&paragraphs);
        let wide = room.y * WIDTH_BESIDE;
        let picture = if left >= least {
            Place::Above((left / room.y).min(most))
        } else if room.y * SHARE_ABOVE_MORE >= LEAST_WITH_MORE {
            Place::Above(SHARE_ABOVE_MORE)
        } else if room.y >= LEAST_WITH_MORE && room.x - wide >= LEAST_WORDS_BESIDE {
            Place::Beside(wide / room.x)
        } else {
            Place::Nowhere
        };
        let paragraphs = match picture {
            Place::Nowhere => self.with_due(self.paragraphs(ui, words, Beside::Nothing), ui),
            Place::Above(_) | Place::Beside(_) => paragraphs,
        };
        Content {
            picture,
            paragraphs,
        }
    }

    /// All the words there are, below somebody in the exercise's position if they leave the room.
    fn without_a_figure(
        &self,
        ui: &Ui,
        words: &Words,
        room: Vec2,
        height: impl Fn(&[Paragraph]) -> f32,
    ) -> Content {
        let mut paragraphs = self.with_due(self.paragraphs(ui, words, Beside::Nothing), ui);
        if paragraphs.is_empty() {
            paragraphs.push(dose(words, self.view, palette(ui)));
        }
        let has_room = room.y * POSITION_SHARE >= LEAST_FIGURE
            && room.y * (1.0 - POSITION_SHARE) >= 2.0 * height(&paragraphs);
        Content {
            picture: if has_room {
                Place::Above(POSITION_SHARE)
            } else {
                Place::Nowhere
            },
            paragraphs,
        }
    }

    fn paragraphs(&self, ui: &Ui, words: &Words, beside: Beside) -> Vec<Paragraph> {
        paragraphs(words, self.view, beside, palette(ui))
    }

    /// The author's words that are due, before all others.
    fn with_due(&self, others: Vec<Paragraph>, ui: &Ui) -> Vec<Paragraph> {
        due(self.view, palette(ui))
            .into_iter()
            .chain(others)
            .collect()
    }
}

/// Whether the author has words for a moment of the exercise.
fn speaks(view: &View<'_>) -> bool {
    view.exercise.say.is_some() || !view.exercise.cues.is_empty()
}

pub(super) fn show_figure(ui: &Ui, words: &Words, view: &View<'_>, scene: &Scene<'_>, area: Rect) {
    match scene {
        Scene::Figure { posed, .. } => {
            let mut name = Message::new("figure-of").with("name", view.exercise.name.as_str());
            if let Some(side) = &view.side {
                name = Message::new("figure-of-side")
                    .with("name", view.exercise.name.as_str())
                    .with("side", side.clone());
            }
            said(ui, area, "figure", Role::Image, &words.message(&name));
            posed.paint(ui, area);
            if let Some(next) = scene.next_picture(posed.torso(area)) {
                ui.ctx().request_repaint_after(next);
            }
        }
        Scene::Picture(picture) => {
            let name = picture::name(words, view.exercise);
            said(ui, area, "figure", Role::Image, &name);
            picture.paint(ui, area);
        }
    }
}
