# Was über eine laufende Sitzung gesagt wird, im Fenster und im Terminal.

session-sound-failed = Der Ton ist ausgefallen. Die Sitzung läuft ohne ihn weiter; nach einem Neustart von Supple ist er wieder da.
session-record-failed = Die Aufzeichnung ist ausgefallen. Der Rest dieser Sitzung wird vielleicht nicht festgehalten.
