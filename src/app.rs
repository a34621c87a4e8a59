//! The window: owns what there is, shows the screen in view, and carries out what screens ask for.
//!
//! Screens draw what they are given and return an [`Action`]; `apply` alone acts on it.
//! What takes its time (the record, the routines, the settings file) is read and written in the
//! background, in `store`. Nothing is drawn but when something visible has changed.

mod apply;
mod background;
mod cards;
mod display;
mod dropped;
mod gone;
mod keyboard;
mod live;
mod opened_file;
mod placement;
mod store;
mod window;

use std::mem;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use eframe::egui::{
    Context, Event, Key, Modifiers, RawInput, Ui, Vec2, ViewportCommand, Visuals, vec2,
};

use self::keyboard::Keyboard;
use self::live::{Done, Live};
use self::placement::Placement;
use self::store::Store;
pub use self::window::{NoWindow, Start, run};
use crate::clock;
use crate::folders::Folders;
use crate::library::{Entry, Origin};
use crate::routine::Routine;
use crate::session::{Command, Pause, State, StopReason};
use crate::settings::Settings;
use crate::sound::Speaker;
use crate::ui::picture_cache::{Detail, Pictures};
use crate::ui::settings::SettingsAction;
use crate::ui::today::PartOfDay;
use crate::ui::{
    Action, Place, before_session, frame, history, learn, redraw, routine, routines, settings,
    spoken, theme, today,
};
use crate::voice::Reader;
use crate::words::{Message, Words};

/// The app while its window is open.
pub struct App {
    ctx: Context,
    words: Words,
    store: Store,
    /// Made when it is first needed.
    speaker: Option<Speaker>,
    place: Place,
    /// Kept while the person looks at another page.
    settings_draft: settings::Draft,
    shown: Shown,
    /// Renders what a session that may be about to start will say.
    ahead: Option<Reader>,
    /// The window was asked to close in the middle of a session, and the person is being asked.
    is_closing: bool,
    /// The system wants the program to end, and nobody is to be asked.
    is_ending: Arc<AtomicBool>,
    placement: Placement,
    keyboard: Keyboard,
    /// Whether files can be dropped on the window.
    takes_drops: bool,
    is_closed: bool,
    /// What became of lines that the record could not take, once the window has closed.
    unrecorded: Option<Message>,
}

/// What fills the window.
enum Shown {
    /// The place in [`App::place`], with the navigation.
    Place,
    /// What comes before a session of this routine.
    Before(Arc<Routine>, Before),
    Session(Live),
    Done(Done),
}

/// What is asked before a session.
#[derive(Clone, Copy)]
enum Before {
    Safety,
    /// How much it hurts, from 0 to 10, as far as it is told.
    Pain(Option<u8>),
    /// Whether to begin with this much pain, which is above the author's limit.
    TooMuch(u8),
}

/// How often a trouble with the sound is looked at anew before a session.
const TROUBLE_SEEN: Duration = Duration::from_secs(1);

/// In points. Some window managers make windows of any size; what does not fit is then cut off
/// rather than drawn into no room at all. The smallest window with the largest text has as much.
const LEAST_ROOM: Vec2 = vec2(240.0, 300.0);

impl eframe::App for App {
    fn logic(&mut self, _: &Context, _: &mut eframe::Frame) {
        theme::fit(&self.ctx, &self.store.settings, self.placement.is_afar());
        // Meanwhile the person may have begun something else.
        if let Some(taken_up) = self.store.take_news()
            && matches!(self.shown, Shown::Place)
        {
            self.go_on(taken_up);
        }
        if self.store.take_is_back() && self.place == Place::Routines {
            self.place = Place::OpenedFile;
        }
        self.look_again();
        self.take_dropped();
        self.guard_session();
        self.leave_session();
        self.fit_window();
    }

    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        let by_key = self.by_key();
        let action = frame::at_least(ui, LEAST_ROOM, |ui| self.show(ui));
        spoken::name_window(&self.ctx, &self.words.get("app-name"));
        self.store.begin_frame();
        if let Some(action) = Action::both(action, by_key) {
            self.apply(action);
            // What it changed is not in this picture yet.
            redraw(&self.ctx);
        }
        // Kept open after all.
        self.is_closing &= matches!(&self.shown, Shown::Session(live) if live.is_asking());
        // Not with every step of a slider that is being pulled.
        if !self.ctx.input(|input| input.pointer.any_down()) {
            self.store.save_settings();
        }
    }

    fn raw_input_hook(&mut self, _: &Context, input: &mut RawInput) {
        self.keyboard.put_in_order(&mut input.events);
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.close();
    }

    /// The paper that everything lies on. No screen paints it again: filling a window is most of
    /// what a picture costs on a machine that draws in software.
    fn clear_color(&self, visuals: &Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}

impl App {
    /// Opens the app on what is in the person's folders; without any, nothing is kept. It draws on
    /// `ctx`, which gets its fonts and colours here.
    ///
    /// # Errors
    /// If the system has no thread to give.
    pub fn open(ctx: &Context, folders: Option<Folders>, start: Start) -> std::io::Result<Self> {
        let store = Store::open(folders, ctx)?;
        theme::install(ctx);
        theme::apply(ctx, &store.settings);
        // At once, since the window's size is counted in it.
        ctx.options_mut(|options| options.zoom_factor = theme::zoom(&store.settings));
        let mut app = Self {
            ctx: ctx.clone(),
            words: words(&store.settings),
            store,
            speaker: None,
            place: Place::Today,
            settings_draft: settings::Draft::default(),
            shown: Shown::Place,
            ahead: None,
            is_closing: false,
            is_ending: Arc::default(),
            placement: Placement::default(),
            keyboard: Keyboard::default(),
            takes_drops: true,
            is_closed: false,
            unrecorded: None,
        };
        app.store.read_library(app.words.language());
        if let Some(found) = start.routine {
            let routine = Arc::clone(&found.routine);
            app.place = if app.store.open_on(found) {
                Place::OpenedFile
            } else {
                Place::Routine(routine.id.clone())
            };
            if start.ask {
                app.ask_before(routine);
            }
        }
        Ok(app)
    }

    /// Hands in all that is to be kept, once, and returns what became of lines that the record could
    /// not take. Called when the window is gone or about to be.
    fn close(&mut self) -> Option<Message> {
        if !std::mem::replace(&mut self.is_closed, true) {
            self.unrecorded = self.hand_in();
        }
        self.unrecorded.clone()
    }

    fn hand_in(&mut self) -> Option<Message> {
        if let Some(size) = self.placement.usual_size() {
            self.store.settings.window_size = Some(size);
        }
        self.store.save_settings_at_last();
        // Only a button throws away what was told about a session.
        if let Shown::Done(done) = &self.shown {
            self.note_told(done.told());
        }
        // A session under way hands in the last of its record when it goes.
        self.shown = Shown::Place;
        self.ahead = None;
        self.store.end_trials();
        self.store.save_record_in_fallback()
    }

    /// Has the first picture of a session that may be about to start read meanwhile.
    fn ask_ahead(&self) {
        if let Shown::Before(routine, _) = &self.shown
            && let Some(first) = routine.exercises.first()
        {
            let folder = self.folder_of(&routine.id);
            let _ = Pictures::of(&self.store.pictures, folder.as_deref()).ask(first, Detail::Large);
        }
    }

    fn show(&mut self, ui: &mut Ui) -> Option<Action> {
        self.ask_ahead();
        let words = &self.words;
        match &mut self.shown {
            Shown::Place => {
                let mut draft = mem::take(&mut self.settings_draft);
                let action = self.show_place(ui, &mut draft);
                self.settings_draft = draft;
                action
            }
            Shown::Before(routine, question) => frame::whole(ui, |ui| match question {
                Before::Safety => before_session::show_safety(ui, words),
                Before::Pain(pain) => {
                    let trouble = self.speaker.as_ref().and_then(Speaker::trouble);
                    if trouble.is_some() {
                        // It may be over soon, and the speaker does not say.
                        self.ctx.request_repaint_after(TROUBLE_SEEN);
                    }
                    let sound = before_session::Sound {
                        muted: self.store.settings.muted,
                        trouble: trouble.as_ref().map(|trouble| &trouble.message),
                    };
                    // Who is about to begin it has taken it up.
                    let standing = self.store.day().standing(routine, false);
                    before_session::show_pain(ui, words, routine, pain, sound, &standing)
                }
                Before::TooMuch(pain) => before_session::show_too_much(ui, words, routine, *pain),
            }),
            Shown::Session(live) => {
                let (settings, pictures) = (&self.store.settings, &self.store.pictures);
                let form = self.placement.chosen;
                frame::whole(ui, |ui| live.show(ui, words, settings, pictures, form))
            }
            Shown::Done(done) => frame::whole(ui, |ui| done.show(ui, words)),
        }
    }

    fn show_place(&self, ui: &mut Ui, draft: &mut settings::Draft) -> Option<Action> {
        frame::show(ui, &self.words, &self.place, |ui| self.show_page(ui, draft))
    }

    fn show_page(&self, ui: &mut Ui, draft: &mut settings::Draft) -> Option<Action> {
        let words = &self.words;
        match &self.place {
            Place::Today => self.show_today(ui),
            Place::Routines => self.show_routines(ui, false),
            Place::Routine(id) => match self.find(id) {
                Some(entry) => self.show_routine(ui, &entry),
                // It comes back when its file does.
                None => self.show_routines(ui, true),
            },
            Place::OpenedFile => match &self.store.opened_file {
                Some(opened_file) => self.show_routine(ui, opened_file),
                None => self.show_routines(ui, true),
            },
            Place::History => history::show(ui, words, self.store.history.as_ref(), &clock::here()),
            Place::Session(id) => {
                let (past, now) = (self.store.history.as_ref(), clock::here());
                let mut sessions = past.into_iter().flat_map(|past| &past.sessions);
                match sessions.find(|session| session.id == *id) {
                    Some(session) => history::show_session(ui, words, session, &now),
                    None => history::show(ui, words, past, &now),
                }
            }
            Place::Learn(page) => learn::show(ui, words, *page),
            Place::Settings => self.show_settings(ui, draft),
        }
    }

    fn show_today(&self, ui: &mut Ui) -> Option<Action> {
        let now = clock::here();
        let entries = self.store.entries();
        let unfinished = self.store.unfinished();
        let view = today::View {
            part_of_day: PartOfDay::at(now.time()),
            cards: cards::of(&self.store.day(), &entries),
            pictures: &self.store.pictures,
            unfinished: unfinished
                .as_ref()
                .map(|(unfinished, routine, _)| self.store.progress(unfinished, &routine.title)),
            broken: &cards::broken(&entries),
            troubles: &self.store.troubles(),
        };
        // The greeting changes, and with the day all that was done.
        self.ctx
            .request_repaint_after(PartOfDay::next_begins_in(&now));
        today::show(ui, &self.words, &view)
    }

    /// The list of routines, which also stands in for the page of one that `is_gone`.
    fn show_routines(&self, ui: &mut Ui, is_gone: bool) -> Option<Action> {
        let folder = self.store.folders.as_ref().map(Folders::routines);
        let unread = self.store.library_trouble();
        let view = routines::View {
            is_gone,
            entries: &self.store.entries(),
            takes_drops: self.takes_drops,
            day: &self.store.day(),
            dropped: self.store.dropped.read(),
            recent: self.store.recent(),
            recent_trouble: self.store.recent_trouble.as_ref(),
            folder: folder.as_deref(),
            trouble: self.store.folder_trouble.as_ref().or(unread.as_ref()),
        };
        routines::show(ui, &self.words, &view)
    }

    fn show_routine(&self, ui: &mut Ui, entry: &Entry) -> Option<Action> {
        let routine = entry.routine.as_ref()?;
        let day = self.store.day();
        let view = routine::View {
            routine,
            entry: Some(entry),
            outside: self.store.can_keep(entry),
            pictures: Pictures::of(&self.store.pictures, entry.folder()),
            standing: day.standing(routine, entry.origin == Origin::Shipped),
            today: day.date(),
        };
        routine::show(ui, &self.words, &view)
    }

    fn show_settings(&self, ui: &mut Ui, draft: &mut settings::Draft) -> Option<Action> {
        let folders = self
            .store
            .folders
            .as_ref()
            .map_or_else(Vec::new, |folders| {
                vec![
                    ("settings-folder-routines", folders.routines()),
                    ("settings-folder-record", folders.log()),
                    ("settings-folder-settings", folders.config.clone()),
                ]
            });
        let speaker = self.speaker.as_ref();
        let trying = speaker.and_then(Speaker::trying);
        if trying.is_some() {
            // The speaker does not say when it is through.
            self.ctx.request_repaint_after(Duration::from_millis(250));
        }
        let voices = settings::Voices {
            program: self.store.voices.program.as_ref(),
            offered: &self.store.voices.voices,
            language: self.words.language().tag,
            trouble: self.store.voice_trouble.as_ref(),
        };
        let view = settings::View {
            voices,
            settings: &self.store.settings,
            troubles: &self.store.troubles(),
            devices: &speaker.map_or_else(Vec::new, Speaker::devices),
            trying,
            folders: &folders,
            trouble: self.store.folder_trouble.as_ref(),
        };
        settings::show(ui, &self.words, &view, draft)
    }

    /// The routine of that id.
    fn routine(&self, id: &str) -> Option<Arc<Routine>> {
        self.find(id)?.routine
    }

    /// The same, with where it lies: a file opened by its path on its own page, and otherwise the
    /// library's, which may have the same id.
    fn find(&self, id: &str) -> Option<Entry> {
        match self.place {
            Place::OpenedFile => self.store.opened_file.clone(),
            _ => self.store.find(id),
        }
    }

    /// Reads the record anew when the person comes back to the window: another copy of the program
    /// may have written to it.
    fn look_again(&self) {
        let is_back = |event: &Event| *event == Event::WindowFocused(true);
        if self.ctx.input(|input| input.events.iter().any(is_back)) {
            self.store.read_history();
        }
    }

    /// Shows the end of a session that is over.
    fn leave_session(&mut self) {
        let Shown::Session(live) = &self.shown else {
            return;
        };
        let snapshot = live.snapshot();
        if !snapshot.state.is_over() {
            return;
        }
        let done = live.done(snapshot);
        // Dropping the session hands in all of its record, so that it can be read.
        self.shown = Shown::Done(done);
        self.store.read_history();
    }

    /// Has the person asked before the window closes in the middle of a session. What hurts is not
    /// asked about: who leaves then has stopped because of it. What the end of the program cuts off
    /// can be gone on with.
    fn guard_session(&mut self) {
        let is_ending = self.is_ending.load(Ordering::Relaxed);
        if is_ending {
            self.ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        let is_closing = self.ctx.input(|input| input.viewport().close_requested());
        if !is_ending && !is_closing {
            return;
        }
        // What stands in a field is chosen by leaving it.
        self.leave_control();
        let Shown::Session(live) = &mut self.shown else {
            return;
        };
        if live.snapshot().state == State::Paused(Pause::Hurts) {
            live.send(Command::Stop(StopReason::Pain));
        } else if !is_ending && live.ask_to_end() {
            self.is_closing = true;
            self.ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.ctx
                .send_viewport_cmd(ViewportCommand::Minimized(false));
            self.ctx.send_viewport_cmd(ViewportCommand::Focus);
        }
    }

    /// Has files looked at that were dropped on the window, unless a session is under way.
    fn take_dropped(&mut self) {
        let dropped = self.ctx.input(|input| input.raw.dropped_files.clone());
        if matches!(self.shown, Shown::Place) && !dropped.is_empty() {
            let paths = dropped.iter().map(|file| file.path().to_owned()).collect();
            self.store.check_dropped(paths);
            self.place = Place::Routines;
        }
    }

    /// Gives the window the form that the person has chosen for a session, as long as one is under
    /// way. What hurts and what is asked has its usual size.
    fn fit_window(&mut self) {
        let text = theme::zoom(&self.store.settings);
        let form = match &self.shown {
            Shown::Session(live) => self.placement.form(live.needs_room()),
            _ => self.placement.over(),
        };
        self.placement.follow(&self.ctx, form, text);
    }

    /// Takes the keyboard from the control that has it.
    fn leave_control(&self) {
        self.ctx.memory_mut(|memory| {
            if let Some(control) = memory.focused() {
                memory.surrender_focus(control);
            }
        });
    }

    /// What the keys ask for that work everywhere: the text size, as in a browser; and, with
    /// nothing else in the way, the places in the order of the navigation.
    fn by_key(&self) -> Option<Action> {
        let pressed = |key| {
            self.ctx
                .input_mut(|input| input.consume_key(Modifiers::COMMAND, key))
        };
        if let Shown::Place = self.shown
            && let Some(place) = frame::place_by_digit(pressed)
        {
            // It would stay with an entry of the navigation that is no longer the one in view.
            self.leave_control();
            return Some(Action::Go(place));
        }
        let sizes = settings::TEXT_SIZES;
        let now = self.store.settings.text_size_percent;
        let size = if pressed(Key::Plus) || pressed(Key::Equals) {
            sizes.into_iter().find(|size| *size > now)
        } else if pressed(Key::Minus) {
            sizes.into_iter().rev().find(|size| *size < now)
        } else {
            pressed(Key::Num0).then_some(100)
        };
        let settings = Settings {
            text_size_percent: size?,
            ..self.store.settings.clone()
        };
        Some(Action::Settings(SettingsAction::Choose(Box::new(settings))))
    }
}

/// The words of the language that was chosen, or of the system's.
fn words(settings: &Settings) -> Words {
    match &settings.language {
        Some(tag) => Words::chosen(tag),
        None => Words::of_the_system(),
    }
}
