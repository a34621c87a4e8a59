//! How much memory the program takes, whatever lies in a person's folders.

use std::fs::{self, File};
use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::GOOD;
use crate::ended::Ended;
use crate::machine::Machine;

/// Of a routine without pictures the program takes less than half of it.
const MOST_KIB: u32 = 64 * 1024;

/// Runs the program where the system gives it no more memory than that.
fn limited(machine: &Machine, arguments: &[&str]) -> Ended {
    let program = machine.command(arguments);
    let limit = format!("ulimit -d {MOST_KIB} && exec \"$@\"");
    let mut limited = Command::new("sh");
    limited
        .args(["-c", &limit, "sh"])
        .arg(program.get_program());
    limited
        .args(program.get_args())
        .current_dir(&machine.folder);
    for (name, value) in program.get_envs() {
        limited.env(name, value.unwrap_or_default());
    }
    limited.stdin(Stdio::null());
    limited.stdout(Stdio::piped()).stderr(Stdio::piped());
    Ended::of(limited.spawn().unwrap())
}

/// A file of so many bytes that takes no room on the disk.
fn sparse(machine: &Machine, name: &str, length: u64) {
    let path = machine.write(name, "");
    File::options()
        .write(true)
        .open(path)
        .unwrap()
        .set_len(length)
        .unwrap();
}

#[test]
fn a_record_of_any_size_is_read_in_little_memory() {
    let machine = Machine::new();
    let year = "data/log/01935000-0000-7000-8000-000000000001/2026.jsonl";
    sparse(&machine, year, 1 << 30);
    let ended = limited(&machine, &["history"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert!(ended.stderr.contains("2026.jsonl"), "{}", ended.stderr);
}

#[test]
fn settings_of_any_size_are_left_unread() {
    let machine = Machine::new();
    sparse(&machine, "config/settings.toml", 2_000_000_000);
    let ended = limited(&machine, &["voices"]);
    // And not that the system had no memory to give.
    assert!(
        ended.stderr.contains("far larger than it can be"),
        "{}",
        ended.stderr
    );
}

#[test]
fn a_folder_of_many_large_routines_is_read_in_little_memory() {
    const FILES: u32 = 500;
    const LARGEST: usize = 256 * 1024;
    let machine = Machine::new();
    let mut text = GOOD.to_owned();
    text += &"# As long as a file may be.\n".repeat((LARGEST - text.len()) / 28);
    let first = machine.write("data/routines/0.toml", text);
    for number in 1..FILES {
        fs::hard_link(&first, first.with_file_name(format!("{number}.toml"))).unwrap();
    }
    let ended = limited(&machine, &["list"]);
    assert_eq!(ended.code, 3, "{}", ended.stderr);
    assert!(ended.stderr.contains("were left out"), "{}", ended.stderr);
}

/// Unpacked as it is written, it would take twice as much as the program may take here.
#[test]
fn the_largest_png_is_checked_without_being_kept() {
    const SIDE: u16 = 4_096;
    let machine = Machine::new();
    let mut file = Vec::new();
    let mut png = png::Encoder::new(&mut file, SIDE.into(), SIDE.into());
    png.set_color(png::ColorType::Rgba);
    png.set_depth(png::BitDepth::Sixteen);
    png.set_compression(png::Compression::Fastest);
    let mut png = png.write_header().unwrap();
    let mut pixels = png.stream_writer().unwrap();
    let row = vec![0; usize::from(SIDE) * 8];
    for _ in 0..SIDE {
        pixels.write_all(&row).unwrap();
    }
    pixels.finish().unwrap();
    png.finish().unwrap();
    machine.write("knee.png", file);
    machine.write("good.toml", format!("{GOOD}image = \"knee.png\"\n"));

    let ended = limited(&machine, &["check", "good.toml"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
}
