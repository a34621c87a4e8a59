//! What a window shows. How it is drawn, and by what, is the window's own.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use eframe::egui::epaint::ClippedShape;
use eframe::egui::{Color32, Context, RawInput, Ui, ViewportBuilder};
use winit::raw_window_handle::HasWindowHandle;

use super::Renderer;
use crate::words::Message;

/// What a window shows, from before it opens until after it has closed.
pub(in crate::app) trait Content {
    /// What it is drawn on.
    fn ctx(&self) -> Context;

    /// The window that it wants.
    fn window(&self) -> ViewportBuilder;

    /// The window has come up, and is not in view yet.
    fn came_up(&mut self, renderer: Renderer, window: &dyn HasWindowHandle);

    /// Goes on with what is shown on another context, that of a window that is drawn by something else.
    fn move_to(&mut self, ctx: &Context);

    /// Goes on with all that does not depend on being seen.
    fn tick(&mut self);

    /// Draws what is shown, and carries out what is asked for on it.
    fn draw(&mut self, ui: &mut Ui);

    /// Puts what was typed in order, before anything is drawn of it.
    fn put_in_order(&mut self, input: &mut RawInput);

    /// When something is to be drawn that moves while nothing else does; `None` while nothing of that kind
    /// does.
    fn moves(&self) -> Option<Instant> {
        None
    }

    /// Draws that into the last picture; `false` if all of it is to be drawn anew.
    fn move_on(&self, _picture: &mut Vec<ClippedShape>) -> bool {
        false
    }

    /// The paper that everything lies on.
    fn background(&self) -> Color32;

    /// Set when the system wants the program to end.
    fn is_ending(&self) -> Arc<AtomicBool>;

    /// Hands in all that is to be kept, once, and returns what the person should know of what could not be.
    fn close(&mut self) -> Vec<Message>;
}
