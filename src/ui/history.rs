//! The history: what the record comes to, and one line for each session, newest first, which opens its page.
//!
//! The sums are made elsewhere when the record, the filter or the day is another, and the lines in view alone
//! are made and drawn, so that ten years are as quick as a day.

mod calendar;
mod correct;
mod exercises;
mod head;
mod list;
mod pain;
mod scale;
mod session;
mod strip;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use eframe::egui::Ui;
use jiff::Zoned;
use jiff::civil::{Date, Weekday};

pub use self::correct::Corrections;
pub use self::session::{View as SessionView, show as show_session};
use super::record_export::ExportAction;
use super::record_report::ReportAction;
use super::theme::{is_narrow, space};
use super::widgets::{
    Button, body, buttons, card, cards_with_spare, choice, choice_width, muted, notice, one_by_one,
    part, section, sides, title,
};
use super::{Action, Place, source};
use crate::history::{At, History, Id, Past, RoutineRef};
use crate::report;
use crate::routine::{Due, Routine};
use crate::summary::{Period, Question, Summary};
use crate::text::printable;
use crate::words::{List, Message, Words};

/// What is asked for about the record.
#[derive(Debug, Clone, PartialEq)]
pub enum HistoryAction {
    /// Correct a session, by a line more.
    Correct(Id, crate::history::Correction),
    /// Take back the last correction of a session.
    Undo(Id),
    /// How it felt the next day, from 0 to 10.
    NextDay(Id, u8),
    /// Leave the question of the next day unanswered, until the program is started again.
    NextDayLater,
    /// Add a session of the routine with this id that was done without Supple on this day.
    Tell(String, Date),
}

/// What the page is shown with.
pub struct View<'a> {
    pub now: &'a Zoned,
    /// `None` until it has been read.
    pub history: Option<&'a Arc<History>>,
    /// Another number each time that it is read.
    pub reading: u64,
    /// The routines there are: their figures, and their schedules for sessions that are older than the
    /// schedules in the record.
    pub routines: &'a [Arc<Routine>],
    /// On which weeks begin where the person is.
    pub first_weekday: Weekday,
    /// The address that the system did not open.
    pub unopened: Option<&'a str>,
}

/// What the person has chosen on the page.
#[derive(Debug)]
pub struct Draft {
    /// The id of the routine that it is about; without one it is about all.
    routine: Option<String>,
    time: Period,
    calendar: calendar::Place,
    pain: pain::Place,
    told: correct::Telling,
    asked: Option<Asked>,
    made: Option<Sums>,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            routine: None,
            time: Period::Weeks(26),
            calendar: calendar::Place::default(),
            pain: pain::Place::default(),
            told: correct::Telling::default(),
            asked: None,
            made: None,
        }
    }
}

impl Draft {
    /// About the routine of that id, or about all.
    pub fn about(routine: Option<&str>) -> Self {
        Self {
            routine: routine.map(ToOwned::to_owned),
            ..Self::default()
        }
    }
}

/// Which sums the page is to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    reading: u64,
    today: Date,
    first_weekday: Weekday,
    routine: Option<String>,
    time: Period,
    /// How many routines there are: another has another schedule.
    routines: usize,
}

/// The sums, with the history that they are of. Making them takes its time.
#[derive(Debug)]
pub struct Sums {
    history: Arc<History>,
    /// The routines on record.
    routines: Vec<RoutineRef>,
    summary: Summary,
    /// Entries that count for nothing, and so are in no sum.
    not_counted: u64,
    listed: list::Listed,
}

/// Of the record's problems at most this many are reported one by one.
const MOST_PROBLEMS: usize = 3;

/// So many routines, with all of them together, stand beside one another to be chosen from; more one by one.
const MOST_BESIDE: usize = 9;

/// From so many points on, cards stand beside one another.
const WIDE: f32 = 700.0;

/// Draws the page.
pub fn show(ui: &mut Ui, words: &Words, view: &View<'_>, draft: &mut Draft) -> Option<Action> {
    let has_any = view.history.is_some_and(|history| has_any(history));
    let mut action = head_line(ui, words, has_any, draft);
    let Some(history) = view.history else {
        muted(ui, &words.get("past-reading"));
        return None;
    };
    ui.add_space(space::S);
    problems(ui, words, history);
    if !has_any {
        card(ui, |ui| body(ui, &words.get("sum-empty")));
        ui.add_space(space::S);
        add_button(ui, words, view, draft);
        return action.or(tell(ui, words, view, draft));
    }
    // What was shown stays until other sums come.
    let Some(sums) = draft.made.take() else {
        muted(ui, &words.get("past-reading"));
        return action;
    };
    part(ui, "filter", |ui| filter(ui, words, &sums.routines, draft));
    ui.add_space(space::S);
    part(ui, "sums", |ui| {
        head::show(ui, words, &sums.summary, sums.not_counted);
    });
    ui.add_space(space::M);
    let (opened, asked) = charts(ui, words, view, &sums.summary, draft);
    action = action.or(asked);
    if let Some(Past::Session(session)) = opened.and_then(|day| sums.of_day(day)) {
        action = action.or(Some(Action::Go(Place::Session(session.id))));
    }
    ui.add_space(space::M);
    part(ui, "exercises", |ui| {
        exercises::show(ui, words, &sums.summary, view.routines);
    });
    ui.add_space(space::M);
    list_line(ui, words, view, draft);
    action = action.or(tell(ui, words, view, draft));
    if sums.listed.is_empty() {
        muted(ui, &words.get("sum-nothing-in-span"));
    } else {
        let asked = part(ui, "sessions", |ui| {
            let past = |at| sums.history.at(at);
            list::show(ui, words, past, &sums.listed, view.now)
        });
        action = action.or(asked);
    }
    draft.made = Some(sums);
    action
}

/// The name of the page, and what can be made of the record.
fn head_line(ui: &mut Ui, words: &Words, has_any: bool, draft: &Draft) -> Option<Action> {
    let [export, report] = ["export-open", "report-open"].map(|id| words.get(id));
    let mut action = None;
    sides(
        ui,
        320.0,
        |ui| {
            title(ui, &words.get("past-title"));
        },
        |ui| {
            let ways = [Button::secondary(&export), Button::primary(&report)];
            let pressed = has_any.then(|| buttons(ui, ways)).flatten();
            let routine = || draft.routine.clone();
            action = pressed.map(|way| match way {
                0 => Action::Export(ExportAction::Open(routine(), draft.time)),
                _ => Action::Report(ReportAction::Open(routine())),
            });
        },
    );
    action
}

/// The way to add a session that was done without Supple.
fn add_button(ui: &mut Ui, words: &Words, view: &View<'_>, draft: &mut Draft) {
    if let Some(history) = view.history
        && ui.add(Button::secondary(&words.get("tell-open"))).clicked()
    {
        let last = history.routines().first().map(|it| &*it.id);
        let id = draft.routine.as_deref().or(last);
        let place = view.routines.iter().position(|it| Some(&*it.id) == id);
        draft.told.open(view.now.date(), place.unwrap_or(0));
    }
}

/// The calendar and the pain. Gives the day that was opened, too.
fn charts(
    ui: &mut Ui,
    words: &Words,
    view: &View<'_>,
    summary: &Summary,
    draft: &mut Draft,
) -> (Option<Date>, Option<Action>) {
    let wide = ui.available_width() >= WIDE;
    let (mut opened, mut asked) = (None, None);
    let mut days = |ui: &mut Ui| {
        part(ui, "days", |ui| {
            opened = calendar::show(ui, words, summary, &mut draft.calendar);
        });
    };
    let mut pain = |ui: &mut Ui| {
        let source = |ui: &mut Ui| {
            let (text, at) = (words.get("sum-trend-source"), report::summary::TREND_SOURCE);
            source::show_named_link(ui, words, &text, at, view.unopened)
        };
        asked = part(ui, "pain", |ui| {
            pain::show(ui, words, summary, &mut draft.pain, source)
        });
    };
    if wide {
        let room = ui.available_width();
        let left = (room * 0.62).floor();
        let widths = [left, room - left - space::M];
        part(ui, "charts", |ui| {
            cards_with_spare(ui, &widths, |ui, number, spare| {
                match number {
                    0 => days(ui),
                    _ => pain(ui),
                }
                spare.add(ui);
            });
        });
    } else {
        card(ui, days);
        ui.add_space(space::M);
        card(ui, pain);
    }
    (opened, asked)
}

/// The name of the list, and the way to add to it.
fn list_line(ui: &mut Ui, words: &Words, view: &View<'_>, draft: &mut Draft) {
    sides(
        ui,
        320.0,
        |ui| {
            section(ui, &words.get("sum-list"));
            if !is_narrow(ui.ctx()) {
                ui.add_space(space::S);
                muted(ui, &words.get("sum-list-how"));
            }
        },
        |ui| add_button(ui, words, view, draft),
    );
}

/// A session that was done without Supple, while it is being told.
fn tell(ui: &mut Ui, words: &Words, view: &View<'_>, draft: &mut Draft) -> Option<Action> {
    part(ui, "told", |ui| {
        let today = view.now.date();
        draft.told.show(ui, words, view.routines, today)
    })
}

fn has_any(history: &History) -> bool {
    !history.sessions.is_empty() || !history.not_begun.is_empty()
}

fn problems(ui: &mut Ui, words: &Words, history: &History) {
    for problem in history.problems.iter().take(MOST_PROBLEMS) {
        notice(ui, &words.message(&problem.message()));
    }
    let more = history.problems.len().saturating_sub(MOST_PROBLEMS);
    if more > 0 {
        let more = Message::new("past-more-problems").with("count", more);
        muted(ui, &words.message(&more));
    }
}

/// The choice of a routine and of a time: in one line, if that has room.
fn filter(ui: &mut Ui, words: &Words, routines: &[RoutineRef], draft: &mut Draft) {
    let is_chosen = |it: &RoutineRef| draft.routine.as_deref() == Some(&*it.id);
    let chosen = routines.iter().position(is_chosen);
    let mut about = vec![(None, words.get("sum-all-routines"))];
    about.extend((0..routines.len()).map(|at| (Some(at), name_among(words, routines, at))));
    let times = [
        Period::Weeks(4),
        Period::Weeks(26),
        Period::Weeks(52),
        Period::All,
    ];
    let times = times.map(|it| (it, report::summary::period(words, it)));
    let (mut now_about, mut now_time) = (None, None);
    let mut routine = |ui: &mut Ui| {
        let names = ["sum-filter", "tell-routine-before", "tell-routine-after"];
        if about.len() > 2 {
            now_about = one_of(ui, words, names, chosen, &about);
        }
    };
    let mut time = |ui: &mut Ui| {
        let names = ["sum-span", "sum-span-shorter", "sum-span-longer"];
        now_time = one_of(ui, words, names, draft.time, &times);
    };
    let needed = choice_width(ui, &about) + space::XL + choice_width(ui, &times);
    if ui.available_width() >= needed.max(WIDE) {
        let left = ui.available_width() - choice_width(ui, &times);
        let mut line = super::widgets::Line::begin(ui);
        line.add(ui, left, 0.0, routine);
        line.add(ui, choice_width(ui, &times), 0.0, time);
        line.end(ui);
    } else {
        routine(ui);
        time(ui);
    }
    if let Some(now) = now_about {
        draft.routine = now.map(|at| routines[at].id.to_string());
    }
    if let Some(time) = now_time {
        draft.time = time;
        draft.calendar = calendar::Place::default();
    }
}

/// What a routine is called among others: where another has the same title, with its id.
fn name_among(words: &Words, routines: &[RoutineRef], at: usize) -> String {
    let title = |it: &RoutineRef| report::title(words, it);
    let own = title(&routines[at]);
    let same = routines.iter().filter(|it| title(it) == own).count();
    if same > 1 {
        words.list(List::Parts, [own, printable(&routines[at].id)])
    } else {
        own
    }
}

/// One of several, all beside one another, or one by one where there is little room. `names` are those of all,
/// and of the ways to the one before and the one after.
fn one_of<T: Copy + PartialEq>(
    ui: &mut Ui,
    words: &Words,
    names: [&'static str; 3],
    chosen: T,
    options: &[(T, String)],
) -> Option<T> {
    let [all, before, after] = names.map(|id| words.get(id));
    part(ui, &all, |ui| {
        if is_narrow(ui.ctx()) || options.len() > MOST_BESIDE {
            one_by_one(ui, [&before, &after], chosen, options)
        } else {
            choice(ui, &all, chosen, options)
        }
    })
}

impl Draft {
    /// The sums that are to be made, unless they are there or were asked for.
    pub fn ask(&mut self, view: &View<'_>) -> Option<Asked> {
        let asked = Asked {
            reading: view.reading,
            today: view.now.date(),
            first_weekday: view.first_weekday,
            routine: self.routine.clone(),
            time: self.time,
            routines: view.routines.len(),
        };
        if self.asked.as_ref() == Some(&asked) {
            return None;
        }
        self.asked = Some(asked.clone());
        Some(asked)
    }

    /// Shows these sums from now on.
    pub fn take(&mut self, sums: Sums) {
        self.made = Some(sums);
    }

    /// Makes the sums here and now, for whoever may wait.
    pub fn sum_up(&mut self, view: &View<'_>) {
        if let Some(history) = view.history
            && let Some(asked) = self.ask(view)
        {
            self.take(Sums::of(&asked, Arc::clone(history), view.routines));
        }
    }
}

impl Sums {
    /// The sums that were asked for, of a history. Of a session that is older than the schedules in the record,
    /// the routines have its own.
    pub fn of(asked: &Asked, history: Arc<History>, routines: &[Arc<Routine>]) -> Self {
        let begins = history.begins(asked.today);
        let span = asked.time.span(begins, asked.today, asked.first_weekday);
        let routine = asked.routine.as_deref();
        let question = Question {
            span,
            routine,
            today: asked.today,
            first_weekday: asked.first_weekday,
        };
        let dues: Vec<(&str, Due)> = routines.iter().map(due_of).collect();
        let due_of = |it: &RoutineRef| {
            let mut dues = dues.iter();
            let found = dues.find(|(sha256, _)| *sha256 == &*it.sha256);
            found.map(|(_, due)| due)
        };
        let is_listed = |at: &At| {
            history.at(*at).is_some_and(|past| {
                let is_of_it = routine.is_none_or(|id| *past.routine().id == *id);
                is_of_it && span.has(past.time().date())
            })
        };
        let order = history.order().into_iter().filter(is_listed);
        let listed = list::Listed::of(order.filter_map(|at| Some((at, history.at(at)?))));
        let is_left = |at: &At| matches!(history.at(*at), Some(Past::Session(it)) if !it.counts());
        Self {
            routines: history.routines().into_iter().cloned().collect(),
            summary: history.summary(&question, due_of),
            not_counted: listed.places().filter(is_left).count() as u64,
            listed,
            history,
        }
    }

    /// The first that is listed of a day.
    fn of_day(&self, day: Date) -> Option<Past<'_>> {
        let mut listed = self.listed.places().filter_map(|at| self.history.at(at));
        listed.find(|past| past.time().date() == day)
    }
}

fn due_of(routine: &Arc<Routine>) -> (&str, Due) {
    (&routine.sha256, routine.due())
}
