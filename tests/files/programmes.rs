//! Home programmes that clinics and trials have published, written whole: one each for the knee, the shoulder,
//! the balance and the hand. Their doses are the published ones as far as they could be read; each file says from
//! where, and what is to be compared.

use crate::Machine;

const KNEE: &str = include_str!("programmes/knee.toml");
const SHOULDER: &str = include_str!("programmes/shoulder.toml");
const BALANCE: &str = include_str!("programmes/balance.toml");
const HAND: &str = include_str!("programmes/hand.toml");

#[test]
fn published_programmes_are_written_whole_without_a_warning() {
    let machine = Machine::new();
    for (name, text) in [
        ("knee.toml", KNEE),
        ("shoulder.toml", SHOULDER),
        ("balance.toml", BALANCE),
        ("hand.toml", HAND),
    ] {
        machine.write(name, text);
        let checked = machine.supple(["check", name]);
        assert_eq!(checked.code, 0, "{}", checked.stderr);
        let told = format!("{name}: no mistakes\n");
        assert!(checked.stderr.contains(&told), "{}", checked.stderr);
    }
}

#[test]
fn each_week_of_a_programme_has_the_exercises_and_doses_of_that_week() {
    let machine = Machine::new();
    machine.write("balance.toml", BALANCE);
    machine.write("hand.toml", HAND);
    let plan = |name: &str, week: &str| machine.supple(["plan", name, "--week", week]).stdout;
    let of_level_c = ["Walk on your heels", "Walk on your toes"];
    for (week, has_level_c) in [("1", false), ("3", false), ("4", true), ("24", true)] {
        let plan = plan("balance.toml", week);
        assert!(plan.contains("Walk backwards"), "{plan}");
        for exercise in of_level_c {
            assert_eq!(plan.contains(exercise), has_level_c, "week {week}\n{plan}");
        }
    }
    assert_ne!(plan("hand.toml", "2"), plan("hand.toml", "3"));
    assert_eq!(plan("hand.toml", "1"), plan("hand.toml", "2"));
    assert_eq!(plan("hand.toml", "3"), plan("hand.toml", "12"));
}
