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
change-added = { $exercise } ist neu
change-removed = { $exercise } ist nicht mehr dabei
change-moved = { $exercise } kommt an anderer Stelle
change-renamed = „{ $before }“ heißt jetzt „{ $exercise }“
change-value = { $key ->
    [routine-title] heißt jetzt „{ $after }“, vorher „{ $before }“
    [author-name] ist jetzt von { $after }, vorher von { $before }
    [schedule-review-on] Sie sehen sich am { $after }, vorher am { $before }
    [schedule-times-per-day] jetzt { $after }-mal am Tag, vorher { $before }-mal
    [schedule-max-per-day] jetzt höchstens { $after }-mal am Tag, vorher höchstens { $before }-mal
    [schedule-days] die Tage sind jetzt { $after }, vorher { $before }
    [schedule-days-per-week] { $after ->
        [1] jetzt an einem Tag in der Woche, vorher an { $before }
       *[other] jetzt an { $after } Tagen in der Woche, vorher an { $before }
    }
    [schedule-days-between] { $after ->
        [1] jetzt einen Tag dazwischen frei lassen, vorher { $before }
       *[other] jetzt { $after } Tage dazwischen frei lassen, vorher { $before }
    }
    [schedule-at] jetzt um { $after }, vorher um { $before }
    [schedule-first-day] beginnt jetzt am { $after }, vorher am { $before }
    [schedule-last-day] endet jetzt am { $after }, vorher am { $before }
    [schedule-weeks] { $after ->
        [1] dauert jetzt eine Woche, vorher { $before }
       *[other] dauert jetzt { $after } Wochen, vorher { $before }
    }
    [exercise-position] jetzt { $after }, vorher { $before }
    [exercise-hold] jetzt { $after } halten, vorher { $before }
    [exercise-time] jetzt { $after } lang, vorher { $before }
    [exercise-reps] jetzt { $after }-mal, vorher { $before }-mal
    [exercise-sets] { $after ->
        [1] jetzt ein Satz, vorher { $before }
       *[other] jetzt { $after } Sätze, vorher { $before }
    }
    [exercise-left] links jetzt { $after }, vorher { $before }
    [exercise-right] rechts jetzt { $after }, vorher { $before }
    [exercise-first-side] jetzt { $after } beginnen, vorher { $before }
    [exercise-load] jetzt mit { $after }, vorher mit { $before }
    [exercise-pace] jetzt { $after } für jede Wiederholung, vorher { $before }
    [exercise-tempo] das Tempo ist jetzt { $after }, vorher { $before }
    [exercise-prepare] jetzt { $after }, um sich vorzubereiten, vorher { $before }
    [exercise-switch] jetzt { $after } für den Seitenwechsel, vorher { $before }
    [exercise-rest] dazwischen jetzt { $after } Pause, vorher { $before }
    [exercise-rest-between-sets] zwischen den Sätzen jetzt { $after } Pause, vorher { $before }
    [exercise-rest-after] danach jetzt { $after } Pause, vorher { $before }
    [exercise-countdown] jetzt ticken die letzten { $after } Sekunden, vorher { $before }
    [exercise-step] die Dosis ist jetzt { $after }, vorher { $before }
    [exercise-rhythm] eigene Tage jetzt { $after }, vorher { $before }
    [exercise-from-week] beginnt jetzt in Woche { $after }, vorher in Woche { $before }
    [exercise-until-week] endet jetzt mit Woche { $after }, vorher mit Woche { $before }
    [exercise-group] gehört jetzt zu „{ $after }“, vorher zu „{ $before }“
    [group-rounds] { $after ->
        [1] jetzt eine Runde, vorher { $before }
       *[other] jetzt { $after } Runden, vorher { $before }
    }
    [group-rest-between-rounds] zwischen den Runden jetzt { $after } Pause, vorher { $before }
    [group-choose] jetzt { $after } davon wählen, vorher { $before }
    [safety-pain-limit] jetzt aufhören, wenn der Schmerz über { $after } von 10 steigt, vorher über { $before }
   *[other] { $field }: jetzt { $after }, vorher { $before }
}
change-value-added = { $key ->
    [author-name] ist jetzt von { $after }
    [schedule-review-on] Sie sehen sich am { $after }
    [schedule-max-per-day] jetzt höchstens { $after }-mal am Tag
    [schedule-days-per-week] { $after ->
        [1] jetzt an einem Tag in der Woche
       *[other] jetzt an { $after } Tagen in der Woche
    }
    [schedule-days-between] { $after ->
        [1] jetzt einen Tag dazwischen frei lassen
       *[other] jetzt { $after } Tage dazwischen frei lassen
    }
    [schedule-at] jetzt um { $after }
    [schedule-first-day] beginnt am { $after }
    [schedule-last-day] endet am { $after }
    [schedule-weeks] { $after ->
        [1] dauert eine Woche
       *[other] dauert { $after } Wochen
    }
    [exercise-position] { $after }
    [exercise-hold] jetzt { $after } halten
    [exercise-time] jetzt { $after } lang
    [exercise-reps] jetzt { $after }-mal
    [exercise-left] links jetzt { $after }
    [exercise-right] rechts jetzt { $after }
    [exercise-load] jetzt mit { $after }
    [exercise-pace] jetzt { $after } für jede Wiederholung
    [exercise-tempo] das Tempo ist jetzt { $after }
    [exercise-step] die Dosis ändert sich: { $after }
    [exercise-rhythm] hat jetzt eigene Tage: { $after }
    [exercise-from-week] beginnt jetzt in Woche { $after }
    [exercise-until-week] endet jetzt mit Woche { $after }
    [exercise-group] gehört jetzt zu „{ $after }“
    [group-choose] jetzt { $after } davon wählen
    [safety-pain-limit] jetzt aufhören, wenn der Schmerz über { $after } von 10 steigt
   *[other] { $field }: jetzt { $after }
}
change-value-removed = { $key ->
    [schedule-review-on] Sie sehen sich nicht mehr am { $before }
    [schedule-max-per-day] am Tag gibt es kein Höchstmaß mehr, vorher war es { $before }-mal
    [schedule-days-per-week] keine Zahl von Tagen in der Woche mehr, vorher { $before }
    [schedule-days-between] dazwischen muss kein Tag mehr frei bleiben, vorher { $before }
    [schedule-at] keine Uhrzeiten mehr, vorher { $before }
    [schedule-weeks] keine Zahl von Wochen mehr, vorher { $before }
    [exercise-tempo] kein Tempo mehr, vorher { $before }
    [exercise-load] jetzt ohne { $before }
    [exercise-step] die Dosis bleibt jetzt gleich, vorher { $before }
    [exercise-rhythm] keine eigenen Tage mehr, vorher { $before }
    [exercise-left] links keine eigene Dosis mehr, vorher { $before }
    [exercise-right] rechts keine eigene Dosis mehr, vorher { $before }
    [exercise-group] gehört nicht mehr zu „{ $before }“
    [safety-pain-limit] es gibt keine Schmerzgrenze mehr, vorher war sie { $before } von 10
   *[other] { $field }: nichts mehr, vorher { $before }
}
change-from-week = { $dose } ab Woche { $week }
change-part = { $field } { $value }
change-text = { $key ->
    [exercise-instructions] die Anleitung ist jetzt eine andere
    [exercise-figure] die Figur ist jetzt eine andere
    [exercise-image] das Bild ist jetzt ein anderes
    [exercise-cue] die Worte zwischendurch sind jetzt andere
    [exercise-regions] wofür sie ist, steht jetzt anders da
   *[other] { $field }: jetzt anders
}
# $text ist, was dort jetzt steht.
change-text-says = { $key ->
    [exercise-easier] leichter geht es jetzt anders: { $text }
    [exercise-harder] schwerer geht es jetzt anders: { $text }
    [exercise-caution] jetzt auf etwas anderes achten: { $text }
   *[other] { $field } jetzt: { $text }
}
change-text-added = { $key ->
    [exercise-instructions] es gibt jetzt eine Anleitung
    [exercise-figure] es gibt jetzt eine Figur
    [exercise-image] es gibt jetzt ein Bild
    [exercise-cue] es gibt jetzt Worte zwischendurch
    [exercise-regions] es steht jetzt da, wofür sie ist
   *[other] { $field }: jetzt vorhanden
}
change-text-added-says = { $key ->
    [exercise-easier] es gibt jetzt eine leichtere Art: { $text }
    [exercise-harder] es gibt jetzt einen schwereren Weg: { $text }
    [exercise-caution] jetzt darauf achten: { $text }
   *[other] { $field } jetzt: { $text }
}
change-text-removed = { $field }: nichts mehr
change-item-added = { $key ->
    [safety-stop-if] auch aufhören bei „{ $item }“
    [safety-not-if] auch nicht beginnen bei „{ $item }“
    [exercise-equipment] Sie brauchen jetzt „{ $item }“
   *[other] { $field }: „{ $item }“ ist neu
}
change-item-removed = { $key ->
    [exercise-equipment] Sie brauchen „{ $item }“ nicht mehr
   *[other] { $field }: „{ $item }“ steht nicht mehr da
}

# Dasselbe, wenn niemand weiß, welche Fassung die spätere ist, oder die der Datei die frühere ist: was in der Datei
# steht und was in der eigenen.
beside-field = { $field }: { $change }
beside-added = { $exercise } steht nur in dieser Datei
beside-removed = { $exercise } steht nur in Ihrer
beside-moved = { $exercise } kommt an anderer Stelle als in Ihrer
beside-renamed = „{ $exercise }“ heißt in Ihrer „{ $before }“
beside-value = in dieser Datei { $after }; in Ihrer { $before }
beside-value-added = in dieser Datei { $after }; in Ihrer nichts
beside-value-removed = in dieser Datei nichts; in Ihrer { $before }
beside-text = in dieser Datei anders als in Ihrer
beside-text-says = in dieser Datei steht „{ $text }“
beside-text-added = nur in dieser Datei
beside-text-removed = nur in Ihrer
beside-item-added = „{ $item }“ nur in dieser Datei
beside-item-removed = „{ $item }“ nur in Ihrer
