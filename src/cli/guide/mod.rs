//! Guides a routine in the terminal, with sound, and records it like the app.

mod beside;
mod keys;
mod person;
mod teller;

use std::ffi::OsStr;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};

use self::keys::{Ask, Keys};
use self::person::{Beginning, Person};
use self::teller::{ByEar, Occasion, Teller};
use super::routine::routine;
use super::{Context, Failure, no_thread};
use crate::clock::{self, REHEARSAL_SPEED, SystemClock};
use crate::history::{History, Id, Log, Note, Recorder, Summary, Unfinished, Unrecorded};
use crate::plan::StepKind;
use crate::routine::Routine;
use crate::runner::{Record, Runner, Shell, Snapshot, Sound};
use crate::session::{Command, Pause, Session, State, StopReason, TOLERANCE};
use crate::settings::SettingsFile;
use crate::sound::{Silent, Speaker};
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
    let rehearse = manner.rehearse;
    let routine = routine(context, name)?;
    let log = if rehearse { None } else { open_log(context)? };
    let speech = context.settings.speech(context.folders.as_ref());
    let (happenings, inbox) = mpsc::channel();
    let mut person = Person::new(Keys::listen(&happenings), inbox);

    let mut teller = introduce(context, &routine, manner, &speech, person.has_keys())?;
    let history = log.as_ref().map(Log::history);
    if let Some(most) = history.as_ref().and_then(|it| enough(it, &routine)) {
        teller.enough(most)?;
    }
    let beginning = if person.answers() && !rehearse {
        ask_how_to_begin(
            context,
            &person,
            &mut teller,
            &routine,
            log.as_ref().zip(history.as_ref()),
        )?
    } else {
        Some(Beginning::Anew(None))
    };
    let Some(beginning) = beginning else {
        return Ok(());
    };
    let performance = Performance {
        routine,
        rehearse,
        speaker: (!rehearse).then(|| speaker(context)).transpose()?,
        speech,
        log,
        beginning,
    };
    let (runner, session) = performance.start(happenings)?;
    let followed = follow(&runner, &mut person, &mut teller);
    let last = runner.snapshot();
    // The record is complete once the runner has let go of it.
    drop(runner);
    let told = followed
        .and_then(|()| teller.conclude(&last, rehearse))
        .and_then(|()| unless_failed(last.state))
        .and_then(|()| performance.note_pain_after(session, &person, &mut teller));
    drop(person);
    told.and(performance.end())
}

/// Tells what there is to know before a session.
fn introduce<'a>(
    context: &'a Context,
    routine: &Routine,
    manner: Manner,
    speech: &Speech,
    keys: bool,
) -> Result<Teller<'a>, Failure> {
    let by_ear = manner
        .quiet_screen
        .then(|| ByEar::of(&context.settings, speech));
    // Where nothing is heard the screen is all that guides.
    let quiet = by_ear.is_some_and(|by_ear| by_ear != ByEar::Muted);
    let mut teller = Teller::new(&context.words, keys, quiet);
    let occasion = if manner.rehearse {
        Occasion::Rehearsal
    } else if !context.settings.safety_card_seen {
        Occasion::TheFirst
    } else {
        Occasion::Another
    };
    teller.notes(&context.settings_notes)?;
    teller.introduce(routine, occasion)?;
    if keys {
        teller.keys()?;
    }
    if let Some(by_ear) = by_ear {
        teller.by_ear(by_ear)?;
    }
    Ok(teller)
}

/// Asks for the start, and how much it hurts where that is recorded; `None` if the person leaves.
fn ask_how_to_begin(
    context: &Context,
    person: &Person,
    teller: &mut Teller<'_>,
    routine: &Routine,
    record: Option<(&Log, &History)>,
) -> Result<Option<Beginning>, Failure> {
    let unfinished = record.and_then(|(log, history)| cut_off(log, history, routine));
    let mut beginning = person.ask_to_start(teller, unfinished)?;
    if let (Some(Beginning::There(_)), Some((log, _))) = (&beginning, record) {
        // Another copy may have gone on with it meanwhile, or let it go.
        beginning = if let Some(unfinished) = cut_off(log, &log.history(), routine) {
            Some(Beginning::There(unfinished))
        } else {
            teller.say(&Message::new("guide-gone-on-elsewhere"))?;
            person.ask_to_start(teller, None)?
        };
    }
    if beginning.is_some() {
        safety_was_read(context);
    }
    match beginning {
        Some(Beginning::Anew(_)) if record.is_some() => person.ask_pain_before(teller, routine),
        beginning => Ok(beginning),
    }
}

fn speaker(context: &Context) -> Result<Speaker, Failure> {
    Speaker::new(&context.settings.output()).map_err(|error| no_thread(&error))
}

/// The person's record; `None` on a machine without a home folder.
fn open_log(context: &Context) -> Result<Option<Log>, Failure> {
    let log = context.folders.as_ref().map(Log::open).transpose();
    log.map_err(|error| no_thread(&error))
}

/// How often the author allows the routine for a day, if it was done as often today.
fn enough(history: &History, routine: &Routine) -> Option<u32> {
    let most = routine.schedule.max_per_day?;
    let done = Summary::of(history.on(clock::today())).doses_of(&routine.id);
    (done >= most).then_some(most)
}

/// The session of this routine that was cut off, if it can go on from there.
fn cut_off(log: &Log, history: &History, routine: &Routine) -> Option<Unfinished> {
    let unfinished = history.unfinished(log.device(), &clock::here())?;
    unfinished.is_of(routine).then_some(unfinished)
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

    /// Asks how much it hurts after a session on record, however it ended.
    fn note_pain_after(
        &self,
        session: Option<Id>,
        person: &Person,
        teller: &mut Teller<'_>,
    ) -> Result<(), Failure> {
        let (Some(log), Some(session)) = (&self.log, session) else {
            return Ok(());
        };
        if !person.answers() {
            return Ok(());
        }
        let pain_after = person.ask_pain_after(teller)?;
        if pain_after.is_some() {
            log.note(
                session,
                Note {
                    pain_after,
                    ..Note::default()
                },
            );
        }
        let pain_before = match &self.beginning {
            Beginning::Anew(pain) => *pain,
            Beginning::There(unfinished) => unfinished.pain_before,
        };
        teller.pain_after(pain_before, pain_after, &self.routine)
    }

    /// Lets what still sounds ring out, and sees to the record.
    fn end(self) -> Result<(), Failure> {
        if let Some(speaker) = self.speaker {
            speaker.ring_out();
        }
        // Last, since a disk that another program keeps can take seconds.
        let rescued = self.log.map_or(Ok(()), |log| log.rescue());
        rescued.map_err(Failure::Environment)
    }
}

/// Shows the session and passes on what the person asks for until it is over.
fn follow(runner: &Runner, person: &mut Person, teller: &mut Teller<'_>) -> Result<(), Failure> {
    let mut answered = None;
    while let Some(happening) = person.next() {
        let snapshot = runner.snapshot();
        match happening {
            Happening::Asked(ask) => {
                let easier = snapshot.easier_way().is_some();
                if let Some(command) = ask.command(snapshot.state, easier) {
                    runner.send(command);
                } else if ask == Ask::Unknown {
                    teller.unknown_key(&snapshot)?;
                }
            }
            Happening::Changed => {
                teller.show(&snapshot)?;
                if snapshot.state.is_over() {
                    break;
                }
                // A snapshot may be seen twice, and its command must not be given twice.
                let place = (snapshot.step, snapshot.state);
                if !person.has_keys()
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
    use crate::routine::Exercise;
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

        fn wait<T>(&self, _: &mpsc::Receiver<T>, _: Option<std::time::Duration>) -> Wake<T> {
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
        let mut person = Person::new(Keys::none(), inbox);
        follow(&runner, &mut person, &mut teller).unwrap();
        let last = runner.snapshot().state;
        assert!(matches!(
            unless_failed(last),
            Err(Failure::ReportedEnvironment)
        ));
        assert!(unless_failed(State::Completed).is_ok());
    }
}
