//! A clock that moves when told, for sessions that are over in a moment.

use std::sync::mpsc::{Receiver, TryRecvError};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use supple::clock::{Clock, Wake};
use supple::session::Reading;

/// Both ends of the clock: the runner has one, which it waits on, and the test another, with which
/// it lets time pass.
#[derive(Clone)]
pub(crate) struct SimulatedClock {
    shared: Arc<(Mutex<Hands>, Condvar)>,
}

struct Hands {
    now: Reading,
    /// How far the clock may go by itself, from deadline to deadline.
    goal: Duration,
    /// How much too late a wake-up comes at most.
    latest: Duration,
    random: fastrand::Rng,
    /// How often the runner came to wait with nothing left to do.
    idle: u64,
}

impl SimulatedClock {
    pub(crate) fn new() -> Self {
        Self::late_by_up_to(Duration::ZERO)
    }

    /// A clock that wakes whoever waits on it too late by a random time.
    pub(crate) fn late_by_up_to(latest: Duration) -> Self {
        let start = Duration::from_secs(500);
        let hands = Hands {
            now: Reading {
                monotonic: start,
                with_sleep: start,
            },
            goal: start,
            latest,
            random: fastrand::Rng::with_seed(7),
            idle: 0,
        };
        Self {
            shared: Arc::new((Mutex::new(hands), Condvar::new())),
        }
    }

    /// Lets time pass and the runner do all that is due meanwhile.
    pub(crate) fn pass(&self, time: Duration) {
        self.change(|hands| hands.goal = hands.now.monotonic.max(hands.goal) + time);
    }

    /// Lets time pass while the machine sleeps: nobody is woken before it is over.
    pub(crate) fn sleep(&self, time: Duration) {
        self.change(|hands| {
            hands.goal = hands.now.monotonic + time;
            hands.go_to(hands.goal);
        });
    }

    /// Lets the runner take the commands it was sent.
    pub(crate) fn settle(&self) {
        self.change(|_| {});
    }

    /// Changes the hands and waits until the runner has nothing left to do.
    fn change(&self, change: impl FnOnce(&mut Hands)) {
        let (hands, changed) = &*self.shared;
        let mut hands = hands.lock().unwrap();
        change(&mut hands);
        // A runner that looked for commands just before this one was sent looks once more.
        let settled = hands.idle + 2;
        changed.notify_all();
        drop(
            changed
                .wait_while(hands, |hands| hands.idle < settled)
                .unwrap(),
        );
    }
}

impl Hands {
    fn go_to(&mut self, monotonic: Duration) {
        let step = monotonic.saturating_sub(self.now.monotonic);
        self.now.monotonic += step;
        self.now.with_sleep += step;
    }
}

impl Clock for SimulatedClock {
    fn now(&self) -> Reading {
        self.shared.0.lock().unwrap().now
    }

    fn wait<T>(&self, messages: &Receiver<T>, deadline: Option<Duration>) -> Wake<T> {
        let (hands, changed) = &*self.shared;
        loop {
            match messages.try_recv() {
                Ok(message) => return Wake::Message(message),
                Err(TryRecvError::Disconnected) => return Wake::Abandoned,
                Err(TryRecvError::Empty) => {}
            }
            let mut hands = hands.lock().unwrap();
            if let Some(deadline) = deadline.filter(|&deadline| deadline <= hands.goal) {
                let latest = hands.latest.as_nanos().try_into().unwrap();
                let late = Duration::from_nanos(hands.random.u64(0..=latest));
                hands.go_to(deadline + late);
                return Wake::Deadline;
            }
            let goal = hands.goal;
            hands.go_to(goal);
            hands.idle += 1;
            changed.notify_all();
            // Commands come without a word to this clock, so it looks for them now and then.
            drop(
                changed
                    .wait_timeout(hands, Duration::from_millis(1))
                    .unwrap(),
            );
        }
    }
}
