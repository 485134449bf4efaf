"""The app open, `runlift log` in another pane: they take turns, and each sees what the other did."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from storage.homes import NEW_YEAR, NOW, TUESDAY, session, under_way

from tracker.domain.errors import NothingToDo, Refused
from tracker.storage.diary import Diary
from tracker.storage.stamp import Stamp

ROOT = Path(__file__).parents[2]


def second_writer(home: Path, *verb: str) -> "subprocess.Popen[str]":
    path = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    return subprocess.Popen(
        [sys.executable, "-m", "storage.second_writer", str(home), *verb],
        env={**os.environ, "PYTHONPATH": path},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def moved(before: dict[str, Stamp | None], after: dict[str, Stamp | None]) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name, 0) != after.get(name, 0)}


def test_two_processes_and_this_one_write_by_turns_and_nothing_is_lost(tmp_path: Path) -> None:
    how_many = 25
    others = [second_writer(tmp_path, "log", name, str(how_many)) for name in ("left", "right")]
    diary = Diary(tmp_path, patience_s=30)
    for number in range(how_many):
        with diary.change(NOW) as pen:
            seen = diary.profile() or {"count": 0}
            pen.put("sessions", session(f"here-{number}", TUESDAY))
            pen.keep_profile({"count": seen["count"] + 1})
    for other in others:
        other.communicate(timeout=60)
        assert other.returncode == 0
    names = {f"{name}-{number}" for name in ("left", "right", "here") for number in range(how_many)}
    kept = diary.sessions(2026)
    assert {record["id"] for record in kept} == names
    assert len(kept) == len(names)
    assert diary.profile() == {"count": 3 * how_many}
    assert diary.take_notices() == ()


def test_a_writer_that_cannot_have_its_turn_says_who_has_it(tmp_path: Path) -> None:
    diary = Diary(tmp_path, patience_s=0.05)
    with diary.change(NOW) as pen:
        pen.keep_open(under_way("a", TUESDAY, "100"))
    with second_writer(tmp_path, "hold") as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        who = rf" \(process {other.pid}\)" if sys.platform == "linux" else ""
        with (
            pytest.raises(Refused, match=rf"Another runlift{who} is writing in .* nothing was changed"),
            diary.change(NOW),
        ):
            pass
        assert diary.read_open() == under_way("a", TUESDAY, "100"), "reading needs no turn"
        other.kill()
    with diary.change(NOW) as pen:  # a killed process holds nothing
        pen.clear_open()
    assert diary.read_open() is None


def test_each_sees_what_the_other_wrote(tmp_path: Path) -> None:
    app, pane = Diary(tmp_path), Diary(tmp_path)
    with app.change(NOW) as pen:
        pen.keep_open(under_way("a", TUESDAY, "100"))
        pen.put("sessions", session("old", TUESDAY))
    assert pane.read_open() == app.read_open()
    before = app.stamps()
    assert app.stamps() == before
    with pane.change(NOW) as pen:
        pen.keep_open(under_way("a", TUESDAY, "100", "92.5"))
    assert moved(before, app.stamps()) == {"diary/open.json"}
    with app.change(NOW) as pen:
        assert app.read_open() == under_way("a", TUESDAY, "100", "92.5")
        pen.finish(session("a", TUESDAY, "100", "92.5"))
    assert pane.read_open() is None
    with pane.change(NOW) as pen:
        pen.put("sessions", session("new", TUESDAY))
    assert [record["id"] for record in app.sessions(2026)] == ["old", "a", "new"]


def test_looks_during_a_change_see_what_it_did_and_nothing_else(tmp_path: Path) -> None:
    app, pane = Diary(tmp_path), Diary(tmp_path)
    with app.change(NOW) as pen:
        pen.put_many("sessions", [session("a", TUESDAY), session("b", NEW_YEAR)])
        pen.keep_profile({"unit": "kg"})
    before = app.stamps()
    with pane.change(NOW) as pen:
        pen.put("sessions", session("c", NEW_YEAR))
    with app.change(NOW) as pen:
        at_first = app.stamps()
        assert moved(before, at_first) == {"diary/2027.json"}
        pen.put_many("sessions", [session("d", TUESDAY), session("e", "2030-01-01")])
        with pytest.raises(NothingToDo), pen.batch("Import"):  # noqa: PT012 - the error comes at the end
            pen.put("sessions", session("f", "2031-01-01"))
            assert "diary/2031.json" in app.stamps()
            pen.erase("sessions", 2031, "no such session")
        at_last = app.stamps()
    assert at_last == app.stamps()
    assert moved(at_first, at_last) == {"diary/2026.json", "diary/2030.json", "diary/open.json"}


def test_reading_a_year_is_no_change_and_another_writer_is(tmp_path: Path) -> None:
    app, pane = Diary(tmp_path), Diary(tmp_path)
    with pane.change(NOW) as pen:
        pen.put_many("sessions", [session("a", TUESDAY), session("b", NEW_YEAR)])
    at_start = app.stamps()
    assert [record["id"] for record in app.sessions(2026)] == ["a"]
    assert app.stamps() == at_start
    with pane.change(NOW) as pen:
        pen.put_many("sessions", [session("c", TUESDAY), session("d", NEW_YEAR), session("e", "2030-01-01")])
    later = app.stamps()
    assert moved(at_start, later) >= {"diary/2026.json", "diary/2030.json"}, "2027 has not been read yet"
    assert [record["id"] for record in app.sessions(2026)] == ["a", "c"]
    assert [record["id"] for record in app.sessions(2027)] == ["b", "d"]
    assert app.stamps() == later


def test_a_reader_in_a_thread_never_sees_half_a_change(tmp_path: Path) -> None:
    diary = Diary(tmp_path)
    with diary.change(NOW) as pen:
        pen.put_many("sessions", [session(f"{n}", TUESDAY, "100") for n in range(40)])
    troubles: list[object] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            kept = diary.sessions(2026)
            loads = {record["sets"][0]["load"] for record in kept}
            if len(kept) != 40 or len(loads) != 1:
                troubles.append(loads)

    reader = threading.Thread(target=read)
    reader.start()
    for load in range(20):
        with diary.change(NOW) as pen:
            pen.put_many("sessions", [session(f"{n}", TUESDAY, str(load)) for n in range(40)])
    done.set()
    reader.join()
    assert troubles == []
