//! Which exercises of a group a session has, where the person chooses.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::Ui;

use super::widgets::{card, muted, small, strong, toggle_row};
use crate::day::Choice;
use crate::facts;
use crate::words::{Message, Words};

/// The ids of all exercises that are chosen now, of all groups of a routine.
pub(super) type Chosen = BTreeSet<Arc<str>>;

/// Draws a switch for each exercise of each group that there is a choice in, under the group's name.
pub(super) fn show(ui: &mut Ui, words: &Words, choices: &[Choice]) -> Option<Chosen> {
    let mut chosen = None;
    for choice in choices {
        card(ui, |ui| {
            strong(ui, &choice.group.name);
            if let Some(facts) = facts::group(words, &choice.group) {
                muted(ui, &facts);
            }
            chosen = chosen.take().or(switches(ui, words, choices, choice));
        });
    }
    chosen
}

/// The switches of one group, and how many are on.
pub(super) fn switches(
    ui: &mut Ui,
    words: &Words,
    choices: &[Choice],
    choice: &Choice,
) -> Option<Chosen> {
    let count = Message::new("choice-count")
        .with("chosen", choice.chosen())
        .with("choose", choice.choose);
    muted(ui, &words.message(&count));
    // Of several one goes before another comes; a single one makes room for another at once.
    let is_single = choice.choose == 1;
    let mut changed = None;
    for exercise in &choice.exercises {
        let mut on = exercise.is_chosen;
        // The last one stays: a session without any has nothing of the group.
        let can_change = if on {
            choice.chosen() > 1
        } else {
            is_single || !choice.is_full()
        };
        let switch = ui.add_enabled_ui(can_change, |ui| {
            toggle_row(ui, &mut on, &exercise.name, None).changed()
        });
        if switch.inner {
            changed = Some((exercise.id.as_str(), on));
        }
    }
    if choice.is_full() && !is_single {
        small(ui, &words.get("choice-full"));
    }
    let (id, on) = changed?;
    let makes_room = |it: &&Choice| on && is_single && it.group == choice.group;
    let others = choices.iter().filter(|it| !makes_room(it));
    let chosen = others.flat_map(Choice::chosen_ones);
    let mut exercises: Chosen = chosen.map(|it| it.id.as_str().into()).collect();
    if on {
        exercises.insert(id.into());
    } else {
        exercises.remove(id);
    }
    Some(exercises)
}

#[cfg(test)]
mod tests {
    use eframe::egui::accesskit::{Role, Toggled};
    use egui_kittest::Harness;
    use egui_kittest::kittest::{NodeT as _, Queryable as _};

    use super::*;
    use crate::day::Candidate;
    use crate::routine::ExerciseGroup;
    use crate::ui::{frame, theme};

    fn choice(choose: u32, chosen: &[bool]) -> Choice {
        let group = ExerciseGroup {
            name: "Strength".to_owned(),
            rounds: 1,
            more_rounds: 0,
            rest_between_rounds: std::time::Duration::ZERO,
            choose: Some(choose),
        };
        let candidate = |(number, is_chosen): (usize, &bool)| Candidate {
            id: format!("e{number}"),
            name: format!("Exercise {number}"),
            is_chosen: *is_chosen,
        };
        Choice {
            group: Arc::new(group),
            choose: choose as usize,
            exercises: chosen.iter().enumerate().map(candidate).collect(),
        }
    }

    /// The exercises that are asked for when one is switched; `None` where it can't be.
    fn after_switching(choice: Choice, number: usize) -> Option<Vec<String>> {
        let words = Words::of("en");
        let mut asked = None;
        let choices = [choice];
        {
            let mut harness = Harness::builder()
                .with_size([600.0, 600.0])
                .with_context_setup(theme::install)
                .build_ui(|ui| {
                    let action = frame::whole(ui, |ui| show(ui, &words, &choices));
                    asked = asked.take().or(action);
                });
            harness.run();
            let name = format!("Exercise {number}");
            let switch = harness.get_by_role_and_label(Role::Switch, &name);
            let is_on = switch.accesskit_node().toggled() == Some(Toggled::True);
            assert_eq!(is_on, choices[0].exercises[number].is_chosen, "{name}");
            switch.click();
            harness.run();
        }
        let exercises = asked?;
        Some(exercises.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn as_many_are_switched_on_as_are_meant_and_one_at_least() {
        for (choose, chosen, switched, becomes) in [
            (2, [true, true, false], 0, Some(vec!["e1"])),
            (2, [true, true, false], 2, None),
            (2, [true, false, false], 2, Some(vec!["e0", "e2"])),
            (2, [true, false, false], 0, None),
            (1, [true, false, false], 2, Some(vec!["e2"])),
            (1, [true, false, false], 0, None),
        ] {
            let asked = after_switching(choice(choose, &chosen), switched);
            let becomes = becomes.map(|ids| ids.into_iter().map(str::to_owned).collect());
            assert_eq!(asked, becomes, "{choose} of {chosen:?}, {switched}");
        }
    }
}
