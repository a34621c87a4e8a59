# Wo man einstellt, wie und wann erinnert wird.

reminders-title = Erinnerungen
reminders-back = ← Einstellungen
reminders-set-up = Einrichten
reminders-set-up-name = Erinnerungen einrichten
reminders-state-off = Aus.
reminders-state-sitting = An: nach { $minutes } Minuten Sitzen.
reminders-state-fixed = An: zu den Uhrzeiten Ihrer Programme.
reminders-state-spread = An: über den Tag verteilt.

reminders-on = An Bewegung erinnern
reminders-on-window = Ein kleines Fenster in der Ecke. Es ist still und geht von selbst.
reminders-on-notification = Eine Benachrichtigung des Desktops, mit denselben Knöpfen.
reminders-on-voice = Ein gesprochener Satz. Zu sehen ist nichts.

reminders-days = Am
reminders-hours = Zwischen
reminders-hours-and = und
reminders-hours-to = bis
reminders-from-name = { $what }, von
reminders-until-name = { $what }, bis
reminders-meal = Pause
reminders-meal-add = Eine Pause auslassen
reminders-meal-remove = Keine Pause
reminders-by-day = An manchen Tagen andere Zeiten
reminders-same-hours = Jeden Tag dieselben Zeiten
reminders-awake = Sonst
reminders-awake-hint = Außerhalb Ihrer Arbeitszeit: für den Boden und für feste Uhrzeiten.
reminders-no-day = Ohne einen Tag gibt es keine Erinnerung nach dem Sitzen.
reminders-bad-time = Eine Uhrzeit sieht so aus: { $example }.

reminders-when = Wann
reminders-when-sitting = Nach dem Sitzen
reminders-when-fixed = Zu festen Zeiten
reminders-when-spread = Über den Tag verteilt
reminders-when-fixed-hint = Zu den Uhrzeiten, die Ihre Programme haben.
reminders-when-spread-hint = Was von den Sitzungen des Tages übrig ist, gleichmäßig über die Stunden, die noch bleiben.
reminders-every = Alle
reminders-every-hint = Minuten an Tastatur und Maus. Fünf Minuten Abwesenheit zählen als Pause.
reminders-every-wrong = Eine ganze Zahl von 10 bis 240.
reminders-what = Was
reminders-what-any = Was gerade passt
reminders-what-any-hint = Von Ihren Programmen eines, das am Schreibtisch geht
reminders-what-name = Was: { $title }
reminders-what-gone = { $id } (gerade nicht da)
reminders-form = Wie
reminders-form-window = Kleines Fenster
reminders-form-notification = Benachrichtigung
reminders-form-voice = Stimme
reminders-put-off = Aufschieben
reminders-put-off-any = So oft ich will
reminders-put-off-most =
    { $count ->
        [0] Gar nicht
        [one] Einmal
        [2] Zweimal
       *[other] { $count }-mal
    }

reminders-quiet = Still, solange
reminders-quiet-hint = Eine Erinnerung wartet, bis das vorbei ist, nach einem Gespräch noch zehn Minuten länger.
reminders-quiet-microphone = ich in einem Gespräch bin
reminders-quiet-camera = meine Kamera an ist
reminders-quiet-full-screen = etwas den Bildschirm füllt
reminders-quiet-do-not-disturb = „Nicht stören“ an ist
reminders-quiet-battery = der Akku den Strom liefert
reminders-quiet-now = Jetzt still
reminders-quiet-not-now = Jetzt nicht
reminders-quiet-unknown = Dieser Desktop sagt es nicht
reminders-quiet-no-idle = Dieser Desktop sagt nicht, ob jemand an der Tastatur ist. Die ganze Zeit zählt als Sitzen.

reminders-background = Im Hintergrund
reminders-start = Mit dem Computer starten
reminders-start-hint = Ohne Fenster. Erinnerungen kommen, und wo der Desktop Symbole zeigt, nennt eines die nächste.
reminders-start-failed = Das ließ sich nicht einstellen: { $reason }

reminders-day = Heute, so wie eingestellt
reminders-day-if-on = Erinnerungen sind aus. Eingeschaltet verliefe heute so.
reminders-day-now = jetzt
reminders-day-done =
    { $minutes ->
        [one] erledigt, eine Minute
       *[other] erledigt, { $minutes } Minuten
    }
reminders-day-quiet = still bis { $time }
reminders-day-over = still bis morgen
reminders-day-every = dann nach je { $minutes } Minuten Sitzen
reminders-day-none = Heute kommt keine Erinnerung mehr.
reminders-day-choose = Keines Ihrer Programme für den Schreibtisch ist für heute gedacht. Wählen Sie unter „Was“ eines, an das Sie erinnert werden.
reminders-show-one = Jetzt eine zeigen
reminders-not-started = Die Erinnerungen ließen sich nicht starten: { $reason }
reminders-not-shown =
    Sie ließ sich nicht zeigen: { $chosen ->
        [window] Es lässt sich kein Fenster öffnen, und dieser Desktop zeigt keine Benachrichtigungen.
        [notification] Dieser Desktop zeigt keine Benachrichtigungen, und es lässt sich kein Fenster öffnen.
       *[voice] Es wäre nichts zu hören, und weder ein Fenster noch eine Benachrichtigung lässt sich zeigen.
    }
reminders-shown-instead =
    { $chosen ->
        [window] Es lässt sich kein Fenster öffnen
        [notification] Dieser Desktop zeigt keine Benachrichtigungen
       *[voice] Es wäre nichts zu hören
    }, darum kam sie { $form ->
        [window] in einem kleinen Fenster
       *[notification] als Benachrichtigung
    }.
reminders-none-run = Erinnerungen sind an, aber es läuft nichts, das Sie erinnert.
reminders-run = Erinnerungen starten
reminders-broken-off = Die Erinnerungen konnten nicht weiterlaufen. In einem Terminal sagt supple remind, warum.
