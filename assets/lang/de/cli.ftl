# Die Befehlszeile.

help-usage = Aufruf
help-commands = Befehle
help-arguments = Argumente
help-options = Schalter
help-examples-heading = Beispiele
help-help = Diese Hilfe zeigen
help-version = Die Version zeigen
help-verbose = Mit --version auch zeigen, was das Fenster zeichnet
version-window-processor = Fenster: vom Prozessor gezeichnet, oder von OpenGL, wo ein Bildschirm das nicht annimmt
version-window-opengl = Fenster: von OpenGL gezeichnet

help = Führt Sie durch Ihre Übungen, auch mit geschlossenen Augen, und hält fest, was Sie getan haben.
help-long =
    Ohne Befehl öffnet sich das Fenster, und mit einer Datei, wenn eine genannt ist. Ein Programm wird
    mit seiner Kennung genannt, wie supple list sie zeigt, oder mit dem Pfad einer Datei.
help-examples =
    {"  "}supple                             das Fenster öffnen
    {"  "}supple von-meiner-praxis.supple    eine Datei ansehen, die Sie bekommen haben
    {"  "}supple guide lower-back-relief     hier im Terminal dehnen
    {"  "}supple new mein-programm.toml      ein eigenes Programm schreiben
    {"  "}supple guide --help                alles über einen Befehl

help-command = BEFEHL
help-any-options = SCHALTER
help-value-file = DATEI
help-value-id = KENNUNG
help-value-date = DATUM
help-value-number = ZAHL
help-value-name = NAME
help-value-folder = ORDNER
help-value-exercise = ÜBUNG
help-value-tag = KÜRZEL
help-value-answer = ANTWORT
help-value-minutes = MINUTEN
help-value-out = ZIEL
help-value-format = FORM
help-value-paper = PAPIER
help-value-separator = TRENNZEICHEN
help-value-region = REGION
help-value-per = JE
help-value-side = SEITE
help-value-at = AUGENBLICK
help-value-shell = SHELL
help-open = Das Fenster mit einem Programm öffnen
help-open-routine = Das Programm: seine Kennung oder der Pfad einer Datei
help-open-start = Gleich zum Beginn: nach der Frage startet die Eingabetaste
help-open-examples =
    {"  "}supple open lower-back-relief
    {"  "}supple open mein-programm.toml --start

help-guide = In diesem Terminal durch ein Programm führen
help-guide-long =
    Mit Ton, und aufgezeichnet wie im Fenster. Hören Sie sofort auf, wenn es wehtut: Taste h.

    Tasten: Leertaste hält an und macht weiter, die Pfeile gehen zurück und lassen aus, + gibt zehn
    Sekunden mehr, Enter beendet einen offenen Schritt, h sagt, dass es wehtut, q beendet die
    Sitzung, t aus Mangel an Zeit. In einer Pipe gibt es keine Tasten, und jeder Schritt ist eine
    Zeile.
help-guide-routine = Das Programm: seine Kennung oder der Pfad einer Datei
help-guide-rehearse = Sechzigmal so schnell, still, nie aufgezeichnet
help-guide-quiet_screen = Allein nach Gehör: der Bildschirm bleibt bis zum Ende still
help-guide-all = Alle Übungen, auch die, die heute nicht dran sind
help-guide-choose = Welche Übungen einer Gruppe zur Wahl dabei sind, nach Kennung oder Name
help-guide-examples =
    {"  "}supple guide lower-back-relief
    {"  "}supple guide mein-programm.toml --rehearse     sehen, wie ein Programm verläuft

help-check = Programme prüfen und jeden Fehler erklären
help-check-long =
    Jeder Fehler steht mit seiner Zeile, dem Grund und der Abhilfe da. Endet mit 1, wenn es einen
    gibt, und mit 3, wenn sich eine Datei nicht lesen lässt. In JSON zählen Zeilen und Spalten von
    1 an; sie sind 0 bei einer Datei, die es nicht gibt oder die sich nicht lesen lässt.
help-check-files = Die Dateien, oder Ordner: alle Programme darin und darunter
help-check-format = In welcher Form: human (zum Lesen) oder json (für Programme)
help-check-examples =
    {"  "}supple check mein-programm.toml
    {"  "}supple check .                        alles in diesem Ordner
    {"  "}supple check --format json routines/*.toml

help-fmt = Die Schlüssel von Programmen in die Reihenfolge der Referenz bringen
help-fmt-long =
    Zeilen werden im Ganzen verschoben, mit den Anmerkungen direkt darüber; geändert werden darin nur
    die Leerzeichen um „=“. Was eine leere Zeile trennt, bleibt getrennt, und das Programm sagt
    dasselbe wie vorher. Eine Datei mit Fehlern bleibt, wie sie ist. Endet mit 1, wenn es eine gibt.
help-fmt-files = Die Dateien
help-fmt-check = Nichts ändern, und mit 1 enden, wenn eine Datei nicht geordnet ist
help-fmt-examples =
    {"  "}supple fmt mein-programm.toml
    {"  "}supple fmt --check mein-programm.toml
fmt-in-order = { $path } ist jetzt geordnet.
fmt-not-in-order = { $path } ist nicht geordnet.

help-plan = Den zeitlichen Ablauf eines Programms zeigen
help-plan-routine = Das Programm: seine Kennung oder der Pfad einer Datei
help-plan-on = Die Übungen dieses Tages, etwa 2027-01-04
help-plan-week = Die Dosierung dieser Woche, von 1 an gezählt
help-plan-choose = Welche Übungen einer Gruppe zur Wahl dabei sind, nach Kennung oder Name
help-plan-json = Als JSON, für Programme
help-plan-examples =
    {"  "}supple plan lower-back-relief
    {"  "}supple plan mein-programm.toml --json

help-list = Die Programme zeigen: die mitgelieferten und Ihre eigenen
help-list-json = Als JSON, für Programme
help-list-examples =
    {"  "}supple list

help-exercises = Die Übungen zeigen, die mit Supple kommen
help-exercises-long =
    Ein Programm nimmt eine davon mit use = "KENNUNG"; supple new --from schreibt sie aus.
help-exercises-region = Für diesen Teil des Körpers: neck, shoulder, elbow, wrist-hand, upper-back, lower-back, trunk, hip, knee, ankle-foot, balance oder breathing
help-exercises-json = Als JSON, für Programme
help-exercises-examples =
    {"  "}supple exercises --region knee
    {"  "}supple exercises --json

help-remind = Erinnert Sie an ein Programm, wenn es Zeit ist, und ist still, wenn nicht
help-remind-long =
    Es läuft ohne Fenster, bis es beendet wird, und startet nicht doppelt: Auf ein zweites hin sieht das erste in die Einstellungen. Woran Sie erinnert werden, wann und wie, steht unter [reminders] in settings.toml. Mit --plan der Tag, wie er verläuft, wenn Sie in Ihrer Arbeitszeit am Schreibtisch sitzen und jedes Mal anfangen.
help-remind-plan = Zeigt den Tag, wie er verlaufen würde, und erinnert an nichts
help-remind-quiet = Still sein: so viele Minuten, bis morgen (tomorrow) oder nicht länger (off)
help-remind-answer = Auf die Erinnerung antworten, die gezeigt wird: start, put-off, not-now oder not-today
help-remind-autostart = Erinnerungen bei der Anmeldung starten, oder nicht mehr
help-remind-rehearse = Mit einer Uhr erinnern, die sechzigmal so schnell geht, um zu sehen, wie ein Tag verläuft; sie wartet, solange eine Erinnerung da ist
help-remind-settings = Das Fenster dort öffnen, wo Erinnerungen eingestellt werden
help-remind-show = Zeigt eine Erinnerung von der Standardeingabe in einem eigenen Fenster
help-remind-say = Eine Zeile der Standardeingabe sagen
help-remind-json = Als JSON, für Programme
help-remind-on = Von diesem Tag, etwa 2027-01-04; ohne Angabe vom Rest des heutigen
help-remind-examples =
    {"  "}supple remind --plan
    {"  "}supple remind --plan --on 2027-01-04 --json
    {"  "}supple remind --quiet 60

help-status = Zeigt, wie es um die Erinnerungen steht, und warum
help-status-long =
    Was als Nächstes kommt, warum es still ist, wie lange Sie sitzen und was aus den Erinnerungen von heute wurde.
help-status-json = Als JSON, für Programme
help-status-examples =
    {"  "}supple status
    {"  "}supple status --json

remind-on = { $date }:
remind-none = { $date }: keine Erinnerung.
remind-off = Erinnerungen sind aus.
remind-no-such-day = Den { $date } gibt es nicht.
remind-no-routine = An das Programm „{ $id }“ aus Ihren Einstellungen erinnert nichts: Es ist nicht da oder nicht lesbar. supple list zeigt, was da ist.
remind-why-sitting = nach { $minutes } Minuten Sitzen
remind-why-time = seine Tageszeit: { $time }
remind-why-left =
    { $count ->
        [one] noch eine Sitzung
       *[other] noch { $count } Sitzungen
    }

help-history = Zeigen, was Sie getan haben
help-history-long =
    Wurde etwas mehrmals gehalten, zählt der längste Versuch; die anderen stehen im JSON unter
    other_attempts. Zeiten stehen dort wie in RFC 3339, daneben der Name der Zeitzone.
help-history-json = Als JSON, für Programme
help-history-csv = Als Tabelle: eine Zeile für jedes Halten
help-history-separator = Was mit --csv zwischen den Zellen steht: comma, semicolon oder tab; sonst, was Tabellenprogramme mit der Ländereinstellung Ihres Systems erwarten
help-history-per = Mit --csv eine Zeile je Haltezeit (hold, ohne Angabe), Sitzung (session), Tag (day) oder Woche (week)
help-history-since = Ab diesem Tag, etwa 2026-11-01
help-history-until = Bis zu diesem Tag
help-history-routine = Nur von diesem Programm, nach seiner Kennung
help-history-check = Sagen, wie viel da ist, was daran nicht stimmt und wohin unlesbare Zeilen kopiert wurden
help-history-move_to = Ihre Aufzeichnungen in einen anderen Ordner verlegen, etwa einen, den ein Sync-Programm teilt: Sie werden kopiert und verglichen, und die alten bleiben
help-history-examples =
    {"  "}supple history --since 2026-11-01
    {"  "}supple history --routine lower-back-relief --csv > ruecken.csv
    {"  "}supple history --json > verlauf.json

help-history-import = Zurückholen, was „supple history --json“ ausgegeben hat
help-history-import-long =
    Was schon aufgezeichnet ist, bleibt, wie es ist; zweimal einlesen ändert also nichts. Eine eingelesene
    Sitzung weicht ihren eigenen Zeilen, woher sie auch später kommen. Aus einer beschädigten Datei
    wird nichts eingelesen.
help-history-import-file = Die Datei
help-history-import-examples =
    {"  "}supple history import verlauf.json

help-figure = Eine Figur als Bild zeichnen, oder eine Seite mit allen Figuren
help-figure-long =
    Eine Figur kommt mit Supple, ist eine eigene Datei oder steht als [figure.NAME] in der Datei eines
    Programms; „supple figure --reference“ beschreibt sie (englisch). Hat ein Programm mehrere, schreiben Sie
    DATEI#NAME. Das Bild ist SVG, das Browser und Zeichenprogramme zeigen.
help-figure-figure = Die Figur: ihr Name, etwa knee-to-chest, oder der Pfad einer Datei; DATEI#NAME in einem Programm, das mehrere hat
help-figure-output = Wohin: ein Name, der auf .svg endet, auf .html bei der Webseite; eine Datei, die schon da ist, bleibt unberührt
help-figure-side = Die Seite, die gedehnt wird: left (links) oder right (rechts); ohne Angabe die gezeichnete
help-figure-at = Die Haltung: rest (Ruhe) oder hold (Dehnung, wenn nichts angegeben ist)
help-figure-dark = In den Farben für dunklen Grund
help-figure-gallery = Eine Webseite mit allen Figuren, die mit Supple kommen
help-figure-reference = Ausgeben, wie eine Figur geschrieben wird: jeder Schlüssel, was er annimmt und was ohne ihn gilt (englisch)
help-figure-examples =
    {"  "}supple figure knee-to-chest -o knie.svg
    {"  "}supple figure meine-figur.toml --side left --at rest -o meine.svg
    {"  "}supple figure mein-programm.toml#arm-heben -o arm-heben.svg
    {"  "}supple figure --gallery -o figuren.html

figure-gallery = Die Figuren von Supple
figure-written = { $path } ist geschrieben.
error-figure-unknown = Es gibt keine Figur „{ $name }“. Mit Supple kommen: { $names }
error-figure-alone = { $path } ist für sich eine Figur. Lassen Sie „#{ $name }“ weg.
error-figure-own-none = { $path } hat keine eigene Figur; sie stünde dort als [figure.NAME].
error-figure-own-several = { $path } hat mehrere Figuren: { $names }. Sagen Sie, welche: { $path }#{ $first }
error-figure-own-unknown = { $path } hat keine eigene Figur „{ $name }“. Es gibt dort: { $names }
error-figure-own-near = { $path } hat keine eigene Figur „{ $name }“. Meinten Sie „{ $near }“?
error-figure-near = Es gibt keine Figur „{ $name }“. Meinten Sie „{ $near }“?

help-new = Ein Programm zum Anfangen schreiben, jede Zeile erklärt
help-new-file = Wohin; eine Datei, die schon da ist, bleibt unberührt
help-new-from = Aus diesen Übungen, mit ihren Kennungen, wie supple exercises sie zeigt; oder aus einem Programm, mit seiner Kennung oder seiner Datei
help-new-reference = Ausgeben, wie ein Programm geschrieben wird: jeder Schlüssel, was er annimmt und was ohne ihn gilt (englisch)
help-new-schema = Das Format als JSON-Schema ausgeben: Ein Texteditor, der es kennt, ergänzt Schlüssel und zeigt Fehler beim Schreiben. Als routine.schema.json gespeichert, wird es in neuen Dateien daneben genannt (englisch)
help-new-examples =
    {"  "}supple new mein-programm.toml
    {"  "}supple new knie.toml --from quad-set,straight-leg-raise
    {"  "}supple new meins.toml --from lower-back-relief
    {"  "}supple new --reference | less
    {"  "}supple new --schema > routine.schema.json
new-title = Neues Programm
error-from-several = „{ $id }“ ist keine Übung. Mehrere werden zusammen mit ihren Kennungen genannt, wie supple exercises sie zeigt; ein Programm wird allein genannt.
error-from-near = Es gibt keine Übung „{ $id }“. Meinten Sie „{ $near }“?

help-import = Ein Programm prüfen und zu Ihren eigenen kopieren
help-import-long = Von da an ist es im Fenster und in supple list zu finden.
help-import-file = Die Datei: ein Programm, eine Datei zum Weitergeben oder ein Foto des Codes auf einem Blatt
help-import-replace = Eine neuere Fassung, eine mit derselben Nummer und anderem Inhalt, ein anderes oder ein zu Supple gehörendes Programm mit derselben id ersetzen, ohne zu fragen
help-import-examples =
    {"  "}supple import von-meiner-praxis.toml

help-voices = Die gefundenen Sprechprogramme auflisten und eine Probe sprechen
help-voices-long =
    Sitzungen werden von einem Programm dieses Rechners gesprochen: unter Linux vom ersten unter
    piper, RHVoice, flite, espeak-ng und pico2wave, das die Sprache spricht, sonst von den eigenen
    Stimmen von macOS und Windows, oder von einem Programm, das Sie in den Einstellungen angeben.
    Dort lässt sich auch eine andere Stimme wählen.
help-voices-language = Die Sprache, die gesprochen wird, etwa en
help-voices-examples =
    {"  "}supple voices
    {"  "}supple voices --language en

help-completions = Vervollständigungen für eine Shell ausgeben
help-completions-shell = Die Shell: bash, elvish, fish, powershell oder zsh
help-completions-examples =
    {"  "}supple completions bash > ~/.local/share/bash-completion/completions/supple
    {"  "}supple completions fish > ~/.config/fish/completions/supple.fish

help-man = Die Handbuchseite ausgeben
help-man-examples =
    {"  "}supple man | man -l -

## Die Handbuchseite; ihre übrigen Überschriften sind die der Hilfe

man-name = Name
man-synopsis = Übersicht
man-description = Beschreibung
man-exit = Exit-Status
man-exit-codes =
    0, wenn alles gut ging; 1, wenn es an der Eingabe liegt; 2 bei falschem Aufruf; 3, wenn es an der
    Festplatte, einem Recht oder einem Gerät liegt.
man-files = Dateien
man-files-places =
    Ihre Programme und Aufzeichnungen liegen unter Linux in ~/.local/share/supple, unter macOS in
    ~/Library/Application Support/supple und unter Windows in %APPDATA%\supple\data.
man-environment = Umgebungsvariablen
man-environment-names =
    SUPPLE_DATA_DIR, SUPPLE_CONFIG_DIR und SUPPLE_CACHE_DIR nennen andere Ordner für die Daten, die
    Einstellungen und das, was sich neu erzeugen lässt. Mit SUPPLE_RENDERER=gl zeichnet OpenGL das Fenster.

error-output = Die Ausgabe lässt sich nicht schreiben: { $reason }
error-no-home = Es gibt keinen Ordner für Ihre Daten, weil kein Heimatordner gefunden wurde. Setzen Sie HOME, oder SUPPLE_DATA_DIR, SUPPLE_CONFIG_DIR und SUPPLE_CACHE_DIR.

## Argumente, die keinen Sinn ergeben

usage-unknown-argument = Supple kennt { $argument } nicht.
usage-unknown-command = Supple hat keinen Befehl { $command }.
usage-open = Wenn es eines Ihrer Programme ist: supple open { $command }
usage-missing = Es fehlt: { $argument }
usage-conflict = { $argument } geht nicht zusammen mit { $other }.
usage-no-value = { $argument } braucht einen Wert.
usage-value-of = { $value } ist kein Wert für { $argument }. Möglich sind: { $values }
usage-date = { $value } ist kein Datum. Schreiben Sie es als JJJJ-MM-TT, zum Beispiel 2026-11-01.
usage-week = { $value } ist keine Woche eines Programms. Schreiben Sie eine Zahl von 1 bis { $most }.
usage-quiet = { $value } kann --quiet nicht sein. Es nimmt eine Zahl von Minuten, tomorrow oder off.
usage-language = { $argument } nimmt das Kürzel einer Sprache, zum Beispiel en oder de-AT.
usage-output-svg = Das Bild ist SVG, darum muss der Name der Datei auf .svg enden, anders als { $path }.
usage-output-html = Die Seite ist HTML, darum muss der Name der Datei auf .html enden, anders als { $path }.
usage-value = { $value } ist kein Wert für { $argument }.
usage-other = Die Argumente ergeben zusammen keinen Sinn.
usage-near = Meinten Sie { $near }?
usage-dash = Ist das eine Datei, deren Name mit - beginnt, schreiben Sie ./ davor.
usage-help = Alles über einen Befehl: supple BEFEHL --help

## plan

plan-heading = { $title } · { $time } · { $steps ->
    [one] { $steps } Schritt
   *[other] { $steps } Schritte
}

## guide

guide-rehearsal = Ein Probedurchlauf: sechzigmal so schnell, still und ohne Aufzeichnung.
guide-rehearsed = Das war ein Probedurchlauf: Nichts wurde aufgezeichnet.
guide-unrecorded = Es wurde kein Heimatordner gefunden, darum wird diese Sitzung nicht aufgezeichnet.
guide-saved-again = Was zuerst nicht gespeichert werden konnte, steht jetzt in Ihrer Aufzeichnung.
guide-saving = Ihre Aufzeichnung wird gespeichert: Der Datenträger ist langsam.
guide-saving-after-another = Ihre Aufzeichnung wird gespeichert: Ein anderes Programm hält sie gerade fest. Ist ein zweites Supple angehalten? Beenden Sie es. Sie können das Warten auch mit Strg+C beenden: Was fehlt, wird dann woanders aufgehoben und beim nächsten Start aufgenommen.
guide-stop-if = Hören Sie auf bei:
guide-not-if = Beginnen Sie nicht bei:
guide-keys =
    Leertaste anhalten, weiter · ← zurück · → auslassen · + zehn Sekunden mehr
    Enter fertig · h es tut weh · t keine Zeit · q oder Esc beenden
guide-key-unknown = Diese Taste tut hier nichts. Diese tun etwas:
guide-start = Drücken Sie die Leertaste, wenn Sie bereit sind.
guide-do-all = Ohne das dauert es { $time }. Mit --all werden alle Übungen gemacht.
guide-choose = Damit dauert es { $time }. Andere werden mit --choose gewählt, nach ihren Kennungen: { $exercises }.
guide-start-or-go-on = Die Sitzung, die Sie um { $time } Uhr begonnen haben, ist noch offen. Mit g geht es dort weiter, mit der Leertaste von vorn.
guide-gone-on-elsewhere = Diese Sitzung läuft in einem anderen Fenster oder Terminal oder wurde dort beendet und kann hier nicht fortgesetzt werden.
guide-pain-before = Tut Ihnen jetzt etwas weh? 0 ist kein Schmerz, 10 der stärkste, den Sie sich vorstellen können. Tippen Sie die Zahl, dann die Eingabetaste. Die Eingabetaste allein beginnt ohne Antwort.
guide-pain-after = Wie stark ist der Schmerz jetzt, von 0 bis 10? Tippen Sie die Zahl, dann die Eingabetaste. Die Eingabetaste allein lässt es aus.
guide-load = Womit haben Sie { $exercise } gemacht? Drücken Sie die Eingabetaste, wenn es { $proposed } war; oder tippen Sie, was es war, und dann die Eingabetaste.
guide-reps = Wie viele Wiederholungen von { $exercise } haben Sie gemacht? Drücken Sie die Eingabetaste, wenn es { $proposed } waren; oder tippen Sie { $sets ->
        [one] die Zahl
       *[other] eine Zahl für jeden der { $sets } Sätze
    } und dann die Eingabetaste.
guide-pain-typed = Schmerz { $pain }. Mit der Eingabetaste geht es weiter.
guide-pain-taken-back = Keine Antwort. Mit der Eingabetaste geht es weiter.
guide-pain-no-digit = Das ist keine Ziffer. Tippen Sie eine Zahl von 0 bis 10, dann die Eingabetaste.
guide-hurts-before = Tut es jetzt weh, ruhen Sie heute: q drücken. Um trotzdem zu beginnen, drücken Sie die Leertaste und sagen, wie sehr es wehtut.
guide-hurts-how-much = Sagen Sie, wie sehr: eine Zahl von 0 bis 10 tippen, dann Enter. Um es dabei zu lassen, drücken Sie q.
guide-too-much = Mit q ruhen Sie heute, mit s fangen Sie trotzdem an.
guide-by-voice = Die Stimme führt Sie: Schließen Sie die Augen. Der Bildschirm bleibt bis zum Ende still.
guide-by-sounds = Keine Stimme ist zu hören, also führen Sie allein die Töne. Der Bildschirm bleibt bis zum Ende still.
guide-muted = Der Ton ist in Ihren Einstellungen aus, also führt Sie der Bildschirm wie sonst.
guide-next = danach: { $next }
guide-end-asked = Die Sitzung hier beenden? Mit q oder der Eingabetaste endet sie, mit jeder anderen Taste geht es weiter.
guide-hurts-easier = e: weiter, auf die leichtere Art: { $easier }
guide-hurts-go-on = g: behutsam weitermachen
guide-hurts-skip = s: den Rest dieser Übung auslassen
guide-hurts-end = q oder Eingabetaste: hier beenden
guide-no-keys-for-open = Ausgelassen: Das dauert, bis jemand Fertig sagt, und hier gibt es keine Tasten.
guide-no-keys-to-go-on = Hier gibt es keine Tasten zum Weitermachen, darum endet die Sitzung.

error-no-thread = Das System gab Supple keinen Thread zum Arbeiten: { $reason }
