//! What comes of phrases when the speech program does its work, and when it does not. The programs
//! are small scripts for a shell.
#![cfg(unix)]

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::*;

/// A folder with a speech program in it, which writes down how often it was asked.
struct Studio {
    folder: tempfile::TempDir,
    program: Program,
    cache: Option<PathBuf>,
}

impl Studio {
    /// With a program that does this with the file that it is to write.
    fn new(script: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("speak.sh");
        fs::write(&program, format!("echo asked >> \"$2\"\n{script}\n")).unwrap();
        fs::write(folder.path().join("tone.wav"), tone()).unwrap();
        let asked = folder.path().join("asked");
        let command = format!(
            "sh '{}' {{file}} '{}' '{}'",
            program.display(),
            asked.display(),
            folder.path().join("tone.wav").display()
        );
        Self {
            program: Program::Custom(command.parse().unwrap()),
            cache: Some(folder.path().join("cache")),
            folder,
        }
    }

    fn read(&self, texts: &[&str]) -> Reader {
        let phrases: Vec<_> = texts.iter().map(|text| phrase(text)).collect();
        let reader = self.start(phrases.clone());
        reader.wait_for(&phrases, Duration::from_mins(1));
        reader
    }

    fn start(&self, phrases: Vec<Phrase>) -> Reader {
        let speech = Speech {
            programs: vec![self.program.clone()],
            cache: self.cache.clone(),
            ..Speech::default()
        };
        Reader::start(&speech, needs(phrases)).unwrap()
    }

    fn times_asked(&self) -> usize {
        let asked = fs::read_to_string(self.folder.path().join("asked"));
        asked.map_or(0, |asked| asked.lines().count())
    }

    /// The names of what is in the cache.
    fn kept(&self) -> Vec<String> {
        let folder = self.folder.path().join("cache").join("voice");
        let Ok(entries) = fs::read_dir(folder) else {
            return Vec::new();
        };
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.collect()
    }
}

const COPIES: &str = "cp \"$3\" \"$1\"";

fn phrase(text: &str) -> Phrase {
    Phrase {
        text: text.to_owned(),
        language: "en".to_owned(),
    }
}

/// All needed to the end.
fn needs(phrases: Vec<Phrase>) -> Vec<Need> {
    let until = usize::MAX;
    let needs = phrases.into_iter().map(|phrase| Need { phrase, until });
    needs.collect()
}

/// A tenth of a second of a square wave at 8 kHz, as a WAV file.
fn tone() -> Vec<u8> {
    let mut file = b"RIFF\x64\x06\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data\x40\x06\0\0".to_vec();
    for frame in 0..800_u16 {
        let sample: i16 = if frame / 20 % 2 == 0 { 9000 } else { -9000 };
        file.extend(sample.to_le_bytes());
    }
    file
}

#[test]
fn a_phrase_is_rendered_once_and_then_comes_from_the_cache() {
    let studio = Studio::new(COPIES);
    let reader = studio.read(&["Hold", "Rest"]);
    assert!(reader.clip(&phrase("Hold")).is_some());
    assert!(reader.clip(&phrase("Rest")).is_some());
    assert!(reader.clip(&phrase("Halfway")).is_none());
    assert_eq!(studio.times_asked(), 2);

    let again = studio.read(&["Rest", "Hold", "Halfway"]);
    assert_eq!(again.clip(&phrase("Hold")), reader.clip(&phrase("Hold")));
    assert_eq!(studio.times_asked(), 3);
    assert_eq!(studio.kept().len(), 3);
    assert_eq!(again.warning(), None);
}

#[test]
fn the_text_is_given_on_the_input_and_never_as_an_argument() {
    let studio = Studio::new("cat > \"$2.text\"; cp \"$3\" \"$1\"");
    studio.read(&["--help; $(reboot) \"ä\""]);
    let reported = fs::read_to_string(studio.folder.path().join("asked.text")).unwrap();
    assert_eq!(reported, "--help; $(reboot) \"ä\"");
}

#[test]
fn a_damaged_file_in_the_cache_is_rendered_anew() {
    let studio = Studio::new(COPIES);
    studio.read(&["Hold"]);
    let kept = studio
        .folder
        .path()
        .join("cache/voice")
        .join(&studio.kept()[0]);
    fs::write(&kept, "no sound").unwrap();
    assert!(studio.read(&["Hold"]).clip(&phrase("Hold")).is_some());
    assert_eq!(studio.times_asked(), 2);
    assert_eq!(fs::read(kept).unwrap(), tone());
}

#[test]
fn a_program_that_fails_is_named_given_up_and_leaves_nothing_behind() {
    let texts = ["one", "two", "three", "four", "five"];
    for (script, reason, times) in [
        ("exit 3", "voice-program-ended", 3),
        ("true", "voice-program-silent", 3),
        ("echo nonsense > \"$1\"", "voice-program-silent", 3),
        // A byte more than is read, which takes no room. It would write as much the next time too.
        (
            "dd if=/dev/zero of=\"$1\" bs=1 count=0 seek=67108865",
            "voice-program-large",
            1,
        ),
        ("exec cat /dev/zero > \"$1\"", "voice-program-large", 1),
    ] {
        let studio = Studio::new(script);
        let reader = studio.read(&texts);
        let warning = reader.warning().unwrap();
        assert_eq!(warning.id, "voice-failed");
        let inner = warning.args.iter().find(|(name, _)| *name == "reason");
        let reported = format!("{inner:?}");
        assert!(reported.contains(reason), "{script}: {reported}");
        assert_eq!(studio.times_asked(), times, "{script}");
        assert_eq!(studio.kept(), [""; 0], "{script}");
    }
}

#[test]
fn a_program_that_is_not_there_is_reported() {
    let program = Program::Custom("no-such-program {file}".parse().unwrap());
    let speech = Speech {
        programs: vec![program],
        ..Speech::default()
    };
    let reported = render(&speech, &phrase("Hold"), &Arc::default()).unwrap_err();
    assert_eq!(reported.id, "voice-failed");
}

#[test]
fn without_a_cache_folder_phrases_are_rendered_all_the_same() {
    let mut studio = Studio::new(COPIES);
    for cache in [None, Some(Path::new("/dev/null/no-folder").to_owned())] {
        studio.cache = cache;
        assert!(studio.read(&["Hold"]).clip(&phrase("Hold")).is_some());
    }
    assert_eq!(studio.times_asked(), 2);
}

#[test]
fn a_program_that_hangs_holds_up_nobody_for_longer_than_was_said() {
    let studio = Studio::new("exec sleep 5");
    let reader = studio.start(vec![phrase("Hold")]);
    let began = Instant::now();
    reader.wait_for(&[phrase("Hold")], Duration::from_millis(50));
    assert!(began.elapsed() < Duration::from_secs(4));
    assert_eq!(reader.clip(&phrase("Hold")), None);
}

#[test]
fn a_program_that_hangs_ends_with_its_reader_and_so_does_all_that_it_has_started() {
    let studio = Studio::new("exec > \"$2.pipe\"; echo begun; sleep 60 & wait");
    let pipe = studio.folder.path().join("asked.pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    let reader = studio.start(vec![phrase("Hold"), phrase("Rest")]);
    let mut lines = BufReader::new(fs::File::open(pipe).unwrap()).lines();
    assert_eq!(lines.next().unwrap().unwrap(), "begun");
    let began = Instant::now();
    drop(reader);
    // The pipe ends with the last process that has it.
    assert!(lines.next().is_none());
    assert!(began.elapsed() < Duration::from_secs(8));
    assert_eq!(studio.times_asked(), 1);
}

#[test]
fn a_phrase_that_cannot_be_rendered_is_not_waited_for() {
    let studio = Studio::new("case $(cat) in one) exit 3;; *) sleep 5;; esac");
    let reader = studio.start(vec![phrase("one"), phrase("two")]);
    let began = Instant::now();
    reader.wait_for(&[phrase("one")], Duration::from_mins(1));
    assert!(began.elapsed() < Duration::from_secs(4));
}

#[test]
fn a_phrase_that_never_fits_is_left_out_and_no_warning() {
    // A minute and a second of the tone's wave at 8 kHz.
    let studio = Studio::new(COPIES);
    let mut long = tone();
    let wave = long.split_off(44).repeat(10 * 61);
    let size = u32::try_from(wave.len()).unwrap().to_le_bytes();
    long[40..44].copy_from_slice(&size);
    long.extend(wave);
    fs::write(studio.folder.path().join("tone.wav"), long).unwrap();
    let reader = studio.read(&["one", "two", "three", "four"]);
    assert_eq!(reader.clip(&phrase("one")), None);
    assert_eq!(reader.warning(), None);
    assert_eq!(studio.times_asked(), 4);
}

#[test]
fn a_program_that_does_not_do_its_work_leaves_it_to_the_next() {
    let (broken, works) = (Studio::new("exit 3"), Studio::new(COPIES));
    let speech = Speech {
        programs: vec![broken.program.clone(), works.program.clone()],
        ..Speech::default()
    };
    let phrases = ["one", "two"].map(phrase);
    let reader = Reader::start(&speech, needs(phrases.to_vec())).unwrap();
    reader.wait_for(&phrases, Duration::from_mins(1));
    assert!(phrases.iter().all(|phrase| reader.clip(phrase).is_some()));
    assert_eq!((broken.times_asked(), works.times_asked()), (1, 2));
    assert_eq!(reader.warning(), None);
}

#[test]
fn a_program_that_is_passed_over_is_told_with_the_one_that_speaks_instead() {
    let (broken, works) = (Studio::new("exit 3"), Studio::new(COPIES));
    let render_by = |programs: Vec<Program>| {
        let speech = Speech::through(programs);
        render(&speech, &phrase("Hold"), &Arc::default()).unwrap()
    };
    let alone = render_by(vec![works.program.clone()]);
    assert_eq!(alone.passed_over, None);
    let after = render_by(vec![broken.program, works.program.clone()]);
    assert_eq!(after.program, works.program);
    let why = after.passed_over.unwrap();
    assert!(
        format!("{why:?}").contains("voice-program-ended"),
        "{why:?}"
    );
}

#[test]
fn a_long_session_is_spoken_to_its_end_and_never_more_than_so_much_of_it_is_held() {
    let studio = Studio::new(COPIES);
    let texts = ["one", "two", "three", "four", "five", "six"].map(phrase);
    let of = |(until, phrase): (usize, &Phrase)| Need {
        phrase: phrase.clone(),
        until,
    };
    let speech = Speech {
        programs: vec![studio.program.clone()],
        cache: studio.cache.clone(),
        ..Speech::default()
    };
    let needs: Vec<Need> = texts.iter().enumerate().map(of).collect();
    // Three phrases of a tenth of a second.
    let most = Duration::from_millis(250);
    let reader = Reader::start_within(most, &speech, needs).unwrap();
    let held = || {
        let read = reader.shared.read();
        let held: Duration = read.clips.values().flatten().map(Clip::length).sum();
        assert_eq!(held, read.held);
        assert!(held <= Duration::from_millis(300), "{held:?}");
    };
    // To the end, back to the beginning, and into the middle.
    for exercise in [0, 1, 2, 3, 4, 5, 0, 3] {
        reader.has_come_to(exercise);
        let coming = &texts[exercise..texts.len().min(exercise + 3)];
        reader.wait_for(coming, Duration::from_mins(1));
        assert!(
            coming.iter().all(|phrase| reader.clip(phrase).is_some()),
            "{exercise}"
        );
        held();
    }
    assert_eq!(studio.times_asked(), 6, "the rest comes from the cache");
}

#[test]
fn the_voice_is_as_loud_as_it_is_set() {
    let studio = Studio::new(COPIES);
    let loudest = |volume_percent| {
        let speech = Speech {
            programs: vec![studio.program.clone()],
            volume_percent,
            ..Speech::default()
        };
        let rendered = render(&speech, &phrase("Hold"), &Arc::default()).unwrap();
        let clip = rendered.clip;
        clip.samples()
            .fold(0.0, |most: f32, sample| most.max(sample.abs()))
    };
    assert!(
        (loudest(100) / loudest(50) - 3.16).abs() < 0.1,
        "ten decibels"
    );
}

#[test]
fn one_phrase_that_fails_among_others_is_no_lasting_warning() {
    let studio = Studio::new("case $(cat) in one) exit 3;; *) cp \"$3\" \"$1\";; esac");
    let reader = studio.read(&["one", "two"]);
    assert_eq!(reader.warning(), None);
    assert!(reader.clip(&phrase("two")).is_some());
}
