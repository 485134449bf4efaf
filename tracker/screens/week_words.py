"""The week's sheet as the widgets and the *why* window want it."""

from datetime import date

from tracker.domain.run_week import RunDay
from tracker.domain.words import figures
from tracker.report.sheet import WeekSheet
from tracker.screens.dialogs.reading import Part
from widgets.decisions import Offer
from widgets.week_strip import StripDay

RUN_TINTS = {
    RunDay.REST: "",
    RunDay.EASY: "rest",
    RunDay.QUALITY: "phase-peak",
    RunDay.LONG: "phase-taper",
    RunDay.RACE: "phase-race-week",
}


def strip_days(sheet: WeekSheet, today: date) -> tuple[StripDay, ...]:
    """The days for `widgets.week_strip.WeekStrip`."""
    return tuple(
        StripDay(
            (figures.weekday(day.date), figures.weekday(day.date)[:1]),
            day.run.value,
            RUN_TINTS[day.run] if day.ran or day.date >= today else "",
            day.lift,
            day.date == today,
            day.ran,
        )
        for day in sheet.days
    )


def offers(sheet: WeekSheet) -> tuple[Offer, ...]:
    """The decisions for `widgets.decisions.Decisions`."""
    return tuple(
        Offer(str(each.digit), (each.words, each.short), each.chosen, each.option.suggested)
        for each in sheet.choices
    )


def why(sheet: WeekSheet, undo: str) -> list[Part]:
    """Everything behind the picture, in words; *undo* is the key that takes a decision back."""
    parts: list[Part] = [("title", f"Week {sheet.number}, {sheet.dates}, {sheet.place}")]
    parts += [("", f"{sheet.headline} {sheet.summary}".strip()), *(("", each) for each in sheet.insights)]
    parts += [
        ("title", "What the figures are"),
        ("", f"Sessions: {sheet.sessions.words}."),
        ("", f"Strength kept: {sheet.kept.words}. The median of the main lifts; each curve is the estimated max "
             "at the end of the last six weeks, all on one scale; "
             f"changes under {figures.percent(sheet.noise * 100)} are noise. With bw it is the load on top of you; "
             "the per cent count all that moves."),
        ("", f"Hard sets: {sheet.sets}, RPE 7 or more; last week {sheet.sets_last}. A set counts half for its "
             "further patterns."),
        ("", f"Runner's mix: {sheet.covered.words}. A ring marks what is asked for and missing; "
             "nobody needs every cell."),
        ("", f"Effort: {sheet.effort.words}. The mean distance of your ratings from what was asked."),
        ("", f"Run : lift, by sessions of two weeks: {sheet.run_lift.words}"
             + (f"; the phase asks for {sheet.run_lift_target}." if sheet.run_lift_target else ".")),
        ("", f"Tonnage: {sheet.tonnage.words}. It has to fall in peak and taper, so phases are not compared."),
    ]  # fmt: skip
    parts.append(
        (
            "quiet",
            "Half a dot is a session that ended early; a run with a line under its letter is in the log.",
        )
    )
    if sheet.choices:
        parts.append(("title", sheet.ahead_name))
        parts += [("", each) for each in sheet.why_next]
        parts.append(("quiet", f"A digit decides; the same digit, or {undo}, takes it back."))
    return parts
