//! `supple voices`.

use crate::Machine;

#[test]
fn where_nothing_speaks_it_is_told_how_to_get_a_voice() {
    let machine = Machine::new();
    let mut command = machine.command(["voices"]);
    let ended = crate::ended::Ended::of(command.env("PATH", "").spawn().unwrap());
    assert_eq!(ended.code, 3, "{}", ended.stderr);
    for told in ["Nothing on this machine speaks", "espeak-ng"] {
        assert!(ended.stderr.contains(told), "{}", ended.stderr);
    }
    assert_eq!(ended.stdout, "");
}
