"""The app open, a terminal beside it: what either was told is in the plan stays in the plan."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from support.home import BERLIN, MONDAY, NEXT_TUESDAY, TUESDAY, Clock, logbook_at, on_disk, set_up

from tracker.assembly import new_id
from tracker.domain.errors import NothingToDo, Refused
from tracker.domain.race import Distance, Priority
from tracker.domain.review.options import Option, OptionKind
from tracker.domain.runner import Absence, Away
from tracker.logbook import Logbook
from tracker.logbook.proposals import Outdated, Proposal
from tracker.storage.diary import Diary

WEEK = timedelta(weeks=1)


@pytest.fixture
def windows(tmp_path: Path) -> tuple[Logbook, Logbook]:
    """Two windows on one home; both have looked at it."""
    set_up(on_disk(tmp_path / "home", Clock(MONDAY)))
    found = tuple(logbook_at(Clock(TUESDAY), Diary(tmp_path / "home"), new_id) for _ in range(2))
    assert all(each.runner for each in found)
    return found[0], found[1]


def names(book: Logbook) -> list[str]:
    book.refresh()
    return [race.name for race in book.desk.runner.races]


def tune_up(book: Logbook) -> Proposal:
    return book.planning.propose_race("Tune", date(2027, 2, 7), Distance.TEN_K, Priority.B)


def accepted(book: Logbook, proposal: Proposal) -> None:
    """As somebody does who says yes to what is shown, however often it is shown."""
    try:
        book.planning.accept(proposal)
    except Outdated as moved:
        book.planning.accept(moved.anew)


def test_a_race_accepted_late_leaves_the_race_and_the_holiday_told_meanwhile(
    windows: tuple[Logbook, Logbook],
) -> None:
    one, other = windows
    waiting = tune_up(one)
    other.planning.accept(other.planning.propose_race("Mallorca", date(2027, 5, 9), Distance.HALF))
    holiday = Absence(start=date(2026, 12, 20), end=date(2027, 1, 4), kind=Away.HOLIDAY)
    other.planning.be_away(holiday)
    accepted(one, waiting)
    assert names(one) == names(other) == ["Tune", "Berlin", "Mallorca"]
    assert one.desk.runner.absences == (holiday,)


def test_a_proposal_whose_ground_has_moved_is_shown_anew_and_nothing_is_overwritten(
    windows: tuple[Logbook, Logbook],
) -> None:
    one, other = windows
    waiting = one.planning.propose_race_change("berlin", date=BERLIN.date + 2 * WEEK)
    other.planning.accept(other.planning.propose_race_change("berlin", date=BERLIN.date + WEEK))
    with pytest.raises(Outdated, match="changed in another window since") as moved:
        one.planning.accept(waiting)
    assert one.planning.race("berlin").date == BERLIN.date + WEEK
    assert len(moved.value.anew.changes) < len(waiting.changes)
    one.planning.accept(moved.value.anew)
    assert one.planning.race("berlin").date == BERLIN.date + 2 * WEEK


def test_what_can_be_no_more_is_refused_when_it_is_accepted(windows: tuple[Logbook, Logbook]) -> None:
    one, other = windows
    waiting = one.planning.propose_race_change("berlin", priority=Priority.C)
    other.planning.accept(other.planning.propose_race_removal("berlin"))
    with pytest.raises(NothingToDo, match="no such race"):
        one.planning.accept(waiting)
    full = tune_up(one)
    other.planning.accept(other.planning.propose_race("Other", date(2027, 2, 7), Distance.FIVE_K))
    with pytest.raises(Refused, match="Other is already on"):
        one.planning.accept(full)
    assert names(one) == ["Other"]


def test_settings_places_and_answers_of_two_windows_stand_side_by_side(
    windows: tuple[Logbook, Logbook],
) -> None:
    one, other = windows
    one.planning.set("style", "maintenance")
    other.planning.set("lift-days", "tue,fri")
    one.planning.answer_safety(lambda safety: safety.changed(conditions=True))
    other.planning.answer_safety(lambda safety: safety.changed(under_18=True))
    one.planning.change_place("gym_kg", lambda place: place.changed(bar=None))
    other.planning.change_place("gym_kg", lambda place: place.changed(name="Cellar"))
    one.refresh()
    runner = one.desk.runner
    assert (runner.style, runner.lift_days) == ("maintenance", (1, 4))
    assert (runner.safety.conditions, runner.safety.under_18) == (True, True)
    assert [(place.name, place.bar) for place in runner.profiles] == [("Cellar", None)]


def test_an_absence_ended_in_one_window_leaves_the_other_ones(windows: tuple[Logbook, Logbook]) -> None:
    one, other = windows
    ill = Absence(start=MONDAY, end=MONDAY + WEEK, kind=Away.ILLNESS)
    later = Absence(start=MONDAY + 4 * WEEK, end=MONDAY + 5 * WEEK, kind=Away.HOLIDAY)
    one.planning.be_away(ill)
    other.planning.be_away(later)
    one.planning.be_back(TUESDAY)
    assert one.desk.runner.absences == (later, ill.changed(end=TUESDAY))
    with pytest.raises(NothingToDo, match="not marked as away"):
        other.planning.be_back(TUESDAY)


def test_the_deload_is_moved_in_the_plan_as_it_is_now(windows: tuple[Logbook, Logbook]) -> None:
    one, other = windows
    light = next(week for week in one.season.weeks(MONDAY, BERLIN.date) if week.deload)
    waiting = one.planning.propose_deload(light.monday, 1)
    other.planning.set("no-race", "rolling")
    accepted(one, waiting)
    assert one.season.week(light.monday + WEEK).deload
    assert one.desk.runner.plan.no_race == "rolling"
    with pytest.raises(Refused, match="is not a deload"):
        other.planning.move_deload(light.monday, 1)


def test_undo_takes_back_what_was_changed_last_in_whichever_window(tmp_path: Path) -> None:
    clock = Clock(TUESDAY)
    set_up(on_disk(tmp_path, clock))
    one, other = (logbook_at(clock, Diary(tmp_path), new_id) for _ in range(2))
    one.planning.accept(tune_up(one))
    clock.pass_by(minutes=1)
    other.planning.set("unit", "lb")
    clock.pass_by(minutes=1)
    assert one.undo().what == "setting_changed"
    assert (names(one), one.desk.runner.unit) == (["Tune", "Berlin"], "kg")
    assert other.undo().what == "race_added"
    assert names(one) == ["Berlin"]


def test_a_decision_is_made_from_what_is_decided_now(windows: tuple[Logbook, Logbook]) -> None:
    one, other = windows
    hold = Option(kind=OptionKind.HOLD)
    review = one.reviewing.week()
    one.reviewing.decide(review, hold)
    other.reviewing.decide(other.reviewing.week(), hold)
    one.refresh()
    assert one.desk.runner.decisions == (), "the second choice of the same takes it back"


def test_a_session_is_moved_once(windows: tuple[Logbook, Logbook]) -> None:
    one, other = windows
    friday = NEXT_TUESDAY + timedelta(days=3)
    one.move_session(NEXT_TUESDAY, friday)
    with pytest.raises(NothingToDo):
        other.move_session(NEXT_TUESDAY, friday - timedelta(days=2))
    assert [move.to_day for move in other.desk.runner.moves] == [friday]
