"""A screen reader without a voice, for the tests: it writes what one would say, one JSON object a line.

It listens as the Orca of Debian 12 does, which knows no announcements: it says what gets the focus,
and the name of the window or of what has the focus when that changes. Announcements it writes too, as
such. To `tree` on its input it answers with all that the program shows at the moment.
"""

import json
import os
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib

PROGRAM = "supple"


def write(**line):
    print(json.dumps(line), flush=True)


def switch_on():
    """Tells programs that somebody listens, as the desktop does for a screen reader."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ["IsEnabled", "ScreenReaderEnabled"]:
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        bus.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set",
            value, None, Gio.DBusCallFlags.NONE, -1, None,
        )


def seen(accessible):
    accessible.clear_cache()
    states = accessible.get_state_set()
    return {
        "role": accessible.get_role_name(),
        "name": accessible.get_name(),
        "description": accessible.get_description(),
        "states": [state.value_nick for state in states.get_states()],
    }


def hear(event):
    try:
        application = event.source.get_application()
        if application is None or application.get_name() != PROGRAM:
            return
        what = seen(event.source)
    except GLib.Error:
        # It was gone before it could be looked at.
        return
    if event.type.startswith("object:state-changed:focused"):
        if event.detail1 and "focused" in what["states"]:
            write(said=what["name"], by="focus", **what)
    elif event.type.startswith("object:state-changed:checked"):
        if "focused" in what["states"]:
            write(said=what["name"], by="checked", **what)
    elif event.type.startswith("object:property-change:accessible-name"):
        if "focused" in what["states"] or what["role"] == "frame":
            write(said=what["name"], by="name", **what)
    elif event.type.startswith("object:announcement"):
        write(said=str(event.any_data), by="announcement", **what)
    elif event.type.startswith("window:activate"):
        write(said=what["name"], by="window", **what)


def tree(accessible):
    what = seen(accessible)
    children = [accessible.get_child_at_index(at) for at in range(accessible.get_child_count())]
    what["children"] = [tree(child) for child in children if child is not None]
    return what


def answer():
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    for at in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(at)
        if program is not None and program.get_name() == PROGRAM:
            try:
                write(tree=tree(program))
            except GLib.Error:
                # What changes while it is looked at is looked at again.
                answer()
            return
    write(tree=None)


def on_input(source, condition):
    line = sys.stdin.readline()
    if not line:
        Atspi.event_quit()
        return False
    answer()
    return True


switch_on()
Atspi.init()
# What a busy program is slow to answer is said later, and not lost.
Atspi.set_timeout(60_000, 60_000)
listener = Atspi.EventListener.new(hear)
for event in [
    "object:state-changed:focused",
    "object:state-changed:checked",
    "object:property-change:accessible-name",
    "object:announcement",
    "window:activate",
]:
    listener.register(event)
# Once this is answered, the registry and the bus know of the listener.
Atspi.get_desktop(0).get_child_count()
GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_IN | GLib.IO_HUP, on_input)
write(bus=os.environ["DBUS_SESSION_BUS_ADDRESS"])
Atspi.event_main()
