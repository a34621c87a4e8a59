//! Reads the groups of a file, `[[group]]`, and which exercises belong to them.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::count::Count;
use super::keys;
use super::mistake::{GroupFault, Mistake};
use super::section::Section;
use super::suggest;
use super::{Exercise, ExerciseGroup, defaults};
use crate::tables::{Findings, Kind};
use crate::text::shown;

/// The groups of a file.
#[derive(Default)]
pub(super) struct Groups(Vec<Written>);

/// One of them, with where it says what.
struct Written {
    group: Arc<ExerciseGroup>,
    name: Range<usize>,
    rounds: Range<usize>,
    choose: Range<usize>,
}

impl Groups {
    pub(super) fn read(root: &Section<'_>) -> Self {
        let tables = root.value("group").and_then(|it| it.list(Kind::Tables));
        let mut groups = Self::default();
        for table in tables.unwrap_or_default() {
            let section = table.table_of_list(&keys::GROUP);
            let written = section.and_then(|section| read_one(&section));
            let Some(written) = written else {
                continue;
            };
            if groups.find(&written.group.name).is_some() {
                let name = shown(&written.group.name);
                note(root, GroupFault::NameTwice { name }, written.name);
            } else {
                groups.0.push(written);
            }
        }
        groups
    }

    fn find(&self, name: &str) -> Option<&Written> {
        self.0.iter().find(|written| written.group.name == name)
    }

    /// The group that an exercise names.
    pub(super) fn named_by(&self, exercise: &Section<'_>) -> Option<Arc<ExerciseGroup>> {
        let name = exercise.text("group")?;
        if let Some(written) = self.find(name.get_ref()) {
            return Some(Arc::clone(&written.group));
        }
        let names: Vec<&str> = self.0.iter().map(|it| it.group.name.as_str()).collect();
        let fault = GroupFault::Unknown {
            name: shown(name.get_ref()),
            near: suggest::name_like(name.get_ref(), &names).map(shown),
        };
        note(exercise, fault, name.span());
        None
    }

    /// Notes what is wrong with which exercises belong together. Of each exercise it is told which group it
    /// belongs to, and where it says so.
    pub(super) fn compare(
        &self,
        members: &[(Option<&str>, Range<usize>)],
        findings: &Findings<'_, Mistake>,
    ) {
        let note = |fault, span| findings.note(Mistake::Group(fault), span);
        let mut left = BTreeSet::new();
        let mut now: Option<&str> = None;
        for (group, span) in members {
            if *group != now {
                left.extend(now);
            }
            if let Some(name) = group.filter(|name| left.contains(name)) {
                note(GroupFault::Apart { name: shown(name) }, span.clone());
            }
            now = *group;
        }
        for written in &self.0 {
            let group = &written.group;
            let is_of_it = |member: &&(Option<&str>, _)| member.0 == Some(&*group.name);
            let count = members.iter().filter(is_of_it).count();
            let name = || shown(&group.name);
            if count == 0 {
                note(GroupFault::Empty { name: name() }, written.name.clone());
            } else if count == 1 && group.has_rounds() {
                note(
                    GroupFault::OneExercise { name: name() },
                    written.rounds.clone(),
                );
            }
            let chooses_all = |choose: &u32| count > 0 && *choose as usize >= count;
            if let Some(choose) = group.choose.filter(chooses_all) {
                let fault = GroupFault::NothingToChoose { choose, count };
                note(fault, written.choose.clone());
            }
        }
    }
}

fn note(section: &Section<'_>, fault: GroupFault, span: Range<usize>) {
    section.note(Mistake::Group(fault), span);
}

/// `None` of one without a name, which has a mistake already.
fn read_one(section: &Section<'_>) -> Option<Written> {
    let name = section.required_text("name");
    let rounds = section.count("rounds");
    let rest = section.duration("rest_between_rounds");
    let choose = section.whole("choose");
    let count = rounds.map_or(Count::of(defaults::ROUNDS), Spanned::into_inner);
    if let Some(rest) = rest.as_ref().filter(|_| count.most == 1) {
        note(section, GroupFault::RestWithoutRounds, rest.span());
    }
    let name = name?;
    Some(Written {
        name: name.span(),
        rounds: section.key_span("rounds"),
        choose: section.key_span("choose"),
        group: Arc::new(ExerciseGroup {
            name: name.into_inner(),
            rounds: count.least,
            more_rounds: count.more(),
            rest_between_rounds: rest.map_or(defaults::REST_BETWEEN_ROUNDS, Spanned::into_inner),
            choose: choose.map(Spanned::into_inner),
        }),
    })
}

/// Has an exercise take the rounds of its circuit for its sets, where it is a part of one.
pub(super) fn join(section: &Section<'_>, exercise: Exercise) -> Exercise {
    let Some(group) = exercise.group.clone() else {
        return exercise;
    };
    if group.has_rounds() {
        for span in written_sets(section) {
            note(section, GroupFault::SetsInCircuit, span);
        }
        if section.has_own("rest_between_sets") {
            let span = section.key_span("rest_between_sets");
            note(section, GroupFault::RestInCircuit, span);
        }
    }
    exercise.in_group(&group)
}

/// Where an exercise itself says of sets, for both sides, for one or for a week, that there are several.
/// One set in each round is what is meant: templates list every key.
fn written_sets(section: &Section<'_>) -> Vec<Range<usize>> {
    let sets = |table: &DeTable<'_>| {
        let sets = table.get("sets")?;
        is_several(sets.get_ref()).then(|| sets.span())
    };
    let own = section.has_own("sets").then(|| section.count("sets"));
    let own = own.flatten().filter(|sets| sets.get_ref().most > 1);
    let of_sides = ["left", "right"].into_iter().filter_map(|side| {
        let dose = section.value(side).filter(|dose| dose.is_own())?;
        sets(dose.content().as_table()?)
    });
    let steps = section.value("step").filter(|steps| steps.is_own());
    let steps = steps.and_then(|steps| steps.content().as_array());
    let steps = steps.into_iter().flatten();
    let steps = steps.filter_map(|step| step.get_ref().as_table());
    let of_steps = steps.flat_map(|step| {
        let sides = ["left", "right"].map(|side| step.get(side)?.get_ref().as_table());
        [Some(step), sides[0], sides[1]]
    });
    let of_steps = of_steps.flatten().filter_map(sets);
    let own = own.map(|sets| sets.span());
    own.into_iter().chain(of_sides).chain(of_steps).collect()
}

fn is_several(sets: &DeValue<'_>) -> bool {
    match sets {
        DeValue::Integer(number) => u32::from_str_radix(number.as_str(), number.radix()) != Ok(1),
        DeValue::String(text) => Count::read(text).is_some_and(|count| count.most > 1),
        _ => false,
    }
}
