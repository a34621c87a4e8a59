//! Doses and keys as home programmes write them, in English and German: each leads to what the format writes.

use super::slips::{in_the_exercise, leads_to};

#[test]
fn sides_that_are_written_with_a_dose_are_not_lost() {
    let two_lines = |line: &'static str, dose: &str, sides: &str| {
        (line, format!("{dose} and sides = \"{sides}\""))
    };
    let each = [
        "reps = \"10 each side\"",
        "reps = \"10 per side\"",
        "reps = \"10/side\"",
        "reps = \"10 / leg\"",
        "reps = \"10 je Seite\"",
        "reps = \"10 Wdh. pro Bein\"",
        "reps = \"10x each leg\"",
        "reps = \"10 each\"",
        "reps = \"10 on each leg\"",
        "reps = \"10 (each side)\"",
        "reps = \"each side 10\"",
        "reps = \"ten with each arm\"",
        "reps = \"10 beidseits\"",
        "reps = \"10 both sides\"",
        "reps = \"10 R + 10 L\"",
        "reps = \"10 links, 10 rechts\"",
        "reps = \"10 left and right\"",
        "reps = \"10 l/r\"",
    ];
    let each = each.map(|line| two_lines(line, "reps = 10", "each"));
    let others = [
        two_lines("reps = \"10 alternating\"", "reps = 10", "alternate"),
        two_lines("reps = \"10 im Wechsel\"", "reps = 10", "alternate"),
        two_lines("reps = \"8 to 12 each side\"", "reps = \"8 to 12\"", "each"),
        two_lines("sets = \"2 je Seite\"", "sets = 2", "each"),
        two_lines("hold = \"30s each side\"", "hold = \"30s\"", "each"),
        two_lines("hold = \"30 Sekunden je Seite\"", "hold = \"30s\"", "each"),
        two_lines("hold = \"20sec/leg\"", "hold = \"20s\"", "each"),
        two_lines("time = \"2 min each side\"", "time = \"2m\"", "each"),
    ];
    let cases: Vec<_> = each.into_iter().chain(others).collect();
    let cases: Vec<_> = cases
        .iter()
        .map(|(line, help)| (*line, help.as_str()))
        .collect();
    leads_to(&cases, in_the_exercise);
    leads_to(
        &[
            (
                "reps = \"3 sets of 10 each leg\"",
                "sets = 3 and reps = 10. And the sides on a line of their own: sides = \"each\"",
            ),
            (
                "reps = \"3 Sätze à 10 Wdh. pro Seite\"",
                "sets = 3 and reps = 10. And",
            ),
            (
                "hold = \"3x30s each side\"",
                "reps = 3 and hold = \"30s\". And",
            ),
            ("hold = \"20-30 Sek. je Seite\"", "hold = \"20s\""),
            (
                "reps = \"10 links / 8 rechts\"",
                "left = { reps = 10 } and right = { reps = 8 }",
            ),
            (
                "reps = \"10 right, 12 left\"",
                "left = { reps = 12 } and right = { reps = 10 }",
            ),
            (
                "hold = \"right 30s, left 20s\"",
                "left = { hold = \"20s\" } and right = { hold = \"30s\" }",
            ),
            (
                "reps = \"3x10 left, 3x8 right\"",
                "for example left = { reps = 10 }",
            ),
            ("reps = \"12 left\"", "reps = 12 and sides = \"left\""),
            ("reps = \"10 right leg\"", "reps = 10 and sides = \"right\""),
            (
                "hold = \"30s right\"",
                "hold = \"30s\" and sides = \"right\"",
            ),
            (
                "hold = \"30 Sek. links\"",
                "hold = \"30s\" and sides = \"left\"",
            ),
        ],
        in_the_exercise,
    );
}

#[test]
fn a_dose_that_says_more_than_one_thing_leads_to_a_line_for_each() {
    leads_to(
        &[
            ("hold = \"20s x 3\"", "reps = 3 and hold = \"20s\""),
            (
                "hold = \"30 seconds, 3 times\"",
                "reps = 3 and hold = \"30s\"",
            ),
            (
                "hold = \"3 Mal 20 Sekunden\"",
                "reps = 3 and hold = \"20s\"",
            ),
            ("reps = \"10 (hold 5s)\"", "reps = 10 and hold = \"5s\""),
            ("reps = \"10 with 5s hold\"", "reps = 10 and hold = \"5s\""),
            (
                "reps = \"10 Wdh, 5 Sek halten\"",
                "reps = 10 and hold = \"5s\"",
            ),
            ("reps = \"10 reps x 3 sets\"", "sets = 3 and reps = 10"),
            ("reps = \"12 Wdh, 3 Sätze\"", "sets = 3 and reps = 12"),
            ("reps = \"10 3x daily\"", "times_per_day = 3"),
            ("reps = \"10, 2x täglich\"", "times_per_day = 2"),
            ("reps = \"10 twice a day\"", "times_per_day = 2"),
            ("reps = \"5 forwards, 5 backwards\"", "reps = 5"),
            ("hold = \"halten 20 Sek.\"", "\"20s\""),
            ("hold = \"slow count of 5\"", "\"5s\""),
            ("hold = \"bis 20 zählen\"", "\"20s\""),
            ("hold = \"10 deep breaths\"", "no length of its own"),
        ],
        in_the_exercise,
    );
}

#[test]
fn a_key_that_is_misspelt_or_put_together_leads_where_the_right_word_does() {
    let load = "load = \"2 kg\"";
    let of_load = [
        "resistence",
        "restistance",
        "resistant",
        "weigth",
        "wight",
        "dumbell",
        "gewict",
        "widerstnad",
        "zusatzgewicht",
        "kilogramm",
        "pounds",
        "band_colour",
        "theraband_farbe",
        "bandstärke",
    ];
    let others = [
        ("repititions", "“reps”"),
        ("wiederholugen", "“reps”"),
        ("anzahl_wiederholungen", "“reps”"),
        ("number_of_reps", "“reps”"),
        ("rep_count", "“reps”"),
        ("num_sets", "“sets”"),
        ("saetze", "“sets”"),
        ("haltezeit_sekunden", "“hold”"),
        ("duration_between_sets", "“rest_between_sets”"),
        ("ausganglage", "“position”"),
        ("execution_notes", "“instructions”"),
        ("tipps", "“instructions”"),
        ("operated_leg", "“sides”"),
        ("pro_seite", "sides = \"each\""),
        ("progression_criteria", "“harder”"),
        ("wie_oft", "times_per_day"),
    ];
    let cases = of_load.map(|key| (key, load)).into_iter().chain(others);
    for (key, help) in cases {
        leads_to(&[(&format!("{key} = 2"), help)], in_the_exercise);
    }
}
