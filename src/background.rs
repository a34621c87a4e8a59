//! A thread for what takes its time, so that a thread that draws never waits for a disk.
//!
//! A feature hands in its [`Jobs`], which are done one after another, and takes in the news of what
//! came of them when it likes. Whoever owns the features is woken when there is some.

use std::io;
use std::mem;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use crate::contain::contained;
use crate::threads;
use crate::words::Message;

/// One thread for the jobs of all features. A clone is another handle to the same; the last to go
/// waits until what was handed in is done.
#[derive(Clone)]
pub struct Background {
    worker: Arc<Worker>,
    owner: Owner,
}

/// Whoever is to learn that there is something new.
#[derive(Clone)]
struct Owner {
    wake: Arc<Mutex<Arc<dyn Fn() + Send + Sync>>>,
    /// Whether a job has failed by a mistake of the program's own.
    has_failed: Arc<AtomicBool>,
}

impl Owner {
    /// That something broke off by a mistake of the program's own.
    fn learn_of_a_failure(&self) {
        self.has_failed.store(true, Ordering::Relaxed);
        self.wake();
    }

    fn wake(&self) {
        let wake = Arc::clone(&self.wake.lock().unwrap_or_else(PoisonError::into_inner));
        wake();
    }
}

type Job = Box<dyn FnOnce() + Send>;

struct Worker {
    /// `None` once it is going.
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
    /// The threads that write something for the person.
    writing: Mutex<Vec<JoinHandle<()>>>,
}

impl Background {
    /// Wakes nobody before [`wake_with`](Self::wake_with).
    ///
    /// # Errors
    /// If the system has no thread to give.
    pub fn start() -> io::Result<Self> {
        let (jobs, inbox) = mpsc::channel::<Job>();
        let owner = Owner {
            wake: Arc::new(Mutex::new(Arc::new(|| {}))),
            has_failed: Arc::default(),
        };
        let failed = owner.clone();
        let work = move || inbox.into_iter().for_each(|job| job());
        let thread = threads::start("background", work, move || failed.learn_of_a_failure())?;
        Ok(Self {
            worker: Arc::new(Worker {
                jobs: Some(jobs),
                thread: Some(thread),
                writing: Mutex::default(),
            }),
            owner,
        })
    }

    /// From here on calls `wake`, which must return at once, on any thread whenever there is news.
    pub fn wake_with(&self, wake: impl Fn() + Send + Sync + 'static) {
        let now = self.owner.wake.lock();
        *now.unwrap_or_else(PoisonError::into_inner) = Arc::new(wake);
    }

    /// Waits until all that was handed in before is done: not for a thread that draws.
    pub fn wait(&self) {
        let (done, is_done) = mpsc::channel();
        self.worker.hand_in(Box::new(move || {
            // The one who waits is there.
            let _ = done.send(());
        }));
        let _ = is_done.recv();
    }

    /// Waits until all is written that the person wants to have written: not for a thread that draws.
    pub fn finish_writing(&self) {
        let writing = self.worker.writing.lock();
        let writing = mem::take(&mut *writing.unwrap_or_else(PoisonError::into_inner));
        for thread in writing {
            // It reports a panic itself.
            let _ = thread.join();
        }
    }

    /// That a job has failed by a mistake of the program's own, if one ever has.
    pub fn warning(&self) -> Option<Message> {
        let has_failed = self.owner.has_failed.load(Ordering::Relaxed);
        has_failed.then(|| Message::new("error-background"))
    }
}

impl Worker {
    fn hand_in(&self, job: Job) {
        if let Some(jobs) = &self.jobs {
            // The thread ends only after this.
            let _ = jobs.send(job);
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            // There is nobody left to report to.
            let _ = thread.join();
        }
        let writing = self
            .writing
            .get_mut()
            .unwrap_or_else(PoisonError::into_inner);
        for thread in writing.drain(..) {
            let _ = thread.join();
        }
    }
}

/// The jobs of one feature, each of which may give news of the kind `N`.
pub struct Jobs<N> {
    background: Background,
    outbox: Outbox<N>,
    news: Receiver<N>,
}

impl<N: Send + 'static> Jobs<N> {
    pub fn on(background: &Background) -> Self {
        let (sender, news) = mpsc::channel();
        Self {
            background: background.clone(),
            outbox: Outbox {
                sender,
                owner: background.owner.clone(),
            },
            news,
        }
    }

    /// Has a job done after all that were handed in before, by whichever feature.
    pub fn run(&self, job: impl FnOnce() -> Option<N> + Send + 'static) {
        let outbox = self.outbox();
        // Nothing of a job that has failed is looked at again: the next one goes on.
        let job = Box::new(move || outbox.send_result(job));
        self.background.worker.hand_in(job);
    }

    /// Has a job done on a thread of its own, since what is kept on the disk must not wait for it.
    ///
    /// # Errors
    /// If the system has no thread to give.
    pub fn start(&self, job: impl FnOnce() -> Option<N> + Send + 'static) -> io::Result<()> {
        self.start_thread(job).map(drop)
    }

    /// The same for what the person wants to have written: the last handle that goes waits for it too.
    ///
    /// # Errors
    /// As of [`start`](Self::start).
    pub fn write(&self, job: impl FnOnce() -> Option<N> + Send + 'static) -> io::Result<()> {
        let thread = self.start_thread(job)?;
        let writing = self.background.worker.writing.lock();
        let mut writing = writing.unwrap_or_else(PoisonError::into_inner);
        writing.retain(|thread| !thread.is_finished());
        writing.push(thread);
        Ok(())
    }

    /// Whether anything that was handed in to be written is not written yet, by whichever feature.
    #[cfg(test)]
    pub(crate) fn is_writing(&self) -> bool {
        let writing = self.background.worker.writing.lock();
        let writing = writing.unwrap_or_else(PoisonError::into_inner);
        writing.iter().any(|thread| !thread.is_finished())
    }

    fn start_thread(
        &self,
        job: impl FnOnce() -> Option<N> + Send + 'static,
    ) -> io::Result<JoinHandle<()>> {
        let outbox = self.outbox();
        let failed = self.background.owner.clone();
        let work = move || outbox.send_result(job);
        threads::start("job", work, move || failed.learn_of_a_failure())
    }

    /// For a thread that goes on giving news.
    pub fn outbox(&self) -> Outbox<N> {
        self.outbox.clone()
    }

    /// The news since the last call, in the order in which they came.
    pub fn news(&self) -> Vec<N> {
        self.news.try_iter().collect()
    }
}

/// Where the news of one feature come from, on any thread.
pub struct Outbox<N> {
    sender: Sender<N>,
    owner: Owner,
}

impl<N> Outbox<N> {
    /// Does a job here and sends its news, if it gives any. That it fails by a mistake of the
    /// program's own is reported too.
    pub fn send_result(&self, job: impl FnOnce() -> Option<N>) {
        match contained(job) {
            Some(None) => return,
            Some(Some(news)) => {
                // Nobody hears it when the feature has gone.
                let _ = self.sender.send(news);
            }
            None => return self.failed(),
        }
        self.wake();
    }

    /// That the thread that gives news has broken off by a mistake of the program's own.
    pub fn failed(&self) {
        self.owner.learn_of_a_failure();
    }

    /// Has the owner look again: something has changed that it can see by itself.
    pub fn wake(&self) {
        self.owner.wake();
    }
}

impl<N> Clone for Outbox<N> {
    fn clone(&self) -> Self {
        Self {
            sender: self.sender.clone(),
            owner: self.owner.clone(),
        }
    }
}

/// That the system has no thread to give, for the person.
pub fn no_thread(error: &io::Error) -> Message {
    Message::new("error-no-thread").with("reason", error.to_string())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    /// One that counts how often its owner is woken.
    fn background() -> (Background, Receiver<()>) {
        let (wake, woken) = mpsc::channel();
        let wake = move || {
            // The test may have seen enough.
            let _ = wake.send(());
        };
        let background = Background::start().unwrap();
        background.wake_with(wake);
        (background, woken)
    }

    #[test]
    fn jobs_are_done_in_order_and_each_feature_gets_its_own_news() {
        let (background, woken) = background();
        let (words, numbers) = (Jobs::on(&background), Jobs::on(&background));
        words.run(|| Some("one"));
        numbers.run(|| Some(1));
        words.run(|| None);
        words.run(|| Some("two"));
        background.wait();
        assert_eq!(words.news(), ["one", "two"]);
        assert_eq!(numbers.news(), [1]);
        assert_eq!(words.news(), [""; 0], "news are given once");
        assert_eq!(woken.try_iter().count(), 3, "nothing new wakes nobody");
    }

    #[test]
    fn a_job_that_fails_is_reported_and_the_next_one_is_done() {
        let (background, woken) = background();
        let jobs = Jobs::on(&background);
        assert_eq!(background.warning(), None);
        jobs.run(|| panic!("as a mistake in a job would"));
        jobs.run(|| Some(()));
        background.wait();
        assert_eq!(woken.try_iter().count(), 2);
        let reported = background.warning().unwrap();
        assert_eq!(reported.id, "error-background");
        assert_eq!(jobs.news(), [()]);
    }

    #[test]
    fn what_fails_on_a_thread_of_its_own_is_reported_too() {
        let (background, woken) = background();
        let jobs = Jobs::<()>::on(&background);
        jobs.start(|| panic!("as a mistake would")).unwrap();
        woken.recv_timeout(Duration::from_secs(30)).unwrap();
        assert!(background.warning().is_some());
    }

    #[test]
    fn what_is_being_written_is_written_before_the_last_handle_goes() {
        let (background, _) = background();
        let jobs = Jobs::<()>::on(&background);
        let (go, goes) = mpsc::channel();
        let (done, is_done) = mpsc::channel();
        jobs.write(move || {
            goes.recv().unwrap();
            done.send("written").unwrap();
            None
        })
        .unwrap();
        drop(background);
        let last = std::thread::spawn(move || drop(jobs));
        go.send(()).unwrap();
        last.join().unwrap();
        assert_eq!(is_done.try_recv(), Ok("written"));
    }

    #[test]
    fn what_was_handed_in_is_done_before_the_last_handle_goes() {
        let (background, _) = background();
        let jobs = Jobs::on(&background);
        let (done, is_done) = mpsc::channel();
        for at in 0..3 {
            let done = done.clone();
            jobs.run(move || {
                std::thread::yield_now();
                done.send(at).unwrap();
                None::<()>
            });
        }
        drop(background);
        drop(jobs);
        assert_eq!(is_done.try_iter().collect::<Vec<_>>(), [0, 1, 2]);
    }
}
