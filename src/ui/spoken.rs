//! Where the person is and what has changed, for people who do not see the screen.
//!
//! Screen readers say what gets the keyboard. So every page has a place where the keyboard rests while
//! no control has it: the page's name, or what the session is at. It comes there when the page comes
//! into view and when its control goes away, and is said anew when its words change. Such a place is no
//! control: keys act as if nothing had the keyboard, and Tab goes on to the control after it.
//!
//! What appears elsewhere is announced. Older screen readers know no announcements, but say the
//! window's name when it changes: so that tells of what was announced last.

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{
    Context, EventFilter, FocusDirection, Id, Key, Memory, Rect, Response, Sense, Ui, WidgetInfo,
    accesskit_root_id, vec2,
};

use super::redraw;

/// What is known from one drawing to the next.
#[derive(Debug, Clone, Default)]
struct Spoken {
    /// The page that is drawn.
    page: Option<Id>,
    /// The page that the keyboard has come to.
    arrived: Option<Id>,
    /// The object that it rests on, or has rested on last, and the place that this is one of.
    object: Option<Id>,
    place: Option<Id>,
    /// Whether the page has come into view in this drawing.
    is_new: bool,
    /// Whether Tab was pressed in the drawing before this one.
    tabs: bool,
    /// What was announced in the frame before this one, and in this one.
    announced_before: Vec<Id>,
    announced: Vec<Id>,
    /// What the window's name tells.
    news: Option<String>,
}

fn spoken<R>(ctx: &Context, change: impl FnOnce(&mut Spoken) -> R) -> R {
    ctx.data_mut(|data| change(data.get_temp_mut_or_default(Id::NULL)))
}

/// Names the page that is drawn from here on.
pub(super) fn page(ctx: &Context, name: &str) {
    spoken(ctx, |spoken| spoken.page = Some(Id::unique(("page", name))));
}

/// Has the keyboard come to the page anew: what was in front of it takes it away meanwhile.
pub(super) fn leave(ctx: &Context) {
    spoken(ctx, |spoken| spoken.arrived = None);
}

/// Whether a control has the keyboard, and so the keys that work controls.
pub(super) fn has_control(ctx: &Context) -> bool {
    let object = spoken(ctx, |spoken| spoken.object);
    ctx.memory(|memory| memory.focused().is_some_and(|id| Some(id) != object))
}

/// Whether nothing is in front of what `ui` draws, which would have the keyboard.
fn is_in_front(ui: &Ui) -> bool {
    ui.memory(|memory| memory.allows_interaction(ui.layer_id()))
}

/// The page's own place for the keyboard, which shows `text` in `rect`.
pub(super) fn place(ui: &Ui, rect: Rect, role: Role, text: &str) -> Response {
    let ctx = ui.ctx();
    let is_in_front = is_in_front(ui);
    let is_free = ctx.memory(|memory| memory.focused().is_none());
    let (page, comes, tabs) = spoken(ctx, |spoken| {
        let arrives = is_in_front && spoken.arrived != spoken.page;
        if arrives {
            spoken.arrived = spoken.page;
            spoken.is_new = true;
            spoken.news = None;
        }
        let tabs = spoken.tabs && !arrives;
        (spoken.page, arrives || is_in_front && is_free, tabs)
    });
    // Tab has gone on from the last control of the page.
    if is_free && tabs && !ui.clip_rect().contains_rect(rect) {
        ui.scroll_to_rect(rect, None);
    }
    resting(ui, rect, Id::unique(("place", page)), comes, role, text)
}

/// What was typed for a control that the keyboard is not on. It comes here when that `is_new`.
pub(super) fn typed(ui: &Ui, rect: Rect, name: &str, text: &str, is_new: bool) {
    let place = Id::unique(("typed", name));
    let rests = spoken(ui.ctx(), |spoken| spoken.place == Some(place)) && !has_control(ui.ctx());
    if is_new || rests {
        resting(ui, rect, place, is_new, Role::Status, text);
    }
}

/// What a page without a name is at: `text`, said whenever it changes.
pub(super) fn status(ui: &Ui, text: &str) {
    let corner = Rect::from_min_size(ui.max_rect().min, vec2(1.0, 1.0));
    let response = place(ui, corner, Role::Status, text);
    if response.has_focus() {
        // It is said by having the keyboard. It is no news when a control gets that.
        spoken(ui.ctx(), |spoken| {
            spoken.announced.push(response.id.with(text));
        });
    } else if is_in_front(ui) {
        announce(ui, &response, text);
    }
}

/// Draws an object that the keyboard rests on if it `comes`, or was on the same place already. With
/// other words it is another object: what gets the keyboard is said by every screen reader.
fn resting(ui: &Ui, rect: Rect, place: Id, comes: bool, role: Role, text: &str) -> Response {
    let ctx = ui.ctx();
    let id = place.with(text);
    let focused = ctx.memory(Memory::focused);
    let comes = spoken(ctx, |spoken| {
        let was_here = spoken.place == Some(place) && focused == spoken.object;
        let comes = (comes || was_here) && focused != Some(id);
        if comes {
            (spoken.place, spoken.object) = (Some(place), Some(id));
        }
        comes
    });
    if comes {
        ctx.memory_mut(|memory| memory.request_focus(id));
        // What follows can only be set from the next drawing on.
        redraw(ctx);
    }
    // Otherwise the Tab key does not come here.
    let has_keyboard = ctx.memory(|memory| memory.has_focus(id));
    let sense = if has_keyboard {
        Sense::focusable_noninteractive()
    } else {
        Sense::hover()
    };
    let response = ui.interact(rect, id, sense);
    let own = EventFilter {
        tab: false,
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: true,
    };
    ctx.memory_mut(|memory| memory.set_focus_lock_filter(id, own));
    if has_keyboard || comes {
        keep_arrows(ctx);
    }
    response.widget_info(|| WidgetInfo::labeled(role, true, text));
    response
}

/// Has the arrows that were pressed lead to no control: what has come to the keyboard only in the drawing
/// before this one could not say yet that they are its own.
fn keep_arrows(ctx: &Context) {
    if !ctx.input(|input| input.key_pressed(Key::Tab)) {
        ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
}

/// Has screen readers say `text`, which `response` shows, when it appears or changes.
pub(super) fn announce(ui: &Ui, response: &Response, text: &str) {
    let comes_with_page = spoken(ui.ctx(), |spoken| spoken.is_new);
    tell(ui.ctx(), response, text, !comes_with_page);
}

/// The same of what came of the person's own doing, which is news also where it comes with another page.
/// Gives whether it is shown for the first time.
pub(super) fn outcome(ui: &Ui, response: &Response, text: &str) -> bool {
    tell(ui.ctx(), response, text, true)
}

fn tell(ctx: &Context, response: &Response, text: &str, is_news: bool) -> bool {
    ctx.accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Status);
        node.set_label(text);
        node.set_live(Live::Polite);
    });
    let id = response.id.with(text);
    spoken(ctx, |spoken| {
        let is_new = !spoken.announced_before.contains(&id);
        if is_news && is_new {
            spoken.news = Some(text.to_owned());
        }
        spoken.announced.push(id);
        is_new
    })
}

/// Ends a drawing: names the window, with what was announced last on this page.
pub fn name_window(ctx: &Context, name: &str) {
    let tabs = ctx.input(|input| input.key_pressed(Key::Tab));
    if tabs && ctx.memory(|memory| memory.focused().is_none()) {
        // Tab has gone on from the last control, and comes to the first thing of the window once that is
        // drawn anew. Until then the window itself has the keyboard, and its name would be said.
        ctx.request_discard("Tab goes round");
    }
    let news = spoken(ctx, |spoken| {
        spoken.tabs = tabs;
        spoken.announced_before = std::mem::take(&mut spoken.announced);
        spoken.is_new = false;
        spoken.news.clone()
    });
    let name = match news {
        Some(news) => format!("{name}: {news}"),
        None => name.to_owned(),
    };
    ctx.accesskit_node_builder(accesskit_root_id(), |node| node.set_label(name));
}

/// Tells screen readers the key that does the same as the control which `response` is of.
pub(super) fn key(response: &Response, key: &str) {
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_keyboard_shortcut(key);
        // On Linux they are given this alone.
        node.set_description(key);
    });
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Event, Modifiers, RawInput};

    use super::*;

    /// What the keyboard is on after a drawing of a page with two buttons: nothing stands for the window.
    fn focus_after(ctx: &Context, key: Option<Key>) -> Option<String> {
        let event = |key| Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        let input = RawInput {
            events: key.map(event).into_iter().collect(),
            ..RawInput::default()
        };
        let mut output = ctx.run_ui(input, |ui| {
            page(ui.ctx(), "history");
            let title = ui.label("Title").rect;
            place(ui, title, Role::Heading, "History");
            let _ = (ui.button("First"), ui.button("Last"));
            name_window(ui.ctx(), "Supple");
        });
        output.textures_delta.clear();
        let update = output.platform_output.accesskit_update.unwrap();
        let mut nodes = update.nodes.iter();
        let focused = nodes.find(|(id, _)| *id == update.focus);
        let name = focused.and_then(|(_, node)| node.label().map(str::to_owned));
        name.filter(|name| name != "Supple")
    }

    #[test]
    fn the_tab_key_goes_round_without_a_stop_at_the_window() {
        let ctx = Context::default();
        ctx.enable_accesskit();
        (0..3).for_each(|_| drop(focus_after(&ctx, None)));
        let mut visited = Vec::new();
        for _ in 0..4 {
            let pressed = focus_after(&ctx, Some(Key::Tab));
            visited.push(pressed);
            // It may take a drawing more, on which nothing else has the keyboard.
            (0..3).for_each(|_| visited.push(focus_after(&ctx, None)));
        }
        visited.dedup();
        let names: Vec<_> = visited.iter().map(Option::as_deref).collect();
        let round = [Some("First"), Some("Last"), Some("History"), Some("First")];
        let from = usize::from(names.first() == Some(&Some("History")));
        assert_eq!(names[from..], round);
    }
}
