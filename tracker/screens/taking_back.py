"""Undo and redo on every screen: one way back for whatever was changed last, said in one sentence with its day."""

from collections.abc import Callable

from tracker.logbook.changes import Turn
from tracker.logbook.turn_text import day_of, redone_words, undone_words, words_of
from tracker.questions import REACH_BACK
from tracker.screens.base import RoomScreen


class TakingBack(RoomScreen):
    """What `u` and `U` do."""

    def turned(self, turn: Turn) -> None:
        """Something was taken back or made again; a screen may go to it."""

    def action_undo(self) -> None:
        """Take back whatever was changed last; what was done on an earlier day is named first, and asked about."""
        found: list[Turn | None] = []
        if not self.tries(lambda: found.append(self.logbook.undoing.next)):
            return
        turn = found[0]
        if turn is not None and self._reaches_back(turn):
            self._ask_first(turn)
        else:
            self._undo()

    def action_redo(self) -> None:
        self._turn(self.logbook.redo, redone_words)

    def _undo(self) -> None:
        self._turn(self.logbook.undo, undone_words)

    def _turn(self, turn: Callable[[], Turn], words: Callable[..., str]) -> None:
        turns: list[Turn] = []
        if self.tries(lambda: turns.append(turn())):
            self.turned(turns[0])
            exercises, today = self.logbook.content.exercises, self.logbook.desk.today
            self.say(words(turns[0], exercises, today, name_today=True))

    def _reaches_back(self, turn: Turn) -> bool:
        """Made on an earlier day, and not in the session that is under way."""
        in_session = turn.step is not None and turn.day == self.logbook.today
        return turn.at.date() < self.logbook.desk.today and not in_session

    def _ask_first(self, turn: Turn) -> None:
        from tracker.domain.words.figures import full_date
        from tracker.screens.dialogs.ask import Ask

        def go(answer: str | None) -> None:
            if answer != "yes":
                return
            now: list[Turn | None] = []
            if not self.tries(lambda: now.append(self.logbook.undoing.next)):
                return
            if now[0] is None or now[0].at == turn.at:
                self._undo()
            else:
                self.action_undo()  # another window was faster: it names what is newest now

        day = full_date(day_of(turn), self.logbook.desk.today)
        said = f"{words_of(turn, self.logbook.content.exercises)}."
        self.app.push_screen(
            Ask(f"Undo what was done on {day}?", REACH_BACK, said[:1].upper() + said[1:]), go
        )
