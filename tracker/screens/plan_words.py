"""The weeks of the plan as the widgets and windows want them."""

from collections.abc import Sequence
from datetime import date

from tracker.domain.words import figures
from tracker.report.plan import PlanWeek, race_words
from tracker.screens.dialogs.reading import Part
from tracker.screens.season_band import names_of, tint_of
from tracker.screens.week_words import RUN_TINTS
from widgets.facts import Fact
from widgets.season_chart import SeasonWeek
from widgets.week_rows import RowDay, WeekRow

_LIGHTEST, _HEAVIEST = 0.30, 0.95
"""The intensities between the foot and the top of the curve."""
_MOST_HIGH = 0.85
"""So that the two curves do not touch."""


def chart_weeks(weeks: Sequence[PlanWeek]) -> tuple[SeasonWeek, ...]:
    """For `widgets.season_chart.SeasonChart`."""
    most = max((week.load.sets for week in weeks), default=0.0) or 1.0
    return tuple(
        SeasonWeek(
            names_of(week.phase),
            tint_of(week.phase),
            (week.load.intensity - _LIGHTEST) / (_HEAVIEST - _LIGHTEST),
            _MOST_HIGH * week.load.sets / most,
            min((race.priority.value for race in week.races), default=""),
            min(week.races, key=lambda race: race.priority).name if week.races else "",
        )
        for week in weeks
    )


def rows(weeks: Sequence[PlanWeek], today: date) -> tuple[WeekRow, ...]:
    """For `widgets.week_rows.WeekRows`."""
    return tuple(
        WeekRow(
            figures.short_date(week.monday),
            (week.place, week.place.replace("off-season", "off").replace("recovery", "rec")),
            tint_of(week.phase),
            _notes(week.note),
            tuple(RowDay(day.run.value, RUN_TINTS[day.run], day.lift, day.ran) for day in week.days),
            " ".join(f"◆{race.priority}" for race in week.races),
            over=week.end <= today,
            here=week.monday <= today < week.end,
        )
        for week in weeks
    )


def _notes(note: str) -> tuple[str, ...]:
    """All of it, then its first part, then that part in a word."""
    first = note.partition(", ")[0]
    short = first.partition(" to ")[0].replace("backed off", "eased")
    return tuple(dict.fromkeys(filter(None, (note, first, short))))


def facts(week: PlanWeek, shares: str, about: str, today: date) -> tuple[Fact, ...]:
    """What stands beside the rows about the chosen week."""
    heavy = f"top sets {figures.percent(week.load.intensity * 100, 0)} of your max"
    load = f"{heavy}, {figures.number(week.load.sets, 0)} sets" if week.load.sets else "no lifting this week"
    return (
        Fact("is", about, rows=2, rank=0),
        Fact("load", load, rows=2, rank=3),
        Fact("share", shares, rows=2, rank=4),
        *(Fact("race", race_words(race, today), rows=2, rank=0) for race in week.races),
        *(Fact(figures.weekday(day), said, rows=3, rank=1) for day, said in week.briefly),
        *(Fact("note", said, rows=4, rank=2) for said in week.notices),
    )


def parts(week: PlanWeek, shares: str, about: str, today: date) -> list[Part]:
    """The week in full words for a window to read, up to its sessions."""
    note = f", {week.note}" if week.note else ""
    found: list[Part] = [
        ("title", f"Week {week.number}, from {figures.full_date(week.monday, today)}: {week.place}{note}"),
        ("", about),
        ("", f"{shares}."),
    ]
    found += [("strong", race_words(race, today)) for race in week.races]
    found += [("", said) for _, said in week.reasons]
    found += [("", said) for said in week.notices]
    if not week.lifts:
        found.append(("", "No lifting this week."))
    elif week.end > today:
        found.append(("title", "Its sessions"))
    return found
