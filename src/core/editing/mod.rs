//! A routine file under the hands of its author.
//!
//! The text is the truth, and [`Editing`] a view on it. An [`Edit`] changes the lines that it is about and no
//! others; the text is then read by the reader that everything uses, and each mistake is placed at the field it
//! is about. Which fields there are, the table of keys says ([`keys`](crate::routine::keys)).

mod array;
mod before;
mod blocks;
mod change;
mod edit;
mod field;
mod groups;
mod ids;
mod kept_ids;
mod keys;
mod lists;
mod order;
mod pieces;
mod placed;
mod splice;
mod taken;
#[cfg(test)]
mod tests;
mod tree;
mod undo;
mod without;
mod write;

use std::borrow::Cow;
use std::sync::Arc;

pub use edit::{Edit, Item, Refused, exercises};
pub use field::{Field, Part, Value};
pub use order::ordered;
pub use placed::At;
pub use without::Without;

use self::pieces::Pieces;
use self::tree::Tree;
use self::undo::Steps;
use crate::message::Message;
use crate::routine::{self, Apart, Diagnostic, Reading, Routine, Surroundings};
use crate::text::without_mark;

/// An exercise that comes with the app, as it is written into a routine: in the order of the reference, and without
/// what the library notes of its own. `None` if there is none of that id.
pub fn of_library(id: &str, language: &str) -> Option<String> {
    let text = crate::exercises::text(id, language)?;
    let lines = text.split_inclusive('\n');
    let lines = lines.filter(|line| !line.starts_with('#'));
    ordered(&lines.collect::<String>())
}

/// The byte order mark that some editors put at a file's start.
const MARK: &str = "\u{feff}";

/// A text with what two others changed of it, if that can be read and they changed lines apart from each other.
pub fn merged(before: &str, mine: &str, theirs: &str) -> Option<String> {
    let text = splice::merged(before, mine, theirs)?;
    Tree::of(text.trim_start_matches(MARK)).map(|_| text)
}

/// A text that is being edited.
#[derive(Debug)]
pub struct Editing {
    /// Without the mark.
    text: String,
    has_mark: bool,
    /// `None` while lines break the grammar.
    pieces: Option<Pieces>,
    /// What was read of the exercises.
    apart: Apart,
    reading: Reading,
    /// For each diagnostic of the reading.
    places: Vec<At>,
    shown: Option<Shown>,
    /// Counts how often the text was read.
    version: u64,
    steps: Steps,
}

/// The routine that is shown of a text.
#[derive(Debug)]
struct Shown {
    routine: Arc<Routine>,
    /// The text that it is read from: without mistakes.
    pieces: Option<Pieces>,
    from: ShownFrom,
}

/// How the routine that is shown comes from the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShownFrom {
    /// It is what the text says.
    Text,
    /// What has a mistake is as it was before.
    Before,
    /// What has a mistake is left out.
    Rest,
    /// All of it is as it was before.
    Earlier,
}

impl Editing {
    /// Opens a file's bytes; `None` if they are no text.
    pub fn open(bytes: &[u8], surroundings: &Surroundings<'_>) -> Option<Self> {
        let text = std::str::from_utf8(without_mark(bytes)).ok()?;
        let mut editing = Self {
            text: text.to_owned(),
            has_mark: bytes.starts_with(MARK.as_bytes()),
            pieces: None,
            apart: Apart::default(),
            reading: routine::read(b"", surroundings),
            places: Vec::new(),
            shown: None,
            version: 0,
            steps: Steps::default(),
        };
        editing.read(surroundings);
        Some(editing)
    }

    /// The text, without a byte order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the file as it would be saved.
    pub fn bytes(&self) -> Vec<u8> {
        let mark = if self.has_mark { MARK } else { "" };
        [mark, &self.text].concat().into_bytes()
    }

    /// What came of reading the text.
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// The routine to show. What has an error is as it was before, or left out; where that says too little, all is as
    /// it was when the text last had none. `None` if there never was one.
    pub fn shown(&self) -> Option<&Arc<Routine>> {
        self.shown.as_ref().map(|shown| &shown.routine)
    }

    /// How the routine to show comes from the text.
    pub fn shown_from(&self) -> Option<ShownFrom> {
        self.shown.as_ref().map(|shown| shown.from)
    }

    /// Another number after each change of the text or of what is wrong with it.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// Whether the text has fields: a line that breaks the grammar leaves it without any, until it is mended
    /// as text.
    pub fn has_fields(&self) -> bool {
        self.pieces.is_some()
    }

    /// How many tables a list has, such as [`exercises`].
    pub fn count(&self, list: &Field) -> usize {
        self.pieces.as_ref().map_or(0, |pieces| pieces.count(list))
    }

    /// What is written at a key; `None` if nothing is.
    pub fn value(&self, field: &Field) -> Option<Value> {
        self.pieces.as_ref()?.value(field)
    }

    /// What counts where a key is not written; `None` if the format has no such key.
    pub fn without(&self, field: &Field) -> Option<Without> {
        without::without(self.pieces.as_ref()?, field)
    }

    /// What is wrong with a field.
    pub fn at(&self, field: &Field) -> impl Iterator<Item = &Diagnostic> {
        self.placed()
            .filter(move |(at, _)| matches!(at, At::Field(it) if it == field))
            .map(|(_, diagnostic)| diagnostic)
    }

    /// What is wrong with a table or anything in it.
    pub fn within(&self, part: &Part) -> impl Iterator<Item = &Diagnostic> {
        self.placed()
            .filter(move |(at, _)| match at {
                At::Field(field) => field.part.is_within(part),
                At::Part(own) => own.is_within(part),
                At::Line => false,
            })
            .map(|(_, diagnostic)| diagnostic)
    }

    /// All that is wrong, each with its place, in the order of the text.
    pub fn placed(&self) -> impl Iterator<Item = (&At, &Diagnostic)> {
        self.places.iter().zip(&self.reading.diagnostics)
    }

    /// Does an edit. Typing on in one field is one step to undo, until [`settle`](Self::settle) is called.
    ///
    /// # Errors
    /// Why it can't be done; the text is as it was.
    pub fn apply(&mut self, edit: &Edit, surroundings: &Surroundings<'_>) -> Result<(), Refused> {
        let pieces = match (&self.pieces, edit) {
            (Some(pieces), _) => pieces,
            (None, Edit::Text(text)) => {
                let text = text.clone();
                self.steps.note(edit, self.name(edit), &self.text, &text);
                self.put(text, None, surroundings);
                return Ok(());
            }
            (None, _) => return Err(Refused::Unreadable),
        };
        let done = change::changed(&self.edited(pieces, edit), edit)?;
        if done.text != self.text {
            self.steps
                .note(edit, self.name(edit), &self.text, &done.text);
            self.put(done.text, done.pieces, surroundings);
        }
        Ok(())
    }

    /// An edit with what else it is to change, so that nothing is lost without a word: the exercises of a group go
    /// along with it, and each exercise keeps the id by which the record may know it. `is_known` says of which ids
    /// somebody may know by now.
    #[must_use]
    pub fn with_what_follows(&self, edit: Edit, is_known: impl Fn(&str) -> bool) -> Edit {
        let Some(pieces) = &self.pieces else {
            return edit;
        };
        let before = self.edited(pieces, &edit);
        kept_ids::along(&before, groups::along(&before, edit), is_known)
    }

    /// The id of each exercise, as the reader gives it.
    pub fn ids(&self) -> Vec<String> {
        self.pieces.as_ref().map(ids::ids_in).unwrap_or_default()
    }

    /// What an edit is done to: one that goes on with what is being typed, to the text before the typing began.
    fn edited<'a>(&self, pieces: &'a Pieces, edit: &Edit) -> Cow<'a, Pieces> {
        let before = self.steps.before_typing(edit, &self.text);
        let before = before.and_then(|text| Pieces::of(&text, Some(pieces)));
        before.map_or(Cow::Borrowed(pieces), Cow::Owned)
    }

    /// Ends what is undone as one: a field was left.
    pub fn settle(&mut self) {
        self.steps.settle();
    }

    /// Undoes the last edit; does nothing if there is none.
    pub fn undo(&mut self, surroundings: &Surroundings<'_>) {
        if let Some(text) = self.steps.undo(&self.text) {
            self.put(text, None, surroundings);
        }
    }

    /// Does again what was undone last; does nothing if nothing was.
    pub fn redo(&mut self, surroundings: &Surroundings<'_>) {
        if let Some(text) = self.steps.redo(&self.text) {
            self.put(text, None, surroundings);
        }
    }

    /// How many edits can be undone.
    pub fn steps(&self) -> usize {
        self.steps.count()
    }

    /// What the next undoing undoes.
    pub fn undoable(&self) -> Option<&Message> {
        self.steps.undoable()
    }

    /// What the next redoing does again.
    pub fn redoable(&self) -> Option<&Message> {
        self.steps.redoable()
    }

    /// Reads all of the text again: a picture came, or the day changed.
    pub fn read(&mut self, surroundings: &Surroundings<'_>) {
        self.apart = Apart::default();
        let text = std::mem::take(&mut self.text);
        self.put(text, None, surroundings);
    }

    /// Takes another text, with the places in it if they are known.
    fn put(&mut self, text: String, pieces: Option<Pieces>, surroundings: &Surroundings<'_>) {
        self.text = text;
        self.pieces = pieces.or_else(|| Pieces::of(&self.text, self.pieces.as_ref()));
        let bytes = self.bytes();
        (self.reading, self.apart) = match self.apart.read(&bytes, surroundings) {
            Some(read) => read,
            None => (routine::read(&bytes, surroundings), Apart::default()),
        };
        let diagnostics = &self.reading.diagnostics;
        self.places = match &self.pieces {
            Some(pieces) => pieces.places(diagnostics),
            None => vec![At::Line; diagnostics.len()],
        };
        self.version += 1;
        let read = self.reading.routine.clone().map(|routine| Shown {
            routine: Arc::new(routine),
            pieces: self.pieces.clone(),
            from: ShownFrom::Text,
        });
        if let Some(shown) = read.or_else(|| self.without_errors(surroundings)) {
            self.shown = Some(shown);
        } else if let Some(shown) = &mut self.shown {
            shown.from = ShownFrom::Earlier;
        }
    }

    /// What is shown of a text of which some fields have an error.
    fn without_errors(&self, surroundings: &Surroundings<'_>) -> Option<Shown> {
        // Of a text with many no part is worth much.
        const MOST: usize = 20;
        let mut fields = Vec::new();
        for (at, diagnostic) in self.placed() {
            match at {
                At::Field(field) if diagnostic.is_error() && !fields.contains(field) => {
                    fields.push(field.clone());
                }
                _ if diagnostic.is_error() => return None,
                _ => {}
            }
        }
        if fields.len() > MOST {
            return None;
        }
        let pieces = self.pieces.as_ref()?;
        let read = |edits: Vec<Edit>, from| {
            let done = change::changed(pieces, &Edit::Several(edits)).ok()?;
            let bytes = done.text.as_bytes();
            let reading = match self.apart.read(bytes, surroundings) {
                Some((reading, _)) => reading,
                None => routine::read(bytes, surroundings),
            };
            Some(Shown {
                routine: Arc::new(reading.routine?),
                pieces: done.pieces,
                from,
            })
        };
        let as_before = self.shown.as_ref().and_then(|before| {
            let edits = before::edits(pieces, before.pieces.as_ref()?, &fields)?;
            let leaves_out = edits.iter().any(|edit| matches!(edit, Edit::Unset(_)));
            let from = match before.from {
                ShownFrom::Rest if leaves_out => ShownFrom::Rest,
                _ => ShownFrom::Before,
            };
            read(edits, from)
        });
        as_before.or_else(|| {
            let unset = fields.into_iter().map(Edit::Unset);
            read(unset.collect(), ShownFrom::Rest)
        })
    }

    /// What an edit does, for the list of what can be undone.
    fn name(&self, edit: &Edit) -> Message {
        let of = |at: usize| self.name_of(at);
        let in_exercise = |part: &Part, message: Message| match part.exercise_index() {
            Some(at) => Message::new("edit-in-exercise")
                .with("exercise", of(at))
                .with("edit", message),
            None => message,
        };
        match edit {
            Edit::Set(field, _) | Edit::Unset(field) => {
                let label = field.label();
                let message = Message::new("edit-field").with("field", label);
                in_exercise(&field.part, message)
            }
            Edit::Add { list, item, .. } => match item {
                _ if *list != exercises() => {
                    let message = Message::new("edit-field").with("field", list.label());
                    in_exercise(&list.part, message)
                }
                Item::Library(id) => Message::new("edit-add-library").with("exercise", id.as_str()),
                Item::Keys(_) => Message::new("edit-add"),
            },
            Edit::Duplicate { list, at }
            | Edit::Remove { list, at }
            | Edit::Move { list, from: at, .. } => {
                if *list != exercises() {
                    let message = Message::new("edit-field").with("field", list.label());
                    return in_exercise(&list.part, message);
                }
                let id = match edit {
                    Edit::Duplicate { .. } => "edit-duplicate",
                    Edit::Remove { .. } => "edit-remove",
                    _ => "edit-move",
                };
                Message::new(id).with("exercise", of(*at))
            }
            Edit::Several(edits) => match edits.first() {
                Some(first) => self.name(first),
                None => Message::new("edit-text"),
            },
            Edit::Text(_) => Message::new("edit-text"),
        }
    }

    /// What an exercise is called: by its name, or else by its number.
    pub fn name_of(&self, at: usize) -> Message {
        let part = Part::exercise(at);
        let field = part.field("name");
        let of_used = || match self.without(&field)? {
            Without::Used(name) => Some(name),
            _ => None,
        };
        let name = self.value(&field).or_else(of_used);
        let name = name.map(|name| name.shown());
        match name.filter(|name| !name.trim().is_empty()) {
            Some(name) => Message::new("edit-exercise-named").with("name", name),
            None => Message::new("edit-exercise-numbered").with("number", at + 1),
        }
    }
}
