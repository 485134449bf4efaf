"""Every exercise there is keeps its marks beside its name, however long that is."""

from collections.abc import Iterator

import pytest
from support.gym import Gym, room
from support.home import shipped
from textual.pilot import Pilot

from tracker.domain.exercise import Exercise
from tracker.screens.spoken import shorter_names, shortest_name
from widgets.big_set import BigSet
from widgets.set_list import Exercise as Head
from widgets.set_list import SetLine, SetList
from widgets.text import wrap

MARKS = ("", "L/R", "superset", "L/R · superset")


def drawn(widget: SetList | BigSet) -> list[str]:
    """Its rows at the size it has on the screen."""
    return ["".join(piece.text for piece in line).rstrip() for line in widget.draw(widget.content_size)]


def heads(exercise: Exercise) -> Iterator[tuple[str, Head]]:
    for marks in MARKS:
        tag, word = "L/R" if "L/R" in marks else "", "superset" if "superset" in marks else ""
        yield marks, Head("0", "4a", exercise.name, tag, word=word, shorter=shorter_names(exercise))


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (140, 40)], ids=lambda each: f"{each[0]}x{each[1]}")
def test_no_name_pushes_a_mark_off_the_checklist(gym: Gym, size: tuple[int, int]) -> None:
    async def play(pilot: Pilot[None]) -> None:
        checklist = room(pilot.app).query_one(SetList)
        for exercise in shipped().exercises.values():
            for marks, head in heads(exercise):
                checklist.rows_shown = (head, SetLine("0.0", "now", "bw + 13.75 kg × 10/12", "@7.5"))
                rows = drawn(checklist)
                said = " ".join(row.strip() for row in rows if row and "@7.5" not in row)
                assert "…" not in "".join(rows), rows
                assert said.split() in [
                    f"4a {name} {marks}".split() for name in (exercise.name, *shorter_names(exercise))
                ], rows

    gym.plays(play, size)


def test_on_a_phone_every_name_stands_beside_its_set_and_both_sides_are_said(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        big = room(pilot.app).query_one(BigSet)
        for exercise in shipped().exercises.values():
            big.show(
                exercise.name,
                short=shortest_name(exercise),
                place="set 2 of 3",
                load="27.5",
                unit="kg",
                reps="12",
                effort="@8.5",
                note="each side · two 27.5 dumbbells",
            )
            rows = drawn(big)
            assert "…" not in "".join(rows), rows
            assert "set 2 of 3" in rows[0], rows
            assert "each side" in rows[-1], rows
            follows = f"{shortest_name(exercise)}, no rest"
            assert len(wrap(follows, big.content_size.width - 7)) == 1, follows

    gym.plays(play, (44, 20))


@pytest.mark.parametrize(
    ("exercise", "other"),
    [
        ("back_squat", "high bar"),
        ("trap_bar_deadlift", "hex"),
        ("half_kneel_chop", "cable"),
        ("calf_raise_heavy", "weighted"),
    ],
)
def test_a_short_name_names_no_other_tool_or_way(exercise: str, other: str) -> None:
    known = shipped().exercises[exercise]
    assert any(other in alias for alias in known.aliases), "it is known by that name, too"
    said = " ".join((known.name, *shorter_names(known), shortest_name(known))).casefold()
    assert other not in said
