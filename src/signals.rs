//! The system's word that the program is to end.

/// Calls `tell` whenever the system wants the program to end, by a shutdown, a closed terminal or
/// Ctrl-C, for as long as `tell` returns that somebody hears it. Where the system has no such word,
/// or no thread to give, the program ends without being told.
#[cfg(unix)]
pub(crate) fn on_end(mut tell: impl FnMut() -> bool + Send + 'static) {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;

    let Ok(mut signals) = Signals::new([SIGHUP, SIGINT, SIGTERM]) else {
        return;
    };
    let _ = std::thread::Builder::new().spawn(move || signals.forever().all(|_| tell()));
}

#[cfg(not(unix))]
pub(crate) fn on_end(_: impl FnMut() -> bool + Send + 'static) {}
