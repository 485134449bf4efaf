"""`runlift modify` and `runlift pain`: when an exercise does not fit today. Always fine."""

import re
from typing import TYPE_CHECKING

import click

from tracker.cli.changes import agree_to, tell_changes
from tracker.cli.completing import exercises, sites
from tracker.cli.door import Door, Verb, pass_door
from tracker.cli.speech import Declined, Unasked, out, paragraph, row, say, tell_notices

if TYPE_CHECKING:
    from tracker.assembly import House
    from tracker.domain.adapting.soreness import Question
    from tracker.domain.coaching.modifying import ModifyOption
    from tracker.domain.exercise import CareArea
    from tracker.domain.session import Entry, Session
    from tracker.logbook.on_today import Reply

SIGNS = ("chest", "pop", "bone", "calf", "nerve", "head", "muscle", "fever")
SIGNALS = ("hurts", "unsafe", "skill", "clunky", "pressure")
WORST = 10
_SAME_EXERCISE = ("lighter", "keep")
_SIDE = re.compile(r"\b(left|right|both)\b")
"""What is reported is the spot: an exercise loads both sides."""

_ALSO_CALLED = {
    "knees": "knee",
    "back": "lowback",
    "lower back": "lowback",
    "low back": "lowback",
    "shin": "calf",
    "heel": "achilles",
}


@click.command(
    "modify",
    cls=Verb,
    examples=(
        'runlift modify "step up" --signal hurts           one step down the ladder',
        'runlift modify "step up" --signal skill --list    what there is to choose from',
        'runlift modify "step up" --signal clunky --to "low step up"',
        'runlift modify "split squat" --signal pressure --to lighter',
        'runlift modify "low step up" --up                 one step back up',
    ),
)
@click.argument("exercise", nargs=-1, required=True, shell_complete=exercises)
@click.option(
    "--signal", type=click.Choice(SIGNALS), help="Why: it hurts, feels unsafe, is ahead of my skill, ..."
)
@click.option(
    "--to",
    "wanted",
    metavar="EXERCISE",
    shell_complete=exercises,
    help="The exercise to do, or lighter, or keep.",
)
@click.option("--up", is_flag=True, help="One step back up.")
@click.option(
    "--reps", type=click.Choice(("-2", "2")), help="Two reps more or fewer, for a lift that is stuck."
)
@click.option("--liked", is_flag=True, help="What is offered in place of one left out twice as not liked.")
@click.option("--record", is_flag=True, help="Make the top set a record attempt, where one is offered.")
@click.option("--list", "only_list", is_flag=True, help="Only show what there is to choose from.")
@pass_door
def modify_verb(
    door: Door,
    exercise: tuple[str, ...],
    signal: str | None,
    wanted: str | None,
    up: bool,
    reps: str | None,
    liked: bool,
    record: bool,
    only_list: bool,
) -> None:
    """Another exercise in place of one of today, as it fits; it counts in full, and there is a way back up.

    The signals: hurts; unsafe; skill (steps ahead of me); clunky in spite of practice; pressure (I do it only
    because I feel I should).
    """
    from tracker.cli.typed import entry_in, find_exercise, words_joined
    from tracker.domain.session import Signal

    house = door.house
    book = house.logbook
    session = book.begin().session
    found = find_exercise(house, words_joined(exercise), session)
    at = entry_in(session, found, "today's session, so there is nothing to modify")
    if up:
        _tell_choice(house, book.adapting.way_back(at))
        return
    if liked:
        _tell_choice(house, book.adapting.swap_disliked(at))
        return
    if record or reps is not None:
        if record:
            _attempt(house, at)
        else:
            book.adapting.change_reps(at, int(reps or 0))
        _tell_entry(house, book.begin().session.entries[at])
        return
    if signal is None:
        raise click.UsageError("Say why with --signal, or --up for the way back up.")
    if only_list:
        _tell_options(house, at, Signal(signal))
        return
    _tell_choice(house, book.adapting.modify(at, Signal(signal), _option_id(house, wanted, session)))
    if signal == Signal.HURTS:
        say("To note how much it hurts: `runlift pain SITE 0-10`.")


def _attempt(house: "House", at: int) -> None:
    from tracker.domain.errors import Refused

    why_not = house.logbook.adapting.attempt(at)
    if why_not is not None:
        raise Refused(house.catalog.words.text(why_not))


def _option_id(house: "House", wanted: str | None, session: "Session") -> str | None:
    from tracker.cli.typed import find_exercise

    if wanted is None or wanted in _SAME_EXERCISE:
        return wanted
    return find_exercise(house, wanted, session).id


def _tell_choice(house: "House", chosen: "ModifyOption") -> None:
    _tell_entry(house, chosen.entry)


def _tell_entry(house: "House", entry: "Entry") -> None:
    from tracker.cli.lines import sets_of

    tell_notices(house)
    out(house.catalog.exercises[entry.exercise].name)
    for label, text in sets_of(entry, house.logbook.desk.runner.unit):
        row(label, text)
    for at, reason in enumerate(entry.reasons):
        row("" if at else "why", house.catalog.words.line(reason))


def _tell_options(house: "House", at: int, signal: "object") -> None:
    from tracker.cli.lines import planned_words
    from tracker.domain.session import Signal

    unit = house.logbook.desk.runner.unit
    offered = house.logbook.adapting.options(at, Signal(str(signal)))
    for option in offered:
        planned = next((each.planned for each in option.entry.sets if each.planned is not None), None)
        suits = " (suggested)" if option.id == offered.suggested else ""
        said = "" if planned is None else f", {planned_words(option.entry, planned, unit)}"
        row(option.kind.value, f"{option.exercise.name}{said}{suits}")
    if not list(offered):
        say("Nothing smaller fits here today; leaving it out is always fine.")


@click.command(
    "pain",
    cls=Verb,
    examples=(
        "runlift pain knee 4                       everything that needs care there gets lighter today",
        'runlift pain "low back" 3',
        'runlift pain knee 4 --only "step up"      one exercise alone',
        "runlift pain achilles 0                   it is gone",
        "runlift pain --sign calf                  swollen, warm, red: stops, and says whom to see",
        "runlift pain --seen                       a clinician has looked and training is fine",
        "runlift pain --mistake                    the warning sign of today was a slip",
    ),
)
@click.argument("words", nargs=-1, metavar="SITE SCORE", shell_complete=sites)
@click.option("--sign", type=click.Choice(SIGNS), help="A warning sign: ends the session, says whom to see.")
@click.option("--seen", is_flag=True, help="A clinician has looked at the warning sign and training is fine.")
@click.option("--mistake", is_flag=True, help="The warning sign of today was a slip: nothing was wrong.")
@click.option("--only", "exercise", metavar="EXERCISE", help="Only this exercise of today.")
@click.option("--yes", is_flag=True, help="Change today's session without asking.")
@pass_door
def pain_verb(
    door: Door,
    words: tuple[str, ...],
    sign: str | None,
    seen: bool,
    mistake: bool,
    exercise: str | None,
    yes: bool,
) -> None:
    """Say that something hurts, 0 to 10: today changes where it should, and what hurts does not progress.

    The same verb answers the question of the next morning. Where a load would drop by more than a tenth, or an exercise
    would be replaced, it asks first; on a no, and without a terminal to ask on, the number is noted, nothing goes up,
    and today's session stays as it is. With --yes it changes without asking.
    """
    from tracker.cli.far_days import ask_about_day
    from tracker.cli.typed import entry_in, find_exercise
    from tracker.domain.adapting.pain import STOP_ABOVE

    house = door.house
    ask_about_day(house)
    if mistake:
        house.logbook.adapting.mistaken(_code(sign))
        tell_notices(house)
        out("Good. It is taken back, and training goes on.")
        return
    if sign is not None or seen:
        _warning_sign(house, sign, seen=seen)
        return
    if not words:
        raise click.UsageError("Say where it hurts and how much, as in: pain knee 4.")
    score, site = _score(words[-1]), _site(words[:-1])
    adapting = house.logbook.adapting
    at = None
    if exercise is not None:
        session = house.logbook.begin().session
        at = entry_in(session, find_exercise(house, exercise, session), "today's session")
    asked = None if at is not None else _question(house, site)
    declined = _declined(house, adapting.preview_pain(site, score, at), yes=yes, alone=at is not None)
    kept = declined is not None
    if asked is None:
        reply = adapting.report_pain(site, score, at, as_planned=kept)
    else:
        reply = adapting.answer(asked, score, as_planned=kept)
    tell_notices(house)
    paragraph(house.catalog.words.text(reply.reason))
    tell_changes(house, reply)
    if score:
        say(house.catalog.words.text("SAFETY_PAIN"))
    if isinstance(declined, Unasked):
        though = f", though above {STOP_ABOVE} of 10 nothing should load it" if score > STOP_ABOVE else ""
        raise Unasked(declined.how, f"The number is noted, the session stays{though}")


def _declined(house: "House", reply: "Reply", *, yes: bool, alone: bool) -> Declined | None:
    """The no to what a niggle changes today; its number is noted all the same, unless it is of one exercise."""
    try:
        agree_to(house, reply, yes=yes)
    except Declined as no:
        if alone:
            raise
        return no
    return None


def _warning_sign(house: "House", sign: str | None, *, seen: bool) -> None:
    """The session ends as it stands and nothing takes its place; or a sign, without a name all, has been seen."""
    adapting = house.logbook.adapting
    code = _code(sign)
    if seen:
        adapting.seen(code)
        tell_notices(house)
        waiting = adapting.signs()
        out("Good. Another sign still stops training:" if waiting else "Good. Training goes on.")
        for each in waiting:
            paragraph(house.catalog.words.text(each.red_flag or ""))
        return
    assert code is not None
    adapting.red_flag(code)
    tell_notices(house)
    paragraph(house.catalog.words.text(code))
    if code != "RED_FLAG_FEVER":
        paragraph(house.catalog.words.text("FLAG_WAIT"))
        say("`runlift pain --seen` says so.")
    say("Chosen by mistake? `runlift pain --mistake` takes it back today.")


def _code(sign: str | None) -> str | None:
    return None if sign is None else f"RED_FLAG_{sign.upper()}"


def _site(words: tuple[str, ...]) -> "CareArea":
    from tracker.domain.errors import Misunderstood
    from tracker.domain.exercise import CareArea

    text = _SIDE.sub("", " ".join(words).lower().replace("_", " ")).strip()
    name = _ALSO_CALLED.get(text, text)
    try:
        return CareArea(name)
    except ValueError:
        known = ", ".join(each.value for each in CareArea)
        where = f'"{text}" is not a place I know' if text else "Say where it hurts, and how much"
        raise Misunderstood(f"{where}; say one of {known}.") from None


def _score(text: str) -> int:
    from tracker.domain.errors import Misunderstood

    if not text.isdecimal() or int(text) > WORST:
        raise Misunderstood(
            f'"{text}" is not a score; say how much it hurts from 0 to 10, as in: pain knee 4.'
        )
    return int(text)


def _question(house: "House", site: "CareArea") -> "Question | None":
    """What is asked about *site* this morning."""
    return next((each for each in house.logbook.adapting.questions() if each.site is site), None)
