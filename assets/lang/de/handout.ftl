# Ein Programm auf Papier, in seiner eigenen Sprache.

handout-for = Für{" "}
handout-from = Von { $author }
handout-minutes = { $minutes ->
    [one] Etwa 1 Minute
   *[other] Etwa { $minutes } Minuten
}
handout-afterwards = Danach: { $text }
handout-ready = Bereitlegen: { $things }
handout-review = Nächster Termin
handout-bring = Bringen Sie dieses Blatt mit.
handout-questions = Fragen

## Wann Sie aufhören

handout-stop = Hören Sie auf, wenn es wehtut.
handout-gentle = Eine Dehnung soll sich wie ein sanfter Zug anfühlen.
handout-stop-with = Hören Sie auf bei: { $signs }.
handout-stop-above = Hören Sie auf, wenn der Schmerz über { $limit } von 10 steigt.
handout-sign-worse = Beschwerden, die schlimmer werden
handout-sign-new = einem neuen Schmerz
# Other ways in which routines name one of these two, or both, one on each line, so that no sheet has it twice.
handout-sign-same =
    Beschwerden, die schlimmer werden, oder einem neuen Schmerz
    Beschwerden, die stärker werden
    stärkere Beschwerden
    stärkeren Beschwerden
    ein neuer Schmerz
    neue Schmerzen
    neuen Schmerzen
handout-not-if = Beginnen Sie nicht bei:
handout-emergency = Rufen Sie den Notruf bei:
handout-signs = { $signs }.

## Eine Übung

handout-optional = { $name } (darf wegbleiben)
# Bei einer Übung, die dauert, bis man damit fertig ist.
handout-own-time = in Ihrem eigenen Tempo
handout-caution = Achtung:
handout-note = Für Sie:
handout-feel-it-in = { $aim ->
    [stretch] Zu spüren:
   *[strength] Arbeitet:
}
handout-easier = Leichter:
handout-harder = Schwerer:

## Die Woche

handout-week = Meine Woche
handout-week-how = Haken Sie ab, was Sie getan haben; Schmerz als Zahl von 0 bis 10. Woche ab{" "}
handout-morning = Morgens
handout-midday = Mittags
handout-evening = Abends
handout-done = Getan
# Eines von mehreren Malen am Tag.
handout-time = { $number }. Mal
handout-pain = Schmerz danach
handout-notes = Notizen

## Mit Supple üben

handout-guide = Mit der Datei durch die Übungen geführt werden
handout-guide-code = Scannen oder die Datei öffnen und geführt werden
handout-guide-how = Supple zeigt jede Übung, zählt die Zeit und sagt, was als Nächstes kommt. Öffnen Sie { $file } aus der E-Mail. Dieses Blatt reicht auch ohne.
handout-guide-how-code = Supple zeigt jede Übung, zählt die Zeit und sagt, was als Nächstes kommt. Öffnen Sie { $file } aus der E-Mail, oder fotografieren Sie diesen Code und öffnen Sie das Foto in Supple. Dieses Blatt reicht auch ohne.
handout-code = Ein QR-Code, der dieses Programm enthält

handout-foot = { $title } · Fassung { $revision }

## Der Befehl

help-handout = Ein Programm als Blatt zum Mitgeben schreiben
help-handout-long =
    Auf einem Blatt oder mehreren: wer es verordnet hat, wie viel und wie oft, Bilder, wann
    aufzuhören ist, eine Woche zum Abhaken und Zeilen für Notizen. Es ist in der Sprache des Programms
    und lässt sich schwarz-weiß drucken.
help-handout-routine = Das Programm: seine Kennung, oder der Pfad einer Datei
help-handout-output = Wohin: ein Name, der auf .html oder .pdf endet
help-handout-paper = Das Papier: a4 (wenn nichts angegeben ist) oder letter
help-handout-large_print = In Buchstaben von 18 Punkt und mehr
help-handout-replace = Eine Datei überschreiben, die schon da ist
help-handout-examples =
    {"  "}supple handout lower-back-relief -o ruecken.pdf
    {"  "}supple handout mein-programm.toml -o meins.html --large-print
handout-written = { $path } ist geschrieben.
error-handout-exists = { $path } gibt es schon; die Datei blieb, wie sie ist. Mit --replace wird sie überschrieben.
error-handout-itself = { $path } ist die Datei, aus der das Programm kommt; darum wurde nichts geschrieben, sonst ginge sie verloren. Wählen Sie einen anderen Namen.
handout-left-out = Im PDF fehlen Buchstaben, die seine Schrift nicht hat: { $letters }. Eine Seite, die auf .html endet, hat sie.
error-handout-changed = Die Datei dieses Programms wurde geändert, seit es hier geöffnet ist. Bitte zurückgehen und es noch einmal öffnen, damit weitergegeben wird, was zu sehen war.
error-handout-picture = Das Bild { $path } lässt sich nicht zeigen; es wurde nichts geschrieben. supple check { $file } sagt, was ihm fehlt.
error-handout-letters = Der Schrift der PDF-Datei fehlen Buchstaben dieses Programms, etwa { $letters }; es wurde nichts geschrieben. Eine Seite, die auf .html endet, hat sie.
error-handout-pdf = { $path } ließ sich nicht als PDF schreiben. Als Seite, die auf .html endet, geht es. ({ $reason })
usage-output-handout = Das Blatt ist eine Webseite oder ein PDF, darum muss der Name der Datei auf .html oder .pdf enden, anders als { $path }.
