//! Sessions a day: a square for each day, a column for each week.
//!
//! The calendar is one control. The arrows go from day to day and from week to week, the day they stand on is
//! told below it, and Enter opens it. Each state has a shape of its own, so that none is told by colour alone.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Color32, CornerRadius, EventFilter, Key, Modifiers, Painter, Pos2, Rect, Response, Sense,
    Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::dates;
use crate::facts;
use crate::report::summary as told;
use crate::summary::{DaySum, Mark, Summary, week_of};
use crate::ui::spoken;
use crate::ui::text::one_line;
use crate::ui::theme::{Palette, Type, palette, radius, space};
use crate::ui::widgets::{Button, focus_ring, muted, row, section, small};
use crate::words::Words;

/// What part of the calendar is shown, and which day the keyboard is on.
#[derive(Debug, Default)]
pub(super) struct Place {
    /// How many weeks before the last the last that is shown is.
    back: usize,
    day: Option<Date>,
}

const DAYS: usize = 7;
/// The room for the names of the days.
const NAMES: f32 = 40.0;
/// The height of the names of the months.
const MONTHS: f32 = 20.0;
const LARGEST: f32 = 21.0;

/// Draws the calendar, and gives the day that was opened.
pub(super) fn show(
    ui: &mut Ui,
    words: &Words,
    summary: &Summary,
    place: &mut Place,
) -> Option<Date> {
    // No higher than its words, so that it stands in line with that of the card beside it.
    ui.spacing_mut().interact_size.y = 0.0;
    row(ui, |ui| {
        section(ui, &words.get("sum-days"));
        if let Some(due) = &summary.due
            && !due.rhythms.is_empty()
        {
            let rhythm = due.rhythms.iter().map(|it| facts::rhythm(words, it));
            muted(ui, &words.list(crate::words::List::Or, rhythm));
        }
    });
    let opened = grid(ui, words, summary, place);
    legend(ui, words, &summary.days);
    opened
}

/// The weeks that are in view: the first day of the first, and how many.
fn in_view(ui: &Ui, summary: &Summary, place: &mut Place) -> (Date, usize) {
    let first = week_of(summary.span.from, summary.first_weekday);
    let last = week_of(summary.span.to, summary.first_weekday);
    let weeks = usize::try_from(last.duration_since(first).as_hours() / 24 / 7).unwrap_or(0) + 1;
    let room = ui.available_width() - NAMES;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few"
    )]
    let fitting = ((room / 12.0).max(4.0) as usize).clamp(4, 53);
    let shown = weeks
        .min(fitting)
        .min(if weeks <= 53 && room > 53.0 * 12.0 {
            53
        } else {
            26
        });
    place.back = place.back.min(weeks - shown);
    let skipped = weeks - shown - place.back;
    let from = first.saturating_add(i64::try_from(skipped * DAYS).unwrap_or(0).days());
    (from, shown)
}

fn grid(ui: &mut Ui, words: &Words, summary: &Summary, place: &mut Place) -> Option<Date> {
    let (from, weeks) = in_view(ui, summary, place);
    let room = ui.available_width();
    #[expect(clippy::cast_precision_loss, reason = "a few")]
    let step = ((room - NAMES) / weeks as f32).min(LARGEST);
    #[expect(clippy::cast_precision_loss, reason = "seven")]
    let size = vec2(room, MONTHS + step * DAYS as f32);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let shown = days_from(summary, from);
    let at = |date: Date| -> Rect {
        let days = usize::try_from(date.duration_since(from).as_hours() / 24).unwrap_or(0);
        #[expect(clippy::cast_precision_loss, reason = "a few")]
        let place = vec2((days / DAYS) as f32, (days % DAYS) as f32) * step;
        let corner = rect.min + vec2(NAMES, MONTHS) + place;
        Rect::from_min_size(corner, Vec2::splat(step)).shrink(step * 0.11)
    };
    let pointed = response.hover_pos().and_then(|pos| {
        let days = shown.iter();
        days.map(|day| day.date)
            .find(|date| at(*date).expand(step * 0.12).contains(pos))
    });
    let today = shown.last().map(|day| day.date)?;
    let earliest = shown.first()?.date;
    move_by_keys(ui, &response, place, (earliest, today));
    let chosen = place.day.filter(|day| earliest <= *day && *day <= today);
    let focused = response.has_focus().then(|| chosen.unwrap_or(today));
    let told_of = pointed.or(focused);
    let of_day = |date: Date| shown.iter().find(|day| day.date == date);
    let text = told_of.and_then(of_day).map(|day| told::day(words, day));
    name(ui, words, &response, shown, focused.and(text.as_deref()));
    if ui.is_rect_visible(rect) {
        paint(ui, words, shown, rect, step, &at);
        let palette = palette(ui);
        if summary.today == today {
            ring(
                ui.painter(),
                at(today).expand(2.5),
                1.5,
                palette.danger_line,
            );
        }
        if let Some(day) = told_of {
            ring(ui.painter(), at(day).expand(2.5), 2.0, palette.focus);
        }
    }
    focus_ring(ui, &response, radius::ROW);
    let line = text.unwrap_or_else(|| told::days(words, shown).unwrap_or_default());
    let line = small(ui, &line);
    if response.has_focus() {
        spoken::announce(
            ui,
            &line,
            told_of
                .and_then(of_day)
                .map(|day| told::day(words, day))
                .as_deref()
                .unwrap_or_default(),
        );
    }
    earlier_and_later(ui, words, summary, place, weeks);
    let opens = response.clicked() && (pointed.is_some() || focused.is_some());
    let opened = if opens { pointed.or(focused) } else { None };
    opened.filter(|day| of_day(*day).is_some_and(|day| day.sums.begun > 0))
}

/// The days of the summary from this one on, of which all that are in view lie at its beginning.
fn days_from(summary: &Summary, from: Date) -> &[DaySum] {
    let start = summary.days.partition_point(|day| day.date < from);
    let days = &summary.days[start..];
    let weeks = 53 * DAYS;
    &days[..days.len().min(weeks)]
}

fn move_by_keys(ui: &Ui, response: &Response, place: &mut Place, (first, last): (Date, Date)) {
    if !response.has_focus() {
        return;
    }
    let own = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, own));
    let week = i64::try_from(DAYS).unwrap_or(7);
    let mut day = place.day.unwrap_or(last).clamp(first, last);
    for (key, by) in [
        (Key::ArrowLeft, -week),
        (Key::ArrowRight, week),
        (Key::ArrowUp, -1),
        (Key::ArrowDown, 1),
    ] {
        let pressed = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        for _ in 0..pressed {
            let to = day.saturating_add(by.days());
            if first <= to && to <= last {
                day = to;
            }
        }
    }
    place.day = Some(day);
}

/// What screen readers call it: all that is in view in a sentence, and the day that the keyboard is on.
fn name(ui: &Ui, words: &Words, response: &Response, days: &[DaySum], day: Option<&str>) {
    let all = told::days(words, days).unwrap_or_default();
    let name = format!("{}. {all}", words.get("sum-days"));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    if let Some(day) = day {
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_value(day));
    }
}

fn paint(
    ui: &Ui,
    words: &Words,
    days: &[DaySum],
    rect: Rect,
    step: f32,
    at: &impl Fn(Date) -> Rect,
) {
    let palette = palette(ui);
    let painter = ui.painter();
    let label = |text: &str, pos: Pos2, color: Color32| {
        let galley = one_line(ui, text, Type::Tiny.font(), NAMES);
        let top = pos.y - galley.size().y / 2.0;
        painter.galley(pos2(pos.x, top), galley, color);
    };
    for day in days.iter().take(DAYS).step_by(2) {
        let name = words.get(facts::weekday_id(day.date.weekday()));
        label(
            &name,
            pos2(rect.left(), at(day.date).center().y),
            palette.muted,
        );
    }
    let mut last_label = f32::NEG_INFINITY;
    for week in days.chunks(DAYS) {
        let begins = week.iter().find(|day| day.date.day() <= 7);
        let x = at(week[0].date).left();
        if begins.is_some_and(|day| day.date.day() == 1 || week[0].date.day() <= 7)
            && x - last_label > 2.0 * step.max(14.0)
        {
            let month = begins.map_or(week[0].date, |day| day.date);
            let name = words.message(&dates::short_month(month));
            label(
                &name,
                pos2(x, rect.top() + MONTHS / 2.0 - 2.0),
                palette.muted,
            );
            last_label = x;
        }
    }
    for day in days {
        square(painter, palette, at(day.date), day.mark(), day.hurt);
    }
}

/// One day.
fn square(painter: &Painter, palette: &Palette, rect: Rect, mark: Mark, hurt: bool) {
    let corner = CornerRadius::same(4);
    let edge = Stroke::new(palette.edge + 0.5, palette.teal);
    let center = rect.center();
    match mark {
        Mark::Done => {
            painter.rect_filled(rect, corner, palette.teal);
        }
        Mark::Partly => {
            painter.rect(rect, corner, palette.surface, edge, StrokeKind::Inside);
            let half = rect.with_min_y(center.y);
            let below = CornerRadius {
                nw: 0,
                ne: 0,
                ..corner
            };
            painter.rect_filled(half, below, palette.teal);
        }
        Mark::Due | Mark::Open => {
            let edge = Stroke::new(palette.edge + 0.2, palette.outline);
            painter.rect(rect, corner, palette.surface, edge, StrokeKind::Inside);
        }
        Mark::PutOff => {
            let half = rect.width() * 0.2;
            let stroke = Stroke::new(1.5, palette.danger_line);
            for slope in [half, -half] {
                let arm = vec2(half, slope);
                painter.line_segment([center - arm, center + arm], stroke);
            }
        }
        Mark::NotDue => {
            let half = vec2(rect.width() * 0.2, 0.0);
            let stroke = Stroke::new(1.5, palette.outline);
            painter.line_segment([center - half, center + half], stroke);
        }
        Mark::Before | Mark::Nothing => {
            painter.circle_filled(center, 1.5, palette.outline);
        }
    }
    if hurt {
        let at = rect.right_top() + vec2(-1.0, 1.0);
        painter.circle(
            at,
            (rect.width() * 0.24).clamp(3.0, 4.5),
            palette.danger_line,
            Stroke::new(1.0, palette.surface),
        );
    }
}

fn ring(painter: &Painter, rect: Rect, width: f32, color: Color32) {
    let stroke = Stroke::new(width, color);
    painter.rect_stroke(rect, CornerRadius::same(6), stroke, StrokeKind::Middle);
}

/// What each square means, of those that the days have.
fn legend(ui: &mut Ui, words: &Words, days: &[DaySum]) {
    let has = |mark: Mark, hurt: bool| {
        days.iter().any(|day| match (day.mark(), mark) {
            _ if hurt => day.hurt,
            // These look alike.
            (Mark::Before, Mark::Nothing) | (Mark::Open, Mark::Due) => true,
            (of_day, mark) => of_day == mark,
        })
    };
    let all = [
        (Mark::Done, false, "sum-mark-done"),
        (Mark::Partly, false, "sum-mark-partly"),
        (Mark::Due, false, "sum-mark-due"),
        (Mark::PutOff, false, "sum-day-put-off"),
        (Mark::NotDue, false, "sum-mark-not-due"),
        (Mark::Nothing, false, "sum-mark-nothing"),
        (Mark::Partly, true, "sum-day-hurt"),
    ];
    row(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(space::M, space::XS);
        for (mark, hurt, name) in all.into_iter().filter(|(mark, hurt, _)| has(*mark, *hurt)) {
            let galley = one_line(
                ui,
                &words.get(name),
                Type::Tiny.font(),
                ui.max_rect().width(),
            );
            let side = 15.0;
            let room = vec2(side + 6.0 + galley.size().x, side.max(galley.size().y));
            let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words.get(name)));
            let palette = palette(ui);
            let middle = pos2(rect.left() + side / 2.0, rect.center().y);
            let square_at = Rect::from_center_size(middle, Vec2::splat(side));
            square(ui.painter(), palette, square_at, mark, hurt);
            let at = pos2(
                rect.left() + side + 6.0,
                rect.center().y - galley.size().y / 2.0,
            );
            ui.painter().galley(at, galley, palette.ink);
        }
    });
}

/// The ways to what is not in view.
fn earlier_and_later(
    ui: &mut Ui,
    words: &Words,
    summary: &Summary,
    place: &mut Place,
    weeks: usize,
) {
    let all = summary.days.len().div_ceil(DAYS);
    if all <= weeks + 1 {
        return;
    }
    row(ui, |ui| {
        if ui
            .add(Button::secondary(&words.get("sum-earlier")))
            .clicked()
        {
            place.back += weeks / 2;
            place.day = None;
        }
        if place.back > 0 && ui.add(Button::secondary(&words.get("sum-later"))).clicked() {
            place.back = place.back.saturating_sub(weeks / 2);
            place.day = None;
        }
    });
}
