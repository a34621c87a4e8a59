//! What goes along with an edit: the ids of exercises and the groups that they belong to.

use std::fmt::Write as _;

use fastrand::Rng;

use super::*;

const ROUNDS: usize = 400;
const NAMES: [&str; 4] = ["Squat", "squat", "Squat 2", "Bridge"];
const IDS: [&str; 4] = ["squat", "squat-2", "squat-3", "knee"];
const USED: [&str; 2] = ["bridge", "clamshell"];

fn pick(rng: &mut Rng, all: &[&'static str]) -> &'static str {
    all[rng.usize(..all.len())]
}

/// Exercises whose names and ids are much alike, each told by what its caution says.
fn routine(rng: &mut Rng) -> String {
    let mut text = "format = 1\ntitle = \"T\"\n".to_owned();
    let mut ids = IDS.to_vec();
    rng.shuffle(&mut ids);
    for mark in 0..rng.usize(1..6) {
        text.push_str("\n[[exercise]]\n");
        if let Some(id) = ids.pop().filter(|_| rng.u8(..4) == 0) {
            writeln!(text, "id = \"{id}\"").unwrap();
        }
        if rng.u8(..4) == 0 {
            writeln!(text, "use = \"{}\"", pick(rng, &USED)).unwrap();
        } else {
            writeln!(text, "name = \"{}\"", pick(rng, &NAMES)).unwrap();
        }
        writeln!(text, "caution = \"{mark}\"").unwrap();
    }
    text
}

fn edit(rng: &mut Rng, count: usize) -> Edit {
    let at = rng.usize(..=count);
    let part = Part::exercise(at);
    let own = |name| Item::Keys(vec![("name", Value::text(name))]);
    match rng.u8(..10) {
        0 | 1 => Edit::add_exercise(at, own(pick(rng, &NAMES))),
        2 => Edit::add_exercise(at, Item::Library(pick(rng, &USED).to_owned())),
        3 => Edit::duplicate_exercise(at),
        4 => Edit::remove_exercise(at),
        5 => Edit::move_exercise(at, rng.usize(..=count)),
        6 => Edit::Set(part.field("use"), Value::text(pick(rng, &USED))),
        7 => Edit::Unset(part.field(pick(rng, &["name", "use", "id"]))),
        8 => Edit::Set(part.field("id"), Value::text(pick(rng, &IDS))),
        _ => Edit::Set(part.field("name"), Value::text(pick(rng, &NAMES))),
    }
}

/// By what each exercise is told, with the id that it has.
fn told(editing: &Editing) -> Vec<(Option<Value>, String)> {
    let mark = |at| editing.value(&Part::exercise(at).field("caution"));
    let ids = editing.ids().into_iter().enumerate();
    ids.map(|(at, id)| (mark(at), id)).collect()
}

#[test]
fn no_edit_gives_the_id_of_one_exercise_to_another() {
    let mut rng = Rng::with_seed(31);
    for _ in 0..ROUNDS {
        let text = routine(&mut rng);
        let mut editing = Editing::open(text.as_bytes(), &surroundings()).unwrap();
        for _ in 0..4 {
            let before = told(&editing);
            let mut edit = edit(&mut rng, before.len());
            if rng.u8(..3) == 0 {
                edit = Edit::Several(vec![edit, self::edit(&mut rng, before.len())]);
            }
            let by_hand: Vec<_> = by_hand(&edit).collect();
            let all = editing.with_what_follows(edit.clone(), |_| true);
            if rng.bool() {
                editing.settle();
            }
            if editing.apply(&all, &surroundings()).is_err() {
                continue;
            }
            // A copy says of itself what the first says.
            let is_known = |mark: &Option<Value>| {
                let same = before.iter().filter(|(other, _)| other == mark);
                mark.is_some() && same.count() == 1
            };
            let after = told(&editing);
            for (mark, id) in &after {
                let copies = after.iter().filter(|(other, _)| other == mark).count();
                let had = before.iter().position(|(other, _)| other == mark);
                let Some(had) = had.filter(|_| is_known(mark) && copies == 1) else {
                    continue;
                };
                if by_hand.is_empty() {
                    assert_eq!(*id, before[had].1, "{edit:?}\n{text}\n{}", editing.text());
                }
            }
            if let Some(routine) = &editing.reading().routine {
                let read: Vec<_> = routine.exercises.iter().map(|it| &it.id).collect();
                let ids = editing.ids();
                assert_eq!(read, ids.iter().collect::<Vec<_>>(), "as the reader has it");
            }
        }
    }
}

/// Where an edit changes an id by hand.
fn by_hand(edit: &Edit) -> Box<dyn Iterator<Item = usize> + '_> {
    match edit {
        Edit::Set(field, _) | Edit::Unset(field) if field.key == "id" => {
            Box::new(field.part.exercise_index().into_iter())
        }
        Edit::Several(edits) => Box::new(edits.iter().flat_map(by_hand)),
        _ => Box::new(std::iter::empty()),
    }
}

#[test]
fn an_exercise_of_ones_own_does_not_take_the_past_of_a_later_one_of_its_name() {
    let text = "format = 1\ntitle = \"T\"\n\n[[exercise]]\nname = \"Knee\"\n\n[[exercise]]\nname = \"Squat\"\n";
    let mut editing = Editing::open(text.as_bytes(), &surroundings()).unwrap();
    let known = |id: &str| matches!(id, "knee" | "squat");
    let own = Item::Keys(vec![("name", Value::text("New exercise"))]);
    let add = editing.with_what_follows(Edit::add_exercise(1, own), known);
    editing.apply(&add, &surroundings()).unwrap();
    for typed in ["S", "Squat", "Squats"] {
        let name = Part::exercise(1).field("name");
        let edit = Edit::Set(name, Value::text(typed));
        let edit = editing.with_what_follows(edit, known);
        editing.apply(&edit, &surroundings()).unwrap();
        assert_eq!(editing.ids()[2], "squat", "{}", editing.text());
    }
    assert_eq!(editing.ids(), ["knee", "squats", "squat"]);
    assert!(!editing.text().contains("id ="), "{}", editing.text());
    let use_of_it = Edit::Set(Part::exercise(0).field("use"), Value::text("bridge"));
    let edit = editing.with_what_follows(use_of_it, known);
    editing.apply(&edit, &surroundings()).unwrap();
    assert_eq!(editing.ids()[0], "knee");
}

const GROUPS: &str = "format = 1\ntitle = \"T\"\n\n[[group]]\nname = \"Legs\"\nrounds = 3\n\n[[group]]\nname = \"Arms\"\nrounds = 2\n\n[[exercise]]\nname = \"A\"\ngroup = \"Legs\"\n\n[[exercise]]\nname = \"B\"\ngroup = \"Legs\"\n\n[[exercise]]\nname = \"C\"\ngroup = \"Arms\"\n\n[[exercise]]\nname = \"D\"\ngroup = \"Arms\"\n";

fn groups_after(editing: &mut Editing, edit: Edit) -> Vec<String> {
    let all = editing.with_what_follows(edit, |_| false);
    editing.apply(&all, &surroundings()).unwrap();
    let group = |at| editing.value(&Part::exercise(at).field("group"));
    let count = editing.count(&exercises());
    let groups = (0..count).map(group);
    groups
        .map(|group| group.map_or_else(String::new, |it| it.shown()))
        .collect()
}

#[test]
fn the_exercises_of_a_group_go_along_with_its_name_and_are_in_none_once_it_is_gone() {
    let mut editing = Editing::open(GROUPS.as_bytes(), &surroundings()).unwrap();
    let name = |at| Part::top().item("group", at).field("name");
    for typed in ["Legs a", "Legs at", "Arms", "Both"] {
        let set = Edit::Set(name(0), Value::text(typed));
        let groups = groups_after(&mut editing, set);
        let of_arms = [&groups[2], &groups[3]];
        assert_eq!(of_arms, ["Arms"; 2], "{typed}");
        let of_legs = if typed == "Arms" { "Legs" } else { typed };
        assert_eq!(groups[..2], [of_legs; 2], "{typed}");
    }
    assert_eq!(editing.reading().errors(), 0);
    editing.settle();
    // Without a name for a while.
    let empty = groups_after(&mut editing, Edit::Unset(name(0)));
    assert_eq!(empty[..2], ["Both"; 2]);
    editing.settle();
    let set = Edit::Set(name(0), Value::text("Hips"));
    assert_eq!(
        groups_after(&mut editing, set),
        ["Hips", "Hips", "Arms", "Arms"]
    );
    let remove = Edit::Remove {
        list: Part::top().field("group"),
        at: 1,
    };
    assert_eq!(groups_after(&mut editing, remove), ["Hips", "Hips", "", ""]);
    assert_eq!(editing.reading().errors(), 0);
    while editing.undoable().is_some() {
        editing.undo(&surroundings());
    }
    assert_eq!(editing.text(), GROUPS);
}

#[test]
fn what_is_put_between_two_of_a_group_is_one_of_them() {
    let library = |id: &str| Item::Library(id.to_owned());
    for (at, groups) in [
        (0, ["", "", "Legs", "Legs", "Arms", "Arms"]),
        (1, ["Legs"; 6]),
        (2, ["Legs", "Legs", "", "", "Arms", "Arms"]),
        (4, ["Legs", "Legs", "Arms", "Arms", "", ""]),
    ] {
        let mut editing = Editing::open(GROUPS.as_bytes(), &surroundings()).unwrap();
        let add = Edit::Several(vec![
            Edit::add_exercise(at, library("bridge")),
            Edit::add_exercise(at + 1, library("clamshell")),
        ]);
        let mut wanted = groups.map(str::to_owned);
        if at == 1 {
            wanted[4..].fill("Arms".to_owned());
        }
        assert_eq!(groups_after(&mut editing, add), wanted, "at {at}");
        assert_eq!(editing.reading().errors(), 0, "{}", editing.text());
        editing.undo(&surroundings());
        assert_eq!(editing.text(), GROUPS);
    }
}

#[test]
fn an_exercise_that_is_moved_or_given_a_group_stays_with_its_own_or_is_of_another() {
    let (a, b, c, d) = (0, 1, 2, 3);
    let set =
        |at: usize, group: &str| Edit::Set(Part::exercise(at).field("group"), Value::text(group));
    let none = |at: usize| Edit::Unset(Part::exercise(at).field("group"));
    let cases = [
        // Between two of another group.
        (Edit::move_exercise(b, 2), "A Legs, C Arms, B Arms, D Arms"),
        // Away from its own.
        (Edit::move_exercise(a, 3), "B Legs, C Arms, D Arms, A"),
        // Beside its own.
        (Edit::move_exercise(a, 1), "B Legs, A Legs, C Arms, D Arms"),
        (set(a, "Arms"), "B Legs, A Arms, C Arms, D Arms"),
        (set(d, "Legs"), "A Legs, B Legs, D Legs, C Arms"),
        (none(a), "A, B Legs, C Arms, D Arms"),
        (none(c), "A Legs, B Legs, C, D Arms"),
    ];
    for (edit, wanted) in cases {
        let mut editing = Editing::open(GROUPS.as_bytes(), &surroundings()).unwrap();
        groups_after(&mut editing, edit.clone());
        assert_eq!(told_with_groups(&editing), wanted, "{edit:?}");
        editing.undo(&surroundings());
        assert_eq!(editing.text(), GROUPS, "undone as one");
    }
    // Out of the middle of three it goes behind them.
    let mut editing = Editing::open(GROUPS.as_bytes(), &surroundings()).unwrap();
    groups_after(&mut editing, set(c, "Legs"));
    let all = editing.with_what_follows(none(b), |_| false);
    assert_eq!(all.place_after(b), Some(2));
    groups_after(&mut editing, none(b));
    assert_eq!(told_with_groups(&editing), "A Legs, C Legs, B, D Arms");
    // What is chosen next is chosen for the exercise that is there now.
    groups_after(&mut editing, set(b, "Arms"));
    assert_eq!(told_with_groups(&editing), "A Legs, B, C Arms, D Arms");
}

fn told_with_groups(editing: &Editing) -> String {
    let exercises = (0..editing.count(&exercises())).map(|at| {
        let text = |key| {
            editing
                .value(&Part::exercise(at).field(key))
                .map(|it| it.shown())
        };
        [text("name"), text("group")]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    });
    exercises.collect::<Vec<_>>().join(", ")
}

#[test]
fn no_edit_takes_a_group_apart() {
    let mut rng = Rng::with_seed(32);
    for _ in 0..ROUNDS {
        let mut editing = Editing::open(GROUPS.as_bytes(), &surroundings()).unwrap();
        for _ in 0..6 {
            let count = editing.count(&exercises());
            let at = rng.usize(..count.max(1));
            let group = Part::exercise(at).field("group");
            let edit = match rng.u8(..8) {
                0 | 1 => Edit::move_exercise(at, rng.usize(..count.max(1))),
                2 | 3 => Edit::Set(group, Value::text(pick(&mut rng, &["Legs", "Arms"]))),
                4 => Edit::Unset(group),
                5 => Edit::add_exercise(at, Item::Library("bridge".to_owned())),
                6 => Edit::duplicate_exercise(at),
                _ => Edit::remove_exercise(at),
            };
            let before = editing.text().to_owned();
            let all = editing.with_what_follows(edit.clone(), |_| true);
            if editing.apply(&all, &surroundings()).is_err() {
                continue;
            }
            let apart = editing.reading().diagnostics.iter();
            let apart = apart
                .filter(|it| it.mistake.code() == "group-apart")
                .count();
            assert_eq!(apart, 0, "{edit:?}\n{before}\n---\n{}", editing.text());
        }
    }
}

#[test]
fn an_edit_says_where_each_exercise_is_after_it() {
    let mut rng = Rng::with_seed(33);
    for _ in 0..ROUNDS {
        let text = routine(&mut rng);
        let mut editing = Editing::open(text.as_bytes(), &surroundings()).unwrap();
        let before = editing.count(&exercises());
        let mark = |editing: &Editing, at| editing.value(&Part::exercise(at).field("caution"));
        let marks: Vec<_> = (0..before).map(|at| mark(&editing, at)).collect();
        let edit = edit(&mut rng, before);
        if editing.apply(&edit, &surroundings()).is_err() {
            continue;
        }
        for (at, was) in marks.into_iter().enumerate() {
            let now = edit.place_after(at).map(|at| mark(&editing, at));
            let stays = !matches!(edit, Edit::Remove { at: gone, .. } if gone == at);
            assert_eq!(now, stays.then_some(was), "{edit:?} {at}\n{text}");
        }
    }
}
