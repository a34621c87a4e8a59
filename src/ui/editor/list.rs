//! The parts of the routine: its exercises, in their order, and below them what is about all of it.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    CornerRadius, FontId, Key, Modifiers, Rect, Response, ScrollArea, Sense, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};

use super::panes::{self, ComesTo};
use super::pictures::paint_small;
use super::{Draft, EditorAction, View, summary};
use crate::editing::{At, Edit, Item, Part, Value, exercises};
use crate::facts;
use crate::ui::spoken;
use crate::ui::text::lines;
use crate::ui::theme::{Type, palette, radius, space};
use crate::ui::top::within;
use crate::ui::widgets::{
    Along, Button, Icon, dropped, focus_ring, more_below, moved_by_keys, row, scroll_by_keys,
    section, small,
};
use crate::words::{Message, Words};

/// The parts besides the exercises, with the names of their words.
const PARTS: [(&str, &str); 5] = [
    ("", "editor-part-routine"),
    ("schedule", "editor-part-schedule"),
    ("safety", "editor-part-safety"),
    ("author", "editor-part-author"),
    ("defaults", "editor-part-defaults"),
];

pub(super) fn part_of(key: &'static str) -> Part {
    if key.is_empty() {
        Part::top()
    } else {
        Part::table(key)
    }
}

/// The name of the part that is chosen besides the exercises.
pub(super) fn name_of(part: &Part) -> &'static str {
    let mut parts = PARTS.into_iter();
    let found = parts.find(|(key, _)| part_of(key) == *part);
    found.map_or("editor-part-routine", |(_, name)| name)
}

/// The part whose fields a mistake is shown with.
pub(super) fn part_with(at: &At) -> Part {
    let part = match at {
        At::Field(field) => &field.part,
        At::Part(part) => part,
        At::Line => return Part::top(),
    };
    let of_exercise = part.exercise_index().map(Part::exercise);
    let mut others = PARTS.into_iter().skip(1);
    let other = others.find(|(key, _)| part.is_within(&Part::table(key)));
    let other = other.map(|(key, _)| Part::table(key));
    of_exercise.or(other).unwrap_or_else(Part::top)
}

/// The exercises in what room there is, and what is about all of it always in view below them.
pub(super) fn show(
    ui: &mut Ui,
    words: &Words,
    view: &View,
    draft: &mut Draft,
    asked: &mut Vec<EditorAction>,
) {
    let parts = PARTS.map(|_| PART).iter().sum::<f32>() + 2.0 * space::S;
    let place = ui.available_rect_before_wrap();
    if place.height() < parts + 3.0 * ROW {
        let scroll = ScrollArea::vertical().id_salt("parts").auto_shrink(false);
        let shown = scroll.show(ui, |ui| {
            scroll_by_keys(ui);
            show_all(ui, words, view, draft, asked);
        });
        more_below(ui, &shown);
        return;
    }
    let below = place.bottom() - parts;
    within(ui, place.with_max_y(below - space::S), |ui| {
        let scroll = ScrollArea::vertical()
            .id_salt("exercises")
            .auto_shrink(false);
        let shown = scroll.show(ui, |ui| {
            scroll_by_keys(ui);
            show_exercises(ui, words, view, draft, asked);
        });
        more_below(ui, &shown);
    });
    within(ui, place.with_min_y(below), |ui| {
        show_parts(ui, words, view, draft);
    });
}

/// All of it below one another.
pub(super) fn show_all(
    ui: &mut Ui,
    words: &Words,
    view: &View,
    draft: &mut Draft,
    asked: &mut Vec<EditorAction>,
) {
    show_exercises(ui, words, view, draft, asked);
    ui.add_space(space::S);
    show_parts(ui, words, view, draft);
    ui.add_space(space::L);
}

fn show_exercises(
    ui: &mut Ui,
    words: &Words,
    view: &View,
    draft: &mut Draft,
    asked: &mut Vec<EditorAction>,
) {
    row(ui, |ui| {
        section(ui, &words.get("editor-exercises"));
        small(ui, &summary::whole(words, view.editing));
    });
    let count = view.editing.count(&exercises());
    let mut things = Vec::with_capacity(count);
    let mut moved = None;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        let mut last = None;
        for index in 0..count {
            let group = view.editing.value(&Part::exercise(index).field("group"));
            let group = group.map(|group| group.shown());
            if let Some(name) = group.as_ref().filter(|_| group != last) {
                small(ui, &of_group(words, view, name));
            }
            last = group;
            let (handle, rect) = show_exercise(ui, words, view, draft, index, count);
            if handle.clicked() {
                draft.choose(ui, Part::exercise(index));
                if by_enter(ui, &handle) {
                    draft.pane = Some(ComesTo::Fields);
                } else {
                    // So that the keys which move it are its own.
                    handle.request_focus();
                }
            }
            let to = moved_by_keys(ui, &handle, index, count, Along::Down);
            moved = moved.or(to.map(|to| (index, to)));
            let removes = handle.has_focus()
                && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Delete));
            if removes {
                asked.push(EditorAction::Edit(Edit::remove_exercise(index)));
                draft.comes_to_exercise = Some(index.min(count.saturating_sub(2)));
            }
            things.push((handle, rect));
        }
        moved = moved.or(dropped(ui, &things, Along::Down));
    });
    if let Some((from, to)) = moved {
        asked.push(EditorAction::Edit(Edit::move_exercise(from, to)));
        draft.comes_to_exercise = Some(to);
        draft.chosen = Part::exercise(to);
    }
    // What was not there by now does not come later.
    draft.comes_to_exercise = draft.comes_to_exercise.filter(|_| !asked.is_empty());
    ui.add_space(space::XS);
    let [add, own] = ["editor-add", "editor-add-own"].map(|id| words.get(id));
    row(ui, |ui| {
        if ui.add(Button::secondary(&add).icon(Icon::Plus)).clicked() {
            asked.push(EditorAction::PickExercises);
        }
        if ui.add(Button::quiet(&own)).clicked() {
            add_own(ui, words, view, draft, asked);
        }
    });
    if count > 1 {
        small(ui, &words.get("editor-move-hint"));
    }
}

/// Whether a part was chosen by the key that goes on to its fields.
fn by_enter(ui: &Ui, part: &Response) -> bool {
    part.has_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

/// A group above its first exercise: its name, and how its exercises are done.
fn of_group(words: &Words, view: &View, name: &str) -> String {
    let exercises = view.editing.shown().map(|routine| &routine.exercises[..]);
    let mut groups = exercises.unwrap_or_default().iter();
    let group = groups.find_map(|it| it.group.as_deref().filter(|group| group.name == name));
    match group.and_then(|group| facts::group(words, group)) {
        Some(about) => {
            let of = Message::new("editor-wrong-in").with("name", name);
            words.message(&of.with("what", about))
        }
        None => name.to_owned(),
    }
}

/// An exercise that is not in the library, after the chosen one; its name comes first.
fn add_own(ui: &Ui, words: &Words, view: &View, draft: &mut Draft, asked: &mut Vec<EditorAction>) {
    let count = view.editing.count(&exercises());
    let chosen = draft.chosen.exercise_index();
    let at = chosen.map_or(count, |chosen| chosen + 1).min(count);
    let taken: Vec<_> = (0..count).map(|at| view.editing.name_of(at)).collect();
    let first = words.get("editor-own-name");
    let numbers = (2_usize..).map(|number| format!("{first} {number}"));
    let mut names = std::iter::once(first.clone()).chain(numbers);
    let is_free = |name: &String| {
        let wanted = Message::new("edit-exercise-named").with("name", name.as_str());
        !taken.contains(&wanted)
    };
    let name = names.find(is_free).unwrap_or(first);
    let item = Item::Keys(vec![("name", Value::text(name))]);
    asked.push(EditorAction::Edit(Edit::add_exercise(at, item)));
    draft.choose(ui, Part::exercise(at));
    draft.comes_to = Some(Part::exercise(at).field("name"));
}

const ROW: f32 = 70.0;
/// The height of a part besides the exercises.
const PART: f32 = space::CONTROL + 2.0;
const PICTURE: Vec2 = vec2(72.0, 52.0);

/// One exercise; gives what it is dragged and chosen by.
fn show_exercise(
    ui: &mut Ui,
    words: &Words,
    view: &View,
    draft: &mut Draft,
    index: usize,
    count: usize,
) -> (Response, Rect) {
    let part = Part::exercise(index);
    let is_chosen = draft.chosen == part;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let id = ui.scope_id().with(("exercise", index));
    let handle = ui.interact(rect, id, Sense::click_and_drag());
    let comes_to_list = is_chosen && panes::comes_to(draft, ComesTo::List);
    if draft.comes_to_exercise == Some(index) || comes_to_list {
        draft.comes_to_exercise = None;
        handle.request_focus();
        handle.scroll_to_me(None);
    }
    let name = words.message(&view.editing.name_of(index));
    let (mark, is_wrong) = mark(words, view, &part);
    handle.widget_info(|| {
        let place = Message::new("editor-place")
            .with("name", name.as_str())
            .with("number", index + 1)
            .with("of", count);
        let mut told = words.message(&place);
        if let Some(mark) = &mark {
            told = format!("{told}: {mark}");
        }
        WidgetInfo::selected(Role::Button, ui.is_enabled(), is_chosen, told)
    });
    spoken::key(&handle, &words.get("editor-move-keys"));
    if ui.is_rect_visible(rect) {
        paint(
            ui,
            words,
            view,
            index,
            rect,
            &name,
            mark.as_deref(),
            is_wrong,
            is_chosen,
            &handle,
        );
    }
    focus_ring(ui, &handle, radius::PICTURE);
    (handle, rect)
}

/// What is wrong with a part, in a word; and whether it keeps the routine from being used.
fn mark(words: &Words, view: &View, part: &Part) -> (Option<String>, bool) {
    let wrong = view.editing.within(part);
    let (errors, hints): (Vec<_>, Vec<_>) = wrong.partition(|it| it.is_error());
    if !errors.is_empty() {
        let text = Message::new("editor-mistakes").with("count", errors.len());
        return (Some(words.message(&text)), true);
    }
    let text = Message::new("editor-hints").with("count", hints.len());
    ((!hints.is_empty()).then(|| words.message(&text)), false)
}

#[expect(clippy::too_many_arguments, reason = "all that one row shows")]
fn paint(
    ui: &Ui,
    words: &Words,
    view: &View,
    index: usize,
    rect: Rect,
    name: &str,
    mark: Option<&str>,
    is_wrong: bool,
    is_chosen: bool,
    handle: &Response,
) {
    let palette = palette(ui);
    let painter = ui.painter();
    let corner = CornerRadius::same(radius::PICTURE);
    if is_chosen {
        painter.rect_filled(rect, corner, palette.teal_soft);
    } else if handle.hovered() {
        painter.rect_filled(rect, corner, palette.chip);
    }
    let is_of_group = view.editing.value(&Part::exercise(index).field("group"));
    if is_of_group.is_some() {
        // From one to the next.
        let bar = rect
            .with_max_x(rect.left() + 3.0)
            .expand2(vec2(0.0, space::XS / 2.0));
        painter.rect_filled(bar, CornerRadius::ZERO, palette.teal);
    }
    let middle = rect.center().y;
    let grip = Rect::from_center_size(pos2(rect.left() + 14.0, middle), vec2(16.0, 16.0));
    Icon::Grip.draw(painter, grip, palette.muted);
    let at = pos2(rect.left() + 34.0, middle - PICTURE.y / 2.0);
    let picture = Rect::from_min_size(at, PICTURE);
    painter.rect_filled(picture, CornerRadius::same(radius::ROW), palette.surface);
    let exercise = summary::exercise(view.editing, index);
    paint_small(ui, view, index, picture.shrink(4.0));
    let left = picture.right() + 10.0;
    let room = rect.right() - left - space::S;
    let strong = Type::Strong.font();
    let ink = if is_chosen {
        palette.teal_ink
    } else {
        palette.ink
    };
    let mut texts = vec![(name.to_owned(), strong, ink)];
    if let Some(exercise) = exercise {
        let color = if is_chosen {
            palette.ink
        } else {
            palette.muted
        };
        texts.push((
            facts::short_dose(words, exercise),
            Type::Small.font(),
            color,
        ));
    }
    if let Some(mark) = mark {
        let font = FontId::new(12.0, crate::ui::theme::bold());
        let color = if is_wrong {
            palette.danger
        } else {
            palette.muted
        };
        texts.push((mark.to_owned(), font, color));
    }
    let galleys: Vec<_> = texts
        .into_iter()
        .map(|(text, font, color)| (lines(ui, &text, font, room, 1), color))
        .collect();
    let high: f32 = galleys.iter().map(|(galley, _)| galley.size().y).sum();
    let mut y = middle - high / 2.0;
    for (galley, color) in galleys {
        let next = y + galley.size().y;
        painter.galley(pos2(left, y), galley, color);
        y = next;
    }
}

/// What is about all of the routine, each with what it says.
fn show_parts(ui: &mut Ui, words: &Words, view: &View, draft: &mut Draft) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.separator();
    for (key, name) in PARTS {
        let part = part_of(key);
        let about = summary::of_part(words, view.editing, &part);
        let mut placed = view.editing.placed();
        let wrong = placed.any(|(at, it)| it.is_error() && part_with(at) == part);
        let response = show_part(ui, &words.get(name), &about, draft.chosen == part, wrong);
        if draft.chosen == part && panes::comes_to(draft, ComesTo::List) {
            response.request_focus();
        }
        if response.clicked() {
            draft.choose(ui, part);
            if by_enter(ui, &response) {
                draft.pane = Some(ComesTo::Fields);
            }
        }
    }
}

fn show_part(ui: &mut Ui, name: &str, about: &str, is_chosen: bool, is_wrong: bool) -> Response {
    let size = vec2(ui.available_width(), PART);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| {
        let told = if about.is_empty() {
            name.to_owned()
        } else {
            format!("{name}: {about}")
        };
        WidgetInfo::selected(Role::Button, ui.is_enabled(), is_chosen, told)
    });
    let palette = palette(ui);
    let corner = CornerRadius::same(radius::ROW);
    if is_chosen {
        ui.painter().rect_filled(rect, corner, palette.teal_soft);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, corner, palette.chip);
    }
    let inner = rect.shrink2(vec2(space::S, 0.0));
    let chevron = Rect::from_center_size(
        pos2(inner.right() - 6.0, inner.center().y),
        vec2(14.0, 14.0),
    );
    Icon::Right.draw(ui.painter(), chevron, palette.muted);
    let font = if is_chosen { Type::Strong } else { Type::Body };
    let color = match (is_wrong, is_chosen) {
        (true, _) => palette.danger,
        (false, true) => palette.teal_ink,
        (false, false) => palette.ink,
    };
    let name = lines(ui, name, font.font(), inner.width() - 24.0, 1);
    let room = chevron.left() - space::S - (inner.left() + name.size().x + space::M);
    let y = |high: f32| inner.center().y - high / 2.0;
    let at = pos2(inner.left(), y(name.size().y));
    ui.painter().galley(at, name, color);
    if room > 40.0 && !about.is_empty() {
        let about = lines(ui, about, Type::Small.font(), room, 1);
        let at = pos2(
            chevron.left() - space::S - about.size().x,
            y(about.size().y),
        );
        ui.painter().galley(at, about, palette.muted);
    }
    focus_ring(ui, &response, radius::ROW);
    response
}
