//! Slips that authors make: the help of each says what they meant or what to write instead.

use super::{file, read_text};
use crate::words::{LANGUAGES, Words};

/// The help with the first mistake of a file, in English.
#[track_caller]
pub(super) fn help(text: &str) -> String {
    let reading = read_text(text);
    let first = reading.diagnostics.first().expect(text);
    let help = first.mistake.help().expect(text);
    for language in LANGUAGES {
        let reported = Words::only(language).message(&help);
        assert!(!reported.contains("[check-"), "{reported}");
    }
    Words::of("en").message(&help)
}

#[track_caller]
pub(super) fn leads_to(cases: &[(&str, &str)], file_of: impl Fn(&str) -> String) {
    for (line, reported) in cases {
        let help = help(&file_of(line));
        assert!(help.contains(reported), "{line}: {help}");
    }
}

pub(super) fn at_the_top(line: &str) -> String {
    file(line, "")
}

pub(super) fn in_the_exercise(line: &str) -> String {
    file("", line)
}

#[test]
fn other_words_for_a_circuit_and_its_rounds_are_led_to_them() {
    leads_to(
        &[
            ("circuit = \"A\"", "“group”"),
            ("superset = \"A\"", "“group”"),
            ("giant_set = \"A\"", "“group”"),
            ("Zirkel = \"A\"", "“group”"),
            ("rounds = 3", "“sets”"),
        ],
        in_the_exercise,
    );
    leads_to(
        &[
            ("[[circuit]]", "“group”"),
            ("[[superset]]", "“group”"),
            ("[[Zirkel]]", "“group”"),
            ("[group]\nname = \"A\"", "[[group]]"),
        ],
        at_the_top,
    );
    leads_to(
        &[
            ("sets = 3", "“rounds”"),
            ("Runden = 3", "“rounds”"),
            ("rounds = \"3 to 2\"", "rounds = \"2 to 3\""),
            ("rest = 60", "“rest_between_rounds”"),
            ("any = 3", "“choose”"),
            ("pick = 3", "“choose”"),
            ("Auswahl = 3", "“choose”"),
            (
                "[[group.step]]\nfrom_week = 3\nrounds = 3",
                "from_week = 3 in those of the second",
            ),
        ],
        |line| file(&format!("[[group]]\nname = \"A\"\n{line}"), "group = \"A\""),
    );
    // A Cyrillic letter.
    let hop = "[[exercise]]\nname = \"Hop\"\nfigure = \"bird-dog\"\ninstructions = [\"Hop.\"]";
    let hop = format!("group = \"A\"\n{hop}\ngroup = \"\u{410}\"");
    let told = help(&file("[[group]]\nname = \"A\"", &hop));
    assert!(
        told.contains("Type it again on your own keyboard"),
        "{told}"
    );
}

#[test]
fn another_word_for_a_key_is_led_to_the_key() {
    leads_to(
        &[
            ("repetitions = 10", "“reps”"),
            ("Wiederholungen = 10", "“reps”"),
            ("répétitions = 10", "“reps”"),
            ("rest_between_reps = 5", "“rest”"),
            ("restAfter = 5", "“rest_after”"),
            ("rest-between-sets = 5", "“rest_between_sets”"),
            ("feelItIn = \"x\"", "“feel_it_in”"),
            ("duration = \"10 min\"", "time = \"10m\""),
            ("minutes = 10", "time = \"10m\""),
            ("Dauer = 10", "hold = \"30s\""),
            ("series = 3", "“sets”"),
            ("side = \"left\"", "“sides”"),
            ("type = \"reps\"", "“kind”"),
            ("note = \"x\"", "“clinician_note”"),
            ("warning = \"x\"", "“caution”"),
            ("video = \"https://example.org/x\"", "“source”"),
            ("title = \"x\"", "“name”"),
            ("intructions = [\"x\"]", "“instructions”"),
        ],
        in_the_exercise,
    );
    leads_to(
        &[
            ("titel = \"x\"", "“title”"),
            ("version = 2", "“revision”"),
            ("[schedule]\nper_day = 2", "“times_per_day”"),
            ("[author]\nphone = \"1\"", "“contact”"),
            ("[safety]\ncontraindications = [\"x\"]", "“not_if”"),
        ],
        at_the_top,
    );
}

#[test]
fn a_key_in_the_wrong_place_is_led_to_its_place() {
    leads_to(
        &[
            (
                "at = [\"08:00\"]",
                "belongs below [schedule] and counts for the whole",
            ),
            (
                "max_per_day = 2",
                "belongs below [schedule] and counts for the whole",
            ),
            ("pain_limit = 3", "“pain_limit” belongs below [safety]."),
            ("language = \"de\"", "belongs at the top of the file"),
        ],
        in_the_exercise,
    );
    leads_to(
        &[
            ("hold = 20", "“hold” belongs below [[exercise]]."),
            ("pain_limit = 3", "“pain_limit” belongs below [safety]."),
            ("phone = \"1\"", "“contact” belongs below [author]."),
            (
                "[defaults]\nkind = \"reps\"",
                "“kind” belongs below [[exercise]].",
            ),
        ],
        at_the_top,
    );
}

#[test]
fn days_of_a_week_and_weeks_of_a_programme_are_led_to_their_keys() {
    let below_schedule = |line: &str| at_the_top(&format!("[schedule]\n{line}"));
    leads_to(
        &[
            ("times_per_week = 3", "days_per_week = 3"),
            ("days_per_week = \"3x/week\"", "days_per_week = 3"),
            ("days_per_week = \"three\"", "days_per_week = 3"),
            ("days_per_week = 3.0", "days_per_week = 3"),
            ("rest_days = 1", "“days_between”"),
            ("weeks = \"6\"", "weeks = 6"),
            ("weeks = \"6 weeks\"", "weeks = 6"),
            ("start_date = 2027-01-04", "first_day = 2027-01-04"),
            ("end_date = 2027-01-04", "last_day = 2027-02-14"),
            ("last_day = \"10.1.2027\"", "2027-01-10"),
        ],
        below_schedule,
    );
    leads_to(
        &[
            ("times_per_week = 3", "days_per_week = 3"),
            ("weeks = 6", "“weeks” belongs below [schedule]"),
            ("stufen = \"3 sets\"", "“step”"),
            (
                "[[exercise.step]]\nab_woche = 3\nfrom_week = 3\nsets = 3",
                "“from_week”",
            ),
            (
                "[[exercise.step]]\nfrom_week = \"3\"\nsets = 3",
                "from_week = 3",
            ),
        ],
        in_the_exercise,
    );
}

#[test]
fn what_the_format_has_no_key_for_is_told_what_to_write_instead() {
    for line in [
        "times_per_week = 3",
        "weekly = 3",
        "frequency = 3",
        "mal_pro_woche = 3",
    ] {
        let reported = help(&at_the_top(&format!("[schedule]\n{line}")));
        assert!(
            reported.contains("days = [\"mon\", \"wed\", \"fri\"]"),
            "{line}: {reported}"
        );
        assert!(!reported.contains("Did you mean"), "{line}: {reported}");
    }
    leads_to(
        &[
            ("weeks = 6", "“weeks” belongs below [schedule]."),
            ("Wochen = 6", "weeks = 6"),
            ("end_date = 2027-01-01", "last_day = 2027-02-14"),
            ("patient = \"x\"", "names no patient"),
            ("music = \"x.mp3\"", "in Settings"),
        ],
        at_the_top,
    );
    leads_to(
        &[
            ("weight = \"5 lb\"", "load = \"2 kg\""),
            ("weight_kg = 5", "load = \"2 kg\""),
            ("resistance = \"red band\"", "load = \"2 kg\""),
            ("load = 5", "load = \"2 kg\""),
            ("load = { kg = 5 }", "load = \"2 kg\""),
            ("load = [\"2 kg\", \"3 kg\"]", "load = \"2 kg\""),
            ("Gewicht = 5", "load = \"2 kg\""),
            ("tempo = \"3-1-3\"", "tempo = \"3s up, 3s down, 1s rest\""),
            ("tempo = \"3-1-3\"", "tempo = \"3s up, 1s hold, 3s down\""),
            ("tempo = \"2-4\"", "tempo = \"2s up, 4s down\""),
            ("cadence = 3", "tempo = \"2s up, 1s hold, 3s down\""),
            (
                "kind = \"reps\"\nhold = 5",
                "tempo = \"2s up, 5s hold, 2s down\"",
            ),
            ("left_reps = 5", "left = { reps = 10 }"),
            ("reps_right = 5", "left = { reps = 10 }"),
            ("hold_left = 5", "left = { reps = 10 }"),
            ("rpe = 7", "Write it into the instructions"),
            ("distance_m = 20", "Write it into the instructions"),
        ],
        in_the_exercise,
    );
}

#[test]
fn a_number_in_another_form_is_led_to_the_number() {
    leads_to(
        &[
            ("reps = \"3x10\"", "sets = 3 and reps = 10"),
            ("reps = 3x10", "sets = 3 and reps = 10"),
            ("reps = \"3 x 30s\"", "reps = 3 and hold = \"30s\""),
            ("reps = \"3 x 30 Sek\"", "reps = 3 and hold = \"30s\""),
            ("sets = \"3 x 30 seconds\"", "reps = 3 and hold = \"30s\""),
            ("reps = \"3 × 10\"", "sets = 3 and reps = 10"),
            ("sets = \"3 sets of 10\"", "sets = 3 and reps = 10"),
            ("reps = \"3 Sätze à 10\"", "sets = 3 and reps = 10"),
            ("reps = 2-3", "reps = \"2 to 3\""),
            ("reps = \"8 bis 12\"", "reps = \"8 to 12\""),
            ("reps = 8 to 12", "reps = \"8 to 12\""),
            ("reps = \"12 to 8\"", "reps = \"8 to 12\""),
            ("reps = [8, 12]", "reps = \"8 to 12\""),
            ("sets = \"2 or 3\"", "sets = \"2 to 3\""),
            ("left = 10", "left = { reps = 10 }"),
            ("left = \"2 x 10\"", "left = { reps = 10 }"),
            ("left = \"30s\"", "left = { hold = \"30s\" }"),
            ("right = \"6 reps\"", "right = { reps = 6 }"),
            ("left = { rep = 5 }", "“reps”"),
            ("left = { load = \"2 kg\" }", "sides = \"left\""),
            ("hold = 300", "time = \"10m\""),
            ("reps = \"10\"", "reps = 10"),
            ("reps = \"10 per side\"", "reps = 10"),
            ("reps = 10x", "reps = 10"),
            ("reps = 10.0", "reps = 10"),
            ("reps = \"AMRAP\"", "kind = \"open\""),
            ("reps = \"many\"", "in digits"),
            ("optional = \"yes\"", "optional = true"),
            ("halfway = nein", "halfway = false"),
        ],
        in_the_exercise,
    );
    leads_to(
        &[
            ("safety.pain_limit = \"3/10\"", "pain_limit = 3"),
            ("safety.pain_limit = \"3-4\"", "pain_limit = 3"),
        ],
        at_the_top,
    );
}

#[test]
fn a_length_of_time_in_another_form_is_led_to_the_formats() {
    leads_to(
        &[
            ("hold = \"5 sec\"", "\"5s\""),
            ("hold = \"5 Sek.\"", "\"5s\""),
            ("hold = \"5 secondes\"", "\"5s\""),
            ("hold = \"ca. 30s\"", "\"30s\""),
            ("hold = \"30 s each side\"", "\"30s\""),
            ("hold = \"30″\"", "\"30s\""),
            ("hold = \"0:30\"", "\"30s\""),
            ("hold = \"1:30\"", "\"1m 30s\""),
            (
                "hold = \"5-10s\"",
                "begin with, hold = \"5s\", and how to go on",
            ),
            (
                "hold = 5-10s",
                "begin with, hold = \"5s\", and how to go on",
            ),
            ("hold = \"5 to 10 sec\"", "begin with, hold = \"5s\","),
            ("hold = \"3x30s\"", "reps = 3 and hold = \"30s\""),
            ("hold = \"30 s x 3\"", "reps = 3 and hold = \"30s\""),
            ("hold = \"30s×3\"", "reps = 3 and hold = \"30s\""),
            ("hold = 30.5", "\"31s\""),
            ("hold = \"1.5 min\"", "\"1m 30s\""),
            ("hold = \"1,5m\"", "\"1m 30s\""),
            ("hold = \"0.5s\"", "\"1s\""),
            ("hold = 5 sec", "hold = \"5s\""),
            ("hold = \"5 breaths\"", "Write seconds"),
            ("hold = \"a while\"", "Write seconds as a number"),
        ],
        in_the_exercise,
    );
}

#[test]
fn another_word_for_a_choice_is_led_to_the_formats() {
    leads_to(
        &[
            ("sides = \"both\"", "\"each\""),
            ("sides = \"Beide Seiten\"", "\"each\""),
            ("sides = \"L/R\"", "\"each\""),
            ("sides = \"alternating\"", "\"alternate\""),
            ("sides = \"abwechselnd\"", "\"alternate\""),
            ("sides = \"L\"", "\"left\""),
            ("kind = \"timed\"", "\"time\""),
            ("kind = \"walk\"", "\"time\""),
            ("kind = \"cardio\"", "\"time\""),
            ("kind = \"Reps\"", "\"reps\""),
            ("kind = \"isometric\"", "\"hold\""),
            ("position = \"supine\"", "\"floor\""),
            ("position = \"sitzend\"", "\"seated\""),
        ],
        in_the_exercise,
    );
    leads_to(
        &[
            ("schedule.days = [\"Monday\"]", "\"mon\""),
            ("schedule.days = [\"Wed\"]", "\"wed\""),
            ("schedule.days = [\"thurs.\"]", "\"thu\""),
            ("schedule.days = [\"Di\"]", "\"tue\""),
            ("schedule.days = [\"Sonnabend\"]", "\"sat\""),
            ("schedule.days = [\"mercredi\"]", "\"wed\""),
            ("schedule.days = [\"martes\"]", "\"tue\""),
            ("schedule.days = [\"daily\"]", "every day counts"),
            ("schedule.days = \"daily\"", "every day counts"),
            ("schedule.days = \"mon\"", "days = [\"mon\"]"),
            (
                "schedule.days = \"Mo, Mi und Fr\"",
                "days = [\"mon\", \"wed\", \"fri\"]",
            ),
            (
                "schedule.days = [\"Mon-Wed\"]",
                "days = [\"mon\", \"tue\", \"wed\"]",
            ),
            ("schedule.at = [\"8 am\"]", "\"08:00\""),
            ("schedule.at = [\"8:30 PM\"]", "\"20:30\""),
            ("schedule.at = [\"20 Uhr\"]", "\"20:00\""),
            ("schedule.at = \"8:00\"", "at = [\"08:00\"]"),
            ("language = \"Deutsch\"", "\"de\""),
            ("id = \"my back\"", "\"my-back\""),
            ("updated = \"12/20/2026\"", "2026-12-20"),
            ("updated = \"20/12/2026\"", "2026-12-20"),
            ("updated = \"1/2/2026\"", "year-month-day, for example"),
            (
                "author = \"A. Physio\"",
                "author = { name = \"A. Physio\" }",
            ),
            ("tags = \"back\"", "tags = [\"back\"]"),
        ],
        at_the_top,
    );
}

#[test]
fn what_is_said_at_a_moment_is_told_from_a_time_of_day() {
    let at = |value: &str| in_the_exercise(&format!("[[exercise.cue]]\nat = {value}\nsay = \"x\""));
    for (value, reported) in [
        ("10s", "at = \"10s\""),
        ("10 sec", "at = \"10s\""),
        ("\"10 sec\"", "\"10s\""),
        ("halfway", "from the start of the hold"),
        ("\"half\"", "from the start of the hold"),
        ("true", "from the start of the hold"),
    ] {
        let told_of_it = help(&at(value));
        assert!(told_of_it.contains(reported), "{value}: {told_of_it}");
    }
    leads_to(
        &[
            ("[schedule]\nat = 8:30", "\"08:30\""),
            ("[schedule]\nat = 08:00", "[\"08:00\"]"),
            ("schedule.at = 8am", "08:00"),
        ],
        at_the_top,
    );
    leads_to(
        &[
            (
                "cue = \"Keep your back flat.\"",
                "say = \"Keep your back flat.\"",
            ),
            ("cue = 7", "[[exercise.cue]]"),
            ("cues = \"x\"", "“cue”"),
        ],
        in_the_exercise,
    );
}

#[test]
fn a_key_that_is_none_is_reported_although_its_value_can_not_be_read() {
    for (text, expected) in [
        (
            at_the_top("date = 29/11/2026"),
            vec!["key-unknown", "date-form"],
        ),
        (
            at_the_top("date = 29 November 2026"),
            vec!["key-unknown", "date-form"],
        ),
        (in_the_exercise("weight = 5kg"), vec!["key-unknown"]),
        (in_the_exercise("speed = 2-0-2"), vec!["key-unknown"]),
        (in_the_exercise("hold_time = 30 sec"), vec!["key-unknown"]),
        (in_the_exercise("hold = 30 sec"), vec!["quotes-missing"]),
    ] {
        let reading = read_text(&text);
        let diagnostics = reading.diagnostics.iter();
        let codes: Vec<_> = diagnostics.map(|it| it.mistake.code()).collect();
        assert_eq!(codes, expected, "{text}");
    }
    leads_to(
        &[
            ("weight = 5kg", "load = \"2 kg\""),
            ("load = 5kg", "load = \"5kg\""),
            ("tempo = 2-0-2", "tempo = \"2s up, 2s down\""),
            ("tempo = \"slow\"", "tempo = \"2s up, 1s hold, 3s down\""),
            ("tempo = [3, 1, 2]", "tempo = \"2s up, 3s down, 1s rest\""),
            (
                "tempo = { up = 2, hold = 1, down = 3 }",
                "tempo = \"2s up, 1s hold, 3s down\"",
            ),
            ("hold_time = 30 sec", "“hold”"),
            ("sets = 3, reps = 10", "a line of its own"),
            ("reps = 10 sets = 3", "a line of its own"),
        ],
        in_the_exercise,
    );
}

#[test]
fn what_a_physiotherapist_writes_is_led_to_what_was_meant() {
    leads_to(
        &[
            ("duration = \"12 weeks\"", "review_on = 2026-12-20"),
            (
                "[schedule]\nduration = \"6 weeks\"",
                "review_on = 2026-12-20",
            ),
            ("frequency = \"2-3 times a day\"", "times_per_day = 2"),
            ("diagnosis = \"LBP\"", "summary = "),
            ("icd10 = \"M54.5\"", "summary = "),
            ("[[voice]]\nsay = \"x\"", "[[exercise.cue]]"),
            ("updated = 29/11/2026", "2026-11-29"),
            ("updated = Nov 29 2026", "2026-11-29"),
            ("updated = \"29. November 2026\"", "2026-11-29"),
            ("[schedule]\ntimes_per_day = \"twice\"", "times_per_day = 2"),
            ("[schedule]\ntimes_per_day = twice", "times_per_day = 2"),
            (
                "[schedule]\ntimes_per_day = \"dreimal am Tag\"",
                "times_per_day = 3",
            ),
            ("[schedule]\nevery = \"2 hours\"", "times_per_day ="),
            ("[schedule]\nevery_other_day = true", "days ="),
            (
                "[schedule]\ndays = \"every other day\"",
                "[\"mon\", \"wed\", \"fri\"]",
            ),
            ("[schedule]\nper_week = 3", "days = ["),
            ("[[exercises]]\nname = \"x\"", "“exercise”"),
            (
                "[[warmup]]\nname = \"x\"",
                "in which they stand in the file",
            ),
            ("[metadata]\nid = \"x\"", "without a heading"),
            ("[plan]\ntimes_per_day = 2", "“schedule”"),
            ("[sicherheit]\nschmerzgrenze = 3", "“safety”"),
            ("description = \"x\"", "“summary”"),
            ("notes = \"x\"", "“summary”"),
            ("id = knee-oa", "id = \"knee-oa\""),
            ("language = german", "language = \"de\""),
            ("tags = knee", "tags = [\"knee\"]"),
            ("level = \"beginner\"", "“tags”"),
        ],
        at_the_top,
    );
    leads_to(
        &[
            ("reps = \"to fatigue\"", "kind = \"open\""),
            ("reps = to fatigue", "kind = \"open\""),
            ("reps = max", "kind = \"open\""),
            ("reps = \"bis zur Ermüdung\"", "kind = \"open\""),
            ("hold = \"as long as possible\"", "kind = \"open\""),
            ("hold = max", "kind = \"open\""),
            ("dose = \"to fatigue\"", "sets = 3, and reps = 10"),
            ("kind = \"reps\"\npace = \"2-0-2\"", "pace = \"4s\""),
            ("kind = \"reps\"\npace = 3-1-3", "pace = \"7s\""),
            ("kind = \"reps\"\npace = \"2020\"", "pace = \"4s\""),
            ("hold = \"30 seconds\"", "\"30s\""),
            ("hold = \"half a minute\"", "\"30s\""),
            ("hold = \"two minutes\"", "\"2m\""),
            ("sets = \"3x\"", "sets = 3"),
            ("sets = \"three\"", "sets = 3"),
            ("side = \"both\"", "“sides”"),
            ("sides = \"both legs\"", "\"each\""),
            ("sides = \"right leg\"", "\"right\""),
            ("sides = \"L then R\"", "\"each\""),
            ("sides = [\"left\", \"right\"]", "\"each\""),
            ("sides = bilateral", "sides = \"each\""),
            ("bilateral = true", "sides = \"each\""),
            ("alternating = true", "sides = \"alternate\""),
            ("rest = \"none\"", "rest = 0"),
            ("rest = \"30 s between sets\"", "\"30s\""),
            ("rest_between = 30", "“rest_between_sets”"),
            ("description = \"x\"", "“instructions”"),
            ("notes = \"x\"", "“clinician_note”"),
            ("intensity = \"moderate\"", "Write it into the instructions"),
            ("purpose = \"x\"", "Write it into the instructions"),
            ("per_week = 3", "days = ["),
            ("day = \"Mon\"", "“days”"),
            ("diagnosis = \"x\"", "summary = "),
            ("order = 1", "in which they stand in the file"),
            ("Haltedauer = 10", "“hold”"),
            ("Durchführung = \"x\"", "“instructions”"),
            ("Ausgangsposition = \"x\"", "“position”"),
            ("Hinweise = \"x\"", "“clinician_note”"),
            ("Häufigkeit = 3", "times_per_day = 2"),
            ("position = \"crook lying\"", "\"floor\""),
            ("position = \"half-kneeling\"", "\"floor\""),
            ("position = \"long sitting\"", "\"seated\""),
            ("position = \"stairs\"", "\"standing\""),
            ("position = lying", "position = \"floor\""),
            ("kind = \"eccentric\"", "\"reps\""),
            ("equipment = band", "equipment = [\"band\"]"),
        ],
        in_the_exercise,
    );
}

#[test]
fn a_figure_that_is_not_there_is_never_led_to_another_exercise() {
    let of = |name: &str| help(&file("", "").replace("\"bird-dog\"", &format!("\"{name}\"")));
    for (name, near) in [
        ("brid-dog", "bird-dog"),
        ("Knee to chest", "knee-to-chest"),
        ("wall_sit", "wall-sit"),
        ("hamstring-standin", "hamstring-standing"),
    ] {
        assert_eq!(of(name), format!("Did you mean \"{near}\"?"));
    }
    for name in [
        "nordic-curl",
        "bridge-single-leg",
        "single-leg-bridge",
        "hamstring",
        "neck-extension",
        "windmill",
        "calf",
        "wall",
        "neck-side",
        "quadriceps-lying",
        "burpee",
    ] {
        let reported = of(name);
        assert!(
            reported.starts_with("Name one that comes with Supple"),
            "{name}: {reported}"
        );
    }
}

#[test]
fn no_help_fails_whatever_was_written() {
    let mut random = fastrand::Rng::with_seed(3);
    let pieces = [
        "3",
        "10",
        "0",
        "99999999999999999999",
        "-",
        "x",
        "×",
        ".",
        ",",
        ":",
        "/",
        " ",
        "s",
        "min",
        "h",
        "ä",
        "″",
        "am",
        "pm",
        "uhr",
        "mon",
        "–",
        "to",
        "%",
        "\\\\",
        "each",
        "left",
        "week",
        "_",
        "ca.",
        "٣",
        "²",
    ];
    for _ in 0..2_000 {
        let count = random.usize(1..6);
        let written: String = (0..count)
            .map(|_| *random.choice(&pieces).unwrap())
            .collect();
        let quote = *random.choice(&["", "\"", "'"]).unwrap();
        let key = *random
            .choice(&[
                "hold",
                "reps",
                "sides",
                "halfway",
                "figure",
                "id",
                "equipment",
                "days",
                "at",
                "language",
                "updated",
                "pain_limit",
                "author",
            ])
            .unwrap();
        let line = format!("{key} = {quote}{written}{quote}");
        let place = *random.choice(&["", "[schedule]\n", "[safety]\n"]).unwrap();
        let as_a_key = format!("\"{written}\" = 1");
        for text in [
            at_the_top(&format!("{place}{line}")),
            in_the_exercise(&line),
            in_the_exercise(&as_a_key),
        ] {
            for diagnostic in read_text(&text).diagnostics {
                let _ = (diagnostic.mistake.message(), diagnostic.mistake.help());
            }
        }
    }
}
