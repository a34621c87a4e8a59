//! Guides a routine in the terminal, with sound, and records it like the app.

mod keys;
mod teller;

use std::ffi::OsStr;
use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};

use self::keys::{Ask, Keys};
use self::teller::Teller;
use super::routine::routine;
use super::{Context, Failure};
use crate::clock::{self, REHEARSAL_SPEED, SystemClock};
use crate::history::{Log, Recorder, Unfinished, Unrecorded};
use crate::plan::{Plan, StepKind};
use crate::routine::Routine;
use crate::runner::{Record, Runner, Shell, Snapshot, Sound};
use crate::session::{Command, Pause, Session, State, StopReason, TOLERANCE};
use crate::sound::{Output, Silent, Speaker};
use crate::words::Message;

/// What the guide wakes for.
enum Happening {
    /// There is a new snapshot.
    Changed,
    Asked(Ask),
}

pub(super) fn run(context: &Context, name: &OsStr, rehearse: bool) -> Result<(), Failure> {
    let routine = routine(context, name)?;
    let log = if rehearse { None } else { open_log(context)? };
    let (happenings, inbox) = mpsc::channel();
    let keys = Keys::listen(&happenings);
    let mut teller = Teller::new(&context.words, io::stdout().is_terminal());

    teller.notes(&context.settings_notes)?;
    teller.introduce(&routine, rehearse, keys.are_there())?;
    let mut beginning = Beginning::Anew;
    if keys.are_there() && !rehearse {
        let unfinished = log.as_ref().and_then(|log| cut_off(log, &routine));
        teller.ask_to_start(unfinished.as_ref())?;
        match wait_for_start(&inbox, unfinished) {
            Some(chosen) => beginning = chosen,
            None => return Ok(()),
        }
    }
    let performance = Performance {
        routine,
        rehearse,
        speaker: (!rehearse).then(|| speaker(context)).transpose()?,
        log,
        beginning,
    };
    let runner = performance.start(happenings)?;
    let told = follow(&runner, &inbox, &mut teller, keys.are_there());
    let last = runner.snapshot();
    // The record is complete once the runner has let go of it.
    drop(runner);
    let told = told.and_then(|()| teller.conclude(&last, rehearse));
    drop(keys);
    if let Some(speaker) = performance.speaker {
        speaker.ring_out();
    }
    // Last, since a disk that another program keeps can take seconds.
    let recorded = performance.log.map_or(Ok(()), |log| log.rescue());
    told.and(recorded.map_err(Failure::Environment))
}

fn speaker(context: &Context) -> Result<Speaker, Failure> {
    Speaker::new(&Output::from(&context.settings)).map_err(|error| no_thread(&error))
}

/// The person's record; `None` on a machine without a home folder.
fn open_log(context: &Context) -> Result<Option<Log>, Failure> {
    let log = context.folders.as_ref().map(Log::open).transpose();
    log.map_err(|error| no_thread(&error))
}

fn no_thread(error: &io::Error) -> Failure {
    Failure::Environment(Message::new("error-no-thread").with("reason", error.to_string()))
}

/// The session of this routine that was cut off, if it can go on from there.
fn cut_off(log: &Log, routine: &Routine) -> Option<Unfinished> {
    let unfinished = log.history().unfinished(log.device(), &clock::here())?;
    unfinished.is_of(routine).then_some(unfinished)
}

/// Where a session begins.
enum Beginning {
    Anew,
    /// Where another was cut off.
    There(Unfinished),
}

/// Waits until the person starts; `None` if they leave.
fn wait_for_start(
    inbox: &Receiver<Happening>,
    mut unfinished: Option<Unfinished>,
) -> Option<Beginning> {
    loop {
        match inbox.recv().ok()? {
            Happening::Asked(Ask::Space | Ask::Enter) => return Some(Beginning::Anew),
            Happening::Asked(Ask::GoOn) => {
                if let Some(unfinished) = unfinished.take() {
                    return Some(Beginning::There(unfinished));
                }
            }
            Happening::Asked(Ask::Quit) => return None,
            Happening::Asked(_) | Happening::Changed => {}
        }
    }
}

/// What is to be done, and how.
struct Performance {
    routine: Arc<Routine>,
    rehearse: bool,
    /// `None` if nothing is to be heard.
    speaker: Option<Speaker>,
    /// `None` if nothing is to be recorded.
    log: Option<Log>,
    beginning: Beginning,
}

impl Performance {
    fn start(&self, happenings: Sender<Happening>) -> Result<Runner, Failure> {
        let changed = Box::new(move || {
            // Nobody is left to tell once the guide is over.
            let _ = happenings.send(Happening::Changed);
        });
        let (clock, tolerance) = if self.rehearse {
            (SystemClock::rehearsal(), TOLERANCE * REHEARSAL_SPEED)
        } else {
            (SystemClock::start(), TOLERANCE)
        };
        let shell = Shell {
            clock,
            sound: self.sound(),
            record: self.record(),
            changed,
        };
        let session = self.session().tolerating(tolerance);
        let runner = Runner::spawn(session, shell).map_err(|error| no_thread(&error))?;
        runner.send(Command::Start);
        Ok(runner)
    }

    fn session(&self) -> Session {
        let routine = Arc::clone(&self.routine);
        match &self.beginning {
            Beginning::Anew => Session::new(routine),
            Beginning::There(unfinished) => {
                let step = unfinished.first_step(&Plan::of(&routine));
                Session::from_step(routine, step)
            }
        }
    }

    fn sound(&self) -> Box<dyn Sound> {
        match &self.speaker {
            Some(speaker) => Box::new(speaker.clone()),
            None => Box::new(Silent),
        }
    }

    fn record(&self) -> Box<dyn Record> {
        match (&self.log, &self.beginning) {
            (None, _) => {
                let why = Message::new("guide-unrecorded");
                Box::new(Unrecorded((!self.rehearse).then_some(why)))
            }
            (Some(log), Beginning::Anew) => Box::new(Recorder::new(log, &self.routine, None)),
            (Some(log), Beginning::There(unfinished)) => {
                Box::new(Recorder::go_on(log, &self.routine, unfinished))
            }
        }
    }
}

/// Shows the session and passes on what the person asks for until it is over.
fn follow(
    runner: &Runner,
    inbox: &Receiver<Happening>,
    teller: &mut Teller<'_>,
    keys: bool,
) -> Result<(), Failure> {
    let mut answered = None;
    while let Ok(happening) = inbox.recv() {
        let snapshot = runner.snapshot();
        match happening {
            Happening::Asked(ask) => {
                if let Some(command) = ask.command(snapshot.state) {
                    runner.send(command);
                }
            }
            Happening::Changed => {
                teller.show(&snapshot)?;
                if snapshot.state.is_over() {
                    break;
                }
                // A snapshot may be seen twice, and its command must not be given twice.
                let place = (snapshot.step, snapshot.state);
                if !keys
                    && answered.replace(place) != Some(place)
                    && let Some((command, why)) = without_keys(&snapshot)
                {
                    teller.say(&Message::new(why))?;
                    runner.send(command);
                }
            }
        }
    }
    Ok(())
}

/// Without keys nobody can say done or go on, and a session that waits for ever is none: an open
/// step is left out, and an interrupted session ends, with what was held on record.
fn without_keys(snapshot: &Snapshot) -> Option<(Command, &'static str)> {
    let step = snapshot.plan.steps.get(snapshot.step)?;
    match snapshot.state {
        State::Running if step.kind == StepKind::Wait => {
            Some((Command::Skip, "guide-no-keys-for-open"))
        }
        State::Paused(Pause::Interrupted { .. }) => {
            Some((Command::Stop(StopReason::Other), "guide-no-keys-to-go-on"))
        }
        _ => None,
    }
}
