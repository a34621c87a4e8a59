//! The icon among the desktop's own: what comes next, and the few things that are wanted of it. Nothing else
//! depends on it, and where no desktop shows one nothing is missing.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};

use jiff::Zoned;
use ksni::blocking::{Handle, TrayMethods as _};
use ksni::menu::StandardItem;
use ksni::{Category, Icon, MenuItem, OfflineReason, ToolTip};
use zbus::Connection;
use zbus::fdo::DBusProxy;
use zbus::names::BusName;

use super::request::{News, Quiet, Request};
use super::said::without_markup;
use super::status::{Now, Status};
use super::told::Told;
use crate::threads;
use crate::words::Words;

/// The icon, for as long as this is kept.
#[derive(Debug)]
pub(super) struct Tray {
    states: Option<Sender<State>>,
    last: Option<State>,
}

/// All that it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
struct State {
    name: String,
    /// What comes next, or why nothing does.
    now: String,
    is_silent: bool,
    entries: Vec<Entry>,
}

/// What can be wanted of it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Entry {
    /// For what comes after to stand apart.
    Line,
    Wish(Request, String),
}

impl Tray {
    /// Shows it as soon as there is something to show and a desktop that shows it. What is wanted of it comes as
    /// news. Waits for nothing.
    pub(super) fn start(news: Sender<News>) -> Self {
        let (states, inbox) = mpsc::channel();
        // A bus that hangs holds up this thread alone.
        let started = threads::start("tray", move || run(&inbox, &news), || {});
        Self {
            states: started.is_ok().then_some(states),
            last: None,
        }
    }

    /// Shows how things stand.
    pub(super) fn show(&mut self, status: &Status, words: &Words, here: &Zoned) {
        let state = State::of(status, words, here);
        if self.last.as_ref() == Some(&state) {
            return;
        }
        if let Some(states) = &self.states {
            // Where no desktop shows it, nobody hears.
            let _ = states.send(state.clone());
        }
        self.last = Some(state);
    }
}

/// Shows one state after the other until there are no more.
fn run(inbox: &Receiver<State>, news: &Sender<News>) {
    let Ok(first) = inbox.recv() else { return };
    let Some(handle) = spawn(&first, news).or_else(|| spawn(&first, news)) else {
        return;
    };
    for state in inbox {
        handle.update(|shown| shown.state = state);
    }
    handle.shutdown().wait();
}

/// Nothing where there is no bus, or where it is to be tried once more: what shows icons came at a moment at
/// which the library heard nothing of it.
fn spawn(first: &State, news: &Sender<News>) -> Option<Handle<Shown>> {
    let is_alone = Arc::new(AtomicBool::new(false));
    let shown = Shown {
        state: first.clone(),
        news: news.clone(),
        is_alone: Arc::clone(&is_alone),
    };
    // The desktop may begin after this program does.
    let handle = shown.assume_sni_available(true).spawn().ok()?;
    // From here on it hears of it.
    let has_missed = is_alone.load(Ordering::Relaxed) && zbus::block_on(has_watcher()) == Ok(true);
    if has_missed && is_alone.load(Ordering::Relaxed) {
        handle.shutdown().wait();
        return None;
    }
    Some(handle)
}

/// Whether something shows icons.
async fn has_watcher() -> zbus::Result<bool> {
    let bus = Connection::session().await?;
    let name = BusName::from_static_str("org.kde.StatusNotifierWatcher")?;
    let has = DBusProxy::new(&bus).await?.name_has_owner(name).await?;
    Ok(has)
}

impl State {
    fn of(status: &Status, words: &Words, here: &Zoned) -> Self {
        let told = Told { words, here };
        let now = told.stands(status).map(|now| words.message(&now));
        let wish = |request, id| Entry::Wish(request, words.get(id));
        let is_quiet = status.quiet_until.is_some();
        let mut entries = Vec::new();
        if has_next(status) {
            entries.push(wish(Request::StartNext, "tray-start"));
        }
        if is_quiet {
            entries.push(wish(Request::Quiet(Quiet::Off), "tray-quiet-off"));
        } else {
            entries.push(wish(Request::Quiet(Quiet::Minutes(60)), "tray-pause"));
            let tomorrow = Request::Quiet(Quiet::UntilTomorrow);
            entries.push(wish(tomorrow, "tray-until-tomorrow"));
        }
        entries.push(Entry::Line);
        entries.push(wish(Request::Settings, "tray-settings"));
        entries.push(wish(Request::Open, "tray-open"));
        entries.push(wish(Request::End, "tray-quit"));
        Self {
            name: words.get("app-name"),
            now: now.unwrap_or_default(),
            is_silent: is_quiet || matches!(status.now, Some(Now::Silent { .. })),
            entries,
        }
    }
}

/// Whether there is a routine that comes next.
fn has_next(status: &Status) -> bool {
    matches!(
        status.now,
        Some(Now::Reminding { .. } | Now::Silent { .. } | Now::Waiting { .. })
    )
}

/// As the desktop asks for it.
struct Shown {
    state: State,
    news: Sender<News>,
    /// Whether nothing shows it.
    is_alone: Arc<AtomicBool>,
}

impl Shown {
    fn ask(&self, request: Request) {
        // The process is ending if nobody hears it.
        let _ = self.news.send(News::Asked(request, None));
    }
}

impl ksni::Tray for Shown {
    fn id(&self) -> String {
        "supple".to_owned()
    }

    fn title(&self) -> String {
        self.state.name.clone()
    }

    fn category(&self) -> Category {
        Category::ApplicationStatus
    }

    fn icon_pixmap(&self) -> Vec<Icon> {
        [22, 44].map(|side| ring(side, self.state.is_silent)).into()
    }

    fn tool_tip(&self) -> ToolTip {
        ToolTip {
            title: self.state.name.clone(),
            description: without_markup(&self.state.now),
            ..ToolTip::default()
        }
    }

    fn activate(&mut self, _: i32, _: i32) {
        self.ask(Request::Open);
    }

    fn watcher_online(&self) {
        self.is_alone.store(false, Ordering::Relaxed);
    }

    fn watcher_offline(&self, _: OfflineReason) -> bool {
        self.is_alone.store(true, Ordering::Relaxed);
        true
    }

    fn menu(&self) -> Vec<MenuItem<Self>> {
        let now = StandardItem {
            label: label(&self.state.now),
            enabled: false,
            ..StandardItem::default()
        };
        let entries = self.state.entries.iter().map(|entry| match entry {
            Entry::Line => MenuItem::Separator,
            Entry::Wish(request, text) => {
                let request = *request;
                let item = StandardItem {
                    label: label(text),
                    activate: Box::new(move |shown: &mut Self| shown.ask(request)),
                    ..StandardItem::default()
                };
                item.into()
            }
        });
        [now.into(), MenuItem::Separator]
            .into_iter()
            .chain(entries)
            .collect()
    }
}

/// A text in a menu, where a low line marks the letter that works the entry.
fn label(text: &str) -> String {
    text.replace('_', "__")
}

/// A ring, of which the first quarter is over: pale while it is silent. Drawn in both so that panels of any
/// colour show it.
fn ring(side: u16, is_silent: bool) -> Icon {
    const TEAL: [u8; 3] = [0x4f, 0xb3, 0xab];
    const GREY: [u8; 3] = [0x94, 0xa1, 0xa8];
    let half = f32::from(side) / 2.0;
    let (radius, thick) = (half * 0.74, half * 0.13);
    let mut data = Vec::with_capacity(usize::from(side) * usize::from(side) * 4);
    for y in 0..side {
        for x in 0..side {
            let at = [x, y].map(|it| f32::from(it) + 0.5 - half);
            let from_ring = (at[0].hypot(at[1]) - radius).abs() - thick;
            let covered = (0.5 - from_ring).clamp(0.0, 1.0);
            let is_over = at[0] > 0.0 && at[1] < 0.0;
            let (color, share) = match (is_silent, is_over) {
                (true, _) => (GREY, 0.6),
                (false, true) => (GREY, 1.0),
                (false, false) => (TEAL, 1.0),
            };
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "from 0 to 255"
            )]
            let alpha = (covered * share * 255.0).round() as u8;
            data.push(alpha);
            data.extend(color);
        }
    }
    Icon {
        width: side.into(),
        height: side.into(),
        data,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use jiff::tz::TimeZone;

    use super::*;
    use crate::desk::call::Reason;
    use crate::desk::status::Occasion;
    use crate::reminder::Silence;
    use crate::settings::ReminderForm;

    fn state(now: Now, quiet_until: Option<&str>) -> State {
        let here = date(2026, 11, 30).at(10, 45, 0, 0);
        let here = here.to_zoned(TimeZone::UTC).unwrap();
        let status = Status {
            now: Some(now),
            quiet_until: quiet_until.map(str::to_owned),
            ..Status::of_none(true, ReminderForm::Window)
        };
        State::of(&status, &Words::of("en"), &here)
    }

    fn of() -> Occasion {
        Occasion {
            routine: "desk".to_owned(),
            title: "Stand up".to_owned(),
            why: Reason::SittingMinutes(45),
        }
    }

    fn wishes(state: &State) -> Vec<Request> {
        let entries = state.entries.iter();
        let wish = |entry: &Entry| match entry {
            Entry::Line => None,
            Entry::Wish(request, _) => Some(*request),
        };
        entries.filter_map(wish).collect()
    }

    #[test]
    fn it_says_what_comes_next_and_offers_what_makes_sense() {
        let at = "2026-11-30T11:30:00+00:00".to_owned();
        let waiting = state(Now::Waiting { at, next: of() }, None);
        assert!(
            waiting.now.contains("11:30") && waiting.now.contains("Stand up"),
            "{}",
            waiting.now
        );
        assert!(!waiting.is_silent);
        let tomorrow = Request::Quiet(Quiet::UntilTomorrow);
        let pause = Request::Quiet(Quiet::Minutes(60));
        assert_eq!(
            wishes(&waiting),
            [
                Request::StartNext,
                pause,
                tomorrow,
                Request::Settings,
                Request::Open,
                Request::End
            ]
        );
        let asked = Now::Silent {
            because: Silence::Asked,
            waiting: of(),
        };
        let quiet = state(asked, Some("2026-11-30T11:45:00+00:00"));
        assert!(quiet.is_silent);
        let off = Request::Quiet(Quiet::Off);
        assert_eq!(
            wishes(&quiet),
            [
                Request::StartNext,
                off,
                Request::Settings,
                Request::Open,
                Request::End
            ]
        );
        let nothing = state(Now::NothingLeft, None);
        assert_eq!(
            wishes(&nothing),
            [
                pause,
                tomorrow,
                Request::Settings,
                Request::Open,
                Request::End
            ]
        );
    }

    #[test]
    fn a_title_is_shown_as_it_is_written() {
        assert_eq!(label("a_b & c"), "a__b & c");
        assert_eq!(without_markup("a_b & <c>"), "a_b &amp; &lt;c&gt;");
    }

    #[test]
    fn the_icon_is_a_ring_that_pales_in_silence() {
        let most = |icon: &Icon| icon.data.chunks(4).map(|pixel| pixel[0]).max();
        let [usual, silent] = [false, true].map(|is_silent| ring(22, is_silent));
        assert_eq!(usual.data.len(), 22 * 22 * 4);
        assert!(most(&usual) > most(&silent));
        // Nothing in the middle and in the corners.
        for icon in [usual, silent] {
            for place in [0, 11 * 22 + 11] {
                assert_eq!(icon.data[place * 4], 0);
            }
        }
    }
}
