//! Paths in the way a shell reads them.

use std::borrow::Cow;
use std::path::Path;

use crate::text::{printable, shown_path};

/// A path as it is typed after a command: quoted where the shell would read more into it than a name,
/// and never taken for an option.
pub(super) fn argument(path: &Path) -> String {
    if cfg!(unix) && shown_path(path).as_bytes() != path.as_os_str().as_encoded_bytes() {
        return spelled_out(path);
    }
    let mut path = shown_path(path);
    if path.starts_with('-') {
        path.insert_str(0, "./");
    }
    if cfg!(windows) {
        let is_plain = |c: char| !c.is_whitespace() && !"&|<>^%()!,;=".contains(c);
        return if path.chars().all(is_plain) {
            path
        } else {
            format!("\"{path}\"")
        };
    }
    // No path holds a NUL, which alone can't be quoted.
    shlex::try_quote(&path).map_or_else(|_| path.clone(), Cow::into_owned)
}

/// A path with characters that must not be printed, such as the end of a line, as any shell makes it
/// from their numbers.
fn spelled_out(path: &Path) -> String {
    let mut format = String::new();
    if path.as_os_str().as_encoded_bytes().starts_with(b"-") {
        format.push_str("./");
    }
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        for letter in chunk.valid().chars() {
            let mut bytes = [0; 4];
            let text = &*letter.encode_utf8(&mut bytes);
            match letter {
                '%' => format.push_str("%%"),
                '\\' => format.push_str(r"\\"),
                '\'' => format.push_str(r"'\''"),
                _ if printable(text) == text => format.push(letter),
                _ => format.extend(text.bytes().map(|byte| format!("\\{byte:03o}"))),
            }
        }
        let unreadable = chunk.invalid().iter();
        format.extend(unreadable.map(|byte| format!("\\{byte:03o}")));
    }
    format!("\"$(printf '{format}')\"")
}
