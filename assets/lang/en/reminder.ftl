# The process that reminds: what a reminder says, and how things stand.

reminding-title = Time for { $title }
reminding-sat =
    { $minutes ->
        [one] You have been sitting for one minute.
       *[other] You have been sitting for { $minutes } minutes.
    }
reminding-its-time = Its time today: { $time }.
reminding-left =
    { $count ->
        [one] One session is left for today.
       *[other] { $count } sessions are left for today.
    }
reminding-after-call = Your call is over.
reminding-after-full-screen = Nothing fills the screen any more.
reminding-after-do-not-disturb = “Do not disturb” is off again.
reminding-length = It takes about { $length }.
reminding-example-title = Example: time for { $title }
reminding-example = A reminder comes like this. Whatever you answer here changes nothing.
reminding-how-to-start = To begin, open Supple and choose { $title }.
reminding-start = Start
reminding-put-off = In 10 minutes
reminding-not-now = Not now

remind-begun = Supple reminds you from now on. Ctrl+C ends that.
remind-is-off = Reminders are off. Turn them on in Settings, or by on = true in [reminders] of settings.toml.
remind-another = Supple reminds you already. It has looked at the settings.
remind-none-runs = No reminders run at the moment. supple remind starts them.
remind-silent = Reminders run, but do not answer yet. If that stays so, end the process, and start supple remind again.
remind-nothing-shown = There is no reminder to answer at the moment.
remind-no-place = Reminders can’t run: { $reason }
remind-autostart-on = Reminders start when you log in.
remind-autostart-off = Reminders do not start when you log in.
remind-autostart-failed = Whether reminders start when you log in could not be changed: { $reason }
remind-autostart-none = This system has no place to say what starts when you log in.
remind-quiet-until = Quiet until { $when }.
remind-quiet-off = No longer quiet.
autostart-foreign = A file { $name } that is not Supple’s is there already, and is left alone.
autostart-no-home = There is no home folder to note that in.
autostart-reason = Reminders begin when you log in.
autostart-refused = The desktop does not allow it. Its settings for Supple may say so.
autostart-no-portal = The desktop does not answer. Log in anew, and try again.
remind-nothing-to-say = There is nothing to say, or nothing that speaks.

status-runs =
    Supple reminds you { $form ->
        [window] in a small window
        [notification] by a notification
       *[voice] by voice
    }.
status-runs-instead =
    Supple reminds you { $form ->
        [window] in a small window
       *[notification] by a notification
    }, as { $chosen ->
        [window] no window can be opened
        [notification] this desktop shows no notifications
       *[voice] nothing can be said
    }.
status-runs-nowhere = Supple reminds you, but nothing shows it: no window can be opened here, and this desktop shows no notifications.
status-put-off = Put off until { $when }: { $title }, { $why }.
status-off = Reminders are off. They are turned on in Settings.
status-reminding = Now: a reminder of { $title }, { $why }.
status-silent = Now: silent, { $because }. { $title } waits, { $why }.
status-waiting = Next: { $when }, { $title }, { $why }.
status-not-before = Next: not before { $when }. A break in your hours, or their end, comes first.
status-outside = Now: outside of your hours. They begin again: { $when }.
status-nothing-left = Now: nothing left to be reminded of today.
status-sitting =
    { $minutes ->
        [0] Sitting: less than a minute since the last break.
        [one] Sitting: one minute since the last break.
       *[other] Sitting: { $minutes } minutes since the last break.
    }
status-quiet = Quiet, as you asked for, until { $when }.
status-last = Last reminder: { $time }, { $title }, { $answer }.
status-missing = What this desktop does not tell: { $what }.
status-today = Today:
coming-tomorrow = tomorrow

status-because-session = a session is under way
status-because-asked = you asked for quiet
status-because-locked = the screen is locked
status-because-waking = the computer woke up just now
status-because-away = nobody is at keyboard or mouse
status-because-microphone = microphone in use
status-because-camera = camera in use
status-because-full-screen = another program fills the screen
status-because-do-not-disturb = “Do not disturb” is on
status-because-battery = on battery
status-because-calm = a call or the like ended a short while ago
status-because-just-done = a session ended a short while ago
status-because-just-reminded = a reminder came a short while ago

status-answer-start = started
status-answer-put-off = put off for ten minutes
status-answer-not-now = not now
status-answer-not-today = no more today
status-answer-gone = gone by itself
status-answer-taken-back = taken away again
status-answer-not-shown = could not be shown
status-answer-on-show = on show
status-kept-back = kept back: { $because }

status-missing-idle = whether somebody is at keyboard or mouse
status-missing-locked = whether the screen is locked
status-missing-microphone = whether the microphone is in use
status-missing-camera = whether a camera is in use
status-missing-full-screen = whether another program fills the screen
status-missing-do-not-disturb = whether “Do not disturb” is on
status-missing-battery = whether it runs on battery

status-trouble-silent = The disk with your routines or your record does not answer. What it said last counts on.
status-trouble-kept-later = A later version of Supple has written reminders.json in the folder of the settings. It is left alone, and what you answer is forgotten when the reminders end.
status-trouble-kept-unreadable = reminders.json in the folder of the settings can’t be read. It is left alone, and what you answer is forgotten when the reminders end. Take it away, and start supple remind again.
status-trouble-kept-unwritten = reminders.json in the folder of the settings can’t be written. What you answer is forgotten when the reminders end.
