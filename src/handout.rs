//! A routine as a page to hand out: who prescribed it, when and how much, pictures, when to stop, a week to tick off.

mod week;

use std::sync::Arc;

use crate::document::{
    Block, Code, Document, Fact, Level, Modules, Paragraph, Photo, Picture, Run, Sight, Split,
    Text, Tone,
};
use crate::facts::{self, Aim};
use crate::figure::Moment;
use crate::red_flags;
use crate::routine::{Dose, Exercise, ExerciseGroup, Routine, Side, Sides};
use crate::share;
use crate::text::{capital, is_blank};
use crate::words::{List, Message, Words};

/// How many lines there are for notes, where the page has room for them.
const NOTES: u8 = 3;

/// The words of a routine's page: in the routine's own language as far as Supple speaks it, with dates as they are
/// written where the machine is.
pub fn words_of(routine: &Routine) -> Words {
    Words::chosen(&routine.language)
}

/// The page of a routine, in the words that are [its own](words_of). `photo` is asked for the picture at a path that an
/// exercise names; `code` carries the routine, where it is short enough.
pub fn document(
    words: &Words,
    routine: &Routine,
    photo: &dyn Fn(&str) -> Option<Arc<Photo>>,
    code: Option<Arc<Modules>>,
) -> Document {
    let page = Page {
        words,
        routine,
        photo,
    };
    let mut blocks = vec![page.head(), page.stop()];
    let mut last: Option<&Exercise> = None;
    for (index, exercise) in routine.exercises.iter().enumerate() {
        let begins = last.is_none_or(|last| !exercise.is_in_group_with(last));
        let group = exercise.group.as_deref().filter(|_| begins);
        let members = routine.exercises[index..].iter();
        let members = members.take_while(|other| other.is_in_group_with(exercise));
        let group = group.map(|group| page.group(group, index + 1, members.count()));
        blocks.push(page.exercise(index, exercise, group.unwrap_or_default()));
        last = Some(exercise);
    }
    blocks.push(page.week());
    blocks.extend(page.end(code));
    let foot = Message::new("handout-foot")
        .with("title", routine.title.as_str())
        .with("revision", routine.revision);
    let foot = page.told(&foot, &routine.title);
    Document {
        title: routine.title.clone(),
        language: routine.language.clone(),
        author: page.author(),
        blocks,
        foot,
    }
}

struct Page<'a> {
    words: &'a Words,
    routine: &'a Routine,
    photo: &'a dyn Fn(&str) -> Option<Arc<Photo>>,
}

impl Page<'_> {
    /// Words of Supple, which have their own language in a routine that is in none of those that Supple speaks.
    fn own(&self, words: String) -> Text {
        let language = self.words.language().tag;
        let of_routine = self.routine.language.split('-').next();
        let is_same = of_routine.is_some_and(|it| it.eq_ignore_ascii_case(language));
        Text {
            words,
            language: (!is_same).then(|| language.to_owned()),
        }
    }

    fn get(&self, id: &'static str) -> Text {
        self.own(self.words.get(id))
    }

    fn say(&self, message: &Message) -> Text {
        self.own(self.words.message(message))
    }

    /// What Supple says of words of the routine, each in its language.
    fn told(&self, message: &Message, words: &str) -> Vec<Run> {
        let said = self.words.message(message);
        let own = |words: &str| Run::Text(self.own(words.to_owned()));
        let parted = said.split_once(words).filter(|_| !words.is_empty());
        let is_two = self.own(String::new()).language.is_some();
        match parted.filter(|_| is_two) {
            Some((before, after)) => {
                let own = |words: &str| (!words.is_empty()).then(|| own(words));
                let words = Some(Run::Text(words.into()));
                [own(before), words, own(after)]
                    .into_iter()
                    .flatten()
                    .collect()
            }
            None => vec![own(&said)],
        }
    }

    /// What it is and from whom, and beside it when and how long.
    fn head(&self) -> Block {
        let routine = self.routine;
        let paragraph = |tone, runs| Block::Paragraph(Paragraph { tone, runs });
        let mut what = vec![Block::Heading(Level::One, routine.title.as_str().into())];
        let whom = vec![Run::Text(self.get("handout-for")), Run::Blank];
        what.push(paragraph(Tone::Quiet, whom));
        if let Some(author) = self.author() {
            let from = Message::new("handout-from").with("author", author.as_str());
            what.push(paragraph(Tone::Quiet, self.told(&from, &author)));
        }
        let updated = routine.updated.map(|date| facts::date(self.words, date));
        let revision = facts::revision(self.words, routine);
        let version = updated.into_iter().chain([revision]);
        let version = self.own(self.words.list(List::Facts, version));
        what.push(Block::Paragraph(Paragraph::new(Tone::Quiet, version)));
        if let Some(summary) = &routine.summary {
            what.push(Block::Paragraph(Paragraph::new(
                Tone::Plain,
                summary.clone(),
            )));
        }

        let schedule = capital(&facts::schedule(self.words, &routine.schedule));
        let schedule = Paragraph::new(Tone::Lead, self.own(schedule));
        let mut when = vec![Block::Paragraph(schedule)];
        let mut plain = |runs| when.push(paragraph(Tone::Plain, runs));
        let length = facts::length_of_programme(self.words, &routine.schedule);
        if !length.is_empty() {
            let length = capital(&self.words.list(List::Parts, length));
            plain(vec![Run::Text(self.own(length))]);
        }
        if let Some(text) = &routine.schedule.afterwards {
            let told = Message::new("handout-afterwards").with("text", text.as_str());
            plain(self.told(&told, text));
        }
        let minutes = facts::minutes(&routine.part(1, |_| true));
        let minutes = Message::new("handout-minutes").with("minutes", minutes);
        plain(vec![Run::Text(self.say(&minutes))]);
        let things = facts::equipment(routine);
        if !things.is_empty() {
            let things = self.words.list(List::And, things);
            let ready = Message::new("handout-ready").with("things", things.as_str());
            plain(self.told(&ready, &things));
        }
        Block::Beside(Split::Ends, [what, when])
    }

    /// The author without how to reach them, which has a place of its own.
    fn author(&self) -> Option<String> {
        let author = self.routine.author.as_ref()?;
        let parts = [&author.name, &author.role, &author.clinic];
        let parts: Vec<_> = parts.into_iter().flatten().map(String::as_str).collect();
        (!parts.is_empty()).then(|| self.words.list(List::Parts, parts))
    }

    /// When to stop and when not to begin, and whom to ask.
    fn stop(&self) -> Block {
        let routine = self.routine;
        let safety = &routine.safety;
        let stop = match safety.allowed_pain() {
            None => Message::new("handout-stop"),
            Some(limit) => Message::new("handout-stop-above").with("limit", limit),
        };
        let mut first = vec![Run::Strong(self.say(&stop).and(" "))];
        let has_stretch = |exercise| Aim::of(routine, exercise) == Aim::Stretch;
        if routine.exercises.iter().any(has_stretch) {
            first.push(Run::Text(self.get("handout-gentle").and(" ")));
        }
        let general = ["handout-sign-worse", "handout-sign-new"].map(|id| self.words.get(id));
        let in_other_words = self.words.get("handout-sign-same");
        let in_other_words = in_other_words.lines().map(str::to_owned);
        // What an author says that stands on the sheet in any case is told once, with what to do about it.
        let emergencies = red_flags::emergencies_in_all_words(self.words);
        let told: Vec<String> = general.iter().cloned().chain(in_other_words).collect();
        let told = [told, emergencies.clone()].concat();
        let added = red_flags::not_among(&safety.stop_if, &told).join("; ");
        let not_if = red_flags::not_among(&safety.not_if, &emergencies).join("; ");
        let general = general.join("; ");
        let signs = [general.as_str(), &added]
            .into_iter()
            .filter(|it| !it.is_empty());
        let signs: Vec<&str> = signs.collect();
        let with = Message::new("handout-stop-with").with("signs", signs.join("; "));
        first.extend(self.told(&with, &added));
        let mut words = vec![Block::Paragraph(Paragraph {
            tone: Tone::Plain,
            runs: first,
        })];
        let emergencies = red_flags::emergencies(self.words).join("; ");
        for (id, signs, is_own) in [
            ("handout-not-if", not_if, false),
            ("handout-emergency", emergencies, true),
        ] {
            if !signs.is_empty() {
                let said = Message::new("handout-signs").with("signs", signs.as_str());
                let mut runs = vec![Run::Strong(self.get(id).and(" "))];
                runs.extend(self.told(&said, if is_own { "" } else { &signs }));
                let tone = Tone::Plain;
                words.push(Block::Paragraph(Paragraph { tone, runs }));
            }
        }
        let author = routine.author.as_ref();
        let contact = author.and_then(|author| author.contact.clone());
        let whom = match contact {
            Some(contact) => Block::Fact(Fact {
                name: self.get("handout-questions"),
                value: contact.into(),
                note: None,
            }),
            None if author.is_some() => return Block::Framed(words),
            // Nobody knows the person: what Supple itself can say is general.
            None => {
                let guidance = Paragraph::new(Tone::Quiet, self.get("safety-1"));
                words.push(Block::Paragraph(guidance));
                return Block::Framed(words);
            }
        };
        Block::Framed(vec![Block::Beside(Split::Margin, [words, vec![whom]])])
    }

    /// What is told of a group before the first of its exercises, of which there are so many.
    fn group(&self, group: &ExerciseGroup, first: usize, members: usize) -> Vec<Block> {
        let told = facts::of_members(self.words, group, first, members);
        let told = Paragraph::new(Tone::Quiet, self.own(told));
        vec![
            Block::Heading(Level::Two, group.name.as_str().into()),
            Block::Paragraph(told),
        ]
    }

    /// `group` is what is told of one that begins with it.
    fn exercise(&self, index: usize, exercise: &Exercise, group: Vec<Block>) -> Block {
        let name = format!("{}. {}", index + 1, exercise.name);
        let name = if exercise.optional {
            self.words
                .message(&Message::new("handout-optional").with("name", name))
        } else {
            name
        };
        let level = if exercise.group.is_some() {
            Level::Three
        } else {
            Level::Two
        };
        let dose = Paragraph::new(Tone::Dose, self.own(capital(&self.dose(exercise))));
        let mut words = vec![Block::Heading(level, name.into()), Block::Paragraph(dose)];
        let weeks = facts::weeks(exercise).map(|weeks| self.words.message(&weeks));
        let steps = facts::steps_after(self.words, exercise, exercise.from_week);
        let rhythm = exercise.rhythm.as_ref();
        let rhythm = rhythm.map(|rhythm| capital(&facts::rhythm(self.words, rhythm)));
        for line in rhythm.into_iter().chain(weeks).chain(steps) {
            let line = Paragraph::new(Tone::Plain, self.own(line));
            words.push(Block::Paragraph(line));
        }
        words.extend(self.how(exercise));
        let pictures = self.pictures(exercise);
        let mut blocks = group;
        if pictures.is_empty() {
            blocks.extend(words);
        } else {
            let pictures = vec![Block::Pictures(pictures)];
            blocks.push(Block::Beside(Split::Pictured, [words, pictures]));
        }
        let is_last = index + 1 == self.routine.exercises.len();
        Block::Whole {
            blocks,
            is_ruled: !is_last,
        }
    }

    /// Of the first week that has the exercise; what changes later is told beside it.
    fn dose(&self, exercise: &Exercise) -> String {
        let exercise = exercise.in_week(exercise.from_week);
        let dose = match exercise.circuit() {
            Some(_) => facts::dose_in_round(self.words, &exercise),
            None => facts::dose(self.words, &exercise),
        };
        // Nobody is told by a sheet that they are done.
        match exercise.dose {
            Dose::Open => dose.replace(
                &self.words.get("facts-dose-open"),
                &self.words.get("handout-own-time"),
            ),
            _ => dose,
        }
    }

    /// What to take care of, how it is done and what else there is to know of it.
    fn how(&self, exercise: &Exercise) -> Vec<Block> {
        let of_side = exercise
            .on(side_of(exercise).filter(|_| matches!(exercise.sides, Sides::Left | Sides::Right)));
        let named = |id: &'static str, text: &str| {
            let aim = Aim::of(self.routine, exercise).key();
            let name = match id {
                "handout-feel-it-in" => self.say(&Message::new(id).with("aim", aim)),
                _ => self.get(id),
            };
            [
                Run::Strong(name.and(" ")),
                Run::Text(format!("{text} ").into()),
            ]
        };
        let plain = |runs: Vec<Run>| {
            Block::Paragraph(Paragraph {
                tone: Tone::Plain,
                runs,
            })
        };
        let mut blocks = Vec::new();
        if let Some(caution) = &of_side.caution {
            blocks.push(plain(named("handout-caution", caution).into()));
        }
        let mut runs: Vec<Run> = Vec::new();
        if !of_side.instructions.is_empty() {
            runs.push(Run::Text((of_side.instructions.join(" ") + " ").into()));
        }
        for (id, text) in [
            ("handout-feel-it-in", &of_side.feel_it_in),
            ("handout-easier", &of_side.easier),
            ("handout-harder", &of_side.harder),
        ] {
            if let Some(text) = text {
                runs.extend(named(id, &ended(text)));
            }
        }
        if !runs.is_empty() {
            blocks.push(plain(runs));
        }
        if let Some(note) = &of_side.clinician_note {
            blocks.push(plain(named("handout-note", note).into()));
        }
        blocks
    }

    /// The picture of the side that the exercise begins with, or those of both where their dose differs.
    fn pictures(&self, exercise: &Exercise) -> Vec<Picture> {
        let photo = exercise
            .image
            .as_deref()
            .and_then(|path| (self.photo)(path));
        let figure = self
            .routine
            .figure_of(exercise)
            .map(|figure| Arc::new(figure.clone()));
        let named = Message::new("figure-of").with("name", exercise.name.as_str());
        let named = self.say(&named);
        if let Some(photo) = photo {
            let alt = exercise.image_alt.clone().filter(|alt| !is_blank(alt));
            return vec![Picture {
                sight: Sight::Photo(photo),
                alt: alt.map_or(named, Text::from),
                caption: None,
            }];
        }
        let Some(figure) = figure else {
            return Vec::new();
        };
        let picture = |side, caption: Option<Text>| Picture {
            sight: Sight::Figure {
                figure: Arc::clone(&figure),
                moment: Moment::HOLD,
                side,
            },
            alt: match side {
                Some(side) => {
                    let parts = [&named.words, &self.side(side).words].map(String::clone);
                    self.own(self.words.list(List::Parts, parts))
                }
                None => named.clone(),
            },
            caption,
        };
        if exercise.has_dose_of_sides() {
            let first = exercise.first_side;
            let of_side = |side| {
                let of_first_week = exercise.in_week(exercise.from_week);
                let dose = facts::dose_of_side(self.words, &of_first_week, side);
                picture(Some(side), Some(self.own(capital(&dose))))
            };
            return [first, first.other()].map(of_side).into();
        }
        vec![picture(side_of(exercise), None)]
    }

    fn side(&self, side: Side) -> Text {
        let side = Message::new("session-side").with("side", facts::side_key(Some(side)));
        self.say(&side)
    }

    /// The week to tick off.
    fn week(&self) -> Block {
        let how = vec![Run::Text(self.get("handout-week-how")), Run::Blank];
        Block::Whole {
            blocks: vec![
                Block::Heading(Level::Two, self.get("handout-week")),
                Block::Paragraph(Paragraph {
                    tone: Tone::Quiet,
                    runs: how,
                }),
                Block::Table(week::table(self.words, self.routine, &|words| {
                    self.own(words)
                })),
            ],
            is_ruled: false,
        }
    }

    /// Room for notes, and how to be guided. Beside a code there is room for both: on a sheet of paper that people
    /// photograph, a second page with nothing but the code is lost.
    fn end(&self, code: Option<Arc<Modules>>) -> Vec<Block> {
        let whole = |blocks| Block::Whole {
            blocks,
            is_ruled: false,
        };
        let Some(modules) = code else {
            let guide = self.guide("handout-guide", "handout-guide-how");
            return vec![whole(self.notes()), whole(guide)];
        };
        let alt = self.get("handout-code");
        let code = vec![Block::Code(Code { modules, alt })];
        let mut words = self.guide("handout-guide-code", "handout-guide-how-code");
        words.extend(self.notes());
        vec![whole(vec![Block::Beside(Split::Coded, [words, code])])]
    }

    /// How to be guided, and beside it when it is looked at again.
    fn guide(&self, heading: &'static str, how: &'static str) -> Vec<Block> {
        let file = share::file_name(self.routine);
        let how = self
            .words
            .message(&Message::new(how).with("file", file.as_str()));
        let words = vec![
            Block::Heading(Level::Two, self.get(heading)),
            Block::Paragraph(Paragraph {
                tone: Tone::Plain,
                runs: self.with_strong(&how, file),
            }),
        ];
        let Some(date) = self.routine.schedule.review_on else {
            return words;
        };
        let review = Block::Fact(Fact {
            name: self.get("handout-review"),
            value: self.own(facts::date(self.words, date)),
            note: Some(self.get("handout-bring")),
        });
        vec![Block::Beside(Split::Margin, [words, vec![review]])]
    }

    fn notes(&self) -> Vec<Block> {
        vec![
            Block::Heading(Level::Two, self.get("handout-notes")),
            Block::Lines(NOTES),
        ]
    }

    /// What is said with the name in it, which stands out.
    fn with_strong(&self, said: &str, name: String) -> Vec<Run> {
        let own = |words: &str| Run::Text(self.own(words.to_owned()));
        match said.split_once(&name) {
            Some((before, after)) => vec![own(before), Run::Strong(self.own(name)), own(after)],
            None => vec![own(said)],
        }
    }
}

/// The side that an exercise begins with.
fn side_of(exercise: &Exercise) -> Option<Side> {
    match exercise.sides {
        Sides::None => None,
        Sides::Left => Some(Side::Left),
        Sides::Right => Some(Side::Right),
        Sides::Each | Sides::Alternate => Some(exercise.first_side),
    }
}

/// As a sentence that others follow.
fn ended(text: &str) -> String {
    let text = text.trim_end();
    if text.ends_with(char::is_alphanumeric) {
        format!("{text}.")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
pub(crate) mod tests;
