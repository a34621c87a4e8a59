//! What a person says of the record: corrections of a session, and sessions that were done without Supple.

use std::sync::Arc;

use eframe::egui::{Key, Modifiers, TextEdit, Ui, vec2};
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::HistoryAction;
use crate::history::{Correction, Id, NotCounted, Now, RecordedSession};
use crate::routine::Routine;
use crate::ui::Action;
use crate::ui::theme::{radius, space};
use crate::ui::widgets::{
    Button, NumberPad, body, card, choice, command_key, focus_ring, one_by_one, part, pressed, row,
    section, small,
};
use crate::words::Words;

/// The most that a note holds, in characters.
const LONGEST_NOTE: usize = 4000;

/// What is typed about sessions and not saved yet: of each by itself, so that a look at another loses nothing.
#[derive(Debug, Default)]
pub struct Corrections {
    begun: Vec<Said>,
}

/// What is to be read of a session.
#[derive(Debug, Clone, PartialEq)]
struct Said {
    session: Id,
    pain_before: Option<u8>,
    pain_after: Option<u8>,
    note: String,
    not_counted: Option<NotCounted>,
}

impl Said {
    fn of(session: &RecordedSession) -> Self {
        Self {
            session: session.id,
            pain_before: session.pain_before,
            pain_after: session.pain_after,
            note: session.note.as_deref().unwrap_or_default().to_owned(),
            not_counted: session.not_counted,
        }
    }

    /// What makes `before` say this.
    fn correction(&self, before: &Self) -> Correction {
        fn now<T: PartialEq>(now: Option<T>, before: Option<&T>) -> Option<Now<T>> {
            (now.as_ref() != before).then_some(Now(now))
        }
        let note = |note: &str| {
            let note = note.trim();
            (!note.is_empty()).then(|| note.to_owned())
        };
        Correction {
            pain_before: now(self.pain_before, before.pain_before.as_ref()),
            pain_after: now(self.pain_after, before.pain_after.as_ref()),
            note: now(note(&self.note), note(&before.note).as_ref()),
            not_counted: now(self.not_counted, before.not_counted.as_ref()),
        }
    }
}

impl Corrections {
    /// What is typed of sessions and not saved, for the last moment at which it can be. `session` finds each.
    pub fn unsaved<'a>(
        &mut self,
        session: impl Fn(Id) -> Option<&'a RecordedSession>,
    ) -> Vec<(&'a RecordedSession, Correction)> {
        let begun = std::mem::take(&mut self.begun).into_iter();
        let unsaved = begun.filter_map(|said| {
            let session = session(said.session)?;
            let correction = said.correction(&Said::of(session));
            (!correction.is_empty()).then_some((session, correction))
        });
        unsaved.collect()
    }

    /// Draws what can be corrected of a session.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        words: &Words,
        session: &RecordedSession,
    ) -> Option<Action> {
        let before = Said::of(session);
        let place = self.begun.iter().position(|it| it.session == session.id);
        let begun = place.map(|place| self.begun.swap_remove(place));
        let mut said = begun.unwrap_or_else(|| before.clone());
        // Taken before the note breaks its line.
        let saves_by_key = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::S));
        let action = card(ui, |ui| {
            section(ui, &words.get("correct-title"));
            small(ui, &words.get("correct-kept"));
            fields(ui, words, &mut said);
            let correction = said.correction(&before);
            let is_changed = !correction.is_empty();
            buttons(ui, words, session, (is_changed, saves_by_key), &mut said).map(|pressed| {
                match pressed {
                    Pressed::Save => HistoryAction::Correct(session.id, correction),
                    Pressed::Undo => HistoryAction::Undo(session.id),
                }
            })
        })
        .inner;
        // What was handed in is what is read next.
        let is_handed_in = matches!(action, Some(HistoryAction::Undo(_)));
        if !is_handed_in && said != before {
            self.begun.push(said);
        }
        action.map(Action::History)
    }
}

fn fields(ui: &mut Ui, words: &Words, said: &mut Said) {
    for (id, pain) in [
        ("correct-pain-before", &mut said.pain_before),
        ("correct-pain-after", &mut said.pain_after),
    ] {
        ui.add_space(space::XS);
        let name = words.get(id);
        body(ui, &name);
        part(ui, id, |ui| {
            let pad = NumberPad {
                name: &name,
                chosen: *pain,
            };
            *pain = pad.show_without_digits(ui, words);
        });
    }
    small(ui, &words.get("correct-again"));
    ui.add_space(space::XS);
    let name = words.get("correct-note");
    body(ui, &name);
    let edit = TextEdit::multiline(&mut said.note)
        .char_limit(LONGEST_NOTE)
        .desired_rows(3)
        .desired_width(f32::INFINITY)
        .margin(vec2(12.0, 10.0));
    let response = ui.add(edit).accessible_name(&name);
    focus_ring(ui, &response, radius::ROW);
    ui.add_space(space::XS);
    body(ui, &words.get("correct-counts"));
    let options = [
        (None, words.get("correct-counts-yes")),
        (Some(NotCounted::NotDone), words.get("correct-not-done")),
        (Some(NotCounted::NotMine), words.get("correct-not-mine")),
    ];
    let name = words.get("correct-counts");
    if let Some(now) = choice(ui, &name, said.not_counted, &options) {
        said.not_counted = now;
    }
    small(ui, &words.get("correct-counts-hint"));
}

enum Pressed {
    Save,
    Undo,
}

fn buttons(
    ui: &mut Ui,
    words: &Words,
    session: &RecordedSession,
    (is_changed, saves_by_key): (bool, bool),
    said: &mut Said,
) -> Option<Pressed> {
    let key = format!("{} S", command_key(words));
    let (save, leave, undo) = (
        words.get("correct-save"),
        words.get("correct-leave"),
        words.get("correct-undo"),
    );
    let has_any = !session.corrections.is_empty();
    if !is_changed && !has_any {
        return None;
    }
    ui.add_space(space::S);
    row(ui, |ui| {
        if is_changed {
            if ui.add(Button::primary(&save).key(&key)).clicked() || saves_by_key {
                return Some(Pressed::Save);
            }
            let escape = words.get("key-escape");
            let leaves = ui.add(Button::secondary(&leave).key(&escape)).clicked();
            if leaves || pressed(ui, Key::Escape) {
                *said = Said::of(session);
            }
            return None;
        }
        let undoes = ui.add(Button::secondary(&undo)).clicked();
        undoes.then_some(Pressed::Undo)
    })
    .inner
}

/// A session that was done without Supple, as far as it is told.
#[derive(Debug, Default)]
pub(super) struct Telling {
    is_open: bool,
    routine: usize,
    day: Option<Date>,
}

impl Telling {
    /// Opens it, or closes it, with the routine at this place to begin with.
    pub(super) fn open(&mut self, today: Date, routine: usize) {
        self.is_open = !self.is_open;
        self.day = Some(today);
        self.routine = routine;
    }

    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        words: &Words,
        routines: &[Arc<Routine>],
        today: Date,
    ) -> Option<Action> {
        /// So many days back a session can be told of.
        const DAYS: i64 = 14;
        if !self.is_open {
            return None;
        }
        let chosen = self.routine.min(routines.len().saturating_sub(1));
        let action = card(ui, |ui| {
            section(ui, &words.get("tell-title"));
            small(ui, &words.get("tell-apart"));
            let routine = routines.get(chosen)?;
            let titles: Vec<(usize, String)> = routines
                .iter()
                .enumerate()
                .map(|(at, it)| (at, it.title.clone()))
                .collect();
            body(ui, &words.get("tell-routine"));
            let (before, after) = (
                words.get("tell-routine-before"),
                words.get("tell-routine-after"),
            );
            part(ui, "routine", |ui| {
                if let Some(at) = one_by_one(ui, [&before, &after], chosen, &titles) {
                    self.routine = at;
                }
            });
            body(ui, &words.get("tell-day"));
            let days = (0..DAYS)
                .rev()
                .map(|back| today.saturating_sub(back.days()));
            let days: Vec<(Date, String)> = days
                .map(|day| (day, crate::report::summary::date(words, day)))
                .collect();
            let day = self.day.unwrap_or(today);
            let (earlier, later) = (words.get("tell-day-before"), words.get("tell-day-after"));
            part(ui, "day", |ui| {
                if let Some(day) = one_by_one(ui, [&earlier, &later], day, &days) {
                    self.day = Some(day);
                }
            });
            ui.add_space(space::XS);
            let (add, leave) = (words.get("tell-add"), words.get("correct-leave"));
            row(ui, |ui| {
                if ui.add(Button::primary(&add)).clicked() {
                    self.is_open = false;
                    return Some(HistoryAction::Tell(routine.id.clone(), day));
                }
                if ui.add(Button::secondary(&leave)).clicked() || pressed(ui, Key::Escape) {
                    self.is_open = false;
                }
                None
            })
            .inner
        })
        .inner;
        ui.add_space(space::S);
        action.map(Action::History)
    }
}
