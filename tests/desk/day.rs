//! Days of the process by a clock that moves when told, with a desktop and with forms that stand in for real ones,
//! and real files.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc;
use std::time::Duration;

use jiff::Zoned;
use supple::clock;
use supple::desk::call::Call;
use supple::desk::keeper::{Forms, Keeper, Moment, Next, On};
use supple::desk::known::DayOnDisk;
use supple::desk::readings::{Desktop, Looked, Missing};
use supple::desk::request::{News, Quiet, Request};
use supple::desk::said::Said;
use supple::desk::status::{Became, Now, Status, Trouble};
use supple::desk::told::Told;
use supple::history::{Log, Recorder};
use supple::library::read_file;
use supple::plan::Plan;
use supple::reminder::{Answer, Silence};
use supple::runner::Record as _;
use supple::session::{Event, EventKind};
use supple::settings::ReminderForm;
use supple::words::Words;

use crate::machine::Machine;
use crate::{ALWAYS, DUE};

/// What the desktop says, and what reached the person: the test's end of both.
#[derive(Clone, Default)]
struct Person {
    looked: Rc<RefCell<Looked>>,
    asked_for: Rc<RefCell<BTreeSet<Silence>>>,
    reached: Rc<RefCell<Vec<String>>>,
    /// The form that a reminder can come in besides the one that was chosen.
    otherwise: Rc<Cell<Option<ReminderForm>>>,
}

impl Desktop for Person {
    fn look(&mut self) -> Looked {
        self.looked.borrow().clone()
    }

    fn ask_for(&mut self, chosen: BTreeSet<Silence>) {
        *self.asked_for.borrow_mut() = chosen;
    }
}

impl Person {
    fn note(&self, what: String) {
        self.reached.borrow_mut().push(what);
    }

    /// What reached them since the last call.
    fn reached(&self) -> Vec<String> {
        self.reached.take()
    }
}

impl Forms for Person {
    fn show(
        &mut self,
        form: ReminderForm,
        _: &Call,
        said: &Said,
        number: u64,
    ) -> Option<ReminderForm> {
        self.note(format!(
            "{number} by {form:?}: {}. {}",
            said.title, said.text
        ));
        Some(form)
    }

    fn show_otherwise(&mut self) -> Option<ReminderForm> {
        self.note("otherwise".to_owned());
        self.otherwise.take()
    }

    fn take_away(&mut self) {
        self.note("away".to_owned());
    }

    fn open(&mut self, on: On<'_>) {
        self.note(format!("opened {on:?}"));
    }
}

struct Desk {
    machine: Machine,
    person: Person,
    keeper: Keeper<Person>,
    now: Moment,
}

impl Desk {
    fn new(machine: Machine, at: &str) -> Self {
        let here: Zoned = at.parse().unwrap();
        let hour = Duration::from_hours(1);
        let now = Moment {
            here,
            clocks: supple::session::Reading {
                monotonic: hour,
                with_sleep: hour,
            },
        };
        let person = Person::default();
        person.looked.borrow_mut().idle = Some(Duration::ZERO);
        let keeper = Self::keeper(&machine, &person, &now);
        Self {
            machine,
            person,
            keeper,
            now,
        }
    }

    fn keeper(machine: &Machine, person: &Person, now: &Moment) -> Keeper<Person> {
        let mut day = DayOnDisk::new(Some(machine.folders()));
        let (known, kept) = (day.known(), day.begin_keeping());
        let (disk, desktop) = (Box::new(day), Box::new(person.clone()));
        Keeper::new(known, disk, desktop, person.clone()).going_on(kept, now)
    }

    /// Lets time pass, with a look whenever the keeper wants one.
    fn pass(&mut self, mut length: Duration) -> Vec<String> {
        loop {
            let wait = self.keeper.look(&self.now).max(Duration::from_millis(100));
            assert!(
                wait <= Duration::from_mins(1),
                "it looks at least once a minute"
            );
            let step = wait.min(length);
            self.now.here = &self.now.here + step;
            self.now.clocks.monotonic += step;
            self.now.clocks.with_sleep += step;
            length -= step;
            if length.is_zero() {
                self.keeper.look(&self.now);
                return self.person.reached();
            }
        }
    }

    fn minutes(&mut self, minutes: u64) -> Vec<String> {
        self.pass(Duration::from_mins(minutes))
    }

    fn take(&mut self, news: News) -> Vec<String> {
        assert_eq!(self.keeper.take(news, &self.now), Next::Look);
        self.keeper.look(&self.now);
        self.person.reached()
    }

    fn ask(&mut self, request: Request) -> Status {
        let (asker, answer) = mpsc::channel();
        self.keeper
            .take(News::Asked(request, Some(asker)), &self.now);
        answer.try_recv().unwrap()
    }

    fn silence(&self, silences: impl Into<BTreeSet<Silence>>) {
        self.person.looked.borrow_mut().silences = silences.into();
    }
}

/// A day of sitting, with a break every ten minutes of it.
fn sitting() -> Desk {
    let machine = Machine::new();
    machine.write(
        "config/settings.toml",
        "[reminders]\non = true\nsitting_minutes = 10\nroutine = \"two-minute-standing-break\"\n\
         form = \"notification\"\n",
    );
    Desk::new(machine, "2026-11-30T09:00:00[Europe/Berlin]")
}

const BREAK: &str = "1 by Notification: Time for Two-minute standing break. \
                     You have been sitting for 10 minutes. It takes about 2 minutes.";

#[test]
fn a_reminder_comes_is_answered_and_opens_what_was_asked_for() {
    let mut desk = sitting();
    assert_eq!(desk.pass(Duration::from_secs(599)), [""; 0]);
    assert_eq!(desk.pass(Duration::from_secs(1)), [BREAK]);
    // What is said to another one, or once more, counts for nothing.
    assert_eq!(desk.take(News::Answered(7, Answer::Start)), [""; 0]);
    let opened = ["away", "opened Session(\"two-minute-standing-break\")"];
    assert_eq!(desk.take(News::Answered(1, Answer::Start)), opened);
    assert_eq!(desk.take(News::Answered(1, Answer::NotNow)), [""; 0]);
    let status = desk.ask(Request::Status);
    assert_eq!(status.last.unwrap().answer, Some(Became::Start));
}

#[test]
fn what_is_put_off_comes_again_what_nobody_answers_goes_and_what_cant_be_shown_is_shown_otherwise()
{
    let mut desk = sitting();
    desk.minutes(10);
    assert_eq!(desk.ask(Request::Status).shown_as, None);
    desk.person.otherwise.set(Some(ReminderForm::Window));
    assert_eq!(desk.take(News::NotShown(1)), ["otherwise"]);
    let shown_as = desk.ask(Request::Status).shown_as;
    assert_eq!(shown_as.as_deref(), Some("window"));
    assert_eq!(desk.take(News::Answered(1, Answer::PutOff)), ["away"]);
    let status = desk.ask(Request::Status);
    let until = "2026-11-30T09:20:00+01:00";
    assert_eq!(status.put_off_until.as_deref(), Some(until));
    let words = Words::of("en");
    let told = Told {
        words: &words,
        here: &desk.now.here,
    };
    let told = words.message(&told.stands(&status).unwrap());
    assert!(told.starts_with("Put off until 9:20"), "{told}");
    let again = desk.minutes(10);
    assert_eq!(again, [BREAK.replacen('1', "2", 1)]);
    assert_eq!(desk.minutes(1), ["away"]);
    assert_eq!(desk.take(News::NotShown(2)), [""; 0]);
    let answers: Vec<_> = desk.ask(Request::Status).today;
    let answers = answers.iter().map(|it| it.answer.unwrap());
    assert_eq!(answers.collect::<Vec<_>>(), [Became::PutOff, Became::Gone]);
}

#[test]
fn one_that_no_form_can_be_had_for_is_told_and_comes_again() {
    let mut desk = sitting();
    desk.minutes(10);
    assert_eq!(desk.take(News::NotShown(1)), ["otherwise"]);
    let status = desk.ask(Request::Status);
    assert!(!status.is_reminding());
    assert_eq!(status.shown_as.as_deref(), Some("none"));
    assert_eq!(status.today[0].answer, Some(Became::NotShown));
    assert_eq!(desk.minutes(9), [""; 0]);
    assert_eq!(desk.minutes(1), [BREAK.replacen('1', "2", 1)]);
    assert_eq!(desk.take(News::NotShown(2)), ["otherwise"]);
    // Another form is chosen: of that nothing is known yet.
    desk.machine.write(
        "config/settings.toml",
        "[reminders]\non = true\nsitting_minutes = 10\nroutine = \"two-minute-standing-break\"\n",
    );
    assert_eq!(desk.ask(Request::Look).shown_as, None);
}

#[test]
fn a_call_takes_it_away_and_the_status_says_why() {
    let mut desk = sitting();
    desk.minutes(10);
    desk.silence([Silence::Microphone]);
    assert_eq!(desk.take(News::Asked(Request::Look, None)), ["away"]);
    let status = desk.ask(Request::Status);
    let Some(Now::Silent { because, waiting }) = status.now else {
        panic!("{status:?}");
    };
    assert_eq!(because, Silence::Microphone);
    assert_eq!(waiting.routine, "two-minute-standing-break");
    desk.silence([]);
    assert_eq!(desk.minutes(9), [""; 0]);
    let after = desk.minutes(1);
    assert!(after[0].contains("Your call is over."), "{after:?}");
    let happened = desk.ask(Request::Status).today;
    let happened = happened.iter();
    let happened: Vec<_> = happened.map(|it| (it.silent, it.answer)).collect();
    let expected = [
        (None, Some(Became::TakenBack)),
        (Some(Silence::Microphone), None),
        (Some(Silence::Calm), None),
        (None, None),
    ];
    assert_eq!(happened, expected);
}

#[test]
fn while_a_session_is_under_way_nothing_comes_and_what_was_done_counts() {
    let machine = Machine::new();
    machine.write("data/routines/neck.toml", DUE);
    machine.write("config/settings.toml", ALWAYS);
    let folders = machine.folders();
    let file = machine.path("data/routines/neck.toml");
    let routine = read_file(&file, clock::today()).unwrap().routine.unwrap();
    let routine = Arc::new(routine);
    let log = Log::open(&folders).unwrap();
    let mut recorder = Recorder::new(&log, &routine, None);
    let started = Event {
        at: Duration::ZERO,
        kind: EventKind::Started,
    };
    recorder.event(&started, &Plan::of(&routine));
    log.flush().unwrap();
    let mut desk = Desk::new(machine, "2026-11-30T12:00:00[Europe/Berlin]");
    assert_eq!(desk.minutes(30), [""; 0]);
    let silent = desk.ask(Request::Status).now;
    assert!(
        matches!(
            silent,
            Some(Now::Silent {
                because: Silence::Session,
                ..
            })
        ),
        "{silent:?}"
    );
    drop((recorder, log));
    assert!(!desk.minutes(1).is_empty());
}

#[test]
fn what_changes_on_the_disk_counts_within_a_minute() {
    let mut desk = sitting();
    desk.minutes(5);
    desk.machine.write(
        "config/settings.toml",
        "[look]\nlanguage = \"de\"\n[reminders]\non = true\nsitting_minutes = 12\n\
         routine = \"two-minute-standing-break\"\nform = \"voice\"\n",
    );
    assert_eq!(desk.minutes(6), [""; 0]);
    let came = desk.minutes(1);
    assert!(came[0].starts_with("1 by Voice: Zeit für "), "{came:?}");
    assert!(desk.keeper.is_on());
    assert!(desk.person.asked_for.borrow().contains(&Silence::Camera));
    desk.machine.write(
        "config/settings.toml",
        "[reminders]\non = true\nquiet_while = [\"battery\"]\n",
    );
    desk.minutes(1);
    assert_eq!(*desk.person.asked_for.borrow(), [Silence::Battery].into());
    // A file that somebody is at work on changes nothing.
    desk.machine.write("config/settings.toml", "[reminders\n");
    desk.minutes(1);
    assert!(desk.keeper.is_on());
    desk.machine
        .write("config/settings.toml", "[reminders]\non = false\n");
    desk.minutes(1);
    assert!(!desk.keeper.is_on());
}

#[test]
fn quiet_is_kept_as_long_as_it_was_asked_for_and_across_a_new_start() {
    let mut desk = sitting();
    let short = desk.ask(Request::Quiet(Quiet::Minutes(5))).now;
    assert!(
        matches!(short, Some(Now::Waiting { .. })),
        "it is over by then"
    );
    let long = desk.ask(Request::Quiet(Quiet::Minutes(60)));
    assert_eq!(
        long.quiet_until.as_deref(),
        Some("2026-11-30T10:00:00+01:00")
    );
    let Some(Now::Silent { because, .. }) = long.now else {
        panic!("nothing comes before it is over");
    };
    assert_eq!(because, Silence::Asked);
    assert_eq!(desk.minutes(30), [""; 0]);
    desk.keeper = Desk::keeper(&desk.machine, &desk.person, &desk.now);
    assert_eq!(desk.minutes(29), [""; 0]);
    assert_eq!(desk.minutes(1).len(), 1);

    let tomorrow = Request::Quiet(Quiet::UntilTomorrow);
    let until = desk.ask(tomorrow).quiet_until;
    assert_eq!(until.as_deref(), Some("2026-12-01T00:00:00+01:00"));
    assert_eq!(desk.ask(Request::Quiet(Quiet::Off)).quiet_until, None);
}

#[test]
fn one_that_was_killed_goes_on_with_what_was_answered() {
    let machine = Machine::new();
    machine.write("data/routines/neck.toml", DUE);
    machine.write("config/settings.toml", ALWAYS);
    let mut desk = Desk::new(machine, "2026-11-30T12:00:00[Europe/Berlin]");
    assert_eq!(desk.minutes(0).len(), 1);
    desk.take(News::Answered(1, Answer::NotToday));
    desk.keeper = Desk::keeper(&desk.machine, &desk.person, &desk.now);
    assert_eq!(desk.minutes(60), [""; 0]);
}

#[test]
fn what_another_version_has_kept_or_nobody_can_read_counts_as_nothing_and_is_left_alone() {
    let later = r#"{"format":2,"quiet_until":[1]}"#;
    for (there, trouble) in [("{", Trouble::KeptUnreadable), (later, Trouble::KeptLater)] {
        let machine = Machine::new();
        machine.write("data/routines/neck.toml", DUE);
        machine.write("config/settings.toml", ALWAYS);
        let path = machine.write("config/reminders.json", there);
        let mut desk = Desk::new(machine, "2026-11-30T12:00:00[Europe/Berlin]");
        assert_eq!(desk.minutes(0).len(), 1);
        desk.take(News::Answered(1, Answer::NotToday));
        assert_eq!(std::fs::read_to_string(path).unwrap(), there);
        assert_eq!(desk.ask(Request::Status).trouble, Some(trouble));
    }
}

#[test]
fn all_that_programs_are_told_is_explained_where_routines_are() {
    let readme = include_str!("../../routines/README.md");
    let mut desk = sitting();
    desk.minutes(10);
    let status = serde_json::to_value(desk.ask(Request::Status)).unwrap();
    for fields in [&status, &status["now"], &status["today"][0]] {
        for field in fields.as_object().unwrap().keys() {
            let is_named = ["`", "\""].map(|mark| format!("{mark}{field}{mark}"));
            assert!(is_named.iter().any(|it| readme.contains(it)), "{field}");
        }
    }
}

#[test]
fn what_the_desktop_does_not_tell_is_told() {
    let mut desk = sitting();
    desk.person.looked.borrow_mut().missing = vec![Missing::Camera];
    assert_eq!(desk.ask(Request::Status).missing, ["camera"]);
}

#[test]
fn the_next_session_and_the_window_are_opened_when_asked_for() {
    let mut desk = sitting();
    desk.minutes(0);
    desk.ask(Request::StartNext);
    desk.ask(Request::Open);
    desk.ask(Request::Settings);
    let opened = [
        "opened Session(\"two-minute-standing-break\")",
        "opened Today",
        "opened Reminders",
    ];
    assert_eq!(desk.person.reached(), opened);
    assert_eq!(desk.keeper.take(News::End, &desk.now), Next::End);
}
