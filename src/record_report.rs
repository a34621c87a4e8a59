//! The record as a page for a clinic: how much of what was due was done, how the pain moved, and why things were left
//! out. All figures are those of [`crate::summary`], as the window and the terminal have them.

mod charts;
mod ends;
pub mod fhir;
mod hurts;

use std::sync::Arc;

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use crate::dates;
use crate::document::{
    Block, Cell, Document, Level, Paragraph, Picture, Row, Run, Sight, Split, Table, TableKind,
    Text, Tone,
};
use crate::facts;
use crate::figure::Moment;
use crate::history::{History, NotBegun, Past, RecordedSession, RoutineRef};
use crate::progress::Share;
use crate::report::{self, summary as told};
use crate::routine::{Due, Routine};
use crate::summary::{ExerciseSum, LEFT_ALONE_DAYS, Period, Question, Span, Summary};
use crate::text::{capital, printable};
use crate::words::{List, Message, Words};

/// What a person wants to have told, and to whom it belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub span: Span,
    /// The id of the one routine that it is about; without one it is about all.
    pub routine: Option<String>,
    /// Whose record it is, if they want it to be seen.
    pub name: Option<String>,
    pub with_notes: bool,
    /// Whether the numbers that were given for pain are told.
    pub with_pain: bool,
    pub today: Date,
    /// On which weeks begin where the person is.
    pub first_weekday: Weekday,
}

/// The time that it is about where nothing else is said.
pub const USUAL: Period = Period::Weeks(12);

/// The days of a report up to `to`: none of them is from before the first session.
pub fn span(history: &History, period: Period, to: Date, first_weekday: Weekday) -> Span {
    let span = period.span(history.begins(to), to, first_weekday);
    history.span(span.from, to)
}

/// The page, in the person's language. `routines` are those that the library has: of them are the figures, the author,
/// and the schedule of a session that is older than the schedules in the record. `None` if nothing in the span is on
/// record, and nothing is known to have been due.
pub fn document(
    words: &Words,
    history: &History,
    routines: &[Arc<Routine>],
    asked: &Asked,
) -> Option<Document> {
    let in_span = |session: &&RecordedSession| {
        let routine = asked.routine.as_deref();
        let is_asked = routine.is_none_or(|id| *id == *session.routine.id);
        is_asked && asked.span.has(session.started.date())
    };
    let sessions = history.sessions.iter().map(|session| &**session);
    let sessions: Vec<_> = sessions.filter(in_span).collect();
    let counted = sessions.iter().copied().filter(|it| it.counts());
    let counted: Vec<_> = counted.collect();
    let past = history.past().into_iter().filter(|past| {
        let is_asked = asked.routine.as_deref();
        let is_asked = is_asked.is_none_or(|id| *id == *past.routine().id);
        let counts = matches!(past, Past::NotBegun(_)) || counted_at(past);
        is_asked && counts && past.time().date() <= asked.span.to
    });
    let past: Vec<_> = past.collect();
    let in_span = past
        .iter()
        .filter(|past| asked.span.has(past.time().date()));
    let mut of_span: Vec<_> = in_span.copied().collect();
    // What was done shortly before may have been due, and nothing of it was done.
    let lately = asked.span.from.saturating_sub(LEFT_ALONE_DAYS.days());
    let is_of_one = past
        .iter()
        .filter(|past| past.time().date() >= lately)
        .all(|other| other.routine().id == past[0].routine().id);
    if of_span.is_empty() {
        of_span = past;
    }
    let last = of_span.first()?.routine();
    let dues: Vec<_> = routines.iter().map(|it| (&it.sha256, it.due())).collect();
    let due_of = |routine: &RoutineRef| -> Option<&Due> {
        let found = dues.iter().find(|(sha256, _)| **sha256 == *routine.sha256);
        found.map(|(_, due)| due)
    };
    // A record of one routine is told as a report about it.
    let id = asked.routine.clone();
    let id = id.or_else(|| is_of_one.then(|| last.id.to_string()));
    let question = Question {
        span: asked.span,
        routine: id.as_deref(),
        today: asked.today,
        first_weekday: asked.first_weekday,
    };
    let summary = history.summary(&question, due_of);
    let put_off = of_span.iter().filter_map(|past| match past {
        Past::NotBegun(it) if asked.span.has(it.time.date()) => Some(*it),
        _ => None,
    });
    let put_off: Vec<_> = put_off.collect();
    if counted.is_empty() && put_off.is_empty() && !summary.whole.is_due() {
        return None;
    }
    let page = Page {
        words,
        asked,
        history,
        routines,
        about: id.is_some().then_some(last),
        summary,
        sessions: counted,
        put_off,
        not_counted: sessions.iter().filter(|it| !it.counts()).count(),
    };
    Some(page.document())
}

fn counted_at(past: &Past<'_>) -> bool {
    matches!(past, Past::Session(session) if session.counts())
}

struct Page<'a> {
    words: &'a Words,
    asked: &'a Asked,
    history: &'a History,
    routines: &'a [Arc<Routine>],
    /// The one routine that it is about, as its last session has it.
    about: Option<&'a RoutineRef>,
    summary: Summary,
    /// Those in the span that count, newest first.
    sessions: Vec<&'a RecordedSession>,
    /// Those in the span that were put off for pain, newest first.
    put_off: Vec<&'a NotBegun>,
    not_counted: usize,
}

impl Page<'_> {
    fn document(&self) -> Document {
        let mut blocks = vec![self.head(), self.shares()];
        blocks.extend(self.course());
        blocks.extend(self.exercises());
        let (ends, notes) = (self.ends(), self.notes());
        match notes {
            Some(notes) => blocks.push(halves(ends, notes)),
            None => blocks.extend(ends),
        }
        blocks.extend(self.hurts());
        blocks.push(self.how_to_read());
        let made = Message::new("record-report-made").with("date", self.date(self.asked.today));
        Document {
            title: self.title().words,
            language: self.words.language().tag.to_owned(),
            author: None,
            blocks,
            foot: vec![Run::Text(self.say(&made))],
        }
    }

    fn get(&self, id: &'static str) -> Text {
        self.words.get(id).into()
    }

    fn say(&self, message: &Message) -> Text {
        self.words.message(message).into()
    }

    fn date(&self, date: Date) -> String {
        facts::date(self.words, date)
    }

    fn heading(&self, id: &'static str) -> Block {
        Block::Heading(Level::Two, self.get(id))
    }

    /// Words of a routine, in its own language.
    fn of_routine(&self, routine: &RoutineRef, words: String) -> Text {
        let own = self.words.language().tag;
        let language = &*routine.language;
        let base = language.split('-').next().unwrap_or_default();
        let is_other = !base.is_empty() && !base.eq_ignore_ascii_case(own);
        Text {
            words,
            language: is_other.then(|| language.to_owned()),
        }
    }

    fn title(&self) -> Text {
        match self.about {
            Some(routine) => self.of_routine(routine, report::title(self.words, routine)),
            None => self.get("record-report-all"),
        }
    }

    /// The file that a session was of, or else the one that has its id now.
    fn routine_of(&self, routine: &RoutineRef) -> Option<&Routine> {
        let all = || self.routines.iter();
        let same = all().find(|it| *it.sha256 == *routine.sha256);
        let found = same.or_else(|| all().find(|it| *it.id == *routine.id));
        found.map(|it| &**it)
    }

    /// What it is about, and beside it whose it is and of which time.
    fn head(&self) -> Block {
        let paragraph = |tone, text: Text| Block::Paragraph(Paragraph::new(tone, text));
        let mut what = vec![
            Block::Heading(Level::One, self.title()),
            paragraph(Tone::Quiet, self.get("record-report-what")),
        ];
        if let Some(about) = self.about {
            let revision = Message::new("facts-revision").with("revision", about.revision);
            let mut from = vec![self.words.message(&revision)];
            let author = self.routine_of(about).and_then(|it| it.author.as_ref());
            if let Some(author) = author {
                let parts = [&author.name, &author.role, &author.clinic];
                let parts = self.words.list(List::Parts, parts.into_iter().flatten());
                let by = Message::new("record-report-by").with("author", printable(&parts));
                from.extend((!parts.is_empty()).then(|| self.words.message(&by)));
            }
            let from = self.words.list(List::Facts, from);
            what.push(paragraph(Tone::Plain, capital(&from).into()));
        }
        let mut whose = Vec::new();
        if let Some(name) = &self.asked.name {
            whose.push(paragraph(Tone::Quiet, self.get("record-report-of")));
            whose.push(paragraph(Tone::Lead, printable(name).into()));
        }
        let Span { from, to } = self.summary.span;
        let first = if from.year() == to.year() {
            self.words.message(&dates::in_year(from))
        } else {
            self.date(from)
        };
        let span = Message::new("record-report-span")
            .with("from", first)
            .with("to", self.date(to));
        let days = self.summary.days.len();
        let days = match days {
            14.. => Message::new("record-report-weeks").with("count", (days + 3) / 7),
            _ => Message::new("record-report-days").with("count", days),
        };
        let span = self
            .words
            .list(List::Parts, [span, days].map(|it| self.words.message(&it)));
        whose.push(paragraph(Tone::Plain, span.into()));
        Block::Beside(Split::Ends, [what, whose])
    }

    /// The two shares that matter back in the clinic.
    fn shares(&self) -> Block {
        let sums = &self.summary.whole;
        let paragraph = |tone, text: Text| Block::Paragraph(Paragraph::new(tone, text));
        let share = |name, share: Share, about: &Message| {
            let percent = told::percent(share).map(|percent| self.say(&percent));
            let figure = paragraph(Tone::Figure, percent.unwrap_or("–".into()));
            let bar = (share.of > 0).then(|| Block::Bar(part_of(share)));
            let beside = bar
                .into_iter()
                .chain([paragraph(Tone::Plain, self.say(about))]);
            vec![
                paragraph(Tone::Quiet, self.get(name)),
                Block::Beside(Split::Figured, [vec![figure], beside.collect()]),
            ]
        };
        let attempted = told::about_exercises(sums);
        let dose = told::about_dose(sums);
        halves(
            share("sum-attempted", sums.attempted(), &attempted),
            share("sum-dose", sums.held(), &dose),
        )
    }

    /// How often and how much, week by week, and how the pain moved meanwhile.
    fn course(&self) -> Vec<Block> {
        let stretches = charts::Stretches::of(self.words, &self.summary);
        let has_dose = self.summary.whole.held().of > 0;
        let has_pain = self.asked.with_pain;
        if has_dose && has_pain && stretches.has_room_for_dose() {
            let sessions = self.sessions(&stretches, true);
            let mut blocks = vec![halves(sessions, self.pain())];
            blocks.extend(self.trend());
            return blocks;
        }
        let both = halves(self.sessions(&stretches, false), self.dose(&stretches));
        let mut blocks = vec![both];
        if has_pain {
            let mut trend = vec![self.heading("record-report-trend")];
            trend.extend(self.trend());
            blocks.push(match trend.len() {
                1 => whole(self.pain()),
                _ => halves(self.pain(), trend),
            });
        }
        blocks
    }

    /// Sessions, with the dose of each week below it if that is asked for.
    fn sessions(&self, stretches: &charts::Stretches, with_dose: bool) -> Vec<Block> {
        let sums = &self.summary.whole;
        let number = told::sessions(self.words, sums);
        let mut told = vec![match told::about_sessions(sums) {
            Some(_) if sums.is_due() => {
                let due = Message::new("record-report-due").with("sessions", number);
                self.words.message(&due)
            }
            about => {
                let about = about.map(|it| self.words.message(&it));
                self.words
                    .list(List::Facts, [number].into_iter().chain(about))
            }
        }];
        let kind = stretches.kind;
        if with_dose {
            told.push(self.words.get(kind.dose_below()));
        }
        vec![
            self.heading(kind.sessions()),
            quiet(told.join(" ")),
            Block::Drawing(charts::sessions(self.words, stretches, with_dose)),
        ]
    }

    fn dose(&self, stretches: &charts::Stretches) -> Vec<Block> {
        let sums = &self.summary.whole;
        let heading = self.heading(stretches.kind.dose());
        if sums.held().of == 0 {
            return vec![heading, quiet(self.get("sum-no-dose"))];
        }
        let of = if sums.is_due() {
            "record-report-dose-due"
        } else {
            "record-report-dose-begun"
        };
        let drawing = Block::Drawing(charts::dose(self.words, stretches));
        vec![heading, quiet(self.get(of)), drawing]
    }

    fn pain(&self) -> Vec<Block> {
        let heading = self.heading("sum-pain");
        if self.summary.pain.is_empty() {
            return vec![heading, quiet(self.get("sum-pain-none"))];
        }
        let drawing = Block::Drawing(charts::pain(self.words, &self.summary));
        vec![heading, quiet(self.get("sum-pain-how")), drawing]
    }

    /// How the pain moved over weeks, and what may be said of that.
    fn trend(&self) -> Vec<Block> {
        let plain = |text: Text| Block::Paragraph(Paragraph::new(Tone::Plain, text));
        if self.summary.pain.is_empty() {
            return Vec::new();
        }
        let of_one = self.words.get("record-report-pain-of-one");
        match &self.summary.trend {
            Some(trend) => {
                let source =
                    Message::new("record-report-source").with("source", told::TREND_SOURCE);
                let known = [self.words.message(&source), of_one];
                let known = self.words.list(List::Facts, known);
                // In one paragraph: twelve weeks of a routine stay on a page.
                let trend = told::trend(self.words, trend);
                vec![plain(format!("{trend} {known}").into())]
            }
            // That ends with it.
            None => vec![plain(self.get("sum-trend-early"))],
        }
    }

    /// A table for each routine.
    fn exercises(&self) -> Vec<Block> {
        let measured = self.sessions.iter().filter(|it| !it.is_told);
        let measured: Vec<_> = measured.collect();
        let exercises = &self.summary.exercises;
        let parts = exercises.chunk_by(|one, other| one.routine == other.routine);
        let mut blocks = Vec::new();
        if !exercises.is_empty() {
            blocks.push(self.heading("sum-exercises"));
        }
        for part in parts {
            let of_it = |it: &&&&RecordedSession| *it.routine.id == part[0].routine;
            let of_it: Vec<_> = measured.iter().filter(of_it).collect();
            let routine = of_it.first().map(|it| &it.routine);
            if let Some(routine) = routine.filter(|_| self.about.is_none()) {
                let title = self.of_routine(routine, report::title(self.words, routine));
                blocks.push(Block::Heading(Level::Three, title));
            }
            blocks.push(Block::Table(self.table(part, routine)));
            let how = Message::new("sum-exercises-of").with("count", of_it.len());
            let how = capital(&self.words.message(&how));
            blocks.push(Block::Paragraph(Paragraph::new(Tone::Quiet, how)));
        }
        blocks
    }

    fn table(&self, exercises: &[ExerciseSum], routine: Option<&RoutineRef>) -> Table {
        type Of = fn(&ExerciseSum) -> Share;
        let sides: [(&'static str, Of); 3] = [
            ("record-report-left", |it| it.left),
            ("record-report-right", |it| it.right),
            ("record-report-both", |it| it.both),
        ];
        let is_there = |(_, of): &(&str, Of)| exercises.iter().any(|it| of(it).of > 0);
        let mut sides: Vec<_> = sides.into_iter().filter(is_there).collect();
        // Where there are sides, what has none is told across their columns.
        let across = sides.len().saturating_sub(1);
        let has_both = |it: &ExerciseSum| it.both.of > 0 && it.left.of + it.right.of > 0;
        let is_across = across > 0
            && sides[across].0 == "record-report-both"
            && !exercises.iter().any(has_both);
        sides.truncate(if is_across { across } else { sides.len() });
        let mut columns: Vec<Text> = sides.iter().map(|(id, _)| self.get(id)).collect();
        columns.push(self.get("record-report-left-out"));
        let row = |sum: &ExerciseSum| {
            let done = |share: Share, columns: usize, names: bool| {
                let Some(percent) = told::percent(share) else {
                    return Cell::Nothing;
                };
                let done = told::done_of(sum.measure, share);
                let name = names.then(|| Message::new("sum-side-both"));
                let note = [done].into_iter().chain(name);
                let note = note.map(|it| self.words.message(&it));
                Cell::Told {
                    value: self.say(&percent),
                    note: Some(self.words.list(List::Parts, note).into()),
                    columns: u16::try_from(columns).unwrap_or(1),
                }
            };
            let cells = if is_across && sum.left.of + sum.right.of == 0 {
                vec![done(sum.both, sides.len(), true)]
            } else {
                sides
                    .iter()
                    .map(|(_, of)| done(of(sum), 1, false))
                    .collect()
            };
            let reasons = told::reasons(self.words, sum);
            let left_out = Cell::Told {
                value: self.say(&told::number_left_out(sum)),
                note: (!reasons.is_empty()).then(|| reasons.into()),
                columns: 1,
            };
            let name = printable(&sum.name);
            Row {
                picture: self.picture(sum, routine, &name),
                name: match routine {
                    Some(routine) => self.of_routine(routine, name),
                    None => name.into(),
                },
                note: Some(told::dose(self.words, sum).into()),
                cells: cells.into_iter().chain([left_out]).collect(),
            }
        };
        Table {
            kind: TableKind::Told,
            columns,
            rows: exercises.iter().map(row).collect(),
        }
    }

    fn picture(
        &self,
        sum: &ExerciseSum,
        routine: Option<&RoutineRef>,
        name: &str,
    ) -> Option<Picture> {
        let routine = self.routine_of(routine?)?;
        let exercise = routine.exercises.iter().find(|it| it.id == sum.exercise)?;
        let figure = routine.figure_of(exercise)?;
        Some(Picture {
            sight: Sight::Figure {
                figure: Arc::new(figure.clone()),
                moment: Moment::HOLD,
                side: None,
            },
            alt: self.say(&Message::new("figure-of").with("name", name)),
            caption: None,
        })
    }

    /// What the figures are, and what is not in them.
    fn how_to_read(&self) -> Block {
        let strong = |id| Run::Strong(self.get(id).and(" "));
        let mut read = vec![
            strong("record-report-how"),
            Run::Text(self.get("record-report-own")),
        ];
        let told = self.summary.whole.told;
        if told > 0 {
            let told = Message::new("record-report-told").with("count", told);
            read.push(Run::Text(Text::from(" ").and(&self.words.message(&told))));
        }
        let left_out = self.left_out();
        let left_out = if left_out.is_empty() {
            self.get("record-report-nothing-left")
        } else {
            let list = self.words.list(List::Parts, left_out);
            self.say(&Message::new("handout-signs").with("signs", list))
        };
        read.push(Run::Text(" ".into()));
        read.extend([strong("record-report-leaves"), Run::Text(left_out)]);
        Block::Framed(vec![Block::Paragraph(Paragraph {
            tone: Tone::Plain,
            runs: read,
        })])
    }

    fn left_out(&self) -> Vec<String> {
        let span = self.summary.span;
        let others = self.history.sessions.iter().filter(|session| {
            let is_other = self
                .about
                .is_some_and(|about| about.id != session.routine.id);
            is_other && session.counts() && span.has(session.started.date())
        });
        let others_put_off = self.history.not_begun.iter().filter(|it| {
            let about = self.about.filter(|about| about.id != it.routine.id);
            about.is_some() && span.has(it.time.date())
        });
        let (_, notes_left) = self.chosen_notes();
        let misdated = usize::try_from(self.summary.misdated).unwrap_or(usize::MAX);
        let count = |id, count: usize| (count > 0).then(|| Message::new(id).with("count", count));
        let pain = (!self.asked.with_pain).then(|| Message::new("record-report-leaves-pain"));
        let parts = [
            count(
                "record-report-leaves-others",
                others.count() + others_put_off.count(),
            ),
            count("record-report-leaves-marked", self.not_counted),
            count("record-report-leaves-notes", notes_left),
            pain,
            count("record-report-leaves-misdated", misdated),
            count("record-report-leaves-lines", self.history.problems.len()),
        ];
        let hurts = if self.asked.with_pain {
            Vec::new()
        } else {
            self.hurts_left_out()
        };
        let parts = parts.into_iter().flatten().chain(hurts);
        parts.map(|part| self.words.message(&part)).collect()
    }
}

/// Two parts beside one another, neither of which goes on on another page.
fn halves(one: Vec<Block>, other: Vec<Block>) -> Block {
    Block::Beside(Split::Halves, [vec![whole(one)], vec![whole(other)]])
}

fn whole(blocks: Vec<Block>) -> Block {
    Block::Whole {
        blocks,
        is_ruled: false,
    }
}

fn quiet(text: impl Into<Text>) -> Block {
    Block::Paragraph(Paragraph::new(Tone::Quiet, text))
}

/// From 0 to 1, or more.
#[expect(
    clippy::cast_precision_loss,
    reason = "no length of a bar shows what is lost"
)]
fn part_of(share: Share) -> f32 {
    if share.of == 0 {
        return 0.0;
    }
    share.done as f32 / share.of as f32
}

#[cfg(test)]
mod tests;
