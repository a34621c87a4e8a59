# The record and the settings on the disk, and what can be wrong with them.

disk-full = The disk is full. Make some room.
disk-limit = The system lets no file here grow any larger. Raise its limit on the size of files, which `ulimit -f` shows.
disk-permission = Supple is not allowed to write or read there. Change the permissions of the folder.
disk-read-only = The disk can only be read. Make it writable.
disk-permission-of = Supple is not allowed to write or read { $path }. Change its permissions.
disk-read-only-at = { $path } lies on a disk that can only be read. Make it writable.
disk-unchangeable = { $path } is marked as unchangeable, and then nobody may write there, whatever the permissions are. Remove the mark, on Linux with chattr -i.
disk-not-a-folder = There is a file where a folder should be. Move the file elsewhere.
disk-not-there = It, or a folder on the way to it, is not there.
disk-not-a-file = There is a folder, a pipe or a device where a file should be. Move it elsewhere.
disk-busy = Another program is using it. Is a second Supple halted? End it.
disk-too-large = The file is far larger than it can be. Move it elsewhere.
disk-link-out = It is a link to a file in another folder, and Supple writes through no such link. Put the file itself there, or change the file that the link leads to yourself.
disk-link-nowhere = There is a link to something that is not there. Bring back what it leads to, such as a drive, or remove the link.
disk-changed = Another program changed the file at the same moment. Try again.
disk-absent = The folder that you chose is not there. Connect its drive, or choose another folder in Settings.
disk-emptied = There is nothing of a record in the folder that you chose: so it looks while its drive is not connected. Connect the drive, or choose another folder in Settings. Is it a new folder? Choose it once more there, or with supple history --move-to.
disk-in-the-cloud = It is on the server of your sync program alone. Have that program keep it on this machine.
disk-not-as-written = What was written could not be read back as it was. Check the disk, and try again.
disk-write-protected = The file may only be read, and Supple leaves it as it is. Allow writing to it, or save under another name.
disk-other-names = The file has another name, a hard link, and that would keep what was there before. Save under another name, or remove one of the two.
disk-no-files = In this folder the system shows something of its own, and no file can be made there. Give another place.
disk-leftover = { $file } was being written when Supple was ended. Another version of it is kept as { $path }. Compare the two, keep what is right in { $file }, and delete the other.
save-owner = { $path } belongs to you or your group now: the system lets nobody but its administrator keep it with the one that had it.
disk-other = The system says: { $reason }

record-unwritten = { $lines ->
    [one] The last entry of your record could not be saved in { $folder } yet.
   *[other] The last { $lines } entries of your record could not be saved in { $folder } yet.
} { $reason } Until then keep Supple open: the entries are kept and tried again.
record-kept-elsewhere = { $lines ->
    [one] The last entry of your record could not be saved in { $folder }.
   *[other] The last { $lines } entries of your record could not be saved in { $folder }.
} { $reason } Nothing is lost: what is missing is in { $file }, and Supple takes it in at its next start. You can also move this file into { $folder } yourself once that is possible. To keep the record in another folder, set SUPPLE_DATA_DIR.
record-kept-elsewhere-for-now = { $lines ->
    [one] The last entry of your record could not be saved in { $folder }.
   *[other] The last { $lines } entries of your record could not be saved in { $folder }.
} { $reason } What is missing is in { $file } for now, which the computer may empty when it starts again. Before that, start Supple once more, or move this file into { $folder } yourself, once that is possible. To keep the record in another folder, set SUPPLE_DATA_DIR.
record-lost = { $lines ->
    [one] The last entry of your record could be saved neither in { $folder } nor elsewhere, and is lost.
   *[other] The last { $lines } entries of your record could be saved neither in { $folder } nor elsewhere, and are lost.
} { $reason } To keep the record in another folder, set SUPPLE_DATA_DIR.
record-damaged-line = { $file }, line { $line }: this line is damaged and is left out. A copy is in { $copy }.
record-damaged-line-not-copied = { $file }, line { $line }: this line is damaged and is left out.
record-more-damaged-lines = { $lines ->
    [one] { $file }: one more line is damaged and is left out. No copy is made of it.
   *[other] { $file }: { $lines } more lines are damaged and are left out. No copies are made of them.
}
record-too-much = { $lines ->
    [one] { $file }: one line says more than a person can have recorded, and is left out. It stays where it is.
   *[other] { $file }: { $lines } lines say more than a person can have recorded, and are left out. They stay where they are.
}
record-long-line = { $file }, line { $line }: this line is far longer than any that Supple writes and is left out. It stays where it is.
record-large-file = { $file } is far larger than any that Supple writes, and only its first part is read. It stays as it is.
record-no-pain = { $file }, line { $line }: the pain in this line is no number from 0 to 10 and is left out. The rest of the line counts.
record-newer-lines = { $lines ->
    [one] { $file }: one line was written by a newer Supple. It is kept, and shown once Supple is updated.
   *[other] { $file }: { $lines } lines were written by a newer Supple. They are kept, and shown once Supple is updated.
}
record-unreadable = { $file } can’t be read, so what it holds is missing here. { $reason }
record-waiting = { $file } has lines of your record that could not be saved in it yet, so they are missing here. They come into it once its disk can be written again.
record-no-start = Session { $session }: the line that tells when it began, and of which routine, is missing. Another device or a backup of { $folder } may still have it.
record-check-counts = { $files ->
    [one] One file
   *[other] { $files } files
}, { $sessions ->
    [one] one session
   *[other] { $sessions } sessions
}, { $holds ->
    [one] one hold
   *[other] { $holds } holds
}, on { $days ->
    [one] one day
   *[other] { $days } days
}.
record-check-fine = All of it can be read.
record-check-problems = { $problems ->
    [one] One thing is wrong.
   *[other] { $problems } things are wrong.
}
record-check-aside = Copies of lines that can’t be read are in { $folder }.
record-moved = { $files ->
    [0] Your record now lies in { $to }. There was nothing to copy.
    [one] Your record now lies in { $to }. One file was copied and compared.
   *[other] Your record now lies in { $to }. { $files } files were copied and compared.
} What was in { $from } is still there, as it was. Close other windows of Supple and open them again; then you can delete it.
record-moved-without = Your record now lies in { $to }. What was in { $from } is not there, so nothing of it could be copied. Once it is there again, move your record back to it and then here once more: both come together.
record-moved-nowhere = From now on your record lies in { $to }.
record-move-same = Your record is in { $folder } already.
record-move-routines = { $folder } is the folder of your routines, or lies in it. Choose one beside it.
record-move-within = { $folder } lies within the folder of your record, or around it. Choose one beside it.
record-move-under-way = A session is under way. Finish it, then move your record.
record-move-elsewhere = Your record is just being moved by another window or terminal. Wait until that is done.
record-move-meanwhile = Your record was moved by another window or terminal since this one was opened. Close this window and open it again.
record-move-failed = Your record was not moved, and is where it was: the trouble is with { $path }. { $reason }
record-move-unkept = Your record was not moved, and is where it was. { $why }
device-unkept = { $file } should hold the id that this device records under. { $reason } Supple leaves it as it is; until then each start records under a new id, and a session that was cut off can’t be gone on with.
device-no-id = What is in it is no id. Put the right one back, or move the file elsewhere: Supple then makes a new one.

settings-broken = { $file }, line { $line }: { $reason } Your settings can’t be read, so Supple leaves the file as it is and goes on without it. What you choose holds until Supple ends. Correct the line, or move the file elsewhere to begin anew.
settings-not-text = This is not text in UTF-8.
settings-unreadable = Your settings in { $file } can’t be read. { $reason } Supple goes on without them, and what you choose holds until it ends.
settings-unsaved = Your settings could not be saved in { $file }. { $reason }
settings-uneditable = { $file }, line { $line }: this value is out of all bounds, so your settings can’t be saved. Correct the line or remove it.
settings-bad-value = { $file }, line { $line }: “{ $key }” takes { $takes }. Supple uses its default for it until the line is corrected.
settings-unknown-key = { $file }, line { $line }: there is no setting “{ $key }”. Did you mean “{ $near }”? Until it is corrected, the line does nothing.
settings-twice = { $file }, line { $line }: “{ $key }” stands below [{ $table }] as “{ $name }” too, and that is the one that counts. Remove this line.
settings-takes-table = settings of its own, in lines below [{ $table }]
settings-takes-theme = "system", "light" or "dark"
settings-takes-text-size = a whole number from 80 to 200
settings-takes-language = "system" or the tag of a language, such as "en"
settings-takes-voice-speed = a whole number from 50 to 200
settings-takes-voice-volume = a whole number from 10 to 100
settings-takes-voice-names = a table of languages with the program and its voice, such as { "{" } en = "flite slt" { "}" }
settings-takes-volume = a whole number from 0 to 100
settings-takes-yes-or-no = true or false
settings-takes-device = "system" or the name of an output device in quotes
settings-takes-speech-program = "system" or a command with {"{"}file{"}"} in it, such as "piper --output_file {"{"}file{"}"}"
settings-takes-size = a width and a height, such as [1024, 768]
settings-takes-folder = the whole path of a folder in quotes, or "" for the usual one
settings-takes-path = the path of a file in quotes
settings-takes-routines = a list of the ids of routines, such as ["lower-back-relief"]
settings-takes-words = words in quotes
settings-takes-reminder-time = "after-sitting", "fixed-times" or "spread"
settings-takes-sitting-minutes = a whole number from 10 to 240
settings-takes-work = a table of the days with working hours, such as { "{" } monday = "09:00-17:30" { "}" }
settings-takes-hours = two times of the day, such as "07:00-22:00"
settings-takes-meal = two times of the day, such as "12:15-13:00", or "none"
settings-takes-routine = the id of a routine in quotes, or "" for whichever fits
settings-takes-quiet-while = any of ["microphone", "camera", "full-screen", "do-not-disturb", "battery"]
settings-takes-put-off = a whole number from 0 to 100, or "no limit"
settings-takes-reminder-form = "window", "notification" or "voice"

history-nothing = Nothing to show yet: a session is shown once it is over. Start with supple guide lower-back-relief.
history-nothing-chosen = No session to show.
history-held = { $held } of { $prescribed }
history-hurt = It hurt in { $what }.
history-more-problems = { $more ->
    [one] And one thing more. supple history --json has all of them.
   *[other] And { $more } things more. supple history --json has all of them.
}
history-imported = { $added ->
    [0] Nothing was added
    [one] One session was added
   *[other] { $added } sessions were added
}{ $there ->
    [0] .
    [one] ; one was there already.
   *[other] ; { $there } were there already.
}
history-import-unread = { $path } can’t be read: { $reason }
history-import-cut = { $path } ends in the middle, so nothing of it was imported. Copy or export it once more: supple history --json > FILE
history-import-archive = { $path } is an archive and not what “supple history --json” prints, so nothing was imported. If it is a backup: supple restore, and the file.
history-import-other = { $path }, line { $line }: this is not what “supple history --json” prints, so nothing was imported. Export it once more, and leave the file as it is.
history-import-newer = { $path } was written by a later version of Supple, so nothing of it was imported. Update Supple and try again.
history-import-unwritten = Nothing was imported: { $folder } can’t be written. { $reason }
