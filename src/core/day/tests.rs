//! What a day says.

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

fn session(hour: i64, percent: u64, end: End) -> Session {
    Session {
        started: at(hour),
        part: Share {
            done: percent,
            of: 100,
        },
        end,
        hurt: false,
        pain_before: None,
        pain_after: None,
    }
}

#[test]
fn a_session_that_can_be_gone_on_with_is_not_done_yet() {
    for (end, done) in [(End::NotYet, 0), (End::BeforeItsEnd, 1)] {
        let mut day = day();
        day.add(&id(), &session(1, 50, end));
        let standing = day.standing(&routine(), false);
        assert_eq!(standing.dose, Dose::Planned { done, of: 1 }, "{end:?}");
    }
}

#[test]
fn two_halves_are_one_session_and_not_more_than_was_planned() {
    let mut day = day();
    day.add(&id(), &session(1, 50, End::BeforeItsEnd));
    day.add(&id(), &session(2, 50, End::BeforeItsEnd));
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
        day.add(&id(), &session(hour, 100, End::Completed));
        let standing = day.standing(&routine, false);
        assert_eq!((standing.enough, standing.rank()), (enough, rank));
        assert_eq!(standing.is_advised_against(), enough.is_some());
    }
}

#[test]
fn what_was_put_off_rests_until_the_person_begins_after_all() {
    let mut day = day();
    day.add(&id(), &session(1, 0, End::BeforeItsEnd));
    day.put_off(&id(), at(2));
    let standing = day.standing(&routine(), false);
    assert_eq!(standing.rest, Some(Rest::PutOff));
    assert_eq!(standing.rank(), Rank::Rest);
    day.add(&id(), &session(3, 100, End::Completed));
    assert_eq!(day.standing(&routine(), false).rest, None);
}

#[test]
fn pain_is_not_taken_back_by_a_better_session_later() {
    let hurt = Session {
        hurt: true,
        ..session(1, 20, End::BeforeItsEnd)
    };
    let pain = |pain| Session {
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
            day.add(&id(), session);
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
            day.add(
                &id(),
                &Session {
                    pain_before,
                    pain_after,
                    ..session(1, 100, End::Completed)
                },
            );
            day.add(&id(), &session(2, 100, End::Completed));
            let reported = (limit, pain_before, pain_after);
            assert_eq!(day.standing(&routine, false).rest, rest, "{reported:?}");
            let rose = pain_before
                .zip(pain_after)
                .is_some_and(|(it, then)| then > it);
            let above = pain_after.is_some_and(|pain| pain > limit.unwrap_or(5));
            assert_eq!(rest.is_some(), rose || above, "{reported:?}");
        }
    }
}

#[test]
fn where_the_author_sets_no_limit_the_highest_of_clinics_counts() {
    let safety = |pain_limit| Safety {
        pain_limit,
        ..Safety::default()
    };
    for (limit, pain, below) in [
        (None, 5, None),
        (None, 6, Some(Limit::Clinics)),
        (None, 10, Some(Limit::Clinics)),
        (Some(3), 3, None),
        (Some(3), 4, Some(Limit::Authors(3))),
        (Some(8), 8, None),
    ] {
        assert_eq!(
            Limit::below(pain, &safety(limit)),
            below,
            "{limit:?} {pain}"
        );
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
