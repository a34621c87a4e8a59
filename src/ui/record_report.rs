//! A report of the record: what it is about, its sheets, and where it is put.

use std::path::Path;

use eframe::egui::{Id, Key, Ui};

use super::hand_out::{self, Sheets, Target, ToWrite, Typed, Written};
use super::theme::space;
use super::widgets::{Button, Field, card, choice, part, strong, title, toggle_row};
use super::{Action, Place};
use crate::document::Sheet;
use crate::handing_out::PageForm;
use crate::record_report;
use crate::report::summary as told;
use crate::summary::Period;
use crate::words::{Message, Words};

/// What is asked for where the record is reported.
#[derive(Debug, Clone, PartialEq)]
pub enum ReportAction {
    /// Open the page, about the routine of this id or about all.
    Open(Option<String>),
    /// Make it of what is chosen now.
    Ask(Choice),
    /// Show it on this sheet.
    Lay(Sheet),
    Write(ToWrite<PageForm>),
}

/// What a report is to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The id of the one routine that it is about; without one it is about all.
    pub routine: Option<String>,
    pub period: Period,
    /// Whose record it is, if they want it to be seen.
    pub name: String,
    pub with_notes: bool,
    /// Whether the numbers that were given for pain are told.
    pub with_pain: bool,
}

impl Default for Choice {
    fn default() -> Self {
        Self {
            routine: None,
            period: record_report::USUAL,
            name: String::new(),
            with_notes: true,
            with_pain: true,
        }
    }
}

/// What the page is shown with.
#[derive(Debug)]
pub struct View<'a> {
    pub choice: &'a Choice,
    /// The id and the title of each routine on record, the last done first.
    pub routines: &'a [(String, String)],
    pub sheet: Sheet,
    /// `None` while it is laid out; why it can't be.
    pub sheets: Option<Result<&'a Sheets, &'a Message>>,
    /// What came of writing it.
    pub written: Option<&'a Written<PageForm>>,
    /// As what it is written if the person says nothing else.
    pub usual_form: PageForm,
    /// Where it is put if the person says nothing else, without the ending of its form.
    pub usual: &'a Path,
    /// Why a folder could not be opened.
    pub warning: Option<&'a Message>,
}

/// What the person chose on the page and typed.
#[derive(Debug, Default)]
pub struct Draft {
    /// `None` while it is the usual one.
    form: Option<PageForm>,
    path: Typed,
    /// A name that is being typed, until the field is left.
    name: Option<String>,
}

/// The page. What is chosen and typed on it is in `draft`, which is kept for it from one call to the next.
pub fn show(ui: &mut Ui, words: &Words, view: &View<'_>, draft: &mut Draft) -> Option<Action> {
    let back = ui.add(Button::quiet(&words.get("past-back"))).clicked();
    title(ui, &words.get("report-title"));
    ui.add_space(space::S);
    let form = draft.form.unwrap_or(view.usual_form);
    let what = match form {
        PageForm::Pdf => "hand-out-preview",
        PageForm::Html => "hand-out-preview-html",
    };
    let action = hand_out::beside(
        ui,
        |ui| choices(ui, words, view, draft),
        |ui| hand_out::paper::show(ui, words, view.sheets, what),
    );
    Action::both(action, back.then_some(Action::Go(Place::History)))
}

fn choices(ui: &mut Ui, words: &Words, view: &View<'_>, draft: &mut Draft) -> Option<Action> {
    let asked = part(ui, "about", |ui| {
        card(ui, |ui| about(ui, words, view, draft)).inner
    });
    ui.add_space(space::S);
    let put = part(ui, "place", |ui| {
        let shown = card(ui, |ui| {
            form(ui, words, view, draft);
            ui.add_space(space::XS);
            place(ui, words, view, draft)
        });
        shown.inner
    });
    ui.add_space(space::S);
    let sheet = part(ui, "paper", |ui| {
        card(ui, |ui| hand_out::paper::choose(ui, words, view.sheet)).inner
    });
    let asked = asked.map(ReportAction::Ask).map(Action::Report);
    let laid = sheet.map(ReportAction::Lay).map(Action::Report);
    // What is written is what is asked for by then.
    Action::both(asked.or(laid), put)
}

/// What it is to tell, if that is another now.
fn about(ui: &mut Ui, words: &Words, view: &View<'_>, draft: &mut Draft) -> Option<Choice> {
    let mut chosen = view.choice.clone();
    let times = [
        Period::Weeks(4),
        record_report::USUAL,
        Period::Weeks(26),
        Period::Weeks(52),
        Period::All,
    ];
    which(
        ui,
        words,
        view.routines,
        &mut chosen.routine,
        (&mut chosen.period, times),
    );
    ui.add_space(space::S);
    for (id, is_told) in [
        ("report-notes", &mut chosen.with_notes),
        ("report-pain", &mut chosen.with_pain),
    ] {
        toggle_row(ui, is_told, &words.get(id), None);
    }
    let name = words.get("report-name");
    let mut typed = draft.name.take().unwrap_or(chosen.name.clone());
    let field = Field::new(Id::unique("name on a report"), &name);
    let response = field.show(ui, &mut typed);
    let by_enter = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if by_enter || !response.has_focus() {
        typed.trim().clone_into(&mut chosen.name);
    }
    draft.name = response.has_focus().then_some(typed);
    (chosen != *view.choice).then_some(chosen)
}

/// The choice of a routine, of those with their ids and titles, and of one of these times.
pub(super) fn which<const N: usize>(
    ui: &mut Ui,
    words: &Words,
    routines: &[(String, String)],
    chosen: &mut Option<String>,
    (period, times): (&mut Period, [Period; N]),
) {
    /// The most routines to choose from.
    const MOST: usize = 6;
    if routines.len() > 1 || chosen.is_some() {
        let is_chosen = |(id, _): &(String, String)| chosen.as_ref() == Some(id);
        let at = routines.iter().position(is_chosen);
        let mut options = vec![(None, words.get("sum-all-routines"))];
        let titles = routines.iter().enumerate();
        let shown = titles.filter(|(place, _)| *place < MOST || at == Some(*place));
        options.extend(shown.map(|(place, (_, title))| (Some(place), title.clone())));
        let name = words.get("sum-filter");
        strong(ui, &name);
        if let Some(at) = choice(ui, &name, at, &options) {
            *chosen = at.map(|at| routines[at].0.clone());
        }
        ui.add_space(space::S);
    }
    let times = times.map(|it| (it, told::period(words, it)));
    let name = words.get("sum-span");
    strong(ui, &name);
    if let Some(now) = choice(ui, &name, *period, &times) {
        *period = now;
    }
}

fn form(ui: &mut Ui, words: &Words, view: &View<'_>, draft: &mut Draft) {
    let forms = [
        (PageForm::Pdf, "hand-out-pdf"),
        (PageForm::Html, "hand-out-html"),
    ];
    let forms = forms.map(|(form, id)| (form, words.get(id)));
    let name = words.get("hand-out-form");
    strong(ui, &name);
    let chosen = draft.form.unwrap_or(view.usual_form);
    if let Some(form) = choice(ui, &name, chosen, &forms) {
        draft.form = Some(form);
        draft.path = None;
    }
}

fn place(ui: &mut Ui, words: &Words, view: &View<'_>, draft: &mut Draft) -> Option<Action> {
    let form = draft.form.unwrap_or(view.usual_form);
    let target = Target {
        form,
        ending: form.ending(),
        usual: view.usual,
        written: view.written,
        warning: view.warning,
    };
    let write = |it| Action::Report(ReportAction::Write(it));
    hand_out::place::show(ui, words, &target, &mut draft.path, write)
}
