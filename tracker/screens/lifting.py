"""Today while lifting: what the keys of a session do."""

from typing import Any

from tracker.domain.rounds import labels
from tracker.domain.session import SetRow
from tracker.domain.words.figures import counted, minutes
from tracker.domain.words.said_set import set_of
from tracker.logbook import Where
from tracker.logbook.changes import Turn
from tracker.logbook.mornings import ShortOption
from tracker.questions import SKIP_EXERCISE, Answer
from tracker.screens import checklist
from tracker.screens.today_parts import TodayPart

_SECONDS_A_STEP = 5


class Lifting(TodayPart):
    """The session's half of the Today screen."""

    # Logging

    def action_done(self) -> None:
        self._log(None)

    def action_rate(self, rpe: int) -> None:
        self._log(float(rpe))

    def _log(self, rpe: float | None) -> None:
        where, row = self.here()
        if where is None:
            return
        if row is not None and row.done is not None:
            if rpe is None:
                self.edit(where)
            elif rpe != row.done.rpe:
                self.tries(self.logbook.sets.amend, where.entry, where.row, rpe=rpe)
            return
        held = self.take_held()
        if self.tries(self.logbook.sets.log, where.entry, where.row if row else None, rpe=rpe, **held):
            session = self.logbook.session
            if session is not None:
                self.cursor = checklist.next_open(session, where)
            self.tell_closed()

    def tell_closed(self) -> None:
        """A session of an earlier day that the first write of today has closed is mentioned once."""
        closed = self.logbook.closed
        if closed is not None:
            self.say(
                f"The session of {closed.date:%A} is closed as it stood: {counted(closed.sets_done, 'set')}."
            )

    def here(self) -> tuple[Where | None, SetRow | None]:
        """The set under the cursor: its place and its row."""
        if self.session is None or self.cursor is None:
            return None, None
        return self.cursor, checklist.row_at(self.session, self.cursor)

    def action_half(self) -> None:
        self.tries(self.logbook.sets.add_half)

    def action_fewer(self) -> None:
        self._more(-1)

    def action_more(self) -> None:
        self._more(1)

    def _more(self, step: int) -> None:
        where, row = self.here()
        asked = None if row is None else row.done or row.planned
        if where is None or row is None or asked is None:
            return
        name = next(each for each in ("seconds", "contacts", "reps") if getattr(asked, each) is not None)
        step *= _SECONDS_A_STEP if name == "seconds" else 1
        amount = max(0 if row.done else 1, getattr(asked, name) + step)
        change = self.logbook.sets.amend if row.done else self.logbook.sets.set_amount
        if amount != getattr(asked, name):
            self.tries(change, where.entry, where.row, **{name: amount})

    def action_lighter(self, only_this: bool) -> None:
        self._load(up=False, only_this=only_this)

    def action_heavier(self, only_this: bool) -> None:
        self._load(up=True, only_this=only_this)

    def _load(self, *, up: bool, only_this: bool) -> None:
        where, row = self.here()
        if where is not None and row is not None:
            self.tries(self.logbook.sets.step_load, where.entry, where.row, up=up, only_this=only_this)

    def turned(self, turn: Turn) -> None:
        """Back to the set that was taken back, or on behind the one that was made again."""
        session, step = self.logbook.session, turn.step
        self.cursor = None
        if session is not None and step is not None and step.at_entry is not None and session.entries:
            where = Where(step.at_entry, step.at_set or 0)
            self.cursor = where if checklist.is_there(session, where) else None
            row = checklist.row_at(session, where) if self.cursor else None
            if row is not None and row.done is not None:
                self.cursor = checklist.next_open(session, where)

    # A done set

    def action_edit(self) -> None:
        if self.cursor is not None:
            self.edit(self.cursor)

    def edit(self, where: Where) -> None:
        """The form of a done set."""
        from tracker.screens.dialogs.edit_set import ERASE, EditSet

        session = self.session
        row = checklist.row_at(session, where) if session else None
        if session is None or row is None or row.done is None:
            return
        entry = session.entries[where.entry]
        name = self.logbook.content.exercises[entry.exercise].name
        title = f"{name}, set {where.row + 1}: {set_of(entry, row.done, self.unit)}"

        def change(answer: Any) -> None:
            if answer == ERASE:
                self.tries(self.logbook.sets.erase, where.entry, where.row)
            else:
                self.tries(self.logbook.sets.amend, where.entry, where.row, **answer)

        doubt = self.doubt_of(session, entry, where.row)
        self.ask(EditSet(title, entry, row.done, self.unit, doubt), change)

    # Typing

    def action_say(self) -> None:
        from tracker.screens.dialogs.line import FreeLine
        from tracker.screens.typing import Typed

        typed = Typed(self.logbook, self.cursor, self.unit, self.doubt)
        label = f"{typed.name or 'An exercise and what you did'}:"
        leave = f"{self.key('dialog.leave')} leave"
        hint = f"60x8@8   x7   22/17 left/right   45s   bw+10x5   or an exercise first   {leave}"
        self.ask(FreeLine(label, hint, typed.take, names=typed.names), lambda _: self._after_typing(typed))

    def _after_typing(self, typed: Any) -> None:
        session = self.logbook.session
        if session is not None and typed.where is not None:
            row = checklist.row_at(session, typed.where)
            done = row is not None and row.done is not None
            self.move_to(checklist.next_open(session, typed.where) if done else typed.where)
            if typed.elsewhere:
                name = self.logbook.content.exercises[session.entries[typed.where.entry].exercise].name
                label = labels(session)[typed.where.entry]
                self.say(f"{counted(typed.logged, 'set')} logged for {name}, at {label} in the list.")
        self.tell_closed()

    def action_note(self) -> None:
        from tracker.screens.dialogs.line import NoteLine

        session, where = self.session, self.cursor
        if session is None:
            return
        about = [("A note on the session", session.note, lambda text: self.logbook.note(text))]
        if self.day is not None and self.day.done:
            about = [("A note on the session", session.note, self._note_afterwards)]
        elif where is not None:
            entry = session.entries[where.entry]
            name = self.logbook.content.exercises[entry.exercise].name
            about.insert(
                0, (f"A note on {name}", entry.note, lambda text: self.logbook.note(text, where.entry))
            )
        self.app.push_screen(NoteLine(about))

    def _note_afterwards(self, text: str) -> None:
        if self.session is not None:
            self.logbook.note_afterwards(self.session, text)

    # The day

    def action_short(self) -> None:
        from tracker.screens.dialogs.ask import Ask

        answers = [
            Answer(key, str(each.minutes), f"{each.minutes} minutes", self._short(each))
            for key, each in zip("123", self.logbook.adapting.short_options(), strict=True)
        ]
        now = minutes(self.logbook.adapting.whole_minutes())
        self.ask(
            Ask(
                "How much time is there?",
                answers,
                f"As planned it takes about {now}. It still counts as done.",
            ),
            lambda most: self.tries(self.logbook.adapting.shorten, int(most)),
        )

    def _short(self, option: ShortOption) -> str:
        kept = f"{counted(len(option.exercises), 'exercise')}, {counted(option.sets, 'set')}"
        return f"{kept}, about {minutes(option.estimate)}"

    def action_skip_exercise(self) -> None:
        from tracker.screens.dialogs.ask import Ask

        where, session = self.cursor, self.session
        if where is None or session is None:
            return
        name = self.logbook.content.exercises[session.entries[where.entry].exercise].name

        def skip(reason: str) -> None:
            if (
                self.tries(self.logbook.skip_exercise, where.entry, reason)
                and self.logbook.session is not None
            ):
                self.move_to(checklist.next_open(self.logbook.session, where))

        self.ask(Ask(f"Skip {name}", SKIP_EXERCISE, "What is done of it stays."), skip)

    # Finishing

    def action_finish(self) -> None:
        from tracker.screens.dialogs.ask import Ask

        session = self.session
        if session is None or not session.started:
            self.tries(self.logbook.finish)
            return
        if not session.sets_open:
            self._finish(None)
            return
        answers = (
            Answer("f", "finish", "Finish now", "what is open is left out, and that is fine"),
            Answer("b", "back", "Go on lifting"),
        )
        left = counted(session.sets_open, "set is", "sets are")
        self.ask(
            Ask("Finish the session?", answers, f"{left} still open."),
            lambda answer: self._finish(None) if answer == "finish" else None,
        )

    def _finish(self, rpe: float | None) -> None:
        if self.tries(self.logbook.finish, rpe):
            self.hold_over()
            self.cursor = None
