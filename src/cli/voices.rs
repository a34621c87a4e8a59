//! Lists the speech programs found, and speaks a sample.

use super::{Context, Failure, no_thread, print};
use crate::sound::{Clip, Output, Speaker};
use crate::voice::{self, Phrase, Program, Speech};
use crate::words::{Message, Words};

pub(super) fn run(context: &Context, language: Option<&str>) -> Result<(), Failure> {
    let words = &context.words;
    let speech = Speech::of(&context.settings, context.folders.as_ref());
    let Some(program) = &speech.program else {
        let lines =
            [voice::nothing_speaks(), voice::how_to_get_a_voice()].map(|line| words.message(&line));
        super::complain(&lines.join("\n"));
        return Err(Failure::ReportedEnvironment);
    };
    let mut found = Program::installed();
    if !found.contains(program) {
        found.insert(0, program.clone());
    }
    print(table(&found, program, words))?;

    let language = language.unwrap_or(words.language().tag);
    // A language that Supple has no words of is tried with English ones.
    let sample = Words::of(language).get("voice-sample");
    let told = Message::new("voices-speaks").with("text", sample.as_str());
    print(words.message(&told) + "\n")?;
    let phrase = Phrase {
        text: sample,
        language: language.to_owned(),
    };
    let clip = voice::render(program, speech.cache.as_deref(), &phrase);
    speak(context, clip.map_err(Failure::Environment)?)
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

/// Speaks the sample to its end. What mutes a session does not mute it: it was asked for.
fn speak(context: &Context, clip: Clip) -> Result<(), Failure> {
    let output = Output {
        muted: false,
        ..Output::from(&context.settings)
    };
    let speaker = Speaker::new(&output).map_err(|error| no_thread(&error))?;
    speaker.say(clip);
    speaker.ring_out();
    speaker
        .trouble()
        .map_or(Ok(()), |trouble| Err(Failure::Environment(trouble.message)))
}
