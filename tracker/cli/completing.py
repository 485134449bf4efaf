"""What a shell offers when tab is pressed: read from the files as they lie, since a tab should not take a moment.

No models are made of what is read, and no screen is loaded; what cannot be read offers nothing.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from tracker.cli.door import Door
from tracker.domain.errors import RunliftError
from tracker.domain.words.theme_names import THEMES

if TYPE_CHECKING:
    from tracker.assembly import House

Offer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]

MOST_DAYS = 40
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SWITCH = ("on", "off")

SETTING_VALUES: dict[str, tuple[str, ...]] = {
    "style": ("maintenance", "periodized"),
    "taper": ("fade", "sharp"),
    "no-race": ("stay", "rolling"),
    "run-week": (),
    "lift-days": ("auto", *_DAYS),
    "lifts-per-week": ("auto", "0", "1", "2", "3", "4", "5"),
    "equipment": ("gym", "home", "travel"),
    "unit": ("kg", "lb"),
    "body-weight": ("unknown",),
    "level": ("beginner", "intermediate", "advanced"),
    "lifted-before": ("never", "some", "regularly"),
    "program": ("auto", "beginner", "intermediate", "race"),
    "plyo": _SWITCH,
    "theme": THEMES,
    "sounds": _SWITCH,
}
"""Every setting with the values there are, as far as they can be counted."""


SITES = (
    *("achilles", "ankle", "calf", "elbow", "foot", "groin", "hamstring"),
    *("hip", "knee", "lowback", "neck", "shoulder", "wrist"),
)
"""Every place that can hurt."""


def _quietly(
    offer: Callable[["House", click.Context, click.Parameter, str], Iterable[CompletionItem]],
) -> Offer:
    """An offer that asks the house; in trouble it offers nothing, as nobody could read a sentence there."""

    def offered(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        try:
            return list(offer(ctx.ensure_object(Door).house, ctx, param, incomplete))
        except (RunliftError, OSError, KeyError, TypeError, ValueError):
            return []

    return offered


@_quietly
def exercises(
    house: "House", ctx: click.Context, param: click.Parameter, incomplete: str
) -> Iterable[CompletionItem]:
    """Exercises by their ids, which need no quotes; after a word, what their names go on with."""
    before = ctx.params.get(param.name or "")
    typed = _plain(incomplete)
    if isinstance(before, tuple) and before:
        begun = f"{_plain(' '.join(before))} "
        called = {_plain(name) for id, names in house.exercise_names().items() for name in (id, *names)}
        return [
            CompletionItem(name[len(begun) :]) for name in sorted(called) if name.startswith(begun + typed)
        ]
    found = []
    for id, names in house.exercise_names().items():
        if any(_plain(each).startswith(typed) for each in (id, *names)):
            found.append(CompletionItem(names[0] if " " in incomplete else id, help=names[0]))
    return found


@_quietly
def races(house: "House", _: click.Context, __: click.Parameter, incomplete: str) -> Iterable[CompletionItem]:
    """Races of the plan by name."""
    plans = (house.diary.profile() or {}).get("revisions", ())
    named = {race["name"]: race["date"] for race in plans[-1].get("races", ())} if plans else {}
    typed = _plain(incomplete)
    return [CompletionItem(name, help=day) for name, day in named.items() if _plain(name).startswith(typed)]


@_quietly
def session_days(
    house: "House", _: click.Context, __: click.Parameter, incomplete: str
) -> Iterable[CompletionItem]:
    """Days with a session, newest first."""
    return _days(house, incomplete, erased=False)


@_quietly
def erased_days(
    house: "House", _: click.Context, __: click.Parameter, incomplete: str
) -> Iterable[CompletionItem]:
    """Days with a session that was erased."""
    return _days(house, incomplete, erased=True)


def setting_keys(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Settings by name."""
    typed = incomplete.lower().replace("_", "-")
    return [CompletionItem(key) for key in SETTING_VALUES if key.startswith(typed)]


def setting_values(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The values of the setting that stands before."""
    key = str(ctx.params.get("key") or "").lower().replace("_", "-")
    return _beginning(SETTING_VALUES.get(key, ()), incomplete)


def values_of(key: str) -> Offer:
    """The values of one setting, for an option of its name."""

    def offered(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
        return _beginning(SETTING_VALUES[key], incomplete)

    return offered


def sites(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Where it hurts, as the first word; how much is a number."""
    return [] if ctx.params.get(param.name or "") else _beginning(SITES, incomplete)


@_quietly
def places(
    house: "House", _: click.Context, __: click.Parameter, incomplete: str
) -> Iterable[CompletionItem]:
    """The usual places to train, and the runner's own by their ids."""
    own = (house.diary.profile() or {}).get("profiles", ())
    return _beginning((*SETTING_VALUES["equipment"], *(each["id"] for each in own)), incomplete)


def _beginning(values: Iterable[str], incomplete: str) -> list[CompletionItem]:
    typed = incomplete.lower()
    return [CompletionItem(value) for value in dict.fromkeys(values) if value.startswith(typed)]


def _days(house: "House", incomplete: str, *, erased: bool) -> list[CompletionItem]:
    found: dict[str, str] = {}
    for year in reversed(house.diary.years()):
        if not _fits(f"{year:04d}", incomplete):
            continue
        for session in reversed(house.diary.sessions(year, erased=erased)):
            found.setdefault(date.fromisoformat(session["date"]).isoformat(), str(session.get("name", "")))
        if len(found) >= MOST_DAYS:
            break
    days = [each for each in found.items() if each[0].startswith(incomplete)]
    return [CompletionItem(day, help=name) for day, name in days[:MOST_DAYS]]


def _fits(year: str, incomplete: str) -> bool:
    """Whether days of the year can begin as typed."""
    return year.startswith(incomplete[:4]) or incomplete.startswith(year)


def _plain(text: Any) -> str:
    """Lower case, with spaces for whatever joins words."""
    return str(text).strip("'\"").lower().replace("_", " ").replace("-", " ")
