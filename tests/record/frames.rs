//! What of a window is drawn, and when: nothing that nobody sees, what changed alone where the way to the
//! screen is long, and all of it wherever the screen is another.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::PathBuf;
use std::process;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::compositor::Sway;
use crate::machine;
use crate::machine::Machine;
use crate::patience::await_that;
use crate::process::Process;
use crate::screen::Screen;

const SETTINGS: &str = "safety_card_seen = true\nmuted = true\nvoice = false\n";

/// Holds enough to wait for some of them.
const MANY: &str = r#"
format = 1
id = "many"
title = "Many"

[[exercise]]
name = "Knee"
hold = "1s"
reps = 100
prepare = 0
rest = 0
"#;

fn quiet() -> Machine {
    let machine = machine();
    machine.write("config/settings.toml", SETTINGS);
    machine.write("many.toml", MANY);
    machine
}

/// The pixels that each frame showed so far.
fn frames(machine: &Machine) -> Vec<u64> {
    let text = fs::read_to_string(machine.path("frames.csv")).unwrap_or_default();
    // The last line may be one that is being written.
    let complete = text.rsplit_once('\n').map_or("", |(lines, _)| lines);
    let pixels = complete.lines().skip(1).map(|line| {
        let pixels = line.rsplit(',').next().unwrap();
        pixels.parse().unwrap()
    });
    pixels.collect()
}

fn holds_done(machine: &Machine) -> usize {
    machine.lines().matches("\"done\"").count()
}

/// Waits until so many more holds are done.
fn await_holds(machine: &Machine, more: usize) {
    let before = holds_done(machine);
    await_that("holds are done", || holds_done(machine) >= before + more);
}

#[test]
fn a_session_that_nobody_sees_goes_on_and_costs_no_drawing() {
    let machine = quiet();
    let folder = machine.folder.path();
    let screen = Screen::start(folder);
    let mut program = machine.command(["open", "many.toml", "--start"]);
    screen.shows(&mut program);
    program.env("SUPPLE_FRAMES", machine.path("frames.csv"));
    let program = Process::start(&mut program, folder);
    let window = screen.window_of(&program);
    screen.press(&window, "Return");
    await_holds(&machine, 1);
    screen.minimise(&window);
    draws_nothing(&machine, "minimised");

    screen.ask(&["windowactivate", "--sync", &window.0]);
    draws_again(&machine);

    let elsewhere = Machine::new();
    let above = cover(&screen, &elsewhere);
    draws_nothing(&machine, "covered");
    // It may have the keyboard all the same, and nobody waits for that.
    screen.ask(&["windowfocus", "--sync", &window.0]);
    screen.ask(&["key", "h"]);
    machine.wait_for_line("\"hurt\"");
    drop(above);
    draws_again(&machine);
}

/// A window of another program that fills the screen.
fn cover(screen: &Screen, elsewhere: &Machine) -> Process {
    elsewhere.write("config/settings.toml", SETTINGS);
    let mut above = elsewhere.command(["open", "neck-and-shoulders"]);
    screen.shows(&mut above);
    let above = Process::start(&mut above, elsewhere.folder.path());
    let cover = screen.window_of(&above);
    screen.press(&cover, "super+Up");
    screen.ask(&["windowsize", &cover.0, "1280", "800"]);
    screen.ask(&["windowmove", &cover.0, "0", "0"]);
    above
}

#[test]
fn a_session_on_another_workspace_goes_on_and_costs_no_drawing() {
    let machine = quiet();
    let folder = machine.folder.path();
    let sway = Sway::start(folder);
    let mut program = machine.command(["open", "many.toml", "--start"]);
    sway.shows(&mut program);
    program.env("SUPPLE_FRAMES", machine.path("frames.csv"));
    let _program = Process::start(&mut program, folder);
    sway.await_window();
    sway.press("Return");
    await_holds(&machine, 1);
    sway.order("workspace 2");
    draws_nothing(&machine, "on another workspace");
    sway.order("workspace 1");
    draws_again(&machine);
}

/// Waits for holds to be done in which no frame is drawn.
fn draws_nothing(machine: &Machine, how: &str) {
    // What was under way when it went out of view is drawn by then.
    await_holds(machine, 1);
    let before = frames(machine).len();
    await_holds(machine, 2);
    assert_eq!(frames(machine).len(), before, "{how}");
}

fn draws_again(machine: &Machine) {
    let before = frames(machine).len();
    await_that("it is drawn again", || frames(machine).len() > before + 1);
}

#[test]
fn on_wayland_a_session_is_drawn_to_its_end_at_every_scale_and_on_every_screen() {
    let machine = quiet();
    let folder = machine.folder.path();
    let sway = Sway::start(folder);
    sway.order("create_output");
    sway.order("output HEADLESS-1 resolution 1280x720");
    sway.order("output HEADLESS-2 resolution 1920x1080 scale 2");
    sway.order("focus output HEADLESS-1");
    let many = MANY.replace("reps = 100", "reps = 12");
    machine.write("many.toml", many);
    let mut program = machine.command(["open", "many.toml", "--start"]);
    sway.shows(&mut program);
    program.env("SUPPLE_FRAMES", machine.path("frames.csv"));
    let program = Process::start(&mut program, folder);
    sway.await_window();
    sway.press("Return");
    machine.wait_for_line("\"started\"");
    let (small, large) = (1280 * 720, 1920 * 1080);
    // Where a compositor has no word for it, one and a half is drawn at two and shrunk.
    let large_at_two = 2560 * 1440;
    for (order, whole) in [
        ("output HEADLESS-1 scale 2", [small; 2]),
        (
            "[app_id=supple] move container to output HEADLESS-2",
            [large; 2],
        ),
        ("output HEADLESS-2 scale 1.5", [large, large_at_two]),
        (
            "[app_id=supple] move container to output HEADLESS-1",
            [small; 2],
        ),
        ("output HEADLESS-1 scale 1", [small; 2]),
    ] {
        let before = frames(&machine).len();
        sway.order(order);
        await_that(&format!("all is drawn anew: {order}"), || {
            let since = &frames(&machine)[before..];
            since.iter().any(|pixels| whole.contains(pixels))
        });
    }
    await_that("the session is done", || holds_done(&machine) == 12);
    let drawn = frames(&machine);
    // A second at least is seen of each hold.
    assert!(drawn.iter().filter(|pixels| **pixels > 0).count() > 12);
    drop(program);
}

/// A way to a display on which it is counted what is sent there, and on which no memory is shared.
struct Way {
    display: String,
    socket: PathBuf,
    sent: Arc<AtomicUsize>,
}

impl Way {
    fn to(screen: &Screen) -> Self {
        let folder = PathBuf::from("/tmp/.X11-unix");
        let there = folder.join(format!("X{}", &screen.display[1..]));
        let number = 10_000 + process::id() % 20_000;
        let socket = folder.join(format!("X{number}"));
        let _ = fs::remove_file(&socket);
        let listener = UnixListener::bind(&socket).unwrap();
        let sent = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&sent);
        thread::spawn(move || {
            for here in listener.incoming().map_while(Result::ok) {
                let Ok(there) = UnixStream::connect(&there) else {
                    return;
                };
                let (back, forth) = (there.try_clone().unwrap(), here.try_clone().unwrap());
                let counted = Arc::clone(&counted);
                thread::spawn(move || {
                    pass(here, there, |bytes| {
                        counted.fetch_add(bytes, Ordering::Relaxed);
                    });
                });
                thread::spawn(move || pass(back, forth, |_| ()));
            }
        });
        Self {
            display: format!(":{number}"),
            socket,
            sent,
        }
    }

    fn sent(&self) -> usize {
        self.sent.load(Ordering::Relaxed)
    }
}

impl Drop for Way {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.socket);
    }
}

fn pass(mut from: UnixStream, mut to: UnixStream, count: impl Fn(usize)) {
    let mut bytes = vec![0; 1 << 16];
    while let Ok(read @ 1..) = from.read(&mut bytes)
        && to.write_all(&bytes[..read]).is_ok()
    {
        count(read);
    }
    let _ = from.shutdown(Shutdown::Both);
    let _ = to.shutdown(Shutdown::Both);
}

#[test]
fn to_a_screen_far_away_only_what_changed_is_sent() {
    let machine = quiet();
    let folder = machine.folder.path();
    let without_memory = ["-screen", "0", "1280x800x24", "-extension", "MIT-SHM"];
    let screen = Screen::with(folder, &without_memory);
    let way = Way::to(&screen);
    let mut program = machine.command(["open", "long.toml", "--start"]);
    screen.shows(&mut program);
    program.env("DISPLAY", &way.display);
    program.env("SUPPLE_FRAMES", machine.path("frames.csv"));
    let program = Process::start(&mut program, folder);
    let window = screen.window_of(&program);
    let whole = 4 * usize::try_from(frames_await(&machine, 1)[0]).unwrap();
    assert!(way.sent() > whole, "all of it once");
    screen.press(&window, "Return");
    await_holds(&machine, 1);
    // The second of the two holds has begun.
    let drawn = frames_await(&machine, frames(&machine).len() + 1).len();
    let before = way.sent();
    frames_await(&machine, drawn + 4);
    let a_second = (way.sent() - before) / 4;
    assert!(
        a_second < whole / 16,
        "{a_second} of {whole} bytes a second"
    );
}

/// Waits for so many frames.
fn frames_await(machine: &Machine, count: usize) -> Vec<u64> {
    await_that("frames are drawn", || frames(machine).len() >= count);
    frames(machine)
}
