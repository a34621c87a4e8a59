# What the record comes to on paper, for a clinic, in the person’s language.

record-report-what = Report for your physiotherapist or doctor
record-report-all = All routines
record-report-by = by { $author }
record-report-of = From
record-report-span = { $from } to { $to }
record-report-days = { $count ->
    [one] one day
   *[other] { $count } days
}
record-report-weeks = { $count } weeks

record-report-sessions-week = Sessions a week
record-report-sessions-month = Sessions a month
record-report-sessions-year = Sessions a year
record-report-dose-week = Dose a week
record-report-dose-month = Dose a month
record-report-dose-year = Dose a year
record-report-dose-due = per cent of the holding that was due
record-report-dose-begun = per cent of the holding in the sessions begun
record-report-due = { $sessions } due.
record-report-nothing-due = nothing due
record-report-dose = { $percent } of the dose
record-report-dose-below-week = Below each week, % of the dose.
record-report-dose-below-month = Below each month, % of the dose.
record-report-dose-below-year = Below each year, % of the dose.
record-report-stretch = from { $date }: { $what }
record-report-alt = { $chart }: { $what }

record-report-trend = How the pain moved
record-report-source = Source: { $source }
record-report-pain-of-one = Before and after one session is only shown.

record-report-left = Held, left
record-report-right = Held, right
record-report-both = Done, no side
record-report-left-out = Left out, and why

record-report-early = { $count ->
    [0] Ended early
    [one] Ended early, once
   *[other] Ended early, { $count } times
}
record-report-on = { $date }:
record-report-hurt = { $side ->
    [left] It hurt in { $name }, left.
    [right] It hurt in { $name }, right.
   *[none] It hurt in { $name }.
}
record-report-stopped-pain = It hurt.
record-report-more-pain = { $count ->
    [one] it hurt, once more
   *[other] it hurt, { $count } times more
}
record-report-no-time = { $count ->
    [one] no time, once
   *[other] no time, { $count } times
}
record-report-other = { $count ->
    [one] another reason, once
   *[other] another reason, { $count } times
}
record-report-cut-off = { $count ->
    [one] cut off, once
   *[other] cut off, { $count } times
}
record-report-above = { $count ->
    [one] Pain above the limit afterwards, once.
   *[other] Pain above the limit afterwards, { $count } times.
}
record-report-hurts = When it hurt.
record-report-put-off = { $count ->
    [one] Put off for pain, once: { $each }.
   *[other] Put off for pain, { $count } times: { $each }.
}
record-report-put-off-at = { $date }, pain { $pain } before it, limit { $limit }
record-report-put-off-above = { $date }, pain above the limit of { $limit }
record-report-and-more = and { $count } more
record-report-hurts-told = { $count ->
    [one] It hurt once: { $where }.
   *[other] { $sessions ->
        [one] It hurt { $count } times, in one session: { $where }.
       *[other] It hurt { $count } times, in { $sessions } sessions: { $where }.
    }
}
record-report-hurts-left = left { $count }
record-report-hurts-right = right { $count }
record-report-hurts-bare = { $name } { $count }
record-report-hurts-went-on = went on { $count }
record-report-hurts-easier = went on the easier way { $count }
record-report-hurts-skipped = left the exercise out { $count }
record-report-hurts-ended = ended the session { $count }
record-report-hurts-none = gave no answer { $count }
record-report-next-day = { $count ->
    [one] The day after, one answer: pain { $least }.
   *[other] The day after, { $count } answers: pain from { $least } to { $most }.
}
record-report-next-day-same = The day after, { $count } answers: pain { $pain } each time.
record-report-none = Nothing of this is recorded.
record-report-notes = Notes
record-report-quoted = “{ $note }”

record-report-how = How to read this.
record-report-own = The entries are the person’s own. Supple measured times while it guided, and can’t see how a stretch was done; pain, reasons and notes are as told. What has no entry may have been done all the same.
record-report-told = { $count ->
    [one] One session was told later: it counts, but not towards times.
   *[other] { $count } sessions were told later: they count, but not towards times.
}
record-report-leaves = Left out:
record-report-nothing-left = nothing of this time.
record-report-leaves-others = { $count ->
    [one] one session of another routine
   *[other] { $count } sessions of other routines
}
record-report-leaves-marked = { $count ->
    [one] one entry marked as not done or not theirs
   *[other] { $count } entries marked as not done or not theirs
}
record-report-leaves-notes = { $count ->
    [one] one note
   *[other] { $count } notes
}
record-report-leaves-pain = the numbers given for pain
record-report-leaves-put-off = { $count ->
    [one] one session put off for pain
   *[other] { $count } sessions put off for pain
}
record-report-leaves-hurts = { $count ->
    [one] one time that it hurt
   *[other] { $count } times that it hurt
}
record-report-leaves-next-day = { $count ->
    [one] one answer of the day after
   *[other] { $count } answers of the day after
}
record-report-leaves-misdated = { $count ->
    [one] one entry with a date before 2000 or still to come
   *[other] { $count } entries with a date before 2000 or still to come
}
record-report-leaves-lines = { $count ->
    [one] one part of the record that can’t be read
   *[other] { $count } parts of the record that can’t be read
}
record-report-made = Made by Supple on { $date }, on the person’s own computer. Nothing was sent.

## The command

help-report = Write what you did as a page for a clinic
help-report-long =
    On a page or two: how much of what was due you did, how long you held, how the pain moved, each
    exercise, and why something was left out. It says what was measured and what was told. It is
    written to a file, and sent nowhere.
help-report-since = From this day on, such as 2026-09-01; the last twelve weeks if left out
help-report-until = Up to this day; today if left out
help-report-routine = About this routine only, by its id
help-report-name = Your name, to stand on it
help-report-without_notes = Leave out what you wrote
help-report-without_pain = Leave out the numbers you gave for pain, and when it hurt
help-report-output = Where to write it: a name that ends in .html or .pdf
help-report-data = The records of many people, with --csv: their folders, or what supple history --json printed for each
help-report-csv = As a table for a clinic: a line for each person of --data and each routine
help-report-fhir = As a bundle of FHIR R4 for a clinic’s system, with the report as its PDF: a name that ends in .json
help-report-separator = What stands between the cells with --csv: comma, semicolon or tab; else what spreadsheets expect where your system is set to
help-report-paper = The paper: a4 (if left out) or letter
help-report-large_print = In letters of 18 points and more
help-report-replace = Write over a file that is there
help-report-examples =
    {"  "}supple report -o report.pdf
    {"  "}supple report --routine lower-back-relief --since 2026-09-01 --name "A. Patient" -o back.pdf
    {"  "}supple report --data patients/* --csv -o patients.csv
    {"  "}supple report --fhir -o report.json
usage-output-report = A report is a web page or a PDF, so the name of its file has to end in .html or .pdf, unlike { $path }.
usage-report-dates = --since has to be no later than --until, and than today.
error-report-nothing = No session is recorded in this time, so nothing was written. supple history shows what is recorded.
error-report-letters = The typeface of the PDF lacks letters of this report, such as { $letters }, so nothing was written. A page that ends in .html has them.
report-data-unread = { $path } is left out: { $reason }
report-data-none = There is no record in it. Name the folder that has “log” in it.
report-data-newer = It is of a later version of Supple. Update Supple and try again.
report-data-other = It is not what “supple history --json” prints, or not the whole of it.
usage-output-fhir = A bundle of FHIR is JSON, so the name of its file has to end in .json, unlike { $path }.
fhir-dose = Share of the prescribed dose that was done
fhir-pain-before = Pain before the session
fhir-pain-after = Pain after the session
fhir-pain-next-day = Pain on a later day

## In the window

report-open = Report
report-title = Report
report-notes = With your notes
report-pain = With the numbers for pain
report-name = Your name, to stand on it (optional)
report-file = supple-report-{ $date }
report-nothing = No session is recorded in this time. Choose a longer one, or another routine.
report-letters = The typeface of the PDF lacks letters of this report, such as { $letters }, so there is no sheet to show. The web page has them, and any browser prints it.
