"""The words of a reason: templates from data/reasons.toml, filled with what the reason carries."""

import re
from collections.abc import Callable, Mapping
from string import Formatter
from typing import Any

from tracker.domain.adapting.ladder import Library
from tracker.domain.exercise import CareArea
from tracker.domain.phase import Phase
from tracker.domain.reason import Reason, because
from tracker.domain.value import Value

Input = str | int | float

_NOUN = re.compile("[a-z]{2,}")
_OPTIONAL = re.compile(r"\[([^\[\]|]*)(?:\|([^\[\]|]*))?\]")
_SPOKEN: Mapping[str, Callable[[str], Phase | CareArea]] = {"phase": Phase, "site": CareArea}
_EXERCISES = ("exercise", "original")


class Wording(Value):
    """What one code says.

    A part in [square brackets] is left out when one of its inputs is missing; in [this|that] the second then
    takes its place. ``{weeks:week}`` is 1 week or 2 weeks.

    Attributes:
        line: for one line on screen.
        text: the whole answer to *why*.
        inputs: every name the two may use.
        sign: for a red flag, what a person notices.
    """

    line: str
    text: str
    inputs: tuple[str, ...] = ()
    sign: str = ""


class Words:
    """Looks up and fills the wording of a code. Never fails: an unknown code is spoken as it is written.

    Inputs called ``exercise`` or ``original`` may be ids, ``phase`` a phase and ``site`` a
    care area: their names are shown.
    """

    def __init__(self, wordings: Mapping[str, Wording], library: Library | None = None) -> None:
        self._wordings = wordings
        self._library: Library = library or {}

    def __contains__(self, code: object) -> bool:
        return code in self._wordings

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code with words, in file order."""
        return tuple(self._wordings)

    def __getitem__(self, code: str) -> Wording:
        """The unfilled wording.

        Raises:
            KeyError: if there is none.
        """
        return self._wordings[code]

    def starting(self, prefix: str) -> tuple[str, ...]:
        """The codes of a family in file order: ``starting("RED_FLAG_")``."""
        return tuple(code for code in self._wordings if code.startswith(prefix))

    def line(self, reason: Reason | str) -> str:
        """One line, at most 60 characters before its figures are filled in. A bare code does too."""
        asked = because(reason) if isinstance(reason, str) else reason
        wording = self._wording(asked)
        return self._say(asked, wording.line if wording else None)

    def text(self, reason: Reason | str) -> str:
        """The whole explanation."""
        asked = because(reason) if isinstance(reason, str) else reason
        wording = self._wording(asked)
        return self._say(asked, wording.text if wording else None)

    def _wording(self, reason: Reason) -> Wording | None:
        in_phase = self._wordings.get(f"{reason.code}@{reason.inputs.get('phase')}")
        return in_phase or self._wordings.get(reason.code)

    def _say(self, reason: Reason, template: str | None) -> str:
        if template is None:
            return f"{reason.code.replace('_', ' ').capitalize()}."
        return fill(template, {name: self._named(name, value) for name, value in reason.inputs.items()})

    def _named(self, name: str, value: Input) -> Input:
        if name in _SPOKEN:
            try:
                return _SPOKEN[name](str(value)).spoken
            except ValueError:
                return value
        if name in _EXERCISES and value in self._library:
            return self._library[str(value)].name
        return value


def fill(template: str, inputs: Mapping[str, Input]) -> str:
    """The template with its figures, beginning with a capital; what is missing is left out with its brackets."""

    def if_known(part: re.Match[str]) -> str:
        return part[1] if names_in(part[1]) <= inputs.keys() else part[2] or ""

    said = _SAFE.vformat(_OPTIONAL.sub(if_known, template), (), inputs)
    return said[:1].upper() + said[1:]


def names_in(template: str) -> set[str]:
    """The inputs a template mentions."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


class _SafeFormatter(Formatter):
    def get_value(self, key: int | str, _args: Any, kwargs: Mapping[str, Any]) -> Any:
        return kwargs.get(str(key), "–")

    def format_field(self, value: Any, format_spec: str) -> str:
        """Whole numbers without a point; with a noun, as in ``{weeks:week}``, counted; in the wrong shape as it is."""
        if isinstance(value, float) and not format_spec:
            return f"{round(value, 2):g}"
        if _NOUN.fullmatch(format_spec):
            return f"{self.format_field(value, '')} {format_spec}{'' if value == 1 else 's'}"
        try:
            return str(super().format_field(value, format_spec))
        except ValueError:
            return str(value)


_SAFE = _SafeFormatter()
