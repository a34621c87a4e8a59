//! What a routine takes from the exercises that come with the app.

use std::time::Duration;

use super::codes;
use super::routine_files::read_text;
use crate::exercises;
use crate::message::Message;
use crate::routine::{Dose, Exercise, Mistake, Position, Reading, Region, Sides, of_library};

pub(super) fn in_language(language: &str, exercise: &str) -> Reading {
    let text = format!("format = 1\ntitle = \"x\"\nlanguage = \"{language}\"\n{exercise}");
    read_text(&text)
}

fn only(language: &str, exercise: &str) -> Exercise {
    let reading = in_language(language, exercise);
    assert_eq!(reading.diagnostics, [], "{exercise}");
    reading.routine.unwrap().exercises.remove(0)
}

#[test]
fn what_a_file_does_not_write_is_as_the_library_has_it() {
    let whole = only("en", "[[exercise]]\nuse = \"knee-to-chest\"\n");
    assert_eq!(whole.id, "knee-to-chest");
    assert_eq!(whole.name, "Single knee to chest");
    assert_eq!(whole.figure.as_deref(), Some("knee-to-chest"));
    assert!(whole.instructions.len() > 2);
    let other = "[[exercise]]\nuse = \"knee-to-chest\"\nid = \"mine\"\nname = \"Mine\"\nreps = 5\n\
        sides = \"left\"\ninstructions = [\"Draw in the left knee.\"]\n";
    let other = only("en", other);
    assert_eq!(other.id, "mine");
    assert_eq!(other.name, "Mine");
    assert_eq!(other.instructions, ["Draw in the left knee."]);
    assert_eq!(other.sides, Sides::Left);
    assert!(matches!((other.dose, whole.dose), (
        Dose::Hold { reps: 5, hold },
        Dose::Hold { hold: of_library, .. },
    ) if hold == of_library));
    assert_eq!(other.caution, whole.caution);
}

#[test]
fn what_is_written_over_the_library_says_the_kind_of_dose() {
    let seconds = Duration::from_secs;
    let dose = |lines: &str| {
        let exercise = only("en", &format!("[[exercise]]\n{lines}\n"));
        (exercise.dose, exercise.tempo.parts().len())
    };
    let (hold, pace) = (seconds(5), seconds(4));
    let cases = [
        (
            "use = \"t-raise\"\nhold = \"5s\"\nreps = 9",
            (Dose::Hold { hold, reps: 9 }, 0),
        ),
        (
            "use = \"biceps-curl\"\npace = \"4s\"\nreps = 9",
            (Dose::Paced { reps: 9, pace }, 0),
        ),
        (
            "use = \"quad-set\"\ntempo = \"1s up, 3s down\"\nreps = 9",
            (Dose::Paced { reps: 9, pace }, 2),
        ),
        (
            "use = \"t-raise\"\ntempo = \"1s up, 3s down\"\nreps = 9",
            (Dose::Paced { reps: 9, pace }, 2),
        ),
        (
            "use = \"bridge\"\ntime = \"5m\"",
            (Dose::Timed { time: seconds(300) }, 0),
        ),
        ("use = \"quad-set\"\nkind = \"open\"", (Dose::Open, 0)),
    ];
    for (lines, wanted) in cases {
        assert_eq!(dose(lines), wanted, "{lines}");
    }
}

#[test]
fn nobody_is_warned_of_a_line_that_the_library_has_and_the_file_has_not() {
    let doses = [
        "hold = \"5s\"",
        "pace = \"10s\"",
        "tempo = \"5s up, 5s down\"",
        "time = \"2m\"",
        "sides = \"none\"",
    ];
    for id in exercises::ids() {
        for dose in doses {
            only("en", &format!("[[exercise]]\nuse = \"{id}\"\n{dose}\n"));
        }
    }
}

#[test]
fn an_exercise_that_no_figure_fits_says_so_and_nobody_is_warned() {
    let own =
        "[[exercise]]\nname = \"Walk on toes\"\nfigure = \"none\"\ninstructions = [\"Walk.\"]\n";
    assert_eq!(only("en", own).figure, None);
    assert_eq!(
        only("en", "[[exercise]]\nuse = \"bridge\"\nfigure = \"none\"\n").figure,
        None
    );
}

#[test]
fn a_position_that_the_figure_plainly_does_not_show_is_warned_of() {
    use crate::routine::Position;
    let with = |id: &str, position: &str| {
        let exercise = format!("[[exercise]]\nuse = \"{id}\"\nposition = \"{position}\"\n");
        let reading = in_language("en", &exercise);
        codes(&reading).contains(&"position-of-figure")
    };
    let (mut lying, mut standing) = (0, 0);
    for id in exercises::ids() {
        // None that comes with the app is warned of.
        let own = only("en", &format!("[[exercise]]\nuse = \"{id}\"\n"));
        match own.position.unwrap() {
            Position::Floor => lying += usize::from(with(id, "standing") && with(id, "seated")),
            Position::Standing => standing += usize::from(with(id, "floor")),
            Position::Seated => {}
        }
    }
    assert!(lying >= 15 && standing >= 15, "{lying}, {standing}");
    for id in [
        "knee-to-chest",
        "bridge",
        "lower-back-rotation",
        "clamshell",
    ] {
        assert!(with(id, "standing") && !with(id, "floor"), "{id}");
    }
    assert!(with("calf-straight", "floor") && !with("calf-straight", "standing"));
}

#[test]
fn the_words_are_those_of_the_files_language() {
    let german = only("de-AT", "[[exercise]]\nuse = \"calf-straight\"\n");
    assert_eq!(german.name, "Wadendehnung an der Wand");
    let french = in_language("fr", "[[exercise]]\nuse = \"calf-straight\"\n");
    assert_eq!(codes(&french), ["exercise-language"]);
    let french = french.routine.unwrap();
    assert_eq!(french.exercises[0].name, "Calf stretch at a wall");
}

#[test]
fn a_default_dose_is_for_exercises_that_are_written_out() {
    let text = "[defaults]\nsides = \"each\"\nreps = 7\ncountdown = 0\n\n\
        [[exercise]]\nuse = \"pelvic-tilt\"\n";
    let reading = in_language("en", text);
    let tilt = &reading.routine.unwrap().exercises[0];
    let own = of_library("pelvic-tilt", "en").unwrap();
    assert_eq!((tilt.dose, tilt.sides), (own.dose, own.sides));
    assert_eq!(tilt.countdown, 0);
}

#[test]
fn an_exercise_that_is_used_twice_has_two_ids() {
    let text = "[[exercise]]\nuse = \"pelvic-tilt\"\n\n[[exercise]]\nuse = \"pelvic-tilt\"\n";
    let routine = in_language("de", text).routine.unwrap();
    let ids: Vec<_> = routine
        .exercises
        .iter()
        .map(|exercise| &*exercise.id)
        .collect();
    assert_eq!(ids, ["pelvic-tilt", "pelvic-tilt-2"]);
}

#[test]
fn what_is_wrong_with_words_of_the_library_is_reported_where_it_is_named() {
    let too_short = "[[exercise]]\nprepare = \"1s\"\nuse = \"pelvic-tilt\"\n";
    let reading = in_language("en", too_short);
    assert_eq!(codes(&reading), ["prepare-short"]);
    assert_eq!(reading.diagnostics[0].place.line, 5, "the written time");
    let unknown = in_language("en", "[[exercise]]\nname = \"x\"\nuse = \"pelvic-tlit\"\n");
    let found = unknown.diagnostics.iter();
    let found: Vec<_> = found
        .map(|found| (found.mistake.code(), found.place.line))
        .collect();
    assert!(found.contains(&("exercise-unknown", 6)), "{found:?}");
    for id in ["\"quadset\"", "\"quad sets\"", "\"no such one\"", "3"] {
        let alone = in_language("en", &format!("[[exercise]]\nuse = {id}\n"));
        assert_eq!(alone.diagnostics.len(), 1, "{id}: {:?}", codes(&alone));
        assert_eq!(alone.diagnostics[0].place.line, 5, "{id}");
    }
    // Sides are the file's own, the figure that shows none is the library's.
    let alike = in_language(
        "en",
        "[[exercise]]\nsides = \"each\"\nuse = \"pelvic-tilt\"\n",
    );
    assert_eq!(codes(&alike), ["sides-alike"]);
    assert_eq!(alike.diagnostics[0].place.line, 6);
}

#[test]
fn an_exercise_and_a_list_are_led_to_what_was_meant() {
    let help = |exercise: &str| {
        let reading = in_language("en", &format!("[[exercise]]\n{exercise}\n"));
        reading.diagnostics[0].mistake.help().unwrap()
    };
    let near = |near: &str| Message::new("check-not-one-of-help-near").with("near", near);
    let line = |example: &str| {
        Message::new("check-quotes-missing-help")
            .with("key", "regions")
            .with("example", example)
    };
    for (written, meant) in [
        ("use = \"quadset\"", near("quad-set")),
        ("use = \"quadsets\"", near("quad-set")),
        ("use = \"straight leg-raise\"", near("straight-leg-raise")),
        ("use = \"straightlegraise\"", near("straight-leg-raise")),
        (
            "use = \"strength\"",
            Message::new("check-exercise-unknown-help"),
        ),
        (
            "use = \"pelvic-tilt\"\nregions = \"knee\"",
            line("[\"knee\"]"),
        ),
        (
            "use = \"pelvic-tilt\"\nregions = \"knee, hip\"",
            line("[\"knee\", \"hip\"]"),
        ),
    ] {
        assert_eq!(help(written), meant, "{written}");
    }
}

#[test]
fn what_makes_an_exercise_harder_is_so_of_any_dose_that_its_author_sets() {
    const NUMBERS: [&str; 36] = [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "fifteen",
        "twenty",
        "thirty",
        "zwei",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
        "elf",
        "zwölf",
        "fünfzehn",
        "zwanzig",
        "dreißig",
        "zweimal",
        "dreimal",
        "viermal",
        "fünfmal",
        "sechsmal",
        "achtmal",
        "zehnmal",
        "zwölfmal",
    ];
    for id in exercises::ids() {
        for language in ["en", "de"] {
            let harder = of_library(id, language).unwrap().harder.unwrap_or_default();
            // "A round or two more" is no number of the dose.
            let harder = harder
                .replace("a round or two more", "")
                .replace("ein oder zwei mehr", "");
            let is_between = |letter: char| !letter.is_alphanumeric();
            let mut words = harder.split(is_between);
            let named = words.find(|word| NUMBERS.contains(word) || word.parse::<u32>().is_ok());
            assert_eq!(named, None, "{id}, {language}: {harder}");
        }
    }
}

#[test]
fn every_exercise_is_listed_and_says_the_same_in_every_language() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/exercises");
    for folder in [folder.to_owned(), format!("{folder}/de")] {
        let names = std::fs::read_dir(folder).unwrap();
        let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut files: Vec<_> = names
            .filter_map(|name| name.strip_suffix(".toml").map(str::to_owned))
            .collect();
        files.sort();
        assert_eq!(files, exercises::ids());
    }
    for id in exercises::ids() {
        for language in ["en", "de"] {
            let text = format!(
                "format = 1\ntitle = \"x\"\nlanguage = \"{language}\"\n{}",
                exercises::text(id, language).unwrap()
            );
            let reading = read_text(&text);
            assert_eq!(reading.diagnostics, [], "{id} {language}");
            assert_eq!(reading.routine.unwrap().exercises.len(), 1, "{id}");
        }
        let (english, german) = (of_library(id, "en").unwrap(), of_library(id, "de").unwrap());
        assert_eq!(english.id, id);
        assert_ne!(english.name, german.name, "{id}");
        assert_ne!(english.regions, [] as [Region; 0], "{id}");
        assert!(
            english.source.is_some() && english.caution.is_some(),
            "{id}"
        );
        assert!(
            english.position.is_some() && english.figure.is_some(),
            "{id}"
        );
        let told = [&english.feel_it_in, &english.easier, &english.harder];
        assert!(told.iter().all(|text| text.is_some()), "{id}");
        assert!(!english.instructions.is_empty(), "{id}");
        let same = |exercise: &Exercise| {
            let mut same = exercise.clone();
            for text in [
                &mut same.feel_it_in,
                &mut same.caution,
                &mut same.easier,
                &mut same.harder,
                &mut same.say,
            ] {
                *text = text.is_some().then(String::new);
            }
            same.name.clear();
            same.equipment.iter_mut().for_each(String::clear);
            same.instructions.iter_mut().for_each(String::clear);
            same.cues.iter_mut().for_each(|cue| cue.say.clear());
            same.in_words_of = None;
            // As long as the words take.
            same.prepare = Duration::ZERO;
            same.more_at_first_switch = Duration::ZERO;
            same
        };
        assert_eq!(same(&english), same(&german), "{id}");
    }
}

#[test]
fn the_commonest_exercises_that_are_done_at_home_are_there() {
    let ids: Vec<&str> = exercises::ids().into_iter().collect();
    assert!(ids.len() >= 85, "{}", ids.len());
    for commonest in [
        "straight-leg-raise",
        "prone-leg-raise",
        "side-lying-hip-abduction",
        "side-lying-hip-adduction",
        "clamshell",
        "quad-set",
        "heel-slide",
        "short-arc-quad",
        "seated-knee-extension",
        "hamstring-curl-standing",
        "heel-raise",
        "mini-squat",
        "sit-to-stand",
        "step-up",
        "step-down",
        "lunge",
        "side-step-band",
        "standing-hip-extension",
        "standing-hip-abduction",
        "single-leg-stand",
        "tandem-stand",
        "tandem-walk",
        "marching-standing",
        "plank",
        "side-plank",
        "curl-up",
        "dead-bug",
        "shoulder-pendulum",
        "wall-slide",
        "external-rotation-band",
        "internal-rotation-band",
        "row-band",
        "sleeper-stretch",
        "shoulder-flexion-stick",
        "t-raise",
        "wall-push-up",
        "biceps-curl",
        "ankle-pump",
        "ankle-eversion-band",
        "towel-scrunch",
        "plantar-fascia-stretch",
        "median-nerve-glide",
        "tendon-glides",
        "levator-scapulae-stretch",
    ] {
        assert!(ids.contains(&commonest), "{commonest}");
    }
}

#[test]
fn nobody_stands_behind_a_slab() {
    let exercises = exercises::ids()
        .into_iter()
        .filter_map(|id| of_library(id, "en"));
    for exercise in exercises.filter(|exercise| exercise.position == Some(Position::Standing)) {
        let figure = exercise.figure.unwrap();
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/figures");
        let text = std::fs::read_to_string(format!("{folder}/{figure}.toml")).unwrap();
        let table: toml::Table = text.parse().unwrap();
        let props = table.get("prop").and_then(toml::Value::as_array);
        let slab = props.into_iter().flatten().find(|prop| {
            prop["kind"].as_str() == Some("floor")
                && prop.get("in_front").and_then(toml::Value::as_bool) == Some(true)
        });
        assert_eq!(slab, None, "{figure}");
    }
}

#[test]
fn no_two_exercises_have_one_name() {
    for language in ["en", "de"] {
        let name = |id: &&str| of_library(id, language).unwrap().name;
        let mut names: Vec<String> = exercises::ids().iter().map(name).collect();
        let all = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), all, "{language}");
    }
}

/// As somebody writes it who goes by an exercise's name and not by that of its figure.
#[test]
fn the_figure_of_an_exercise_is_proposed_to_whoever_writes_the_name_of_that() {
    for (written, meant) in [
        ("single-knee-to-chest", Some("knee-to-chest")),
        ("Single knee to chest", Some("knee-to-chest")),
        ("ein_Knie-zur_Brust", Some("knee-to-chest")),
        ("two-sided-double-knee-to-chest", None),
        ("knee", None),
        ("stretch-of-my-own", None),
    ] {
        let text = format!("[[exercise]]\nname = \"x\"\nhold = \"20s\"\nfigure = \"{written}\"\n");
        let reading = in_language("en", &text);
        let unknown = reading.diagnostics.iter().find_map(|it| match &it.mistake {
            Mistake::FigureUnknown { .. } => it.mistake.help(),
            _ => None,
        });
        let near = unknown.unwrap();
        let proposed = near.args.iter().find(|(name, _)| *name == "near");
        let proposed = proposed.map(|(_, near)| format!("{near:?}"));
        match meant {
            Some(meant) => assert!(
                proposed
                    .as_ref()
                    .is_some_and(|it| it.contains(&format!("\"{meant}\""))),
                "{written}: {proposed:?}"
            ),
            None => assert_eq!(proposed, None, "{written}"),
        }
    }
}
