//! What an exercise says of itself, where there is time to read it.

use eframe::egui::Ui;

use super::Action;
use super::source::show_link;
use super::widgets::{body, muted, small, warning};
use crate::facts::Aim;
use crate::routine::{Exercise, link_host};
use crate::words::{Message, Words};

/// How it says so.
#[derive(Debug, Clone, Copy)]
pub(super) struct Saying<'a> {
    pub(super) aim: Aim,
    /// Whether each instruction has its number.
    pub(super) is_numbered: bool,
    /// The address that could not be opened.
    pub(super) unopened: Option<&'a str>,
}

pub(super) fn show(
    ui: &mut Ui,
    words: &Words,
    exercise: &Exercise,
    saying: Saying<'_>,
) -> Option<Action> {
    let of = |id, text: &str| Message::new(id).with("text", text);
    if let Some(caution) = &exercise.caution {
        warning(ui, &words.message(&of("exercise-caution", caution)));
    }
    for (number, instruction) in (1..).zip(&exercise.instructions) {
        if saying.is_numbered {
            body(ui, &format!("{number}. {instruction}"));
        } else {
            body(ui, instruction);
        }
    }
    for (id, text) in [
        ("exercise-feel-it-in", &exercise.feel_it_in),
        ("exercise-note", &exercise.clinician_note),
        ("exercise-easier", &exercise.easier),
        ("exercise-harder", &exercise.harder),
    ] {
        if let Some(text) = text {
            let text = of(id, text).with("aim", saying.aim.key());
            muted(ui, &words.message(&text));
        }
    }
    let source = exercise.source.as_ref()?;
    if link_host(source).is_some() {
        return show_link(ui, words, source, saying.unopened);
    }
    let text = Message::new("exercise-source").with("source", source.as_str());
    small(ui, &words.message(&text));
    None
}
