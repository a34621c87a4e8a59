# The page on which a routine file from elsewhere is shown before it is added.

receive-new = A routine for you, from the file { $file }, { $version }
receive-update = A new version of a routine that you have
receive-older = An older version of a routine that you have
receive-same-version = Not the same as yours, with the same revision number
receive-same = You have this routine already, the same as in { $file }
receive-another = A routine from the file { $file }, in the place of another
receive-version = revision { $revision } of { $date }
receive-as-before = as in revision { $revision }
receive-unnamed = The file doesn’t say who it is from
receive-trust = The file says so, and Supple can’t check it.
receive-trust-unnamed = Supple can’t check where a file comes from.
receive-expected = Add it if you expected it.

receive-how-long = How long
receive-minutes = { $minutes ->
    [one] about a minute
   *[other] about { $minutes } minutes
}
receive-easier = Worth knowing: there is no easier way for { $exercises }. { $count ->
    [one] Leave it out if it hurts.
   *[other] Leave out the one that hurts.
}
receive-ended = Worth knowing: its last day was { $date }. Ask who gave you this routine.
receive-all = See every exercise in full

receive-changes = What changes
receive-differs = What is different
receive-whole = The routine
receive-length-name = Length
receive-length = It takes about { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
} now, before { $before }.
receive-length-beside = About { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
} in this file; { $before } in yours.
receive-stop = When to stop
receive-stop-added = Also with “{ $sign }”.
receive-stop-removed = No longer with “{ $sign }”.
receive-not-if-added = Don’t do it with “{ $sign }” either.
receive-not-if-removed = “{ $sign }” is no longer a reason not to do it.
receive-stays = { $exercises } { $count ->
    [one] stays
   *[other] stay
} the same. Your history goes on.
receive-stays-many = { $count } exercises stay the same. Your history goes on.
receive-stays-all = Nothing changes in what you do. Your history goes on.
receive-stays-history = Your history goes on.

receive-add = Add
receive-try = Try once
receive-not-now = Not now
receive-open = Open it
receive-use = Use revision { $revision }
receive-keep = Keep revision { $revision }
receive-use-instead = Use this one instead
receive-keep-mine = Keep mine
receive-both = Have both
receive-hint-both = With both, this one gets an id of its own.
receive-hint-try = Trying adds nothing and records nothing.
receive-hint-sent = Nothing is sent to anyone.
receive-hint-kept = Your revision { $revision } is kept beside it.
receive-hint-kept-older = If you use this one, your revision { $revision } is kept beside it.
receive-hint-kept-same = If you use this one, yours is kept beside it.

receive-kept-new = “{ $title }” is now one of your routines.
receive-kept-replaced = You now have this version of “{ $title }”.
receive-kept-same = You have “{ $title }” already.
receive-kept-pictures = “{ $title }” has its new pictures.
receive-kept-in = It lies in { $path }
receive-kept-previous = The one before is kept as { $path }
# The way to the version that gave way to another.
routine-earlier = Earlier version
routine-earlier-name = Earlier version of { $title }
receive-earlier-name = Earlier version: { $file }
receive-start-name = Start: { $file }

receive-which = Both say that they are revision { $revision }, so Supple can’t tell which one is the later. Whoever sent it knows.

receive-none = Supple finds no routine here
receive-broken = This file can’t be used as it is
receive-broken-advice = Ask whoever sent it for a new one. None of your routines has changed.
receive-mistakes-show = Show what is wrong
receive-mistakes-hide = Hide what is wrong
receive-copy = Copy a text for whoever sent it
receive-copied = Copied. You can paste it into a message.
receive-report = The routine file { $file } can’t be used in Supple { $version } as it is:

receive-listed = From { $file } · { $facts }
receive-listed-broken = { $file } can’t be used as it is
receive-look-name = Look at { $file }
routines-open = Open a file
routines-open-choose = Choose a file
routines-open-no-dialog = This desktop has no window to choose a file in. Type or paste the file’s path.
routines-open-path = Path of the file
routines-open-look = Look at the file
routines-open-close = Close: path of a file
error-import-mistakes = The file has mistakes and is not one of your routines.
