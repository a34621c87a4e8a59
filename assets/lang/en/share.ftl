# A routine that is handed on, and what was received.

receive-refused = There is no routine to be had from { $path }. { $reason }
error-receive-unpack = { $path } could not be unpacked in the folder for temporary files, { $folder }. { $reason }

## A share file. Each says what is wrong with it, and then what to do.

archive-damaged = The file is damaged, as one is that did not arrive whole. Ask for it to be sent again.
archive-too-large = It is larger than a routine with all its pictures can be. Ask whoever sent it for the routine’s own file.
archive-too-many = It holds more than { $limit } files. A routine and its pictures are fewer: ask whoever sent it for a share file made with Supple.
archive-entry-too-large = “{ $name }” in it is larger than a picture of a routine may be. Ask whoever sent it to make the picture smaller.
archive-routine-too-large = The routine in it is larger than one can be. Ask whoever sent it to make several of it.
archive-name = A file in it is named “{ $name }”, which is no name for a routine or a picture of one. Nothing was unpacked. Ask whoever sent it for a share file made with Supple.
archive-twice = The name “{ $name }” is in it twice, so nobody can tell which of the two is meant. Ask whoever sent it for a share file made with Supple.
archive-link = “{ $name }” in it is a link and no file. Nothing was unpacked. Ask whoever sent it for a share file made with Supple.
archive-locked = It is locked with a password. Ask for it to be sent without one.
archive-method = “{ $name }” in it is packed in a way that Supple does not know. Ask whoever sent it for a share file made with Supple.
archive-overlap = Several files in it share the same bytes, as no honest archive has them. Nothing was unpacked. Ask whoever sent it for a share file made with Supple.
archive-comment = A comment in it could be taken for its end, so nobody can tell what it holds. Ask whoever sent it for a share file made with Supple.
archive-part = It is one of several parts, and nothing can be had from one alone. Ask whoever sent it for one file.
archive-no-routine = It holds no routine. Ask whoever sent it for the file that ends in .supple.
archive-several-routines = It holds several routines. Unpack it, and open them one by one.

## Handing it on

error-share-picture = The picture { $path } can’t be shown, so nothing was written. supple check says what is wrong with it.
error-share-name = The picture { $path } has a name that some systems can’t have, or that differs from another in capital letters alone, so nothing was written. Give it a name of plain letters, and change its path in the file.
error-share-write = The file could not be put together. { $reason }

## A picture of the code on a handout

photo-damaged = It is a picture that can’t be read, as one that did not arrive whole. Take it or save it again.
photo-too-large = It has more than 6,144 pixels on a side, or 24 MB. Take a picture of the code alone, or make this one smaller.
photo-unreadable = It can’t be read. Copy it to another place, and open it there.
photo-no-code = No code is to be seen in it. Take the picture again from closer, with the sheet flat, the whole code in it and no shadow on it.
photo-several-codes = It shows the codes of two routines. Take a picture of one code alone.
photo-foreign = It shows a QR code, but no routine of Supple.
photo-newer = A newer version of Supple has made this code. Update Supple, or ask for the file.
photo-unclear = The code in it could not be read whole. Take the picture again from closer, with the sheet flat and in good light.

## Something else that people are handed

foreign-empty = The file is empty, as one that did not arrive whole. Ask for it to be sent again.
foreign-picture = It is a picture in a form that Supple doesn’t read. Save it as JPEG or PNG, or take a screenshot of it, and open that.
foreign-pdf = It is a PDF. Take a picture or a screenshot of the code in it and open that, or ask whoever sent it for the file that ends in .supple.
foreign-archive = It is a packed file of a kind that Supple doesn’t open. Unpack it first, and open the routine file that is in it.

## The command

help-share = Write a routine as a file to send
help-share-long =
    A routine with pictures of its own becomes one file with all of them; any other stays as it is.
    Whoever gets it opens it in Supple, or says supple import.
help-share-routine = The routine: its id, or the path of a file
help-share-output = Where to write it: a name that ends in .supple
help-share-replace = Write over a file that is there
help-share-examples =
    {"  "}supple share lower-back-relief -o lower-back-relief.supple
share-written = { $path } is written. Whoever gets it can open it in Supple.
usage-output-share = A file to send is known by its name, so that has to end in .supple, unlike { $path }.
