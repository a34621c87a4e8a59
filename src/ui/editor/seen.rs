//! As the patient sees it: the chosen exercise with its figure moving, the whole session as a strip, a
//! way to try it, and what is to be fixed before it is handed out.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    CornerRadius, Frame, Margin, Rangef, Rect, Response, ScrollArea, Sense, Stroke, Ui, WidgetInfo,
    vec2,
};

use super::panes::{self, ComesTo};
use super::wording::in_own_words;
use super::{Draft, EditorAction, Trial, View, layout, list, summary};
use crate::day::of_one_session;
use crate::editing::{At, ShownFrom};
use crate::facts::{self, Aim};
use crate::lengths;
use crate::plan::Plan;
use crate::routine::{Exercise, Routine};
use crate::ui::moving;
use crate::ui::picture::{self, Sight};
use crate::ui::picture_cache::Detail;
use crate::ui::text::{lines, said};
use crate::ui::theme::{Type, palette, radius, space};
use crate::ui::timeline::bars;
use crate::ui::top::within;
use crate::ui::widgets::{
    BAR, Button, Icon, body, card, focus_ring, heading, more_below, muted, row, scroll_by_keys,
    scrolled, section, small, with_keyboard,
};
use crate::words::{Message, Words};

/// All of it below one another.
pub(super) fn show(
    ui: &mut Ui,
    words: &Words,
    view: &View,
    draft: &mut Draft,
    asked: &mut Vec<EditorAction>,
) {
    show_chosen(ui, words, view, draft, asked);
    ui.add_space(space::M);
    card(ui, |ui| {
        show_hand_out(ui, words, view, asked);
        show_wrong(ui, words, view, draft);
    });
    ui.add_space(space::L);
}

/// In a column of its own, where what is to be fixed is always in view below the rest.
pub(super) fn show_in_column(
    ui: &mut Ui,
    words: &Words,
    view: &View,
    draft: &mut Draft,
    asked: &mut Vec<EditorAction>,
) {
    /// Its title with the margins and the way to hand it out, and one thing to be fixed.
    const AROUND: f32 = 78.0;
    /// Why it can't be handed out.
    const LINE: f32 = 18.0;
    const EACH: f32 = 44.0;
    /// Of the column, the most that it takes.
    const MOST: f32 = 0.32;
    let place = ui.available_rect_before_wrap();
    let mut around = match view.editing.reading().routine {
        Some(_) => AROUND,
        None => AROUND + LINE,
    };
    if !is_beside_its_title(ui, words, place.width()) {
        around += space::CONTROL + space::S;
    }
    #[expect(clippy::cast_precision_loss, reason = "a few dozen")]
    let wanted = around + EACH * view.editing.placed().count().max(1) as f32;
    let below = place.bottom() - wanted.min(MOST * place.height());
    // The bar stands in the margin: what is scrolled is as wide as what is below it.
    let above = place.with_max_y(below - space::M);
    within(ui, above.with_max_x(above.right() + BAR), |ui| {
        scrolled(ui, "seen", |ui| {
            show_chosen(ui, words, view, draft, asked);
        });
    });
    within(ui, place.with_min_y(below), |ui| {
        card(ui, |ui| {
            show_hand_out(ui, words, view, asked);
            let high = (ui.available_height() - space::S).max(EACH);
            let scroll = ScrollArea::vertical().id_salt("wrong").max_height(high);
            let shown = scroll.show(ui, |ui| {
                scroll_by_keys(ui);
                show_wrong(ui, words, view, draft);
            });
            more_below(ui, &shown);
        });
    });
}

/// The chosen exercise, the session around it, and the ways to try it.
fn show_chosen(
    ui: &mut Ui,
    words: &Words,
    view: &View,
    draft: &mut Draft,
    asked: &mut Vec<EditorAction>,
) {
    let index = draft.chosen.exercise_index();
    let index = index.unwrap_or_default();
    let comes = panes::comes_to(draft, ComesTo::Seen);
    let exercise = summary::exercise(view.editing, index);
    if let (Some(exercise), Some(routine)) = (exercise, view.editing.shown()) {
        show_exercise(ui, words, view, draft, routine, exercise);
        ui.add_space(space::S);
        show_session(ui, words, routine, exercise);
        if comes {
            with_keyboard(ui, |ui| show_ways(ui, words, view, index, asked));
        } else {
            show_ways(ui, words, view, index, asked);
        }
    } else {
        muted(ui, &words.get("editor-nothing-seen"));
    }
}

fn show_exercise(
    ui: &mut Ui,
    words: &Words,
    view: &View,
    draft: &Draft,
    routine: &Routine,
    exercise: &Exercise,
) {
    const HEIGHT: f32 = 164.0;
    let palette = palette(ui);
    let frame = Frame::new()
        .fill(palette.picture)
        .stroke(Stroke::new(palette.edge, palette.line))
        .corner_radius(CornerRadius::same(radius::CARD))
        .inner_margin(Margin::same(16));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::XS;
        section(ui, &words.get("editor-seen"));
        let own = view.pictures.ask(exercise, Detail::Small);
        if let Some(sight) = Sight::of(routine, exercise, own) {
            let size = vec2(ui.available_width(), HEIGHT);
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            let name = picture::name(words, exercise);
            said(ui, rect, "seen", Role::Image, &name);
            match sight {
                Sight::Figure(figure) => {
                    let since = draft.shown_for(ui);
                    moving::paint(ui, figure, exercise, rect, since, view.reduced_motion);
                }
                Sight::Picture(_) => sight.paint(ui, exercise, rect),
            }
        }
        heading(ui, &exercise.name);
        let color = palette.teal_ink;
        ui.label(Type::Strong.text(facts::dose(words, exercise), color));
        for (id, text) in [
            ("exercise-feel-it-in", &exercise.feel_it_in),
            ("exercise-caution", &exercise.caution),
        ] {
            if let Some(text) = text {
                let aim = Aim::of(routine, exercise);
                let text = Message::new(id).with("text", text.as_str());
                body(ui, &words.message(&text.with("aim", aim.key())));
            }
        }
        let said = match view.editing.shown_from() {
            None | Some(ShownFrom::Text) => None,
            Some(ShownFrom::Rest) => Some("editor-seen-without"),
            Some(ShownFrom::Before | ShownFrom::Earlier) => Some("editor-seen-as-before"),
        };
        if let Some(said) = said {
            small(ui, &words.get(said));
        }
    });
}

/// The steps of the whole session in the first week that has the chosen exercise, whose own are in its colour.
fn show_session(ui: &mut Ui, words: &Words, routine: &Routine, exercise: &Exercise) {
    let routine = &*of_one_session(routine, exercise.from_week);
    let plan = Plan::of(routine);
    let own = lengths::clock(summary::length(exercise));
    let all = lengths::clock(crate::routine::measure(&routine.exercises).total);
    let length = Message::new("editor-length")
        .with("own", own)
        .with("all", all);
    let length = words.message(&length);
    row(ui, |ui| {
        section(ui, &words.get("editor-session"));
        small(ui, &length);
    });
    let size = vec2(ui.available_width(), 26.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    said(ui, rect, "strip", Role::Image, &length);
    let palette = palette(ui);
    let y = rect.top() + 8.0;
    let mut own: Option<Rangef> = None;
    for bar in bars(&plan, rect.x_range()) {
        let first = plan.steps.get(bar.steps.start);
        let of_first = first.and_then(|step| routine.exercises.get(step.exercise));
        let is_own = of_first.is_some_and(|it| it.id == exercise.id);
        let height = if bar.work { 12.0 } else { 5.0 };
        let place = Rect::from_x_y_ranges(bar.x, Rangef::point(y).expand(height / 2.0));
        let color = if is_own { palette.teal } else { palette.track };
        let corner = CornerRadius::same(if bar.work { 6 } else { 3 });
        ui.painter().rect_filled(place, corner, color);
        if is_own {
            let from = own.map_or(bar.x.min, |own| own.min);
            own = Some(Rangef::new(from, bar.x.max));
        }
    }
    if let Some(own) = own {
        let line = Stroke::new(2.0, palette.teal_ink);
        ui.painter().hline(own, rect.bottom() - 3.0, line);
    }
}

fn show_ways(ui: &mut Ui, words: &Words, view: &View, index: usize, asked: &mut Vec<EditorAction>) {
    let [real, fast] = ["editor-try", "editor-try-fast"].map(|id| words.get(id));
    let can = view.editing.reading().routine.is_some();
    row(ui, |ui| {
        let button = Button::secondary(&real).icon(Icon::Play);
        if ui.add_enabled(can, button).clicked() {
            asked.push(EditorAction::Try(index, Trial::RealTime));
        }
        if ui.add_enabled(can, Button::quiet(&fast)).clicked() {
            asked.push(EditorAction::Try(index, Trial::Fast));
        }
    });
    let hint = if can {
        "editor-try-hint"
    } else {
        "editor-try-mend"
    };
    small(ui, &words.get(hint));
}

/// What stands above what is to be fixed: the way to hand it out. What is not saved is to be saved first.
fn show_hand_out(ui: &mut Ui, words: &Words, view: &View, asked: &mut Vec<EditorAction>) {
    let can = view.editing.reading().routine.is_some();
    let text = words.get("hand-out-button");
    row(ui, |ui| {
        section(ui, &words.get("editor-before"));
        let button = ui.add_enabled(can, Button::secondary(&text).tight());
        if button.clicked() {
            asked.push(EditorAction::HandOut);
        }
        if can && view.saved.is_changed {
            button.on_hover_text(words.get("editor-hand-out-save"));
        }
    });
    if !can {
        small(ui, &words.get("editor-hand-out-mend"));
    }
}

/// Whether the way to hand it out has room beside its title, in a card of this width.
fn is_beside_its_title(ui: &Ui, words: &Words, width: f32) -> bool {
    let room = width - 2.0 * (space::M + 2.0);
    let title = words.get("editor-before");
    let title = lines(ui, &title, Type::Heading.font(), room, usize::MAX);
    let text = words.get("hand-out-button");
    let button = Button::secondary(&text).tight().size(ui);
    title.size().x + space::S + button.x <= room
}

/// What is to be fixed, each a way to where it is.
fn show_wrong(ui: &mut Ui, words: &Words, view: &View, draft: &mut Draft) {
    const MOST: usize = 12;
    let wrong: Vec<_> = view.editing.placed().collect();
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        if wrong.is_empty() {
            row(ui, |ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
                Icon::Check.draw(ui.painter(), rect, palette(ui).teal_ink);
                body(ui, &words.get("editor-all-well"));
            });
        }
        for (number, (at, diagnostic)) in wrong.iter().take(MOST).enumerate() {
            let text = in_own_words(words, at, diagnostic.mistake.message());
            let of = list::part_with(at).exercise_index();
            let name = of.map(|index| words.message(&view.editing.name_of(index)));
            // Some name it themselves.
            let text = match name.filter(|name| !text.contains(name)) {
                Some(name) => {
                    let of = Message::new("editor-wrong-in").with("name", name);
                    words.message(&of.with("what", text))
                }
                None => text,
            };
            let clicked = ui
                .push_id(number, |ui| {
                    ui.horizontal_top(|ui| {
                        let (rect, _) = ui.allocate_exact_size(vec2(16.0, 20.0), Sense::hover());
                        let square = Rect::from_center_size(rect.center(), vec2(15.0, 15.0));
                        let (icon, color) = if diagnostic.is_error() {
                            (Icon::Dot, palette(ui).danger)
                        } else {
                            (Icon::Warning, palette(ui).ink)
                        };
                        icon.draw(ui.painter(), square, color);
                        // Its words go on beside the sign.
                        ui.vertical(|ui| way_to(ui, &text).clicked()).inner
                    })
                    .inner
                })
                .inner;
            if clicked {
                go_to(ui, draft, at);
            }
        }
        let more = view.editing.reading().more + wrong.len().saturating_sub(MOST);
        if more > 0 {
            let text = Message::new("mistakes-more").with("more", more);
            small(ui, &words.message(&text));
        }
    });
}

/// A mistake in at most two lines that lead to it; all of it is told to whoever asks.
fn way_to(ui: &mut Ui, text: &str) -> Response {
    /// As high as a finger or an unsteady hand needs it.
    const LEAST: f32 = 24.0;
    let galley = lines(ui, text, Type::Small.font(), ui.available_width(), 2);
    let size = galley.size().max(vec2(0.0, LEAST));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), text));
    let palette = palette(ui);
    let color = if response.hovered() {
        palette.teal_ink
    } else {
        palette.ink
    };
    let at = rect.min + vec2(0.0, (size.y - galley.size().y) / 2.0);
    ui.painter().galley(at, galley, color);
    focus_ring(ui, &response, radius::ROW);
    response.on_hover_text(text)
}

/// Shows what is wrong where it is, and gives it the keyboard.
fn go_to(ui: &Ui, draft: &mut Draft, at: &At) {
    let part = list::part_with(at);
    draft.comes_to = match at {
        At::Field(field) => Some(field.clone()),
        // What is said of all of a part stands above its first field.
        At::Part(_) | At::Line => layout::first_of(&part),
    };
    draft.choose(ui, part);
}
