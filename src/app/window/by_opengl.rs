//! The window that OpenGL draws, with eframe.

use std::rc::Rc;

use eframe::egui::{Context, RawInput, Ui, Visuals};

use super::{Display, End, Opened, Renderer, options};

/// Shows the app until its window is closed.
///
/// # Errors
/// There is no window, or none any more.
pub(super) fn run(window: &Rc<Opened>, display: Display) -> eframe::Result<End> {
    let mut options = options(&window.app.borrow().store.settings.now);
    options.event_loop_builder = Some(Box::new(move |builder| display.choose(builder)));
    let ctx = window.ctx();
    let window = Rc::clone(window);
    let create: eframe::AppCreator<'_> = Box::new(move |_| Ok(Box::new(Shared::come_up(&window))));
    eframe::run_native_ext("Supple", options, Some(ctx), create)?;
    Ok(End::Closed)
}

/// The app as eframe owns it. It is kept outside too, for the end that eframe is not told of.
pub(super) struct Shared(Rc<Opened>);

impl Shared {
    pub(super) fn come_up(window: &Rc<Opened>) -> Self {
        window.came_up(Renderer::OpenGl);
        Self(Rc::clone(window))
    }
}

impl eframe::App for Shared {
    fn logic(&mut self, _: &Context, _: &mut eframe::Frame) {
        self.0.app.borrow_mut().tick();
    }

    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        self.0.app.borrow_mut().draw(ui);
    }

    fn raw_input_hook(&mut self, _: &Context, input: &mut RawInput) {
        self.0.app.borrow_mut().put_in_order(input);
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.0.app.borrow_mut().close();
    }

    fn clear_color(&self, _: &Visuals) -> [f32; 4] {
        self.0.app.borrow().background().to_normalized_gamma_f32()
    }
}
