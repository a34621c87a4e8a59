//! How a session in the terminal ends, and goes on.

use std::rc::Rc;

use rustix::process::{Pid, Signal, kill_process};
use supple::history::{History, Log, SessionOutcome};
use supple::session::StopReason;

use crate::terminal::{ROUTINE, Terminal};

#[test]
fn however_a_session_ends_the_pain_after_it_can_be_told_and_need_not_be() {
    let stopped = SessionOutcome::Stopped;
    for (hurts, key, answer, outcome, pain) in [
        (false, "d", "3\r", SessionOutcome::Completed, Some(3)),
        (false, "d", "\r", SessionOutcome::Completed, None),
        (false, "t", "4\r", stopped(StopReason::NoTime), Some(4)),
        (false, "qq", "10\r", stopped(StopReason::Other), Some(10)),
        (false, "q\r", "q", stopped(StopReason::Other), None),
        (false, "qq", "3\u{3}", stopped(StopReason::Other), Some(3)),
        (true, "q", "15\r", stopped(StopReason::Pain), Some(5)),
    ] {
        let mut terminal = Terminal::start();
        terminal.begin();
        if hurts {
            terminal.press("h").read_to("go on carefully");
        }
        terminal.press(key).read_to("hurt now,").press(answer);
        assert!(terminal.end().success(), "{key} {answer}");
        let session = terminal.session();
        let reported = (session.outcome, session.pain_before, session.pain_after);
        assert_eq!(reported, (outcome, Some(2), pain), "{key} {answer}");
    }
}

#[test]
fn a_session_that_another_copy_let_go_meanwhile_is_not_gone_on_with() {
    let hold = "[[exercise]]\nname = \"Knee\"\nhold = \"1s\"\nreps = 1\nprepare = 0\n";
    let (top, open) = ROUTINE.split_once("[[exercise]]").unwrap();
    let mut terminal = Terminal::guiding(&format!("{top}{hold}[[exercise]]{open}"));
    terminal.begin();
    terminal.child.kill().unwrap();
    let mut terminal = Terminal::of(Rc::clone(&terminal.machine), None);
    terminal.read_to("Press g to go on");

    let other = Log::open(&terminal.machine.folders()).unwrap();
    other.close(other.history().sessions[0].id);
    other.flush().unwrap();
    terminal.press("g").read_to("under way or over in another");
    terminal.begin();
    terminal.press("d").read_to("hurt now,").press("\r");
    assert!(terminal.end().success());
    let history = History::read(&terminal.machine.folders().log());
    let outcomes = history.sessions.iter().map(|session| session.outcome);
    let expected = [SessionOutcome::Completed, SessionOutcome::Interrupted];
    assert_eq!(outcomes.collect::<Vec<_>>(), expected);
}

#[test]
fn of_copies_that_go_on_with_a_session_at_the_same_moment_one_does_and_the_others_say_why_not() {
    let hold = "[[exercise]]\nname = \"Knee\"\nhold = \"1s\"\nreps = 1\nprepare = 0\n";
    let (top, open) = ROUTINE.split_once("[[exercise]]").unwrap();
    let mut terminal = Terminal::guiding(&format!("{top}{hold}[[exercise]]{open}"));
    terminal.begin();
    terminal.child.kill().unwrap();
    let machine = Rc::clone(&terminal.machine);
    for _ in 0..3 {
        let mut copies = [(); 3].map(|()| Terminal::of(Rc::clone(&machine), None));
        for copy in &mut copies {
            copy.read_to("Press g to go on");
        }
        for copy in &mut copies {
            copy.press("g");
        }
        let going_on = copies.iter_mut().filter_map(|copy| {
            let reported =
                copy.read_to_one_of(["In your own time", "under way or over in another"]);
            (reported == 0).then_some(())
        });
        assert_eq!(going_on.count(), 1);
        for copy in &mut copies {
            copy.child.kill().unwrap();
            copy.child.wait().unwrap();
        }
    }
}

#[test]
fn whoever_leaves_the_program_is_asked_nothing_more() {
    const CONTROL_C: &str = "\u{3}";
    let mut terminal = Terminal::start();
    terminal.begin().press(CONTROL_C);
    terminal.read_to("Enough for this time.");
    assert!(terminal.end().success());
    let outcome = terminal.session().outcome;
    assert_eq!(outcome, SessionOutcome::Stopped(StopReason::Other));
}

#[test]
fn what_the_system_ends_is_cut_off_and_can_be_gone_on_with_unless_it_hurts() {
    let stopped = SessionOutcome::Stopped(StopReason::Pain);
    for (signal, keys, outcome) in [
        (Signal::TERM, "", SessionOutcome::Interrupted),
        (Signal::HUP, "", SessionOutcome::Interrupted),
        (Signal::HUP, "q", SessionOutcome::Interrupted),
        (Signal::TERM, "h", stopped),
    ] {
        let another = ROUTINE.replace("Breathe", "Breathe again");
        let (_, another) = another.split_once("[[exercise]]").unwrap();
        let mut terminal = Terminal::guiding(&format!("{ROUTINE}\n[[exercise]]{another}"));
        terminal.begin().press("d").read_to("In your own time");
        terminal.press(keys);
        match keys {
            "q" => drop(terminal.read_to("End the session")),
            "h" => drop(terminal.read_to("go on carefully")),
            _ => {}
        }
        kill_process(Pid::from_child(&terminal.child), signal).unwrap();
        assert!(terminal.end().success(), "{signal:?} {keys:?}");
        assert_eq!(terminal.session().outcome, outcome, "{signal:?} {keys:?}");

        let mut again = Terminal::of(Rc::clone(&terminal.machine), None);
        let offers = ["go on from there", "Press space when you are ready."];
        let offer = again.read_to_one_of(offers);
        assert_eq!(offer == 0, outcome == SessionOutcome::Interrupted);
        again.press("q");
        assert!(again.end().success());
    }
}
