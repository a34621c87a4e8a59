//! The words of an exercise as paragraphs, and the largest type in which they fit.

use std::mem;
use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{Color32, FontFamily, FontId, Galley, Label, Rect, TextFormat, Ui, Vec2, pos2};

use super::view::View;
use crate::facts::{self, Aim};
use crate::plan::StepKind;
use crate::ui::text::indented;
use crate::ui::theme::{Palette, bold};
use crate::ui::widgets::Icon;
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
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// What to mind, beside a warning sign.
    Caution,
    ToDo,
    /// Explains, rather than says what to do.
    Explains,
}

/// A paragraph in type of one size.
pub(super) struct Laid {
    galley: Arc<Galley>,
    /// Below it.
    gap: f32,
    /// The side of the warning sign before its first word, and its colour.
    sign: Option<(f32, Color32)>,
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

/// What to mind stands first, as it is said first, so that it is read even where nothing else is.
///
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
    paragraphs.extend(view.caution.map(|text| caution(words, text, palette)));
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
            kind: Kind::ToDo,
        });
    }
    let explains = !in_short && !matches!(beside, Beside::FigureAlone);
    let other = |way: &'a Option<String>| way.as_ref().filter(|_| !does_easier && !beside_a_figure);
    let explanations = [
        (
            match view.aim {
                Aim::Stretch => "player-feel-it-in",
                Aim::Strength | Aim::Balance => "player-works",
            },
            exercise.feel_it_in.as_ref().filter(|_| explains),
            palette.teal_ink,
        ),
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
        paragraphs.push(Paragraph {
            spans: vec![label_of(words, label, color), plain(text, palette.ink)],
            kind: Kind::Explains,
        });
    }
    paragraphs
}

/// What to mind, beside a warning sign.
pub(super) fn caution(words: &Words, text: &str, palette: &Palette) -> Paragraph {
    let label = label_of(words, "player-caution", palette.danger);
    Paragraph {
        spans: vec![label, plain(text, palette.ink)],
        kind: Kind::Caution,
    }
}

/// What to do where nothing is held: how to hold it would be wrong then, and so would what to mind.
fn between_holds(words: &Words, kind: StepKind, palette: &Palette) -> Option<Paragraph> {
    let text = match kind {
        StepKind::Rest => "player-let-go",
        StepKind::Switch => "player-other-side",
        StepKind::Prepare
        | StepKind::Hold
        | StepKind::Reps
        | StepKind::Activity
        | StepKind::Wait => return None,
    };
    Some(Paragraph {
        spans: vec![plain(&words.get(text), palette.ink)],
        kind: Kind::ToDo,
    })
}

/// The easier way, if the exercise is done so.
pub(super) fn easier_way(words: &Words, view: &View<'_>, palette: &Palette) -> Option<Paragraph> {
    let way = view.eased?;
    let label = label_of(words, "player-doing-easier", palette.teal_ink);
    Some(Paragraph {
        spans: vec![label, plain(way, palette.ink)],
        kind: Kind::ToDo,
    })
}

/// The author's words that are due, if any are.
pub(super) fn due(view: &View<'_>, palette: &Palette) -> Option<Paragraph> {
    Some(Paragraph {
        spans: vec![plain(view.words_due?, palette.teal_ink)],
        kind: Kind::ToDo,
    })
}

/// How much of the exercise is to be done, where its author has no words for it.
pub(super) fn dose(words: &Words, view: &View<'_>, palette: &Palette) -> Paragraph {
    Paragraph {
        spans: vec![plain(&facts::dose(words, view.of_both), palette.muted)],
        kind: Kind::ToDo,
    }
}

/// What is to be done as one paragraph, where a figure shows it step by step.
pub(super) fn flowing(paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
    let mut flowing: Vec<Paragraph> = Vec::new();
    for paragraph in paragraphs {
        match flowing.last_mut() {
            Some(last) if last.kind == Kind::ToDo && paragraph.kind == Kind::ToDo => {
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

/// `others` with the author's words that are due before all of them but the caution.
pub(super) fn with_due(mut others: Vec<Paragraph>, due: Option<Paragraph>) -> Vec<Paragraph> {
    let first = others
        .first()
        .is_some_and(|first| first.kind == Kind::Caution);
    let at = usize::from(first);
    others.splice(at..at, due);
    others
}

fn label_of(words: &Words, id: &'static str, color: Color32) -> Span {
    Span {
        text: format!("{} ", words.get(id)),
        bold: true,
        color,
    }
}

fn plain(text: &str, color: Color32) -> Span {
    Span {
        text: text.to_owned(),
        bold: false,
        color,
    }
}

/// The paragraphs in the largest type, of at most `most` points, in which all fit into `room`, and
/// their height together.
pub(super) fn largest(
    ui: &Ui,
    paragraphs: &[Paragraph],
    room: Vec2,
    most: f32,
) -> (Vec<Laid>, f32) {
    let most = most.clamp(LEAST_SIZE, 72.0);
    let sizes = (0..).map(|step| most * 0.92_f32.powi(step));
    for size in sizes.take_while(|&size| size >= LEAST_SIZE) {
        let (laid, height) = lay_out(ui, paragraphs, size, room.x);
        if height <= room.y {
            return (laid, height);
        }
    }
    lay_out(ui, paragraphs, LEAST_SIZE, room.x)
}

pub(super) fn lay_out(
    ui: &Ui,
    paragraphs: &[Paragraph],
    size: f32,
    width: f32,
) -> (Vec<Laid>, f32) {
    let laid: Vec<_> = paragraphs
        .iter()
        .map(|paragraph| paragraph.lay_out(ui, size, width))
        .collect();
    let height = laid.iter().map(|laid| laid.galley.size().y + laid.gap);
    let height = height.sum();
    (laid, height)
}

impl Paragraph {
    /// In type of this size, if it says what to do.
    fn lay_out(&self, ui: &Ui, size: f32, width: f32) -> Laid {
        let gap = size * 0.55;
        let size = match self.kind {
            Kind::Caution | Kind::ToDo => size,
            Kind::Explains => (size * SMALLER).max(LEAST_SIZE * 0.9),
        };
        let color = self.spans.first().map(|span| span.color);
        let sign = color.filter(|_| self.kind == Kind::Caution);
        let sign = sign.map(|color| (size * 1.15, color));
        let mut indent = sign.map_or(0.0, |(side, _)| side + size * 0.35);
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
            job.append(&span.text, mem::take(&mut indent), format);
        }
        Laid {
            galley: indented(ui, job),
            gap,
            sign,
        }
    }
}

impl Laid {
    /// Adds the paragraph with the gap below it.
    pub(super) fn show(self, ui: &mut Ui) {
        let first_line = self.galley.rows.first().map_or(0.0, |row| row.height());
        let at = ui.add(Label::new(self.galley)).rect.min;
        if let Some((side, color)) = self.sign {
            let top = at.y + (first_line - side) / 2.0;
            let square = Rect::from_min_size(pos2(at.x, top), Vec2::splat(side));
            Icon::Warning.draw(ui.painter(), square, color);
        }
        ui.add_space(self.gap);
    }
}
