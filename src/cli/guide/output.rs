//! What the guide writes: a live line in a terminal, a line for each step in a pipe.

use std::io::{self, IsTerminal, Stdout, Write};

use crossterm::queue;
use crossterm::terminal::{Clear, ClearType};

use super::lines::{width, wrapped};
use super::written::Written;
use crate::cli::table::fitting;
use crate::cli::{Failure, has_escape_codes, printed};
use crate::day::{Choice, Limit, Rest, Standing, Turn};
use crate::error_stream;
use crate::facts::{self, Aim};
use crate::history::Last;
use crate::lengths;
use crate::narrate;
use crate::plan::{Plan, Step};
use crate::red_flags;
use crate::report;
use crate::routine::{Exercise, Routine};
use crate::runner::{Audible, Snapshot};
use crate::session::{Pause, State};
use crate::settings::Settings;
use crate::voice::{self, Speech};
use crate::words::{List, Message, Words};

/// The warning that there is no sound. Once there is, that is said too.
const NO_SOUND: &str = "sound-no-device";

/// How many letters wide the bar of the live line is.
const BAR: usize = 20;

pub(super) struct Output<'a> {
    words: &'a Words,
    out: Stdout,
    /// Whether the output is a terminal, whose last line can be written over.
    live: bool,
    /// How a line ends.
    end: &'static str,
    /// The terminal, if the output goes elsewhere: what the person must see is written there too.
    aside: Option<Box<dyn Write>>,
    /// Whether the person listens and does not look: only what they may have to act on is written.
    quiet: bool,
    written: Written,
}

/// Which kind of session a routine is introduced for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Occasion {
    Rehearsal,
    /// The person's very first session.
    TheFirst,
    Another,
}

/// What a session is heard with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ByEar {
    Voice,
    /// The voice is turned off.
    SoundsAsSet,
    /// Nothing on this machine speaks.
    SoundsAlone,
    Muted,
}

impl ByEar {
    pub(super) fn of(settings: &Settings, speech: &Speech) -> Self {
        if settings.muted || settings.volume_percent == 0 {
            Self::Muted
        } else if !settings.voice {
            Self::SoundsAsSet
        } else if speech.programs.is_empty() {
            Self::SoundsAlone
        } else {
            Self::Voice
        }
    }
}

impl<'a> Output<'a> {
    /// With `keys` the terminal passes on single keys, and is the person's.
    pub(super) fn new(words: &'a Words, keys: bool, quiet: bool) -> Self {
        let is_seen = io::stdout().is_terminal();
        let live = is_seen && has_escape_codes();
        let is_apart = keys && !is_seen && error_stream::is_terminal();
        Self {
            words,
            out: io::stdout(),
            live,
            // At the end of a pipe there may be the same terminal, which starts a new line where the
            // last one ended.
            end: if keys { "\r\n" } else { "\n" },
            aside: is_apart.then(error_stream::own),
            quiet,
            written: Written::default(),
        }
    }

    pub(super) fn notes(&mut self, notes: &[Message]) -> Result<(), Failure> {
        notes.iter().try_for_each(|note| self.message(note))
    }

    /// What a person should know before a session of a routine starts; all of it before their very first.
    pub(super) fn introduce(
        &mut self,
        routine: &Routine,
        session: &Routine,
        occasion: Occasion,
    ) -> Result<(), Failure> {
        let length = lengths::clock(Plan::of(session).total);
        self.must_see(&format!("{} · {length}", routine.title))?;
        if occasion == Occasion::Rehearsal {
            self.message(&Message::new("guide-rehearsal"))?;
        }
        self.blank()?;
        if occasion == Occasion::TheFirst {
            self.message(&Message::new("safety-title"))?;
            let lines = (1..).map_while(|number| self.words.find(&format!("safety-{number}")));
            for line in lines.collect::<Vec<_>>() {
                self.must_see(&format!("  {line}"))?;
            }
        } else if routine.safety.pain_limit.is_none_or(|limit| limit == 0) {
            // Where pain is allowed its limit is reported below.
            self.message(&facts::gently([routine].into_iter()))?;
        }
        self.list("guide-not-if", &routine.safety.not_if)?;
        self.list("guide-stop-if", &routine.safety.stop_if)?;
        self.limit_and_contact(routine)
    }

    /// What each key does.
    pub(super) fn keys(&mut self) -> Result<(), Failure> {
        self.blank()?;
        self.message(&Message::new("guide-keys"))
    }

    /// Says that a key means nothing here, and which keys do: on a keyboard without Latin letters "it
    /// hurts" can't be found otherwise.
    pub(super) fn unknown_key(&mut self, snapshot: &Snapshot) -> Result<(), Failure> {
        self.message(&Message::new("guide-key-unknown"))?;
        match snapshot.state {
            State::Paused(Pause::Hurts) => self.choices(snapshot.easier_way()),
            _ => self.message(&Message::new("guide-keys")),
        }
    }

    /// How the session is guided by ear.
    pub(super) fn by_ear(&mut self, by_ear: ByEar) -> Result<(), Failure> {
        self.blank()?;
        match by_ear {
            ByEar::Voice => self.message(&Message::new("guide-by-voice")),
            ByEar::SoundsAsSet => self.message(&Message::new("guide-by-sounds")),
            ByEar::SoundsAlone => {
                self.message(&Message::new("guide-by-sounds"))?;
                self.message(&voice::how_to_get_a_voice())
            }
            ByEar::Muted => self.message(&Message::new("guide-muted")),
        }
    }

    /// Writes what is new since the last snapshot.
    pub(super) fn show(&mut self, snapshot: &Snapshot) -> Result<(), Failure> {
        let Some((step, exercise)) = place(snapshot) else {
            return Ok(());
        };
        if snapshot.state == State::Ready {
            return Ok(());
        }
        let quiet = self.quiet && !needs_the_screen(snapshot);
        if !quiet {
            self.step(snapshot, step, exercise)?;
        }
        self.warnings(snapshot)?;
        self.state(snapshot)?;
        if snapshot.refused != self.written.refused {
            self.written.refused = snapshot.refused;
            if let Some(refused) = snapshot.refused {
                self.message(&narrate::refusal(refused.why))?;
            }
        }
        let length = (snapshot.step, snapshot.length);
        let before = self.written.length.replace(length);
        if let State::Paused(_) = snapshot.state
            && let Some((step, before)) = before
            && step == snapshot.step
            && before != snapshot.length
        {
            // In a pause no live line shows it.
            self.message(&Message::new("voice-extended"))?;
        }
        if self.live && !quiet && snapshot.state == State::Running {
            self.live_line(snapshot, step, exercise)?;
        }
        Ok(())
    }

    /// What came of the session.
    pub(super) fn conclude(&mut self, last: &Snapshot, rehearsed: bool) -> Result<(), Failure> {
        self.blank()?;
        let tally = last.tally();
        self.message(&report::ended(last.state, &last.routine, &tally))?;
        let held = report::held(self.words, &tally, "finish-rounds");
        self.must_see(&held)?;
        if rehearsed {
            self.message(&Message::new("guide-rehearsed"))?;
        }
        Ok(())
    }

    /// Says that a rest does more good than a session with so much pain, which is above the limit.
    pub(super) fn too_much(
        &mut self,
        routine: &Routine,
        pain: u8,
        limit: Limit,
    ) -> Result<(), Failure> {
        self.blank()?;
        self.message(&Message::new("too-much-title"))?;
        self.message(&report::too_much(pain, limit))?;
        self.message(&facts::ask_first("too-much-advice", routine))?;
        self.signs(routine)?;
        self.blank()
    }

    /// What to do about the pain afterwards where it is above the limit, or more than before.
    pub(super) fn pain_after(
        &mut self,
        before: Option<u8>,
        after: Option<u8>,
        routine: &Routine,
    ) -> Result<(), Failure> {
        let Some(warning) = report::pain_warning(before, after, &routine.safety) else {
            return Ok(());
        };
        self.message(&Message::new(warning))?;
        self.message(&facts::ask_first("finish-pain-advice", routine))?;
        self.signs(routine)
    }

    /// Why a rest does more good than another session today, if it does, or that the programme has not
    /// begun.
    pub(super) fn advice(&mut self, standing: &Standing, routine: &Routine) -> Result<(), Failure> {
        let not_yet = || (standing.turn == Turn::NotYet).then(|| report::why_not_today(standing));
        let Some(advice) = report::advice(standing, routine).or_else(not_yet) else {
            return Ok(());
        };
        self.blank()?;
        self.message(&advice)
    }

    /// What was done last of each exercise whose dose leaves something to the person.
    pub(super) fn last_done(&mut self, routine: &Routine, last: &Last) -> Result<(), Failure> {
        for exercise in &routine.exercises {
            if let Some(done) = last.of(&exercise.id).and_then(report::last_done) {
                let done = self.words.message(&done);
                self.lines(&format!("{}: {done}", exercise.name))?;
            }
        }
        Ok(())
    }

    /// Which exercises the session does not have, how long it takes without them, and how to do them
    /// all the same, where that can be.
    pub(super) fn left_out(
        &mut self,
        left_out: &[Message],
        session: &Routine,
        can_do_all: bool,
    ) -> Result<(), Failure> {
        if left_out.is_empty() {
            return Ok(());
        }
        self.blank()?;
        self.notes(left_out)?;
        if !can_do_all {
            return Ok(());
        }
        let length = lengths::clock(Plan::of(session).total);
        self.message(&Message::new("guide-do-all").with("time", length))
    }

    /// Which exercises are chosen, how long it takes with them, and how to choose others.
    pub(super) fn chosen(&mut self, choices: &[Choice], session: &Routine) -> Result<(), Failure> {
        if choices.is_empty() {
            return Ok(());
        }
        self.blank()?;
        let chosen: Vec<Message> = choices.iter().map(report::chosen).collect();
        self.notes(&chosen)?;
        let others = choices.iter().flat_map(|choice| &choice.exercises);
        let ids: Vec<&str> = others.map(|it| it.id.as_str()).collect();
        let ids = List::Parts.of(ids.iter().copied());
        let length = lengths::clock(Plan::of(session).total);
        let others = Message::new("guide-choose").with("exercises", ids);
        self.message(&others.with("time", length))
    }

    /// Why it is better to rest.
    pub(super) fn rest(&mut self, rest: Rest) -> Result<(), Failure> {
        self.message(&report::rest(rest))
    }

    fn step(
        &mut self,
        snapshot: &Snapshot,
        step: &Step,
        exercise: &Exercise,
    ) -> Result<(), Failure> {
        if self.written.exercise.replace(step.exercise) != Some(step.exercise) {
            self.lines("")?;
            let (routine, plan) = (&snapshot.routine, &snapshot.plan);
            let round = narrate::further_round(routine, plan, plan.after_rest(snapshot.step));
            if let Some(round) = round {
                self.lines(&self.words.message(&round))?;
            }
            self.lines(&exercise.name)?;
            let is_new = self.written.told.insert(step.exercise);
            let easier = exercise.easier.as_deref().filter(|_| snapshot.is_eased);
            let label = self.words.get("player-doing-easier");
            let easier = easier.map(|easier| format!("  {label} {easier}"));
            if exercise.circuit().is_some() && !is_new {
                // How it is done was written in the round before; there it may not have been the easier way yet.
                if let Some(easier) = easier {
                    self.lines(&easier)?;
                }
                return self.step_begun(snapshot, step, exercise);
            }
            self.lines(&format!("  {}", facts::dose(self.words, exercise)))?;
            if let Some(easier) = easier {
                self.lines(&easier)?;
            } else {
                for instruction in &exercise.instructions {
                    self.lines(&format!("  {instruction}"))?;
                }
            }
            for (id, text) in [
                ("exercise-feel-it-in", &exercise.feel_it_in),
                ("exercise-caution", &exercise.caution),
                ("exercise-note", &exercise.clinician_note),
            ] {
                if let Some(text) = text {
                    let aim = Aim::of(&snapshot.routine, exercise);
                    let text = Message::new(id)
                        .with("text", text.as_str())
                        .with("aim", aim.key());
                    self.lines(&format!("  {}", self.words.message(&text)))?;
                }
            }
        }
        self.step_begun(snapshot, step, exercise)
    }

    fn step_begun(
        &mut self,
        snapshot: &Snapshot,
        step: &Step,
        exercise: &Exercise,
    ) -> Result<(), Failure> {
        let began = self.written.step.replace(snapshot.step) != Some(snapshot.step);
        if began && !self.live {
            let length = snapshot.length.map(lengths::clock).unwrap_or_default();
            let text = narrate::step_in_full(step, exercise, self.words);
            self.lines(format!("{length:>7}  {text}").trim_end())?;
        }
        self.words_due(snapshot, step, exercise)
    }

    fn words_due(
        &mut self,
        snapshot: &Snapshot,
        step: &Step,
        exercise: &Exercise,
    ) -> Result<(), Failure> {
        let exercise = exercise.on(step.side);
        let Some(words) = narrate::words_due(step, exercise, snapshot.elapsed) else {
            return Ok(());
        };
        let due = Some((snapshot.step, words.to_owned()));
        if self.written.words_due == due {
            return Ok(());
        }
        self.written.words_due = due;
        self.lines(&format!("  {words}"))
    }

    fn warnings(&mut self, snapshot: &Snapshot) -> Result<(), Failure> {
        let sound = snapshot.sound_warning.as_ref();
        let sound = sound.map(|warning| &warning.message);
        let warnings = [sound, snapshot.record_warning.as_ref()];
        let present: Vec<&Message> = warnings.into_iter().flatten().collect();
        let is_silent = |reported: &Written| reported.warnings.contains(&NO_SOUND);
        let was_silent = is_silent(&self.written);
        for warning in self.written.new_warnings(&present) {
            self.message(warning)?;
        }
        if self.written.is_saved_again() {
            self.message(&Message::new("guide-saved-again"))?;
        }
        if was_silent && !is_silent(&self.written) {
            self.message(&Message::new("sound-is-back"))?;
        }
        Ok(())
    }

    /// Why the end takes longer: another program keeps the record, or the disk is slow.
    pub(super) fn saving(&mut self, waits_for_another: bool) -> Result<(), Failure> {
        self.written.unsaved = true;
        let id = if waits_for_another {
            "guide-saving-after-another"
        } else {
            "guide-saving"
        };
        self.message(&Message::new(id))
    }

    /// Says that all is in the record, if something was said not to be.
    pub(super) fn saved(&mut self) -> Result<(), Failure> {
        self.written.warnings.clear();
        if self.written.is_saved_again() {
            self.message(&Message::new("guide-saved-again"))?;
        }
        Ok(())
    }

    fn state(&mut self, snapshot: &Snapshot) -> Result<(), Failure> {
        let before = self.written.state.replace(snapshot.state);
        let State::Paused(pause) = snapshot.state else {
            return Ok(());
        };
        if before == Some(snapshot.state) {
            return Ok(());
        }
        self.message(&narrate::pause(pause))?;
        if pause == Pause::Hurts {
            self.hurts(&snapshot.routine, snapshot.easier_way())?;
        }
        Ok(())
    }

    /// Asks whether to end the session, for which time stands still.
    pub(super) fn ask_to_end(&mut self) -> Result<(), Failure> {
        // The pause for it is not shown as one that the person asked for.
        self.written.state = Some(State::Paused(Pause::Asked));
        self.message(&Message::new("guide-end-asked"))
    }

    /// That the session stands still, as it did before something was asked.
    pub(super) fn still_paused(&mut self, state: State) -> Result<(), Failure> {
        match state {
            State::Paused(pause) => self.message(&narrate::pause(pause)),
            _ => Ok(()),
        }
    }

    /// The pain above which the routine's author says to stop, and whom to ask.
    fn limit_and_contact(&mut self, routine: &Routine) -> Result<(), Failure> {
        let limit = routine.safety.pain_limit;
        let limit = limit.map(|limit| Message::new("hurts-limit").with("limit", limit));
        let messages = [limit, facts::contact(routine)];
        messages
            .iter()
            .flatten()
            .try_for_each(|text| self.message(text))
    }

    /// The author's limit of pain and the general advice when it hurts, and what can be done.
    fn hurts(&mut self, routine: &Routine, easier: Option<&str>) -> Result<(), Failure> {
        self.message(&Message::new("advice-stop"))?;
        self.signs(routine)?;
        self.blank()?;
        self.choices(easier)
    }

    /// What can be done while it hurts.
    fn choices(&mut self, easier: Option<&str>) -> Result<(), Failure> {
        if let Some(easier) = easier {
            let easier = Message::new("guide-hurts-easier").with("easier", easier);
            self.message(&easier)?;
        }
        for id in ["guide-hurts-skip", "guide-hurts-end", "guide-hurts-go-on"] {
            self.message(&Message::new(id))?;
        }
        Ok(())
    }

    /// All warning signs to mind with pain, the emergencies first.
    fn signs(&mut self, routine: &Routine) -> Result<(), Failure> {
        let words = self.words;
        self.list("advice-emergency-heading", &red_flags::emergencies(words))?;
        self.list("hurts-stop-if", &red_flags::also_stop_if(words, routine))?;
        self.limit_and_contact(routine)?;
        self.list("advice-soon-heading", &red_flags::soon(words))
    }

    fn live_line(
        &mut self,
        snapshot: &Snapshot,
        step: &Step,
        exercise: &Exercise,
    ) -> Result<(), Failure> {
        let (number, share) = match snapshot.length {
            Some(length) => {
                let left = length.saturating_sub(snapshot.elapsed);
                let share = snapshot.elapsed.as_millis() * BAR as u128 / length.as_millis().max(1);
                (lengths::clock(left), usize::try_from(share).unwrap_or(BAR))
            }
            None => (lengths::clock(snapshot.elapsed), 0),
        };
        let bar = "█".repeat(share.min(BAR)) + &"░".repeat(BAR.saturating_sub(share));
        let next = narrate::next(&snapshot.routine, &snapshot.plan, snapshot.step);
        let next = Message::new("guide-next").with("next", next);
        let text = format!(
            "{number:>5} {bar} {} · {}",
            narrate::step_under_way(
                step,
                exercise,
                snapshot.elapsed,
                snapshot.length,
                self.words
            ),
            self.words.message(&next)
        );
        let fitting = fitting(&text, width().saturating_sub(1));
        let out = &mut self.out;
        let written = queue!(out, Clear(ClearType::CurrentLine))
            .and_then(|()| write!(out, "\r{fitting}"))
            .and_then(|()| out.flush());
        printed(written)
    }

    fn list<T: AsRef<str>>(&mut self, heading: &'static str, items: &[T]) -> Result<(), Failure> {
        if !items.is_empty() {
            self.message(&Message::new(heading))?;
        }
        for item in items {
            self.must_see(&format!("  {}", item.as_ref()))?;
        }
        Ok(())
    }

    pub(super) fn message(&mut self, message: &Message) -> Result<(), Failure> {
        let text = self.words.message(message);
        self.must_see(&text)
    }

    /// Writes lines that the person must see: on standard error as well where the output is not in
    /// view.
    fn must_see(&mut self, text: &str) -> Result<(), Failure> {
        self.lines(text)?;
        let Some(aside) = &mut self.aside else {
            return Ok(());
        };
        let lines = wrapped(text, width()).join(self.end);
        printed(write!(aside, "{lines}{}", self.end))
    }

    fn blank(&mut self) -> Result<(), Failure> {
        self.must_see("")
    }

    /// Shows a text as far as it is typed.
    pub(super) fn typing(&mut self, text: &str) -> Result<(), Failure> {
        if !self.live {
            return Ok(());
        }
        let text = fitting(text, width().saturating_sub(1));
        let out = &mut self.out;
        let written = queue!(out, Clear(ClearType::CurrentLine))
            .and_then(|()| write!(out, "\r{text}"))
            .and_then(|()| out.flush());
        printed(written)
    }

    /// Shows a text that was typed.
    pub(super) fn typed(&mut self, text: &str) -> Result<(), Failure> {
        self.must_see(text)
    }

    /// Writes lines that stay, in place of the live one.
    fn lines(&mut self, text: &str) -> Result<(), Failure> {
        let out = &mut self.out;
        let written = if self.live {
            // A terminal that reads single keys starts a new line where the last one ended.
            let lines = wrapped(text, width()).join("\r\n");
            queue!(out, Clear(ClearType::CurrentLine)).and_then(|()| write!(out, "\r{lines}\r\n"))
        } else {
            write!(out, "{}{}", text.replace('\n', self.end), self.end)
        };
        printed(written.and_then(|()| out.flush()))
    }
}

/// Whether the sound or the voice has failed, so that the screen has to guide.
fn needs_the_screen(snapshot: &Snapshot) -> bool {
    let warning = snapshot.sound_warning.as_ref();
    warning.is_some_and(|warning| warning.leaves != Audible::All)
}

/// The step under way and its exercise.
fn place(snapshot: &Snapshot) -> Option<(&Step, &Exercise)> {
    let step = snapshot.plan.steps.get(snapshot.step)?;
    Some((step, snapshot.routine.exercises.get(step.exercise)?))
}
