//! The person's folders, in a place of the test's own.

use std::path::Path;

use supple::folders::Folders;

pub(crate) fn folders(place: &Path) -> Folders {
    Folders {
        data: place.join("data"),
        config: place.join("config"),
        cache: place.join("cache"),
        record: None,
    }
}
