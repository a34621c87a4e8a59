//! Pain as it is typed on keyboards of other layouts, down to the record.

use std::fs;
use std::process::Command;

use supple::history::History;

use crate::patience::await_that;
use crate::process::{Process, missing};
use crate::screen::Screen;
use crate::{LONG, machine};

/// The key of a digit by its place, as X counts keys.
fn place_of(digit: u8) -> String {
    (9 + digit).to_string()
}

#[test]
fn the_pain_that_is_typed_is_the_pain_on_record_whatever_the_layout() {
    // One after the other, each begins a session and is ended.
    for layout in ["fr", "cz"] {
        let machine = machine();
        machine.write(
            "config/settings.toml",
            "safety_card_seen = true\nmuted = true\nvoice = false\n",
        );
        // Both digits are pain that the author allows.
        let allows = "format = 1\nsafety = { pain_limit = 6 }\n";
        machine.write("long.toml", LONG.replace("format = 1\n", allows));
        let folder = machine.folder.path();
        let screen = Screen::start(folder);
        let mut set = Command::new("setxkbmap");
        screen.shows(set.arg(layout));
        let set = set.status();
        let set = set.unwrap_or_else(|error| missing("setxkbmap", &error));
        assert!(set.success(), "{layout}");
        for digit in [4, 6] {
            for shift in [false, true] {
                let place = place_of(digit);
                let mut program = machine.command(["open", "long.toml", "--start"]);
                screen.shows(&mut program);
                let program = Process::start(&mut program, folder);
                let window = screen.window_of(&program);
                screen.ask(&["windowactivate", "--sync", &window.0]);
                if shift {
                    screen.ask(&["keydown", "Shift_L", "key", &place, "keyup", "Shift_L"]);
                } else {
                    screen.ask(&["key", &place]);
                }
                screen.press(&window, "Return");
                await_that("the session begins", || machine.lines().contains("started"));
                drop(program);
                let history = History::read(&machine.folders().log());
                let pain = history.sessions[0].pain_before;
                assert_eq!(pain, Some(digit), "{layout}, with Shift: {shift}");
                fs::remove_dir_all(machine.folders().log()).unwrap();
            }
        }
    }
}
