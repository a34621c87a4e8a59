//! How the window closes: who is asked first, and what is handed in at the end.

use std::mem;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use eframe::egui::{RawInput, ViewportCommand};

use super::window::Content as _;
use super::{App, Shown};
use crate::session::{Command, Pause, State, StopReason};
use crate::words::Message;

/// How far the window is on its way to the end.
#[derive(Default)]
pub(super) struct Closing {
    /// It was asked to close in the middle of a session, and the person is being asked.
    pub(super) is_asking: bool,
    /// The system wants the program to end, and nobody is to be asked.
    pub(super) is_ending: Arc<AtomicBool>,
    /// Whether the window was asked to close and was not drawn since.
    pub(super) is_undrawn: bool,
    is_closed: bool,
    /// What the person has not seen, once the window has closed: see [`App::close`].
    untold: Vec<Message>,
}

impl App {
    /// Has the person asked before the window closes in the middle of a session. What hurts is not
    /// asked about: to leave then is to stop because of it. What the end of the program cuts off
    /// can be gone on with.
    pub(super) fn guard_session(&mut self) {
        let is_ending = self.closing.is_ending.load(Ordering::Relaxed);
        if is_ending {
            self.ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        let is_closing = self.ctx.input(|input| input.viewport().close_requested());
        if !is_ending && !is_closing {
            return;
        }
        // What stands in a field is chosen by leaving it.
        self.leave_control();
        self.closing.is_undrawn = true;
        if !is_ending && self.ask_to_close_editor() {
            self.ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            return;
        }
        let Shown::Session(live) = &mut self.shown else {
            return;
        };
        if live.snapshot().state == State::Paused(Pause::Hurts) {
            live.send(Command::Stop(StopReason::Pain));
        } else if !is_ending && live.ask_to_end() {
            self.closing.is_asking = true;
            self.ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.ctx
                .send_viewport_cmd(ViewportCommand::Minimized(false));
            self.ctx.send_viewport_cmd(ViewportCommand::Focus);
        }
    }

    /// Notes whether the person, who was asked, keeps the window open after all.
    pub(super) fn note_kept_open(&mut self) {
        self.closing.is_asking &= matches!(&self.shown, Shown::Session(live) if live.is_asking());
    }

    /// Hands in all that is to be kept, once, and returns what became of lines that the record could
    /// not take, and of files that could not be written. Called when the window is gone or about to be.
    pub(super) fn close(&mut self) -> Vec<Message> {
        if !mem::replace(&mut self.closing.is_closed, true) {
            self.draw_unseen();
            let unrecorded = self.hand_in();
            self.store.finish_writing();
            let unwritten = self.untold_of_files();
            self.closing.untold = unrecorded.into_iter().chain(unwritten).collect();
        }
        self.closing.untold.clone()
    }

    /// What is wrong with what was being written when the window closed.
    fn untold_of_files(&mut self) -> Vec<Message> {
        let mut untold = self.complaints_of_files(None);
        untold.extend(self.backing_up.untold());
        self.store.take_news();
        let moved = self.store.record.take_moved();
        untold.extend(moved.and_then(Result::err));
        untold
    }

    /// Draws once more where nothing was drawn since the window was asked to close, as nothing is while it is minimised: a
    /// field is left in its drawing.
    fn draw_unseen(&mut self) {
        if self.closing.is_undrawn {
            let ctx = self.ctx.clone();
            let drawn = ctx.run_ui(RawInput::default(), |ui| self.draw(ui));
            drawn.drop_without_applying_deltas();
        }
    }

    fn hand_in(&mut self) -> Option<Message> {
        if let Some(size) = self.placement.usual_size() {
            self.store.settings.now.window_size = Some(size);
        }
        self.store.settings.save_at_last();
        self.store.editor.keep_now();
        // Only a button throws away what was reported about a session.
        if let Shown::Done(done) = &self.shown {
            self.note_answers(done.answers());
        }
        // Nor what was typed about one later.
        let record = &self.store.record;
        let corrections = self.drafts.corrections.unsaved(|id| record.session(id));
        for (session, correction) in corrections {
            if let Some(log) = record.log() {
                log.correct(session, correction);
            }
        }
        // A session under way hands in the last of its record when it goes.
        self.shown = Shown::Place;
        self.voice.end_trials();
        self.store.record.save_in_fallback()
    }
}
