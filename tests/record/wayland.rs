//! A compositor that gives windows no title bars, and passes no dropped files on.

use crate::compositor::Compositor;
use crate::display::picture;
use crate::patience::await_that;
use crate::process::Process;
use crate::screen::{Screen, Window};
use crate::screen_reader::{Reader, all};

#[test]
fn a_window_has_a_bar_with_its_title_and_promises_no_dropping_where_there_is_none() {
    let machine = crate::machine();
    let settings = "safety_card_seen = true\nmuted = true\nvoice = false\n";
    machine.write("config/settings.toml", settings);
    let folder = machine.folder.path();
    let screen = Screen::start(folder);
    let (compositor, window) = Compositor::on(&screen, folder);
    let mut reader = Reader::start(|program| compositor.shows(program), folder);
    let mut program = machine.command([""; 0]);
    compositor.shows(&mut program);
    program.env("DBUS_SESSION_BUS_ADDRESS", &reader.bus);
    program.env("LC_ALL", "C.UTF-8");
    let _program = Process::start(&mut program, folder);
    reader.hears("Good ");
    await_that("the bar has a title", || has_title(&screen, &window));

    screen.press(&window, "ctrl+2");
    reader.focused("Routines");
    let tree = reader.tree();
    let names = all(&tree)
        .into_iter()
        .filter_map(|item| item["name"].as_str());
    let names: Vec<_> = names.collect();
    assert!(
        !names.iter().any(|name| name.starts_with("Drop ")),
        "{names:#?}"
    );
    let other_way = "Save a routine file in the folder below to add it.";
    assert!(names.contains(&other_way), "{names:#?}");
}

/// Whether there is a bar, as light and as wide as the window, with something dark in its middle.
fn has_title(screen: &Screen, window: &Window) -> bool {
    const HIGH: usize = 25;
    let (width, pixels) = picture(screen, window, 24);
    let rows: Vec<_> = pixels.chunks_exact(width).collect();
    // Left of the middle nothing is written in it. In the page below it the navigation ends there.
    let plain = |row: &[[u8; 3]]| {
        let [first, others @ ..] = &row[width / 16..width / 3] else {
            return None;
        };
        let is_plain = first[0] > 200 && others.iter().all(|pixel| pixel == first);
        is_plain.then_some(*first)
    };
    let is_bar = |rows: &[&[[u8; 3]]]| {
        let colors = rows.iter().map(|row| plain(row));
        colors
            .clone()
            .all(|color| color.is_some() && color == plain(rows[0]))
    };
    let is_titled = |rows: &[&[[u8; 3]]]| {
        let middle = rows
            .iter()
            .flat_map(|row| &row[width * 2 / 5..width * 3 / 5]);
        middle
            .copied()
            .any(|pixel| pixel.iter().all(|channel| *channel < 100))
    };
    let mut windows = rows.windows(HIGH);
    windows.any(|rows| is_bar(rows) && is_titled(rows))
}

#[test]
fn a_small_window_becomes_one_that_lies_whole_on_the_screen_and_small_again_from_the_whole_of_it() {
    let machine = crate::machine();
    let settings = "safety_card_seen = true\nmuted = true\nvoice = false\n";
    machine.write("config/settings.toml", settings);
    let folder = machine.folder.path();
    let screen = Screen::start(folder);
    let (compositor, window) = Compositor::on(&screen, folder);
    let mut program = machine.command(["open", "long.toml", "--start"]);
    compositor.shows(&mut program);
    let _program = Process::start(&mut program, folder);
    await_that("it fills the screen, which is smaller", || {
        has_title(&screen, &window)
    });
    screen.press(&window, "Return");
    machine.wait_for_line("\"done\"");
    screen.press(&window, "w");
    let small = || {
        let (width, pixels) = picture(&screen, &window, 24);
        let light = pixels
            .iter()
            .map(|pixel| pixel.iter().all(|channel| *channel > 200));
        let light: Vec<_> = light.collect();
        let rows = light.chunks_exact(width);
        // What else is light is in the panel, which is wider.
        let rows = rows.filter_map(|row| {
            let (first, last) = (
                row.iter().position(|it| *it)?,
                row.iter().rposition(|it| *it)?,
            );
            (300..600).contains(&(last - first)).then_some(())
        });
        (100..250).contains(&rows.count())
    };
    await_that("it is small", small);
    screen.press(&window, "w");
    await_that("it lies whole on the screen", || {
        has_title(&screen, &window)
    });
    screen.press(&window, "F11");
    await_that("it fills the screen, over the panel too", || {
        let (_, pixels) = picture(&screen, &window, 24);
        pixels[0].iter().all(|channel| *channel > 200)
    });
    screen.press(&window, "w");
    await_that("it is small again", small);
}
