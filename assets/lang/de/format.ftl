# Was jeder Schlüssel einer Programmdatei sagt: format-ÜBERSCHRIFT-SCHLÜSSEL, als Markdown.

format-routine-format = immer `1`; die erste Zeile
format-routine-title = was die Person liest, bis zu 200 Zeichen
format-routine-id = wie das Protokoll das Programm nennt: Buchstaben, Ziffern und Bindestriche. Behalten Sie sie bei, wenn Sie die Datei ändern, damit der Verlauf weitergeht
format-routine-revision = zählt mit jeder Änderung hoch, die Patienten bemerken sollen
format-routine-summary = ein oder zwei Sätze
format-routine-language = die Sprache der Texte: `"en"`, `"de"`, `"pt-BR"`
format-routine-updated = das Datum der letzten Änderung, Jahr-Monat-Tag
format-routine-tags = eine Liste von Stichwörtern, für `supple list --json`
format-routine-author = wer zu fragen ist: `name`, `role`, `clinic`, `contact`
format-routine-schedule = wann geübt wird
format-routine-safety = wann aufzuhören ist
format-routine-defaults = was für jede Übung gilt, die nichts anderes sagt
format-routine-group = Übungen, die zusammengehören
format-routine-exercise = eine Übung mit ihrer Dosis
format-routine-figure = eigene Figuren der Datei

format-author-name = Ihr Name
format-author-role = was Sie sind: `"Physiotherapeutin"`
format-author-clinic = wo Sie arbeiten
format-author-contact = wie Sie zu erreichen sind; wird gezeigt, wenn es weh tut

format-schedule-times-per-day = wie oft am Tag
format-schedule-max-per-day = darüber rät die App zu einer Pause und lässt die Person entscheiden; nicht unter `times_per_day`
format-schedule-days = eine Liste von `mon`, `tue`, `wed`, `thu`, `fri`, `sat`, `sun`
format-schedule-days-per-week = an wie vielen Tagen jeder Woche, gleich an welchen; statt `days`
format-schedule-days-between = wie viele Tage ohne es mindestens zwischen zwei Tagen mit ihm liegen: `1` ist höchstens jeden zweiten Tag
format-schedule-at = eine Liste von Uhrzeiten
format-schedule-review-on = wann Sie die Person wiedersehen möchten
format-schedule-first-day = der Tag, an dem das Programm beginnt
format-schedule-weeks = wie viele Wochen es dauert
format-schedule-last-day = der Tag, an dem es endet; statt `weeks`
format-schedule-afterwards = was der Person gesagt wird, wenn es zu Ende ist: wie es weitergeht

format-safety-pain-limit = Schmerz; darüber rät die App aufzuhören und zeigt `contact`
format-safety-stop-if = eine Liste von Zeichen, bei denen aufzuhören ist
format-safety-not-if = eine Liste von Gründen, nicht zu beginnen

format-exercise-name = was die Person liest, bis zu 200 Zeichen
format-exercise-id = wie das Protokoll die Übung nennt
format-exercise-use = die Kennung einer Übung, die mit Supple kommt, oder einer, die weiter oben in dieser Datei ausgeschrieben ist: Was hier nicht steht, ist wie dort
format-exercise-position = `floor` (am Boden), `seated` (im Sitzen) oder `standing` (im Stehen)
format-exercise-equipment = eine Liste dessen, was bereitliegen soll
format-exercise-regions = eine Liste dessen, wofür sie ist: `neck` (Nacken), `shoulder` (Schulter), `elbow` (Ellbogen), `wrist-hand` (Handgelenk und Hand), `upper-back` (oberer Rücken), `lower-back` (unterer Rücken), `trunk` (Rumpf), `hip` (Hüfte), `knee` (Knie), `ankle-foot` (Sprunggelenk und Fuß), `balance` (Gleichgewicht), `breathing` (Atmung)
format-exercise-instructions = eine Liste von Sätzen, einer für jeden Schritt
format-exercise-feel-it-in = wo die Dehnung zu spüren ist, oder was bei einer Kräftigung arbeitet
format-exercise-caution = worauf zu achten ist
format-exercise-clinician-note = Ihr Hinweis für diese Person
format-exercise-easier = eine leichtere Art, angeboten, wenn es weh tut; wird sie gewählt, steht sie an der Stelle von `instructions`
format-exercise-harder = eine schwerere Art
format-exercise-optional = `true`: darf ohne Lücke im Protokoll ausgelassen werden
format-exercise-group = der Name der `[[group]]`, zu der sie gehört: siehe unten
format-exercise-source = woher die Übung stammt: Worte oder eine Adresse, die mit `https://` beginnt
format-exercise-image = ein Bild
format-exercise-image-alt = das Bild in Worten, für alle, die es nicht sehen
format-exercise-figure = eine Figur, die Supple zeichnet; `"none"`, wo keine passt
format-exercise-say = ein Satz, der beim ersten Halten jeder Seite gesagt und bei jedem gezeigt wird
format-exercise-times-per-day = wie oft am Tag diese Übung gemacht wird
format-exercise-days = ihre eigenen Tage, eine Liste von `mon`, `tue`, `wed`, `thu`, `fri`, `sat`, `sun`
format-exercise-days-per-week = an wie vielen Tagen jeder Woche sie gemacht wird, gleich an welchen
format-exercise-days-between = wie viele Tage ohne sie mindestens zwischen zwei Tagen mit ihr liegen
format-exercise-from-week = die erste Woche des Programms, in der sie vorkommt
format-exercise-until-week = die letzte Woche des Programms, in der sie vorkommt
format-exercise-step = eine andere Dosis von einer Woche an: siehe unten
format-exercise-kind = `hold`: halten und loslassen. `reps`: im gleichmäßigen Takt bewegen. `time`: eine Tätigkeit wie Gehen, für einige Zeit. `open`: bis die Person „Fertig“ sagt
format-exercise-time = wie lange eine Tätigkeit wie Gehen dauert: `"10m"`. Was eine Zeit hat, ist von `kind = "time"`; es braucht weder Figur noch Anleitung, und seine Minuten werden angesagt
format-exercise-load = mit welchem Gewicht oder Band: `"2 kg"`, `"grünes Band"`. Es wird mit der Dosis gesagt, mit jeder Sitzung festgehalten und an deren Ende erfragt, falls es ein anderes war
format-exercise-hold = wie lange zu halten ist, immer je Seite
format-exercise-reps = wie oft, je Seite; `"8 to 12"`: mindestens acht, bis zwölf, wenn es gut geht, und das nächste Mal wird gesagt, wie viele es waren
format-exercise-sets = wie viele Male das Ganze; `"2 to 3"`: mindestens zwei
format-exercise-sides = `none` (keine); `left` (links) oder `right` (rechts): nur diese Seite; `each`: erst alle Wiederholungen der einen Seite, dann alle der anderen; `alternate`: im Wechsel. Bei `kind = "reps"` wechseln die Seiten mit jeder Wiederholung, im Takt und ohne Pause
format-exercise-first-side = `left` (links) oder `right` (rechts): welche zuerst kommt
format-exercise-prepare = zum Hören oder Lesen, wie es geht, und zum Einnehmen der Haltung
format-exercise-rest = zwischen Wiederholungen derselben Seite
format-exercise-switch = zum Seitenwechsel; nicht zwischen Wiederholungen im Takt
format-exercise-rest-between-sets = zwischen den Sätzen
format-exercise-rest-after = vor der nächsten Übung; nicht nach der letzten
format-exercise-pace = wie lange eine Wiederholung bei `kind = "reps"` dauert
format-exercise-tempo = wie eine Wiederholung verläuft, Teil für Teil, statt `pace`: `"2s up, 1s hold, 3s down"` (auf, halten, ab); zum Atmen `"4s in, 6s out"` (ein, aus). Die Teile sind `up`, `hold`, `down`, `in`, `out` und `rest` (locker lassen), höchstens sechs. Was ein Tempo hat, ist von `kind = "reps"`
format-exercise-countdown = wie viele der letzten Sekunden ticken
format-exercise-halfway = `true`: die Mitte des Haltens klingt
format-exercise-left = was links anders ist: `{ "{" } reps = 10 { "}" }`, mit `hold`, `reps` und `sets`
format-exercise-right = was rechts anders ist
format-exercise-cue = Worte zu einem Zeitpunkt

format-cue-at = wann, gezählt vom Beginn jedes Haltens
format-cue-say = die Worte
format-step-from-week = von welcher Woche des Programms an
format-step-hold = wie lange halten
format-step-reps = wie oft, je Seite
format-step-sets = wie viele Male alles
format-step-time = wie lange eine Tätigkeit dauert, mit `kind = "time"`
format-step-pace = wie lange eine Wiederholung bei `kind = "reps"` dauert
format-step-tempo = wie eine Wiederholung verläuft, Teil für Teil
format-step-load = welches Gewicht oder Band
format-step-left = was von da an für die linke Seite anders ist
format-step-right = was von da an für die rechte Seite anders ist
format-group-name = was die Person liest, und was ihre Übungen als `group` nennen
format-group-rounds = wie oft ihre Übungen nacheinander gemacht werden: ein Zirkel. Eine Runde ist ein Satz von jeder, also haben sie keine eigenen `sets`. `"2 to 3"`: mindestens zwei
format-group-rest-between-rounds = zwischen Runden; zwischen zwei Übungen liegen wie sonst `rest_after` und `prepare`
format-group-choose = wie viele ihrer Übungen eine Sitzung hat: Die Person wählt, welche

# Was gilt, wo ein Schlüssel fehlt.
format-without-side = wie die Übung
format-without-file-name = aus dem Namen der Datei gebildet
format-without-name = aus dem Namen gebildet
format-without-use = muss da sein, wenn `use` keine Übung nennt
format-without-times = so oft, wie `at` Zeiten nennt, oder einmal
format-without-limit = keine Grenze
format-without-days = jeden Tag
format-without-afterwards = Sie zu fragen, wie es weitergeht
format-without-schedule = wie in `[schedule]`
format-without-from-week = die erste
format-without-until-week = die letzte
format-without-first-day = der Tag der ersten Sitzung
format-without-end = kein Ende
format-without-step = wie vorher
format-without-choose = alle
format-without-at = jederzeit
format-without-pain = keine eigene Grenze
format-without-advice = nur die allgemeinen Hinweise
format-without-warning = eine Warnung
format-without-image = eine Warnung, wenn es auch keine `figure` gibt
format-without-figure = eine Warnung, wenn es auch kein `image` gibt
format-without-halfway = `true` bei mindestens 20 s Halten
format-without-prepare = so lange, wie die Worte vor der Übung dauern, von `"10s"` bis `"1m"`; mindestens `"20s"`, wo man sich hinlegt oder aufsteht, `"15s"` zwischen Sitzen und Stehen
format-without-switch = `"5s"`; beim ersten Mal so lange, wie die Worte zur anderen Seite dauern, bis `"1m"`
