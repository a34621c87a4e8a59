//! Routines: all that were found, and what is wrong with those that can't be used.

use eframe::egui::Ui;

use super::theme::{palette, space};
use super::widgets::{
    Button, body, card, heading, muted, note, panel, row, section, sides, small, strong, title,
};
use super::{Action, Place, facts};
use crate::plan::Plan;
use crate::routine::Routine;
use crate::words::{Message, Words};

/// What the library holds.
#[derive(Debug)]
pub struct View<'a> {
    /// The person's own, by title.
    pub own: Vec<Entry<'a>>,
    pub shipped: Vec<Entry<'a>>,
    /// Files that never had a good version.
    pub broken: Vec<Broken<'a>>,
    /// A file that was dropped on the window.
    pub dropped: Option<Dropped<'a>>,
    /// The folder with the person's own routines.
    pub folder: Option<String>,
}

/// A routine that can be used.
#[derive(Debug)]
pub struct Entry<'a> {
    pub routine: &'a Routine,
    pub plan: &'a Plan,
    /// The mistakes that were made since the version shown.
    pub mistakes: &'a [Mistake],
}

/// A file that can't be used.
#[derive(Debug)]
pub struct Broken<'a> {
    pub file: &'a str,
    pub mistakes: &'a [Mistake],
}

/// One mistake in a file, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    pub severity: Severity,
    pub what: String,
    /// Counts from 1; `None` for what concerns the whole file.
    pub line: Option<usize>,
    /// The line's text before the mistake, the mistake itself, and the text after it.
    pub marked: Option<[String; 3]>,
    pub mend: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    Error,
    Warning,
}

/// A file that was dropped on the window, read and checked.
#[derive(Debug)]
pub struct Dropped<'a> {
    pub file: &'a str,
    /// Its title if it can be imported.
    pub title: Option<&'a str>,
    pub mistakes: &'a [Mistake],
    /// Another file of the library has the same id: importing replaces nothing, it is refused.
    pub taken: bool,
}

pub fn show(ui: &mut Ui, words: &Words, view: &View) -> Option<Action> {
    let mut action = None;
    title(ui, &words.get("routines-title"));
    muted(ui, &words.get("routines-hint"));
    ui.add_space(space::S);
    if let Some(dropped) = &view.dropped {
        action = action.or(show_dropped(ui, words, dropped));
    }
    for broken in &view.broken {
        show_broken(ui, words, broken);
    }
    if !view.own.is_empty() {
        section(ui, &words.get("routines-own"));
        action = action.or(show_entries(ui, words, &view.own, false));
    }
    section(ui, &words.get("routines-shipped"));
    action = action.or(show_entries(ui, words, &view.shipped, true));
    if let Some(folder) = &view.folder {
        ui.add_space(space::S);
        small(
            ui,
            &words.message(&Message::new("routines-folder").with("folder", folder.as_str())),
        );
    }
    action
}

fn show_entries(ui: &mut Ui, words: &Words, entries: &[Entry], shipped: bool) -> Option<Action> {
    let mut action = None;
    card(ui, |ui| {
        for (index, entry) in entries.iter().enumerate() {
            if index > 0 {
                ui.separator();
            }
            action = action.take().or(show_entry(ui, words, entry, shipped));
        }
    });
    ui.add_space(space::S);
    action
}

fn show_entry(ui: &mut Ui, words: &Words, entry: &Entry, shipped: bool) -> Option<Action> {
    let mut action = None;
    let routine = entry.routine;
    sides(
        ui,
        440.0,
        |ui| {
            strong(ui, &routine.title);
            small(ui, &facts::of_card(words, routine, entry.plan, shipped));
            if let Some(summary) = &routine.summary {
                body(ui, summary);
            }
        },
        |ui| {
            let name = |id| words.message(&Message::new(id).with("title", routine.title.as_str()));
            let text = words.get("today-start");
            let start = Button::primary(&text);
            if ui.add(start.name(&name("today-start-name"))).clicked() {
                action = Some(Action::Begin {
                    routine: routine.id.clone(),
                });
            }
            let text = words.get("routines-look");
            let look = Button::secondary(&text);
            if ui.add(look.name(&name("routines-look-name"))).clicked() {
                action = Some(Action::Go(Place::Routine(routine.id.clone())));
            }
        },
    );
    show_mistakes(ui, words, entry.mistakes);
    action
}

fn show_broken(ui: &mut Ui, words: &Words, broken: &Broken) {
    let fill = palette(ui).coral_soft;
    panel(ui, fill, |ui| {
        heading(
            ui,
            &words.message(&Message::new("routines-broken").with("file", broken.file)),
        );
        show_mistakes(ui, words, broken.mistakes);
    });
    ui.add_space(space::S);
}

fn show_dropped(ui: &mut Ui, words: &Words, dropped: &Dropped) -> Option<Action> {
    let mut action = None;
    let fill = palette(ui).teal_soft;
    panel(ui, fill, |ui| {
        let id = match (dropped.title, dropped.taken) {
            (None, _) => "routines-dropped-broken",
            (Some(_), true) => "routines-dropped-taken",
            (Some(_), false) => "routines-dropped",
        };
        let text = Message::new(id)
            .with("file", dropped.file)
            .with("title", dropped.title.unwrap_or_default());
        strong(ui, &words.message(&text));
        show_mistakes(ui, words, dropped.mistakes);
        row(ui, |ui| {
            let importable = dropped.title.is_some() && !dropped.taken;
            if importable
                && ui
                    .add(Button::primary(&words.get("routines-import")))
                    .clicked()
            {
                action = Some(Action::Import);
            }
            if ui
                .add(Button::secondary(&words.get("routines-dismiss")))
                .clicked()
            {
                action = Some(Action::DismissDropped);
            }
        });
    });
    ui.add_space(space::S);
    action
}

/// The mistakes of a file: each with its line, the part that is wrong, and the mend.
pub fn show_mistakes(ui: &mut Ui, words: &Words, mistakes: &[Mistake]) {
    for mistake in mistakes {
        ui.add_space(space::XS);
        let place = mistake.line.map_or_else(String::new, |line| {
            words.message(&Message::new("mistake-line").with("line", line)) + " "
        });
        match mistake.severity {
            Severity::Error => note(ui, &format!("{place}{}", mistake.what)),
            Severity::Warning => body(ui, &format!("{place}{}", mistake.what)),
        };
        if let Some([before, marked, after]) = &mistake.marked {
            show_line(ui, before, marked, after);
        }
        if let Some(mend) = &mistake.mend {
            small(ui, mend);
        }
    }
}

/// A line of a file with its mistake underlined.
fn show_line(ui: &mut Ui, before: &str, marked: &str, after: &str) {
    use eframe::egui::Stroke;
    use eframe::egui::text::{LayoutJob, TextFormat};
    let palette = palette(ui);
    let font = super::theme::Type::Small.font();
    let plain = TextFormat::simple(font.clone(), palette.ink);
    let wrong = TextFormat {
        underline: Stroke::new(2.0, palette.danger),
        ..TextFormat::simple(font, palette.danger)
    };
    let mut line = LayoutJob::default();
    line.append(before, 0.0, plain.clone());
    line.append(marked, 0.0, wrong);
    line.append(after, 0.0, plain);
    line.wrap.max_width = ui.available_width();
    ui.label(line);
}
