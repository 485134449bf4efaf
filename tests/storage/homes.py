"""Small diaries on real files, and what one can say about them."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tracker.storage.diary import Diary
from tracker.storage.pen import Pen

NOW = datetime(2026, 11, 24, 7, 15, tzinfo=UTC)
Record = dict[str, Any]


def session(name: str, day: str, *loads: str) -> Record:
    """A finished session: `session("squat day", "2026-11-24", "100", "92.5")`."""
    return {
        "id": name,
        "date": day,
        "sets": [{"exercise": "back_squat", "load": load, "reps": 5} for load in loads],
    }


def under_way(name: str, day: str, *loads: str) -> Record:
    """A session under way, in the logbook's shape."""
    return {
        "base": session(name, day, *loads),
        "steps": [["log", load] for load in loads],
        "cursor": len(loads),
    }


def snapshot(diary: Diary) -> dict[str, Any]:
    """Everything a diary holds, as its reader sees it."""
    return {
        "open": diary.read_open(),
        "profile": diary.profile(),
        "kept": {year: diary.sessions(year) for year in diary.years() if diary.sessions(year)},
        "erased": {year: gone for year in diary.years() if (gone := diary.sessions(year, erased=True))},
    }


def on_disk(home: Path) -> dict[str, Any]:
    """What a fresh start would see."""
    return snapshot(Diary(home))


TUESDAY, NEW_YEAR = "2026-11-24", "2027-01-02"

A_FEW_DAYS: tuple[Callable[[Diary, Pen], None], ...] = (
    lambda diary, pen: pen.keep_profile({"name": "Ada", "unit": "kg"}),
    lambda diary, pen: pen.keep_open(under_way("a", TUESDAY, "100")),
    lambda diary, pen: pen.keep_open(under_way("a", TUESDAY, "100", "92.5")),
    lambda diary, pen: pen.finish(session("a", TUESDAY, "100", "92.5"), "session_finished"),
    lambda diary, pen: pen.exchange(2026, back=True, under_way=under_way("a", TUESDAY, "100", "92.5")),
    lambda diary, pen: pen.exchange(2026, back=False, under_way=under_way("b", NEW_YEAR)),
    lambda diary, pen: pen.exchange(2026, back=True, under_way=under_way("a", TUESDAY, "100", "92.5")),
    lambda diary, pen: pen.keep_open(under_way("a", TUESDAY, "100", "92.5", "90")),
    lambda diary, pen: pen.finish(session("a", TUESDAY, "100", "92.5", "90"), "session_finished"),
    lambda diary, pen: pen.keep_open(under_way("b", NEW_YEAR, "102.5")),
    lambda diary, pen: pen.finish(session("b", NEW_YEAR, "102.5")),
    lambda diary, pen: pen.put("sessions", session("c", "2025-06-01", "80")),
    lambda diary, pen: pen.put("sessions", {**diary.sessions(2025)[0], "date": "2026-06-01"}),
    lambda diary, pen: pen.finish({**session("e", "2026-06-02"), "skipped": "ill"}, "session_skipped"),
    lambda diary, pen: pen.exchange(2026, back=True),
    lambda diary, pen: pen.erase("sessions", 2026, "a", "session_erased"),
    lambda diary, pen: pen.exchange(2026, back=True),
    lambda diary, pen: pen.exchange(2026, back=False),
    lambda diary, pen: pen.put_many("sessions", [session("d", "2024-01-01"), session("b", NEW_YEAR, "105")]),
    lambda diary, pen: pen.restore("sessions", 2026, "a"),
    lambda diary, pen: pen.keep_profile({"name": "Ada", "unit": "lb"}),
)
"""A first session, opened again, closed by redo, opened and finished again, one in the New Year, one back-dated and
moved to another year, one skipped and not skipped after all, one erased, brought back by undo, erased by redo, and
restored.
"""


def live(diary: Diary, step: int) -> None:
    """Take one step of `A_FEW_DAYS`, each on a day of its own so that daily backups are made too."""
    with diary.change(NOW + timedelta(days=step)) as pen:
        A_FEW_DAYS[step](diary, pen)


def states(folder: Path) -> list[dict[str, Any]]:
    """What a diary that suffers no harm holds before the first step and after each.

    The homes themselves stay in *folder*: `0` before the first step, `1` after it, and so on.
    """
    diary = Diary(folder / "home")
    seen = [snapshot(diary)]
    (folder / "0").mkdir(parents=True)
    for step in range(len(A_FEW_DAYS)):
        live(diary, step)
        seen.append(snapshot(diary))
        shutil.copytree(diary.home, folder / str(step + 1))
    return seen
