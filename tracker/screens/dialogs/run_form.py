"""A run, written down by hand, so that run : lift and the lifting days can be read without any import."""

from typing import TYPE_CHECKING

from tracker.domain.errors import Misunderstood, RunliftError
from tracker.domain.run import Run, RunKind
from tracker.domain.run_week import parse_run_week, usual_kind
from tracker.domain.units import Unit
from tracker.domain.words.day_text import parse_past_day
from tracker.domain.words.figures import distance, minutes
from tracker.domain.words.run_text import parse_run
from tracker.screens.dialogs.form import Field, Form, Values, read

if TYPE_CHECKING:
    from tracker.screens.base import RoomScreen

_KINDS = {RunKind.EASY: "easy", RunKind.QUALITY: "quality", RunKind.LONG: "long", RunKind.RACE: "race"}


def run_form(screen: "RoomScreen") -> Form:
    """The form; the run goes into the log of *screen*.

    As long as nobody has typed a kind, it is what the run week says for the day.
    """
    runner, today = screen.logbook.desk.runner, screen.logbook.desk.today

    def usual(values: Values) -> Values:
        try:
            day = parse_past_day(values["day"], today, "run")
        except RunliftError:
            return {}  # half typed
        return {"kind": usual_kind(parse_run_week(runner.run_week), runner.races, day).value}

    fields = (
        Field("day", "Day", "today", "today, yesterday, tue, 12 nov"),
        Field("run", "Run", "", "12.3km 65min, or one of the two"),
        Field("kind", "E, Q, L or X", usual({"day": "today"})["kind"], "easy, quality, long, race"),
    )

    def take(form: Form, values: Values) -> None:
        day = read("day", lambda: parse_past_day(values["day"], today, "run"))
        text = read("run", lambda: parse_run(values["run"]))
        kind = read("kind", lambda: _kind(values["kind"]))
        asked = Run(id="", date=day, kind=kind, km=text.km, minutes=text.minutes)
        run = read("run", lambda: screen.logbook.past.add_run(asked))
        undo = "plan.undo" if screen.ROOM == "plan" else "week.undo"
        screen.say(f"Added: {run_words(run, runner.unit)}; {screen.key(undo)} takes it back.")
        form.dismiss(True)

    return Form("A run", fields, take, go="add", follow=usual)


def run_words(run: Run, unit: Unit) -> str:
    """``easy run, 12.3 km, 1 h 5 min, Monday 23 Nov``."""
    said = [] if run.km is None else [distance(run.km, unit)]
    said += [] if run.minutes is None else [minutes(run.minutes)]
    return f"{_KINDS[run.kind]} run, {', '.join(said)}, {run.date:%A} {run.date.day} {run.date:%b}"


def _kind(text: str) -> RunKind:
    wanted = text.strip().casefold()
    for kind, name in _KINDS.items():
        if wanted and (wanted == kind.value.casefold() or name.startswith(wanted)):
            return kind
    raise Misunderstood(f'"{text}" is not a kind of run; say E easy, Q quality, L long or X race.')
