//! The page of all exercises: what reading them costs, and one picture of the page before the graphics
//! driver gets it.

use std::hint::black_box;

use eframe::egui::{Context, Pos2, RawInput, Rect, vec2};
use supple::ui::exercises::{Draft, Offer, View, Wanted, show};
use supple::ui::theme;
use supple::words::Words;

use crate::figures::{Times, figure, heading, in_words};

const RUNS: usize = 100;

pub(crate) fn run() {
    heading("The page of all exercises, 1280x800");
    let words = Words::of("en");
    let reading = Times::of(5, || {
        black_box(Offer::of(&words));
    });
    figure(
        "all exercises read and put into words",
        &in_words(reading.median()),
    );
    let offer = Offer::of(&words);
    let all = offer.all.len();
    let searched = Wanted {
        text: "knee".to_owned(),
        ..Wanted::default()
    };
    let chosen = offer.all.iter().take(3).map(|offered| offered.id).collect();
    let chosen = Draft {
        chosen,
        ..Draft::default()
    };
    let search = Draft {
        wanted: searched,
        ..Draft::default()
    };
    for (what, draft) in [
        ("as it opens", Draft::default()),
        ("searched", search),
        ("with three chosen", chosen),
    ] {
        let what = format!("a picture of {all} exercises, {what}");
        figure(&what, &in_words(frame(&words, &offer, draft).median()));
    }
}

fn frame(words: &Words, offer: &Offer, mut draft: Draft) -> Times {
    let ctx = Context::default();
    theme::install(&ctx);
    let mut draw = || {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 800.0))),
            ..RawInput::default()
        };
        let view = View {
            offer,
            title: "Lower back relief",
            reduced_motion: false,
            unopened: None,
        };
        let mut output = ctx.run_ui(input, |ui| {
            show(ui, words, &view, &mut draft);
        });
        output.textures_delta.clear();
        black_box(ctx.tessellate(output.shapes, 1.0));
    };
    for _ in 0..3 {
        draw();
    }
    Times::of(RUNS, draw)
}
