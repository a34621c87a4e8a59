# What can be wrong with a routine file, and how to fix it. The names without `check-` are the codes
# that `supple check --format json` gives, so a name never changes.

check-error = error
check-warning = warning
check-help = help
check-more = { $count ->
    [one] One more is not shown. It will be once some of these are fixed.
   *[other] { $count } more are not shown. They will be once some of these are fixed.
}
check-may-hide-more = Some lines could not be read, so there may be more to fix after these.
check-summary-good = { $path }: no mistakes
check-summary-warnings = { $path }: { $warnings ->
    [one] no mistakes, 1 warning
   *[other] no mistakes, { $warnings } warnings
}
check-summary-errors = { $path }: { $errors ->
    [one] 1 mistake to fix
   *[other] { $errors } mistakes to fix
}
check-summary-all = { $files ->
    [one] 1 routine file checked
   *[other] { $files } routine files checked
}: { $errors ->
    [0] { $warnings ->
        [0] no mistakes
        [one] no mistakes, 1 warning
       *[other] no mistakes, { $warnings } warnings
    }
    [one] mistakes to fix in 1 file
   *[other] mistakes to fix in { $errors } files
}
check-length = It takes { $time }.
check-length-open = It takes { $time }, and as long as the person likes for what has no length of its own.

check-too-large = This file is larger than { $limit } KiB, and a routine never needs that much, so it was not read.
check-too-large-help = Check that it is the right file. A long programme is easier to follow as several routines.
check-reader-failed = Supple made a mistake of its own with this file, so the file can’t be used. Everything else goes on.
check-reader-failed-help = Please report it with this file. What was changed last in the file may be what it stumbles over.
check-not-text = This is not UTF-8 text: the byte { $byte } stands where no letter can begin with it.
check-not-text-help = Open the file in a text editor and save it with the encoding UTF-8. If it looks like gibberish there, it is not a routine file.
check-format-missing = The first line has to say which format the file is written in.
check-format-missing-help = Begin the file with: format = 1
check-format-unknown = This version of Supple reads format 1, and the file says { $found }.
check-format-unknown-help = Write format = 1. If the file was made by a newer Supple, update this one.
check-key-unknown = “{ $key }” is not a key that belongs here.
check-key-unknown-help-near = Did you mean “{ $near }”?
check-key-unknown-help-list = Most used here: { $known }. “supple new --reference” explains every key.
check-key-elsewhere-help = “{ $key }” belongs below { $place }.
check-key-at-top-help = “{ $key }” belongs at the top of the file, before the first heading.
check-key-schedule-help = “{ $key }” belongs below [schedule] and counts for the whole routine. Its own days and times_per_day an exercise can have.
check-key-load-help = Write a weight or a band with its unit or its colour: load = "2 kg" or load = "red band".
check-key-tempo-help = Write how long a repetition takes, kind = "reps" and pace = "4s", or how each part of it goes: tempo = "2s up, 1s hold, 3s down".
check-key-in-words-help = The format has no key for this. Write it into the instructions, where the person reads and hears it.
check-key-sound-help = A routine can’t say how it sounds: the person chooses that in Settings. Words that are to be heard go into say = "…" of an exercise, and those for a moment of it below [[exercise.cue]].
check-key-patient-help = A routine names no patient. Leave it out; what is meant for one person goes into clinician_note.
check-key-weekly-help = For any three days of a week write days_per_week = 3, or name the days: days = ["mon", "wed", "fri"]. How often on each of them: times_per_day = 1.
check-key-frequency-help = Say how often a day it is done, times_per_day = 2, and on which days, if not on all: days = ["mon", "wed", "fri"], or days_per_week = 3 for any three. Every other day is days_between = 1. Below [schedule] it counts for the whole routine, below [[exercise]] for this one.
check-key-interval-help = Name below [schedule] how often a day it is done, times_per_day = 8, or the times of day: at = ["08:00", "10:00"].
check-key-length-help = How long a routine takes follows from its exercises: hold = "30s" below [[exercise]]. For how many weeks it is done stands below [schedule]: weeks = 6; and when you want to see the person again: review_on = 2026-12-20.
check-key-time-help = For a stretch that is held, write hold = "30s". For an activity such as a walk, write time = "10m".
check-key-purpose-help = A routine names neither a patient nor a diagnosis. What it is good for can stand in summary = "…" at the top, and in tags = ["…"].
check-key-dose-help = Each part of a dose has a key of its own: sets = 3, and reps = 10 with kind = "reps", or hold = "30s".
check-key-order-help = Exercises are done in the order in which they stand in the file, each below a line [[exercise]]. What belongs together for another time of day makes a routine of its own.
check-key-top-help = What is said of the whole routine stands at the top of the file, without a heading: title = "…".
check-key-span-help = How long a programme lasts stands below [schedule]: weeks = 6, from the first session or from first_day = 2027-01-04, or last_day = 2027-02-14. Another dose from a week on stands below [[exercise.step]]: from_week = 3. The weeks that have an exercise stand below [[exercise]]: from_week = 4, until_week = 8.
check-key-one-side-help = For a dose of its own for a side: left = { "{" } reps = 10 { "}" } and right = { "{" } reps = 6 { "}" }; hold and sets can stand there too.
check-key-side-load-help = A side has no load of its own. Write the exercise twice, once with sides = "left" and once with sides = "right", each with its load.
check-key-group-step-help = A group has its rounds in every week. For other rounds from a week on, write it as two groups with the exercises of each, until_week = 2 in those of the first and from_week = 3 in those of the second. What changes in one exercise stands below it: [[exercise.step]].
check-key-missing = “{ $key }” is missing here.
check-key-missing-help = Add a line: { $key } = …
check-no-exercise = The routine has no exercise.
check-no-exercise-help = Add one at the end: a line [[exercise]], and below it a line name = "…".
check-too-many-exercises = There are { $count } exercises, and { $limit } is the most.
check-too-many-exercises-help = Split the routine into several files.

check-wrong-kind = “{ $key }” takes { $wanted }.
check-kind-text = a text
check-kind-text-help = Put the words between straight quotation marks: { $key } = "…".
check-kind-texts = a list
check-kind-texts-help = Put square brackets around it, with commas between: { $key } = ["…", "…"].
check-kind-whole = a whole number
check-kind-count = a whole number, or two with “to” between them: "8 to 12"
check-kind-whole-help = Write the number in digits, without quotation marks.
check-kind-flag = yes or no
check-kind-flag-help = Write true for yes or false for no, without quotation marks.
check-kind-duration = a length of time
check-kind-date = a date
check-kind-table = a group of keys
check-kind-table-help = Write it as a heading of its own, [{ $key }], with its keys on the lines below.
check-kind-tables = one or more groups of keys
check-kind-tables-help = Write the heading in double square brackets: [[{ $key }]].
check-kind-tables-help-name = Write a line [[{ $key }]], and below it a line name = { $name }.
check-text-empty = “{ $key }” is empty.
check-text-empty-help = Write something between the quotation marks, or leave the line out.
check-text-too-long = “{ $key }” has { $length } characters, and { $limit } is the most.
check-text-too-long-help = Shorten it. Sentences belong in the instructions, each of which can have { $longest } characters.
check-character = This text holds a character that can’t be seen, acts on the screen or paints over other letters ({ $code }).
check-character-help = Delete it and type the words again. Such characters often come along when text is copied from a web page or a PDF.
check-character-help-marks = It is one mark too many on a letter: more would be painted over the lines around it. Delete the marks and type the letter again.
check-right-to-left = This text is written from right to left, which Supple can’t show yet: its words stand in the wrong order on the screen.
check-right-to-left-help = A voice for the language says them in the right order. Whoever reads along needs a routine in another script for now.
check-character-help-line = A text is one line. Put longer instructions into a list, one sentence each.
check-number-range = “{ $key }” takes a whole number from { $least } to { $most }.
check-range-help = Write a value within these limits, or leave the line out.
check-tempo-form = “{ $text }” is not a tempo.
check-tempo-form-help = Write each part of a repetition with its seconds: tempo = "2s up, 1s hold, 3s down", or for breathing tempo = "4s in, 6s out". The parts are up, hold, down, in, out and rest.
check-tempo-order-help = Write what each number is: tempo = { $up-first } where the first is the way up, or tempo = { $down-first } where the first is the way down.
check-duration-form = “{ $text }” is not a length of time.
check-duration-form-help = Write seconds as a number, 20, or with units in quotation marks: "20s", "1m 30s", "1h".
check-duration-fraction = A length of time is in whole seconds: half seconds are not a dose.
check-duration-fraction-help = Round it to whole seconds, for example "20s".
check-duration-range = “{ $key }” takes from { $least } to { $most }.
check-not-one-of = “{ $text }” is not one of the words that “{ $key }” takes.
check-not-one-of-help-near = Did you mean "{ $near }"?
check-not-one-of-help-list = Choose one of: { $choices }.
check-sets-and-reps-help = Write it as two lines: sets = { $sets } and reps = { $reps }.
check-dose-and-sides-help = Write it as two lines: { $key } = { $example } and sides = "{ $sides }".
check-and-sides-help = { $help } And the sides on a line of their own: sides = "{ $sides }".
check-dose-and-times-help = Write { $key } = { $example } here, and how often a day under [schedule]: times_per_day = { $times }.
check-doses-of-sides-help = Write the dose of each side: left = { "{" } { $key } = { $left } { "}" } and right = { "{" } { $key } = { $right } { "}" }.
check-doses-of-sides-help-example = Write the dose of each side, for example left = { "{" } reps = 10 { "}" } and right = { "{" } reps = 6 { "}" }.
check-reps-and-hold-help = Write it as two lines: reps = { $reps } and hold = "{ $hold }".
check-as-many-help = For as many as the person can, write kind = "open" and leave reps out.
check-as-long-help = For as long as the person can, write kind = "open" and leave { $key } out.
check-tempo-help = One number says how long a repetition takes: pace = "{ $seconds }s". For each part of it: tempo = "2s up, 1s hold, 3s down".
check-moment-help = Count from the start of the hold: at = "15s". The middle of a hold is sounded by itself with halfway = true.
check-range-of-numbers-help = Write one number, for example { $key } = { $least }.
check-range-of-lengths-help = A dose is one length of time. Write the one to begin with, { $key } = "{ $least }", and how to go on in harder = "…".
check-breaths-help = A breath has no length of its own. Write seconds, "20s", and how to breathe into the instructions.
check-whole-example-help = Write a whole number in digits, without quotation marks: { $key } = { $example }.
check-pain-in-words-help = Write the most pain that is still all right as a number from 0 for none to 10: pain_limit = 3. A word means another number to everyone.
check-times-in-words-help = Write a number of times, { $key } = 2, or leave the line out.
check-pause-in-words-help = Write about how long it takes, { $key } = "20s", or leave the line out. Anyone can pause for longer or add ten seconds.
check-range-of-pauses-help = Write one length of time: { $key } = "{ $least }".
check-pace-in-words-help = Write how long one repetition takes, there and back: pace = "4s". At the person’s own pace: kind = "open", and leave pace out.
check-both-sides-help = Write sides = "each" for one side after the other, or sides = "none" where both move at once.
check-side-of-the-person-help = A file can’t know which side that is. Write the side of the person whom it is for: { $key } = "left" or { $key } = "right".
check-days-every-help = Leave the line out: without it, every day counts.
check-date-form = This is not a date or a time.
check-date-form-help = Write a date as year-month-day, for example 2026-12-20.
check-date-form-help-near = Write it as year-month-day: { $near }
check-time-form = This is not a time of day.
check-time-form-help = Write hours and minutes in quotation marks, for example "08:00" or "19:30".
check-language-form = “{ $text }” is not a language tag.
check-language-form-help = Use the short name, for example "en" for English, "de" for German or "pt-BR" for Brazilian Portuguese.
check-id-form = “{ $text }” can’t be an id: only letters, digits and hyphens can be in one.
check-id-form-help = Write it like this: "knee-to-chest". Or leave the line out, and an id is made for you.
check-link-form = This is not an https address that can be shown safely.
check-link-form-help = Begin the address with https:// and leave out spaces and names before an @. A book or an article can be named in plain words.
check-image-path = This path can’t be used: an image is a PNG or JPEG beside this file or in a folder below it.
check-image-path-help = Write the path from this file, with forward slashes and without ./ or ../, for example "pictures/knee.png".
check-image-absent = There is no image at this place.
check-image-absent-help = Put the image there, or correct the path. Capital and small letters count.
check-image-outside = A link leads this path out of the file’s own folder.
check-image-outside-help = Copy the image itself into the folder.
check-image-bytes = This image is larger than 8 MiB.
check-image-pixels = This image has more than 4,096 pixels on a side.
check-image-memory = This JPEG is saved in passes (“progressive”), and too large for that: it would take more than 64 MiB of memory to show.
check-image-memory-help = Save it without “progressive”, or as a smaller copy; 1,600 pixels on a side are plenty.
check-image-all = This image and those before it in the file are too much together: more than 128 MiB, or than 480 million pixels.
check-image-size-help = Save a smaller copy; 1,600 pixels on a side are plenty.
check-image-undecodable = This is not a PNG or JPEG, or it is damaged.
check-image-undecodable-help = Open it in a picture program and save it again as PNG or JPEG.
check-image-unreadable = The image is there, and the system does not let Supple read it.
check-id-twice = The id “{ $id }” is used by an exercise further up.
check-id-twice-help = Give each exercise an id of its own, or leave the line out.
check-exercise-unknown = There is no exercise called “{ $id }” in Supple, and none above in this file.
check-exercise-unknown-help = “supple exercises” lists those that there are. One of this file can be used again below where it is written out with its id. Leave the line out to describe one of your own.
check-two-alphabets = “{ $word }” has letters of another alphabet that look like Latin ones, such as a Cyrillic “а”.
check-two-alphabets-help = Type it again on your own keyboard, instead of copying it.
check-exercise-of-both = One of Supple’s exercises and one that this file describes itself are called “{ $id }”.
check-exercise-of-both-help-own = The file’s own is meant here, since it is above. Give it another id if Supple’s is meant, or to make it plain.
check-exercise-of-both-help-library = Supple’s is meant here, since the file’s own is further down. Give that one another id to make it plain.
check-exercise-language = Supple’s exercises have no words in “{ $tag }”: this one is shown and said in English.
check-exercise-language-help = Write its name, instructions and caution in your language below it.
check-figure-unknown = There is no figure called “{ $name }”.
check-figure-unknown-help = Name one that comes with Supple or one of this file’s own, as in [figure.{ $name }], or leave the line out. “supple figure --gallery -o figures.html” draws all that come with Supple.
check-figure-too-many-own = There are { $count } figures, and { $limit } is the most.
check-figure-name = “{ $text }” can’t be the name of a figure: only letters, digits and hyphens can be in one.
check-figure-too-large = This figure is larger than { $limit } KiB, and a figure never needs that much.
check-figure-wrong-kind = This takes { $wanted }.
check-figure-table-help = Write its keys below a heading. A figure of the file’s own begins with a heading like [figure.my-figure]; one that comes with Supple is named below [[exercise]]: figure = "bird-dog".
check-figure-kind-number = a number
check-figure-kind-numbers = a list of { $count } numbers
check-figure-kind-number-or-numbers = a number or a list of { $count } numbers
check-figure-kind-place = a point, [x, y], or a table that says what it lies on
check-figure-word = “{ $text }” is not one of the words that fit here.
check-figure-number-range = This takes a number from { $least } to { $most }.
check-figure-too-many = There are too many here: { $limit } is the most.
check-figure-pose-name = “{ $name }” can’t be the name of a pose: only lower-case letters, digits and hyphens can be in one.
check-figure-pose-absent = The figure has no pose “{ $name }”.
check-figure-prop-absent = There is nothing of the kind “{ $kind }” around the figure.
check-figure-prop-absent-help = Add it: a line [[{ $heading }]], and below it kind = "{ $kind }" with its place. A thing comes before what is fastened to it.
check-figure-prop-held = Nothing can be pinned to “{ $kind }”: it is held, and lies where the hands or feet are.
check-figure-prop-held-help = Pin this to a part of the body, or give the point where it is.
check-figure-part-twice = “{ $part }” is in the order twice.
check-figure-part-missing = “{ $part }” is not in the order.
check-figure-order-help = The order names every part of the body once, by itself or with its limb.
check-figure-frame = The frame is left, low, right and high, in this order: what it shows is at least 0.1 wide and 0.1 high.
check-figure-mixed = “{ $key }” goes with “{ $with }”, not with “{ $not }”.
check-figure-key-help-list = It takes: { $known }. “supple figure --reference” explains every key.
check-figure-knee = A body can hang on its knee from the side only, and with an angle for the right thigh.
check-figure-circle = These limbs are pinned to each other in a circle.
check-figure-circle-help = Give one of them by its angles.
check-figure-reach = In the pose “{ $pose }” the { $limb } misses the place that it is pinned to by { $by }.
check-figure-reach-help = Move the place or the body. A torso is 1 long.
check-figure-floor = In the pose “{ $pose }” the { $part } sinks { $by } below the floor.
check-figure-floor-help = Raise the hip, or change the angles. The floor is at y = 0.
check-times-above-max = { $times } times a day are asked for, and { $max } is the most allowed.
check-times-above-max-help = Lower times_per_day or raise max_per_day.
check-times-differ = { $times ->
    [one] Once a day is asked for
   *[other] { $times } times a day are asked for
}, and “at” names { $named } { $named ->
    [one] time
   *[other] times
}.
check-times-differ-help = Leave times_per_day out: it is then done once for each time that “at” names. Or name as many times as it is to be done.
check-named-twice = One of them stands here twice.
check-named-twice-help = Leave one out, or write the other that you mean.
check-no-day-in-time = None of these days lies between the first and the last day of the programme.
check-no-day-in-time-help = Choose other days, or a longer time.
check-days-twice = “days” names the days, and “{ $key }” leaves them open.
check-days-twice-help = Keep one of the two: days = ["mon", "wed", "fri"] for these days, or days_per_week = 3 for any.
check-days-dont-fit = { $days } days with { $between ->
    [1] a day
   *[other] { $between } days
} between do not fit into every week.
check-days-dont-fit-help = Lower days_per_week or days_between. With a day between, three days fit; with two, two do.
check-ends-twice = “weeks” and “last_day” both say when the programme ends.
check-ends-twice-help = Keep one of the two.
check-ends-before-it-begins = The last day comes before the first.
check-ends-before-it-begins-help = Check the years of both dates, or leave first_day out: the programme then begins with the first session.
check-never-over = “afterwards” is told once the programme is over, and this one has no end.
check-never-over-help = Say how long it lasts, for example weeks = 6, or leave the line out.
check-programme-over = This programme ended on { $date }.
check-programme-over-help = Set a new first_day, weeks or last_day, or leave the end out.
check-week-twice = Two steps begin in week { $week }.
check-week-twice-help = Put both into one [[exercise.step]], or change the week of one.
check-step-changes-nothing = This step says nothing of the dose.
check-step-changes-nothing-help = Add what is another from that week on: sets = 3, reps = 12, hold = "30s" or pace = "5s".
check-weeks-end-first = Its last week, { $until }, comes before its first, { $from }.
check-weeks-end-first-help = Write a later until_week, or leave it out: the exercise is then done to the end.
check-week-after-end = Week { $week } comes after the last one: the programme has { $weeks } { $weeks ->
    [one] week
   *[other] weeks
}.
check-week-after-end-help = Write an earlier week, or a higher number of weeks below [schedule].
check-no-days = “days” names no day.
check-no-days-help = Leave the line out if every day counts, or name the days: days = ["mon", "wed", "fri"].
check-weeks-without-exercise = No exercise is meant for { $count ->
    [one] week { $first }
   *[other] weeks { $first } to { $last }
}.
check-weeks-without-exercise-help = As it is, those of week { $instead } are done then too. Change from_week or until_week so that each week has an exercise.
check-group-unknown = There is no group “{ $name }” in this file.
check-group-unknown-help = Add the lines [[group]] and name = "{ $name }", or leave “group” out.
check-group-twice = Another group is named “{ $name }” too.
check-group-twice-help = Give one of them another name, and name it in its exercises.
check-group-apart = This exercise belongs to “{ $name }”, and others stand between it and the rest of the group.
check-group-apart-help = Move it to the other exercises of the group: they are done one after the other.
check-sets-in-circuit = This exercise is part of a circuit, and each round of it is a set.
check-sets-in-circuit-help = Leave “sets” out here, and say below [[group]] how many rounds there are: rounds = 3. For more in one round, write it in “reps”.
check-rest-in-circuit = “rest_between_sets” does nothing in a circuit.
check-rest-in-circuit-help = The rest between rounds stands below [[group]]: rest_between_rounds = "60s".
check-rest-without-rounds = “rest_between_rounds” does nothing in a group of one round.
check-rest-without-rounds-help = Leave the line out, or say how many rounds there are, for example: rounds = 3.
check-group-empty = No exercise belongs to “{ $name }”.
check-group-empty-help = Add to each of its exercises the line group = "{ $name }".
check-group-of-one = “{ $name }” has rounds and a single exercise.
check-group-of-one-help = Add “group” to the others of the circuit, or leave the group out and write “sets” in the exercise.
check-nothing-to-choose = “choose” is { $choose }, and the group has { $count ->
    [one] { $count } exercise
   *[other] { $count } exercises
}: nothing is left to choose.
check-nothing-to-choose-help = Lower the number, add exercises to the group, or leave “choose” out.
check-side-dose-at-pace = “left” and “right” can have no dose of their own where the sides change with each repetition.
check-side-dose-at-pace-help = Have all repetitions of one side done before the other: sides = "each".
check-cue-after-end = These words are due after { $at }, and the exercise is over after { $end }.
check-cue-after-end-help = Give an earlier moment, counted from the start of the hold.
check-too-many-steps = The routine comes to { $steps } steps, and { $limit } is the most. This exercise has the most of them.
check-too-many-steps-help = Lower its repetitions or sets.
check-too-long = The routine takes { $minutes } minutes, and { $hours } hours is the most. This exercise takes the longest.
check-too-long-help = Shorten it, or lower its repetitions or sets.

check-language-of-words =
    The words of this file are { $words ->
        [de] German
        [el] Greek
        [en] English
        [es] Spanish
        [fi] Finnish
        [fr] French
        [hu] Hungarian
        [it] Italian
        [ja] Japanese
        [ko] Korean
        [nl] Dutch
        [pl] Polish
        [pt] Portuguese
        [sv] Swedish
        [tr] Turkish
        [vi] Vietnamese
       *[other] “{ $words }”
    }, and a voice would read them as { $language ->
        [de] German
        [el] Greek
        [en] English
        [es] Spanish
        [fi] Finnish
        [fr] French
        [hu] Hungarian
        [it] Italian
        [ja] Japanese
        [ko] Korean
        [nl] Dutch
        [pl] Polish
        [pt] Portuguese
        [sv] Swedish
        [tr] Turkish
        [vi] Vietnamese
       *[other] “{ $language }”
    }.
check-language-of-words-help = Say at the top which language they are in: language = "{ $words }"
check-hold-long = A hold of { $length } is unusually long.
check-hold-short = A hold of { $length } is unusually short.
check-hold-help = Most stretches are held for 10 to 60 seconds. If it is meant, leave it. For an activity such as a walk, write time = "10m" instead.
check-pain-limitless = No pain is above 10, so nobody ever passes this limit.
check-pain-limitless-help = Write the most pain that is still all right, such as pain_limit = 3. Without the line the app takes 5.
check-prepare-short = “{ $name }” is told in { $words }, and its prepare is { $length }: the rest is said in the holds.
check-prepare-short-help = Leave the line out, and it is as long as the words; or write prepare = "{ $words }s".
check-sides-forgotten = The other “{ $name }” beside this one says which side it is for, and this one does not.
check-sides-forgotten-help = Add a line: sides = "left", "right", "each" or "alternate".
check-sides-alike = The figure “{ $figure }” shows no side: it looks the same for the left and the right.
check-sides-alike-help = Choose a figure that shows a side, or give your own a line: drawn_for = "left" or "right". If the side does not matter here: sides = "none".
check-position-of-figure = The figure “{ $figure }” shows somebody { $shows ->
    [floor] lying down
   *[standing] on their feet
}, and the position is another one.
check-position-of-figure-help = The time to get ready follows the position. Write position = "{ $shows }", or choose another figure. “supple figure --gallery -o figures.html” draws all that come with Supple.
check-no-instructions = “{ $name }” has no instructions.
check-no-instructions-help = Add a line: instructions = ["…", "…"], one sentence for each step.
check-no-picture = “{ $name }” has no picture.
check-no-picture-help = Add a figure that shows it, figure = "…", or a picture of your own, image = "….png". “supple figure --gallery -o figures.html” draws all figures that come with Supple. If none fits, write figure = "none".
check-switch-short = To tell the other side of “{ $name }” takes { $words }, and its switch is { $length }: the rest is said in the holds.
check-switch-short-help = Leave the line out, and the first change is as long as the words; or write switch = "{ $words }s".
check-pace-too-fast = “{ $text }” takes longer to say than one repetition of { $length }, so it can’t be said.
check-pace-too-fast-help = Say it in fewer words, or put it into the instructions: these are said before the exercise.
check-words-too-long = “{ $text }” takes about { $words } to say, and the hold has { $length } for it before the next sound, so it is left out.
check-words-too-long-help = Say it in fewer words or at a moment with more time, hold longer, or put it into the instructions: these are said before the exercise.
check-review-passed = The review was due on { $date }.
check-review-passed-help = Set a new date once the review is done, or leave the line out.
check-no-effect = “{ $key }” does nothing in an exercise of the kind "{ $kind }".
check-no-effect-help = Leave the line out, or change the kind.
check-no-effect-without-sides = “{ $key }” does nothing in an exercise that does not change sides.
check-no-effect-without-sides-help = Leave the line out, or have both sides done: sides = "each" or "alternate".
check-no-effect-in-one-set = “rest_between_sets” does nothing in an exercise of one set.
check-no-effect-in-one-set-help = Leave the line out, or say how many sets there are, for example: sets = 2.
check-hold-at-the-top-help = For repetitions that are held at the top, write each part: tempo = "2s up, 5s hold, 2s down". Or leave kind out: then each is a hold of its own.
check-no-effect-beside-tempo = “pace” does nothing beside “tempo”, whose parts make the pace.
check-no-effect-beside-tempo-help = Leave the line out.
check-no-effect-at-pace = “switch” does nothing where the sides change with each repetition: the pace goes on from side to side.
check-no-effect-at-pace-help = Leave the line out. If changing sides takes time, give each repetition more of it: pace = "6s".
check-stray-brace = The braces in { $key } name no limb, and are said and shown as they stand.
check-stray-brace-help = Write the words for the left and for the right with a stroke between: {"{"}left|right{"}"}.
check-limbs-without-sides = { $key } has words for each side, and the exercise has no sides.
check-limbs-without-sides-help = Add a line: sides = "each", "left", "right" or "alternate"; or write the text without braces.
check-other-side = “{ $word }” names the other side: this exercise is for sides = "{ $sides }".
check-other-side-help = Correct the word or the line, so that both name the same side. If a limb of the other side only helps, name the one that does the exercise as well.
check-side-of-both = “{ $word }” is said of both sides, and the exercise is done with each of them.
check-side-of-both-help = Write the words for the left and for the right between braces, and each side has its own: { $pair }. For one side alone write sides = "left" or "right".
check-side-in-name = The name says “{ $word }”, and the exercise is done with both sides.
check-side-in-name-help = Leave the side out of the name: the voice and the screen say which one it is. For one side alone write sides = "left" or "right".
check-side-not-written = The name says “{ $word }”, and the exercise says nothing of sides, so that it has none.
check-side-not-written-help = Add a line: sides = "{ $sides }". The voice and the screen say the side, so the name can do without.

check-key-twice = “{ $key }” is written twice in the same place.
check-key-twice-help = Keep one of them. Each exercise begins with a line [[exercise]] of its own.
check-key-form = This can’t be a key.
check-key-form-help = A key is one word in letters, digits and underscores, without quotation marks.
check-space-unusual = This looks like a space and is another character ({ $code }), which a web page, a mail or a word processor puts in. The file needs ordinary spaces here.
check-space-unusual-help = Delete it and type a space. “Replace all” of a text editor mends every other of them in the file as well.
check-equals-missing = A key needs an equals sign and a value.
check-equals-missing-help = Write it like this: title = "Lower back". A remark begins with #.
check-value-missing = The value after the equals sign is missing.
check-value-missing-help = Write the value, or leave the line out.
check-quotes-missing = A text has to stand between straight quotation marks.
check-quotes-missing-help = Write it like this: { $key } = { $example }
check-two-keys = Two keys stand on this line.
check-two-keys-help = Give each key a line of its own, without commas between.
check-curly-quotes = These are typographic quotation marks, which a word processor puts in. The file needs straight ones.
check-curly-quotes-help = Type the quotation marks again in a plain text editor: "…".
check-mark-inside = A quotation mark or an apostrophe inside this text ends it too early.
check-text-unfinished = The quotation mark that ends this text is missing.
check-text-unfinished-help = End it with the same mark that it begins with, on the same line. Inside a text write \" for a quotation mark.
check-backslash = A backslash has a meaning of its own in a text, and not with what follows it here.
check-backslash-help = Write it twice, \\, or use a forward slash in a path. For a letter or a sign type the letter or the sign itself.
check-bracket-missing = A bracket is opened here and not closed.
check-bracket-missing-help = Close it. A heading is [safety] or [[exercise]], a list is ["…", "…"].
check-comma-missing = A comma is missing before this.
check-comma-missing-help = Put a comma between the parts of a list.
check-comma-extra = There is a comma too many here.
check-comma-extra-help = Delete it.
check-number-form = This is not a number as the file needs it.
check-number-form-help = Write plain digits without a zero in front, for example 20.
check-too-deep = There are too many brackets inside each other.
check-too-deep-help = A routine needs one pair around a list.
check-line-end = This line ends in a way that text files don’t.
check-line-end-help = Save the file again with the line endings of this system.
check-syntax = This line could not be understood.
check-syntax-help = Each line is a heading like [[exercise]], a key with its value like hold = "20s", or a remark that begins with #.

error-file-absent = There is no file { $path }.
error-folder-empty = There is no routine file in { $path }. A routine file ends with .toml or .supple.
error-folder-too-much = There is too much in { $path }: more than { $limit } files and folders are not looked through. Give the folder with the routines.
error-file-folder = { $path } is a folder. Give the file in it.
error-file-pipe = { $path } is a pipe or a device. Save the routine in a file, and give that.
error-file-unreadable = { $path } can’t be read: { $reason }
error-choose-unknown = There is no exercise “{ $exercise }” to choose in this routine.
error-choose-several = Several exercises are named “{ $exercise }”. Choose one by its id: { $ids }.
error-choose-too-many = { $count } exercises are named for “{ $group }”, of which { $choose ->
    [one] one is
   *[other] { $choose } are
} meant.
error-id-unknown = There is no routine “{ $id }”. `supple list` shows them all.
error-id-near = There is no routine “{ $id }”. Did you mean “{ $near }”?
find-shipped = { $why } What follows is the routine “{ $id }” that comes with Supple. If you have one of your own with this id, it is not that one.
library-folder-unreadable = Your own routines in { $path } can’t be read: { $reason }
library-folder-silent = The folder { $path } does not answer, so your own routines can’t be read now. Check that its drive or its network is connected.
library-left-out =
    { $files ->
        [one] One of your own routines in { $path } was left out
       *[other] { $files } of your own routines in { $path } were left out
    }, since there are more than Supple reads. Move those that you do not need to another folder.
library-shared-id = The file { $file } has the same id, “{ $id }”. Give one of them another, so that the record can tell them apart.
library-conflict-copy = It was changed in two places at once: a sync program kept the other version as { $file }. Compare the two, keep what is right in this file, and delete the copy.
library-shipped-id = It stands in the place of the routine with the id “{ $id }” that comes with Supple. Give it another id to have both.

list-shipped = comes with Supple
list-minutes = { $minutes } min
list-broken = has mistakes; see them with: supple check { $path }
list-note = { $path }: { $note }

new-written = { $path } is written. Change it in any text editor; see your mistakes with: supple check { $argument }
new-written-with-ending = The name had no ending, so .toml was added: { $path } is written. Change it in any text editor; see your mistakes with: supple check { $argument }
error-new-exists = { $path } is there already, and was left as it is. Give another name.
error-new-no-folder = There is no folder { $path }. Make it first, or give another place.
error-new-folder = { $path } is a folder. Name the file in it, for example { $example }.
error-write = { $path } could not be written. { $reason }

import-new = “{ $title }” is now one of your routines. The file in use from now on is { $path }. Make changes there, or count the revision up and import again: changing the file you gave does nothing.
import-beside = “{ $title }” is now one of your routines, in { $path }. { $other } was left as it is: only a file that writes the same id replaces another. If it is an earlier version, write the same line id = "…" into both and import again, or remove the one you don’t need.
import-same = “{ $title }” is one of your routines already, with the same content. Nothing was changed. The file in use is { $path }.
import-same-shipped = “{ $title }” comes with Supple, the very same. Nothing was copied and nothing was changed.
import-replaced = “{ $title }” has replaced its earlier version in { $path }. The earlier one is kept as { $previous }. Make changes in { $path }, or count the revision up and import again: changing the file you gave does nothing.
import-pictures = “{ $title }” is one of your routines already, with the same content. { $count ->
    [one] One of its pictures was not there, or is another now.
   *[other] { $count } of its pictures were not there, or are others now.
} An earlier picture is kept beside the new one, under a name that ends in .previous-1 or a later number. The file in use is { $path }.
import-exercises = { $count ->
    [one] It has one exercise.
   *[other] It has { $count } exercises.
}
import-renamed = { $count ->
    [one] Its picture { $picture } is called { $kept } there: another routine has a different picture of the same name.
   *[other] { $count } of its pictures have another name there, as { $kept } for { $picture }: another routine has different pictures of the same names.
}
import-asks-older = One of your routines is a newer version. You have { $there }. The file is { $given }.
import-asks-another = One of your routines has the same id and may be another routine. You have { $there }. The file is { $given }.
import-asks-same-name = One of your routines has the same file name and title. You have { $there }. The file is { $given }, with other content.
import-asks-same-version = One of your routines has the same revision and is not the same. You have { $there }. { $different }
import-different = What is different: { $changes }{ $more ->
    [0] .
   *[other] , and { $more } more.
}
import-different-pictures = The file has other pictures.
import-asks-shipped = A routine that comes with Supple has the same id. What comes with Supple is { $there }. The file is { $given }, and would stand in its place. If the file gets another id, you have both.
import-asks-terminal = { $question } Nothing was changed. To replace it, import again with --replace: yours is then kept beside the new one, under a name that ends in .previous-1 or a later number.
import-asks-terminal-shipped = { $question } Nothing was changed. To use the file instead, import it again with --replace. Once you remove it from your routines, the one that comes with Supple is back.
import-version = “{ $title }”, revision { $revision }, { $author }, { $date }
import-version-shipped = “{ $title }”, revision { $revision }
import-version-author = by { $author }
import-version-no-author = without an author
import-version-date = of { $date }
import-version-no-date = without a date
import-refused = The file was not imported, and nothing was changed.
error-import-pictures-alike = The pictures { $other } and { $picture } are different ones, and their names differ in capital letters alone. Many disks can keep only one of them. Give one another name, change its path in the file, and import it again.
error-import-changed = The file has changed since it was shown, or what it would replace has. Look at it as it is now, and add it if it is right.
error-import-picture = The picture { $picture } of another routine, “{ $other }”, would be replaced by a different one. Put the new routine’s pictures into a folder of another name, change their paths in the file, and import it again.
