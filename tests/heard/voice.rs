//! Listens to a voice: what it says, that all of it is heard when it is meant to be, and that none
//! of it runs into what comes next.

use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use supple::lengths;
use supple::library::{self, SHIPPED};
use supple::plan::{Plan, StepKind};
use supple::routine::{Routine, Surroundings, read};
use supple::session::{Attempt, Command, Event, EventKind, Session};
use supple::sound::{self, Clip, Cue, Cues, Heard};
use supple::voice::{self, PAUSE, Program, Reader, Script, Speech, Voice};
use supple::words::Words;

use super::ear::{Match, line_through, listen, match_of};
use super::listener;
use super::machine::Machine;
use super::process::Process;
use super::reading;
use super::server::{SILENCE, Server};

/// Two sides, every kind of step, words of the author's, and an instruction too long for its time.
const ROUTINE: &str = r#"
format = 1
title = "Spoken"
language = "en"

[[exercise]]
name = "Knee to chest"
sides = "each"
prepare = "15s"
hold = "12s"
reps = 1
switch = "5s"
rest_after = "6s"
halfway = true
countdown = 2
instructions = [
  "Lie on your back.",
  "Draw one knee towards your chest with both hands, slowly, and let your back and your shoulders rest heavily on the floor all the while.",
  "Breathe.",
]
say = "Breathe out."

[[exercise.cue]]
at = "8s"
say = "Let the shoulders sink."

[[exercise]]
name = "Pelvic tilt"
kind = "reps"
prepare = "8s"
reps = 3
pace = "4s"
countdown = 0

[[exercise]]
name = "Bridge"
prepare = "7s"
hold = "5s"
reps = 2
rest = "5s"
halfway = false
countdown = 0
"#;

/// What is said of it, by the moments at which it is said.
const SAID: &[(&str, &[&str])] = &[
    (
        "0:00",
        &[
            "Knee to chest",
            "once, hold 12 seconds, each side, left first",
            "Left side",
            "Stop if it hurts.",
            "Lie on your back.",
        ],
    ),
    ("0:15", &["Hold, left side", "Breathe out."]),
    ("0:21", &["Halfway."]),
    ("0:23", &["Let the shoulders sink."]),
    ("0:27", &["Switch to the right side"]),
    ("0:32", &["Hold, right side", "Breathe out."]),
    ("0:38", &["Halfway."]),
    ("0:40", &["Let the shoulders sink."]),
    ("0:44", &["Rest", "Next: Pelvic tilt."]),
    (
        "0:50",
        &["Pelvic tilt", "3 repetitions at a pace of 4 seconds"],
    ),
    ("0:58", &["3 repetitions."]),
    ("1:10", &["Rest", "Next: Bridge."]),
    ("1:15", &["Bridge", "2 times, hold 5 seconds"]),
    ("1:22", &["Hold."]),
    ("1:27", &["Rest", "Next: 2 of 2."]),
    ("1:32", &["Hold."]),
    ("1:37", &["That was all of it. Well done."]),
];

/// How far from its moment a phrase may begin.
const TOLERANCE: Duration = Duration::from_millis(50);

#[test]
fn a_whole_routine_is_spoken_on_time_and_runs_into_nothing() {
    let machine = Machine::new();
    let file = machine.write("spoken.toml", ROUTINE);
    let today = jiff::civil::date(2026, 1, 1);
    let routine = library::read_file(&file, today).unwrap().routine.unwrap();
    let planned = planned(&Arc::new(routine), machine.folder.path());

    let said: Vec<(String, Vec<&str>)> = planned
        .iter()
        .filter(|moment| !moment.said.is_empty())
        .map(|moment| {
            let texts = moment.said.iter().map(|(text, _)| text.as_str());
            (lengths::clock(moment.at), texts.collect())
        })
        .collect();
    let expected: Vec<(String, Vec<&str>)> = SAID
        .iter()
        .map(|(at, texts)| ((*at).to_owned(), texts.to_vec()))
        .collect();
    assert_eq!(said, expected);

    let server = Server::start(machine.folder.path());
    guide(&machine, "spoken.toml", &server);
    is_heard(&planned, &server.heard_out());
}

#[test]
fn a_shipped_routine_is_done_with_the_screen_off_by_one_who_only_hears() {
    const NAME: &str = "two-minute-standing-break";
    let machine = Machine::new();
    let server = Server::start(machine.folder.path());
    guide(&machine, NAME, &server);
    let recording = server.heard_out();

    let shipped = SHIPPED.iter().find(|shipped| shipped.name == NAME).unwrap();
    let routine = routine(shipped.text("en"));
    let plan = Plan::of(&routine);
    let cache = machine.folder.path().join("cache");
    let phrases: Vec<(String, Clip)> = Script::new(&routine)
        .needs_from(0, &plan)
        .into_iter()
        .map(|need| {
            let rendered = voice::render(&espeak(&cache), &need.phrase, &Arc::default());
            (need.phrase.text, rendered.unwrap().clip)
        })
        .collect();
    let heard = listener::listen(&recording, &phrases);
    let names: Vec<&str> = routine.exercises.iter().map(|e| e.name.as_str()).collect();
    let done = listener::holds(&heard, &names);

    let work: Vec<_> = plan.work().map(|(_, step)| step).collect();
    assert_eq!(done.len(), work.len(), "{done:?}");
    for (hold, step) in done.iter().zip(work) {
        assert_eq!(hold.exercise, names[step.exercise]);
        assert_eq!(hold.side, step.side);
        let off = hold.length.abs_diff(step.duration.unwrap());
        assert!(off < TOLERANCE, "{hold:?} is to be {:?}", step.duration);
    }
}

#[test]
fn a_sample_is_heard_to_its_end_whatever_mutes_a_session() {
    let machine = Machine::new();
    let settings = "muted = true\nvolume_percent = 0\noutput_device = \"gone\"\n";
    machine.write("config/settings.toml", settings.to_owned() + ESPEAK);
    let server = Server::start(machine.folder.path());
    run(&machine, &["voices", "--language", "en"], &server);

    let recording = server.heard_out();
    let phrase = voice::Phrase {
        text: Words::of("en").get("voice-sample"),
        language: "en".to_owned(),
    };
    let cache = machine.folder.path().join("cache");
    let sample = voice::render(&espeak(&cache), &phrase, &Arc::default());
    let made: Vec<f32> = sample.unwrap().clip.samples().collect();
    let begins = recording.iter().position(|sample| sample.abs() > SILENCE);
    let begins = sound::duration(begins.unwrap());
    let found = match_of(&recording, &made, begins.as_secs_f64());
    assert!(found.likeness > 0.9, "{found:?}");
}

/// Guides a routine by voice alone, to its end.
fn guide(machine: &Machine, routine: &str, server: &Server) {
    let settings = "safety_card_seen = true\nvolume_percent = 100\nlanguage = \"en\"\n";
    machine.write("config/settings.toml", settings.to_owned() + ESPEAK);
    run(machine, &["guide", routine, "--quiet-screen"], server);
}

fn run(machine: &Machine, arguments: &[&str], server: &Server) {
    let mut program = machine.command(arguments);
    program
        .env("HOME", machine.folder.path())
        .stdout(Stdio::null());
    server.plays(&mut program);
    let mut program = Process::start(&mut program, machine.folder.path());
    assert!(program.0.wait().unwrap().success());
}

/// A moment at which something sounds.
struct Moment {
    at: Duration,
    cue: Option<Cue>,
    said: Vec<(String, Clip)>,
}

/// A sound with the moment at which it is to begin.
struct Planned {
    name: String,
    is_cue: bool,
    at: f64,
    samples: Vec<f32>,
}

impl Moment {
    /// Its sounds one after the other. Of a cue before a voice only the part that is heard alone:
    /// from then on it is softened.
    fn sounds(&self) -> Vec<Planned> {
        let mut sounds = Vec::new();
        let mut at = self.at;
        if let Some(cue) = self.cue {
            let lead = sound::lead(cue);
            sounds.push(Planned {
                name: format!("{cue:?}"),
                is_cue: true,
                at: at.as_secs_f64(),
                samples: sound::samples(cue)
                    .iter()
                    .copied()
                    .take(sound::frames(lead))
                    .collect(),
            });
            at += lead;
        }
        for (text, clip) in &self.said {
            sounds.push(Planned {
                name: text.clone(),
                is_cue: false,
                at: at.as_secs_f64(),
                samples: clip.samples().collect(),
            });
            at += clip.length() + PAUSE;
        }
        sounds
    }
}

fn is_heard(planned: &[Moment], recording: &[f32]) {
    let sounds: Vec<Planned> = planned.iter().flat_map(Moment::sounds).collect();
    let begins = listen(recording).first().unwrap().at;
    let found: Vec<Match> = sounds
        .iter()
        .map(|sound| match_of(recording, &sound.samples, begins + sound.at))
        .collect();
    let points: Vec<(f64, f64)> = sounds
        .iter()
        .zip(&found)
        .map(|(sound, found)| (sound.at, found.at))
        .collect();
    let fit = line_through(&points);
    for ((sound, found), late) in sounds.iter().zip(&found).zip(&fit.errors) {
        let reported = format!(
            "“{}” at {:.3} s: {found:?}, {late:.4} s late",
            sound.name, sound.at
        );
        assert!(found.likeness > 0.8, "not heard: {reported}");
        assert!(late.abs() < TOLERANCE.as_secs_f64(), "{reported}");
    }
    for (pair, heard) in sounds.windows(2).zip(found.windows(2)) {
        if pair[0].is_cue {
            continue;
        }
        let length = sound::duration(pair[0].samples.len());
        let end = heard[0].at + length.as_secs_f64();
        let (one, next) = (&pair[0].name, &pair[1].name);
        assert!(end <= heard[1].at + 0.001, "“{one}” runs into “{next}”");
    }
}

/// What is to be said of how an exercise is done, and when the last of it was.
#[derive(Default)]
struct Explained {
    wanted: Vec<String>,
    said: Vec<String>,
}

impl Explained {
    fn missing(&self) -> Vec<&str> {
        let wanted = self.wanted.iter().map(String::as_str);
        wanted
            .filter(|text| self.said.iter().all(|said| said != text))
            .collect()
    }
}

#[test]
fn a_person_who_only_hears_is_told_what_to_do_before_a_hold_and_all_else_before_its_end() {
    let folder = tempfile::tempdir().unwrap();
    for shipped in SHIPPED {
        for language in ["en", "de"] {
            let routine = routine(shipped.text(language));
            let plan = Plan::of(&routine);
            let mut explained = Explained::default();
            walk(&routine, folder.path(), |events, _, said, at| {
                explained
                    .said
                    .extend(said.into_iter().map(|(text, _)| text));
                for event in events {
                    let place = format!("{} ({language}), {at:?}", shipped.name);
                    match event.kind {
                        EventKind::StepBegan { step } => {
                            let of = plan.steps[step];
                            let exercise = routine.exercises[of.exercise].on(of.side);
                            if of.kind == StepKind::Prepare {
                                explained.wanted.clone_from(&exercise.instructions);
                                let missing = explained.missing();
                                assert!(missing.is_empty(), "{place}: {missing:?}");
                                explained.wanted.extend(exercise.caution.clone());
                            }
                        }
                        EventKind::Attempted(Attempt { step, .. }) => {
                            let exercise = plan.steps[step].exercise;
                            let more = plan
                                .work()
                                .any(|(later, of)| later > step && of.exercise == exercise);
                            let missing = explained.missing();
                            assert!(more || missing.is_empty(), "{place}: {missing:?}");
                        }
                        _ => {}
                    }
                }
            });
        }
    }
}

fn routine(text: &str) -> Arc<Routine> {
    let surroundings = Surroundings {
        stem: "shipped",
        today: jiff::civil::date(2026, 1, 1),
        image: &|_| Ok(()),
    };
    Arc::new(read(text.as_bytes(), &surroundings).routine.unwrap())
}

/// Runs through a session that nobody intervenes in, and tells at each moment what sounds.
fn planned(routine: &Arc<Routine>, folder: &Path) -> Vec<Moment> {
    let mut moments = Vec::new();
    walk(routine, folder, |_, cue, said, at| {
        if cue.is_some() || !said.is_empty() {
            moments.push(Moment { at, cue, said });
        }
    });
    moments
}

/// Has the program speak through espeak-ng too: another that is installed may be taken before it.
const ESPEAK: &str = "voice_names = { en = \"espeak-ng en\" }\n";

/// Through espeak-ng, whatever else is installed.
fn espeak(cache: &Path) -> Speech {
    Speech {
        programs: vec![Program::EspeakNg],
        cache: Some(cache.to_owned()),
        ..Speech::default()
    }
}

/// Calls for each wake-up with its events and what is heard of them.
fn walk(
    routine: &Arc<Routine>,
    folder: &Path,
    mut at_each: impl FnMut(&[Event], Option<Cue>, Vec<(String, Clip)>, Duration),
) {
    let speech = espeak(&folder.join("cache"));
    let mut session = Session::new(Arc::clone(routine));
    let needs = Script::new(routine).needs_from(0, session.plan());
    let phrases: Vec<_> = needs.iter().map(|need| need.phrase.clone()).collect();
    let reader = Reader::start(&speech, needs).unwrap();
    reader.wait_for(&phrases, Duration::from_mins(5));
    assert_eq!(reader.warning(), None);
    let mut voice = Voice::new(&session, &speech, Some(reader));
    let mut cues = Cues::default();
    let mut events = Vec::new();
    let mut now = Duration::ZERO;
    session
        .apply(Command::Start, reading(now), &mut events)
        .unwrap();
    loop {
        let cue = match cues.hear(&events, session.plan()) {
            Some(Heard::Cue(cue)) => Some(cue),
            _ => None,
        };
        let lead = cue.map_or(Duration::ZERO, sound::lead);
        let choice = voice.choose(&events, &session, &cues, lead);
        let said = choice.map(|choice| choice.said).unwrap_or_default();
        let said = said
            .into_iter()
            .map(|(part, clip)| (part.phrase.text, clip));
        at_each(&events, cue, said.collect(), now);
        events.clear();
        match session.next_deadline() {
            Some(deadline) => now = deadline,
            None => return,
        }
        // An open step: the person is done at once.
        if session.length().is_none() {
            let done = session.apply(Command::Done, reading(now), &mut events);
            done.unwrap();
        } else {
            session.advance(reading(now), &mut events);
        }
    }
}
