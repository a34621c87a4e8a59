//! The person at the keyboard: what they are asked, and what they answer.

use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use super::Happening;
use super::keys::{Ask, Keys, Typed};
use super::output::Output;
use crate::afterwards::{self, About, Question, Said};
use crate::cli::Failure;
use crate::day::Limit;
use crate::facts;
use crate::guided::SessionStart;
use crate::history::{Unfinished, WhyLeftOut};
use crate::report;
use crate::routine::{LONGEST_NAME, Routine};
use crate::text::refused;
use crate::words::Message;

/// The person at the keyboard, if there is one. The terminal gets back its own ways when this is
/// dropped.
pub(super) struct Person {
    keys: Keys,
    inbox: Receiver<Happening>,
    has_left: bool,
}

/// How a person wants a session to begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    Anew,
    GoOn,
}

/// The person's answer to the question before a session.
pub(super) enum Choice {
    Begin(SessionStart),
    /// Not today, since the pain is above the limit.
    PutOff {
        /// From 0 to 10.
        pain: u8,
        limit: Limit,
    },
    Leave,
}

/// The person's answer to a question about pain.
enum Answer {
    /// From 0 to 10; `None` for no answer.
    Given(Option<u8>),
    /// They left, and had typed this.
    Leave(Option<u8>),
}

impl Person {
    pub(super) fn new(keys: Keys, inbox: Receiver<Happening>) -> Self {
        Self {
            keys,
            inbox,
            has_left: false,
        }
    }

    pub(super) fn has_keys(&self) -> bool {
        self.keys.are_there()
    }

    /// Whether there is a person to answer.
    pub(super) fn answers(&self) -> bool {
        self.has_keys() && !self.has_left
    }

    /// The next event; `None` once none can come.
    pub(super) fn next(&mut self) -> Option<Happening> {
        let happening = self.inbox.recv().ok()?;
        self.has_left |= matches!(happening, Happening::Asked(ask) if ask.is_final());
        Some(happening)
    }

    /// Waits until the record is saved, for so long at most, and calls `leave` if the person leaves
    /// meanwhile.
    pub(super) fn await_saved(
        &self,
        patience: Option<Duration>,
        leave: impl Fn(),
    ) -> Option<Result<(), Message>> {
        let latest = patience.map(|patience| Instant::now() + patience);
        loop {
            let happening = match latest {
                None => self.inbox.recv().ok()?,
                Some(latest) => {
                    let left = latest.saturating_duration_since(Instant::now());
                    self.inbox.recv_timeout(left).ok()?
                }
            };
            match happening {
                Happening::Saved(saved) => return Some(saved),
                Happening::Asked(ask) if ask.is_final() => leave(),
                Happening::Asked(_) | Happening::Changed | Happening::Typed(_) => {}
            }
        }
    }

    /// Waits until the person starts, or leaves.
    pub(super) fn ask_to_start(
        &self,
        output: &mut Output<'_>,
        unfinished: Option<&Unfinished>,
    ) -> Result<Option<Start>, Failure> {
        let question = match unfinished {
            None => Message::new("guide-start"),
            Some(unfinished) => Message::new("guide-start-or-go-on")
                .with("time", facts::time_of_day(unfinished.started.time())),
        };
        for ask in self.ask(output, &question)? {
            match ask {
                Ask::Space | Ask::Enter => return Ok(Some(Start::Anew)),
                Ask::GoOn if unfinished.is_some() => return Ok(Some(Start::GoOn)),
                Ask::Hurts => output.message(&Message::new("guide-hurts-before"))?,
                ask if ask.leaves() => break,
                ask => no_answer(output, ask, &question)?,
            }
        }
        Ok(None)
    }

    /// Asks how much it hurts before a start. Above the limit the person is told so, and has to ask for the
    /// start once more.
    pub(super) fn ask_pain_before(
        &self,
        output: &mut Output<'_>,
        routine: &Routine,
    ) -> Result<Choice, Failure> {
        let Answer::Given(pain_before) = self.ask_pain(output, "guide-pain-before")? else {
            return Ok(Choice::Leave);
        };
        let begin = Choice::Begin(SessionStart::Anew { pain_before });
        let above = pain_before
            .and_then(|pain| Some((pain, Limit::below(pain, routine.safety.pain_limit)?)));
        let Some((pain, limit)) = above else {
            return Ok(begin);
        };
        output.too_much(routine, pain, limit)?;
        let question = Message::new("guide-too-much");
        for ask in self.ask(output, &question)? {
            match ask {
                Ask::SkipExercise => return Ok(begin),
                Ask::Hurts => output.message(&question)?,
                ask if ask.leaves() => break,
                ask => no_answer(output, ask, &question)?,
            }
        }
        Ok(Choice::PutOff { pain, limit })
    }

    /// Asks how much it hurts after a session. From 0 to 10; `None` if they don't say. What was typed
    /// when they leave is their answer. Tells too whether they leave.
    pub(super) fn ask_pain_after(
        &self,
        output: &mut Output<'_>,
    ) -> Result<(Option<u8>, bool), Failure> {
        let answer = self.ask_pain(output, "guide-pain-after")?;
        Ok(match answer {
            Answer::Given(pain) => (pain, false),
            Answer::Leave(pain) => (pain, true),
        })
    }

    /// Asks why something was left out, by the number of each reason; `None` if they don't say.
    pub(super) fn ask_why(&self, output: &mut Output<'_>) -> Result<Option<WhyLeftOut>, Failure> {
        let mut question = Message::new("guide-why");
        let names = ["no_time", "too_hard", "hurts", "not_known", "other"];
        for (name, why) in names.into_iter().zip(WhyLeftOut::ALL) {
            question = question.with(name, afterwards::why(why));
        }
        for ask in self.ask(output, &question)? {
            match ask {
                Ask::Digit(digit @ 1..=5) => {
                    let why = WhyLeftOut::ALL.get(usize::from(digit) - 1).copied();
                    if let Some(why) = why {
                        output.message(&afterwards::why(why))?;
                    }
                    return Ok(why);
                }
                Ask::Enter | Ask::Space => break,
                ask if ask.leaves() => break,
                ask => no_answer(output, ask, &question)?,
            }
        }
        Ok(None)
    }

    /// Asks what was done of the exercises, where that is not known. Whoever leaves is asked no more.
    pub(super) fn ask_what_was_done(
        &self,
        output: &mut Output<'_>,
        asked: &[Question],
    ) -> Result<Said, Failure> {
        let mut said = Said::default();
        for question in asked {
            let id = match question.about {
                About::Load => "guide-load",
                About::Reps => "guide-reps",
            };
            let message = Message::new(id)
                .with("exercise", question.name.as_str())
                .with("sets", question.sets)
                .with("proposed", question.proposed.as_str());
            loop {
                let Some(text) = self.ask_text(output, &message)? else {
                    return Ok(said);
                };
                let text = if text.trim().is_empty() {
                    &question.proposed
                } else {
                    &text
                };
                match said.take(question, text) {
                    Ok(()) => break,
                    Err(meant) => output.message(&meant)?,
                }
            }
        }
        Ok(said)
    }

    /// A text that the person types, up to Enter; `None` if they leave.
    fn ask_text(
        &self,
        output: &mut Output<'_>,
        question: &Message,
    ) -> Result<Option<String>, Failure> {
        self.keys.take_text(true);
        // What was pressed before was meant for nothing; a wish to leave counts.
        let mut before = self.inbox.try_iter();
        let has_left = before.any(|it| matches!(it, Happening::Asked(ask) if ask.leaves()));
        output.message(question)?;
        let text = if has_left { None } else { self.typed(output)? };
        self.keys.take_text(false);
        Ok(text)
    }

    fn typed(&self, output: &mut Output<'_>) -> Result<Option<String>, Failure> {
        let mut text = String::new();
        while let Ok(happening) = self.inbox.recv() {
            match happening {
                Happening::Typed(Typed::End) => {
                    output.typed(&text)?;
                    return Ok(Some(text));
                }
                Happening::Typed(Typed::Letter(letter)) => {
                    if text.chars().count() < LONGEST_NAME
                        && refused(&letter.to_string()).next().is_none()
                    {
                        text.push(letter);
                    }
                }
                Happening::Typed(Typed::Erase) => drop(text.pop()),
                Happening::Typed(Typed::Escape) => break,
                Happening::Asked(ask) if ask.is_final() => break,
                Happening::Asked(_) | Happening::Changed | Happening::Saved(_) => continue,
            }
            output.typing(&text)?;
        }
        Ok(None)
    }

    fn ask_pain(&self, output: &mut Output<'_>, question: &'static str) -> Result<Answer, Failure> {
        let mut pain = None;
        let question = Message::new(question);
        for ask in self.ask(output, &question)? {
            match ask {
                Ask::Digit(digit) => {
                    pain = report::typed_pain(pain, digit);
                    output.message(&match pain {
                        Some(pain) => Message::new("guide-pain-typed").with("pain", pain),
                        None => Message::new("guide-pain-taken-back"),
                    })?;
                }
                Ask::Enter | Ask::Space => return Ok(Answer::Given(pain)),
                Ask::Hurts => output.message(&Message::new("guide-hurts-how-much"))?,
                ask if ask.leaves() => break,
                // Never silent: Enter may be next, and what was meant for an answer would be none.
                _ => output.message(&Message::new("guide-pain-no-digit"))?,
            }
        }
        Ok(Answer::Leave(pain))
    }

    /// Shows a question. The keys from then on may answer it.
    fn ask<'a>(
        &'a self,
        output: &mut Output<'_>,
        question: &Message,
    ) -> Result<impl Iterator<Item = Ask> + use<'a>, Failure> {
        // Before the question is seen: an answer that comes at once counts.
        let asks = from_now_on(&self.inbox);
        output.message(question)?;
        Ok(asks)
    }
}

/// Asks once more where a key was pressed that means nothing in the whole guide: it may be one that a
/// layout has in the place of another.
fn no_answer(output: &mut Output<'_>, ask: Ask, question: &Message) -> Result<(), Failure> {
    match ask {
        Ask::Unknown => output.message(question),
        _ => Ok(()),
    }
}

/// The keys that are pressed from now on. One that was pressed before does not answer the question, but
/// a wish to leave still counts.
fn from_now_on(inbox: &Receiver<Happening>) -> impl Iterator<Item = Ask> {
    let asked = |happening| match happening {
        Happening::Asked(ask) => Some(ask),
        Happening::Changed | Happening::Saved(_) | Happening::Typed(_) => None,
    };
    let before: Vec<Ask> = inbox.try_iter().filter_map(asked).collect();
    let leaving = before.into_iter().filter(|ask| ask.leaves());
    leaving.chain(inbox.iter().filter_map(asked))
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn a_key_pressed_before_a_question_does_not_answer_it() {
        for (before, after, answers) in [
            (
                vec![Ask::Enter, Ask::Enter],
                vec![Ask::Digit(4)],
                vec![Ask::Digit(4)],
            ),
            (
                vec![Ask::Digit(2), Ask::Quit],
                vec![Ask::Enter],
                vec![Ask::Quit, Ask::Enter],
            ),
            (vec![Ask::Leave, Ask::Enter], vec![], vec![Ask::Leave]),
        ] {
            let (happenings, inbox) = mpsc::channel();
            let press = |asks: Vec<Ask>| {
                for ask in asks {
                    happenings.send(Happening::Asked(ask)).unwrap();
                    happenings.send(Happening::Changed).unwrap();
                }
            };
            press(before);
            let reported = from_now_on(&inbox);
            press(after);
            drop(happenings);
            assert_eq!(reported.collect::<Vec<_>>(), answers);
        }
    }
}
