//! The fields of the chosen part: those that come first, and the others when they are asked for or
//! written.

use eframe::egui::{Align, Layout, Ui, vec2};

use super::filling::{Form, show_diagnostic};
use super::layout::{self, columns_in, fields, lines};
use super::mending::show_wrong;
use super::panes::{self, ComesTo};
use super::{Draft, EditorAction, View, field, list, summary, whole};
use crate::editing::{At, Edit, Field, Part, exercises};
use crate::routine::keys::Key;
use crate::ui::theme::space;
use crate::ui::top::within;
use crate::ui::widgets::{
    Button, Icon, IconButton, Line, at_right_end, body, command_key, muted, part, section, small,
};
use crate::words::{List, Message, Words};

pub(super) fn show(
    ui: &mut Ui,
    words: &Words,
    view: &View,
    draft: &mut Draft,
    asked: &mut Vec<EditorAction>,
) {
    let chosen = draft.chosen.clone();
    let mut form = Form {
        words,
        view,
        draft,
        asked,
    };
    if panes::comes_to(form.draft, ComesTo::Fields) {
        form.draft.comes_to = panes::first_field(&form, &chosen);
    }
    part(ui, &chosen, |ui| show_part(ui, &mut form, &chosen));
}

fn show_part(ui: &mut Ui, form: &mut Form<'_>, chosen: &Part) {
    if whole::is_needed(ui, form) {
        return whole::show(ui, form);
    }
    if let Some(index) = chosen.exercise_index() {
        show_head(ui, form, index);
    } else {
        section(ui, &form.words.get(list::name_of(chosen)));
        if *chosen == Part::table("defaults") {
            muted(ui, &form.words.get("editor-defaults-hint"));
        }
    }
    if chosen.exercise_index().is_some() && form.view.editing.count(&exercises()) == 0 {
        body(ui, &form.words.get("editor-no-exercise"));
        return;
    }
    show_wrong_with(ui, form, chosen);
    let Some(group) = chosen.group() else {
        return;
    };
    let (first, more) = fields(group);
    let above = keys_above(form, chosen, &more);
    let is_shown = |key: &&&Key| field::is_of_use(form, &chosen.field(key.name));
    let (mut now, unused): (Vec<&Key>, Vec<&Key>) = first.iter().partition(|key| is_shown(key));
    let is_above = |key: &&&Key| above.contains(&key.name);
    let (said, mut rest): (Vec<&Key>, Vec<&Key>) = more.iter().partition(is_above);
    now.extend(said);
    rest.extend(unused);
    show_fields(ui, form, chosen, &now);
    if rest.is_empty() {
        return;
    }
    show_more(ui, form, chosen, &rest);
}

/// Which of the fields that are seldom needed stand with the first: those that say something when the part is opened.
/// A field stays where it is while it is filled in or emptied.
fn keys_above(form: &mut Form<'_>, chosen: &Part, more: &[&'static Key]) -> Vec<&'static str> {
    let kept = form.draft.above.take();
    let kept = kept
        .filter(|(part, _)| part == chosen)
        .map(|(_, keys)| keys);
    // Folded away nobody would find it.
    let looks_again = kept.is_none() || !form.draft.shows_more;
    let mut above = kept.unwrap_or_default();
    for key in more.iter().filter(|_| looks_again) {
        let field = chosen.field(key.name);
        let says = summary::is_written(form.view.editing, &field);
        if (says || form.wrong(&field).next().is_some()) && !above.contains(&key.name) {
            above.push(key.name);
        }
    }
    form.draft.above = Some((chosen.clone(), above.clone()));
    above
}

/// The fields that are seldom needed: their names, and themselves when they are asked for.
fn show_more(ui: &mut Ui, form: &mut Form<'_>, chosen: &Part, rest: &[&Key]) {
    ui.add_space(space::XS);
    ui.separator();
    let id = if form.draft.shows_more {
        "editor-less"
    } else {
        "editor-more"
    };
    let text = form.words.get(id);
    let icon = if form.draft.shows_more {
        Icon::Up
    } else {
        Icon::Down
    };
    if ui.add(Button::quiet(&text).icon(icon)).clicked() {
        form.draft.shows_more = !form.draft.shows_more;
    }
    if form.draft.shows_more {
        show_fields(ui, form, chosen, rest);
    } else {
        let sought = layout::named(rest);
        let names = sought.iter().map(|key| form.label(&chosen.field(key.name)));
        let names = form.words.list(List::Parts, names);
        let told = Message::new("editor-more-names").with("names", names);
        let told = told.with("more", rest.len() - sought.len());
        small(ui, &form.words.message(&told));
    }
}

/// The name of the exercise's place, and what can be done with all of it.
fn show_head(ui: &mut Ui, form: &mut Form<'_>, index: usize) {
    let count = form.view.editing.count(&exercises());
    if count == 0 {
        return;
    }
    let number = Message::new("editor-number")
        .with("number", index + 1)
        .with("of", count);
    let text = form.words.message(&number);
    let is_tight = ui.available_width() < 280.0;
    let name = form.words.message(&form.view.editing.name_of(index));
    let named = |id| {
        let message = Message::new(id).with("name", name.as_str());
        form.words.message(&message)
    };
    let line = ui.available_rect_before_wrap();
    let line = line.with_max_y(line.top() + space::CONTROL);
    if !is_tight {
        within(ui, line, |ui| {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| small(ui, &text));
        });
    }
    let copy_key = format!("{} D", command_key(form.words));
    let mut pressed = None;
    at_right_end(ui, line, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        for (icon, id, key, can) in [
            (Icon::Up, "editor-up", "Alt ↑", index > 0),
            (Icon::Down, "editor-down", "Alt ↓", index + 1 < count),
            (Icon::Copy, "editor-duplicate", &*copy_key, true),
            (Icon::Cross, "editor-remove", "", true),
        ] {
            let button = IconButton {
                icon,
                name: &named(id),
                key,
            };
            if ui.add_enabled(can, button).clicked() {
                pressed = Some(id);
            }
        }
    });
    match pressed {
        Some("editor-up") => move_to(form, index, index - 1),
        Some("editor-down") => move_to(form, index, index + 1),
        // What is copied is chosen once it is there.
        Some("editor-duplicate") => form.edit(Edit::duplicate_exercise(index)),
        Some(_) => form.edit(Edit::remove_exercise(index)),
        None => {}
    }
}

fn move_to(form: &mut Form<'_>, from: usize, to: usize) {
    form.edit(Edit::move_exercise(from, to));
    form.draft.chosen = Part::exercise(to);
}

fn show_fields(ui: &mut Ui, form: &mut Form<'_>, chosen: &Part, keys: &[&Key]) {
    let room = ui.available_width();
    let columns = columns_in(room);
    for line in lines(keys, columns) {
        let line: Vec<_> = line
            .into_iter()
            .map(|(key, takes)| (chosen.field(key.name), takes))
            .collect();
        show_line(ui, form, &line, columns, room);
        for (field, _) in &line {
            show_wrong(ui, form, field);
        }
    }
}

/// Fields beside one another.
fn show_line(ui: &mut Ui, form: &mut Form<'_>, line: &[(Field, usize)], columns: usize, room: f32) {
    let gap = space::M - 2.0;
    #[expect(clippy::cast_precision_loss, reason = "at most four")]
    let width = |takes: usize| {
        let one = (room - gap * (columns - 1) as f32) / columns as f32;
        one * takes as f32 + gap * (takes - 1) as f32
    };
    if let [(field, takes)] = line {
        let width = width(*takes);
        ui.scope(|ui| {
            ui.set_max_width(width);
            field::show(ui, form, field, width);
        });
        return;
    }
    let mut beside = Line::begin(ui);
    for (field, takes) in line {
        let width = width(*takes);
        beside.add(ui, width, gap, |ui| field::show(ui, form, field, width));
    }
    beside.end(ui);
}

/// What is wrong with a part, but with none of its fields.
fn show_wrong_with(ui: &mut Ui, form: &Form<'_>, part: &Part) {
    for (at, diagnostic) in form.view.editing.placed() {
        let is_of_field = matches!(at, At::Field(_));
        if !is_of_field && list::part_with(at) == *part {
            show_diagnostic(ui, form.words, at, diagnostic);
        }
    }
}
