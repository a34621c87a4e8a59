//! The speaker's thread: opens and closes the device, and plays on it.

#[cfg(test)]
mod tests;

use std::io;
use std::mem;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use super::arrival::{self, Arrived, Awaited};
use super::device::{OnLoss, Open};
use super::keeper::{self, Request};
use super::playing::{Born, DELAY, Playing, Sound};
use super::probe::Probe;
use super::shared::Shared;
use super::{Clip, Cue, duration, lead, samples};
use crate::contain::contained;
use crate::runner::{Audible, SoundWarning};
use crate::words::Message;

/// What is asked of the thread.
pub(super) enum Order {
    /// A session is under way.
    Begin,
    /// The device may be needed within this time.
    Wake(Duration),
    /// No session is under way any more; the device is closed after this time.
    LetGo(Duration),
    Play(Asked),
    /// Play on this device from here on; `None` is the system's own.
    Choose(Option<String>),
    /// Start, or end, the playing of all cues in turn.
    Try(bool),
    /// Drop this once the device is steady, or is found not to be there.
    TellWhenSteady(Sender<()>),
    /// Drop this once all that was asked for before has been heard.
    TellWhenQuiet(Sender<()>),
    /// What plays has been faded out.
    Silence,
    /// The device that was to be opened is; `None` if it could not be.
    Opened(Option<Open>),
    /// A device was lost, or falters.
    Lost,
    /// A device may have appeared.
    Arrived,
    End,
}

/// What a moment is to sound like.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub(super) cue: Option<Cue>,
    /// Begins once the cue has been listened to.
    pub(super) spoken: Option<Spoken>,
    pub(super) at: Instant,
    /// With the mix of that moment.
    pub(super) born: Born,
}

/// Something to be said.
#[derive(Debug, Clone)]
pub struct Spoken {
    /// What is played of it.
    pub clip: Clip,
    /// How late it may begin: the time behind it before the next sound.
    pub patience: Duration,
}

impl Asked {
    /// Without what comes too late at `now`; `None` if nothing is left.
    fn that_is_due(mut self, now: Instant) -> Option<Self> {
        let late = now.saturating_duration_since(self.at);
        self.cue = self.cue.filter(|cue| late <= cue.patience());
        self.spoken = self.spoken.filter(|spoken| late <= spoken.patience);
        (self.cue.is_some() || self.spoken.is_some()).then_some(self)
    }
}

/// Whether a device is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    No,
    Until(Instant),
    UntilReleased,
}

/// The device that is being opened; the system's own if none is named.
struct Opening {
    device: Option<String>,
}

type Keep = Box<dyn FnMut(Request) + Send>;
type Await = Box<dyn FnMut(Arrived) -> Option<Awaited> + Send>;

pub(super) struct Worker {
    orders: Sender<Order>,
    shared: Arc<Shared>,
    /// Opens and closes devices, and is not waited for.
    keep: Keep,
    await_device: Await,
    chosen: Option<String>,
    need: Need,
    /// Since when nothing of what is played would be heard.
    muted: Option<Instant>,
    open: Option<Open>,
    /// The device that is being opened. There is never a second one: the first may hang.
    opening: Option<Opening>,
    /// From then on it counts as none, until it is open after all.
    answer_by: Option<Instant>,
    /// Tells whether a device that faltered plays on.
    probe: Option<Probe>,
    /// Tells whether the device takes what is played. A sound server that hangs reports nothing.
    taking: Option<Probe>,
    /// Whether the last device took nothing: of the next one, opening it proves nothing.
    is_doubted: bool,
    /// Of opening the device, in a row.
    failures: u32,
    /// When to open it again after a failure.
    retry: Option<Instant>,
    /// As long as none is there and the system is to say when one is.
    awaited: Option<Awaited>,
    /// To be played once the device is steady.
    asked: Option<Asked>,
    /// The place in [`Cue::ALL`] that is tried next, and when.
    trying: Option<(usize, Instant)>,
    /// When the last of what plays will have been heard.
    quiet_at: Instant,
    until_quiet: Vec<Sender<()>>,
    until_steady: Vec<Sender<()>>,
}

/// A device is played on so long after it was opened: while it fills its buffer, sounds would start at
/// the wrong time.
const STEADY: Duration = Duration::from_millis(100);

/// A device that was open for this long before it was lost is tried again at once.
const PROVEN: Duration = Duration::from_secs(10);

/// Several buffers of every device, and of a sound server with much to do.
const FALTERING: Duration = Duration::from_millis(250);

/// A device that is not open after this time, or has taken nothing of a sound, is none.
const UNANSWERED: Duration = Duration::from_secs(2);

/// A device that was open when it was muted stays so for this time: whoever has sound again by then hears
/// the next one when it is due.
const MUTED: Duration = Duration::from_secs(10);

/// A sound takes this long at most from the mixer to the ear.
const ON_THE_WAY: Duration = Duration::from_millis(300);

/// No cue rings for longer.
const LONGEST_CUE: Duration = Duration::from_secs(2);

/// Between two cues that are tried: long enough to keep them apart.
const BETWEEN: Duration = Duration::from_millis(600);

impl Worker {
    /// # Errors
    /// If the system has no thread left.
    pub(super) fn new(orders: Sender<Order>, shared: Arc<Shared>) -> io::Result<Self> {
        let answers = orders.clone();
        // Nobody is left to care if the thread has ended.
        let keep = keeper::start(move |opened| drop(answers.send(Order::Opened(opened))))?;
        Ok(Self::at(orders, shared, keep, arrival::await_device))
    }

    fn at(
        orders: Sender<Order>,
        shared: Arc<Shared>,
        keep: impl FnMut(Request) + Send + 'static,
        await_device: impl FnMut(Arrived) -> Option<Awaited> + Send + 'static,
    ) -> Self {
        Self {
            orders,
            shared,
            keep: Box::new(keep),
            await_device: Box::new(await_device),
            chosen: None,
            need: Need::No,
            muted: None,
            open: None,
            opening: None,
            answer_by: None,
            probe: None,
            taking: None,
            is_doubted: false,
            failures: 0,
            retry: None,
            awaited: None,
            asked: None,
            trying: None,
            quiet_at: Instant::now(),
            until_quiet: Vec::new(),
            until_steady: Vec::new(),
        }
    }

    /// Plays until the speaker is gone. A mistake of the program's own costs what was being played.
    pub(super) fn run(&mut self, inbox: &Receiver<Order>) {
        while contained(|| self.follow(inbox)).is_none() {
            self.start_over();
        }
    }

    fn follow(&mut self, inbox: &Receiver<Order>) {
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

    /// Lets go of everything, and waits before it is tried again.
    fn start_over(&mut self) {
        // What it lets go of may have a mistake too.
        let _ = contained(|| self.close());
        self.failures = HOPELESS;
        self.failed(Instant::now());
    }

    fn obey(&mut self, order: Order, now: Instant) {
        match order {
            Order::Begin => {
                self.stop_trying();
                self.need = Need::UntilReleased;
            }
            Order::Wake(time) => self.need_until(now + time),
            Order::LetGo(time) => self.need = Need::Until(now + time),
            Order::Play(asked) => self.asked = Some(asked),
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
            Order::Silence => self.quiet_at = self.quiet_at.min(now + ON_THE_WAY),
            Order::Opened(opened) => self.opened(opened, now),
            Order::Arrived if self.awaited.take().is_some() => {
                // It may need a moment, as one that was just started does.
                self.failures = 0;
                self.retry = None;
            }
            Order::Arrived | Order::Lost | Order::End => {}
        }
    }

    /// Does what is due: opens and closes the device, plays the next of the cues that are tried.
    fn tend(&mut self, now: Instant) {
        if matches!(self.need, Need::Until(end) if end <= now) {
            self.need = Need::No;
        }
        let is_muted = self.shared.mix.is_silent();
        self.muted = is_muted.then(|| self.muted.unwrap_or(now));
        if self.need == Need::No || self.is_unheard(now) {
            self.close();
            return;
        }
        self.drop_if_lost(now);
        let is_due = self.awaited.is_none() && self.retry.is_none_or(|at| at <= now);
        if self.open.is_none() && is_due {
            self.open(now);
        }
        self.give_up_opening(now);
        self.play_asked(now);
        self.try_next(now);
        if self.failures >= HOPELESS || self.is_steady(now) {
            self.until_steady.clear();
        }
        let waits = self.asked.is_some() && self.failures < HOPELESS;
        if !waits && (self.open.is_none() || self.quiet_at <= now) {
            self.until_quiet.clear();
        }
    }

    /// When something is due by itself.
    fn deadline(&self) -> Option<Instant> {
        let end = match self.need {
            Need::Until(end) => Some(end),
            Need::No | Need::UntilReleased => None,
        };
        let unheard = self.unheard_at().filter(|_| self.open.is_some());
        let next = self.trying.map(|(_, at)| at);
        let steady = self
            .steady_at()
            .filter(|_| self.asked.is_some() || !self.until_steady.is_empty());
        let to_tell = !self.until_quiet.is_empty() && self.asked.is_none();
        let quiet = to_tell.then_some(self.quiet_at);
        let [probed, taken] = [&self.probe, &self.taking].map(|it| it.as_ref().map(Probe::until));
        let device = [unheard, self.retry, self.answer_by, steady, probed, taken];
        let all = device.into_iter().chain([end, next, quiet]);
        all.flatten().min()
    }

    /// Whether a device would be open for nobody to hear.
    fn is_unheard(&self, now: Instant) -> bool {
        let at = self.unheard_at();
        at.is_some_and(|at| at <= now || self.open.is_none())
    }

    /// When a device that is open has been for nobody to hear long enough. What is tried is shown, too.
    fn unheard_at(&self) -> Option<Instant> {
        let muted = self.muted.filter(|_| self.trying.is_none());
        muted.map(|since| since + MUTED)
    }

    fn steady_at(&self) -> Option<Instant> {
        self.open.as_ref().map(|open| open.since + STEADY)
    }

    fn is_steady(&self, now: Instant) -> bool {
        self.steady_at().is_some_and(|at| at <= now)
    }

    fn need_until(&mut self, end: Instant) {
        self.need = match self.need {
            Need::UntilReleased => Need::UntilReleased,
            Need::Until(already) => Need::Until(already.max(end)),
            Need::No => Need::Until(end),
        };
    }

    /// Has the device opened, unless one is being opened already.
    fn open(&mut self, now: Instant) {
        if self.opening.is_none() {
            let orders = self.orders.clone();
            // Nobody is left to care if the thread has ended.
            let on_loss: OnLoss = Arc::new(move || drop(orders.send(Order::Lost)));
            (self.keep)(Request::Open(self.chosen.clone(), on_loss));
            let device = self.chosen.clone();
            self.opening = Some(Opening { device });
        }
        self.retry = None;
        if self.failures < HOPELESS {
            self.answer_by.get_or_insert(now + UNANSWERED);
        }
    }

    /// What came of opening a device, which may be another by now than the one that is wanted.
    fn opened(&mut self, opened: Option<Open>, now: Instant) {
        let opening = self.opening.take();
        let is_chosen = opening.is_some_and(|opening| opening.device == self.chosen);
        self.answer_by = None;
        match opened {
            Some(open) if is_chosen => {
                // Makes all cues: while the device gets steady, not when the first is due.
                samples(Cue::GetReady);
                self.taking = Some(Probe::on(&open.mixer, now, UNANSWERED));
                self.open = Some(open);
                if !self.is_doubted {
                    self.tell_of_sound();
                }
                self.trying = self.trying.map(|(index, at)| (index, at.min(now)));
            }
            Some(open) => (self.keep)(Request::Close(open)),
            None if is_chosen => self.failed(now),
            None => {}
        }
    }

    /// Tells that there is sound, on whichever device.
    fn tell_of_sound(&self) {
        let other = SoundWarning {
            message: Message::new("sound-other-device"),
            leaves: Audible::All,
        };
        let is_other = self.open.as_ref().is_some_and(|open| !open.as_asked);
        let warning = is_other.then_some(other);
        self.shared.change(|status| status.warning = warning);
    }

    /// Tells that there is no sound if the device takes too long to open. Should it open later, it is
    /// played on.
    fn give_up_opening(&mut self, now: Instant) {
        if self.answer_by.is_some_and(|at| at <= now) {
            self.answer_by = None;
            self.failures = HOPELESS;
            self.tell_of_no_device();
        }
    }

    fn tell_of_no_device(&self) {
        let warning = Some(no_device());
        self.shared.change(|status| status.warning = warning);
    }

    fn failed(&mut self, now: Instant) {
        self.retry = Some(now + back_off(self.failures));
        self.failures += 1;
        // Until then it is still being opened: a sound server that starts takes a moment.
        if self.failures >= HOPELESS {
            self.tell_of_no_device();
            self.await_device();
        }
    }

    /// Has the system say when there is a device again, rather than look for one every few seconds.
    fn await_device(&mut self) {
        let orders = self.orders.clone();
        // Nobody is left to care if the thread has ended.
        let arrived = move || drop(orders.send(Order::Arrived));
        self.awaited = (self.await_device)(Box::new(arrived));
        if self.awaited.is_some() {
            self.retry = None;
        }
    }

    fn drop_if_lost(&mut self, now: Instant) {
        match self.taking.as_ref().and_then(|probe| probe.answer(now)) {
            Some(true) => {
                self.taking = None;
                if mem::take(&mut self.is_doubted) {
                    self.tell_of_sound();
                }
            }
            Some(false) => {
                self.is_doubted = true;
                self.let_go_of_device();
                self.failures = HOPELESS;
                self.failed(now);
            }
            None => {}
        }
        let Some(open) = &self.open else {
            return;
        };
        let plays = self.probe.as_ref().and_then(|probe| probe.answer(now));
        if plays == Some(true) {
            self.probe = None;
            open.falters.store(false, Ordering::Relaxed);
        } else if self.probe.is_none() && open.falters.load(Ordering::Relaxed) {
            self.probe = Some(Probe::on(&open.mixer, now, FALTERING));
        }
        if plays != Some(false) && !open.lost.load(Ordering::Relaxed) {
            return;
        }
        let proven = now.saturating_duration_since(open.since) >= PROVEN;
        self.let_go_of_device();
        if proven {
            self.failures = 0;
        } else {
            self.failed(now);
        }
    }

    fn let_go_of_device(&mut self) {
        self.probe = None;
        self.taking = None;
        if let Some(open) = self.open.take() {
            (self.keep)(Request::Close(open));
        }
    }

    fn close(&mut self) {
        self.stop_trying();
        self.asked = None;
        self.let_go_of_device();
        self.answer_by = None;
        self.failures = 0;
        self.retry = None;
        self.awaited = None;
        self.until_quiet.clear();
        self.until_steady.clear();
    }

    /// Plays what is asked for as soon as the device is steady, as far as that is not too late.
    fn play_asked(&mut self, now: Instant) {
        self.asked = self.asked.take().and_then(|asked| asked.that_is_due(now));
        if self.is_steady(now)
            && let Some(asked) = self.asked.take()
        {
            self.play(&asked, now);
        }
    }

    fn play(&mut self, asked: &Asked, now: Instant) {
        let Some(open) = &self.open else {
            return;
        };
        let mut end = now;
        // What can't begin at its moment any more begins at once, and the voice still lets the cue go first.
        let at = asked.at.max(now.checked_sub(DELAY).unwrap_or(asked.at));
        let mut play = |sound, length: Duration, lead: Duration| {
            end = end.max(now + lead + length);
            let playing = Playing::new(sound, &self.shared.mix, at, asked.born);
            open.mixer.add(playing.delayed(lead));
        };
        if let Some(cue) = asked.cue {
            let samples = samples(cue);
            let length = duration(samples.len());
            play(Sound::Cue(samples), length, Duration::ZERO);
        }
        if let Some(Spoken { clip, .. }) = &asked.spoken {
            let lead = asked.cue.map_or(Duration::ZERO, lead);
            play(Sound::Voice(clip.clone()), clip.length(), lead);
        }
        self.taking
            .get_or_insert_with(|| Probe::on(&open.mixer, now, UNANSWERED));
        // A phrase that was being said makes room, and only a cue may ring on.
        let rings_on = self.quiet_at.min(now + LONGEST_CUE);
        self.quiet_at = rings_on.max(end + ON_THE_WAY);
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
                let asked = Asked {
                    cue: Some(cue),
                    spoken: None,
                    at: now,
                    born: self.shared.mix.born(),
                };
                self.play(&asked, now);
                self.shared.change(|status| status.trying = Some(cue));
                let next = now + duration(samples(cue).len()) + BETWEEN;
                self.need_until(next + BETWEEN);
                self.trying = Some((index + 1, next));
            }
            (Some(_), None) if self.failures < HOPELESS => {
                let again = self.retry.or(self.answer_by).unwrap_or(now);
                self.need_until(again + BETWEEN);
                self.trying = Some((index, again));
            }
            _ => self.stop_trying(),
        }
    }

    fn stop_trying(&mut self) {
        self.trying = None;
        self.shared.change(|status| status.trying = None);
    }
}

/// Nothing can be played on.
pub(super) fn no_device() -> SoundWarning {
    SoundWarning {
        message: Message::new("sound-no-device"),
        leaves: Audible::Nothing,
    }
}

/// How long to wait after that many failures in a row: a twentieth of a second, doubled each time,
/// up to three seconds, where the system does not say when there is a device. A busy sound server may
/// refuse, or end, the first stream at once.
fn back_off(failures: u32) -> Duration {
    Duration::from_millis(50 << failures.min(6))
}

/// After so many failures in a row, which take a second and a half, there is no device to wait for.
const HOPELESS: u32 = 6;
