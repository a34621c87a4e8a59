//! Files within the limit of size, each made to be slow or large in its own way.

/// The format's limit.
const LARGEST_FILE: usize = 256 * 1024;

/// The files by name.
pub(crate) fn worst_files() -> Vec<(&'static str, String)> {
    let top = "format = 1\ntitle = \"x\"\n";
    let after = |before: &str, piece: &str| {
        let room = LARGEST_FILE - before.len();
        format!("{before}{}", piece.repeat(room / piece.len()))
    };
    let fill = |piece: &str| after("", piece);
    let unknown = lines(26_000, |n| format!("k{n:05}=1\n"));
    let long = lines(200, |n| format!("{n:03}{}=1\n", "k".repeat(1_000)));
    let exercise = format!("{top}[[exercise]]\nname=\"b\"\n");
    vec![
        ("equals signs", fill("=\n")),
        ("fewer equals signs", "=\n".repeat(16 * 1024)),
        ("equals signs on one line", fill("=")),
        ("quotation marks", fill("\"")),
        ("open lists", after("a=", "[")),
        ("open headings", fill("[")),
        ("headings", fill("[a]\n")),
        ("keys", fill("a=1\n")),
        ("dots", after("a", ".a")),
        ("unknown keys", format!("{top}{unknown}")),
        ("long unknown keys", format!("{top}{long}")),
        ("controls", fill("\u{1}")),
        ("directions", fill("\u{202e}")),
        (
            "one long line",
            format!("{top}x = \"{}\"", "é".repeat(120_000)),
        ),
        (
            "wrong values on one line",
            format!("{top}tags = [{}]", "1,".repeat(120_000)),
        ),
        (
            "exercises of one name",
            after(&exercise, "[[exercise]]\nname=\"b\"\n"),
        ),
        (
            "exercises of one id",
            after(&exercise, "[[exercise]]\nid=\"b\"\n"),
        ),
        ("cues", after(&exercise, "[[exercise.cue]]\nat=9999\n")),
        (
            "inline tables",
            format!("{top}exercise=[{}]", "{},".repeat(80_000)),
        ),
        ("figures", format!("{top}{}", lines(50, figure))),
        ("line ends", fill("\r")),
        ("empty lines", fill("\n")),
    ]
}

/// A figure without a mistake, with as much to draw and as many ways to move as a figure may have.
fn figure(number: usize) -> String {
    let name = format!("figure.f{number}");
    let of = |what: &str, keys: &str, count: usize| {
        let names = format!("[[{name}.{what}]]\n{keys}\n");
        names.repeat(count)
    };
    let poses = ["rest", "hold", "a", "b", "c", "d", "e", "f"];
    let cycle = "'rest','hold','a','b','c','d','e','f','hold','rest','c','f'";
    let places = "{on='left-hand'},{on='torso'},".repeat(6);
    let arm = "curl=0.5,flat=1,spread=9";
    let rest = format!(
        "hip=[0,2]\nspine=[90,80,99]\nright_leg={{thigh=-90,shin=-90}}\n\
         left_leg={{ankle={{on='right-shin',at=0.9}},knee='right'}}\n\
         right_arm={{hand={{on='left-thigh',at=0}},elbow='down',{arm}}}\n\
         left_arm={{hand={{on='right-hand',out=0.1}},elbow='down',{arm}}}\n"
    );
    let pose = |pose: &str| match pose {
        "rest" => format!("[{name}.pose.rest]\n{rest}"),
        _ => format!("[{name}.pose.{pose}]\n"),
    };
    [
        format!("[{name}]\nview='front'\ncycle=[{cycle}]\n"),
        of("prop", &format!("kind='towel'\nthrough=[{places}]"), 12),
        of("highlight", "on='torso'\nsize=[0.3,0.1]", 6),
        of("arrow", "center=[0,1]\nradius=1\nstart=0\nend=300", 6),
        poses.map(pose).concat(),
    ]
    .concat()
}

pub(crate) fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}
