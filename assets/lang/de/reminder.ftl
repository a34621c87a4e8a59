# Der Prozess, der erinnert: was eine Erinnerung sagt, und wie es steht.

reminding-title = Zeit für { $title }
reminding-sat =
    { $minutes ->
        [one] Sie sitzen seit einer Minute.
       *[other] Sie sitzen seit { $minutes } Minuten.
    }
reminding-its-time = Seine Uhrzeit heute: { $time }.
reminding-left =
    { $count ->
        [one] Eine Sitzung steht heute noch aus.
       *[other] { $count } Sitzungen stehen heute noch aus.
    }
reminding-after-call = Ihr Gespräch ist zu Ende.
reminding-after-full-screen = Nichts füllt mehr den Bildschirm.
reminding-after-do-not-disturb = „Nicht stören“ ist wieder aus.
reminding-length = Es dauert etwa { $length }.
reminding-example-title = Beispiel: Zeit für { $title }
reminding-example = So kommt eine Erinnerung. Was Sie hier antworten, ändert nichts.
reminding-how-to-start = Öffnen Sie zum Beginnen Supple und wählen Sie { $title }.
reminding-start = Beginnen
reminding-put-off = In 10 Minuten
reminding-not-now = Jetzt nicht

remind-begun = Supple erinnert Sie ab jetzt. Strg+C beendet das.
remind-is-off = Erinnerungen sind aus. Schalten Sie sie in den Einstellungen ein, oder mit on = true in [reminders] der settings.toml.
remind-another = Supple erinnert Sie schon. Es hat in die Einstellungen gesehen.
remind-none-runs = Im Moment laufen keine Erinnerungen. supple remind startet sie.
remind-silent = Die Erinnerungen laufen, antworten aber noch nicht. Bleibt es dabei, beenden Sie den Prozess, und starten Sie supple remind noch einmal.
remind-nothing-shown = Im Moment gibt es keine Erinnerung, auf die Sie antworten könnten.
remind-no-place = Erinnerungen können nicht laufen: { $reason }
remind-autostart-on = Erinnerungen starten, wenn Sie sich anmelden.
remind-autostart-off = Erinnerungen starten nicht, wenn Sie sich anmelden.
remind-autostart-failed = Ob Erinnerungen bei der Anmeldung starten, lässt sich nicht einstellen: { $reason }
remind-autostart-none = Dieses System hat keinen Ort, der sagt, was bei der Anmeldung startet.
remind-quiet-until = Ruhe bis { $when }.
remind-quiet-off = Keine Ruhe mehr.
autostart-foreign = Eine Datei { $name }, die nicht von Supple ist, liegt schon da und bleibt, wie sie ist.
autostart-no-home = Es gibt keinen persönlichen Ordner, in dem das stehen könnte.
autostart-reason = Erinnerungen beginnen, wenn Sie sich anmelden.
autostart-refused = Der Desktop erlaubt es nicht. Vielleicht steht das in seinen Einstellungen für Supple.
autostart-no-portal = Der Desktop antwortet nicht. Melden Sie sich neu an, und versuchen Sie es noch einmal.
remind-nothing-to-say = Es gibt nichts zu sagen, oder nichts, das spricht.

status-runs =
    Supple erinnert Sie { $form ->
        [window] in einem kleinen Fenster
        [notification] mit einer Benachrichtigung
       *[voice] mit der Stimme
    }.
status-runs-instead =
    Supple erinnert Sie { $form ->
        [window] in einem kleinen Fenster
       *[notification] mit einer Benachrichtigung
    }, weil { $chosen ->
        [window] sich kein Fenster öffnen lässt
        [notification] dieser Desktop keine Benachrichtigungen zeigt
       *[voice] nichts zu hören wäre
    }.
status-runs-nowhere = Supple erinnert Sie, aber nichts zeigt es: Hier lässt sich kein Fenster öffnen, und dieser Desktop zeigt keine Benachrichtigungen.
status-put-off = Verschoben bis { $when }: { $title }, { $why }.
status-off = Erinnerungen sind aus. Sie werden in den Einstellungen eingeschaltet.
status-reminding = Jetzt: eine Erinnerung an { $title }, { $why }.
status-silent = Jetzt: still, { $because }. { $title } wartet, { $why }.
status-waiting = Als Nächstes: { $when }, { $title }, { $why }.
status-not-before = Als Nächstes: nicht vor { $when }. Vorher kommt eine Pause in Ihren Zeiten oder deren Ende.
status-outside = Jetzt: außerhalb Ihrer Zeiten. Sie beginnen wieder: { $when }.
status-nothing-left = Jetzt: nichts mehr, woran heute zu erinnern wäre.
status-sitting =
    { $minutes ->
        [0] Im Sitzen: weniger als eine Minute seit der letzten Pause.
        [one] Im Sitzen: eine Minute seit der letzten Pause.
       *[other] Im Sitzen: { $minutes } Minuten seit der letzten Pause.
    }
status-quiet = Ruhe, wie gewünscht, bis { $when }.
status-last = Letzte Erinnerung: { $time }, { $title }, { $answer }.
status-missing = Was dieser Desktop nicht sagt: { $what }.
status-today = Heute:
coming-tomorrow = morgen

status-because-session = eine Sitzung läuft
status-because-asked = Sie wünschen Ruhe
status-because-locked = der Bildschirm ist gesperrt
status-because-waking = der Computer ist eben aufgewacht
status-because-away = niemand ist an Tastatur oder Maus
status-because-microphone = Mikrofon in Benutzung
status-because-camera = Kamera in Benutzung
status-because-full-screen = ein anderes Programm füllt den Bildschirm
status-because-do-not-disturb = „Nicht stören“ ist an
status-because-battery = im Akkubetrieb
status-because-calm = ein Gespräch oder Ähnliches endete vor Kurzem
status-because-just-done = eine Sitzung endete vor Kurzem
status-because-just-reminded = eine Erinnerung kam vor Kurzem

status-answer-start = begonnen
status-answer-put-off = um zehn Minuten verschoben
status-answer-not-now = jetzt nicht
status-answer-not-today = heute nicht mehr
status-answer-gone = von selbst gegangen
status-answer-taken-back = wieder weggenommen
status-answer-not-shown = ließ sich nicht zeigen
status-answer-on-show = wird gezeigt
status-kept-back = zurückgehalten: { $because }

status-missing-idle = ob jemand an Tastatur oder Maus ist
status-missing-locked = ob der Bildschirm gesperrt ist
status-missing-microphone = ob das Mikrofon benutzt wird
status-missing-camera = ob eine Kamera benutzt wird
status-missing-full-screen = ob ein anderes Programm den Bildschirm füllt
status-missing-do-not-disturb = ob „Nicht stören“ an ist
status-missing-battery = ob der Computer im Akkubetrieb läuft

status-trouble-silent = Das Laufwerk mit Ihren Programmen oder Ihren Aufzeichnungen antwortet nicht. Es gilt weiter, was zuletzt bekannt war.
status-trouble-kept-later = Eine spätere Version von Supple hat die Datei reminders.json im Ordner der Einstellungen geschrieben. Sie bleibt, wie sie ist, und Ihre Antworten sind vergessen, wenn die Erinnerungen enden.
status-trouble-kept-unreadable = Die Datei reminders.json im Ordner der Einstellungen lässt sich nicht lesen. Sie bleibt, wie sie ist, und Ihre Antworten sind vergessen, wenn die Erinnerungen enden. Entfernen Sie die Datei, und starten Sie supple remind neu.
status-trouble-kept-unwritten = Die Datei reminders.json im Ordner der Einstellungen lässt sich nicht schreiben. Ihre Antworten sind vergessen, wenn die Erinnerungen enden.
