//! What the player promises: every state shown, every key and button obeyed, and the essentials in
//! view in every window.

mod alone;
mod ear;
mod figures;
mod full_screen;
mod pictures;
mod shown;
mod small;
mod windows;
mod worked;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{Key, Modifiers, Pos2, Rect, Theme, UiBuilder, Vec2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};

use super::strip::{Progress, segments};
use super::view::{Main, View};
use super::*;
use crate::library::SHIPPED;
use crate::plan::Plan;
use crate::routine::{Author, Dose, Exercise, Routine, Safety, Sides, Surroundings, read};
use crate::runner::{Audible, Refused, SoundWarning};
use crate::session::{Attempt, Outcome, Reading, Session};
use crate::ui::picture_cache::PictureCache;
use crate::ui::theme;

/// What [`routine`] says to do in its first exercise.
const TO_DO: &str = "Draw one knee towards your chest with both hands.";

/// And what to mind in it.
const CAUTION: &str = "Never pull against pain.";

/// What a screen reader says of the figure of that exercise.
const PICTURE: &str = "Picture of Single knee to chest. Left side";

/// A window as it is first opened, in points.
const USUAL: Vec2 = vec2(1280.0, 800.0);

/// All of a window of this size.
fn window(size: Vec2) -> Rect {
    Rect::from_min_size(Pos2::ZERO, size)
}

/// Knee to chest, three holds of 20 s on each side; then a paced exercise of two sets and an open
/// one.
fn routine() -> Routine {
    let mut knee = Exercise::new("knee-to-chest", "Single knee to chest");
    knee.instructions = vec![TO_DO.to_owned()];
    knee.feel_it_in = Some("the lower back".to_owned());
    knee.caution = Some(CAUTION.to_owned());
    knee.easier = Some("Hold behind the thigh.".to_owned());
    knee.sides = Sides::Each;
    let mut tilt = Exercise::new("tilt", "Pelvic tilt");
    tilt.dose = Dose::Paced {
        reps: 10,
        pace: Duration::from_secs(4),
    };
    tilt.sets = 2;
    let mut walk = Exercise::new("walk", "Walk on the spot");
    walk.dose = Dose::Open;
    let mut routine = Routine::new("back", "Lower back relief", vec![knee, tilt, walk]);
    routine.safety = Safety {
        pain_limit: Some(3),
        stop_if: vec!["numbness in the legs".to_owned()],
        not_if: Vec::new(),
    };
    routine.author = Some(Author {
        name: Some("A. Physiotherapist".to_owned()),
        contact: Some("555 0134".to_owned()),
        ..Author::default()
    });
    routine
}

/// The same with figures for its first two exercises.
fn drawn() -> Routine {
    let mut routine = routine();
    let figures = ["knee-to-chest", "pelvic-tilt"];
    for (exercise, figure) in routine.exercises.iter_mut().zip(figures) {
        exercise.figure = Some(figure.to_owned());
    }
    routine
}

/// What the author of [`with_authors_words`] says in the holds of the first exercise.
const SAY: &str = "Breathe out slowly.";

/// The same with its author's words for the first exercise.
fn with_authors_words() -> Routine {
    let mut routine = drawn();
    routine.exercises[0].say = Some(SAY.to_owned());
    routine
}

/// One of the routines that come with the program.
fn shipped_routine(stem: &str, language: &str) -> Routine {
    let file = SHIPPED.iter().find(|file| file.name == stem).unwrap();
    let surroundings = Surroundings {
        stem,
        today: jiff::civil::Date::MIN,
        image: &|_| Ok(()),
    };
    let reading = read(file.text(language).as_bytes(), &surroundings);
    reading.routine.unwrap()
}

/// A session driven by hand, as the runner drives one.
struct Course {
    session: Session,
    now: Duration,
    attempts: Vec<Attempt>,
    refused: Option<Refused>,
    sound_warning: Option<SoundWarning>,
}

impl Course {
    /// Under way in the step `step` since `elapsed_secs`, with all before it held in full.
    fn at(step: usize, elapsed_secs: u64) -> Self {
        Self::of(routine(), step, elapsed_secs)
    }

    fn of(routine: Routine, step: usize, elapsed_secs: u64) -> Self {
        let session = Session::from_step(Arc::new(routine), step);
        let attempts: Vec<Attempt> = session
            .plan()
            .work()
            .filter(|(index, _)| *index < step)
            .map(|(step, of_it)| Attempt {
                step,
                prescribed: of_it.duration,
                held: of_it.duration.unwrap_or_default(),
                outcome: Outcome::Done,
                again: false,
            })
            .collect();
        let mut course = Self {
            session: session.after(attempts.clone()),
            now: Duration::ZERO,
            attempts,
            refused: None,
            sound_warning: None,
        };
        course.give(Command::Start);
        (0..elapsed_secs).for_each(|_| course.wait(Duration::from_secs(1)));
        course
    }

    /// Paused there.
    fn paused_at(step: usize, elapsed_secs: u64) -> Self {
        let mut course = Self::at(step, elapsed_secs);
        course.give(Command::Pause);
        course
    }

    /// Stopped there because it hurts.
    fn hurting_at(step: usize, elapsed_secs: u64) -> Self {
        let mut course = Self::at(step, elapsed_secs);
        course.give(Command::Hurts);
        course
    }

    /// Standing there since the program was away for 12 seconds.
    fn away_at(step: usize, elapsed_secs: u64) -> Self {
        let mut course = Self::at(step, elapsed_secs);
        course.wait(Duration::from_secs(12));
        course
    }

    fn reading(&self) -> Reading {
        Reading {
            monotonic: self.now,
            with_sleep: self.now,
        }
    }

    fn wait(&mut self, time: Duration) {
        self.now += time;
        let mut events = Vec::new();
        self.session.advance(self.reading(), &mut events);
        self.note(&events);
    }

    fn give(&mut self, command: Command) {
        let mut events = Vec::new();
        let answer = self.session.apply(command, self.reading(), &mut events);
        self.refused = answer.err().map(|why| Refused {
            command,
            why,
            step: self.session.step().0,
            at: self.now,
        });
        self.note(&events);
    }

    fn note(&mut self, events: &[crate::session::Event]) {
        for event in events {
            if let crate::session::EventKind::Attempted(attempt) = event.kind {
                self.attempts.push(attempt);
            }
        }
    }

    fn snapshot(&self) -> Snapshot {
        Snapshot {
            routine: Arc::clone(self.session.routine()),
            plan: Arc::clone(self.session.plan()),
            state: self.session.state(),
            step: self.session.step().0,
            elapsed: self.session.elapsed(),
            length: self.session.length(),
            left: self.session.left(),
            is_eased: self.session.is_eased(),
            hurting_step: self.session.hurting_step(),
            hurts_eased: self.session.hurts_eased(),
            attempts: Arc::new(self.attempts.clone()),
            refused: self.refused,
            sound_warning: self.sound_warning.clone(),
            record_warning: None,
            as_of: self.now,
        }
    }
}

/// Where the routine's file lies.
const FOLDER: &str = "routines";

/// The player on a screen, with the session behind it and all that was asked of it.
struct Screen {
    course: Course,
    player: Player,
    words: Words,
    asked: Vec<Action>,
    form: Form,
    sound: Sound,
    is_recorded: bool,
    pictures: PictureCache,
}

impl Screen {
    fn ui(ui: &mut Ui, screen: &mut Self) {
        let snapshot = screen.course.snapshot();
        let look = Look {
            sound: screen.sound,
            motion: Motion {
                now: screen.course.now,
                reduced: false,
            },
            form: screen.form,
            is_recorded: screen.is_recorded,
            pictures: Pictures::of(&screen.pictures, Some(Path::new(FOLDER))),
        };
        // The harness leaves a margin, the app none.
        let window = UiBuilder::new().max_rect(ui.ctx().content_rect());
        let show = |ui: &mut Ui| screen.player.show(ui, &screen.words, &snapshot, look);
        let action = ui.scope_builder(window, show).inner;
        if let Some(Action::Session(command)) = &action {
            screen.course.give(*command);
            ui.ctx().request_repaint();
        }
        screen.asked.extend(action);
    }
}

/// All of it is on, and the screen is looked at.
const SOUND: Sound = Sound {
    on: true,
    percent: 70,
    voice: Some(true),
    alone: false,
};

fn harness(course: Course) -> Harness<'static, Screen> {
    sized(course, USUAL, 1.0, "en")
}

fn sized(course: Course, size: Vec2, zoom: f32, language: &str) -> Harness<'static, Screen> {
    // A larger text size is a larger zoom, which leaves fewer points.
    in_form(course, size / zoom, Form::Usual, language)
}

/// In a window of `size` points that has this form.
fn in_form(course: Course, size: Vec2, form: Form, language: &str) -> Harness<'static, Screen> {
    let screen = Screen {
        course,
        player: Player::default(),
        words: Words::of(language),
        asked: Vec::new(),
        form,
        sound: SOUND,
        is_recorded: true,
        pictures: PictureCache::default(),
    };
    let mut harness = Harness::builder()
        .with_size(size)
        .with_theme(Theme::Light)
        .with_context_setup(theme::install)
        .build_ui_state(Screen::ui, screen);
    harness.run();
    harness
}

/// Checks that what is always needed, and what has one of these names, is within the window with
/// nothing over it.
fn in_view_and_apart(
    harness: &Harness<'_, Screen>,
    size: Vec2,
    case: &str,
    names: impl IntoIterator<Item = String>,
) {
    let words = &harness.state().words;
    let snapshot = harness.state().course.snapshot();
    let view = View::of(&snapshot, snapshot.as_of).unwrap();
    let main = match view.main {
        Main::Resume => "player-resume",
        _ => "player-pause",
    };
    let always = [main, "player-it-hurts", "player-skip"].map(|id| words.get(id));
    let names = always.into_iter().chain(names);
    let mut placed: Vec<_> = names
        .chain([view.exercise.name.clone()])
        .map(|name| (harness.get_by_label(&name).rect(), name))
        .collect();
    let dial = harness.get_by_role(Role::Timer).rect();
    placed.push((dial, "the ring".to_owned()));
    assert!(dial.width() >= 70.0, "{case}: the ring is {dial}");
    for (index, (rect, name)) in placed.iter().enumerate() {
        assert!(
            window(size).contains_rect(*rect),
            "{case}: {name} at {rect}"
        );
        for (other, what) in &placed[index + 1..] {
            let apart = are_apart(*rect, *other);
            assert!(apart, "{case}: {name} at {rect} over {what} at {other}");
        }
    }
}

fn are_apart(one: Rect, other: Rect) -> bool {
    let common = one.intersect(other);
    common.width() <= 0.5 || common.height() <= 0.5
}

fn said(course: &Course, words: &Words) -> (u64, String, String) {
    let snapshot = course.snapshot();
    let view = View::of(&snapshot, snapshot.as_of).unwrap();
    (
        view.dial.number,
        words.message(&view.dial.caption),
        words.message(&view.announcement),
    )
}

// Steps of the routine above: 0 prepare, 1 hold, 2 rest, 3 hold, 4 rest, 5 hold, 6 switch, 7 hold,
// ..., 11 hold, 12 rest, 13 prepare, 14 reps, 15 rest, 16 reps, 17 rest, 18 prepare, 19 wait.
