"""A race, new or changed: its plan is shown before it is accepted, and what was typed stays until then."""

from typing import TYPE_CHECKING, TypeVar

from tracker.domain.errors import Misunderstood
from tracker.domain.person import Taper
from tracker.domain.race import Distance, Priority, Race
from tracker.domain.words.day_text import parse_coming_day
from tracker.domain.words.figures import number
from tracker.logbook.planning import Planning
from tracker.logbook.proposals import Proposal
from tracker.screens.dialogs.form import Field, Form, Values, Wrong, read

if TYPE_CHECKING:
    from tracker.screens.plan_changes import PlanChanges

T = TypeVar("T", Priority, Taper)
_MOST_NAME = 60


def race_form(screen: "PlanChanges", race: Race | None = None) -> Form:
    """The form; what it asks for is accepted on *screen*."""
    usual = screen.logbook.desk.runner.taper
    fields = (
        Field("name", "Name", race.name if race else "", "Berlin Marathon"),
        Field("date", "Date", race.date.isoformat() if race else "", "26 sep 2027, or 2027-09-26"),
        Field(
            "distance",
            "Distance",
            race.distance.value if race else "",
            "5k, 10k, half, marathon, ultra, or 18 km",
        ),
        Field(
            "priority",
            "A, B or C",
            race.priority.value if race else "",
            "empty: B as a step to a longer A race, else A",
        ),
        Field("taper", "Taper", (race.taper if race else usual).value, "fade or sharp"),
    )

    def take(form: Form, values: Values) -> None:
        proposal: Proposal = _proposal(screen, values, race)
        title = f"With {values['name']} in the plan" if race is None else f"{values['name']}, changed"
        screen.offer(title, proposal, lambda: form.dismiss(True))

    title = "A new race" if race is None else f"Change {race.name}"
    return Form(title, fields, take, go="see what it changes")


def _proposal(screen: "PlanChanges", values: Values, race: Race | None) -> Proposal:
    planning: Planning = screen.logbook.planning
    today = screen.logbook.desk.today
    name = values["name"]
    if not name:
        raise Wrong("name", "A race needs a name.")
    if len(name) > _MOST_NAME:
        raise Wrong("name", f"That name is longer than {number(_MOST_NAME)} letters; a shorter one will do.")
    day = read("date", lambda: parse_coming_day(values["date"], today))
    distance = read("distance", lambda: Distance.of(values["distance"]))
    is_open = race is None and not values["priority"].strip()
    priority = (
        None if is_open else read("priority", lambda: _one_of(values["priority"], Priority, "A, B or C"))
    )
    taper = read("taper", lambda: _one_of(values["taper"], Taper, "fade or sharp"))
    if race is None:
        return planning.propose_race(name, day, distance, priority, taper)
    return planning.propose_race_change(
        race.id, name=name, date=day, distance=distance, priority=priority, taper=taper
    )


def _one_of(text: str, kind: type[T], options: str) -> T:
    wanted = text.strip().casefold()
    found = [each for each in kind if wanted and each.value.casefold().startswith(wanted)]
    if len(found) != 1:
        raise Misunderstood(f'"{text}" is neither of {options}.' if text else f"Say {options}.")
    return found[0]
