//! Decides at each look, has what is due shown, and keeps what came of it.

use std::collections::BTreeSet;
use std::mem;
use std::sync::Arc;
use std::time::Duration;

use jiff::{Timestamp, Zoned};

use super::call::Call;
use super::known::{Disk, Known};
use super::readings::{Desktop, Looked};
use super::request::{News, Quiet, Request};
use super::said::Said;
use super::status::{Became, Happened, Now, Occasion, Status, Trouble, written};
use crate::reminder::{Answer, Decision, Kept, Reading, Reminder, Reminders, Silence, Wait, Why};
use crate::session;
use crate::settings::ReminderForm;
use crate::words::Words;

/// So often it is looked how things stand, at least.
const LOOK: Duration = Duration::from_mins(1);

/// Of a day no more is kept.
const MOST_HAPPENED: usize = 100;
/// A week: more is meant by nobody, but is soon typed.
const LONGEST_QUIET: Duration = Duration::from_hours(7 * 24);

/// A moment, by all clocks.
#[derive(Debug, Clone)]
pub struct Moment {
    /// The person's date and time of day.
    pub here: Zoned,
    /// The clocks that nobody sets.
    pub clocks: session::Reading,
}

/// Whatever shows a reminder to the person, and the window to them that they begin in.
pub trait Forms {
    /// Shows it, in this form or where that can't be in another, which is returned. What becomes of it comes as news
    /// with this number.
    fn show(
        &mut self,
        form: ReminderForm,
        call: &Call,
        said: &Said,
        number: u64,
    ) -> Option<ReminderForm>;

    /// It could not be shown after all: shows it in the next form that can be, and returns that.
    fn show_otherwise(&mut self) -> Option<ReminderForm>;

    /// Takes away what is shown.
    fn take_away(&mut self);

    /// Opens the window.
    fn open(&mut self, on: On<'_>);

    /// Looks after what was opened.
    fn look_after(&mut self) {}
}

/// What the window opens on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On<'a> {
    /// What it begins with.
    Today,
    /// The question before a session of the routine with this id.
    Session(&'a str),
    /// The page where reminders are set.
    Reminders,
}

/// What is to be done after news.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Look again at once.
    Look,
    End,
}

/// The whole of the process but for its clock, and for how news reach it.
pub struct Keeper<F> {
    reminders: Reminders,
    disk: Box<dyn Disk>,
    known: Arc<Known>,
    session_runs: bool,
    trouble: Option<Trouble>,
    /// What was kept of the day last.
    kept: Kept,
    desktop: Box<dyn Desktop>,
    forms: F,
    looked: Looked,
    decision: Option<Decision>,
    /// The number of the last reminder, and whether it is on show.
    number: u64,
    on_show: Option<Reminder>,
    /// The form that was chosen for it, and the one that it came in.
    came_as: Option<(ReminderForm, Option<ReminderForm>)>,
    /// What came and what was kept back today.
    happened: Vec<Happened>,
    last: Option<Happened>,
}

impl<F: Forms> Keeper<F> {
    /// Begins a day of which `known` was read from the disk.
    pub fn new(
        known: Arc<Known>,
        disk: Box<dyn Disk>,
        desktop: Box<dyn Desktop>,
        forms: F,
    ) -> Self {
        Self {
            reminders: Reminders::new(known.settings.reminders.wishes()),
            disk,
            known,
            session_runs: false,
            trouble: None,
            kept: Kept::default(),
            desktop,
            forms,
            looked: Looked::default(),
            decision: None,
            number: 0,
            on_show: None,
            came_as: None,
            happened: Vec::new(),
            last: None,
        }
    }

    /// Goes on from what was kept of this day.
    #[must_use]
    pub fn going_on(mut self, kept: Kept, now: &Moment) -> Self {
        let reading = reading(now, &self.looked.silences, None, &self.known);
        self.reminders.recall(kept.clone(), &reading);
        self.kept = kept;
        self
    }

    /// Whether the person wants to be reminded, as the settings had it last.
    pub fn is_on(&self) -> bool {
        self.known.settings.reminders.on
    }

    /// Those of the language that the settings had last.
    pub fn words(&self) -> &Words {
        &self.known.words
    }

    /// Looks how things stand and does what is to be done. Returns after how long to look again.
    pub fn look(&mut self, now: &Moment) -> Duration {
        if self.read(&now.here) || self.decision.is_none() {
            let wishes = self.known.settings.reminders.wishes();
            self.desktop.ask_for(wishes.quiet_while.clone());
            self.reminders.wish(wishes);
        }
        self.forms.look_after();
        self.looked = self.desktop.look();
        if self.session_runs {
            self.looked.silences.insert(Silence::Session);
        }
        let decision = self.reminders.advance(&reading(
            now,
            &self.looked.silences,
            self.looked.idle,
            &self.known,
        ));
        self.follow(&decision, now);
        self.decision = Some(decision);
        let kept = self.reminders.keep();
        if kept != self.kept {
            self.disk.keep(kept.clone());
            self.kept = kept;
        }
        let next = self.reminders.next_deadline();
        let next = next.map(|next| next.saturating_sub(now.clocks.with_sleep));
        next.map_or(LOOK, |next| next.min(LOOK))
    }

    /// Has the disk read, and returns whether anything is another.
    fn read(&mut self, here: &Zoned) -> bool {
        let Some(found) = self.disk.look(here) else {
            self.trouble = Some(Trouble::Silent);
            return false;
        };
        self.session_runs = found.session_runs;
        self.trouble = found.trouble;
        let before = mem::replace(&mut self.known, found.known);
        !Arc::ptr_eq(&before, &self.known)
    }

    /// Takes in what reached the process.
    pub fn take(&mut self, news: News, now: &Moment) -> Next {
        match news {
            News::Answered(number, answer) => self.answered(number, answer, now),
            News::NotShown(number) => {
                if number == self.number && self.on_show.is_some() {
                    let form = self.forms.show_otherwise();
                    self.came_as(form);
                }
            }
            News::Asked(request, asker) => {
                let next = self.asked(request, now);
                if next == Next::Look {
                    self.look(now);
                }
                if let Some(asker) = asker {
                    // Whoever asked may have gone.
                    let _ = asker.send(self.status(now));
                }
                return next;
            }
            // How things stand is looked at next.
            News::Spoken(_) | News::DiskAnswers => {}
            News::End => return self.end(),
        }
        Next::Look
    }

    /// Leaves nothing on show.
    pub fn end(&mut self) -> Next {
        self.forms.take_away();
        self.disk.settle();
        Next::End
    }

    fn asked(&mut self, request: Request, now: &Moment) -> Next {
        match request {
            Request::Status | Request::Look => {}
            Request::Quiet(quiet) => self.be_quiet(quiet, now),
            Request::Answer(answer) => self.answered(self.number, answer, now),
            Request::StartNext => {
                if let Some(routine) = self.next_routine() {
                    self.forms.open(On::Session(&routine));
                }
            }
            Request::Open => self.forms.open(On::Today),
            Request::Settings => self.forms.open(On::Reminders),
            Request::End => return self.end(),
        }
        Next::Look
    }

    fn be_quiet(&mut self, quiet: Quiet, now: &Moment) {
        let until = match quiet {
            Quiet::Off => None,
            Quiet::Minutes(minutes) => {
                let wait = Duration::from_mins(minutes.into()).min(LONGEST_QUIET);
                now.here.timestamp().checked_add(wait).ok()
            }
            Quiet::UntilTomorrow => {
                let tomorrow = now.here.tomorrow().and_then(|day| day.start_of_day());
                tomorrow.ok().map(|day| day.timestamp())
            }
        };
        self.reminders.be_quiet_until(until);
    }

    fn next_routine(&self) -> Option<String> {
        let routine = match self.decision.as_ref()? {
            Decision::Remind(reminder)
            | Decision::Silent {
                waiting: reminder, ..
            } => &reminder.routine,
            Decision::Wait(Wait::For { routine, .. }) => routine,
            Decision::Wait(_) => {
                return self
                    .known
                    .candidates
                    .first()
                    .map(|it| it.routine.to_string());
            }
        };
        Some(routine.to_string())
    }

    /// Takes in an answer to the reminder of that number, if that is the one on show.
    fn answered(&mut self, number: u64, answer: Answer, now: &Moment) {
        if number != self.number {
            return;
        }
        let Some(reminder) = self.on_show.take() else {
            return;
        };
        let reading = reading(now, &self.looked.silences, self.looked.idle, &self.known);
        self.reminders.answer(answer, &reading);
        self.settled(answer.into());
        self.forms.take_away();
        if answer == Answer::Start {
            self.forms.open(On::Session(&reminder.routine));
        }
    }

    /// Shows what is due, and takes away what no longer is.
    fn follow(&mut self, decision: &Decision, now: &Moment) {
        let due = match decision {
            Decision::Remind(reminder) => Some(reminder),
            _ => None,
        };
        let is_another = |shown: &Reminder| due.is_none_or(|due| due.routine != shown.routine);
        if self.on_show.as_ref().is_some_and(is_another) {
            self.on_show = None;
            self.forms.take_away();
            match decision {
                // Its time was over in any other case.
                Decision::Silent { why, .. } if *why != Silence::JustReminded => {
                    self.settled(Became::TakenBack);
                }
                _ => self.settled(Became::Gone),
            }
        }
        match decision {
            Decision::Remind(reminder) if self.on_show.is_none() => self.show(reminder, now),
            Decision::Silent { why, waiting } => self.kept_back(*why, waiting, now),
            _ => {}
        }
    }

    fn show(&mut self, reminder: &Reminder, now: &Moment) {
        self.number += 1;
        self.on_show = Some(reminder.clone());
        self.note(Happened {
            at: written(&now.here),
            of: self.of(&reminder.routine, reminder.why),
            silent: None,
            answer: None,
        });
        let title = self.known.title(&reminder.routine);
        let candidate = self.known.candidate(&reminder.routine);
        let length = candidate.map(|it| it.length).filter(|it| !it.is_zero());
        let said = Said::of(reminder, &title, length, &self.known.words);
        let chosen = self.known.settings.reminders.form;
        let call = Call::from(reminder);
        let form = self.forms.show(chosen, &call, &said, self.number);
        self.came_as = Some((chosen, None));
        self.came_as(form);
    }

    /// Takes in how the reminder came that is on show. One that no form could be had for comes again later.
    fn came_as(&mut self, form: Option<ReminderForm>) {
        if let Some((_, came_as)) = &mut self.came_as {
            *came_as = form;
        }
        if form.is_none() {
            self.on_show = None;
            self.reminders.not_shown();
            self.settled(Became::NotShown);
        }
    }

    /// Notes that something kept a reminder back, once for each thing in a row.
    fn kept_back(&mut self, why: Silence, waiting: &Reminder, now: &Moment) {
        let of = self.of(&waiting.routine, waiting.why);
        let is_known = |last: &Happened| last.silent == Some(why) && last.of.routine == of.routine;
        // That a reminder came a short while ago stands there already.
        if why != Silence::JustReminded && !self.happened.last().is_some_and(is_known) {
            self.note(Happened {
                at: written(&now.here),
                of,
                silent: Some(why),
                answer: None,
            });
        }
    }

    /// Notes what became of the last reminder.
    fn settled(&mut self, became: Became) {
        let mut happened = self.happened.iter_mut().rev();
        if let Some(last) = happened.find(|it| it.silent.is_none()) {
            last.answer = Some(became);
            self.last = Some(last.clone());
        }
    }

    fn note(&mut self, happened: Happened) {
        let day = |it: &Happened| it.at.get(..10).map(ToOwned::to_owned);
        let today = day(&happened);
        self.happened.retain(|before| day(before) == today);
        if self.happened.len() >= MOST_HAPPENED {
            self.happened.remove(0);
        }
        if happened.silent.is_none() {
            self.last = Some(happened.clone());
        }
        self.happened.push(happened);
    }

    /// What is on now, and why.
    pub fn status(&self, now: &Moment) -> Status {
        let reminding = &self.known.settings.reminders;
        let at = |moment: Timestamp| written(&moment.to_zoned(now.here.time_zone().clone()));
        let of = |reminder: &Reminder| self.of(&reminder.routine, reminder.why);
        let quiet = self.reminders.quiet_until();
        let quiet = quiet.filter(|until| *until > now.here.timestamp());
        let decision = self.decision.as_ref().map(|decision| match decision {
            Decision::Remind(reminder) => Now::Reminding { of: of(reminder) },
            Decision::Silent { why, waiting } => Now::Silent {
                because: *why,
                waiting: of(waiting),
            },
            Decision::Wait(Wait::For {
                routine,
                why,
                at: moment,
            }) => {
                let next = self.of(routine, *why);
                if quiet.is_some_and(|until| until > *moment) {
                    Now::Silent {
                        because: Silence::Asked,
                        waiting: next,
                    }
                } else {
                    Now::Waiting {
                        at: at(*moment),
                        next,
                    }
                }
            }
            Decision::Wait(Wait::Hours { until }) => Now::OutsideHours { until: at(*until) },
            Decision::Wait(Wait::NotBefore { until }) => Now::NotBefore { until: at(*until) },
            Decision::Wait(Wait::NothingLeft) => Now::NothingLeft,
        });
        let put_off = self.reminders.put_off_until(&now.here, now.clocks);
        let shown_as = self.came_as.filter(|(chosen, came)| {
            // Whatever is chosen since may be possible.
            *chosen == reminding.form && *came != Some(*chosen)
        });
        let shown_as = shown_as.map(|(_, came)| came.map_or("none", ReminderForm::name));
        let missing = self.looked.missing.iter();
        let today = written(&now.here);
        let is_today = |it: &&Happened| it.at.get(..10) == today.get(..10);
        Status {
            runs: true,
            now: decision,
            silences: self.looked.silences.iter().copied().collect(),
            sitting_minutes: Some(self.reminders.sat().as_secs() / 60),
            quiet_until: quiet.map(at),
            put_off_until: put_off.map(at),
            shown_as: shown_as.map(ToOwned::to_owned),
            last: self.last.clone(),
            today: self.happened.iter().filter(is_today).cloned().collect(),
            missing: missing.map(|it| it.name().to_owned()).collect(),
            trouble: self.trouble,
            ..Status::of_none(reminding.on, reminding.form)
        }
    }

    fn of(&self, routine: &str, why: Why) -> Occasion {
        Occasion {
            routine: routine.to_owned(),
            title: self.known.title(routine),
            why: why.into(),
        }
    }
}

fn reading<'a>(
    now: &Moment,
    silences: &'a BTreeSet<Silence>,
    idle: Option<Duration>,
    known: &'a Known,
) -> Reading<'a> {
    Reading {
        here: now.here.clone(),
        clocks: now.clocks,
        idle,
        silences,
        candidates: &known.candidates,
    }
}
