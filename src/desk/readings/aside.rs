//! Asking something that may hang.

use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Instant;

use crate::threads;

/// A thread that looks at something when it is asked to, and that nobody has to wait for.
pub(super) struct Aside<A> {
    questions: Sender<u64>,
    answers: Receiver<(u64, A)>,
    /// The number of the last question.
    asked: u64,
    answered: u64,
}

impl<A: Send + 'static> Aside<A> {
    /// `None` if the system has no thread to give.
    pub(super) fn start(name: &str, mut look: impl FnMut() -> A + Send + 'static) -> Option<Self> {
        let (questions, inbox) = mpsc::channel();
        let (outbox, answers) = mpsc::channel();
        let work = move || {
            for question in inbox {
                if outbox.send((question, look())).is_err() {
                    return;
                }
            }
        };
        // Whoever waits for it learns that it is gone.
        threads::start(name, work, || {}).ok()?;
        Some(Self {
            questions,
            answers,
            asked: 0,
            answered: 0,
        })
    }

    /// Asks, unless it is still busy with the last question.
    pub(super) fn ask(&mut self) {
        while let Ok((answered, _)) = self.answers.try_recv() {
            self.answered = answered;
        }
        if self.answered == self.asked {
            self.asked += 1;
            // Nobody hears it once it has broken off.
            let _ = self.questions.send(self.asked);
        }
    }

    /// The answer to the last question, if it comes until then.
    pub(super) fn answer(&mut self, until: Instant) -> Option<A> {
        if self.answered == self.asked {
            return None;
        }
        let left = until.saturating_duration_since(Instant::now());
        let (answered, answer) = self.answers.recv_timeout(left).ok()?;
        self.answered = answered;
        Some(answer)
    }
}
