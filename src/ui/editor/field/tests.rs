//! Edits each key of the format through its field.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jiff::civil::date;

use super::*;
use crate::editing::Editing;
use crate::routine::Surroundings;
use crate::ui::editor::{Draft, Saved, View};
use crate::ui::picture_cache::Pictures;
use crate::ui::theme;
use crate::words::Words;

const FILE: &str = "format = 1
title = \"Knee\"

[author]

[schedule]

[safety]

[defaults]

[[group]]
name = \"Circuit\"

[[exercise]]
name = \"Heel raise\"

[exercise.left]

[exercise.right]

[[exercise.step]]
from_week = 4

[[exercise.cue]]
at = 5
say = \"Breathe.\"
";

struct Case {
    editing: Editing,
    draft: Draft,
    asked: Vec<EditorAction>,
}

fn surroundings() -> Surroundings<'static> {
    Surroundings {
        stem: "knee",
        today: date(2026, 11, 30),
        image: &|_| Ok(()),
    }
}

/// The part of the file that has the keys of a group; `None` of the words at a moment, which stand in one line.
fn part_of(group: &Group) -> Part {
    let exercise = Part::exercise(0);
    match group.heading {
        "" => Part::top(),
        "[author]" => Part::table("author"),
        "[schedule]" => Part::table("schedule"),
        "[safety]" => Part::table("safety"),
        "[defaults]" => Part::table("defaults"),
        "[[group]]" => Part::top().item("group", 0),
        "[[exercise]]" => exercise,
        "[exercise.left]" => exercise.below("left"),
        "[exercise.right]" => exercise.below("right"),
        "[[exercise.step]]" => exercise.item("step", 0),
        "[[exercise.cue]]" => exercise.item("cue", 0),
        other => panic!("{other} is nowhere"),
    }
}

/// What is typed for a key, or the word that is clicked.
fn value(key: &Key) -> String {
    match key.takes {
        Takes::Length { .. } => "7s".to_owned(),
        Takes::Whole { least, .. } => (least + 1).to_string(),
        Takes::Count { .. } => "4 to 5".to_owned(),
        Takes::Tempo => "2s up, 4s down".to_owned(),
        Takes::Date => "2026-12-20".to_owned(),
        Takes::Times => "07:45".to_owned(),
        Takes::Language => "de".to_owned(),
        Takes::Image => "own.png".to_owned(),
        // The first is what counts without the key.
        Takes::Word(words) | Takes::Words(words) => words[1].to_owned(),
        Takes::Flag => "true".to_owned(),
        _ if key.name == "group" => "Circuit".to_owned(),
        _ => "new-words".to_owned(),
    }
}

#[test]
fn each_key_of_the_format_is_changed_by_its_field_and_nothing_else_is() {
    for group in keys::GROUPS {
        let part = part_of(group);
        for key in group.keys() {
            let has_a_page_of_its_own = matches!(
                key.takes,
                Takes::Format
                    | Takes::Table(_)
                    | Takes::Tables(_)
                    | Takes::Named(_)
                    | Takes::Figure
                    | Takes::Exercise
            );
            if !has_a_page_of_its_own {
                edit(&part.field(key.name), key);
            }
        }
    }
}

fn edit(field: &Field, key: &Key) {
    let words = Words::of("en");
    let case = Case {
        editing: Editing::open(FILE.as_bytes(), &surroundings()).unwrap(),
        draft: Draft::default(),
        asked: Vec::new(),
    };
    let is_moment = format!("{field:?}").contains("\"cue\"");
    let mut harness = Harness::builder()
        .with_size([600.0, 900.0])
        .with_context_setup(theme::install)
        .build_ui_state(
            |ui, case: &mut Case| {
                let view = View {
                    editing: &case.editing,
                    saved: Saved {
                        is_changed: false,
                        unsaved: 0,
                        kept_since: None,
                        is_new: false,
                    },
                    saved_as: None,
                    warnings: &[],
                    pictures: Pictures::NONE,
                    reduced_motion: true,
                    is_dialog_missing: false,
                };
                let mut form = Form {
                    words: &words,
                    view: &view,
                    draft: &mut case.draft,
                    asked: &mut case.asked,
                };
                if is_moment {
                    show(ui, &mut form, &Part::exercise(0).field("cue"), 500.0);
                } else {
                    show(ui, &mut form, field, 500.0);
                }
            },
            case,
        );
    harness.run();
    let label = words.message(&field.label());
    let new = value(key);
    match key.takes {
        Takes::Word(_) | Takes::Words(_) => {
            let word = word_name(&words, &new);
            harness.get_by_label(&word).click();
        }
        Takes::Flag => {
            let switch = eframe::egui::accesskit::Role::Switch;
            harness.get_by_role_and_label(switch, &label).click();
        }
        _ if field.key == "group" => harness.get_by_label("Circuit").click(),
        _ => {
            let name = if is_moment {
                let name = Message::new("editor-cue-field")
                    .with("field", field.label())
                    .with("number", 1_u32);
                words.message(&name)
            } else {
                label
            };
            let role = eframe::egui::accesskit::Role::TextInput;
            let found = harness.query_by_role_and_label(role, &name);
            let several = eframe::egui::accesskit::Role::MultilineTextInput;
            let found = found.or_else(|| harness.query_by_role_and_label(several, &name));
            found.unwrap_or_else(|| panic!("{field:?}: {name}")).focus();
            harness.run();
            let all = eframe::egui::Modifiers::COMMAND;
            harness.key_press_modifiers(all, eframe::egui::Key::A);
            harness.run();
            harness.event(eframe::egui::Event::Text(new.clone()));
        }
    }
    harness.run();
    let case = harness.state_mut();
    for asked in case.asked.clone() {
        if let EditorAction::Edit(edit) = asked {
            case.editing.apply(&edit, &surroundings()).unwrap();
        }
    }
    let text = case.editing.text();
    let said = case.editing.value(field).map(|value| value.shown());
    // Of a switch the other way than what counts without it.
    let is_switched = key.takes == Takes::Flag && said.is_some();
    assert!(
        is_switched || said.as_ref() == Some(&new),
        "{field:?}: {said:?}\n{text}"
    );
    let was_written = Editing::open(FILE.as_bytes(), &surroundings()).unwrap();
    let was_written = was_written.value(field).is_some();
    let lost: Vec<&str> = FILE
        .lines()
        .filter(|line| !text.lines().any(|it| it == *line))
        .collect();
    assert_eq!(
        lost.len(),
        usize::from(was_written),
        "{field:?}: {lost:?}\n{text}"
    );
}
