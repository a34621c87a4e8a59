# Was man vor der ersten Sitzung liest, wenn es schmerzt, und auf den Seiten zum Nachlesen.
# Allgemeine Hinweise, kein ärztlicher Rat: Jede Angabe hat ihre Quelle auf der Seite „Woher das
# stammt“. Die Abschnitte einer Seite sind ab 1 lückenlos nummeriert.

## Die Karte vor der ersten Sitzung

safety-title = Bevor Sie beginnen
safety-1 = Supple gibt allgemeine Hinweise. Es ersetzt weder ärztlichen Rat noch Physiotherapie.
safety-2 = Hören Sie auf, wenn Beschwerden zunehmen oder ein neuer Schmerz beginnt. „Es tut weh“ ist einen Tastendruck entfernt.
safety-3 = Dehnen Sie, bis es spannt, und hören Sie auf, bevor es schmerzt, außer wenn in Ihrem Programm etwas Schmerz erlaubt ist. Wippen Sie nicht, und erzwingen Sie kein Knacken.
safety-4 = Leichte Beschwerden sind in Ordnung und sollten nach 24 Stunden abgeklungen sein.
safety-5 =
    Beginnen Sie nicht und holen Sie sofort Hilfe bei
    • Taubheit im Genitalbereich oder am Gesäß
    • Schwierigkeiten beim Wasserlassen oder Verlust der Kontrolle über Blase oder Darm
    • Schwäche oder Taubheit in beiden Beinen
    • Schmerz in der Brust
    • Schmerz nach einem schweren Unfall
safety-6 =
    Holen Sie zuerst ärztlichen Rat ein bei
    • Fieber oder grundlosem Gewichtsverlust
    • einem neuen Knoten oder einer sichtbaren Verformung
    • Schmerzen, die in Ruhe nicht nachlassen oder nachts viel stärker sind
    • starken Nackenschmerzen oder Schwäche in einem Arm oder einer Hand
    • Osteoporose, einer Schwangerschaft oder einer Operation in letzter Zeit
safety-accept = Ich habe das gelesen

## Wenn es schmerzt

advice-stop = Lösen Sie die Dehnung langsam, und ruhen Sie sich aus. Wenn Ihre Beschwerden zugenommen haben oder ein neuer Schmerz begonnen hat, lassen Sie es für heute gut sein. Leichte Beschwerden sollten nach 24 Stunden abgeklungen sein.
advice-emergency-heading = Wählen Sie sofort den Notruf bei
advice-emergency-1 = Taubheit im Genitalbereich oder am Gesäß
advice-emergency-2 = Schwierigkeiten beim Wasserlassen
advice-emergency-3 = Verlust der Kontrolle über Blase oder Darm
advice-emergency-4 = Schwäche oder Taubheit in beiden Beinen
advice-emergency-5 = Schmerz in der Brust
advice-emergency-6 = Schmerz nach einem schweren Unfall
advice-soon-heading = Gehen Sie bald in eine Arztpraxis bei
advice-soon-1 = Fieber oder grundlosem Gewichtsverlust
advice-soon-2 = einem Knoten oder einer sichtbaren Verformung
advice-soon-3 = Schmerzen, die in Ruhe nicht nachlassen oder nachts viel stärker sind
advice-soon-4 = starken Nackenschmerzen, oder wenn ein Arm oder eine Hand schwach ist
advice-soon-5 = Schmerzen nach einer Dehnung oder im Unterbauch

# Other ways in which routines name one of the emergencies above, one on each line, so that no page has it
# twice.
advice-same =
    Schmerzen in der Brust
    Schwierigkeiten beim Wasserlassen oder Verlust der Kontrolle über Blase oder Darm
    Brustschmerz
    Brustschmerzen

## Warum der Rücken knackt

learn-why-backs-crack-title = Warum der Rücken knackt
learn-why-backs-crack-summary = Meist ist es Gas in der Gelenkflüssigkeit. Das ist häufig und sollte nicht schmerzen.
learn-why-backs-crack-1-heading = Eine Blase im Gelenk
learn-why-backs-crack-1-text = Beidseits der Wirbelsäule liegen kleine Gelenke, jedes in einer Kapsel voll Flüssigkeit. Sie schmiert das Gelenk und dämpft Stöße. Wird die Kapsel gedehnt, sinkt der Druck darin, und eine Gasblase entsteht oder platzt. Das ist meist das Knacken, das Sie hören.
learn-why-backs-crack-2-heading = Welches Gas
learn-why-backs-crack-2-text = Genannt werden Stickstoff, Kohlendioxid und Sauerstoff. Langes Sitzen und eine schlechte Haltung, so heißt es, lassen sie sich ansammeln.
learn-why-backs-crack-3-heading = Ein Wort für alles
learn-why-backs-crack-3-text = Die Medizin nennt es Krepitation: Ein Gelenk knirscht, knackt oder knallt, wenn es sich bewegt. Das kommt in jedem Alter vor und wird mit den Jahren häufiger.
learn-why-backs-crack-4-heading = Andere Ursachen
learn-why-backs-crack-4-text = Gas ist in der Regel schmerzlos. Eine Sehne oder ein Band, das über ein Gelenk springt, kann schmerzen. Auch Arthrose kann ein Gelenk schmerzhaft knacken lassen. Das Geräusch sagt also wenig, der Schmerz viel: Knacken sollte nicht schmerzen.
learn-why-backs-crack-5-heading = Wenn Sie das Gesäß anspannen
learn-why-backs-crack-5-text = Manche Rücken knacken, wenn man die Gesäßmuskeln anspannt. Ein Muskel, der sich anspannt, bewegt die Gelenke, an denen er zieht, und die Ursachen sind dieselben: meist Gas, oder eine Sehne oder ein Band, das über ein Gelenk springt. Solange es nicht schmerzt, brauchen Sie sich nicht zu sorgen. Schmerzt es, lassen Sie sich ärztlich untersuchen.
learn-why-backs-crack-6-heading = Eine abgenutzte oder verschobene Wirbelsäule
learn-why-backs-crack-6-text = Oft steht hinter dem Knacken die Sorge, die Wirbelsäule sei abgenutzt oder verschoben. Die Abnutzung hat einen Namen, Arthrose, und sie ist eine der Ursachen, und zwar eine schmerzhafte. Das Geräusch allein verrät nicht, wie es einer Wirbelsäule geht. Wenn Sie Schmerzen haben, lassen Sie ärztlich nachsehen.

## Warum es guttut

learn-why-it-feels-good-title = Warum es guttut
learn-why-it-feels-good-summary = Körpereigene Schmerzmittel und eine Gewohnheit des Ohrs.
learn-why-it-feels-good-1-heading = Endorphine
learn-why-it-feels-good-1-text = Der Körper schüttet Endorphine aus, seine eigenen Schmerzmittel. Deshalb kann man sich nach dem Knacken leicht und gelöst fühlen.
learn-why-it-feels-good-2-heading = Ein gelerntes Geräusch
learn-why-it-feels-good-2-text = Wenn auf das Geräusch oft Erleichterung folgt, verbinden wir beides miteinander. Dann erleichtert schon das Geräusch, und wenn es ausbleibt, scheint etwas zu fehlen. Doch auch ohne Knacken ist eine Dehnung eine Dehnung.
learn-why-it-feels-good-3-heading = Wie oft es gut ist
learn-why-it-feels-good-3-text = Einmal am Tag oder ab und zu ist unbedenklich. Wenn Ihr Rücken nicht knacken will, erzwingen Sie nichts: Seine Gelenke stellen sich noch um. Regelmäßige Bewegung hilft, und auf einer harten Unterlage zu liegen kann einen steifen Rücken lockern.

## Was passieren kann, wenn man es erzwingt

learn-risks-of-forcing-title = Was passieren kann, wenn man es erzwingt
learn-risks-of-forcing-summary = Was geschieht, wenn man einen Rücken über seine Grenze hinaus drückt.
learn-risks-of-forcing-1-heading = Mögliche Schäden
learn-risks-of-forcing-1-text = Gewalt kann einen Nerv einklemmen oder einen Muskel reißen lassen. Sie kann Bänder überdehnen, bis ein Gelenk nicht mehr stabil ist, mit Arthrose als späterer Folge. Selten wird ein Blutgefäß verletzt, was zu einem Gerinnsel oder einem Schlaganfall führen kann.
learn-risks-of-forcing-2-heading = Nur geschulte Hände
learn-risks-of-forcing-2-text = Andere sollten Ihren Rücken nur bewegen, wenn sie es gelernt haben, etwa in der Physiotherapie oder der Chiropraktik. Sonst tun Sie es selbst. Sie allein spüren, wo die Dehnung endet.
learn-risks-of-forcing-3-heading = Zeichen, die Sie ernst nehmen sollten
learn-risks-of-forcing-3-text = Wenn Sie nach einer Dehnung Schmerzen haben oder der Unterbauch schmerzt, lassen Sie sich ärztlich untersuchen.

## Zwei sichere Wege

learn-two-safe-ways-title = Zwei sichere Wege
learn-two-safe-ways-summary = Beide im Liegen, beide sanft. Ob es dabei knackt, spielt keine Rolle.
learn-two-safe-ways-1-heading = Knie zur Brust
learn-two-safe-ways-1-text = Legen Sie sich auf den Rücken. Ziehen Sie ein Knie mit den Händen zur Brust, während der Rücken locker bleibt. Halten Sie, stellen Sie den Fuß ab, und nehmen Sie das andere Knie. Zweimal am Tag ist gut, höchstens dreimal.
learn-two-safe-ways-2-heading = Drehung im unteren Rücken
learn-two-safe-ways-2-text = Legen Sie sich auf den Rücken, beide Knie gebeugt. Drehen Sie die Hüften, sodass die Knie zu einer Seite in Richtung Boden sinken. Halten Sie, kommen Sie zurück, und gehen Sie zur anderen Seite. Beide Schultern bleiben am Boden.
learn-two-safe-ways-3-heading = Lassen Sie sich führen
learn-two-safe-ways-3-text = Das Programm „Entlastung für den unteren Rücken“ führt Sie durch beide Übungen, jede Seite mit ihrer vollen Zeit. Die Augen dürfen geschlossen bleiben.
learn-two-safe-ways-open = Das Programm ansehen

## So dehnen Sie richtig

learn-how-to-stretch-title = So dehnen Sie richtig
learn-how-to-stretch-summary = Wie lange, wie oft, wie weit.
learn-how-to-stretch-1-heading = Wie lange
learn-how-to-stretch-1-text = Halten Sie eine Dehnung 10 bis 30 Sekunden. Für ältere Menschen sind es 30 bis 60. Wiederholen Sie sie, bis jede Übung auf etwa eine Minute kommt, zum Beispiel mit dreimal 20 Sekunden. Das sind die Angaben des American College of Sports Medicine.
learn-how-to-stretch-2-heading = Wie oft
learn-how-to-stretch-2-text = An zwei Tagen in der Woche oder mehr. Am besten täglich.
learn-how-to-stretch-3-heading = Wie weit
learn-how-to-stretch-3-text = Bis es spannt, nicht bis es schmerzt. Gehen Sie ruhig hinein, bleiben Sie still, und wippen Sie nicht.
learn-how-to-stretch-4-heading = Warum ein Programm abweichen kann
learn-how-to-stretch-4-text = Kliniken und Praxen nennen für einzelne Übungen andere Zeiten, von 2 bis 30 Sekunden. Jede Übung in Supple nennt ihre Quelle. Wenn Ihnen in der Physiotherapie eine Dosis genannt wurde, gilt diese.

## Wann Sie aufhören sollten

learn-what-to-know-first-title = { safety-title }
learn-what-to-know-first-summary = Was alle einmal gelesen haben sollten.

learn-when-to-stop-title = Wann Sie aufhören sollten
learn-when-to-stop-summary = Bei jeder Sitzung, im Notfall, und wann ärztlicher Rat nötig ist.
learn-when-to-stop-1-heading = Bei jeder Sitzung
learn-when-to-stop-1-text = Hören Sie auf, wenn Ihre Beschwerden zunehmen oder ein neuer Schmerz beginnt. Leichte Beschwerden sind in Ordnung, solange sie erträglich bleiben und nach 24 Stunden abgeklungen sind.
learn-when-to-stop-2-heading = { advice-emergency-heading }
learn-when-to-stop-3-heading = Bald in eine Arztpraxis
learn-when-to-stop-3-text = Bei Fieber, grundlosem Gewichtsverlust, einem Knoten oder einer sichtbaren Verformung. Bei Schmerzen, die in Ruhe nicht nachlassen oder nachts viel stärker sind. Bei Schmerzen nach einer Dehnung oder im Unterbauch.
learn-when-to-stop-4-heading = Beschwerden im Nacken
learn-when-to-stop-4-text = Gehen Sie bald in eine Arztpraxis, wenn der Nacken stark schmerzt oder wenn ein Arm oder eine Hand schwach ist.
learn-when-to-stop-5-heading = Schmerz in Zahlen
learn-when-to-stop-5-text = Supple kann nach Ihrem Schmerz fragen, von 0 für keinen bis 10 für den schlimmsten, den Sie sich denken können. Bei Schmerzen im unteren Rücken gilt eine Änderung um 2 Punkte über Wochen als bedeutsam, nicht die von vor zu nach einer Sitzung. Bei welcher Zahl Sie aufhören sollten, legt die Person fest, die Ihr Programm verfasst hat: Praxen nennen 3, 4 oder 5.
learn-when-to-stop-6-heading = Schmerzmittel
learn-when-to-stop-6-text = Ob und welches Schmerzmittel Sie eine Zeit lang nehmen, besprechen Sie in einer Arztpraxis oder Apotheke; zu Medikamenten gibt Supple keinen Rat. Denken Sie daran, dass nur Sie spüren, wo die Dehnung endet. Ist der Schmerz gedämpft, spüren Sie es vielleicht erst spät. Bleiben Sie dann deutlich davor.

## Was Dehnen bewirkt

learn-what-stretching-does-title = Was Dehnen bewirkt
learn-what-stretching-does-summary = Was man weiß, und was Ihnen niemand versprechen sollte.
learn-what-stretching-does-1-heading = Sie werden beweglicher
learn-what-stretching-does-1-text = Dehnen vergrößert den Bewegungsumfang, also wie weit sich ein Gelenk bewegen lässt. Darin waren sich Fachleute 2025 einig.
learn-what-stretching-does-2-heading = Was es nicht bewirkt
learn-what-stretching-does-2-text = Dieselben Fachleute empfehlen Dehnen nicht, um die Haltung zu ändern oder um Verletzungen allgemein vorzubeugen. Supple behauptet nicht, etwas zu behandeln, zu heilen oder zu korrigieren.
learn-what-stretching-does-3-heading = Wo es steht
learn-what-stretching-does-3-text = Journal of Sport and Health Science, 2025: https://doi.org/10.1016/j.jshs.2025.101067

## Woher das stammt

learn-sources-title = Woher das stammt
learn-sources-summary = Die Arbeiten und Seiten, auf denen beruht, was Supple sagt.
learn-sources-1-heading = Wie lange und wie oft
learn-sources-1-text = American College of Sports Medicine, Leitlinie (Garber und andere, 2011): https://doi.org/10.1249/MSS.0b013e318213fefb
learn-sources-2-heading = Was Dehnen bewirkt
learn-sources-2-text = Konsens von Fachleuten, Journal of Sport and Health Science, 2025: https://doi.org/10.1016/j.jshs.2025.101067
learn-sources-3-heading = Die Übungen
learn-sources-3-text = Mayo Clinic (Rückenübungen, Dehnungen im Sitzen), Healthwise, NHS inform, der NHS und seine Krankenhäuser, Cardiff and Vale University Health Board, American Academy of Orthopaedic Surgeons, Eskenazi Health, Sports-health, Rebalance Physical Therapy. Jede Übung zeigt ihre eigene Quelle.
learn-sources-4-heading = Wann Sie aufhören sollten
learn-sources-4-text = NHS inform: aufhören, wenn Beschwerden zunehmen oder ein neuer Schmerz beginnt. Royal Orthopaedic Hospital: Leichte Beschwerden sollten erträglich und nach 24 Stunden abgeklungen sein.
learn-sources-5-heading = Schmerz in Zahlen
learn-sources-5-text = Childs und andere, 2005, über die numerische Schmerzskala bei Schmerzen im unteren Rücken.
learn-sources-6-heading = In eigenen Worten
learn-sources-6-text = Supple gibt diese Quellen in eigenen Worten wieder. Das sind allgemeine Hinweise, kein ärztlicher Rat.
