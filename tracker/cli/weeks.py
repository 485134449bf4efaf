"""The season and the weeks ahead, in plain lines and as JSON."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tracker.cli.lines import day_and_year, joined
from tracker.cli.shapes import reasons_json
from tracker.cli.speech import out, table
from tracker.domain.coaching.outlook import weeks_ahead
from tracker.domain.person import Taper
from tracker.domain.phase import Phase
from tracker.domain.reason import Reason
from tracker.domain.run_week import RunDay, run_shown
from tracker.domain.season.change import WeekAhead
from tracker.domain.season.season import Block
from tracker.domain.season.week_plan import PlannedWeek
from tracker.domain.words.figures import counted, days_away, short_date
from tracker.report.desk import plan_of

if TYPE_CHECKING:
    from tracker.assembly import House

_DAY = dt.timedelta(days=1)
_WEEK = 7 * _DAY
LIFT = "*"


def weeks_of(house: "House", start: dt.date, count: int) -> tuple[WeekAhead, ...]:
    """*count* weeks from the day *start*, each in the phase that it serves."""
    today = house.logbook.desk.today
    return weeks_ahead(house.logbook.coach(today), today, start, start + count * _WEEK)


def plan_json(house: "House", start: dt.date, count: int) -> dict[str, Any]:
    """What `runlift plan --json` answers: races and blocks from *start* on, days of *count* weeks."""
    end = start + count * _WEEK
    return {
        "races": races_json(house, start),
        "blocks": [_block_json(house, each) for each in house.logbook.season.blocks(start)],
        "days": [
            day for ahead in weeks_of(house, start, count) for day in _days_json(house, ahead, start, end)
        ],
    }


def races_json(house: "House", start: dt.date) -> list[dict[str, Any]]:
    """The races from *start* on."""
    return [
        {
            "id": each.id,
            "name": each.name,
            "date": each.date.isoformat(),
            "distance": each.distance.value,
            "priority": each.priority.value,
            "taper": each.taper.value,
        }
        for each in house.logbook.desk.runner.races
        if each.date >= start
    ]


def notices_of(house: "House", start: dt.date, count: int) -> tuple[Reason, ...]:
    """What there is to say about the season, and about the phases of *count* weeks; each once."""
    season = house.logbook.season.notices(start)
    phases: dict[str, Reason] = {}
    for ahead in weeks_of(house, start, count):
        for notice in ahead.week.notices_as(ahead.phase):
            phases.setdefault(notice.code, notice)
    return (*season, *(each for code, each in phases.items() if code not in {told.code for told in season}))


def _block_json(house: "House", block: Block) -> dict[str, Any]:
    run = run_share(house, block.phase)
    return {
        "phase": block.phase.public,
        "style": block.style.value if block.style is not None and block.phase.is_build else None,
        "start": block.start.isoformat(),
        "end": block.end.isoformat(),
        "weeks": block.weeks,
        "run_share": run,
        "lift_share": 100 - run,
    }


def run_share(house: "House", phase: Phase) -> int:
    """Share of the sessions that are runs, in percent."""
    return house.catalog.rules.phases[phase].run_share


def _days_json(house: "House", ahead: WeekAhead, start: dt.date, end: dt.date) -> Iterator[dict[str, Any]]:
    week = ahead.planned
    for at, run in enumerate(_runs(house, week)):
        day = week.week.monday + at * _DAY
        if not start <= day < end:
            continue
        lift = week.on(day)
        told = lift or next((each for each in week.away if each.date == day), None)
        yield {
            "date": day.isoformat(),
            "run": run.value,
            "lift": lift is not None,
            "phase": ahead.phase.public,
            "deload": week.week.light,
            "reasons": reasons_json(house, told.reasons if told is not None else week.lifting.reasons(day)),
        }


def tell_races(house: "House", start: dt.date) -> None:
    """The races from *start* on, one a line."""
    races = [each for each in house.logbook.desk.runner.races if each.date >= start]
    if not races:
        out("No race ahead.")
        return
    table(
        (
            (
                each.name,
                day_and_year(each.date),
                f"{each.distance.spoken}, {each.priority}",
                days_away(each.days_from(start)),
            )
            for each in races
        ),
        indent=0,
    )


def tell_blocks(house: "House", start: dt.date) -> None:
    """The phases from *start* on, one a line."""
    lines = []
    for block in house.logbook.season.blocks(start):
        run = run_share(house, block.phase)
        style = block.style.value if block.style is not None and block.phase.is_build else ""
        if block.phase is Phase.TAPER and block.race is not None and block.race.taper is Taper.SHARP:
            style = Taper.SHARP.value
        length = "open" if block.open_ended else counted(block.weeks, "week")
        name = joined((block.phase.spoken, style))
        lines.append((short_date(block.start, start), length, name, f"run {run} : lift {100 - run}"))
    table(lines)


def _runs(house: "House", week: PlannedWeek) -> tuple[RunDay, ...]:
    """What was run on the days of a week that are over, and what is asked on the others."""
    monday, today = week.week.monday, house.logbook.today
    runs = house.logbook.log(today).between(monday, week.week.end).runs if monday <= today else ()
    return tuple(run_shown(run, monday + at * _DAY, runs, today) for at, run in enumerate(week.lifting.runs))


def tell_weeks(house: "House", start: dt.date, count: int) -> None:
    """A row for each week: seven letters for the runs, a star where you lift."""
    lines = []
    for week in plan_of(house.logbook, house.catalog.words, start, start + count * _WEEK):
        days = " ".join(f"{day.run.value}{LIFT if day.lift else ' '}" for day in week.days)
        lines.append((short_date(week.monday, start), days, joined((week.place, week.note))))
    table([("", " ".join(f"{letter} " for letter in "MTWTFSS"), ""), *lines])
    out(f"  R rest  E easy  Q quality  L long  X race  {LIFT} lift")
