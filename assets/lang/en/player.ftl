# What the screens of a session and the history say.

## The player

player-left = { $left } left
player-progress = Exercise { $exercise } of { $of } · { $left }
player-progress-stretch = Stretch { $exercise } of { $of } · { $left }

# Under the large number.
player-caption-prepare = get ready
player-caption-hold = { $seconds ->
    [one] second to hold
   *[other] seconds to hold
}
player-caption-switch = switch sides
player-caption-rest = rest
player-caption-reps = of { $of }
player-caption-activity = { $seconds ->
    [one] second left
   *[other] seconds left
}
player-caption-minutes = { $minutes ->
    [one] minute left
   *[other] minutes left
}
player-caption-wait = { $seconds ->
    [one] second so far
   *[other] seconds so far
}
player-caption-paused = paused

player-next = Next:
player-next-is = { player-next } { $next }

# The large number with what is under it, for a screen reader.
player-dial = { $number } { $caption }

# Read out by a screen reader when a step begins.
player-announce = { $step }.
player-announce-length = { $step }, { $length }
player-announce-prepare = { $step }: { $name }.
player-announce-prepare-side = { $step }: { $name }. { $side }.
player-announce-rest = { $step }. Next: { $next }.

# Beside the figure where nothing is held.
player-let-go = Let go, and breathe.
player-other-side = Now the other side.

player-easier = Easier:
player-harder = Harder:
player-works = Works:
player-feel-it-in = Feel it in:
player-note = For you:
player-caution = Take care:
player-doing-easier = The easier way:

player-start = Start
player-pause = Pause
player-resume = Go on
player-back = Back
player-extend = +10 s
player-skip = Skip
player-done = Done
player-it-hurts = It hurts
player-sound = Sound { $percent } %
player-sound-off = Sound off
player-sound-none = No sound
player-voice-on = Voice on
player-voice-none = No voice
player-voice-off = Voice off
player-dark = Guided by ear. H: it hurts. Space: pause. Move the mouse, or press D, to see the session.
player-dark-silent = Sound is off, so the screen does not go dark.
player-end = End
player-small-window = Small window
player-usual-window = Usual window
player-full-screen = Full screen
player-leave-full-screen = Leave full screen
player-strip = Step { $step } of { $of }

player-end-title = End the session?
player-end-now = End it
player-end-text = What you have held stays in your record.
player-end-text-unrecorded = Nothing of it is recorded.
player-end-asked = { player-end-title } { $text }
player-end-no-time = End: no time
player-end-other = End: another reason
player-end-keep-going = Keep going

# Keys as they stand on a keyboard.
key-space = Space
key-enter = Enter
key-escape = Esc

## It hurts

hurts-title = Stop here, and rest
hurts-limit = Your routine’s limit: stop when pain rises above { $limit } of 10.
hurts-stop-if = Also stop with
hurts-contact = Questions: { $contact }
hurts-contact-of = Ask { $name }: { $contact }
hurts-end = End the session
hurts-easier = Go on with the easier way
hurts-skip = Skip this exercise
hurts-go-on = Go on carefully

## After a session

finish-holds = { $of ->
    [one] { $done } of { $of } hold
   *[other] { $done } of { $of } holds
}
finish-rounds = { $done } of { $of } done
finish-held = { $time } of exercise in all
finish-held-sides = left { $left }, right { $right }
finish-held-left = left { $time }
finish-held-right = right { $time }
finish-tried = You tried it. Nothing of it was recorded.
finish-rehearsed = This was a rehearsal. Nothing of it was recorded.
finish-pain = Pain now (optional)
finish-pain-name = Pain now
finish-pain-before = Before: { $pain }
finish-pain-above-limit = That is above the limit that your routine sets.
finish-pain-high = That is a lot of pain.
finish-pain-rose = That is more than before.
finish-pain-advice = Rest for today. Discomfort should be gone within 24 hours. If it is not, or if your symptoms got worse, { $whom ->
    [author] ask whoever gave you the routine
   *[doctor] ask a doctor or physiotherapist
} before you go on.
finish-loads = What you used
finish-load-name = What you used for { $exercise }
finish-load-prescribed = Prescribed: { $load }
finish-reps = How many you did
finish-reps-name = Repetitions of { $exercise }
finish-reps-meant = { $sets ->
        [one] Not kept yet: please give one whole number
       *[other] Not kept yet: please give { $sets } whole numbers, one for each set,
    } up to { $most }, such as “{ $example }”.
finish-reps-range = { $range }
finish-note = A note (optional)
finish-note-hint = How it went, for yourself or your physiotherapist
finish-save = Save
finish-leave = Leave it unanswered
finish-forget = Leave these answers out
finish-close = Close

## History

past-title = History
past-reading = Reading your record.
past-more-problems = { $count ->
    [one] There is one more problem of this kind in the record. “supple history” names all.
   *[other] There are { $count } more problems of this kind in the record. “supple history” names all.
}
past-untitled = A session whose beginning is missing
past-today = Today
past-yesterday = Yesterday
past-day = { $weekday ->
    [monday] Monday
    [tuesday] Tuesday
    [wednesday] Wednesday
    [thursday] Thursday
    [friday] Friday
    [saturday] Saturday
   *[sunday] Sunday
} { $date }
past-day-recent = { $recent }, { $day }
past-from-to = { $day }, { $from } to { $to }
past-from = { $day }, { $from }
past-strip = The session from left to right
past-when = { $day } { $time }
past-held = { $of ->
    [one] { $done } of { $of } hold, { $held } held
   *[other] { $done } of { $of } holds, { $held } held
}
past-skipped = { $of ->
    [one] { $done } of { $of } hold, { $skipped } skipped
   *[other] { $done } of { $of } holds, { $skipped } skipped
}
past-what = { $how } · { $holds }
past-completed = completed
past-stopped-pain = stopped: pain
past-stopped-no-time = stopped: no time
past-stopped = stopped
past-interrupted = interrupted
past-not-begun-pain = not begun: pain above the limit of { $limit }
past-hurt = { $what } · it hurt
past-back = ← History
past-hurts = It hurt
past-hurt-side = { $name } ({ $side }){ $chosen }
past-hurt-exercise = { $name }{ $chosen }
past-hurt-chosen = { $answer ->
    [easier] : you went on in the easier way
    [went-on] : you went on
    [skipped] : you skipped it
    [ended] : you ended the session
   *[unknown] { "" }
}
past-loads = Weights and bands
past-load-since = { $load } since { $date }
past-note = Note
past-pain = pain { $before } to { $after }
past-pain-before = pain { $pain } before
past-pain-after = pain { $pain } after

figure-of = Picture of { $name }
figure-of-side = Picture of { $name }. { $side }
