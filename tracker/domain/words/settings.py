"""Settings by name and as text: what `init` and `set` take, what the settings screen shows."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import NamedTuple, TypeVar

from tracker.domain.content import Content
from tracker.domain.errors import Misunderstood
from tracker.domain.person import Level, Style, Taper
from tracker.domain.race import Race
from tracker.domain.revision import NoRace
from tracker.domain.run_week import DAYS, parse_days, parse_run_week
from tracker.domain.runner import Runner
from tracker.domain.units import Load, Unit
from tracker.domain.words.theme_names import THEMES

T = TypeVar("T")


class Asked(NamedTuple):
    """A setting as somebody typed it, and what it is checked against."""

    text: str
    content: Content
    today: date


Change = Callable[[Runner, Asked], Runner]

AUTO = "auto"
LIFTED_BEFORE = ("never", "some", "regularly")
_LIGHTEST_KG, _HEAVIEST_KG = 25, 350
_YES, _NO = frozenset({"on", "yes", "true", "1"}), frozenset({"off", "no", "false", "0"})


def with_setting(runner: Runner, key: str, text: str, content: Content, today: date) -> Runner:
    """The runner with one setting changed.

    Raises:
        Misunderstood: for an unknown key, or a value that does not fit it; the sentence lists what does.
    """
    name = key.strip().lower().replace("_", "-")
    change = SETTINGS.get(name)
    if change is None:
        close = get_close_matches(name, SETTINGS, n=1)
        hint = f'; did you mean "{close[0]}"?' if close else f"; settings are {', '.join(SETTINGS)}."
        raise Misunderstood(f'There is no setting "{key}"{hint}')
    return change(runner, Asked(text.strip(), content, today))


def shown(runner: Runner) -> dict[str, str]:
    """Every setting as the text that would set it."""
    return {
        "style": runner.style,
        "taper": runner.taper,
        "no-race": runner.plan.no_race if runner.revisions else NoRace.STAY,
        "run-week": runner.run_week,
        "lift-days": ",".join(DAYS[day][:3].lower() for day in runner.lift_days) or AUTO,
        "lifts-per-week": AUTO if runner.lifts_per_week is None else str(runner.lifts_per_week),
        "equipment": runner.equipment,
        "unit": runner.unit,
        "body-weight": "unknown"
        if runner.body_weight is None
        else f"{runner.body_weight.amount_in(runner.unit)}",
        "level": runner.level,
        "lifted-before": runner.lifted_before,
        "program": runner.program or AUTO,
        "plyo": "on" if runner.plyo else "off",
        "theme": runner.theme,
        "sounds": "on" if runner.sounds else "off",
    }


def _one_of(text: str, options: Iterable[T], what: str) -> T:
    by_text = {str(option).lower(): option for option in options}
    wanted = text.lower().replace("-", "_").replace(" ", "_")
    found = by_text.get(text.lower()) or by_text.get(wanted)
    if found is None:
        raise Misunderstood(f'"{text}" is not a {what}; choose {_listed(by_text)}.')
    return found


def _listed(options: Iterable[str]) -> str:
    *others, last = options
    return f"{', '.join(others)} or {last}" if others else last


def _switch(text: str, what: str) -> bool:
    if text.lower() in _YES | _NO:
        return text.lower() in _YES
    raise Misunderstood(f'"{text}" is neither on nor off; say `{what} on` or `{what} off`.')


def _style(runner: Runner, asked: Asked) -> Runner:
    return _replanned(runner, asked, style=_one_of(asked.text, Style, "build style"))


def _no_race(runner: Runner, asked: Asked) -> Runner:
    return _replanned(runner, asked, no_race=_one_of(asked.text, NoRace, "way without a race"))


def _replanned(runner: Runner, asked: Asked, **changes: object) -> Runner:
    """With a revision of the plan, where it asks for something else than the one in force."""
    if runner.plan.changed(**changes) == runner.plan:
        return runner
    return runner.revised(runner.plan.changed(made_on=asked.today, **changes))


def _taper(runner: Runner, asked: Asked) -> Runner:
    """Also the protocol of every race still ahead."""
    taper = _one_of(asked.text, Taper, "taper protocol")
    races: tuple[Race, ...] = tuple(
        r.changed(taper=taper) if r.date >= asked.today else r for r in runner.races
    )
    changed = runner.changed(taper=taper)
    return changed.revised(changed.plan.changed(races=races)) if changed.revisions else changed


def _run_week(runner: Runner, asked: Asked) -> Runner:
    return runner.changed(run_week="".join(parse_run_week(asked.text)))


def _lift_days(runner: Runner, asked: Asked) -> Runner:
    return runner.changed(lift_days=parse_days(asked.text))


def _lifts_per_week(runner: Runner, asked: Asked) -> Runner:
    most = asked.content.rules.caps.lifting_days
    if asked.text.lower() == AUTO:
        return runner.changed(lifts_per_week=None)
    if not asked.text.isdecimal() or int(asked.text) > most:
        raise Misunderstood(f'"{asked.text}" lifts a week cannot be planned; choose 0 to {most}, or auto.')
    return runner.changed(lifts_per_week=int(asked.text))


def equipment_id(text: str, unit: Unit, runner: Runner, content: Content) -> str:
    """The profile meant by ``gym``, ``home``, ``travel``, a profile's id, or its name.

    Raises:
        Misunderstood: when there is no such profile.
    """
    profiles = {each.id: each for each in (*content.profiles, *runner.profiles)}
    wanted = text.lower().replace("-", "_").replace(" ", "_")
    for candidate in (wanted, f"{wanted}_{unit}"):
        if candidate in profiles:
            return candidate
    by_name = [each.id for each in profiles.values() if each.name.lower() == text.lower()]
    if by_name:
        return by_name[0]
    short = dict.fromkeys(
        each.removesuffix(f"_{unit}") for each in profiles if not each.endswith(_other(unit))
    )
    raise Misunderstood(f'There is no equipment profile "{text}"; choose {_listed(short)}.')


def _other(unit: Unit) -> str:
    return f"_{Unit.LB if unit is Unit.KG else Unit.KG}"


def _equipment(runner: Runner, asked: Asked) -> Runner:
    return runner.changed(equipment=equipment_id(asked.text, runner.unit, runner, asked.content))


def _unit(runner: Runner, asked: Asked) -> Runner:
    """What loads are shown in. Until everything is set up a shipped place comes in the unit too; later the plates of a
    place are what they are.
    """
    unit = _one_of(asked.text, Unit, "unit")
    if runner.revisions:
        return runner.changed(unit=unit)
    twin = f"{runner.equipment.removesuffix(f'_{runner.unit}')}_{unit}"
    has_twin = any(each.id == twin for each in asked.content.profiles)
    return runner.changed(unit=unit, equipment=twin if has_twin else runner.equipment)


def body_weight(text: str, unit: Unit) -> Load:
    """A body weight such as ``70``, ``70,5`` or ``154lb``.

    Raises:
        Misunderstood: for something that is no number, or no adult's weight.
    """
    plain = text.lower().replace(",", ".").replace(" ", "")
    for each in Unit:
        if plain.endswith(each):
            unit, plain = each, plain.removesuffix(each)
    try:
        load = Load.of(Decimal(plain), unit)
    except InvalidOperation:
        raise Misunderstood(f'"{text}" is not a body weight; say 70, 70.5 or 154lb.') from None
    if not load.kg.is_finite() or not _LIGHTEST_KG <= load.kg <= _HEAVIEST_KG:
        raise Misunderstood(f'"{text}" is outside {_LIGHTEST_KG} to {_HEAVIEST_KG} kg; is the unit right?')
    return load


def _body_weight(runner: Runner, asked: Asked) -> Runner:
    if asked.text.lower() in {"unknown", "none"}:
        return runner.changed(body_weight=None)
    return runner.changed(body_weight=body_weight(asked.text, runner.unit))


def _level(runner: Runner, asked: Asked) -> Runner:
    return runner.changed(level=_one_of(asked.text, Level, "level"), level_declared=True)


def _lifted_before(runner: Runner, asked: Asked) -> Runner:
    return runner.changed(lifted_before=_one_of(asked.text, LIFTED_BEFORE, "way to have lifted before"))


def _program(runner: Runner, asked: Asked) -> Runner:
    if asked.text.lower() == AUTO:
        return runner.changed(program=None)
    return runner.changed(program=_one_of(asked.text, asked.content.programs, "program"))


def _plyo(runner: Runner, asked: Asked) -> Runner:
    return runner.changed(plyo=_switch(asked.text, "plyo"))


def _theme(runner: Runner, asked: Asked) -> Runner:
    text = asked.text.replace(" ", "-").replace("_", "-") or THEMES[0]
    return runner.changed(theme=_one_of(text, THEMES, "theme"))


def _sounds(runner: Runner, asked: Asked) -> Runner:
    return runner.changed(sounds=_switch(asked.text, "sounds"))


SETTINGS: dict[str, Change] = {
    "style": _style,
    "taper": _taper,
    "no-race": _no_race,
    "run-week": _run_week,
    "lift-days": _lift_days,
    "lifts-per-week": _lifts_per_week,
    "equipment": _equipment,
    "unit": _unit,
    "body-weight": _body_weight,
    "level": _level,
    "lifted-before": _lifted_before,
    "program": _program,
    "plyo": _plyo,
    "theme": _theme,
    "sounds": _sounds,
}
"""Setting name to the function that reads its text."""
