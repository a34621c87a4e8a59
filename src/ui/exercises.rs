//! The exercises that come with the app, to be picked for a routine: looked for, looked at, and taken
//! in one or several at once.

mod cards;
mod chosen;
mod filters;
mod looked_at;
mod offer;

use std::time::Duration;

use eframe::egui::{Key, Modifiers, Ui, vec2};

pub use self::offer::{Offer, Offered, Thing, Wanted};
use super::theme::{is_narrow, space};
use super::top::{self, Top, within};
use super::widgets::{muted, row, scrolled, strong};
use super::{Action, spoken};
use crate::words::{Message, Words};

/// What is asked for where exercises are picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PickAction {
    /// Take these into the routine, in this order.
    Add(Vec<&'static str>),
    /// Back to the routine, with none.
    Back,
    /// Give the exercise at this place this figure.
    Figure { exercise: usize, figure: String },
}

/// What there is to pick from, and for what.
#[derive(Debug)]
pub struct View<'a> {
    pub offer: &'a Offer,
    /// The title of the routine that they are for.
    pub title: &'a str,
    /// Figures stand still.
    pub reduced_motion: bool,
    /// An address that the system did not open.
    pub unopened: Option<&'a str>,
}

/// What was looked for and taken in so far.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draft {
    pub wanted: Wanted,
    /// In the order in which they will stand in the routine.
    pub chosen: Vec<&'static str>,
    pub looked_at: Option<LookedAt>,
    /// Whether the filters are shown where there is no room beside the cards.
    pub shows_filters: bool,
}

/// The exercise that is shown by itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LookedAt {
    pub id: &'static str,
    /// Since when, in seconds of the window's clock.
    pub since: f64,
}

impl Draft {
    fn look_at(&mut self, ui: &Ui, id: &'static str) {
        let since = ui.input(|input| input.time);
        self.looked_at = Some(LookedAt { id, since });
    }

    /// Takes an exercise in, or out again.
    fn toggle(&mut self, id: &'static str) {
        if self.chosen.contains(&id) {
            self.chosen.retain(|it| *it != id);
        } else {
            self.chosen.push(id);
        }
    }
}

impl LookedAt {
    fn shown_for(self, ui: &Ui) -> Duration {
        let now = ui.input(|input| input.time);
        Duration::try_from_secs_f64(now - self.since).unwrap_or_default()
    }
}

/// The filters stand beside the cards from so much room on, and what is looked at from so much.
const ROOM_FOR_FILTERS: f32 = 900.0;
const ROOM_FOR_TWO: f32 = 1100.0;
const FILTERS: f32 = 250.0;
const LOOKED_AT: f32 = 316.0;

/// Draws the page. What was looked for and taken in is in `draft`.
pub fn show(ui: &mut Ui, words: &Words, view: &View, draft: &mut Draft) -> Option<Action> {
    spoken::page(ui.ctx(), "exercises");
    let whole = ui.available_rect_before_wrap();
    // Before a field takes it for the end of what is typed.
    if !draft.chosen.is_empty()
        && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter))
    {
        return Some(Action::Pick(PickAction::Add(draft.chosen.clone())));
    }
    let narrow = is_narrow(ui.ctx());
    let foot = whole.bottom() - chosen::height(draft, narrow);
    let margin = if narrow {
        vec2(14.0, 10.0)
    } else {
        vec2(28.0, 18.0)
    };
    let mut page = whole.with_max_y(foot).shrink2(vec2(margin.x, 0.0));
    page.min.y += margin.y;
    let action = within(ui, page, |ui| show_page(ui, words, view, draft));
    let added = within(ui, whole.with_min_y(foot), |ui| {
        chosen::show(ui, words, view.offer, draft)
    });
    action.or(added)
}

fn show_page(ui: &mut Ui, words: &Words, view: &View, draft: &mut Draft) -> Option<Action> {
    let room = ui.available_width();
    let looked_at = draft
        .looked_at
        .and_then(|looked_at| Some((looked_at, view.offer.get(looked_at.id)?)));
    // Where there is no room beside the cards, it takes their place and that of the way back.
    let alone = looked_at.filter(|_| room < ROOM_FOR_TWO);
    if room < ROOM_FOR_FILTERS {
        return scrolled(ui, ("page", alone.map(|(at, _)| at.id)), |ui| {
            let goes_back = show_top(ui, words, view, alone.is_some());
            if let Some((looked_at, offered)) = alone {
                if goes_back {
                    draft.looked_at = None;
                }
                return looked_at::show(ui, words, view, draft, looked_at, offered);
            }
            filters::search(ui, words, view, draft);
            filters::folded(ui, words, draft);
            show_found(ui, words, view, draft);
            goes_back.then_some(Action::Pick(PickAction::Back))
        });
    }
    let goes_back = show_top(ui, words, view, alone.is_some());
    if goes_back && looked_at.is_some() {
        draft.looked_at = None;
    } else if goes_back {
        return Some(Action::Pick(PickAction::Back));
    }
    let place = ui.available_rect_before_wrap();
    let left = place.with_max_x(place.left() + FILTERS);
    let mut middle = place.with_min_x(left.right() + space::L);
    let right = place.with_min_x(place.right() - LOOKED_AT);
    within(ui, left, |ui| {
        filters::search(ui, words, view, draft);
        ui.add_space(space::S);
        scrolled(ui, "filters", |ui| filters::show(ui, words, draft));
    });
    if let Some((looked_at, offered)) = alone {
        return within(ui, middle, |ui| {
            scrolled(ui, ("looked at", offered.id), |ui| {
                looked_at::show(ui, words, view, draft, looked_at, offered)
            })
        });
    }
    if looked_at.is_some() {
        middle.max.x = right.left() - space::L;
    }
    within(ui, middle, |ui| {
        scrolled(ui, "cards", |ui| show_found(ui, words, view, draft));
    });
    let (looked_at, offered) = looked_at?;
    within(ui, right, |ui| {
        scrolled(ui, ("looked at", offered.id), |ui| {
            looked_at::show(ui, words, view, draft, looked_at, offered)
        })
    })
}

fn show_found(ui: &mut Ui, words: &Words, view: &View, draft: &mut Draft) {
    let found = view.offer.found(&draft.wanted);
    show_count(ui, words, view, draft, found.len());
    cards::show(ui, view.offer, draft, &found);
    ui.add_space(space::XL);
}

fn show_top(ui: &mut Ui, words: &Words, view: &View, is_alone: bool) -> bool {
    let back = if is_alone {
        "pick-back-to-all"
    } else {
        "pick-back"
    };
    let about = Message::new("pick-for").with("title", view.title);
    let top = Top {
        back: &words.get(back),
        key: &words.get("key-escape"),
        title: &words.get("pick-title"),
        about: &words.message(&about),
    };
    let (goes_back, ()) = top::show(ui, &top, |_| {});
    goes_back
}

/// How many were found, which screen readers say as it changes.
fn show_count(ui: &mut Ui, words: &Words, view: &View, draft: &Draft, found: usize) {
    let of = Message::new("pick-found")
        .with("found", found)
        .with("of", view.offer.all.len());
    let text = words.message(&of);
    row(ui, |ui| {
        let shown = strong(ui, &text);
        spoken::announce(ui, &shown, &text);
        if let Some(by) = filters::in_words(words, &draft.wanted) {
            muted(ui, &by);
        }
    });
    if found == 0 {
        muted(ui, &words.get("pick-none"));
    }
    ui.add_space(space::XS);
}

/// Ctrl and F, as in a browser.
fn asks_to_search(ui: &Ui) -> bool {
    ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::F))
}
