"""Settings as rows: their names, what they hold now, what they can be, and a word of help for each."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from tracker.domain.content import Content
from tracker.domain.equipment import EquipmentProfile
from tracker.domain.person import Level, Style, Taper
from tracker.domain.revision import NoRace
from tracker.domain.run_week import DAYS, RunDay
from tracker.domain.runner import Runner
from tracker.domain.units import Unit
from tracker.domain.words.figures import number
from tracker.domain.words.places import places
from tracker.domain.words.profile_text import KINDS, written_profile
from tracker.domain.words.settings import AUTO, LIFTED_BEFORE, shown
from widgets.row_list import Cell, Column, ListRow

COLUMNS = (Column(most=17), Column(most=60, flex=True))
PLACE, SAFETY, CLEARED, UNDER_18, KEYS = "place", "safety", "cleared", "under-18", "keys"
_PART = "place."

Key = Callable[[str], str]


class Option(NamedTuple):
    """One of a few values: the text that sets it, how people say it, and what it means."""

    text: str
    label: str
    help: str = ""


class Setting(NamedTuple):
    """One row.

    Attributes:
        key: of `tracker.domain.words.settings`, or of this screen.
        said: what it holds now, in words.
        text: the same as it would be typed.
        options: what it can be; empty where it is typed.
        hint: how it is typed.
    """

    key: str
    section: str
    name: str
    said: str
    text: str
    help: str
    options: tuple[Option, ...] = ()
    hint: str = ""

    @property
    def part(self) -> str:
        """The field of an equipment profile that the row is about; empty for other rows."""
        return self.key.removeprefix(_PART) if self.key.startswith(_PART) else ""

    def beside(self, step: int) -> Option | None:
        """The option before or after the one that holds; None where there is none, or at an end."""
        texts = [option.text for option in self.options]
        at = texts.index(self.text) + step if self.text in texts else 0
        return self.options[at] if 0 <= at < len(texts) else None


def settings(
    runner: Runner, content: Content, themes: Iterable[str], place: EquipmentProfile, key: Key
) -> tuple[Setting, ...]:
    """Every row from the top.

    Args:
        place: the profile whose equipment is shown.
        key: what a stroke is called by now.
    """
    texts = shown(runner)
    rows = [_row(id, section, name, help, texts, runner) for id, section, name, help in _plain_rows(key)]
    choices = _choices(runner, content, themes)
    rows = [_with_options(row, choices.get(row.key, ())) for row in rows]
    at = next(number for number, row in enumerate(rows) if row.key == "equipment") + 1
    return (
        *rows[:at],
        *_place_rows(runner, content, place, key),
        *rows[at:],
        _keys_row(runner, key),
        *_safety_rows(runner, key),
    )


def week_in_words(run_week: str) -> str:
    """``Monday rest, Tuesday quality, ...``"""
    return ", ".join(
        f"{day} {RunDay(letter).name.lower()}" for day, letter in zip(DAYS, run_week, strict=True)
    )


def as_rows(found: Iterable[Setting]) -> tuple[ListRow, ...]:
    """The rows under the heads of their sections."""
    rows: list[ListRow] = []
    section = ""
    for each in found:
        if each.section != section:
            section = each.section
            rows += [ListRow("", ())] * bool(rows) + [ListRow("", (Cell(section, "strong"),))]
        rows.append(ListRow(each.key, (Cell(each.name, "quiet"), Cell(each.said))))
    return tuple(rows)


def _plain_rows(key: Key) -> tuple[tuple[str, str, str, str], ...]:
    programs = key("library.programs")
    return tuple((id, section, name, help.format(programs=programs)) for id, section, name, help in _PLAIN)


def _row(key: str, section: str, name: str, help: str, texts: Mapping[str, str], runner: Runner) -> Setting:
    text = texts[key]
    said = {
        "run-week": lambda: " ".join(text),
        "lift-days": lambda: "as the week allows" if text == AUTO else text.replace(",", ", "),
        "lifts-per-week": lambda: "as the phase asks" if text == AUTO else text,
        "body-weight": lambda: "not told" if text == "unknown" else f"{_plain(text)} {runner.unit}",
    }
    return Setting(
        key, section, name, said[key]() if key in said else text, text, help, hint=_HINTS.get(key, "")
    )


def _with_options(row: Setting, options: tuple[Option, ...]) -> Setting:
    if not options:
        return row
    said = next((option.label for option in options if option.text == row.text), row.said)
    return row._replace(options=options, said=said)


def _plain(text: str) -> str:
    return number(float(text)) if text.replace(".", "").isdecimal() else text


def _choices(runner: Runner, content: Content, themes: Iterable[str]) -> dict[str, tuple[Option, ...]]:
    on_off = (Option("on", "on"), Option("off", "off"))
    counts = tuple(Option(str(count), str(count)) for count in range(content.rules.caps.lifting_days + 1))
    return {
        "unit": tuple(Option(unit, word) for unit, word in ((Unit.KG, "kilograms"), (Unit.LB, "pounds"))),
        "level": tuple(Option(level, level) for level in Level),
        "lifted-before": tuple(Option(each, each, _LIFTED[each]) for each in LIFTED_BEFORE),
        "style": tuple(Option(style, style, _STYLES[style]) for style in Style),
        "taper": tuple(Option(taper, taper, _TAPERS[taper]) for taper in Taper),
        "no-race": tuple(Option(way, *_WITHOUT_RACE[way]) for way in NoRace),
        "lifts-per-week": (Option(AUTO, "as the phase asks"), *counts),
        "program": (
            Option(AUTO, "automatic", "by level and race"),
            *(Option(id, each.name, each.summary) for id, each in content.programs.items()),
        ),
        "plyo": on_off,
        "sounds": on_off,
        "equipment": _place_options(runner, content),
        "theme": tuple(Option(theme, theme) for theme in themes),
    }


def _keys_row(runner: Runner, key: Key) -> Setting:
    said = f"{len(runner.own_keys)} of your own" if runner.own_keys else "as shipped"
    help = (
        f"Every key, and how to give it another one: {key('settings.open')}. "
        "What means something there already is refused."
    )
    return Setting(KEYS, "Look and sound", "Keys", said, "", help)


def _place_options(runner: Runner, content: Content) -> tuple[Option, ...]:
    found = places(runner, content)
    names = [each.name for each in found.values()]
    return tuple(
        Option(id, each.name if names.count(each.name) == 1 else f"{each.name} ({each.unit})")
        for id, each in found.items()
    )


def _place_rows(runner: Runner, content: Content, place: EquipmentProfile, key: Key) -> tuple[Setting, ...]:
    options = _place_options(runner, content)
    label = next((option.label for option in options if option.text == place.id), place.name)
    section = "Equipment"
    help = (
        f"{key('settings.before')} {key('settings.after')} shows another place; where you train stays. "
        f"{key('settings.add')} adds a place like this one, {key('settings.remove')} takes your changes back."
    )
    head = Setting(PLACE, section, "Shown below", f"‹ {label} ›", place.id, help, options)
    texts = written_profile(place)
    rows = tuple(
        Setting(
            f"{_PART}{kind.field}",
            section,
            kind.name,
            _said(texts[kind.field], kind.field, place),
            texts[kind.field],
            f"What there is at {place.name}, in {place.unit}.",
            hint=kind.help,
        )
        for kind in KINDS
    )
    return (head, *rows)


def _said(text: str, field: str, place: EquipmentProfile) -> str:
    if text == "none":
        return "–"
    return f"{text} {place.unit}" if field in ("bar", "trap_bar") else text


def _safety_rows(runner: Runner, key: Key) -> tuple[Setting, ...]:
    safety = runner.safety
    help = (
        f"The questions: {key('settings.open')}. With one or more, training stays gentle until you are cleared: "
        "no jumps, RPE 6 at most."
    )
    none_or_some = (Option("none", "none of them apply"), Option("some", "one or more apply"))
    yes_no = (Option("no", "no"), Option("yes", "yes"))
    answer = "some" if safety.conditions else "none"
    said = (
        next(each.label for each in none_or_some if each.text == answer)
        if safety.answered or safety.conditions
        else "not answered"
    )
    rows = [
        Setting(
            SAFETY,
            "Safety",
            "Health questions",
            said,
            answer if safety.answered else "",
            help,
            none_or_some,
        )
    ]
    if safety.conditions:
        cleared = "yes" if safety.cleared else "no"
        rows.append(Setting(CLEARED, "Safety", "Cleared", cleared, cleared, _CLEARED_HELP, yes_no))
    young = "yes" if safety.under_18 else "no"
    rows.append(Setting(UNDER_18, "Safety", "Under 18", young, young, _UNDER_18_HELP, yes_no))
    return tuple(rows)


_LIFTED = {"never": "or long ago", "some": "on and off", "regularly": "a year or more"}
_STYLES = {Style.MAINTENANCE: "heavy, nothing new, not sore", Style.PERIODIZED: "heavier, shorter sets"}
_TAPERS = {Taper.FADE: "lighter from week to week", Taper.SHARP: "still heavy, very few sets"}
_WITHOUT_RACE = {
    NoRace.STAY: ("stay", "off-season goes on"),
    NoRace.ROLLING: ("rolling", "base and build take turns"),
}
_HINTS = {
    "run-week": "seven letters from Monday: R rest, E easy, Q quality, L long, X race",
    "lift-days": "tue, fri; or auto, and the week decides",
    "body-weight": "70, 70.5 or 154lb; unknown takes it back",
}
_CLEARED_HELP = "Yes, once a clinician has said that training is fine for you."
_UNDER_18_HELP = "Someone grown up should be there; records are not attempted."

_PLAIN = (
    ("unit", "You", "Unit", "What loads are shown in. What you logged stays as it is; so do the plates you have."),
    ("body-weight", "You", "Body weight", "For first loads, and for exercises that move your body."),
    ("level", "You", "Level", "How much a session holds. Training promotes it by itself."),
    ("lifted-before", "You", "Lifted before", "Where first loads begin."),
    ("run-week", "Week", "Run week", "The usual week of running; lifting days are placed around it."),
    ("lift-days", "Week", "Lifting days", "Days you always lift on; or let the week decide, away from key runs."),
    ("lifts-per-week", "Week", "Lifts a week", "How often; the phase has a default."),
    ("style", "Training", "Build style", "How strength is trained while you train for a race. From this week on."),
    ("taper", "Training", "Taper", "How lifting fades before a race; for every race still ahead."),
    ("no-race", "Training", "Without a race", "What happens when no A race is ahead."),
    ("program", "Training", "Program", "Which exercises fill a session. Library, {programs} shows and copies them."),
    ("plyo", "Training", "Jumps", "Pogos, skips and jumps in the sessions."),
    ("equipment", "Equipment", "You train at", "Every load you are shown is one that this place can make."),
    ("theme", "Look and sound", "Theme", "Colours. Every state has a mark and a word too."),
    ("sounds", "Look and sound", "Sounds", "The bell at the end of a rest and of a hold."),
)  # fmt: skip
"""Key, section, name and help of every plain setting, in the order of the screen."""
