# What the voice says, and what there is to say about it. Its other words are those of the screen.

## Said aloud in a session

voice-hold = { $aim ->
    [balance] Hold your balance.
   *[stretch] Hold.
}
voice-hold-balance = Hold your balance, { $side ->
    [left] left side
   *[right] right side
}.
voice-reps = { $reps ->
    [one] One repetition.
   *[other] { $reps } repetitions.
}
voice-reps-in-turn = In turn, { $first ->
    [right] right
   *[left] left
} first.
voice-first-side = { $side ->
    [right] Right
   *[left] Left
} side first.
# Before the first exercise of a circuit.
voice-circuit = { $name }: { $rounds } rounds.
voice-activity = Begin.
voice-minutes-left = { $minutes ->
    [one] One minute left.
   *[other] { $minutes } minutes left.
}
voice-wait = In your own time. Press Enter when you are done.
voice-halfway = Halfway.
voice-next = Next: { $next }.
voice-gently = Stop if it hurts.
# Where the routine’s author allows pain up to a limit from 0 to 10.
voice-gently-limit = Stop if the pain goes above { $limit }.
# As on the screen. Authors write where with a preposition or without.
voice-feel-it-in = { $aim ->
    [stretch] Feel it in
   *[strength] Works
}: { $where }.
# Read instead of a stroke: "left/right", "5/10".
voice-or = or
voice-of = of
voice-paused = Paused.
voice-resumed = Going on.
voice-extended = Ten seconds more.

## Said aloud to be tried

voice-sample = This is how Supple speaks. Single knee to chest. Left side. Hold.

## What goes wrong

voice-none = Nothing on this machine speaks, so Supple guides you by its sounds alone.
voice-none-install = This brings a voice: { $command }
voice-none-other = A voice comes with the program espeak-ng, or with one of your own that you set in Settings.
voice-pleasanter = Pleasanter to listen to: piper (pipx install piper-tts) with a voice from huggingface.co/rhasspy/piper-voices, folder { $language }. Put its .onnx and .onnx.json files into ~/.local/share/piper, and Supple speaks through it. { $language ->
    [en] RHVoice and flite are taken before espeak-ng too.
   *[other] RHVoice is taken before espeak-ng too where it speaks the language.
}
voice-failed = There is no voice: “{ $program }” does not do its work. { $reason } Supple goes on with its sounds.
voice-passed-over = “{ $program }” does not do its work, so { $other } speaks instead. { $reason }
voice-passed-over-voice = The chosen voice of “{ $program }” does not speak, so another one does. { $reason }
voice-chosen-gone = The voice that you chose is not there any more: { $voice } ({ $program }). Another one speaks until it is back or you choose again.
voice-program-no-language = It has no voice for { $language }.
voice-no-language = “{ $program }” does not speak { $language }. What is written in that language is not said.
voice-program-ended = It ended with code { $code }.
voice-program-killed = The system ended it.
voice-program-slow = It took longer than ten seconds for a phrase.
voice-program-silent = It wrote no sound file, or an empty one.
voice-program-large = It wrote a file of more than 64 MiB for a phrase.
voice-program-long = The text takes longer than a minute.
voice-no-place = There is no place for the sound that it makes. { $reason }
voice-program-missing = It is not installed, or not where the command says.
voice-program-not-executable = It is not allowed to run: make its file executable, on Linux and macOS with chmod +x.

## supple voices

voices-program = { $languages ->
    [0] { $program }: it does not tell its languages
    [one] { $program }: 1 language
   *[other] { $program }: { $languages } languages
}
voices-used = { $what } (Supple speaks through this)
voices-speaks = It says now: { $text }
voices-no-device = The sample can’t be heard: no sound device answers, or another program keeps it. Connect or free one, then try again.
