"""Today at eighty columns: nothing is cut, and nothing jumps when a figure grows."""

from datetime import date
from pathlib import Path

import pytest
from support.gym import Gym, copied, sees
from textual.pilot import Pilot

from widgets.big_set import BigSet

SMALL = (80, 24)
AFTER_THE_RACE = date(2027, 5, 17)


async def seen_after(pilot: Pilot[None], *keys: str) -> str:
    await pilot.press(*keys)
    await pilot.pause()
    return sees(pilot.app)


def effort_at(seen: str, line: str) -> int:
    """The column of the effort in the first row of the checklist with *line* in it."""
    row = next(each for each in seen.splitlines() if line in each)
    return row.index("@", row.index(line))


def test_every_set_of_a_session_is_read_whole(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        assert "…" not in sees(pilot.app)
        for set_done in range(16):
            assert "…" not in await seen_after(pilot, "8"), set_done
        assert "…" not in await seen_after(pilot, "u", "up")

    gym.plays(play, SMALL)


def test_what_was_left_out_is_read_whole(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        for exercise in range(6):
            assert "…" not in await seen_after(pilot, "x", "t"), exercise

    gym.plays(play, SMALL)


def test_the_unit_stays_beside_the_figures(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        big = [line[40:] for line in sees(pilot.app).splitlines()]
        assert any("kg × " in line for line in big)
        assert any("each side" in line for line in big)

    gym.plays(play, SMALL)


def test_a_day_off_after_the_race_gives_all_its_reasons(tmp_path: Path, trained_home: Path) -> None:
    gym = Gym(copied(trained_home, tmp_path / "home"), AFTER_THE_RACE)

    async def play(pilot: Pilot[None]) -> None:
        seen = sees(pilot.app)
        assert "No lifting today" in seen
        assert "…" not in seen

    gym.plays(play, SMALL)


@pytest.mark.parametrize("size", [(80, 24), (100, 30)], ids=lambda each: f"{each[0]}x{each[1]}")
def test_the_efforts_stay_where_they_are_when_a_figure_grows(gym: Gym, size: tuple[int, int]) -> None:
    """Ten reps for nine, 100 kg for 97.5, ten on the left and nine on the right: the column does not move."""
    rows = gym.logbook.begin().session.entries
    sided = next(at for at, entry in enumerate(rows) if entry.per_side and entry.sets[0].planned)
    start = sum(len(entry.sets) for entry in rows[:sided])

    async def play(pilot: Pilot[None]) -> None:
        seen = await seen_after(pilot, *"8" * start)
        column = effort_at(seen, "▶ ")
        seen = await seen_after(pilot, "colon", *"10/9@8", "enter")
        assert "× 10/9" in seen
        assert effort_at(seen, "10/9") == effort_at(seen, "▶ ") == column
        for key in ("plus", "plus", "right", "right", "left"):
            assert effort_at(await seen_after(pilot, key), "▶ ") == column

    gym.plays(play, size)
    first = gym.session.entries[sided].performed[0]
    assert first.right is not None
    assert (first.reps, first.right.reps) == (10, 9)


@pytest.mark.parametrize(
    "size", [(44, 12), (30, 10), (100, 14), (20, 8)], ids=lambda each: f"{each[0]}x{each[1]}"
)
def test_a_short_terminal_cuts_no_number(gym: Gym, size: tuple[int, int]) -> None:
    """The digits are three rows high or more, or the set stands in plain words, with its unit and its effort."""

    async def play(pilot: Pilot[None]) -> None:
        big = pilot.app.screen.query_one(BigSet)
        seen = sees(pilot.app)
        lines = [line for line in big.draw(big.size) if line]
        text = ["".join(piece.text for piece in line) for line in lines]
        assert big.region.height == big.size.height
        assert pilot.app.screen.query_one("#now").region.contains_region(big.region)
        if "".join(text[1:]).find(big.load) >= 0:
            assert big.load in seen
        else:
            assert len(lines) >= 4, "a heading and three rows of figures"
        assert "kg" in seen
        assert big.effort in seen

    gym.plays(play, size)
