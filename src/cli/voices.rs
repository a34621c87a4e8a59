//! Lists the speech programs found, and speaks a sample.

use super::{Context, Failure, print};
use crate::sound::{Output, Speaker};
use crate::voice::{Phrase, Program, Reader, Speech};
use crate::words::{Message, Words};

pub(super) fn run(context: &Context, language: Option<&str>) -> Result<(), Failure> {
    let words = &context.words;
    let speech = Speech::of(&context.settings, context.folders.as_ref());
    let Some(program) = &speech.program else {
        let lines = crate::voice::absence().map(|line| words.message(&line));
        super::complain(&lines.join("\n"));
        return Err(Failure::ReportedEnvironment);
    };
    let mut found = Program::installed();
    if !found.contains(program) {
        found.insert(0, program.clone());
    }
    print(table(&found, program, words))?;

    let language = language.unwrap_or(words.language().tag);
    let sample = Words::of(language).get("voice-sample");
    let told = Message::new("voices-speaks").with("text", sample.as_str());
    print(words.message(&told) + "\n")?;
    speak(context, &speech, sample, language)
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
fn speak(context: &Context, speech: &Speech, text: String, language: &str) -> Result<(), Failure> {
    let phrase = Phrase {
        text,
        language: language.to_owned(),
    };
    let no_thread = |reason: String| {
        Failure::Environment(Message::new("error-no-thread").with("reason", reason))
    };
    let reader = Reader::start(speech, vec![phrase.clone()]);
    let reader = reader.ok_or_else(|| no_thread(String::new()))?;
    reader.wait();
    let Some(clip) = reader.clip(&phrase) else {
        let why = reader.trouble().unwrap_or(Message::new("voice-none"));
        return Err(Failure::Environment(why));
    };
    let output = Output {
        muted: false,
        ..Output::from(&context.settings)
    };
    let speaker = Speaker::new(&output).map_err(|error| no_thread(error.to_string()))?;
    speaker.say(clip);
    speaker.ring_out();
    speaker
        .trouble()
        .map_or(Ok(()), |trouble| Err(Failure::Environment(trouble)))
}
