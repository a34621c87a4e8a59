//! The decision itself.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, Zoned};

use super::candidate::Candidate;
use super::decision::{Answer, Decision, Reading, Reminder, Wait, Why};
use super::hours::{Around, Place};
use super::moments::{is_within, moment, moment_of};
use super::silence::{APART, CALM, JUST_DONE, Silence, WAKING};
use super::sitting::{AWAY, Sitting};
use super::spans::Spans;
use super::wishes::{When, Wishes};
use crate::session;

/// How long a reminder stays if nobody answers.
pub const ON_SHOW: Duration = Duration::from_mins(1);

/// Reminds somebody, or keeps silent. See the module's page for how it is driven.
#[derive(Debug, Clone)]
pub struct Reminders {
    wishes: Wishes,
    sitting: Sitting,
    /// The last look at the clocks.
    seen: Option<session::Reading>,
    /// What holds for a day and is forgotten with it.
    pub(super) day: OfDay,
    on_show: Option<OnShow>,
    put_off: Option<PutOff>,
    /// When a reminder was last on show.
    pub(super) shown: Option<Duration>,
    woke: Option<Duration>,
    /// The end of the last session that is known.
    last_end: Option<Timestamp>,
    /// What called for silence last, and until when.
    disturbed: Option<(Silence, Duration)>,
    /// What kept the reminder back that waits.
    kept_back: Option<Silence>,
    pub(super) quiet_until: Option<Timestamp>,
    next: Option<Duration>,
    /// The hours around a day in a zone, once they were asked for.
    around: Option<(Date, TimeZone, Arc<Around>)>,
}

/// What is known of a day.
#[derive(Debug, Clone, Default)]
pub(super) struct OfDay {
    pub(super) date: Option<Date>,
    /// Since when it is looked at.
    pub(super) since: Option<Timestamp>,
    /// The routines that the person wants to hear no more of.
    pub(super) not_today: BTreeSet<Arc<str>>,
    /// The last of a routine's own times that there was a reminder for.
    pub(super) times: BTreeMap<Arc<str>, Time>,
    /// When the last reminder of a routine was answered, or went.
    pub(super) answered: BTreeMap<Arc<str>, Timestamp>,
    /// When a reminder was on show last, by the person's clock.
    pub(super) shown: Option<Timestamp>,
}

#[derive(Debug, Clone)]
struct OnShow {
    reminder: Reminder,
    until: Duration,
}

/// A reminder that comes again.
#[derive(Debug, Clone)]
struct PutOff {
    routine: Arc<str>,
    why: Why,
    times: u32,
    /// By the clock that goes on while the machine sleeps.
    until: Duration,
}

/// A routine whose time comes then, or came.
#[derive(Debug, Clone)]
struct Due {
    routine: Arc<str>,
    why: Why,
    at: Timestamp,
    /// When it was to come, which may have passed by now: of several that come at once that one is the first
    /// which has waited longest.
    planned: Timestamp,
}

impl Due {
    fn order(&self) -> (Timestamp, Timestamp) {
        (self.at, self.planned)
    }
}

impl Reminders {
    pub fn new(wishes: Wishes) -> Self {
        Self {
            wishes,
            sitting: Sitting::default(),
            seen: None,
            day: OfDay::default(),
            on_show: None,
            put_off: None,
            shown: None,
            woke: None,
            last_end: None,
            disturbed: None,
            kept_back: None,
            quiet_until: None,
            next: None,
            around: None,
        }
    }

    /// Takes what the person chose anew. How long they sat, and what they answered today, stays.
    pub fn wish(&mut self, wishes: Wishes) {
        self.wishes = wishes;
        self.around = None;
    }

    /// Decides at this moment.
    pub fn advance(&mut self, reading: &Reading<'_>) -> Decision {
        self.look(reading);
        let decision = self.decide(reading);
        self.next = self.next_change(reading, &decision);
        decision
    }

    /// When the decision may be another though no reading changes, by the clock that goes on while the
    /// machine sleeps.
    pub fn next_deadline(&self) -> Option<Duration> {
        self.next
    }

    /// Takes in what the person makes of the reminder that is on show. Nothing happens if there is none.
    pub fn answer(&mut self, answer: Answer, reading: &Reading<'_>) {
        let Some(OnShow { reminder, .. }) = self.on_show.take() else {
            return;
        };
        let put_off = self.put_off.take();
        self.kept_back = None;
        if answer == Answer::PutOff && reminder.can_be_put_off {
            self.put_off = Some(PutOff {
                routine: reminder.routine,
                why: reminder.why,
                times: put_off.map_or(0, |before| before.times) + 1,
                until: reading.clocks.with_sleep.saturating_add(APART),
            });
            return;
        }
        if answer == Answer::NotToday {
            self.day.not_today.insert(Arc::clone(&reminder.routine));
        }
        self.settle(&reminder, reading.here.timestamp());
    }

    /// Takes in that the reminder could not be shown: it comes again after [`APART`].
    pub fn not_shown(&mut self) {
        self.on_show = None;
    }

    /// Keeps silent until then; `None` ends that.
    pub fn be_quiet_until(&mut self, until: Option<Timestamp>) {
        self.quiet_until = until;
    }

    /// Until when the person wants quiet.
    pub fn quiet_until(&self) -> Option<Timestamp> {
        self.quiet_until
    }

    /// Until when the reminder is put off that comes again, by clocks that are looked at just now.
    pub fn put_off_until(&self, here: &Zoned, clocks: session::Reading) -> Option<Timestamp> {
        let left = self
            .put_off
            .as_ref()?
            .until
            .checked_sub(clocks.with_sleep)?;
        here.timestamp().checked_add(left).ok()
    }

    /// How long the person sat since their last break, as far as that is known.
    pub fn sat(&self) -> Duration {
        self.sitting.so_far()
    }

    /// The last look at the clocks that nobody sets.
    pub(super) fn clocks(&self) -> session::Reading {
        self.seen.unwrap_or(session::Reading {
            monotonic: Duration::ZERO,
            with_sleep: Duration::ZERO,
        })
    }

    /// Whether sitting counts at this moment, or would if it made no difference.
    pub(super) fn counts_sitting(&mut self, here: &Zoned) -> bool {
        let is_at_desk = self.around(here).work().at(here.timestamp()).is_some();
        is_at_desk || !matches!(self.wishes.when, When::AfterSitting(_))
    }

    /// The reminder was answered, or went.
    fn settle(&mut self, reminder: &Reminder, now: Timestamp) {
        self.sitting.begin_anew();
        self.day.answered.insert(Arc::clone(&reminder.routine), now);
        if let Why::Time(time) = reminder.why {
            self.day.times.insert(Arc::clone(&reminder.routine), time);
        }
    }

    fn look(&mut self, reading: &Reading<'_>) {
        let now = reading.clocks.with_sleep;
        let slept = self.slept(reading.clocks);
        let is_first = self.seen.replace(reading.clocks).is_none();
        self.begin_day(reading);
        self.sitting.look(now, reading.idle, slept);
        if reading.idle.is_none() && !self.counts_sitting(&reading.here) {
            // Nothing tells where they were, and they meant to be elsewhere.
            self.sitting.begin_anew();
        }
        if slept >= AWAY {
            self.woke = Some(now);
        }
        if is_first || slept >= AWAY {
            self.forget_missed(reading);
        }
        let disturbs = |silence: &&Silence| {
            silence.is_calmed_after() && self.wishes.quiet_while.contains(silence)
        };
        if let Some(silence) = reading.silences.iter().find(disturbs) {
            self.disturbed = Some((*silence, now));
        }
        let last_end = reading.candidates.iter().filter_map(|it| it.last).max();
        if last_end > self.last_end {
            self.sitting.begin_anew();
            self.put_off = None;
        }
        self.last_end = last_end;
    }

    fn slept(&self, clocks: session::Reading) -> Duration {
        let Some(seen) = self.seen else {
            return Duration::ZERO;
        };
        let passed = clocks.with_sleep.saturating_sub(seen.with_sleep);
        passed.saturating_sub(clocks.monotonic.saturating_sub(seen.monotonic))
    }

    fn begin_day(&mut self, reading: &Reading<'_>) {
        let date = reading.here.date();
        if self.day.date != Some(date) {
            self.day = OfDay {
                date: Some(date),
                since: Some(reading.here.timestamp()),
                ..OfDay::default()
            };
            self.put_off = None;
        }
    }

    /// Of the times that passed while the machine slept, one reminder comes and no more: the others count as
    /// reminded of.
    fn forget_missed(&mut self, reading: &Reading<'_>) {
        let now = &reading.here;
        let passed = reading.candidates.iter().filter_map(|candidate| {
            let time = self.time_that_is_due(candidate, now)?;
            Some((time, candidate))
        });
        let mut passed: Vec<_> = passed.collect();
        passed.sort_by_key(|(time, _)| *time);
        passed.pop();
        for (time, candidate) in passed {
            self.day.times.insert(Arc::clone(&candidate.routine), time);
        }
    }

    /// The last of its own times that has come, if there was no reminder for it and it is not done.
    fn time_that_is_due(&self, candidate: &Candidate, now: &Zoned) -> Option<Time> {
        if candidate.is_done() {
            return None;
        }
        let has_come =
            |time: &&Time| moment_of(**time, now).is_some_and(|at| at <= now.timestamp());
        let passed = candidate.times.iter().filter(has_come);
        let (count, last) = passed.enumerate().last()?;
        let is_done = u32::try_from(count).is_ok_and(|count| candidate.done > count);
        let reminded = self.day.times.get(&candidate.routine);
        (!is_done && reminded.is_none_or(|time| time < last)).then_some(*last)
    }

    fn done_lately(reading: &Reading<'_>) -> bool {
        let now = reading.here.timestamp();
        let mut ends = reading.candidates.iter().filter_map(|it| it.last);
        ends.any(|end| is_within(JUST_DONE, end, now))
    }

    fn decide(&mut self, reading: &Reading<'_>) -> Decision {
        let around = self.around(&reading.here);
        self.end_show(reading);
        let now = reading.here.timestamp();
        let due = match self.due(reading, &around) {
            Ok(due) if due.at <= now => due,
            later => {
                self.on_show = None;
                self.kept_back = None;
                return Decision::Wait(match later {
                    Ok(due) => Wait::For {
                        routine: due.routine,
                        why: due.why,
                        at: due.at,
                    },
                    Err(wait) => wait,
                });
            }
        };
        if let Some(OnShow { reminder, .. }) = &self.on_show
            && reminder.routine == due.routine
            && self.silence(reading, true).is_none()
        {
            return Decision::Remind(reminder.clone());
        }
        let times = self.put_off.as_ref().map_or(0, |it| it.times);
        let mut reminder = Reminder {
            routine: due.routine,
            why: due.why,
            after: self.kept_back,
            can_be_put_off: self.wishes.put_off_at_most.is_none_or(|most| times < most),
        };
        if let Some(why) = self.silence(reading, false) {
            self.on_show = None;
            match why {
                Silence::Calm => self.kept_back = self.disturbed.map(|(silence, _)| silence),
                why if why.is_calmed_after() => self.kept_back = Some(why),
                _ => {}
            }
            reminder.after = self.kept_back;
            return Decision::Silent {
                why,
                waiting: reminder,
            };
        }
        let clock = reading.clocks.with_sleep;
        self.shown = Some(clock);
        self.day.shown = Some(now);
        self.on_show = Some(OnShow {
            reminder: reminder.clone(),
            until: clock.saturating_add(ON_SHOW),
        });
        Decision::Remind(reminder)
    }

    /// The hours around this moment, which are the same all day long in one zone.
    fn around(&mut self, here: &Zoned) -> Arc<Around> {
        let (date, zone) = (here.date(), here.time_zone());
        match &self.around {
            Some((of, in_zone, around)) if *of == date && in_zone == zone => Arc::clone(around),
            _ => {
                let around = Arc::new(Around::of(&self.wishes.hours, here));
                self.around = Some((date, zone.clone(), Arc::clone(&around)));
                around
            }
        }
    }

    /// Takes away what nobody answered.
    fn end_show(&mut self, reading: &Reading<'_>) {
        let is_over = |it: &OnShow| it.until <= reading.clocks.with_sleep;
        if self.on_show.as_ref().is_some_and(is_over) {
            self.answer(Answer::Gone, reading);
        }
    }

    /// What calls for silence. Neither what was just done nor what was just shown takes a reminder away.
    fn silence(&self, reading: &Reading<'_>, is_on_show: bool) -> Option<Silence> {
        let clock = reading.clocks.with_sleep;
        let now = reading.here.timestamp();
        let lies_within = |length: Duration, moment: Option<Duration>| {
            moment.is_some_and(|moment| clock.saturating_sub(moment) < length)
        };
        let is_on =
            |silence: &Silence| !silence.is_chosen() || self.wishes.quiet_while.contains(silence);
        let mut all: BTreeSet<Silence> = reading.silences.iter().copied().filter(is_on).collect();
        let mut add = |silence: Silence, is_so: bool| {
            if is_so {
                all.insert(silence);
            }
        };
        add(
            Silence::Asked,
            self.quiet_until.is_some_and(|until| now < until),
        );
        add(Silence::Waking, lies_within(WAKING, self.woke));
        if !is_on_show {
            // Who turns away while it is shown may still see it.
            add(Silence::Away, reading.idle.is_some_and(|idle| idle >= AWAY));
            let calm = self.disturbed.map(|(_, since)| since);
            add(Silence::Calm, lies_within(CALM, calm));
            add(Silence::JustDone, Self::done_lately(reading));
            add(Silence::JustReminded, lies_within(APART, self.shown));
        }
        all.first().copied()
    }

    /// What is due first, or will be, or why nothing is.
    fn due(&self, reading: &Reading<'_>, around: &Around) -> Result<Due, Wait> {
        if let Some(due) = self.due_again(reading, around) {
            return Ok(due);
        }
        let now = reading.here.timestamp();
        let candidates = reading.candidates.iter().filter(|it| self.is_wanted(it));
        let due = match self.wishes.when {
            When::AfterSitting(long) => {
                let chosen = self.for_a_break(candidates).ok_or(Wait::NothingLeft)?;
                return self.after_sitting(long, chosen, reading, around);
            }
            When::AtFixedTimes => candidates
                .filter_map(|it| self.at_its_time(it, reading, around))
                .min_by_key(Due::order),
            When::SpreadOverDay => candidates
                .filter_map(|it| self.spread(it, now, around))
                .min_by_key(Due::order),
        };
        due.ok_or(Wait::NothingLeft)
    }

    fn after_sitting(
        &self,
        long: Duration,
        chosen: &Candidate,
        reading: &Reading<'_>,
        around: &Around,
    ) -> Result<Due, Wait> {
        let now = reading.here.timestamp();
        let work = around.work();
        let at = self.sitting.will_be(long, reading.clocks.with_sleep);
        let at = moment(at, reading).unwrap_or(now);
        let at = at.max(now);
        // Who goes on sitting until then is not asked to before the next hours begin: what lies between is a break.
        let here = work.at(now).filter(|span| span.contains(&at));
        if here.is_some() {
            return Ok(Due {
                routine: Arc::clone(&chosen.routine),
                why: Why::Sitting(long),
                at,
                planned: at,
            });
        }
        let is_within = work.at(now);
        let end = is_within.as_ref().map_or(now, |span| span.end);
        let until = work.next(end).ok_or(Wait::NothingLeft)?;
        Err(if is_within.is_some() {
            Wait::NotBefore { until }
        } else {
            Wait::Hours { until }
        })
    }

    fn due_again(&self, reading: &Reading<'_>, around: &Around) -> Option<Due> {
        let put_off = self.put_off.as_ref()?;
        if let Why::Sitting(long) = put_off.why
            && self.sitting.so_far() < long
        {
            // There was a break meanwhile.
            return None;
        }
        let is_it = |it: &&Candidate| it.routine == put_off.routine;
        let candidate = reading.candidates.iter().find(is_it)?;
        let at = moment(put_off.until, reading)?;
        let now = reading.here.timestamp();
        let at = self.open_to(candidate, around).next(at.max(now))?;
        self.is_wanted(candidate).then(|| Due {
            routine: Arc::clone(&put_off.routine),
            why: put_off.why,
            at,
            planned: at,
        })
    }

    fn is_wanted(&self, candidate: &Candidate) -> bool {
        candidate.is_allowed() && !self.day.not_today.contains(&candidate.routine)
    }

    fn open_to(&self, candidate: &Candidate, around: &Around) -> Spans {
        match self.wishes.when {
            When::AfterSitting(_) => around.work(),
            When::AtFixedTimes => around.open_to(candidate.place),
            When::SpreadOverDay => around.of_today(candidate.place),
        }
    }

    /// The routine of a break: the one that the person chose, or one beside the desk, of which something is
    /// left to be done sooner than of others.
    fn for_a_break<'c>(
        &self,
        candidates: impl Iterator<Item = &'c Candidate>,
    ) -> Option<&'c Candidate> {
        let chosen = self.wishes.what.as_ref();
        let fits = |it: &&Candidate| {
            let is_chosen = chosen.is_none_or(|chosen| *chosen == it.routine);
            is_chosen && it.place == Place::Desk
        };
        candidates.filter(fits).min_by_key(|it| it.left() == 0)
    }

    fn at_its_time(
        &self,
        candidate: &Candidate,
        reading: &Reading<'_>,
        around: &Around,
    ) -> Option<Due> {
        if candidate.is_done() {
            return None;
        }
        let now = reading.here.timestamp();
        let open = self.open_to(candidate, around);
        let (time, planned) = if let Some(time) = self.time_that_is_due(candidate, &reading.here) {
            (time, moment_of(time, &reading.here)?)
        } else {
            let moments = candidate.times.iter().filter_map(|time| {
                let at = moment_of(*time, &reading.here)?;
                Some((*time, at)).filter(|_| at > now)
            });
            moments.min_by_key(|(_, at)| *at)?
        };
        let at = open.next(planned.max(now))?;
        // With the day its times are over.
        around.today().contains(&at).then(|| Due {
            routine: Arc::clone(&candidate.routine),
            why: Why::Time(time),
            at,
            planned,
        })
    }

    /// The first of the sessions that are left, which lie evenly in the hours that are left: each in the
    /// middle of its share of them.
    fn spread(&self, candidate: &Candidate, now: Timestamp, around: &Around) -> Option<Due> {
        let left = candidate.left();
        if left == 0 {
            return None;
        }
        let open = self.open_to(candidate, around);
        let answered = self.day.answered.get(&candidate.routine).copied();
        let done = candidate.last.filter(|end| around.today().contains(end));
        let last = answered.max(done);
        let rest = open.from(last.or(self.day.since)?);
        let shares = f64::from(left) + if last.is_some() { 0.5 } else { 0.0 };
        let parts = if last.is_some() { shares } else { 2.0 * shares };
        let wait = rest.length().as_secs_f64() / parts;
        let wait = SignedDuration::try_from_secs_f64(wait).ok()?;
        let planned = rest.after(wait)?;
        Some(Due {
            routine: Arc::clone(&candidate.routine),
            why: Why::Left(left),
            at: open.next(planned.max(now))?,
            planned,
        })
    }

    /// When anything changes by itself.
    fn next_change(&self, reading: &Reading<'_>, decision: &Decision) -> Option<Duration> {
        let clock = reading.clocks.with_sleep;
        let after = |moment: Timestamp| {
            let wait = moment.duration_since(reading.here.timestamp());
            clock.checked_add(Duration::try_from(wait).unwrap_or(Duration::ZERO))
        };
        let midnight = reading.here.tomorrow().and_then(|day| day.start_of_day());
        let mut next: Vec<Option<Duration>> =
            vec![midnight.ok().and_then(|it| after(it.timestamp()))];
        match decision {
            Decision::Remind(_) => next.push(self.on_show.as_ref().map(|it| it.until)),
            Decision::Silent { why, .. } => next.push(match why {
                Silence::Asked => self.quiet_until.and_then(after),
                Silence::Waking => self.woke.and_then(|woke| woke.checked_add(WAKING)),
                Silence::Calm => self
                    .disturbed
                    .and_then(|(_, since)| since.checked_add(CALM)),
                Silence::JustReminded => self.shown.and_then(|shown| shown.checked_add(APART)),
                Silence::JustDone => Self::end_of_just_done(reading).and_then(after),
                // Whoever reads them tells.
                _ => None,
            }),
            Decision::Wait(wait) => next.push(match wait {
                Wait::For { at, .. } => after(*at),
                Wait::Hours { until } | Wait::NotBefore { until } => after(*until),
                Wait::NothingLeft => None,
            }),
        }
        next.into_iter().flatten().min()
    }

    fn end_of_just_done(reading: &Reading<'_>) -> Option<Timestamp> {
        let now = reading.here.timestamp();
        let ends = reading.candidates.iter().filter_map(|it| it.last);
        let last = ends.filter(|end| is_within(JUST_DONE, *end, now)).max()?;
        last.checked_add(JUST_DONE).ok()
    }
}
