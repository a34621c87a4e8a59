//! The window that OpenGL draws, with eframe.

use std::rc::Rc;

use eframe::egui::{Context, RawInput, Ui, Visuals};

use super::{Display, End, Opened, Renderer, options};
use crate::words::Message;

/// Shows it until its window is closed.
///
/// # Errors
/// There is no window, or none any more.
pub(super) fn run(window: &Rc<Opened>, display: Display) -> eframe::Result<End> {
    let mut options = options(window);
    options.event_loop_builder = Some(Box::new(move |builder| display.choose(builder)));
    let ctx = window.ctx();
    let shown = Rc::clone(window);
    let window = Rc::clone(window);
    let create: eframe::AppCreator<'_> =
        Box::new(move |created| Ok(Box::new(Shared::come_up(&window, created))));
    eframe::run_native_ext("Supple", options, Some(ctx), create)?;
    Ok(end(&shown))
}

/// How the window ended, of which eframe says no more than that.
pub(super) fn end(window: &Opened) -> End {
    // macOS ends a program without a word to its window.
    let was_closed = window.is_closing.get() || cfg!(target_os = "macos");
    match was_closed {
        true => End::Closed,
        // It keeps to itself why.
        false if window.is_up.get() => End::Lost(Message::new("error-window-lost-opengl")),
        false => End::Refused(Message::new("error-window-opengl")),
    }
}

/// What is shown, as eframe owns it. It is kept outside too, for an end that does not reach eframe.
pub(super) struct Shared(Rc<Opened>);

impl Shared {
    pub(super) fn come_up(window: &Rc<Opened>, created: &eframe::CreationContext<'_>) -> Self {
        window.came_up(Renderer::OpenGl, created);
        Self(Rc::clone(window))
    }
}

impl eframe::App for Shared {
    fn logic(&mut self, ctx: &Context, _: &mut eframe::Frame) {
        // Where it is not, and the window goes all the same, it was lost.
        let is_closing = ctx.input(|input| input.viewport().close_requested());
        self.0.is_closing.set(is_closing);
        self.0.content.borrow_mut().tick();
    }

    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        self.0.content.borrow_mut().draw(ui);
    }

    fn raw_input_hook(&mut self, _: &Context, input: &mut RawInput) {
        self.0.content.borrow_mut().put_in_order(input);
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.0.content.borrow_mut().close();
    }

    fn clear_color(&self, _: &Visuals) -> [f32; 4] {
        self.0
            .content
            .borrow()
            .background()
            .to_normalized_gamma_f32()
    }
}
