//! How a mistake is fixed, for somebody who sees fields and not the file: in words without its grammar, and by a
//! click where the value that was meant is known.

use eframe::egui::Ui;
use toml_edit::{DocumentMut, Item, Value as Written};

use super::field::word_name;
use super::filling::{Form, show_what};
use crate::editing::{At, Field, Part, Value};
use crate::routine::Diagnostic;
use crate::routine::keys::Takes;
use crate::ui::widgets::{link, small};
use crate::words::{Arg, List, Message, Words};

/// What is wrong with a field, below it, and how to fix it.
pub(super) fn show_wrong(ui: &mut Ui, form: &mut Form<'_>, field: &Field) {
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
    let meant = meant(field, &help).filter(|meant| Some(meant) != now.as_ref());
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

/// A value as a file writes it.
fn read(written: &str) -> Option<Value> {
    let document = format!("value = {written}").parse::<DocumentMut>().ok()?;
    let text = |value: &Written| match value {
        Written::String(text) => Some(text.value().clone()),
        Written::Integer(number) => Some(number.value().to_string()),
        _ => None,
    };
    match document.get("value")? {
        Item::Value(Written::Boolean(flag)) => Some(Value::Flag(*flag.value())),
        Item::Value(Written::Array(items)) => {
            let texts: Option<Vec<_>> = items.iter().map(text).collect();
            texts.map(Value::Texts)
        }
        Item::Value(value) => text(value).map(Value::Text),
        _ => None,
    }
}

/// A message for somebody who sees the fields of the window: with the names that they have there, and without the
/// grammar of the file.
pub(super) fn in_own_words(words: &Words, at: &At, message: Message) -> String {
    // By its line is told what stands in the text.
    if *at == At::Line {
        return words.message(&message);
    }
    let args = message.args.into_iter();
    let args = args.map(|(name, arg)| (name, named(words, at, name, arg)));
    let message = Message {
        id: message.id,
        args: args.collect(),
    };
    let own = words.message_as(&format!("editor-{}", message.id), &message);
    own.unwrap_or_else(|| words.message(&message))
}

/// What a message is filled with, as the window names it.
fn named(words: &Words, at: &At, name: &str, arg: Arg) -> Arg {
    let Arg::Text(text) = &arg else {
        return match arg {
            Arg::List(list, items) if name == "choices" => {
                let items = items.into_iter();
                list.of(items.map(|item| named(words, at, "choice", item)))
            }
            arg => arg,
        };
    };
    match name {
        "key" => label(at, text).map_or(arg, Arg::from),
        "kind" | "sides" | "choice" => word_name(words, text).into(),
        "near" if takes_words(at) => word_name(words, text).into(),
        "example" => read(text).map_or(arg, |value| value.shown().into()),
        _ => arg,
    }
}

/// What a key of the file is called in the window.
fn label(at: &At, key: &str) -> Option<Message> {
    let of = |part: &Part| Some(part.field(part.group()?.key(key)?.name).label());
    let part = match at {
        At::Field(field) => &field.part,
        At::Part(part) => part,
        At::Line => return None,
    };
    of(part).or_else(|| of(&Part::exercise(0)))
}

fn takes_words(at: &At) -> bool {
    let takes = match at {
        At::Field(field) => field.takes(),
        At::Part(_) | At::Line => None,
    };
    matches!(takes, Some(Takes::Word(_) | Takes::Words(_)))
}

/// A value as the window shows it.
fn shown(words: &Words, field: &Field, value: &Value) -> String {
    if !takes_words(&At::Field(field.clone())) {
        return value.shown();
    }
    match value {
        Value::Texts(texts) => {
            let names = texts.iter().map(|word| word_name(words, word));
            words.list(List::Parts, names)
        }
        value => word_name(words, &value.shown()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::LANGUAGES;

    #[test]
    fn a_mistake_is_told_by_the_names_of_the_window_in_its_language() {
        let exercise = Part::exercise(0);
        let text = |words: &Words, key, message: Message| {
            in_own_words(words, &At::Field(exercise.field(key)), message)
        };
        let german = Words::of("de");
        let range = Message::new("check-number-range").with("key", "reps");
        let range = range.with("least", 1_u32).with("most", 100_u32);
        let told = text(&german, "reps", range);
        assert!(told.contains("„Wiederholungen“"), "{told}");
        let choices = List::Or.of(["left", "each"]);
        let list = Message::new("check-not-one-of-help-list").with("choices", choices);
        assert!(text(&german, "sides", list).contains("Links oder Jede"));
        let near = Message::new("check-not-one-of-help-near").with("near", "each");
        assert_eq!(text(&german, "sides", near), "Meinten Sie Jede?");
        let write = Message::new("check-quotes-missing-help").with("key", "tempo");
        let write = write.with("example", "\"2s up, 3s down\"");
        assert!(text(&german, "tempo", write).ends_with(": 2s up, 3s down"));
    }

    #[test]
    fn a_mistake_in_a_part_without_fields_is_told_as_the_file_has_it() {
        let message = Message::new("check-key-missing-help").with("key", "title");
        for language in LANGUAGES {
            let words = Words::of(language.tag);
            let told = in_own_words(&words, &At::Line, message.clone());
            assert!(told.contains("title = "), "{told}");
        }
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
