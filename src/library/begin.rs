//! The text that a new routine begins with, and a name for its file.

use std::path::{Path, PathBuf};

use toml_edit::DocumentMut;

use super::file::is_reserved;
use super::shipped::SHIPPED;
use crate::clock;
use crate::editing::{Edit, Editing, Part};
use crate::routine::{Author, Surroundings, id_of_words};

/// The schema of the format, that text editors complete and check by.
const SCHEMA: &str = "routine.schema.json";

/// The text with a first line that names the format's schema to text editors, if one lies beside the
/// file: an editor complains of one that it does not find.
pub fn naming_schema(file: &Path, text: String) -> String {
    let is_named = text.lines().any(|line| line.starts_with("#:schema"));
    if is_named || !file.with_file_name(SCHEMA).is_file() {
        return text;
    }
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let text = text.trim_start_matches('\u{feff}');
    format!("#:schema ./{SCHEMA}{end}{text}")
}

/// A routine's text as that of another one.
pub fn as_another(text: &str) -> String {
    edited(text, &another())
}

/// A routine's text without an id, which then comes from its file's name.
pub(super) fn of_its_own(text: &str) -> String {
    edited(text, &Edit::Unset(Part::top().field("id")))
}

fn edited(text: &str, edit: &Edit) -> String {
    let surroundings = Surroundings {
        stem: "",
        today: clock::today(),
        image: &|_| Ok(()),
    };
    let Some(mut editing) = Editing::open(text.as_bytes(), &surroundings) else {
        return text.to_owned();
    };
    // What is no TOML is copied as it is.
    let _ = editing.apply(edit, &surroundings);
    let mark = if text.starts_with('\u{feff}') {
        "\u{feff}"
    } else {
        ""
    };
    format!("{mark}{}", editing.text())
}

/// What makes another routine of one: its id comes from its file's name, and it begins anew.
pub fn another() -> Edit {
    let top = Part::top();
    let keys = ["id", "revision"].map(|key| Edit::Unset(top.field(key)));
    Edit::Several(keys.into())
}

/// The text of a routine without an exercise yet.
pub fn empty(title: &str, language: &str, author: &Author) -> String {
    let mut document = DocumentMut::new();
    document["format"] = toml_edit::value(1);
    document["title"] = toml_edit::value(title);
    document["language"] = toml_edit::value(language);
    let keys = [
        ("name", &author.name),
        ("role", &author.role),
        ("clinic", &author.clinic),
        ("contact", &author.contact),
    ];
    let mut table = toml_edit::Table::new();
    for (key, text) in keys {
        if let Some(text) = text {
            table[key] = toml_edit::value(text.as_str());
        }
    }
    if !table.is_empty() {
        document["author"] = toml_edit::Item::Table(table);
    }
    document.to_string()
}

/// The first file of a folder that is not there yet and has no shipped routine's name: that of the words, or
/// the same with a number.
pub fn free_path(folder: &Path, words: &str) -> PathBuf {
    // Shorter than the names of files may be on any disk.
    const LONGEST: usize = 60;
    let name: String = id_of_words(words, "routine")
        .chars()
        .take(LONGEST)
        .collect();
    let name = name.trim_end_matches('-');
    let is_taken =
        |name: &str| SHIPPED.iter().any(|shipped| shipped.name == name) || is_reserved(name);
    let mut free = name.to_owned();
    let mut number = 2;
    loop {
        let path = folder.join(format!("{free}.toml"));
        if !is_taken(&free) && path.symlink_metadata().is_err() {
            return path;
        }
        free = format!("{name}-{number}");
        number += 1;
    }
}
