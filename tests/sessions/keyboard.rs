//! The guide in a terminal, with someone at its keyboard.

#[cfg(target_os = "linux")]
use std::fs::File;
#[cfg(target_os = "linux")]
use std::path::PathBuf;
#[cfg(target_os = "linux")]
use std::process::Stdio;
use std::rc::Rc;

use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
use supple::history::{History, SessionOutcome};
use supple::session::StopReason;

use crate::machine::Machine;
use crate::patience::await_that;
use crate::terminal::{ROUTINE, Terminal};

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

#[cfg(target_os = "linux")]
const LONG: &str = "format = 1\ntitle = \"Long\"\n[[exercise]]\nname = \"Knee\"\nhold = \"10m\"\nreps = 1\nprepare = 0\n";

/// libpulse says every few seconds that the session's folder is another user's, as with `sudo -E`.
#[cfg(target_os = "linux")]
#[test]
fn what_the_library_of_the_sound_writes_is_not_seen_in_the_guide() {
    const WRITTEN: &str = "XDG_RUNTIME_DIR";
    let machine = Machine::new();
    machine.write("open.toml", ROUTINE);
    machine.write("long.toml", LONG);
    machine.write("config/settings.toml", "voice = false\n");
    let sound = "pcm.!default { type pulse }\nctl.!default { type pulse }\n";
    let sound = machine.write("alsa.conf", sound);
    let mut runtime = machine.path("of-another");
    std::fs::create_dir(&runtime).unwrap();
    // Only the system's administrator can give a folder away, and the root of all is no other's than theirs.
    if std::os::unix::fs::chown(&runtime, Some(65_534), None).is_err() {
        runtime = PathBuf::from("/");
    }
    let guide = |routine| {
        let mut guide = machine.command(["guide", routine]);
        guide
            .env("ALSA_CONFIG_PATH", &sound)
            .env("XDG_RUNTIME_DIR", &runtime)
            .env_remove("PULSE_SERVER");
        guide
    };
    // A file gets what it writes.
    let log = machine.path("errors");
    let mut other = guide("long.toml");
    other
        .stdout(Stdio::null())
        .stderr(File::create(&log).unwrap());
    let mut other = other.spawn().unwrap();
    await_that("the library writes", || {
        std::fs::read_to_string(&log).unwrap().contains(WRITTEN)
    });
    other.kill().unwrap();
    other.wait().unwrap();

    let guide = guide("open.toml");
    let mut terminal = Terminal::running(Rc::new(machine), guide, None);
    terminal.begin().read_to("There is no sound");
    terminal.press("\r").read_to("hurt now,").press("2\r");
    assert!(terminal.end().success());
    let shown = std::mem::take(&mut terminal.all) + &terminal.read_to_the_end();
    assert!(!shown.contains(WRITTEN), "{shown}");
}
