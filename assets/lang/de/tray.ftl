# Das Menü des Symbols in der Leiste des Desktops.

tray-start = Jetzt beginnen
tray-pause = Eine Stunde Pause
tray-until-tomorrow = Still bis morgen
tray-quiet-off = Nicht mehr still
tray-open = Supple öffnen
tray-settings = Erinnerungen einstellen
tray-quit = Erinnerungen beenden
