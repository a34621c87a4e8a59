//! Each limit of the format, on both of its sides.

use super::super::{LARGEST_FILE, LONGEST_NAME, LONGEST_TEXT, MOST_EXERCISES};
use super::{codes, file, read_text};

/// The file that `make` makes is good at `most` and has the mistake `code` one past it.
#[track_caller]
fn limit(code: &str, most: usize, make: impl Fn(usize) -> String) {
    let good = read_text(&make(most));
    assert!(
        good.routine.is_some(),
        "{code} at {most}: {:?}",
        codes(&good)
    );
    let over = read_text(&make(most + 1));
    assert!(over.routine.is_none(), "{code} past {most}");
    assert!(
        codes(&over).contains(&code),
        "{code} past {most}: {:?}",
        codes(&over)
    );
}

/// Like [`limit`], for the smallest that is allowed.
#[track_caller]
fn least(code: &str, least: usize, make: impl Fn(usize) -> String) {
    assert!(
        read_text(&make(least)).routine.is_some(),
        "{code} at {least}"
    );
    let under = read_text(&make(least - 1));
    assert_eq!(codes(&under), [code], "{code} under {least}");
}

#[test]
fn a_file_has_256_kib() {
    limit("too-large", 256 * 1024, |size| {
        let text = file("", "");
        format!("{text}#{}", "x".repeat(size - text.len() - 1))
    });
    assert_eq!(LARGEST_FILE, 256 * 1024);
}

#[test]
fn a_routine_has_200_exercises() {
    limit("too-many-exercises", MOST_EXERCISES, |count| {
        let more = "[[exercise]]\nname = \"x\"\nhold = 1\nprepare = 0\n".repeat(count - 1);
        file("", &more)
    });
}

#[test]
fn texts_have_200_and_4000_characters() {
    let wide = |count| "é".repeat(count);
    limit("text-too-long", LONGEST_NAME, |n| {
        file("", "").replace("Back", &wide(n))
    });
    limit("text-too-long", LONGEST_NAME, |n| {
        file("", "").replace("Bird dog", &wide(n))
    });
    let top = ["summary", "safety.stop_if", "author.contact"];
    for key in top {
        limit("text-too-long", LONGEST_TEXT, |n| {
            let text = wide(n);
            let list = key == "safety.stop_if";
            let value = if list {
                format!("[\"{text}\"]")
            } else {
                format!("\"{text}\"")
            };
            file(&format!("{key} = {value}"), "")
        });
    }
    for key in [
        "feel_it_in",
        "caution",
        "say",
        "easier",
        "source",
        "image_alt",
    ] {
        limit("text-too-long", LONGEST_TEXT, |n| {
            file("", &format!("{key} = \"{}\"", wide(n)))
        });
    }
    limit("text-too-long", LONGEST_TEXT, |n| {
        file("", "").replace("Lift.", &wide(n))
    });
}

#[test]
fn a_duration_has_one_second_to_one_hour_and_a_pause_may_have_none() {
    for key in [
        "hold",
        "prepare",
        "rest",
        "switch",
        "rest_between_sets",
        "rest_after",
    ] {
        limit("duration-range", 3_600, |n| {
            file("", &format!("{key} = {n}"))
        });
        limit("duration-range", 60, |n| {
            file("", &format!("{key} = \"{n}m\""))
        });
        limit("duration-range", 3_600, |n| {
            file(&format!("[defaults]\n{key} = {n}"), "")
        });
    }
    limit("duration-range", 3_600, |n| {
        file("", &format!("kind = \"reps\"\npace = {n}"))
    });
    least("duration-range", 1, |n| {
        file("", &format!("kind = \"reps\"\npace = {n}"))
    });
    least("duration-range", 1, |n| {
        file("", "").replace("figure", &format!("hold = {n}\nfigure"))
    });
    for key in [
        "prepare",
        "rest",
        "switch",
        "rest_between_sets",
        "rest_after",
    ] {
        assert!(
            read_text(&file("", &format!("{key} = 0")))
                .routine
                .is_some(),
            "{key}"
        );
    }
}

#[test]
fn numbers_have_their_ranges() {
    let one =
        |key: &'static str| move |n: usize| file("", &format!("{key} = {n}\nhold = 5\nrest = 0"));
    limit("number-range", 1_000, one("reps"));
    least("number-range", 1, one("reps"));
    limit("number-range", 100, one("sets"));
    least("number-range", 1, one("sets"));
    limit("number-range", 60, one("countdown"));
    limit("number-range", 10, |n| {
        file(&format!("safety.pain_limit = {n}"), "")
    });
    limit("number-range", 24, |n| {
        file(&format!("schedule.times_per_day = {n}"), "")
    });
    limit("number-range", 24, |n| {
        file(&format!("schedule.max_per_day = {n}"), "")
    });
    limit("number-range", u32::MAX as usize, |n| {
        file(&format!("revision = {n}"), "")
    });
}

#[test]
fn a_plan_has_10_000_steps() {
    // 10 times 1,000 holds without pauses, and as many preparations as the number asks for.
    limit("too-many-steps", 0, |more| {
        let dose = "hold = 1\nreps = 1000\nrest = 0\nrest_after = 0\nprepare = 0";
        let next = format!("[[exercise]]\nname = \"x\"\n{dose}\n");
        let mut text = file("", &format!("{dose}\n{}", next.repeat(9)));
        if more > 0 {
            text = text.replacen("prepare = 0", "prepare = 1", more);
        }
        text
    });
}

#[test]
fn a_routine_has_12_hours() {
    limit("too-long", 0, |more| {
        let dose = "hold = 3600\nreps = 12\nrest = 0\n";
        file("", &format!("{dose}prepare = {more}"))
    });
}

#[test]
fn the_largest_numbers_overflow_nothing() {
    let dose = "sets = 100\nreps = 1000\nhold = 3600\nsides = \"alternate\"\nswitch = 3600\nrest_between_sets = 3600\n";
    let next = format!("[[exercise]]\nname = \"x\"\n{dose}");
    let reading = read_text(&file("", &format!("{dose}{}", next.repeat(199))));
    assert!(codes(&reading).contains(&"too-many-steps"));
    assert!(codes(&reading).contains(&"too-long"));
}
