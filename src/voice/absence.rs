//! What to do on a machine on which nothing speaks.

use std::path::Path;

use super::Program;
use crate::words::Message;

/// Installers and what each is to be asked for, by the program that tells which system this is.
const INSTALLERS: [(&str, &str); 4] = [
    ("/usr/bin/apt-get", "sudo apt-get install espeak-ng"),
    ("/usr/bin/dnf", "sudo dnf install espeak-ng"),
    ("/usr/bin/pacman", "sudo pacman -S espeak-ng"),
    ("/usr/bin/zypper", "sudo zypper install espeak-ng"),
];

/// The one command that brings a voice to this machine, where it is known.
pub fn install_command() -> Option<&'static str> {
    let is_there = |(installer, _): &&(&str, &str)| Path::new(installer).exists();
    INSTALLERS
        .iter()
        .find(is_there)
        .map(|(_, command)| *command)
}

/// That nothing speaks.
pub fn nothing_speaks() -> Message {
    Message::new("voice-none")
}

/// What brings a voice to this machine.
pub fn how_to_get_a_voice() -> Message {
    match install_command() {
        Some(command) => Message::new("voice-none-install").with("command", command),
        None => Message::new("voice-none-other"),
    }
}

/// What brings a voice for a language that is pleasanter to listen to than that of `program`; `None`
/// if that one is pleasant.
pub fn how_to_get_a_pleasant_voice(program: &Program, language: &str) -> Option<Message> {
    let language = language.split('-').next().unwrap_or(language);
    let how = || Message::new("voice-pleasanter").with("language", language.to_lowercase());
    program.is_plain().then(how)
}
