# The process that reminds: what a reminder says, and how things stand.

reminding-title = Time for { $title }
reminding-sat =
    { $minutes ->
        [one] You have been sitting for one minute.
       *[other] You have been sitting for { $minutes } minutes.
    }
reminding-its-time = It is { $time }, one of its times.
reminding-left =
    { $count ->
        [one] One session is left for today.
       *[other] { $count } sessions are left for today.
    }
reminding-after-call = Your call is over.
reminding-after-full-screen = Nothing fills the screen any more.
reminding-after-do-not-disturb = “Do not disturb” is off again.
reminding-length = It takes about { $length }.
reminding-how-to-start = To begin, open Supple and choose { $title }.
reminding-start = Start
reminding-put-off = In 10 minutes
reminding-not-now = Not now
