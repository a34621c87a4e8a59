//! The speaker's thread: opens and closes the device, and plays on it.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use super::device::{self, OnLoss, Open};
use super::playing::Playing;
use super::speaker::Shared;
use super::{Cue, SAMPLE_RATE, samples};
use crate::words::Message;

/// What is asked of the thread.
#[derive(Debug)]
pub(super) enum Order {
    /// A session is under way.
    Begin,
    /// The device may be needed within this time.
    Wake(Duration),
    /// No session is under way any more; the device is closed after this time.
    LetGo(Duration),
    Cue(Asked),
    /// Play on this device from here on; `None` is the system's own.
    Choose(Option<String>),
    /// Start, or end, the playing of all cues in turn.
    Try(bool),
    /// Drop this once the device is steady, or is found not to be there.
    TellWhenSteady(Sender<()>),
    /// Drop this once all that was asked for before has been heard.
    TellWhenQuiet(Sender<()>),
    /// A device was lost.
    Lost,
    End,
}

/// A cue that is asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    pub(super) cue: Cue,
    pub(super) at: Instant,
    /// Of the mix at that moment.
    pub(super) silences: u32,
}

/// Whether a device is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    No,
    Until(Instant),
    /// Until it is let go.
    Session,
}

type Opener = Box<dyn FnMut(Option<&str>, OnLoss) -> Option<Open> + Send>;

pub(super) struct Worker {
    orders: Sender<Order>,
    shared: Arc<Shared>,
    opener: Opener,
    chosen: Option<String>,
    need: Need,
    open: Option<Open>,
    /// Of opening the device, in a row.
    failures: u32,
    /// When to open it again after a failure.
    retry: Option<Instant>,
    /// To be played once the device is steady.
    asked: Option<Asked>,
    /// The place in [`Cue::ALL`] that is tried next, and when.
    trying: Option<(usize, Instant)>,
    /// When the last of what plays will have been heard.
    quiet_at: Instant,
    until_quiet: Vec<Sender<()>>,
    until_steady: Vec<Sender<()>>,
}

/// A device is played on so long after it was opened: it begins by filling its buffer at once, and
/// what is added meanwhile comes early or late by as much.
const STEADY: Duration = Duration::from_millis(100);

/// A device that was open for this long before it was lost is tried again at once.
const PROVEN: Duration = Duration::from_secs(10);

/// A sound takes this long at most from the mixer to the ear.
const ON_THE_WAY: Duration = Duration::from_millis(300);

/// Between two cues that are tried: long enough to keep them apart.
const BETWEEN: Duration = Duration::from_millis(600);

impl Worker {
    pub(super) fn new(orders: Sender<Order>, shared: Arc<Shared>) -> Self {
        Self::with_opener(orders, shared, |id, on_loss| device::open(id, on_loss).ok())
    }

    fn with_opener(
        orders: Sender<Order>,
        shared: Arc<Shared>,
        opener: impl FnMut(Option<&str>, OnLoss) -> Option<Open> + Send + 'static,
    ) -> Self {
        Self {
            orders,
            shared,
            opener: Box::new(opener),
            chosen: None,
            need: Need::No,
            open: None,
            failures: 0,
            retry: None,
            asked: None,
            trying: None,
            quiet_at: Instant::now(),
            until_quiet: Vec::new(),
            until_steady: Vec::new(),
        }
    }

    /// Plays until the speaker is gone.
    pub(super) fn run(&mut self, inbox: &Receiver<Order>) {
        loop {
            let order = match self.deadline() {
                None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(at) => inbox.recv_timeout(at.saturating_duration_since(Instant::now())),
            };
            match order {
                Ok(Order::End) | Err(RecvTimeoutError::Disconnected) => return,
                Ok(order) => self.obey(order, Instant::now()),
                Err(RecvTimeoutError::Timeout) => {}
            }
            self.tend(Instant::now());
        }
    }

    fn obey(&mut self, order: Order, now: Instant) {
        match order {
            Order::Begin => {
                self.stop_trying();
                self.need = Need::Session;
            }
            Order::Wake(time) => self.need_until(now + time),
            Order::LetGo(time) => self.need = Need::Until(now + time),
            Order::Cue(asked) => self.asked = Some(asked),
            Order::Choose(device) => {
                if device != self.chosen {
                    self.chosen = device;
                    self.close();
                }
            }
            Order::Try(true) => {
                self.need_until(now + BETWEEN);
                self.trying = Some((0, now));
            }
            Order::Try(false) => self.stop_trying(),
            Order::TellWhenSteady(teller) => self.until_steady.push(teller),
            Order::TellWhenQuiet(teller) => self.until_quiet.push(teller),
            Order::Lost | Order::End => {}
        }
    }

    /// Does what is due: opens and closes the device, plays the next of the cues that are tried.
    fn tend(&mut self, now: Instant) {
        if matches!(self.need, Need::Until(end) if end <= now) {
            self.need = Need::No;
        }
        if self.need == Need::No {
            self.close();
            return;
        }
        self.drop_if_lost(now);
        if self.open.is_none() && self.retry.is_none_or(|at| at <= now) {
            self.open(now);
        }
        self.play_asked(now);
        self.try_next(now);
        if self.failures >= HOPELESS || self.is_steady(now) {
            self.until_steady.clear();
        }
        if self.open.is_none() || (self.asked.is_none() && self.quiet_at <= now) {
            self.until_quiet.clear();
        }
    }

    /// When something is due by itself.
    fn deadline(&self) -> Option<Instant> {
        let end = match self.need {
            Need::Until(end) => Some(end),
            Need::No | Need::Session => None,
        };
        let next = self.trying.map(|(_, at)| at);
        let steady = self
            .steady_at()
            .filter(|_| self.asked.is_some() || !self.until_steady.is_empty());
        let to_tell = !self.until_quiet.is_empty() && self.asked.is_none();
        let quiet = to_tell.then_some(self.quiet_at);
        [end, self.retry, next, steady, quiet]
            .into_iter()
            .flatten()
            .min()
    }

    fn steady_at(&self) -> Option<Instant> {
        self.open.as_ref().map(|open| open.since + STEADY)
    }

    fn is_steady(&self, now: Instant) -> bool {
        self.steady_at().is_some_and(|at| at <= now)
    }

    fn need_until(&mut self, end: Instant) {
        self.need = match self.need {
            Need::Session => Need::Session,
            Need::Until(already) => Need::Until(already.max(end)),
            Need::No => Need::Until(end),
        };
    }

    fn open(&mut self, now: Instant) {
        // Makes all cues: now, not when the first is due.
        samples(Cue::GetReady);
        let orders = self.orders.clone();
        // Nobody is left to care if the thread has ended.
        let on_loss: OnLoss = Arc::new(move || drop(orders.send(Order::Lost)));
        match (self.opener)(self.chosen.as_deref(), on_loss) {
            Some(open) => {
                let other = Message::new("sound-other-device");
                self.shared.status().trouble = (!open.as_asked).then_some(other);
                self.open = Some(open);
                self.retry = None;
            }
            None => self.failed(now),
        }
    }

    fn failed(&mut self, now: Instant) {
        self.shared.status().trouble = Some(Message::new("sound-no-device"));
        self.retry = Some(now + back_off(self.failures));
        self.failures += 1;
    }

    fn drop_if_lost(&mut self, now: Instant) {
        let Some(open) = &self.open else {
            return;
        };
        if !open.lost.load(Ordering::Relaxed) {
            return;
        }
        let proven = now.saturating_duration_since(open.since) >= PROVEN;
        self.open = None;
        if proven {
            self.failures = 0;
        } else {
            self.failed(now);
        }
    }

    fn close(&mut self) {
        self.stop_trying();
        self.asked = None;
        self.open = None;
        self.failures = 0;
        self.retry = None;
        self.until_quiet.clear();
        self.until_steady.clear();
    }

    /// Plays the cue that is asked for as soon as the device is steady, if that is not too late.
    fn play_asked(&mut self, now: Instant) {
        let is_missed =
            |asked: &Asked| now.saturating_duration_since(asked.at) > asked.cue.patience();
        self.asked = self.asked.filter(|asked| !is_missed(asked));
        if self.is_steady(now)
            && let Some(asked) = self.asked.take()
        {
            self.play(asked, now);
        }
    }

    fn play(&mut self, asked: Asked, now: Instant) {
        let Asked { cue, at, silences } = asked;
        if let Some(open) = &self.open {
            let playing = Playing::new(samples(cue), &self.shared.mix, at, silences);
            open.mixer.add(playing);
            self.quiet_at = self.quiet_at.max(now + length(cue) + ON_THE_WAY);
        }
    }

    fn try_next(&mut self, now: Instant) {
        let Some((index, _)) = self.trying.filter(|(_, at)| *at <= now) else {
            return;
        };
        match (Cue::ALL.get(index), self.steady_at()) {
            (Some(_), Some(steady)) if now < steady => {
                self.need_until(steady + BETWEEN);
                self.trying = Some((index, steady));
            }
            (Some(&cue), Some(_)) => {
                let silences = self.shared.mix.silences();
                let at = now;
                self.play(Asked { cue, at, silences }, now);
                self.shared.status().trying = Some(cue);
                let next = now + length(cue) + BETWEEN;
                self.need_until(next + BETWEEN);
                self.trying = Some((index + 1, next));
            }
            _ => self.stop_trying(),
        }
    }

    fn stop_trying(&mut self) {
        self.trying = None;
        self.shared.status().trying = None;
    }
}

fn length(cue: Cue) -> Duration {
    let frames = u32::try_from(samples(cue).len()).unwrap_or(u32::MAX);
    Duration::from_secs(1) * frames / SAMPLE_RATE
}

/// How long to wait after that many failures in a row: a twentieth of a second, doubled each time,
/// up to three seconds. A busy sound server may refuse, or end, the first stream at once.
fn back_off(failures: u32) -> Duration {
    Duration::from_millis(50 << failures.min(6))
}

/// After so many failures in a row it is not worth while to wait for the device.
const HOPELESS: u32 = 4;

#[cfg(test)]
mod tests {
    use super::*;

    use std::num::NonZero;
    use std::sync::atomic::AtomicBool;
    use std::sync::{Mutex, mpsc};

    use rodio::mixer::{MixerSource, mixer};

    /// Devices that can be pulled out, and what each was asked for.
    #[derive(Default)]
    struct Desk {
        plugged: bool,
        asked: Vec<Option<String>>,
        output: Option<MixerSource>,
        lost: Arc<AtomicBool>,
        now: Option<Instant>,
    }

    /// A worker at a desk, with its own time.
    struct Bench {
        worker: Worker,
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
            let opener = move |id: Option<&str>, _: OnLoss| {
                let mut desk = at.lock().unwrap();
                desk.asked.push(id.map(str::to_owned));
                if !desk.plugged {
                    return None;
                }
                let (mixer, output) = mixer(NonZero::<u16>::MIN, NonZero::new(SAMPLE_RATE)?);
                desk.output = Some(output);
                desk.lost = Arc::default();
                Some(Open {
                    mixer,
                    as_asked: id != Some("missing"),
                    since: desk.now?,
                    lost: Arc::clone(&desk.lost),
                    _sink: None,
                })
            };
            let (orders, _) = mpsc::channel();
            Self {
                worker: Worker::with_opener(orders, Arc::clone(&shared), opener),
                desk,
                shared,
                now: Instant::now(),
            }
        }

        fn order(&mut self, order: Order) {
            self.desk.lock().unwrap().now = Some(self.now);
            self.worker.obey(order, self.now);
            self.worker.tend(self.now);
        }

        fn cue(&mut self, cue: Cue, late: Duration) {
            let silences = self.shared.mix.silences();
            self.order(Order::Cue(Asked {
                cue,
                at: self.now.checked_sub(late).unwrap(),
                silences,
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
            self.worker.tend(now);
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

        fn is_open(&self) -> bool {
            self.worker.open.is_some()
        }

        fn times_opened(&self) -> usize {
            self.desk.lock().unwrap().asked.len()
        }

        fn hears_something(&self) -> bool {
            let mut desk = self.desk.lock().unwrap();
            let output = desk.output.as_mut().unwrap();
            output.take(9600).any(|sample| sample.abs() > 0.01)
        }

        fn trouble(&self) -> Option<&'static str> {
            self.shared
                .status()
                .trouble
                .as_ref()
                .map(|trouble| trouble.id)
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
    fn without_a_device_the_person_is_told_and_it_is_tried_again_ever_more_seldom() {
        let mut bench = Bench::new(false);
        bench.order(Order::Begin);
        assert_eq!(bench.trouble(), Some("sound-no-device"));
        bench.pass(60 * SECOND);
        let tried = bench.times_opened();
        assert!((20..=30).contains(&tried), "{tried}");
        bench.plug(true);
        bench.pass(5 * SECOND);
        assert!(bench.is_open());
        assert_eq!(bench.trouble(), None);
    }

    #[test]
    fn a_lost_device_is_opened_again_at_once_and_a_shaky_one_not_in_a_rush() {
        let mut bench = Bench::new(true);
        bench.order(Order::Begin);
        bench.pass(60 * SECOND);
        bench.pull();
        assert!(bench.is_open());
        assert_eq!(bench.trouble(), None);
        for _ in 0..100 {
            bench.pull();
            bench.pass(SECOND / 10);
        }
        let opened = bench.times_opened();
        assert!((4..=10).contains(&opened), "{opened}");
        bench.plug(false);
        assert_eq!(bench.trouble(), Some("sound-no-device"));
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
        let (teller, told) = mpsc::channel();
        bench.order(Order::TellWhenSteady(teller));
        bench.cue(Cue::GetReady, Duration::ZERO);
        assert!(!bench.hears_something());
        assert_eq!(told.try_recv(), Err(mpsc::TryRecvError::Empty));
        bench.pass(STEADY);
        assert!(bench.hears_something());
        assert_eq!(told.try_recv(), Err(mpsc::TryRecvError::Disconnected));
    }

    #[test]
    fn another_device_is_played_on_at_once_and_a_missing_one_is_told() {
        let mut bench = Bench::new(true);
        bench.order(Order::Begin);
        bench.order(Order::Choose(Some("headphones".to_owned())));
        assert_eq!(bench.trouble(), None);
        bench.order(Order::Choose(Some("missing".to_owned())));
        assert_eq!(bench.trouble(), Some("sound-other-device"));
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
            bench.pass(length(cue) + BETWEEN);
        }
        assert_eq!(bench.shared.status().trying, None);
        bench.pass(2 * SECOND);
        assert!(!bench.is_open());
    }

    #[test]
    fn it_is_quiet_once_the_last_cue_has_rung_out_and_at_once_without_a_device() {
        for (plugged, time) in [(true, length(Cue::Finished)), (false, Duration::ZERO)] {
            let mut bench = Bench::new(plugged);
            bench.order(Order::Begin);
            bench.pass(STEADY);
            bench.cue(Cue::Finished, Duration::ZERO);
            let (teller, told) = mpsc::channel();
            bench.order(Order::TellWhenQuiet(teller));
            bench.pass(time.saturating_sub(SECOND / 10));
            let early = told.try_recv();
            assert_eq!(early == Err(mpsc::TryRecvError::Empty), plugged);
            bench.pass(SECOND / 2);
            assert_eq!(told.try_recv(), Err(mpsc::TryRecvError::Disconnected));
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
        assert_eq!(bench.shared.status().trying, None);
        assert_eq!(bench.trouble(), Some("sound-no-device"));
    }
}
