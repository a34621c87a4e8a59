# Wann ein Programm und seine Übungen dran sind.

days-run = { $first } bis { $last }
facts-days-a-week = { $days ->
    [1] an einem beliebigen Tag der Woche
    [7] jeden Tag
   *[other] an { $days } beliebigen Tagen der Woche
}
facts-days-between = { $days ->
    [1] mit einem Tag dazwischen
   *[other] mit { $days } Tagen dazwischen
}
today-day-between = Besser ein Ruhetag dazwischen
today-week-done = Für diese Woche geschafft
today-week = { $done } von { $of } Tagen diese Woche
today-week-may-be-done = { $done } von { $of } Tagen diese Woche: heute oder an einem anderen Tag
days-left-out-not-its-day = Heute nicht dran: { $exercises }.
days-left-out-day-between = Besser ein Ruhetag dazwischen: { $exercises }.
days-left-out-done = Für heute geschafft: { $exercises }.
days-left-out-not-in-week = Nicht in dieser Woche: { $exercises }.
days-left-out-week-done = Für diese Woche geschafft: { $exercises }.
before-do-all = Trotzdem alle Übungen machen
# Gruppen, von denen eine Sitzung einige Übungen hat.
choice-chosen = { $group }: { $exercises }. Wählen Sie { $choose ->
    [one] eine
   *[other] { $choose }
} von { $count }.
choice-chosen-fewer = { $group }: { $exercises }. Das { $chosen ->
    [one] ist eine
   *[other] sind { $chosen }
} von { $choose }: Wählen Sie { $choose } von { $count }.
choice-count = { $chosen } von { $choose } gewählt
choice-full = Um eine andere zu wählen, nehmen Sie erst eine heraus.
facts-first-day = ab { $date }
facts-last-day = bis { $date }
facts-weeks = { $weeks ->
    [one] 1 Woche
   *[other] { $weeks } Wochen
}
facts-weeks-from = Ab Woche { $first }
facts-weeks-until = Bis einschließlich Woche { $last }
facts-weeks-from-until = Woche { $first } bis { $last }
facts-week = jetzt Woche { $week }
facts-from-week = Ab Woche { $week }: { $dose }
routine-programme = Dauer
today-not-yet = Hat noch nicht begonnen
day-over = Dieses Programm ist zu Ende. Fragen Sie, von wem Sie es haben, wie es weitergeht.
day-over-then = Dieses Programm ist zu Ende. { $then }
