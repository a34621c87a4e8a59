//! A file whose id another routine has, kept as a routine of its own.

use std::path::Path;

use super::{Change, Consent, Content, ImportError, Imported, lock};
use crate::clock;
use crate::disk;
use crate::library::begin::{free_path, of_its_own};
use crate::library::bring::text_with_pictures;
use crate::library::file;
use crate::routine::Routine;

/// Copies the file at `from`, with its pictures, into `folder` beside whatever has its id there: the copy gets the id
/// that its file's name gives.
///
/// # Errors
/// Why it was not copied. No routine is added then, and none is changed.
pub fn import_beside(
    from: &Path,
    folder: &Path,
    consent: &Consent,
) -> Result<Imported, ImportError> {
    let routine = agreed(from, consent)?;
    let unwritten = |path: &Path, error| ImportError::Write {
        path: path.to_owned(),
        error,
    };
    let _lock = lock(folder).map_err(|error| unwritten(folder, error))?;
    let copied = text_with_pictures(from, folder).map_err(ImportError::Read)?;
    if let Some(why) = copied.warning {
        return Err(ImportError::PicturesLeft(why));
    }
    // It may have been written anew since.
    agreed(from, consent)?;
    let text = of_its_own(&copied.text);
    let path = free_path(folder, &routine.title);
    let reading = file::read_bytes(text.as_bytes(), &path, clock::today());
    if reading.routine.is_none() {
        return Err(ImportError::Mistakes(Box::new(reading)));
    }
    disk::create(&path, text.as_bytes()).map_err(|error| unwritten(&path, error))?;
    Ok(Imported {
        reading,
        path,
        change: Change::New,
        renamed: Vec::new(),
    })
}

/// The routine at `from`, if its file and pictures are those that the person agreed to.
fn agreed(from: &Path, consent: &Consent) -> Result<Routine, ImportError> {
    let bytes = file::bytes(from).map_err(ImportError::Read)?;
    let mut reading = file::check_bytes(&bytes, from, clock::today());
    let Some(routine) = reading.routine.take() else {
        return Err(ImportError::Mistakes(Box::new(reading)));
    };
    let brought = Content::read(&routine, bytes, from).map_err(ImportError::Read)?;
    if consent.is_of(&brought) {
        Ok(routine)
    } else {
        Err(ImportError::Changed)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn two_routines_of_one_id_are_both_there_and_told_apart() {
        let place = tempfile::tempdir().unwrap();
        let [folder, elsewhere] = ["routines", "elsewhere"].map(|name| place.path().join(name));
        fs::create_dir_all(&folder).unwrap();
        fs::create_dir_all(&elsewhere).unwrap();
        let text = |title: &str| {
            format!(
                "format = 1\n# Mine.\nid = \"back\"\nrevision = 3\ntitle = \"{title}\"\n\n[[exercise]]\nname = \"Knee\"\n"
            )
        };
        fs::write(folder.join("back.toml"), text("Back")).unwrap();
        let given = elsewhere.join("back.toml");
        fs::write(&given, text("Shoulder")).unwrap();
        let imported = import_beside(&given, &folder, &Consent::Given).unwrap();
        let routine = imported.reading.routine.unwrap();
        assert_eq!((&*routine.id, routine.revision), ("shoulder", 3));
        assert_eq!(imported.path, folder.join("shoulder.toml"));
        let kept = fs::read_to_string(imported.path).unwrap();
        assert!(kept.contains("# Mine."), "{kept}");
        let mine = fs::read_to_string(folder.join("back.toml")).unwrap();
        assert_eq!(mine, text("Back"));
        let again = import_beside(&given, &folder, &Consent::Given).unwrap();
        assert_eq!(again.path, folder.join("shoulder-2.toml"));
    }
}
