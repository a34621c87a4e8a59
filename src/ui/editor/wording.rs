//! What is wrong, in the words of the window's fields and not of the file.

use toml_edit::{DocumentMut, Item, Value as Written};

use crate::editing::{At, Field, Part, Value};
use crate::routine::keys::Takes;
use crate::ui::text::capital;
use crate::words::{Arg, List, Message, Words};

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
            Arg::Message(help) if name == "help" => in_own_words(words, at, *help).into(),
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
pub(super) fn shown(words: &Words, field: &Field, value: &Value) -> String {
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

/// A value as a file writes it.
pub(super) fn read(written: &str) -> Option<Value> {
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

/// A word of a file in the words of the window.
pub(super) fn word_name(words: &Words, word: &str) -> String {
    let own = words.find(&format!("editor-word-{word}"));
    let name = own.or_else(|| words.find(&format!("facts-{word}")));
    capital(&name.unwrap_or_else(|| word.to_owned()))
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
}
