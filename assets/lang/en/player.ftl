# What the screens of a session and the history say.

## The player

player-progress = Stretch { $exercise } of { $of } · { $left } left

# Under the large number.
player-caption-prepare = get ready
player-caption-hold = { $seconds ->
    [one] second to hold
   *[other] seconds to hold
}
player-caption-switch = switch sides
player-caption-rest = rest
player-caption-reps = of { $of }, slowly
player-caption-wait = { $seconds ->
    [one] second so far
   *[other] seconds so far
}
player-caption-paused = paused

player-next = Next:

# Read out by a screen reader when a step begins.
player-announce = { $step }.
player-announce-prepare = { $step }: { $name }.
player-announce-prepare-side = { $step }: { $name }. { $side }.
player-announce-rest = { $step }. Next: { $next }.

player-easier = Easier:
player-harder = Harder:
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
player-end = End
player-strip = Step { $step } of { $of }

player-end-title = End the session?
player-end-text = What you have held stays in your record.
player-end-no-time = No time
player-end-other = Another reason
player-end-keep-going = Keep going

# Keys as they stand on a keyboard.
key-space = Space
key-enter = Enter
key-escape = Esc

## It hurts

hurts-title = Stop here, and rest
hurts-limit = Your routine’s limit: stop when pain rises above { $limit } of 10.
hurts-stop-if = Stop as well with:
hurts-contact = Questions: { $contact }
hurts-contact-of = Ask { $name }: { $contact }
hurts-end = End the session
hurts-easier = Go on with the easier way
hurts-skip = Skip this exercise
hurts-go-on = Go on carefully
