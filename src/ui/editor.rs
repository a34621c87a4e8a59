//! The editor of a routine: its exercises at the left, the fields of the chosen one in the middle, and
//! beside them what the patient will see. Where there is no room for all three they are pages.

mod bar;
mod dialog;
mod field;
mod filling;
mod form;
mod layout;
mod list;
mod mending;
mod panes;
mod pictures;
mod questions;
mod seen;
mod summary;
mod ways;
mod whole;
mod wording;

use std::path::PathBuf;
use std::time::Duration;

use eframe::egui::{
    CornerRadius, Frame, Key, KeyboardShortcut, Margin, Modifiers, Rect, Stroke, Ui,
};
use jiff::civil::Time;

pub use self::filling::Typing;
pub use self::panes::{ComesTo, Panes};
pub use self::questions::{Answer, Question, ask};
pub use self::summary::title;
pub use self::ways::{Way, ways, ways_of};
use super::picture_cache::Pictures;
use super::theme::{palette, radius, space};
use super::top::within;
use super::widgets::{notice, scrolled, short_fact};
use super::{Action, spoken};
use crate::editing::{Edit, Editing, Field, Part};
use crate::store::LeftDraft;
use crate::words::{Message, Words};

/// What is asked for in the editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditorAction {
    Edit(Edit),
    /// A field was left: what is typed from here on is undone by itself.
    Settle,
    Undo,
    Redo,
    Save,
    /// Pick exercises, to be put after the one at this place.
    PickExercises,
    /// Choose the figure of the exercise at this place.
    ChooseFigure(usize),
    /// Have the author choose a picture in the system's dialog, to be shown by the exercise at this place.
    ChoosePicture(usize),
    /// Copy a picture beside the routine, to be shown by the exercise at this place.
    BringPicture {
        exercise: usize,
        path: PathBuf,
    },
    /// Try the routine from the exercise at this place, not recorded.
    Try(usize, Trial),
    /// Hand the routine out, once all of it is saved.
    HandOut,
    /// Back to where the editor was opened from.
    Leave,
    Answer(Answer),
}

/// A way into the editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenAction {
    /// A new routine.
    New,
    /// The file at this path, which may have mistakes that keep it from being a routine.
    EditFile(PathBuf),
    /// A copy of it.
    CopyFile(PathBuf),
    /// A copy of the routine of this id that comes with the app.
    CopyShipped(String),
    /// Unsaved work that was left, as when the machine lost its power.
    Resume(LeftDraft),
    /// Give it up.
    Discard(LeftDraft),
}

/// How a routine is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trial {
    /// Sixty times as fast, and silent.
    Fast,
    /// As long as it takes, with sound.
    RealTime,
}

/// The routine under the hands of its author, and what is around it.
#[derive(Debug)]
pub struct View<'a> {
    pub editing: &'a Editing,
    pub saved: Saved,
    /// The name of the file that it was just saved as.
    pub saved_as: Option<&'a str>,
    /// What went wrong with it last, or is to be known of its file.
    pub warnings: &'a [Message],
    pub pictures: Pictures<'a>,
    pub reduced_motion: bool,
    /// Whether the system had no dialog when a picture was to be chosen in it.
    pub is_dialog_missing: bool,
}

/// How the routine stands with its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saved {
    /// Whether there is something to save.
    pub is_changed: bool,
    /// How many edits that is.
    pub unsaved: usize,
    /// Since when a draft has all of it; `None` while none has.
    pub kept_since: Option<Time>,
    /// Whether it was never saved.
    pub is_new: bool,
}

/// What is in view, and what is being typed and is no edit yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The part of the routine whose fields are shown.
    pub chosen: Part,
    pub typing: Option<Typing>,
    /// Whether the fields that are seldom needed are shown.
    pub shows_more: bool,
    /// Those of them that stand with the first, by their keys, and the part that they are of.
    pub above: Option<(Part, Vec<&'static str>)>,
    /// The exercise that is to have a picture of its own, and has none yet.
    pub pictured: Option<Part>,
    /// Where there is no room for all: what is shown.
    pub page: Page,
    /// Since when the chosen exercise is, in seconds of the window's clock.
    pub since: f64,
    /// The field that is to get the keyboard with the next drawing.
    pub comes_to: Option<Field>,
    /// The exercise that is to get it.
    pub comes_to_exercise: Option<usize>,
    /// The pane that is to get it.
    pub pane: Option<ComesTo>,
    pub panes: Panes,
}

/// What is shown where there is no room for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Page {
    Parts,
    Fields,
    Seen,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            chosen: Part::exercise(0),
            typing: None,
            shows_more: false,
            above: None,
            pictured: None,
            page: Page::Parts,
            since: 0.0,
            comes_to: None,
            comes_to_exercise: None,
            pane: None,
            panes: Panes::default(),
        }
    }
}

impl Draft {
    /// Shows the fields of a part.
    fn choose(&mut self, ui: &Ui, part: Part) {
        if self.chosen != part {
            self.since = ui.input(|input| input.time);
        }
        self.chosen = part;
        self.page = Page::Fields;
    }

    /// Stays with an exercise that a change of one of its fields has brought to another place.
    pub fn follow(&mut self, field: &Field, done: &Edit) {
        let chosen = self.chosen.exercise_index();
        let chosen = chosen.filter(|at| field.part == Part::exercise(*at));
        if let Some(at) = chosen
            && let Some(to) = done.place_after(at).filter(|to| *to != at)
        {
            self.chosen = Part::exercise(to);
            self.comes_to = Some(self.chosen.field(field.key));
        }
    }

    fn shown_for(&self, ui: &Ui) -> Duration {
        let now = ui.input(|input| input.time);
        Duration::try_from_secs_f64(now - self.since).unwrap_or_default()
    }
}

/// From so much room on all three stand beside one another, and the first two.
const ROOM_FOR_THREE: f32 = 1060.0;
const ROOM_FOR_TWO: f32 = 720.0;
/// The smallest window is narrower than this once its text is half again as large.
const SMALLEST: f32 = 320.0;
const LIST: f32 = 298.0;
const SEEN: f32 = 338.0;

/// Draws the editor. What is in view and being typed is in `draft`.
pub fn show(ui: &mut Ui, words: &Words, view: &View, draft: &mut Draft) -> Option<Action> {
    spoken::page(ui.ctx(), "editor");
    let mut asked = by_keys(ui, draft);
    panes::by_keys(ui, draft);
    settle_choice(view, draft);
    let room = ui.available_width();
    if room < ROOM_FOR_TWO {
        // With large text each point at the sides is one less for words.
        let beside = if room < SMALLEST { 8 } else { 14 };
        draft.panes = Panes::default();
        let frame = Frame::new().inner_margin(Margin::symmetric(beside, 10));
        frame.show(ui, |ui| {
            scrolled(ui, draft.page, |ui| {
                show_pages(ui, words, view, draft, &mut asked);
            });
        });
        panes::note(ui, draft);
        return into_action(asked);
    }
    let frame = Frame::new().inner_margin(Margin {
        left: 28,
        right: 28,
        top: 18,
        bottom: 18,
    });
    frame.show(ui, |ui| {
        let right = ui.max_rect().right();
        bar::show_top(ui, words, view, draft, &mut asked);
        if ui.min_rect().right() > right {
            // What it says has become longer: the next frame has room for it.
            ui.ctx().request_repaint();
        }
        for warning in view.warnings {
            notice(ui, &words.message(warning));
        }
        let place = ui.available_rect_before_wrap().with_max_x(right);
        show_beside(ui, words, view, draft, place, &mut asked);
    });
    panes::note(ui, draft);
    into_action(asked)
}

/// The parts beside one another.
fn show_beside(
    ui: &mut Ui,
    words: &Words,
    view: &View,
    draft: &mut Draft,
    place: Rect,
    asked: &mut Vec<EditorAction>,
) {
    let is_three = place.width() >= ROOM_FOR_THREE;
    let left = place.with_max_x(place.left() + LIST);
    let mut middle = place.with_min_x(left.right() + space::L);
    let right = place.with_min_x(place.right() - SEEN);
    if is_three {
        middle.max.x = right.left() - space::L;
    }
    draft.panes = Panes {
        list: Some(left),
        fields: (is_three || draft.page != Page::Seen).then_some(middle),
        seen: if is_three {
            Some(right)
        } else {
            (draft.page == Page::Seen).then_some(middle)
        },
        ..draft.panes
    };
    within(ui, left, |ui| list::show(ui, words, view, draft, asked));
    within(ui, middle, |ui| {
        if !is_three {
            choose_page(ui, words, draft, &[Page::Fields, Page::Seen]);
        }
        if is_three || draft.page != Page::Seen {
            let chosen = draft.chosen.clone();
            in_card(ui, &chosen, |ui| {
                form::show(ui, words, view, draft, asked);
            });
        } else {
            scrolled(ui, "seen", |ui| seen::show(ui, words, view, draft, asked));
        }
    });
    if is_three {
        within(ui, right, |ui| {
            seen::show_in_column(ui, words, view, draft, asked);
        });
    }
}

/// All that was asked for at once, in its order.
fn into_action(asked: Vec<EditorAction>) -> Option<Action> {
    asked
        .into_iter()
        .map(Action::Editor)
        .fold(None, |all, next| Action::both(all, Some(next)))
}

/// The part that was chosen may be gone: it was taken out, or its adding undone.
fn settle_choice(view: &View, draft: &mut Draft) {
    // While a line breaks the grammar nothing is there, and nothing is gone.
    if !view.editing.has_fields() {
        return;
    }
    let count = view.editing.count(&crate::editing::exercises());
    if let Some(index) = draft.chosen.exercise_index()
        && index >= count
    {
        draft.chosen = match count.checked_sub(1) {
            Some(last) => Part::exercise(last),
            None => Part::top(),
        };
    }
}

/// Each part scrolls by itself.
fn in_card<R>(ui: &mut Ui, part: &Part, content: impl FnOnce(&mut Ui) -> R) -> R {
    let palette = palette(ui);
    Frame::new()
        .fill(palette.surface)
        .stroke(Stroke::new(palette.edge, palette.line))
        .corner_radius(CornerRadius::same(radius::CARD))
        .inner_margin(Margin {
            left: 20,
            right: 14,
            top: 16,
            bottom: 10,
        })
        .show(ui, |ui| scrolled(ui, ("fields", part), content))
        .inner
}

/// What is asked for by keys, before a field takes them for its own.
fn by_keys(ui: &Ui, draft: &mut Draft) -> Vec<EditorAction> {
    let again = Modifiers::COMMAND | Modifiers::SHIFT;
    let pressed = |modifiers, key| {
        let shortcut = KeyboardShortcut::new(modifiers, key);
        ui.memory(|memory| memory.allows_interaction(ui.layer_id()))
            && ui.input_mut(|input| input.consume_shortcut(&shortcut))
    };
    let mut asked = Vec::new();
    // With Shift first: without it the same keys mean the opposite.
    if pressed(again, Key::Z) || pressed(Modifiers::COMMAND, Key::Y) {
        asked.push(EditorAction::Redo);
    } else if pressed(Modifiers::COMMAND, Key::Z) {
        asked.push(EditorAction::Undo);
    } else if pressed(Modifiers::COMMAND, Key::S) {
        asked.push(EditorAction::Save);
    } else if pressed(Modifiers::COMMAND, Key::D)
        && let Some(index) = draft.chosen.exercise_index()
    {
        asked.push(EditorAction::Edit(Edit::duplicate_exercise(index)));
        draft.comes_to_exercise = Some(index + 1);
    }
    if !asked.is_empty() {
        // What stands in the field is what the text then says.
        draft.typing = None;
    }
    asked
}

/// One of the three at a time, with the way to the others above it.
fn show_pages(
    ui: &mut Ui,
    words: &Words,
    view: &View,
    draft: &mut Draft,
    asked: &mut Vec<EditorAction>,
) {
    bar::show_narrow_top(ui, words, view, draft, asked);
    for warning in view.warnings {
        notice(ui, &words.message(warning));
    }
    choose_page(ui, words, draft, &[Page::Parts, Page::Fields, Page::Seen]);
    match draft.page {
        Page::Parts => {
            short_fact(ui, &words.message(&summary::changes(view)));
            list::show_all(ui, words, view, draft, asked);
        }
        Page::Fields => form::show(ui, words, view, draft, asked),
        Page::Seen => seen::show(ui, words, view, draft, asked),
    }
}

fn choose_page(ui: &mut Ui, words: &Words, draft: &mut Draft, pages: &[Page]) {
    let pages: Vec<_> = pages
        .iter()
        .map(|page| {
            let id = match page {
                Page::Parts => "editor-page-parts",
                Page::Fields => "editor-page-fields",
                Page::Seen => "editor-page-seen",
            };
            (*page, words.get(id))
        })
        .collect();
    let is_there = pages.iter().any(|(page, _)| *page == draft.page);
    let now = if is_there { draft.page } else { Page::Fields };
    let name = words.get("editor-pages");
    if let Some(page) = super::widgets::tabs(ui, &name, now, &pages) {
        draft.page = page;
    }
    ui.add_space(space::XS);
}
