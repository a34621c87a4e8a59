//! Whether a program records from a microphone.

use std::ffi::CString;
use std::fs;
use std::io::BufReader;
use std::os::unix::net::UnixStream;
use std::path::Path;

use pulseaudio::cookie_path_from_env;
use pulseaudio::protocol::{
    AuthParams, AuthReply, Command, CommandReply, MAX_VERSION, Prop, Props, ProtocolError,
    SetClientNameReply, SourceInfoList, SourceOutputInfo, SourceOutputInfoList, read_reply_message,
    write_command_message,
};

use crate::bus::PATIENCE;
use crate::disk;

/// More than a cookie has, in bytes.
const LARGEST_COOKIE: u64 = 4096;

/// As the sound server has it.
pub(super) fn of_server(socket: &Path) -> Option<bool> {
    is_recording(socket).ok()
}

/// Connects for this alone: a server that nobody needs any more ends.
fn is_recording(socket: &Path) -> Result<bool, ProtocolError> {
    let mut server = Server::connect(socket)?;
    let outputs: SourceOutputInfoList = server.ask(&Command::GetSourceOutputInfoList)?;
    let mut recorded = outputs
        .iter()
        .filter(|output| !output.corked && !is_meter(output));
    let Some(first) = recorded.next() else {
        return Ok(false);
    };
    let sources: SourceInfoList = server.ask(&Command::GetSourceInfoList)?;
    let is_microphone = |output: &SourceOutputInfo| {
        let source = sources
            .iter()
            .find(|source| source.index == output.source_index);
        // What is played can be recorded too.
        source.is_none_or(|source| source.monitor_of_sink_index.is_none())
    };
    Ok(is_microphone(first) || recorded.any(is_microphone))
}

/// Whether it only shows how loud it is, as a mixer does as long as its window is open.
fn is_meter(output: &SourceOutputInfo) -> bool {
    let method = output.resample_method.as_deref();
    // PipeWire says so in its own words.
    let own = output.props.get_bytes(c"resample.peaks");
    method == Some(c"peaks") || own.is_some_and(|own| own.starts_with(b"true"))
}

/// What a server takes of the person's own programs that have no cookie. It talks to nobody who sends another
/// number of bytes.
const NO_COOKIE: [u8; 256] = [0; 256];

/// A sound server that answers.
struct Server {
    socket: BufReader<UnixStream>,
    version: u16,
    number: u32,
}

impl Server {
    fn connect(socket: &Path) -> Result<Self, ProtocolError> {
        let socket = UnixStream::connect(socket)?;
        socket.set_read_timeout(Some(PATIENCE))?;
        socket.set_write_timeout(Some(PATIENCE))?;
        let mut server = Self {
            socket: BufReader::new(socket),
            version: MAX_VERSION,
            number: 0,
        };
        let cookie = cookie_path_from_env();
        let cookie = cookie.and_then(|path| disk::read_up_to(LARGEST_COOKIE, &path).ok());
        let auth: AuthReply = server.ask(&Command::Auth(AuthParams {
            version: MAX_VERSION,
            supports_shm: false,
            supports_memfd: false,
            cookie: cookie.unwrap_or_else(|| NO_COOKIE.to_vec()),
        }))?;
        server.version = auth.version.min(MAX_VERSION);
        let mut about = Props::new();
        about.set(Prop::ApplicationName, CString::from(c"Supple"));
        let _: SetClientNameReply = server.ask(&Command::SetClientName(about))?;
        Ok(server)
    }
}

impl Server {
    fn ask<A: CommandReply>(&mut self, command: &Command) -> Result<A, ProtocolError> {
        self.number += 1;
        write_command_message(self.socket.get_mut(), self.number, command, self.version)?;
        let (_, answer) = read_reply_message(&mut self.socket, self.version)?;
        Ok(answer)
    }
}

/// As the system has it where nothing is between programs and their devices.
pub(super) fn of_system(proc: &Path) -> Option<bool> {
    let cards = fs::read_dir(proc.join("asound")).ok()?.flatten();
    let streams = cards.flat_map(|card| fs::read_dir(card.path()).into_iter().flatten());
    let recording = streams.flatten().filter(|stream| {
        // `pcm0c` is for capture, `pcm0p` for playback.
        let name = stream.file_name();
        let name = name.as_encoded_bytes();
        name.starts_with(b"pcm") && name.ends_with(b"c")
    });
    let mut parts = recording.flat_map(|stream| fs::read_dir(stream.path()).into_iter().flatten());
    Some(parts.any(|part| {
        let status = part.map(|part| fs::read_to_string(part.path().join("status")));
        status.is_ok_and(|status| status.is_ok_and(|status| status.contains("RUNNING")))
    }))
}
