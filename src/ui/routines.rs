//! Routines: all that were found, and what is wrong with those that can't be used.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Stroke, Ui};

use super::before_session::BeforeAction;
use super::editor::{self, OpenAction, Way};
use super::receive::{self, Received, Typed};
use super::theme::{Type, is_narrow, palette, space};
use super::widgets::{
    Button, Icon, body, buttons, card, heading, muted, note, notice, part, row, section, sides,
    small, strong, title,
};
use super::{Action, Outside, Place, advice};
use crate::day::{Day, Standing};
use crate::facts;
use crate::library::{Entry, Origin, shared_titles};
use crate::routine::{Diagnostic, Routine};
use crate::text::{shown_name, shown_path};
use crate::words::{Message, Words};

/// What is done with the file outside of the library that was opened last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LibraryAction {
    /// Open it again.
    OpenRecent,
    /// Offer it no longer.
    ForgetRecent,
}

/// What the library holds.
#[derive(Debug)]
pub struct View<'a> {
    /// Whether this stands in for the page of a routine that is no longer found.
    pub is_gone: bool,
    pub entries: &'a [Entry],
    /// Whether files can be dropped on the window.
    pub takes_drops: bool,
    /// Whether the system could not show its dialog when it was last asked to.
    pub is_dialog_missing: bool,
    /// Says of each whether it is advised today.
    pub day: &'a Day,
    /// The files from elsewhere that came and are not dealt with yet.
    pub received: &'a [&'a Received],
    /// The file outside of the library that was opened by its path last.
    pub recent: Option<&'a Path>,
    /// Why it can't be opened again.
    pub recent_warning: Option<&'a Message>,
    /// The folder with the person's own routines; `None` on a machine without a home folder.
    pub folder: Option<&'a Path>,
    /// Why it could not be opened.
    pub warning: Option<&'a Message>,
}

/// The page. What is typed on it is in `typed`, which is kept for it from one call to the next.
pub fn show(ui: &mut Ui, words: &Words, view: &View, typed: &mut Typed) -> Option<Action> {
    let mut action = None;
    title(ui, &words.get("routines-title"));
    let hint = if view.takes_drops {
        "routines-hint"
    } else {
        "routines-hint-folder"
    };
    muted(ui, &words.get(hint));
    if view.is_gone {
        notice(ui, &words.get("routines-gone"));
    }
    let new = words.get("editor-new");
    let ways = |ui: &mut Ui| {
        let new = ui.add(Button::secondary(&new).icon(Icon::Plus)).clicked();
        let new = new.then_some(Action::Open(OpenAction::New));
        let asked = typed
            .path
            .is_none()
            .then(|| receive::show_open(ui, words, view.is_dialog_missing, typed));
        new.or(asked.flatten())
    };
    action = action.or(row(ui, ways).inner);
    if typed.path.is_some() {
        action = action.or(part(ui, "path", |ui| {
            receive::show_open(ui, words, view.is_dialog_missing, typed)
        }));
    }
    action = action.or(part(ui, "folder", |ui| show_folder(ui, words, view)));
    ui.add_space(space::S);
    action = action.or(receive::show_list(ui, words, view.received));
    let routines = view.entries.iter().filter_map(|it| it.routine.as_ref());
    let standings = routines.map(|routine| view.day.standing(routine, false));
    advice::show_of_all(ui, words, standings);
    let is_own = |entry: &&Entry| entry.origin != Origin::Shipped;
    let shared = shared_titles(view.entries);
    let (own, shipped): (Vec<_>, Vec<_>) = view.entries.iter().partition(is_own);
    // What both lists have stands in both at the same place.
    let room = edits_width(ui, words, view.entries);
    if !own.is_empty() {
        action = action.or(part(ui, "own", |ui| {
            section(ui, &words.get("routines-own"));
            show_entries(ui, words, view.day, &own, &shared, room)
        }));
    }
    // One that is listed above is not told twice.
    let is_above = |recent: &&Path| view.received.iter().any(|it| it.path == *recent);
    if let Some(recent) = view.recent.filter(|recent| !is_above(recent)) {
        action = action.or(part(ui, "recent", |ui| {
            section(ui, &words.get("routines-recent"));
            show_recent(ui, words, recent, view.recent_warning)
        }));
    }
    section(ui, &words.get("routines-shipped"));
    action = action.or(show_entries(ui, words, view.day, &shipped, &shared, room));
    action
}

/// How much room the widest ways into the editor take, of those that stand beside a routine.
fn edits_width(ui: &Ui, words: &Words, entries: &[Entry]) -> f32 {
    let with_ways = entries.iter().filter(|entry| entry.routine.is_some());
    let widths = with_ways.map(|entry| {
        let edits = editor::ways_of(words, entry, "");
        width_of(ui, &edits)
    });
    widths.fold(0.0, f32::max)
}

fn width_of(ui: &Ui, edits: &[Way]) -> f32 {
    let widths = edits.iter().map(|way| way.button().size(ui).x + space::S);
    widths.sum()
}

/// Where the person's own routines are, and a way there.
fn show_folder(ui: &mut Ui, words: &Words, view: &View) -> Option<Action> {
    let folder = view.folder?;
    let show = |ui: &mut Ui| {
        let text = Message::new("routines-folder").with("folder", shown_path(folder));
        small(ui, &words.message(&text));
        let name = words.get("settings-folder-routines");
        let name = Message::new("settings-folder-open-name").with("name", name);
        let (text, name) = (words.get("settings-folder-open"), words.message(&name));
        ui.add(Button::quiet(&text).name(&name)).clicked()
    };
    // Beside a path of several lines the way there would stand between them.
    let clicked = if is_narrow(ui) {
        show(ui)
    } else {
        row(ui, show).inner
    };
    let mut action = clicked.then(|| Outside::Folder(folder.to_owned()));
    if let Some(warning) = view.warning {
        notice(ui, &words.message(warning));
        let name = words.get("settings-folder-routines");
        let name = Message::new("settings-folder-copy-name").with("name", name);
        let (text, name) = (words.get("settings-folder-copy"), words.message(&name));
        if ui.add(Button::quiet(&text).name(&name)).clicked() {
            action = Some(Outside::Copy(shown_path(folder)));
        }
    }
    action.map(Action::Outside)
}

/// A file from elsewhere, and the way back to it.
fn show_recent(
    ui: &mut Ui,
    words: &Words,
    path: &Path,
    warning: Option<&Message>,
) -> Option<Action> {
    let file = shown_name(path);
    let mut action = None;
    card(ui, |ui| {
        let named = |id| words.message(&Message::new(id).with("title", file.as_str()));
        sides(
            ui,
            440.0,
            |ui| {
                ui.vertical(|ui| {
                    strong(ui, &file);
                    small(ui, &shown_path(path));
                });
            },
            |ui| {
                let [look, forget] = ["routines-look", "routines-forget"].map(|id| words.get(id));
                let [look_name, forget_name] =
                    ["routines-look-name", "routines-forget-name"].map(named);
                let ways = [
                    Button::secondary(&look).name(&look_name),
                    Button::quiet(&forget).name(&forget_name),
                ];
                action = buttons(ui, ways).map(|way| match way {
                    0 => Action::Library(LibraryAction::OpenRecent),
                    _ => Action::Library(LibraryAction::ForgetRecent),
                });
            },
        );
        if let Some(warning) = warning {
            note(ui, &words.message(warning));
        }
    });
    ui.add_space(space::S);
    action
}

fn show_entries(
    ui: &mut Ui,
    words: &Words,
    day: &Day,
    entries: &[&Entry],
    shared_titles: &BTreeSet<&str>,
    edits_width: f32,
) -> Option<Action> {
    let mut action = None;
    card(ui, |ui| {
        for (index, entry) in entries.iter().enumerate() {
            if index > 0 {
                ui.separator();
            }
            let name = entry.file().unwrap_or_else(|| entry.title());
            let chosen = part(ui, name, |ui| {
                show_entry(ui, words, day, entry, shared_titles, edits_width)
            });
            action = action.take().or(chosen);
        }
    });
    ui.add_space(space::S);
    action
}

fn show_entry(
    ui: &mut Ui,
    words: &Words,
    day: &Day,
    entry: &Entry,
    shared_titles: &BTreeSet<&str>,
    edits_width: f32,
) -> Option<Action> {
    let mut chosen = None;
    if let Some(routine) = &entry.routine {
        let is_shared = shared_titles.contains(routine.title.as_str());
        let file = entry.file().filter(|_| is_shared);
        let shipped = entry.origin == Origin::Shipped;
        let shown = Shown {
            routine,
            session: day.selection(routine).routine,
            title: facts::title(words, routine, file.as_deref()),
            shipped,
            standing: day.standing(routine, shipped),
            entry,
            edits_width,
        };
        chosen = show_routine(ui, words, &shown);
    } else {
        heading(ui, &entry.title());
    }
    show_errors(ui, words, entry);
    if entry.routine.is_none() {
        // A file that can't be used has no page from which it could be edited.
        ui.add_space(space::XS);
        chosen = chosen.or(editor::ways(ui, words, entry, &entry.title()));
    }
    chosen
}

/// A routine of the list.
struct Shown<'a> {
    routine: &'a Routine,
    /// What its next session has.
    session: Arc<Routine>,
    /// With its file where another has the same title.
    title: String,
    shipped: bool,
    standing: Standing,
    entry: &'a Entry,
    /// How much room there is for the ways into the editor.
    edits_width: f32,
}

fn show_routine(
    ui: &mut Ui,
    words: &Words,
    Shown {
        routine,
        session,
        title,
        shipped,
        standing,
        entry,
        edits_width,
    }: &Shown,
) -> Option<Action> {
    let mut action = None;
    let named = |id| words.message(&Message::new(id).with("title", title.as_str()));
    sides(
        ui,
        440.0,
        |ui| {
            ui.vertical(|ui| {
                strong(ui, title);
                small(ui, &facts::of_card(words, session, *shipped));
                if let Some(summary) = &routine.summary {
                    body(ui, summary);
                }
                advice::show_in_list(ui, words, standing, routine);
            });
        },
        |ui| {
            let [start, look] = ["today-start", "routines-look"].map(|id| words.get(id));
            let [start_name, look_name] = ["today-start-name", "routines-look-name"].map(named);
            let start = if standing.is_advised_against() {
                Button::secondary(&start)
            } else {
                Button::primary(&start)
            };
            let edits = editor::ways_of(words, entry, title);
            if ui.layout().prefer_right_to_left() {
                ui.add_space((edits_width - width_of(ui, &edits)).max(0.0));
            }
            let mut ways = vec![
                start.name(&start_name),
                Button::secondary(&look).name(&look_name),
            ];
            ways.extend(edits.iter().map(Way::button));
            let id = routine.id.clone();
            action = buttons(ui, ways).and_then(|way| match way {
                0 => Some(Action::Before(BeforeAction::Begin { routine: id })),
                1 => Some(Action::Go(Place::Routine(id))),
                _ => edits.get(way - 2).map(Way::action),
            });
        },
    );
    action
}

/// What keeps the file of an entry from being used, if anything. What could merely be better is for
/// its author, who asks `supple check`, and not for the person who stretches.
pub fn show_errors(ui: &mut Ui, words: &Words, entry: &Entry) {
    let file = entry.file().unwrap_or_default();
    if !entry.is_current && entry.routine.is_some() {
        let changed = Message::new("routine-mistakes").with("file", file.as_str());
        note(ui, &words.message(&changed));
    }
    for about in &entry.notices {
        note(ui, &words.message(&about.message()));
    }
    show_diagnostics(ui, words, &file, &entry.diagnostics);
    show_more(ui, words, entry.more);
}

/// The errors of a file: each with its line, the part that is wrong, and how to fix it.
fn show_diagnostics(ui: &mut Ui, words: &Words, file: &str, diagnostics: &[Diagnostic]) {
    for diagnostic in diagnostics.iter().filter(|it| it.is_error()) {
        ui.add_space(space::XS);
        let text = Message::new("mistake")
            .with("file", file)
            .with("line", diagnostic.place.line)
            .with("what", diagnostic.mistake.message());
        note(ui, &words.message(&text));
        show_line(ui, diagnostic);
        if let Some(fix) = diagnostic.mistake.help() {
            small(ui, &words.message(&fix));
        }
    }
}

/// How many mistakes there are besides.
fn show_more(ui: &mut Ui, words: &Words, more: usize) {
    if more > 0 {
        let text = Message::new("mistakes-more").with("more", more);
        small(ui, &words.message(&text));
    }
}

/// The line of a file with its mistake underlined.
fn show_line(ui: &mut Ui, diagnostic: &Diagnostic) {
    let place = &diagnostic.place;
    let (before, rest) = place.excerpt.split_at(place.mark.start);
    let (marked, after) = rest.split_at(place.mark.end - place.mark.start);
    let palette = palette(ui);
    let plain = TextFormat::simple(Type::Small.font(), palette.ink);
    let wrong = TextFormat {
        underline: Stroke::new(2.0, palette.danger),
        ..TextFormat::simple(Type::Small.font(), palette.danger)
    };
    let mut line = LayoutJob::default();
    line.append(before, 0.0, plain.clone());
    line.append(marked, 0.0, wrong);
    line.append(after, 0.0, plain);
    if !line.text.trim().is_empty() {
        ui.label(line);
    }
}
