# What the record comes to, in the window and in the terminal.

sum-hours = { $hours } h { $minutes }
sum-minutes = { $minutes } min
sum-minutes-seconds = { $minutes } min { $seconds } s
sum-seconds = { $seconds } s
sum-of = { $done } of { $of }
sum-percent = { $percent } %
sum-sessions = Sessions
sum-sessions-due = of those due by the routine’s own schedule
sum-sessions-free = No schedule says how many are due.
sum-sessions-unknown = { $count ->
    [one] Of one older session the record does not say what was due
   *[other] Of { $count } older sessions the record does not say what was due
}
sum-sessions-more = { $count ->
    [one] One more than was due
   *[other] { $count } more than were due
}
sum-sessions-beside = { $count ->
    [one] One more was not due by any schedule
   *[other] { $count } more were not due by any schedule
}
sum-sessions-put-off = { $count ->
    [one] One was put off for pain
   *[other] { $count } were put off for pain
}
sum-sessions-misdated = { $count ->
    [one] One has a date before 2000 or still to come, and is in no sum
   *[other] { $count } have a date before 2000 or still to come, and are in no sum
}
sum-sessions-told = { $count ->
    [one] One was told, not measured
   *[other] { $count } were told, not measured
}
sum-sessions-left = { $count ->
    [one] One entry is marked as not done or not yours, and is left out
   *[other] { $count } entries are marked as not done or not yours, and are left out
}
sum-today = today { $sessions }
sum-week = this week { $sessions }
sum-month = this month { $sessions }
sum-shares-due = Done of what was due
sum-shares-begun = Done of what was begun
sum-dose-short = dose
sum-attempted-short = exercises
sum-dose = Dose completed
sum-dose-due = { $held } of { $of } of holding due
sum-dose-begun = { $held } of { $of } of holding in the sessions begun
sum-attempted = Exercises attempted
sum-attempted-due = { $done } of { $of } that were due
sum-attempted-begun = { $done } of { $of } in the sessions begun
sum-no-dose = Nothing with a time to hold.
sum-time = Time held
sum-side-left = left
sum-side-right = right
sum-side-both = no side
sum-time-of = of { $of } in the sessions begun
sum-time-sides = of { $left } left and { $right } right in the sessions begun

sum-days = Sessions a day
sum-day-before = before your first entry
sum-day-nothing = nothing recorded
sum-day-not-due = not due
sum-day-due = { $of ->
    [one] one session due, nothing recorded
   *[other] { $of } sessions due, nothing recorded
}
sum-day-of = { $of ->
    [one] { $done } of one session
   *[other] { $done } of { $of } sessions
}
sum-day-open = { $of ->
    [one] one session due, and the day is not over
   *[other] { $of } sessions due, and the day is not over
}
sum-day-put-off = put off for pain
sum-day-more = { $count ->
    [one] one more that was not due
   *[other] { $count } more that were not due
}
sum-day-some = { $done ->
    [0] begun, less than half done
    [one] one session
   *[other] { $done } sessions
}
sum-day-hurt = it hurt
sum-day-told = told, not measured
sum-day = { $day }: { $what }
sum-date = { $weekday } { $date }
sum-mark-done = done
sum-mark-partly = partly
sum-mark-due = due, nothing recorded
sum-mark-not-due = not due
sum-mark-nothing = nothing recorded
sum-days-told = { $from } to { $to }: on { $done ->
    [one] one day
   *[other] { $done } days
} all that was due{ $partly ->
    [0] {""}
   *[other] , on { $partly } a part of it
}{ $due ->
    [0] {""}
   *[other] , on { $due } due and nothing recorded
}{ $put_off ->
    [0] {""}
   *[other] , on { $put_off } put off for pain
}.

sum-pain = Pain, before and after
sum-pain-how = 0 to 10, the middle value of each week
sum-pain-none = No pain was given in this time.
sum-pain-week = Week of { $day }: { $what }
sum-pain-before = before { $pain }
sum-pain-after = after { $pain }
sum-pain-limit = limit { $limit }
sum-whole = { $whole }
sum-half = { $whole }.5
sum-trend = Before sessions: { $from } at first, { $to } at last, { $weeks ->
    [one] a week
   *[other] { $weeks } weeks
} apart.
sum-trend-noticed-less = People notice a fall like this one.
sum-trend-noticed-more = People notice a rise like this one. Show it to whoever gave you the routine.
sum-trend-chance = People may notice as much, but so small a change can’t be told from chance.
sum-trend-small = { $least ->
    [one] From there the least that people notice is one point.
   *[other] From there the least that people notice is { $least } points.
}
sum-trend-early = Whether it changes is told once there are three answers before sessions at first and three at last, over two weeks or more. Before and after one session is only shown.
sum-trend-source = What is known of such changes

sum-exercises = Exercise by exercise
sum-exercises-of = { $count ->
    [one] done of what was prescribed, in the one session measured
   *[other] done of what was prescribed, in the { $count } sessions measured
}
sum-exercises-none = What is done of each exercise will stand here.
sum-column-left = Left
sum-column-right = Right
sum-column-both = No side
sum-column-left-out = Left out
sum-times-of = { $done } of { $of } times
sum-left-out = { $count ->
    [0] nothing
    [one] one hold
   *[other] { $count } holds
}
sum-left-out-times = { $count ->
    [0] nothing
    [one] once
   *[other] { $count } times
}
sum-reason-hurts = it hurt { $count }
sum-reason-hurts-left = it hurt, left { $count }
sum-reason-hurts-right = it hurt, right { $count }
sum-reason-hurts-sides = it hurt, left { $left }, right { $right }
sum-reason-stopped-in-pain = ended in pain { $count }
sum-reason-no-time = no time { $count }
sum-reason-too-hard = too hard { $count }
sum-reason-not-known = not clear how { $count }
sum-reason-other = another reason { $count }
sum-reason-not-given = no reason given { $count }
sum-dose-holds = { $steps ->
    [one] hold { $time }
   *[other] { $steps } times, hold { $time }
}
sum-dose-reps = { $steps ->
    [one] { $reps } times
   *[other] { $steps } sets of { $reps }
}
sum-dose-open = { $steps ->
    [one] once
   *[other] { $steps } times
}
sum-each-side = { $dose }, each side

sum-list = Sessions
sum-list-how = press one to open it
sum-filter = Routine
sum-all-routines = All routines
sum-span = Time
sum-span-weeks = { $weeks } weeks
sum-span-year = A year
sum-span-shorter = A shorter time
sum-span-longer = A longer time
sum-span-all = All
sum-earlier = Earlier
sum-later = Later
sum-empty = Your sessions will stand here, newest first, and above them what they come to: how many of those that were due, how long you held on each side, how your pain was before and after, and what was left out.
sum-nothing-in-span = No session in this time.

sum-month-1 = Jan
sum-month-2 = Feb
sum-month-3 = Mar
sum-month-4 = Apr
sum-month-5 = May
sum-month-6 = Jun
sum-month-7 = Jul
sum-month-8 = Aug
sum-month-9 = Sep
sum-month-10 = Oct
sum-month-11 = Nov
sum-month-12 = Dec

## One session, and what a person says of it later

past-holds = Holds
past-hold-left-out = left out
past-told = told, not measured
past-not-done = marked as not done
past-not-mine = marked as not yours
past-corrected = corrected
past-next-day = { $pain } of 10 on { $day }
past-left-out-hurts = left out: it hurt
past-left-out-stopped-in-pain = not begun
past-left-out-no-time = left out: no time
past-left-out-too-hard = left out: too hard
past-left-out-not-known = left out: not clear how
past-left-out-other = left out: another reason
past-left-out-not-given = left out: no reason given

correct-title = Correct this entry
correct-kept = What was written first is kept in the record. What you change here is saved at the latest when Supple closes.
correct-pain-before = Pain before
correct-pain-after = Pain after
correct-again = Press a number again to take it back.
correct-note = Note
correct-counts = Does it count?
correct-counts-yes = Yes
correct-not-done = Not done
correct-not-mine = Not mine
correct-counts-hint = What does not count stays in the record, and is left out of the figures.
correct-save = Save
correct-leave = Leave it
correct-undo = Take back the last correction

tell-open = Add a session
tell-title = A session without Supple
tell-apart = It counts as one session. Nothing of it was measured, and that is said wherever it is shown.
tell-routine = Routine
tell-routine-before = The routine before
tell-routine-after = The routine after
tell-day = Day
tell-day-before = A day earlier
tell-day-after = A day later
tell-add = Add it

finish-why = Why was something left out? (optional)
finish-why-key = { $why } · { $key }
finish-why-no-time = No time
finish-why-too-hard = Too hard
finish-why-hurts = It hurts
finish-why-not-known = I did not know how
finish-why-other = Another reason
guide-why = Why was something left out? 1 { $no_time }, 2 { $too_hard }, 3 { $hurts }, 4 { $not_known }, 5 { $other }. Press the number; Enter leaves it out.

next-day = How does it feel today, after { $title } on { $day }?
next-day-scale = 0 is no pain, 10 the worst you can imagine.
next-day-later = Not now
next-day-setting = Ask how it feels the next day
next-day-setting-hint = From 0 to 10, on the day after a session of this routine.

history-sum = { $name }: { $value } ({ $about })

## Written for other programs, in the window

export-open = Export
export-title = Export
export-table = Table (CSV)
export-json = JSON
export-table-hint = For a spreadsheet, with the cells separated as it expects them here.
export-json-hint = For programs. Supple takes it back on any computer: supple history import, and the file.
export-per = A line for each
export-per-session = Session
export-per-hold = Hold
export-per-day = Day
export-per-week = Week
export-per-session-hint = What was done of it, the pain, why something was left out, and your note.
export-per-hold-hint = How long it was to be held and was, on which side, and all of its session.
export-per-day-hint = What was due and what was done of it, also where nothing was recorded.
export-file = supple-record-{ $date }
