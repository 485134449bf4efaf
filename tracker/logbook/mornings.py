"""Tired, or short on time: the same session with less."""

from typing import NamedTuple

from tracker.domain.adapting.readiness import Readiness, band_of, heavy_legs, reported
from tracker.domain.adapting.short_time import OFFERED_MINUTES, lengthened, shortened
from tracker.domain.coaching.entry_sets import session_minutes
from tracker.domain.coaching.replanning import afresh, replanned, restful
from tracker.domain.errors import NothingToDo, Refused
from tracker.domain.phase import Phase
from tracker.domain.reason import because
from tracker.domain.session import Entry, ReadinessBand, Session
from tracker.logbook.on_today import SAID_BEFORE, SHORTENED, OnToday, Reply, on_what_is_there


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


class Mornings(OnToday):
    """What a tired morning and little time do to today."""

    def preview_readiness(self, readiness: Readiness) -> Reply:
        """What it would change; nothing ever goes up by it."""
        session = self._session()
        plan = self._plan(session, readiness=readiness)
        rules, about = self._book.content.rules.readiness, plan.about
        points = plan.points(lower=True)
        band = band_of(rules, points)
        words = reported(rules, readiness, about.runs, lower=True)
        said = {"reported": words} if words else {}
        if band is ReadinessBand.GREEN and about.phase is Phase.OFF_SEASON:
            said |= {"season": "off-season"} if heavy_legs(rules, readiness) else {}
        reason = because(f"READINESS_{band.name}", points=points, **said)
        if band is ReadinessBand.SWAP and session.template:
            return Reply(reason, restful(plan, session))
        if session.felt is not None and session.template and self._is_untouched():
            better = points < (session.readiness_points or 0)
            return Reply(reason, afresh(plan, session, relieved=better))
        return Reply(reason, replanned(plan, session))

    @on_what_is_there
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
        known = session.reasons if reply.plan.reasons is None else reply.plan.reasons
        told = tuple(each for each in known if not each.code.startswith("READINESS_"))
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

    @on_what_is_there
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
        self._book.change(lambda _: self._book.all_anew(SHORTENED, kept, fields))
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
        cuts = [at for at, step in enumerate(steps) if step.what == SHORTENED]
        if not cuts:
            return session.entries
        before, cut = under_way.after_steps(cuts[0]), under_way.after_steps(cuts[-1] + 1)
        whole = lengthened(session.entries, before.entries, cut.entries)
        if not any(step.what in SAID_BEFORE - {SHORTENED} for step in steps[cuts[0] :]):
            return whole
        return replanned(self._plan(session), session.changed(entries=whole)).entries
