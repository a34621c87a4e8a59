//! The sessions, one line for each, newest first. Only the lines in view are made and drawn.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Color32, CornerRadius, FontId, Galley, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};
use jiff::Zoned;

use crate::facts;
use crate::history::{At, Past, RecordedSession, SessionOutcome};
use crate::lengths::minutes_and_seconds;
use crate::report;
use crate::session::StopReason;
use crate::ui::text::{lines, one_line, said, shrunk, with_bold_numbers};
use crate::ui::theme::{Type, bold, palette, radius, space};
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

    /// The height of a line without a note: eight points around the most that it holds. It is the same for each, so
    /// that those in view are found without a look at the others.
    fn height(self) -> f32 {
        match self {
            Self::Columns => 48.0,
            Self::Below => 68.0,
            Self::Cramped => 106.0,
        }
    }
}

/// The height of a note.
const NOTE: f32 = 20.0;
/// The height of the name of a day, with the line above it.
const DAY: f32 = 38.0;
/// Around all lines.
const MARGIN: f32 = 20.0;

/// What is listed, newest first, by days.
#[derive(Debug, Default)]
pub(super) struct Listed(Vec<Entry>);

#[derive(Debug)]
struct Entry {
    at: At,
    /// How many stand above it.
    above: usize,
    /// How many days have begun, this one with it.
    days: usize,
    begins_day: bool,
    /// How many notes stand above it.
    notes: usize,
    has_note: bool,
}

impl Listed {
    pub(super) fn of<'a>(past: impl IntoIterator<Item = (At, Past<'a>)>) -> Self {
        let (mut last, mut days, mut notes) = (None, 0, 0);
        let mut entries = Vec::new();
        for (at, it) in past {
            let day = it.time().date();
            let begins_day = last.replace(day) != Some(day);
            days += usize::from(begins_day);
            let has_note = matches!(it, Past::Session(it) if it.note.is_some());
            entries.push(Entry {
                at,
                above: entries.len(),
                days,
                begins_day,
                notes,
                has_note,
            });
            notes += usize::from(has_note);
        }
        Self(entries)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where those stand in the history.
    pub(super) fn places(&self) -> impl Iterator<Item = At> {
        self.0.iter().map(|it| it.at)
    }

    /// Of which lines something is between two heights.
    fn between(&self, from: f32, to: f32, lay: Lay) -> (usize, usize) {
        let first = self.0.partition_point(|it| it.bottom(lay) < from);
        let last = self.0.partition_point(|it| it.top(lay) < to);
        (first, last)
    }
}

impl Entry {
    /// From the top of the list.
    fn top(&self, lay: Lay) -> f32 {
        let lines = lay.height() * as_length(self.above);
        lines + DAY * as_length(self.days) + NOTE * as_length(self.notes)
    }

    fn height(&self, lay: Lay) -> f32 {
        lay.height() + if self.has_note { NOTE } else { 0.0 }
    }

    fn bottom(&self, lay: Lay) -> f32 {
        self.top(lay) + self.height(lay)
    }
}

/// Draws the sessions and returns whether one was opened.
pub(super) fn show<'a>(
    ui: &mut Ui,
    words: &Words,
    past: impl Fn(At) -> Option<Past<'a>>,
    listed: &Listed,
    now: &Zoned,
) -> Option<Action> {
    let lay = Lay::of(ui.available_width());
    let whole = listed.0.last().map_or(0.0, |last| last.bottom(lay));
    let size = vec2(ui.available_width(), whole + 8.0);
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
    let (first, last) = listed.between(seen.min - top, seen.max - top, lay);
    let last = (last + 1).clamp(1, listed.0.len().max(1));
    let mut opened = None;
    let those = listed.0.iter().enumerate().take(last);
    for (index, entry) in those.skip(first.saturating_sub(1)) {
        let Some(past) = past(entry.at) else {
            continue;
        };
        let at = pos2(area.left() + MARGIN, top + entry.top(lay));
        let size = vec2(area.width() - 2.0 * MARGIN, entry.height(lay));
        let rect = Rect::from_min_size(at, size);
        if entry.begins_day {
            let above = Rect::from_min_size(at - vec2(0.0, DAY), vec2(size.x, DAY));
            day(ui, words, above, (index > 0, past.time()), now);
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

/// The name of a day.
fn day(ui: &Ui, words: &Words, rect: Rect, (is_ruled, time): (bool, &Zoned), now: &Zoned) {
    let palette = palette(ui);
    if is_ruled {
        let edge = Stroke::new(palette.edge, palette.line);
        ui.painter().hline(rect.x_range(), rect.top() + 2.0, edge);
    }
    let name = facts::day_it_was(words, time.date(), now.date());
    let font = FontId::new(Type::Small.font().size, bold());
    let galley = shrunk(ui, &name, font, rect.width());
    let at = pos2(rect.left(), rect.bottom() - 4.0 - galley.size().y);
    ui.painter().galley(at, galley, palette.muted);
    said(ui, rect, &format!("day {name}"), Role::Label, &name);
}

#[expect(clippy::cast_precision_loss, reason = "far fewer than 2^24 sessions")]
fn as_length(count: usize) -> f32 {
    count as f32
}

/// The room that the longest time of day needs.
const TIME: f32 = 78.0;
/// The room for the sign that a line opens. Those that open nothing keep it, so that all columns are
/// the same.
const OPENS: f32 = 22.0;

/// One session in words.
#[derive(Debug, PartialEq)]
pub(super) struct Line {
    pub when: String,
    time: String,
    pub title: String,
    pub what: String,
    pub pain: Option<String>,
    pub note: Option<String>,
    /// Whether it ended since it hurt, and whether the pain after it was above the limit.
    hurt: [bool; 2],
}

impl Line {
    pub(super) fn of(past: Past, words: &Words, now: &Zoned) -> Self {
        let when = facts::when_it_was(words, past.time(), now);
        let time = words.message(&facts::time_of_day(past.time().time()));
        match past {
            Past::Session(session) => Self {
                when,
                time,
                title: report::title(words, &session.routine),
                what: told(words, session),
                pain: report::pain(session.pain_before, session.pain_after)
                    .map(|pain| words.message(&pain)),
                note: session.note.as_deref().map(str::to_owned),
                hurt: [
                    session.ended_in_pain(),
                    session
                        .pain_after
                        .zip(session.pain_limit)
                        .is_some_and(|(pain, limit)| pain > limit),
                ],
            },
            Past::NotBegun(it) => Self {
                when,
                time,
                title: report::title(words, &it.routine),
                what: words.message(&report::not_begun(it.why)),
                pain: report::pain(it.pain_before, None).map(|pain| words.message(&pain)),
                note: None,
                hurt: [false, true],
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

    /// What it is painted in that hurt.
    fn inks(&self, ui: &Ui) -> [Color32; 2] {
        let palette = palette(ui);
        self.hurt
            .map(|hurt| if hurt { palette.danger } else { palette.ink })
    }

    /// Columns, with the note below what was done.
    fn draw_wide(&self, ui: &Ui, rect: Rect) {
        let palette = palette(ui);
        let [what_ink, pain_ink] = self.inks(ui);
        let title_at = rect.left() + TIME;
        let what_at = rect.left() + rect.width() * 0.34;
        let middle = |galley: Arc<Galley>, left: f32, color| {
            let at = pos2(left, rect.center().y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, color);
        };
        let time = one_line(ui, &self.time, Type::Body.font(), TIME - space::S);
        middle(time, rect.left(), palette.ink);
        let mut what_to = rect.right();
        if let Some(pain) = &self.pain {
            let galley = with_bold_numbers(ui, pain, Type::Body, rect.width() * 0.24);
            let at = rect.right_center() - vec2(galley.size().x, galley.size().y / 2.0);
            what_to = at.x - space::M;
            ui.painter().galley(at, galley, pain_ink);
        }
        let width = what_at - space::S - title_at;
        let title = all_of(ui, &self.title, [Type::Strong, Type::Small], width, 2);
        middle(title, title_at, palette.ink);
        let width = what_to - what_at;
        let what = all_of(ui, &self.what, [Type::Body, Type::Small], width, 2);
        let note = self.note_on_a_line(ui, width);
        let high = |galley: &Arc<Galley>| galley.size().y;
        let both = high(&what) + note.as_ref().map_or(0.0, high);
        let top = rect.center().y - both / 2.0;
        let below = top + high(&what);
        ui.painter().galley(pos2(what_at, top), what, what_ink);
        if let Some(note) = note {
            ui.painter()
                .galley(pos2(what_at, below), note, palette.muted);
        }
    }

    fn note_on_a_line(&self, ui: &Ui, width: f32) -> Option<Arc<Galley>> {
        let note = self.note.as_deref()?;
        Some(one_line(ui, note, Type::Small.font(), width))
    }

    /// One below the other: the time and the title, what was done, the note. The pain stands beside the first
    /// where there is room.
    fn draw_narrow(&self, ui: &Ui, rect: Rect, cramped: bool) {
        let palette = palette(ui);
        let [what_ink, pain_ink] = self.inks(ui);
        let width = rect.width();
        let most = if cramped { 3 } else { 2 };
        let what = all_of(ui, &self.what, [Type::Small, Type::Tiny], width, most);
        let pain = self.pain.as_deref().unwrap_or_default();
        let pain = with_bold_numbers(ui, pain, Type::Small, width);
        let time = one_line(ui, &self.time, Type::Small.font(), width);
        let title_at = time.size().x + space::S;
        let beside = if cramped {
            0.0
        } else {
            pain.size().x + space::S
        };
        let title_width = (width - title_at - beside).max(1.0);
        let title = one_line(ui, &self.title, Type::Strong.font(), title_width);
        let first = title.size().y;
        let mut lines = vec![(what, what_ink)];
        if cramped {
            lines.push((pain.clone(), pain_ink));
        }
        let note = self.note_on_a_line(ui, width);
        lines.extend(note.map(|note| (note, palette.muted)));
        let height: f32 = lines.iter().map(|(galley, _)| galley.size().y).sum();
        let mut top = (rect.center().y - f32::midpoint(first, height)).max(rect.top());
        let level = |galley: &Arc<Galley>| top + (first - galley.size().y) / 2.0;
        let at = pos2(rect.left(), level(&time));
        ui.painter().galley(at, time, palette.muted);
        if !cramped {
            let at = pos2(rect.right() - pain.size().x, level(&pain));
            ui.painter().galley(at, pain, pain_ink);
        }
        let at = pos2(rect.left() + title_at, top);
        ui.painter().galley(at, title, palette.ink);
        top += first;
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
