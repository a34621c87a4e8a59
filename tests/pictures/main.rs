//! How every screen looks, in every theme, held by pictures that were taken before; and that every
//! word on it can be read.
//!
//! The pictures are in `tests/pictures/kept`. To take them anew after a change that is meant:
//!
//! ```text
//! UPDATE_SNAPSHOTS=1 cargo test --test pictures
//! ```
//!
//! Then look at them before they are committed. A screen is drawn on a fixed day with fixed data, by
//! a painter of our own in memory: no graphics driver has a say in it. The program's own painter has to
//! draw the same.
// On other systems some keys have another name.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod canvas;
#[path = "../support/clinic.rs"]
mod clinic;
mod course;
mod drawn;
#[path = "../support/folders.rs"]
mod folders;
mod handed_out;
mod kept;
mod past;
mod readable;
mod received;
mod reminded;
mod screens;
#[path = "../support/simulated_clock.rs"]
#[expect(dead_code, reason = "no session sleeps here")]
mod simulated_clock;
mod workshop;
#[path = "../support/year.rs"]
mod year;

use eframe::egui::{Rect, Theme, UiBuilder, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;
use supple::settings::Settings;
use supple::ui::player::SMALL;
use supple::ui::theme;

use self::handed_out::{HANDED_OUT, SMALL as SMALL_HANDED_OUT};
use self::received::{RECEIVED, SMALL as SMALL_RECEIVED};
use self::reminded::REMINDED;
use self::screens::{
    Draw, LONG, LONGEST, SCREENS, Screen, player_hold, player_picture, player_small,
};
use self::workshop::{EDITOR, SMALL_SCREENS};

/// The inside of a usual window, in points.
const USUAL: Vec2 = vec2(1280.0, 800.0);

/// One in which a long page has room.
const TALL: Vec2 = vec2(1280.0, 2100.0);

/// One in which the longest has.
const TALLEST: Vec2 = vec2(1280.0, 2500.0);

/// One in which all about reminders has room.
const REMINDERS: Vec2 = vec2(1280.0, 1150.0);

/// The inside of the window of a reminder.
const REMINDER: Vec2 = vec2(540.0, 190.0);

/// One of the themes.
#[derive(Clone, Copy)]
struct Look {
    name: &'static str,
    theme: Theme,
    high_contrast: bool,
    /// Of words to what they stand on.
    least_contrast: f64,
    /// The screens of which a picture is kept; of the others the words are measured alone.
    keeps: fn(&str) -> bool,
}

const DAY: Look = Look {
    name: "light",
    theme: Theme::Light,
    high_contrast: false,
    least_contrast: 4.5,
    keeps: |_| true,
};
const NIGHT: Look = Look {
    name: "dark",
    theme: Theme::Dark,
    ..DAY
};
const STRONG_DAY: Look = Look {
    name: "high-contrast-light",
    high_contrast: true,
    least_contrast: 7.0,
    // Nothing stands anywhere else than by night, and a picture takes its room.
    keeps: |name| name == "player-hold",
    ..DAY
};
const STRONG_NIGHT: Look = Look {
    name: "high-contrast-dark",
    theme: Theme::Dark,
    keeps: |_| true,
    ..STRONG_DAY
};

impl Look {
    /// A window of this size in points, on a display of so many pixels to a point.
    fn window(&self, size: Vec2, scale: f32, mut draw: Draw) -> Harness<'static> {
        let settings = Settings {
            high_contrast: self.high_contrast,
            ..Settings::default()
        };
        let mut harness = Harness::builder()
            .with_size(size)
            .with_pixels_per_point(scale)
            .with_theme(self.theme)
            .with_context_setup(move |ctx| {
                theme::install(ctx);
                theme::apply(ctx, &settings);
            })
            .build_ui(move |ui| {
                // The harness leaves a margin, the app none.
                let window = UiBuilder::new().max_rect(ui.ctx().content_rect());
                ui.scope_builder(window, |ui| draw(ui));
            });
        harness.run();
        harness
    }

    /// What is wrong with how a screen looks.
    fn faults(&self, name: &str, size: Vec2, scale: f32, draw: Draw) -> Vec<String> {
        let harness = self.window(size, scale, draw);
        let paper = harness.ctx.style_of(self.theme).visuals.panel_fill;
        let (output, least) = (harness.output(), self.least_contrast);
        let (picture, faint) = readable::draw(&harness.ctx, output, paper, least);
        let keeps = (self.keeps)(name);
        let name = format!("{name}-{}", self.name);
        let mut faults: Vec<_> = faint.iter().map(|text| format!("{name}: {text}")).collect();
        if keeps {
            faults.extend(kept::compare(&name, &picture));
        }
        faults
    }

    fn check_every_screen(&self) {
        let check = |size| move |(name, make): Screen| self.faults(name, size, 1.0, make());
        let usual = SCREENS.into_iter().flat_map(check(USUAL));
        let long = LONG.into_iter().flat_map(check(TALL));
        let longest = LONGEST.into_iter().flat_map(check(TALLEST));
        none(&usual.chain(long).chain(longest).collect::<Vec<_>>());
    }
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "{}\n{}", faults.join("\n"), kept::ADVICE);
}

/// All themes.
const LOOKS: [Look; 4] = [DAY, NIGHT, STRONG_DAY, STRONG_NIGHT];

/// Those whose words are measured, and of which no picture is kept.
const STRONG: [Look; 2] = [
    STRONG_DAY,
    Look {
        keeps: |_| false,
        ..STRONG_NIGHT
    },
];

/// What is wrong with how these screens look in each of these themes.
fn faults(looks: &[Look], screens: &[Screen], size: Vec2) -> Vec<String> {
    let each = looks.iter().flat_map(|look| {
        let faults = |(name, make): &Screen| look.faults(name, size, 1.0, make());
        screens.iter().flat_map(faults).collect::<Vec<_>>()
    });
    each.collect()
}

/// The same in the smallest window, and there with the largest text.
fn faults_in_the_smallest(looks: &[Look], screens: &[Screen]) -> Vec<String> {
    let each = looks.iter().flat_map(|look| {
        let faults = |(name, make): &Screen| {
            let usual = look.faults(name, SMALLEST, 1.0, make());
            // At 200 % text a point is two pixels.
            let large = format!("{name}-at-200");
            [usual, look.faults(&large, SMALLEST / 2.0, 2.0, make())].concat()
        };
        screens.iter().flat_map(faults).collect::<Vec<_>>()
    });
    each.collect()
}

#[test]
fn the_editor_looks_as_it_should_in_every_theme() {
    none(&faults(&LOOKS, &EDITOR, USUAL));
}

#[test]
fn what_is_received_and_handed_out_looks_as_it_should_in_every_theme() {
    none(&faults(&LOOKS, &RECEIVED, USUAL));
    none(&faults(&LOOKS.map(on_paper), &HANDED_OUT, USUAL));
}

/// A sheet is shown as it will be on paper, in every theme.
fn on_paper(look: Look) -> Look {
    Look {
        least_contrast: DAY.least_contrast,
        ..look
    }
}

#[test]
fn the_history_looks_as_it_should_in_every_window_and_theme() {
    for looks in [&[DAY, NIGHT], &STRONG] {
        none(&faults(looks, &past::WHOLE, TALL));
        none(&faults(looks, &past::EMPTY, USUAL));
    }
    none(&faults(&LOOKS.map(on_paper), &past::REPORT, USUAL));
    none(&faults(&[DAY, NIGHT], &past::EXPORT, USUAL));
    none(&faults_in_the_smallest(&STRONG, &past::EXPORT));
    for looks in [&[DAY][..], &STRONG] {
        none(&faults_in_the_smallest(looks, &past::SMALL));
        let on_paper: Vec<_> = looks.iter().copied().map(on_paper).collect();
        none(&faults_in_the_smallest(&on_paper, &past::SMALL_REPORT));
    }
}

#[test]
fn where_reminders_are_set_looks_as_it_should_in_every_window_and_theme() {
    none(&faults(&LOOKS, &REMINDED, REMINDERS));
    none(&faults_in_the_smallest(&[DAY], &reminded::SMALL));
    none(&faults_in_the_smallest(&STRONG, &reminded::SMALL));
}

#[test]
fn a_reminder_looks_as_it_should_in_every_theme() {
    for look in LOOKS {
        for (name, language) in [("reminder", "en"), ("reminder-german", "de")] {
            none(&look.faults(name, REMINDER, 1.0, reminded::window(language)));
        }
    }
    none(&DAY.faults("reminder-plain", REMINDER, 1.0, reminded::plain_window()));
}

/// The inside of the smallest window.
const SMALLEST: Vec2 = vec2(480.0, 600.0);

#[test]
fn what_is_read_and_written_looks_as_it_should_in_the_smallest_window_and_with_the_largest_text() {
    for looks in [&[DAY][..], &STRONG] {
        none(&faults_in_the_smallest(looks, &SMALL_SCREENS));
        none(&faults_in_the_smallest(looks, &SMALL_RECEIVED));
        none(&faults_in_the_smallest(looks, &SMALL_HANDED_OUT));
    }
}

#[test]
fn every_screen_looks_as_it_should_by_day() {
    DAY.check_every_screen();
}

#[test]
fn every_screen_looks_as_it_should_by_night() {
    NIGHT.check_every_screen();
}

#[test]
fn every_screen_looks_as_it_should_by_day_at_high_contrast() {
    STRONG_DAY.check_every_screen();
}

#[test]
fn every_screen_looks_as_it_should_by_night_at_high_contrast() {
    STRONG_NIGHT.check_every_screen();
}

#[test]
fn the_small_window_looks_as_it_should() {
    let faults = LOOKS.into_iter().flat_map(|look| {
        let look = Look {
            keeps: |_| true,
            ..look
        };
        look.faults("player-small", SMALL, 1.0, player_small())
    });
    none(&faults.collect::<Vec<_>>());
}

#[test]
fn a_picture_of_a_routines_own_lies_on_the_panel_as_it_is_for_both_sides() {
    none(&NIGHT.faults("player-picture", USUAL, 1.0, player_picture()));
}

#[test]
fn on_a_display_of_twice_the_pixels_the_player_is_twice_as_fine() {
    none(&DAY.faults("player-hold-at-200", USUAL, 2.0, player_hold()));
}

#[test]
fn on_a_display_of_twice_the_pixels_everything_is_where_it_is_on_a_usual_one() {
    for (name, make) in SCREENS {
        let [usual, fine] = [1.0, 2.0].map(|scale| places(&DAY.window(USUAL, scale, make())));
        assert_eq!(usual.len(), fine.len(), "{name}");
        for ((what, usual), (other, fine)) in usual.into_iter().zip(fine) {
            assert_eq!(what, other, "{name}");
            // Lines are as high as whole pixels make them.
            let miss = 3.0 + usual.bottom() * 0.02;
            let corners = [usual.min - fine.min, usual.max - fine.max];
            let same = corners.iter().all(|way| way.abs().max_elem() < miss);
            assert!(same, "{name}: {what} is at {fine} rather than at {usual}");
        }
    }
}

#[test]
fn the_program_draws_every_screen_as_it_should_look_by_day_whichever_was_shown_before() {
    draws_every_screen(&DAY, &STRONG_DAY);
}

#[test]
fn the_program_draws_every_screen_as_it_should_look_by_night_whichever_was_shown_before() {
    draws_every_screen(&NIGHT, &STRONG_NIGHT);
}

/// All screens in one look, and in high contrast.
fn draws_every_screen(look: &Look, strong: &Look) {
    let all = SCREENS.into_iter().chain(EDITOR).collect::<Vec<_>>();
    for (seed, look) in [look, strong].into_iter().enumerate() {
        let window = drawn::Window {
            size: USUAL,
            scale: 1.0,
            screens: &all,
        };
        drawn::check(look, &window, seed as u64);
    }
}

#[test]
fn the_program_draws_every_screen_as_it_should_look_in_the_smallest_window_and_with_the_largest_text()
 {
    for (look, size, scale) in [
        (DAY, SMALLEST, 1.0),
        (DAY, SMALLEST / 2.0, 2.0),
        (STRONG_NIGHT, SMALLEST / 2.0, 2.0),
    ] {
        let window = drawn::Window {
            size,
            scale,
            screens: &SMALL_SCREENS,
        };
        drawn::check(&look, &window, 7);
    }
}

/// All that has a name and a place, in points.
fn places(window: &Harness<'_>) -> Vec<(String, Rect)> {
    let nodes = window.root().children_recursive();
    let placed = nodes.filter(|node| node.accesskit_node().raw_bounds().is_some());
    let named = placed.filter_map(|node| {
        let name = node.accesskit_node().label()?;
        let role = node.accesskit_node().role();
        Some((format!("{role:?} {name}"), node.rect()))
    });
    named.collect()
}
