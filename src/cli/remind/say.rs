//! Says a line of its standard input, for the process that reminds.

use std::io::{self, BufRead as _, Read as _};
use std::sync::Arc;

use crate::cli::{Context, Failure, no_thread};
use crate::runner::Audible;
use crate::signals;
use crate::sound::Speaker;
use crate::voice::{self, Errands, Phrase};
use crate::words::Message;

/// More than is said at once, in bytes.
const LONGEST: u64 = 4 * 1024;

pub(super) fn run(context: &Context) -> Result<(), Failure> {
    let errands = Arc::<Errands>::default();
    let waited_for = Arc::clone(&errands);
    signals::on_end(move |_| {
        // The program that speaks would go on by itself.
        waited_for.call_off();
        false
    });
    let mut line = String::new();
    // What can't be read is not said.
    let _ = io::stdin().lock().take(LONGEST).read_line(&mut line);
    let nothing = || Failure::Environment(Message::new("remind-nothing-to-say"));
    let settings = &context.settings;
    let is_mute = settings.muted || settings.volume_percent == 0;
    if line.trim().is_empty() || is_mute {
        return Err(nothing());
    }
    let phrase = Phrase {
        text: line.trim().to_owned(),
        language: context.words.language().tag.to_owned(),
    };
    let speech = settings.speech(context.folders.as_ref());
    let rendered = voice::render(&speech, &phrase, &errands).map_err(Failure::Environment)?;
    let mut output = settings.output();
    // It was chosen as the form of reminders, whatever guides sessions.
    output.voice = true;
    let speaker = Speaker::new(&output).map_err(|error| no_thread(&error))?;
    speaker.say(rendered.clip);
    speaker.ring_out();
    let warning = speaker.warning();
    if warning.is_some_and(|warning| warning.leaves == Audible::Nothing) {
        return Err(nothing());
    }
    Ok(())
}
