//! What is still done when the display goes away with the window.
//!
//! A Wayland compositor that ends makes the event loop return, and [`super::window`] goes on from
//! there. When an X server ends, Xlib calls `exit` on the thread of the window, and no safe code can
//! keep it from that. glibc destroys the thread's own values first: one of them lies here, and sees
//! to an orderly end.

use std::cell::{Cell, RefCell};
use std::process;

thread_local! {
    /// For as long as the window opens. Apart from the other, since that has to be younger than what
    /// the libraries keep.
    static AT_EXIT_OPENING: RefCell<Option<LastAct>> = const { RefCell::new(None) };
    static AT_EXIT: RefCell<Option<LastAct>> = const { RefCell::new(None) };
    /// The panic that ended it. It needs nothing to be destroyed, and so is there until the last.
    static PANIC: Cell<Option<&'static str>> = const { Cell::new(None) };
}

/// Ends the process, after what is armed, while a panic with this text is on its way: another one has come
/// in between, and two can't be waited for.
pub(super) fn end_in_panic(text: String) -> ! {
    PANIC.set(Some(text.leak()));
    // What is armed ends it with the code that says so.
    process::exit(1)
}

/// The panic that the process ends in, if it does.
pub(super) fn panic() -> Option<&'static str> {
    PANIC.get()
}

struct LastAct(Option<Box<dyn FnOnce()>>);

impl Drop for LastAct {
    fn drop(&mut self) {
        if let Some(act) = self.0.take() {
            act();
        }
    }
}

/// Has `act` called if this thread ends the process before the window is up or was [disarmed](disarm).
pub(super) fn arm_opening(act: impl FnOnce() + 'static) {
    AT_EXIT_OPENING.with_borrow_mut(|at_exit| *at_exit = Some(LastAct(Some(Box::new(act)))));
}

/// Has `act` called instead if this thread ends the process before [`disarm`].
pub(super) fn arm(act: impl FnOnce() + 'static) {
    AT_EXIT.with_borrow_mut(|at_exit| *at_exit = Some(LastAct(Some(Box::new(act)))));
    disarm_one(AT_EXIT_OPENING.with_borrow_mut(Option::take));
}

/// Takes it back.
pub(super) fn disarm() {
    for at_exit in [&AT_EXIT_OPENING, &AT_EXIT] {
        disarm_one(at_exit.with_borrow_mut(Option::take));
    }
}

fn disarm_one(armed: Option<LastAct>) {
    if let Some(mut armed) = armed {
        armed.0 = None;
    }
}
