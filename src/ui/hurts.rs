//! "It hurts": everything stands still, and the person decides what comes.
//!
//! The routine's own limit and contact come first, since they are its author's; then the choices,
//! and below them when to get help.

use eframe::egui::{Key, Ui, Vec2};

use super::column::{column, foot, has_room_for_keys, page};
use super::theme::{palette, space};
use super::widgets::{Button, body, bullets, card, panel, pressed, section, strong, title};
use crate::narrate;
use crate::routine::{Exercise, Routine};
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

/// From so many points on there is room for two choices beside one another.
const TWO_COLUMNS: f32 = 520.0;

/// Draws what can be done now that it hurts in `exercise`.
pub fn show(ui: &mut Ui, words: &Words, routine: &Routine, exercise: &Exercise) -> Option<Choice> {
    page(ui, "hurts", |ui| {
        column(ui, |ui| {
            title(ui, &words.get("hurts-title"));
            body(ui, &words.get("advice-stop"));
            authors_limits(ui, words, routine);
            if let Some(easier) = &exercise.easier {
                ui.add_space(space::XS);
                strong(ui, &words.get("player-doing-easier"));
                body(ui, easier);
            }
            ui.add_space(space::S);
            when_to_get_help(ui, words);
        });
        foot(ui, |ui| choices(ui, words, exercise))
    })
}

/// What calls for the emergency services.
const EMERGENCY: [&str; 6] = [
    "advice-emergency-1",
    "advice-emergency-2",
    "advice-emergency-3",
    "advice-emergency-4",
    "advice-emergency-5",
    "advice-emergency-6",
];

/// What the routine's author says about stopping, and how to reach them; nothing where the file
/// says nothing.
pub(super) fn authors_limits(ui: &mut Ui, words: &Words, routine: &Routine) {
    let safety = &routine.safety;
    let limit = safety
        .pain_limit
        .map(|limit| Message::new("hurts-limit").with("limit", limit));
    let contact = narrate::contact(routine);
    // What is below among the emergencies is not said twice.
    let emergencies = EMERGENCY.map(|id| words.get(id).to_lowercase());
    let is_told = |sign: &&String| !emergencies.contains(&sign.trim().to_lowercase());
    let stop_if: Vec<_> = safety.stop_if.iter().filter(is_told).collect();
    if limit.is_none() && contact.is_none() && stop_if.is_empty() {
        return;
    }
    panel(ui, palette(ui).coral_soft, |ui| {
        if let Some(limit) = limit {
            strong(ui, &words.message(&limit));
        }
        if !stop_if.is_empty() {
            body(ui, &words.get("hurts-stop-if"));
            bullets(ui, &stop_if);
        }
        if let Some(contact) = contact {
            body(ui, &words.message(&contact));
        }
    });
}

/// Advice that ends with whom to ask: the routine's author, where the file says how.
pub(super) fn ask_first(advice: &'static str, routine: &Routine) -> Message {
    let whom = match narrate::contact(routine) {
        Some(_) => "author",
        None => "doctor",
    };
    Message::new(advice).with("whom", whom)
}

/// The choices, two beside one another where there is room.
fn choices(ui: &mut Ui, words: &Words, exercise: &Exercise) -> Option<Choice> {
    let mut choices = vec![
        ("hurts-end", "Q", Key::Q, Choice::End),
        ("hurts-skip", "S", Key::S, Choice::SkipExercise),
        ("hurts-go-on", "G", Key::G, Choice::GoOn),
    ];
    if exercise.easier.is_some() {
        choices.insert(1, ("hurts-easier", "E", Key::E, Choice::Easier));
    }
    let gap = space::S - 2.0;
    ui.spacing_mut().item_spacing = Vec2::splat(gap);
    let columns = if ui.available_width() < TWO_COLUMNS {
        1
    } else {
        2
    };
    let width = if columns == 1 {
        ui.available_width()
    } else {
        (ui.available_width() - gap) / 2.0
    };
    let keys = has_room_for_keys(ui);
    let mut chosen = None;
    for line in choices.chunks(columns) {
        ui.horizontal_top(|ui| {
            for &(id, sign, key, choice) in line {
                let text = words.get(id);
                let button = if choice == Choice::End {
                    Button::primary(&text)
                } else {
                    Button::secondary(&text)
                };
                let button = if keys { button.key(sign) } else { button };
                let clicked = ui.add(button.min_width(width)).clicked();
                if clicked || pressed(ui, key) {
                    chosen = Some(choice);
                }
            }
        });
    }
    chosen
}

/// When to call the emergency services, and when to see a doctor.
pub(super) fn when_to_get_help(ui: &mut Ui, words: &Words) {
    const SOON: [&str; 5] = [
        "advice-soon-1",
        "advice-soon-2",
        "advice-soon-3",
        "advice-soon-4",
        "advice-soon-5",
    ];
    card(ui, |ui| {
        section(ui, &words.get("advice-emergency-heading"));
        bullets(ui, EMERGENCY.map(|id| words.get(id)));
        ui.add_space(space::S);
        section(ui, &words.get("advice-soon-heading"));
        bullets(ui, SOON.map(|id| words.get(id)));
    });
}

#[cfg(test)]
mod tests {
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::theme;

    #[test]
    fn an_emergency_that_the_author_names_too_is_told_once() {
        let mut routine = Routine::new("back", "Back", vec![Exercise::new("knee", "Knee")]);
        routine.safety.stop_if = vec!["Chest pain".to_owned(), "dizziness".to_owned()];
        let mut harness = Harness::builder()
            .with_size([1280.0, 1600.0])
            .with_context_setup(theme::install)
            .build_ui(|ui| {
                show(ui, &Words::of("en"), &routine, &routine.exercises[0]);
            });
        harness.run();
        assert!(harness.query_by_label("Chest pain").is_none());
        harness.get_by_label("chest pain");
        harness.get_by_label("dizziness");
    }
}
