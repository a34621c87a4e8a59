//! Today: what is to be done, what is done, and the one thing to begin with.

use std::path::Path;
use std::ptr;
use std::sync::Arc;
use std::time::Duration;

use eframe::egui::{Id, Key, Ui};
use jiff::Zoned;
use jiff::civil::Date;

use super::before_session::BeforeAction;
use super::editor::OpenAction;
use super::history::HistoryAction;
use super::picture_cache::{PictureCache, Pictures};
use super::spoken::announce;
use super::theme::{is_narrow, palette, space};
use super::widgets::{
    Button, NumberPad, Spare, body, buttons, card, cards_with_spare, dose_dots, muted, note,
    notice, panel, part, pressed, short_facts, short_heading, sides, small, strong, title, warning,
};
use super::{Action, Place, advice, picture};
use crate::day::{Dose, Rank, Standing, Turn};
use crate::facts;
use crate::library::Notice;
use crate::progress::{Share, Tally};
use crate::report;
use crate::routine::Routine;
use crate::store::LeftDraft;
use crate::text::printable;
use crate::words::{List, Message, Words};

/// The routines of a day.
#[derive(Debug)]
pub struct View<'a> {
    pub now: &'a Zoned,
    /// In the order in which they are offered.
    pub cards: Vec<Card<'a>>,
    /// What their files bring.
    pub pictures: &'a PictureCache,
    /// A session that was cut off, and what there is to do about it.
    pub unfinished: Option<Unfinished<'a>>,
    /// Unsaved work in the editor that was left.
    pub left: &'a [LeftDraft],
    /// A session of yesterday of which the person is asked how it feels today.
    pub next_day: Option<NextDay<'a>>,
    /// The names of routine files that can't be used as they are.
    pub broken: &'a [String],
    /// What is wrong and concerns the whole app.
    pub warnings: &'a [Message],
}

/// A session of which it is asked the next day how it feels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextDay<'a> {
    pub session: crate::history::Id,
    pub title: &'a str,
    pub day: Date,
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

    /// How long until another part of the day begins, or another day.
    pub fn next_begins_in(now: &Zoned) -> Duration {
        let midnight = now.date().tomorrow().unwrap_or(Date::MAX).at(0, 0, 0, 0);
        let next = [4, 12, 18]
            .map(|hour| now.date().at(hour, 0, 0, 0))
            .into_iter()
            .find(|next| *next > now.datetime())
            .unwrap_or(midnight);
        // Civil time is near enough: where clocks change, the next look corrects it.
        next.duration_since(now.datetime()).unsigned_abs()
    }

    fn greeting(self) -> &'static str {
        match self {
            Self::Morning => "today-greeting-morning",
            Self::Afternoon => "today-greeting-afternoon",
            Self::Evening => "today-greeting-evening",
        }
    }
}

/// One routine of the day.
#[derive(Debug, Clone, PartialEq)]
pub struct Card<'a> {
    pub routine: &'a Routine,
    /// What its next session has, where that is not all of it.
    pub part: Option<Arc<Routine>>,
    /// Whether it came with the program; of the person's own, the author is shown.
    pub shipped: bool,
    /// Of its file.
    pub folder: Option<&'a Path>,
    /// The file that has a mistake now, if this is its last good version.
    pub changed_file: Option<String>,
    /// The name of its file, where another routine has the same title.
    pub file: Option<String>,
    /// What there is to say where another file, or a shipped routine, has the same id.
    pub twin: Option<&'a Notice>,
    /// What the day means for it.
    pub standing: Standing,
}

impl Card<'_> {
    /// The place of the routine in the day.
    pub fn rank(&self) -> Rank {
        self.standing.rank()
    }

    /// What its next session has.
    fn session(&self) -> &Routine {
        self.part.as_deref().unwrap_or(self.routine)
    }

    /// Whether the person has not taken it up.
    pub fn is_suggested(&self) -> bool {
        matches!(self.standing.dose, Dose::Suggested { .. })
    }
}

/// A session that was cut off.
#[derive(Debug)]
pub struct Unfinished<'a> {
    pub title: &'a str,
    pub tally: Tally,
}

pub fn show(ui: &mut Ui, words: &Words, view: &View) -> Option<Action> {
    let mut action = None;
    title(ui, &words.get(PartOfDay::at(view.now.time()).greeting()));
    if let Some(summary) = summary(view) {
        muted(ui, &words.message(&summary));
    }
    let sessions = view.cards.iter().map(Card::session);
    warning(ui, &words.message(&facts::gently(sessions)));
    ui.add_space(space::L);
    for warning in view.warnings {
        notice(ui, &words.message(warning));
        ui.add_space(space::S);
    }
    if !view.broken.is_empty() {
        let broken = part(ui, "broken", |ui| show_broken(ui, words, view.broken));
        action = action.or(broken);
    }
    for left in view.left {
        let way = part(ui, ("left", &left.title, left.kept_at), |ui| {
            show_left(ui, words, left, view.now)
        });
        action = action.or(way);
    }
    if let Some(unfinished) = &view.unfinished {
        let way = part(ui, "unfinished", |ui| {
            show_unfinished(ui, words, unfinished)
        });
        action = action.or(way);
    }
    if let Some(asked) = &view.next_day {
        let answer = part(ui, "next day", |ui| show_next_day(ui, words, asked));
        action = action.or(answer);
    }
    action.or(part(ui, "cards", |ui| show_cards(ui, words, view)))
}

/// What is done, and what comes next; nothing while the routines are not known yet.
fn summary(view: &View) -> Option<Message> {
    view.cards.first()?;
    let planned = planned(view);
    let of = planned.of;
    let progress = Message::new("today-progress")
        .with("done", planned.done)
        .with("of", of);
    let next = |id, card: &Card| {
        Message::new(id)
            .with("title", card.routine.title.as_str())
            .with("minutes", facts::minutes(card.session()))
    };
    if let Some(due) = due(view) {
        return Some(match of {
            0 => next("today-begin", due),
            _ => next("today-next", due).with("progress", progress),
        });
    }
    if calls_for_rest(view) {
        return Some(match of {
            0 => Message::new("today-rest-alone"),
            _ => Message::new("today-rest").with("progress", progress),
        });
    }
    Some(match suggested(view) {
        _ if of > 0 => Message::new("today-all-done").with("progress", progress),
        Some(suggested) => next("today-begin", suggested),
        None => Message::new("today-nothing"),
    })
}

/// What is done of all that is planned for today.
fn planned(view: &View) -> Share {
    let mut planned = Share::default();
    for card in &view.cards {
        let dose = card.standing.planned(&card.routine.schedule);
        planned.add(dose.unwrap_or_default());
    }
    planned
}

fn due<'v, 'a>(view: &'v View<'a>) -> Option<&'v Card<'a>> {
    let is_next = |card: &&Card| matches!(card.rank(), Rank::Due | Rank::MayBeDone);
    view.cards.iter().find(is_next)
}

fn suggested<'v, 'a>(view: &'v View<'a>) -> Option<&'v Card<'a>> {
    view.cards.iter().find(|card| card.is_suggested())
}

fn calls_for_rest(view: &View) -> bool {
    let mut cards = view.cards.iter();
    cards.any(|card| card.standing.calls_for_rest())
}

/// What the Enter key begins: the routine that is named above the cards, or else the first of them. With a
/// session to go on with, that comes first.
fn meant<'v, 'a>(view: &'v View<'a>) -> Option<&'v Card<'a>> {
    let suggested = || suggested(view).filter(|_| planned(view).of == 0 && !calls_for_rest(view));
    let meant = due(view).or_else(suggested).or(view.cards.first());
    meant.filter(|_| view.unfinished.is_none())
}

/// Which files can't be used, and the way to what is wrong with them.
fn show_broken(ui: &mut Ui, words: &Words, files: &[String]) -> Option<Action> {
    let text = Message::new("today-broken")
        .with("count", files.len())
        .with("files", List::And.of(files.iter().map(String::as_str)));
    let text = words.message(&text);
    let mut clicked = false;
    panel(ui, palette(ui).coral_soft, |ui| {
        sides(
            ui,
            520.0,
            |ui| {
                let response = body(ui, &text);
                announce(ui, &response, &text);
            },
            |ui| {
                let look = words.get("today-broken-look");
                clicked = ui.add(Button::secondary(&look)).clicked();
            },
        );
    });
    ui.add_space(space::S);
    clicked.then_some(Action::Go(Place::Routines))
}

/// Unsaved work on a routine that was left. It is given up only once that is said again.
fn show_left(ui: &mut Ui, words: &Words, left: &LeftDraft, now: &Zoned) -> Option<Action> {
    let asks = Id::unique(("gives a draft up", &left.title, left.kept_at));
    let is_asked = ui.data(|data| data.get_temp::<bool>(asks)).unwrap_or(false);
    let kept_at = left.kept_at.to_zoned(now.time_zone().clone());
    let when = facts::when_it_was(words, &kept_at, now);
    let titled = |id| {
        let message = Message::new(id).with("title", printable(&left.title));
        words.message(&message.with("when", when.as_str()))
    };
    let file = left.file.as_ref().and_then(|file| file.file_name());
    let file = file.map(|name| printable(&name.to_string_lossy()));
    let place = words.list(List::Facts, [when.clone()].into_iter().chain(file));
    // What is pressed twice by mistake keeps it.
    let (text, ways) = if is_asked {
        let ways = ["editor-left-drop", "editor-left-keep"];
        (titled("editor-left-ask"), ways)
    } else {
        let ways = ["editor-left-go-on", "editor-left-drop"];
        (titled("editor-left"), ways)
    };
    let [first, second] = ways.map(|id| words.get(id));
    let [first_name, second_name] = if is_asked {
        ["editor-left-drop-name", "editor-left-keep-name"].map(titled)
    } else {
        ["editor-left-go-on-name", "editor-left-drop-name"].map(titled)
    };
    let mut way = None;
    panel(ui, palette(ui).teal_soft, |ui| {
        sides(
            ui,
            520.0,
            |ui| {
                ui.vertical(|ui| {
                    let response = body(ui, &text);
                    announce(ui, &response, &text);
                    muted(ui, &place);
                });
            },
            |ui| {
                let ways = [
                    Button::secondary(&first).name(&first_name),
                    Button::quiet(&second).name(&second_name),
                ];
                way = buttons(ui, ways);
            },
        );
    });
    ui.add_space(space::S);
    if way.is_some() {
        let now_asked = !is_asked && way == Some(1);
        ui.data_mut(|data| data.insert_temp(asks, now_asked));
    }
    match (is_asked, way) {
        (false, Some(0)) => Some(Action::Open(OpenAction::Resume(left.clone()))),
        (true, Some(0)) => Some(Action::Open(OpenAction::Discard(left.clone()))),
        _ => None,
    }
}

/// How it feels today, after a session of yesterday. Nothing is demanded.
fn show_next_day(ui: &mut Ui, words: &Words, asked: &NextDay<'_>) -> Option<Action> {
    let text = Message::new("next-day")
        .with("title", printable(asked.title))
        .with("day", facts::date(words, asked.day));
    let text = words.message(&text);
    let mut action = None;
    card(ui, |ui| {
        strong(ui, &text);
        let pad = NumberPad {
            name: &text,
            chosen: None,
        };
        if let Some(pain) = pad.show_without_digits(ui, words) {
            action = Some(HistoryAction::NextDay(asked.session, pain));
        }
        small(ui, &words.get("next-day-scale"));
        if ui
            .add(Button::quiet(&words.get("next-day-later")))
            .clicked()
        {
            action = Some(HistoryAction::NextDayLater);
        }
    });
    ui.add_space(space::S);
    action.map(Action::History)
}

fn show_unfinished(ui: &mut Ui, words: &Words, unfinished: &Unfinished) -> Option<Action> {
    let mut action = None;
    let text = report::unfinished(&unfinished.tally);
    panel(ui, palette(ui).teal_soft, |ui| {
        sides(
            ui,
            520.0,
            |ui| {
                ui.vertical(|ui| {
                    strong(ui, &printable(unfinished.title));
                    body(ui, &words.message(&text));
                });
            },
            |ui| {
                let [go_on, let_go] = ["today-go-on", "today-let-go"].map(|id| words.get(id));
                let ways = [Button::primary(&go_on), Button::secondary(&let_go)];
                let chosen = buttons(ui, ways).or(pressed(ui, Key::Enter).then_some(0));
                action = chosen.map(|way| match way {
                    0 => Action::Before(BeforeAction::GoOn),
                    _ => Action::Before(BeforeAction::LetGo),
                });
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
    let columns = (2..=3).rev().find(fits).unwrap_or(1);
    let meant = meant(view);
    for (index, line) in view.cards.chunks(columns.into()).enumerate() {
        // Of one width, also where there are fewer of them than would fit.
        let widths = vec![width_of(columns); line.len()];
        part(ui, ("line of cards", index), |ui| {
            cards_with_spare(ui, &widths, |ui, column, spare| {
                let card = &line[column];
                let pictures = Pictures::of(view.pictures, card.folder);
                let is_meant = meant.is_some_and(|meant| ptr::eq(meant, card));
                let shown = show_card(ui, words, (card, pictures), spare, is_meant);
                action = action.take().or(shown);
            });
        });
        ui.add_space(gap - space::S);
    }
    action
}

/// Draws what is on a card, with its `spare` room above its last line; the one that is meant also
/// starts with the Enter key.
fn show_card(
    ui: &mut Ui,
    words: &Words,
    (shown, pictures): (&Card, Pictures<'_>),
    spare: Spare,
    is_meant: bool,
) -> Option<Action> {
    let mut action = None;
    let routine = shown.routine;
    let height = if is_narrow(ui.ctx()) { 96.0 } else { 150.0 };
    if picture::of_routine(ui, words, routine, pictures, height).clicked() {
        action = Some(Action::Go(Place::Routine(routine.id.clone())));
    }
    ui.add_space(space::XS);
    short_heading(ui, &facts::title(words, routine, shown.file.as_deref()));
    let facts = facts::of_card(words, shown.session(), shown.shipped);
    short_facts(ui, &facts);
    advice::show_in_list(ui, words, &shown.standing, shown.routine);
    if let Some(file) = &shown.changed_file {
        let changed = Message::new("routine-mistakes").with("file", file.as_str());
        note(ui, &words.message(&changed));
    }
    if let Some(twin) = shown.twin {
        note(ui, &words.message(&twin.message()));
    }
    ui.add_space(space::XS);
    spare.add(ui);
    let mut start = false;
    sides(
        ui,
        200.0,
        |ui| show_dose(ui, words, &shown.standing),
        |ui| start = show_start(ui, words, shown),
    );
    let is_meant = is_meant && !shown.standing.is_advised_against();
    let by_key = is_meant && pressed(ui, Key::Enter);
    if start || by_key {
        action = Some(Action::Before(BeforeAction::Begin {
            routine: routine.id.clone(),
        }));
    }
    action
}

fn show_dose(ui: &mut Ui, words: &Words, standing: &Standing) {
    if standing.turn == Turn::Over {
        // The advice says so.
        return;
    }
    let (done, of) = match standing.dose {
        Dose::Planned { done: 0, of: 0 } | Dose::Suggested { for_today: false } => {
            small(ui, &words.message(&report::why_not_today(standing)));
            return;
        }
        Dose::Planned { done, of: 0 } => {
            let text = Message::new("today-unplanned").with("done", done);
            dose_dots(ui, done, 0, &words.message(&text));
            return;
        }
        Dose::Planned { done, of } => (done, of),
        // Nobody has prescribed it: nothing of it is missing.
        Dose::Suggested { for_today: true } => {
            if !standing.calls_for_rest() {
                small(ui, &words.get("today-suggested"));
            }
            return;
        }
    };
    let text = Message::new("today-dose").with("done", done).with("of", of);
    let text = words.message(&text);
    match report::week(standing) {
        Some(week) if done == 0 => {
            small(ui, &words.message(&week));
        }
        Some(week) => {
            let both = words.list(List::Facts, [text, words.message(&week)]);
            dose_dots(ui, done, of, &both);
        }
        None => {
            dose_dots(ui, done, of, &text);
        }
    }
}

fn show_start(ui: &mut Ui, words: &Words, shown: &Card) -> bool {
    let text = words.get("today-start");
    let title = facts::title(words, shown.routine, shown.file.as_deref());
    let name = Message::new("today-start-name").with("title", title);
    let name = words.message(&name);
    let is_done = shown.rank() == Rank::Done;
    let is_over = shown.standing.turn == Turn::Over;
    let button = if is_done || is_over || shown.standing.is_advised_against() {
        Button::secondary(&text)
    } else {
        Button::primary(&text)
    };
    ui.add(button.name(&name)).clicked()
}

#[cfg(test)]
mod tests {
    use super::PartOfDay::{self, Afternoon, Evening, Morning};

    #[test]
    fn a_greeting_fits_the_hour() {
        for (hour, part) in [
            (3, Evening),
            (4, Morning),
            (11, Morning),
            (12, Afternoon),
            (17, Afternoon),
            (18, Evening),
        ] {
            assert_eq!(
                PartOfDay::at(jiff::civil::time(hour, 0, 0, 0)),
                part,
                "{hour}"
            );
        }
    }
}
