//! Files from elsewhere on the page of the routines: those that came, and a field for the path of another.

use std::path::Path;

use eframe::egui::{Id, Key, Ui};

use super::{Added, ReceiveAction, Received, what};
use crate::facts;
use crate::file_dialog::FileDialog;
use crate::library::{self, Standing};
use crate::ui::before_session::BeforeAction;
use crate::ui::spoken::{announce, outcome};
use crate::ui::theme::{palette, space};
use crate::ui::widgets::{Button, Field, buttons, note, panel, part, row, small, strong};
use crate::ui::{Action, Place};
use crate::words::{Message, Words};

/// The path of a file that is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// `None` while the field is not asked for.
    pub path: Option<String>,
}

/// The way to a file: the system's dialog where it has one, and its path in any case.
pub(in crate::ui) fn show_open(
    ui: &mut Ui,
    words: &Words,
    is_dialog_missing: bool,
    typed: &mut Typed,
) -> Option<Action> {
    let open = words.get("routines-open");
    let Some(path) = &mut typed.path else {
        if ui.add(Button::secondary(&open)).clicked() {
            typed.path = Some(String::new());
        }
        return None;
    };
    let name = words.get("routines-open-path");
    let id = Id::unique("path of a routine file");
    let field = Field {
        width: ui.available_width().min(620.0),
        ..Field::new(id, &name)
    };
    let is_first = path.is_empty();
    let response = field.show(ui, path);
    if is_first && !response.has_focus() && !response.lost_focus() && path.is_empty() {
        response.request_focus();
    }
    // It keeps the keyboard with Enter.
    let by_enter = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let by_escape = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
    let [look, close] = ["routines-look", "routines-dismiss"].map(|id| words.get(id));
    let look_name = words.get("routines-open-look");
    let close_name = words.get("routines-open-close");
    let choose = words.get("routines-open-choose");
    let pressed = row(ui, |ui| {
        let ways = [
            Button::primary(&look).name(&look_name),
            Button::quiet(&close).name(&close_name),
        ];
        let chooses = FileDialog::MAY_BE && ui.add(Button::secondary(&choose)).clicked();
        (chooses, buttons(ui, ways))
    });
    let (chooses, pressed) = pressed.inner;
    if is_dialog_missing {
        small(ui, &words.get("routines-open-no-dialog"));
    }
    if chooses {
        return Some(Action::ChooseRoutineFile);
    }
    let looks = by_enter || pressed == Some(0);
    let found = library::typed_path(path, None).filter(|_| looks);
    if found.is_some() || by_escape || pressed == Some(1) {
        typed.path = None;
    }
    found.map(|path| Action::Receive(ReceiveAction::Take(vec![path])))
}

/// The files that came.
pub(in crate::ui) fn show_list(
    ui: &mut Ui,
    words: &Words,
    received: &[&Received],
) -> Option<Action> {
    let mut action = None;
    for one in received {
        let asked = part(ui, &one.path, |ui| show_one(ui, words, one));
        action = action.or(asked);
    }
    action
}

fn show_one(ui: &mut Ui, words: &Words, received: &Received) -> Option<Action> {
    let mut action = None;
    let file = received.file();
    let named = |id| words.message(&Message::new(id).with("file", file.as_str()));
    panel(ui, palette(ui).teal_soft, |ui| {
        if let Some(kept) = show_state(ui, words, received) {
            action = show_kept(ui, words, received, &kept);
            return;
        }
        let [look, close] = ["routines-look", "routines-dismiss"].map(|id| words.get(id));
        let [look_name, close_name] = ["receive-look-name", "routines-dismiss-name"].map(named);
        let ways = [
            Button::primary(&look).name(&look_name),
            Button::secondary(&close).name(&close_name),
        ];
        let path = received.path.clone();
        action = row(ui, |ui| buttons(ui, ways)).inner.map(|way| match way {
            0 => Action::Receive(ReceiveAction::Open(path)),
            _ => Action::Receive(ReceiveAction::Dismiss(path)),
        });
    });
    ui.add_space(space::S);
    action
}

/// What a file is one of the person's routines as.
struct Kept<'a> {
    id: &'a str,
    /// The version that gave way to it.
    earlier: Option<&'a Path>,
    /// Whether that is told for the first time.
    is_new: bool,
}

/// The ways on from a file that is one of the person's routines now.
fn show_kept(ui: &mut Ui, words: &Words, received: &Received, kept: &Kept<'_>) -> Option<Action> {
    let file = received.file();
    let named = |id| words.message(&Message::new(id).with("file", file.as_str()));
    let [start, look, earlier, close] = [
        "today-start",
        "routines-look",
        "routine-earlier",
        "routines-dismiss",
    ]
    .map(|id| words.get(id));
    let [start_name, look_name, earlier_name, close_name] = [
        "receive-start-name",
        "receive-look-name",
        "receive-earlier-name",
        "routines-dismiss-name",
    ]
    .map(named);
    let start = Button::primary(&start).name(&start_name);
    let mut ways = vec![
        (
            start.takes_keyboard(kept.is_new),
            Action::Before(BeforeAction::Begin {
                routine: kept.id.to_owned(),
            }),
        ),
        (
            Button::secondary(&look).name(&look_name),
            Action::Go(Place::Routine(kept.id.to_owned())),
        ),
    ];
    if let Some(path) = kept.earlier {
        let take = ReceiveAction::Take(vec![path.to_owned()]);
        let button = Button::quiet(&earlier).name(&earlier_name);
        ways.push((button, Action::Receive(take)));
    }
    let dismiss = ReceiveAction::Dismiss(received.path.clone());
    let button = Button::quiet(&close).name(&close_name);
    ways.push((button, Action::Receive(dismiss)));
    let (shown, mut actions): (Vec<_>, Vec<_>) = ways.into_iter().unzip();
    let way = row(ui, |ui| buttons(ui, shown)).inner?;
    Some(actions.swap_remove(way))
}

/// Says what the file is and what became of it, and gives what it is one of the routines as.
fn show_state<'a>(ui: &mut Ui, words: &Words, received: &'a Received) -> Option<Kept<'a>> {
    let file = received.file();
    if let Some(Added::Kept {
        id,
        message,
        places,
        earlier,
    }) = &received.added
    {
        let text = words.message(message);
        let shown = strong(ui, &text);
        let is_new = outcome(ui, &shown, &text);
        for place in places {
            small(ui, &words.message(place));
        }
        return Some(Kept {
            id,
            earlier: earlier.as_deref(),
            is_new,
        });
    }
    let say = |ui: &mut Ui, text: &str| {
        let shown = strong(ui, text);
        announce(ui, &shown, text);
    };
    let Some(routine) = received.routine() else {
        let broken = Message::new("receive-listed-broken").with("file", file);
        say(ui, &words.message(&broken));
        return None;
    };
    say(ui, &routine.title);
    let from = facts::of_card(words, routine, false);
    let from = Message::new("receive-listed")
        .with("file", file)
        .with("facts", from);
    small(ui, &words.message(&from));
    if received.weighed.standing != Standing::New {
        small(ui, &words.message(&what(words, received, routine)));
    }
    if let Some(Added::Failed(why)) = &received.added {
        note(ui, &words.message(why));
    }
    None
}
