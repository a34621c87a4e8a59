//! What is asked for in the editor, and the ways to it.

use std::path::Path;
use std::sync::Arc;

use eframe::egui::ViewportCommand;

use crate::app::editor::{Front, Leaving};
use crate::app::{App, ChosenFor, Shown};
use crate::clock;
use crate::day::of_one_session;
use crate::editing::{Edit, Item, Part, Refused, Value, exercises};
use crate::guided::SessionStart;
use crate::routine::Routine;
use crate::store::OpenRoutine;
use crate::ui::editor::{Answer, EditorAction, OpenAction, Question, Trial, Typing};
use crate::ui::exercises::{Draft, PickAction, Wanted};
use crate::ui::figures;

impl App {
    /// Opens the editor on a routine, a copy of it, or a new one.
    pub(super) fn apply_open(&mut self, action: OpenAction) {
        let (editor, language) = (&mut self.store.editor, self.words.language());
        match action {
            OpenAction::New => {
                let title = self.words.get("editor-untitled");
                let author = &self.store.settings.now.author;
                editor.open_new(&title, language, author);
            }
            OpenAction::EditFile(path) => editor.open_file(&path),
            OpenAction::CopyFile(path) => editor.open_copy(&path),
            OpenAction::CopyShipped(id) => editor.open_shipped(&id, language),
            OpenAction::Resume(left) => editor.resume(&left),
            OpenAction::Discard(left) => return editor.discard(&left),
        }
        self.begin_editing();
    }

    /// Does an edit; what keeps it from being done is shown.
    fn edit(&mut self, edit: &Edit) {
        let done = self.store.editor.apply(edit);
        if let Some(desk) = &mut self.editor.desk {
            if let (Ok(done), Edit::Set(field, _) | Edit::Unset(field)) = (&done, edit) {
                desk.draft.follow(field, done);
            }
            if let (Ok(_), Edit::Duplicate { list, at }) = (&done, edit)
                && *list == exercises()
            {
                desk.draft.chosen = Part::exercise(at + 1);
                desk.draft.since = self.ctx.input(|input| input.time);
            }
            desk.refused = done.err().map(Refused::message);
            let is_typed = |typing: &Typing| match edit {
                Edit::Set(field, _) | Edit::Unset(field) => *field == typing.field,
                Edit::Text(_) => true,
                _ => false,
            };
            desk.draft.typing = desk.draft.typing.take().filter(is_typed);
        }
    }

    /// What is typed in a field was typed of another text.
    fn forget_typing(&mut self) {
        if let Some(desk) = &mut self.editor.desk {
            desk.draft.typing = None;
        }
    }

    pub(super) fn apply_pick(&mut self, action: PickAction) {
        let Some(desk) = &mut self.editor.desk else {
            return;
        };
        let front = std::mem::replace(&mut desk.front, Front::Editor);
        match (action, front) {
            (PickAction::Add(ids), Front::Exercises(_, at)) => {
                desk.draft.chosen = Part::exercise(at);
                desk.draft.since = self.ctx.input(|input| input.time);
                let add =
                    |(at, id): (usize, &str)| Edit::add_exercise(at, Item::Library(id.to_owned()));
                self.edit(&Edit::Several((at..).zip(ids).map(add).collect()));
            }
            (PickAction::Figure { exercise, figure }, _) => {
                let field = Part::exercise(exercise).field("figure");
                self.edit(&Edit::Set(field, Value::text(figure)));
            }
            (PickAction::Add(_) | PickAction::Back, _) => {}
        }
    }

    pub(super) fn apply_editor(&mut self, action: EditorAction) {
        match action {
            EditorAction::Edit(edit) => self.edit(&edit),
            EditorAction::Settle => self.store.editor.settle(),
            EditorAction::Undo => {
                self.store.editor.undo();
                self.forget_typing();
            }
            EditorAction::Redo => {
                self.store.editor.redo();
                self.forget_typing();
            }
            EditorAction::Save => self.ask_to_save(),
            EditorAction::PickExercises => self.pick_exercises(),
            EditorAction::ChooseFigure(exercise) => self.choose_figure(exercise),
            EditorAction::BringPicture { exercise, path } => {
                self.store.editor.bring_picture(exercise, &path);
            }
            EditorAction::ChoosePicture(exercise) => {
                if let Some(exercise) = self.store.editor.picture_for(exercise) {
                    self.choose_file(ChosenFor::Picture(exercise));
                }
            }
            EditorAction::Try(from, trial) => self.try_edited(from, trial),
            EditorAction::HandOut => {
                let open = self.store.editor.open();
                let is_saved = open.is_some_and(|open| !open.is_changed());
                if is_saved {
                    self.hand_out_edited();
                } else if let Some(desk) = &mut self.editor.desk {
                    desk.leaves = Some(Leaving::HandOut);
                    self.ask_to_save();
                }
            }
            EditorAction::Leave if self.is_edited() => {
                self.ask_in_editor(Question::Leave { closes: false });
            }
            EditorAction::Leave => self.leave_editor(),
            EditorAction::Answer(answer) => self.apply_answer(answer),
        }
    }

    fn ask_in_editor(&mut self, question: Question) {
        if let Some(desk) = &mut self.editor.desk {
            desk.asks = Some(question);
        }
    }

    fn pick_exercises(&mut self) {
        let (Some(desk), Some(open)) = (&mut self.editor.desk, self.store.editor.open()) else {
            return;
        };
        let chosen = desk.draft.chosen.exercise_index();
        let count = open.editing().count(&exercises());
        let at = chosen.map_or(count, |chosen| chosen + 1).min(count);
        desk.front = Front::Exercises(Draft::default(), at);
    }

    fn choose_figure(&mut self, exercise: usize) {
        let (Some(desk), Some(open)) = (&mut self.editor.desk, self.store.editor.open()) else {
            return;
        };
        let field = Part::exercise(exercise).field("figure");
        desk.front = Front::Figures(figures::Draft {
            exercise,
            name: self.words.message(&open.editing().name_of(exercise)),
            now: open.editing().value(&field).map(|value| value.shown()),
            wanted: Wanted::default(),
        });
    }

    fn ask_to_save(&mut self) {
        let Some(open) = self.store.editor.open() else {
            return;
        };
        if !open.is_changed() {
            return;
        }
        let changes = open.changes();
        // Of what was never saved nothing differs, and without a change for the patient nothing counts up.
        if changes.is_empty() && open.editing().reading().routine.is_some() {
            return self.store.editor.save();
        }
        let is_counted = open.is_counted_by_hand();
        let counts_up = (!changes.is_empty() && !is_counted).then_some(true);
        self.ask_in_editor(Question::Save { changes, counts_up });
    }

    fn apply_answer(&mut self, answer: Answer) {
        let Some(desk) = &mut self.editor.desk else {
            return;
        };
        let question = desk.asks.take();
        match (answer, question) {
            (Answer::Save, Some(Question::Leave { closes })) => {
                desk.leaves = Some(if closes {
                    Leaving::Close
                } else {
                    Leaving::Back
                });
                self.ask_to_save();
            }
            (Answer::Save, Some(Question::Gone)) => self.store.editor.save_again(),
            (Answer::Save, Some(Question::Save { counts_up, .. })) => {
                if counts_up == Some(true) {
                    let done = self.store.editor.count_up(clock::today());
                    let refused = done.err().map(Refused::message);
                    desk.refused = refused;
                    if desk.refused.is_some() {
                        return;
                    }
                }
                self.store.editor.save();
            }
            (Answer::Discard, question) => {
                self.leave_editor();
                if question == Some(Question::Leave { closes: true }) {
                    self.ctx.send_viewport_cmd(ViewportCommand::Close);
                }
            }
            (Answer::TakeTheirs, _) => self.store.editor.take_theirs(),
            (Answer::TakeBoth, _) => self.store.editor.take_both(),
            (Answer::SaveAsCopy, _) => self.store.editor.save_copy(),
            (Answer::Save | Answer::GoOn, _) => desk.leaves = None,
        }
    }

    /// Has the author try the routine as it is edited, from one of its exercises.
    fn try_edited(&mut self, from: usize, trial: Trial) {
        let Some(open) = self.store.editor.open() else {
            return;
        };
        let Some(routine) = open.editing().reading().routine.clone() else {
            return;
        };
        let routine = from_exercise(routine, from);
        let folder = OpenRoutine::path(open).and_then(Path::parent);
        let folder = folder.map(Path::to_owned);
        let start = match trial {
            Trial::Fast => SessionStart::Rehearsal,
            Trial::RealTime => SessionStart::Trial,
        };
        self.guide(&routine, start, folder);
        if !matches!(self.shown, Shown::Session(_)) {
            self.shown = Shown::Editor;
        }
    }
}

/// What a session has from an exercise on, in the first week that has it: never all weeks at once, nor all of a
/// choice.
fn from_exercise(mut routine: Routine, from: usize) -> Arc<Routine> {
    let last = routine.exercises.len().saturating_sub(1);
    routine.exercises.drain(..from.min(last));
    let week = routine.exercises.first().map_or(1, |it| it.from_week);
    Arc::new(of_one_session(&routine, week).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routine::{Exercise, ExerciseGroup};

    #[test]
    fn a_trial_has_what_one_session_has() {
        let either = Arc::new(ExerciseGroup {
            name: "Either".to_owned(),
            rounds: 1,
            more_rounds: 0,
            rest_between_rounds: std::time::Duration::ZERO,
            choose: Some(1),
        });
        let mut easy = Exercise::new("easy", "Easy");
        easy.until_week = Some(3);
        let mut hard = Exercise::new("hard", "Hard");
        hard.from_week = 4;
        let [this, that] = ["this", "that"].map(|id| Exercise::new(id, id).in_group(&either));
        let routine = Routine::new("back", "Back", vec![easy, hard, this, that]);
        for (from, has) in [
            (0, vec!["easy", "this"]),
            (1, vec!["hard", "this"]),
            (3, vec!["that"]),
        ] {
            let tried = from_exercise(routine.clone(), from);
            let ids = tried.exercises.iter().map(|it| it.id.as_str());
            assert_eq!(ids.collect::<Vec<_>>(), has, "from {from}");
        }
    }
}
