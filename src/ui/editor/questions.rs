//! What is asked about all of the routine: before it is left, before it is saved, and where somebody
//! else changed its file meanwhile.

use eframe::egui::Ui;

use super::{EditorAction, View, dialog, summary};
use crate::ui::Action;
use crate::words::{Message, Words};

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Question {
    /// The editor is to be left, and something is not saved. With it the window may close.
    Leave { closes: bool },
    /// It is to be saved.
    Save {
        /// What changed, a sentence each.
        changes: Vec<Message>,
        /// Whether the revision is counted up with it; `None` where that is not asked.
        counts_up: Option<bool>,
    },
    /// Somebody else changed the file since it was read.
    Changed {
        /// What they changed, and what was changed here, a sentence each.
        theirs: Vec<Message>,
        own: Vec<Message>,
        /// Whether one text can have all of it.
        can_have_both: bool,
    },
    /// The file is not there any more.
    Gone,
    /// The file can't be replaced, and why.
    Protected(Message),
}

/// What was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Save,
    /// Leave it and throw away what was not saved.
    Discard,
    /// Go on as before.
    GoOn,
    /// Take what the file holds now in place of what was done here, which can be undone.
    TakeTheirs,
    /// Take the changes of both, which can be undone too.
    TakeBoth,
    /// Save under another name, beside the file.
    SaveAsCopy,
}

/// Asks it in front of the editor.
pub fn ask(ui: &Ui, words: &Words, view: &View, question: &mut Question) -> Option<Action> {
    let title = summary::title(words, view.editing);
    let titled = |id| words.message(&Message::new(id).with("title", title.as_str()));
    let in_words = |changes: &[Message]| -> Vec<String> {
        changes.iter().map(|change| words.message(change)).collect()
    };
    let ways = |ways: &[(&'static str, Answer)]| -> Vec<(String, Answer)> {
        let named = ways.iter().map(|(id, answer)| (words.get(id), *answer));
        named.collect()
    };
    let name = words.get("editor-count-up");
    let answer = match question {
        Question::Leave { .. } => {
            let offered = ways(&[
                ("editor-leave-save", Answer::Save),
                ("editor-leave-discard", Answer::Discard),
                ("editor-leave-stay", Answer::GoOn),
            ]);
            let (title, about) = (
                words.get("editor-leave-title"),
                titled("editor-leave-about"),
            );
            dialog::show(ui, words, plain(&title, &about, &offered))
        }
        Question::Save { changes, counts_up } => {
            let ask = dialog::Ask {
                title: &titled("editor-save-title"),
                about: "",
                lists: &if changes.is_empty() {
                    Vec::new()
                } else {
                    vec![(words.get("editor-save-changes"), in_words(changes))]
                },
                also: counts_up.as_mut().map(|on| (name.as_str(), on)),
                hint: &if view.editing.reading().routine.is_none() {
                    words.get("editor-save-mistakes")
                } else {
                    String::new()
                },
                ways: &ways(&[
                    ("editor-save-now", Answer::Save),
                    ("editor-leave-stay", Answer::GoOn),
                ]),
            };
            dialog::show(ui, words, ask)
        }
        Question::Changed {
            theirs,
            own,
            can_have_both,
        } => {
            let mut offered = vec![
                ("editor-changed-copy", Answer::SaveAsCopy),
                ("editor-changed-take", Answer::TakeTheirs),
                ("editor-leave-stay", Answer::GoOn),
            ];
            if *can_have_both {
                offered.insert(0, ("editor-changed-both", Answer::TakeBoth));
            }
            let lists = [
                ("editor-changed-theirs", &*theirs),
                ("editor-changed-own", &*own),
            ];
            let lists: Vec<_> = lists
                .into_iter()
                .filter(|(_, changes)| !changes.is_empty())
                .map(|(name, changes)| (words.get(name), in_words(changes)))
                .collect();
            let ask = dialog::Ask {
                title: &words.get("editor-changed-title"),
                about: &words.get("editor-changed-about"),
                lists: &lists,
                also: None,
                hint: &words.get("editor-changed-hint"),
                ways: &ways(&offered),
            };
            dialog::show(ui, words, ask)
        }
        Question::Protected(why) => {
            let offered = ways(&[
                ("editor-changed-copy", Answer::SaveAsCopy),
                ("editor-leave-stay", Answer::GoOn),
            ]);
            let title = words.get("editor-protected-title");
            dialog::show(ui, words, plain(&title, &words.message(why), &offered))
        }
        Question::Gone => {
            let offered = ways(&[
                ("editor-gone-save", Answer::Save),
                ("editor-leave-stay", Answer::GoOn),
            ]);
            let [title, about] = ["editor-gone-title", "editor-gone-about"].map(|id| words.get(id));
            dialog::show(ui, words, plain(&title, &about, &offered))
        }
    };
    answer.map(|answer| Action::Editor(EditorAction::Answer(answer)))
}

/// A question without lists.
fn plain<'a>(
    title: &'a str,
    about: &'a str,
    ways: &'a [(String, Answer)],
) -> dialog::Ask<'a, Answer> {
    dialog::Ask {
        title,
        about,
        lists: &[],
        also: None,
        hint: "",
        ways,
    }
}
