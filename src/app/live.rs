//! A session under way in the window.

use std::path::PathBuf;

use eframe::egui::epaint::ClippedShape;
use eframe::egui::{Context, Ui};

use crate::clock::Clock as _;
use crate::guided::Guided;
use crate::history::{Id, Last};
use crate::runner::Snapshot;
use crate::session::{Command, Pause, State};
use crate::settings::Settings;
use crate::ui::finish::{About, Answers, Finish, Kept};
use crate::ui::picture_cache::{PictureCache, Pictures};
use crate::ui::{Action, player};
use crate::words::Words;

/// A session with its screen.
pub(super) struct Live {
    guided: Guided,
    player: player::Player,
    /// Whether there is a program to speak with.
    speaks: bool,
    /// Of the routine's file.
    folder: Option<PathBuf>,
    /// Whether it is done to see what it is like, and leads back to where it was asked for.
    pub(super) is_trial: bool,
}

/// A session that is over, with the screen of its end.
pub(super) struct Done {
    snapshot: Snapshot,
    finish: Finish,
    pub(super) recorded: Option<Id>,
    pain_before: Option<u8>,
    /// Whether it was done to see what it is like.
    pub(super) is_trial: bool,
}

impl Done {
    pub(super) fn show(&mut self, ui: &mut Ui, words: &Words) -> Option<Action> {
        let about = About {
            pain_before: self.pain_before,
            kept: match (self.recorded, self.is_trial) {
                (Some(_), _) => Kept::Recorded,
                (None, true) => Kept::Tried,
                (None, false) => Kept::Rehearsed,
            },
        };
        self.finish.show(ui, words, &self.snapshot, about)
    }

    /// What the person has answered so far.
    pub(super) fn answers(&self) -> Answers {
        self.finish.answers()
    }
}

impl Live {
    /// Shows a session that has begun. `speaks` says whether there is a program to speak with, and
    /// `folder` where the routine's file lies, with the pictures beside it.
    pub(super) fn new(guided: Guided, speaks: bool, folder: Option<PathBuf>) -> Self {
        Self {
            guided,
            player: player::Player::default(),
            speaks,
            folder,
            is_trial: false,
        }
    }

    /// The end of this session, which is over in `snapshot`.
    /// `last` is what was done in the sessions before.
    pub(super) fn done(&self, words: &Words, snapshot: Snapshot, last: &Last) -> Done {
        Done {
            finish: Finish::of(words, &snapshot, last),
            snapshot,
            recorded: self.guided.recorded,
            pain_before: self.guided.pain_before,
            is_trial: self.is_trial,
        }
    }

    /// Has the person asked whether to end the session; `false` if there is nothing to ask.
    pub(super) fn ask_to_end(&mut self) -> bool {
        let state = self.snapshot().state;
        if self.guided.recorded.is_none() || !self.player.ask_to_end(state) {
            return false;
        }
        if state == State::Running {
            self.send(Command::Pause);
        }
        true
    }

    pub(super) fn is_asking(&self) -> bool {
        self.player.is_asking()
    }

    /// Whether something is asked or reported that a small window has no room for.
    pub(super) fn needs_room(&self) -> bool {
        self.is_asking() || self.hurts()
    }

    /// Whether it stands still because it hurts.
    pub(super) fn hurts(&self) -> bool {
        self.snapshot().state == State::Paused(Pause::Hurts)
    }

    pub(super) fn snapshot(&self) -> Snapshot {
        self.guided.runner.snapshot()
    }

    pub(super) fn send(&self, command: Command) {
        self.guided.runner.send(command);
    }

    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        words: &Words,
        settings: &Settings,
        pictures: &PictureCache,
        form: player::Form,
    ) -> Option<Action> {
        let look = player::Look {
            sound: player::Sound {
                on: !settings.muted,
                percent: settings.volume_percent,
                voice: self.speaks.then_some(settings.voice),
                alone: settings.without_looking,
            },
            motion: self.motion(settings),
            form,
            is_recorded: self.guided.recorded.is_some(),
            pictures: Pictures::of(pictures, self.folder.as_deref()),
        };
        self.player
            .show(ui, words, &self.guided.runner.snapshot(), look)
    }

    /// Draws what moves into the last picture of the window; `false` if all of that is to be drawn anew.
    pub(super) fn move_on(
        &self,
        ctx: &Context,
        settings: &Settings,
        pictures: &PictureCache,
        picture: &mut Vec<ClippedShape>,
    ) -> bool {
        let pictures = Pictures::of(pictures, self.folder.as_deref());
        let motion = self.motion(settings);
        player::move_on(ctx, &self.snapshot(), pictures, motion, picture)
    }

    fn motion(&self, settings: &Settings) -> player::Motion {
        player::Motion {
            now: self.guided.clock.now().monotonic,
            reduced: settings.reduced_motion,
        }
    }
}
