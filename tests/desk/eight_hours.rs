//! A working day of the real process on a real bus, by a clock that goes sixty times as fast.

use std::fs;

use zbus::block_on;
use zbus::object_server::InterfaceRef;

use crate::machine::Machine;
use crate::notified::{Bus, Got, NUMBER, PATH, Server, serve};
use crate::patience::{PATIENCE, await_that};
use crate::running::{Running, alone, status};

/// What it takes at a moment.
#[derive(Debug)]
struct Takes {
    memory_kib: u64,
    files: usize,
    wake_ups: u64,
}

impl Takes {
    fn now(running: &Running) -> Self {
        let process = format!("/proc/{}", running.0.id());
        let number = |text: &str, name: &str| -> u64 {
            let line = text.lines().find_map(|line| line.strip_prefix(name));
            let number = line.unwrap().split_whitespace().next();
            number.unwrap().parse().unwrap()
        };
        let memory = fs::read_to_string(format!("{process}/smaps_rollup")).unwrap();
        let threads = fs::read_dir(format!("{process}/task")).unwrap().flatten();
        let woken = threads.filter_map(|thread| {
            // One that has ended meanwhile wakes no more.
            let status = fs::read_to_string(thread.path().join("status")).ok()?;
            Some(number(&status, "voluntary_ctxt_switches:"))
        });
        Self {
            // Of the program's own pages the more count the fewer others run of it.
            memory_kib: number(&memory, "Pss_Anon:"),
            files: fs::read_dir(format!("{process}/fd")).unwrap().count(),
            wake_ups: woken.sum(),
        }
    }
}

#[test]
#[ignore = "takes eight minutes, beside all others in CI: cargo test --test desk -- --ignored --nocapture"]
fn eight_hours_leave_it_as_large_as_it_was() {
    let machine = Machine::new();
    let days = "monday tuesday wednesday thursday friday saturday sunday".split(' ');
    let days: Vec<_> = days.map(|day| format!("{day} = \"00:00-00:00\"")).collect();
    let settings = format!(
        "[reminders]\non = true\nform = \"notification\"\nsitting_minutes = 45\n\
         awake = \"00:00-00:00\"\nwork = {{ {} }}\n",
        days.join(", ")
    );
    machine.write("config/settings.toml", settings);
    let bus = Bus::start(&machine);
    let (server, got) = serve(&bus, &["actions"]);
    let server: InterfaceRef<Server> = block_on(server.object_server().interface(PATH)).unwrap();
    let mut program = alone(&machine, &["remind", "--rehearse"]);
    program.env("DBUS_SESSION_BUS_ADDRESS", &bus.address);
    let running = Running(program.spawn().unwrap());
    let mut first = None;
    for number in 1..=11 {
        while !matches!(
            got.recv_timeout(PATIENCE).unwrap(),
            Got::Notification { .. }
        ) {}
        let answered = Server::action_invoked(server.signal_emitter(), NUMBER, "not-now");
        block_on(answered).unwrap();
        await_that("the answer arrives", || {
            status(&machine)["last"]["answer"] == "not-now"
        });
        let takes = Takes::now(&running);
        println!("after reminder {number}: {takes:?}");
        first.get_or_insert(takes);
    }
    let (first, last) = (first.unwrap(), Takes::now(&running));
    assert!(
        last.memory_kib <= first.memory_kib + 1024,
        "{first:?}, {last:?}"
    );
    assert!(last.files <= first.files, "{first:?}, {last:?}");
    // Looks are sixty an hour, and each wakes a few threads that look at something.
    let looks = 10 * 45;
    assert!(
        last.wake_ups - first.wake_ups <= looks * 30,
        "{first:?}, {last:?}"
    );
}
