//! What holds of the voice whatever the routine, and whatever the person does and when.

use super::*;
use crate::plan::StepKind;
use crate::sound::{Heard, lead};

const SESSIONS: u64 = 400;

/// A session with a voice that takes as long for a phrase as is reckoned, or another time.
struct Listened {
    session: Session,
    voice: Voice,
    cues: Cues,
    now: Duration,
    /// When what is said ends, unless the person has intervened since.
    talks_until: Option<Duration>,
    /// In the steps of each exercise before its first work.
    said_before_work: Vec<Vec<String>>,
    what: String,
}

impl Listened {
    fn of(routine: Routine, tenths: u32, what: String) -> Self {
        let routine = Arc::new(routine);
        let session = Session::new(Arc::clone(&routine));
        let needs = Script::new(&routine).needs_from(0, session.plan());
        let clips = needs.into_iter().map(|Need { phrase, .. }| {
            let length = spoken::length(&phrase.text) * tenths / 10;
            let frames = length.as_millis() * u128::from(SAMPLE_RATE) / 1_000;
            (phrase, Clip::of(vec![1; usize::try_from(frames).unwrap()]))
        });
        let voice = Voice::new(
            &session,
            &Speech::default(),
            Some(Reader::that_has_read(clips)),
        );
        Self {
            said_before_work: vec![Vec::new(); routine.exercises.len()],
            session,
            voice,
            cues: Cues::default(),
            now: Duration::ZERO,
            talks_until: None,
            what,
        }
    }

    fn reading(&self) -> Reading {
        Reading {
            monotonic: self.now,
            with_sleep: self.now,
        }
    }

    fn give(&mut self, command: Command) {
        let mut events = Vec::new();
        if self
            .session
            .apply(command, self.reading(), &mut events)
            .is_ok()
        {
            // Only a person's own command ends a phrase before its end.
            self.talks_until = None;
        }
        self.hear(&events);
    }

    fn until(&mut self, end: Duration) {
        while let Some(next) = self.session.next_deadline().filter(|next| *next <= end) {
            self.now = next;
            let mut events = Vec::new();
            self.session.advance(self.reading(), &mut events);
            self.hear(&events);
        }
        self.now = end;
    }

    fn hear(&mut self, events: &[Event]) {
        let plan = self.session.plan().clone();
        let cue = match self.cues.hear(events, &plan) {
            Some(Heard::Cue(cue)) => Some(cue),
            _ => None,
        };
        let lead = cue.map_or(Duration::ZERO, lead);
        let choice = self.voice.choose(events, &self.session, &self.cues, lead);
        let works = events.iter().any(|event| begins_work(event.kind, &plan));
        let (what, now) = (&self.what, self.now);
        if let Some(until) = self.talks_until {
            let sounds = cue.is_some() || choice.as_ref().is_some_and(|it| !it.said.is_empty());
            assert!(!sounds || until <= now, "{what}: {until:?} at {now:?}");
            assert!(
                !works || until + QUIET <= now,
                "{what}: {until:?} before work at {now:?}"
            );
        }
        let said = choice.map(|choice| choice.said).unwrap_or_default();
        if let Some(length) = talk(&said) {
            self.talks_until = Some(now + lead + length);
        }
        let step = self.session.step().1;
        if step.kind == StepKind::Prepare {
            let texts = said.into_iter().map(|(part, _)| part.phrase.text);
            self.said_before_work[step.exercise].extend(texts);
        }
    }
}

fn talk(said: &[(Part, Clip)]) -> Option<Duration> {
    let lengths = said.iter().map(|(_, clip)| clip.length() + PAUSE);
    let length: Duration = lengths.sum();
    (!said.is_empty()).then(|| length.saturating_sub(PAUSE))
}

fn text(random: &mut fastrand::Rng) -> String {
    let words = [
        "Lie",
        "down",
        "the {left|right} knee",
        "and breathe,",
        "slowly.",
        "Beine",
        "2",
    ];
    let words = (0..random.usize(1..25)).map(|_| *random.choice(&words).unwrap());
    words.collect::<Vec<_>>().join(" ")
}

fn file(random: &mut fastrand::Rng, writes_times: bool) -> String {
    let mut lines = vec!["format = 1\ntitle = \"x\"".to_owned()];
    // All exercises, or all but the first, in a circuit.
    let alone = (random.u8(0..3) == 0).then(|| random.usize(0..2));
    if alone.is_some() {
        let (rounds, rest) = (random.u32(2..4), random.u32(0..12));
        let rounds = format!("rounds = {rounds}\nrest_between_rounds = {rest}");
        lines.push(format!("[[group]]\nname = \"Strength\"\n{rounds}"));
    }
    for index in 0..random.usize(1..4) {
        lines.push("[[exercise]]\nname = \"Knee\"".to_owned());
        let is_in_circuit = alone.is_some_and(|alone| alone <= index);
        if is_in_circuit {
            lines.push("group = \"Strength\"".to_owned());
        }
        let sides = ["none", "left", "right", "each", "alternate"];
        lines.push(format!("sides = \"{}\"", random.choice(&sides).unwrap()));
        lines.push(format!("reps = {}", random.u32(1..4)));
        let sets = random.u32(1..3);
        if !is_in_circuit {
            lines.push(format!("sets = {sets}"));
        }
        match random.u8(0..5) {
            0 => lines.push("kind = \"open\"".to_owned()),
            1 => lines.push(format!("kind = \"reps\"\npace = {}", random.u32(1..6))),
            _ => lines.push(format!("hold = {}", random.u32(1..40))),
        }
        if writes_times {
            for pause in [
                "prepare",
                "rest",
                "switch",
                "rest_between_sets",
                "rest_after",
            ] {
                lines.push(format!("{pause} = {}", random.u32(0..12)));
            }
        }
        let steps: Vec<String> = (0..random.usize(0..4))
            .map(|_| format!("\"{}\"", text(random)))
            .collect();
        lines.push(format!("instructions = [{}]", steps.join(", ")));
        for key in ["caution", "feel_it_in", "say", "easier"] {
            if random.bool() {
                lines.push(format!("{key} = \"{}\"", text(random)));
            }
        }
        for _ in 0..random.usize(0..3) {
            let (at, say) = (random.u32(0..2), text(random));
            lines.push(format!("[[exercise.cue]]\nat = {at}\nsay = \"{say}\""));
        }
    }
    lines.join("\n")
}

fn any_routine(random: &mut fastrand::Rng, writes_times: bool) -> Option<Routine> {
    let surroundings = crate::routine::Surroundings {
        stem: "any",
        today: jiff::civil::date(2026, 11, 22),
        image: &|_| Ok(()),
    };
    let file = file(random, writes_times);
    crate::routine::read(file.as_bytes(), &surroundings).routine
}

#[test]
fn what_is_said_ends_before_the_next_sound_and_two_seconds_before_work() {
    let mut tried = 0;
    for seed in 0..SESSIONS {
        let mut random = fastrand::Rng::with_seed(seed);
        let Some(routine) = any_routine(&mut random, true) else {
            continue;
        };
        tried += 1;
        let mut session = Listened::of(routine, random.u32(2..20), format!("seed {seed}"));
        session.give(Command::Start);
        for _ in 0..random.u32(1..40) {
            let wait = Duration::from_millis(random.u64(0..30_000));
            session.until(session.now + wait);
            session.give(match random.u8(0..12) {
                0 => Command::Back,
                1 => Command::Skip,
                2 => Command::Extend,
                3 => Command::Hurts,
                4 => Command::Easier,
                5 => Command::SkipExercise,
                6 | 7 => Command::Done,
                8 => Command::Pause,
                _ => Command::Resume,
            });
        }
    }
    assert!(tried > SESSIONS / 2, "{tried}");
}

#[test]
fn where_no_time_is_written_all_that_belongs_before_an_exercise_is_said_before_it() {
    let mut whole = 0;
    for seed in 0..SESSIONS {
        let mut random = fastrand::Rng::with_seed(!seed);
        let Some(routine) = any_routine(&mut random, false) else {
            continue;
        };
        let mut session = Listened::of(routine.clone(), 10, format!("seed {seed}"));
        session.give(Command::Start);
        for (index, exercise) in routine.exercises.iter().enumerate() {
            // Until its work has begun.
            while session.session.step().1.exercise < index
                || session.session.step().1.kind == StepKind::Rest
            {
                session.give(Command::SkipExercise);
            }
            let ready = session.session.step().1.duration.unwrap();
            let of_side = exercise.on(session.session.step().1.side);
            session.until(session.now + ready);
            let said = &session.said_before_work[index];
            let aloud = |text| spoken::aloud(text, Some(["or", "of"]));
            let mut how = spoken::how(of_side).map(aloud);
            if ready < spoken::LONGEST {
                assert!(
                    how.all(|text| said.contains(&text)),
                    "seed {seed}: {said:?}"
                );
                whole += 1;
            }
        }
    }
    assert!(whole > SESSIONS / 2, "{whole}");
}
