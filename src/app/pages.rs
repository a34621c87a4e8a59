//! What each page is shown with.

use std::path::Path;
use std::sync::Arc;

use eframe::egui::Ui;

use super::{App, cards};
use crate::clock;
use crate::day::choices;
use crate::folders::Folders;
use crate::history::{Last, Problem, RoutineRef};
use crate::library::{Entry, Origin};
use crate::report;
use crate::routine::Routine;
use crate::sound::Speaker;
use crate::ui::picture_cache::Pictures;
use crate::ui::today::PartOfDay;
use crate::ui::{
    Action, Place, frame, hand_out, history, learn, receive, record_export, record_report,
    reminders, routine, routines, settings, today,
};
use crate::words::Message;

/// What a person has begun on a page and not finished, kept while they look at another.
#[derive(Default)]
pub(super) struct Drafts {
    settings: settings::Draft,
    reminders: reminders::Draft,
    pub(super) routines: receive::Typed,
    receive: receive::Draft,
    hand_out: hand_out::Draft,
    report: record_report::Draft,
    pub(super) export: record_export::Draft,
    pub(super) history: history::Draft,
    pub(super) corrections: history::Corrections,
    /// Whether the person does not want to be asked how it feels today.
    pub(super) is_next_day_put_off: bool,
}

impl App {
    pub(super) fn show_place(&self, ui: &mut Ui, drafts: &mut Drafts) -> Option<Action> {
        if let Place::Received(path) = &self.place {
            return frame::whole(ui, |ui| self.show_received(ui, path, &mut drafts.receive));
        }
        frame::show(ui, &self.words, &self.place, |ui| {
            self.show_page(ui, drafts)
        })
    }

    fn show_page(&self, ui: &mut Ui, drafts: &mut Drafts) -> Option<Action> {
        match &self.place {
            Place::Today => self.show_today(ui, !drafts.is_next_day_put_off),
            Place::Routines | Place::Received(_) => {
                self.show_routines(ui, false, &mut drafts.routines)
            }
            Place::Routine(id) => match self.find(id) {
                Some(entry) => self.show_routine(ui, &entry),
                // It comes back when its file does.
                None => self.show_routines(ui, true, &mut drafts.routines),
            },
            Place::OpenedFile => match &self.opened_file.entry {
                Some(opened_file) => self.show_routine(ui, opened_file),
                None => self.show_routines(ui, true, &mut drafts.routines),
            },
            Place::HandOut(of) => self.show_hand_out(ui, of.as_deref(), &mut drafts.hand_out),
            Place::History => self.show_history(ui, &mut drafts.history),
            Place::Report => self.show_report(ui, &mut drafts.report),
            Place::Export => self.show_export(ui, &mut drafts.export),
            Place::Session(id) => match self.store.record.session(*id) {
                Some(session) => {
                    let view = history::SessionView {
                        session,
                        routines: &self.routines(),
                        history: self.store.record.history().map(|history| &**history),
                        now: &clock::here(),
                    };
                    history::show_session(ui, &self.words, &view, &mut drafts.corrections)
                }
                None => self.show_history(ui, &mut drafts.history),
            },
            Place::Learn(page) => {
                let unopened = self.outside.unopened.as_deref();
                learn::show(ui, &self.words, *page, unopened)
            }
            Place::Settings => self.show_settings(ui, &mut drafts.settings),
            Place::Reminders => self.show_reminders(ui, &mut drafts.reminders),
        }
    }

    fn show_today(&self, ui: &mut Ui, asks_next_day: bool) -> Option<Action> {
        let now = clock::here();
        let entries = self.store.library.entries();
        let unfinished = self.unfinished();
        let view = today::View {
            now: &now,
            cards: cards::of(&self.day(), &entries),
            pictures: &self.pictures.cache,
            unfinished: unfinished
                .as_ref()
                .map(|(unfinished, routine, _)| today::Unfinished {
                    title: &routine.title,
                    tally: self.progress(unfinished),
                }),
            left: self.store.editor.left(),
            next_day: self.asked_of_yesterday(&now).filter(|_| asks_next_day),
            broken: &cards::broken(&entries),
            warnings: &self.warnings_of_today(),
        };
        // The greeting changes, and with the day all that was done.
        self.ctx
            .request_repaint_after(PartOfDay::next_begins_in(&now));
        today::show(ui, &self.words, &view)
    }

    /// What is wrong and concerns the whole app, and that the record can't be read: nothing of it counts for the day.
    fn warnings_of_today(&self) -> Vec<Message> {
        let unread = self.store.record.unread().map(Problem::message);
        self.warnings().into_iter().chain(unread).collect()
    }

    /// The session of yesterday that the person is to be asked about, if there is one.
    fn asked_of_yesterday(&self, now: &jiff::Zoned) -> Option<today::NextDay<'_>> {
        let routines = &self.store.settings.now.next_day;
        let session = self.store.record.history()?.of_yesterday(now, routines)?;
        Some(today::NextDay {
            session: session.id,
            title: &session.routine.title,
            day: session.started.date(),
        })
    }

    /// The list of routines, which also stands in for the page of one that `is_gone`.
    fn show_routines(
        &self,
        ui: &mut Ui,
        is_gone: bool,
        typed: &mut receive::Typed,
    ) -> Option<Action> {
        let unread = self.store.library.warning();
        let view = routines::View {
            is_gone,
            entries: &self.store.library.entries(),
            takes_drops: self.takes_drops,
            is_dialog_missing: self.files.is_missing(),
            day: &self.day(),
            received: &self.receiving.received(),
            recent: self.recent(),
            recent_warning: self.opened_file.recent_warning.as_ref(),
            folder: self.store.library.folder(),
            warning: self.outside.warning.as_ref().or(unread.as_ref()),
        };
        routines::show(ui, &self.words, &view, typed)
    }

    /// The page of a file from elsewhere.
    fn show_received(
        &self,
        ui: &mut Ui,
        path: &Path,
        draft: &mut receive::Draft,
    ) -> Option<Action> {
        let Some(received) = self.receiving.get(path) else {
            return receive::show_reading(ui, &self.words, path);
        };
        let day = self.day();
        let entry = &received.weighed.entry;
        let routine = entry.routine.as_ref();
        let selection = routine.map(|routine| day.selection(routine));
        let view = receive::View {
            received,
            pictures: Pictures::of(&self.pictures.cache, entry.folder()),
            today: day.date(),
            part: selection.as_ref().map(|it| &*it.routine),
            week: routine.map_or(1, |routine| day.week(routine)),
        };
        receive::show(ui, &self.words, &view, draft)
    }

    fn show_routine(&self, ui: &mut Ui, entry: &Entry) -> Option<Action> {
        let routine = entry.routine.as_ref()?;
        let day = self.day();
        let selection = day.selection(routine);
        let is_opened = self.place == Place::OpenedFile;
        let hands_out = (!is_opened).then(|| routine.id.clone());
        let view = routine::View {
            routine,
            entry: Some(entry),
            is_unpacked: is_opened && self.opened_file.is_unpacked(),
            outside: self.opened_file.outside().filter(|_| is_opened),
            pictures: Pictures::of(&self.pictures.cache, entry.folder()),
            standing: day.standing(routine, entry.origin == Origin::Shipped),
            today: day.date(),
            last: self.last_of(routine),
            choices: choices(routine, &selection.left_out),
            part: &selection.routine,
            week: day.week(routine),
            asks_next_day: (!is_opened)
                .then(|| self.store.settings.now.next_day.contains(&routine.id)),
            unopened: self.outside.unopened.as_deref(),
            hands_out,
        };
        routine::show(ui, &self.words, &view)
    }

    /// Where a routine is handed out.
    fn show_hand_out(
        &self,
        ui: &mut Ui,
        of: Option<&str>,
        draft: &mut hand_out::Draft,
    ) -> Option<Action> {
        let found = self.handing_out.subject.as_ref()?;
        let sheets = self.handing_out.sheets.as_ref();
        let view = hand_out::View {
            title: &found.routine.title,
            back: of.map_or(Place::OpenedFile, |id| Place::Routine(id.to_owned())),
            sheet: self.handing_out.sheet,
            sheets: sheets.map(Result::as_ref),
            written: self.handing_out.saving.written(),
            usual_form: self.handing_out.usual_form,
            usual: &self.handing_out.usual,
            warning: self.outside.warning.as_ref(),
        };
        hand_out::show(ui, &self.words, &view, draft)
    }

    /// Where the record is reported.
    fn show_report(&self, ui: &mut Ui, draft: &mut record_report::Draft) -> Option<Action> {
        let routines = self.on_record();
        let sheets = self.reporting.sheets.as_ref();
        let view = record_report::View {
            choice: &self.report,
            routines: &routines,
            sheet: self.reporting.sheet,
            sheets: sheets.map(Result::as_ref),
            written: self.reporting.saving.written(),
            usual_form: self.reporting.usual_form,
            usual: &self.reporting.usual,
            warning: self.outside.warning.as_ref(),
        };
        record_report::show(ui, &self.words, &view, draft)
    }

    /// The id and the title of each routine on record, the last done first.
    fn on_record(&self) -> Vec<(String, String)> {
        let history = self.store.record.history();
        history.map_or_else(Vec::new, |history| {
            let title = |it: &RoutineRef| report::title(&self.words, it);
            let all = history.routines().into_iter();
            all.map(|it| (it.id.to_string(), title(it))).collect()
        })
    }

    /// Where the record is written for other programs.
    fn show_export(&self, ui: &mut Ui, draft: &mut record_export::Draft) -> Option<Action> {
        let view = record_export::View {
            routines: &self.on_record(),
            written: self.exporting.saving.written(),
            usual: &self.exporting.usual,
            warning: self.outside.warning.as_ref(),
        };
        record_export::show(ui, &self.words, &view, draft)
    }

    /// What was done last of a routine's exercises.
    pub(super) fn last_of(&self, routine: &Routine) -> Last {
        let history = self.store.record.history();
        let last = history.map(|history| history.last_of(routine));
        last.unwrap_or_default()
    }

    /// The routines there are.
    fn routines(&self) -> Vec<Arc<Routine>> {
        let entries = self.store.library.entries();
        let routines = entries.iter().filter_map(|entry| entry.routine.clone());
        routines.collect()
    }

    fn show_history(&self, ui: &mut Ui, draft: &mut history::Draft) -> Option<Action> {
        let routines = self.routines();
        let now = clock::here();
        // At midnight what is due today is another.
        self.ctx
            .request_repaint_after(PartOfDay::next_begins_in(&now));
        let view = history::View {
            now: &now,
            history: self.store.record.history(),
            reading: self.store.record.reading(),
            routines: &routines,
            first_weekday: clock::first_weekday(),
            unopened: self.outside.unopened.as_deref(),
        };
        if let Some(history) = view.history.cloned()
            && let Some(asked) = draft.ask(&view)
        {
            let routines = routines.clone();
            let sums = move || Some(history::Sums::of(&asked, history, &routines));
            self.sums.run(sums);
        }
        history::show(ui, &self.words, &view, draft)
    }

    fn show_settings(&self, ui: &mut Ui, draft: &mut settings::Draft) -> Option<Action> {
        let folders = self.store.folders.as_ref();
        let record = folders.map(Folders::log);
        let folders = folders.map_or_else(Vec::new, |folders: &Folders| {
            vec![
                ("settings-folder-routines", folders.routines()),
                ("settings-folder-record", folders.log()),
                ("settings-folder-settings", folders.config.clone()),
            ]
        });
        let speaker = self.speaker.as_ref();
        let trying = speaker.and_then(Speaker::trying);
        let devices_warning = speaker.and_then(Speaker::devices_warning);
        let view = settings::View {
            voices: settings::Voices {
                program: self.voice.offer.program.as_ref(),
                offered: &self.voice.offer.voices,
                gone: self.voice.offer.gone.as_ref(),
                language: self.words.language().tag,
                warning: self.voice.warning.as_ref(),
            },
            settings: &self.store.settings.now,
            warnings: &self.warnings(),
            devices: &speaker.map_or_else(Vec::new, Speaker::devices),
            devices_warning: devices_warning.as_ref(),
            trying,
            drawn_by: &self.renderer.named(),
            folders: &folders,
            warning: self.outside.warning.as_ref(),
            record: record.as_deref().map(|folder| settings::OfRecord {
                folder,
                unread: self.store.record.unread(),
                is_busy: self.store.record.is_busy(),
                checkup: self.store.record.checkup(),
                moved: self.store.record.moved(),
            }),
            backup: self.backing_up.view(self.files.is_missing()),
        };
        settings::show(ui, &self.words, &view, draft)
    }

    fn show_reminders(&self, ui: &mut Ui, draft: &mut reminders::Draft) -> Option<Action> {
        let view = reminders::View {
            settings: &self.store.settings.now,
            now: &clock::here(),
            entries: &self.store.library.entries(),
            ahead: self.reminders.ahead.as_ref(),
            live: &self.reminders.live,
            starts_with_computer: self.reminders.starts_with_computer,
            warnings: &self.warnings(),
            warning: self.reminders.warning.as_ref(),
        };
        reminders::show(ui, &self.words, &view, draft)
    }

    /// The routine of that id.
    pub(super) fn routine(&self, id: &str) -> Option<Arc<Routine>> {
        self.find(id)?.routine
    }

    /// The same, with where it lies: a file opened by its path on its own page, and otherwise the
    /// library's, which may have the same id.
    pub(super) fn find(&self, id: &str) -> Option<Entry> {
        match &self.place {
            Place::OpenedFile => self.opened_file.entry.clone(),
            Place::Received(path) => self.receiving.get(path).map(|it| it.weighed.entry.clone()),
            _ => self.store.library.find(id),
        }
    }
}
