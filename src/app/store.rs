//! What is kept on the disk, as it was last read, and what is to be written.

use std::fs;
use std::io;
use std::mem;
use std::path::{self, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use eframe::egui::{ColorImage, Context, TextureHandle, TextureOptions};

use super::background::{Background, News};
use super::dropped::{self, DroppedFiles};
use super::opened_file::Watcher;
use super::words;
use crate::clock;
use crate::contain::contained;
use crate::day::Day;
use crate::disk;
use crate::folders::{self, Folders};
use crate::history::{History, Log, Session, TakenUp, Unfinished, device_trouble};
use crate::library::{self, Consent, Entry, Found, Library, Note, Origin, Watch, read_own};
use crate::routine::Routine;
use crate::settings::{Settings, SettingsFile};
use crate::sound::Speaker;
use crate::ui::picture_cache::{PictureCache, Wanted};
use crate::ui::routines::ImportOutcome;
use crate::ui::{redraw, today};
use crate::voice::{self, Errands, Offer, Phrase, Speech};
use crate::words::{Language, Message};

pub(super) struct Store {
    /// `None` on a machine without a home folder: then nothing is kept.
    pub(super) folders: Option<Folders>,
    pub(super) settings: Settings,
    /// As last handed in to be written. What fails is tried again with the next choice, and at the end.
    handed_in: Settings,
    /// As they are known to be written.
    saved: Settings,
    file: Option<Arc<Mutex<SettingsFile>>>,
    library: Option<Arc<Library>>,
    /// Keeps the library up to date.
    watch: Option<Watch>,
    /// The shipped routine that the window was opened on, until the library has been read.
    early: Option<Entry>,
    /// The person's own file that the window was opened on, as last read.
    pub(super) opened_file: Option<Entry>,
    /// Keeps it up to date.
    watcher: Option<Watcher>,
    /// Whether it has just been opened again.
    is_back: bool,
    /// Why the file that was opened last can't be opened again.
    pub(super) recent_trouble: Option<Message>,
    /// The one handle to the record, which knows what could not be written. `None` without folders.
    log: Option<Log>,
    /// `None` until it has been read.
    pub(super) history: Option<History>,
    pub(super) dropped: DroppedFiles,
    /// The pictures that routines bring.
    pub(super) pictures: PictureCache,
    /// The routines when its pictures were last tried.
    entries_in_cache: Arc<[Entry]>,
    /// Whether one of them is being read.
    reads_picture: bool,
    /// What is wrong and concerns the whole app.
    troubles: Vec<Message>,
    /// What is wrong with the settings file as it was read, until it is written.
    settings_notes: Vec<Message>,
    /// Why the settings could not be written when this was last tried.
    settings_trouble: Option<Message>,
    /// The session to go on with was found to be taken up by another copy of the program.
    pub(super) is_gone_on_elsewhere: bool,
    /// Why a folder could not be opened.
    pub(super) folder_trouble: Option<Message>,
    /// How texts become sound, as last looked for.
    pub(super) speech: Speech,
    /// What speaks the language of the window, and what else could.
    pub(super) voices: Offer,
    /// Why the voice was not heard when it was tried.
    pub(super) voice_trouble: Option<Message>,
    /// The programs that the voice is tried with.
    trials: Arc<Errands>,
    ctx: Context,
    background: Background,
}

impl Store {
    /// Reads the settings, which the first picture needs, and lets the rest be read meanwhile. The
    /// record is opened, which takes a short file to be read: what is written goes through one handle.
    ///
    /// # Errors
    /// If the system has no thread to give.
    pub(super) fn open(folders: Option<Folders>, ctx: &Context) -> std::io::Result<Self> {
        let background = Background::start(ctx)?;
        let log = folders.as_ref().map(Log::open).transpose()?;
        let unkept = folders
            .as_ref()
            .and_then(|folders| device_trouble(&folders.config));
        let loaded = folders
            .as_ref()
            .map(|folders| SettingsFile::load(folders.settings_file()));
        let (file, settings, settings_notes) = match loaded {
            Some(loaded) => (Some(loaded.file), loaded.settings, loaded.notes),
            None => (
                None,
                Settings::default(),
                vec![Message::new("settings-no-home")],
            ),
        };
        // The question before a session may come first, and the voice gets ready meanwhile.
        let speech = settings.speech(folders.as_ref());
        // Which of the programs speaks the language is asked when it is shown.
        let voices = Offer {
            program: speech.programs.first().cloned(),
            voices: Vec::new(),
        };
        let store = Self {
            handed_in: settings.clone(),
            saved: settings.clone(),
            settings,
            file: file.map(|file| Arc::new(Mutex::new(file))),
            library: None,
            watch: None,
            early: None,
            opened_file: None,
            watcher: None,
            is_back: false,
            recent_trouble: None,
            log,
            history: None,
            dropped: DroppedFiles::default(),
            pictures: PictureCache::default(),
            entries_in_cache: Arc::from([]),
            reads_picture: false,
            troubles: unkept.into_iter().collect(),
            settings_notes,
            settings_trouble: None,
            is_gone_on_elsewhere: false,
            folder_trouble: None,
            speech,
            voices,
            voice_trouble: None,
            trials: Arc::default(),
            ctx: ctx.clone(),
            background,
            folders,
        };
        store.read_history();
        Ok(store)
    }

    /// Reads the library, with the routines that are shipped in that language.
    pub(super) fn read_library(&self, language: &'static Language) {
        let folder = self.folders.as_ref().map(Folders::routines);
        let ctx = self.ctx.clone();
        self.background.run(move || {
            let library = Arc::new(Library::open(folder, language));
            // Without a watch the library stays as it is, which is better than none.
            let watch = Watch::start(&library, move || redraw(&ctx)).ok();
            Some(News::Library(library, watch))
        });
    }

    /// Reads the record, with all that was handed in so far.
    pub(super) fn read_history(&self) {
        if let Some(log) = self.log.clone() {
            self.background
                .run(move || Some(News::History(log.history())));
        }
    }

    /// Takes up the session that was cut off, to go on with it: another copy of the program may have
    /// gone on with it, or let it go.
    pub(super) fn take_up(&self) {
        if let Some((unfinished, ..)) = self.unfinished()
            && let Some(log) = self.log.clone()
        {
            self.background.run(move || {
                let taken_up = log.take_up(unfinished.session, &clock::here());
                Some(News::GoOn(log.history(), taken_up.map(Box::new)))
            });
        }
    }

    /// Takes in what came from the background since the last call; gives the session that was cut off
    /// when it has been taken up.
    pub(super) fn take_news(&mut self) -> Option<Box<TakenUp>> {
        let mut taken_up = None;
        for news in self.background.news() {
            match news {
                News::Library(library, watch) => {
                    self.library = Some(library);
                    self.watch = watch;
                    self.early = None;
                }
                News::History(history) => self.history = Some(history),
                News::GoOn(history, session) => {
                    self.history = Some(history);
                    if taken_up.is_none() {
                        self.is_gone_on_elsewhere = session.is_none();
                        taken_up = session;
                    }
                }
                News::OpenedFile(opened_file) => self.opened_file = Some(*opened_file),
                News::Recent(entry) => self.take_recent(*entry),
                News::Dropped(dropped) => self.dropped.take(*dropped),
                News::Imported(path, outcome) => {
                    if matches!(outcome, ImportOutcome::Kept(_)) && self.recent() == Some(&path) {
                        self.forget_recent();
                    }
                    self.dropped.take_imported(&path, outcome);
                }
                News::Picture(wanted, texture) => {
                    self.reads_picture = false;
                    self.pictures.put(&wanted, texture);
                }
                News::Saved(settings) => {
                    self.saved = *settings;
                    self.settings_trouble = None;
                    self.settings_notes.clear();
                }
                News::SettingsTrouble(trouble) => self.settings_trouble = Some(trouble),
                News::FolderTrouble(trouble) => self.folder_trouble = Some(trouble),
                News::Speech(mut speech, offer) => {
                    // Some of it may have been chosen meanwhile.
                    self.settings.tune(&mut speech);
                    (self.speech, self.voices) = (speech, offer);
                }
                News::VoiceTrouble(trouble) => self.voice_trouble = Some(trouble),
                News::Trouble(trouble) => self.complain(trouble),
            }
        }
        taken_up
    }

    /// What is on record of today; nothing while the record has not been read.
    pub(super) fn day(&self) -> Day {
        let now = clock::here();
        let Some(history) = &self.history else {
            return Day::new(now.date());
        };
        let unfinished = self.unfinished();
        history.day(&now, unfinished.map(|(unfinished, ..)| unfinished.session))
    }

    /// The record to write a session to; `None` on a machine without a home folder.
    pub(super) fn log(&self) -> Option<&Log> {
        self.log.as_ref()
    }

    /// Shows the person what is wrong, once.
    pub(super) fn complain(&mut self, trouble: Message) {
        if !self.troubles.contains(&trouble) {
            self.troubles.push(trouble);
        }
    }

    /// What is wrong and concerns the whole app, each once.
    pub(super) fn troubles(&self) -> Vec<Message> {
        let settings = self.settings_trouble.as_ref();
        let settings = settings.filter(|trouble| !self.settings_notes.contains(trouble));
        let told = self.settings_notes.iter().chain(settings);
        let told = told.chain(&self.troubles).cloned();
        let record = self.log.as_ref().and_then(Log::trouble);
        let gone_on = self.is_gone_on_elsewhere;
        let gone_on = gone_on.then(|| Message::new("guide-gone-on-elsewhere"));
        let told = told.chain(self.library_trouble()).chain(record);
        told.chain(gone_on).collect()
    }

    /// Has what the record could not take put elsewhere; says where, if there is any.
    pub(super) fn save_record_in_fallback(&self) -> Option<Message> {
        self.log.as_ref()?.save_in_fallback().err()
    }

    /// The routines; none while they have not been read.
    pub(super) fn entries(&self) -> Arc<[Entry]> {
        self.library
            .as_ref()
            .map_or_else(|| Arc::from([]), |library| library.entries())
    }

    /// Why the person's own routines can't be read, if they can't.
    pub(super) fn library_trouble(&self) -> Option<Message> {
        self.library.as_ref()?.trouble()
    }

    /// The routine of that id in the library.
    pub(super) fn find(&self, id: &str) -> Option<Entry> {
        let has_id = |entry: &&Entry| entry.routine.as_ref().is_some_and(|it| it.id == id);
        let early = self.early.as_ref().filter(has_id);
        self.entries().iter().find(has_id).or(early).cloned()
    }

    /// Takes up what the window is opened on; returns whether it is a file of the person's
    /// own: the library may have another of the same id.
    pub(super) fn open_on(&mut self, found: Found) -> bool {
        let entry = Entry::from(found);
        let Origin::Own(path) = &entry.origin else {
            self.early = Some(entry);
            return false;
        };
        // A path that is no text can't be kept among the settings.
        if self.can_keep(&entry).is_some()
            && let Ok(path) = path::absolute(path)
            && let Some(path) = path.to_str()
        {
            self.settings.recent_file = Some(path.to_owned());
        }
        self.receive(entry);
        true
    }

    /// Keeps a file that the window is opened on up to date.
    fn receive(&mut self, opened_file: Entry) {
        if let Origin::Own(path) = &opened_file.origin {
            let last = opened_file.routine.clone();
            match Watcher::start(path.clone(), last, self.background.teller()) {
                Ok(watcher) => self.watcher = Some(watcher),
                Err(error) => self.complain(no_thread(&error)),
            }
        }
        self.opened_file = Some(opened_file);
    }

    /// Where the file of an entry lies, if it is outside of the person's library and can be copied
    /// into it.
    pub(super) fn can_keep<'a>(&self, entry: &'a Entry) -> Option<&'a Path> {
        let Origin::Own(path) = &entry.origin else {
            return None;
        };
        let library = self.folders.as_ref()?.routines();
        let folder = |path: &Path| fs::canonicalize(path.parent()?).ok();
        let is_inside = folder(path).is_some_and(|its| Some(its) == fs::canonicalize(library).ok());
        (!is_inside).then_some(path)
    }

    /// The file outside of the library that was opened by its path last.
    pub(super) fn recent(&self) -> Option<&Path> {
        self.settings.recent_file.as_deref().map(Path::new)
    }

    /// Has that file read, to be opened again.
    pub(super) fn open_recent(&mut self) {
        self.recent_trouble = None;
        if let Some(path) = self.recent().map(Path::to_owned) {
            self.background.run(move || {
                let entry = read_own(path, None, clock::today());
                Some(News::Recent(Box::new(entry)))
            });
        }
    }

    /// Offers it no longer.
    pub(super) fn forget_recent(&mut self) {
        self.settings.recent_file = None;
        self.recent_trouble = None;
    }

    fn take_recent(&mut self, entry: Entry) {
        if entry.routine.is_some() {
            self.receive(entry);
            self.is_back = true;
        } else {
            let why = entry.notes.first().map(Note::message);
            self.recent_trouble =
                Some(why.unwrap_or_else(|| Message::new("routines-recent-mistakes")));
        }
    }

    /// Whether that file has been opened again since this was last asked.
    pub(super) fn take_is_back(&mut self) -> bool {
        mem::take(&mut self.is_back)
    }

    /// Has the file of the open page copied into the person's library; what comes of it is told like
    /// that of a file that was dropped.
    pub(super) fn keep(&mut self, path: PathBuf) {
        self.check_dropped(vec![path.clone()]);
        self.import_dropped(path, Consent::Needed);
    }

    /// The session that was cut off, with its routine and the folder of its file, if it can be gone
    /// on with: the file must be the same, or its steps may be others.
    pub(super) fn unfinished(&self) -> Option<(Unfinished, Arc<Routine>, Option<PathBuf>)> {
        let device = self.log.as_ref()?.device();
        let unfinished = self.history.as_ref()?.unfinished(device, &clock::here())?;
        let (routine, folder) = self.routine_of(&unfinished)?;
        Some((unfinished, routine, folder))
    }

    /// The routine of a session that was cut off, and the folder of its file, if the file is the same.
    pub(super) fn routine_of(
        &self,
        unfinished: &Unfinished,
    ) -> Option<(Arc<Routine>, Option<PathBuf>)> {
        let known = self.find(&unfinished.routine.id);
        let is_it = |routine: &Arc<Routine>| unfinished.is_of(routine);
        let mut entries = known.iter().chain(&self.opened_file);
        let entry = entries.find(|entry| entry.routine.as_ref().is_some_and(is_it))?;
        let routine = Arc::clone(entry.routine.as_ref()?);
        Some((routine, entry.folder().map(Path::to_owned)))
    }

    /// How far a session that was cut off had come.
    pub(super) fn progress<'a>(
        &self,
        unfinished: &Unfinished,
        title: &'a str,
    ) -> today::Unfinished<'a> {
        let mut sessions = self.history.iter().flat_map(|history| &history.sessions);
        let session = sessions.find(|session| session.id == unfinished.session);
        let tally = session.map(Session::tally).unwrap_or_default();
        today::Unfinished { title, tally }
    }

    /// Leaves a session that was cut off as it is.
    pub(super) fn let_go(&self, unfinished: &Unfinished) {
        if let Some(log) = &self.log {
            log.close(unfinished.session);
            self.read_history();
        }
    }

    /// Has the settings written if they have changed since this was last asked for.
    pub(super) fn save_settings(&mut self) {
        if self.settings != self.handed_in {
            self.write_settings();
        }
    }

    /// Has the settings written if they are not known to be, for the end of the program.
    pub(super) fn save_settings_at_last(&mut self) {
        if self.settings != self.saved {
            self.write_settings();
        }
    }

    fn write_settings(&mut self) {
        let Some(file) = self.file.clone() else {
            return;
        };
        self.handed_in = self.settings.clone();
        let settings = self.settings.clone();
        self.background.run(move || {
            let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
            Some(match file.save(&settings) {
                Ok(()) => News::Saved(Box::new(settings)),
                Err(trouble) => News::SettingsTrouble(trouble),
            })
        });
    }

    /// Has a folder shown by the system, made if it is not there yet.
    pub(super) fn open_folder(&mut self, folder: PathBuf) {
        self.folder_trouble = None;
        let opening = self.background.teller().start(move || {
            let opened = disk::create_folder(&folder).and_then(|()| folders::show(&folder));
            opened.err().map(|error| {
                let trouble = Message::new("settings-folder-trouble")
                    .with("folder", folder.as_path())
                    .with("reason", disk::reason(&error));
                News::FolderTrouble(trouble)
            })
        });
        if let Err(error) = opening {
            self.folder_trouble = Some(no_thread(&error));
        }
    }

    /// Looks anew how texts become sound: a program may have been set or installed.
    pub(super) fn look_for_speech(&self) {
        let (settings, folders) = (self.settings.clone(), self.folders.clone());
        self.background.run(move || {
            let speech = settings.speech(folders.as_ref());
            let offer = speech.offer(words(&settings).language().tag);
            Some(News::Speech(speech, offer))
        });
    }

    /// Has a phrase spoken.
    pub(super) fn try_voice(&mut self, phrase: Phrase, speaker: Speaker) {
        // A program may have been set a moment ago.
        let (settings, folders) = (self.settings.clone(), self.folders.clone());
        let errands = Arc::clone(&self.trials);
        let tried = self.background.teller().start(move || {
            let speech = settings.speech(folders.as_ref());
            let rendered = voice::render(&speech, &phrase, &errands);
            rendered
                .map(|clip| speaker.say(clip))
                .err()
                .map(News::VoiceTrouble)
        });
        if let Err(error) = tried {
            self.voice_trouble = Some(no_thread(&error));
        }
    }

    /// Ends the programs that the voice is being tried with, for the end of the program.
    pub(super) fn end_trials(&self) {
        self.trials.call_off();
    }

    /// Ends a drawing: pictures that it did not show go, and the next that it asked for is read. One
    /// at a time, since each takes much memory until it is made smaller.
    pub(super) fn begin_frame(&mut self) {
        self.pictures.begin_frame();
        let entries = self.entries();
        if !Arc::ptr_eq(&entries, &self.entries_in_cache) {
            self.pictures.try_again();
            self.entries_in_cache = entries;
        }
        if self.reads_picture {
            return;
        }
        let Some(wanted) = self.pictures.coming() else {
            return;
        };
        let (ctx, for_thread) = (self.ctx.clone(), wanted.clone());
        let reading = self.background.teller().start(move || {
            // One that can't be made costs the picture alone, and the next is read.
            let texture = contained(|| texture(&ctx, &for_thread)).flatten();
            Some(News::Picture(for_thread, texture))
        });
        self.reads_picture = reading.is_ok();
        if reading.is_err() {
            self.pictures.put(&wanted, None);
        }
    }

    /// Has a file that was dropped on the window copied into the person's library.
    pub(super) fn import_dropped(&self, path: PathBuf, consent: Consent) {
        if let Some(folders) = &self.folders {
            dropped::import(path, consent, folders.routines(), &self.background);
        }
    }

    /// Has the files read that were dropped on the window, in the place of those dropped before.
    pub(super) fn check_dropped(&mut self, paths: Vec<PathBuf>) {
        let is_kept = self.folders.is_some();
        self.dropped.check(paths, is_kept, &self.background);
    }
}

/// Reads a picture; `None` if it can't be shown.
fn texture(ctx: &Context, wanted: &Wanted) -> Option<TextureHandle> {
    let picture = library::picture(&wanted.folder, &wanted.path, wanted.detail.most()).ok()?;
    let size = [picture.width(), picture.height()].map(|side| side as usize);
    let pixels = ColorImage::from_rgba_unmultiplied(size, &picture);
    Some(ctx.load_texture(&wanted.path, pixels, TextureOptions::LINEAR))
}

/// That the system has no thread to give.
pub(super) fn no_thread(error: &io::Error) -> Message {
    Message::new("error-no-thread").with("reason", error.to_string())
}

#[cfg(test)]
mod tests;
