"""The sets of the session under way: logged, rated, put right, made lighter or heavier, and the rest after them."""

from typing import TYPE_CHECKING, Any

from tracker.domain.errors import NothingToDo, Refused
from tracker.domain.open_session import RestChange, Step
from tracker.domain.rounds import Where
from tracker.domain.session import Entry, PerformedSet, Session, SetRow, Side
from tracker.domain.units import Load

if TYPE_CHECKING:
    from tracker.logbook.logbook import Logbook

_RATED = ("set_logged", "half_added")


class Sets:
    """What happens to one set; what follows from it for the others is decided by the rules."""

    def __init__(self, book: "Logbook") -> None:
        self._book = book

    def log(
        self,
        entry: int,
        row: int | None = None,
        *,
        rpe: float | None = None,
        load: Load | None = None,
        band: str | None = None,
        reps: int | None = None,
        seconds: int | None = None,
        contacts: int | None = None,
        right: Side | None = None,
    ) -> Where:
        """Log one set: as prescribed, except for what is given. Without *row*, the next open one, else an extra.

        Raises:
            Refused: where nothing was prescribed and nothing is given.
        """
        given = {"load": load, "band": band, "reps": reps, "seconds": seconds, "contacts": contacts}
        found: list[Where] = []

        def change(session: Session) -> Step:
            chosen = session.entries[entry]
            at = row if row is not None else chosen.next_open
            at = len(chosen.sets) if at is None else at
            amounts = _amounts(chosen, at, given, self._guide(chosen, at, given))
            done = PerformedSet(**amounts, rpe=rpe, right=right, at=self._book.desk.clock())
            found.append(Where(entry, at))
            changed = self._logged(session, entry, at, done)
            return self._book.step("set_logged", {entry: changed}, entry=entry, row=at)

        self._book.change(change)
        return found[-1]

    def _guide(self, entry: Entry, row: int, given: dict[str, Any]) -> dict[str, Any]:
        """The load an exercise that joined the session would have been given, where nobody says another."""
        if row < len(entry.sets) or entry.performed or given["load"] is not None or given["band"] is not None:
            return {}
        exercise = self._book.content.exercises[entry.exercise]
        prescribed = self._book.plan_for(self._book.today).entry_for(exercise, entry.role)
        first = prescribed.sets[0].planned if prescribed is not None and prescribed.sets else None
        return {} if first is None else {"load": first.load, "band": first.band}

    def add_half(self) -> None:
        """Add half a point of RPE to the set just logged; what follows from the set is decided anew.

        Raises:
            NothingToDo: if the last change was not a set with an RPE below 10.
        """
        with self._book.desk.writing("half_added") as writing:
            under_way = self._book.desk.memory.open
            last = under_way.last if under_way else None
            if under_way is None or last is None or last.what not in _RATED or last.at_entry is None:
                raise NothingToDo("A half goes to the set just logged; log one first.")
            assert last.at_set is not None
            done = last.entries[last.at_entry].sets[last.at_set].done
            if done is None or done.rpe is None or done.rpe >= 10 or done.rpe % 1:
                raise NothingToDo("There is no whole RPE below 10 to add a half to.")
            rated = done.changed(rpe=done.rpe + 0.5)
            at, row = last.at_entry, last.at_set
            before = under_way.undone(self._book.desk.clock()).session
            changed = self._logged(before, at, row, rated)
            writing.keep_open(
                under_way.after(self._book.step("half_added", {at: changed}, entry=at, row=row))
            )

    def change_rest(self, seconds: float) -> None:
        """Make the rest after the set logged last longer or (negative) shorter.

        Raises:
            NothingToDo: before the first set.
        """
        with self._book.desk.writing("rest_changed") as writing:
            under_way = self._book.desk.memory.open
            entries = () if under_way is None else under_way.session.entries
            logged_at = [done.at for entry in entries for done in entry.performed]
            if under_way is None or not logged_at:
                raise NothingToDo("There is no rest under way.")
            after = max(logged_at)
            kept = RestChange(after=after, seconds=under_way.extra_rest(after) + seconds)
            writing.keep_open(under_way.changed(rest=kept))

    def amend(self, entry: int, row: int, **changes: Any) -> None:
        """Change a set that is done; what followed from it stays as it was planned.

        Raises:
            NothingToDo: if that set is not done.
        """

        def change(session: Session) -> Step:
            chosen = session.entries[entry]
            old = chosen.sets[row]
            if old.done is None:
                raise NothingToDo("That set is not done yet.")
            new = old.changed(done=old.done.changed(**changes))
            return self._book.step("set_amended", {entry: chosen.with_row(row, new)}, entry=entry, row=row)

        self._book.change(change)

    def erase(self, entry: int, row: int) -> None:
        """Open a done set again; an extra set goes away."""

        def change(session: Session) -> Step:
            chosen = session.entries[entry]
            old = chosen.sets[row]
            if old.done is None:
                raise NothingToDo("That set is not done yet.")
            if old.planned is None:
                changed = chosen.without_row(row)
            else:
                changed = chosen.with_row(row, SetRow(planned=old.planned))
            return self._book.step("set_erased", {entry: changed}, entry=entry, row=row)

        self._book.change(change)

    def step_load(self, entry: int, row: int, *, up: bool, only_this: bool = False) -> None:
        """One step of the equipment heavier or lighter: the open set and those after it, or a set that is done.

        Raises:
            NothingToDo: at the end of what is there, or where nothing is loaded.
        """

        from tracker.logbook.steps import stepped

        def change(session: Session) -> Step:
            chosen = session.entries[entry]
            exercise = self._book.content.exercises[chosen.exercise]
            profile = self._book.coach().profile(session.date)
            changed = stepped(chosen, row, exercise, profile, up=up, only_this=only_this)
            return self._book.step("load_changed", {entry: changed}, entry=entry, row=row)

        self._book.change(change)

    def set_amount(self, entry: int, row: int, **amount: int) -> None:
        """Other reps, seconds or contacts for one open set."""

        def change(session: Session) -> Step:
            chosen = session.entries[entry]
            planned = chosen.sets[row].planned
            if planned is None or not chosen.sets[row].is_open:
                raise NothingToDo("That set is done; edit it instead.")
            changed = chosen.with_row(row, SetRow(planned=planned.chosen(**amount)))
            return self._book.step("amount_changed", {entry: changed}, entry=entry, row=row)

        self._book.change(change)

    def _logged(self, session: Session, entry: int, row: int, done: PerformedSet) -> Entry:
        """An entry with one set done; those after it follow how it went."""
        from tracker.domain.coaching.set_logging import Bench, logged
        from tracker.domain.progression.calibration import Familiarity

        familiarity = Familiarity(self._book.desk.runner.lifted_before)
        bench = Bench(self._book.content.rules, self._book.grid(session.entries[entry]), familiarity)
        return logged(session, entry, row, done, bench)


def _amounts(
    entry: Entry, row: int, given: dict[str, Any], guide: dict[str, Any] | None = None
) -> dict[str, Any]:
    """What was done: as planned for that row, else like the set before it or the guide, with what is given on top."""
    from tracker.domain.coaching.set_logging import as_planned

    planned = entry.sets[row].planned if row < len(entry.sets) else None
    if planned is not None:
        base: dict[str, Any] = as_planned(planned)
    elif entry.performed:
        last = entry.performed[-1]
        base = {name: getattr(last, name) for name in given}
    else:
        base = {**dict.fromkeys(given), **(guide or {})}
    said = {name: value for name, value in given.items() if value is not None}
    if {"reps", "seconds", "contacts"} & said.keys():
        base = {**base, "reps": None, "seconds": None, "contacts": None}
    amounts = {**base, **said}
    if all(amounts[name] is None for name in ("reps", "seconds", "contacts")):
        raise Refused("Nothing is planned for that set, so say what you did, for example 20x8@7.")
    return amounts
