//! When it hurt: sessions that were put off, each time that the person said so, and the day after.

use super::Page;
use crate::document::{Block, Paragraph, Run, Tone};
use crate::history::{Hurt, NotBegun, RecordedSession, WhyNot};
use crate::routine::Side;
use crate::session::Answer;
use crate::text::{capital, printable};
use crate::words::{List, Message};

/// The most sessions that were put off that are told one by one.
const MOST: usize = 3;

impl Page<'_> {
    /// Nothing where nothing of this is recorded, or the person does not want it to be told.
    pub(super) fn hurts(&self) -> Vec<Block> {
        if !self.asked.with_pain {
            return Vec::new();
        }
        let told = [
            self.put_off_told(),
            self.hurts_told(),
            self.above_told(),
            self.next_day_told(),
        ];
        let told: Vec<_> = told.into_iter().flatten().collect();
        if told.is_empty() {
            return Vec::new();
        }
        // In one paragraph, as wide as the page: twelve weeks of a routine stay on one.
        let heading = self.get("record-report-hurts").and(" ");
        vec![Block::Paragraph(Paragraph {
            tone: Tone::Plain,
            runs: vec![Run::Strong(heading), Run::Text(told.join(" ").into())],
        })]
    }

    /// What of this is left out where the person does not want it to be told.
    pub(super) fn hurts_left_out(&self) -> Vec<Message> {
        let count = |id, count: usize| (count > 0).then(|| Message::new(id).with("count", count));
        let all = [
            count("record-report-leaves-put-off", self.put_off.len()),
            count("record-report-leaves-hurts", self.all_hurts().count()),
            count("record-report-leaves-next-day", self.next_days().count()),
        ];
        all.into_iter().flatten().collect()
    }

    fn all_hurts(&self) -> impl Iterator<Item = &Hurt> {
        self.sessions.iter().flat_map(|session| &session.hurts)
    }

    /// The sessions of which it is known how it felt on a later day, newest first.
    fn next_days(&self) -> impl Iterator<Item = (&RecordedSession, u8)> + Clone {
        let sessions = self.sessions.iter();
        sessions.filter_map(|session| Some((*session, session.next_day.as_ref()?.0)))
    }

    /// "Put off for pain, 3 times: 25 Nov, pain 9 above the limit of 5; …".
    fn put_off_told(&self) -> Option<String> {
        let each = self.put_off.iter().take(MOST).map(|it: &&NotBegun| {
            let WhyNot::PainAboveLimit { limit } = it.why;
            let date = self.short_date(it.time.date());
            let told = match it.pain_before {
                Some(pain) => Message::new("record-report-put-off-at").with("pain", pain),
                None => Message::new("record-report-put-off-above"),
            };
            let told = told.with("date", date).with("limit", limit);
            self.words.message(&told)
        });
        self.counted("record-report-put-off", self.put_off.len(), each.collect())
    }

    /// "It hurt 28 times, in 14 sessions: Knee to chest, left 14; …. The person went on 20 times, …".
    fn hurts_told(&self) -> Option<String> {
        // Of each exercise how often on the left, on the right, and without a side.
        let mut places: Vec<(&str, &str, [usize; 3])> = Vec::new();
        let mut answers = [0_usize; 5];
        for hurt in self.all_hurts() {
            let known = places.iter().position(|it| *it.0 == *hurt.exercise);
            let at = known.unwrap_or_else(|| {
                places.push((&hurt.exercise, &hurt.name, [0; 3]));
                places.len() - 1
            });
            places[at].2[match hurt.side {
                Some(Side::Left) => 0,
                Some(Side::Right) => 1,
                None => 2,
            }] += 1;
            answers[match hurt.answer {
                Some(Answer::WentOn) => 0,
                Some(Answer::Easier) => 1,
                Some(Answer::Skipped) => 2,
                Some(Answer::Ended) => 3,
                None => 4,
            }] += 1;
        }
        if places.is_empty() {
            return None;
        }
        places.sort_by_key(|it| std::cmp::Reverse(it.2.iter().sum::<usize>()));
        let place = |(_, name, [left, right, none]): &(&str, &str, [usize; 3])| {
            let of_side = |id, count: usize| {
                let told = Message::new(id).with("count", count);
                (count > 0).then(|| self.words.message(&told))
            };
            let of_sides = [
                of_side("record-report-hurts-left", *left),
                of_side("record-report-hurts-right", *right),
            ];
            let mut parts: Vec<_> = of_sides.into_iter().flatten().collect();
            let bare = Message::new("record-report-hurts-bare")
                .with("name", printable(name))
                .with("count", *none);
            let name = if *none > 0 {
                self.words.message(&bare)
            } else {
                printable(name)
            };
            parts.insert(0, name);
            self.words.list(List::Parts, parts)
        };
        let places: Vec<_> = places.iter().map(place).collect();
        let sessions = self.sessions.iter().filter(|it| !it.hurts.is_empty());
        let told = Message::new("record-report-hurts-told")
            .with("count", self.all_hurts().count())
            .with("sessions", sessions.count())
            .with("where", places.join("; "));
        let ids = [
            "record-report-hurts-went-on",
            "record-report-hurts-easier",
            "record-report-hurts-skipped",
            "record-report-hurts-ended",
            "record-report-hurts-none",
        ];
        let answers = ids.into_iter().zip(answers).filter(|(_, count)| *count > 0);
        let answers = answers.map(|(id, count)| {
            let count = Message::new(id).with("count", count);
            self.words.message(&count)
        });
        let answers = capital(&self.words.list(List::Parts, answers));
        Some(format!("{} {answers}.", self.words.message(&told)))
    }

    /// "Pain above the limit afterwards, 2 times.".
    fn above_told(&self) -> Option<String> {
        let above = self.sessions.iter().filter(|it| {
            let both = it.pain_after.zip(it.pain_limit);
            both.is_some_and(|(pain, limit)| pain > limit)
        });
        let count = above.count();
        let told = Message::new("record-report-above").with("count", count);
        (count > 0).then(|| self.words.message(&told))
    }

    /// "The day after, 3 answers: pain from 1 to 4.".
    fn next_day_told(&self) -> Option<String> {
        let pains = self.next_days().map(|(_, pain)| pain);
        let (least, most) = (pains.clone().min()?, pains.clone().max()?);
        let count = pains.count();
        let told = if count > 1 && least == most {
            Message::new("record-report-next-day-same").with("pain", most)
        } else {
            let told = Message::new("record-report-next-day");
            told.with("least", least).with("most", most)
        };
        Some(self.words.message(&told.with("count", count)))
    }

    /// What there is of a kind, of which these are told one by one.
    fn counted(&self, id: &'static str, count: usize, mut each: Vec<String>) -> Option<String> {
        if count == 0 {
            return None;
        }
        let more = count.saturating_sub(each.len());
        if more > 0 {
            let more = Message::new("record-report-and-more").with("count", more);
            each.push(self.words.message(&more));
        }
        let told = Message::new(id)
            .with("count", count)
            .with("each", each.join("; "));
        Some(self.words.message(&told))
    }
}
