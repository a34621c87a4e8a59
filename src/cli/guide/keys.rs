//! What a person asks for at the keyboard.

use std::io::{self, IsTerminal};
use std::panic;
use std::sync::mpsc::Sender;

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::terminal;

use super::Happening;
use super::beside::{self, Hush};
use crate::session::{Command, Pause, State, StopReason};
use crate::signals;
use crate::threads;
use crate::voice;

/// What was asked for; what it means depends on where the session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ask {
    /// Start, pause or resume.
    Space,
    Back,
    Skip,
    Extend,
    /// Done with an open step; starts a session too.
    Enter,
    Hurts,
    /// Go on carefully after "it hurts"; before the start, go on where another session was cut off.
    GoOn,
    /// After "it hurts": go on the easier way.
    Easier,
    /// After "it hurts": on to the next exercise.
    SkipExercise,
    /// A digit of how much it hurts, when that is asked.
    Digit(u8),
    /// End the session for lack of time.
    NoTime,
    /// End the session.
    Quit,
    /// Leave the program: end the session, and ask nothing more.
    Leave,
    /// A key that means nothing here.
    Unknown,
}

impl Ask {
    fn of(key: KeyEvent) -> Option<Self> {
        let held_with = |modifiers| key.modifiers.intersects(modifiers);
        // With Caps Lock or Shift a letter means the same.
        let code = match key.code {
            KeyCode::Char(letter) => {
                let small = letter.to_lowercase().next().unwrap_or(letter);
                KeyCode::Char(latin_at_the_place_of(small).unwrap_or(small))
            }
            other => other,
        };
        match code {
            KeyCode::Char('c') if held_with(KeyModifiers::CONTROL) => Some(Self::Leave),
            // Meant for the terminal, or for another program.
            _ if held_with(KeyModifiers::CONTROL | KeyModifiers::ALT) => None,
            KeyCode::Char(' ') => Some(Self::Space),
            KeyCode::Left => Some(Self::Back),
            KeyCode::Right => Some(Self::Skip),
            // On many keyboards the plus is above the equals sign.
            KeyCode::Char('+' | '=') => Some(Self::Extend),
            KeyCode::Enter | KeyCode::Char('d') => Some(Self::Enter),
            KeyCode::Char('h') => Some(Self::Hurts),
            KeyCode::Char('g') => Some(Self::GoOn),
            KeyCode::Char('e') => Some(Self::Easier),
            KeyCode::Char('s') => Some(Self::SkipExercise),
            KeyCode::Char('t') => Some(Self::NoTime),
            KeyCode::Char('q') => Some(Self::Quit),
            KeyCode::Char(sign) => Some(match sign.to_digit(10).map(u8::try_from) {
                Some(Ok(digit)) => Self::Digit(digit),
                _ => Self::Unknown,
            }),
            _ => None,
        }
    }

    /// The command for a session in this state; `None` where the key has no meaning. `easier` is
    /// whether the exercise has an easier way.
    pub(super) fn command(self, state: State, easier: bool) -> Option<Command> {
        if state == State::Paused(Pause::Hurts) {
            return self.decision(easier);
        }
        match self {
            Self::Space if matches!(state, State::Paused(_)) => Some(Command::Resume),
            Self::Space => Some(Command::Pause),
            Self::Back => Some(Command::Back),
            Self::Skip => Some(Command::Skip),
            Self::Extend => Some(Command::Extend),
            Self::Enter => Some(Command::Done),
            Self::GoOn | Self::Easier | Self::SkipExercise | Self::Digit(_) | Self::Unknown => None,
            Self::Hurts => Some(Command::Hurts),
            Self::NoTime => Some(Command::Stop(StopReason::NoTime)),
            Self::Quit | Self::Leave => Some(Command::Stop(StopReason::Other)),
        }
    }

    /// The command while it hurts. Only the keys that are listed then count, so that a slip of the finger
    /// does not go on.
    fn decision(self, easier: bool) -> Option<Command> {
        match self {
            Self::Easier => easier.then_some(Command::Easier),
            Self::GoOn => Some(Command::Resume),
            Self::SkipExercise => Some(Command::SkipExercise),
            Self::Quit | Self::Leave | Self::Enter => Some(Command::Stop(StopReason::Pain)),
            _ => None,
        }
    }
}

/// The Latin letter at the place of a key on a keyboard without Latin letters: a terminal passes on
/// the letter, and not which key it was. The layouts are the most used ones; the letters are those of
/// [`Ask::of`], in the order of [`MEANT`].
fn latin_at_the_place_of(letter: char) -> Option<char> {
    const MEANT: &str = "hdgestq";
    const PLACES: [&str; 7] = [
        // Russian; Ukrainian and Belarusian differ in one letter.
        "рвпуыей",
        "рвпуіей",
        "ηδγεστ;",
        "יגעקדא/",
        // Arabic; Persian differs in one letter.
        "ايلثسفض",
        "ایلثسفض",
        // Georgian.
        "ჰდგესტქ",
    ];
    PLACES.into_iter().find_map(|layout| {
        let at = layout.chars().position(|there| there == letter)?;
        MEANT.chars().nth(at)
    })
}

/// The keyboard while a session runs. The terminal gets back its own ways when this is dropped, and
/// before a panic is printed.
pub(super) struct Keys {
    raw: bool,
    _hush: Option<Hush>,
}

impl Keys {
    /// Sends what is asked for to `happenings`: by key where there is a terminal, and by signal
    /// everywhere.
    pub(super) fn listen(happenings: &Sender<Happening>) -> Self {
        let reported = happenings.clone();
        // The session ends in good order.
        signals::on_end(move || {
            voice::call_off_questions();
            // This fails at the end of the guide, which is near then anyway.
            let _ = reported.send(Happening::Asked(Ask::Leave));
            true
        });
        let mut raw = io::stdin().is_terminal() && terminal::enable_raw_mode().is_ok();
        if raw {
            restore_before_a_panic();
            signals::on_going_on(take_the_keys_again);
            let happenings = happenings.clone();
            // Ends with the program: a blocked read can't be called off.
            let failed = happenings.clone();
            let started = threads::start(
                "keys",
                move || read(&happenings),
                // No key would arrive any more: the session ends in good order.
                move || drop(failed.send(Happening::Asked(Ask::Leave))),
            );
            if started.is_err() {
                // As where there is no terminal.
                raw = false;
                let _ = terminal::disable_raw_mode();
            }
        }
        let hush = raw.then(Hush::begin);
        Self { raw, _hush: hush }
    }

    /// As where no person is at a terminal.
    #[cfg(test)]
    pub(super) fn none() -> Self {
        Self {
            raw: false,
            _hush: None,
        }
    }

    pub(super) fn are_there(&self) -> bool {
        self.raw
    }
}

impl Drop for Keys {
    fn drop(&mut self) {
        if self.raw {
            // A terminal that can't be restored stays as it is.
            let _ = terminal::disable_raw_mode();
        }
    }
}

/// A shell that stopped the program and lets it go on gives the terminal back in its own ways, in
/// which a key is heard only after Enter.
fn take_the_keys_again() {
    if terminal::is_raw_mode_enabled().is_ok_and(|raw| raw) {
        // There is no way left to take a terminal that refuses.
        let _ = terminal::disable_raw_mode();
        let _ = terminal::enable_raw_mode();
    }
}

fn read(happenings: &Sender<Happening>) {
    while let Ok(event) = event::read() {
        let ask = match event {
            Event::Key(key) if key.kind == KeyEventKind::Press => Ask::of(key),
            _ => None,
        };
        if ask.is_some_and(|ask| happenings.send(Happening::Asked(ask)).is_err()) {
            return;
        }
    }
    // The terminal is gone, and with it the person.
    let _ = happenings.send(Happening::Asked(Ask::Leave));
}

/// A panic's message would run down the screen like stairs in a terminal that is still raw. Panics
/// of other threads are survived, and leave the terminal as it is.
fn restore_before_a_panic() {
    let tell = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if std::thread::current().name() == Some("main") {
            let _ = terminal::disable_raw_mode();
        }
        beside::aloud(|| tell(panic));
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_does_what_is_written_beside_it() {
        use Command::{
            Back, Done, Easier, Extend, Hurts, Pause as Halt, Resume, Skip, SkipExercise,
        };
        const RUNNING: State = State::Running;
        const PAUSED: State = State::Paused(Pause::Asked);
        const HURT: State = State::Paused(Pause::Hurts);
        let stop = |reason| Some(Command::Stop(reason));
        for (code, state, command) in [
            (KeyCode::Char(' '), RUNNING, Some(Halt)),
            (KeyCode::Char(' '), PAUSED, Some(Resume)),
            (KeyCode::Char(' '), HURT, None),
            (KeyCode::Left, HURT, None),
            (KeyCode::Right, HURT, None),
            (KeyCode::Char('+'), HURT, None),
            (KeyCode::Enter, HURT, stop(StopReason::Pain)),
            (KeyCode::Char('d'), HURT, stop(StopReason::Pain)),
            (KeyCode::Char('h'), HURT, None),
            (KeyCode::Char('t'), HURT, None),
            (KeyCode::Char('3'), HURT, None),
            (KeyCode::Char('g'), HURT, Some(Resume)),
            (KeyCode::Left, RUNNING, Some(Back)),
            (KeyCode::Right, RUNNING, Some(Skip)),
            (KeyCode::Char('+'), RUNNING, Some(Extend)),
            (KeyCode::Char('='), RUNNING, Some(Extend)),
            (KeyCode::Enter, RUNNING, Some(Done)),
            (KeyCode::Char('d'), RUNNING, Some(Done)),
            (KeyCode::Char('h'), RUNNING, Some(Hurts)),
            (KeyCode::Char('h'), PAUSED, Some(Hurts)),
            (KeyCode::Char('e'), RUNNING, None),
            (KeyCode::Char('e'), HURT, Some(Easier)),
            (KeyCode::Char('s'), RUNNING, None),
            (KeyCode::Char('s'), HURT, Some(SkipExercise)),
            (KeyCode::Char('q'), RUNNING, stop(StopReason::Other)),
            (KeyCode::Char('q'), HURT, stop(StopReason::Pain)),
            (KeyCode::Char('t'), RUNNING, stop(StopReason::NoTime)),
            (KeyCode::Char('3'), RUNNING, None),
            (KeyCode::Char('g'), RUNNING, None),
            (KeyCode::Char('x'), RUNNING, None),
            (KeyCode::Char('р'), RUNNING, Some(Hurts)),
            (KeyCode::Char('Р'), RUNNING, Some(Hurts)),
            (KeyCode::Char('η'), RUNNING, Some(Hurts)),
            (KeyCode::Char('י'), RUNNING, Some(Hurts)),
            (KeyCode::Char('ا'), RUNNING, Some(Hurts)),
            (KeyCode::Char('у'), HURT, Some(Easier)),
        ] {
            let asked = Ask::of(KeyEvent::new(code, KeyModifiers::NONE));
            let obeyed = asked.and_then(|ask| ask.command(state, true));
            assert_eq!(obeyed, command, "{code:?} when {state:?}");
        }
        assert_eq!(Ask::Easier.command(HURT, false), None, "no easier way");
    }

    #[test]
    fn a_letter_means_the_same_in_either_case_and_nothing_with_control_or_alt() {
        for small in ['d', 'h', 'g', 'e', 's', 't', 'q'] {
            let asked =
                |letter, modifiers| Ask::of(KeyEvent::new(KeyCode::Char(letter), modifiers));
            let plain = asked(small, KeyModifiers::NONE);
            assert!(plain.is_some(), "{small}");
            let large = small.to_ascii_uppercase();
            for modifiers in [KeyModifiers::NONE, KeyModifiers::SHIFT] {
                assert_eq!(asked(large, modifiers), plain, "{large} with {modifiers:?}");
            }
            for modifiers in [KeyModifiers::CONTROL, KeyModifiers::ALT] {
                assert_eq!(asked(small, modifiers), None, "{small} with {modifiers:?}");
            }
        }
    }

    #[test]
    fn a_sign_without_a_meaning_is_not_ignored_and_a_key_without_a_sign_is() {
        let asked = |code| Ask::of(KeyEvent::new(code, KeyModifiers::NONE));
        for sign in ['x', 'は', 'ह', '&', 'ㅗ'] {
            assert_eq!(asked(KeyCode::Char(sign)), Some(Ask::Unknown), "{sign}");
        }
        for code in [KeyCode::F(1), KeyCode::Tab, KeyCode::Home, KeyCode::Null] {
            assert_eq!(asked(code), None, "{code:?}");
        }
    }

    #[test]
    fn pain_is_told_in_digits() {
        let asked = |c| Ask::of(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
        for (key, pain) in [('0', 0), ('3', 3), ('9', 9)] {
            assert_eq!(asked(key), Some(Ask::Digit(pain)));
        }
    }

    #[test]
    fn control_c_ends_the_session_and_the_program_and_c_alone_does_nothing() {
        let c = |modifiers| Ask::of(KeyEvent::new(KeyCode::Char('c'), modifiers));
        assert_eq!(c(KeyModifiers::CONTROL), Some(Ask::Leave));
        let ends = Ask::Leave.command(State::Running, false);
        assert_eq!(ends, Some(Command::Stop(StopReason::Other)));
        assert_eq!(c(KeyModifiers::NONE), Some(Ask::Unknown));
    }
}
