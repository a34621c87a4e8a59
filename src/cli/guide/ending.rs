//! The question whether to end a session before its end: one slip of a key ends none.

use super::keys::Ask;
use crate::session::{Command, Pause, State, StopReason};

/// The question while it is asked. Time stands still meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ending {
    /// Whether the session ran when it was asked, and so runs again if it is to go on.
    resume: bool,
}

impl Ending {
    /// The question that is to be asked first, if this asks for the end of a session in this state. While
    /// it hurts the end is one of the ways that are offered, and nothing more is asked.
    pub(super) fn of(ask: Ask, state: State) -> Option<Self> {
        let is_asked = matches!(ask, Ask::Quit | Ask::Escape);
        let resume = state == State::Running;
        let can_end = resume || matches!(state, State::Paused(why) if why != Pause::Hurts);
        (is_asked && can_end).then_some(Self { resume })
    }

    /// The command with which time stands still; `None` where it does already.
    pub(super) fn pause(self) -> Option<Command> {
        self.resume.then_some(Command::Pause)
    }

    /// The command that an answer gives; `None` if the session stays as it was before the question.
    pub(super) fn answer(self, ask: Ask) -> Option<Command> {
        match ask {
            Ask::Quit | Ask::Enter | Ask::Leave => Some(Command::Stop(StopReason::Other)),
            // Never silent.
            Ask::Hurts => Some(Command::Hurts),
            _ => self.resume.then_some(Command::Resume),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_takes_a_second_word_and_any_other_key_goes_on() {
        let paused = State::Paused(Pause::Asked);
        let stop = Some(Command::Stop(StopReason::Other));
        for (state, pause, goes_on) in [
            (State::Running, Some(Command::Pause), Some(Command::Resume)),
            (paused, None, None),
        ] {
            for first in [Ask::Quit, Ask::Escape] {
                let ending = Ending::of(first, state).unwrap();
                assert_eq!(ending.pause(), pause, "{state:?}");
                for (second, command) in [
                    (Ask::Quit, stop),
                    (Ask::Enter, stop),
                    (Ask::Leave, stop),
                    (Ask::Hurts, Some(Command::Hurts)),
                    (Ask::Escape, goes_on),
                    (Ask::Space, goes_on),
                    (Ask::NoTime, goes_on),
                    (Ask::Skip, goes_on),
                    (Ask::Unknown, goes_on),
                ] {
                    assert_eq!(ending.answer(second), command, "{state:?} {second:?}");
                }
            }
        }
        let hurts = State::Paused(Pause::Hurts);
        for (ask, state) in [
            (Ask::Quit, hurts),
            (Ask::Quit, State::Completed),
            (Ask::NoTime, State::Running),
            (Ask::Leave, State::Running),
        ] {
            assert_eq!(Ending::of(ask, state), None, "{ask:?} {state:?}");
        }
    }
}
