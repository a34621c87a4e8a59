//! A sound server that does not answer, or whose devices take nothing: neither reports an error.

use super::*;

#[test]
fn a_device_that_takes_nothing_any_more_is_reported_and_opened_again_until_one_does() {
    let mut bench = Bench::new(true);
    bench.order(Order::Begin);
    bench.pass(60 * SECOND);
    bench.serve(Server::Hangs);
    bench.pass(60 * SECOND);
    assert_eq!(bench.warning(), None, "nobody waits for a sound");
    bench.cue(Cue::HoldStart, Duration::ZERO);
    bench.pass(SECOND);
    assert_eq!(bench.warning(), None, "it may have much to do");
    bench.pass(2 * SECOND);
    assert_eq!(bench.warning(), Some(("sound-no-device", Audible::Nothing)));

    // Whatever happens meanwhile, only one is being opened, and nothing is waited for but news of it.
    for _ in 0..10 {
        bench.cue(Cue::HoldEnd, Duration::ZERO);
        bench.pass(60 * SECOND);
    }
    let opens = |request: &&Request| matches!(request, Request::Open(..));
    let opens = bench
        .desk
        .lock()
        .unwrap()
        .waiting
        .iter()
        .filter(opens)
        .count();
    assert_eq!((opens, bench.worker.deadline()), (1, None));

    bench.serve(Server::Well);
    bench.pass(2 * SECOND);
    assert_eq!(bench.warning(), None);
    bench.cue(Cue::HoldStart, Duration::ZERO);
    assert!(bench.hears_something());
}

#[test]
fn that_the_sound_is_back_is_not_told_of_a_device_that_still_takes_nothing() {
    let mut bench = Bench::new(true);
    bench.order(Order::Begin);
    bench.cue(Cue::GetReady, Duration::ZERO);
    bench.serve(Server::TakesNothing);
    bench.pass(3 * SECOND);
    for _ in 0..100 {
        bench.cue(Cue::HoldStart, Duration::ZERO);
        bench.pass(SECOND);
        assert_eq!(bench.warning(), Some(("sound-no-device", Audible::Nothing)));
    }
    assert!(bench.times_opened() > 3);
    bench.serve(Server::Well);
    bench.pass(10 * SECOND);
    assert_eq!(bench.warning(), None);
}

#[test]
fn a_server_that_hangs_from_the_start_is_reported_and_nobody_waits_for_it_at_the_end() {
    let mut bench = Bench::new(true);
    bench.serve(Server::Hangs);
    bench.order(Order::Begin);
    bench.cue(Cue::Finished, Duration::ZERO);
    let [(steady, is_steady), (quiet, is_quiet)] = [mpsc::channel(), mpsc::channel()];
    bench.order(Order::TellWhenSteady(steady));
    bench.order(Order::TellWhenQuiet(quiet));
    bench.pass(3 * SECOND);
    assert_eq!(bench.warning(), Some(("sound-no-device", Audible::Nothing)));
    for told in [is_steady, is_quiet] {
        assert_eq!(told.try_recv(), Err(mpsc::TryRecvError::Disconnected));
    }
    // Another device, and another session, are still asked of the same server.
    bench.order(Order::Choose(Some("headphones".to_owned())));
    bench.order(Order::LetGo(Duration::ZERO));
    bench.pass(60 * SECOND);
    assert_eq!(bench.worker.deadline(), None);
    bench.order(Order::Begin);
    bench.pass(3 * SECOND);
    assert_eq!(bench.warning(), Some(("sound-no-device", Audible::Nothing)));
    bench.serve(Server::Well);
    bench.pass(SECOND);
    let asked = bench.desk.lock().unwrap().asked.clone();
    assert_eq!(asked, [None, Some("headphones".to_owned())]);
    assert!(bench.is_open());
    assert_eq!(bench.warning(), None);
}
