# Was jeder Schlüssel einer Figur bedeutet: format-GRUPPE-SCHLÜSSEL, in Markdown.

format-figure-view = von wo sie zu sehen ist: `side` von der Seite, `front` von vorn, `back` von hinten, `top` von oben, auf dem Rücken liegend
format-figure-drawn-for = die Seite, die die Daten zeigen; die andere ist ihr Spiegelbild
format-figure-far = dunkler gezeichnet, wie hinter dem Körper oder in seinem Schatten
format-figure-order = vom fernsten zum nächsten, jeder Teil einmal
format-figure-hide = nicht gezeichnet
format-figure-bust = der Rumpf wird ab diesem Anteil der Wirbelsäule nach oben gezeichnet, für nahe Bilder
format-figure-frame = was ein Bild zeigt: links, unten, rechts und oben
format-figure-cycle = was eine Wiederholung im Takt durchläuft und wovon sie zurückkommt
format-figure-purpose = wofür die Übung da ist. Ein Programm gilt nur dann als eines mit Dehnungen, wenn jede Übung gehalten wird und eine zeigt
format-figure-prop = die Dinge darum herum
format-figure-highlight = wo die Dehnung zu spüren ist
format-figure-arrow = wohin sich etwas bewegt
format-figure-pose = wie sie liegt, sitzt oder steht

format-pose-hip = die Mitte zwischen den Hüftgelenken
format-pose-knee = statt `hip`, im Knien: Das rechte Knie bleibt dort, und die Hüfte bewegt sich darum. Nur von der Seite, mit einem Winkel für den rechten Oberschenkel
format-pose-spine = wohin sie am Becken, an der Taille und am Hals zeigt
format-pose-tall = der sichtbare Anteil der Länge des Rumpfs, wo er sich zum Betrachter oder von ihm weg neigt
format-pose-neck = wohin der Hals zeigt
format-pose-head = der Weg vom Kinn zum Scheitel
format-pose-turn = das Gesicht: 0 zum Betrachter, 90 zur Vorderseite der Figur, 180 abgewandt
format-pose-shoulders = die Hälfte ihrer sichtbaren Breite; ein Rumpf, der sich dreht, ändert sie
format-pose-hips = die Hälfte ihrer sichtbaren Breite; ein Rumpf, der sich dreht, ändert sie
format-pose-shrug = die Schultern hoch und nach vorn gezogen. Ein gehobener Arm nimmt seine Schulter von selbst mit
format-pose-belly = mit Atem gefüllt, von der Seite
format-pose-left-arm = der linke Arm
format-pose-right-arm = der rechte Arm
format-pose-arms = beide Arme
format-pose-left-leg = das linke Bein
format-pose-right-leg = das rechte Bein
format-pose-legs = beide Beine

format-arm-upper = wohin der Oberarm zeigt
format-arm-fore = wohin der Unterarm zeigt
format-arm-hand = wo die Handfläche ist
format-arm-elbow = wohin der Ellbogen zeigt
format-arm-palm = wohin die Hand zeigt
format-arm-short = der sichtbare Anteil der Länge jedes Teils, wo er zum Betrachter oder von ihm weg zeigt, unter 0 jenseits davon; ab 0.05 mit `hand`
format-arm-fingers = die Finger, von der Handfläche aus
format-arm-thumb = der Daumen, von der Handfläche aus
format-arm-curl = 0 offen bis 1 Faust
format-arm-flat = 0 von der Kante bis 1 ganz zu sehen
format-arm-spread = Grad von Finger zu Finger

format-leg-thigh = wohin der Oberschenkel zeigt
format-leg-shin = wohin der Unterschenkel zeigt
format-leg-ankle = wo der Knöchel ist
format-leg-knee = wohin das Knie zeigt
format-leg-foot = wohin der Fuß zeigt
format-leg-short = wie beim Arm; ab 0.05 mit `ankle`

format-place-on = der Teil, oder das erste Ding einer Art davor in der Datei
format-place-at = der Anteil des Wegs daran entlang
format-place-out = der Abstand links von diesem Weg

format-prop-kind = was es ist
format-prop-from = eine Ecke seines Rechtecks
format-prop-to = die Ecke gegenüber; das Rechteck eines Stuhls ist sein Sitz
format-prop-back = die Höhe der Lehne eines Stuhls
format-prop-through = wo verläuft, was gehalten wird: ein `towel` (Handtuch) und ein `band` von einer Stelle zur nächsten, ein `stick` (Stab) gerade von der ersten bis hinter die letzte, ein `weight` (Gewicht) an jeder
format-prop-behind = der Teil, hinter dem es gezeichnet wird
format-prop-in-front = `true`: vor allem anderen gezeichnet

format-highlight-on = { format-place-on }
format-highlight-at = { format-place-at }
format-highlight-out = { format-place-out }
format-highlight-size = die Hälfte der Länge entlang des Teils und die Hälfte quer dazu
format-highlight-behind = der Teil, hinter dem sie gezeichnet wird
format-highlight-pose = die eine Haltung, in der sie zu sehen ist

format-arrow-from = wo ein gerader Pfeil beginnt
format-arrow-to = wohin er zeigt
format-arrow-center = worum ein runder Pfeil geht
format-arrow-radius = wie weit davon entfernt
format-arrow-start = der Winkel, bei dem er beginnt
format-arrow-end = der Winkel, bei dem er endet
format-arrow-pose = die eine Haltung, in der er zu sehen ist

# Was gilt, wo ein Schlüssel fehlt.
format-without-drawn-for = für beide Seiten gleich
format-without-far = von der Seite der linke Arm und das linke Bein, sonst nichts
format-without-order = die übliche Reihenfolge
format-without-frame = aus allem bemessen, was gezeichnet wird
format-without-cycle = Ruhe und Halten
format-without-rest = wie in `rest`, wo es dastehen muss
format-without-way = eine der beiden Arten muss dastehen
format-without-neck = wie die Wirbelsäule am Hals
format-without-head = wie der Hals
format-without-turn = aus der Ansicht bekannt
format-without-shoulders = 0 von der Seite, sonst 0.255
format-without-hips = 0 von der Seite, sonst 0.1
format-without-shrug = nicht hochgezogen
format-without-palm = weiter wie der Unterarm
format-without-short = ganz
format-without-curl = 0, oder 0.8 an einem Ding, das gehalten wird
format-without-foot = flach, wo sein Knöchel einen Ort hat, sonst im rechten Winkel zum Unterschenkel
format-without-box = muss dastehen, außer bei dem, was gehalten wird
format-without-through = muss bei dem dastehen, was gehalten wird
format-without-behind = hinter allem
format-without-over = über dem, worauf sie liegt
format-without-pose = jede Haltung außer der Ruhe
format-without-center = muss ohne `center` dastehen
format-without-round = muss mit `center` dastehen
