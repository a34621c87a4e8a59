# What is written differently in the United States.

list-and-end = { $first }, and { $second }
list-or-end = { $first }, or { $second }

date-day = { $month } { $day }, { $year }
date-day-of-year = { $month } { $day }
# As long as dates of other languages, with the halves of the day.
date-january = Jan
date-february = Feb
date-march = Mar
date-april = Apr
date-june = Jun
date-july = Jul
date-august = Aug
date-september = Sep
date-october = Oct
date-november = Nov
date-december = Dec

time-of-day = { $hour12 }:{ $minute } { $half ->
    [am] AM
   *[pm] PM
}

sum-date = { $weekday }, { $date }
past-day = { $weekday ->
    [monday] Monday
    [tuesday] Tuesday
    [wednesday] Wednesday
    [thursday] Thursday
    [friday] Friday
    [saturday] Saturday
   *[sunday] Sunday
}, { $date }
