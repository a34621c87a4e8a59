//! The record as a page for a clinic: how much of what was due was done, how the pain moved, and why things were left
//! out. All figures are those of [`crate::summary`], as the window and the terminal have them.

mod charts;
mod ends;

use std::sync::Arc;

use jiff::civil::{Date, Weekday};

use crate::document::{
    Block, Cell, Document, Level, Paragraph, Picture, Row, Run, Sight, Split, Table, TableKind,
    Text, Tone,
};
use crate::facts;
use crate::figure::Moment;
use crate::history::{History, RecordedSession, RoutineRef};
use crate::progress::Share;
use crate::report::{self, summary as told};
use crate::routine::{Due, Routine};
use crate::summary::{ExerciseSum, Period, Question, Span, Summary};
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
    let dates = history.sessions.iter().filter(|session| session.counts());
    let dates = dates.map(|session| session.started.date());
    let begins = dates.filter(|date| *date <= to).min();
    let span = period.span(begins, to, first_weekday);
    Span {
        from: span.from.max(begins.unwrap_or(to)),
        ..span
    }
}

/// The page, in the person's language. `routines` are those that the library has: of them are the figures, the author,
/// and the schedule of a session that is older than the schedules in the record. `None` if there is no session in the
/// span.
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
    let sessions: Vec<_> = history.sessions.iter().filter(in_span).collect();
    let counted = sessions.iter().copied().filter(|it| it.counts());
    let counted: Vec<_> = counted.collect();
    let last = *counted.first()?;
    let dues: Vec<_> = routines.iter().map(|it| (&it.sha256, it.due())).collect();
    let due_of = |routine: &RoutineRef| -> Option<&Due> {
        let found = dues.iter().find(|(sha256, _)| **sha256 == *routine.sha256);
        found.map(|(_, due)| due)
    };
    // A record of one routine is told as a report about it.
    let is_alone = counted.iter().all(|it| it.routine.id == last.routine.id);
    let id = asked.routine.clone();
    let id = id.or_else(|| is_alone.then(|| last.routine.id.to_string()));
    let question = Question {
        span: asked.span,
        routine: id.as_deref(),
        today: asked.today,
        first_weekday: asked.first_weekday,
    };
    let summary = history.summary(&question, due_of);
    let page = Page {
        words,
        asked,
        history,
        routines,
        about: id.is_some().then_some(&last.routine),
        summary,
        sessions: counted,
        not_counted: sessions.iter().filter(|it| !it.counts()).count(),
    };
    Some(page.document())
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
    not_counted: usize,
}

impl Page<'_> {
    fn document(&self) -> Document {
        let mut blocks = vec![self.head(), self.shares(), self.sessions_and_dose()];
        if self.asked.with_pain {
            blocks.push(self.pain());
        }
        blocks.extend(self.exercises());
        let (ends, notes) = (self.ends(), self.notes());
        match notes {
            Some(notes) => blocks.push(halves(ends, notes)),
            None => blocks.extend(ends),
        }
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
        let span = Message::new("record-report-span")
            .with("from", self.date(from))
            .with("to", self.date(to));
        whose.push(paragraph(Tone::Plain, self.say(&span)));
        let days = self.summary.days.len();
        let days = match days {
            14.. => Message::new("record-report-weeks").with("count", (days + 3) / 7),
            _ => Message::new("record-report-days").with("count", days),
        };
        whose.push(paragraph(Tone::Quiet, self.say(&days)));
        Block::Beside(Split::Ends, [what, whose])
    }

    /// The two shares that matter back in the clinic.
    fn shares(&self) -> Block {
        let sums = &self.summary.whole;
        let paragraph = |tone, text: Text| Block::Paragraph(Paragraph::new(tone, text));
        let share = |name, share: Share, about: &Message| {
            let percent = told::percent(share).map(|percent| self.say(&percent));
            let mut blocks = vec![
                paragraph(Tone::Quiet, self.get(name)),
                paragraph(Tone::Figure, percent.unwrap_or("–".into())),
                paragraph(Tone::Plain, self.say(about)),
            ];
            if share.of > 0 {
                blocks.push(Block::Bar(part_of(share)));
            }
            blocks
        };
        let attempted = told::about_exercises(sums);
        let dose = told::about_dose(sums);
        halves(
            share("sum-attempted", sums.exercises, &attempted),
            share("sum-dose", sums.dose, &dose),
        )
    }

    fn sessions_and_dose(&self) -> Block {
        let quiet = |text: String| Block::Paragraph(Paragraph::new(Tone::Quiet, text));
        let sums = &self.summary.whole;
        let about = told::about_sessions(sums);
        let mut about = about.iter().map(|it| self.words.message(it));
        let number = told::sessions(self.words, sums);
        let number = match about.next() {
            Some(about) if sums.sessions.of > 0 => format!("{number} {about}"),
            about => self
                .words
                .list(List::Facts, [number].into_iter().chain(about)),
        };
        let more: Vec<String> = about.collect();
        let stretches = charts::Stretches::of(self.words, &self.summary);
        let kind = stretches.kind;
        let mut sessions = vec![
            Block::Heading(Level::Two, self.get(kind.sessions())),
            quiet(number),
            Block::Drawing(charts::sessions(self.words, &stretches)),
        ];
        sessions.extend((!more.is_empty()).then(|| quiet(more.join(" "))));
        let mut dose = vec![Block::Heading(Level::Two, self.get(kind.dose()))];
        if sums.dose.of > 0 {
            let of = if sums.sessions.of > 0 {
                "record-report-dose-due"
            } else {
                "record-report-dose-begun"
            };
            dose.push(quiet(self.words.get(of)));
            dose.push(Block::Drawing(charts::dose(self.words, &stretches)));
        } else {
            dose.push(quiet(self.words.get("sum-no-dose")));
        }
        halves(sessions, dose)
    }

    /// How it moved over weeks, and what may be said of that.
    fn pain(&self) -> Block {
        let quiet = |text| Block::Paragraph(Paragraph::new(Tone::Quiet, text));
        let plain = |text: Text| Block::Paragraph(Paragraph::new(Tone::Plain, text));
        let summary = &self.summary;
        if summary.pain.is_empty() {
            return Block::Whole {
                blocks: vec![self.heading("sum-pain"), quiet(self.get("sum-pain-none"))],
                is_ruled: false,
            };
        }
        let chart = vec![
            self.heading("sum-pain"),
            quiet(self.get("sum-pain-how")),
            Block::Drawing(charts::pain(self.words, summary)),
        ];
        let mut about = vec![self.heading("record-report-trend")];
        match &summary.trend {
            Some(trend) => {
                about.push(plain(told::trend(self.words, trend).into()));
                let source =
                    Message::new("record-report-source").with("source", told::TREND_SOURCE);
                about.push(quiet(self.say(&source)));
            }
            None => about.push(plain(self.get("sum-trend-early"))),
        }
        about.push(quiet(self.get("record-report-pain-of-one")));
        halves(chart, about)
    }

    /// A table for each routine.
    fn exercises(&self) -> Vec<Block> {
        let measured = self.sessions.iter().filter(|it| !it.is_told);
        let measured: Vec<_> = measured.collect();
        let exercises = &self.summary.exercises;
        let parts = exercises.chunk_by(|one, other| one.routine == other.routine);
        let mut blocks = Vec::new();
        for part in parts {
            let of_it = |it: &&&&RecordedSession| *it.routine.id == part[0].routine;
            let of_it: Vec<_> = measured.iter().filter(of_it).collect();
            let routine = of_it.first().map(|it| &it.routine);
            blocks.push(self.heading("sum-exercises"));
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
        let sides: Vec<_> = sides.into_iter().filter(is_there).collect();
        let mut columns: Vec<Text> = sides.iter().map(|(id, _)| self.get(id)).collect();
        columns.push(self.get("record-report-left-out"));
        let row = |sum: &ExerciseSum| {
            let done = |(_, of): &(&str, Of)| {
                let share = of(sum);
                told::percent(share).map_or(Cell::Nothing, |percent| Cell::Told {
                    value: self.say(&percent),
                    note: Some(self.say(&told::done_of(sum.measure, share))),
                })
            };
            let reasons = told::reasons(self.words, sum);
            let left_out = Cell::Told {
                value: self.say(&told::number_left_out(sum)),
                note: (!reasons.is_empty()).then(|| reasons.into()),
            };
            let name = printable(&sum.name);
            Row {
                picture: self.picture(sum, routine, &name),
                name: match routine {
                    Some(routine) => self.of_routine(routine, name),
                    None => name.into(),
                },
                note: Some(told::dose(self.words, sum).into()),
                cells: sides.iter().map(done).chain([left_out]).collect(),
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
        let plain = |runs| {
            Block::Paragraph(Paragraph {
                tone: Tone::Plain,
                runs,
            })
        };
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
        let left_out = vec![strong("record-report-leaves"), Run::Text(left_out)];
        Block::Framed(vec![plain(read), plain(left_out)])
    }

    fn left_out(&self) -> Vec<String> {
        let span = self.summary.span;
        let others = self.history.sessions.iter().filter(|session| {
            let is_other = self
                .about
                .is_some_and(|about| about.id != session.routine.id);
            is_other && session.counts() && span.has(session.started.date())
        });
        let (_, notes_left) = self.chosen_notes();
        let count = |id, count: usize| (count > 0).then(|| Message::new(id).with("count", count));
        let pain = (!self.asked.with_pain).then(|| Message::new("record-report-leaves-pain"));
        let parts = [
            count("record-report-leaves-others", others.count()),
            count("record-report-leaves-marked", self.not_counted),
            count("record-report-leaves-notes", notes_left),
            pain,
            count("record-report-leaves-lines", self.history.problems.len()),
        ];
        let parts = parts.into_iter().flatten();
        parts.map(|part| self.words.message(&part)).collect()
    }
}

/// Two parts beside one another, neither of which goes on on another page.
fn halves(one: Vec<Block>, other: Vec<Block>) -> Block {
    let whole = |blocks| {
        vec![Block::Whole {
            blocks,
            is_ruled: false,
        }]
    };
    Block::Beside(Split::Halves, [whole(one), whole(other)])
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
