//! Sessions on their runner: time, sound, record and snapshot together, on a clock that moves when
//! told.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[cfg(unix)]
mod afterwards;
#[cfg(unix)]
mod going_on;
#[cfg(unix)]
mod keyboard;
#[cfg(unix)]
#[path = "../support/machine.rs"]
mod machine;
#[cfg(unix)]
mod pain;
#[cfg(unix)]
#[path = "../support/patience.rs"]
mod patience;
#[cfg(unix)]
mod process;
#[path = "../support/simulated_clock.rs"]
mod simulated_clock;
#[cfg(unix)]
mod terminal;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use simulated_clock::SimulatedClock;
use supple::clock::{Clock, Wake};
use supple::history::Unrecorded;
use supple::plan::Plan;
use supple::routine::{Dose, Exercise, Routine};
use supple::runner::{Audible, Record, Runner, Shell, Sound, SoundWarning, Written};
use supple::session::{
    Command, Event, EventKind, Outcome, Pause, Reading, Refusal, Session, State, StopReason,
};
use supple::sound::Silent;
use supple::words::Message;

/// What reached whom, in the order in which it did.
type Journal = Arc<Mutex<Vec<Entry>>>;

#[derive(Debug, Clone, PartialEq)]
enum Entry {
    Sound { event: Event, at: Duration },
    Record(Event),
    Changed,
}

/// A sound, or a record, that writes down what it is given.
struct Witness {
    journal: Journal,
    clock: SimulatedClock,
    /// Panics at the first step that begins.
    broken: bool,
}

impl Sound for Witness {
    fn events(&mut self, events: &[Event], _: &Session) {
        let at = self.clock.now().monotonic;
        for &event in events {
            assert!(!self.breaks_at(event), "a broken sound");
            self.journal
                .lock()
                .unwrap()
                .push(Entry::Sound { event, at });
        }
    }

    fn warning(&self) -> Option<SoundWarning> {
        None
    }
}

impl Record for Witness {
    fn event(&mut self, event: &Event, _: &Plan) {
        assert!(!self.breaks_at(*event), "a broken record");
        self.journal.lock().unwrap().push(Entry::Record(*event));
    }

    fn warning(&self) -> Option<Message> {
        None
    }
}

impl Witness {
    fn breaks_at(&self, event: Event) -> bool {
        self.broken && matches!(event.kind, EventKind::StepBegan { .. })
    }
}

/// A runner with witnesses around it.
struct Stage {
    runner: Runner,
    clock: SimulatedClock,
    journal: Journal,
}

impl Stage {
    fn of(exercises: Vec<Exercise>) -> Self {
        Self::with(exercises, SimulatedClock::new(), false)
    }

    fn with(exercises: Vec<Exercise>, clock: SimulatedClock, broken: bool) -> Self {
        let journal = Journal::default();
        let witness = || Witness {
            journal: Arc::clone(&journal),
            clock: clock.clone(),
            broken,
        };
        let changes = Arc::clone(&journal);
        let shell = Shell {
            clock: clock.clone(),
            sound: Box::new(witness()),
            record: Box::new(witness()),
            changed: Box::new(move || changes.lock().unwrap().push(Entry::Changed)),
        };
        let routine = Routine::new("test", "Test", exercises);
        let runner = Runner::spawn(Session::new(Arc::new(routine)), shell).unwrap();
        Self {
            runner,
            clock,
            journal,
        }
    }

    fn send(&self, command: Command) -> &Self {
        self.runner.send(command);
        self.clock.settle();
        self
    }

    fn pass(&self, seconds: f64) -> &Self {
        self.clock.pass(Duration::from_secs_f64(seconds));
        self
    }

    fn entries(&self) -> Vec<Entry> {
        self.journal.lock().unwrap().clone()
    }
}

/// Ten seconds to prepare, then holds of 20 s with 5 s between them.
fn holds(reps: u32) -> Exercise {
    let mut exercise = Exercise::new("hold", "Hold");
    exercise.dose = Dose::Hold {
        hold: Duration::from_secs(20),
        reps,
    };
    exercise
}

#[test]
fn over_an_hour_no_event_is_later_than_its_wake_up_and_lateness_does_not_add_up() {
    let latest = Duration::from_millis(4);
    let stage = Stage::with(
        vec![holds(150)],
        SimulatedClock::late_by_up_to(latest),
        false,
    );
    stage.send(Command::Start).pass(3800.0);
    assert_eq!(stage.runner.snapshot().state, State::Completed);
    let entries = stage.entries();
    let mut heard = 0;
    for entry in &entries {
        if let Entry::Sound { event, at } = entry {
            let late = at
                .checked_sub(event.at)
                .expect("nothing is handed out early");
            assert!(late <= latest, "{event:?} came {late:?} late");
            heard += 1;
        }
    }
    assert!(heard > 3600, "an hour has a second each second");
    let planned = Duration::from_secs(10 + 150 * 20 + 149 * 5);
    let begun = entries
        .iter()
        .find_map(moment_of(EventKind::Started))
        .unwrap();
    let ended = entries
        .iter()
        .find_map(moment_of(EventKind::Completed))
        .unwrap();
    assert_eq!(ended.checked_sub(begun), Some(planned));
}

fn moment_of(kind: EventKind) -> impl Fn(&Entry) -> Option<Duration> {
    move |entry| match entry {
        Entry::Record(event) if event.kind == kind => Some(event.at),
        _ => None,
    }
}

#[test]
fn an_event_is_heard_then_recorded_then_seen() {
    let stage = Stage::of(vec![holds(1)]);
    stage.send(Command::Start).pass(31.0);
    let entries = stage.entries();
    let (mut heard, mut recorded) = (Vec::new(), Vec::new());
    for entry in entries {
        match entry {
            Entry::Sound { event, .. } => heard.push(event),
            Entry::Record(event) => {
                recorded.push(event);
                assert_eq!(
                    event,
                    heard[recorded.len() - 1],
                    "recorded before it was heard"
                );
            }
            Entry::Changed => assert_eq!(heard, recorded, "shown before it was recorded"),
        }
    }
    assert_eq!(recorded.last().unwrap().kind, EventKind::Completed);
}

/// A record on a simulated disk, which writes when told to.
#[derive(Clone, Default)]
struct Disk(Arc<Mutex<OnDisk>>);

#[derive(Default)]
struct OnDisk {
    /// What it was given that tells that something is over.
    given: usize,
    written: usize,
    fails: bool,
    reported: Option<Written>,
}

impl Disk {
    /// Takes its time, and then has all that it was given.
    fn write(&self) {
        let mut disk = self.0.lock().unwrap();
        disk.written = disk.given;
        if let Some(reported) = &disk.reported {
            reported.tell();
        }
    }
}

impl Record for Disk {
    fn tell_when_written(&mut self, written: Written) {
        self.0.lock().unwrap().reported = Some(written);
    }

    fn event(&mut self, event: &Event, _: &Plan) {
        let is_over = matches!(
            event.kind,
            EventKind::Attempted(_) | EventKind::Completed | EventKind::Stopped(_)
        );
        self.0.lock().unwrap().given += usize::from(is_over);
    }

    fn is_written(&self) -> bool {
        let disk = self.0.lock().unwrap();
        disk.written == disk.given
    }

    fn warning(&self) -> Option<Message> {
        let disk = self.0.lock().unwrap();
        let fails = disk.fails && disk.written < disk.given;
        fails.then(|| Message::new("record-unwritten"))
    }
}

#[test]
fn what_is_shown_to_be_over_is_on_the_disk_or_said_not_to_be_and_comes_a_second_late_at_most() {
    const TICK: Duration = Duration::from_millis(100);
    let mut slow = 0;
    for seed in 0..4 {
        let mut random = fastrand::Rng::with_seed(seed);
        let (clock, disk) = (SimulatedClock::new(), Disk::default());
        let shell = Shell {
            clock: clock.clone(),
            sound: Box::new(Silent),
            record: Box::new(disk.clone()),
            changed: Box::new(|| {}),
        };
        let mut exercise = holds(4);
        exercise.dose = Dose::Hold {
            hold: Duration::from_secs(3),
            reps: 4,
        };
        let routine = Arc::new(Routine::new("test", "Test", vec![exercise]));
        let runner = Runner::spawn(Session::new(routine), shell).unwrap();
        runner.send(Command::Start);
        let mut unshown = Duration::ZERO;
        let mut ticks = 0;
        while !runner.snapshot().state.is_over() {
            clock.pass(TICK);
            ticks += 1;
            match random.u8(0..60) {
                0 => disk.0.lock().unwrap().fails ^= true,
                1 => runner.send(*random.choice(&[Command::Skip, Command::Hurts]).unwrap()),
                2..=9 => disk.write(),
                10..=20 => runner.send(Command::Resume),
                _ => {}
            }
            clock.settle();
            let snapshot = runner.snapshot();
            let shown = snapshot.attempts.len() + usize::from(snapshot.state.is_over());
            let warning = snapshot.record_warning.map(|warning| warning.id);
            slow += usize::from(warning == Some("session-record-slow"));
            let (given, written) = {
                let disk = disk.0.lock().unwrap();
                (disk.given, disk.written)
            };
            assert!(
                shown <= written || warning.is_some(),
                "{shown} of {written}: {seed}"
            );
            unshown = if shown < given {
                unshown + TICK
            } else {
                Duration::ZERO
            };
            assert!(unshown <= Duration::from_secs(1), "{unshown:?}: {seed}");
            assert!(
                ticks < 10_000,
                "the session goes on whatever the disk does: {seed}"
            );
        }
    }
    assert!(slow > 0, "some disks took longer than that");
}

#[test]
fn a_snapshot_tells_all_that_a_screen_draws() {
    let stage = Stage::of(vec![holds(2)]);
    assert_eq!(stage.runner.snapshot().state, State::Ready);
    stage.send(Command::Start).pass(38.0);
    stage.send(Command::Extend).pass(0.5);
    stage.send(Command::Pause).pass(500.0);
    let snapshot = stage.runner.snapshot();
    assert_eq!(snapshot.state, State::Paused(Pause::Asked));
    assert_eq!(snapshot.step, 3);
    assert_eq!(snapshot.elapsed, Duration::from_millis(3500));
    assert_eq!(snapshot.length, Some(Duration::from_secs(30)));
    assert_eq!(snapshot.left, Duration::from_millis(26_500));
    assert_eq!(snapshot.attempts.len(), 1);
    assert_eq!(snapshot.attempts[0].outcome, Outcome::Done);
}

#[test]
fn a_refusal_is_reported_until_the_next_command_is_obeyed() {
    let stage = Stage::of(vec![holds(1)]);
    stage.send(Command::Start).send(Command::Resume).pass(5.0);
    let refused = stage.runner.snapshot().refused.unwrap();
    let reported = (refused.command, refused.why, refused.step);
    assert_eq!(reported, (Command::Resume, Refusal::NotPaused, 0));
    stage.send(Command::Pause);
    assert_eq!(stage.runner.snapshot().refused, None);
}

#[test]
fn a_machine_that_slept_finds_the_session_paused_and_nothing_is_caught_up() {
    let stage = Stage::of(vec![holds(1)]);
    stage.send(Command::Start).pass(15.0);
    let before = stage.entries().len();
    let away = Duration::from_mins(10);
    stage.clock.sleep(away);
    let snapshot = stage.runner.snapshot();
    assert_eq!(snapshot.state, State::Paused(Pause::Interrupted { away }));
    assert_eq!(snapshot.elapsed, Duration::from_secs(5));
    let reported = stage.entries().split_off(before);
    let events = reported
        .iter()
        .filter(|entry| matches!(entry, Entry::Record(_)));
    assert_eq!(events.count(), 1, "the interruption alone");
    stage.send(Command::Stop(StopReason::Other));
    assert_eq!(
        stage.runner.snapshot().attempts[0].held,
        Duration::from_secs(5)
    );
}

#[test]
fn a_session_goes_on_without_a_sound_and_a_record_that_have_failed_and_says_so() {
    let stage = Stage::with(vec![holds(1)], SimulatedClock::new(), true);
    stage.send(Command::Start).pass(31.0);
    let snapshot = stage.runner.snapshot();
    assert_eq!(snapshot.state, State::Completed);
    let sound = snapshot.sound_warning.unwrap();
    let reported = (sound.message.id, sound.leaves);
    assert_eq!(reported, ("session-sound-failed", Audible::Nothing));
    assert_eq!(snapshot.record_warning.unwrap().id, "session-record-failed");
}

/// A sound that panics whenever it is asked what is wrong with it, and counts what it is asked.
struct Broken(Arc<AtomicUsize>);

impl Sound for Broken {
    fn events(&mut self, _: &[Event], _: &Session) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn warning(&self) -> Option<SoundWarning> {
        self.0.fetch_add(1, Ordering::Relaxed);
        panic!("a sound that can't tell its warning");
    }
}

#[test]
fn a_sound_that_fails_at_telling_its_warning_is_left_alone_from_then_on() {
    let asked = Arc::new(AtomicUsize::new(0));
    let clock = SimulatedClock::new();
    let shell = Shell {
        clock: clock.clone(),
        sound: Box::new(Broken(Arc::clone(&asked))),
        record: Box::new(Unrecorded(None)),
        changed: Box::new(|| {}),
    };
    let routine = Routine::new("test", "Test", vec![holds(1)]);
    let runner = Runner::spawn(Session::new(Arc::new(routine)), shell).unwrap();
    runner.send(Command::Start);
    clock.pass(Duration::from_secs(31));
    let snapshot = runner.snapshot();
    assert_eq!(snapshot.state, State::Completed);
    let warning = snapshot.sound_warning.unwrap().message;
    assert_eq!(warning.id, "session-sound-failed");
    assert_eq!(asked.load(Ordering::Relaxed), 1);
}

/// A clock that stands still, and that panics when it is looked at once too often.
struct Failing {
    looks: AtomicUsize,
}

impl Clock for Failing {
    fn now(&self) -> Reading {
        let looks = self.looks.fetch_sub(1, Ordering::Relaxed);
        assert!(looks > 0, "a clock that has failed");
        Reading {
            monotonic: Duration::ZERO,
            with_sleep: Duration::ZERO,
        }
    }

    fn wait<T>(&self, messages: &Receiver<T>, _: Option<Duration>) -> Wake<T> {
        messages.recv().map_or(Wake::Abandoned, Wake::Message)
    }
}

/// A sound that says that it has heard of a failure.
struct Listening(Sender<&'static str>);

impl Sound for Listening {
    fn events(&mut self, _: &[Event], _: &Session) {}

    fn failed(&mut self) {
        self.0.send("heard").unwrap();
    }

    fn warning(&self) -> Option<SoundWarning> {
        None
    }
}

#[test]
fn a_session_that_panics_is_over_on_the_screen_and_for_the_ear() {
    let (reported, inbox) = mpsc::channel();
    let seen = reported.clone();
    let shell = Shell {
        clock: Failing {
            looks: AtomicUsize::new(2),
        },
        sound: Box::new(Listening(reported)),
        record: Box::new(Unrecorded(None)),
        changed: Box::new(move || seen.send("changed").unwrap()),
    };
    let routine = Routine::new("test", "Test", vec![holds(1)]);
    let runner = Runner::spawn(Session::new(Arc::new(routine)), shell).unwrap();
    runner.send(Command::Start);
    assert_eq!(inbox.recv(), Ok("changed"));
    assert_eq!(runner.snapshot().state, State::Running);
    runner.send(Command::Pause);
    // The thread is over when nobody is left to tell anything.
    assert_eq!(Vec::from_iter(&inbox), ["heard", "changed"]);
    let snapshot = runner.snapshot();
    assert_eq!(snapshot.state, State::Failed);
    assert!(snapshot.state.is_over());
    runner.send(Command::Resume);
    assert_eq!(runner.snapshot().state, State::Failed);
}

/// A sound that gets ready for as long as it is wanted.
struct Unready(Sender<&'static str>);

impl Sound for Unready {
    fn prepare(&mut self, _: &Session, is_wanted: &dyn Fn() -> bool) {
        self.0.send("begun").unwrap();
        while is_wanted() {
            std::thread::yield_now();
        }
    }

    fn events(&mut self, _: &[Event], _: &Session) {}

    fn warning(&self) -> Option<SoundWarning> {
        None
    }
}

#[test]
fn who_ends_a_session_at_its_start_does_not_wait_for_its_sound() {
    let (teller, reported) = mpsc::channel();
    let shell = Shell {
        clock: SimulatedClock::new(),
        sound: Box::new(Unready(teller)),
        record: Box::new(Unrecorded(None)),
        changed: Box::new(|| {}),
    };
    let routine = Arc::new(Routine::new("test", "Test", vec![holds(1)]));
    let runner = Runner::spawn(Session::new(routine), shell).unwrap();
    runner.send(Command::Start);
    assert_eq!(reported.recv(), Ok("begun"));
    // Ends only if what it waits for is reported that nobody wants it.
    drop(runner);
    assert!(reported.recv().is_err());
}

#[test]
fn a_runner_that_is_dropped_takes_its_thread_with_it() {
    let stage = Stage::of(vec![holds(1)]);
    stage.send(Command::Start).pass(15.0);
    let Stage {
        runner,
        journal,
        clock,
    } = stage;
    drop(runner);
    drop(clock);
    assert_eq!(
        Arc::strong_count(&journal),
        1,
        "nothing is left that could write to it"
    );
}
