//! The small window of a reminder: a window of its own, without the rest of the app.

#[cfg(all(unix, not(target_os = "macos")))]
mod corner;

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use eframe::egui::{
    Color32, Context, Event, Pos2, RawInput, Rect, Ui, Vec2, ViewportBuilder, ViewportCommand,
    WindowLevel, X11WindowType, vec2,
};
use winit::raw_window_handle::{HasWindowHandle, RawWindowHandle};

use super::display::Display;
use super::keyboard::Keyboard;
use super::window::{self, Content, NoWindow, Renderer, named};
use crate::reminder::{Answer, ON_SHOW};
use crate::settings::Settings;
use crate::ui::reminder::{View, WIDTH, show};
use crate::ui::{spoken, theme};
use crate::words::{Message, Words};

/// Shows a reminder until it is answered, or goes by itself.
///
/// # Errors
/// There is no window, or none any more.
pub fn remind(
    display: Display,
    settings: Settings,
    view: View,
    gone: impl FnOnce(Message) + 'static,
) -> Result<Answer, NoWindow> {
    let reminder = Reminder::new(settings, view);
    let answer = Rc::clone(&reminder.answer);
    let gone = |why, _: Vec<Message>| gone(why);
    window::show(display, Box::new(reminder), Box::new(gone))?;
    Ok(answer.get().unwrap_or(Answer::Gone))
}

/// A reminder on show.
struct Reminder {
    ctx: Context,
    words: Words,
    settings: Settings,
    view: View,
    /// How high all of it is, in points.
    height: f32,
    /// What came of it, for whoever had it shown.
    answer: Rc<Cell<Option<Answer>>>,
    /// When it came into view, by egui's clock in seconds.
    since: Option<f64>,
    keyboard: Keyboard,
    /// Where the window may have taken the keyboard from another.
    unmeant: Option<Unmeant>,
    is_ending: Arc<AtomicBool>,
}

impl Reminder {
    fn new(settings: Settings, view: View) -> Self {
        let ctx = Context::default();
        prepare(&ctx, &settings);
        let words = settings.words();
        Self {
            height: height(&words, &settings, &view),
            ctx,
            words,
            settings,
            view,
            answer: Rc::default(),
            since: None,
            keyboard: Keyboard::default(),
            unmeant: None,
            is_ending: Arc::default(),
        }
    }

    fn end(&self, answer: Answer) {
        if self.answer.get().is_none() {
            self.answer.set(Some(answer));
        }
        self.ctx.send_viewport_cmd(ViewportCommand::Close);
    }
}

fn prepare(ctx: &Context, settings: &Settings) {
    theme::install(ctx);
    theme::apply(ctx, settings);
    ctx.options_mut(|options| options.zoom_factor = theme::zoom(settings));
}

/// How high a reminder is, asked of a drawing that nobody sees: no window is to change its size in front of the
/// person.
fn height(words: &Words, settings: &Settings, view: &View) -> f32 {
    let ctx = Context::default();
    prepare(&ctx, settings);
    let input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(WIDTH, WIDTH))),
        ..RawInput::default()
    };
    let mut height = 0.0;
    let mut drawn = ctx.run_ui(input, |ui| height = show(ui, words, view).1);
    drawn.textures_delta.clear();
    height.ceil()
}

impl Content for Reminder {
    fn ctx(&self) -> Context {
        self.ctx.clone()
    }

    fn window(&self) -> ViewportBuilder {
        let size = self.size();
        named()
            .with_title(&self.view.said.title)
            .with_inner_size(size)
            .with_min_inner_size(size)
            .with_max_inner_size(size)
            .with_resizable(false)
            .with_decorations(false)
            .with_window_level(WindowLevel::AlwaysOnTop)
            .with_window_type(X11WindowType::Notification)
            .with_taskbar(false)
            // The keyboard stays with what the person is writing.
            .with_active(false)
    }

    fn came_up(&mut self, _: Renderer, window: &dyn HasWindowHandle) {
        #[cfg(all(unix, not(target_os = "macos")))]
        corner::put(window);
        let handle = window.window_handle().map(|handle| handle.as_raw());
        // No window can come there without taking it, if the display gives it to every new one.
        if matches!(handle, Ok(RawWindowHandle::Wayland(_))) {
            self.unmeant = Some(Unmeant::default());
        }
    }

    fn move_to(&mut self, ctx: &Context) {
        prepare(ctx, &self.settings);
        self.ctx = ctx.clone();
    }

    fn tick(&mut self) {
        let (now, is_closing) = self
            .ctx
            .input(|input| (input.time, input.viewport().close_requested()));
        let since = *self.since.get_or_insert(now);
        if is_closing {
            self.end(Answer::NotNow);
        }
        let left = ON_SHOW.as_secs_f64() - (now - since);
        if left <= 0.0 || self.is_ending.load(Ordering::Relaxed) {
            self.end(Answer::Gone);
        } else {
            self.ctx
                .request_repaint_after(Duration::from_secs_f64(left));
        }
    }

    fn draw(&mut self, ui: &mut Ui) {
        let (answer, height) = show(ui, &self.words, &self.view);
        spoken::name_window(&self.ctx, &self.view.said.title);
        // Where lines break elsewhere than in the drawing that nobody saw.
        if height.ceil() > self.height {
            self.height = height.ceil();
            let size = self.size();
            for command in [
                ViewportCommand::MaxInnerSize(size),
                ViewportCommand::MinInnerSize(size),
                ViewportCommand::InnerSize(size),
            ] {
                self.ctx.send_viewport_cmd(command);
            }
        }
        if let Some(answer) = answer {
            self.end(answer);
        }
    }

    fn put_in_order(&mut self, input: &mut RawInput) {
        if let Some(unmeant) = &mut self.unmeant {
            unmeant.take_away(input);
        }
        self.keyboard.put_in_order(&mut input.events);
    }

    fn background(&self) -> Color32 {
        self.ctx.global_style().visuals.panel_fill
    }

    fn is_ending(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.is_ending)
    }

    fn close(&mut self) -> Vec<Message> {
        Vec::new()
    }
}

/// Keys that were meant for the window that had the keyboard before: the person is writing, and has not looked up
/// yet.
#[derive(Debug, Default)]
struct Unmeant {
    /// When the window came, or such a key was pressed, by egui's clock in seconds.
    last: Option<f64>,
    is_over: bool,
}

impl Unmeant {
    /// Whoever has written nothing for so long, in seconds, means this window.
    const PAUSE: f64 = 1.0;

    fn take_away(&mut self, input: &mut RawInput) {
        let Some(now) = input.time.filter(|_| !self.is_over) else {
            return;
        };
        let last = *self.last.get_or_insert(now);
        let is_key = |event: &Event| {
            matches!(
                event,
                Event::Key { .. } | Event::Text(_) | Event::Ime(_) | Event::Paste(_)
            )
        };
        if !input.events.iter().any(is_key) {
            return;
        }
        if now - last >= Self::PAUSE {
            self.is_over = true;
        } else {
            self.last = Some(now);
            input.events.retain(|event| !is_key(event));
        }
    }
}

impl Reminder {
    fn size(&self) -> Vec2 {
        vec2(WIDTH, self.height)
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::accesskit::Role;
    use eframe::egui::{Key, ViewportEvent, ViewportId};
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::desk::said::Said;
    use crate::library::Library;
    use crate::reminder::{Silence, Why};

    fn on_show(language: &str, can_be_put_off: bool) -> Harness<'static, Reminder> {
        let words = Words::of(language);
        let library = Library::open(None, words.language());
        let routine = library.routine("two-minute-standing-break").unwrap();
        let reminder = crate::reminder::Reminder {
            routine: routine.id.as_str().into(),
            why: Why::Sitting(Duration::from_mins(45)),
            after: Some(Silence::Microphone),
            can_be_put_off,
        };
        let view = View {
            said: Said::of(&reminder, &routine.title, None, &words),
            routine,
            can_be_put_off,
        };
        let settings = Settings {
            language: Some(language.to_owned()),
            ..Settings::default()
        };
        let reminder = Reminder::new(settings, view);
        let mut harness = Harness::builder()
            .with_size(reminder.size())
            .build_ui_state(
                |ui, reminder: &mut Reminder| {
                    if reminder.ctx != *ui.ctx() {
                        reminder.move_to(ui.ctx());
                    }
                    reminder.tick();
                    reminder.draw(ui);
                },
                reminder,
            );
        harness.run();
        harness
    }

    fn answer(harness: &Harness<'_, Reminder>) -> Option<Answer> {
        harness.state().answer.get()
    }

    #[test]
    fn each_button_gives_its_answer_and_the_first_answer_counts() {
        for (name, expected) in [
            ("Start", Answer::Start),
            ("In 10 minutes", Answer::PutOff),
            ("Not now", Answer::NotNow),
            (
                "No more of Two-minute standing break today",
                Answer::NotToday,
            ),
        ] {
            let mut harness = on_show("en", true);
            assert_eq!(answer(&harness), None);
            harness.get_by_role_and_label(Role::Button, name).click();
            harness.run_steps(2);
            assert_eq!(answer(&harness), Some(expected));
            harness.key_press(Key::Escape);
            harness.run_steps(2);
            assert_eq!(answer(&harness), Some(expected));
        }
    }

    #[test]
    fn it_says_why_it_comes_and_no_key_that_is_written_with_answers_it() {
        let mut harness = on_show("en", true);
        harness.get_by_label("You have been sitting for 45 minutes. Your call is over.");
        for key in [Key::Enter, Key::Space, Key::A, Key::Num1] {
            harness.key_press(key);
            harness.run_steps(2);
        }
        assert_eq!(answer(&harness), None);
        harness.key_press(Key::Tab);
        harness.run_steps(2);
        harness.key_press(Key::Enter);
        harness.run_steps(2);
        assert_eq!(answer(&harness), Some(Answer::Start));
    }

    #[test]
    fn what_can_not_be_put_off_any_more_offers_that_no_more() {
        let harness = on_show("en", false);
        assert!(harness.query_by_label("In 10 minutes").is_none());
        harness.get_by_label("Start");
    }

    #[test]
    fn it_goes_by_itself_after_a_minute_and_a_window_that_is_closed_means_not_now() {
        let mut harness = on_show("en", true);
        let shown = harness.state().since.unwrap();
        let at = |harness: &mut Harness<'_, Reminder>, secs: f64| {
            harness.input_mut().time = Some(shown + secs);
            harness.step();
            answer(harness)
        };
        assert_eq!(at(&mut harness, 59.0), None);
        assert_eq!(at(&mut harness, 60.5), Some(Answer::Gone));

        let mut harness = on_show("en", true);
        let viewports = &mut harness.input_mut().viewports;
        let window = viewports.entry(ViewportId::ROOT).or_default();
        window.events.push(ViewportEvent::Close);
        harness.step();
        assert_eq!(answer(&harness), Some(Answer::NotNow));
    }

    #[test]
    fn keys_of_somebody_who_goes_on_writing_are_not_taken_for_answers() {
        let mut unmeant = Unmeant::default();
        let mut at = |secs: f64, text: Option<&str>| {
            let mut input = RawInput {
                time: Some(secs),
                events: text
                    .map(|text| Event::Text(text.to_owned()))
                    .into_iter()
                    .collect(),
                ..RawInput::default()
            };
            input.events.push(Event::WindowFocused(true));
            unmeant.take_away(&mut input);
            input.events.len()
        };
        assert_eq!(at(5.0, None), 1);
        assert_eq!(at(5.9, Some("a")), 1);
        assert_eq!(at(6.8, Some("b")), 1);
        assert_eq!(at(7.9, Some("c")), 2, "after a pause they are meant");
        assert_eq!(at(7.95, Some("d")), 2);
    }

    #[test]
    fn all_of_it_has_room_in_either_language() {
        for language in ["en", "de"] {
            let harness = on_show(language, true);
            let size = harness.state().size();
            let buttons: Vec<_> = harness.query_all_by_role(Role::Button).collect();
            assert_eq!(buttons.len(), 4);
            for button in buttons {
                let rect = button.rect();
                assert!(
                    rect.right() <= size.x && rect.bottom() <= size.y,
                    "{language}: {rect} in {size}"
                );
            }
        }
    }
}
