//! How the day goes with its reminders, and whether they begin with the computer.

use std::io;
use std::mem;
use std::process::Child;
use std::sync::Arc;
use std::time::Duration;

use jiff::Zoned;
use jiff::civil::DateTime;
use wait_timeout::ChildExt as _;

use super::{App, Shown};
use crate::background::{Jobs, Outbox, no_thread};
use crate::clock;
use crate::desk::call::{Call, Reason};
use crate::desk::request::Request;
use crate::desk::status::Status;
use crate::desk::told::Told;
use crate::desk::{self, autostart};
use crate::disk;
use crate::folders::Folders;
use crate::history::History;
use crate::library::Entry;
use crate::remind;
use crate::reminder::{Answer, Candidate, Reminders, Silence, outlook};
use crate::settings::Reminding;
use crate::threads;
use crate::ui::Place;
use crate::ui::reminders::{Ahead, Done, Live, RemindersAction};
use crate::words::{Message, Words};

/// What the page of reminders shows besides settings.
pub(super) struct RemindersPage {
    /// The day as it goes, once that is known.
    pub(super) ahead: Option<Ahead>,
    /// How things stand just now, if something reminds.
    pub(super) live: Option<Live>,
    /// Whether reminders begin with the computer; `None` where nothing can say so.
    pub(super) starts_with_computer: Option<bool>,
    /// Why that could not be set.
    pub(super) warning: Option<Message>,
    /// Whether the process that reminds is started and asked. Not so in tests, whose program is another.
    pub(super) has_process: bool,
    /// What of the settings that process knows.
    followed: Reminding,
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
    /// How the process that reminds says things stand; nothing where none runs.
    Live(Option<Box<Status>>),
    Starts(bool),
    NotSet(io::Error, bool),
    NotShown(io::Error),
    /// The process that reminds could not be started.
    NotStarted(io::Error),
    /// A session of this routine is to begin.
    Begin(String),
}

impl RemindersPage {
    pub(super) fn new(jobs: Jobs<News>) -> Self {
        Self {
            ahead: None,
            live: None,
            starts_with_computer: None,
            warning: None,
            has_process: false,
            followed: Reminding::default(),
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
        let Some(folders) = folders.cloned().filter(|_| was_on || set.on) else {
            return;
        };
        let is_other = was_on != set.on;
        let outbox = self.jobs.outbox();
        // After they are written, which is done before; and to wait for it holds up nothing else.
        self.jobs.run(move || {
            let started = is_other.then(desk::follow_settings);
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

    /// Shows a reminder as it would come, at which a session can be begun.
    fn show_one(&mut self, routine: &str) {
        self.warning = None;
        if !self.has_process {
            return;
        }
        let minutes = u64::from(self.followed.sitting_minutes);
        let call = Call {
            routine: routine.to_owned(),
            why: Reason::SittingMinutes(minutes),
            after: None,
            can_be_put_off: true,
        };
        // The window stays for a minute.
        let show = move || match desk::show(&call) {
            Ok(Answer::Start) => Some(News::Begin(call.routine)),
            Ok(_) => None,
            Err(error) => Some(News::NotShown(error)),
        };
        if let Err(error) = self.jobs.start(show) {
            self.warning = Some(no_thread(&error));
        }
    }

    fn start_with_computer(&mut self, starts: bool) {
        self.warning = None;
        self.starts_with_computer = Some(starts);
        self.jobs.run(move || {
            Some(match autostart::set(starts) {
                Ok(()) => News::Starts(starts),
                Err(error) => News::NotSet(error, autostart::is_on()),
            })
        });
    }

    /// Returns the routine that is to begin, if one is.
    fn take_news(&mut self, words: &Words) -> Option<String> {
        let mut begins = None;
        for news in self.jobs.news() {
            match news {
                News::Ahead(ahead) => self.ahead = Some(ahead),
                News::Live(status) => self.live = status.map(|status| live(&status, words)),
                News::Starts(starts) => self.starts_with_computer = Some(starts),
                News::NotSet(error, starts) => {
                    let reason = autostart::reason(&error);
                    let warning = Message::new("reminders-start-failed").with("reason", reason);
                    self.warning = Some(warning);
                    self.starts_with_computer = Some(starts);
                }
                News::NotShown(error) => {
                    let reason = disk::reason(&error);
                    let warning = Message::new("reminders-not-shown").with("reason", reason);
                    self.warning = Some(warning);
                }
                News::NotStarted(error) => {
                    let reason = disk::reason(&error);
                    self.warning =
                        Some(Message::new("reminders-not-started").with("reason", reason));
                }
                News::Begin(routine) => begins = Some(routine),
            }
        }
        begins
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
    }
}

fn ask(folders: &Folders, request: Request) -> Option<Box<Status>> {
    desk::ask(folders, request).map(Box::new)
}

/// How long it takes to begin, at most on most machines.
const BEGUN: Duration = Duration::from_secs(1);

/// How things stand, as the page shows it.
fn live(status: &Status, words: &Words) -> Live {
    let told = Told {
        words,
        here: &clock::here(),
    };
    let is_missing = |name: &str| status.missing.iter().any(|it| it == name);
    let chosen = Silence::CHOSEN.into_iter();
    Live {
        told: status.now.as_ref().map(|now| told.now(now)),
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
                self.reminders.start_with_computer(*starts);
            }
            RemindersAction::ShowOne(routine) => self.reminders.show_one(routine),
        }
    }

    /// Takes in what came from the background, has the process that reminds follow the settings, and has the day
    /// reckoned while it is in view.
    pub(super) fn follow_reminders(&mut self) {
        let begins = self.reminders.take_news(&self.words);
        let begins = begins.filter(|_| matches!(self.shown, Shown::Place));
        if let Some(routine) = begins.and_then(|id| self.store.library.find(&id)?.routine) {
            self.ask_before_session(routine);
        }
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
