//! An open window with what it shows: what the window reports, frame after frame, and what is asked of
//! it.

use std::mem;
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::UserEvent;
use eframe::egui::epaint::ClippedShape;
use eframe::egui::epaint::textures::TexturesDelta;
use eframe::egui::{
    Context, Event, FullOutput, LogicOutput, NumExt as _, PlatformOutput, Pos2, RawInput, Rect,
    Vec2, ViewportBuilder, ViewportCommand, ViewportEvent, ViewportId, ViewportInfo,
};
use egui_winit::accesskit_winit::WindowEvent as AccessEvent;
use egui_winit::{ActionRequested, State};
use softbuffer::SoftBufferError;
use supple_draw::Frame;
use winit::dpi::PhysicalSize;
use winit::event::{ElementState, KeyEvent, MouseButton, WindowEvent};
use winit::event_loop::{ActiveEventLoop, EventLoopProxy};
use winit::keyboard::{Key, KeyCode, ModifiersState, NamedKey, PhysicalKey};
use winit::window::Window;

use super::frame_log::FrameLog;
use super::pace::{Drawn, Due, Pace};
use super::pixels::Pixels;
use crate::app::window::{End, Opened};
use crate::ui::player;
use crate::words::Message;

/// The width of the font atlas, and the most of a picture. egui takes as much as it is offered.
const TEXTURE_SIDE: usize = 2_048;

/// Why the processor can't draw a window here.
#[derive(Debug, thiserror::Error)]
pub(super) enum Refusal {
    #[error(transparent)]
    Window(#[from] winit::error::OsError),
    #[error(transparent)]
    Pixels(#[from] SoftBufferError),
}

pub(super) struct Shown {
    opened: Rc<Opened>,
    ctx: Context,
    window: Arc<Window>,
    pixels: Pixels,
    input: State,
    /// What no frame has taken, since the window is hidden.
    pending: RawInput,
    info: ViewportInfo,
    /// What was asked of the clipboard.
    actions: Vec<ActionRequested>,
    pace: Pace,
    /// Whether what the window is asked about itself costs next to nothing. An X server answers question
    /// by question, each of which is waited for: together they take longer than a frame.
    answers_at_once: bool,
    /// When the window was asked about itself, and at how many pixels in a point.
    asked: Option<(Instant, f32)>,
    /// As it was told or asked last.
    size: PhysicalSize<u32>,
    /// When the window last reported something, or was asked for something.
    touched: Instant,
    /// When it was opened, from which egui counts.
    opened_at: Instant,
    frame_log: FrameLog,
    /// What was drawn last, while something moves in it.
    picture: Option<Picture>,
    is_in_view: bool,
    /// Whether something was pressed before the last frame.
    was_pressed: bool,
    /// Those that are held down.
    modifiers: ModifiersState,
    end: Option<End>,
}

/// A picture of the whole window.
struct Picture {
    shapes: Vec<ClippedShape>,
    pixels_per_point: f32,
    size: [u32; 2],
}

/// Some X window managers change a window without a word to it. For so long they are trusted not to.
const TRUSTED: Duration = Duration::from_secs(5);
/// What was asked of a window is done by then, and what it reported is over.
const SETTLED: Duration = Duration::from_secs(1);

impl Shown {
    /// Opens the window. It comes into view with its first frame.
    ///
    /// # Errors
    /// There is no window to be had, or none that takes pixels.
    pub(super) fn open(
        opened: Rc<Opened>,
        event_loop: &ActiveEventLoop,
        proxy: &EventLoopProxy<UserEvent>,
    ) -> Result<Self, Refusal> {
        let ctx = opened.ctx();
        let builder = opened.content.borrow().window().with_visible(false);
        let builder = no_larger_than_screens(builder, event_loop, ctx.zoom_factor());
        let window = Arc::new(egui_winit::create_window(&ctx, event_loop, &builder)?);
        let is_wayland = is_wayland(event_loop);
        let pixels = Pixels::of(&window)?;
        #[expect(
            clippy::cast_possible_truncation,
            reason = "egui counts in single precision"
        )]
        let scale = window.scale_factor() as f32;
        let theme = window.theme();
        let root = ViewportId::ROOT;
        let side = Some(TEXTURE_SIDE);
        let mut input = State::new(ctx.clone(), root, event_loop, Some(scale), theme, side);
        // Before the window comes into view.
        input.init_accesskit(event_loop, &window, proxy.clone());
        wake_with(&ctx, proxy.clone());
        player::draw_alone(&ctx);
        let mut info = ViewportInfo::default();
        egui_winit::update_viewport_info(&mut info, &ctx, &window, true);
        let answers_at_once = is_wayland || !cfg!(all(unix, not(target_os = "macos")));
        let inner_size = window.inner_size();
        let mut pace = Pace::new(is_wayland);
        pace.want(Instant::now());
        Ok(Self {
            opened,
            ctx,
            window,
            pixels,
            input,
            pending: RawInput::default(),
            info,
            actions: Vec::new(),
            pace,
            answers_at_once,
            asked: None,
            size: inner_size,
            touched: Instant::now(),
            opened_at: Instant::now(),
            frame_log: FrameLog::start(),
            picture: None,
            is_in_view: false,
            was_pressed: false,
            modifiers: ModifiersState::empty(),
            end: None,
        })
    }

    pub(super) fn window(&self) -> &Window {
        &self.window
    }

    /// How the window ended, once it has.
    pub(super) fn end(&mut self) -> Option<End> {
        self.end.take()
    }

    pub(super) fn window_event(
        &mut self,
        event_loop: &ActiveEventLoop,
        event: &WindowEvent,
    ) -> Result<(), SoftBufferError> {
        self.touched = Instant::now();
        match event {
            WindowEvent::RedrawRequested => {
                if self.pace.redraws() {
                    self.pixels.lost();
                }
                return self.frame(event_loop);
            }
            WindowEvent::Occluded(is_occluded) => {
                self.info.occluded = Some(*is_occluded);
                self.pixels.lost();
                self.want_frame();
            }
            WindowEvent::Resized(size) => self.size = *size,
            WindowEvent::ModifiersChanged(now) => self.modifiers = now.state(),
            WindowEvent::CloseRequested => {
                self.info.events.push(ViewportEvent::Close);
                self.want_frame();
            }
            // Whoever closes a window asks for it first.
            WindowEvent::Destroyed => {
                let why = Message::new("error-window-destroyed");
                self.end = Some(End::Lost(why));
            }
            _ => {}
        }
        // What was copied elsewhere is fetched only where it can be written: as long as the program that has it
        // hangs, the window would too, and no "It hurts" would be heard.
        let writes = self.ctx.text_edit_focused();
        let is_for_nothing = fetches_copied(event, self.modifiers) && !writes;
        let asked = by_old_keys(event, self.modifiers).filter(|_| writes);
        if let Some(asked) = asked {
            self.actions.push(asked);
            self.use_clipboard();
        } else if !is_for_nothing && self.input.on_window_event(&self.window, event).repaint {
            self.want_frame();
        }
        // While a window is pulled larger, Windows does not come back to the event loop.
        if cfg!(windows) && matches!(event, WindowEvent::Resized(_)) && self.is_in_view {
            return self.frame(event_loop);
        }
        Ok(())
    }

    pub(super) fn user_event(&mut self, event: UserEvent) {
        match event {
            UserEvent::RequestRepaint {
                when,
                cumulative_pass_nr: asked_in,
                ..
            } => {
                // An older one has had its frame.
                let now_in = self.ctx.cumulative_pass_nr();
                if now_in == asked_in || now_in == asked_in + 1 {
                    self.pace.want(when);
                }
            }
            UserEvent::AccessKitActionRequest(event) => {
                match event.window_event {
                    AccessEvent::InitialTreeRequested => self.ctx.enable_accesskit(),
                    AccessEvent::ActionRequested(request) => {
                        self.input.on_accesskit_action_request(request);
                    }
                    AccessEvent::AccessibilityDeactivated => self.ctx.disable_accesskit(),
                }
                self.want_frame();
            }
        }
    }

    /// All that was reported is taken in: does what is due, and then the event loop sleeps.
    pub(super) fn about_to_wait(
        &mut self,
        event_loop: &ActiveEventLoop,
    ) -> Result<(), SoftBufferError> {
        match self.pace.due(Instant::now()) {
            Due::Nothing => {}
            // Nothing redraws a window that is not in view.
            Due::Ask if self.is_in_view && self.info.visible() != Some(false) => {
                self.window.request_redraw();
            }
            Due::Ask | Due::Frame => self.frame(event_loop)?,
            Due::Logic => self.logic_alone(event_loop),
        }
        event_loop.set_control_flow(self.pace.sleep());
        Ok(())
    }

    fn want_frame(&mut self) {
        self.pace.want(Instant::now());
    }

    /// Asks the window how it is, unless that is known.
    fn ask_window(&mut self) {
        let scale = self.ctx.pixels_per_point();
        let is_known = self
            .asked
            .is_some_and(|(at, then)| at.elapsed() < TRUSTED && then.to_bits() == scale.to_bits());
        if self.answers_at_once || self.touched.elapsed() < SETTLED || !is_known {
            egui_winit::update_viewport_info(&mut self.info, &self.ctx, &self.window, false);
            self.size = self.window.inner_size();
            self.asked = Some((Instant::now(), scale));
        }
    }

    fn frame(&mut self, event_loop: &ActiveEventLoop) -> Result<(), SoftBufferError> {
        self.ask_window();
        let is_pressed = self.is_pressed();
        // What was pressed may be done with the next drawing.
        let is_answered = mem::replace(&mut self.was_pressed, is_pressed) || is_pressed;
        let is_wanted = self.actions.iter().any(ActionRequested::wants_paint);
        if self.info.visible() == Some(false) && !is_wanted && !is_answered {
            self.logic_alone(event_loop);
            return Ok(());
        }
        let begun = Instant::now();
        let (drawn, due) = self.pace.begin(begun);
        if drawn == Drawn::Movement && self.move_on(due, begun)? {
            return Ok(());
        }
        let size = self.size;
        let input = self.take_input();
        let asked_to_close = input.viewport().close_requested();
        let opened = Rc::clone(&self.opened);
        let FullOutput {
            platform_output,
            textures_delta,
            shapes,
            pixels_per_point,
            viewport_output,
        } = self.ctx.run_ui(input, |ui| {
            let mut content = opened.content.borrow_mut();
            content.tick();
            content.draw(ui);
        });
        self.hand_out(event_loop, platform_output);
        let moves = opened.content.borrow().moves();
        self.pace.moves(moves);
        let frame = Frame {
            shapes,
            textures: textures_delta,
            pixels_per_point,
            background: opened.content.borrow().background(),
            size: size.into(),
        };
        self.picture = moves.map(|_| Picture {
            shapes: frame.shapes.clone(),
            pixels_per_point,
            size: frame.size,
        });
        let shown = self.pixels.show(&self.window, &self.ctx, frame)?;
        self.frame_log.note(due, begun, shown);
        if shown.is_some() && !mem::replace(&mut self.is_in_view, true) {
            // Where a window out of view keeps nothing, the display asks for a redraw now.
            self.window.set_visible(true);
        }
        self.use_clipboard();
        let outputs = viewport_output.into_values();
        let commands = outputs.flat_map(|output| output.commands).collect();
        self.obey(commands, asked_to_close);
        // Where it takes its time, the display says so itself.
        if self.answers_at_once && self.window.inner_size() != size {
            self.want_frame();
        }
        Ok(())
    }

    /// Draws what moves and nothing else; `false` if all is to be drawn.
    fn move_on(&mut self, due: Option<Instant>, begun: Instant) -> Result<bool, SoftBufferError> {
        let content = self.opened.content.borrow();
        let Some(picture) = &mut self.picture else {
            return Ok(false);
        };
        if !content.move_on(&mut picture.shapes) {
            return Ok(false);
        }
        self.pace.moves(content.moves());
        let frame = Frame {
            shapes: picture.shapes.clone(),
            textures: TexturesDelta::default(),
            pixels_per_point: picture.pixels_per_point,
            background: content.background(),
            size: picture.size,
        };
        let shown = self.pixels.show(&self.window, &self.ctx, frame)?;
        self.frame_log.note(due, begun, shown);
        Ok(true)
    }

    /// Whether a key or a screen reader's press waits, which is taken in a drawing: a covered window may have the
    /// keyboard, and nobody waits for “It hurts”.
    fn is_pressed(&self) -> bool {
        let reported = &self.input.egui_input().events;
        let is_press =
            |event: &Event| matches!(event, Event::Key { .. } | Event::AccessKitActionRequest(_));
        self.pending.events.iter().chain(reported).any(is_press)
    }

    /// Has it go on without being drawn: nobody would see it.
    fn logic_alone(&mut self, event_loop: &ActiveEventLoop) {
        self.pace.begin(Instant::now());
        let input = self.take_input();
        let asked_to_close = input.viewport().close_requested();
        let opened = Rc::clone(&self.opened);
        let LogicOutput {
            platform_output,
            viewport_commands,
        } = self
            .ctx
            .run_logic(&input, |_| opened.content.borrow_mut().tick());
        self.pending = input;
        self.hand_out(event_loop, platform_output);
        let commands = viewport_commands.into_values().flatten().collect();
        self.obey(commands, asked_to_close);
    }

    /// What was reported since the last frame.
    fn take_input(&mut self) -> RawInput {
        let scale = egui_winit::pixels_per_point(&self.ctx, &self.window);
        let size = self.size.to_logical::<f32>(scale.into());
        let size = Vec2::new(size.width, size.height);
        // As egui-winit does it, which asks the window for its size each time.
        let reported = self.input.egui_input_mut();
        reported.time = Some(self.opened_at.elapsed().as_secs_f64());
        let has_room = size.x > 0.0 && size.y > 0.0;
        reported.screen_rect = has_room.then(|| Rect::from_min_size(Pos2::ZERO, size));
        let mut input = mem::take(&mut self.pending);
        input.append(reported.take());
        input.viewports = [(ViewportId::ROOT, self.info.clone())]
            .into_iter()
            .collect();
        self.opened.content.borrow_mut().put_in_order(&mut input);
        self.info.events.clear();
        input
    }

    /// Gives the window its cursor, the clipboard its text and screen readers what they read.
    fn hand_out(&mut self, event_loop: &ActiveEventLoop, output: PlatformOutput) {
        let window = &self.window;
        let input = &mut self.input;
        input.handle_platform_output_with_event_loop(window, event_loop, output);
    }

    fn obey(&mut self, commands: Vec<ViewportCommand>, asked_to_close: bool) {
        if asked_to_close && !commands.contains(&ViewportCommand::CancelClose) {
            self.end = Some(End::Closed);
        }
        if commands.is_empty() {
            return;
        }
        self.touched = Instant::now();
        let (info, actions) = (&mut self.info, &mut self.actions);
        egui_winit::process_viewport_commands(&self.ctx, info, commands, &self.window, actions);
        if self.info.close_requested() || !self.actions.is_empty() {
            self.want_frame();
        }
    }

    /// Does what was asked of the clipboard.
    fn use_clipboard(&mut self) {
        for action in mem::take(&mut self.actions) {
            let event = match action {
                ActionRequested::Cut => Event::Cut,
                ActionRequested::Copy => Event::Copy,
                ActionRequested::Paste => match self.input.clipboard_text() {
                    Some(text) if !text.is_empty() => Event::Paste(text.replace("\r\n", "\n")),
                    _ => continue,
                },
                ActionRequested::Screenshot(_) | ActionRequested::PaintWhileHidden => continue,
            };
            self.input.egui_input_mut().events.push(event);
            self.want_frame();
        }
    }
}

/// Has the event loop wake up when egui wants a frame, whichever thread asks for it.
fn wake_with(ctx: &Context, proxy: EventLoopProxy<UserEvent>) {
    ctx.set_request_repaint_callback(move |request| {
        // Without the event loop there is no window left to redraw.
        let _ = proxy.send_event(UserEvent::RequestRepaint {
            viewport_id: request.viewport_id,
            when: Instant::now() + request.delay,
            cumulative_pass_nr: request.current_cumulative_pass_nr,
        });
    });
}

/// On some systems a window that is larger than all screens does not appear.
fn no_larger_than_screens(
    builder: ViewportBuilder,
    event_loop: &ActiveEventLoop,
    zoom: f32,
) -> ViewportBuilder {
    let sizes = event_loop.available_monitors().map(|monitor| {
        let scale = monitor.scale_factor() * f64::from(zoom);
        let size = monitor.size().to_logical::<f32>(scale);
        Vec2::new(size.width, size.height)
    });
    let largest = sizes.reduce(Vec2::max);
    match (largest, builder.inner_size) {
        (Some(largest), Some(size)) if largest != Vec2::ZERO => {
            builder.with_inner_size(size.at_most(largest))
        }
        _ => builder,
    }
}

pub(super) fn is_wayland(event_loop: &ActiveEventLoop) -> bool {
    #[cfg(all(unix, not(target_os = "macos")))]
    return winit::platform::wayland::ActiveEventLoopExtWayland::is_wayland(event_loop);
    #[cfg(not(all(unix, not(target_os = "macos"))))]
    {
        let _ = event_loop;
        false
    }
}

/// What the keys that are older than Ctrl with X, C and V ask of the clipboard. On Windows egui-winit knows them itself.
fn by_old_keys(event: &WindowEvent, modifiers: ModifiersState) -> Option<ActionRequested> {
    let WindowEvent::KeyboardInput { event, .. } = event else {
        return None;
    };
    if cfg!(windows) || event.state != ElementState::Pressed {
        return None;
    }
    match (&event.logical_key, modifiers) {
        (Key::Named(NamedKey::Delete), ModifiersState::SHIFT) => Some(ActionRequested::Cut),
        (Key::Named(NamedKey::Insert), ModifiersState::CONTROL) => Some(ActionRequested::Copy),
        (Key::Named(NamedKey::Insert), ModifiersState::SHIFT) => Some(ActionRequested::Paste),
        _ => None,
    }
}

/// Whether an event has egui-winit ask for what was copied in another program.
fn fetches_copied(event: &WindowEvent, modifiers: ModifiersState) -> bool {
    match event {
        WindowEvent::MouseInput { state, button, .. } => {
            (*state, *button) == (ElementState::Pressed, MouseButton::Middle)
        }
        WindowEvent::KeyboardInput { event, .. } if event.state == ElementState::Pressed => {
            is_paste(event, modifiers)
        }
        _ => false,
    }
}

fn is_paste(key: &KeyEvent, modifiers: ModifiersState) -> bool {
    let is_letter = match &key.logical_key {
        Key::Named(NamedKey::Paste) => return true,
        Key::Named(NamedKey::Insert) => return modifiers.shift_key(),
        Key::Character(letter) if letter.is_ascii() => letter.eq_ignore_ascii_case("v"),
        // Where the layout has no Latin letters, the place of the key counts.
        _ => key.physical_key == PhysicalKey::Code(KeyCode::KeyV),
    };
    is_letter && (modifiers.control_key() || modifiers.super_key())
}
