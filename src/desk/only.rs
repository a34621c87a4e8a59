//! The one copy of the program that reminds: it holds a lock, and the locked file says by which socket it can be
//! asked. So it is with a bus and without.

use std::env;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use super::request::{News, Request};
use super::status::Status;
use crate::disk::{self, Lock};
use crate::folders::Folders;

/// How long another copy may take to answer, or to end.
const PATIENCE: Duration = Duration::from_secs(10);

/// More than the locked file says, in bytes.
const LARGEST: u64 = 16 * 1024;

/// What makes this process the one that reminds; another can be it once this is dropped.
#[derive(Debug)]
pub(super) struct Only {
    lock: Lock,
    socket: Option<PathBuf>,
}

impl Only {
    /// Becomes the one; nothing if another copy is.
    ///
    /// # Errors
    /// The disk has no place for the lock.
    pub(super) fn claim(folders: &Folders) -> io::Result<Option<Self>> {
        let path = place(folders);
        disk::create_folder(&folders.config)?;
        let claimed = Lock::wait(&path, Duration::ZERO);
        let lock = match claimed {
            Err(error) if error.kind() == io::ErrorKind::ResourceBusy => {
                if !is_of_another_desktop(&path) {
                    return Ok(None);
                }
                // That one is of a desktop that the person has left, or is leaving. It may end before it answers.
                ask(folders, Request::End);
                match Lock::wait(&path, PATIENCE) {
                    Err(error) if error.kind() == io::ErrorKind::ResourceBusy => return Ok(None),
                    claimed => claimed?,
                }
            }
            claimed => claimed?,
        };
        #[cfg(unix)]
        if let Some(left) = socket(&path) {
            socket::remove(&left);
        }
        Ok(Some(Self { lock, socket: None }))
    }

    /// Answers from here on what other copies ask for, by way of `news`.
    pub(super) fn answer(&mut self, folders: &Folders, news: Sender<News>) {
        #[cfg(unix)]
        {
            // Without it, it reminds all the same.
            self.socket = socket::listen(folders, news).ok();
        }
        #[cfg(not(unix))]
        let _ = (folders, news);
        let socket = self.socket.as_deref().unwrap_or(Path::new(""));
        let said = format!("{}\n{}\n", socket.display(), desktop());
        let _ = self.lock.write(said.as_bytes());
    }
}

#[cfg(unix)]
impl Drop for Only {
    fn drop(&mut self) {
        if let Some(socket) = &self.socket {
            socket::remove(socket);
        }
    }
}

/// Asks the copy that reminds; nothing if none runs, or none answers.
pub fn ask(folders: &Folders, request: Request) -> Option<Status> {
    if !is_running(folders) {
        return None;
    }
    let path = place(folders);
    #[cfg(unix)]
    return socket::ask(&socket(&path)?, request).ok();
    #[cfg(not(unix))]
    {
        let _ = request;
        None
    }
}

/// Whether a copy reminds, whether it answers or not.
pub fn is_running(folders: &Folders) -> bool {
    Lock::is_held(&place(folders))
}

/// Of this machine alone: the data folder may be another machine's too.
fn place(folders: &Folders) -> PathBuf {
    folders.config.join("reminders.lock")
}

/// What the locked file says: the socket, and the desktop.
fn said(lock: &Path) -> Option<(PathBuf, String)> {
    let said = String::from_utf8(disk::read_up_to(LARGEST, lock).ok()?).ok()?;
    let (socket, desktop) = said.split_once('\n')?;
    Some((socket.into(), desktop.trim_end().to_owned()))
}

#[cfg(unix)]
fn socket(lock: &Path) -> Option<PathBuf> {
    let (socket, _) = said(lock)?;
    socket.is_absolute().then_some(socket)
}

/// Whether the copy that reminds does so on another desktop than the one that this copy was started on.
fn is_of_another_desktop(lock: &Path) -> bool {
    let has_display = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()));
    let there = said(lock);
    has_display && there.is_some_and(|(_, there)| there != desktop())
}

/// What tells one login from another.
fn desktop() -> String {
    let names = ["DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"];
    let values = names.map(|name| env::var(name).unwrap_or_default().replace('\n', " "));
    values.join(" ").trim_end().to_owned()
}

#[cfg(unix)]
mod socket {
    use std::fs;
    use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
    use std::os::unix::fs::{FileTypeExt as _, PermissionsExt as _};
    use std::os::unix::net::{UnixListener, UnixStream};
    use std::path::{Path, PathBuf};
    use std::process;
    use std::sync::mpsc::{self, Sender};
    use std::thread;
    use std::time::Duration;

    use super::PATIENCE;
    use crate::desk::request::{News, Request};
    use crate::desk::status::Status;
    use crate::folders::Folders;
    use crate::threads;

    /// More than anybody asks or answers, in bytes.
    const LONGEST: u64 = 1024 * 1024;

    pub(super) fn listen(folders: &Folders, news: Sender<News>) -> io::Result<PathBuf> {
        let runtime = directories::BaseDirs::new();
        let runtime = runtime
            .as_ref()
            .and_then(directories::BaseDirs::runtime_dir);
        let runtime = runtime.filter(|folder| folder.is_absolute() && folder.is_dir());
        let folder = runtime.unwrap_or(&folders.config);
        let path = folder.join(format!("supple-reminders-{}.sock", process::id()));
        remove(&path);
        let listener = UnixListener::bind(&path)?;
        // What is the person's own is for them alone.
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600))?;
        let work = move || {
            for stream in listener.incoming() {
                match stream {
                    // Whoever asks and says nothing gets no answer, and keeps nobody else from theirs.
                    Ok(stream) => {
                        let news = news.clone();
                        let answering = move || drop(answer(&stream, &news));
                        drop(threads::start("answering", answering, || {}));
                    }
                    // As where too many files are open.
                    Err(_) => thread::sleep(Duration::from_secs(1)),
                }
            }
        };
        threads::start("asked", work, || {})?;
        Ok(path)
    }

    fn answer(stream: &UnixStream, news: &Sender<News>) -> io::Result<()> {
        let request: Request = serde_json::from_str(&line(stream)?)?;
        let (asker, status) = mpsc::channel();
        let gone = || io::Error::from(io::ErrorKind::BrokenPipe);
        let sent = news.send(News::Asked(request, Some(asker)));
        sent.map_err(|_| gone())?;
        let status: Status = status.recv_timeout(PATIENCE).map_err(|_| gone())?;
        say(stream, &serde_json::to_string(&status)?)
    }

    pub(super) fn ask(path: &Path, request: Request) -> io::Result<Status> {
        let stream = UnixStream::connect(path)?;
        say(&stream, &serde_json::to_string(&request)?)?;
        Ok(serde_json::from_str(&line(&stream)?)?)
    }

    fn line(stream: &UnixStream) -> io::Result<String> {
        stream.set_read_timeout(Some(PATIENCE))?;
        let mut line = String::new();
        BufReader::new(stream.take(LONGEST)).read_line(&mut line)?;
        Ok(line)
    }

    fn say(mut stream: &UnixStream, line: &str) -> io::Result<()> {
        stream.set_write_timeout(Some(PATIENCE))?;
        writeln!(stream, "{line}")
    }

    /// Removes a socket, and nothing else.
    pub(super) fn remove(path: &Path) {
        let is_socket = fs::symlink_metadata(path).is_ok_and(|about| about.file_type().is_socket());
        if is_socket {
            // It is in nobody's way.
            let _ = fs::remove_file(path);
        }
    }
}
