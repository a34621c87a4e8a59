//! The words of an exercise as paragraphs, and the largest type in which they fit.

use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{Color32, FontFamily, FontId, Galley, TextFormat, Ui, Vec2};

use super::view::View;
use crate::facts;
use crate::plan::StepKind;
use crate::ui::theme::{Palette, bold};
use crate::words::Words;

/// Text is never smaller than this; what does not fit then scrolls.
pub(super) const LEAST_SIZE: f32 = 15.0;
/// How many of a movement's instructions, the last of them, stand with its figure where there is no
/// room for all.
pub(super) const LEAST_OF_A_MOVEMENT: usize = 2;
/// What explains is this much of the size of what is to be done.
const SMALLER: f32 = 0.72;

/// A few words of one weight and colour.
struct Span {
    text: String,
    bold: bool,
    color: Color32,
}

pub(super) struct Paragraph {
    spans: Vec<Span>,
    /// Whether it explains, rather than says what to do.
    small: bool,
}

/// What the words stand beside.
#[derive(Debug, Clone, Copy)]
pub(super) enum Beside {
    Nothing,
    /// A figure, that leaves room for so many of a movement's instructions, the last of them.
    Figure(usize),
    /// A figure, with room for nothing but what to do and what to mind.
    FigureAlone,
}

/// The exercise's side stands by its name alone: before "Lie on your back" it would read as the side
/// to lie on. Other ways of doing it give their place to a figure: "It hurts" offers the easier one,
/// and the routine's page has both.
pub(super) fn paragraphs<'a>(
    words: &Words,
    view: &View<'a>,
    beside: Beside,
    palette: &Palette,
) -> Vec<Paragraph> {
    if let Some(between) = between_holds(words, view.kind, palette) {
        // An easier way that was just chosen is got ready for in between.
        let easier = easier_way(words, view, palette);
        return [Some(between), easier].into_iter().flatten().collect();
    }
    let exercise = view.exercise;
    let (beside_a_figure, of_a_movement) = match beside {
        Beside::Nothing => (false, usize::MAX),
        Beside::Figure(most) => (true, most),
        Beside::FigureAlone => (true, LEAST_OF_A_MOVEMENT),
    };
    let mut paragraphs = Vec::new();
    let does_easier = view.eased.is_some();
    paragraphs.extend(easier_way(words, view, palette));
    // Beside a figure all of it is read before the exercise; then the last of it, if nothing else is
    // due, goes on saying what to do. A movement goes through all of it: the last alone would
    // contradict the figure most of the time.
    let in_short = beside_a_figure && view.kind != StepKind::Prepare;
    let said_already = match exercise.instructions.len() {
        // They would contradict the easier way.
        count if does_easier => count,
        count if in_short && view.words_due.is_some() => count,
        count if in_short && view.kind == StepKind::Reps => count.saturating_sub(of_a_movement),
        count if in_short => count.saturating_sub(1),
        _ => 0,
    };
    for instruction in exercise.instructions.iter().skip(said_already) {
        paragraphs.push(Paragraph {
            spans: vec![plain(instruction, palette.ink)],
            small: false,
        });
    }
    let explains = !in_short && !matches!(beside, Beside::FigureAlone);
    let other = |way: &'a Option<String>| way.as_ref().filter(|_| !does_easier && !beside_a_figure);
    let explanations = [
        (
            "player-feel-it-in",
            exercise.feel_it_in.as_ref().filter(|_| explains),
            palette.teal_ink,
        ),
        ("player-caution", exercise.caution.as_ref(), palette.danger),
        (
            "player-note",
            exercise.clinician_note.as_ref().filter(|_| explains),
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

/// What to do where nothing is held: how to hold it would be wrong then, and so would what to mind.
fn between_holds(words: &Words, kind: StepKind, palette: &Palette) -> Option<Paragraph> {
    let text = match kind {
        StepKind::Rest => "player-let-go",
        StepKind::Switch => "player-other-side",
        StepKind::Prepare | StepKind::Hold | StepKind::Reps | StepKind::Wait => return None,
    };
    Some(Paragraph {
        spans: vec![plain(&words.get(text), palette.ink)],
        small: false,
    })
}

/// The easier way, if the exercise is done so.
pub(super) fn easier_way(words: &Words, view: &View<'_>, palette: &Palette) -> Option<Paragraph> {
    let way = view.eased?;
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

/// The author's words that are due, if any are.
pub(super) fn due(view: &View<'_>, palette: &Palette) -> Option<Paragraph> {
    Some(Paragraph {
        spans: vec![plain(view.words_due?, palette.teal_ink)],
        small: false,
    })
}

/// How much of the exercise is to be done, where its author has no words for it.
pub(super) fn dose(words: &Words, view: &View<'_>, palette: &Palette) -> Paragraph {
    Paragraph {
        spans: vec![plain(&facts::dose(words, view.exercise), palette.muted)],
        small: false,
    }
}

/// What is to be done as one paragraph, where a figure shows it step by step.
pub(super) fn flowing(paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
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
pub(super) fn largest(
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

pub(super) fn lay_out(
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
