"""The words of a reason: templates from data/reasons.toml, filled with what the reason carries."""

import re
from collections.abc import Mapping
from string import Formatter
from typing import Any

from tracker.domain.reason import Reason
from tracker.domain.value import Value

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")


class Wording(Value):
    """What one code says.

    A part in [square brackets] is left out when one of its inputs is missing.

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
    """Looks up and fills the wording of a code. Never fails: an unknown code is spoken as it is written."""

    def __init__(self, wordings: Mapping[str, Wording]) -> None:
        self._wordings = wordings

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
        """One line, at most 60 characters before the figures are filled in."""
        return self._say(reason, lambda wording: wording.line)

    def text(self, reason: Reason | str) -> str:
        """The whole explanation."""
        return self._say(reason, lambda wording: wording.text)

    def _say(self, reason: Reason | str, template: Any) -> str:
        code, inputs = (reason, {}) if isinstance(reason, str) else (reason.code, reason.inputs)
        wording = self._wordings.get(code)
        return fill(template(wording), inputs) if wording else f"{code.replace('_', ' ').capitalize()}."


def fill(template: str, inputs: Mapping[str, str | int | float]) -> str:
    """The template with its figures; what is missing is left out with its brackets, or shown as a dash."""

    def if_known(part: re.Match[str]) -> str:
        return part[1] if names_in(part[1]) <= inputs.keys() else ""

    return _SAFE.vformat(_OPTIONAL.sub(if_known, template), (), inputs)


def names_in(template: str) -> set[str]:
    """The inputs a template mentions."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


class _SafeFormatter(Formatter):
    def get_value(self, key: int | str, _args: Any, kwargs: Mapping[str, Any]) -> Any:
        return kwargs.get(str(key), "–")

    def format_field(self, value: Any, format_spec: str) -> str:
        """Whole numbers without a point; a figure in the wrong shape as it is."""
        if isinstance(value, float) and not format_spec:
            return f"{round(value, 2):g}"
        try:
            return str(super().format_field(value, format_spec))
        except ValueError:
            return str(value)


_SAFE = _SafeFormatter()
