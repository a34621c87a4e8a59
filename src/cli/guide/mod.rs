//! Guides a routine in the terminal, with sound, and records it like the app.

mod ending;
mod keys;
mod lines;
mod output;
mod person;
#[cfg(unix)]
mod typed;
mod written;

use std::ffi::OsStr;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::time::Duration;

use self::ending::Ending;
use self::keys::{Ask, Keys, Typed};
use self::output::{ByEar, Occasion, Output};
use self::person::{Choice, Person, Start};
use super::routine::{chosen, routine};
use super::{Context, Failure, no_thread};
use crate::afterwards::{self, Question, Said};
use crate::clock;
use crate::day::{Rest, choices};
use crate::guided::{Connections, Guided, SessionStart};
use crate::history::{Id, Log, Note, Unfinished, WhyNot};
use crate::message::Message;
use crate::plan::StepKind;
use crate::report;
use crate::routine::Routine;
use crate::runner::{Runner, Snapshot};
use crate::session::{Command, Pause, State, StopReason};
use crate::sound::Speaker;
use crate::store::Store;
use crate::threads;
use crate::undisturbed::Wanted;
use crate::voice::Speech;

/// An event that the guide waits for.
enum Happening {
    /// There is a new snapshot.
    Changed,
    Asked(Ask),
    /// A key of a text.
    Typed(Typed),
    /// The record is written, or was put aside: the error says where and why.
    Saved(Result<(), Message>),
}

/// How a routine is guided.
#[derive(Debug, Clone, Default)]
pub(super) struct Manner {
    /// Sixty times as fast, silent and never recorded.
    pub(super) rehearse: bool,
    /// By ear alone: nothing of the steps is written.
    pub(super) quiet_screen: bool,
    /// All exercises, also those that are not meant for today.
    pub(super) all: bool,
    /// The exercises to have of groups of which the person chooses some; empty for those of the last
    /// session, or the first.
    pub(super) choose: Vec<String>,
}

pub(super) fn run(context: &Context, name: &OsStr, manner: &Manner) -> Result<(), Failure> {
    let rehearse = manner.rehearse;
    let mut routine = routine(context, name)?;
    let chosen = chosen(&routine, &manner.choose)?;
    let mut store = open_store(context, rehearse)?;
    let (happenings, inbox) = mpsc::channel();
    let mut person = Person::new(Keys::listen(&happenings), inbox);
    let to_person = happenings.clone();
    let speech = context.settings.speech(context.folders.as_ref());

    store.record.read();
    store.catch_up();
    let day = if rehearse {
        context.day(&clock::here())
    } else {
        let cut_off = cut_off(&store, &routine).map(|it| it.session);
        store.record.day(cut_off)
    };
    let day = day.with_chosen(chosen);
    let selection = if manner.all {
        day.whole(&routine)
    } else {
        day.selection(&routine)
    };
    let keys = person.has_keys();
    let session = &selection.routine;
    let mut output = introduce(context, &store, [&routine, session], manner, &speech, keys)?;
    output.notes(store.background_warning().as_slice())?;
    // A shipped routine counts as the person's own once they begin it.
    output.advice(&day.standing(&routine, false), &routine)?;
    let last = store.record.history().map(|it| it.last_of(&routine));
    let last = last.unwrap_or_default();
    output.last_done(session, &last)?;
    let left_out = report::left_out(&routine, &selection.left_out);
    let can_do_all = day.has_more(&routine, &selection.left_out);
    output.left_out(&left_out, &selection.routine, can_do_all)?;
    let choices = choices(&routine, &selection.left_out);
    output.chosen(&choices, &selection.routine)?;
    let choice = if rehearse {
        Choice::Begin(SessionStart::Rehearsal)
    } else if person.answers() {
        ask_how_to_begin(&mut store, &person, &mut output, &routine)?
    } else {
        Choice::Begin(SessionStart::Anew { pain_before: None })
    };
    let beginning = match choice {
        Choice::Begin(beginning) => beginning,
        Choice::PutOff { pain, limit } => {
            let Some(log) = store.record.log() else {
                return Ok(());
            };
            let limit = limit.pain();
            log.not_begun(&routine, Some(pain), WhyNot::PainAboveLimit { limit });
            output.rest(Rest::PutOff)?;
            return save(log, &to_person, &person, &mut output);
        }
        Choice::Leave => return Ok(()),
    };
    if !matches!(beginning, SessionStart::Continued(_)) {
        routine = selection.routine;
    }
    let performance = Performance {
        routine,
        speaker: (!rehearse).then(|| speaker(context)).transpose()?,
        speech,
        log: store.record.log().cloned(),
        wanted: context.settings.wanted(&context.words),
    };
    let pain_before = beginning.pain_before();
    let guided = performance.start(beginning, happenings)?;
    let followed = follow(&guided.runner, &mut person, &mut output);
    let (snapshot, session) = (guided.runner.snapshot(), guided.recorded);
    // The record is complete once the session has let go of it.
    drop(guided);
    let reported = followed
        .and_then(|()| output.conclude(&snapshot, rehearse))
        .and_then(|()| unless_failed(snapshot.state))
        .and_then(|()| {
            let asked = afterwards::questions(&context.words, &snapshot, &last);
            let asks_why = afterwards::asks_why(&snapshot);
            let asked = (&*asked, asks_why);
            performance.note_answers(session, pain_before, asked, &person, &mut output)
        });
    let ended = performance.end(&to_person, &person, &mut output);
    drop(person);
    reported.and(ended)
}

/// Waits until the record is written or put aside. Where that takes more than a moment the person is
/// shown why, and can end the wait for another program.
fn save(
    log: &Log,
    to_person: &Sender<Happening>,
    person: &Person,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    const MOMENT: Duration = Duration::from_secs(1);
    begin_to_save(log, to_person);
    let mut saved = person.await_saved(Some(MOMENT), || log.wait_no_longer());
    if saved.is_none() {
        output.saving(log.waits_for_another())?;
        saved = person.await_saved(None, || log.wait_no_longer());
    }
    saved.unwrap_or(Ok(())).map_err(Failure::Environment)?;
    output.saved()
}

/// Has the record written or put aside by a thread that sends a message when it is.
fn begin_to_save(log: &Log, to_person: &Sender<Happening>) {
    let (log_there, done, failed) = (log.clone(), to_person.clone(), to_person.clone());
    // This fails if the person has left meanwhile.
    let started = threads::start(
        "saving",
        move || drop(done.send(Happening::Saved(log_there.save_in_fallback()))),
        move || {
            let mistake = Message::new("error-background");
            drop(failed.send(Happening::Saved(Err(mistake))));
        },
    );
    if started.is_err() {
        drop(to_person.send(Happening::Saved(log.save_in_fallback())));
    }
}

/// Prints what there is to know before a session of a routine.
fn introduce<'a>(
    context: &'a Context,
    store: &Store,
    [routine, session]: [&Routine; 2],
    manner: &Manner,
    speech: &Speech,
    keys: bool,
) -> Result<Output<'a>, Failure> {
    let by_ear = manner
        .quiet_screen
        .then(|| ByEar::of(&context.settings, speech));
    // Where there is no sound, only the screen guides.
    let quiet = by_ear.is_some_and(|by_ear| by_ear != ByEar::Muted);
    let mut output = Output::new(&context.words, keys, quiet);
    let occasion = if manner.rehearse {
        Occasion::Rehearsal
    } else if !context.settings.safety_card_seen {
        Occasion::TheFirst
    } else {
        Occasion::Another
    };
    output.notes(&context.settings_notes)?;
    output.notes(store.record.device_warning.as_slice())?;
    output.introduce(routine, session, occasion)?;
    if keys {
        output.keys()?;
    }
    if let Some(by_ear) = by_ear {
        output.by_ear(by_ear)?;
    }
    Ok(output)
}

/// Asks for the start, and how much it hurts where that is recorded.
fn ask_how_to_begin(
    store: &mut Store,
    person: &Person,
    output: &mut Output<'_>,
    routine: &Routine,
) -> Result<Choice, Failure> {
    let unfinished = cut_off(store, routine);
    let mut start = person.ask_to_start(output, unfinished.as_ref())?;
    let mut taken_up = None;
    if let (Some(Start::GoOn), Some(unfinished)) = (start, unfinished) {
        // At once, before the voice gets ready: another copy may be about to go on with it as well.
        store.record.take_up(unfinished.session);
        store.catch_up();
        taken_up = store.record.taken_up();
        // The question may have stood there for an hour, in which it hurt elsewhere.
        taken_up =
            taken_up.filter(|taken_up| store.record.can_go_on(&taken_up.unfinished, routine));
        if taken_up.is_none() {
            output.message(&Message::new("guide-gone-on-elsewhere"))?;
            start = person.ask_to_start(output, None)?;
        }
    }
    if start.is_none() {
        return Ok(Choice::Leave);
    }
    // Kept for the guide and the window. What is in the way was printed with the settings' notes; the card
    // is then shown once more.
    store.settings.now.safety_card_seen = true;
    store.settings.save();
    match taken_up {
        Some(taken_up) => Ok(Choice::Begin(SessionStart::Continued(taken_up))),
        None if store.record.log().is_some() => person.ask_pain_before(output, routine),
        None => Ok(Choice::Begin(SessionStart::Anew { pain_before: None })),
    }
}

fn speaker(context: &Context) -> Result<Speaker, Failure> {
    Speaker::new(&context.settings.output()).map_err(|error| no_thread(&error))
}

/// What is kept of the person: nothing of a rehearsal, nor on a machine without a home folder.
fn open_store(context: &Context, rehearse: bool) -> Result<Store, Failure> {
    let folders = context.folders.clone().filter(|_| !rehearse);
    Store::open(folders).map_err(|error| no_thread(&error))
}

/// The session of this routine that was cut off, if it can go on from there.
fn cut_off(store: &Store, routine: &Routine) -> Option<Unfinished> {
    let unfinished = store.record.unfinished()?;
    let can_go_on = store.record.can_go_on(&unfinished, routine);
    can_go_on.then_some(unfinished)
}

/// The routine, and what it is guided with.
struct Performance {
    routine: Arc<Routine>,
    /// `None` if nothing is to be heard.
    speaker: Option<Speaker>,
    speech: Speech,
    /// `None` if nothing is to be recorded.
    log: Option<Log>,
    /// What the session wants of the desktop.
    wanted: Wanted,
}

impl Performance {
    fn start(
        &self,
        beginning: SessionStart,
        happenings: Sender<Happening>,
    ) -> Result<Guided, Failure> {
        let to = Connections {
            speaker: self.speaker.as_ref(),
            speech: &self.speech,
            ahead: None,
            log: self.log.as_ref(),
            wanted: self.wanted.clone(),
            changed: Box::new(move || {
                // This fails once the guide is over.
                let _ = happenings.send(Happening::Changed);
            }),
        };
        Guided::begin(&self.routine, beginning, to).map_err(|error| no_thread(&error))
    }

    /// Asks how much it hurts after a session on record, however it ended, and what was done of its
    /// exercises.
    fn note_answers(
        &self,
        session: Option<Id>,
        pain_before: Option<u8>,
        (asked, asks_why): (&[Question], bool),
        person: &Person,
        output: &mut Output<'_>,
    ) -> Result<(), Failure> {
        let (Some(log), Some(session)) = (&self.log, session) else {
            return Ok(());
        };
        if !person.answers() {
            return Ok(());
        }
        let (pain_after, leaves) = person.ask_pain_after(output)?;
        // At once: the next questions may take minutes.
        if pain_after.is_some() {
            let note = Note {
                pain_after,
                ..Note::default()
            };
            log.note(session, note);
        }
        if asks_why
            && !leaves
            && let Some(why) = person.ask_why(output)?
        {
            log.left_out(session, why);
        }
        let Said { loads, reps } = person.ask_what_was_done(output, asked)?;
        if !loads.is_empty() || !reps.is_empty() {
            let note = Note {
                loads,
                reps,
                ..Note::default()
            };
            log.note(session, note);
        }
        output.pain_after(pain_before, pain_after, &self.routine)
    }

    /// Lets the last sound ring out, and has the record written.
    fn end(
        self,
        to_person: &Sender<Happening>,
        person: &Person,
        output: &mut Output<'_>,
    ) -> Result<(), Failure> {
        if let Some(speaker) = self.speaker {
            speaker.ring_out();
        }
        // Last, since a disk that another program keeps can take seconds.
        let log = self.log.as_ref();
        log.map_or(Ok(()), |log| save(log, to_person, person, output))
    }
}

/// Shows the session and passes on what the person asks for until it is over.
fn follow(runner: &Runner, person: &mut Person, output: &mut Output<'_>) -> Result<(), Failure> {
    let mut answered = None;
    let mut ending = None::<Ending>;
    while let Some(happening) = person.next() {
        let snapshot = runner.snapshot();
        match happening {
            Happening::Asked(ask) => {
                let state = snapshot.state;
                if ask == Ask::CutOff && state != State::Paused(Pause::Hurts) {
                    // The session stays without an end, and can be gone on with. What hurts is not gone
                    // on with: to be cut off then is to stop because of it.
                    break;
                }
                if let Some(ending) = ending.take() {
                    match ending.answer(ask) {
                        Some(command) => runner.send(command),
                        None => output.still_paused(state)?,
                    }
                } else if let Some(asked) = Ending::of(ask, state) {
                    if let Some(pause) = asked.pause() {
                        runner.send(pause);
                    }
                    output.ask_to_end()?;
                    ending = Some(asked);
                } else if let Some(command) = ask.command(state, snapshot.easier_way().is_some()) {
                    runner.send(command);
                } else if ask == Ask::Unknown {
                    output.unknown_key(&snapshot)?;
                }
            }
            // Neither has been asked for yet.
            Happening::Saved(_) | Happening::Typed(_) => {}
            Happening::Changed => {
                output.show(&snapshot)?;
                if snapshot.state.is_over() {
                    break;
                }
                // A snapshot may be seen twice, and its command must not be given twice.
                let place = (snapshot.step, snapshot.state);
                if !person.has_keys()
                    && answered.replace(place) != Some(place)
                    && let Some((command, why)) = without_keys(&snapshot)
                {
                    output.message(&Message::new(why))?;
                    runner.send(command);
                }
            }
        }
    }
    Ok(())
}

/// A session that has broken off is a failure of the guide; the output has shown it.
fn unless_failed(state: State) -> Result<(), Failure> {
    match state {
        State::Failed => Err(Failure::ReportedEnvironment),
        _ => Ok(()),
    }
}

/// Without keys there is no way to say done or go on, and a session must not wait for ever: an open
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
    use crate::history::Unrecorded;
    use crate::routine::Exercise;
    use crate::runner::Shell;
    use crate::session::{Reading, Session};
    use crate::sound::Silent;
    use crate::words::Words;

    /// A clock that can't be waited on.
    struct Failing;

    impl Clock for Failing {
        fn now(&self) -> Reading {
            Reading {
                monotonic: std::time::Duration::ZERO,
                with_sleep: std::time::Duration::ZERO,
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
        let mut output = Output::new(&words, false, false);
        let mut person = Person::new(Keys::none(), inbox);
        follow(&runner, &mut person, &mut output).unwrap();
        let last = runner.snapshot().state;
        assert!(matches!(
            unless_failed(last),
            Err(Failure::ReportedEnvironment)
        ));
        assert!(unless_failed(State::Completed).is_ok());
    }
}
