"""Records that make no sense, one by one: each is named and left out, and everything else goes on."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any, Final, Literal, NamedTuple, TypeVar

from pydantic import ValidationError

from tracker.domain.errors import Damaged
from tracker.domain.value import Value

Record = dict[str, Any]
V = TypeVar("V", bound=Value)

Apart = Literal["profile", "open"]
PROFILE: Final = "profile"
OPEN: Final = "open"
"""Where a record is kept apart from the years."""

_BOOKKEEPING = ("updated_at", "device", "erased_at")
_CALLED = {"OpenSession": "session under way", "CheckIn": "report"}
_MOST_SHOWN = 40
_MOST_VALUES = 100
"""A profile with more senseless values than that is no profile."""


class LeftOut(NamedTuple):
    """One record, or one value of the profile, that cannot be read.

    Attributes:
        kind: `PROFILE`, `OPEN`, or the table of a year.
        year: of the file it is in; 0 for those that are in none.
        record: as it is kept.
        sentence: what is left out, and what stands in the way.
    """

    kind: str
    year: int
    record: Record
    sentence: str


def read(model: type[V], record: Mapping[str, Any]) -> V:
    """The value a record stands for.

    Raises:
        Damaged: naming the first thing that makes no sense.
    """
    try:
        return model.model_validate(_fields(record))
    except ValidationError as trouble:
        first = trouble.errors()[0]
        what = _CALLED.get(model.__name__, model.__name__.lower())
        day = record.get("date", "the diary")
        raise Damaged(
            f"The {what} of {day} cannot be read ({_dotted(first['loc'])}: {first['msg']})."
        ) from trouble


def read_in_part(model: type[V], record: Record) -> tuple[V, tuple[str, ...]]:
    """The value without those parts of the record that make no sense, and a sentence for each of them.

    A part that is missing takes what it is missing from with it: a race without a date is no race.

    Raises:
        Damaged: when too little makes sense.
    """
    fields = _fields(record)
    told: list[str] = []
    while len(told) < _MOST_VALUES:
        try:
            return model.model_validate(fields), tuple(told)
        except ValidationError as trouble:
            first = trouble.errors()[0]
        fields = deepcopy(fields) if not told else fields
        place = list(_walked(fields, first["loc"]))
        if first["type"] == "missing":
            place = place[: len(first["loc"]) - 1]
        if not place:
            break
        value = _taken(fields, place)
        told.append(f"{_dotted(place)} makes no sense ({_shown(value)}: {first['msg']}) and is left out")
    raise Damaged("it makes no sense as a whole")


def _fields(record: Mapping[str, Any]) -> Record:
    return {key: value for key, value in record.items() if key not in _BOOKKEEPING}


def _walked(inside: Any, place: tuple[int | str, ...]) -> Iterator[int | str]:
    """As much of *place* as there is; validators may name more than that."""
    for part in place:
        there = (
            part in inside
            if isinstance(inside, dict)
            else isinstance(inside, list) and part in range(len(inside))
        )
        if not there:
            return
        yield part
        inside = inside[part]


def _taken(fields: Record, place: list[int | str]) -> Any:
    """Take one part out, and give it back."""
    inside: Any = fields
    for part in place[:-1]:
        inside = inside[part]
    return inside.pop(place[-1])


def _dotted(place: tuple[int | str, ...] | list[int | str]) -> str:
    return ".".join(str(part) for part in place) or "it"


def _shown(value: Any) -> str:
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}..."
