# Das kleine Fenster, das an ein Programm erinnert.

reminder-not-today = Heute nicht
reminder-not-today-name = Heute nicht mehr an { $title } erinnern
reminder-unread = Woran erinnert werden soll, lässt sich nicht lesen: { $reason }
reminder-unknown = Kein Programm hat die Kennung „{ $id }“.
