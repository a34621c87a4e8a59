//! How and when the person is reminded, and how the day goes with it.

mod ahead;
mod fields;
mod hours;
mod quiet;
mod what;

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{Id, Key, Ui};
use jiff::Zoned;

pub use self::ahead::{Ahead, Done};
use self::fields::labelled;
pub use self::hours::Hour;
use super::settings::SettingsAction;
use super::theme::space;
use super::widgets::{
    Button, Line, Stepped, Stepper, card, choice, note, notice, part, section, small, strong,
    title, toggle_row,
};
use super::{Action, Place, spoken};
use crate::library::Entry;
use crate::reminder::Silence;
use crate::settings::{ReminderForm, ReminderTime, Reminding, Settings};
use crate::words::{Message, Words};

/// What is asked for about reminders besides what is a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RemindersAction {
    /// Have them begin with the computer, or no more.
    StartWithComputer(bool),
    /// Show an example of a reminder of the routine with this id now.
    ShowOne(String),
    /// Start the process that reminds.
    Run,
}

/// What was chosen, and how it goes.
#[derive(Debug)]
pub struct View<'a> {
    pub settings: &'a Settings,
    pub now: &'a Zoned,
    /// The routines of which one can be reminded of.
    pub entries: &'a [Entry],
    /// The day as it goes; `None` until that is known.
    pub ahead: Option<&'a Ahead>,
    /// How things stand just now.
    pub live: &'a Live,
    /// Whether reminders begin with the computer; `None` where the system has no place to say so.
    pub starts_with_computer: Option<bool>,
    /// What is wrong and concerns the whole app: some of it keeps settings from being written.
    pub warnings: &'a [Message],
    /// Why something of it could not be set.
    pub warning: Option<&'a Message>,
}

/// How things stand just now.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Live {
    /// Nobody has said so yet.
    #[default]
    Unknown,
    /// Nothing reminds.
    NoneRuns,
    /// Something reminds, and does not answer.
    Silent,
    Runs(Running),
}

impl Live {
    fn running(&self) -> Option<&Running> {
        match self {
            Self::Runs(running) => Some(running),
            Self::Unknown | Self::NoneRuns | Self::Silent => None,
        }
    }
}

/// What the process that reminds says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Running {
    /// What comes next, or why nothing does.
    pub told: Option<Message>,
    /// What is wrong with how they come, or with the disk.
    pub troubles: Vec<Message>,
    /// What is the case.
    pub silences: BTreeSet<Silence>,
    /// What this desktop does not tell.
    pub unknown: BTreeSet<Silence>,
    /// Whether it tells if somebody is at the keyboard.
    pub tells_idle: bool,
}

/// What is being typed or looked at on the page, and is no setting yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// Times of day that are no times yet, or not left yet.
    hours: BTreeMap<Hour, String>,
    sitting: Option<String>,
    /// Whether the days have hours of their own, though they are the same so far.
    is_by_day: bool,
    /// Whether the routines to choose from are shown.
    is_choosing: bool,
}

/// As wide as what is set grows, in points.
const SET: f32 = 680.0;
/// Between it and the day.
const GAP: f32 = 52.0;
/// What the day needs beside it.
const DAY: f32 = 250.0;

/// The page. What is being typed on it is in `draft`, which is kept for it from one call to the next.
pub fn show(ui: &mut Ui, words: &Words, view: &View, draft: &mut Draft) -> Option<Action> {
    let back = ui
        .add(Button::quiet(&words.get("reminders-back")))
        .clicked();
    title(ui, &words.get("reminders-title"));
    for warning in view.warnings.iter().chain(view.warning) {
        notice(ui, &words.message(warning));
    }
    let mut settings = view.settings.clone();
    let room = ui.available_width();
    let asked = if room < SET + GAP + DAY {
        super::frame::limit_width(ui, SET);
        let asked = show_set(ui, words, view, &mut settings.reminders, draft);
        asked.or(part(ui, "ahead", |ui| ahead::show(ui, words, view)))
    } else {
        let mut asked = None;
        let mut line = Line::begin(ui);
        line.add(ui, SET, GAP, |ui| {
            asked = show_set(ui, words, view, &mut settings.reminders, draft);
        });
        line.add(ui, room - SET - GAP, 0.0, |ui| {
            let shown = part(ui, "ahead", |ui| ahead::show(ui, words, view));
            asked = asked.take().or(shown);
        });
        line.end(ui);
        asked
    };
    let chosen = (settings != *view.settings)
        .then(|| Action::Settings(SettingsAction::Choose(Box::new(settings))));
    let asked = asked.map(Action::Reminders);
    // A click beside a field leaves it, and means a button all the same.
    Action::both(
        chosen,
        asked.or(back.then_some(Action::Go(Place::Settings))),
    )
}

fn show_set(
    ui: &mut Ui,
    words: &Words,
    view: &View,
    set: &mut Reminding,
    draft: &mut Draft,
) -> Option<RemindersAction> {
    let runs = part(ui, "when and what", |ui| {
        let runs = card(ui, |ui| {
            let runs = show_switch(ui, words, view, set);
            ui.add_space(space::XS);
            hours::show(ui, words, &mut set.hours, draft);
            ui.add_space(space::XS);
            ui.separator();
            ui.add_space(space::XS);
            show_when(ui, words, view, set, draft);
            show_how(ui, words, set);
            runs
        });
        ui.add_space(space::S);
        runs.inner
    });
    part(ui, "quiet", |ui| {
        section(ui, &words.get("reminders-quiet"));
        small(ui, &words.get("reminders-quiet-hint"));
        quiet::show(
            ui,
            words,
            &mut set.quiet_while,
            view.live.running().filter(|_| view.settings.reminders.on),
        );
        ui.add_space(space::S);
    });
    let runs = runs.then_some(RemindersAction::Run);
    let Some(mut starts) = view.starts_with_computer else {
        return runs;
    };
    let toggled = part(ui, "background", |ui| {
        section(ui, &words.get("reminders-background"));
        let toggled = card(ui, |ui| {
            let hint = words.get("reminders-start-hint");
            let name = words.get("reminders-start");
            toggle_row(ui, &mut starts, &name, Some(&hint)).changed()
        });
        ui.add_space(space::S);
        toggled.inner
    });
    runs.or(toggled.then_some(RemindersAction::StartWithComputer(starts)))
}

/// Returns whether the process that reminds is to be started.
fn show_switch(ui: &mut Ui, words: &Words, view: &View, set: &mut Reminding) -> bool {
    let hint = words.get(match set.form {
        ReminderForm::Window => "reminders-on-window",
        ReminderForm::Notification => "reminders-on-notification",
        ReminderForm::Voice => "reminders-on-voice",
    });
    let name = words.get("reminders-on");
    toggle_row(ui, &mut set.on, &name, Some(&hint));
    ui.add_space(space::S);
    if !view.settings.reminders.on {
        return false;
    }
    match view.live {
        Live::Unknown => {}
        Live::NoneRuns => {
            notice(ui, &words.get("reminders-none-run"));
            return ui
                .add(Button::secondary(&words.get("reminders-run")))
                .clicked();
        }
        Live::Silent => _ = notice(ui, &words.get("remind-silent")),
        Live::Runs(running) => {
            if let Some(told) = &running.told {
                let told = words.message(told);
                let response = strong(ui, &told);
                spoken::announce(ui, &response, &told);
            }
            for trouble in &running.troubles {
                notice(ui, &words.message(trouble));
            }
        }
    }
    false
}

/// What makes it time, and for what.
fn show_when(ui: &mut Ui, words: &Words, view: &View, set: &mut Reminding, draft: &mut Draft) {
    let name = words.get("reminders-when");
    labelled(ui, &name, |ui| {
        let options = [
            (ReminderTime::AfterSitting, "reminders-when-sitting"),
            (ReminderTime::AtFixedTimes, "reminders-when-fixed"),
            (ReminderTime::SpreadOverDay, "reminders-when-spread"),
        ]
        .map(|(when, id)| (when, words.get(id)));
        if let Some(when) = choice(ui, &name, set.when, &options) {
            set.when = when;
        }
        match set.when {
            ReminderTime::AfterSitting => {}
            ReminderTime::AtFixedTimes => _ = small(ui, &words.get("reminders-when-fixed-hint")),
            ReminderTime::SpreadOverDay => _ = small(ui, &words.get("reminders-when-spread-hint")),
        }
    });
    if set.when == ReminderTime::AfterSitting {
        show_every(ui, words, set, draft);
        what::show(
            ui,
            words,
            view.entries,
            &mut set.routine,
            &mut draft.is_choosing,
        );
    }
}

const LEAST: u16 = 10;
const MOST: u16 = 240;
/// What the buttons beside the minutes count by.
const STEP: u16 = 5;

/// Of the field, and of the words beside it at least, in points.
const STEPPER: f32 = 120.0;
const HINT: f32 = 200.0;

/// After so much sitting.
fn show_every(ui: &mut Ui, words: &Words, set: &mut Reminding, draft: &mut Draft) {
    let name = words.get("reminders-every");
    labelled(ui, &name, |ui| {
        let now = set.sitting_minutes;
        let mut text = draft.sitting.clone().unwrap_or_else(|| now.to_string());
        let typed = minutes(&text);
        let hint = words.get("reminders-every-hint");
        let full_name = format!("{name}: {hint}");
        let from = typed.unwrap_or(now);
        let stepper = Stepper {
            id: Id::unique("minutes of sitting"),
            name: &full_name,
            hint: "",
            is_wrong: typed.is_none(),
            width: STEPPER,
            down: (from > LEAST).then(|| ((from - 1) / STEP * STEP).max(LEAST).to_string()),
            up: (from < MOST).then(|| (from / STEP * STEP + STEP).min(MOST).to_string()),
        };
        let mut shown = None;
        let beside = ui.available_width() - STEPPER - space::M;
        if beside < HINT {
            shown = Some(ui.scope(|ui| stepper.show(ui, &mut text)).inner);
            small(ui, &hint);
        } else {
            let mut line = Line::begin(ui);
            line.add(ui, STEPPER, space::M, |ui| {
                shown = Some(stepper.show(ui, &mut text));
            });
            line.add(ui, beside, 0.0, |ui| {
                // In the middle of the field.
                ui.add_space(space::S);
                small(ui, &hint);
            });
            line.end(ui);
        }
        let Some((response, became)) = shown else {
            return;
        };
        match became {
            Some(Stepped::To(to)) => {
                draft.sitting = None;
                set.sitting_minutes = minutes(&to).unwrap_or(now);
                return;
            }
            Some(Stepped::Typed) => draft.sitting = Some(text.clone()),
            None => {}
        }
        if response.lost_focus()
            && let Some(minutes) = typed
        {
            set.sitting_minutes = minutes;
            draft.sitting = None;
        }
        // Enter takes what is typed, and the keyboard stays.
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            response.request_focus();
        }
        if typed.is_none() {
            let wrong = words.get("reminders-every-wrong");
            let response = note(ui, &wrong);
            spoken::announce(ui, &response, &wrong);
        }
    });
}

fn minutes(text: &str) -> Option<u16> {
    let minutes = text.trim().parse().ok();
    minutes.filter(|minutes| (LEAST..=MOST).contains(minutes))
}

/// How a reminder comes, and how often it can be put off.
fn show_how(ui: &mut Ui, words: &Words, set: &mut Reminding) {
    let name = words.get("reminders-form");
    labelled(ui, &name, |ui| {
        let options = [
            (ReminderForm::Window, "reminders-form-window"),
            (ReminderForm::Notification, "reminders-form-notification"),
            (ReminderForm::Voice, "reminders-form-voice"),
        ]
        .map(|(form, id)| (form, words.get(id)));
        if let Some(form) = choice(ui, &name, set.form, &options) {
            set.form = form;
        }
    });
    let name = words.get("reminders-put-off");
    labelled(ui, &name, |ui| {
        let mut most = vec![None, Some(0), Some(1), Some(2), Some(3)];
        // One that a file has.
        if !most.contains(&set.put_off_at_most) {
            most.push(set.put_off_at_most);
        }
        let options: Vec<_> = most
            .into_iter()
            .map(|most| (most, put_off(words, most)))
            .collect();
        if let Some(most) = choice(ui, &name, set.put_off_at_most, &options) {
            set.put_off_at_most = most;
        }
    });
}

fn put_off(words: &Words, most: Option<u32>) -> String {
    words.message(&match most {
        None => Message::new("reminders-put-off-any"),
        Some(most) => Message::new("reminders-put-off-most").with("count", most),
    })
}

#[cfg(test)]
mod tests {
    use eframe::egui::accesskit::Role;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::clock;
    use crate::ui::theme;

    /// What is asked for on the page, once a button is pressed, and what else can be read there.
    fn pressed(live: &Live, form: ReminderForm, press: &'static str) -> (Option<Action>, bool) {
        let words = Words::of("en");
        let now = clock::here();
        let mut settings = Settings::default();
        settings.reminders.on = true;
        settings.reminders.form = form;
        let ahead = Ahead::default();
        let mut draft = Draft::default();
        let (words, settings) = (&words, &settings);
        let mut harness = Harness::builder()
            .with_size([1400.0, 1800.0])
            .with_context_setup(theme::install)
            .build_ui_state(
                |ui, asked: &mut Option<Action>| {
                    let view = View {
                        settings,
                        now: &now,
                        entries: &[],
                        ahead: Some(&ahead),
                        live,
                        starts_with_computer: Some(true),
                        warnings: &[],
                        warning: None,
                    };
                    *asked = asked.take().or(show(ui, words, &view, &mut draft));
                },
                None,
            );
        harness.run();
        let [none, press] = ["reminders-none-run", press].map(|id| words.get(id));
        let says_none = harness.query_by_label(&none).is_some();
        let button = harness.get_by_role_and_label(Role::Button, &press);
        button.click();
        harness.run();
        (harness.state().clone(), says_none)
    }

    #[test]
    fn where_nothing_reminds_though_it_is_on_the_page_says_so_and_starts_it() {
        let (asked, says_none) = pressed(&Live::NoneRuns, ReminderForm::Window, "reminders-run");
        let run = Action::Reminders(RemindersAction::Run);
        assert_eq!((asked, says_none), (Some(run), true));
    }

    #[test]
    fn an_example_is_there_for_each_form_and_what_runs_is_not_said_to_be_missing() {
        let forms = [
            ReminderForm::Window,
            ReminderForm::Notification,
            ReminderForm::Voice,
        ];
        for form in forms {
            for live in [Live::Unknown, Live::Silent, Live::Runs(Running::default())] {
                let (asked, says_none) = pressed(&live, form, "reminders-show-one");
                let routine = Settings::default().reminders.routine.unwrap();
                let show = Action::Reminders(RemindersAction::ShowOne(routine));
                assert_eq!((asked, says_none), (Some(show), false));
            }
        }
    }
}
