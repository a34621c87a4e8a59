//! The sessions, one line for each, newest first. Only the lines in view are made and drawn.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{CornerRadius, Galley, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use jiff::Zoned;

use crate::facts;
use crate::history::{Past, RecordedSession, SessionOutcome};
use crate::lengths::minutes_and_seconds;
use crate::report;
use crate::session::StopReason;
use crate::ui::text::{lines, one_line};
use crate::ui::theme::{Type, palette, radius, space};
use crate::ui::widgets::focus_ring;
use crate::ui::{Action, Place};
use crate::words::{List, Message, Words};

/// How a list of some width lays its lines out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lay {
    Columns,
    /// One below the other.
    Below,
    /// The same with more lines for what was done, and the pain below it.
    Cramped,
}

impl Lay {
    fn of(width: f32) -> Self {
        match width {
            ..370.0 => Self::Cramped,
            ..860.0 => Self::Below,
            _ => Self::Columns,
        }
    }

    /// The height of a line: twelve points around the most that it holds. It is the same for each, so that
    /// those in view are found without a look at the others.
    fn height(self) -> f32 {
        match self {
            Self::Columns => 66.0,
            Self::Below => 102.0,
            Self::Cramped => 138.0,
        }
    }
}

/// Draws so many sessions and returns whether one was opened.
pub(super) fn show<'a>(
    ui: &mut Ui,
    words: &Words,
    count: usize,
    past: impl Fn(usize) -> Option<Past<'a>>,
    now: &Zoned,
) -> Option<Action> {
    const MARGIN: f32 = 20.0;
    let lay = Lay::of(ui.available_width());
    let row = lay.height();
    let size = vec2(ui.available_width(), row * as_length(count) + 8.0);
    let (area, _) = ui.allocate_exact_size(size, Sense::hover());
    let palette = palette(ui);
    ui.painter().rect(
        area,
        radius::CARD,
        palette.surface,
        Stroke::new(palette.edge, palette.line),
        eframe::egui::StrokeKind::Inside,
    );
    let top = area.top() + 4.0;
    let seen = ui.clip_rect().y_range();
    // One more at each end, and the first at least, for the Tab key to go on to.
    let first = as_index((seen.min - top) / row - 1.0);
    let last = as_index((seen.max - top) / row + 2.0).clamp(1, count.max(1));
    let mut opened = None;
    for index in first..last.min(count) {
        let Some(past) = past(index) else { continue };
        let at = pos2(area.left() + MARGIN, top + row * as_length(index));
        let rect = Rect::from_min_size(at, vec2(area.width() - 2.0 * MARGIN, row));
        if index > 0 {
            let edge = Stroke::new(palette.edge, palette.line);
            ui.painter().hline(rect.x_range(), rect.top(), edge);
        }
        let line = Line::of(past, words, now);
        match past {
            Past::Session(session) => {
                if line.show(ui, words, (index, rect), lay) {
                    opened = Some(Action::Go(Place::Session(session.id)));
                }
            }
            // There is nothing more to tell of it.
            Past::NotBegun(_) => line.show_alone(ui, words, (index, rect), lay),
        }
    }
    opened
}

#[expect(clippy::cast_precision_loss, reason = "far fewer than 2^24 sessions")]
fn as_length(count: usize) -> f32 {
    count as f32
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place above the list is its start"
)]
fn as_index(rows: f32) -> usize {
    rows.max(0.0) as usize
}

/// The room that the longest date needs.
const WHEN: f32 = 190.0;
/// The room for the sign that a line opens. Those that open nothing keep it, so that all columns are
/// the same.
const OPENS: f32 = 22.0;

/// One session in words.
#[derive(Debug, PartialEq)]
pub(super) struct Line {
    pub when: String,
    pub title: String,
    pub what: String,
    pub pain: Option<String>,
    pub note: Option<String>,
}

impl Line {
    pub(super) fn of(past: Past, words: &Words, now: &Zoned) -> Self {
        let when = facts::when_it_was(words, past.time(), now);
        match past {
            Past::Session(session) => Self {
                when,
                title: report::title(words, &session.routine),
                what: told(words, session),
                pain: report::pain(session.pain_before, session.pain_after)
                    .map(|pain| words.message(&pain)),
                note: session.note.as_deref().map(str::to_owned),
            },
            Past::NotBegun(it) => Self {
                when,
                title: report::title(words, &it.routine),
                what: words.message(&report::not_begun(it.why)),
                pain: report::pain(it.pain_before, None).map(|pain| words.message(&pain)),
                note: None,
            },
        }
    }

    /// Draws a line that opens nothing.
    fn show_alone(&self, ui: &mut Ui, words: &Words, (index, rect): (usize, Rect), lay: Lay) {
        let response = ui.interact(rect, ui.scope_id().with(index), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.spoken(words)));
        self.draw(ui, rect, lay);
    }

    /// Draws the line and returns whether it was pressed.
    fn show(&self, ui: &mut Ui, words: &Words, (index, rect): (usize, Rect), lay: Lay) -> bool {
        let response = ui.interact(rect, ui.scope_id().with(index), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, self.spoken(words)));
        if response.hovered() {
            let corner = CornerRadius::same(radius::ROW);
            let around = rect.expand2(vec2(space::S, -2.0));
            ui.painter().rect_filled(around, corner, palette(ui).chip);
        }
        let inner = rect.shrink(4.0);
        focus_ring(ui, &response.clone().with_new_rect(inner), radius::ROW);
        self.draw(ui, rect, lay);
        let sign = one_line(ui, "›", Type::Heading.font(), OPENS);
        let at = rect.right_center() - vec2(sign.size().x, sign.size().y / 2.0);
        ui.painter().galley(at, sign, palette(ui).muted);
        response.clicked()
    }

    fn draw(&self, ui: &Ui, rect: Rect, lay: Lay) {
        let rect = rect.with_max_x(rect.right() - OPENS);
        match lay {
            Lay::Columns => self.draw_wide(ui, rect),
            Lay::Below => self.draw_narrow(ui, rect, false),
            Lay::Cramped => self.draw_narrow(ui, rect, true),
        }
    }

    fn spoken(&self, words: &Words) -> String {
        let parts = [Some(&self.when), Some(&self.title), Some(&self.what)];
        let parts = parts
            .into_iter()
            .chain([self.pain.as_ref(), self.note.as_ref()]);
        words.list(List::Parts, parts.flatten())
    }

    /// Columns, with the note below the title.
    fn draw_wide(&self, ui: &Ui, rect: Rect) {
        let palette = palette(ui);
        let title_at = rect.left() + WHEN;
        let what_at = rect.left() + rect.width() * 0.48;
        let middle = |galley: Arc<Galley>, left: f32, color| {
            let at = pos2(left, rect.center().y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, color);
        };
        let body = Type::Body.font();
        let when = one_line(ui, &self.when, body.clone(), WHEN - space::S);
        middle(when, rect.left(), palette.ink);
        let mut what_to = rect.right();
        if let Some(pain) = &self.pain {
            let galley = one_line(ui, pain, body.clone(), rect.width() * 0.2);
            let at = rect.right_center() - vec2(galley.size().x, galley.size().y / 2.0);
            what_to = at.x - space::M;
            ui.painter().galley(at, galley, palette.ink);
        }
        let types = [Type::Body, Type::Small];
        let what = all_of(ui, &self.what, types, what_to - what_at, 2);
        middle(what, what_at, palette.muted);
        let width = what_at - space::S - title_at;
        match &self.note {
            None => {
                let title = lines(ui, &self.title, body, width, 2);
                middle(title, title_at, palette.ink);
            }
            Some(note) => {
                let title = one_line(ui, &self.title, body, width);
                let note = one_line(ui, note, Type::Small.font(), width);
                let top = rect.center().y - f32::midpoint(title.size().y, note.size().y);
                let below = top + title.size().y;
                ui.painter().galley(pos2(title_at, top), title, palette.ink);
                ui.painter()
                    .galley(pos2(title_at, below), note, palette.muted);
            }
        }
    }

    /// One below the other: when, the title, what was done. The pain stands beside the first where
    /// there is room.
    fn draw_narrow(&self, ui: &Ui, rect: Rect, cramped: bool) {
        let palette = palette(ui);
        let small = Type::Small.font();
        let width = rect.width();
        let what = match &self.note {
            Some(note) if !cramped => format!("{} · {note}", self.what),
            _ => self.what.clone(),
        };
        let most = if cramped { 3 } else { 2 };
        let what = all_of(ui, &what, [Type::Small, Type::Tiny], width, most);
        // The title has the lines that what was done leaves.
        let left = 1 + most - what.rows.len().min(most);
        let title = lines(ui, &self.title, Type::Body.font(), width, left.min(2));
        let when = one_line(ui, &self.when, small.clone(), width);
        let mut lines = vec![
            (when, palette.muted),
            (title, palette.ink),
            (what, palette.muted),
        ];
        let pain = self.pain.as_deref().unwrap_or_default();
        let pain = (one_line(ui, pain, small, width), palette.ink);
        let beside = if cramped {
            lines.push(pain);
            None
        } else {
            Some(pain)
        };
        // Every row has the height of the longest.
        let height: f32 = lines.iter().map(|(galley, _)| galley.size().y).sum();
        let mut top = (rect.center().y - height / 2.0).max(rect.top());
        if let Some((galley, color)) = beside {
            let at = pos2(rect.right() - galley.size().x, top);
            ui.painter().galley(at, galley, color);
        }
        for (galley, color) in lines {
            let height = galley.size().y;
            ui.painter().galley(pos2(rect.left(), top), galley, color);
            top += height;
        }
    }
}

/// `text` on at most `most` lines, in the smaller type of both where it has no room in the larger:
/// that it hurt stands last, and is the last thing to be cut off.
fn all_of(ui: &Ui, text: &str, types: [Type; 2], width: f32, most: usize) -> Arc<Galley> {
    let [larger, smaller] = types.map(|kind| lines(ui, text, kind.font(), width, most));
    if larger.elided { smaller } else { larger }
}

/// What was done, and what the person said of it later.
fn told(words: &Words, session: &RecordedSession) -> String {
    let what = (!session.is_told).then(|| words.message(&what(session)));
    let marks = report::marks(session).into_iter().map(|id| words.get(id));
    words.list(List::Facts, what.into_iter().chain(marks))
}

/// "12 of 12 holds, 4:00 held", "10 of 12 holds, 2 skipped · it hurt", "stopped: pain · 4 of 12
/// holds, 1:20 held".
fn what(session: &RecordedSession) -> Message {
    let tally = session.tally();
    let id = if session.outcome == SessionOutcome::Completed && tally.skipped > 0 {
        "past-skipped"
    } else {
        "past-held"
    };
    let holds = Message::new(id)
        .with("done", tally.steps.done)
        .with("of", tally.steps.of)
        .with("skipped", tally.skipped)
        .with("held", minutes_and_seconds(tally.held.whole()));
    let what = match session.outcome {
        // The holds tell all of it.
        SessionOutcome::Completed => holds,
        outcome => Message::new("past-what")
            .with("how", report::outcome(outcome))
            .with("holds", holds),
    };
    let reported = session.outcome == SessionOutcome::Stopped(StopReason::Pain);
    if session.hurts.is_empty() || reported {
        what
    } else {
        Message::new("past-hurt").with("what", what)
    }
}
