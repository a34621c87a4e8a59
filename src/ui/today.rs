//! Today: what is to be done, what is done, and the one thing to begin with.

use eframe::egui::{Key, Ui, vec2};

use super::picture;
use super::theme::{is_narrow, palette, space};
use super::widgets::{
    Button, body, dose_dots, heading, muted, notice, panel, pressed, sides, small, strong, title,
};
use super::{Action, Place, facts};
use crate::plan::Plan;
use crate::routine::Routine;
use crate::words::{Message, Words};

/// The routines of a day.
#[derive(Debug)]
pub struct View<'a> {
    pub part_of_day: PartOfDay,
    /// Sessions done today, of the routines shown.
    pub done: u32,
    /// Sessions meant for today, of the routines shown.
    pub due: u32,
    /// The one to do next first.
    pub cards: Vec<Card<'a>>,
    /// A session that was cut off, and what there is to do about it.
    pub unfinished: Option<Unfinished<'a>>,
    /// What is wrong and concerns the whole app, each as a sentence.
    pub troubles: &'a [String],
}

/// When it is, as far as a greeting goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartOfDay {
    Morning,
    Afternoon,
    Evening,
}

impl PartOfDay {
    /// Mornings begin at four and end at noon, afternoons end at six.
    pub fn at(time: jiff::civil::Time) -> Self {
        match time.hour() {
            4..12 => Self::Morning,
            12..18 => Self::Afternoon,
            _ => Self::Evening,
        }
    }

    fn greeting(self) -> &'static str {
        match self {
            Self::Morning => "today-greeting-morning",
            Self::Afternoon => "today-greeting-afternoon",
            Self::Evening => "today-greeting-evening",
        }
    }
}

/// One routine with its dose of the day.
#[derive(Debug)]
pub struct Card<'a> {
    pub routine: &'a Routine,
    pub plan: &'a Plan,
    /// Whether it came with the program; of the person's own, the author is shown.
    pub shipped: bool,
    /// Sessions done today.
    pub done: u32,
    /// Sessions meant for today.
    pub dose: u32,
    /// What is wrong with the file since its last good version was read.
    pub mistake: Option<&'a str>,
}

impl Card<'_> {
    fn is_due(&self) -> bool {
        self.done < self.dose
    }

    /// Past what its author allows for one day.
    fn is_enough(&self) -> bool {
        let most = self.routine.schedule.max_per_day;
        most.is_some_and(|most| self.done >= most)
    }
}

/// A session that was cut off.
#[derive(Debug)]
pub struct Unfinished<'a> {
    pub title: &'a str,
    /// Steps of the dose that were done, and that there are.
    pub done: usize,
    pub of: usize,
}

pub fn show(ui: &mut Ui, words: &Words, view: &View) -> Option<Action> {
    let mut action = None;
    title(ui, &words.get(view.part_of_day.greeting()));
    muted(ui, &words.message(&summary(view)));
    ui.add_space(space::S);
    for trouble in view.troubles {
        notice(ui, trouble);
    }
    if let Some(unfinished) = &view.unfinished {
        action = action.or(show_unfinished(ui, words, unfinished));
    }
    action = action.or(show_cards(ui, words, view));
    ui.add_space(space::S);
    small(ui, &words.get("today-gentle"));
    action
}

/// What is done, and what comes next.
fn summary(view: &View) -> Message {
    let progress = Message::new("today-progress")
        .with("done", view.done)
        .with("due", view.due);
    match view.cards.iter().find(|card| card.is_due()) {
        Some(next) => Message::new("today-next")
            .with("progress", progress)
            .with("title", next.routine.title.as_str())
            .with("minutes", facts::minutes(next.plan)),
        None if view.cards.is_empty() => Message::new("today-empty"),
        None => Message::new("today-all-done").with("progress", progress),
    }
}

fn show_unfinished(ui: &mut Ui, words: &Words, unfinished: &Unfinished) -> Option<Action> {
    let mut action = None;
    let text = Message::new("today-unfinished")
        .with("done", unfinished.done)
        .with("of", unfinished.of);
    let fill = palette(ui).coral_soft;
    panel(ui, fill, |ui| {
        sides(
            ui,
            520.0,
            |ui| {
                strong(ui, unfinished.title);
                body(ui, &words.message(&text));
            },
            |ui| {
                if ui.add(Button::primary(&words.get("today-go-on"))).clicked() {
                    action = Some(Action::GoOn);
                }
                if ui
                    .add(Button::secondary(&words.get("today-let-go")))
                    .clicked()
                {
                    action = Some(Action::LetGo);
                }
            },
        );
    });
    ui.add_space(space::S);
    action
}

/// A card is no narrower than this where there is room for two.
const CARD_WIDTH: f32 = 270.0;

fn show_cards(ui: &mut Ui, words: &Words, view: &View) -> Option<Action> {
    let mut action = None;
    let gap = space::M;
    let room = ui.available_width();
    let width_of = |columns: u8| (room - gap * f32::from(columns - 1)) / f32::from(columns);
    let fits = |columns: &u8| width_of(*columns) >= CARD_WIDTH;
    let columns = (2..=4).rev().find(fits).unwrap_or(1);
    let width = width_of(columns);
    for (index, line) in view.cards.chunks(columns.into()).enumerate() {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for (column, card) in line.iter().enumerate() {
                let first = index == 0 && column == 0 && card.is_due();
                ui.allocate_ui(vec2(width, 0.0), |ui| {
                    action = action.take().or(show_card(ui, words, card, first));
                });
            }
        });
        ui.add_space(gap - space::S);
    }
    action
}

fn show_card(ui: &mut Ui, words: &Words, card: &Card, first: bool) -> Option<Action> {
    let mut action = None;
    let routine = card.routine;
    let begin = Action::Begin {
        routine: routine.id.clone(),
    };
    super::widgets::card(ui, |ui| {
        let page = Action::Go(Place::Routine(routine.id.clone()));
        let height = if is_narrow(ui.ctx()) { 96.0 } else { 150.0 };
        if picture::of_routine(ui, words, routine, card.plan, height).clicked() {
            action = Some(page);
        }
        ui.add_space(space::XS);
        heading(ui, &routine.title);
        small(ui, &facts::of_card(words, routine, card.plan, card.shipped));
        if let Some(mistake) = card.mistake {
            super::widgets::note(ui, mistake);
        } else if card.is_enough() {
            small(ui, &words.get("today-enough"));
        }
        ui.add_space(space::XS);
        sides(
            ui,
            200.0,
            |ui| {
                let dose = Message::new("today-dose")
                    .with("done", card.done)
                    .with("dose", card.dose);
                dose_dots(ui, card.done, card.dose, &words.message(&dose));
            },
            |ui| {
                let text = words.get("today-start");
                let name = Message::new("today-start-name").with("title", routine.title.as_str());
                let name = words.message(&name);
                let button = if card.is_enough() {
                    Button::secondary(&text)
                } else {
                    Button::primary(&text)
                };
                let response = ui.add(button.name(&name));
                if response.clicked() || (first && pressed(ui, Key::Enter)) {
                    action = Some(begin);
                }
            },
        );
    });
    action
}
