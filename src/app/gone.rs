//! What is still done when the display goes away with the window.
//!
//! A Wayland compositor that ends makes the event loop return, and [`super::window`] goes on from
//! there. When an X server ends, Xlib calls `exit` on the thread of the window, and no safe code can
//! keep it from that. glibc destroys the thread's own values first: one of them lies here, and sees
//! to an orderly end.

use std::cell::RefCell;

thread_local! {
    static AT_EXIT: RefCell<Option<LastAct>> = const { RefCell::new(None) };
}

struct LastAct(Option<Box<dyn FnOnce()>>);

impl Drop for LastAct {
    fn drop(&mut self) {
        if let Some(act) = self.0.take() {
            act();
        }
    }
}

/// Has `act` called if this thread ends the process before [`disarm`].
pub(super) fn arm(act: impl FnOnce() + 'static) {
    AT_EXIT.with_borrow_mut(|at_exit| *at_exit = Some(LastAct(Some(Box::new(act)))));
}

/// Takes it back.
pub(super) fn disarm() {
    let armed = AT_EXIT.with_borrow_mut(Option::take);
    if let Some(mut armed) = armed {
        armed.0 = None;
    }
}
