//! What is said in sessions, by the moments at which it is said.

mod any_session;
mod circuit;
mod little_time;
mod programmes;
mod tempo;

use std::sync::Arc;

use super::*;
use crate::routine::{Dose, Exercise, Routine, Sides, SpokenCue, spoken};
use crate::session::{Command, EventKind, Reading, StopReason};
use crate::sound::SAMPLE_RATE;

/// A session driven by hand with a voice that says a character in a twentieth of a second.
struct Course {
    session: Session,
    voice: Voice,
    cues: Cues,
    now: Duration,
    /// By the second.
    said: Vec<(u64, Vec<String>)>,
}

fn spoken_clip(phrase: Phrase) -> (Phrase, Clip) {
    let frames = phrase.text.chars().count() * SAMPLE_RATE as usize / 20;
    (phrase, Clip::of(vec![1; frames]))
}

/// All that is said in a session of the routine.
fn phrases_of(routine: &Arc<Routine>) -> Vec<Phrase> {
    let session = Session::new(Arc::clone(routine));
    let needs = Script::new(routine).needs_from(0, session.plan());
    needs.into_iter().map(|need| need.phrase).collect()
}

impl Course {
    fn of(routine: Routine) -> Self {
        let routine = Arc::new(routine);
        let clips = phrases_of(&routine).into_iter().map(spoken_clip);
        Self::with(&routine, Reader::that_has_read(clips))
    }

    fn of_nothing_rendered(routine: Routine) -> Self {
        Self::with(&Arc::new(routine), Reader::that_has_read([]))
    }

    fn with(routine: &Arc<Routine>, reader: Reader) -> Self {
        let session = Session::new(Arc::clone(routine));
        let mut course = Self {
            voice: Voice::new(&session, &Speech::default(), Some(reader)),
            session,
            cues: Cues::default(),
            now: Duration::ZERO,
            said: Vec::new(),
        };
        course.give(Command::Start);
        course
    }

    /// From now on all that is said has been rendered.
    fn render_all(&mut self) {
        for phrase in phrases_of(self.session.routine()) {
            self.render(&phrase.text);
        }
    }

    /// From now on this text has been rendered.
    fn render(&mut self, text: &str) {
        let phrases = phrases_of(self.session.routine());
        let mut phrases = phrases.into_iter();
        let phrase = phrases.find(|phrase| phrase.text == text).unwrap();
        let (phrase, clip) = spoken_clip(phrase);
        self.voice.reader.as_ref().unwrap().has_read(phrase, clip);
    }

    fn give(&mut self, command: Command) -> &mut Self {
        let mut events = Vec::new();
        self.session
            .apply(command, self.reading(), &mut events)
            .unwrap();
        self.hear(&events)
    }

    /// Lets time pass until a second, with a call at each deadline.
    fn until(&mut self, second: u64) -> &mut Self {
        let end = Duration::from_secs(second);
        while let Some(next) = self.session.next_deadline().filter(|next| *next <= end) {
            self.now = next;
            let mut events = Vec::new();
            self.session.advance(self.reading(), &mut events);
            self.hear(&events);
        }
        self.now = end;
        self
    }

    fn hear(&mut self, events: &[Event]) -> &mut Self {
        self.cues.hear(events, self.session.plan());
        let choice = self
            .voice
            .choose(events, &self.session, &self.cues, Duration::ZERO);
        let said = choice.map(|choice| choice.said).unwrap_or_default();
        let texts: Vec<String> = said.into_iter().map(|(part, _)| part.phrase.text).collect();
        if !texts.is_empty() {
            self.said.push((self.now.as_secs(), texts));
        }
        self
    }

    fn reading(&self) -> Reading {
        Reading {
            monotonic: self.now,
            with_sleep: self.now,
        }
    }

    fn said(&self) -> Vec<(u64, Vec<&str>)> {
        self.said
            .iter()
            .map(|(second, texts)| (*second, texts.iter().map(String::as_str).collect()))
            .collect()
    }
}

/// Two holds of twenty seconds, one on each side, ten seconds to get ready.
fn knee() -> Exercise {
    Exercise {
        sides: Sides::Each,
        dose: Dose::Hold {
            hold: Duration::from_secs(20),
            reps: 1,
        },
        ..Exercise::new("knee", "Knee")
    }
}

fn routine(exercises: Vec<Exercise>) -> Routine {
    Routine::new("test", "Test", exercises)
}

#[test]
fn a_session_is_told_from_its_first_word_to_its_last() {
    let mut course = Course::of(routine(vec![
        Exercise {
            say: Some("Breathe.".to_owned()),
            ..knee()
        },
        Exercise {
            dose: Dose::Paced {
                reps: 2,
                pace: Duration::from_secs(4),
            },
            ..Exercise::new("tilt", "Tilt")
        },
    ]));
    course.until(200);
    assert_eq!(
        course.said(),
        [
            (
                0,
                vec![
                    "Knee",
                    "once, hold 20 seconds, each side, left first",
                    "Left side",
                    "Stop if it hurts.",
                ]
            ),
            (10, vec!["Hold, left side", "Breathe."]),
            (20, vec!["Halfway."]),
            (30, vec!["Switch to the right side"]),
            (35, vec!["Hold, right side", "Breathe."]),
            (45, vec!["Halfway."]),
            (55, vec!["Rest", "Next: Tilt."]),
            (60, vec!["Tilt", "2 repetitions at a pace of 4 seconds"]),
            (70, vec!["2 repetitions."]),
            (78, vec!["That was all of it. Well done."]),
        ]
    );
}

#[test]
fn repetitions_that_alternate_sides_are_announced_as_such() {
    let mut course = Course::of(routine(vec![Exercise {
        dose: Dose::Paced {
            reps: 6,
            pace: Duration::from_secs(2),
        },
        sides: Sides::Alternate,
        ..Exercise::new("march", "March")
    }]));
    course.until(200);
    let said = course.said();
    let dose = "6 repetitions at a pace of 2 seconds, as many on each side, in turn";
    assert_eq!(said[0].1[..3], ["March", dose, "Left side first."]);
    let at_its_start = "In turn, left first.";
    assert_eq!(said[1], (10, vec![at_its_start]));
    assert_eq!(said[2].0, 34);
}

#[test]
fn a_persons_own_commands_are_answered_and_pain_is_met_with_quiet() {
    let mut course = Course::of(routine(vec![Exercise {
        easier: Some("Hold the thigh.".to_owned()),
        instructions: vec!["Hold the shin.".to_owned()],
        ..knee()
    }]));
    course.until(12).said.clear();
    course.give(Command::Pause).until(14).give(Command::Resume);
    course.until(16).give(Command::Extend);
    course.until(18).give(Command::Hurts);
    course.until(20).give(Command::Easier);
    course.until(22).give(Command::Hurts);
    course.until(24).give(Command::Stop(StopReason::Pain));
    assert_eq!(
        course.said(),
        [
            (12, vec!["Paused."]),
            (14, vec!["Going on."]),
            (16, vec!["Ten seconds more."]),
            (
                20,
                vec![
                    "Hold the thigh.",
                    "Going on.",
                    "Knee",
                    "once, hold 20 seconds, each side, left first",
                    "Left side"
                ]
            ),
        ]
    );

    let mut course = Course::of(routine(vec![knee()]));
    course.until(15).said.clear();
    course.give(Command::Stop(StopReason::NoTime));
    assert_eq!(course.said(), [(15, vec!["Enough for this time."])]);
}

#[test]
fn the_authors_words_are_said_at_their_moment_and_make_room_for_nothing() {
    let cue = |at, say: &str| SpokenCue {
        at: Duration::from_secs(at),
        say: say.to_owned(),
    };
    let mut course = Course::of(routine(vec![
        Exercise {
            sides: Sides::None,
            say: Some("Hidden by the first.".to_owned()),
            cues: vec![
                cue(0, "Let go."),
                cue(3, "Let the shoulders sink."),
                cue(
                    16,
                    "This is too long for the second before the last three begin to tick.",
                ),
                cue(20, "Well done."),
            ],
            rest_after: Duration::from_secs(8),
            ..knee()
        },
        knee(),
    ]));
    course.until(37).said.remove(0);
    assert_eq!(
        course.said(),
        [
            (10, vec!["Hold.", "Let go."]),
            (13, vec!["Let the shoulders sink."]),
            (20, vec!["Halfway."]),
            (30, vec!["Well done.", "Rest", "Next: Knee."]),
        ]
    );
}

#[test]
fn repetitions_are_numbered_in_the_rests_between_them_and_coached_once() {
    let mut course = Course::of(routine(vec![Exercise {
        sides: Sides::None,
        dose: Dose::Hold {
            hold: Duration::from_secs(20),
            reps: 2,
        },
        halfway: false,
        say: Some("Breathe.".to_owned()),
        ..knee()
    }]));
    course.until(60).said.remove(0);
    assert_eq!(
        course.said()[..3],
        [
            (10, vec!["Hold.", "Breathe."]),
            (30, vec!["Rest", "Next: 2 of 2."]),
            (35, vec!["Hold."]),
        ]
    );
}

#[test]
fn each_language_is_spoken_by_its_own_voice() {
    let spoken = |tag: &str| {
        let routine = Routine {
            language: tag.to_owned(),
            ..routine(vec![knee()])
        };
        let session = Session::new(Arc::new(routine.clone()));
        Script::new(&Arc::new(routine)).needs_from(0, session.plan())
    };
    let has = |needs: &[Need], text: &str, language: &str| {
        let mut phrases = needs.iter().map(|need| &need.phrase);
        phrases.any(|phrase| phrase.text == text && phrase.language == language)
    };
    let german = spoken("de-AT");
    assert!(has(&german, "Halbzeit.", "de"));
    assert!(has(&german, "Knee", "de-AT"));
    // Supple speaks no French: its own words are English, the author's are not.
    let french = spoken("fr");
    assert!(has(&french, "Halfway.", "en"));
    assert!(has(&french, "Knee", "fr"));
}

#[test]
fn going_back_to_any_hold_from_any_other_is_said() {
    let routine = Arc::new(routine(vec![
        knee(),
        Exercise {
            sides: Sides::None,
            prepare: Duration::ZERO,
            instructions: vec!["Sit up.".to_owned()],
            ..Exercise::new("twist", "Twist")
        },
    ]));
    let plan = crate::plan::Plan::of(&routine);
    let script = Script::new(&routine);
    let rendered = script.needs_from(0, &plan);
    for from in 0..plan.steps.len() {
        for step in 0..=from {
            let mut script = script.clone();
            let began = |step: usize| Event {
                at: Duration::ZERO,
                kind: EventKind::StepBegan { step },
            };
            script.hear(&[began(from)], &plan);
            for part in script.hear(&[began(step)], &plan).now {
                assert!(
                    rendered.iter().any(|need| need.phrase == part.phrase),
                    "{from} to {step}: {part:?}"
                );
            }
        }
    }
}

#[test]
fn a_stroke_is_read_in_the_words_of_the_routines_language() {
    for (language, text, said) in [
        ("en", "Not above 5/10.", "Not above 5 of 10."),
        (
            "en-US",
            "Bend the left/right knee.",
            "Bend the left or right knee.",
        ),
        ("de", "Nicht über 5/10.", "Nicht über 5 von 10."),
        (
            "de-CH",
            "Das linke/rechte Knie beugen.",
            "Das linke oder rechte Knie beugen.",
        ),
        ("de", "Mit Band und/oder Tuch.", "Mit Band und oder Tuch."),
        ("de", "Eine 1/2 Drehung, 10/20.", "Eine 1/2 Drehung, 10/20."),
        (
            "fr",
            "Le genou gauche/droit, 5/10.",
            "Le genou gauche, droit, 5/10.",
        ),
    ] {
        let routine = Routine {
            language: language.to_owned(),
            ..routine(vec![Exercise {
                instructions: vec![text.to_owned()],
                ..knee()
            }])
        };
        let phrases = phrases_of(&Arc::new(routine));
        let is_said = phrases.iter().any(|phrase| phrase.text == said);
        assert!(is_said, "{language} {text}: {phrases:?}");
    }
}
