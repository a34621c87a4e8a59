//! What the speaker's thread does at a desk where devices come and go.

mod hangs;
mod phrases;

use super::*;

use std::num::NonZero;
use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, mpsc};

use rodio::mixer::{MixerSource, mixer};

use crate::sound::{SAMPLE_RATE, frames};

/// Devices that can be pulled out, and what each was asked for.
#[derive(Default)]
struct Desk {
    plugged: bool,
    asked: Vec<Option<String>>,
    output: Option<MixerSource>,
    lost: Arc<AtomicBool>,
    falters: Arc<AtomicBool>,
    now: Option<Instant>,
    /// Whether the system says when a device appears, and how often it was asked to.
    tells: bool,
    awaited: usize,
    server: Server,
    /// What is asked of a server that hangs.
    waiting: Vec<Request>,
}

/// How a sound server does its work.
#[derive(Default, PartialEq)]
enum Server {
    #[default]
    Well,
    /// It answers, and its devices take nothing.
    TakesNothing,
    /// It does not answer either.
    Hangs,
}

impl Desk {
    fn open(&mut self, id: Option<&str>) -> Option<Open> {
        self.asked.push(id.map(str::to_owned));
        if !self.plugged {
            return None;
        }
        let (mixer, output) = mixer(NonZero::<u16>::MIN, NonZero::new(SAMPLE_RATE)?);
        self.output = Some(output);
        self.lost = Arc::default();
        self.falters = Arc::default();
        Some(Open {
            mixer,
            as_asked: id != Some("missing"),
            since: self.now?,
            lost: Arc::clone(&self.lost),
            falters: Arc::clone(&self.falters),
            _sink: None,
        })
    }
}

/// A worker at a desk, with its own time.
struct Bench {
    worker: Worker,
    inbox: Receiver<Order>,
    desk: Arc<Mutex<Desk>>,
    shared: Arc<Shared>,
    now: Instant,
}

impl Bench {
    fn new(plugged: bool) -> Self {
        let desk = Arc::new(Mutex::new(Desk {
            plugged,
            ..Desk::default()
        }));
        let shared = Arc::new(Shared::default());
        shared.mix.set_gain(1.0);
        let at = Arc::clone(&desk);
        let (orders, inbox) = mpsc::channel();
        let answers = orders.clone();
        let keep = move |request: Request| {
            let mut desk = at.lock().unwrap();
            match request {
                _ if desk.server == Server::Hangs => desk.waiting.push(request),
                Request::Open(id, _) => {
                    let opened = desk.open(id.as_deref());
                    answers.send(Order::Opened(opened)).unwrap();
                }
                Request::Close(open) => drop(open),
            }
        };
        let at = Arc::clone(&desk);
        let await_device = move |_: Arrived| -> Option<Awaited> {
            let mut desk = at.lock().unwrap();
            desk.awaited += usize::from(desk.tells);
            desk.tells.then(|| Box::new(()) as Awaited)
        };
        Self {
            worker: Worker::at(orders, Arc::clone(&shared), keep, await_device),
            inbox,
            desk,
            shared,
            now: Instant::now(),
        }
    }

    fn order(&mut self, order: Order) {
        self.desk.lock().unwrap().now = Some(self.now);
        self.worker.obey(order, self.now);
        self.tend(self.now);
    }

    fn cue(&mut self, cue: Cue, late: Duration) {
        self.play(Some(cue), None, late);
    }

    fn play(&mut self, cue: Option<Cue>, spoken: Option<Spoken>, late: Duration) {
        self.order(Order::Play(Asked {
            cue,
            spoken,
            at: self.now.checked_sub(late).unwrap(),
            born: self.shared.mix.born(),
        }));
    }

    /// Does all that becomes due within a time.
    fn pass(&mut self, time: Duration) {
        let end = self.now + time;
        while let Some(due) = self.worker.deadline().filter(|due| *due <= end) {
            self.tend(due.max(self.now));
        }
        self.tend(end);
    }

    fn tend(&mut self, now: Instant) {
        self.now = now;
        self.desk.lock().unwrap().now = Some(now);
        self.take_some();
        self.worker.tend(now);
        while let Ok(order) = self.inbox.try_recv() {
            self.worker.obey(order, now);
            self.take_some();
            self.worker.tend(now);
        }
    }

    /// What a device takes within moments, too short to be heard.
    fn take_some(&self) {
        let desk = self.desk.lock().unwrap();
        let takes = desk.server == Server::Well && desk.output.is_some();
        drop(desk);
        if takes {
            self.listen(Duration::from_micros(200));
        }
    }

    fn serve(&mut self, server: Server) {
        let waiting = {
            let mut desk = self.desk.lock().unwrap();
            desk.server = server;
            mem::take(&mut desk.waiting)
        };
        for request in waiting {
            (self.worker.keep)(request);
        }
        self.tend(self.now);
    }

    fn plug(&mut self, plugged: bool) {
        self.desk.lock().unwrap().plugged = plugged;
        if !plugged {
            self.pull();
        }
    }

    fn pull(&mut self) {
        self.desk
            .lock()
            .unwrap()
            .lost
            .store(true, Ordering::Relaxed);
        self.order(Order::Lost);
    }

    fn falter(&mut self) {
        let falters = Arc::clone(&self.desk.lock().unwrap().falters);
        falters.store(true, Ordering::Relaxed);
        self.order(Order::Lost);
    }

    fn set_gain(&mut self, gain: f32) {
        self.shared.mix.set_gain(gain);
        self.order(Order::Choose(None));
    }

    fn is_open(&self) -> bool {
        self.worker.open.is_some()
    }

    fn times_opened(&self) -> usize {
        self.desk.lock().unwrap().asked.len()
    }

    fn hears_something(&self) -> bool {
        let heard = self.listen(SECOND / 5);
        heard.iter().any(|sample| sample.abs() > 0.01)
    }

    /// What is played in a time to come.
    fn listen(&self, time: Duration) -> Vec<f32> {
        let mut desk = self.desk.lock().unwrap();
        let output = desk.output.as_mut().unwrap();
        output.take(frames(time)).collect()
    }

    /// How many samples come before the first that is louder than this, in two seconds to come.
    fn first_above(&self, threshold: f32) -> usize {
        let heard = self.listen(2 * SECOND);
        heard.iter().position(|sample| *sample > threshold).unwrap()
    }

    fn warning(&self) -> Option<(&'static str, Audible)> {
        let status = self.shared.status();
        let warning = status.warning.as_ref()?;
        Some((warning.message.id, warning.leaves))
    }
}

const SECOND: Duration = Duration::from_secs(1);

#[test]
fn the_device_is_open_from_a_sessions_start_until_a_minute_of_pause_or_its_end() {
    let mut bench = Bench::new(true);
    bench.pass(10 * SECOND);
    assert_eq!(bench.times_opened(), 0);
    bench.order(Order::Begin);
    bench.pass(3600 * SECOND);
    assert!(bench.is_open());
    bench.order(Order::LetGo(60 * SECOND));
    bench.pass(59 * SECOND);
    assert!(bench.is_open());
    bench.pass(2 * SECOND);
    assert!(!bench.is_open());
    bench.order(Order::Begin);
    assert!(bench.is_open());
    assert_eq!(bench.times_opened(), 2);
    assert_eq!(bench.worker.deadline(), None);
}

#[test]
fn while_it_is_muted_no_device_is_opened_and_one_that_is_open_closed_soon() {
    let mut bench = Bench::new(true);
    bench.set_gain(0.0);
    bench.order(Order::Begin);
    let (teller, reported) = mpsc::channel();
    bench.order(Order::TellWhenSteady(teller));
    assert_eq!(reported.try_recv(), Err(mpsc::TryRecvError::Disconnected));
    bench.cue(Cue::HoldStart, Duration::ZERO);
    bench.pass(600 * SECOND);
    assert_eq!(bench.times_opened(), 0);
    assert_eq!(bench.worker.deadline(), None);

    bench.set_gain(1.0);
    assert!(bench.is_open());
    bench.set_gain(0.0);
    bench.pass(5 * SECOND);
    bench.set_gain(0.5);
    bench.pass(600 * SECOND);
    assert!(bench.is_open(), "it was muted for a moment");
    assert_eq!(bench.times_opened(), 1);
    bench.set_gain(0.0);
    bench.pass(20 * SECOND);
    assert!(!bench.is_open());
    assert_eq!(bench.worker.deadline(), None);
}

#[test]
fn without_a_device_a_muted_session_looks_for_none_and_complains_of_none() {
    let mut bench = Bench::new(false);
    bench.set_gain(0.0);
    bench.order(Order::Begin);
    bench.pass(60 * SECOND);
    assert_eq!((bench.times_opened(), bench.warning()), (0, None));
    bench.set_gain(1.0);
    bench.pass(2 * SECOND);
    assert_eq!(bench.warning(), Some(("sound-no-device", Audible::Nothing)));
}

#[test]
fn a_short_pause_does_not_close_the_device_later() {
    let mut bench = Bench::new(true);
    bench.order(Order::Begin);
    bench.order(Order::LetGo(60 * SECOND));
    bench.pass(30 * SECOND);
    bench.order(Order::Begin);
    bench.pass(600 * SECOND);
    assert!(bench.is_open());
    bench.order(Order::Wake(60 * SECOND));
    bench.pass(600 * SECOND);
    assert!(bench.is_open());
    assert_eq!(bench.times_opened(), 1);
}

#[test]
fn a_missing_device_is_reported_and_tried_again_ever_more_seldom() {
    let mut bench = Bench::new(false);
    bench.order(Order::Begin);
    bench.pass(60 * SECOND);
    assert_eq!(bench.warning(), Some(("sound-no-device", Audible::Nothing)));
    let tried = bench.times_opened();
    assert!((20..=30).contains(&tried), "{tried}");
    bench.plug(true);
    bench.pass(5 * SECOND);
    assert!(bench.is_open());
    assert_eq!(bench.warning(), None);
}

#[test]
fn where_the_system_says_when_a_device_appears_none_is_looked_for_until_then() {
    let mut bench = Bench::new(false);
    bench.desk.lock().unwrap().tells = true;
    bench.order(Order::Begin);
    bench.pass(10 * SECOND);
    assert_eq!(bench.warning(), Some(("sound-no-device", Audible::Nothing)));
    let tried = bench.times_opened();
    assert_eq!(bench.worker.deadline(), None);
    bench.cue(Cue::HoldStart, Duration::ZERO);
    bench.pass(600 * SECOND);
    assert_eq!(bench.times_opened(), tried);

    // Something appears that is not ready yet, and then is.
    bench.order(Order::Arrived);
    bench.pass(SECOND / 10);
    bench.plug(true);
    bench.pass(SECOND);
    assert!(bench.is_open());
    assert_eq!(bench.warning(), None);

    // And again, with something that never is.
    bench.plug(false);
    bench.pass(10 * SECOND);
    bench.order(Order::Arrived);
    bench.pass(10 * SECOND);
    assert_eq!(bench.worker.deadline(), None);
    assert_eq!(bench.desk.lock().unwrap().awaited, 3);
    // What was told before it was asked for is none of it.
    bench.plug(true);
    bench.order(Order::LetGo(Duration::ZERO));
    bench.order(Order::Arrived);
    assert!(!bench.is_open());
    bench.order(Order::Begin);
    assert!(bench.is_open());
}

/// A sound server that is being started refuses for some time.
#[test]
fn no_sound_is_reported_only_once_a_device_was_tried_for_a_while() {
    for late in [0, 50, 400, 1000, 1400] {
        let mut bench = Bench::new(false);
        bench.order(Order::Begin);
        let late = Duration::from_millis(late);
        let mut waited = Duration::ZERO;
        while waited < late {
            assert_eq!(bench.warning(), None, "{late:?} {waited:?}");
            bench.pass(SECOND / 20);
            waited += SECOND / 20;
        }
        bench.plug(true);
        bench.pass(SECOND);
        assert!(bench.is_open());
        assert_eq!(bench.warning(), None, "{late:?}");
    }
    let mut bench = Bench::new(false);
    bench.order(Order::Begin);
    bench.pass(2 * SECOND);
    assert_eq!(bench.warning(), Some(("sound-no-device", Audible::Nothing)));
}

#[test]
fn a_lost_device_is_opened_again_at_once_and_a_shaky_one_not_in_a_rush() {
    let mut bench = Bench::new(true);
    bench.order(Order::Begin);
    bench.pass(60 * SECOND);
    bench.pull();
    assert!(bench.is_open());
    assert_eq!(bench.warning(), None);
    for _ in 0..100 {
        bench.pull();
        bench.pass(SECOND / 10);
    }
    let opened = bench.times_opened();
    assert!((4..=10).contains(&opened), "{opened}");
    bench.plug(false);
    assert_eq!(bench.warning(), Some(("sound-no-device", Audible::Nothing)));
}

#[test]
fn a_device_that_falters_is_kept_if_it_plays_on_and_opened_again_if_not() {
    let mut bench = Bench::new(true);
    bench.order(Order::Begin);
    bench.pass(SECOND);
    for _ in 0..100 {
        bench.falter();
        bench.falter();
        bench.listen(SECOND / 50);
        bench.pass(SECOND / 10);
        bench.falter();
        bench.listen(SECOND / 50);
        bench.pass(SECOND);
    }
    assert_eq!(bench.times_opened(), 1);
    assert_eq!(bench.worker.deadline(), None);
    bench.cue(Cue::HoldStart, Duration::ZERO);
    assert!(bench.hears_something());

    bench.serve(Server::TakesNothing);
    bench.falter();
    bench.pass(SECOND);
    assert_eq!(bench.times_opened(), 2);
    bench.serve(Server::Well);
    bench.cue(Cue::HoldEnd, Duration::ZERO);
    assert!(bench.hears_something());
    assert_eq!(bench.warning(), None);
}

#[test]
fn what_is_missed_is_not_made_up_for() {
    let mut bench = Bench::new(false);
    bench.order(Order::Begin);
    bench.cue(Cue::HoldStart, Duration::ZERO);
    bench.pass(SECOND);
    bench.plug(true);
    bench.pass(5 * SECOND);
    assert!(!bench.hears_something());
    bench.cue(Cue::HoldEnd, Duration::ZERO);
    assert!(bench.hears_something());
}

#[test]
fn a_device_that_is_lost_as_it_opens_costs_no_cue() {
    let mut bench = Bench::new(true);
    bench.order(Order::Begin);
    bench.cue(Cue::HoldStart, Duration::ZERO);
    bench.pull();
    bench.pass(SECOND / 5);
    assert!(bench.hears_something());
}

#[test]
fn a_late_cue_is_left_out_unless_it_tells_what_is_still_true() {
    let cases = [
        (Cue::LastSecond, SECOND / 10, true),
        (Cue::LastSecond, SECOND, false),
        (Cue::HoldStart, SECOND, false),
        (Cue::GetReady, SECOND, true),
        (Cue::GetReady, 10 * SECOND, false),
    ];
    for (cue, late, heard) in cases {
        let mut bench = Bench::new(true);
        bench.order(Order::Begin);
        bench.pass(STEADY);
        bench.cue(cue, late);
        assert_eq!(bench.hears_something(), heard, "{cue:?} {late:?} late");
    }
}

#[test]
fn the_first_cue_waits_until_a_device_just_opened_is_steady() {
    let mut bench = Bench::new(true);
    bench.order(Order::Wake(SECOND));
    let (teller, reported) = mpsc::channel();
    bench.order(Order::TellWhenSteady(teller));
    bench.cue(Cue::GetReady, Duration::ZERO);
    assert!(!bench.hears_something());
    assert_eq!(reported.try_recv(), Err(mpsc::TryRecvError::Empty));
    bench.pass(STEADY);
    assert!(bench.hears_something());
    assert_eq!(reported.try_recv(), Err(mpsc::TryRecvError::Disconnected));
}

#[test]
fn another_device_is_played_on_at_once_and_a_missing_one_is_reported() {
    let mut bench = Bench::new(true);
    bench.order(Order::Begin);
    bench.order(Order::Choose(Some("headphones".to_owned())));
    assert_eq!(bench.warning(), None);
    bench.order(Order::Choose(Some("missing".to_owned())));
    assert_eq!(bench.warning(), Some(("sound-other-device", Audible::All)));
    bench.pass(STEADY);
    bench.cue(Cue::HoldStart, Duration::ZERO);
    assert!(bench.hears_something());
    let asked = bench.desk.lock().unwrap().asked.clone();
    let asked: Vec<_> = asked.iter().map(Option::as_deref).collect();
    assert_eq!(asked, [None, Some("headphones"), Some("missing")]);
}

#[test]
fn the_sounds_are_tried_one_after_the_other_and_the_device_closed_afterwards() {
    let mut bench = Bench::new(true);
    bench.order(Order::Try(true));
    bench.pass(STEADY);
    for cue in Cue::ALL {
        assert_eq!(bench.shared.status().trying, Some(cue));
        assert!(bench.hears_something(), "{cue:?}");
        bench.pass(duration(samples(cue).len()) + BETWEEN);
    }
    assert_eq!(bench.shared.status().trying, None);
    bench.pass(2 * SECOND);
    assert!(!bench.is_open());
}

#[test]
fn it_is_quiet_once_the_last_cue_has_rung_out_and_soon_without_a_device() {
    for (plugged, time) in [
        (true, duration(samples(Cue::Finished).len())),
        (false, Duration::ZERO),
    ] {
        let mut bench = Bench::new(plugged);
        bench.order(Order::Begin);
        bench.pass(4 * SECOND);
        bench.cue(Cue::Finished, Duration::ZERO);
        let (teller, reported) = mpsc::channel();
        bench.order(Order::TellWhenQuiet(teller));
        bench.pass(time.saturating_sub(SECOND / 10));
        let early = reported.try_recv();
        assert_eq!(early == Err(mpsc::TryRecvError::Empty), plugged);
        bench.pass(SECOND / 2);
        assert_eq!(reported.try_recv(), Err(mpsc::TryRecvError::Disconnected));
    }
}

#[test]
fn a_session_ends_the_trying_and_no_device_does_too() {
    let mut bench = Bench::new(true);
    bench.order(Order::Try(true));
    bench.order(Order::Begin);
    assert_eq!(bench.shared.status().trying, None);

    let mut bench = Bench::new(false);
    bench.order(Order::Try(true));
    bench.pass(3 * SECOND);
    assert_eq!(bench.shared.status().trying, None);
    assert_eq!(bench.warning(), Some(("sound-no-device", Audible::Nothing)));

    let mut bench = Bench::new(false);
    bench.order(Order::Try(true));
    bench.pass(SECOND);
    bench.plug(true);
    bench.pass(SECOND);
    assert!(bench.hears_something(), "the device came meanwhile");
}

#[test]
fn a_panic_at_the_device_is_reported_as_no_sound_and_the_next_order_is_heard() {
    let shared = Arc::new(Shared::default());
    shared.mix.set_gain(1.0);
    let mut fails = true;
    let keep = move |_: Request| assert!(!mem::take(&mut fails), "as a mistake would");
    let (orders, inbox) = mpsc::channel();
    let mut worker = Worker::at(orders.clone(), Arc::clone(&shared), keep, |_| None);
    orders.send(Order::Begin).unwrap();
    orders.send(Order::End).unwrap();
    worker.run(&inbox);
    let status = shared.status();
    let warning = status.warning.as_ref().unwrap();
    assert_eq!(warning.leaves, Audible::Nothing);
}
