//! What an exercise is shown by: a figure that comes with the app or with the file, or a picture of its own.

use eframe::egui::{CornerRadius, Key, Rect, Sense, Ui, vec2};

use super::filling::{Form, id_of, name_above};
use super::{EditorAction, View, summary};
use crate::editing::Field;
use crate::file_dialog::FileDialog;
use crate::ui::picture::Sight;
use crate::ui::picture_cache::Detail;
use crate::ui::theme::{palette, radius, space};
use crate::ui::widgets::{Button, Icon, IconButton, row, small};
use crate::words::Message;

/// What the exercise is shown by, small, and the ways to another: one of the figures, or a picture of the author's own.
pub(super) fn figure(ui: &mut Ui, form: &mut Form<'_>, field: &Field) {
    let name = name_of_either(ui, form, field);
    let index = field.part.exercise_index().unwrap_or_default();
    let written = form.value(field).map(|value| value.shown());
    row(ui, |ui| {
        // All of it has room in a line beside the name.
        ui.spacing_mut().item_spacing.x = space::XS;
        let (rect, _) = ui.allocate_exact_size(vec2(50.0, space::CONTROL), Sense::hover());
        paint(ui, form, index, rect);
        let id = if written.is_some() {
            "editor-figure-change"
        } else {
            "editor-figure-choose"
        };
        let [figure, change] = ["editor-figure", id].map(|id| form.words.get(id));
        let named = Message::new("editor-figure-name")
            .with("field", name)
            .with("figure", written.clone().unwrap_or_default());
        let named = form.words.message(&named);
        // Where none is chosen yet, there is nothing after the field's name.
        let named = format!("{change}: {}", named.trim_end());
        if ui
            .add(Button::secondary(&figure).tight().name(&named))
            .clicked()
        {
            form.asked.push(EditorAction::ChooseFigure(index));
        }
        if written.is_some() {
            let out = form.words.get("editor-figure-none");
            let out = IconButton {
                icon: Icon::Cross,
                name: &out,
                key: "",
            };
            if ui.add(out).clicked() {
                form.unset(field);
            }
        }
        let image = field.part.field("image");
        if form.value(&image).is_none() {
            own_picture(ui, form, &image, "editor-picture", "editor-picture-own");
        }
    });
}

/// The name above both, and that of the figure alone.
fn name_of_either(ui: &mut Ui, form: &Form<'_>, field: &Field) -> String {
    let either = form.words.get("editor-shown-by");
    if form.is_wrong(field) {
        name_above(ui, form, field)
    } else {
        small(ui, &either);
        form.label(field)
    }
}

/// The way to a picture of the author's own: the system's dialog where it has one, and its path in any case.
fn own_picture(
    ui: &mut Ui,
    form: &mut Form<'_>,
    image: &Field,
    id: &'static str,
    named: &'static str,
) {
    let [own, named] = [id, named].map(|id| form.words.get(id));
    if !ui
        .add(Button::secondary(&own).tight().name(&named))
        .clicked()
    {
        return;
    }
    form.draft.pictured = Some(image.part.clone());
    form.draft.comes_to = Some(image.clone());
    if let Some(exercise) = image.part.exercise_index().filter(|_| FileDialog::MAY_BE) {
        form.asked.push(EditorAction::ChoosePicture(exercise));
    }
}

fn paint(ui: &Ui, form: &Form<'_>, index: usize, rect: Rect) {
    let ground = palette(ui).paper;
    ui.painter()
        .rect_filled(rect, CornerRadius::same(radius::ROW), ground);
    paint_small(ui, form.view, index, rect.shrink(3.0));
}

/// Paints what shows the exercise at a place, if anything does.
pub(super) fn paint_small(ui: &Ui, view: &View, index: usize, area: Rect) {
    let exercise = summary::exercise(view.editing, index);
    if let (Some(exercise), Some(routine)) = (exercise, view.editing.shown()) {
        let own = view.pictures.ask(exercise, Detail::Small);
        if let Some(sight) = Sight::of(routine, exercise, own) {
            sight.paint(ui, exercise, area);
        }
    }
}

/// Below the path of a picture of the author's own: the way to another, and where a whole path stands, as it is
/// pasted, to have the picture copied beside the routine. It has to lie there to go along with it.
pub(super) fn bring(ui: &mut Ui, form: &mut Form<'_>, field: &Field) {
    let is_written = form.value(field).is_some();
    let pasted = form.pasted(field);
    let is_pasted = pasted.is_some();
    let has_keyboard = ui.memory(|memory| memory.has_focus(id_of(field)));
    let by_enter = has_keyboard && ui.input(|input| input.key_pressed(Key::Enter));
    ui.add_space(space::XS);
    row(ui, |ui| {
        if let (Some(path), Some(exercise)) = (pasted, field.part.exercise_index()) {
            let copy = form.words.get("editor-picture-copy");
            if ui.add(Button::secondary(&copy).tight()).clicked() || by_enter {
                form.draft.typing = None;
                form.asked
                    .push(EditorAction::BringPicture { exercise, path });
            }
        } else if FileDialog::MAY_BE {
            let id = "editor-picture-choose";
            own_picture(ui, form, field, id, id);
        }
    });
    if is_pasted {
        small(ui, &form.words.get("editor-picture-pasted"));
    } else if form.view.is_dialog_missing {
        small(ui, &form.words.get("editor-picture-no-dialog"));
    } else if !is_written {
        small(ui, &form.words.get("editor-picture-hint"));
    }
}
