# Was in einer neuen Fassung eines Programms anders ist: ein Satz für jede Änderung.

change-label = { $key ->
    [routine_title] Titel
    [routine_summary] Zusammenfassung
    [routine_language] Sprache
    [routine_tags] Stichwörter
    [author_name] Name der Verfasserin oder des Verfassers
    [author_role] Beruf der Verfasserin oder des Verfassers
    [author_clinic] Praxis
    [author_contact] Kontakt
    [schedule_times-per-day] Mal am Tag
    [schedule_max-per-day] höchstens am Tag
    [schedule_days] Tage
    [schedule_days-per-week] Tage in der Woche
    [schedule_days-between] Tage dazwischen
    [schedule_first-day] erster Tag
    [schedule_weeks] Wochen
    [schedule_last-day] letzter Tag
    [schedule_at] Uhrzeiten
    [schedule_review-on] Überprüfung am
    [safety_pain-limit] Schmerzgrenze
    [safety_stop-if] wann aufhören
    [safety_not-if] wann nicht beginnen
    [exercise_figure] Figur
    [exercise_position] Haltung
    [exercise_equipment] Hilfsmittel
    [exercise_regions] wofür sie ist
    [exercise_instructions] Anleitung
    [exercise_feel-it-in] wo es zu spüren ist
    [exercise_caution] worauf zu achten ist
    [exercise_clinician-note] Hinweis für diese Person
    [exercise_easier] leichtere Art
    [exercise_harder] schwerere Art
    [exercise_optional] freiwillig
    [exercise_source] Quelle
    [exercise_image] Bild
    [exercise_image-alt] Bild in Worten
    [exercise_say] Worte beim ersten Halten
    [exercise_kind] Art
    [exercise_hold] Halten
    [exercise_reps] Wiederholungen
    [exercise_sets] Sätze
    [exercise_sides] Seiten
    [exercise_first-side] erste Seite
    [exercise_prepare] Bereitmachen
    [exercise_rest] Pause dazwischen
    [exercise_switch] Seitenwechsel
    [exercise_rest-between-sets] Pause zwischen Sätzen
    [exercise_rest-after] Pause danach
    [exercise_pace] eine Wiederholung
    [exercise_tempo] Tempo
    [exercise_load] Gewicht oder Band
    [exercise_countdown] Sekunden, die ticken
    [exercise_halfway] Ton zur Hälfte
    [exercise_cue] Worte zu einem Zeitpunkt
    [exercise_step] Dosis von Woche zu Woche
    [exercise_rhythm] eigene Tage
   *[other] { $key }
}

# Ein Wort, aus denen eine Datei wählt.
change-word = { $key ->
    [kind-hold] Halten
    [kind-reps] Wiederholungen im Takt
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
change-value = { $field } von { $before } auf { $after }
change-value-added = { $field } jetzt { $after }
change-value-removed = { $field } { $before } nicht mehr
change-text = { $field } geändert
change-text-added = { $field } hinzugefügt
change-text-removed = { $field } entfernt
change-item-added = { $field }: „{ $item }“ hinzugefügt
change-item-removed = { $field }: „{ $item }“ entfernt
