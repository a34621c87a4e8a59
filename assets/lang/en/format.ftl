# What each key of a routine file says: format-HEADING-KEY. The tables of routines/README.md are made
# of these texts, so they are Markdown.

format-routine-format = always `1`; the first line
format-routine-title = what the person reads, up to 200 characters
format-routine-id = what the record calls the routine: letters, digits and hyphens. Keep it when you change the file, so that the history goes on
format-routine-revision = counts up with each change that patients should notice
format-routine-summary = one or two sentences
format-routine-language = the language that the words are in: `"en"`, `"de"`, `"pt-BR"`
format-routine-updated = the date of the last change, year-month-day
format-routine-tags = a list of words to find it by, for `supple list --json`
format-routine-author = who to ask: `name`, `role`, `clinic`, `contact`
format-routine-schedule = when to do it
format-routine-safety = when to stop
format-routine-defaults = what counts for every exercise that does not say otherwise
format-routine-group = exercises that belong together
format-routine-exercise = an exercise with its dose
format-routine-figure = figures of the file’s own

format-author-name = your name
format-author-role = what you are: `"Physiotherapist"`
format-author-clinic = where you work
format-author-contact = how to reach you; shown when it hurts

format-schedule-times-per-day = how often a day
format-schedule-max-per-day = past it the app advises a rest, and lets the person decide; not below `times_per_day`
format-schedule-days = a list of `mon`, `tue`, `wed`, `thu`, `fri`, `sat`, `sun`
format-schedule-days-per-week = on how many days of each week, whichever they are; in place of `days`
format-schedule-days-between = how many days without it there are at least between two with it: `1` is every other day at the most
format-schedule-at = a list of times of day
format-schedule-review-on = when you want to see the person again
format-schedule-first-day = the day on which the programme begins
format-schedule-weeks = how many weeks it lasts
format-schedule-last-day = the day on which it ends; in place of `weeks`
format-schedule-afterwards = what the person is told once it is over: how to go on

format-safety-pain-limit = pain; above it the app advises to stop and shows `contact`
format-safety-stop-if = a list of signs at which to stop
format-safety-not-if = a list of reasons not to begin

format-exercise-name = what the person reads, up to 200 characters
format-exercise-id = what the record calls the exercise
format-exercise-use = the id of an exercise that comes with Supple, or of one that is written out above in this file: what is not written here is as it is there
format-exercise-position = `floor`, `seated` or `standing`
format-exercise-equipment = a list of what to have ready
format-exercise-regions = a list of what it is for: `neck`, `shoulder`, `elbow`, `wrist-hand`, `upper-back`, `lower-back`, `trunk`, `hip`, `knee`, `ankle-foot`, `balance`, `breathing`
format-exercise-instructions = a list of sentences, one for each step
format-exercise-feel-it-in = where the stretch is felt, or what works in an exercise for strength
format-exercise-caution = what to mind
format-exercise-clinician-note = your note for this person
format-exercise-easier = an easier way of doing it, offered when it hurts; while it is done so, it is shown and said in place of `instructions`
format-exercise-harder = a harder way of doing it
format-exercise-optional = `true`: may be skipped without a gap in the record
format-exercise-group = the name of the `[[group]]` that it belongs to: see below
format-exercise-source = where the exercise comes from: words, or an address that begins with `https://`
format-exercise-image = a picture: see below
format-exercise-image-alt = the picture in words, for people who can’t see it
format-exercise-figure = a figure that Supple draws: see below; `"none"` where none fits
format-exercise-say = a sentence that is said in the first hold of each side, and shown in all of them
format-exercise-times-per-day = how often a day this exercise is done
format-exercise-days = its own days, a list of `mon`, `tue`, `wed`, `thu`, `fri`, `sat`, `sun`
format-exercise-days-per-week = on how many days of each week it is done, whichever they are
format-exercise-days-between = how many days without it there are at least between two with it
format-exercise-from-week = the first week of the programme that has it
format-exercise-until-week = the last week of the programme that has it
format-exercise-step = another dose from a week on: see below
format-exercise-kind = `hold`: hold and let go. `reps`: move at a steady pace. `time`: an activity such as a walk, for some time. `open`: until the person says done
format-exercise-time = how long an activity such as a walk lasts: `"10m"`. What has a time is of `kind = "time"`; it needs neither a figure nor instructions, and its minutes are told
format-exercise-load = which weight or band: `"2 kg"`, `"green band"`. It is said with the dose, kept with each session, and asked about at its end, in case it was another
format-exercise-hold = how long to hold, always for each side
format-exercise-reps = how often, for each side; `"8 to 12"`: eight at least, up to twelve if it goes well, and what was done is told the next time
format-exercise-sets = how many times all of it; `"2 to 3"`: two at least
format-exercise-sides = `none`; `left` or `right`: that side alone; `each`: all repetitions of one side, then all of the other; `alternate`: one, other, one, other. With `kind = "reps"` the sides change with each repetition, at the pace and without a pause
format-exercise-first-side = `left` or `right`: which comes first
format-exercise-prepare = to hear or read how it is done, and to get into position
format-exercise-rest = between repetitions on the same side
format-exercise-switch = to change sides; not between repetitions at a pace
format-exercise-rest-between-sets = between sets
format-exercise-rest-after = before the next exercise; not after the last
format-exercise-pace = how long one repetition of `kind = "reps"` takes
format-exercise-tempo = how a repetition goes, part by part, instead of `pace`: `"2s up, 1s hold, 3s down"`; for breathing `"4s in, 6s out"`. The parts are `up`, `hold`, `down`, `in`, `out` and `rest`, six at most. What has a tempo is of `kind = "reps"`
format-exercise-countdown = how many of the last seconds tick
format-exercise-halfway = `true`: the middle of a hold is sounded
format-exercise-left = what is different for the left side: `{ "{" } reps = 10 { "}" }`, with `hold`, `reps` and `sets`
format-exercise-right = what is different for the right side
format-exercise-cue = words at a moment: see below

format-cue-at = when, counted from the start of each hold
format-cue-say = the words
format-step-from-week = from which week of the programme on
format-step-hold = how long to hold
format-step-reps = how often, for each side
format-step-sets = how many times all of it
format-step-time = how long an activity takes, with `kind = "time"`
format-step-pace = how long one repetition of `kind = "reps"` takes
format-step-tempo = how a repetition goes, part by part
format-step-load = which weight or band
format-step-left = what is different for the left side from then on
format-step-right = what is different for the right side from then on
format-group-name = what the person reads, and what its exercises name as their `group`
format-group-rounds = how often its exercises are done one after the other: a circuit. A round is a set of each, so they have no `sets` of their own. `"2 to 3"`: two at least
format-group-rest-between-rounds = between rounds; between two exercises there are `rest_after` and `prepare`, as always
format-group-choose = how many of its exercises a session has: the person chooses which

# What counts where a key is left out.
format-without-side = as the exercise
format-without-file-name = made from the file’s name
format-without-name = made from the name
format-without-use = must be there, unless `use` names an exercise
format-without-times = as often as `at` names times, or once
format-without-limit = no limit
format-without-days = every day
format-without-afterwards = to ask you how to go on
format-without-schedule = as in `[schedule]`
format-without-from-week = the first one
format-without-until-week = the last one
format-without-first-day = the day of the first session
format-without-end = no end
format-without-step = as before
format-without-choose = all of them
format-without-at = any time
format-without-pain = no limit of your own
format-without-advice = the general advice alone
format-without-warning = a warning
format-without-image = a warning, unless there is a `figure`
format-without-figure = a warning, unless there is an `image`
format-without-halfway = `true` for holds of 20 s and longer
format-without-prepare = as long as the words before the exercise take to say, from `"10s"` to `"1m"`; at least `"20s"` after lying down or to lie down, `"15s"` between sitting and standing
format-without-switch = `"5s"`; the first time as long as the words for the other side take to say, up to `"1m"`
