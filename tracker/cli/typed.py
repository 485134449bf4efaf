"""Reading `EXERCISE SETS` as it was typed, and pointing at what could not be read."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.cli.speech import say
from tracker.domain.equipment import best_way
from tracker.domain.errors import Misunderstood, NothingToDo
from tracker.domain.exercise import Exercise, LoadType
from tracker.domain.session import Entry, Session, Side
from tracker.domain.units import Load, Unit
from tracker.domain.words.done_text import refuse_senseless
from tracker.domain.words.figures import show_amount
from tracker.domain.words.naming import spelling, spellings
from tracker.domain.words.notation import parse_sets, split_entry
from tracker.domain.words.set_text import Measure, SetText
from tracker.domain.words.typed import Unreadable

if TYPE_CHECKING:
    from tracker.assembly import House

_LIKE_REPS = re.compile(r"\s*[x×]\s*\d+(?![\d:]|\s*[sm])", re.IGNORECASE)
_COUNTED_IN = {LoadType.TIME: Measure.SECONDS, LoadType.CONTACTS: Measure.CONTACTS}


class Held(NamedTuple):
    """How the numbers of one exercise are read.

    Attributes:
        implements: 2 with a dumbbell in each hand: people type the weight of one.
    """

    load: LoadType
    implements: int
    per_side: bool
    unit: Unit
    bands: tuple[str, ...]


class Typed(NamedTuple):
    """One exercise and its sets, understood."""

    exercise: Exercise
    sets: tuple[SetText, ...]
    held: Held


def find_exercise(house: "House", text: str, session: Session | None) -> Exercise:
    """The exercise a person means: today's session first, then their history, then the library.

    Raises:
        Misunderstood: with what it may have been, or with the candidates.
    """
    first = tuple(entry.exercise for entry in session.entries) if session is not None else ()
    return house.catalog.find(text, first, house.logbook.log(house.logbook.today).exercises)


def entry_in(session: Session, exercise: Exercise, name: str) -> int:
    """Where *exercise* is in the session.

    Raises:
        NothingToDo: if it is not part of it.
    """
    at = session.position_of(exercise.id)
    if at is None:
        raise NothingToDo(f"{exercise.name} is not part of {name}.")
    return at


def read_line(house: "House", typed: str, session: Session) -> Typed:
    """`split squat 22.5x6@8 x3` as values.

    Raises:
        Misunderstood: at the first part that makes no sense, which is pointed at on stderr.
    """
    runner = house.logbook.desk.runner
    bands = house.logbook.coach().profile(house.logbook.today).bands
    library = house.catalog.exercises

    def knows(text: str) -> bool:
        return any(spelling(text) in spellings(each) for each in library.values())

    with pointing_at(typed):
        name, rest = split_entry(typed, runner.unit, bands, knows)
    exercise = find_exercise(house, name, session)
    held = how_held(house, exercise, session)
    sets = read_sets(rest, held, typed)
    _tell_of_seconds(rest, sets)
    return Typed(exercise, sets, held)


def _tell_of_seconds(typed: str, sets: Sequence[SetText]) -> None:
    """A hold in reps, `plank x5`, was probably meant otherwise."""
    first = sets[0]
    if first.seconds is not None and _LIKE_REPS.match(typed):
        say(
            f"Holds are counted in seconds: x{first.seconds} is logged as {show_amount(seconds=first.seconds)}, "
            "and `runlift undo` takes it back."
        )


def how_held(house: "House", exercise: Exercise, session: Session) -> Held:
    """How *exercise* is loaded today: as its entry says, else as the equipment at hand allows."""
    runner = house.logbook.desk.runner
    profile = house.logbook.coach().profile(house.logbook.today)
    at = session.position_of(exercise.id)
    if at is not None:
        entry = session.entries[at]
        return Held(entry.load_type, entry.hands, entry.per_side, runner.unit, profile.bands)
    way = best_way(exercise, profile)
    load, hands = (way.load, way.implements) if way is not None else (exercise.load, exercise.hands)
    return Held(load, hands, exercise.per_side, runner.unit, profile.bands)


def held_in(house: "House", entry: Entry) -> Held:
    """How an entry of a past session was loaded."""
    profile = house.logbook.coach().profile(house.logbook.today)
    unit = house.logbook.desk.runner.unit
    return Held(entry.load_type, entry.hands, entry.per_side, unit, profile.bands)


def read_sets(typed: str, held: Held, line: str | None = None) -> tuple[SetText, ...]:
    """The sets of one exercise.

    Args:
        line: the whole line that *typed* is the end of, to point into.
    """
    whole = typed if line is None else line
    with pointing_at(whole, offset=len(whole) - len(typed)):
        counts = _COUNTED_IN.get(held.load, Measure.REPS)
        sets = parse_sets(typed, held.unit, held.bands, counts)
    refuse_senseless(sets, held.load)
    if not held.per_side and any(
        each.right_reps is not None or each.right_seconds is not None for each in sets
    ):
        raise Misunderstood("This exercise is not done side by side, so a set has one number.")
    return sets


def fields_of(spoken: SetText, held: Held) -> dict[str, Any]:
    """What was said of one set, as a performed set has it; what was not said is left out."""
    right = None
    if spoken.right_reps is not None or spoken.right_seconds is not None:
        right = Side(reps=spoken.right_reps, seconds=spoken.right_seconds)
    said = {
        "load": load_of(spoken, held),
        "band": spoken.band,
        "reps": spoken.reps,
        "seconds": spoken.seconds,
        "contacts": spoken.contacts,
        "rpe": spoken.rpe,
        "right": right,
    }
    return {name: value for name, value in said.items() if value is not None}


def load_of(spoken: SetText, held: Held) -> Load | None:
    """The total load; on an assisted exercise a plain number is the help, which is less than none."""
    total = spoken.total(held.unit, held.implements)
    helps = held.load is LoadType.ASSIST and not spoken.bodyweight
    return total.times(-1) if total is not None and helps else total


@contextmanager
def pointing_at(typed: str, offset: int = 0) -> Iterator[None]:
    """Show on stderr where in *typed* the trouble is, before its sentence is told."""
    try:
        yield
    except Unreadable as trouble:
        start, end = trouble.start + offset, trouble.end + offset
        say(f"  {typed}")
        say(f"  {'':{start}}{'^' * max(1, end - start)}")
        raise


def words_joined(words: Sequence[str]) -> str:
    """The arguments as one line: quotes around it are welcome and not needed.

    Raises:
        Misunderstood: for an option that does not exist.
    """
    for word in words:
        if word.startswith("--"):
            raise Misunderstood(f"There is no option {word} here.")
    return " ".join(words)
