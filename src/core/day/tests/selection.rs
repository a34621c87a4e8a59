//! What of a routine a session has.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday, date};

use super::*;
use crate::progress::DoseStep;
use crate::routine::{ExerciseGroup, Position};
use crate::session::Outcome;

const WEEKDAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

fn rhythm(times_a_day: u32, days: &[Weekday]) -> Rhythm {
    Rhythm {
        times_a_day,
        days: days.to_vec(),
        days_per_week: None,
        days_between: 0,
    }
}

/// A stretch twice a day, and rows three days a week.
fn shoulder() -> Arc<Routine> {
    let mut stretch = Exercise::new("stretch", "Sleeper stretch");
    stretch.rhythm = Some(rhythm(2, &[]));
    let mut rows = Exercise::new("rows", "Rows");
    rows.rhythm = Some(rhythm(
        1,
        &[Weekday::Monday, Weekday::Wednesday, Weekday::Friday],
    ));
    Arc::new(Routine::new("back", "Shoulder", vec![rows, stretch]))
}

fn ids(selection: &Selection) -> Vec<&str> {
    let exercises = selection.routine.exercises.iter();
    exercises.map(|exercise| exercise.id.as_str()).collect()
}

/// Does all that a session has.
fn do_all(day: &mut Day, date: Date, selection: &Selection) {
    let done = SessionOfDay {
        date,
        ..session(1, 100, End::Completed)
    };
    day.count(&id(), &done);
    for exercise in &selection.routine.exercises {
        let step = DoseStep {
            exercise: (),
            side: None,
            optional: false,
            prescribed: None,
            held: std::time::Duration::ZERO,
            outcome: Outcome::Done,
        };
        day.count_exercise(&id(), &exercise.id, &done, &Tally::of([step]));
    }
}

#[test]
fn a_session_has_the_exercises_of_its_week_and_on_request_no_others() {
    let in_weeks = |id: &str, from_week, until_week| Exercise {
        from_week,
        until_week,
        ..Exercise::new(id, id)
    };
    let with = |rows: Option<Rhythm>| {
        let easy = in_weeks("easy", 1, Some(3));
        let hard = in_weeks("hard", 4, None);
        let rows = Exercise {
            rhythm: rows,
            ..in_weeks("rows", 1, Some(8))
        };
        let mut routine = Routine::new("back", "Back", vec![easy, hard, rows]);
        routine.schedule.first_day = Some(date(2027, 1, 4));
        Arc::new(routine)
    };
    for routine in [with(None), with(Some(rhythm(1, &[])))] {
        for (week, has, other) in [
            (1, vec!["easy", "rows"], vec![1]),
            (3, vec!["easy", "rows"], vec![1]),
            (4, vec!["hard", "rows"], vec![0]),
            (9, vec!["hard"], vec![0, 2]),
        ] {
            let day = Day::new(date(2027, 1, 4) + (week - 1_i64).weeks());
            for selection in [day.selection(&routine), day.whole(&routine)] {
                assert_eq!(ids(&selection), has, "week {week}");
                let left_out = selection.left_out.iter();
                let left_out = left_out.filter(|left| left.why == Why::NotInWeek);
                let left_out: Vec<_> = left_out.map(|left| left.exercise).collect();
                assert_eq!(left_out, other, "week {week}");
            }
            let standing = day.standing(&routine, false);
            assert_eq!(
                standing.dose,
                Dose::Planned { done: 0, of: 1 },
                "week {week}"
            );
        }
    }
    let over = Routine::new("back", "Back", vec![in_weeks("easy", 2, Some(3))]);
    let selection = Day::new(date(2027, 1, 4)).whole(&Arc::new(over));
    assert_eq!(ids(&selection), ["easy"], "better than nothing at all");
}

#[test]
fn a_session_that_was_told_had_the_exercises_whose_turn_it_was() {
    let mut routine = (*shoulder()).clone();
    let mut holds = Exercise::new("holds", "Holds");
    holds.rhythm = Some(Rhythm {
        days_between: 1,
        ..rhythm(1, &[])
    });
    routine.exercises.push(holds);
    let routine = Arc::new(routine);
    let monday = date(2027, 1, 4);
    let tell = |day: &mut Day, date| {
        let told = SessionOfDay {
            date,
            ..session(1, 1, End::Completed)
        };
        day.count(&id(), &told);
        day.count_told(&id(), date);
    };
    let mut day = Day::new(monday);
    tell(&mut day, monday);
    assert_eq!(ids(&day.selection(&routine)), ["stretch"], "once more");
    tell(&mut day, monday);
    assert_eq!(day.standing(&routine, false).rank(), Rank::Done);

    let mut day = Day::new(monday + 2.days());
    let rest = day.selection(&routine);
    do_all(&mut day, monday, &rest);
    // The day between was none for it.
    tell(&mut day, monday + 1.day());
    assert_eq!(
        ids(&day.selection(&routine)),
        ["rows", "stretch", "holds"],
        "what was not its turn was not had"
    );
}

#[test]
fn a_session_has_the_exercises_of_its_day_that_are_still_to_do() {
    let routine = shoulder();
    let monday = date(2027, 1, 4);
    let mut day = Day::new(monday);
    for (has, dose, rank) in [
        (vec!["rows", "stretch"], (0, 2), Rank::Due),
        (vec!["stretch"], (1, 2), Rank::Due),
        (vec!["rows", "stretch"], (2, 2), Rank::Done),
    ] {
        let selection = day.selection(&routine);
        assert_eq!(ids(&selection), has);
        let standing = day.standing(&routine, false);
        let (done, of) = dose;
        assert_eq!(standing.dose, Dose::Planned { done, of });
        assert_eq!(standing.rank(), rank);
        do_all(&mut day, monday, &selection);
    }
    let tuesday = Day::new(date(2027, 1, 5)).selection(&routine);
    assert_eq!(ids(&tuesday), ["stretch"]);
    let left_out = LeftOut {
        exercise: 0,
        why: Why::Turn(Turn::NotItsDay),
    };
    assert_eq!(tuesday.left_out, [left_out], "and is said");
}

#[test]
fn a_day_that_has_none_of_the_exercises_has_them_all_for_whoever_begins() {
    let mut routine = Routine::clone(&shoulder());
    routine.exercises[1].rhythm = Some(rhythm(1, &[Weekday::Monday]));
    let routine = Arc::new(routine);
    let day = Day::new(date(2027, 1, 5));
    assert_eq!(ids(&day.selection(&routine)), ["rows", "stretch"]);
    let standing = day.standing(&routine, false);
    assert_eq!(standing.rank(), Rank::NotToday);
}

#[test]
fn without_days_of_their_own_every_session_has_all_exercises() {
    let routine = Arc::new(routine());
    let mut day = day();
    for _ in 0..3 {
        let selection = day.selection(&routine);
        assert!(Arc::ptr_eq(&selection.routine, &routine));
        let date = day.date();
        do_all(&mut day, date, &selection);
    }
}

#[test]
fn getting_ready_takes_as_long_as_the_way_from_the_exercise_that_now_comes_before() {
    let at = |id: &str, position| Exercise {
        position: Some(position),
        ..Exercise::new(id, id)
    };
    let (floor, standing) = (Position::Floor, Position::Standing);
    let exercises = vec![at("a", floor), at("b", standing), at("c", standing)];
    let routine = Routine::new("back", "Back", exercises);
    let part = routine.part(1, |index| index != 1);
    assert_eq!(part.exercises[1].prepare.as_secs(), 20, "from the floor");
    let mut written = routine.clone();
    written.exercises[2].prepare_is_written = true;
    let part = written.part(1, |index| index != 1);
    assert_eq!(part.exercises[1].prepare, routine.exercises[2].prepare);
}

/// Who does what each session has until nothing more is due has done every exercise as often as it
/// is written, on its days.
#[test]
fn every_exercise_is_due_as_often_a_week_as_is_written() {
    for seed in 0..200 {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut routine = Routine::new("back", "Back", Vec::new());
        routine.schedule.times_per_day = Some(random.u32(1..4));
        for number in 0..random.usize(1..6) {
            let mut exercise = Exercise::new(number.to_string(), "x");
            if random.bool() {
                let days: Vec<_> = WEEKDAYS.into_iter().filter(|_| random.bool()).collect();
                exercise.rhythm = Some(rhythm(random.u32(1..4), &days));
                if random.bool() {
                    exercise.rhythm = Some(Rhythm {
                        times_a_day: 1,
                        days: Vec::new(),
                        days_per_week: Some(random.u32(1..4)),
                        days_between: random.u32(0..2),
                    });
                }
            }
            routine.exercises.push(exercise);
        }
        let routine = Arc::new(routine);
        let monday = date(2027, 1, 4);
        let mut count: BTreeMap<String, u32> = BTreeMap::new();
        let mut sessions: Vec<(Date, Selection)> = Vec::new();
        for date in (0..7).map(|day| monday.saturating_add(jiff::ToSpan::days(day))) {
            loop {
                let mut day = Day::new(date);
                for (date, selection) in &sessions {
                    do_all(&mut day, *date, selection);
                }
                let rank = day.standing(&routine, false).rank();
                if !matches!(rank, Rank::Due | Rank::MayBeDone) {
                    break;
                }
                let selection = day.selection(&routine);
                for exercise in &selection.routine.exercises {
                    *count.entry(exercise.id.clone()).or_default() += 1;
                }
                sessions.push((date, selection));
            }
        }
        let of_all = routine.schedule.rhythm();
        for exercise in &routine.exercises {
            let rhythm = exercise.rhythm.as_ref().unwrap_or(&of_all);
            let named = WEEKDAYS.iter().filter(|day| rhythm.is_for(**day)).count();
            let named = u32::try_from(named).unwrap();
            let days = rhythm.days_per_week.unwrap_or(named);
            let done = count.get(&exercise.id).copied().unwrap_or(0);
            assert_eq!(done, days * rhythm.times_a_day, "{seed}: {exercise:?}");
        }
    }
}

#[test]
fn a_programme_begins_and_ends_and_is_never_out_of_reach() {
    let mut routine = routine();
    routine.schedule.weeks = Some(2);
    let first = date(2027, 1, 4);
    let at = |day: i64, routine: &Routine| {
        let sessions = FirstSessions::from([(id(), first)]);
        let date = first.saturating_add(jiff::ToSpan::days(day));
        let day = Day::new(date).with_first_sessions(Arc::new(sessions));
        (
            day.standing(routine, false),
            day.selection(&Arc::new(routine.clone())),
        )
    };
    for (day, turn, rank) in [
        (0, Turn::Due, Rank::Due),
        (13, Turn::Due, Rank::Due),
        (14, Turn::Over, Rank::NotToday),
        (400, Turn::Over, Rank::NotToday),
    ] {
        let (standing, selection) = at(day, &routine);
        assert_eq!((standing.turn, standing.rank()), (turn, rank), "{day}");
        assert_eq!(ids(&selection), ["knee"], "{day}");
    }
    routine.schedule.first_day = Some(first.saturating_add(jiff::ToSpan::days(7)));
    let turns = [6, 7, 20, 21].map(|day| at(day, &routine).0.turn);
    assert_eq!(turns, [Turn::NotYet, Turn::Due, Turn::Due, Turn::Over]);
    let not_begun = Day::new(date(2030, 1, 1));
    routine.schedule.first_day = None;
    assert_eq!(not_begun.standing(&routine, false).turn, Turn::Due);
}

#[test]
fn a_session_has_the_doses_of_its_week() {
    let mut routine = routine();
    routine.exercises[0].steps = vec![crate::routine::WeekStep {
        from_week: 3,
        dose: crate::routine::StepDose {
            sets: Some((3, 0)),
            ..crate::routine::StepDose::default()
        },
        ..crate::routine::WeekStep::default()
    }];
    let routine = Arc::new(routine);
    let first = date(2027, 1, 4);
    for (day, sets) in [(0, 1), (13, 1), (14, 3)] {
        let sessions = FirstSessions::from([(id(), first)]);
        let date = first.saturating_add(jiff::ToSpan::days(day));
        let day = Day::new(date).with_first_sessions(Arc::new(sessions));
        for selection in [day.selection(&routine), day.whole(&routine)] {
            assert_eq!(selection.routine.exercises[0].sets, sets, "{date}");
        }
    }
}

/// A warm-up, and five exercises of which two are meant.
fn any_two_of_five() -> Arc<Routine> {
    let group = Arc::new(ExerciseGroup {
        name: "Any two".to_owned(),
        rounds: 1,
        more_rounds: 0,
        rest_between_rounds: std::time::Duration::ZERO,
        choose: Some(2),
    });
    let of_group = ["a", "b", "c", "d", "e"].map(|id| Exercise::new(id, id).in_group(&group));
    let mut exercises = vec![Exercise::new("walk", "Walk")];
    exercises.extend(of_group);
    Arc::new(Routine::new(&*id(), "Knee", exercises))
}

fn of_it(exercises: &[&str]) -> ExercisesOf {
    let ids = exercises.iter().map(|id| Arc::from(*id)).collect();
    ExercisesOf::from([(id(), ids)])
}

#[test]
fn what_was_chosen_last_is_proposed_also_after_a_session_without_the_group() {
    let ago = [("walk", 0), ("d", 1), ("e", 1), ("a", 2), ("b", 2)];
    let ago = ago.map(|(exercise, ago)| (Arc::from(exercise), ago));
    let last = LastWith::from([(id(), ago.into())]);
    let day = Day::new(date(2027, 1, 4)).with_last_exercises(Arc::new(last));
    assert_eq!(ids(&day.selection(&any_two_of_five())), ["walk", "d", "e"]);
}

#[test]
fn a_choice_is_practised_by_its_own_exercises_and_not_by_others_of_the_routine() {
    let mut routine = Routine::clone(&any_two_of_five());
    routine.schedule.days_per_week = Some(3);
    routine.schedule.days_between = Some(1);
    routine.exercises[0].rhythm = Some(rhythm(1, &[]));
    let routine = Arc::new(routine);
    let week = of_week(&routine, &ExercisesOf::default());
    assert_eq!(
        week,
        [3, 1, 3, 1, 3, 1, 1],
        "a walk each day, and the group on three"
    );
}

/// How many exercises a routine has on each day of a week on which all of that is done, from Monday on.
fn of_week(routine: &Arc<Routine>, chosen: &ExercisesOf) -> Vec<usize> {
    let mut past: Vec<(Date, Selection)> = Vec::new();
    for days_on in 0..7_i64 {
        let today = date(2027, 1, 4) + days_on.days();
        let mut day = Day::new(today).with_chosen(chosen.clone());
        for (date, selection) in &past {
            do_all(&mut day, *date, selection);
        }
        past.push((today, day.selection(routine)));
    }
    let selections = past.iter();
    selections.map(|(_, of_day)| ids(of_day).len()).collect()
}

#[test]
fn one_of_a_choice_that_has_days_of_its_own_is_no_practice_of_the_others() {
    let mut routine = Routine::clone(&any_two_of_five());
    routine.schedule.days_per_week = Some(3);
    routine.schedule.days_between = Some(1);
    routine.exercises[0].rhythm = Some(rhythm(1, &[]));
    routine.exercises[3].rhythm = Some(rhythm(1, &[]));
    let week = of_week(&Arc::new(routine), &ExercisesOf::default());
    assert_eq!(week, [3, 2, 3, 2, 3, 2, 2], "the walk and c each day");
}

#[test]
fn a_choice_of_fewer_than_are_meant_is_a_session_of_the_group_too() {
    let mut routine = Routine::clone(&any_two_of_five());
    for exercise in &mut routine.exercises[1..] {
        let mut group = ExerciseGroup::clone(exercise.group.as_ref().unwrap());
        group.choose = Some(3);
        exercise.group = Some(Arc::new(group));
    }
    routine.schedule.days_per_week = Some(3);
    routine.schedule.days_between = Some(1);
    routine.exercises[0].rhythm = Some(rhythm(1, &[]));
    let week = of_week(&Arc::new(routine), &of_it(&["d"]));
    assert_eq!(
        week,
        [2, 1, 2, 1, 2, 1, 1],
        "a day between, as for all three"
    );
}

#[test]
fn there_is_more_to_do_only_where_all_of_it_has_something_that_is_left_out() {
    let mut routine = Routine::clone(&any_two_of_five());
    routine.exercises[0].rhythm = Some(rhythm(1, &[]));
    let has_more = |routine: Routine, chosen: &[&str]| {
        let routine = Arc::new(routine);
        let day = Day::new(date(2027, 1, 4)).with_chosen(of_it(chosen));
        let left_out = day.selection(&routine).left_out;
        assert!(!left_out.is_empty());
        day.has_more(&routine, &left_out)
    };
    let sundays = Some(rhythm(1, &[Weekday::Sunday]));
    let mut one = routine.clone();
    one.exercises[3].rhythm.clone_from(&sundays);
    assert!(!has_more(one, &["a", "b"]), "two are meant, and done");
    routine.exercises[0].rhythm = sundays;
    assert!(has_more(routine, &["a", "b"]), "the walk");
}

#[test]
fn a_week_without_exercises_has_those_of_the_weeks_before() {
    let of = |id: &str, from_week, until_week| Exercise {
        from_week,
        until_week: Some(until_week),
        ..Exercise::new(id, id)
    };
    let phases = vec![of("easy", 2, 3), of("hard", 6, 8)];
    let mut routine = Routine::new("back", "Back", phases);
    routine.schedule.first_day = Some(date(2027, 1, 4));
    let routine = Arc::new(routine);
    for (week, has) in [
        (1, "easy"),
        (3, "easy"),
        (5, "easy"),
        (6, "hard"),
        (9, "hard"),
    ] {
        let day = Day::new(date(2027, 1, 4) + (week - 1_i64).weeks());
        assert_eq!(ids(&day.whole(&routine)), [has], "week {week}");
        assert_eq!(ids(&day.selection(&routine)), [has], "week {week}");
    }
}

#[test]
fn of_a_group_to_choose_from_a_session_has_what_was_chosen_and_else_what_the_last_one_had() {
    let routine = any_two_of_five();
    let day = || Day::new(date(2027, 1, 4));
    let last = |ids: &[&str]| {
        let ago = ids.iter().map(|it| (Arc::from(*it), 0)).collect();
        day().with_last_exercises(Arc::new(LastWith::from([(id(), ago)])))
    };
    for (day, has) in [
        (day(), ["walk", "a", "b"].as_slice()),
        (last(&["walk", "d", "b"]), &["walk", "b", "d"]),
        // The file has others by now: it is filled up from the first on.
        (last(&["walk", "e", "gone"]), &["walk", "a", "e"]),
        (
            last(&["d"]).with_chosen(of_it(&["c", "e"])),
            &["walk", "c", "e"],
        ),
        (day().with_chosen(of_it(&["c"])), &["walk", "c"]),
        (
            day().with_chosen(of_it(&["b", "c", "e"])),
            &["walk", "b", "c"],
        ),
        (day().with_chosen(of_it(&["gone"])), &["walk", "a", "b"]),
    ] {
        for selection in [day.selection(&routine), day.whole(&routine)] {
            assert_eq!(ids(&selection), has);
            let length = crate::routine::measure(&selection.routine.exercises).total;
            let usual = has.len() < 3 || routine.size().total == length;
            assert!(usual, "all are as long, and two of them are meant");
            let choices = choices(&routine, &selection.left_out);
            let [choice] = &choices[..] else {
                panic!("{choices:?}");
            };
            assert_eq!(choice.exercises.len(), 5);
            let chosen: Vec<&str> = choice.chosen_ones().map(|it| it.id.as_str()).collect();
            assert_eq!(chosen, has[1..]);
        }
    }
}

#[test]
fn what_was_chosen_and_is_not_for_today_is_filled_up() {
    let mut routine = Routine::clone(&any_two_of_five());
    routine.exercises[3].rhythm = Some(rhythm(1, &[Weekday::Sunday]));
    let routine = Arc::new(routine);
    let ago = [("e", 0), ("d", 0)].map(|(exercise, ago)| (Arc::from(exercise), ago));
    let last = LastWith::from([(id(), ago.into())]);
    let day = |day| Day::new(date(2027, 1, day)).with_last_exercises(Arc::new(last.clone()));
    let (sunday, monday) = (|| day(3), || day(4));
    for (day, chosen, has) in [
        (
            sunday(),
            ["a", "c"].as_slice(),
            ["walk", "a", "c"].as_slice(),
        ),
        (monday(), &["a", "c"], &["walk", "a", "d"]),
        (monday(), &["c", "e"], &["walk", "d", "e"]),
        (monday(), &["a"], &["walk", "a"]),
        (monday(), &["a", "gone"], &["walk", "a", "d"]),
    ] {
        let day = day.with_chosen(of_it(chosen));
        assert_eq!(ids(&day.selection(&routine)), has, "{chosen:?}");
    }
}

#[test]
fn what_is_not_its_turn_can_not_be_chosen() {
    let mut routine = Routine::clone(&any_two_of_five());
    for index in 1..4 {
        routine.exercises[index].rhythm = Some(rhythm(1, &[Weekday::Sunday]));
    }
    let routine = Arc::new(routine);
    let selection = Day::new(date(2027, 1, 4)).selection(&routine);
    assert_eq!(ids(&selection), ["walk", "d", "e"]);
    let choices = choices(&routine, &selection.left_out);
    assert!(choices.is_empty(), "two are left of which two are meant");
}

#[test]
fn a_routine_is_done_when_what_was_chosen_is() {
    let mut routine = Routine::clone(&any_two_of_five());
    routine.exercises[0].rhythm = Some(rhythm(1, &WEEKDAYS));
    let (routine, monday) = (Arc::new(routine), date(2027, 1, 4));
    let mut day = Day::new(monday);
    let selection = day.selection(&routine);
    do_all(&mut day, monday, &selection);
    assert_eq!(day.standing(&routine, false).turn, Turn::Done);
    assert_eq!(ids(&day.selection(&routine)), ["walk", "a", "b"]);
}
