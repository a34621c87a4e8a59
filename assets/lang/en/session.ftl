# What is said of a session under way, in the window and in the terminal.

session-sound-failed = The sound has failed. The session goes on without it; start Supple again to hear it.
session-record-failed = The record has failed. The rest of this session may not be kept.
