//! What the player shows of a session at a moment: a snapshot in words and numbers, nothing drawn.

use std::time::Duration;

use crate::facts::{self, Aim};
use crate::lengths::{self, minutes_and_seconds, seconds_begun};
use crate::narrate;
use crate::plan::{Step, StepKind};
use crate::routine::Exercise;
use crate::runner::{Audible, Snapshot};
use crate::session::{Command, Pause, State};
use crate::words::{Arg, Message};

/// The player at a moment. Borrows the routine's own words from the snapshot.
#[derive(Debug, PartialEq)]
pub(super) struct View<'a> {
    pub(super) title: &'a str,
    /// "Stretch 1 of 4 · 6:12 left".
    pub(super) progress: Message,
    /// "6:12 left".
    pub(super) left: Message,
    pub(super) exercise: &'a Exercise,
    /// The same as it is on both sides.
    pub(super) of_both: &'a Exercise,
    pub(super) aim: Aim,
    /// The exercise's easier way, if it is done so.
    pub(super) eased: Option<&'a str>,
    /// "Left side"; in a pause, the side that comes.
    pub(super) side: Option<Message>,
    /// "2 of 3", in a hold that is one of several.
    pub(super) repetition: Option<Message>,
    /// "Set 1 of 2", where there are several.
    pub(super) set: Option<Message>,
    /// What to mind; in a pause there is nothing.
    pub(super) caution: Option<&'a str>,
    /// The author's own words that are due.
    pub(super) words_due: Option<&'a str>,
    pub(super) dial: Dial,
    /// What the step after this one is.
    pub(super) next: Message,
    /// What is wrong, or why the session stands still, or why a command was not obeyed; most
    /// pressing first.
    pub(super) notices: Vec<Notice>,
    /// What is heard of the sound as far as it is on.
    pub(super) heard: Audible,
    /// Why that is not all of it.
    pub(super) heard_less: Option<&'a Message>,
    /// Spoken by a screen reader whenever it changes: with each step, and when the session stands
    /// still or goes on; never with a second.
    pub(super) announcement: Message,
    pub(super) main: Main,
    /// Whether the step is there to get into position.
    pub(super) instructs: bool,
    pub(super) kind: StepKind,
    /// Whether the step lasts until the person says done.
    pub(super) open: bool,
}

/// A word above the controls.
#[derive(Debug, PartialEq)]
pub(super) struct Notice {
    pub(super) message: Message,
    pub(super) kind: NoticeKind,
}

/// What a notice tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoticeKind {
    /// What is wrong with the record.
    Warning,
    /// What is wrong with the sound.
    Sound,
    /// Why the session stands still.
    Standstill(Pause),
    /// Why a command was not obeyed.
    Refusal,
}

impl Notice {
    /// Whether it is the [`View::announcement`] too, and so is spoken already.
    pub(super) fn is_announced(&self) -> bool {
        matches!(self.kind, NoticeKind::Standstill(_))
    }
}

/// The ring with its number.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Dial {
    /// Seconds left, minutes of an activity; the repetition under way where they are paced; seconds so
    /// far in an open step.
    pub(super) number: u64,
    /// How much of the ring is full, from 0 to 1.
    pub(super) share: f32,
    pub(super) caption: Message,
    /// Whether time stands still.
    pub(super) still: bool,
}

/// What the large button does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Main {
    Start,
    Pause,
    Resume,
}

impl Main {
    pub(super) fn command(self) -> Command {
        match self {
            Self::Start => Command::Start,
            Self::Pause => Command::Pause,
            Self::Resume => Command::Resume,
        }
    }
}

impl<'a> View<'a> {
    /// What `snapshot` looks like `now` on the session's clock; `None` if it stands at no step of its
    /// plan, which a runner never publishes.
    pub(super) fn of(snapshot: &'a Snapshot, now: Duration) -> Option<Self> {
        let step = snapshot.plan.steps.get(snapshot.step)?;
        let of_both = snapshot.routine.exercises.get(step.exercise)?;
        let exercise = of_both.on(step.side);
        let next = narrate::next(&snapshot.routine, &snapshot.plan, snapshot.step);
        let progress = if facts::is_all_stretches(&snapshot.routine) {
            "player-progress-stretch"
        } else {
            "player-progress"
        };
        let left = Message::new("player-left")
            .with("left", minutes_and_seconds(seconds_begun(snapshot.left)));
        Some(Self {
            title: &snapshot.routine.title,
            progress: Message::new(progress)
                .with("exercise", step.exercise + 1)
                .with("of", snapshot.routine.exercises.len())
                .with("left", left.clone()),
            left,
            exercise,
            of_both,
            aim: Aim::of(&snapshot.routine, exercise),
            eased: exercise.easier.as_deref().filter(|_| snapshot.is_eased),
            side: narrate::side(step.side_at(exercise, snapshot.elapsed)),
            repetition: narrate::repetition(step, exercise),
            set: narrate::set(step, exercise),
            caution: exercise
                .caution
                .as_deref()
                .filter(|_| !matches!(step.kind, StepKind::Rest | StepKind::Switch)),
            words_due: narrate::words_due(step, exercise, snapshot.elapsed),
            dial: dial(snapshot, step, exercise),
            notices: notices(snapshot, now),
            heard_less: snapshot
                .sound_warning
                .as_ref()
                .map(|warning| &warning.message),
            heard: snapshot
                .sound_warning
                .as_ref()
                .map_or(Audible::All, |warning| warning.leaves),
            announcement: announcement(snapshot, step, exercise, &next),
            next,
            main: match snapshot.state {
                State::Ready => Main::Start,
                State::Paused(_) => Main::Resume,
                State::Running | State::Completed | State::Stopped(_) | State::Failed => {
                    Main::Pause
                }
            },
            instructs: matches!(step.kind, StepKind::Prepare | StepKind::Switch),
            kind: step.kind,
            open: step.ends_when_done(),
        })
    }

    /// "Next: switch to the right side".
    pub(super) fn next_is(&self) -> Message {
        Message::new("player-next-is").with("next", self.next.clone())
    }
}

fn dial(snapshot: &Snapshot, step: &Step, exercise: &Exercise) -> Dial {
    let length = snapshot.length;
    let at_pace =
        length.and_then(|length| narrate::at_pace(step, exercise, snapshot.elapsed, length));
    let (number, caption) = match (at_pace, length) {
        (Some((rep, of)), _) => {
            let caption = Message::new("player-caption-reps").with("of", of);
            (
                rep,
                narrate::with_part(caption, step, exercise, snapshot.elapsed),
            )
        }
        (None, length) => {
            let number = match length {
                Some(length) => seconds_begun(length.saturating_sub(snapshot.elapsed)),
                None => snapshot.elapsed.as_secs(),
            };
            let minutes = number.div_ceil(60);
            if step.kind == StepKind::Activity && minutes > 1 {
                let caption = Message::new("player-caption-minutes");
                (minutes, caption.with("minutes", minutes))
            } else {
                let caption = Message::new(caption(step.kind)).with("seconds", number);
                (number, caption)
            }
        }
    };
    let still = matches!(snapshot.state, State::Paused(_));
    Dial {
        number,
        share: share_left(snapshot),
        caption: if still {
            Message::new("player-caption-paused")
        } else {
            caption
        },
        still,
    }
}

/// An open step's ring stays full: it has no end to run towards.
fn share_left(snapshot: &Snapshot) -> f32 {
    match snapshot.length {
        Some(length) if !length.is_zero() => {
            let left = length.saturating_sub(snapshot.elapsed);
            left.div_duration_f32(length)
        }
        _ => 1.0,
    }
}

fn caption(kind: StepKind) -> &'static str {
    match kind {
        StepKind::Prepare => "player-caption-prepare",
        StepKind::Hold | StepKind::Reps => "player-caption-hold",
        StepKind::Switch => "player-caption-switch",
        StepKind::Rest => "player-caption-rest",
        StepKind::Activity => "player-caption-activity",
        StepKind::Wait => "player-caption-wait",
    }
}

/// How long it stays to be read why a command was not obeyed.
const REFUSAL_STAYS: Duration = Duration::from_secs(3);

/// How much longer it is to be read why a command was not obeyed, if at all.
pub(super) fn refusal_left(snapshot: &Snapshot, now: Duration) -> Option<Duration> {
    let refused = snapshot.refused.as_ref()?;
    let left = REFUSAL_STAYS.checked_sub(now.saturating_sub(refused.at))?;
    (refused.step == snapshot.step && !left.is_zero()).then_some(left)
}

/// Why the screen is not dark although that was chosen.
pub(super) fn no_darkness() -> Notice {
    Notice {
        message: Message::new("player-dark-silent"),
        kind: NoticeKind::Refusal,
    }
}

fn notices(snapshot: &Snapshot, now: Duration) -> Vec<Notice> {
    let sound = snapshot.sound_warning.as_ref();
    let sound = sound.map(|warning| &warning.message);
    let record = snapshot.record_warning.as_ref();
    let warnings = [(record, NoticeKind::Warning), (sound, NoticeKind::Sound)];
    let warnings = warnings.into_iter().filter_map(|(warning, kind)| {
        let message = warning?.clone();
        Some(Notice { message, kind })
    });
    let standstill = match snapshot.state {
        State::Paused(pause) => Some(Notice {
            message: narrate::pause(pause),
            kind: NoticeKind::Standstill(pause),
        }),
        _ => None,
    };
    let refused = snapshot
        .refused
        .filter(|_| refusal_left(snapshot, now).is_some());
    let refusal = refused.map(|refused| Notice {
        message: narrate::refusal(refused.why),
        kind: NoticeKind::Refusal,
    });
    warnings.chain(standstill).chain(refusal).collect()
}

fn announcement(snapshot: &Snapshot, step: &Step, exercise: &Exercise, next: &Message) -> Message {
    if let State::Paused(pause) = snapshot.state {
        return narrate::pause(pause);
    }
    let round = narrate::further_round(&snapshot.routine, &snapshot.plan, snapshot.step);
    let name = exercise.name.as_str();
    let name = match round {
        Some(round) => Arg::from(
            Message::new("session-next-round")
                .with("round", round)
                .with("name", name),
        ),
        None => Arg::from(name),
    };
    let message = match (step.kind, narrate::side(step.side)) {
        (StepKind::Prepare, Some(side)) => Message::new("player-announce-prepare-side")
            .with("name", name)
            .with("side", side),
        (StepKind::Prepare, None) => Message::new("player-announce-prepare").with("name", name),
        (StepKind::Rest, _) => Message::new("player-announce-rest").with("next", next.clone()),
        _ => Message::new("player-announce"),
    };
    let step = narrate::step(step);
    let step = match snapshot.length {
        Some(length) => Message::new("player-announce-length")
            .with("step", step)
            .with("length", lengths::exact(length)),
        None => step,
    };
    message.with("step", step)
}
