//! One way to begin a session, for the window and for the terminal: anew, where another was cut off,
//! or as a rehearsal; each with its sound, its record and its clock.

use std::borrow::Cow;
use std::io;
use std::sync::Arc;

use crate::clock::{REHEARSAL_SPEED, SystemClock};
use crate::history::{Id, Log, Recorder, TakenUp, Unrecorded};
use crate::message::Message;
use crate::plan::Plan;
use crate::routine::Routine;
use crate::runner::{Record, Runner, Shell, Sound, Written};
use crate::session::{Command, Event, EventKind, Session, TOLERANCE};
use crate::sound::{Silent, Speaker};
use crate::undisturbed::{Undisturbed, Wanted};
use crate::voice::{Guidance, Reader, Speech};

/// How a session begins.
#[derive(Debug)]
pub enum SessionStart {
    Anew {
        /// From 0 to 10, if the person gave one.
        pain_before: Option<u8>,
    },
    /// Where another was cut off, which this copy of the program has taken up.
    Continued(Box<TakenUp>),
    /// Sixty times as fast, without a sound and never recorded.
    Rehearsal,
    /// As long as it takes and with its sound, and never recorded: its author tries it, or somebody who has not
    /// added it yet.
    Trial,
}

impl SessionStart {
    /// The pain before the session, from 0 to 10, if the person gave one.
    pub fn pain_before(&self) -> Option<u8> {
        match self {
            Self::Anew { pain_before } => *pain_before,
            Self::Continued(taken_up) => taken_up.unfinished.pain_before,
            Self::Rehearsal | Self::Trial => None,
        }
    }

    /// What of the routine the session has: one that goes on has what it began with.
    fn part_of(&self, routine: &Arc<Routine>) -> Arc<Routine> {
        if let Self::Continued(taken_up) = self
            && let Cow::Owned(part) = taken_up.unfinished.part_of(routine)
        {
            return Arc::new(part);
        }
        Arc::clone(routine)
    }

    /// Whether it is not to be recorded.
    fn is_unrecorded(&self) -> bool {
        matches!(self, Self::Rehearsal | Self::Trial)
    }

    fn session(&self, routine: &Arc<Routine>) -> Session {
        match self {
            Self::Anew { .. } | Self::Trial => Session::new(Arc::clone(routine)),
            Self::Continued(taken_up) => taken_up.unfinished.session(routine),
            Self::Rehearsal => {
                let tolerance = TOLERANCE * REHEARSAL_SPEED;
                Session::new(Arc::clone(routine)).tolerating(tolerance)
            }
        }
    }

    fn clock(&self) -> SystemClock {
        match self {
            Self::Anew { .. } | Self::Continued(_) | Self::Trial => SystemClock::start(),
            Self::Rehearsal => SystemClock::rehearsal(),
        }
    }

    fn recorder(self, log: &Log, routine: &Arc<Routine>) -> Option<Recorder> {
        match self {
            Self::Anew { pain_before } => Some(Recorder::new(log, routine, pain_before)),
            Self::Continued(taken_up) => Some(Recorder::go_on(log, routine, *taken_up)),
            Self::Rehearsal | Self::Trial => None,
        }
    }
}

/// What a session is connected to. A rehearsal uses nothing of it but `changed`.
pub struct Connections<'a> {
    /// `None` if nothing is to be heard.
    pub speaker: Option<&'a Speaker>,
    pub speech: &'a Speech,
    /// At work on what the session says if it is this routine's from its beginning; any other lets go
    /// of it.
    pub ahead: Option<Reader>,
    /// `None` on a machine without a home folder: then nothing is kept, and the session says so.
    pub log: Option<&'a Log>,
    /// What the session wants of the desktop, until it is over.
    pub wanted: Wanted,
    /// Called after each new snapshot; must return at once.
    pub changed: Box<dyn Fn() + Send>,
}

/// A session under way, and what it is known by.
#[derive(Debug)]
pub struct Guided {
    pub runner: Runner,
    /// The session's own.
    pub clock: SystemClock,
    /// Under which the record knows the session; `None` of one that is not recorded.
    pub recorded: Option<Id>,
    /// From 0 to 10, if the person gave one.
    pub pain_before: Option<u8>,
}

impl Guided {
    /// Begins a session.
    ///
    /// # Errors
    /// If the system has no thread to give.
    pub fn begin(routine: &Arc<Routine>, start: SessionStart, to: Connections) -> io::Result<Self> {
        let rehearses = matches!(start, SessionStart::Rehearsal);
        let is_unrecorded = start.is_unrecorded();
        // What was read ahead is the beginning: another session has no use for the program that reads.
        let ahead = to
            .ahead
            .filter(|_| matches!(start, SessionStart::Anew { .. } | SessionStart::Trial));
        let (clock, pain_before) = (start.clock(), start.pain_before());
        let routine = &start.part_of(routine);
        let session = start.session(routine);
        let sound: Box<dyn Sound> = match to.speaker {
            Some(speaker) if !rehearses => {
                Box::new(Guidance::new(speaker, &session, to.speech, ahead))
            }
            _ => Box::new(Silent),
        };
        let recorder = to.log.and_then(|log| start.recorder(log, routine));
        let id = recorder.as_ref().map(Recorder::session);
        let record: Box<dyn Record> = if let Some(recorder) = recorder {
            Box::new(recorder)
        } else {
            let why = Message::new("guide-unrecorded");
            Box::new(Unrecorded((!is_unrecorded).then_some(why)))
        };
        let wanted = if rehearses {
            Wanted::default()
        } else {
            to.wanted
        };
        let shell = Shell {
            clock: clock.clone(),
            sound,
            record: Box::new(UntilOver {
                record,
                undisturbed: Some(Undisturbed::begin(wanted)),
            }),
            changed: to.changed,
        };
        let runner = Runner::spawn(session, shell)?;
        runner.send(Command::Start);
        Ok(Self {
            runner,
            clock,
            recorded: id,
            pain_before,
        })
    }
}

/// A record of a session that is undisturbed until it is over, or left.
struct UntilOver {
    record: Box<dyn Record>,
    undisturbed: Option<Undisturbed>,
}

impl Record for UntilOver {
    fn tell_when_written(&mut self, written: Written) {
        self.record.tell_when_written(written);
    }

    fn event(&mut self, event: &Event, plan: &Plan) {
        self.record.event(event, plan);
        if let EventKind::Completed | EventKind::Stopped(_) = event.kind {
            self.undisturbed = None;
        }
    }

    fn is_written(&self) -> bool {
        self.record.is_written()
    }

    fn warning(&self) -> Option<Message> {
        self.record.warning()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::TryRecvError;
    use std::time::Duration;

    use super::*;
    use crate::routine::Exercise;
    use crate::session::{Pause, StopReason};

    #[test]
    fn a_session_is_undisturbed_across_a_pause_until_it_is_over_or_left() {
        let routine = Routine::new("test", "Test", vec![Exercise::new("hold", "Hold")]);
        let plan = Plan::of(&routine);
        let begin = || {
            let (undisturbed, over) = Undisturbed::watched();
            let record = UntilOver {
                record: Box::new(Unrecorded(None)),
                undisturbed: Some(undisturbed),
            };
            (record, over)
        };
        let tell = |record: &mut UntilOver, kind| {
            let at = Duration::ZERO;
            record.event(&Event { at, kind }, &plan);
        };
        for end in [EventKind::Completed, EventKind::Stopped(StopReason::Other)] {
            let (mut record, over) = begin();
            tell(&mut record, EventKind::Started);
            tell(&mut record, EventKind::Paused(Pause::Asked));
            assert_eq!(over.try_recv(), Err(TryRecvError::Empty));
            tell(&mut record, end);
            assert_eq!(over.try_recv(), Err(TryRecvError::Disconnected));
        }
        let (record, over) = begin();
        drop(record);
        assert_eq!(over.try_recv(), Err(TryRecvError::Disconnected));
    }
}
