"""What is wrong on paper: every problem at once, each one sentence with its place."""

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from tracker.domain.errors import Misunderstood


class ContentProblems(Misunderstood):
    """Content that cannot be used.

    Attributes:
        problems: one sentence each: file, table, field, what is wrong.
    """

    def __init__(self, problems: Collection[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


def sentences(place: str, error: ValidationError, fields: Collection[str]) -> Iterator[str]:
    """One sentence for each thing a model did not accept.

    Args:
        place: file and table.
        fields: the fields of the model, to suggest from.
    """
    for detail in error.errors(include_url=False):
        where = ".".join(str(part) for part in detail["loc"])
        yield f"{place}{', ' + where if where else ''}: {_wrong(detail, fields)}"


def _wrong(detail: Mapping[str, Any], fields: Collection[str]) -> str:
    given = detail["input"]
    match detail["type"]:
        case "extra_forbidden":
            return f"there is no such field{meant(str(detail['loc'][-1]), fields)}"
        case "missing":
            return "this field is missing."
        case "enum":
            return f'"{given}" is not one of {detail["ctx"]["expected"]}.'
        case "string_pattern_mismatch":
            return f'an id has lower-case letters, digits and underscores, not "{given}".'
        case "value_error":
            return f"{detail['ctx']['error']}."
        case _:
            return f"{detail['msg'][:1].lower()}{detail['msg'][1:]}, not {given!r}."


def meant(word: str, known: Collection[str]) -> str:
    """How a sentence about an unknown word ends: with a suggestion, or with a full stop."""
    close = get_close_matches(word, known, n=1)
    return f'; did you mean "{close[0]}"?' if close else "."
