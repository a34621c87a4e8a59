# What is said of a session under way, in the window and in the terminal.

## Steps

session-prepare = Get ready
session-hold = { $side ->
    [left] Hold, left side
    [right] Hold, right side
   *[none] Hold
}
session-switch = { $side ->
    [left] Switch to the left side
    [right] Switch to the right side
   *[none] Switch sides
}
session-rest = Rest
session-reps = { $side ->
    [left] Repetitions, left side
    [right] Repetitions, right side
   *[none] Repetitions
}
# Repetitions at a pace, one side and then the other.
session-reps-in-turn = Repetitions, { $first ->
    [right] each side in turn, right first
   *[left] each side in turn, left first
}
session-activity = { $side ->
    [left] Keep going, left side
    [right] Keep going, right side
   *[none] Keep going
}
session-wait = { $side ->
    [left] In your own time, left side
    [right] In your own time, right side
   *[none] In your own time
}
session-side = { $side ->
    [left] Left side
   *[right] Right side
}
session-repetition = { $rep } of { $of }
session-part-up = up
session-part-hold = hold
session-part-down = down
session-part-in = breathe in
session-part-out = breathe out
session-part-rest = let go
session-with-part = { $text }: { $part }
# Where the author asks for 8 to 12.
session-extra = if you can
session-enough = That was { $least }. Up to { $most }, if you can.
session-enough-sets = { $least ->
    [one] That was one set.
   *[other] That was { $least } sets.
} Up to { $most }, if you can.
session-enough-rounds = { $least ->
    [one] That was one round.
   *[other] That was { $least } rounds.
} Up to { $most }, if you can.
session-set = Set { $set } of { $of }
session-round = Round { $set } of { $of }

## What comes next

session-next-exercise = { $name }
session-next-prepare = get ready
session-next-hold = { $side ->
    [left] hold, left side
    [right] hold, right side
   *[none] hold
}
session-next-hold-of = { $side ->
    [left] hold { $repetition }, left side
    [right] hold { $repetition }, right side
   *[none] hold { $repetition }
}
session-next-switch = { $side ->
    [left] switch to the left side
    [right] switch to the right side
   *[none] switch sides
}
session-next-rest = a rest
session-next-rest-exercise = rest, then { $name }
session-next-rest-hold = { $side ->
    [left] rest, then left { $repetition }
    [right] rest, then right { $repetition }
   *[none] rest, then { $repetition }
}
session-next-reps = { $side ->
    [left] repetitions, left side
    [right] repetitions, right side
   *[none] repetitions
}
session-next-activity = { $side ->
    [left] begin, left side
    [right] begin, right side
   *[none] begin
}
session-next-wait = { $side ->
    [left] in your own time, left side
    [right] in your own time, right side
   *[none] in your own time
}
session-next-set = { $side ->
    [left] { $set }, left side
    [right] { $set }, right side
   *[none] { $set }
}
session-next-rest-set = { $side ->
    [left] rest, then { $set }, left side
    [right] rest, then { $set }, right side
   *[none] rest, then { $set }
}
# Where a round of a circuit begins.
session-next-round = { $round }: { $name }
session-next-rest-round = rest, then { $round }
session-next-end = the end

## Standing still

session-paused = Paused. Nothing is counted until you go on.
session-hurts = Stopped, because it hurts.
session-interrupted = Supple was away for { $away }. Nothing was counted meanwhile.
length-seconds = { $number ->
    [one] { $number } second
   *[other] { $number } seconds
}
length-minutes = { $number ->
    [one] { $number } minute
   *[other] { $number } minutes
}
length-hours = { $number ->
    [one] { $number } hour
   *[other] { $number } hours
}
length-joined = { $longer } { $shorter }

## Ended early

session-ended-all = That was all of it. Well stretched.
session-ended-exercises = That was all of it. Well done.
session-ended-some = Done for this time.
session-ended-nothing = Enough for this time.
session-ended-pain = You stopped when it hurt. That was right.
session-ended-no-time = Enough for this time.
session-ended-other = Ended here.
session-ended-cut-off = Cut off here.
session-ended-failed = The session broke off: Supple made a mistake.

## Commands that make no sense at the moment

session-refused-not-started = The session has not started yet.
session-refused-already-started = The session is under way.
session-refused-already-paused = The session is paused already.
session-refused-not-paused = The session is under way.
session-refused-not-open = This step ends by itself.
session-refused-no-end = This step has no end to move. Say done when you are ready.
session-refused-long-enough = A step can’t be made longer than an hour.
session-refused-hurts = While something hurts, no step gets longer.
session-refused-over = The session is over.

## Parts that have failed

session-sound-failed = The sound has failed. The session goes on without it; start Supple again to hear it.
session-record-failed = The record has failed. The rest of this session may not be kept.
session-record-slow = The disk is slow: what was done last is not saved in your record yet. Until then keep Supple open.

## The sound
sound-no-device = There is no sound: no device answers, or another program keeps it. Supple goes on without and tries again every few seconds.
sound-is-back = The sound is back.
sound-other-device = The sound device you chose is not there. Supple plays on the one this machine uses by itself.
sound-cue-get-ready = Get ready
sound-cue-hold-start = Begin
sound-cue-halfway = Halfway
sound-cue-last-second = The last seconds
sound-cue-hold-end = Let go and rest
sound-cue-rest-over = The rest is nearly over
sound-cue-switch-sides = Switch sides
sound-cue-beat = The next repetition
sound-cue-finished = Finished
sound-cue-stopped = Stopped early

# What a desktop shows as the reason why the screen stays on.
session-under-way = A session is under way
