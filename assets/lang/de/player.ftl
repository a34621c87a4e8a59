# Was die Bildschirme einer Sitzung und der Verlauf sagen.

## The player

player-left = noch { $left }
player-progress = Übung { $exercise } von { $of } · { $left }
player-progress-stretch = Dehnung { $exercise } von { $of } · { $left }

# Under the large number.
player-caption-prepare = bereit machen
player-caption-hold = { $seconds ->
    [one] Sekunde halten
   *[other] Sekunden halten
}
player-caption-switch = Seite wechseln
player-caption-rest = Pause
player-caption-reps = von { $of }
player-caption-activity = { $seconds ->
    [one] Sekunde übrig
   *[other] Sekunden übrig
}
player-caption-minutes = { $minutes ->
    [one] Minute übrig
   *[other] Minuten übrig
}
player-caption-wait = { $seconds ->
    [one] Sekunde bisher
   *[other] Sekunden bisher
}
player-caption-paused = angehalten

player-next = Danach:
player-next-is = { player-next } { $next }

# The large number with what is under it, for a screen reader.
player-dial = { $number } { $caption }

# Read out by a screen reader when a step begins.
player-announce = { $step }.
player-announce-length = { $step }, { $length }
player-announce-prepare = { $step }: { $name }.
player-announce-prepare-side = { $step }: { $name }. { $side }.
player-announce-rest = { $step }. Danach: { $next }.

# Beside the figure where nothing is held.
player-let-go = Lassen Sie los, und atmen Sie.
player-other-side = Jetzt die andere Seite.

player-easier = Leichter:
player-harder = Schwerer:
player-works = Arbeitet:
player-feel-it-in = Zu spüren:
player-note = Für Sie:
player-caution = Achten Sie darauf:
player-doing-easier = Die leichtere Art:

player-start = Beginnen
player-pause = Anhalten
player-resume = Weiter
player-back = Zurück
player-extend = +10 s
player-skip = Auslassen
player-done = Fertig
player-it-hurts = Es tut weh
player-sound = Ton { $percent } %
player-sound-off = Ton aus
player-sound-none = Kein Ton
player-voice-on = Stimme an
player-voice-none = Keine Stimme
player-voice-off = Stimme aus
player-dark = Nach Gehör geführt. H: es tut weh. Leertaste: Pause. Bewegen Sie die Maus oder drücken Sie D, um die Sitzung zu sehen.
player-dark-silent = Der Ton ist aus, deshalb wird der Bildschirm nicht dunkel.
player-end = Beenden
player-small-window = Kleines Fenster
player-usual-window = Gewöhnliches Fenster
player-full-screen = Ganzer Bildschirm
player-leave-full-screen = Ganzen Bildschirm verlassen
player-strip = Schritt { $step } von { $of }

player-end-title = Sitzung beenden?
player-end-now = Beenden
player-end-text = Was Sie gehalten haben, bleibt in Ihrem Verlauf.
player-end-text-unrecorded = Davon wird nichts aufgezeichnet.
player-end-asked = { player-end-title } { $text }
player-end-no-time = Beenden: keine Zeit
player-end-other = Beenden: anderer Grund
player-end-keep-going = Weitermachen

# Keys as they stand on a keyboard.
key-space = Leertaste
key-enter = Enter
key-escape = Esc

## Es tut weh

hurts-title = Halten Sie inne, und ruhen Sie sich aus
hurts-limit = Die Grenze Ihres Programms: Hören Sie auf, wenn der Schmerz über { $limit } von 10 steigt.
hurts-stop-if = Hören Sie auch auf bei
hurts-contact = Bei Fragen: { $contact }
hurts-contact-of = Fragen Sie { $name }: { $contact }
hurts-end = Sitzung beenden
hurts-easier = Auf leichtere Art weitermachen
hurts-skip = Diese Übung auslassen
hurts-go-on = Behutsam weitermachen

## Nach einer Sitzung

finish-holds = { $done } von { $of } gehalten
finish-rounds = { $done } von { $of } geschafft
finish-held = insgesamt { $time } geübt
finish-held-sides = links { $left }, rechts { $right }
finish-held-left = links { $time }
finish-held-right = rechts { $time }
finish-tried = Sie haben es ausprobiert. Nichts davon wurde festgehalten.
finish-rehearsed = Das war ein Probedurchlauf. Nichts davon wurde festgehalten.
finish-pain = Schmerz jetzt (freiwillig)
finish-pain-name = Schmerz jetzt
finish-pain-before = Vorher: { $pain }
finish-pain-above-limit = Das liegt über der Grenze, die Ihr Programm setzt.
finish-pain-high = Das sind starke Schmerzen.
finish-pain-rose = Das ist mehr als vorher.
finish-pain-advice = Ruhen Sie sich für heute aus. Beschwerden sollten nach 24 Stunden abgeklungen sein. Sind sie es nicht, oder ist es schlimmer geworden, { $whom ->
    [author] fragen Sie die Person, die Ihnen das Programm gegeben hat
   *[doctor] fragen Sie in einer Arzt- oder Physiotherapiepraxis nach
}, bevor Sie weitermachen.
finish-loads = Womit Sie geübt haben
finish-load-name = Womit Sie geübt haben: { $exercise }
finish-load-prescribed = Verordnet: { $load }
finish-reps = Wie oft Sie es gemacht haben
finish-reps-name = Wiederholungen: { $exercise }
finish-reps-meant = { $sets ->
        [one] Noch nicht festgehalten: Bitte geben Sie eine ganze Zahl
       *[other] Noch nicht festgehalten: Bitte geben Sie { $sets } ganze Zahlen, eine für jeden Satz,
    } bis { $most } an, zum Beispiel „{ $example }“.
finish-reps-range = { $range }
finish-note = Eine Notiz (freiwillig)
finish-note-hint = Wie es war, für Sie selbst oder Ihre Physiotherapie
finish-save = Speichern
finish-leave = Ohne Antwort schließen
finish-forget = Diese Angaben weglassen
finish-close = Schließen

## Verlauf

past-title = Verlauf
past-reading = Ihr Verlauf wird gelesen.
past-more-problems = { $count ->
    [one] Es gibt noch eine weitere Auffälligkeit im Verlauf. „supple history“ nennt alle.
   *[other] Es gibt noch { $count } weitere Auffälligkeiten im Verlauf. „supple history“ nennt alle.
}
past-untitled = Eine Sitzung, deren Anfang fehlt
past-today = Heute
past-yesterday = Gestern
past-day = { $weekday ->
    [monday] Montag
    [tuesday] Dienstag
    [wednesday] Mittwoch
    [thursday] Donnerstag
    [friday] Freitag
    [saturday] Samstag
   *[sunday] Sonntag
}, { $date }
past-day-recent = { $recent }, { $day }
past-from-to = { $day }, { $from } bis { $to }
past-from = { $day }, { $from }
past-strip = Die Sitzung von links nach rechts
past-when = { $day } { $time }
past-held = { $done } von { $of } gehalten, { $held }
past-skipped = { $done } von { $of } gehalten, { $skipped } ausgelassen
past-what = { $how } · { $holds }
past-completed = bis zum Ende
past-stopped-pain = wegen Schmerz beendet
past-stopped-no-time = aus Zeitmangel beendet
past-stopped = beendet
past-interrupted = abgebrochen
past-not-begun-pain = nicht begonnen: Schmerz über der Grenze von { $limit }
past-hurt = { $what } · es tat weh
past-back = ← Verlauf
past-hurts = Es tat weh
past-hurt-side = { $name } ({ $side }){ $chosen }
past-hurt-exercise = { $name }{ $chosen }
past-hurt-chosen = { $answer ->
    [easier] : leichter weitergemacht
    [went-on] : weitergemacht
    [skipped] : ausgelassen
    [ended] : die Sitzung beendet
   *[unknown] { "" }
}
past-loads = Gewichte und Bänder
past-load-since = { $load } seit { $date }
past-note = Notiz
past-pain = Schmerz { $before } auf { $after }
past-pain-before = Schmerz vorher { $pain }
past-pain-after = Schmerz nachher { $pain }

figure-of = Bild: { $name }
figure-of-side = Bild: { $name }. { $side }
