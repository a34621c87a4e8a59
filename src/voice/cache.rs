//! Rendered phrases on the disk: what was spoken once need not be rendered again.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use sha2::{Digest as _, Sha256};
use tempfile::TempPath;

use super::{Phrase, Program};
use crate::text::hex;

/// The most that is kept, in bytes: some three hours of speech at a speech program's usual rate. The
/// phrases that were not heard for the longest time go first.
const LARGEST: u64 = 64 * 1024 * 1024;

/// What the names of files begin with that are being written.
const DRAFT: &str = "supple-draft-";

/// A file that has been written for longer than this is no longer.
const FORGOTTEN: Duration = Duration::from_hours(1);

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

    /// Where this program's rendering of a phrase with a voice, at a speed, lies, or will.
    pub(super) fn path(
        &self,
        program: &Program,
        speed_percent: u16,
        voice: &str,
        phrase: &Phrase,
    ) -> PathBuf {
        let speed = speed_percent.to_string();
        let Phrase { text, language } = phrase;
        let mut hash = Sha256::new();
        for part in [&program.identity(), &speed, voice, language, text] {
            // The lengths keep parts apart that would read the same in one row.
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        }
        let name = hex(&hash.finalize());
        self.folder.join(format!("{name}.wav"))
    }

    /// What was rendered before. Counts as heard now.
    pub(super) fn get(path: &Path) -> Option<Vec<u8>> {
        let about = fs::symlink_metadata(path).ok()?;
        if !about.is_file() || about.len() > LARGEST {
            return None;
        }
        let wav = fs::read(path).ok()?;
        // Only the order in which phrases are let go depends on it.
        let _ = File::options()
            .append(true)
            .open(path)
            .and_then(|file| file.set_modified(SystemTime::now()));
        Some(wav)
    }

    /// A file that the speech program may write to, to be moved to its place once it is whole.
    pub(super) fn draft(&self) -> io::Result<TempPath> {
        crate::disk::create_folder(&self.folder)?;
        draft_in(&self.folder)
    }

    /// Removes what a program was writing when its machine stopped.
    pub(super) fn sweep(&self) {
        let is_left = |entry: &fs::DirEntry| {
            let age = entry.metadata().and_then(|about| about.modified());
            let age = age.ok().and_then(|then| then.elapsed().ok());
            let name = entry.file_name();
            name.to_string_lossy().starts_with(DRAFT) && age.is_some_and(|age| age > FORGOTTEN)
        };
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        for entry in entries.filter(is_left) {
            // One that can't be removed is tried again the next time.
            let _ = fs::remove_file(entry.path());
        }
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
                let entry = entry.ok().filter(is_a_phrase)?;
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

/// An empty file of a name that tells what it is, removed in the end.
pub(super) fn draft_in(folder: &Path) -> io::Result<TempPath> {
    let mut names = tempfile::Builder::new();
    let draft = names.prefix(DRAFT).suffix(".wav").tempfile_in(folder)?;
    Ok(draft.into_temp_path())
}

/// Moves a draft to its place, once all of it is on the disk: half a phrase would be read as a whole.
/// An earlier rendering gives way, since it can be made again; anything but a file does not.
pub(super) fn keep(draft: TempPath, place: &Path) -> io::Result<()> {
    // Some systems sync only what is open to be written.
    File::options().write(true).open(&draft)?.sync_all()?;
    if fs::symlink_metadata(place).is_ok_and(|there| !there.is_file()) {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    Ok(draft.persist(place)?)
}

/// Whether a file was put there by Supple: what else lies in the folder is none of its business.
fn is_a_phrase(file: &fs::DirEntry) -> bool {
    let name = file.file_name();
    let stem = name.to_str().and_then(|name| name.strip_suffix(".wav"));
    stem.is_some_and(|stem| stem.len() == 64 && stem.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrase(text: &str, language: &str) -> Phrase {
        Phrase {
            text: text.to_owned(),
            language: language.to_owned(),
        }
    }

    #[test]
    fn a_phrase_is_kept_by_its_text_language_voice_and_program() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::in_folder(folder.path());
        let custom = Program::Custom("speak --to {file}".parse().unwrap());
        let paths = [
            cache.path(&Program::EspeakNg, 100, "en", &phrase("Hold", "en")),
            cache.path(&Program::EspeakNg, 100, "en-us", &phrase("Hold", "en")),
            cache.path(&Program::EspeakNg, 100, "en", &phrase("Hold", "de")),
            cache.path(&Program::EspeakNg, 100, "en", &phrase("Rest", "en")),
            cache.path(&custom, 100, "en", &phrase("Hold", "en")),
            cache.path(&custom, 120, "en", &phrase("Hold", "en")),
        ];
        for (index, path) in paths.iter().enumerate() {
            assert!(!paths[..index].contains(path), "{path:?}");
        }
        assert_eq!(
            paths[0],
            cache.path(&Program::EspeakNg, 100, "en", &phrase("Hold", "en"))
        );
    }

    #[test]
    fn the_phrases_that_were_not_heard_for_longest_go_first() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::in_folder(folder.path());
        let files = ["a", "b", "c"].map(|text| {
            let path = cache.path(&Program::EspeakNg, 100, "en", &phrase(text, "en"));
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
        let diary = folder.path().join("voice/diary.txt");
        fs::write(&diary, "Dear diary").unwrap();
        cache.trim_to(0);
        assert!(diary.exists(), "nothing of a person's own is removed");
        assert!(files.iter().all(|file| !file.exists()));
    }

    #[test]
    fn what_was_being_written_long_ago_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::in_folder(folder.path());
        let [old, new] = [2, 0].map(|age_hours| {
            let draft = cache.draft().unwrap().keep().unwrap();
            let then = SystemTime::now() - Duration::from_hours(age_hours);
            File::create(&draft).unwrap().set_modified(then).unwrap();
            draft
        });
        let kept = cache.path(&Program::EspeakNg, 100, "en", &phrase("Hold", "en"));
        fs::write(&kept, "").unwrap();
        cache.sweep();
        assert_eq!(
            (old.exists(), new.exists(), kept.exists()),
            (false, true, true)
        );
    }
}
