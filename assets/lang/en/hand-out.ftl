# Handing a routine out from the window.

hand-out-button = Hand out
hand-out-name = Hand out { $title }
hand-out-back = ← { $title }
hand-out-title = Hand out
hand-out-form = As
hand-out-pdf = PDF
hand-out-html = Web page
hand-out-share = Supple file
hand-out-pdf-hint = To print, or to send to somebody without Supple.
hand-out-html-hint = One file that any browser shows and prints, with every letter and sign.
hand-out-share-hint = For somebody with Supple, who is guided through it. It has the routine and its pictures.
hand-out-paper = Paper
hand-out-a4 = A4
hand-out-letter = Letter
hand-out-large = Large print
hand-out-path = Save as
hand-out-save = Save
hand-out-folder = Show in folder
hand-out-exists = { $path } is there already, and was left as it is.
hand-out-replace = Replace it
hand-out-laying = The sheets are being laid out.
hand-out-preview = As it will be on paper
hand-out-preview-html = Printed from a browser it is much like this
hand-out-preview-share = On paper it would be like this
hand-out-sheet = Sheet { $number } of { $of }
