//! What is asked and answered about pain in the terminal.

use std::io::Write as _;
use std::rc::Rc;

use crate::terminal::{ROUTINE, Terminal};

#[test]
fn pain_is_told_in_digits_of_any_script_and_any_other_sign_is_answered() {
    let mut terminal = Terminal::start();
    terminal.read_to("Press space").press(" ");
    terminal.read_to("right now?");
    for sign in ["_", "²", "八", "+", "g", "e", "t"] {
        terminal.press(sign).read_to("not a digit");
    }
    terminal.press("۲").read_to("Pain 2.").press("\r");
    terminal.read_to("In your own time").press("\r");
    terminal
        .read_to("hurt now,")
        .press("x")
        .read_to("not a digit");
    terminal.press("３").read_to("Pain 3.").press("\r");
    assert!(terminal.end().success());
    let session = terminal.session();
    assert_eq!(
        (session.pain_before, session.pain_after),
        (Some(2), Some(3))
    );
}

#[test]
fn it_hurts_is_answered_at_every_question_and_behind_a_letter_of_an_older_encoding() {
    let mut terminal = Terminal::start();
    let start = "Press space when you are ready.";
    terminal
        .read_to(start)
        .press("h")
        .read_to("rest today: press q");
    // And a key that means nothing says what does.
    terminal.press("x").read_to(start).press(" ");
    terminal
        .read_to("right now?")
        .press("h")
        .read_to("Say how much");
    terminal.press("x").read_to("not a digit").press("2\r");
    terminal.read_to("In your own time");
    terminal.keyboard.write_all(b"\xe9h").unwrap();
    terminal.read_to("go on carefully").press("q");
    terminal
        .read_to("hurt now,")
        .press("h")
        .read_to("Say how much");
    terminal.press("3\r");
    assert!(terminal.end().success());
    assert_eq!(terminal.session().pain_after, Some(3));
}

#[test]
fn what_was_put_off_because_of_pain_is_not_gone_on_with_and_pain_is_minded_for_other_routines() {
    let hold = "[[exercise]]\nname = \"Knee\"\nhold = \"1s\"\nreps = 1\nprepare = 0\n";
    let (top, open) = ROUTINE.split_once("[[exercise]]").unwrap();
    let mut terminal = Terminal::guiding(&format!("{top}{hold}[[exercise]]{open}"));
    terminal.begin();
    terminal.press("t").read_to("hurt now,").press("2\r");
    assert!(terminal.end().success());

    let machine = Rc::clone(&terminal.machine);
    let mut terminal = Terminal::of(Rc::clone(&machine), None);
    terminal.read_to("Press g to go on").press(" ");
    terminal.read_to("right now?").press("8\r");
    terminal.read_to("Press q to rest today").press("q");
    assert!(terminal.end().success());

    let mut terminal = Terminal::of(Rc::clone(&machine), None);
    terminal.read_to("Rest today. You put it off");
    terminal
        .read_to("Press space when you are ready.")
        .press("q");
    assert!(terminal.end().success());

    machine.write("neck.toml", ROUTINE.replace("One open step", "Neck"));
    let guide = machine.command(["guide", "neck.toml"]);
    let mut terminal = Terminal::running(machine, guide, None);
    terminal.read_to("Rest today. You put another routine off");
    terminal.read_to("Press space").press("q");
    assert!(terminal.end().success());
}

#[test]
fn too_much_pain_and_too_many_sessions_are_met_with_advice() {
    let safety = "[author]\nname = \"Jo\"\ncontact = \"555 0134\"\n\
                  [schedule]\nmax_per_day = 1\n[safety]\npain_limit = 3\n[[exercise]]";
    let routine = ROUTINE.replace("[[exercise]]", safety);
    let mut terminal = Terminal::guiding(&routine);
    terminal.begin();
    terminal.press("d").read_to("hurt now,").press("4\r");
    for reported in [
        "above the limit that your routine sets.",
        "ask whoever gave you",
        "chest pain",
        "above 3 of 10",
        "555 0134",
    ] {
        terminal.read_to(reported);
    }
    assert!(terminal.end().success());

    let again = guided_again(&terminal);
    assert!(
        again.contains("Rest today. Your pain was 4 afterwards, and the limit is 3."),
        "{again}"
    );

    let mut terminal = Terminal::guiding(&routine);
    terminal.begin();
    terminal.press("d").read_to("hurt now,").press("2\r");
    assert!(terminal.end().success());
    let again = guided_again(&terminal);
    assert!(
        again.contains("as often as its author allows for one day (1)"),
        "{again}"
    );
}

#[test]
fn much_pain_before_a_session_is_answered_though_the_author_sets_no_limit() {
    let mut terminal = Terminal::start();
    terminal.read_to("Press space").press(" ");
    terminal.read_to("right now?").press("9\r");
    for reported in [
        "Better not today",
        "9 out of 10",
        "chest pain",
        "Press q to rest today",
    ] {
        terminal.read_to(reported);
    }
    terminal.press("q").read_to("Rest today.");
    assert!(terminal.end().success());
}

/// What the guide says when the same routine is begun once more, in a pipe.
fn guided_again(terminal: &Terminal) -> String {
    let again = terminal.machine.command(["guide", "open.toml"]).output();
    String::from_utf8(again.unwrap().stdout).unwrap()
}

#[test]
fn pain_that_rose_is_met_with_advice_and_pain_that_did_not_is_not() {
    for (after, is_advised) in [("2", false), ("3", true)] {
        let mut terminal = Terminal::start();
        terminal.begin();
        terminal
            .press("d")
            .read_to("hurt now,")
            .press(&format!("{after}\r"));
        assert!(terminal.end().success());
        let rest = terminal.read_to_the_end();
        assert_eq!(rest.contains("more than before"), is_advised, "{rest}");
        assert_eq!(rest.contains("Rest for today"), is_advised, "{rest}");
    }
}
