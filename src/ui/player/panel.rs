//! The words at the ring's side: what to do, where it is felt, what to mind. As large as there is
//! room for all of them.

use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align, Color32, CornerRadius, FontFamily, FontId, Galley, Label, Layout, Rect, ScrollArea,
    Stroke, StrokeKind, TextFormat, Ui, UiBuilder,
};

use super::view::View;
use crate::ui::theme::{Palette, bold, palette, radius};
use crate::words::Words;

/// Text is never smaller than this; what does not fit then scrolls.
const LEAST_SIZE: f32 = 15.0;
/// What explains is this much of the size of what is to be done.
const SMALLER: f32 = 0.72;

/// Draws the words into `area`. `easier` tells that the exercise is done in its easier way.
pub(super) fn show(ui: &mut Ui, words: &Words, view: &View<'_>, easier: bool, area: Rect) {
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
    let paragraphs = paragraphs(words, view, easier, palette);
    let (galleys, height) = largest(ui, &paragraphs, inner);
    let builder = UiBuilder::new()
        .id_salt(("panel", &view.exercise.id))
        .max_rect(inner)
        .layout(Layout::top_down(Align::Min));
    ui.scope_builder(builder, |ui| {
        // Where there is more than fits, the handle tells.
        ui.spacing_mut().scroll.dormant_handle_opacity = 0.5;
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(((inner.height() - height) / 2.0).max(0.0));
            for (galley, gap) in galleys {
                ui.add(Label::new(galley));
                ui.add_space(gap);
            }
        });
    });
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

fn paragraphs(words: &Words, view: &View<'_>, easier: bool, palette: &Palette) -> Vec<Paragraph> {
    let exercise = view.exercise;
    let mut paragraphs = Vec::new();
    let mut lead = view.side.as_ref().map(|side| Span {
        text: format!("{}. ", words.message(side)),
        bold: true,
        color: palette.ink,
    });
    let easier_way = exercise.easier.as_ref().filter(|_| easier);
    if let Some(way) = easier_way {
        let label = Span {
            text: format!("{} ", words.get("player-doing-easier")),
            bold: true,
            color: palette.teal_ink,
        };
        let spans = [label, plain(way, palette.ink)];
        paragraphs.push(Paragraph {
            spans: lead.take().into_iter().chain(spans).collect(),
            small: false,
        });
    }
    for instruction in &exercise.instructions {
        let spans = lead
            .take()
            .into_iter()
            .chain([plain(instruction, palette.ink)]);
        paragraphs.push(Paragraph {
            spans: spans.collect(),
            small: easier_way.is_some(),
        });
    }
    let explanations = [
        ("player-feel-it-in", &exercise.feel_it_in, palette.teal_ink),
        ("player-caution", &exercise.caution, palette.danger),
        ("player-note", &exercise.clinician_note, palette.teal_ink),
        (
            "player-easier",
            if easier { &None } else { &exercise.easier },
            palette.muted,
        ),
        (
            "player-harder",
            if easier { &None } else { &exercise.harder },
            palette.muted,
        ),
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

fn plain(text: &str, color: Color32) -> Span {
    Span {
        text: text.to_owned(),
        bold: false,
        color,
    }
}

/// The paragraphs in the largest type in which all fit into `area`, each with the gap below it, and
/// their height together.
fn largest(ui: &Ui, paragraphs: &[Paragraph], area: Rect) -> (Vec<(Arc<Galley>, f32)>, f32) {
    let most = (area.width() * 0.045).clamp(LEAST_SIZE, 72.0);
    let sizes = (0..).map(|step| most * 0.92_f32.powi(step));
    for size in sizes.take_while(|&size| size > LEAST_SIZE) {
        let (galleys, height) = lay_out(ui, paragraphs, size, area.width());
        if height <= area.height() {
            return (galleys, height);
        }
    }
    lay_out(ui, paragraphs, LEAST_SIZE, area.width())
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
