//! In what kind of window a session is shown, and what switches from one to another.

use eframe::egui::{Key, Pos2, Rect, Ui, UiBuilder};

use super::Asked;
use super::PlayerAction;
use crate::ui::Action;
use crate::ui::widgets::{Icon, IconButton, pressed};
use crate::words::Words;

/// The window's form while a session is under way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Form {
    /// As the person has sized it.
    #[default]
    Usual,
    /// Small, and above all other windows.
    Small,
    /// The whole screen, to be read from across the room.
    FullScreen,
}

/// What changes the window's form, by key and by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Switch {
    Small,
    FullScreen,
}

impl Switch {
    /// Draws its button in a window of this form, and returns whether it was pressed.
    pub(super) fn put(self, ui: &mut Ui, words: &Words, form: Form, at: Pos2) -> Option<Asked> {
        let button = IconButton {
            icon: self.icon(form),
            name: &words.get(self.name(form)),
            key: self.key(),
        };
        let place = UiBuilder::new().max_rect(Rect::from_min_size(at, IconButton::SIZE));
        let response = ui.scope_builder(place, |ui| ui.add(button)).inner;
        let asked = || Asked::Action(Action::Player(PlayerAction::Window(self.from(form))));
        response.clicked().then(asked)
    }

    /// The form that it leads to from `form`, and back.
    fn from(self, form: Form) -> Form {
        match (self, form) {
            (Self::Small, Form::Small) | (Self::FullScreen, Form::FullScreen) => Form::Usual,
            (Self::Small, _) => Form::Small,
            (Self::FullScreen, _) => Form::FullScreen,
        }
    }

    /// The name of what it does in a window of this form.
    fn name(self, form: Form) -> &'static str {
        match (self, form) {
            (Self::Small, Form::Small) => "player-usual-window",
            (Self::Small, _) => "player-small-window",
            (Self::FullScreen, Form::FullScreen) => "player-leave-full-screen",
            (Self::FullScreen, _) => "player-full-screen",
        }
    }

    fn icon(self, form: Form) -> Icon {
        match (self, form) {
            (Self::Small, Form::Small) => Icon::UsualWindow,
            (Self::Small, _) => Icon::SmallWindow,
            (Self::FullScreen, Form::FullScreen) => Icon::LeaveFullScreen,
            (Self::FullScreen, _) => Icon::FullScreen,
        }
    }

    /// The key that does the same, as it stands on keyboards.
    fn key(self) -> &'static str {
        match self {
            Self::Small => "W",
            Self::FullScreen => "F11",
        }
    }
}

/// The form that a key asks for. Some systems keep F11 for themselves, so F does the same.
pub(super) fn by_key(ui: &Ui, form: Form) -> Option<Form> {
    let left = left_by_key(ui, form);
    if left.is_some() {
        left
    } else if pressed(ui, Key::W) {
        Some(Switch::Small.from(form))
    } else if pressed(ui, Key::F11) || pressed(ui, Key::F) {
        Some(Switch::FullScreen.from(form))
    } else {
        None
    }
}

/// The usual form, if a key asks to leave the whole screen. Escape does, as everywhere, before it
/// means anything else.
pub(super) fn left_by_key(ui: &Ui, form: Form) -> Option<Form> {
    let mut keys = [Key::Escape, Key::F11, Key::F].into_iter();
    let leaves = form == Form::FullScreen && keys.any(|key| pressed(ui, key));
    leaves.then_some(Form::Usual)
}
