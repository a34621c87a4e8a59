//! How a mistake is fixed, for somebody who sees fields and not the file: in words without its grammar, and by a
//! click where the value that was meant is known.

use eframe::egui::Ui;

use super::filling::{Form, show_what};
use super::wording::{in_own_words, read, shown};
use crate::editing::{At, Field, Value};
use crate::routine::{Diagnostic, Mistake};
use crate::ui::widgets::{link, small};
use crate::words::{Arg, Message};

/// What is wrong with a field, below it, and how to fix it.
pub(super) fn show_wrong(ui: &mut Ui, form: &mut Form<'_>, field: &Field) {
    if form.pasted(field).is_some() {
        return;
    }
    let view = form.view;
    let at = At::Field(field.clone());
    for diagnostic in view.editing.at(field) {
        let text = in_own_words(form.words, &at, diagnostic.mistake.message());
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            show_what(ui, diagnostic, &text);
            show(ui, form, field, diagnostic);
        });
    }
}

/// Shows how a mistake at a field is fixed.
fn show(ui: &mut Ui, form: &mut Form<'_>, field: &Field, diagnostic: &Diagnostic) {
    let Some(help) = diagnostic.mistake.help() else {
        return;
    };
    let now = form.value(field);
    let meant = meant(field, &help)
        .and_then(|meant| in_its_list(meant, now.as_ref(), &diagnostic.mistake))
        .filter(|meant| Some(meant) != now.as_ref());
    let Some(meant) = meant else {
        small(
            ui,
            &in_own_words(form.words, &At::Field(field.clone()), help),
        );
        return;
    };
    let text = Message::new("editor-mend").with("value", shown(form.words, field, &meant));
    let text = form.words.message(&text);
    let clicked = ui.push_id(field, |ui| link(ui, &text).clicked()).inner;
    if clicked {
        form.draft.typing = None;
        form.set(field, meant);
    }
}

/// The value that the help leads to, if it is one for this field.
fn meant(field: &Field, help: &Message) -> Option<Value> {
    let said = |name| {
        let arg = help.args.iter().find(|(key, _)| *key == name);
        match arg?.1 {
            Arg::Text(ref text) => Some(text.clone()),
            Arg::Number(number) => Some(number.to_string()),
            Arg::Message(_) | Arg::List(..) => None,
        }
    };
    match help.id {
        "check-not-one-of-help-near" | "check-date-form-help-near" => said("near").map(Value::Text),
        "check-range-of-numbers-help"
        | "check-range-of-lengths-help"
        | "check-range-of-pauses-help" => said("least").map(Value::Text),
        "check-prepare-short-help" | "check-switch-short-help" => {
            said("words").map(|seconds| Value::Text(format!("{seconds}s")))
        }
        "check-side-not-written-help" if field.key == "sides" => said("sides").map(Value::Text),
        "check-position-of-figure-help" if field.key == "position" => {
            said("shows").map(Value::Text)
        }
        "check-quotes-missing-help" if said("key")? == field.key => read(&said("example")?),
        _ => None,
    }
}

/// Where a field has a list, the list with what is meant in the place of the item that the mistake is about: the
/// others stay.
fn in_its_list(meant: Value, now: Option<&Value>, mistake: &Mistake) -> Option<Value> {
    let (Value::Text(near), Some(Value::Texts(items))) = (&meant, now) else {
        return Some(meant);
    };
    let (Mistake::TimeForm { text: wrong } | Mistake::NotOneOf { text: wrong, .. }) = mistake
    else {
        return None;
    };
    let mended = |item: &String| if item == wrong { near } else { item }.clone();
    Some(Value::Texts(items.iter().map(mended).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editing::Part;

    #[test]
    fn of_a_list_the_one_that_is_wrong_is_mended_and_the_others_stay() {
        let list = |items: [&str; 2]| Value::Texts(items.map(str::to_owned).into());
        let wrong = Mistake::TimeForm {
            text: "8am".to_owned(),
        };
        let mended = in_its_list(Value::text("08:00"), Some(&list(["8am", "18:30"])), &wrong);
        assert_eq!(mended, Some(list(["08:00", "18:30"])));
        let one = in_its_list(Value::text("08:00"), Some(&Value::text("8am")), &wrong);
        assert_eq!(one, Some(Value::text("08:00")));
    }

    #[test]
    fn what_was_meant_is_a_value_of_the_field_that_the_mistake_is_at() {
        let exercise = Part::exercise(0);
        let near = Message::new("check-not-one-of-help-near").with("near", "30s");
        assert_eq!(
            meant(&exercise.field("hold"), &near),
            Some(Value::text("30s"))
        );
        let write = Message::new("check-quotes-missing-help")
            .with("key", "reps")
            .with("example", "\"8 to 12\"");
        assert_eq!(
            meant(&exercise.field("reps"), &write),
            Some(Value::text("8 to 12"))
        );
        assert_eq!(meant(&exercise.field("hold"), &write), None, "of another");
        let list = Message::new("check-quotes-missing-help")
            .with("key", "equipment")
            .with("example", "[\"mat\", \"towel\"]");
        let texts = ["mat", "towel"].map(str::to_owned);
        assert_eq!(
            meant(&exercise.field("equipment"), &list),
            Some(Value::Texts(texts.into()))
        );
    }
}
