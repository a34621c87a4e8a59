//! What stands at the ring's side: the figure, and the words below it. What to do, where it is felt,
//! what to mind; without a figure as large as there is room for all of them.

use std::time::Duration;

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align, Color32, CornerRadius, FontFamily, FontId, Galley, Label, Layout, Rect, ScrollArea,
    Stroke, StrokeKind, TextFormat, Ui, UiBuilder, Vec2,
};

use super::scene::Scene;
use super::view::View;
use crate::plan::StepKind;
use crate::ui::text::said;
use crate::ui::theme::{Palette, bold, palette, radius};
use crate::words::{Message, Words};

/// Text is never smaller than this; what does not fit then scrolls.
const LEAST_SIZE: f32 = 15.0;
/// What explains is this much of the size of what is to be done.
const SMALLER: f32 = 0.72;

/// The figure has this share of the panel's height in every step, so that it never changes its size,
/// where the words fit into the rest.
const FIGURE_SHARE: f32 = 0.68;
/// And this share beside those words alone that are due in a hold.
const SHARE_IN_A_HOLD: f32 = 0.78;
/// A lower figure gives its place to the words.
const LEAST_FIGURE: f32 = 110.0;
/// And one lower than this to those that are due in a hold.
const LEAST_IN_A_HOLD: f32 = 60.0;
/// The time between two pictures of a movement.
const FRAME: Duration = Duration::from_millis(33);

/// What stands at the ring's side.
pub(super) struct Panel<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) scene: Option<&'a Scene<'a>>,
    /// Whether the exercise is done in its easier way.
    pub(super) easier: bool,
    /// Whether it is read from across the room.
    pub(super) afar: bool,
}

/// What there is room for.
struct Content {
    /// The figure's share of the height, with the gap below it; 0 if there is none.
    figure: f32,
    paragraphs: Vec<Paragraph>,
}

impl Panel<'_> {
    /// Draws the figure and the words into `area`.
    pub(super) fn show(&self, ui: &mut Ui, words: &Words, area: Rect) {
        let palette = palette(ui);
        ui.painter().rect(
            area,
            CornerRadius::same(radius::CARD),
            palette.picture,
            Stroke::new(1.0, palette.line),
            StrokeKind::Inside,
        );
        let margin = (area.width() * 0.05)
            .clamp(12.0, 56.0)
            .min(area.height() * 0.14);
        let inner = area.shrink(margin);
        let Content { figure, paragraphs } = self.content(ui, words, inner.size());
        let below = inner.with_min_y(inner.top() + inner.height() * figure);
        if let Some(scene) = self.scene.filter(|_| figure > 0.0) {
            let stage = area.shrink(margin / 2.0);
            let bottom = if paragraphs.is_empty() {
                stage.bottom()
            } else {
                below.top() - margin / 2.0
            };
            show_figure(ui, words, self.view, scene, stage.with_max_y(bottom));
        }
        let most = match (figure > 0.0, self.afar) {
            (true, false) => 0.026,
            _ => 0.045,
        };
        let (galleys, height) = largest(ui, &paragraphs, below.size(), inner.width() * most);
        let builder = UiBuilder::new()
            .id_salt(("panel", &self.view.exercise.id))
            .max_rect(below)
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

    /// Figure and words where both have room. Where they have not, the words come first before a
    /// hold, and in a hold the figure with what is due.
    fn content(&self, ui: &Ui, words: &Words, room: Vec2) -> Content {
        let palette = palette(ui);
        let (view, easier) = (self.view, self.easier);
        let due = view.words_due.map(|due| Paragraph {
            spans: vec![plain(due, palette.teal_ink)],
            small: false,
        });
        let with_due = |paragraphs: Vec<Paragraph>| due.clone().into_iter().chain(paragraphs);
        let words_alone = || Content {
            figure: 0.0,
            paragraphs: with_due(paragraphs(words, view, easier, false, palette)).collect(),
        };
        if self.scene.is_none() {
            return words_alone();
        }
        let height = |paragraphs: &[Paragraph]| lay_out(ui, paragraphs, LEAST_SIZE, room.x).1;
        let in_a_hold = !view.instructs;
        let all = flowing(paragraphs(words, view, easier, true, palette));
        let all: Vec<_> = with_due(all).collect();
        let has_room =
            room.y * FIGURE_SHARE >= LEAST_FIGURE && room.y * (1.0 - FIGURE_SHARE) >= height(&all);
        if has_room && !(self.afar && in_a_hold) {
            return Content {
                figure: FIGURE_SHARE,
                paragraphs: all,
            };
        }
        if !in_a_hold {
            let left = room.y - height(&all);
            if left < LEAST_FIGURE {
                return words_alone();
            }
            return Content {
                figure: left / room.y,
                paragraphs: all,
            };
        }
        let easier_way = easier_way(words, view, easier, palette);
        let due: Vec<_> = with_due(easier_way.into_iter().collect()).collect();
        let left = room.y - height(&due);
        let figure = if left < LEAST_IN_A_HOLD {
            return words_alone();
        } else if speaks(view) {
            // Words that come later don't move it.
            left.min(room.y * SHARE_IN_A_HOLD)
        } else {
            left
        };
        Content {
            figure: figure / room.y,
            paragraphs: due,
        }
    }
}

/// Whether the author has words for a moment of the exercise.
fn speaks(view: &View<'_>) -> bool {
    view.exercise.say.is_some() || !view.exercise.cues.is_empty()
}

pub(super) fn show_figure(ui: &Ui, words: &Words, view: &View<'_>, scene: &Scene<'_>, area: Rect) {
    let mut name = Message::new("figure-of").with("name", view.exercise.name.as_str());
    if let Some(side) = &view.side {
        name = Message::new("figure-of-side")
            .with("name", view.exercise.name.as_str())
            .with("side", side.clone());
    }
    said(ui, area, "figure", Role::Image, &words.message(&name));
    scene.posed.paint(ui, area);
    if scene.moves {
        ui.ctx().request_repaint_after(FRAME);
    }
}

/// A few words of one weight and colour.
#[derive(Clone)]
struct Span {
    text: String,
    bold: bool,
    color: Color32,
}

#[derive(Clone)]
struct Paragraph {
    spans: Vec<Span>,
    /// Whether it explains, rather than says what to do.
    small: bool,
}

/// The exercise's side stands by its name alone: before "Lie on your back" it would read as the side
/// to lie on. Other ways of doing it give their place to a figure: "It hurts" offers the easier one, and the
/// routine's page has both.
fn paragraphs<'a>(
    words: &Words,
    view: &View<'a>,
    easier: bool,
    beside_a_figure: bool,
    palette: &Palette,
) -> Vec<Paragraph> {
    let exercise = view.exercise;
    let mut paragraphs = Vec::new();
    let easier_way = easier_way(words, view, easier, palette);
    let does_easier = easier_way.is_some();
    paragraphs.extend(easier_way);
    // Beside a figure all of it is read before the exercise; then the last of it, if nothing else is
    // due, goes on saying what to do.
    let in_short = beside_a_figure && view.kind != StepKind::Prepare;
    let said_already = match exercise.instructions.len() {
        count if in_short && (does_easier || view.words_due.is_some()) => count,
        count if in_short => count.saturating_sub(1),
        _ => 0,
    };
    for instruction in exercise.instructions.iter().skip(said_already) {
        paragraphs.push(Paragraph {
            spans: vec![plain(instruction, palette.ink)],
            small: does_easier,
        });
    }
    let other = |way: &'a Option<String>| way.as_ref().filter(|_| !easier && !beside_a_figure);
    let explanations = [
        (
            "player-feel-it-in",
            exercise.feel_it_in.as_ref().filter(|_| !in_short),
            palette.teal_ink,
        ),
        ("player-caution", exercise.caution.as_ref(), palette.danger),
        (
            "player-note",
            exercise.clinician_note.as_ref().filter(|_| !in_short),
            palette.teal_ink,
        ),
        ("player-easier", other(&exercise.easier), palette.muted),
        ("player-harder", other(&exercise.harder), palette.muted),
    ];
    for (label, text, color) in explanations {
        let Some(text) = text else { continue };
        let label = Span {
            text: format!("{} ", words.get(label)),
            bold: true,
            color,
        };
        paragraphs.push(Paragraph {
            spans: vec![label, plain(text, palette.ink)],
            small: true,
        });
    }
    paragraphs
}

/// The easier way, if the exercise is done so.
fn easier_way(
    words: &Words,
    view: &View<'_>,
    easier: bool,
    palette: &Palette,
) -> Option<Paragraph> {
    let way = view.exercise.easier.as_ref().filter(|_| easier)?;
    let label = Span {
        text: format!("{} ", words.get("player-doing-easier")),
        bold: true,
        color: palette.teal_ink,
    };
    Some(Paragraph {
        spans: vec![label, plain(way, palette.ink)],
        small: false,
    })
}

/// What is to be done as one paragraph, where a figure shows it step by step.
fn flowing(paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
    let mut flowing: Vec<Paragraph> = Vec::new();
    for paragraph in paragraphs {
        match flowing.last_mut() {
            Some(last) if !last.small && !paragraph.small => {
                if let Some(span) = last.spans.last_mut() {
                    span.text.push(' ');
                }
                last.spans.extend(paragraph.spans);
            }
            _ => flowing.push(paragraph),
        }
    }
    flowing
}

fn plain(text: &str, color: Color32) -> Span {
    Span {
        text: text.to_owned(),
        bold: false,
        color,
    }
}

/// The paragraphs in the largest type, of at most `most` points, in which all fit into `room`, each
/// with the gap below it, and their height together.
fn largest(
    ui: &Ui,
    paragraphs: &[Paragraph],
    room: Vec2,
    most: f32,
) -> (Vec<(Arc<Galley>, f32)>, f32) {
    let most = most.clamp(LEAST_SIZE, 72.0);
    let sizes = (0..).map(|step| most * 0.92_f32.powi(step));
    for size in sizes.take_while(|&size| size >= LEAST_SIZE) {
        let (galleys, height) = lay_out(ui, paragraphs, size, room.x);
        if height <= room.y {
            return (galleys, height);
        }
    }
    lay_out(ui, paragraphs, LEAST_SIZE, room.x)
}

fn lay_out(
    ui: &Ui,
    paragraphs: &[Paragraph],
    size: f32,
    width: f32,
) -> (Vec<(Arc<Galley>, f32)>, f32) {
    let galleys: Vec<_> = paragraphs
        .iter()
        .map(|paragraph| (paragraph.lay_out(ui, size, width), size * 0.55))
        .collect();
    let height = galleys
        .iter()
        .map(|(galley, gap)| galley.size().y + gap)
        .sum();
    (galleys, height)
}

impl Paragraph {
    fn lay_out(&self, ui: &Ui, size: f32, width: f32) -> Arc<Galley> {
        let size = if self.small {
            (size * SMALLER).max(LEAST_SIZE * 0.9)
        } else {
            size
        };
        let mut job = LayoutJob::default();
        job.wrap.max_width = width;
        for span in &self.spans {
            let family = if span.bold {
                bold()
            } else {
                FontFamily::Proportional
            };
            let format = TextFormat {
                line_height: Some(size * 1.45),
                ..TextFormat::simple(FontId::new(size, family), span.color)
            };
            job.append(&span.text, 0.0, format);
        }
        ui.painter().layout_job(job)
    }
}
