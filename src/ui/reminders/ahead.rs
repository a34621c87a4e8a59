//! The day as it goes: what was done, what comes, and when it is quiet.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Color32, Galley, Pos2, Rect, Sense, Stroke, Ui, pos2, vec2};
use jiff::civil::Time;

use super::fields::written;
use super::{RemindersAction, View};
use crate::reminder::{Expected, Stretch};
use crate::settings::ReminderTime;
use crate::ui::text::{lines, said};
use crate::ui::theme::{Type, palette, space};
use crate::ui::widgets::{Button, Icon, section, small};
use crate::words::{Message, Words};

/// What is known of a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ahead {
    pub done: Vec<Done>,
    /// What is still to come.
    pub expected: Vec<Expected>,
}

/// A session of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    /// When it began.
    pub at: Time,
    pub minutes: u64,
}

/// A line of the day.
struct Mark {
    /// Nothing where it is not known to the minute.
    at: Option<Time>,
    text: String,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Begins,
    Done,
    Now,
    Comes,
    /// More like the last one come, at no set time.
    Goes,
    /// Nothing comes from here on, until the next mark.
    Pauses,
    Resumes,
    Ends,
}

/// Of the times at the left.
const TIMES: f32 = 62.0;
/// Where the words begin.
const WORDS: f32 = 90.0;
/// Of the line that the marks are on.
const THICK: f32 = 6.0;

pub(super) fn show(ui: &mut Ui, words: &Words, view: &View) -> Option<RemindersAction> {
    section(ui, &words.get("reminders-day"));
    let set = &view.settings.reminders;
    if !set.on {
        small(ui, &words.get("reminders-day-if-on"));
    }
    let ahead = view.ahead?;
    let marks = marks(words, view, ahead);
    if ahead.expected.is_empty() {
        let takes_any = set.when == ReminderTime::AfterSitting && set.routine.is_none();
        small(
            ui,
            &words.get(if takes_any {
                "reminders-day-choose"
            } else {
                "reminders-day-none"
            }),
        );
    }
    ui.add_space(space::S);
    paint(ui, words, &marks);
    // What comes next, or else what would after sitting.
    let next = ahead.expected.first().map(|next| next.routine.to_string());
    let routine = next.or_else(|| set.routine.clone())?;
    ui.add_space(space::S);
    let show_one = words.get("reminders-show-one");
    let is_pressed = ui.add(Button::secondary(&show_one)).clicked();
    is_pressed.then_some(RemindersAction::ShowOne(routine))
}

fn marks(words: &Words, view: &View, ahead: &Ahead) -> Vec<Mark> {
    let set = &view.settings.reminders;
    let now = view.now.time();
    let hours = span(view);
    let mark = |at: Time, kind, text: String| Mark {
        at: Some(at),
        text,
        kind,
    };
    let mut marks = vec![mark(hours.from, Kind::Begins, String::new())];
    marks.extend(ahead.done.iter().map(|done| {
        let text = Message::new("reminders-day-done").with("minutes", done.minutes.max(1));
        mark(done.at, Kind::Done, words.message(&text))
    }));
    let is_after_sitting = set.when == ReminderTime::AfterSitting;
    let shown = if is_after_sitting {
        1
    } else {
        ahead.expected.len()
    };
    marks.extend(ahead.expected.iter().take(shown).map(|expected| {
        let title = title(view, &expected.routine);
        mark(expected.at.time(), Kind::Comes, title)
    }));
    if let Some(meal) = set.hours.meal.filter(|meal| meal.from < meal.until) {
        let time = written(words, meal.until);
        let text = words.message(&Message::new("reminders-day-quiet").with("time", time));
        marks.push(mark(meal.from, Kind::Pauses, text));
        marks.push(mark(meal.until, Kind::Resumes, String::new()));
    }
    marks.push(mark(now, Kind::Now, words.get("reminders-day-now")));
    if hours.from < hours.until {
        marks.push(mark(
            hours.until,
            Kind::Ends,
            words.get("reminders-day-over"),
        ));
    }
    marks.sort_by_key(|mark| (mark.at, mark.kind == Kind::Ends));
    if ahead.expected.len() > shown {
        let minutes = u32::from(set.sitting_minutes);
        let text = Message::new("reminders-day-every").with("minutes", minutes);
        let more = Mark {
            at: None,
            text: words.message(&text),
            kind: Kind::Goes,
        };
        let last = marks.iter().rposition(|mark| mark.kind == Kind::Ends);
        marks.insert(last.unwrap_or(marks.len()), more);
    }
    marks
}

/// The hours of the day in which something may come, or came.
fn span(view: &View) -> Stretch {
    let hours = &view.settings.reminders.hours;
    let since_monday = view.now.date().weekday().to_monday_zero_offset();
    let day = usize::try_from(since_monday).unwrap_or(0);
    let work = hours.work.get(day).copied().flatten();
    let is_after_sitting = view.settings.reminders.when == ReminderTime::AfterSitting;
    match work {
        Some(work) if is_after_sitting => work,
        Some(work) => Stretch {
            from: work.from.min(hours.awake.from),
            until: work.until.max(hours.awake.until),
        },
        None => hours.awake,
    }
}

fn title(view: &View, id: &str) -> String {
    let mut routines = view.entries.iter().filter_map(|it| it.routine.as_ref());
    let routine = routines.find(|routine| routine.id == id);
    routine.map_or_else(|| id.to_owned(), |routine| routine.title.clone())
}

/// How far apart two marks stand, by the time between them.
fn apart(from: &Mark, to: &Mark) -> f32 {
    const LEAST: f32 = 26.0;
    const MOST: f32 = 150.0;
    const OF_A_MINUTE: f32 = 0.85;
    match (from.at, to.at) {
        (Some(from), Some(to)) => {
            let minutes = to.duration_since(from).as_mins();
            #[expect(clippy::cast_precision_loss, reason = "a day has few minutes")]
            let minutes = minutes.max(0) as f32;
            (minutes * OF_A_MINUTE).clamp(LEAST, MOST)
        }
        _ => 64.0,
    }
}

fn paint(ui: &mut Ui, words: &Words, marks: &[Mark]) {
    let room = (ui.available_width() - WORDS).max(80.0);
    let start = ui.cursor().min + vec2(0.0, 10.0);
    let mut placed: Vec<(f32, Arc<Galley>)> = Vec::with_capacity(marks.len());
    let mut y = start.y;
    let mut least = y;
    for (index, mark) in marks.iter().enumerate() {
        if let Some(before) = index.checked_sub(1).and_then(|index| marks.get(index)) {
            y = (y + apart(before, mark)).max(least);
        }
        let font = match mark.kind {
            Kind::Now => Type::Strong.font(),
            _ => Type::Small.font(),
        };
        let galley = lines(ui, &mark.text, font, room, 3);
        // Words of several lines are not written over.
        least = y + galley.size().y + space::XS;
        placed.push((y, galley));
    }
    let line = start.x + TIMES;
    paint_line(ui, line, marks, &placed);
    let mut bottom = start.y;
    for (mark, (y, galley)) in marks.iter().zip(placed) {
        let place = paint_mark(ui, words, pos2(line, y), mark, galley);
        bottom = bottom.max(place.bottom());
    }
    let size = vec2(ui.available_width(), bottom - ui.cursor().min.y);
    ui.allocate_exact_size(size, Sense::hover());
}

/// What is over in teal, what is to come pale, and a break dashed.
fn paint_line(ui: &Ui, x: f32, marks: &[Mark], placed: &[(f32, Arc<Galley>)]) {
    let palette = palette(ui);
    let now = marks.iter().position(|mark| mark.kind == Kind::Now);
    let mut is_pause = false;
    for (index, (mark, pair)) in marks.iter().zip(placed.windows(2)).enumerate() {
        match mark.kind {
            Kind::Pauses => is_pause = true,
            Kind::Resumes => is_pause = false,
            _ => {}
        }
        let is_over = now.is_some_and(|now| index < now);
        let is_outside = mark.kind == Kind::Ends || marks[index + 1].kind == Kind::Begins;
        let color = match (is_over, is_outside) {
            (_, true) => continue,
            (true, _) => palette.teal,
            (false, _) => palette.track,
        };
        let (from, to) = (pair[0].0, pair[1].0);
        if is_pause {
            let mut dash = from + 6.0;
            while dash < to - 4.0 {
                let end = (dash + 3.0).min(to);
                ui.painter()
                    .vline(x, dash..=end, Stroke::new(2.0, palette.outline));
                dash += 7.0;
            }
        } else {
            ui.painter().vline(x, from..=to, Stroke::new(THICK, color));
        }
    }
}

fn paint_mark(ui: &Ui, words: &Words, at: Pos2, mark: &Mark, galley: Arc<Galley>) -> Rect {
    let palette = palette(ui);
    let painter = ui.painter();
    let (ink, time_ink) = match mark.kind {
        Kind::Now => (palette.danger, palette.danger),
        Kind::Done | Kind::Comes => (palette.ink, palette.muted),
        _ => (palette.muted, palette.muted),
    };
    match mark.kind {
        Kind::Done => {
            painter.circle_filled(at, 9.0, palette.teal_fill);
            let square = Rect::from_center_size(at, vec2(11.0, 11.0));
            Icon::Check.draw(painter, square, palette.on_teal);
        }
        Kind::Now => {
            let edge = Stroke::new(1.5, palette.danger_line);
            painter.circle(at, 9.0, palette.coral, edge);
        }
        Kind::Comes => {
            let edge = Stroke::new(2.0, palette.teal);
            painter.circle(at, 7.0, palette.paper, edge);
        }
        Kind::Begins | Kind::Ends | Kind::Goes | Kind::Pauses | Kind::Resumes => {}
    }
    let time = mark.at.map(|time| written(words, time));
    let spoken: Vec<_> = [time.as_ref(), Some(&mark.text)]
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    if let Some(time) = time {
        let font = Type::Small.font();
        let time = painter.layout_no_wrap(time, font, Color32::PLACEHOLDER);
        let left = at.x - 18.0 - time.size().x;
        painter.galley(pos2(left, at.y - time.size().y / 2.0), time, time_ink);
    }
    // Its first line beside the mark.
    let first = galley.rows.first().map_or(0.0, |row| row.height());
    let place = Rect::from_min_size(
        pos2(at.x + WORDS - TIMES, at.y - first / 2.0),
        galley.size(),
    );
    let whole = Rect::from_min_max(
        pos2(at.x - TIMES, at.y - 10.0),
        place.max.max(at + vec2(0.0, 10.0)),
    );
    let spoken = spoken.join(", ");
    if !mark.text.is_empty() {
        said(ui, whole, &spoken, Role::Label, &spoken);
    }
    painter.galley(place.min, galley, ink);
    whole
}
