# Was im Editor getan wurde, und warum etwas nicht ging.

# Wie ein Feld heißt, im Editor und wo eine Änderung gesagt wird.
edit-label = { $key ->
    [routine-format] Format
    [routine-title] Titel
    [routine-id] Kennung
    [routine-revision] Fassung
    [routine-summary] Zusammenfassung
    [routine-language] Sprache
    [routine-updated] Zuletzt geändert
    [routine-tags] Stichwörter
    [routine-author] Verfasst von
    [routine-schedule] Zeitplan
    [routine-safety] Wann aufhören
    [routine-defaults] Für alle Übungen
    [routine-group] Gruppen
    [routine-exercise] Übungen
    [routine-figure] Figuren
    [author-name] Ihr Name
    [author-role] Beruf
    [author-clinic] Praxis
    [author-contact] Kontakt
    [schedule-times-per-day] Mal am Tag
    [schedule-max-per-day] Höchstens am Tag
    [schedule-days] Tage
    [schedule-days-per-week] Tage in der Woche
    [schedule-days-between] Tage dazwischen
    [schedule-first-day] Erster Tag
    [schedule-weeks] Wochen
    [schedule-last-day] Letzter Tag
    [schedule-afterwards] Danach
    [schedule-at] Uhrzeiten
    [schedule-review-on] Überprüfen am
    [safety-pain-limit] Schmerzgrenze
    [safety-stop-if] Aufhören bei
    [safety-not-if] Nicht beginnen bei
    [exercise-name] Name
    [exercise-id] Kennung
    [exercise-use] Übernommen von
    [exercise-position] Haltung
    [exercise-equipment] Hilfsmittel
    [exercise-regions] Für
    [exercise-instructions] Anleitung
    [exercise-feel-it-in] Zu spüren in
    [exercise-caution] Vorsicht
    [exercise-clinician-note] Hinweis für diese Person
    [exercise-easier] Leichtere Art
    [exercise-harder] Schwerere Art
    [exercise-optional] Freiwillig
    [exercise-group] Gruppe
    [exercise-source] Quelle
    [exercise-image] Bild
    [exercise-image-alt] Das Bild in Worten
    [exercise-figure] Figur
    [exercise-say] Beim ersten Halten gesagt
    [exercise-kind] Art
    [exercise-time] Zeit
    [exercise-left] Linke Seite
    [exercise-right] Rechte Seite
    [exercise-hold] Halten
    [exercise-reps] Wiederholungen
    [exercise-sets] Sätze
    [exercise-sides] Seiten
    [exercise-first-side] Erste Seite
    [exercise-prepare] Bereitmachen
    [exercise-rest] Pause dazwischen
    [exercise-switch] Seitenwechsel
    [exercise-rest-between-sets] Pause zwischen Sätzen
    [exercise-rest-after] Pause danach
    [exercise-pace] Je Wiederholung
    [exercise-countdown] Sekunden, die ticken
    [exercise-halfway] Ton zur Hälfte
    [exercise-cue] Worte zu einem Zeitpunkt
    [exercise-times-per-day] Mal am Tag
    [exercise-days] Tage
    [exercise-days-per-week] Tage in der Woche
    [exercise-days-between] Tage dazwischen
    [exercise-from-week] Von Woche
    [exercise-until-week] Bis Woche
    [exercise-step] Von Woche zu Woche
    [exercise-tempo] Tempo
    [exercise-load] Gewicht oder Band
    [step-from-week] Ab Woche
    [step-hold] Halten
    [step-reps] Wiederholungen
    [step-sets] Sätze
    [step-time] Zeit
    [step-pace] Je Wiederholung
    [step-tempo] Tempo
    [step-load] Gewicht oder Band
    [step-left] Linke Seite
    [step-right] Rechte Seite
    [group-name] Name
    [group-rounds] Runden
    [group-rest-between-rounds] Pause zwischen Runden
    [group-choose] Zur Wahl
    [cue-at] Bei
    [cue-say] Worte
   *[other] { $key }
}

# Eine Übung, wie sie im Getanen genannt wird.
edit-exercise-named = { $name }
edit-exercise-numbered = Übung { $number }

edit-field = { $field }
edit-in-exercise = { $exercise }: { $edit }
edit-add = Übung hinzufügen
edit-add-library = Übung aus der Sammlung hinzufügen
edit-duplicate = { $exercise } kopieren
edit-remove = { $exercise } entfernen
edit-move = { $exercise } verschieben
edit-text = Der Text

edit-refused-unreadable = Eine Zeile dieser Datei verletzt die Grammatik. Beheben Sie das zuerst im Text.
edit-refused-not-there = Das steht nicht mehr in der Datei.
edit-refused-by-hand = Die Datei schreibt das so, dass nur ein Texteditor es ändern kann.

edit-draft-failed = Ungespeicherte Änderungen können nicht als Entwurf aufbewahrt werden: { $reason }
edit-draft-unread = Der Entwurf kann nicht gelesen werden: { $reason }
edit-no-text = Diese Datei ist kein Text und kann deshalb nicht bearbeitet werden.
