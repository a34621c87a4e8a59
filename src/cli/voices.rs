//! Lists the speech programs found, and speaks a sample.

use std::sync::Arc;

use unic_langid::{LanguageIdentifier, LanguageIdentifierError};

use super::{Context, Failure, no_thread, print};
use crate::runner::Audible;
use crate::settings::Settings;
use crate::signals;
use crate::sound::{Clip, Output, Speaker, Volume};
use crate::voice::{self, Errands, Phrase, Program};
use crate::words::{Message, Words};

/// Reads an argument that is the tag of a language.
pub(super) fn language(text: &str) -> Result<String, LanguageIdentifierError> {
    text.parse::<LanguageIdentifier>().map(|_| text.to_owned())
}

pub(super) fn run(context: &Context, language: Option<&str>) -> Result<(), Failure> {
    let errands = Arc::<Errands>::default();
    let waited_for = Arc::clone(&errands);
    signals::on_end(move |_| {
        // The programs that speak, or list their voices, would go on by themselves.
        voice::call_off_questions();
        waited_for.call_off();
        false
    });
    context.tell(&context.settings_notes);
    let words = &context.words;
    let speech = context.settings.speech(context.folders.as_ref());
    let language = language.unwrap_or(words.language().tag);
    let Some(program) = &speech.program_for(language) else {
        let lines =
            [voice::nothing_speaks(), voice::how_to_get_a_voice()].map(|line| words.message(&line));
        super::complain(&lines.join("\n"));
        return Err(Failure::ReportedEnvironment);
    };
    // A language that Supple has no words of is tried with English ones.
    let sample = Words::of(language).get("voice-sample");
    let reported = Message::new("voices-speaks").with("text", sample.as_str());
    let phrase = Phrase {
        text: sample,
        language: language.to_owned(),
    };
    let rendered = voice::render(&speech, &phrase, &errands);
    // The first may fail where the next one speaks.
    let used = rendered
        .as_ref()
        .map_or(program, |rendered| &rendered.program);
    let mut found = Program::installed();
    if !found.contains(used) {
        found.insert(0, used.clone());
    }
    print(table(&found, used, words))?;
    let gone = speech.offer(language).gone;
    context.tell(gone.map(|gone| gone.is_gone()).as_slice());
    if let Some(how) = voice::how_to_get_a_pleasant_voice(used, language) {
        print(words.message(&how) + "\n")?;
    }
    let rendered = rendered.map_err(Failure::Environment)?;
    context.tell(rendered.passed_over.as_slice());
    print(words.message(&reported) + "\n")?;
    speak(context, rendered.clip)
}

/// A line for each program; the one that Supple speaks through is marked.
fn table(found: &[Program], used: &Program, words: &Words) -> String {
    let line = |program: &Program| {
        let what = Message::new("voices-program")
            .with("program", program.name())
            .with("languages", program.languages().len());
        let line = if program == used {
            Message::new("voices-used").with("what", what)
        } else {
            what
        };
        words.message(&line) + "\n"
    };
    found.iter().map(line).collect()
}

/// Speaks the sample to its end.
fn speak(context: &Context, clip: Clip) -> Result<(), Failure> {
    let speaker = Speaker::new(&output(&context.settings)).map_err(|error| no_thread(&error))?;
    speaker.say(clip);
    speaker.ring_out();
    match speaker.warning() {
        Some(warning) if warning.leaves == Audible::Nothing => {
            Err(Failure::Environment(not_heard()))
        }
        warning => {
            context.tell(warning.map(|warning| warning.message).as_slice());
            Ok(())
        }
    }
}

/// Why the sample was not heard: no device plays it. A session would go on and try again, and says
/// so; this command does not.
fn not_heard() -> Message {
    Message::new("voices-no-device")
}

/// How the sample is played. What mutes a session does not mute it: it was asked for.
fn output(settings: &Settings) -> Output {
    let percent = match settings.volume_percent {
        0 => Settings::default().volume_percent,
        chosen => chosen,
    };
    Output {
        volume: Volume::percent(percent),
        muted: false,
        ..settings.output()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_that_is_not_heard_promises_no_other_try() {
        for language in ["en", "de"] {
            let reported = Words::of(language).message(&not_heard());
            for promise in [
                "every few seconds",
                "alle paar Sekunden",
                "voices-no-device",
            ] {
                assert!(!reported.contains(promise), "{reported}");
            }
        }
    }

    #[test]
    fn what_mutes_a_session_does_not_mute_the_sample() {
        for (muted, chosen, heard_at) in [(false, 30, 30), (true, 30, 30), (false, 0, 80)] {
            let settings = Settings {
                muted,
                volume_percent: chosen,
                ..Settings::default()
            };
            let output = output(&settings);
            assert!(!output.muted);
            assert_eq!(output.volume, Volume::percent(heard_at));
        }
    }
}
