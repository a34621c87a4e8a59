//! The disk, read and written on a thread of its own: a share that hangs holds up that thread and nothing else.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use jiff::Zoned;

use super::known::{Disk, Found};
use super::request::News;
use crate::reminder::Kept;
use crate::threads;

/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_millis(500);

/// A disk that nobody waits for longer than a moment.
pub(super) struct Reader {
    questions: Sender<Question>,
    answers: Receiver<Found>,
    /// Whether a look has no answer yet.
    is_asked: bool,
    /// Whether nobody waits for that answer any more.
    is_given_up: Arc<AtomicBool>,
}

enum Question {
    Look(Zoned),
    Keep(Kept),
    /// For whoever waits until all before it is done.
    Settle(Sender<()>),
}

impl Reader {
    /// Reads this disk. Once one answers that did not, news of that come.
    ///
    /// # Errors
    /// The system has no thread to give.
    pub(super) fn start<D: Disk + Send + 'static>(disk: D, news: Sender<News>) -> io::Result<Self> {
        let (questions, inbox) = mpsc::channel();
        let (outbox, answers) = mpsc::channel();
        let is_given_up = Arc::<AtomicBool>::default();
        let flag = Arc::clone(&is_given_up);
        let work = move || answer(disk, &inbox, &outbox, &flag, &news);
        // Where it breaks off what was read last counts on.
        threads::start("disk", work, || {})?;
        Ok(Self {
            questions,
            answers,
            is_asked: false,
            is_given_up,
        })
    }

    fn ask(&self, question: Question) {
        // Nobody hears it once it has broken off.
        let _ = self.questions.send(question);
    }
}

fn answer(
    mut disk: impl Disk,
    inbox: &Receiver<Question>,
    outbox: &Sender<Found>,
    is_given_up: &AtomicBool,
    news: &Sender<News>,
) {
    for question in inbox {
        match question {
            Question::Look(here) => {
                let Some(found) = disk.look(&here) else {
                    continue;
                };
                let heard = outbox.send(found).is_ok();
                if is_given_up.swap(false, Ordering::SeqCst) {
                    let _ = news.send(News::DiskAnswers);
                }
                if !heard {
                    return;
                }
            }
            Question::Keep(kept) => disk.keep(kept),
            // Whoever waited may have gone.
            Question::Settle(waits) => _ = waits.send(()),
        }
    }
}

impl Disk for Reader {
    fn look(&mut self, here: &Zoned) -> Option<Found> {
        let patience = if self.is_asked {
            Duration::ZERO
        } else {
            self.ask(Question::Look(here.clone()));
            self.is_asked = true;
            PATIENCE
        };
        let found = self.answers.recv_timeout(patience).ok().or_else(|| {
            self.is_given_up.store(true, Ordering::SeqCst);
            // It may have come just before.
            self.answers.try_recv().ok()
        });
        self.is_asked = found.is_none();
        found
    }

    fn keep(&mut self, kept: Kept) {
        self.ask(Question::Keep(kept));
    }

    fn settle(&mut self) {
        let (waits, done) = mpsc::channel();
        self.ask(Question::Settle(waits));
        let _ = done.recv_timeout(PATIENCE);
    }
}
