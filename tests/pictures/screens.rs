//! Every screen on a fixed day, with what it shows.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use eframe::egui::{Color32, ColorImage, Context, TextureHandle, TextureOptions, Ui};
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use supple::day::{Day, Dose, Limit, Rest, Standing, Turn};
use supple::history::{Checkup, Problem, ProblemKind};
use supple::library::{Entry, Library, Origin};
use supple::progress::{Share, Tally};
use supple::routine::{ImageFault, Routine, Surroundings, read};
use supple::runner::Snapshot;
use supple::session::Command;
use supple::settings::Settings;
use supple::ui::finish::{About, Finish, Kept};
use supple::ui::picture_cache::{PictureCache, Pictures};
use supple::ui::player::{Form, Look, Motion, Player, Sound};
use supple::ui::receive::Typed;
use supple::ui::settings::Voices;
use supple::ui::today::{Card, Unfinished};
use supple::ui::{Place, before_session, frame, learn, routine, routines, settings, today};
use supple::voice::Program;
use supple::words::{Message, Words};

use crate::canvas::place_of;
use crate::clinic::CLINIC;
use crate::course::Course;
use crate::past;

/// Draws a screen into the whole window.
pub(crate) type Draw = Box<dyn FnMut(&mut Ui)>;

/// The name of a screen, and what makes it.
pub(crate) type Screen = (&'static str, fn() -> Draw);

pub(crate) const SCREENS: [Screen; 21] = [
    ("today", today),
    ("today-warned", today_warned),
    ("routines", routines),
    ("routine", routine),
    ("safety", safety),
    ("pain", pain),
    ("too-much", too_much),
    ("player-prepare", player_prepare),
    ("player-rest", player_rest),
    ("player-hold", player_hold),
    ("player-paused", player_paused),
    ("player-hurts", player_hurts),
    ("player-end", player_end),
    ("player-full-screen", player_full_screen),
    ("player-by-ear", player_by_ear),
    ("finish", finish),
    ("history", past::history),
    ("session", past::session),
    ("learn", learn),
    ("learn-page", learn_page),
    ("settings", settings),
];

/// Pages that go on below the fold of a usual window.
pub(crate) const LONG: [Screen; 1] = [("routine-whole", routine_of_clinic)];

/// The page that goes on further than all.
pub(crate) const LONGEST: [Screen; 1] = [("settings-whole", settings)];

pub(crate) const TODAY: Date = date(2026, 11, 23);

pub(crate) fn words() -> Words {
    Words::of("en")
}

fn shipped() -> Vec<Entry> {
    Library::open(None, words().language()).entries().to_vec()
}

/// The shipped routine that is offered first.
fn lower_back() -> Arc<Routine> {
    shipped()[0].routine.clone().unwrap()
}

fn clinic() -> Arc<Routine> {
    let surroundings = Surroundings {
        stem: "clinic",
        today: TODAY,
        image: &|_| Err(ImageFault::Absent),
    };
    Arc::new(read(CLINIC.as_bytes(), &surroundings).routine.unwrap())
}

pub(crate) fn at(place: Place, mut page: impl FnMut(&mut Ui) + 'static) -> Draw {
    let words = words();
    Box::new(move |ui| {
        frame::show(ui, &words, &place, |ui| {
            page(ui);
            None
        });
    })
}

fn card(routine: &Routine, shipped: bool, dose: Dose) -> Card<'_> {
    Card {
        routine,
        shipped,
        folder: None,
        file: None,
        changed_file: None,
        twin: None,
        part: None,
        standing: Standing { dose, ..FREE },
    }
}

fn today() -> Draw {
    let (entries, clinic) = (shipped(), clinic());
    let morning = TODAY.at(8, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap();
    at(Place::Today, move |ui| {
        let of_program = |index: usize| entries[index].routine.as_deref().unwrap();
        let view = today::View {
            now: &morning,
            cards: vec![
                card(of_program(0), true, Dose::Planned { done: 1, of: 2 }),
                card(&clinic, false, Dose::Planned { done: 0, of: 2 }),
                card(of_program(4), true, Dose::Suggested { for_today: true }),
            ],
            pictures: &PictureCache::default(),
            next_day: None,
            unfinished: None,
            left: &[],
            broken: &[],
            warnings: &[],
        };
        today::show(ui, &words(), &view);
    })
}

/// A day on which everything asks for attention.
fn today_warned() -> Draw {
    let (entries, clinic) = (shipped(), clinic());
    let broken = ["knee.toml".to_owned(), "shoulder.toml".to_owned()];
    let warnings = [Message::new("settings-no-home")];
    let mut tally = Tally::default();
    tally.steps = Share { done: 3, of: 8 };
    let evening = TODAY.at(19, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap();
    at(Place::Today, move |ui| {
        let of_program = |index: usize| entries[index].routine.as_deref().unwrap();
        let view = today::View {
            next_day: None,
            now: &evening,
            cards: vec![
                Card {
                    changed_file: Some("clinic.toml".to_owned()),
                    ..card(&clinic, false, Dose::Planned { done: 1, of: 2 })
                },
                card(of_program(4), true, Dose::Planned { done: 2, of: 2 }),
                Card {
                    standing: Standing {
                        dose: Dose::Planned { done: 3, of: 2 },
                        rest: Some(Rest::AboveLimit {
                            pain: 5,
                            limit: Limit::Authors(3),
                        }),
                        ..FREE
                    },
                    ..card(of_program(0), true, Dose::Planned { done: 3, of: 2 })
                },
            ],
            pictures: &PictureCache::default(),
            unfinished: Some(Unfinished {
                title: &clinic.title,
                tally,
            }),
            left: &[],
            broken: &broken,
            warnings: &warnings,
        };
        today::show(ui, &words(), &view);
    })
}

fn routines() -> Draw {
    let mut entries = shipped();
    entries.insert(
        0,
        Entry {
            origin: Origin::Own(PathBuf::from("clinic.toml")),
            routine: Some(clinic()),
            ..entries[0].clone()
        },
    );
    at(Place::Routines, move |ui| {
        let view = routines::View {
            is_gone: false,
            entries: &entries,
            takes_drops: true,
            is_dialog_missing: false,
            day: &Day::new(TODAY),
            received: &[],
            recent: None,
            recent_warning: None,
            folder: Some(Path::new("/home/me/supple/routines")),
            warning: None,
        };
        routines::show(ui, &words(), &view, &mut Typed::default());
    })
}

fn routine() -> Draw {
    page_of(lower_back())
}

fn routine_of_clinic() -> Draw {
    page_of(clinic())
}

/// A day that has nothing to say against a session.
const FREE: Standing = Standing {
    dose: Dose::Planned { done: 0, of: 1 },
    turn: Turn::Due,
    week: None,
    enough: None,
    rest: None,
    rest_of_day: None,
};

fn page_of(routine: Arc<Routine>) -> Draw {
    at(Place::Routine(routine.id.clone()), move |ui| {
        let view = routine::View {
            routine: &routine,
            entry: None,
            is_unpacked: false,
            outside: None,
            pictures: Pictures::NONE,
            standing: FREE,
            today: TODAY,
            last: supple::history::Last::default(),
            part: &routine,
            choices: Vec::new(),
            asks_next_day: Some(false),
            week: 1,
            unopened: None,
            hands_out: None,
        };
        routine::show(ui, &words(), &view);
    })
}

fn whole(mut screen: impl FnMut(&mut Ui) + 'static) -> Draw {
    Box::new(move |ui| frame::whole(ui, &mut screen))
}

fn safety() -> Draw {
    whole(|ui| _ = before_session::show_safety(ui, &words()))
}

fn pain() -> Draw {
    let routine = lower_back();
    let sound = before_session::Sound {
        muted: false,
        warning: None,
    };
    let of_day = before_session::OfDay {
        standing: FREE,
        left_out: Vec::new(),
        can_do_all: true,
        choices: Vec::new(),
        is_tried: false,
    };
    whole(move |ui| {
        _ = before_session::show_pain(ui, &words(), &routine, &mut None, sound, &of_day);
    })
}

fn too_much() -> Draw {
    let routine = clinic();
    let limit = Limit::Authors(3);
    whole(move |ui| _ = before_session::show_too_much(ui, &words(), &routine, 7, limit))
}

fn player_prepare() -> Draw {
    let course = Course::begin(&lower_back());
    course.pass(Duration::from_secs(4));
    player(course.snapshot())
}

/// In the second of three holds, with eight seconds gone.
pub(crate) fn player_hold() -> Draw {
    player(Course::in_hold(&lower_back(), 2, 8).snapshot())
}

fn player_rest() -> Draw {
    let course = Course::in_hold(&lower_back(), 2, 8);
    course.pass(Duration::from_secs(14));
    player(course.snapshot())
}

fn player_full_screen() -> Draw {
    let snapshot = Course::in_hold(&lower_back(), 2, 8).snapshot();
    show(Player::default(), snapshot, Form::FullScreen)
}

/// Dark, for somebody who listens.
fn player_by_ear() -> Draw {
    let snapshot = Course::in_hold(&lower_back(), 2, 8).snapshot();
    let sound = Sound {
        alone: true,
        ..SOUND
    };
    let look = Look {
        sound,
        ..look(&snapshot, Form::Usual)
    };
    let mut player = Player::default();
    whole(move |ui| _ = player.show(ui, &words(), &snapshot, look))
}

/// The same in the small window above all others.
pub(crate) fn player_small() -> Draw {
    let snapshot = Course::in_hold(&lower_back(), 2, 8).snapshot();
    show(Player::default(), snapshot, Form::Small)
}

/// In a hold for the right side, with a picture that the routine's file brings.
pub(crate) fn player_picture() -> Draw {
    let mut routine = Routine::clone(&clinic());
    let knee = &mut routine.exercises[0];
    knee.image = Some("knee.png".to_owned());
    let snapshot = Course::in_hold(&Arc::new(routine), 4, 8).snapshot();
    let mut player = Player::default();
    let mut pictures = PictureCache::default();
    whole(move |ui| {
        // Asked for with the first drawing, there with the next.
        if let Some(wanted) = pictures.coming() {
            pictures.put(&wanted, Some(load(ui.ctx())));
            ui.ctx().request_repaint();
        }
        let look = Look {
            pictures: Pictures::of(&pictures, Some(Path::new(""))),
            ..look(&snapshot, Form::Usual)
        };
        player.show(ui, &words(), &snapshot, look);
    })
}

/// A teal square at the left of a white ground.
fn load(ctx: &Context) -> TextureHandle {
    let mut pixels = ColorImage::filled([300, 200], Color32::WHITE);
    for row in pixels.pixels.chunks_mut(300).skip(60).take(80) {
        row[30..110].fill(Color32::from_rgb(0, 110, 120));
    }
    let shown = Arc::new(pixels.clone());
    let texture = ctx.load_texture("knee", pixels, TextureOptions::LINEAR);
    ctx.data_mut(|data| data.insert_temp(place_of(texture.id()), shown));
    texture
}

fn player_paused() -> Draw {
    let course = Course::in_hold(&lower_back(), 2, 8);
    course.give(Command::Pause);
    player(course.snapshot())
}

fn player_hurts() -> Draw {
    let course = Course::in_hold(&lower_back(), 2, 8);
    course.give(Command::Hurts);
    player(course.snapshot())
}

fn player_end() -> Draw {
    let course = Course::in_hold(&lower_back(), 2, 8);
    course.give(Command::Pause);
    let snapshot = course.snapshot();
    let mut player = Player::default();
    assert!(player.ask_to_end(snapshot.state));
    show(player, snapshot, Form::Usual)
}

fn player(snapshot: Snapshot) -> Draw {
    show(Player::default(), snapshot, Form::Usual)
}

const SOUND: Sound = Sound {
    on: true,
    percent: 70,
    voice: Some(true),
    alone: false,
};

/// With sound and voice, without pictures, and nothing moves.
fn look(snapshot: &Snapshot, form: Form) -> Look<'static> {
    Look {
        sound: SOUND,
        motion: Motion {
            now: snapshot.as_of,
            reduced: true,
        },
        form,
        is_recorded: true,
        pictures: Pictures::NONE,
    }
}

fn show(mut player: Player, snapshot: Snapshot, form: Form) -> Draw {
    let look = look(&snapshot, form);
    whole(move |ui| _ = player.show(ui, &words(), &snapshot, look))
}

fn finish() -> Draw {
    let routine = lower_back();
    let course = Course::begin(&routine);
    course.pass(Duration::from_hours(1));
    let snapshot = course.snapshot();
    assert!(snapshot.state.is_over());
    let about = About {
        pain_before: Some(3),
        kept: Kept::Recorded,
    };
    let mut finish = Finish::default();
    whole(move |ui| _ = finish.show(ui, &words(), &snapshot, about))
}

fn learn() -> Draw {
    at(Place::Learn(None), |ui| {
        learn::show(ui, &words(), None, None);
    })
}

fn learn_page() -> Draw {
    at(Place::Learn(Some(0)), |ui| {
        learn::show(ui, &words(), Some(0), None);
    })
}

fn settings() -> Draw {
    at(Place::Settings, |ui| {
        let chosen = Settings {
            reduced_motion: true,
            ..Settings::default()
        };
        let record = PathBuf::from("/home/me/supple/log");
        let checkup = Checkup {
            files: 3,
            sessions: 412,
            holds: 4_713,
            days: 219,
            problems: vec![Problem {
                path: record.join("2026.jsonl"),
                line: Some(218),
                kind: ProblemKind::Damaged {
                    copy: Some(record.join("quarantine/2026.jsonl.damaged")),
                },
            }],
            set_aside: Some(record.join("quarantine")),
        };
        let view = settings::View {
            warnings: &[],
            settings: &chosen,
            devices: &[],
            devices_warning: None,
            trying: None,
            voices: Voices {
                program: Some(&Program::EspeakNg),
                offered: &[],
                gone: None,
                language: "en",
                warning: None,
            },
            drawn_by: &Message::new("settings-drawn-by-processor"),
            folders: &[("settings-folder-record", record.clone())],
            warning: None,
            record: Some(settings::OfRecord {
                folder: &record,
                unread: None,
                is_busy: false,
                checkup: Some(&checkup),
                moved: None,
            }),
            backup: settings::Backup::default(),
        };
        settings::show(ui, &words(), &view, &mut settings::Draft::default());
    })
}
