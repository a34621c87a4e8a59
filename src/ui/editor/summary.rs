//! What the routine and its parts come to, in a few words.

use crate::editing::{Editing, Field, Part, ShownFrom, exercises};
use crate::facts;
use crate::routine::{Exercise, measure};
use crate::ui::editor::View;
use crate::words::{List, Message, Words};

/// What the routine is called, as far as it has a title.
pub fn title(words: &Words, editing: &Editing) -> String {
    let title = editing.value(&Part::top().field("title"));
    let title = title.map(|title| title.shown());
    let title = title.filter(|title| !title.trim().is_empty());
    title.unwrap_or_else(|| words.get("editor-untitled"))
}

/// What is to be saved, and since when it is safe.
pub(super) fn changes(view: &View) -> Message {
    if !view.saved.is_changed {
        return match view.saved_as {
            Some(file) => Message::new("editor-saved").with("file", file),
            None => Message::new("editor-no-changes"),
        };
    }
    let message = match view.saved.kept_since {
        Some(since) => Message::new("editor-changes-kept").with("time", facts::time_of_day(since)),
        None => Message::new("editor-changes"),
    };
    message.with("count", view.saved.unsaved)
}

/// How many exercises there are, and how long all takes.
pub(super) fn whole(words: &Words, editing: &Editing) -> String {
    let number = editing.count(&exercises());
    let count = Message::new("editor-count").with("count", number);
    // What was read last may have others.
    let read = editing.shown();
    let read = read.filter(|routine| number > 0 && routine.exercises.len() == number);
    let Some(routine) = read else {
        return words.message(&count);
    };
    let minutes = Message::new("editor-about").with("minutes", facts::minutes(routine));
    words.list(
        List::Parts,
        [words.message(&count), words.message(&minutes)],
    )
}

/// The exercise at a place as it is shown; `None` where what was read last has another exercise at the place.
pub(super) fn exercise(editing: &Editing, index: usize) -> Option<&Exercise> {
    let routine = editing.shown()?;
    if routine.exercises.len() != editing.count(&exercises()) {
        return None;
    }
    let exercise = routine.exercises.get(index)?;
    let part = Part::exercise(index);
    let is_of_this_text = editing.shown_from() != Some(ShownFrom::Earlier);
    // By what is written of it, the surest first.
    let tells = [
        ("id", exercise.id.as_str()),
        ("name", exercise.name.as_str()),
        ("use", exercise.id.as_str()),
    ];
    let is_same = tells.into_iter().find_map(|(key, was)| {
        let written = editing.value(&part.field(key))?.shown();
        Some(written.trim() == was)
    });
    (is_of_this_text || is_same == Some(true)).then_some(exercise)
}

/// How long the exercise at a place takes by itself.
pub(super) fn length(exercise: &Exercise) -> std::time::Duration {
    measure(std::slice::from_ref(exercise)).total
}

/// What a part besides the exercises says, shortly.
pub(super) fn of_part(words: &Words, editing: &Editing, part: &Part) -> String {
    let Some(routine) = editing.shown() else {
        return String::new();
    };
    if *part == Part::table("schedule") {
        return facts::schedule(words, &routine.schedule);
    }
    if *part == Part::table("author") {
        let author = routine.author.as_ref();
        return author.map_or_else(String::new, |author| facts::author(words, author));
    }
    if *part == Part::table("safety") {
        let safety = &routine.safety;
        let signs = safety.stop_if.len() + safety.not_if.len();
        let mut parts = Vec::new();
        if signs > 0 {
            parts.push(words.message(&Message::new("editor-signs").with("count", signs)));
        }
        if let Some(limit) = safety.pain_limit {
            parts.push(words.message(&Message::new("editor-limit").with("limit", limit)));
        }
        return words.list(List::Parts, parts);
    }
    String::new()
}

/// The fields of a part that are written.
pub(super) fn is_written(editing: &Editing, field: &Field) -> bool {
    editing.value(field).is_some() || editing.count(field) > 0
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::*;
    use crate::editing::Edit;
    use crate::routine::Surroundings;

    const TEXT: &str =
        "format = 1\ntitle = \"T\"\n[[exercise]]\nname = \"A\"\n[[exercise]]\nuse = \"bridge\"\n";

    fn surroundings() -> Surroundings<'static> {
        Surroundings {
            stem: "t",
            today: Date::constant(2026, 1, 1),
            image: &|_| Ok(()),
        }
    }

    /// What was opened first, with another text that can't be used.
    fn edited(text: &str) -> Editing {
        let mut editing = Editing::open(TEXT.as_bytes(), &surroundings()).unwrap();
        assert!(editing.reading().routine.is_some());
        let edit = Edit::Text(text.to_owned());
        editing.apply(&edit, &surroundings()).unwrap();
        assert!(editing.reading().routine.is_none());
        editing
    }

    #[test]
    fn an_exercise_of_a_text_with_mistakes_is_known_by_what_is_written_of_it() {
        let (first, second) = (
            "[[exercise]]\nname = \"A\"\n",
            "[[exercise]]\nuse = \"bridge\"\n",
        );
        let top = "format = 1\ntitle = \"T\"\nunheard = 1\n";
        let name = |editing: &Editing, at| exercise(editing, at).map(|it| it.id.clone());
        let same = edited(&format!("{top}{first}{second}"));
        assert_eq!(name(&same, 0).as_deref(), Some("a"));
        assert_eq!(name(&same, 1).as_deref(), Some("bridge"));
        let swapped = edited(&format!("{top}{second}{first}"));
        assert_eq!([name(&swapped, 0), name(&swapped, 1)], [None, None]);
    }

    #[test]
    fn a_routine_without_an_exercise_takes_no_time() {
        let words = Words::of("en");
        let none = edited("format = 1\ntitle = \"T\"\n");
        assert_eq!(whole(&words, &none), "0 exercises");
        let opened = Editing::open(TEXT.as_bytes(), &surroundings()).unwrap();
        assert!(whole(&words, &opened).starts_with("2 exercises, about "));
    }
}
