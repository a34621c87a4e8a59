//! A session under way in the window.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{Context, Ui};

use crate::clock::{Clock as _, REHEARSAL_SPEED, SystemClock};
use crate::history::{Id, Log, Recorder, TakenUp, Unrecorded};
use crate::routine::Routine;
use crate::runner::{Record, Runner, Shell, Snapshot, Sound};
use crate::session::{self, Command, Pause, Session, State};
use crate::settings::Settings;
use crate::sound::{Silent, Speaker};
use crate::ui::album::{Album, Pictures};
use crate::ui::finish::{About, Finish};
use crate::ui::{Action, player, redraw};
use crate::voice::{Guidance, Reader, Speech};
use crate::words::{Message, Words};

/// A session with its screen.
pub(super) struct Live {
    runner: Runner,
    /// The session's own.
    clock: SystemClock,
    player: player::Player,
    /// Whether there is a program to speak with.
    speaks: bool,
    /// Under which the record knows the session; `None` of one that is not recorded.
    recorded: Option<Id>,
    /// 0 to 10, if it was told.
    pain_before: Option<u8>,
    /// Of the routine's file.
    folder: Option<PathBuf>,
}

/// A session that is over, with the screen of its end.
pub(super) struct Done {
    snapshot: Snapshot,
    finish: Finish,
    pub(super) recorded: Option<Id>,
    pain_before: Option<u8>,
}

impl Done {
    pub(super) fn show(&mut self, ui: &mut Ui, words: &Words) -> Option<Action> {
        let about = About {
            pain_before: self.pain_before,
            recorded: self.recorded.is_some(),
        };
        self.finish.show(ui, words, &self.snapshot, about)
    }

    /// What the person has told so far.
    pub(super) fn told(&self) -> Action {
        self.finish.told()
    }
}

/// What a session is connected to.
pub(super) struct Connections<'a> {
    pub(super) ctx: &'a Context,
    pub(super) speaker: Option<&'a Speaker>,
    pub(super) speech: &'a Speech,
    /// At work on what the session will say, if it is this routine's from its beginning.
    pub(super) ahead: Option<Reader>,
    pub(super) log: Option<&'a Log>,
    /// What there is to say about a session without a log.
    pub(super) unrecorded: Option<Message>,
    /// Of the routine's file, for the pictures beside it.
    pub(super) folder: Option<PathBuf>,
}

impl Live {
    /// Begins a session.
    ///
    /// # Errors
    /// If the system has no thread to give.
    pub(super) fn begin(
        routine: &Arc<Routine>,
        pain_before: Option<u8>,
        to: Connections,
    ) -> std::io::Result<Self> {
        let session = Session::new(Arc::clone(routine));
        let recorder = to.log.map(|log| Recorder::new(log, routine, pain_before));
        Self::spawn(session, SystemClock::start(), recorder, pain_before, to)
    }

    /// Goes on with a session that was cut off.
    ///
    /// # Errors
    /// If the system has no thread to give.
    pub(super) fn go_on(
        routine: &Arc<Routine>,
        taken_up: TakenUp,
        to: Connections,
    ) -> std::io::Result<Self> {
        let session = taken_up.unfinished.session(routine);
        let pain_before = taken_up.unfinished.pain_before;
        let recorder = to.log.map(|log| Recorder::go_on(log, routine, taken_up));
        Self::spawn(session, SystemClock::start(), recorder, pain_before, to)
    }

    /// Runs through a routine in no time, without a sound and unrecorded.
    ///
    /// # Errors
    /// If the system has no thread to give.
    pub(super) fn rehearse(
        routine: &Arc<Routine>,
        folder: Option<PathBuf>,
        ctx: &Context,
    ) -> std::io::Result<Self> {
        let tolerance = session::TOLERANCE * REHEARSAL_SPEED;
        let session = Session::new(Arc::clone(routine)).tolerating(tolerance);
        let to = Connections {
            ctx,
            speaker: None,
            speech: &Speech::default(),
            ahead: None,
            log: None,
            unrecorded: None,
            folder,
        };
        Self::spawn(session, SystemClock::rehearsal(), None, None, to)
    }

    fn spawn(
        session: Session,
        clock: SystemClock,
        recorder: Option<Recorder>,
        pain_before: Option<u8>,
        to: Connections,
    ) -> std::io::Result<Self> {
        let session_id = recorder.as_ref().map(Recorder::session);
        let record: Box<dyn Record> = match recorder {
            Some(recorder) => Box::new(recorder),
            None => Box::new(Unrecorded(to.unrecorded)),
        };
        let sound: Box<dyn Sound> = match to.speaker {
            Some(speaker) => {
                let routine = session.routine();
                Box::new(Guidance::new(speaker, routine, to.speech, to.ahead))
            }
            None => Box::new(Silent),
        };
        let ctx = to.ctx.clone();
        let shell = Shell {
            clock: clock.clone(),
            sound,
            record,
            changed: Box::new(move || redraw(&ctx)),
        };
        let runner = Runner::spawn(session, shell)?;
        runner.send(Command::Start);
        Ok(Self {
            runner,
            clock,
            player: player::Player::default(),
            speaks: to.speech.program.is_some(),
            recorded: session_id,
            pain_before,
            folder: to.folder,
        })
    }

    /// The end of this session, which is over in `snapshot`.
    pub(super) fn done(&self, snapshot: Snapshot) -> Done {
        Done {
            snapshot,
            finish: Finish::default(),
            recorded: self.recorded,
            pain_before: self.pain_before,
        }
    }

    /// Has the person asked whether to end the session; `false` if there is nothing to ask.
    pub(super) fn ask_to_end(&mut self) -> bool {
        let state = self.snapshot().state;
        if self.recorded.is_none() || !self.player.ask_to_end(state) {
            return false;
        }
        if state == State::Running {
            self.send(Command::Pause);
        }
        true
    }

    pub(super) fn is_asking(&self) -> bool {
        self.player.is_asking()
    }

    /// Whether something is asked or told that a small window has no room for.
    pub(super) fn needs_room(&self) -> bool {
        self.is_asking() || self.snapshot().state == State::Paused(Pause::Hurts)
    }

    pub(super) fn snapshot(&self) -> Snapshot {
        self.runner.snapshot()
    }

    pub(super) fn send(&self, command: Command) {
        self.runner.send(command);
    }

    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        words: &Words,
        settings: &Settings,
        album: &Album,
        form: player::Form,
    ) -> Option<Action> {
        let look = player::Look {
            sound: player::Sound {
                on: !settings.muted,
                percent: settings.volume_percent,
                voice: self.speaks.then_some(settings.voice),
                alone: settings.without_looking,
            },
            motion: player::Motion {
                now: self.clock.now().monotonic,
                reduced: settings.reduced_motion,
            },
            form,
            pictures: Pictures::of(album, self.folder.as_deref()),
        };
        self.player.show(ui, words, &self.runner.snapshot(), look)
    }
}
