//! What stands at the ring's side: the figure, and the words below it. What to do, where it is felt,
//! what to mind; without a figure as large as there is room for all of them.

use std::time::Duration;

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align, Color32, CornerRadius, FontFamily, FontId, Galley, Label, Layout, Rect, ScrollArea,
    Stroke, StrokeKind, TextFormat, Ui, UiBuilder, Vec2, vec2,
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

/// The figure has this share of the panel's height in every step, so that it never changes its size.
const FIGURE_SHARE: f32 = 0.68;
/// A lower figure gives its place to the words.
const LEAST_FIGURE: f32 = 110.0;
/// The time between two pictures of a movement.
const FRAME: Duration = Duration::from_millis(33);

/// Draws the figure and the words into `area`. `easier` tells that the exercise is done in its easier way.
pub(super) fn show(
    ui: &mut Ui,
    words: &Words,
    view: &View<'_>,
    scene: Option<&Scene<'_>>,
    easier: bool,
    area: Rect,
) {
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
    let figure = scene.filter(|_| inner.height() * FIGURE_SHARE >= LEAST_FIGURE);
    let mut paragraphs = paragraphs(words, view, easier, figure.is_some(), palette);
    let (mut most, mut share) = (0.045, 1.0);
    if figure.is_some() {
        paragraphs = flowing(paragraphs);
        (most, share) = (0.026, 1.0 - FIGURE_SHARE);
    }
    if let Some(due) = view.words_due {
        let due = Paragraph {
            spans: vec![plain(due, palette.teal_ink)],
            small: false,
        };
        paragraphs.insert(0, due);
    }
    let room = vec2(inner.width(), inner.height() * share);
    let (galleys, height) = largest(ui, &paragraphs, room, inner.width() * most);
    let mut below = inner;
    if let Some(scene) = figure {
        below = inner.with_min_y(inner.bottom() - room.y);
        let stage = area
            .shrink(margin / 2.0)
            .with_max_y(below.top() - margin / 2.0);
        show_figure(ui, words, view, scene, stage);
    }
    let builder = UiBuilder::new()
        .id_salt(("panel", &view.exercise.id))
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

fn show_figure(ui: &Ui, words: &Words, view: &View<'_>, scene: &Scene<'_>, area: Rect) {
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
struct Span {
    text: String,
    bold: bool,
    color: Color32,
}

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
    let easier_way = exercise.easier.as_ref().filter(|_| easier);
    if let Some(way) = easier_way {
        let label = Span {
            text: format!("{} ", words.get("player-doing-easier")),
            bold: true,
            color: palette.teal_ink,
        };
        paragraphs.push(Paragraph {
            spans: vec![label, plain(way, palette.ink)],
            small: false,
        });
    }
    // Beside a figure all of it is read before the exercise; then the last of it, if nothing else is
    // due, goes on saying what to do.
    let in_short = beside_a_figure && view.kind != StepKind::Prepare;
    let said_already = match exercise.instructions.len() {
        count if in_short && (easier_way.is_some() || view.words_due.is_some()) => count,
        count if in_short => count.saturating_sub(1),
        _ => 0,
    };
    for instruction in exercise.instructions.iter().skip(said_already) {
        paragraphs.push(Paragraph {
            spans: vec![plain(instruction, palette.ink)],
            small: easier_way.is_some(),
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
