# Was das Fenster um eine Übung herum sagt. Was währenddessen gesagt wird, steht in session.ftl.

app-name = Supple

## Navigation

nav-today = Heute
nav-routines = Programme
nav-history = Verlauf
nav-learn = Wissen
nav-settings = Einstellungen

## Heute

today-greeting-morning = Guten Morgen
today-greeting-afternoon = Guten Tag
today-greeting-evening = Guten Abend
today-progress = { $done } von { $of ->
    [one] 1 Sitzung
   *[other] { $of } Sitzungen
} heute erledigt.
today-next = { $progress } Als Nächstes: { $title }, etwa { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
}.
today-all-done = { $progress } Das ist alles für heute.
day-rest-stopped = Ruhen Sie sich heute aus. { $routine ->
    [another] Bei einem anderen Programm tat es weh, und Sie haben damit nicht weitergemacht.
   *[this] Es tat weh, und danach haben Sie nicht weitergemacht.
}
day-rest-pain = Ruhen Sie sich heute aus. Ihr Schmerz lag { $routine ->
    [another] nach einem anderen Programm
   *[this] danach
} bei { $pain }, die Grenze bei { $limit }.
day-rest-pain-clinics = Ruhen Sie sich heute aus. Ihr Schmerz lag { $routine ->
    [another] nach einem anderen Programm
   *[this] danach
} bei { $pain } von 10.
day-rest-rose = Ruhen Sie sich heute aus. Ihr Schmerz stieg von { $before } auf { $after }.
day-rest-began = Ruhen Sie sich heute aus. Ihr Schmerz lag { $routine ->
    [another] vor einem anderen Programm
   *[this] davor
} bei { $pain }, die Grenze bei { $limit }.
day-rest-began-clinics = Ruhen Sie sich heute aus. Ihr Schmerz lag { $routine ->
    [another] vor einem anderen Programm
   *[this] davor
} bei { $pain } von 10.
day-rest-put-off = Ruhen Sie sich heute aus. Sie haben { $routine ->
    [another] ein anderes Programm
   *[this] es
} wegen der Schmerzen davor verschoben.
day-enough = Für heute ist die Höchstzahl erreicht ({ $most }). Ruhe tut jetzt besser, aber Sie entscheiden.
today-rest-alone = Nach Schmerzen tut Ruhe jetzt besser.
today-rest = { $progress } Nach Schmerzen tut Ruhe jetzt besser.
today-nothing = Für heute ist nichts geplant.
today-begin = Ein guter Anfang: { $title }, etwa { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
}.
today-dose = { $done } von { $of } heute
today-suggested = Ein Vorschlag
today-unplanned = { $done } heute, nicht geplant
today-not-planned = Heute nicht geplant
today-start = Starten
today-start-name = { $title } starten
today-unfinished = Eine Sitzung ist noch offen: { $done } von { $of } Übungsschritten gemacht.
today-go-on = Dort weitermachen
today-let-go = Dabei belassen
today-broken = { $count ->
    [one] { $files } lässt sich so nicht verwenden.
   *[other] Diese Programmdateien lassen sich so nicht verwenden: { $files }
}
today-broken-look = Ansehen, was nicht stimmt
today-gentle = Hören Sie auf, wenn es wehtut.{ $stretches ->
    [yes] {""} Eine Dehnung soll sanft ziehen.
   *[no] {""}
}
picture-open = { $title } ansehen

## Programme

routines-title = Programme
routines-hint = Ziehen Sie die Datei eines Programms auf dieses Fenster, um sie anzusehen.
routines-hint-folder = Legen Sie die Datei eines Programms in den Ordner unten, um es aufzunehmen.
routines-own = Ihre Programme
routines-shipped = Mitgelieferte Programme
routines-look = Ansehen
routines-gone = Das Programm, das hier offen war, ist nicht mehr da. Seine Datei wurde verschoben oder hat jetzt eine andere Kennung.
routines-recent = Zuletzt von anderswo geöffnet
routines-recent-mistakes = Die Datei hat jetzt Fehler. Ziehen Sie sie auf dieses Fenster, um sie zu sehen.
routines-forget = Vergessen
routines-forget-name = { $title } vergessen
routines-look-name = { $title } ansehen
routines-folder = Ihre eigenen Programme sind Dateien in { $folder }
routines-dismiss = Schließen
routines-dismiss-name = Schließen: { $file }
routines-no-home = Es gibt keinen persönlichen Ordner, in dem Programme bleiben könnten. Im Terminal können Sie eine Datei trotzdem öffnen.
mistake = { $file }, Zeile { $line }: { $what }
mistakes-more = { $more ->
    [one] Noch ein Fehler.
   *[other] Noch { $more } Fehler.
}

## Ein Programm

routine-back = ← Alle Programme
routine-start = Starten
routine-rehearse = Probedurchlauf
routine-rehearse-hint = Im Probedurchlauf geht alles sechzigmal so schnell, ohne Ton, und nichts wird festgehalten.
routine-mistakes = { $file } wurde geändert und lässt sich so nicht verwenden. Dies ist die letzte gute Fassung.
routine-outside = Diese Datei gehört noch nicht zu Ihren Programmen: { $path }
routine-keep = Zu meinen Programmen
routine-not-if = Nicht machen bei
routine-stop-if = Sofort aufhören bei
routine-pain-limit = Schmerz über { $limit } von 10
routine-how-often = Wie oft
routine-equipment = Bereitlegen
routine-author = Von
routine-revision = Fassung
routine-review = Überprüfung
routine-review-on = am { $date }
routine-review-passed = war am { $date } fällig. Fragen Sie bei der Person nach, die Ihnen das Programm gegeben hat.
routine-exercises = Übungen
routine-stretches = Dehnungen
exercise-optional = freiwillig
exercise-feel-it-in = { $aim ->
    [stretch] Zu spüren
   *[strength] Arbeitet
}: { $text }
exercise-caution = Achtung: { $text }
exercise-note = Für Sie: { $text }
exercise-last = Letztes Mal: { $what }
exercise-last-both = Letztes Mal: { $reps }, { $load }
exercise-last-on-side = { $side ->
    [left] links
   *[right] rechts
} { $reps }
exercise-on-side = { $exercise }, { $side ->
    [left] links
   *[right] rechts
}
exercise-easier = Leichter: { $text }
exercise-harder = Schwerer: { $text }
exercise-source = Quelle: { $source }
link-unopened = Dieser Link ließ sich nicht öffnen. Kopieren Sie seine Adresse und öffnen Sie sie in Ihrem Browser: { $address }
link-copy = Adresse kopieren

facts-minutes = { $minutes } Min.
facts-exercises = { $count ->
    [one] 1 Übung
   *[other] { $count } Übungen
}
facts-stretches = { $count ->
    [one] 1 Dehnung
   *[other] { $count } Dehnungen
}
# Where several routines have the same title.
facts-title-of-file = { $title } ({ $file })
facts-revision = Fassung { $revision }
facts-floor = am Boden
facts-seated = im Sitzen
facts-standing = im Stehen
facts-neck = Nacken
facts-shoulder = Schulter
facts-elbow = Ellbogen
facts-wrist-hand = Handgelenk und Hand
facts-upper-back = oberer Rücken
facts-lower-back = unterer Rücken
facts-trunk = Rumpf
facts-hip = Hüfte
facts-knee = Knie
facts-ankle-foot = Sprunggelenk und Fuß
facts-balance = Gleichgewicht
facts-breathing = Atmung
facts-dose-hold = { $reps ->
    [one] einmal
   *[other] { $reps }-mal
}, { $time } halten
facts-dose-paced = { $reps ->
    [one] eine Wiederholung von { $time }
   *[other] { $reps } Wiederholungen im Takt von { $time }
}
facts-dose-tempo = { $reps ->
    [one] eine Wiederholung
   *[other] { $reps } Wiederholungen
}, { $tempo }
facts-tempo-part = { $time } { $part }
facts-dose-timed = { $time } lang
facts-from-to = { $least } bis { $most }
facts-dose-of-side = { $side ->
    [left] links
   *[right] rechts
} { $dose }
facts-dose-open = bis Sie „Fertig“ sagen
facts-short-hold = { $reps } × { $time }
facts-short-paced = { $reps ->
    [one] 1 Wiederholung
   *[other] { $reps } Wiederholungen
}
facts-short-seconds = { $number } s
facts-short-minutes = { $number } min
facts-short-left = nur links
facts-short-right = nur rechts
facts-short-each = jede Seite
facts-short-alternate = jede Seite, im Wechsel
facts-left-only = nur links
facts-right-only = nur rechts
facts-each-left-first = jede Seite, links zuerst
facts-each-right-first = jede Seite, rechts zuerst
facts-alternate = auf jeder Seite so oft, im Wechsel
facts-alternate-right-first = auf jeder Seite so oft, im Wechsel, rechts zuerst
facts-sets = { $sets } Sätze
facts-rounds = { $sets } Runden
facts-rest-between-rounds = dazwischen { $time } Pause
facts-members = { $members ->
    [one] Übung { $first }.
   *[other] Übungen { $first } bis { $last }.
}
facts-choose = { $choose } davon nach Wahl
facts-times-a-day = { $times ->
    [one] einmal am Tag
    [2] zweimal am Tag
   *[other] { $times }-mal am Tag
}
facts-at-most = { $most ->
    [one] höchstens einmal
   *[other] höchstens { $most }-mal
}
facts-monday = Mo
facts-tuesday = Di
facts-wednesday = Mi
facts-thursday = Do
facts-friday = Fr
facts-saturday = Sa
facts-sunday = So


## Vor einer Sitzung

before-cancel = Nicht jetzt
before-all-signs = Alle Zeichen, bei denen Sie aufhören sollten, auf der Seite des Programms
before-sound-off = Der Ton ist aus.
before-sound-on = Einschalten
pain-before-title = Tut Ihnen jetzt etwas weh?
pain-name = Schmerz
# A number on its key, for a screen reader.
pain-number = { $name } { $number }
# A number that was typed again, and so taken back.
pain-no-number = { $name }: keine Antwort
pain-scale = 0 ist kein Schmerz, 10 der stärkste, den Sie sich vorstellen können. Tasten: die Zahl tippen, noch einmal nimmt sie zurück.
pain-start = Starten
pain-skip = Ohne Antwort starten
pain-why-tried = Von einem Versuch wird nichts festgehalten. Ihre Antwort sagt nur, ob Sie heute beginnen sollten.
pain-why = Ihre Antwort bleibt auf diesem Computer. Vorher und nachher nebeneinander zeigen, was hilft.

# The pain is above the limit that the routine’s author has set or, where there is none, above those
# of clinics.
too-much-title = Heute besser nicht
too-much-pain = Sie haben { $pain } von 10 angegeben. Das liegt über der Grenze, die Ihr Programm setzt.
too-much-pain-clinics = Sie haben { $pain } von 10 angegeben. Ihr Programm setzt keine Grenze; Praxen und Kliniken setzen sie für Übungen bei 3, 4 oder { $limit }.
too-much-advice = Ruhe tut jetzt besser. Ist der Schmerz neu, oder lässt er binnen eines Tages nicht nach, { $whom ->
    [author] fragen Sie die Person, die Ihnen das Programm gegeben hat
   *[doctor] fragen Sie in einer Arzt- oder Physiotherapiepraxis nach
}, bevor Sie weitermachen. Sie entscheiden.
too-much-rest = Heute nicht
too-much-start = Trotzdem starten

## Wissen

learn-title = Wissen
learn-hint = Warum der Rücken knackt, wie man dehnt und wann ärztlicher Rat nötig ist.
learn-back = ← Alle Seiten

## Einstellungen

settings-title = Einstellungen
settings-sound = Ton
settings-volume = Lautstärke
settings-percent = { $percent } %
settings-muted = Stumm
settings-muted-hint = Solange stumm geschaltet ist, führt Sie nur der Bildschirm.
settings-try-sounds = Töne anhören
settings-stop-sounds = Aufhören
settings-device = Ausgabe über
settings-device-default = Was das System wählt
settings-device-absent = { $device } (gerade nicht da)
settings-voice-title = Stimme
settings-voice = Gesprochene Anleitung
settings-voice-hint = Eine Stimme sagt, was zu tun ist, zusätzlich zu den Tönen.
settings-voice-name = Stimme { $number } von { $count }
settings-voice-name-before = Stimme davor
settings-voice-name-after = Nächste Stimme
settings-voice-name-any = Supple wählt
settings-voice-name-of = { $voice }, { $program }
settings-voice-speed = Tempo der Stimme
settings-voice-volume = Lautstärke der Stimme
settings-voice-program = Sie kommt von { $program }.
settings-try-voice = Stimme ausprobieren
settings-voice-copy = Befehl kopieren
settings-speech-program = Ein anderes Sprechprogramm
settings-speech-program-hint = Leer: das Sprechprogramm des Systems
settings-speech-program-how = Ein Befehl, der einen Text von seiner Eingabe liest und eine Tondatei schreibt, etwa: piper --model voice.onnx --output_file {"{"}file{"}"}. Aus {"{"}speed{"}"} wird darin das Tempo in Prozent.
settings-speech-open-quote = Ein Anführungszeichen ist offen geblieben.
settings-speech-empty = Der Name eines Programms fehlt.
settings-speech-no-file = Schreiben Sie {"{"}file{"}"} dorthin, wo der Pfad der Tondatei stehen soll.
settings-dark = Dunkler Bildschirm in Sitzungen
settings-dark-hint = Sie werden nach Gehör geführt. Bewegen Sie die Maus oder drücken Sie D, um die Sitzung zu sehen.
settings-session = Während einer Sitzung
settings-keep-awake = Bildschirm anlassen
settings-keep-awake-hint = Auch der Computer bleibt wach.
settings-do-not-disturb = Nicht stören
settings-do-not-disturb-hint = Meldungen anderer Programme warten, wo der Desktop das kann.
settings-pause-players = Musik und Filme anhalten
settings-pause-players-hint = Nach der Sitzung geht es weiter.
settings-look = Aussehen
settings-theme = Farben
settings-theme-system = Wie das System
settings-theme-light = Hell
settings-theme-dark = Dunkel
settings-high-contrast = Hoher Kontrast
settings-high-contrast-hint = Kräftigere Farben und Ränder, hell wie dunkel.
settings-text-size = Textgröße
settings-reduced-motion = Weniger Bewegung
settings-reduced-motion-hint = Dann stehen die Figuren still.
settings-drawn-by-processor = Das Fenster zeichnet der Prozessor.
settings-drawn-by-opengl = Das Fenster zeichnet OpenGL.
settings-language = Sprache
settings-language-system = Wie das System
settings-record = Ihre Aufzeichnungen
settings-record-lies = Sie liegen in { $folder }.
settings-record-check = Aufzeichnungen prüfen
settings-record-busy = Einen Moment
settings-record-more = Und { $more } weitere: `supple history --check` nennt alle.
settings-record-aside = Ordner dieser Kopien öffnen
settings-record-move = Anderswo aufbewahren
settings-record-folder = Der Ordner, in dem sie liegen sollen
settings-record-move-how = Etwa einer, den ein Sync-Programm teilt: Dann haben mehrere Geräte gemeinsame Aufzeichnungen. Sie werden kopiert und verglichen; was hier liegt, bleibt.
settings-record-move-there = Dort aufbewahren
settings-record-move-close = Hier lassen
settings-folders = Ordner
settings-folder-routines = Ihre Programme
settings-folder-record = Ihre Aufzeichnungen
settings-folder-settings = Ihre Einstellungen
settings-folder-open = Öffnen
settings-folder-open-name = Öffnen: { $name }
settings-folder-warning = { $folder } konnte nicht geöffnet werden. { $reason }
settings-folder-no-program = Hier gibt es kein Programm, das Ordner zeigt, oder es ist gescheitert. Kopieren Sie den Pfad und öffnen Sie ihn in Ihrer Dateiverwaltung.
settings-folder-copy = Pfad kopieren
settings-folder-copy-name = Pfad kopieren: { $name }
settings-no-home = Es gibt keinen persönlichen Ordner. Nach dem Schließen bleibt nichts erhalten.
settings-keys = Tasten
# Wo Tasten wirken.
keys-on-pages = Auf den Seiten
keys-on-a-file = Bei einer Datei von anderswo
keys-around-a-session = Vor und nach einer Sitzung
keys-in-a-session = In einer Sitzung
keys-in-the-editor = Im Editor
keys-among-exercises = Bei den Übungen zur Auswahl
keys-title = Tasten dieser Ansicht
keys-close = Schließen
keys-help = diese Tasten
keys-first-way = was auf dem ersten Knopf steht
keys-try = eine Datei einmal ausprobieren, ohne dass etwas festgehalten wird
keys-on = weiter
keys-back = zurück
key-control = Strg
key-command = Cmd
keys-places = die fünf Seiten, von Heute bis Einstellungen
keys-text-size = größerer, kleinerer und gewöhnlicher Text
keys-scroll = weiterlesen; in Seiten mit Bild auf, Bild ab, Pos 1 und Ende
keys-begin = mit dem beginnen oder weitermachen, was heute zuerst kommt
keys-pain = den Schmerz angeben
keys-pause = anhalten und weitermachen
keys-back-skip = zurück und weiter
keys-extend = zehn Sekunden mehr
keys-done = fertig, wo Sie die Zeit bestimmen
keys-hurts = es tut weh
keys-hurts-then = wenn es wehtat: auf leichtere Art, Übung auslassen, weiter, beenden
keys-sound = Ton aus und wieder an
keys-voice = Stimme aus und wieder an
keys-dark = dunkler Bildschirm, nach Gehör geführt, und zurück
keys-small-window = kleines Fenster über allen anderen, und zurück
keys-full-screen = ganzer Bildschirm, und zurück
keys-end = die Sitzung beenden; vorher den ganzen Bildschirm verlassen
keys-why-end = warum Sie beenden: keine Zeit, anderer Grund, es tut weh

## Was schiefgeht

error-display = Es gibt keinen Bildschirm für ein Fenster.
error-display-gone = Der Bildschirm ist nicht mehr da und mit ihm das Fenster. Was Sie bis dahin gemacht haben, steht in Ihren Aufzeichnungen.
error-guide-instead = Supple führt Sie stattdessen hier im Terminal.
error-window = Das Fenster ließ sich nicht öffnen: { $reason }
error-window-lost = Das Fenster ging verloren: { $reason }. Was Sie bis dahin gemacht haben, steht in Ihren Aufzeichnungen.
error-window-lost-opengl = Das Fenster ging verloren: OpenGL zeichnet auf diesem Bildschirm nicht mehr. Was Sie bis dahin gemacht haben, steht in Ihren Aufzeichnungen.
error-window-destroyed = Das Fenster ging verloren: Ein anderes Programm hat es zerstört. Was Sie bis dahin gemacht haben, steht in Ihren Aufzeichnungen.
error-window-scale = Das Fenster ließ sich nicht öffnen, denn WINIT_X11_SCALE_FACTOR ist „{ $value }“. Setzen Sie es auf eine Zahl von 0.2 bis 20, etwa 1.5, oder auf nichts.
error-window-randr = Das Fenster ließ sich nicht öffnen, weil diesem X-Server die Erweiterung RANDR fehlt. Starten Sie ihn mit dieser Erweiterung.
error-window-library = Das Fenster ließ sich nicht öffnen, weil die Systembibliothek { $library } fehlt. Unter Debian und Ubuntu steckt sie im Paket { $package }.
error-window-other-library = Das Fenster ließ sich nicht öffnen, weil die Systembibliothek { $library } fehlt. Installieren Sie sie mit der Paketverwaltung Ihres Systems.
error-window-opengl = Das Fenster ließ sich nicht öffnen, weil OpenGL auf diesem Bildschirm nicht zeichnen kann. Unter Debian und Ubuntu bringen es die Pakete libegl1, libgl1 und libgl1-mesa-dri. Ein Bildschirm mit 15 Bit Farbtiefe oder mehr braucht es nicht, außer wenn SUPPLE_RENDERER es verlangt.
error-background = In Supple ist ein Fehler aufgetreten, und etwas wurde nicht erledigt. Starten Sie Supple neu, falls etwas fehlt.
