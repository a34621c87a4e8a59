//! The forms that need more than this process has: each is a copy of the program, and gone with what it shows.

use std::io::{self, Read as _};
use std::process::{Child, Stdio};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use wait_timeout::ChildExt as _;

use crate::desk::call::Call;
use crate::desk::program;
use crate::desk::request::News;
use crate::desk::said::Said;
use crate::reminder::Answer;
use crate::threads;

/// A copy of the program that ends with this.
struct Copy(Arc<Mutex<Child>>);

impl Copy {
    /// Calls `ended` on a thread of its own once it has ended, with what it wrote and whether it ended well.
    fn start(
        child: Child,
        ended: impl FnOnce(&str, bool) -> Option<News> + Send + 'static,
        news: Sender<News>,
        number: u64,
    ) -> io::Result<Self> {
        /// A word.
        const LONGEST: u64 = 100;
        /// It has closed its output, and ends.
        const MOMENT: Duration = Duration::from_millis(50);
        let child = Arc::new(Mutex::new(child));
        let own = Arc::clone(&child);
        let output = lock(&child).stdout.take();
        let broken_off = news.clone();
        let wait = move || {
            let mut said = String::new();
            if let Some(output) = output {
                let mut output = output.take(LONGEST);
                // What can't be read is no word.
                let _ = output.read_to_string(&mut said);
                // One that says more is heard out.
                let _ = io::copy(&mut output.into_inner(), &mut io::sink());
            }
            let went_well = loop {
                // In between whoever takes it away can end it.
                match lock(&own).wait_timeout(MOMENT) {
                    Ok(None) => {}
                    ended => break matches!(ended, Ok(Some(status)) if status.success()),
                }
            };
            if let Some(it) = ended(said.trim(), went_well) {
                // The process may be at its end.
                let _ = news.send(it);
            }
        };
        let failed = move || drop(broken_off.send(News::NotShown(number)));
        let kept = Self(child);
        threads::start("reminder on show", wait, failed)?;
        Ok(kept)
    }
}

fn lock(child: &Mutex<Child>) -> std::sync::MutexGuard<'_, Child> {
    child.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Drop for Copy {
    fn drop(&mut self) {
        let mut child = lock(&self.0);
        // It may have ended by itself.
        let _ = child.kill();
        // Where nobody waits for it this does.
        let _ = child.wait();
    }
}

/// The small window.
pub(super) struct Window {
    _copy: Copy,
}

impl Window {
    pub(super) fn open(call: &Call, number: u64, news: &Sender<News>) -> io::Result<Self> {
        let mut command = program::of(&["remind", "--show"])?;
        command.stdout(Stdio::piped());
        let child = program::reading(command, &serde_json::to_string(call)?)?;
        let ended = move |word: &str, _: bool| {
            Some(match Answer::named(word) {
                Some(answer) => News::Answered(number, answer),
                None => News::NotShown(number),
            })
        };
        let copy = Copy::start(child, ended, news.clone(), number)?;
        Ok(Self { _copy: copy })
    }
}

/// The voice.
pub(super) struct Spoken {
    _copy: Copy,
}

impl Spoken {
    pub(super) fn begin(said: &Said, number: u64, news: &Sender<News>) -> io::Result<Self> {
        let mut command = program::of(&["remind", "--say"])?;
        command.stdout(Stdio::piped());
        let line = format!("{}. {}", said.title, said.text).replace('\n', " ");
        let child = program::reading(command, &line)?;
        // What was said stays, as a window would: it is answered, or goes by itself.
        let ended = move |_: &str, went_well: bool| {
            Some(if went_well {
                News::Spoken(number)
            } else {
                News::NotShown(number)
            })
        };
        let copy = Copy::start(child, ended, news.clone(), number)?;
        Ok(Self { _copy: copy })
    }
}
