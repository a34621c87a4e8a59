//! What a screen reader says of the program: the program itself, read over AT-SPI by a client that says
//! what the Orca of Debian 12 says.

use std::io::{BufRead, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::{fs, thread};

use serde_json::Value;
use supple::clock;
use supple::library::read_file;
use supple::ui::learn::PAGES;
use supple::words::Words;

use crate::machine;
use crate::machine::Machine;
use crate::patience::{PATIENCE, await_that};
use crate::process::{Process, missing};
use crate::recorded::record_holds;
use crate::screen::{Screen, Window};

/// Both sides, long enough for nothing to end by itself.
pub(crate) const ROUTINE: &str = r#"
format = 1
id = "back"
title = "For the back"
safety = { pain_limit = 5, stop_if = ["numbness in the legs"] }

[[exercise]]
name = "Knee to chest"
sides = "each"
prepare = 0
switch = 0
rest_after = 0
hold = "10m"
reps = 1
"#;

/// A screen reader on a bus of its own.
pub(crate) struct Reader {
    program: Child,
    /// It ends when this does.
    input: Option<ChildStdin>,
    lines: Receiver<Value>,
    pub(crate) bus: String,
    /// All that was said since it was last asked for something.
    said: Vec<Value>,
}

impl Reader {
    /// For programs on the display that `shows` lets them use.
    pub(crate) fn start(shows: impl Fn(&mut Command), folder: &Path) -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/record/screen_reader.py");
        let log = fs::File::create(folder.join("screen_reader.log")).unwrap();
        let mut command = Command::new("dbus-run-session");
        // The system's own Python is the one that the system's packages are for.
        command
            .args(["--", "/usr/bin/python3"])
            .arg(script)
            .env("HOME", folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(log);
        shows(&mut command);
        let program = command.spawn();
        let mut program = program.unwrap_or_else(|error| missing("dbus-run-session", &error));
        let (tell, lines) = mpsc::channel();
        let written = BufReader::new(program.stdout.take().unwrap());
        thread::spawn(move || {
            for line in written.lines().map_while(Result::ok) {
                // The services of the bus write here too, and no JSON.
                if let Ok(line) = serde_json::from_str(&line) {
                    let _ = tell.send(line);
                }
            }
        });
        let mut reader = Self {
            input: program.stdin.take(),
            program,
            lines,
            bus: String::new(),
            said: Vec::new(),
        };
        let listens = reader.next("the screen reader listens");
        listens["bus"].as_str().unwrap().clone_into(&mut reader.bus);
        reader
    }

    fn next(&self, what: &str) -> Value {
        let line = self.lines.recv_timeout(PATIENCE);
        line.unwrap_or_else(|_| {
            let said = |line: &Value| format!("{} {}: {}", line["by"], line["role"], line["said"]);
            let said: Vec<_> = self.said.iter().map(said).collect();
            panic!("in vain waited that {what}; said: {said:#?}")
        })
    }

    /// Waits until it says these words, and tells how it came to say them.
    pub(crate) fn hears(&mut self, words: &str) -> Value {
        loop {
            let line = self.next(&format!("“{words}” is said"));
            let is_it = line["said"]
                .as_str()
                .is_some_and(|said| said.contains(words));
            // Debian's Orca knows no announcements.
            if is_it && line["by"] != "announcement" {
                self.said.clear();
                return line;
            }
            self.said.push(line);
        }
    }

    /// All that the program shows, whatever was said meanwhile.
    pub(crate) fn tree(&mut self) -> Value {
        let input = self.input.as_mut().unwrap();
        input.write_all(b"tree\n").unwrap();
        loop {
            let mut line = self.next("the screen is read");
            if line.get("tree").is_some() {
                return line["tree"].take();
            }
            self.said.push(line);
        }
    }

    /// Waits until the keyboard is at something else, and gives its name.
    fn moved_to(&mut self) -> String {
        loop {
            let line = self.next("the keyboard is at something else");
            if line["by"] == "focus" {
                return line["said"].as_str().unwrap_or_default().to_owned();
            }
            self.said.push(line);
        }
    }

    /// Goes on until the keyboard is on what has this name, and gives it.
    pub(crate) fn focused(&mut self, words: &str) -> Value {
        let line = self.hears(words);
        assert_eq!(line["by"], "focus", "{line}");
        line
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.input = None;
        let _ = self.program.wait();
    }
}

/// Everything in a tree, from above.
pub(crate) fn all(tree: &Value) -> Vec<&Value> {
    let children = tree["children"].as_array().unwrap();
    [tree]
        .into_iter()
        .chain(children.iter().flat_map(all))
        .collect()
}

pub(crate) fn has(item: &Value, state: &str) -> bool {
    item["states"]
        .as_array()
        .unwrap()
        .iter()
        .any(|is| is == state)
}

/// What holds on every screen.
fn is_reported(tree: &Value, screen: &str) {
    let all = all(tree);
    let frame = all.iter().find(|item| item["role"] == "frame").unwrap();
    assert!(
        frame["name"].as_str().unwrap().starts_with("Supple"),
        "{screen}: {frame}"
    );
    let focused: Vec<_> = all.iter().filter(|item| has(item, "focused")).collect();
    assert_eq!(focused.len(), 1, "{screen}: {focused:#?}");
    for item in &all {
        let (role, name) = (
            item["role"].as_str().unwrap(),
            item["name"].as_str().unwrap(),
        );
        // What only holds others together needs no name.
        let holds = matches!(
            role,
            "panel" | "application" | "filler" | "scroll pane" | "scroll bar"
        );
        assert!(holds || !name.is_empty(), "{screen}: {item:#}");
        assert_ne!(name.trim(), "•", "{screen}: {item:#}");
    }
}

/// The program with somebody who listens to it.
pub(crate) struct Sitting {
    // Dropped, and so ended, in this order.
    _program: Process,
    pub(crate) reader: Reader,
    pub(crate) window: Window,
    pub(crate) screen: Screen,
    pub(crate) machine: Machine,
}

impl Sitting {
    pub(crate) fn with(settings: &str, arguments: &[&str]) -> Self {
        Self::drawn_by("", settings, arguments)
    }

    fn drawn_by(renderer: &str, settings: &str, arguments: &[&str]) -> Self {
        Self::after(|_| {}, renderer, settings, arguments)
    }

    /// On a machine on which something has happened before.
    pub(crate) fn after(
        happened: impl FnOnce(&Machine),
        renderer: &str,
        settings: &str,
        arguments: &[&str],
    ) -> Self {
        let machine = machine();
        machine.write("config/settings.toml", settings);
        machine.write("back.toml", ROUTINE);
        happened(&machine);
        let folder = machine.folder.path();
        let screen = Screen::start(folder);
        let reader = Reader::start(|program| screen.shows(program), folder);
        let mut program = machine.command(arguments);
        screen.shows(&mut program);
        program.env("DBUS_SESSION_BUS_ADDRESS", &reader.bus);
        program.env("SUPPLE_RENDERER", renderer);
        // Letters are put together as in any language.
        program.env("LC_ALL", "C.UTF-8");
        let program = Process::start(&mut program, folder);
        let window = screen.window_of(&program);
        Self {
            _program: program,
            reader,
            window,
            screen,
            machine,
        }
    }

    pub(crate) fn press(&self, key: &str) {
        self.screen.press(&self.window, key);
    }

    /// Presses a key, after which the keyboard is at something of this name.
    pub(crate) fn leads_to(&mut self, key: &str, words: &str) -> Value {
        self.press(key);
        let there = self.reader.focused(words);
        self.is_reported(words);
        there
    }

    /// Presses the Tab key until the keyboard is at something of this name. All on the way has a name too.
    fn tabs_to(&mut self, words: &str) {
        /// More than any page has.
        const MOST: usize = 60;
        for _ in 0..MOST {
            self.press("Tab");
            let there = self.reader.moved_to();
            assert_ne!(there, "", "on the way to {words}");
            if there.contains(words) {
                return;
            }
        }
        panic!("the Tab key never comes to {words}");
    }

    /// How wide and high the window is.
    fn size(&self) -> String {
        let of_window = ["getwindowgeometry", "--shell", &self.window.0];
        let lines = self.screen.ask(&of_window);
        let is_size = |line: &&str| line.starts_with("WIDTH") || line.starts_with("HEIGHT");
        lines.lines().filter(is_size).collect()
    }

    /// Presses the keys of a session in this kind of window.
    fn says_what_it_is_at(&mut self, window: &str) {
        self.leads_to("plus", "Hold, left side");
        self.leads_to("space", "Paused.");
        self.leads_to("space", "Hold, left side");
        self.is_reported(window);
    }

    /// Presses Tab until the keyboard is at something of this name.
    pub(crate) fn walks_to(&mut self, words: &str) {
        const MOST_CONTROLS: usize = 40;
        let mut passed = Vec::new();
        for _ in 0..MOST_CONTROLS {
            self.press("Tab");
            let control = loop {
                let line = self.reader.next("Tab goes on");
                if line["by"] == "focus" {
                    break line;
                }
            };
            if control["name"] == words {
                return;
            }
            passed.push(control["name"].to_string());
        }
        panic!("Tab never comes to “{words}”, but to {passed:?}");
    }

    /// The only one that is open, which has this name.
    pub(crate) fn dialog(&mut self, name: &str) -> Value {
        let tree = self.reader.tree();
        let is_dialog = |item: &&Value| matches!(item["role"].as_str(), Some("alert" | "dialog"));
        let dialogs: Vec<_> = all(&tree).into_iter().filter(is_dialog).collect();
        assert_eq!(dialogs.len(), 1, "{dialogs:#?}");
        assert_eq!(dialogs[0]["name"], name);
        dialogs[0].clone()
    }

    pub(crate) fn is_reported(&mut self, screen: &str) {
        // What has just come is read once it is all there.
        let reader = &mut self.reader;
        await_that("the keyboard is on one thing", || {
            let tree = reader.tree();
            all(&tree)
                .iter()
                .filter(|item| has(item, "focused"))
                .count()
                == 1
        });
        is_reported(&self.reader.tree(), screen);
    }
}

#[test]
fn settings_say_what_draws_the_window() {
    for (renderer, said) in [("", "by the processor"), ("gl", "by OpenGL")] {
        let mut sitting = Sitting::drawn_by(renderer, "muted = true\nvoice = false\n", &[]);
        sitting.reader.hears("Good ");
        sitting.leads_to("ctrl+5", "Settings");
        let tree = sitting.reader.tree();
        let said = format!("The window is drawn {said}.");
        assert!(
            all(&tree).iter().any(|item| item["name"] == said.as_str()),
            "{tree:#}"
        );
    }
}

#[test]
fn every_screen_says_where_one_is() {
    let mut sitting = Sitting::with("muted = true\nvoice = false\n", &[]);
    sitting.reader.hears("Good ");
    sitting.is_reported("Today");
    for (key, title) in [
        ("ctrl+2", "Routines"),
        ("ctrl+3", "History"),
        ("ctrl+4", "Learn"),
        ("ctrl+5", "Settings"),
        ("ctrl+1", "Good "),
    ] {
        let title = sitting.leads_to(key, title);
        assert_eq!(title["role"], "heading", "{title}");
    }
    sitting.leads_to("ctrl+5", "Settings");
    sitting.walks_to("Set up reminders");
    let reminders = sitting.leads_to("Return", "Reminders");
    assert_eq!(reminders["role"], "heading", "{reminders}");
    let switch = sitting.leads_to("Tab", "Remind me to move");
    assert_eq!(switch["role"], "toggle button", "{switch}");
    // From the list each page opens by its link, and says its own name.
    let words = Words::of("en");
    for page in PAGES.map(|page| words.find(&format!("learn-{page}-title")).unwrap()) {
        sitting.leads_to("ctrl+4", "Learn");
        sitting.walks_to(&page);
        let title = sitting.leads_to("Return", &page);
        assert_eq!(title["role"], "heading", "{title}");
    }
    sitting.leads_to("ctrl+1", "Good ");
    // Tab goes on from the name of the page.
    let look = sitting.leads_to("Tab", "Look at Lower back relief");
    assert_eq!(look["role"], "push button");
    sitting.leads_to("Return", "Lower back relief");
    sitting.leads_to("Tab", "Start");
    let safety = sitting.leads_to("Return", "Before you begin");
    assert_eq!(safety["role"], "heading", "{safety}");
    let pain = sitting.leads_to("Return", "Does anything hurt right now?");
    assert_eq!(pain["role"], "heading", "{pain}");
    sitting.leads_to("Escape", "Lower back relief");
}

#[test]
fn the_keys_of_a_screen_are_read_in_front_of_it() {
    let settings = "safety_card_seen = true\nmuted = true\nvoice = false\n";
    let mut sitting = Sitting::with(settings, &[]);
    sitting.reader.hears("Good ");
    let close = sitting.leads_to("F1", "Close");
    assert_eq!(close["role"], "push button", "{close}");
    let panel = sitting.dialog("Keys of this screen");
    let names: Vec<_> = all(&panel)
        .iter()
        .map(|item| item["name"].clone())
        .collect();
    for named in ["F1, ?", "these keys"] {
        assert!(names.iter().any(|name| name == named), "{names:#?}");
    }
    sitting.leads_to("Escape", "Good ");
}

#[test]
fn a_file_that_was_opened_is_read_and_so_is_what_came_of_adding_it() {
    let settings = "safety_card_seen = true\nmuted = true\nvoice = false\n";
    let newer = ROUTINE.replace("id = \"back\"", "id = \"back\"\nrevision = 2");
    let happened = |machine: &Machine| {
        machine.write("data/routines/back.toml", newer);
    };
    let mut sitting = Sitting::after(happened, "", settings, &["open", "back.toml"]);
    let title = sitting.reader.focused("For the back");
    assert_eq!(title["role"], "heading", "{title}");
    sitting.is_reported("a file that is older than a routine of theirs");
    sitting.walks_to("Use revision 1");
    sitting.press("Return");
    sitting.reader.hears("You now have this version of");
    sitting.is_reported("what came of it");
}

#[test]
fn a_session_that_was_cut_off_is_read_and_gone_on_with() {
    let settings = "safety_card_seen = true\nmuted = true\nvoice = false\n";
    let happened = |machine: &Machine| {
        let path = machine.write("data/routines/back.toml", ROUTINE);
        let routine = read_file(&path, clock::today()).unwrap().routine.unwrap();
        record_holds(&machine.folders(), &Arc::new(routine), 1);
    };
    let mut sitting = Sitting::after(happened, "", settings, &[]);
    sitting.reader.hears("Good ");
    sitting.is_reported("Today with an unfinished session");
    sitting.walks_to("Go on from there");
    sitting.leads_to("Return", "right side");
}

#[test]
fn a_prescription_is_written_by_what_is_heard() {
    let settings = "safety_card_seen = true\nmuted = true\nvoice = false\n";
    let mut sitting = Sitting::with(settings, &[]);
    sitting.reader.hears("Good ");
    sitting.leads_to("ctrl+2", "Routines");
    sitting.walks_to("New routine");
    sitting.press("Return");
    sitting.reader.hears("Add exercises");
    sitting.leads_to("ctrl+f", "Search exercises");
    for letter in "clamshell".chars() {
        sitting.press(&letter.to_string());
    }
    sitting.press("Return");
    sitting.press("ctrl+Return");
    sitting.reader.hears("A new routine");
    sitting.walks_to("Clamshell, 1 of 1");
    sitting.walks_to("Sets");
    sitting.press("Up");
    sitting.is_reported("the editor");
    let names = |tree: &Value| -> Vec<String> {
        let names = all(tree).into_iter().map(|item| item["name"].as_str());
        names.flatten().map(str::to_owned).collect()
    };
    let tree = sitting.reader.tree();
    for name in ["As the patient sees it", "Before you hand it out", "Undo: "] {
        let names = names(&tree);
        assert!(
            names.iter().any(|it| it.contains(name)),
            "{name}: {names:#?}"
        );
    }
    sitting.press("ctrl+s");
    let file = sitting.machine.folder.path().join("data/routines");
    await_that("it is saved", || {
        fs::read_dir(&file).is_ok_and(|mut files| files.next().is_some())
    });
}

#[test]
fn who_is_advised_against_a_session_hears_why_and_what_there_is_to_do() {
    let settings = "safety_card_seen = true\nmuted = true\nvoice = false\n";
    let mut sitting = Sitting::with(settings, &["open", "back.toml", "--start"]);
    sitting.reader.focused("Does anything hurt right now?");
    sitting.leads_to("8", "Pain 8");
    let title = sitting.leads_to("Return", "Better not today");
    assert_eq!(title["role"], "heading", "{title}");
    let tree = sitting.reader.tree();
    let names: Vec<_> = all(&tree).iter().map(|item| item["name"].clone()).collect();
    assert!(names.iter().any(|name| name == "Not today"), "{names:#?}");
}

#[test]
fn a_session_says_the_same_in_every_window() {
    let settings = "safety_card_seen = true\nmuted = true\nvoice = false\n";
    let mut sitting = Sitting::with(settings, &["open", "back.toml", "--start"]);
    sitting.reader.focused("Does anything hurt right now?");
    sitting.leads_to("Return", "Hold, left side, 10 minutes.");
    for (key, window) in [("w", "small"), ("F11", "full screen")] {
        let usual = sitting.size();
        sitting.press(key);
        await_that("the window is another", || sitting.size() != usual);
        sitting.says_what_it_is_at(window);
        sitting.press(key);
        await_that("the window is as it was", || sitting.size() == usual);
    }
    sitting.press("d");
    sitting.says_what_it_is_at("dark");
    sitting.leads_to("h", "Stop");
}

#[test]
fn a_whole_session_is_heard_without_seeing_it() {
    let settings = "safety_card_seen = true\nmuted = true\nvoice = false\n";
    let mut sitting = Sitting::with(settings, &["open", "back.toml", "--start"]);
    sitting.reader.focused("Does anything hurt right now?");

    // A number that is typed is said, and none of the keys that follow is taken for a control's.
    sitting.leads_to("3", "Pain 3");
    sitting.leads_to("3", "Pain: no answer");
    sitting.leads_to("4", "Pain 4");
    sitting.leads_to("Return", "Hold, left side, 10 minutes.");
    sitting.machine.wait_for_line("\"started\"");
    let tree = sitting.reader.tree();
    for item in all(&tree) {
        let role = item["role"].as_str().unwrap();
        let is_control = matches!(
            role,
            "push button" | "toggle button" | "check box" | "switch"
        );
        assert!(
            !is_control || item["description"] != "",
            "without its key: {item:#}"
        );
    }
    sitting.leads_to("space", "Paused.");
    sitting.leads_to("space", "Hold, left side, 10 minutes.");
    sitting.leads_to("plus", "Hold, left side, 10 minutes 10 seconds.");
    sitting.leads_to("Right", "Hold, right side, 10 minutes.");

    // With a control under the keyboard, the window's name says it.
    sitting.leads_to("Tab", "Small window");
    sitting.press("plus");
    let longer = "Hold, right side, 10 minutes 10 seconds.";
    let reported = sitting.reader.hears(longer);
    assert_eq!(
        [&reported["by"], &reported["role"]],
        ["name", "frame"],
        "{reported}"
    );

    let hurts = sitting.leads_to("h", "Stop");
    assert_eq!(hurts["role"], "heading", "{hurts}");
    sitting.leads_to("g", "right side");

    let keep = sitting.leads_to("Escape", "Keep going");
    assert_eq!(keep["role"], "push button", "{keep}");
    let dialog = sitting.dialog("End the session?");
    let inside = all(&dialog);
    assert!(
        inside.iter().any(|item| item["name"] == "Keep going"),
        "{inside:#?}"
    );
    sitting.leads_to("Escape", "right side");

    sitting.leads_to("Escape", "Keep going");
    let end = sitting.leads_to("n", "Enough for this time.");
    assert_eq!(end["role"], "heading", "{end}");
    // What it means is said as well.
    sitting.press("8");
    sitting
        .reader
        .focused("Pain now 8. That is above the limit");
    sitting.leads_to("Return", "Good ");
    sitting.leads_to("ctrl+3", "History");
    sitting.leads_to("Tab", "Export");
    sitting.leads_to("Tab", "Report");
    sitting.tabs_to("For the back");
    let session = sitting.leads_to("Return", "For the back");
    assert_eq!(session["role"], "heading", "{session}");
}
