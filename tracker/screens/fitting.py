"""Today, when an exercise does not fit: the five signals, the ladder, swaps, and the way back up."""

from typing import TYPE_CHECKING

from tracker.domain.coaching.modifying import KEEP, LIGHTER, Kind, ModifyOption, ModifyOptions
from tracker.domain.errors import Refused
from tracker.domain.exercise import Exercise
from tracker.domain.session import Entry, Signal
from tracker.domain.words.said_set import set_of
from tracker.logbook import Where
from tracker.questions import SIGNALS, Answer
from tracker.screens import checklist
from tracker.screens.today_parts import TodayPart
from widgets.ladder import Step

if TYPE_CHECKING:
    from tracker.screens.dialogs.modify import Beside

_UP, _RECORD, _MORE, _FEWER, _LIKED = "up", "record", "more reps", "fewer reps", "liked"
_LEAVE_OUT, _HOW_MUCH = "leave out", "how much"
_KEYS = {LIGHTER: "l", KEEP: "k"}
_LABELS = {LIGHTER: "The same, lighter", KEEP: "As it is, noted as clunky"}


class Fitting(TodayPart):
    """What `m` does."""

    def action_modify(self) -> None:
        """Ask why, with what is on offer above the five signals."""
        from tracker.screens.dialogs.ask import Ask

        where, session = self.cursor, self.session
        if where is None or session is None:
            return
        entry = session.entries[where.entry]
        name = self.logbook.content.exercises[entry.exercise].name
        offers = self._offers(where.entry, entry)
        asked = Ask(
            f"Modify {name}",
            (*offers, *SIGNALS),
            "It is always fine to modify, and it counts in full.",
            selected=offers[0].value if offers else self._likely(where.entry),
        )
        self.ask(asked, lambda answer: self._after_signal(where.entry, answer))

    def _likely(self, at: int) -> str:
        """The signal under the pointer: clunky after three such times."""
        clunky = "CLUNKY_THREE_TIMES" in self.logbook.adapting.offers(at)
        return Signal.CLUNKY.value if clunky else SIGNALS[0].value

    def _offers(self, at: int, entry: Entry) -> tuple[Answer, ...]:
        """The way back up, a record, other reps: only where they are due or possible."""
        found: list[Answer] = []
        stepped = entry.modified is not None and entry.modified.signal is not None
        if stepped and entry.modified is not None and entry.modified.planned != entry.exercise:
            due = "WAY_BACK_UP" in self.logbook.adapting.offers(at)
            found.append(Answer("b", _UP, "Back up a step", "it is time" if due else "whenever you like"))
        offered = self.logbook.adapting.offers(at)
        if "PR_OFFER" in offered:
            reason = next(each for each in entry.reasons if each.code == "PR_OFFER")
            load, reps = reason.inputs.get("load", ""), reason.inputs.get("reps", "")
            found.append(Answer("a", _RECORD, f"Attempt a record: {load} × {reps} @9", "only if you like"))
        if "DISLIKE_OFFER" in offered:
            reason = next(each for each in entry.reasons if each.code == "DISLIKE_OFFER")
            other = self.logbook.content.exercises[str(reason.inputs["exercise"])].name
            found.append(Answer("w", _LIKED, f"{other} instead", "only if you like it better"))
        if "STALL_CHANGE" in offered:
            found.append(Answer("m", _MORE, "Two reps more", "the weight is converted to fit"))
            found.append(Answer("f", _FEWER, "Two reps fewer", "the weight is converted to fit"))
        return tuple(found)

    def _after_signal(self, at: int, answer: str) -> None:
        adapting = self.logbook.adapting
        changes = {
            _UP: lambda: adapting.way_back(at),
            _LIKED: lambda: adapting.swap_disliked(at),
            _RECORD: lambda: self._attempt(at),
            _MORE: lambda: adapting.change_reps(at, 2),
            _FEWER: lambda: adapting.change_reps(at, -2),
        }
        if answer in changes:
            if self.tries(changes[answer]):
                self._stand_on_it(at)
            return
        self._show_ladder(at, Signal(answer))

    def _attempt(self, at: int) -> None:
        """A record attempt where one is offered.

        Raises:
            Refused: where none is, with the reason.
        """
        why_not = self.logbook.adapting.attempt(at)
        if why_not is not None:
            raise Refused(self.runlift.words.text(why_not))

    def _show_ladder(self, at: int, signal: Signal) -> None:
        from tracker.screens.dialogs.modify import Modify

        options = self.logbook.adapting.options(at, signal)
        if options.suggested is None:
            self._leave_out(at, signal, options.here)
            return
        said = next(each.label for each in SIGNALS if each.value == signal.value)
        window = Modify(said, self._steps(options), self._beside(options), options.suggested or "")
        self.ask(window, lambda target: self._take(at, signal, target, options))

    def _leave_out(self, at: int, signal: Signal, here: Exercise) -> None:
        """Below the last step there is leaving it out; where it hurts, how much is asked either way."""
        from tracker.screens.dialogs.ask import Ask

        hurts = signal is Signal.HURTS

        def answered(answer: str) -> None:
            told = ""
            if answer == _LEAVE_OUT:
                if not self.tries(self.logbook.skip_exercise, at, "it hurts" if hurts else "not today"):
                    return
                if self.logbook.session is not None:
                    self.move_to(checklist.next_open(self.logbook.session, self.cursor))
                told = f"{here.name} is left out today."
                self.say(told)
            if hurts:
                self.ask_where_it_hurts(here, told)

        answers = [Answer("x", _LEAVE_OUT, "Leave it out today")]
        if hurts:
            answers.append(Answer("p", _HOW_MUCH, "Keep it, and say how much it hurts"))
        said = "Nothing smaller fits here today; leaving it out is always fine."
        self.ask(Ask(here.name, answers, said), answered)

    def _steps(self, options: ModifyOptions) -> tuple[Step, ...]:
        here = Step("", options.here.name, here=True)
        up = tuple(self._step(each) for each in reversed(options.above))
        down = tuple(self._step(each) for each in options.below)
        return (*up, here, *down)

    def _step(self, option: ModifyOption) -> Step:
        return Step(option.id, option.exercise.name, self._set(option))

    def _beside(self, options: ModifyOptions) -> tuple["Beside", ...]:
        from tracker.screens.dialogs.modify import Beside

        swaps = tuple(
            Beside(str(number), each.id, each.exercise.name, self._set(each))
            for number, each in enumerate(options.swaps, start=1)
        )
        same = (options.lighter, options.keep)
        return (
            *swaps,
            *(Beside(_KEYS[each.id], each.id, _LABELS[each.id], self._set(each)) for each in same if each),
        )

    def _set(self, option: ModifyOption) -> str:
        """Its first open set: what one would do."""
        asked = next((row.planned for row in option.entry.sets if row.is_open and row.planned), None)
        return "" if asked is None else set_of(option.entry, asked, self.unit)

    def _take(self, at: int, signal: Signal, target: str, options: ModifyOptions) -> None:
        adapting = self.logbook.adapting
        chosen = options.option(target)
        if chosen is not None and chosen.kind is Kind.UP and target == options.above[0].id:
            taken = self.tries(adapting.way_back, at)
        else:
            taken = self.tries(adapting.modify, at, signal, target)
        if not taken or chosen is None:
            return
        self._stand_on_it(at)
        told = self.runlift.words.text(chosen.entry.reasons[0])
        self.say(told)
        if signal is Signal.HURTS:
            self.ask_where_it_hurts(options.here, told)

    def _stand_on_it(self, at: int) -> None:
        """The cursor goes to the next open set of what was changed."""
        under_way = self.logbook.under_way
        session = self.logbook.session
        if under_way is None or session is None or under_way.last is None:
            return
        entry = under_way.last.at_entry if under_way.last.at_entry is not None else at
        row = session.entries[entry].next_open
        self.move_to(Where(entry, row) if row is not None else checklist.next_open(session, self.cursor))
