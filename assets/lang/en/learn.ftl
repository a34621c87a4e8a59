# What a person reads before the first session, when it hurts, and on the Learn pages.
# General guidance, no medical advice: each fact here has its source on the page "Where this comes
# from". The sections of a page are numbered from 1 without a gap.

## The card before the first session

safety-title = Before you begin
safety-1 = Supple gives general guidance. It does not replace a doctor or a physiotherapist.
safety-2 = Stop if your symptoms get worse or a new pain starts. “It hurts” is always one key away.
safety-3 = Stretch until it feels tight, and stop before it hurts, unless your routine allows some pain. Don’t bounce, and don’t force a crack.
safety-4 = Mild discomfort is acceptable, and should be gone within 24 hours.
safety-5 =
    Don’t begin, and get help at once, with
    • numbness around the genitals or buttocks
    • trouble passing water, or loss of bladder or bowel control
    • weakness or numbness in both legs
    • chest pain
    • pain after a serious accident
safety-6 =
    Ask a doctor first with
    • fever, or weight loss without a reason
    • a new lump, or a part of the body that has changed its shape
    • pain that does not ease with rest, or is much worse at night
    • severe neck pain, or a weak arm or hand
    • osteoporosis, a pregnancy, or a recent operation
safety-accept = I have read this

## When it hurts

advice-stop = Come out of the stretch slowly, and rest. If your symptoms got worse or a new pain started, leave it for today. Discomfort should be gone within 24 hours.
advice-emergency-heading = Call the emergency services now for
advice-emergency-1 = numbness around the genitals or buttocks
advice-emergency-2 = trouble passing water
advice-emergency-3 = loss of bladder or bowel control
advice-emergency-4 = weakness or numbness in both legs
advice-emergency-5 = chest pain
advice-emergency-6 = pain after a serious accident
advice-soon-heading = See a doctor soon for
advice-soon-1 = fever, or weight loss without a reason
advice-soon-2 = a new lump, or a part of the body that has changed its shape
advice-soon-3 = pain that does not ease with rest, or is much worse at night
advice-soon-4 = severe neck pain, or a weak arm or hand
advice-soon-5 = pain after a stretch, or pain in the lower abdomen

# Other ways in which routines name one of the emergencies above, one on each line, so that no page has it
# twice.
advice-same =
    pain in the chest
    pain in your chest
    trouble passing water, or loss of bladder or bowel control

## Why backs crack

learn-why-backs-crack-title = Why backs crack
learn-why-backs-crack-summary = Mostly gas in the fluid of a joint. It is common, and should not hurt.
learn-why-backs-crack-1-heading = A bubble in the joint
learn-why-backs-crack-1-text = Small joints run down both sides of the spine, each in a capsule filled with fluid. The fluid lubricates the joint and absorbs shock. When the capsule is stretched, the pressure inside drops, and a bubble of gas forms or bursts. That is usually the crack you hear.
learn-why-backs-crack-2-heading = Which gas
learn-why-backs-crack-2-text = The gases named are nitrogen, carbon dioxide and oxygen. Long sitting and poor posture are said to let them build up.
learn-why-backs-crack-3-heading = A word for all of it
learn-why-backs-crack-3-text = Doctors call it crepitus: a joint that crunches, cracks or pops as it moves. It can happen at any age, and grows commoner as the years go by.
learn-why-backs-crack-4-heading = Other causes
learn-why-backs-crack-4-text = Gas is painless as a rule. A tendon or ligament that snaps over a joint can hurt. Osteoarthritis can make a joint crack painfully. So the sound matters little, and pain matters much: cracking should not hurt.
learn-why-backs-crack-5-heading = When you squeeze your buttocks
learn-why-backs-crack-5-text = Some backs crack when the muscles of the buttocks are squeezed. A muscle that tightens moves the joints it pulls on, and the causes are the same: gas as a rule, or a tendon or ligament that snaps over a joint. Without pain there is no need to worry. If it hurts, see a doctor.
learn-why-backs-crack-6-heading = A spine that is worn or out of line
learn-why-backs-crack-6-text = People often fear that a crack comes from a worn or misaligned spine. Wear has its own name, osteoarthritis, and it is one of the causes, a painful one. The sound alone does not tell how a spine is. If you have pain, a doctor can look.

## Why it feels good

learn-why-it-feels-good-title = Why it feels good
learn-why-it-feels-good-summary = The body’s own painkillers, and a habit of the ear.
learn-why-it-feels-good-1-heading = Endorphins
learn-why-it-feels-good-1-text = The body releases endorphins, its own painkillers. They can make the moment after a crack feel light and easy.
learn-why-it-feels-good-2-heading = A sound we have learned
learn-why-it-feels-good-2-text = If relief has often followed the sound, we come to link the two. Then the sound alone feels like relief, and its absence like something left undone. A stretch without a crack is a stretch all the same.
learn-why-it-feels-good-3-heading = How often is fine
learn-why-it-feels-good-3-text = Once a day, or now and then, is no problem. If your back does not want to crack, don’t force it: its joints are still adjusting. Regular exercise helps, and lying on a hard surface may ease a stiff back.

## The risks of forcing it

learn-risks-of-forcing-title = The risks of forcing it
learn-risks-of-forcing-summary = What can happen when a back is pushed past its limit.
learn-risks-of-forcing-1-heading = What can go wrong
learn-risks-of-forcing-1-text = Force can pinch a nerve or tear a muscle. It can stretch ligaments until a joint is no longer stable, with osteoarthritis later on. Rarely, a blood vessel is injured, which may lead to a clot or a stroke.
learn-risks-of-forcing-2-heading = Let nobody untrained do it
learn-risks-of-forcing-2-text = Someone else should move your back only if they are trained to: a physiotherapist or a chiropractor. Otherwise do it yourself. You are the one who feels where the stretch ends.
learn-risks-of-forcing-3-heading = Signs to take seriously
learn-risks-of-forcing-3-text = If you have pain after a stretch, or pain in the lower abdomen, see a doctor.

## Two safe ways

learn-two-safe-ways-title = Two safe ways
learn-two-safe-ways-summary = Both lying on your back, both gentle. The crack may come, or may not.
learn-two-safe-ways-1-heading = Knee to chest
learn-two-safe-ways-1-text = Lie on your back. Draw one knee to your chest with your hands, while your back stays relaxed. Hold, put the foot down, and do the same with the other knee. Twice a day is good, three times the most.
learn-two-safe-ways-2-heading = Lower back rotation
learn-two-safe-ways-2-text = Lie on your back with both knees bent. Turn your hips so that your knees sink towards the floor on one side. Hold, bring them back, and go to the other side. Both shoulders stay on the floor.
learn-two-safe-ways-3-heading = Let Supple guide you
learn-two-safe-ways-3-text = The routine “Lower back relief” leads you through both, each side for its full time. You can keep your eyes closed.
learn-two-safe-ways-open = Look at the routine

## How to stretch

learn-how-to-stretch-title = How to stretch
learn-how-to-stretch-summary = How long, how often, how far.
learn-how-to-stretch-1-heading = How long
learn-how-to-stretch-1-text = Hold a stretch for 10 to 30 seconds. For older people it is 30 to 60. Repeat it until you have about a minute in all for each exercise: three times 20 seconds, for example. These are the figures of the American College of Sports Medicine.
learn-how-to-stretch-2-heading = How often
learn-how-to-stretch-2-text = On two days a week or more. Every day is best.
learn-how-to-stretch-3-heading = How far
learn-how-to-stretch-3-text = To the point where it feels tight, not to pain. Go in smoothly, stay still, and don’t bounce.
learn-how-to-stretch-4-heading = Why a routine may differ
learn-how-to-stretch-4-text = Hospitals and clinics give other figures for single exercises, from 2 seconds to 30. Each exercise in Supple names its source. If your physiotherapist gave you a dose, that one is yours.

## When to stop

learn-what-to-know-first-title = { safety-title }
learn-what-to-know-first-summary = What everybody should have read once.

learn-when-to-stop-title = When to stop
learn-when-to-stop-summary = In every session, in an emergency, and when to see a doctor.
learn-when-to-stop-1-heading = In every session
learn-when-to-stop-1-text = Stop if your symptoms get worse or a new pain starts. Some discomfort is acceptable, as long as it stays bearable and is gone within 24 hours.
learn-when-to-stop-2-heading = { advice-emergency-heading }
learn-when-to-stop-3-heading = Soon, to a doctor
learn-when-to-stop-3-text = With a fever, weight loss without a reason, a new lump or a part of the body that has changed its shape. With pain that does not ease with rest, or is much worse at night. With pain after a stretch, or pain in the lower abdomen.
learn-when-to-stop-4-heading = From the neck
learn-when-to-stop-4-text = See a doctor soon if the pain in your neck is severe, or if an arm or a hand is weak.
learn-when-to-stop-5-heading = Pain in figures
learn-when-to-stop-5-text = Supple can ask for your pain from 0, none, to 10, the worst you can imagine. With low back pain, a change of 2 points over weeks counts as meaningful; a change from before to after one session does not. At which figure to stop is for the author of your routine to say: clinics name 3, 4 or 5.
learn-when-to-stop-6-heading = Pain relievers
learn-when-to-stop-6-text = Whether to take a pain reliever for a while, and which, is a question for a doctor or a pharmacist; Supple has no advice on medicines. Keep in mind that you are the one who feels the limit of a stretch. With pain dulled you may feel it late, so stay well within it.

## What stretching does

learn-what-stretching-does-title = What stretching does
learn-what-stretching-does-summary = What is known, and what nobody should promise you.
learn-what-stretching-does-1-heading = It lets you move further
learn-what-stretching-does-1-text = Stretching improves the range of motion: how far a joint can move. Experts agreed on this in a consensus of 2025.
learn-what-stretching-does-2-heading = What it does not do
learn-what-stretching-does-2-text = The same experts do not recommend stretching for changing posture, or for preventing injuries in general. Supple does not claim to treat, cure or correct anything.
learn-what-stretching-does-3-heading = Where to read it
learn-what-stretching-does-3-text = Journal of Sport and Health Science, 2025: https://doi.org/10.1016/j.jshs.2025.101067

## Where this comes from

learn-sources-title = Where this comes from
learn-sources-summary = The papers and pages behind what Supple says.
learn-sources-1-heading = How long and how often
learn-sources-1-text = American College of Sports Medicine, position stand (Garber and others, 2011): https://doi.org/10.1249/MSS.0b013e318213fefb
learn-sources-2-heading = What stretching does
learn-sources-2-text = Expert consensus, Journal of Sport and Health Science, 2025: https://doi.org/10.1016/j.jshs.2025.101067
learn-sources-3-heading = The exercises
learn-sources-3-text = Mayo Clinic (back exercises, sitting stretches), Healthwise, NHS inform, the NHS and its trusts, Cardiff and Vale University Health Board, American Academy of Orthopaedic Surgeons, Eskenazi Health, Sports-health, Rebalance Physical Therapy. Each exercise shows its own.
learn-sources-4-heading = When to stop
learn-sources-4-text = NHS inform: stop when symptoms get worse or a new pain starts. Royal Orthopaedic Hospital: discomfort should be acceptable, and gone within 24 hours.
learn-sources-5-heading = Pain in figures
learn-sources-5-text = Childs and others, 2005, on the numeric pain rating scale in low back pain.
learn-sources-6-heading = In our own words
learn-sources-6-text = Supple retells these sources and copies none of them. It is general guidance, not medical advice.
