# Der Prozess, der erinnert: was eine Erinnerung sagt, und wie es steht.

reminding-title = Zeit für { $title }
reminding-sat =
    { $minutes ->
        [one] Sie sitzen seit einer Minute.
       *[other] Sie sitzen seit { $minutes } Minuten.
    }
reminding-its-time = Es ist { $time }, eine seiner Uhrzeiten.
reminding-left =
    { $count ->
        [one] Eine Sitzung steht heute noch aus.
       *[other] { $count } Sitzungen stehen heute noch aus.
    }
reminding-after-call = Ihr Gespräch ist zu Ende.
reminding-after-full-screen = Nichts füllt mehr den Bildschirm.
reminding-after-do-not-disturb = „Nicht stören“ ist wieder aus.
reminding-length = Es dauert etwa { $length }.
reminding-how-to-start = Öffnen Sie zum Beginnen Supple und wählen Sie { $title }.
reminding-start = Beginnen
reminding-put-off = In 10 Minuten
reminding-not-now = Jetzt nicht
