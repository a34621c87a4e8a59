//! Through which programs and with which voices texts become sound on this machine.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use super::Program;
use super::program::name_of_model;
use crate::words::Message;

/// How texts become sound on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speech {
    /// Each speaks the languages that none before it speaks; empty if nothing on this machine speaks.
    pub programs: Vec<Program>,
    /// By the tag of a language the voice that the person has chosen for it.
    pub chosen: BTreeMap<String, VoiceName>,
    /// Where rendered phrases are kept; `None` on a machine without a home folder.
    pub cache: Option<PathBuf>,
    /// Of the programs' usual speed.
    pub speed_percent: u16,
    /// Of the loudness beside the cues: half the number sounds half as loud.
    pub volume_percent: u8,
}

/// A voice of a program. It is written as the program's name, a space, and what the program calls it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct VoiceName {
    /// The [`Program::name`].
    pub program: String,
    /// What the program calls the voice.
    pub voice: String,
}

/// Why a text is no [`VoiceName`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the name of a program or of a voice is missing")]
pub struct NotAVoiceName;

impl FromStr for VoiceName {
    type Err = NotAVoiceName;

    fn from_str(text: &str) -> Result<Self, NotAVoiceName> {
        let (program, voice) = text.trim().split_once(' ').ok_or(NotAVoiceName)?;
        Ok(Self {
            program: program.to_owned(),
            voice: voice.trim().to_owned(),
        })
    }
}

impl VoiceName {
    /// That the voice, which was chosen, is not there any more.
    pub fn is_gone(&self) -> Message {
        let voice = if self.program == Program::Piper.name() {
            name_of_model(&self.voice)
        } else {
            self.voice.clone()
        };
        Message::new("voice-chosen-gone")
            .with("voice", voice)
            .with("program", self.program.as_str())
    }
}

impl fmt::Display for VoiceName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.program, self.voice)
    }
}

/// What speaks one language, and what there is to choose from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offer {
    /// What speaks the language; `None` if nothing on this machine speaks.
    pub program: Option<Program>,
    /// All voices for the language with the names that people read.
    pub voices: Vec<(VoiceName, String)>,
    /// The voice that the person has chosen, if it is not there any more.
    pub gone: Option<VoiceName>,
}

impl Default for Speech {
    fn default() -> Self {
        Self {
            programs: Vec::new(),
            chosen: BTreeMap::new(),
            cache: None,
            speed_percent: 100,
            volume_percent: 100,
        }
    }
}

impl Speech {
    /// Through these programs.
    pub fn through(programs: Vec<Program>) -> Self {
        Self {
            programs,
            ..Self::default()
        }
    }

    /// What a language is spoken by; `None` if nothing on this machine speaks.
    pub fn program_for(&self, language: &str) -> Option<Program> {
        let (program, _) = self.ways_to_speak(language).into_iter().next()?;
        Some(program)
    }

    /// What a language is spoken by, and with which other voices it can be. The programs are asked,
    /// which takes moments.
    pub fn offer(&self, language: &str) -> Offer {
        let of = |program: &Program| {
            let name = program.name().to_owned();
            let voices = program.voices_to_choose(language).into_iter();
            let named = voices.map(move |(voice, shown)| {
                let program = name.clone();
                (VoiceName { program, voice }, shown)
            });
            named.collect::<Vec<_>>()
        };
        let voices: Vec<_> = self.programs.iter().flat_map(of).collect();
        // A command of the person's own takes the place of every choice.
        let has_choice = !self
            .programs
            .iter()
            .any(|program| matches!(program, Program::Custom(_)));
        let is_gone =
            |chosen: &&VoiceName| has_choice && voices.iter().all(|(voice, _)| voice != *chosen);
        Offer {
            program: self.program_for(language),
            gone: self.chosen_for(language).filter(is_gone).cloned(),
            voices,
        }
    }

    /// The programs that speak a language with what they may call its voice, the best first: the
    /// chosen one, if it is still there, and then in their order. If none is known to, the first.
    pub(super) fn ways_to_speak(&self, language: &str) -> Vec<(Program, Vec<String>)> {
        let speaks = |program: &Program| {
            let voices = program.voices(language);
            (!voices.is_empty()).then(|| (program.clone(), voices))
        };
        let mut ways: Vec<_> = self.programs.iter().filter_map(speaks).collect();
        if let Some(chosen) = self.chosen_for(language) {
            let named = |program: &&Program| program.name() == chosen.program;
            if let Some(program) = self.programs.iter().find(named) {
                ways.insert(0, (program.clone(), vec![chosen.voice.clone()]));
            }
        }
        if ways.is_empty() {
            let first = self.programs.first();
            ways.extend(first.map(|program| (program.clone(), Vec::new())));
        }
        ways
    }

    /// The voice that was chosen for a language, or for the same language elsewhere.
    pub fn chosen_for(&self, language: &str) -> Option<&VoiceName> {
        let first = |tag: &str| tag.split('-').next().map(str::to_lowercase);
        let kin = || {
            let mut chosen = self.chosen.iter();
            chosen.find(|(tag, _)| first(tag) == first(language))
        };
        let exact = self.chosen.get(language);
        exact.or_else(|| kin().map(|(_, name)| name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(ways: &[(Program, Vec<String>)]) -> Vec<&str> {
        ways.iter().map(|(program, _)| program.name()).collect()
    }

    #[test]
    fn a_language_is_spoken_by_the_first_program_that_can_or_by_the_chosen_voice() {
        let mut speech = Speech::through(vec![Program::Flite, Program::EspeakNg]);
        assert_eq!(names(&speech.ways_to_speak("en")), ["flite", "espeak-ng"]);
        assert_eq!(names(&speech.ways_to_speak("de")), ["espeak-ng"]);
        let chosen = "espeak-ng en-gb".parse().unwrap();
        speech.chosen.insert("en".to_owned(), chosen);
        let ways = speech.ways_to_speak("en-US");
        assert_eq!(names(&ways), ["espeak-ng", "flite", "espeak-ng"]);
        assert_eq!(ways[0].1, ["en-gb"]);
        assert_eq!(names(&speech.ways_to_speak("de")), ["espeak-ng"]);
    }

    #[test]
    fn a_chosen_voice_of_a_program_that_is_gone_is_passed_over() {
        let mut speech = Speech::through(vec![Program::EspeakNg]);
        let chosen = "flite rms".parse().unwrap();
        speech.chosen.insert("en".to_owned(), chosen);
        assert_eq!(names(&speech.ways_to_speak("en")), ["espeak-ng"]);
    }

    #[test]
    fn a_chosen_voice_that_is_not_there_any_more_is_reported() {
        let mut speech = Speech::through(vec![Program::Flite]);
        let gone = |speech: &Speech| speech.offer("en").gone.map(|name| name.to_string());
        assert_eq!(gone(&speech), None, "nothing was chosen");
        for (chosen, is_gone) in [
            ("flite rms", false),
            ("flite awb", true),
            ("piper /a/en_GB-alba-medium.onnx", true),
        ] {
            let name = chosen.parse().unwrap();
            speech.chosen.insert("en".to_owned(), name);
            assert_eq!(gone(&speech).is_some(), is_gone, "{chosen}");
        }
        assert_eq!(speech.offer("de").gone, None);
        let own = Program::Custom("speak {file}".parse().unwrap());
        speech.programs = vec![own];
        assert_eq!(gone(&speech), None, "a command of one's own speaks");
    }

    #[test]
    fn a_voice_is_written_with_its_program() {
        let name: VoiceName = "piper /a folder/de.onnx".parse().unwrap();
        assert_eq!(
            (name.program.as_str(), name.voice.as_str()),
            ("piper", "/a folder/de.onnx")
        );
        assert_eq!(name.to_string(), "piper /a folder/de.onnx");
        assert_eq!("slt".parse::<VoiceName>(), Err(NotAVoiceName));
        assert_eq!(" flite ".parse::<VoiceName>(), Err(NotAVoiceName));
    }
}
