//! The routines that are part of the program.

use std::sync::Arc;

use super::{Entry, Origin};
use crate::routine::{Reading, Surroundings, read};
use crate::words::Language;

/// A shipped routine: the name of its file, which is its id, and its text in each language.
pub struct Shipped {
    pub name: &'static str,
    /// By language, English first.
    texts: &'static [(&'static str, &'static str)],
}

impl Shipped {
    /// The text in that language; in English where there is none.
    pub fn text(&self, language: &str) -> &'static str {
        let of_language = self.texts.iter().find(|(tag, _)| *tag == language);
        of_language
            .or(self.texts.first())
            .map_or("", |(_, text)| text)
    }
}

macro_rules! shipped {
    ($($name:literal $($tag:literal)*),* $(,)?) => {
        &[$(Shipped {
            name: $name,
            texts: &[
                ("en", include_str!(concat!("../../routines/", $name, ".toml"))),
                $(($tag, include_str!(concat!("../../routines/", $tag, "/", $name, ".toml")))),*
            ],
        }),*]
    };
}

/// Every routine of `routines`, the one that is offered first at the top, with the languages that it
/// is translated to.
pub const SHIPPED: &[Shipped] = shipped![
    "lower-back-relief" "de",
    "two-minute-standing-break" "de",
    "neck-and-shoulders" "de",
    "wrists-and-forearms" "de",
    "seated-hips-and-hamstrings" "de",
    "longer-holds-in-a-chair" "de",
    "calves-and-chest" "de",
    "morning-floor" "de",
    "evening-floor" "de",
    "paced-and-open-example" "de",
];

/// The shipped routines in that language.
pub(crate) fn entries(language: &Language) -> Vec<Entry> {
    let entry = |shipped: &Shipped| Entry {
        origin: Origin::Shipped,
        routine: read_one(shipped, language.tag).routine.map(Arc::new),
        is_current: true,
        diagnostics: Vec::new(),
        more: 0,
        notices: Vec::new(),
        earlier: None,
    };
    SHIPPED.iter().map(entry).collect()
}

fn read_one(shipped: &Shipped, language: &str) -> Reading {
    let surroundings = Surroundings {
        stem: shipped.name,
        // No shipped routine has a date to review.
        today: jiff::civil::Date::MIN,
        image: &|_| Err(crate::routine::ImageFault::Absent),
    };
    read(shipped.text(language).as_bytes(), &surroundings)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::time::Duration;

    use super::*;
    use crate::plan::Plan;
    use crate::routine::{Position, Routine, Sides, measure};

    fn routine(shipped: &Shipped, language: &str) -> Routine {
        read_one(shipped, language).routine.unwrap()
    }

    #[test]
    fn every_file_in_routines_is_part_of_the_program() {
        let in_program: BTreeSet<_> = SHIPPED.iter().map(|file| file.name.to_owned()).collect();
        for folder in ["routines", "routines/de"] {
            let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
            let in_folder: BTreeSet<String> = std::fs::read_dir(folder)
                .unwrap()
                .map(|item| item.unwrap().path())
                .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
                .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
                .collect();
            assert_eq!(in_program, in_folder);
        }
    }

    #[test]
    fn a_shipped_routine_has_no_mistake_and_a_figure_and_a_source_for_each_exercise() {
        for (shipped, language) in in_each_language() {
            let reading = read_one(shipped, language);
            let name = format!("{language} {}", shipped.name);
            assert_eq!(reading.diagnostics, [], "{name}");
            let routine = reading.routine.unwrap();
            assert_eq!(routine.id, shipped.name, "the file is named after its id");
            assert_eq!(routine.language, language, "{name}");
            for exercise in &routine.exercises {
                let place = format!("{name}: {}", exercise.id);
                assert!(exercise.source.is_some(), "{place}");
                let figure = routine.figure_of(exercise);
                assert!(figure.is_some(), "{place}");
                // A table to sit at is nothing to stand behind.
                let stands = exercise.position == Some(Position::Standing);
                assert!(!stands || !figure.unwrap().is_bust(), "{place}");
                // Where the exercise has sides, the picture can show either of them.
                let has_sides = exercise.sides != Sides::None;
                let turns = figure.unwrap().drawn_for().is_some();
                assert_eq!(turns, has_sides, "{place}");
            }
        }
    }

    fn in_each_language() -> impl Iterator<Item = (&'static Shipped, &'static str)> {
        let each = |shipped: &'static Shipped| {
            let tags = shipped.texts.iter().map(|(tag, _)| *tag);
            tags.map(move |tag| (shipped, tag))
        };
        SHIPPED.iter().flat_map(each)
    }

    /// The steps but for the time to get ready and to hear of the other side, in which other words
    /// take another time.
    fn asked(routine: &Routine) -> Plan {
        let mut routine = routine.clone();
        for exercise in &mut routine.exercises {
            exercise.prepare = Duration::ZERO;
            exercise.more_at_first_switch = Duration::ZERO;
        }
        Plan::of(&routine)
    }

    #[test]
    fn a_shipped_routine_asks_the_same_in_every_language() {
        for (shipped, language) in in_each_language() {
            let name = format!("{language} {}", shipped.name);
            let (english, other) = (routine(shipped, "en"), routine(shipped, language));
            assert_eq!(asked(&other), asked(&english), "{name}");
            assert_eq!(other.revision, english.revision, "{name}");
            assert_eq!(other.schedule, english.schedule, "{name}");
            assert_eq!(other.safety.pain_limit, english.safety.pain_limit, "{name}");
            let lists = |routine: &Routine| {
                let safety = &routine.safety;
                [safety.stop_if.len(), safety.not_if.len()]
            };
            assert_eq!(lists(&other), lists(&english), "{name}");
            let exercises = english.exercises.iter().zip(&other.exercises);
            for (english, other) in exercises {
                assert_eq!(other.id, english.id, "{name}");
                assert_eq!(other.figure, english.figure, "{name}");
                assert_eq!(other.source, english.source, "{name}");
                let lines = [english.instructions.len(), english.cues.len()];
                assert_eq!(
                    [other.instructions.len(), other.cues.len()],
                    lines,
                    "{name}"
                );
            }
        }
    }

    #[test]
    fn a_shipped_routine_has_few_exercises_and_the_break_takes_two_minutes() {
        for (shipped, language) in in_each_language() {
            let routine = routine(shipped, language);
            let few = 2..=4;
            assert!(few.contains(&routine.exercises.len()), "{}", shipped.name);
            if shipped.name == "two-minute-standing-break" {
                assert_eq!(measure(&routine.exercises).minutes(), 2, "{language}");
            }
        }
    }
}
