//! Rendered phrases on the disk: what was spoken once need not be rendered again.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use sha2::{Digest as _, Sha256};

use super::{Phrase, Program};
use crate::routine::hex;

/// The most that is kept, in bytes: some three hours of speech at a speech program's usual rate. The
/// phrases that were not heard for the longest time go first.
const LARGEST: u64 = 64 * 1024 * 1024;

/// The folder of rendered phrases.
#[derive(Debug, Clone)]
pub(super) struct Cache {
    folder: PathBuf,
}

impl Cache {
    /// The folder is made when there is something to put into it.
    pub(super) fn in_folder(cache: &Path) -> Self {
        Self {
            folder: cache.join("voice"),
        }
    }

    /// Where this program's rendering of a phrase lies, or will.
    pub(super) fn path(&self, program: &Program, phrase: &Phrase) -> PathBuf {
        let Phrase { text, language } = phrase;
        let mut hash = Sha256::new();
        for part in [&program.identity(language), language, text] {
            // The lengths keep parts apart that would read the same in one row.
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        }
        let name = hex(&hash.finalize());
        self.folder.join(format!("{name}.wav"))
    }

    /// What was rendered before. Counts as heard now.
    pub(super) fn get(path: &Path) -> Option<Vec<u8>> {
        let wav = fs::read(path).ok()?;
        // Only the order in which phrases are let go depends on it.
        let _ = File::options()
            .append(true)
            .open(path)
            .and_then(|file| file.set_modified(SystemTime::now()));
        Some(wav)
    }

    /// A file that the speech program may write to, to be moved to its place once it is whole.
    pub(super) fn draft(&self) -> io::Result<PathBuf> {
        crate::disk::create_folder(&self.folder)?;
        let draft = format!("draft-{}.wav", uuid::Uuid::now_v7());
        Ok(self.folder.join(draft))
    }

    /// Lets go of the oldest phrases until no more than is meant to be is kept.
    pub(super) fn trim(&self) {
        self.trim_to(LARGEST);
    }

    fn trim_to(&self, most: u64) {
        let Ok(entries) = fs::read_dir(&self.folder) else {
            return;
        };
        let mut files: Vec<(SystemTime, u64, PathBuf)> = entries
            .filter_map(|entry| {
                let entry = entry.ok()?;
                let about = entry.metadata().ok()?;
                Some((about.modified().ok()?, about.len(), entry.path()))
            })
            .collect();
        files.sort();
        let mut all: u64 = files.iter().map(|(_, size, _)| size).sum();
        for (_, size, path) in files {
            if all <= most {
                return;
            }
            // One that can't be removed is tried again the next time.
            if fs::remove_file(path).is_ok() {
                all -= size;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn phrase(text: &str, language: &str) -> Phrase {
        Phrase {
            text: text.to_owned(),
            language: language.to_owned(),
        }
    }

    #[test]
    fn a_phrase_is_kept_by_its_text_language_and_program() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::in_folder(folder.path());
        let custom = Program::Custom("speak --to {file}".parse().unwrap());
        let paths = [
            cache.path(&Program::EspeakNg, &phrase("Hold", "en")),
            cache.path(&Program::EspeakNg, &phrase("Hold", "de")),
            cache.path(&Program::EspeakNg, &phrase("Rest", "en")),
            cache.path(&custom, &phrase("Hold", "en")),
        ];
        for (index, path) in paths.iter().enumerate() {
            assert!(!paths[..index].contains(path), "{path:?}");
        }
        assert_eq!(
            paths[0],
            cache.path(&Program::EspeakNg, &phrase("Hold", "en"))
        );
    }

    #[test]
    fn the_phrases_that_were_not_heard_for_longest_go_first() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::in_folder(folder.path());
        let files = ["a", "b", "c"].map(|text| {
            let path = cache.path(&Program::EspeakNg, &phrase(text, "en"));
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, [0; 100]).unwrap();
            path
        });
        for (age_hours, file) in [3, 2, 1].into_iter().zip(&files) {
            let then = SystemTime::now() - Duration::from_hours(age_hours);
            let file = File::options().append(true).open(file).unwrap();
            file.set_modified(then).unwrap();
        }
        assert!(Cache::get(&files[0]).is_some());
        cache.trim_to(250);
        let left = files.each_ref().map(|file| file.exists());
        assert_eq!(left, [true, false, true]);
        cache.trim_to(0);
        assert!(files.iter().all(|file| !file.exists()));
    }
}
