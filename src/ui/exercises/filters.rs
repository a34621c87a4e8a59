//! What is looked for: words, parts of the body, positions, and what is at hand.

use eframe::egui::{Id, Key, Ui};

use super::{Draft, Thing, View, Wanted, asks_to_search};
use crate::facts;
use crate::routine::{Position, Region};
use crate::ui::text::capital;
use crate::ui::theme::space;
use crate::ui::widgets::{Button, Field, chips, strong};
use crate::words::{List, Message, Words};

const POSITIONS: [Position; 3] = [Position::Floor, Position::Seated, Position::Standing];

/// The field for words. Enter takes in the first exercise that is found by them.
pub(super) fn search(ui: &mut Ui, words: &Words, view: &View, draft: &mut Draft) {
    let name = words.get("pick-search");
    let field = Field {
        hint: &words.get("pick-search-hint"),
        shows_name: false,
        ..Field::new(Id::unique("exercise search"), &name)
    };
    let response = field.show(ui, &mut draft.wanted.text);
    if asks_to_search(ui) {
        response.request_focus();
    }
    let enters = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if enters && !draft.wanted.text.trim().is_empty() {
        let found = view.offer.found(&draft.wanted);
        if let Some(first) = found.first().map(|index| view.offer.all[*index].id) {
            if !draft.chosen.contains(&first) {
                draft.chosen.push(first);
            }
            // For the next one.
            draft.wanted.text.clear();
        }
    }
}

/// All filters, below one another.
pub(super) fn show(ui: &mut Ui, words: &Words, draft: &mut Draft) {
    let wanted = &mut draft.wanted;
    let regions: Vec<_> = Region::ALL
        .iter()
        .map(|region| (*region, words.get(facts::region(*region))))
        .collect();
    group(ui, words, "pick-region", &mut wanted.regions, &regions);
    let positions = POSITIONS.map(|at| (at, words.get(facts::position(at))));
    group(
        ui,
        words,
        "pick-position",
        &mut wanted.positions,
        &positions,
    );
    let things = Thing::ALL.map(|thing| (thing, words.get(thing.name())));
    group(ui, words, "pick-with", &mut wanted.things, &things);
    let is_filtered = !wanted.is_unfiltered() || !wanted.text.is_empty();
    if is_filtered && ui.add(Button::quiet(&words.get("pick-clear"))).clicked() {
        *wanted = Wanted::default();
    }
}

fn group<T: Copy + PartialEq>(
    ui: &mut Ui,
    words: &Words,
    name: &'static str,
    chosen: &mut Vec<T>,
    options: &[(T, String)],
) {
    let name = words.get(name);
    strong(ui, &name);
    let options: Vec<_> = options
        .iter()
        .map(|(value, text)| (*value, capital(text)))
        .collect();
    chips(ui, &name, chosen, &options);
    ui.add_space(space::S);
}

/// The filters where there is no room beside the cards: shown when they are asked for.
pub(super) fn folded(ui: &mut Ui, words: &Words, draft: &mut Draft) {
    let id = if draft.shows_filters {
        "pick-hide-filters"
    } else {
        "pick-show-filters"
    };
    if ui.add(Button::quiet(&words.get(id))).clicked() {
        draft.shows_filters = !draft.shows_filters;
    }
    if draft.shows_filters {
        show(ui, words, draft);
    }
}

/// What is filtered by, in words; `None` if nothing is.
pub(super) fn in_words(words: &Words, wanted: &Wanted) -> Option<String> {
    if wanted.is_unfiltered() {
        return None;
    }
    let either = |names: Vec<String>| words.list(List::Or, names);
    let regions = wanted.regions.iter();
    let regions = regions.map(|region| words.get(facts::region(*region)));
    let positions = wanted.positions.iter();
    let positions = positions.map(|at| words.get(facts::position(*at)));
    let things = wanted.things.iter().map(|thing| words.get(thing.name()));
    let groups = [regions.collect(), positions.collect(), things.collect()];
    let parts = groups
        .into_iter()
        .filter(|names: &Vec<_>| !names.is_empty());
    let text = words.list(List::Parts, parts.map(either));
    Some(words.message(&Message::new("pick-filtered").with("by", text)))
}
