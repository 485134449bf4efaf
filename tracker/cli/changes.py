"""What something said would change today, exercise by exercise, and the question before it happens."""

from typing import TYPE_CHECKING

from tracker.cli.speech import agree, on_terminal, out, row

if TYPE_CHECKING:
    from tracker.assembly import House
    from tracker.domain.coaching.replanning import EntryChange
    from tracker.logbook.on_today import Reply


def agree_to(house: "House", reply: "Reply", *, yes: bool) -> None:
    """Show what would change and ask, where it is more than a little.

    Raises:
        Declined: on a no, or without a terminal to ask on.
    """
    if reply.asks and not yes:
        if on_terminal():
            tell_changes(house, reply)
        agree("Change today's session like this?", yes=yes, how=f"{_drops(house, reply)}: add --yes to do it")


def _drops(house: "House", reply: "Reply") -> str:
    """``today would get lighter (Barbell back squat −20 %)``."""
    from tracker.domain.words.figures import percent_change

    names = house.catalog.exercises
    said = []
    for change in reply.plan.shown if reply.plan is not None else ():
        name = names[change.before.exercise].name
        if change.replaces:
            instead = next((names[each.exercise].name for each in change.left), None)
            said.append(f"{name} rests" if instead is None else f"{name} → {instead}")
        elif change.drop > 0:
            said.append(f"{name} {percent_change(-change.drop * 100, 0)}")
    return f"today would get lighter ({', '.join(said)})"


def tell_changes(house: "House", reply: "Reply") -> None:
    """Each exercise that has other sets to do, or makes room for another one, or rests."""
    if reply.plan is not None:
        for change in reply.plan.shown:
            _tell_change(house, change)


def _tell_change(house: "House", change: "EntryChange") -> None:
    from tracker.cli.lines import sets_of

    names, unit = house.catalog.exercises, house.logbook.desk.runner.unit
    out(names[change.before.exercise].name)
    if not change.left:
        row("", "rests today")
    for entry in change.left:
        if entry.exercise != change.before.exercise:
            row("instead", names[entry.exercise].name)
        for label, text in sets_of(entry, unit):
            if label != "done":
                row(label, text)
