//! What a desktop brings to a window: letters that are put together from several keys, and what is copied
//! from one program to another. All of it goes through a note, down to the record.

use std::process::{Command, Stdio};

use crate::patience::await_that;
use crate::process::{Process, missing};
use crate::screen::Screen;
use crate::screen_reader::Sitting;

const SETTINGS: &str = "safety_card_seen = true\nmuted = true\nvoice = false\n";

/// Letters of several scripts, one that stands apart from its mark, and a picture.
const COPIED: &str = "Grüße — naïve, Übung 你好, e\u{301}, 🙂";

#[test]
fn letters_of_two_keys_and_what_was_copied_come_into_a_note_and_out_of_it() {
    let mut sitting = Sitting::with(SETTINGS, &["open", "back.toml", "--start"]);
    sitting.reader.focused("Does anything hurt right now?");
    sitting.leads_to("Return", "Hold, left side, 10 minutes.");
    sitting.leads_to("Escape", "Keep going");
    sitting.leads_to("n", "Enough for this time.");
    sitting.walks_to("How it went, for yourself or your physiotherapist");

    let screen = &sitting.screen;
    run(screen, &["setxkbmap", "-layout", "us", "-variant", "intl"]);
    screen.ask(&["windowactivate", "--sync", &sitting.window.0]);
    for pair in [
        ["dead_acute", "e"],
        ["dead_diaeresis", "u"],
        ["dead_tilde", "n"],
    ] {
        screen.ask(&["key", pair[0], "key", pair[1]]);
    }
    // What no letter is put together from leaves nothing half.
    screen.ask(&["key", "dead_acute", "key", "space", "key", "a"]);

    let copied = sitting.machine.write("copied", COPIED);
    let copied = copied.to_str().unwrap();
    let mut other = Command::new("xclip");
    other.args(["-selection", "clipboard", "-quiet", copied]);
    screen.shows(&mut other);
    let other = Process::start(other.stdout(Stdio::null()), sitting.machine.folder.path());
    await_that("another program has copied it", || {
        clipboard(screen) == COPIED
    });
    screen.ask(&["key", "ctrl+v", "key", "shift+Insert"]);
    screen.ask(&["key", "ctrl+a", "key", "ctrl+c"]);
    let note = format!("éüñ'a{COPIED}{COPIED}");
    await_that("it is copied out of the note", || clipboard(screen) == note);
    drop(other);
    // By the older keys too.
    screen.ask(&[
        "key",
        "ctrl+End",
        "key",
        "shift+Left",
        "key",
        "shift+Delete",
    ]);
    await_that("its end is cut out", || clipboard(screen) == "🙂");
    screen.ask(&["key", "shift+Insert", "key", "ctrl+a", "key", "ctrl+Insert"]);
    await_that("it is copied once more", || clipboard(screen) == note);
    screen.ask(&["key", "End"]);
    screen.ask(&["key", "ctrl+Return"]);
    sitting.machine.wait_for_line(&note);
}

#[test]
fn in_a_session_nothing_is_fetched_from_a_program_that_may_hang() {
    let mut sitting = Sitting::with(SETTINGS, &["open", "back.toml", "--start"]);
    sitting.reader.focused("Does anything hurt right now?");
    sitting.leads_to("Return", "Hold, left side, 10 minutes.");
    let copied = sitting.machine.write("copied", COPIED);
    let screen = &sitting.screen;
    let mut other = Command::new("xclip");
    // It ends when it has been asked twice.
    other.args(["-selection", "clipboard", "-quiet", "-loops", "2"]);
    screen.shows(other.arg(copied));
    let _other = Process::start(other.stdout(Stdio::null()), sitting.machine.folder.path());
    await_that("another program has copied it", || {
        clipboard(screen) == COPIED
    });
    screen.ask(&["windowactivate", "--sync", &sitting.window.0]);
    // V has a meaning there, and so this is one slip away.
    screen.ask(&["key", "ctrl+v", "key", "h"]);
    sitting.machine.wait_for_line("\"hurt\"");
    assert_eq!(clipboard(screen), COPIED, "nobody has asked in between");
}

/// What was copied last.
fn clipboard(screen: &Screen) -> String {
    let mut asked = Command::new("xclip");
    screen.shows(asked.args(["-selection", "clipboard", "-out"]));
    let answer = asked.output();
    let answer = answer.unwrap_or_else(|error| missing("xclip", &error));
    String::from_utf8_lossy(&answer.stdout).into_owned()
}

fn run(screen: &Screen, command: &[&str]) {
    let mut program = Command::new(command[0]);
    screen.shows(program.args(&command[1..]));
    let ended = program.status();
    let ended = ended.unwrap_or_else(|error| missing(command[0], &error));
    assert!(ended.success(), "{command:?}");
}
