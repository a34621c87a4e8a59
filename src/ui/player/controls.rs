//! What the player is worked with: a row of buttons, and the same on keys.

use eframe::egui::{Id, Key, Pos2, Rect, Response, Ui, UiBuilder, Vec2, pos2, vec2};

use super::view::{Main, View};
use crate::session::Command;
use crate::ui::theme::space;
use crate::ui::widgets::{Button, pressed};
use crate::words::Words;

/// Between two buttons.
const GAP: f32 = 12.0;
/// Between two rows.
const ROW_GAP: f32 = 6.0;

/// One button of the row.
struct Control {
    text: String,
    key: String,
    command: Command,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// What one most likely wants next.
    Primary,
    /// As large, and not as likely.
    Large,
    Small,
}

/// The buttons laid out for a width.
pub(super) struct Controls {
    controls: Vec<Control>,
    arrangement: Arrangement,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Arrangement {
    /// One row, each with its key.
    WithKeys,
    /// One row of words alone.
    Words,
    /// The same, none of them large.
    Plain,
    /// The same, with little room at their sides.
    Tight,
    /// One row, none of them large, and of the small ones the signs of their keys alone: where there
    /// is no height for two.
    SignsInARow,
    /// The large buttons above the small ones.
    TwoRows,
    /// The same, none of them large, and of the small ones the signs of their keys alone.
    Signs,
}

impl Controls {
    /// The most telling arrangement that is not wider than `width`; of one row in a window that is
    /// `short`, if there is one.
    pub(super) fn lay_out(
        ui: &Ui,
        words: &Words,
        view: &View<'_>,
        width: f32,
        short: bool,
    ) -> Self {
        let others = [
            Some(Arrangement::Words),
            short.then_some(Arrangement::SignsInARow),
            Some(Arrangement::TwoRows),
            Some(Arrangement::Signs),
        ];
        Self {
            controls: controls(words, view),
            arrangement: Arrangement::WithKeys,
        }
        .fitting(ui, others.into_iter().flatten(), width)
    }

    /// Those that are needed most, in one row.
    pub(super) fn few(ui: &Ui, words: &Words, view: &View<'_>, width: f32) -> Self {
        let mut controls = controls(words, view);
        controls.retain(|control| control.command != Command::Back);
        Self {
            controls,
            arrangement: Arrangement::Plain,
        }
        .fitting(ui, [Arrangement::Tight, Arrangement::SignsInARow], width)
    }

    /// In the first of the `others` that is not too wide, unless it fits as it is.
    fn fitting(
        mut self,
        ui: &Ui,
        others: impl IntoIterator<Item = Arrangement>,
        width: f32,
    ) -> Self {
        for arrangement in others {
            if self.size(ui).x > width {
                self.arrangement = arrangement;
            }
        }
        self
    }

    pub(super) fn size(&self, ui: &Ui) -> Vec2 {
        let sizes = self.rows().into_iter().map(|row| self.row_size(ui, &row));
        sizes
            .reduce(|above, below| vec2(above.x.max(below.x), above.y + ROW_GAP + below.y))
            .unwrap_or_default()
    }

    /// Draws the buttons into `area` and returns the one that was pressed. Each keeps the keyboard
    /// whatever comes and goes before it and elsewhere on the page.
    pub(super) fn show(&self, ui: &mut Ui, area: Rect) -> Option<Command> {
        let mut pressed = None;
        let mut top = area.top();
        for row in self.rows() {
            let size = self.row_size(ui, &row);
            let mut left = area.center().x - size.x / 2.0;
            for control in row {
                let button = self.button(control);
                let button_size = button.size(ui);
                let at = pos2(left, top + (size.y - button_size.y) / 2.0);
                let own = Id::unique(("control of the player", &control.key));
                let own = UiBuilder::new().scope_id(own);
                let shown = ui.scope_builder(own, |ui| put(ui, at, button));
                if shown.inner.clicked() {
                    pressed = Some(control.command);
                }
                left += button_size.x + self.gap();
            }
            top += size.y + ROW_GAP;
        }
        pressed
    }

    fn rows(&self) -> Vec<Vec<&Control>> {
        let all = self.controls.iter();
        if matches!(self.arrangement, Arrangement::TwoRows | Arrangement::Signs) {
            let (small, large): (Vec<_>, Vec<_>) =
                all.partition(|control| control.kind == Kind::Small);
            let rows = [large, small];
            rows.into_iter().filter(|row| !row.is_empty()).collect()
        } else {
            vec![all.collect()]
        }
    }

    fn row_size(&self, ui: &Ui, row: &[&Control]) -> Vec2 {
        row.iter()
            .map(|control| self.button(control).size(ui))
            .reduce(|left, right| vec2(left.x + self.gap() + right.x, left.y.max(right.y)))
            .unwrap_or_default()
    }

    fn gap(&self) -> f32 {
        match self.arrangement {
            Arrangement::SignsInARow | Arrangement::Tight => GAP / 2.0,
            Arrangement::Plain => space::S,
            _ => GAP,
        }
    }

    fn button<'a>(&self, control: &'a Control) -> Button<'a> {
        let text = control.text.as_str();
        let signs = matches!(
            self.arrangement,
            Arrangement::SignsInARow | Arrangement::Signs
        );
        let button = match control.kind {
            Kind::Primary => Button::primary(text),
            Kind::Small if signs => Button::secondary(&control.key).name(text),
            Kind::Large | Kind::Small => Button::secondary(text),
        };
        let button = match self.arrangement {
            Arrangement::SignsInARow | Arrangement::Tight => button.tight(),
            Arrangement::Signs | Arrangement::Plain => button,
            _ if control.kind == Kind::Small => button,
            _ => button.large(),
        };
        if self.arrangement == Arrangement::WithKeys {
            button.key(&control.key)
        } else {
            button.hidden_key(&control.key)
        }
    }
}

fn controls(words: &Words, view: &View<'_>) -> Vec<Control> {
    let control = |text: &'static str, key: &str, command, kind| Control {
        text: words.get(text),
        key: key.to_owned(),
        command,
        kind,
    };
    let main_text = match view.main {
        Main::Start => "player-start",
        Main::Pause => "player-pause",
        Main::Resume => "player-resume",
    };
    let running_and_open = view.open && view.main == Main::Pause;
    let main_kind = if running_and_open {
        Kind::Large
    } else {
        Kind::Primary
    };
    let space = words.get("key-space");
    let mut controls = vec![control(main_text, &space, view.main.command(), main_kind)];
    if view.main == Main::Start {
        return controls;
    }
    controls.insert(0, control("player-back", "←", Command::Back, Kind::Small));
    if view.open {
        let kind = if running_and_open {
            Kind::Primary
        } else {
            Kind::Large
        };
        let enter = words.get("key-enter");
        controls.push(control("player-done", &enter, Command::Done, kind));
    } else {
        controls.push(control("player-extend", "+", Command::Extend, Kind::Small));
    }
    controls.push(control("player-skip", "→", Command::Skip, Kind::Small));
    controls
}

/// Puts a button at a place of its own size.
pub(super) fn put(ui: &mut Ui, at: Pos2, button: Button<'_>) -> Response {
    // A hair wider than it is, so that rounding never breaks its words.
    let place = Rect::from_min_size(at, button.size(ui) + vec2(1.0, 0.0));
    ui.scope_builder(UiBuilder::new().max_rect(place), |ui| ui.add(button))
        .inner
}

/// The command whose key was pressed.
pub(super) fn by_key(ui: &Ui, view: &View<'_>) -> Option<Command> {
    let keys = [
        (Key::Space, view.main.command()),
        (Key::ArrowLeft, Command::Back),
        (Key::ArrowRight, Command::Skip),
        (Key::Plus, Command::Extend),
        (Key::Equals, Command::Extend),
        (Key::Enter, Command::Done),
        (Key::H, Command::Hurts),
    ];
    keys.into_iter()
        .find_map(|(key, command)| pressed(ui, key).then_some(command))
}
