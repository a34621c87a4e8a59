//! The page of one routine: all that its file says, before it is begun.

use std::path::Path;

use eframe::egui::{Ui, Vec2, vec2};
use jiff::civil::Date;

use super::before_session::BeforeAction;
use super::before_session::authors_terms;
use super::editor::{OpenAction, Way};
use super::exercise_words::Saying;
use super::hand_out::HandOutAction;
use super::picture_cache::Pictures;
use super::receive::ReceiveAction;
use super::settings::SettingsAction;
use super::theme::{is_narrow, palette, space};
use super::widgets::{
    Button, body, buttons, card, chip, heading, muted, row, section, sides, small, title,
    toggle_row,
};
use super::{
    Action, Place, advice, choosing, editor, exercise_words, fact_card, picture, routines,
};
use crate::day::{Choice, Standing};
use crate::facts::{self, Aim};
use crate::history::Last;
use crate::library::Entry;
use crate::report;
use crate::routine::{Exercise, ExerciseGroup, Routine};
use crate::text::shown_path;
use crate::words::{List, Message, Words};

/// A routine to look at.
#[derive(Debug)]
pub struct View<'a> {
    pub routine: &'a Routine,
    /// What there is to report of its file, if there is anything.
    pub entry: Option<&'a Entry>,
    /// Whether its file is a copy taken out of another: what is changed of it would be lost.
    pub is_unpacked: bool,
    /// Where its file lies, if that is outside of the person's routines and can be copied there.
    pub outside: Option<&'a Path>,
    pub pictures: Pictures<'a>,
    /// What today means for it.
    pub standing: Standing,
    pub today: Date,
    /// What was done last of its exercises.
    pub last: Last,
    /// What today's session has of it.
    pub part: &'a Routine,
    /// What there is to choose of it.
    pub choices: Vec<Choice>,
    /// Which week of its programme it is, from 1.
    pub week: u32,
    /// An address that the system did not open.
    /// Whether the person is asked the next day how it feels; `None` of a routine that is not theirs.
    pub asks_next_day: Option<bool>,
    pub unopened: Option<&'a str>,
    /// By which id it is handed out; `None` of a file that was opened by its path.
    pub hands_out: Option<String>,
}

/// Draws the page and returns what the person asked for.
pub fn show(ui: &mut Ui, words: &Words, view: &View) -> Option<Action> {
    let mut action = None;
    let routine = view.routine;
    if ui.add(Button::quiet(&words.get("routine-back"))).clicked() {
        action = Some(Action::Go(Place::Routines));
    }
    let mut start = None;
    sides(
        ui,
        560.0,
        |ui| {
            ui.vertical(|ui| {
                title(ui, &routine.title);
                // How long it takes follows from the week and from what is chosen.
                muted(ui, &facts::of_card(words, view.part, true));
                if let Some(summary) = &routine.summary {
                    body(ui, summary);
                }
                advice::show(ui, words, &view.standing, routine);
            });
        },
        |ui| start = show_start(ui, words, view),
    );
    action = action.or(start);
    small(ui, &words.get("routine-rehearse-hint"));
    action = action.or(show_editing(ui, words, view));
    if let Some(outside) = view.outside {
        action = action.or(show_outside(ui, words, outside));
    }
    if let Some(entry) = view.entry {
        routines::show_errors(ui, words, entry);
    }
    ui.add_space(space::XS);
    authors_terms(ui, words, &routine.safety);
    fact_card::show(ui, words, &facts_of(words, view));
    let heading = if facts::is_all_stretches(routine) {
        "routine-stretches"
    } else {
        "routine-exercises"
    };
    section(ui, &words.get(heading));
    let mut last = None;
    for (number, exercise) in (1_usize..).zip(&routine.exercises) {
        let begins = last
            .replace(exercise)
            .is_none_or(|last| !exercise.is_in_group_with(last));
        if let Some(group) = exercise.group.as_deref().filter(|_| begins) {
            let members = routine.exercises[number - 1..].iter();
            let members = members.take_while(|other| other.is_in_group_with(exercise));
            let told = facts::of_members(words, group, number, members.count());
            action = action.or(show_group(ui, words, view, group, &told));
        }
        action = action.or(show_exercise(ui, words, view, number, exercise));
    }
    action.or(show_next_day(ui, words, view))
}

/// The ways to change the routine, or a copy of it, and to hand it out.
fn show_editing(ui: &mut Ui, words: &Words, view: &View) -> Option<Action> {
    let entry = view.entry?;
    let title = &view.routine.title;
    let mut edits = editor::ways_of(words, entry, title);
    if view.is_unpacked {
        let is_of_file = |way: &Way| matches!(way.action(), Action::Open(OpenAction::EditFile(_)));
        edits.retain(|way| !is_of_file(way));
    }
    let hand_out = words.get("hand-out-button");
    let name = Message::new("hand-out-name").with("title", title.as_str());
    let name = words.message(&name);
    let earlier = words.get("routine-earlier");
    let earlier_name = Message::new("routine-earlier-name").with("title", title.as_str());
    let earlier_name = words.message(&earlier_name);
    row(ui, |ui| {
        let mut ways: Vec<Button> = edits.iter().map(Way::button).collect();
        ways.push(Button::quiet(&hand_out).name(&name));
        if entry.earlier.is_some() {
            ways.push(Button::quiet(&earlier).name(&earlier_name));
        }
        buttons(ui, ways).map(|way| match (edits.get(way), &entry.earlier) {
            (Some(edit), _) => edit.action(),
            (None, Some(earlier)) if way > edits.len() => {
                Action::Receive(ReceiveAction::Take(vec![earlier.clone()]))
            }
            _ => Action::HandOut(HandOutAction::Open(view.hands_out.clone())),
        })
    })
    .inner
}

/// Whether the person is asked, the day after a session, how it feels; not of a file that is not added.
fn show_next_day(ui: &mut Ui, words: &Words, view: &View) -> Option<Action> {
    let mut asks = view.asks_next_day?;
    ui.add_space(space::S);
    let (name, hint) = (
        words.get("next-day-setting"),
        words.get("next-day-setting-hint"),
    );
    let toggle = toggle_row(ui, &mut asks, &name, Some(&hint));
    let routine = view.routine.id.clone();
    toggle
        .changed()
        .then_some(Action::Settings(SettingsAction::ToggleNextDay(routine)))
}

/// That the file is not one of the person's routines, and the way to make it one.
fn show_outside(ui: &mut Ui, words: &Words, path: &Path) -> Option<Action> {
    let outside = Message::new("routine-outside").with("path", shown_path(path));
    let keep = words.get("routine-keep");
    let show = |ui: &mut Ui| {
        small(ui, &words.message(&outside));
        ui.add(Button::secondary(&keep)).clicked()
    };
    // Beside a path of several lines the way there would stand between them.
    let clicked = if is_narrow(ui) {
        show(ui)
    } else {
        row(ui, show).inner
    };
    clicked.then(|| Action::Receive(ReceiveAction::Take(vec![path.to_owned()])))
}

fn show_start(ui: &mut Ui, words: &Words, view: &View) -> Option<Action> {
    let [start, rehearse] = ["routine-start", "routine-rehearse"].map(|id| words.get(id));
    let begin = if view.standing.is_advised_against() {
        Button::secondary(&start)
    } else {
        Button::primary(&start)
    };
    let ways = [begin.large(), Button::secondary(&rehearse)];
    let routine = view.routine.id.clone();
    buttons(ui, ways).map(|way| match way {
        0 => Action::Before(BeforeAction::Begin { routine }),
        _ => Action::Before(BeforeAction::Rehearse { routine }),
    })
}

/// The names of the facts, and the facts.
fn facts_of(words: &Words, view: &View) -> Vec<(&'static str, String)> {
    let routine = view.routine;
    let schedule = facts::schedule(words, &routine.schedule);
    let mut facts = vec![("routine-how-often", schedule)];
    if let Some(programme) = facts::programme(words, routine, view.week) {
        facts.push(("routine-programme", programme));
    }
    let equipment = facts::equipment(routine);
    if !equipment.is_empty() {
        facts.push(("routine-equipment", words.list(List::And, equipment)));
    }
    let author = routine.author.as_ref();
    let author = author.map(|author| facts::author(words, author));
    if let Some(author) = author.filter(|author| !author.is_empty()) {
        facts.push(("routine-author", author));
    }
    let mut revision = facts::revision(words, routine);
    if let Some(updated) = routine.updated {
        let updated = facts::date(words, updated);
        revision = words.list(List::Parts, [revision, updated]);
    }
    facts.push(("routine-revision", revision));
    facts.extend(review(words, routine, view.today));
    facts
}

/// When the person and the author see each other again, if the file says so.
pub(super) fn review(
    words: &Words,
    routine: &Routine,
    today: Date,
) -> Option<(&'static str, String)> {
    let review = routine.schedule.review_on?;
    let id = if review < today {
        "routine-review-passed"
    } else {
        "routine-review-on"
    };
    let on = Message::new(id).with("date", facts::date(words, review));
    Some(("routine-review", words.message(&on)))
}

/// The name of a group before its exercises, what its author says of it, and what there is to choose.
fn show_group(
    ui: &mut Ui,
    words: &Words,
    view: &View,
    group: &ExerciseGroup,
    told: &str,
) -> Option<Action> {
    heading(ui, &group.name);
    muted(ui, told);
    let choice = view.choices.iter().find(|it| *it.group == *group)?;
    card(ui, |ui| {
        choosing::switches(ui, words, &view.choices, choice)
    })
    .inner
    .map(|exercises| BeforeAction::choose(view.routine, exercises))
}

/// A picture of an exercise has this size where there is room for it beside the words.
const PICTURE: Vec2 = vec2(250.0, 160.0);

fn show_exercise(
    ui: &mut Ui,
    words: &Words,
    view: &View,
    number: usize,
    exercise: &Exercise,
) -> Option<Action> {
    let show_picture = |ui: &mut Ui, size| {
        picture::of_exercise(ui, words, view.routine, exercise, view.pictures, size)
    };
    card(ui, |ui| {
        if is_narrow(ui.ctx()) {
            let size = vec2(ui.available_width(), PICTURE.y);
            show_picture(ui, size);
            return show_words(ui, words, view, number, exercise);
        }
        ui.horizontal_top(|ui| {
            if show_picture(ui, PICTURE) {
                ui.add_space(space::M);
            }
            ui.vertical(|ui| show_words(ui, words, view, number, exercise))
                .inner
        })
        .inner
    })
    .inner
}

fn show_words(
    ui: &mut Ui,
    words: &Words,
    view: &View,
    number: usize,
    exercise: &Exercise,
) -> Option<Action> {
    row(ui, |ui| {
        heading(ui, &format!("{number}. {}", exercise.name));
        if exercise.optional {
            chip(ui, &words.get("exercise-optional"));
        }
    });
    let color = palette(ui).teal_ink;
    let dose = facts::dose(words, &exercise.in_week(view.week));
    ui.label(super::theme::Type::Strong.text(dose, color));
    let last = view.last.of(&exercise.id).and_then(report::last_done);
    if let Some(last) = last {
        muted(ui, &words.message(&last));
    }
    for step in facts::steps_after(words, exercise, view.week) {
        body(ui, &step);
    }
    if let Some(rhythm) = &exercise.rhythm {
        body(ui, &facts::rhythm(words, rhythm));
    }
    if let Some(weeks) = facts::weeks(exercise) {
        body(ui, &words.message(&weeks));
    }
    let saying = Saying {
        aim: Aim::of(view.routine, exercise),
        is_numbered: false,
        unopened: view.unopened,
    };
    exercise_words::show(ui, words, exercise, saying)
}
