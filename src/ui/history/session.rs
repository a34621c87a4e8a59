//! The page of one session of the record: all that it knows, and what can be corrected.

use std::sync::Arc;

use eframe::egui::{CornerRadius, Key, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};
use jiff::Zoned;

use super::correct::Corrections;
use super::list::Line;
use super::{exercises, scale, strip};
use crate::facts;
use crate::history::{History, Hold, Past, RecordedSession, SessionOutcome};
use crate::progress;
use crate::report;
use crate::routine::{Routine, Side};
use crate::session::{Outcome, StopReason};
use crate::text::printable;
use crate::ui::text::{one_line, said};
use crate::ui::theme::{Type, palette, space};
use crate::ui::widgets::{
    Button, body, bullets, buttons, card, cards, muted, pressed, section, sides, strong, title,
};
use crate::ui::{Action, Place, done_line};
use crate::words::{List, Message, Words};

/// From so many points on there is room for two columns.
const TWO_COLUMNS: f32 = 520.0;
/// And for the corrections beside all else.
const WIDE: f32 = 860.0;
const CORRECTIONS: f32 = 350.0;

/// What the page is shown with.
pub struct View<'a> {
    pub session: &'a RecordedSession,
    /// Has the course of each load, and the sessions before and after.
    pub history: Option<&'a History>,
    /// The routines there are, for their figures.
    pub routines: &'a [Arc<Routine>],
    pub now: &'a Zoned,
}

/// Draws what was held, with which loads, what hurt, the pain and the note, and what can be corrected.
pub fn show(
    ui: &mut Ui,
    words: &Words,
    view: &View<'_>,
    corrections: &mut Corrections,
) -> Option<Action> {
    let session = view.session;
    let mut action = ways(ui, words, view);
    let line = Line::of(Past::Session(session), words, view.now);
    title(ui, &line.title);
    muted(ui, &about(words, session));
    ui.add_space(space::S);
    let room = ui.available_width();
    if room >= WIDE {
        let mut columns = crate::ui::widgets::Line::begin(ui);
        let left = room - CORRECTIONS - space::M;
        columns.add(ui, left, space::M, |ui| {
            what_was_done(ui, words, view, &line);
        });
        columns.add(ui, CORRECTIONS, 0.0, |ui| {
            action = action.take().or(corrections.show(ui, words, session));
        });
        columns.end(ui);
    } else {
        what_was_done(ui, words, view, &line);
        ui.add_space(space::M);
        action = action.or(corrections.show(ui, words, session));
    }
    action
}

/// The way back, and to the session before and the one after.
fn ways(ui: &mut Ui, words: &Words, view: &View<'_>) -> Option<Action> {
    let sessions = view.history.map_or(&[][..], |history| &history.sessions);
    let place = sessions.iter().position(|it| it.id == view.session.id);
    let earlier = place.and_then(|place| sessions.get(place + 1));
    let later = place
        .and_then(|place| place.checked_sub(1))
        .and_then(|place| sessions.get(place));
    let (mut back, mut other) = (false, None);
    sides(
        ui,
        400.0,
        |ui| back = ui.add(Button::quiet(&words.get("past-back"))).clicked(),
        |ui| {
            let ways = [
                (earlier, "sum-earlier", "←", Key::ArrowLeft),
                (later, "sum-later", "→", Key::ArrowRight),
            ];
            let ways =
                ways.map(|(session, id, sign, key)| Some((session?, words.get(id), sign, key)));
            let ways: Vec<_> = ways.iter().flatten().collect();
            let shown = ways
                .iter()
                .map(|(_, name, sign, _)| Button::secondary(name).key(sign));
            let by_button = buttons(ui, shown.collect::<Vec<_>>());
            let by_key = ways.iter().position(|(_, _, _, key)| pressed(ui, *key));
            other = by_button.or(by_key).map(|at| ways[at].0.id);
        },
    );
    let back = back.then_some(Place::History);
    back.or(other.map(Place::Session)).map(Action::Go)
}

/// "Wednesday 25 November 2026, 7:45 to 7:53 · revision 3".
fn about(words: &Words, session: &RecordedSession) -> String {
    let time = |time: &Zoned| facts::time_of_day(time.time());
    let began = session.started.date();
    let day = facts::day_of_any_year(words, began);
    let when = match &session.finished {
        Some(end) if !session.is_told => Message::new("past-from-to")
            .with("day", day)
            .with("from", time(&session.started))
            .with("to", time(end)),
        _ => Message::new("past-from")
            .with("day", day)
            .with("from", time(&session.started)),
    };
    let revision = session.routine.revision;
    let revision =
        (revision > 0).then(|| Message::new("facts-revision").with("revision", revision));
    let parts = [Some(when), revision].into_iter().flatten();
    words.list(List::Facts, parts.map(|part| words.message(&part)))
}

fn what_was_done(ui: &mut Ui, words: &Words, view: &View<'_>, line: &Line) {
    let session = view.session;
    card(ui, |ui| {
        if session.outcome == SessionOutcome::Stopped(StopReason::Pain) {
            section(ui, &words.get("session-ended-pain"));
            body(ui, &line.what);
        } else {
            section(ui, &line.what);
        }
        strip::show(ui, words, session, &line.what);
    });
    how_it_was(ui, words, session, line);
    if !session.holds.is_empty() {
        ui.add_space(space::S);
        card(ui, |ui| holds(ui, words, view));
    }
    loads(ui, words, session, view.history);
}

/// Each exercise with its figure and each of its holds.
fn holds(ui: &mut Ui, words: &Words, view: &View<'_>) {
    let session = view.session;
    let ids = |id| [&*session.routine.id, id];
    let has_figure = |id| {
        let found = exercises::figure_of(ids(id), view.routines);
        found.is_some_and(|(routine, exercise)| routine.figure_of(exercise).is_some())
    };
    let mut all = session.holds.iter();
    let has_figures = all.any(|hold| has_figure(&*hold.exercise));
    section(ui, &words.get("past-holds"));
    for (id, tally) in progress::by_exercise(session.dose()) {
        let of_it: Vec<&Hold> = session
            .holds
            .iter()
            .filter(|hold| *hold.exercise == *id)
            .collect();
        let name = of_it.first().map_or(id, |hold| &hold.name);
        let done = |ui: &mut Ui| {
            done_line::show(ui, words, &printable(name), &tally, "finish-rounds");
            for side in [Some(Side::Left), Some(Side::Right), None] {
                let of_side = of_it.iter().copied().filter(|it| it.side == side);
                let of_side: Vec<&Hold> = of_side.collect();
                if !of_side.is_empty() {
                    boxes(ui, words, session, side, &of_side);
                }
            }
        };
        let room = ui.available_width();
        if has_figures && room >= TWO_COLUMNS {
            let figure = exercises::FIGURE.x;
            let mut line = crate::ui::widgets::Line::begin(ui);
            line.add(ui, figure, space::M, |ui| {
                exercises::figure(ui, ids(id), view.routines);
            });
            line.add(ui, room - figure - space::M, 0.0, done);
            line.end(ui);
        } else {
            done(ui);
        }
        ui.add_space(space::XS);
    }
}

/// A box for each hold of a side, filled as far as it was held, and why what is missing was left out.
fn boxes(
    ui: &mut Ui,
    words: &Words,
    session: &RecordedSession,
    side: Option<Side>,
    holds: &[&Hold],
) {
    const NAME: f32 = 56.0;
    const WIDTH: f32 = 40.0;
    const HEIGHT: f32 = 26.0;
    const GAP: f32 = 5.0;
    let palette = palette(ui);
    let room = ui.available_width();
    let reasons = reasons(words, session, holds);
    let mut is_told = reasons.is_empty();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few"
    )]
    let in_line = (((room - NAME) / (WIDTH + GAP)) as usize).max(1);
    let lines = holds.len().div_ceil(in_line);
    for (number, holds) in holds.chunks(in_line).enumerate() {
        let (rect, _) = ui.allocate_exact_size(vec2(room, HEIGHT), Sense::hover());
        if number == 0
            && let Some(side) = side
        {
            let name = words.get(match side {
                Side::Left => "sum-column-left",
                Side::Right => "sum-column-right",
            });
            let galley = one_line(ui, &name, Type::Small.font(), NAME);
            let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, palette.muted);
        }
        let mut left = rect.left() + NAME;
        for hold in holds {
            let place = Rect::from_min_size(pos2(left, rect.top()), vec2(WIDTH, HEIGHT));
            hold_box(ui, place, session, hold);
            left += WIDTH + GAP;
        }
        // Beside the last of them where there is room.
        let beside = rect.right() - left - space::S;
        if !is_told && number + 1 == lines && beside > 150.0 {
            is_told = true;
            let galley = one_line(ui, &reasons, Type::Small.font(), beside);
            let at = pos2(left + space::S, rect.center().y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, palette.muted);
        }
        said(
            ui,
            rect,
            &format!("{:?}{}", side, holds[0].step),
            eframe::egui::accesskit::Role::Label,
            &spoken(words, side, holds, &reasons),
        );
    }
    if !is_told {
        muted(ui, &reasons);
    }
}

fn hold_box(ui: &Ui, place: Rect, session: &RecordedSession, hold: &Hold) {
    let palette = palette(ui);
    let corner = CornerRadius::same(6);
    let hurt = strip::hurts_in(session, hold);
    let (edge, fill) = if hurt {
        (palette.danger_line, palette.coral_soft)
    } else {
        (palette.outline, palette.surface)
    };
    let is_done = hold.outcome == Outcome::Done;
    let stroke = Stroke::new(palette.edge, edge);
    ui.painter()
        .rect(place, corner, fill, stroke, StrokeKind::Inside);
    if is_done {
        ui.painter().rect_filled(place, corner, palette.teal_fill);
    } else if let Some(of) = hold.prescribed_ms.filter(|of| *of > 0) {
        #[expect(clippy::cast_precision_loss, reason = "as exact as can be seen")]
        let part = (hold.held_ms as f32 / of as f32).min(1.0);
        let filled = Rect::from_min_size(place.min, vec2(place.width() * part, place.height()));
        if part > 0.0 && !hurt {
            ui.painter()
                .rect_filled(filled.shrink(1.0), CornerRadius::same(4), palette.teal_pale);
        }
    }
    let text = match session.reps_in(hold) {
        Some(reps) if is_done => reps.to_string(),
        _ if hold.outcome == Outcome::Skipped && hold.held_ms == 0 => "–".to_owned(),
        _ => (hold.held_ms / 1000).to_string(),
    };
    let color = match (is_done, hurt) {
        (true, _) => palette.on_teal,
        (_, true) => palette.danger,
        _ => palette.ink,
    };
    let galley = one_line(ui, &text, Type::Small.font(), place.width());
    let at = place.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, color);
}

/// "Left: 20 s of 20 s, 4 s of 20 s, not done".
fn spoken(words: &Words, side: Option<Side>, holds: &[&Hold], reasons: &str) -> String {
    let hold = |hold: &&Hold| match (hold.outcome, hold.prescribed_ms) {
        (Outcome::Skipped, _) if hold.held_ms == 0 => words.get("past-hold-left-out"),
        (_, Some(of)) => words.message(
            &Message::new("sum-of")
                .with("done", report::summary::hours(hold.held_ms))
                .with("of", report::summary::hours(of)),
        ),
        (Outcome::Done, None) => words.get("sum-mark-done"),
        (_, None) => words.message(&report::summary::hours(hold.held_ms)),
    };
    let reasons = (!reasons.is_empty()).then(|| reasons.to_owned());
    let all = words.list(List::Parts, holds.iter().map(hold).chain(reasons));
    match side {
        None => all,
        Some(side) => {
            let name = words.get(match side {
                Side::Left => "sum-column-left",
                Side::Right => "sum-column-right",
            });
            format!("{name}: {all}")
        }
    }
}

/// Why holds were left out, each reason once.
fn reasons(words: &Words, session: &RecordedSession, holds: &[&Hold]) -> String {
    let skipped = holds.iter().filter(|it| it.outcome == Outcome::Skipped);
    let mut all: Vec<&'static str> = skipped
        .filter(|hold| !hold.optional)
        .map(|hold| report::left_out_because(session.why_left_out(hold)))
        .collect();
    all.dedup();
    words.list(List::Facts, all.into_iter().map(|id| words.get(id)))
}

/// What each exercise that has a load was done with, and how it came to that.
fn loads(ui: &mut Ui, words: &Words, session: &RecordedSession, history: Option<&History>) {
    if session.loads.is_empty() {
        return;
    }
    ui.add_space(space::S);
    section(ui, &words.get("past-loads"));
    card(ui, |ui| {
        for load in &session.loads {
            let of_it = |hold: &&Hold| hold.exercise == load.exercise;
            let named = session.holds.iter().find(of_it);
            let name = named.map_or(&load.exercise, |hold| &hold.name);
            let course = history.map(|history| history.course_of_load(session, &load.exercise));
            strong(ui, &printable(name));
            body(
                ui,
                &report::course(words, &load.load, &course.unwrap_or_default()),
            );
        }
    });
}

/// What the person reported: the pain and what hurt, and beside them the note.
fn how_it_was(ui: &mut Ui, words: &Words, session: &RecordedSession, line: &Line) {
    let has_pain = line.pain.is_some() || !session.hurts.is_empty() || session.next_day.is_some();
    if !has_pain && line.note.is_none() {
        return;
    }
    ui.add_space(space::S);
    let wide = ui.available_width() >= TWO_COLUMNS;
    if wide && has_pain && line.note.is_some() {
        cards(ui, 2, |ui, column| match column {
            0 => pain(ui, words, session, line),
            _ => note(ui, words, line),
        });
    } else {
        card(ui, |ui| {
            if has_pain {
                pain(ui, words, session, line);
            }
            note(ui, words, line);
        });
    }
}

fn pain(ui: &mut Ui, words: &Words, session: &RecordedSession, line: &Line) {
    section(ui, &words.get("pain-name"));
    if let Some(pain) = &line.pain {
        scale::show(ui, words, session);
        let limit = session.pain_limit.map(|limit| {
            let limit = Message::new("sum-pain-limit").with("limit", limit);
            words.message(&limit)
        });
        let told = [pain.clone()].into_iter().chain(limit);
        body(ui, &words.list(List::Facts, told));
    }
    if let Some((pain, when)) = &session.next_day {
        let told = Message::new("past-next-day")
            .with("pain", *pain)
            .with("day", facts::date(words, when.date()));
        body(ui, &words.message(&told));
    }
    if !session.hurts.is_empty() {
        strong(ui, &words.get("past-hurts"));
        let hurts = session.hurts.iter();
        bullets(ui, hurts.map(|hurt| words.message(&report::hurt(hurt))));
    }
}

fn note(ui: &mut Ui, words: &Words, line: &Line) {
    if let Some(note) = &line.note {
        section(ui, &words.get("past-note"));
        body(ui, note);
    }
}
