//! Pain before and after sessions, week by week.
//!
//! The chart is one control: the arrows go from week to week, and the one they stand on is told below it.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Color32, EventFilter, Key, Modifiers, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};
use jiff::civil::Date;

use crate::dates;
use crate::report::summary as told;
use crate::summary::{Middle, PainWeek, Summary};
use crate::ui::Action;
use crate::ui::spoken;
use crate::ui::text::one_line;
use crate::ui::theme::{Type, palette, radius};
use crate::ui::widgets::{body, focus_ring, muted, section, small};
use crate::words::{Message, Words};

/// The week that the keyboard is on, from the last one back.
#[derive(Debug, Default)]
pub(super) struct Place {
    back: usize,
}

const HEIGHT: f32 = 178.0;
/// The room for the numbers of the scale.
const SCALE: f32 = 22.0;
/// The room for the names of the lines.
const NAMES: f32 = 74.0;
const MONTHS: f32 = 20.0;

/// Draws the chart. `source` shows the way to what is known of changes over weeks.
pub(super) fn show(
    ui: &mut Ui,
    words: &Words,
    summary: &Summary,
    place: &mut Place,
    source: impl FnOnce(&mut Ui) -> Option<Action>,
) -> Option<Action> {
    section(ui, &words.get("sum-pain"));
    small(ui, &words.get("sum-pain-how"));
    if summary.pain.is_empty() {
        muted(ui, &words.get("sum-pain-none"));
        return None;
    }
    chart(ui, words, summary, place);
    let Some(trend) = &summary.trend else {
        small(ui, &words.get("sum-trend-early"));
        return None;
    };
    body(ui, &told::trend(words, trend));
    source(ui)
}

fn chart(ui: &mut Ui, words: &Words, summary: &Summary, place: &mut Place) {
    let weeks = &summary.pain;
    let size = vec2(ui.available_width(), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let plot = Rect::from_min_max(rect.min + vec2(SCALE, 8.0), rect.max - vec2(NAMES, MONTHS));
    let span = summary.span;
    let days = (span.to.duration_since(span.from).as_hours() / 24).max(1);
    let x = |date: Date| {
        let since = date.max(span.from).duration_since(span.from).as_hours() / 24;
        #[expect(clippy::cast_precision_loss, reason = "days of a life")]
        let part = since as f32 / days as f32;
        plot.left() + plot.width() * part
    };
    let y = |pain: f32| plot.bottom() - plot.height() * pain / 10.0;
    move_by_keys(ui, &response, place, weeks.len());
    let pointed = response.hover_pos().and_then(|pos| {
        let near = |week: &&PainWeek| (x(week.first) - pos.x).abs();
        weeks
            .iter()
            .min_by(|one, other| near(one).total_cmp(&near(other)))
    });
    let back = weeks.len().saturating_sub(1).saturating_sub(place.back);
    let focused = response.has_focus().then(|| weeks.get(back)).flatten();
    let told_of = pointed.or(focused);
    let text = told_of.map(|week| told::pain_week(words, week));
    let last = weeks.last().map(|week| told::pain_week(words, week));
    let trend = summary.trend.as_ref().map(|it| told::trend(words, it));
    let name = [Some(words.get("sum-pain")), trend, last.clone()];
    let name: Vec<String> = name.into_iter().flatten().collect();
    let name = name.join(". ");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    if let Some(text) = &text {
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_value(text.as_str()));
    }
    if ui.is_rect_visible(rect) {
        scale(ui, rect, plot, &y);
        months(ui, words, summary, plot, rect, &x);
        let palette = palette(ui);
        if let Some(limit) = summary.pain_limit {
            let at = y(f32::from(limit));
            dashed(ui, plot, at, palette.danger_line);
        }
        let before = |week: &PainWeek| week.before.map(Middle::value);
        let after = |week: &PainWeek| week.after.map(Middle::value);
        line(ui, weeks, (&x, &y), before, (palette.muted, false));
        line(ui, weeks, (&x, &y), after, (palette.teal, true));
        names(ui, words, summary, plot, &y);
        if let Some(week) = told_of {
            let stroke = Stroke::new(1.0, palette.focus);
            ui.painter().vline(x(week.first), plot.y_range(), stroke);
        }
    }
    focus_ring(ui, &response, radius::ROW);
    let shown = small(ui, text.as_deref().or(last.as_deref()).unwrap_or_default());
    if response.has_focus() {
        spoken::announce(ui, &shown, text.as_deref().unwrap_or_default());
    }
}

fn move_by_keys(ui: &Ui, response: &Response, place: &mut Place, weeks: usize) {
    if !response.has_focus() {
        return;
    }
    let own = EventFilter {
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, own));
    let count = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
    place.back = (place.back + count(Key::ArrowLeft)).min(weeks.saturating_sub(1));
    place.back = place.back.saturating_sub(count(Key::ArrowRight));
}

fn scale(ui: &Ui, rect: Rect, plot: Rect, y: &impl Fn(f32) -> f32) {
    let palette = palette(ui);
    for pain in [0_u8, 5, 10] {
        let at = y(f32::from(pain));
        let stroke = Stroke::new(palette.edge, palette.line);
        ui.painter().hline(plot.x_range(), at, stroke);
        let galley = one_line(ui, &pain.to_string(), Type::Tiny.font(), SCALE);
        let left = rect.left() + SCALE - 6.0 - galley.size().x;
        let top = at - galley.size().y / 2.0;
        ui.painter().galley(pos2(left, top), galley, palette.muted);
    }
}

fn months(
    ui: &Ui,
    words: &Words,
    summary: &Summary,
    plot: Rect,
    rect: Rect,
    x: &impl Fn(Date) -> f32,
) {
    let color = palette(ui).muted;
    let mut free_from = plot.left();
    let firsts = summary.days.iter().filter(|day| day.date.day() == 1);
    for day in firsts {
        let name = words.message(&dates::short_month(day.date));
        let galley = one_line(ui, &name, Type::Tiny.font(), 60.0);
        let left = x(day.date);
        if left >= free_from && left + galley.size().x <= plot.right() + 8.0 {
            free_from = left + galley.size().x + 10.0;
            let top = rect.bottom() - galley.size().y;
            ui.painter().galley(pos2(left, top), galley, color);
        }
    }
}

fn dashed(ui: &Ui, plot: Rect, y: f32, color: Color32) {
    let stroke = Stroke::new(1.5, color);
    let mut left = plot.left();
    while left < plot.right() {
        let right = (left + 5.0).min(plot.right());
        ui.painter().hline(left..=right, y, stroke);
        left += 9.0;
    }
}

/// One line of the chart: hollow dots or full ones, parted where a week is missing.
fn line(
    ui: &Ui,
    weeks: &[PainWeek],
    (x, y): (&impl Fn(Date) -> f32, &impl Fn(f32) -> f32),
    value: impl Fn(&PainWeek) -> Option<f32>,
    (color, is_full): (Color32, bool),
) {
    let surface = palette(ui).surface;
    let at = |week: &PainWeek| Some(pos2(x(week.first), y(value(week)?)));
    for pair in weeks.windows(2) {
        let is_next = pair[1].first.duration_since(pair[0].first).as_hours() <= 7 * 24;
        if let (true, Some(from), Some(to)) = (is_next, at(&pair[0]), at(&pair[1])) {
            ui.painter()
                .line_segment([from, to], Stroke::new(2.0, color));
        }
    }
    for center in weeks.iter().filter_map(at) {
        let fill = if is_full { color } else { surface };
        ui.painter()
            .circle(center, 3.2, fill, Stroke::new(1.5, color));
    }
}

/// The names of the lines, behind their ends and never over one another.
fn names(ui: &Ui, words: &Words, summary: &Summary, plot: Rect, y: &impl Fn(f32) -> f32) {
    let palette = palette(ui);
    let last = |value: fn(&PainWeek) -> Option<Middle>| summary.pain.iter().rev().find_map(value);
    let message = |id, pain: Option<Middle>| {
        let pain = pain?;
        let text = words.message(&Message::new(id).with("pain", told::middle(pain)));
        Some((text, y(pain.value())))
    };
    let limit = summary.pain_limit.map(|limit| {
        let text = words.message(&Message::new("sum-pain-limit").with("limit", limit));
        (text, y(f32::from(limit)))
    });
    let mut all: Vec<(String, f32, Color32)> = [
        (limit, palette.danger),
        (
            message("sum-pain-before", last(|it| it.before)),
            palette.muted,
        ),
        (
            message("sum-pain-after", last(|it| it.after)),
            palette.teal_ink,
        ),
    ]
    .into_iter()
    .filter_map(|(it, color)| it.map(|(text, y)| (text, y, color)))
    .collect();
    all.sort_by(|one, other| one.1.total_cmp(&other.1));
    let mut free_from = f32::NEG_INFINITY;
    for (text, at, color) in all {
        let galley = one_line(ui, &text, Type::Tiny.font(), NAMES - 8.0);
        let top = (at - galley.size().y / 2.0).max(free_from);
        free_from = top + galley.size().y;
        ui.painter()
            .galley(pos2(plot.right() + 8.0, top), galley, color);
    }
}
