//! The page of one session of the record: all that it knows.

use eframe::egui::Ui;
use jiff::Zoned;

use super::Line;
use crate::history::{History, Hold, Past, RecordedSession};
use crate::progress;
use crate::report;
use crate::text::printable;
use crate::ui::theme::space;
use crate::ui::widgets::{Button, body, bullets, card, columns, muted, section, strong, title};
use crate::ui::{Action, Place, done_line};
use crate::words::Words;

/// Draws what was held, with which loads, what hurt, the pain and the note. The `history` has the
/// course of each load.
pub fn show(
    ui: &mut Ui,
    words: &Words,
    session: &RecordedSession,
    history: Option<&History>,
    now: &Zoned,
) -> Option<Action> {
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
    loads(ui, words, session, history);
    how_it_was(ui, words, session, &line);
    back.then_some(Action::Go(Place::History))
}

/// What each exercise that has a load was done with, and how it came to that.
fn loads(ui: &mut Ui, words: &Words, session: &RecordedSession, history: Option<&History>) {
    if session.loads.is_empty() {
        return;
    }
    ui.add_space(space::S);
    section(ui, &words.get("past-loads"));
    card(ui, |ui| {
        for load in &session.loads {
            let of_it = |hold: &&Hold| hold.exercise == load.exercise;
            let named = session.holds.iter().find(of_it);
            let name = named.map_or(&load.exercise, |hold| &hold.name);
            let course = history.map(|history| history.course_of_load(session, &load.exercise));
            strong(ui, &printable(name));
            body(
                ui,
                &report::course(words, &load.load, &course.unwrap_or_default()),
            );
        }
    });
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
