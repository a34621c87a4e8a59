//! What an X11 desktop asks of a window and does with it: its icon, files that are dropped on it, and another scale
//! while it is open.

use std::fs;

use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, PropMode,
    SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, SelectionRequestEvent, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;
use x11rb::{COPY_DEPTH_FROM_PARENT, COPY_FROM_PARENT, CURRENT_TIME, NONE};

use crate::SHORT;
use crate::display::picture;
use crate::machine;
use crate::machine::Machine;
use crate::patience::await_that;
use crate::process::Process;
use crate::screen::{Screen, Window};
use crate::screen_reader::{Sitting, all};

const SETTINGS: &str = "safety_card_seen = true\nmuted = true\nvoice = false\n";

/// Another program on the same display.
struct Client {
    server: RustConnection,
    root: u32,
}

impl Client {
    fn of(screen: &Screen) -> Self {
        let (server, number) = RustConnection::connect(Some(&screen.display)).unwrap();
        let root = server.setup().roots[number].root;
        Self { server, root }
    }

    fn atom(&self, name: &str) -> Atom {
        let asked = self.server.intern_atom(false, name.as_bytes()).unwrap();
        asked.reply().unwrap().atom
    }

    /// The numbers that a window has under this name.
    fn numbers(&self, window: u32, name: &str) -> Vec<u32> {
        let asked =
            self.server
                .get_property(false, window, self.atom(name), AtomEnum::ANY, 0, 1 << 20);
        let reply = asked.unwrap().reply().unwrap();
        reply.value32().into_iter().flatten().collect()
    }

    fn width_of(&self, window: u32) -> u16 {
        let place = self.server.get_geometry(window).unwrap();
        place.reply().unwrap().width
    }

    /// Takes the place of the program by which a desktop tells all others what somebody has chosen in its settings.
    fn has_settings(&self) -> u32 {
        let window = self.window();
        let place = self.atom("_XSETTINGS_S0");
        let owns = self.server.set_selection_owner(window, place, CURRENT_TIME);
        owns.unwrap().check().unwrap();
        window
    }

    /// Tells them how large everything is to be, as the desktops of GNOME and Xfce do.
    fn set_dpi(&self, settings: u32, dpi: i32) {
        const NAME: &[u8] = b"Xft/DPI";
        const LITTLE_ENDIAN: u8 = 0;
        let mut bytes = vec![LITTLE_ENDIAN, 0, 0, 0];
        // The first time that they are told, and of one setting, which is a number.
        bytes.extend([1_u32, 1].map(u32::to_le_bytes).concat());
        bytes.extend([0, 0, 7, 0]);
        bytes.extend(NAME);
        bytes.push(0);
        bytes.extend(1_u32.to_le_bytes());
        bytes.extend((dpi.saturating_mul(1024)).to_le_bytes());
        let name = self.atom("_XSETTINGS_SETTINGS");
        let changed = self
            .server
            .change_property8(PropMode::REPLACE, settings, name, name, &bytes);
        changed.unwrap().check().unwrap();
    }

    /// A window that nobody sees.
    fn window(&self) -> u32 {
        let window = self.server.generate_id().unwrap();
        let made = self.server.create_window(
            COPY_DEPTH_FROM_PARENT,
            window,
            self.root,
            0,
            0,
            1,
            1,
            0,
            WindowClass::INPUT_OUTPUT,
            COPY_FROM_PARENT,
            &CreateWindowAux::new(),
        );
        made.unwrap().check().unwrap();
        window
    }

    fn tell(&self, window: u32, message: &str, data: [u32; 5]) {
        let message = ClientMessageEvent::new(32, window, self.atom(message), data);
        let sent = self
            .server
            .send_event(false, window, EventMask::NO_EVENT, message);
        sent.unwrap().check().unwrap();
    }

    fn await_event<T>(&self, what: &str, is_it: impl Fn(Event) -> Option<T>) -> T {
        let mut found = None;
        await_that(what, || {
            while let Some(event) = self.server.poll_for_event().unwrap() {
                found = found.take().or_else(|| is_it(event));
            }
            found.is_some()
        });
        found.unwrap()
    }

    /// Waits for this message of the other side's, and gives its second number, of which the first bit is yes.
    fn await_yes(&self, message: &str) {
        let kind = self.atom(message);
        let answer = self.await_event(message, |event| match event {
            Event::ClientMessage(said) if said.type_ == kind => Some(said.data.as_data32()[1]),
            _ => None,
        });
        assert_eq!(answer & 1, 1, "{message}: {answer}");
    }

    /// Drags files over a window and lets go of them, as a file manager does.
    fn drop_on(&self, window: u32, addresses: &str) {
        const VERSION: u32 = 5 << 24;
        /// Across in the upper half, and down in the lower one.
        const MIDDLE: u32 = (640 << 16) + 400;
        let server = &self.server;
        let takes_drops = !self.numbers(window, "XdndAware").is_empty();
        assert!(takes_drops);
        let source = self.window();
        let selection = self.atom("XdndSelection");
        let owns = server.set_selection_owner(source, selection, CURRENT_TIME);
        owns.unwrap().check().unwrap();

        let form = self.atom("text/uri-list");
        self.tell(window, "XdndEnter", [source, VERSION, form, 0, 0]);
        let copy = self.atom("XdndActionCopy");
        self.tell(
            window,
            "XdndPosition",
            [source, 0, MIDDLE, CURRENT_TIME, copy],
        );
        let asked = self.await_event("it asks which files", |event| match event {
            Event::SelectionRequest(asked) => Some(asked),
            _ => None,
        });
        self.answer(&asked, addresses);
        self.tell(window, "XdndDrop", [source, 0, CURRENT_TIME, 0, 0]);
        self.await_yes("XdndFinished");
    }

    fn answer(&self, asked: &SelectionRequestEvent, text: &str) {
        let property = match asked.property {
            NONE => asked.target,
            property => property,
        };
        let (replace, bytes) = (PropMode::REPLACE, text.as_bytes());
        let written =
            self.server
                .change_property8(replace, asked.requestor, property, asked.target, bytes);
        written.unwrap().check().unwrap();
        let answer = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: asked.time,
            requestor: asked.requestor,
            selection: asked.selection,
            target: asked.target,
            property,
        };
        let sent = self
            .server
            .send_event(false, asked.requestor, EventMask::NO_EVENT, answer);
        sent.unwrap().check().unwrap();
    }
}

#[test]
fn a_panel_of_the_desktop_has_an_icon_and_a_name_to_show_for_the_window() {
    let machine = machine();
    machine.write("config/settings.toml", SETTINGS);
    let screen = Screen::start(machine.folder.path());
    for renderer in ["", "gl"] {
        let mut program = machine.command(["open", "short.toml"]);
        screen.shows(&mut program);
        program.env("SUPPLE_RENDERER", renderer);
        let program = Process::start(&mut program, machine.folder.path());
        let window = screen.window_of(&program).0.parse().unwrap();
        let client = Client::of(&screen);
        let icon = client.numbers(window, "_NET_WM_ICON");
        let [width, height, pixels @ ..] = &icon[..] else {
            panic!("{renderer}: no icon in {icon:?}");
        };
        assert_eq!(pixels.len(), (width * height) as usize, "{renderer}");
        // Alpha comes first.
        let [corner, middle] = [0, pixels.len() / 2].map(|at| pixels[at] >> 24);
        assert_eq!(
            (corner, middle),
            (0, 255),
            "{renderer}: round, and on any colour"
        );
        let white = pixels.iter().filter(|pixel| **pixel == u32::MAX).count();
        assert!(
            (100..pixels.len() / 2).contains(&white),
            "{renderer}: {white}"
        );
        // Desktops find the menu's entry by it.
        let class =
            client
                .server
                .get_property(false, window, AtomEnum::WM_CLASS, AtomEnum::STRING, 0, 64);
        let class = class.unwrap().reply().unwrap().value;
        let class = String::from_utf8_lossy(&class);
        assert!(class.ends_with("\0supple\0"), "{renderer}: {class:?}");
    }
}

#[test]
fn files_that_are_dropped_on_the_window_are_shown_before_they_are_added() {
    let mut sitting = Sitting::with(SETTINGS, &[]);
    sitting.reader.hears("Good ");
    let file = sitting.machine.write("Für Sie/mein Rücken.toml", SHORT);
    let address = format!(
        "file://{}/F%C3%BCr%20Sie/mein%20R%C3%BCcken.toml\r\n",
        sitting.machine.folder.path().display()
    );
    let client = Client::of(&sitting.screen);
    client.drop_on(sitting.window.0.parse().unwrap(), &address);
    sitting.reader.hears("Short");
    let tree = sitting.reader.tree();
    let names = all(&tree)
        .into_iter()
        .filter_map(|item| item["name"].as_str());
    let names: Vec<_> = names.collect();
    assert!(
        names.iter().any(|name| name.contains("mein Rücken.toml")),
        "{names:#?}"
    );
    assert!(names.contains(&"Add"), "{names:#?}");
    assert!(!sitting.machine.folders().routines().exists());
    fs::remove_file(file).unwrap();
}

/// A window of 600 by 700 points in which a hold was done, and another is under way.
fn in_a_session(machine: &Machine, screen: &Screen) -> (Process, Window) {
    machine.write(
        "config/settings.toml",
        format!("{SETTINGS}window_size = [600, 700]\n"),
    );
    let mut program = machine.command(["open", "long.toml", "--start"]);
    screen.shows(&mut program);
    let program = Process::start(&mut program, machine.folder.path());
    let window = screen.window_of(&program);
    screen.press(&window, "Return");
    await_that("a hold is done", || machine.lines().contains("\"done\""));
    (program, window)
}

#[test]
fn a_window_grows_with_the_scale_that_the_desktop_is_set_to_and_all_of_it_is_drawn() {
    let machine = machine();
    let folder = machine.folder.path();
    let screen = Screen::with(folder, &["-screen", "0", "2400x1800x24"]);
    let client = Client::of(&screen);
    let desktop = client.has_settings();
    client.set_dpi(desktop, 96);
    let (_program, window) = in_a_session(&machine, &screen);
    let number = window.0.parse().unwrap();
    await_that("it is as wide as it was", || client.width_of(number) == 600);
    let dark = || {
        let (_, pixels) = picture(&screen, &window, 24);
        pixels.iter().filter(|pixel| pixel[0] < 100).count()
    };
    let usual = dark();
    for (dpi, width) in [(192, 1200), (144, 900), (96, 600)] {
        client.set_dpi(desktop, dpi);
        await_that(&format!("it is as wide as {dpi} asks for"), || {
            client.width_of(number) == width
        });
        await_that(&format!("all in it is as large as {dpi} asks for"), || {
            let times = usize::from(width / 100).pow(2);
            let expected = usual * times / 36;
            (expected * 4 / 5..expected * 5 / 4).contains(&dark())
        });
        screen.ask(&["windowmove", &window.0, "20", "30"]);
        screen.press(&window, "space");
        screen.press(&window, "space");
        assert_eq!(client.width_of(number), width, "it was moved at {dpi}");
        await_that(&format!("it is drawn in every corner at {dpi}"), || {
            let (wide, pixels) = picture(&screen, &window, 24);
            let corners = [pixels[0], pixels[wide - 1], pixels[pixels.len() - 1]];
            // The page is light, and what was not drawn is black.
            wide == usize::from(width) && corners.iter().all(|corner| corner[0] > 200)
        });
    }
}

#[test]
fn a_scale_that_no_screen_has_changes_nothing_of_a_session_under_way() {
    let machine = machine();
    let screen = Screen::start(machine.folder.path());
    let client = Client::of(&screen);
    let desktop = client.has_settings();
    client.set_dpi(desktop, 96);
    let (mut program, window) = in_a_session(&machine, &screen);
    let number = window.0.parse().unwrap();
    for dpi in [0, -1, 1, 1_000_000, 96] {
        client.set_dpi(desktop, dpi);
        screen.press(&window, "space");
        screen.press(&window, "space");
        assert_eq!(program.0.try_wait().unwrap(), None, "{dpi}");
    }
    await_that("it is as wide as it was", || client.width_of(number) == 600);
    screen.press(&window, "h");
    machine.wait_for_line("\"hurt\"");
}

#[test]
fn a_scale_that_no_screen_has_keeps_no_window_shut() {
    let machine = machine();
    machine.write("config/settings.toml", SETTINGS);
    let screen = Screen::start(machine.folder.path());
    let client = Client::of(&screen);
    let desktop = client.has_settings();
    let mut usual = None;
    for dpi in [96, 0, -1, 1, 1_000_000] {
        client.set_dpi(desktop, dpi);
        let mut program = machine.command(["open", "short.toml"]);
        screen.shows(&mut program);
        let program = Process::start(&mut program, machine.folder.path());
        let window = screen.window_of(&program).0.parse().unwrap();
        let usual = *usual.get_or_insert_with(|| client.width_of(window));
        await_that(&format!("{dpi} is as wide as usual"), || {
            client.width_of(window) == usual
        });
    }
}
