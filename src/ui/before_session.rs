//! What comes before a session: the safety card, once, the question about pain, and what there is to
//! say where it is above the limit.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{Key, Ui};

use super::column::{column, foot, page};
use super::hurts::signs;
use super::settings::SettingsAction;
use super::theme::{palette, space};
use super::way::{self, Way};
use super::widgets::{
    Button, NumberPad, body, bullets, card, columns, link, muted, note, notice, panel, part,
    pressed, row, small, strong, title,
};
use super::{Action, advice, choosing};
use crate::day::{Choice, Limit, Standing};
use crate::facts;
use crate::red_flags;
use crate::report;
use crate::routine::{Routine, Safety};
use crate::words::{Message, Words};

/// What leads to a session, on any screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BeforeAction {
    /// Begin a session of the routine with this id: first whatever is to be asked before it.
    Begin { routine: String },
    /// The same without a record of it.
    Try { routine: String },
    /// Do all exercises of the routine, also those that are not meant for today.
    DoAll,
    /// Have these exercises, by their ids, of the groups of which the person chooses some.
    Choose {
        routine: Arc<str>,
        exercises: BTreeSet<Arc<str>>,
    },
    /// The safety card has been read.
    AcceptSafety,
    /// Pain before the session that is about to begin, and begin it; `None` without an answer.
    Pain(Option<u8>),
    /// Begin, though the pain is above the limit.
    StartAnyway,
    /// Leave the session for another day, since the pain is above that limit.
    PutOff,
    /// Back from what is asked before a session.
    Cancel,
    /// The same, to the page of the routine, which has all signs at which to stop.
    AllSigns,
    /// Run the routine sixty times as fast, silent and never recorded.
    Rehearse { routine: String },
    /// Go on with the session that was cut off.
    GoOn,
    /// Leave the session that was cut off as it is.
    LetGo,
}

impl BeforeAction {
    /// Have these exercises, by their ids, of the groups to choose from of a routine.
    pub(super) fn choose(routine: &Routine, exercises: BTreeSet<Arc<str>>) -> Action {
        let routine = routine.id.as_str().into();
        Action::Before(Self::Choose { routine, exercises })
    }
}

/// The card before the very first session.
pub fn show_safety(ui: &mut Ui, words: &Words) -> Option<Action> {
    let accept = Way {
        text: words.get("safety-accept"),
        sign: words.get("key-enter"),
        keys: &[Key::Enter],
        action: Action::Before(BeforeAction::AcceptSafety),
    };
    page(ui, "safety", |ui| {
        let short = ui.available_height() < SHORT;
        column(ui, |ui| {
            title(ui, &words.get("safety-title"));
            if short {
                // The room of a card goes to the words: when to stop is read without scrolling.
                super::learn::show_safety_lines(ui, words);
            } else {
                ui.add_space(space::S);
                card(ui, |ui| super::learn::show_safety_lines(ui, words));
            }
        });
        two_ways(ui, [accept, not_now(words)])
    })
}

/// How the session that is about to begin will be heard.
#[derive(Debug, Clone, Copy)]
pub struct Sound<'a> {
    pub muted: bool,
    /// What is wrong with the device.
    pub warning: Option<&'a Message>,
}

/// What the day means for the routine.
#[derive(Debug)]
pub struct OfDay {
    pub standing: Standing,
    /// Which exercises the session does not have, and why.
    pub left_out: Vec<Message>,
    /// Whether those can be done all the same.
    pub can_do_all: bool,
    /// What there is to choose.
    pub choices: Vec<Choice>,
    /// Whether nothing of the session is kept.
    pub is_tried: bool,
}

/// In a lower window nothing but the question and the ways on has room at first.
const SHORT: f32 = 340.0;

/// The question about pain. Its numbers come first, so that the largest text has them in view, and
/// what the routine's author wants to be known below them. It may stay without an answer.
pub fn show_pain(
    ui: &mut Ui,
    words: &Words,
    routine: &Routine,
    pain: &mut Option<u8>,
    sound: Sound,
    of_day: &OfDay,
) -> Option<Action> {
    page(ui, "pain", |ui| {
        let short = ui.available_height() < SHORT;
        let asked = column(ui, |ui| {
            if !short {
                muted(ui, &routine.title);
            }
            title(ui, &words.get("pain-before-title"));
            if !short {
                advice::show(ui, words, &of_day.standing, routine);
            }
            ui.add_space(space::XS);
            let pad = NumberPad {
                name: &words.get("pain-name"),
                chosen: *pain,
            };
            *pain = part(ui, "numbers", |ui| pad.show(ui, words, |_| None));
            small(ui, &words.get("pain-scale"));
            ui.add_space(space::S);
            if short {
                muted(ui, &routine.title);
                advice::show(ui, words, &of_day.standing, routine);
            }
            let by_choice = choosing::show(ui, words, &of_day.choices)
                .map(|exercises| BeforeAction::choose(routine, exercises));
            let by_day = show_left_out(ui, words, of_day);
            let by_terms = reminder(ui, words, routine);
            let by_sound = short.then(|| show_sound(ui, words, sound)).flatten();
            let why = if of_day.is_tried {
                "pain-why-tried"
            } else {
                "pain-why"
            };
            small(ui, &words.get(why));
            by_sound.or(by_choice).or(by_day).or(by_terms)
        });
        let answer = pain.map_or("pain-skip", |_| "pain-start");
        let start = Way {
            text: words.get(answer),
            sign: words.get("key-enter"),
            keys: &[Key::Enter],
            action: Action::Before(BeforeAction::Pain(*pain)),
        };
        // That nothing will be heard stays in view.
        let by_foot = foot(ui, |ui| {
            let sound = if short {
                None
            } else {
                show_sound(ui, words, sound)
            };
            part(ui, "ways", |ui| way::show(ui, [start, not_now(words)])).or(sound)
        });
        by_foot.or(asked)
    })
}

/// Says what the session does not have, and offers to do it all the same where that can be.
fn show_left_out(ui: &mut Ui, words: &Words, of_day: &OfDay) -> Option<Action> {
    of_day.left_out.first()?;
    for left in &of_day.left_out {
        small(ui, &words.message(left));
    }
    if !of_day.can_do_all {
        ui.add_space(space::S);
        return None;
    }
    let all = link(ui, &words.get("before-do-all")).clicked();
    ui.add_space(space::S);
    all.then_some(Action::Before(BeforeAction::DoAll))
}

/// Says so if nothing will be heard.
fn show_sound(ui: &mut Ui, words: &Words, sound: Sound) -> Option<Action> {
    if !sound.muted {
        if let Some(warning) = sound.warning {
            notice(ui, &words.message(warning));
        }
        return None;
    }
    let clicked = row(ui, |ui| {
        note(ui, &words.get("before-sound-off"));
        let text = words.get("before-sound-on");
        ui.add(Button::quiet(&text)).clicked()
    });
    (clicked.inner || pressed(ui, Key::M)).then_some(Action::Settings(SettingsAction::ToggleSound))
}

/// What the author wants to be known before a session, without the signs that everybody has read in
/// Supple's own words, and the way to the whole.
fn reminder(ui: &mut Ui, words: &Words, routine: &Routine) -> Option<Action> {
    let safety = &routine.safety;
    let own = |signs: &[String]| {
        let own = red_flags::not_among_all(words, signs).into_iter();
        own.map(str::to_owned).collect::<Vec<_>>()
    };
    let short = Safety {
        pain_limit: safety.pain_limit,
        not_if: own(&safety.not_if),
        stop_if: own(&safety.stop_if),
    };
    authors_terms(ui, words, &short);
    if short == *safety {
        return None;
    }
    let whole = link(ui, &words.get("before-all-signs")).clicked();
    whole.then_some(Action::Before(BeforeAction::AllSigns))
}

/// From so many points on there is room for two lists beside one another.
const TWO_COLUMNS: f32 = 520.0;

/// When the routine's author wants it left alone, and when stopped; nothing where the file says
/// nothing.
pub(super) fn authors_terms(ui: &mut Ui, words: &Words, safety: &Safety) {
    let limit = safety.pain_limit.map(|limit| {
        let limit = Message::new("routine-pain-limit").with("limit", limit);
        words.message(&limit)
    });
    let [not_if, stop_if] =
        [&safety.not_if, &safety.stop_if].map(|signs| red_flags::not_among(signs, &[]));
    // The number is what is most easily forgotten, and so comes first.
    let stop_if: Vec<&str> = limit.as_deref().into_iter().chain(stop_if).collect();
    let lists = [("routine-not-if", not_if), ("routine-stop-if", stop_if)];
    let lists = lists.into_iter().filter(|(_, signs)| !signs.is_empty());
    let lists: Vec<_> = lists.collect();
    if lists.is_empty() {
        return;
    }
    let show = |ui: &mut Ui, (name, signs): &(&'static str, Vec<&str>)| {
        strong(ui, &words.get(name));
        bullets(ui, signs);
    };
    panel(ui, palette(ui).coral_soft, |ui| {
        if lists.len() > 1 && ui.available_width() >= TWO_COLUMNS {
            columns(ui, lists.len(), |ui, number| show(ui, &lists[number]));
        } else {
            for list in &lists {
                show(ui, list);
            }
        }
    });
    ui.add_space(space::S);
}

/// What there is to say about pain above the limit. Whether to
/// begin is for the person to decide; no slip of a finger does.
pub fn show_too_much(
    ui: &mut Ui,
    words: &Words,
    routine: &Routine,
    pain: u8,
    limit: Limit,
) -> Option<Action> {
    let rest = Way {
        text: words.get("too-much-rest"),
        sign: words.get("key-enter"),
        keys: &[Key::Enter, Key::Escape],
        action: Action::Before(BeforeAction::PutOff),
    };
    let start = Way {
        text: words.get("too-much-start"),
        sign: "S".to_owned(),
        keys: &[Key::S],
        action: Action::Before(BeforeAction::StartAnyway),
    };
    page(ui, "too much", |ui| {
        column(ui, |ui| {
            muted(ui, &routine.title);
            title(ui, &words.get("too-much-title"));
            let why = report::too_much(pain, limit);
            let advice = facts::ask_first("too-much-advice", routine);
            body(ui, &words.message(&why));
            body(ui, &words.message(&advice));
            ui.add_space(space::XS);
            signs(ui, words, routine);
        });
        two_ways(ui, [rest, start])
    })
}

fn not_now(words: &Words) -> Way<'static> {
    Way {
        text: words.get("before-cancel"),
        sign: words.get("key-escape"),
        keys: &[Key::Escape],
        action: Action::Before(BeforeAction::Cancel),
    }
}

/// The two ways on, the one that is meant first; always in view.
fn two_ways(ui: &mut Ui, both: [Way; 2]) -> Option<Action> {
    foot(ui, |ui| way::show(ui, both))
}

#[cfg(test)]
mod tests {
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::day::{Dose, Turn};
    use crate::routine::Exercise;
    use crate::ui::{frame, theme};

    #[test]
    fn what_is_asked_and_what_to_mind_come_before_why_it_is_asked() {
        let mut routine = Routine::new("back", "Back", vec![Exercise::new("knee", "Knee")]);
        routine.safety.stop_if = vec!["a pulling pain behind the knee".to_owned()];
        for size in [[1280.0, 800.0], [640.0, 300.0]] {
            let words = Words::of("en");
            let sound = Sound {
                muted: false,
                warning: None,
            };
            let of_day = OfDay {
                standing: Standing {
                    dose: Dose::Planned { done: 0, of: 1 },
                    turn: Turn::Due,
                    week: None,
                    enough: None,
                    rest: None,
                    rest_of_day: None,
                },
                left_out: Vec::new(),
                can_do_all: true,
                choices: Vec::new(),
                is_tried: false,
            };
            let mut harness = Harness::builder()
                .with_size(size)
                .with_context_setup(theme::install)
                .build_ui(|ui| {
                    frame::whole(ui, |ui| {
                        show_pain(ui, &words, &routine, &mut None, sound, &of_day)
                    });
                });
            harness.run();
            let top = |id| harness.get_by_label(&words.get(id)).rect().min.y;
            let terms = harness.get_by_label(&routine.safety.stop_if[0]);
            let terms = terms.rect().min.y;
            assert!(top("pain-before-title") < top("pain-scale"), "{size:?}");
            assert!(top("pain-scale") < terms, "{size:?}");
            assert!(terms < top("pain-why"), "{size:?}");
        }
    }

    #[test]
    fn when_to_stop_is_read_without_scrolling_in_the_smallest_window() {
        for language in ["en", "de"] {
            let words = Words::of(language);
            let mut harness = Harness::builder()
                .with_size([400.0, 300.0])
                .with_context_setup(theme::install)
                .build_ui(|ui| {
                    frame::whole(ui, |ui| show_safety(ui, &words));
                });
            harness.run();
            let [stop, accept] = ["safety-2", "safety-accept"].map(|id| words.get(id));
            let line = harness.get_by_label(&stop).rect();
            let ways = harness.get_by_label_contains(&accept).rect();
            assert!(line.max.y <= ways.min.y, "{language}: {line} {ways}");
        }
    }
}
