"""Today, when a day does not go as planned: niggles, warning signs, tiredness, another place."""

from collections.abc import Callable
from datetime import timedelta

from tracker.domain.adapting.readiness import Feel, Readiness
from tracker.domain.adapting.soreness import Asks, Question
from tracker.domain.coaching.replanning import EntryChange
from tracker.domain.exercise import CareArea, Exercise
from tracker.domain.reason import Reason
from tracker.domain.runner import Away
from tracker.domain.words.figures import percent_change
from tracker.logbook.on_today import OFFERS, Reply
from tracker.questions import (
    ENERGY,
    LEGS,
    READINESS,
    SCORES,
    SEEN,
    SIGN_TODAY,
    SIGNS,
    SITES,
    SLEEP,
    UNTIL,
    WORN_OUT,
    YES_OR_KEEP,
    Answer,
)
from tracker.screens import panels
from tracker.screens.today_parts import TodayPart
from widgets.facts import Fact

_SIGN, _BACK, _ILL, _HOLIDAY = "sign", "back", "ill", "holiday"
_TOLD_BY_WHY = "WAY_BACK_UP"
_TOLD = 2
_CHANGES_NAMED = 3


class Feeling(TodayPart):
    """What `p`, `r` and `a` do, and what is asked of the runner."""

    # Asked and told

    def with_told(self, panel: panels.Panel) -> panels.Panel:
        """The panel with what is asked of the runner, what is on offer, and what concerns the whole day."""
        answers = f"{self.key('body.pain')} answers"
        facts = [Fact("asked", f"{self._line(each.reason)} {answers}", rows=2, rank=0)
                 for each in self._questions()[:1]]  # fmt: skip
        session, where = self.session, self.cursor
        if session is not None and where is not None and self.day is not None and not self.day.done:
            entry = session.entries[where.entry]
            offered = [each for each in entry.reasons if each.code in OFFERS and each.code != _TOLD_BY_WHY]
            facts += [
                Fact("offer", f"{self._line(each)} {self.key('exercise.modify')}", rank=1)
                for each in offered[:1]
            ]
            if not session.started:
                about = self._about_today()
                told = dict.fromkeys(self._line(each) for each in about)
                rank = 0 if any(each.code.startswith("PAIN_") for each in about) else 2
                facts += [Fact("today", " ".join(list(told)[:_TOLD]), rows=2, rank=rank)] if told else []
        return panel._replace(facts=(*facts, *panel.facts))

    def _line(self, reason: Reason) -> str:
        return self.runlift.words.line(reason)

    def _about_today(self) -> tuple[Reason, ...]:
        assert self.day is not None
        away = tuple(each for each in self.day.reasons if each.code == "TRAVEL")
        return (*away, *(self.session.reasons if self.session else ()))

    def _questions(self) -> tuple[Question, ...]:
        """What is open; nothing once the session has begun."""
        if self.day is None or (self.session is not None and self.session.started):
            return ()
        return self.logbook.adapting.questions(known=self.day)

    @property
    def is_away(self) -> bool:
        """Whether the runner is at another place, ill or on holiday today."""
        return self.day is not None and self.logbook.desk.runner.absence_on(self.day.date) is not None

    @property
    def lifting_waits(self) -> bool:
        """Whether it is a warning sign or an illness that keeps the runner from training today."""
        absence = None if self.day is None else self.logbook.desk.runner.absence_on(self.day.date)
        return self.warning is not None or (absence is not None and absence.kind is Away.ILLNESS)

    def is_idle(self, key: str) -> bool:
        """Whether a key has nothing to do today: training waits, nothing is on offer, or to rate."""
        match key:
            case "day.early" | "day.mobility":
                return self.lifting_waits
            case "day.deload":
                return not self.offers_deload
            case "session.rpe.1":
                return self.session is not None and self.session.skipped is not None
        return False

    @property
    def warning(self) -> Reason | None:
        """The warning sign that stops training today, None without one."""
        reasons = self.day.reasons if self.day is not None else ()
        return next((each for each in reasons if each.code.startswith("RED_FLAG_")), None)

    def training_waits(self) -> bool:
        """Whether a warning sign stands in the way; if so, that is said."""
        found = self.warning
        if found is not None:
            self.say(self.runlift.words.text(found))
        return found is not None

    # Niggles

    def action_pain(self) -> None:
        """A warning sign of today or an open question first, else where it hurts."""
        sign = next((each for each in self.logbook.adapting.signs() if each.date == self.logbook.today), None)
        if sign is not None:
            self._ask_about(sign.red_flag or "")
            return
        self._ask_on()

    def _ask_about(self, code: str) -> None:
        """Whether the warning sign of today stands, or was a slip of the finger."""
        from tracker.screens.dialogs.ask import Ask

        def go(answer: str) -> None:
            if answer == "mistake" and self.tries(self.logbook.adapting.mistaken, code):
                self.cursor = None
            elif answer == "else":
                self._ask_on()

        self.ask(Ask("The warning sign of today", SIGN_TODAY, self._sign(code), "stands"), go)

    def _ask_on(self) -> None:
        asked = next(iter(self._questions()), None)
        if asked is not None:
            self._answer(asked)
            return
        session, where = self.session, self.cursor
        here = None
        if session is not None and where is not None:
            here = self.logbook.content.exercises.get(session.entries[where.entry].exercise)
        self.ask_where_it_hurts(here)

    def ask_where_it_hurts(self, exercise: Exercise | None, told: str = "") -> None:
        """A spot, then a number; what *exercise* loads comes first. *told* is what was just done about it."""
        from tracker.screens.dialogs.ask import Ask

        care = exercise.care if exercise is not None else ()
        near = sorted(SITES, key=lambda each: each.value not in care)
        said = f"{told} {self.runlift.words.line('SAFETY_PAIN')}".strip()
        self.ask(Ask("Where does it hurt?", near, said), self._ask_how_much)

    def _ask_how_much(self, site: str) -> None:
        from tracker.screens.dialogs.ask import Ask

        if site == _SIGN:
            self.ask(Ask("Is it one of these?", SIGNS, "Each of them ends the session."), self._warn)
            return
        name = next(each.label for each in SITES if each.value == site)
        window = Ask(f"{name}: how much, from 0 to 10?", SCORES, selected="3")
        adapting, area = self.logbook.adapting, CareArea(site)
        self.ask(window, lambda score: self._agree(
            adapting.preview_pain(area, int(score)),
            lambda: adapting.report_pain(area, int(score)),
            lambda: adapting.report_pain(area, int(score), as_planned=True),
        ))  # fmt: skip

    def _answer(self, question: Question) -> None:
        from tracker.screens.dialogs.ask import Ask

        text = self.runlift.words.text(question.reason)
        if question.asks is Asks.SEEN:
            sign = question.checkin.red_flag if question.checkin is not None else None
            self.ask(Ask("The warning sign", SEEN, text), lambda answer: self._seen(answer, sign))
            return
        assert question.site is not None
        site, adapting = question.site, self.logbook.adapting
        window = Ask(f"{question.before} of 10 then; how much now?", SCORES, text, str(question.before))
        self.ask(window, lambda score: self._agree(
            adapting.preview_pain(site, int(score)),
            lambda: adapting.answer(question, int(score)),
            lambda: adapting.answer(question, int(score), as_planned=True),
        ))  # fmt: skip

    def _seen(self, answer: str, sign: str | None) -> None:
        if answer == "seen":
            self.tries(self.logbook.adapting.seen, sign)

    def _warn(self, code: str) -> None:
        from tracker.screens.dialogs.ask import Ask

        if self.tries(self.logbook.adapting.red_flag, code):
            self.cursor = None
            read = (Answer("o", "read", "I have read this"),)
            self.ask(Ask(self._sign(code), read, self.runlift.words.text(code)), lambda _: None)

    def _sign(self, code: str) -> str:
        return next(each.label for each in SIGNS if each.value == code)

    # Tired

    def action_readiness(self) -> None:
        from tracker.screens.dialogs.ask import Ask

        said = "It can hold or lower today, never raise it."
        self.ask(Ask("How do you feel?", READINESS, said, "normal"), self._after_feel)

    def _after_feel(self, feel: str) -> None:
        from tracker.screens.dialogs.ask import Ask

        if feel != "more":
            self._ready(Readiness(feel=Feel(feel)))
            return

        def legs(sleep: str, energy: str) -> None:
            self.ask(
                Ask("How are your legs?", LEGS),
                lambda sore: self._ready(
                    Readiness(sleep_h=float(sleep), energy=int(energy), soreness=int(sore))
                ),
            )

        def energy(sleep: str) -> None:
            self.ask(Ask("How much energy have you got?", ENERGY), lambda level: legs(sleep, level))

        self.ask(Ask("How long did you sleep?", SLEEP), energy)

    def _ready(self, said: Readiness) -> None:
        session = self.session
        if session is not None and session.started:
            self.tries(self.logbook.adapting.say_readiness, said)
            return
        reply = self.logbook.adapting.preview_readiness(said)
        if reply.plan is not None and reply.plan.neutral:
            self._worn_out(reply, said)
        else:
            self._agree(reply, lambda: self.logbook.adapting.say_readiness(said))

    def _worn_out(self, reply: Reply, said: Readiness) -> None:
        from tracker.screens.dialogs.ask import Ask

        def go(answer: str) -> None:
            if answer == "easy":
                self.tries(self.logbook.adapting.say_readiness, said)
            elif answer == "move":
                self.action_skip_session()

        text = self.runlift.words.text(reply.reason)
        self.ask(Ask("A day for something easy", WORN_OUT, text), go)

    def _agree(
        self, reply: Reply, change: Callable[[], Reply], otherwise: Callable[[], Reply] | None = None
    ) -> None:
        """Do it; where a load drops by more than a tenth, or exercises are replaced, ask first, with the one cause.

        Args:
            otherwise: what is noted all the same on a no.
        """
        from tracker.screens.dialogs.ask import Ask

        def do(agreed: Callable[[], Reply]) -> None:
            told: list[Reply] = []
            if self.tries(lambda: told.append(agreed())):
                self.cursor = None
                self.say(self.runlift.words.text(told[0].reason))
                self.draw_now()

        if not reply.asks:
            do(change)
            return

        def go(answer: str) -> None:
            if answer == "yes":
                do(change)
            elif otherwise is not None:
                do(otherwise)

        text = f"{self._line(reply.reason)} {self._named(reply)}"
        self.ask(Ask("Today would change", YES_OR_KEEP, text), go)

    def _named(self, reply: Reply) -> str:
        """What changes, in the order of the session: "Back squat → Hip thrust, Calf raise −20 %"."""
        changes = reply.plan.shown if reply.plan is not None else ()
        said = [self._change(each) for each in changes if each.replaces or each.drop > 0]
        more = f" and {len(said) - _CHANGES_NAMED} more" if len(said) > _CHANGES_NAMED else ""
        return ", ".join(said[:_CHANGES_NAMED]) + more

    def _change(self, change: EntryChange) -> str:
        names = self.logbook.content.exercises
        name = names[change.before.exercise].name
        if not change.replaces:
            return f"{name} {percent_change(-change.drop * 100, 0)}"
        instead = next((names[each.exercise].name for each in change.left), None)
        return f"{name} rests" if instead is None else f"{name} → {instead}"

    # Away

    def action_away(self) -> None:
        """Another place, ill, on holiday; or back."""
        from tracker.screens.dialogs.ask import Ask

        assert self.day is not None
        coach = self.logbook.coach(self.day.date)
        absence = coach.runner.absence_on(self.day.date)
        here = coach.profile(self.day.date).id
        unit = coach.runner.unit
        places = [each for each in coach.profiles.values() if each.id != here and each.unit is unit]
        answers = [Answer("b", _BACK, "Back: the usual place and days")] if absence is not None else []
        answers += [
            Answer(str(number), each.id, f"Training at: {each.name}", "the session fits what is there")
            for number, each in enumerate(places, start=1)
        ]
        answers += [
            Answer("i", _ILL, "Ill", "no lifting; then two gentle sessions"),
            Answer("h", _HOLIDAY, "On holiday", "nothing planned, nothing missed"),
        ]
        said = "The lifts left behind wait for you where they are."
        self.ask(Ask("Away?", answers, said), self._after_away)

    def _after_away(self, where: str) -> None:
        from tracker.screens.dialogs.ask import Ask

        if where == _BACK:
            self._go(self.logbook.adapting.back)
            return
        self.ask(Ask("For how long?", UNTIL), lambda days: self._be_away(where, int(days)))

    def _be_away(self, where: str, days: int) -> None:
        adapting, today = self.logbook.adapting, self.logbook.today
        until = today + timedelta(days=days) if days else None
        if where == _ILL:
            self._go(lambda: adapting.ill(until))
        elif where == _HOLIDAY:
            self._go(lambda: adapting.holiday(until))
        else:
            self._go(lambda: adapting.travel(where, until))

    def _go(self, change: Callable[[], object]) -> None:
        if self.tries(change):
            self.cursor = None
            self.day = None
            self.draw_now()
