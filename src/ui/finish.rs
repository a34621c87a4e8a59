//! After a session: what was held, and what the person may want to note. Nothing is demanded.

#[cfg(test)]
mod tests;

use eframe::egui::{Key, Modifiers, TextEdit, Ui, vec2};

use super::column::{column, foot, page};
use super::hurts::signs;
use super::theme::{Type, palette, radius, space};
use super::widgets::{
    Button, NumberPad, body, card, choice, command_key, focus_ring, muted, notice, part, pressed,
    row, section, small, strong, title,
};
use super::{Action, done_line};
use crate::afterwards::{self, Question, Said};
use crate::facts;
use crate::history::{Last, WhyLeftOut};
use crate::progress;
use crate::report;
use crate::routine::{Dose, LONGEST_NAME};
use crate::runner::Snapshot;
use crate::words::{Message, Words};

/// The most that a note holds, in characters.
const LONGEST_NOTE: usize = 4000;

/// In a lower window, in points, the questions come before what was held.
const LOW: f32 = 560.0;

/// The screen with what the person has answered so far.
#[derive(Debug, Default)]
pub struct Finish {
    pain_after: Option<u8>,
    note: String,
    /// Why something was left out.
    left_out: Option<WhyLeftOut>,
    /// What is asked of the exercises, with what stands there.
    asked: Vec<(Question, String)>,
    /// Whether an answer was to be saved that can't be kept.
    is_refused: bool,
    /// The answer that the keyboard is led to for it.
    lead_to: Option<usize>,
}

/// What the person answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// From 0 to 10.
    pub pain_after: Option<u8>,
    pub note: Option<String>,
    /// Why something was left out.
    pub left_out: Option<WhyLeftOut>,
    /// What was done of the exercises, where that is another than what is known.
    pub said: Said,
}

/// What the session itself does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    /// What the person answered before it, from 0 to 10.
    pub pain_before: Option<u8>,
    pub kept: Kept,
}

/// What is kept of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It is in the record.
    Recorded,
    /// Nothing, as of every rehearsal.
    Rehearsed,
    /// Nothing: somebody tried what they were sent. They are told all the same what pain afterwards means.
    Tried,
}

impl Finish {
    /// Of a session that is over; what its exercises were done with `last` is taken to be so again as long
    /// as the same is prescribed.
    pub fn of(words: &Words, snapshot: &Snapshot, last: &Last) -> Self {
        let asked = afterwards::questions(words, snapshot, last).into_iter();
        let asked = asked.map(|question| {
            let text = question.proposed.clone();
            (question, text)
        });
        Self {
            asked: asked.collect(),
            ..Self::default()
        }
    }

    /// Draws the end of the session and returns what the person answered.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        words: &Words,
        snapshot: &Snapshot,
        about: About,
    ) -> Option<Action> {
        // Taken before the note breaks its line.
        let is_recorded = about.kept == Kept::Recorded;
        let save =
            is_recorded && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let ended = report::ended(snapshot.state, &snapshot.routine, &snapshot.tally());
        let ended = words.message(&ended);
        page(ui, "finish", |ui| {
            let low = ui.available_height() < LOW;
            column(ui, |ui| {
                title(ui, &ended);
                if !low {
                    muted(ui, &snapshot.routine.title);
                }
                ui.add_space(space::S);
                if !low {
                    what_was_held(ui, words, snapshot);
                }
                match about.kept {
                    Kept::Recorded => self.questions(ui, words, snapshot, about),
                    Kept::Rehearsed => _ = small(ui, &words.get("finish-rehearsed")),
                    Kept::Tried => {
                        small(ui, &words.get("finish-tried"));
                        ui.add_space(space::S);
                        part(ui, "pain", |ui| self.pain(ui, words, snapshot, about));
                    }
                }
                if low {
                    ui.add_space(space::S);
                    what_was_held(ui, words, snapshot);
                }
            });
            foot(ui, |ui| {
                if is_recorded {
                    self.answer(ui, words, save)
                } else {
                    close(ui, words)
                }
            })
        })
    }

    fn questions(&mut self, ui: &mut Ui, words: &Words, snapshot: &Snapshot, about: About) {
        if let Some(warning) = &snapshot.record_warning {
            notice(ui, &words.message(warning));
        }
        ui.add_space(space::S);
        part(ui, "pain", |ui| self.pain(ui, words, snapshot, about));
        ui.add_space(space::S);
        for (about, id) in [
            (afterwards::About::Load, "finish-loads"),
            (afterwards::About::Reps, "finish-reps"),
        ] {
            if self.asked.iter().any(|(asked, _)| asked.about == about) {
                part(ui, id, |ui| self.ask(ui, words, about, id));
                ui.add_space(space::S);
            }
        }
        if afterwards::asks_why(snapshot) {
            part(ui, "why", |ui| self.why(ui, words));
            ui.add_space(space::S);
        }
        part(ui, "note", |ui| self.note(ui, words));
    }

    /// What was done of each exercise that there is a question about.
    fn ask(&mut self, ui: &mut Ui, words: &Words, about: afterwards::About, heading: &'static str) {
        section(ui, &words.get(heading));
        let name = match about {
            afterwards::About::Load => "finish-load-name",
            afterwards::About::Reps => "finish-reps-name",
        };
        let of_it = self.asked.iter_mut().enumerate();
        for (index, (question, text)) in of_it.filter(|(_, (asked, _))| asked.about == about) {
            let prescribed = question.prescribed.as_str();
            let told = Message::new("finish-load-prescribed").with("load", prescribed);
            body(ui, &question.name);
            let edit = TextEdit::singleline(text)
                .char_limit(LONGEST_NAME)
                .desired_width(f32::INFINITY)
                .margin(vec2(12.0, 10.0));
            let name = Message::new(name).with("exercise", question.name.as_str());
            let response = ui.add(edit).accessible_name(words.message(&name));
            focus_ring(ui, &response, radius::ROW);
            if self.lead_to.take_if(|led_to| *led_to == index).is_some() {
                response.request_focus();
                response.scroll_to_me(None);
            }
            // Not while it is being written: "12," is the beginning of "12, 11".
            let is_written = self.is_refused || !response.has_focus();
            if let Err(meant) = Said::default().take(question, text)
                && is_written
            {
                notice(ui, &words.message(&meant));
            }
            if text.trim() != prescribed {
                small(ui, &words.message(&told));
            }
        }
    }

    fn pain(&mut self, ui: &mut Ui, words: &Words, snapshot: &Snapshot, about: About) {
        section(ui, &words.get("finish-pain"));
        if let Some(before) = about.pain_before {
            let before = Message::new("finish-pain-before").with("pain", before);
            muted(ui, &words.message(&before));
        }
        let pad = NumberPad {
            name: &words.get("finish-pain-name"),
            chosen: self.pain_after,
        };
        let safety = &snapshot.routine.safety;
        let warning = |pain| {
            let warning = report::pain_warning(about.pain_before, pain, safety)?;
            Some(words.get(warning))
        };
        self.pain_after = pad.show(ui, words, warning);
        small(ui, &words.get("pain-scale"));
        if warning(self.pain_after).is_none() {
            return;
        }
        let advice = facts::ask_first("finish-pain-advice", &snapshot.routine);
        body(ui, &words.message(&advice));
        signs(ui, words, &snapshot.routine);
    }

    /// Why something was left out, each reason with the key of its letter.
    fn why(&mut self, ui: &mut Ui, words: &Words) {
        const KEYS: [(Key, &str); 5] = [
            (Key::A, "A"),
            (Key::B, "B"),
            (Key::C, "C"),
            (Key::D, "D"),
            (Key::E, "E"),
        ];
        section(ui, &words.get("finish-why"));
        let reasons = WhyLeftOut::ALL.into_iter().zip(KEYS);
        let options = reasons.clone().map(|(why, (_, letter))| {
            let option = Message::new("finish-why-key").with("key", letter);
            let option = option.with("why", afterwards::why(why));
            (Some(why), words.message(&option))
        });
        let options: Vec<_> = options.collect();
        let by_key = reasons.filter(|(_, (key, _))| pressed(ui, *key));
        let by_key = by_key.map(|(why, _)| Some(why)).next_back();
        let name = words.get("finish-why");
        // The same again takes it back.
        if let Some(why) = choice(ui, &name, self.left_out, &options).or(by_key) {
            self.left_out = why.filter(|_| why != self.left_out);
        }
    }

    fn note(&mut self, ui: &mut Ui, words: &Words) {
        section(ui, &words.get("finish-note"));
        let name = words.get("finish-note-hint");
        let edit = TextEdit::multiline(&mut self.note)
            .hint_text(Type::Body.text(&name, palette(ui).muted))
            .char_limit(LONGEST_NOTE)
            .desired_rows(3)
            .desired_width(f32::INFINITY)
            .margin(vec2(12.0, 10.0));
        let response = ui.add(edit).accessible_name(&name);
        focus_ring(ui, &response, radius::ROW);
    }

    /// What the person has answered so far, as it is saved.
    pub fn answers(&self) -> Answers {
        let note = self.note.trim();
        let mut said = Said::default();
        for (question, text) in &self.asked {
            // What can't be kept is told below its field, and is not saved before it is mended.
            let _ = said.take(question, text);
        }
        Answers {
            pain_after: self.pain_after,
            note: (!note.is_empty()).then(|| note.to_owned()),
            left_out: self.left_out,
            said,
        }
    }

    /// The first answer that can't be kept.
    fn unkept(&self) -> Option<usize> {
        let is_unkept = |(question, text): &(Question, String)| {
            let taken = Said::default().take(question, text);
            taken.is_err()
        };
        self.asked.iter().position(is_unkept)
    }

    fn answer(&mut self, ui: &mut Ui, words: &Words, save_now: bool) -> Option<Action> {
        let (reported, unkept) = (self.answers(), self.unkept());
        // What was reported is not thrown away by a key.
        let nothing_told = reported == Answers::default() && unkept.is_none();
        let save = words.get("finish-save");
        let skip = words.get(if nothing_told {
            "finish-leave"
        } else {
            "finish-forget"
        });
        // In the note, Enter breaks the line, and Escape leaves it.
        let is_writing = ui.ctx().text_edit_focused();
        let (mut enter, escape) = (words.get("key-enter"), words.get("key-escape"));
        if is_writing {
            enter = format!("{} {enter}", command_key(words));
        }
        row(ui, |ui| {
            let button = Button::primary(&save).key(&enter);
            if ui.add(button).clicked() || save_now || pressed(ui, Key::Enter) {
                self.lead_to = unkept;
                self.is_refused = unkept.is_some();
                return unkept.is_none().then_some(Action::Answered(reported));
            }
            let button = Button::secondary(&skip);
            let button = if nothing_told && !is_writing {
                button.key(&escape)
            } else {
                button
            };
            let skipped = ui.add(button).clicked() || nothing_told && pressed(ui, Key::Escape);
            skipped.then(nothing)
        })
        .inner
    }
}

fn nothing() -> Action {
    Action::Answered(Answers::default())
}

fn close(ui: &mut Ui, words: &Words) -> Option<Action> {
    let text = words.get("finish-close");
    let clicked = ui
        .add(Button::primary(&text).key(&words.get("key-enter")))
        .clicked();
    (clicked || pressed(ui, Key::Enter) || pressed(ui, Key::Escape)).then(nothing)
}

fn what_was_held(ui: &mut Ui, words: &Words, snapshot: &Snapshot) {
    strong(ui, &report::held(words, &snapshot.tally(), "finish-rounds"));
    card(ui, |ui| {
        for (exercise, tally) in &progress::by_exercise(snapshot.dose()) {
            let Some(exercise) = snapshot.routine.exercises.get(*exercise) else {
                continue;
            };
            let id = match exercise.dose {
                Dose::Hold { .. } => "finish-holds",
                Dose::Paced { .. } | Dose::Timed { .. } | Dose::Open => "finish-rounds",
            };
            done_line::show(ui, words, &exercise.name, tally, id);
        }
    });
}
