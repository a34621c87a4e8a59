//! The sums: sessions of those due, the dose, the time held.

use eframe::egui::accesskit::Role;
use eframe::egui::{CornerRadius, Rect, Sense, Ui, vec2};

use super::WIDE;
use crate::progress::Share;
use crate::report::summary as told;
use crate::summary::{Measure, Summary, Sums};
use crate::ui::text::{one_line, said};
use crate::ui::theme::{Type, palette, space};
use crate::ui::widgets::{Line, card, cards, muted, small};
use crate::words::{List, Message, Words};

pub(super) fn show(ui: &mut Ui, words: &Words, summary: &Summary, not_counted: u64) {
    let sums = &summary.whole;
    if ui.available_width() < WIDE {
        card(ui, |ui| compact(ui, words, summary, not_counted));
        return;
    }
    cards(ui, 3, |ui, number| match number {
        0 => sessions(ui, words, summary),
        1 => shares(ui, words, sums),
        _ => time(ui, words, sums),
    });
    let more = besides(words, summary, not_counted);
    if !more.is_empty() {
        ui.add_space(space::XS);
        small(ui, &words.list(List::Facts, more));
    }
}

/// The same in a line each, where there is little room.
fn compact(ui: &mut Ui, words: &Words, summary: &Summary, not_counted: u64) {
    let sums = &summary.whole;
    let percent = |share| told::percent(share).map(|it| words.message(&it));
    let sessions = told::sessions(words, sums);
    line(ui, &words.get("sum-sessions"), &sessions, sums.sessions);
    for (name, share) in [
        ("sum-dose", sums.held()),
        ("sum-attempted", sums.attempted()),
    ] {
        if let Some(percent) = percent(share) {
            line(ui, &words.get(name), &percent, share);
        }
    }
    for (side, share) in [
        ("sum-side-left", sums.left),
        ("sum-side-right", sums.right),
        ("sum-side-both", sums.both),
    ] {
        if share.of > 0 {
            let name = format!("{}, {}", words.get("sum-time"), words.get(side));
            let held = words.message(&told::done_of(Measure::Time, share));
            line(ui, &name, &held, share);
        }
    }
    ui.add_space(space::XS);
    about(ui, words, summary);
    for more in besides(words, summary, not_counted) {
        small(ui, &more);
    }
}

/// A name, its value beside it or below it where there is little room, and below them the part that it is.
fn line(ui: &mut Ui, name: &str, value: &str, share: Share) {
    let palette = palette(ui);
    let room = ui.available_width();
    let value_at = one_line(ui, value, Type::Strong.font(), room);
    let beside = (room - value_at.size().x - space::S).max(1.0);
    let font = Type::Small.font();
    let whole = ui
        .painter()
        .layout_no_wrap(name.to_owned(), font.clone(), palette.muted);
    if whole.size().x > beside {
        let name_at = one_line(ui, name, font, room);
        let (above, _) = ui.allocate_exact_size(vec2(room, name_at.size().y), Sense::hover());
        ui.painter().galley(above.min, name_at, palette.muted);
        let (below, _) = ui.allocate_exact_size(vec2(room, value_at.size().y), Sense::hover());
        ui.painter().galley(below.min, value_at, palette.ink);
        let text = format!("{name}: {value}");
        said(ui, above.union(below), &text, Role::Label, &text);
        bar(ui, share, room);
        return;
    }
    let name_at = one_line(ui, name, font, beside);
    let height = value_at.size().y.max(name_at.size().y);
    let (rect, _) = ui.allocate_exact_size(vec2(room, height), Sense::hover());
    let middle = rect.center().y;
    let at = eframe::egui::pos2(rect.left(), middle - name_at.size().y / 2.0);
    ui.painter().galley(at, name_at, palette.muted);
    let left = rect.right() - value_at.size().x;
    let at = eframe::egui::pos2(left, middle - value_at.size().y / 2.0);
    ui.painter().galley(at, value_at, palette.ink);
    let text = format!("{name}: {value}");
    said(ui, rect, &text, Role::Label, &text);
    bar(ui, share, room);
}

/// What there is to know of the number of sessions.
fn about(ui: &mut Ui, words: &Words, summary: &Summary) {
    let due = told::about_sessions(&summary.whole);
    for text in due
        .map(|it| words.message(&it))
        .into_iter()
        .chain(told::lately(words, summary))
    {
        small(ui, &text);
    }
}

/// What the sums leave out, or have besides.
fn besides(words: &Words, summary: &Summary, not_counted: u64) -> Vec<String> {
    let left = Message::new("sum-sessions-left").with("count", not_counted);
    let left = (not_counted > 0).then_some(left);
    let all = told::besides(summary).into_iter().chain(left);
    all.map(|it| words.message(&it)).collect()
}

fn sessions(ui: &mut Ui, words: &Words, summary: &Summary) {
    let sums = &summary.whole;
    let (name, value) = (words.get("sum-sessions"), told::sessions(words, sums));
    muted(ui, &name);
    number(ui, &format!("{name}: {value}"), &value, "");
    bar(ui, sums.sessions, ui.available_width());
    about(ui, words, summary);
}

/// The two shares that a physiotherapist asks for.
fn shares(ui: &mut Ui, words: &Words, sums: &Sums) {
    let nothing = || "–".to_owned();
    let percent = |share| told::percent(share).map_or_else(nothing, |it| words.message(&it));
    let is_due = sums.is_due();
    let name = if is_due {
        "sum-shares-due"
    } else {
        "sum-shares-begun"
    };
    muted(ui, &words.get(name));
    let gap = space::M;
    let width = (ui.available_width() - gap) / 2.0;
    let mut line = Line::begin(ui);
    for (name, short, share) in [
        ("sum-dose", "sum-dose-short", sums.held()),
        ("sum-attempted", "sum-attempted-short", sums.attempted()),
    ] {
        line.add(ui, width, gap, |ui| {
            let percent = percent(share);
            let text = format!("{}: {percent}", words.get(name));
            number(ui, &text, &percent, &words.get(short));
            bar(ui, share, ui.available_width());
        });
    }
    line.end(ui);
    small(ui, &words.message(&told::about_dose(sums)));
    small(ui, &words.message(&told::about_exercises(sums)));
}

fn time(ui: &mut Ui, words: &Words, sums: &Sums) {
    let has_sides = sums.left.of + sums.right.of > 0;
    let sides = [("sum-side-left", sums.left), ("sum-side-right", sums.right)];
    let both = [("sum-side-both", sums.both)];
    let shown: &[_] = if has_sides { &sides } else { &both };
    muted(ui, &words.get("sum-time"));
    let gap = space::M;
    #[expect(clippy::cast_precision_loss, reason = "one or two")]
    let width = (ui.available_width() - gap * (shown.len() - 1) as f32) / shown.len() as f32;
    let mut line = Line::begin(ui);
    for (side, share) in shown {
        line.add(ui, width, gap, |ui| {
            let time = words.message(&told::hours(share.done));
            let side = words.get(side);
            number(ui, &format!("{time} {side}"), &time, &side);
            bar(ui, *share, ui.available_width());
        });
    }
    line.end(ui);
    let of = match shown {
        [(_, left), (_, right)] if left.of != right.of => Message::new("sum-time-sides")
            .with("left", told::hours(left.of))
            .with("right", told::hours(right.of)),
        [(_, of), ..] => Message::new("sum-time-of").with("of", told::hours(of.of)),
        [] => return,
    };
    small(ui, &words.message(&of));
    if has_sides && sums.both.of > 0 {
        let both = words.message(&told::hours(sums.both.done));
        small(ui, &format!("{both} {}", words.get("sum-side-both")));
    }
}

/// A large number, with a word behind it. Screen readers say `text`.
fn number(ui: &mut Ui, text: &str, value: &str, word: &str) {
    let palette = palette(ui);
    let room = ui.available_width();
    let large = one_line(ui, value, Type::Title.font(), room);
    let beside = one_line(
        ui,
        word,
        Type::Small.font(),
        (room - large.size().x - space::S).max(1.0),
    );
    let size = vec2(room, large.size().y);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let baseline = rect.bottom() - beside.size().y - 4.0;
    let at = vec2(large.size().x + space::S, 0.0);
    ui.painter().galley(rect.min, large, palette.ink);
    let at = eframe::egui::pos2(rect.left() + at.x, baseline);
    ui.painter().galley(at, beside, palette.muted);
    said(ui, rect, text, Role::Label, text);
}

/// A part of a whole; words beside it say the same.
pub(super) fn bar(ui: &mut Ui, share: Share, width: f32) {
    const HEIGHT: f32 = 6.0;
    let (rect, _) = ui.allocate_exact_size(vec2(width.max(0.0), HEIGHT), Sense::hover());
    let palette = palette(ui);
    let corner = CornerRadius::same(3);
    ui.painter().rect_filled(rect, corner, palette.track);
    let done = Rect::from_min_size(rect.min, vec2(rect.width() * part(share), HEIGHT));
    if done.width() > 0.0 {
        ui.painter().rect_filled(done, corner, palette.teal);
    }
}

/// From 0 to 1.
fn part(share: Share) -> f32 {
    if share.of == 0 {
        return 0.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "as exact as can be seen")]
    let part = share.done as f32 / share.of as f32;
    part.clamp(0.0, 1.0)
}
