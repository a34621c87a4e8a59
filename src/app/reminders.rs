//! How the day goes with its reminders, and whether they begin with the computer.

use std::io;
use std::mem;
use std::process::{Child, ExitStatus};
use std::sync::Arc;
use std::time::Duration;

use jiff::Zoned;
use jiff::civil::DateTime;
use wait_timeout::ChildExt as _;

use super::{App, Shown};
use crate::background::{Jobs, Outbox, no_thread};
use crate::clock;
use crate::desk::call::Call;
use crate::desk::request::Request;
use crate::desk::said::Said;
use crate::desk::status::Status;
use crate::desk::told::{self, Told};
use crate::desk::{self, Example, TakesAway, autostart};
use crate::disk;
use crate::folders::Folders;
use crate::history::History;
use crate::library::Entry;
use crate::remind;
use crate::reminder::{Candidate, Reminders, Silence, outlook};
use crate::settings::{ReminderForm, Reminding};
use crate::threads;
use crate::ui::Place;
use crate::ui::reminders::{Ahead, Done, Live, RemindersAction, Running};
use crate::words::{Message, Words};

/// What the page of reminders shows besides settings.
pub(super) struct RemindersPage {
    /// The day as it goes, once that is known.
    pub(super) ahead: Option<Ahead>,
    /// How things stand just now.
    pub(super) live: Live,
    /// Whether reminders begin with the computer; `None` where nothing can say so.
    pub(super) starts_with_computer: Option<bool>,
    /// Why that could not be set.
    pub(super) warning: Option<Message>,
    /// Whether the process that reminds is started and asked. Not so in tests, whose program is another.
    pub(super) has_process: bool,
    /// What of the settings that process knows.
    followed: Reminding,
    /// How many examples were asked for.
    examples: u64,
    /// Takes away the last of them, while that is on show.
    on_show: Option<TakesAway>,
    /// What the day was last asked to be reckoned from.
    asked: Option<Asked>,
    jobs: Jobs<News>,
}

/// What a day follows from. Where that is the same, so is the day.
#[derive(Clone)]
struct Asked {
    minute: DateTime,
    set: Reminding,
    entries: Arc<[Entry]>,
    /// How often the record was read.
    reading: u64,
}

pub(super) enum News {
    Ahead(Ahead),
    /// How the process that reminds says things stand.
    Live(Heard),
    Starts(bool),
    NotSet(io::Error, bool),
    /// The example with this number was shown in the first of these forms, if in any, though the second was asked for.
    Shown(u64, Option<ReminderForm>, ReminderForm),
    /// The process that reminds could not be started.
    NotStarted(io::Error),
    /// It has ended by an error.
    BrokenOff,
}

pub(super) enum Heard {
    NoneRuns,
    /// One runs, and does not answer.
    Silent,
    Status(Box<Status>),
}

impl RemindersPage {
    pub(super) fn new(jobs: Jobs<News>) -> Self {
        Self {
            ahead: None,
            live: Live::Unknown,
            starts_with_computer: None,
            warning: None,
            has_process: false,
            followed: Reminding::default(),
            examples: 0,
            on_show: None,
            asked: None,
            jobs,
        }
    }

    /// Has all of it looked at anew.
    pub(super) fn look_again(&mut self) {
        self.warning = None;
        self.asked = None;
        if autostart::MAY_BE {
            self.jobs.run(|| Some(News::Starts(autostart::is_on())));
        }
    }

    /// Has the process that reminds follow settings that are being written.
    fn have_followed(&mut self, set: &Reminding, folders: Option<&Folders>) {
        if *set == self.followed || !self.has_process {
            return;
        }
        let was_on = mem::replace(&mut self.followed, set.clone()).on;
        if was_on || set.on {
            self.have_run(was_on != set.on, folders);
        }
    }

    /// Has the process that reminds look at the settings, and is one of those to be started before, if none runs.
    fn have_run(&mut self, is_started: bool, folders: Option<&Folders>) {
        let Some(folders) = folders.cloned().filter(|_| self.has_process) else {
            return;
        };
        if is_started {
            self.live = Live::Unknown;
            self.warning = None;
        }
        let outbox = self.jobs.outbox();
        // After they are written, which is done before; and to wait for it holds up nothing else.
        self.jobs.run(move || {
            let started = is_started.then(desk::follow_settings);
            let started = match started.transpose() {
                Ok(started) => started,
                Err(error) => return Some(News::NotStarted(error)),
            };
            let failed = outbox.clone();
            let work = move || follow(&folders, started, &outbox);
            drop(threads::start("reminders", work, move || failed.failed()));
            None
        });
    }

    /// Has the process that reminds asked, if one runs.
    fn ask_how_things_stand(&self, folders: Option<&Folders>) {
        if let Some(folders) = folders.cloned().filter(|_| self.has_process) {
            // Without a thread it is not known.
            let ask = move || Some(News::Live(ask(&folders, Request::Status)));
            drop(self.jobs.start(ask));
        }
    }

    /// Shows a reminder as it would come, in the place of one that is still on show.
    fn show_one(&mut self, routine: &str, title: &str, form: ReminderForm, words: &Words) {
        self.warning = None;
        if !self.has_process {
            return;
        }
        if let Some(earlier) = self.on_show.take() {
            earlier.take_away();
        }
        self.examples += 1;
        let number = self.examples;
        let call = Call::example(routine);
        let said = Said::example(title, words);
        // It stays for a minute.
        let example = Example::default();
        let takes_away = example.takes_away();
        let show = move || Some(News::Shown(number, example.show(form, &call, &said), form));
        match self.jobs.start(show) {
            Ok(()) => self.on_show = Some(takes_away),
            Err(error) => self.warning = Some(no_thread(&error)),
        }
    }

    fn start_with_computer(&mut self, starts: bool, language: &'static str) {
        self.warning = None;
        let set = move || {
            Some(match autostart::set(starts, &Words::of(language)) {
                Ok(()) => News::Starts(starts),
                Err(error) => News::NotSet(error, autostart::is_on()),
            })
        };
        match self.jobs.start(set) {
            Ok(()) => self.starts_with_computer = Some(starts),
            Err(error) => self.warning = Some(no_thread(&error)),
        }
    }

    fn take_news(&mut self, words: &Words) {
        for news in self.jobs.news() {
            match news {
                News::Ahead(ahead) => self.ahead = Some(ahead),
                News::Live(Heard::NoneRuns) => self.live = Live::NoneRuns,
                News::Live(Heard::Silent) => self.live = Live::Silent,
                News::Live(Heard::Status(status)) => {
                    self.live = Live::Runs(running(&status, words));
                }
                News::Starts(starts) => self.starts_with_computer = Some(starts),
                News::NotSet(error, starts) => {
                    let reason = autostart::reason(&error);
                    let warning = Message::new("reminders-start-failed").with("reason", reason);
                    self.warning = Some(warning);
                    self.starts_with_computer = Some(starts);
                }
                // Of one that gave way to another there is nothing to say.
                News::Shown(number, ..) if number != self.examples => {}
                News::Shown(_, shown, asked) => {
                    self.on_show = None;
                    self.warning = not_as_asked(shown, asked);
                }
                News::NotStarted(error) => {
                    let reason = disk::reason(&error);
                    self.warning =
                        Some(Message::new("reminders-not-started").with("reason", reason));
                }
                News::BrokenOff => {
                    self.live = Live::NoneRuns;
                    self.warning = Some(Message::new("reminders-broken-off"));
                }
            }
        }
    }
}

/// Looks after the process that reminds once the settings are others. Where one was `started`, that ends at once if
/// one runs already.
fn follow(folders: &Folders, started: Option<Child>, outbox: &Outbox<News>) {
    let Some(mut started) = started else {
        return outbox.send_result(|| Some(News::Live(ask(folders, Request::Look))));
    };
    let ended = started.wait_timeout(BEGUN);
    outbox.send_result(|| Some(News::Live(ask(folders, Request::Status))));
    if !matches!(ended, Ok(Some(_))) {
        // For as long as this program runs too.
        let _ = started.wait();
        outbox.send_result(|| Some(News::Live(ask(folders, Request::Status))));
    }
    // As it has ended by now.
    let is_error = |status: ExitStatus| status.code().is_some_and(|code| code != 0);
    if matches!(started.try_wait(), Ok(Some(status)) if is_error(status)) {
        outbox.send_result(|| Some(News::BrokenOff));
    }
}

fn ask(folders: &Folders, request: Request) -> Heard {
    match desk::ask(folders, request) {
        Some(status) => Heard::Status(Box::new(status)),
        None if desk::is_running(folders) => Heard::Silent,
        None => Heard::NoneRuns,
    }
}

/// What is to be said of an example that came in another form than was asked for, if in any.
fn not_as_asked(shown: Option<ReminderForm>, asked: ReminderForm) -> Option<Message> {
    let said = match shown {
        Some(shown) if shown == asked => return None,
        Some(shown) => Message::new("reminders-shown-instead").with("form", shown.name()),
        None => Message::new("reminders-not-shown"),
    };
    Some(said.with("chosen", asked.name()))
}

/// How long it takes to begin, at most on most machines.
const BEGUN: Duration = Duration::from_secs(1);

/// How things stand, as the page shows it.
fn running(status: &Status, words: &Words) -> Running {
    let told = Told {
        words,
        here: &clock::here(),
    };
    let is_missing = |name: &str| status.missing.iter().any(|it| it == name);
    let chosen = Silence::CHOSEN.into_iter();
    let instead = status.shown_as.is_some().then(|| told::form(status));
    let trouble = status.trouble.map(told::trouble);
    Running {
        told: told.stands(status),
        troubles: instead.into_iter().chain(trouble).collect(),
        silences: status.silences.iter().copied().collect(),
        unknown: chosen
            .filter(|silence| silence.name().is_some_and(is_missing))
            .collect(),
        tells_idle: !is_missing("idle"),
    }
}

impl Asked {
    fn is_same(&self, other: &Self) -> bool {
        self.minute == other.minute
            && self.set == other.set
            && Arc::ptr_eq(&self.entries, &other.entries)
            && self.reading == other.reading
    }
}

impl App {
    pub(super) fn apply_reminders(&mut self, action: &RemindersAction) {
        match action {
            RemindersAction::StartWithComputer(starts) => {
                let language = self.words.language().tag;
                self.reminders.start_with_computer(*starts, language);
            }
            RemindersAction::ShowOne(routine) => {
                let found = self.store.library.find(routine).and_then(|it| it.routine);
                let title = found.map_or_else(|| routine.clone(), |it| it.title.clone());
                let form = self.store.settings.now.reminders.form;
                self.reminders.show_one(routine, &title, form, &self.words);
            }
            RemindersAction::Run => {
                let folders = self.store.folders.as_ref();
                self.reminders.have_run(true, folders);
            }
        }
    }

    /// Takes in what came from the background, has the process that reminds follow the settings, and has the day
    /// reckoned while it is in view.
    pub(super) fn follow_reminders(&mut self) {
        self.reminders.take_news(&self.words);
        if self.store.settings.is_handed_in() {
            let (set, folders) = (&self.store.settings.now.reminders, &self.store.folders);
            self.reminders.have_followed(set, folders.as_ref());
        }
        if self.place != Place::Reminders || !matches!(self.shown, Shown::Place) {
            return;
        }
        let here = clock::here();
        let seconds = u64::from(60 - here.second().unsigned_abs().min(59));
        self.ctx.request_repaint_after(Duration::from_secs(seconds));
        let (Some(history), entries) = (self.store.record.history(), self.store.library.entries())
        else {
            return;
        };
        let asked = Asked {
            minute: here
                .datetime()
                .with()
                .second(0)
                .subsec_nanosecond(0)
                .build()
                .unwrap_or(here.datetime()),
            set: self.store.settings.now.reminders.clone(),
            entries,
            reading: self.store.record.reading(),
        };
        let last = self.reminders.asked.as_ref();
        if last.is_some_and(|last| last.is_same(&asked)) {
            return;
        }
        let chosen = asked.set.routine.as_deref();
        let candidates = remind::candidates(&asked.entries, &self.day(), history, chosen);
        let done = done(history, &here);
        self.reminders
            .ask_how_things_stand(self.store.folders.as_ref());
        let set = asked.set.clone();
        self.reminders.asked = Some(asked);
        self.reminders
            .jobs
            .run(move || Some(News::Ahead(ahead(&set, &candidates, done, &here))));
    }
}

fn ahead(set: &Reminding, candidates: &[Candidate], done: Vec<Done>, here: &Zoned) -> Ahead {
    let reminders = Reminders::new(set.wishes());
    Ahead {
        done,
        expected: outlook(&reminders, candidates, here),
    }
}

/// The sessions of the day, the first one first.
fn done(history: &History, here: &Zoned) -> Vec<Done> {
    let sessions = history.sessions.iter();
    let today = sessions.filter(|session| session.started.date() == here.date());
    let mut done: Vec<Done> = today
        .filter(|session| session.not_counted.is_none())
        .filter_map(|session| {
            let finished = session.finished.as_ref()?;
            let long = finished.duration_since(&session.started);
            Some(Done {
                at: session.started.time(),
                minutes: u64::try_from(long.as_mins()).unwrap_or(0),
            })
        })
        .collect();
    done.sort_by_key(|done| done.at);
    done
}
