# The command line.

help-usage = Usage
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-examples-heading = Examples
help-help = Show this help
help-version = Show the version
help-verbose = With --version, show what draws the window as well
version-window-processor = Window: drawn by the processor, or by OpenGL where a display refuses that
version-window-opengl = Window: drawn by OpenGL

help = Guides you through your exercises, eyes closed or open, and keeps a record of what you did.
help-long =
    Without a command the window opens, and on a file if one is named. A routine is named by its id,
    as supple list shows it, or by the path of a file.
help-examples =
    {"  "}supple                             open the window
    {"  "}supple from-my-physio.supple        look at a file that you were sent
    {"  "}supple guide lower-back-relief     stretch here in the terminal
    {"  "}supple new my-routine.toml         write a routine of your own
    {"  "}supple guide --help                all about one command

help-command = COMMAND
help-any-options = OPTIONS
help-value-file = FILE
help-value-id = ID
help-value-date = DATE
help-value-number = NUMBER
help-value-name = NAME
help-value-folder = FOLDER
help-value-exercise = EXERCISE
help-value-tag = TAG
help-value-answer = ANSWER
help-value-minutes = MINUTES
help-value-out = OUT
help-value-format = FORMAT
help-value-paper = PAPER
help-value-separator = SEPARATOR
help-value-region = REGION
help-value-per = PER
help-value-side = SIDE
help-value-at = AT
help-value-shell = SHELL
help-open = Open the window on a routine
help-open-routine = The routine: its id, or the path of a file
help-open-start = Straight to its start: it asks, and Enter begins
help-open-examples =
    {"  "}supple open lower-back-relief
    {"  "}supple open my-routine.toml --start

help-guide = Guide a routine in this terminal
help-guide-long =
    With sound, and recorded like in the window. Stop at once if it hurts: press h.

    Keys: space pauses and goes on, the arrows go back and skip, + adds ten seconds, Enter ends an
    open step, h says that it hurts, q ends the session, t ends it for lack of time. In a pipe there
    are no keys, and each step is a line.
help-guide-routine = The routine: its id, or the path of a file
help-guide-rehearse = Sixty times as fast, silent, never recorded
help-guide-quiet_screen = By ear alone: the screen stays quiet until the end
help-guide-all = All exercises, also those that are not meant for today
help-guide-choose = Which exercises to have of a group to choose from, by id or name
help-guide-examples =
    {"  "}supple guide lower-back-relief
    {"  "}supple guide lower-back-relief --quiet-screen
    {"  "}supple guide my-routine.toml --rehearse     see how a routine goes

help-check = Check routine files and explain every mistake
help-check-long =
    Each mistake is shown with its line, the reason and the fix. Ends with 1 if there is any, and
    with 3 if a file can’t be read. In JSON lines and columns count from 1, and are 0 of a file that
    is not there or can’t be read.
help-check-files = The files, or folders: all routine files in them and below
help-check-format = How to report: human (for reading) or json (for programs)
help-check-examples =
    {"  "}supple check my-routine.toml
    {"  "}supple check .                        everything in this folder
    {"  "}supple check --format json routines/*.toml

help-fmt = Put the keys of routine files into the order of the reference
help-fmt-long =
    Lines are moved whole, with the remarks right above them, and nothing in them is changed but the
    spaces around “=”. What an empty line separates stays apart, and what the routine says stays the
    same. A file with mistakes is left as it is. Ends with 1 if there is one.
help-fmt-files = The files
help-fmt-check = Change nothing, and end with 1 if a file is not in order
help-fmt-examples =
    {"  "}supple fmt my-routine.toml
    {"  "}supple fmt --check my-routine.toml
fmt-in-order = { $path } is in order now.
fmt-not-in-order = { $path } is not in order.

help-plan = Show the timed steps of a routine
help-plan-routine = The routine: its id, or the path of a file
help-plan-on = The exercises of that day, such as 2027-01-04
help-plan-week = The doses of that week of the programme, counted from 1
help-plan-choose = Which exercises to have of a group to choose from, by id or name
help-plan-json = As JSON, for programs
help-plan-examples =
    {"  "}supple plan lower-back-relief
    {"  "}supple plan my-routine.toml --json

help-list = List the routines: those that come with Supple and your own
help-list-json = As JSON, for programs
help-list-examples =
    {"  "}supple list

help-exercises = List the exercises that come with Supple
help-exercises-long =
    A routine takes one of them with use = "ID"; supple new --from writes them out.
help-exercises-region = For this part of the body: neck, shoulder, elbow, wrist-hand, upper-back, lower-back, trunk, hip, knee, ankle-foot, balance or breathing
help-exercises-json = As JSON, for programs
help-exercises-examples =
    {"  "}supple exercises --region knee
    {"  "}supple exercises --json

help-remind = Remind you of a routine when it is time, and keep silent when it is not
help-remind-long =
    It runs without a window until it is ended, and does not start twice: a second one has the first look at the settings. What to be reminded of, when and how, stands in [reminders] of settings.toml. With --plan, the day as it goes if you sit at your desk in your working hours and begin each time.
help-remind-plan = Show the day as it would go, and remind of nothing
help-remind-quiet = Keep silent for so many minutes, until tomorrow, or no longer
help-remind-answer = Answer the reminder that is on show: start, put-off, not-now or not-today
help-remind-autostart = Start reminders when you log in, or no longer
help-remind-rehearse = Remind by a clock that runs sixty times as fast, to see how a day goes; it waits while a reminder is on show
help-remind-settings = Open the window on the page where reminders are set
help-remind-show = Show a reminder from the standard input in a window of its own
help-remind-say = Say a line of the standard input
help-remind-json = As JSON, for programs
help-remind-on = Of that day, such as 2027-01-04; without it, of the rest of today
help-remind-examples =
    {"  "}supple remind --plan
    {"  "}supple remind --plan --on 2027-01-04 --json
    {"  "}supple remind --quiet 60

help-status = Show what is on now with the reminders, and why
help-status-long =
    What comes next, why it is silent, how long you have been sitting, and what came of the reminders of today.
help-status-json = As JSON, for programs
help-status-examples =
    {"  "}supple status
    {"  "}supple status --json

remind-on = { $date }:
remind-none = { $date }: no reminder.
remind-off = Reminders are off.
remind-no-such-day = There is no { $date }.
remind-no-routine = Nothing reminds you of the routine “{ $id }” of your settings: it is not there, or can’t be read. supple list shows what is.
remind-why-sitting = after { $minutes } minutes of sitting
remind-why-time = its time of the day: { $time }
remind-why-left =
    { $count ->
        [one] one session left
       *[other] { $count } sessions left
    }

help-history = Show what you did
help-history-long =
    Of a hold that was done again the longest attempt counts; the others are in other_attempts of
    the JSON. Times in it are as in RFC 3339, beside the name of the zone.
help-history-json = As JSON, for programs
help-history-csv = As a table for a spreadsheet: one line for each hold
help-history-separator = What stands between the cells with --csv: comma, semicolon or tab; else what spreadsheets expect where your system is set to
help-history-per = With --csv, a line for each hold (if left out), session, day or week
help-history-since = From this day on, such as 2026-11-01
help-history-until = Up to this day
help-history-routine = Of this routine only, by its id
help-history-check = Tell how much there is, what is wrong with it, and where lines that can’t be read were copied to
help-history-move_to = Move your record to another folder, such as one that a sync program shares: it is copied and compared, and the old one stays
help-history-examples =
    {"  "}supple history --since 2026-11-01
    {"  "}supple history --routine lower-back-relief --csv > back.csv
    {"  "}supple history --json > record.json

help-history-import = Take back what “supple history --json” printed
help-history-import-long =
    What is on record already stays as it is, so importing twice changes nothing. A session that was
    imported gives way to its own lines, wherever they come from later. Of a file that is damaged
    nothing is imported.
help-history-import-file = The file
help-history-import-examples =
    {"  "}supple history import record.json

help-figure = Draw a figure as a picture, or a page of all figures
help-figure-long =
    A figure comes with Supple, is a file of its own, or stands in a routine’s file as [figure.NAME];
    “supple figure --reference” describes it. Where a routine has several, write FILE#NAME. The picture
    is SVG, which browsers and drawing programs show.
help-figure-figure = The figure: its name, such as knee-to-chest, or the path of a file; FILE#NAME in a routine that has several
help-figure-output = Where to write it: a name that ends in .svg, or in .html for the gallery; a file that is there is left alone
help-figure-side = The side that is stretched: left or right; without it, the one the figure was drawn for
help-figure-at = The pose: rest or hold (if left out)
help-figure-dark = In the colours for a dark ground
help-figure-gallery = A web page with all figures that come with Supple
help-figure-reference = Print how a figure is written: every key, what it takes and what counts without it
help-figure-examples =
    {"  "}supple figure knee-to-chest -o knee.svg
    {"  "}supple figure my-figure.toml --side left --at rest -o mine.svg
    {"  "}supple figure my-routine.toml#reach-up -o reach-up.svg
    {"  "}supple figure --gallery -o figures.html

figure-gallery = The figures of Supple
figure-written = { $path } is written.
error-figure-unknown = There is no figure “{ $name }”. These come with Supple: { $names }
error-figure-alone = { $path } is one figure by itself. Leave “#{ $name }” out.
error-figure-own-none = { $path } has no figure of its own, which would be there as [figure.NAME].
error-figure-own-several = { $path } has several figures: { $names }. Say which: { $path }#{ $first }
error-figure-own-unknown = { $path } has no figure “{ $name }” of its own. It has: { $names }
error-figure-own-near = { $path } has no figure “{ $name }” of its own. Did you mean “{ $near }”?
error-figure-near = There is no figure “{ $name }”. Did you mean “{ $near }”?

help-new = Write a routine to start from, every line explained
help-new-file = Where to write it; a file that is there is left alone
help-new-from = From these exercises, by their ids, as supple exercises lists them; or from one routine, by its id or its file
help-new-reference = Print how a routine is written: every key, what it takes and what counts without it
help-new-schema = Print the format as a JSON Schema: a text editor that knows it completes keys and shows mistakes as you type. Saved as routine.schema.json, it is named in new files beside it
help-new-examples =
    {"  "}supple new my-routine.toml
    {"  "}supple new knee.toml --from quad-set,straight-leg-raise
    {"  "}supple new mine.toml --from lower-back-relief
    {"  "}supple new --reference | less
    {"  "}supple new --schema > routine.schema.json
new-title = New routine
error-from-several = “{ $id }” is no exercise. Several are named together by their ids, as supple exercises lists them; a routine is named alone.
error-from-near = There is no exercise “{ $id }”. Did you mean “{ $near }”?

help-import = Check a routine and copy it to your own
help-import-long = From then on it is in the window and in supple list.
help-import-file = The file: a routine, a share file, or a photo of the code on a handout
help-import-replace = Replace a newer version, one of the same revision with other content, or another or a shipped routine with the same id, without asking
help-import-examples =
    {"  "}supple import from-my-physio.toml

help-voices = List the speech programs found, and speak a sample
help-voices-long =
    Sessions are spoken by a program of this machine: on Linux the first of piper, RHVoice, flite,
    espeak-ng and pico2wave that speaks the language, the system’s own voices on macOS and Windows,
    or any program that you set in Settings. There a voice of another can be chosen, too.
help-voices-language = The language to speak, such as de
help-voices-examples =
    {"  "}supple voices
    {"  "}supple voices --language de

help-completions = Print completions for a shell
help-completions-shell = The shell: bash, elvish, fish, powershell or zsh
help-completions-examples =
    {"  "}supple completions bash > ~/.local/share/bash-completion/completions/supple
    {"  "}supple completions fish > ~/.config/fish/completions/supple.fish

help-man = Print the manual page
help-man-examples =
    {"  "}supple man | man -l -

## The manual page; its other headings are those of the help

man-name = Name
man-synopsis = Synopsis
man-description = Description
man-exit = Exit status
man-exit-codes =
    0 if all went well, 1 if the input is at fault, 2 for wrong usage, 3 if the disk, a permission or a
    device is.
man-files = Files
man-files-places =
    Your routines and the record are in ~/.local/share/supple on Linux, in ~/Library/Application
    Support/supple on macOS, and in %APPDATA%\supple\data on Windows.
man-environment = Environment
man-environment-names =
    SUPPLE_DATA_DIR, SUPPLE_CONFIG_DIR and SUPPLE_CACHE_DIR name other folders for the data, the
    settings and what can be made again. SUPPLE_RENDERER=gl has OpenGL draw the window.

error-output = The output can’t be written: { $reason }
error-no-home = There is no folder for your data, because no home folder was found. Set HOME, or SUPPLE_DATA_DIR, SUPPLE_CONFIG_DIR and SUPPLE_CACHE_DIR.

## Arguments that make no sense

usage-unknown-argument = Supple does not know { $argument }.
usage-unknown-command = Supple has no command { $command }.
usage-open = If it is a routine: supple open { $command }
usage-missing = This is missing: { $argument }
usage-conflict = { $argument } can’t be used together with { $other }.
usage-no-value = { $argument } needs a value.
usage-value-of = { $value } is nothing that { $argument } can be. It can be: { $values }
usage-date = { $value } is no date. Write it as YYYY-MM-DD, such as 2026-11-01.
usage-week = { $value } is no week of a programme. Write a number from 1 to { $most }.
usage-quiet = { $value } is nothing that --quiet can be. It takes a number of minutes, tomorrow or off.
usage-language = { $argument } takes the tag of a language, such as en or de-AT.
usage-output-svg = The picture is SVG, so the name of its file has to end in .svg, unlike { $path }.
usage-output-html = The gallery is a web page, so the name of its file has to end in .html, unlike { $path }.
usage-value = { $value } is nothing that { $argument } can be.
usage-other = The arguments make no sense together.
usage-near = Did you mean { $near }?
usage-dash = If this is a file whose name begins with -, write ./ before it.
usage-help = All about a command: supple COMMAND --help

## plan

plan-heading = { $title } · { $time } · { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
}

## guide

guide-rehearsal = A rehearsal: sixty times as fast, silent, and not recorded.
guide-rehearsed = This was a rehearsal: nothing was recorded.
guide-unrecorded = No home folder was found, so this session is not recorded.
guide-saved-again = What could not be saved at first is in your record now.
guide-saving = Saving your record: the disk is slow.
guide-saving-after-another = Saving your record: another program keeps it at the moment. Is a second Supple halted? End it. You can also end the wait with Ctrl+C: what is missing is then kept elsewhere and taken in at the next start.
guide-stop-if = Stop with any of these:
guide-not-if = Don’t start with any of these:
guide-keys =
    Space pause, go on · ← back · → skip · + ten seconds more
    Enter done · h it hurts · t no time · q or Esc end
guide-key-unknown = That key does nothing here. These do:
guide-start = Press space when you are ready.
guide-do-all = Without that it takes { $time }. With --all, all exercises are done.
guide-choose = With these it takes { $time }. Others are chosen with --choose, by their ids: { $exercises }.
guide-start-or-go-on = The session you began at { $time } is unfinished. Press g to go on from there, or space to begin anew.
guide-gone-on-elsewhere = This session is under way or over in another window or terminal, so it can’t be gone on with here.
guide-pain-before = Does anything hurt right now? 0 is no pain, 10 the worst you can imagine. Type the number, then Enter. Enter alone starts without an answer.
guide-pain-after = How much does it hurt now, from 0 to 10? Type the number, then Enter. Enter alone leaves it out.
guide-load = What did you use for { $exercise }? Press Enter if it was { $proposed }; or type what it was, then Enter.
guide-reps = How many repetitions of { $exercise } did you do? Press Enter if it was { $proposed }; or type { $sets ->
        [one] the number
       *[other] a number for each of the { $sets } sets
    }, then Enter.
guide-pain-typed = Pain { $pain }. Enter goes on.
guide-pain-taken-back = No answer. Enter goes on.
guide-pain-no-digit = That is not a digit. Type a number from 0 to 10, then Enter.
guide-hurts-before = If it hurts now, rest today: press q. To begin all the same, press space, and say how much it hurts.
guide-hurts-how-much = Say how much: type a number from 0 to 10, then Enter. To leave it at that, press q.
guide-too-much = Press q to rest today, or s to start all the same.
guide-by-voice = The voice guides you: close your eyes. The screen stays quiet until the end.
guide-by-sounds = No voice is heard, so the sounds alone guide you. The screen stays quiet until the end.
guide-muted = Sound is off in your settings, so the screen guides you as usual.
guide-next = next: { $next }
guide-end-asked = End the session here? Press q once more, or Enter, to end it. Any other key goes on.
guide-hurts-easier = e: go on, the easier way: { $easier }
guide-hurts-go-on = g: go on carefully
guide-hurts-skip = s: leave out the rest of this exercise
guide-hurts-end = q or Enter: end here
guide-no-keys-for-open = Left out: this lasts until someone says done, and there are no keys here.
guide-no-keys-to-go-on = There are no keys here to go on with, so the session ends.

error-no-thread = The system gave Supple no thread to work in: { $reason }
