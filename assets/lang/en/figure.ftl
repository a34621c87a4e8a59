# What each key of a figure says: format-GROUP-KEY. The tables of assets/figures/README.md are made of
# these texts, so they are Markdown.

format-figure-view = where it is seen from; `top` is from above, lying on the back
format-figure-drawn-for = the side that the data shows; the other one is its mirror image
format-figure-far = drawn darker, as behind the body or in its shade
format-figure-order = from the farthest to the nearest, every part once
format-figure-hide = not drawn
format-figure-bust = the trunk is drawn from this share of the spine upwards, for close pictures
format-figure-frame = what a picture shows: left, low, right and high
format-figure-cycle = what one paced repetition runs through and comes back from
format-figure-purpose = what the exercise is done for. A routine is called one of stretches only where every exercise is held and shows one
format-figure-prop = the things around it
format-figure-highlight = where the stretch is felt
format-figure-arrow = which way something moves
format-figure-pose = how it lies, sits or stands

format-pose-hip = the middle between the hip joints
format-pose-knee = instead of `hip`, kneeling: the right knee stays there and the hip moves round it. From the side only, with an angle for the right thigh
format-pose-spine = where it points at the pelvis, the waist and the neck
format-pose-tall = the share of the trunk’s length that is seen where it leans towards the viewer or away
format-pose-neck = where the neck points
format-pose-head = the way from the chin to the crown
format-pose-turn = the face: 0 to the viewer, 90 to the mannequin’s front, 180 away
format-pose-shoulders = half their breadth as it is seen; a trunk that turns changes it
format-pose-hips = half their breadth as it is seen; a trunk that turns changes it
format-pose-shrug = shoulders drawn up and forward. An arm that is raised takes its shoulder along by itself
format-pose-belly = filled with breath, from the side
format-pose-left-arm = the left arm
format-pose-right-arm = the right arm
format-pose-arms = both arms
format-pose-left-leg = the left leg
format-pose-right-leg = the right leg
format-pose-legs = both legs

format-arm-upper = where the upper arm points
format-arm-fore = where the forearm points
format-arm-hand = where the palm is
format-arm-elbow = which way the elbow points
format-arm-palm = where the hand points
format-arm-short = the share of each part’s length that is seen where it points to the viewer or away, below 0 once it has swung past; from 0.05 with `hand`
format-arm-fingers = the fingers, from the palm
format-arm-thumb = the thumb, from the palm
format-arm-curl = 0 open to 1 fist
format-arm-flat = 0 edge on to 1 seen in full
format-arm-spread = degrees from finger to finger

format-leg-thigh = where the thigh points
format-leg-shin = where the shin points
format-leg-ankle = where the ankle is
format-leg-knee = which way the knee points
format-leg-foot = where the foot points
format-leg-short = as of an arm; from 0.05 with `ankle`

format-place-on = the part, or the first thing of a kind before it in the file that is not held
format-place-at = the share of the way along it
format-place-out = the distance to the left of that way

format-prop-kind = what it is
format-prop-from = a corner of its box
format-prop-to = the opposite corner; a chair’s box is its seat
format-prop-back = the height of a chair’s back
format-prop-through = where what is held runs: a `towel` and an elastic `band` from one to the next, a `stick` straight from the first past the last, a `weight` at each
format-prop-behind = the part that it is drawn behind
format-prop-in-front = `true`: drawn before everything

format-highlight-on = { format-place-on }
format-highlight-at = { format-place-at }
format-highlight-out = { format-place-out }
format-highlight-size = half its length along the part, and half across
format-highlight-behind = the part that it is drawn behind
format-highlight-pose = the one pose in which it is seen

format-arrow-from = where a straight arrow begins
format-arrow-to = where it points
format-arrow-center = what a round arrow goes round
format-arrow-radius = how far from there
format-arrow-start = the angle at which it begins
format-arrow-end = the angle at which it points
format-arrow-pose = the one pose in which it is seen

# What counts where a key is left out.
format-without-drawn-for = the same for both sides
format-without-far = from the side the left arm and leg, else nothing
format-without-order = the usual order
format-without-frame = measured from everything that is drawn
format-without-cycle = rest and hold
format-without-rest = as in `rest`, where it must be there
format-without-way = one of the two ways must be there
format-without-neck = as the spine at the neck
format-without-head = as the neck
format-without-turn = known from the view
format-without-shoulders = 0 from the side, else 0.255
format-without-hips = 0 from the side, else 0.1
format-without-shrug = not drawn up
format-without-palm = on from the forearm
format-without-short = all of it
format-without-curl = 0, or 0.8 on a thing that is held
format-without-foot = flat where its ankle is given a place, else square to the shin
format-without-box = must be there, but for what is held
format-without-through = must be there for what is held
format-without-behind = behind everything
format-without-over = over what it lies on
format-without-pose = every pose but rest
format-without-center = must be there without `center`
format-without-round = must be there with `center`
