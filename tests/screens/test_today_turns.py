"""Exercises in turns on Today: the cursor, the clock and the list; and the warm-up before the first set."""

from collections.abc import Callable

from support.gym import Gym, room, sees
from textual.pilot import Pilot

from tracker.domain.rounds import CHANGE_OVER_S
from widgets.rest_clock import RestClock

TO_THE_PAIR = "87788"
"""Three deadlifts, two step-ups; then pulldown and soleus raise take turns."""

PULLDOWN, SOLEUS = 2, 3


def rest(app: object) -> RestClock:
    return room(app).query_one(RestClock)


async def press(gym: Gym, pilot: Pilot[None], *keys: str) -> None:
    """Keys with half a minute between them."""
    for key in keys:
        gym.clock.pass_by(seconds=30)
        await pilot.press(key)
        await pilot.pause()


async def until(pilot: Pilot[None], come: Callable[[], bool]) -> bool:
    """Wait for something that a clock brings, however busy the machine is."""
    for _ in range(40):
        if come():
            return True
        await pilot.pause(0.1)
    return False


def ratings(gym: Gym, at: int) -> list[float | None]:
    return [done.rpe for done in gym.session.entries[at].performed]


def test_one_key_a_set_and_the_cursor_takes_turns(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await press(gym, pilot, *TO_THE_PAIR, "6", "9", "7", "8")

    gym.plays(play)
    assert ratings(gym, PULLDOWN) == [6, 7]
    assert ratings(gym, SOLEUS) == [9, 8]


def test_it_says_what_comes_at_once_and_the_clock_only_changes_over(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await press(gym, pilot, *TO_THE_PAIR)
        assert "then   Seated soleus raise" in sees(pilot.app)
        assert "no rest" in sees(pilot.app)
        await press(gym, pilot, "7")
        assert (rest(pilot.app).label, rest(pilot.app).total) == ("change", CHANGE_OVER_S)
        assert "no rest" not in sees(pilot.app)
        await press(gym, pilot, "7")
        clock = rest(pilot.app)
        assert (clock.label, clock.total) == ("rest", gym.session.entries[SOLEUS].rest_s[1])

    gym.plays(play)


def test_nobody_is_rung_for_while_changing_over(gym: Gym) -> None:
    rung: list[str] = []

    async def play(pilot: Pilot[None]) -> None:
        await press(gym, pilot, *TO_THE_PAIR, "7")
        room(pilot.app).runlift.ring = lambda: rung.append("bell")
        gym.clock.pass_by(seconds=CHANGE_OVER_S)
        await pilot.pause(1.0)
        assert rest(pilot.app).remaining <= 0
        assert rung == []
        await press(gym, pilot, "7")
        gym.clock.pass_by(seconds=rest(pilot.app).total)
        assert await until(pilot, lambda: rung == ["bell"])

    gym.plays(play)


def test_skipping_the_other_brings_the_real_rest_back(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await press(gym, pilot, *TO_THE_PAIR, "7")
        assert rest(pilot.app).label == "change"
        await pilot.press("x", "b")
        await pilot.pause()
        assert (rest(pilot.app).label, rest(pilot.app).total) == (
            "rest",
            gym.session.entries[PULLDOWN].rest_s[1],
        )
        await press(gym, pilot, "8")

    gym.plays(play)
    assert ratings(gym, PULLDOWN) == [7, 8]
    assert gym.session.entries[SOLEUS].skipped is not None


def test_who_goes_on_with_one_exercise_is_not_sent_back(gym: Gym) -> None:
    """Up to the second pulldown although the soleus raise was due: then both raises in a row."""

    async def play(pilot: Pilot[None]) -> None:
        await press(gym, pilot, *TO_THE_PAIR, "6", "up", "7", "8", "9")

    gym.plays(play)
    assert ratings(gym, PULLDOWN) == [6, 7]
    assert ratings(gym, SOLEUS) == [8, 9]


def test_undo_comes_back_to_whose_turn_it_was(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await press(gym, pilot, *TO_THE_PAIR, "6", "9", "u", "5")

    gym.plays(play)
    assert ratings(gym, PULLDOWN) == [6]
    assert ratings(gym, SOLEUS) == [5]


def test_the_next_start_is_where_the_round_was(gym: Gym) -> None:
    async def first(pilot: Pilot[None]) -> None:
        await press(gym, pilot, *TO_THE_PAIR, "6")

    async def second(pilot: Pilot[None]) -> None:
        assert rest(pilot.app).label == "change"
        await press(gym, pilot, "9", "7")

    gym.plays(first)
    gym.restarts()
    gym.plays(second)
    assert ratings(gym, PULLDOWN) == [6, 7]
    assert ratings(gym, SOLEUS) == [9]


def test_the_list_shows_what_belongs_together(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        seen = sees(pilot.app)
        assert "3a  Lat pulldown  superset" in seen
        assert "3b  Seated soleus raise" in seen
        assert "│ · " in seen

    gym.plays(play, (140, 40))


def test_a_phone_shows_it_too(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await press(gym, pilot, *TO_THE_PAIR)
        seen = sees(pilot.app)
        assert "✓✓✓ ✓✓ ▶·+··" in seen
        assert "then   Seated soleus raise, no rest" in seen

    gym.plays(play, (44, 20))


# The warm-up


def test_the_warm_up_stands_before_the_first_set_only(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        assert "first  ankle rock 8/side, march with" in sees(pilot.app)
        await pilot.press("8")
        await pilot.pause()
        assert "ankle rock" not in sees(pilot.app)
        await pilot.press("u")
        await pilot.pause()
        assert "ankle rock" in sees(pilot.app)

    for size in ((100, 30), (80, 24), (44, 20)):
        gym.plays(play, size)
    assert not gym.logbook.begin().session.started


def test_on_a_phone_the_ramp_follows_the_drills(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        seen = sees(pilot.app)
        assert "10/side, lunge and rotate 3/side" in seen
        assert seen.index("lunge and rotate 3/side") < seen.index("ramp   ")

    gym.plays(play, (44, 20))


def test_no_key_ticks_a_drill(gym: Gym) -> None:
    """The cursor begins at the first working set, and goes no higher."""
    gym.presses("up", "up", "up", "8")
    assert ratings(gym, 0) == [8]
    assert gym.session.sets_done == 1
