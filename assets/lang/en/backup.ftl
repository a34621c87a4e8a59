# All that is the person’s in one file, out and in.

help-backup = Save your routines, your record and your settings in one file
help-backup-long =
    The file is a zip archive that any program opens. Whoever has it can read it, so keep it where only you do. What is
    of this machine alone is not in it: unsaved work, and the machine’s own id.
help-backup-output = Where to write it: a name that ends in .zip
help-backup-replace = Write over a file that is there
help-backup-examples =
    {"  "}supple backup my-supple.zip
help-restore = Bring back what supple backup saved
help-restore-long =
    What is not here is added, and nothing is overwritten: where this machine has a version of its own of a routine, the
    one of the backup is put beside it, and settings that were chosen here stay. Restoring twice changes nothing.
    Of a damaged backup nothing is restored.
help-restore-file = The backup
help-restore-examples =
    {"  "}supple restore my-supple.zip

usage-output-backup = A backup is a zip archive, so its name has to end in .zip, unlike { $path }.
backup-written = { $path } is written, with { $files ->
    [one] one file.
   *[other] { $files } files.
} Keep it where only you can read it. supple restore brings it back.
backup-left-out = { $path } is not in the backup: its name is none on some systems, or it lies in too many folders. Give it a name of plain letters, nearer to the top, and save again.
backup-left-out-alike = { $path } is not in the backup: some systems take its name for that of { $other }. Give one of them another name, and save again.
backup-unread = No backup was made, because { $path } can’t be read: { $reason }
backup-too-much = No backup was made: your files are more than 1 GB, or more than 20,000. Take large files out of the folder of your routines.
backup-not-packed = No backup was made. { $reason }
backup-unread-file = { $path } can’t be read: { $reason }
backup-none = { $path } is no backup of Supple, so nothing was changed. Choose the file that supple backup wrote. What supple history --json printed is taken back by supple history import.
backup-damaged = { $path } is damaged, so nothing was restored. Copy the backup once more, or take another one.
backup-newer = { $path } was made by a later version of Supple, so nothing was restored. Update Supple and try again.
backup-restored-lines = Record: no session was missing; what else is told of them was added.
backup-restored-record = Record: { $sessions ->
    [0] nothing was missing.
    [one] one session added.
   *[other] { $sessions } sessions added.
}
backup-restored-routines = Routines and their pictures: { $added ->
    [0] none added
    [one] one added
   *[other] { $added } added
}{ $there ->
    [0] .
    [one] , one was here already.
   *[other] , { $there } were here already.
}
backup-restored-settings = Settings: { $taken ->
    [0] none taken over
    [one] one taken over
   *[other] { $taken } taken over
}{ $stay ->
    [0] .
    [one] , one stays as you chose it here.
   *[other] , { $stay } stay as you chose them here.
}
backup-kept-apart = { $path } is another here, and stays. The one of the backup is in { $apart }.
backup-settings-broken = The backup’s own settings can’t be read.
backup-not-brought-back = { $path } could not be brought back: { $reason }

file-dialog-backup = Bring back a backup
file-dialog-backups = Backups (zip)
settings-backup = Backup
settings-backup-about = Your routines, your record and your settings in one file, to keep or to take to another machine. Bringing it back overwrites nothing.
settings-backup-save = Save everything
settings-backup-bring-back = Bring back…
settings-backup-no-dialog = This desktop has no window for choosing a file. In a terminal, supple restore FILE brings it back.
backup-saved = { $path } is written, with { $files ->
    [one] one file.
   *[other] { $files } files.
} Keep it where only you can read it.
backup-settings-later = The settings that were taken over hold from the next start of Supple on.
