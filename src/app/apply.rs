//! What a person asked for is carried out here: each feature's part in a file of its own.

mod before_session;
mod editor;
mod hand_out;
mod history;
mod library;
mod receive;
mod report;
mod session;
mod settings;

use super::{App, ChosenFor, Shown};
use crate::background::no_thread;
use crate::sound::Speaker;
use crate::ui::{Action, Outside, Place, redraw};

impl App {
    pub(super) fn apply(&mut self, action: Action) {
        match action {
            Action::Both(both) => both.into_iter().for_each(|action| self.apply(action)),
            Action::Go(place) => self.go(place),
            Action::Before(action) => self.apply_before_session(action),
            Action::Session(command) => self.send(command),
            Action::Player(action) => self.apply_player(action),
            Action::Answered(reported) => {
                self.note_answers(reported);
                if matches!(&self.shown, Shown::Done(done) if done.is_trial) {
                    // Back to the file that was tried; what has come meanwhile waits for it.
                    self.shown = Shown::Place;
                    redraw(&self.ctx);
                } else {
                    self.go(Place::Today);
                }
            }
            Action::Library(action) => self.apply_library(action),
            Action::Receive(action) => self.apply_receive(action),
            Action::Pick(action) => self.apply_pick(action),
            Action::Open(action) => self.apply_open(action),
            Action::Editor(action) => self.apply_editor(action),
            Action::HandOut(action) => self.apply_hand_out(action),
            Action::History(action) => self.apply_history(action),
            Action::Report(action) => self.apply_report(action),
            Action::Export(action) => self.apply_export(action),
            Action::Settings(action) => self.apply_settings(action),
            Action::Reminders(action) => self.apply_reminders(&action),
            Action::ShowKeys => self.shows_keys = true,
            Action::ChooseRoutineFile => self.choose_file(ChosenFor::Routine),
            Action::Outside(Outside::Link(address)) => self.outside.open(address),
            Action::Outside(Outside::Folder(folder)) => self.outside.show(folder),
            Action::Outside(Outside::File(file)) => self.outside.show_file(file),
            Action::Outside(Outside::Copy(text)) => self.ctx.copy_text(text),
        }
    }

    pub(super) fn go(&mut self, place: Place) {
        if matches!(place, Place::Today | Place::History) {
            // Another copy of the program may have written to the record.
            self.store.record.read();
        }
        if place == Place::Settings {
            self.voice.look_again(&self.store.settings.now);
            if let Some(speaker) = self.speaker() {
                speaker.look_for_devices();
            }
        }
        if place == Place::Reminders {
            // Another copy of the program may have done a session.
            self.store.record.read();
            self.reminders.look_again();
        }
        self.outside.forget();
        self.store.record.forget_looks();
        self.store.record.is_gone_on_elsewhere = false;
        self.place = place;
        self.shown = Shown::Place;
    }

    /// The speaker, made when it is first needed. Without it sessions are silent, and a
    /// warning says why.
    fn speaker(&mut self) -> Option<&Speaker> {
        if self.speaker.is_none() {
            let ctx = self.ctx.clone();
            let output = self.store.settings.now.output();
            match Speaker::telling(&output, move || redraw(&ctx)) {
                Ok(speaker) => self.speaker = Some(speaker),
                Err(error) => self.complain(no_thread(&error)),
            }
        }
        self.speaker.as_ref()
    }
}
