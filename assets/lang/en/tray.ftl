# The menu of the icon among the desktop’s own.

tray-start = Start it now
tray-pause = Pause for an hour
tray-until-tomorrow = Quiet until tomorrow
tray-quiet-off = Quiet no longer
tray-open = Open Supple
tray-settings = Reminder settings
tray-quit = Quit reminders
