"""Where home is."""

from pathlib import Path

import platformdirs
import pytest

from tracker.storage.places import home, year_of


@pytest.mark.parametrize(
    ("asked", "environ", "expected"),
    [
        ("/a", {}, Path("/a")),
        ("/a", {"RUNLIFT_HOME": "/b"}, Path("/a")),
        (None, {"RUNLIFT_HOME": "/b"}, Path("/b")),
        (None, {"RUNLIFT_HOME": ""}, platformdirs.user_data_path("runlift", appauthor=False)),
        (None, {}, platformdirs.user_data_path("runlift", appauthor=False)),
        ("~/diary", {}, Path.home() / "diary"),
        ("here", {}, Path.cwd() / "here"),
    ],
)
def test_home_is_what_was_asked_for_then_the_variable_then_the_data_folder(
    asked: str | None, environ: dict[str, str], expected: Path
) -> None:
    assert home(asked, environ) == expected


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("diary/2026.json", 2026),
        ("0999.json", 999),
        ("open.json", None),
        ("2026.damaged-2026-11-24T071500Z.json", None),
        (".2026.json.tmp", None),
        ("2026", None),
        ("20261.json", None),
        ("2026.json.bak", None),
    ],
)
def test_only_year_files_are_years(name: str, year: int | None) -> None:
    assert year_of(name) == year
