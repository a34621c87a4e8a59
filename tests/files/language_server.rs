//! A text editor with the schema: what tombi, a language server for TOML, makes of it.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

use crate::Machine;
use crate::ended::Ended;
use crate::needs_root::left_out;

const SCHEMA: &str = "routine.schema.json";
/// The first line of a file that names it.
const NAMED: &str = "#:schema ./routine.schema.json\n";

/// The program, where `sh .ci/setup tests` puts it or on the search path.
fn tombi() -> Option<PathBuf> {
    let built = Path::new(env!("CARGO_TARGET_TMPDIR")).parent()?;
    let name = format!("tombi{}", std::env::consts::EXE_SUFFIX);
    let installed = ["bin", "Scripts"].map(|folder| built.join("tombi").join(folder));
    let on_path = std::env::var_os("PATH")?;
    let folders = installed.into_iter().chain(std::env::split_paths(&on_path));
    let mut paths = folders.map(|folder| folder.join(&name));
    paths.find(|path| path.is_file())
}

/// A folder with the schema as the program prints it, and a way to run tombi there.
fn machine() -> Option<(Machine, PathBuf)> {
    let Some(tombi) = tombi() else {
        left_out("tombi is missing; sh .ci/setup tests installs it");
        return None;
    };
    let machine = Machine::new();
    let printed = machine.supple(["new", "--schema"]);
    assert_eq!(printed.code, 0, "{}", printed.stderr);
    machine.write(SCHEMA, printed.stdout);
    Some((machine, tombi))
}

/// To be run in the machine's folder, without the network and without the person's own settings.
fn command(machine: &Machine, tombi: &Path, argument: &str) -> Command {
    let mut command = Command::new(tombi);
    command
        .args([argument, "--offline", "--no-cache"])
        .current_dir(&machine.folder)
        .env("NO_COLOR", "1")
        .env("HOME", machine.folder.path())
        .env("XDG_CONFIG_HOME", machine.path("config"))
        .env("XDG_CACHE_HOME", machine.path("cache"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// The figures that come with Supple, each as one of a routine's own.
fn own_figures(folder: &Path) -> String {
    let mut text = format!("{NAMED}format = 1\ntitle = \"x\"\n[[exercise]]\nname = \"x\"\n");
    // As many as a routine may have.
    for name in supple::figure::names().take(supple::routine::MOST_FIGURES) {
        let figure = fs::read_to_string(folder.join(format!("{name}.toml"))).unwrap();
        writeln!(text, "[figure.{name}]").unwrap();
        for line in figure.lines() {
            let line = match (line.strip_prefix("[["), line.strip_prefix('[')) {
                (Some(rest), _) => format!("[[figure.{name}.{rest}"),
                (None, Some(rest)) => format!("[figure.{name}.{rest}"),
                (None, None) => line.to_owned(),
            };
            text.push_str(&line);
            text.push('\n');
        }
    }
    text
}

#[test]
fn no_fault_is_found_in_what_comes_with_supple() {
    let Some((machine, tombi)) = machine() else {
        return;
    };
    let source = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut count = 0;
    for folder in ["routines", "routines/de"] {
        for file in fs::read_dir(source.join(folder)).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "toml") {
                let text = fs::read_to_string(&path).unwrap();
                machine.write(&format!("{count}.toml"), format!("{NAMED}{text}"));
                count += 1;
            }
        }
    }
    assert!(count > 0);
    for language in supple::words::LANGUAGES {
        let name = format!("starter-{}.toml", language.tag);
        machine.write(&name, format!("{NAMED}{}", language.starter));
    }
    for id in supple::exercises::ids() {
        let ended = machine.supple(["new", &format!("{id}.toml"), "--from", id]);
        assert_eq!(ended.code, 0, "{}", ended.stderr);
        let text = fs::read_to_string(machine.path(&format!("{id}.toml"))).unwrap();
        assert!(text.starts_with(NAMED), "{text}");
    }
    let figures = own_figures(&source.join("assets/figures"));
    machine.write("figures.toml", figures);
    let other = "hold = 20\nrest = \"1m 30s\"\n[schedule]\nat = [08:00:00, \"20:00\"]\nreview_on = \"2027-01-31\"\n";
    let top = "format = 1\ntitle = \"x\"\nupdated = 2026-11-29\n[[exercise]]\nname = \"x\"\n";
    machine.write("other.toml", format!("{NAMED}{top}{other}"));
    let ended = Ended::of(command(&machine, &tombi, "lint").spawn().unwrap());
    assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
}

#[test]
fn what_a_schema_can_know_is_found_where_it_is() {
    const PLANTED: &str = r#"titel = "x"
updated = "2026-13"
[schedule]
times_per_day = 99
days = ["mon", "tuesday"]
at = ["8 o'clock"]
[[exercise]]
name = 1
hold = "twenty"
rest = 2.5
sides = "both"
use = 7
optional = "yes"
[figure.a]
view = "behind"
bust = 3
[figure.a.pose.rest]
hip = [1]
arms = { uper = 1 }
"#;
    let Some((machine, tombi)) = machine() else {
        return;
    };
    let text = format!("{NAMED}format = 1\ntitle = \"x\"\n{PLANTED}");
    machine.write("planted.toml", &text);
    let ended = Ended::of(command(&machine, &tombi, "lint").spawn().unwrap());
    assert_eq!(ended.code, 1);
    let found = format!("{}{}", ended.stdout, ended.stderr);
    for (number, line) in text.lines().enumerate().skip(3) {
        let is_found = found.contains(&format!("planted.toml:{}:", number + 1));
        assert_eq!(is_found, !line.starts_with('['), "{line}\n{found}");
    }
    machine.write("planted.toml", format!("{NAMED}format = 1\n"));
    let ended = Ended::of(command(&machine, &tombi, "lint").spawn().unwrap());
    let found = format!("{}{}", ended.stdout, ended.stderr);
    for missing in ["\"title\" is required", "\"exercise\" is required"] {
        assert!(found.contains(missing), "{found}");
    }
}

/// The language server, asked over its protocol.
struct Server {
    program: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

impl Server {
    fn start(mut command: Command) -> Self {
        // Its own log is nobody's concern.
        command.stdin(Stdio::piped()).stderr(Stdio::null());
        let mut program = command.spawn().unwrap();
        Self {
            to: program.stdin.take().unwrap(),
            from: BufReader::new(program.stdout.take().unwrap()),
            program,
        }
    }

    fn send(&mut self, mut message: Value) {
        message["jsonrpc"] = json!("2.0");
        let text = message.to_string();
        write!(self.to, "Content-Length: {}\r\n\r\n{text}", text.len()).unwrap();
        self.to.flush().unwrap();
    }

    fn receive(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            let read = self.from.read_line(&mut line).unwrap();
            assert!(read > 0, "the language server has ended");
            if let Some(number) = line.strip_prefix("Content-Length:") {
                length = number.trim().parse().unwrap();
            }
            if line.trim().is_empty() {
                break;
            }
        }
        let mut text = vec![0; length];
        self.from.read_exact(&mut text).unwrap();
        serde_json::from_slice(&text).unwrap()
    }

    /// The next answer or notification; what the server asks is answered with nothing.
    fn next(&mut self) -> Value {
        loop {
            let message = self.receive();
            if message.get("method").is_none() || message.get("id").is_none() {
                return message;
            }
            self.send(json!({"id": message["id"], "result": null}));
        }
    }

    /// The result of a request.
    fn ask(&mut self, id: u32, method: &str, parameters: &Value) -> Value {
        self.send(json!({"id": id, "method": method, "params": parameters}));
        loop {
            let message = self.next();
            if message["id"] == id {
                assert!(message.get("error").is_none(), "{message}");
                return message["result"].clone();
            }
        }
    }

    /// Opens a document and gives what is wrong with it. The server takes up several messages at
    /// once: before it has said this, it may not know the document.
    fn open(&mut self, document: &Value) -> Value {
        let parameters = json!({"textDocument": document});
        self.send(json!({"method": "textDocument/didOpen", "params": parameters}));
        loop {
            let message = self.next();
            let about = &message["params"];
            if message["method"] == "textDocument/publishDiagnostics"
                && about["version"] == document["version"]
            {
                return about["diagnostics"].clone();
            }
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

#[test]
fn keys_are_offered_with_what_they_say() {
    const TEXT: &str = "format = 1\ntitle = \"x\"\n\n[[exercise]]\nname = \"x\"\n";
    let Some((machine, tombi)) = machine() else {
        return;
    };
    let text = format!("{NAMED}{TEXT}");
    let path = machine.write("mine.toml", &text);
    let uri = |path: &Path| format!("file://{}", path.display());
    let mut server = Server::start(command(&machine, &tombi, "lsp"));
    let folder = uri(machine.folder.path());
    let client = json!({"textDocument": {"completion": {"completionItem": {"documentationFormat": ["markdown"]}}}});
    let hello = json!({"processId": null, "rootUri": folder, "capabilities": client,
        "workspaceFolders": [{"uri": folder, "name": "x"}]});
    let offered = server.ask(1, "initialize", &hello);
    assert!(offered["capabilities"].get("completionProvider").is_some());
    server.send(json!({"method": "initialized", "params": {}}));
    let document = json!({"uri": uri(&path), "languageId": "toml", "version": 1, "text": text});
    assert_eq!(server.open(&document), json!([]));

    let words = supple::words::Words::of("en");
    // Below the title, and below the name of the exercise.
    let places = [
        (3, "summary", "format-routine-summary"),
        (6, "rest_between_sets", "format-exercise-rest-between-sets"),
    ];
    for (id, (line, key, says)) in (2..).zip(places) {
        let place = json!({"textDocument": {"uri": uri(&path)}, "position": {"line": line, "character": 0}});
        let offered = server.ask(id, "textDocument/completion", &place);
        let items = offered.get("items").unwrap_or(&offered);
        let item = items.as_array().unwrap().iter();
        let item = item.filter(|item| item["label"] == key).collect::<Vec<_>>();
        assert_eq!(item.len(), 1, "{key} in {offered}");
        let says = words.find(says).unwrap();
        assert!(item[0].to_string().contains(&says), "{}", item[0]);
    }
}
