"""Two terminals on one home: both write at the same time, and everything that was answered is there."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from support.command import WEDNESDAY, Terminal

ROOT = Path(__file__).parents[2]


def at_once(home: Path, day: str, *lines: tuple[str, ...]) -> list["subprocess.Popen[str]"]:
    """Every line in a process of its own, begun together."""
    begin = [sys.executable, "-m", "tracker", "--home", str(home), "--date", day]
    found = [
        subprocess.Popen(
            [*begin, *line],
            cwd=ROOT,
            env={**os.environ},
            text=True,
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
        )
        for line in lines
    ]
    for each in found:
        _, err = each.communicate(timeout=120)
        assert each.returncode == 0, err
    return found


def test_sets_logged_at_once_join_one_entry(at: Terminal) -> None:
    lines = [("log", f"back squat {kg}x5@8") for kg in (40, 42.5, 45, 47.5)]
    at_once(at.home, WEDNESDAY.isoformat(), *lines)
    (session,) = at.on(WEDNESDAY).json("history", WEDNESDAY.isoformat())["sessions"]
    (entry,) = session["exercises"]
    assert sorted(each["weight_kg"] for each in entry["sets"]) == [40, 42.5, 45, 47.5]


def test_races_and_settings_told_at_once_are_all_in_the_plan(at: Terminal) -> None:
    at_once(
        at.home,
        at.day.isoformat(),
        ("race", "add", "Tune", "2027-02-07", "10k", "--priority", "B", "--yes"),
        ("race", "add", "Mallorca", "2027-05-09", "half", "--yes"),
        ("set", "lift-days", "tue,fri"),
        ("away", "holiday", "--from", "2026-12-20", "--until", "2027-01-03"),
    )
    assert [each["name"] for each in at.json("plan")["races"]] == ["Tune", "Berlin", "Mallorca"]
    assert at.json("set")["settings"]["lift-days"] == "tue,fri"
    away = at.on(date(2026, 12, 23)).json("today")
    assert [each["code"] for each in away["reasons"]][:1] == ["ON_HOLIDAY"]


def test_corrections_and_a_niggle_told_at_once_leave_each_other_alone(trained: Terminal) -> None:
    today = trained.day.isoformat()
    at_once(
        trained.home,
        today,
        ("amend", "2026-11-24", "back squat", "1", "21x5@5"),
        ("amend", "2026-11-24", "back squat", "2", "23x5@5"),
        ("log", "back squat 30x5@7"),
        ("pain", "knee", "4", "--yes"),
        ("log", "front plank 45s@7"),
    )
    squat = trained.json("history", "2026-11-24")["sessions"][0]["exercises"][0]["sets"]
    assert [each["weight_kg"] for each in squat[:2]] == [21, 23]
    (session,) = trained.json("history", today)["sessions"]
    assert {each["exercise"] for each in session["exercises"]} == {"back_squat", "plank"}
