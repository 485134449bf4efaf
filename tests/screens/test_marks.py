"""At a glance: which sessions ended early, and which runs are written down."""

from support.gym import Gym
from support.rooms import shown
from textual.pilot import Pilot

from widgets.drawing import Drawing
from widgets.week_rows import WeekRows
from widgets.week_strip import WeekStrip


def underlined(pilot: Pilot[None], kind: type[Drawing]) -> str:
    """All that is underlined in a widget."""
    widget = pilot.app.screen.query_one(kind)
    strips = [widget.render_line(y) for y in range(widget.size.height)]
    return "".join(piece.text for strip in strips for piece in strip if piece.style and piece.style.underline)


def test_a_session_that_ended_early_has_half_a_dot_in_week_plan_and_history(gym: Gym) -> None:
    gym.presses("8", "f", "f")
    assert "◐" in shown(gym, "W", "t")
    assert "◐" in shown(gym, "P")
    history = shown(gym, "H")
    line = next(each for each in history.splitlines() if "12 Mar" in each and "◐" in each)
    assert "ended early" in line


def test_a_whole_session_has_a_whole_dot(gym: Gym) -> None:
    assert "◐" not in shown(gym, "W", "t")
    assert "◐" not in shown(gym, "P")


def test_a_run_that_is_written_down_has_a_line_under_its_letter(gym: Gym) -> None:
    seen: list[tuple[str, str]] = []

    async def look(pilot: Pilot[None]) -> None:
        await pilot.press("P")
        await pilot.pause()
        rows = underlined(pilot, WeekRows)
        await pilot.press("W", "t")
        await pilot.pause()
        seen.append((rows, underlined(pilot, WeekStrip)))

    gym.plays(look)
    gym.presses("P", "r", "tab", *"8km", "enter")
    gym.plays(look)
    (rows, strip), (rows_after, strip_after) = seen
    assert len(rows_after) == len(rows) + 1
    assert len(strip_after) == len(strip) + 1
