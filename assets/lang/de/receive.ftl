# Die Seite, auf der die Datei eines Programms von anderswo zu sehen ist, bevor es aufgenommen wird.

receive-new = Ein Programm für Sie, aus der Datei { $file }, { $version }
receive-update = Eine neue Fassung eines Ihrer Programme
receive-older = Eine ältere Fassung eines Ihrer Programme
receive-same-version = Anders als Ihres, mit derselben Nummer der Fassung
receive-same = Dieses Programm haben Sie schon, genau wie in { $file }
receive-another = Ein Programm aus der Datei { $file }, an der Stelle eines anderen
receive-version = Fassung { $revision } vom { $date }
receive-as-before = wie in Fassung { $revision }
receive-unnamed = Die Datei sagt nicht, von wem sie ist
receive-trust = So steht es in der Datei, und Supple kann es nicht prüfen.
receive-trust-unnamed = Supple kann nicht prüfen, woher eine Datei kommt.
receive-expected = Nehmen Sie das Programm auf, wenn Sie es erwartet haben.

receive-how-long = Wie lange
receive-minutes = { $minutes ->
    [one] etwa eine Minute
   *[other] etwa { $minutes } Minuten
}
receive-easier = Gut zu wissen: Für { $exercises } gibt es keine leichtere Art. Lassen Sie { $count ->
    [one] die Übung weg, wenn sie wehtut.
   *[other] die Übung weg, die wehtut.
}
receive-ended = Gut zu wissen: Der letzte Tag war der { $date }. Fragen Sie bei der Person nach, die Ihnen das Programm gegeben hat.
receive-all = Jede Übung ganz ansehen

receive-changes = Was sich ändert
receive-differs = Was anders ist
receive-whole = Das Programm
receive-length-name = Dauer
receive-length = Es dauert jetzt etwa { $minutes ->
    [one] eine Minute
   *[other] { $minutes } Minuten
}, vorher { $before }.
receive-length-beside = In dieser Datei etwa { $minutes ->
    [one] eine Minute
   *[other] { $minutes } Minuten
}; in Ihrer { $before }.
receive-stop = Wann aufhören
receive-stop-added = Auch bei: „{ $sign }“.
receive-stop-removed = Nicht mehr bei: „{ $sign }“.
receive-not-if-added = Auch nicht machen bei: „{ $sign }“.
receive-not-if-removed = Nicht mehr ausgenommen: „{ $sign }“.
receive-stays = { $exercises } { $count ->
    [one] bleibt
   *[other] bleiben
} gleich. Ihr Verlauf geht weiter.
receive-stays-many = { $count } Übungen bleiben gleich. Ihr Verlauf geht weiter.
receive-stays-all = An dem, was Sie tun, ändert sich nichts. Ihr Verlauf geht weiter.
receive-stays-history = Ihr Verlauf geht weiter.

receive-add = Aufnehmen
receive-try = Einmal probieren
receive-not-now = Jetzt nicht
receive-open = Öffnen
receive-use = Fassung { $revision } verwenden
receive-keep = Fassung { $revision } behalten
receive-use-instead = Dieses verwenden
receive-keep-mine = Meines behalten
receive-both = Beide haben
receive-hint-both = Bei beiden bekommt dieses eine eigene Kennung.
receive-hint-try = Beim Probieren wird nichts aufgenommen und nichts festgehalten.
receive-hint-sent = Es wird nichts gesendet.
receive-hint-kept = Fassung { $revision } bleibt daneben erhalten.
receive-hint-kept-older = Nehmen Sie diese, bleibt Ihre Fassung { $revision } daneben erhalten.
receive-hint-kept-same = Nehmen Sie dieses, bleibt Ihres daneben aufgehoben.

receive-kept-new = „{ $title }“ ist jetzt eines Ihrer Programme.
receive-kept-replaced = Sie haben jetzt diese Fassung von „{ $title }“.
receive-kept-same = „{ $title }“ haben Sie schon.
receive-kept-pictures = „{ $title }“ hat jetzt die neuen Bilder.
receive-kept-in = Die Datei ist { $path }
receive-kept-previous = Die frühere ist aufgehoben als { $path }
# The way to the version that gave way to another.
routine-earlier = Frühere Fassung
routine-earlier-name = Frühere Fassung: { $title }
receive-earlier-name = Frühere Fassung: { $file }
receive-start-name = Starten: { $file }

receive-which = Beide nennen sich Fassung { $revision }, deshalb kann Supple nicht sagen, welche die spätere ist. Wer die Datei geschickt hat, weiß es.

receive-none = Supple findet hier kein Programm
receive-broken = Diese Datei lässt sich so nicht verwenden
receive-broken-advice = Bitten Sie die Person, von der sie kommt, um eine neue. An Ihren Programmen hat sich nichts geändert.
receive-mistakes-show = Zeigen, was nicht stimmt
receive-mistakes-hide = Ausblenden, was nicht stimmt
receive-copy = Einen Text für die Person kopieren, von der sie kommt
receive-copied = Kopiert. Sie können ihn in eine Nachricht einfügen.
receive-report = Die Datei { $file } lässt sich in Supple { $version } so nicht verwenden:

receive-listed = Aus { $file } · { $facts }
receive-listed-broken = { $file } lässt sich so nicht verwenden
receive-look-name = { $file } ansehen
routines-open = Datei öffnen
routines-open-choose = Datei auswählen
routines-open-no-dialog = Dieser Desktop hat kein Fenster, in dem man eine Datei auswählt. Tippen Sie den Pfad der Datei, oder fügen Sie ihn ein.
routines-open-path = Pfad der Datei
routines-open-look = Die Datei ansehen
routines-open-close = Schließen: Pfad einer Datei
error-import-mistakes = Die Datei hat Fehler und gehört nicht zu Ihren Programmen.
