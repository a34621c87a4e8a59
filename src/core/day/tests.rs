//! What a day says.

mod selection;

use super::*;
use crate::routine::Exercise;

fn routine() -> Routine {
    let mut routine = Routine::new("back", "Back", vec![Exercise::new("knee", "Knee")]);
    routine.schedule.times_per_day = Some(1);
    routine.schedule.max_per_day = Some(2);
    routine.safety.pain_limit = Some(3);
    routine
}

fn day() -> Day {
    Day::new(jiff::civil::date(2026, 11, 22))
}

fn id() -> Arc<str> {
    Arc::from("back")
}

fn at(hour: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + hour * 3600).unwrap()
}

fn session(hour: i64, percent: u64, end: End) -> SessionOfDay {
    SessionOfDay {
        date: day().date(),
        started: at(hour),
        last: at(hour),
        part: Share {
            done: percent,
            of: 100,
        },
        end,
        hurt: false,
        pain_before: None,
        pain_after: None,
        pain_limit: None,
        was_ahead: false,
    }
}

/// Takes in a session of the day itself.
fn add(day: &mut Day, session: &SessionOfDay) {
    day.count(&id(), session);
    day.mind(&id(), session);
}

#[test]
fn a_session_that_can_be_gone_on_with_is_not_done_yet() {
    for (end, done) in [(End::NotYet, 0), (End::BeforeItsEnd, 1)] {
        let mut day = day();
        add(&mut day, &session(1, 50, end));
        let standing = day.standing(&routine(), false);
        assert_eq!(standing.dose, Dose::Planned { done, of: 1 }, "{end:?}");
    }
}

#[test]
fn two_halves_are_one_session_and_not_more_than_was_planned() {
    let mut day = day();
    add(&mut day, &session(1, 50, End::BeforeItsEnd));
    add(&mut day, &session(2, 50, End::BeforeItsEnd));
    let standing = day.standing(&routine(), false);
    assert_eq!(standing.dose, Dose::Planned { done: 1, of: 1 });
    assert_eq!(standing.enough, None);
}

#[test]
fn as_often_as_the_author_allows_is_enough_and_comes_after_what_is_due() {
    let mut day = day();
    let mut routine = routine();
    routine.schedule.times_per_day = Some(2);
    for (hour, enough, rank) in [(1, None, Rank::Due), (2, Some(2), Rank::Done)] {
        add(&mut day, &session(hour, 100, End::Completed));
        let standing = day.standing(&routine, false);
        assert_eq!((standing.enough, standing.rank()), (enough, rank));
        assert_eq!(standing.is_advised_against(), enough.is_some());
    }
}

#[test]
fn what_was_put_off_rests_until_the_person_says_before_a_later_session_that_it_hurts_less() {
    let mut day = day();
    add(&mut day, &session(1, 0, End::BeforeItsEnd));
    day.put_off(&id(), at(2), false);
    let standing = day.standing(&routine(), false);
    assert_eq!(standing.rest, Some(Rest::PutOff));
    assert_eq!(standing.rank(), Rank::Rest);
    let begun_with = |pain_before, hour| SessionOfDay {
        pain_before,
        ..session(hour, 100, End::Completed)
    };
    let limit = Limit::Authors(3);
    let began = Rest::Began { pain: 6, limit };
    for (pain, hour, rest) in [
        (None, 3, Some(Rest::PutOff)),
        (Some(2), 1, Some(Rest::PutOff)),
        (Some(6), 3, Some(began)),
        (Some(2), 3, None),
    ] {
        let mut day = day.clone();
        add(&mut day, &begun_with(pain, hour));
        let rests = day.standing(&routine(), false).rest;
        assert_eq!(rests, rest, "{pain:?} {hour}");
    }
}

#[test]
fn much_pain_before_a_session_calls_for_a_rest_until_less_is_told() {
    let limit = Limit::Authors(3);
    for (before, after, rest) in [
        (8, None, Some(Rest::Began { pain: 8, limit })),
        (3, None, None),
        (8, Some(2), None),
        (8, Some(7), Some(Rest::AboveLimit { pain: 7, limit })),
    ] {
        let mut day = day();
        let begun = SessionOfDay {
            pain_before: Some(before),
            pain_after: after,
            ..session(1, 50, End::NotYet)
        };
        add(&mut day, &begun);
        let reported = (before, after);
        assert_eq!(day.standing(&routine(), false).rest, rest, "{reported:?}");
    }
}

/// One session of another routine, whose author had set a limit of 3, and what the day then means for
/// this one.
fn after_another(limit: Option<u8>, change: impl FnOnce(&mut SessionOfDay)) -> Standing {
    let mut day = day();
    let mut of_another = session(1, 100, End::Completed);
    of_another.pain_limit = Some(3);
    change(&mut of_another);
    day.mind(&Arc::from("neck"), &of_another);
    let mut routine = routine();
    routine.safety.pain_limit = limit;
    day.standing(&routine, false)
}

#[test]
fn after_a_stop_for_pain_or_much_pain_the_whole_day_is_better_a_rest() {
    let limit = Limit::Authors(3);
    for own_limit in [None, Some(3), Some(10)] {
        let rests = [
            after_another(own_limit, |it| it.hurt = true),
            after_another(own_limit, |it| it.pain_after = Some(4)),
            after_another(own_limit, |it| it.pain_before = Some(8)),
        ];
        let whys = rests.map(|standing| standing.rest_of_day);
        let expected = [
            Rest::Stopped,
            Rest::AboveLimit { pain: 4, limit },
            Rest::Began { pain: 8, limit },
        ];
        assert_eq!(whys, expected.map(Some), "{own_limit:?}");
        for standing in rests {
            assert_eq!(standing.rest, None);
            assert_eq!(standing.rank(), Rank::DayOfRest);
            assert!(standing.is_advised_against());
        }
        for standing in [
            after_another(own_limit, |it| it.pain_after = Some(3)),
            after_another(own_limit, |it| {
                (it.pain_before, it.pain_after) = (Some(1), Some(2));
            }),
        ] {
            assert_eq!(
                standing.rest_of_day, None,
                "a little pain is that routine's"
            );
            assert!(!standing.is_advised_against());
        }
    }
    let mut day = day();
    day.put_off(&Arc::from("neck"), at(1), false);
    let standing = day.standing(&routine(), false);
    assert_eq!(standing.rest_of_day, Some(Rest::PutOff));
}

#[test]
fn pain_speaks_against_a_session_for_the_rest_of_its_day_and_over_the_night() {
    let zone = jiff::tz::TimeZone::UTC;
    let time = |day, hour, minute| {
        let time = jiff::civil::date(2026, 11, day).at(hour, minute, 0, 0);
        time.to_zoned(zone.clone()).unwrap()
    };
    for (end, now, matters) in [
        (time(22, 0, 4), time(22, 0, 5), true),
        (time(22, 0, 4), time(22, 23, 59), true),
        (time(22, 23, 58), time(23, 0, 5), true),
        (time(22, 23, 58), time(23, 8, 0), true),
        (time(22, 23, 58), time(23, 20, 0), false),
        (time(22, 9, 0), time(23, 0, 5), false),
        (time(22, 20, 0), time(23, 18, 0), false),
        // Of a clock that was ahead.
        (time(29, 9, 0), time(22, 9, 0), false),
    ] {
        assert_eq!(still_matters(&end, &now), matters, "{end} {now}");
    }
}

#[test]
fn pain_is_not_taken_back_by_a_better_session_later() {
    let hurt = SessionOfDay {
        hurt: true,
        ..session(1, 20, End::BeforeItsEnd)
    };
    let pain = |pain| SessionOfDay {
        pain_after: Some(pain),
        ..session(2, 100, End::Completed)
    };
    let limit = Limit::Authors(3);
    let above = Rest::AboveLimit { pain: 6, limit };
    for (sessions, rest) in [
        (vec![pain(3)], None),
        (vec![pain(6), pain(0)], Some(above)),
        (vec![pain(0), pain(6)], Some(above)),
        (vec![hurt, pain(6)], Some(Rest::Stopped)),
    ] {
        let mut day = day();
        for session in &sessions {
            add(&mut day, session);
        }
        let standing = day.standing(&routine(), false);
        assert_eq!(standing.rest, rest, "{sessions:?}");
    }
}

#[test]
fn pain_that_calls_for_a_rest_at_the_end_of_a_session_does_so_for_the_day() {
    for limit in [None, Some(3), Some(8)] {
        let mut routine = routine();
        routine.safety.pain_limit = limit;
        for (before, after) in (0..=11).flat_map(|before| (0..=11).map(move |it| (before, it))) {
            let [pain_before, pain_after] =
                [before, after].map(|pain| (pain <= 10).then_some(pain));
            let rest = Rest::after_session(pain_before, pain_after, &routine.safety);
            let mut day = day();
            add(
                &mut day,
                &SessionOfDay {
                    pain_before,
                    pain_after,
                    ..session(1, 100, End::Completed)
                },
            );
            add(&mut day, &session(2, 100, End::Completed));
            let reported = (limit, pain_before, pain_after);
            let of_day = day.standing(&routine, false).rest;
            let began = matches!(of_day, Some(Rest::Began { .. }));
            if began {
                assert_eq!(pain_after, None, "{reported:?}: it was the last word");
            }
            let of_day = of_day.filter(|_| !began);
            assert_eq!(of_day, rest, "{reported:?}");
            let rose = pain_before
                .zip(pain_after)
                .is_some_and(|(it, then)| then > it);
            let is_above = |pain| pain > limit.unwrap_or(5);
            let above = pain_after.is_some_and(is_above);
            assert_eq!(rest.is_some(), rose || above, "{reported:?}");
        }
    }
}

#[test]
fn where_the_author_sets_no_limit_the_highest_of_clinics_counts() {
    for (limit, pain, below) in [
        (None, 5, None),
        (None, 6, Some(Limit::Clinics)),
        (None, 10, Some(Limit::Clinics)),
        (Some(3), 3, None),
        (Some(3), 4, Some(Limit::Authors(3))),
        (Some(8), 8, None),
    ] {
        assert_eq!(Limit::below(pain, limit), below, "{limit:?} {pain}");
    }
}

#[test]
fn what_is_shipped_is_a_suggestion_until_it_was_done_lately() {
    let mut day = day();
    let suggested = Dose::Suggested { for_today: true };
    assert_eq!(day.standing(&routine(), true).dose, suggested);
    day.was_done_lately(&id());
    let planned = Dose::Planned { done: 0, of: 1 };
    assert_eq!(day.standing(&routine(), true).dose, planned);
}

#[test]
fn what_was_said_ahead_of_the_clock_takes_no_advice_to_rest_away() {
    let mut random = fastrand::Rng::with_seed(2026);
    let routines: [Arc<str>; 2] = [id(), Arc::from("neck")];
    let (mut kept, mut none) = (0, 0);
    for _ in 0..2_000 {
        let now = Zoned::new(at(12), jiff::tz::TimeZone::UTC);
        let mut hours: Vec<i64> = (1..=24).collect();
        random.shuffle(&mut hours);
        let mut said: Vec<_> = hours
            .into_iter()
            .take(random.usize(1..6))
            .map(|hour| {
                (
                    hour,
                    random.choice(&routines).cloned().unwrap(),
                    random.u8(0..=11),
                )
            })
            .collect();
        let say = |day: &mut Day, (hour, routine, pain): &(i64, Arc<str>, u8)| match pain {
            11 => day.put_off(routine, at(*hour), false),
            pain => day.mind(
                routine,
                &SessionOfDay {
                    pain_before: Some(*pain),
                    ..session(*hour, 50, End::BeforeItsEnd)
                },
            ),
        };
        let calls_for_rest = |day: &Day| day.standing(&routine(), false).calls_for_rest();
        let of = |only: &dyn Fn(i64) -> bool, said: &[(i64, Arc<str>, u8)]| {
            let mut day = Day::at(&now);
            let said = said.iter().filter(|(hour, ..)| only(*hour));
            said.for_each(|said| say(&mut day, said));
            calls_for_rest(&day)
        };
        let past = of(&|hour| hour <= 12, &said);
        let ahead = of(&|hour| hour > 12, &said);
        let all = of(&|_| true, &said);
        assert_eq!(all, past || ahead, "{said:?}");
        random.shuffle(&mut said);
        assert_eq!(of(&|_| true, &said), all, "in any order: {said:?}");
        *if all { &mut kept } else { &mut none } += 1;
    }
    assert!(kept > 100 && none > 100, "{kept} {none}");
}
