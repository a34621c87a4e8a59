# Ein Programm aus dem Fenster weitergeben.

hand-out-button = Weitergeben
hand-out-name = { $title } weitergeben
hand-out-back = ← { $title }
hand-out-title = Weitergeben
hand-out-form = Als
hand-out-pdf = PDF
hand-out-html = Webseite
hand-out-share = Supple-Datei
hand-out-pdf-hint = Zum Drucken, oder für jemanden ohne Supple.
hand-out-html-hint = Eine Datei, die jeder Browser zeigt und druckt, mit allen Buchstaben und Zeichen.
hand-out-share-hint = Für jemanden mit Supple, der durch das Programm geführt wird. Sie enthält das Programm und seine Bilder.
hand-out-paper = Papier
hand-out-a4 = A4
hand-out-letter = Letter
hand-out-large = Großdruck
hand-out-path = Speichern unter
hand-out-save = Speichern
hand-out-folder = Im Ordner zeigen
hand-out-exists = { $path } gibt es schon und blieb, wie es war.
hand-out-replace = Ersetzen
hand-out-laying = Die Blätter werden gesetzt.
hand-out-preview = So wird es auf Papier
hand-out-preview-html = Aus einem Browser gedruckt sieht es etwa so aus
hand-out-preview-share = Auf Papier sähe es so aus
hand-out-sheet = Blatt { $number } von { $of }
