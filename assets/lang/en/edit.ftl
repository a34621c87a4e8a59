# What was done in the editor, and why something could not be.

# What a field is called, in the editor and where a change of it is told.
edit-label = { $key ->
    [routine-format] Format
    [routine-title] Title
    [routine-id] Id
    [routine-revision] Revision
    [routine-summary] Summary
    [routine-language] Language
    [routine-updated] Last changed
    [routine-tags] Tags
    [routine-author] Author
    [routine-schedule] Schedule
    [routine-safety] When to stop
    [routine-defaults] For all exercises
    [routine-group] Groups
    [routine-exercise] Exercises
    [routine-figure] Figures
    [author-name] Your name
    [author-role] Profession
    [author-clinic] Clinic
    [author-contact] Contact
    [schedule-times-per-day] Times a day
    [schedule-max-per-day] At most a day
    [schedule-days] Days
    [schedule-days-per-week] Days a week
    [schedule-days-between] Days between
    [schedule-first-day] First day
    [schedule-weeks] Weeks
    [schedule-last-day] Last day
    [schedule-afterwards] Afterwards
    [schedule-at] Times of day
    [schedule-review-on] Review on
    [safety-pain-limit] Pain limit
    [safety-stop-if] Stop if
    [safety-not-if] Do not begin if
    [exercise-name] Name
    [exercise-id] Id
    [exercise-use] Taken from
    [exercise-position] Position
    [exercise-equipment] Equipment
    [exercise-regions] For
    [exercise-instructions] Instructions
    [exercise-feel-it-in] Feel it in
    [exercise-caution] Take care
    [exercise-clinician-note] Note for this person
    [exercise-easier] Easier way
    [exercise-harder] Harder way
    [exercise-optional] Optional
    [exercise-group] Group
    [exercise-source] Source
    [exercise-image] Picture
    [exercise-image-alt] The picture in words
    [exercise-figure] Figure
    [exercise-say] Said in the first hold
    [exercise-kind] Kind
    [exercise-time] Time
    [exercise-left] Left side
    [exercise-right] Right side
    [exercise-hold] Hold
    [exercise-reps] Repetitions
    [exercise-sets] Sets
    [exercise-sides] Sides
    [exercise-first-side] First side
    [exercise-prepare] Getting ready
    [exercise-rest] Rest between
    [exercise-switch] Changing sides
    [exercise-rest-between-sets] Rest between sets
    [exercise-rest-after] Rest after
    [exercise-pace] Each one takes
    [exercise-countdown] Seconds that tick
    [exercise-halfway] Sound halfway
    [exercise-cue] Words at a moment
    [exercise-times-per-day] Times a day
    [exercise-days] Days
    [exercise-days-per-week] Days a week
    [exercise-days-between] Days between
    [exercise-from-week] From week
    [exercise-until-week] Until week
    [exercise-step] From week to week
    [exercise-tempo] Tempo
    [exercise-load] Weight or band
    [step-from-week] From week
    [step-hold] Hold
    [step-reps] Repetitions
    [step-sets] Sets
    [step-time] Time
    [step-pace] Each one takes
    [step-tempo] Tempo
    [step-load] Weight or band
    [step-left] Left side
    [step-right] Right side
    [group-name] Name
    [group-rounds] Rounds
    [group-rest-between-rounds] Rest between rounds
    [group-choose] To choose
    [cue-at] At
    [cue-say] Words
   *[other] { $key }
}

# An exercise, as it is named in what was done.
edit-exercise-named = { $name }
edit-exercise-numbered = exercise { $number }

edit-field = { $field }
edit-in-exercise = { $exercise }: { $edit }
edit-add = Add an exercise
edit-add-library = Add an exercise from the library
edit-duplicate = Copy { $exercise }
edit-remove = Remove { $exercise }
edit-move = Move { $exercise }
edit-text = The text

edit-refused-unreadable = A line of this file breaks the grammar. Mend it in the text first.
edit-refused-not-there = This is not in the file any more.
edit-refused-by-hand = The file writes this in a way that only a text editor can change.

edit-draft-failed = Unsaved changes can’t be kept as a draft: { $reason }
edit-draft-unread = The draft can’t be read: { $reason }
edit-no-text = This file is no text, so that it can’t be edited.
