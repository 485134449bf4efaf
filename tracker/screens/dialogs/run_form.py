"""A run, written down by hand, so that run : lift and the lifting days can be read without any import."""

from typing import TYPE_CHECKING

from tracker.domain.errors import Misunderstood
from tracker.domain.run import Run, RunKind
from tracker.domain.words.day_text import parse_past_day
from tracker.domain.words.figures import distance, minutes
from tracker.domain.words.run_text import parse_run
from tracker.screens.dialogs.form import Field, Form, Values, read

if TYPE_CHECKING:
    from tracker.screens.base import RoomScreen

_KINDS = {RunKind.EASY: "easy", RunKind.QUALITY: "quality", RunKind.LONG: "long", RunKind.RACE: "race"}


def run_form(screen: "RoomScreen") -> Form:
    """The form; the run goes into the log of *screen*."""
    runner = screen.logbook.desk.runner
    usual = runner.run_week[screen.logbook.desk.today.weekday()]
    fields = (
        Field("day", "Day", "today", "today, yesterday, tue, 12 nov"),
        Field("run", "Run", "", "12.3km 65min, or one of the two"),
        Field("kind", "E, Q, L or X", "E" if usual == "R" else usual, "easy, quality, long, race"),
    )

    def take(form: Form, values: Values) -> None:
        day = read("day", lambda: parse_past_day(values["day"], screen.logbook.desk.today))
        text = read("run", lambda: parse_run(values["run"]))
        kind = read("kind", lambda: _kind(values["kind"]))
        run = screen.logbook.past.add_run(Run(id="", date=day, kind=kind, km=text.km, minutes=text.minutes))
        said = [] if run.km is None else [distance(run.km, runner.unit)]
        said += [] if run.minutes is None else [minutes(run.minutes)]
        screen.runlift.say(f"Added: {_KINDS[kind]} run, {', '.join(said)}, {day:%A} {day.day} {day:%b}.")
        form.dismiss(True)

    return Form("A run", fields, take, go="add")


def _kind(text: str) -> RunKind:
    wanted = text.strip().casefold()
    for kind, name in _KINDS.items():
        if wanted and (wanted == kind.value.casefold() or name.startswith(wanted)):
            return kind
    raise Misunderstood(f'"{text}" is not a kind of run; say E easy, Q quality, L long or X race.')
