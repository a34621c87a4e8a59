//! The app on folders of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::App as _;
use eframe::egui::accesskit::Role;
use eframe::egui::{
    DroppedFile, Key, Modifiers, Pos2, RawInput, Rect, Vec2, ViewportCommand, ViewportEvent,
    ViewportId, ViewportInfo, vec2,
};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};
use supple::app::{App, Start};
use supple::clock;
use supple::folders::Folders;
use supple::library::read_file;
use supple::routine::Routine;
use supple::store::Store;
use supple::words::Words;

use crate::clinic::CLINIC;
use crate::folders::folders;

/// A window of the usual size, in points.
pub(crate) const USUAL: Vec2 = vec2(1280.0, 800.0);

/// The app with the folders that it works in.
pub(crate) struct Case {
    pub(crate) harness: Harness<'static, App>,
    pub(crate) words: Words,
    folders: tempfile::TempDir,
}

impl Case {
    /// On Today, in a window of this size in points, for a person who has used Supple before.
    pub(crate) fn new(size: Vec2) -> Self {
        Self::with(size, "safety_card_seen = true\nlanguage = \"en\"\n", "en")
    }

    /// The same in a window of the usual size.
    pub(crate) fn usual() -> Self {
        Self::new(USUAL)
    }

    /// With a session of the clinic's routine under way in it.
    pub(crate) fn in_a_session() -> Self {
        let mut case = Self::usual();
        case.begin();
        case
    }

    pub(crate) fn with(size: Vec2, settings: &str, language: &str) -> Self {
        Self::build(size, settings, language, |_, _| {})
    }

    /// After something has happened with the clinic's routine, when the app was not open.
    pub(crate) fn after(size: Vec2, happened: impl FnOnce(&Folders, &Arc<Routine>)) -> Self {
        let settings = "safety_card_seen = true\nlanguage = \"en\"\n";
        Self::build(size, settings, "en", happened)
    }

    fn build(
        size: Vec2,
        settings: &str,
        language: &str,
        happened: impl FnOnce(&Folders, &Arc<Routine>),
    ) -> Self {
        let place = tempfile::tempdir().unwrap();
        let folders = folders(place.path());
        let routines = folders.routines();
        fs::create_dir_all(&routines).unwrap();
        fs::create_dir_all(&folders.config).unwrap();
        fs::write(routines.join("clinic.toml"), CLINIC).unwrap();
        let broken = CLINIC.replace("hold = ", "hodl = ");
        fs::write(routines.join("broken.toml"), broken).unwrap();
        // Muted: nothing is to be heard of a test.
        fs::write(folders.settings_file(), format!("{settings}muted = true\n")).unwrap();
        let reading = read_file(&routines.join("clinic.toml"), clock::today()).unwrap();
        happened(&folders, &Arc::new(reading.routine.unwrap()));

        let mut case = Self::open(size, place, language, Start::default());
        let title = case.named("today-start-name", "From your physiotherapist");
        case.wait_for(&title);
        case
    }

    /// On the folders that are in this place as they are.
    pub(crate) fn open(size: Vec2, place: tempfile::TempDir, language: &str, start: Start) -> Self {
        let folders = folders(place.path());
        let harness = Harness::builder()
            .with_size(size)
            // A screen that asks for one drawing after another never settles.
            .with_max_steps(30)
            .build_eframe(|creation| {
                let store = Store::open(Some(folders)).unwrap();
                App::open(&creation.egui_ctx, store, start)
            });
        Self {
            harness,
            words: Words::of(language),
            folders: place,
        }
    }

    /// Begins a session with what is due first, from Today and without an answer.
    pub(crate) fn begin(&mut self) {
        self.press(Key::Enter);
        self.harness.key_press(Key::Enter);
        self.wait_for("It hurts");
    }

    pub(crate) fn folders(&self) -> Folders {
        folders(self.folders.path())
    }

    /// Drops files on the window, all at once.
    pub(crate) fn drop_files(&mut self, paths: &[&Path]) {
        for path in paths {
            let file = Arc::new(Dropped((*path).to_owned()));
            self.harness.input_mut().dropped_files.push(file);
        }
        self.harness.run();
    }

    /// Asks the window to close, as its frame's button does.
    pub(crate) fn ask_to_close(&mut self) {
        let input = self.harness.input_mut();
        let window = input.viewports.entry(ViewportId::ROOT).or_default();
        window.events.push(ViewportEvent::Close);
        self.harness.step();
        let input = self.harness.input_mut();
        input
            .viewports
            .entry(ViewportId::ROOT)
            .or_default()
            .events
            .clear();
    }

    /// Has the window close while it is minimised, when nothing is drawn.
    pub(crate) fn end_unseen(&mut self) {
        let mut input = RawInput::default();
        let window = input.viewports.entry(ViewportId::ROOT).or_default();
        window.events.push(ViewportEvent::Close);
        let ctx = self.harness.ctx.clone();
        let app = self.harness.state_mut();
        let mut frame = eframe::Frame::_new_kittest();
        drop(ctx.run_logic(&input, |ctx| app.logic(ctx, &mut frame)));
        app.on_exit(None);
    }

    /// Whether the window closes now that it was asked to.
    pub(crate) fn closes(&self) -> bool {
        !self.commands().contains(&ViewportCommand::CancelClose)
    }

    /// What the app asked of its window with the last drawing.
    pub(crate) fn commands(&self) -> Vec<ViewportCommand> {
        let window = self.harness.output().viewport_output.get(&ViewportId::ROOT);
        window
            .map(|window| window.commands.clone())
            .unwrap_or_default()
    }

    /// Waits until the app has asked all of this of its window, and gives all that it asked meanwhile.
    pub(crate) fn wait_for_commands(
        &mut self,
        expected: &[ViewportCommand],
    ) -> Vec<ViewportCommand> {
        let mut asked = Vec::new();
        self.wait_until(&format!("{expected:?}"), |case| {
            asked.extend(case.commands());
            expected.iter().all(|command| asked.contains(command))
        });
        asked
    }

    /// Has the window be of a size that it was not asked to be, as with a system that takes its time.
    pub(crate) fn resize(&mut self, size: Vec2) {
        self.harness.set_size(size);
        self.harness.step();
    }

    /// Puts the window somewhere else on the screen.
    pub(crate) fn move_to(&mut self, at: Pos2) {
        let size = self.harness.ctx.content_rect().size();
        self.window(|window| window.outer_rect = Some(Rect::from_min_size(at, size)));
        self.harness.run();
    }

    /// Changes what the system tells of the window.
    pub(crate) fn window(&mut self, change: impl FnOnce(&mut ViewportInfo)) {
        let windows = &mut self.harness.input_mut().viewports;
        change(windows.entry(ViewportId::ROOT).or_default());
    }

    /// A text with a routine's title in it.
    pub(crate) fn named(&self, id: &'static str, title: &str) -> String {
        let message = supple::words::Message::new(id).with("title", title);
        self.words.message(&message)
    }

    /// Draws one picture after another until it is so, as when something comes from the background.
    /// `what` is reported where it never is.
    pub(crate) fn wait_until(&mut self, what: &str, mut is_so: impl FnMut(&Self) -> bool) {
        // Long enough for any machine; nothing takes that long.
        let patience = Instant::now() + Duration::from_secs(30);
        loop {
            self.harness.step();
            if is_so(self) {
                return;
            }
            let late = Instant::now() >= patience;
            assert!(!late, "{what} never came:\n{}", self.heard());
            std::thread::yield_now();
        }
    }

    /// Waits until a screen reader hears this.
    pub(crate) fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |case| case.heard().contains(text));
        self.harness.run();
    }

    /// Waits until the settings file has this line.
    pub(crate) fn wait_for_setting(&mut self, line: &str) {
        let file = self.folders().settings_file();
        self.wait_until(line, |_| {
            let text = fs::read_to_string(&file).unwrap();
            text.lines().any(|it| it == line)
        });
    }

    /// Waits until no screen reader hears this any more.
    pub(crate) fn wait_until_gone(&mut self, text: &str) {
        self.wait_until(text, |case| !case.heard().contains(text));
    }

    /// Ends the app, and gives the place with the person's folders.
    pub(crate) fn end(self) -> tempfile::TempDir {
        // What it handed in is written before it goes.
        drop(self.harness);
        self.folders
    }

    pub(crate) fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run();
    }

    pub(crate) fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    /// Chooses it as a screen reader does, wherever it has come to be by then: what comes from the background moves
    /// what is below it.
    pub(crate) fn click(&mut self, role: Role, label: &str) {
        self.harness
            .get_by_role_and_label(role, label)
            .scroll_to_me();
        self.harness.run();
        let control = self.harness.get_by_role_and_label(role, label);
        control.click_accesskit();
        self.harness.run();
    }

    /// Whether there is something of that role and name.
    pub(crate) fn has(&self, role: Role, label: &str) -> bool {
        self.harness
            .query_all_by_role_and_label(role, label)
            .next()
            .is_some()
    }

    /// All that a screen reader can come to, a line each.
    pub(crate) fn heard(&self) -> String {
        let lines = self
            .harness
            .root()
            .children_recursive()
            .map(|node| said(&node));
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// A node's role, and its name or text.
pub(crate) fn said(node: &Node<'_>) -> String {
    let node = node.accesskit_node();
    let text = node.label().or_else(|| node.value()).unwrap_or_default();
    format!("{:?} {text}", node.role())
}

/// Something that can be worked.
pub(crate) fn is_control(node: &Node<'_>) -> bool {
    matches!(
        node.accesskit_node().role(),
        Role::Button
            | Role::CheckBox
            | Role::Link
            | Role::RadioButton
            | Role::Slider
            | Role::Switch
            | Role::Tab
            | Role::TextInput
            | Role::MultilineTextInput
    )
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}
