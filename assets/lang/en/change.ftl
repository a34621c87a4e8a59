# What is different in a new version of a routine: a sentence for each change.

change-label = { $key ->
    [routine-title] title
    [routine-summary] summary
    [routine-language] language
    [routine-tags] tags
    [author-name] author’s name
    [author-role] author’s profession
    [author-clinic] clinic
    [author-contact] contact
    [schedule-times-per-day] times a day
    [schedule-max-per-day] at most a day
    [schedule-days] days
    [schedule-days-per-week] days a week
    [schedule-days-between] days between
    [schedule-first-day] first day
    [schedule-weeks] weeks
    [schedule-last-day] last day
    [schedule-afterwards] afterwards
    [schedule-at] times of day
    [schedule-review-on] review
    [safety-pain-limit] pain limit
    [safety-stop-if] when to stop
    [safety-not-if] when not to begin
    [exercise-figure] figure
    [exercise-position] position
    [exercise-equipment] equipment
    [exercise-regions] what it is for
    [exercise-instructions] instructions
    [exercise-feel-it-in] where to feel it
    [exercise-caution] what to mind
    [exercise-clinician-note] note for this person
    [exercise-easier] easier way
    [exercise-harder] harder way
    [exercise-optional] optional
    [exercise-group] group
    [group-rounds] rounds
    [group-rest-between-rounds] rest between rounds
    [group-choose] exercises to choose
    [exercise-from-week] first week
    [exercise-until-week] last week
    [exercise-source] source
    [exercise-image] picture
    [exercise-image-alt] picture in words
    [exercise-say] words in the first hold
    [exercise-kind] kind
    [exercise-time] time
    [exercise-left] dose of the left side
    [exercise-right] dose of the right side
    [exercise-hold] hold
    [exercise-reps] repetitions
    [exercise-sets] sets
    [exercise-sides] sides
    [exercise-first-side] first side
    [exercise-prepare] getting ready
    [exercise-rest] rest between
    [exercise-switch] changing sides
    [exercise-rest-between-sets] rest between sets
    [exercise-rest-after] rest after
    [exercise-pace] one repetition
    [exercise-tempo] tempo
    [exercise-load] load
    [exercise-countdown] seconds that tick
    [exercise-halfway] sound halfway
    [exercise-cue] words at a moment
    [exercise-step] dose from week to week
    [exercise-rhythm] its own days
   *[other] { $key }
}

# A word that a file chooses from.
change-word = { $key ->
    [kind-hold] holds
    [kind-reps] repetitions at a pace
    [kind-time] for some time
    [kind-open] until done
    [sides-none] no sides
    [sides-left] left
    [sides-right] right
    [sides-each] one side, then the other
    [sides-alternate] sides in turn
    [side-left] left
    [side-right] right
    [position-floor] on the floor
    [position-seated] seated
    [position-standing] standing
    [way-up] up
    [way-hold] hold
    [way-down] down
    [way-in] breathe in
    [way-out] breathe out
    [way-rest] let go
    [yes] yes
    [no] no
    [day-1] Monday
    [day-2] Tuesday
    [day-3] Wednesday
    [day-4] Thursday
    [day-5] Friday
    [day-6] Saturday
    [day-7] Sunday
    [every-day] every day
   *[other] { $key }
}

change-in-exercise = { $exercise }: { $change }
change-added = { $exercise } is new
change-removed = { $exercise } is no longer there
change-moved = { $exercise } is done at another point
change-renamed = “{ $before }” is now called “{ $exercise }”
change-value = { $key ->
    [routine-title] it is called “{ $after }” now, before “{ $before }”
    [author-name] it is from { $after } now, before from { $before }
    [schedule-review-on] you see each other on { $after }, before on { $before }
    [schedule-times-per-day] { $after ->
        [1] once a day now, before { $before } times
       *[other] { $after } times a day now, before { $before }
    }
    [schedule-max-per-day] { $after ->
        [1] at most once a day now, before at most { $before } times
       *[other] at most { $after } times a day now, before at most { $before }
    }
    [schedule-days] its days are { $after } now, before { $before }
    [schedule-days-per-week] { $after ->
        [1] on one day a week now, before on { $before }
       *[other] on { $after } days a week now, before on { $before }
    }
    [schedule-days-between] { $after ->
        [1] leave one day between now, before { $before }
       *[other] leave { $after } days between now, before { $before }
    }
    [schedule-at] do it at { $after } now, before at { $before }
    [schedule-first-day] it begins on { $after } now, before on { $before }
    [schedule-last-day] it ends on { $after } now, before on { $before }
    [schedule-weeks] { $after ->
        [1] it goes on for one week now, before for { $before }
       *[other] it goes on for { $after } weeks now, before for { $before }
    }
    [exercise-position] do it { $after } now, before { $before }
    [exercise-hold] hold for { $after } now, before for { $before }
    [exercise-time] go on for { $after } now, before for { $before }
    [exercise-reps] { $after ->
        [1] do it once now, before { $before } times
       *[other] do it { $after } times now, before { $before }
    }
    [exercise-sets] { $after ->
        [1] one set now, before { $before }
       *[other] { $after } sets now, before { $before }
    }
    [exercise-left] on the left { $after } now, before { $before }
    [exercise-right] on the right { $after } now, before { $before }
    [exercise-first-side] begin on the { $after } now, before on the { $before }
    [exercise-load] do it with { $after } now, before with { $before }
    [exercise-pace] take { $after } for each now, before { $before }
    [exercise-tempo] its tempo is { $after } now, before { $before }
    [exercise-prepare] there are { $after } to get ready now, before { $before }
    [exercise-switch] there are { $after } to change sides now, before { $before }
    [exercise-rest] rest for { $after } between now, before for { $before }
    [exercise-rest-between-sets] rest for { $after } between sets now, before for { $before }
    [exercise-rest-after] rest for { $after } after it now, before for { $before }
    [exercise-countdown] the last { $after } seconds tick now, before { $before }
    [exercise-step] its dose is { $after } now, before { $before }
    [exercise-rhythm] it has days of its own, { $after } now, before { $before }
    [exercise-from-week] it begins in week { $after } now, before in week { $before }
    [exercise-until-week] it ends with week { $after } now, before with week { $before }
    [exercise-group] it belongs to “{ $after }” now, before to “{ $before }”
    [group-rounds] { $after ->
        [1] one round now, before { $before }
       *[other] { $after } rounds now, before { $before }
    }
    [group-rest-between-rounds] rest for { $after } between rounds now, before for { $before }
    [group-choose] { $after ->
        [1] choose one of them now, before { $before }
       *[other] choose { $after } of them now, before { $before }
    }
    [safety-pain-limit] stop when pain goes above { $after } out of 10 now, before above { $before }
   *[other] { $field }: { $after } now, before { $before }
}
change-value-added = { $key ->
    [author-name] it is from { $after } now
    [schedule-review-on] you see each other on { $after }
    [schedule-max-per-day] { $after ->
        [1] at most once a day now
       *[other] at most { $after } times a day now
    }
    [schedule-days-per-week] { $after ->
        [1] on one day a week now
       *[other] on { $after } days a week now
    }
    [schedule-days-between] { $after ->
        [1] leave one day between now
       *[other] leave { $after } days between now
    }
    [schedule-at] do it at { $after } now
    [schedule-first-day] it begins on { $after }
    [schedule-last-day] it ends on { $after }
    [schedule-weeks] { $after ->
        [1] it goes on for one week
       *[other] it goes on for { $after } weeks
    }
    [exercise-position] do it { $after }
    [exercise-hold] hold for { $after } now
    [exercise-time] go on for { $after } now
    [exercise-reps] { $after ->
        [1] do it once now
       *[other] do it { $after } times now
    }
    [exercise-left] on the left { $after } now
    [exercise-right] on the right { $after } now
    [exercise-load] do it with { $after } now
    [exercise-pace] take { $after } for each now
    [exercise-tempo] its tempo is { $after } now
    [exercise-step] its dose changes: { $after }
    [exercise-rhythm] it has days of its own now: { $after }
    [exercise-from-week] it begins in week { $after } now
    [exercise-until-week] it ends with week { $after } now
    [exercise-group] it belongs to “{ $after }” now
    [group-choose] { $after ->
        [1] choose one of them now
       *[other] choose { $after } of them now
    }
    [safety-pain-limit] stop when pain goes above { $after } out of 10 now
   *[other] { $field }: { $after } now
}
change-value-removed = { $key ->
    [schedule-review-on] you no longer see each other on { $before }
    [schedule-max-per-day] the most a day is no longer set, before { $before }
    [schedule-days-per-week] there is no number of days a week any more, before it was { $before }
    [schedule-days-between] no days have to be between any more, before { $before }
    [schedule-at] there are no times of day any more, before { $before }
    [schedule-weeks] there is no number of weeks any more, before it was { $before }
    [exercise-tempo] there is no tempo any more, before { $before }
    [exercise-load] do it without { $before } now
    [exercise-step] its dose stays the same now, before { $before }
    [exercise-rhythm] it has no days of its own any more, before { $before }
    [exercise-left] the left has no dose of its own any more, before { $before }
    [exercise-right] the right has no dose of its own any more, before { $before }
    [exercise-group] it no longer belongs to “{ $before }”
    [safety-pain-limit] there is no pain limit any more, before it was { $before } out of 10
   *[other] no { $field } any more, before { $before }
}
change-from-week = { $dose } from week { $week }
change-part = { $field } { $value }
change-text = { $key ->
    [exercise-instructions] the instructions are others now
    [exercise-figure] the figure is another now
    [exercise-image] the picture is another now
    [exercise-cue] the words at a moment are others now
    [exercise-regions] what it is for is something else now
   *[other] { $field }: another now
}
# $text is what it says now.
change-text-says = { $key ->
    [exercise-easier] the easier way is another now: { $text }
    [exercise-harder] the harder way is another now: { $text }
    [exercise-caution] take care of something else now: { $text }
   *[other] { $field } now: { $text }
}
change-text-added = { $key ->
    [exercise-instructions] there are instructions now
    [exercise-figure] there is a figure now
    [exercise-image] there is a picture now
    [exercise-cue] there are words at a moment now
    [exercise-regions] it says what it is for now
   *[other] { $field }: there is one now
}
change-text-added-says = { $key ->
    [exercise-easier] there is an easier way now: { $text }
    [exercise-harder] there is a harder way now: { $text }
    [exercise-caution] take care now: { $text }
   *[other] { $field } now: { $text }
}
change-text-removed = no { $field } any more
change-item-added = { $key ->
    [safety-stop-if] stop for “{ $item }” as well
    [safety-not-if] don’t begin with “{ $item }” either
    [exercise-equipment] you need “{ $item }” now
   *[other] { $field }: “{ $item }” is new
}
change-item-removed = { $key ->
    [exercise-equipment] you no longer need “{ $item }”
   *[other] { $field }: “{ $item }” is no longer there
}

# The same where nobody knows which version is the later, or the file’s is the earlier one: what stands in the file,
# and what in the person’s own.
beside-field = { $field }: { $change }
beside-added = { $exercise } is only in this file
beside-removed = { $exercise } is only in yours
beside-moved = { $exercise } comes at another point than in yours
beside-renamed = “{ $exercise }” is called “{ $before }” in yours
beside-value = { $after } in this file; { $before } in yours
beside-value-added = { $after } in this file; nothing in yours
beside-value-removed = nothing in this file; { $before } in yours
beside-text = not the same in this file as in yours
beside-text-says = this file says “{ $text }”
beside-text-added = only in this file
beside-text-removed = only in yours
beside-item-added = “{ $item }” only in this file
beside-item-removed = “{ $item }” only in yours
