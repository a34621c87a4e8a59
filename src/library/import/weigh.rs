//! What a file from elsewhere would be among the person's routines, before it is one of them.

use std::path::Path;

use super::{
    Content, Doubt, ImportError, Kept, as_given, doubt, is_kept, is_shipped, place, read_there,
};
use crate::clock;
use crate::library::{Entry, Library, Origin, entry, file, unread};
use crate::routine::Routine;
use crate::words::Message;

/// A file from elsewhere, and what there is of it already.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighed {
    pub entry: Entry,
    pub standing: Standing,
    /// The SHA-256 of all that it brings, its pictures included; empty of what can't be used.
    pub sha256: String,
    /// Which of its pictures, as it names them, are not those of the version that is there.
    pub other_pictures: Vec<String>,
}

impl Weighed {
    /// A file that can't be read for this reason.
    pub fn unread(from: &Path, why: Message) -> Self {
        Self::broken(unread(Origin::Own(from.to_owned()), None, why))
    }

    fn broken(entry: Entry) -> Self {
        Self {
            entry,
            standing: Standing::Broken,
            sha256: String::new(),
            other_pictures: Vec::new(),
        }
    }
}

/// What a file is to the routines that the person has.
#[derive(Debug, Clone, PartialEq)]
pub enum Standing {
    /// None of them is a version of it.
    New,
    /// One of them is the very same, with the same pictures.
    Same(Box<Routine>),
    /// It is a later version of this one, which gives way to it.
    Update(Box<Routine>),
    /// It would take the place of this one, and the person is to say whether it may.
    Asks(Doubt, Box<Routine>),
    /// It can't be used as it is.
    Broken,
    /// There is no folder to keep it in.
    Homeless,
}

/// Reads the file at `from` as [`super::import`] does, and tells what that would find in the person's folder. Nothing is
/// written.
pub fn weigh(from: &Path, library: Option<&Library>) -> Weighed {
    let bytes = match file::bytes(from) {
        Ok(bytes) => bytes,
        Err(error) => return Weighed::unread(from, error.message()),
    };
    let reading = file::check_bytes(&bytes, from, clock::today());
    let entry = entry(Origin::Own(from.to_owned()), reading, None);
    let Some(routine) = &entry.routine else {
        return Weighed::broken(entry);
    };
    let content = match Content::read(routine, bytes, from) {
        Ok(content) => content,
        Err(error) => return Weighed::unread(from, error.message()),
    };
    let kept = library.and_then(|library| Some((library, library.folder()?)));
    let (standing, other_pictures) = match kept {
        None => (Standing::Homeless, Vec::new()),
        Some((library, folder)) => match library.be_current() {
            Ok(()) => standing(routine, &content, folder, library),
            Err(why) => return Weighed::unread(from, why),
        },
    };
    Weighed {
        sha256: content.sha256(),
        other_pictures,
        standing,
        entry,
    }
}

/// What the file is, and which of its pictures are others than those that are there.
fn standing(
    routine: &Routine,
    content: &Content,
    folder: &Path,
    library: &Library,
) -> (Standing, Vec<String>) {
    let path = place(routine, content, folder, library);
    // Why it can't be read is told when it is to be replaced.
    let there = read_there(&path).ok().flatten();
    let kept = Kept::of(routine, content, &path, library);
    let is_same = is_kept(there.as_deref(), &kept, content);
    if !is_same && let Some(shipped) = is_shipped(routine, library) {
        return (Standing::Same(Box::new((*shipped).clone())), Vec::new());
    }
    let others = other_pictures(&kept);
    let asked = doubt(there.as_deref(), &path, &kept, is_same, routine, library);
    if let Some((why, there)) = asked {
        return (Standing::Asks(why, Box::new(there)), others);
    }
    let there = there.and_then(|there| file::read_bytes(&there, &path, clock::today()).routine);
    let standing = match there.map(|there| Box::new(as_given(there, &kept))) {
        None => Standing::New,
        Some(there) if is_same && kept.is_ok() && others.is_empty() => Standing::Same(there),
        Some(there) => Standing::Update(there),
    };
    (standing, others)
}

/// Why the file can't be kept is told when it is to be.
fn other_pictures(kept: &Result<Kept, ImportError>) -> Vec<String> {
    let others = kept.iter().flat_map(|kept| &kept.pictures);
    others.map(|picture| picture.given.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::*;
    use crate::disk;
    use crate::library::{Change, Consent, Renamed, SHIPPED, import, import_beside};
    use crate::words::Words;

    fn picture(path: &Path, shade: u8) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let picture = image::RgbImage::from_pixel(4, 4, image::Rgb([shade, 0, 0]));
        picture.save(path).unwrap();
    }

    #[test]
    fn nothing_but_what_was_shown_is_added() {
        let place = tempfile::tempdir().unwrap();
        let at = |name: &str| place.path().join(name);
        let [given, folder] = [at("given/back.toml"), at("routines")];
        let english = Words::of("en").language();
        let text = "format = 1\nid = \"back\"\ntitle = \"T\"\n[[exercise]]\nname = \"A\"\nimage = \"a.png\"\n";
        let look = || weigh(&given, Some(&Library::to_weigh_by(folder.clone(), english)));
        let add = |consent: &Consent| import(&given, &folder, english, consent);
        picture(&at("given/a.png"), 1);
        fs::write(&given, text).unwrap();
        let shown = Consent::to(&look(), None);

        picture(&at("given/a.png"), 2);
        assert!(matches!(add(&shown), Err(ImportError::Changed)));
        let beside = import_beside(&given, &folder, english, &shown);
        assert!(matches!(beside, Err(ImportError::Changed)));
        let shown = Consent::to(&look(), None);
        fs::write(&given, text.replace("\"T\"", "\"Other\"")).unwrap();
        assert!(matches!(add(&shown), Err(ImportError::Changed)));
        fs::write(&given, text).unwrap();
        // Another window has added one of its id meanwhile.
        fs::create_dir_all(&folder).unwrap();
        let theirs = text.replace("image = \"a.png\"\n", "");
        fs::write(folder.join("back.toml"), theirs).unwrap();
        assert!(matches!(add(&shown), Err(ImportError::Changed)));
        assert!(!folder.join("a.png").exists());

        fs::remove_file(folder.join("back.toml")).unwrap();
        assert_eq!(add(&shown).unwrap().change, Change::New);
        picture(&at("given/a.png"), 3);
        let weighed = look();
        assert_eq!(weighed.other_pictures, ["a.png"]);
        let Standing::Asks(Doubt::SameVersion, there) = &weighed.standing else {
            panic!("{weighed:?}");
        };
        let pictures = add(&Consent::to(&weighed, Some(there)));
        assert_eq!(pictures.unwrap().change, Change::Pictures { count: 1 });
    }

    #[test]
    fn the_very_file_of_a_shipped_routine_is_there_already() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("routines");
        let english = Words::of("en").language();
        for shipped in SHIPPED {
            for name in [shipped.name, "scan"] {
                let given = place.path().join(name).with_added_extension("toml");
                fs::write(&given, shipped.text("en")).unwrap();
                let weighed = weigh(&given, Some(&Library::to_weigh_by(folder.clone(), english)));
                let Standing::Same(there) = weighed.standing else {
                    panic!("{weighed:?}");
                };
                assert_eq!(there.id, shipped.name);
                let imported = import(&given, &folder, english, &Consent::Needed).unwrap();
                assert_eq!(imported.change, Change::Shipped);
                assert!(disk::entries(&folder).unwrap().is_empty());
            }
        }
    }

    /// A routine of this id that shows `knee.png`.
    fn with_knee(id: &str) -> String {
        format!(
            "format = 1\nid = \"{id}\"\ntitle = \"Back\"\n[[exercise]]\nname = \"Knee\"\nimage = \"knee.png\"\n"
        )
    }

    fn give_with_knee(place: &Path, id: &str, shade: u8) -> PathBuf {
        let file = place.join(id).join("given.toml");
        picture(&file.with_file_name("knee.png"), shade);
        fs::write(&file, with_knee(id)).unwrap();
        file
    }

    #[test]
    fn a_picture_that_had_to_get_another_name_is_no_change() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("routines");
        let english = Words::of("en").language();
        let library = Library::to_weigh_by(folder.clone(), english);
        let given = |id, shade| give_with_knee(place.path(), id, shade);
        for (id, shade) in [("one", 1), ("two", 2)] {
            import(&given(id, shade), &folder, english, &Consent::Needed).unwrap();
        }
        let two = given("two", 2);
        let weighed = weigh(&two, Some(&library));
        let Standing::Same(there) = &weighed.standing else {
            panic!("{weighed:?}");
        };
        assert_eq!(there.exercises[0].image.as_deref(), Some("knee.png"));
        fs::write(&two, with_knee("two").replace("Knee", "Hip")).unwrap();
        let weighed = weigh(&two, Some(&library));
        let Standing::Asks(Doubt::SameVersion, there) = &weighed.standing else {
            panic!("{weighed:?}");
        };
        assert_eq!(there.exercises[0].image.as_deref(), Some("knee.png"));
        assert!(weighed.other_pictures.is_empty(), "{weighed:?}");
    }

    #[test]
    fn what_was_shown_is_added_also_where_a_picture_gets_another_name() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("routines");
        let english = Words::of("en").language();
        let library = Library::to_weigh_by(folder.clone(), english);
        let given = |id, shade| give_with_knee(place.path(), id, shade);
        import(&given("one", 1), &folder, english, &Consent::Needed).unwrap();
        let two = given("two", 2);
        let weighed = weigh(&two, Some(&library));
        assert_eq!(weighed.standing, Standing::New);
        let shown = Consent::to(&weighed, None);
        let added = import(&two, &folder, english, &shown).unwrap();
        assert_eq!(added.change, Change::New);
        let renamed = Renamed {
            given: "knee.png".to_owned(),
            kept: "knee-2.png".to_owned(),
        };
        assert_eq!(added.renamed, [renamed]);

        given("two", 3);
        let weighed = weigh(&two, Some(&library));
        assert_eq!(weighed.other_pictures, ["knee.png"]);
        let Standing::Asks(Doubt::SameVersion, there) = &weighed.standing else {
            panic!("{weighed:?}");
        };
        let shown = Consent::to(&weighed, Some(there));
        given("two", 4);
        let refused = import(&two, &folder, english, &shown);
        assert!(matches!(refused, Err(ImportError::Changed)));
        given("two", 3);
        let added = import(&two, &folder, english, &shown).unwrap();
        assert_eq!(added.change, Change::Pictures { count: 1 });
        let [kept, brought] = [folder.join("knee-2.png"), two.with_file_name("knee.png")];
        assert_eq!(fs::read(kept).unwrap(), fs::read(brought).unwrap());
    }
}
