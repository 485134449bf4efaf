"""A child that takes each step of `A_FEW_DAYS` again and again, and is killed one system call later each time.

    python -m storage.killed FOLDER

FOLDER/3-7 becomes the home in which step 3 was killed at its 7th call, before the call happens; of a write, half
happens. In FOLDER/3 step 3 was not killed. FOLDER/3.calls says how many calls it takes.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import filelock  # noqa: F401 - imported once here, not by each child
from storage.homes import A_FEW_DAYS, live

from tracker.storage.diary import Diary

CALLS = ("open", "write", "fsync", "replace", "rename", "link", "unlink", "mkdir", "rmdir")


def deadly(calls_left: list[int], name: str) -> Callable[..., Any]:
    call = getattr(os, name)

    def counted(*arguments: Any, **named: Any) -> Any:
        calls_left[0] -= 1
        if calls_left[0] == 0:
            if name == "write":
                descriptor, content = arguments
                call(descriptor, bytes(content)[: len(content) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        if (
            name != "fsync"
        ):  # what the kernel has outlives the process, synced or not; syncing only takes time
            return call(*arguments, **named)
        return None

    return counted


def take(home: Path, step: int, last_call: int) -> bool:
    """Take a step in a child of its own; False if it was killed."""
    child = os.fork()
    if child == 0:
        calls_left = [last_call]
        for name in CALLS:
            setattr(os, name, deadly(calls_left, name))
        live(Diary(home), step)
        os._exit(0)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if ended not in (0, -signal.SIGKILL):
        raise RuntimeError(f"step {step} ended with {ended}")
    return ended == 0


def main(folder: Path) -> None:
    before = folder / "new"
    before.mkdir()
    for step in range(len(A_FEW_DAYS)):
        for last_call in count(1):
            home = folder / f"{step}-{last_call}"
            shutil.copytree(before, home, copy_function=os.link)  # no file is ever changed in place
            if take(home, step, last_call):
                before = home.rename(folder / str(step))
                (folder / f"{step}.calls").write_text(str(last_call - 1))
                break


if __name__ == "__main__":
    main(Path(sys.argv[1]))
