"""The person and the plan: set up, settings, races, moved days, decisions of the review."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Literal

from tracker.domain.equipment import EquipmentProfile
from tracker.domain.errors import Misunderstood, NothingToDo, Refused
from tracker.domain.person import Taper
from tracker.domain.race import (
    Distance,
    Priority,
    Race,
    Races,
    monday_of,
    run_towards,
    with_race,
    without_race,
)
from tracker.domain.reason import Reason, because
from tracker.domain.revision import Revision
from tracker.domain.runner import Absence, Decision, Move, OwnKey, Runner, Safety, Verdict
from tracker.domain.season.change import difference, whole_difference
from tracker.domain.season.deload import with_deload_moved, with_deload_pulled
from tracker.domain.season.season import Season
from tracker.domain.words.places import places, with_place, without_place
from tracker.domain.words.settings import with_setting
from tracker.logbook.desk import Desk
from tracker.logbook.proposals import Outdated, Proposal

MOST_DAYS_MOVED = 14


class Planning:
    """What lies ahead."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def set_up(self, runner: Runner, revision: Revision) -> Runner:
        """The first start of a home.

        Raises:
            Refused: if somebody is set up already.
        """
        with self._desk.writing("set_up") as writing:
            if self._desk.memory.runner is not None:
                raise Refused("This home is set up already; change one thing with `runlift set KEY VALUE`.")
            ready = runner.revised(revision)
            writing.keep_runner(ready)
        return ready

    def set(self, key: str, text: str) -> Runner:
        """One setting by its name.

        Raises:
            Misunderstood: for an unknown name or a value that does not fit.
        """
        return self._change(
            "setting_changed", lambda r: with_setting(r, key, text, self._desk.content, self._desk.today)
        )

    def keep_place(self, profile: EquipmentProfile) -> Runner:
        """Add a place to train, or put another version of it in place."""
        return self._change("setting_changed", lambda runner: with_place(runner, profile, self._desk.content))

    def change_place(self, profile_id: str, change: Callable[[EquipmentProfile], EquipmentProfile]) -> Runner:
        """Change a place to train from what it is now; a shipped one becomes the runner's own."""

        def changed(runner: Runner) -> Runner:
            changed_place = change(places(runner, self._desk.content)[profile_id])
            return with_place(runner, changed_place, self._desk.content)

        return self._change("setting_changed", changed)

    def remove_place(self, profile_id: str) -> Runner:
        """Take a place of the runner's own away; a shipped one is as it was shipped.

        Raises:
            NothingToDo: for a shipped place that was not edited.
            Refused: for one that is in use.
        """
        return self._change(
            "setting_changed", lambda runner: without_place(runner, profile_id, self._desk.content)
        )

    def answer_safety(self, change: Callable[[Safety], Safety]) -> Runner:
        return self._change("safety_answered", lambda runner: runner.changed(safety=change(runner.safety)))

    def keep_keys(self, keys: tuple[OwnKey, ...]) -> Runner:
        """Keep the keys of the runner's own choice, all of them."""
        return self._change("setting_changed", lambda runner: runner.changed(own_keys=keys))

    # Races

    def propose_race(
        self,
        name: str,
        day: date,
        distance: Distance,
        priority: Priority | None = None,
        taper: Taper | None = None,
    ) -> Proposal:
        """The plan with one more race; where its priority is left open, a step to a longer A race is B, all else A."""
        runner = self._desk.runner
        days = self._desk.content.rules.races.step_days
        goal = run_towards(runner.races, day, distance, days) if priority is None else None
        race = Race(
            id=self._desk.new_id(),
            name=name,
            date=day,
            distance=distance,
            priority=priority or (Priority.A if goal is None else Priority.B),
            taper=taper or runner.taper,
        )
        proposal = self._propose_races("race_added", lambda races: with_race(races, race, self._desk.today))
        if goal is None:
            return proposal
        return proposal._replace(chosen=(because("STEP_RACE", race=name, a_race=goal.name),))

    def propose_race_change(self, race_id: str, **changes: object) -> Proposal:
        """The plan with one race changed: date, priority, taper, name."""

        def change(races: Races) -> Races:
            race = next((each for each in races if each.id == race_id), None)
            if race is None:
                raise NothingToDo("There is no such race in your plan.")
            return with_race(races, race.changed(**changes), self._desk.today)

        return self._propose_races("race_changed", change)

    def propose_race_removal(self, race_id: str) -> Proposal:
        """The plan without one race."""
        return self._propose_races("race_removed", lambda races: without_race(races, race_id))

    def race(self, name: str) -> Race:
        """A race by id, date, name, name and date, or an unambiguous part of its name; those ahead first.

        Raises:
            Misunderstood: when no race, or more than one, is meant.
        """
        races = self._desk.runner.races
        wanted = name.lower().strip()
        for fits in (
            lambda race: race.id == name,
            lambda race: race.date.isoformat() == wanted,
            lambda race: race.name.lower() == wanted,
            lambda race: f"{race.name} {race.date}".lower().startswith(wanted),
            lambda race: wanted in race.name.lower(),
        ):
            found = [race for race in races if fits(race)]
            ahead = [race for race in found if race.date >= self._desk.today] or found
            if len(ahead) == 1:
                return ahead[0]
            if len(ahead) > 1:
                names = ", ".join(f"{race.name} ({race.date})" for race in ahead)
                raise Misunderstood(f'"{name}" fits more than one race: {names}; name it by its date.')
        known = ", ".join(race.name for race in races) or "none yet"
        raise Misunderstood(f'There is no race "{name}" in the plan; there is {known}.')

    def accept(self, proposal: Proposal) -> Runner:
        """Make a proposal the plan.

        Raises:
            Outdated: where the plan was changed since, so that it would do something else than was shown.
        """
        with self._desk.alone():
            anew = self._proposed(proposal.what, proposal.change)
            if (anew.changes, anew.notices) != (proposal.changes, proposal.notices):
                raise Outdated(anew)
            return self._change(proposal.what, proposal.change)

    def _propose_races(self, what: str, change: Callable[[Races], Races]) -> Proposal:
        today = self._desk.today

        def replanned(runner: Runner) -> Runner:
            races = change(runner.races)
            if races == runner.races:
                return runner
            return runner.revised(runner.plan.changed(made_on=today, races=races))

        return self._proposed(what, replanned)

    def propose_deload(self, day: date, how: Literal[-1, 1, "pull"]) -> Proposal:
        """The plan with the deload in the week of *day* a week earlier or later, or one pulled to that week."""
        what, revise = f"deload_{'pulled' if how == 'pull' else 'moved'}", self._deload(day, how)
        return self._proposed(what, lambda runner: _with_plan(runner, revise(runner)))

    def _deload(self, day: date, how: Literal[-1, 1, "pull"]) -> Callable[[Runner], Revision]:
        today = self._desk.today

        def revise(runner: Runner) -> Revision:
            season = Season.of(runner.revisions)
            if how == "pull":
                return with_deload_pulled(season, day, today)
            return with_deload_moved(season, day, how, today)

        return revise

    def propose_setting(self, key: str, text: str) -> Proposal:
        """What another build style, taper or the like would do to the weeks ahead.

        Raises:
            Misunderstood: as `set`.
            NothingToDo: if it is so already.
        """
        content, today = self._desk.content, self._desk.today
        return self._proposed("setting_changed", lambda r: with_setting(r, key, text, content, today))

    def _proposed(self, what: str, change: Callable[[Runner], Runner]) -> Proposal:
        from tracker.domain.coaching.coach import Coach  # all the rules: 25 ms, and a setting needs none
        from tracker.domain.coaching.outlook import weeks_ahead

        today, coach = self._desk.today, self._desk.coach(self._desk.today)
        after = change(coach.runner)
        if after == coach.runner:
            raise NothingToDo("It is so already.")
        season = Season.of(after.revisions)
        phases = difference(coach.season, season, today)
        start = max(monday_of(today), coach.season.starts)
        end = max(coach.season.through, season.through)
        with_it = Coach(after, season, coach.content, coach.log)
        was, becomes = (weeks_ahead(each, today, start, end) for each in (coach, with_it))
        known = coach.season.notices(today)
        notices = tuple(each for each in season.notices(today) if each not in known)
        return Proposal(what, change, whole_difference(phases, was, becomes), notices)

    # Days and weeks

    def clashes(self, from_day: date, to_day: date) -> tuple[Reason, ...]:
        """What speaks against moving a session; empty when nothing does."""
        planned = self._desk.coach(from_day).week(to_day)
        return planned.lifting.clashes(to_day, instead_of=from_day)

    def best_day(self, from_day: date, days: Iterable[date]) -> date | None:
        """Where a session goes best among *days*: nothing speaks against it, else what the scheduler likes best."""
        coach = self._desk.coach(from_day)

        def rank(day: date) -> tuple[bool, int, int]:
            against, week = self.clashes(from_day, day), coach.week(day)
            score = week.lifting.placement.scores[(day - week.week.monday).days]
            return bool(against), -score, len(against)

        return min(days, key=rank, default=None)

    def check_move(self, from_day: date, to_day: date) -> None:
        """Whether the session of one day may be taken on another, whatever the runs say.

        Raises:
            NothingToDo: if no session is planned on that day or it is done, or the days are the same.
            Refused: if the session lies in a week that is over, or the other day is over, taken or far away.
        """
        if from_day == to_day:
            raise NothingToDo("That is the same day.")
        if from_day < monday_of(self._desk.today):
            raise Refused("That week is over; what was left out in it is not made up.")
        coach = self._desk.coach(from_day)
        if coach.week(from_day).on(from_day) is None:
            raise NothingToDo("No session is planned on that day, so there is nothing to move.")
        if any(each.date == from_day and each.template for each in coach.log.sessions):
            raise NothingToDo("The session of that day is done or left out, so there is nothing to move.")
        if abs((to_day - from_day).days) > MOST_DAYS_MOVED:
            raise Refused("A session moves by two weeks at most; the plan of the weeks after has its own.")
        if to_day < self._desk.today:
            raise Refused("That day is over; choose today or a day to come.")
        if coach.week(to_day).on(to_day) is not None:
            raise Refused(
                "There is a session on that day already, and nothing is ever doubled; choose another."
            )

    def move(self, from_day: date, to_day: date) -> Runner:
        """Take the session of one day on another; raises what `check_move` does."""
        with self._desk.alone():
            self.check_move(from_day, to_day)
            return self._change(
                "session_moved", lambda runner: runner.changed(moves=_moved(runner, from_day, to_day))
            )

    def decide(self, week: date, verdict: Verdict | None) -> Runner:
        """Hold or back off in the week that begins on *week*; None takes a decision back."""

        def change(runner: Runner) -> Runner:
            kept = tuple(each for each in runner.decisions if each.week != week)
            made = (Decision(week=week, verdict=verdict),) if verdict is not None else ()
            return runner.changed(decisions=(*kept, *made))

        return self._change("week_decided", change)

    def be_away(self, absence: Absence) -> Runner:
        """Note days of holiday, illness or travel."""
        if absence.end <= absence.start:
            raise Refused("The last day away comes before the first.")
        return self._change("absence_noted", lambda r: r.changed(absences=(*r.absences, absence)))

    def be_back(self, day: date) -> Runner:
        """End whatever absence holds on *day*.

        Raises:
            NothingToDo: when there is none.
        """

        def change(runner: Runner) -> Runner:
            absence = runner.absence_on(day)
            if absence is None:
                raise NothingToDo("You are not marked as away.")
            kept = tuple(each for each in runner.absences if each != absence)
            ended = (absence.changed(end=day),) if absence.start < day else ()
            return runner.changed(absences=(*kept, *ended))

        return self._change("absence_ended", change)

    def move_deload(self, day: date, by: Literal[-1, 1]) -> Runner:
        """Take the deload in the week of *day* a week earlier or later."""
        return self._revise("deload_moved", self._deload(day, by))

    def pull_deload(self, day: date) -> Runner:
        """Make the week of *day* a deload."""
        return self._revise("deload_pulled", self._deload(day, "pull"))

    def _revise(self, what: str, revise: Callable[[Runner], Revision]) -> Runner:
        return self._change(what, lambda runner: _with_plan(runner, revise(runner)))

    def _change(self, what: str, change: Callable[[Runner], Runner]) -> Runner:
        with self._desk.writing(what) as writing:
            before = self._desk.runner
            changed = change(before)
            if changed == before:
                raise NothingToDo("It is so already.")
            writing.keep_runner(changed, what)
        return changed


def _with_plan(runner: Runner, revision: Revision) -> Runner:
    """A changed version of the current revision in its place."""
    return runner.changed(revisions=(*runner.revisions[:-1], revision))


def _moved(runner: Runner, from_day: date, to_day: date) -> tuple[Move, ...]:
    """A session moved twice is one move; moved back, none."""
    earlier = next((each for each in runner.moves if each.to_day == from_day), None)
    kept = tuple(each for each in runner.moves if each != earlier)
    origin = earlier.from_day if earlier else from_day
    return kept if origin == to_day else (*kept, Move(from_day=origin, to_day=to_day))
