//! Charts as drawings.

use super::Text;
use super::drawing::{Anchor, Drawing, Ink, LETTERS, Mark};

/// As wide as one of two columns of a page.
const WIDTH: f32 = 244.0;
/// How high the bars of a chart are at most, or its lines.
const HEIGHT: f32 = 58.0;
/// From a line of letters to the next.
const LINE: f32 = LETTERS * 1.3;

/// Of a stretch of time, what was done of what was due.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Stands below it, where there is room.
    pub name: String,
    /// Stands above it, where there is room.
    pub value: String,
    /// Stands below its name, if all of them have room.
    pub below: String,
    pub done: u64,
    /// Not less than what was done.
    pub of: u64,
}

/// Bars beside one another, each filled as far as it was done.
#[expect(
    clippy::cast_precision_loss,
    reason = "what is counted here is far below 2^23, or need not be exact"
)]
pub fn bars(bars: &[Bar], alt: Text) -> Drawing {
    let most = bars.iter().map(|bar| bar.of.max(bar.done)).max();
    let most = most.unwrap_or(0).max(1) as f32;
    let step = width_of_each(bars.len());
    let width = step * 0.76;
    let (top, bottom) = (LINE, LINE + HEIGHT);
    let every = every(bars.iter().map(|bar| &*bar.name), step);
    let has_values = bars.iter().all(|bar| width_of(&bar.value) <= step);
    let has_more = has_room_below(bars);
    let mut marks = Vec::new();
    for (index, bar) in bars.iter().enumerate() {
        let x = step * index as f32 + (step - width) / 2.0;
        let high = |count: u64| HEIGHT * (count as f32 / most);
        let radius = (width / 6.0).min(2.5);
        let mut part = |count: u64, fill, edge| {
            let height = high(count);
            marks.push(Mark::Box {
                at: [x, bottom - height],
                size: [width, height],
                radius: radius.min(height / 2.0),
                fill,
                edge,
            });
        };
        if bar.done > 0 {
            part(bar.done, Some(Ink::Main), None);
        }
        if bar.of > 0 {
            part(bar.of, None, Some(Ink::Quiet));
        }
        let mut label = |y: f32, text: &String| {
            marks.push(Mark::Label {
                at: [x + width / 2.0, y],
                anchor: Anchor::Middle,
                text: text.clone(),
                ink: Ink::Quiet,
            });
        };
        if has_values && bar.of > 0 {
            label(bottom - high(bar.of.max(bar.done)) - 3.0, &bar.value);
        }
        if index % every == 0 {
            label(bottom + LINE, &bar.name);
        }
        if has_more {
            label(bottom + 2.2 * LINE, &bar.below);
        }
    }
    marks.push(line([0.0, bottom], [WIDTH, bottom], Ink::Line));
    let below = if has_more { 2.2 } else { 1.0 } * LINE + 4.0;
    Drawing {
        size: [WIDTH, top + HEIGHT + below],
        marks,
        alt,
    }
}

/// Whether what stands below the names has room there.
pub fn has_room_below(bars: &[Bar]) -> bool {
    let step = width_of_each(bars.len());
    let fits = |bar: &Bar| width_of(&bar.below) <= step;
    bars.iter().any(|bar| !bar.below.is_empty()) && bars.iter().all(fits)
}

/// From one of so many bars to the next.
fn width_of_each(count: usize) -> f32 {
    let count = u16::try_from(count.max(8)).unwrap_or(u16::MAX);
    WIDTH / f32::from(count)
}

/// Numbers from 0 to 10, as they moved.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// Stands at its end.
    pub name: String,
    /// When, from 0 to 1, and how much, in order.
    pub points: Vec<[f32; 2]>,
    /// Whether it is the one to look at.
    pub is_main: bool,
}

/// Lines from 0 to 10, with a limit across, and names below from 0 to 1.
pub fn courses(
    courses: &[Course],
    limit: Option<&(f32, String)>,
    names: &[(f32, String)],
    alt: Text,
) -> Drawing {
    /// Of dots that still stand apart.
    const MOST_DOTS: usize = 30;
    let ends = courses.iter().map(|it| &it.name);
    let ends = ends.chain(limit.map(|(_, name)| name));
    let widest = ends.map(|name| width_of(name)).fold(0.0, f32::max);
    let (left, right) = (16.0, WIDTH - widest - 8.0);
    let (top, bottom) = (LETTERS / 2.0, LETTERS / 2.0 + HEIGHT * 1.2);
    let across = |share: f32| left + 4.0 + (right - left - 8.0) * share.clamp(0.0, 1.0);
    let down = |value: f32| bottom - (bottom - top) * value / 10.0;
    let mut marks = Vec::new();
    for (value, name) in [(0.0, "0"), (5.0, "5"), (10.0, "10")] {
        let y = down(value);
        marks.push(line([left, y], [right, y], Ink::Line));
        let at = [left - 4.0, y + LETTERS * 0.35];
        marks.push(label(at, Anchor::End, name, Ink::Quiet));
    }
    let mut at_end: Vec<(f32, &str, Ink)> = Vec::new();
    if let Some((value, name)) = limit {
        let y = down(*value);
        let mut x = left;
        while x < right {
            let to = (x + 4.0).min(right);
            marks.push(line([x, y], [to, y], Ink::Warning));
            x += 7.0;
        }
        at_end.push((y, name, Ink::Warning));
    }
    for course in courses {
        let ink = if course.is_main {
            Ink::Main
        } else {
            Ink::Quiet
        };
        let at = |[x, y]: [f32; 2]| [across(x), down(y)];
        for two in course.points.windows(2) {
            marks.push(Mark::Line {
                from: at(two[0]),
                to: at(two[1]),
                width: if course.is_main { 1.6 } else { 1.0 },
                ink,
            });
        }
        let dots = course.points.iter();
        for point in dots.filter(|_| course.points.len() <= MOST_DOTS) {
            const RADIUS: f32 = 2.4;
            let [x, y] = at(*point);
            marks.push(Mark::Box {
                at: [x - RADIUS, y - RADIUS],
                size: [2.0 * RADIUS; 2],
                radius: RADIUS,
                fill: Some(if course.is_main { ink } else { Ink::Paper }),
                edge: Some(ink),
            });
        }
        if let Some(last) = course.points.last() {
            at_end.push((at(*last)[1], &course.name, ink));
        }
    }
    // Names that would lie on one another stand below one another.
    at_end.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut next = top;
    let many = f32::from(u8::try_from(at_end.len()).unwrap_or(u8::MAX));
    let lowest = bottom - LINE * (many - 1.0);
    for (index, (y, name, ink)) in at_end.into_iter().enumerate() {
        let below = f32::from(u8::try_from(index).unwrap_or(u8::MAX)) * LINE;
        let y = y.max(next).min(lowest + below);
        next = y + LINE;
        let at = [right + 6.0, y + LETTERS * 0.35];
        marks.push(label(at, Anchor::Start, name, ink));
    }
    let mut free = 0.0;
    for (share, name) in names {
        let x = across(*share);
        if x >= free && x + width_of(name) <= right {
            let at = [x, bottom + LINE];
            marks.push(label(at, Anchor::Start, name, Ink::Quiet));
            free = x + width_of(name) + 12.0;
        }
    }
    Drawing {
        size: [WIDTH, bottom + LINE + 4.0],
        marks,
        alt,
    }
}

fn line(from: [f32; 2], to: [f32; 2], ink: Ink) -> Mark {
    Mark::Line {
        from,
        to,
        width: 0.8,
        ink,
    }
}

fn label(at: [f32; 2], anchor: Anchor, text: &str, ink: Ink) -> Mark {
    Mark::Label {
        at,
        anchor,
        text: text.to_owned(),
        ink,
    }
}

/// About how wide a label is: never less than it will be in a common typeface.
fn width_of(label: &str) -> f32 {
    let count = u16::try_from(label.chars().count()).unwrap_or(u16::MAX);
    f32::from(count) * LETTERS * 0.6
}

/// That each so manyth name has room below its bar.
fn every<'n>(names: impl Iterator<Item = &'n str>, step: f32) -> usize {
    let widest = names.map(width_of).fold(0.0, f32::max) + 4.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small number above 0"
    )]
    let every = (widest / step).ceil().clamp(1.0, 1000.0) as usize;
    every
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(drawing: &Drawing) -> Vec<&str> {
        let labels = drawing.marks.iter().filter_map(|mark| match mark {
            Mark::Label { text, .. } => Some(text.as_str()),
            _ => None,
        });
        labels.collect()
    }

    #[test]
    fn names_below_bars_are_left_out_where_they_have_no_room_and_bars_stay_in_their_place() {
        for count in [1, 12, 27, 120] {
            let bar = |index: u64| Bar {
                name: "21 Sep".to_owned(),
                value: index.to_string(),
                below: String::new(),
                done: index % 12,
                of: 12,
            };
            let drawing = bars(&(0..count).map(bar).collect::<Vec<_>>(), "".into());
            let names = labels(&drawing)
                .iter()
                .filter(|it| **it == "21 Sep")
                .count();
            assert!((1..=7).contains(&names), "{count}: {names}");
            for mark in &drawing.marks {
                if let Mark::Box { at, size, .. } = mark {
                    assert!(at[0] >= 0.0 && at[0] + size[0] <= WIDTH + 0.01);
                    assert!(at[1] >= 0.0 && at[1] + size[1] <= drawing.size[1]);
                }
            }
        }
    }

    #[test]
    fn names_at_the_end_of_lines_never_lie_on_one_another() {
        for (before, after, limit) in [(2.0, 2.0, 2.0), (10.0, 10.0, 9.5), (0.0, 0.0, 0.0)] {
            let course = |name: &str, value| Course {
                name: name.to_owned(),
                points: vec![[0.0, 5.0], [1.0, value]],
                is_main: false,
            };
            let both = [course("before", before), course("after", after)];
            let drawing = courses(&both, Some(&(limit, "limit".to_owned())), &[], "".into());
            let mut ends: Vec<f32> = drawing
                .marks
                .iter()
                .filter_map(|mark| match mark {
                    Mark::Label {
                        at,
                        anchor: Anchor::Start,
                        ..
                    } => Some(at[1]),
                    _ => None,
                })
                .collect();
            assert_eq!(ends.len(), 3);
            ends.sort_by(f32::total_cmp);
            let is_apart = |two: &[f32]| two[1] - two[0] >= LINE - 0.01;
            assert!(ends.windows(2).all(is_apart), "{ends:?}");
        }
    }
}
