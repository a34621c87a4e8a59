//! The record for other programs: which of it, as what, and where it is put.

use std::path::Path;

use eframe::egui::Ui;

use super::hand_out::{Target, ToWrite, Typed, Written, place};
use super::record_report::which;
use super::theme::space;
use super::widgets::{Button, card, choice, part, small, strong, title};
use super::{Action, Place};
use crate::record_export::{Form, Per};
use crate::summary::Period;
use crate::words::{Message, Words};

/// What is asked for where the record is exported.
#[derive(Debug, Clone, PartialEq)]
pub enum ExportAction {
    /// Open the page, about the routine of this id or about all.
    Open(Option<String>, Period),
    Write(ToWrite<Choice>),
}

/// Which of the record is written, and as what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The id of the one routine that it is about; without one it is about all.
    pub routine: Option<String>,
    pub period: Period,
    pub form: Form,
}

/// What the page is shown with.
#[derive(Debug)]
pub struct View<'a> {
    /// The id and the title of each routine on record, the last done first.
    pub routines: &'a [(String, String)],
    /// What came of writing it.
    pub written: Option<&'a Written<Choice>>,
    /// Where it is put if the person says nothing else, without the ending of its form; empty while that is not known.
    pub usual: &'a Path,
    /// Why a folder could not be opened.
    pub warning: Option<&'a Message>,
}

/// What the person chose on the page and typed.
#[derive(Debug)]
pub struct Draft {
    choice: Choice,
    path: Typed,
}

impl Default for Draft {
    fn default() -> Self {
        Self::about(None, Period::All)
    }
}

impl Draft {
    /// About the routine of that id, or about all, in that time.
    pub fn about(routine: Option<String>, period: Period) -> Self {
        Self {
            choice: Choice {
                routine,
                period,
                form: Form::Table(Per::Session),
            },
            path: None,
        }
    }
}

/// As wide as what is chosen needs it.
const WIDTH: f32 = 560.0;

/// The page. What is chosen and typed on it is in `draft`, which is kept for it from one call to the next.
pub fn show(ui: &mut Ui, words: &Words, view: &View<'_>, draft: &mut Draft) -> Option<Action> {
    let back = ui.add(Button::quiet(&words.get("past-back"))).clicked();
    title(ui, &words.get("export-title"));
    ui.add_space(space::S);
    ui.set_max_width(WIDTH.min(ui.available_width()));
    part(ui, "about", |ui| {
        card(ui, |ui| {
            let times = [
                Period::Weeks(4),
                Period::Weeks(26),
                Period::Weeks(52),
                Period::All,
            ];
            let Choice {
                routine, period, ..
            } = &mut draft.choice;
            which(ui, words, view.routines, routine, (period, times));
        });
    });
    ui.add_space(space::S);
    part(ui, "form", |ui| card(ui, |ui| form(ui, words, draft)));
    ui.add_space(space::S);
    let target = Target {
        ending: draft.choice.form.ending(),
        form: draft.choice.clone(),
        usual: view.usual,
        written: view.written,
        warning: view.warning,
    };
    let write = |it| Action::Export(ExportAction::Write(it));
    let asked = part(ui, "place", |ui| {
        let path = &mut draft.path;
        card(ui, |ui| place::show(ui, words, &target, path, write)).inner
    });
    Action::both(asked, back.then_some(Action::Go(Place::History)))
}

fn form(ui: &mut Ui, words: &Words, draft: &mut Draft) {
    let before = draft.choice.form;
    let per = match before {
        Form::Table(per) => Some(per),
        Form::Json => None,
    };
    let forms = [(true, "export-table"), (false, "export-json")];
    let forms = forms.map(|(is_table, id)| (is_table, words.get(id)));
    let name = words.get("hand-out-form");
    strong(ui, &name);
    if let Some(is_table) = choice(ui, &name, per.is_some(), &forms) {
        draft.choice.form = if is_table {
            Form::Table(Per::Session)
        } else {
            Form::Json
        };
        // Its name ends otherwise.
        draft.path = None;
    }
    let Some(per) = per else {
        small(ui, &words.get("export-json-hint"));
        return;
    };
    small(ui, &words.get("export-table-hint"));
    ui.add_space(space::S);
    let lines = [
        (Per::Session, "export-per-session"),
        (Per::Hold, "export-per-hold"),
        (Per::Day, "export-per-day"),
        (Per::Week, "export-per-week"),
    ];
    let lines = lines.map(|(per, id)| (per, words.get(id)));
    let name = words.get("export-per");
    strong(ui, &name);
    if let Some(per) = choice(ui, &name, per, &lines) {
        draft.choice.form = Form::Table(per);
    }
    small(
        ui,
        &words.get(match per {
            Per::Session => "export-per-session-hint",
            Per::Hold => "export-per-hold-hint",
            Per::Day | Per::Week => "export-per-day-hint",
        }),
    );
}
