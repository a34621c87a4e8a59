use std::fs::File;

use supple::desk::readings::Missing;
use supple::reminder::Silence;

use crate::{Desk, told};

fn in_use(desk: &Desk) -> Option<bool> {
    told(&desk.look(), Silence::Camera, Missing::Camera)
}

#[test]
fn a_camera_is_in_use_as_long_as_a_process_has_it_open() {
    let mut desk = Desk::new();
    desk.places.proc = "/proc".into();
    assert_eq!(in_use(&desk), Some(false), "there is none");
    let camera = desk.write("dev/video3", "");
    let other = desk.write("dev/video-notes", "");
    assert_eq!(in_use(&desk), Some(false));
    let _other = File::open(other).unwrap();
    assert_eq!(in_use(&desk), Some(false), "its name only begins so");
    let open = File::open(camera).unwrap();
    assert_eq!(in_use(&desk), Some(true));
    drop(open);
    assert_eq!(in_use(&desk), Some(false));
}

#[test]
fn nobody_is_looked_at_while_all_cameras_sleep() {
    let mut desk = Desk::new();
    desk.places.proc = "/proc".into();
    let camera = desk.write("dev/video0", "");
    let _open = File::open(camera).unwrap();
    let status = "sys/class/video4linux/video0/device/power/runtime_status";
    desk.write(status, "suspended\n");
    assert_eq!(in_use(&desk), Some(false));
    desk.write(status, "active\n");
    assert_eq!(in_use(&desk), Some(true));
}
