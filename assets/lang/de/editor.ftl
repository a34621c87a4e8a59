# Eine Verordnung schreiben: Übungen auswählen, und der Editor.

## Übungen auswählen

pick-title = Übungen hinzufügen
pick-for = zu { $title }
pick-back = Zurück zum Programm
pick-back-to-all = Zurück zu allen Übungen
pick-search = Übungen suchen
pick-search-hint = Suchen
pick-region = Körperregion
pick-position = Haltung
pick-with = Mit
pick-with-nothing = nichts
pick-with-mat = Matte
pick-with-chair = Stuhl
pick-with-wall = Wand
pick-with-towel = Handtuch
pick-with-band = Übungsband
pick-with-step = Stufe
pick-with-table = Tisch
pick-with-stick = Stab
pick-with-weight = Gewicht
pick-with-pillow = Kissen
pick-clear = Alle Filter aufheben
pick-show-filters = Filter anzeigen
pick-hide-filters = Filter ausblenden
pick-found = { $found } von { $of } Übungen
pick-filtered = gefiltert: { $by }
pick-none = Nichts gefunden. Versuchen Sie ein anderes Wort, oder nehmen Sie einen Filter weg.
pick-look = { $name }: { $dose }
pick-take = { $name } auswählen
pick-take-in = Auswählen
pick-take-out = Wieder herausnehmen
pick-close = Schließen
pick-close-name = Vorschau schließen
pick-chosen = Ausgewählt
pick-chosen-count = { $count ->
    [one] 1 Übung
   *[other] { $count }, in dieser Reihenfolge
}
pick-out = { $name } wieder herausnehmen
pick-move-keys = Alt ← →
pick-add = { $count } hinzufügen
editor-minutes = { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
}
editor-place = { $name }, { $number } von { $of }

## Eine Figur auswählen

figures-title = Figur auswählen
figures-for = für { $name }

## Der Editor

editor-back = Editor verlassen
editor-untitled = Ein neues Programm
editor-no-changes = Nichts zu speichern
editor-saved = Gespeichert als { $file }
editor-changes = { $count ->
    [0] Noch nicht gespeichert
    [one] 1 Änderung
   *[other] { $count } Änderungen
}
editor-changes-kept = { editor-changes }, um { $time } als Entwurf gesichert
editor-undo = Rückgängig
editor-redo = Wiederholen
editor-save = Speichern
editor-pages = Was angezeigt wird
editor-page-parts = Übungen
editor-page-fields = Felder
editor-page-seen = Vorschau
editor-exercises = Übungen
editor-count = { $count ->
    [one] 1 Übung
   *[other] { $count } Übungen
}
editor-about = etwa { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
}
editor-add = Übungen hinzufügen
editor-add-own = Eine eigene
editor-own-name = Neue Übung
editor-move-hint = Zum Verschieben ziehen, oder Alt ↑ und Alt ↓ drücken.
editor-move-keys = Alt ↑, Alt ↓
editor-mistakes = { $count ->
    [one] 1 Fehler zu beheben
   *[other] { $count } Fehler zu beheben
}
editor-hints = { $count ->
    [one] 1 Hinweis
   *[other] { $count } Hinweise
}
editor-part-routine = Über dieses Programm
editor-part-schedule = Zeitplan
editor-part-safety = Wann aufhören
editor-part-author = Verordnet von
editor-part-defaults = Für jede Übung
editor-defaults-hint = Was für jede Übung gilt, die nichts anderes sagt.
editor-signs = { $count ->
    [one] 1 Zeichen
   *[other] { $count } Zeichen
}
editor-limit = Grenze { $limit }
editor-no-exercise = Es gibt noch keine Übung. Fügen Sie welche aus der Sammlung hinzu, oder eine eigene.
editor-number = Übung { $number } von { $of }
editor-up = { $name } nach oben verschieben
editor-down = { $name } nach unten verschieben
editor-duplicate = { $name } verdoppeln
editor-remove = { $name } entfernen
editor-more = Mehr
editor-more-names = { $more ->
    [0] { $names }
   *[other] { $names } und { $more } weitere
}
editor-less = Weniger
editor-as-text = Der Text der Datei
editor-as-text-why = Eine Zeile darin ist nicht lesbar, daher haben die Felder keinen Platz. Beheben Sie das hier, dann kommen sie wieder.
editor-as-text-good = Er ist wieder lesbar. Sobald Sie den Text verlassen, kommen die Felder wieder.
editor-as-text-back = Zurück zu den Feldern
editor-text = Text
editor-mend = Meinten Sie { $value }?
editor-shown-by = Figur oder Bild
editor-figure = Figur
editor-picture = Bild
editor-picture-own = Eigenes Bild
editor-picture-choose = Bild auswählen
editor-picture-hint = Wählen Sie ein PNG oder JPEG aus, ziehen Sie es auf das Fenster oder fügen Sie seinen Pfad ein.
editor-picture-no-dialog = Hier gibt es kein Fenster zum Auswählen von Dateien. Ziehen Sie das Bild hierher oder fügen Sie seinen Pfad ein.
editor-picture-copy = Dieses Bild neben das Programm kopieren
editor-picture-pasted = Die Eingabetaste kopiert es: Ein Bild, das neben dem Programm liegt, geht mit ihm mit.
editor-picture-homeless = Das Bild liegt jetzt unter { $picture }, aber die Übung, für die es war, ist nicht mehr da.
editor-pictures-left = { $count ->
    [one] { $pictures } konnte nicht mitkopiert werden. { $reason }
   *[other] { $pictures } konnten nicht mitkopiert werden. { $reason }
}
editor-line = Zeile { $line }: { $what }
editor-one-a-line = je Zeile eines
editor-figure-choose = Figur auswählen
editor-figure-change = Andere Figur
editor-figure-name = { $field } { $figure }
editor-figure-none = Figur herausnehmen
editor-cue-add = Worte zu einem Zeitpunkt
editor-cue-more = Weitere Worte
editor-step-add = Andere Dosis ab einer Woche
editor-step-remove = Änderung { $number } entfernen
editor-group-add = Weitere Gruppe
editor-group-remove = Gruppe { $number } entfernen
editor-group-new = Gruppe { $number }
editor-group-none = Keine
editor-group-hint = Es gibt noch keine Gruppe. Legen Sie eine unter „Über dieses Programm“ an.
editor-as-usual = wie üblich
editor-cue-remove = Worte { $number } entfernen
editor-cue-field = { $field }, Worte { $number }
editor-own-figures-none = keine

editor-word-none = ohne Seiten
editor-word-left = links
editor-word-right = rechts
editor-word-each = jede
editor-word-alternate = im Wechsel
editor-word-hold = halten
editor-word-reps = wiederholen
editor-word-time = Zeit
editor-word-open = bis fertig
editor-word-mon = Mo
editor-word-tue = Di
editor-word-wed = Mi
editor-word-thu = Do
editor-word-fri = Fr
editor-word-sat = Sa
editor-word-sun = So

## Wie es ankommt

editor-seen = So sieht man es
editor-seen-without = Gezeigt ohne das, was Fehler hat.
editor-seen-as-before = Gezeigt, wie es vor dem Fehler war.
editor-nothing-seen = Wählen Sie eine Übung, um sie so zu sehen, wie sie ankommt.
editor-session = Die ganze Sitzung
editor-length = diese Übung { $own } von { $all }
editor-try = Ab hier ausprobieren
editor-try-fast = Schnell durchlaufen
editor-try-hint = Wird nicht aufgezeichnet. Schnell heißt sechzigmal so schnell, und ohne Ton.
editor-try-mend = Sobald die Fehler behoben sind, lässt es sich ausprobieren.
editor-before = Bevor Sie es weitergeben
editor-hand-out-mend = Beheben Sie zuerst die Fehler.
editor-hand-out-save = Fragt zuerst, ob gespeichert wird.
editor-all-well = Nichts zu beheben.
editor-wrong-in = { $name }: { $what }

## Was gefragt wird

editor-leave-title = Verlassen, ohne zu speichern?
editor-leave-about = „{ $title }“ hat Änderungen, die nicht gespeichert sind.
editor-leave-save = Speichern und verlassen
editor-leave-discard = Ohne Speichern verlassen
editor-leave-stay = Weiter bearbeiten
editor-save-title = „{ $title }“ speichern
editor-save-changes = Was sich geändert hat
editor-save-mistakes = Es hat Fehler. Wird es so gespeichert, lässt es sich erst verwenden, wenn sie behoben sind.
editor-count-up = Die Fassung hochzählen, damit die Änderung bemerkt wird
editor-changed-title = Jemand anderes hat diese Datei geändert
editor-changed-about = Sie wurde auf der Platte geändert, während Sie sie geöffnet hatten. Nichts wird überschrieben.
editor-changed-theirs = Was jetzt in der Datei steht
editor-changed-own = Was Sie geändert haben
editor-changed-hint = Was aus der Datei übernommen wird, lässt sich hier rückgängig machen.
editor-changed-copy = Meine als Kopie speichern
editor-changed-take = Die der Datei übernehmen
editor-new = Neues Programm
editor-edit = Bearbeiten
editor-edit-name = { $title } bearbeiten
editor-edit-copy = Kopie bearbeiten
editor-edit-copy-name = Eine Kopie von { $title } bearbeiten
editor-duplicate-routine = Verdoppeln
editor-duplicate-routine-name = { $title } verdoppeln

keys-editor-save = Speichern
keys-editor-undo = Rückgängig
keys-editor-redo = Wiederholen
keys-editor-move = Übung nach oben oder unten verschieben
keys-editor-duplicate = Übung verdoppeln
keys-editor-fields = Von der Liste zur Dosis
keys-editor-panes = Zum nächsten Teil des Editors
keys-editor-back = Zurück zur Liste, dann hinaus
keys-editor-search = Übungen suchen
keys-editor-add = Gewählte Übungen hinzufügen
editor-changed-both = Beide übernehmen
editor-gone-title = Die Datei ist nicht mehr da
editor-gone-about = Sie wurde verschoben oder gelöscht, während Sie sie geöffnet hatten. Was Sie hier haben, bleibt.
editor-gone-save = Neu anlegen
editor-protected-title = Diese Datei bleibt, wie sie ist
editor-elsewhere = Ein anderes Fenster hat an dieser Datei etwas nicht gespeichert.
editor-renewed = Die Datei wurde anderswo geändert und wird so gezeigt, wie sie jetzt ist.
editor-left-here = An diesem Programm blieb etwas ungespeichert. Es liegt auf der Seite „Heute“, zum Weitermachen oder Verwerfen.
editor-left = An „{ $title }“ blieb etwas ungespeichert.
editor-left-go-on = Damit weitermachen
editor-left-go-on-name = Mit „{ $title }“ weitermachen, { $when }
editor-left-drop = Verwerfen
editor-left-drop-name = Das Ungespeicherte an „{ $title }“ verwerfen, { $when }
editor-left-ask = Das Ungespeicherte an „{ $title }“ verwerfen? Es ist dann weg.
editor-left-keep = Behalten
editor-left-keep-name = Das Ungespeicherte an „{ $title }“ behalten, { $when }
editor-save-now = Jetzt speichern

## Das Fenster des Systems, in dem man eine Datei auswählt

file-dialog-picture = Bild auswählen
file-dialog-pictures = Bilder (PNG, JPEG)
file-dialog-routine = Programm öffnen
file-dialog-routines = Programmdateien und Fotos eines Codes
