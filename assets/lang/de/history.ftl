# What the record comes to, in the window and in the terminal.

sum-hours = { $hours } h { $minutes }
sum-minutes = { $minutes } min
sum-minutes-seconds = { $minutes } min { $seconds } s
sum-seconds = { $seconds } s
sum-of = { $done } von { $of }
sum-percent = { $percent } %
sum-sessions = Sitzungen
sum-sessions-due = von denen, die nach dem Plan des Programms anstanden
sum-sessions-free = Kein Plan sagt, wie viele anstehen.
sum-sessions-unknown = { $count ->
    [one] Bei einer älteren Sitzung steht nicht in den Aufzeichnungen, was anstand
   *[other] Bei { $count } älteren Sitzungen steht nicht in den Aufzeichnungen, was anstand
}
sum-sessions-more = { $count ->
    [one] Eine mehr, als anstand
   *[other] { $count } mehr, als anstanden
}
sum-sessions-beside = { $count ->
    [one] Eine weitere stand nach keinem Plan an
   *[other] { $count } weitere standen nach keinem Plan an
}
sum-sessions-put-off = { $count ->
    [one] Eine wurde wegen Schmerzen verschoben
   *[other] { $count } wurden wegen Schmerzen verschoben
}
sum-sessions-misdated = { $count ->
    [one] Eine hat ein Datum vor 2000 oder eines, das erst kommt, und zählt in keiner Summe
   *[other] { $count } haben ein Datum vor 2000 oder eines, das erst kommt, und zählen in keiner Summe
}
sum-sessions-told = { $count ->
    [one] Eine ist nachgetragen, nicht gemessen
   *[other] { $count } sind nachgetragen, nicht gemessen
}
sum-sessions-left = { $count ->
    [one] Ein Eintrag ist als nicht gemacht oder nicht von Ihnen markiert und zählt nicht mit
   *[other] { $count } Einträge sind als nicht gemacht oder nicht von Ihnen markiert und zählen nicht mit
}
sum-today = heute { $sessions }
sum-week = diese Woche { $sessions }
sum-month = diesen Monat { $sessions }
sum-shares-due = Gemacht von dem, was anstand
sum-shares-begun = Gemacht von dem, was begonnen wurde
sum-dose-short = Dosis
sum-attempted-short = Übungen
sum-dose = Geschaffte Dosis
sum-dose-due = { $held } von { $of } Haltezeit
sum-dose-begun = { $held } von { $of } Haltezeit in den begonnenen Sitzungen
sum-attempted = Begonnene Übungen
sum-attempted-due = { $done } von { $of }, die anstanden
sum-attempted-begun = { $done } von { $of } in den begonnenen Sitzungen
sum-no-dose = Nichts mit einer Haltezeit.
sum-time = Gehalten
sum-side-left = links
sum-side-right = rechts
sum-side-both = ohne Seite
sum-time-of = von { $of } in den begonnenen Sitzungen
sum-time-sides = von { $left } links und { $right } rechts in den begonnenen Sitzungen

sum-days = Sitzungen am Tag
sum-day-before = vor Ihrem ersten Eintrag
sum-day-nothing = nichts aufgezeichnet
sum-day-not-due = nichts geplant
sum-day-due = { $of ->
    [one] eine Sitzung stand an, nichts aufgezeichnet
   *[other] { $of } Sitzungen standen an, nichts aufgezeichnet
}
sum-day-of = { $of ->
    [one] { $done } von einer Sitzung
   *[other] { $done } von { $of } Sitzungen
}
sum-day-open = { $of ->
    [one] eine Sitzung steht an, der Tag ist nicht vorbei
   *[other] { $of } Sitzungen stehen an, der Tag ist nicht vorbei
}
sum-day-put-off = wegen Schmerzen verschoben
sum-day-more = { $count ->
    [one] eine mehr, die nicht anstand
   *[other] { $count } mehr, die nicht anstanden
}
sum-day-some = { $done ->
    [0] begonnen, weniger als die Hälfte
    [one] eine Sitzung
   *[other] { $done } Sitzungen
}
sum-day-hurt = es tat weh
sum-day-told = nachgetragen, nicht gemessen
sum-day = { $day }: { $what }
sum-date = { $weekday } { $date }
sum-mark-done = gemacht
sum-mark-partly = zum Teil
sum-mark-due = stand an, nichts aufgezeichnet
sum-mark-not-due = nichts geplant
sum-mark-nothing = nichts aufgezeichnet
sum-days-told = { $from } bis { $to }: an { $done ->
    [one] einem Tag
   *[other] { $done } Tagen
} alles, was anstand{ $partly ->
    [0] {""}
   *[other] , an { $partly } ein Teil davon
}{ $due ->
    [0] {""}
   *[other] , an { $due } stand etwas an und nichts ist aufgezeichnet
}{ $put_off ->
    [0] {""}
   *[other] , an { $put_off } wegen Schmerzen verschoben
}.

sum-pain = Schmerz, vorher und nachher
sum-pain-how = 0 bis 10, der mittlere Wert jeder Woche
sum-pain-none = In dieser Zeit ist kein Schmerz angegeben.
sum-pain-week = Woche ab { $day }: { $what }
sum-pain-before = vorher { $pain }
sum-pain-after = nachher { $pain }
sum-pain-limit = Grenze { $limit }
sum-whole = { $whole }
sum-half = { $whole },5
sum-trend = Vor den Sitzungen: anfangs { $from }, zuletzt { $to }, { $weeks ->
    [one] eine Woche
   *[other] { $weeks } Wochen
} auseinander.
sum-trend-noticed-less = Einen solchen Rückgang spürt man.
sum-trend-noticed-more = Einen solchen Anstieg spürt man. Zeigen Sie ihn der Person, von der Sie das Programm haben.
sum-trend-chance = So viel kann man spüren, es kann aber auch Zufall sein.
sum-trend-small = { $least ->
    [one] Von dort an spürt man frühestens einen Punkt.
   *[other] Von dort an spürt man frühestens { $least } Punkte.
}
sum-trend-early = Ob er sich ändert, steht hier, sobald es über mindestens zwei Wochen anfangs drei Antworten vor Sitzungen gibt und zuletzt drei. Vor und nach einer Sitzung wird er nur gezeigt.
sum-trend-source = Was man über solche Änderungen weiß

sum-exercises = Übung für Übung
sum-exercises-of = { $count ->
    [one] gemacht von dem, was vorgegeben war, in der einen gemessenen Sitzung
   *[other] gemacht von dem, was vorgegeben war, in den { $count } gemessenen Sitzungen
}
sum-exercises-none = Was von jeder Übung gemacht ist, wird hier stehen.
sum-column-left = Links
sum-column-right = Rechts
sum-column-both = Ohne Seite
sum-column-left-out = Ausgelassen
sum-times-of = { $done } von { $of } Mal
sum-left-out = { $count ->
    [0] nichts
    [one] einmal Halten
   *[other] { $count } Mal Halten
}
sum-left-out-times = { $count ->
    [0] nichts
    [one] einmal
   *[other] { $count } Mal
}
sum-reason-hurts = Schmerz { $count }
sum-reason-hurts-left = Schmerz links { $count }
sum-reason-hurts-right = Schmerz rechts { $count }
sum-reason-hurts-sides = Schmerz links { $left }, rechts { $right }
sum-reason-stopped-in-pain = Schmerzabbruch { $count }
sum-reason-no-time = keine Zeit { $count }
sum-reason-too-hard = zu schwer { $count }
sum-reason-not-known = unklar, wie { $count }
sum-reason-other = Sonstiges { $count }
sum-reason-not-given = ohne Angabe { $count }
sum-dose-holds = { $steps ->
    [one] { $time } halten
   *[other] { $steps } Mal { $time } halten
}
sum-dose-reps = { $steps ->
    [one] { $reps } Mal
   *[other] { $steps } Sätze zu { $reps }
}
sum-dose-open = { $steps ->
    [one] einmal
   *[other] { $steps } Mal
}
sum-each-side = { $dose }, jede Seite

sum-list = Sitzungen
sum-list-how = drücken Sie auf eine, um sie zu öffnen
sum-filter = Programm
sum-all-routines = Alle Programme
sum-span = Zeit
sum-span-weeks = { $weeks } Wochen
sum-span-year = Ein Jahr
sum-span-shorter = Eine kürzere Zeit
sum-span-longer = Eine längere Zeit
sum-span-all = Alles
sum-earlier = Früher
sum-later = Später
sum-empty = Hier werden Ihre Sitzungen stehen, die neueste zuerst, und darüber, was sie ergeben: wie viele von denen, die anstanden, wie lange Sie auf jeder Seite gehalten haben, wie der Schmerz vorher und nachher war und was ausgelassen wurde.
sum-nothing-in-span = In dieser Zeit keine Sitzung.

sum-month-1 = Jan
sum-month-2 = Feb
sum-month-3 = März
sum-month-4 = Apr
sum-month-5 = Mai
sum-month-6 = Juni
sum-month-7 = Juli
sum-month-8 = Aug
sum-month-9 = Sep
sum-month-10 = Okt
sum-month-11 = Nov
sum-month-12 = Dez

## One session, and what a person says of it later

past-holds = Gehalten
past-hold-left-out = ausgelassen
past-told = nachgetragen, nicht gemessen
past-not-done = als nicht gemacht markiert
past-not-mine = als nicht von Ihnen markiert
past-corrected = berichtigt
past-next-day = { $pain } von 10 am { $day }
past-left-out-hurts = ausgelassen: es tat weh
past-left-out-stopped-in-pain = nicht begonnen
past-left-out-no-time = ausgelassen: keine Zeit
past-left-out-too-hard = ausgelassen: zu schwer
past-left-out-not-known = ausgelassen: unklar, wie
past-left-out-other = ausgelassen: anderer Grund
past-left-out-not-given = ausgelassen: kein Grund genannt

correct-title = Diesen Eintrag berichtigen
correct-kept = Was zuerst geschrieben wurde, bleibt in den Aufzeichnungen. Was Sie hier ändern, wird spätestens gesichert, wenn Supple schließt.
correct-pain-before = Schmerz vorher
correct-pain-after = Schmerz nachher
correct-again = Drücken Sie eine Zahl noch einmal, um sie zurückzunehmen.
correct-note = Notiz
correct-counts = Zählt sie?
correct-counts-yes = Ja
correct-not-done = Nicht gemacht
correct-not-mine = Nicht von mir
correct-counts-hint = Was nicht zählt, bleibt in den Aufzeichnungen und geht in keine Zahl ein.
correct-save = Sichern
correct-leave = So lassen
correct-undo = Letzte Berichtigung zurücknehmen

tell-open = Sitzung nachtragen
tell-title = Eine Sitzung ohne Supple
tell-apart = Sie zählt als eine Sitzung. Gemessen ist davon nichts, und das steht überall dabei.
tell-routine = Programm
tell-routine-before = Das Programm davor
tell-routine-after = Das Programm danach
tell-day = Tag
tell-day-before = Einen Tag früher
tell-day-after = Einen Tag später
tell-add = Nachtragen

finish-why = Warum wurde etwas ausgelassen? (freiwillig)
finish-why-key = { $why } · { $key }
finish-why-no-time = Keine Zeit
finish-why-too-hard = Zu schwer
finish-why-hurts = Es tut weh
finish-why-not-known = Ich wusste nicht, wie
finish-why-other = Anderer Grund
guide-why = Warum wurde etwas ausgelassen? 1 { $no_time }, 2 { $too_hard }, 3 { $hurts }, 4 { $not_known }, 5 { $other }. Drücken Sie die Zahl; die Eingabetaste lässt es aus.

next-day = Wie fühlt es sich heute an, nach { $title } am { $day }?
next-day-scale = 0 ist kein Schmerz, 10 der stärkste, den Sie sich vorstellen können.
next-day-later = Nicht jetzt
next-day-setting = Am Tag danach fragen, wie es sich anfühlt
next-day-setting-hint = Von 0 bis 10, am Tag nach einer Sitzung dieses Programms.

history-sum = { $name }: { $value } ({ $about })

## Für andere Programme, im Fenster

export-open = Exportieren
export-title = Exportieren
export-table = Tabelle (CSV)
export-json = JSON
export-table-hint = Für ein Tabellenprogramm, die Zellen so getrennt, wie es das hier erwartet.
export-json-hint = Für andere Programme. Supple nimmt die Datei auf jedem Computer zurück: supple history import, dann ihr Name.
export-per = Eine Zeile je
export-per-session = Sitzung
export-per-hold = Haltezeit
export-per-day = Tag
export-per-week = Woche
export-per-session-hint = Was davon geschafft wurde, der Schmerz, warum etwas ausfiel, und Ihre Notiz.
export-per-hold-hint = Wie lange zu halten war und gehalten wurde, auf welcher Seite, und alles von ihrer Sitzung.
export-per-day-hint = Was vorgesehen war und was davon getan wurde, auch wo nichts verzeichnet ist.
export-file = supple-aufzeichnung-{ $date }
