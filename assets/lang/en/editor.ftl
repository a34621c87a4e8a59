# Writing a prescription: picking exercises, and the editor.

## Picking exercises

pick-title = Add exercises
pick-for = to { $title }
pick-back = Back to the routine
pick-back-to-all = Back to all exercises
pick-search = Search exercises
pick-search-hint = Search
pick-region = Body region
pick-position = Position
pick-with = With
pick-with-nothing = nothing
pick-with-mat = mat
pick-with-chair = chair
pick-with-wall = wall
pick-with-towel = towel
pick-with-band = band
pick-with-step = step
pick-with-table = table
pick-with-stick = stick
pick-with-weight = weight
pick-with-pillow = pillow
pick-clear = Clear all filters
pick-show-filters = Show filters
pick-hide-filters = Hide filters
pick-found = { $found } of { $of } exercises
pick-filtered = filtered: { $by }
pick-none = Nothing is found. Try another word, or take away a filter.
pick-look = { $name }: { $dose }
pick-take = Choose { $name }
pick-take-in = Choose
pick-take-out = Take out again
pick-close = Close
pick-close-name = Close the preview
pick-chosen = Chosen
pick-chosen-count = { $count ->
    [one] 1 exercise
   *[other] { $count }, in this order
}
pick-out = Take { $name } out again
pick-move-keys = Alt ← →
pick-add = Add { $count }
editor-minutes = { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
editor-place = { $name }, { $number } of { $of }

## Choosing a figure

figures-title = Choose a figure
figures-for = for { $name }

## The editor

editor-back = Leave the editor
editor-untitled = A new routine
editor-no-changes = Nothing to save
editor-saved = Saved as { $file }
editor-changes = { $count ->
    [0] Not saved yet
    [one] 1 change
   *[other] { $count } changes
}
editor-changes-kept = { editor-changes }, kept as a draft at { $time }
editor-undo = Undo
editor-redo = Redo
editor-save = Save
editor-pages = What is shown
editor-page-parts = Exercises
editor-page-fields = Fields
editor-page-seen = Preview
editor-exercises = Exercises
editor-count = { $count ->
    [one] 1 exercise
   *[other] { $count } exercises
}
editor-about = about { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
editor-add = Add exercises
editor-add-own = One of your own
editor-own-name = New exercise
editor-move-hint = Drag to move one, or press Alt ↑ and Alt ↓.
editor-move-keys = Alt ↑, Alt ↓
editor-mistakes = { $count ->
    [one] 1 mistake to fix
   *[other] { $count } mistakes to fix
}
editor-hints = { $count ->
    [one] 1 hint
   *[other] { $count } hints
}
editor-part-routine = About this routine
editor-part-schedule = Schedule
editor-part-safety = When to stop
editor-part-author = Author
editor-part-defaults = For every exercise
editor-defaults-hint = What counts for every exercise that does not say otherwise.
editor-signs = { $count ->
    [one] 1 sign
   *[other] { $count } signs
}
editor-limit = limit { $limit }
editor-no-exercise = There is no exercise yet. Add some from the library, or one of your own.
editor-number = Exercise { $number } of { $of }
editor-up = Move { $name } up
editor-down = Move { $name } down
editor-duplicate = Duplicate { $name }
editor-remove = Remove { $name }
editor-more = More
editor-more-names = { $more ->
    [0] { $names }
   *[other] { $names } and { $more } more
}
editor-less = Less
editor-as-text = The text of the file
editor-as-text-why = A line of it can’t be read, so that its fields have no place. Mend it here, and they come back.
editor-as-text-good = It can be read again. Once you leave the text, its fields come back.
editor-as-text-back = Back to the fields
editor-text = Text
editor-mend = Did you mean { $value }?
editor-shown-by = Figure or picture
editor-figure = Figure
editor-picture = Picture
editor-picture-own = Own picture
editor-picture-choose = Choose a picture
editor-picture-hint = Choose a PNG or JPEG, drop it on the window, or paste its path.
editor-picture-no-dialog = This desktop has no window to choose a file in. Drop the picture here, or paste its path.
editor-picture-copy = Copy this picture beside the routine
editor-picture-pasted = Enter copies it: a picture that lies beside the routine goes along with it.
editor-picture-homeless = The picture lies at { $picture } now, but the exercise it was for is no longer there.
editor-pictures-left = { $count ->
    [one] A picture could not be copied along, { $pictures }. { $reason }
   *[other] Pictures could not be copied along, { $pictures }. { $reason }
}
editor-line = Line { $line }: { $what }
editor-one-a-line = one a line
editor-figure-choose = Choose a figure
editor-figure-change = Another figure
editor-figure-name = { $field } { $figure }
editor-figure-none = Take the figure out
editor-cue-add = Words at a moment
editor-cue-more = More words
editor-step-add = Another dose from a week on
editor-step-remove = Take out change { $number }
editor-group-add = Another group
editor-group-remove = Take out group { $number }
editor-group-new = Group { $number }
editor-group-none = None
editor-group-hint = There is no group yet. Add one under “About this routine”.
editor-as-usual = as usual
editor-cue-remove = Remove words { $number }
editor-cue-field = { $field }, words { $number }
editor-own-figures-none = none

editor-word-none = no sides
editor-word-left = left
editor-word-right = right
editor-word-each = each
editor-word-alternate = in turn
editor-word-hold = hold
editor-word-reps = repetitions
editor-word-time = time
editor-word-open = until done
editor-word-mon = Mon
editor-word-tue = Tue
editor-word-wed = Wed
editor-word-thu = Thu
editor-word-fri = Fri
editor-word-sat = Sat
editor-word-sun = Sun

## As the patient sees it

editor-seen = As the patient sees it
editor-seen-without = Shown without what has mistakes.
editor-seen-as-before = Shown as it was before the mistake.
editor-nothing-seen = Choose an exercise to see it as the patient will.
editor-session = The whole session
editor-length = this exercise { $own } of { $all }
editor-try = Try it from here
editor-try-fast = Run through fast
editor-try-hint = Not recorded. Fast is sixty times as fast, and silent.
editor-try-mend = Once the mistakes are fixed it can be tried.
editor-before = Before you hand it out
editor-hand-out-mend = Fix the mistakes first.
editor-hand-out-save = Asks to save first.
editor-all-well = Nothing to fix.
editor-wrong-in = { $name }: { $what }

## What is asked

editor-leave-title = Leave without saving?
editor-leave-about = “{ $title }” has changes that are not saved.
editor-leave-save = Save and leave
editor-leave-discard = Leave without saving
editor-leave-stay = Go on editing
editor-save-title = Save “{ $title }”
editor-save-changes = What changed
editor-save-mistakes = It has mistakes. Once it is saved so, it can’t be used until they are fixed.
editor-count-up = Count the revision up, so that the change is noticed
editor-changed-title = Somebody else changed this file
editor-changed-about = It was changed on the disk while you had it open. Nothing is overwritten.
editor-changed-theirs = What is in the file now
editor-changed-own = What you changed
editor-changed-hint = What is taken from the file can be undone here.
editor-changed-copy = Save mine as a copy
editor-changed-take = Take the file’s
editor-new = New routine
editor-edit = Edit
editor-edit-name = Edit { $title }
editor-edit-copy = Edit a copy
editor-edit-copy-name = Edit a copy of { $title }
editor-duplicate-routine = Duplicate
editor-duplicate-routine-name = Duplicate { $title }

keys-editor-save = save
keys-editor-undo = undo
keys-editor-redo = redo
keys-editor-move = move the exercise up or down
keys-editor-duplicate = duplicate the exercise
keys-editor-fields = from the list to the dose
keys-editor-panes = to the next part of the editor
keys-editor-back = back to the list, and then out
keys-editor-search = search the exercises
keys-editor-add = add the chosen exercises
editor-changed-both = Take both
editor-gone-title = The file is not there any more
editor-gone-about = It was moved or deleted while you had it open. What you have here is kept.
editor-gone-save = Make it anew
editor-protected-title = This file stays as it is
editor-elsewhere = Another window has unsaved work on this file.
editor-renewed = The file was changed elsewhere, and is shown as it is now.
editor-left-here = Unsaved work on this routine was left. It is on Today, to go on with or to give up.
editor-left = Unsaved work on “{ $title }” was left.
editor-left-go-on = Go on with it
editor-left-go-on-name = Go on with “{ $title }”, { $when }
editor-left-drop = Give it up
editor-left-drop-name = Give up the unsaved work on “{ $title }”, { $when }
editor-left-ask = Give up the unsaved work on “{ $title }”? It is then gone.
editor-left-keep = Keep it
editor-left-keep-name = Keep the unsaved work on “{ $title }”, { $when }
editor-save-now = Save now

## The system’s dialog for choosing a file

file-dialog-picture = Choose a picture
file-dialog-pictures = Pictures (PNG, JPEG)
file-dialog-routine = Open a routine
file-dialog-routines = Routine files and photos of a code
