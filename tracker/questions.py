"""What is asked in one key: the answers of each question, each with its letter. A letter counts in its window only."""

from typing import NamedTuple


class Answer(NamedTuple):
    """One letter of a question: its key, what it stands for, its words, a line of help."""

    key: str
    value: str
    label: str
    help: str = ""


READINESS = (
    Answer("f", "fresh", "Fresh", "as planned"),
    Answer("n", "normal", "Normal", "as planned; the first logged set means this too"),
    Answer("d", "dead", "Dead legs", "holds or lightens the leg work, never the other way"),
    Answer("m", "more", "Tell more", "sleep, energy, legs: three digits"),
)
SLEEP = (
    Answer("1", "7.5", "Seven hours or more"),
    Answer("2", "6.5", "Six to seven"),
    Answer("3", "5.5", "Five to six"),
    Answer("4", "4.5", "Less than five"),
)
ENERGY = (
    Answer("5", "5", "Plenty"),
    Answer("4", "4", "Good"),
    Answer("3", "3", "Enough"),
    Answer("2", "2", "Little"),
    Answer("1", "1", "None"),
)
LEGS = (
    Answer("1", "2", "Fine", "soreness 0 to 3 of 10"),
    Answer("2", "4", "A bit sore", "4 or 5"),
    Answer("3", "6", "Sore", "6 or 7"),
    Answer("4", "8", "Very sore", "8 to 10"),
)
WORN_OUT = (
    Answer("c", "easy", "Core and mobility instead", "about ten minutes; it counts for nothing bad"),
    Answer("s", "move", "Another day", "move the session, or leave it out"),
    Answer("k", "keep", "Leave it as it was"),
)
YES_OR_KEEP = (
    Answer("y", "yes", "Do it like this", "undo takes it back"),
    Answer("k", "keep", "Leave it as it was"),
)
REACH_BACK = (
    Answer("y", "yes", "Take it back", "redo brings it again"),
    Answer("k", "keep", "Leave it as it is"),
)
LIGHTER_WEEK = (
    Answer("y", "lighter", "A lighter week", "half the sets, loads down 10 %"),
    Answer("k", "carry on", "Carry on as planned", "it is not asked again"),
)
SIGNALS = (
    Answer("u", "unsafe", "It feels unsafe", "a few steps down, on firm ground"),
    Answer("s", "skill", "It is steps ahead of me", "a few small steps down"),
    Answer("h", "hurts", "It hurts", "one step down, then how much"),
    Answer("c", "clunky", "Still clunky, in spite of practice", "one step down to find the rhythm"),
    Answer("i", "pressure", "I only do it because I feel I should", "nothing has to be done"),
)
SITES = (
    Answer("k", "knee", "Knee"),
    Answer("c", "calf", "Calf or shin"),
    Answer("a", "achilles", "Achilles or heel"),
    Answer("n", "ankle", "Ankle"),
    Answer("f", "foot", "Foot"),
    Answer("h", "hamstring", "Hamstring"),
    Answer("i", "hip", "Hip"),
    Answer("g", "groin", "Groin"),
    Answer("b", "lowback", "Low back"),
    Answer("s", "shoulder", "Shoulder"),
    Answer("e", "elbow", "Elbow"),
    Answer("w", "wrist", "Wrist"),
    Answer("o", "neck", "Neck"),
    Answer("!", "sign", "A warning sign", "chest, pop, swelling, numbness, fever ..."),
)
SCORES = (
    Answer("0", "0", "Nothing, or gone"),
    Answer("1", "1", "Hardly there"),
    Answer("2", "2", "A little: go on, keep an eye on it"),
    Answer("3", "3", "Some: the load holds"),
    Answer("4", "4", "Clearly: lighter, or one step down"),
    Answer("5", "5", "A lot: lighter, or one step down"),
    Answer("6", "6", "Bad: what loads it rests today"),
    Answer("7", "7", "Worse: it rests"),
    Answer("8", "8", "Much worse: it rests"),
    Answer("9", "9", "Hardly bearable: it rests"),
    Answer("x", "10", "Ten, the worst there is: it rests"),
)
SIGNS = (
    Answer("1", "RED_FLAG_CHEST", "Chest pain, fainting, heart stumbling, no breath"),
    Answer("2", "RED_FLAG_POP", "A sudden pop, a deformity, cannot bear weight"),
    Answer("3", "RED_FLAG_BONE", "Pinpoint bone pain: shin, foot, hip, groin"),
    Answer("4", "RED_FLAG_CALF", "A swollen, warm or red calf"),
    Answer("5", "RED_FLAG_NERVE", "Saddle numbness, bladder or bowel, weak leg"),
    Answer("6", "RED_FLAG_HEAD", "Severe headache, or a change of vision"),
    Answer("7", "RED_FLAG_MUSCLE", "Dark urine, or extreme muscle pain"),
    Answer("8", "RED_FLAG_FEVER", "Fever, or an illness in the chest"),
)
SEEN = (
    Answer("y", "seen", "Yes, and training is fine"),
    Answer("n", "not yet", "Not yet", "training waits; nothing is lost"),
)
SIGN_TODAY = (
    Answer("s", "stands", "It stands", "training waits; nothing is lost"),
    Answer("m", "mistake", "It was a mistake", "nothing was wrong; training goes on"),
    Answer("e", "else", "Something else hurts"),
)
UNTIL = (
    Answer("o", "0", "Until I say so", "then say that you are back"),
    Answer("t", "1", "Only today"),
    Answer("w", "7", "A week"),
    Answer("f", "14", "A fortnight"),
)
SKIP_EXERCISE = (
    Answer("b", "equipment busy", "The equipment is busy"),
    Answer("t", "no time", "No time"),
    Answer("n", "not today", "Not today"),
    Answer("d", "I do not like it", "I do not like it"),
)
SKIP_SESSION = (
    Answer("t", "no time", "Leave it out: no time"),
    Answer("d", "too tired", "Leave it out: too tired"),
    Answer("o", "other plans", "Leave it out: other plans"),
    Answer("i", "ill", "Leave it out: ill"),
    Answer("w", "own words", "Leave it out, in your own words"),
)
