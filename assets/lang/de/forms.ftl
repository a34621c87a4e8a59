# Wie die Sprache Aufzählungen, Daten und Uhrzeiten schreibt.

list-and-two = { $first } und { $second }
list-and-middle = { $first }, { $second }
list-and-end = { $first } und { $second }
list-or-two = { $first } oder { $second }
list-or-middle = { $first }, { $second }
list-or-end = { $first } oder { $second }
# Die Teile eines Ganzen, und Angaben, die für sich stehen.
list-parts = { $first }, { $second }
list-facts = { $first } · { $second }

date-day = { $day }. { $month } { $year }
date-day-of-year = { $day }. { $month }
date-january = Januar
date-february = Februar
date-march = März
date-april = April
date-may = Mai
date-june = Juni
date-july = Juli
date-august = August
date-september = September
date-october = Oktober
date-november = November
date-december = Dezember

# $hour von 0 bis 23, $hour12 von 1 bis 12, $half am oder pm, $minute mit zwei Ziffern.
time-of-day = { $hour }:{ $minute }
