//! The end of the program, when the system asks for it and when the display is gone, and its going on
//! after it was stopped.

/// What ends the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(
    not(unix),
    expect(dead_code, reason = "other systems have no such word")
)]
pub(crate) enum EndCause {
    /// The person, by Ctrl-C.
    Interrupt,
    /// A shutdown, the end of the person's session at the machine, or a terminal that is gone.
    System,
}

/// Calls `tell` whenever the system wants the program to end: by a shutdown, a closed terminal or
/// Ctrl-C. It says whether the program sees to its end; if not, that comes at once, as it does where
/// the system has no such word or no thread to give.
#[cfg(unix)]
pub(crate) fn on_end(mut tell: impl FnMut(EndCause) -> bool + Send + 'static) {
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;

    use crate::contain::contained;
    use crate::threads;
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::flag::register_conditional_default;
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    const SIGNALS: [i32; 3] = [SIGHUP, SIGINT, SIGTERM];
    let Ok(mut signals) = Signals::new(SIGNALS) else {
        return;
    };
    let wait = move || {
        for signal in signals.forever() {
            // A callback that panics does not see to the end.
            let cause = match signal {
                SIGINT => EndCause::Interrupt,
                _ => EndCause::System,
            };
            if !contained(|| tell(cause)).unwrap_or(false) {
                // Of these three it can't fail, and does not come back.
                let _ = emulate_default_handler(signal);
            }
        }
    };
    // The next signal ends the program at once, as it does without this thread.
    let failed = move || {
        for signal in SIGNALS {
            let _ = register_conditional_default(signal, Arc::new(AtomicBool::new(true)));
        }
    };
    let _ = threads::start("signals", wait, failed);
}

#[cfg(not(unix))]
pub(crate) fn on_end(_: impl FnMut(EndCause) -> bool + Send + 'static) {}

/// Calls `tell` whenever the program goes on after it was stopped, as by Ctrl-Z in another terminal.
#[cfg(unix)]
pub(crate) fn on_going_on(tell: impl Fn() + Send + 'static) {
    use crate::threads;
    use signal_hook::consts::SIGCONT;
    use signal_hook::iterator::Signals;

    let Ok(mut signals) = Signals::new([SIGCONT]) else {
        return;
    };
    let wait = move || signals.forever().for_each(|_| tell());
    // Without it the program goes on all the same.
    let _ = threads::start("going on", wait, || {});
}

#[cfg(not(unix))]
pub(crate) fn on_going_on(_: impl Fn() + Send + 'static) {}

/// Makes a file that may grow no larger an error for the code that writes it, as a full disk is, and
/// not the end of the program.
#[cfg(unix)]
pub(crate) fn outlive_file_limit() {
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;

    use signal_hook::consts::SIGXFSZ;

    // The flag is never read. Where the signal can't be caught, all is as it was.
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
}

#[cfg(not(unix))]
pub(crate) fn outlive_file_limit() {}

/// Ends the process with this code at once. Nothing that waits to be done at its end is done any
/// more, so all must have been handed in.
#[cfg(unix)]
pub(crate) fn exit(code: u8) -> ! {
    signal_hook::low_level::exit(code.into())
}

#[cfg(not(unix))]
pub(crate) fn exit(code: u8) -> ! {
    std::process::exit(code.into())
}
