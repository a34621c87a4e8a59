//! What a file holds: how long and how often, its exercises, when to stop, and what is worth knowing.

use eframe::egui::{CornerRadius, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};

use super::View;
use crate::facts;
use crate::routine::{Exercise, Routine};
use crate::ui::before_session::authors_terms;
use crate::ui::picture;
use crate::ui::text::lines;
use crate::ui::theme::{Type, palette, radius, space};
use crate::ui::widgets::{body, small, strong, warning};
use crate::ui::{fact_card, routine as page};
use crate::words::{List, Message, Words};

pub(super) fn show(ui: &mut Ui, words: &Words, view: &View, routine: &Routine) {
    if let Some(summary) = &routine.summary {
        body(ui, summary);
    }
    fact_card::show(ui, words, &facts_of(words, view, routine));
    show_exercises(ui, words, view, routine);
    authors_terms(ui, words, &routine.safety);
    for message in worth_knowing(view, routine) {
        warning(ui, &words.message(&message));
    }
}

fn facts_of(words: &Words, view: &View, routine: &Routine) -> Vec<(&'static str, String)> {
    let minutes = facts::minutes(view.part.unwrap_or(routine));
    let minutes = Message::new("receive-minutes").with("minutes", minutes);
    let mut all = vec![
        ("receive-how-long", words.message(&minutes)),
        (
            "routine-how-often",
            facts::schedule(words, &routine.schedule),
        ),
    ];
    let length = facts::length_of_programme(words, &routine.schedule);
    if !length.is_empty() {
        all.push(("routine-programme", words.list(List::Facts, length)));
    }
    let equipment = facts::equipment(routine);
    if !equipment.is_empty() {
        all.push(("routine-equipment", words.list(List::And, equipment)));
    }
    all.extend(page::review(words, routine, view.today));
    all
}

/// What the person should know before they add it, that is not said above.
fn worth_knowing(view: &View, routine: &Routine) -> Vec<Message> {
    let mut all = Vec::new();
    if let Some(last) = routine.schedule.last_day.filter(|last| *last < view.today) {
        let ended = Message::new("receive-ended");
        all.push(ended.with("date", crate::dates::in_words(last)));
    }
    let has_easier = |exercise: &&Exercise| exercise.easier.is_some();
    let without = routine.exercises.iter().filter(|it| !has_easier(it));
    let without: Vec<&str> = without.map(|exercise| &*exercise.name).collect();
    // Where none has an easier way there is nothing to tell apart.
    if !without.is_empty() && without.len() < routine.exercises.len() && without.len() <= MOST_NAMED
    {
        let easier = Message::new("receive-easier").with("count", without.len());
        all.push(easier.with("exercises", List::And.of(without)));
    }
    all
}

/// More names than these tell nobody anything.
const MOST_NAMED: usize = 3;

/// The least width of a card.
const NARROWEST: f32 = 190.0;
const PICTURE: f32 = 106.0;
const PADDING: f32 = 12.0;
const GAP: f32 = space::M;

/// Each exercise on a card, as many beside one another as there is room for.
fn show_exercises(ui: &mut Ui, words: &Words, view: &View, routine: &Routine) {
    let room = ui.available_width();
    let fitting = |columns: &u8| {
        let columns = f32::from(*columns);
        columns * NARROWEST + (columns - 1.0) * GAP <= room
    };
    let columns = (1..=4).rev().find(fitting).unwrap_or(1);
    let width = (room - GAP * f32::from(columns - 1)) / f32::from(columns);
    let cards: Vec<Card> = routine
        .exercises
        .iter()
        .map(|exercise| Card::of(words, view, exercise))
        .collect();
    for line in cards.chunks(columns.into()) {
        let heights = line.iter().map(|card| card.height(ui, width));
        let height = heights.fold(0.0, f32::max);
        let (all, _) = ui.allocate_exact_size(vec2(room, height), Sense::hover());
        let mut left = all.left();
        for card in line {
            let place = Rect::from_min_size(pos2(left, all.top()), vec2(width, height));
            card.show(ui, words, view, routine, place);
            left += width + GAP;
        }
        ui.add_space(GAP - ui.spacing().item_spacing.y);
    }
    ui.add_space(space::XS);
}

/// An exercise in a few words.
struct Card<'a> {
    exercise: &'a Exercise,
    facts: String,
}

impl<'a> Card<'a> {
    fn of(words: &Words, view: &View, exercise: &'a Exercise) -> Self {
        let mut parts = vec![facts::dose(words, &exercise.in_week(view.week))];
        if exercise.optional {
            parts.push(words.get("exercise-optional"));
        }
        if let Some(group) = &exercise.group {
            parts.push(group.name.clone());
        }
        Self {
            exercise,
            facts: words.list(List::Facts, parts),
        }
    }

    fn height(&self, ui: &Ui, width: f32) -> f32 {
        let inner = width - 2.0 * PADDING;
        let texts = [
            (&self.exercise.name, Type::Strong),
            (&self.facts, Type::Small),
        ];
        let texts = texts.map(|(text, kind)| {
            let whole = lines(ui, text, kind.font(), inner, usize::MAX);
            whole.size().y
        });
        PADDING + PICTURE + space::S + texts[0] + space::XS + texts[1] + PADDING
    }

    fn show(&self, ui: &mut Ui, words: &Words, view: &View, routine: &Routine, place: Rect) {
        let palette = palette(ui);
        let edge = Stroke::new(palette.edge, palette.line);
        let corner = CornerRadius::same(radius::CARD);
        ui.painter()
            .rect(place, corner, palette.surface, edge, StrokeKind::Inside);
        let inner = UiBuilder::new()
            .max_rect(place.shrink(PADDING))
            .id_salt(&*self.exercise.id);
        let ui = &mut ui.new_child(inner);
        ui.spacing_mut().item_spacing.y = space::XS;
        let size = vec2(ui.available_width(), PICTURE);
        let pictures = view.pictures;
        if !picture::of_exercise(ui, words, routine, self.exercise, pictures, size) {
            show_position(ui, self.exercise, size);
        }
        ui.add_space(space::XS);
        strong(ui, &self.exercise.name);
        small(ui, &self.facts);
    }
}

/// What stands in for an exercise that nothing shows.
fn show_position(ui: &mut Ui, exercise: &Exercise, size: eframe::egui::Vec2) {
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let ground = palette(ui).paper;
    ui.painter()
        .rect_filled(rect, CornerRadius::same(radius::PICTURE), ground);
    if let Some(position) = exercise.position {
        picture::somebody(ui, rect.shrink2(vec2(16.0, 22.0)), position);
    }
}
