"""Finding an exercise by what a person typed."""

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache

from tracker.domain.adapting.ladder import Library
from tracker.domain.errors import Misunderstood
from tracker.domain.exercise import Exercise, ExerciseId

_WORD = re.compile(r"[^\W_]+")
_LONG_FORMS = {
    "alt": ("alternating",),
    "bb": ("barbell",),
    "db": ("dumbbell",),
    "kb": ("kettlebell",),
    "rdl": ("romanian", "deadlift"),
    "rfe": ("rear", "foot", "elevated"),
    "sl": ("single", "leg"),
}
_SUGGESTIONS = 3
_CANDIDATES = 6
_ALIKE = 0.75


class Unknown(Misunderstood):
    """No exercise is called that.

    Attributes:
        suggestions: what may have been meant, most likely first.
    """

    def __init__(self, text: str, suggestions: Sequence[Exercise]) -> None:
        self.suggestions = tuple(suggestions)
        hint = f" Did you mean {_either(self.suggestions)}?" if suggestions else ""
        super().__init__(f'No exercise is called "{text}".{hint}')


class Ambiguous(Misunderstood):
    """More than one exercise fits.

    Attributes:
        candidates: those that fit, in table order.
    """

    def __init__(self, text: str, candidates: Sequence[Exercise]) -> None:
        self.candidates = tuple(candidates)
        shown = _either(self.candidates[:_CANDIDATES])
        more = len(self.candidates) - _CANDIDATES
        rest = f" ({more} more)" if more > 0 else ""
        super().__init__(f'"{text}" could be {shown}{rest}; say a little more.')


def _either(exercises: Sequence[Exercise]) -> str:
    *others, last = (exercise.name for exercise in exercises)
    return f"{', '.join(others)} or {last}" if others else last


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """The words that count: case, hyphens and plurals gone, gym shorthand written out.

    ``"Split-Squats"`` and ``"split_squat"`` are the same, and so are ``"SL RDLs"`` and ``"single leg RDL"``.
    """
    return tuple(long for word in words_as_typed(text) for long in _LONG_FORMS.get(word, (word,)))


def words_as_typed(text: str) -> tuple[str, ...]:
    """The words in the singular, gym shorthand as it stands."""
    plain = text.casefold().replace("'", "").replace("’", "")
    return tuple(_singular(word) for word in _WORD.findall(plain))


def _singular(word: str) -> str:
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 2 else word


def spelling(text: str) -> str:
    """The words as one run of letters, so that ``push up``, ``push-up`` and ``pushups`` are spelt alike."""
    return "".join(words_of(text))


def spellings(exercise: Exercise) -> tuple[str, ...]:
    """Every spelling of one exercise: its id, its name, its aliases."""
    return tuple(dict.fromkeys(map(spelling, (exercise.id, exercise.name, *exercise.aliases))))


def find(
    text: str, library: Library, first: Sequence[ExerciseId] = (), then: Sequence[ExerciseId] = ()
) -> Exercise:
    """The exercise a person means.

    An id, underscores and all, always means itself. Today's session comes first: what is called that in it, then
    the one in it whose name has all the words as they stand. After that a whole name wins; then the session and the
    person's history are searched for an alias, or a name with all the words as they stand, then the library for an
    alias. What fits with shorthand written out, or in part, comes last.

    Args:
        first: the exercises of today's session.
        then: the exercises of the person's history.

    Raises:
        Ambiguous: if several exercises of the same place fit equally well.
        Unknown: if none fits.
    """
    wanted = spelling(text)
    if not wanted:
        raise Unknown(text.strip(), ())
    if "_" in text and text.strip() in library:
        return library[text.strip()]
    called = [each for each in library.values() if wanted in (spelling(each.id), spelling(each.name))]
    today = [library[each] for each in dict.fromkeys(first) if each in library]
    for fits in (_is_one_of(called), _is_alias(wanted), _is_named_with(words_as_typed(text))):
        found = [exercise for exercise in today if fits(exercise)]
        if len(found) == 1:
            return found[0]
    if called:
        return called[0]
    session, history, everything = (
        [library[each] for each in dict.fromkeys(place) if each in library]
        for place in (first, then, library)
    )
    named, parts = _is_named_with(words_as_typed(text)), (_has_words(words_of(text)), _has_fragment(wanted))
    steps = [
        *((fits, place) for place in (session, history) for fits in (_is_alias(wanted), named)),
        (_is_alias(wanted), everything),
        *((fits, place) for place in (session, history, everything) for fits in parts),
    ]
    for fits, place in steps:
        found = [exercise for exercise in place if fits(exercise)]
        if len(found) == 1:
            return found[0]
        if found:
            raise Ambiguous(text.strip(), found)
    raise Unknown(text.strip(), _suggest(text, library.values()))


def _is_one_of(exercises: Sequence[Exercise]) -> Callable[[Exercise], bool]:
    return lambda exercise: exercise in exercises


def _is_alias(wanted: str) -> Callable[[Exercise], bool]:
    return lambda exercise: wanted in spellings(exercise)


def _is_named_with(wanted: Sequence[str]) -> Callable[[Exercise], bool]:
    """Whether all words stand in the name itself: "rdl" does in "Single-leg RDL", "deadlift" does not."""
    return lambda exercise: set(wanted) <= set(words_as_typed(exercise.name))


def _has_words(wanted: Sequence[str]) -> Callable[[Exercise], bool]:
    """Whether all words are in the id, the name or one alias, in any order."""
    return lambda exercise: any(
        set(wanted) <= set(words_of(text)) for text in (exercise.id, exercise.name, *exercise.aliases)
    )


def _has_fragment(wanted: str) -> Callable[[Exercise], bool]:
    """Whether some word of the id, the name or an alias begins what was typed: "foo" is no part of "two-foot"."""

    def fits(exercise: Exercise) -> bool:
        for text in (exercise.id, exercise.name, *exercise.aliases):
            words = words_of(text)
            if any("".join(words[at:]).startswith(wanted) for at in range(len(words))):
                return True
        return False

    return fits


def _suggest(text: str, exercises: Iterable[Exercise]) -> tuple[Exercise, ...]:
    """The closest ids and names, else the closest aliases, else what shares the most words."""
    everyone = tuple(exercises)
    official = {spelling(name): each for each in everyone for name in (each.id, each.name)}
    aliases = {each: exercise for exercise in everyone for each in spellings(exercise)}
    for owner in (official, aliases):
        close = get_close_matches(spelling(text), owner, n=2 * _SUGGESTIONS, cutoff=_ALIKE)
        if close:
            return tuple({owner[each].id: owner[each] for each in close}.values())[:_SUGGESTIONS]
    words = set(words_of(text))
    shared = sorted(everyone, key=lambda each: -len(words & set(words_of(each.name))))
    return tuple(each for each in shared[:_SUGGESTIONS] if words & set(words_of(each.name)))
