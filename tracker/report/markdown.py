"""The week as Markdown, for a training diary, a coach or a pull request of one's own life."""

import re
from collections.abc import Iterable, Iterator

from tracker.domain.words import figures
from tracker.report.names import POSITION_NAMES
from tracker.report.sheet import NOT_YET, GroupLine, LiftLine, WeekSheet

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")
_LIFTS = {"done": "●", "part": "◐", "planned": "○", "missed": "×", "skipped": "–", "": ""}


def week_markdown(sheet: WeekSheet) -> str:
    """The whole sheet; what people typed is escaped."""
    return "\n".join(_lines(sheet)).rstrip() + "\n"


def _lines(sheet: WeekSheet) -> Iterator[str]:
    yield f"# Week {sheet.number}, {sheet.dates} {sheet.monday.year}"
    yield ""
    yield " · ".join(filter(None, (_plain(sheet.place), _plain(sheet.race))))
    yield ""
    yield from _table(
        [figures.weekday(day.date) for day in sheet.days],
        [[f"{day.run.value}{_LIFTS[day.lift]}" for day in sheet.days]],
    )
    yield "R rest, E easy, Q quality, L long, X race; ● lifted, ◐ in part, ○ to come, × missed, – left out"
    yield ""
    if sheet.headline:
        yield f"**{_plain(sheet.headline)}** {_plain(sheet.summary)}".rstrip()
        yield ""
    yield from (f"- {_plain(each)}" for each in sheet.insights)
    if not sheet.closed:
        yield from _figures(sheet)
        yield from _next(sheet)


def _figures(sheet: WeekSheet) -> Iterator[str]:
    yield ""
    yield "## Strength"
    yield ""
    yield f"Kept: {_plain(sheet.kept.words)}"
    yield ""
    if sheet.lifts:
        yield from _table(("lift", "e1RM", "of the best", "trend"), map(_lift, sheet.lifts))
    yield "## Hard sets"
    yield ""
    yield f"{sheet.sets}, last week {sheet.sets_last}. Tonnage: {sheet.tonnage.words}"
    yield ""
    yield from _table(("group", "this week", "last week", ""), map(_group, sheet.groups_shown))
    yield "## Runner's mix"
    yield ""
    yield f"Working sets in 14 days: {_plain(sheet.covered.words)}"
    yield ""
    heads = ["", *(names[0] for names in POSITION_NAMES.values())]
    yield from _table(
        heads,
        [[row.name, *("" if each is None else str(each) for each in row.counts)] for row in sheet.coverage],
    )
    yield "## Effort, balance, body"
    yield ""
    target = f" (the phase asks for {sheet.run_lift_target})" if sheet.run_lift_target else ""
    yield f"- Sessions: {sheet.sessions.words}"
    yield f"- Effort against target: {sheet.effort.words}"
    yield f"- Run : lift, two weeks: {sheet.run_lift.words}{target}"
    yield f"- Records: {', '.join(map(_plain, sheet.records)) or 'none this week'}"
    yield f"- Pain: {'; '.join(map(_plain, sheet.pains)) or 'nothing reported'}"


def _next(sheet: WeekSheet) -> Iterator[str]:
    if not sheet.ahead:
        return
    days = ", ".join(figures.weekday(day) for day in sheet.ahead_days) or "none"
    yield ""
    yield "## Next week"
    yield ""
    yield f"{_plain(sheet.ahead)}; lifting: {days}"
    yield ""
    yield from (f"- {_plain(each)}" for each in sheet.why_next)


def _lift(line: LiftLine) -> list[str]:
    return [line.names[0], line.value, line.kept or NOT_YET, line.trend]


def _group(line: GroupLine) -> list[str]:
    return [line.name, figures.number(line.sets), figures.number(line.last), line.remark]


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    heads = list(heads)
    yield f"| {' | '.join(map(_plain, heads))} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(map(_plain, row))} |"
    yield ""


def _plain(text: str) -> str:
    """Nobody's words are markup, and nothing breaks a line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
