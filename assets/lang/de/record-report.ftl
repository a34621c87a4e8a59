# Was der Verlauf ergibt, auf Papier für eine Praxis, in der Sprache der Person.

record-report-what = Bericht für die Physiotherapie oder ärztliche Praxis
record-report-all = Alle Programme
record-report-by = von { $author }
record-report-of = Von
record-report-span = { $from } bis { $to }
record-report-days = { $count ->
    [one] ein Tag
   *[other] { $count } Tage
}
record-report-weeks = { $count } Wochen

record-report-sessions-week = Sitzungen je Woche
record-report-sessions-month = Sitzungen je Monat
record-report-sessions-year = Sitzungen je Jahr
record-report-dose-week = Dosis je Woche
record-report-dose-month = Dosis je Monat
record-report-dose-year = Dosis je Jahr
record-report-dose-due = Prozent der Haltezeit, die anstand
record-report-dose-begun = Prozent der Haltezeit in den begonnenen Sitzungen
record-report-due = { $sessions } fällig.
record-report-nothing-due = nichts stand an
record-report-dose = { $percent } der Dosis
record-report-dose-below-week = Unter jeder Woche % der Dosis.
record-report-dose-below-month = Unter jedem Monat % der Dosis.
record-report-dose-below-year = Unter jedem Jahr % der Dosis.
record-report-stretch = ab { $date }: { $what }
record-report-alt = { $chart }: { $what }

record-report-trend = Wie sich der Schmerz verändert hat
record-report-source = Quelle: { $source }
record-report-pain-of-one = Vor und nach einer Sitzung wird nur gezeigt.

record-report-left = Gehalten, links
record-report-right = Gehalten, rechts
record-report-both = Getan, ohne Seite
record-report-left-out = Ausgelassen, und warum

record-report-early = { $count ->
    [0] Vorzeitig beendet
    [one] Vorzeitig beendet, einmal
   *[other] Vorzeitig beendet, { $count }-mal
}
record-report-on = { $date }:
record-report-hurt = { $side ->
    [left] Es tat weh bei { $name }, links.
    [right] Es tat weh bei { $name }, rechts.
   *[none] Es tat weh bei { $name }.
}
record-report-stopped-pain = Es tat weh.
record-report-more-pain = { $count ->
    [one] es tat weh, noch einmal
   *[other] es tat weh, noch { $count }-mal
}
record-report-no-time = { $count ->
    [one] keine Zeit, einmal
   *[other] keine Zeit, { $count }-mal
}
record-report-other = { $count ->
    [one] anderer Grund, einmal
   *[other] anderer Grund, { $count }-mal
}
record-report-cut-off = { $count ->
    [one] abgebrochen, einmal
   *[other] abgebrochen, { $count }-mal
}
record-report-above = { $count ->
    [one] Danach einmal Schmerz über der Grenze.
   *[other] Danach { $count }-mal Schmerz über der Grenze.
}
record-report-hurts = Wann es wehtat.
record-report-put-off = { $count ->
    [one] Wegen Schmerzen verschoben, einmal: { $each }.
   *[other] Wegen Schmerzen verschoben, { $count }-mal: { $each }.
}
record-report-put-off-at = { $date }, Schmerz { $pain } davor, Grenze { $limit }
record-report-put-off-above = { $date }, Schmerz über der Grenze von { $limit }
record-report-and-more = und { $count } weitere
record-report-hurts-told = { $count ->
    [one] Es tat einmal weh: { $where }.
   *[other] { $sessions ->
        [one] Es tat { $count }-mal weh, in einer Sitzung: { $where }.
       *[other] Es tat { $count }-mal weh, in { $sessions } Sitzungen: { $where }.
    }
}
record-report-hurts-left = links { $count }
record-report-hurts-right = rechts { $count }
record-report-hurts-bare = { $name } { $count }
record-report-hurts-went-on = weitergemacht { $count }
record-report-hurts-easier = leichter weitergemacht { $count }
record-report-hurts-skipped = Übung ausgelassen { $count }
record-report-hurts-ended = Sitzung beendet { $count }
record-report-hurts-none = keine Antwort { $count }
record-report-next-day = { $count ->
    [one] Am Tag danach, eine Antwort: Schmerz { $least }.
   *[other] Am Tag danach, { $count } Antworten: Schmerz von { $least } bis { $most }.
}
record-report-next-day-same = Am Tag danach { $count }-mal Schmerz { $pain }.
record-report-none = Davon ist nichts aufgezeichnet.
record-report-notes = Notizen
record-report-quoted = „{ $note }“

record-report-how = Wie das zu lesen ist.
record-report-own = Die Einträge sind von der Person. Supple misst Zeiten beim Anleiten und sieht nicht, wie gedehnt wird; Schmerz, Gründe und Notizen sind wie angegeben. Auch ohne Eintrag kann geübt worden sein.
record-report-told = { $count ->
    [one] Eine Sitzung ist nachgetragen: Sie zählt, aber nicht zu den Zeiten.
   *[other] { $count } Sitzungen sind nachgetragen: Sie zählen, aber nicht zu den Zeiten.
}
record-report-leaves = Weggelassen:
record-report-nothing-left = nichts aus dieser Zeit.
record-report-leaves-others = { $count ->
    [one] eine Sitzung eines anderen Programms
   *[other] { $count } Sitzungen anderer Programme
}
record-report-leaves-marked = { $count ->
    [one] ein Eintrag, markiert als nicht getan oder fremd
   *[other] { $count } Einträge, markiert als nicht getan oder fremd
}
record-report-leaves-notes = { $count ->
    [one] eine Notiz
   *[other] { $count } Notizen
}
record-report-leaves-pain = die Zahlen zum Schmerz
record-report-leaves-put-off = { $count ->
    [one] eine wegen Schmerzen verschobene Sitzung
   *[other] { $count } wegen Schmerzen verschobene Sitzungen
}
record-report-leaves-hurts = { $count ->
    [one] ein Mal, dass es wehtat
   *[other] { $count } Male, dass es wehtat
}
record-report-leaves-next-day = { $count ->
    [one] eine Antwort vom Tag danach
   *[other] { $count } Antworten vom Tag danach
}
record-report-leaves-misdated = { $count ->
    [one] ein Eintrag mit einem Datum vor 2000 oder einem, das erst kommt
   *[other] { $count } Einträge mit einem Datum vor 2000 oder einem, das erst kommt
}
record-report-leaves-lines = { $count ->
    [one] ein Teil der Aufzeichnung, der nicht lesbar ist
   *[other] { $count } Teile der Aufzeichnung, die nicht lesbar sind
}
record-report-made = Erstellt von Supple am { $date }, auf dem eigenen Rechner der Person. Nichts wurde versendet.

## Der Befehl

help-report = Schreibt, was Sie getan haben, als Seite für eine Praxis
help-report-long =
    Auf einer Seite oder zwei: wie viel vom Vorgesehenen Sie getan haben, wie lange Sie gehalten
    haben, wie sich der Schmerz verändert hat, jede Übung, und warum etwas ausgelassen wurde. Es steht
    dabei, was gemessen und was angegeben wurde. Die Seite wird in eine Datei geschrieben und
    nirgendwohin gesendet.
help-report-since = Ab diesem Tag, etwa 2026-09-01; ohne Angabe die letzten zwölf Wochen
help-report-until = Bis zu diesem Tag; ohne Angabe bis heute
help-report-routine = Nur über dieses Programm, mit seiner Kennung
help-report-name = Ihr Name, damit er darauf steht
help-report-without_notes = Lässt weg, was Sie geschrieben haben
help-report-without_pain = Lässt die Zahlen zum Schmerz weg, und wann es wehtat
help-report-output = Wohin geschrieben wird: ein Name, der auf .html oder .pdf endet
help-report-data = Die Aufzeichnungen vieler Personen, mit --csv: ihre Ordner, oder was supple history --json für jede ausgegeben hat
help-report-csv = Als Tabelle für eine Praxis: eine Zeile je Person von --data und Programm
help-report-fhir = Als FHIR-R4-Bundle für das System einer Praxis, mit dem Bericht als PDF darin: ein Name, der auf .json endet
help-report-separator = Was mit --csv zwischen den Zellen steht: comma, semicolon oder tab; sonst, was Tabellenprogramme mit der Ländereinstellung Ihres Systems erwarten
help-report-paper = Das Papier: a4 (ohne Angabe) oder letter
help-report-large_print = In Buchstaben ab 18 Punkt
help-report-replace = Überschreibt eine vorhandene Datei
help-report-examples =
    {"  "}supple report -o bericht.pdf
    {"  "}supple report --routine lower-back-relief --since 2026-09-01 --name "A. Patientin" -o ruecken.pdf
    {"  "}supple report --data patients/* --csv -o patients.csv
    {"  "}supple report --fhir -o bericht.json
usage-output-report = Ein Bericht ist eine Webseite oder ein PDF, also muss der Name seiner Datei auf .html oder .pdf enden, anders als { $path }.
usage-report-dates = --since darf nicht nach --until liegen, und nicht nach heute.
error-report-nothing = In dieser Zeit ist keine Sitzung aufgezeichnet, also wurde nichts geschrieben. supple history zeigt, was aufgezeichnet ist.
error-report-letters = Der Schrift des PDF fehlen Buchstaben dieses Berichts, etwa { $letters }, also wurde nichts geschrieben. Eine Seite, die auf .html endet, hat sie.
report-data-unread = { $path } bleibt weg: { $reason }
report-data-none = Darin ist keine Aufzeichnung. Nennen Sie den Ordner, in dem „log“ liegt.
report-data-newer = Die Datei stammt von einer neueren Fassung von Supple. Aktualisieren Sie Supple, und versuchen Sie es noch einmal.
report-data-other = Das ist nicht, was „supple history --json“ ausgibt, oder nicht das Ganze.
usage-output-fhir = Ein FHIR-Bundle ist JSON; der Name der Datei muss daher auf .json enden, anders als { $path }.
fhir-dose = Geschaffter Anteil der Dosis
fhir-pain-before = Schmerz vor der Sitzung
fhir-pain-after = Schmerz nach der Sitzung
fhir-pain-next-day = Schmerz an einem späteren Tag

## Im Fenster

report-open = Bericht
report-title = Bericht
report-notes = Mit Ihren Notizen
report-pain = Mit den Zahlen zum Schmerz
report-name = Ihr Name, wenn er darauf stehen soll
report-file = supple-bericht-{ $date }
report-nothing = In dieser Zeit ist keine Sitzung verzeichnet. Wählen Sie eine längere oder ein anderes Programm.
report-letters = Der Schrift der PDF-Datei fehlen Buchstaben dieses Berichts, etwa { $letters }; darum ist hier kein Blatt zu sehen. Die Webseite hat sie, und jeder Browser druckt sie.
