"""Supersets and circuits: whose set is next, and how long to rest, whatever happens to the session."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from support.diaries import entry, on, session

from tracker.domain.rounds import (
    CHANGE_OVER_S,
    Where,
    following,
    gathered,
    is_change_over,
    labels,
    next_open,
    rest_after,
)
from tracker.domain.session import Entry, PerformedSet, Session, SetRow

START = datetime(2027, 3, 1, 18, tzinfo=UTC)
SQUAT = "back_squat 3x5@8: nothing"
REACH = "sl_reach 1x5@5: nothing"
PUSH_UP = "push_up 2x10@8: nothing"
CALF_RAISE = "calf_raise_single 2x10@8: nothing"
PLANK = "plank 2x30s@7: nothing"


def today(*lines: tuple[str, str | None]) -> Session:
    """A session of exercises, each with the word it shares with those it takes turns with."""
    entries = tuple(
        entry(line, on(1)).changed(slot=slot, group=group, rest_s=(60, 90))
        for slot, (line, group) in enumerate(lines, start=1)
    )
    return session(on(1)).changed(entries=entries)


def lifted(given: Session, where: Where, after_s: float = 0.0) -> Session:
    """The session with one set done, so many seconds after the start."""
    at = START + timedelta(seconds=after_s)
    chosen = given.entries[where.entry]
    row = SetRow(planned=chosen.sets[where.row].planned, done=PerformedSet(reps=5, at=at))
    return given.with_entry(where.entry, chosen.with_row(where.row, row))


def with_fewer(given: Session, at: int, sets: int) -> Session:
    return given.with_entry(at, given.entries[at].changed(sets=given.entries[at].sets[:sets]))


def walked(given: Session) -> list[str]:
    """Every set that the cursor comes to when each is logged where it stands: ``squat 1``."""
    names = {each.exercise: each.exercise.split("_")[-1] for each in given.entries}
    said = []
    where = next_open(given)
    while where is not None:
        said.append(f"{names[given.entries[where.entry].exercise]} {where.row + 1}")
        given = lifted(given, where)
        where = next_open(given, where)
    return said


def test_two_take_turns() -> None:
    pair = today((PUSH_UP, "small"), (CALF_RAISE, "small"))
    assert walked(pair) == ["up 1", "single 1", "up 2", "single 2"]


def test_three_make_a_circuit() -> None:
    ring = today((PUSH_UP, "ring"), (CALF_RAISE, "ring"), (PLANK, "ring"))
    assert walked(ring) == ["up 1", "single 1", "plank 1", "up 2", "single 2", "plank 2"]


def test_balance_is_done_between_the_first_heavy_sets_and_the_lift_goes_on() -> None:
    heavy = today((SQUAT, "heavy"), (REACH, "heavy"), (PUSH_UP, None))
    assert walked(heavy) == ["squat 1", "reach 1", "squat 2", "squat 3", "up 1", "up 2"]


def test_who_is_skipped_or_shortened_is_passed_over() -> None:
    pair = today((PUSH_UP, "small"), (CALF_RAISE, "small"))
    skipped = pair.with_entry(1, pair.entries[1].changed(skipped="no room"))
    assert walked(skipped) == ["up 1", "up 2"]
    assert walked(with_fewer(pair, 0, 1)) == ["up 1", "single 1", "single 2"]


def test_who_goes_ahead_goes_on_to_the_end() -> None:
    """Both push-ups in a row, although the calf raise was due: nobody is sent back in the middle."""
    pair = today((SQUAT, "small"), (CALF_RAISE, "small"))
    pair = lifted(lifted(pair, Where(0, 0)), Where(0, 1))
    assert next_open(pair, Where(0, 1)) == Where(0, 2)
    pair = lifted(pair, Where(0, 2))
    assert next_open(pair, Where(0, 2)) == Where(1, 0)


def test_an_exercise_changed_midway_keeps_its_place_in_the_round() -> None:
    """One push-up, then the same slot with something smaller: it takes over the second round."""
    pair = lifted(today((PUSH_UP, "small"), (CALF_RAISE, "small")), Where(0, 0))
    done = pair.entries[0].changed(sets=pair.entries[0].sets[:1])
    smaller = pair.entries[0].changed(exercise="wall_push_up", sets=pair.entries[0].sets[1:])
    changed = pair.changed(entries=(done, smaller, pair.entries[1]))
    assert [str(label) for label in labels(changed)] == ["1a", "1a", "1b"]
    assert {label.kind for label in labels(changed)} == {"superset"}
    assert walked(changed) == ["single 1", "up 1", "single 2"]


def test_what_they_are_called() -> None:
    day = today((SQUAT, None), (PUSH_UP, "ring"), (CALF_RAISE, "ring"), (PLANK, "ring"), (REACH, None))
    assert [str(label) for label in labels(day)] == ["1", "2a", "2b", "2c", "3"]
    assert [label.kind for label in labels(day)] == ["", "circuit", "circuit", "circuit", ""]
    assert [label.begins for label in labels(day)] == [True, True, False, False, True]


def test_one_that_is_left_of_a_group_is_one_alone() -> None:
    assert [(str(each), each.kind) for each in labels(today((SQUAT, None), (PUSH_UP, "small")))] == [
        ("1", ""),
        ("2", ""),
    ]


def test_a_group_stands_where_its_first_one_stands() -> None:
    asked = [("squat", "heavy"), ("row", None), ("plank", None), ("reach", "heavy")]
    assert [name for name, _ in gathered(asked, lambda each: each[1])] == ["squat", "reach", "row", "plank"]


def test_inside_a_round_there_is_no_rest() -> None:
    pair = today((PUSH_UP, "small"), (CALF_RAISE, "small"))
    assert is_change_over(pair, Where(0, 0))
    pair = lifted(pair, Where(0, 0))
    assert not is_change_over(pair, Where(1, 0))
    assert rest_after(pair, Where(0, 0)) == (CHANGE_OVER_S, True)
    pair = lifted(pair, Where(1, 0), after_s=60)
    assert rest_after(pair, Where(1, 0)) == (90, False)


def test_the_reach_between_two_squats_is_part_of_their_rest() -> None:
    """Three minutes after the squat, of which the reach took 50 s, not three minutes after the reach."""
    heavy = today((SQUAT, "heavy"), (REACH, "heavy"))
    heavy = heavy.with_entry(0, heavy.entries[0].changed(rest_s=(150, 180)))
    heavy = heavy.with_entry(1, heavy.entries[1].changed(rest_s=(30, 45)))
    heavy = lifted(lifted(heavy, Where(0, 0)), Where(1, 0), after_s=50)
    assert rest_after(heavy, Where(1, 0)) == (130, False)
    assert rest_after(lifted(heavy, Where(0, 1), after_s=200), Where(0, 1)) == (180, False)


def test_when_the_other_is_skipped_the_real_rest_follows() -> None:
    pair = lifted(today((PUSH_UP, "small"), (CALF_RAISE, "small")), Where(0, 0))
    skipped = pair.with_entry(1, pair.entries[1].changed(skipped="no room"))
    assert rest_after(skipped, Where(0, 0)) == (90, False)


def test_one_alone_rests_as_the_phase_says() -> None:
    alone = lifted(today((PUSH_UP, None), (CALF_RAISE, None)), Where(0, 0))
    assert rest_after(alone, Where(0, 0)) == (90, False)
    assert following(alone, Where(0, 1)) == Where(1, 0)


# Properties

MEMBERS = (PUSH_UP, CALF_RAISE, PLANK, SQUAT, REACH)


@st.composite
def days(draw: st.DrawFn) -> Session:
    """Up to five exercises, some together, some shorter, some skipped, some sets done already in any order."""
    words = draw(st.lists(st.sampled_from(["one", "two", None]), min_size=1, max_size=5))
    lines = [(MEMBERS[at], word) for at, word in enumerate(words)]
    day = today(*gathered(lines, lambda each: each[1]))
    for at in range(len(words)):
        day = with_fewer(day, at, draw(st.integers(1, 3)))
        if draw(st.integers(0, 4)) == 0:
            day = day.with_entry(at, day.entries[at].changed(skipped="not today"))
    rows = open_sets(day)
    for where in draw(st.lists(st.sampled_from(rows), unique=True)) if rows else ():
        day = lifted(day, where)
    return day


def open_sets(day: Session) -> list[Where]:
    return [
        Where(at, row)
        for at, each in enumerate(day.entries)
        if each.skipped is None
        for row, planned in enumerate(each.sets)
        if planned.is_open
    ]


def taken(day: Session, start: Where | None) -> list[Where]:
    """The sets that are logged when every one is done where the cursor stands."""
    found = []
    where = next_open(day, start)
    while where is not None:
        found.append(where)
        day = lifted(day, where)
        where = next_open(day, where)
    return found


@given(days(), st.data())
def test_every_open_set_is_visited_exactly_once(day: Session, data: st.DataObject) -> None:
    start = data.draw(
        st.sampled_from(
            [None, *(Where(at, row) for at, e in enumerate(day.entries) for row in range(len(e.sets)))]
        )
    )
    visited = taken(day, start)
    assert sorted(visited) == open_sets(day)


@given(days())
def test_a_fresh_group_never_gets_a_round_ahead(day: Session) -> None:
    """From the start, nobody begins a further round while another of the group still has one of an earlier round."""
    fresh = day.changed(entries=tuple(untouched(each) for each in day.entries))
    visited = taken(fresh, None)
    blocks = [label.block for label in labels(fresh)]
    for before, after in pairwise(visited):
        if blocks[before.entry] == blocks[after.entry]:
            assert (before.row, before.entry) < (after.row, after.entry)


@given(days())
def test_what_comes_next_is_told_before_it_comes(day: Session) -> None:
    where = next_open(day)
    if where is not None:
        assert following(day, where) == next_open(lifted(day, where), where)


@given(days())
def test_a_rest_is_never_shorter_than_the_own_one_unless_the_round_goes_on(day: Session) -> None:
    where = next_open(day)
    if where is not None:
        rest = rest_after(lifted(day, where, after_s=10), where)
        assert rest.change_over or rest.seconds >= day.entries[where.entry].rest_s[1]


def untouched(given: Entry) -> Entry:
    return given.changed(sets=tuple(SetRow(planned=row.planned) for row in given.sets))
