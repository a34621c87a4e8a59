//! The history: what the record comes to, and one line for each session, newest first, which opens its page.
//!
//! The sums are made when the record, the filter or the day is another, and the lines in view alone are
//! made and drawn, so that ten years are as quick as a day.

mod calendar;
mod correct;
mod exercises;
mod head;
mod list;
mod pain;
mod session;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use eframe::egui::Ui;
use jiff::Zoned;
use jiff::civil::{Date, Weekday};

pub use self::correct::Corrections;
pub use self::session::{View as SessionView, show as show_session};
use super::theme::{is_narrow, space};
use super::widgets::{
    Button, body, card, choice, muted, notice, one_by_one, part, section, sides, title,
};
use super::{Action, Place, source};
use crate::history::{History, Id, Past, RoutineRef};
use crate::report;
use crate::routine::{Due, Routine};
use crate::summary::{Question, Span, Summary};
use crate::words::{Message, Words};

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
    pub history: Option<&'a History>,
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
#[derive(Debug, Default)]
pub struct Draft {
    /// The id of the routine that it is about; without one it is about all.
    routine: Option<String>,
    time: Time,
    calendar: calendar::Place,
    pain: pain::Place,
    told: correct::Telling,
    made: Option<Made>,
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

/// Of how long a time the sums are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Time {
    FourWeeks,
    #[default]
    HalfYear,
    Year,
    All,
}

/// The sums, with what they were made for.
#[derive(Debug)]
struct Made {
    reading: u64,
    today: Date,
    routine: Option<String>,
    time: Time,
    routines: usize,
    summary: Summary,
    /// Entries that count for nothing, and so are in no sum.
    not_counted: u64,
    /// The places in [`History::past`] of what is listed.
    listed: Vec<usize>,
}

/// Of the record's problems at most this many are reported one by one.
const MOST_PROBLEMS: usize = 3;

/// From so many points on, cards stand beside one another.
const WIDE: f32 = 700.0;

/// Draws the page.
pub fn show(ui: &mut Ui, words: &Words, view: &View<'_>, draft: &mut Draft) -> Option<Action> {
    head_line(ui, words, view, draft);
    let Some(history) = view.history else {
        muted(ui, &words.get("past-reading"));
        return None;
    };
    ui.add_space(space::S);
    problems(ui, words, history);
    let mut action = part(ui, "told", |ui| {
        let today = view.now.date();
        draft.told.show(ui, words, view.routines, today)
    });
    if history.sessions.is_empty() && history.not_begun.is_empty() {
        card(ui, |ui| body(ui, &words.get("sum-empty")));
        return action;
    }
    let past = history.past();
    part(ui, "filter", |ui| filter(ui, words, history, draft));
    let made = draft.made.take().filter(|made| made.is_of(view, draft));
    let made = made.unwrap_or_else(|| Made::of(view, history, &past, draft));
    ui.add_space(space::S);
    part(ui, "sums", |ui| {
        head::show(ui, words, &made.summary, made.not_counted);
    });
    ui.add_space(space::M);
    let (opened, asked) = charts(ui, words, view, &made.summary, draft);
    action = action.or(asked);
    if let Some(day) = opened {
        let of_day = |past: &&Past<'_>| past.time().date() == day;
        let is_asked = |past: &&Past<'_>| made.takes(past);
        if let Some(Past::Session(session)) = past.iter().filter(of_day).find(is_asked) {
            action = action.or(Some(Action::Go(Place::Session(session.id))));
        }
    }
    ui.add_space(space::M);
    part(ui, "exercises", |ui| {
        exercises::show(ui, words, &made.summary, view.routines);
    });
    ui.add_space(space::M);
    list_line(ui, words);
    if made.listed.is_empty() {
        muted(ui, &words.get("sum-nothing-in-span"));
    } else {
        let asked = part(ui, "sessions", |ui| {
            list::show(ui, words, &past, &made.listed, view.now)
        });
        action = action.or(asked);
    }
    draft.made = Some(made);
    action
}

/// The name of the page, and the way to add a session.
fn head_line(ui: &mut Ui, words: &Words, view: &View<'_>, draft: &mut Draft) {
    let add = words.get("tell-open");
    sides(
        ui,
        320.0,
        |ui| {
            title(ui, &words.get("past-title"));
        },
        |ui| {
            if let Some(history) = view.history
                && ui.add(Button::secondary(&add)).clicked()
            {
                let last = history.routines().first().map(|it| &*it.id);
                let id = draft.routine.as_deref().or(last);
                let place = view.routines.iter().position(|it| Some(&*it.id) == id);
                draft.told.open(view.now.date(), place.unwrap_or(0));
            }
        },
    );
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
        let mut line = super::widgets::Line::begin(ui);
        line.add(ui, left, space::M, days);
        line.add(ui, room - left - space::M, 0.0, pain);
        line.end(ui);
    } else {
        days(ui);
        ui.add_space(space::M);
        pain(ui);
    }
    (opened, asked)
}

/// The name of the list.
fn list_line(ui: &mut Ui, words: &Words) {
    sides(
        ui,
        200.0,
        |ui| {
            section(ui, &words.get("sum-list"));
            if !is_narrow(ui.ctx()) {
                ui.add_space(space::S);
                muted(ui, &words.get("sum-list-how"));
            }
        },
        |_| {},
    );
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

/// The choice of a routine and of a time.
fn filter(ui: &mut Ui, words: &Words, history: &History, draft: &mut Draft) {
    const MOST: usize = 8;
    let routines = history.routines();
    let is_chosen = |it: &&RoutineRef| draft.routine.as_deref() == Some(&*it.id);
    if routines.len() > 1 {
        let chosen = routines.iter().position(is_chosen);
        let mut options = vec![(None, words.get("sum-all-routines"))];
        let shown = (0..routines.len()).filter(|at| *at < MOST || chosen == Some(*at));
        options.extend(shown.map(|at| (Some(at), report::title(words, routines[at]))));
        let names = ["sum-filter", "tell-routine-before", "tell-routine-after"];
        if let Some(now) = one_of(ui, words, names, chosen, &options) {
            draft.routine = now.map(|at| routines[at].id.to_string());
        }
    }
    let weeks = |weeks: u32| words.message(&Message::new("sum-span-weeks").with("weeks", weeks));
    let times = [
        (Time::FourWeeks, weeks(4)),
        (Time::HalfYear, weeks(26)),
        (Time::Year, words.get("sum-span-year")),
        (Time::All, words.get("sum-span-all")),
    ];
    let names = ["sum-span", "sum-span-shorter", "sum-span-longer"];
    if let Some(time) = one_of(ui, words, names, draft.time, &times) {
        draft.time = time;
        draft.calendar = calendar::Place::default();
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
    if ui.available_width() < WIDE {
        return part(ui, &all, |ui| {
            one_by_one(ui, [&before, &after], chosen, options)
        });
    }
    choice(ui, &all, chosen, options)
}

impl Time {
    fn span(self, history: &History, today: Date, first: Weekday) -> Span {
        let weeks = match self {
            Self::FourWeeks => 4,
            Self::HalfYear => 26,
            Self::Year => 52,
            Self::All => {
                let oldest = history.sessions.last();
                return Span {
                    from: oldest.map_or(today, |it| it.started.date()).min(today),
                    to: today,
                };
            }
        };
        Span::weeks(weeks, today, first)
    }
}

impl Made {
    fn is_of(&self, view: &View<'_>, draft: &Draft) -> bool {
        let made = (self.reading, self.today, self.time, self.routines);
        let asked = (
            view.reading,
            view.now.date(),
            draft.time,
            view.routines.len(),
        );
        made == asked && self.routine == draft.routine
    }

    /// Whether it is about the routine of an entry.
    fn takes(&self, past: &Past<'_>) -> bool {
        let routine = self.routine.as_deref();
        routine.is_none_or(|id| *past.routine().id == *id)
    }

    fn of(view: &View<'_>, history: &History, past: &[Past<'_>], draft: &Draft) -> Self {
        let today = view.now.date();
        let span = draft.time.span(history, today, view.first_weekday);
        let routine = draft.routine.as_deref();
        let question = Question {
            span,
            routine,
            today,
            first_weekday: view.first_weekday,
        };
        let dues: Vec<(&str, Due)> = view.routines.iter().map(due_of).collect();
        let due_of = |it: &RoutineRef| {
            let mut dues = dues.iter();
            let found = dues.find(|(sha256, _)| *sha256 == &*it.sha256);
            found.map(|(_, due)| due)
        };
        let is_listed = |past: &Past<'_>| {
            span.has(past.time().date()) && routine.is_none_or(|id| *past.routine().id == *id)
        };
        let listed = (0..past.len()).filter(|place| is_listed(&past[*place]));
        let listed: Vec<usize> = listed.collect();
        let is_left = |place: &&usize| matches!(past[**place], Past::Session(it) if !it.counts());
        Self {
            reading: view.reading,
            today,
            routine: draft.routine.clone(),
            time: draft.time,
            routines: view.routines.len(),
            summary: history.summary(&question, due_of),
            not_counted: listed.iter().filter(is_left).count() as u64,
            listed,
        }
    }
}

fn due_of(routine: &Arc<Routine>) -> (&str, Due) {
    (&routine.sha256, routine.due())
}
