//! `cargo bench` prints how long things take on this machine. It tests nothing: a figure depends on
//! the machine, and a test must not. `cargo bench -- log` runs one part alone.

#![expect(
    clippy::unwrap_used,
    reason = "a bench that can't go on has nothing to print"
)]
#![expect(clippy::print_stdout, reason = "the figures are what it is for")]

mod checking;
mod drawing;
mod editing;
mod figures;
mod handout;
mod log;
#[path = "../support/machine.rs"]
mod machine;
mod opening;
mod past;
mod picking;
mod punctuality;
#[cfg(target_os = "linux")]
mod resting;
#[cfg(target_os = "linux")]
mod window;
#[path = "../support/worst_files.rs"]
mod worst_files;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, folder] = &arguments[..]
        && flag == opening::IN_A_CHILD
    {
        return opening::open(folder.as_ref());
    }
    if let [flag, file] = &arguments[..]
        && flag == checking::IN_A_CHILD
    {
        return checking::check_file(file.as_ref());
    }
    // Cargo adds `--bench`.
    let wanted = |part: &str| {
        let mut names = arguments
            .iter()
            .filter(|name| !name.starts_with('-'))
            .peekable();
        names.peek().is_none() || names.any(|name| name == part)
    };
    let parts: &[(&str, fn())] = &[
        ("checking", checking::run),
        ("drawing", drawing::run),
        ("editing", editing::run),
        ("handout", handout::run),
        ("log", log::run),
        ("opening", opening::run),
        ("past", past::run),
        ("picking", picking::run),
        ("punctuality", punctuality::run),
        #[cfg(target_os = "linux")]
        ("resting", resting::run),
        #[cfg(target_os = "linux")]
        ("window", window::run),
    ];
    for (name, run) in parts {
        if wanted(name) {
            run();
        }
    }
}
