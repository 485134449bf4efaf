"""The rest between sets and timed holds, on a clock that the test turns."""

import pytest
from support.looks import Showing, on_stage, seen
from textual.message import Message

from widgets.blocks import spell
from widgets.hold_clock import HoldClock
from widgets.rest_clock import RestClock


class Watch:
    """A clock that stands still until it is told."""

    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds


def test_the_rest_counts_down_from_a_deadline() -> None:
    watch = Watch()

    async def rest(stage: Showing) -> None:
        clock = stage.widget
        assert isinstance(clock, RestClock)
        assert stage.text == [""]
        clock.start(120)
        watch.seconds += 48
        await stage.pilot.pause(0.3)
        label, left, bar, total = stage.text[0].split()
        assert (label, left, total) == ("rest", "1:12", "2:00")
        assert bar.count("━") / len(bar) == pytest.approx(0.6, abs=0.02)
        clock.stop()
        await stage.pilot.pause()
        assert stage.text == [""]
        assert clock.remaining == 0

    on_stage(RestClock(watch), rest, (60, 1))


def test_the_end_of_the_rest_is_told_once_and_time_goes_on_quietly() -> None:
    watch = Watch()

    async def rest(stage: Showing) -> None:
        clock = stage.widget
        assert isinstance(clock, RestClock)
        clock.start(90)
        watch.seconds += 90
        await stage.pilot.pause(0.3)
        watch.seconds += 42
        await stage.pilot.pause(0.6)
        over = [message for message in stage.heard if isinstance(message, RestClock.RestOver)]
        assert [message.late for message in over] == [0]
        assert "ready" in stage.text[0]
        assert stage.text[0].endswith("+0:42")

    on_stage(RestClock(watch), rest, (60, 1))


def test_a_rest_slept_through_says_how_late_it_is() -> None:
    watch = Watch()

    async def rest(stage: Showing) -> None:
        assert isinstance(stage.widget, RestClock)
        stage.widget.start(90, deadline=watch() - 3600)
        await stage.pilot.pause(0.3)
        over = [message for message in stage.heard if isinstance(message, RestClock.RestOver)]
        assert [message.late for message in over] == [3600]
        assert stage.text[0].endswith("+1:00:00")

    on_stage(RestClock(watch), rest, (60, 1))


@pytest.mark.parametrize(("width", "line"), [(15, "1:30 1:30"), (8, "1:30 1:3")])
def test_a_narrow_rest_keeps_the_time(width: int, line: str) -> None:
    clock = RestClock(Watch())
    clock.start(90)
    assert seen(clock, (width, 1)) == [line]


def held(messages: list[Message]) -> list[tuple[int, str, bool]]:
    return [(each.seconds, each.side, each.last) for each in messages if isinstance(each, HoldClock.HoldDone)]


def test_a_hold_counts_in_holds_switches_sides_and_holds_again() -> None:
    watch = Watch()

    async def hold(stage: Showing) -> None:
        clock = stage.widget
        assert isinstance(clock, HoldClock)
        assert "".join(stage.text) == ""
        clock.start(30, ("left", "right"))
        told: list[str] = []
        for wait in (0, 3, 12, 18, 5, 30):
            watch.seconds += wait
            await stage.pilot.pause(0.2)
            told.append(stage.text[0])
        assert told == [
            "get ready · left",
            "hold · left",
            "hold · left",
            "switch sides · right",
            "hold · right",
            "✓ done",
        ]
        assert held(stage.heard) == [(30, "left", False), (30, "right", True)]

    on_stage(HoldClock(watch), hold, (40, 12))


def test_the_seconds_of_a_hold_are_as_large_as_the_room_allows() -> None:
    watch = Watch()

    async def hold(stage: Showing) -> None:
        clock = stage.widget
        assert isinstance(clock, HoldClock)
        clock.start(45)
        watch.seconds += 3.5
        await stage.pilot.pause(0.2)
        assert all(any(row in line for line in stage.text) for row in spell("42", 3)) is False
        assert all(any(row.rstrip() in line for line in stage.text) for row in spell("45", 3))

    on_stage(HoldClock(watch), hold, (40, 12))


def test_a_hold_in_one_line_says_seconds_and_word() -> None:
    clock = HoldClock(Watch())
    clock.start(20, ("left", "right"))
    assert seen(clock, (30, 1)) == ["3 s get ready · left"]


def test_the_person_may_be_ahead_of_the_clock() -> None:
    watch = Watch()

    async def hold(stage: Showing) -> None:
        clock = stage.widget
        assert isinstance(clock, HoldClock)
        clock.start(30, ("left", "right"))
        clock.advance()
        assert clock.stage is not None
        assert (clock.stage.kind, clock.remaining) == ("hold", 30)
        watch.seconds += 22.7
        clock.advance()
        assert clock.stage.kind == "switch"
        clock.advance()
        watch.seconds += 17
        clock.advance()
        assert clock.stage is None
        await stage.pilot.pause()
        assert held(stage.heard) == [(22, "left", False), (17, "right", True)]

    on_stage(HoldClock(watch), hold, (40, 12))


def test_a_hold_slept_through_ends_with_what_was_asked_and_a_cancelled_one_says_nothing() -> None:
    watch = Watch()

    async def hold(stage: Showing) -> None:
        clock = stage.widget
        assert isinstance(clock, HoldClock)
        clock.start(30)
        clock.cancel()
        watch.seconds += 100
        await stage.pilot.pause(0.2)
        assert held(stage.heard) == []
        clock.start(30, ("left", "right"))
        watch.seconds += 10_000
        await stage.pilot.pause(0.2)
        assert held(stage.heard) == [(30, "left", False), (30, "right", True)]

    on_stage(HoldClock(watch), hold, (40, 12))
