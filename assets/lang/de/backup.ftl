# Alles, was der Person gehört, in einer Datei, hinaus und herein.

help-backup = Ihre Programme, Ihren Verlauf und Ihre Einstellungen in einer Datei sichern
help-backup-long =
    Die Datei ist ein Zip-Archiv, das jedes Programm dafür öffnet. Wer sie hat, kann sie lesen; bewahren Sie sie also
    auf, wo nur Sie es können. Was nur zu diesem Rechner gehört, ist nicht darin: ungesicherte Arbeit und seine
    eigene Kennung.
help-backup-output = Wohin: ein Name, der auf .zip endet
help-backup-replace = Eine Datei überschreiben, die schon da ist
help-backup-examples =
    {"  "}supple backup mein-supple.zip
help-restore = Zurückholen, was supple backup gesichert hat
help-restore-long =
    Was hier fehlt, kommt hinzu, und nichts wird überschrieben: Hat dieser Rechner eine eigene Fassung eines Programms,
    liegt die der Sicherung daneben, und was hier eingestellt ist, bleibt. Zweimal zurückholen ändert nichts.
    Aus einer beschädigten Sicherung wird nichts zurückgeholt.
help-restore-file = Die Sicherung
help-restore-examples =
    {"  "}supple restore mein-supple.zip

usage-output-backup = Eine Sicherung ist ein Zip-Archiv; ihr Name muss daher auf .zip enden, anders als { $path }.
backup-written = { $path } ist geschrieben, mit { $files ->
    [one] einer Datei.
   *[other] { $files } Dateien.
} Bewahren Sie sie auf, wo nur Sie sie lesen können. supple restore holt alles zurück.
backup-left-out = { $path } ist nicht in der Sicherung: Der Name gilt nicht auf jedem System, oder sie liegt in zu vielen Ordnern. Geben Sie der Datei einen Namen aus einfachen Buchstaben weiter oben, und sichern Sie noch einmal.
backup-left-out-alike = { $path } ist nicht in der Sicherung: Manche Systeme halten den Namen für den von { $other }. Geben Sie einer der beiden Dateien einen anderen Namen, und sichern Sie noch einmal.
backup-unread = Es wurde nichts gesichert, denn { $path } lässt sich nicht lesen: { $reason }
backup-too-much = Es wurde nichts gesichert: Ihre Dateien haben mehr als 1 GB, oder es sind mehr als 20.000. Nehmen Sie große Dateien aus dem Ordner Ihrer Programme.
backup-not-packed = Es wurde nichts gesichert. { $reason }
backup-unread-file = { $path } lässt sich nicht lesen: { $reason }
backup-none = { $path } ist keine Sicherung von Supple, daher wurde nichts geändert. Wählen Sie die Datei, die supple backup geschrieben hat. Was supple history --json ausgegeben hat, liest supple history import ein.
backup-damaged = { $path } ist beschädigt, daher wurde nichts zurückgeholt. Kopieren Sie die Sicherung noch einmal, oder nehmen Sie eine andere.
backup-newer = { $path } stammt von einer neueren Fassung von Supple, daher wurde nichts zurückgeholt. Aktualisieren Sie Supple, und versuchen Sie es noch einmal.
backup-restored-lines = Verlauf: keine Sitzung fehlte; was sonst über sie festgehalten ist, kam hinzu.
backup-restored-record = Verlauf: { $sessions ->
    [0] nichts fehlte.
    [one] eine Sitzung hinzugekommen.
   *[other] { $sessions } Sitzungen hinzugekommen.
}
backup-restored-routines = Programme und ihre Bilder: { $added ->
    [0] nichts hinzugekommen
    [one] eine Datei hinzugekommen
   *[other] { $added } Dateien hinzugekommen
}{ $there ->
    [0] .
    [one] , eine war schon hier.
   *[other] , { $there } waren schon hier.
}
backup-restored-settings = Einstellungen: { $taken ->
    [0] keine übernommen
    [one] eine übernommen
   *[other] { $taken } übernommen
}{ $stay ->
    [0] .
    [one] , eine bleibt, wie Sie sie hier gewählt haben.
   *[other] , { $stay } bleiben, wie Sie sie hier gewählt haben.
}
backup-kept-apart = { $path } ist hier anders und bleibt. Die Datei der Sicherung liegt in { $apart }.
backup-settings-broken = Die Einstellungen der Sicherung lassen sich nicht lesen.
backup-not-brought-back = { $path } konnte nicht zurückgeholt werden: { $reason }

file-dialog-backup = Eine Sicherung zurückholen
file-dialog-backups = Sicherungen (Zip)
settings-backup = Sicherung
settings-backup-about = Ihre Programme, Ihr Verlauf und Ihre Einstellungen in einer Datei, zum Aufbewahren oder für einen anderen Rechner. Beim Zurückholen wird nichts überschrieben.
settings-backup-save = Alles sichern
settings-backup-bring-back = Zurückholen…
settings-backup-no-dialog = Dieser Desktop hat kein Fenster zum Auswählen einer Datei. Im Terminal holt supple restore DATEI sie zurück.
backup-saved = { $path } ist geschrieben, mit { $files ->
    [one] einer Datei.
   *[other] { $files } Dateien.
} Bewahren Sie sie auf, wo nur Sie sie lesen können.
backup-settings-later = Die übernommenen Einstellungen gelten ab dem nächsten Start von Supple.
