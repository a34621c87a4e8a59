//! Which routines are shown on Today, in which order.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::day::{Day, Dose, Selection};
use crate::library::{Entry, Notice, Origin, shared_titles};
use crate::ui::today::Card;

/// Today shows at least so many routines, with suggestions after the person's own.
const FEWEST: usize = 3;

/// The names of the person's own files that can't be used as they are.
pub(super) fn broken(entries: &[Entry]) -> Vec<String> {
    let broken = entries.iter().filter(|entry| !entry.is_current);
    broken.filter_map(Entry::file).collect()
}

/// The routines of a day in the order of their rank. The person's own are always among them, those
/// shipped if they were done lately, and others to suggest where these are few. Of files that share
/// an id the first has the card: it is the one that begins, and the day counts it once.
pub(super) fn of<'a>(day: &Day, entries: &'a [Entry]) -> Vec<Card<'a>> {
    let mut ids = BTreeSet::new();
    let shared = shared_titles(entries);
    let cards = entries.iter().filter_map(|entry| card(day, entry, &shared));
    let cards = cards.filter(|card| ids.insert(card.routine.id.as_str()));
    let (mut suggested, mut cards): (Vec<_>, Vec<_>) =
        cards.partition(|card| matches!(card.standing.dose, Dose::Suggested { .. }));
    suggested.sort_by_key(Card::rank);
    let room = FEWEST.saturating_sub(cards.len());
    cards.extend(suggested.into_iter().take(room));
    cards.sort_by_key(Card::rank);
    cards
}

fn card<'a>(day: &Day, entry: &'a Entry, shared_titles: &BTreeSet<&str>) -> Option<Card<'a>> {
    let routine = entry.routine.as_ref()?;
    let Selection { routine: part, .. } = day.selection(routine);
    let shipped = entry.origin == Origin::Shipped;
    Some(Card {
        routine,
        part: (!Arc::ptr_eq(&part, routine)).then_some(part),
        shipped,
        folder: entry.folder(),
        file: entry
            .file()
            .filter(|_| shared_titles.contains(routine.title.as_str())),
        changed_file: entry.file().filter(|_| !entry.is_current),
        twin: entry
            .notices
            .iter()
            .find(|note| matches!(note, Notice::SharedId { .. } | Notice::ShippedId { .. })),
        standing: day.standing(routine, shipped),
    })
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::sync::Arc;

    use jiff::Zoned;
    use jiff::civil::Weekday;

    use super::*;
    use crate::day::{Limit, Rank, Rest};
    use crate::history::{History, RecordedSession, SessionOutcome};
    use crate::routine::{Exercise, Routine};
    use crate::session::StopReason;

    /// On a Sunday at noon.
    fn now() -> Zoned {
        let noon = jiff::civil::date(2026, 11, 22).at(12, 0, 0, 0);
        noon.to_zoned(jiff::tz::TimeZone::UTC).unwrap()
    }

    fn entry(id: &str, origin: Origin, change: impl FnOnce(&mut Routine)) -> Entry {
        let mut routine = Routine::new(id, id, vec![Exercise::new("knee", "Knee to chest")]);
        routine.schedule.times_per_day = Some(2);
        routine.safety.pain_limit = Some(3);
        change(&mut routine);
        Entry {
            origin,
            routine: Some(Arc::new(routine)),
            is_current: true,
            diagnostics: Vec::new(),
            more: 0,
            notices: Vec::new(),
            earlier: None,
        }
    }

    fn own(id: &str, change: impl FnOnce(&mut Routine)) -> Entry {
        entry(id, Origin::Own(PathBuf::from(id)), change)
    }

    fn shipped(id: &str) -> Entry {
        entry(id, Origin::Shipped, |_| {})
    }

    #[test]
    fn routines_of_one_title_are_told_apart_by_their_files() {
        let titled = |id, title: &str| own(id, |routine| routine.title = title.to_owned());
        let entries = [
            titled("a.toml", "Back"),
            titled("b.toml", "Back"),
            titled("c.toml", "Hips"),
        ];
        let day = Day::new(now().date());
        let cards = of(&day, &entries);
        let files: Vec<_> = cards.iter().map(|card| card.file.as_deref()).collect();
        assert_eq!(files, [Some("a.toml"), Some("b.toml"), None]);
    }

    fn order(day: &Day, entries: &[Entry]) -> Vec<String> {
        let cards = of(day, entries);
        cards.iter().map(|card| card.routine.id.clone()).collect()
    }

    #[test]
    fn what_is_not_for_today_comes_after_all_that_could_be_done() {
        let day = Day::new(now().date());
        let monday = own("monday", |routine| {
            routine.schedule.days = vec![Weekday::Monday];
        });
        let entries = [monday, own("daily", |_| {}), shipped("a"), shipped("b")];
        assert_eq!(order(&day, &entries), ["daily", "a", "monday"]);
        assert_eq!(order(&day, &entries[..1]), ["monday"]);
    }

    #[test]
    fn files_that_share_an_id_have_one_card_that_says_so() {
        let day = Day::new(now().date());
        let twin = |file: &str| {
            let mut entry = own("back", |_| {});
            entry.origin = Origin::Own(PathBuf::from(file));
            entry.notices = vec![Notice::SharedId {
                id: "back".to_owned(),
                file: "c.toml".to_owned(),
            }];
            entry
        };
        let entries = [twin("a.toml"), twin("b.toml"), own("neck", |_| {})];
        assert_eq!(order(&day, &entries), ["back", "neck"]);
        let reported = of(&day, &entries)
            .iter()
            .map(|card| card.twin.is_some())
            .collect::<Vec<_>>();
        assert_eq!(reported, [true, false]);
    }

    #[test]
    fn what_is_meant_for_the_day_is_suggested_first() {
        let day = Day::new(now().date());
        let monday = entry("monday", Origin::Shipped, |routine| {
            routine.schedule.days = vec![Weekday::Monday];
        });
        let entries = [monday, shipped("daily")];
        assert_eq!(order(&day, &entries), ["daily", "monday"]);
        let doses: Vec<_> = of(&day, &entries)
            .iter()
            .map(|card| card.standing.dose)
            .collect();
        let suggested = [true, false].map(|for_today| Dose::Suggested { for_today });
        assert_eq!(doses, suggested);
    }

    #[test]
    fn after_pain_a_routine_rests_for_the_whole_day_and_comes_last() {
        let limit = Limit::Authors(3);
        let above = Rest::AboveLimit { pain: 4, limit };
        let pain = StopReason::Pain;
        // The sessions of the day, newest first: why each was stopped, and the pain after it.
        for (sessions, rest) in [
            (vec![(None, None)], None),
            (vec![(None, Some(3))], None),
            (vec![(Some(StopReason::NoTime), None)], None),
            (vec![(None, Some(4))], Some(above)),
            (vec![(Some(pain), None)], Some(Rest::Stopped)),
            (vec![(Some(pain), Some(4))], Some(Rest::Stopped)),
            (vec![(None, Some(0)), (None, Some(4))], Some(above)),
            (
                vec![(None, Some(0)), (Some(pain), None)],
                Some(Rest::Stopped),
            ),
            (
                vec![(None, Some(4)), (Some(pain), None)],
                Some(Rest::Stopped),
            ),
        ] {
            let history = History {
                sessions: sessions
                    .iter()
                    .map(|&(why, after)| session(why, after).into())
                    .collect(),
                ..History::default()
            };
            let day = history.day(&now(), None);
            let entries = [own("back", |_| {}), own("neck", |_| {}), shipped("a")];
            let cards = of(&day, &entries);
            let back = cards.iter().find(|card| card.routine.id == "back");
            assert_eq!(back.unwrap().standing.rest, rest, "{sessions:?}");
            let last = order(&day, &entries).pop().unwrap();
            assert_eq!(last == "back", rest.is_some(), "{sessions:?}");
            let due = cards.iter().filter(|card| card.rank() == Rank::Due);
            let next = if rest.is_some() { 0 } else { 2 };
            assert_eq!(due.count(), next, "{sessions:?}: none is offered as next");
        }
    }

    fn session(stopped: Option<StopReason>, pain_after: Option<u8>) -> RecordedSession {
        let outcome = stopped.map_or(SessionOutcome::Completed, SessionOutcome::Stopped);
        let mut session = RecordedSession::sample("back", now(), outcome);
        session.pain_after = pain_after;
        session.pain_limit = Some(3);
        session
    }
}
