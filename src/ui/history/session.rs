//! The page of one session of the record: all that it knows.

use eframe::egui::Ui;
use jiff::Zoned;

use super::Line;
use crate::history::{Past, Session};
use crate::progress;
use crate::report;
use crate::text::printable;
use crate::ui::theme::space;
use crate::ui::widgets::{Button, body, bullets, card, muted, section, title};
use crate::ui::{Action, Place, done_line};
use crate::words::Words;

/// Draws what was held, what hurt, the pain and the note.
pub fn show(ui: &mut Ui, words: &Words, session: &Session, now: &Zoned) -> Option<Action> {
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
    if !session.hurts.is_empty() {
        part(ui, words, "past-hurts");
        let hurts = session
            .hurts
            .iter()
            .map(|hurt| words.message(&report::hurt(hurt)));
        card(ui, |ui| bullets(ui, hurts));
    }
    if let Some(pain) = &line.pain {
        part(ui, words, "pain-name");
        card(ui, |ui| body(ui, pain));
    }
    if let Some(note) = &line.note {
        part(ui, words, "past-note");
        card(ui, |ui| body(ui, note));
    }
    back.then_some(Action::Go(Place::History))
}

fn part(ui: &mut Ui, words: &Words, name: &'static str) {
    ui.add_space(space::S);
    section(ui, &words.get(name));
}
