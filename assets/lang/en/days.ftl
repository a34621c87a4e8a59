# When a routine and its exercises are to be done.

days-run = { $first } to { $last }
facts-days-a-week = { $days ->
    [1] on any one day of the week
    [7] every day
   *[other] on any { $days } days of the week
}
facts-days-between = { $days ->
    [1] with a day between
   *[other] with { $days } days between
}
today-day-between = Better a day of rest between
today-week-done = Done for this week
today-week = { $done } of { $of } days this week
today-week-may-be-done = { $done } of { $of } days this week: today, or another day
days-left-out-not-its-day = Not meant for today: { $exercises }.
days-left-out-day-between = Better a day of rest between: { $exercises }.
days-left-out-done = Done for today: { $exercises }.
days-left-out-not-in-week = Not in this week: { $exercises }.
days-left-out-week-done = Done for this week: { $exercises }.
before-do-all = Do all exercises anyway
# Groups of which a session has some exercises.
choice-chosen = { $group }: { $exercises }. Choose { $choose ->
    [one] one
   *[other] any { $choose }
} of { $count }.
choice-chosen-fewer = { $group }: { $exercises }. That is { $chosen } of { $choose }: choose any { $choose } of { $count }.
choice-count = { $chosen } of { $choose } chosen
choice-full = To choose another, take one out first.
facts-first-day = from { $date }
facts-last-day = until { $date }
facts-weeks = { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
}
facts-weeks-from = From week { $first } on
facts-weeks-until = Up to and including week { $last }
facts-weeks-from-until = Weeks { $first } to { $last }
facts-week = now week { $week }
facts-from-week = From week { $week }: { $dose }
routine-programme = Programme
today-not-yet = Has not begun yet
day-over = This programme is over. Ask whoever gave it to you how to go on.
day-over-then = This programme is over. { $then }
