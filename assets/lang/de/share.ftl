# Ein Programm, das weitergegeben wird, und was ankam.

receive-refused = In { $path } ist kein Programm, das sich lesen lässt. { $reason }
error-receive-unpack = { $path } ließ sich im Ordner für temporäre Dateien, { $folder }, nicht auspacken. { $reason }

## Eine Datei zum Weitergeben. Jeder Satz sagt, was ihr fehlt, und dann, was zu tun ist.

archive-damaged = Die Datei ist beschädigt, wie eine, die nicht ganz angekommen ist. Bitten Sie darum, sie noch einmal zu schicken.
archive-too-large = Sie ist größer, als ein Programm mit all seinen Bildern sein kann. Bitten Sie den Absender um die Datei des Programms selbst.
archive-too-many = Es sind mehr als { $limit } Dateien darin. Ein Programm mit seinen Bildern hat weniger: Bitten Sie den Absender um eine Datei, die mit Supple gemacht wurde.
archive-entry-too-large = „{ $name }“ darin ist größer, als ein Bild eines Programms sein darf. Bitten Sie den Absender, das Bild kleiner zu machen.
archive-routine-too-large = Das Programm darin ist größer, als eines sein kann. Bitten Sie den Absender, mehrere daraus zu machen.
archive-name = Eine Datei darin heißt „{ $name }“, und so heißt weder ein Programm noch ein Bild davon. Es wurde nichts ausgepackt. Bitten Sie den Absender um eine Datei, die mit Supple gemacht wurde.
archive-twice = Den Namen „{ $name }“ gibt es darin zweimal, und niemand kann sagen, was gemeint ist. Bitten Sie den Absender um eine Datei, die mit Supple gemacht wurde.
archive-link = „{ $name }“ darin ist eine Verknüpfung und keine Datei. Es wurde nichts ausgepackt. Bitten Sie den Absender um eine Datei, die mit Supple gemacht wurde.
archive-locked = Sie ist mit einem Passwort verschlossen. Bitten Sie darum, sie ohne Passwort zu schicken.
archive-method = „{ $name }“ darin ist auf eine Weise gepackt, die Supple nicht kennt. Bitten Sie den Absender um eine Datei, die mit Supple gemacht wurde.
archive-overlap = Mehrere Dateien darin teilen sich dieselben Bytes, wie es kein ehrliches Archiv tut. Es wurde nichts ausgepackt. Bitten Sie den Absender um eine Datei, die mit Supple gemacht wurde.
archive-comment = Ein Kommentar darin könnte auch ihr Ende sein, deshalb kann niemand sagen, was sie enthält. Bitten Sie den Absender um eine Datei, die mit Supple gemacht wurde.
archive-part = Sie ist einer von mehreren Teilen, und aus einem allein ist nichts zu holen. Bitten Sie den Absender um eine einzige Datei.
archive-no-routine = Es ist kein Programm darin. Bitten Sie den Absender um die Datei, deren Name auf .supple endet.
archive-several-routines = Es sind mehrere Programme darin. Packen Sie die Datei aus, und öffnen Sie die Programme einzeln.

## Weitergeben

error-share-picture = Das Bild { $path } lässt sich nicht zeigen, darum wurde nichts geschrieben. supple check sagt, was ihm fehlt.
error-share-name = So wie das Bild { $path } darf auf manchen Systemen keine Datei heißen, oder es unterscheidet sich von einem anderen nur in der Groß- und Kleinschreibung; darum wurde nichts geschrieben. Geben Sie ihm einen Namen aus einfachen Buchstaben, und ändern Sie seinen Pfad in der Datei.
error-share-write = Die Datei ließ sich nicht zusammenstellen. { $reason }

## Ein Foto des Codes auf einem Blatt

photo-damaged = Es ist ein Bild, das sich nicht lesen lässt, wie eines, das nicht ganz angekommen ist. Machen oder speichern Sie es noch einmal.
photo-too-large = Es hat mehr als 6.144 Bildpunkte an einer Seite oder mehr als 24 MB. Fotografieren Sie den Code allein, oder verkleinern Sie das Bild.
photo-unreadable = Es lässt sich nicht lesen. Kopieren Sie es an einen anderen Ort, und öffnen Sie es dort.
photo-no-code = Darauf ist kein Code zu sehen. Fotografieren Sie noch einmal von näher, mit dem Blatt glatt, dem ganzen Code im Bild und ohne Schatten darauf.
photo-several-codes = Darauf sind die Codes von zwei Programmen. Fotografieren Sie einen Code allein.
photo-foreign = Darauf ist ein QR-Code, aber kein Programm von Supple.
photo-newer = Eine neuere Version von Supple hat diesen Code gemacht. Aktualisieren Sie Supple, oder bitten Sie um die Datei.
photo-unclear = Der Code darauf ließ sich nicht ganz lesen. Fotografieren Sie noch einmal von näher, mit dem Blatt glatt und in gutem Licht.

## Etwas anderes, das man bekommt

foreign-empty = Die Datei ist leer, wie eine, die nicht ganz angekommen ist. Bitten Sie darum, dass sie noch einmal geschickt wird.
foreign-picture = Es ist ein Bild in einer Form, die Supple nicht liest. Speichern Sie es als JPEG oder PNG, oder machen Sie ein Bildschirmfoto davon, und öffnen Sie dieses.
foreign-pdf = Es ist ein PDF. Fotografieren Sie den Code darin, oder machen Sie ein Bildschirmfoto davon, und öffnen Sie dieses. Oder bitten Sie um die Datei, die auf .supple endet.
foreign-archive = Es ist eine gepackte Datei, wie Supple sie nicht öffnet. Entpacken Sie sie zuerst, und öffnen Sie die Programmdatei darin.

## Der Befehl

help-share = Ein Programm als Datei zum Verschicken schreiben
help-share-long =
    Aus einem Programm mit eigenen Bildern wird eine Datei mit allen; jedes andere bleibt, wie es ist.
    Wer sie bekommt, öffnet sie in Supple oder sagt supple import.
help-share-routine = Das Programm: seine Kennung oder der Pfad einer Datei
help-share-output = Wohin: ein Name, der auf .supple endet
help-share-replace = Eine Datei überschreiben, die es schon gibt
help-share-examples =
    {"  "}supple share lower-back-relief -o lower-back-relief.supple
share-written = { $path } ist geschrieben. Wer sie bekommt, kann sie in Supple öffnen.
usage-output-share = Eine Datei zum Verschicken erkennt man am Namen, darum muss er auf .supple enden, anders als { $path }.
