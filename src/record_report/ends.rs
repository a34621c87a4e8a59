//! How sessions ended before their end, and what the person wrote.

use jiff::civil::Date;

use super::{Page, charts};
use crate::document::{Block, Level, Paragraph, Run, Tone};
use crate::history::{RecordedSession, SessionOutcome};
use crate::report;
use crate::routine::Side;
use crate::session::StopReason;
use crate::text::{capital, printable};
use crate::words::{List, Message};

/// The most sessions that are told one by one.
const MOST: usize = 6;
/// The most notes: the newest say most about how it is now, and all of it fits on a page.
const MOST_NOTES: usize = 3;

impl Page<'_> {
    /// Those that ended because it hurt, one by one; of all others, how many for each reason.
    pub(super) fn ends(&self) -> Vec<Block> {
        let is_early = |it: &&&RecordedSession| it.outcome != SessionOutcome::Completed;
        let early: Vec<_> = self.sessions.iter().filter(is_early).collect();
        let in_pain = early.iter().filter(|it| it.ended_in_pain());
        let in_pain: Vec<_> = in_pain.collect();
        let heading = Message::new("record-report-early").with("count", early.len());
        let mut blocks = vec![Block::Heading(Level::Two, self.say(&heading))];
        for session in in_pain.iter().take(MOST) {
            let hurts = session.hurts.iter().map(|hurt| {
                let side = match hurt.side {
                    Some(Side::Left) => "left",
                    Some(Side::Right) => "right",
                    None => "none",
                };
                let told = Message::new("record-report-hurt")
                    .with("name", printable(&hurt.name))
                    .with("side", side);
                self.words.message(&told)
            });
            let mut said: Vec<String> = hurts.collect();
            if said.is_empty() {
                said.push(self.words.get("record-report-stopped-pain"));
            }
            if self.asked.with_pain {
                let pain = report::pain(session.pain_before, session.pain_after);
                said.extend(pain.map(|pain| {
                    let pain = Message::new("handout-signs").with("signs", pain);
                    capital(&self.words.message(&pain))
                }));
            }
            blocks.push(self.dated(session, said.join(" ")));
        }
        let more = in_pain.len().saturating_sub(MOST);
        let mut counts = Vec::new();
        let mut count = |id, count: usize| {
            if count > 0 {
                let told = Message::new(id).with("count", count);
                counts.push(self.words.message(&told));
            }
        };
        count("record-report-more-pain", more);
        for (id, outcome) in [
            (
                "record-report-no-time",
                SessionOutcome::Stopped(StopReason::NoTime),
            ),
            (
                "record-report-other",
                SessionOutcome::Stopped(StopReason::Other),
            ),
            ("record-report-cut-off", SessionOutcome::Interrupted),
        ] {
            let those = early.iter();
            let those = those.filter(|it| it.outcome == outcome && !it.ended_in_pain());
            count(id, those.count());
        }
        if !counts.is_empty() {
            let counts = self.words.list(List::Facts, counts);
            let counts = Paragraph::new(Tone::Plain, counts);
            blocks.push(Block::Paragraph(counts));
        }
        if blocks.len() == 1 {
            let none = self.get("record-report-none");
            blocks.push(Block::Paragraph(Paragraph::new(Tone::Quiet, none)));
        }
        blocks
    }

    /// Those that are told, newest first, and how many are not.
    pub(super) fn chosen_notes(&self) -> (Vec<(&RecordedSession, String)>, usize) {
        let mut notes: Vec<_> = self
            .sessions
            .iter()
            .filter_map(|session| {
                let note = session.note.as_deref()?;
                let lines = note.lines().map(printable);
                let note = lines.collect::<Vec<_>>().join(" ");
                (!note.trim().is_empty()).then_some((*session, note))
            })
            .collect();
        let all = notes.len();
        notes.truncate(if self.asked.with_notes { MOST_NOTES } else { 0 });
        let left = all - notes.len();
        (notes, left)
    }

    /// `None` where there is none to tell.
    pub(super) fn notes(&self) -> Option<Vec<Block>> {
        let (notes, _) = self.chosen_notes();
        if notes.is_empty() {
            return None;
        }
        let mut blocks = vec![self.heading("record-report-notes")];
        for (session, note) in notes {
            let quoted = Message::new("record-report-quoted").with("note", note);
            blocks.push(self.dated(session, self.words.message(&quoted)));
        }
        Some(blocks)
    }

    /// "7 Sep", with its year where the report is of more than one.
    pub(super) fn short_date(&self, date: Date) -> String {
        let span = self.summary.span;
        if span.from.year() == span.to.year() {
            charts::day(self.words, date)
        } else {
            self.date(date)
        }
    }

    fn dated(&self, session: &RecordedSession, text: String) -> Block {
        let date = self.short_date(session.started.date());
        let date = Message::new("record-report-on").with("date", date);
        Block::Paragraph(Paragraph {
            tone: Tone::Plain,
            runs: vec![
                Run::Strong(self.say(&date).and(" ")),
                Run::Text(text.into()),
            ],
        })
    }
}
