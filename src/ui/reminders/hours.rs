//! On which days, and between which hours.

use eframe::egui::{Color32, Id, Key, Ui};
use jiff::civil::{Time, Weekday};

use super::Draft;
use super::fields::{labelled, time, written};
use crate::facts;
use crate::reminder::{Hours, Stretch};
use crate::ui::spoken;
use crate::ui::theme::Type;
use crate::ui::widgets::{Button, Field, chips, muted, note, row, small};
use crate::words::{Message, Words};

/// A time of day that is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hour {
    /// Of the working hours of all days.
    Work(End),
    /// Of those of one day, counted from Monday.
    Day(usize, End),
    Meal(End),
    Awake(End),
}

/// Of a stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum End {
    From,
    Until,
}

const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// What a new break is, until it is set.
const NOON: &str = "12:00-13:00";

pub(super) fn show(ui: &mut Ui, words: &Words, hours: &mut Hours, draft: &mut Draft) {
    show_days(ui, words, hours);
    let worked: Vec<(usize, Stretch)> = hours
        .work
        .iter()
        .enumerate()
        .filter_map(|(day, stretch)| Some((day, (*stretch)?)))
        .collect();
    let differ = worked.windows(2).any(|two| two[0].1 != two[1].1);
    let Some((_, first)) = worked.first().copied() else {
        labelled(ui, "", |ui| {
            muted(ui, &words.get("reminders-no-day"));
        });
        return show_others(ui, words, hours, draft);
    };
    if differ || draft.is_by_day {
        for (day, mut stretch) in worked {
            let name = words.get(facts::weekday_id(WEEK[day]));
            labelled(ui, &name, |ui| {
                let ends = [Hour::Day(day, End::From), Hour::Day(day, End::Until)];
                show_stretch(ui, words, &name, ends, &mut stretch, draft);
            });
            hours.work[day] = Some(stretch);
        }
        let same = words.get("reminders-same-hours");
        labelled(ui, "", |ui| {
            if ui.add(Button::quiet(&same)).clicked() {
                draft.is_by_day = false;
                hours.work = hours.work.map(|day| day.map(|_| first));
            }
        });
    } else {
        let name = words.get("reminders-hours");
        let other = words.get("reminders-by-day");
        labelled(ui, &name, |ui| {
            let mut stretch = first;
            let ends = [Hour::Work(End::From), Hour::Work(End::Until)];
            row(ui, |ui| {
                stretch_fields(ui, words, &name, ends, &mut stretch, draft);
                if worked.len() > 1 && ui.add(Button::quiet(&other)).clicked() {
                    draft.is_by_day = true;
                }
            });
            wrong(ui, words, &ends, draft);
            if stretch != first {
                hours.work = hours.work.map(|day| day.map(|_| stretch));
            }
        });
    }
    show_others(ui, words, hours, draft);
}

fn show_days(ui: &mut Ui, words: &Words, hours: &mut Hours) {
    let name = words.get("reminders-days");
    labelled(ui, &name, |ui| {
        let options: Vec<(usize, String)> = WEEK
            .iter()
            .map(|day| words.get(facts::weekday_id(*day)))
            .enumerate()
            .collect();
        let mut chosen: Vec<usize> = (0..WEEK.len())
            .filter(|day| hours.work[*day].is_some())
            .collect();
        if chips(ui, &name, &mut chosen, &options) {
            let usual = hours.work.iter().flatten().next().copied();
            let usual = usual.or(Hours::default().work[0]);
            for day in 0..WEEK.len() {
                let before = hours.work[day];
                hours.work[day] = chosen.contains(&day).then_some(before.or(usual)).flatten();
            }
        }
    });
}

/// The break, and the rest of the day.
fn show_others(ui: &mut Ui, words: &Words, hours: &mut Hours, draft: &mut Draft) {
    let name = words.get("reminders-meal");
    labelled(ui, &name, |ui| {
        let Some(mut meal) = hours.meal else {
            let add = words.get("reminders-meal-add");
            if ui.add(Button::quiet(&add)).clicked() {
                hours.meal = NOON.parse().ok();
            }
            return;
        };
        let ends = [Hour::Meal(End::From), Hour::Meal(End::Until)];
        let is_removed = row(ui, |ui| {
            stretch_fields(ui, words, &name, ends, &mut meal, draft);
            let remove = words.get("reminders-meal-remove");
            ui.add(Button::quiet(&remove)).clicked()
        });
        wrong(ui, words, &ends, draft);
        hours.meal = Some(meal);
        if is_removed.inner {
            hours.meal = None;
            draft.hours.retain(|hour, _| !ends.contains(hour));
        }
    });
    let name = words.get("reminders-awake");
    labelled(ui, &name, |ui| {
        let ends = [Hour::Awake(End::From), Hour::Awake(End::Until)];
        show_stretch(ui, words, &name, ends, &mut hours.awake, draft);
        small(ui, &words.get("reminders-awake-hint"));
    });
}

fn show_stretch(
    ui: &mut Ui,
    words: &Words,
    what: &str,
    ends: [Hour; 2],
    stretch: &mut Stretch,
    draft: &mut Draft,
) {
    row(ui, |ui| {
        stretch_fields(ui, words, what, ends, stretch, draft);
    });
    wrong(ui, words, &ends, draft);
}

/// Two fields, for when it begins and ends.
fn stretch_fields(
    ui: &mut Ui,
    words: &Words,
    what: &str,
    [from, until]: [Hour; 2],
    stretch: &mut Stretch,
    draft: &mut Draft,
) {
    let between = match from {
        Hour::Work(_) => "reminders-hours-and",
        Hour::Day(..) | Hour::Meal(_) | Hour::Awake(_) => "reminders-hours-to",
    };
    let name = |id| words.message(&Message::new(id).with("what", what));
    let [from_name, until_name] = ["reminders-from-name", "reminders-until-name"].map(name);
    stretch.from = field(ui, words, &from_name, from, stretch.from, draft);
    muted(ui, &words.get(between));
    stretch.until = field(ui, words, &until_name, until, stretch.until, draft);
}

/// A field for a time, which holds once the field is left.
fn field(ui: &mut Ui, words: &Words, name: &str, hour: Hour, now: Time, draft: &mut Draft) -> Time {
    const LEAST: f32 = 46.0;
    /// At both sides of what is typed.
    const AROUND: f32 = 28.0;
    let shown = written(words, now);
    let mut text = draft.hours.get(&hour).unwrap_or(&shown).clone();
    let font = Type::Body.font();
    let painter = ui.painter();
    let galley = painter.layout_no_wrap(shown.clone(), font, Color32::PLACEHOLDER);
    let width = galley.size().x.max(LEAST) + AROUND;
    // In the next line rather than cut off: "5:00" may be either of two.
    if ui.available_size_before_wrap().x < width {
        ui.end_row();
    }
    let field = Field {
        is_wrong: time(&text).is_none(),
        shows_name: false,
        width,
        ..Field::new(Id::unique(("hour", hour)), name)
    };
    let response = field.show(ui, &mut text);
    let typed = time(&text);
    // Enter takes what is typed, and the keyboard stays.
    let enters = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let is_left = enters || response.lost_focus();
    if is_left && typed.is_some() || text == shown {
        draft.hours.remove(&hour);
        return typed.unwrap_or(now);
    }
    draft.hours.insert(hour, text);
    now
}

/// That what was typed is no time, if one of them is not.
fn wrong(ui: &mut Ui, words: &Words, ends: &[Hour], draft: &Draft) {
    let is_wrong = |hour: &Hour| {
        let typed = draft.hours.get(hour);
        typed.is_some_and(|typed| time(typed).is_none())
    };
    if ends.iter().any(is_wrong) {
        let example = written(words, jiff::civil::time(9, 30, 0, 0));
        let text = words.message(&Message::new("reminders-bad-time").with("example", example));
        let response = note(ui, &text);
        spoken::announce(ui, &response, &text);
    }
}
