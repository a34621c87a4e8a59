//! The bar at the top of the editor: back, the title, undo, redo and save.

use eframe::egui::{Color32, Key, Ui};

use super::summary::{self, title};
use super::{Draft, EditorAction, Page, View};
use crate::facts;
use crate::ui::theme::{Type, space};
use crate::ui::top::{self, Top};
use crate::ui::widgets::{
    Button, Icon, IconButton, at_right_end, command_key, pressed, row, short_fact, short_title,
};
use crate::words::Words;

/// The title with what leads back, and beside it what is done with the whole routine.
pub(super) fn show_top(
    ui: &mut Ui,
    words: &Words,
    view: &View,
    draft: &mut Draft,
    asked: &mut Vec<EditorAction>,
) {
    /// Less of what is to be saved says nothing.
    const LEAST: f32 = 110.0;
    let shown = view.editing.shown();
    let about = shown.map(|routine| facts::revision(words, routine));
    let (title, about) = (title(words, view.editing), about.unwrap_or_default());
    let top = Top {
        back: &words.get("editor-back"),
        key: &words.get("key-escape"),
        title: &title,
        about: &about,
    };
    // The buttons always have room: before they have none, what stands beside them has less.
    let all = ui.available_width();
    let width = |text: &str, kind: Type| {
        let galley =
            ui.painter()
                .layout_no_wrap(text.to_owned(), kind.font(), Color32::PLACEHOLDER);
        galley.size().x
    };
    let named = width(&title, Type::Brand).min(top::SHARE * all) + width(&about, Type::Small);
    let beside = all - IconButton::SIZE.x - named - 4.0 * space::M;
    let size = match width_of_buttons(ui, words, Size::Wide) {
        wide if wide <= beside => Size::Wide,
        _ => Size::Narrow,
    };
    let rest = beside - width_of_buttons(ui, words, size) - 2.0 * space::S;
    let (goes_back, ()) = top::show(ui, &top, |ui| {
        if rest >= LEAST {
            ui.scope(|ui| {
                ui.set_max_width(rest);
                short_fact(ui, &words.message(&summary::changes(view)));
            });
            ui.add_space(space::S);
        }
        show_buttons(ui, words, view, draft, size, asked);
    });
    if goes_back {
        asked.push(EditorAction::Leave);
    }
}

/// The same in one line of a narrow window, with the title as far as there is room for it.
pub(super) fn show_narrow_top(
    ui: &mut Ui,
    words: &Words,
    view: &View,
    draft: &mut Draft,
    asked: &mut Vec<EditorAction>,
) {
    /// A title is no help with less.
    const LEAST: f32 = 80.0;
    let mut goes_back = pressed(ui, Key::Escape);
    let line = ui.available_rect_before_wrap();
    let line = line.with_max_y(line.top() + space::CONTROL);
    let (back, escape) = (words.get("editor-back"), words.get("key-escape"));
    let back = IconButton {
        icon: Icon::Back,
        name: &back,
        key: &escape,
    };
    let room = ui.available_width() - IconButton::SIZE.x - space::XS;
    let width = |size| width_of_buttons(ui, words, size);
    let size = if width(Size::Narrow) <= room {
        Size::Narrow
    } else {
        Size::Tight
    };
    let rest = room - width(size) - space::S;
    if rest + space::S < 0.0 {
        // In a language of long words.
        row(ui, |ui| {
            goes_back |= ui.add(back).clicked();
            show_buttons(ui, words, view, draft, size, asked);
        });
    } else {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            goes_back |= ui.add(back).clicked();
            if rest >= LEAST {
                short_title(ui, &title(words, view.editing), rest);
            }
            let beside = line.with_min_x(ui.min_rect().right());
            at_right_end(ui, beside, |ui| {
                show_buttons(ui, words, view, draft, size, asked);
            });
        });
    }
    if goes_back && draft.page != Page::Parts {
        draft.page = Page::Parts;
    } else if goes_back {
        asked.push(EditorAction::Leave);
    }
}

/// How the buttons at the top stand there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Size {
    /// With their words and keys.
    Wide,
    /// Those that are seldom needed by their pictures.
    Narrow,
    /// Those without a gap, and little around the words of the others.
    Tight,
}

impl Size {
    fn gap(self) -> f32 {
        match self {
            Self::Wide | Self::Narrow => space::S,
            Self::Tight => 0.0,
        }
    }
}

/// How much room the buttons at the top take, with the gaps between them.
fn width_of_buttons(ui: &Ui, words: &Words, size: Size) -> f32 {
    let [undo, redo, save] = ["editor-undo", "editor-redo", "editor-save"].map(|id| words.get(id));
    let ctrl = command_key(words);
    let save = save_button(&save, &format!("{ctrl} S"), size).size(ui).x;
    let steps = if size == Size::Wide {
        let steps = [(&undo, Icon::Undo), (&redo, Icon::Redo)];
        let widths = steps.map(|(text, icon)| step_button(text, icon).size(ui).x);
        widths.iter().sum()
    } else {
        2.0 * IconButton::SIZE.x
    };
    steps + save + 2.0 * size.gap()
}

fn step_button(text: &str, icon: Icon) -> Button<'_> {
    Button::secondary(text).icon(icon).tight()
}

fn save_button<'a>(text: &'a str, key: &'a str, size: Size) -> Button<'a> {
    let button = Button::primary(text);
    match size {
        Size::Wide => button.key(key),
        Size::Narrow => button.hidden_key(key),
        Size::Tight => button.tight().hidden_key(key),
    }
}

fn show_buttons(
    ui: &mut Ui,
    words: &Words,
    view: &View,
    draft: &mut Draft,
    size: Size,
    asked: &mut Vec<EditorAction>,
) {
    ui.spacing_mut().item_spacing.x = size.gap();
    let ctrl = command_key(words);
    let [undo, redo, save] = ["editor-undo", "editor-redo", "editor-save"].map(|id| words.get(id));
    for (text, icon, key, step, action) in [
        (
            &undo,
            Icon::Undo,
            "Z",
            view.editing.undoable(),
            EditorAction::Undo,
        ),
        (
            &redo,
            Icon::Redo,
            "Y",
            view.editing.redoable(),
            EditorAction::Redo,
        ),
    ] {
        let key = format!("{ctrl} {key}");
        let what = step.map(|step| words.message(step));
        let name = match &what {
            Some(what) => format!("{text}: {what}"),
            None => text.clone(),
        };
        let button = step_button(text, icon).hidden_key(&key).name(&name);
        let response = if size == Size::Wide {
            ui.add_enabled(step.is_some(), button)
        } else {
            let icon = IconButton {
                icon,
                name: &name,
                key: &key,
            };
            ui.add_enabled(step.is_some(), icon)
        };
        if response.clicked() {
            draft.typing = None;
            asked.push(action);
        }
        if let Some(what) = what {
            response.on_hover_text(what);
        }
    }
    let key = format!("{ctrl} S");
    if ui.add(save_button(&save, &key, size)).clicked() {
        asked.push(EditorAction::Save);
    }
}
