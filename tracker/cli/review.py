"""`runlift review`: what the week means, in figures and in words."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.door import WEEK, Door, Verb, as_json, pass_door
from tracker.cli.speech import out, paragraph, row, say, tell_notices, write_json

if TYPE_CHECKING:
    from tracker.assembly import House
    from tracker.domain.review.review import Review
    from tracker.domain.review.week_metrics import WeekMetrics


@click.command(
    "review",
    cls=Verb,
    examples=(
        "runlift review",
        "runlift review --week 2026-W47 --json",
        "runlift review --markdown > week.md",
        "runlift review --svg week.svg         a picture to share",
    ),
)
@click.option(
    "--week",
    type=WEEK,
    default=None,
    help="Such as 2026-W47; else this week, or last week until something is done in this one.",
)
@click.option("--markdown", is_flag=True, help="The week as Markdown.")
@click.option(
    "--svg",
    "picture",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    metavar="FILE",
    help="The week as a picture; a file that is there already is left alone.",
)
@as_json
@pass_door
def review_verb(
    door: Door, week: dt.date | None, markdown: bool, picture: Path | None, as_json: bool
) -> None:
    """What the week means: sessions, hard sets, trends, coverage, and what to decide."""
    house = door.house
    reviewing = house.logbook.reviewing
    week = week or reviewing.latest_week
    reviewing.take(reviewing.look_back(week))
    review = reviewing.week(week)
    tell_notices(house)
    if picture is not None or markdown:
        _take_away(house, review.week.monday, picture, markdown=markdown)
    elif as_json:
        write_json(review_json(house, review))
    else:
        _tell(house, review)


def _take_away(house: "House", monday: dt.date, picture: Path | None, *, markdown: bool) -> None:
    """The sheet of the week as a file, as text, or both."""
    from tracker.report.card import week_card
    from tracker.report.desk import week_of
    from tracker.report.markdown import week_markdown
    from tracker.report.saving import save_beside

    sheet = week_of(house.logbook, house.catalog.words, monday)
    if picture is not None:
        say(f"Written: {save_beside(picture.parent, picture.name, week_card(sheet))}")
    if markdown:
        out(week_markdown(sheet).rstrip())


def review_json(house: "House", review: "Review") -> dict[str, Any]:
    """The week in figures; null means not enough data yet. An e1RM is all that moves; `body_kg` is how much of it is
    the body, null where only the load moves.
    """
    from tracker.cli.shapes import figure, reasons_json

    week = review.week
    year, number, _ = week.monday.isocalendar()
    phase = week.calendar.this.phase
    return {
        "week": f"{year}-W{number:02}",
        "phase": None if phase is None else phase.public,
        "sessions": {"planned": week.asked, "done": week.sessions.done},
        "tonnage_kg": None if week.tonnage is None else round(week.tonnage.kg, 1),
        "hard_sets": {pattern.value: count for pattern, count in week.hard_sets.by_pattern.items()},
        "lifts": [
            {
                "exercise": lift.exercise,
                "e1rm_kg": round(lift.e1rm_kg, 1),
                "body_kg": figure(lift.moved_kg),
                "change_pct": None if lift.trend is None else round(lift.trend.change * 100, 1),
                "kept_pct": None if lift.kept is None else round(lift.kept * 100, 1),
            }
            for lift in week.lifts
        ],
        "rpe_drift": None if week.drift.mean is None else round(week.drift.mean, 2),
        "coverage": _coverage_json(week),
        "run_minutes": week.run_minutes,
        "lift_minutes": None if week.lift_minutes is None else round(week.lift_minutes, 1),
        "records": [
            {"exercise": each.exercise, "kind": each.kind.value, "value": figure(each.value)}
            for each in week.records
        ],
        "insights": reasons_json(house, [each.reason for each in review.insights]),
        "decisions": [
            {"kind": each.kind.value, "suggested": each.suggested, **each.inputs} for each in review.options
        ],
    }


def _coverage_json(week: "WeekMetrics") -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for (ingredient, position), count in week.coverage.cells.items():
        if count is not None:
            found.setdefault(ingredient.value, {})[position.value] = count
    return found


def _tell(house: "House", review: "Review") -> None:
    from tracker.cli.lines import joined
    from tracker.domain.words.figures import short_date
    from tracker.report.names import place_of
    from tracker.report.option_text import option_words

    week, words = review.week, house.catalog.words
    _, number, _ = week.monday.isocalendar()
    out(joined((f"Week {number}", f"from {short_date(week.monday)}", place_of(week.calendar.this.phase))))
    for each in review.summary:
        paragraph(words.text(each))
    if review.closed:
        return
    out()
    _tell_figures(house, week)
    if review.insights:
        out()
    for insight in review.insights:
        paragraph(f"- {words.text(insight.reason)}")
    if review.options:
        out()
        said = [(option_words(each, house.logbook.today)[0], each.suggested) for each in review.options]
        row("next", joined(f"{text} (suggested)" if best else text for text, best in said))


def _tell_figures(house: "House", week: "WeekMetrics") -> None:
    from tracker.domain.strength.record_text import record_text
    from tracker.domain.units import Load
    from tracker.domain.words.figures import (
        minutes,
        number,
        percent,
        percent_change,
        short_date,
        show_e1rm,
        show_load,
        signed,
    )
    from tracker.report.desk import week_of
    from tracker.report.sheet import NOT_YET
    from tracker.report.week import lifts_of

    unit, exercises = house.logbook.desk.runner.unit, house.catalog.exercises
    row("sessions", f"{week.sessions.done} of {week.asked}{'' if week.over else ' so far'}")
    sheet = week_of(house.logbook, house.catalog.words, week.monday)
    groups = ", ".join(f"{group.name} {number(group.sets)}" for group in sheet.groups_shown)
    total = f"{sheet.sets} (last week {sheet.sets_last})"
    row("hard sets", (f"{total}: {groups}" if groups else total) if sheet.sets_known else NOT_YET)
    row("tonnage", NOT_YET if week.tonnage is None else show_load(Load.of(round(week.tonnage.kg)), unit))
    for lift in lifts_of(week):
        name = exercises[lift.exercise].name
        if lift.left:
            row("e1RM", f"{name}, no sets since {short_date(lift.last)}")
            continue
        change = NOT_YET if lift.trend is None else percent_change(lift.trend.change * 100)
        maximum = show_e1rm(lift.e1rm_kg, lift.moved_kg, unit)
        kept = "" if lift.kept is None else f", {percent(lift.kept * 100, 0)} kept"
        row("e1RM", f"{name} {maximum}, {change}{kept}")
    row("effort", NOT_YET if week.drift.mean is None else f"{signed(week.drift.mean)} RPE against target")
    score = week.coverage.score
    row("coverage", NOT_YET if score is None else percent(score * 100, 0))
    row("run:lift", sheet.run_lift.words)
    if week.run_minutes is not None:
        row("running", minutes(week.run_minutes))
    marks = [f"{exercises[each.exercise].name} {record_text(each, unit)}" for each in week.records]
    row("records", ", ".join(marks) or "none")
