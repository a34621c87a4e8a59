//! The guide in a terminal, with someone at its keyboard.

use std::ffi::OsStr;
use std::fs::{File, OpenOptions};
use std::io::{Read as _, Write as _};
use std::os::unix::ffi::OsStrExt as _;
use std::process::{Child, Command, ExitStatus};
use std::rc::Rc;
use std::sync::mpsc::{self, Receiver};
use std::thread;

use rustix::process::{Pid, Signal, kill_process};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
use supple::history::{History, Log, RecordedSession, SessionOutcome};
use supple::session::StopReason;

use crate::machine::Machine;
use crate::patience::{PATIENCE, await_that};

const ROUTINE: &str = r#"
format = 1
title = "One open step"

[[exercise]]
name = "Breathe"
kind = "open"
prepare = 0
"#;

/// `supple guide` in a terminal of its own.
struct Terminal {
    machine: Rc<Machine>,
    child: Child,
    /// Where the keys are pressed.
    keyboard: File,
    /// What comes on the screen, until the program has let go of it.
    screen: Receiver<Vec<u8>>,
    shown: String,
    /// All that was shown, from the beginning.
    all: String,
}

impl Terminal {
    fn start() -> Self {
        Self::guiding(ROUTINE)
    }

    fn guiding(routine: &str) -> Self {
        Self::writing_to(routine, None)
    }

    /// With the output in this file of the machine, or else in the terminal too.
    fn writing_to(routine: &str, file: Option<&str>) -> Self {
        let machine = Machine::new();
        machine.write("open.toml", routine);
        Self::of(Rc::new(machine), file)
    }

    fn of(machine: Rc<Machine>, file: Option<&str>) -> Self {
        let guide = machine.command(["guide", "open.toml"]);
        Self::running(machine, guide, file)
    }

    /// A command of the program, in a terminal that calls itself xterm unless it says otherwise.
    fn running(machine: Rc<Machine>, mut command: Command, file: Option<&str>) -> Self {
        if !command.get_envs().any(|(name, _)| name == "TERM") {
            command.env("TERM", "xterm");
        }
        let screen = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        grantpt(&screen).unwrap();
        unlockpt(&screen).unwrap();
        let name = ptsname(&screen, Vec::new()).unwrap();
        let mut options = OpenOptions::new();
        let terminal = options
            .read(true)
            .write(true)
            .open(OsStr::from_bytes(name.to_bytes()))
            .unwrap();
        let child = command
            .stdin(terminal.try_clone().unwrap())
            .stdout(match file {
                Some(file) => File::create(machine.path(file)).unwrap(),
                None => terminal.try_clone().unwrap(),
            })
            .stderr(terminal)
            .spawn()
            .unwrap();
        let keyboard = File::from(screen);
        Self {
            machine,
            child,
            screen: watch(keyboard.try_clone().unwrap()),
            keyboard,
            shown: String::new(),
            all: String::new(),
        }
    }

    /// Waits for these words, and forgets what was shown before them.
    fn read_to(&mut self, words: &str) -> &mut Self {
        loop {
            if let Some(at) = self.shown.find(words) {
                self.shown.drain(..at + words.len());
                return self;
            }
            match self.screen.recv_timeout(PATIENCE) {
                Ok(bytes) => {
                    let text = String::from_utf8_lossy(&bytes);
                    self.shown += &text;
                    self.all += &text;
                }
                Err(why) => panic!("no {words:?} in {:?}: {why}", self.shown),
            }
        }
    }

    /// Waits for one of these, and tells which came first.
    fn read_to_one_of<const COUNT: usize>(&mut self, words: [&str; COUNT]) -> usize {
        loop {
            let shown = words.map(|words| self.shown.find(words));
            let first = (0..COUNT).filter(|at| shown[*at].is_some());
            if let Some(first) = first.min_by_key(|at| shown[*at]) {
                return first;
            }
            match self.screen.recv_timeout(PATIENCE) {
                Ok(bytes) => self.shown += &String::from_utf8_lossy(&bytes),
                Err(why) => panic!("none of {words:?} in {:?}: {why}", self.shown),
            }
        }
    }

    /// All that is left of what was shown, once the program has ended.
    fn read_to_the_end(&mut self) -> String {
        for bytes in &self.screen {
            self.shown += &String::from_utf8_lossy(&bytes);
        }
        std::mem::take(&mut self.shown)
    }

    fn press(&mut self, keys: &str) -> &mut Self {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self
    }

    /// Through all questions to the open step.
    fn begin(&mut self) -> &mut Self {
        self.read_to("Press space").press(" ");
        self.read_to("right now?").press("2\r");
        self.read_to("In your own time")
    }

    fn end(&mut self) -> ExitStatus {
        let mut status = None;
        await_that("the guide ends", || {
            status = self.child.try_wait().unwrap();
            status.is_some()
        });
        status.unwrap()
    }

    fn session(&self) -> RecordedSession {
        let mut history = History::read(&self.machine.folders().log());
        history.sessions.remove(0)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Passes on what comes on a screen. One that the program has let go of can no longer be read.
fn watch(mut screen: File) -> Receiver<Vec<u8>> {
    let (shown, seen) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(read @ 1..) = screen.read(&mut bytes) {
            if shown.send(bytes[..read].to_vec()).is_err() {
                return;
            }
        }
    });
    seen
}

#[test]
#[cfg(not(target_os = "macos"))]
fn without_a_display_that_answers_the_terminal_guides_instead() {
    // Nobody serves a display of such a number; without a name the first shipped routine is offered.
    for (arguments, title) in [
        (&["open", "open.toml"][..], "One open step"),
        (&[], "Lower back relief"),
    ] {
        for display in [None, Some(":64321")] {
            let machine = Machine::new();
            machine.write("open.toml", ROUTINE);
            let mut command = machine.command(arguments);
            for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
                command.env_remove(name);
            }
            command.envs(display.map(|display| ("DISPLAY", display)));
            let mut terminal = Terminal::running(Rc::new(machine), command, None);
            terminal.read_to("no display").read_to(title);
            // Nothing begins by itself.
            terminal.read_to("Press space").press("q");
            assert!(terminal.end().success());
            assert_eq!(
                History::read(&terminal.machine.folders().log()).sessions,
                []
            );
        }
    }
}

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
fn of_copies_that_would_go_on_with_a_session_at_the_same_moment_one_does_and_the_others_are_reported()
 {
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
fn a_guide_that_was_stopped_and_goes_on_hears_its_keys_again() {
    let mut terminal = Terminal::start();
    terminal.begin();
    let modes = || tcgetattr(&terminal.keyboard).unwrap();
    let is_raw = || !modes().local_modes.contains(LocalModes::ICANON);
    await_that("the keys", is_raw);
    let process = Pid::from_child(&terminal.child);
    kill_process(process, Signal::STOP).unwrap();
    // As a shell does in between.
    let mut of_a_shell = modes();
    of_a_shell.local_modes |= LocalModes::ICANON | LocalModes::ECHO;
    tcsetattr(&terminal.keyboard, OptionalActions::Now, &of_a_shell).unwrap();
    kill_process(process, Signal::CONT).unwrap();
    await_that("the keys", is_raw);
    terminal.press("h").read_to("go on carefully").press("q");
    terminal.read_to("hurt now,").press("\r");
    assert!(terminal.end().success());
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
fn it_hurts_is_heard_with_caps_lock_and_control_ends_nothing() {
    const CONTROL_T: &str = "\u{14}";
    const CONTROL_Q: &str = "\u{11}";
    let mut terminal = Terminal::start();
    terminal.begin();
    terminal.press(CONTROL_T).press(CONTROL_Q).press("H");
    terminal.read_to("go on carefully");
    terminal.press("Q").read_to("hurt now,").press("10\r");
    assert!(terminal.end().success());
    let session = terminal.session();
    assert_eq!(session.outcome, SessionOutcome::Stopped(StopReason::Pain));
    assert_eq!(session.pain_after, Some(10));
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
fn the_end_is_asked_about_and_any_other_key_goes_on() {
    let mut terminal = Terminal::start();
    terminal.begin();
    for (first, second) in [("q", "x"), ("q", "t"), ("\u{1b}", " "), ("q", "\u{1b}")] {
        terminal.press(first).read_to("to end it").press(second);
        // The time goes on, which stood still for the question.
        terminal.read_to("In your own time");
    }
    terminal.press(" ").read_to("Paused");
    terminal.press("q").read_to("to end it").press("x");
    terminal.read_to("Paused").press(" ");
    terminal.read_to("In your own time");
    // It hurts is heard at the question too.
    terminal.press("q").read_to("to end it").press("h");
    terminal.read_to("go on carefully").press("g");
    terminal.read_to("In your own time").press("d");
    terminal.read_to("hurt now,").press("2\r");
    assert!(terminal.end().success());
    assert_eq!(terminal.session().outcome, SessionOutcome::Completed);
}

#[test]
fn signs_of_latin_keyboards_and_what_is_pasted_end_no_session() {
    let mut terminal = Terminal::start();
    terminal.begin();
    for sign in [";", "/", "е", "Е"] {
        terminal.press(sign).read_to("That key does nothing here.");
    }
    terminal.press("\u{1b}[200~thanks, see you quite\rsoon\u{1b}[201~");
    terminal.press("h").read_to("go on carefully");
    terminal.press("\u{1b}[200~quit\u{1b}[201~").press("g");
    terminal.read_to("In your own time").press("d");
    terminal.read_to("hurt now,").press("\r");
    assert!(terminal.end().success());
    assert_eq!(terminal.session().outcome, SessionOutcome::Completed);
    // The terminal was asked to mark what is pasted, and no longer to.
    let shown = std::mem::take(&mut terminal.all) + &terminal.read_to_the_end();
    let ways = ["\u{1b}[?2004h", "\u{1b}[?2004l"].map(|way| shown.find(way));
    assert!(ways[0].is_some() && ways[0] < ways[1], "{shown:?}");
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
fn an_optional_exercise_that_was_skipped_is_no_gap_in_the_history() {
    let optional = "[[exercise]]\nname = \"Knee\"\noptional = true\nprepare = \"1m\"\n";
    let (top, open) = ROUTINE.split_once("[[exercise]]").unwrap();
    let mut terminal = Terminal::guiding(&format!("{top}{optional}[[exercise]]{open}"));
    terminal.read_to("Press space").press(" ");
    terminal.read_to("right now?").press("2\r");
    terminal.read_to("Get ready").press("h");
    terminal.read_to("go on carefully").press("s");
    terminal.read_to("In your own time").press("d");
    terminal.read_to("1 of 1 done");
    terminal.read_to("hurt now,").press("2\r");
    assert!(terminal.end().success());
    let table = terminal.machine.command(["history"]).output().unwrap();
    let table = String::from_utf8(table.stdout).unwrap();
    assert!(table.contains("1 of 1 done"), "{table}");
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

#[test]
fn with_the_output_elsewhere_questions_are_seen_and_no_line_begins_where_another_ended() {
    let mut terminal = Terminal::writing_to(ROUTINE, Some("out"));
    terminal.read_to("Before you begin").read_to("h it hurts");
    terminal.read_to("Press space").press(" ");
    terminal.read_to("right now?").press("2\r");
    let file = terminal.machine.path("out");
    let written = || std::fs::read_to_string(&file).unwrap();
    await_that("the step begins", || written().contains("In your own time"));
    terminal.press("h").read_to("chest pain");
    terminal.read_to("go on carefully").press("q");
    terminal.read_to("hurt now,").press("2\r");
    assert!(terminal.end().success());
    let out = written();
    assert!(out.contains("Before you begin"), "{out}");
    assert_eq!(
        out.matches('\n').count(),
        out.matches("\r\n").count(),
        "{out:?}"
    );
}

#[test]
fn a_terminal_without_escape_codes_gets_none() {
    for (kind, has_codes) in [("dumb", false), ("xterm", true)] {
        let machine = Machine::new();
        machine.write("open.toml", ROUTINE);
        let mut guide = machine.command(["guide", "open.toml"]);
        guide.env("TERM", kind);
        let mut terminal = Terminal::running(Rc::new(machine), guide, None);
        terminal
            .begin()
            .press("\r")
            .read_to("hurt now,")
            .press("2\r");
        assert!(terminal.end().success());
        let shown = std::mem::take(&mut terminal.all) + &terminal.read_to_the_end();
        assert_eq!(shown.contains('\u{1b}'), has_codes, "{kind}: {shown:?}");
    }
}

/// What a library writes to the error stream would run over the guide's lines.
#[cfg(target_os = "linux")]
#[test]
fn nothing_but_the_guide_writes_to_its_terminal() {
    for file in [None, Some("out")] {
        let mut terminal = Terminal::writing_to(ROUTINE, file);
        terminal.read_to("Press space");
        let errors = format!("/proc/{}/fd/2", terminal.child.id());
        let leads_to = std::fs::read_link(errors).unwrap();
        assert_eq!(leads_to.to_str(), Some("/dev/null"));
        terminal.press("q");
        assert!(terminal.end().success());
    }
}
