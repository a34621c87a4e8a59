//! A file whose id another routine has, kept as a routine of its own.

use std::path::Path;

use super::{Change, Consent, Content, ImportError, Imported, Kept, lock, put};
use crate::clock;
use crate::library::begin::{free_path, of_its_own};
use crate::library::{Library, file};
use crate::routine::{Routine, Surroundings, read};
use crate::words::Language;

/// Copies the file at `from`, with its pictures, into `folder` beside whatever has its id there: the copy gets the id
/// that its file's name gives. `language` is that of the shipped routines.
///
/// # Errors
/// Why it was not copied. No routine and no picture is added then, and none is changed.
pub fn import_beside(
    from: &Path,
    folder: &Path,
    language: &Language,
    consent: &Consent,
) -> Result<Imported, ImportError> {
    let (routine, brought) = agreed(from, consent)?;
    let unwritten = |path: &Path, error| ImportError::Write {
        path: path.to_owned(),
        error,
    };
    let _lock = lock(folder).map_err(|error| unwritten(folder, error))?;
    let library = Library::to_weigh_by(folder.to_owned(), language);
    library.be_current().map_err(ImportError::Silent)?;
    let path = free_path(folder, &routine.title);
    let Kept {
        text,
        pictures,
        renamed,
    } = Kept::of(&routine, &brought, &path, &library)?;
    let text = of_its_own(&String::from_utf8_lossy(&text));
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let surroundings = Surroundings {
        stem: &stem,
        today: clock::today(),
        // They are put there with it.
        image: &|_| Ok(()),
    };
    let reading = read(text.as_bytes(), &surroundings);
    if reading.routine.is_none() {
        return Err(ImportError::Mistakes(Box::new(reading)));
    }
    put(&pictures, &path, None, text.as_bytes())?;
    Ok(Imported {
        reading,
        path,
        change: Change::New,
        renamed,
    })
}

/// The routine at `from` and all that it brings, if its file and pictures are those that the person agreed to.
fn agreed(from: &Path, consent: &Consent) -> Result<(Routine, Content), ImportError> {
    let bytes = file::bytes(from).map_err(ImportError::Read)?;
    let mut reading = file::check_bytes(&bytes, from, clock::today());
    let Some(routine) = reading.routine.take() else {
        return Err(ImportError::Mistakes(Box::new(reading)));
    };
    let brought = Content::read(&routine, bytes, from).map_err(ImportError::Read)?;
    if consent.is_of(&brought) {
        Ok((routine, brought))
    } else {
        Err(ImportError::Changed)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::words::Words;

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
        let imported =
            import_beside(&given, &folder, Words::of("en").language(), &Consent::Given).unwrap();
        let routine = imported.reading.routine.unwrap();
        assert_eq!((&*routine.id, routine.revision), ("shoulder", 3));
        assert_eq!(imported.path, folder.join("shoulder.toml"));
        let kept = fs::read_to_string(imported.path).unwrap();
        assert!(kept.contains("# Mine."), "{kept}");
        let mine = fs::read_to_string(folder.join("back.toml")).unwrap();
        assert_eq!(mine, text("Back"));
        let again =
            import_beside(&given, &folder, Words::of("en").language(), &Consent::Given).unwrap();
        assert_eq!(again.path, folder.join("shoulder-2.toml"));
    }

    #[test]
    fn a_picture_gets_a_name_of_its_own_and_what_fails_leaves_none_behind() {
        let place = tempfile::tempdir().unwrap();
        let [folder, elsewhere] = ["routines", "elsewhere"].map(|name| place.path().join(name));
        fs::create_dir_all(&folder).unwrap();
        fs::create_dir_all(&elsewhere).unwrap();
        let english = Words::of("en").language();
        let text = "format = 1\nid = \"back\"\ntitle = \"Back\"\n[[exercise]]\nname = \"Knee\"\nimage = \"knee.png\"\nimage_alt = \"A knee\"\n";
        for (place, shade) in [(&folder, 10), (&elsewhere, 200)] {
            fs::write(place.join("back.toml"), text).unwrap();
            let picture = image::RgbImage::from_pixel(4, 4, image::Rgb([shade; 3]));
            picture.save(place.join("knee.png")).unwrap();
        }
        let given = elsewhere.join("back.toml");
        let imported = import_beside(&given, &folder, english, &Consent::Given).unwrap();
        let kept = fs::read_to_string(&imported.path).unwrap();
        assert!(kept.contains("image = \"knee-2.png\""), "{kept}");
        let renamed: Vec<_> = imported
            .renamed
            .iter()
            .map(|it| (&*it.given, &*it.kept))
            .collect();
        assert_eq!(renamed, [("knee.png", "knee-2.png")]);
        let others = fs::read(elsewhere.join("knee.png")).unwrap();
        assert_eq!(fs::read(folder.join("knee-2.png")).unwrap(), others);
        // A folder is where the next file would be.
        let picture = image::RgbImage::from_pixel(4, 4, image::Rgb([90; 3]));
        picture.save(elsewhere.join("knee.png")).unwrap();
        let next = free_path(&folder, "Back");
        assert!(!next.exists());
        let long = "x".repeat(300);
        fs::write(&given, text.replace("knee.png", &format!("{long}.png"))).unwrap();
        assert!(import_beside(&given, &folder, english, &Consent::Given).is_err());
        assert!(!folder.join("knee-3.png").exists() && !next.exists());
    }
}
