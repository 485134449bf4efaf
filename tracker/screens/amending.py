"""Putting the past right: sets, notes, ratings of a finished session, and sessions from a notebook."""

from collections.abc import Callable, Sequence
from typing import Any

from tracker.domain.errors import Misunderstood, Refused
from tracker.domain.session import Entry, PerformedSet, Session, SetRow
from tracker.domain.units import Unit
from tracker.domain.words.figures import full_date
from tracker.logbook.changes import Turn
from tracker.screens.base import ONCE_MORE
from tracker.screens.taking_back import TakingBack
from widgets.set_list import SetList

_ADD_HINT = "22.5x6@8 x3 for this exercise, or with a name: split squat 22.5x6@8 x3"


class Amending(TakingBack):
    """The part of History that changes the log.

    Attributes:
        inside: the keys are about the sets of the session under the cursor.
    """

    inside = False

    @property
    def session(self) -> Session | None:
        """The session under the cursor."""
        raise NotImplementedError

    @property
    def unit(self) -> Unit:
        """The runner's unit."""
        runner = self.logbook.runner
        return runner.unit if runner else Unit.KG

    def go_to_day(self, session: Session) -> None:
        """Show a session of whatever year."""
        raise NotImplementedError

    def show_beside(self, session: Session) -> None:
        """Put the cursor on a session that has come back, if its year is on screen."""
        raise NotImplementedError

    @property
    def _place(self) -> tuple[int, int] | None:
        """Entry and row under the cursor; row -1 at the head of an exercise. None outside a session."""
        key = self.query_one("#sets", SetList).cursor if self.inside else ""
        entry, _, row = key.partition(".")
        return (int(entry), int(row) if row else -1) if entry else None

    def _keep(self, session: Session, was: Session) -> bool:
        return self.tries(self.logbook.past.replace, session, was)

    # A set

    def action_edit(self) -> None:
        """The set under the cursor, field by field; one that was not done is written down."""
        from tracker.screens.dialogs.edit_set import EditSet

        session, place = self.session, self._place
        if session is None or place is None:
            return
        entry = session.entries[place[0]]
        row = entry.sets[place[1]] if place[1] >= 0 else SetRow()
        if row.done is None:
            self._write_down(session, place[0], place[1])
            return
        name = self._called(entry)
        title = f"{name}, set {place[1] + 1}, {full_date(session.date, self.logbook.today)}"
        done = row.done
        self.app.push_screen(
            EditSet(title, entry, done, self.unit, self.doubt_of(session, entry, place[1])),
            lambda answer: self._edited(session, place[0], place[1], done, answer),
        )

    def _edited(self, session: Session, at: int, number: int, done: PerformedSet, answer: Any) -> None:
        from tracker.screens.dialogs.edit_set import ERASE

        if answer is None:
            return
        entry = session.entries[at]
        if answer != ERASE:
            row = entry.sets[number].changed(done=done.changed(**answer))
            self._keep(session.with_entry(at, entry.with_row(number, row)), session)
        elif entry.sets[number].planned is None:
            self._keep(session.with_entry(at, entry.without_row(number)), session)
        else:
            opened = SetRow(planned=entry.sets[number].planned)
            self._keep(session.with_entry(at, entry.with_row(number, opened)), session)

    def _write_down(self, session: Session, at: int, number: int) -> None:
        """A set that was asked for and not ticked, or the first of an exercise without any."""
        from tracker.domain.words.done_text import text_of
        from tracker.logbook.notebook import Notebook
        from tracker.screens.dialogs.line import FreeLine

        entry = session.entries[at]
        planned = entry.sets[number].planned if number >= 0 else None
        notebook = Notebook(self.logbook, session.date)

        asks_about = self._asking_once(session)

        def take(text: str) -> None:
            first, *more = notebook.sets(text, entry, planned)
            asks_about(text, entry, number if number >= 0 else len(entry.sets), (first, *more))
            if number < 0 or more:
                changed = entry.changed(
                    sets=(*entry.sets, *(SetRow(done=done) for done in (first, *more))), skipped=None
                )
            else:
                changed = entry.with_row(number, SetRow(planned=planned, done=first)).changed(skipped=None)
            self.logbook.past.replace(session.with_entry(at, changed), session)

        text = text_of(entry, planned) if planned is not None else ""
        self.app.push_screen(
            FreeLine(f"{self._called(entry)}: what did you do?", "22.5x6@8", take, text=text)
        )

    def action_add_line(self) -> None:
        """One more exercise, or more sets of the one under the cursor."""
        from tracker.logbook.notebook import Notebook
        from tracker.screens.dialogs.line import FreeLine

        session, place = self.session, self._place
        if session is None:
            return
        notebook = Notebook(self.logbook, session.date)

        asks_about = self._asking_once(session)

        def take(text: str) -> None:
            at = place[0] if place is not None else None
            changed = notebook.with_line(session, text, at)
            for number, entry in enumerate(changed.entries):
                before = session.entries[number] if number < len(session.entries) else entry.changed(sets=())
                new = entry.sets[len(before.sets) :]
                asks_about(text, before, len(before.sets), [row.done for row in new if row.done is not None])
            self.logbook.past.replace(changed, session)

        names = tuple(each.name for each in self.logbook.content.exercises.values())
        self.app.push_screen(FreeLine("What else did you do?", _ADD_HINT, take, names=names))

    def _asking_once(self, session: Session) -> Callable[[str, Entry, int, Sequence[PerformedSet]], None]:
        """Asks, once for a line, about sets that may be a slip of the finger; the same line again is meant so."""
        from tracker.logbook.doubting import is_doubtful_instead, under_the_bar

        asked: list[str] = []

        def ask(text: str, entry: Entry, row: int, sets: Sequence[PerformedSet]) -> None:
            said = [
                {name: value for name, value in each if name != "at" and value is not None} for each in sets
            ]
            if not said or entry.exercise not in self.logbook.content.exercises:
                return
            light = under_the_bar(self.logbook, entry.exercise, entry.load_type, said, entry.performed)
            if text in asked:
                return
            if light or any(is_doubtful_instead(self.logbook, session, entry, row, each) for each in said):
                asked.append(text)
                raise Refused(f"{light} {ONCE_MORE}" if light else self.doubt)

        return ask

    # Words and the rating

    def action_note(self) -> None:
        """A note on the exercise under the cursor, or on the session."""
        from tracker.screens.dialogs.line import NoteLine

        session, place = self.session, self._place
        if session is None:
            return
        about = [("Note on the session", session.note, lambda text: self._note(session, text))]
        if place is not None:
            at = place[0]
            entry = session.entries[at]
            about.insert(
                0, (f"Note on {self._called(entry)}", entry.note, lambda text: self._note(session, text, at))
            )
        self.app.push_screen(NoteLine(about))

    def _note(self, session: Session, text: str, at: int | None = None) -> None:
        """Keep a note; the other one may have been kept a moment ago."""
        now = self.session
        session = now if now is not None and now.id == session.id else session
        if at is None:
            self.logbook.past.replace(session.changed(note=text))
        else:
            self.logbook.past.replace(session.with_entry(at, session.entries[at].changed(note=text)))

    def action_rate(self) -> None:
        """How hard the whole session was."""
        from tracker.screens.dialogs.line import FreeLine

        session = self.session
        if session is None:
            return

        def take(text: str) -> None:
            self.logbook.past.replace(session.changed(rpe=_rating(text)), session)

        text = "" if session.rpe is None else f"{session.rpe:g}"
        self.app.push_screen(
            FreeLine("How hard was the whole session?", "0 to 10; nothing takes it back", take, text=text)
        )

    # Taking it back

    def turned(self, turn: Turn) -> None:
        """Show the session that it was about, where it is one of the log."""
        if isinstance(turn.about, Session):
            self.show_beside(turn.about)

    # A session from a notebook

    def action_add(self) -> None:
        from tracker.screens.dialogs.add_session import AddSession

        self.app.push_screen(AddSession(self.logbook), self._added)

    def _added(self, session: Any) -> None:
        if isinstance(session, Session):
            self.go_to_day(session)

    def _called(self, entry: Entry) -> str:
        known = self.logbook.content.exercises.get(entry.exercise)
        return known.name if known is not None else entry.exercise


def _rating(text: str) -> float | None:
    if not text.strip():
        return None
    try:
        rating = float(text.strip().replace(",", "."))
    except ValueError:
        rating = -1.0
    if not 0 <= rating <= 10 or rating * 2 != int(rating * 2):
        raise Misunderstood(
            f'"{text.strip()}" is not a rating; 0 is nothing at all, 10 the hardest ever, halves between.'
        )
    return rating
