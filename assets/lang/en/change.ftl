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
change-added = { $exercise } is new.
change-removed = { $exercise } is no longer there.
change-moved = { $exercise } is done at another point.
change-renamed = “{ $before }” is now called “{ $exercise }”.
change-value = { $key ->
    [schedule-review-on] you see each other on { $after }, before on { $before }
    [schedule-times-per-day] { $after ->
        [1] once a day now, before { $before } times
       *[other] { $after } times a day now, before { $before }
    }
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
    [exercise-load] do it with { $after } now, before with { $before }
    [exercise-rest] rest for { $after } between now, before for { $before }
    [safety-pain-limit] stop when pain goes above { $after } out of 10 now, before above { $before }
   *[other] { $field } now { $after }, before { $before }
}
change-value-added = { $key ->
    [schedule-review-on] you see each other on { $after }
    [exercise-load] do it with { $after } now
    [safety-pain-limit] stop when pain goes above { $after } out of 10 now
   *[other] { $field } now { $after }
}
change-value-removed = { $key ->
    [schedule-review-on] you no longer see each other on { $before }
    [exercise-load] do it without { $before } now
    [safety-pain-limit] there is no pain limit any more, before it was { $before } out of 10
   *[other] { $field } { $before } no longer
}
change-from-week = { $dose } from week { $week }
change-part = { $field } { $value }
change-text = { $field } changed
# $text is what it says now.
change-text-says = { $key ->
    [exercise-easier] the easier way is another now: { $text }
    [exercise-harder] the harder way is another now: { $text }
    [exercise-caution] take care of something else now: { $text }
   *[other] { $field } now: { $text }
}
change-text-added = { $field } added
change-text-added-says = { $key ->
    [exercise-easier] there is an easier way now: { $text }
    [exercise-harder] there is a harder way now: { $text }
    [exercise-caution] take care now: { $text }
   *[other] { $field } now: { $text }
}
change-text-removed = { $field } removed
change-item-added = { $field }: “{ $item }” added
change-item-removed = { $field }: “{ $item }” removed
