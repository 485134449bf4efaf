"""Where things live: one folder, the home, holds everything of one person."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

HOME_VARIABLE = "RUNLIFT_HOME"

OPEN = "diary/open.json"
PROFILE = "profile.json"
BACKUPS = "backups"
LATEST = f"{BACKUPS}/latest"
"""Copies made after the last write of each file."""


def home(explicit: str | Path | None, environ: Mapping[str, str]) -> Path:
    """The home folder: what was asked for, else `RUNLIFT_HOME`, else the person's data folder.

    Nothing is created here; folders appear with the first write.
    """
    asked = explicit or environ.get(HOME_VARIABLE) or None
    if asked is not None:
        return Path(asked).expanduser().absolute()
    from platformdirs import user_data_path  # 5 ms, paid only by those who name no home

    return user_data_path("runlift", appauthor=False)


def year_file(year: int) -> str:
    """The name, inside a home, of the file that holds *year*."""
    return f"diary/{year:04d}.json"


@lru_cache(maxsize=256)
def year_of(name: str) -> int | None:
    """The year a file of the diary folder holds, or None for any other file."""
    stem, dot, ending = name.removeprefix("diary/").partition(".")
    return int(stem) if ending == "json" and dot and len(stem) == 4 and stem.isdecimal() else None
