"""Numbers in options, as people write them: a comma is a decimal point."""

from typing import Any

import click


class Decimals(click.FloatRange):
    """A number in a range; ``7,5`` is 7.5."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        said = value.replace(",", ".") if isinstance(value, str) else value
        try:
            return float(super().convert(float(said), param, ctx))
        except ValueError:
            return self.fail(f"“{value}” is no number; write 7 or 7.5.", param, ctx)


class Whole(click.IntRange):
    """A whole number in a range."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            return int(super().convert(int(value), param, ctx))
        except ValueError:
            return self.fail(f"“{value}” is no whole number.", param, ctx)
