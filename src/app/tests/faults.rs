//! A mistake in drawing a figure costs the picture and never the page.

use std::fs;

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::*;
use crate::ui::editor::{EditorAction, OpenAction, Trial};
use crate::ui::exercises::PickAction;
use crate::ui::figure::faults;
use crate::ui::player::{Form, PlayerAction};

/// The app with a routine of two exercises, the first with a tempo.
struct Case {
    harness: Harness<'static, App>,
    place: tempfile::TempDir,
}

impl Case {
    fn new() -> Self {
        let place = tempfile::tempdir().unwrap();
        let folders = folders(place.path());
        fs::create_dir_all(folders.routines()).unwrap();
        fs::create_dir_all(&folders.config).unwrap();
        let settings = "safety_card_seen = true\nlanguage = \"en\"\nmuted = true\n";
        fs::write(folders.settings_file(), settings).unwrap();
        let text = "format = 1\ntitle = \"Mine\"\nlanguage = \"en\"\n[[exercise]]\nuse = \"biceps-curl\"\nprepare = 0\n[[exercise]]\nuse = \"knee-to-chest\"\n";
        fs::write(folders.routines().join("mine.toml"), text).unwrap();
        let harness = Harness::builder()
            .with_size([1280.0, 800.0])
            .build_eframe(|creation| {
                let store = Store::open(Some(folders)).unwrap();
                App::open(&creation.egui_ctx, store, Start::default())
            });
        Self { harness, place }
    }

    fn app(&mut self) -> &mut App {
        self.harness.state_mut()
    }

    /// The window after this was asked for: a figure fails in it, and its words are there all the same.
    #[track_caller]
    fn stands(&mut self, asked: Action, words: &str) {
        self.app().apply(asked);
        self.is_up(words);
    }

    #[track_caller]
    fn is_up(&mut self, words: &str) {
        let _ = faults::struck();
        for _ in 0..6 {
            self.app().store.catch_up();
            self.harness.step();
        }
        let struck = faults::struck();
        assert!(struck > 0, "no figure was drawn beside “{words}”");
        let there = self.harness.query_all_by_label_contains(words).count();
        assert!(there > 0, "“{words}” is not there");
    }
}

#[test]
fn a_figure_that_can_not_be_drawn_leaves_every_page_standing() {
    faults::begin();
    let mut case = Case::new();
    case.is_up("Mine");
    let page = Place::Routine("mine".to_owned());
    case.stands(Action::Go(page), "Biceps curl");

    case.stands(Action::Open(OpenAction::New), "Search exercises");
    case.app().leave_editor();
    let path = folders(case.place.path()).routines().join("mine.toml");
    let edit = Action::Open(OpenAction::EditFile(path));
    case.stands(edit, "Leave the editor");
    case.stands(
        Action::Editor(EditorAction::ChooseFigure(0)),
        "Choose a figure",
    );
    case.app().apply(Action::Pick(PickAction::Back));
    let session = Action::Editor(EditorAction::Try(0, Trial::RealTime));
    case.stands(session, "It hurts");
    case.app()
        .apply(Action::Player(PlayerAction::Window(Form::Small)));
    case.harness.set_size([400.0, 260.0].into());
    case.is_up("Biceps curl");
}
