//! On which days a session of a routine is due.

use jiff::civil::Date;

use super::schedule::end;
use super::{Rhythm, Routine, Schedule};

/// When sessions are due, as the file says at some time. The record keeps it with each session, so that a
/// new version of the file changes nothing of what was due before.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Due {
    /// That of the routine, where any exercise goes by it, and those that exercises have of their own: a
    /// session is due when it is by any of them. Empty where the file names no days and no times.
    pub rhythms: Vec<Rhythm>,
    /// On which the programme begins; without it, with the first session.
    pub first_day: Option<Date>,
    /// How long the programme lasts.
    pub weeks: Option<u32>,
    /// On which it ends.
    pub last_day: Option<Date>,
}

impl Due {
    /// The last day of the programme, if it has one and that is known.
    pub fn ends_on(&self, first_session: Option<Date>) -> Option<Date> {
        end(self.first_day, self.weeks, self.last_day, first_session)
    }

    fn of(routine: &Routine) -> Self {
        let schedule = &routine.schedule;
        let own = routine.exercises.iter().map(|it| it.rhythm.as_ref());
        let mut rhythms: Vec<Rhythm> = Vec::new();
        for rhythm in own {
            let of_all = || schedule.rhythm();
            let rhythm = rhythm.cloned().unwrap_or_else(of_all);
            if !rhythms.contains(&rhythm) {
                rhythms.push(rhythm);
            }
        }
        let has_own = routine.exercises.iter().any(|it| it.rhythm.is_some());
        let is_free = !has_own && *schedule == Schedule::default();
        Self {
            rhythms: if is_free { Vec::new() } else { rhythms },
            first_day: schedule.first_day,
            weeks: schedule.weeks,
            last_day: schedule.last_day,
        }
    }
}

impl Routine {
    /// When its sessions are due; of a [`part`](Self::part) of it, when those of the whole are.
    pub fn due(&self) -> Due {
        let of_whole = self.due_of_whole.as_deref();
        of_whole.cloned().unwrap_or_else(|| Due::of(self))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::Weekday;

    use super::super::Exercise;
    use super::*;

    #[test]
    fn a_part_of_a_routine_is_due_when_the_whole_is() {
        let rhythm = |day| Rhythm {
            times_a_day: 1,
            days: vec![day],
            days_per_week: None,
            days_between: 0,
        };
        let exercise = |id: &str, day| Exercise {
            rhythm: Some(rhythm(day)),
            ..Exercise::new(id, id)
        };
        let exercises = vec![
            exercise("squat", Weekday::Monday),
            exercise("row", Weekday::Thursday),
        ];
        let whole = Routine::new("strength", "Strength", exercises);
        let expected = [rhythm(Weekday::Monday), rhythm(Weekday::Thursday)];
        assert_eq!(whole.due().rhythms, expected);
        let part = whole.part(1, |index| index == 0);
        assert_eq!(part.exercises.len(), 1);
        assert_eq!(part.due(), whole.due());
        assert_eq!(part.part(1, |_| true).due(), whole.due());
    }
}
