//! The small window that reminds somebody of a routine.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{CornerRadius, Frame, Galley, Key, Rect, Sense, Stroke, StrokeKind, Ui, vec2};

use super::picture::{Sight, draw_time, somebody};
use super::spoken;
use super::text::lines;
use super::theme::{Type, palette, radius, space};
use super::widgets::{Button, Line, buttons, pressed, row, small};
use crate::desk::said::Said;
use crate::reminder::Answer;
use crate::routine::Routine;
use crate::words::{Message, Words};

/// What it shows.
#[derive(Debug, Clone)]
pub struct View {
    pub routine: Arc<Routine>,
    pub said: Said,
    pub can_be_put_off: bool,
}

/// How wide the window is, in points. It is as high as its words need.
pub const WIDTH: f32 = 540.0;

const PICTURE: f32 = 108.0;
/// Of its buttons.
const BETWEEN: f32 = 12.0;
/// With buttons of one line below words of three.
const LEAST_HEIGHT: f32 = 148.0;

/// Draws the window and returns what the person makes of the reminder, and how high it all is.
pub fn show(ui: &mut Ui, words: &Words, view: &View) -> (Option<Answer>, f32) {
    spoken::page(ui.ctx(), "reminder");
    let all = ui.max_rect();
    let frame = Frame::new().inner_margin(space::L);
    let shown = frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        let room = ui.available_width() - PICTURE - space::M;
        let mut answer = None;
        let mut line = Line::begin(ui);
        let top = ui.cursor().min;
        // Drawn last, as high as the words beside it, and read by nobody: the title says what it shows.
        line.add(ui, PICTURE, space::M, |ui| {
            ui.allocate_exact_size(vec2(PICTURE, LEAST_HEIGHT), Sense::hover());
        });
        let mut bottom = top.y + LEAST_HEIGHT;
        line.add(ui, room, 0.0, |ui| {
            answer = show_words(ui, words, view);
            bottom = bottom.max(ui.min_rect().bottom());
        });
        line.end(ui);
        let place = Rect::from_min_max(top, top + vec2(PICTURE, bottom - top.y));
        show_picture(ui, &view.routine, place);
        answer
    });
    let palette = palette(ui);
    let edge = Stroke::new(palette.edge, palette.outline);
    let corner = CornerRadius::ZERO;
    ui.painter()
        .rect_stroke(all, corner, edge, StrokeKind::Inside);
    let by_key = pressed(ui, Key::Escape).then_some(Answer::NotNow);
    (shown.inner.or(by_key), shown.response.rect.height())
}

fn show_words(ui: &mut Ui, words: &Words, view: &View) -> Option<Answer> {
    let Said { title, text, .. } = &view.said;
    let galley = lines(ui, title, Type::Heading.font(), ui.available_width(), 2);
    heading(ui, galley, &format!("{title}. {text}"));
    small(ui, text);
    let not_today = words.get("reminder-not-today");
    let no_more =
        Message::new("reminder-not-today-name").with("title", view.routine.title.as_str());
    let no_more = words.message(&no_more);
    let mut ways = vec![(Answer::Start, Button::primary(&view.said.start))];
    if view.can_be_put_off {
        ways.push((
            Answer::PutOff,
            Button::secondary(&view.said.put_off).tight(),
        ));
    }
    ways.push((Answer::NotNow, Button::quiet(&view.said.not_now)));
    ways.push((Answer::NotToday, Button::quiet(&not_today).name(&no_more)));
    let (answers, ways): (Vec<_>, Vec<_>) = ways.into_iter().unzip();
    let room = ui.available_width();
    let widths: f32 = ways.iter().map(|way| way.size(ui).x + BETWEEN).sum();
    let used = ui.min_rect().height() + ui.spacing().item_spacing.y;
    // In one line they stand at the foot of the picture.
    let above = if widths - BETWEEN <= room {
        LEAST_HEIGHT - used - space::CONTROL
    } else {
        0.0
    };
    ui.add_space(above.max(space::S));
    let pressed = row(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(BETWEEN, space::XS);
        buttons(ui, ways)
    });
    answers.get(pressed.inner?).copied()
}

/// The routine's name, on which the keyboard rests: no key that was meant for another window does anything here.
fn heading(ui: &mut Ui, galley: Arc<Galley>, text: &str) {
    let color = palette(ui).ink;
    let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, color);
    spoken::place(ui, rect, Role::Heading, text);
}

/// What shows the routine's first exercise, on a ground of its own: somebody in its position where nothing else
/// does, or the shape of its time where that is not known either.
fn show_picture(ui: &Ui, routine: &Routine, place: Rect) {
    let corner = CornerRadius::same(radius::PICTURE);
    let ground = palette(ui).surface;
    ui.painter().rect_filled(place, corner, ground);
    let area = place.shrink(space::S);
    let mut exercises = routine.exercises.iter();
    let seen = |exercise| Some((exercise, Sight::of(routine, exercise, None)?));
    if let Some((exercise, sight)) = exercises.find_map(seen) {
        sight.paint(ui, exercise, area);
    } else if let Some(position) = routine.exercises.iter().find_map(|it| it.position) {
        let high = area.height().min(area.width() / 2.4);
        let stage = Rect::from_center_size(area.center(), vec2(area.width(), high));
        somebody(ui, stage, position);
    } else {
        draw_time(ui, area, routine);
    }
}
