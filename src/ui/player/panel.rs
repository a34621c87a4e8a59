//! What stands at the ring's side: the figure, and the words below it. What to mind, what to do, where
//! it is felt; without a figure as large as there is room for all of them.
//!
//! Where there is no room for all, they give way in this order: what explains, then what to do, then
//! what the author says now, then the easier way. What to mind stays. On a whole screen the figure keeps at
//! least half of the height above them, or all of it beside them; in a window, words before a hold
//! come first and scroll.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, CornerRadius, Layout, Rect, ScrollArea, Stroke, StrokeKind, Ui, UiBuilder, Vec2, vec2,
};

use super::movement;
use super::paragraphs::{
    Beside, LEAST_OF_A_MOVEMENT, LEAST_SIZE, Paragraph, caution, dose, due, easier_way, flowing,
    largest, lay_out, paragraphs, with_due,
};
use super::scene::Scene;
use super::view::View;
use crate::plan::StepKind;
use crate::ui::picture;
use crate::ui::text::said;
use crate::ui::theme::{palette, radius};
use crate::ui::widgets::scroll_by_keys;
use crate::words::{Message, Words};

/// The figure's share of the panel's height above all the words. It is the same in every step, so
/// that the figure never changes its size.
const FIGURE_SHARE: f32 = 0.68;
/// The figure's largest share of the panel's height above the words that are due, in an exercise for
/// whose holds the author has words: those that come later don't move it.
const MOST_ABOVE_DUE: f32 = 0.78;
/// The share of the panel's height that somebody in the exercise's position has where there is no
/// figure.
const POSITION_SHARE: f32 = 0.45;
/// Between that somebody and the words, in points.
const BELOW_POSITION: f32 = 24.0;
/// The least height, in points, of a figure above all the words. A lower one gives its place to them.
const LEAST_FIGURE: f32 = 110.0;
/// The least height, in points, of a figure above the words that are due.
const LEAST_ABOVE_DUE: f32 = 60.0;
/// The figure's share of the panel's height above words that scroll.
const SHARE_ABOVE_MORE: f32 = 0.5;
/// The least height, in points, of a figure with words that scroll.
const LEAST_WITH_MORE: f32 = 64.0;
/// How many times as wide as high a figure beside words that scroll is.
const WIDTH_BESIDE: f32 = 1.4;
/// The least width, in points, that a figure leaves to the words beside it.
const LEAST_WORDS_BESIDE: f32 = 150.0;
/// The same from across the room, where it is the same in every step, with words or without.
const SHARE_AFAR: f32 = 0.74;
/// The least width of words beside a figure that are read from across the room: in points, and as a
/// share of the panel's.
const WORDS_BESIDE_AFAR: f32 = 240.0;
const SHARE_BESIDE_AFAR: f32 = 0.35;
/// Smaller type, in points, is not read from across the room. Where all the words would be smaller,
/// those that explain are left out.
const LEAST_AFAR: f32 = 22.0;

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
        let margin = self.margin(area);
        let inner = area.shrink(margin);
        let content = self.content(ui, words, inner.size());
        let Content {
            picture,
            paragraphs,
        } = content;
        // A pause in which nothing is to be minded leaves the figure in its place.
        let stays = self.afar && self.view.exercise.caution.is_some();
        // The figure has room of its own around it.
        let around = area.shrink(margin / 4.0);
        let (stage, below) = match picture {
            Place::Above(_) if paragraphs.is_empty() && !stays => (around, inner),
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
                if let Some(position) = self.view.exercise.position {
                    picture::somebody(ui, stage.shrink(margin / 2.0), position);
                }
            }
        }
        let most = match (picture, self.scene) {
            (Place::Above(_) | Place::Beside(_), Some(_)) if !self.afar => {
                // Before a hold they are many, and in it few.
                if self.view.instructs { 0.026 } else { 0.036 }
            }
            _ => 0.045,
        };
        let (laid, height) = largest(ui, &paragraphs, below.size(), inner.width() * most);
        let builder = UiBuilder::new()
            .id_salt(("panel", &self.view.exercise.id))
            // What shows how far it is scrolled stands in the margin.
            .max_rect(below.with_max_x(below.right() + margin.min(10.0)))
            .layout(Layout::top_down(Align::Min));
        ui.scope_builder(builder, |ui| {
            // There is little of what fades.
            ui.spacing_mut().scroll.fade.size = 18.0;
            let scroll = ScrollArea::vertical().auto_shrink(false);
            // No higher than what there is room for, however little that is.
            scroll.min_scrolled_height(0.0).show(ui, |ui| {
                scroll_by_keys(ui);
                ui.spacing_mut().item_spacing.y = 0.0;
                let spare = (below.height() - height).max(0.0);
                // Below a figure they stand at the panel's foot, and else in its middle; below somebody in
                // the exercise's position as near as what belongs together.
                let above = match (picture, self.scene) {
                    (Place::Above(_), Some(_)) => spare,
                    (Place::Above(_), None) => spare.min(BELOW_POSITION),
                    (Place::Beside(_) | Place::Nowhere, _) => spare / 2.0,
                };
                ui.add_space(above);
                for paragraph in laid {
                    paragraph.show(ui);
                }
            });
        });
    }

    /// Around the words. From across the room figure and words need it more.
    fn margin(&self, area: Rect) -> f32 {
        let usual = area.width() * if self.afar { 0.02 } else { 0.05 };
        usual.clamp(12.0, 56.0).min(area.height() * 0.14)
    }

    /// Figure and words in the first of these ways that there is room for.
    fn content(&self, ui: &Ui, words: &Words, room: Vec2) -> Content {
        if self.scene.is_none() {
            return self.without_a_figure(ui, words, room);
        }
        self.read_afar(ui, words, room)
            .or_else(|| self.above_all(ui, words, room))
            .or_else(|| self.above_what_is_due(ui, words, room))
            .or_else(|| self.scrolled(ui, words, room))
            .unwrap_or_else(|| self.words_alone(ui, words))
    }

    /// The figure with the words that are read from across the room, if it is so looked at: above
    /// them or, if it is narrow, beside them. It is as large and in the same place in every step.
    fn read_afar(&self, ui: &Ui, words: &Words, room: Vec2) -> Option<Content> {
        let shape = self.scene.and_then(Scene::shape).filter(|_| self.afar)?;
        let high = room.y * SHARE_AFAR;
        let words_beside = WORDS_BESIDE_AFAR.max(SHARE_BESIDE_AFAR * room.x);
        let beside = room.y.min((room.x - words_beside) / shape);
        let (picture, left) = if beside >= high {
            let wide = shape * beside;
            (Place::Beside(wide / room.x), vec2(room.x - wide, room.y))
        } else {
            // With a little room around it.
            let high = high.min(1.03 * room.x / shape);
            (Place::Above(high / room.y), vec2(room.x, room.y - high))
        };
        let fit =
            |paragraphs: &[Paragraph], size| lay_out(ui, paragraphs, size, left.x).1 <= left.y;
        let needed = self.needed(ui, words);
        let all = self.all(ui, words, room);
        let paragraphs = if fit(&all, LEAST_AFAR) { all } else { needed };
        if high >= LEAST_FIGURE && fit(&paragraphs, LEAST_SIZE) {
            return Some(Content {
                picture,
                paragraphs,
            });
        }
        Some(self.before_the_words(ui, words, room, shape))
    }

    /// The figure on a small screen that is filled: with at least half of the height above the words, or
    /// with all of it beside them, and with as many of the words as there is then room for. Where it
    /// stands depends on what to mind alone, which is the same in every step.
    fn before_the_words(&self, ui: &Ui, words: &Words, room: Vec2, shape: f32) -> Content {
        let caution_in = |room: Vec2| {
            let text = self.view.exercise.caution.as_ref();
            let caution = text.map(|text| caution(words, text, palette(ui)));
            caution.map_or(0.0, |caution| height(ui, &[caution], room))
        };
        let least = caution_in(room);
        let useful = 1.03 * room.x / shape / room.y;
        let above = (1.0 - least / room.y).min(useful).max(SHARE_ABOVE_MORE);
        let beside = room.y.min((room.x - LEAST_WORDS_BESIDE) / shape);
        let suits_beside = caution_in(vec2(room.x - shape * beside, room.y)) <= room.y;
        let (picture, left) = if suits_beside && beside > room.y * above.min(useful) {
            let wide = shape * beside;
            (Place::Beside(wide / room.x), vec2(room.x - wide, room.y))
        } else {
            (Place::Above(above), vec2(room.x, room.y * (1.0 - above)))
        };
        let ways = [
            self.needed(ui, words),
            self.with_due(self.caution_and_easier_way(ui, words), ui),
            self.caution_and_easier_way(ui, words),
        ];
        let mut fitting = ways
            .into_iter()
            .filter(|way| height(ui, way, left) <= left.y);
        let paragraphs = fitting.next().unwrap_or_else(|| self.caution(ui, words));
        Content {
            picture,
            paragraphs,
        }
    }

    /// All the words but those that explain.
    fn needed(&self, ui: &Ui, words: &Words) -> Vec<Paragraph> {
        let needed = flowing(self.paragraphs(ui, words, Beside::FigureAlone));
        self.with_due(needed, ui)
    }

    fn caution(&self, ui: &Ui, words: &Words) -> Vec<Paragraph> {
        let text = self.view.caution.into_iter();
        text.map(|text| caution(words, text, palette(ui))).collect()
    }

    /// The figure above all the words.
    fn above_all(&self, ui: &Ui, words: &Words, room: Vec2) -> Option<Content> {
        let paragraphs = self.all(ui, words, room);
        let has_room = room.y * FIGURE_SHARE >= LEAST_FIGURE && fits(ui, &paragraphs, room);
        has_room.then_some(Content {
            picture: Place::Above(FIGURE_SHARE),
            paragraphs,
        })
    }

    /// The figure above the words that are due, as high as they leave room for.
    fn above_what_is_due(&self, ui: &Ui, words: &Words, room: Vec2) -> Option<Content> {
        let paragraphs = self.what_is_due(ui, words, room);
        let (least, most) = match (self.view.instructs, speaks(self.view)) {
            (true, _) => (LEAST_FIGURE, 1.0),
            (false, true) => (LEAST_ABOVE_DUE, MOST_ABOVE_DUE),
            (false, false) => (LEAST_ABOVE_DUE, 1.0),
        };
        let left = room.y - height(ui, &paragraphs, room);
        (left >= least).then_some(Content {
            picture: Place::Above((left / room.y).min(most)),
            paragraphs,
        })
    }

    /// The figure above the words that are due, or beside them, where they scroll.
    fn scrolled(&self, ui: &Ui, words: &Words, room: Vec2) -> Option<Content> {
        let wide = room.y * WIDTH_BESIDE;
        let picture = if room.y * SHARE_ABOVE_MORE >= LEAST_WITH_MORE {
            Place::Above(SHARE_ABOVE_MORE)
        } else if room.y >= LEAST_WITH_MORE && room.x - wide >= LEAST_WORDS_BESIDE {
            Place::Beside(wide / room.x)
        } else {
            return None;
        };
        Some(Content {
            picture,
            paragraphs: self.what_is_due(ui, words, room),
        })
    }

    /// All the words there are, for the smallest panel.
    fn words_alone(&self, ui: &Ui, words: &Words) -> Content {
        Content {
            picture: Place::Nowhere,
            paragraphs: self.with_due(self.paragraphs(ui, words, Beside::Nothing), ui),
        }
    }

    /// All the words that stand with a figure; of a movement the last, where there is no room for
    /// more.
    fn all(&self, ui: &Ui, words: &Words, room: Vec2) -> Vec<Paragraph> {
        let beside = |most| {
            let flowing = flowing(self.paragraphs(ui, words, Beside::Figure(most)));
            self.with_due(flowing, ui)
        };
        let all = beside(usize::MAX);
        if self.view.kind == StepKind::Reps && !fits(ui, &all, room) {
            return beside(LEAST_OF_A_MOVEMENT);
        }
        all
    }

    /// The words that the step can't do without: all of them before a hold, and else what to mind, the
    /// easier way, if it was chosen, and what the author says now.
    fn what_is_due(&self, ui: &Ui, words: &Words, room: Vec2) -> Vec<Paragraph> {
        if self.view.instructs {
            return self.all(ui, words, room);
        }
        self.with_due(self.caution_and_easier_way(ui, words), ui)
    }

    fn caution_and_easier_way(&self, ui: &Ui, words: &Words) -> Vec<Paragraph> {
        let mut both = self.caution(ui, words);
        both.extend(easier_way(words, self.view, palette(ui)));
        both
    }

    /// All the words there are, below somebody in the exercise's position if they leave the room.
    fn without_a_figure(&self, ui: &Ui, words: &Words, room: Vec2) -> Content {
        let mut content = self.words_alone(ui, words);
        let paragraphs = &mut content.paragraphs;
        if paragraphs.is_empty() {
            paragraphs.push(dose(words, self.view, palette(ui)));
        }
        let has_room = self.view.exercise.position.is_some()
            && room.y * POSITION_SHARE >= LEAST_FIGURE
            && room.y * (1.0 - POSITION_SHARE) >= 2.0 * height(ui, paragraphs, room);
        if has_room {
            content.picture = Place::Above(POSITION_SHARE);
        }
        content
    }

    fn paragraphs(&self, ui: &Ui, words: &Words, beside: Beside) -> Vec<Paragraph> {
        paragraphs(words, self.view, beside, palette(ui))
    }

    /// With the author's words that are due.
    fn with_due(&self, others: Vec<Paragraph>, ui: &Ui) -> Vec<Paragraph> {
        with_due(others, due(self.view, palette(ui)))
    }
}

/// How high the paragraphs are at least.
fn height(ui: &Ui, paragraphs: &[Paragraph], room: Vec2) -> f32 {
    lay_out(ui, paragraphs, LEAST_SIZE, room.x).1
}

/// Whether the paragraphs have room below a figure of its usual height.
fn fits(ui: &Ui, paragraphs: &[Paragraph], room: Vec2) -> bool {
    room.y * (1.0 - FIGURE_SHARE) >= height(ui, paragraphs, room)
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
            let next = scene.next_picture(posed.torso(area));
            movement::paint(ui, posed, area, next);
        }
        Scene::Picture(picture) => {
            let name = picture::name(words, view.exercise);
            said(ui, area, "figure", Role::Image, &name);
            picture.paint(ui, area);
        }
    }
}
