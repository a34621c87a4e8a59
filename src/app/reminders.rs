//! How the day goes with its reminders, and whether they begin with the computer.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use jiff::Zoned;
use jiff::civil::DateTime;

use super::{App, Shown};
use crate::background::Jobs;
use crate::clock;
use crate::desk::autostart;
use crate::history::History;
use crate::library::Entry;
use crate::remind;
use crate::reminder::{Candidate, Reminders, outlook};
use crate::settings::Reminding;
use crate::ui::Place;
use crate::ui::reminders::{Ahead, Done, Live, RemindersAction};
use crate::words::Message;

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
    Starts(bool),
    NotSet(io::Error, bool),
}

impl RemindersPage {
    pub(super) fn new(jobs: Jobs<News>) -> Self {
        Self {
            ahead: None,
            live: None,
            starts_with_computer: None,
            warning: None,
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

    fn take_news(&mut self) {
        for news in self.jobs.news() {
            match news {
                News::Ahead(ahead) => self.ahead = Some(ahead),
                News::Starts(starts) => self.starts_with_computer = Some(starts),
                News::NotSet(error, starts) => {
                    let reason = autostart::reason(&error);
                    let warning = Message::new("reminders-start-failed").with("reason", reason);
                    self.warning = Some(warning);
                    self.starts_with_computer = Some(starts);
                }
            }
        }
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
        }
    }

    /// Takes in what came from the background, and has the day reckoned while it is in view.
    pub(super) fn follow_reminders(&mut self) {
        self.reminders.take_news();
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
