//! When what is said is heard, and what is left out.

use super::*;

/// A phrase of half a second with some time behind it.
fn phrase() -> Spoken {
    Spoken {
        clip: Clip::of(vec![i16::MAX / 2; SAMPLE_RATE as usize / 2]),
        patience: SECOND / 4,
    }
}

#[test]
fn a_phrase_begins_when_its_cue_has_been_listened_to() {
    let mut bench = Bench::new(true);
    bench.order(Order::Begin);
    bench.pass(SECOND);
    bench.play(None, Some(phrase()), Duration::ZERO);
    let alone = bench.first_above(0.45);
    assert!(alone < SAMPLE_RATE as usize / 10, "{alone}");

    bench.pass(2 * SECOND);
    bench.play(Some(Cue::GetReady), Some(phrase()), Duration::ZERO);
    let after_the_cue = bench.first_above(0.45);
    let lead = frames(lead(Cue::GetReady));
    assert!(
        after_the_cue.abs_diff(alone + lead) < 480,
        "{after_the_cue}"
    );
}

#[test]
fn a_late_phrase_is_left_out_and_its_cue_is_not() {
    let mut bench = Bench::new(true);
    bench.order(Order::Begin);
    bench.pass(SECOND);
    bench.play(Some(Cue::GetReady), Some(phrase()), SECOND / 2);
    let heard = bench.listen(SECOND);
    let loudest = heard
        .iter()
        .fold(0.0, |loudest: f32, one| loudest.max(*one));
    assert!((0.05..0.4).contains(&loudest), "{loudest}");
}

#[test]
fn the_end_is_waited_for_until_the_last_word_has_been_heard() {
    let mut bench = Bench::new(true);
    bench.order(Order::Begin);
    bench.pass(SECOND);
    let long = Spoken {
        clip: Clip::of(vec![1; 3 * SAMPLE_RATE as usize]),
        patience: SECOND,
    };
    bench.play(Some(Cue::Finished), Some(long), Duration::ZERO);
    let (teller, reported) = mpsc::channel();
    bench.order(Order::TellWhenQuiet(teller));
    bench.pass(3 * SECOND);
    assert_eq!(reported.try_recv(), Err(mpsc::TryRecvError::Empty));
    bench.pass(2 * SECOND);
    assert_eq!(reported.try_recv(), Err(mpsc::TryRecvError::Disconnected));
}

#[test]
fn a_phrase_with_time_behind_it_waits_for_the_device() {
    let mut bench = Bench::new(true);
    bench.order(Order::Wake(5 * SECOND));
    bench.play(None, Some(phrase()), Duration::ZERO);
    bench.pass(STEADY);
    assert!(bench.hears_something());
}

#[test]
fn nobody_waits_for_a_phrase_that_was_ended() {
    let long = || Spoken {
        clip: Clip::of(vec![1; 9 * SAMPLE_RATE as usize]),
        patience: SECOND,
    };
    for silenced in [true, false] {
        let mut bench = Bench::new(true);
        bench.order(Order::Begin);
        bench.pass(SECOND);
        bench.play(None, Some(long()), Duration::ZERO);
        if silenced {
            bench.order(Order::Silence);
        } else {
            bench.play(Some(Cue::Stopped), None, Duration::ZERO);
        }
        let (teller, reported) = mpsc::channel();
        bench.order(Order::TellWhenQuiet(teller));
        bench.pass(3 * SECOND);
        assert_eq!(reported.try_recv(), Err(mpsc::TryRecvError::Disconnected));
    }
}

#[test]
fn a_sample_is_waited_for_while_the_device_is_tried_again() {
    let mut bench = Bench::new(false);
    bench.order(Order::Wake(10 * SECOND));
    let sample = Spoken {
        patience: 60 * SECOND,
        ..phrase()
    };
    bench.play(None, Some(sample), Duration::ZERO);
    let (teller, reported) = mpsc::channel();
    bench.order(Order::TellWhenQuiet(teller));
    assert_eq!(reported.try_recv(), Err(mpsc::TryRecvError::Empty));
    bench.plug(true);
    bench.pass(SECOND / 4);
    assert!(bench.hears_something());
}
