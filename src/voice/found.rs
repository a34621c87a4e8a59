//! Voices that lie in folders: those of piper and of `RHVoice`, which have no command that lists them.

use std::fs;
use std::path::{Path, PathBuf};

use directories::BaseDirs;

use crate::disk;

/// A voice and the language it speaks, BCP 47 but for the sign between its parts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Voice {
    pub(super) language: String,
    /// What its program calls it.
    pub(super) name: String,
}

/// How deep models lie below their folder: language, country, name, quality.
const DEEPEST: u32 = 4;

/// The most entries that are looked at: a folder of another kind is not read through.
const MOST: usize = 5_000;

/// The most that is read of what tells of a voice, in bytes: it is a few lines.
const LARGEST_DESCRIPTION: u64 = 64 * 1024;

/// The qualities of piper's models, the one to take first: a better one takes longer than a slow
/// machine has before a session.
const QUALITIES: [&str; 4] = ["medium", "high", "low", "x_low"];

/// What `RHVoice` calls the languages that it has voices for.
const OF_RHVOICE: [(&str, &str); 19] = [
    ("Albanian", "sq"),
    ("Brazilian-Portuguese", "pt-BR"),
    ("Croatian", "hr"),
    ("Czech", "cs"),
    ("English", "en"),
    ("Esperanto", "eo"),
    ("Georgian", "ka"),
    ("Kyrgyz", "ky"),
    ("Macedonian", "mk"),
    ("Polish", "pl"),
    ("Russian", "ru"),
    ("Serbian", "sr"),
    ("Slovak", "sk"),
    ("Spanish", "es"),
    ("Tatar", "tt"),
    ("Turkish", "tr"),
    ("Ukrainian", "uk"),
    ("Uzbek", "uz"),
    ("Vietnamese", "vi"),
];

/// The models of piper in the folders that its guides name.
pub(super) fn of_piper() -> Vec<Voice> {
    let own = ["piper", "piper-voices", "piper-tts"].map(Path::new);
    let shared = ["/usr/share/piper-voices", "/usr/local/share/piper-voices"];
    models_in(in_data_folder(&own).chain(shared.map(PathBuf::from)))
}

/// The voices of `RHVoice`.
pub(super) fn of_rhvoice() -> Vec<Voice> {
    let own = [Path::new("RHVoice/voices")];
    let shared = [
        "/usr/share/RHVoice/voices",
        "/usr/local/share/RHVoice/voices",
    ];
    described_in(in_data_folder(&own).chain(shared.map(PathBuf::from)))
}

/// Below the folder that programs keep a person's data in.
fn in_data_folder(names: &[&Path]) -> impl Iterator<Item = PathBuf> {
    let data = BaseDirs::new().map(|folders| folders.data_dir().to_owned());
    let found = data.map(|data| names.iter().map(|name| data.join(name)).collect::<Vec<_>>());
    found.unwrap_or_default().into_iter()
}

/// `de_DE-thorsten-medium.onnx`, with its description beside it.
fn models_in(folders: impl IntoIterator<Item = PathBuf>) -> Vec<Voice> {
    let mut found = Vec::new();
    let mut open: Vec<(PathBuf, u32)> = folders.into_iter().map(|folder| (folder, 0)).collect();
    let mut seen = 0;
    while let Some((folder, depth)) = open.pop() {
        for path in entries(&folder) {
            seen += 1;
            if seen > MOST {
                open.clear();
                break;
            }
            if path.is_dir() && depth < DEEPEST {
                open.push((path, depth + 1));
            } else {
                found.extend(model(&path));
            }
        }
    }
    found.sort();
    found.dedup();
    let voices = found
        .into_iter()
        .map(|(language, _, _, name)| Voice { language, name });
    voices.collect()
}

/// The language, how soon it is taken, its name, and its path.
fn model(path: &Path) -> Option<(String, usize, String, String)> {
    let file = path.file_name()?.to_str()?;
    let name = file.strip_suffix(".onnx")?;
    let is_described = path.with_file_name(format!("{file}.json")).is_file();
    let (language, voice) = name.split_once('-').filter(|_| is_described)?;
    let quality = voice.rsplit('-').next();
    let place = QUALITIES.iter().position(|known| Some(*known) == quality);
    Some((
        language.to_owned(),
        place.unwrap_or(QUALITIES.len()),
        voice.to_owned(),
        path.to_str()?.to_owned(),
    ))
}

/// Folders with a file that tells the voice's name and language.
fn described_in(folders: impl IntoIterator<Item = PathBuf>) -> Vec<Voice> {
    let voices = folders.into_iter().flat_map(|folder| entries(&folder));
    let mut found: Vec<Voice> = voices.filter_map(|voice| described(&voice)).collect();
    found.sort();
    found.dedup();
    found
}

fn described(folder: &Path) -> Option<Voice> {
    let about = disk::read_up_to(LARGEST_DESCRIPTION, &folder.join("voice.info")).ok()?;
    let about = String::from_utf8(about).ok()?;
    let value = |key: &str| {
        let mut lines = about.lines().filter_map(|line| line.split_once('='));
        let (_, value) = lines.find(|(name, _)| name.trim() == key)?;
        Some(value.trim().to_owned())
    };
    let (name, spoken) = (value("name")?, value("language")?);
    let (_, tag) = OF_RHVOICE.iter().find(|(known, _)| *known == spoken)?;
    Some(Voice {
        language: (*tag).to_owned(),
        name,
    })
}

/// What is in a folder, in order of its names; nothing if it can't be read.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.take(MOST).map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(folder: &Path, file: &str, text: &str) {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    #[test]
    fn models_are_found_however_deep_they_usually_lie_the_usual_quality_first() {
        let folder = tempfile::tempdir().unwrap();
        for file in [
            "de/de_DE/thorsten/high/de_DE-thorsten-high.onnx",
            "de/de_DE/thorsten/medium/de_DE-thorsten-medium.onnx",
            "en_GB-alba-medium.onnx",
        ] {
            write(folder.path(), file, "");
            write(folder.path(), &format!("{file}.json"), "{}");
        }
        // Half of a voice, and something else.
        write(folder.path(), "fr_FR-siwis-low.onnx", "");
        write(folder.path(), "silero-vad.onnx.json", "");
        let found = models_in([folder.path().to_owned(), "/nowhere".into()]);
        let found: Vec<_> = found
            .iter()
            .map(|voice| {
                let name = voice.name.rsplit('/').next().unwrap();
                (voice.language.as_str(), name)
            })
            .collect();
        assert_eq!(
            found,
            [
                ("de_DE", "de_DE-thorsten-medium.onnx"),
                ("de_DE", "de_DE-thorsten-high.onnx"),
                ("en_GB", "en_GB-alba-medium.onnx"),
            ]
        );
    }

    #[test]
    fn voices_that_describe_themselves_are_found_by_their_language() {
        let folder = tempfile::tempdir().unwrap();
        write(
            folder.path(),
            "anna/voice.info",
            "name=Anna\nlanguage=Russian\ngender=female\n",
        );
        write(folder.path(), "x/voice.info", "name=X\nlanguage=Klingon\n");
        write(folder.path(), "y/other", "");
        let anna = Voice {
            language: "ru".to_owned(),
            name: "Anna".to_owned(),
        };
        assert_eq!(described_in([folder.path().to_owned()]), [anna]);
    }
}
