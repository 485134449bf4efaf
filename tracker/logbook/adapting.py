"""When a day does not go as planned: modify, niggles, tiredness, little time, away. Always fine, and remembered."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, NamedTuple, ParamSpec, TypeVar

from tracker.domain.adapting.pain import asks_next_morning, pain_reason
from tracker.domain.adapting.readiness import Readiness, band_of, reported
from tracker.domain.adapting.short_time import OFFERED_MINUTES, lengthened, shortened
from tracker.domain.adapting.soreness import FEVER, Asks, Question, questions, standing_flags
from tracker.domain.coaching.coach import Day
from tracker.domain.coaching.entry_sets import session_minutes
from tracker.domain.coaching.modifying import (
    ModifyOption,
    ModifyOptions,
    climb,
    liked_instead,
    modify_options,
    with_option,
)
from tracker.domain.coaching.replanning import Replanned, afresh, replanned, restful
from tracker.domain.coaching.session_plan import NIGGLES_TOLD, SessionPlan
from tracker.domain.errors import NothingToDo, Refused
from tracker.domain.exercise import CareArea
from tracker.domain.open_session import Step
from tracker.domain.progression.attempt import USUAL_REPS
from tracker.domain.progression.stall_change import with_attempt, with_reps
from tracker.domain.reason import Reason, because
from tracker.domain.run import CheckIn
from tracker.domain.runner import Absence, Away
from tracker.domain.session import Entry, Pain, ReadinessBand, Session, Signal
from tracker.logbook.memory import Writing

if TYPE_CHECKING:
    from tracker.logbook.logbook import Logbook

OFFERS = ("WAY_BACK_UP", "CLUNKY_THREE_TIMES", "DISLIKE_OFFER", "PR_OFFER", "STALL_CHANGE")

_SHORTENED = "shortened"
_SAID_BEFORE = frozenset({"pain_reported", "readiness_given", _SHORTENED, "place_changed"})
"""Steps that plan the session anew by themselves."""

P = ParamSpec("P")
T = TypeVar("T")

NO_END = timedelta(days=365)
"""An absence without a last day; `back` ends it."""


class Reply(NamedTuple):
    """What something said would change today.

    Attributes:
        reason: what it means, in one cause.
        plan: the session before and after; None when no session is open today.
        asks_tomorrow: the question comes again the next morning.
    """

    reason: Reason
    plan: Replanned | None = None
    asks_tomorrow: bool = False

    @property
    def asks(self) -> bool:
        """A load drops by more than 10 %: ask before doing it."""
        return self.plan is not None and self.plan.asks


class ShortOption(NamedTuple):
    """What is left for those short on time.

    Attributes:
        minutes: asked for.
        estimate: minutes it would take.
        exercises, sets: still to do or done.
        fits: nothing has to go, or the estimate is within the time.
    """

    minutes: int
    estimate: int
    exercises: tuple[str, ...]
    sets: int

    @property
    def fits(self) -> bool:
        return self.estimate <= self.minutes


def _on_what_is_there(
    change: "Callable[Concatenate[Adapting, P], T]",
) -> "Callable[Concatenate[Adapting, P], T]":
    """Work a change out on what is on disk: sets that another window logged meanwhile stay."""

    @wraps(change)
    def alone(self: "Adapting", /, *given: P.args, **named: P.kwargs) -> T:
        with self._book.desk.alone():
            return change(self, *given, **named)

    return alone


class Adapting:
    """Changes of today that the plan did not foresee. Everything inside a session can be undone."""

    def __init__(self, book: "Logbook") -> None:
        self._book = book

    # Modify

    def options(self, entry: int, signal: Signal) -> ModifyOptions:
        """What can be done about an exercise of today, the sensible one preselected. Nothing changes yet."""
        session = self._session()
        plan = self._plan(session)
        return modify_options(plan, session, entry, signal, self._book.grid(session.entries[entry]))

    @_on_what_is_there
    def modify(self, entry: int, signal: Signal, option: str | None = None) -> ModifyOption:
        """Take one of the options, the suggested one without *option*; it holds for two exposures.

        Raises:
            Refused: for an option that does not exist today, or when there is none at all.
        """
        offered = self.options(entry, signal)
        wanted = option or offered.suggested
        if wanted is None:
            raise Refused("Nothing smaller fits here today; leaving it out is always fine.")
        chosen = offered.option(wanted)
        if chosen is None:
            known = ", ".join(each.id for each in offered) or "none"
            raise Refused(f'"{wanted}" is no option for {offered.here.name} today; there is {known}.')
        self._take(entry, chosen)
        return chosen

    @_on_what_is_there
    def way_back(self, entry: int) -> ModifyOption:
        """One small step back up.

        Raises:
            NothingToDo: where the runner has not stepped down, or the step up is not possible here.
        """
        session = self._session()
        up = climb(self._plan(session), session, entry)
        if up is None:
            raise NothingToDo("There is no step back up for this exercise today.")
        self._take(entry, up)
        return up

    def swap_disliked(self, entry: int) -> ModifyOption:
        """What is offered in place of an exercise left out twice because it is not liked; the way back stays open.

        Raises:
            NothingToDo: where nothing is offered.
        """
        session = self._session()
        other = liked_instead(self._plan(session), session, entry)
        if other is None:
            raise NothingToDo("Nothing else is offered for this exercise today; m has its swaps.")
        self._take(entry, other)
        return other

    def _take(self, entry: int, option: ModifyOption) -> None:
        def change(session: Session) -> Step:
            entries = with_option(session, entry, option)
            at = entry + len(entries) - len(session.entries)
            anew = self._book.all_anew("modified", entries, {"minutes": session_minutes(entries)})
            return anew.changed(at_entry=at)

        self._book.change(change)

    def offers(self, entry: int) -> tuple[str, ...]:
        """Codes of what may be chosen for an exercise, of `OFFERS`."""
        codes = {reason.code for reason in self._session().entries[entry].reasons}
        return tuple(code for code in OFFERS if code in codes)

    @_on_what_is_there
    def attempt(self, entry: int, reps: int = USUAL_REPS) -> None:
        """Make the top set a record attempt, where one is offered.

        Raises:
            Refused: where none is.
        """
        session = self._session()
        chosen = session.entries[entry]
        advice = self._plan(session).attempt_for(chosen, session.template, reps)
        if advice is None or chosen.performed:
            raise Refused("No record attempt is offered for this exercise today.")

        def change(_: Session) -> Step:
            return self._book.step("record_attempt", {entry: with_attempt(chosen, advice)}, entry=entry)

        self._book.change(change)

    @_on_what_is_there
    def change_reps(self, entry: int, by: int) -> None:
        """Some reps more or fewer, the load converted; for a lift that has stopped moving."""
        session = self._session()
        changed = with_reps(session.entries[entry], by, self._book.grid(session.entries[entry]))

        def change(_: Session) -> Step:
            return self._book.step("reps_changed", {entry: changed}, entry=entry)

        self._book.change(change)

    # Pain

    def preview_pain(self, site: CareArea, score: int, entry: int | None = None) -> Reply:
        """What a niggle of 0 to 10 would change today: everything that needs care there, or one *entry* alone."""
        session = self._open_session()
        named = {} if entry is None else {entry: Pain(site=site, score=score)}
        pains = {site: score} if entry is None else {}
        plan = None if session is None else self._by_pain(session, pains, named)
        return Reply(pain_reason(score, site), plan, asks_next_morning(score))

    def _by_pain(self, session: Session, pains: dict[CareArea, int], named: dict[int, Pain]) -> Replanned:
        """The session with that niggle; where it hurts less than planned for, what was taken off comes back."""
        believed = self._plan(session).about.pains
        better = any(score < believed.get(site, 0) for site, score in pains.items())
        plan = self._plan(session, pains)
        if better and session.template and self._is_untouched():
            return afresh(plan, session)
        changed = replanned(plan, session, named)
        kept = tuple(each for each in session.reasons if each.code not in NIGGLES_TOLD)
        return changed._replace(reasons=(*plan.about_niggles(), *kept))

    def _is_untouched(self) -> bool:
        """Nothing of today's session is the runner's own doing yet."""
        under_way = self._book.under_way if self._book.session is not None else None
        steps = () if under_way is None else under_way.steps[: under_way.cursor]
        return all(step.what in _SAID_BEFORE for step in steps)

    @_on_what_is_there
    def report_pain(self, site: CareArea, score: int, entry: int | None = None) -> Reply:
        """Note a niggle and change today by it. A later report of the same spot replaces an earlier one of today.

        Raises:
            Refused: for a score outside 0 to 10.
        """
        if not 0 <= score <= 10:
            raise Refused("Pain is a number from 0 to 10.")
        reply = self.preview_pain(site, score, entry)
        if entry is not None:
            self._replan(reply, "pain_reported")
            return reply
        today = self._book.today
        earlier = next(
            (each for each in self._checkins(today) if each.site is site and not each.session), None
        )
        new_id = self._book.desk.new_id()
        checkin = CheckIn(id=earlier.id if earlier else new_id, date=today, site=site, pain=score)
        if reply.plan is None:
            self._book.past.check_in(checkin)
        else:
            self._replan(reply, "pain_reported", checkin, new="" if earlier else checkin.id)
        return reply

    def questions(self, day: date | None = None, known: Day | None = None) -> tuple[Question, ...]:
        """What to ask before training: the morning after a niggle, a spot that was sore, a warning sign.

        Args:
            known: what *day* asks, where the caller has it at hand.
        """
        asked = known.date if known is not None else day or self._book.today
        log = self._book.log(asked)
        if not log.has_hurt:
            return ()
        session = (known or self._book.day(asked)).session
        exercises = self._book.content.exercises
        loaded = {
            area
            for entry in (session.entries if session is not None and session.skipped is None else ())
            if entry.exercise in exercises
            for area in exercises[entry.exercise].care
        }
        return questions(log, asked, frozenset(loaded))

    @_on_what_is_there
    def answer(self, question: Question, score: int) -> Reply:
        """How it is now. Worse than before the session: next time one more step down, and lighter."""
        if question.site is None:
            raise Refused("That question is answered with `seen`.")
        if question.asks is Asks.STILL_SORE:
            return self.report_pain(question.site, score)
        reply = self.preview_pain(question.site, score)
        worse = question.before is not None and score > question.before
        today = self._book.today
        checkin = CheckIn(
            id=self._book.desk.new_id(), date=today, site=question.site, pain=score, session=question.session
        )
        if reply.plan is None or self._book.session is None:
            self._book.past.check_in(checkin)
        else:
            self._replan(reply, "pain_reported", checkin, new=checkin.id)
        return Reply(because("PAIN_WORSE", site=question.site.value), reply.plan) if worse else reply

    @_on_what_is_there
    def red_flag(self, code: str) -> Session | None:
        """A warning sign: the session ends as it stands, nothing takes its place. The session, if one was begun."""
        book = self._book
        under_way = book.session
        day = book.today
        checkin = CheckIn(id=book.desk.new_id(), date=day, red_flag=code, acknowledged=True)
        with book.desk.writing("red_flag") as writing:
            writing.keep("checkins", checkin)
            open_now = book.desk.memory.open
            if under_way is None or open_now is None:
                return None
            if not open_now.session.started:
                writing.drop_open()
                return None
            return book.close(writing, open_now)  # undo does not lead back into it

    def signs(self) -> tuple[CheckIn, ...]:
        """The warning signs that stop training today, the last one first."""
        return standing_flags(self._book.log(self._book.today), self._book.today)

    @_on_what_is_there
    def seen(self, code: str | None = None) -> None:
        """A clinician has looked at the warning sign *code*, or at all that wait, and training is fine.

        Raises:
            NothingToDo: when none of them waits; a fever has its day whatever is said.
        """
        waiting = {each.red_flag for each in self.signs()} - {FEVER}
        cleared = waiting if code is None else waiting & {code}
        if not cleared:
            what = "No warning sign is" if code is None else "That warning sign is not"
            raise NothingToDo(f"{what} waiting to be seen.")
        for each in self._book.log(self._book.today).checkins:
            if each.red_flag in cleared and not each.seen:
                self._book.past.check_in(each.changed(seen=True))

    # Readiness and time

    def preview_readiness(self, readiness: Readiness) -> Reply:
        """What it would change; nothing ever goes up by it."""
        session = self._session()
        plan = self._plan(session, readiness=readiness)
        rules, about = self._book.content.rules.readiness, plan.about
        points = plan.points(lower=True)
        band = band_of(rules, points)
        words = reported(rules, readiness, about.runs, lower=True)
        reason = because(f"READINESS_{band.name}", points=points, **({"reported": words} if words else {}))
        if band is ReadinessBand.SWAP and session.template:
            return Reply(reason, restful(plan, session))
        return Reply(reason, replanned(plan, session))

    @_on_what_is_there
    def say_readiness(self, readiness: Readiness) -> Reply:
        """Today's readiness; what is not begun yet is planned anew. It holds or lowers, never raises.

        Raises:
            Refused: when sets have been done already.
        """
        session = self._session()
        if session.started:
            raise Refused("Readiness is for before the first set; modify or skip what does not fit now.")
        reply = self.preview_readiness(readiness)
        assert reply.plan is not None
        plan, entries = self._plan(session, readiness=readiness), reply.plan.entries
        points = plan.points(lower=True)
        told = tuple(each for each in session.reasons if not each.code.startswith("READINESS_"))
        fields = {
            "readiness": band_of(self._book.content.rules.readiness, points),
            "readiness_points": points,
            "felt": readiness,
            "neutral": reply.plan.neutral,
            "minutes": session_minutes(entries),
            "reasons": (reply.reason, *told) if reply.plan.neutral else told,
        }
        self._book.change(lambda _: self._book.all_anew("readiness_given", entries, fields))
        return reply

    def short_options(self) -> tuple[ShortOption, ...]:
        """40, 25 and 12 minutes with what each would keep."""
        session, whole = self._session(), self._whole()
        return tuple(self._short(session, whole, minutes) for minutes in OFFERED_MINUTES)

    def whole_minutes(self) -> int:
        """What the session takes with nothing cut."""
        return session_minutes(self._whole())

    @_on_what_is_there
    def shorten(self, minutes: int) -> ShortOption:
        """Keep what matters most and fits *minutes*; what was done stays, and the session counts as done.

        With more time than before, what had been cut comes back.

        Raises:
            NothingToDo: when it fits as it is.
        """
        session, whole = self._session(), self._whole()
        kept = shortened(whole, minutes, session.phase, session_minutes)
        cuts = kept != whole
        if kept == session.entries:
            raise NothingToDo(f"It takes about {session_minutes(kept)} minutes as it is: nothing has to go.")
        told = tuple(each for each in session.reasons if each.code != "SHORT_ON_TIME")
        said = (because("SHORT_ON_TIME", minutes=minutes, exercises=len(kept)),) if cuts else ()
        fields = {
            "short_minutes": minutes if cuts else None,
            "minutes": session_minutes(kept),
            "reasons": (*said, *told),
        }
        self._book.change(lambda _: self._book.all_anew(_SHORTENED, kept, fields))
        return self._short(session, whole, minutes)

    def _short(self, session: Session, whole: tuple[Entry, ...], minutes: int) -> ShortOption:
        kept = shortened(whole, minutes, session.phase, session_minutes)
        sets = sum(len(entry.sets) for entry in kept)
        return ShortOption(minutes, session_minutes(kept), tuple(entry.exercise for entry in kept), sets)

    def _whole(self) -> tuple[Entry, ...]:
        """The session's exercises with nothing cut for want of time, as they would be after all that was said."""
        session = self._session()
        under_way = self._book.under_way
        if session.short_minutes is None or under_way is None:
            return session.entries
        steps = under_way.steps[: under_way.cursor]
        cuts = [at for at, step in enumerate(steps) if step.what == _SHORTENED]
        if not cuts:
            return session.entries
        before, cut = under_way.after_steps(cuts[0]), under_way.after_steps(cuts[-1] + 1)
        whole = lengthened(session.entries, before.entries, cut.entries)
        if not any(step.what in _SAID_BEFORE - {_SHORTENED} for step in steps[cuts[0] :]):
            return whole
        return replanned(self._plan(session), session.changed(entries=whole)).entries

    # Away

    def travel(self, equipment: str, until: date | None = None, start: date | None = None) -> Absence:
        """Train with what another place has, until the day before *until*; the lifts left behind wait.

        Raises:
            Refused: for a place that is not known.
        """
        coach = self._book.coach()
        if equipment not in coach.profiles:
            known = ", ".join(sorted(coach.profiles))
            raise Refused(f'There is no place called "{equipment}"; there is {known}.')
        return self._be_away(Away.TRAVEL, until, start, equipment)

    def ill(self, until: date | None = None, start: date | None = None) -> Absence:
        """No lifting while ill; two gentle sessions afterwards."""
        return self._be_away(Away.ILLNESS, until, start)

    def holiday(self, until: date | None = None, start: date | None = None) -> Absence:
        """Nothing planned, nothing missed."""
        return self._be_away(Away.HOLIDAY, until, start)

    @_on_what_is_there
    def back(self) -> None:
        """Back to the usual place and days.

        Raises:
            NothingToDo: when the runner is not away.
        """
        self._book.planning.be_back(self._book.today)
        self._replan_for_the_place()

    @_on_what_is_there
    def _be_away(
        self, kind: Away, until: date | None, start: date | None, equipment: str | None = None
    ) -> Absence:
        begin = start or self._book.today
        absence = Absence(start=begin, end=until or begin + NO_END, kind=kind, equipment=equipment)
        if self._book.coach(begin).runner.absence_on(begin) is not None and begin == self._book.today:
            self._book.planning.be_back(begin)
        self._book.planning.be_away(absence)
        self._replan_for_the_place()
        return absence

    def _replan_for_the_place(self) -> None:
        """The session under way, with what is here now."""
        session = self._book.session
        if session is None:
            return
        plan = replanned(self._plan(session), session)
        if plan.changes:
            self._replan(Reply(because("TRAVEL"), plan), "place_changed")

    # Inside

    def _session(self) -> Session:
        return self._book.begin().session

    def _open_session(self) -> Session | None:
        """The session under way, or today's as it would open; None on a day without one."""
        under_way = self._book.session
        if under_way is not None:
            return under_way
        day = self._book.day()
        return day.session if day.session is not None and not day.done else None

    def _plan(
        self,
        session: Session,
        pains: dict[CareArea, int] | None = None,
        readiness: Readiness | None = None,
    ) -> SessionPlan:
        """Circumstances of the session's day, with what the runner has said of them so far, and more *pains*."""
        coach = self._book.coach(session.date)
        about = coach.circumstances(session.date, readiness or session.felt)
        if pains:
            about = about.with_pains(pains)
        return SessionPlan(coach, about, coach.program(session.date))

    def _checkins(self, day: date) -> tuple[CheckIn, ...]:
        return tuple(each for each in self._book.log(day).checkins if each.date == day)

    def _replan(self, reply: Reply, what: str, checkin: CheckIn | None = None, new: str = "") -> None:
        plan = reply.plan
        if plan is None:
            return
        fields: dict[str, object] = {"minutes": session_minutes(plan.entries)}
        if plan.reasons is not None:
            fields["reasons"] = plan.reasons
        anew = self._book.all_anew(what, plan.entries, fields).changed(checkin=new)

        def keep(writing: Writing) -> None:
            if checkin is not None:
                writing.keep("checkins", checkin)

        self._book.change(lambda _: anew, keep)
