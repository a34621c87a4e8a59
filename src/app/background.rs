//! A thread for what takes its time, so that drawing never waits for a disk.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use eframe::egui::Context;

use crate::history::{History, Log};
use crate::library::{Library, Watch};
use crate::ui::redraw;
use crate::ui::routines::Dropped;
use crate::words::Message;

/// What became of a job.
pub(super) enum News {
    Library(Arc<Library>, Option<Watch>),
    History(Log, History),
    /// A file was dropped on the window and has been read.
    Dropped(PathBuf, Box<Dropped>),
    Imported(Result<(), Message>),
    /// Why a folder could not be shown.
    FolderTrouble(Message),
    /// Why the voice was not heard when it was tried.
    VoiceTrouble(Message),
    /// Something went wrong that the person should know of.
    Trouble(Message),
}

type Job = Box<dyn FnOnce() -> Option<News> + Send>;

/// Does one job after another. What was handed in is done before it goes.
pub(super) struct Background {
    /// `None` once it is going.
    jobs: Option<Sender<Job>>,
    news: Receiver<News>,
    outbox: Sender<News>,
    ctx: Context,
    thread: Option<JoinHandle<()>>,
}

impl Background {
    /// A window that shows `ctx` is drawn again when there is news.
    ///
    /// # Errors
    /// If the system has no thread to give.
    pub(super) fn start(ctx: &Context) -> std::io::Result<Self> {
        let (jobs, inbox) = mpsc::channel::<Job>();
        let (outbox, news) = mpsc::channel();
        let (own, ctx) = (outbox.clone(), ctx.clone());
        let kept = ctx.clone();
        let thread = thread::Builder::new()
            .name("background".to_owned())
            .spawn(move || {
                for job in inbox {
                    if let Some(news) = job() {
                        // Nobody hears it when the window has gone.
                        let _ = outbox.send(news);
                        redraw(&ctx);
                    }
                }
            })?;
        Ok(Self {
            jobs: Some(jobs),
            news,
            outbox: own,
            ctx: kept,
            thread: Some(thread),
        })
    }

    pub(super) fn run(&self, job: impl FnOnce() -> Option<News> + Send + 'static) {
        if let Some(jobs) = &self.jobs {
            // The thread ends only after this.
            let _ = jobs.send(Box::new(job));
        }
    }

    /// Tells news from another thread.
    pub(super) fn teller(&self) -> impl FnOnce(News) + Send + use<> {
        let (outbox, ctx) = (self.outbox.clone(), self.ctx.clone());
        move |news| {
            // Nobody hears it when the window has gone.
            let _ = outbox.send(news);
            redraw(&ctx);
        }
    }

    /// What there is to tell since the last call.
    pub(super) fn news(&self) -> Vec<News> {
        self.news.try_iter().collect()
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            // A job that panicked has nothing left to finish.
            let _ = thread.join();
        }
    }
}
