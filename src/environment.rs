//! The variables of the environment that name files which libraries read, and starting anew without some of them:
//! nothing else changes what a library reads there.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::Command;

/// What libraries open to read, whatever it is: jiff the time zone, xkbcommon the keys that make a letter together,
/// x11rb the settings of a display.
const FILES: [&str; 3] = ["TZ", "XCOMPOSEFILE", "XENVIRONMENT"];

/// Starts the program anew without those of the variables that name a pipe or a device: a library would wait for its
/// other end, or read without one.
pub(crate) fn leave_out_what_has_no_end() {
    let is_endless = |name: &&str| env::var_os(name).is_some_and(|value| is_endless(&value));
    let endless: Vec<_> = FILES.into_iter().filter(is_endless).collect();
    if !endless.is_empty() {
        // Where it can't start anew it goes on, and a library may wait.
        let _ = start_anew(|program| {
            for name in endless {
                program.env_remove(name);
            }
        });
    }
}

/// Starts the program anew, in the same process and with the same arguments. It comes back from that only if it fails.
pub(crate) fn start_anew(change: impl FnOnce(&mut Command)) -> io::Error {
    let program = match env::current_exe() {
        Ok(program) => program,
        Err(error) => return error,
    };
    let mut program = Command::new(program);
    program.args(env::args_os().skip(1));
    change(&mut program);
    program.exec()
}

/// Whether what a variable names is neither a file nor a folder. `/dev/null` ends at once, and some name it to have
/// nothing read.
fn is_endless(value: &OsStr) -> bool {
    const NOTHING: &str = "/dev/null";
    // Before a path in `TZ`.
    let path = value.as_bytes().strip_prefix(b":");
    let path = path.map_or(Path::new(value), |path| Path::new(OsStr::from_bytes(path)));
    path != Path::new(NOTHING)
        && fs::metadata(path).is_ok_and(|about| !about.is_file() && !about.is_dir())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pipe_or_a_device_is_left_out_and_what_ends_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        rustix::fs::mknodat(
            rustix::fs::CWD,
            &pipe,
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::RUSR,
            0,
        )
        .unwrap();
        let with_colon = format!(":{}", pipe.display());
        for value in [pipe.as_os_str(), with_colon.as_ref(), "/dev/zero".as_ref()] {
            assert!(is_endless(value), "{value:?}");
        }
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        for value in [
            file.as_os_str(),
            folder.path().as_os_str(),
            "Europe/Berlin".as_ref(),
            ":UTC".as_ref(),
            "".as_ref(),
            "/dev/null".as_ref(),
        ] {
            assert!(!is_endless(value), "{value:?}");
        }
    }
}
