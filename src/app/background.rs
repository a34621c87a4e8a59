//! A thread for what takes its time, so that drawing never waits for a disk.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use eframe::egui::{Context, TextureHandle};

use crate::contain::contained;
use crate::history::{History, TakenUp};
use crate::library::{Entry, Library, Watch};
use crate::settings::Settings;
use crate::ui::picture_cache::Wanted;
use crate::ui::redraw;
use crate::ui::routines::{Dropped, ImportOutcome};
use crate::voice::{Offer, Speech};
use crate::words::Message;

/// What became of a job.
pub(super) enum News {
    Library(Arc<Library>, Option<Watch>),
    History(History),
    /// The same, and the session that was cut off, taken up to go on with it if that still can be.
    GoOn(History, Option<Box<TakenUp>>),
    /// The file outside of the library that was opened by its path has been read again.
    OpenedFile(Box<Entry>),
    /// The file of that kind that was opened last has been read, to be opened again.
    Recent(Box<Entry>),
    /// A file was dropped on the window and has been read.
    Dropped(Box<Dropped>),
    /// What came of importing the file at this path.
    Imported(PathBuf, ImportOutcome),
    /// A picture was read; `None` if it can't be.
    Picture(Wanted, Option<TextureHandle>),
    /// These settings are written.
    Saved(Box<Settings>),
    /// Why settings could not be written.
    SettingsTrouble(Message),
    /// Why a folder could not be shown.
    FolderTrouble(Message),
    /// How texts become sound.
    Speech(Speech, Offer),
    /// Why the voice was not heard when it was tried.
    VoiceTrouble(Message),
    /// Something went wrong that the person should know of.
    Trouble(Message),
}

type Job = Box<dyn FnOnce() -> Option<News> + Send>;

/// Tells news to the window, from any thread.
#[derive(Clone)]
pub(super) struct Teller {
    outbox: Sender<News>,
    ctx: Context,
}

impl Teller {
    pub(super) fn tell(&self, news: News) {
        // Nobody hears it when the window has gone.
        let _ = self.outbox.send(news);
        redraw(&self.ctx);
    }

    /// Tells what comes of a job, also if it fails by a mistake of the program's own.
    fn tell_of(&self, job: impl FnOnce() -> Option<News>) {
        let failed = || Some(News::Trouble(Message::new("error-background")));
        if let Some(news) = contained(job).unwrap_or_else(failed) {
            self.tell(news);
        }
    }

    /// Does a job on a thread of its own, since what is kept on the disk must not wait for it.
    ///
    /// # Errors
    /// If the system has no thread to give.
    pub(super) fn start(
        self,
        job: impl FnOnce() -> Option<News> + Send + 'static,
    ) -> io::Result<()> {
        let thread = thread::Builder::new().spawn(move || self.tell_of(job));
        thread.map(drop)
    }
}

/// Does one job after another. What was handed in is done before it goes.
pub(super) struct Background {
    /// `None` once it is going.
    jobs: Option<Sender<Job>>,
    news: Receiver<News>,
    teller: Teller,
    thread: Option<JoinHandle<()>>,
}

impl Background {
    /// A window that shows `ctx` is drawn again when there is news.
    ///
    /// # Errors
    /// If the system has no thread to give.
    pub(super) fn start(ctx: &Context) -> io::Result<Self> {
        let (jobs, inbox) = mpsc::channel::<Job>();
        let (outbox, news) = mpsc::channel();
        let teller = Teller {
            outbox,
            ctx: ctx.clone(),
        };
        let told = teller.clone();
        let thread = thread::Builder::new()
            .name("background".to_owned())
            .spawn(move || {
                for job in inbox {
                    // Nothing of a job that has failed is looked at again: the next one goes on.
                    told.tell_of(job);
                }
            })?;
        Ok(Self {
            jobs: Some(jobs),
            news,
            teller,
            thread: Some(thread),
        })
    }

    /// For a thread that the window does not wait for.
    pub(super) fn teller(&self) -> Teller {
        self.teller.clone()
    }

    pub(super) fn run(&self, job: impl FnOnce() -> Option<News> + Send + 'static) {
        if let Some(jobs) = &self.jobs {
            // The thread ends only after this.
            let _ = jobs.send(Box::new(job));
        }
    }

    /// What there is to report since the last call.
    pub(super) fn news(&self) -> Vec<News> {
        self.news.try_iter().collect()
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            // There is nobody left to report to.
            let _ = thread.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_job_that_fails_is_told_and_the_next_one_is_done() {
        let background = Background::start(&Context::default()).unwrap();
        background.run(|| panic!("as a mistake in a job would"));
        background.run(|| Some(News::Speech(Speech::default(), Offer::default())));
        let next = || background.news.recv_timeout(Duration::from_secs(30));
        assert!(matches!(next(), Ok(News::Trouble(told)) if told.id == "error-background"));
        assert!(matches!(next(), Ok(News::Speech(..))));
    }

    #[test]
    fn what_fails_on_a_thread_of_its_own_is_told_too() {
        let background = Background::start(&Context::default()).unwrap();
        let started = background.teller().start(|| panic!("as a mistake would"));
        started.unwrap();
        let told = background.news.recv_timeout(Duration::from_secs(30));
        assert!(matches!(told, Ok(News::Trouble(told)) if told.id == "error-background"));
    }
}
