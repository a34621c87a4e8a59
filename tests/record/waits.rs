//! A record that another program keeps: the guide says so, and waits no longer than it is asked to.

use std::io::{BufRead, BufReader};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use supple::disk::Lock;

use crate::ended::Ended;
use crate::{kill, machine};

#[test]
fn a_guide_that_waits_for_the_record_at_its_end_says_so_and_ends_its_wait_when_asked() {
    let machine = machine();
    let lock = machine.device_folder().join("lock");
    let lock = Lock::wait(&lock, Duration::ZERO).unwrap();
    let mut guide = machine.command(["guide", "short.toml"]).spawn().unwrap();
    let mut reported = BufReader::new(guide.stdout.take().unwrap()).lines();
    let waits = reported.find(|line| line.as_ref().unwrap().contains("Saving your record"));
    let waits = waits.expect("it says that it waits").unwrap();
    assert!(
        waits.contains("another program") && waits.contains("Ctrl+C"),
        "{waits}"
    );
    kill_process(Pid::from_child(&guide), Signal::INT).unwrap();
    let Ended { code, stderr, .. } = Ended::of(guide);
    assert_eq!(code, 3, "{stderr}");
    assert!(stderr.contains("Nothing is lost"), "{stderr}");
    drop(lock);
    let sessions = machine.sessions();
    assert_eq!(sessions.len(), 1);
    assert_eq!(sessions[0]["outcome"], "completed");
    assert_eq!(sessions[0]["held_ms"], 2000);
}

#[test]
fn what_was_not_saved_is_reported_once_it_is() {
    let machine = machine();
    let lock = machine.device_folder().join("lock");
    let lock = Lock::wait(&lock, Duration::ZERO).unwrap();
    let mut guide = machine.command(["guide", "long.toml"]).spawn().unwrap();
    let mut reported = BufReader::new(guide.stdout.take().unwrap()).lines();
    let mut says = |what: &str| reported.any(|line| line.unwrap().contains(what));
    assert!(says("could not be saved"));
    drop(lock);
    assert!(says("is in your record now"));
    assert!(machine.lines().contains("\"done\""));
    kill(guide);
}
