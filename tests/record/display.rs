//! The window when the display goes away, and when there never was one to open it on.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{Read as _, Write as _};
use std::os::unix::ffi::OsStrExt as _;
use std::process::{Command, Stdio};
use std::rc::Rc;

use rustix::process::{Pid, Signal, kill_process};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use supple::clock;
use supple::history::{History, SessionOutcome};
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{AtomEnum, ConnectionExt as _, ImageFormat, PropMode};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use crate::compositor::{Compositor, Sway};
use crate::ended::Ended;
use crate::machine;
use crate::machine::Machine;
use crate::patience::await_that;
use crate::process::Process;
use crate::screen::{Screen, Window, serve};
use crate::terminal::Terminal;

/// Quiet, and asking nothing that was asked before.
const SETTINGS: &str = "safety_card_seen = true\nmuted = true\nvoice = false\n";

#[test]
fn an_x_server_that_goes_away_in_a_session_leaves_it_to_go_on_with() {
    let machine = quiet();
    let folder = machine.folder.path();
    let screen = Screen::start(folder);
    let mut program = open(&machine, &screen, "long.toml");
    let window = screen.window_of(&program);
    screen.press(&window, "Return");
    await_that("a hold is done", || machine.lines().contains("\"done\""));

    drop(screen);
    assert_eq!(code_of(&mut program), Some(3));
    assert!(complaint(&machine).contains("The display is gone"));
    is_left_to_go_on_with(&machine);
}

#[test]
fn an_x_server_that_goes_away_outside_of_a_session_starts_none() {
    let machine = quiet();
    let screen = Screen::start(machine.folder.path());
    let mut program = open(&machine, &screen, "long.toml");
    screen.window_of(&program);

    drop(screen);
    assert_eq!(code_of(&mut program), Some(3));
    assert!(complaint(&machine).contains("The display is gone"));
    assert_eq!(machine.lines(), "");
}

#[test]
fn nothing_but_supple_writes_into_the_terminal_when_the_display_goes_away() {
    let machine = quiet();
    let screen = Screen::start(machine.folder.path());
    let shown = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&shown).unwrap();
    unlockpt(&shown).unwrap();
    let name = ptsname(&shown, Vec::new()).unwrap();
    let terminal = OsStr::from_bytes(name.to_bytes());
    let terminal = File::options()
        .read(true)
        .write(true)
        .open(terminal)
        .unwrap();
    let mut program = machine.command(["open", "long.toml"]);
    screen.shows(&mut program);
    let started = program.stdin(Stdio::null()).stderr(terminal).spawn();
    // It holds the terminal open.
    drop(program);
    let mut program = Process(started.unwrap());
    screen.window_of(&program);

    drop(screen);
    assert_eq!(code_of(&mut program), Some(3));
    let mut said = Vec::new();
    // The end of a terminal is an error, with all before it read.
    let _ = File::from(shown).read_to_end(&mut said);
    let said = String::from_utf8(said).unwrap();
    assert!(said.contains("The display is gone"), "{said}");
    assert_eq!(said.trim().lines().count(), 1, "{said}");
}

#[test]
fn what_libraries_write_into_a_pipe_that_nobody_reads_holds_nothing_up() {
    /// What a pipe holds.
    const FULL: usize = 64 * 1024;
    let machine = quiet();
    let sway = Sway::start(machine.folder.path());
    let (_unread, mut pipe) = std::io::pipe().unwrap();
    pipe.write_all(&vec![b'.'; FULL]).unwrap();
    let mut program = machine.command(["open", "long.toml", "--start"]);
    sway.shows(&mut program);
    // Then the library writes a line for all that it is asked for.
    program.env("WAYLAND_DEBUG", "1");
    let mut program = Process(program.stderr(pipe).spawn().unwrap());
    sway.await_window();
    sway.press("Return");
    await_that("a hold is done", || machine.lines().contains("\"done\""));
    kill_process(Pid::from_child(&program.0), Signal::TERM).unwrap();
    assert_eq!(code_of(&mut program), Some(0));
}

#[test]
fn a_pipe_where_a_file_is_to_be_read_or_written_holds_nothing_up() {
    let machine = quiet();
    let folder = machine.folder.path();
    let screen = Screen::start(folder);
    let pipe = machine.path("pipe");
    let made = Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    for name in ["XCOMPOSEFILE", "XENVIRONMENT", "TZ", "SUPPLE_FRAMES"] {
        let mut program = machine.command(["open", "long.toml"]);
        screen.shows(&mut program);
        let mut program = Process::start(program.env(name, &pipe), folder);
        screen.window_of(&program);
        kill_process(Pid::from_child(&program.0), Signal::TERM).unwrap();
        assert_eq!(code_of(&mut program), Some(0), "{name}");
    }
}

#[test]
fn a_compositor_that_goes_away_starts_no_session() {
    let machine = quiet();
    let folder = machine.folder.path();
    let compositor = Compositor::start(folder);
    let mut program = machine.command(["open", "long.toml", "--start"]);
    compositor.shows(&mut program);
    // Then the window is up as soon as something was drawn into it.
    program.env("WAYLAND_DEBUG", "1");
    let mut program = Process::start(&mut program, folder);
    await_that("the window is up", || {
        complaint(&machine).contains("attach(")
    });

    drop(compositor);
    assert_eq!(code_of(&mut program), Some(3));
    assert!(complaint(&machine).contains("The display is gone"));
    assert_eq!(machine.lines(), "");
}

#[test]
fn a_compositor_that_goes_away_in_a_session_leaves_it_to_go_on_with() {
    let machine = quiet();
    let folder = machine.folder.path();
    let sway = Sway::start(folder);
    let mut program = machine.command(["open", "long.toml", "--start"]);
    sway.shows(&mut program);
    let mut program = Process::start(&mut program, folder);
    sway.await_window();
    sway.press("Return");
    await_that("a hold is done", || machine.lines().contains("\"done\""));

    drop(sway);
    assert_eq!(code_of(&mut program), Some(3));
    assert!(complaint(&machine).contains("The display is gone"));
    is_left_to_go_on_with(&machine);
}

#[test]
fn without_a_display_and_without_a_terminal_nothing_is_guided() {
    let machine = quiet();
    for (wayland, x) in [(None, None), (Some("gone"), None), (None, Some(":9876"))] {
        let mut program = machine.command(["open", "short.toml"]);
        no_display(&mut program);
        program.envs(wayland.map(|name| ("WAYLAND_DISPLAY", name)));
        program.envs(x.map(|name| ("DISPLAY", name)));
        let Ended {
            code, stderr: said, ..
        } = Ended::of(program.spawn().unwrap());
        assert_eq!(code, 3, "{wayland:?} {x:?}: {said}");
        assert!(said.contains("no display"), "{said}");
        assert_eq!(machine.lines(), "");
    }
}

#[test]
fn what_keeps_the_window_from_opening_is_named() {
    let machine = quiet();
    let folder = machine.folder.path();
    let screen = Screen::start(folder);
    for (name, value, named) in [
        ("libXcursor.so.1", None, "libxcursor1"),
        ("libXi.so.6", None, "libxi6"),
        ("libX11-xcb.so.1", None, "libx11-xcb1"),
        ("libxkbcommon-x11.so.0", None, "libxkbcommon-x11-0"),
        ("WINIT_X11_SCALE_FACTOR", Some("wide"), "is “wide”. Set it"),
        ("WINIT_X11_SCALE_FACTOR", Some("1e9"), "is “1e9”. Set it"),
    ] {
        let mut program = machine.command(["open", "short.toml"]);
        screen.shows(&mut program);
        if let Some(value) = value {
            program.env(name, value);
        } else {
            hide(&machine, &mut program, &[name]);
        }
        let Ended {
            code, stderr: said, ..
        } = Ended::of(program.spawn().unwrap());
        assert_eq!(code, 3, "{name}: {said}");
        assert!(said.contains(named) && !said.contains("panicked"), "{said}");
        show(&machine);
    }
}

#[test]
fn what_keeps_the_window_from_opening_under_wayland_is_named() {
    let machine = quiet();
    let sway = Sway::start(machine.folder.path());
    for (names, renderer, named) in [
        (
            ["libwayland-client.so.0", "libwayland-client.so"],
            "",
            "libwayland-client0",
        ),
        (
            ["libxkbcommon.so.0", "libxkbcommon.so"],
            "",
            "libxkbcommon0",
        ),
        (
            ["libwayland-egl.so.1", "libwayland-egl.so"],
            "gl",
            "libwayland-egl1",
        ),
    ] {
        let mut program = machine.command(["open", "short.toml"]);
        sway.shows(&mut program);
        program.env("SUPPLE_RENDERER", renderer);
        hide(&machine, &mut program, &names);
        let Ended {
            code, stderr: said, ..
        } = Ended::of(program.spawn().unwrap());
        assert_eq!(code, 3, "{names:?}: {said}");
        assert!(said.contains(named) && !said.contains("panicked"), "{said}");
        show(&machine);
    }
}

#[test]
fn where_a_library_is_missing_the_terminal_guides_instead() {
    let machine = quiet();
    let screen = Screen::start(machine.folder.path());
    let mut program = machine.command(["open", "short.toml"]);
    screen.shows(&mut program);
    hide(&machine, &mut program, &["libXcursor.so.1"]);
    let mut terminal = Terminal::running(Rc::new(machine), program, None);
    terminal.read_to("libxcursor1").read_to("Short");
    // Nothing begins by itself.
    terminal.read_to("Press space").press(" ");
    terminal.read_to("right now?").press("\r").read_to("2 of 2");
    terminal.read_to("hurt now,").press("\r");
    assert!(terminal.end().success());
    assert_eq!(terminal.session().outcome, SessionOutcome::Completed);
}

#[test]
fn a_wayland_display_that_is_not_there_leaves_the_x_server_to_open_the_window() {
    let machine = quiet();
    let folder = machine.folder.path();
    let screen = Screen::start(folder);
    let mut program = machine.command(["open", "long.toml"]);
    screen.shows(&mut program);
    program.env("WAYLAND_DISPLAY", "gone");
    let mut program = Process::start(&mut program, folder);
    screen.window_of(&program);
    kill_process(Pid::from_child(&program.0), Signal::TERM).unwrap();
    assert_eq!(code_of(&mut program), Some(0));
}

/// As the first window of a bare X server, and the next ones.
#[test]
fn an_x_server_that_starts_over_when_its_last_program_leaves_has_time_for_the_window() {
    let machine = quiet();
    let folder = machine.folder.path();
    let screen = Screen::of(serve(folder, &["-screen", "0", "1280x800x24"]), None);
    for _ in 0..3 {
        let mut program = machine.command(["open", "long.toml"]);
        screen.shows(&mut program);
        let mut program = Process::start(&mut program, folder);
        // Whoever asked the server for its windows would keep it from starting over.
        let libraries = format!("/proc/{}/maps", program.0.id());
        await_that("the window has found its server", || {
            let ended = program.0.try_wait().unwrap();
            assert_eq!(ended, None, "{}", complaint(&machine));
            let loaded = std::fs::read_to_string(&libraries).unwrap_or_default();
            loaded.contains("libxkbcommon-x11")
        });
        screen.window_of(&program);
        kill_process(Pid::from_child(&program.0), Signal::TERM).unwrap();
        assert_eq!(code_of(&mut program), Some(0));
    }
}

/// A display on which nothing that is drawn here can be shown: its pixels are the numbers of colours.
const COUNTED_COLORS: [&str; 3] = ["-screen", "0", "1280x800x8"];

/// What OpenGL is loaded from.
const OPENGL: [&str; 5] = [
    "libEGL.so",
    "libEGL.so.1",
    "libGL.so",
    "libGL.so.1",
    "libGLX.so.0",
];

#[test]
fn a_window_needs_no_opengl_and_loads_none_unless_it_is_asked_for() {
    let machine = quiet();
    let folder = machine.folder.path();
    let screen = Screen::start(folder);
    let slow = Screen::with(
        folder,
        &["-screen", "0", "1280x800x24", "-extension", "MIT-SHM"],
    );
    let slow_and_large = Screen::with(
        folder,
        &["-screen", "0", "3840x2160x24", "-extension", "MIT-SHM"],
    );
    for (screen, renderer, opengl) in [
        (&screen, "", false),
        (&slow, "", false),
        (&slow_and_large, "", false),
        (&screen, "gl", true),
    ] {
        let mut program = machine.command(["open", "long.toml"]);
        screen.shows(&mut program);
        program.env("SUPPLE_RENDERER", renderer);
        if !opengl {
            hide(&machine, &mut program, &OPENGL);
        }
        let mut program = Process::start(&mut program, folder);
        screen.window_of(&program);
        let process = program.0.id();
        let loaded = std::fs::read_to_string(format!("/proc/{process}/maps")).unwrap();
        let has_opengl = ["libEGL", "libGL"].iter().any(|name| loaded.contains(name));
        assert_eq!(has_opengl, opengl, "{renderer}");
        kill_process(Pid::from_child(&program.0), Signal::TERM).unwrap();
        assert_eq!(code_of(&mut program), Some(0), "{}", complaint(&machine));
        show(&machine);
    }
}

#[test]
fn a_window_that_another_program_takes_away_in_a_session_is_reported_and_leaves_it_to_go_on_with() {
    for (renderer, with, said) in [
        // Destroys it; whoever closes one asks for it.
        ("", "windowclose", "another program destroyed it"),
        ("gl", "windowclose", "The window was lost"),
        // Takes the program's whole connection.
        ("", "windowkill", "another program destroyed it"),
    ] {
        let machine = quiet();
        let folder = machine.folder.path();
        let screen = Screen::start(folder);
        let mut program = machine.command(["open", "long.toml", "--start"]);
        screen.shows(&mut program);
        program.env("SUPPLE_RENDERER", renderer);
        let mut program = Process::start(&mut program, folder);
        let window = screen.window_of(&program);
        screen.press(&window, "Return");
        await_that("a hold is done", || machine.lines().contains("\"done\""));
        screen.ask(&[with, &window.0]);
        let code = code_of(&mut program);
        let complaint = complaint(&machine);
        assert_eq!(code, Some(3), "{renderer} {with}: {complaint}");
        assert!(complaint.contains(said), "{renderer} {with}: {complaint}");
        let history = History::read(&machine.folders().log());
        let last = &history.sessions[0];
        assert_eq!(last.outcome, SessionOutcome::Interrupted);
        let unfinished = history.unfinished(last.device.unwrap(), &clock::here());
        assert!(unfinished.is_some(), "{last:?}");
    }
}

#[test]
fn without_any_opengl_a_session_is_done_in_every_form_of_the_window_to_its_end() {
    let machine = quiet();
    machine.write("short.toml", crate::SHORT.replace("1s", "3s"));
    let folder = machine.folder.path();
    let screen = Screen::start(folder);
    let mut program = machine.command(["open", "short.toml", "--start"]);
    screen.shows(&mut program);
    hide(&machine, &mut program, &OPENGL);
    let mut program = Process::start(&mut program, folder);
    let window = screen.window_of(&program);
    screen.press(&window, "Return");
    machine.wait_for_line("\"started\"");
    for key in ["w", "w", "F11", "F11", "d", "d", "space", "space"] {
        screen.press(&window, key);
    }
    machine.wait_for_line("\"completed\"");
    screen.press(&window, "alt+F4");
    assert_eq!(code_of(&mut program), Some(0), "{}", complaint(&machine));
    assert!(!complaint(&machine).contains("lost"));
    let session = &machine.sessions()[0];
    assert_eq!(session["outcome"], "completed");
    assert_eq!(session["held_ms"], 6000);
}

#[test]
fn a_display_that_shows_nothing_that_can_be_drawn_is_named() {
    let machine = quiet();
    let folder = machine.folder.path();
    let screen = Screen::start(folder);
    // Where the processor can't, OpenGL is tried.
    let counted_colors = Screen::with(folder, &COUNTED_COLORS);
    for (screen, renderer) in [(&screen, "gl"), (&counted_colors, "")] {
        let mut program = machine.command(["open", "long.toml"]);
        screen.shows(&mut program);
        program.env("SUPPLE_RENDERER", renderer);
        hide(&machine, &mut program, &OPENGL);
        let Ended {
            code, stderr: said, ..
        } = Ended::of(program.spawn().unwrap());
        assert_eq!(code, 3, "{said}");
        assert!(said.contains("libegl1, libgl1"), "{said}");
        assert!(!said.contains("panicked"), "{said}");
    }
}

#[test]
fn a_display_that_lacks_what_a_window_needs_is_named() {
    let machine = quiet();
    let folder = machine.folder.path();
    for (arguments, named) in [
        (
            &["-screen", "0", "1280x800x24", "-extension", "RANDR"][..],
            "RANDR",
        ),
        (&["-screen", "0", "1280x800x8"], "OpenGL"),
    ] {
        let screen = Screen::of(serve(folder, arguments), None);
        let mut program = machine.command(["open", "short.toml"]);
        screen.shows(&mut program);
        let Ended {
            code, stderr: said, ..
        } = Ended::of(program.spawn().unwrap());
        assert_eq!(code, 3, "{said}");
        assert!(said.contains(named) && !said.contains("panicked"), "{said}");
    }
}

#[test]
fn with_fewer_colours_or_more_the_window_looks_the_same_and_needs_no_opengl() {
    let machine = quiet();
    let folder = machine.folder.path();
    let mut usual = Vec::new();
    for depth in [24, 15, 16, 30] {
        let screen = Screen::with(folder, &["-screen", "0", &format!("1280x800x{depth}")]);
        let mut program = machine.command(["open", "long.toml"]);
        screen.shows(&mut program);
        hide(&machine, &mut program, &OPENGL);
        let program = Process::start(&mut program, folder);
        let window = screen.window_of(&program);
        if depth == 24 {
            await_that("it is drawn", || {
                (_, usual) = picture(&screen, &window, depth);
                usual.iter().any(|color| *color != usual[0])
            });
            continue;
        }
        await_that(&format!("{depth} bits show the same"), || {
            let (_, shown) = picture(&screen, &window, depth);
            let apart = shown.iter().zip(&usual).map(|(one, other)| {
                let channels = one.iter().zip(other);
                channels.map(|(one, other)| one.abs_diff(*other)).max()
            });
            shown.len() == usual.len() && apart.max().flatten() <= Some(9)
        });
    }
}

#[test]
fn a_scale_that_a_desktop_wrote_by_mistake_is_not_taken() {
    let machine = quiet();
    let screen = Screen::start(machine.folder.path());
    let (server, number) = RustConnection::connect(Some(&screen.display)).unwrap();
    let root = server.setup().roots[number].root;
    let mut usual = None;
    for dpi in ["96", "0", "-96", "nan", "1e9", "1"] {
        let settings = format!("Xft.dpi:\t{dpi}\n");
        let (replace, text) = (PropMode::REPLACE, AtomEnum::STRING);
        let of = AtomEnum::RESOURCE_MANAGER;
        let changed = server.change_property8(replace, root, of, text, settings.as_bytes());
        changed.unwrap().check().unwrap();
        let program = open(&machine, &screen, "short.toml");
        let window = screen.window_of(&program).0.parse().unwrap();
        let width = || server.get_geometry(window).unwrap().reply().unwrap().width;
        let usual = *usual.get_or_insert_with(width);
        await_that(&format!("{dpi} is as wide as usual"), || width() == usual);
    }
}

/// How wide a window is, and the colours of its pixels on a display of so many bits a colour.
pub(crate) fn picture(screen: &Screen, window: &Window, depth: u32) -> (usize, Vec<[u8; 3]>) {
    let (server, _) = RustConnection::connect(Some(&screen.display)).unwrap();
    let window = window.0.parse().unwrap();
    let place = server.get_geometry(window).unwrap().reply().unwrap();
    let (width, height) = (place.width, place.height);
    let image = server.get_image(ImageFormat::Z_PIXMAP, window, 0, 0, width, height, !0);
    let bytes = image.unwrap().reply().unwrap().data;
    let bits_of_channels = match depth {
        15 => [5, 5, 5],
        16 => [5, 6, 5],
        24 => [8, 8, 8],
        _ => [10, 10, 10],
    };
    let bytes_in_pixel = if depth <= 16 { 2 } else { 4 };
    let pixels = bytes.chunks_exact(bytes_in_pixel).map(|bytes| {
        let number = bytes.iter().rev();
        let mut rest = number.fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
        // Blue is lowest.
        let mut color = bits_of_channels.map(|bits| {
            let most = (1 << bits) - 1;
            let level = (rest & most) * 255 / most;
            rest >>= bits;
            u8::try_from(level).unwrap()
        });
        color.reverse();
        color
    });
    (width.into(), pixels.collect())
}

/// Hides libraries from a program, by what is none and has their names.
fn hide(machine: &Machine, program: &mut Command, libraries: &[&str]) {
    for name in libraries {
        machine.write(&format!("hidden/{name}"), "");
    }
    program.env("LD_LIBRARY_PATH", machine.folder.path().join("hidden"));
}

/// The libraries that were hidden are found again.
fn show(machine: &Machine) {
    std::fs::remove_dir_all(machine.folder.path().join("hidden")).ok();
}

/// Of what is on record: one session, which was cut off.
fn is_left_to_go_on_with(machine: &Machine) {
    let history = History::read(&machine.folders().log());
    let last = &history.sessions[0];
    assert_eq!(last.outcome, SessionOutcome::Interrupted);
    let device = last.device.unwrap();
    let unfinished = history.unfinished(device, &clock::here());
    assert!(unfinished.is_some(), "{last:?}");
    assert_eq!(history.sessions.len(), 1);
}

fn quiet() -> Machine {
    let machine = machine();
    machine.write("config/settings.toml", SETTINGS);
    machine
}

/// The window on the question before a session of this routine.
fn open(machine: &Machine, screen: &Screen, routine: &str) -> Process {
    let mut program = machine.command(["open", routine, "--start"]);
    screen.shows(&mut program);
    Process::start(&mut program, machine.folder.path())
}

fn no_display(program: &mut Command) {
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        program.env_remove(name);
    }
}

fn code_of(program: &mut Process) -> Option<i32> {
    let mut ended = None;
    await_that("the program ends", || {
        ended = program.0.try_wait().unwrap();
        ended.is_some()
    });
    ended.unwrap().code()
}

/// What the program wrote to its error stream.
fn complaint(machine: &Machine) -> String {
    std::fs::read_to_string(machine.folder.path().join("supple.log")).unwrap()
}
