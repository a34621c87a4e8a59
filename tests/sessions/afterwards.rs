//! What is asked at the end of a session in the terminal, besides pain, and what is chosen before it.

use crate::machine::Machine;
use crate::terminal::Terminal;

const LOAD: &str = r#"
format = 1
title = "Arm"

[[exercise]]
name = "Curl"
kind = "open"
prepare = 0
load = "2 kg"
"#;

fn at_the_end() -> Terminal {
    let mut terminal = Terminal::guiding(LOAD);
    terminal.begin().press("\r");
    terminal.read_to("hurt now,").press("\r");
    terminal.read_to("What did you use for Curl? Press Enter if it was 2 kg");
    terminal
}

#[test]
fn the_load_is_typed_and_no_letter_of_it_is_a_command() {
    let mut terminal = at_the_end();
    terminal.press("3 kg, hq!\u{7f} é\r");
    assert!(terminal.end().success());
    assert_eq!(terminal.session().load_of("curl"), Some("3 kg, hq é"));
}

#[test]
fn enter_alone_keeps_the_load_that_was_proposed_and_escape_asks_no_more() {
    for key in ["\r", "\u{1b}"] {
        let mut terminal = at_the_end();
        terminal.press(key);
        assert!(terminal.end().success());
        assert_eq!(terminal.session().load_of("curl"), Some("2 kg"), "{key:?}");
    }
}

#[test]
fn how_many_there_were_is_asked_of_a_range_until_it_is_a_number_for_each_set() {
    let mut terminal = Terminal::guiding(
        "format = 1\ntitle = \"Legs\"\n[[exercise]]\nname = \"Squat\"\nkind = \"reps\"\npace = 1\n\
         reps = \"1 to 2\"\nprepare = 0\n",
    );
    terminal.read_to("Press space").press(" ");
    terminal.read_to("right now?").press("2\r");
    terminal.read_to("hurt now,").press("\r");
    terminal
        .read_to("How many repetitions of Squat did you do?")
        .press("7 and 5\r");
    terminal
        .read_to("please give one whole number")
        .read_to("How many repetitions of Squat did you do?")
        .press("7\r");
    assert!(terminal.end().success());
    let session = terminal.session();
    assert_eq!(session.reps[0].reps, [7]);
}

const CHOICE: &str = r#"
format = 1
title = "Any one"

[[group]]
name = "Legs"
choose = 1

[[exercise]]
name = "March"
time = "10s"
prepare = 0
group = "Legs"

[[exercise]]
name = "Walk"
time = "10s"
prepare = 0
group = "Legs"
"#;

#[test]
fn what_is_chosen_is_guided_and_how_to_choose_another_is_said() {
    let machine = Machine::new();
    machine.write("one.toml", CHOICE);
    let guided = |choose: &[&str]| {
        let arguments = ["guide", "one.toml", "--rehearse"].iter().chain(choose);
        let ended = machine.command(arguments).output().unwrap();
        let texts = [ended.stdout, ended.stderr].map(|text| String::from_utf8(text).unwrap());
        (ended.status.code(), texts)
    };
    for (choose, name, other) in [
        (&[][..], "March", "Walk"),
        (&["--choose", "walk"], "Walk", "March"),
    ] {
        let (code, [told, complaints]) = guided(choose);
        assert_eq!(code, Some(0), "{complaints}");
        let chosen = format!("Legs: {name}. Choose one of 2.");
        assert!(told.contains(&chosen), "{told}");
        assert!(told.contains("by their ids: march, walk."), "{told}");
        assert!(told.contains(&format!("\n{name}\n")), "{told}");
        assert!(!told.contains(&format!("\n{other}\n")), "{told}");
    }
    let (code, [_, complaints]) = guided(&["--choose", "swim"]);
    assert_eq!(code, Some(2));
    assert!(complaints.contains("“swim”"), "{complaints}");
}

#[test]
fn a_programme_that_is_over_or_has_not_begun_says_so_in_the_terminal() {
    let machine = Machine::new();
    for (schedule, told) in [
        (
            "last_day = 2020-01-10",
            "This programme is over. Ask whoever gave it to you",
        ),
        (
            "last_day = 2020-01-10\nafterwards = \"Go on twice a week.\"",
            "This programme is over. Go on twice a week.",
        ),
        ("first_day = 2099-01-05", "Has not begun yet"),
    ] {
        let walk = "[[exercise]]\nname = \"Walk\"\ntime = \"10s\"\nprepare = 0\n";
        let text = format!("format = 1\ntitle = \"x\"\n[schedule]\n{schedule}\n{walk}");
        machine.write("walk.toml", text);
        let arguments = ["guide", "walk.toml", "--rehearse"];
        let ended = machine.command(arguments).output().unwrap();
        let stdout = String::from_utf8(ended.stdout).unwrap();
        assert_eq!(ended.status.code(), Some(0), "{stdout}");
        assert!(stdout.contains(told), "{stdout}");
    }
}

#[test]
fn why_something_was_left_out_takes_one_key_and_enter_alone_leaves_it() {
    use supple::history::WhyLeftOut;
    for (key, why) in [("2", Some(WhyLeftOut::TooHard)), ("\r", None), ("q", None)] {
        let mut terminal = Terminal::start();
        terminal.begin();
        terminal.press("\u{1b}[C").read_to("hurt now,").press("\r");
        terminal
            .read_to("Why was something left out? 1 No time, 2 Too hard,")
            .press(key);
        assert!(terminal.end().success());
        assert_eq!(terminal.session().left_out, why, "{key:?}");
    }
}
