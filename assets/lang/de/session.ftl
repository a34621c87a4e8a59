# Was über eine laufende Sitzung gesagt wird, im Fenster und im Terminal.

## Schritte

session-prepare = Bereit machen
session-hold = { $side ->
    [left] Halten, linke Seite
    [right] Halten, rechte Seite
   *[none] Halten
}
session-switch = { $side ->
    [left] Zur linken Seite wechseln
    [right] Zur rechten Seite wechseln
   *[none] Seite wechseln
}
session-rest = Pause
session-reps = { $side ->
    [left] Wiederholungen, linke Seite
    [right] Wiederholungen, rechte Seite
   *[none] Wiederholungen
}
# Wiederholungen im Takt, abwechselnd auf jeder Seite.
session-reps-in-turn = Wiederholungen, { $first ->
    [right] jede Seite im Wechsel, rechts zuerst
   *[left] jede Seite im Wechsel, links zuerst
}
session-activity = { $side ->
    [left] In Bewegung, linke Seite
    [right] In Bewegung, rechte Seite
   *[none] In Bewegung
}
session-wait = { $side ->
    [left] In Ihrem Tempo, linke Seite
    [right] In Ihrem Tempo, rechte Seite
   *[none] In Ihrem Tempo
}
session-side = { $side ->
    [left] Linke Seite
   *[right] Rechte Seite
}
session-repetition = { $rep } von { $of }
session-part-up = auf
session-part-hold = halten
session-part-down = ab
session-part-in = einatmen
session-part-out = ausatmen
session-part-rest = locker
session-with-part = { $text }: { $part }
# Wo um 8 bis 12 gebeten wird.
session-extra = wenn es geht
session-enough = Das waren { $least }. Bis { $most }, wenn es geht.
session-enough-sets = { $least ->
    [one] Das war ein Satz.
   *[other] Das waren { $least } Sätze.
} Bis { $most }, wenn es geht.
session-enough-rounds = { $least ->
    [one] Das war eine Runde.
   *[other] Das waren { $least } Runden.
} Bis { $most }, wenn es geht.
session-set = Satz { $set } von { $of }
session-round = Runde { $set } von { $of }

## Was danach kommt

session-next-exercise = { $name }
session-next-prepare = bereit machen
session-next-hold = { $side ->
    [left] Halten, linke Seite
    [right] Halten, rechte Seite
   *[none] Halten
}
session-next-hold-of = { $side ->
    [left] Halten { $repetition }, linke Seite
    [right] Halten { $repetition }, rechte Seite
   *[none] Halten { $repetition }
}
session-next-switch = { $side ->
    [left] zur linken Seite wechseln
    [right] zur rechten Seite wechseln
   *[none] Seite wechseln
}
session-next-rest = kurze Pause
session-next-rest-exercise = Pause, dann { $name }
session-next-rest-hold = { $side ->
    [left] Pause, dann links { $repetition }
    [right] Pause, dann rechts { $repetition }
   *[none] Pause, dann { $repetition }
}
session-next-reps = { $side ->
    [left] Wiederholungen, linke Seite
    [right] Wiederholungen, rechte Seite
   *[none] Wiederholungen
}
session-next-activity = { $side ->
    [left] beginnen, linke Seite
    [right] beginnen, rechte Seite
   *[none] beginnen
}
session-next-wait = { $side ->
    [left] in Ihrem Tempo, linke Seite
    [right] in Ihrem Tempo, rechte Seite
   *[none] in Ihrem Tempo
}
session-next-set = { $side ->
    [left] { $set }, linke Seite
    [right] { $set }, rechte Seite
   *[none] { $set }
}
session-next-rest-set = { $side ->
    [left] Pause, dann { $set }, linke Seite
    [right] Pause, dann { $set }, rechte Seite
   *[none] Pause, dann { $set }
}
# Wo eine Runde eines Zirkels beginnt.
session-next-round = { $round }: { $name }
session-next-rest-round = Pause, dann { $round }
session-next-end = geschafft

## Stillstand

session-paused = Angehalten. Bis Sie weitermachen, wird nichts gezählt.
session-hurts = Angehalten, weil es wehtut.
session-interrupted = Supple war { $away } lang nicht da. In dieser Zeit wurde nichts gezählt.
length-seconds = { $number ->
    [one] { $number } Sekunde
   *[other] { $number } Sekunden
}
length-minutes = { $number ->
    [one] { $number } Minute
   *[other] { $number } Minuten
}
length-hours = { $number ->
    [one] { $number } Stunde
   *[other] { $number } Stunden
}
length-joined = { $longer } { $shorter }

## Früher beendet

session-ended-all = Das war alles. Schön gedehnt.
session-ended-exercises = Das war alles. Gut gemacht.
session-ended-some = Fertig für dieses Mal.
session-ended-nothing = Genug für dieses Mal.
session-ended-pain = Sie haben aufgehört, als es wehtat. Das war richtig.
session-ended-no-time = Genug für dieses Mal.
session-ended-other = Hier beendet.
session-ended-cut-off = Hier abgebrochen.
session-ended-failed = Die Sitzung ist abgebrochen: In Supple ist ein Fehler aufgetreten.

## Befehle, die gerade keinen Sinn ergeben

session-refused-not-started = Die Sitzung hat noch nicht begonnen.
session-refused-already-started = Die Sitzung läuft bereits.
session-refused-already-paused = Die Sitzung ist bereits angehalten.
session-refused-not-paused = Die Sitzung läuft bereits.
session-refused-not-open = Dieser Schritt endet von selbst.
session-refused-no-end = Dieser Schritt hat kein festes Ende. Sagen Sie Fertig, wenn Sie so weit sind.
session-refused-long-enough = Länger als eine Stunde kann ein Schritt nicht werden.
session-refused-hurts = Solange etwas wehtut, wird kein Schritt länger.
session-refused-over = Die Sitzung ist zu Ende.

## Teile, die ausgefallen sind

session-sound-failed = Der Ton ist ausgefallen. Die Sitzung läuft ohne ihn weiter; nach einem Neustart von Supple ist er wieder da.
session-record-failed = Die Aufzeichnung ist ausgefallen. Der Rest dieser Sitzung wird vielleicht nicht festgehalten.
session-record-slow = Das Speichern dauert: Was zuletzt getan wurde, steht noch nicht in Ihrer Aufzeichnung. Lassen Sie Supple so lange offen.

## Der Ton
sound-no-device = Kein Ton: Kein Gerät antwortet, oder ein anderes Programm belegt es. Supple macht ohne Ton weiter und versucht es alle paar Sekunden erneut.
sound-is-back = Der Ton ist wieder da.
sound-other-device = Das gewählte Tongerät ist nicht da. Supple spielt über das Gerät, das der Rechner selbst wählt.
sound-cue-get-ready = Bereit machen
sound-cue-hold-start = Los geht es
sound-cue-halfway = Halbzeit
sound-cue-last-second = Die letzten Sekunden
sound-cue-hold-end = Lösen und ausruhen
sound-cue-rest-over = Die Pause ist gleich vorbei
sound-cue-switch-sides = Seite wechseln
sound-cue-beat = Die nächste Wiederholung
sound-cue-finished = Geschafft
sound-cue-stopped = Vorzeitig beendet

# What a desktop shows as the reason why the screen stays on.
session-under-way = Eine Sitzung läuft
