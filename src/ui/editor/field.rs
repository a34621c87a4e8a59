//! One field, by what its key takes.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{TextEdit, Ui};

use super::filling::{Form, Typing, id_of, name_above};
use super::mending::show_wrong;
use super::wording::word_name;
use super::{EditorAction, pictures, summary};
use crate::editing::{Edit, Field, Item, Part, Value, Without};
use crate::routine::keys::{self, Group, Key, Takes};
use crate::routine::{Dose, LONGEST_NAME, defaults, whole_seconds};
use crate::ui::text::capital;
use crate::ui::theme::space;
use crate::ui::widgets::{
    Button, Field as TextField, Icon, IconButton, Lines, Stepped, Stepper, chips, choice, muted,
    section, small, toggle_row, with_keyboard,
};
use crate::words::Message;

/// Draws a field, `width` points wide.
pub(super) fn show(ui: &mut Ui, form: &mut Form<'_>, field: &Field, width: f32) {
    let Some(key) = field.row() else {
        return;
    };
    ui.spacing_mut().item_spacing.y = space::XS;
    let is_typed = !matches!(
        key.takes,
        Takes::Word(_)
            | Takes::Words(_)
            | Takes::Flag
            | Takes::Figure
            | Takes::Tables(_)
            | Takes::Table(_)
            | Takes::Named(_)
    ) && field.key != "group";
    // What is typed in takes the keyboard itself.
    if !is_typed && form.draft.comes_to.as_ref() == Some(field) {
        form.draft.comes_to = None;
        return with_keyboard(ui, |ui| show_as(ui, form, field, key, width));
    }
    show_as(ui, form, field, key, width);
}

/// Draws a field by what its key takes.
fn show_as(ui: &mut Ui, form: &mut Form<'_>, field: &Field, key: &Key, width: f32) {
    match &key.takes {
        Takes::Length { least, most } => length(ui, form, field, (*least, *most), width),
        Takes::Whole { least, most } | Takes::Count { least, most } => {
            number(ui, form, field, (*least, *most), width);
        }
        Takes::Word(names) => word(ui, form, field, names),
        Takes::Words(names) => several_words(ui, form, field, names),
        Takes::Texts { .. } => texts(ui, form, field, width),
        Takes::Times => times(ui, form, field, width),
        Takes::Flag => flag(ui, form, field),
        Takes::Figure => pictures::figure(ui, form, field),
        Takes::Image => {
            text(ui, form, field, key, width);
            pictures::bring(ui, form, field);
        }
        Takes::Text { .. } if field.key == "group" => group_of(ui, form, field),
        Takes::Tables(_) if field.key == "cue" => cues(ui, form, field, width),
        Takes::Tables(group) => tables(ui, form, field, group, width),
        Takes::Table(group) => {
            section(ui, &form.label(field));
            let part = field.part.below(field.key);
            table(ui, form, &part, group, width);
        }
        Takes::Named(_) => named(ui, form, field),
        _ => text(ui, form, field, key, width),
    }
}

/// Whether a field says anything with the kind of dose that the exercise has: a hold has no pace.
pub(super) fn is_of_use(form: &Form<'_>, field: &Field) -> bool {
    let kind = || {
        let field = field.part.field("kind");
        let written = form.value(&field).map(|kind| kind.shown());
        written.unwrap_or_else(|| default_of(form, &field))
    };
    let is_written = form.value(field).is_some();
    match field.key {
        _ if is_written || field.part.exercise_index().is_none() => true,
        // It is asked for beside the figure.
        "image" => form.draft.pictured.as_ref() == Some(&field.part) || form.is_wrong(field),
        "hold" => kind() == "hold",
        "pace" | "tempo" => kind() == "reps",
        "time" => kind() == "time",
        "reps" | "rest" => !matches!(&*kind(), "open" | "time"),
        _ => true,
    }
}

/// What counts while nothing is written, as it would be typed.
fn default_of(form: &Form<'_>, field: &Field) -> String {
    let is_written = |key| form.value(&field.part.field(key)).is_some();
    match field.key {
        "kind" if is_written("tempo") => return "reps".to_owned(),
        "kind" if is_written("time") => return "time".to_owned(),
        "halfway" => return halfway(form, field).unwrap_or_default(),
        _ => {}
    }
    match form.view.editing.without(field) {
        Some(Without::Used(value) | Without::Defaults(value) | Without::Exercise(value)) => {
            match value {
                Value::Texts(texts) => texts.join("\n"),
                value => value.shown(),
            }
        }
        Some(Without::Format(keys::Without::Whole(number))) => number.to_string(),
        Some(Without::Format(keys::Without::Length(length))) => written(length.as_secs()),
        Some(Without::Format(keys::Without::Word(word))) => (*word).to_owned(),
        _ => String::new(),
    }
}

/// Whether the middle of the hold is sounded where nothing is said of it: by the hold's length.
fn halfway(form: &Form<'_>, field: &Field) -> Option<String> {
    let index = field.part.exercise_index()?;
    let from = |key: &Field| match form.view.editing.without(key) {
        Some(Without::Used(value) | Without::Defaults(value)) => Some(value.shown()),
        _ => None,
    };
    from(field).or_else(|| {
        let exercise = summary::exercise(form.view.editing, index)?;
        let is_usual = matches!(exercise.dose, Dose::Hold { hold, .. } if defaults::halfway(hold));
        Some(is_usual.to_string())
    })
}

/// A length of time as a file writes it.
fn written(seconds: u64) -> String {
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds}s"),
        (minutes, 0) => format!("{minutes}m"),
        (minutes, seconds) => format!("{minutes}m {seconds}s"),
    }
}

/// What a text to be typed into shows: what is being typed there, or else what is written.
fn typed(ui: &Ui, form: &mut Form<'_>, field: &Field, written: String) -> String {
    let has_keyboard = ui.memory(|memory| memory.has_focus(id_of(field)));
    let typing = form.draft.typing.as_mut();
    let Some(typing) = typing.filter(|typing| has_keyboard && typing.field == *field) else {
        return written;
    };
    // What else wrote there counts: a picture that was brought, or the file as somebody else has changed it.
    if typing.of.get_or_insert_with(|| written.clone()) == &written {
        typing.text.clone()
    } else {
        written
    }
}

/// Takes up what became of a field: what was typed, and that it was left.
fn keep_typed(form: &mut Form<'_>, field: &Field, response: &eframe::egui::Response, text: String) {
    if response.has_focus() {
        let is_as_before = |typing: &Typing| typing.field == *field && typing.text == text;
        // What stands there as it is written was not typed: it changes as the text does.
        let is_written = || form.value(field).is_some_and(|value| value.shown() == text);
        let is_kept = match &form.draft.typing {
            Some(typing) => is_as_before(typing),
            None => is_written(),
        };
        if !is_kept {
            form.draft.typing = Some(Typing {
                field: field.clone(),
                text,
                of: None,
            });
        }
    } else if response.lost_focus() {
        form.draft.typing = None;
        form.asked.push(EditorAction::Settle);
    }
}

/// Gives the keyboard to a field that is to have it.
fn come_to(form: &mut Form<'_>, field: &Field, response: &eframe::egui::Response) {
    if form.draft.comes_to.as_ref() == Some(field) {
        form.draft.comes_to = None;
        response.request_focus();
        response.scroll_to_me(None);
        // A name that was only begun with gives way to the first letter.
        let id = id_of(field);
        if field.key == "name"
            && let Some(mut state) = TextEdit::load_state(&response.ctx, id)
        {
            // However long it is once the exercise is there: what lies behind its end is its end.
            let all = CCursorRange::two(CCursor::new(0), CCursor::new(LONGEST_NAME));
            state.cursor.set_char_range(Some(all));
            state.store(&response.ctx, id);
        }
    }
}

fn text(ui: &mut Ui, form: &mut Form<'_>, field: &Field, key: &Key, width: f32) {
    let value = form.value(field);
    let mut text = typed(
        ui,
        form,
        field,
        value.map_or_else(String::new, |it| it.shown()),
    );
    let is_long = matches!(key.takes, Takes::Text { longest } if longest > 200);
    let hint = match key.takes {
        // How it is written, where nothing counts without it.
        Takes::Date => "2026-12-20".to_owned(),
        Takes::Tempo => "2s up, 1s hold, 3s down".to_owned(),
        Takes::Image => "pictures/knee.png".to_owned(),
        _ => default_of(form, field),
    };
    let name = form.label(field);
    let input = TextField {
        hint: &hint,
        is_wrong: form.is_wrong(field),
        lines: if is_long { Lines::Wrapped } else { Lines::One },
        width,
        ..TextField::new(id_of(field), &name)
    };
    let response = input.show(ui, &mut text);
    if response.changed() {
        take_text(form, field, &text);
    }
    come_to(form, field, &response);
    keep_typed(form, field, &response, text);
}

fn take_text(form: &mut Form<'_>, field: &Field, text: &str) {
    if text.is_empty() {
        form.unset(field);
    } else {
        form.set(field, Value::text(text));
    }
}

/// Draws a number or a length of time, which can be counted up and down by `step`.
fn stepped(
    ui: &mut Ui,
    form: &mut Form<'_>,
    field: &Field,
    hint: &str,
    width: f32,
    step: impl Fn(&str, bool) -> Option<String>,
) {
    let name = name_above(ui, form, field);
    let value = form.value(field).map_or_else(String::new, |it| it.shown());
    let mut text = typed(ui, form, field, value);
    let counts = if text.is_empty() { hint } else { &text };
    let stepper = Stepper {
        id: id_of(field),
        name: &name,
        hint,
        is_wrong: form.is_wrong(field),
        width,
        down: step(counts, false),
        up: step(counts, true),
    };
    let (response, answer) = stepper.show(ui, &mut text);
    match answer {
        Some(Stepped::Typed) => take_text(form, field, &text),
        Some(Stepped::To(value)) => {
            form.set(field, Value::text(&value));
            text = value;
        }
        None => {}
    }
    come_to(form, field, &response);
    keep_typed(form, field, &response, text);
}

fn length(ui: &mut Ui, form: &mut Form<'_>, field: &Field, (least, most): (u64, u64), width: f32) {
    let hint = default_of(form, field);
    stepped(ui, form, field, &hint, width, |text, up| {
        let now = whole_seconds(text).or_else(|| text.trim().parse().ok())?;
        let step = match (now, up) {
            (..5, _) | (5, false) => 1,
            (5..60, _) | (60, false) => 5,
            _ => 15,
        };
        let next = if up {
            now.checked_add(step)?
        } else {
            now.checked_sub(step)?
        };
        (least..=most).contains(&next).then(|| written(next))
    });
}

fn number(ui: &mut Ui, form: &mut Form<'_>, field: &Field, (least, most): (u32, u32), width: f32) {
    let hint = default_of(form, field);
    stepped(ui, form, field, &hint, width, |text, up| {
        let next = match text.trim().parse::<u32>() {
            Ok(now) if up => now.checked_add(1)?,
            Ok(now) => now.checked_sub(1)?,
            Err(_) if text.is_empty() && up => least,
            Err(_) => return None,
        };
        (least..=most).contains(&next).then(|| next.to_string())
    });
}

fn word(ui: &mut Ui, form: &mut Form<'_>, field: &Field, names: &[&'static str]) {
    let name = name_above(ui, form, field);
    let written = form.value(field).map(|value| value.shown());
    let usual = default_of(form, field);
    let mut options: Vec<_> = names
        .iter()
        .map(|word| (*word, word_name(form.words, word)))
        .collect();
    // What the format says without it is one of the words. Anything else has a word of its own.
    let without = form.view.editing.without(field);
    let is_of_format = matches!(without, Some(Without::Format(keys::Without::Word(_))));
    if usual.is_empty() || (written.is_some() && !is_of_format) {
        options.push(("", capital(&form.words.get("editor-as-usual"))));
    }
    let now = written.as_ref().unwrap_or(&usual);
    let chosen = options.iter().find(|(word, _)| word == now);
    let chosen = chosen.map(|(word, _)| *word);
    // One that is mistyped is none of them.
    match choice(ui, &name, chosen.unwrap_or("?"), &options) {
        Some("") => form.unset(field),
        Some(word) if Some(word) != chosen => form.set(field, Value::text(word)),
        Some(_) | None => {}
    }
}

/// The group that an exercise belongs to, of those that the routine has.
fn group_of(ui: &mut Ui, form: &mut Form<'_>, field: &Field) {
    let name = name_above(ui, form, field);
    let list = Part::top().field("group");
    let names = (0..form.view.editing.count(&list)).filter_map(|index| {
        let name = list.part.item(list.key, index).field("name");
        Some(form.value(&name)?.shown())
    });
    let mut names: Vec<String> = names.collect();
    let written = form.value(field).map_or_else(String::new, |it| it.shown());
    if !written.is_empty() && !names.contains(&written) {
        // There is none of that name: so that it is seen, and another can be chosen.
        names.push(written.clone());
    }
    if names.is_empty() {
        muted(ui, &form.words.get("editor-group-hint"));
        return;
    }
    let none = form.words.get("editor-group-none");
    let all = names.iter().map(|name| (name.as_str(), name.clone()));
    let options: Vec<_> = std::iter::once(("", none)).chain(all).collect();
    if let Some(group) = choice(ui, &name, written.as_str(), &options)
        && group != written
    {
        take_text(form, field, group);
    }
}

fn several_words(ui: &mut Ui, form: &mut Form<'_>, field: &Field, names: &[&'static str]) {
    let name = name_above(ui, form, field);
    let written = listed(form, field);
    let mut chosen: Vec<&str> = names
        .iter()
        .filter(|word| written.iter().any(|it| it == *word))
        .copied()
        .collect();
    let options: Vec<_> = names
        .iter()
        .map(|word| (*word, word_name(form.words, word)))
        .collect();
    if chips(ui, &name, &mut chosen, &options) {
        // As the format lists them.
        let in_order = names.iter().filter(|word| chosen.contains(word));
        let texts: Vec<String> = in_order.map(|word| (*word).to_owned()).collect();
        take_texts(form, field, texts);
    }
}

fn listed(form: &Form<'_>, field: &Field) -> Vec<String> {
    match form.value(field) {
        Some(Value::Texts(texts)) => texts,
        Some(value) => vec![value.shown()],
        None => Vec::new(),
    }
}

fn take_texts(form: &mut Form<'_>, field: &Field, texts: Vec<String>) {
    if texts.is_empty() {
        form.unset(field);
    } else {
        form.set(field, Value::Texts(texts));
    }
}

/// A list with one item a line.
fn texts(ui: &mut Ui, form: &mut Form<'_>, field: &Field, width: f32) {
    let items = listed(form, field);
    // An item is a line, whatever line breaks the file has in it.
    let in_line = |item: &String| item.split_whitespace().collect::<Vec<_>>().join(" ");
    let written: Vec<String> = items.iter().map(in_line).collect();
    let mut text = typed(ui, form, field, written.join("\n"));
    let counts = default_of(form, field);
    let hint = if counts.is_empty() {
        form.words.get("editor-one-a-line")
    } else {
        counts
    };
    let name = form.label(field);
    let input = TextField {
        hint: &hint,
        is_wrong: form.is_wrong(field),
        lines: match field.key {
            "instructions" => Lines::Numbered(2),
            _ => Lines::Several(2),
        },
        width,
        ..TextField::new(id_of(field), &name)
    };
    let response = input.show(ui, &mut text);
    if response.changed() {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        // What was not typed in stays as it is written.
        let kept = |line: &str| {
            let place = written.iter().position(|written| written == line);
            place.map_or_else(|| line.to_owned(), |place| items[place].clone())
        };
        take_texts(form, field, lines.map(kept).collect());
    }
    come_to(form, field, &response);
    keep_typed(form, field, &response, text);
}

/// Times of day in one line.
fn times(ui: &mut Ui, form: &mut Form<'_>, field: &Field, width: f32) {
    let written = listed(form, field).join(", ");
    let mut text = typed(ui, form, field, written);
    let name = form.label(field);
    let input = TextField {
        hint: "08:00, 18:30",
        is_wrong: form.is_wrong(field),
        width,
        ..TextField::new(id_of(field), &name)
    };
    let response = input.show(ui, &mut text);
    if response.changed() {
        let times = text.split([',', ' ']).filter(|time| !time.is_empty());
        take_texts(form, field, times.map(str::to_owned).collect());
    }
    come_to(form, field, &response);
    keep_typed(form, field, &response, text);
}

fn flag(ui: &mut Ui, form: &mut Form<'_>, field: &Field) {
    let value = form.value(field).map(|value| value.shown());
    let usual = default_of(form, field);
    let mut on = value.as_ref().unwrap_or(&usual) == "true";
    let name = form.label(field);
    if !toggle_row(ui, &mut on, &name, None).changed() {
        return;
    }
    // Back to what counts without it, where one thing does.
    if usual == on.to_string() {
        form.unset(field);
    } else {
        form.set(field, Value::Flag(on));
    }
}

/// The fields of a table within an exercise, several beside one another.
fn table(ui: &mut Ui, form: &mut Form<'_>, part: &Part, group: &Group, width: f32) {
    const NARROWEST: f32 = 150.0;
    let keys: Vec<&Key> = group.keys().collect();
    let columns = (1..=3_u8).rev().find(|columns| {
        let columns = f32::from(*columns);
        width >= columns * NARROWEST + (columns - 1.0) * space::S
    });
    let columns = columns.unwrap_or(1);
    let gaps = f32::from(columns - 1) * space::S;
    let room = (width - gaps) / f32::from(columns);
    for row in keys.chunks(usize::from(columns)) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            for key in row {
                ui.vertical(|ui| {
                    ui.set_width(room);
                    let field = part.field(key.name);
                    show(ui, form, &field, room);
                    show_wrong(ui, form, &field);
                });
            }
        });
    }
}

/// A list of tables: the fields of each, and a way to have one more.
fn tables(ui: &mut Ui, form: &mut Form<'_>, list: &Field, group: &Group, width: f32) {
    section(ui, &form.label(list));
    let (add, remove) = match list.key {
        "group" => ("editor-group-add", "editor-group-remove"),
        _ => ("editor-step-add", "editor-step-remove"),
    };
    let count = form.view.editing.count(list);
    for index in 0..count {
        let part = list.part.item(list.key, index);
        table(ui, form, &part, group, width);
        let out = Message::new(remove).with("number", index + 1);
        let out = form.words.message(&out);
        if ui.add(Button::quiet(&out).icon(Icon::Cross)).clicked() {
            form.edit(Edit::Remove {
                list: list.clone(),
                at: index,
            });
        }
        ui.add_space(space::S);
    }
    let add = form.words.get(add);
    let adds = ui.add(Button::quiet(&add).icon(Icon::Plus)).clicked();
    if adds && list.key == "group" {
        let name = Message::new("editor-group-new").with("number", count + 1);
        let name = Value::text(form.words.message(&name));
        form.edit(Edit::Add {
            list: list.clone(),
            at: count,
            item: Item::Keys(vec![("name", name)]),
        });
        form.draft.comes_to = Some(list.part.item(list.key, count).field("name"));
    } else if adds {
        // After the last one that is there.
        let latest = count.checked_sub(1).and_then(|index| {
            let week = list.part.item(list.key, index).field("from_week");
            form.value(&week)?.shown().trim().parse::<u32>().ok()
        });
        let week = latest.unwrap_or(1).saturating_add(1);
        form.edit(Edit::Add {
            list: list.clone(),
            at: count,
            item: Item::Keys(vec![("from_week", Value::text(week.to_string()))]),
        });
        form.draft.comes_to = Some(list.part.item(list.key, count).field("from_week"));
    }
}

/// Words at a moment: each with its time, and a way to have one more.
fn cues(ui: &mut Ui, form: &mut Form<'_>, list: &Field, width: f32) {
    const TIME: f32 = 84.0;
    let count = form.view.editing.count(list);
    // Without any, the button says what they are.
    if count > 0 {
        small(ui, &form.label(list));
    }
    for index in 0..count {
        let part = list.part.item(list.key, index);
        ui.horizontal_top(|ui| {
            let (at, say) = (part.field("at"), part.field("say"));
            moment(ui, form, &at, index + 1, TIME);
            let room = width - TIME - space::CONTROL - 2.0 * space::S;
            moment(ui, form, &say, index + 1, room);
            let out = Message::new("editor-cue-remove").with("number", index + 1);
            let out = IconButton {
                icon: Icon::Cross,
                name: &form.words.message(&out),
                key: "",
            };
            if ui.add(out).clicked() {
                form.edit(Edit::Remove {
                    list: list.clone(),
                    at: index,
                });
            }
        });
        for field in [part.field("at"), part.field("say")] {
            show_wrong(ui, form, &field);
        }
    }
    let add = form.words.get(if count > 0 {
        "editor-cue-more"
    } else {
        "editor-cue-add"
    });
    if ui.add(Button::quiet(&add).icon(Icon::Plus)).clicked() {
        let at = form.view.editing.count(list);
        let keys = vec![("at", Value::text("10s")), ("say", Value::text(""))];
        form.edit(Edit::Add {
            list: list.clone(),
            at,
            item: Item::Keys(keys),
        });
        form.draft.comes_to = Some(list.part.item(list.key, at).field("say"));
    }
}

/// One of the two fields of words at a moment.
fn moment(ui: &mut Ui, form: &mut Form<'_>, field: &Field, number: usize, width: f32) {
    let value = form.value(field).map_or_else(String::new, |it| it.shown());
    let mut text = typed(ui, form, field, value);
    let name = Message::new("editor-cue-field")
        .with("field", form.label(field))
        .with("number", number);
    let name = form.words.message(&name);
    let input = TextField {
        is_wrong: form.is_wrong(field),
        shows_name: false,
        width,
        ..TextField::new(id_of(field), &name)
    };
    let response = input.show(ui, &mut text);
    if response.changed() {
        form.set(field, Value::text(&text));
    }
    come_to(form, field, &response);
    keep_typed(form, field, &response, text);
}

/// The figures that the file brings, by their names: they are drawn elsewhere.
fn named(ui: &mut Ui, form: &mut Form<'_>, field: &Field) {
    small(ui, &form.label(field));
    let figures = form.view.editing.shown().map(|routine| &routine.figures);
    let names: Vec<&str> = figures
        .into_iter()
        .flat_map(|figures| figures.keys().map(String::as_str))
        .collect();
    if names.is_empty() {
        muted(ui, &form.words.get("editor-own-figures-none"));
    } else {
        muted(ui, &names.join(", "));
    }
}

#[cfg(test)]
mod tests;
