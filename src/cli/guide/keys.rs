//! What a person asks for at the keyboard.

use std::io::{self, IsTerminal};
use std::panic;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

use crossterm::event::{
    DisableBracketedPaste, EnableBracketedPaste, KeyCode, KeyEvent, KeyModifiers,
};
use crossterm::{execute, terminal};
use unicode_general_category::{GeneralCategory, get_general_category};

use super::Happening;
use crate::cli::has_escape_codes;
use crate::error_stream::{self, Silenced};
use crate::session::{Command, Pause, State, StopReason};
use crate::signals::{self, EndCause};
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
    /// End the session, which is asked about first.
    Quit,
    /// The same; out of the question whether to.
    Escape,
    /// Out of the program: end the session, and ask nothing more.
    Leave,
    /// The system ends the program, or the terminal is gone. It is not the person who ends the session.
    CutOff,
    /// A key that means nothing here.
    Unknown,
}

/// A key while a text is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Typed {
    Letter(char),
    /// The last letter goes.
    Erase,
    /// The text is whole.
    End,
    /// There is none.
    Escape,
}

impl Typed {
    fn of(key: KeyEvent) -> Option<Self> {
        if key
            .modifiers
            .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
        {
            return None;
        }
        match key.code {
            KeyCode::Char(letter) => Some(Self::Letter(letter)),
            KeyCode::Backspace => Some(Self::Erase),
            KeyCode::Enter => Some(Self::End),
            KeyCode::Esc => Some(Self::Escape),
            _ => None,
        }
    }
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
            KeyCode::Esc => Some(Self::Escape),
            KeyCode::Enter | KeyCode::Char('d') => Some(Self::Enter),
            KeyCode::Char('h') => Some(Self::Hurts),
            KeyCode::Char('g') => Some(Self::GoOn),
            KeyCode::Char('e') => Some(Self::Easier),
            KeyCode::Char('s') => Some(Self::SkipExercise),
            KeyCode::Char('t') => Some(Self::NoTime),
            KeyCode::Char('q') => Some(Self::Quit),
            KeyCode::Char(sign) => Some(digit(sign).map_or(Self::Unknown, Self::Digit)),
            _ => None,
        }
    }

    /// Whether it asks to leave what is asked before a session, or after it.
    pub(super) fn leaves(self) -> bool {
        self.is_final() || matches!(self, Self::Quit | Self::Escape)
    }

    /// Whether the program ends with it, and nothing more can be asked.
    pub(super) fn is_final(self) -> bool {
        matches!(self, Self::Leave | Self::CutOff)
    }

    /// The command for a session in this state; `None` where the key has no meaning. `easier` is
    /// whether the exercise has an easier way. Whether to end a session is [`Ending`]'s to ask.
    ///
    /// [`Ending`]: super::ending::Ending
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
            Self::GoOn
            | Self::Easier
            | Self::SkipExercise
            | Self::Digit(_)
            | Self::Quit
            | Self::Escape
            | Self::CutOff
            | Self::Unknown => None,
            Self::Hurts => Some(Command::Hurts),
            Self::NoTime => Some(Command::Stop(StopReason::NoTime)),
            Self::Leave => Some(Command::Stop(StopReason::Other)),
        }
    }

    /// The command while it hurts. Only the keys that are listed then count, so that a slip of the finger
    /// does not go on.
    fn decision(self, easier: bool) -> Option<Command> {
        match self {
            Self::Easier => easier.then_some(Command::Easier),
            Self::GoOn => Some(Command::Resume),
            Self::SkipExercise => Some(Command::SkipExercise),
            Self::Quit | Self::Escape | Self::Leave | Self::CutOff | Self::Enter => {
                Some(Command::Stop(StopReason::Pain))
            }
            _ => None,
        }
    }
}

/// The value of a decimal digit of any script.
fn digit(sign: char) -> Option<u8> {
    const TEN: usize = 10;
    let is_digit = |it: &char| get_general_category(*it) == GeneralCategory::DecimalNumber;
    // Each script has its ten in a row, from 0 to 9; of some signs there are several such rows, one
    // right behind the other.
    let up_to = ('0'..=sign).rev().take_while(is_digit).count();
    u8::try_from(up_to.checked_sub(1)? % TEN).ok()
}

/// The Latin letter that is meant on a keyboard that types others: a terminal passes on what is typed,
/// and not which key that was. Of the layouts that have no Latin letters, those most used; the letters
/// are those of [`Ask::of`], in the order of [`MEANT`].
///
/// A sign that keyboards with Latin letters type stands for none, nor does one that two of these layouts
/// have at the places of different letters: a letter may end a session. "It hurts" alone, which only
/// stops and asks, is taken from every layout.
fn latin_at_the_place_of(letter: char) -> Option<char> {
    if letter.is_ascii() {
        return None;
    }
    PLACES.into_iter().find_map(|layout| {
        let at = layout.chars().position(|there| there == letter)?;
        MEANT.chars().nth(at)
    })
}

const MEANT: &str = "hdgestq";

/// A space where the sign at that place stands for nothing.
const PLACES: [&str; 8] = [
    // Russian, whose sign for T is that for E in Serbian and Bulgarian; Ukrainian and Belarusian differ
    // in one letter.
    "рвпуы й",
    "рвпуі й",
    // Serbian and Macedonian, whose other signs are at other places in Russian.
    "х     љ",
    // Greek and Hebrew have marks for Q that are typed everywhere.
    "ηδγεστ ",
    "יגעקדא ",
    // Arabic; Persian differs in one letter.
    "ايلثسفض",
    "ایلثسفض",
    // Georgian.
    "ჰდგესტქ",
];

/// The keyboard while a session runs. The terminal gets back its own ways when this is dropped, and
/// before a panic is printed.
pub(super) struct Keys {
    raw: bool,
    /// Whether a text is typed, so that letters are no commands.
    types: Arc<AtomicBool>,
    _silenced: Option<Silenced>,
}

impl Keys {
    /// Sends what is asked for to `happenings`: by key where there is a terminal, and by signal
    /// everywhere.
    pub(super) fn listen(happenings: &Sender<Happening>) -> Self {
        let reported = happenings.clone();
        // The session ends in good order.
        signals::on_end(move |cause| {
            voice::call_off_questions();
            let ask = match cause {
                EndCause::Interrupt => Ask::Leave,
                EndCause::System => Ask::CutOff,
            };
            // This fails at the end of the guide, which is near then anyway.
            let _ = reported.send(Happening::Asked(ask));
            true
        });
        let types = Arc::new(AtomicBool::new(false));
        let mut raw = io::stdin().is_terminal() && take_terminal();
        restore_before_a_panic(raw);
        if raw {
            signals::on_going_on(take_the_keys_again);
            let (happenings, is_typing) = (happenings.clone(), Arc::clone(&types));
            // Ends with the program: a blocked read can't be called off.
            let failed = happenings.clone();
            let started = threads::start(
                "keys",
                move || read(&happenings, &is_typing),
                // No key would arrive any more: the session ends in good order.
                move || drop(failed.send(Happening::Asked(Ask::CutOff))),
            );
            if started.is_err() {
                // As where there is no terminal.
                raw = false;
                give_terminal_back();
            }
        }
        Self {
            raw,
            types,
            _silenced: Some(Silenced::begin()),
        }
    }

    /// From here on letters are those of a text, or commands again.
    pub(super) fn take_text(&self, takes: bool) {
        self.types.store(takes, Ordering::Release);
    }

    /// As where no person is at a terminal.
    #[cfg(test)]
    pub(super) fn none() -> Self {
        Self {
            raw: false,
            types: Arc::default(),
            _silenced: None,
        }
    }

    pub(super) fn are_there(&self) -> bool {
        self.raw
    }
}

impl Drop for Keys {
    fn drop(&mut self) {
        if self.raw {
            give_terminal_back();
        }
    }
}

/// A shell that stopped the program and lets it go on gives the terminal back in its own ways, in
/// which a key is heard only after Enter.
fn take_the_keys_again() {
    if terminal::is_raw_mode_enabled().is_ok_and(|raw| raw) {
        // There is no way left to take a terminal that refuses.
        let _ = terminal::disable_raw_mode();
        take_terminal();
    }
}

/// Has the terminal read single keys, and mark what is pasted, which is no command. Whether it does the
/// former.
fn take_terminal() -> bool {
    let is_raw = terminal::enable_raw_mode().is_ok();
    if is_raw {
        send_to_terminal(EnableBracketedPaste);
    }
    is_raw
}

fn give_terminal_back() {
    send_to_terminal(DisableBracketedPaste);
    // There is no way left to restore a terminal that refuses.
    let _ = terminal::disable_raw_mode();
}

/// Sends it to the terminal, if that is in view and understands it. One that does not listen has no such
/// ways.
fn send_to_terminal(code: impl crossterm::Command) {
    if !has_escape_codes() {
        return;
    }
    let _ = if io::stdout().is_terminal() {
        execute!(io::stdout(), code)
    } else if error_stream::is_terminal() {
        execute!(error_stream::own(), code)
    } else {
        Ok(())
    };
}

fn read(happenings: &Sender<Happening>, types: &AtomicBool) {
    let send = |ask| happenings.send(Happening::Asked(ask)).is_ok();
    let send_typed = |typed| happenings.send(Happening::Typed(typed)).is_ok();
    read_keys(|key| match Ask::of(key) {
        Some(Ask::Leave) => send(Ask::Leave),
        _ if types.load(Ordering::Acquire) => Typed::of(key).is_none_or(send_typed),
        ask => ask.is_none_or(send),
    });
    // The terminal is gone, and with it the person; or the guide is over.
    send(Ask::CutOff);
}

#[cfg(unix)]
use super::typed::read as read_keys;

/// Passes each key on until `take` says that it wants no more, or the terminal is gone.
#[cfg(not(unix))]
fn read_keys(mut take: impl FnMut(KeyEvent) -> bool) {
    use crossterm::event::{Event, KeyEventKind, read};
    while let Ok(event) = read() {
        match event {
            Event::Key(key) if key.kind == KeyEventKind::Press => {
                if !take(key) {
                    return;
                }
            }
            // What is pasted is meant for another program.
            _ => {}
        }
    }
}

/// A panic's message would run down the screen like stairs in a terminal that is still raw. Panics
/// of other threads are survived, and leave the terminal as it is.
fn restore_before_a_panic(raw: bool) {
    let print = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if raw && std::thread::current().name() == Some("main") {
            give_terminal_back();
        }
        error_stream::unsilenced(|| print(panic));
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
            (KeyCode::Char('q'), RUNNING, None),
            (KeyCode::Char('q'), HURT, stop(StopReason::Pain)),
            (KeyCode::Esc, RUNNING, None),
            (KeyCode::Esc, HURT, stop(StopReason::Pain)),
            (KeyCode::Char('t'), RUNNING, stop(StopReason::NoTime)),
            (KeyCode::Char('3'), RUNNING, None),
            (KeyCode::Char('g'), RUNNING, None),
            (KeyCode::Char('x'), RUNNING, None),
            (KeyCode::Char('р'), RUNNING, Some(Hurts)),
            (KeyCode::Char('Р'), RUNNING, Some(Hurts)),
            (KeyCode::Char('η'), RUNNING, Some(Hurts)),
            (KeyCode::Char('י'), RUNNING, Some(Hurts)),
            (KeyCode::Char('ا'), RUNNING, Some(Hurts)),
            (KeyCode::Char('х'), RUNNING, Some(Hurts)),
            (KeyCode::Char('у'), HURT, Some(Easier)),
        ] {
            let asked = Ask::of(KeyEvent::new(code, KeyModifiers::NONE));
            let obeyed = asked.and_then(|ask| ask.command(state, true));
            assert_eq!(obeyed, command, "{code:?} when {state:?}");
        }
        assert_eq!(Ask::Easier.command(HURT, false), None, "no easier way");
    }

    #[test]
    fn no_sign_of_another_layout_is_typed_on_latin_keyboards_or_stands_for_two_letters() {
        let mut meant = std::collections::BTreeMap::new();
        for layout in PLACES {
            assert_eq!(layout.chars().count(), MEANT.len(), "{layout}");
            for (sign, letter) in layout.chars().zip(MEANT.chars()) {
                if sign != ' ' {
                    assert!(!sign.is_ascii(), "{sign}");
                    assert_eq!(*meant.entry(sign).or_insert(letter), letter, "{sign}");
                }
            }
        }
        // What is at the place of Q in Greek and Hebrew, and of T in Russian but of E in Serbian.
        for sign in [';', '/', 'е', 'Е', '.', ',', '-'] {
            let asked = Ask::of(KeyEvent::new(KeyCode::Char(sign), KeyModifiers::NONE));
            assert_eq!(asked, Some(Ask::Unknown), "{sign}");
        }
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
    fn pain_is_told_in_digits_of_any_script() {
        let asked = |c| Ask::of(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
        // Arabic, Persian, Devanagari, Bengali, Thai, of full width, and the last of five rows in one.
        for zero in ['0', '٠', '۰', '०', '০', '๐', '０', '𝟶'] {
            for pain in 0..=9 {
                let sign = char::from_u32(u32::from(zero) + u32::from(pain)).unwrap();
                assert_eq!(asked(sign), Some(Ask::Digit(pain)), "{sign}");
            }
        }
        let digits = ('\0'..=char::MAX).filter_map(|sign| match asked(sign) {
            Some(Ask::Digit(digit)) => Some(digit),
            _ => None,
        });
        let digits: Vec<u8> = digits.collect();
        for row in digits.chunks(10) {
            assert_eq!(row, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        }
        for sign in ['_', '²', '⑧', '八', '½', 'Ⅷ'] {
            assert_eq!(asked(sign), Some(Ask::Unknown), "{sign}");
        }
    }

    #[test]
    fn control_c_ends_the_session_and_the_program_and_c_alone_does_nothing() {
        let c = |modifiers| Ask::of(KeyEvent::new(KeyCode::Char('c'), modifiers));
        assert_eq!(c(KeyModifiers::CONTROL), Some(Ask::Leave));
        let ends = Ask::Leave.command(State::Running, false);
        assert_eq!(ends, Some(Command::Stop(StopReason::Other)));
        assert_eq!(Ask::CutOff.command(State::Running, false), None);
        assert_eq!(c(KeyModifiers::NONE), Some(Ask::Unknown));
    }
}
