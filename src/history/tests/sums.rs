//! What a session comes to, and its day.

use super::*;

/// How often the routine was done on the day, with nothing to go on with.
fn doses_of_day(history: &History) -> u32 {
    let exercise = Exercise::new("knee", "Knee to chest");
    let routine = Routine::new("lower-back", "Lower back", vec![exercise]);
    let standing = history.day(&noon(), None).standing(&routine, false);
    match standing.dose {
        Dose::Planned { done, .. } => done,
        Dose::Suggested { .. } => panic!("it is the person's own"),
    }
}

#[test]
fn a_session_is_a_dose_if_half_of_it_was_held() {
    let cases = [
        ("all skipped to the end", vec![Fact::Completed {}], 0),
        ("less than half", vec![hold(1, 20_000), hold(3, 19_999)], 0),
        ("half, cut off", vec![hold(1, 20_000), hold(3, 20_000)], 1),
        (
            "time beyond one hold is no other hold",
            vec![hold(1, 80_000)],
            0,
        ),
    ];
    for (case, facts, doses) in cases {
        let record = Record::new();
        record.write("2026.jsonl", session(facts).1);
        let history = record.read();
        assert_eq!(doses_of_day(&history), doses, "{case}");
    }
}

#[test]
fn a_session_without_prescribed_time_is_a_dose_if_half_of_its_steps_were_done() {
    let ids = ["walk", "swing", "shake"];
    let open_steps = || {
        let Fact::Started(started) = started() else {
            panic!("a session begins with its start");
        };
        let exercise = |(step, id): (u32, &'static str)| ExerciseFact {
            id: id.into(),
            name: id.into(),
            optional: false,
            load: None,
            rep_ms: None,
            extra: Vec::new(),
            steps: vec![Prescribed(step, None, Some(1), None, None)],
        };
        Fact::Started(Started {
            exercises: (1..).zip(ids).map(exercise).collect(),
            ..started
        })
    };
    let attempt =
        |(step, (id, (held_ms, outcome))): (u32, (&'static str, _))| match hold(step, held_ms) {
            Fact::Hold(hold) => Fact::Hold(HoldFact {
                exercise: id.into(),
                prescribed_ms: None,
                outcome,
                ..hold
            }),
            other => other,
        };
    let (left_at_once, done) = ((500, Outcome::Skipped), (500, Outcome::Done));
    let cut_short = (2_000, Outcome::CutShort);
    for (attempts, doses) in [
        ([left_at_once, left_at_once, left_at_once], 0),
        ([done, left_at_once, left_at_once], 0),
        ([done, left_at_once, cut_short], 0),
        ([done, done, cut_short], 1),
    ] {
        let record = Record::new();
        let session = Id::new();
        let held = (1..).zip(ids.into_iter().zip(attempts)).map(attempt);
        let facts = std::iter::once(open_steps()).chain(held);
        let text: String = facts.map(|fact| line(session, fact)).collect();
        record.write("2026.jsonl", text);
        let history = record.read();
        assert_eq!(doses_of_day(&history), doses, "{attempts:?}");
    }
}

#[test]
fn an_optional_exercise_that_was_not_done_leaves_no_gap_in_the_shares() {
    let with_an_optional_one = |optional| {
        let Fact::Started(mut started) = started() else {
            panic!("a session begins with its start");
        };
        let step = |step| Prescribed(step, None, Some(1), Some(1), Some(20_000));
        started.exercises.push(ExerciseFact {
            id: "tilt".into(),
            name: "Pelvic tilt".into(),
            optional,
            load: None,
            rep_ms: None,
            extra: Vec::new(),
            steps: vec![step(9), step(11)],
        });
        Fact::Started(started)
    };
    let tilt = |step, held_ms, outcome| match hold(step, held_ms) {
        Fact::Hold(hold) => Fact::Hold(HoldFact {
            exercise: "tilt".into(),
            side: None,
            outcome,
            ..hold
        }),
        other => other,
    };
    let knee = || [1, 3, 5, 7].map(|step| hold(step, 20_000));
    let skipped = |step| tilt(step, 0, Outcome::Skipped);
    let cases = [
        (
            "skipped",
            true,
            vec![skipped(9), skipped(11)],
            (80, 80),
            (1, 1),
        ),
        ("not reached", true, vec![], (80, 80), (1, 1)),
        (
            "left at once",
            true,
            vec![tilt(9, 500, Outcome::Skipped), skipped(11)],
            (80, 80),
            (1, 1),
        ),
        (
            "half of it",
            true,
            vec![tilt(9, 20_000, Outcome::Done)],
            (100, 100),
            (2, 2),
        ),
        (
            "cut short",
            true,
            vec![tilt(9, 5_000, Outcome::CutShort)],
            (80, 80),
            (1, 1),
        ),
        (
            "asked for",
            false,
            vec![skipped(9), skipped(11)],
            (80, 120),
            (1, 2),
        ),
        (
            "asked for and left at once",
            false,
            vec![tilt(9, 500, Outcome::Skipped), skipped(11)],
            (80, 120),
            (1, 2),
        ),
    ];
    for (case, optional, facts, seconds, exercises) in cases {
        let record = Record::new();
        let session = Id::new();
        let facts = knee().into_iter().chain(facts);
        let facts = std::iter::once(with_an_optional_one(optional)).chain(facts);
        let text: String = facts.map(|fact| line(session, fact)).collect();
        assert_eq!(text.contains("optional"), optional, "{case}");
        record.write("2026.jsonl", text);
        let history = record.read();
        let tally = history.sessions[0].tally();
        let dose = (tally.dose.done / 1_000, tally.dose.of / 1_000);
        assert_eq!(dose, seconds, "{case}");
        let begun = (tally.exercises.done, tally.exercises.of);
        assert_eq!(begun, exercises, "{case}");
    }
}

#[test]
fn what_was_held_is_told_by_side_and_counts_up_to_the_dose() {
    let record = Record::new();
    let text = session([hold(1, 20_000), hold(3, 20_000), hold(5, 25_000)]).1;
    record.write("2026.jsonl", text);
    let tally = record.read().sessions[0].tally();
    assert_eq!((tally.held.left, tally.held.right), (Some(40), Some(25)));
    assert_eq!(tally.dose.percent(), Some(75));
    assert_eq!(tally.exercises.percent(), Some(100));
}

#[test]
fn numbers_beyond_all_counting_are_added_up_as_fifty_days_each() {
    let record = Record::new();
    let without_end = |step| match hold(step, u64::MAX) {
        Fact::Hold(hold) => Fact::Hold(HoldFact {
            prescribed_ms: Some(u64::MAX),
            ..hold
        }),
        other => other,
    };
    let text = session([without_end(1), without_end(3), without_end(5)]).1;
    record.write("2026.jsonl", text);
    let history = record.read();
    let longest = u64::from(u32::MAX);
    assert_eq!(history.sessions[0].held_ms(), 3 * longest);
    let dose = history.sessions[0].tally().dose;
    assert_eq!((dose.done, dose.percent()), (3 * longest, Some(99)));
}
