//! What is around every screen: the app's name and the way to the other places.

use eframe::egui::{
    CentralPanel, Frame, Key, Margin, Panel, Rect, ScrollArea, Ui, UiBuilder, Vec2, vec2,
};

use super::spoken;
use super::theme::{Type, is_narrow, page_margin, palette, space};
use super::widgets::{
    Icon, IconButton, NavItem, NavPlace, command_key, more_below, scroll_by_keys,
};
use super::{Action, Place};
use crate::words::Words;

/// The widest that the content of a page grows: lines stay readable on the largest screen.
const PAGE_WIDTH: f32 = 1320.0;

/// Draws the navigation and, in the room beside it, a page that scrolls.
pub fn show(
    ui: &mut Ui,
    words: &Words,
    place: &Place,
    page: impl FnOnce(&mut Ui) -> Option<Action>,
) -> Option<Action> {
    let name = salt(place);
    spoken::page(ui.ctx(), &name);
    let chosen = if is_narrow(ui.ctx()) {
        bar(ui, words, place)
    } else {
        side(ui, words, place)
    };
    let action = scrolling(ui, &name, page);
    // A field that is left for another page keeps what stands in it.
    Action::both(action, chosen)
}

/// Draws into the room there is, or into this much where there is less.
pub fn at_least<R>(ui: &mut Ui, room: Vec2, content: impl FnOnce(&mut Ui) -> R) -> R {
    let all = ui.available_rect_before_wrap();
    let all = all.union(Rect::from_min_size(all.min, room));
    ui.scope_builder(UiBuilder::new().max_rect(all), content)
        .inner
}

/// Draws what fills the window, without the navigation.
pub fn whole<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    CentralPanel::no_frame().show(ui, content).inner
}

fn scrolling<R>(ui: &mut Ui, salt: &str, page: impl FnOnce(&mut Ui) -> R) -> R {
    let margin = page_margin(ui.ctx());
    whole(ui, |ui| {
        let height = ui.available_height();
        // Each place scrolls on its own, and keeps where it was scrolled to.
        let scrolled = ScrollArea::vertical().id_salt(salt).auto_shrink(false);
        let shown = scrolled.show(ui, |ui| {
            scroll_by_keys(ui);
            let room = ui.available_rect_before_wrap();
            let beside = (room.width() - margin.sum().x - PAGE_WIDTH).max(0.0) / 2.0;
            // As high as the window, so that a page can tell where that ends.
            let page_room = Rect::from_min_size(room.min, vec2(room.width(), height));
            let middle = UiBuilder::new().max_rect(page_room.shrink2(vec2(beside, 0.0)));
            let shown = ui.scope_builder(middle, |ui| {
                Frame::new().inner_margin(margin).show(ui, page).inner
            });
            shown.inner
        });
        more_below(ui, &shown);
        shown.inner
    })
}

/// Lets what follows grow to `width` points, or to the room there is if that is less.
pub fn limit_width(ui: &mut Ui, width: f32) {
    ui.set_max_width(ui.available_width().min(width));
}

fn salt(place: &Place) -> String {
    match place {
        Place::Routine(id) => format!("routine-{id}"),
        Place::Session(id) => format!("session-{id}"),
        other => format!("{other:?}"),
    }
}

/// A place that the navigation leads to.
struct NavEntry {
    place: Place,
    name: &'static str,
    icon: Icon,
    /// Leads there together with the key that makes a shortcut of it.
    digit: Key,
}

/// The navigation, in its order.
const ENTRIES: [NavEntry; 5] = [
    NavEntry {
        place: Place::Today,
        name: "nav-today",
        icon: Icon::Sun,
        digit: Key::Num1,
    },
    NavEntry {
        place: Place::Routines,
        name: "nav-routines",
        icon: Icon::List,
        digit: Key::Num2,
    },
    NavEntry {
        place: Place::History,
        name: "nav-history",
        icon: Icon::Calendar,
        digit: Key::Num3,
    },
    NavEntry {
        place: Place::Learn(None),
        name: "nav-learn",
        icon: Icon::Book,
        digit: Key::Num4,
    },
    NavEntry {
        place: Place::Settings,
        name: "nav-settings",
        icon: Icon::Sliders,
        digit: Key::Num5,
    },
];

/// The place of the navigation whose digit is `pressed`.
pub fn place_by_digit(pressed: impl Fn(Key) -> bool) -> Option<Place> {
    let mut entries = ENTRIES.into_iter();
    entries
        .find(|entry| pressed(entry.digit))
        .map(|entry| entry.place)
}

/// The place of the navigation that `place` belongs to.
fn home_of(place: &Place) -> &Place {
    match place {
        Place::Routine(_) | Place::OpenedFile | Place::Received(_) | Place::HandOut(_) => {
            &Place::Routines
        }
        Place::Session(_) | Place::Report | Place::Export => &Place::History,
        Place::Learn(_) => &Place::Learn(None),
        Place::Reminders => &Place::Settings,
        other => other,
    }
}

fn side(ui: &mut Ui, words: &Words, place: &Place) -> Option<Action> {
    let palette = palette(ui);
    let frame = Frame::new().inner_margin(Margin::symmetric(18, 24));
    Panel::left("navigation")
        .exact_size(196.0)
        .resizable(false)
        .frame(frame)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            ui.horizontal(|ui| {
                ui.add_space(10.0);
                ui.label(Type::Brand.text(words.get("app-name"), palette.teal_ink));
            });
            ui.add_space(space::L);
            let chosen = entries(ui, words, place, NavPlace::Side);
            ui.add_space(space::L);
            let help = IconButton {
                icon: Icon::Question,
                name: &words.get("keys-title"),
                key: "F1",
            };
            let asks = ui.add(help).clicked().then_some(Action::ShowKeys);
            chosen.map(Action::Go).or(asks)
        })
        .inner
}

fn bar(ui: &mut Ui, words: &Words, place: &Place) -> Option<Action> {
    let frame = Frame::new().inner_margin(Margin::symmetric(6, 4));
    Panel::bottom("navigation-bar")
        .resizable(false)
        .frame(frame)
        .show(ui, |ui| {
            #[expect(clippy::cast_precision_loss, reason = "five")]
            let width = ui.available_width() / ENTRIES.len() as f32;
            let named = ENTRIES
                .iter()
                .all(|entry| NavItem::name_fits(ui, &words.get(entry.name), width));
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            let entries = |ui: &mut Ui| entries(ui, words, place, NavPlace::Bar { width, named });
            ui.horizontal(entries).inner.map(Action::Go)
        })
        .inner
}

/// Draws the entries of the navigation, and returns the place of the one that was chosen.
fn entries(ui: &mut Ui, words: &Words, place: &Place, at: NavPlace) -> Option<Place> {
    let mut chosen = None;
    for (number, entry) in (1..).zip(ENTRIES) {
        let item = NavItem {
            text: &words.get(entry.name),
            key: &format!("{} {number}", command_key(words)),
            icon: entry.icon,
            selected: home_of(place) == &entry.place,
            place: at,
        };
        if ui.add(item).clicked() {
            chosen = Some(entry.place);
        }
    }
    chosen
}
