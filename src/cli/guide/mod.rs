//! Guides a routine in the terminal, with sound, and records it like the app.

mod keys;
mod teller;

use std::ffi::OsStr;
use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};

use self::keys::{Ask, Keys};
use self::teller::{ByEar, Teller};
use super::routine::routine;
use super::{Context, Failure, no_thread};
use crate::clock::{self, REHEARSAL_SPEED, SystemClock};
use crate::history::{Id, Log, Note, Recorder, Unfinished, Unrecorded};
use crate::plan::StepKind;
use crate::routine::{Exercise, Routine};
use crate::runner::{Record, Runner, Shell, Snapshot, Sound};
use crate::session::{Command, Pause, Session, State, StopReason, TOLERANCE};
use crate::settings::SettingsFile;
use crate::sound::{Output, Silent, Speaker};
use crate::voice::{Guidance, Speech};
use crate::words::Message;

/// What the guide wakes for.
enum Happening {
    /// There is a new snapshot.
    Changed,
    Asked(Ask),
}

/// How a routine is guided.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Manner {
    /// Sixty times as fast, silent and never recorded.
    pub(super) rehearse: bool,
    /// By ear alone: nothing of the steps is written.
    pub(super) quiet_screen: bool,
}

pub(super) fn run(context: &Context, name: &OsStr, manner: Manner) -> Result<(), Failure> {
    let Manner {
        rehearse,
        quiet_screen,
    } = manner;
    let routine = routine(context, name)?;
    let log = if rehearse { None } else { open_log(context)? };
    let (happenings, inbox) = mpsc::channel();
    let keys = Keys::listen(&happenings);
    let speech = Speech::of(&context.settings, context.folders.as_ref());
    let by_ear = quiet_screen.then(|| ByEar::of(&context.settings, &speech));
    // Where nothing is heard the screen is all that guides.
    let quiet = by_ear.is_some_and(|by_ear| by_ear != ByEar::Muted);
    let mut teller = Teller::new(&context.words, io::stdout().is_terminal(), quiet);

    teller.notes(&context.settings_notes)?;
    let first = keys.are_there() && !rehearse && !context.settings.safety_card_seen;
    teller.introduce(&routine, rehearse, keys.are_there(), first)?;
    if let Some(by_ear) = by_ear {
        teller.by_ear(by_ear)?;
    }
    let mut beginning = Beginning::Anew(None);
    if keys.are_there() && !rehearse {
        let unfinished = log.as_ref().and_then(|log| cut_off(log, &routine));
        teller.ask_to_start(unfinished.as_ref())?;
        let Some(chosen) = wait_for_start(&inbox, unfinished) else {
            return Ok(());
        };
        safety_was_read(context);
        beginning = chosen;
        if let Beginning::Anew(pain) = &mut beginning
            && log.is_some()
        {
            match ask_before(&inbox, &mut teller, &routine)? {
                Answer::Given(answer) => *pain = answer,
                Answer::Leave => return Ok(()),
            }
        }
    }
    let performance = Performance {
        routine,
        rehearse,
        speaker: (!rehearse).then(|| speaker(context)).transpose()?,
        speech,
        log,
        beginning,
    };
    let (runner, session) = performance.start(happenings)?;
    let told = follow(&runner, &inbox, &mut teller, keys.are_there());
    let last = runner.snapshot();
    // The record is complete once the runner has let go of it.
    drop(runner);
    let told = told
        .and_then(|()| teller.conclude(&last, rehearse))
        .and_then(|()| unless_failed(last.state));
    if let (Some(log), Some(session)) = (&performance.log, session)
        && keys.are_there()
        && last.state == State::Completed
    {
        teller.say(&Message::new("guide-pain-after"))?;
        if let Answer::Given(Some(pain)) = wait_for_pain(&inbox) {
            let pain_after = Some(pain);
            log.note(
                session,
                Note {
                    pain_after,
                    ..Note::default()
                },
            );
        }
    }
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

/// The session of this routine that was cut off, if it can go on from there.
fn cut_off(log: &Log, routine: &Routine) -> Option<Unfinished> {
    let unfinished = log.history().unfinished(log.device(), &clock::here())?;
    unfinished.is_of(routine).then_some(unfinished)
}

/// Where a session begins.
enum Beginning {
    /// With the pain before it, from 0 to 10, if it was told.
    Anew(Option<u8>),
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
            Happening::Asked(Ask::Space | Ask::Enter) => return Some(Beginning::Anew(None)),
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

/// What a person says who is asked about pain.
enum Answer {
    /// From 0 to 10; `None` for no answer.
    Given(Option<u8>),
    Leave,
}

/// Asks how much it hurts. Above the limit of the routine's author a start takes a second word.
fn ask_before(
    inbox: &Receiver<Happening>,
    teller: &mut Teller<'_>,
    routine: &Routine,
) -> Result<Answer, Failure> {
    teller.say(&Message::new("guide-pain-before"))?;
    let Answer::Given(pain) = wait_for_pain(inbox) else {
        return Ok(Answer::Leave);
    };
    let limit = routine.safety.pain_limit;
    if pain.zip(limit).is_some_and(|(pain, limit)| pain > limit) {
        teller.say(&Message::new("guide-pain-above-limit"))?;
        loop {
            match inbox.recv() {
                Ok(Happening::Asked(Ask::SkipExercise)) => break,
                Ok(Happening::Asked(Ask::Quit)) | Err(_) => return Ok(Answer::Leave),
                Ok(_) => {}
            }
        }
    }
    Ok(Answer::Given(pain))
}

/// What is answered to a question about pain.
fn wait_for_pain(inbox: &Receiver<Happening>) -> Answer {
    loop {
        let Ok(happening) = inbox.recv() else {
            return Answer::Leave;
        };
        match happening {
            Happening::Asked(Ask::Pain(pain)) => return Answer::Given(Some(pain)),
            Happening::Asked(Ask::Enter | Ask::Space) => return Answer::Given(None),
            Happening::Asked(Ask::Quit) => return Answer::Leave,
            Happening::Asked(_) | Happening::Changed => {}
        }
    }
}

/// Keeps that the safety card was read, for the guide and the window.
fn safety_was_read(context: &Context) {
    let Some(folders) = context.folders.as_ref() else {
        return;
    };
    let mut loaded = SettingsFile::load(folders.settings_file());
    loaded.settings.safety_card_seen = true;
    // What is in the way was told with the settings' notes; the card is then shown once more.
    let _ = loaded.file.save(&loaded.settings);
}

/// What is to be done, and how.
struct Performance {
    routine: Arc<Routine>,
    rehearse: bool,
    /// `None` if nothing is to be heard.
    speaker: Option<Speaker>,
    speech: Speech,
    /// `None` if nothing is to be recorded.
    log: Option<Log>,
    beginning: Beginning,
}

impl Performance {
    /// The session under way, and what the record calls it if it is recorded.
    fn start(&self, happenings: Sender<Happening>) -> Result<(Runner, Option<Id>), Failure> {
        let changed = Box::new(move || {
            // Nobody is left to tell once the guide is over.
            let _ = happenings.send(Happening::Changed);
        });
        let (clock, tolerance) = if self.rehearse {
            (SystemClock::rehearsal(), TOLERANCE * REHEARSAL_SPEED)
        } else {
            (SystemClock::start(), TOLERANCE)
        };
        let (record, recorded_as) = self.record();
        let shell = Shell {
            clock,
            sound: self.sound(),
            record,
            changed,
        };
        let session = self.session().tolerating(tolerance);
        let runner = Runner::spawn(session, shell).map_err(|error| no_thread(&error))?;
        runner.send(Command::Start);
        Ok((runner, recorded_as))
    }

    fn session(&self) -> Session {
        match &self.beginning {
            Beginning::Anew(_) => Session::new(Arc::clone(&self.routine)),
            Beginning::There(unfinished) => unfinished.session(&self.routine),
        }
    }

    fn sound(&self) -> Box<dyn Sound> {
        match &self.speaker {
            Some(speaker) => Box::new(Guidance::new(speaker, &self.routine, &self.speech, None)),
            None => Box::new(Silent),
        }
    }

    fn record(&self) -> (Box<dyn Record>, Option<Id>) {
        let Some(log) = &self.log else {
            let why = Message::new("guide-unrecorded");
            let unrecorded = Unrecorded((!self.rehearse).then_some(why));
            return (Box::new(unrecorded), None);
        };
        let recorder = match &self.beginning {
            Beginning::Anew(pain) => Recorder::new(log, &self.routine, *pain),
            Beginning::There(unfinished) => Recorder::go_on(log, &self.routine, unfinished),
        };
        let id = recorder.session();
        (Box::new(recorder), Some(id))
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
                let easier = exercise(&snapshot).is_some_and(|exercise| exercise.easier.is_some());
                if let Some(command) = ask.command(snapshot.state, easier) {
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

/// A session that has broken off is a failure of the guide; the teller has told it.
fn unless_failed(state: State) -> Result<(), Failure> {
    match state {
        State::Failed => Err(Failure::ReportedEnvironment),
        _ => Ok(()),
    }
}

/// The exercise under way.
fn exercise(snapshot: &Snapshot) -> Option<&Exercise> {
    let step = snapshot.plan.steps.get(snapshot.step)?;
    snapshot.routine.exercises.get(step.exercise)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::{Clock, Wake};
    use crate::session::Reading;
    use crate::words::Words;

    /// A clock that can't be waited on.
    struct Failing;

    impl Clock for Failing {
        fn now(&self) -> Reading {
            Reading {
                monotonic: std::time::Duration::ZERO,
                wall: jiff::Timestamp::UNIX_EPOCH,
            }
        }

        fn wait<T>(&self, _: &Receiver<T>, _: Option<std::time::Duration>) -> Wake<T> {
            panic!("a clock that has failed")
        }
    }

    #[test]
    fn a_session_that_breaks_off_ends_the_guide_as_a_failure() {
        let (happenings, inbox) = mpsc::channel();
        let exercise = Exercise::new("hold", "Hold");
        let routine = Arc::new(Routine::new("test", "Test", vec![exercise]));
        let shell = Shell {
            clock: Failing,
            sound: Box::new(Silent),
            record: Box::new(Unrecorded(None)),
            changed: Box::new(move || happenings.send(Happening::Changed).unwrap()),
        };
        let runner = Runner::spawn(Session::new(routine), shell).unwrap();
        let words = Words::of("en");
        let mut teller = Teller::new(&words, false, false);
        follow(&runner, &inbox, &mut teller, true).unwrap();
        let last = runner.snapshot().state;
        assert!(matches!(
            unless_failed(last),
            Err(Failure::ReportedEnvironment)
        ));
        assert!(unless_failed(State::Completed).is_ok());
    }
}
