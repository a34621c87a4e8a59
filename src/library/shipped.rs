//! The routines that are part of the program.

use std::sync::{Arc, LazyLock};

use super::{Entry, Origin};
use crate::routine::{Routine, Surroundings, read};

/// A shipped file: its name and its text.
pub struct ShippedFile {
    pub name: &'static str,
    pub text: &'static str,
}

macro_rules! shipped {
    ($($name:literal),* $(,)?) => {
        &[$(ShippedFile {
            name: $name,
            text: include_str!(concat!("../../routines/", $name, ".toml")),
        }),*]
    };
}

/// Every file of `routines`, the routine that is offered first at the top.
pub const SHIPPED: &[ShippedFile] = shipped![
    "lower-back-relief",
    "two-minute-standing-break",
    "neck-and-shoulders",
    "wrists-and-forearms",
    "seated-hips-and-hamstrings",
    "longer-holds-in-a-chair",
    "calves-at-a-wall",
    "morning-floor",
    "evening-floor",
    "paced-and-open-example",
];

/// Read once: the text can't change.
static ROUTINES: LazyLock<Vec<Arc<Routine>>> = LazyLock::new(|| {
    let surroundings = |stem| Surroundings {
        stem,
        // No shipped routine has a date to review.
        today: jiff::civil::Date::MIN,
        image: &|_| Err(crate::routine::ImageFault::Absent),
    };
    SHIPPED
        .iter()
        .filter_map(|file| read(file.text.as_bytes(), &surroundings(file.name)).routine)
        .map(Arc::new)
        .collect()
});

pub(super) fn entries() -> impl Iterator<Item = Entry> {
    ROUTINES.iter().map(|routine| Entry {
        origin: Origin::Shipped,
        routine: Some(Arc::clone(routine)),
        is_current: true,
        diagnostics: Vec::new(),
        more: 0,
        notes: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::routine::Sides;

    #[test]
    fn every_file_in_routines_is_part_of_the_program() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/routines");
        let in_folder: BTreeSet<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|item| item.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
            .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
            .collect();
        let in_program: BTreeSet<String> =
            SHIPPED.iter().map(|file| file.name.to_owned()).collect();
        assert_eq!(in_program, in_folder);
        assert_eq!(ROUTINES.len(), SHIPPED.len());
    }

    #[test]
    fn a_shipped_routine_has_no_mistake_and_a_figure_and_a_source_for_each_exercise() {
        for file in SHIPPED {
            let surroundings = Surroundings {
                stem: file.name,
                today: crate::clock::today(),
                image: &|_| Ok(()),
            };
            let reading = read(file.text.as_bytes(), &surroundings);
            assert_eq!(reading.diagnostics, [], "{}", file.name);
            let routine = reading.routine.unwrap();
            assert_eq!(routine.id, file.name, "the file is named after its id");
            for exercise in &routine.exercises {
                let place = format!("{}: {}", file.name, exercise.id);
                assert!(exercise.source.is_some(), "{place}");
                let figure = routine.figure_of(exercise);
                assert!(figure.is_some(), "{place}");
                // Where the exercise has sides, the picture can show either of them.
                let has_sides = exercise.sides != Sides::None;
                let turns = figure.unwrap().drawn_for().is_some();
                assert_eq!(turns, has_sides, "{place}");
            }
        }
    }
}
