# What the window says around a session. What is said during one is in session.ftl.

app-name = Supple

## Navigation

nav-today = Today
nav-routines = Routines
nav-history = History
nav-learn = Learn
nav-settings = Settings

## Today

today-greeting-morning = Good morning
today-greeting-afternoon = Good afternoon
today-greeting-evening = Good evening
today-progress = { $done } of { $of ->
    [one] 1 session
   *[other] { $of } sessions
} done today.
today-next = { $progress } Next: { $title }, about { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}.
today-all-done = { $progress } That is all for today.
day-rest-stopped = Rest today. { $routine ->
    [another] It hurt in another routine, and you did no more of it.
   *[this] It hurt, and you did no more after that.
}
day-rest-pain = Rest today. Your pain was { $pain } { $routine ->
    [another] after another routine
   *[this] afterwards
}, and the limit is { $limit }.
day-rest-pain-clinics = Rest today. Your pain was { $pain } out of 10 { $routine ->
    [another] after another routine
   *[this] afterwards
}.
day-rest-rose = Rest today. Your pain rose from { $before } to { $after }.
day-rest-began = Rest today. Your pain was { $pain } { $routine ->
    [another] before another routine
   *[this] before it
}, and the limit is { $limit }.
day-rest-began-clinics = Rest today. Your pain was { $pain } out of 10 { $routine ->
    [another] before another routine
   *[this] before it
}.
day-rest-put-off = Rest today. You put { $routine ->
    [another] another routine
   *[this] it
} off because of the pain before it.
day-enough = Done as often as its author allows for one day ({ $most }). A rest does more good now, but you decide.
today-rest-alone = After pain, rest does more good now.
today-rest = { $progress } After pain, rest does more good now.
today-nothing = Nothing is planned for today.
today-begin = A good beginning: { $title }, about { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}.
today-dose = { $done } of { $of } today
today-suggested = A suggestion
today-unplanned = { $done } today, not planned
today-not-planned = Not planned today
today-start = Start
today-start-name = Start { $title }
today-unfinished = A session is unfinished: { $done } of { $of } holds done.
today-go-on = Go on from there
today-let-go = Leave it
today-broken = { $count ->
    [one] { $files } can’t be used as it is.
   *[other] These routine files can’t be used as they are: { $files }
}
today-broken-look = See what is wrong
today-gentle = Stop if it hurts.{ $stretches ->
    [yes] {""} A stretch should feel like a gentle pull.
   *[no] {""}
}
picture-open = Look at { $title }

## Routines

routines-title = Routines
routines-hint = Drop a routine file on this window to look at it.
routines-hint-folder = Save a routine file in the folder below to add it.
routines-own = Your routines
routines-shipped = Routines that come with Supple
routines-look = Look
routines-gone = The routine that was open here is no longer found. Its file was moved, or has another id now.
routines-recent = Last opened from elsewhere
routines-recent-mistakes = The file has mistakes now. Drop it on this window to see them.
routines-forget = Forget
routines-forget-name = Forget { $title }
routines-look-name = Look at { $title }
routines-folder = Your own routines are files in { $folder }
routines-dismiss = Close
routines-dismiss-name = Close: { $file }
routines-no-home = There is no home folder to keep routines in. Without one you can still open a file from a terminal.
mistake = { $file }, line { $line }: { $what }
mistakes-more = { $more ->
    [one] One mistake more.
   *[other] { $more } mistakes more.
}

## A routine

routine-back = ← All routines
routine-start = Start
routine-rehearse = Rehearse
routine-rehearse-hint = A rehearsal runs sixty times as fast, without sound, and is never recorded.
routine-outside = This file is not one of your routines: { $path }
routine-keep = Add to my routines
routine-mistakes = { $file } has changed and can’t be used as it is now. This is its last good version.
routine-not-if = Don’t do it with
routine-stop-if = Stop at once with
routine-pain-limit = pain above { $limit } out of 10
routine-how-often = How often
routine-equipment = Have ready
routine-author = From
routine-revision = Version
routine-review = Review
routine-review-on = on { $date }
routine-review-passed = was due on { $date }. Ask who gave you this routine.
routine-exercises = Exercises
routine-stretches = Stretches
exercise-optional = optional
exercise-feel-it-in = { $aim ->
    [stretch] Feel it in
   *[strength] Works
}: { $text }
exercise-caution = Take care: { $text }
exercise-note = For you: { $text }
exercise-last = Last time: { $what }
exercise-last-both = Last time: { $reps }, { $load }
exercise-last-on-side = { $side ->
    [left] left
   *[right] right
} { $reps }
exercise-on-side = { $exercise }, { $side ->
    [left] left
   *[right] right
}
exercise-easier = Easier: { $text }
exercise-harder = Harder: { $text }
exercise-source = Source: { $source }
link-unopened = This link could not be opened. Copy its address and open it in your web browser: { $address }
link-copy = Copy the address

facts-minutes = { $minutes } min
facts-exercises = { $count ->
    [one] 1 exercise
   *[other] { $count } exercises
}
facts-stretches = { $count ->
    [one] 1 stretch
   *[other] { $count } stretches
}
# Where several routines have the same title.
facts-title-of-file = { $title } ({ $file })
facts-revision = revision { $revision }
facts-floor = floor
facts-seated = seated
facts-standing = standing
facts-neck = neck
facts-shoulder = shoulder
facts-elbow = elbow
facts-wrist-hand = wrist and hand
facts-upper-back = upper back
facts-lower-back = lower back
facts-trunk = trunk
facts-hip = hip
facts-knee = knee
facts-ankle-foot = ankle and foot
facts-balance = balance
facts-breathing = breathing
facts-dose-hold = { $reps ->
    [one] once
   *[other] { $reps } times
}, hold { $time }
facts-dose-paced = { $reps ->
    [one] one repetition of { $time }
   *[other] { $reps } repetitions at a pace of { $time }
}
facts-dose-tempo = { $reps ->
    [one] one repetition
   *[other] { $reps } repetitions
}, { $tempo }
facts-tempo-part = { $part } { $time }
facts-dose-timed = for { $time }
facts-from-to = { $least } to { $most }
facts-dose-of-side = { $side ->
    [left] left
   *[right] right
} { $dose }
facts-dose-open = until you say done
facts-short-hold = { $reps } × { $time }
facts-short-paced = { $reps ->
    [one] 1 repetition
   *[other] { $reps } repetitions
}
facts-short-seconds = { $number } s
facts-short-minutes = { $number } min
facts-short-left = left only
facts-short-right = right only
facts-short-each = each side
facts-short-alternate = each side, in turn
facts-left-only = left side only
facts-right-only = right side only
facts-each-left-first = each side, left first
facts-each-right-first = each side, right first
facts-alternate = as many on each side, in turn
facts-alternate-right-first = as many on each side, in turn, right first
facts-sets = { $sets } sets
facts-rounds = { $sets } rounds
facts-rest-between-rounds = { $time } of rest between them
facts-members = { $members ->
    [one] Exercise { $first }.
   *[other] Exercises { $first } to { $last }.
}
facts-choose = any { $choose } of these
facts-times-a-day = { $times ->
    [one] once a day
    [2] twice a day
   *[other] { $times } times a day
}
facts-at-most = { $most ->
    [one] at most once
   *[other] at most { $most } times
}
facts-monday = Mon
facts-tuesday = Tue
facts-wednesday = Wed
facts-thursday = Thu
facts-friday = Fri
facts-saturday = Sat
facts-sunday = Sun


## Before a session

before-cancel = Not now
before-all-signs = All signs at which to stop, on the routine’s page
before-sound-off = Sound is off.
before-sound-on = Turn it on
pain-before-title = Does anything hurt right now?
pain-name = Pain
# A number on its key, for a screen reader.
pain-number = { $name } { $number }
# A number that was typed again, and so taken back.
pain-no-number = { $name }: no answer
pain-scale = 0 is no pain, 10 the worst you can imagine. Keys: type the number, and again to take it back.
pain-start = Start
pain-skip = Start without an answer
pain-why-tried = Nothing of a try is kept. Your answer only says whether to begin today.
pain-why = Your answer stays on this computer. Before and after side by side show what helps.

# The pain is above the limit that the routine’s author has set or, where there is none, above those
# of clinics.
too-much-title = Better not today
too-much-pain = You said { $pain } out of 10. That is above the limit that your routine sets.
too-much-pain-clinics = You said { $pain } out of 10. Your routine sets no limit; clinics set one of 3, 4 or { $limit } for exercises.
too-much-advice = Rest does more good now. If the pain is new, or does not ease within a day, { $whom ->
    [author] ask whoever gave you the routine
   *[doctor] ask a doctor or physiotherapist
} before you go on. You decide.
too-much-rest = Not today
too-much-start = Start anyway

## Learn

learn-title = Learn
learn-hint = Why backs crack, how to stretch, and when to see a doctor.
learn-back = ← All pages

## Settings

settings-title = Settings
settings-sound = Sound
settings-volume = Volume
settings-percent = { $percent } %
settings-muted = Mute
settings-muted-hint = While it is on, only the screen guides you.
settings-try-sounds = Try the sounds
settings-stop-sounds = Stop
settings-device = Play on
settings-device-default = The system’s own choice
settings-device-absent = { $device } (not there now)
settings-voice-title = Voice
settings-voice = Spoken guidance
settings-voice-hint = A voice says what to do, as well as the sounds.
settings-voice-name = Voice { $number } of { $count }
settings-voice-name-before = Voice before
settings-voice-name-after = Next voice
settings-voice-name-any = Supple’s own choice
settings-voice-name-of = { $voice }, { $program }
settings-voice-speed = Speed of the voice
settings-voice-volume = Volume of the voice
settings-voice-program = It speaks through { $program }.
settings-try-voice = Try the voice
settings-voice-copy = Copy the command
settings-speech-program = Another speech program
settings-speech-program-hint = Left empty: the system’s own
settings-speech-program-how = A command that reads a text on its input and writes a sound file, such as: piper --model voice.onnx --output_file {"{"}file{"}"}. {"{"}speed{"}"} in it becomes the speed in percent.
settings-speech-open-quote = A quotation mark is left open.
settings-speech-empty = The name of a program is missing.
settings-speech-no-file = Write {"{"}file{"}"} where the path of the sound file belongs.
settings-dark = Dark screen in sessions
settings-dark-hint = You are guided by ear. Move the mouse, or press D, to see the session.
settings-session = During a session
settings-keep-awake = Keep the screen on
settings-keep-awake-hint = The computer stays awake too.
settings-do-not-disturb = Do not disturb
settings-do-not-disturb-hint = Messages of other programs wait, on desktops that can do that.
settings-pause-players = Pause music and films
settings-pause-players-hint = They go on after the session.
settings-look = Look
settings-theme = Colours
settings-theme-system = Like the system
settings-theme-light = Light
settings-theme-dark = Dark
settings-high-contrast = High contrast
settings-high-contrast-hint = Stronger colours and edges, by day and by night.
settings-text-size = Text size
settings-reduced-motion = Reduced motion
settings-reduced-motion-hint = Figures then stand still.
settings-drawn-by-processor = The window is drawn by the processor.
settings-drawn-by-opengl = The window is drawn by OpenGL.
settings-language = Language
settings-language-system = Like the system
settings-record = Your record
settings-record-lies = It lies in { $folder }.
settings-record-check = Check my record
settings-record-busy = One moment
settings-record-more = And { $more } more: `supple history --check` tells all.
settings-record-aside = Open the folder of these copies
settings-record-move = Keep it elsewhere
settings-record-folder = The folder to keep it in
settings-record-move-how = One that a sync program shares, for instance: then several devices have one record. It is copied and compared; what is here stays.
settings-record-move-there = Keep it there
settings-record-move-close = Leave it here
settings-folders = Folders
settings-folder-routines = Your routines
settings-folder-record = Your record
settings-folder-settings = Your settings
settings-folder-open = Open
settings-folder-open-name = Open: { $name }
settings-folder-warning = { $folder } could not be opened. { $reason }
settings-folder-no-program = There is no program here that shows folders, or it failed. Copy the path and open it in your file manager.
settings-folder-copy = Copy the path
settings-folder-copy-name = Copy the path: { $name }
settings-no-home = There is no home folder. Nothing is kept after Supple is closed.
settings-keys = Keys
# Where keys work.
keys-on-pages = On the pages
keys-on-a-file = Where a file came from elsewhere
keys-around-a-session = Before and after a session
keys-in-a-session = In a session
keys-in-the-editor = In the editor
keys-among-exercises = Among the exercises to pick
keys-title = Keys of this screen
keys-close = Close
keys-help = these keys
keys-first-way = what the first button says
keys-try = try a file once, without a record
keys-on = go on
keys-back = back
key-control = Ctrl
key-command = Cmd
keys-places = the five pages, from Today to Settings
keys-text-size = larger, smaller and normal text
keys-scroll = read on; further with Page Up, Page Down, Home and End
keys-begin = begin, or go on with, what comes first on Today
keys-pain = how much it hurts
keys-pause = pause, and go on
keys-back-skip = back, and skip
keys-extend = ten seconds more
keys-done = done, where you set the time
keys-hurts = it hurts
keys-hurts-then = after it hurts: an easier way, skip the exercise, go on, end
keys-sound = sound off, and on again
keys-voice = voice off, and on again
keys-dark = dark screen, guided by ear, and back
keys-small-window = small window above all others, and back
keys-full-screen = full screen, and back
keys-end = end the session; first leave full screen
keys-why-end = why you end: no time, another reason, it hurts

## What goes wrong

error-display = There is no display to open a window on.
error-display-gone = The display is gone, and the window with it. Whatever you had done by then is in your record.
error-guide-instead = Supple guides you here in the terminal instead.
error-window = The window could not be opened: { $reason }
error-window-lost = The window was lost: { $reason }. What was done up to then is in your record.
error-window-lost-opengl = The window was lost: OpenGL no longer draws on this display. What was done up to then is in your record.
error-window-destroyed = The window was lost: another program destroyed it. What was done up to then is in your record.
error-window-scale = The window could not be opened, since WINIT_X11_SCALE_FACTOR is “{ $value }”. Set it to a number from 0.2 to 20, such as 1.5, or to nothing.
error-window-randr = The window could not be opened, since this X server has no RANDR extension. Start it with that extension.
error-window-library = The window could not be opened, since the system library { $library } is missing. On Debian and Ubuntu it comes with the package { $package }.
error-window-other-library = The window could not be opened, since the system library { $library } is missing. Install it with your system’s package manager.
error-window-opengl = The window could not be opened, since OpenGL can’t draw on this display. On Debian and Ubuntu the packages libegl1, libgl1 and libgl1-mesa-dri bring it. A display with 15 bits of colour or more needs none, unless SUPPLE_RENDERER asks for it.
error-background = Supple made a mistake of its own and left something undone. Start it again if anything is missing.
