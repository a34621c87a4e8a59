use super::*;

/// A routine file and its pictures, by their paths from one folder.
#[derive(Debug, PartialEq, Eq)]
struct Contents {
    /// The routine file's path.
    routine: String,
    files: Vec<(String, Vec<u8>)>,
}

/// All that an archive is taken apart to.
fn read(bytes: &[u8]) -> Result<Contents, ArchiveFault> {
    let mut files = Vec::new();
    let mut put = |name: &str, content: &[u8]| {
        files.push((name.to_owned(), content.to_vec()));
        Ok(())
    };
    match unpack(bytes, &mut put) {
        Ok(routine) => Ok(Contents { routine, files }),
        Err(Unpacking::Fault(fault)) => Err(fault),
        Err(Unpacking::Write(error)) => panic!("{error}"),
    }
}

const TEXT: &[u8] = b"format = 1\ntitle = \"Back\"\n";

fn files(files: &[(&str, &[u8])]) -> Vec<(String, Vec<u8>)> {
    let files = files.iter();
    files
        .map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()))
        .collect()
}

/// An archive with names as they are given, which no share file has.
fn archive(entries: &[(&[u8], &[u8])]) -> Vec<u8> {
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for (name, content) in entries {
        let name = rawzip::path::EntryPath::verbatim(name.to_vec());
        let (mut entry, config) = archive.new_file(name).start().unwrap();
        let mut writer = config.wrap(&mut entry);
        writer.write_all(content).unwrap();
        let (_, descriptor) = writer.finish().unwrap();
        entry.finish(descriptor).unwrap();
    }
    archive.finish().unwrap()
}

/// Where the central directory's records begin, and the headers before the files.
fn places(bytes: &[u8], mark: &[u8]) -> Vec<usize> {
    let windows = bytes.windows(mark.len()).enumerate();
    windows
        .filter(|(_, window)| *window == mark)
        .map(|(at, _)| at)
        .collect()
}

const RECORD: &[u8] = b"PK\x01\x02";
const HEADER: &[u8] = b"PK\x03\x04";

/// The archive with bytes changed at so many bytes after each of these marks.
fn patched(bytes: &[u8], changes: &[(&[u8], usize, &[u8])]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (mark, offset, new) in changes {
        for at in places(&bytes, mark) {
            bytes[at + offset..at + offset + new.len()].copy_from_slice(new);
        }
    }
    bytes
}

#[test]
fn what_is_put_together_is_taken_apart_to_the_very_bytes_and_is_always_the_same() {
    let given = files(&[("pictures/knie über.png", &[7; 5_000]), ("back.toml", TEXT)]);
    let bytes = write(&given).unwrap();
    let mut other_order = given.clone();
    other_order.reverse();
    assert_eq!(write(&other_order).unwrap(), bytes);
    let contents = read(&bytes).unwrap();
    assert_eq!(contents.routine, "back.toml");
    let mut sorted = given;
    sorted.sort();
    assert_eq!(contents.files, sorted);
}

#[test]
fn an_archive_that_was_packed_by_hand_is_taken_with_its_folder_and_without_what_is_none_of_it() {
    let bytes = archive(&[
        (b"back/", b""),
        (b"back/back.toml", TEXT),
        (b"back/pictures/knee.PNG", b"picture"),
        (b"back/notes.txt", b"none of it"),
        (b"__MACOSX/back/._back.toml", b"none of it"),
        (b"elsewhere.png", b"none of it"),
    ]);
    let contents = read(&bytes).unwrap();
    assert_eq!(contents.routine, "back.toml");
    let taken = files(&[("back.toml", TEXT), ("pictures/knee.PNG", b"picture")]);
    assert_eq!(contents.files, taken);
}

#[test]
fn a_share_file_that_was_packed_once_more_is_taken_out_within_the_same_limits() {
    // Larger than a routine's text may be.
    let mut random = fastrand::Rng::with_seed(1);
    let mut picture = vec![0; 2 * LARGEST_FILE];
    random.fill(&mut picture);
    let given = files(&[("back.toml", TEXT), ("pictures/knee.png", &picture)]);
    let share_file = write(&given).unwrap();
    assert!(share_file.len() > LARGEST_FILE);
    let packed = archive(&[
        (b"__MACOSX/._x.supple", b"x"),
        (b"mail/from-me.supple", &share_file),
    ]);
    let contents = read(&packed).unwrap();
    assert_eq!(
        (contents.routine.as_str(), contents.files),
        ("back.toml", given)
    );
    // What is beside it is none of it.
    let beside = archive(&[(b"a.png", b"x"), (b"from-me.supple", &share_file)]);
    assert_eq!(read(&beside).unwrap().files.len(), 2);

    let again = archive(&[(b"again.supple", &packed)]);
    assert_eq!(read(&again), Err(ArchiveFault::NoRoutine));
    let cut = archive(&[(b"cut.supple", &share_file[..share_file.len() - 9])]);
    assert_eq!(read(&cut), Err(ArchiveFault::Damaged));
    let large = vec![b' '; LARGEST_FILE + 1];
    let inner = write(&files(&[("back.toml", &large)])).unwrap();
    let outer = write(&files(&[("a.supple", &inner)])).unwrap();
    assert_eq!(read(&outer), Err(ArchiveFault::RoutineTooLarge));
    // What unpacks to more than any share file has.
    let mut bomb = b"PK\x03\x04".to_vec();
    bomb.resize(usize::try_from(LARGEST).unwrap() + 1, 0);
    let outer = write(&files(&[("a.supple", &bomb)])).unwrap();
    assert_eq!(read(&outer), Err(ArchiveFault::TooLarge));
}

#[test]
fn no_name_leads_elsewhere_or_is_none_on_some_system() {
    let long = "x".repeat(250) + ".png";
    for name in [
        "../evil.png",
        "a/../../evil.png",
        "/etc/evil.png",
        "a//b.png",
        "././a.png",
        "./../a.png",
        ".//a.png",
        "..\\evil.png",
        "C:\\evil.png",
        "C:evil.png",
        "evil.png:stream",
        "con.png",
        "pictures/LPT1.png",
        "nul/a.png",
        "a\0.png",
        "a\u{1b}[2J.png",
        "a\u{200b}.png",
        "a?.png",
        "a/b/c/d/e/f/g/h/i.png",
        &long,
        "",
    ] {
        for also in [&b"back.toml"[..], b"folder/back.toml"] {
            let bytes = archive(&[(also, TEXT), (name.as_bytes(), b"x")]);
            let refused = read(&bytes).unwrap_err();
            assert!(
                matches!(refused, ArchiveFault::Name(_)),
                "{name:?}: {refused:?}"
            );
        }
    }
    let bytes = archive(&[(b"back.toml", TEXT), (b"\xff\xfe.png", b"x")]);
    let says_utf8 = patched(&bytes, &[(RECORD, 9, &[8]), (HEADER, 7, &[8])]);
    assert!(matches!(read(&says_utf8), Err(ArchiveFault::Name(_))));
}

#[test]
fn what_every_other_program_reads_is_read() {
    // Names of a German Windows, without a word about their letters.
    let bytes = archive(&[
        (b"R\x81cken/R\x81cken.toml", TEXT),
        (b"R\x81cken/Bilder/Knie \x84.png", b"picture"),
    ]);
    let taken = files(&[("Rücken.toml", TEXT), ("Bilder/Knie ä.png", b"picture")]);
    assert_eq!(read(&bytes).unwrap().files, taken);
    // An empty line that a mail gateway adds.
    let followed = [&bytes[..], b"\r\n"].concat();
    assert_eq!(read(&followed).unwrap().files, taken);
    // Zeros up to the end of a block, and no more.
    for (zeros, is_read) in [(4, true), (512, true), (5_000, false)] {
        let followed = [&bytes[..], &vec![0; zeros]].concat();
        assert_eq!(read(&followed).is_ok(), is_read, "{zeros}");
    }
    // Names from the folder that the program was in, and that folder.
    let bytes = archive(&[
        (b"./", b""),
        (b"./b/", b""),
        (b"./back.toml", TEXT),
        (b"./b/a.png", b"x"),
    ]);
    let taken = files(&[("back.toml", TEXT), ("b/a.png", b"x")]);
    assert_eq!(read(&bytes).unwrap().files, taken);
    let twice = archive(&[(b"back.toml", TEXT), (b"./a.png", b"x"), (b"a.png", b"y")]);
    assert!(matches!(read(&twice), Err(ArchiveFault::Twice(_))));
    // What is none of it, whatever it is called.
    let long = "x".repeat(250);
    for name in [
        "Icon\r",
        "read me?.txt",
        "a/b/c/d/e/f/g/h/i/j.txt",
        "a.png.",
        "gnp.\u{202e}png",
        &long,
    ] {
        let bytes = archive(&[(b"back.toml", TEXT), (name.as_bytes(), b"x")]);
        let contents = read(&bytes).unwrap();
        assert_eq!(contents.files, files(&[("back.toml", TEXT)]), "{name:?}");
    }
}

/// As Windows PowerShell packs a folder, as many programs write names beside those in their system's letters, and
/// as programs do that say of a name's letters in one place of two what they are.
#[test]
fn names_are_read_in_every_way_that_programs_write_them() {
    let taken = files(&[("back.toml", TEXT), ("Bilder/Knie.png", b"picture")]);
    let by_windows = archive(&[
        (b"Back\\Bilder\\", b""),
        (b"Back\\back.toml", TEXT),
        (b"Back\\Bilder\\Knie.png", b"picture"),
    ]);
    assert_eq!(read(&by_windows).unwrap().files, taken);

    let in_greek: &[u8] = b"\x9a\xe3\xa4\xe1.png";
    let says = |checksum: u32, name: &str| {
        let field = [&[1][..], &checksum.to_le_bytes(), name.as_bytes()].concat();
        let mut archive = ZipArchiveWriter::new(Vec::new());
        for (name, field, content) in [
            (&b"back.toml"[..], None, TEXT),
            (in_greek, Some(&field), b"picture"),
        ] {
            let mut file = archive.new_file(rawzip::path::EntryPath::verbatim(name.to_vec()));
            if let Some(field) = field {
                let id = rawzip::extra_fields::ExtraFieldId::INFO_ZIP_UNICODE_PATH;
                file = file
                    .extra_field(id, field, rawzip::Header::CENTRAL)
                    .unwrap();
            }
            let (mut entry, config) = file.start().unwrap();
            let mut writer = config.wrap(&mut entry);
            writer.write_all(content).unwrap();
            let (_, descriptor) = writer.finish().unwrap();
            entry.finish(descriptor).unwrap();
        }
        read(&archive.finish().unwrap()).map(|contents| contents.files[1].0.clone())
    };
    let checksum = rawzip::crc32(in_greek);
    assert_eq!(says(checksum, "Πόδι.png").unwrap(), "Πόδι.png");
    // It is about another name, which the file had before it was renamed.
    assert_eq!(says(checksum ^ 1, "Πόδι.png").unwrap(), "Üπñß.png");
    let refused = says(checksum, "../Πόδι.png").unwrap_err();
    assert!(matches!(refused, ArchiveFault::Name(_)), "{refused:?}");

    let plain = archive(&[(b"back.toml", TEXT)]);
    let flags = plain[places(&plain, HEADER)[0] + 7];
    for mark in [RECORD, HEADER] {
        let at = if mark == RECORD { 9 } else { 7 };
        let one_sided = patched(&plain, &[(mark, at, &[flags ^ 8])]);
        assert_eq!(read(&one_sided).unwrap().files, taken[..1]);
    }
}

#[test]
fn what_may_be_its_end_in_a_comment_is_told_and_any_other_comment_is_none_of_it() {
    let plain = archive(&[(b"back.toml", TEXT)]);
    let commented = |comment: &[u8]| {
        let mut bytes = plain.clone();
        let length = u16::try_from(comment.len()).unwrap().to_le_bytes();
        let at = bytes.len() - 2;
        bytes[at..].copy_from_slice(&length);
        bytes.extend(comment);
        bytes
    };
    for comment in [&b"Knees and back"[..], b"PK", &vec![b'x'; 0xffff]] {
        assert!(read(&commented(comment)).is_ok());
    }
    let empty = [&END[..], &[0; 18]].concat();
    let lying = [&END[..], &[b'Z'; 18]].concat();
    let other = archive(&[(b"other.toml", TEXT)]);
    for comment in [&empty[..], &lying, &other, END] {
        assert_eq!(read(&commented(comment)), Err(ArchiveFault::Comment));
        let followed = [&commented(comment)[..], b"\r\n"].concat();
        assert_eq!(read(&followed), Err(ArchiveFault::Comment));
    }
}

#[test]
fn the_mark_of_parts_is_no_hindrance_and_a_part_alone_is_told() {
    let plain = archive(&[(b"back.toml", TEXT)]);
    let record = places(&plain, RECORD)[0];
    for mark in [PARTS, b"PK00"] {
        // The places count from the mark in some programs, and from behind it in others.
        for counts in [0, 4] {
            let mut bytes = plain.clone();
            let end = bytes.len() - 22;
            bytes[record + 42] += counts;
            bytes[end + 16] += counts;
            let marked = [&mark[..], &bytes].concat();
            assert!(is_archive(&marked));
            assert_eq!(read(&marked).unwrap().routine, "back.toml", "{counts}");
        }
    }
    let first = [&PARTS[..], &plain[..record]].concat();
    assert_eq!(read(&first), Err(ArchiveFault::Part));
    let mut last = plain.clone();
    let end = last.len() - 22;
    last[end + 4] = 1;
    assert_eq!(read(&last), Err(ArchiveFault::Part));
}

#[test]
fn a_disk_that_is_full_is_no_fault_of_the_archive() {
    let bytes = write(&files(&[("back.toml", TEXT)])).unwrap();
    let full = unpack(&bytes, &mut |_, _| Err(io::ErrorKind::StorageFull.into()));
    assert!(matches!(full, Err(Unpacking::Write(_))));
}

#[test]
fn no_two_names_are_one_on_any_disk() {
    for (first, second) in [
        ("a.png", "a.png"),
        ("a.png", "A.PNG"),
        ("r\u{fc}cken.png", "ru\u{308}cken.png"),
        ("a.png", "a.png/b.png"),
        ("a.png/b.png", "a.png"),
        ("a.png", "A.png/"),
        ("a.png/", "a.png"),
    ] {
        let bytes = archive(&[
            (b"back.toml", TEXT),
            (first.as_bytes(), b""),
            (second.as_bytes(), b""),
        ]);
        let refused = read(&bytes);
        assert!(
            matches!(refused, Err(ArchiveFault::Twice(_))),
            "{first:?} {second:?}"
        );
    }
    let twice = archive(&[(b"back.toml", TEXT), (b"back.toml", b"title = \"Other\"")]);
    assert_eq!(
        read(&twice),
        Err(ArchiveFault::Twice("back.toml".to_owned()))
    );
}

#[test]
fn an_archive_has_one_routine() {
    assert_eq!(read(&archive(&[])), Err(ArchiveFault::NoRoutine));
    let none = archive(&[(b"knee.png", b"x"), (b"notes.txt", b"x")]);
    assert_eq!(read(&none), Err(ArchiveFault::NoRoutine));
    let two = archive(&[(b"a.toml", TEXT), (b"b/b.supple", TEXT)]);
    assert_eq!(read(&two), Err(ArchiveFault::SeveralRoutines));
}

#[test]
fn links_locks_and_other_ways_to_pack_are_refused_by_name() {
    let plain = archive(&[(b"back.toml", TEXT)]);
    let name = || "back.toml".to_owned();
    let link = patched(
        &plain,
        &[(RECORD, 5, &[3]), (RECORD, 38, &[0, 0, 0xff, 0xa1])],
    );
    assert_eq!(read(&link), Err(ArchiveFault::Link(name())));
    let pipe = patched(
        &plain,
        &[(RECORD, 5, &[3]), (RECORD, 38, &[0, 0, 0xff, 0x11])],
    );
    assert_eq!(read(&pipe), Err(ArchiveFault::Link(name())));
    let locked = patched(&plain, &[(RECORD, 8, &[9]), (HEADER, 6, &[9])]);
    assert_eq!(read(&locked), Err(ArchiveFault::Locked));
    for method in [9, 12, 14, 93, 99] {
        let other = patched(&plain, &[(RECORD, 10, &[method]), (HEADER, 8, &[method])]);
        assert_eq!(read(&other), Err(ArchiveFault::Method(name())), "{method}");
    }
}

#[test]
fn nothing_unpacks_to_more_than_it_may_whatever_it_says() {
    let bomb = vec![0; 40 * 1024 * 1024];
    for (name, claimed) in [
        ("back.toml", 10_u32),
        ("back.toml", u32::MAX - 1),
        ("a.png", 10),
    ] {
        let bytes = write(&files(&[(name, &bomb), ("z.toml", TEXT)])).unwrap();
        let bytes = if name == "back.toml" {
            write(&files(&[(name, &bomb)])).unwrap()
        } else {
            bytes
        };
        assert!(bytes.len() < 100_000, "it is small");
        let honest = read(&bytes);
        let expected = match name {
            "back.toml" => ArchiveFault::RoutineTooLarge,
            _ => ArchiveFault::EntryTooLarge(name.to_owned()),
        };
        assert_eq!(honest, Err(expected));
        let lying = patched(&bytes, &[(RECORD, 24, &claimed.to_le_bytes())]);
        let refused = read(&lying);
        let is_refused = matches!(
            refused,
            Err(ArchiveFault::EntryTooLarge(_)
                | ArchiveFault::RoutineTooLarge
                | ArchiveFault::Damaged)
        );
        assert!(is_refused, "{refused:?}");
    }
    // All pictures together.
    let large = vec![0; 8 * 1024 * 1024];
    let pictures: Vec<_> = (0..17)
        .map(|at| (format!("{at}.png"), large.clone()))
        .collect();
    let all = [pictures, files(&[("z.toml", TEXT)])].concat();
    let refused = read(&write(&all).unwrap());
    assert!(
        matches!(refused, Err(ArchiveFault::EntryTooLarge(_))),
        "{refused:?}"
    );
}

#[test]
fn more_entries_than_a_routine_has_are_not_looked_at() {
    let many: Vec<_> = (0..=MOST_ENTRIES)
        .map(|at| (format!("{at}.txt"), Vec::new()))
        .collect();
    let refused = read(&write(&many).unwrap());
    assert_eq!(refused, Err(ArchiveFault::TooManyEntries));
}

#[test]
fn what_contradicts_itself_shares_bytes_or_is_cut_off_is_refused() {
    let bytes = write(&files(&[("a.png", b"picture"), ("back.toml", TEXT)])).unwrap();
    for length in 0..bytes.len() {
        assert_eq!(
            read(&bytes[..length]),
            Err(ArchiveFault::Damaged),
            "{length}"
        );
    }
    let followed = [&bytes[..], b"more"].concat();
    assert_eq!(read(&followed), Err(ArchiveFault::Damaged));
    // The second record leads to the first file, under the second's name or its own.
    let records = places(&bytes, RECORD);
    let mut overlapping = archive(&[(b"back.tomlA", TEXT), (b"back.tomlA", TEXT)]);
    let second = places(&overlapping, RECORD)[1];
    overlapping[second + 42..second + 46].copy_from_slice(&[0; 4]);
    let at = second + 46;
    overlapping[at..at + 10].copy_from_slice(b"back.tomlB");
    assert_eq!(
        read(&overlapping),
        Err(ArchiveFault::Damaged),
        "the names differ"
    );
    let quoted = quoting();
    assert_eq!(read(&quoted), Err(ArchiveFault::Overlap));
    // Another checksum, another name before the file, a count that is not so.
    let mut other = bytes.clone();
    other[records[1] + 16] ^= 1;
    assert_eq!(read(&other), Err(ArchiveFault::Damaged));
    let mut other = bytes.clone();
    other[30] = b'b';
    assert_eq!(read(&other), Err(ArchiveFault::Damaged));
    let mut other = bytes.clone();
    let end = bytes.len() - 22;
    other[end + 10] = 3;
    other[end + 8] = 3;
    assert_eq!(read(&other), Err(ArchiveFault::Damaged));
}

/// An archive whose first file has the second, with its header, for a part of its content.
fn quoting() -> Vec<u8> {
    let mut bytes = archive(&[
        (b"a.png", b"picture"),
        (b"b.png", b"picture"),
        (b"c.toml", TEXT),
    ]);
    let (headers, records) = (places(&bytes, HEADER), places(&bytes, RECORD));
    let length = headers[2] - headers[0] - 35;
    let length = u32::try_from(length).unwrap().to_le_bytes();
    bytes[records[0] + 20..records[0] + 24].copy_from_slice(&length);
    bytes
}

#[test]
fn an_archive_that_says_its_sizes_in_the_large_form_is_read_and_a_false_one_refused() {
    let plain = archive(&[(b"back.toml", TEXT)]);
    let record = places(&plain, RECORD)[0];
    let end = plain.len() - 22;
    let large = |size: u64| {
        let field = [&[1, 0, 8, 0][..], &size.to_le_bytes()].concat();
        let mut bytes = plain[..record + 46 + 9].to_vec();
        let rest = &plain[record + 55..end];
        bytes[record + 24..record + 28].copy_from_slice(&[0xff; 4]);
        let extra = u16::try_from(field.len() + rest.len()).unwrap();
        bytes[record + 30..record + 32].copy_from_slice(&extra.to_le_bytes());
        bytes.extend(field);
        bytes.extend(rest);
        bytes.extend(&plain[end..]);
        let new_end = bytes.len() - 22;
        let length = u32::try_from(new_end - record).unwrap().to_le_bytes();
        bytes[new_end + 12..new_end + 16].copy_from_slice(&length);
        bytes
    };
    assert!(read(&large(TEXT.len() as u64)).is_ok());
    for size in [0, 1, 1 << 40, u64::MAX] {
        assert_eq!(read(&large(size)), Err(ArchiveFault::Damaged), "{size}");
    }
}

/// Where a panic is one.
fn contained_by_nothing(bytes: &[u8]) -> Result<Contents, Unpacking> {
    let mut files = Vec::new();
    let routine = taken_apart(bytes, true, &mut |name, content| {
        files.push((name.to_owned(), content.to_vec()));
        Ok(())
    })?;
    Ok(Contents { routine, files })
}

#[test]
fn whatever_the_bytes_are_nothing_breaks_off_and_nothing_leads_elsewhere() {
    let mut random = fastrand::Rng::with_seed(13);
    let whole = [
        write(&files(&[
            ("pictures/a.png", &[1; 300]),
            ("back.toml", TEXT),
        ]))
        .unwrap(),
        archive(&[
            (b"back/", b""),
            (b"back/back.toml", TEXT),
            (b"back/a.jpg", b"x"),
        ]),
        quoting(),
    ];
    for _ in 0..30_000 {
        let mut bytes = random.choice(&whole).unwrap().clone();
        for _ in 0..random.usize(1..6) {
            let at = random.usize(..bytes.len());
            match random.u8(..4) {
                0 => bytes[at] = random.u8(..),
                1 => bytes[at] ^= 1 << random.u8(..8),
                2 => {
                    let from = random.usize(..bytes.len());
                    let length = random.usize(..40).min(bytes.len() - at.max(from));
                    bytes.copy_within(from..from + length, at);
                }
                _ => bytes.truncate(at.max(1)),
            }
        }
        if let Ok(contents) = contained_by_nothing(&bytes) {
            for (name, _) in &contents.files {
                assert!(
                    name.split('/').all(|part| part != ".." && !part.is_empty()),
                    "{name}"
                );
            }
        }
    }
}
