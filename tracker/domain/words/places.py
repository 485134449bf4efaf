"""The places where the runner trains: the shipped profiles, edited ones in their stead, and new ones."""

import re

from tracker.domain.content import Content
from tracker.domain.equipment import EquipmentProfile
from tracker.domain.errors import Misunderstood, NothingToDo, Refused
from tracker.domain.runner import Runner
from tracker.domain.units import Unit


def places(runner: Runner, content: Content) -> dict[str, EquipmentProfile]:
    """Every profile by id: the shipped ones (as edited), then the runner's own.

    Shipped ones in the other unit are left out unless they are in use or edited.
    """
    found = {each.id: each for each in (*content.profiles, *runner.profiles)}
    kept = {each.id for each in runner.profiles} | {runner.equipment}
    return {id: each for id, each in found.items() if each.unit is runner.unit or id in kept}


def other_plates(runner: Runner, content: Content) -> str:
    """Said where the place one trains at is not in the unit that loads are shown in; else empty."""
    place = places(runner, content)[runner.equipment]
    if place.unit is runner.unit:
        return ""
    return (
        f"Your place stays {place.name} with its plates in {place.unit}; "
        f"one in {runner.unit} can be chosen as the place."
    )


def with_place(runner: Runner, profile: EquipmentProfile, content: Content) -> Runner:
    """The runner with a profile added, or put in place of the one with its id.

    Raises:
        Misunderstood: if its name is new and another place has it.
    """
    if all((each.id, each.name) != (profile.id, profile.name) for each in runner.profiles):
        _refuse_taken(profile.name, profile.id, profile.unit, runner, content)
    if any(each.id == profile.id for each in runner.profiles):
        kept = tuple(profile if each.id == profile.id else each for each in runner.profiles)
    else:
        kept = (*runner.profiles, profile)
    return runner.changed(profiles=kept)


def without_place(runner: Runner, id: str, content: Content) -> Runner:
    """The runner without a profile of their own; a shipped one is as it was shipped.

    Raises:
        NothingToDo: for a shipped profile that was not edited.
        Refused: for one that is in use, or planned for a journey.
    """
    if all(each.id != id for each in runner.profiles):
        raise NothingToDo("That place is as it was shipped; there is nothing of your own to remove.")
    shipped = {each.id for each in content.profiles}
    if id not in shipped and id == runner.equipment:
        raise Refused("You train there now; choose another place first.")
    if id not in shipped and any(each.equipment == id for each in runner.absences):
        raise Refused("A journey in the plan goes there, so the place has to stay.")
    return runner.changed(profiles=tuple(each for each in runner.profiles if each.id != id))


def new_place(name: str, like: EquipmentProfile, runner: Runner, content: Content) -> EquipmentProfile:
    """A copy of a profile under another name.

    Raises:
        Misunderstood: without a name, or with one that is taken.
    """
    name = " ".join(name.split())
    if not name:
        raise Misunderstood("A place needs a name, such as Garage or Hotel.")
    known = {each.id: each for each in (*content.profiles, *runner.profiles)}
    _refuse_taken(name, "", like.unit, runner, content)
    stem = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_") or "place"
    id = stem
    number = 2
    while id in known:
        id, number = f"{stem}_{number}", number + 1
    return like.changed(id=id, name=name)


def _refuse_taken(name: str, id: str, unit: Unit, runner: Runner, content: Content) -> None:
    """Two places of one name could not be told apart; those of another unit are called by it."""
    known = {each.id: each for each in (*content.profiles, *runner.profiles)}
    if any(
        each.id != id and each.unit is unit and each.name.strip().lower() == name.strip().lower()
        for each in known.values()
    ):
        raise Misunderstood(f'There is a place called "{name}" already; choose another name.')
