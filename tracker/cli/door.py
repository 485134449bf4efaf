"""What every verb is given: whose home it is, which day it is, and the house that opens when it is needed."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from tracker.assembly import House

    DateParam = click.ParamType[dt.date]
else:
    DateParam = click.ParamType  # which older versions of click cannot subscript


@dataclass
class Door:
    """Where to go in.

    Attributes:
        home: the folder asked for, None for the usual one.
        day: the day asked for, None for the calendar's.
    """

    home: str | None = None
    day: dt.date | None = None

    @cached_property
    def house(self) -> "House":
        """The home, opened on the day; no file is read before something in it is asked for."""
        from tracker.assembly import open_house

        return open_house(self.home, self.day)


class DayType(DateParam):
    """A date such as 2027-03-26."""

    name = "date"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002
        return "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        from tracker.assembly import parse_day
        from tracker.domain.errors import Misunderstood

        try:
            return parse_day(str(value))
        except Misunderstood as wrong:
            self.fail(str(wrong), param, ctx)


class WeekType(DateParam):
    """A week such as 2026-W47, or any day of it."""

    name = "week"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002
        return "WEEK"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        text = str(value).strip().upper()
        read = _WEEK.fullmatch(text)
        try:
            return (
                dt.date.fromisocalendar(int(read[1]), int(read[2]), 1)
                if read
                else dt.date.fromisoformat(text)
            )
        except ValueError:
            self.fail(f'"{value}" is not a week; write it as 2026-W47.', param, ctx)


_WEEK = re.compile(r"(\d{4})-?W(\d{1,2})")
DAY, WEEK = DayType(), WeekType()
pass_door = click.make_pass_decorator(Door, ensure=True)
never_asks = click.option(
    "--yes",
    is_flag=True,
    expose_value=False,
    help="As elsewhere; there is no question here, since undo takes it back.",
)
as_json = click.option("--json", "as_json", is_flag=True, help="Write JSON, for other programs.")


def shared_options() -> list[click.Parameter]:
    """What stands before and after every verb; the last one given holds."""
    return [
        click.Option(
            ["--home"],
            metavar="DIR",
            expose_value=False,
            callback=_remember("home"),
            help="Where everything lives (or RUNLIFT_HOME).",
        ),
        click.Option(
            ["--date"],
            type=DAY,
            expose_value=False,
            callback=_remember("day"),
            help="Do it on this day instead of today.",
        ),
    ]


def _remember(field: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def remember(ctx: click.Context, _: click.Parameter, value: Any) -> None:
        if value is not None:
            setattr(ctx.ensure_object(Door), field, value)

    return remember


class Verb(click.Command):
    """A verb with the shared options and help that teaches by example."""

    def __init__(self, *args: Any, examples: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += shared_options()
        self.examples = examples

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """A number below zero is a value, whatever is then said about it, and no option."""
        try:
            return super().parse_args(ctx, list(args))
        except click.NoSuchOption as wrong:
            if not wrong.option_name[1:2].isdecimal():
                raise
        ctx.ignore_unknown_options = True
        return super().parse_args(ctx, list(args))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        write_examples(self.examples, formatter)


class VerbGroup(click.Group):
    """A verb with verbs of its own: `race add`."""

    command_class = Verb

    def __init__(self, *args: Any, examples: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += shared_options()
        self.examples = examples

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        write_examples(self.examples, formatter)


def write_examples(examples: tuple[str, ...], formatter: click.HelpFormatter) -> None:
    """The examples under a help text, as they are typed."""
    if examples:
        with formatter.section("Examples"):
            formatter.write("".join(f"{'':{formatter.current_indent}}{line}\n" for line in examples))
