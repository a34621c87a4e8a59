# Was die Stimme sagt, und was über sie zu sagen ist. Ihre übrigen Worte sind die des Bildschirms.

## In einer Sitzung gesprochen

voice-hold = { $aim ->
    [balance] Gleichgewicht halten.
   *[stretch] Halten.
}
voice-hold-balance = Gleichgewicht halten, { $side ->
    [left] linke Seite
   *[right] rechte Seite
}.
voice-reps = { $reps ->
    [one] Eine Wiederholung.
   *[other] { $reps } Wiederholungen.
}
voice-reps-in-turn = Im Wechsel, { $first ->
    [right] rechts
   *[left] links
} zuerst.
voice-first-side = { $side ->
    [right] Rechte
   *[left] Linke
} Seite zuerst.
# Vor der ersten Übung eines Zirkels.
voice-circuit = { $name }: { $rounds } Runden.
voice-activity = Es geht los.
voice-minutes-left = { $minutes ->
    [one] Noch eine Minute.
   *[other] Noch { $minutes } Minuten.
}
voice-wait = In Ihrem Tempo. Drücken Sie die Eingabetaste, wenn Sie fertig sind.
voice-halfway = Halbzeit.
voice-next = Danach: { $next }.
voice-gently = Hören Sie auf, wenn es wehtut.
# Wo die Routine Schmerz bis zu einer Grenze von 0 bis 10 erlaubt.
voice-gently-limit = Hören Sie bei Schmerz über { $limit } auf.
# Wie auf dem Bildschirm. Wo, steht mit oder ohne Präposition in der Routine.
voice-feel-it-in = { $aim ->
    [stretch] Zu spüren
   *[strength] Arbeitet
}: { $where }.
# Statt eines Schrägstrichs gelesen: „links/rechts“, „5/10“.
voice-or = oder
voice-of = von
voice-paused = Angehalten.
voice-resumed = Es geht weiter.
voice-extended = Zehn Sekunden mehr.

## Zur Probe gesprochen

voice-sample = So spricht Supple. Ein Knie zur Brust. Linke Seite. Halten.

## Was schiefgeht

voice-none = Auf diesem Rechner spricht nichts, also führt Supple Sie allein mit seinen Tönen.
voice-none-install = So kommt eine Stimme: { $command }
voice-none-other = Eine Stimme kommt mit dem Programm espeak-ng oder mit einem eigenen, das Sie in den Einstellungen angeben.
voice-pleasanter = Angenehmer zu hören: piper (pipx install piper-tts) mit einer Stimme von huggingface.co/rhasspy/piper-voices, Ordner { $language }. Legen Sie ihre Dateien .onnx und .onnx.json nach ~/.local/share/piper, und Supple spricht damit. { $language ->
    [en] Auch RHVoice und flite haben Vorrang vor espeak-ng.
   *[other] Auch RHVoice hat Vorrang vor espeak-ng, wenn es die Sprache spricht.
}
voice-failed = Die Stimme fehlt: „{ $program }“ funktioniert nicht. { $reason } Supple macht mit seinen Tönen weiter.
voice-passed-over = „{ $program }“ funktioniert nicht, also spricht { $other }. { $reason }
voice-passed-over-voice = Die gewählte Stimme von „{ $program }“ spricht nicht, also spricht eine andere. { $reason }
voice-chosen-gone = Die Stimme, die Sie gewählt haben, ist nicht mehr da: { $voice } ({ $program }). Eine andere spricht, bis sie wieder da ist oder Sie neu wählen.
voice-program-no-language = Es hat keine Stimme für { $language }.
voice-no-language = „{ $program }“ spricht { $language } nicht. Was in dieser Sprache geschrieben ist, wird nicht gesagt.
voice-program-ended = Es endete mit dem Code { $code }.
voice-program-killed = Das System hat es beendet.
voice-program-slow = Es brauchte länger als zehn Sekunden für einen Satz.
voice-program-silent = Es schrieb keine Tondatei oder eine leere.
voice-program-large = Es schrieb für einen Satz eine Datei von mehr als 64 MiB.
voice-program-long = Der Text dauert länger als eine Minute.
voice-no-place = Für den Ton, den es erzeugt, ist kein Platz. { $reason }
voice-program-missing = Es ist nicht installiert, oder nicht dort, wo der Befehl es sucht.
voice-program-not-executable = Es darf nicht ausgeführt werden: Machen Sie seine Datei ausführbar, unter Linux und macOS mit chmod +x.

## supple voices

voices-program = { $languages ->
    [0] { $program }: es nennt seine Sprachen nicht
    [one] { $program }: 1 Sprache
   *[other] { $program }: { $languages } Sprachen
}
voices-used = { $what } (damit spricht Supple)
voices-speaks = Es sagt jetzt: { $text }
voices-no-device = Die Probe ist nicht zu hören: Kein Tongerät antwortet, oder ein anderes Programm belegt es. Schließen Sie eines an oder geben Sie es frei, und versuchen Sie es erneut.
