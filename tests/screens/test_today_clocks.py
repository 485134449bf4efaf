"""Rest and holds on Today."""

import pytest
from support.gym import Gym, room, said, sees
from textual.pilot import Pilot

from widgets.hold_clock import HoldClock
from widgets.rest_clock import RestClock


def rest(app: object) -> RestClock:
    return room(app).query_one(RestClock)


def test_rest_starts_with_the_set_and_lasts_as_long_as_the_phase_says(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        assert rest(pilot.app).deadline is None
        await pilot.press("8")
        await pilot.pause()
        clock = rest(pilot.app)
        assert (clock.total, clock.remaining) == (gym.session.entries[0].rest_s[1], clock.total)
        gym.clock.pass_by(seconds=50)
        assert clock.remaining == clock.total - 50

    gym.plays(play)


def test_fifteen_seconds_more_or_less(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await pilot.press("less_than_sign")
        await pilot.pause()
        assert "There is no rest under way." in said(pilot.app)
        await pilot.press("8", "greater_than_sign", "greater_than_sign", "less_than_sign")
        await pilot.pause()
        assert rest(pilot.app).total == gym.session.entries[0].rest_s[1] + 15

    gym.plays(play)


def test_a_longer_rest_is_kept_with_the_session(gym: Gym) -> None:
    """Three steps of fifteen seconds; the process ends, and the next set has its own rest again."""
    gym.presses("8", "greater_than_sign", "greater_than_sign", "less_than_sign")
    gym.clock.pass_by(seconds=20)
    gym.restarts()
    asked = gym.session.entries[0].rest_s[1]

    async def play(pilot: Pilot[None]) -> None:
        assert rest(pilot.app).total == asked + 15
        assert "2:55" in sees(pilot.app)
        await pilot.press("7")
        await pilot.pause()
        assert rest(pilot.app).total == asked

    gym.plays(play, (80, 24))


def test_a_rest_is_not_shorter_than_nothing(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await pilot.press("8", *["less_than_sign"] * 20, "greater_than_sign")
        await pilot.pause()
        assert rest(pilot.app).total == 15

    gym.plays(play)


@pytest.mark.parametrize(("size", "rows"), [((140, 40), 5), ((100, 30), 3), ((80, 24), 1), ((44, 20), 1)])
def test_the_time_is_as_large_as_there_is_room(gym: Gym, size: tuple[int, int], rows: int) -> None:
    """Read from across the room; where it is in figures, the words beside it stay."""

    async def play(pilot: Pilot[None]) -> None:
        assert rest(pilot.app).size.height == 0
        await pilot.press("8")
        await pilot.pause()
        clock = rest(pilot.app)
        drawn = [clock.render_line(y).text for y in range(clock.size.height)]
        assert len(drawn) == rows
        assert "rest" in "".join(drawn)
        assert drawn[-1].rstrip().endswith("3:00")
        assert all(any(block in line for block in "█▀▄") for line in drawn) == (rows > 1)

    gym.plays(play, size)


def test_rest_goes_on_after_a_restart(gym: Gym) -> None:
    gym.presses("8")
    gym.clock.pass_by(seconds=70)
    gym.restarts()

    async def play(pilot: Pilot[None]) -> None:
        clock = rest(pilot.app)
        assert clock.remaining == gym.session.entries[0].rest_s[1] - 70

    gym.plays(play)


def test_a_rest_of_long_ago_is_no_rest(gym: Gym) -> None:
    gym.presses("8")
    gym.clock.pass_by(hours=2)
    gym.restarts()

    async def play(pilot: Pilot[None]) -> None:
        assert rest(pilot.app).deadline is None

    gym.plays(play)


def test_the_bell_rings_once_when_rest_is_over_also_in_another_room(gym: Gym) -> None:
    gym.logbook.planning.set("sounds", "on")
    rung: list[str] = []

    async def play(pilot: Pilot[None]) -> None:
        pilot.app.bell = lambda: rung.append("bell")  # type: ignore[method-assign]
        await pilot.press("8", "W")
        await pilot.pause()
        gym.clock.pass_by(seconds=181)
        await pilot.pause(0.6)
        assert rung == ["bell"]
        assert "Rest is over." in sees(pilot.app)
        await pilot.press("T")
        await pilot.pause(0.3)
        assert "rest is over" in sees(pilot.app)
        assert rung == ["bell"]

    gym.plays(play)


def test_a_lid_opened_hours_later_rings_nothing(gym: Gym) -> None:
    gym.logbook.planning.set("sounds", "on")
    rung: list[str] = []

    async def play(pilot: Pilot[None]) -> None:
        pilot.app.bell = lambda: rung.append("bell")  # type: ignore[method-assign]
        await pilot.press("8")
        await pilot.pause()
        gym.clock.pass_by(hours=1)
        await pilot.pause(0.6)
        assert rung == []

    gym.plays(play)


def test_any_key_may_arrive_while_resting(gym: Gym) -> None:
    gym.presses("8", "minus", "right", "7", "w", "escape", "greater_than_sign", "6")
    assert [each.rpe for each in gym.session.entries[0].performed] == [8, 7, 6]


# Holds


def with_a_hold(gym: Gym) -> int:
    """A side plank joins the session, two holds of thirty seconds; its place in the list."""
    session = gym.logbook.begin().session
    at = gym.logbook.add_exercise("side_plank")
    entry = gym.session.entries[at]
    template = session.entries[-1].sets[0]
    assert template.planned is not None
    hold = template.changed(planned=template.planned.changed(contacts=None, reps=None, seconds=30))
    gym.logbook.replace_entry("planned", at, entry.changed(sets=(hold, hold), seconds=30))
    return at


def test_a_hold_counts_in_holds_switches_sides_and_waits_for_the_rpe(gym: Gym) -> None:
    at = with_a_hold(gym)

    async def play(pilot: Pilot[None]) -> None:
        await pilot.press(*["down"] * 20, "up", "h")
        await pilot.pause()
        clock = room(pilot.app).query_one(HoldClock)
        assert clock.stage is not None
        assert (clock.stage.kind, clock.stage.side) == ("ready", "left")
        for seconds, kind in ((3, "hold"), (30, "switch"), (5, "hold")):
            gym.clock.pass_by(seconds=seconds)
            await pilot.pause(0.3)
            assert clock.stage is not None
            assert clock.stage.kind == kind
        gym.clock.pass_by(seconds=20)
        await pilot.press("space")
        await pilot.pause(0.2)
        await pilot.press("7")

    gym.plays(play)
    (only,) = gym.session.entries[at].performed
    assert only.right is not None
    assert (only.seconds, only.right.seconds, only.rpe) == (30, 20, 7)


def test_no_bell_calls_anybody_out_of_a_hold(gym: Gym) -> None:
    """The rest of the set before runs out while the left side is held."""
    at = with_a_hold(gym)
    gym.logbook.planning.set("sounds", "on")
    rung: list[str] = []

    async def play(pilot: Pilot[None]) -> None:
        pilot.app.bell = lambda: rung.append("bell")  # type: ignore[method-assign]
        await pilot.press(*["down"] * 20, "up", "space", *["less_than_sign"] * 3, "h")
        await pilot.pause()
        rest_left = rest(pilot.app).remaining
        assert 3 < rest_left < 33
        gym.clock.pass_by(seconds=rest_left + 1)
        await pilot.pause(0.6)
        clock = room(pilot.app).query_one(HoldClock)
        assert clock.stage is not None
        assert (clock.stage.kind, rest(pilot.app).remaining) == ("hold", -1)
        assert rung == []

    gym.plays(play)
    assert gym.session.entries[at].performed[0].seconds == 30


def test_a_digit_during_the_hold_logs_it_as_asked(gym: Gym) -> None:
    at = with_a_hold(gym)
    gym.presses(*["down"] * 20, "up", "h", "8")
    (only,) = gym.session.entries[at].performed
    assert (only.seconds, only.right, only.rpe) == (30, None, 8)


def test_the_hold_clock_can_be_put_away(gym: Gym) -> None:
    at = with_a_hold(gym)
    gym.presses(*["down"] * 20, "up", "h", "escape", "plus", "space")
    (only,) = gym.session.entries[at].performed
    assert only.seconds == 35


def test_the_clock_is_for_holds_only(gym: Gym) -> None:
    gym.presses("h")
    assert "The clock is for timed holds; this set is counted." in said(gym.app)


def test_a_hold_that_joins_has_its_clock_and_its_example(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await pilot.press("colon", *"front", "space", *"plank", "enter")
        await pilot.pause()
        assert "Type what you did: 30s" in sees(pilot.app)
        await pilot.press("7")
        await pilot.pause()
        assert "for example 30s." in said(pilot.app)[-1]
        await pilot.press("h")
        await pilot.pause()
        clock = room(pilot.app).query_one(HoldClock)
        for seconds in (3, 12):
            gym.clock.pass_by(seconds=seconds)
            await pilot.pause(0.3)
            assert clock.stage is not None
            assert clock.stage.kind == "hold"
        await pilot.press("space")
        await pilot.pause()
        await pilot.press("8")

    gym.plays(play)
    entry = gym.session.entries[-1]
    assert entry.exercise == "plank"
    assert [(each.seconds, each.rpe) for each in entry.performed] == [(12, 8)]


def test_a_digit_during_a_hold_that_joins_logs_it_as_long_as_usual(gym: Gym) -> None:
    gym.presses("colon", *"front", "space", *"plank", "enter", "h", "8")
    (only,) = gym.session.entries[-1].performed
    assert (only.seconds, only.rpe) == (30, 8)
