//! The figure: where it is, which side it shows, and when it moves.

use eframe::egui::Shape;

use super::*;
use crate::figure::{BLEND, Moment, look_alike, shipped};
use crate::plan::StepKind;
use crate::routine::{Side, Tempo};
use crate::session::EventKind;
use crate::ui::figure::Posed;
use crate::ui::player::scene::{Movement, Rhythm};
use crate::voice::Script;

fn millis(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

/// The figure that is drawn, and how it moves on.
fn posed(snapshot: &Snapshot, motion: Motion) -> (Posed<'_>, Movement<'_>) {
    match Scene::of(snapshot, Pictures::NONE, Detail::Large, motion) {
        Some(Scene::Figure { posed, movement }) => (posed, movement),
        other => panic!("{other:?}"),
    }
}

/// The moment that is drawn so long after a step began, its side, and whether it moves on.
fn scene(step: usize, since: Duration, reduced: bool) -> (Moment, Option<Side>, bool) {
    let snapshot = Course::of(drawn(), step, 0).snapshot();
    let now = snapshot.as_of + since;
    let (posed, movement) = posed(&snapshot, Motion { now, reduced });
    let moves = !matches!(movement, Movement::Still | Movement::Rests(_));
    (posed.moment, posed.side, moves)
}

#[test]
fn the_figure_moves_into_the_pose_and_out_of_it_and_stays_in_between() {
    let left = Some(Side::Left);
    for (step, since, expected, side, moves) in [
        // While one gets ready it shows once what comes.
        (0, millis(500), Moment::REST, left, false),
        (0, millis(1_400), Moment::entering(millis(400)), left, true),
        (0, millis(2_000), Moment::HOLD, left, false),
        (0, millis(5_100), Moment::leaving(millis(100)), left, true),
        (0, millis(6_000), Moment::REST, left, false),
        (1, millis(0), Moment::entering(millis(0)), left, true),
        (1, millis(500), Moment::entering(millis(500)), left, true),
        (1, BLEND, Moment::HOLD, left, false),
        (1, millis(19_999), Moment::HOLD, left, false),
        (2, millis(500), Moment::leaving(millis(500)), left, true),
        (2, BLEND, Moment::REST, left, false),
        // Turned round for the other side it begins at rest.
        (6, millis(500), Moment::REST, Some(Side::Right), false),
        (
            7,
            millis(500),
            Moment::entering(millis(500)),
            Some(Side::Right),
            true,
        ),
        // After the exercise there is no side to say, and the figure does not turn.
        (
            12,
            millis(500),
            Moment::leaving(millis(500)),
            Some(Side::Right),
            true,
        ),
        (12, BLEND, Moment::REST, Some(Side::Right), false),
    ] {
        assert_eq!(
            scene(step, since, false),
            (expected, side, moves),
            "{step} {since:?}"
        );
    }
}

#[test]
fn paced_repetitions_move_with_their_pace() {
    let figure = shipped("pelvic-tilt").unwrap();
    for since in [0, 1_000, 2_000, 9_500].map(millis) {
        let expected = figure.paced(since, Duration::from_secs(4));
        assert_eq!(scene(14, since, false), (expected, None, true), "{since:?}");
    }
}

#[test]
fn the_figure_turns_round_with_each_repetition_that_alternates_sides() {
    let march = || {
        let mut routine = drawn();
        let march = &mut routine.exercises[0];
        march.dose = Dose::Paced {
            reps: 3,
            pace: Duration::from_secs(2),
        };
        march.sides = Sides::Alternate;
        routine
    };
    let (left, right) = (Some(Side::Left), Some(Side::Right));
    for (step, since, side) in [
        (0, 9_000, left),
        (1, 0, left),
        (1, 1_999, left),
        (1, 2_000, right),
        (1, 4_000, left),
        (1, 11_000, right),
    ] {
        for reduced in [false, true] {
            let snapshot = Course::of(march(), step, 0).snapshot();
            let now = snapshot.as_of + millis(since);
            let (posed, _) = posed(&snapshot, Motion { now, reduced });
            assert_eq!(posed.side, side, "{step} {since}");
        }
    }
}

#[test]
fn reduced_motion_cuts_to_the_pose() {
    for (since, expected) in [
        (900, Moment::REST),
        (1_000, Moment::HOLD),
        (4_999, Moment::HOLD),
        (5_000, Moment::REST),
    ] {
        let (moment, _, moves) = scene(0, millis(since), true);
        assert_eq!((moment, moves), (expected, false), "{since}");
    }
    for (step, expected) in [(1, Moment::HOLD), (2, Moment::REST), (14, Moment::HOLD)] {
        for since in [0, 500, 3_000].map(millis) {
            let (moment, _, moves) = scene(step, since, true);
            assert_eq!((moment, moves), (expected, false), "{step} {since:?}");
        }
    }
}

#[test]
fn a_pause_stands_still() {
    let mut course = Course::of(drawn(), 1, 0);
    course.wait(millis(400));
    course.give(Command::Pause);
    let snapshot = course.snapshot();
    for since in [0, 300, 60_000].map(millis) {
        let now = snapshot.as_of + since;
        let reduced = false;
        let (posed, movement) = posed(&snapshot, Motion { now, reduced });
        assert_eq!(posed.moment, Moment::entering(millis(400)));
        assert_eq!(movement, Movement::Still);
    }
}

/// The sides that a text names, as words of its language.
fn sides_named(text: &str, language: &str) -> Vec<Side> {
    let side_of = |word: &str| match (language, word) {
        ("en", "left") => Some(Side::Left),
        ("en", "right") => Some(Side::Right),
        ("de", _) => {
            let is = |stem| {
                let ending = word.strip_prefix(stem);
                ending.is_some_and(|ending| ["s", "e", "em", "en", "er", "es"].contains(&ending))
            };
            is("link")
                .then_some(Side::Left)
                .or(is("recht").then_some(Side::Right))
        }
        _ => None,
    };
    let text = text.to_lowercase();
    let words = text.split(|letter: char| !letter.is_alphabetic());
    words.filter_map(side_of).collect()
}

#[test]
fn a_side_is_found_by_its_word_and_by_nothing_else() {
    use Side::{Left, Right};
    let bright = "Sit upright, at a bright place, for what is left.";
    assert_eq!(sides_named(bright, "en"), [Left]);
    assert_eq!(
        sides_named("Right side, not the left.", "en"),
        [Right, Left]
    );
    let german = "Das rechte Knie zur linken Schulter, aufrecht und rechtzeitig.";
    assert_eq!(sides_named(german, "de"), [Right, Left]);
    assert_eq!(sides_named("Pause, dann links 2 von 2", "de"), [Left]);
}

/// Everything that is said of a step while it lasts: by the voice, whichever way the person takes
/// through it, and by the file.
fn said_of(script: &mut Script, step: usize, routine: &Routine, plan: &Plan) -> Vec<String> {
    let side = plan.steps[step].side;
    let of_both = &routine.exercises[plan.steps[step].exercise];
    let exercise = of_both.on(side);
    let cues = (0..exercise.cues.len()).map(|cue| EventKind::Say { step, cue });
    let others = [
        EventKind::Halfway { step },
        EventKind::Answered(crate::session::Answer::Easier),
    ];
    let events = std::iter::once(EventKind::StepBegan { step })
        .chain(others)
        .chain(cues);
    let heard = events.flat_map(|kind| {
        let at = Duration::ZERO;
        script.hear(&[crate::session::Event { at, kind }], plan).now
    });
    let mut said: Vec<String> = heard.map(|part| part.phrase.text).collect();
    if side.is_none() && of_both.in_words_of.is_some() {
        // Between two exercises the words of both sides are shown.
        return said;
    }
    let texts = [
        Some(&exercise.name),
        exercise.say.as_ref(),
        exercise.feel_it_in.as_ref(),
        exercise.caution.as_ref(),
        exercise.clinician_note.as_ref(),
        exercise.easier.as_ref(),
        exercise.harder.as_ref(),
        exercise.image_alt.as_ref(),
    ];
    said.extend(texts.into_iter().flatten().cloned());
    said.extend(exercise.instructions.iter().cloned());
    said.extend(exercise.cues.iter().map(|cue| cue.say.clone()));
    said
}

/// Whether the picture is the one that the data shows, and not its mirror image.
fn is_as_drawn(posed: Posed<'_>) -> bool {
    let figure = posed.figure;
    figure.shapes(Moment::HOLD, posed.side) == figure.shapes(Moment::HOLD, None)
}

#[test]
fn every_shipped_step_shows_and_says_one_side() {
    for (file, language) in SHIPPED.iter().flat_map(|file| [(file, "en"), (file, "de")]) {
        let routine = shipped_routine(file.name, language);
        assert_eq!(routine.language, language, "{}", file.name);
        let plan = Plan::of(&routine);
        let mut script = Script::new(&Arc::new(routine.clone()));
        // The exercise under way, and the side that the voice named last in it.
        let mut heard: (usize, Option<Side>) = (0, None);
        for (index, step) in plan.steps.iter().enumerate() {
            let place = format!("{} in {language}, step {index}", file.name);
            shows_its_side(&routine, &plan, index, &place);
            let said = said_of(&mut script, index, &routine, &plan);
            if step.exercise != heard.0 {
                heard = (step.exercise, None);
            }
            for text in &said {
                for side in sides_named(text, language) {
                    assert_eq!(Some(side), step.side, "{place}: {text}");
                    heard.1 = Some(side);
                }
            }
            if step.side.is_some() {
                assert_eq!(heard.1, step.side, "{place}: the voice named it last");
            }
            // A session that goes on with this step knows no more than what is said now.
            let mut anew = Script::new(&Arc::new(routine.clone()));
            let said = said_of(&mut anew, index, &routine, &plan).join(" ");
            let named = sides_named(&said, language);
            assert_eq!(named.first().copied(), step.side, "{place}: {said}");
        }
    }
}

/// The words of the screen and the picture, in the step's own side.
fn shows_its_side(routine: &Routine, plan: &Plan, index: usize, place: &str) {
    let step = &plan.steps[index];
    let words = Words::of(&routine.language);
    let named = |message| sides_named(&words.message(message), &routine.language);
    let snapshot = Course::of(routine.clone(), index, 0).snapshot();
    let motion = Motion {
        now: snapshot.as_of,
        reduced: false,
    };
    let (posed, _) = posed(&snapshot, motion);
    let view = View::of(&snapshot, snapshot.as_of).unwrap();
    let label = view.side.iter().flat_map(named).collect::<Vec<_>>();
    assert_eq!(label, Vec::from_iter(step.side), "{place}");
    let name = crate::narrate::step(step);
    for text in [&view.dial.caption, &name] {
        assert!(
            named(text).into_iter().all(|side| Some(side) == step.side),
            "{place}: {}",
            words.message(text)
        );
    }
    // What comes is named with the side that it has.
    let coming = plan.steps.get(index + 1).and_then(|next| next.side);
    let next = named(&view.next);
    assert!(
        next.into_iter().all(|side| Some(side) == coming),
        "{place}: {}",
        words.message(&view.next)
    );
    if let Some(side) = step.side {
        assert_eq!(posed.side, Some(side), "{place}");
        let drawn_for = posed.figure.drawn_for();
        assert!(drawn_for.is_some(), "{place}: both sides look alike");
        assert_eq!(is_as_drawn(posed), drawn_for == Some(side), "{place}");
    } else {
        let shows_none = posed.side.is_none();
        assert!(!step.kind.is_work() || shows_none, "{place}");
        assert_ne!(step.kind, StepKind::Switch, "{place}");
    }
}

#[test]
fn the_figure_stands_above_the_words() {
    for (size, zoom) in [
        (USUAL, 1.0),
        (vec2(3840.0, 2160.0), 2.0),
        (vec2(700.0, 1400.0), 1.0),
    ] {
        let harness = sized(Course::of(drawn(), 1, 5), size, zoom, "en");
        let place = harness.get_by_role_and_label(Role::Image, PICTURE).rect();
        let words = harness.get_by_label(TO_DO).rect();
        assert!(place.bottom() <= words.top(), "{size}: {place} {words}");
        assert!(place.height() > words.height(), "{size}: {place} {words}");
    }
}

/// Windows in which there is no room for both.
const SMALL_WINDOWS: [(Vec2, f32); 2] = [(vec2(480.0, 600.0), 1.0), (USUAL, 2.0)];

/// With more to read than a small window has room for, and words for the hold.
fn wordy() -> Routine {
    let mut routine = with_authors_words();
    routine.exercises[0]
        .instructions
        .extend([1, 2, 3].map(|rule| format!("Rule {rule}: keep the other leg where it is.")));
    routine
}

#[test]
fn a_hold_in_a_small_window_shows_its_figure_and_the_words_that_are_due() {
    for (size, zoom) in SMALL_WINDOWS {
        let harness = sized(Course::of(wordy(), 1, 5), size, zoom, "en");
        let place = harness.get_by_role_and_label(Role::Image, PICTURE).rect();
        assert!(place.height() >= 80.0, "{size} at {zoom}: {place}");
        assert!(harness.query_by_label_contains("Rule 1").is_none());
        let due = harness.get_by_label(SAY).rect();
        assert!(
            window(size / zoom).contains_rect(due),
            "{size} at {zoom}: {due}"
        );
        assert!(are_apart(place, due), "{size}: {place} {due}");
        let caution = harness.get_by_label_contains(CAUTION).rect();
        assert!(caution.bottom() <= due.top(), "{size}: {caution} {due}");
    }
}

#[test]
fn before_a_hold_in_a_small_window_the_words_are_scrolled_beside_the_figure() {
    for (size, zoom) in SMALL_WINDOWS {
        let mut harness = sized(Course::of(wordy(), 0, 1), size, zoom, "en");
        let place = harness.get_by_role_and_label(Role::Image, PICTURE).rect();
        assert!(place.height() >= 75.0, "{size} at {zoom}: {place}");
        let words = harness.get_by_label_contains("Rule 3");
        let rect = words.rect();
        assert!(are_apart(place, rect), "{size} at {zoom}: {place} {rect}");
        words.scroll_to_me();
        harness.run();
        let still = harness.get_by_role_and_label(Role::Image, PICTURE).rect();
        assert_eq!(still, place, "{size} at {zoom}");
    }
}

#[test]
fn in_the_smallest_panel_the_figure_yields_to_the_words() {
    let harness = sized(Course::of(wordy(), 0, 1), vec2(480.0, 600.0), 2.0, "en");
    assert!(harness.query_by_role(Role::Image).is_none());
    harness.get_by_label(TO_DO);
}

#[test]
fn a_movement_is_reported_whole_and_its_last_parts_where_there_is_no_room_for_all() {
    for (parts, first_is_told) in [(3, true), (40, false)] {
        let mut routine = drawn();
        if let Some(tilt) = routine.exercises.get_mut(1) {
            tilt.instructions = (1..=parts)
                .map(|part| format!("Part {part} of it: press the small of your back down."))
                .collect();
        }
        let harness = sized(Course::of(routine, 14, 5), USUAL, 1.0, "en");
        harness.get_by_role(Role::Image);
        let is_told = |part: usize| {
            let part = format!("Part {part} of it");
            harness.query_by_label_contains(&part).is_some()
        };
        assert_eq!(is_told(1), first_is_told, "{parts}");
        assert!(is_told(parts - 1) && is_told(parts), "{parts}");
    }
}

#[test]
fn between_holds_nothing_tells_how_to_hold() {
    for (language, step, text) in [
        ("en", 2, "Let go, and breathe."),
        ("de", 2, "Lassen Sie los, und atmen Sie."),
        ("en", 6, "Now the other side."),
        ("de", 6, "Jetzt die andere Seite."),
    ] {
        for routine in [routine(), drawn()] {
            let course = Course::of(routine, step, 1);
            let harness = sized(course, USUAL, 1.0, language);
            harness.get_by_label(text);
            assert!(harness.query_by_label_contains(TO_DO).is_none());
            assert!(harness.query_by_label_contains("Never pull").is_none());
        }
    }
}

#[test]
fn an_exercise_with_neither_figure_nor_words_shows_its_dose() {
    let harness = harness(Course::at(14, 5));
    let words = &harness.state().words;
    let dose = crate::facts::dose(words, &routine().exercises[1]);
    harness.get_by_label(&dose);
}

/// Where the text that says this is painted, and in what size.
fn painted(harness: &Harness<'_, Screen>, says: &str) -> (Rect, f32) {
    let shapes = harness.output().shapes.iter();
    let mut texts = shapes.filter_map(|shape| match &shape.shape {
        Shape::Text(text) if text.galley.text().contains(says) => Some(text),
        _ => None,
    });
    let text = texts.next().unwrap();
    let size = text.galley.job.sections.last().unwrap().format.font_id.size;
    (text.visual_bounding_rect(), size)
}

#[test]
fn words_in_a_hold_are_larger_than_the_many_before_it() {
    let [before, during] = [0, 1].map(|step| {
        let harness = harness(Course::of(with_authors_words(), step, 3));
        painted(&harness, CAUTION).1
    });
    assert!(during >= 22.0 && during > before, "{during}, {before}");
}

#[test]
fn somebody_in_place_of_a_figure_is_in_the_middle_with_the_words_near_below() {
    use crate::routine::Position;
    for position in [Position::Floor, Position::Seated, Position::Standing] {
        let mut routine = routine();
        routine.exercises[0].position = Some(position);
        let harness = harness(Course::of(routine, 0, 3));
        let ground = theme::LIGHT.teal_pale;
        let shapes = harness.output().shapes.iter();
        let mut grounds = shapes.filter_map(|shape| match &shape.shape {
            Shape::Rect(rect) if rect.fill == ground => Some(rect.rect),
            _ => None,
        });
        let place = grounds.next().unwrap();
        let shapes = harness.output().shapes.iter();
        let mut panels = shapes.filter_map(|shape| match &shape.shape {
            Shape::Rect(rect) if rect.fill == theme::LIGHT.picture => Some(rect.rect),
            _ => None,
        });
        let panel = panels.next().unwrap();
        assert!(
            (place.center().x - panel.center().x).abs() < 1.0,
            "{position:?}"
        );
        let down = (place.bottom() - panel.top()) / panel.height();
        assert!((0.3..0.5).contains(&down), "{position:?}: {down}");
        let words = painted(&harness, CAUTION).0;
        let gap = words.top() - place.bottom();
        assert!((20.0..90.0).contains(&gap), "{position:?}: {gap}");
    }
}

#[test]
fn the_figure_keeps_its_place_from_step_to_step() {
    for size in [USUAL, vec2(1920.0, 1080.0)] {
        // Before the exercise, in a hold, in a rest, and changing sides.
        let places = [0, 1, 2, 6, 7].map(|step| {
            let harness = sized(Course::of(with_authors_words(), step, 3), size, 1.0, "en");
            harness.get_by_role(Role::Image).rect()
        });
        let (place, others) = places.split_first().unwrap();
        assert!(others.iter().all(|other| other == place), "{places:?}");
        assert!(place.height() >= size.y * 0.35, "{size}: {place}");
    }
}

#[test]
fn it_is_drawn_again_while_the_figure_moves_and_only_then() {
    let (short, paced) = (millis(10)..millis(20), millis(10)..millis(600));
    for (step, elapsed, within) in [
        (0, 0, None),
        (0, 1, Some(short.clone())),
        (0, 3, None),
        (0, 7, None),
        (1, 0, Some(short)),
        (1, 5, None),
        (14, 5, Some(paced)),
    ] {
        let harness = harness(Course::of(drawn(), step, elapsed));
        let output = &harness.output().viewport_output;
        let again = output.values().map(|viewport| viewport.repaint_delay);
        let again = again.min().unwrap();
        match within {
            Some(within) => assert!(within.contains(&again), "{step}: {again:?}"),
            None => assert!(again > millis(900), "{step}: {again:?}"),
        }
    }
}

#[test]
fn a_paced_movement_is_drawn_as_often_as_it_is_seen_to_move() {
    const TORSO: f32 = 90.0;
    for (name, most) in [
        ("pelvic-tilt", 40),
        ("cat-and-camel", 140),
        ("bird-dog", 200),
    ] {
        let figure = shipped(name).unwrap();
        let pace = Duration::from_secs(4);
        let mut elapsed = Duration::ZERO;
        let mut pictures = 0;
        while elapsed < pace {
            let moment = figure.paced(elapsed, pace);
            let scene = Scene::Figure {
                posed: Posed {
                    figure,
                    moment,
                    side: None,
                },
                movement: Movement::Paced {
                    elapsed,
                    rhythm: Rhythm {
                        pace,
                        tempo: &Tempo::default(),
                    },
                },
            };
            let next = scene.next_picture(TORSO).unwrap();
            let frame = Duration::from_secs(1) / 60;
            assert!((frame..millis(600)).contains(&next), "{name}: {next:?}");
            // Half of the time before, nothing is seen to have moved.
            let before = if next > frame {
                next / 2
            } else {
                Duration::ZERO
            };
            let before = figure.paced(elapsed + before, pace);
            let [shown, before] = [moment, before].map(|moment| figure.shapes(moment, None));
            assert!(look_alike(&shown, &before, 1.0 / TORSO), "{name}");
            elapsed += next;
            pictures += 1;
        }
        assert!(pictures <= most, "{name}: {pictures} pictures");
        assert!(pictures >= 10, "{name}: {pictures} pictures");
    }
}

#[test]
fn a_tempo_leads_the_figure_into_the_pose_keeps_it_there_and_leads_it_back() {
    let figure = shipped("bridge").unwrap();
    let tempo = Tempo::read("2s up, 3s hold, 2s down").unwrap();
    let at = |since| {
        let travel = tempo.travel_at(millis(since)).unwrap();
        figure.shapes(figure.travelling(travel), None)
    };
    let [rest, pose] = [Moment::REST, Moment::HOLD].map(|moment| figure.shapes(moment, None));
    let alike = |one: &[_], other: &[_]| look_alike(one, other, 0.001);
    assert!(alike(&at(0), &rest) && alike(&at(7_000), &rest));
    assert!(!alike(&at(1_000), &rest) && !alike(&at(1_000), &pose));
    assert!(alike(&at(2_000), &pose) && alike(&at(4_900), &pose));
    assert!(!alike(&at(6_000), &rest) && !alike(&at(6_000), &pose));
}
