//! What is kept on the disk, as it was last read, and what is to be written.

use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use eframe::egui::{ColorImage, Context, TextureHandle, TextureOptions};

use super::background::{Background, News};
use super::day::Day;
use crate::clock;
use crate::disk;
use crate::folders::{self, Folders};
use crate::history::{History, Hold, Log, Unfinished};
use crate::library::{self, Entry, Found, ImportError, Library, Watch};
use crate::routine::Routine;
use crate::session::Outcome;
use crate::settings::{Settings, SettingsFile};
use crate::sound::Speaker;
use crate::ui::album::{Album, Wanted};
use crate::ui::routines::Dropped;
use crate::ui::{redraw, today};
use crate::voice::{self, Phrase, Speech};
use crate::words::{Language, Message};

pub(super) struct Store {
    /// `None` on a machine without a home folder: then nothing is kept.
    pub(super) folders: Option<Folders>,
    pub(super) settings: Settings,
    saved: Settings,
    file: Option<Arc<Mutex<SettingsFile>>>,
    library: Option<Arc<Library>>,
    /// Keeps the library up to date.
    watch: Option<Watch>,
    log: Option<Log>,
    /// `None` until it has been read.
    pub(super) history: Option<History>,
    pub(super) day: Day,
    /// A file that was dropped on the window.
    pub(super) dropped: Option<Dropped>,
    dropped_path: PathBuf,
    /// The pictures that routines bring.
    pub(super) album: Album,
    /// The routines when its pictures were last tried.
    entries_in_album: Arc<[Entry]>,
    /// Whether one of them is being read.
    reads_picture: bool,
    /// What is wrong and concerns the whole app.
    pub(super) troubles: Vec<Message>,
    /// Why a folder could not be opened.
    pub(super) folder_trouble: Option<Message>,
    /// How texts become sound, as last looked for.
    pub(super) speech: Speech,
    /// Why the voice was not heard when it was tried.
    pub(super) voice_trouble: Option<Message>,
    ctx: Context,
    background: Background,
}

impl Store {
    /// Reads the settings, which the first picture needs, and lets the rest be read meanwhile.
    ///
    /// # Errors
    /// If the system has no thread to give.
    pub(super) fn open(folders: Option<Folders>, ctx: &Context) -> std::io::Result<Self> {
        let background = Background::start(ctx)?;
        let loaded = folders
            .as_ref()
            .map(|folders| SettingsFile::load(folders.settings_file()));
        let (file, settings, troubles) = match loaded {
            Some(loaded) => (Some(loaded.file), loaded.settings, loaded.notes),
            None => (
                None,
                Settings::default(),
                vec![Message::new("settings-no-home")],
            ),
        };
        // A session may begin at once, and is to be spoken.
        let speech = Speech::of(&settings, folders.as_ref());
        let day = Day::of(&History::default(), &clock::here());
        let store = Self {
            saved: settings.clone(),
            settings,
            file: file.map(|file| Arc::new(Mutex::new(file))),
            library: None,
            watch: None,
            log: None,
            day,
            history: None,
            dropped: None,
            dropped_path: PathBuf::new(),
            album: Album::default(),
            entries_in_album: Arc::from([]),
            reads_picture: false,
            troubles,
            folder_trouble: None,
            speech,
            voice_trouble: None,
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
        let Some(folders) = self.folders.clone() else {
            return;
        };
        let log = self.log.clone();
        self.background.run(move || {
            let log = match log.map_or_else(|| Log::open(&folders), Ok) {
                Ok(log) => log,
                Err(error) => return Some(News::Trouble(no_thread(&error))),
            };
            let history = log.history();
            Some(News::History(log, history))
        });
    }

    /// Takes in what came from the background since the last call.
    pub(super) fn take_news(&mut self) {
        for news in self.background.news() {
            match news {
                News::Library(library, watch) => {
                    self.library = Some(library);
                    self.watch = watch;
                }
                News::History(log, history) => {
                    self.log = Some(log);
                    self.day = Day::of(&history, &clock::here());
                    self.history = Some(history);
                }
                News::Dropped(path, dropped) => {
                    self.dropped_path = path;
                    self.dropped = Some(*dropped);
                }
                News::Imported(outcome) => {
                    if let Some(dropped) = &mut self.dropped {
                        dropped.imported = Some(outcome);
                    }
                }
                News::Picture(wanted, texture) => {
                    self.reads_picture = false;
                    self.album.put(&wanted, texture);
                }
                News::FolderTrouble(trouble) => self.folder_trouble = Some(trouble),
                News::Speech(speech) => self.speech = speech,
                News::VoiceTrouble(trouble) => self.voice_trouble = Some(trouble),
                News::Trouble(trouble) => self.complain(trouble),
            }
        }
        if let Some(history) = self
            .history
            .as_ref()
            .filter(|_| self.day.date != clock::today())
        {
            self.day = Day::of(history, &clock::here());
        }
    }

    /// The record to write a session to. Opened now if it has not been read yet.
    ///
    /// # Errors
    /// Why nothing can be recorded, for the person.
    pub(super) fn log(&mut self) -> Result<&Log, Message> {
        let log = match self.log.take() {
            Some(log) => log,
            None => match &self.folders {
                Some(folders) => Log::open(folders).map_err(|error| no_thread(&error))?,
                None => return Err(Message::new("guide-unrecorded")),
            },
        };
        Ok(self.log.insert(log))
    }

    /// Shows the person what is wrong, once.
    pub(super) fn complain(&mut self, trouble: Message) {
        if !self.troubles.contains(&trouble) {
            self.troubles.push(trouble);
        }
    }

    /// Has what the record could not take put elsewhere; tells where, if there is any.
    pub(super) fn rescue_record(&self) -> Option<Message> {
        self.log.as_ref()?.rescue().err()
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

    pub(super) fn routine(&self, id: &str) -> Option<Arc<Routine>> {
        self.library.as_ref()?.routine(id)
    }

    pub(super) fn find(&self, id: &str) -> Option<Found> {
        self.library.as_ref()?.find(id)
    }

    /// The session that was cut off, with its routine, if it can be gone on with: the file must be
    /// the same, or its steps may be others.
    pub(super) fn unfinished(&self) -> Option<(Unfinished, Arc<Routine>)> {
        let device = self.log.as_ref()?.device();
        let unfinished = self.history.as_ref()?.unfinished(device, &clock::here())?;
        let routine = self.routine(&unfinished.routine.id)?;
        (*routine.sha256 == *unfinished.routine.sha256).then_some((unfinished, routine))
    }

    /// How far a session that was cut off had come.
    pub(super) fn progress<'a>(
        &self,
        unfinished: &Unfinished,
        title: &'a str,
    ) -> today::Unfinished<'a> {
        let mut sessions = self.history.iter().flat_map(|history| &history.sessions);
        let session = sessions.find(|session| session.id == unfinished.session);
        let holds: &[Hold] = session.map_or(&[], |session| &session.holds);
        today::Unfinished {
            title,
            done: holds
                .iter()
                .filter(|hold| hold.outcome == Outcome::Done)
                .count(),
            of: holds.len(),
        }
    }

    /// Leaves a session that was cut off as it is.
    pub(super) fn let_go(&mut self, unfinished: &Unfinished) {
        if let Ok(log) = self.log() {
            log.close(unfinished.session);
            self.read_history();
        }
    }

    /// Has the settings written if they have changed since they were last.
    pub(super) fn save_settings(&mut self) {
        let Some(file) = self.file.clone().filter(|_| self.settings != self.saved) else {
            return;
        };
        self.saved = self.settings.clone();
        let settings = self.settings.clone();
        self.background.run(move || {
            let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
            file.save(&settings).err().map(News::Trouble)
        });
    }

    /// Has a folder shown by the system, made if it is not there yet. A thread of its own waits to
    /// learn whether it is shown: what is kept on the disk must not.
    pub(super) fn open_folder(&mut self, folder: PathBuf) {
        self.folder_trouble = None;
        let tell = self.background.teller();
        let opening = thread::Builder::new().spawn(move || {
            let opened = disk::create_folder(&folder).and_then(|()| folders::show(&folder));
            if let Err(error) = opened {
                let trouble = Message::new("settings-folder-trouble")
                    .with("folder", folder.as_path())
                    .with("reason", disk::reason(&error));
                tell.tell(News::FolderTrouble(trouble));
            }
        });
        if let Err(error) = opening {
            self.folder_trouble = Some(no_thread(&error));
        }
    }

    /// Looks anew how texts become sound: a program may have been set or installed.
    pub(super) fn look_for_speech(&self) {
        let (settings, folders) = (self.settings.clone(), self.folders.clone());
        self.background
            .run(move || Some(News::Speech(Speech::of(&settings, folders.as_ref()))));
    }

    /// Has a phrase spoken. A thread of its own waits for the speech program: what is kept on the
    /// disk must not.
    pub(super) fn try_voice(&mut self, phrase: Phrase, speaker: Speaker) {
        let Speech { program, cache } = self.speech.clone();
        let Some(program) = program else {
            return;
        };
        let tell = self.background.teller();
        let tried = thread::Builder::new().spawn(move || {
            match voice::render(&program, cache.as_deref(), &phrase) {
                Ok(clip) => speaker.say(clip),
                Err(why) => tell.tell(News::VoiceTrouble(why)),
            }
        });
        if let Err(error) = tried {
            self.voice_trouble = Some(no_thread(&error));
        }
    }

    /// Ends a drawing: pictures that it did not show go, and the next that it asked for is read. One
    /// at a time, since each takes much memory until it is made smaller. A thread of its own waits
    /// for it: what is kept on the disk must not.
    pub(super) fn turn_album(&mut self) {
        self.album.turn();
        let entries = self.entries();
        if !Arc::ptr_eq(&entries, &self.entries_in_album) {
            self.album.try_again();
            self.entries_in_album = entries;
        }
        if self.reads_picture {
            return;
        }
        let Some(wanted) = self.album.coming() else {
            return;
        };
        let (tell, ctx) = (self.background.teller(), self.ctx.clone());
        let for_thread = wanted.clone();
        let reading = thread::Builder::new().spawn(move || {
            let texture = texture(&ctx, &for_thread);
            tell.tell(News::Picture(for_thread, texture));
        });
        self.reads_picture = reading.is_ok();
        if reading.is_err() {
            self.album.put(&wanted, None);
        }
    }

    /// Has the file that was dropped on the window copied into the person's library.
    pub(super) fn import_dropped(&self) {
        let Some(folder) = self.folders.as_ref().map(Folders::routines) else {
            return;
        };
        let path = self.dropped_path.clone();
        self.background.run(move || {
            Some(match library::import(&path, &folder) {
                Ok(_) => News::Imported(Ok(())),
                // It was changed since it was dropped.
                Err(ImportError::Mistakes(reading)) => {
                    let dropped = Dropped::new(&path, Ok(*reading));
                    News::Dropped(path, Box::new(dropped))
                }
                Err(error) => News::Imported(Err(error.message())),
            })
        });
    }

    /// Has a file read that was dropped on the window.
    pub(super) fn check_dropped(&self, path: PathBuf) {
        self.background.run(move || {
            let reading = library::check_file(&path, clock::today());
            let reading = reading.map_err(|error| error.message());
            let dropped = Dropped::new(&path, reading);
            Some(News::Dropped(path, Box::new(dropped)))
        });
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
