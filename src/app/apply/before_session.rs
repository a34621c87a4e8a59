//! What leads to a session: what is asked before it, and how it begins.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::live::Live;
use crate::app::{App, BeforeSession, Question, Shown};
use crate::background::no_thread;
use crate::day::{Limit, Selection, Why};
use crate::guided::{Connections, Guided, SessionStart};
use crate::history::{TakenUp, WhyNot};
use crate::plan::Plan;
use crate::routine::Routine;
use crate::ui::before_session::BeforeAction;
use crate::ui::{Place, redraw};
use crate::voice::{Reader, Script};

impl App {
    pub(super) fn apply_before_session(&mut self, action: BeforeAction) {
        match action {
            BeforeAction::Begin { routine } => {
                if let Some(routine) = self.routine(&routine) {
                    self.ask_before_session(routine);
                }
            }
            BeforeAction::Try { routine } => {
                if let Some(routine) = self.routine(&routine) {
                    self.ask_before_session(routine);
                    if let Shown::BeforeSession(before) = &mut self.shown {
                        before.is_trial = true;
                    }
                }
            }
            BeforeAction::DoAll => {
                if let Shown::BeforeSession(BeforeSession { whole, .. }) = &self.shown {
                    let whole = Arc::clone(whole);
                    let selection = self.day().whole(&whole);
                    self.ask_before_session_of(whole, selection);
                }
            }
            BeforeAction::Choose { routine, exercises } => {
                self.chosen.insert(routine, exercises);
                self.choose_again();
            }
            BeforeAction::AcceptSafety => self.accept_safety(),
            BeforeAction::Pain(pain) => self.take_pain(pain),
            BeforeAction::StartAnyway => {
                if let Some((routine, pain, _)) = self.in_too_much_pain() {
                    self.begin(&routine, Some(pain));
                }
            }
            BeforeAction::PutOff => self.put_off(),
            BeforeAction::Cancel => self.shown = Shown::Place,
            BeforeAction::AllSigns => self.show_page_of_asked(),
            BeforeAction::Rehearse { routine } => self.rehearse(&routine),
            BeforeAction::GoOn => {
                if let Some((unfinished, ..)) = self.unfinished() {
                    self.store.record.take_up(unfinished.session);
                }
            }
            BeforeAction::LetGo => {
                if let Some((unfinished, ..)) = self.unfinished() {
                    self.store.record.let_go(unfinished.session);
                }
            }
        }
    }

    /// Leads back to the page of the routine that was about to begin.
    fn show_page_of_asked(&mut self) {
        let Shown::BeforeSession(BeforeSession { whole: routine, .. }) = &self.shown else {
            return;
        };
        if let Place::Received(_) = self.place {
            self.shown = Shown::Place;
            return;
        }
        let opened = self.opened_file.entry.as_ref();
        let opened = opened.and_then(|entry| entry.routine.as_ref());
        let page = if opened.is_some_and(|opened| Arc::ptr_eq(opened, routine)) {
            Place::OpenedFile
        } else {
            Place::Routine(routine.id.clone())
        };
        self.go(page);
    }

    /// Asks what is asked before a session that has what of the routine is meant for today.
    pub(in crate::app) fn ask_before_session(&mut self, routine: Arc<Routine>) {
        let selection = self.day().selection(&routine);
        self.ask_before_session_of(routine, selection);
    }

    fn ask_before_session_of(&mut self, whole: Arc<Routine>, selection: Selection) {
        let Selection { routine, left_out } = selection;
        let is_trial = self.is_asked_for_trial();
        let settings = &self.store.settings.now;
        let question = if settings.safety_card_seen {
            Question::Pain(None)
        } else {
            Question::Safety
        };
        let speech = &self.voice.speech;
        let speaks = settings.voice && !speech.programs.is_empty();
        let ahead = speaks.then(|| Script::new(&routine).needs_from(0, &Plan::of(&routine)));
        self.shown = Shown::BeforeSession(BeforeSession {
            routine,
            whole,
            left_out,
            question,
            is_trial,
            // Without a thread now there may be one when the session begins.
            ahead: ahead.and_then(|needs| Reader::start(speech, needs).ok()),
        });
        if let Some(speaker) = self.speaker() {
            speaker.wake();
        }
    }

    /// Whether what is asked comes before a session without a record.
    fn is_asked_for_trial(&self) -> bool {
        matches!(&self.shown, Shown::BeforeSession(before) if before.is_trial)
    }

    /// Gives the session that is about to begin what was chosen now.
    fn choose_again(&mut self) {
        let Shown::BeforeSession(before) = &self.shown else {
            return;
        };
        let (whole, question) = (Arc::clone(&before.whole), before.question);
        let mut left_out = before.left_out.iter();
        let is_part = left_out.any(|left| matches!(left.why, Why::Turn(_)));
        let day = self.day();
        let selection = if is_part {
            day.selection(&whole)
        } else {
            day.whole(&whole)
        };
        self.ask_before_session_of(whole, selection);
        if let Shown::BeforeSession(before) = &mut self.shown {
            before.question = question;
        }
    }

    /// Gives a session that was asked for before the record was read what the record says that it is to have.
    pub(in crate::app) fn choose_by_record(&mut self) {
        let Shown::BeforeSession(before) = &self.shown else {
            return;
        };
        let (whole, question) = (Arc::clone(&before.whole), before.question);
        self.ask_before_session(whole);
        if let Shown::BeforeSession(before) = &mut self.shown {
            before.question = question;
        }
    }

    fn accept_safety(&mut self) {
        self.store.settings.now.safety_card_seen = true;
        if let Shown::BeforeSession(before) = &mut self.shown {
            before.question = Question::Pain(None);
        }
    }

    /// Begins, unless the pain is above the limit: then the person is warned first.
    fn take_pain(&mut self, pain: Option<u8>) {
        let Shown::BeforeSession(before) = &mut self.shown else {
            return;
        };
        let routine = Arc::clone(&before.routine);
        let above =
            pain.and_then(|pain| Some((pain, Limit::below(pain, routine.safety.pain_limit)?)));
        match above {
            Some((pain, limit)) => before.question = Question::TooMuch(pain, limit),
            None => self.begin(&routine, pain),
        }
    }

    /// The routine of the session that is about to begin, and the pain before it, where that is above
    /// the limit.
    fn in_too_much_pain(&self) -> Option<(Arc<Routine>, u8, Limit)> {
        match &self.shown {
            Shown::BeforeSession(BeforeSession {
                routine,
                question: Question::TooMuch(pain, limit),
                ..
            }) => Some((Arc::clone(routine), *pain, *limit)),
            _ => None,
        }
    }

    fn begin(&mut self, routine: &Arc<Routine>, pain_before: Option<u8>) {
        let folder = self.folder_of(&routine.id);
        let start = if self.is_asked_for_trial() {
            SessionStart::Trial
        } else {
            SessionStart::Anew { pain_before }
        };
        self.guide(routine, start, folder);
    }

    /// Goes on with the session that was cut off, once it has been taken up.
    pub(in crate::app) fn go_on(&mut self, taken_up: Box<TakenUp>) {
        if let Some((routine, folder)) = self.routine_to_go_on_with(&taken_up.unfinished) {
            self.guide(&routine, SessionStart::Continued(taken_up), folder);
        }
    }

    fn rehearse(&mut self, id: &str) {
        if let Some(routine) = self.routine(id) {
            let routine = self.day().selection(&routine).routine;
            self.guide(&routine, SessionStart::Rehearsal, self.folder_of(id));
        }
    }

    /// Leaves the session that was about to begin for another day, since the pain is above the
    /// limit.
    fn put_off(&mut self) {
        if let Some((routine, pain, limit)) = self.in_too_much_pain()
            && let Some(log) = self.store.record.log()
            && !self.is_asked_for_trial()
        {
            let limit = limit.pain();
            log.not_begun(&routine, Some(pain), WhyNot::PainAboveLimit { limit });
            self.store.record.read();
        }
        self.shown = Shown::Place;
    }

    /// Of the routine's file.
    pub(in crate::app) fn folder_of(&self, routine: &str) -> Option<PathBuf> {
        self.find(routine)?.folder().map(Path::to_owned)
    }

    /// Begins a session of a routine whose file lies in `folder`, and shows it, or says why there is
    /// none.
    pub(super) fn guide(
        &mut self,
        routine: &Arc<Routine>,
        start: SessionStart,
        folder: Option<PathBuf>,
    ) {
        self.speaker();
        let ahead = match &mut self.shown {
            Shown::BeforeSession(before) => before.ahead.take(),
            _ => None,
        };
        let ctx = self.ctx.clone();
        let to = Connections {
            speaker: self.speaker.as_ref(),
            speech: &self.voice.speech,
            ahead,
            log: self.store.record.log(),
            wanted: self.store.settings.now.wanted(&self.words),
            changed: Box::new(move || redraw(&ctx)),
        };
        let is_trial = matches!(start, SessionStart::Trial);
        match Guided::begin(routine, start, to) {
            Ok(guided) => {
                let speaks = !self.voice.speech.programs.is_empty();
                let mut live = Live::new(guided, speaks, folder);
                live.is_trial = is_trial;
                self.shown = Shown::Session(live);
            }
            Err(error) => {
                self.complain(no_thread(&error));
                self.go(Place::Today);
            }
        }
    }
}
