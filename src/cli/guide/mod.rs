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
use crate::clock::{REHEARSAL_SPEED, SystemClock};
use crate::history::{Log, Recorder};
use crate::plan::{Plan, StepKind};
use crate::routine::Routine;
use crate::runner::{Record, Runner, Shell, Snapshot, Sound};
use crate::session::{Command, Event, Pause, Session, State, StopReason, TOLERANCE};
use crate::settings::Settings;
use crate::sound::{Output, Silent, Speaker, Volume};
use crate::words::Message;

/// What the guide wakes for.
enum Happening {
    /// There is a new snapshot.
    Changed,
    Asked(Ask),
}

pub(super) fn run(context: &Context, name: &OsStr, rehearse: bool) -> Result<(), Failure> {
    let routine = routine(context, name)?;
    let (happenings, inbox) = mpsc::channel();
    let mut teller = Teller::new(&context.words, io::stdout().is_terminal());
    let keys = Keys::listen(&happenings);
    let log = if rehearse { None } else { open_log(context)? };

    teller.notes(&context.settings_notes)?;
    teller.introduce(&routine, rehearse, keys.are_there())?;
    let runner = start(context, &routine, rehearse, log.as_ref(), happenings)?;
    if rehearse || !keys.are_there() {
        runner.send(Command::Start);
    }
    let told = follow(&runner, &inbox, &mut teller, keys.are_there());
    let last = runner.snapshot();
    // The record is complete once the runner has let go of it.
    drop(runner);
    let recorded = log.as_ref().map_or(Ok(()), Log::flush);
    teller.conclude(&last, rehearse)?;
    drop(keys);
    told.and(recorded.map_err(Failure::Environment))
}

/// The person's record; `None` on a machine without a home folder.
fn open_log(context: &Context) -> Result<Option<Log>, Failure> {
    let log = context.folders.as_ref().map(Log::open).transpose();
    log.map_err(|error| no_thread(&error))
}

fn no_thread(error: &io::Error) -> Failure {
    Failure::Environment(Message::new("error-no-thread").with("reason", error.to_string()))
}

fn start(
    context: &Context,
    routine: &Arc<Routine>,
    rehearse: bool,
    log: Option<&Log>,
    happenings: Sender<Happening>,
) -> Result<Runner, Failure> {
    let session = Session::new(Arc::clone(routine));
    let changed = Box::new(move || {
        // Nobody is left to tell once the guide is over.
        let _ = happenings.send(Happening::Changed);
    });
    let (session, shell) = if rehearse {
        let shell = Shell {
            clock: SystemClock::rehearsal(),
            sound: Box::new(Silent) as Box<dyn Sound>,
            record: Box::new(Unrecorded(None)) as Box<dyn Record>,
            changed,
        };
        (session.tolerating(TOLERANCE * REHEARSAL_SPEED), shell)
    } else {
        let speaker =
            Speaker::new(&output(&context.settings)).map_err(|error| no_thread(&error))?;
        speaker.wake();
        let record: Box<dyn Record> = match log {
            Some(log) => Box::new(Recorder::new(log, routine, None)),
            None => Box::new(Unrecorded(Some(Message::new("guide-unrecorded")))),
        };
        let shell = Shell {
            clock: SystemClock::start(),
            sound: Box::new(speaker) as Box<dyn Sound>,
            record,
            changed,
        };
        (session, shell)
    };
    Runner::spawn(session, shell).map_err(|error| no_thread(&error))
}

/// How loud, and where, by the person's settings.
fn output(settings: &Settings) -> Output {
    Output {
        device: settings.output_device.clone(),
        volume: Volume::percent(settings.volume_percent),
        muted: settings.muted,
    }
}

/// Shows the session and passes on what the person asks for until it is over.
fn follow(
    runner: &Runner,
    inbox: &Receiver<Happening>,
    teller: &mut Teller<'_>,
    keys: bool,
) -> Result<(), Failure> {
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
                if let Some(command) = without_keys(&snapshot).filter(|_| !keys) {
                    runner.send(command);
                }
            }
        }
    }
    Ok(())
}

/// Without keys nobody can say done or go on, and a session that waits for ever is none: an open
/// step is left out, and an interrupted session ends, with what was held on record.
fn without_keys(snapshot: &Snapshot) -> Option<Command> {
    let step = snapshot.plan.steps.get(snapshot.step)?;
    match snapshot.state {
        State::Running if step.kind == StepKind::Wait => Some(Command::Skip),
        State::Paused(Pause::Interrupted { .. }) => Some(Command::Stop(StopReason::Other)),
        _ => None,
    }
}

/// The record of a session that leaves none, with what there is to say about that.
struct Unrecorded(Option<Message>);

impl Record for Unrecorded {
    fn event(&mut self, _: &Event, _: &Plan) {}

    fn trouble(&self) -> Option<Message> {
        self.0.clone()
    }
}
