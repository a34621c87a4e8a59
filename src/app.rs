//! The window: shows the screen in view, and carries out what screens ask for.
//!
//! Screens draw what they are given and return an [`Action`]; `apply` alone acts on it. What outlives
//! the window is in [`Store`]; each of the window's own features is a field of [`App`] in a file of its
//! own, with its state, its jobs in the background and the news of them. Nothing is drawn but when
//! something visible has changed.

mod apply;
mod at_exit;
mod backing_up;
mod cards;
mod closing;
mod content;
mod display;
mod editor;
mod exporting;
mod file_choice;
mod handing_out;
mod keyboard;
mod live;
mod opened_file;
mod outside;
mod pages;
mod pictures;
mod placement;
mod presses;
mod receiving;
mod reminder;
mod reminders;
mod saving;
#[cfg(test)]
mod tests;
mod unfinished;
mod voice_setup;
mod window;

use std::mem;
use std::sync::Arc;

use eframe::egui::{Context, Event, Key, Modifiers, Ui, Vec2, vec2};

use self::backing_up::BackingUp;
use self::closing::Closing;
pub use self::display::Display;
use self::editor::EditorShell;
use self::exporting::Exporting;
use self::file_choice::{ChosenFor, FileChoice};
use self::handing_out::{HandingOut, Report};
use self::keyboard::Keyboard;
use self::live::{Done, Live};
use self::opened_file::OpenedFile;
use self::outside::ShownOutside;
use self::pages::Drafts;
use self::pictures::PictureReader;
use self::placement::Placement;
use self::presses::Presses;
use self::receiving::Receiving;
pub use self::reminder::remind;
use self::reminders::RemindersPage;
use self::voice_setup::VoiceSetup;
pub use self::window::{NoWindow, Renderer, Start, find_display, run};
use crate::background::Jobs;
use crate::day::{ExercisesOf, LeftOut, Limit, choices};
use crate::library::{Entry, Found, Origin};
use crate::report;
use crate::routine::Routine;
use crate::session::Command;
use crate::settings::Settings;
use crate::sound::Speaker;
use crate::store::Store;
use crate::ui::key_help::{self, Screen};
use crate::ui::picture_cache::{Detail, Pictures};
use crate::ui::settings::SettingsAction;
use crate::ui::widgets::pressed;
use crate::ui::{
    Action, Place, before_session, frame, history, record_report, redraw, settings, theme,
};
use crate::voice::Reader;
use crate::words::{Message, Words};

/// The app while its window is open.
pub struct App {
    ctx: Context,
    words: Words,
    /// What outlives the window, whose it was before and can be after.
    store: Store,

    /// What fills the window.
    shown: Shown,
    /// Whether the keys of what is in view are shown in front of it.
    shows_keys: bool,
    /// The page in view, or the one behind what fills the window.
    place: Place,
    drafts: Drafts,
    /// What the person has chosen of groups of exercises, until the record has it.
    chosen: ExercisesOf,
    /// What is wrong and concerns the whole app, besides what is wrong with the store.
    warnings: Vec<Message>,

    /// Made when it is first needed.
    speaker: Option<Speaker>,
    voice: VoiceSetup,
    pictures: PictureReader,
    opened_file: OpenedFile,
    receiving: Receiving,
    handing_out: HandingOut<Found>,
    /// What the report that is made of the record is to tell.
    report: record_report::Choice,
    reporting: HandingOut<Report>,
    exporting: Exporting,
    reminders: RemindersPage,
    backing_up: BackingUp,
    outside: ShownOutside,
    /// The sums of the history, made while the page shows what it had.
    sums: Jobs<history::Sums>,
    files: FileChoice,
    editor: EditorShell,

    placement: Placement,
    keyboard: Keyboard,
    presses: Presses,
    /// Whether files can be dropped on the window.
    takes_drops: bool,
    renderer: Renderer,
    closing: Closing,
}

/// What fills the window.
enum Shown {
    /// The page in [`App::place`], with the navigation.
    Place,
    /// The editor of a routine, or what it picks from.
    Editor,
    BeforeSession(BeforeSession),
    Session(Live),
    Done(Done),
}

/// What comes before a session of this routine.
struct BeforeSession {
    /// With the exercises that the session will have.
    routine: Arc<Routine>,
    whole: Arc<Routine>,
    left_out: Vec<LeftOut>,
    question: Question,
    /// Whether there will be no record of it.
    is_trial: bool,
    /// Renders what the session will say.
    ahead: Option<Reader>,
}

/// What is asked before a session.
#[derive(Clone, Copy)]
enum Question {
    Safety,
    /// How much it hurts, from 0 to 10, as far as it is reported.
    Pain(Option<u8>),
    /// Whether to begin with this much pain, which is above the limit.
    TooMuch(u8, Limit),
}

/// In points. Some window managers make windows of any size; what does not fit is then cut off
/// rather than drawn into no room at all. The smallest window with the largest text has as much, and
/// in a smaller one the text is smaller.
const LEAST_ROOM: Vec2 = vec2(240.0, 300.0);

/// Gives a context its fonts and colours, and has it drawn whenever there is news of what is kept.
fn prepare(ctx: &Context, store: &Store) {
    let settings = &store.settings.now;
    theme::install(ctx);
    theme::apply(ctx, settings);
    // At once, since the window's size is counted in it.
    ctx.options_mut(|options| options.zoom_factor = theme::zoom(settings));
    let window = ctx.clone();
    store.wake_with(move || redraw(&window));
}

impl App {
    /// Opens the app on what is kept. It draws on `ctx`, which gets its fonts and colours here.
    pub fn open(ctx: &Context, store: Store, start: Start) -> Self {
        prepare(ctx, &store);
        let settings = &store.settings.now;
        let library = store.library.folder();
        let mut app = Self {
            ctx: ctx.clone(),
            words: settings.words(),
            shown: Shown::Place,
            shows_keys: false,
            place: Place::Today,
            drafts: Drafts::default(),
            chosen: ExercisesOf::new(),
            warnings: Vec::new(),
            speaker: None,
            voice: VoiceSetup::find(settings, store.folders.as_ref(), store.jobs()),
            pictures: PictureReader::new(ctx, store.jobs()),
            opened_file: OpenedFile::new(library, store.jobs()),
            receiving: Receiving::new(library, store.jobs()),
            reminders: RemindersPage::new(store.jobs()),
            handing_out: HandingOut::new(store.jobs(), store.jobs()),
            report: record_report::Choice::default(),
            reporting: HandingOut::new(store.jobs(), store.jobs()),
            exporting: Exporting::new(store.jobs(), store.jobs()),
            backing_up: BackingUp::new(store.jobs()),
            outside: ShownOutside::new(store.jobs()),
            sums: store.jobs(),
            files: FileChoice::new(store.jobs()),
            editor: EditorShell::default(),
            placement: Placement::default(),
            keyboard: Keyboard::default(),
            presses: Presses::default(),
            takes_drops: true,
            renderer: Renderer::asked_for(),
            closing: Closing::default(),
            store,
        };
        app.store.record.read();
        app.store.editor.look_for_drafts();
        app.store.library.read(app.words.language());
        if let Some(found) = start.routine {
            app.open_on(found, start.ask);
        } else if let Some(path) = start.received {
            app.receive(vec![path]);
        } else if let Some(place) = start.place {
            app.go(place);
        }
        app
    }

    /// Shows a routine's page, or leads straight to the question before its session.
    fn open_on(&mut self, found: Found, ask: bool) {
        let (routine, entry) = (Arc::clone(&found.routine), Entry::from(found));
        match entry.origin.clone() {
            // The library may have another of the same id.
            Origin::Own(path) => {
                self.opened_file.open(entry, &path);
                self.remember_opened();
                if ask || self.opened_file.outside().is_none() {
                    self.place = Place::OpenedFile;
                } else {
                    self.receive(vec![path]);
                }
            }
            Origin::Shipped => {
                self.store.library.know(entry);
                self.place = Place::Routine(routine.id.clone());
            }
        }
        if ask {
            self.ask_before_session(routine);
        }
    }

    /// Takes in what came of files that the person has written; what is wrong with one is shown wherever they are.
    fn take_news_of_files_written(&mut self) {
        let place = matches!(self.shown, Shown::Place).then(|| self.place.clone());
        for complaint in self.complaints_of_files(place.as_ref()) {
            self.complain(complaint);
        }
    }

    /// What is wrong with files that were written and whose page is not at this place.
    fn complaints_of_files(&mut self, place: Option<&Place>) -> Vec<Message> {
        let (hands_out, reports, exports) = (
            matches!(place, Some(Place::HandOut(_))),
            place == Some(&Place::Report),
            place == Some(&Place::Export),
        );
        [
            self.handing_out.take_news(hands_out),
            self.reporting.take_news(reports),
            self.exporting.take_news(exports),
        ]
        .concat()
    }

    /// Takes in what came from the background.
    fn take_news(&mut self) {
        let was_read = self.store.record.history().is_some();
        self.store.take_news();
        if !was_read && self.store.record.history().is_some() {
            self.choose_by_record();
        }
        self.voice.take_news(&self.store.settings.now);
        self.pictures.take_news();
        self.outside.take_news();
        for sums in self.sums.news() {
            self.drafts.history.take(sums);
        }
        self.take_chosen_files();
        self.take_news_of_files_written();
        self.take_news_of_backup();
        self.follow_editor();
        self.follow_reminders();
        if matches!(self.shown, Shown::Place) {
            // What fills the window stays, and so does what was unpacked for it.
            self.take_news_of_files();
        }
        // Meanwhile the person may have begun something else.
        if let Some(taken_up) = self.store.record.taken_up()
            && matches!(self.shown, Shown::Place)
        {
            self.go_on(taken_up);
        }
    }

    /// Takes in what became of the files from elsewhere.
    fn take_news_of_files(&mut self) {
        for path in self.receiving.take_news() {
            self.forget_kept(&path);
            // It is shown among the person's routines at once.
            self.store.library.read(self.words.language());
            if self.place == Place::Received(path) {
                self.place = Place::Routines;
            }
        }
        let opened = self.opened_file.take_news();
        let is_here = matches!(self.place, Place::Routines | Place::Received(_));
        if opened.is_back && is_here {
            self.place = Place::OpenedFile;
        }
        if let Some(path) = opened.packed.filter(|_| is_here) {
            self.receive(vec![path]);
        }
        if opened.is_changed {
            self.receiving.look_again(self.words.language());
        }
    }

    /// Reads the record anew when the person comes back to the window: another copy of the program
    /// may have written to it.
    fn look_again(&mut self) {
        let is_back = |event: &Event| *event == Event::WindowFocused(true);
        if self.ctx.input(|input| input.events.iter().any(is_back)) {
            self.store.record.read();
            self.store.editor.look_again();
            self.receiving.look_again(self.words.language());
        }
    }

    /// Has files looked at that were dropped on the window, unless a session is under way.
    fn take_dropped(&mut self) {
        let dropped = self.ctx.input(|input| input.raw.dropped_files.clone());
        let Some(first) = dropped.first() else { return };
        match self.shown {
            Shown::Place => {
                let paths = dropped.iter().map(|file| file.path().to_owned()).collect();
                self.receive(paths);
            }
            // A picture for the exercise in view.
            Shown::Editor => self.bring_picture(first.path()),
            _ => {}
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
        if self.is_trial() {
            self.shown = Shown::Editor;
            return;
        }
        let history = self.store.record.history();
        let last = history.map(|history| history.last_of(&snapshot.routine));
        let done = live.done(&self.words, snapshot, &last.unwrap_or_default());
        // Dropping the session hands in all of its record, so that it can be read.
        self.shown = Shown::Done(done);
        self.store.record.read();
    }

    /// Gives the window the form that the person has chosen for a session, as long as one is under
    /// way. What hurts and what is asked has its usual size.
    fn fit_window(&mut self) {
        let text = theme::zoom(&self.store.settings.now);
        let form = match &self.shown {
            Shown::Session(live) => {
                let needs_room = live.needs_room() || self.shows_keys;
                self.placement.form(needs_room)
            }
            _ => self.placement.over(),
        };
        self.placement.follow(&self.ctx, form, text);
    }

    fn show(&mut self, ui: &mut Ui) -> Option<Action> {
        self.ask_ahead();
        let words = &self.words;
        match &mut self.shown {
            Shown::Place => {
                let mut drafts = mem::take(&mut self.drafts);
                let action = self.show_place(ui, &mut drafts);
                self.drafts = drafts;
                action
            }
            Shown::Editor => frame::whole(ui, |ui| self.show_editor(ui)),
            Shown::BeforeSession(_) => frame::whole(ui, |ui| self.show_before_session(ui)),
            Shown::Session(live) => {
                let (settings, pictures) = (&self.store.settings.now, &self.pictures.cache);
                let form = self.placement.chosen;
                frame::whole(ui, |ui| live.show(ui, words, settings, pictures, form))
            }
            Shown::Done(done) => frame::whole(ui, |ui| done.show(ui, words)),
        }
    }

    fn show_before_session(&mut self, ui: &mut Ui) -> Option<Action> {
        let day = self.day();
        let words = &self.words;
        let Shown::BeforeSession(BeforeSession {
            routine,
            whole,
            left_out,
            question,
            is_trial,
            ..
        }) = &mut self.shown
        else {
            return None;
        };
        match question {
            Question::Safety => before_session::show_safety(ui, words),
            Question::Pain(pain) => {
                let warning = self.speaker.as_ref().and_then(Speaker::warning);
                let sound = before_session::Sound {
                    muted: self.store.settings.now.muted,
                    warning: warning.as_ref().map(|warning| &warning.message),
                };
                // The person is about to begin it, so it counts as taken up.
                let of_day = before_session::OfDay {
                    standing: day.standing(whole, false),
                    left_out: report::left_out(whole, left_out),
                    can_do_all: day.has_more(whole, left_out),
                    choices: choices(whole, left_out),
                    is_tried: *is_trial,
                };
                before_session::show_pain(ui, words, routine, pain, sound, &of_day)
            }
            Question::TooMuch(pain, limit) => {
                before_session::show_too_much(ui, words, routine, *pain, *limit)
            }
        }
    }

    /// Has the first picture of a session that may be about to start read meanwhile.
    fn ask_ahead(&self) {
        if let Shown::BeforeSession(BeforeSession { routine, .. }) = &self.shown
            && let Some(first) = routine.exercises.first()
        {
            let folder = self.folder_of(&routine.id);
            let _ = Pictures::of(&self.pictures.cache, folder.as_deref()).ask(first, Detail::Large);
        }
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
        let now = self.store.settings.now.text_size_percent;
        let size = if pressed(Key::Plus) || pressed(Key::Equals) {
            sizes.into_iter().find(|size| *size > now)
        } else if pressed(Key::Minus) {
            sizes.into_iter().rev().find(|size| *size < now)
        } else {
            pressed(Key::Num0).then_some(100)
        };
        let settings = Settings {
            text_size_percent: size?,
            ..self.store.settings.now.clone()
        };
        Some(Action::Settings(SettingsAction::Choose(Box::new(settings))))
    }

    /// A key that asks which keys there are, unless something is asked in front of the screen.
    fn asks_for_keys(&self, ui: &Ui) -> Option<Action> {
        let keys = [Key::F1, Key::Questionmark];
        let asks = !self.shows_keys && keys.iter().any(|key| pressed(ui, *key));
        asks.then_some(Action::ShowKeys)
    }

    /// Shows the keys of what is in view, if they are asked for. Nothing stands still for it.
    fn show_keys(&mut self, ui: &Ui) -> Option<Action> {
        let of = match &self.shown {
            Shown::Place if self.place == Place::Today => Screen::Today,
            Shown::Place if matches!(self.place, Place::Received(_)) => Screen::Received,
            Shown::Place => Screen::Page,
            Shown::Editor => self.editor.screen(),
            Shown::BeforeSession(it) if matches!(it.question, Question::Safety) => Screen::Safety,
            Shown::BeforeSession(_) | Shown::Done(_) => Screen::Pain,
            Shown::Session(live) if live.hurts() => Screen::Hurts,
            Shown::Session(_) => Screen::Session,
        };
        if !self.shows_keys {
            return None;
        }
        let answer = key_help::show(ui, &self.words, of)?;
        self.shows_keys = false;
        (answer == key_help::Answer::Hurts).then_some(Action::Session(Command::Hurts))
    }

    /// Takes the keyboard from the control that has it.
    fn leave_control(&self) {
        self.ctx.memory_mut(|memory| {
            if let Some(control) = memory.focused() {
                memory.surrender_focus(control);
            }
        });
    }

    /// Shows the person what is wrong, once.
    fn complain(&mut self, warning: Message) {
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    /// What is wrong and concerns the whole app, each once.
    fn warnings(&self) -> Vec<Message> {
        let mut warnings = self.store.warnings();
        let of_window = self.warnings.iter().chain(&self.opened_file.warning);
        for warning in of_window {
            if !warnings.contains(warning) {
                warnings.push(warning.clone());
            }
        }
        warnings
    }
}
