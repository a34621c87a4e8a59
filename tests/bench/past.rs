//! The page of the history with ten years of records: its sums, and a frame of it.

use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;

use eframe::egui::{Context, Event, RawInput, Rect, Ui, UiBuilder, Vec2, pos2, vec2};
use jiff::Zoned;
use jiff::civil::{Date, Weekday};
use supple::document::{Paper, Sheet};
use supple::folders::Folders;
use supple::history::{History, Log, Note};
use supple::pdf;
use supple::record_report::{self, Asked};
use supple::summary::{Question, Span};
use supple::ui::{history, theme};
use supple::words::Words;

use crate::figures::{Times, figure, heading, in_words};
use crate::machine::folders::folders;
use crate::opening::write;

const SESSIONS: usize = 11_000;
const RUNS: usize = 50;
const WINDOW: Vec2 = vec2(1280.0, 800.0);

pub(crate) fn run() {
    heading("The history with ten years of records (11,000 sessions of twelve holds)");
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    write(folder.path(), SESSIONS);
    let past = Arc::new(History::read(folder.path()));
    let now = past.sessions[0].started.clone();
    let from = past.sessions[SESSIONS - 1].started.date();
    let question = Question {
        span: Span {
            from,
            to: now.date(),
        },
        routine: None,
        today: now.date(),
        first_weekday: Weekday::Monday,
    };
    let sums = Times::of(RUNS, || {
        black_box(past.summary(&question, |_| None));
    });
    figure("the sums of all of it", &in_words(sums.median()));
    for (what, scrolled) in [
        ("a frame at its top", 0.0),
        ("a frame in its list", 60_000.0),
    ] {
        let mut page = Page::of(&past, &now, scrolled);
        page.frame();
        let frame = Times::of(RUNS, || page.frame());
        figure(what, &in_words(frame.median()));
    }
    report(&past, question.span, now.date());
    reading_on(folder.path());
}

/// A report over all of it.
fn report(past: &History, span: Span, today: Date) {
    let asked = Asked {
        span,
        routine: None,
        name: None,
        with_notes: true,
        with_pain: true,
        today,
        first_weekday: Weekday::Monday,
    };
    let words = Words::of("en");
    let made = || record_report::document(&words, past, &[], &asked).unwrap();
    let document = Times::of(RUNS, || {
        black_box(made());
    });
    figure("a report over all of it", &in_words(document.median()));
    let page = made();
    let sheet = Sheet {
        paper: Paper::A4,
        large_print: false,
    };
    let written = Times::of(RUNS, || {
        black_box(pdf::write(&page, sheet).unwrap());
    });
    figure("the same as PDF", &in_words(written.median()));
}

/// What is read after the first time, once there is one line more.
fn reading_on(log: &Path) {
    let place = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let folders = Folders {
        record: Some(log.to_owned()),
        ..folders(place.path())
    };
    let log = Log::open(&folders).unwrap();
    let session = log.history().sessions[0].id;
    let again = Times::of(RUNS, || {
        log.note(session, Note::default());
        black_box(log.history());
    });
    figure(
        "one line more, and what is new read",
        &in_words(again.median()),
    );
}

/// The page in a window without a display.
struct Page<'a> {
    ctx: Context,
    past: &'a Arc<History>,
    now: &'a Zoned,
    words: Words,
    draft: history::Draft,
    scrolled: f32,
    count: u32,
}

impl<'a> Page<'a> {
    fn of(past: &'a Arc<History>, now: &'a Zoned, scrolled: f32) -> Self {
        let ctx = Context::default();
        theme::install(&ctx);
        Self {
            ctx,
            past,
            now,
            words: Words::of("en"),
            draft: history::Draft::default(),
            scrolled,
            count: 0,
        }
    }

    /// From the page to triangles, as the pointer moves.
    fn frame(&mut self) {
        self.count += 1;
        #[expect(clippy::cast_precision_loss, reason = "a few")]
        let at = pos2(600.0 + self.count as f32, 400.0);
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), WINDOW)),
            events: vec![Event::PointerMoved(at)],
            ..RawInput::default()
        };
        let ctx = self.ctx.clone();
        let mut output = ctx.run_ui(input, |ui| self.show(ui));
        output.textures_delta.clear();
        black_box(ctx.tessellate(output.shapes, output.pixels_per_point));
    }

    fn show(&mut self, ui: &mut Ui) {
        // As a page that is scrolled so far.
        let all = Rect::from_min_size(pos2(232.0, 28.0 - self.scrolled), vec2(1012.0, 1e6));
        let view = history::View {
            now: self.now,
            history: Some(self.past),
            reading: 1,
            routines: &[],
            first_weekday: Weekday::Monday,
            unopened: None,
        };
        ui.scope_builder(UiBuilder::new().max_rect(all), |ui| {
            ui.set_clip_rect(Rect::from_min_size(pos2(196.0, 0.0), WINDOW));
            self.draft.sum_up(&view);
            history::show(ui, &self.words, &view, &mut self.draft);
        });
    }
}
