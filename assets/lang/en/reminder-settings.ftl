# Where the person sets how and when they are reminded.

reminders-title = Reminders
reminders-back = ← Settings
reminders-set-up = Set up
reminders-set-up-name = Set up reminders
reminders-state-off = Off.
reminders-state-sitting = On: after { $minutes } minutes of sitting.
reminders-state-fixed = On: at the times of your routines.
reminders-state-spread = On: spread over the day.

reminders-on = Remind me to move
reminders-on-window = A small window in the corner. It makes no sound and goes by itself.
reminders-on-notification = A notification of your desktop, with the same buttons.
reminders-on-voice = One spoken sentence. Nothing is shown.

reminders-days = On
reminders-hours = Between
reminders-hours-and = and
reminders-hours-to = to
reminders-from-name = { $what }, from
reminders-until-name = { $what }, until
reminders-meal = Break
reminders-meal-add = Leave out a break
reminders-meal-remove = No break
reminders-by-day = Other hours on some days
reminders-same-hours = The same hours every day
reminders-awake = Otherwise
reminders-awake-hint = Outside of your working hours: for the floor, and for set times.
reminders-no-day = Without a day there is no reminder after sitting.
reminders-bad-time = A time is written like { $example }.

reminders-when = When
reminders-when-sitting = After sitting
reminders-when-fixed = At set times
reminders-when-spread = Spread over the day
reminders-when-fixed-hint = At the times that your routines have.
reminders-when-spread-hint = What is left of the day’s sessions, evenly over the hours that are left.
reminders-every = Every
reminders-every-hint = minutes of keyboard and mouse. Five minutes away count as a break.
reminders-every-wrong = A whole number from 10 to 240.
reminders-what = What
reminders-what-any = Whichever fits
reminders-what-any-hint = Of your routines, one that can be done at a desk
reminders-what-name = What: { $title }
reminders-what-gone = { $id } (not there now)
reminders-form = How
reminders-form-window = Small window
reminders-form-notification = Notification
reminders-form-voice = Voice
reminders-put-off = Put off
reminders-put-off-any = As often as I like
reminders-put-off-most =
    { $count ->
        [0] Not at all
        [one] Once
        [2] Twice
       *[other] { $count } times
    }

reminders-quiet = Quiet while
reminders-quiet-hint = A reminder waits until that is over, after a call for ten minutes more.
reminders-quiet-microphone = I am in a call
reminders-quiet-camera = My camera is on
reminders-quiet-full-screen = Something fills the screen
reminders-quiet-do-not-disturb = “Do not disturb” is on
reminders-quiet-battery = On battery
reminders-quiet-now = Silent now
reminders-quiet-not-now = Not now
reminders-quiet-unknown = This desktop does not tell
reminders-quiet-no-idle = This desktop does not tell whether somebody is at the keyboard. All the time counts as sitting.

reminders-background = In the background
reminders-start = Start with the computer
reminders-start-hint = Without its window. Reminders come, and where the desktop shows icons, one tells the next.
reminders-start-failed = It could not be set: { $reason }

reminders-day = Today, as set now
reminders-day-if-on = Reminders are off. Turned on, today would go like this.
reminders-day-now = now
reminders-day-done =
    { $minutes ->
        [one] done, one minute
       *[other] done, { $minutes } minutes
    }
reminders-day-quiet = quiet until { $time }
reminders-day-over = quiet until tomorrow
reminders-day-every = then after every { $minutes } minutes of sitting
reminders-day-none = No reminder comes today any more.
reminders-day-choose = You have no routine for the desk that is meant for today. Choose one under “What” to be reminded of it.
reminders-show-one = Show one now
reminders-not-started = Reminders could not be started: { $reason }
reminders-not-shown =
    It could not be shown: { $chosen ->
        [window] no window can be opened, and this desktop shows no notifications.
        [notification] this desktop shows no notifications, and no window can be opened.
       *[voice] nothing can be said, and neither a window nor a notification can be shown.
    }
reminders-shown-instead =
    { $chosen ->
        [window] No window can be opened
        [notification] This desktop shows no notifications
       *[voice] Nothing can be said
    }, so it came { $form ->
        [window] in a small window
       *[notification] as a notification
    }.
reminders-none-run = Reminders are on, but nothing runs that reminds you.
reminders-run = Start reminders
reminders-broken-off = Reminders could not go on. In a terminal, supple remind says why.
