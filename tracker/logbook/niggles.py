"""Niggles, the questions about them, and warning signs."""

from datetime import date

from tracker.domain.adapting.pain import HOLD, asks_next_morning, pain_reason
from tracker.domain.adapting.soreness import FEVER, Asks, Question, questions, standing_flags
from tracker.domain.coaching.coach import Day
from tracker.domain.coaching.modifying import origin_of
from tracker.domain.coaching.replanning import Replanned, afresh, replanned
from tracker.domain.coaching.session_plan import NIGGLES_TOLD
from tracker.domain.errors import NothingToDo, Refused
from tracker.domain.exercise import CareArea
from tracker.domain.reason import because
from tracker.domain.run import CheckIn
from tracker.domain.session import Entry, Pain, Session
from tracker.logbook.on_today import OnToday, Reply, on_what_is_there


class Niggles(OnToday):
    """What hurts, and what it does to today."""

    def preview_pain(self, site: CareArea, score: int, entry: int | None = None) -> Reply:
        """What a niggle of 0 to 10 would change today: everything that needs care there, or one *entry* alone."""
        session = self._open_session()
        named = {} if entry is None else {entry: Pain(site=site, score=score)}
        pains = {site: score} if entry is None else {}
        plan = None if session is None else self._by_pain(session, pains, named)
        reason = pain_reason(score, site)
        if session is not None and asks_next_morning(score) and not named and not self._loads(session, site):
            changed = plan is not None and bool(plan.shown)
            reason = because("PAIN_AROUND" if changed else "PAIN_NOTHING_LOADS", site=site.value, pain=score)
        return Reply(reason, plan, asks_next_morning(score))

    def _loads(self, session: Session, site: CareArea) -> bool:
        """Something of the session works that spot, or stands in for what does."""
        exercises = self._book.content.exercises
        planned = (origin_of(each) for each in session.entries)
        care = {area for each in planned if each in exercises for area in exercises[each].care}
        here = (exercises[each.exercise].care for each in session.entries if each.exercise in exercises)
        return site in care.union(*here)

    def _by_pain(self, session: Session, pains: dict[CareArea, int], named: dict[int, Pain]) -> Replanned:
        """The session with that niggle; where it hurts less than planned for, what was taken off comes back."""
        believed = self._plan(session).about.pains
        better = any(score < believed.get(site, 0) for site, score in pains.items())
        plan = self._plan(session, pains)
        if better and session.template and self._is_untouched():
            return afresh(plan, session)
        changed = replanned(plan, session, named)
        kept = tuple(each for each in session.reasons if each.code not in NIGGLES_TOLD)
        template = plan.program.session(session.template) if session.template else None
        told = () if template is None else plan.about_niggles(template)
        return changed._replace(reasons=(*told, *kept))

    def _as_planned(self, site: CareArea, score: int) -> Reply:
        """The runner keeps today's session: nothing is taken off it, and nothing goes up."""
        reason = because("PAIN_HOLD", site=site.value, pain=score)
        session = self._open_session()
        if session is None:
            return Reply(reason, None, asks_next_morning(score))
        if self._plan(session).about.pains.get(site, 0) >= HOLD:
            return Reply(reason, Replanned(session.entries, ()), asks_next_morning(score))
        held = replanned(self._plan(session, {site: HOLD}), session)
        said = tuple(_with_score(each, site, score) for each in held.entries)
        return Reply(reason, held._replace(entries=said), asks_next_morning(score))

    @on_what_is_there
    def report_pain(
        self, site: CareArea, score: int, entry: int | None = None, *, as_planned: bool = False
    ) -> Reply:
        """Note a niggle and change today by it. A later report of the same spot replaces an earlier one of today.

        Args:
            as_planned: the runner keeps today's session; the number is noted, and what loads the spot holds.

        Raises:
            Refused: for a score outside 0 to 10.
        """
        if not 0 <= score <= 10:
            raise Refused("Pain is a number from 0 to 10.")
        reply = self._as_planned(site, score) if as_planned else self.preview_pain(site, score, entry)
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
            self._replan(reply, "pain_reported", checkin)
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

    @on_what_is_there
    def answer(self, question: Question, score: int, *, as_planned: bool = False) -> Reply:
        """How it is now. Worse than before the session: next time one more step down, and lighter.

        Args:
            as_planned: as of `report_pain`.
        """
        if question.site is None:
            raise Refused("That question is answered with `seen`.")
        if question.asks is Asks.STILL_SORE:
            return self.report_pain(question.site, score, as_planned=as_planned)
        site = question.site
        reply = self._as_planned(site, score) if as_planned else self.preview_pain(site, score)
        worse = question.before is not None and score > question.before
        today = self._book.today
        checkin = CheckIn(
            id=self._book.desk.new_id(), date=today, site=question.site, pain=score, session=question.session
        )
        if reply.plan is None or self._book.session is None:
            self._book.past.check_in(checkin)
        else:
            self._replan(reply, "pain_reported", checkin)
        told = worse and not as_planned
        return Reply(because("PAIN_WORSE", site=question.site.value), reply.plan) if told else reply

    @on_what_is_there
    def red_flag(self, code: str) -> Session | None:
        """A warning sign: the session ends as it stands, nothing takes its place. The session, if one was begun."""
        book = self._book
        under_way = book.session
        day = book.today
        checkin = CheckIn(id=book.desk.new_id(), date=day, red_flag=code, acknowledged=True)
        with book.desk.writing("red_flag") as writing:
            writing.keep("checkins", checkin, "red_flag")
            open_now = book.desk.memory.open
            if under_way is None or open_now is None:
                return None
            if not open_now.session.started:
                writing.lay_aside("red_flag")
                return None
            return book.close(writing, open_now, what="red_flag")

    @on_what_is_there
    def mistaken(self, code: str | None = None) -> None:
        """The warning sign *code*, or every one of today, was a slip of the finger: nothing was wrong.

        Raises:
            NothingToDo: when none was reported today; one of an earlier day waits to be seen.
        """
        book = self._book
        found = [
            each for each in self._checkins(book.today) if each.red_flag and code in (None, each.red_flag)
        ]
        if not found:
            raise NothingToDo("No such warning sign was reported today.")
        with book.desk.writing("red_flag_mistaken") as writing:
            for each in found:
                writing.erase("checkins", each.date.year, each.id, "red_flag_mistaken")

    def signs(self) -> tuple[CheckIn, ...]:
        """The warning signs that stop training today, the last one first."""
        return standing_flags(self._book.log(self._book.today), self._book.today)

    @on_what_is_there
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
                self._book.past.check_in(each.changed(seen=True), "red_flag_seen")


def _with_score(entry: Entry, site: CareArea, score: int) -> Entry:
    """The niggle of that spot with the number that was said."""
    if entry.pain is None or entry.pain.site is not site:
        return entry
    reasons = (
        each.changed(inputs={**each.inputs, "pain": score}) if each.code == "PAIN_HOLD" else each
        for each in entry.reasons
    )
    return entry.changed(pain=Pain(site=site, score=score), reasons=tuple(reasons))
