//! The page of one session of the record: all that it knows.

use eframe::egui::Ui;
use jiff::Zoned;

use super::Line;
use crate::history::{Past, RecordedSession};
use crate::progress;
use crate::report;
use crate::text::printable;
use crate::ui::theme::space;
use crate::ui::widgets::{Button, body, bullets, card, columns, muted, section, strong, title};
use crate::ui::{Action, Place, done_line};
use crate::words::Words;

/// Draws what was held, what hurt, the pain and the note.
pub fn show(ui: &mut Ui, words: &Words, session: &RecordedSession, now: &Zoned) -> Option<Action> {
    let back = ui.add(Button::quiet(&words.get("past-back"))).clicked();
    let line = Line::of(Past::Session(session), words, now);
    title(ui, &line.title);
    muted(ui, &line.when);
    body(ui, &line.what);
    ui.add_space(space::S);
    section(ui, &words.get("past-exercises"));
    card(ui, |ui| {
        for (id, tally) in progress::by_exercise(session.dose()) {
            let named = session.holds.iter().find(|hold| *hold.exercise == *id);
            let name = named.map_or(id, |hold| &hold.name);
            done_line::show(ui, words, &printable(name), &tally, "finish-rounds");
        }
    });
    how_it_was(ui, words, session, &line);
    back.then_some(Action::Go(Place::History))
}

/// From so many points on there is room for two columns.
const TWO_COLUMNS: f32 = 520.0;

/// What the person reported: the pain and what hurt, and beside them the note.
fn how_it_was(ui: &mut Ui, words: &Words, session: &RecordedSession, line: &Line) {
    let has_pain = line.pain.is_some() || !session.hurts.is_empty();
    if !has_pain && line.note.is_none() {
        return;
    }
    ui.add_space(space::S);
    section(ui, &words.get("past-how"));
    card(ui, |ui| {
        let wide = ui.available_width() >= TWO_COLUMNS;
        if wide && has_pain && line.note.is_some() {
            columns(ui, 2, |ui, column| match column {
                0 => pain(ui, words, session, line),
                _ => note(ui, words, line),
            });
        } else {
            pain(ui, words, session, line);
            note(ui, words, line);
        }
    });
}

fn pain(ui: &mut Ui, words: &Words, session: &RecordedSession, line: &Line) {
    if let Some(pain) = &line.pain {
        strong(ui, &words.get("pain-name"));
        body(ui, pain);
    }
    if !session.hurts.is_empty() {
        strong(ui, &words.get("past-hurts"));
        let hurts = session.hurts.iter();
        bullets(ui, hurts.map(|hurt| words.message(&report::hurt(hurt))));
    }
}

fn note(ui: &mut Ui, words: &Words, line: &Line) {
    if let Some(note) = &line.note {
        strong(ui, &words.get("past-note"));
        body(ui, note);
    }
}
