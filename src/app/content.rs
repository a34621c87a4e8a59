//! The app as its window shows it.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use eframe::egui::epaint::ClippedShape;
use eframe::egui::{Color32, Context, RawInput, Ui, ViewportBuilder};
use winit::raw_window_handle::HasWindowHandle;

use super::pictures::PictureReader;
use super::placement::Placement;
use super::window::{Content, Renderer, name_for_dialogs, usual};
use super::{App, LEAST_ROOM, Shown, prepare};
use crate::ui::{Action, frame, player, redraw, spoken, theme};
use crate::words::Message;

impl Content for App {
    fn ctx(&self) -> Context {
        self.ctx.clone()
    }

    fn window(&self) -> ViewportBuilder {
        usual(&self.store.settings.now)
    }

    fn came_up(&mut self, renderer: Renderer, window: &dyn HasWindowHandle) {
        self.renderer = renderer;
        self.files.window = Some(name_for_dialogs(window));
    }

    fn move_to(&mut self, ctx: &Context) {
        prepare(ctx, &self.store);
        self.ctx = ctx.clone();
        self.pictures = PictureReader::new(ctx, self.store.jobs());
        self.placement = Placement::default();
        // It wakes the window that it was made for.
        self.speaker = None;
    }

    fn tick(&mut self) {
        let (settings, fit) = (&self.store.settings.now, self.placement.fit());
        let changes_zoom = theme::set_zoom(&self.ctx, settings, fit);
        self.presses.put_in_order(&self.ctx);
        self.take_news();
        self.look_again();
        self.take_dropped();
        self.guard_session();
        self.leave_session();
        if !changes_zoom {
            // While the zoom changes, the lengths asked for would count in points of the next drawing.
            self.fit_window();
        }
    }

    fn draw(&mut self, ui: &mut Ui) {
        self.closing.is_undrawn = false;
        let by_key = self.by_key();
        let asks = self.asks_for_keys(ui);
        let action = frame::at_least(ui, LEAST_ROOM, |ui| self.show(ui));
        let action = Action::both(action, self.show_keys(ui).or(asks));
        spoken::name_window(&self.ctx, &self.words.get("app-name"));
        self.pictures.end_frame(self.store.library.entries());
        if let Some(action) = Action::both(action, by_key) {
            self.apply(action);
            // What it changed is not in this frame yet.
            redraw(&self.ctx);
        }
        self.note_kept_open();
        // Not with every step of a slider that is being pulled.
        if !self.ctx.input(|input| input.pointer.any_down()) {
            self.store.settings.save();
        }
    }

    fn put_in_order(&mut self, input: &mut RawInput) {
        self.keyboard.put_in_order(&mut input.events);
    }

    fn moves(&self) -> Option<Instant> {
        matches!(self.shown, Shown::Session(_))
            .then(|| player::moves(&self.ctx))
            .flatten()
    }

    fn move_on(&self, picture: &mut Vec<ClippedShape>) -> bool {
        let Shown::Session(live) = &self.shown else {
            return false;
        };
        let settings = &self.store.settings.now;
        live.move_on(&self.ctx, settings, &self.pictures.cache, picture)
    }

    /// No screen paints it again: filling a window is most of what a frame costs on a machine that draws in
    /// software.
    fn background(&self) -> Color32 {
        self.ctx.global_style().visuals.panel_fill
    }

    fn is_ending(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.closing.is_ending)
    }

    fn close(&mut self) -> Vec<Message> {
        App::close(self)
    }
}

/// As the tests of the screens drive it.
impl eframe::App for App {
    fn logic(&mut self, _: &Context, _: &mut eframe::Frame) {
        self.tick();
    }

    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        self.draw(ui);
    }

    fn raw_input_hook(&mut self, _: &Context, input: &mut RawInput) {
        self.put_in_order(input);
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.close();
    }
}
