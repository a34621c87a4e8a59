//! The session under way, and what is reported after it.

use eframe::egui::ViewportCommand;

use crate::afterwards::Said;
use crate::app::{App, Shown};
use crate::history::Note;
use crate::session::{Command, StopReason};
use crate::ui::finish::Answers;
use crate::ui::player::PlayerAction;

impl App {
    pub(super) fn apply_player(&mut self, action: PlayerAction) {
        match action {
            PlayerAction::Window(form) => self.placement.chosen = form,
            PlayerAction::End(reason) => self.end(reason),
        }
    }

    pub(super) fn send(&mut self, command: Command) {
        if let Shown::Session(live) = &self.shown {
            live.send(command);
        }
    }

    fn end(&mut self, reason: StopReason) {
        self.send(Command::Stop(reason));
        if self.closing.is_asking {
            // Letting go of the session hands in all of its record.
            self.shown = Shown::Place;
            self.ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    /// Hands in what the person answered about the session that is over.
    pub(in crate::app) fn note_answers(&self, reported: Answers) {
        let Answers {
            pain_after,
            note,
            left_out,
            said,
        } = reported;
        if let Shown::Done(done) = &self.shown
            && let Some(session) = done.recorded
            && let Some(log) = self.store.record.log()
        {
            if let Some(why) = left_out {
                log.left_out(session, why);
            }
            if pain_after.is_none() && note.is_none() && said == Said::default() {
                return;
            }
            let reported = Note {
                pain_before: None,
                pain_after,
                note,
                loads: said.loads,
                reps: said.reps,
            };
            log.note(session, reported);
        }
    }
}
