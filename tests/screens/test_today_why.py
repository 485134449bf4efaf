"""The why line never says the contrary of the number beside it; the summary never cuts the new number."""

import re

import pytest
from support.gym import Gym, room, sees
from support.home import shipped
from support.looks import seen
from textual.pilot import Pilot

from tracker.domain.session import SetKind
from tracker.screens import panels
from widgets.big_set import BigSet
from widgets.facts import Fact, Facts


@pytest.fixture
def finished(gym: Gym) -> Gym:
    """Every set done at RPE 8."""
    while any(entry.next_open is not None for entry in gym.logbook.begin().session.entries):
        entries = gym.logbook.begin().session.entries
        gym.logbook.sets.log(next(at for at, each in enumerate(entries) if each.next_open is not None), rpe=8)
    gym.logbook.finish()
    return gym


def read(gym: Gym, *keys: str, size: tuple[int, int] = (100, 30)) -> str:
    """The right half of the screen after some keys, blanks evened out."""
    seen: list[str] = []

    async def look(pilot: Pilot[None]) -> None:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        lines = sees(pilot.app).splitlines()
        seen.append(" ".join(" ".join(line[47 if size[0] == 100 else 0 :] for line in lines).split()))

    gym.plays(look, size)
    return seen[0]


def test_a_choice_of_the_runner_is_named_as_theirs(gym: Gym) -> None:
    assert "Your choice" not in read(gym)
    seen = read(gym, "right", "right")
    assert "Your choice; the plan has" in seen
    assert re.search(r"why \+[\d.]+ kg Your choice", seen)


def test_back_where_the_plan_had_it_the_reason_is_the_plans(gym: Gym) -> None:
    gym.presses("right", "left")
    assert gym.session.entries[0].sets[0].planned == gym.logbook.begin().base.entries[0].sets[0].planned
    assert "Your choice" not in read(gym)


def test_a_set_made_lighter_shows_no_rise(gym: Gym) -> None:
    seen = read(gym, "8", "9")
    assert "That was hard: the next set is lighter." in seen
    assert not re.search(r"\+[\d.]+ kg That was hard", seen)


def test_tired_legs_are_told_in_their_own_words(gym: Gym) -> None:
    seen = read(gym, "r", "d")
    assert not re.search(r"\+[\d.]+ \w+ (Dead legs|A bit tired)", seen)
    assert "no increase" not in seen


def test_back_offs_and_the_way_up_follow_the_top_set(gym: Gym) -> None:
    before = gym.logbook.begin().session.entries[0]
    gym.presses("right", "right", "right", "right")
    after = gym.session.entries[0]
    kinds = [row.planned.kind for row in after.sets if row.planned]
    assert kinds == [SetKind.TOP, SetKind.BACKOFF, SetKind.BACKOFF]
    for was, row in zip(before.sets, after.sets, strict=True):
        assert was.planned is not None
        assert row.planned is not None
        assert was.planned.load is not None
        assert row.planned.load is not None
        assert row.planned.load.kilograms > was.planned.load.kilograms
    assert before.warmup[-1].load is not None
    assert after.warmup[-1].load is not None
    assert after.warmup[-1].load.kilograms > before.warmup[-1].load.kilograms


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (44, 20)], ids=["80x24", "100x30", "44x20"])
def test_no_new_number_of_the_summary_is_cut(finished: Gym, size: tuple[int, int]) -> None:
    lines: list[str] = []

    async def look(pilot: Pilot[None]) -> None:
        lines.extend(sees(pilot.app).splitlines())

    finished.plays(look, size)
    changes = [line for line in lines if "→" in line]
    assert changes
    assert not [line for line in changes if re.search(r"→.*…", line)]


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (44, 20)], ids=["80x24", "100x30", "44x20"])
@pytest.mark.parametrize("rated", [False, True], ids=["unrated", "rated"])
def test_no_name_of_a_session_is_cut_above_its_summary(
    finished: Gym, size: tuple[int, int], rated: bool
) -> None:
    names = {session.name for program in shipped().programs.values() for session in program.sessions}

    async def look(pilot: Pilot[None]) -> None:
        screen = room(pilot.app)
        if rated:
            await pilot.press("7")
        big = screen.query_one(BigSet)
        (done,) = finished.logbook.past.on(finished.logbook.today)
        for name in sorted(names):
            panel = panels.done_panel(screen._reading(), done.changed(name=name), (), ())
            big.show(panel.title, short=panel.short, place=panel.place, load=panel.load, unit=panel.unit)
            heading = "".join(piece.text for piece in big.draw(big.content_size)[0])
            assert heading.startswith("Done")
            assert "…" not in heading
            assert panel.place in heading

    finished.plays(look, size)


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (44, 20)], ids=["80x24", "100x30", "44x20"])
def test_the_note_on_a_finished_session_is_read(finished: Gym, size: tuple[int, int]) -> None:
    async def look(pilot: Pilot[None]) -> None:
        await pilot.press("7", "n", *"easy", "enter")
        await pilot.pause()
        assert "note   easy" in sees(pilot.app)

    finished.plays(look, size)


def test_where_something_of_the_summary_is_left_out_the_way_to_it_is_said() -> None:
    """A cause that finds no row, and a sentence that is cut: the arrow says which key has all of it."""
    short = Fact("next", "Push-up", tail="8 reps → 9 reps", aside="Well inside.", rows=3)
    long = short._replace(aside="Two sessions in a row were well inside the effort that was asked " * 3)
    way = "↓      w has all of it"
    for width, height in ((50, 9), (39, 12), (42, 6)):
        assert way not in seen(facts_of(short), (width, height))
        assert way in seen(facts_of(long), (width, height))


def facts_of(fact: Fact) -> Facts:
    facts = Facts()
    facts.facts, facts.more = (fact,), "w has all of it"
    return facts


@pytest.mark.parametrize("size", [(80, 24), (44, 20)], ids=["80x24", "44x20"])
def test_every_change_and_its_reason_is_read_by_scrolling(finished: Gym, size: tuple[int, int]) -> None:
    seen: list[str] = []

    async def look(pilot: Pilot[None]) -> None:
        await pilot.press("w")
        for _ in range(8):
            await pilot.pause()
            seen.append(sees(pilot.app))
            await pilot.press("pagedown")

    finished.plays(look, size)
    (session,) = finished.logbook.past.on(finished.logbook.today)
    page = " ".join(" ".join(seen).split())
    assert "Next time" in page
    for entry in session.entries:
        assert finished.logbook.content.exercises[entry.exercise].name.split()[0] in page


@pytest.mark.parametrize("size", [(100, 30), (80, 24)], ids=["100x30", "80x24"])
def test_the_figures_of_a_cause_are_said_in_words_and_never_as_a_record(
    gym: Gym, size: tuple[int, int]
) -> None:
    """After a step down to body weight: no ids, no counts of rungs, no weight to find."""
    stepped = read(gym, "m", "u", "enter", "w", size=size)
    assert "further down the ladder" in stepped
    assert "finding your weight" not in stepped
    assert not re.search(r"exercise \w+|rungs|points \d", stepped)
    assert not re.search(r" (days|percent|delta|difference) −?\d", read(gym, "w", size=size))


def test_the_set_an_effort_is_read_from_stands_under_it(gym: Gym) -> None:
    assert re.search(r"kg × \d+ the last time · its sets together", read(gym, "w", size=(80, 24)))
