//! Where things stand in any window, and when they are drawn.

use super::*;

#[test]
fn the_essentials_are_in_view_in_every_window_at_every_text_size() {
    for language in ["en", "de"] {
        for size in [vec2(480.0, 600.0), USUAL, vec2(3840.0, 2160.0)] {
            for zoom in [0.8, 1.0, 2.0] {
                let away = Course::away_at(1, 5);
                for course in [Course::at(1, 5), away, Course::at(19, 5)] {
                    let harness = sized(course, size, zoom, language);
                    let case = format!("{language} {size} at {zoom}");
                    essentials_are_apart_and_inside(&harness, size / zoom, &case);
                }
            }
        }
    }
}

pub(super) fn essentials_are_apart_and_inside(
    harness: &Harness<'_, Screen>,
    size: Vec2,
    case: &str,
) {
    let words = &harness.state().words;
    let snapshot = harness.state().course.snapshot();
    let view = View::of(&snapshot, snapshot.as_of).unwrap();
    let names = ["player-end", "player-back"].map(|id| words.get(id));
    let chip = view.side.as_ref().map(|side| words.message(side));
    in_view_and_apart(harness, size, case, names.into_iter().chain(chip));
}

#[test]
fn the_seconds_are_the_largest_thing_on_the_screen() {
    for size in [vec2(480.0, 600.0), USUAL, vec2(3840.0, 2160.0)] {
        let harness = sized(Course::at(1, 5), size, 1.0, "en");
        let dial = harness.get_by_role(Role::Timer).rect();
        let smaller_side = size.x.min(size.y);
        assert!(dial.width() >= smaller_side * 0.35, "{size}: {dial}");
    }
}

#[test]
fn nothing_is_drawn_again_without_a_new_snapshot() {
    let (paused, hurting) = (Course::paused_at(1, 5), Course::hurting_at(1, 5));
    for course in [Course::at(1, 5), Course::at(19, 5), paused, hurting] {
        let mut harness = harness(course);
        assert_eq!(harness.run(), 1, "steps until it rests");
        let output = &harness.output().viewport_output;
        let delays: Vec<_> = output
            .values()
            .map(|viewport| viewport.repaint_delay)
            .collect();
        assert_eq!(delays, [Duration::MAX]);
    }
}

#[test]
fn the_ring_stays_in_its_place_from_step_to_step() {
    let places: Vec<Rect> = (0..=19)
        .map(|step| harness(Course::at(step, 1)).get_by_role(Role::Timer).rect())
        .collect();
    let moved = |rect: &Rect| (rect.center() - places[0].center()).length() > 4.0;
    assert!(!places.iter().any(moved), "{places:?}");
}

#[test]
fn what_can_be_done_when_it_hurts_is_in_view_in_every_window() {
    for language in ["en", "de"] {
        for size in [vec2(240.0, 300.0), vec2(480.0, 600.0), USUAL] {
            let mut harness = sized(Course::hurting_at(1, 5), size, 1.0, language);
            for id in ["hurts-end", "hurts-easier", "hurts-skip", "hurts-go-on"] {
                let text = harness.state().words.get(id);
                if size.y < 400.0 && id != "hurts-end" {
                    // The signs of an emergency have its room.
                    harness.get_by_label(&text).scroll_to_me();
                    harness.run();
                }
                let rect = harness.get_by_label(&text).rect();
                assert!(
                    window(size).contains_rect(rect),
                    "{language} {size}: {id} at {rect}"
                );
                // And the author's limit can be scrolled to.
                assert!(rect.top() >= 60.0, "{language} {size}: {id} at {rect}");
            }
        }
    }
}

#[test]
fn every_answer_to_the_question_whether_to_end_is_in_view_in_every_window() {
    for language in ["en", "de"] {
        for size in [vec2(240.0, 300.0), vec2(480.0, 600.0), USUAL] {
            let mut harness = sized(Course::at(1, 5), size, 1.0, language);
            harness.key_press(Key::Escape);
            harness.run();
            let words = &harness.state().words;
            for (role, id) in [
                (Role::Heading, "player-end-title"),
                (Role::Button, "player-end-keep-going"),
                (Role::Button, "player-end-no-time"),
                (Role::Button, "player-end-other"),
                (Role::Button, "player-it-hurts"),
            ] {
                // The player's own "It hurts" lies below.
                for node in harness.get_all_by_role_and_label(role, &words.get(id)) {
                    let rect = node.rect();
                    let inside = window(size).contains_rect(rect);
                    assert!(inside, "{language} {size}: {id} at {rect}");
                }
            }
        }
    }
}

#[test]
fn the_answers_to_the_question_whether_to_end_stand_in_an_even_grid() {
    for language in ["en", "de"] {
        let mut harness = sized(Course::at(1, 5), USUAL, 1.0, language);
        harness.key_press(Key::Escape);
        harness.run();
        let words = &harness.state().words;
        let [a, b, c] = [
            "player-end-keep-going",
            "player-end-no-time",
            "player-end-other",
        ]
        .map(|id| {
            let name = words.get(id);
            harness.get_by_role_and_label(Role::Button, &name).rect()
        });
        assert_eq!((a.y_range(), a.x_range()), (b.y_range(), c.x_range()));
        assert!((a.width() - b.width()).abs() < 1.0, "{language}: {a} {b}");
    }
}

#[test]
fn what_to_do_is_in_view_before_every_hold() {
    for size in [
        vec2(240.0, 300.0),
        vec2(480.0, 600.0),
        vec2(400.0, 300.0),
        vec2(640.0, 400.0),
        vec2(768.0, 432.0),
        vec2(800.0, 480.0),
        USUAL,
    ] {
        for (step, text) in [(0, TO_DO), (6, "Now the other side.")] {
            let harness = sized(Course::at(step, 1), size, 1.0, "en");
            let rect = harness.get_by_label(text).rect();
            let inside = window(size).contains_rect(rect);
            assert!(inside, "{size}: step {step}: {rect}");
            essentials_are_apart_and_inside(&harness, size, &format!("{size}, step {step}"));
            let back = harness.get_by_label("Back").rect();
            assert!(rect.bottom() <= back.top(), "{size}: {rect} under {back}");
        }
    }
}

#[test]
fn a_pause_moves_nothing_in_a_window_of_a_small_screen() {
    for size in [vec2(768.0, 432.0), vec2(800.0, 480.0), vec2(1024.0, 600.0)] {
        for step in [0, 1] {
            let running = Course::of(with_authors_words(), step, 1);
            let mut paused = Course::of(with_authors_words(), step, 1);
            paused.give(Command::Pause);
            let [before, after] = [running, paused].map(|course| {
                let harness = sized(course, size, 1.0, "en");
                let figure = harness.query_by_role(Role::Image);
                let figure = figure.map(|figure| figure.rect());
                let ring = harness.get_by_role(Role::Timer).rect();
                let name = harness.get_by_label("Single knee to chest").rect();
                (figure, ring, name)
            });
            assert_eq!(before, after, "{size}, step {step}");
            assert!(step == 0 || before.0.is_some(), "{size}");
        }
    }
}

#[test]
fn a_notice_stays_between_the_margins() {
    for language in ["en", "de"] {
        for size in [vec2(480.0, 600.0), vec2(720.0, 700.0), vec2(800.0, 480.0)] {
            let mut course = Course::of(with_authors_words(), 1, 5);
            course.sound_warning = Some(SoundWarning {
                message: Message::new("sound-no-device"),
                leaves: Audible::Nothing,
            });
            let harness = sized(course, size, 1.0, language);
            let text = harness.state().words.get("sound-no-device");
            let notice = harness.get_by_label(&text).rect();
            let title = harness.get_by_label("Lower back relief").rect();
            assert!(notice.left() >= title.left() - 0.5, "{size}: {notice}");
        }
    }
}

#[test]
fn how_much_is_left_is_never_cut_off() {
    let harness = sized(Course::at(1, 5), vec2(400.0, 300.0), 1.0, "de");
    let progress = harness.get_by_label_contains("noch ").rect();
    let end = harness.get_by_label("Beenden").rect();
    assert!(progress.right() <= end.left(), "{progress} {end}");
    let view = harness.state().course.snapshot();
    let view = View::of(&view, view.as_of).unwrap();
    let left = harness.state().words.message(&view.left);
    let font = theme::Type::Small.font();
    let width = harness.ctx.fonts_mut(|fonts| {
        fonts
            .layout_no_wrap(left, font, eframe::egui::Color32::BLACK)
            .size()
            .x
    });
    assert!((progress.width() - width).abs() < 1.0, "{progress} {width}");
}

#[test]
fn a_long_name_is_shown_whole_above_the_ring() {
    let mut routine = with_authors_words();
    let name = "Neck side bend while standing and looking ahead at a point on the wall";
    routine.exercises[0].name = name.to_owned();
    let harness = sized(Course::of(routine, 1, 5), USUAL, 1.0, "en");
    let (name, ring) = (
        harness.get_by_role_and_label(Role::Heading, name).rect(),
        harness.get_by_role(Role::Timer).rect(),
    );
    assert!(name.height() > 100.0, "three lines: {name}");
    assert!((name.center().x - ring.center().x).abs() < 1.0);
}

#[test]
fn what_to_mind_is_in_view_beside_a_notice() {
    let harness = sized(Course::away_at(0, 1), vec2(240.0, 300.0), 1.0, "en");
    let rect = harness.get_by_label_contains(CAUTION).rect();
    // It is spoken from elsewhere.
    let notice = harness.get_all_by_label_contains("Supple was away for");
    let notice = notice.last().unwrap().rect();
    assert!(rect.top() + 20.0 <= notice.top(), "{rect} {notice}");
}

#[test]
fn a_pause_moves_nothing_in_a_short_window() {
    for size in [vec2(240.0, 300.0), vec2(640.0, 400.0)] {
        for step in [0, 1] {
            let running = sized(Course::at(step, 1), size, 1.0, "en");
            let paused = sized(Course::paused_at(step, 1), size, 1.0, "en");
            let [before, after] = [&running, &paused].map(|harness| {
                let ring = harness.get_by_role(Role::Timer).rect();
                (ring, harness.get_by_label("Back").rect().y_range())
            });
            assert_eq!(before, after, "{size}, step {step}");
            let spoken = "Paused. Nothing is counted until you go on.";
            assert!(paused.query_by_label(spoken).is_some(), "{size}");
        }
    }
}

#[test]
fn what_to_mind_stands_above_what_to_do() {
    for form in [Form::Usual, Form::FullScreen] {
        for (routine, size) in [
            (routine(), USUAL),
            (with_authors_words(), USUAL),
            (drawn(), vec2(640.0, 800.0)),
            (routine(), vec2(480.0, 600.0)),
        ] {
            for step in [0, 1] {
                let harness = in_form(Course::of(routine.clone(), step, 5), size, form, "en");
                let caution = harness.get_by_label_contains(CAUTION).rect();
                for below in [TO_DO, SAY] {
                    for below in harness.query_all_by_label(below).map(|node| node.rect()) {
                        assert!(caution.bottom() <= below.top(), "{caution} {below}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_signs_of_an_emergency_are_in_view_on_the_smallest_screen() {
    // 800 x 480 with 200 % text, and others.
    for size in [
        vec2(500.0, 300.0),
        vec2(400.0, 300.0),
        vec2(480.0, 600.0),
        USUAL,
    ] {
        for language in ["en", "de"] {
            let harness = sized(Course::hurting_at(1, 5), size, 1.0, language);
            let first = harness.state().words.get("advice-emergency-heading");
            let heading = harness.get_by_label(&first).rect();
            let end = harness.state().words.get("hurts-end");
            let end = harness.get_by_label(&end).rect();
            let seen = end.top() - heading.top();
            assert!(seen >= 90.0, "{language} {size}: {heading} {end}");
        }
    }
}
