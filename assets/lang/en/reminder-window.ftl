# The small window that reminds somebody of a routine.

reminder-not-today = Not today
reminder-not-today-name = No more of { $title } today
reminder-unread = What to remind of can’t be read: { $reason }
reminder-unknown = No routine has the id “{ $id }”.
