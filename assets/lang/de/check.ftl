# Was an einer Übungsdatei falsch sein kann und wie man es behebt. Die Namen ohne `check-` sind die
# Kennungen von `supple check --format json`; sie ändern sich nie.

check-error = Fehler
check-warning = Warnung
check-help = Hilfe
check-more = { $count ->
    [one] Ein weiterer Hinweis wird nicht gezeigt. Er erscheint, sobald einige von diesen behoben sind.
   *[other] { $count } weitere Hinweise werden nicht gezeigt. Sie erscheinen, sobald einige von diesen behoben sind.
}
check-may-hide-more = Einige Zeilen ließen sich nicht lesen. Danach kann also noch mehr zu beheben sein.
check-summary-good = { $path }: keine Fehler
check-summary-warnings = { $path }: { $warnings ->
    [one] keine Fehler, 1 Warnung
   *[other] keine Fehler, { $warnings } Warnungen
}
check-summary-errors = { $path }: { $errors ->
    [one] 1 Fehler zu beheben
   *[other] { $errors } Fehler zu beheben
}
check-summary-all = { $files ->
    [one] 1 Programm geprüft
   *[other] { $files } Programme geprüft
}: { $errors ->
    [0] { $warnings ->
        [0] keine Fehler
        [one] keine Fehler, 1 Warnung
       *[other] keine Fehler, { $warnings } Warnungen
    }
    [one] Fehler zu beheben in 1 Datei
   *[other] Fehler zu beheben in { $errors } Dateien
}
check-length = Das Programm dauert { $time }.
check-length-open = Das Programm dauert { $time }, und dazu so lange, wie die Person für die Übungen ohne feste Dauer braucht.

check-too-large = Diese Datei ist größer als { $limit } KiB. So viel braucht ein Übungsprogramm nie, deshalb wurde sie nicht gelesen.
check-too-large-help = Prüfen Sie, ob es die richtige Datei ist. Ein langes Programm lässt sich in mehreren Dateien leichter befolgen.
check-reader-failed = Supple hat bei dieser Datei selbst einen Fehler gemacht, deshalb lässt sie sich nicht verwenden. Alles andere geht weiter.
check-reader-failed-help = Bitte mit dieser Datei melden. Vielleicht liegt es an dem, was in der Datei zuletzt geändert wurde.
check-not-text = Das ist kein UTF-8-Text: Das Byte { $byte } steht, wo kein Buchstabe damit beginnen kann.
check-not-text-help = Öffnen Sie die Datei in einem Texteditor und speichern Sie sie mit der Kodierung UTF-8. Sieht sie dort unleserlich aus, ist es keine Übungsdatei.
check-format-missing = Die erste Zeile muss sagen, in welchem Format die Datei geschrieben ist.
check-format-missing-help = Beginnen Sie die Datei mit: format = 1
check-format-unknown = Diese Version von Supple liest das Format 1, in der Datei steht { $found }.
check-format-unknown-help = Schreiben Sie format = 1. Stammt die Datei aus einem neueren Supple, aktualisieren Sie dieses.
check-key-unknown = „{ $key }“ ist kein Schlüssel, der hierher gehört.
check-key-unknown-help-near = Meinten Sie „{ $near }“?
check-key-unknown-help-list = Am häufigsten stehen hier: { $known }. „supple new --reference“ erklärt alle Schlüssel (englisch).
check-key-elsewhere-help = „{ $key }“ gehört unter { $place }.
check-key-at-top-help = „{ $key }“ gehört an den Anfang der Datei, vor die erste Überschrift.
check-key-schedule-help = „{ $key }“ gehört unter [schedule] und gilt für das ganze Programm. Eigene Tage (days) und times_per_day kann eine Übung haben.
check-key-load-help = Schreiben Sie ein Gewicht oder Band mit Einheit oder Farbe: load = "2 kg" oder load = "rotes Band".
check-key-tempo-help = Schreiben Sie, wie lange eine Wiederholung dauert, kind = "reps" und pace = "4s", oder wie jeder Teil davon verläuft: tempo = "2s up, 1s hold, 3s down" (auf, halten, ab).
check-key-in-words-help = Dafür hat das Format keinen Schlüssel. Schreiben Sie es in die Anleitung (instructions), wo die Person es liest und hört.
check-key-sound-help = Wie es klingt, sagt kein Programm: das wählt die Person in den Einstellungen. Was zu hören sein soll, steht in say = "…" einer Übung, und was zu einem Zeitpunkt gesagt wird, unter [[exercise.cue]].
check-key-patient-help = Ein Programm nennt keine Patienten. Lassen Sie die Zeile weg; was für eine Person bestimmt ist, steht in clinician_note.
check-key-weekly-help = Für drei beliebige Tage der Woche schreiben Sie days_per_week = 3, oder nennen Sie die Tage: days = ["mon", "wed", "fri"]. Wie oft an jedem von ihnen: times_per_day = 1.
check-key-frequency-help = Sagen Sie, wie oft am Tag geübt wird, times_per_day = 2, und an welchen Tagen, wenn nicht an allen: days = ["mon", "wed", "fri"], oder days_per_week = 3 für drei beliebige. Jeden zweiten Tag ist days_between = 1. Unter [schedule] gilt es für das ganze Programm, unter [[exercise]] für diese Übung.
check-key-interval-help = Sagen Sie unter [schedule], wie oft am Tag geübt wird, times_per_day = 8, oder nennen Sie die Uhrzeiten: at = ["08:00", "10:00"].
check-key-length-help = Wie lange eine Sitzung dauert, folgt aus den Übungen: hold = "30s" unter [[exercise]]. Wie viele Wochen lang geübt wird, steht unter [schedule]: weeks = 6; und wann Sie die Person wiedersehen möchten: review_on = 2026-12-20.
check-key-time-help = Für eine Dehnung, die gehalten wird, schreiben Sie hold = "30s"; für eine Tätigkeit wie Gehen time = "10m".
check-key-purpose-help = Ein Programm nennt weder Patienten noch Diagnosen. Wofür es gut ist, kann oben in summary = "…" und in tags = ["…"] stehen.
check-key-dose-help = Jeder Teil einer Dosis hat einen eigenen Schlüssel: sets = 3 (Sätze), und reps = 10 (Wiederholungen) mit kind = "reps" oder hold = "30s" (Halten).
check-key-order-help = Geübt wird in der Reihenfolge der Datei, jede Übung unter einer Zeile [[exercise]]. Was zu einer anderen Tageszeit gehört, ist ein Programm für sich.
check-key-top-help = Was für das ganze Programm gilt, steht am Anfang der Datei, ohne Überschrift: title = "…".
check-key-span-help = Wie lange ein Programm dauert, steht unter [schedule]: weeks = 6, ab der ersten Sitzung oder ab first_day = 2027-01-04, oder last_day = 2027-02-14. Eine andere Dosis von einer Woche an steht unter [[exercise.step]]: from_week = 3. In welchen Wochen eine Übung vorkommt, steht unter [[exercise]]: from_week = 4, until_week = 8.
check-key-one-side-help = Für eine eigene Dosis je Seite: left = { "{" } reps = 10 { "}" } (links) und right = { "{" } reps = 6 { "}" } (rechts); auch hold und sets können dort stehen.
check-key-side-load-help = Eine Seite hat kein eigenes Gewicht. Schreiben Sie die Übung zweimal, einmal mit sides = "left" und einmal mit sides = "right", jede mit ihrem load.
check-key-group-step-help = Eine Gruppe hat ihre Runden in jeder Woche. Für andere Runden ab einer Woche schreiben Sie sie als zwei Gruppen mit den Übungen von jeder, until_week = 2 in denen der ersten und from_week = 3 in denen der zweiten. Was sich in einer Übung ändert, steht unter ihr: [[exercise.step]].
check-key-missing = Hier fehlt „{ $key }“.
check-key-missing-help = Fügen Sie eine Zeile hinzu: { $key } = …
check-no-exercise = Das Programm hat keine Übung.
check-no-exercise-help = Fügen Sie am Ende eine hinzu: eine Zeile [[exercise]] und darunter eine Zeile name = "…".
check-too-many-exercises = Es sind { $count } Übungen, höchstens { $limit } sind möglich.
check-too-many-exercises-help = Teilen Sie das Programm auf mehrere Dateien auf.

check-wrong-kind = Zu „{ $key }“ gehört { $wanted }.
check-kind-text = ein Text
check-kind-text-help = Setzen Sie die Worte zwischen gerade Anführungszeichen: { $key } = "…".
check-kind-texts = eine Liste
check-kind-texts-help = Setzen Sie eckige Klammern darum, mit Kommas dazwischen: { $key } = ["…", "…"].
check-kind-whole = eine ganze Zahl
check-kind-count = eine ganze Zahl oder zwei mit „to“ dazwischen: "8 to 12"
check-kind-whole-help = Schreiben Sie die Zahl in Ziffern, ohne Anführungszeichen.
check-kind-flag = Ja oder Nein
check-kind-flag-help = Schreiben Sie true für Ja oder false für Nein, ohne Anführungszeichen.
check-kind-duration = eine Zeitdauer
check-kind-date = ein Datum
check-kind-table = eine Gruppe von Schlüsseln
check-kind-table-help = Schreiben Sie eine eigene Überschrift, [{ $key }], mit den Schlüsseln in den Zeilen darunter.
check-kind-tables = eine Gruppe von Schlüsseln oder mehrere
check-kind-tables-help = Schreiben Sie die Überschrift in doppelten eckigen Klammern: [[{ $key }]].
check-kind-tables-help-name = Schreiben Sie eine Zeile [[{ $key }]] und darunter eine Zeile name = { $name }.
check-text-empty = „{ $key }“ ist leer.
check-text-empty-help = Schreiben Sie etwas zwischen die Anführungszeichen, oder lassen Sie die Zeile weg.
check-text-too-long = „{ $key }“ hat { $length } Zeichen, höchstens { $limit } sind möglich.
check-text-too-long-help = Kürzen Sie den Text. Sätze gehören in die Anleitung, in der jeder { $longest } Zeichen haben kann.
check-character = Dieser Text enthält ein Zeichen, das unsichtbar ist oder auf den Bildschirm wirkt ({ $code }).
check-character-help = Löschen Sie es und tippen Sie die Worte neu. Solche Zeichen kommen oft mit, wenn Text von einer Webseite oder aus einem PDF kopiert wird.
check-character-help-marks = Das ist ein Zeichen zu viel auf einem Buchstaben: Mehr davon überdecken die Zeilen ringsum. Löschen Sie die Zeichen, und schreiben Sie den Buchstaben neu.
check-right-to-left = Dieser Text wird von rechts nach links geschrieben. Das kann Supple noch nicht zeigen: Seine Wörter stehen auf dem Bildschirm in falscher Folge.
check-right-to-left-help = Eine Stimme für die Sprache spricht sie in der richtigen Folge. Wer mitlesen will, braucht vorerst ein Programm in einer anderen Schrift.
check-character-help-line = Ein Text ist eine Zeile. Längere Anleitungen gehören in eine Liste, jeder Satz für sich.
check-number-range = Zu „{ $key }“ gehört eine ganze Zahl von { $least } bis { $most }.
check-range-help = Schreiben Sie einen Wert in diesen Grenzen, oder lassen Sie die Zeile weg.
check-tempo-form = „{ $text }“ ist kein Tempo.
check-tempo-form-help = Schreiben Sie jeden Teil einer Wiederholung mit seinen Sekunden: tempo = "2s up, 1s hold, 3s down" (auf, halten, ab), zum Atmen tempo = "4s in, 6s out" (ein, aus). Außerdem gibt es rest (locker lassen).
check-tempo-order-help = Schreiben Sie, was jede Zahl bedeutet: tempo = { $up-first }, wenn die erste der Weg nach oben ist (up), oder tempo = { $down-first }, wenn die erste der Weg nach unten ist (down).
check-duration-form = „{ $text }“ ist keine Zeitdauer.
check-duration-form-help = Schreiben Sie Sekunden als Zahl, 20, oder mit Einheiten in Anführungszeichen: "20s", "1m 30s", "1h".
check-duration-fraction = Eine Zeitdauer besteht aus ganzen Sekunden: Halbe Sekunden sind keine Dosis.
check-duration-fraction-help = Runden Sie auf ganze Sekunden, zum Beispiel "20s".
check-duration-range = Zu „{ $key }“ gehört eine Dauer von { $least } bis { $most }.
check-not-one-of = „{ $text }“ ist keines der Worte, die zu „{ $key }“ gehören.
check-not-one-of-help-near = Meinten Sie "{ $near }"?
check-not-one-of-help-list = Wählen Sie eines von diesen: { $choices }.
check-sets-and-reps-help = Schreiben Sie es in zwei Zeilen: sets = { $sets } und reps = { $reps }.
check-dose-and-sides-help = Schreiben Sie es in zwei Zeilen: { $key } = { $example } und sides = "{ $sides }".
check-and-sides-help = { $help } Und die Seiten in einer eigenen Zeile: sides = "{ $sides }".
check-dose-and-times-help = Schreiben Sie hier { $key } = { $example }, und wie oft am Tag unter [schedule]: times_per_day = { $times }.
check-doses-of-sides-help = Schreiben Sie die Dosis jeder Seite: left = { "{" } { $key } = { $left } { "}" } (links) und right = { "{" } { $key } = { $right } { "}" } (rechts).
check-doses-of-sides-help-example = Schreiben Sie die Dosis jeder Seite, zum Beispiel left = { "{" } reps = 10 { "}" } (links) und right = { "{" } reps = 6 { "}" } (rechts).
check-reps-and-hold-help = Schreiben Sie es in zwei Zeilen: reps = { $reps } und hold = "{ $hold }".
check-as-many-help = Für so viele, wie die Person kann, schreiben Sie kind = "open" und lassen reps weg.
check-as-long-help = Für so lange, wie die Person kann, schreiben Sie kind = "open" und lassen { $key } weg.
check-tempo-help = Eine Zahl sagt, wie lange eine Wiederholung dauert: pace = "{ $seconds }s". Für jeden Teil davon: tempo = "2s up, 1s hold, 3s down" (auf, halten, ab).
check-moment-help = Zählen Sie vom Beginn des Haltens: at = "15s". Die Mitte des Haltens ertönt mit halfway = true von selbst.
check-range-of-numbers-help = Schreiben Sie eine Zahl, zum Beispiel { $key } = { $least }.
check-range-of-lengths-help = Eine Dosis ist eine Dauer. Schreiben Sie die, mit der begonnen wird, { $key } = "{ $least }", und wie es weitergeht in harder = "…".
check-breaths-help = Ein Atemzug hat keine feste Dauer. Schreiben Sie Sekunden, "20s", und in die Anleitung (instructions), wie zu atmen ist.
check-whole-example-help = Schreiben Sie eine ganze Zahl in Ziffern, ohne Anführungszeichen: { $key } = { $example }.
check-pain-in-words-help = Schreiben Sie den stärksten Schmerz, der noch in Ordnung ist, als Zahl von 0 für keinen bis 10: pain_limit = 3. Ein Wort bedeutet für jeden eine andere Zahl.
check-times-in-words-help = Schreiben Sie, wie oft, { $key } = 2, oder lassen Sie die Zeile weg.
check-pause-in-words-help = Schreiben Sie etwa, wie lange es dauert, { $key } = "20s", oder lassen Sie die Zeile weg. Jeder kann länger pausieren oder zehn Sekunden hinzufügen.
check-range-of-pauses-help = Schreiben Sie eine einzige Dauer: { $key } = "{ $least }".
check-pace-in-words-help = Schreiben Sie, wie lange eine Wiederholung dauert, hin und zurück: pace = "4s". Im eigenen Tempo: kind = "open", und ohne pace.
check-both-sides-help = Schreiben Sie sides = "each" (eine Seite nach der anderen) oder sides = "none", wo sich beide zugleich bewegen.
check-side-of-the-person-help = Eine Datei kann nicht wissen, welche Seite das ist. Schreiben Sie die Seite der Person, für die sie ist: { $key } = "left" (links) oder { $key } = "right" (rechts).
check-days-every-help = Lassen Sie die Zeile weg: ohne sie gilt jeder Tag.
check-date-form = Das ist kein Datum und keine Uhrzeit.
check-date-form-help = Schreiben Sie ein Datum als Jahr-Monat-Tag, zum Beispiel 2026-12-20.
check-date-form-help-near = Schreiben Sie es als Jahr-Monat-Tag: { $near }
check-time-form = Das ist keine Uhrzeit.
check-time-form-help = Schreiben Sie Stunden und Minuten in Anführungszeichen, zum Beispiel "08:00" oder "19:30".
check-language-form = „{ $text }“ ist kein Sprachkürzel.
check-language-form-help = Nehmen Sie das kurze Kürzel, zum Beispiel "de" für Deutsch, "en" für Englisch oder "pt-BR" für brasilianisches Portugiesisch.
check-id-form = „{ $text }“ kann keine Kennung sein: Möglich sind nur Buchstaben, Ziffern und Bindestriche.
check-id-form-help = Schreiben Sie es so: "knie-zur-brust". Oder lassen Sie die Zeile weg, dann wird eine Kennung gebildet.
check-link-form = Das ist keine https-Adresse, die sich gefahrlos zeigen lässt.
check-link-form-help = Beginnen Sie die Adresse mit https://, ohne Leerzeichen und ohne Namen vor einem @. Ein Buch oder ein Artikel lässt sich in einfachen Worten nennen.
check-image-path = Dieser Pfad geht nicht: Ein Bild ist ein PNG oder JPEG neben dieser Datei oder in einem Ordner darunter.
check-image-path-help = Schreiben Sie den Pfad von dieser Datei aus, mit Schrägstrichen und ohne ./ oder ../, zum Beispiel "bilder/knie.png".
check-image-absent = An dieser Stelle ist kein Bild.
check-image-absent-help = Legen Sie das Bild dorthin, oder berichtigen Sie den Pfad. Groß- und Kleinschreibung zählt.
check-image-outside = Eine Verknüpfung führt diesen Pfad aus dem Ordner der Datei hinaus.
check-image-outside-help = Kopieren Sie das Bild selbst in den Ordner.
check-image-bytes = Dieses Bild ist größer als 8 MiB.
check-image-pixels = Dieses Bild hat auf einer Seite mehr als 4.096 Bildpunkte.
check-image-memory = Dieses JPEG ist in mehreren Durchgängen gespeichert („progressiv“) und dafür zu groß: Es zu zeigen würde mehr als 64 MiB Speicher brauchen.
check-image-memory-help = Speichern Sie es ohne „progressiv“ oder als kleinere Kopie; 1.600 Bildpunkte auf einer Seite reichen aus.
check-image-all = Dieses Bild und die davor in der Datei sind zusammen zu viel: mehr als 128 MiB oder als 480 Millionen Bildpunkte.
check-image-size-help = Speichern Sie eine kleinere Kopie; 1.600 Bildpunkte auf einer Seite reichen aus.
check-image-undecodable = Das ist kein PNG oder JPEG, oder es ist beschädigt.
check-image-undecodable-help = Öffnen Sie es in einem Bildprogramm und speichern Sie es neu als PNG oder JPEG.
check-image-unreadable = Das Bild ist da, aber das System lässt Supple es nicht lesen.
check-id-twice = Die Kennung „{ $id }“ hat schon eine Übung weiter oben.
check-id-twice-help = Geben Sie jeder Übung eine eigene Kennung, oder lassen Sie die Zeile weg.
check-exercise-unknown = Es gibt in Supple keine Übung „{ $id }“, und weiter oben in dieser Datei auch nicht.
check-exercise-unknown-help = „supple exercises“ zeigt, welche es gibt. Eine Übung dieser Datei lässt sich unterhalb der Stelle wieder verwenden, an der sie mit ihrer Kennung ausgeschrieben ist. Lassen Sie die Zeile weg, um eine eigene zu beschreiben.
check-two-alphabets = „{ $word }“ enthält Buchstaben eines anderen Alphabets, die wie lateinische aussehen, etwa ein kyrillisches „а“.
check-two-alphabets-help = Tippen Sie es auf Ihrer eigenen Tastatur neu, statt es zu kopieren.
check-exercise-of-both = „{ $id }“ heißt eine Übung von Supple, und eine, die diese Datei selbst beschreibt.
check-exercise-of-both-help-own = Hier gilt die der Datei, denn sie steht weiter oben. Geben Sie ihr eine andere Kennung, wenn die von Supple gemeint ist oder damit es klar ist.
check-exercise-of-both-help-library = Hier gilt die von Supple, denn die der Datei steht weiter unten. Geben Sie dieser eine andere Kennung, damit es klar ist.
check-exercise-language = Die Übungen von Supple gibt es nicht in „{ $tag }“: Diese wird auf Englisch gezeigt und gesagt.
check-exercise-language-help = Schreiben Sie Name, Anleitung und Hinweis darunter in Ihrer Sprache.
check-figure-unknown = Es gibt keine Figur mit dem Namen „{ $name }“.
check-figure-unknown-help = Nennen Sie eine, die mit Supple kommt, oder eine eigene dieser Datei, wie in [figure.{ $name }], oder lassen Sie die Zeile weg. „supple figure --gallery -o figuren.html“ zeichnet alle, die mit Supple kommen.
check-figure-too-many-own = Es sind { $count } Figuren, höchstens { $limit } sind möglich.
check-figure-name = „{ $text }“ kann nicht der Name einer Figur sein: Nur Buchstaben, Ziffern und Bindestriche sind möglich.
check-figure-too-large = Diese Figur ist größer als { $limit } KiB. So viel braucht eine Figur nie.
check-figure-wrong-kind = Hierher gehört { $wanted }.
check-figure-table-help = Schreiben Sie die Schlüssel unter eine Überschrift. Eine eigene Figur der Datei beginnt mit einer Überschrift wie [figure.meine-figur]; eine, die mit Supple kommt, wird unter [[exercise]] genannt: figure = "bird-dog".
check-figure-kind-number = eine Zahl
check-figure-kind-numbers = eine Liste von { $count } Zahlen
check-figure-kind-number-or-numbers = eine Zahl oder eine Liste von { $count } Zahlen
check-figure-kind-place = ein Punkt, [x, y], oder eine Tabelle, die sagt, worauf er liegt
check-figure-word = „{ $text }“ ist keines der Wörter, die hierher passen.
check-figure-number-range = Hierher gehört eine Zahl von { $least } bis { $most }.
check-figure-too-many = Hier ist zu viel: Höchstens { $limit } sind möglich.
check-figure-pose-name = „{ $name }“ kann nicht der Name einer Haltung sein: Nur kleine Buchstaben, Ziffern und Bindestriche sind möglich.
check-figure-pose-absent = Die Figur hat keine Haltung „{ $name }“.
check-figure-prop-absent = Um die Figur gibt es nichts von der Art „{ $kind }“.
check-figure-prop-absent-help = Fügen Sie es hinzu: eine Zeile [[{ $heading }]], darunter kind = "{ $kind }" mit dem Platz dazu. Ein Ding kommt vor dem, was daran festgemacht ist.
check-figure-prop-held = An „{ $kind }“ lässt sich nichts festmachen: Es wird gehalten und liegt dort, wo die Hände oder Füße sind.
check-figure-prop-held-help = Machen Sie dies an einem Teil des Körpers fest, oder geben Sie den Punkt an, an dem es ist.
check-figure-part-twice = „{ $part }“ steht zweimal in der Reihenfolge.
check-figure-part-missing = „{ $part }“ fehlt in der Reihenfolge.
check-figure-order-help = Die Reihenfolge nennt jeden Teil des Körpers einmal, für sich oder mit Arm oder Bein.
check-figure-frame = Der Ausschnitt nennt links, unten, rechts und oben in dieser Reihenfolge: Er ist wenigstens 0,1 breit und 0,1 hoch.
check-figure-mixed = „{ $key }“ gehört zu „{ $with }“, nicht zu „{ $not }“.
check-figure-key-help-list = Möglich sind: { $known }. „supple figure --reference“ erklärt alle (englisch).
check-figure-knee = An seinem Knie kann ein Körper nur von der Seite gesehen hängen, und der rechte Oberschenkel braucht einen Winkel.
check-figure-circle = Diese Arme und Beine hängen im Kreis aneinander.
check-figure-circle-help = Geben Sie für eines davon die Winkel an.
check-figure-reach = In der Haltung „{ $pose }“ verfehlt „{ $limb }“ seinen Platz um { $by }.
check-figure-reach-help = Verschieben Sie den Platz oder den Körper. Ein Rumpf ist 1 lang.
check-figure-floor = In der Haltung „{ $pose }“ sinkt „{ $part }“ um { $by } in den Boden.
check-figure-floor-help = Heben Sie die Hüfte, oder ändern Sie die Winkel. Der Boden liegt bei y = 0.
check-times-above-max = Verlangt sind { $times } Mal am Tag, erlaubt höchstens { $max } Mal.
check-times-above-max-help = Senken Sie times_per_day, oder erhöhen Sie max_per_day.
check-times-differ = { $times ->
    [one] Verlangt ist einmal am Tag
   *[other] Verlangt sind { $times } Mal am Tag
}, und „at“ nennt { $named ->
    [one] eine Uhrzeit
   *[other] { $named } Uhrzeiten
}.
check-times-differ-help = Lassen Sie times_per_day weg: Dann wird zu jeder Uhrzeit geübt, die „at“ nennt. Oder nennen Sie so viele Uhrzeiten, wie am Tag geübt wird.
check-named-twice = Eines davon steht hier zweimal.
check-named-twice-help = Lassen Sie eines weg, oder schreiben Sie das andere, das Sie meinen.
check-no-day-in-time = Keiner dieser Tage liegt zwischen dem ersten und dem letzten Tag des Programms.
check-no-day-in-time-help = Wählen Sie andere Tage oder eine längere Zeit.
check-days-twice = „days“ nennt die Tage, und „{ $key }“ lässt sie offen.
check-days-twice-help = Behalten Sie eines von beiden: days = ["mon", "wed", "fri"] für diese Tage oder days_per_week = 3 für beliebige.
check-days-dont-fit = { $days } Tage mit { $between ->
    [1] einem Tag
   *[other] { $between } Tagen
} dazwischen passen nicht in jede Woche.
check-days-dont-fit-help = Senken Sie days_per_week oder days_between. Mit einem Tag dazwischen passen drei Tage, mit zwei Tagen zwei.
check-ends-twice = „weeks“ und „last_day“ sagen beide, wann das Programm endet.
check-ends-twice-help = Behalten Sie eines von beiden.
check-ends-before-it-begins = Der letzte Tag liegt vor dem ersten.
check-ends-before-it-begins-help = Prüfen Sie die Jahre beider Daten, oder lassen Sie first_day weg: Dann beginnt das Programm mit der ersten Sitzung.
check-never-over = „afterwards“ wird gesagt, wenn das Programm zu Ende ist, und dieses hat kein Ende.
check-never-over-help = Sagen Sie, wie lange es dauert, zum Beispiel weeks = 6, oder lassen Sie die Zeile weg.
check-programme-over = Dieses Programm endete am { $date }.
check-programme-over-help = Setzen Sie first_day, weeks oder last_day neu, oder lassen Sie das Ende weg.
check-week-twice = Zwei Stufen beginnen in Woche { $week }.
check-week-twice-help = Schreiben Sie beide in ein [[exercise.step]], oder ändern Sie die Woche der einen.
check-step-changes-nothing = Diese Stufe sagt nichts zur Dosis.
check-step-changes-nothing-help = Ergänzen Sie, was von dieser Woche an anders ist: sets = 3, reps = 12, hold = "30s" oder pace = "5s".
check-weeks-end-first = Ihre letzte Woche, { $until }, kommt vor ihrer ersten, { $from }.
check-weeks-end-first-help = Schreiben Sie bei until_week eine spätere Woche, oder lassen Sie es weg: Dann wird die Übung bis zum Ende gemacht.
check-week-after-end = Woche { $week } kommt nach der letzten: Das Programm hat { $weeks } { $weeks ->
    [one] Woche
   *[other] Wochen
}.
check-week-after-end-help = Schreiben Sie eine frühere Woche, oder unter [schedule] mehr Wochen.
check-no-days = „days“ nennt keinen Tag.
check-no-days-help = Lassen Sie die Zeile weg, wenn jeder Tag gilt, oder nennen Sie die Tage: days = ["mon", "wed", "fri"].
check-weeks-without-exercise = Für { $count ->
    [one] Woche { $first }
   *[other] die Wochen { $first } bis { $last }
} ist keine Übung vorgesehen.
check-weeks-without-exercise-help = So werden dann die von Woche { $instead } gemacht. Ändern Sie from_week oder until_week so, dass jede Woche eine Übung hat.
check-group-unknown = In dieser Datei gibt es keine Gruppe „{ $name }“.
check-group-unknown-help = Ergänzen Sie die Zeilen [[group]] und name = "{ $name }", oder lassen Sie „group“ weg.
check-group-twice = Eine andere Gruppe heißt auch „{ $name }“.
check-group-twice-help = Geben Sie einer von ihnen einen anderen Namen, und nennen Sie ihn in ihren Übungen.
check-group-apart = Diese Übung gehört zu „{ $name }“, und zwischen ihr und dem Rest der Gruppe stehen andere.
check-group-apart-help = Setzen Sie sie zu den anderen Übungen der Gruppe: Sie werden nacheinander gemacht.
check-sets-in-circuit = Diese Übung gehört zu einem Zirkel, und jede Runde davon ist ein Satz.
check-sets-in-circuit-help = Lassen Sie „sets“ hier weg, und sagen Sie unter [[group]], wie viele Runden es sind: rounds = 3. Mehr in einer Runde steht in „reps“.
check-rest-in-circuit = „rest_between_sets“ bewirkt in einem Zirkel nichts.
check-rest-in-circuit-help = Die Pause zwischen Runden steht unter [[group]]: rest_between_rounds = "60s".
check-rest-without-rounds = „rest_between_rounds“ bewirkt in einer Gruppe mit einer Runde nichts.
check-rest-without-rounds-help = Lassen Sie die Zeile weg, oder sagen Sie, wie viele Runden es sind, zum Beispiel: rounds = 3.
check-group-empty = Zu „{ $name }“ gehört keine Übung.
check-group-empty-help = Ergänzen Sie in jeder ihrer Übungen die Zeile group = "{ $name }".
check-group-of-one = „{ $name }“ hat Runden und eine einzige Übung.
check-group-of-one-help = Ergänzen Sie „group“ in den anderen Übungen des Zirkels, oder lassen Sie die Gruppe weg und schreiben Sie „sets“ in die Übung.
check-nothing-to-choose = „choose“ ist { $choose }, und die Gruppe hat { $count ->
    [one] { $count } Übung
   *[other] { $count } Übungen
}: Es bleibt nichts zu wählen.
check-nothing-to-choose-help = Verkleinern Sie die Zahl, nehmen Sie Übungen in die Gruppe auf, oder lassen Sie „choose“ weg.
check-side-dose-at-pace = „left“ und „right“ können keine eigene Dosis haben, wo die Seiten mit jeder Wiederholung wechseln.
check-side-dose-at-pace-help = Lassen Sie alle Wiederholungen der einen Seite vor denen der anderen üben: sides = "each".
check-cue-after-end = Diese Worte sind nach { $at } an der Reihe, und die Übung ist nach { $end } vorbei.
check-cue-after-end-help = Geben Sie einen früheren Zeitpunkt an, gezählt vom Beginn des Haltens.
check-too-many-steps = Das Programm ergibt { $steps } Schritte, höchstens { $limit } sind möglich. Diese Übung hat die meisten davon.
check-too-many-steps-help = Senken Sie ihre Wiederholungen oder Sätze.
check-too-long = Das Programm dauert { $minutes } Minuten, höchstens { $hours } Stunden sind möglich. Diese Übung dauert am längsten.
check-too-long-help = Kürzen Sie sie, oder senken Sie ihre Wiederholungen oder Sätze.

check-language-of-words =
    Die Wörter dieser Datei sind { $words ->
        [de] Deutsch
        [el] Griechisch
        [en] Englisch
        [es] Spanisch
        [fi] Finnisch
        [fr] Französisch
        [hu] Ungarisch
        [it] Italienisch
        [ja] Japanisch
        [ko] Koreanisch
        [nl] Niederländisch
        [pl] Polnisch
        [pt] Portugiesisch
        [sv] Schwedisch
        [tr] Türkisch
        [vi] Vietnamesisch
       *[other] „{ $words }“
    }, und eine Stimme läse sie als { $language ->
        [de] Deutsch
        [el] Griechisch
        [en] Englisch
        [es] Spanisch
        [fi] Finnisch
        [fr] Französisch
        [hu] Ungarisch
        [it] Italienisch
        [ja] Japanisch
        [ko] Koreanisch
        [nl] Niederländisch
        [pl] Polnisch
        [pt] Portugiesisch
        [sv] Schwedisch
        [tr] Türkisch
        [vi] Vietnamesisch
       *[other] „{ $language }“
    } vor.
check-language-of-words-help = Sagen Sie oben, in welcher Sprache sie sind: language = "{ $words }"
check-hold-long = { $length } zu halten ist ungewöhnlich lang.
check-hold-short = { $length } zu halten ist ungewöhnlich kurz.
check-hold-help = Die meisten Dehnungen hält man 10 bis 60 Sekunden. Ist es so gemeint, lassen Sie es stehen. Für eine Tätigkeit wie Gehen schreiben Sie stattdessen time = "10m".
check-pain-limitless = Kein Schmerz liegt über 10, diese Grenze überschreitet also niemand.
check-pain-limitless-help = Schreiben Sie den stärksten Schmerz, der noch in Ordnung ist, etwa pain_limit = 3. Ohne die Zeile gilt 5.
check-prepare-short = „{ $name }“ anzusagen dauert { $words }, prepare ist { $length }: Der Rest wird beim Halten gesagt.
check-prepare-short-help = Lassen Sie die Zeile weg, dann reicht die Zeit für die Worte; oder schreiben Sie prepare = "{ $words }s".
check-sides-forgotten = Die andere Übung „{ $name }“ daneben sagt, für welche Seite sie ist, diese nicht.
check-sides-forgotten-help = Fügen Sie eine Zeile hinzu: sides = "left" (links), "right" (rechts), "each" (beide nacheinander) oder "alternate" (im Wechsel).
check-sides-alike = Die Figur „{ $figure }“ zeigt keine Seite: Sie sieht für links und rechts gleich aus.
check-sides-alike-help = Wählen Sie eine Figur, die eine Seite zeigt, oder geben Sie Ihrer eigenen eine Zeile: drawn_for = "left" (links) oder "right" (rechts). Kommt es auf die Seite nicht an: sides = "none" (keine).
check-position-of-figure = Die Figur „{ $figure }“ zeigt jemanden, der { $shows ->
    [floor] liegt
   *[standing] steht
}, und die Haltung ist eine andere.
check-position-of-figure-help = Nach der Haltung richtet sich die Zeit zum Einrichten. Schreiben Sie position = "{ $shows }", oder wählen Sie eine andere Figur. „supple figure --gallery -o figuren.html“ zeichnet alle, die mit Supple kommen.
check-no-instructions = „{ $name }“ hat keine Anleitung.
check-no-instructions-help = Fügen Sie eine Zeile hinzu: instructions = ["…", "…"], ein Satz für jeden Schritt.
check-no-picture = „{ $name }“ hat kein Bild.
check-no-picture-help = Fügen Sie eine Figur hinzu, die die Übung zeigt, figure = "…", oder ein eigenes Bild, image = "….png". „supple figure --gallery -o figuren.html“ zeichnet alle Figuren, die mit Supple kommen. Wenn keine passt, schreiben Sie figure = "none".
check-switch-short = Die andere Seite von „{ $name }“ anzusagen dauert { $words }, switch ist { $length }: Der Rest wird beim Halten gesagt.
check-switch-short-help = Lassen Sie die Zeile weg, dann reicht die Zeit beim ersten Wechsel für die Worte; oder schreiben Sie switch = "{ $words }s".
check-pace-too-fast = „{ $text }“ zu sagen dauert länger als eine Wiederholung von { $length }, also kann es nicht gesagt werden.
check-pace-too-fast-help = Sagen Sie es mit weniger Worten, oder schreiben Sie es in die instructions: Diese werden vor der Übung gesagt.
check-words-too-long = „{ $text }“ zu sagen dauert etwa { $words }, und beim Halten ist dafür bis zum nächsten Ton { $length } Zeit, also wird es weggelassen.
check-words-too-long-help = Sagen Sie es mit weniger Worten oder zu einem Zeitpunkt mit mehr Zeit, lassen Sie länger halten, oder schreiben Sie es in die instructions: Diese werden vor der Übung gesagt.
check-review-passed = Die Überprüfung war am { $date } fällig.
check-review-passed-help = Tragen Sie nach der Überprüfung ein neues Datum ein, oder lassen Sie die Zeile weg.
check-no-effect = „{ $key }“ bewirkt nichts bei einer Übung der Art "{ $kind }".
check-no-effect-help = Lassen Sie die Zeile weg, oder ändern Sie die Art.
check-no-effect-without-sides = „{ $key }“ bewirkt nichts bei einer Übung, die die Seite nicht wechselt.
check-no-effect-without-sides-help = Lassen Sie die Zeile weg, oder lassen Sie beide Seiten üben: sides = "each" (nacheinander) oder "alternate" (im Wechsel).
check-no-effect-in-one-set = „rest_between_sets“ bewirkt nichts bei einer Übung mit nur einem Satz.
check-no-effect-in-one-set-help = Lassen Sie die Zeile weg, oder geben Sie die Zahl der Sätze an, zum Beispiel: sets = 2.
check-hold-at-the-top-help = Für Wiederholungen, die oben gehalten werden, schreiben Sie jeden Teil: tempo = "2s up, 5s hold, 2s down" (auf, halten, ab). Oder lassen Sie kind weg: dann wird jede für sich gehalten.
check-no-effect-beside-tempo = „pace“ bewirkt nichts neben „tempo“, dessen Teile den Takt machen.
check-no-effect-beside-tempo-help = Lassen Sie die Zeile weg.
check-no-effect-at-pace = „switch“ bewirkt nichts, wo die Seiten mit jeder Wiederholung wechseln: der Takt geht von Seite zu Seite weiter.
check-no-effect-at-pace-help = Lassen Sie die Zeile weg. Braucht der Seitenwechsel Zeit, geben Sie jeder Wiederholung mehr davon: pace = "6s".
check-stray-brace = Die geschweiften Klammern in { $key } nennen keine Seite und werden gesagt und gezeigt, wie sie dastehen.
check-stray-brace-help = Schreiben Sie die Worte für links und für rechts mit einem Strich dazwischen: {"{"}linken|rechten{"}"}.
check-limbs-without-sides = { $key } hat Worte für jede Seite, und die Übung hat keine Seiten.
check-limbs-without-sides-help = Fügen Sie eine Zeile hinzu: sides = "each" (beide nacheinander), "left" (links), "right" (rechts) oder "alternate" (im Wechsel); oder schreiben Sie den Text ohne Klammern.
check-other-side = „{ $word }“ nennt die andere Seite: Für diese Übung gilt sides = "{ $sides }".
check-other-side-help = Berichtigen Sie das Wort oder die Zeile, damit beide dieselbe Seite nennen: "left" ist links, "right" rechts. Hilft die andere Seite nur mit, nennen Sie auch die, mit der geübt wird.
check-side-of-both = „{ $word }“ wird zu beiden Seiten gesagt, und geübt wird mit jeder von beiden.
check-side-of-both-help = Schreiben Sie die Worte für links und für rechts zwischen geschweifte Klammern, dann hat jede Seite ihre eigenen: { $pair }. Für eine Seite allein schreiben Sie sides = "left" (links) oder "right" (rechts).
check-side-in-name = Der Name nennt „{ $word }“, und geübt wird mit beiden Seiten.
check-side-in-name-help = Lassen Sie die Seite im Namen weg: Stimme und Bildschirm sagen, welche es ist. Für eine Seite allein schreiben Sie sides = "left" (links) oder "right" (rechts).
check-side-not-written = Der Name nennt „{ $word }“, und die Übung sagt nichts über Seiten, also hat sie keine.
check-side-not-written-help = Fügen Sie eine Zeile hinzu: sides = "{ $sides }". Stimme und Bildschirm sagen die Seite, der Name kommt ohne sie aus.

check-key-twice = „{ $key }“ steht zweimal an derselben Stelle.
check-key-twice-help = Behalten Sie eines davon. Jede Übung beginnt mit einer eigenen Zeile [[exercise]].
check-key-form = Das kann kein Schlüssel sein.
check-key-form-help = Ein Schlüssel ist ein Wort aus Buchstaben, Ziffern und Unterstrichen, ohne Anführungszeichen.
check-space-unusual = Das sieht aus wie ein Leerzeichen und ist ein anderes Zeichen ({ $code }), wie es eine Webseite, eine E-Mail oder eine Textverarbeitung setzt. Die Datei braucht hier gewöhnliche Leerzeichen.
check-space-unusual-help = Löschen Sie es, und tippen Sie ein Leerzeichen. „Alle ersetzen“ eines Texteditors bessert auch alle anderen in der Datei.
check-equals-missing = Zu einem Schlüssel gehören ein Gleichheitszeichen und ein Wert.
check-equals-missing-help = Schreiben Sie es so: title = "Unterer Rücken". Eine Anmerkung beginnt mit #.
check-value-missing = Der Wert nach dem Gleichheitszeichen fehlt.
check-value-missing-help = Schreiben Sie den Wert, oder lassen Sie die Zeile weg.
check-quotes-missing = Ein Text muss zwischen geraden Anführungszeichen stehen.
check-quotes-missing-help = Schreiben Sie es so: { $key } = { $example }
check-two-keys = In dieser Zeile stehen zwei Schlüssel.
check-two-keys-help = Geben Sie jedem Schlüssel eine eigene Zeile, ohne Komma dazwischen.
check-curly-quotes = Das sind typografische Anführungszeichen, wie sie eine Textverarbeitung setzt. Die Datei braucht gerade.
check-curly-quotes-help = Tippen Sie die Anführungszeichen in einem einfachen Texteditor neu: "…".
check-mark-inside = Ein Anführungszeichen oder ein Apostroph in diesem Text beendet ihn zu früh.
check-text-unfinished = Das Anführungszeichen am Ende dieses Textes fehlt.
check-text-unfinished-help = Beenden Sie ihn in derselben Zeile mit demselben Zeichen, mit dem er beginnt. Ein Anführungszeichen im Text schreiben Sie als \".
check-backslash = Ein umgekehrter Schrägstrich hat in einem Text eine eigene Bedeutung, aber nicht mit dem, was hier folgt.
check-backslash-help = Schreiben Sie ihn doppelt, \\, oder nehmen Sie in einem Pfad einen Schrägstrich. Für einen Buchstaben oder ein Zeichen tippen Sie den Buchstaben oder das Zeichen selbst.
check-bracket-missing = Hier wird eine Klammer geöffnet und nicht geschlossen.
check-bracket-missing-help = Schließen Sie sie. Eine Überschrift ist [safety] oder [[exercise]], eine Liste ist ["…", "…"].
check-comma-missing = Davor fehlt ein Komma.
check-comma-missing-help = Setzen Sie zwischen die Teile einer Liste ein Komma.
check-comma-extra = Hier ist ein Komma zu viel.
check-comma-extra-help = Löschen Sie es.
check-number-form = Das ist keine Zahl, wie die Datei sie braucht.
check-number-form-help = Schreiben Sie einfache Ziffern ohne Null davor, zum Beispiel 20.
check-too-deep = Hier sind zu viele Klammern ineinander.
check-too-deep-help = Ein Programm braucht ein Paar um eine Liste.
check-line-end = Diese Zeile endet anders, als es in Textdateien üblich ist.
check-line-end-help = Speichern Sie die Datei neu mit den Zeilenenden dieses Systems.
check-syntax = Diese Zeile ließ sich nicht verstehen.
check-syntax-help = Jede Zeile ist eine Überschrift wie [[exercise]], ein Schlüssel mit seinem Wert wie hold = "20s" oder eine Anmerkung, die mit # beginnt.

error-file-absent = Die Datei { $path } gibt es nicht.
error-folder-empty = In { $path } liegt kein Übungsprogramm. Seine Datei endet auf .toml oder .supple.
error-folder-too-much = In { $path } liegt zu viel: Mehr als { $limit } Dateien und Ordner werden nicht durchgesehen. Geben Sie den Ordner mit den Programmen an.
error-file-folder = { $path } ist ein Ordner. Geben Sie die Datei darin an.
error-file-pipe = { $path } ist eine Pipe oder ein Gerät. Speichern Sie das Programm in einer Datei, und geben Sie diese an.
error-file-unreadable = { $path } lässt sich nicht lesen: { $reason }
error-choose-unknown = In diesem Programm gibt es keine Übung „{ $exercise }“ zur Wahl.
error-choose-several = Mehrere Übungen heißen „{ $exercise }“. Wählen Sie eine nach ihrer Kennung: { $ids }.
error-choose-too-many = Für „{ $group }“ sind { $count } Übungen genannt, vorgesehen { $choose ->
    [one] ist eine
   *[other] sind { $choose }
}.
error-id-unknown = Ein Programm „{ $id }“ gibt es nicht. `supple list` zeigt alle.
error-id-near = Ein Programm „{ $id }“ gibt es nicht. Meinten Sie „{ $near }“?
find-shipped = { $why } Was folgt, ist das Programm „{ $id }“, das zu Supple gehört. Haben Sie ein eigenes mit dieser id, ist es das nicht.
library-folder-unreadable = Ihre eigenen Programme in { $path } lassen sich nicht lesen: { $reason }
library-folder-silent = Der Ordner { $path } antwortet nicht, deshalb lassen sich Ihre eigenen Programme gerade nicht lesen. Prüfen Sie, ob sein Laufwerk oder das Netzwerk verbunden ist.
library-left-out =
    { $files ->
        [one] Eines Ihrer eigenen Programme in { $path } wurde ausgelassen
       *[other] { $files } Ihrer eigenen Programme in { $path } wurden ausgelassen
    }, weil es mehr sind, als Supple liest. Legen Sie die, die Sie nicht brauchen, in einen anderen Ordner.
library-shared-id = Die Datei { $file } hat dieselbe Kennung, „{ $id }“. Geben Sie einer davon eine andere, damit die Aufzeichnung sie unterscheiden kann.
library-conflict-copy = Sie wurde an zwei Orten zugleich geändert: Ein Abgleichprogramm hat die andere Fassung als { $file } behalten. Vergleichen Sie beide, behalten Sie in dieser Datei, was stimmt, und löschen Sie die Kopie.
library-shipped-id = Sie steht an der Stelle des Programms mit der Kennung „{ $id }“, das zu Supple gehört. Mit einer anderen Kennung haben Sie beide.

list-shipped = gehört zu Supple
list-minutes = { $minutes } Min.
list-broken = hat Fehler; zu sehen mit: supple check { $path }
list-note = { $path }: { $note }

new-written = { $path } ist geschrieben. Ändern Sie die Datei in einem beliebigen Texteditor; Ihre Fehler zeigt: supple check { $argument }
new-written-with-ending = Der Name hatte keine Endung, deshalb kam .toml dazu: { $path } ist geschrieben. Ändern Sie die Datei in einem beliebigen Texteditor; Ihre Fehler zeigt: supple check { $argument }
error-new-exists = { $path } gibt es schon; die Datei blieb, wie sie ist. Geben Sie einen anderen Namen an.
error-new-no-folder = Den Ordner { $path } gibt es nicht. Legen Sie ihn zuerst an, oder geben Sie einen anderen Ort an.
error-new-folder = { $path } ist ein Ordner. Nennen Sie die Datei darin, zum Beispiel { $example }.
error-write = { $path } ließ sich nicht schreiben. { $reason }

import-new = „{ $title }“ ist jetzt eines Ihrer Programme. Von nun an gilt die Datei { $path }. Ändern Sie diese, oder zählen Sie die Fassung weiter (revision) und übernehmen Sie neu: Änderungen an Ihrer ursprünglichen Datei bewirken nichts.
import-beside = „{ $title }“ ist jetzt eines Ihrer Programme, in { $path }. { $other } blieb, wie es ist: Nur eine Datei mit derselben id ersetzt eine andere. Ist sie eine frühere Fassung, schreiben Sie in beide dieselbe Zeile id = "…" und übernehmen Sie neu, oder entfernen Sie die, die Sie nicht brauchen.
import-same = „{ $title }“ ist schon eines Ihrer Programme, mit demselben Inhalt. Nichts wurde geändert. Es gilt die Datei { $path }.
import-same-shipped = „{ $title }“ kommt mit Supple, genau so. Nichts wurde kopiert und nichts geändert.
import-replaced = „{ $title }“ hat die frühere Fassung in { $path } ersetzt. Die frühere ist als { $previous } aufgehoben. Ändern Sie { $path }, oder zählen Sie die Fassung weiter (revision) und übernehmen Sie neu: Änderungen an Ihrer ursprünglichen Datei bewirken nichts.
import-pictures = „{ $title }“ ist schon eines Ihrer Programme, mit demselben Inhalt. { $count ->
    [one] Eines seiner Bilder war nicht da oder ist jetzt ein anderes.
   *[other] { $count } seiner Bilder waren nicht da oder sind jetzt andere.
} Ein früheres Bild ist neben dem neuen aufgehoben, unter einem Namen, der auf .previous-1 oder eine spätere Nummer endet. Es gilt die Datei { $path }.
import-exercises = { $count ->
    [one] Es hat eine Übung.
   *[other] Es hat { $count } Übungen.
}
import-renamed = { $count ->
    [one] Das Bild { $picture } heißt dort { $kept }: Ein anderes Programm hat ein anderes Bild mit demselben Namen.
   *[other] { $count } der Bilder heißen dort anders, etwa { $kept } statt { $picture }: Ein anderes Programm hat andere Bilder mit denselben Namen.
}
import-asks-older = Eines Ihrer Programme ist eine neuere Fassung. Sie haben { $there }. Die Datei ist { $given }.
import-asks-another = Eines Ihrer Programme hat dieselbe id und ist vielleicht ein anderes. Sie haben { $there }. Die Datei ist { $given }.
import-asks-same-name = Eines Ihrer Programme hat denselben Dateinamen und Titel. Sie haben { $there }. Die Datei ist { $given }, mit anderem Inhalt.
import-asks-same-version = Eines Ihrer Programme hat dieselbe Fassungsnummer und ist nicht dasselbe. Sie haben { $there }. { $different }
import-different = Was anders ist: { $changes }{ $more ->
    [0] .
   *[other] , und { $more } mehr.
}
import-different-pictures = Die Datei hat andere Bilder.
import-asks-shipped = Ein Programm, das zu Supple gehört, hat dieselbe id. Zu Supple gehört { $there }. Die Datei ist { $given } und träte an seine Stelle. Bekommt die Datei eine andere id, haben Sie beide.
import-asks-terminal = { $question } Nichts wurde geändert. Um es zu ersetzen, übernehmen Sie die Datei noch einmal mit --replace: Ihres ist dann neben dem neuen aufgehoben, unter einem Namen, der auf .previous-1 oder eine spätere Nummer endet.
import-asks-terminal-shipped = { $question } Nichts wurde geändert. Um stattdessen die Datei zu verwenden, übernehmen Sie sie noch einmal mit --replace. Entfernen Sie sie wieder aus Ihren Programmen, ist das von Supple zurück.
import-version = „{ $title }“, Fassung { $revision }, { $author }, { $date }
import-version-shipped = „{ $title }“, Fassung { $revision }
import-version-author = von { $author }
import-version-no-author = ohne Angabe, von wem
import-version-date = vom { $date }
import-version-no-date = ohne Datum
import-refused = Die Datei wurde nicht übernommen, und nichts wurde geändert.
error-import-pictures-alike = Die Bilder { $other } und { $picture } sind verschieden, und ihre Namen unterscheiden sich nur in der Großschreibung. Viele Datenträger können nur eines davon behalten. Geben Sie einem einen anderen Namen, ändern Sie den Pfad in der Datei, und importieren Sie sie noch einmal.
error-import-changed = Die Datei hat sich geändert, seit sie gezeigt wurde, oder das, was sie ersetzen würde. Sehen Sie sie an, wie sie jetzt ist, und nehmen Sie sie auf, wenn sie richtig ist.
error-import-picture = Das Bild { $picture } eines anderen Programms, „{ $other }“, würde durch ein anderes ersetzt. Legen Sie die Bilder des neuen Programms in einen Ordner mit anderem Namen, ändern Sie die Pfade in der Datei und übernehmen Sie sie noch einmal.
