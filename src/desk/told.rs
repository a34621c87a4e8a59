//! How things stand with the reminders, in words.

use jiff::{Timestamp, Zoned};

use super::call::Reason;
use super::status::{Became, Happened, Now, Occasion, Status, Trouble};
use crate::facts;
use crate::reminder::Silence;
use crate::words::{List, Message, Words};

/// Puts it into words, at a moment.
pub struct Told<'a> {
    pub words: &'a Words,
    pub here: &'a Zoned,
}

impl Told<'_> {
    /// What is the case.
    pub fn stands(&self, status: &Status) -> Option<Message> {
        let now = status.now.as_ref()?;
        let (Now::Silent { waiting: of, .. } | Now::Waiting { next: of, .. }) = now else {
            return Some(self.now(now));
        };
        let is_silent =
            matches!(now, Now::Silent { because, .. } if *because != Silence::JustReminded);
        let until = status.put_off_until.as_deref().filter(|_| !is_silent);
        let until = until.and_then(|until| self.moment(until));
        Some(until.map_or_else(
            || self.now(now),
            |until| {
                Message::new("status-put-off")
                    .with("when", self.when(&until))
                    .with("title", of.title.as_str())
                    .with("why", why(&of.why))
            },
        ))
    }

    fn now(&self, now: &Now) -> Message {
        let of = |id, of: &Occasion| {
            Message::new(id)
                .with("title", of.title.as_str())
                .with("why", why(&of.why))
        };
        match now {
            Now::Reminding { of: it } => of("status-reminding", it),
            Now::Silent { because, waiting } => {
                of("status-silent", waiting).with("because", Message::new(because_id(*because)))
            }
            Now::Waiting { at, next } => {
                let when = self.moment(at).map(|at| self.when(&at));
                of("status-waiting", next).with("when", when.unwrap_or_default())
            }
            Now::NotBefore { until } => {
                let when = self.moment(until).map(|until| self.when(&until));
                Message::new("status-not-before").with("when", when.unwrap_or_default())
            }
            Now::OutsideHours { until } => {
                let when = self.moment(until).map(|until| self.when(&until));
                Message::new("status-outside").with("when", when.unwrap_or_default())
            }
            Now::NothingLeft => Message::new("status-nothing-left"),
        }
    }

    /// What nothing on this desktop tells, if there is anything.
    pub fn missing(&self, missing: &[String]) -> Option<Message> {
        let known = missing.iter().filter_map(|name| missing_id(name));
        let known = known.map(|id| self.words.get(id));
        let what = self.words.list(List::And, known);
        (!what.is_empty()).then(|| Message::new("status-missing").with("what", what))
    }

    /// A moment as it is written in a [`Status`].
    pub fn moment(&self, written: &str) -> Option<Zoned> {
        let moment: Timestamp = written.parse().ok()?;
        Some(moment.to_zoned(self.here.time_zone().clone()))
    }

    /// Its time of day.
    pub fn time(&self, written: &str) -> Message {
        let time = self.moment(written).map(|it| it.time());
        facts::time_of_day(time.unwrap_or_default())
    }

    /// It as people say it: "11:30", "tomorrow at 9:00".
    pub fn when(&self, moment: &Zoned) -> String {
        facts::when_it_comes(self.words, moment, self.here)
    }
}

/// How reminders come: as it was chosen, or as they came last.
pub fn form(status: &Status) -> Message {
    match status.shown_as.as_deref() {
        None => Message::new("status-runs").with("form", status.form.as_str()),
        Some("none") => Message::new("status-runs-nowhere"),
        Some(form) => Message::new("status-runs-instead")
            .with("form", form)
            .with("chosen", status.form.as_str()),
    }
}

/// What is wrong with the disk.
pub fn trouble(trouble: Trouble) -> Message {
    Message::new(match trouble {
        Trouble::Silent => "status-trouble-silent",
        Trouble::KeptLater => "status-trouble-kept-later",
        Trouble::KeptUnreadable => "status-trouble-kept-unreadable",
        Trouble::KeptUnwritten => "status-trouble-kept-unwritten",
    })
}

/// What became of a reminder.
pub fn became(happened: &Happened) -> Message {
    if let Some(because) = happened.silent {
        return Message::new("status-kept-back").with("because", Message::new(because_id(because)));
    }
    Message::new(match happened.answer {
        Some(Became::Start) => "status-answer-start",
        Some(Became::PutOff) => "status-answer-put-off",
        Some(Became::NotNow) => "status-answer-not-now",
        Some(Became::NotToday) => "status-answer-not-today",
        Some(Became::Gone) => "status-answer-gone",
        Some(Became::TakenBack) => "status-answer-taken-back",
        Some(Became::NotShown) => "status-answer-not-shown",
        None => "status-answer-on-show",
    })
}

/// What it means that a name is among those that are missing.
fn missing_id(name: &str) -> Option<&'static str> {
    Some(match name {
        "idle" => "status-missing-idle",
        "locked" => "status-missing-locked",
        "microphone" => "status-missing-microphone",
        "camera" => "status-missing-camera",
        "full-screen" => "status-missing-full-screen",
        "do-not-disturb" => "status-missing-do-not-disturb",
        "battery" => "status-missing-battery",
        _ => return None,
    })
}

/// Why there is no reminder at the moment, as part of a sentence.
pub fn because_id(because: Silence) -> &'static str {
    match because {
        Silence::Session => "status-because-session",
        Silence::Asked => "status-because-asked",
        Silence::Locked => "status-because-locked",
        Silence::Waking => "status-because-waking",
        Silence::Away => "status-because-away",
        Silence::Microphone => "status-because-microphone",
        Silence::Camera => "status-because-camera",
        Silence::FullScreen => "status-because-full-screen",
        Silence::DoNotDisturb => "status-because-do-not-disturb",
        Silence::Battery => "status-because-battery",
        Silence::Calm => "status-because-calm",
        Silence::JustDone => "status-because-just-done",
        Silence::JustReminded => "status-because-just-reminded",
    }
}

/// Why it is time, as a part of a sentence.
pub fn why(why: &Reason) -> Message {
    match why {
        Reason::SittingMinutes(minutes) => {
            Message::new("remind-why-sitting").with("minutes", *minutes)
        }
        Reason::Time(time) => {
            let time: Option<jiff::civil::Time> = time.parse().ok();
            let time = facts::time_of_day(time.unwrap_or_default());
            Message::new("remind-why-time").with("time", time)
        }
        Reason::Left(left) => Message::new("remind-why-left").with("count", *left),
    }
}
