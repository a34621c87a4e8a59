# Was in einer neuen Fassung eines Programms anders ist: ein Satz für jede Änderung.

change-label = { $key ->
    [routine-title] Titel
    [routine-summary] Zusammenfassung
    [routine-language] Sprache
    [routine-tags] Stichwörter
    [author-name] Name der Verfasserin oder des Verfassers
    [author-role] Beruf der Verfasserin oder des Verfassers
    [author-clinic] Praxis
    [author-contact] Kontakt
    [schedule-times-per-day] Mal am Tag
    [schedule-max-per-day] höchstens am Tag
    [schedule-days] Tage
    [schedule-days-per-week] Tage in der Woche
    [schedule-days-between] Tage dazwischen
    [schedule-first-day] erster Tag
    [schedule-weeks] Wochen
    [schedule-last-day] letzter Tag
    [schedule-afterwards] danach
    [schedule-at] Uhrzeiten
    [schedule-review-on] Überprüfung
    [safety-pain-limit] Schmerzgrenze
    [safety-stop-if] wann aufhören
    [safety-not-if] wann nicht beginnen
    [exercise-figure] Figur
    [exercise-position] Haltung
    [exercise-equipment] Hilfsmittel
    [exercise-regions] wofür sie ist
    [exercise-instructions] Anleitung
    [exercise-feel-it-in] wo es zu spüren ist
    [exercise-caution] worauf zu achten ist
    [exercise-clinician-note] Hinweis für diese Person
    [exercise-easier] leichtere Art
    [exercise-harder] schwerere Art
    [exercise-optional] freiwillig
    [exercise-group] Gruppe
    [group-rounds] Runden
    [group-rest-between-rounds] Pause zwischen Runden
    [group-choose] Übungen zur Wahl
    [exercise-from-week] erste Woche
    [exercise-until-week] letzte Woche
    [exercise-source] Quelle
    [exercise-image] Bild
    [exercise-image-alt] Bild in Worten
    [exercise-say] Worte beim ersten Halten
    [exercise-kind] Art
    [exercise-time] Zeit
    [exercise-left] Dosis links
    [exercise-right] Dosis rechts
    [exercise-hold] Halten
    [exercise-reps] Wiederholungen
    [exercise-sets] Sätze
    [exercise-sides] Seiten
    [exercise-first-side] erste Seite
    [exercise-prepare] Bereitmachen
    [exercise-rest] Pause dazwischen
    [exercise-switch] Seitenwechsel
    [exercise-rest-between-sets] Pause zwischen Sätzen
    [exercise-rest-after] Pause danach
    [exercise-pace] eine Wiederholung
    [exercise-tempo] Tempo
    [exercise-load] Gewicht oder Band
    [exercise-countdown] Sekunden, die ticken
    [exercise-halfway] Ton zur Hälfte
    [exercise-cue] Worte zu einem Zeitpunkt
    [exercise-step] Dosis von Woche zu Woche
    [exercise-rhythm] eigene Tage
   *[other] { $key }
}

# Ein Wort, aus denen eine Datei wählt.
change-word = { $key ->
    [kind-hold] Halten
    [kind-reps] Wiederholungen im Takt
    [kind-time] für einige Zeit
    [kind-open] bis es genug ist
    [sides-none] keine Seiten
    [sides-left] links
    [sides-right] rechts
    [sides-each] eine Seite, dann die andere
    [sides-alternate] abwechselnd
    [side-left] links
    [side-right] rechts
    [position-floor] am Boden
    [position-seated] im Sitzen
    [position-standing] im Stehen
    [way-up] auf
    [way-hold] halten
    [way-down] ab
    [way-in] einatmen
    [way-out] ausatmen
    [way-rest] locker
    [yes] ja
    [no] nein
    [day-1] Montag
    [day-2] Dienstag
    [day-3] Mittwoch
    [day-4] Donnerstag
    [day-5] Freitag
    [day-6] Samstag
    [day-7] Sonntag
    [every-day] jeden Tag
   *[other] { $key }
}

change-in-exercise = { $exercise }: { $change }
change-added = { $exercise } ist neu.
change-removed = { $exercise } ist nicht mehr dabei.
change-moved = { $exercise } kommt an anderer Stelle.
change-renamed = „{ $before }“ heißt jetzt „{ $exercise }“.
change-value = { $key ->
    [schedule-review-on] Sie sehen sich am { $after }, vorher am { $before }
    [schedule-times-per-day] jetzt { $after }-mal am Tag, vorher { $before }-mal
    [exercise-hold] jetzt { $after } halten, vorher { $before }
    [exercise-time] jetzt { $after } lang, vorher { $before }
    [exercise-reps] jetzt { $after }-mal, vorher { $before }-mal
    [exercise-sets] { $after ->
        [1] jetzt ein Satz, vorher { $before }
       *[other] jetzt { $after } Sätze, vorher { $before }
    }
    [exercise-load] jetzt mit { $after }, vorher mit { $before }
    [exercise-rest] dazwischen jetzt { $after } Pause, vorher { $before }
    [safety-pain-limit] jetzt aufhören, wenn der Schmerz über { $after } von 10 steigt, vorher über { $before }
   *[other] { $field } jetzt { $after }, vorher { $before }
}
change-value-added = { $key ->
    [schedule-review-on] Sie sehen sich am { $after }
    [exercise-load] jetzt mit { $after }
    [safety-pain-limit] jetzt aufhören, wenn der Schmerz über { $after } von 10 steigt
   *[other] { $field } jetzt { $after }
}
change-value-removed = { $key ->
    [schedule-review-on] Sie sehen sich nicht mehr am { $before }
    [exercise-load] jetzt ohne { $before }
    [safety-pain-limit] es gibt keine Schmerzgrenze mehr, vorher war sie { $before } von 10
   *[other] { $field } { $before } nicht mehr
}
change-from-week = { $dose } ab Woche { $week }
change-part = { $field } { $value }
change-text = { $field } geändert
# $text ist, was dort jetzt steht.
change-text-says = { $key ->
    [exercise-easier] leichter geht es jetzt anders: { $text }
    [exercise-harder] schwerer geht es jetzt anders: { $text }
    [exercise-caution] jetzt auf etwas anderes achten: { $text }
   *[other] { $field } jetzt: { $text }
}
change-text-added = { $field } hinzugefügt
change-text-added-says = { $key ->
    [exercise-easier] es gibt jetzt einen leichteren Weg: { $text }
    [exercise-harder] es gibt jetzt einen schwereren Weg: { $text }
    [exercise-caution] jetzt darauf achten: { $text }
   *[other] { $field } jetzt: { $text }
}
change-text-removed = { $field } entfernt
change-item-added = { $field }: „{ $item }“ hinzugefügt
change-item-removed = { $field }: „{ $item }“ entfernt
