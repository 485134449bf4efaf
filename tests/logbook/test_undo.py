"""Undo reaches behind the end of a session, and into the past: what was done last comes back first."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from support.home import (
    MONDAY,
    NEXT_TUESDAY,
    THURSDAY,
    TUESDAY,
    Clock,
    do_session,
    logbook_at,
    on_disk,
    set_up,
)

from tracker.domain.adapting.readiness import Feel, Readiness
from tracker.domain.change_log import MOST
from tracker.domain.errors import Damaged, NothingToDo
from tracker.domain.exercise import CareArea
from tracker.domain.open_session import OpenSession
from tracker.domain.run import Run, RunKind
from tracker.domain.session import Session
from tracker.domain.units import Load
from tracker.logbook import Logbook

WEDNESDAY = TUESDAY + timedelta(days=1)


class Home:
    """A runner's home on real files, or in memory; a restart is another logbook on the same files."""

    def __init__(self, folder: Path | None) -> None:
        self.clock = Clock(TUESDAY)
        self.folder = folder
        self.book = logbook_at(self.clock) if folder is None else on_disk(folder, self.clock)
        set_up(self.book)

    def restarts(self) -> Logbook:
        if self.folder is not None:
            self.book = on_disk(self.folder, self.clock)
        return self.book

    def logs(self, *rpes: float) -> OpenSession:
        for rpe in rpes:
            self.clock.pass_by(minutes=3)
            self.book.sets.log(3, rpe=rpe)
        self.clock.pass_by(minutes=3)
        assert self.book.under_way is not None
        return self.book.under_way

    @property
    def logged(self) -> tuple[Session, ...]:
        return self.book.log().sessions


@pytest.fixture(params=["on disk", "in memory"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    return Home(tmp_path if request.param == "on disk" else None)


def untouched(under_way: OpenSession | None) -> OpenSession:
    assert under_way is not None
    return under_way.changed(touched_at=under_way.base.started_at, said=None)


# Finished


@pytest.mark.parametrize("restart", [False, True], ids=["at once", "after a restart"])
def test_a_finished_session_is_open_again_as_it_was_and_undo_goes_on_into_its_sets(
    home: Home, *, restart: bool
) -> None:
    before = home.logs(7, 8)
    advice = home.book.coach(NEXT_TUESDAY).day(NEXT_TUESDAY)
    home.book.finish(rpe=6)
    assert len(home.logged) == 1
    if restart:
        home.restarts()

    assert home.book.undo().what == "session_finished"
    assert untouched(home.book.under_way) == untouched(before)
    assert home.logged == ()
    assert home.book.coach(NEXT_TUESDAY).day(NEXT_TUESDAY) == advice, "loads of next time follow"
    if restart:
        home.restarts()

    assert [home.book.undo().what for _ in range(2)] == ["set_logged", "set_logged"]
    with pytest.raises(NothingToDo):
        home.book.undo()
    assert [home.book.redo().what for _ in range(3)] == ["set_logged", "set_logged", "session_finished"]
    (session,) = home.logged
    assert (session.sets_done, session.rpe, home.book.session) == (2, 6, None)
    with pytest.raises(NothingToDo):
        home.book.redo()


def test_undo_and_redo_of_the_end_have_no_limit(home: Home) -> None:
    home.logs(7)
    finished = home.book.finish(rpe=6).session
    for _ in range(3):
        home.book.undo()
        assert (home.book.session is not None, home.logged) == (True, ())
        home.restarts().redo()
        assert (home.book.session, home.logged) == (None, (finished,))


def test_another_set_after_it_was_opened_again_is_a_new_way(home: Home) -> None:
    home.logs(7)
    home.book.finish()
    home.book.undo()
    home.logs(9)
    with pytest.raises(NothingToDo):
        home.book.redo()
    assert home.book.finish().session.sets_done == 2


def test_a_rating_given_afterwards_goes_with_the_end_and_comes_back_with_it(home: Home) -> None:
    home.logs(7)
    home.book.rate(home.book.finish().session, 8)
    home.book.undo()
    home.book.redo()
    assert [each.rpe for each in home.logged] == [8]


def test_a_note_and_a_rating_given_at_the_end_outlive_another_set_and_another_end(home: Home) -> None:
    home.logs(8)
    done = home.book.finish().session
    home.book.note_afterwards(home.book.rate(done, 7), "calm and quick")
    home.restarts().undo()
    home.logs(8)
    again = home.restarts().finish().session
    assert (again.sets_done, again.rpe, again.note) == (2, 7, "calm and quick")


def test_what_is_said_anew_after_the_end_was_taken_back_counts(home: Home) -> None:
    home.logs(8)
    home.book.note_afterwards(home.book.rate(home.book.finish().session, 7), "calm")
    home.book.undo()
    home.book.note("hurried")
    assert home.book.finish(rpe=9).session.note == "hurried"
    assert home.book.log().sessions[-1].rpe == 9


def test_more_sets_after_the_end_are_taken_back_and_then_the_end(home: Home) -> None:
    before = home.logs(7, 8)
    first = home.book.finish(rpe=6).session
    home.logs(9)
    assert home.book.undo().what == "set_logged"
    assert home.logged == (first,)
    assert home.book.undo().what == "session_finished"
    assert untouched(home.book.under_way) == untouched(before)
    assert home.logged == ()


def test_finished_twice_it_goes_back_one_end_at_a_time(home: Home) -> None:
    home.logs(7)
    first = home.book.finish(rpe=6).session
    home.logs(8)
    home.book.finish()
    home.book.undo()
    assert home.logged == (first,)
    assert home.book.session is not None
    assert home.book.session.sets_done == 2


def test_behind_the_sets_of_another_session_is_the_end_of_the_one_before(home: Home) -> None:
    home.logs(7)
    home.book.finish()
    home.clock.turn_to(THURSDAY)
    home.book.sets.log(0, rpe=7)
    assert home.book.undo().what == "set_logged"
    turn = home.restarts().undo()
    assert (turn.what, turn.day, turn.is_end) == ("session_finished", TUESDAY, True)
    assert home.book.session is not None
    assert (home.book.session.date, home.logged) == (TUESDAY, ())


@pytest.mark.parametrize(
    "wrote", [False, True], ids=["nothing written since", "behind a setting of that day"]
)
def test_on_the_next_day_it_is_open_again(home: Home, *, wrote: bool) -> None:
    home.logs(7)
    home.book.finish()
    home.clock.turn_to(WEDNESDAY)
    if wrote:
        home.book.planning.set("body-weight", "71")
        assert home.restarts().undo().what == "setting_changed"
    next_one = home.book.undoing.next
    assert next_one is not None
    assert next_one.day == TUESDAY
    home.book.undo()
    session = home.book.session
    assert session is not None
    assert (session.date, session.sets_done) == (TUESDAY, 1)


def test_a_session_that_closed_itself_is_not_opened_by_undo(home: Home) -> None:
    home.logs(7)
    home.clock.turn_to(THURSDAY)
    home.book.skip_session(THURSDAY, "ill")
    assert home.book.closed is not None
    assert home.book.undo().what == "session_skipped"
    with pytest.raises(NothingToDo):
        home.book.undo()
    assert len(home.logged) == 1


def test_a_warning_sign_and_the_end_it_brought_go_and_come_together(home: Home) -> None:
    before = home.logs(7)
    ended = home.book.adapting.red_flag("RED_FLAG_CALF")
    assert ended is not None
    for _ in range(2):
        home.clock.pass_by(minutes=1)
        assert home.restarts().undo().what == "red_flag"
        assert untouched(home.book.under_way) == untouched(before)
        assert (home.logged, home.book.adapting.signs()) == ((), ())
        home.clock.pass_by(minutes=1)
        assert home.restarts().redo().what == "red_flag"
        assert home.logged == (ended,)
        assert [each.red_flag for each in home.book.adapting.signs()] == ["RED_FLAG_CALF"]


def test_an_erased_session_is_there_again_before_it_is_opened(home: Home) -> None:
    home.logs(7)
    done = home.book.finish().session
    home.book.past.erase(done.id)
    assert home.book.undo().what == "session_erased"
    assert home.logged == (done,)
    assert home.book.undo().what == "session_finished"


def test_it_is_told_to_those_who_listen(home: Home) -> None:
    home.logs(7)
    heard: list[str] = []
    home.book.hear(lambda change: heard.append(change.what))
    home.book.finish()
    home.book.undo()
    home.book.redo()
    assert heard == ["session_finished", "change_undone", "change_redone"]


# Skipped


@pytest.mark.parametrize("begun", [False, True], ids=["untouched", "with a note in it"])
def test_a_skipped_session_is_there_again(home: Home, *, begun: bool) -> None:
    if begun:
        home.book.note("early train")
    under_way, asked = home.book.under_way, home.book.day().session
    skipped = home.book.skip_session(TUESDAY, "work ran late")
    assert home.restarts().undo().what == "session_skipped"
    assert home.logged == ()
    again = home.book.day().session
    assert asked is not None
    assert again is not None
    assert (again.skipped, again.note, again.entries) == (None, asked.note, asked.entries)
    assert (home.book.under_way is None) == (under_way is None)

    assert home.restarts().redo().what == "session_skipped"
    assert home.logged == (skipped,)
    assert home.book.undo().what == "session_skipped"


def test_the_rotation_follows_a_skip_that_is_taken_back() -> None:
    clock = Clock(TUESDAY)
    book = set_up(logbook_at(clock))
    asked = book.begin().session.template
    book.skip_session(TUESDAY, "ill")
    book.undo()
    clock.turn_to(THURSDAY)
    assert book.begin().session.template == asked


def test_skipping_a_day_leaves_the_session_of_another_day_alone(home: Home) -> None:
    home.logs(7)
    home.book.skip_session(THURSDAY, "travel")
    assert home.book.session is not None
    assert home.book.session.sets_done == 1


# The past

Doing = Callable[[Logbook, Session], object]


@pytest.mark.parametrize(
    ("what", "change"),
    [
        ("session_amended", lambda book, session: book.past.replace(session.changed(note="slept badly"))),
        ("session_erased", lambda book, session: book.past.erase(session.id)),
    ],
    ids=["amended", "erased"],
)
def test_the_last_change_of_the_past_is_taken_back_and_made_again(
    what: str, change: Doing, home: Home
) -> None:
    session = do_session(home.book)
    home.clock.turn_to(THURSDAY)
    change(home.book, session)
    after = home.logged
    assert after != (session,)
    for _ in range(2):
        home.clock.pass_by(minutes=1)
        assert home.restarts().undo().what == what
        assert home.logged == (session,)
        home.clock.pass_by(minutes=1)
        assert home.restarts().redo().what == what
        assert home.logged == after


def test_what_was_brought_back_is_erased_again(home: Home) -> None:
    session = do_session(home.book)
    home.book.past.erase(session.id)
    home.clock.pass_by(minutes=1)
    home.book.past.restore(session.id)
    home.clock.pass_by(minutes=1)
    assert home.book.undo().about == session
    assert (home.logged, home.book.past.erased()) == ((), (session,))


def test_a_session_that_was_added_goes_again(home: Home) -> None:
    session = do_session(home.book)
    added = home.book.past.add(session.changed(id="", date=MONDAY))
    home.clock.pass_by(minutes=1)
    assert home.book.undo().about == added
    assert home.logged == (session,)
    assert home.book.redo().what == "session_added"
    assert home.logged == (added, session)


def test_a_session_moved_over_the_turn_of_the_year_moves_back(home: Home) -> None:
    session = do_session(home.book)
    home.clock.turn_to(THURSDAY + timedelta(days=60))
    moved = home.book.past.replace(session.changed(date=THURSDAY + timedelta(days=56)))
    for undone in (True, False, True):
        home.clock.pass_by(minutes=1)
        (home.book.undo if undone else home.book.redo)()
        assert home.logged == (session if undone else moved,)


def test_sets_logged_since_come_first(home: Home) -> None:
    session = do_session(home.book)
    home.book.past.erase(session.id)
    home.clock.turn_to(THURSDAY)
    home.book.sets.log(0, rpe=7)
    assert [home.book.undo().what for _ in range(2)] == ["set_logged", "session_erased"]
    assert home.logged == (session,)


def no(home: Home, setting: str) -> None:
    home.clock.pass_by(minutes=3)
    home.book.planning.set(setting, "no")


def test_days_away_later_on_leave_the_place_of_today(home: Home) -> None:
    """A step belongs to the travel that brought it, and to no later change of the plan."""
    home.logs(7)
    home.book.adapting.travel("home_kg")
    at_home = home.logs()
    home.clock.pass_by(seconds=12)
    home.book.adapting.holiday(start=TUESDAY + timedelta(days=80), until=TUESDAY + timedelta(days=87))
    for turn in (home.book.undo, home.book.redo, home.book.undo):
        assert turn().what == "absence_noted"
        assert home.book.session == at_home.session


def test_a_setting_on_the_road_goes_first_and_then_the_travel_with_what_it_brought(home: Home) -> None:
    at_the_gym = home.logs(7).session
    home.book.adapting.travel("home_kg")
    there = home.book.session
    no(home, "sounds")
    assert home.book.undo().what == "setting_changed"
    assert home.book.session == there
    assert home.restarts().undo().what == "absence_noted"
    assert home.book.session == at_the_gym


def test_a_travel_and_what_it_brought_go_and_come_together(home: Home) -> None:
    at_the_gym = home.logs(7).session
    home.book.adapting.travel("home_kg")
    there = home.book.session
    assert there != at_the_gym
    for _ in range(2):
        home.clock.pass_by(minutes=3)
        assert home.book.undo().what == "absence_noted"
        assert home.book.session == at_the_gym
        home.clock.pass_by(minutes=3)
        assert home.book.redo().what == "absence_noted"
        assert home.book.session == there


def test_two_settings_are_two_changes_however_fast(home: Home) -> None:
    before = home.book.runner
    home.book.planning.set("sounds", "no")
    between = home.book.runner
    home.book.planning.set("plyo", "no")
    after = home.book.runner
    home.clock.pass_by(minutes=3)
    for there in (between, before):
        assert home.restarts().undo().what == "setting_changed"
        assert home.restarts().runner == there
    for there in (between, after):
        home.restarts().redo()
        assert home.restarts().runner == there


def test_of_more_changes_of_the_plan_than_are_told_nothing_older_is_passed_by(home: Home) -> None:
    logged = home.logs(7).session
    weights = [str(70 + n) for n in range(1, MOST + 3)]
    for each in weights:
        home.clock.pass_by(minutes=1)
        home.book.planning.set("body-weight", each)
    assert {home.restarts().undo().what for _ in range(MOST)} == {"setting_changed"}
    with pytest.raises(NothingToDo, match="as far as undo goes"):
        home.restarts().undo()
    assert home.book.session == logged, "the set from before all that is not taken back in their stead"
    assert home.book.runner is not None
    assert home.book.runner.body_weight == Load.of(72)


def test_what_was_taken_back_before_something_else_was_changed_is_not_made_again(home: Home) -> None:
    home.logs(7)
    home.book.undo()
    no(home, "sounds")
    home.clock.pass_by(minutes=1)
    home.book.undo()
    home.clock.pass_by(minutes=1)
    assert home.book.redo().what == "setting_changed"
    with pytest.raises(NothingToDo):
        home.restarts().redo()
    assert home.book.session is None or not home.book.session.started


def trains_on_two_days(home: Home) -> None:
    """Two finished sessions, and a run that makes the end of the second one history too."""
    for days in (2, 5):
        home.clock.pass_by(days=days)
        do_session(home.book)
    home.clock.pass_by(days=1)
    home.book.past.add_run(Run(id="", date=home.book.today, kind=RunKind.EASY, km=8))


def test_weeks_later_the_way_back_leads_through_a_run_to_the_last_end_and_no_further(home: Home) -> None:
    no(home, "sounds")
    trains_on_two_days(home)
    assert home.restarts().undo().what == "run_added"
    assert home.restarts().undo().what == "session_finished"
    session = home.book.session
    assert session is not None
    assert {home.book.undo().what for _ in range(session.sets_done)} == {"set_logged"}
    with pytest.raises(NothingToDo, match="as far as undo goes"):
        home.restarts().undo()
    assert not home.restarts().runner.sounds


def test_an_undone_change_of_the_plan_stays_undone_once_a_later_day_was_written(home: Home) -> None:
    no(home, "sounds")
    home.book.undo()
    trains_on_two_days(home)
    with pytest.raises(NothingToDo):
        home.book.redo()
    assert home.restarts().runner.sounds


def test_what_another_window_changed_meanwhile_is_what_is_taken_back(tmp_path: Path) -> None:
    home = Home(tmp_path)
    no(home, "sounds")
    other = on_disk(tmp_path, home.clock)
    seen = home.book.runner
    assert seen is not None
    home.clock.pass_by(minutes=3)
    other.planning.set("plyo", "no")
    assert home.book.undo().plan == (seen, seen.changed(plyo=False))
    assert home.restarts().runner == seen


def test_a_niggle_goes_with_its_report_and_an_earlier_one_of_the_day_stands_again(home: Home) -> None:
    asked = home.book.day().session
    for score in (2, 5):
        home.clock.pass_by(minutes=1)
        home.book.adapting.report_pain(CareArea.KNEE, score)
    assert home.restarts().undo().what == "pain_reported"
    assert [each.pain for each in home.book.log().checkins] == [2]
    assert home.restarts().undo().what == "pain_reported"
    assert home.book.log().checkins == ()
    assert asked is not None
    assert home.book.session is None or home.book.session.entries == asked.entries
    home.clock.pass_by(minutes=1)
    home.restarts().redo()
    home.restarts().redo()
    assert [each.pain for each in home.book.log().checkins] == [5]


def test_everything_on_one_line_of_time(home: Home) -> None:
    """A day of many changes, taken back one by one and made again, across restarts."""
    book = home.book
    doings: list[Callable[[], object]] = [
        lambda: book.adapting.say_readiness(Readiness(feel=Feel.DEAD)),
        lambda: book.sets.log(3, rpe=7),
        lambda: book.note("windy"),
        lambda: book.planning.move(THURSDAY, THURSDAY + timedelta(days=2)),
        lambda: book.adapting.shorten(12),
        lambda: book.past.add_run(Run(id="", date=book.today, kind=RunKind.EASY, km=8)),
        lambda: book.planning.set("taper", "sharp"),
        lambda: book.adapting.holiday(start=TUESDAY + timedelta(days=80), until=TUESDAY + timedelta(days=87)),
        book.finish,
        lambda: book.planning.accept(book.planning.propose_race_removal("berlin")),
    ]
    states = [_state(home)]
    for doing in doings:
        home.clock.pass_by(minutes=1)
        doing()
        states.append(_state(home))
    for state in reversed(states[:-1]):
        home.clock.pass_by(minutes=1)
        home.restarts().undo()
        assert _state(home) == state
    for state in states[1:]:
        home.clock.pass_by(minutes=1)
        home.restarts().redo()
        assert _state(home) == state


def _state(home: Home) -> tuple[object, ...]:
    log, session = home.book.log(), home.book.day(TUESDAY).session
    assert session is not None
    said = (session.entries, session.note, session.felt, session.finished_at)
    return home.book.runner, said, log.sessions, log.runs, log.checkins


# Nothing is lost on the way


def finishes_with_words(home: Home) -> None:
    """A finished session with an effort and a note, opened again."""
    home.logs(7, 8)
    home.book.finish(rpe=8, note="good one")
    home.clock.pass_by(minutes=1)
    home.restarts().undo()
    home.clock.pass_by(minutes=1)


def runs(home: Home, km: float = 5) -> Run:
    return home.book.past.add_run(Run(id="", date=TUESDAY, kind=RunKind.EASY, km=km))


@pytest.mark.parametrize(
    "change",
    [
        lambda home: home.book.adapting.report_pain(CareArea.KNEE, 2),
        runs,
        lambda home: home.book.undo(),
        lambda home: home.logs(9),
    ],
    ids=["a niggle", "a run", "a set taken back", "a set"],
)
def test_what_was_said_at_an_end_outlives_whatever_comes_between(
    change: Callable[[Home], object], home: Home
) -> None:
    finishes_with_words(home)
    change(home)
    home.clock.pass_by(minutes=1)
    done = home.restarts().finish().session
    assert (done.rpe, done.note) == (8, "good one")


def test_a_session_that_closes_itself_keeps_what_was_said_at_its_end_before(home: Home) -> None:
    finishes_with_words(home)
    home.clock.turn_to(THURSDAY)
    home.restarts().sets.log(0, rpe=7)
    (tuesday,) = home.logged
    assert (tuesday.rpe, tuesday.note) == (8, "good one")


def test_a_warning_sign_keeps_what_was_said_at_an_end_before(home: Home) -> None:
    finishes_with_words(home)
    ended = home.restarts().adapting.red_flag("RED_FLAG_CALF")
    assert ended is not None
    assert (ended.rpe, ended.note) == (8, "good one")


def test_redo_brings_a_set_back_that_was_logged_after_the_end(home: Home) -> None:
    home.logs(7, 8)
    home.book.finish(rpe=8)
    more = home.logs(9)
    assert [home.restarts().undo().what for _ in range(2)] == ["set_logged", "session_finished"]
    assert [home.restarts().redo().what for _ in range(2)] == ["session_finished", "set_logged"]
    assert untouched(home.book.under_way) == untouched(more)
    with pytest.raises(NothingToDo):
        home.book.redo()


def test_redo_brings_the_set_of_another_day_back_behind_an_end(home: Home) -> None:
    home.logs(7)
    home.book.finish()
    home.clock.turn_to(THURSDAY)
    home.book.sets.log(0, rpe=7)
    thursday = home.book.under_way
    assert [home.restarts().undo().day for _ in range(2)] == [THURSDAY, TUESDAY]
    assert [home.restarts().redo().day for _ in range(2)] == [TUESDAY, THURSDAY]
    assert untouched(home.book.under_way) == untouched(thursday)


def test_redo_brings_back_what_was_done_after_a_skip(home: Home) -> None:
    home.book.skip_session(TUESDAY, "tired")
    home.clock.pass_by(minutes=1)
    home.book.add_exercise("back_squat")
    own = home.book.under_way
    for turn in (home.book.undo, home.book.undo, home.book.redo, home.book.redo):
        home.clock.pass_by(minutes=1)
        turn()
    assert untouched(home.restarts().under_way) == untouched(own)


@pytest.mark.parametrize(
    "change",
    [
        lambda book: book.adapting.red_flag("RED_FLAG_CALF"),
        lambda book: book.move_session(TUESDAY, WEDNESDAY),
    ],
    ids=["a warning sign", "moved"],
)
def test_a_note_on_a_session_without_sets_comes_back_with_it(
    change: Callable[[Logbook], object], home: Home
) -> None:
    home.book.note("knee taped", 0)
    noted = home.book.under_way
    home.clock.pass_by(minutes=1)
    change(home.book)
    assert home.book.under_way is None
    for _ in range(2):
        home.clock.pass_by(minutes=1)
        home.restarts().undo()
        assert untouched(home.book.under_way) == untouched(noted)
        home.clock.pass_by(minutes=1)
        home.restarts().redo()
        assert home.book.under_way is None
    home.book.undo()
    assert home.restarts().undo().what == "noted"


def test_a_set_that_was_given_up_before_a_setting_does_not_come_back_behind_it(home: Home) -> None:
    home.logs(7, 8)
    home.book.undo()
    no(home, "sounds")
    for _ in range(2):
        home.clock.pass_by(minutes=1)
        home.book.undo()
    assert [home.restarts().redo().what for _ in range(2)] == ["set_logged", "setting_changed"]
    with pytest.raises(NothingToDo):
        home.restarts().redo()
    assert home.book.session is not None
    assert home.book.session.sets_done == 1


# A clock that goes wrong


def test_with_a_clock_set_back_the_last_run_is_named_and_taken_out(home: Home) -> None:
    first = runs(home, 10)
    home.clock.pass_by(hours=-2)
    last = runs(home, 5)
    assert home.restarts().undo().about == last
    assert home.book.log().runs == (first,)
    assert home.restarts().redo().about == last
    assert home.book.log().runs == (first, last)


def test_with_a_clock_set_back_sets_are_taken_back_in_the_order_they_were_done(home: Home) -> None:
    home.logs(7)
    home.clock.pass_by(hours=-2)
    home.book.sets.log(3, rpe=9)
    home.restarts().planning.set("sounds", "no")
    home.book.sets.log(3, rpe=10)
    under_way = home.book.under_way
    assert under_way is not None
    first, second, third = under_way.steps
    assert third.entries[3].performed[-1].at == home.clock.now, "a set says when it was done"
    assert [home.restarts().undo().step for _ in range(3)] == [third, None, second]
    assert home.book.under_way is not None
    assert home.book.under_way.last == first
    assert [home.restarts().redo().what for _ in range(3)] == ["set_logged", "setting_changed", "set_logged"]


# A change whose record is gone


def test_undo_says_in_a_sentence_that_a_record_is_gone_and_a_rating_still_finds_its_session(
    tmp_path: Path,
) -> None:
    home = Home(tmp_path)
    home.logs(7)
    done = home.book.finish().session
    home.clock.pass_by(minutes=1)
    file = tmp_path / "diary/2026.json"
    file.write_text(file.read_text().replace('"level":"intermediate"', '"level":"nonsense"'))
    book = home.restarts()
    assert book.log().sessions == ()
    with pytest.raises(Damaged, match="cannot be read"):
        book.undo()
    book.log()
    with book.desk.writing("set_aside") as writing:
        writing.set_aside(book.desk.memory.left_out)
    with pytest.raises(NothingToDo, match="as far as undo goes"):
        home.restarts().undo()
    home.book.past.add(done)
    assert home.book.rate(done, 7).rpe == 7
