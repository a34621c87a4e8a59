# The record and the settings on the disk, and what can be wrong with them.

disk-full = Der Datenträger ist voll. Schaffen Sie etwas Platz.
disk-limit = Das System lässt hier keine Datei größer werden. Heben Sie seine Grenze für die Größe von Dateien an; `ulimit -f` zeigt sie.
disk-permission = Supple darf dort nicht schreiben oder lesen. Ändern Sie die Rechte des Ordners.
disk-read-only = Der Datenträger lässt sich nur lesen. Machen Sie ihn beschreibbar.
disk-permission-of = Supple darf { $path } nicht schreiben oder lesen. Ändern Sie die Zugriffsrechte dort.
disk-read-only-at = { $path } liegt auf einem Datenträger, der sich nur lesen lässt. Machen Sie ihn beschreibbar.
disk-unchangeable = { $path } ist als unveränderlich markiert; dann darf dort niemand schreiben, welche Rechte auch gelten. Entfernen Sie die Markierung, unter Linux mit chattr -i.
disk-not-a-folder = Wo ein Ordner sein sollte, liegt eine Datei. Verschieben Sie die Datei.
disk-not-there = Es ist nicht da, oder ein Ordner auf dem Weg dahin.
disk-not-a-file = Wo eine Datei sein sollte, liegt ein Ordner, eine Pipe oder ein Gerät. Räumen Sie die Stelle frei.
disk-busy = Ein anderes Programm benutzt den Ordner. Ist ein zweites Supple angehalten? Beenden Sie es.
disk-too-large = Die Datei ist weit größer, als sie sein kann. Verschieben Sie sie.
disk-link-out = Das ist eine Verknüpfung zu einer Datei in einem anderen Ordner, und durch solche schreibt Supple nicht. Legen Sie die Datei selbst dorthin, oder ändern Sie die Datei, zu der die Verknüpfung führt, von Hand.
disk-link-nowhere = Dort liegt eine Verknüpfung zu etwas, das nicht da ist. Bringen Sie zurück, wohin sie führt, etwa ein Laufwerk, oder entfernen Sie die Verknüpfung.
disk-changed = Ein anderes Programm hat die Datei im selben Moment geändert. Versuchen Sie es noch einmal.
disk-absent = Der Ordner, den Sie gewählt haben, ist nicht da. Schließen Sie sein Laufwerk an, oder wählen Sie in den Einstellungen einen anderen.
disk-emptied = In dem Ordner, den Sie gewählt haben, liegt nichts von Aufzeichnungen: So sieht es aus, solange sein Laufwerk nicht angeschlossen ist. Schließen Sie das Laufwerk an, oder wählen Sie in den Einstellungen einen anderen Ordner. Ist der Ordner neu? Wählen Sie ihn dort noch einmal, oder mit supple history --move-to.
disk-in-the-cloud = Es liegt nur auf dem Server Ihres Abgleichprogramms. Lassen Sie dieses Programm es auf diesem Gerät behalten.
disk-not-as-written = Was geschrieben wurde, ließ sich nicht so wieder lesen. Prüfen Sie die Platte, und versuchen Sie es noch einmal.
disk-write-protected = Die Datei darf nur gelesen werden, und Supple lässt sie, wie sie ist. Erlauben Sie, dass sie geschrieben wird, oder speichern Sie unter einem anderen Namen.
disk-other-names = Die Datei hat noch einen anderen Namen, einen Hardlink, und dort bliebe, was vorher da war. Speichern Sie unter einem anderen Namen, oder entfernen Sie einen der beiden.
disk-no-files = In diesem Ordner zeigt das System etwas Eigenes; Dateien lassen sich dort nicht anlegen. Nennen Sie einen anderen Ort.
disk-leftover = { $file } wurde gerade geschrieben, als Supple beendet wurde. Eine andere Fassung davon liegt unter { $path }. Vergleichen Sie die beiden, behalten Sie in { $file }, was stimmt, und löschen Sie die andere.
save-owner = { $path } gehört jetzt Ihnen oder Ihrer Gruppe: Bei dem bisherigen Eigentümer kann das System die Datei nur lassen, wenn die Systemverwaltung sie ändert.
disk-other = Das System meldet: { $reason }

record-unwritten = { $lines ->
    [one] Der letzte Eintrag Ihrer Aufzeichnung konnte noch nicht in { $folder } gespeichert werden.
   *[other] Die letzten { $lines } Einträge Ihrer Aufzeichnung konnten noch nicht in { $folder } gespeichert werden.
} { $reason } Lassen Sie Supple so lange offen: Die Einträge sind aufgehoben und werden wieder versucht.
record-kept-elsewhere = { $lines ->
    [one] Der letzte Eintrag Ihrer Aufzeichnung konnte nicht in { $folder } gespeichert werden.
   *[other] Die letzten { $lines } Einträge Ihrer Aufzeichnung konnten nicht in { $folder } gespeichert werden.
} { $reason } Nichts ist verloren: Was fehlt, steht in { $file }, und Supple nimmt es beim nächsten Start wieder auf. Sie können diese Datei auch selbst nach { $folder } verschieben, sobald das möglich ist. Soll die Aufzeichnung in einem anderen Ordner liegen, setzen Sie SUPPLE_DATA_DIR.
record-kept-elsewhere-for-now = { $lines ->
    [one] Der letzte Eintrag Ihrer Aufzeichnung konnte nicht in { $folder } gespeichert werden.
   *[other] Die letzten { $lines } Einträge Ihrer Aufzeichnung konnten nicht in { $folder } gespeichert werden.
} { $reason } Was fehlt, steht vorerst in { $file }; das räumt der Computer womöglich auf, wenn er neu startet. Starten Sie vorher Supple noch einmal, oder verschieben Sie diese Datei selbst nach { $folder }, sobald das möglich ist. Soll die Aufzeichnung in einem anderen Ordner liegen, setzen Sie SUPPLE_DATA_DIR.
record-lost = { $lines ->
    [one] Der letzte Eintrag Ihrer Aufzeichnung konnte weder in { $folder } noch anderswo gespeichert werden und ist verloren.
   *[other] Die letzten { $lines } Einträge Ihrer Aufzeichnung konnten weder in { $folder } noch anderswo gespeichert werden und sind verloren.
} { $reason } Soll die Aufzeichnung in einem anderen Ordner liegen, setzen Sie SUPPLE_DATA_DIR.
record-damaged-line = { $file }, Zeile { $line }: Diese Zeile ist beschädigt und wird ausgelassen. Eine Kopie liegt in { $copy }.
record-damaged-line-not-copied = { $file }, Zeile { $line }: Diese Zeile ist beschädigt und wird ausgelassen.
record-more-damaged-lines = { $lines ->
    [one] { $file }: Eine weitere Zeile ist beschädigt und wird ausgelassen. Von ihr entsteht keine Kopie.
   *[other] { $file }: { $lines } weitere Zeilen sind beschädigt und werden ausgelassen. Von ihnen entstehen keine Kopien.
}
record-too-much = { $lines ->
    [one] { $file }: Eine Zeile sagt mehr, als jemand aufgezeichnet haben kann, und wird ausgelassen. Sie bleibt, wo sie ist.
   *[other] { $file }: { $lines } Zeilen sagen mehr, als jemand aufgezeichnet haben kann, und werden ausgelassen. Sie bleiben, wo sie sind.
}
record-long-line = { $file }, Zeile { $line }: Diese Zeile ist viel länger als alle, die Supple schreibt, und wird ausgelassen. Sie bleibt, wo sie ist.
record-large-file = { $file } ist viel größer als alle Dateien, die Supple schreibt, und wird nur am Anfang gelesen. Die Datei bleibt, wie sie ist.
record-no-pain = { $file }, Zeile { $line }: Der Schmerz in dieser Zeile ist keine Zahl von 0 bis 10 und wird ausgelassen. Der Rest der Zeile gilt.
record-newer-lines = { $lines ->
    [one] { $file }: Eine Zeile stammt von einem neueren Supple. Sie bleibt erhalten und wird angezeigt, sobald Supple aktualisiert ist.
   *[other] { $file }: { $lines } Zeilen stammen von einem neueren Supple. Sie bleiben erhalten und werden angezeigt, sobald Supple aktualisiert ist.
}
record-unreadable = { $file } lässt sich nicht lesen, daher fehlt hier, was darin steht. { $reason }
record-waiting = { $file } hat Zeilen Ihrer Aufzeichnungen, die sich dort noch nicht speichern ließen, daher fehlen sie hier. Sie kommen hinein, sobald sich der Datenträger wieder beschreiben lässt.
record-no-start = Sitzung { $session }: Die Zeile, die Beginn und Programm nennt, fehlt. Ein anderes Gerät oder eine Sicherung von { $folder } hat sie vielleicht noch.
record-check-counts = { $files ->
    [one] Eine Datei
   *[other] { $files } Dateien
}, { $sessions ->
    [one] eine Sitzung
   *[other] { $sessions } Sitzungen
}, { $holds ->
    [one] eine Haltezeit
   *[other] { $holds } Haltezeiten
}, an { $days ->
    [one] einem Tag
   *[other] { $days } Tagen
}.
record-check-fine = Alles lässt sich lesen.
record-check-problems = { $problems ->
    [one] Eines stimmt nicht.
   *[other] { $problems } Dinge stimmen nicht.
}
record-check-aside = Kopien der Zeilen, die sich nicht lesen lassen, liegen in { $folder }.
record-moved = { $files ->
    [0] Ihre Aufzeichnungen liegen jetzt in { $to }. Zu kopieren gab es nichts.
    [one] Ihre Aufzeichnungen liegen jetzt in { $to }. Eine Datei wurde kopiert und verglichen.
   *[other] Ihre Aufzeichnungen liegen jetzt in { $to }. { $files } Dateien wurden kopiert und verglichen.
} Was in { $from } war, liegt noch dort, wie es war. Schließen Sie andere Fenster von Supple, und öffnen Sie sie neu; danach können Sie es löschen.
record-moved-without = Ihre Aufzeichnungen liegen jetzt in { $to }. Was in { $from } war, ist gerade nicht da und ließ sich nicht kopieren. Ist es wieder da, verlegen Sie Ihre Aufzeichnungen zurück dorthin und dann noch einmal hierher: Dann sind alle beisammen.
record-moved-nowhere = Von jetzt an liegen Ihre Aufzeichnungen in { $to }.
record-move-same = Ihre Aufzeichnungen liegen schon in { $folder }.
record-move-routines = { $folder } ist der Ordner Ihrer Programme oder liegt darin. Wählen Sie einen daneben.
record-move-within = { $folder } liegt im Ordner Ihrer Aufzeichnungen oder um ihn herum. Wählen Sie einen daneben.
record-move-under-way = Eine Sitzung läuft. Beenden Sie sie, und verlegen Sie die Aufzeichnungen danach.
record-move-elsewhere = Ihre Aufzeichnungen werden gerade von einem anderen Fenster oder Terminal verlegt. Warten Sie, bis das getan ist.
record-move-meanwhile = Ihre Aufzeichnungen wurden von einem anderen Fenster oder Terminal verlegt, seit dieses offen ist. Schließen Sie dieses Fenster, und öffnen Sie es neu.
record-move-failed = Ihre Aufzeichnungen wurden nicht verlegt und sind, wo sie waren: Es liegt an { $path }. { $reason }
record-move-unkept = Ihre Aufzeichnungen wurden nicht verlegt und sind, wo sie waren. { $why }
device-unkept = { $file } sollte die Kennung enthalten, unter der dieses Gerät aufzeichnet. { $reason } Supple lässt die Datei, wie sie ist; bis dahin zeichnet jeder Start unter einer neuen Kennung auf, und eine abgebrochene Sitzung lässt sich nicht fortsetzen.
device-no-id = Was darin steht, ist keine Kennung. Stellen Sie die richtige wieder her, oder verschieben Sie die Datei: Supple legt dann eine neue an.

settings-broken = { $file }, Zeile { $line }: { $reason } Ihre Einstellungen lassen sich nicht lesen. Supple lässt die Datei, wie sie ist, und läuft ohne sie weiter. Was Sie wählen, gilt, bis Supple endet. Berichtigen Sie die Zeile, oder verschieben Sie die Datei, um neu zu beginnen.
settings-not-text = Das ist kein Text in UTF-8.
settings-unreadable = Ihre Einstellungen in { $file } lassen sich nicht lesen. { $reason } Supple läuft ohne sie weiter; was Sie wählen, gilt, bis es endet.
settings-unsaved = Ihre Einstellungen konnten nicht in { $file } gespeichert werden. { $reason }
settings-bad-value = { $file }, Zeile { $line }: Bei „{ $key }“ ist möglich: { $takes }. Supple benutzt die Vorgabe, bis die Zeile berichtigt ist.
settings-uneditable = { $file }, Zeile { $line }: Dieser Wert sprengt jeden Rahmen, daher lassen sich Ihre Einstellungen nicht speichern. Berichtigen oder entfernen Sie die Zeile.
settings-unknown-key = { $file }, Zeile { $line }: Eine Einstellung „{ $key }“ gibt es nicht. Meinten Sie „{ $near }“? Bis zur Berichtigung bewirkt die Zeile nichts.
settings-twice = { $file }, Zeile { $line }: „{ $key }“ steht auch unter [{ $table }] als „{ $name }“, und das gilt. Entfernen Sie diese Zeile.
settings-takes-table = eigene Einstellungen, in Zeilen unter [{ $table }]
settings-takes-theme = "system", "light" oder "dark"
settings-takes-text-size = eine ganze Zahl von 80 bis 200
settings-takes-language = "system" oder das Kürzel einer Sprache, etwa "de"
settings-takes-voice-speed = eine ganze Zahl von 50 bis 200
settings-takes-voice-volume = eine ganze Zahl von 10 bis 100
settings-takes-voice-names = eine Tabelle von Sprachen mit dem Programm und seiner Stimme, etwa { "{" } en = "flite slt" { "}" }
settings-takes-volume = eine ganze Zahl von 0 bis 100
settings-takes-yes-or-no = true oder false
settings-takes-device = "system" oder der Name eines Ausgabegeräts in Anführungszeichen
settings-takes-speech-program = "system" oder ein Befehl, in dem {"{"}file{"}"} steht, etwa "piper --output_file {"{"}file{"}"}"
settings-takes-size = eine Breite und eine Höhe, etwa [1024, 768]
settings-takes-folder = der ganze Pfad eines Ordners in Anführungszeichen, oder "" für den üblichen
settings-takes-path = der Pfad einer Datei in Anführungszeichen
settings-takes-routines = eine Liste der Kennungen von Programmen, etwa ["lower-back-relief"]
settings-takes-words = Worte in Anführungszeichen
settings-takes-reminder-time = "after-sitting", "fixed-times" oder "spread"
settings-takes-sitting-minutes = eine ganze Zahl von 10 bis 240
settings-takes-work = eine Tabelle der Tage mit Arbeitszeit, etwa { "{" } monday = "09:00-17:30" { "}" }
settings-takes-hours = zwei Uhrzeiten, etwa "07:00-22:00"
settings-takes-meal = zwei Uhrzeiten, etwa "12:15-13:00", oder "none"
settings-takes-routine = die Kennung eines Programms in Anführungszeichen, oder "" für eines, das passt
settings-takes-quiet-while = beliebige von ["microphone", "camera", "full-screen", "do-not-disturb", "battery"]
settings-takes-put-off = eine ganze Zahl von 0 bis 100 oder "no limit"
settings-takes-reminder-form = "window", "notification" oder "voice"

history-nothing = Noch gibt es nichts zu zeigen: Eine Sitzung erscheint, sobald sie zu Ende ist. Beginnen Sie mit supple guide lower-back-relief.
history-nothing-chosen = Keine Sitzung zum Anzeigen.
history-held = { $held } von { $prescribed }
history-hurt = Es tat weh bei { $what }.
history-more-problems = { $more ->
    [one] Und noch etwas. supple history --json nennt alles.
   *[other] Und noch { $more } Dinge. supple history --json nennt alle.
}
history-imported = { $added ->
    [0] Nichts kam hinzu
    [one] Eine Sitzung kam hinzu
   *[other] { $added } Sitzungen kamen hinzu
}{ $there ->
    [0] .
    [one] ; eine war schon da.
   *[other] ; { $there } waren schon da.
}
history-import-unread = { $path } lässt sich nicht lesen: { $reason }
history-import-cut = { $path } hört mittendrin auf, daher wurde nichts davon eingelesen. Kopieren oder exportieren Sie noch einmal: supple history --json > DATEI
history-import-archive = { $path } ist ein Archiv und nicht, was „supple history --json“ ausgibt, daher wurde nichts eingelesen. Wenn es eine Sicherung ist: supple restore, dann die Datei.
history-import-other = { $path }, Zeile { $line }: Das ist nicht, was „supple history --json“ ausgibt, daher wurde nichts eingelesen. Exportieren Sie noch einmal, und lassen Sie die Datei, wie sie ist.
history-import-newer = { $path } stammt von einer neueren Fassung von Supple, daher wurde nichts davon eingelesen. Aktualisieren Sie Supple, und versuchen Sie es noch einmal.
history-import-unwritten = Nichts wurde eingelesen: { $folder } lässt sich nicht beschreiben. { $reason }
