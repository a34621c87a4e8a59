//! The record that is written to, and what was last read of it.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::background::{Background, Jobs, no_thread};
use crate::clock;
use crate::day::Day;
use crate::folders::Folders;
use crate::history::{
    Checkup, History, Id, Log, MoveTurn, Moved, NotMoved, Problem, ProblemKind, RecordedSession,
    TakenUp, Unfinished, device_warning, followed, move_record,
};
use crate::routine::Routine;
use crate::settings::SettingsFile;
use crate::words::Message;

/// The record: what was done, and the one way to add to it.
pub struct RecordStore {
    /// The one handle to the record, which knows what could not be written. `None` where nothing is
    /// kept.
    log: Option<Log>,
    /// With the record where it lies.
    folders: Option<Folders>,
    /// `None` until it has been read.
    history: Option<Arc<History>>,
    /// How often it has been.
    reading: u64,
    /// The session that was cut off, to be gone on with.
    taken_up: Option<Box<TakenUp>>,
    /// The session to go on with, or to leave as it is, was found to be taken up by another copy of the
    /// program.
    pub is_gone_on_elsewhere: bool,
    /// Why this machine's own id can't be kept.
    pub device_warning: Option<Message>,
    /// What the last look at all of it found.
    checkup: Option<Checkup>,
    /// What came of the last move to another folder.
    moved: Option<Result<Moved, Message>>,
    /// Whether it is being looked at, or moved.
    is_busy: bool,
    jobs: Jobs<News>,
}

enum News {
    /// All of it was looked at.
    Checked(History, Checkup),
    Moved(Result<(Box<New>, Moved), Message>),
    /// Another copy of the program has moved it.
    Followed(Box<New>),
    History(History),
    /// The same, and the session that was cut off, taken up to go on with it if that still can be.
    GoOn(History, Option<Box<TakenUp>>),
    /// The same, and whether the session that was cut off is left as it is.
    LetGo(History, bool),
}

/// The record in another folder, and what is there.
struct New {
    folders: Folders,
    log: Log,
    history: History,
}

impl New {
    fn open(folders: Folders) -> io::Result<Box<Self>> {
        let log = Log::open(&folders)?;
        let history = log.history();
        Ok(Box::new(Self {
            folders,
            log,
            history,
        }))
    }
}

impl RecordStore {
    pub(super) fn open(folders: Option<&Folders>, background: &Background) -> io::Result<Self> {
        Ok(Self {
            log: folders.map(Log::open).transpose()?,
            folders: folders.cloned(),
            history: None,
            reading: 0,
            taken_up: None,
            is_gone_on_elsewhere: false,
            device_warning: folders.and_then(|folders| device_warning(&folders.config)),
            checkup: None,
            moved: None,
            is_busy: false,
            jobs: Jobs::on(background),
        })
    }

    /// To write sessions to; `None` where nothing is kept.
    pub fn log(&self) -> Option<&Log> {
        self.log.as_ref()
    }

    /// Has the record read, with all that was handed in so far, where it lies by now.
    pub fn read(&self) {
        if let (Some(log), Some(folders)) = (self.log.clone(), self.folders.clone()) {
            self.jobs.run(move || {
                let file = folders.settings_file();
                let by_settings = || SettingsFile::load(file).settings.record_folder;
                let new = followed(&folders, by_settings).and_then(|there| {
                    // What could not be written is taken in there.
                    let _ = log.flush();
                    New::open(there).ok()
                });
                Some(new.map_or_else(|| News::History(log.history()), News::Followed))
            });
        }
    }

    /// Learns whether something was begun that takes as long as its folder wants, which may be a share that hangs.
    fn begun(&mut self, begun: io::Result<()>) {
        match begun {
            Ok(()) => self.is_busy = true,
            Err(error) => self.moved = Some(Err(no_thread(&error))),
        }
    }

    /// Has all of it looked at: see [`checkup`](Self::checkup).
    pub fn check(&mut self) {
        self.moved = None;
        if let Some(log) = self.log.clone() {
            let begun = self.jobs.start(move || {
                let (history, checkup) = log.check();
                Some(News::Checked(history, checkup))
            });
            self.begun(begun);
        }
    }

    /// What was found when all of it was last looked at.
    pub fn checkup(&self) -> Option<&Checkup> {
        self.checkup.as_ref()
    }

    /// Why its folder can't be read, as where it is not there, if the last reading found it so.
    pub fn unread(&self) -> Option<&Problem> {
        let folder = self.log.as_ref()?.folder();
        let mut problems = self.history.as_ref()?.problems.iter();
        problems.find(|it| it.path == folder && matches!(it.kind, ProblemKind::Unreadable(_)))
    }

    /// Has it moved into another folder, and kept there from then on: see [`moved`](Self::moved).
    pub fn move_to(&mut self, to: PathBuf) {
        self.moved = None;
        if let (Some(log), Some(folders)) = (self.log.clone(), self.folders.clone()) {
            // The end of the window waits for it.
            let begun = self.jobs.write(move || {
                // What could not be written goes along later.
                let _ = log.flush();
                Some(News::Moved(moved_to(folders, &to)))
            });
            self.begun(begun);
        }
    }

    /// What came of the last move.
    pub fn moved(&self) -> Option<&Result<Moved, Message>> {
        self.moved.as_ref()
    }

    /// The same, once it is known of a move that was under way.
    pub fn take_moved(&mut self) -> Option<Result<Moved, Message>> {
        self.moved.take()
    }

    /// Whether it is being looked at or moved.
    pub fn is_busy(&self) -> bool {
        self.is_busy
    }

    /// Forgets what the last look and the last move came to.
    pub fn forget_looks(&mut self) {
        self.checkup = None;
        self.moved = None;
    }

    /// Has a session taken up that was cut off, to go on with it: another copy of the program may
    /// have gone on with it, or let it go. What comes of it is in [`taken_up`](Self::taken_up) or
    /// [`is_gone_on_elsewhere`](Self::is_gone_on_elsewhere).
    pub fn take_up(&self, session: Id) {
        if let Some(log) = self.log.clone() {
            self.jobs.run(move || {
                let taken_up = log.take_up(session, &clock::here());
                Some(News::GoOn(log.history(), taken_up.map(Box::new)))
            });
        }
    }

    /// The session that was taken up, once.
    pub fn taken_up(&mut self) -> Option<Box<TakenUp>> {
        self.taken_up.take()
    }

    /// Leaves a session that was cut off as it is, unless another copy of the program is going on with
    /// it: see [`is_gone_on_elsewhere`](Self::is_gone_on_elsewhere).
    pub fn let_go(&self, session: Id) {
        if let Some(log) = self.log.clone() {
            self.jobs.run(move || {
                let is_let_go = log.close(session);
                Some(News::LetGo(log.history(), is_let_go))
            });
        }
    }

    /// Takes in what came from the background. Once the record lies in another folder it calls `moved` with that,
    /// as the settings have it.
    pub(super) fn take_news(&mut self, mut moved: impl FnMut(Option<PathBuf>)) {
        for news in self.jobs.news() {
            self.reading += 1;
            match news {
                News::Checked(history, checkup) => {
                    self.history = Some(Arc::new(history));
                    self.checkup = Some(checkup);
                    self.is_busy = false;
                }
                News::Moved(result) => {
                    self.is_busy = false;
                    self.moved = Some(result.map(|(new, it)| {
                        moved(self.go_on_in(*new));
                        it
                    }));
                }
                News::Followed(new) => moved(self.go_on_in(*new)),
                News::History(history) => self.history = Some(Arc::new(history)),
                News::LetGo(history, is_let_go) => {
                    self.history = Some(Arc::new(history));
                    self.is_gone_on_elsewhere = !is_let_go;
                }
                News::GoOn(history, taken_up) => {
                    self.history = Some(Arc::new(history));
                    // If it was asked for twice, only the first could take it up.
                    if self.taken_up.is_none() {
                        self.is_gone_on_elsewhere = taken_up.is_none();
                        self.taken_up = taken_up;
                    }
                }
            }
        }
    }

    /// Gives what the settings have of it.
    fn go_on_in(&mut self, new: New) -> Option<PathBuf> {
        let New {
            folders,
            log,
            history,
        } = new;
        self.checkup = None;
        // The last handle waits for the disk.
        let old = self.log.replace(log);
        self.jobs.run(move || {
            drop(old);
            None
        });
        self.history = Some(Arc::new(history));
        let chosen = folders.record.clone();
        self.folders = Some(folders);
        chosen
    }

    /// What was done, as last read; `None` until it has been.
    pub fn history(&self) -> Option<&Arc<History>> {
        self.history.as_ref()
    }

    /// Another number each time that it is read.
    pub fn reading(&self) -> u64 {
        self.reading
    }

    pub fn session(&self, id: Id) -> Option<&RecordedSession> {
        let mut sessions = self.history.iter().flat_map(|history| &history.sessions);
        let session = sessions.find(|session| session.id == id);
        session.map(|session| &**session)
    }

    /// The session of this machine that was cut off, if it is not too late to go on with it.
    pub fn unfinished(&self) -> Option<Unfinished> {
        let device = self.log.as_ref()?.device();
        self.history.as_ref()?.unfinished(device, &clock::here())
    }

    /// Whether the person may go on with this session of a routine as things stand.
    pub fn can_go_on(&self, unfinished: &Unfinished, routine: &Routine) -> bool {
        unfinished.can_go_on(routine, &self.day(Some(unfinished.session)))
    }

    /// What is on record of today; nothing while the record has not been read. `unfinished` is the
    /// session that the person can still go on with, if there is one.
    pub fn day(&self, unfinished: Option<Id>) -> Day {
        let now = clock::here();
        let day = match &self.history {
            Some(history) => history.day(&now, unfinished),
            None => Day::new(now.date()),
        };
        day.with_first_weekday(clock::first_weekday())
    }

    /// Has the lines that could not be written put elsewhere; says where, if there are any. Waits for the
    /// disk: for the end of the program.
    pub fn save_in_fallback(&self) -> Option<Message> {
        self.log.as_ref()?.save_in_fallback().err()
    }

    /// What is wrong with what is written to it and read of it.
    pub(super) fn warnings(&self) -> impl Iterator<Item = Message> {
        let gone_on = self.is_gone_on_elsewhere;
        let gone_on = gone_on.then(|| Message::new("guide-gone-on-elsewhere"));
        let record = self.log.as_ref().and_then(Log::warning);
        record.into_iter().chain(gone_on)
    }
}

/// Moves the record of these folders, and keeps in the settings where it lies.
fn moved_to(folders: Folders, to: &Path) -> Result<(Box<New>, Moved), Message> {
    let turn = MoveTurn::take(&folders).map_err(NotMoved::message)?;
    let mut loaded = SettingsFile::load(folders.settings_file());
    // Of settings that can't be read it is not known; they can't be kept either.
    let is_known = !loaded.file.is_broken();
    if is_known && loaded.settings.record_folder != folders.record {
        return Err(Message::new("record-move-meanwhile"));
    }
    let keep = |chosen: Option<&Path>| loaded.keep_record_in(chosen);
    let moved = move_record(&turn, &folders, to, keep).map_err(NotMoved::message)?;
    let there = Folders {
        record: moved.chosen.clone(),
        ..folders
    };
    let new = New::open(there).map_err(|error| no_thread(&error))?;
    Ok((new, moved))
}
