# What is different in a new version of a routine: a sentence for each change.

change-label = { $key ->
    [routine_title] title
    [routine_summary] summary
    [routine_language] language
    [routine_tags] tags
    [author_name] author’s name
    [author_role] author’s profession
    [author_clinic] clinic
    [author_contact] contact
    [schedule_times-per-day] times a day
    [schedule_max-per-day] at most a day
    [schedule_days] days
    [schedule_days-per-week] days a week
    [schedule_days-between] days between
    [schedule_first-day] first day
    [schedule_weeks] weeks
    [schedule_last-day] last day
    [schedule_at] times of day
    [schedule_review-on] review on
    [safety_pain-limit] pain limit
    [safety_stop-if] when to stop
    [safety_not-if] when not to begin
    [exercise_figure] figure
    [exercise_position] position
    [exercise_equipment] equipment
    [exercise_regions] what it is for
    [exercise_instructions] instructions
    [exercise_feel-it-in] where to feel it
    [exercise_caution] what to mind
    [exercise_clinician-note] note for this person
    [exercise_easier] easier way
    [exercise_harder] harder way
    [exercise_optional] optional
    [exercise_source] source
    [exercise_image] picture
    [exercise_image-alt] picture in words
    [exercise_say] words in the first hold
    [exercise_kind] kind
    [exercise_hold] hold
    [exercise_reps] repetitions
    [exercise_sets] sets
    [exercise_sides] sides
    [exercise_first-side] first side
    [exercise_prepare] getting ready
    [exercise_rest] rest between
    [exercise_switch] changing sides
    [exercise_rest-between-sets] rest between sets
    [exercise_rest-after] rest after
    [exercise_pace] one repetition
    [exercise_tempo] tempo
    [exercise_load] load
    [exercise_countdown] seconds that tick
    [exercise_halfway] sound halfway
    [exercise_cue] words at a moment
    [exercise_step] dose from week to week
    [exercise_rhythm] its own days
   *[other] { $key }
}

# A word that a file chooses from.
change-word = { $key ->
    [kind-hold] holds
    [kind-reps] repetitions at a pace
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
change-value = { $field } { $before } to { $after }
change-value-added = { $field } now { $after }
change-value-removed = { $field } { $before } no longer
change-text = { $field } changed
change-text-added = { $field } added
change-text-removed = { $field } removed
change-item-added = { $field }: “{ $item }” added
change-item-removed = { $field }: “{ $item }” removed
