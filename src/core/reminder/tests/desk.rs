//! A desk with a clock that the tests move, and a person at it. Whatever changes is looked at at once.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use jiff::Zoned;
use jiff::civil::{Time, time};

use crate::reminder::*;
use crate::session;

pub(super) struct Desk {
    wishes: Wishes,
    pub(super) reminders: Reminders,
    pub(super) candidates: Vec<Candidate>,
    pub(super) here: Zoned,
    pub(super) silences: BTreeSet<Silence>,
    pub(super) is_there: bool,
    /// What the person makes of each reminder; `None` lets it go by.
    pub(super) answer: Option<Answer>,
    clocks: session::Reading,
    idle: Duration,
    /// Each reminder that came.
    pub(super) came: Vec<(Zoned, Reminder)>,
    /// Those of them that came although something called for silence.
    pub(super) in_silence: Vec<(Zoned, Silence)>,
    decision: Option<Decision>,
}

impl Desk {
    pub(super) fn new(wishes: Wishes, candidates: Vec<Candidate>, began: &str) -> Self {
        Self {
            wishes: wishes.clone(),
            reminders: Reminders::new(wishes),
            candidates,
            here: began.parse().unwrap(),
            silences: BTreeSet::new(),
            is_there: true,
            answer: Some(Answer::Start),
            clocks: session::Reading {
                monotonic: Duration::ZERO,
                with_sleep: Duration::ZERO,
            },
            idle: Duration::ZERO,
            came: Vec::new(),
            in_silence: Vec::new(),
            decision: None,
        }
    }

    /// Lets time pass until a time of that day.
    pub(super) fn until(&mut self, hour: i8, minute: i8) -> &mut Self {
        let date = self.here.date();
        let zone = self.here.time_zone().clone();
        let end = date.at(hour, minute, 0, 0).to_zoned(zone).unwrap();
        while let Ok(left) = Duration::try_from(end.duration_since(&self.here))
            && !left.is_zero()
        {
            self.step(left);
        }
        self
    }

    pub(super) fn pass(&mut self, length: Duration) -> &mut Self {
        let end = self.clocks.with_sleep + length;
        while let Some(left) = end.checked_sub(self.clocks.with_sleep)
            && !left.is_zero()
        {
            self.step(left);
        }
        self
    }

    /// Goes on to where the decision may be another, and no further than so long.
    fn step(&mut self, most: Duration) {
        let deadline = self.reminders.next_deadline().unwrap_or_default();
        let length = deadline.saturating_sub(self.clocks.with_sleep);
        // Before the first look there is none.
        let length = length.clamp(Duration::from_secs(1), most.max(Duration::from_secs(1)));
        self.here = &self.here + length;
        self.clocks.monotonic += length;
        self.clocks.with_sleep += length;
        self.idle = if self.is_there {
            Duration::ZERO
        } else {
            self.idle + length
        };
        self.look();
    }

    /// The machine sleeps, and wakes up with somebody at it.
    pub(super) fn sleep(&mut self, length: Duration) -> &mut Self {
        self.here = &self.here + length;
        self.clocks.with_sleep += length;
        self.look();
        self
    }

    pub(super) fn wish(&mut self, wishes: Wishes) {
        self.wishes = wishes.clone();
        self.reminders.wish(wishes);
    }

    /// The program ends, and begins with what it has kept.
    pub(super) fn start_anew(&mut self) -> &mut Self {
        let kept = self.reminders.keep();
        self.reminders = Reminders::new(self.wishes.clone());
        let reading = Reading {
            here: self.here.clone(),
            clocks: self.clocks,
            idle: Some(self.idle),
            silences: &self.silences,
            candidates: &self.candidates,
        };
        self.reminders.recall(kept, &reading);
        self.look();
        self
    }

    /// The person sets their clock, or comes into another zone.
    pub(super) fn set(&mut self, here: &str) -> &mut Self {
        self.here = here.parse().unwrap();
        self.look();
        self
    }

    pub(super) fn silent(&mut self, silence: Silence) -> &mut Self {
        self.silences.insert(silence);
        self.look();
        self
    }

    pub(super) fn loud(&mut self) -> &mut Self {
        self.silences.clear();
        self.look();
        self
    }

    pub(super) fn away(&mut self) -> &mut Self {
        self.look();
        self.is_there = false;
        self
    }

    pub(super) fn back(&mut self) -> &mut Self {
        self.look();
        self.is_there = true;
        self.idle = Duration::ZERO;
        self.look();
        self
    }

    pub(super) fn answering(&mut self, answer: impl Into<Option<Answer>>) -> &mut Self {
        self.answer = answer.into();
        self
    }

    fn look(&mut self) {
        let reading = Reading {
            here: self.here.clone(),
            clocks: self.clocks,
            idle: Some(self.idle),
            silences: &self.silences,
            candidates: &self.candidates,
        };
        let decision = self.reminders.advance(&reading);
        let is_new = self.decision.as_ref() != Some(&decision);
        self.decision = Some(decision.clone());
        let Decision::Remind(reminder) = decision else {
            return;
        };
        if is_new {
            self.came.push((self.here.clone(), reminder.clone()));
            let silent = self.silences.iter().find(|it| **it != Silence::Battery);
            let silent = silent.map(|silence| (self.here.clone(), *silence));
            self.in_silence.extend(silent);
        }
        if let Some(answer) = self.answer {
            self.reminders.answer(answer, &reading);
            self.decision = None;
            if answer == Answer::Start {
                self.guide(&reminder.routine);
            }
        }
    }

    /// A session from its beginning to its end.
    fn guide(&mut self, routine: &str) {
        let index = self
            .candidates
            .iter()
            .position(|it| *it.routine == *routine);
        let index = index.unwrap();
        let length = self.candidates[index].length;
        self.silences.insert(Silence::Session);
        let answer = self.answer.take();
        self.pass(length);
        self.answer = answer;
        self.silences.remove(&Silence::Session);
        let candidate = &mut self.candidates[index];
        candidate.done += 1;
        candidate.last = Some(self.here.timestamp());
        self.look();
    }

    /// Midnight: what was done is of the day before.
    pub(super) fn begin_day(&mut self) -> &mut Self {
        for candidate in &mut self.candidates {
            candidate.done = 0;
        }
        self.look();
        self
    }

    /// When reminders came, of what, and after what.
    pub(super) fn times(&self) -> Vec<String> {
        let told = self.came.iter().map(|(at, reminder)| {
            let at = at.strftime("%H:%M");
            match reminder.after {
                None => format!("{at} {}", reminder.routine),
                Some(silence) => format!("{at} {} after {silence:?}", reminder.routine),
            }
        });
        told.collect()
    }

    pub(super) fn decision(&self) -> &Decision {
        self.decision.as_ref().unwrap()
    }
}

pub(super) fn of(routine: &str, place: Place) -> Candidate {
    Candidate {
        routine: Arc::from(routine),
        place,
        length: Duration::from_mins(2),
        times: Vec::new(),
        done: 0,
        of: 0,
        at_most: None,
        is_open: true,
        last: None,
    }
}

pub(super) fn with_times(times: &[(i8, i8)], candidate: Candidate) -> Candidate {
    let times: Vec<Time> = times.iter().map(|(h, m)| time(*h, *m, 0, 0)).collect();
    Candidate {
        of: u32::try_from(times.len()).unwrap(),
        times,
        ..candidate
    }
}

pub(super) fn times_a_day(of: u32, candidate: Candidate) -> Candidate {
    Candidate { of, ..candidate }
}

/// Nine to half past five, with a meal.
pub(super) fn wishes(when: When) -> Wishes {
    let mut wishes = Wishes {
        when,
        ..Wishes::default()
    };
    for work in wishes.hours.work.iter_mut().flatten() {
        work.until = time(17, 30, 0, 0);
    }
    wishes.hours.meal = Some(Stretch {
        from: time(12, 15, 0, 0),
        until: time(13, 0, 0, 0),
    });
    wishes
}

pub(super) fn sitting() -> Wishes {
    wishes(When::AfterSitting(Duration::from_mins(45)))
}
