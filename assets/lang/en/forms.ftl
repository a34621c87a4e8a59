# How the language writes lists, dates and times of day.

list-and-two = { $first } and { $second }
list-and-middle = { $first }, { $second }
list-and-end = { $first } and { $second }
list-or-two = { $first } or { $second }
list-or-middle = { $first }, { $second }
list-or-end = { $first } or { $second }
# The parts of one thing, and facts that stand by themselves.
list-parts = { $first }, { $second }
list-facts = { $first } · { $second }

date-day = { $day } { $month } { $year }
date-day-of-year = { $day } { $month }
date-january = January
date-february = February
date-march = March
date-april = April
date-may = May
date-june = June
date-july = July
date-august = August
date-september = September
date-october = October
date-november = November
date-december = December

# $hour from 0 to 23, $hour12 from 1 to 12, $half am or pm, $minute with two digits.
time-of-day = { $hour }:{ $minute }
