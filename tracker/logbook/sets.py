"""The sets of the session under way: logged, rated, put right, made lighter or heavier, and the rest after them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tracker.domain.errors import NothingToDo, Refused
from tracker.domain.exercise import Exercise, LoadType
from tracker.domain.open_session import OpenSession, RestChange, Step
from tracker.domain.rounds import Where
from tracker.domain.session import Entry, PerformedSet, Session, SetRow, Side
from tracker.domain.units import Load

if TYPE_CHECKING:
    from tracker.logbook.logbook import Logbook

_RATED = ("set_logged", "half_added")
_AMOUNTS = ("load", "band", "reps", "seconds", "contacts")
_USUAL_HOLD_S = 30


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
        amounts = {"load": load, "band": band, "reps": reps, "seconds": seconds, "contacts": contacts}
        return self.log_line(entry, row, [{**amounts, "rpe": rpe, "right": right}])

    def log_line(self, at: int | Exercise, row: int | None, said: Sequence[dict[str, Any]]) -> Where:
        """Log what was said in one line as one change: the sets of an entry, or of an exercise that joins for them.

        The first goes to *row*, or the next open one; the others to those that are open after it, else they are extras.

        Raises:
            Refused: where nothing was prescribed and nothing is said.
        """
        found: list[Where] = []

        def change(session: Session) -> Step:
            entry = len(session.entries) if isinstance(at, Exercise) else at
            if isinstance(at, Exercise):
                session = session.with_entry(entry, self._book.joining(at.id))
            place = row
            for each in said:
                chosen = session.entries[entry]
                place = chosen.next_open if place is None else place
                place = len(chosen.sets) if place is None else place
                session = session.with_entry(entry, self._with_set(session, entry, place, each))
                found.append(Where(entry, place))
                place = None
            last = found[-1]
            return self._book.step("set_logged", {entry: session.entries[entry]}, entry=entry, row=last.row)

        self._book.change(change)
        return found[-1]

    def _with_set(self, session: Session, entry: int, row: int, said: dict[str, Any]) -> Entry:
        """The entry with one more set done: as prescribed, except for what was said."""
        chosen = session.entries[entry]
        given = {name: said.get(name) for name in _AMOUNTS}
        amounts = _amounts(chosen, row, given, self._guide(chosen, row, given))
        done = PerformedSet(
            **amounts, rpe=said.get("rpe"), right=said.get("right"), at=self._book.desk.clock()
        )
        return self._logged(session, entry, row, done)

    def hold_seconds(self, entry: Entry, row: int) -> int | None:
        """How long the hold at *row* lasts: as planned, as before, or as usual; None where nothing is to be held."""
        if row < len(entry.sets):
            planned = entry.sets[row].planned
            return None if planned is None or not entry.sets[row].is_open else planned.seconds
        if entry.load_type is not LoadType.TIME:
            return None
        usual = self._book.content.exercises[entry.exercise].start.seconds
        return (entry.performed[-1].seconds if entry.performed else entry.seconds) or usual or _USUAL_HOLD_S

    def _guide(self, entry: Entry, row: int, given: dict[str, Any]) -> dict[str, Any]:
        """The load an exercise that joined the session would have been given, where nobody says another."""
        if row < len(entry.sets) or entry.performed or given["load"] is not None or given["band"] is not None:
            return {}
        exercise = self._book.content.exercises[entry.exercise]
        prescribed = self._book.plan_for(self._book.today).entry_for(exercise, entry.role)
        first = prescribed.sets[0].planned if prescribed is not None and prescribed.sets else None
        return {} if first is None else {"load": first.load, "band": first.band}

    def add_half(self) -> None:
        """Add half a point of RPE to the set logged last, whatever else was changed since.

        What follows from the set is decided anew, unless its exercise was changed after it.

        Raises:
            NothingToDo: if the set logged last has no whole RPE below 10, or was erased.
        """
        with self._book.desk.writing("half_added") as writing:
            under_way = self._book.desk.memory.open
            found = None if under_way is None else _logged_last(under_way)
            if under_way is None or found is None:
                raise NothingToDo("A half goes to the set just logged; log one first.")
            step, (at, row) = found
            entry = under_way.session.entries[at]
            done = entry.sets[row].done
            if done is None or done.rpe is None or done.rpe >= 10 or done.rpe % 1:
                raise NothingToDo("There is no whole RPE below 10 to add a half to.")
            rated = done.changed(rpe=done.rpe + 0.5)
            before = under_way.after_steps(step)
            left = under_way.steps[step].entries.get(at)
            if left is not None and entry.changed(note=left.note) == left and _one_more(before, at, left):
                changed = self._logged(before, at, row, rated).changed(note=entry.note)
            else:
                changed = entry.with_row(row, entry.sets[row].changed(done=rated))
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

        runner, grid = self._book.desk.runner, self._book.grid(session.entries[entry])
        bench = Bench(self._book.content.rules, grid, Familiarity(runner.lifted_before), runner.unit)
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
        from tracker.domain.words.done_text import example_of

        raise Refused(
            f"Nothing is planned for that set, so say what you did, for example {example_of(entry)}."
        )
    return amounts


def _logged_last(under_way: OpenSession) -> tuple[int, Where] | None:
    """Which step logged or rated the last set, and where that set stands now; None where there is none."""
    steps = [at for at, step in enumerate(under_way.steps[: under_way.cursor]) if step.what in _RATED]
    if not steps:
        return None
    step = under_way.steps[steps[-1]]
    assert step.at_entry is not None
    assert step.at_set is not None
    left, session = step.entries[step.at_entry], under_way.session
    logged = left.sets[step.at_set].done
    assert logged is not None
    places = [
        Where(at, row)
        for at, entry in enumerate(session.entries)
        for row, each in enumerate(entry.sets)
        if entry.exercise == left.exercise and each.done is not None and each.done.at == logged.at
    ]
    if not places:
        return None
    as_it_was = Where(step.at_entry, step.at_set)
    return steps[-1], as_it_was if as_it_was in places else places[-1]


def _one_more(before: Session, at: int, left: Entry) -> bool:
    """Whether *left* is what one set has made of the entry that stood there before."""
    if at >= len(before.entries):
        return False
    return len(left.performed) - len(before.entries[at].performed) == 1
