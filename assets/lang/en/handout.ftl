# A routine on paper, in the routine’s own language.

handout-for = For{" "}
handout-from = From { $author }
handout-minutes = { $minutes ->
    [one] About 1 minute
   *[other] About { $minutes } minutes
}
handout-afterwards = Afterwards: { $text }
handout-ready = Have ready: { $things }
handout-review = Next visit
handout-bring = Bring this sheet along.
handout-questions = Questions

## When to stop

handout-stop = Stop if it hurts.
handout-gentle = A stretch should feel like a gentle pull.
handout-stop-with = Stop with any of these: { $signs }.
handout-stop-above = Stop if the pain goes above { $limit } out of 10.
handout-sign-worse = symptoms that get worse
handout-sign-new = a new pain
# Other ways in which routines name one of these two, or both, one on each line, so that no sheet has it twice.
handout-sign-same =
    symptoms that get worse, or a new pain
    symptoms that get worse or a new pain
    worse symptoms
    symptoms get worse
    new pain
    a new pain starts
handout-not-if = Don’t begin with any of these:
handout-emergency = Call the emergency services for:
handout-signs = { $signs }.

## An exercise

handout-optional = { $name } (may be left out)
# Of an exercise that lasts until the person is done with it.
handout-own-time = in your own time
handout-caution = Take care:
handout-note = For you:
handout-feel-it-in = { $aim ->
    [stretch] Feel it in:
   *[strength] Works:
}
handout-easier = Easier:
handout-harder = Harder:

## The week

handout-week = My week
handout-week-how = Tick what you did; write a number from 0 to 10 for pain. Week from{" "}
handout-morning = Morning
handout-midday = Midday
handout-evening = Evening
handout-done = Done
# One of several times a day.
handout-time = Time { $number }
handout-pain = Pain afterwards
handout-notes = Notes

## To be guided

handout-guide = Open the file to be guided
handout-guide-code = Scan or open the file to be guided
handout-guide-how = Supple shows each exercise, counts the time and says what comes next. Open { $file } from the e-mail. This sheet is enough without it.
handout-guide-how-code = Supple shows each exercise, counts the time and says what comes next. Open { $file } from the e-mail, or take a picture of this code and open that in Supple. This sheet is enough without it.
handout-code = A QR code that holds this routine

handout-foot = { $title } · revision { $revision }

## The command

help-handout = Write a routine as a page to hand out
help-handout-long =
    On one sheet or more: who prescribed it, how much and how often, pictures, when to stop, a week to
    tick off, and lines for notes. It is in the routine’s own language, and safe to print in black and
    white.
help-handout-routine = The routine: its id, or the path of a file
help-handout-output = Where to write it: a name that ends in .html or .pdf
help-handout-paper = The paper: a4 (if left out) or letter
help-handout-large_print = In letters of 18 points and more
help-handout-replace = Write over a file that is there
help-handout-examples =
    {"  "}supple handout lower-back-relief -o back.pdf
    {"  "}supple handout my-routine.toml -o mine.html --paper letter --large-print
handout-written = { $path } is written.
error-handout-exists = { $path } is there already, and was left as it is. To write over it, say --replace.
error-handout-itself = { $path } is the file that the routine comes from, so nothing was written: it would be lost. Choose another name.
handout-left-out = The PDF leaves out letters that its typeface does not have: { $letters }. A page that ends in .html has them.
error-handout-changed = The file of this routine has changed since it was opened here. Go back and open it again, so that what is handed out is what you have seen.
error-handout-picture = The picture { $path } can’t be shown, so nothing was written. supple check { $file } says what is wrong with it.
error-handout-letters = The typeface of the PDF lacks letters of this routine, such as { $letters }, so nothing was written. A page that ends in .html has them.
error-handout-pdf = { $path } could not be written as a PDF. A page that ends in .html can be. ({ $reason })
usage-output-handout = A handout is a web page or a PDF, so the name of its file has to end in .html or .pdf, unlike { $path }.
