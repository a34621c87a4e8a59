//! "It hurts": everything stands still, and the person decides what comes.
//!
//! The signs of an emergency come first, so that they are in view with large text and in small
//! windows too; then what the routine's author says about stopping, and whom to ask. The choices
//! stay in their place below.

use eframe::egui::{Key, Ui, Vec2};

use super::column::{column, foot, has_room_for_keys, page};
use super::theme::{palette, space};
use super::widgets::{Button, alarm, body, bullets, card, panel, pressed, section, strong, title};
use crate::facts;
use crate::red_flags;
use crate::routine::Routine;
use crate::words::{Message, Words};

/// What the person wants to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Go on with the exercise in its easier way.
    Easier,
    SkipExercise,
    End,
    /// Go on as before.
    GoOn,
}

/// From so many points on there is room for two choices beside one another, and for three.
const TWO_COLUMNS: f32 = 420.0;
const THREE_COLUMNS: f32 = 600.0;

/// So much of the signs of an emergency, in points, is in view without scrolling.
const LEAST_SIGNS: f32 = 120.0;
/// What stands above them, with the space around the choices.
const AROUND_SIGNS: f32 = 84.0;
/// In a lower window all advice but the signs of an emergency stands below these.
const LOW: f32 = 420.0;

/// Draws what can be done now that it hurts, `easier` if there is such a way. Where the choices would
/// leave too little of the signs of an emergency in view, only the way out stays in its place.
pub fn show(ui: &mut Ui, words: &Words, routine: &Routine, easier: Option<&str>) -> Option<Choice> {
    let offered = offered(easier.is_some());
    page(ui, "hurts", |ui| {
        let window = ui.available_height();
        let mut fixed = offered.as_slice();
        let by_column = column(ui, |ui| {
            title(ui, &words.get("hurts-title"));
            let stop = words.get("advice-stop");
            let is_low = window < LOW;
            if !is_low {
                body(ui, &stop);
            }
            when_to_call(ui, words);
            if is_low {
                body(ui, &stop);
            }
            if let Some(easier) = easier {
                ui.add_space(space::XS);
                panel(ui, palette(ui).teal_soft, |ui| {
                    strong(ui, &words.get("player-doing-easier"));
                    body(ui, easier);
                });
            }
            ui.add_space(space::XS);
            authors_limits(ui, words, routine);
            let mut chosen = None;
            if height(ui, words, &offered) > window - LEAST_SIGNS - AROUND_SIGNS {
                let (end, others) = offered.split_at(1);
                fixed = end;
                ui.add_space(space::XS);
                chosen = choices(ui, words, others);
                ui.add_space(space::XS);
            }
            when_to_see_a_doctor(ui, words);
            chosen
        });
        foot(ui, |ui| choices(ui, words, fixed)).or(by_column)
    })
}

/// All the signs there are to mind after pain, the emergencies first.
pub(super) fn signs(ui: &mut Ui, words: &Words, routine: &Routine) {
    when_to_call(ui, words);
    ui.add_space(space::XS);
    authors_limits(ui, words, routine);
    when_to_see_a_doctor(ui, words);
}

/// What the routine's author says about stopping, and how to reach them; nothing where the file
/// says nothing.
fn authors_limits(ui: &mut Ui, words: &Words, routine: &Routine) {
    let safety = &routine.safety;
    let limit = safety
        .pain_limit
        .map(|limit| Message::new("hurts-limit").with("limit", limit));
    let contact = facts::contact(routine);
    let stop_if = red_flags::also_stop_if(words, routine);
    if limit.is_none() && contact.is_none() && stop_if.is_empty() {
        return;
    }
    card(ui, |ui| {
        if let Some(limit) = limit {
            strong(ui, &words.message(&limit));
        }
        if !stop_if.is_empty() {
            section(ui, &words.get("hurts-stop-if"));
            bullets(ui, &stop_if);
        }
        if let Some(contact) = contact {
            body(ui, &words.message(&contact));
        }
    });
}

/// A choice as it is offered.
struct Offer {
    /// The name of its words.
    words: &'static str,
    /// A letter.
    key: Key,
    choice: Choice,
}

/// What can be chosen, the way out first.
fn offered(has_easier_way: bool) -> Vec<Offer> {
    let offer = |words, key, choice| Offer { words, key, choice };
    let mut offered = vec![
        offer("hurts-end", Key::Q, Choice::End),
        offer("hurts-skip", Key::S, Choice::SkipExercise),
        offer("hurts-go-on", Key::G, Choice::GoOn),
    ];
    if has_easier_way {
        offered.insert(1, offer("hurts-easier", Key::E, Choice::Easier));
    }
    offered
}

/// The space between two choices.
const GAP: f32 = space::S - 2.0;

/// How many choices stand beside one another, and how wide each is.
fn columns(ui: &Ui, words: &Words, offered: &[Offer]) -> (usize, f32) {
    let (room, keys) = (ui.available_width(), has_room_for_keys(ui));
    let widest = offered.iter().map(|offer| {
        let text = words.get(offer.words);
        button(offer, &text, keys).size(ui).x
    });
    let widest = widest.fold(0.0, f32::max);
    let half = (room - GAP) / 2.0;
    let third = (room - 2.0 * GAP) / 3.0;
    if room >= THREE_COLUMNS && offered.len() == 3 && widest <= third {
        (3, third)
    } else if room >= TWO_COLUMNS && widest <= half {
        (2, half)
    } else {
        (1, room)
    }
}

/// `keys` says whether there is room for them.
fn button<'a>(offer: &Offer, text: &'a str, keys: bool) -> Button<'a> {
    let button = if offer.choice == Choice::End {
        Button::primary(text)
    } else {
        Button::secondary(text)
    };
    if keys {
        button.key(offer.key.name())
    } else {
        button.hidden_key(offer.key.name())
    }
}

/// How high the choices are.
fn height(ui: &Ui, words: &Words, offered: &[Offer]) -> f32 {
    let (columns, _) = columns(ui, words, offered);
    let keys = has_room_for_keys(ui);
    let height = |offer: &Offer| button(offer, &words.get(offer.words), keys).size(ui).y;
    let lines = offered.chunks(columns);
    let lines = lines.map(|line| line.iter().map(height).fold(0.0, f32::max));
    lines
        .reduce(|above, below| above + GAP + below)
        .unwrap_or_default()
}

/// Draws the choices, as many beside one another as there is room for, one that is alone on its line
/// over all of it, and returns which was taken.
fn choices(ui: &mut Ui, words: &Words, offered: &[Offer]) -> Option<Choice> {
    let mut chosen = None;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(GAP);
        let (columns, width) = columns(ui, words, offered);
        let keys = has_room_for_keys(ui);
        let room = ui.available_width();
        for line in offered.chunks(columns) {
            let width = if line.len() == 1 { room } else { width };
            ui.horizontal_top(|ui| {
                for offer in line {
                    let text = words.get(offer.words);
                    let button = button(offer, &text, keys).min_width(width);
                    // The way out is the one for a hasty key, too.
                    let ends = || {
                        [Key::Enter, Key::Escape]
                            .iter()
                            .any(|key| pressed(ui, *key))
                    };
                    let by_key = pressed(ui, offer.key) || offer.choice == Choice::End && ends();
                    if ui.add(button).clicked() || by_key {
                        chosen = Some(offer.choice);
                    }
                }
            });
        }
    });
    chosen
}

/// When to call the emergency services: in the colour of danger, so that nothing milder looks as
/// pressing.
fn when_to_call(ui: &mut Ui, words: &Words) {
    panel(ui, palette(ui).coral_soft, |ui| {
        alarm(ui, &words.get("advice-emergency-heading"));
        bullets(ui, red_flags::emergencies(words));
    });
}

/// When to see a doctor soon, though it is no emergency.
fn when_to_see_a_doctor(ui: &mut Ui, words: &Words) {
    card(ui, |ui| {
        section(ui, &words.get("advice-soon-heading"));
        bullets(ui, red_flags::soon(words));
    });
}

#[cfg(test)]
mod tests {
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::routine::Exercise;
    use crate::ui::{frame, theme};

    #[test]
    fn three_choices_stand_in_one_row_or_the_last_over_both_columns() {
        let routine = Routine::new("back", "Back", vec![Exercise::new("knee", "Knee")]);
        let words = Words::of("en");
        for (width, in_one_row) in [(1280.0, true), (560.0, false)] {
            let mut harness = Harness::builder()
                .with_size([width, 800.0])
                .with_context_setup(theme::install)
                .build_ui(|ui| {
                    frame::whole(ui, |ui| show(ui, &words, &routine, None));
                });
            harness.run();
            let place = |id| harness.get_by_label(&words.get(id)).rect();
            let [end, skip, go_on] = ["hurts-end", "hurts-skip", "hurts-go-on"].map(place);
            assert!(skip.min.y < end.max.y, "{width}");
            if in_one_row {
                assert!(go_on.min.y < end.max.y, "{width}");
            } else {
                assert!(go_on.min.y > end.max.y, "{width}");
                assert!(
                    (go_on.width() - (skip.max.x - end.min.x)).abs() < 1.0,
                    "{width}"
                );
            }
        }
    }

    #[test]
    fn an_emergency_that_the_author_names_too_is_reported_once() {
        let mut routine = Routine::new("back", "Back", vec![Exercise::new("knee", "Knee")]);
        routine.safety.stop_if = vec!["Chest pain".to_owned(), "dizziness".to_owned()];
        let mut harness = Harness::builder()
            .with_size([1280.0, 1600.0])
            .with_context_setup(theme::install)
            .build_ui(|ui| {
                show(ui, &Words::of("en"), &routine, None);
            });
        harness.run();
        assert!(harness.query_by_label("Chest pain").is_none());
        harness.get_by_label("chest pain");
        harness.get_by_label("dizziness");
    }
}
